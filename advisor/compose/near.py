"""What is offered near a place, what is missing there and who takes part: near and current first, the past apart, gaps last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import status_piece
from advisor.compose.phrases import sentence
from advisor.contract import Alternative, Card, Finding, Piece
from advisor.explore.near import NEAR_KM, Near, Past, Spot, near_place
from advisor.explore.places import REGIONS, find_place
from advisor.explore.stated import community_delivery, involvement
from advisor.find.sufficiency import FIND_FLOOR, best_share, confidence
from advisor.messages import say
from advisor.understand.synonyms import catalogue_words
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.places import gazetteer
from corpus.section import split_sentences

__all__ = ["ask_place", "asks_whats_near", "compose_near", "place_asked"]

MOST, MOST_OTHERS, MOST_GAPS = 5, 3, 8
#: so many of one institution's offerings on one subject stand before others
ALIKE = 2
#: an offering is about the topic when it is at least this surely, as a share of the surest
RELEVANT_SHARE = 0.72
#: places this near to each other are the same to somebody who travels there
_SAME_KM = 3

_NEAR = re.compile(
    r"\bnear(?:by|est)?\b|\baround\b|\bclose (?:to|by)\b|\bhere\b|\bwithin\b|\bin (?!my\b|the\b|it\b|this (?:course|program)\b)[a-z0-9]"
    r"|\b(?:our|my|the) (?:area|community|region|nation|town|village|territory|valley)\b|\b(?:to|for|near|around) us\b"
)
_OPEN = re.compile(
    r"\bwhat(?:'?s| is| are| do you have| else is| training is| courses are| programs are)? ?(?:there|offered|available|on offer|recorded|held|being offered)?"
    r" ?(?:offered|available|recorded)? ?(?:near|around|close to|close by|nearby|here|within)\b"
)
_MISSING = re.compile(r"\bmissing\b|\bnot (?:being |yet )?(?:offered|available|recorded|held)\b|\b(?:isn'?t|aren'?t) (?:offered|available|held)\b|\bgaps?\b|\black(?:s|ing)\b")
_WHO = re.compile(
    r"\bwho(?:'s)? (?:is |was |were |are |has |had |have )?(?:been |all )?(?:involved|made|makes|making|led|leads?|leading|behind|developed|designed|created|runs?|running)\b"
    r"|\bled by\b|\bby whom\b|\b(?:indigenous|first nations?|community)[- ]led\b|\bjointly\b|\bco-?(?:developed|designed|created)\b|\bwhose (?:program|course)s?\b"
)
#: words that ask about a place as a whole and say nothing about a topic
_NO_TOPIC = frozenset(
    ["missing", "lacking", "lack", "gap", "gaps", "led", "lead", "leads", "leading", "involved", "made", "make", "making", "behind", "offered", "offer", "available", "recorded", "held", "near", "nearby", "around", "whom", "who", "whose", "community", "communities", "us", "here", "jointly", "indigenous-led", "program", "programs", "course", "courses", "training"]
)
#: words that come before a place that something should be near
_BESIDE = re.compile(r"\b(?:near|around|close to|in|at|from|within reach of) (?:the )?$", re.IGNORECASE)
#: wishes that an answer about a place takes in
_WISHES = {"place", "region", "indigenous_focus", "community_delivery"}
_JOINT_SECTION = "indigenous-partnership#developing-jointly"


def asks_whats_near(plain_text: str) -> bool:
    """Whether a folded message asks what there is around a place as a whole, what is missing there, or who leads it.

    >>> asks_whats_near("what is offered near us, what is missing, led by whom"), asks_whats_near("is there welding in terrace")
    (True, False)
    """
    return bool(_OPEN.search(plain_text) or (_NEAR.search(plain_text) and (_MISSING.search(plain_text) or _WHO.search(plain_text))))


def place_asked(turn: Turn) -> str | None:
    """The place that a question about what is near is about: one that was named, else where the learner says they live.

    None when there is none, or when the message also wishes for something that only a search can weigh.
    """
    if {wish.field for wish in turn.filters} - _WISHES:
        return None
    for wish in reversed(turn.filters):
        if wish.field in {"place", "region"} and wish.op != "not":
            values = wish.value if isinstance(wish.value, (tuple, list)) else (wish.value,)
            named = find_place(wish.said.split(" / ")[0]) or next((place for value in values if (place := find_place(str(value)))), None)
            if named:
                return named.id
    message = turn.understanding.message
    for match in gazetteer().find(message):
        if _BESIDE.search(message[: match.start]) and find_place(match.place.id):
            return match.place.id
    home = turn.facts.residence
    return home if home and find_place(home) else None


def ask_place(turn: Turn) -> Outcome:
    """Ask which place is meant, with the regions to pick from, each as a whole question."""
    turn.builder.ask(say("near_which"), [say("near_choice", place=region) for region in REGIONS])
    return Outcome("clarify", "underspecified")


def compose_near(turn: Turn, place_id: str, topic: str | None) -> Outcome:
    """Tell what the catalogue records around a place.

    :param place_id: a place of the gazetteer in B.C., a community or an area.
    :param topic: what it should be about, as understood; None or empty for everything.
    """
    place = gazetteer().places[place_id]
    plain = turn.understanding.message.lower()
    topic = " ".join(word for word in (topic or "").split() if word.lower() not in _NO_TOPIC)
    only = _wished(turn, _about(turn, topic) if topic else None)
    near = near_place(turn.catalogue, place, km=NEAR_KM, only=None if only is None else set(only))
    order = {record: number for number, record in enumerate(only or ())}
    here = _varied(sorted(near.here, key=lambda spot: (order.get(spot.record.id, 0), spot.km)))[:MOST]
    finding = Finding(id="near-1", kind="near", working={"place": place.name, "within_km": round(near.km)})
    turn.builder.finding(finding)
    _lead(turn, near, topic)
    shown: list[str] = []
    if here:
        cards = [_card(turn, spot.record, distance=None if place.is_area else spot.km) for spot in here]
        shown += _add(turn, cards)
    for key, records in _others(turn, near, only).items():
        if key == "near_region" or topic or not here:
            shown += _listed(turn, key, sorted(records, key=lambda item: order.get(item.id, 0))[:MOST_OTHERS])
    past = _past(turn, near.past)
    if not topic and (_MISSING.search(plain) or not here):
        _gaps(turn, near)
    if any(turn.catalogue.record(record).source.date is None for record in (*shown, *past)):
        turn.builder.frame(say("undated_some"))
        turn.builder.end_paragraph()
    if _WHO.search(plain):
        _framework(turn)
    turn.builder.end_paragraph()
    turn.builder.credentials.extend(shown)
    if not turn.builder.says_something():
        return Outcome("abstained", "not_in_catalogue", topic=topic)
    return Outcome("answered" if here else "partial", None if here else "not_in_catalogue", focus=tuple(shown[:1]), shown=tuple(shown or past), topic=topic)


def _varied(spots: Sequence[Spot]) -> list[Spot]:
    """The same order, with the third and further ones of one institution's subject after all others."""
    seen: Counter[tuple[str, str]] = Counter()
    first: list[Spot] = []
    later: list[Spot] = []
    for spot in spots:
        kind = (spot.record.institution, spot.record.subject or spot.record.id)
        seen[kind] += 1
        (first if seen[kind] <= ALIKE else later).append(spot)
    return [*first, *later]


