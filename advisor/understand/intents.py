"""What kind of question a stretch of a message asks, told by its cues."""

from __future__ import annotations

import re

from advisor.understand.understanding import Intent
from corpus.cue import Cue
from corpus.once import once

__all__ = ["ASKS_FOR_OFFERINGS", "COMPARE", "FIND", "TRAINING", "WHICH_OF_MANY", "intents_in"]

#: a wish for offerings, as opposed to a question about one
FIND = re.compile(
    # "forestry courses, online": a plural with nothing before it that points at some
    r"^\W*(?!(?:[\w'&/-]+ ){1,3}(?:did|ran|had|held|gave|put|hosted|was|were|has|have) )(?!(?:the|these|those|both|all|my|your|our|their|is|are|was|were|do|does|did|can|could|will|would|should|how|what|when|where|which|who|why|tell|compare|about|of|if)\b)(?:[\w'&/-]+ ){1,4}(?:courses|programs|classes|workshops|certificates|micro-?credentials)\b(?! (?:at|from|of|by)\b)|"
    r"^\W*(?!(?:the|this|that|my|your|our|is|are|do|does|did|can|how|what|when|where|which|who|why|tell|compare|about|of|if)\b)(?:[\w'&/-]+ ){1,3}(?:training|course|program|certificate|certification|micro-?credential)\W*$|"
    r"\b(?:i|we|he|she|they|and|but|my \w+) (?:really |just |also )?wants? (?!to (?:know|ask|find out|apply|register|sign|see|check)\b|(?:the|that|this|it|you|my|in|out)\b)\w|"
    r"^\W*any (?!idea|chance|way|exams?|tests?|fees?|pre-?req\w*|requirements?|costs?|credits?|homework|deadlines?|dates?|help|funding|grants?|marks?|reason|news|luck|good\b)(?:[\w-]+ ){1,3}(?:online|near|around|under|in|on|at|for)\b|"
    r"\b(?:looking (?:for|to)|look(?:ing)? (?:at|into) (?:taking|doing)|search(?:ing)? for|find|show me|list (?:of|all|the|me)|(?<!they )recommend|suggest|options|options\?|(?<!send )(?<!bring )(?<!submit )(?<!upload )(?<!sign )(?<!pay )any ?thing(?! (?:to (?:show|prove|pay)\b|bigger|longer|larger|in (?:my|his|her|our|their) life|(?:\w+ )?(?:to|i|we) (?:\w+ )?(?:sort|do|know|need|should|bring|send|have|prepare|watch)\b))|(?<!to )(?<!into )(?<!toward )(?<!towards )something(?! (?:to (?:show|prove)|bigger|longer|larger)\b)|some kind of|what (?:else|other|kinds? of)"
    r"|any (?!(?:chance|hope|way|shot|luck|idea|reason)\b)(?:\w+[- ]){0,5}(?:courses?|programs?|training|class(?:es)?|certificates?|certs?|micro\w*|workshops?|ones|options)"
    r"|(?:courses?|programs?|training|class(?:es)?|certificates?|micro[- ]?\w+|workshops?) (?:for|in|on|about|near|around|within|close to|outside of|under \$?\d|that|where|which|to become|to be|anywhere|available|offered|out there)"
    r"|what (?:\w+[- ]){0,4}(?:courses?|programs?|training|class(?:es)?|certificates?|micro\w*|workshops?) (?:are|is|do|does|can|could|would|exist|have)(?! (?:it|this|that|these|those)\b)"
    r"|where (?:can|could|do|would|should) (?:i|we|he|she|they|someone|my \w+) (?:\w+ )?(?:study|learn|take|get|train|find|do|go)|who (?:trains|teaches|offers|runs|has|does)\b"
    r"|(?:want|wants|wanna|need|needs|like|love|hoping|hope|wish|trying) (?:to |some |a |an )?(?:\w+ )?(?:learn|study|train|become|get into|work (?:in|as|with|on|for|at)|take a|take some|upgrade|retrain|produce|grow|start|move (?:up|into)|build|make|create|design|improve|brush up|pick up|get better|be (?:a|an))"
    r"|(?:want|wants|need|needs|like) (?:a|an|some|any|more) (?:\w+[- ]){0,4}(?:course|program|training|class|certificate|cert|micro\w*|paper|ticket|workshop|skills)"
    r"|i should (?:look (?:at|into)|take|do|get)|look(?:ing)? (?:at|into) (?:some )?\w+|interested in|is there (?:a|an|any|some|something|anything|one)\b(?! (?:[\w-]+ ){0,2}(?:phone|number|e-?mail|contact|deadline|exam|test|fee|cost|charge|wait ?list|practicum|textbooks?|homework|prereq\w*|link|website|application|interview|deposit|limits?|requirements?|minimum|maximum|cut-?offs?|restrictions?)\b)|are there|what'?s (?:here|available|out there|there|on offer)|what is (?:there|available|offered)|what do (?:you|they|we) have(?! to)|what does \w+ (?:offer|have)|got any|have any|do (?:you|they) (?:have|offer)(?! to\b)"
    r"|help me (?:find|choose|pick)|get into (?:the )?(?:trades|tech|health|film|forestry|it)|career in|job in|become an?)\b"
)
#: the surest of these: a message that asks for offerings in so many words
ASKS_FOR_OFFERINGS = re.compile(
    r"\b(?:looking for|(?:is|are) there (?:anything|something|stuff) (?:in|for|about|with)\b|(?<!send )(?<!bring )(?<!hand )(?<!turn )(?<!submit )(?<!put )(?:anything|something) (?!to (?:show|prove|bring|sign|pay)\b|in (?:my|his|her|our|their) life\b)(?:[\w-]+ ){0,3}(?:in|on|about|with|for|near)|search(?:ing)? for|find me|show me|(?<!they )recommend|suggest|what (?:\w+[- ]){0,4}(?:courses?|programs?|training|class(?:es)?|certificates?|micro\w*|workshops?) (?:are|is|do you|do they|does|exist|have)(?! (?:it|this|that|these|those)\b)"
    r"|any (?!(?:chance|hope|way|shot|luck|idea|reason)\b)(?:\w+[- ]){0,5}(?:courses?|programs?|training|class(?:es)?|certificates?|certs?|micro\w*|workshops?)|where (?:can|could|do|would) (?:i|we|he|she|they|someone|my \w+) (?:\w+ )?(?:study|learn|take|get|train)"
    r"|(?:is|are) there (?:(?:a|an|any|some|something|anything) )?(?!(?:age |entry |upper |lower )?(?:rules?|laws?|limits?|requirements?|restrictions?|minimum|maximum|cut-?offs?|polic(?:y|ies)|regulations?|difference|guarantee)\b)(?:[\w-]+ ){0,6}(?:courses?|programs?|training|class(?:es)?|certificates?|certs?|micro\w*|workshops?)|who (?:trains|teaches|offers)(?! (?:it|this|that|them|there|here)\b)|(?:need|want) (?:a|an|the|some|any) (?:\w+[- ]){0,4}(?:course|program|training|class|certificate|cert|micro\w*|paper|ticket)"
    r"|short (?:courses?|class(?:es)?|programs?|training)|(?:courses?|class(?:es)?|programs?|training|anything|something) (?:here|nearby|near me|near us|around here|near here)(?=\W*(?:$|[?.,;!]))|what'?s (?:a|an|some|the best) (?:\w+[- ]){0,3}(?:course|program|training|class|certificate|cert|micro\w*|workshop)|(?:want|wants|wanted|like|love|need|needs|hoping|have|trying) to (?:learn|study|become|train|get into))\b"
)
#: "which wildfire certificates carry credit" asks for all of a kind, whatever title its words come near to
WHICH_OF_MANY = re.compile(
    r"\b(?:which|what) (?:(?!(?:are|is|do|does|will|can|my|the|for|of|to|time|days?|e-?mail)\b)[\w'&-]+ ){1,4}(?:courses|programs|certificates|certs|classes|workshops|trainings|micro-?credentials)"
    r"(?= (?:at|from|near|carry|have|give|are(?! (?:in|part)\b)|can|could|would|cost|run|start|begin|count|take|offer|do|don'?t|lead)\b)"
)
#: a word for what is offered
TRAINING = re.compile(r"\b(?:training|courses?|class(?:es)?|workshops?|micro-?\w*|certificates?|certs?|programs?|to (?:learn|study|train))\b")
COMPARE = Cue(
    r"\bcompar\w+\b|\b(?:easi|hard|strict|tough)(?:er|est)\b[^.?!]{0,40}\b(?:in(?:to)?|admission|entry|enter|requirements?|qualify)\b|\bdiff(?:er\w*|s)?\b|\bvs\b|\bversus\b|\bside by side\b|\bwhich (?:one )?(?:is|of|gives|has|would|should|takes|costs)\b|\bwhich (?:one|of (?:the|these|those|them))\b|\bbetter (?:than|for|one|option|choice|deal|value|fit|off|suited|use)\b|\b(?:which|what|what's|whats|is|are|would)\b[^.?!]{0,80}\bbetter\b(?! [a-z]+s\b)|\bbetter\W*$|\bchoos(?:e|ing) between\b|\bboth\b|\beither\b|\bthe two\b(?! (?:weeks?|years?|months?|days?|hours?|courses|modules|parts|sessions|classes|weekends?)\b)|\b(?:is|are|was|were|does|do|did) each(?: one)?\b(?! (?:course|class|module|session|week|day|semester|term|intake|workshop))|\b(?:than|or) the other\b|\bshorter or\b|\b(?:is|are|does|do|would|will|was|did|of|for) each\b(?! (?:course|class|module|session|unit|lesson|week|day|month|year|term|semester|other|student|person)\b)"
)
_PATHWAY = re.compile(
    r"\bladder\w*|\bstack\w*|\bcounts? (?:toward|towards|as credit|for (?:a|an|the|any)|at|later)|\bgo(?:es)? toward|\btowards? (?:a|an|the|something|anything|my|their|his|her) |\bleads? (?:to|anywhere|into|on to)|\btransfer(?:s|red|able|rable)?\b|\bdead end\b|\bwhat comes (?:next|after)\b|\bwhat (?:would |could |might |can )?follows?\b(?! (?:the|a|that) rules?)|\bhow far (?:can|does|up)|\bbigger\b"
    r"|\bcredits?\b[^.?!]{0,40}\b(?:go|gone|went|going|taken|carried|accepted|used|moved|brought) (?:anywhere|somewhere|elsewhere|to|into|over|on|at)\b|\bcredits? (?:go|move|count|transfer|apply|toward|from)|\bcarry (?:over|into|forward)|\bbring (?:in)?to the|\bknocks? off|\bget (?:me|you|him|her) anywhere|\bbuilds? (?:to|toward|into|up)|\badvanced standing|\bused? (?:it |them |that )?(?:for|toward|towards) (?:a|an|the|my)?|\bfinish\w* .{0,30}help\b|\bcount at\b|\bdo i need it before|\bnext level|\bdegree (?:after|later)|\bdiploma (?:after|later)|\buse (?:them|those|these|it|the credits) (?:at|for|toward)"
    r"|\bgo (?:to|on to|into|for) (?:a|an|the) (?:degree|diploma|bachelor|master)|\bon the way to|\bstep toward|\bcomplete the (?:diploma|degree)|\bcontinue (?:to|into|on)|\bpathways?\b|\bbridg\w+|\bcount (?:for|in)\b|\bcould (?:those|it|they|these) go|\bprerequisite for|\bwhat (?:can|could) i do (?:with it|after)|\bwhere (?:can|could|does|do|will|would|might) .{0,70}\b(?:take|lead|get) (?:me|you|us|him|her|them)\b|\bwhere (?:it|this|that|they) (?:can |could |might )?(?:leads?|takes?|goes?)\b|\bafter (?:that|this|it|finishing|completing)\b|\badds? up to (?:a|an|any\w*|some\w*)\b|\bfull stop\b|\bdown the (?:line|road)\b|\bstart of (?:a|an|some\w*) (?:longer|bigger|larger)\b"
    r"|\b(?:any\w*|some\w*|what) (?:longer|larger|more advanced)\b|\b(?:get|gets|got) (?:you|me|us|him|her|them|people) (?:on ?)?(?:in)?to (?:any|some|a|an|the)\w* (?:longer|larger|degree|diploma|master\w*|bachelor\w*|more)\b|\b(?:rolls?|rolled|rolling|feeds?|folds?) (?:it |this |that |them |over |those |these )?into\b|\bsets? (?:you|me|us|him|her|them|people|\w+) up for\b|\bprepares? (?:you|me|us|him|her|them|people|\w+) for\b"
    r"|\b(?:finished|completed|passed|done with|graduated (?:from|with)|got through)\b.{0,90}\b(?:what(?:'s| is|s)? (?:now|next)|now what|where (?:to )?(?:now|next|from here))\b"
    r"|\bcredits? (?:\w+ ){0,3}(?:thrown (?:away|out)|wasted|lost|go to waste|good for)\b|\b(?:lose|waste|throw away|keep) (?:the|my|those|these|any) credits\b|\btick\w* (?:\w+ ){0,2}box|\bknock\w* (?:\w+ ){1,3}off\b|\b(?:pick|take|accept|honou?r|recogni[sz]e)s? (?:up )?(?:the|those|these|my|her|his) credits\b|\bcredits?, (?:which|what|who) \w+ (?:take|pick|accept)"
    r"|\b(?:which|what) (?:master|bachelor|degree|diploma)\w*(?:'s)?\b|\b(?:go|going|goes|move|moving|carry|went) on (?:to|for|into) (?!the (?:wait|list))\w|\b(?:give|gives|get|gets|got|giving) (?:\w+ )?credit for (?:it|that|this|them)\b|\bwhat comes before\b|\b(?:lead|step|way) (?:in )?(?:in)?to (?:a|an|the) (?:degree|diploma|master|bachelor)|\bturn(?:s|ed|ing)? (?:it|that|this|them|mine|my \w+) into (?:a|an|the)\b|\bpart of (?:a|an|the|any|some|another|something) (?:[\w-]+ ){0,2}(?:master\w*|degree|diploma|bachelor\w*|bigger|larger|longer)\b|\b(?:then|after that) what\b|\badds? (?:anything|something) to(?:ward)?\b|\btowards (?:it|that|this|them)\b|\btoward (?:it|that|this|them)\b"
    r"|\b(?:left|remaining|missing|more) (?:\w+ ){0,2}(?:for|to|until|till|before|toward|towards|of) (?:the|a|my) (?:\w+ )?(?:diploma|degree|master\w*|bachelor\w*)\b|\b(?:pieces|courses|parts|units|bits) (?:\w+ )?(?:add|build|combine|join) (?:up|together|into)\b"
)
_ELIGIBILITY = Cue(
    r"\b(?:get|got|let|take|accept\w*|admit\w*) (?:me |him |her |us |them |my \w+ )?(?:in|into|in\?|in to)\b|\beligib\w+|\bqualif(?:y|ied|ies)\b|\badmission (?:requirement|rule|standard|criteria|need)|\brequirements?\b|\bprereq\w*|\bpre-req\w*|\bwho can (?:take|do|apply|join|go|get)|\bwho(?:'s| is|s) (?:it|this|that|the .{3,40}) (?:for|meant|aimed)|\bwho should (?:take|do)|\bopen to\b"
    r"|\bdo(?:es)? (?:i|you|he|she|they|we|one|my \w+|a person) (?:really |actually |still )?(?:need|have to have|require|meet(?! (?:up|in person|on|at|every)\b))|\bneed(?:ed)? (?:a|an|any|my|grade|experience|prior|previous|certain|special)\b.{0,40}(?:to|for|first|before|\?)|\bwhat grades?\b|(?<!what )\b(?:can|could|may|would|will) (?:i|he|she|they|we|my (?:\w+ )?(?:\w+)|our \w+|someone|anyone|newcomers|beginners|people|international\w* \w*|a \w+) (?:\(?\w+\)? )?(?:still |even |also |just )?(?:take|do|join|(?<!when can i )(?<!soon can i )(?<!when could i )(?<!when would i )(?<!soon could i )start(?! (?:in|on|at|this|next|any|right|now|today|over|from|working|a|my|later|sooner)\b)|enrol\w*|sign up|register|apply|attend|get|go|be (?:admitted|accepted|allowed)|be able|fit|qualify|come)"
    r"|\benough (?:for|to)\b|\bgood enough\b|\bsufficient\b|\bdoes (?:that|it|this|my|his|her) (?:\w+ ){0,3}(?:fit|qualify|count(?! (?:toward|towards|for|as|at|later|in|into)\b)|work|meet)|\bfit\?|\bfit too\b|\btake me\b|\btakes? people like\b|\b(?:would|will|do|does|did|could|can|might) (?:\w+\b[ -]?(?:\([^()]*\) ?)?){1,10}?(?:take|accept|admit|let in) (?:me|him|her|us|them|some(?:one|body)|any(?:one|body)|people|beginners|my \w+)\b(?! (?:long|time|away|through|up|home|out|\d|about|an?\b))|\bwants? from (?:me|you|us|him|her|people|applicants)\b|\blet me in\b|\bshot at\b|\bhave to be (?:a|an|\d)|\bmature student|\ballowed\b|\bstill (?:do|take|join)|\bmeet the (?:requirement|criteria)|\bwhat (?:do|would|does|will) (?:i|you|he|she|one) need (?:to (?:get|be|take|apply|join|enter|start)|for|before|first)|\bmin(?:imum)? (?:age|grade|gpa|average)|\bold enough|\bhow old\b|\b(?:what|which|how high an?|how good an?) (?:[\w-]+ ){0,2}(?:average|gpa|marks?|grades?)\b(?![^.?!]{0,30}\b(?:keep|maintain|stay)\b)(?=[^.?!]{0,40}\b(?:expect|need|require|want|ask|have|has|must|admi|appl|get in)\w*)|\b(?:course|courses|class|classes) (?:that )?(?:i|you|we|they|he|she|one) (?:needs?|requires?|have to have|must have)\b|\bwithout (?:a|any|having) (?:degree|diploma|experience|high school|grade)"
    r"|\b(?:do|does|would|did) (?:i|he|she|we|they|my \w+) (?:already |really |actually |even )?(?:match|fit|have|meet|tick) (?:all |any of )?(?:what|the things|everything) (?:that )?(?:(?:\w+ ){1,5})(?:asks?|asking|wants?|needs?|requires?|looks?|looking|expects?)(?: for)?\b|\btoo (?:old|young|inexperienced|green)\b|\ba no[- ]go\b|\bage (?:limit|requirement|restriction|minimum|maximum|range|rule|cut-?off)s?\b|\b(?:any|no|a|much of a|what) chance\b(?! to)|\b(?:would|will|do|might|could) (?:they|the college|the university|it|that) (?:have|take|consider|look at|accept|admit) (?:me|him|her|us|them|some(?:one|body)|any(?:one|body)|people|my \w+)\b|\bshuts? (?:me |us |him |her |them )?out\b|\b(?:do|did|would|will) (?:i|we|he|she|they) make (?:it|the cut)\b|\b(?:keeps?|stops?|bars?) (?:me|us|him|her|them|people) (?:from|out)\b"
    r"|\b(?:have|got|need) to (?:do|take|finish|pass) (?:\w+ ){1,6}(?:before|first)\b|\b(?:clear|ready|free|good) to go (?:on|ahead|into)\b|\bout of the question\b|\b(?:is|be|it'?s) (?:it |this |that |also )?possible for (?:me|him|her|us|them|my \w+)\b(?! to\b)"
)
_NEXT = re.compile(
    r"\bhow (?:do|can|would|does|should|did) (?:i|we|you|he|she|they|someone|one|my \w+) (?:go about )?(?:apply\w*|register\w*|sign(?:ing)? up|enrol\w*|join\w*|get (?:started|signed|on)|start\w*|request)|\bhow to (?:apply|register|sign up|enrol\w*|join)|\b(?:first|next) steps?\b|\bwhat (?:do|should|would|can) (?:i|we|she|he|they|you|my \w+) (?:have to |need to )?(?:do|send|submit|give|bring|upload|prepare|hand) |\bwhat (?:do|should|would) (?:i|we) do (?:next|now|first)|\bsteps\b|\bwait[- ]?list|\bon the list\b|\bhow far ahead|\bapply or just|\bwho (?:do|can|should|would|to) (?:i |we |you )?(?:talk|speak|ask|call|phone|contact|write|reach|e-?mail)|\bphone(?: number)?\b|\be-?mail (?:address|for|to)\b|\bcontact\b|\bhow (?:do|can) (?:i|we) (?:reach|contact|get a ?hold|get in touch)|\bwhere (?:do|can) (?:i|we|you) (?:apply|sign up|register)|\bready to (?:apply|sign up|register|start)|\bi want to (?:apply|sign up|register)|\bhow does one apply|\b(?:web ?page|website|web ?site|link|form|portal|web address|url)\b.{0,25}\b(?:apply|register|registration|applications?|sign(?:ing)? up)\b|\bwhere (?:do|does|can|would|will|should) .{0,25}\b(?:post|publish|announce|find|look up|see) (?:the |more |any |course )*(?:details|information|info|updates|news)\b|\b(?:goes|go|put|need|needed|want|include) (?:in(?:to)?|with|for|on) (?:the|my|an|their|\w+) (?:\w+ )?application\b|\bpaperwork\b|\bhave ready\b|\b(?:what|anything) (?:do|should|would|must|will) (?:i|we|he|she|they|you) (?:need to |have to )?(?:prepare|get ready|gather|put together|submit|send)\b|\b(?:sort out|arrange|set up|line up|get ready|prepare) (?:before|beforehand|first)\b"
)
_WORTH = re.compile(r"\bworth (?:it|the|my|doing|taking)|\bany good\b|\bis it (?:legit|respected|recogni[sz]ed|useful|valuable)|\bgood value|\bdo employers (?:care|value|recogni[sz]e|want)")
_OUTCOME = re.compile(r"\bwhat (?:jobs?|work|careers?|kind of (?:jobs?|work)) (?:can|could|does|would|will|do)|\bjobs? (?:after|with (?:it|this|that))|\bget (?:me )?a job\b|\bemployment (?:after|outcomes?)|\bwhat can (?:it|this|that) lead to|\bwhat (?:can|could) i (?:do|become|be) (?:with|after)|\bcareer (?:options|paths?)|\bhelps? (?:me )?(?:to )?become")
_GUIDANCE = Cue(
    r"\bwhat(?:'s| is| are| even is| does| do| exactly is|s)\b.{0,40}\b(?:mean|called|micro-?credentials?|plar|laddering|stack\w+|transfer credit|asynchronous|synchronous|blended|badge|competenc\w+|framework|registry|future skills grant|psssp|iset|mycreds)|(?<!\bi )(?<!\bwe )\bmean(?:s|ing)?\b|\bdefin\w+|\bexplain\b|\bdifference (?:between|btwn?|b/?w)\b|\bin (?:general|the framework)\b|\bhow does (?:plar|transfer|laddering|funding) work|\bframework\b|\bwhats? (?:even )?(?:is )?(?:a|the|an) (?:micro|plar|grant|badge)|\bgenerally\b|\bin (?:normal|plain|simple) words"
)

