"""Guidance: what a term or rule means, sentence by sentence from the sections that explain it."""

from __future__ import annotations

import re

from advisor.compose.builder import Support
from advisor.compose.contacts import contact_for_section
from advisor.compose.context import Outcome, Turn
from advisor.converse.query import Said
from advisor.find.schemes import asked_of, scheme_sections, speaking_sentence
from advisor.find.sections import IN_THESE_WORDS, SectionHit, answering, best_sections, rank_sections
from advisor.messages import say
from advisor.understand.intents import ASKS_FOR_OFFERINGS, FIND, TRAINING
from advisor.understand.stated import unstated_part
from advisor.understand.text import sentences, stem, tokens
from advisor.understand.understanding import Request
from advisor.understand.unnamed import subject_left
from corpus.folding import fold
from corpus.section import Section

__all__ = ["compose_guidance", "explains_instead", "of_scheme_spoken_of", "say_section"]

#: a section below this does not answer the question
SECTION_FLOOR = 0.38
#: and from this on it answers a message that was not plainly a question about rules
INSTEAD_FLOOR = 0.46
SEARCHING_FLOOR = 0.64
ANYTHING_FLOOR = 0.40
SPEAKS_SHARE, SPEAKS_MOSTLY = 0.3, 0.6
#: asked of a section that says none of the topic's words
UNSPOKEN = 0.08
#: a second section is added when it is this close to the best
CLOSE = 0.08
MOST_SECTIONS = 3
#: guidance on what only people can decide: a question that it answers needs a person
NO_PROMISE = "what-an-advisor-cannot-promise"


#: a sentence that says so large a share of the question's words comes first
SPOKEN = 0.5
#: begins a sentence that goes on from the one before it
_LEANS = re.compile(r"(?:The (?:same|other|third|fourth|last|next)|A (?:second|third)|Another|Such|This|That|These|Those|It|They|Also|One|Two)\b|.{0,40}\balso\b")
_THE_ONE = re.compile(r"\bthe (?P<which>[\w'-]+(?: [\w'-]+){0,2}?) ones?\b")
_CONFIRMS = re.compile(r"\W*(?:and |ok(?:ay)?,? |but )?(?:so|then|you mean|(?:that|which) means|meaning)\b")
_POINTS_BACK = re.compile(r"\b(?:it|its|this|these|that|those|they|them)\b")


def compose_guidance(turn: Turn, request: Request) -> Outcome:
    """Answer from the sections nearest to each question of the message."""
    mistaken = turn.understanding.mistaken
    if mistaken and mistaken not in turn.told:
        return _set_right(turn, mistaken)
    chosen: list[SectionHit] = []
    earlier = _said_before(turn)
    beside: list[SectionHit] = []  # what comes second, after the first of each question
    standalone = turn.understanding.standalone
    for question in _questions(request.text):
        if earlier and (spoken := of_scheme_spoken_of(turn, question)):
            chosen += [hit for hit in spoken if hit.section.id not in {item.section.id for item in chosen}]
            continue
        vector = turn.message_vector() if standalone == question or standalone.endswith(f": {question}") else None
        hits = rank_sections(turn.catalogue, turn.search, question, vector=vector, near=turn.conversation.sections, k=8, earlier=earlier)
        if earlier:
            stays = not subject_left(request.topic) or bool(_POINTS_BACK.search(fold(question)))
            found = answering(hits, turn.conversation.sections, topic=" ".join(subject_left(request.topic)), stays=stays, confirms=bool(_CONFIRMS.match(fold(question))))
            chosen += [hit for hit in found if hit.about >= SECTION_FLOOR and hit.section.id not in {item.section.id for item in chosen}]
            continue
        if question != request.text:  # a part of it is short, and what is nearest by its words may be about something else
            hits = [hit for hit in hits[:2] if hit.about >= SECTION_FLOOR]
        if not hits or hits[0].about < SECTION_FLOOR:
            continue
        first, *others = best_sections(hits, close=CLOSE)
        chosen += [first] if first.section.id not in {item.section.id for item in chosen} else []
        beside += others
    for hit in beside:
        chosen += [hit] if hit.section.id not in {item.section.id for item in chosen} else []
    if not chosen:
        turn.builder.frame(say("not_in_catalogue_plain"))
        turn.builder.frame(say("offer"))
        return Outcome("abstained", "not_in_catalogue")
    for hit in chosen[:MOST_SECTIONS]:
        say_section(turn, hit.section.id, question=request.text)
    sections = tuple(hit.section.id for hit in chosen[:MOST_SECTIONS])
    if chosen[0].section.document == NO_PROMISE:
        return Outcome("partial", "needs_person", sections=sections)
    return Outcome("answered", sections=sections)


