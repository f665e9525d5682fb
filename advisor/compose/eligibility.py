"""Say whether somebody appears to meet what a record states: the answer first, then each entry beside their words.

Never "you are eligible": the institution decides, and every statement is the record's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor.compose.builder import AnswerBuilder, Support
from advisor.compose.phrases import list_words
from advisor.compose.requirement_words import requirement_clause
from advisor.contract import Finding, Piece
from advisor.messages import say
from advisor.reason.eligibility import Check, Eligibility, check_eligibility
from advisor.understand.facts_merge import contradictions
from advisor.understand.understanding import LearnerFacts
from advisor.verify.gates import check_claim
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["asks_for_more", "compose_eligibility", "requirement_pieces", "told_pieces"]

_LEADS = {
    "appears_to_meet": "From what you told me, you appear to meet what the catalogue states.",
    "does_not_meet": "As stated, this asks for something different from what you told me.",
    "depends": "From what you told me, part of this fits, and part still has to be checked.",
}


def compose_eligibility(
    builder: AnswerBuilder,
    catalogue: Catalogue,
    record: Credential,
    eligibility: Eligibility,
    *,
    facts: LearnerFacts,
) -> None:
    """Add the whole answer for one record, whose requirements are stated; the caller adds dates and the contact."""
    evidence = catalogue.field_evidence(record, "requirements")
    if evidence is None:
        return
    finding = Finding(id=f"eligibility:{record.id}", kind="eligibility", working=eligibility.working)
    builder.finding(finding)
    for piece in requirement_pieces(builder, evidence, eligibility, finding=finding.id):
        builder.place(piece)
    plar = catalogue.field_evidence(record, "plar")
    if plar:
        builder.say(f"On prior learning (PLAR), the record says: {plar.text.rstrip('.')}.", [plar])
    for frame in _frames(record, eligibility, facts):
        builder.frame(frame)


def requirement_pieces(builder: AnswerBuilder, evidence: Evidence, eligibility: Eligibility, *, finding: str) -> list[Piece]:
    """What it comes to, then each requirement with the learner's words beside those that they bear on.

    :param finding: id of the finding that holds the working; it is added before.
    """
    pieces = list(_lead(builder, evidence, eligibility, finding))
    for group in _in_order(eligibility.checks):
        pieces += _group(builder, evidence, group, finding)
    return pieces


def asks_for_more(record: Credential, facts: LearnerFacts) -> bool:
    """Whether an offering asks, as stated, for something that the learner told they do not have."""
    return bool(facts.said) and not contradictions(facts) and check_eligibility(record, facts).overall == "does_not_meet"


def told_pieces(builder: AnswerBuilder, catalogue: Catalogue, record: Credential, facts: LearnerFacts, *, most: int = 2) -> list[Piece]:
    """The requirements of one offering that what the learner told settles, met or not; nothing where nothing told bears on them.

    For a list of offerings, where the whole of each record's requirements would bury the rest. What is not met comes first.
    """
    evidence = catalogue.field_evidence(record, "requirements")
    if evidence is None or not facts.said or contradictions(facts):
        return []
    eligibility = check_eligibility(record, facts)
    groups = [group for group in _in_order(eligibility.checks) if any(_settled(check) for check in group)]
    groups.sort(key=lambda group: any(check.verdict == "met" for check in group))
    if not groups:
        return []
    finding = Finding(id=f"eligibility:{record.id}", kind="eligibility", working=eligibility.working)
    builder.finding(finding)
    return [piece for group in groups[:most] for piece in _group(builder, evidence, group, finding.id)]


def _settled(check: Check) -> bool:
    return check.counts and bool(check.said) and check.verdict in {"met", "not_met"} and not check.requirement.condition


def _lead(builder: AnswerBuilder, evidence: Evidence, eligibility: Eligibility, finding: str) -> Iterator[Piece]:
    """What it comes to, resting on the entries that were checked; nothing where nothing told bears on them."""
    told = [check for check in eligibility.checks if check.counts and check.said]
    if eligibility.overall == "depends" and not any(check.verdict == "met" for check in told):
        told = []
    text = _LEADS.get(eligibility.overall) if told else None
    if text and (piece := builder.claim(text, [_support(evidence, check) for check in told], finding=finding)):
        yield piece
    if eligibility.overall == "open" and not any(check.requirement.kind == "open" for check in eligibility.checks):
        yield Piece(frame=say("elig_no_rule"))


def _in_order(checks: Sequence[Check]) -> Iterator[list[Check]]:
    """What is asked, in the record's order and with alternatives together; then other ways in, advice, and for whom."""
    ranks = {"required": 0, "route": 1, "recommended": 2, "intended": 3}
    groups: dict[object, list[Check]] = {}
    for place, check in enumerate(checks):
        number = check.requirement.alternative
        groups.setdefault(("any", number) if number is not None else ("one", place), []).append(check)
    yield from sorted(groups.values(), key=lambda group: ranks[group[0].requirement.strength] + group[0].elsewhere)


