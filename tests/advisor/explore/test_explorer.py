"""Finding by words: with and without marks, all words before some, and meaning apart from words."""

from __future__ import annotations

import pytest

from advisor.explore.explorer import Explorer


@pytest.mark.parametrize(
    ("marked", "plain", "record"),
    [
        ("tiwšɛmawtxʷ", "tiwsemawtxw", "viu-arts-one-indigenous-perspectives-certificate"),
        ("shíshálh", "shishalh", "capu-sechelt-nation-language-and-culture-certificate"),
        ("K'omoks", "komoks", "nic-aboriginal-leadership-certificate"),
        ("Lil'wat", "LILWAT", "capu-mt-currie-aboriginal-sustainable-employment-industry-training-certificate"),
        ("Métis", "metis", "ufv-metis-community-support-worker-program"),
    ],
)
def test_names_are_found_with_and_without_their_marks(explorer: Explorer, marked: str, plain: str, record: str) -> None:
    found, again = explorer.find(marked), explorer.find(plain)
    assert record in found.worded
    assert set(found.worded) == set(again.worded)


def test_all_words_before_some(explorer: Explorer) -> None:
    found = explorer.find("mass timber")
    assert (found.share, len(found.worded)) == (1.0, len(set(found.worded)))
    partly = explorer.find("drone training in Nanaimo quickly")
    assert 0.5 <= partly.share < 1


def test_near_in_meaning_is_apart(explorer: Explorer) -> None:
    view = explorer.browse({}, "cannabis retail")
    assert view.near
    assert not view.near & set(explorer.find("cannabis retail").worded)
    # those that hold the words come first
    flags = [record.id in view.near for record in view.records]
    assert flags == sorted(flags)


@pytest.mark.parametrize("query", ["quantum physics", "the", "!!!", "\x00", "xyzzy " * 200])
def test_what_nothing_is_about_finds_nothing(explorer: Explorer, query: str) -> None:
    assert explorer.browse({}, query).records == ()


def test_no_words_are_no_search(explorer: Explorer) -> None:
    view = explorer.browse({}, "   ")
    assert (len(view.records), view.near) == (258, frozenset())
    titles = [record.title.casefold() for record in view.records]
    assert titles[0] < titles[-1]
