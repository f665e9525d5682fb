from __future__ import annotations

import numpy as np
import pytest

from corpus.errors import SearchIndexError
from index.keyword import KeywordIndex
from index.passage import Passage


def _passage(name: str, **fields: str) -> Passage:
    return Passage(id=name, kind="record", text=" ".join(fields.values()), fields=fields)


INDEX = KeywordIndex.build(
    [
        _passage("title", title="Beekeeping", text="A course for hobbyists."),
        _passage("text", title="Farm skills", text="Some beekeeping among much else."),
        _passage("none", title="Welding", text="Joining steel."),
        _passage("code", title="Reading landscapes", text="Taken as AHVS 488I or ELSE 452."),
    ]
)


def test_only_passages_with_a_word_of_the_query_score() -> None:
    scores = INDEX.score("beekeeping")
    assert scores.dtype == np.float32
    assert (scores > 0).tolist() == [True, True, False, False]


def test_field_weights_are_chosen_with_the_question() -> None:
    titled, worded = INDEX.score("beekeeping", weights={"title": 5})[:2]
    assert titled > worded
    assert INDEX.score("beekeeping", weights={"title": 0}).argmax() == 1
    assert INDEX.score("beekeeping", weights={"title": 0})[0] == 0


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    passages = [_passage(str(number), text="course soil" if number else "course bees") for number in range(9)]
    index = KeywordIndex.build(passages)
    assert index.score("bees")[0] > index.score("course")[0] > 0


def test_repetition_saturates() -> None:
    index = KeywordIndex.build([_passage("once", text="bees"), _passage("often", text="bees " * 50)])
    once, often = index.score("bees")
    assert once < often * 3
    assert often < index.ceiling("bees")


@pytest.mark.parametrize("query", ["AHVS 488I", "ahvs488i", "AHVS-488I", "else 452"])
def test_codes_find_their_passage(query: str) -> None:
    assert INDEX.score(query).argmax() == 3
    assert INDEX.score(query)[3] > 0


@pytest.mark.parametrize("query", ["", "   ", "the and of", "zzzz", "\x00\ud800", "?!*"])
def test_a_query_without_a_known_word_scores_nothing(query: str) -> None:
    assert not INDEX.score(query).any()
    assert INDEX.ceiling(query) == 0


def test_a_passage_without_fields_is_indexed_by_its_text() -> None:
    index = KeywordIndex.build([Passage(id="a", kind="section", text="Prior learning")])
    assert index.field_names == ("text",)
    assert index.score("learning")[0] > 0


def test_what_is_saved_scores_the_same() -> None:
    again = KeywordIndex.load(INDEX.dump())
    for query in ("beekeeping course", "AHVS 488I"):
        np.testing.assert_array_equal(again.score(query), INDEX.score(query))


def test_an_empty_index_can_be_saved_and_asked() -> None:
    empty = KeywordIndex.load(KeywordIndex.build([]).dump())
    assert empty.score("anything").shape == (0,)


@pytest.mark.parametrize("data", [b"", b"not a zip", INDEX.dump()[:400]])
def test_broken_bytes_say_what_to_do(data: bytes) -> None:
    with pytest.raises(SearchIndexError) as caught:
        KeywordIndex.load(data)
    assert "advisor index" in caught.value.hint
