"""Count in one answer what the figures are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from advisor.contract import Answer, Claim
from corpus.catalogue import Catalogue
from corpus.errors import UnknownIdError
from evals.number_marks import numbers_said, unsupported
from evals.result import Counts
from evals.standing_rules import claim_sources
from evals.wishes import breaks

__all__ = ["Supports", "count"]

#: ``supports(claim_text, evidence_texts)``: whether the texts together support the claim
Supports = Callable[[str, Sequence[str]], bool]


def count(answer: Answer, *, turns: Sequence[str], catalogue: Catalogue, supports: Supports | None = None) -> Counts:
    """Count one answer.

    Citation recall and precision follow ALCE (Gao et al. 2023): a claim is recalled when its citations together
    support it; a citation is precise when its claim is recalled and it is needed, that is, it supports the claim alone
    or the others do not without it.

    :param supports: by default the advisor's own verification gates.
    """
    if supports is None:
        from advisor.verify.gates import supports as gates

        supports = gates
    supported = citations = precise = number_claims = faithful = 0
    for claim in answer.claims:
        texts = {number: _evidence(answer, number, catalogue) for number in claim.citations}
        besides = _besides(claim, answer)
        citations += len(texts)
        if _together(claim, texts.values(), besides, supports):
            supported += 1
            precise += sum(_needed(claim, number, texts, besides, supports) for number in texts)
        if numbers_said(claim.text):
            number_claims += 1
            faithful += not unsupported(claim.text, claim_sources(claim, answer, turns))
    return Counts(
        claims=len(answer.claims),
        supported=supported,
        citations=citations,
        precise=precise,
        number_claims=number_claims,
        faithful=faithful,
        breaking=tuple(
            name
            for name in answer.credentials
            if name in catalogue.records and any(breaks(catalogue.record(name), wish) for wish in answer.filters)
        ),
    )


def _evidence(answer: Answer, number: int, catalogue: Catalogue) -> list[str]:
    """The texts that one citation stands for: the whole field with its title, date and name, as a reader sees it."""
    citation = next((item for item in answer.citations if item.n == number), None)
    if citation is None:
        return []
    try:
        evidence = catalogue.evidence(citation.id)
    except UnknownIdError:
        return []
    return [evidence.text, evidence.title, evidence.as_of or "", evidence.label]


def _besides(claim: Claim, answer: Answer) -> list[str]:
    """What a claim may rest on beside its citations: the learner's words and what its finding worked out.

    The terms of a finding are no result: what goes into it must stand in what is cited.
    """
    working = [str(value) for finding in answer.findings if finding.id == claim.finding for name, value in finding.working.items() if name != "terms"]
    return [*([claim.said] if claim.said else []), *working]


def _together(claim: Claim, texts: Iterable[Sequence[str]], besides: Sequence[str], supports: Supports) -> bool:
    joined = [text for group in texts for text in group]
    return bool(joined) and supports(claim.text, [*joined, *besides])


def _needed(claim: Claim, number: int, texts: dict[int, list[str]], besides: Sequence[str], supports: Supports) -> bool:
    if _together(claim, [texts[number]], besides, supports):
        return True
    others = [group for other, group in texts.items() if other != number]
    return not _together(claim, others, besides, supports)
