"""The learner's own day, by which a date in the catalogue is past or still to come."""

from __future__ import annotations

from datetime import date, datetime

__all__ = ["today"]


def today() -> date:
    """The day it is where the learner is."""
    return datetime.now().astimezone().date()
