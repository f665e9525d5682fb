"""Say what an offering counts toward: each stated way on, what the larger credential adds, and what is denied.

Laddering and stacking are told apart in the Framework's sense. No transfer is promised: who receives it decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.compose.builder import AnswerBuilder, Support
from advisor.compose.pathway_part import pathway_part
from advisor.compose.phrases import list_words, sentence, sentence_case
from advisor.messages import say
from advisor.reason.graph import Pathways, Step
from advisor.reason.mentions import about_credit, mentions_of, telling_sentences
from corpus.catalogue import Catalogue
from corpus.credential import Credential

__all__ = ["compose_pathway", "pathways_of"]

_VERB = re.compile(
    r"^(?:can|may|might|could|will|would|ladders?|forms?|prepares?|counts?|meets?|leads?|builds?|transfers?|takes|contributes?|positioned|reported|intended|presented|accepted|designed)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"^(?:positioned|reported|intended|presented|accepted|designed)\b", re.IGNORECASE)
_KINDS = ("laddering", "stacking", "links")
#: a larger credential's own facts worth adding, and how many credentials get them
_OWN_FACTS = ("duration", "credit")
_MOST_TARGETS = 3

_CACHE: dict[int, Pathways] = {}


def pathways_of(catalogue: Catalogue) -> Pathways:
    """The graph of a catalogue, made once for it."""
    key = id(catalogue.records)
    if key not in _CACHE:
        _CACHE.clear()
        _CACHE[key] = Pathways(catalogue)
    return _CACHE[key]


def compose_pathway(builder: AnswerBuilder, catalogue: Catalogue, record: Credential) -> None:
    """Add all that is stated of where a record leads; adds no claim where nothing is. The caller adds dates."""
    ways = pathways_of(catalogue)
    steps = ways.leads_to(record.id)
    for kind in _KINDS:
        _kind(builder, catalogue, record, [step for step in steps if step.kind == kind])
    _before(builder, catalogue, record)
    _others_say(builder, catalogue, record)
    if record.role == "larger":
        _leads_here(builder, catalogue, ways, record)
    told = len(builder.claims)
    _own(builder, catalogue, record, has_ways=bool(steps))
    if steps or len(builder.claims) > told:
        builder.frame(say("transfer_decides"))
    if steps:
        builder.pathway(pathway_part(ways, record.id))


def _kind(builder: AnswerBuilder, catalogue: Catalogue, record: Credential, steps: Sequence[Step]) -> None:
    """The ways on of one kind; those that say the same of several credentials in one sentence."""
    said = False
    for group in _same_words(steps):
        evidence = catalogue.evidence(f"{record.id}#{group[0].field}")
        support = [Support(evidence, quote=step.text) for step in group]
        said = builder.say(_link_sentence(record, group), support) or said
        if any(step.certainty == "may" for step in group):
            builder.frame(say("path_may"))
    if said and steps[0].kind != "links":
        builder.frame(say(f"path_{steps[0].kind}"))
    for target in list(dict.fromkeys(step.target for step in steps))[:_MOST_TARGETS]:
        if target in catalogue.records:
            _target_facts(builder, catalogue, record, catalogue.record(target), steps)


def _same_words(steps: Sequence[Step]) -> Iterator[list[Step]]:
    groups: dict[tuple[str | None, str | None], list[Step]] = {}
    for step in steps:
        groups.setdefault((step.how, step.institution), []).append(step)
    yield from groups.values()


def _link_sentence(record: Credential, group: Sequence[Step]) -> str:
    """One sentence for a way on, in the record's words."""
    first = group[0]
    names = list_words([step.title for step in group])
    where = f" at {first.institution}" if first.institution and first.institution != record.institution else ""
    how = (first.how or "").strip().rstrip(".")
    if not how:
        return sentence_case(f"It can lead to {names}{where}" if first.certainty == "may" else f"It leads to {names}{where}")
    if _PARTICIPLE.match(how):
        return f"Toward {names}{where}: it is {how}."
    if _VERB.match(how):
        return f"Toward {names}{where}: it {how}."
    return f"Toward {names}{where}: {how}."


def _target_facts(
    builder: AnswerBuilder, catalogue: Catalogue, record: Credential, target: Credential, steps: Sequence[Step]
) -> None:
    """What the larger credential's own record adds: its length and credits, and how this one counts in it."""
    for name in _OWN_FACTS:
        evidence = catalogue.field_evidence(target, name)
        text = sentence(target, name, target.title)
        if evidence and text:
            builder.say(text, [evidence])
    summary = catalogue.field_evidence(target, "summary")
    if summary is None:
        return
    known = " ".join(step.text for step in steps if step.target == target.id)
    for text in telling_sentences(summary.text, record, known=known):
        builder.say(sentence_case(text), [Support(summary, quote=text)])


def _before(builder: AnswerBuilder, catalogue: Catalogue, record: Credential) -> None:
    """What it comes before."""
    evidence = catalogue.field_evidence(record, "prerequisite_of")
    if evidence is None:
        return
    steps = [step for step in pathways_of(catalogue).leads_to(record.id) if step.field == "prerequisite_of"]
    plain = [step for step in steps if not re.search(r"\bbuilds on\b", step.text)]
    for step in steps:
        if step not in plain:
            builder.say(sentence_case(step.text), [Support(evidence, quote=step.text)])
    if plain:
        names = list_words([step.text for step in plain])
        builder.say(f"It is a prerequisite of {names}.", [Support(evidence, quote=step.text) for step in plain])


def _others_say(builder: AnswerBuilder, catalogue: Catalogue, record: Credential) -> None:
    """What a larger credential at the same institution says of this one where no way on is stated."""
    linked = {step.target for step in pathways_of(catalogue).leads_to(record.id)}
    for other, text in mentions_of(catalogue, record):
        evidence = catalogue.field_evidence(other, "summary")
        if evidence and other.id not in linked:
            builder.say(f"On the {other.title}: {text.rstrip('.')}.", [Support(evidence, quote=text)])


def _leads_here(builder: AnswerBuilder, catalogue: Catalogue, ways: Pathways, record: Credential) -> None:
    """Which records say that they lead to this one."""
    for step in ways.leads_here(record.id):
        if step.record == record.id:
            continue
        evidence = catalogue.evidence(f"{step.record}#{step.field}")
        how = f": {step.how.rstrip('.')}" if step.how else ""
        builder.say(f"{ways.title(step.source)} leads here{how}.", [Support(evidence, quote=step.text)])


def _own(builder: AnswerBuilder, catalogue: Catalogue, record: Credential, *, has_ways: bool) -> None:
    """The record's own words on credit, transfer, parts and prior learning, denials among them."""
    for name in ("transfer", "credit"):
        evidence = catalogue.field_evidence(record, name)
        text = sentence(record, name, "It")
        if evidence and text:
            builder.say(text, [evidence])
    for name in ("notes", "summary", "recognition"):
        evidence = catalogue.field_evidence(record, name)
        for text in about_credit(evidence.text) if evidence else ():
            builder.say(sentence_case(text), [Support(evidence, quote=text)] if evidence else [])
    parts = catalogue.field_evidence(record, "parts")
    if parts and (record.stacking or re.search(r"\ball (?:\w+ )?give\b|\beach\b", parts.text)):
        builder.say(sentence_case(parts.text), [parts])
    plar = catalogue.field_evidence(record, "plar")
    if plar and re.search(r"\bcredits?\b|\bcourses?\b|\btransfer", plar.text) and has_ways:
        builder.say(f"On prior learning (PLAR), the record says: {plar.text.rstrip('.')}.", [plar])
