"""Dates as given and their sortable twins; which addresses may be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.source import BARRED_HOSTS, Source, sortable_date


@pytest.mark.parametrize(
    ("given_date", "key"),
    [
        ("2024-07-24", "2024-07-24"),
        (" 2024-07 ", "2024-07"),
        ("2024", "2024"),
        ("fall 2025 schedule", "2025"),
        ("2018-2021", "2021"),
        ("2022/23", "2023"),
        ("2026-27 calendar", "2027"),
        ("2021-22", "2022"),
        ("2009-10", "2009-10"),
        ("2015-17 calendar, seen 2019", "2017"),
        ("July 2024", "2024"),
        ("undated", None),
        ("", None),
        (None, None),
    ],
)
def test_sortable_date(given_date: str | None, key: str | None) -> None:
    assert sortable_date(given_date) == key


def test_year_is_the_latest_named() -> None:
    assert Source(date="2018-2021").year == 2021
    assert Source().year is None


@pytest.mark.parametrize("host", sorted(BARRED_HOSTS))
@pytest.mark.parametrize("form", ["https://{}/page", "http://www.{}/", "https://{}.:8080/x", "https://UP.{}/"])
def test_barred_hosts_have_no_link(host: str, form: str) -> None:
    assert Source(url=form.format(host)).link is None
    assert Source(url=form.format(host.upper())).link is None


@pytest.mark.parametrize("url", ["https://www.bcit.ca/x", "http://pdfslide.us.example.org/", "https://notpdfslide.us/"])
def test_other_addresses_are_links(url: str) -> None:
    assert Source(url=url).link == url


@pytest.mark.parametrize(
    "url", [None, "", "www.bcit.ca", "javascript:alert(1)", "file:///etc/passwd", "http://", "http://[::1", "//bcit.ca/x"]
)
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    assert Source(url=url).link is None


@given(st.text(max_size=40))
def test_any_text_is_judged_without_an_error(text: str) -> None:
    link = Source(url=text, date=text).link
    assert link is None or link.startswith(("http://", "https://"))
    sortable_date(text)
