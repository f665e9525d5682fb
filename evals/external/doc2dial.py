"""Read Doc2Dial (Feng et al. 2020) as conversational retrieval: user turns with history, passages of documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import UsageError
from evals.external.dataset import Dataset, Query, Turn, json_rows, read_qrels
from index.passage import Passage

__all__ = ["read_doc2dial"]


def read_doc2dial(folder: Path, *, domains: Sequence[str] | None = None) -> list[Dataset]:
    """All queries and passages of the folder as one dataset; a passage's title is a field of its own.

    :param domains: only these ("dmv", "studentaid", …).
    :raises UsageError: a file is missing or of another form, or nothing is left.
    """

    def wanted(row: dict[str, object]) -> bool:
        return domains is None or row["domain"] in domains

    passages = [
        Passage(
            id=row["_id"],
            kind="passage",
            group=row["_id"].rpartition("::")[0],
            text=row["text"],
            fields={"title": row["title"], "text": row["text"]},
        )
        for row in json_rows(folder / "passages.jsonl.gz")
        if wanted(row)
    ]
    rows = [row for row in json_rows(folder / "queries.jsonl.gz") if wanted(row)]
    if not rows or not passages:
        raise UsageError(f"{folder} holds no Doc2Dial queries of these domains.", hint="Name other domains, or none for all.")
    queries = [
        Query(
            id=row["_id"],
            text=row["text"],
            domain=row["domain"],
            history=tuple(Turn(speaker=turn["speaker"], text=turn["text"]) for turn in row["history"]),
        )
        for row in rows
    ]
    name = "+".join(sorted({str(row["domain"]) for row in rows}))
    return [Dataset(name=name, passages=passages, queries=queries, right=read_qrels(folder / "qrels_passage.tsv"))]
