"""The gates: nothing passes that its evidence does not say, and nothing is kept back that it does."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.verify.gates import check_claim, supports
from advisor.verify.quantities import misread_date, misread_quantity
from corpus.catalogue import Catalogue
from corpus.evidence import Evidence
from corpus.fields import FIELDS

#: the experiment of another project's quote matcher, which lets all three false quotes pass
PAGE = "Tuition is $450 and applications close on 15 March 2026."


def evidence(text: str, *, id: str = "soil#fee", title: str = "Soil Care, Tarn College", as_of: str | None = None, label: str = "fee") -> Evidence:  # noqa: A002
    record, _, field = id.partition("#")
    return Evidence(id=id, record=record, field=field, text=text, title=title, as_of=as_of, label=label)


def gate(claim: str, *texts: str, **options: object) -> str | None:
    failure = check_claim(claim, [evidence(text) for text in texts], **options)  # type: ignore[arg-type]
    return failure.gate if failure else None


@pytest.mark.parametrize(
    "claim",
    [
        "Tuition is $1,950 and applications close on 30 June 2026.",
        "Tuition is waived for all.",
        "Tuition is waived.",
        "Applications close on 30 June.",
        "Applications close on 15 June 2026.",
        "applications close on 15 june 2026",
        "Applications close on March 15, 2025.",
        "Applications close on 2026-06-15.",
        "Tuition is 450 hours.",
        "Tuition is free.",
        "Tuition is at most $450.",
        "Tuition is not $450.",
        "Tuition is $450 and applications close on 15 March 2027.",
    ],
)
def test_the_false_quotes_of_the_experiment_are_kept_back(claim: str) -> None:
    assert supports(claim, [PAGE]) is (claim == "Tuition is at most $450.")


@pytest.mark.parametrize("claim", [PAGE, "Tuition is $450.", "Applications close on 15 March 2026.", "Applications close on March 15, 2026.", "It costs $450.00."])
def test_what_the_page_says_passes(claim: str) -> None:
    assert supports(claim, [PAGE])


@pytest.mark.parametrize(
    ("claim", "source", "failing"),
    [
        # numbers, in digits and words
        ("It takes sixty hours.", "about 60 hours over eight weeks", None),
        ("It takes 8 weeks.", "about 60 hours over eight weeks", None),
        ("It takes 70 hours.", "about 60 hours over eight weeks", "number"),
        ("It takes seventy hours.", "about 60 hours over eight weeks", "number"),
        ("It takes 8 hours.", "about 60 hours over eight weeks", "number"),
        ("It takes 60 weeks.", "about 60 hours over eight weeks", "number"),
        ("It carries 3 credits.", "three courses", "number"),
        ("It carries 60 credits.", "$60 per credit", "number"),
        ("At least 70% is needed.", "at least 70 per cent on each paper is needed", None),
        ("It costs $3,500.", "$3500 for the program", None),
        ("It costs $35.", "$3,500 for the program", "number"),
        ("One of them is online.", "online", None),
        # names
        ("It is held in Nanaimo.", "held in Duncan", "name"),
        ("Partners named are Brack First Nation.", "Brack First Nation", None),
        ("It was made with the Van.", "made in Vancouver", "name"),
        ("BCIT recognizes the certificate.", "UVic recognizes the certificate", "name"),
        ("The K'ómoks First Nation is a partner.", "partner: K’omoks First Nation", None),
        # words
        ("It covers underwater welding techniques.", "building a rock wall", "overlap"),
        ("Graduates earn high salaries afterwards.", "graduates get a certificate", "overlap"),
        # what is denied
        ("Credits do not transfer to the diploma.", "credits transfer to the diploma", "negation"),
        ("Credits transfer to the diploma.", "credits do not transfer to the diploma", "negation"),
        ("Credits transfer to the diploma.", "credits transfer to the diploma, not to a degree", None),
        ("No experience is needed.", "experience is needed", "negation"),
        ("Experience is needed.", "no experience is needed", "negation"),
        ("It is credit-bearing.", "non-credit", "negation"),
        ("It carries no credit.", "non-credit", None),
        ("The exam is never online.", "the exam isn't online", None),
        # how far it reaches
        ("Every learner gets a laptop.", "learners get a laptop", "scope"),
        ("Only nurses get in.", "nurses get in", "scope"),
        ("A seat is guaranteed.", "a seat is held", "scope"),
        ("A seat is guaranteed.", "a seat is guaranteed for two weeks", None),
        ("All may apply.", "people may apply", "scope"),
        ("You must pass an exam.", "learners must pass an exam", None),
        ("Credits count automatically.", "credits count", "scope"),
    ],
)  # fmt: skip
def test_each_gate(claim: str, source: str, failing: str | None) -> None:
    assert gate(claim, source) == failing


def test_a_claim_without_evidence_or_with_unknown_evidence_fails() -> None:
    assert gate("It costs $450.") == "citation"
    cited = evidence("$450")
    assert check_claim("It costs $450.", [cited], known_ids={"soil#title": cited}) is not None
    assert check_claim("It costs $450.", [cited], known_ids={cited.id: cited}) is None


def test_the_record_s_title_date_and_label_support_too() -> None:
    cited = evidence("online", title="Level 2 Soil Care, Tarn College", as_of="fall 2024", label="delivery")
    assert check_claim("Level 2 Soil Care at Tarn College is online.", [cited]) is None
    assert check_claim("As of fall 2024.", [cited]) is None
    assert check_claim("As of fall 2023.", [cited]) is not None


def test_what_the_learner_said_may_be_repeated_and_only_that() -> None:
    source = "at least 5 years of related work"
    assert gate("It asks for at least 5 years of related work; you told me “6 years”.", source, said="6 years") is None
    assert gate("It asks for at least 5 years of related work; you told me “6 years”.", source) == "number"


def test_numbers_of_a_finding_may_be_told() -> None:
    assert gate("Together they cost $900.", "$450", working=[Decimal(900)]) is None
    assert gate("Together they cost $900.", "$450") == "number"


def test_texts_support_together() -> None:
    assert supports("It takes 60 hours and costs $450.", ["60 hours", "$450"])
    assert not supports("It takes 60 hours and costs $450.", ["60 hours"])


@pytest.mark.parametrize(
    ("claim", "source", "wrong"),
    [
        ("8-12 hours a week", "8-12 hours a week", None),
        ("12 hours a week", "8 to 12 hours a week", None),
        ("12 weeks", "8-12 hours a week", "12 week"),
        ("17 hours", "17 lecture hours", None),
        ("3 credits", "three three-credit courses", None),
        ("9 credits", "Core 9 credits, electives 6", None),
        ("6 credits", "Core 9 credits, electives 6", None),
        ("5%", "5 credits", "5 %"),
    ],
)
def test_numbers_keep_their_units(claim: str, source: str, wrong: str | None) -> None:
    assert misread_quantity(claim, source) == wrong


@pytest.mark.parametrize(
    ("claim", "source", "wrong"),
    [
        ("10 July 2023", "10-26 July 2023", None),
        ("26 July 2023", "10-26 July 2023", None),
        ("11 July 2023", "10-26 July 2023", "11 jul"),
        ("February 2023", "27 Feb - 17 Mar 2023", None),
        ("March 2022", "27 Feb - 17 Mar 2023", "mar 2022"),
        ("2023-03-17", "17 March 2023", None),
        ("it may start in May", "it may start in May 2025", None),
        ("2024-07", "2024-07", None),
    ],
)
def test_dates_keep_their_parts(claim: str, source: str, wrong: str | None) -> None:
    assert misread_date(claim, source) == wrong


def test_the_own_words_of_every_field_pass(bc_catalogue: Catalogue, demo_catalogue: Catalogue) -> None:
    kept_back = [
        (item.id, failure)
        for catalogue in (bc_catalogue, demo_catalogue)
        for record in catalogue
        for item in catalogue.stated(record)
        if item.field in FIELDS and (failure := check_claim(item.text, [item]))
    ]
    assert kept_back == []


def test_the_own_sentences_of_guidance_pass(bc_catalogue: Catalogue) -> None:
    kept_back = [
        (section.id, sentence, failure)
        for section in bc_catalogue.sections.values()
        for sentence in section.sentences
        if (failure := check_claim(sentence, [bc_catalogue.evidence(section.id)]))
    ]
    assert kept_back == []


def test_no_number_of_another_record_passes(bc_catalogue: Catalogue) -> None:
    """A fee or a length told of the wrong record never stands: most are told apart by their numbers alone."""
    stated = [item for record in bc_catalogue for name in ("fee", "duration") if (item := bc_catalogue.field_evidence(record, name))]
    for item in stated:
        for digits in {"1,951", "77 hours", "$4,013"} - set(item.text.split()):
            assert check_claim(f"It is {digits}.", [item]) is not None


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_can_be_checked(claim: str, texts: list[str]) -> None:
    assert supports(claim, texts) in (True, False)


@given(st.integers(2, 99_999), st.integers(2, 99_999))
def test_an_amount_passes_only_where_it_is_the_one_stated(said: int, stated: int) -> None:
    assert supports(f"It costs ${said:,}.", [f"${stated}"]) is (said == stated)