def _others(turn: Turn, near: Near, only: Sequence[str] | None) -> dict[str, Sequence[Credential]]:
    """What is not near, by how it stands to the place; with a topic also what is online, or elsewhere when nothing is near."""
    groups: dict[str, Sequence[Credential]] = {"near_region": near.region, "near_coming": near.coming}
    if only is None:
        return groups
    groups["near_online"] = near.online
    told = {item.id for records in groups.values() for item in records} | {item.record.id for item in near.past}
    elsewhere = [turn.catalogue.record(record) for record in only if record not in told]
    groups["near_elsewhere"] = [] if near.here else [item for item in elsewhere if item.status not in {"past", "proposed"}]
    return groups


def _wished(turn: Turn, only: list[str] | None) -> list[str] | None:
    """Only those whose records speak of what was wished for beside the place."""
    fields = {wish.field for wish in turn.filters if wish.op != "not"}
    for field, states in (("indigenous_focus", involvement), ("community_delivery", community_delivery)):
        if field in fields:
            asked = [item.id for item in turn.catalogue if item.role == "offering"] if only is None else only
            only = [record for record in asked if states(turn.catalogue.record(record))]
    return only


def _about(turn: Turn, topic: str) -> list[str]:
    """Offerings on a topic, best first; none when nothing is surely enough about it."""
    words = f"{topic} {catalogue_words(topic)}".strip()
    ranked = turn.finder.rank(words, words)
    if confidence(ranked, known=turn.names.known_share(words.split())) < FIND_FLOOR:
        return []
    best = max(item.about for item in ranked)
    return [item.record for item in ranked if best_share(item, best) >= RELEVANT_SHARE]


def _lead(turn: Turn, near: Near, topic: str) -> None:
    key = ("near_lead" if near.here else "near_none") + ("_topic" if topic else "")
    turn.builder.frame(say(key, place=near.place.name, topic=topic))
    if not near.here:
        turn.builder.frame(say("near_about_catalogue"))
    turn.builder.end_paragraph()


def _add(turn: Turn, cards: Iterable[Card | None]) -> list[str]:
    kept = [card for card in cards if card]
    turn.builder.cards(kept)
    return [card.id for card in kept]


def _listed(turn: Turn, key: str, records: Sequence[Credential]) -> list[str]:
    """A few records under a line that says how they stand to the place."""
    if not records:
        return []
    turn.builder.frame(say(key))
    turn.builder.end_paragraph()
    return _add(turn, [_card(turn, record) for record in records])


