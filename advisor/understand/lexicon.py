"""Words and cues: how people ask for each field, and which words say nothing about a topic."""

from __future__ import annotations

from pathlib import Path

from corpus.cue import Cue
from corpus.once import once

__all__ = ["CHAT_WORDS", "FIELD_CUES", "GENERIC_WORDS", "field_cues_in", "word_list"]

_CUES: dict[str, str] = {
    "fee": r"how much\b(?! (?:of|time|work|credit|experience|longer|homework|more)\b)|\bcosts?\b|\bprices?\b|\bpriced\b|\bpric(?:e|ing)y?\b|\bfees?\b|\btuition\b|\bcharg(?:e|es|ed|ing)\b"
    r"|\bpay\b|\bafford|\bexpensive\b|\bcheap(?:er|est)?\b|\bdollars?\b|\bmoney\b(?! (?:from|behind|comes?|came)\b)|\bper[- ]credit\b|\bbooks\b|\btextbooks?\b|\bleft to pay\b|\bpayment|\bfree\b",
    "duration": r"how long\b|\bhow often\b|how many (?:\w+ )?(?:hours?|hrs|weeks?|months?|days?|sessions?|weekends?|years?|courses|semesters?|terms|classes|modules|evenings)\b"
    r"|\bduration\b|\blength\b|\bhours\b|\btime commitment\b|\bworkload\b|\bhours (?:a|per) week\b|\bshorter\b|(?<!anything )(?<!something )(?<!what )\blonger\b|\bshortest\b|\btake to (?:finish|complete|do)\b|\bto finish\b|\bfinish it\b|\bwhen (?:would|will) (?:i|it|she|he) (?:be done|end|finish)|\bpart[- ]time\b|\bfull[- ]time\b|\btime frame\b|\bweeks\b|\bmonths\b|\bdays\?|\bdays of class\b|\bhow big\b|\bresidency\b|\bhow (?:intense|intensive)\b|\bhow (?:fast|quick(?:ly)?|soon) (?:can|could|would|will|do|does) (?:i|you|u|we|it|he|she|they|one|people|my \w+) (?:be |get )?(?:done|finish\w*|complete\w*|through)\b|\bhow (?:is|are) (?:the |those |these )?(?:class(?:es)?|courses?|it|program|sessions?) (?:set up|structured|organi[sz]ed|laid out|arranged)\b",
    "delivery": r"\bonline\b|\bin[- ]person\b|\bon[- ]campus\b|\bon[- ]site\b|\bremote(?:ly)?\b|\bdistance\b|\bvirtual(?:ly)?\b|\bface[- ]to[- ]face\b|\bclassroom\b|\bhybrid\b|\bblended\b|\bfield days?\b"
    r"|\bhow (?:do|is|are) (?:they|it) (?:teach|taught|delivered|offered|run)\b|\bdelivered\b|\bdelivery\b|\bfrom home\b|\bon (?:the|my|a) computer\b|\bhave to (?:go|travel|be) (?:to|in|there)\b|\b(?:have to|must|need to|ever) (?:\w+ )?(?:show up|come in|be there in person)\b|\bhow (?:are|is|were) (?:the )?(?:classes|courses|sessions|it|lessons) (?:set up|organi[sz]ed|structured|arranged)\b|\btravel\b|\bin class\b|\bformat\b",
    "timing": r"\blive\b(?! (?:in|at|on|near|up|out|here|there|around|with|far|off))|\bself[- ]?paced\b|\bown (?:pace|time|schedule)\b|\basynchronous\b|\bsynchronous\b|\b(?:set|fixed|certain|specific|scheduled) times?\b|\bevenings?\b|\bweekends?\b|\bweeknights?\b|\bzoom\b|\brecorded\b|\bschedule\b|\bclass times?\b|\bwhat time\b|\bwhat days\b|\bnights?\b|\bdaytime\b",
    "location": r"\bwhere (?:is|are|does|do(?! i (?:keep|watch|look|find|apply|sign|register|send|ask)\b)|it|would|will|was|were|can|exactly)\b|\bwhere(?:'s|s)\b|\bwhere\?|\band where\b|, where(?=[,?]| and\b|$)|\b(?:which|what) (?:campus|campuses|towns?|city|cities|community|communities|places?|villages?|reserves?|territory|building|address)\b|\blocat(?:ed|ion)\b|\bheld\b|\bcampus\b|\bcommute\b|\bdrive\b",
    "credit": r"\bcredits?\b(?! (?:card|union))|\bnon[- ]?credit\b|\bunits\b",
    "recognition": r"\btranscripts?\b|\bbadges?\b|\bparchment\b|\bwhat (?:do|would|will) (?:i|you|they|she|he|we) (?:get|end up with|receive|walk away with|come out with|have)\b|\bpiece of paper\b|\bproof\b|\bcertificate (?:of completion|at the end)\b|\bhow (?:is|are) (?:it|they) recorded\b|\bon my (?:record|transcript)\b|\bdigital credential",
    "requirements": r"\brequirements?\b|\bprereq\w*|\bpre-req\w*|\bget in(?:to)?\b|\beligib\w+|\bqualif(?:y|ied|ies|ications?)\b|\badmission|\badmit(?:s|ted)?\b|\baccept(?:ed|s)?\b|\bwho can\b|\bwho(?: i|')?s (?:it|this|that) for\b|\bwho is (?:it|this|that|the \w+) (?:for|meant|aimed)|\bmeant for\b|\baimed at\b|\bwho should (?:take|do)\b|\bopen to\b|\bneed (?:a|an|any|to have|my|grade|experience|prior|previous)\b|\bneed(?:ed)? (?:to get in|to apply|to join|beforehand|before|first)\b|\bdo i need\b|\bdoes (?:he|she) need\b|\bhave to have\b|\bmust i\b|\bwhat grades?\b|\bgrades? do\b|\b(?:what|which|how high an?|how good an?) (?:[\w-]+ ){0,2}(?:average|gpa|marks?|grades?)\b(?![^.?!]{0,30}\b(?:keep|maintain|stay)\b)(?=[^.?!]{0,40}\b(?:expect|need|require|want|ask|have|has|must|admi|appl|get in)\w*)|\b(?:course|courses|class|classes) (?:that )?(?:i|you|we|they|he|she|one) (?:needs?|requires?|have to have|must have)\b|\bcan (?:i|he|she|we|they|my \w+) (?:\w+ )?(?:take|do|join|sign up|still|enrol|get|apply|go)\b|\bcould (?:i|he|she|we|they|my \w+)\b|\bwould (?:i|he|she|they|we) (?:be able|fit|qualify|get in)\b|\bfit\?|\bfit too\b|\ballow(?:ed)?\b|\bgood enough\b|\benough (?:for|to)\b|\bbeginners?\b|\bexperience (?:needed|required)\b|\bmature student\b|\btake me\b|\blet me in\b|\bshot at\b|\bdo i have to be\b|\bminimum age\b|\bold enough\b|\bhow old\b|\bwhat (?:do|does|would) (?:i|you|he|she|one|a person) need\b|\bstill (?:do|take|join)\b",
    "assessment": r"\bgraded?\b(?! (?:1[0-2]|8|9|cert|certificate|school))|\bexams?\b|\btests?\b|\bassess(?:ed|ment)\b|\bmarks?\b|\bpass(?:ing)?\b|\battendance\b|\bassignments?\b|\bfinal (?:project|paper|work|piece|assignment|task)\b|\b(?:hand|turn|handing|turning) in\b|\bgpa\b|\bcapstone\b|\bhow (?:are|do) (?:you|they|we) (?:get )?(?:marked|graded|evaluated)\b|\bevaluat\w+|\bhomework\b|\bessays?\b|\bpracticum\b|\baverage\b[^.?!]{0,30}\b(?:keep|maintain)\b|\b(?:keep|maintain)\b[^.?!]{0,30}\baverage\b",
    "quality_assurance": r"\baccredit\w*|\bquality\b|\bapproved by\b|\blegit\b|\brecogni[sz]ed by\b|\bwho approves\b|\breviewed\b",
    "laddering": r"\bladder\w*|\bstack\w*|\bcounts? (?:toward|towards|for|as|at|to)\b|\bgo(?:es)? toward\w*|\btowards? (?:a|an|the|something|anything|my)\b|\blead(?:s|ing)? (?:to|anywhere|into|on)\b|\btransfer(?:s|red|able|rable)?\b|\bbridge\b|\bdegree (?:after|later)\b|\bdiploma after\b|\bbuild(?:s)? to\b|\bdead end\b|\bwhat comes next\b|\bwhat (?:would |could |might |can )?follows?\b|\bhow far\b|\banything bigger\b|\bsomething bigger\b|\bbigger\b|\bcarry (?:over|into|forward)\b|\bapply (?:the|my|those|these) credits\b|\buse (?:the|those|these|them|my) (?:credits )?(?:at|toward|for|in)\b|\bbring into\b|\bknock off\b|\bgo to a degree\b|\bget me anywhere\b|\badvanced standing\b|\bafter (?:that|this|it)\b|\bcredits?\b[^.?!]{0,40}\b(?:go|gone|went|going|taken|carried|accepted|used|moved|brought) (?:anywhere|somewhere|elsewhere|to|into|over|on|at)\b|\bnext level\b|\bcount at\b|\bcredits? (?:move|travel|come with me|follow me)\b|\bcount later\b|\b(?:rolls?|rolled|rolling|feeds?|folds?) (?:it |this |that |them |over |those |these )?into\b|\bcredit for it at\b|\bpathways?\b",
    "prerequisite_of": r"\bprerequisite (?:for|of|to)\b|\btake first\b|\bbefore (?:the|i can take|taking)\b|\bcomes? (?:first|before)\b|\bopens? (?:up|the)\b",
    "start_dates": r"\bwhen (?:does|do|is|are|did|can|will|would|was)\b|\bwhen's\b|\band when\b|\bwhen\?|, when(?=[,?]| and\b|$)|\bstarts?\b(?! (?:a|my|over|with))|\bstarting\b|\bstart dates?\b|\bbegins?\b|\bbeginning\b(?! of)|\bintakes?\b|\bnext (?:one|run|session|offering|cohort|intake|start)\b|\bruns? next\b|\bdeadlines?\b|\bregister by\b|\bdates?\b|\bcohorts?\b|\bthis (?:fall|spring|winter|summer)\b",
    "next_steps": r"\bhow (?:do|can|would|does|should) (?:i|we|you|he|she|they|someone|one|my \w+) (?:go about )?(?:apply|register|sign up|enrol\w*|join|get started|start)\b|\bhow to (?:apply|register|sign up|enrol\w*|join)\b|\b(?:first|next) steps?\b|\bwhat (?:do|should|would) (?:i|we|she|he|you) do (?:next|now|first)\b|\bsteps\b|\bwait[- ]?list\b|\bon the list\b|\bsend in\b|\bsubmit\b|\bhow far ahead\b|\bapply or just\b|\bsign up\b|\bregister\b|\bapply\b|\bapplication\b(?! fee)|\bget (?:started|signed up)\b|\bhow do i get (?:on|in)\b|\bupload\b|\bdocuments\b|\benrol(?:l)?\b|\bmissed the\b",
    "contact": r"\bphone\b|\be-?mail\b|\bcontact\b|\bcall\b(?!ed)|\bwho (?:do|can|should|would|could|might) (?:i|we|you|he|she|they) (?:talk|speak|ask|call|ring|phone|contact|write|reach|e-?mail|text|get in touch)\b|\bnumber (?:for|to|i)\b|\bphone number\b|\breach\b|\bwho (?:was|is|are) the (?:contact|coordinator|person)\b|\bget (?:a )?hold of\b|\bget in touch\b",
    "funding": r"\bfund(?:ing|ed|s)?\b|\bgrants?\b|\bscholarships?\b|\bsponsor\w*|\bbursar(?:y|ies)\b|\bfinancial aid\b|\bstudent loans?\b|\bstrongerbc\b|\bfuture skills\b|\bpay for it\b|\bhelp paying\b|\bwho pays\b|\bwho\b[^.?!]{0,40}\b(?:money|dollars|cash) from\b|\bwhere\b[^.?!]{0,30}\b(?:money|cash) (?:from|comes?|came)\b|\bpaid for\b|\bcovered\b",
    "supports": r"\bsupports?\b|\bchild ?care\b|\bdaycare\b|\baccommodation\b|\bwraparound\b|\btutor\w*|\belder\b|\bhelp (?:for|with|available)\b|\bmeals\b|\btransport\w*|\binternships? paid\b|\bhousing\b|\blaptops?\b|\bpaid\b",
    "partners": r"\bpartner\w*|\b(?:built|made|developed|designed|created|co-?created|run|delivered) (?:together )?with\b|\bwho owns\b|\bowned by\b|\bwho (?:made|built|designed|developed|created|helped|co-?designed|else)\b|\bwho was involved\b|\bdeveloped (?:with|by)\b|\bindustry\b|\bemployers?\b|\bcompan(?:y|ies)\b|\bin collaboration\b|\bbehind it\b|\bwith which nation|\bwhich nations?\b|\bwhich first nations?\b|\bwho runs\b|\bworks? with\b",
    "competencies": r"\b(?:i|you|they|we|she|he|students|people) (?:actually )?learn\b|\bteach(?:es)?\b(?! (?:it|kids))|\bcovers?\b|\bskills\b|\btopics?\b|\bcurriculum\b|\bcontent\b|\bcompetenc\w+|\bwhat(?:'s| is) in (?:it|the)\b|\bcome out knowing\b|\bbe able to do\b",
    "indigenous_focus": r"\bindigenous[- ](?:led|designed|run|focus\w*)\b|\bfirst nations? involved\b|\bnation involved\b|\bindigenous (?:content|knowledge|perspective\w*)\b|\bwhose (?:idea|request)\b|\bwho asked for\b",
    "plar": r"\bplar\b|\bprior learning\b|\bchalleng(?:e|ing) (?:the|a|it|exam|courses?|credit)\b|\bexperience count\b|\bexempt\w*|\bskip (?:some|a|the)\b|\brecogni[sz]e my\b",
    "parts": r"\b(?:what|which)(?: are)?(?: the| its)? parts\b|\bone course\b|\bsingle courses?\b|\bjust (?:one|two|some|part) of\b|\bonly do\b|\bif i (?:only )?(?:do|take|finish) (?:one|two|three|all|some|just|the first)\b|\ball (?:two|three|four|five|six|seven|eight)\b|\beach course\b|\bmodules?\b|\bmade (?:up )?of\b|\bin any order\b|\bseparately\b|\bone at a time\b|\ball at once\b|\ball in one go\b|\ba (?:few|bit|piece|course) at a time\b|\bbit by bit\b|\bspread (?:it|them) out\b",
    "type": r"\bwhat (?:kind|type|sort) of (?:credential|certificate|thing|program)\b|\bis it (?:a|an) (?:micro|certificate|diploma|degree|course|badge|real)",
    "status": r"\bstill (?:run(?:s|ning)?|open|offered|going|available|exist\w*|on|around|being|a thing)\b|\bcancel\w*|\bdiscontinued\b|\bis it (?:running|happening|real)\b|\brunning (?:now|this|yet)\b|\bactually (?:running|exist)|\bexist(?:s)?\b|\bpropos(?:al|ed)\b",
    "summary": r"\bwhat(?:'s| is) (?:it|that|this|the .{3,60}) (?:all )?about\b|\btell me (?:more )?about\b|\bwhat does it do\b|\bdescribe\b|\bdescription\b|\bmore (?:info|information|detail)\b|\binfo on\b|\bdetails\b|\boverview\b|\bwhat (?:exactly )?is (?:it|that)\b",
}

#: field -> compiled cue
FIELD_CUES = {field: Cue(pattern) for field, pattern in _CUES.items()}

def word_list(name: str) -> frozenset[str]:
    """The words of a list beside this file; lines with ``#`` are remarks."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


#: words of asking and chatting: none says what a person wants to learn
CHAT_WORDS = word_list("chat_words.txt")
#: words for credentials, courses and asking about them: they name no topic of their own
GENERIC_WORDS = word_list("generic_words.txt")


def field_cues_in(text: str) -> list[str]:
    """Fields that a folded text asks about, in the order of its words.

    >>> field_cues_in("is it online, and how much is it")
    ['delivery', 'fee']
    """
    return list(_cues_in(text))


@once
def _cues_in(text: str) -> tuple[str, ...]:
    found = []
    for field, cue in FIELD_CUES.items():
        if match := cue.search(text):
            found.append((match.start(), field))
    return tuple(field for _, field in sorted(found))
