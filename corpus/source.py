"""Where a fact comes from and how old it is."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["BARRED_HOSTS", "Source", "sortable_date"]

#: Copies, staging and project sites: named as a source, never shown as a link (catalogue SOURCES.md).
BARRED_HOSTS = frozenset(
    {
        "paulajajadesigns.com",
        "reclaim.hosting",
        "pdfslide.us",
        "chlorosoil.com",
        "org-www.sauder.ubc.ca",
        "mmenergyc.com",
    }
)


class Source(BaseModel):
    """A page or document: its title, address and date, each as the source gives it.

    >>> Source(title="Program page", url="https://pdfslide.us/x", date="2021-02").link is None
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = ""
    url: str | None = None
    date: str | None = Field(default=None, description="verbatim: '2024-07', 'fall 2025 schedule', …; None is undated")
    carried_from: str | None = Field(default=None, description="set where the value was not checked a second time")
    note: str | None = Field(default=None, description="what the gatherer noted about this source")

    @property
    def link(self) -> str | None:
        """The address if it may be shown to people, else None: a whole web address, and not on a barred host."""
        try:
            parts = urlsplit(self.url or "")
            host = (parts.hostname or "").lower().rstrip(".")
        except ValueError:  # "http://[::1", say
            return None
        if parts.scheme not in {"http", "https"} or not host:
            return None
        barred = any(host == bad or host.endswith("." + bad) for bad in BARRED_HOSTS)
        return None if barred else self.url

    @property
    def year(self) -> int | None:
        """The latest year that the date names."""
        key = sortable_date(self.date)
        return int(key[:4]) if key else None


def sortable_date(date: str | None) -> str | None:
    """The sortable twin of a verbatim date: ISO text at the precision given, latest year of a range.

    >>> sortable_date("2018-2021"), sortable_date("2022/23"), sortable_date("fall 2025 schedule")
    ('2021', '2023', '2025')
    >>> sortable_date("2024-07-24"), sortable_date(None)
    ('2024-07-24', None)
    """
    if not date:
        return None
    if exact := re.fullmatch(r"\s*((?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?)\s*", date):
        return exact[1]
    if span := re.search(r"\b((?:19|20)\d\d)[/-](\d\d)\b(?!-?\d)", date):
        century_year = span[1][:2] + span[2]
        if century_year > span[1] and int(span[2]) > 12:
            return century_year
    years = re.findall(r"\b(?:19|20)\d\d\b", date)
    return max(years) if years else None
