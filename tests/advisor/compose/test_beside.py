"""A clause that guidance answers is answered beside the rest of the message, and only where nothing else speaks to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.contract import Answer
from advisor.engine import Advisor


@pytest.fixture
def cited(ask: Callable[..., Answer]) -> Callable[[str], set[str]]:
    def of(message: str) -> set[str]:
        return {item.id for item in ask(message).citations}

    return of


@pytest.mark.parametrize(
    ("message", "record", "section"),
    [
        (
            "Is the four week wildfire training in campbell river free, and does strongerbc cover my groceries while im studying?",
            "nic-wildfire-training-four-week#fee",
            "funding-future-skills-grant#what-it-covers",
        ),
        ("the metis studies cert at unbc, how many courses, and does metis nation bc ever pay for stuff like that", "unbc-certificate-metis-studies#", "funding-indigenous-learners#mnbc"),
        ("something for wildfire in Kamloops, and tell me if TRU's PLAR credit counts in my GPA", "tru-wildfire-science-certificate", "plar#tru-result"),
        ("how do i apply for the ufv berry production one and can i claim the tuition on my taxes", "ufv-berry-production-essentials", "funding-tax#which-fees"),
        (
            "Computer based information systems at UVic: is that credit or non-credit, and would a non-credit certificate show as academic credit on my transcript?",
            "uvic-computer-based-information-systems-cbis-certificate#credit",
            "glossary#non-credit-bearing",
        ),
    ],
)
def test_guidance_stands_beside_an_offering(cited: Callable[[str], set[str]], message: str, record: str, section: str) -> None:
    found = cited(message)
    assert section in found
    assert any(item.startswith(record) for item in found)


@pytest.mark.parametrize(
    ("message", "sections"),
    [
        ("whats mycreds and what is an open badge even", {"badges-and-wallets#mycreds", "badges-and-wallets#open-badge"}),
        ("can i get student loans for a 4 week course & how old do u have to be for the canada training credit", {"funding-student-aid#short-programs", "funding-tax#who"}),
        ("who decides band funding, and did ISET go by another name before", {"funding-indigenous-learners#psssp-who-decides", "funding-indigenous-learners#iset"}),
    ],
)
def test_two_schemes_are_each_explained(cited: Callable[[str], set[str]], message: str, sections: set[str]) -> None:
    assert sections <= cited(message)


@pytest.mark.parametrize(
    "message",
    [
        "Does the StrongerBC grant cover the NIC drone to map GIS course, and where is it?",
        "can I use the strongerbc grant for camosun arc welding, and how long is it",
        "how long is the UBC forest health management one, does it carry credit and is there a deadline",
        "is there a pharmacy technician micro-credential at Okanagan College and what is the fee?",
    ],
)
def test_what_is_asked_of_an_offering_stays_its_own(bc: Advisor, cited: Callable[[str], set[str]], message: str) -> None:
    assert not cited(message) & set(bc.catalogue.sections)


def test_what_was_found_nothing_on_is_not_said_beside_its_answer(ask: Callable[..., Answer]) -> None:
    answer = ask("Is the four week wildfire training in campbell river free, and does strongerbc cover my groceries while im studying?")
    assert "found nothing" not in answer.text
    assert answer.status == "answered"
