"""Standing wishes: which a message takes back or adds a choice to, and how a new one changes the old."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.understand.understanding import Filter, Op
from corpus.cue import Cue
from corpus.once import once
from corpus.places import PlaceMatch, gazetteer

__all__ = ["changes_only", "merge_filters", "removals_in", "travels_in", "widenings_in", "without_removals"]

#: stands before a place while its name is looked for
_IN = "near "
#: how people name each wish: by what it is about, or by what it was
_SUBJECTS = {
    "fee": r"budget|pric\w+|costs?|fees?|money|tuition|free|how much|cheap\w*|afford\w*|(?<!time )(?<!length )(?<!hour )(?<!hours )(?<!week )(?<!weeks )(?:limit|cap)|\$ ?\d[\d,]*|dollars?|bucks|expensive",
    "delivery": r"online|field(?: ?work)?|delivery|in[- ]?person|face[- ]to[- ]face|campus|format|remote(?:ly)?|virtual|class ?room|on[- ]campus|blended|hybrid|from home|at home",
    "timing": r"timing|schedule|live|self[- ]?paced|pace|asynchronous|set times",
    "schedule": r"evenings?|week ?ends?|week ?nights?|nights?|day ?time|week ?days|part[- ]time|schedule|saturdays?|sundays?",
    "region": r"region|area|island|locations?|place|where|local|near(?:by)?|close(?: by| to home)?",
    "place": r"place|town|city|locations?|distance|where|near(?:by)?|local|close(?: by| to home)?",
    "institution": r"college|university|school|institution",
    "credit_bearing": r"credits?|non[- ]?credit",
    "hours": r"hours?|length|duration|time|short|how long",
    "weeks": r"weeks?|months?|length|duration|time|short|how long",
    "indigenous_focus": r"indigenous",
    "type": r"type|kind|micro[- ]?credentials?|certificates?|diplomas?",
    "start": r"start(?:ing)?(?: dates?)?|dates?|when|january|february|march|april|june|july|august|september|october|november|december|fall|winter|spring|summer",
}
_SUBJECT_CUES = {field: re.compile(rf"(?<!\w)(?:{words})\b") for field, words in _SUBJECTS.items()}
_VERY = r"(?:really|actually|honestly|even|so|that|all|all that|necessarily|super|very|too|just|also|totally|perfectly|as|a|an|the|huge|hard|any ?more|for me|to me|right now)"
_WHAT = r"(?P<what>(?:(?!(?:more|less|fewer|over|under|above|below|longer|higher|exceeding|anywhere|anything|something|somewhere|but|so|just|show|instead|maybe|and|i|is|are|then|what|give)\b)[\w'$-]+ ?){1,4})"
_BEFORE_IT = r"(?P<what>\$?[\w'-]+(?: (?!(?:but|and|so|if|is|it)\b)[\w'-]+){0,2})"
_OUGHT = r"(?:(?:does|do|need|should|would)(?:n'?t| not)|don't|dont|doesnt)"
_IMPORTANT = r"(?:must|require\w*|requirement|necessary|essential|important|deal[- ]?breakers?|big deal|needed|need|mandatory|critical|issue|problem|concern|priority|object|factor)"
_FINE = r"(?:fine|ok(?:ay)?|good|alright|all right|great|cool|possible|doable|an option|acceptable)"
_ISNT = r"(?: (?:is|are|was|were)n'?t| (?:is|are|was|were) (?:not|no)|'?s (?:not|no)| not)(?: longer)?"
#: lets go of what it names, by a verb
_LET_GO = (
    r"(?:forget|never ?mind|nvm|drop|remove|ignore|skip|scrap|ditch|lose|cancel|scratch|leave out|take (?:it )?(?:off|out|away|back)|get rid of|let go of|changed my mind|no longer (?:need|care)|who cares"
    rf"|no (?:need|preference|restriction|limit)|flexible|(?:not|never|(?:do|does|did|is|are|was|were|would|wo|should|need)n'?t|no need to) (?:{_VERY} )*(?:care|mind|matter|fussed|bothered|set|insist|picky|tied|particular|worr(?:y|ied)|stuck|(?:stick|limit|restrict|tie|keep|hold)(?: (?:it|me|them|this|that))?)(?: to me)? (?:about|on|to|with|if|how|whether|where(?= it)))"
)
_SAID = r"(?:about|on|for|to|with|if|whether|what|i|we|said|told you|asked(?: for)?|wanted|mentioned|wrote|before|earlier|the|my|that|it'?s|it is|is|having|being|only)"
#: phrases that take back what they name; what is named stands in the group "what"
_RELEASES = tuple(
    Cue(pattern)
    for pattern in (
        rf"\b{_LET_GO} (?:{_SAID} )*{_WHAT}",
        rf"\b(?:it|that|they|this|one|course)? ?{_OUGHT} (?:{_VERY} )*(?:have to|has to|need to|gotta|got to|must|needs to)? ?be (?:{_VERY} )*{_WHAT}",
        rf"\b(?:not necessarily|(?:don'?t (?:really |actually )?need (?:it|them|one) (?:to be )?)) ?(?:{_VERY} )*{_WHAT}",
        rf"\b(?:the |my )?{_BEFORE_IT}(?<!credit)(?<!credits)(?: (?:part|thing|bit))?{_ISNT} (?:{_VERY} )*{_IMPORTANT}\b",
        rf"\b(?:what i said about )?(?:the |my )?{_BEFORE_IT} (?:part |thing |bit )?(?:(?:doesn'?t|does not|don'?t|do not|doesnt) (?:{_VERY} )*(?:matter|count)|no longer (?:matters?|counts?)|can be (?:whatever|anything))",
        rf"\b{_BEFORE_IT}(?: or not)?,? (?:it )?(?:doesn'?t|does not|makes? no) (?:really )?(?:make (?:a|any|much) )?difference\b",
        rf"\b{_BEFORE_IT}(?: (?:is|would be) {_FINE})?,? (?:i have |i'?ve |with )?no preference\b",
        r"\b(?:regardless of|no matter|whatever|any) (?:the |what the )?(?P<what>price|cost|budget|fee|format|schedule|length|delivery|location|date|start date)\b",
        r"\bno (?P<what>(?:time|length|budget|price|fee|cost|hours?|weeks?) (?:limit|cap|max\w*|restriction))s?\b(?! (?:is|was|given|stated)\b)",
        r"\b(?:not|isn'?t) (?:just|only) (?P<what>online|in[- ]person|evenings?|weekends?|indigenous)\b",
    )
)
#: belongs to what was named: "the price thing"
_TAIL = re.compile(r" (?:part|thing|bit|limit|requirement|stuff|wish|filter|rule|any ?more|any longer)s?\b")
_CARELESS = re.compile(r"\b(?:don'?t|do not|doesn'?t) (?:care|matter|mind)(?: to me)? (?:(?P<fee>how much)|(?P<long>how long)|(?P<where>where)|(?P<when>when))(?: (?:it (?:is|costs?|takes?|starts?)|that is))?|\b(?:(?P<fee2>costs?)|(?P<long2>takes?|lasts?)|(?P<when2>starts?|begins?)) (?:any ?time|whatever|whenever)\b")
#: allows something beside what was wished for
_ALLOWS = tuple(
    Cue(rf"\b{pattern}")
    for pattern in (
        rf"{_BEFORE_IT} (?:is|are|would be|'?s|r|sounds?|could be)? ?(?:{_VERY} )*{_FINE},? (?:too|also|as well|either|after all|now)\b(?: way)?",
        rf"\b(?:can|could|may) (?:also )?be (?:partly |done |part |even |just )*(?:in |at |on )?(?:a |the )?{_WHAT}",
        rf"{_BEFORE_IT} (?:would |could |can |might )?(?:also )?(?:works?|do),? (?:{_VERY} |{_FINE} )*(?:too|also|as well|either|for me)\b",
        rf"{_BEFORE_IT} (?:is also|are also|would also be|would be also|'?s also|is just as|are just as|is equally|are equally) {_FINE}\b",
        rf"(?:(?:ok(?:ay)?|fine|good|happy|alright|cool) with|(?:wouldn'?t|don'?t|do not|would not) mind|open to|up for) (?:doing |going |having |a |the |something )*{_WHAT}",
        rf"(?:could|can|would|i'?d|happy to|able to) (?:do|take|handle|manage|consider|go|be) (?:it |that |one |them )?{_BEFORE_IT},? (?:too|also|as well|either)\b",
        rf"(?:could|can|would|i'?d) also (?:do|take|go|handle|manage|consider) {_WHAT}",
    )
)
_ANYWHERE = Cue(
    r"(?<!lead )(?<!leads )(?<!leading )(?<!go )(?<!goes )(?<!get )(?<!me )\bany ?where(?! (?:else|but|near|close|around|on|in (?!(?:bc|b\.c\.|british|the province|canada)\b)))(?: (?:at all|in (?:the province|bc|b\.c\.|british columbia|canada)))?(?: (?:is|works?))?(?: (?:fine|ok(?:ay)?|good))?"
    r"|\bwhere ?ever\b|\bdon'?t care where\b|\bany (?:city|town|campus|place|region|location)\b|\b(?:could|can|able to|willing to|happy to|i'?ll) (?:drive|travel|move|go|relocate) any ?where\b|\b(?:all|the whole|the rest) of (?:bc|b\.c\.|british columbia|the province)\b|\b(?:whole|entire) province\b|\bprovince[- ]wide\b"
    r"|\b(?:don'?t mind|wouldn'?t mind|willing to|happy to|ready to|able to|could|can|i'?ll) (?:travel\w*|mov(?:e|ing)|relocat\w+|driv(?:e|ing))(?= (?:for (?:it|this|the right)|if)|\W*(?:$|[.,;!?]))|\b(?:travel|distance|driving|moving|relocating)(?: is|'s| isn'?t| is not|s)? (?:not |no |isn'?t )?(?:an? |really )*(?:issue|problem|ok|fine|concern)\b"
)
_ANYONE = Cue(r"\b(?:anyone|anybody|everyone) (?:can|could|may) (?:apply|join|take)|\b(?:open to|for) (?:anyone|everyone|everybody|anybody)\b|\b(?:not|doesn'?t have to be|don'?t need it to be) (?:just |only )?(?:for )?indigenous\b")
_PAYS_MORE = Cue(
    r"\b(?:can|could|able to|willing to|ok to|happy to|i'?ll|i will|ready to|prepared to) (?:actually |probably |also )?(?:pay|spend|afford|go) (?:a (?:bit|little) |some |way |much |even )?(?:more|extra|higher|whatever|anything)\b(?! than)|\b(?:can|could|able to|willing to|ok to|happy to|i'?ll) (?:actually |probably |also )?pay (?:a (?:little|bit)|some(?:thing)?|for it)\b(?! (?:more )?than)|\bno limit\b(?! (?:on|to|for|in)\b)|\bmoney(?:'s| is)? no object\b"
    r"|\b(?:raise|up|stretch|increase|bump(?: up)?) (?:my |the )?budget\b(?! to)|\bbudget(?:'s| is) (?:flexible|open|unlimited)\b|\b(?:pricier|more expensive|dearer) (?:is|ones? (?:is|are)|would be) (?:fine|ok(?:ay)?)\b"
)
_LASTS_LONGER = Cue(r"\b(?:longer|a longer one|longer ones) (?:is|are|would be|works?)(?: (?:fine|ok(?:ay)?|good|too|also|as well))*|\b(?:can|could|able to) (?:take|do|handle) (?:a |something |one )?longer\b(?: (?:one|course|program))?|\bas long as it takes\b|\bhave more time\b")
#: how one gets to a place, before the place
_TRAVELS = re.compile(r"\b(?:(?:could|can|able to|willing to|happy to|ready to|would|(?:s?he|they|we|i)'?d|wouldn'?t mind|don'?t mind|what if i|i'?ll|fine with|ok with) (?:also |always |even |probably |just |easily )?(?:get(?:ting)?|driv(?:e|ing)|go(?:ing)?|travel(?:l?ing)?|commut(?:e|ing)|mak(?:e|ing) it|com(?:e|ing)|bus(?:sing)?|ferry|fly(?:ing)?|mov(?:e|ing)|relocat(?:e|ing)) (?:up |down |over |out |in |across )?(?:to|as far as|into)|what if i (?:drove|went|moved|travelled|traveled|commuted|got) (?:up |down |over |out )?(?:to|as far as))\b")


def _releases(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Each phrase that takes wishes back: where it stands, and the fields of those wishes."""
    for pattern in _RELEASES:
        for match in pattern.finditer(text):
            if fields := _fields(match["what"]):
                yield (*_stretch(match), fields)
    for match in _CARELESS.finditer(text):
        yield (*match.span(), ("fee",) if match["fee"] or match["fee2"] else ("hours", "weeks") if match["long"] or match["long2"] else ("start",) if match["when"] or match["when2"] else ("region", "place"))
    for pattern, fields in ((_ANYONE, ("indigenous_focus",)), (_ANYWHERE, ("region", "place")), (_PAYS_MORE, ("fee",)), (_LASTS_LONGER, ("hours", "weeks"))):
        for match in pattern.finditer(text):
            yield (*match.span(), fields)


