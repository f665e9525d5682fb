"""Which of these can I get into: the same check over many offerings, with the wishes as filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.compose.context import Outcome, Turn
from advisor.compose.eligibility import requirement_pieces
from advisor.compose.phrases import list_words
from advisor.contract import Alternative, Card, Finding, Piece
from advisor.find.sufficiency import FIND_FLOOR, best_share, confidence
from advisor.find.wish_check import WishCheck, check_wishes
from advisor.messages import say
from advisor.reason.eligibility import Eligibility, check_all
from advisor.understand.synonyms import catalogue_words
from advisor.understand.understanding import Filter, Request
from corpus.credential import Credential
from corpus.numbers import numbers_in

__all__ = ["compose_admits"]

MOST, MOST_PART, MOST_ALTERNATIVES, MOST_NAMED = 5, 3, 3, 4
#: an offering is about the topic when it is at least this surely, as a share of the surest
RELEVANT_SHARE = 0.72


@dataclass(frozen=True)
class _Entry:
    record: Credential
    eligibility: Eligibility
    wishes: WishCheck


def compose_admits(turn: Turn, request: Request) -> Outcome:
    """List what the learner appears to fit, then what has to be checked, then what asks for something else."""
    pool, limited = _pool(turn, request)
    entries = _check(turn, pool, keep_order=bool(request.topic or request.records))
    within = [entry for entry in entries if not entry.wishes.broken]
    told = bool(turn.facts.said)
    fit = [entry for entry in within if entry.eligibility.overall in {"appears_to_meet", "open"}]
    part = [entry for entry in within if entry.eligibility.overall == "depends"]
    unstated = [entry for entry in within if entry.eligibility.overall == "nothing_stated"]
    barred = [entry for entry in within if entry.eligibility.overall == "does_not_meet"]
    if not told:
        turn.builder.frame(say("admits_nothing_told"))
        turn.builder.end_paragraph()
    shown = _cards(turn, "admits_fit", fit[:MOST])
    if len(shown) < MOST:
        shown += _cards(turn, "admits_part", part[: max(MOST_PART, MOST - len(shown)) if limited else MOST_PART])
    turn.builder.credentials.extend(shown)
    _unstated(turn, unstated if limited else ())
    shown += _cards(turn, "admits_not", barred[: MOST_ALTERNATIVES if limited or len(shown) < MOST else 0], breaks=("requirements",))
    if not shown:
        return _nothing(turn, entries, request)
    turn.builder.frame(say("institutions_decide"))
    turn.builder.end_paragraph()
    complete = bool(fit) and told
    return Outcome("answered" if complete else "partial", None if complete else "not_stated", focus=tuple(shown[:1]), shown=tuple(shown), topic=request.topic)


def _pool(turn: Turn, request: Request) -> tuple[list[Credential], bool]:
    """The offerings asked about, and whether that is a short list: those shown, those on a topic, or all there are."""
    if request.records:
        return [turn.catalogue.record(record) for record in request.records], True
    everything = [record for record in turn.catalogue if record.role == "offering" and record.status not in {"past", "proposed"}]
    if not request.topic:
        return everything, False
    words = f"{request.topic} {catalogue_words(request.topic)}".strip()
    ranked = turn.finder.rank(words, words)
    if confidence(ranked, known=turn.names.known_share(words.split())) < FIND_FLOOR:
        return [], True
    best = max((item.about for item in ranked), default=0.0)
    near = [turn.catalogue.record(item.record) for item in ranked if best_share(item, best) >= RELEVANT_SHARE]
    return [record for record in near if record.status not in {"past", "proposed"}], True


def _check(turn: Turn, pool: Sequence[Credential], *, keep_order: bool) -> list[_Entry]:
    """Every offering with what its requirements and the wishes come to; nearest to the topic first, or fullest met."""
    by_id = {record.id: record for record in pool}
    checked = check_all(pool, turn.facts)
    if keep_order:
        places = {record: place for place, record in enumerate(by_id)}
        checked.sort(key=lambda item: places[item.record])
    entries = [_Entry(by_id[item.record], item, check_wishes(turn.catalogue, by_id[item.record], turn.filters)) for item in checked]
    return sorted(entries, key=lambda entry: len(entry.wishes.not_stated))


def _cards(turn: Turn, key: str, entries: Sequence[_Entry], *, breaks: tuple[str, ...] = ()) -> list[str]:
    """Cards under one lead; the ids of those shown."""
    cards = [card for entry in entries if (card := _card(turn, entry, alternative=bool(breaks)))]
    if not cards:
        return []
    turn.builder.frame(say(key if len(cards) > 1 else f"{key}_one"))
    turn.builder.end_paragraph()
    turn.builder.cards(cards)
    if breaks:
        turn.builder.alternatives.extend(Alternative(id=card.id, breaks=breaks) for card in cards)
    return [card.id for card in cards]


def _card(turn: Turn, entry: _Entry, *, alternative: bool) -> Card | None:
    """One offering: its name, each requirement beside what was told, and the fields that the wishes are about."""
    record, builder = entry.record, turn.builder
    kind = turn.catalogue.field_evidence(record, "type") or turn.catalogue.field_evidence(record, "title")
    evidence = turn.catalogue.field_evidence(record, "requirements")
    if kind is None or evidence is None:
        return None
    suffix = f" ({record.type})" if record.type else ""
    heading = builder.claim(f"{record.title}, {record.institution}{suffix}", [kind])
    if heading is None:
        return None
    finding = Finding(id=f"eligibility:{record.id}", kind="eligibility", working=entry.eligibility.working)
    builder.finding(finding)
    pieces = [Piece(frame=say("invented"))] if record.invented else []
    pieces += requirement_pieces(builder, evidence, entry.eligibility, finding=finding.id)
    if evidence.as_of and (piece := builder.claim(f"As of {evidence.as_of}.", [evidence])):
        pieces.append(piece)
    return Card(
        id=record.id,
        title=record.title,
        institution=record.institution,
        credential_type=record.type,
        invented=record.invented,
        alternative=alternative,
        heading=heading,
        pieces=tuple(pieces),
        url=record.source.link,
    )


def _unstated(turn: Turn, entries: Sequence[_Entry]) -> None:
    """Offerings of the list that state no requirements: named where their titles may stand in a frame."""
    turn.builder.unconfirmed.extend(f"{entry.record.id}#requirements" for entry in entries)
    titles = [entry.record.title for entry in entries]
    plain = [title for title in titles if not numbers_in(title, ordinals=True)]
    if titles and len(plain) == len(titles) <= MOST_NAMED:
        turn.builder.frame(say("admits_unstated", titles=list_words(plain)))
    elif titles:
        turn.builder.frame(say("admits_unstated_some"))
    turn.builder.end_paragraph()


def _nothing(turn: Turn, entries: Sequence[_Entry], request: Request) -> Outcome:
    """Nothing to show: a wish bars all of them, or there is nothing on the topic."""
    broken: list[Filter] = [wish for entry in entries for wish in entry.wishes.broken]
    if broken:
        most = max(broken, key=broken.count)
        turn.builder.frame(say("none_fit"))
        turn.builder.frame(say("would_have_to_give", what=f"“{most.said}”"))
        turn.builder.unmet.append(most.field)
    elif not entries:
        turn.builder.frame(say("not_in_catalogue", topic=request.topic) if request.topic else say("not_in_catalogue_plain"))
    turn.builder.end_paragraph()
    return Outcome("abstained", "not_in_catalogue" if not entries or broken else "not_stated", topic=request.topic)
