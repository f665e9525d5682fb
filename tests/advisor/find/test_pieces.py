"""Reading within one record: the piece that answers comes first, and what answers nothing scores low."""

from __future__ import annotations

import pytest

from advisor.compose.reading import ANSWERS
from advisor.engine import Advisor
from advisor.find.answer_kinds import kinds_wanted
from advisor.find.pieces import PIECE_MARK, pieces_in, read_pieces


@pytest.mark.parametrize(
    ("record", "question", "words"),
    [
        ("ubc-forest-health-management", "how long have i got to finish, i have a toddler", "two years"),
        ("ubc-foundations-of-advanced-silviculture", "whats the lowest mark i can get n still pass", "50%"),
        ("selkirk-advanced-first-aid-worksafebc-formerly-ofa-level-3", "how long is the ticket good for", "three-year"),
        ("uvic-fire-ecology-for-environmental-restoration", "do i have to hand something in at the end", "plan"),
    ],
)
def test_the_piece_that_answers_is_among_the_first_two(bc: Advisor, record: str, question: str, words: str) -> None:
    hits = read_pieces(bc.catalogue, bc.search, bc.catalogue.record(record), question)
    assert any(words in (hit.piece or hit.evidence.text) for hit in hits[:2])
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert sum(hit.share for hit in hits) == pytest.approx(1.0)


@pytest.mark.parametrize("question", ["can i bring my dog", "what is the dropout rate", "who won the hockey game"])
def test_what_a_record_does_not_say_scores_low(bc: Advisor, question: str) -> None:
    hits = read_pieces(bc.catalogue, bc.search, bc.catalogue.record("ubc-forest-health-management"), question)
    assert hits[0].score < ANSWERS


def test_a_piece_without_what_is_asked_for_lacks_it(bc: Advisor) -> None:
    hits = read_pieces(bc.catalogue, bc.search, bc.catalogue.record("ubc-forest-health-management"), "what does it cost")
    assert {hit.evidence.field for hit in hits if not hit.lacks} <= {"fee", "funding", "context", "notes", "next_steps", "summary"}
    assert any(hit.lacks for hit in hits)


def test_every_piece_is_verbatim_and_indexed(bc: Advisor) -> None:
    for record in list(bc.catalogue)[:20]:
        for evidence, piece, passage in pieces_in(bc.catalogue, record):
            assert piece in evidence.text
            assert passage == evidence.id or passage.startswith(f"{evidence.id}{PIECE_MARK}")
            assert bc.search.similarities(bc.search.embed("cost"), [passage])


def test_kinds_of_answers_are_told_by_the_question() -> None:
    assert {"number", "time"} <= {kind.name for kind in kinds_wanted("how many weeks is it")}
    assert kinds_wanted("tell me more") == []
