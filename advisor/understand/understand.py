"""Understand one message: its act, its questions, its wishes, what it tells and what it points at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from advisor.converse.conversation import Conversation
from advisor.find.wish_check import check_wishes
from advisor.understand.acts import asks_for_a_person, asks_for_a_task, small_act
from advisor.understand.aspects import SURE as ASPECT_SURE
from advisor.understand.aspects import Aspect, nearest_aspects
from advisor.understand.drafting import pasted_message
from advisor.understand.facts import read_facts
from advisor.understand.intents import ASKS_FOR_OFFERINGS, COMPARE, FIND, intents_in
from advisor.understand.language import language_of
from advisor.understand.lexicon import field_cues_in
from advisor.understand.names import InstitutionMatch, NameIndex
from advisor.understand.nearest import Nearest, nearest_kinds
from advisor.understand.plans import Plan, PlanReader
from advisor.understand.records import Named, RecordResolver
from advisor.understand.refer import reference_in
from advisor.understand.requests import (
    asks_a_question,
    question_without,
    requests_about,
    requests_without_record,
)
from advisor.understand.safety import in_distress, strip_injection
from advisor.understand.standing import removals_in, without_removals
from advisor.understand.terms import TermIndex
from advisor.understand.text import clean, sentences, stem, tokens
from advisor.understand.topic import blank, topic_of
from advisor.understand.understanding import Act, Filter, LearnerFacts, Mention, Request, Understanding
from advisor.understand.unknown_names import unknown_institution
from advisor.understand.where import Where, read_places
from advisor.understand.wishes import read_wishes
from corpus.catalogue import Catalogue
from corpus.folding import fold
from corpus.places import gazetteer
from index.search import HybridSearch

__all__ = ["Understander"]

#: how surely a record must be named; calibrated on the development questions (see `docs/understanding.md`)
NAMED_WITH_INSTITUTION = 0.30
NAMED_ALONE = 0.52
NAMED_WHILE_SEARCHING = 0.74
#: cosine to a prototype from which a message without a record counts as of its kind
KIND_FLOOR = 0.50
DISTRESS_FLOOR = 0.42
DISTRESS_MARGIN = 0.12
#: thinks a search over with another place in mind
_SUPPOSES = re.compile(r"\bwhat (?:if|about)\b|\bhow about\b|\binstead\b|\b(?:could|can) (?:also )?(?:drive|travel|get|go|commute) (?:to|as far)")
#: an institution that the learner has behind them is no wish
_BEHIND = re.compile(r"\b(?:did|done|took|taken|finished|completed|graduated from|graduate of|alum\w* of|went to|dropped out of|studied at|degree from|diploma from|work(?:ed)? (?:at|for)) (?:the |my |a |an )?$")
_QUESTION = re.compile(r"^\W*(?:and |ok(?:ay)? |so |but )?(?:is|are|was|were|do|does|did|can|could|will|would|how|when|where|who|which|why)\b|\b(?:is it|are they|is that|are those|do they|does it)\b")


@dataclass
class _Reading:
    """What has been read of a message so far."""

    text: str
    plain: str
    conversation: Conversation
    institutions: list[InstitutionMatch] = field(default_factory=list)
    family: set[str] | None = None
    within: list[str] | None = None
    body: str = ""
    where: Where | None = None
    named: list[Named] = field(default_factory=list)
    records: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    how: str | None = None
    vector: np.ndarray | None = None
    kinds: Nearest | None = None
    facts: LearnerFacts = field(default_factory=LearnerFacts)
    plan: Plan | None = None


class Understander:
    """Makes an :class:`Understanding` of each message, by rules and nearness alone."""

    def __init__(self, catalogue: Catalogue, search: HybridSearch) -> None:
        self.names = NameIndex(catalogue, is_word=search.is_word)
        self._catalogue = catalogue
        self._search = search
        self._terms = TermIndex(catalogue)
        self._resolver = RecordResolver(catalogue, self.names, search)
        self._plans = PlanReader(catalogue, self.names)
        self._by_institution: dict[str, list[str]] = {}
        for record in catalogue:
            self._by_institution.setdefault(record.institution, []).append(record.id)

    def understand(self, message: str, conversation: Conversation | None = None) -> Understanding:
        """Understand one message in its conversation."""
        conversation = conversation or Conversation()
        text, injected = strip_injection(clean(message))
        if in_distress(text) or (injected and in_distress(clean(message))):
            return Understanding(message=message, standalone=message, act="distress", injection=injected)
        text, drafting = _inner(text)
        plain = fold(text)
        language = language_of(text)
        if (act := small_act(plain)) and not (act == "acknowledge" and conversation.pending):
            return Understanding(message=message, standalone=text, act=act, language=language, injection=injected)
        if not text.strip():
            return Understanding(message=message, standalone="", act="ask", injection=injected)
        reading = _Reading(text=text, plain=plain, conversation=conversation)
        self._read_institutions(reading)
        reading.vector = self._search.embed(text)
        reading.kinds = nearest_kinds(self._search, reading.vector)
        if reading.kinds.act == "distress" and reading.kinds.score >= DISTRESS_FLOOR and reading.kinds.margin >= DISTRESS_MARGIN:
            return Understanding(message=message, standalone=message, act="distress", injection=injected)
        if self._distress_in_part(text, reading.kinds):
            return Understanding(message=message, standalone=message, act="distress", injection=injected)
        if language != "en":
            return Understanding(message=message, standalone=text, language=language, injection=injected)
        told = read_facts(text)
        reading.facts = self._plans.holdings.with_holdings(text, told)
        reading.plan = self._plans.read(text, facts=reading.facts, conversation=conversation, within=reading.within)
        if reading.plan:
            reading.records = () if reading.plan.aim == "admits" else reading.plan.records
        else:
            self._read_beside_held(reading, told)
        searching = not reading.records
        reading.where = read_places(reading.body, gazetteer(), searching=searching)
        filters = self._filters(reading)
        requests, act = self._requests(reading, filters)
        return Understanding(
            message=message,
            standalone=self._standalone(reading, requests),
            act=("draft" if drafting and act == "ask" else act),
            language=language,
            injection=injected,
            requests=tuple(requests),
            filters=filters,
            removed=removals_in(plain),
            facts=reading.facts,
            mentions=self._mentions(reading),
        )

    def _distress_in_part(self, text: str, kinds: Nearest) -> bool:
        """Whether a single sentence of a longer message speaks of distress that the whole dilutes."""
        parts = [part for part in sentences(text) if len(part.split()) >= 4]
        if kinds.distress < 0.28 or len(parts) < 2:
            return False
        for part in parts[:4]:
            near = nearest_kinds(self._search, self._search.embed(part))
            if near.act == "distress" and near.score >= DISTRESS_FLOOR + 0.1 and near.margin >= DISTRESS_MARGIN + 0.03:
                return True
        return False

    # what is named -------------------------------------------------------------------------------------------

    def _read_institutions(self, reading: _Reading) -> None:
        reading.institutions = self.names.institutions_in(reading.text)
        reading.body = blank(reading.text, [(item.start, item.end) for item in reading.institutions])
        reading.institutions = [item for item in reading.institutions if not _BEHIND.search(reading.plain[max(0, item.start - 30) : item.start])]
        if reading.institutions:
            reading.family = set().union(*(self.names.family(item.name) for item in reading.institutions))
            reading.within = [record for name in reading.family for record in self._by_institution.get(name, [])]

    def _read_beside_held(self, reading: _Reading, told: LearnerFacts) -> None:
        """Settle the records with what the learner holds set aside; where nothing else is named, it is what is asked about."""
        self._read_records(reading)
        if reading.facts is told or reading.how == "named" or (reading.records and "eligibility" in intents_in(reading.plain)):
            return
        reading.facts = told.model_copy(update={"holds": reading.facts.holds})
        reading.records, reading.candidates, reading.how = (), (), None
        self._read_records(reading)

    def _read_records(self, reading: _Reading) -> None:
        """Settle which records the message is about: named in it, or pointed back at."""
        conversation = reading.conversation
        places = [match.place.name for match in gazetteer().find(reading.body)]
        naming = _without(reading.body, reading.facts.said)
        reading.named = self._resolver.resolve(naming, within=reading.within, places=places)
        searching = bool(FIND.search(reading.plain))
        comparing = bool(COMPARE.search(reading.plain)) or len({item.name for item in reading.institutions}) > 1
        referred, how = reference_in(reading.plain, conversation, self.names)
        best = reading.named[0] if reading.named else None
        sure = best is not None and self._is_named(best, reading, searching=searching)
        if (several := self._several(reading)) and (comparing or self._plainly_several(several, reading)):
            reading.records, reading.how = several, "named"
        elif how in {"ordinal", "named", "comparative"}:
            reading.records, reading.how = referred, how
        elif sure and best is not None:
            reading.records, reading.how = (best.record,), "named"
            reading.candidates = self._ties(reading, best)
        elif self._refines(reading):
            reading.how = "refines"
        elif referred and not self._new_topic(reading):
            reading.records, reading.how = referred, how
        elif conversation.focus and not (searching and not reading.facts.said) and not ASKS_FOR_OFFERINGS.search(reading.plain) and not self._new_topic(reading) and self._asks_something(reading):
            reading.records, reading.how = self._elliptical(reading), "elliptical"

    def _refines(self, reading: _Reading) -> bool:
        """Whether the message only adds or changes wishes of the search before it."""
        places = gazetteer().find(reading.body)
        supposes = bool(places) and bool(_SUPPOSES.search(reading.plain))
        if reading.conversation.intent != "find" and not (supposes and reading.conversation.topic):
            return False
        if _QUESTION.search(reading.plain) and not supposes and not (places and re.search(r"\b(?:it|them|one|any) (?:there|here)\b|\bthere\b", reading.plain)):
            return False
        plain = without_removals(reading.plain)
        wishes = read_wishes(plain)
        words = topic_of(_without(without_removals(fold(reading.body)), tuple(item.said for item in wishes)), self.names).split()
        return bool(wishes or places or reading.institutions or plain != reading.plain) and len(words) <= 3

    def _is_named(self, best: Named, reading: _Reading, *, searching: bool) -> bool:
        kinds = reading.kinds
        explained = kinds is not None and kinds.guidance_score >= 0.62 and kinds.explains >= 0.08
        if explained and not best.exact and not reading.institutions:
            return False
        asks_for_offerings = bool(ASKS_FOR_OFFERINGS.search(reading.plain))
        if asks_for_offerings and not reading.institutions:
            return False
        if best.exact and best.name >= 0.55 and not (searching and best.score < 0.85):
            return True
        if searching and (asks_for_offerings or not reading.institutions or not self._asks_something(reading)):
            return best.score >= NAMED_WHILE_SEARCHING
        if not self._asks_something(reading) and not reading.institutions:
            return best.score >= NAMED_WHILE_SEARCHING - 0.1
        if not reading.institutions:
            return best.score >= (NAMED_ALONE - 0.07 if best.runs else NAMED_ALONE)
        rest = max((item.score for item in reading.named if item.record != best.record), default=0.0)
        if best.score >= NAMED_WITH_INSTITUTION:
            return best.score >= 0.42 or best.score - rest >= 0.08
        return best.score >= 0.18 and best.score - rest >= 0.12 and not explained

    def _several(self, reading: _Reading) -> tuple[str, ...]:
        """Two or more records named in a message that compares."""
        pools: list[list[str] | None] = [self._by_institution.get(item.name, []) for item in reading.institutions]
        if len(reading.institutions) > 1:
            shared = self._resolver.resolve(reading.body, limit=1, vector=reading.vector)
            rows = [self._resolver.resolve(reading.body, within=pool, limit=1, vector=reading.vector) for pool in pools]
            found = [row[0].record for row in rows if row and row[0].score >= 0.34]
            if shared and len(dict.fromkeys(found)) > 1:
                return tuple(dict.fromkeys(found))
        within: list[list[str] | None] = [reading.within] if reading.institutions else [None]
        named = self._resolver.several(reading.body, within_of=within, vector=reading.vector)
        if len(named) > 1:
            return tuple(item.record for item in named)
        near = [item for item in reading.named if item.score >= 0.42]
        if len(near) > 1 and re.search(r"\b(?:two|both|difference)\b", reading.plain) and near[0].score - near[1].score < 0.12:
            return tuple(item.record for item in near[:2])
        return ()

    def _plainly_several(self, records: tuple[str, ...], reading: _Reading) -> bool:
        """Whether a message without a word of comparing still names two offerings, each for itself."""
        sure = {item.record for item in self._resolver.several(reading.body, within_of=[reading.within], vector=reading.vector) if item.score >= (0.5 if reading.institutions else 0.6) or item.exact}
        return len(sure & set(records)) > 1

    def _ties(self, reading: _Reading, best: Named) -> tuple[str, ...]:
        """Records that the words name as surely as the best one: the same title at several institutions."""
        if reading.institutions:
            return ()
        title = fold(self._catalogue.record(best.record).title)
        same = [item.record for item in reading.named if best.score - item.score < 0.06 and fold(self._catalogue.record(item.record).title) == title]
        if len(same) > 1:
            wishes = read_places(reading.body, gazetteer(), searching=True).filters
            near = [record for record in same if wishes and not check_wishes(self._catalogue, self._catalogue.record(record), wishes).broken]
            if len(near) == 1:
                reading.records = (near[0],)
                return ()
        return tuple(same) if len(same) > 1 else ()

    def _new_topic(self, reading: _Reading) -> bool:
        """Whether the message brings up something that the records in focus are not about."""
        words = self.names.topic_words(reading.body)
        pool = (*reading.conversation.shown, *reading.conversation.focus)
        if not words or not pool:
            return bool(words)
        if reading.institutions and not {self._catalogue.record(item).institution for item in pool if item in self._catalogue.records} & (reading.family or set()):
            return True
        scores = self.names.scores(" ".join(words), within=pool)
        covered = max((score.context for score in scores), default=0.0)
        facts = " ".join(reading.facts.said).lower()
        loose = [word for word in words if word not in facts]
        return covered < 0.3 and len(loose) >= (2 if FIND.search(reading.plain) else 4)

    def _asks_something(self, reading: _Reading) -> bool:
        if reading.conversation.focus and asks_a_question(reading.plain) and len(reading.plain.split()) <= 12:
            return True
        told = reading.facts.said and (reading.conversation.focus or reading.institutions)
        return bool(field_cues_in(reading.plain)) or bool(set(intents_in(reading.plain)) - {"find", "guidance"}) or bool(told)

    def _elliptical(self, reading: _Reading) -> tuple[str, ...]:
        return (reading.conversation.focus[0],)

    # wishes and questions --------------------------------------------------------------------------------------

    def _filters(self, reading: _Reading) -> tuple[Filter, ...]:
        about_record = bool(reading.records) and reading.plan is None and asks_a_question(reading.plain)
        money = any(item.field == "fee" for item in reading.conversation.filters)
        wished = (reading.plan.rest if reading.plan else "") or reading.plain
        found = list(read_wishes(without_removals(wished), asks_about_record=about_record, money=money))
        if reading.where and not reading.records:
            found += reading.where.filters
        if reading.institutions and not reading.records:
            names = tuple(dict.fromkeys(item.name for item in reading.institutions))
            said = " / ".join(item.said for item in reading.institutions)
            before = reading.plain[max(0, reading.institutions[0].start - 16) : reading.institutions[0].start]
            op = "not" if re.search(r"\b(?:not|except|other than|besides|but not)\s+(?:at |from )?$", before) else "eq" if len(names) == 1 else "any"
            found.append(Filter(field="institution", op=op, value=names[0] if len(names) == 1 else names, said=said))
        return tuple(found)

    def _requests(self, reading: _Reading, filters: tuple[Filter, ...]) -> tuple[list[Request], Act]:
        kinds = reading.kinds
        if asks_for_a_task(reading.plain):
            return [], "out_of_scope"
        if asks_for_a_person(reading.plain):
            explained = kinds is not None and kinds.guidance_score >= 0.5 and kinds.explains >= 0.1
            if explained and not reading.records:
                return [Request(intent="guidance", text=reading.text, topic=reading.plain)], "needs_person"
            return self._about(reading), "needs_person"
        if reading.plan:
            said = [item.said for item in filters] + list(reading.facts.said) + list(reading.plan.said)
            spans = reading.where.spans if reading.where else ()
            return [reading.plan.request(reading.text, topic=topic_of(blank(reading.body, spans), self.names, said=said))], "ask"
        decides = kinds is not None and kinds.act == "needs_person" and kinds.score >= KIND_FLOOR and kinds.margin >= 0.1
        if reading.records:
            return [*self._explained(reading), *self._about(reading)], ("decides" if decides else "ask")
        if reading.how == "refines" and reading.conversation.topic:
            return [Request(intent="find", text=reading.text, topic=reading.conversation.topic, fields=tuple(field_cues_in(reading.plain)))], "ask"
        missing = unknown_institution(reading.body)
        if not missing and kinds and kinds.act == "needs_person" and kinds.score >= max(KIND_FLOOR, kinds.guidance_score + 0.02) and kinds.margin >= 0.05:
            if kinds.guidance_score >= 0.45:
                return [Request(intent="guidance", text=reading.text, topic=reading.plain)], "needs_person"
            return [], "needs_person"
        said = [item.said for item in filters] + list(reading.facts.said)
        body = blank(reading.body, reading.where.spans if reading.where else ())
        topic = topic_of(_asking(body), self.names, said=said)
        if len(topic.split()) < 2:  # a clause that says too little leaves the story to tell what it is about
            topic = topic_of(body, self.names, said=said)
        return requests_without_record(
            reading.text,
            reading.plain,
            topic=topic,
            missing=missing,
            filters=filters,
            kinds=kinds,
            conversation=reading.conversation,
            near=tuple(item.record for item in reading.named if item.score >= 0.3),
            defined=self._terms.defined_in(reading.plain),
            at_institution=bool(reading.institutions),
            covered=self._covered(kinds.section if kinds else "", topic),
        )

    def _explained(self, reading: _Reading) -> list[Request]:
        """Parts of a message about an offering that ask what a term means."""
        parts = [part for sentence in sentences(reading.text) for part in re.split(r",? and (?=\w+ )|, ", sentence)]
        return [
            Request(intent="guidance", text=part, topic=fold(part))
            for part in parts
            if len(parts) > 1 and "guidance" in intents_in(fold(part)) and self._terms.defined_in(fold(part)) and re.search(r"\bmeans?\b|\bwhat(?:'s| is|s)\b", fold(part))
        ][:1]

    def _covered(self, section_id: str, topic: str) -> float:
        """The share of a topic's words that a guidance section holds."""
        section = self._catalogue.sections.get(section_id)
        words = {stem(word) for word in topic.split()}
        if section is None or not words:
            return 1.0
        held = {stem(word) for word in tokens(f"{section.title} {section.document_title} {section.text} {' '.join(section.terms)}")}
        return len(words & held) / len(words)

    def _about(self, reading: _Reading) -> list[Request]:
        if not reading.records:
            return []
        records = [self._catalogue.record(record) for record in reading.records]
        titles = [f"{record.title} {record.type or ''}" for record in records]
        spans = [(item.start, item.end) for item in self.names.institutions_in(reading.text)]
        question = question_without(fold(blank(reading.text, spans)), titles)
        return requests_about(
            reading.text,
            reading.plain,
            records=reading.records,
            question=question,
            aspects=self._aspects(question),
            candidates=reading.candidates,
            told=bool(reading.facts.said),
        )

    def _aspects(self, question: str) -> list[Aspect]:
        """Fields that the whole question or one of its parts is near to."""
        parts = [part for part in re.split(r"[?!.;]+|,? and (?=\w+ )|, |\b\d\. ", question) if len(part.split()) >= 3]
        best = dict(nearest_aspects(self._search, self._search.embed(question)))
        for part in parts[:4] if len(parts) > 1 else []:
            near = nearest_aspects(self._search, self._search.embed(part.strip()))
            if near and not field_cues_in(part):  # a part that no cue tells speaks through its nearest question
                best[near[0][0]] = max(best.get(near[0][0], 0.0), near[0][1], ASPECT_SURE if near[0][1] >= 0.46 else 0.0)
        return sorted(best.items(), key=lambda item: item[1], reverse=True)

    def _standalone(self, reading: _Reading, requests: list[Request]) -> str:
        """The question as it could be asked with no conversation before it."""
        if reading.how in {"ordinal", "plural", "singular", "elliptical", "named", "comparative"} and reading.records and reading.conversation.focus:
            titles = " / ".join(f"{record.title}, {record.institution}" for record in map(self._catalogue.record, reading.records))
            return reading.text if titles.lower() in reading.text.lower() else f"{titles}: {reading.text}"
        if requests and requests[0].intent == "find" and requests[0].topic and requests[0].topic not in reading.plain:
            return f"{requests[0].topic}: {reading.text}"
        return reading.text

    def _mentions(self, reading: _Reading) -> tuple[Mention, ...]:
        mentions = [Mention(kind="institution", said=item.said, ids=(item.name,), score=1.0, start=item.start, end=item.end) for item in reading.institutions]
        if reading.records:
            score = reading.named[0].score if reading.named else 1.0
            mentions.append(Mention(kind="record", said=reading.text[:200], ids=reading.candidates or reading.records, score=min(1.0, score)))
        if reading.where:
            mentions += [Mention(kind="place", said=place.name, ids=(place.id,), score=1.0) for place in reading.where.named]
        return tuple(mentions)


