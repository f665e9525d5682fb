import json
from pathlib import Path

import pytest

from corpus.errors import UsageError
from evals.case import Case, ExpectedFilter, case_line, read_cases

OWN_SETS = sorted((Path(__file__).parents[2] / "evals" / "sets").glob("*.jsonl"))


def write(path: Path, *lines: object) -> Path:
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines))
    return path


def test_short_filters_become_fields_operators_and_values():
    case = Case(id="a", kind="find", turns=("q",), filters={"delivery": "online", "max_fee": 900, "credit_bearing": False})
    assert case.filters == (
        ExpectedFilter(field="delivery", value="online"),
        ExpectedFilter(field="fee", op="lte", value=900),
        ExpectedFilter(field="credit_bearing", value=False),
    )


def test_a_case_survives_being_written_and_read(tmp_path):
    case = Case(id="a", kind="find", turns=("q", "and?"), status=("answered",), filters={"max_hours": 20}, match_any=("x",))
    [read] = read_cases([write(tmp_path / "s.jsonl", case_line(case))])
    assert read == case


def test_every_fault_is_told_with_its_place(tmp_path):
    good = {"id": "ok", "kind": "fact", "turns": ["q"]}
    path = write(
        tmp_path / "set.jsonl",
        good,
        "{not json",
        {"id": "no-turns", "kind": "fact"},
        {"id": "bad-kind", "kind": "riddle", "turns": ["q"]},
        {"id": "bad-key", "kind": "fact", "turns": ["q"], "expect": 1},
        {"id": "bad-pattern", "kind": "fact", "turns": ["q"], "match_all": ["(unclosed"]},
        {"id": "bad-limit", "kind": "fact", "turns": ["q"], "filters": {"max_credits": 3}},
        good,
    )
    with pytest.raises(UsageError) as caught:
        read_cases([path])
    told = str(caught.value)
    for place in ("set.jsonl:2", "set.jsonl:3", "set.jsonl:4", "set.jsonl:5", "set.jsonl:6", "set.jsonl:7", "set.jsonl:8"):
        assert place in told
    for name in ("no-turns#turns", "bad-kind#kind", "bad-key#expect", "bad-pattern#match_all", "used twice"):
        assert name in told
    assert "7 faults" in told


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_cases([tmp_path / "none.jsonl"])


def test_a_twin_is_known_by_its_key_or_its_id():
    assert Case(id="a-twin", kind="followup", turns=("q",)).twin == "a"
    assert Case(id="b", kind="followup", turns=("q",), twin_of="a").twin == "a"
    assert Case(id="c", kind="followup", turns=("q",)).twin is None


@pytest.mark.parametrize("path", OWN_SETS, ids=lambda path: path.stem)
def test_the_projects_own_sets_can_be_read(path):
    assert read_cases([path])
