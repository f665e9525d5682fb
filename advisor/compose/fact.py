"""A fact about a named offering: the fields asked about, in the order asked, with what is not stated."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.compose.builder import Support
from advisor.compose.contacts import contact_for
from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.naming import field_words, frame_title
from advisor.compose.phrases import list_words, sentence
from advisor.compose.reading import piece_sentence, say_what_else
from advisor.compose.requirement_words import requirement_clause
from advisor.contract import Cards
from advisor.find.mentioned import mentioned_in
from advisor.find.reader import answer_elsewhere
from advisor.find.sought import Spoken, sought_in, spoken_of
from advisor.messages import say
from advisor.understand.understanding import Request
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.fields import FIELDS, field_label
from corpus.folding import fold

__all__ = ["compose_facts", "compose_overview", "say_contact", "say_field", "say_not_stated", "say_particulars"]

_OVERVIEW = ("summary", "duration", "delivery", "timing", "location", "credit", "fee", "start_dates")
#: fields that complete one another: when one is asked, the other often holds the rest of the answer
_COMPANIONS = {"delivery": ("location",), "timing": ("delivery",), "credit": (), "duration": (), "location": ()}

#: requirements that say for whom it is
_FOR_WHOM = {"community", "enrolment", "intended", "open", "residency"}
_MOST_FOR_WHOM = 2


def compose_facts(turn: Turn, request: Request) -> Outcome:
    """Answer a question about fields of one or several named records."""
    stated = missing = False
    unconfirmed: list[str] = []
    for record_id in request.records:
        record = turn.catalogue.record(record_id)
        turn.builder.credentials.append(record_id)
        found, lacking = _facts_of(turn, record, request)
        stated, missing = stated or found, missing or bool(lacking)
        unconfirmed += [f"{record_id}#{name}" if name in FIELDS else f"{record_id}: {name}" for name in lacking]
    turn.builder.unconfirmed.extend(unconfirmed)
    first = turn.catalogue.record(request.records[0])
    if not stated:
        # nothing was said of them here, though a correction may have been
        listed = {card.id for part in turn.builder.parts if isinstance(part, Cards) for card in part.cards}  # by an earlier question
        listed |= {item.record for item in turn.builder.citations if item.record in turn.catalogue.records and turn.catalogue.record(item.record).status not in {"past", "proposed"}}
        turn.builder.credentials[:] = [name for name in turn.builder.credentials if name not in request.records or name in listed]
        return Outcome("abstained", "not_stated", focus=request.records)
    if missing:
        return Outcome("partial", "not_stated", focus=request.records)
    if first.status in {"past", "proposed"}:
        return Outcome("partial", "past_or_proposed", focus=request.records)
    return Outcome("answered", focus=request.records)


def _facts_of(turn: Turn, record: Credential, request: Request) -> tuple[bool, list[str]]:
    """State each asked field of one record; returns whether any was stated, and the fields that are not."""
    builder = turn.builder
    before = len(builder.claims)
    sought = fold(request.text)
    spoken = spoken_of(turn.catalogue, record, sought)
    fields = _asked_fields(request, sought, spoken)
    used: list[Evidence] = []
    lacking: list[str] = []
    subject = record.title
    say_status(turn, record)
    start = len(builder.claims)
    settled = {name for item in spoken for name in item.sought.settles}
    if said := _say_spoken(turn, record, spoken, subject, whole=fields):
        used += said
        subject = "It"
    for name in fields:
        stated = turn.catalogue.field_evidence(record, name)
        if name in settled and stated is None:
            continue
        evidence = say_field(turn, record, name, subject)
        if evidence:
            used += evidence
            subject = "It"
        if stated is None:
            lacking.append(name)
    asks_only_this = bool(sought_in(sought)) and not fields
    if not asks_only_this:
        used += say_what_else(turn, record, request, most=1 if used or lacking else 2, alone=not used and bool(lacking))
    if lacking:
        say_not_stated(turn, record, lacking)
    elif mentioned_in(turn.catalogue, record, fold(request.topic), among=True).nowhere:
        lacking += say_not_mentioned(turn, record, fold(request.topic), among=True)
    elif not used and not asks_only_this:
        builder.frame(say("not_stated_all", title=frame_title(record)))
        builder.contact = contact_for(record)
        builder.frame(say("who_can_tell", who=builder.who(builder.contact)))
    if used:
        say_dates(turn, record, used)
    builder.end_paragraph()
    return len(builder.claims) > start or (len(builder.claims) > before and bool(used)), lacking if fields or asks_only_this else ([] if used else ["summary"])


def _asked_fields(request: Request, question: str, spoken: Sequence[Spoken]) -> list[str]:
    """The fields of a request, and those that stand in for what is sought and no piece says."""
    said = {item.sought.name for item in spoken}
    instead = [kind.field for kind, _ in sought_in(question) if kind.field and kind.name not in said]
    return list(dict.fromkeys([*(name for name in request.fields if name != "laddering"), *instead]))


def say_particulars(turn: Turn, record: Credential, question: str, subject: str) -> list[Evidence]:
    """Say what pieces of the record hold of what a question seeks: how many seats, who owns it, which tickets."""
    return _say_spoken(turn, record, spoken_of(turn.catalogue, record, fold(question)), subject)


def _say_spoken(turn: Turn, record: Credential, spoken: Sequence[Spoken], subject: str, *, whole: Sequence[str] = ()) -> list[Evidence]:
    """Say pieces; the whole field where that is asked for too."""
    used: list[Evidence] = []
    for item in spoken:
        evidence = item.evidence
        piece = None if evidence.field in whole else item.piece
        text = piece_sentence(record, evidence, piece, subject)
        if evidence.id not in turn.told and text and turn.builder.say(text, [Support(evidence, quote=piece) if piece else evidence]):
            turn.told.add(evidence.id)
            used.append(evidence)
            subject = "It"
    return used


def say_field(turn: Turn, record: Credential, name: str, subject: str) -> list[Evidence]:
    """State one field, from itself or from the field whose words answer it; the evidence used."""
    evidence = turn.catalogue.field_evidence(record, name)
    if evidence and evidence.id in turn.told:
        return [evidence]
    if evidence:
        text = sentence(record, name, subject)
        if text and (turn.builder.says(text) or _said_in(turn, evidence)):
            return [evidence]
        support: list[Support | Evidence] = [evidence]
        if text and not turn.builder.say(text, support):
            turn.builder.say(f"The record says: {evidence.text}.".replace("\n", "; "), support)
        used = [evidence]
        for companion in _COMPANIONS.get(name, ()):
            other = turn.catalogue.field_evidence(record, companion)
            words = sentence(record, companion, "It")
            if other and words and not turn.builder.says(words) and turn.builder.say(words, [other]):
                used.append(other)
        return used
    other = answer_elsewhere(turn.catalogue, record, name)
    if other is None:
        return []
    if any(set(claim.citations) & {c.n for c in turn.builder.citations if c.id == other.id} for claim in turn.builder.claims):
        return [other]  # said already
    text = sentence(record, other.field, subject)
    return [other] if text and turn.builder.say(text, [other]) else []


def _said_in(turn: Turn, evidence: Evidence) -> bool:
    """Whether a claim said so far holds all the words of a field."""
    numbers = {item.n for item in turn.builder.citations if item.id == evidence.id}
    return any(numbers & set(claim.citations) and evidence.text in claim.text for claim in turn.builder.claims)


def say_not_stated(turn: Turn, record: Credential, fields: Sequence[str]) -> None:
    """Say plainly which asked fields are not stated, and who can tell."""
    labels = list_words(list(dict.fromkeys(field_words(name) for name in fields)))
    turn.builder.frame(say("not_stated", what=labels, title=frame_title(record)))
    say_contact(turn, record)


def say_not_mentioned(turn: Turn, record: Credential, question: str, *, among: bool = False) -> list[str]:
    """Say plainly that a record holds no word of what a yes-or-no question is about; those words."""
    mentioned = mentioned_in(turn.catalogue, record, question, among=among)
    if not mentioned.nowhere:
        return []
    what = list_words([f"“{word}”" for word in mentioned.words])
    turn.builder.frame(say("not_mentioned", what=what, title=frame_title(record)))
    say_contact(turn, record)
    return [what]


def say_contact(turn: Turn, record: Credential) -> None:
    """Name who can tell, once in an answer."""
    if turn.builder.contact is None:
        turn.builder.contact = contact_for(record)
        turn.builder.frame(say("who_can_tell", who=turn.builder.who(turn.builder.contact)))


def _for_whom(turn: Turn, record: Credential) -> list[Evidence]:
    """Say whom it is open to or meant for, which somebody needs to know before anything else; what it asks of them is another question."""
    evidence = turn.catalogue.field_evidence(record, "requirements")
    if evidence is None:
        return []
    entries = [item for item in record.requirements if item.kind in _FOR_WHOM and not item.condition][:_MOST_FOR_WHOM]
    said = [turn.builder.say(f"{requirement_clause(item)}.", [Support(evidence, quote=item.text)]) for item in entries]
    return [evidence] if any(said) else []


def compose_overview(turn: Turn, request: Request) -> Outcome:
    """Tell what a named record is: what it teaches, how long, how, for whom, what it costs; and first what is asked of it."""
    outcome = Outcome("answered", focus=request.records)
    for record_id in request.records:
        record = turn.catalogue.record(record_id)
        turn.builder.credentials.append(record_id)
        say_status(turn, record)
        used = say_particulars(turn, record, request.text, record.title)
        question = fold(request.topic)
        mentioned = mentioned_in(turn.catalogue, record, question)
        if mentioned.evidence and mentioned.evidence.id not in turn.told:
            piece = None if mentioned.evidence.field in _OVERVIEW else mentioned.piece  # all of it is told anyway
            text = piece_sentence(record, mentioned.evidence, piece, record.title)
            if text and turn.builder.say(text, [Support(mentioned.evidence, quote=piece) if piece else mentioned.evidence]):
                used.append(mentioned.evidence)
        kind = turn.catalogue.field_evidence(record, "type")
        text = sentence(record, "type", f"{record.title} at {record.institution}")
        if kind and text and turn.builder.say(text, [kind]):
            used.append(kind)
        for name in _OVERVIEW:
            evidence = turn.catalogue.field_evidence(record, name)
            words = sentence(record, name, "It")
            if evidence and words and not _said_in(turn, evidence) and turn.builder.say(words, [evidence]):
                used.append(evidence)
        used += _for_whom(turn, record)
        say_dates(turn, record, used)
        if unsaid := say_not_mentioned(turn, record, question):
            turn.builder.unconfirmed.extend(f"{record_id}: {what}" for what in unsaid)
            outcome = Outcome("partial", "not_stated", focus=request.records)
        lacking = [name for name in ("fee", "delivery", "duration", *(("location",) if "location" in request.fields else ())) if turn.catalogue.field_evidence(record, name) is None]
        if lacking:
            turn.builder.frame(say("unconfirmed_for_one", what=list_words([field_label(name) for name in lacking])))
            turn.builder.unconfirmed.extend(f"{record_id}#{name}" for name in lacking)
        turn.builder.contact = turn.builder.contact or contact_for(record)
        turn.builder.end_paragraph()
    return outcome
