"""What a question about an offering seeks that no field is for: so many people, a share, who paid how much, which tickets.

Records say such things in passing, in the middle of a summary or behind a semicolon. A kind of thing is known by how it is
asked for and by what a text that answers holds; the piece of the record that holds it, and most words of the question, answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS
from advisor.understand.text import stem, tokens
from advisor.verify.vocabulary import FUNCTION_WORDS
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.cue import Cue
from corpus.evidence import Evidence
from corpus.folding import fold
from corpus.numbers import NUMBER_WORDS
from corpus.section import split_sentences

__all__ = ["SOUGHT", "Sought", "Spoken", "pieces_of", "sought_in", "spoken_of", "without_sought"]

_COUNTS = "|".join(sorted((word for word, value in NUMBER_WORDS.items() if value > 1), key=len, reverse=True))
_NUMBER = rf"(?:\d[\d,]*|{_COUNTS}|dozens?)"
_PEOPLE = r"(?:people|persons?|students?|learners?|participants?|trainees?|women|men|youth|members|filmmakers|graduates|grads|apprentices|workers|educators|professionals)"
#: words between a number and what is counted: none that begins another phrase
_BETWEEN = r"(?:(?!for\b|of\b|with\b|in\b|to\b|and\b|or\b|courses?\b|weeks?\b|hours?\b|credits?\b)[\w'-]+ ){0,2}"
_WHOM = r"(?:people|ppl|persons|folks?|students|learners|participants|others|kids|guys|men|women|youth|teens|trainees|members|seats|spots|places|openings)"
#: words between "how many" and whom it counts
_AMONG = r"(?:(?!days?\b|weeks?\b|weekends?\b|hours?\b|months?\b|times\b|courses\b|credits\b|sessions\b|years?\b|is\b|are\b|was\b|were\b|do\b|does\b|did\b|can\b|of\b|for\b)[\w'-]+ ){0,2}?"
_DID = r"(?: (?:have |had |has |did |do |are |were |already |ever |actually )*(?:enrol\w*|sign\w* up|regist\w+|join\w*|attend\w*|t(?:ook|ake|aken) (?:it|part|this)|took|taken|taking|go(?:ne)? through|done|did|there|in))?"
_MAKES = r"(?:designed|developed|created|co-?created|co-?designed|built|made|wrote|written|started|launched|requested|initiated)"


@dataclass(frozen=True, kw_only=True)
class Sought:
    """A kind of thing that is asked for.

    ``name`` says it in plain words where the record does not. ``settles`` are the fields that are not missed once it is said,
    ``nowhere`` those that never say it; ``shares`` asks of a piece to hold a word of the question too; ``differs`` has pieces with other numbers said beside
    it. ``field`` is asked for
    instead where no piece says it. ``weight`` is what each thing of the kind counts beside a word of the question.
    """

    name: str
    asked: Cue
    held: re.Pattern[str]
    settles: tuple[str, ...] = ()
    nowhere: tuple[str, ...] = ()
    shares: bool = False
    differs: bool = False
    field: str | None = None
    weight: float = 0.5


def _kind(name: str, asked: str, held: str, *, settles: tuple[str, ...] = (), nowhere: tuple[str, ...] = (), shares: bool = False, differs: bool = False, field: str | None = None, weight: float = 0.5) -> Sought:
    return Sought(name=name, asked=Cue(asked), held=re.compile(held), settles=settles, nowhere=nowhere, shares=shares, differs=differs, field=field, weight=weight)


SOUGHT: tuple[Sought, ...] = (
    _kind(
        "how many communities",
        r"\bhow many (?:different |of the |other |\w+ )?(?:first nations?|nations?|communities|bands|villages|towns|partners)\b(?: (?:took part|were involved|joined|are in))?",
        rf"\b{_NUMBER} {_BETWEEN}(?:first nations?|nations?|communities|bands|villages|towns)\b",
        settles=("partners", "indigenous_focus", "location"),
        differs=True,
    ),
    _kind(
        "how many graduated",
        r"\bhow many (?:of (?:the|them|those) )?(?:\w+ )?(?:(?:people |students |learners )?(?:have |has |had )?(?:graduated?|finished|completed)|graduates|grads)\b(?! (?:get|got|find|found|work|are (?:working|hired)))",
        rf"\b{_NUMBER} {_BETWEEN}(?:graduates?|graduated)\b|\bgraduat\w+ {_NUMBER}\b",
        settles=("indigenous_focus", "status"),
    ),
    _kind(
        "class size",
        rf"\bclass size|\bhow (?:big|large|small) (?:is|are|was|were) (?:the |each |a )?(?:class\w*|group|cohort|intake|course|section)\b"
        rf"|\bhow many (?:of (?:the|them|those|you) )?{_AMONG}(?:in (?:a|the|each|one) (?:class|group|cohort|section|intake)|(?:per|each|a) (?:class|group|cohort|section|intake)|{_WHOM}{_DID}|(?:have |had )?(?:enrol\w*|sign\w* up|took (?:it|part)|join\w*|attend\w*|got in))\b(?! (?:get|got|find|found|of the nations?))"
        r"|\bseats? (?:left|available)\b",
        rf"\b{_NUMBER} {_BETWEEN}(?:{_PEOPLE}|places|seats|spots|enrolled)\b|\b(?:cohort|group|class)(?:es|s)? of (?:about |up to |around )?{_NUMBER}\b|\b\d+ of \d+\b|\blimited to {_NUMBER}\b",
        settles=("partners", "indigenous_focus", "supports", "requirements", "timing", "duration"),
        nowhere=("contact", "next_steps", "fee", "duration", "assessment"),
    ),
    _kind(
        "such a share",
        r"\b(?:shares?|portion|percent(?:age)?|proportion|fraction|quota) (?:of|is|are|for|goes|go)\b|\b(?:what|which|certain) (?:%|percent(?:age)?|share|portion|proportion|fraction|quota)(?!\w)(?! (?:attendance|marks?|grades?|average|do i|do you|to pass|on|will i|would i)\b)|\bhow much of (?:the|a|each) (?:class|cohort|group|intake|room)\b",
        rf"\b\d+ ?(?:%|per ?cent\b)|\b(?:thirds?|half|quarters?|majority)\b|\b{_NUMBER} (?:of|in) {_NUMBER}\b|\bmost (?:of|students|learners)\b",
        settles=("indigenous_focus", "requirements", "supports"),
        shares=True,
    ),
    _kind(
        "the money put into it",
        r"\bhow much (?:money|funding|cash|funds)(?! (?:do|does|would|will|should|can|did|could) (?:i|you|we|it|they|she|he|one|somebody|people) (?:\w+ )?(?:need|pay|cost|owe|take|save|spend|make|earn|have to)\b)[^.?!]{0,40}?\b(?:was|is|were|went|go(?:es)?|came|come|behind|put|gave|given|got|get|granted|spent|invested|awarded)\b(?: (?:behind|into|put(?: into| behind)?|for|from))?"
        r"|\bhow much (?:did|does|do|has|have) (?!it\b|this\b|that\b|i\b|you\b|we\b)(?:[\w'&-]+ ){1,8}?(?:put (?:in(?:to)?|up|towards?|behind)|give|given|contribut\w+|kick(?:ed)? in|chip(?:ped)? in|spen[dt]|invest\w*|grant(?:ed)?|award\w*)\b"
        r"|\bhow (?:big|large|much) (?:was|is|were) the (?:[\w-]+ ){0,3}(?:grant|fund(?:ing)?|contribution|investment|award|money|pot|budget)\b"
        r"|\b(?:money|funding|dollars) (?:was |is |stood |stands )?(?:behind|that went into|put into|went into)\b",
        r"\$ ?[\d,.]+|\b\d[\d,.]* (?:million|thousand)\b",
        settles=("fee", "funding", "partners"),
        nowhere=("fee", "next_steps", "parts", "plar", "assessment", "requirements"),
    ),
    _kind(
        "the class times",
        r"\b(?:what|which) time(?:s)?\b(?! (?:of (?:the )?year|commitment|frame|zone))|\b(?:what|which) hours\b(?! (?:per|a|each) week)|\bhours of the day\b|\bwhat time of day\b|\bfrom when to when\b|\b(?:done|finish\w*|over|out) by (?:\d|noon|supper|dinner)|\b(?:start|finish|end) times?\b",
        r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b\d{1,2} ?- ?\d{1,2}\)|\b(?:weekday |week)?evenings?\b|\bweeknights?\b|\bafternoons?\b|\bmornings?\b",
        settles=("timing", "delivery", "start_dates"),
    ),
    _kind(
        "tickets that come with it",
        r"(?<!no )(?<!my )(?<!have )(?<!got )(?<!need )\b(?:tickets|certs|(?:which|what|any|safety) ticket|safety (?:certs?|certificates?|certifications?)|(?:which|what|any) (?:other |extra |safety |industry |workplace )*(?:certifications?|certificates)|wallet cards?)\b[^.?!]{0,30}?(?:\b(?:after (?:it|this|that)|out of it|come (?:out )?with(?: it)?|with it|in it|from it|at the end)\b)?",
        r"\bcertifications?\b|\bcertificates\b|\bwhmis\b|\bfirst aid\b|\bh2s\b|\btickets?\b|\bfood ?safe\b|\bs-?1\d\d\b|\bs-?2\d\d\b|\bsuperhost\b|\bserving it right\b|\blicen[cs]es?\b|\bpeck\b|\bskipper|\bradio operator|\bcpr\b",
        settles=("recognition", "competencies", "type"),
        nowhere=("type", "laddering", "stacking", "links", "subject", "contact", "next_steps"),
        field="recognition",
        weight=1.5,
    ),
    _kind(
        "pay while learning",
        r"\b(?:do|did|does|will|would) (?:they|you|it) pay (?:people|you|us|me|students|participants|learners|trainees|them)\b|\bpaid (?:you|people|us|them|students|participants|learners|trainees|him|her) (?:to|for|while)\b|\bpaid to (?:go|attend|be there|learn|take|train|do it)\b|(?<!what )(?<!is )\b(?:get|gets|got|getting|be) paid\b(?! (?:for|by) (?:the|a|my|our|band|grant)\b)|\bwages?\b(?! after)|\bstipends?\b|\bliving allowance\b|\bearn while\b",
        r"\bwages?\b|\bstipend|\ballowance\b|(?<!un)\bpaid\b(?! (?:or|by|for|in full|in advance|tuition))",
        settles=("supports", "funding", "fee", "duration"),
    ),
    _kind("who owns it", r"\bwho owns\b|\bowned by (?:who|whom)\b|\bwhose (?:is|program is)\b", r"\bowned by\b|\brun by\b", settles=("partners", "indigenous_focus")),
    _kind(
        "who designed it",
        rf"\bwho(?:'s| is| has| had)? (?:it )?(?:\w+ )?(?:{_MAKES}|came up with|put (?:it|this|that) together|thought (?:it|this|that) up|asked for)\b|\bwhose (?:idea|request)\b",
        rf"\b{_MAKES} (?:\w+ ){{0,2}}?(?:by|with|for|together)\b|\b(?:partnership|collaboration|consultation) with\b|\brequest(?:ed)? (?:of|by|from)\b|\bindigenous-designed\b|\bco-\w+ed\b|\bled by\b",
        settles=("partners", "indigenous_focus", "need", "purpose"),
        nowhere=("requirements", "competencies", "laddering", "links", "stacking", "start_dates"),
        field="partners",
    ),
)  # fmt: skip

#: a numbered piece of an offering: "week 3", "the third module"
_UNITS = r"(?P<unit>week|module|unit|session|day|workshop|weekend)"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "last": 0}
_NUMBERED = re.compile(rf"\b{_UNITS} (?P<number>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten)\b|\b(?P<ordinal>{'|'.join(_ORDINALS)}) (?P<unit2>week|module|unit|session|workshop|weekend)\b")
#: anything else that is counted; what a field of its own is for is not meant
_COUNTED = re.compile(
    r"\bhow many (?P<more>(?!of\b|more\b|other\b)\w+ )?(?P<noun>(?!hours|hrs|weeks|months|days|years|terms|semesters|sessions|weekends|evenings|courses|classes|modules|credits|units|times|levels|streams|parts|electives|seats|ways|kinds|types|things|is\b|was\b|does\b)[a-z]{3,}s)\b"
)
#: fields that say nothing in passing
_NEVER = {"title", "institution", "type", "subject", "region", "status"}
_NOISE = {stem(word) for word in CHAT_WORDS | GENERIC_WORDS}
#: lists of a few words each are said whole, unless they are longer than this
_LISTS = {"supports", "partners"}
_LONG = 160
#: how many pieces of one kind are said, where their numbers differ
_MOST = 2


@dataclass(frozen=True)
class Spoken:
    """A piece of a record that says what is sought. ``piece`` is None where it is the whole field."""

    sought: Sought
    evidence: Evidence
    piece: str | None


def sought_in(question: str) -> list[tuple[Sought, tuple[int, int]]]:
    """The kinds of things that a folded question seeks, each with the stretch that asks for it.

    >>> [kind.name for kind, _ in sought_in("how many nations took part, and did they pay people to go")]
    ['how many communities', 'pay while learning']
    """
    found: list[tuple[Sought, tuple[int, int]]] = []
    for kind in SOUGHT:
        match = kind.asked.search(question)
        if match and not any(start < match.end() and match.start() < end for _, (start, end) in found):
            found.append((kind, match.span()))
    if numbered := _NUMBERED.search(question):
        found.append((_numbered_kind(numbered), numbered.span()))
    if (counted := _COUNTED.search(question)) and not found:
        found.append((_counted_kind(counted), counted.span()))
    return found


def without_sought(question: str) -> str:
    """A folded question without the stretches that ask for such things: their words name no field.

    >>> without_sought("how many learners enrolled, and is it online").strip(" ,")
    'and is it online'
    """
    for _, (start, end) in sought_in(question):
        question = question[:start] + " " * (end - start) + question[end:]
    return question


def spoken_of(catalogue: Catalogue, record: Credential, question: str) -> list[Spoken]:
    """What pieces of a record say of what a folded question seeks, the best of each kind first."""
    kinds = sought_in(question)
    if not kinds:
        return []
    own = {stem(word) for word in tokens(f"{record.title} {record.institution}")}
    asked = {stem(word) for word in tokens(question) if len(word) > 2 and word not in FUNCTION_WORDS} - own
    found: list[Spoken] = []
    for kind, _ in kinds:
        held = [item for evidence in catalogue.stated(record) if evidence.field not in {*_NEVER, *kind.nowhere} for item in _held(kind, evidence, asked)]
        held.sort(key=lambda item: item[0], reverse=True)
        said: set[str] = set()
        for _, spoken, numbers in held[:_MOST]:
            if not said or (kind.differs and numbers and not numbers <= said):
                found.append(spoken)
                said |= numbers or {""}
    return found


def pieces_of(text: str) -> list[str]:
    """A field's text in the pieces that are said by themselves: its lines, and their sentences."""
    return [part for line in text.split("\n") for part in split_sentences(line)]


