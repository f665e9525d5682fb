"""Names inside a frame: a record's, where no number may stand, and a field's, as a sentence takes it."""

from __future__ import annotations

from advisor.messages import say
from corpus.credential import Credential
from corpus.fields import field_label
from corpus.numbers import numbers_in

__all__ = ["field_words", "frame_name", "frame_title"]

#: how the names of fields begin that take no article
_BARE = ("how ", "what ", "where ", "its ", "an ", "about ")
#: names of fields that are no noun
_SPELLED = {"indigenous_focus": "an Indigenous focus", "context": "more about the institution", "need": "labour-market or community evidence"}


def field_words(name: str) -> str:
    """A field as a sentence names it.

    >>> field_words("fee"), field_words("recognition"), field_words("parts")
    ('the fee', 'how it is recorded', 'its parts')
    """
    label = _SPELLED.get(name) or field_label(name)
    return label if label.startswith(_BARE) or name in _SPELLED else f"the {label}"


def frame_title(record: Credential) -> str:
    """The title, or plain words for it when the title holds a number.

    A number in a frame would stand without a citation; the claims beside it name the record.
    """
    return say("this_offering") if numbers_in(record.title, ordinals=True) else record.title


def frame_name(record: Credential) -> str:
    """Title and institution, as far as they hold no number."""
    title = frame_title(record)
    return title if numbers_in(record.institution, ordinals=True) else f"{title}, {record.institution}"
