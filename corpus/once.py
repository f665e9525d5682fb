"""What is worked out of one message is worked out once, and forgotten when the message has been read.

A message is read from many sides, and each asks again for its sentences, its cues and its places. Nothing of what people
wrote is kept longer than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

__all__ = ["kept_in", "once", "reading"]

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

#: what was worked out of the message that this thread is at
_HELD: ContextVar[dict[tuple[Any, ...], Any] | None] = ContextVar("once", default=None)


@contextmanager
def kept_in(held: ContextVar[dict[_Key, _Value] | None]) -> Iterator[None]:
    """A stretch in which ``held`` keeps what is put in it; inside another of these, until the end of that one."""
    if held.get() is not None:
        yield
        return
    token = held.set({})
    try:
        yield
    finally:
        held.reset(token)


def reading() -> AbstractContextManager[None]:
    """A stretch, say the reading of one message, in which functions marked with :func:`once` work out a thing once."""
    return kept_in(_HELD)


def once(function: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Mark a function whose result depends on nothing but its arguments, which can be hashed, and is never changed."""

    @wraps(function)
    def remembered(*args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        held = _HELD.get()
        if held is None:
            return function(*args, **kwargs)
        key = (function, args, *sorted(kwargs.items())) if kwargs else (function, args)
        known = held.get(key, held)  # which is no result of its own
        if known is held:
            known = held[key] = function(*args, **kwargs)
        result: _Result = known
        return result

    return remembered
