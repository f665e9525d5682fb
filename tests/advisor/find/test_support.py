"""A record speaks of a subject by word, stem, abbreviation, synonym or meaning, and then the subject is there."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.find.support import SubjectSupport

AQUACULTURE, COACHING, WEB = "nic-aquaculture-technician-certificate", "rru-graduate-certificate-in-executive-coaching", "ecu-web-and-digital-design-micro-credential-s"


@pytest.fixture(scope="module")
def support(bc: Advisor) -> SubjectSupport:
    return SubjectSupport(bc.catalogue, bc.search)


@pytest.mark.parametrize(
    ("phrase", "record"),
    [
        (("aquaculture", "technicians"), AQUACULTURE),
        (("fish", "farming"), AQUACULTURE),
        (("exec", "coaching"), COACHING),
        (("digital", "design"), WEB),
    ],
)
def test_other_words_for_what_a_record_is_about_are_spoken_of(support: SubjectSupport, phrase: tuple[str, ...], record: str) -> None:
    assert support.missing([phrase], [record]) == ()


@pytest.mark.parametrize(
    ("phrase", "record", "missing"),
    [
        (("pharmacy", "technician"), AQUACULTURE, ("pharmacy",)),
        (("game", "design"), WEB, ("game",)),
    ],
)
def test_the_word_that_makes_it_something_else_is_missed(support: SubjectSupport, phrase: tuple[str, ...], record: str, missing: tuple[str, ...]) -> None:
    assert support.missing([phrase], [record]) == missing


def test_one_record_or_one_way_of_asking_is_enough(support: SubjectSupport) -> None:
    assert support.missing([("game", "design")], [WEB, AQUACULTURE]) == ("game",)
    assert support.missing([("game", "design"), ("digital", "design")], [WEB]) == ()
    assert support.missing([], [WEB]) == ()