def _fields(what: str) -> tuple[str, ...]:
    found = [field for field, cue in _SUBJECT_CUES.items() if cue.search(what)]
    if not found and _places_in(what):
        found = ["region", "place"]
    return tuple(found)


def _places_in(what: str) -> list[PlaceMatch]:
    """Places that folded words name: short names of some stand only inside a sentence for them ("rupert")."""
    return gazetteer().find(_IN + what.removesuffix("'s").title())


def _stretch(match: re.Match[str]) -> tuple[int, int]:
    """A phrase up to the last word that names a wish, so that what follows is still read."""
    start, end = match.span()
    ends = [cue.end() for pattern in _SUBJECT_CUES.values() for cue in pattern.finditer(match["what"])]
    ends += [place.end - len(_IN) for place in _places_in(match["what"])]
    if ends and match.end("what") == end:
        end = match.start("what") + max(ends)
    tail = _TAIL.match(match.string, end)
    return start, tail.end() if tail else end


@once
def removals_in(text: str) -> tuple[str, ...]:
    """Fields whose standing wishes a folded message takes back.

    >>> removals_in("forget my budget"), removals_in("anywhere is fine"), removals_in("it doesn't have to be online")
    (('fee',), ('region', 'place'), ('delivery',))
    """
    return tuple(dict.fromkeys(field for _, _, fields in _releases(text) for field in fields))


