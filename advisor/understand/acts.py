"""Small talk and other messages that ask for no fact, told by a few fixed forms."""

from __future__ import annotations

import re

from advisor.understand.understanding import Act
from corpus.cue import Cue

__all__ = ["asks_for_a_person", "asks_for_a_task", "asks_for_an_errand", "greets", "insults", "small_act"]

_FILLER = r"(?:[\s,.!?:;)(<3~*-]|\U0001f300-\U0001faff|lol|haha|so|much|very|really|again|there|ok|okay|all|everyone|friend|buddy|a lot|then|for now|u|you|guys)*"
_FORMS: tuple[tuple[Act, str], ...] = (
    ("greeting", r"(?:hi+|hey+|hello+|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|greetings|sup|what'?s up|how are (?:you|u)(?: doing)?(?: today)?|tansi|gday)"),
    ("thanks", r"(?:thanks?(?: you)?(?: so much| a lot| a ton| very much)?|thank u|thx|ty|tysm|cheers|much appreciated|appreciate it|(?:ok(?:ay)? )?(?:great|awesome|perfect|cool|nice|wonderful|lovely|brilliant|excellent|fantastic|amazing|super|sweet)(?:,? thanks?(?: you)?)?|that (?:really )?helped?(?: a lot)?|you'?ve been (?:great|helpful))(?: (?:for (?:your|the|all) help|that (?:really )?helped|that'?s (?:all|great|perfect)))?"),
    ("bye", r"(?:bye+(?: bye)?|goodbye|see (?:you|ya)(?: later)?|have a (?:good|great|nice) (?:one|day|night|evening|weekend)|take care|gtg|cya|later|good ?night|ttyl)"),
    ("acknowledge", r"(?:ok(?:ay)?|k|sure|alright|all right|got it|i see|hmm+|right|fine|good|understood|gotcha|noted|makes sense|uh huh|yup|cool)"),
    ("restart", r"(?:start (?:over|again|fresh)|reset|new (?:chat|conversation|search|topic)|clear (?:everything|all|this|it)|forget (?:everything|all of (?:it|that)|all that)|begin again|let'?s start over|scratch (?:all )?that)"),
)
_COMPILED = tuple((act, re.compile(rf"{_FILLER}(?:{form})(?:{_FILLER}(?:{form}))*{_FILLER}")) for act, form in _FORMS)
_THANKS_BYE = re.compile(rf"{_FILLER}(?:{_FORMS[1][1]}|{_FORMS[2][1]}|{_FORMS[3][1]})(?:{_FILLER}(?:{_FORMS[1][1]}|{_FORMS[2][1]}|{_FORMS[3][1]}))*{_FILLER}")
_ABOUT = re.compile(
    r"\b(?:are (?:you|u) (?:a |an )?(?:real|human|person|robot|bot|ai|machine|computer|chatgpt|gpt|alive|actual)|(?:is this|am i (?:talking|speaking|chatting)) (?:to |with )?(?:a |an )?(?:real|human|person|robot|bot|ai|machine|computer)"
    r"|what can (?:you|u) do|what do (?:you|u) do\b|who (?:are|r) (?:you|u)\b|what are (?:you|u)\b(?! (?:the|offering))|how do (?:you|u) work|who (?:made|built|runs) (?:you|this (?:bot|chat|site))|what can i ask"
    r"|do (?:you|u) (?:keep|store|save|record|remember|share|track) (?:what|my|our|this|me|everything|any)|is this (?:private|confidential|anonymous)|can (?:you|u) help me\W*$|how can (?:you|u) help)"
)
_INSULT = re.compile(r"\b(?:(?:you(?:'re| are)?|u r|ur|this (?:bot|thing|chat\w*|site) is) (?:so |such |a |an |really |just |totally |complete |fucking |absolutely )*(?:useless|stupid|dumb|idiot\w*|garbage|trash|terrible|crap\w*|worthless|pathetic|moron\w*|waste|suck\w*|joke|awful|shit\w*)|fuck (?:you|off|this)|screw you|stupid bot|shut up|piece of (?:crap|junk|shit|garbage)|you suck)\b")


def small_act(text: str) -> Act | None:
    """The kind of a message that is small talk through and through, else None.

    >>> small_act("ok thx so much, have a good one"), small_act("hi, is it online?")
    ('thanks', None)
    """
    plain = re.sub(r"[^\w\s'?!.,]", " ", text).strip()
    if not re.search(r"\w", plain):
        return "greeting" if text.strip() else None
    for act, form in _COMPILED:
        if form.fullmatch(plain):
            return act
    if _THANKS_BYE.fullmatch(plain) and re.search(r"th(?:an|x)|ty\b|cheers|appreciat|help", plain):
        return "thanks"
    if len(plain.split()) <= 14 and _ABOUT.search(plain):
        return "about_advisor"
    if _INSULT.search(plain):
        return "insult"
    return None


