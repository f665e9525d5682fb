"""Read MTRAG (IBM, 2025): conversations over passages of several domains, with retrieval judgements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from evals.external.dataset import Dataset, Query, Turn, json_rows, read_qrels
from index.passage import Passage

__all__ = ["read_mtrag"]

_SPEAKER = re.compile(r"^\|user\|: ?", re.MULTILINE)


def read_mtrag(folder: Path) -> list[Dataset]:
    """One dataset a domain folder (``govt``, ``cloud``, …) under ``folder``, or of ``folder`` if it is one itself.

    :raises UsageError: there is none, or a file is missing or of another form.
    """
    domains = [folder] if _is_domain(folder) else sorted(path for path in folder.glob("*") if _is_domain(path))
    if not domains:
        raise UsageError(
            f"{folder} holds no MTRAG domain.", hint="Name the folder with corpus_pool.jsonl.gz, or the one above it."
        )
    talks = next((path for path in (folder, folder.parent) if (path / "conversations.jsonl.gz").exists()), None)
    rows = list(json_rows(talks / "conversations.jsonl.gz")) if talks else []
    return [_read_domain(path, [row["messages"] for row in rows if row.get("domain") == path.name]) for path in domains]


def _is_domain(path: Path) -> bool:
    return (path / "corpus_pool.jsonl.gz").exists()


def _read_domain(folder: Path, talks: Sequence[list[dict[str, Any]]]) -> Dataset:
    passages = [_passage(row) for row in json_rows(folder / "corpus_pool.jsonl.gz")]
    rewrites = {row["_id"]: _plain(row["text"]) for row in _optional(folder / "queries_rewrite.jsonl")}
    by_users = {_users(talk): talk for talk in talks}
    queries = []
    for row in json_rows(folder / "queries_questions.jsonl"):
        said = tuple(part.strip() for part in _SPEAKER.split(row["text"]) if part.strip())
        talk = next((talk for users, talk in by_users.items() if users[: len(said)] == said), None)
        queries.append(_query(row["_id"], said, talk, rewrites.get(row["_id"])))
    asked = {query.id for query in queries}
    for place, talk in enumerate(talks):
        queries += [query for query in _unjudged(place, talk, queries) if query.id not in asked]
    return Dataset(name=folder.name, passages=passages, queries=queries, right=read_qrels(_judgements(folder)))


def _judgements(folder: Path) -> Path:
    """The judgements of these conversations; those of MTRAG-UN are of others. The development part's name by default."""
    found = sorted(path for path in folder.glob("qrels*.tsv") if "mtragun" not in path.name)
    return found[0] if len(found) == 1 else folder / "qrels_dev.tsv"


def _passage(row: dict[str, Any]) -> Passage:
    """A passage of the pool. Its document is told by title or address, else by its id without the two offsets."""
    title = row.get("title") or ""
    document = title or row.get("url") or str(row["_id"]).rsplit("-", 2)[0]
    fields = {"title": title, "text": row["text"]} if title else {}
    return Passage(id=row["_id"], kind="passage", group=document, text=row["text"], fields=fields)


def _optional(path: Path) -> list[dict[str, Any]]:
    return list(json_rows(path)) if path.exists() else []


def _plain(text: str) -> str:
    return _SPEAKER.sub("", text).strip()


def _users(talk: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(message["text"].strip() for message in talk if message["speaker"] == "user")


def _query(name: str, said: tuple[str, ...], talk: Sequence[dict[str, Any]] | None, rewrite: str | None) -> Query:
    """A judged turn; the agent's replies come from the conversation, where the set has it."""
    if talk is None:
        history = tuple(Turn(speaker="user", text=text) for text in said[:-1])
        return Query(id=name, text=said[-1], history=history, rewrite=rewrite)
    place = [number for number, message in enumerate(talk) if message["speaker"] == "user"][len(said) - 1]
    return Query(
        id=name,
        text=said[-1],
        history=tuple(Turn(speaker=message["speaker"], text=message["text"].strip()) for message in talk[:place]),
        rewrite=rewrite,
        answerability=_answerability(talk[place]),
    )


def _answerability(message: dict[str, Any]) -> str | None:
    labels = message.get("enrichments", {}).get("Answerability") or [None]
    return None if labels[0] is None else str(labels[0])


def _unjudged(place: int, talk: Sequence[dict[str, Any]], judged: Sequence[Query]) -> list[Query]:
    """Turns of a conversation that have no retrieval judgement, such as those that nothing answers."""
    known = {(tuple(turn.text for turn in query.history), query.text) for query in judged}
    found = []
    for number, message in enumerate(talk):
        history = tuple(Turn(speaker=item["speaker"], text=item["text"].strip()) for item in talk[:number])
        key = (tuple(turn.text for turn in history), message["text"].strip())
        if message["speaker"] == "user" and key not in known:
            found.append(
                Query(
                    id=f"talk {place} turn {number}",
                    text=message["text"].strip(),
                    history=history,
                    answerability=_answerability(message),
                )
            )
    return found
