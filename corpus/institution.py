"""Institutions and the short names people use for them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Institution"]


class Institution(BaseModel):
    """One institution or provider.

    ``aliases`` are short names and former names: "BCIT", "UVic". ``parent`` names a larger institution that this one
    is a campus or unit of, so that a wish for the larger one finds it too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    aliases: tuple[str, ...] = ()
    type: str | None = None
    region: str | None = None
    parent: str | None = None
    url: str | None = None
    campuses: tuple[str, ...] = Field(default=(), description="towns where it has a campus, as the catalogue names them")
    invented: bool = False
