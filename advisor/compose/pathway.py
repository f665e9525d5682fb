"""Say what an offering counts toward: each stated way on, what the larger credential adds, and what is denied.

Laddering and stacking are told apart in the Framework's sense. No transfer is promised: who receives it decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from advisor.compose.builder import AnswerBuilder, Support
from advisor.compose.naming import frame_title
from advisor.compose.pathway_part import incoming_part, pathway_part
from advisor.compose.pathway_words import the_title, titles_list, way_sentence
from advisor.compose.phrases import sentence, sentence_case
from advisor.messages import say
from advisor.reason.graph import Pathways, Step
from advisor.reason.mentions import about_credit, mentions_of, telling_sentences
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["compose_pathway", "pathways_of", "say_step"]

_KINDS = ("laddering", "stacking", "links")
#: so many of the credentials that it leads to are told about in their own words
_MOST_TARGETS = 2
#: a mention longer than this adds little where ways on are stated
_LONG_MENTION = 250

_Saying = tuple[str, list[Support]]
_CACHE: dict[int, tuple[Catalogue, Pathways]] = {}


def pathways_of(catalogue: Catalogue) -> Pathways:
    """The graph of a catalogue, made once for it."""
    kept = _CACHE.get(id(catalogue))
    if kept is None or kept[0] is not catalogue:
        _CACHE.clear()
        kept = _CACHE[id(catalogue)] = (catalogue, Pathways(catalogue))
    return kept[1]


def say_step(builder: AnswerBuilder, catalogue: Catalogue, step: Step, *, at: bool = False) -> Evidence | None:
    """Say one way on in the words of the field that states it; that field, or None where a gate kept the sentence back.

    :param at: whether the institution of the offering is named with it.
    """
    evidence = catalogue.evidence(f"{step.record}#{step.field}")
    record = catalogue.records.get(step.source) or catalogue.record(step.record)
    title = pathways_of(catalogue).title(step.source)
    said = builder.say(way_sentence([step], institution=record.institution, source=f"{title} at {record.institution}" if at else title), [Support(evidence, quote=step.text)])
    return evidence if said else None


def compose_pathway(builder: AnswerBuilder, catalogue: Catalogue, record: Credential, *, first: Collection[str] = ()) -> None:
    """Add all that is stated of where a record leads; adds nothing where nothing is. The caller adds dates.

    :param first: titles of what is asked about: ways to it are told before the others of their kind.
    """
    ways = pathways_of(catalogue)
    steps = sorted(ways.leads_to(record.id), key=lambda step: step.title not in first)
    linked = {step.target for step in steps}
    mentions = list(_others_say(catalogue, record, linked, brief=bool(steps))) if record.role == "offering" else []
    own = list(_own(catalogue, record, has_ways=bool(steps)))
    before = len(builder.claims)
    for kind in sorted(_KINDS, key=lambda kind: not any(step.kind == kind and step.title in first for step in steps)):
        _kind(builder, catalogue, record, [step for step in steps if step.kind == kind])
    _comes_before(builder, catalogue, record, steps)
    _say_all(builder, mentions)
    if record.role == "larger":
        _leads_here(builder, catalogue, ways, record)
    if own and len(builder.claims) == before:
        builder.frame(say("no_pathway", title=frame_title(record)))
    _say_all(builder, own)
    if len(builder.claims) > before:
        builder.frame(say("transfer_decides"))
    if steps:
        builder.pathway(pathway_part(ways, record.id))
    elif record.role == "larger" and ways.leads_here(record.id):
        builder.pathway(incoming_part(ways, record.id))


def _say_all(builder: AnswerBuilder, sayings: Sequence[_Saying]) -> None:
    for text, support in sayings:
        builder.say(text, support)


def _kind(builder: AnswerBuilder, catalogue: Catalogue, record: Credential, steps: Sequence[Step]) -> None:
    """The ways on of one kind; those that say the same of several credentials in one sentence."""
    said = False
    for group in _same_words(steps):
        evidence = catalogue.evidence(f"{record.id}#{group[0].field}")
        text = way_sentence(group, institution=record.institution)
        said = builder.say(text, [Support(evidence, quote=step.text) for step in group]) or said
        if any(step.certainty == "may" for step in group):
            builder.frame(say("path_may"))
    if said and steps[0].kind != "links":
        builder.frame(say(f"path_{steps[0].kind}"))
    told: set[str] = set()
    for target in list(dict.fromkeys(step.target for step in steps))[:_MOST_TARGETS]:
        if target in catalogue.records:
            for text, support in _target_facts(catalogue, record, catalogue.record(target), steps):
                if text not in told:
                    told.add(text)
                    builder.say(text, support)


def _same_words(steps: Sequence[Step]) -> Iterator[list[Step]]:
    groups: dict[tuple[str | None, str | None, str], list[Step]] = {}
    for step in steps:
        groups.setdefault((step.how, step.institution, step.certainty), []).append(step)
    yield from groups.values()


def _target_facts(
    catalogue: Catalogue, record: Credential, target: Credential, steps: Sequence[Step]
) -> Iterator[_Saying]:
    """What the larger credential's own record adds: its length and credits, and how this one counts in it."""
    the = the_title(target.title)
    if duration := catalogue.field_evidence(target, "duration"):
        yield f"On {the}: {duration.text.rstrip('.')}.", [Support(duration)]
    credit = catalogue.field_evidence(target, "credit")
    if credit and (text := sentence(target, "credit", the)):
        yield sentence_case(text), [Support(credit)]
    if summary := catalogue.field_evidence(target, "summary"):
        known = " ".join(step.text for step in steps if step.target == target.id)
        sources = {step.source for step in pathways_of(catalogue).leads_here(target.id)} - {record.id}
        others = [catalogue.record(item) for item in sources if item in catalogue.records]
        for text in telling_sentences(summary.text, record, known=known, others=others):
            yield f"On {the}: {text.rstrip('.')}.", [Support(summary, quote=text)]


