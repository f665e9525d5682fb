"""Understand one message: its act, its questions, its wishes, what it tells and what it points at."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advisor.converse.conversation import Conversation
from advisor.find.finder import Finder
from advisor.understand.about import RecordReader
from advisor.understand.acts import asks_for_a_person, asks_for_a_task, greets, small_act
from advisor.understand.ask_again import asked_again, of_several
from advisor.understand.asked import begin_asked, read_asked
from advisor.understand.clashing import clashing_wishes
from advisor.understand.clause_acts import Parted, with_name
from advisor.understand.clause_acts import part as part_clauses
from advisor.understand.distress_score import WORRIED, distress_score
from advisor.understand.drafting import pasted_message
from advisor.understand.facts import read_facts
from advisor.understand.follow_up import one_sought
from advisor.understand.goes_on import asks_how_long, asks_to_be_taken
from advisor.understand.intents import ASKS_FOR_OFFERINGS, FIND, TRAINING, intents_in
from advisor.understand.language import language_of
from advisor.understand.lexicon import field_cues_in
from advisor.understand.marks import marked, unmarked
from advisor.understand.misspelt import respelt
from advisor.understand.mistakes import MistakeReader
from advisor.understand.names import NameIndex
from advisor.understand.nearest import Nearest, nearest_kinds
from advisor.understand.openly import asks_openly, without_background
from advisor.understand.plans import PlanReader
from advisor.understand.pointed import asks_what_is_there, described_record, is_pointed
from advisor.understand.reading import Reading, asking
from advisor.understand.replies import replied
from advisor.understand.requests import (
    asks_a_question,
    question_without,
    requests_about,
    requests_without_record,
)
from advisor.understand.safety import in_distress, strip_injection
from advisor.understand.sounding import sounds_of_distress
from advisor.understand.standing import changes_only, removals_in, widenings_in, without_removals
from advisor.understand.stated import stated_in
from advisor.understand.synonyms import catalogue_words
from advisor.understand.telling import asks_for_patience, only_tells_of_oneself
from advisor.understand.terms import TermIndex
from advisor.understand.text import clean, sentences
from advisor.understand.topic import blank, share_held, topic_of
from advisor.understand.understanding import Act, Filter, LearnerFacts, Mention, Request, Understanding
from advisor.understand.unknown_names import unknown_institution
from advisor.understand.verdicts import asks_for_a_verdict
from advisor.understand.where import read_places
from advisor.understand.wished import (
    all_wishes,
    asks_about,
    note_unserved,
    only_tells,
    wishes_for,
    without_taken_back,
)
from corpus.catalogue import Catalogue
from corpus.folding import fold
from corpus.once import reading as reading_once
from corpus.places import gazetteer
from index.search import HybridSearch

__all__ = ["Understander"]

#: cosine to a prototype from which a message without a record counts as of its kind
KIND_FLOOR = 0.50
#: how surely a record must be named for the question about it to be embedded before it is known that it is meant
LIKELY = 0.5
#: the same where it also asks for a field of a named record, which may be all that it asks
DECIDES_BESIDE_FIELD = 0.60
#: something that is not ours, whatever the talk was about before
OUTSIDE_SURELY = 0.50
OUTSIDE_MARGIN = 0.20
#: thanks and goodbyes of so many words are looked at for what else they may say
LONG_GOODBYE = 6
#: so near to a question that guidance answers, and so far ahead of any record, it describes no offering
EXPLAINED, EXPLAINED_AHEAD = 0.66, 0.12


class Understander:
    """Makes an :class:`Understanding` of each message, by rules and nearness alone."""
    def __init__(self, catalogue: Catalogue, search: HybridSearch) -> None:
        self.names = NameIndex(catalogue, is_word=search.is_word)
        self._catalogue = catalogue
        self._search = search
        self._terms = TermIndex(catalogue)
        self._records = RecordReader(catalogue, self.names, search)
        self._plans = PlanReader(catalogue, self.names)
        self._mistakes = MistakeReader(catalogue, search)
        self.finder = Finder(catalogue, self.names, search)

    def understand(self, message: str, conversation: Conversation | None = None, *, part: bool = False) -> Understanding:
        """Understand one message; ``part`` of one that was understood as a whole has its language and distress known."""
        with self._search.remembering(), reading_once():
            return self._understand(message, conversation or Conversation(), part=part)

    def _understand(self, message: str, conversation: Conversation, *, part: bool) -> Understanding:
        text, injected = strip_injection(clean(message))
        if in_distress(text) or (injected and in_distress(clean(message))):
            return Understanding(message=message, standalone=message, act="distress", injection=injected)
        text, drafting = _inner(text)
        parted = Parted(text) if part else part_clauses(text)
        text = parted.rest
        text, respellings = respelt(text, is_known=self._is_known)
        plain = fold(text)
        language = "en" if part else language_of(text)
        if (act := self._small_act(text, plain)) and not (act == "acknowledge" and conversation.pending):
            return Understanding(message=message, standalone=text, act=act, language=language, injection=injected)
        if not text.strip():
            return Understanding(message=message, standalone="", act="ask", injection=injected)
        if short := replied(message, plain, conversation, self.names, self._catalogue):
            return short.model_copy(update={"injection": injected})
        text = with_name(text, parted.apart, self.names, self._catalogue)
        plain = fold(text)
        reading = Reading(text=text, plain=plain, conversation=conversation)
        self._search.embed_ahead(text)  # what the rules find in its parts needs no vector of the whole
        self._records.read_institutions(reading)
        note_unserved(reading, is_known=self._is_known)
        told = self._told(reading) if language == "en" else LearnerFacts()
        reading.vector = self._search.embed(text)
        reading.kinds = nearest_kinds(self._search, reading.vector)
        asks = changes_only(plain, conversation.filters) or (bool(conversation.focus) and (asks_to_be_taken(plain) or asks_how_long(plain)))
        if not part and not asks and sounds_of_distress(self._search, text, reading.vector, reading.kinds):
            return Understanding(message=message, standalone=message, act="distress", injection=injected)
        if language != "en":
            return Understanding(message=message, standalone=text, language=language, injection=injected)
        clauses = self._mistakes.begin(text, whole=reading.vector)
        if reading.plan:
            reading.records = () if reading.plan.aim == "admits" else reading.plan.records
        else:
            self._records.read_beside_held(reading, told)
            self._read_elsewhere(reading)
        searching = not reading.records
        reading.where = read_places(without_taken_back(reading.body), gazetteer(), searching=searching)
        filters = all_wishes(reading)
        reading.mistaken = self._mistakes.mistaken_in(clauses)
        requests, act = self._shared(reading, parted) or self._requests(reading, filters)
        if reading.mistaken and not reading.plan:
            # a record that no institution stands beside is only words that the mistake is about
            beside = requests if reading.records and reading.institutions else []
            requests, act = [Request(intent="guidance", text=reading.text, topic=reading.plain), *beside], (act if act == "needs_person" else "ask")
        if reading.how == "described":
            filters = all_wishes(reading)  # what is asked of the one described is no wish
        if requests and not wishes_for(requests, reading):
            filters = ()
        if only_tells(reading):  # where somebody worked is no wish
            filters = tuple(item for item in filters if item.field not in {"place", "region"})
        return Understanding(
            message=message,
            standalone=self._standalone(reading, requests),
            act=("draft" if drafting and act == "ask" else act),
            language=language,
            injection=injected,
            rest=text if parted.apart else None,
            apart=parted.apart,
            requests=tuple(self._with_subject(item, reading) for item in requests),
            filters=filters,
            removed=removals_in(plain),
            widened=widenings_in(plain),
            clash=clashing_wishes(without_removals(plain), filters) if filters and not asks_about(reading) else None,
            unserved=None if asks_about(reading) else reading.unserved,
            respelt=respellings,
            worried=not part and distress_score(reading.vector) >= WORRIED,
            facts=reading.facts,
            premises=tuple(item.text for item in stated_in(text) if not item.mine) if reading.records else (),
            misplaced=reading.misplaced,
            mistaken=reading.mistaken,
            mentions=self._mentions(reading),
        )

    def _small_act(self, text: str, plain: str) -> Act | None:
        """What a message does that asks nothing; a long goodbye may say more than that."""
        act = small_act(plain)
        heavy = act and len(plain.split()) >= LONG_GOODBYE and distress_score(self._search.embed(text)) >= WORRIED
        return "distress" if heavy else act

    def _is_known(self, word: str) -> bool:
        """Whether a word is an everyday word or the catalogue's."""
        return self._search.is_word(word) or self.names.known_share([word]) > 0.0

    def _told(self, reading: Reading) -> LearnerFacts:
        """Note what the message tells of the learner, what is to be worked out and which records it names.

        :returns: what is told, without the records that are held.
        """
        told = read_facts(self._plans.holdings.beside_titles(reading.text))
        reading.facts = self._plans.holdings.with_holdings(reading.text, told)
        reading.plan = self._plans.read(reading.text, facts=reading.facts, conversation=reading.conversation, within=reading.within)
        if reading.plan is None:
            self._records.read_named(reading)
            if reading.named and reading.named[0].score >= LIKELY and not reading.compares and not ASKS_FOR_OFFERINGS.search(reading.plain):
                begin_asked(self._search, self._question(reading, [reading.named[0].record]), told=_folded(reading.facts.said))
        return told

    def _read_elsewhere(self, reading: Reading) -> None:
        """Settle which one of the institution named is meant, where a question asks of one that no list has shown yet."""
        if reading.how != "another" or not reading.institutions or not asks_a_question(reading.plain) or not field_cues_in(reading.plain) or ASKS_FOR_OFFERINGS.search(reading.plain):
            return
        topic = reading.conversation.topic or reading.topic
        if record := described_record(self.finder, topic, topic, within=reading.within):
            reading.records, reading.how = (record,), "named"

    def _with_subject(self, request: Request, reading: Reading) -> Request:
        if request.intent != "find":
            return request
        if reading.not_at and reading.how in {"refines", "another"}:
            return request
        return request.model_copy(update={"subject": (reading.subject,) if reading.how == "subject" else self._records.subject_of(reading)})

    # wishes and questions --------------------------------------------------------------------------------------

    def _shared(self, reading: Reading, parted: Parted) -> tuple[list[Request], Act] | None:
        """The act that all clauses of a message share, where it asks for nothing that could be answered; else None."""
        if parted.whole == "outside":
            return [], "out_of_scope"
        if parted.whole == "person":
            return self._about(reading), "needs_person"
        first = not (reading.conversation.history or reading.conversation.focus or reading.conversation.pending)
        told = reading.facts.model_dump(exclude_defaults=True, exclude={"said"})
        if first and not reading.records and not reading.institutions and only_tells_of_oneself(reading.plain) and (told or asks_for_patience(reading.plain)):
            return [], "tells"
        return None

    def _requests(self, reading: Reading, filters: tuple[Filter, ...]) -> tuple[list[Request], Act]:
        kinds = reading.kinds
        if asks_for_a_task(reading.plain) or self._surely_outside(kinds, reading):
            return [], "out_of_scope"
        verdict = asks_for_a_verdict(reading.plain)
        if asks_for_a_person(reading.plain) or (verdict and not reading.records):
            explained = kinds is not None and kinds.guidance_score >= 0.5 and kinds.explains >= 0.1
            if explained and not reading.records:
                return [Request(intent="guidance", text=reading.text, topic=reading.plain)], "needs_person"
            return self._about(reading), "needs_person"
        if reading.plan:
            said = [item.said for item in filters] + list(reading.facts.said) + list(reading.plan.said)
            said += [name.said for name in reading.institutions] + [place.name.lower() for place in (reading.where.named if reading.where else ())]
            return [reading.plan.request(reading.text, topic=topic_of(reading.plan.about, self.names, said=said))], "ask"
        floor = DECIDES_BESIDE_FIELD if field_cues_in(reading.plain) else KIND_FLOOR
        decides = kinds is not None and kinds.act == "needs_person" and kinds.score >= floor and kinds.margin >= 0.1
        if reading.records:
            return [*self._explained(reading), *self._about(reading)], ("decides" if decides or verdict else "ask")
        if reading.how == "unknown":
            return [Request(intent="fact", text=reading.text)], "ask"
        if (topic := reading.topic if reading.how in {"another", "subject"} else reading.conversation.topic if reading.how == "refines" else ""):
            return [Request(intent="find", text=reading.text, topic=topic, fields=tuple(field_cues_in(reading.plain)))], "ask"
        missing = unknown_institution(reading.body)
        if missing and self.names.tells_apart(missing):
            missing = None  # "the Cascadia borders institute" is an offering
        if not missing and kinds and kinds.act == "needs_person" and kinds.score >= max(KIND_FLOOR, kinds.guidance_score + 0.02) and kinds.margin >= 0.05 and not _bare(reading.plain) and not (FIND.search(reading.plain) and TRAINING.search(reading.plain)):
            if kinds.guidance_score >= 0.45:
                return [Request(intent="guidance", text=reading.text, topic=reading.plain)], "needs_person"
            return [], "needs_person"
        topic = self._topic(reading, filters)
        if not topic and not reading.conversation.topic and asks_openly(reading.plain):
            return [Request(intent="find", text=reading.text)], "ask"
        return self._without_record(reading, filters, topic, missing)

    def _without_record(self, reading: Reading, filters: tuple[Filter, ...], topic: str, missing: str | None) -> tuple[list[Request], Act]:
        """A message that names no record: about the one that it describes, or a search, or guidance."""
        kinds = reading.kinds
        if self._only_greets(reading, filters, topic):
            return [], "greeting"
        requests, act = requests_without_record(
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
            covered=share_held(self._catalogue.sections.get(kinds.section) if kinds else None, topic),
            subject=bool(self._records.subject_of(reading)),
        )
        if sought := one_sought(reading, requests, topic, self.names):
            return [sought], act
        if reading.conversation.focus and reading.conversation.intent != "guidance" and any(item.intent not in {"find", "guidance"} and not item.candidates for item in requests) and not reading.institutions and len(reading.plain.split()) > 1:
            reading.records, reading.how = reading.conversation.focus[:1], "elliptical"  # of what else would it be asked
            return self._about(reading), act
        explained = kinds is not None and kinds.guidance_score >= EXPLAINED and kinds.explains >= EXPLAINED_AHEAD
        only = reading.within if reading.institutions and len(reading.within or ()) == 1 else None
        if only and requests and asks_a_question(reading.plain) and not asks_what_is_there(reading.plain, fold(reading.body)) and all(item.fields and (item.intent != "guidance" or not topic) and not item.candidates for item in requests):
            reading.records, reading.how = tuple(only), "described"  # all that is recorded there
            return [item.model_copy(update={"assumed": not number}) for number, item in enumerate(self._about(reading))], act
        if not explained and is_pointed(reading.plain, requests, filters) and (record := described_record(self.finder, reading.text, topic, within=reading.within)) and self._records.speaks_of(record, reading):
            reading.records, reading.how = (record,), "described"
            return [item.model_copy(update={"assumed": True}) for item in self._about(reading)], act
        return requests, act

    def _only_greets(self, reading: Reading, filters: tuple[Filter, ...], topic: str) -> bool:
        """Whether a greeting goes on to talk of something else, and asks and tells nothing that an answer could take up."""
        facts = reading.facts
        told = facts.occupations or facts.education or facts.credentials or facts.experience_years or facts.holds
        asks = asks_a_question(reading.plain) or FIND.search(reading.plain) or intents_in(reading.plain) or asks_openly(reading.plain)
        known = bool(topic) and (self.names.known_share(topic.split()) > 0.0 or bool(catalogue_words(topic)))
        return greets(reading.plain) and not (known or told or asks or filters or reading.institutions or TRAINING.search(reading.plain))

    def _topic(self, reading: Reading, filters: tuple[Filter, ...]) -> str:
        """What a message that names no record is about."""
        said = [item.said for item in filters] + list(reading.facts.said)
        body = blank(reading.body, reading.where.spans if reading.where else ())
        if asks_openly(reading.plain):
            return topic_of(without_background(body), self.names, said=said)
        topic = topic_of(asking(body), self.names, said=said)
        told_plainly = bool(topic) and bool(ASKS_FOR_OFFERINGS.search(reading.plain)) and self.names.known_share(topic.split()) >= 1.0
        # a clause that says too little leaves the story to tell what it is about
        if (len(topic.split()) < 2 and not told_plainly) or not topic_of(asking(body, listing=False), self.names, said=said):
            topic = topic_of(body, self.names, said=said)
        # a trade that the learner told of is what it is about, where nothing else is
        if reading.facts.said and (self.names.known_share(topic.split()) == 0.0 if topic else _STAGE.search(reading.plain)):
            topic = topic_of(body, self.names, said=[item.said for item in filters]) or topic
        return topic

    def _surely_outside(self, kinds: Nearest | None, reading: Reading) -> bool:
        """Whether a message is of something else, whatever the talk was about before: "ours at home is broken too"."""
        if kinds is None or reading.topic or asks_openly(reading.plain) or (reading.records and _TAKES_UP.match(reading.plain)) or reading.how == "named" or reading.institutions or (reading.records and field_cues_in(reading.plain)):
            return False
        return kinds.act == "out_of_scope" and kinds.score >= max(OUTSIDE_SURELY, kinds.record_score) and kinds.margin >= OUTSIDE_MARGIN and not intents_in(reading.plain).keys() & {"eligibility", "next", "pathway"}

    def _explained(self, reading: Reading) -> list[Request]:
        """Parts of a message about an offering that ask what a term means."""
        parts = [part for sentence in sentences(reading.text) for part in re.split(r",? and (?=\w+ )|, ", sentence)]
        return [
            Request(intent="guidance", text=part, topic=fold(part))
            for part in parts
            if len(parts) > 1 and "guidance" in intents_in(fold(part)) and self._terms.defined_in(fold(part)) and re.search(r"\bmeans?\b|\bwhat(?:'s| is|s)\b", fold(part))
        ][:1]

    def _about(self, reading: Reading) -> list[Request]:
        if not reading.records:
            return []
        question = self._question(reading, reading.records)
        pointed = fold(blank(reading.body, reading.where.spans if reading.where else ()))
        if reading.how != "elliptical" and (again := asked_again(pointed, map(self._catalogue.record, reading.records), reading.conversation.asked)):
            return [item.model_copy(update={"candidates": reading.candidates}) for item in again]
        if reading.how == "placed":
            return [Request(intent="overview", text=reading.text, fields=("location",), records=reading.records)]
        asked = read_asked(self._search, question, told=_folded(reading.facts.said))
        found = requests_about(
            reading.text,
            reading.plain,
            records=reading.records,
            question=question,
            aspects=asked.aspects,
            cued=asked.cued,
            candidates=reading.candidates,
            told=reading.facts.said if reading.facts.model_dump(exclude_defaults=True, exclude={"said", "residence"}) else (),
        )
        return [of_several(item, reading) for item in found]

    def _question(self, reading: Reading, records: Iterable[str]) -> str:
        """The folded message with the names of records and institutions taken out."""
        titles = [f"{record.title} {record.type or ''}" for record in map(self._catalogue.record, records)]
        return unmarked(question_without(fold(marked(reading.text, reading.institution_spans)), titles))

    def _standalone(self, reading: Reading, requests: list[Request]) -> str:
        """The question as it could be asked with no conversation before it."""
        if reading.how in {"ordinal", "plural", "singular", "elliptical", "named", "comparative"} and reading.records and reading.conversation.focus:
            titles = " / ".join(f"{record.title}, {record.institution}" for record in map(self._catalogue.record, reading.records))
            return reading.text if titles.lower() in reading.text.lower() else f"{titles}: {reading.text}"
        if requests and requests[0].intent == "find" and requests[0].topic and requests[0].topic not in reading.plain:
            return f"{requests[0].topic}: {reading.text}"
        return reading.text

    def _mentions(self, reading: Reading) -> tuple[Mention, ...]:
        mentions = [Mention(kind="institution", said=item.said, ids=(item.name,), score=1.0, start=item.start, end=item.end) for item in reading.institutions]
        if reading.records:
            score = reading.named[0].score if reading.named else 1.0
            mentions.append(Mention(kind="record", said=reading.text[:200], ids=reading.candidates or reading.records, score=min(1.0, score)))
        if reading.where:
            mentions += [Mention(kind="place", said=place.name, ids=(place.id,), score=1.0) for place in reading.where.named]
        return tuple(mentions)


def _bare(plain: str) -> bool:
    """Whether a message is no more than a question about a field: "is there homework"."""
    return len(plain.split()) <= 4 and bool(field_cues_in(plain))


def _inner(text: str) -> tuple[str, bool]:
    """The learner's message inside an advisor's, if there is one."""
    inner = pasted_message(text)
    return (inner, True) if inner else (text, bool(re.match(r"\s*(?:please )?(?:draft|write back)\b", text, re.IGNORECASE)))


#: takes up what was shown, whatever is told beside it: "yes that one. i help run a food bank"
_TAKES_UP = re.compile(r"\W*(?:yes|yeah|yep|yup|ya|ok(?:ay)?|sure|perfect|great)\W+(?:(?:that|this|the \w+) one|that'?s (?:it|the one|right)|please)\b")
#: a stage of a trade's training: what the learner does says which trade
_STAGE = re.compile(r"\blevels? (?:\d|one|two|three|four)\b|\b(?:first|second|third|fourth)[- ]year\b")

def _folded(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(item) for item in said)
