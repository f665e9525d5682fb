"""The advisor: one object that answers messages from a catalogue."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from advisor.approved.compose import compose_approved
from advisor.approved.watched import WatchedAnswers
from advisor.compose.apart import meet_apart
from advisor.compose.beside import answer_beside, go_on_explaining
from advisor.compose.builder import AnswerBuilder
from advisor.compose.clauses import answer_clauses
from advisor.compose.context import Outcome, Turn
from advisor.compose.contradicting import ask_about_facts, ask_about_numbers, settle_facts
from advisor.compose.dispatch import compose_request
from advisor.compose.particulars import note_particulars
from advisor.compose.premises import correct_premises, set_beside
from advisor.compose.small_talk import compose_act, needs_person
from advisor.compose.spoken_of import ask_instead, ask_of_spoken_of
from advisor.compose.wishes import ask_about_wishes, note_places, note_wishes, set_apart
from advisor.contract import Answer, AppliedFilter, Choices, Paragraph, Part, Piece, Reason, Status
from advisor.converse.conversation import KEEP, KEEP_MENTIONED, Conversation
from advisor.converse.known import still_known
from advisor.converse.named import records_named_in
from advisor.events import ClaimEvent, Done, Event, PartEvent, Understood
from advisor.find.opening import open_catalogue_index
from advisor.messages import say
from advisor.understand.ask_again import to_ask_again
from advisor.understand.facts_merge import merge_facts
from advisor.understand.several import PartReader, Stretch
from advisor.understand.standing import merge_filters
from advisor.understand.understand import Understander
from advisor.understand.understanding import Intent, Request, Understanding
from corpus.catalogue import Catalogue
from corpus.settings import Settings
from corpus.stewardship import log_stamp, public_catalogue
from index.progress import Progress
from index.search import HybridSearch

__all__ = ["Advisor"]


class Advisor:
    """Answers messages. Holds no state of any conversation; safe to share between threads.

    >>> advisor = Advisor.open(resolve_settings())  # doctest: +SKIP
    >>> answer, conversation = advisor.answer("is there online training in forestry?")  # doctest: +SKIP
    """

    def __init__(self, catalogue: Catalogue, search: HybridSearch, *, settings: Settings) -> None:
        self.settings = settings
        self._withdrawals = log_stamp(settings)
        self._refreshing = threading.Lock()
        self._approved = WatchedAnswers(settings.home / "approved")
        self._serve(catalogue, search)

    def _serve(self, catalogue: Catalogue, search: HybridSearch) -> None:
        understander = Understander(catalogue, search)
        self.understander, self.search, self._catalogue = understander, search, catalogue
        self._parts = PartReader(catalogue, understander.names)
        self._approved.now(catalogue)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue as it may be shown now: what the operator withdrew since the advisor was opened is gone."""
        self.refresh()
        return self._catalogue

    def refresh(self) -> None:
        """Take up what the operator withdrew or restored meanwhile; where nothing changed, this looks at one file's date.

        :raises CatalogueError: the log of withdrawals cannot be understood, so that nothing may be shown.
        """
        if log_stamp(self.settings) == self._withdrawals:
            return
        with self._refreshing:
            stamp = log_stamp(self.settings)
            if stamp != self._withdrawals:
                catalogue = public_catalogue(self.settings)
                self._serve(catalogue, open_catalogue_index(catalogue, self.settings))
                self._withdrawals = stamp

    @classmethod
    def open(cls, settings: Settings, *, progress: Progress | None = None) -> Advisor:
        """Load the catalogue and open its index, building what is missing or stale.

        :raises CatalogueError: the catalogue has faults.
        :raises ModelError: the embedding model is missing or altered.
        :raises SearchIndexError: the index cannot be built.
        """
        catalogue = public_catalogue(settings)
        return cls(catalogue, open_catalogue_index(catalogue, settings, progress=progress), settings=settings)

    def answer(self, message: str, conversation: Conversation | None = None) -> tuple[Answer, Conversation]:
        """Answer one message.

        :returns: the answer, and the conversation to pass with the next message.
        """
        with self.search.remembering():
            return self._answer(message, conversation or Conversation(), AnswerBuilder(said=message))

    def stream(self, message: str, conversation: Conversation | None = None) -> Iterator[Event]:
        """Answer one message as events: ``understood``, ``claim`` (verified ones only), ``part``, ``done``."""
        events: queue.Queue[Event | BaseException | None] = queue.Queue()
        builder = AnswerBuilder(
            said=message,
            on_claim=lambda claim, citations: events.put(ClaimEvent(claim=claim, citations=citations)),
            on_part=lambda part: events.put(PartEvent(part=part)),
        )

        def work() -> None:
            try:
                with self.search.remembering():
                    answer, after = self._answer(
                        message, conversation or Conversation(), builder, on_understood=lambda item: events.put(Understood(understanding=item))
                    )
                events.put(Done(answer=answer, conversation=after))
            except BaseException as error:  # noqa: BLE001  # handed to the reader below
                events.put(error)
            events.put(None)

        threading.Thread(target=work, daemon=True).start()
        while (event := events.get()) is not None:
            if isinstance(event, BaseException):
                raise event
            yield event

    def answer_request(self, request: Request, *, said: str) -> Answer:
        """Answer one typed question about named records, with no message to understand and no conversation.

        :param said: the question as ``Answer.question`` shows it: a command, a call.
        :raises UnknownIdError: a record of the request is not in the catalogue.
        """
        started = time.perf_counter()
        self.refresh()
        understanding = Understanding(message=said, standalone=said, requests=(request,))
        turn = self._turn(understanding, Conversation(), AnswerBuilder(said=said))
        with self.search.remembering():
            return _finish(turn, [compose_request(turn, request)], started=started)

    # -------------------------------------------------------------------------------------------------------

    def _answer(
        self,
        message: str,
        conversation: Conversation,
        builder: AnswerBuilder,
        *,
        on_understood: Callable[[Understanding], None] | None = None,
    ) -> tuple[Answer, Conversation]:
        started = time.perf_counter()
        conversation = still_known(conversation, self.catalogue)
        message, conversation = self._resume(message, conversation)
        understanding = self.understander.understand(message, conversation)
        if on_understood:
            on_understood(understanding)
        if understanding.act == "restart":
            conversation = Conversation()
        turn = self._turn(understanding, conversation, builder)
        if parts := self._parts.read(understanding, conversation):
            return self._in_turn(turn, parts, started=started)
        outcomes = self._compose(turn)
        outcomes += meet_apart(turn, understanding.apart, outcomes)
        return _finish(turn, outcomes, started=started), _after(turn, outcomes, builder.said)

    def _in_turn(self, whole: Turn, parts: Sequence[Stretch], *, started: float) -> tuple[Answer, Conversation]:
        """Answer questions of different kinds one after the other, as a talk of their own: each knows what was told and found."""
        before, builder = whole.conversation, whole.builder
        whole.filters = before.filters
        conversation = before.model_copy(update={"facts": whole.facts})
        outcomes: list[Outcome] = []
        for number, part in enumerate(parts):
            if part.leans and part.kind == "about" and not conversation.focus and outcomes:
                continue  # it asks of what a search was to find, and that found nothing
            leaning = _leaning(conversation, before, part) if number else conversation
            turn = replace(self._turn(self.understander.understand(part.text, leaning, part=True), leaning, builder), told=whole.told)
            builder.begin()
            came = self._compose(turn)
            outcomes += came
            builder.flush()
            builder.named_before, builder.contact = builder.named_before or builder.contact, None
            if part.kind == "search":
                whole.filters = turn.filters
            after = _after(turn, came, part.text)
            # a word that was explained in between is not what "it" means after it
            conversation = conversation.model_copy(update={"sections": after.sections}) if part.kind == "term" and number else after
        outcomes += meet_apart(whole, whole.understanding.apart, outcomes)
        builder.contact = builder.named_before
        history = (*before.history, builder.said)[-KEEP:]
        return _finish(whole, outcomes, started=started), conversation.model_copy(update={"history": history, "filters": whole.filters})

    def _turn(self, understanding: Understanding, conversation: Conversation, builder: AnswerBuilder) -> Turn:
        return Turn(
            catalogue=self.catalogue,
            search=self.search,
            finder=self.understander.finder,
            names=self.understander.names,
            understanding=understanding,
            conversation=conversation,
            builder=builder,
            filters=merge_filters(conversation.filters, understanding.filters, removed=understanding.removed, widened=understanding.widened),
            facts=merge_facts(conversation.facts, understanding.facts),
        )

    def _resume(self, message: str, conversation: Conversation) -> tuple[str, Conversation]:
        """A reply to a question back: the waiting question, asked of the candidate or with the fact that the reply gives."""
        if not conversation.pending:
            return message, conversation
        if not conversation.candidates:
            settled = settle_facts(message, conversation.pending)
            return (settled, conversation.model_copy(update={"pending": None})) if settled else (message, conversation)
        from advisor.converse.choice import choose

        chosen = choose(message, conversation.candidates, self.catalogue, self.understander.names)
        if chosen is None:
            return message, conversation
        record = self.catalogue.record(chosen)
        return f"{record.title}, {record.institution}: {conversation.pending}", conversation.model_copy(
            update={"pending": None, "candidates": (), "focus": (chosen, *conversation.focus)}
        )

    def _compose(self, turn: Turn) -> list[Outcome]:
        ask_of_spoken_of(turn)
        outcomes = self._compose_as_understood(turn)
        return self._compose_as_understood(turn) if ask_instead(turn, outcomes) else outcomes

    def _compose_as_understood(self, turn: Turn) -> list[Outcome]:
        understanding = turn.understanding
        if outcome := go_on_explaining(turn) or compose_act(turn):
            return [outcome]
        if understanding.language != "en":
            turn.builder.frame(say("unsupported_language"))
            return [Outcome("abstained", "unsupported_language")]
        if approved := compose_approved(turn, self._approved.now(turn.catalogue)):
            return [approved]
        if asked := ask_about_numbers(turn) or ask_about_facts(turn) or ask_about_wishes(turn):
            return [asked]
        if not understanding.requests:
            if understanding.injection:
                turn.builder.frame(say("injection"))
                return [Outcome("abstained", "injection")]
            turn.builder.ask(say("empty"), [say("choice_find"), say("choice_name"), say("choice_explain")])
            return [Outcome("clarify", "underspecified")]
        if understanding.act == "needs_person":
            corrected = correct_premises(turn)
            explained = [compose_request(turn, request) for request in understanding.requests if request.intent == "guidance"]
            return [*([corrected] if corrected else []), *answer_beside(turn, explained, understanding.message), needs_person(turn)]
        corrected = correct_premises(turn)
        outcomes = [outcome for outcome in (corrected, note_places(turn)) if outcome]
        for request in understanding.requests:
            turn.builder.begin()
            outcomes.append(compose_request(turn, request))
            if turn.builder.claims and outcomes[-1].status in {"answered", "partial"}:
                turn.builder.flush()  # what was said so far stays, whatever the next question comes to
        set_beside(turn)
        note_wishes(turn)
        set_apart(turn)
        outcomes = answer_beside(turn, outcomes, understanding.rest or understanding.message)
        outcomes += [outcome for outcome in (note_particulars(turn), answer_clauses(turn)) if outcome]
        if understanding.act == "decides":
            outcomes.append(needs_person(turn))
        return outcomes


