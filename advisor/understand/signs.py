"""Indirect signs of distress: words that say little alone and much together.

People in danger seldom name it. They give things away and feel calm, they are done "with everything", a partner keeps
their phone. Each sign belongs to one kind of meaning; one kind alone is everyday talk, two of different kinds are not.
"""

from __future__ import annotations

import re

from corpus.folding import fold

__all__ = ["add_up", "signs_of_distress", "unmistakable_sign"]

_SOMEBODY = (
    r"(?:my (?:husband|wife|partner|spouse|boyfriend|girlfriend|bf|gf|ex|fiance|old man|man|dad|father|mom|mother|parents|step\w+|uncle|aunt(?:ie|y)?|brother|cousin|roommate|landlord|in ?laws?|"
    r"mother in law|father in law|guardian|foster \w+)|he|she|they)"
)
_FAMILY = r"(?:my (?:uncle|aunt(?:ie|y)?|dad|father|step\w+|brother|cousin|grand\w+|coach|boss|teacher|foster \w+|moms boyfriend|roommate))"
_BELONGINGS = r"(?:dogs?|cats?|pets?|horses?|trucks?|car|boat|bikes?|guitars?|fiddle|drums?|tools|regalia|rifles?|things|stuff|belongings|clothes|jewell?ery|rings?|collection|blankets?|records|games|books|furniture|plants|possessions)"

#: enough alone
_UNMISTAKABLE = re.compile(
    r"\b(?:(?:everyone|everybody|they|my \w+)(?:d| would| will|ll| are| is)? (?:all )?(?:probably )?(?:be )?(?:fine|better|better off|happier|ok|okay|easier) without me"
    r"|(?:easier|better) (?:for|on) (?:everyone|everybody|them|my \w+|us all) if i (?:just )?(?:wasnt|werent|disappear\w*|died|was gone|left for good|stopped)"
    r"|(?:keep|kept|just|been|always|sit|caught myself)(?: \w+)? (?:looking|staring|thinking) (?:at|about|of) (?:the |my |all |those |these )*(?:pills|bridge|gun|rifle|rope|knife|razor\w*|medicine cabinet)"
    r"|(?:think\w*|thought|want\w*|imagin\w+|feel like|could just|tempted)(?: \w+){0,4} (?:driv\w+ (?:off|into|over)|step\w* (?:in front|off)|walk\w* into) (?:of )?(?:the |a |my )?(?:road|bridge|cliff|lake|river|tree|truck|traffic|ditch|ocean|train|bus)"
    r"|(?:sleep|asleep) and (?:just )?(?:not|never|dont) (?:ever )?(?:wake|get up)|stay asleep (?:forever|for good)|(?:go|fall) to sleep and stay asleep|sleep forever|never wak(?:e|ing) up|(?:dont|doesnt|didnt|not) want(?:s|ed)? to wake up"
    r"|want (?:it|everything|the pain|the noise|all of it|all this) (?:all )?to (?:just )?(?:stop|end|be over)|keep living like this|(?:dont|doesnt) want to keep (?:living|going)"
    r"|(?:lost|died|passed|buried|gone)\b.{0,60}\b(?:just|only) want to (?:join|be with) (?:them|him|her|my \w+)"
    r"|(?:cutting|burning|harming|scratching|slicing|punishing) (?:up )?my (?:own )?(?:arms?|legs?|thighs?|wrists?|skin|body|stomach)(?! (?:at|on|in|with) (?:work|the (?:job|stove|oven|kitchen|torch|grill|line|saw)))"
    r"|(?:note|letters?) (?:is|are|was) (?:all )?written(?! (?:by|to the|for the|in))|wrote (?:my |a )?(?:goodbye|suicide) (?:note|letters?)|goodbye forever|planned (?:how|when) (?:i|ill) (?:do it|go)"
    rf"|{_FAMILY} (?:\w+ ){{0,2}}(?:touch(?:es|ed|ing)?|hits?|hitting|beats?|beating|chok\w+|rap\w+|molest\w*) (?:me|us)(?! (?:up|off))"
    r"|(?:burn|cut|scratch|hit|bite|stab|poke) myself with (?:a |the |my )?(?:lighter|cigarettes?|razor\w*|blades?|scissors|glass|needles?|pins?)"
    r"|tired of (?:being (?:here(?! in\b| on\b| for\b)|alive)|existing|living like this)|letters? (?:to|for) my \w+ for (?:after|when)|(?:come|comes|came|coming) into my room at night)\b"
    r"|\b(?:been|keep|kept|started|back to) cutting(?: again| mostly| too| at night)?\s*(?:[,.;!?]|$)"
)

