import json

import pytest

from corpus.errors import UsageError
from evals.add import Feedback, add_case, case_from_feedback, read_feedback
from evals.case import read_cases
from evals.judge import judge


@pytest.fixture
def answer(answer_of):
    return answer_of(
        ("It takes about 60 hours over 8 weeks.", "tarn-soil-care#duration"), ("It costs $3,500.", "tarn-soil-care#fee")
    )


def corrected(answer, text):
    return answer.model_copy(update={"text": text})


def test_a_bare_thumbs_down_fails_until_the_claims_change(answer, answer_of):
    case = case_from_feedback(Feedback(turns=("how long",), answer=answer, note="not what I asked"))
    assert judge(answer, case)
    assert not judge(answer_of(("It is online.", "tarn-soil-care#delivery")), case)
    assert case.why == "not what I asked"


def test_a_thumbs_down_on_a_refusal_wants_another_status(answer, answer_of):
    refusal = answer_of("Not stated.", status="abstained", reason="not_stated")
    case = case_from_feedback(Feedback(turns=("how long",), answer=refusal))
    assert judge(refusal, case)
    assert not judge(answer, case)


def test_what_was_marked_wrong_must_go(answer):
    case = case_from_feedback(Feedback(turns=("how long",), answer=answer, wrong=("It costs $3,500.",)))
    assert [failure.check for failure in judge(answer, case)] == ["match_none"]
    assert not judge(corrected(answer, "It takes about 60 hours over 8 weeks."), case)


def test_a_corrected_draft_changes_numbers(answer):
    draft = "It takes about 60 hours over eight weeks. It costs $12,500 in all."
    case = case_from_feedback(Feedback(turns=("how long",), answer=answer, corrected=draft))
    assert sorted(failure.check for failure in judge(answer, case)) == ["match_all", "match_none"]
    assert not judge(corrected(answer, "Sixty hours, 12500 dollars"), case)
    assert judge(corrected(answer, "It costs $112,500"), case)


def test_stated_expectations_are_taken_as_they_are(answer):
    expect = {"credentials_any": ["tarn-soil-care"], "status": ["answered"], "match_all": ["weeks"]}
    case = case_from_feedback(Feedback(turns=("a", "b"), answer=answer, expect=expect))
    assert (case.kind, case.credentials_any, case.match_all, case.match_none) == ("followup", ("tarn-soil-care",), ("weeks",), ())


@pytest.mark.parametrize(
    ("feedback", "told"),
    [({"turns": ["x"]}, "names nothing"), ({"turns": ["x"], "expect": {"match_all": ["("]}}, "match_all"), ({"turns": ["x"], "expect": {"colour": "red"}}, "colour")],
)  # fmt: skip
def test_feedback_that_makes_no_case(feedback, told):
    with pytest.raises(UsageError, match=told):
        case_from_feedback(Feedback.model_validate(feedback))


def test_cases_are_appended_once(tmp_path, answer):
    first = case_from_feedback(Feedback(turns=("how long",), answer=answer, wrong=("60",)))
    second = case_from_feedback(Feedback(turns=("how much",), answer=answer, wrong=("60",)))
    path = add_case(first, tmp_path)
    add_case(second, tmp_path)
    add_case(first, tmp_path)
    assert read_cases([path]) == [first, second]
    with pytest.raises(UsageError, match="already"):
        add_case(first.model_copy(update={"match_none": ("61",)}), tmp_path)
    assert read_cases([path]) == [first, second]


def test_feedback_is_read_from_a_file(tmp_path, answer):
    path = tmp_path / "feedback.json"
    path.write_text(json.dumps({"turns": ["how long"], "answer": answer.model_dump(mode="json"), "wrong": ["60"]}))
    assert read_feedback(path).answer == answer
    path.write_text('{"turns": []}')
    with pytest.raises(UsageError, match="holds no feedback"):
        read_feedback(path)
