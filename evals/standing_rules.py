"""The rules that hold for every answer, whatever was asked, judged from the catalogue files alone."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from advisor.contract import Answer, Citation, Claim
from corpus.catalogue import Catalogue
from corpus.errors import UnknownIdError
from evals.judge import Failure
from evals.named import named_in
from evals.number_marks import unsupported
from evals.parts import part_faults
from evals.residue import without_claims

__all__ = ["broken_rules", "claim_sources"]

#: guidance whose numbers may stand in the fixed words for somebody in distress
HELP_DOCUMENT = "help-lines"


def broken_rules(
    answer: Answer, *, turns: Sequence[str], catalogue: Catalogue, expected: Collection[str] = ()
) -> tuple[Failure, ...]:
    """Every standing rule that an answer breaks; empty when it keeps all.

    :param turns: what the learner said, all messages so far.
    :param expected: record ids that the question is known to be about, so that a past one among them may be shown.
    """
    return (
        *_states(answer),
        *_claims(answer, turns),
        *_quotes(answer, catalogue),
        *_numbers(answer, turns),
        *_frames(answer, turns, catalogue),
        *(_fail("parts", "the pieces of the text in order", fault) for fault in part_faults(answer)),
        *_credentials(answer, turns, catalogue, expected),
    )


def _fail(rule: str, expected: str, got: str) -> Failure:
    return Failure(check=f"rule: {rule}", expected=expected, got=got)


def _states(answer: Answer) -> Iterator[Failure]:
    if answer.status in {"abstained", "clarify"} and (answer.claims or answer.citations):
        got = f"{len(answer.claims)} claims, {len(answer.citations)} citations"
        yield _fail("status", f"no claims and no citations when {answer.status}", got)
    if answer.status == "abstained" and answer.reason is None:
        yield _fail("status", "a reason for abstaining", "none")
    if answer.status == "clarify" and not answer.choices:
        yield _fail("status", "choices with a question back", "none")
    if answer.status == "partial" and not answer.claims:
        yield _fail("status", "at least one claim in a partial answer", "none")
    if not answer.text.strip():
        yield _fail("text", "some text", "none")


def _claims(answer: Answer, turns: Sequence[str]) -> Iterator[Failure]:
    numbers = [citation.n for citation in answer.citations]
    findings = {finding.id for finding in answer.findings}
    said = "\n".join(turns).casefold()
    if len(set(numbers)) < len(numbers) or any(number < 1 for number in numbers):
        yield _fail("citations", "a number of its own for each citation", str(numbers))
    for claim in answer.claims:
        if not claim.citations:
            yield _fail("citations", "a citation for each claim", f"none for {claim.text!r}")
        if unknown := set(claim.citations) - set(numbers):
            yield _fail("citations", "citations that exist", f"{sorted(unknown)} for {claim.text!r}")
        if claim.said is not None and claim.said.casefold() not in said:
            yield _fail("said", "words that the learner said", repr(claim.said))
        if claim.finding is not None and claim.finding not in findings:
            yield _fail("finding", "a finding of this answer", repr(claim.finding))
    if unused := set(numbers) - {number for claim in answer.claims for number in claim.citations}:
        yield _fail("citations", "each citation used by a claim", f"unused {sorted(unused)}")


def _quotes(answer: Answer, catalogue: Catalogue) -> Iterator[Failure]:
    for citation in answer.citations:
        try:
            evidence = catalogue.evidence(citation.id)
        except UnknownIdError as error:
            yield _fail("quote", "an id that the catalogue has", f"{citation.id}: {error.message}")
            continue
        if not citation.quote.strip() or citation.quote not in evidence.text:
            yield _fail("quote", f"words of {citation.id}: {evidence.text!r}", repr(citation.quote))
        if citation.id != f"{citation.record}#{citation.field}":
            yield _fail("quote", citation.id, f"{citation.record}#{citation.field}")
        for name in ("title", "as_of", "url"):
            if getattr(citation, name) != getattr(evidence, name):
                yield _fail(f"citation's {name}", repr(getattr(evidence, name)), repr(getattr(citation, name)))


def claim_sources(claim: Claim, answer: Answer, turns: Sequence[str]) -> list[str]:
    """Every text that a number of a claim may stand in: its citations, the learner's words, its finding's working."""
    cited = [citation for citation in answer.citations if citation.n in claim.citations]
    working = [finding.working for finding in answer.findings if finding.id == claim.finding]
    return [*(part for citation in cited for part in _said_by(citation)), *turns, *(_leaves(item) for item in working)]


def _said_by(citation: Citation) -> tuple[str, ...]:
    return (citation.quote, citation.title, citation.as_of or "")


def _leaves(value: Any) -> str:
    """Every value of a working as text, keys left out."""
    if isinstance(value, dict):
        return "\n".join(_leaves(item) for item in value.values())
    if isinstance(value, list | tuple | set | frozenset):
        return "\n".join(_leaves(item) for item in value)
    return str(value)


def _numbers(answer: Answer, turns: Sequence[str]) -> Iterator[Failure]:
    for claim in answer.claims:
        for mark in unsupported(claim.text, claim_sources(claim, answer, turns)):
            yield _fail("numbers", "numbers that stand in what the claim cites", f"{mark.text!r} in {claim.text!r}")


def _frames(answer: Answer, turns: Sequence[str], catalogue: Catalogue) -> Iterator[Failure]:
    frames, missing = without_claims(answer)
    for place in missing:
        got = f"not found: {answer.claims[place].text!r} with {list(answer.claims[place].citations)}"
        yield _fail("text", "each claim verbatim with its markers", got)
    said = "\n".join(turns)
    markers = [marker for marker in re.findall(r"\[\d+\]", frames) if marker not in said]
    if markers:
        yield _fail("text", "markers only behind their claims", ", ".join(markers))
    allowed = [*turns, *_contact(answer)]
    if answer.reason == "unsafe":
        allowed += [section.text for section in catalogue.sections.values() if section.document == HELP_DOCUMENT]
    for mark in unsupported(re.sub(r"\[\d+\]", " ", frames), allowed):
        yield _fail("frames", "no number but the learner's own and the contact's", _around(mark.text, frames))


def _contact(answer: Answer) -> list[str]:
    return [] if answer.contact is None else [json.dumps(answer.contact.model_dump(mode="json"), ensure_ascii=False)]


def _around(words: str, text: str) -> str:
    place = text.find(words)
    return f"{words!r} in {text[max(0, place - 30) : place + len(words) + 30].strip()!r}"


def _credentials(
    answer: Answer, turns: Sequence[str], catalogue: Catalogue, expected: Collection[str]
) -> Iterator[Failure]:
    alternatives = [item.id for item in answer.alternatives]
    for name in (*answer.credentials, *alternatives):
        if name not in catalogue.records:
            yield _fail("credentials", "ids of records", name)
    if doubles := set(answer.credentials) & set(alternatives):
        yield _fail("alternatives", "records that are not recommended too", ", ".join(sorted(doubles)))
    for name in answer.credentials:
        record = catalogue.records.get(name)
        if record is None or record.status not in {"past", "proposed"} or name in expected:
            continue
        if not named_in(record, turns):
            yield _fail("credentials", "no past or proposed offering that was not named", f"{name} is {record.status}")
