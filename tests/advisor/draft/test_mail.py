"""Text is got out of e-mails of every make."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from advisor.draft.mail import mail_text, message_text


def mail(subject: str = "Soil course") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "rin@mail.example", "desk@college.example", subject
    return message


def test_the_plain_part_is_preferred_and_attachments_are_not_read() -> None:
    message = mail()
    message.set_content("Is it online?\n")
    message.add_alternative("<p>Is it <b>something else</b>?</p>", subtype="html")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="cv.bin")
    assert message_text(message.as_bytes()) == "Subject: Soil course\n\nIs it online?"


def test_html_alone_is_read_without_its_markup() -> None:
    message = mail()
    message.set_content("<style>p{}</style><p>Is it&nbsp;online?</p><script>x()</script><p>Thanks</p>", subtype="html")
    assert mail_text(message.as_bytes()).split("\n\n", 1)[1].split() == ["Is", "it", "online?", "Thanks"]


@pytest.mark.parametrize(
    "data",
    [b"Subject: x\nFrom: a@b.example\nContent-Type: text/plain; charset=nonesuch\n\nIs it online?\n", b"Subject: x\nFrom: a@b.example\nContent-Transfer-Encoding: base64\n\n!!!not base64\n", b"Subject: =?utf-8?q?broken\nFrom: \x00\n\nhi\n"],
)
def test_broken_mail_gives_what_can_be_read(data: bytes) -> None:
    assert mail_text(data).startswith("Subject:")


def test_plain_files_are_text() -> None:
    assert message_text("Is it in Kʼómoks?".encode()) == "Is it in Kʼómoks?"
    assert message_text(b"caf\xe9?") == "café?"
    assert message_text(b"To: whom it may concern\n\nIs it online?") == "To: whom it may concern\n\nIs it online?"
