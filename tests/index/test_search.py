from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import SearchIndexError, UnknownIdError
from corpus.settings import Settings
from index.build import build_index
from index.passage import Passage
from index.search import FusionWeights, HybridSearch, _best, fuse

DENSE = FusionWeights(dense=1, keyword=0)
KEYWORD = FusionWeights(dense=0, keyword=1)


def _ids(search: HybridSearch, query: str, **options: Any) -> list[str]:
    return [hit.id for hit in search.search(query, **options)]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("I want to learn about dirt and earth", "soil"),
        ("coming back to hospital work as a nurse", "nursing"),
        ("joining metal", "welding"),
        ("AGRI 214B", "bees"),
        ("teaching sencoten to kids", "language"),
    ],
)
def test_the_right_record_comes_first(search: HybridSearch, query: str, best: str) -> None:
    assert _ids(search, query, kinds={"record"})[0] == best


def test_hits_carry_their_scores_in_order(search: HybridSearch) -> None:
    hits = search.search("soil sampling in the field", k=20)
    assert len(hits) == len(search) == 17
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    vector = search.embed("soil sampling in the field")
    for hit in hits:
        assert 0 <= hit.score <= 1.000001
        assert hit.dense == pytest.approx(search.similarities(vector, [hit.id])[hit.id], abs=1e-5)
        assert hit.keyword >= 0
    assert (hits[0].kind, hits[0].group) in {("record", "soil"), ("field", "soil")}


def test_weights_choose_between_meaning_and_words(search: HybridSearch) -> None:
    query = "earth and honeybees"
    assert {hit.group for hit in search.search(query, k=2, weights=KEYWORD)} == {"bees"}
    by_words = search.search("dirt", k=20, weights=KEYWORD)
    assert all((hit.keyword > 0) == (hit.score > 0) for hit in by_words)
    assert search.search("earth under your feet", k=1, weights=DENSE)[0].group == "soil"


def test_field_weights_reach_the_keyword_half(search: HybridSearch) -> None:
    plain = search.search("evening welding", k=1, weights=KEYWORD, kinds={"field"})
    only_title = FusionWeights(dense=0, keyword=1, fields={"text": 0})
    titled = search.search("evening welding", k=1, weights=only_title, kinds={"field"})
    assert plain[0].id == "welding#delivery"
    assert plain[0].keyword > titled[0].keyword > 0


def test_filters_restrict_and_combine(search: HybridSearch) -> None:
    assert {hit.kind for hit in search.search("soil", k=20, kinds={"section"})} == {"section"}
    assert set(_ids(search, "bees", k=20, groups={"soil"})) == {"soil", "soil#summary", "soil#delivery"}
    assert set(_ids(search, "bees", k=20, within={"soil", "badge#what"})) == {
        "soil", "soil#summary", "soil#delivery", "badge#what"
    }  # fmt: skip
    assert _ids(search, "bees", k=20, kinds={"field"}, within={"soil#summary", "bees"}, groups={"soil"}) == [
        "soil#summary"
    ]


@pytest.mark.parametrize(
    "options",
    [
        {"kinds": []},
        {"kinds": {"nothing"}},
        {"groups": set()},
        {"within": ["unknown"]},
        {"kinds": {"section"}, "groups": {"soil"}},
        {"k": 0},
    ],
)
def test_a_filter_that_allows_nothing_gives_nothing(search: HybridSearch, options: dict[str, Any]) -> None:
    assert search.search("soil", **options) == []


@pytest.mark.parametrize(
    "query", ["", "  \n", "\x00\x07", "x" * 20_000, "<b>soil</b> **bees**", "ਮਿੱਟੀ", "\ud800"]
)
def test_any_question_can_be_asked(search: HybridSearch, query: str) -> None:
    hits = search.search(query, k=3)
    assert len(hits) == 3
    assert np.isfinite([hit.score for hit in hits]).all()


def test_a_vector_of_the_callers_replaces_the_questions(search: HybridSearch) -> None:
    vector = search.embed("keeping bees")
    assert search.search("", k=1, kinds={"record"}, vector=vector)[0].id == "bees"


def test_embedding_remembers_for_one_answer_and_cannot_be_spoilt(search: HybridSearch) -> None:
    with search.remembering():
        search.embed_ahead("something new")
        vector = search.embed("something new")
        assert search.embed("something new") is vector
    assert search.embed("something new") is not vector
    with pytest.raises(ValueError, match="read-only"):
        vector[0] = 1


def test_texts_are_kept_and_unknown_ids_are_refused(search: HybridSearch, passages: list[Passage]) -> None:
    assert {name: search.text(name) for name in search.ids} == {
        passage.id: passage.text for passage in passages
    }
    with pytest.raises(UnknownIdError, match="'nope'"):
        search.text("nope")
    with pytest.raises(UnknownIdError):
        search.similarities(search.embed("soil"), ["nope"])


def test_a_missing_index_says_what_to_do(shared_settings: Settings) -> None:
    with pytest.raises(SearchIndexError, match="no index 'absent'") as caught:
        HybridSearch.open("absent", settings=shared_settings)
    assert "advisor index" in caught.value.hint


def test_an_empty_index_finds_nothing(settings: Settings) -> None:
    build_index("empty", [], settings=settings)
    assert HybridSearch.open("empty", settings=settings).search("soil") == []


def test_a_large_index_asks_chroma_and_finds_the_same(
    search: HybridSearch, shared_settings: Settings
) -> None:
    large = HybridSearch.open("shared", settings=shared_settings, exact_limit=5)
    try:
        for query in ("dirt", "evening class in welding", "what is a badge"):
            exact, asked = search.search(query, k=5), large.search(query, k=5)
            assert [hit.id for hit in asked] == [hit.id for hit in exact]
            assert [hit.score for hit in asked] == pytest.approx([hit.score for hit in exact], abs=1e-5)
    finally:
        large.close()


def test_threads_share_one_search(search: HybridSearch) -> None:
    queries = [f"soil and bees {number % 7}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda query: _ids(search, query), queries))
    assert together == [_ids(search, query) for query in queries]


def test_searching_loads_neither_torch_nor_chroma_nor_langchain(
    search: HybridSearch, shared_settings: Settings
) -> None:
    code = (
        "import sys; from corpus.settings import resolve_settings; from index.search import HybridSearch;"
        f"found = HybridSearch.open('shared', settings=resolve_settings(home={str(shared_settings.home)!r}));"
        "assert found.search('soil')[0].group == 'soil';"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'chromadb', 'langchain_core', 'scipy'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


scores = st.lists(st.floats(-1, 30), min_size=1, max_size=8).map(
    lambda numbers: np.array(numbers, dtype=np.float32)
)


@given(scores, st.floats(0, 1))
def test_fusing_stays_between_nothing_and_one(dense: np.ndarray, weight: float) -> None:
    fused = fuse(dense, np.abs(dense[::-1]), FusionWeights(dense=weight, keyword=1 - weight))
    assert (fused >= 0).all()
    assert (fused <= 1.00001).all()


@given(scores, st.integers(1, 10))
def test_the_best_are_those_a_full_sort_gives(numbers: np.ndarray, count: int) -> None:
    expected = sorted(range(numbers.size), key=lambda place: (-numbers[place], place))[:count]
    assert _best(numbers, count).tolist() == expected


@given(scores)
def test_one_half_alone_keeps_its_own_order(dense: np.ndarray) -> None:
    fused = fuse(dense, np.zeros_like(dense), DENSE)
    assert fused[dense.argmax()] == fused.max()
