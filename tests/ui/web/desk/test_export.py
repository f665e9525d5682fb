"""The reply leaves in four forms, each of which says the same, with or without its sources."""

from __future__ import annotations

import email
import io
import zipfile
from email.policy import default
from typing import Any

from docx import Document
from docx.oxml import parse_xml

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


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: parse_xml(file.read(name)) for name in file.namelist() if name.endswith((".xml", ".rels"))}


def test_word_files_have_words_own_footnotes() -> None:
    data = as_docx(letter())
    found = parts(data)
    notes = {note.get(f"{W}id"): "".join(text.text for text in note.iter(f"{W}t")) for note in found["word/footnotes.xml"].findall(f"{W}footnote")}
    assert list(notes) == ["-1", "0", "1", "2"]
    assert notes["1"] == " Soil, Tarn, fee: our record, from Program page, undated. https://x.example/a_b?2"
    body = found["word/document.xml"]
    assert [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")] == ["1", "2"], "each note is referred to once"
    bookmarks = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    again = [(text.text or "").split()[1] for text in body.iter(f"{W}instrText")]
    assert again == [bookmarks[0], bookmarks[1]], "what is cited again leads to its first note"
    assert len(set(bookmarks)) == len(bookmarks) == 2
    types = {item.get("PartName"): item.get("ContentType") or "" for item in found["[Content_Types].xml"]}
    assert types["/word/footnotes.xml"].endswith("footnotes+xml")
    assert any((item.get("Type") or "").endswith("/footnotes") for item in found["word/_rels/document.xml.rels"])
    styles = {style.get(f"{W}styleId") for style in found["word/styles.xml"].iter(f"{W}style")}
    used = {item.get(f"{W}val") for name in ("word/document.xml", "word/footnotes.xml") for tag in ("rStyle", "pStyle") for item in found[name].iter(f"{W}{tag}")}
    assert used <= styles
    order = [child.tag.removeprefix(W) for child in found["word/settings.xml"]]
    assert order.index("footnotePr") < order.index("compat")


def test_word_files_say_what_was_written() -> None:
    for notes in (True, False):
        document = Document(io.BytesIO(as_docx(letter(notes=notes))))
        texts = [paragraph.text for paragraph in document.paragraphs]
        assert texts[0] == "Hello Rin,\nThanks."
        assert texts[1] == ("It costs $5. It is *online*.,1" if notes else "It costs $5. It is *online*.")
        assert "Sources" not in texts
        assert document.core_properties.author == ""
        assert any(text.endswith("Sand <b>x</b> [7]") for text in texts) is notes
        assert ("word/footnotes.xml" in parts(as_docx(letter(notes=notes)))) is notes


def test_what_a_source_says_is_text_in_a_footnote() -> None:
    row = ROWS[1].model_copy(update={"title": "<w:p>&\x00Soil", "url": 'https://x.example/?a="1"&b=<2>'})
    draft = DRAFT.model_copy(update={"paragraphs": (DraftParagraph(question="q", paragraph="p", checklist=(row,)),)})
    made = letter_of(draft, greeting="Hi", paragraphs=["It costs $5. [2]"], closing="Bye")
    (note,) = parts(as_docx(made))["word/footnotes.xml"].findall(f"{W}footnote")[2:]
    assert "".join(text.text for text in note.iter(f"{W}t")).startswith(" <w:p>&Soil, fee")
    assert len(note.findall(f"{W}p")) == 1


def test_characters_that_word_cannot_hold_do_not_break_it() -> None:
    as_docx(Letter("Re: a\x00b", ("a\x0bb\ud800c",)))


def test_every_form_can_be_made() -> None:
    assert {kind for _, kind, _ in FORMS.values()} >= {"message/rfc822"}
    assert all(make(letter()) for make, _, _ in FORMS.values())