def insults(text: str) -> bool:
    """Whether a folded text insults whoever reads it.

    >>> insults("you are a useless bot"), insults("is a useless certificate better than none")
    (True, False)
    """
    return bool(_INSULT.search(text))


_GREETS = re.compile(rf"\W*(?:{_FORMS[0][1]})\b")


def greets(text: str) -> bool:
    """Whether a folded message starts as a greeting does.

    >>> greets("good morning from haida gwaii! raining sideways"), greets("any morning classes")
    (True, False)
    """
    return bool(_GREETS.match(text))


_TASK = re.compile(
    r"\b(?:write|do|finish|solve|answer|complete|edit|proofread|rewrite|translate|summari[sz]e|code|debug|fix|generate|compose|draw|make) (?:me |us |up |out |this |all )?(?:my|an?|the|this|some|our|his|her|these) (?:\w+[- ]){0,4}(?:essays?|homework|assignments?|papers?|poems?|stor(?:y|ies)|songs?|code|programs? in|functions?|scripts?|resumes?|cv|cover letters?|speech(?:es)?|e-?mails? to|letters? to my|lab reports?|quiz(?:zes)?|exam questions|test answers|math|equations?|recipes?|logo|picture)\b"
)
_PERSONAL = Cue(
    r"\b(?:my|our|his|her) (?:application|admission|file|grades?|marks?|transcripts?|records?|refund|appeal|student (?:number|account|id|file)|seat|spot|enrol\w+|registration|waitlist (?:spot|position|number))\b.{0,60}\b(?:status|check|look|change|fix|wrong|rejected|refused|denied|turned down|lost|missing|updated?|appeal|back|through|correct)"
    r"|\b(?:check|look up|change|fix|correct|find|see|track|update|cancel|review|reconsider|overturn) (?:on )?(?:my|our|his|her) (?:application|admission|file|grades?|marks?|transcripts?|records?|student|account|status|registration|enrol\w+|decision|refund)"
    r"|\b(?:am|have|was|is|has) (?:i|he|she|my \w+) (?:been )?(?:accepted|admitted|approved|registered|enrolled|rejected|in yet|on the list)\b|\b(?:did|do) i get (?:in\b(?!to)|accepted|admitted|the (?:seat|spot|grant))|\b(?:turned (?:me|him|her) down|turned down my|rejected (?:me|my)|denied (?:me|my)|refused (?:me|my))\b"
    r"|\b(?:hold|save|reserve|book|keep) (?:me |us |him |her )?(?:a|my|the) (?:seat|spot|place)|(?:^|[.!?,]\s*|\b(?:please|pls|can you|could you|will you|would you|just|and) )(?:register|enrol|enroll|sign|put|admit|accept|transfer|approve|let) (?:me|us|him|her)(?: (?:up|in|down|on))?\b(?! (?:know|see|ask|through|have))(?!(?: (?:up|in|down|on))?\W*\?)|\btransfer (?:my|these|the) credits (?:for|from|to)\b.{0,60}\b(?:please|pls|for me|student number)|\b(?:tell|make|get|ask) (?:the |my )?(?:instructor|registrar|prof\w*|college|dean|office) to\b|\boverturn\b|\bget it back\b|\bfix it\b|\b(?:charged|billed) (?:me |my \w+ )?(?:twice|double)|\bresend my\b|\bconfirm in writing\b|\bsign this\b|\bletter of acceptance\b|\bwhat(?:'s|s| is) my (?:gpa|grade|mark|balance|student)|\bwhat number am i\b|\bguarantee (?:me|that i|my|i|us)|\bpromise (?:me|that|i|us)|\b(?:can|will|do|could) you (?:guarantee|promise|approve|admit|accept|enrol\w*|register|waive|override|confirm (?:my|that i)|decide|make an exception|bump)"
    r"|\bwant (?:a|my) (?:refund|money back)|\bgive me my money back|\brefund (?:me|my)|\bappeal(?:ing)? (?:my|the|a|this|that)|\b(?:tell me|say|know) exactly (?:how many|what|which) (?:\w+ ){0,4}(?:credits?|courses|exempt)|\bhow many (?:\w+ ){0,3}credits (?:will|would|do|can) i (?:be|get|receive)|\bwaive (?:my|the|a)|\bgive me (?:credit|an extension|a seat|the grant)|\bwill i (?:definitely|for sure|100%|certainly) |\bdefinitely get (?:in|a job|hired)"
)
#: what comes before such work when a course asks it of the learner
_ASKED_OF_ME = re.compile(r"\b(?:makes? (?:you|me|us|them|people)|(?:have|has|need|needs|got|having|required|expected|asked) to|(?:must|do|should|would|will) (?:i|we|you|they|students|people)|learn(?:ing)? (?:how )?to|learn how to) $")