def _past(turn: Turn, past: Sequence[Past]) -> list[str]:
    """Past and proposed ones as alternatives, each with the year that its record gives."""
    if not past:
        return []
    turn.builder.frame(say("near_past"))
    turn.builder.end_paragraph()
    ids = _add(turn, [_card(turn, item.record, alternative=True, when=item) for item in past[:MOST_OTHERS]])
    turn.builder.alternatives.extend(Alternative(id=record, breaks=("status",)) for record in ids)
    return ids


def _card(turn: Turn, record: Credential, *, distance: float | None = None, alternative: bool = False, when: Past | None = None) -> Card | None:
    """An offering: where, how, who was involved in its own words, and how old that is."""
    kind = turn.catalogue.field_evidence(record, "type") or turn.catalogue.field_evidence(record, "title")
    suffix = f" ({record.type})" if record.type else ""
    heading = turn.builder.claim(f"{record.title}, {record.institution}{suffix}", [kind]) if kind else None
    if heading is None:
        return None
    pieces: list[Piece | None] = []
    if record.invented:
        pieces.append(Piece(frame=say("invented")))
    pieces.append(status_piece(turn, record))
    # a year in the kind of credential stands in the heading, one in the place or the summary comes with them
    if when and when.field in {"start_dates", "duration"} and (evidence := turn.catalogue.field_evidence(record, when.field)):
        pieces.append(turn.builder.claim(sentence(record, when.field, "It") or "", [evidence]))
    pieces.append(_where(turn, record, distance))
    if record.summary and (evidence := turn.catalogue.field_evidence(record, "summary")):
        pieces.append(turn.builder.claim(split_sentences(record.summary)[0], [evidence]))
    pieces += _who(turn, record)
    dated = turn.catalogue.field_evidence(record, "indigenous_focus") or turn.catalogue.field_evidence(record, "summary") or kind
    if dated and dated.as_of:
        pieces.append(turn.builder.claim(f"As of {dated.as_of}.", [dated]))
    return Card(
        id=record.id,
        title=record.title,
        institution=record.institution,
        credential_type=record.type,
        invented=record.invented,
        alternative=alternative,
        heading=heading,
        pieces=tuple(piece for piece in pieces if piece),
        url=record.source.link,
    )


def _where(turn: Turn, record: Credential, distance: float | None) -> Piece | None:
    evidence = turn.catalogue.field_evidence(record, "location")
    if evidence is None:
        return None
    text = sentence(record, "location", "It") or ""
    if distance is not None and distance > _SAME_KM:
        km = round(distance)
        finding = Finding(id=f"near-km-{record.id}", kind="distance", working={"about_km": km})
        turn.builder.finding(finding)
        far = turn.builder.claim(f"{text.rstrip('.')} (about {km} km).", [evidence], finding=finding.id, working=[Decimal(km)])
        if far:
            return far
    return turn.builder.claim(text, [evidence])


def _who(turn: Turn, record: Credential) -> list[Piece | None]:
    """Partners and involvement in the record's own words; silence is said, and noted as not confirmed."""
    pieces: list[Piece | None] = []
    for field in ("partners", "indigenous_focus"):
        evidence = turn.catalogue.field_evidence(record, field)
        text = sentence(record, field, "It")
        if evidence and text:
            pieces.append(turn.builder.claim(text, [evidence]))
    if not record.partners and not any(item.kind in {"led", "jointly"} for item in involvement(record)):
        turn.builder.unconfirmed.append(f"{record.id}#partners")
        pieces.append(Piece(frame=say("near_partners_unstated")))
    return pieces


def _gaps(turn: Turn, near: Near) -> None:
    """Subjects that are recorded elsewhere only, most offerings first, each with the record that it stands in."""
    subjects = sorted(near.gaps, key=lambda gap: -(gap.in_region + gap.online + gap.elsewhere))[:MOST_GAPS]
    named = {gap.subject: evidence for gap in subjects if (evidence := _subject_evidence(turn, gap.subject))}
    if not named:
        return
    turn.builder.frame(say("near_gaps", place=near.place.name))
    if turn.builder.say(f"{'; '.join(named)}.", list(named.values())):
        turn.builder.frame(say("near_about_catalogue"))
        turn.builder.end_paragraph()
    else:
        turn.builder.drop_paragraph()


def _subject_evidence(turn: Turn, subject: str) -> Evidence | None:
    record = next((item for item in turn.catalogue if item.role == "offering" and item.subjects[:1] == (subject,)), None)
    return turn.catalogue.field_evidence(record, "subject") if record else None


def _framework(turn: Turn) -> None:
    """What the Framework says on making a program together, and where stewardship is shown."""
    section = turn.catalogue.sections.get(_JOINT_SECTION)
    if section:
        turn.builder.frame(say("near_jointly"))
        if not turn.builder.say(section.sentences[0], [turn.catalogue.evidence(section.id)]):
            turn.builder.drop_paragraph()
    turn.builder.frame(say("near_holds"))
