"""Offerings that fit: a short list, best first, honest about what is not stated and what would have to give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import status_piece
from advisor.compose.eligibility import asks_for_more, told_pieces
from advisor.compose.guidance import compose_guidance, explains_instead
from advisor.compose.learning import asks_to_learn
from advisor.compose.naming import field_words
from advisor.compose.openly import ask_what
from advisor.compose.phrases import list_words, sentence
from advisor.compose.unclear import compose_unclear
from advisor.compose.wishes import note_starts
from advisor.contract import Alternative, Card, Cards, Piece, Reason
from advisor.find.finder import Ranked, aided
from advisor.find.narrower import rank_story
from advisor.find.sufficiency import FIND_FLOOR, NARROWED_FLOOR, SURE, best_share, confidence
from advisor.find.wish_check import FIELD_OF_WISH, WishCheck, check_wishes
from advisor.messages import say
from advisor.understand.another import asks_for_alike
from advisor.understand.synonyms import catalogue_words
from advisor.understand.understanding import Filter, Request
from corpus.credential import Credential
from corpus.fields import field_label
from corpus.folding import fold
from corpus.numbers import numbers_in
from corpus.section import split_sentences

__all__ = ["compose_find"]

#: at most so many offerings in a list; two that fit beat five of which two fit
MOST = 5
MOST_ALTERNATIVES = 3
#: and at most so many when none is plainly about the topic
UNSURE = 2
#: what lacks this many words of the subject is not even like it
MOST_LACKING = 2
#: subjects offered to narrow a vague goal
CHOICES = 4
#: an offering is shown when its score is at least this share of the best one's
KEEP_SHARE = 0.72
#: an offering is relevant when it is about the topic at least this surely, as a share of the surest
RELEVANT_SHARE = 0.55
WISH_CONFIDENCE = 0.03
MET, NOT_STATED = 0.08, 0.10
#: fields of a card, by what people ask first
#: means one offering, and describes it too little to tell which
_POINTS_AT_ONE = re.compile(r"\bthe (?:\w+ )?(?:one|course|program|certificate|class) (?:w|with|that|where|about|on)\b")
_CARD_FIELDS = ("delivery", "duration", "fee")


@dataclass(frozen=True)
class _Candidate:
    record: Credential
    ranked: Ranked
    check: WishCheck
    share: float

    @property
    def key(self) -> float:
        """Order and aboutness together; a wish met lifts it, a wish not stated lowers it a little."""
        base = 0.6 * self.ranked.order + 0.4 * self.share
        return base * (1 + MET * len(self.check.met) - NOT_STATED * len(self.check.not_stated))


def compose_find(turn: Turn, request: Request) -> Outcome:
    """List the offerings that fit the topic and the wishes, or say what stands in the way."""
    if request.named:
        return _nothing(turn, request)
    wishes = turn.filters
    topic = request.topic
    told = frozenset((*turn.builder.credentials, *_liked(turn, request), *request.beside))  # by an earlier question
    if not (topic or wishes or turn.relevance):
        return ask_what(turn)
    ranked, known = rank_story(
        request.text,
        topic,
        rank=lambda words: aided(turn.finder.rank(_wish(request), words, earlier=turn.conversation.history), turn.relevance),
        names=turn.names,
        said=[*(wish.said for wish in turn.understanding.filters), *turn.understanding.facts.said],
    )
    candidates = [
        _Candidate(record, item, check_wishes(turn.catalogue, record, wishes), 0.0)
        for item in ranked
        for record in [turn.catalogue.record(item.record)]
        if item.record not in told
    ]
    sureness = confidence(ranked, known=known) + _wishes_met(candidates) if topic else 1.0
    at_institution = any(wish.field == "institution" for wish in wishes)
    if sureness < SURE and not at_institution and explains_instead(turn, request):
        return compose_guidance(turn, request)
    if sureness < (NARROWED_FLOOR if at_institution else FIND_FLOOR) or (request.beside and not _worth_showing(candidates)):
        return _nothing(turn, request)
    best = max((item.about for item in ranked), default=0.0)
    candidates = [replace(item, share=best_share(item.ranked, best)) for item in candidates]
    relevant = [item for item in candidates if item.share >= RELEVANT_SHARE] if topic else candidates
    fitting = [item for item in relevant if not item.check.broken and item.record.status not in {"past", "proposed"}]
    fitting.sort(key=lambda item: item.key, reverse=True)
    chosen = [item for item in fitting if item.key >= KEEP_SHARE * fitting[0].key][:MOST] if fitting else []
    own = confidence([item.ranked for item in fitting], known=known) + _wishes_met(fitting) if topic else 1.0
    sure = own >= SURE
    if not sure:
        chosen = chosen[:UNSURE] if own >= NARROWED_FLOOR else []
    chosen.sort(key=lambda item: asks_for_more(item.record, turn.facts))
    close = _closest(relevant, chosen)
    if (apart := _something_else(turn, request, chosen, close, sure=sure)) is not None:
        return apart
    chosen = _speaking(turn, request, chosen)
    if chosen:
        _lead(turn, chosen, wishes, sure=sure)
        turn.builder.cards([card for item in chosen if (card := _card(turn, item))])
        turn.builder.credentials.extend(item.record.id for item in chosen)
        _unconfirmed(turn, chosen, wishes)
    else:
        _none_fits(turn, relevant, wishes)
    note_starts(turn, [item.record for item in chosen or close], wishes)
    if close and (not chosen or len(chosen) < 3):
        _alternatives(turn, close)
    listed = [item.record for item in (*chosen, *close)]
    if any(record.source_of("summary").date is None and record.source.date is None for record in listed):
        turn.builder.frame(say("undated_some"))
    turn.builder.end_paragraph()
    if not turn.builder.says_something():
        return _nothing(turn, request)
    if chosen and not sure:
        _narrow(turn, relevant)
    shown = tuple(card.id for part in turn.builder.parts if isinstance(part, Cards) for card in part.cards)
    partial = not chosen or not sure or any(item.check.not_stated for item in chosen)
    reason: Reason | None = None if chosen and sure else "not_in_catalogue"
    spoken_of = topic or " ".join(turn.understanding.facts.occupations)  # with no topic, the work that was told of is what it was about
    return Outcome("partial" if partial else "answered", reason, focus=shown[:1], shown=shown, topic=spoken_of)


def _liked(turn: Turn, request: Request) -> tuple[str, ...]:
    """The offering that others are to be like, which is none of them."""
    return turn.conversation.focus[:1] if turn.conversation.intent != "find" and asks_for_alike(fold(request.text)) else ()


def _worth_showing(candidates: Sequence[_Candidate]) -> bool:
    """Whether any of what was not shown yet is about the topic by itself."""
    return confidence([item.ranked for item in candidates], known=1.0) >= SURE


def _none_fits(turn: Turn, relevant: Sequence[_Candidate], wishes: Sequence[Filter]) -> None:
    """Say that none fits all wishes, and which of them would have to give way."""
    turn.builder.frame(say("none_fit") if wishes else say("past_only"))
    broken = _most_broken(relevant)
    if broken:
        turn.builder.frame(say("would_have_to_give", what=_wish_words(broken)))
        turn.builder.unmet.append(broken.field)
    turn.builder.end_paragraph()


def _something_else(turn: Turn, request: Request, chosen: Sequence[_Candidate], close: Sequence[_Candidate], *, sure: bool) -> Outcome | None:
    """The answer where one offering is meant and it is open which, or where none found speaks of all of the subject; else None."""
    if chosen and not sure and request.fields and _POINTS_AT_ONE.search(fold(request.text)):
        return compose_unclear(turn, request.model_copy(update={"candidates": tuple(item.record.id for item in (*chosen, *close))}))
    lacking = turn.finder.support.missing(request.subject, [item.record.id for item in (*chosen, *close)])
    if not lacking:
        return None
    return _near(turn, request, (chosen or close)[:UNSURE]) if sure and len(lacking) < MOST_LACKING else _nothing(turn, request)


def _speaking(turn: Turn, request: Request, chosen: list[_Candidate]) -> list[_Candidate]:
    """The chosen offerings, or none where what is asked for is only among those that break a wish."""
    return [] if turn.finder.support.missing(request.subject, [item.record.id for item in chosen]) else chosen


def _near(turn: Turn, request: Request, near: Sequence[_Candidate]) -> Outcome:
    """Say that what is asked for is not offered here, and show apart what is like it."""
    whole = [item.record.id for item in near]
    nearest = min(request.subject, key=lambda phrase: len(turn.finder.support.missing((phrase,), whole)))
    subject = " ".join(nearest)
    turn.builder.frame(say("not_offered", subject=subject) if _may_repeat(request, subject) else say("not_offered_plain"))
    turn.builder.frame(say("not_in_catalogue_elsewhere"))
    turn.builder.end_paragraph()
    turn.builder.frame(say("only_near_one" if len(near) == 1 else "only_near"))
    turn.builder.end_paragraph()
    turn.builder.cards([card for item in near if (card := _card(turn, item, alternative=True, brief=True))])
    turn.builder.alternatives.extend(Alternative(id=item.record.id, breaks=("subject", *(wish.field for wish in item.check.broken))) for item in near)
    if not turn.builder.says_something():
        return _nothing(turn, request)
    shown = tuple(item.record.id for item in near)
    return Outcome("partial", "not_in_catalogue", focus=shown[:1], shown=shown)


def _wishes_met(candidates: Sequence[_Candidate]) -> float:
    """What the leading records' meeting of several wishes adds to the confidence that they are what is meant."""
    met = [len([wish for wish in item.check.met if wish.field != "institution"]) for item in candidates[:5] if not item.check.broken]
    return WISH_CONFIDENCE * max(0, max(met, default=0) - 1)


