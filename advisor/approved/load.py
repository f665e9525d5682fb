"""Load the approved answers of a folder, and find the one that fits a question."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from advisor.approved.contract import ApprovedAnswer, Entry
from advisor.approved.fitting import Fitting
from advisor.approved.read import read_answer
from advisor.approved.standing import changes, read_standing, standing_of, write_standing
from advisor.verify.gates import check_claim
from corpus.catalogue import Catalogue
from corpus.errors import StorageError, UnknownIdError, UsageError
from index.files import write_atomically
from index.search import HybridSearch

__all__ = ["ApprovedAnswers", "approve", "load_approved"]


class ApprovedAnswers:
    """The approved answers in use, and every file of the folder with its state. Safe to share between threads."""

    def __init__(self, entries: Sequence[Entry], catalogue: Catalogue) -> None:
        self.entries = tuple(entries)
        self._answers = [entry.answer for entry in entries if entry.state == "approved" and entry.answer]
        self._fitting = Fitting(catalogue)
        self._vectors: list[np.ndarray] | None = None
        self._lock = threading.Lock()

    def __iter__(self) -> Iterator[ApprovedAnswer]:
        return iter(self._answers)

    def __len__(self) -> int:
        return len(self._answers)

    def match(self, question: str, search: HybridSearch) -> ApprovedAnswer | None:
        """The approved answer to a question, or None where none surely fits."""
        if not self._answers or not question.strip():
            return None
        vector = search.embed(question)
        best: tuple[float, ApprovedAnswer] | None = None
        for answer, known in zip(self._answers, self._embedded(search), strict=True):
            for wording, score in zip(answer.questions, (known @ vector).tolist(), strict=True):
                if self._fitting.fits(question, wording, score) and (best is None or score > best[0]):
                    best = (score, answer)
        return best[1] if best else None

    def _embedded(self, search: HybridSearch) -> list[np.ndarray]:
        """One array (wordings, 384) for each answer, made once."""
        with self._lock:
            if self._vectors is None:
                self._vectors = [np.stack([search.embed(wording) for wording in answer.questions]) for answer in self._answers]
            return self._vectors


def load_approved(folder: Path, catalogue: Catalogue) -> ApprovedAnswers:
    """Load every Markdown file of a folder. No folder is an empty one.

    A file without a standing beside it is taken as approved as its front matter says, once its claims have passed the
    gates; so is one with a later review date than before. What it rests on is noted then, and a change retires it.
    """
    paths = sorted(folder.glob("*.md")) if folder.is_dir() else []
    return ApprovedAnswers([_entry(path, catalogue) for path in paths], catalogue)


def approve(source: Path, folder: Path, catalogue: Catalogue) -> Entry:
    """Take a file into the folder of approved answers, with what it rests on today.

    :raises UsageError: it cannot be read, a gate keeps a claim back, or it was retired and has no later review date.
    :raises StorageError: the folder cannot be written.
    """
    text = _read(source)
    answer = read_answer(text, source.stem)
    if problems := _gate_problems(answer, catalogue):
        raise UsageError(f"{source.name} cannot be approved: {'; '.join(problems)}.", hint="Mend these sentences, or cite the fields that bear them out.")
    target = folder / f"{source.stem}.md"
    kept = read_standing(target)
    if kept and (changed := changes(answer, text, kept, catalogue)):
        raise UsageError(f"{target.name} was approved on {kept.reviewed}, and since then: {'; '.join(changed)}.", hint="Review it again and set `reviewed:` to the day of that review.")
    if source.resolve() != target.resolve():
        write_atomically(target, text.encode())
    write_standing(target, standing_of(answer, text, catalogue))
    return Entry(file=target.name, state="approved", answer=answer)


def _entry(path: Path, catalogue: Catalogue) -> Entry:
    try:
        text = _read(path)
        answer = read_answer(text, path.stem)
    except UsageError as error:
        return Entry(file=path.name, state="faulty", problems=(error.message,))
    kept = read_standing(path)
    changed = changes(answer, text, kept, catalogue) if kept else []
    if changed:
        return Entry(file=path.name, state="retired", answer=answer, problems=tuple(changed))
    if problems := _gate_problems(answer, catalogue):
        return Entry(file=path.name, state="faulty", answer=answer, problems=tuple(problems))
    standing = standing_of(answer, text, catalogue)
    if standing != kept:
        try:
            write_standing(path, standing)
        except StorageError as error:  # a folder that only can be read: a later change could not be told
            return Entry(file=path.name, state="waiting", answer=answer, problems=(error.message,))
    return Entry(file=path.name, state="approved", answer=answer)


def _gate_problems(answer: ApprovedAnswer, catalogue: Catalogue) -> list[str]:
    """What the gates have against an answer's claims."""
    problems = []
    for sentence in answer.sentences:
        try:
            evidence = [catalogue.evidence(name) for name in sentence.cites]
        except UnknownIdError as error:
            problems.append(error.message.rstrip("."))
            continue
        if failure := check_claim(sentence.text, evidence):
            problems.append(f"“{sentence.text}”: {failure.detail}")
    return problems


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path.name} cannot be read: {error}.", hint="Save it as UTF-8 text.") from error
