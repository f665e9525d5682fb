"""What a person wrote, out of what was pasted: e-mail headers, quotes, greeting, closing and signature are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.understand.drafting import pasted_message
from advisor.understand.safety import strip_injection
from advisor.understand.text import MAX_CHARS, clean

__all__ = ["Received", "is_polite", "read_message"]

_HEADER = re.compile(r"^\s*(from|to|cc|bcc|reply-to|date|sent|subject|importance|attachments?|message-id|mime-version|content-[\w-]+)\s*:\s*(.*)$", re.IGNORECASE)
_REPLY = re.compile(r"^\s*(?:re|fwd?|tr)\s*:\s*", re.IGNORECASE)
#: from here on an earlier message is quoted
_EARLIER = re.compile(
    r"^\s*(?:on .{4,120}\bwrote\s*:\s*$|-{2,}\s*(?:original|forwarded) message\b.*$|begin forwarded message\s*:?\s*$|_{10,}\s*$)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"^\s*>+ ?")
_SIGNATURE = re.compile(r"^\s*(?:--\s*$|sent from (?:my|outlook|mail|yahoo)\b.*$|get outlook for\b.*$)", re.IGNORECASE)
_WORDS = r"(?:[A-Za-z][\w'’.-]*)"
_GREETING = re.compile(
    rf"^\W*(?:hi|hello|hey|hiya|dear|greetings|good (?:morning|afternoon|evening|day)|to whom it may concern)(?:[ ]+(?:there|all|again|everyone|team|folks|sir|madam|or|the|{_WORDS}))?(?:[ ]+{_WORDS}){{0,3}}?\s*(?:[,!.:;-]+|$)\s*",
    re.IGNORECASE,
)
#: a greeting without a mark after it, where the message itself follows at once
_LOOSE_GREETING = re.compile(r"^\W*(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))(?: there| all| again)?\s+(?=\w)", re.IGNORECASE)
_THANKS = r"(?:(?:many |kind |with )?thanks?(?: (?:you|again|so much|very much|a lot|a bunch|in advance|for (?:your|the|any|all) (?:\w+ ){0,3}?(?:help|time|advice|assistance|info\w*|reply|response|consideration|patience)))*|thx|ty|cheers|much appreciated)"
_FAREWELL = rf"(?:(?:kind(?:est)?|best|warm(?:est)?|with (?:kind|best)) (?:regards|wishes)|regards|best|sincerely(?: yours)?|yours (?:truly|sincerely|faithfully)|respectfully|take care|talk soon|{_THANKS}(?:(?: and|,|!)? (?:regards|best|cheers))?)"
_CLOSING_LINE = re.compile(rf"^\W*{_FAREWELL}\W*(?:{_WORDS}(?:[ ]{_WORDS}){{0,3}})?\W*$", re.IGNORECASE)
_CLOSING_TAIL = re.compile(rf"(?:^|(?<=[.!?,;\n]))\s*{_FAREWELL}\s*[,.!:)-]*\s*(?:{_WORDS}(?:[ ]{_WORDS}){{0,2}})?[^\w?]*$", re.IGNORECASE)
_POLITE = re.compile(
    rf"^\W*(?:(?:i |we )?(?:really )?(?:hope|trust) (?:you|this|all|your|everyone|that you)\b[^?]{{0,60}}|(?:i(?:'m| am)? |we )?look(?:ing)? forward to\b[^?]{{0,60}}|any (?:help|info\w*|advice|guidance)\b[^?]{{0,40}}\bappreciat\w+[^?]{{0,20}}|(?:i(?:'d| would)? )?(?:really )?appreciate\b[^?]{{0,50}}|sorry (?:for|about)\b[^?]{{0,50}}|(?:please )?let me know(?: (?:what you think|either way|when you can|soon))?|have a (?:great|good|nice|lovely)\b[^?]{{0,30}}|{_THANKS}\W*(?:\w+)?|hope to hear\b[^?]{{0,30}}|(?:and )?(?:i have|i've got|just|here are) (?:a few|some|a couple of|several|\w+) (?:quick )?questions?(?: (?:for you|please))?)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Received:
    """A message as its writer meant it: no frills around it, nothing in it that commands the advisor."""

    body: str
    subject: str = ""
    dropped: bool = False
    cut: bool = False


def read_message(text: str) -> Received:
    """Read a pasted message or a whole e-mail.

    >>> read_message("Subject: Re: soil course\\n\\nHi there,\\nIs it online?\\n\\nThanks so much,\\nDana Smith").body
    'Is it online?'
    """
    cut = len(text) > MAX_CHARS
    text = clean(text)
    if inner := pasted_message(text):
        text = inner
    subject, lines = _without_headers(text.split("\n"))
    lines, dropped = _without_commands(_own_words(lines))
    subject, dropped_subject = strip_injection(subject)
    lines = _without_closing(_without_greeting(lines))
    body = "\n".join(line for line in lines if line)
    return Received(body=body, subject=subject.strip(), dropped=dropped or dropped_subject, cut=cut)


def is_polite(sentence: str) -> bool:
    """Whether a sentence only keeps good manners and asks or tells nothing.

    >>> is_polite("Hope you are doing well!"), is_polite("Let me know if it is online")
    (True, False)
    """
    return bool(_POLITE.match(sentence))


def _without_headers(lines: list[str]) -> tuple[str, list[str]]:
    """The subject, and what comes after the header lines at the top."""
    subject = ""
    position = 0
    for line in lines:
        match = _HEADER.match(line)
        if not match and (line.strip() or not position):
            break
        if match and match[1].lower() == "subject":
            subject = _REPLY.sub("", _REPLY.sub("", match[2]))
        position += 1
    # one line such as "To: whom" may be the message itself; headers come with a subject or in twos
    return (subject, lines[position:]) if subject or position > 1 else ("", lines)


def _own_words(lines: list[str]) -> list[str]:
    """The lines that the writer wrote now; where all is quoted or forwarded, the quoted ones."""
    for number, line in enumerate(lines):
        if _EARLIER.match(line):
            before = [item for item in lines[:number] if not _QUOTE.match(item)]
            if len(" ".join(before).split()) >= 6:
                return before
            _, rest = _without_headers([_QUOTE.sub("", item) for item in lines[number + 1 :]])
            return _own_words(rest)
    own = [line for line in lines if not _QUOTE.match(line)]
    return own if " ".join(own).strip() else [_QUOTE.sub("", line) for line in lines]


def _without_commands(lines: list[str]) -> tuple[list[str], bool]:
    """Lines without what tries to command the advisor. A bracket may run over lines, so the whole is read first."""
    whole, dropped = strip_injection("\n".join(lines))
    if not dropped:
        return [line.strip() for line in lines], False
    kept = [strip_injection(line)[0].strip() for line in lines]
    joined = "\n".join(kept)
    # what only the whole shows as a command is taken out of the whole, at the cost of its line breaks
    return (kept if not strip_injection(joined)[1] else [whole]), True


def _without_greeting(lines: list[str]) -> list[str]:
    for number, line in enumerate(lines):
        if not line:
            continue
        rest = _GREETING.sub("", line, count=1)
        rest = _LOOSE_GREETING.sub("", rest, count=1) if rest == line else rest
        return [rest, *lines[number + 1 :]]
    return []


def _without_closing(lines: list[str]) -> list[str]:
    """Lines up to the closing, where nothing is asked after it."""
    for number, line in enumerate(lines):
        ends = _SIGNATURE.match(line) or (number and _CLOSING_LINE.match(line))
        if ends and not any("?" in later for later in lines[number + 1 :]):
            lines = lines[:number]
            break
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    if lines:
        lines = [*lines[:-1], _CLOSING_TAIL.sub("", lines[-1]).strip()]
    return lines
