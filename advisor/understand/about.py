"""What a message is about: the records it names, or points back at."""

from __future__ import annotations

import re

from advisor.find.support import SubjectSupport
from advisor.find.wish_check import check_wishes
from advisor.understand.another import Another, AnotherReader, another_kind, corrects
from advisor.understand.follow_up import FollowUps
from advisor.understand.goes_on import asks_on
from advisor.understand.intents import ASKS_FOR_OFFERINGS, COMPARE, FIND, TRAINING, WHICH_OF_MANY, intents_in
from advisor.understand.left_out import TELLS, leaves_out, turned_down
from advisor.understand.lexicon import field_cues_in
from advisor.understand.names import NameIndex
from advisor.understand.reading import Reading, clauses
from advisor.understand.records import Named, RecordResolver
from advisor.understand.refusals import read_refusals
from advisor.understand.rejected import without_rejected
from advisor.understand.requests import asks_a_question, asks_beside_amounts
from advisor.understand.standing import removals_in, travels_in, widenings_in, without_removals
from advisor.understand.stated import stated_in
from advisor.understand.subject import subject_phrases
from advisor.understand.text import stem, tokens, without
from advisor.understand.topic import blank, topic_of
from advisor.understand.understanding import LearnerFacts
from advisor.understand.where import read_places
from advisor.understand.wishes import read_wishes
from corpus.catalogue import Catalogue
from corpus.folding import fold
from corpus.places import gazetteer
from index.search import HybridSearch

__all__ = ["RecordReader"]

#: how surely a record must be named; calibrated on the development questions (see `docs/understanding.md`)
NAMED_WITH_INSTITUTION = 0.30
NAMED_ALONE = 0.52
#: each of several in a message that compares
SEVERAL = 0.42
_TWO = re.compile(r"\b(?:two|both|either|each)\b")
#: lists two in passing: "there's one about soils and another about bees"
_AND_ANOTHER = re.compile(r"\bone (?:\w+ )?(?:about|on|for|in|is|with|that)\b.{3,60}\b(?:another|the other|and one) (?:\w+ )?(?:about|on|for|in|is|with|that)\b")
#: by a word that only one title has, with no other title near
NAMED_LOOSELY = 0.42
NAMED_WHILE_SEARCHING = 0.74
TOLD_APART = 0.08
#: an offering that only another institution has: named at least this surely
ELSEWHERE = 0.6
_OFFERED_BY = re.compile(r"\b(?:at|from|through|by|via) (?:the )?$")
#: words in a row of a title, from here on, are a name, however near the message is to a question of guidance
SURELY_NAMED = 0.6
#: a title said this fully is a name, whatever else is said beside it
FULLY_SAID = 0.75
#: thinks a search over with another place in mind
_SUPPOSES = re.compile(r"\bwhat (?:if|about)\b|\bhow about\b|\binstead\b|\b(?:could|can) (?:also )?(?:drive|travel|get|go|commute) (?:to|as far)")
#: a plural with nothing before it that points at some: "short courses in drone mapping", "indigenous language courses"
_LISTS = re.compile(r"\W*(?:(?!the\b|these\b|those\b|my\b|your\b|both\b|are\b|do\b|is\b|what\b|how\b|which\b)[\w'/-]+ ){0,4}(?:courses|classes|programs|workshops|certificates|micro-?credentials)(?: (?:in|on|about|for|near|around|online)\b|\W*$)")
#: asks of those shown, whatever name a word of it might be
_OF_THESE = re.compile(r"\b(?:which|any|some|all|none|either|each|one|both) of (?:these|those|them)\b")
#: points at the one spoken of within a question
_OF_IT = re.compile(r"\b(?:it|its|they|them|their)\b")
_IN = re.compile(r"\b(?:in|near|around|at|on|from|to)(?: the)? $", re.IGNORECASE)
#: leads up to a place where somebody is; "the Cascadia one" names an offering
_AT_PLACE = re.compile(r"\b(?:in|at|near|from|around|to|of|by|outside) $", re.IGNORECASE)
#: a follow-up that names a place which is not ours says little else
_FEW = 6
#: an institution that the learner has behind them is no wish
_BEHIND = re.compile(r"\b(?:did|done|took|taken|finished|completed|graduated from|graduate of|alum\w* of|went to|dropped out of|studied at|degree from|diploma from|work(?:ed)? (?:at|for)) (?:the |my |a |an )?$")
#: a kind of credential that is asked about or aimed at names no record: "which master's takes it", "toward a degree"
_KIND_OF_TARGET = re.compile(r"\b(?:which|what|any|toward|towards|into|to|for|off) (?:(?:a|an|any|some|other) )?(?:master|bachelor|degree|diploma)(?:'?s)?\b(?! (?:in|of)\b)", re.IGNORECASE)
_QUESTION = re.compile(r"^\W*(?:and |ok(?:ay)? |so |but )?(?:is|are|was|were|do|does|did|can(?! (?:be|also|pay|go|drive|travel)\b)|could(?! (?:be|also|pay|go|drive|travel|do)\b)|will|would|how|when|where|who|which|why)\b|\b(?:is it|are they|is that|are those|do they|does it)\b")