_OFFERING = re.compile(r"\b(?:courses?|programs?|training|classes|certificates?|certs?|certification|micro[- ]?\w+|workshops?|diplomas?|paper|ticket|badge)\b")
_CLAUSES = re.compile(r"[,;:()\n]|\s-\s|\b(?:because|cause|cuz|but|so|since|while|although|though|and (?:i|my|we|our|he|she|they))\b|\bif (?:i|we|it|there|possible)\b")


def _asking(body: str) -> str:
    """The clauses that ask for something, where a message also tells a story."""
    clauses = [part for sentence in sentences(body) for part in _CLAUSES.split(sentence) if part and part.strip()]
    asking = [part for part in clauses if FIND.search(fold(part)) or _OFFERING.search(fold(part))]
    # short clauses beside them list more of the same: "tech training, some coding, web"
    listed = [part for part in clauses if part not in asking and len(part.split()) <= 3]
    return " , ".join([*asking, *listed]) if asking else body


def _without(text: str, stretches: tuple[str, ...]) -> str:
    """The text with what the learner told of themselves blanked, so that it names no record."""
    for stretch in stretches:
        position = text.lower().find(stretch.lower())
        if position >= 0:
            text = text[:position] + " " * len(stretch) + text[position + len(stretch) :]
    return text


def _inner(text: str) -> tuple[str, bool]:
    """The learner's message inside an advisor's, if there is one."""
    inner = pasted_message(text)
    return (inner, True) if inner else (text, bool(re.match(r"\s*(?:please )?(?:draft|write back)\b", text, re.IGNORECASE)))