_GOES_ON_TO = re.compile(r"\bgo (?:on )?(?:to|into|for) (?:do )?(?:an?|the|some|any) (?:[\w'-]+ ){0,3}?(?:diploma|degree|bachelor|master)\w*\b.{0,20}\b(?:with|from|after) (?:it|this|that)\b")
_ORDER: tuple[tuple[Intent, re.Pattern[str] | Cue], ...] = (
    ("compare", COMPARE),
    ("pathway", _PATHWAY),
    ("eligibility", _ELIGIBILITY),
    ("next", _NEXT),
    ("worth", _WORTH),
    ("outcome", _OUTCOME),
    ("find", FIND),
    ("guidance", _GUIDANCE),
)


_PERSON_COUNTS = re.compile(r"\b(?:do|does|would|will|could|can|did) (?:i|we|he|she|they|my \w+) (?:still |even |also )?$")


def intents_in(text: str) -> dict[Intent, int]:
    """Every intent that a folded text has a cue for, with the place of its first cue.

    >>> sorted(intents_in("how do i apply and can i get in with grade 11"))
    ['eligibility', 'next']
    """
    return dict(_intents_in(text))


@once
def _intents_in(text: str) -> dict[Intent, int]:
    found = {intent: match for intent, pattern in _ORDER if (match := pattern.search(text))}
    entry, way = found.get("eligibility"), found.get("pathway")
    if way and _PERSON_COUNTS.search(text[: way.start()]) and way[0].startswith("count"):
        del found["pathway"]  # "do I count for it" asks whether the rule means them
        found.setdefault("eligibility", way)
        way = None
    if entry and way and entry.start() <= way.start() < entry.end():
        if _GOES_ON_TO.search(text):
            del found["eligibility"]  # "can I go on to the diploma with it"
        else:
            del found["pathway"]  # "am I clear to go on to it" asks for leave, not for ways on
    return {intent: match.start() for intent, match in found.items()}