def _leaning(conversation: Conversation, before: Conversation, part: Stretch) -> Conversation:
    """What a later part of a message leans on: what the parts before it found, where it means that; else what was told."""
    if part.leans:
        return conversation.model_copy(update={"intent": "fact", "sections": ()}) if conversation.intent == "guidance" else conversation
    return Conversation(facts=conversation.facts, filters=before.filters, history=before.history)


def _finish(turn: Turn, outcomes: list[Outcome], *, started: float) -> Answer:
    """The answer that came of all questions of a turn."""
    builder = turn.builder
    _only_named_past(turn)
    status, reason = _overall(outcomes, builder)
    if status in {"abstained", "clarify"}:
        _without_claims(builder)
        # what cites nothing may still name an invented offering, whom to ask about it, or choices among several
        named = {name for outcome in outcomes for name in (*outcome.focus, *outcome.candidates)}
        if reason != "unsafe" and any(turn.catalogue.records[name].invented for name in named if name in turn.catalogue.records):
            builder.frame(say("invented_here"))
            builder.end_paragraph()
    elif any(turn.catalogue.records[item.record].invented for item in builder.citations if item.record in turn.catalogue.records):
        builder.end_paragraph()
        builder.frame(say("invented_here"))
    if turn.understanding.worried and reason != "unsafe":
        builder.end_paragraph()
        builder.frame(say("worried"))
    builder.flush()
    return builder.build(
        question=builder.said,
        standalone=turn.understanding.standalone,
        status=status,
        reason=reason,
        filters=[AppliedFilter(field=item.field, op=item.op, value=_plain(item.value), said=item.said) for item in turn.filters],
        took_ms=round((time.perf_counter() - started) * 1000, 1),
    )


