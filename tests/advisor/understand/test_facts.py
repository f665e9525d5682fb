"""What learners tell of themselves, in the words they use, and what is never read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.understand.facts import read_facts
from advisor.understand.facts_merge import contradictions, merge_facts
from advisor.understand.understanding import LearnerFacts


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("i finished gr 12 last june", "grade-12"),
        ("my kid just graduated high school", "grade-12"),
        ("got my adult dogwood in 2019", "grade-12"),
        ("I have a GED", "grade-12"),
        ("my son is 19 and left school in grade 10", "grade-10"),
        ("I only have grade 11", "grade-11"),
        ("I have one year of college and four years at the regional district", "some-postsecondary"),
        ("two yr diploma in rec leadership + 10 yrs running a club", "diploma"),
        ("I have a history degree with 3 yrs at a parks dept", "bachelor"),
        ("already have my degree and resume ready", "bachelor"),
        ("BA in sociology from a long time ago", "bachelor"),
        ("I finished my master's in 2015", "graduate"),
        ("I did a certificate in office admin", "certificate"),
    ],
)
def test_schooling_is_read_as_the_highest_level_told(text: str, level: str) -> None:
    facts = read_facts(text)
    assert facts.education == level
    assert facts.education_said
    assert facts.education_said in text


@pytest.mark.parametrize(
    "text",
    [
        "do I need a degree for that?",
        "can I use it toward an MBA",
        "does it lead to a diploma",
        "do i need grade 12",
        "what do you need, a master's?",
        "want a 2 year diploma",
        "is the diploma online",
        "Would it go into a bachelor's degree",
        "how much is the certificate in bookkeeping",
    ],
)
def test_a_question_or_a_wish_is_no_schooling(text: str) -> None:
    assert read_facts(text).education is None


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("didnt finish high school", "high school"),
        ("I dropped out in gr 10", "high school"),
        ("no red seal yet", "Red Seal"),
        ("third year auto apprentice here", "trade qualification"),
        ("handyman, no ticket, ten yrs of furnace swaps", "ticket"),
        ("CHR for 6 years, no degree", "degree"),
        ("I don't have a bachelor's", "bachelor's degree"),
        ("what if I don't have any college", "post-secondary"),
        ("missing Biology 11 for that one", "Biology 11"),
    ],
)
def test_what_is_not_held_is_kept_as_such(text: str, item: str) -> None:
    facts = read_facts(text)
    assert item in facts.not_held
    assert all(said in text for said in facts.said)


def test_subject_marks_are_read_with_their_subject() -> None:
    facts = read_facts("foundations 11 (C), english 12 (C+), 67% in math 10 and English First Peoples 11 was a B")
    assert facts.subjects == {
        "Foundations of Math 11": "C",
        "English 12": "C+",
        "Math 10": "67%",
        "English First Peoples 11": "B",
    }


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ive sat on council 6 years", 6),
        ("9 yrs care aide", 9),
        ("15 yrs in a ministry", 15),
        ("I've taught outdoor ed for 20 years", 20),
        ("I have 18 months experience in retail", Decimal("1.5")),
        ("volunteered at the food bank 4 years", 4),
    ],
)
def test_years_of_experience_are_read_with_their_words(text: str, years: Decimal) -> None:
    facts = read_facts(text)
    assert facts.experience_years == years
    assert facts.experience_said
    assert facts.experience_said in text


@pytest.mark.parametrize(
    "text",
    ["ideally done in about half a year", "something for 2 years", "-3 years experience", "it takes 2 years", "900 years as a cook", "two years ago we came here"],
)
def test_other_years_are_no_experience(text: str) -> None:
    assert read_facts(text).experience_years is None


@pytest.mark.parametrize(
    ("text", "age"),
    [("Im 32, can I still do it", 32), ("my brother (24)", 24), ("My mother is 51, speaks Punjabi", 51), ("22, left school in gr 11", 22), ("our daughter (17, horse crazy)", 17)],
)
def test_age_is_read_of_the_person_it_is_about(text: str, age: int) -> None:
    assert read_facts(text).age == age


@pytest.mark.parametrize("text", ["im 20 km from town", "I'm 3 courses short", "im 100% sure", "I'm 2nd year", "I am 400 years old", "gr 12 done"])
def test_other_numbers_are_no_age(text: str) -> None:
    assert read_facts(text).age is None


def test_a_language_test_keeps_its_parts() -> None:
    facts = read_facts("IELTS 6.0 overall but my writing is 5.0")
    assert (facts.test, facts.test_score, facts.test_bands) == ("IELTS", Decimal("6.0"), {"writing": Decimal("5.0")})


def test_courses_are_read_only_when_done() -> None:
    assert read_facts("I took ELSE 452 last spring").courses == ("ELSE 452",)
    assert read_facts("Do i need ELSE 452 before I sign up for 454").courses == ()


@pytest.mark.parametrize(
    "text",
    [
        "I'm Cree and a permanent resident",
        "Our family is Tsimshian",
        "I'm a newcomer, we got PR last year",
        "im on a study permit",
        "I have a brain injury and no income",
        "I'm a veteran",
        "I'm a settler",
        "I'm a single mom on disability",
    ],
)
def test_identity_status_income_disability_and_immigration_are_never_read(text: str) -> None:
    assert read_facts(text) == LearnerFacts()


@given(st.text(max_size=300))
def test_any_text_can_be_read_and_every_word_kept_stands_in_it(text: str) -> None:
    assert all(said in text for said in read_facts(text).said)


def test_new_facts_take_the_place_of_old_ones() -> None:
    old = read_facts("I have no degree and 3 years as a cook")
    merged = merge_facts(old, read_facts("sorry, I do have a degree, and I'm 30"))
    assert (merged.education, merged.not_held, merged.experience_years, merged.age) == ("bachelor", (), 3, 30)


@pytest.mark.parametrize(
    ("text", "about"),
    [("I have grade 10, and a master's degree", "schooling"), ("I'm 20 and worked 30 years as a cook", "age and years of experience")],
)
def test_contradictions_are_found(text: str, about: str) -> None:
    assert [item.about for item in contradictions(read_facts(text))] == [about]


def test_what_fits_together_is_no_contradiction() -> None:
    assert contradictions(read_facts("I'm 40 with a diploma and 12 years as a cook")) == ()


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("a 58 in Foundations Math 10", {"Foundations of Math 10": "58%"}),
        ("Math 10: 62, English 11 was 71", {"Math 10": "62%", "English 11": "71%"}),
        # each mark with the subject that it was got in
        ("a B in English Studies 12, C+ in foundations of math 11", {"English 12": "B", "Foundations of Math 11": "C+"}),
        ("comp 251 i got a C+", {"COMP 251": "C+"}),
        ("my average is only a B", {"average": "B"}),
        ("I took English 12 in 98", {"English 12": ""}),
        ("over 300 hours", {}),
    ],
)
def test_marks_as_people_write_them(text: str, subjects: dict[str, str]) -> None:
    assert read_facts(text).subjects == subjects


def test_the_sign_of_a_mark_belongs_to_it() -> None:
    assert "English 12 was a C+" in read_facts("English 12 was a C+. is that enough").said


def test_a_ticket_that_is_not_written_yet_is_not_held() -> None:
    facts = read_facts("second year plumbing apprentice, haven't written my ticket")
    assert (facts.credentials, facts.not_held) == ((), ("trade qualification", "ticket"))


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("My IELTS is 7.0 with all bands 6.5", {"6.5"}),
        ("IELTS 6.5, no band below 6", {"6"}),
        ("ielts overall 7, 6.5 across the board", {"6.5"}),
        ("IELTS 7 overall, all bands 6 but writing 5.5", {"6", "5.5"}),
    ],
)
def test_one_score_told_for_all_bands_is_told_for_each(text: str, bands: set[str]) -> None:
    facts = read_facts(text)
    assert facts.test == "IELTS"
    assert len(facts.test_bands) == 4
    assert {str(score) for score in facts.test_bands.values()} == bands


@pytest.mark.parametrize(
    ("text", "age"),
    [("45 with only grade 8, can i apply", 45), ("no schooling past grade 8, 45. is there a way", 45), ("grade 8, 45 minutes away", None), ("45 with 3 kids", None)],
)
def test_a_bare_number_beside_schooling_is_an_age(text: str, age: int | None) -> None:
    assert read_facts(text).age == age


@pytest.mark.parametrize("text", ["no schooling past grade 8", "never got past grade 9", "no education beyond grade 7"])
def test_schooling_that_went_no_further_is_no_graduation(text: str) -> None:
    assert read_facts(text).not_held == ("high school",)


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("BSN, RN in good standing", "bachelor", "nursing"),
        ("ba in history, 1 year with the city", "bachelor", "history"),
        ("my degree is in english lit", "bachelor", "english lit"),
        ("adult grad diploma and english 12", "grade-12", None),
        ("i got my high school back in India", "grade-12", None),
        ("biology degree. good enough for restoration?", "bachelor", "biology"),
        ("all i have is a GED", "grade-12", None),
        ("100 undergrad credits no degree", "some-postsecondary", None),
    ],
)
def test_schooling_in_the_words_that_people_use(text: str, level: str, field: str | None) -> None:
    facts = read_facts(text)
    assert facts.education == level
    assert facts.fields_of_study == ((field,) if field else ())


@pytest.mark.parametrize("text", ["is that part of a masters?", "do i need to have grade 12", "I'm a visiting master's student", "two years of university, never finished", "MA in Tourism Management, what counts toward it?"])
def test_what_is_asked_about_or_under_way_is_not_held(text: str) -> None:
    facts = read_facts(text)
    assert facts.education in {None, "some-postsecondary"}
    assert facts.not_held == ()


def test_somebody_in_high_school_now_is_told_of_and_has_not_finished_the_grade() -> None:
    facts = read_facts("My daughter is in grade 10, can she join")
    assert facts.in_school == "in grade 10"
    assert read_facts("do they take high school students").in_school is None
    assert merge_facts(facts, LearnerFacts()).in_school == "in grade 10"


@pytest.mark.parametrize("text", ["I have 2,000 hours as a care aide", "planted trees for 3 seasons"])
def test_work_told_in_hours_or_seasons_is_told_without_years(text: str) -> None:
    facts = read_facts(text)
    assert facts.experience_said
    assert facts.experience_years is None


@pytest.mark.parametrize("text", ["do i need 500 hours of work first", "a micro-credential has to be at least 288 hours in BC"])
def test_hours_that_a_rule_asks_for_are_no_work_told(text: str) -> None:
    assert read_facts(text).experience_said is None


def test_a_licence_is_no_school_grade() -> None:
    facts = read_facts("Class 5 licence, first aid and FoodSafe")
    assert facts.credentials == ("Class 5 licence", "first aid", "FoodSafe")
    assert facts.not_held == ()
