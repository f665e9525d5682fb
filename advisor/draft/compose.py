"""A reply to a learner's message: its questions answered one after the other in one conversation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from advisor.compose.unconfirmed import unconfirmed_about
from advisor.contract import Answer
from advisor.converse.conversation import Conversation
from advisor.draft.assumptions import assumptions_of
from advisor.draft.contract import (
    Assumption,
    ChecklistRow,
    Draft,
    DraftParagraph,
    DraftSentence,
    Tone,
    Unconfirmed,
)
from advisor.draft.received import Received, read_message
from advisor.draft.sentences import Numbering, asked_back, join_sentences, sentences_of
from advisor.draft.split import Asked, split_questions
from advisor.draft.wording import directly
from advisor.messages import say
from advisor.understand.facts import read_facts
from advisor.understand.facts_merge import merge_facts
from advisor.understand.safety import in_distress
from advisor.understand.text import clean
from corpus.catalogue import Catalogue
from corpus.fields import FIELDS, field_label

if TYPE_CHECKING:
    from advisor.engine import Advisor

__all__ = ["closing_words", "draft_reply", "greeting_words", "reply_text"]


_DEFINES = re.compile(r"what(?:'s| is| are) (?!the\b|its?\b|that\b|this\b|these\b|those\b|my\b|your\b|their\b|there\b|required\b|needed\b|included\b)(?:an? )?(?:[\w'-]+ ?){1,4}\?$", re.IGNORECASE)


def draft_reply(advisor: Advisor, message: str, *, tone: Tone = "plain", name: str = "") -> Draft:
    """Answer each question of a message and set the answers as a reply.

    :param message: a paragraph or a whole e-mail, as it was received.
    :param name: whom to greet; the greeting goes without one by default.
    """
    received = read_message(message)
    if in_distress(clean(message)):
        paragraphs = [_urgent(advisor, message)]
    else:
        paragraphs = _paragraphs(advisor, received)
        if urgent := [item for item in paragraphs if item.reason == "unsafe"]:
            paragraphs = urgent[:1]
    greeting, closing = greeting_words(tone, name=name), closing_words(tone)
    urgent_now = any(item.reason == "unsafe" for item in paragraphs)
    if urgent_now:  # no thanks for an enquiry, and no farewell formula, beside help lines
        greeting, closing = say("draft_greeting_warm_named", name=name) if name else say("draft_greeting_warm"), ""
    return Draft(
        subject=received.subject,
        tone=tone,
        greeting=greeting,
        paragraphs=tuple(paragraphs),
        closing=closing,
        text=reply_text(greeting, [item.paragraph for item in paragraphs], closing),
        dropped=received.dropped,
        cut=received.cut,
        urgent=urgent_now,
    )


def greeting_words(tone: Tone, *, name: str = "") -> str:
    """The greeting and the first sentence, two lines."""
    first = say(f"draft_greeting_{tone}_named", name=name) if name else say(f"draft_greeting_{tone}")
    return f"{first}\n{say(f'draft_opening_{tone}')}"


def closing_words(tone: Tone) -> str:
    """The last sentence and the farewell, two lines; a signature goes below."""
    return f"{say(f'draft_closing_{tone}')}\n{say(f'draft_farewell_{tone}')}"


def reply_text(greeting: str, paragraphs: Iterable[str], closing: str) -> str:
    """The whole reply, blocks separated by blank lines."""
    return "\n\n".join(block for block in (greeting, *paragraphs, closing) if block.strip())


def _urgent(advisor: Advisor, message: str) -> DraftParagraph:
    answer, _ = advisor.answer(message)
    sentences = tuple(sentences_of(answer, Numbering()))
    return DraftParagraph(question="", paragraph=join_sentences(sentences), sentences=sentences, status=answer.status, reason="unsafe")


def _paragraphs(advisor: Advisor, received: Received) -> list[DraftParagraph]:
    asked = split_questions(received.body) or ((Asked(received.subject),) if received.subject else ())
    if not asked:
        text = say("draft_no_question")
        return [DraftParagraph(question="", paragraph=text, sentences=(DraftSentence(text=text),), status="clarify", reason="underspecified")]
    answers = _answers(advisor, received, asked)
    numbering = Numbering()
    said: set[tuple[str, tuple[int, ...]]] = set()
    read: set[Assumption] = set()
    paragraphs = []
    for item, (text, records, answer) in zip(asked, answers, strict=True):
        fresh = [one for one in assumptions_of(text, records, answer, advisor.catalogue) if one not in read]
        read.update(fresh)
        paragraph = _paragraph(item, text, answer, advisor.catalogue, numbering, said)
        paragraphs.append(paragraph.model_copy(update={"assumptions": tuple(fresh)}))
    return paragraphs


def _answers(advisor: Advisor, received: Received, asked: Sequence[Asked]) -> list[tuple[str, tuple[str, ...], Answer]]:
    """Each question's wording as asked, the records it newly names, and its answer.

    A question that could not be told what it is about is asked again once a later one has named it.
    """
    conversation = Conversation()
    answers: list[tuple[str, tuple[str, ...], Answer]] = []
    for number, item in enumerate(asked):
        conversation = _with_facts(conversation, item.told)
        text = item.text_with(directly(item.question))
        if not number and received.subject and received.subject.lower() not in text.lower():
            text = f"{received.subject}. {text}"
        records, answer, conversation = _ask(advisor, text, conversation)
        answers.append((text, records, answer))
    if conversation.focus:
        for number, (text, records, answer) in enumerate(answers):
            if answer.status == "clarify" and not records:  # none was named
                again = _ask(advisor, text, conversation.model_copy(update={"pending": None, "candidates": ()}))
                answers[number] = (text, again[0], again[1]) if again[1].status != "clarify" else (text, records, answer)
    return answers


def _ask(advisor: Advisor, text: str, conversation: Conversation) -> tuple[tuple[str, ...], Answer, Conversation]:
    if _DEFINES.match(text):  # "what is PLAR?" asks for a term, whatever was spoken of before
        answer, _ = advisor.answer(text, Conversation(facts=conversation.facts))
        return (), answer, conversation
    understanding = advisor.understander.understand(text, conversation)
    named = dict.fromkeys(record for request in understanding.requests for record in request.records)
    # what was spoken of before has been told as an assumption then
    records = tuple(record for record in named if record not in conversation.focus)
    # a question back waits for the learner, and the next sentence of the message is no reply to it
    answer, after = advisor.answer(text, conversation)
    return records, answer, after.model_copy(update={"pending": None, "candidates": ()})


def _with_facts(conversation: Conversation, told: str) -> Conversation:
    """The conversation with what a long story tells of the learner, also where it is too long to be read with the question."""
    return conversation.model_copy(update={"facts": merge_facts(conversation.facts, read_facts(told))}) if told else conversation


def _paragraph(
    asked: Asked,
    text: str,
    answer: Answer,
    catalogue: Catalogue,
    numbering: Numbering,
    said: set[tuple[str, tuple[int, ...]]],
) -> DraftParagraph:
    back = asked_back(answer)
    asks_whom = any(item.endswith("#contact") for item in answer.unconfirmed)
    sentences = _once(sentences_of(answer, numbering), said, whom=asks_whom) or [DraftSentence(text=item) for item in back]
    return DraftParagraph(
        question=asked.question,
        paragraph=join_sentences(sentences),
        sentences=tuple(sentences),
        checklist=tuple(_rows(sentences, answer, catalogue, numbering)),
        unconfirmed=tuple(_unconfirmed(answer, catalogue)),
        ask_back=back,
        status=answer.status,
        reason=answer.reason,
        contact=answer.contact,
        reviewed=answer.reviewed,
        asked=text,
    )


def _once(sentences: list[DraftSentence], said: set[tuple[str, tuple[int, ...]]], *, whom: bool) -> list[DraftSentence]:
    """The sentences without what an earlier paragraph said, where enough is left to stand alone; else all of them.

    :param whom: it was asked whom to ask, so that naming them is the answer, said before or not.
    """
    sentences = list({(item.text, item.citations): item for item in sentences}.values())
    fresh = [item for item in sentences if (item.text, item.citations) not in said]
    facts, kept = (sum(1 for item in items if item.citations) for items in (sentences, fresh))
    if whom or not fresh or (kept < facts and kept < 2):  # a date alone would hang in the air
        fresh = sentences
    said.update((item.text, item.citations) for item in fresh)
    return fresh


def _rows(sentences: Sequence[DraftSentence], answer: Answer, catalogue: Catalogue, numbering: Numbering) -> Iterable[ChecklistRow]:
    cited = {numbering.of(citation): citation for citation in answer.citations}
    for sentence in sentences:
        for number in sentence.citations:
            citation = cited[number]
            evidence = catalogue.evidence(citation.id)
            label = field_label(citation.field) if citation.field in FIELDS else citation.title
            yield ChecklistRow(
                n=number, claim=sentence.text, field=label, quote=citation.quote, source=evidence.source_title, url=citation.url,
                as_of=citation.as_of, id=citation.id, title=citation.title, invented=evidence.invented,
            )  # fmt: skip


def _unconfirmed(answer: Answer, catalogue: Catalogue) -> Iterable[Unconfirmed]:
    for item in answer.unconfirmed:
        record, label = unconfirmed_about(item, catalogue)
        if record is None:
            yield Unconfirmed(title="", field=label, id="")
        else:
            yield Unconfirmed(title=f"{record.title}, {record.institution}", field=label, id=item if "#" in item else "", invented=record.invented)