#: kind of meaning -> its signs
_SIGNS: dict[str, str] = {
    "despair": r"\b(?:nothing|none of (?:it|this)) (?:i do )?(?:matters|makes (?:a|any) difference|helps|is left for me)\b|\bwhats the (?:use|point)\b(?! (?:of (?:the|a|this) (?:course|certificate|badge|cert|micro|program))| in (?:paying|taking))|\b(?:theres |there is |see )?no (?:(?:point|way out|hope)\b(?! in (?:it|paying|taking))|future\b(?! in\b))|\b(?:dont|cant|cannot) see (?:a|any) (?:way|future|point)\b|\bcant feel anything\b|\b(?:so|just|completely|totally|really|im|i am) (?:done|empty|numb|worn out)\b|\bso (?:tired|alone|over it)\b|\btired of (?:being here|fighting|trying|hurting|breathing|pretending|waking)\b|\bdont deserve\b|\bim (?:nothing|a failure|a mess)\b|\b(?:cant|not able to) (?:do|take|handle) (?:it|this|life) any ?more\b|\b(?:he|she|they) (?:has |have )?given up\b",
    "everything": r"\b(?:with|of|on|tried|about) (?:everything|all of it|it all|life|the world)\b(?! (?:being|that|to do with|online|about|related|in the (?:course|program)|costs?))|\bnot just (?:school|work|the course|my job)\b|\bnot with (?:school|work|the course|my job)\b|\bat all\.",
    "farewell": r"\b(?:said|saying|say|says) (?:my |her |his |their )?good ?byes?\b|\b(?:letters?|notes?) (?:to|for) my (?:kids|children|mom|mother|dad|family|son|daughter|parents|wife|husband)\b|\bafter im gone\b|\bwhen im gone\b|\bwont (?:be (?:here|around|alive)|need (?:it|my \w+|anything|any of it|the seat|a seat))\b(?: any ?(?:way|more))?(?! (?:in|for|during|until|on|at|this) )|\bsee myself (?:being )?(?:here|around|alive)\b|\bmade (?:my|his|her) peace\b|\btell (?:my \w+|them|him|her) (?:that )?(?:i love|im sorry|i was sorry)\b|\b(?:put|putting|got) my affairs in order\b|\b(?:got|have|everything|its|all) (?:it |is |all )*(?:ready|planned)(?:,| now| for (?:tonight|after))",
    "giving away": rf"\b(?:gave|given|giving|give)(?: away)?(?: all)?(?: of)? (?:my|his|her|their)(?: \w+)? {_BELONGINGS}(?: away| to| this|,|\b)|\bgave (?:it|everything|all (?:his|her|my) \w+) away\b|\b{_BELONGINGS} (?:\w+ ){{0,3}}given away\b|\bgive \w+ (?:his|her|my) \w+ to keep\b",
    "calm": r"\b(?:feels?|feeling|felt|im|so|finally)(?: \w+)? (?:peaceful|calm|at peace|relieved|light)\b(?! (?:place|town|work|course|duty|industrial))|\bat peace\b",
    "control": rf"\b{_SOMEBODY} (?:\w+ ){{0,2}}(?:took|takes|taken|keeps|hides?|hid|holds?|has|controls?|checks?|reads?|reading|tracks?|monitors?|smashed|broke|goes through)(?: away| through| all)? (?:all )?(?:my|our|the|me) (?:\w+ )?(?:phone|laptop|computer|tablet|texts?|messages?|bank|cards?|money|pay\w*|wallet|id|passport|papers|keys|car|location|accounts?)\b|\b(?:wont|doesnt|does not|never|not) let(?:s)? me (?:out|leave|go (?:out|anywhere|to (?:class|school|work))|see|talk|have|use|call)\b|\bnot allowed to (?:leave|go out|talk to|have (?:friends|money|a phone))\b|\bfollows? me\b|\btracks? (?:me|where i)\b|\blocks? (?:me|us)\b|\b(?:hand|give) over my (?:pay|money|che)\w*|\bcontrols? (?:everything|all|my (?:money|phone|life|every))",
    "threat": rf"\bmake me (?:sorry|pay for|regret)\b|\bill (?:be sorry|regret|pay for it)\b|\bi(?:ll| will) regret\b|\bthreat\w* (?:me|us|my \w+|to (?:hurt|kill|take|burn|hit|beat|kick|throw|find|send|leave me|call))\b|\b(?:he|she|they)(?:ll| will| would|d) (?:\w+ )?(?:hurt|kill|find me|burn|beat|come after|take (?:the|my) kids)\b|\b(?:said|says) (?:he|she|they) (?:will|would) (?:find|hurt|kill|burn|take)\b|\bif (?:he|she) (?:finds?|found|sees?|catch\w*)\b|\bif they (?:find|found) out\b|\b{_SOMEBODY} (?:\w+ ){{0,2}}(?:throws?|threw|breaks?|broke|punch\w*|smash\w*) (?:things|stuff|the wall|walls|doors?|plates)\b",
    "fear": r"\b(?:scared|afraid|terrified|frightened) (?:of (?:him|her|them|my|what (?:he|she|they))|to (?:go|be|sleep|leave)|what (?:he|she|they)|in my|at home|for (?:my|the) (?:kids?|life|daughter|son))\b|\b(?:im|i am|we are|so) (?:so |really )?(?:scared|terrified|frightened)\b|\b(?:i|we|and|im|been) hid(?:e|ing)? (?:in|from|at|with)\b|\b(?:writing|typing|texting|messaging)(?: this| you)? (?:on|from) (?:my |a |the )?(?:\w+s|friend\w*|library|borrowed|neighbou?r\w*) (?:tablet|phone|computer|laptop|account)\b|\bbefore (?:he|she|they) (?:finds?|sees?|gets?|comes?|wakes?)\b|\b(?:he|she|they) (?:cant|cannot|mustnt|must not|doesnt|dont) (?:know|find out|see this)\b|\b(?:nowhere|no place|no one|nobody) (?:safe |else )?to (?:go|turn|run)\b|\bneed to get (?:away|out) (?:from|of|fast|before)\b|\bwhen (?:he|she|they) finds out\b",
    "means": r"\b(?:bought|have|got|found|saved|saving|hid|hiding) (?:up )?(?:a|the|my|some|all my|enough) (?:rope|gun|rifle|pills|razor\w*|blades?|sleeping pills)\b|\b(?:know|decided|picked) (?:which|what|the) (?:bridge|day|night|way|date)\b",
    "body": r"\bhate my (?:own )?(?:body(?! clock)|self|face)\b|\bstopped (?:eating|sleeping)\b|\b(?:havent|not|didnt) (?:eaten|been eating|eating) (?:in|for)\b|\bstarving myself\b|\bdrink(?:ing)? (?:all day|until i|myself|to sleep|every (?:night|day) since)\b|\bdeserve (?:food|to eat|it when)\b",
    "harm": r"\b(?:been|keep|kept|started) (?:hurting|punishing|cutting|burning) (?:it|myself|my body)\b|\bhurt(?:ing)? (?:it|my body) (?:on purpose|again)\b",
    "missing": r"\b(?:hasnt|havent|has not|not) (?:been seen|answer\w*|shown up|come home|replied|been heard)\b|\bcant reach (?:him|her|them)\b|\bwont (?:answer|pick up|open)\b",
    "leaving": r"\bwithdraw\w*\b|\brefund\w*\b|\bdrop(?:ping)? out\b|\bcancel my\b|\bquit(?:ting)? (?:the|my) (?:course|program|classes)\b",
}  # fmt: skip
_COMPILED = {kind: re.compile(pattern) for kind, pattern in _SIGNS.items()}
#: what is wrong within a person, and what is done to a person: signs add up within one of them
_WITHIN = frozenset({"despair", "farewell", "giving away", "calm", "means", "body", "harm"})
_DONE_TO = frozenset({"control", "threat", "fear"})
#: signs that count only beside these
_LIGHT: dict[str, frozenset[str]] = {
    "everything": frozenset({"despair", "farewell", "giving away", "calm", "body"}),
    "leaving": frozenset({"farewell", "giving away", "means", "body"}),
    "missing": frozenset({"farewell", "giving away", "despair"}),
}
#: what makes "done", "tired" and the like a matter of work or of a course
_OF_WORK = re.compile(
    r"\b(?:done|tired|worn out|numb|over it|so done|no (?:point|future|hope)|whats the (?:use|point))(?: \w+)? (?:with|of|in|at|from|by) (?:the |my |this |that |these |all the |all this |being |working |doing |driving |sitting |paying )*"
    r"(?:jobs?|mill|work\w*|school|shifts?|boss|trades?|industry|career|college|university|online|office|desk|retail|restaurants?|kitchen|camp|course\w*|class\w*|program\w*|exams?|homework|zoom|paperwork|degree|semester|term|taking|paying|certificate|apprenticeship|winter|commut\w+|driving|road)\b"
)


