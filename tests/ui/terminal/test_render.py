"""Answers as people read them in a terminal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.contract import (
    Answer,
    Card,
    Cards,
    Choices,
    Citation,
    Claim,
    Contact,
    Paragraph,
    PathwayPart,
    Piece,
    Table,
    TableRow,
)
from ui.terminal.render import answer_text
from ui.terminal.style import Style, current_style

PLAIN = Style(width=80)
CLAIMS = (
    Claim(text="It takes about 60 hours over eight weeks.", citations=(1,)),
    Claim(text="It is online and costs $35, and it is meant for people who work with soil every day.", citations=(1, 2)),
)
CITATIONS = (
    Citation(n=1, id="tarn-soil#duration", record="tarn-soil", field="duration", title="Soil Care, Tarn College",
             quote="about 60 hours\nover eight weeks", url="https://tarn.example/soil", as_of="fall 2030"),
    Citation(n=2, id="plar#what", record="plar", field="what", title="What it is", quote="a quote"),
)  # fmt: skip


def answer(**values: Any) -> Answer:
    given = {"question": "q", "standalone": "q", "status": "answered", "text": "", "claims": CLAIMS, "citations": CITATIONS}
    return Answer.model_validate({**given, **values})


def flat(text: str) -> str:
    return " ".join(text.split())


def test_claims_stand_with_their_markers_and_the_sources_below() -> None:
    pieces = (Piece(frame="Here it is:"), Piece(claim=0), Piece(claim=1))
    said, _, sources = answer_text(answer(parts=(Paragraph(pieces=pieces),)), PLAIN).partition("Sources")
    assert flat(said) == f"Here it is: {CLAIMS[0].text} [1] {CLAIMS[1].text} [1][2]"
    assert "[1] Soil Care, Tarn College · length: “about 60 hours / over eight weeks”" in flat(sources)
    assert "tarn-soil#duration · https://tarn.example/soil · as of fall 2030" in flat(sources)
    assert "[2] What it is: “a quote” plar#what · undated" in flat(sources)


def test_cards_show_type_invention_and_near_misses() -> None:
    card = {"id": "tarn-soil", "title": "Soil", "institution": "Tarn", "heading": Piece(claim=0), "pieces": (Piece(claim=1),)}
    cards = (Card.model_validate({**card, "credential_type": "micro-certificate", "invented": True, "alternative": True}),)
    said = flat(answer_text(answer(parts=(Cards(cards=cards),)), PLAIN))
    assert f"{CLAIMS[0].text} [1] (micro-certificate, invented, comes close) {CLAIMS[1].text} [1][2] tarn-soil" in said


@pytest.mark.parametrize("width", [100, 40])
def test_a_table_keeps_every_cell_at_any_width(width: int) -> None:
    rows = tuple(
        TableRow(label=label, field=label, differs=True, cells=(Piece(claim=0), Piece(frame="not stated")))
        for label in ("length", "how it is recorded")
    )
    table = Table(columns=(Piece(frame="Soil Care"), Piece(frame="Water Care")), ids=("a", "b"), rows=rows)
    text = answer_text(answer(parts=(table,), citations=()), Style(width=width))
    assert max(len(line) for line in text.split("\n")) <= width
    assert flat(text).count("not stated") == 2
    assert text.count("eight") == 2
    for word in ("Soil", "Water", "length", "recorded"):
        assert word in text


def test_a_pathway_is_told_in_steps_or_else_by_its_description() -> None:
    part = PathwayPart(nodes=(), edges=(), alt="Soil leads to land.", pieces=(Piece(claim=0), Piece(claim=1)))
    told = answer_text(answer(parts=(part,), citations=()), PLAIN)
    assert told.startswith("  - It takes")
    assert "Soil leads" not in told
    assert answer_text(answer(parts=(part.model_copy(update={"pieces": ()}),), citations=()), PLAIN) == "Soil leads to land."


def test_choices_are_listed_once() -> None:
    part = Choices(question="Which one?", choices=("Soil", "Water"))
    asked = {"status": "clarify", "claims": (), "citations": (), "choices": ("Soil", "Water")}
    assert answer_text(answer(**asked, parts=(part,)), PLAIN) == "Which one?\n  - Soil\n  - Water"
    assert answer_text(answer(**asked, text="Which one?"), PLAIN) == "Which one?\n\n  - Soil\n  - Water"


def test_the_contact_adds_only_what_was_not_said() -> None:
    contact = Contact(name="Tarn desk", phone="250-555-0100", email="desk@tarn.example")
    refused = {"status": "abstained", "reason": "not_stated", "claims": (), "citations": ()}
    text = "The catalogue does not state it. Tarn desk can tell you: 250-555-0100."
    assert answer_text(answer(**refused, text=text, contact=contact), PLAIN).endswith("Ask Tarn desk: desk@tarn.example")
    said = f"{text} Or write to desk@tarn.example."
    assert "Ask Tarn desk" not in answer_text(answer(**refused, text=said, contact=contact), PLAIN)


def test_frames_lose_their_markup_and_claims_keep_every_letter() -> None:
    claims = (Claim(text="The grade is *B* or **better**, see [1] below.", citations=(1,)),)
    pieces = (Piece(frame="Call **9-8-8**, see [the page](https://desk.example/) *today*."), Piece(claim=0))
    said = flat(answer_text(answer(parts=(Paragraph(pieces=pieces),), claims=claims), PLAIN))
    assert said.startswith(f"Call 9-8-8, see the page (https://desk.example/) today. {claims[0].text} [1]")


def test_colour_only_where_it_is_asked_for() -> None:
    parts = (Paragraph(pieces=(Piece(frame="**Now**"), Piece(claim=0))),)
    assert "\x1b[1mNow" in answer_text(answer(parts=parts), Style(width=80, colour=True))
    assert "\x1b" not in answer_text(answer(parts=parts), PLAIN)


def test_no_colour_without_a_terminal_and_none_where_nobody_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert current_style().colour is False
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert current_style().colour is True
    monkeypatch.setenv("NO_COLOR", "1")
    assert current_style().colour is False


def test_width_follows_the_terminal_up_to_a_readable_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert current_style().width == 60
    monkeypatch.setenv("COLUMNS", "400")
    assert current_style().width == 100


@given(st.text(max_size=300), st.integers(1, 120))
def test_any_frame_is_shown_and_no_terminal_obeys_it(text: str, width: int) -> None:
    parts = (Paragraph(pieces=(Piece(frame=text),)),)
    shown = answer_text(answer(parts=parts, claims=(), citations=()), Style(width=width))
    assert "\x1b" not in shown
    assert "\x07" not in shown