def _only_named_past(turn: Turn) -> None:
    """Of several offerings told of, a past or only proposed one that nobody named is not recommended."""
    said = " ".join((*turn.conversation.history, turn.understanding.message))
    current = [
        name
        for name in turn.builder.credentials
        if turn.catalogue.record(name).status not in {"past", "proposed"} or turn.names.titled(name, said)
    ]
    if current:
        turn.builder.credentials[:] = current


def _plain(value: object) -> object:
    """A filter's value as JSON has it: whole amounts are integers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _overall(outcomes: list[Outcome], builder: AnswerBuilder) -> tuple[Status, Reason | None]:
    """One status for all questions of a message: partial when some were answered and some not."""
    statuses = [outcome.status for outcome in outcomes]
    reasons = [outcome.reason for outcome in outcomes if outcome.reason]
    if "false_premise" in reasons:
        return ("partial" if builder.claims else "abstained"), "false_premise"
    reasons.sort(key=lambda reason: reason != "needs_person")  # that a person decides says more than that a field is silent
    if len(set(statuses)) == 1 and statuses[0] != "partial":
        return statuses[0], reasons[0] if reasons else None
    if builder.claims:
        return "partial", reasons[0] if reasons else None
    order: tuple[Status, ...] = ("abstained", "clarify", "answered")
    return next(status for status in order if status in statuses), reasons[0] if reasons else None


def _without_claims(builder: AnswerBuilder) -> None:
    """An abstention and a question back show no claim and no source."""
    kept: list[Part] = []
    builder.end_paragraph()
    for part in builder.parts:
        if isinstance(part, Paragraph):
            pieces = tuple(piece for piece in part.pieces if piece.claim is None)
            if pieces:
                kept.append(Paragraph(pieces=pieces))
        elif isinstance(part, Choices):
            kept.append(part)
    builder.parts = kept or [Paragraph(pieces=(Piece(frame=say("not_in_catalogue_plain")),))]
    builder.claims, builder.citations, builder.credentials, builder.findings = [], [], [], []


def _intent(requests: Sequence[Request], outcomes: Sequence[Outcome]) -> Intent | None:
    """What the turn came to: a search that guidance answered was a question about guidance."""
    explained = any(outcome.sections for outcome in outcomes) and not any(outcome.shown or outcome.focus for outcome in outcomes)
    return "guidance" if explained else requests[0].intent if requests else None


def _after(turn: Turn, outcomes: list[Outcome], message: str) -> Conversation:
    """The conversation as it stands after this turn."""
    before = turn.conversation
    if turn.understanding.act in {"restart", "distress"}:
        return Conversation()
    focus = tuple(dict.fromkeys([*(record for outcome in outcomes for record in outcome.focus), *before.focus]))[:8]
    shown = next((outcome.shown for outcome in outcomes if outcome.shown), ())
    records = tuple(dict.fromkeys(record for outcome in outcomes for record in outcome.focus))
    pending = next((outcome for outcome in outcomes if outcome.pending), None)
    # what came to nothing leaves the talk where it was
    requests = turn.understanding.requests if any(outcome.focus or outcome.shown or outcome.sections or outcome.topic for outcome in outcomes) else ()
    return before.model_copy(
        update={
            "filters": turn.filters,
            "facts": turn.facts,
            "focus": focus,
            "shown": shown or (records if len(records) > 1 else before.shown),
            "mentioned": tuple(dict.fromkeys((*before.mentioned, *shown, *records)))[:KEEP_MENTIONED],
            "named": records_named_in(" ".join(claim.text for claim in turn.builder.claims), turn.catalogue, about=records) if records else (),
            "topic": next((outcome.topic for outcome in outcomes if outcome.topic), before.topic),
            "intent": _intent(requests, outcomes) or before.intent,
            "singled": any(outcome.singled for outcome in outcomes) or len({name for item in requests for name in item.records}) == 1 if requests else before.singled,
            "asked": to_ask_again(requests) if requests else before.asked,
            "fields": requests[0].fields if requests else before.fields,
            "sections": next((outcome.sections for outcome in outcomes if outcome.sections), before.sections),
            "history": (*before.history, message)[-KEEP:],
            "pending": message if pending else None,
            "candidates": pending.candidates if pending else (),
        }
    )