def _held(kind: Sought, evidence: Evidence, asked: set[str]) -> list[tuple[tuple[float, int], Spoken, set[str]]]:
    """The pieces of a field that hold the kind, each with how well it answers."""
    pieces = pieces_of(evidence.text)
    found = []
    for piece in pieces:
        best: tuple[tuple[float, int], set[str]] | None = None
        for part in fold(piece).split(";"):
            matches = {match[0] for match in kind.held.finditer(part)}
            shared = sum(0.5 if word in _NOISE else 1.0 for word in asked & {stem(word) for word in tokens(part)})
            if not matches or (kind.shares and not shared):
                continue
            numbers = {number for match in matches for number in re.findall(_NUMBER, match)}
            score = (shared + kind.weight * len(matches), -len(part))
            best = max(best, (score, numbers), key=lambda item: item[0]) if best else (score, numbers)
        if best:
            found.append((best[0], Spoken(kind, evidence, piece if len(pieces) > 1 and (evidence.field not in _LISTS or len(evidence.text) > _LONG) else None), best[1]))
    return found


def _counted_kind(match: re.Match[str]) -> Sought:
    """The kind of thing that a number of something is: how many horses, how many references."""
    noun = re.escape(match["noun"].rstrip("s")[:-1])
    return _kind(match[0], re.escape(match[0]), rf"\b{_NUMBER} {_BETWEEN}{noun}\w*\b")


def _numbered_kind(match: re.Match[str]) -> Sought:
    """The kind of thing that a numbered piece is: what "week 3" or "the third week" is about."""
    unit = match["unit"] or match["unit2"]
    words = {str(value): word for word, value in NUMBER_WORDS.items() if 0 < value < 11}
    if match["number"]:
        digit = match["number"] if match["number"].isdigit() else next((number for number, word in words.items() if word == match["number"]), match["number"])
    else:
        digit = str(_ORDINALS[match["ordinal"]])
    ordinal = next((word for word, value in _ORDINALS.items() if str(value) == digit), digit)
    forms = [rf"{unit}s? (?:{digit}|{words.get(digit, digit)})\b", rf"\b{ordinal} (?:\w+ )?{unit}\b"]
    return _kind(f"what {match[0]} holds", re.escape(match[0]), "|".join(forms), settles=("competencies", "parts", "duration", "timing", "assessment"), nowhere=("duration", "start_dates", "contact"))
