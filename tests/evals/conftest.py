"""A small catalogue of invented records, and answers over it made by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from advisor.contract import Answer, Citation, Claim, Paragraph, Piece
from corpus.catalogue import Catalogue
from corpus.credential import Credential, Credit, Duration, Fee, Link
from corpus.institution import Institution
from corpus.section import Section
from corpus.source import Source

SOURCE = Source(title="Program page", url="https://example.org/soil", date="2024-07")


@pytest.fixture
def catalogue() -> Catalogue:
    soil = Credential(
        id="tarn-soil-care",
        title="Soil Care Basics",
        institution="Tarn College",
        type="micro-credential",
        subject="Agriculture / soil",
        summary="How to look after farm soil through the seasons.",
        duration=Duration(hours=Decimal(60), text="about 60 hours over eight weeks"),
        delivery="online",
        credit=Credit(bearing=False),
        fee=Fee(amount=Decimal(3500), covers="total", text="$3,500 for the whole program"),
        start_dates=("2 June 2026", "14 September 2026"),
        laddering=(Link(title="Diploma in Land Work", institution="Tarn College", how="counts for 9 credits", target="tarn-land-work"),),
        status="current-as-of-source",
        source=SOURCE,
    )
    land = Credential(
        id="tarn-land-work",
        role="larger",
        title="Diploma in Land Work",
        institution="Tarn College",
        subject="Agriculture",
        summary="Two years of work on the land.",
        delivery="in-person",
        source=SOURCE,
    )
    ropes = Credential(
        id="brack-rope-rescue",
        title="Rope Rescue for Crews",
        institution="Brack Institute",
        type="micro-credential",
        subject="Emergency services / rope rescue",
        summary="Rescue from height, taught to fire crews. Ran once with Tarn College.",
        duration=Duration(text="three days"),
        delivery="in-person",
        status="past",
        source=SOURCE.model_copy(update={"date": "2019"}),
    )
    helping = Section(
        document="help-lines",
        slug="someone-now",
        title="Someone to talk to",
        document_title="Help lines",
        trust="official",
        sentences=("Call 9-8-8 at any hour.",),
    )
    return Catalogue(
        records=[soil, land, ropes],
        institutions=[
            Institution(name="Tarn College", aliases=("Tarn", "TC")),
            Institution(name="Brack Institute", aliases=("BI",)),
        ],
        sections=[helping],
    )


def make_answer(catalogue: Catalogue, said: list[str | tuple[str, str]], **more: object) -> Answer:
    """An answer that keeps the rules: strings are frames, pairs are a claim and the evidence id it rests on."""
    claims: list[Claim] = []
    citations: list[Citation] = []
    pieces: list[Piece] = []
    text = ""
    for item in said:
        if isinstance(item, str):
            pieces.append(Piece(frame=item))
            text += item + " "
            continue
        evidence = catalogue.evidence(item[1])
        number = len(citations) + 1
        citations.append(
            Citation(
                n=number,
                id=evidence.id,
                record=evidence.record,
                field=evidence.field,
                title=evidence.title,
                quote=evidence.text,
                url=evidence.url,
                as_of=evidence.as_of,
            )
        )
        pieces.append(Piece(claim=len(claims)))
        claims.append(Claim(text=item[0], citations=(number,)))
        text += f"{item[0]} [{number}] "
    values: dict[str, object] = {
        "question": "q",
        "standalone": "q",
        "status": "answered",
        "text": text.strip(),
        "parts": (Paragraph(pieces=tuple(pieces)),),
        "claims": tuple(claims),
        "citations": tuple(citations),
    }
    return Answer.model_validate({**values, **more})


@pytest.fixture
def answer_of(catalogue: Catalogue):
    return lambda *said, **more: make_answer(catalogue, list(said), **more)
