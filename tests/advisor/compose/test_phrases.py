"""The sentence of each field of each record: grammatical, whole, naming its subject, and passing its own gate."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from advisor.compose.amount_words import duration_sentence, fee_sentence
from advisor.compose.phrases import sentence
from advisor.compose.wording import article, list_words, sentence_case, small
from advisor.verify.gates import check_claim
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.fields import FIELDS
from corpus.numbers import numbers_in


@pytest.fixture(scope="module")
def said(bc_catalogue: Catalogue, demo_catalogue: Catalogue) -> list[tuple[str, str, Evidence]]:
    """Every sentence that can be said of any field of any record: (subject, sentence, evidence)."""
    return list(_said(bc_catalogue)) + list(_said(demo_catalogue))


def _said(catalogue: Catalogue) -> Iterator[tuple[str, str, Evidence]]:
    for record in catalogue:
        for field in FIELDS:
            evidence = catalogue.field_evidence(record, field)
            for subject in ("It", f"{record.title} at {record.institution}"):
                text = sentence(record, field, subject)
                assert (text is None) == (evidence is None), f"{record.id}#{field}"
                if text and evidence:
                    yield subject, text, evidence


def test_every_sentence_passes_the_gates(said: list[tuple[str, str, Evidence]]) -> None:
    assert len(said) > 10_000
    assert [(item.id, text, failure) for _, text, item in said if (failure := check_claim(text, [item]))] == []


def test_every_sentence_is_a_sentence(said: list[tuple[str, str, Evidence]]) -> None:
    wrong = re.compile(r"^[a-z]|[^.!?”\"')]$|[^.]\.\.$|\.;|[;,:]\.$|[ ][,;.]|  |\b(?:is is|are are|a a|an an|the the|is an? [\w-]+s \(|costs costs)\b|\b(?:a|is|are|be) (?:is|are|was)\b(?! )|:\s*$")
    assert [(item.id, text) for _, text, item in said if text.split()[0].isascii() and wrong.search(text) and not wrong.search(item.text + ".")] == []


def test_articles_fit(said: list[tuple[str, str, Evidence]]) -> None:
    types = [text for subject, text, item in said if item.field in {"type", "duration"} and subject == "It"]
    assert [text for text in types if re.match(r"It is (?:a (?!uni|one|eu|use)[aeiou8]|an [^aeiou81])", text)] == []
    assert [text for text in types if re.match(r"It is an? [a-z -]*(?:courses|workshops|credentials|programs)\b(?! (?:in|for|with|of))", text)] == []


def test_nothing_stated_is_lost(said: list[tuple[str, str, Evidence]]) -> None:
    assert [(item.id, text) for _, text, item in said if set(numbers_in(item.text)) - set(numbers_in(text))] == []

    def words(text: str) -> set[str]:
        return set(re.findall(r"\w{4,}", text.casefold()))

    assert [(item.id, words(item.text) - words(text)) for _, text, item in said if words(item.text) - words(text) - {"cost", "price"}] == []


def test_a_subject_is_always_named(said: list[tuple[str, str, Evidence]]) -> None:
    assert [(item.id, text) for subject, text, item in said if subject != "It" and subject not in text] == []


def test_names_keep_their_letters(said: list[tuple[str, str, Evidence]]) -> None:
    """A name written in letters of its own is never made to begin with a capital, nor a capital made small."""
    for _, text, item in said:
        own = {word for word in re.findall(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*", item.text) if not word.isascii()}
        assert own <= set(re.findall(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*", text)), item.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 60 hours over 8 weeks", "It takes about 60 hours over 8 weeks."),
        ("eight to twelve weeks", "It takes eight to twelve weeks."),
        ("five consecutive days, 8:00am-3:00pm", "It takes five consecutive days, 8:00am-3:00pm."),
        ("seven evenings of four hours", "It takes seven evenings of four hours."),
        ("six-day course", "It is a six-day course."),
        ("eight-week course", "It is an eight-week course."),
        ("six three-credit courses", "It is made up of six three-credit courses."),
        ("27 units; full-time or part-time", "It is made up of 27 units; full-time or part-time."),
        ("part-time", "It is part-time."),
        ("depends on the route", "Its length depends on the route."),
        ("7-24 July 2014", "Its dates are given as 7-24 July 2014."),
        ("April to July", "Its dates are given as April to July."),
        ("weeks rather than months", "On length, the record says: weeks rather than months."),
    ],
)
def test_lengths(text: str, expected: str) -> None:
    assert duration_sentence(text, "It") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$850", "It costs $850."),
        ("about $3,500 total", "It costs about $3,500 total."),
        ("Cost: $575 (kit lent)", "It costs $575 (kit lent)."),
        ("260 dollars, fuel thrown in", "It costs 260 dollars, fuel thrown in."),
        ("application fee $90 (domestic)", "Its application fee is $90 (domestic)."),
        ("$1260 program fee (2021)", "Its program fee is $1260 (2021)."),
        ("planned price $1,100, not yet fixed", "Its planned price is $1,100, not yet fixed."),
        ("Free to members.", "It is listed as free to members."),
        ("tuition free", "It is listed as tuition free."),
        ("No charge for residents", "It is listed at no charge for residents."),
        ("Nothing to pay for members", "There is nothing to pay for members."),
        ("tuition, room and food covered by funding", "Tuition, room and food are covered by funding."),
        ("tuition covered by the band", "Tuition is covered by the band."),
        ("Tuition comes to $510; members pay nothing.", "Tuition comes to $510; members pay nothing."),
        ("two courses at $310 each", "The fee stated is two courses at $310 each."),
    ],
)
def test_fees(text: str, expected: str) -> None:
    assert fee_sentence(text, "It") == expected


@pytest.mark.parametrize(
    ("facts", "field", "expected"),
    [
        ({"type": "non-credit courses"}, "type", "It is listed as non-credit courses."),
        ({"type": "executive program"}, "type", "It is an executive program."),
        ({"location": "in First Nations communities"}, "location", "It takes place in First Nations communities."),
        ({"location": "online or in person"}, "location", "Its place is given as online or in person."),
        ({"location": "Merritt"}, "location", "The place given is Merritt."),
        ({"region": "Kootenay"}, "region", "It is listed in the Kootenay region."),
        ({"start_dates": ("6 October 2025",)}, "start_dates", "The start date listed is 6 October 2025."),
        ({"start_dates": ("6 October 2025", "May 2026")}, "start_dates", "Start dates listed are 6 October 2025 and May 2026."),
        ({"start_dates": ("any day",)}, "start_dates", "On start dates, the record says: any day."),
        ({"partners": ("Brack First Nation",)}, "partners", "The partner named is Brack First Nation."),
        ({"supports": ("tutor", "bus pass")}, "supports", "The record lists these supports: tutor and bus pass."),
        ({"purpose": "Gives helpers practical ways to respond."}, "purpose", "It gives helpers practical ways to respond."),
        ({"purpose": "A step from clerk to manager."}, "purpose", "It is a step from clerk to manager."),
        ({"purpose": "Towns lack planners."}, "purpose", "On its purpose, the record says: Towns lack planners."),
        ({"competencies": ("read a plan", "light and hold")}, "competencies", "You learn to read a plan and light and hold."),
        ({"competencies": ("soil biology", "wetlands")}, "competencies", "It covers soil biology and wetlands."),
        ({"competencies": ("soil biology", "write a plan")}, "competencies", "What you learn is listed as: soil biology and write a plan."),
        ({"notes": ("tiwšɛmawtxʷ campus hosts it",)}, "notes", "tiwšɛmawtxʷ campus hosts it."),
    ],
)
def test_other_fields(facts: dict[str, object], field: str, expected: str) -> None:
    record = Credential.model_validate({"id": "soil", "title": "Soil Care", "institution": "Tarn", **facts})
    assert sentence(record, field, "It") == expected


def test_a_subject_stands_before_words_that_have_none() -> None:
    record = Credential(id="soil", title="Soil Care", institution="Tarn", location="Merritt", parts="Haida texts, then three courses")
    assert sentence(record, "location", "Soil Care") == "For Soil Care, the place given is Merritt."
    assert sentence(record, "parts", "Soil Care") == "Soil Care: Haida texts, then three courses."


def test_tools_of_wording() -> None:
    assert sentence_case("  a  b;") == "A b."
    assert list_words([]) == ""
    assert list_words(["one; two", "three"]) == "one; two; and three"
    assert [article(word) for word in ("hour", "8-week course", "university", "award")] == ["an hour", "an 8-week course", "a university", "an award"]
    assert [small(word) for word in ("Free", "BC", "A step", "")] == ["free", "BC", "a step", ""]
