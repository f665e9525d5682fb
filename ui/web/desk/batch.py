"""Messages out of a CSV or mbox file, read in memory. A file that is broken is told where, and nothing of it is kept."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from advisor.draft.mail import mail_text
from corpus.errors import UsageError

__all__ = ["MOST_BYTES", "MOST_MESSAGES", "read_batch"]

MOST_BYTES = 10_000_000
MOST_MESSAGES = 500
#: characters of one message; what is longer is cut
MOST_CHARACTERS = 20_000
_TEXT = ("message", "body", "text", "question", "content", "email", "enquiry", "inquiry")
_SUBJECT = ("subject", "title", "topic")
_FROM = re.compile(rb"^From [^\n]*\n", re.MULTILINE)
_HINT = f"Upload a .csv file with a column named {', '.join(_TEXT[:4])} (and perhaps subject), or an mbox file."


def read_batch(data: bytes, name: str) -> list[str]:
    """The messages of a file, in its order.

    :raises UsageError: it is neither, is broken, holds nothing or too much.
    """
    if not data.strip():
        raise UsageError("The file is empty.", hint=_HINT)
    messages = _mbox(data) if data.startswith(b"From ") else _csv(data, name)
    kept = [message[:MOST_CHARACTERS] for message in messages if re.search(r"\w", message)]
    if not kept:
        raise UsageError("No message was found in the file.", hint=_HINT)
    if len(kept) > MOST_MESSAGES:
        raise UsageError(f"The file holds {len(kept)} messages.", hint=f"Upload at most {MOST_MESSAGES} at a time.")
    return kept


def _mbox(data: bytes) -> list[str]:
    parts = _FROM.split(data.replace(b"\r\n", b"\n"))[1:]
    for number, part in enumerate(parts, start=1):
        head = part.split(b"\n\n", 1)[0]
        if not re.match(rb"[A-Za-z][\w-]*:", head):
            raise UsageError(f"Message {number} of the mbox file has no header lines.", hint="Export the folder from your mail program again. A line of a message that begins with “From ” must be written “>From ”.")
    return [mail_text(re.sub(rb"^>(?=>*From )", b"", part, flags=re.MULTILINE)) for part in parts]


def _csv(data: bytes, name: str) -> list[str]:
    if b"\0" in data:
        raise UsageError(f"{_shown(name)} is no text file.", hint=_HINT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), dialect=_dialect(text), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise UsageError(f"Line {reader.line_num} of the CSV file cannot be read: {error}.", hint="A cell with quotation marks or line breaks must stand in quotation marks, and those inside it must be doubled.") from error
    if not rows:
        return []
    header = [cell.strip().lower() for cell in rows[0][1]]
    column = next((header.index(wanted) for wanted in _TEXT if wanted in header), None)
    if column is None and len(header) > 1:
        raise UsageError(f"The CSV file has no column for the message; it has {', '.join(header[:8])}.", hint=_HINT)
    subject = next((header.index(wanted) for wanted in _SUBJECT if wanted in header), None)
    body = rows if column is None else rows[1:]
    found = []
    for line, row in body:
        if len(row) != len(header):
            raise UsageError(f"Line {line} of the CSV file has {len(row)} cells, and the first has {len(header)}.", hint="Put cells with commas in quotation marks.")
        about = row[subject].strip() if subject is not None else ""
        message = row[column or 0]
        found.append(f"Subject: {' '.join(about.split())}\n\n{message}" if about else message)
    return found


def _dialect(text: str) -> type[csv.Dialect]:
    """Commas, or semicolons or tabs where the first line has those instead."""
    first: Sequence[str] = text.lstrip().split("\n", 1)

    class Dialect(csv.excel):
        delimiter = next((mark for mark in ("\t", ";") if mark in first[0] and "," not in first[0]), ",")

    return Dialect


def _shown(name: str) -> str:
    """The file's ending only: its name may name a person."""
    ending = name.rpartition(".")[2][:8]
    return f"The .{ending} file" if "." in name and ending.isalnum() else "The file"
