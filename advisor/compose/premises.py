"""What a message takes for granted about a named offering, held against its record and told before anything else.

What the record states otherwise is corrected with its field. What it does not state is said to be not stated. What is
so is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from advisor.compose.context import Outcome, Turn
from advisor.compose.naming import field_words, frame_title
from advisor.compose.phrases import list_words, sentence
from advisor.compose.reading import say_what_else
from advisor.messages import say
from advisor.reason.amounts_stated import contrary_amounts
from advisor.reason.clash import denied_by, speaks_of_outcome
from advisor.reason.premises import contrary_fields, unstated
from advisor.understand.requests import question_without
from advisor.understand.stated import Stated, presumed_in, stated_in
from advisor.understand.text import stem, tokens, without
from corpus.credential import Credential
from corpus.folding import fold

__all__ = ["correct_premises", "set_beside"]

#: more fields than this are no correction but a dump
MOST = 2
#: a message that names more is a list, of which no clause can be said to speak
MOST_RECORDS = 3
#: so many words beside what was told of oneself state nothing of an offering
_HARDLY_MORE = 2
#: fields whose names say nothing of what is corrected
_NO_TOPIC = {"summary", "notes"}


def correct_premises(turn: Turn) -> Outcome | None:
    """State what the record says where the message takes the contrary for granted; None when nothing is wrong."""
    records = _records(turn)
    outcomes = [outcome for record in records if (outcome := _correct(turn, record, others=[item for item in records if item is not record]))]
    return next((outcome for outcome in outcomes if outcome.reason == "false_premise"), next(iter(outcomes), None))


def _correct(turn: Turn, record: Credential, *, others: Sequence[Credential]) -> Outcome | None:
    message = turn.understanding.standalone
    clauses = [item for item in stated_in(message) if _is_of(record, item.text, others) and not _told(item.text, turn.understanding.facts.said)]
    clauses = [Stated(question_without(item.text, [_names(record)]), mine=item.mine, led=item.led) for item in clauses]
    wrong = ["institution"] if turn.understanding.misplaced else []
    wrong += [name for item in clauses for name in contrary_fields(record, item.text, mine=item.mine)]
    if not others:
        wrong += [name for amount in presumed_in(message) for name in contrary_amounts(record, f"it is the {amount}")]
    if wrong and _tell(turn, record, list(dict.fromkeys(wrong))[:MOST], key="premise"):
        return Outcome("answered", "false_premise", focus=(record.id,))
    spoken = [name for item in clauses if not item.mine and (name := denied_by(record, item.text))]
    if spoken and _tell(turn, record, spoken[:1], key="premise_denied"):
        return Outcome("answered", "false_premise", focus=(record.id,))
    return _unstated(turn, record, clauses)


def set_beside(turn: Turn) -> None:
    """Set the record's own words beside what the message plainly takes for granted of it.

    A past or proposed offering that was taken for a running one is none that the answer shows.
    """
    records = _records(turn)
    if len(records) != 1:
        return
    record = records[0]
    if f"{record.id}#status" in turn.told:
        turn.builder.credentials[:] = [name for name in turn.builder.credentials if name != record.id]
    for item in stated_in(turn.understanding.standalone):
        if item.led:
            topic = question_without(item.text, [_names(record)])
            request = turn.understanding.requests[0].model_copy(update={"topic": topic})
            say_what_else(turn, record, request)
    turn.builder.end_paragraph()


def _records(turn: Turn) -> list[Credential]:
    """The few records that the message is about, where it is surely about them."""
    requests = [request for request in turn.understanding.requests if request.records]
    if not requests or len(requests[0].records) > MOST_RECORDS or len(requests[0].candidates) > 1 or requests[0].aim:
        return []
    return [turn.catalogue.record(record) for record in requests[0].records]


def _is_of(record: Credential, clause: str, others: Sequence[Credential]) -> bool:
    """Whether a clause is about this record and not about another that the message names: it has more of its title's words."""
    said = {stem(word) for word in tokens(clause)}

    def named(item: Credential) -> float:
        title = {stem(word) for word in tokens(item.title)}
        return len(title & said) / len(title) if title else 0.0

    return all(named(record) >= named(other) for other in others)


def _told(clause: str, said: Sequence[str]) -> bool:
    """Whether a clause says hardly more than what the learner told of themselves: "english 11 was 80% and math 10 90%"."""
    rest = without(clause, tuple(fold(item) for item in said))
    return rest != clause and len(rest.split()) <= _HARDLY_MORE


def _names(record: Credential) -> str:
    return f"{record.title} {record.type or ''}"


def _tell(turn: Turn, record: Credential, fields: Sequence[str], *, key: str) -> bool:
    """Lead with what the record says; False when no sentence of it could be said."""
    plain = "premise_denied" if key == "premise" and set(fields) & _NO_TOPIC else key
    turn.builder.frame(say(plain, what=list_words([field_words(name) for name in fields])))
    said = 0
    for name in fields:
        evidence = turn.catalogue.field_evidence(record, name)
        text = sentence(record, name, record.title)
        if evidence and text and turn.builder.say(text, [evidence]):
            turn.told.add(evidence.id)
            said += 1
    if not said:
        turn.builder.drop_paragraph()
        return False
    turn.builder.end_paragraph()
    return True


def _unstated(turn: Turn, record: Credential, clauses: Sequence[Stated]) -> Outcome | None:
    """Say what the message takes for granted and the record does not state; what it says of the matter stands beside it."""
    taken = list(dict.fromkeys(name for item in clauses for name in unstated(record, item.text, mine=item.mine)))
    if not taken:
        return None
    if "licence" in taken:
        about = next((name for item in clauses if (name := speaks_of_outcome(record, item.text))), None)
        if about is None or not _tell(turn, record, [about], key="premise_licence"):
            turn.builder.frame(say("premise_licence_unstated", title=frame_title(record)))
    for name in taken:
        if name != "licence":
            turn.builder.frame(say(f"premise_{name}_unstated", title=frame_title(record)))
    turn.builder.end_paragraph()
    return Outcome("partial", "not_stated", focus=(record.id,))
