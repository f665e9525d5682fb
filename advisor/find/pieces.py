"""Read within one record, piece by piece: which sentence or item of a field answers a question, and how surely.

Signs of each piece are weighed: words shared with the question, nearness in meaning of the piece and of its field, nearness of
the question to the known ones about the field, a cue that names the field, how much the piece says, and whether it holds the
kind of thing that is asked for. The weights are fitted on questions whose piece is known (``advisor eval reading``).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from advisor.find.answer_kinds import ANSWER_KINDS, kinds_wanted
from advisor.find.sought import pieces_of
from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS, field_cues_in
from advisor.understand.synonyms import catalogue_words
from advisor.understand.text import stem, tokens
from advisor.verify.vocabulary import FUNCTION_WORDS
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.folding import fold
from index.search import HybridSearch

__all__ = ["PIECE_MARK", "SIGNS", "WEIGHTS_FILE", "PieceHit", "pieces_in", "read_pieces", "signs_of_pieces"]

#: the fitted weights, by sign
WEIGHTS_FILE = Path(__file__).with_name("pieces.json")
#: joins a field's id and the number of a piece of it
PIECE_MARK = "/"
#: fields that answer no question by a piece of theirs
_NEVER = frozenset(["title", "institution", "status"])
_NOISE = {stem(word) for word in (*CHAT_WORDS, *GENERIC_WORDS, *FUNCTION_WORDS)}
#: the signs, in the order of the columns of :func:`signs_of_pieces`
SIGNS = ("words", "meaning", "field", "known", "cue", "length", *(kind.name for kind in ANSWER_KINDS))


@dataclass(frozen=True)
class PieceHit:
    """A piece of a record's field.

    ``piece`` is None where the field is no more than it. ``score`` tells how well it answers, comparable between questions;
    ``share`` (0 to 1) how likely it is the one among the pieces of the record. ``lacks``: a kind of thing that is asked for, say a sum of
    money, is not in it.
    """

    evidence: Evidence
    piece: str | None
    score: float
    share: float
    lacks: bool


def pieces_in(catalogue: Catalogue, record: Credential) -> list[tuple[Evidence, str, str]]:
    """Every piece of a record that may answer something: its field, its text, and the id of the passage that it is indexed as."""
    found = []
    for evidence in catalogue.stated(record):
        if evidence.field in _NEVER:
            continue
        pieces = pieces_of(evidence.text)
        found += [(evidence, piece, f"{evidence.id}{PIECE_MARK}{number}" if len(pieces) > 1 else evidence.id) for number, piece in enumerate(pieces)]
    return found


def signs_of_pieces(pieces: Sequence[tuple[Evidence, str, str]], record: Credential, search: HybridSearch, question: str, *, vector: np.ndarray | None = None) -> np.ndarray:
    """How each piece speaks to a question, a row each and the columns of ``SIGNS``.

    :param vector: of the question, where it is known.
    """
    plain = fold(question)
    vector = search.embed(question) if vector is None else vector
    own = {stem(word) for word in tokens(f"{record.title} {record.institution}")}
    asked = [word for word in dict.fromkeys(tokens(question)) if len(word) > 1 and stem(word) not in _NOISE | own]
    forms = [{stem(word), *(stem(item) for item in tokens(catalogue_words(word)))} for word in asked]
    near = search.similarities(vector, [name for evidence, _, passage in pieces for name in (evidence.id, passage)])
    known: Mapping[str, float] = search.nearest_groups(vector, "aspect")
    cues = set(field_cues_in(plain))
    wanted = {kind.name for kind in kinds_wanted(plain)}
    rows = []
    for evidence, piece, passage in pieces:
        stems, folded = {stem(word) for word in tokens(piece)}, fold(piece)
        rows.append(
            [
                sum(bool(form & stems) for form in forms) / max(1, len(forms)),
                near[passage],
                near[evidence.id],
                known.get(evidence.field, 0.0),
                float(evidence.field in cues),
                math.log(len(piece)) / 5,
                *((1.0 if kind.held.search(folded) else -1.0) if kind.name in wanted else 0.0 for kind in ANSWER_KINDS),
            ]
        )
    return np.array(rows, dtype=np.float64).reshape(len(pieces), len(SIGNS))


def read_pieces(catalogue: Catalogue, search: HybridSearch, record: Credential, question: str, *, vector: np.ndarray | None = None) -> list[PieceHit]:
    """The pieces of a record, those that answer a question best first."""
    pieces = pieces_in(catalogue, record)
    if not pieces:
        return []
    signs = signs_of_pieces(pieces, record, search, question, vector=vector)
    scores = signs @ _weights()
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    hits = [
        PieceHit(evidence, piece if passage != evidence.id else None, float(score), float(share), bool((row[-len(ANSWER_KINDS) :] < 0).any()))
        for (evidence, piece, passage), score, share, row in zip(pieces, scores, shares, signs, strict=True)
    ]
    return sorted(hits, key=lambda hit: -hit.score)


@cache
def _weights() -> np.ndarray:
    weights = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))["weights"]
    return np.array([weights[sign] for sign in SIGNS])
