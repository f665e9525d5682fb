"""Guidance: Markdown documents in plain words, cut into sections that can be cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import Fault
from corpus.source import Source

__all__ = ["Section", "read_guidance_file", "split_sentences"]

Trust = Literal["official", "institution", "steward", "news", "third-party", "ours"]
StaleRisk = Literal["low", "medium", "high"]

_HEADING = re.compile(r"^## (?P<title>.+?)\s*\{#(?P<slug>[a-z0-9-]+)\}\s*$")
_META = re.compile(r"^(?P<key>source|publisher|date|trust|stale_risk|ask|terms|questions|mistaken):\s*(?P<value>.*)$")
_DOCUMENT_ID = re.compile(r"^[a-z0-9][a-z0-9._-]*$")
_FRONT_KEYS = {"id", "title", "publisher", "source", "date", "trust", "stale_risk"}


class Section(BaseModel):
    """One section of guidance. Its evidence id is ``document#slug``; its text is our own plain words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str
    slug: str
    title: str
    document_title: str
    publisher: str = ""
    source: Source = Source()
    trust: Trust
    stale_risk: StaleRisk = "low"
    ask: str | None = Field(default=None, description="who can confirm what this section says")
    terms: tuple[str, ...] = Field(default=(), description="words that this section defines")
    questions: tuple[str, ...] = Field(default=(), description="ways people ask for this section; used for search")
    mistaken: tuple[str, ...] = Field(default=(), description="what people wrongly hold that this section sets right; used for search")
    sentences: tuple[str, ...]

    @property
    def id(self) -> str:
        """The evidence id, ``document#slug``."""
        return f"{self.document}#{self.slug}"

    @property
    def text(self) -> str:
        """The section's sentences as one paragraph."""
        return " ".join(self.sentences)


def read_guidance_file(path: Path) -> tuple[list[Section], list[Fault]]:
    """Read one guidance document.

    :returns: its sections and every fault found; a faulty section is left out.
    """
    name = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return [], [Fault(file=name, problem=f"cannot be read: {error}")]
    front_match = re.match(r"^---\n(.*?)\n---\n", text, flags=re.DOTALL)
    if not front_match:
        return [], [Fault(file=name, line=1, problem="has no front matter; start it with a block between two --- lines")]
    try:
        front = yaml.safe_load(front_match[1])
    except yaml.YAMLError as error:
        return [], [Fault(file=name, line=1, problem=f"front matter is not YAML: {error}")]
    if not isinstance(front, dict) or not set(front) <= _FRONT_KEYS or not {"id", "title", "trust"} <= set(front):
        return [], [Fault(file=name, line=1, problem=f"front matter takes the keys {sorted(_FRONT_KEYS)}")]
    if not _DOCUMENT_ID.match(str(front["id"])):
        problem = "takes small letters, digits, dots, hyphens and underscores"
        return [], [Fault(file=name, line=1, record=str(front["id"]), field="id", problem=problem)]

    sections: list[Section] = []
    body_text = text[front_match.end() :]
    first_line = text[: front_match.end()].count("\n") + 1
    faults = list(_strays(body_text, first_line, name, str(front["id"])))
    slugs: set[str] = set()
    for line, title, slug, lines in _blocks(body_text, first_line):
        record = str(front["id"])
        if slug in slugs:
            faults.append(Fault(file=name, line=line, record=record, field=slug, problem="the slug is used twice"))
            continue
        slugs.add(slug)
        meta, body = _meta_and_body(lines)
        if not body:
            faults.append(Fault(file=name, line=line, record=record, field=slug, problem="the section has no text"))
            continue
        try:
            sections.append(_section(front, title, slug, meta, body))
        except ValidationError as error:
            faults.extend(
                Fault(file=name, line=line, record=record, field=f"{slug}.{part['loc'][0]}", problem=part["msg"])
                for part in error.errors()
            )
    if not sections and not faults:
        faults.append(Fault(file=name, problem="has no section; write each as '## Title {#slug}'"))
    return sections, faults


def _strays(text: str, first_line: int, file: str, document: str) -> Iterator[Fault]:
    """Lines that belong to no section: headings without a slug, and text before the first heading."""
    started = False
    for number, line in enumerate(text.splitlines(), start=first_line):
        if _HEADING.match(line):
            started = True
        elif line.startswith("#"):
            yield Fault(file=file, line=number, record=document, problem="is no heading; write '## Title {#slug}'")
        elif line.strip() and not started:
            yield Fault(file=file, line=number, record=document, problem="stands before the first heading")
            started = True


def _blocks(text: str, first_line: int) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield (line number, title, slug, lines) for each section."""
    current: tuple[int, str, str, list[str]] | None = None
    for number, line in enumerate(text.splitlines(), start=first_line):
        if heading := _HEADING.match(line):
            if current:
                yield current
            current = (number, heading["title"], heading["slug"], [])
        elif current:
            current[3].append(line)
    if current:
        yield current


def _meta_and_body(lines: list[str]) -> tuple[dict[str, str], str]:
    meta: dict[str, str] = {}
    index = 0
    while index < len(lines) and (found := _META.match(lines[index])):
        meta[found["key"]] = found["value"].strip()
        index += 1
    return meta, " ".join(" ".join(lines[index:]).split())


def _section(front: dict[str, Any], title: str, slug: str, meta: dict[str, str], body: str) -> Section:
    def own(key: str) -> Any:
        value = meta.get(key, front.get(key))
        return None if value in (None, "null", "") else value

    date = own("date")
    return Section(
        document=str(front["id"]),
        slug=slug,
        title=title,
        document_title=str(front["title"]),
        publisher=own("publisher") or "",
        source=Source(title=own("publisher") or str(front["title"]), url=own("source"), date=str(date) if date else None),
        trust=own("trust"),
        stale_risk=own("stale_risk") or "low",
        ask=own("ask"),
        terms=_split(meta.get("terms", ""), ";"),
        questions=_split(meta.get("questions", ""), "|"),
        mistaken=_split(meta.get("mistaken", ""), "|"),
        sentences=tuple(split_sentences(body)),
    )


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def split_sentences(text: str) -> list[str]:
    """Cut a paragraph into sentences; keeps abbreviations such as B.C. and e.g. together.

    >>> split_sentences("B.C. has PLAR. Ask the college.")
    ['B.C. has PLAR.', 'Ask the college.']
    """
    parts = re.split(r"(?<=[.!?])\s+(?=[A-Z0-9“\"'(À-ÖØ-ÞŁW̱])", text)
    sentences: list[str] = []
    for part in parts:
        if sentences and re.search(r"\b(?:B\.C|e\.g|i\.e|St|Dr|Mr|Mrs|Ms|No|approx|vs|etc)\.$", sentences[-1]):
            # "B.C." may end a sentence, but joining two is safer than cutting one
            sentences[-1] += " " + part
        else:
            sentences.append(part)
    return [sentence.strip() for sentence in sentences if sentence.strip()]
