"""Say what else of a record answers a question: the pieces that do so best, where nothing said so far says them."""

from __future__ import annotations

from advisor.compose.builder import Support
from advisor.compose.context import Turn
from advisor.compose.phrases import sentence, sentence_case
from advisor.find.pieces import PieceHit, read_pieces
from advisor.understand.text import stem, tokens
from advisor.understand.understanding import Request
from advisor.verify.vocabulary import FUNCTION_WORDS
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["ANSWERS", "is_said", "piece_sentence", "say_pieces", "say_what_else", "tells"]

#: a piece speaks to a question from here on: more than eight in ten of the right ones do (`advisor eval reading`)
SPEAKS = 8.0
#: and answers it by itself, with nothing else said: one in ten of those that answer nothing reaches it
ANSWERS = 9.6
#: even where it lacks what was asked for
SURELY = 11.0
#: the second best is said too when it is this likely to be the one
SECOND = 0.2
#: so large a part of its words said already means that it was said
SAID = 0.6
#: lists that are said whole, unless they are longer than this
_LISTS, _LONG = {"competencies", "partners", "supports"}, 240
#: fields whose sentences stand by themselves
_PLAIN = {"summary", "notes", "parts", "next_steps"}


def say_what_else(turn: Turn, record: Credential, request: Request, *, most: int = 1, alone: bool = False) -> list[Evidence]:
    """Say the pieces that answer a request best and were not said yet.

    :param alone: nothing else answers it, so that they have to answer it surely.
    :returns: the evidence used.
    """
    question = (request.topic or request.text).strip()
    return say_pieces(turn, record, question, most=most, alone=alone) if question else []  # a typed request about a record asks nothing else


def say_pieces(turn: Turn, record: Credential, question: str, *, most: int = 1, alone: bool = False) -> list[Evidence]:
    """Say those of the two pieces that answer a question best which were not said yet; see :func:`say_what_else`."""
    used: list[Evidence] = []
    for place, hit in enumerate(read_pieces(turn.catalogue, turn.search, record, question)[:2]):
        if len(used) >= most or hit.score < ((SURELY if hit.lacks else ANSWERS) if alone else SPEAKS) or (place and hit.share < SECOND):
            break
        if not is_said(turn, hit) and _say(turn, record, hit):
            used.append(hit.evidence)
    return used


def tells(turn: Turn, record: Credential, question: str) -> bool:
    """Whether the answer says the piece of a record that speaks to a question best."""
    hits = read_pieces(turn.catalogue, turn.search, record, question)
    return bool(hits) and hits[0].score >= SPEAKS and is_said(turn, hits[0])


def is_said(turn: Turn, hit: PieceHit) -> bool:
    """Whether the answer says most words of a piece already, and cites its field."""
    numbers = {item.n for item in turn.builder.citations if item.id == hit.evidence.id}
    if not numbers:
        return False
    words = {stem(word) for word in tokens(hit.piece or hit.evidence.text) if word not in FUNCTION_WORDS}
    said = {stem(word) for claim in turn.builder.claims if numbers & set(claim.citations) for word in tokens(claim.text)}
    return len(words & said) >= SAID * len(words)


def _say(turn: Turn, record: Credential, hit: PieceHit) -> bool:
    piece = None if hit.evidence.field in _LISTS and len(hit.evidence.text) <= _LONG else hit.piece
    text = piece_sentence(record, hit.evidence, piece, "It")
    return bool(text) and turn.builder.say(text or "", [Support(hit.evidence, quote=piece) if piece else hit.evidence])


def piece_sentence(record: Credential, evidence: Evidence, piece: str | None, subject: str) -> str | None:
    """A piece as a sentence: what its field is, where it does not stand by itself; the field where there is no piece."""
    if piece is None:
        return sentence(record, evidence.field, subject)
    if evidence.field in _PLAIN:
        return sentence_case(piece) if subject == "It" else f"{subject}: {sentence_case(piece)}"
    lead = f"On {evidence.label}, the record says: {piece.rstrip('.;')}."
    return lead if subject == "It" else f"For {subject}, on{lead[2:]}"
