"""A record's name inside a frame, where no number may stand."""

from __future__ import annotations

from advisor.messages import say
from corpus.credential import Credential
from corpus.numbers import numbers_in

__all__ = ["frame_name", "frame_title"]


def frame_title(record: Credential) -> str:
    """The title, or plain words for it when the title holds a number.

    A number in a frame would stand without a citation; the claims beside it name the record.
    """
    return say("this_offering") if numbers_in(record.title, ordinals=True) else record.title


def frame_name(record: Credential) -> str:
    """Title and institution, as far as they hold no number."""
    title = frame_title(record)
    return title if numbers_in(record.institution, ordinals=True) else f"{title}, {record.institution}"