def _group(builder: AnswerBuilder, evidence: Evidence, group: Sequence[Check], finding: str) -> Iterator[Piece]:
    """One requirement, or the ways of meeting one condition, each stated; the learner's words beside what they bear on."""
    if len(group) > 1:
        yield Piece(frame=say("elig_alternatives"))
    met = any(check.verdict == "met" for check in group)
    for place, check in enumerate(group):
        clause = requirement_clause(check.requirement)
        if place and check.requirement.strength == "required":
            clause = f"Or {clause[:1].lower()}{clause[1:]}"
        # where one way is met, the learner's words stand beside that one alone
        variants = list(_with_words(clause, check, builder.said)) if check.verdict == "met" or not met else []
        if piece := _first(builder, [*variants, (f"{clause}.", None)], _support(evidence, check), finding):
            yield piece
        if check.requirement.strength == "intended":
            yield Piece(frame=say("elig_intended"))


def _with_words(clause: str, check: Check, message: str) -> Iterator[tuple[str, str | None]]:
    """The clause with the learner's words, best first; words that a claim may not repeat are left out."""
    if check.requirement.strength in {"route", "intended"} or check.requirement.kind == "open":
        return
    ending = _ending(check)
    if len(check.said) > 1 and (stretch := _stretch(message, check.said)):
        yield f"{clause}; you told me {list_words([f'“{item}”' for item in check.said])}, {ending}.", stretch
    for item in check.said:
        yield f"{clause}; you told me “{item}”, {ending}.", item
    if check.verdict == "not_met":
        yield f"{clause}, which from what you told me is still missing.", None


def _stretch(message: str, said: Sequence[str]) -> str | None:
    """The stretch of the message that holds all these words, or None where they are not all in it."""
    places = [(message.find(item), len(item)) for item in said]
    if any(start < 0 for start, _ in places):
        return None
    return message[min(start for start, _ in places) : max(start + length for start, length in places)]


def _ending(check: Check) -> str:
    """What the learner's words come to beside the clause."""
    item = check.requirement
    applies = " if that applies to you" if item.condition and not check.elsewhere and not item.condition.startswith("if ") else ""
    if check.verdict == "met":
        return f"which fits{applies}"
    if check.verdict == "not_met":
        if "not to be held" in check.why:
            return "so that is still missing as stated"
        if item.kind == "age":
            return "which lies outside that"
        if item.kind == "language" and "overall" not in check.why:
            return f"so the {check.why} score falls short of that as stated{applies}"
        return f"which falls short of that as stated{applies}"
    if item.kind == "documents":
        return "so check the others" + (" and how recent each is" if "issued" in item.text else "")
    if item.kind == "age":
        return "which fits the age"
    if check.why == "another test":
        return "which is another test, so ask whether it is accepted"
    if check.judged:
        return "so ask whether that counts"
    return "which is part of that"


def _first(
    builder: AnswerBuilder, variants: Sequence[tuple[str, str | None]], support: Support, finding: str
) -> Piece | None:
    """The first wording that passes the gates; the last is the record's words alone."""
    for text, said in variants:
        if check_claim(text, [support.evidence], said=said or "") is None:
            return builder.claim(text, [support], said=said, finding=finding)
    return builder.claim(variants[-1][0], [support], finding=finding)


def _support(evidence: Evidence, check: Check) -> Support:
    return Support(evidence, quote=check.requirement.text)


_SETTLE = {
    "education": "settle_education",
    "field": "settle_field",
    "average": "settle_average",
    "grade": "settle_grade",
    "subject": "settle_grade",
    "course": "settle_course",
    "experience": "settle_experience",
    "credential": "settle_credential",
    "age": "settle_age",
    "test": "settle_test",
    "bands": "settle_bands",
}


def _frames(record: Credential, eligibility: Eligibility, facts: LearnerFacts) -> Iterator[str]:
    """What was told and cannot all be so, what is not asked, what would settle it, and who decides."""
    for item in contradictions(facts):
        if len(set(item.said)) < 2:
            continue  # only one side of it can be quoted
        yield say("facts_contradict", said=list_words([f"“{words}”" for words in item.said]))
    if "schooling" in eligibility.unasked:
        yield say("elig_no_schooling")
    if eligibility.overall == "does_not_meet" and not eligibility.could_change:
        yield say("elig_no_other")
    if any(check.elsewhere for check in eligibility.checks):
        yield say("elig_two_rules")
    if eligibility.settle and eligibility.overall == "depends" and eligibility.settle.lacks:
        yield say(_SETTLE[eligibility.settle.lacks])
    judged = any(check.judged and check.said for check in eligibility.checks)
    yield say("institution_judges" if judged else "institution_decides", institution=record.institution)