def _comes_before(builder: AnswerBuilder, catalogue: Catalogue, record: Credential, steps: Sequence[Step]) -> None:
    """What it is a prerequisite of, as this record or as the later one states it."""
    own = [step for step in steps if step.field == "prerequisite_of"]
    otherwise = {step.target for step in steps if step.field != "requirements"}
    later = [step for step in steps if step.field == "requirements" and step.target not in otherwise]
    if own and (evidence := catalogue.field_evidence(record, "prerequisite_of")):
        whole = [step for step in own if re.search(r"\bbuilds? on\b", step.text)]
        for step in whole:
            builder.say(sentence_case(step.text), [Support(evidence, quote=step.text)])
        if named := [step for step in own if step not in whole]:
            names = titles_list([step.text for step in named])
            builder.say(f"It comes before {names}.", [Support(evidence, quote=step.text) for step in named])
    for step in later[:_MOST_TARGETS]:
        evidence = catalogue.evidence(f"{step.record}#requirements")
        asked = re.sub(r"^or ", "", step.text.rstrip("."))
        builder.say(f"{step.title} asks for it: {asked}.", [Support(evidence, quote=step.text)])


def _others_say(catalogue: Catalogue, record: Credential, linked: set[str], *, brief: bool) -> Iterator[_Saying]:
    """What a larger credential at the same institution says of this one where no way on to it is stated."""
    for other, text in mentions_of(catalogue, record):
        evidence = catalogue.field_evidence(other, "summary")
        if evidence and other.id not in linked and not (brief and len(text) > _LONG_MENTION):
            yield f"On {the_title(other.title)}: {text.rstrip('.')}.", [Support(evidence, quote=text)]


def _leads_here(builder: AnswerBuilder, catalogue: Catalogue, ways: Pathways, record: Credential) -> None:
    """What a larger credential is, and which records say that they lead to it."""
    summary = catalogue.field_evidence(record, "summary")
    if summary:
        builder.say(sentence_case(summary.text), [summary])
    told: set[str] = set()
    for step in ways.leads_here(record.id):
        if step.record == record.id or step.source in told:
            continue
        told.add(step.source)
        evidence = catalogue.evidence(f"{step.record}#{step.field}")
        builder.say(way_sentence([step], institution=record.institution, source=ways.title(step.source)), [Support(evidence, quote=step.text)])


def _own(catalogue: Catalogue, record: Credential, *, has_ways: bool) -> Iterator[_Saying]:
    """The record's own words on transfer, credit, parts and prior learning, denials among them."""
    for name in ("transfer", "credit"):
        evidence = catalogue.field_evidence(record, name)
        if evidence and (text := sentence(record, name, "It")):
            yield text, [Support(evidence)]
    for name in ("notes", "summary", "recognition"):
        evidence = catalogue.field_evidence(record, name)
        for text in about_credit(evidence.text) if evidence else ():
            if evidence:
                yield sentence_case(text), [Support(evidence, quote=text)]
    parts = catalogue.field_evidence(record, "parts")
    if parts and (record.stacking or re.search(r"\ball (?:\w+ )?give\b|\beach\b", parts.text)):
        yield sentence_case(parts.text), [Support(parts)]
    plar = catalogue.field_evidence(record, "plar")
    if plar and has_ways and re.search(r"\bcredits?\b|\bcourses?\b|\btransfer", plar.text):
        yield f"On prior learning (PLAR), the record says: {plar.text.rstrip('.')}.", [Support(plar)]
