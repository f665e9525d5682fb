"""The builder: what fails a gate is not said, citations are numbered once, and the text is its claims and frames."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from advisor.compose.builder import AnswerBuilder, Support
from advisor.contract import Answer, Card, Choices, Citation, Claim, Finding, Part, Piece, TableRow
from corpus.evidence import Evidence

FEE = Evidence(id="soil#fee", record="soil", field="fee", text="$450; books extra", title="Soil Care, Tarn", label="fee", as_of="2024-07")
LENGTH = Evidence(id="soil#duration", record="soil", field="duration", text="60 hours", title="Soil Care, Tarn", label="length")


def finish(builder: AnswerBuilder, status: str = "answered") -> Answer:
    return builder.build(question="q", standalone="q", status=status)  # type: ignore[arg-type]


def test_a_claim_that_fails_a_gate_is_dropped_with_its_reason() -> None:
    builder = AnswerBuilder()
    assert not builder.say("It costs $1,950.", [FEE])
    assert builder.say("It costs $450; books extra.", [FEE])
    answer = finish(builder)
    assert answer.text == "It costs $450; books extra. [1]"
    assert [(item.text, item.failure.gate) for item in builder.dropped] == [("It costs $1,950.", "number")]


def test_a_source_is_numbered_once_and_each_stretch_of_it_by_itself() -> None:
    builder = AnswerBuilder()
    builder.say("It costs $450.", [Support(FEE, quote="$450")])
    builder.say("It takes 60 hours.", [LENGTH])
    builder.say("Books are extra.", [Support(FEE, quote="books extra")])
    builder.say("It costs $450, for 60 hours.", [Support(FEE, quote="$450"), LENGTH])
    answer = finish(builder)
    assert [(item.n, item.quote) for item in answer.citations] == [(1, "$450"), (2, "60 hours"), (3, "books extra")]
    assert [claim.citations for claim in answer.claims] == [(1,), (2,), (3,), (1, 2)]
    assert answer.text.endswith("It costs $450, for 60 hours. [1][2]")


def test_a_quote_that_is_not_verbatim_is_never_shown() -> None:
    builder = AnswerBuilder()
    builder.say("It costs $450.", [Support(FEE, quote="$450 only")])
    assert [item.quote for item in finish(builder).citations] == [FEE.text]


def test_the_learner_s_words_and_a_finding_s_numbers_are_kept_with_the_claim() -> None:
    builder = AnswerBuilder(said="I have 900 dollars")
    assert builder.say("It costs $450; you told me “900 dollars”.", [FEE], said="900 dollars")
    assert not builder.say("Together they cost $900.", [FEE], finding="sum", working=[Decimal(900)])  # no such finding
    builder.finding(Finding(id="sum", kind="sum", working={"both": "900"}))
    assert builder.say("Together they cost $900.", [FEE], finding="sum", working=[Decimal(900)])
    assert [(claim.said, claim.finding) for claim in finish(builder).claims] == [("900 dollars", None), (None, "sum")]


def test_parts_and_text_are_the_same_in_order() -> None:
    builder = AnswerBuilder()
    builder.frame("Here is what I found:")
    builder.cards([])
    heading = builder.claim("Soil Care, Tarn", [FEE])
    fee = builder.claim("It costs $450.", [FEE])
    assert heading
    assert fee
    builder.cards([Card(id="soil", title="Soil Care", institution="Tarn", heading=heading, pieces=(fee,))])
    cell = builder.claim("60 hours", [LENGTH])
    assert cell
    builder.table(ids=["soil"], columns=[heading], rows=[TableRow(label="length", field="duration", differs=False, cells=(cell,))])
    builder.table(ids=[], columns=[], rows=[])
    builder.ask("Which one?", ["this", "that"])
    answer = finish(builder)
    assert [part.type for part in answer.parts] == ["paragraph", "cards", "table", "choices"]
    assert answer.text.split("\n\n")[0] == "Here is what I found:"
    assert "- **Soil Care, Tarn [1]**\n  It costs $450. [1]" in answer.text
    assert "| length | 60 hours [2] |" in answer.text
    assert answer.text.endswith("Which one?\n- this\n- that")
    assert answer.choices == ("this", "that")


def test_frames_alone_are_forgotten_when_no_claim_came_of_them() -> None:
    builder = AnswerBuilder()
    builder.frame("A correction before the rest:")
    builder.drop_paragraph()
    builder.frame("")
    assert finish(builder).text == ""


def test_what_one_question_said_can_be_taken_back_and_the_rest_stays() -> None:
    builder = AnswerBuilder()
    builder.begin()
    builder.say("It costs $450.", [FEE])
    builder.credentials.append("soil")
    builder.begin()
    builder.frame("Half a sentence")
    builder.say("It takes 60 hours.", [LENGTH])
    builder.end_paragraph()
    builder.credentials.append("rope")
    builder.take_back()
    builder.frame("I found nothing on that.")
    answer = finish(builder)
    assert answer.text == "It costs $450. [1]\n\nI found nothing on that."
    assert (len(answer.claims), len(answer.citations), answer.credentials) == (1, 1, ("soil",))


def test_claims_are_passed_on_before_the_part_that_places_them_and_once() -> None:
    passed: list[object] = []

    def on_claim(claim: Claim, citations: tuple[Citation, ...]) -> None:
        passed.append((claim.text, tuple(item.n for item in citations)))

    def on_part(part: Part) -> None:
        passed.append(part.type)

    builder = AnswerBuilder(on_claim=on_claim, on_part=on_part)
    builder.say("It costs $450.", [FEE])
    builder.end_paragraph()
    assert passed == []  # it may still be taken back
    builder.say("It takes 60 hours.", [LENGTH])
    builder.flush()
    builder.ask("More?", ["yes"])
    builder.flush()
    assert passed == [("It costs $450.", (1,)), "paragraph", ("It takes 60 hours.", (2,)), "paragraph", "choices"]


def test_doubles_are_told_once() -> None:
    builder = AnswerBuilder()
    builder.credentials += ["a", "b", "a"]
    builder.unmet += ["fee", "fee"]
    builder.unconfirmed += ["a#fee", "a#fee"]
    answer = finish(builder)
    assert (answer.credentials, answer.unmet, answer.unconfirmed) == (("a", "b"), ("fee",), ("a#fee",))


@given(st.lists(st.tuples(st.sampled_from(["It costs $450.", "It costs $7.", "It takes 60 hours.", "Books are extra."]), st.booleans()), max_size=8))
def test_the_text_is_exactly_its_claims_and_frames(said: list[tuple[str, bool]]) -> None:
    builder = AnswerBuilder()
    expected: list[str] = []
    for text, framed in said:
        if framed:
            builder.frame("And so.")
            expected.append("And so.")
        if builder.say(text, [FEE, LENGTH]):
            expected.append(f"{text} {''.join(f'[{n}]' for n in builder.claims[-1].citations)}")
    assert finish(builder).text == " ".join(expected)


def test_a_question_back_shows_its_last_choices() -> None:
    builder = AnswerBuilder()
    builder.ask("One?", ["a"])
    builder.ask("Two?", ["b"])
    answer = finish(builder, "clarify")
    assert answer.choices == ("b",)
    assert all(isinstance(part, Choices) for part in answer.parts)
    assert Piece(frame="x").claim is None
