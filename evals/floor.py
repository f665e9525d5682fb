"""Floors under figures, so that a change that makes the advisor worse does not pass unnoticed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from corpus.errors import UsageError
from evals.figure import Figure

__all__ = ["Bounds", "below_floor", "read_floors"]


class Bounds(BaseModel):
    """The least and the most that a figure may be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    min: float | None = None
    max: float | None = None


_FLOORS = TypeAdapter(dict[str, float | Bounds])


def read_floors(path: Path) -> dict[str, Bounds]:
    """Read ``{"pass.all": 0.95, "refused_wrongly": {"max": 0.03}}``; a bare number is a minimum.

    :raises UsageError: the file cannot be read or is of another form.
    """
    try:
        floors = _FLOORS.validate_python(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise UsageError(
            f"{path} holds no floors: {str(error).splitlines()[0]}.",
            hint='Write an object of figures and minima: {"pass.all": 0.95, "refused_wrongly": {"max": 0.03}}.',
        ) from error
    return {name: bound if isinstance(bound, Bounds) else Bounds(min=bound) for name, bound in floors.items()}


def below_floor(figures: Sequence[Figure], floors: dict[str, Bounds]) -> list[str]:
    """One sentence for each figure that is out of its bounds or was not measured; empty when all hold."""
    by_name = {figure.name: figure for figure in figures}
    told = []
    for name, bounds in floors.items():
        value = by_name[name].value if name in by_name else None
        if value is None:
            told.append(f"{name} was not measured.")
        elif bounds.min is not None and value < bounds.min:
            told.append(f"{name} is {value:.4f}, less than {bounds.min:g}.")
        elif bounds.max is not None and value > bounds.max:
            told.append(f"{name} is {value:.4f}, more than {bounds.max:g}.")
    return told