@once
def widenings_in(text: str) -> tuple[str, ...]:
    """Fields that a folded message allows another choice on: "in person is fine too".

    >>> widenings_in("in person is fine too"), widenings_in("in person is better")
    (('delivery',), ())
    """
    return tuple(dict.fromkeys(field for pattern in _ALLOWS for match in pattern.finditer(text) for field in _fields(match["what"])))


def travels_in(text: str) -> bool:
    """Whether a folded message says that somebody could get to a place: what is held there comes into question.

    >>> travels_in("i could get to kelowna on weekends"), travels_in("i live in kelowna")
    (True, False)
    """
    return bool(_TRAVELS.search(text))


def changes_only(text: str, standing: Sequence[Filter]) -> bool:
    """Whether a folded message takes a standing wish back and says next to nothing else: "longer would be fine"."""
    return bool({item.field for item in standing} & set(removals_in(text))) and len(without_removals(text).split()) <= 2


@once
def without_removals(text: str) -> str:
    """A folded text with the phrases that take wishes back blanked, its length kept: "forget online" wishes for nothing.

    >>> without_removals("forget my budget, in person is fine").strip(" ,")
    'in person is fine'
    """
    for start, end, _ in sorted(_releases(text)):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


#: wishes that speak of the same thing, so that a new one replaces them all
_SAME = ({"region", "place"}, {"hours", "weeks"}, {"delivery"}, {"fee"})