def unmistakable_sign(text: str) -> bool:
    """Whether a message says in other words that somebody wants to die, harms themselves or is being hurt.

    >>> unmistakable_sign("everyone would be fine without me"), unmistakable_sign("everyone is fine with me going")
    (True, False)
    """
    return bool(_UNMISTAKABLE.search(_plain(text)))


def signs_of_distress(text: str) -> frozenset[str]:
    """The kinds of indirect signs in a message; :func:`add_up` says whether they are enough.

    >>> sorted(signs_of_distress("gave away my tools this week. feels peaceful"))
    ['calm', 'giving away']
    >>> sorted(signs_of_distress("I'm so done with my job at the mill"))
    []
    """
    plain = _OF_WORK.sub(" ", _plain(text))
    return frozenset(kind for kind, pattern in _COMPILED.items() if pattern.search(plain))


def add_up(signs: frozenset[str]) -> bool:
    """Whether signs of distress are enough together: two kinds that speak of the same trouble.

    >>> add_up(frozenset({"giving away", "calm"})), add_up(frozenset({"giving away", "fear"}))
    (True, False)
    """
    if len(signs & _WITHIN) > 1 or len(signs & _DONE_TO) > 1:
        return True
    return any(light in signs and signs & beside for light, beside in _LIGHT.items())


def _plain(text: str) -> str:
    return fold(text).replace("'", "")