class RecordReader:
    """Settles which records a message is about."""

    def __init__(self, catalogue: Catalogue, names: NameIndex, search: HybridSearch) -> None:
        self._catalogue = catalogue
        self._names = names
        self._resolver = RecordResolver(catalogue, names, search)
        self._another = AnotherReader(catalogue, names)
        self._support = SubjectSupport(catalogue, search)
        self._follow_ups = FollowUps(catalogue, names, self._support)
        self._by_institution: dict[str, list[str]] = {}
        for record in catalogue:
            self._by_institution.setdefault(record.institution, []).append(record.id)

    def read_institutions(self, reading: Reading) -> None:
        """Note the institutions named, blank them, and keep to their records."""
        reading.institutions = self._names.institutions_in(reading.text)
        reading.institution_spans = [(item.start, item.end) for item in reading.institutions]
        reading.body = blank(reading.text, reading.institution_spans)
        reading.pointing = without_rejected(reading.plain) if reading.conversation.history and len(reading.plain) == len(reading.text) else reading.plain
        if reading.pointing != reading.plain:
            turned_down = [at for at, (old, new) in enumerate(zip(reading.plain, reading.pointing, strict=True)) if old != new]
            reading.body = blank(reading.body, [(at, at + 1) for at in turned_down])
            reading.institutions = [item for item in reading.institutions if item.start not in turned_down] or reading.institutions
        reading.institutions = [item for item in reading.institutions if not _BEHIND.search(reading.plain[max(0, item.start - 30) : item.start])]
        self._turn_down(reading)
        if reading.institutions:
            reading.family = set().union(*(self._names.family(item.name) for item in reading.institutions))
            reading.within = [record for name in sorted(reading.family) for record in self._by_institution.get(name, [])]

    def _turn_down(self, reading: Reading) -> None:
        """Set apart the institutions and note the subjects that the message does not want."""
        reading.not_at = turned_down(reading)
        reading.institutions = [item for item in reading.institutions if item not in reading.not_at]
        places = gazetteer().find(reading.body)
        reading.refused = read_refusals(fold(blank(reading.body, [(item.start, item.end) for item in places])), self._names)

    def read_named(self, reading: Reading) -> None:
        """Note the records named beside what the learner told; asked again, only where they told something else."""
        naming = _KIND_OF_TARGET.sub(_blanked, without(reading.body, (*reading.facts.said, *(item.said for item in reading.refused))))
        if naming != reading.naming:
            places = [match.place.name for match in gazetteer().find(reading.body)]
            reading.naming, reading.named = naming, self._resolver.resolve(naming, within=reading.within, places=places)

    def read_beside_held(self, reading: Reading, told: LearnerFacts) -> None:
        """Settle the records with what the learner holds set aside; where nothing else is named, it is what is asked about."""
        self._read_records(reading)
        if len(reading.records) > 1 and not COMPARE.search(reading.plain):
            # what is held already is asked about only where nothing else is named
            reading.records = tuple(item for item in reading.records if item not in reading.facts.holds) or reading.records
        if reading.facts is told or reading.how == "named" or (reading.records and "eligibility" in intents_in(reading.plain)):
            return
        reading.facts = told.model_copy(update={"holds": reading.facts.holds})
        reading.records, reading.candidates, reading.how = (), (), None
        self._read_records(reading)

    def _read_records(self, reading: Reading) -> None:
        """Settle which records the message is about: named in it, or pointed back at."""
        conversation = reading.conversation
        self.read_named(reading)
        searching = bool(FIND.search(reading.plain))
        comparing = reading.compares
        referred, how = self._follow_ups.pointed_at(reading)
        best = reading.named[0] if reading.named else None
        sure = best is not None and self._is_named(best, reading, searching=searching) and not self._is_like(best, reading)
        if counting := self._follow_ups.counting(reading):
            reading.records, reading.how = counting, "plural"
        elif several := self._several(reading, comparing=comparing):
            reading.records, reading.how = several, "named"
        elif leaves_out(reading, self._names):
            self._take_another(Another((), conversation.topic or self._follow_ups.topic(conversation)), reading)
        elif how in {"ordinal", "named", "comparative"} or (how == "plural" and _OF_THESE.search(reading.pointing)):
            reading.records, reading.how = referred, how
        elif self._wishes_alone(reading) or self._changes_wishes(reading):
            reading.how = "refines"
        elif (another := self._follow_ups.away(reading) or self._another.read(reading)) and (corrects(reading.plain) or not sure):
            self._take_another(another, reading)
        elif (kind := another_kind(reading.plain)) and conversation.focus and not self._is_of_kind(conversation.focus[0], kind):
            reading.how = "unknown"
        elif sure and best is not None:
            reading.records, reading.how = (best.record,), "named"
            reading.candidates = self._ties(reading, best)
        elif self._refines(reading):
            reading.how = "refines"
        elif followed := self._follow_ups.read(reading, referred, how, told=self._asks_something(reading)):
            reading.records, reading.how = followed
        elif not conversation.focus and not comparing and (elsewhere := self._misplaced(reading, reading.naming or "")):
            reading.records, reading.how = (elsewhere,), "named"
            owners = {item.name for item in self._names.institutions_in(self._catalogue.record(elsewhere).institution)}
            reading.misplaced = None if owners & (reading.family or set()) else reading.institutions[0].said

    def _misplaced(self, reading: Reading, naming: str) -> str | None:
        """A record of another institution that the message plainly names as one of the institution it names."""
        if len({item.name for item in reading.institutions}) != 1 or ASKS_FOR_OFFERINGS.search(reading.plain) or not self._asks_something(reading):
            return None
        mention = reading.institutions[0]
        if not mention.said.lower().endswith("'s") and not _OFFERED_BY.search(reading.plain[: mention.start]):
            return None
        named = self._resolver.resolve(naming, limit=2)
        if not named or named[0].record in (reading.within or ()) or not (named[0].exact or named[0].runs) or named[0].score < ELSEWHERE:
            return None
        here = max((item.score for item in reading.named), default=0.0)
        return named[0].record if named[0].score - here >= TOLD_APART * 2 else None

    def _take_another(self, another: Another, reading: Reading) -> None:
        """Take up another record than the one spoken of; where several fit, or none does, look for it."""
        reading.topic, reading.elsewhere = another.topic, another.places
        if not another.records or (another.by_place and len(another.records) > 1):
            reading.how = "another"
            return
        fields = set(field_cues_in(reading.plain)) - {"location", "status", "requirements"}
        reading.records, reading.how = another.records[:1], "placed" if another.by_place and not fields else "named"
        reading.candidates = another.records if len(another.records) > 1 else ()

    def _is_of_kind(self, record_id: str, kind: str) -> bool:
        record = self._catalogue.record(record_id)
        return kind in fold(f"{record.title} {record.type or ''}")

    def _wishes_alone(self, reading: Reading) -> bool:
        """Whether the message after a search is made of wishes and of nothing that could be a name."""
        if reading.conversation.intent != "find" or _QUESTION.search(reading.plain):
            return False
        wishes = read_wishes(without_removals(reading.plain))
        return bool(wishes) and not topic_of(without_removals(fold(reading.body)), self._names, said=[item.said for item in wishes])

    def _changes_wishes(self, reading: Reading) -> bool:
        """Whether the message takes a standing wish back, allows another choice, or moves the search, and says little else."""
        conversation, plain = reading.conversation, reading.plain
        if reading.unserved and conversation.intent == "find" and len(plain.split()) <= _FEW:
            return True
        if not (conversation.topic or conversation.filters) or ("?" in plain and _QUESTION.search(plain) and not travels_in(plain)):
            return False
        placed = bool(gazetteer().find(reading.body))
        standing = {item.field for item in conversation.filters}
        if not (standing & set(removals_in(plain)) or standing & set(widenings_in(plain)) or (placed and travels_in(plain))):
            return False
        wishes = read_wishes(without_removals(plain))
        rest = without(without_removals(fold(_without_all_places(reading.body))), tuple(part for item in wishes for part in item.said.split(" / ")))
        left = topic_of(" , ".join(part for part in clauses(rest) if not TELLS.match(part)), self._names).split()
        return len([word for word in left if word not in conversation.topic.split()]) <= 1

    def _turns_down(self, reading: Reading) -> bool:
        """Whether a message that asks nothing names a place, a subject or an institution that will not do."""
        if reading.institutions or reading.conversation.focus or asks_beside_amounts(reading.plain):
            return False
        return bool(reading.unserved or reading.not_at or reading.refused or any(item.op == "not" for item in read_places(reading.body, gazetteer(), searching=True).filters))

    def _wishes_beside(self, reading: Reading) -> bool:
        """Whether a message that asks nothing wishes for something beside what it names: "horticulture in the Interior"."""
        if reading.institutions or reading.conversation.focus or asks_beside_amounts(reading.plain):
            return False
        return bool(read_places(reading.body, gazetteer(), searching=True).filters or read_wishes(without_removals(reading.plain)))

    def _refines(self, reading: Reading) -> bool:
        """Whether the message only adds or changes wishes of the search before it."""
        places = gazetteer().find(reading.body)
        supposes = bool(places) and bool(_SUPPOSES.search(reading.plain))
        if reading.conversation.intent != "find" and not (supposes and reading.conversation.topic):
            return False
        if _QUESTION.search(reading.plain) and not supposes and not (places and re.search(r"\b(?:it|them|one|any) (?:there|here)\b|\bthere\b", reading.plain)):
            return False
        plain = without_removals(reading.plain)
        wishes = read_wishes(plain)
        words = topic_of(without(without_removals(fold(reading.body)), tuple(item.said for item in wishes)), self._names).split()
        if TRAINING.search(reading.plain) and not set(words) <= set(reading.conversation.topic.split()):
            return False  # it says itself what the training is to be in
        return bool(wishes or places or reading.institutions or plain != reading.plain) and len(words) <= 3

    def subject_of(self, reading: Reading) -> tuple[tuple[str, ...], ...]:
        """What the message asks an offering to be in, as phrases; nothing that the learner told of themselves."""
        text = without(reading.text, (*reading.facts.said, *(item.said for item in reading.refused)))
        marks = dict.fromkeys((at for item in gazetteer().find(text) for at in range(item.start, item.end)), "¤")
        marks |= dict.fromkeys((at for item in self._names.institutions_in(text) for at in range(item.start, item.end)), "§")
        text = "".join(marks.get(at, char) for at, char in enumerate(text))
        text = re.sub("([§¤])\\1*", r" \1 ", text)
        phrases = (tuple(self._names.topic_words(" ".join(phrase))) for phrase in subject_phrases(text))
        return tuple(phrase for phrase in phrases if phrase)

    def speaks_of(self, record: str, reading: Reading) -> bool:
        """Whether a record speaks of all that the message asks an offering to be in."""
        return not self._support.missing(self.subject_of(reading), [record])

    def _is_like(self, best: Named, reading: Reading) -> bool:
        """Whether the best record is only like what is asked for: it speaks of a part of the subject, and not of the rest."""
        title = {stem(word) for word in tokens(self._catalogue.record(best.record).title)}
        if not reading.institutions and self._only_placed(title, reading):
            return True
        if best.exact or best.name >= FULLY_SAID:
            return False
        # a phrase apart from a title that is said too is another word for it: "deconstruction course (zero waste buildings)"
        phrases = [phrase for phrase in self.subject_of(reading) if best.runs < 2 or title & {stem(word) for word in phrase}]
        return bool(self._support.missing(phrases, [best.record]))

    def _only_placed(self, title: set[str], reading: Reading) -> bool:
        """Whether a message shares no more with a title than the place that it names: "can she join, she's in Burns Lake"."""
        places = gazetteer().find(reading.body)
        rest = {stem(word) for word in self._names.topic_words(blank(reading.body, [(item.start, item.end) for item in places]))}
        return bool(places) and all(_AT_PLACE.search(reading.body[: item.start]) for item in places) and not rest & title

    def _is_named(self, best: Named, reading: Reading, *, searching: bool) -> bool:
        kinds = reading.kinds
        explained = kinds is not None and kinds.guidance_score >= 0.62 and kinds.explains >= 0.08
        if explained and not best.exact and not reading.institutions and not (best.score >= SURELY_NAMED and best.runs and asks_of_an_offering(reading.plain)):
            return False
        if self._turns_down(reading) or (best.name < FULLY_SAID and self._wishes_beside(reading)):
            return False  # a topic with wishes
        asks_for_offerings = bool(ASKS_FOR_OFFERINGS.search(reading.plain)) or bool(_LISTS.match(reading.plain))
        if asks_for_offerings and not reading.institutions:
            return False
        if self._stays(best, reading):
            return False
        if WHICH_OF_MANY.search(reading.plain) and not best.exact and best.name < FULLY_SAID:
            return False
        others = [item for item in reading.named if item.record != best.record]
        alone = not any(item.exact for item in others)
        apart = alone and best.score >= NAMED_LOOSELY and best.score - max((item.score for item in others), default=0.0) >= TOLD_APART
        if best.exact and (best.name >= (0.38 if alone and self._asks_something(reading) else 0.55) or apart) and not (searching and best.score < (0.65 if reading.institutions else 0.85)):
            return True
        if searching and (asks_for_offerings or not reading.institutions or not self._asks_something(reading)):
            # words that fit another title nearly as well are a topic, not a name
            title = fold(self._catalogue.record(best.record).title)
            other = max((item.score for item in reading.named if fold(self._catalogue.record(item.record).title) != title), default=0.0)
            return best.score >= NAMED_WHILE_SEARCHING and (best.exact or best.score - other >= TOLD_APART)
        if not self._asks_something(reading) and not reading.institutions:
            return best.score >= NAMED_WHILE_SEARCHING - 0.1
        if not reading.institutions:
            return best.score >= (NAMED_ALONE - 0.07 if best.runs else NAMED_ALONE)
        rest = max((item.score for item in reading.named if item.record != best.record), default=0.0)
        if best.score >= NAMED_WITH_INSTITUTION:
            return best.score >= 0.42 or best.score - rest >= 0.08
        in_a_row = best.runs > max((item.runs for item in reading.named if item.record != best.record), default=0)
        return best.score >= 0.18 and best.score - rest >= (0.08 if in_a_row else 0.12) and not explained

    def _stays(self, best: Named, reading: Reading) -> bool:
        """Whether a question with a verb stays with the one singled out: words that name another only loosely are the question's own."""
        conversation = reading.conversation
        if not conversation.singled or not conversation.focus or conversation.intent == "find" or reading.institutions or best.exact or not asks_on(reading.plain) or best.record in conversation.focus[:1]:
            return False
        rest = max((item.score for item in reading.named if item.record != best.record), default=0.0)
        return best.name < FULLY_SAID and (best.score - rest < TOLD_APART or bool(_OF_IT.search(reading.plain)))

    def _several(self, reading: Reading, *, comparing: bool) -> tuple[str, ...]:
        """Two or more records named in a message that compares, or, with no word of comparing, each named for itself."""
        if len(coded := self._names.titled_with(reading.text)) > 1:
            return coded
        if not comparing and ASKS_FOR_OFFERINGS.search(reading.plain) and not reading.institutions:
            return ()
        within: list[list[str] | None] = [reading.within] if reading.institutions else [None]
        comparing = comparing or bool(reading.institutions and _AND_ANOTHER.search(reading.plain))
        floor = NAMED_WITH_INSTITUTION if comparing and reading.institutions and (_TWO.search(reading.plain) or _AND_ANOTHER.search(reading.plain)) else SEVERAL
        each = self._resolver.several(_without_places(reading.body), within_of=within, vector=reading.vector, floor=floor)
        records = self._compared(reading, each)
        if comparing:
            return records
        if FIND.search(reading.plain) and not all(item.exact for item in each):
            return ()  # two topics of a search
        sure = {item.record for item in each if item.score >= (0.5 if reading.institutions else 0.6) or item.exact}
        return records if len(sure & set(records)) > 1 else ()

    def _compared(self, reading: Reading, each: list[Named]) -> tuple[str, ...]:
        """Two or more records: one for each institution named, those named one by one, or the two nearest.

        :param each: the records that the message names one by one.
        """
        pools: list[list[str] | None] = [self._by_institution.get(item.name, []) for item in reading.institutions]
        if len(reading.institutions) > 1:
            shared = self._resolver.resolve(reading.body, limit=1, vector=reading.vector)
            rows = [self._resolver.resolve(reading.body, within=pool, limit=1, vector=reading.vector) for pool in pools]
            titles = {fold(self._catalogue.record(row[0].record).title) for row in rows if row}
            floor = 0.25 if len(titles) == 1 and all(rows) else 0.34  # the same title at each of them is a sign of its own
            found = [row[0].record for row in rows if row and row[0].score >= floor]
            if shared and len(dict.fromkeys(found)) > 1:
                return tuple(dict.fromkeys(found))
        if len(each) > 1:
            return tuple(item.record for item in each)
        near = [item for item in reading.named if item.score >= SEVERAL]
        if _TWO.search(reading.plain) and len(near) < 2:
            near = [item for item in self._resolver.resolve(reading.body, limit=2) if item.score >= SEVERAL]
        if len(near) > 1 and re.search(r"\b(?:two|both|difference)\b", reading.plain) and near[0].score - near[1].score < 0.12:
            return tuple(item.record for item in near[:2])
        return ()

    def _ties(self, reading: Reading, best: Named) -> tuple[str, ...]:
        """Records that the words name as surely as the best one: the same title at several institutions."""
        if reading.institutions:
            return ()
        title = fold(self._catalogue.record(best.record).title)
        same = [record.id for record in self._catalogue if fold(record.title) == title]
        if len(same) > 1:
            wishes = read_places(reading.body, gazetteer(), searching=True).filters
            near = [record for record in same if wishes and not check_wishes(self._catalogue, self._catalogue.record(record), wishes).broken]
            if len(near) == 1:
                reading.records = (near[0],)
                return ()
            same = near or same
        return tuple(same) if len(same) > 1 else ()

    def _asks_something(self, reading: Reading) -> bool:
        if reading.conversation.focus and asks_a_question(reading.plain) and len(reading.plain.split()) <= 12:
            return True
        told = reading.facts.said and (reading.conversation.focus or reading.institutions)
        if reading.institutions and any(not item.mine for item in stated_in(reading.text)):
            return True
        return bool(field_cues_in(reading.plain)) or bool(set(intents_in(reading.plain)) - {"find", "guidance"}) or bool(told)


def asks_of_an_offering(plain: str) -> bool:
    """Whether a folded message asks how to get in, on or further, and for no meaning of a word."""
    intents = set(intents_in(plain))
    return bool(intents & {"next", "eligibility", "pathway"}) and "guidance" not in intents


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without_all_places(text: str) -> str:
    return blank(text, [(item.start, item.end) for item in gazetteer().find(text)])


def _without_places(text: str) -> str:
    """A text without the places that stand apart in it: "language certificate, Williams Lake" names one thing."""
    found = [(match, text[: match.start]) for match in gazetteer().find(text)]
    return blank(text, [(match.start, match.end) for match, before in found if before.rstrip().endswith((",", "-", "(")) or _IN.search(before)])