def _lead(turn: Turn, chosen: Sequence[_Candidate], wishes: Sequence[Filter], *, sure: bool) -> None:
    one = len(chosen) == 1
    if not sure:
        key = "found_unsure"
    elif not wishes:
        key = "found_topic_one" if one else "found_topic_some"
    elif any(item.check.not_stated for item in chosen):
        key = "found_unconfirmed_one" if one else "found_unconfirmed"
    else:
        key = "found_one" if one else "found_some"
    turn.builder.frame(say(key))
    turn.builder.end_paragraph()


def _card(turn: Turn, item: _Candidate, *, alternative: bool = False, brief: bool = False) -> Card | None:
    record = item.record
    kind = turn.catalogue.field_evidence(record, "type") or turn.catalogue.field_evidence(record, "title")
    if kind is None:
        return None
    suffix = f" ({record.type})" if record.type else ""
    heading = turn.builder.claim(f"{record.title}, {record.institution}{suffix}", [kind])
    if heading is None:
        return None
    pieces: list[Piece] = []
    if record.invented:
        pieces.append(Piece(frame=say("invented")))
    if status := status_piece(turn, record):
        pieces.append(status)
    if item.record.summary and (evidence := turn.catalogue.field_evidence(record, "summary")):
        first = split_sentences(record.summary or "")[0]
        if piece := turn.builder.claim(first, [evidence]):
            pieces.append(piece)
    for name in () if brief else _card_fields(item):
        evidence = turn.catalogue.field_evidence(record, name)
        text = sentence(record, name, "It")
        if evidence and text and (piece := turn.builder.claim(text, [evidence])):
            pieces.append(piece)
    pieces += told_pieces(turn.builder, turn.catalogue, record, turn.facts)
    pieces += _age(turn, record)
    if alternative and item.check.broken:
        pieces.append(Piece(frame=say("breaks", what=list_words([_wish_label(wish) for wish in item.check.broken]))))
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


