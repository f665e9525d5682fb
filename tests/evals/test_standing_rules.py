import pytest

from advisor.contract import Alternative, Card, Cards, Choices, Contact, Finding, Paragraph, Piece
from evals.standing_rules import broken_rules

FACT = ("It takes about 60 hours over 8 weeks.", "tarn-soil-care#duration")
FEE = ("The whole program costs $3,500.", "tarn-soil-care#fee")


def rules(answer, catalogue, turns=("how long is soil care",), **more):
    return [failure.check.removeprefix("rule: ") for failure in broken_rules(answer, turns=turns, catalogue=catalogue, **more)]


def test_a_good_answer_keeps_every_rule(answer_of, catalogue):
    answer = answer_of("Here is what the catalogue says.", FACT, FEE, "Ask them before you pay.", credentials=("tarn-soil-care",))
    assert rules(answer, catalogue) == []


def changed(answer, place=0, **values):
    """The answer with something of one citation changed."""
    citations = list(answer.citations)
    citations[place] = citations[place].model_copy(update=values)
    return answer.model_copy(update={"citations": tuple(citations)})


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"quote": "about 61 hours over eight weeks"}, "quote"),
        ({"quote": " "}, "quote"),
        ({"id": "tarn-soil-care#plar", "field": "plar"}, "quote"),
        ({"id": "nobody#fee"}, "quote"),
        ({"title": "Soil Care, University of Tarn"}, "citation's title"),
        ({"as_of": "2026-01"}, "citation's as_of"),
        ({"url": "https://example.org/other"}, "citation's url"),
        ({"n": 7}, "citations"),
    ],
)
def test_a_citation_must_be_true(answer_of, catalogue, values, rule):
    assert rule in rules(changed(answer_of(FACT), **values), catalogue)


def test_each_claim_needs_a_citation_and_each_citation_a_claim(answer_of, catalogue):
    answer = answer_of(FACT, FEE)
    bare = answer.model_copy(update={"claims": (answer.claims[0], answer.claims[1].model_copy(update={"citations": ()}))})
    told = [str(failure) for failure in broken_rules(bare, turns=("q",), catalogue=catalogue)]
    assert any("none for 'The whole program costs $3,500.'" in failure for failure in told)
    assert any("unused [2]" in failure for failure in told)


@pytest.mark.parametrize(
    ("claim", "broken"),
    [
        ("It takes sixty hours.", False),
        ("It takes 70 hours.", True),
        ("It starts on 2 June 2026.", True),
        ("As of July 2024 it takes 60 hours.", False),
    ],
)
def test_numbers_stand_in_quote_title_or_date(answer_of, catalogue, claim, broken):
    assert ("numbers" in rules(answer_of((claim, "tarn-soil-care#duration")), catalogue)) is broken


def test_a_number_may_be_the_learners_own(answer_of, catalogue):
    answer = answer_of(("It takes 60 hours, and you have 70.", "tarn-soil-care#duration"))
    assert rules(answer, catalogue, turns=("i have seventy hours",)) == []
    assert rules(answer, catalogue) == ["numbers"]


def test_a_number_may_stand_in_the_finding_that_the_claim_names(answer_of, catalogue):
    answer = answer_of(("That leaves 51 credits.", "tarn-soil-care#laddering"))
    finding = Finding(id="f1", kind="sum", working={"left": 51, "60": "unused key"})
    assert rules(answer.model_copy(update={"findings": (finding,)}), catalogue) == ["numbers"]
    named = answer.claims[0].model_copy(update={"finding": "f1"})
    assert rules(answer.model_copy(update={"claims": (named,), "findings": (finding,)}), catalogue) == []
    assert "finding" in rules(answer.model_copy(update={"claims": (named,)}), catalogue)


def test_words_said_must_have_been_said(answer_of, catalogue):
    answer = answer_of(FACT)
    answer = answer.model_copy(update={"claims": (answer.claims[0].model_copy(update={"said": "Care Aide"}),)})
    assert rules(answer, catalogue) == ["said"]
    assert rules(answer, catalogue, turns=("im a care aide",)) == []


def test_frames_hold_no_number(answer_of, catalogue):
    assert rules(answer_of("Two things fit.", FACT), catalogue) == ["frames"]
    assert rules(answer_of("1. First:", FACT), catalogue) == ["frames"]
    assert rules(answer_of("You said two things.", FACT), catalogue, turns=("i want 2 things",)) == []


def test_a_frame_may_hold_the_contacts_number(answer_of, catalogue):
    contact = Contact(name="Tarn College", phone="250-555-0100", as_of="2024-07")
    words = "Call 250-555-0100 (July 2024)."
    assert rules(answer_of(FACT, words, contact=contact), catalogue) == []
    assert rules(answer_of(FACT, words), catalogue).count("frames") == 4


