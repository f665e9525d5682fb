"""The reply leaves in four forms, each of which says the same, with or without its sources."""

from __future__ import annotations

import email
import io
from email.policy import default

import pytest
from docx import Document

from advisor.draft.contract import ChecklistRow, Draft, DraftParagraph
from ui.web.desk.export.forms import FORMS, as_docx, as_eml, as_markdown, as_text
from ui.web.desk.export.letter import Letter, letter_of

ROWS = tuple(
    ChecklistRow(n=n, claim="c", field=field, quote="q", source="Program page", url=f"https://x.example/a_b?{n}", as_of=date, id=f"tarn-soil#{field}", title="Soil, Tarn")
    for n, field, date in ((1, "delivery", "2024"), (2, "fee", None))
)
DRAFT = Draft(subject="Soil\nX-Evil: yes", greeting="", closing="", text="", paragraphs=(DraftParagraph(question="q", paragraph="p", checklist=ROWS),))


def letter(*, notes: bool = True, name: str = "Rin") -> Letter:
    paragraphs = ("It costs $5. [2] It is *online*. [1][2]", "These fit:\n- Soil, Kʼómoks. [1] Long.\n- Sand <b>x</b> [7]")
    return letter_of(DRAFT, greeting="Hello [name],\nThanks.", paragraphs=paragraphs, closing="Regards,", name=name, signature="Amara", notes=notes)


def test_sources_are_numbered_as_they_are_cited() -> None:
    made = letter()
    assert made.blocks[1] == "It costs $5. [1] It is *online*. [2][1]"
    assert [(note.n, note.field) for note in made.notes] == [(1, "fee"), (2, "delivery")]
    assert made.blocks[0] == "Hello Rin,\nThanks."
    assert made.blocks[-1] == "Regards,\nAmara"


def test_without_sources_no_number_is_left() -> None:
    made = letter(notes=False)
    assert made.notes == ()
    assert made.blocks[1] == "It costs $5. It is *online*."


def test_without_a_name_the_greeting_has_none() -> None:
    assert letter(name="").blocks[0] == "Hello,\nThanks."


def test_text_has_the_sources_below() -> None:
    text = as_text(letter()).decode()
    assert text.endswith("Sources\n[1] Soil, Tarn, fee: our record, from Program page, undated. https://x.example/a_b?2\n[2] Soil, Tarn, delivery: our record, from Program page, 2024. https://x.example/a_b?1\n")
    assert "Sources" not in as_text(letter(notes=False)).decode()


def test_an_email_opens_as_a_draft_and_its_subject_injects_nothing() -> None:
    message = email.message_from_bytes(as_eml(letter()), policy=default)
    assert message["Subject"] == "Re: Soil X-Evil: yes"
    assert message["X-Evil"] is None
    assert message["X-Unsent"] == "1"
    assert message.get_content().replace("\r\n", "\n") == as_text(letter()).decode()


def test_markdown_has_footnotes_and_says_what_was_written() -> None:
    text = as_markdown(letter()).decode()
    assert "It costs $5. [^1] It is \\*online\\*. [^2][^1]" in text
    assert "[^1]: Soil, Tarn, fee: our record, from Program page, undated. <https://x.example/a_b?2>" in text
    assert "Sand \\<b\\>x" in text
    assert "[7]" in text


@pytest.mark.parametrize("notes", [True, False])
def test_word_files_hold_the_reply_with_raised_numbers(notes: bool) -> None:
    document = Document(io.BytesIO(as_docx(letter(notes=notes))))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Hello Rin,\nThanks."
    assert "Soil, Kʼómoks. 2 Long." in texts or "Soil, Kʼómoks. Long." in texts
    raised = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.font.superscript]
    assert raised == (["1", "2", "1", "2"] if notes else [])
    assert ("Sources" in texts) is notes
    assert document.core_properties.author == ""


def test_characters_that_word_cannot_hold_do_not_break_it() -> None:
    as_docx(Letter("Re: a\x00b", ("a\x0bb\ud800c",)))


def test_every_form_can_be_made() -> None:
    assert {kind for _, kind, _ in FORMS.values()} >= {"message/rfc822"}
    assert all(make(letter()) for make, _, _ in FORMS.values())