def _card_fields(item: _Candidate) -> list[str]:
    """Fields that show how the wishes fare, then what people ask first."""
    # a start that is over leaves the wish open, and is shown all the same
    shown = (*item.check.met, *item.check.broken, *(wish for wish in item.check.not_stated if wish.field == "start"))
    wished = [FIELD_OF_WISH.get(wish.field, wish.field) for wish in shown]
    names = [name for name in wished if name not in {"institution", "type", "region"}]
    return list(dict.fromkeys([*names, *_CARD_FIELDS]))[:4]


def _age(turn: Turn, record: Credential) -> list[Piece]:
    evidence = turn.catalogue.field_evidence(record, "summary")
    if evidence is None or evidence.as_of is None:
        return []
    piece = turn.builder.claim(f"As of {evidence.as_of}.", [evidence])
    return [piece] if piece else []


def _narrow(turn: Turn, relevant: Sequence[_Candidate]) -> None:
    """One question that would narrow a vague goal: the subjects nearest to it."""
    subjects = [item.record.subjects[0] for item in relevant if item.record.subjects]
    choices = [subject for subject in dict.fromkeys(subjects) if not numbers_in(subject)][:CHOICES]
    if len(choices) > 1:
        turn.builder.ask(say("narrow_subject"), choices)


def _unconfirmed(turn: Turn, chosen: Sequence[_Candidate], wishes: Sequence[Filter]) -> None:
    """Name the wishes that are not stated, and the fee where nobody states one."""
    lacking: dict[str, list[str]] = {}
    for item in chosen:
        names = [name for wish in item.check.not_stated if not _place_left_open(turn, item.record, name := FIELD_OF_WISH.get(wish.field, wish.field))]
        if turn.catalogue.field_evidence(item.record, "fee") is None:
            names.append("fee")
        for name in dict.fromkeys(names):
            lacking.setdefault(name, []).append(item.record.title)
            turn.builder.unconfirmed.append(f"{item.record.id}#{name}")
    for_all = [field_label(name) for name, titles in lacking.items() if len(titles) == len(chosen)]
    if for_all:
        turn.builder.frame(say("unconfirmed_for_all" if len(chosen) > 1 else "unconfirmed_for_one", what=list_words(for_all)))
    for name, titles in lacking.items():
        if len(titles) < len(chosen) and name in {FIELD_OF_WISH.get(wish.field, wish.field) for wish in wishes}:
            named = [title for title in titles if not numbers_in(title, ordinals=True)]
            if named:
                turn.builder.frame(say("not_stated_each", what=field_words(name), titles=list_words(named)))