def test_help_lines_may_stand_only_in_an_unsafe_answer(answer_of, catalogue):
    words = "Please call 9-8-8."
    assert rules(answer_of(words, status="abstained", reason="unsafe"), catalogue) == []
    assert "frames" in rules(answer_of(words, status="abstained", reason="out_of_scope"), catalogue)
    assert "frames" in rules(answer_of("Please call 9-8-7.", status="abstained", reason="unsafe"), catalogue)


def test_claims_stand_verbatim_with_their_markers(answer_of, catalogue):
    answer = answer_of(FACT, FEE)
    swapped = answer.text.replace("[1]", "[x]").replace("[2]", "[1]").replace("[x]", "[2]")
    assert rules(answer.model_copy(update={"text": swapped}), catalogue).count("text") >= 2
    reworded = answer.text.replace("about 60", "60")
    assert "text" in rules(answer.model_copy(update={"text": reworded}), catalogue)


def test_two_cells_with_the_same_words_each_need_their_own_place(answer_of, catalogue):
    answer = answer_of(("online", "tarn-soil-care#delivery"), ("online", "tarn-soil-care#delivery"))
    assert rules(answer, catalogue) == []
    assert "text" in rules(answer.model_copy(update={"text": "online [1]"}), catalogue)


def test_a_marker_needs_a_claim_before_it(answer_of, catalogue):
    answer = answer_of(FACT)
    assert "text" in rules(answer.model_copy(update={"text": answer.text + " And more. [1]"}), catalogue)
    assert "text" in rules(answer.model_copy(update={"text": answer.text + " And more. [9]"}), catalogue)


@pytest.mark.parametrize(
    ("status", "reason", "rule"),
    [("abstained", "not_stated", "status"), ("clarify", "underspecified", "status"), ("abstained", None, "status")],
)
def test_an_abstention_says_nothing(answer_of, catalogue, status, reason, rule):
    assert rule in rules(answer_of(FACT, status=status, reason=reason, choices=("a",)), catalogue)


def test_a_partial_answer_says_something_and_a_question_back_has_choices(answer_of, catalogue):
    assert rules(answer_of("Sorry.", status="partial"), catalogue) == ["status"]
    assert rules(answer_of("Which?", status="clarify"), catalogue) == ["status"]
    asked = answer_of("Which?", status="clarify", choices=("Soil", "Rope"))
    assert rules(asked, catalogue) == []


def test_parts_say_what_the_text_says(answer_of, catalogue):
    answer = answer_of("Hello.", FACT, FEE)
    assert "parts" in rules(answer.model_copy(update={"parts": ()}), catalogue)
    turned = (Paragraph(pieces=(Piece(frame="Hello."), Piece(claim=1), Piece(claim=0))),)
    assert "parts" in rules(answer.model_copy(update={"parts": turned}), catalogue)
    short = (Paragraph(pieces=(Piece(claim=0), Piece(claim=1))),)
    assert "parts" in rules(answer.model_copy(update={"parts": short}), catalogue)
    wrong = (Paragraph(pieces=(Piece(frame="Hello."), Piece(claim=0), Piece(claim=5))),)
    assert "parts" in rules(answer.model_copy(update={"parts": wrong}), catalogue)
    empty = (Paragraph(pieces=(Piece(), Piece(frame="Hello."), Piece(claim=0), Piece(claim=1))),)
    assert "parts" in rules(answer.model_copy(update={"parts": empty}), catalogue)


def test_cards_and_choices_are_read_in_order(answer_of, catalogue):
    answer = answer_of("**Soil Care Basics**, Tarn College", FACT, "Which?", "- Soil", "- Rope")
    card = Card(
        id="tarn-soil-care", title="Soil Care Basics", institution="Tarn College",
        heading=Piece(frame="Soil Care Basics, Tarn College"), pieces=(Piece(claim=0),),
    )  # fmt: skip
    parts = (Cards(cards=(card,)), Choices(question="Which?", choices=("Soil", "Rope")))
    assert rules(answer.model_copy(update={"parts": parts}), catalogue) == []


def test_past_offerings_only_when_named(answer_of, catalogue):
    answer = answer_of("Look.", credentials=("brack-rope-rescue",))
    assert rules(answer, catalogue, turns=("something for fire crews",)) == ["credentials"]
    assert rules(answer, catalogue, turns=("when was the rope resuce one for crews",)) == []
    assert rules(answer, catalogue, turns=("anything",), expected={"brack-rope-rescue"}) == []


def test_records_exist_and_stand_in_one_list(answer_of, catalogue):
    assert rules(answer_of("Look.", credentials=("no-such",)), catalogue) == ["credentials"]
    both = answer_of("Look.", credentials=("tarn-soil-care",), alternatives=(Alternative(id="tarn-soil-care", breaks=("fee",)),))
    assert rules(both, catalogue) == ["alternatives"]