def asks_for_a_task(text: str) -> bool:
    """Whether a folded message wants work done that is not ours: an essay, homework, code.

    >>> asks_for_a_task("write my essay for my climate course")
    True
    """
    return any(not _ASKED_OF_ME.search(text[: match.start()]) for match in _TASK.finditer(text))


def asks_for_a_person(text: str) -> bool:
    """Whether a folded message wants something that only people at an institution can do or decide.

    >>> asks_for_a_person("can you hold me a seat"), asks_for_a_person("how many credits is it")
    (True, False)
    """
    return bool(_PERSONAL.search(text))


#: what somebody has at an institution that only its people can see or change
_THING = (
    r"(?:applications?|admission|file|grades?|marks?|transcripts?|student (?:number|account|id|file|record)|account|registration|enrol\w+|decision|refund|appeal|seat|spot|place|waitlist \w+|address|password|deposit|payment|fees?|"
    r"money|tuition|receipt|balance|tax (?:form|slip|receipt)|documents?|paperwork|schedule|status|order|booking|name)"
)
_OF_MINE = rf"(?:my|our|his|her|their|the) (?:\w+ ){{0,2}}?{_THING}"
_DOES = (
    r"(?:check|look (?:up|into|at)|look into|find out|see|track|update|change|fix|correct|cancel|drop|withdraw|review|reconsider|overturn|move|transfer|switch|hold|save|reserve|extend|resend|send|forward|release|refund|return|"
    r"arrange|process|sort out|reset|unlock|renew|confirm|speed up|follow up on|pull up|give back|get back|reverse|swap)"
)
_ERRAND = re.compile(
    rf"(?:^|[.!?,;:]\s*|\b(?:please|pls|just|now|and|then|to|you) (?:please |pls |just )?){_DOES}(?: \w+){{0,3}}? {_OF_MINE}\b"
    rf"|\b(?:please|pls|can you|could you|would you|will you|i want you to|i need you to)(?: \w+)? (?:withdraw|drop|refund|deregister|unenroll?|register|enroll?|sign|put|transfer|move|switch|reimburse) (?:me|us|him|her|my \w+)\b"
    rf"|\bwhat(?:'?s| is| has)? ?(?:happening|happened|going on|up|the status|the news) (?:with|of|to|on|about) {_OF_MINE}\b|\bwhere(?:'?s| is| are)? {_OF_MINE}\b(?: (?:is at|stands?|at|now|is now))?\W*$"
    rf"|\b(?:did|have|has) (?:they|you|the \w+|[a-z]+)(?: \w+){{0,2}} (?:get|got|received?|processed?|look(?:ed)? at|opened|seen) (?:my|our|his|her) (?:\w+ )?{_THING}\b"
    r"|\b(?:charged|billed|paid)\b.{0,50}\b(?:twice|double|two times|by mistake)\b|\b(?:send|give|get|pay) (?:me )?(?:my |the )?(?:money|cash|deposit|tuition|fee) back\b"
    r"|\b(?:need|want) (?:my|our|his|her) (?:seat|spot|registration|enrol\w+|start|application|place) (?:moved|changed|cancelled|canceled|held|switched|transferred|back)\b|\bstill (?:has|have) my (?:old|wrong) \w+"
)
#: somebody asks how to do it themselves, or what has to be done
_OWN_DOING = re.compile(r"\b(?:way|steps?|how|where|when|who|what|if|can|could|should|do|does|must|may|will|would|did|have to|has to|need to|got to|want to|able to|allowed to)(?: (?:do|does|can|could|should|would|must|to|i|we|one|they|he|she|people|students|my \w+|send|have|need|just|even|still))*\W*$")


def asks_for_an_errand(text: str) -> bool:
    """Whether a folded text wants something looked into or changed in somebody's own affairs at an institution.

    >>> asks_for_an_errand("can you check where my application is at"), asks_for_an_errand("how do i send my transcripts")
    (True, False)
    """
    return any(not _own_doing(text[: match.start()], match[0]) for match in _ERRAND.finditer(text))


def _own_doing(before: str, found: str) -> bool:
    """Whether an errand is what somebody does themselves: "how do i change my seat"; not what is asked of whoever reads."""
    asked = re.match(r"\W*(you|please|pls)\b", found)
    if asked:
        return asked[1] == "you" and bool(re.search(r"\b(?:do|does|did|must|should|if|when|how (?:can|could|would|will))\W*$", before))
    lead = re.match(r"\W*(?:and|to|then|just|now)\b", found)
    return bool(_OWN_DOING.search(before + (lead[0] if lead else "")))