def _place_left_open(turn: Turn, record: Credential, name: str) -> bool:
    """A place that is stated, and that leaves room for learning from afar, speaks for itself on the card."""
    return name in {"location", "start_dates"} and turn.catalogue.field_evidence(record, name) is not None


def _closest(relevant: Sequence[_Candidate], chosen: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that break the fewest wishes, nearest to the topic first."""
    taken = {item.record.id for item in chosen}
    rest = [item for item in relevant if item.record.id not in taken and (item.check.broken or item.record.status in {"past", "proposed"})]
    rest.sort(key=lambda item: (len(item.check.broken), -item.ranked.order))
    floor = max((item.ranked.order for item in relevant), default=0.0) * KEEP_SHARE
    return [item for item in rest if item.ranked.order >= floor and len(item.check.broken) <= 2][:MOST_ALTERNATIVES]


def _wish(request: Request) -> str:
    """The wish as said; a follow-up that only adds to it carries the earlier topic."""
    missing = [word for word in request.topic.split() if word not in request.text.lower()]
    return " ".join(part for part in (" ".join(missing), request.text, catalogue_words(request.text)) if part)


def _alternatives(turn: Turn, close: Sequence[_Candidate]) -> None:
    turn.builder.frame(say("close_one" if len(close) == 1 else "close_some"))
    turn.builder.end_paragraph()
    turn.builder.cards([card for item in close if (card := _card(turn, item, alternative=True))])
    for item in close:
        breaks = [wish.field for wish in item.check.broken] or ["status"]
        turn.builder.alternatives.append(Alternative(id=item.record.id, breaks=tuple(dict.fromkeys(breaks))))


def _most_broken(relevant: Sequence[_Candidate]) -> Filter | None:
    counts: dict[str, int] = {}
    wishes: dict[str, Filter] = {}
    for item in relevant[:8]:
        for wish in item.check.broken:
            counts[wish.field] = counts.get(wish.field, 0) + 1
            wishes[wish.field] = wish
    return wishes[max(counts, key=lambda name: counts[name])] if counts else None


def _wish_label(wish: Filter) -> str:
    names = {"credit_bearing": "credit", "hours": "hours", "weeks": "length", "place": "place", "region": "region", "institution": "institution", "schedule": "timing", "start": "start date"}
    return names.get(wish.field) or (field_label(wish.field) if wish.field in {"delivery", "timing", "fee", "type"} else wish.field.replace("_", " "))


def _wish_words(wish: Filter) -> str:
    return f"{_wish_label(wish)} (“{wish.said}”)"


def _may_repeat(request: Request, topic: str) -> bool:
    """Whether the topic's words may be said back: a few words of a plain message, nothing pasted or marked up."""
    if any(char.isdigit() and char not in request.text for char in topic):
        return False  # a number in other signs than the learner's
    return len(topic.split()) <= 5 and len(request.text.split()) <= 30 and not re.search(r"[\[\]{}<>|@#]|https?:", request.text)


def _nothing(turn: Turn, request: Request) -> Outcome:
    builder = turn.builder
    builder.take_back()
    if request.beside:
        builder.frame(say("no_more"))
        builder.frame(say("say_different"))
        return Outcome("abstained", "not_in_catalogue", topic=request.topic)
    if (builder.credentials or _liked(turn, request)) and not request.named:  # told of by an earlier question of the message
        builder.frame(say("nothing_else"))
        builder.frame(say("not_in_catalogue_elsewhere"))
        builder.end_paragraph()
        return Outcome("abstained", "not_in_catalogue", topic=request.topic)
    if not request.named and not asks_to_learn(turn, request):
        builder.frame(say("out_of_scope"))
        builder.frame(say("offer"))
        return Outcome("abstained", "out_of_scope", topic="")
    topic = request.topic
    if request.named:
        builder.frame(say("not_in_catalogue_institution", institution=request.named))
    elif topic and _may_repeat(request, topic):
        builder.frame(say("not_in_catalogue", topic=topic))
    else:
        builder.frame(say("not_in_catalogue_plain"))
    builder.frame(say("not_in_catalogue_elsewhere"))
    builder.end_paragraph()
    return Outcome("abstained", "not_in_catalogue", topic="" if request.named else topic)
