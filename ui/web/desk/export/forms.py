"""A letter in each of the forms that it can leave in."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from ui.web.desk.export.footnotes import Footnotes
from ui.web.desk.export.letter import Letter

__all__ = ["FORMS", "as_docx", "as_eml", "as_markdown", "as_text"]

_SPECIAL = re.compile(r"([\\`*_<>#|~])")
_MARK = re.compile(r"\[(\d{1,3})\]")
#: what a Word file cannot hold
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def as_text(letter: Letter) -> bytes:
    """Plain text in UTF-8."""
    blocks = [*letter.blocks]
    if letter.notes:
        blocks.append("\n".join(["Sources", *(f"[{note.n}] {note.words}" for note in letter.notes)]))
    return ("\n\n".join(blocks) + "\n").encode()


def as_eml(letter: Letter) -> bytes:
    """An e-mail that mail programs open as a draft to be addressed and sent."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = letter.subject
    message["X-Unsent"] = "1"
    message.set_content(as_text(letter).decode())
    return message.as_bytes()


def as_markdown(letter: Letter) -> bytes:
    """Markdown, its sources as footnotes."""
    known = {note.n for note in letter.notes}

    def marked(text: str) -> str:
        plain = _SPECIAL.sub(r"\\\1", text)
        return _MARK.sub(lambda found: f"[^{found[1]}]" if int(found[1]) in known else found[0], plain)

    # two spaces at the end of a line keep the break; an item of a list needs none
    blocks = ["\n".join(line if line.startswith("- ") else f"{line}  " for line in marked(block).split("\n")).rstrip() for block in letter.blocks]
    blocks = [re.sub(r"(?<!\n)\n(?=- )", "\n\n", block, count=1) for block in blocks]
    return ("\n\n".join([*blocks, *(f"[^{note.n}]: {_SPECIAL.sub(_escaped, note.origin)}{f' <{note.url}>' if note.url else ''}" for note in letter.notes)]) + "\n").encode()


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[1]}"


def as_docx(letter: Letter) -> bytes:
    """A Word file, its sources as Word's own footnotes."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    document.core_properties.title = _CONTROL.sub("", letter.subject)
    document.core_properties.author = ""
    document.styles["Normal"].font.size = Pt(11)
    notes = Footnotes(document, {note.n: _CONTROL.sub("", note.words) for note in letter.notes})
    known = {note.n for note in letter.notes}
    for block in letter.blocks:
        for lines in _runs_of_lines(block):
            item = lines[0].startswith("- ")
            paragraph = document.add_paragraph(style="List Bullet" if item else None)
            for number, line in enumerate(lines):
                if number:
                    paragraph.add_run().add_break()
                _write(paragraph, line[2:] if item else line, known, notes)
    if letter.notes:
        notes.write()
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _runs_of_lines(block: str) -> list[list[str]]:
    """Lines that make one paragraph of a document; each item of a list is one by itself."""
    runs: list[list[str]] = []
    for line in block.split("\n"):
        if runs and not line.startswith("- ") and not runs[-1][0].startswith("- "):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _write(paragraph: Any, line: str, known: set[int], notes: Footnotes) -> None:
    """A line with the marks of its notes, each right behind what it proves; two in a row are parted by a raised comma."""
    cited = False
    for part in re.split(r"([ ]?\[\d{1,3}\])", _CONTROL.sub("", line)):
        mark = _MARK.fullmatch(part.strip())
        if mark and int(mark[1]) in known:
            if cited:
                paragraph.add_run(",").font.superscript = True
            notes.cite(paragraph, int(mark[1]))
        elif part:
            paragraph.add_run(part)
        cited = bool(mark) or (cited and not part)  # nothing stands between two marks in a row


#: name -> how it is made, its media type, its file's ending
FORMS: Mapping[str, tuple[Callable[[Letter], bytes], str, str]] = {
    "text": (as_text, "text/plain; charset=utf-8", "txt"),
    "eml": (as_eml, "message/rfc822", "eml"),
    "docx": (as_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "markdown": (as_markdown, "text/markdown; charset=utf-8", "md"),
}
