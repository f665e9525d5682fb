"""Our own format: what is written comes back, and every fault is found at its line."""

import json
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.credential import Credential, Credit, Duration, Fee, Link
from corpus.errors import Fault
from corpus.readers.native import json_lines, read_credentials, read_institutions, write_records
from corpus.requirement import Requirement
from corpus.source import Source

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=40, deadline=None)
@given(title=WORDS, summary=st.none() | WORDS, amount=st.decimals(0, 10**6, places=2), steps=st.lists(WORDS, max_size=3))
def test_what_is_written_comes_back(
    tmp_path_factory: object, title: str, summary: str | None, amount: Decimal, steps: list[str]
) -> None:
    record = Credential(
        id="a-b",
        title=title,
        institution="X",
        summary=summary,
        duration=Duration(hours=Decimal(30), text="30 hours"),
        credit=Credit(bearing=False),
        fee=Fee(amount=amount, covers="total"),
        requirements=(Requirement(kind="age", text="19 or older", age_min=19),),
        laddering=(Link(title="Diploma", credits=Decimal("1.5")),),
        next_steps=tuple(steps),
        field_sources={"fee": Source(date="2024")},
        source=Source(title="Page", url="https://example.org/"),
    )
    path = tmp_path_factory.mktemp("native") / "credentials.jsonl"  # type: ignore[attr-defined]
    write_records(path, [record])
    assert read_credentials(path) == ([record], [])


def test_every_fault_of_every_line_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "credentials.jsonl"
    good = json.dumps({"id": "good", "title": "T", "institution": "I"})
    lines = [
        good,
        "",
        "{half",
        "[1]",
        json.dumps({"id": "Bad Id", "title": "T", "institution": "I", "mood": "good"}),
        json.dumps({"id": "x", "title": "T", "delivery": "by mail", "fee": {"amount": "many"}}),
        "[" * 100_000,
        '{"id": "y", "title": "T", "institution": "I", "region": ' + "9" * 5000 + "}",
        json.dumps({"id": "z", "title": "T", "institution": "I", "summary": ["x" * 500]}),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    records, faults = read_credentials(path)
    assert [record.id for record in records] == ["good"]
    assert {(fault.line, fault.record, fault.field) for fault in faults} == {
        (3, None, None),
        (4, None, None),
        (5, "Bad Id", "id"),
        (5, "Bad Id", "mood"),
        (6, "x", "institution"),
        (6, "x", "delivery"),
        (6, "x", "fee.amount"),
        (7, None, None),
        (8, None, None),
        (9, "z", "summary"),
    }
    assert all(fault.file == str(path) for fault in faults)
    assert max(len(fault.problem) for fault in faults) < 300
    delivery = next(fault for fault in faults if fault.field == "delivery")
    assert "'online'" in delivery.problem  # what is accepted
    assert "'by mail'" in delivery.problem  # what was given


def test_a_file_that_cannot_be_read_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_bytes(b'{"id": "\xff"}\n')
    for name in ("missing.jsonl", "broken.jsonl"):
        records, faults = read_institutions(tmp_path / name)
        assert records == []
        assert ["cannot be read" in fault.problem for fault in faults] == [True]


def test_lines_end_at_line_feeds_only(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('\ufeff{"a": "one\u2028two\x85three"}\r\n{"a": 2}\n'.encode())
    assert list(json_lines(path)) == [(1, {"a": "one\u2028two\x85three"}), (2, {"a": 2})]


def test_the_id_of_a_fault_may_be_of_any_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 7, "title": "T", "institution": "I"}')
    assert read_credentials(path)[1] == [
        Fault(file=str(path), line=1, record="7", field="id", problem="Input should be a valid string (got 7)")
    ]
