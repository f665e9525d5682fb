"""An edited sentence that its evidence no longer bears out is marked; what was not touched is not."""

from __future__ import annotations

import pytest

from advisor.draft.compose import draft_reply
from advisor.draft.contract import DraftParagraph
from advisor.engine import Advisor
from ui.web.desk.editing import check_paragraph


@pytest.fixture(scope="module")
def paragraph(advisor: Advisor) -> DraftParagraph:
    (only,) = draft_reply(advisor, "How long is Forest Health Management at UBC?").paragraphs
    assert "60 hours" in only.paragraph
    return only


def states(text: str, paragraph: DraftParagraph, advisor: Advisor) -> list[str]:
    return [mark.state for mark in check_paragraph(text, paragraph, advisor.catalogue)]


def test_an_untouched_paragraph_fits_sentence_by_sentence(advisor: Advisor, paragraph: DraftParagraph) -> None:
    marks = check_paragraph(paragraph.paragraph, paragraph, advisor.catalogue)
    assert [(mark.text, mark.citations) for mark in marks] == [(item.text, item.citations) for item in paragraph.sentences]
    assert {mark.state for mark in marks} <= {"fits", "frame"}


def test_every_draft_is_read_back_as_it_was_written(advisor: Advisor) -> None:
    message = "anything in forestry that is online? compare Forest Health Management and Forest Carbon Management at UBC\nwhat is PLAR?\nI have grade 11. Can I get into the First Nations governance one at NVIT?\ndoes coastal forest worker at NIC lead anywhere?"
    for item in draft_reply(advisor, message).paragraphs:
        marks = check_paragraph(item.paragraph, item, advisor.catalogue)
        assert {mark.state for mark in marks} <= {"fits", "frame"}, [mark for mark in marks if mark.state not in {"fits", "frame"}]


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("60 hours", "70 hours", "broken"),
        ("60 hours", "sixty hours", "fits"),
        (" [1]", " [9]", "broken"),
        (" [1]", "", "bare"),
    ],
)
def test_a_change_is_held_against_the_evidence(advisor: Advisor, paragraph: DraftParagraph, old: str, new: str, state: str) -> None:
    assert old in paragraph.paragraph
    assert state in states(paragraph.paragraph.replace(old, new, 1), paragraph, advisor)


def test_own_words_are_told_apart(advisor: Advisor, paragraph: DraftParagraph) -> None:
    text = f"I looked this up for you. {paragraph.paragraph} Write to me any time. It costs $400."
    found = check_paragraph(text, paragraph, advisor.catalogue)
    assert [mark.state for mark in found if mark.state not in {"fits", "frame"}] == ["own", "own", "bare"]


def test_a_confirmation_ends_when_a_letter_changes(advisor: Advisor, paragraph: DraftParagraph) -> None:
    before = check_paragraph(paragraph.paragraph, paragraph, advisor.catalogue)[0]
    after = check_paragraph(paragraph.paragraph.replace("takes", "needs", 1), paragraph, advisor.catalogue)[0]
    assert (before.state, after.state) == ("fits", "fits")
    assert before.key != after.key


@pytest.mark.parametrize("text", ["", "[1]", "- ", "x" * 5000, "[1][2][3]", "a [1] b [1]", "\n\n\n", "[999999]"])
def test_any_text_can_be_checked(advisor: Advisor, paragraph: DraftParagraph, text: str) -> None:
    check_paragraph(text, paragraph, advisor.catalogue)
