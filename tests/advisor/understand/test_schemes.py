"""Which scheme of guidance a text names, and how a question is asked of it."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("does strongerbc cover food", "future skills grant"),
        ("what is the futureskills grant in bc", "future skills grant"),
        ("canada training credit per year", "canada training credit"),
        ("does metis nation bc pay", "mnbc"),
        ("does my band pay", None),
        ("is it part time and for credit", None),
    ],
)
def test_a_scheme_is_known_by_its_names(bc: Advisor, said: str, name: str | None) -> None:
    scheme = bc.understander.finder.schemes.named_in(said)
    assert (scheme.name if scheme else None) == name


def test_what_sections_are_about(bc: Advisor) -> None:
    scheme = bc.understander.finder.schemes.spoken_of(["funding-youth-in-care#where"])
    assert scheme is not None
    assert scheme.standing("does it cover books") == "does tuition waiver cover books"
    assert {"funding-youth-in-care#tuition-waiver", "funding-student-aid#plar"} <= scheme.sections
    assert not any(name.startswith("what-an-advisor-cannot-promise#") for name in scheme.sections)


def test_how_it_is_at_one_institution_is_marked(bc: Advisor) -> None:
    schemes = bc.understander.finder.schemes
    scheme, at_tru = schemes.spoken_of(["plar#fees"]), schemes.spoken_of(["plar#tru-fees"])
    assert scheme is not None
    assert at_tru is not None
    assert "plar#tru-steps" in scheme.elsewhere
    assert "plar#tru-steps" not in at_tru.elsewhere
    assert "plar#bcit" in at_tru.elsewhere
