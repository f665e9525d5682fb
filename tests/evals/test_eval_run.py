import json

import pytest

from advisor.contract import AppliedFilter
from corpus.errors import UsageError
from evals.ask import ask_through
from evals.case import Case
from evals.floor import below_floor, read_floors
from evals.run import report_on, run_cases, run_eval


class Parrot:
    """Counts messages, so that a test can see what conversation each message was in."""

    def __init__(self, answer_of):
        self.answer_of = answer_of
        self.heard = []

    def answer(self, message, conversation=None):
        conversation = [*(conversation or []), message]
        self.heard.append(tuple(conversation))
        return self.answer_of(f"heard {message}"), conversation


def test_each_conversation_is_sent_in_order_and_starts_anew(answer_of):
    parrot = Parrot(answer_of)
    ask = ask_through(parrot)
    assert ask(["a", "b"]).text == "heard b"
    ask(["c"])
    assert parrot.heard == [("a",), ("a", "b"), ("c",)]
    with pytest.raises(ValueError, match="no message"):
        ask([])


DURATION = ("It takes about 60 hours.", "tarn-soil-care#duration")


@pytest.fixture
def ask(answer_of):
    """Good answers to some questions, bad ones to others."""
    given = {
        "how long": lambda: answer_of(DURATION),
        "how long is it": lambda: answer_of("Which do you mean?", status="clarify", reason="underspecified", choices=("a",)),
        "soil": lambda: answer_of("Look.", credentials=("tarn-soil-care",)),
        "land": lambda: answer_of(
            "Look.",
            credentials=("brack-rope-rescue", "tarn-land-work"),
            filters=(AppliedFilter(field="delivery", op="eq", value="online", said="online"),),
        ),
        "fee of ropes": lambda: answer_of("The catalogue does not say.", status="abstained", reason="not_stated"),
        "weather": lambda: answer_of(("It takes 60 hours, or 70.", "tarn-soil-care#duration")),
    }
    return lambda turns: given[turns[-1]]()


CASES = [
    Case(id="f1", kind="fact", turns=("how long",), status=("answered",), cites_any=("tarn-soil-care",), match_all=("60",)),
    Case(id="f2", kind="fact", turns=("how long",), status=("answered",), cites_any=("tarn-soil-care",), match_all=("61",)),
    Case(id="f3", kind="fact", turns=("unheard of",), status=("answered",)),
    Case(id="t", kind="followup", turns=("soil", "how long is it"), status=("answered",)),
    Case(id="t-twin", kind="followup", turns=("how long",), status=("answered",)),
    Case(id="a1", kind="find", turns=("soil",), credentials_any=("tarn-soil-care",)),
    Case(id="a2", kind="find", turns=("land",), credentials_any=("tarn-land-work",), credentials_none=("brack-rope-rescue",), filters={"delivery": "online"}),
    Case(id="n1", kind="not_stated", turns=("fee of ropes",), status=("abstained",), reason=("not_stated",)),
    Case(id="o1", kind="out_of_scope", turns=("weather",), status=("abstained",)),
]  # fmt: skip


@pytest.fixture
def report(ask, catalogue):
    return report_on(run_cases(CASES, ask, catalogue), names=["bc"])


def test_what_passes(report):
    assert [result.case.id for result in report.results if result.passed] == ["f1", "t-twin", "a1", "n1"]


def test_an_error_fails_its_case_and_no_other(report):
    result = report.results[2]
    assert result.answer is None
    assert "KeyError" in result.error


@pytest.mark.parametrize(
    ("name", "value", "n"),
    [
        ("pass.all", 4 / 9, 9),
        ("pass.fact", 1 / 3, 3),
        ("fact.value", 1 / 3, 3),
        ("fact.record", 2 / 3, 3),
        ("rules.kept", 6 / 9, 9),  # the rope rescue is past and unnamed, 70 hours stands nowhere, one was not answered
        ("filters.exact", 1.0, 1),
        ("find.hit@5", 1.0, 2),
        ("find.mrr", 0.75, 2),
        ("find.precision", 2 / 3, 3),
        ("find.precision_judged", 2 / 3, 3),
        ("find.keeps_wishes", 0.5, 2),
        ("find.shown", 1.5, 2),
        ("numbers.fidelity", 3 / 4, 4),
        ("citation.recall", 3 / 4, 4),
        ("abstain.recall", 0.5, 2),
        ("abstain.precision", 0.5, 2),
        ("abstain.category", 0.5, 2),
        ("refused_wrongly", 0.2, 5),
        ("turns.multi", 0.0, 1),
        ("turns.twin", 1.0, 1),
        ("turns.kept", 0.0, 1),
        ("turns.difference", -1.0, 1),
    ],
)
def test_figures(report, name, value, n):
    figure = report.figure(name)
    assert figure.value == pytest.approx(value)
    assert figure.n == n


def test_a_set_is_read_asked_and_reported(tmp_path, ask, catalogue):
    path = tmp_path / "own.jsonl"
    path.write_text(
        json.dumps({"id": "x", "kind": "fact", "turns": ["how long"], "match_all": ["60"]})
        + "\n"
        + json.dumps({"id": "y", "kind": "fact", "turns": ["how long"], "catalogue": "demo"})
    )
    told = []
    report = run_eval([path], ask, catalogue, progress=lambda *step: told.append(step))
    assert (len(report.results), report.skipped, report.sets) == (1, 1, ("own.jsonl",))
    assert told == [("asking", 1, 1)]


def test_floors(tmp_path, report):
    path = tmp_path / "floors.json"
    path.write_text('{"pass.all": 0.4, "fact.value": 0.95, "refused_wrongly": {"max": 0.03}, "no.such": 1}')
    assert below_floor(report.figures, read_floors(path)) == [
        "fact.value is 0.3333, less than 0.95.",
        "refused_wrongly is 0.2000, more than 0.03.",
        "no.such was not measured.",
    ]


@pytest.mark.parametrize("text", ["[1]", "{bad", '{"pass.all": {"least": 1}}'])
def test_floors_of_another_form(tmp_path, text):
    (tmp_path / "floors.json").write_text(text)
    with pytest.raises(UsageError, match="holds no floors"):
        read_floors(tmp_path / "floors.json")