def merge_filters(standing: Sequence[Filter], new: Sequence[Filter], *, removed: Sequence[str] = (), widened: Sequence[str] = ()) -> tuple[Filter, ...]:
    """Standing wishes with new ones on top: a new wish replaces an old one about the same thing, or adds a choice to it."""
    both = [_either(old, item, op="not") for item in new for old in standing if item.field == "institution" and old.field == item.field and {old.op, item.op} == {"not"}]
    both += [_either(old, item) for item in new for old in standing if item.field in widened and item.field not in removed and old.field == item.field and "not" not in {old.op, item.op}]
    fields = {item.field for item in both}
    # what is only allowed is no wish where nothing stood
    new = [item for item in new if item.field not in fields and not (item.field in widened and item.op == "eq")] + both
    fresh = {item.field for item in new}
    for group in _SAME:
        if fresh & group:
            fresh |= group
    kept = [item for item in standing if item.field not in fresh and item.field not in removed]
    return (*kept, *new)


def _either(old: Filter, new: Filter, *, op: Op | None = None) -> Filter:
    """One wish that either choice meets, or that turns both down."""
    values = tuple(dict.fromkeys(value for item in (old, new) for value in (item.value if isinstance(item.value, tuple) else (item.value,))))
    op = op or ("near" if old.op == "near" else "any")
    return old.model_copy(update={"op": op, "value": values if len(values) > 1 else values[0], "said": " / ".join(dict.fromkeys((old.said, new.said)))})
