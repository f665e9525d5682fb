"""Guidance: front matter, sections, sentences, and every fault at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.load import load_sections
from corpus.section import read_guidance_file, split_sentences

FRONT = """---
id: funding
title: Paying for it
publisher: Government of Somewhere
source: https://example.org/funding
date: 2024-07-01
trust: official
stale_risk: high
---
"""


def write(folder: Path, text: str, name: str = "funding.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_section_takes_what_the_document_says_unless_it_says_otherwise(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        FRONT
        + "\n## Grants {#grants}\nask: the office\nterms: grant; bursary\nquestions: who pays? | is there help\nmistaken: grants are paid back | nobody gets one\n\n"
        "A grant is not paid back.\nIt may\ncover fees.\n"
        "\n## Loans {#loans}\ndate: null\npublisher: A bank\nstale_risk: low\n\nA loan is paid back.\n",
    )
    (grants, loans), faults = read_guidance_file(path)
    assert faults == []
    assert grants.id == "funding#grants"
    assert (grants.terms, grants.questions) == (("grant", "bursary"), ("who pays?", "is there help"))
    assert grants.mistaken == ("grants are paid back", "nobody gets one")
    assert grants.sentences == ("A grant is not paid back.", "It may cover fees.")
    assert grants.text == "A grant is not paid back. It may cover fees."
    assert (grants.source.date, grants.stale_risk, grants.ask) == ("2024-07-01", "high", "the office")
    assert (loans.source.date, loans.publisher, loans.stale_risk, loans.ask) == (None, "A bank", "low", None)
    assert loans.source.url == "https://example.org/funding"


def test_every_fault_is_reported_with_its_line(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        FRONT + "Lost words.\n## Grants {#grants}\n\nText.\n## No slug\n\n## Grants again {#grants}\n\nText.\n"
        "## Empty {#empty}\n\n## Odd {#odd}\ntrust: friends\n\nText.\n",
    )
    sections, faults = read_guidance_file(path)
    assert [section.slug for section in sections] == ["grants"]
    assert {(fault.line, fault.field) for fault in faults} == {
        (10, None), (14, None), (16, "grants"), (19, "empty"), (21, "odd.trust"),
    }  # fmt: skip
    assert all(fault.file == str(path) and fault.record == "funding" for fault in faults)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("No front matter.", "no front matter"),
        ("---\nid: [\n---\n## A {#a}\n\nText.\n", "not YAML"),
        ("---\nid: a\ntitle: A\n---\n## A {#a}\n\nText.\n", "takes the keys"),
        ("---\nid: a\ntitle: A\ntrust: ours\nmood: good\n---\n## A {#a}\n\nText.\n", "takes the keys"),
        ("---\nid: A#b\ntitle: A\ntrust: ours\n---\n## A {#a}\n\nText.\n", "small letters"),
        ("---\nid: a\ntitle: A\ntrust: ours\n---\n", "has no section"),
    ],
)
def test_a_faulty_document_gives_no_section(tmp_path: Path, text: str, said: str) -> None:
    sections, faults = read_guidance_file(write(tmp_path, text))
    assert sections == []
    assert [said in fault.problem for fault in faults] == [True]


def test_bytes_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"---\nid: \xff\n---\n")
    assert "cannot be read" in read_guidance_file(path)[1][0].problem


def test_two_documents_with_one_id_are_a_fault(tmp_path: Path) -> None:
    write(tmp_path, FRONT + "## A {#a}\n\nText.\n", "one.md")
    write(tmp_path, FRONT + "## B {#b}\n\nText.\n", "two.md")
    write(tmp_path, "How to write these.", "README.md")
    sections, faults = load_sections(tmp_path)
    assert len(sections) == 2
    assert [(fault.record, fault.field) for fault in faults] == [("funding", "id")]
    assert faults[0].file.endswith("two.md")
    assert "one.md" in faults[0].problem


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("In B.C. Ask them.", ["In B.C. Ask them."]),  # joined rather than cut wrongly
        ("See e.g. Page 2.", ["See e.g. Page 2."]),
        ("It costs $3.50 now.", ["It costs $3.50 now."]),
        ("Élan counts. Élan again.", ["Élan counts.", "Élan again."]),
        ("", []),
    ],
)
def test_split_sentences(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


@given(st.text(max_size=200))
def test_splitting_loses_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())