def of_scheme_spoken_of(turn: Turn, question: str, *, surely: bool = False) -> list[SectionHit]:
    """For a follow-up the sections of the scheme that it names or that was explained just now, where they answer it.

    What is asked outright of something else leaves the scheme.

    :param surely: nothing else says that it goes on about the scheme.
    """
    plain = fold(question)
    if picked := _picked(turn, plain):
        return picked
    schemes = turn.finder.schemes
    scheme = schemes.named_in(plain) or schemes.spoken_of(turn.conversation.sections)
    if scheme is None:
        return []
    found = asked_of(scheme_sections(turn.catalogue, turn.search, scheme, plain), surely=surely)
    nearest = rank_sections(turn.catalogue, turn.search, question, k=1)
    leaves = nearest and nearest[0].asked >= IN_THESE_WORDS and nearest[0].section.id not in scheme.sections
    return [] if leaves else list(found)


def _picked(turn: Turn, plain: str) -> list[SectionHit]:
    """The section shown just now that says "the course based one" in one sentence."""
    match = _THE_ONE.search(plain)
    shown = [turn.catalogue.sections[name] for name in turn.conversation.sections]
    return [SectionHit(section, 1.0, 1.0) for section in shown if match and speaking_sentence(section, match["which"])[1] >= SPOKEN][:1]


def _said_before(turn: Turn) -> tuple[Said, ...]:
    """What a follow-up on guidance leans on: the learner's messages, then what the sections shown last say."""
    conversation = turn.conversation
    if conversation.intent != "guidance" or not conversation.sections:
        return ()
    shown = [turn.catalogue.sections[name] for name in conversation.sections]
    return (*map(Said, conversation.history), *(Said(f"{section.title}. {section.text}", "advisor") for section in shown))


def _set_right(turn: Turn, section_id: str) -> Outcome:
    """Lead with the section that sets right what the message states; its other question is answered beside it."""
    turn.told.add(section_id)
    turn.builder.frame(say("premise_guidance"))
    say_section(turn, section_id)
    sections = [section_id]
    for question in unstated_part(turn.understanding.standalone):
        hits = rank_sections(turn.catalogue, turn.search, question, near=[section_id], k=1)
        if hits and hits[0].about >= INSTEAD_FLOOR and hits[0].section.id not in sections:
            say_section(turn, hits[0].section.id)
            sections.append(hits[0].section.id)
            break
    return Outcome("answered", "false_premise", sections=tuple(sections))


def _speaks_of(section: Section, topic: str, *, share: float = SPEAKS_SHARE) -> bool:
    """Whether a section, or the questions asked of it, say a fair share of the topic's words."""
    words = {stem(word) for word in topic.split()}
    said = {stem(word) for word in tokens(f"{section.title} {section.text} {' '.join(section.questions)}")}
    return not words or len(words & said) / len(words) >= share


def explains_instead(turn: Turn, request: Request) -> bool:
    """Whether guidance answers a message that looked like a search which finds nothing sure."""
    plain = fold(request.text)
    if ASKS_FOR_OFFERINGS.search(plain) or request.named:
        return False
    hits = rank_sections(turn.catalogue, turn.search, request.text, vector=turn.message_vector(), k=1)
    if not hits or (request.subject and not any(_speaks_of(hits[0].section, " ".join(phrase)) for phrase in request.subject)):
        return False
    floor = SEARCHING_FLOOR if FIND.search(plain) else INSTEAD_FLOOR
    if not TRAINING.search(plain) and _speaks_of(hits[0].section, request.topic, share=SPEAKS_MOSTLY):
        floor = ANYTHING_FLOOR  # "is there anything for people who were in care" asks for help as much as for courses
    return hits[0].about >= floor + (0.0 if _speaks_of(hits[0].section, request.topic) else UNSPOKEN)


def say_section(turn: Turn, section_id: str, *, question: str = "", most: int = 6) -> None:
    """State a section's sentences, each cited to it, with its date and who can confirm where it ages.

    :param question: the sentence that plainly speaks to it comes first.
    """
    section = turn.catalogue.sections[section_id]
    evidence = turn.catalogue.evidence(section_id)
    for text in _asked_first(turn, section, question)[:most]:
        turn.builder.say(text, [Support(evidence, quote=text)])
    if section.stale_risk == "high":
        date = section.source.date
        if date and date not in section.text:
            turn.builder.say(f"As of {date}.", [evidence])
        if section.ask:
            turn.builder.frame(say("confirm_with", who=section.ask))
            turn.builder.contact = turn.builder.contact or contact_for_section(section)
    turn.builder.end_paragraph()


def _asked_first(turn: Turn, section: Section, question: str) -> list[str]:
    """A section's sentences, first the one that says most of what is asked, where it can stand there."""
    scheme = turn.finder.schemes.spoken_of([section.id])
    number, share = speaking_sentence(section, fold(question), beside=scheme.names if scheme else ()) if question else (None, 0.0)
    texts = list(section.sentences)
    if number and share >= SPOKEN and not _LEANS.match(texts[number]):
        texts.insert(0, texts.pop(number))
    return texts


def _questions(text: str) -> list[str]:
    """The whole message, then its single questions where it has several."""
    parts = [part for part in sentences(text) if len(part.split()) >= 3]
    pieces = [piece for part in parts for piece in re.split(r"\?\s*|,? and (?=(?:is|are|who|what|how|does|do|can|which|where)\b)", part) if len(piece.split()) >= 3]
    return [text, *pieces] if len(pieces) > 1 else [text]
