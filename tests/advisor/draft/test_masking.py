"""Nothing that tells who a person is survives masking, and nothing that a question needs is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.draft.masking import Masker, catalogue_masker, catalogue_words, mask
from advisor.draft.person_names import name_words
from corpus.load import load_catalogue

DIGIT = st.sampled_from("0123456789")
THREE, FOUR = (st.text(DIGIT, min_size=count, max_size=count) for count in (3, 4))
SEPARATOR = st.sampled_from(["-", " ", ".", "‑", "–"])
#: what tells an institution and not a person where both may stand
INSTITUTIONAL = r"^(?:college|university|institute|school|team|office|department|admissions?|advis\w+|registrar|services?|program|education|nations?|indigenous|canadian|polytechnic)$"
PLAIN = st.sampled_from(["call me at", "is it online,", "for 60 hours", "my number:", "(cell)", "thanks"])
NAME = st.text(st.sampled_from("abcdefghijklmnoprstuvwy"), min_size=3, max_size=9).map(str.capitalize).filter(lambda name: bool(name_words(name)) and not re.search(INSTITUTIONAL, name.lower()))
QUIET = settings(max_examples=120, deadline=None)


@given(PLAIN, THREE, SEPARATOR, THREE, SEPARATOR, FOUR)
@QUIET
def test_telephone_numbers_go(lead: str, area: str, one: str, middle: str, two: str, last: str) -> None:
    for form in (f"{area}{one}{middle}{two}{last}", f"({area}) {middle}{two}{last}", f"+1 {area}{one}{middle}{two}{last}", f"{area}{middle}{last}"):
        masked = mask(f"{lead} {form} ok")
        assert middle + last not in re.sub(r"\D", "", masked)


@given(PLAIN, THREE, st.sampled_from(["-", " ", ""]), THREE, THREE)
@QUIET
def test_social_insurance_numbers_go(lead: str, one: str, separator: str, two: str, three: str) -> None:
    masked = mask(f"{lead} {one}{separator}{two}{separator}{three}")
    assert one + two + three not in re.sub(r"\D", "", masked)


@given(st.sampled_from(["student number", "Student ID:", "student no.", "my PEN is", "student #"]), st.text(DIGIT, min_size=5, max_size=10))
@QUIET
def test_student_numbers_go(lead: str, number: str) -> None:
    assert number not in mask(f"my {lead} {number}, is it online?")


@given(st.from_regex(r"\A[a-z][a-z0-9._+-]{0,12}[a-z0-9]@[a-z]{2,8}\.(?:com|ca|example)\Z"))
@QUIET
def test_addresses_go(address: str) -> None:
    assert mask(f"write to {address}, thanks") == "write to [email], thanks"


@given(NAME, NAME, st.sampled_from(["My name is {}. Is it online?", "Is it online?\nThanks,\n{}", "Hi {},\nis it online?", "Is it online? My son {} asks.", "From: {} <x@y.example>\n\nIs it online?"]))
@QUIET
def test_names_go_where_names_stand_and_everywhere_else(first: str, last: str, form: str) -> None:
    masked = mask(form.format(f"{first} {last}") + f"\nIs it for {first}?")
    assert not re.search(rf"\b(?:{first}|{last})\b", masked)


@given(st.text(max_size=200))
@QUIET
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask(text)
    assert mask(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "It costs $2,095 for 60 hours over 8 weeks in 2025-2026.",
        "I took Biology 12 and AHVS 488, CRN 12345, between $250-2000.",
        "Can I start on 14 October 2024 or 2026-01-15?",
        "Thanks for the info, is it online",
        "I'm Indigenous and I am a care aide.",
        "Call 9-8-8.",
        "Hi UBC team, is Forest Health Management online?",
    ],
)
def test_what_a_question_needs_stays(text: str) -> None:
    assert mask(text) == text


@pytest.fixture(scope="module")
def masker() -> Masker:
    return catalogue_masker(load_catalogue(("bc",)))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("hi i'm dana and i work at a mill", "hi i'm [name] and i work at a mill"),
        ("im sarah from terrace, is it online", "im [name] from terrace, is it online"),
        ("i'm dana smith, how long is it", "i'm [name], how long is it"),
        ("i am zubaida and i want to study", "i am [name] and i want to study"),
        ("my name is dana can you tell me the fee", "my name is [name] can you tell me the fee"),
        ("my name is dana wilson can you tell me", "my name is [name] can you tell me"),
        ("i'm called tanis", "i'm called [name]"),
        ("name: dana smith", "name: [name]"),
        ("its mike again, is plar free", "its [name] again, is plar free"),
        ("can you tell sarah that i got in, it's sarah's course", "can you tell [name] that i got in, it's [name]'s course"),
        ("regards,\n\nj. smith", "regards,\n\nj. [name]"),
        ("thanks\ntanis", "thanks\n[name]"),
    ],
)
def test_names_in_small_letters_go(masker: Masker, text: str, masked: str) -> None:
    assert masker.mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "i'm interested in forestry and i'm new here",
        "i'm metis, is there funding",
        "I am Métis and from Prince George. My Nation is Haida.",
        "I'm Secwépemc and I want to learn",
        "I am Nisga'a from Laxgalts'ap",
        "I am French from Quebec",
        "i'm gobsmacked, it is free? i'm keen and i'm deaf",
        "i'm on ei and i'm in victoria",
        "my name is on the list already",
        "call me asap, or call me back when you can",
        "Thanks, looking forward",
        "thanks for everything, thanks a bunch",
        "Best Practices in Wildfire",
        "This is Indigenous Leadership, correct?",
        "i will be there in may or june, or jan 2027. said so. don't mark it",
        "is there a robin or a jasmine or a ray or a rod in the heather course",
        "Hi, Forest Health Management: is it online?",
        "Thanks, Agroecology",
    ],
)
def test_ordinary_words_and_peoples_stay(masker: Masker, text: str) -> None:
    assert masker.mask(text) == text


def test_no_title_of_the_catalogue_is_eaten(masker: Masker) -> None:
    eaten = []
    for record in load_catalogue(("bc",)):
        title = record.title
        for text in (f"Is {title} online?", f"Hi, {title}: how much is it?", f"Thanks, {title}", f"this is {title.lower()}, i'm keen", f"I'm a {title} student", f"This is {title}"):
            if masker.mask(text) != text:
                eaten.append(text)
    assert eaten == []


def test_a_name_that_is_said_outright_is_masked_whatever_it_is() -> None:
    assert mask("My name is Kim School. Is it online?") == "My name is [name]. Is it online?"


def test_words_of_the_catalogue_are_names_only_where_names_stand() -> None:
    masker = Masker(known=catalogue_words(load_catalogue(("bc",))))
    assert masker.mask("Is it at Simon Fraser University? Thanks, Simon") == "Is it at Simon Fraser University? Thanks, [name]"
    assert Masker().mask("Simon asks. Thanks") == "[name] asks. Thanks"


def test_a_public_contact_is_kept() -> None:
    assert mask("Call 250-472-4747 or 250-555-0100.") == "Call [phone] or [phone]."
    assert Masker().mask("Call 250-472-4747 or 250-555-0100.", keep=["250-472-4747"]) == "Call 250-472-4747 or [phone]."
