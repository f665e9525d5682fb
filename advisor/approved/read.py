"""Read an approved answer: front matter, then sentences that each end with what they rest on."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import yaml
from pydantic import ValidationError

from advisor.approved.contract import ApprovedAnswer, ApprovedSentence
from corpus.errors import UsageError

__all__ = ["FORM", "read_answer"]

FORM = "Begin it with ---, question:, reviewer:, reviewed: YYYY-MM-DD (and phrasings: as a list), ---; then sentences that each end with [record#field]."
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(?P<front>.*?)\n---[ \t]*(?:\n|\Z)(?P<rest>.*)\Z", re.DOTALL)
_CITED = re.compile(r"(?P<text>[^\[\]]+?)\s*(?P<cites>(?:\[[^\[\]\s#]+#[^\[\]\s#]+\][ \t]*)+)(?P<stop>[.!]?)")
_KEYS = {"question", "phrasings", "reviewer", "reviewed"}


def read_answer(text: str, name: str) -> ApprovedAnswer:
    """Read the text of one file.

    :raises UsageError: with everything that is off in it.
    """
    match = _FRONT.match(text.replace("\r\n", "\n"))
    if not match:
        raise UsageError(f"{name} has no front matter.", hint=FORM)
    front, problems = _front(match["front"])
    sentences, starts, loose = _sentences(match["rest"])
    problems += [f"{words!r} cites nothing" for words in loose]
    if not sentences and not loose:
        problems.append("it says nothing")
    if not problems:
        try:
            return ApprovedAnswer(name=name, sentences=sentences, paragraphs=starts, **front)
        except ValidationError as error:
            problems = [f"{'.'.join(map(str, item['loc']))}: {item['msg'].lower()}" for item in error.errors()]
    raise UsageError(f"{name} cannot be used: {'; '.join(problems)}.", hint=FORM)


def _front(text: str) -> tuple[dict[str, Any], list[str]]:
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        return {}, [f"its front matter is no YAML ({' '.join(str(error).split())[:120]})"]
    if not isinstance(data, dict):
        return {}, ["its front matter names nothing"]
    problems = [f"{key!r} is no key" for key in sorted(set(map(str, data)) - _KEYS)]
    phrasings = data.get("phrasings") or []
    data["phrasings"] = tuple(phrasings) if isinstance(phrasings, list) else (str(phrasings),)
    reviewed = data.get("reviewed")
    if isinstance(reviewed, dt.date) and reviewed > dt.datetime.now(tz=dt.UTC).date() + dt.timedelta(days=1):
        problems.append(f"reviewed: {reviewed} lies in the future")
    return data, problems


def _sentences(body: str) -> tuple[tuple[ApprovedSentence, ...], tuple[int, ...], list[str]]:
    """The sentences, the places of those that begin a paragraph, and what cites nothing."""
    found: list[ApprovedSentence] = []
    starts: list[int] = []
    loose: list[str] = []
    for paragraph in re.split(r"\n\s*\n", body.strip()):
        if not paragraph.strip():
            continue
        starts.append(len(found))
        end = 0
        for match in _CITED.finditer(paragraph):
            loose += _rest(paragraph[end : match.start()])
            words = re.sub(r"^[-*]\s+", "", " ".join(match["text"].split())) + match["stop"]
            found.append(ApprovedSentence(text=words, cites=tuple(re.findall(r"\[([^\]]+)\]", match["cites"]))))
            end = match.end()
        loose += _rest(paragraph[end:])
    return tuple(found), tuple(starts), loose


def _rest(text: str) -> list[str]:
    words = " ".join(text.split())
    return [words[:80]] if re.search(r"\w", words) else []
