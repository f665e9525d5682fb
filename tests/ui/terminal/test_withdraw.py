"""``advisor withdraw`` and ``advisor restore``: at once, everywhere on the command line and on the disk, with who and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.settings import Settings

LINES = [
    {"id": "tarn-soil", "title": "Soil Care", "institution": "Tarn College", "links": [{"title": "x", "target": "tarn-heron"}]},
    {"id": "tarn-heron", "title": "Counting Herons", "institution": "Tarn College", "summary": "Herons at dusk."},
    {"id": "fell-newt", "title": "Newts", "institution": "Fell Institute", "notes": ["After Counting Herons."]},
]


@pytest.fixture
def home(place: Path, settings: Settings) -> Path:
    (place / "credentials.jsonl").write_text("\n".join(map(json.dumps, LINES)))
    return settings.home


def holding(words: str, folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [path.name for path in files if words.encode() in path.read_bytes()]


def hide(advisor, record: str = "tarn-heron", *more: str):
    return advisor("withdraw", record, "--by", "Ada", "--why", "asked to", "--json", *more)


def test_a_withdrawn_record_is_nowhere(advisor, home: Path) -> None:
    advisor("index")
    assert holding("Herons at dusk", home / "index")
    outcome = hide(advisor)
    assert outcome.code == 0
    assert outcome.objects == [
        {"id": "tarn-heron", "action": "withdraw", "changed": True, "hidden": True, "named_in": ["fell-newt#notes"]}
    ]
    assert holding("Herons at dusk", home) == []
    assert [entry["id"] for entry in advisor("show", "--list", "--json").objects] == ["tarn-soil", "fell-newt"]
    gone = advisor("show", "tarn-heron", "tarn-heron#summary")
    assert (gone.code, gone.out) == (1, "")
    assert "Herons" not in gone.err
    assert advisor("show", "tarn-soil", "--json").objects[0]["links"] == []
    assert advisor("index", "--check").code == 0
    assert "1 withdrawn" in advisor("doctor", "--port", "0").out


def test_it_comes_back(advisor, home: Path) -> None:
    hide(advisor)
    code, out, _ = advisor("restore", "tarn-heron", "--why", "agreed again")
    assert (code, out.strip()) == (0, "tarn-heron can be seen again.")
    assert advisor("show", "tarn-heron", "--json").objects[0]["summary"] == "Herons at dusk."


def test_the_log_tells_who_when_and_why(advisor, home: Path) -> None:
    hide(advisor)
    advisor("restore", "tarn-heron", "--why", "agreed again", "--by", "Bea")
    rows = advisor("withdraw", "--list", "--json").objects
    assert [(row["id"], row["action"], row["by"], row["why"]) for row in rows] == [
        ("tarn-heron", "withdraw", "Ada", "asked to"), ("tarn-heron", "restore", "Bea", "agreed again")
    ]  # fmt: skip
    assert "withdrawn by Ada: asked to" in advisor("withdraw", "--list").out


def test_twice_is_once(advisor, home: Path) -> None:
    hide(advisor)
    again = hide(advisor)
    assert (again.code, again.objects[0]["changed"]) == (0, False)
    assert len(advisor("withdraw", "--list", "--json").objects) == 1


@pytest.mark.parametrize("own", [{"withdrawn": True}, {"visibility": "community", "owner": "a Nation"}])
def test_what_its_own_record_hides_nobody_can_restore_here(advisor, home: Path, place: Path, own: dict) -> None:
    lines = [{**line, "stewardship": own} if line["id"] == "tarn-heron" else line for line in LINES]
    (place / "credentials.jsonl").write_text("\n".join(map(json.dumps, lines)))
    hide(advisor)
    code, out, _ = advisor("restore", "tarn-heron", "--why", "try")
    assert code == 0
    assert "stays out of sight" in out
    assert advisor("show", "tarn-heron").code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("withdraw", "tarn-heron"), 2, "Say why"),
        (("withdraw", "tarn-heron", "--why", "  "), 2, "Say why"),
        (("withdraw",), 2, "--list"),
        (("withdraw", "tarn-herron", "--why", "x"), 1, "tarn-heron"),
        (("restore", "nothing", "--why", "x"), 1, "Nothing in the catalogue"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_done(advisor, home: Path, arguments, code: int, said: str) -> None:
    outcome = advisor(*arguments)
    assert outcome.code == code
    assert said in outcome.err
    assert not (home / "withdrawn.jsonl").exists()


def test_an_index_that_was_never_built_is_not_built_for_this(advisor, home: Path) -> None:
    hide(advisor)
    assert not (home / "index").exists()
