"""What can be done at the desk, without a word of HTTP."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.draft.compose import closing_words, draft_reply, greeting_words
from advisor.draft.contract import TONES, Draft, DraftParagraph, Tone
from advisor.draft.masking import catalogue_masker
from advisor.draft.person_names import name_words
from advisor.draft.received import read_message
from advisor.engine import Advisor
from corpus.errors import UnknownIdError, UsageError
from corpus.settings import Settings
from ui.web.desk.ahead import Ahead
from ui.web.desk.batch import read_batch
from ui.web.desk.editing import Mark, check_paragraph
from ui.web.desk.export.letter import NAME, Letter, letter_of
from ui.web.desk.store.counts import Gap, count_gaps, gaps, gaps_of_draft
from ui.web.desk.store.database import Database
from ui.web.desk.store.drafts import Drafts, Edits, Kept

__all__ = ["MOST_MESSAGE", "Desk", "GapShown", "Sheet"]

#: characters of one message
MOST_MESSAGE = 20_000
_MOST_PART, _MOST_TITLE = 20_000, 90


@dataclass(frozen=True)
class Sheet:
    """One question of a draft as its page shows it: the paragraph as it stands, and each sentence's mark."""

    place: int
    draft: DraftParagraph
    text: str
    marks: tuple[Mark, ...]
    confirmed: frozenset[str]


@dataclass(frozen=True)
class GapShown:
    """A count with the names of what it is about."""

    title: str
    field: str
    reason: str
    count: int


class Desk:
    """Drafts, edits, batches and counts of one home folder."""

    def __init__(self, advisor: Advisor, settings: Settings, database: Database) -> None:
        self.advisor = advisor
        self.settings = settings
        self._database = database
        self.drafts = Drafts(database, days=settings.draft_days)
        self.drafts.expire()
        self.ahead = Ahead(self.drafts.waiting, self._draft)
        self._masker = catalogue_masker(advisor.catalogue)

    # making drafts -------------------------------------------------------------------------------------------

    def paste(self, owner: str, message: str, tone: Tone) -> str:
        """Keep a pasted message, masked, and draft its reply; the draft's id.

        :raises UsageError: there is nothing in it, or too much.
        """
        if not message.strip():
            raise UsageError("There is no message yet.", hint="Paste what the learner wrote.")
        if len(message) > MOST_MESSAGE:
            raise UsageError(f"The message has {len(message):,} characters.", hint=f"Paste the part with the questions, up to {MOST_MESSAGE:,}.")
        (name,) = self.drafts.add(owner, [self._titled(message)], tone=tone)
        self._draft(owner, name)
        return name

    def upload(self, owner: str, data: bytes, file: str, tone: Tone = "plain") -> int:
        """Keep the messages of a file, masked, as a queue, and begin to draft them; how many there are.

        :raises UsageError: the file cannot be read.
        """
        messages = [self._titled(message) for message in read_batch(data, file)]
        batch = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(self._database.now()))
        count = len(self.drafts.add(owner, messages, batch=batch, tone=tone))
        self.ahead.wake()
        return count

    def open(self, owner: str, name: str) -> Kept:
        """One draft; what still waits in the queue is drafted now.

        :raises UnknownIdError: there is none of that name for this person.
        """
        kept = self.drafts.get(owner, name)
        if kept is not None and kept.draft is None:
            self._draft(owner, name)
            kept = self.drafts.get(owner, name)
        if kept is None:
            raise UnknownIdError("There is no such draft.", hint="It may have been deleted, or its time is over.")
        return kept

    def _titled(self, message: str) -> tuple[str, str]:
        """A title for the list, and the masked message."""
        masked = self._masker.mask(message)
        received = read_message(masked)
        title = " ".join((received.subject or received.body or masked).split())
        return (title if len(title) <= _MOST_TITLE else f"{title[:_MOST_TITLE].rstrip()}…"), masked

    def _draft(self, owner: str, name: str) -> None:
        """Draft what has no draft yet. Somebody else may be at the same one; the first draft stays."""
        kept = self.drafts.get(owner, name)
        if kept is None or kept.draft is not None:
            return
        draft = draft_reply(self.advisor, kept.message, tone=kept.tone)
        if self.drafts.fill(owner, name, draft=draft, edits=self.untouched(draft)):
            count_gaps(self._database, gaps_of_draft(draft))

    def untouched(self, draft: Draft) -> Edits:
        """A draft as it was made, with a place for the learner's name."""
        greeting = draft.greeting if draft.urgent else greeting_words(draft.tone, name=NAME)
        return Edits(tone=draft.tone, greeting=greeting, closing=draft.closing, paragraphs=tuple(item.paragraph for item in draft.paragraphs))

    # editing -------------------------------------------------------------------------------------------------

    def edited(self, draft: Draft, before: Edits, fields: Mapping[str, str], confirmed: Sequence[str]) -> Edits:
        """What a form makes of the edits: another tone brings its own greeting and closing; names and numbers are masked."""
        tone: Tone = next((item for item in TONES if item == fields.get("tone")), before.tone)
        greeting, closing = fields.get("greeting", before.greeting), fields.get("closing", before.closing)
        if tone != before.tone and not draft.urgent:
            greeting = greeting_words(tone, name=NAME) if greeting == before.greeting else greeting
            closing = closing_words(tone) if closing == before.closing else closing
        texts = [fields.get(f"paragraph-{place}", old) for place, old in enumerate(before.paragraphs)]
        keep = self._public(draft)
        # a name that shows in one field is one in every other
        names = {name for text in (greeting, closing, *texts) for name in self._masker.names(text[:_MOST_PART])}
        names |= {word for word in name_words(fields.get("name", "")[:100]) if len(word) > 2}
        paragraphs = tuple(self._masker.mask(text[:_MOST_PART].strip(), keep=keep, names=names) for text in texts)
        sheets = self.sheets(draft, Edits(tone=tone, greeting="", closing="", paragraphs=paragraphs))
        fitting = {f"{sheet.place}-{mark.key}" for sheet in sheets for mark in sheet.marks if mark.state == "fits"}
        return Edits(
            tone=tone,
            greeting=self._masker.mask(greeting[:_MOST_PART].strip(), keep=keep, names=names),
            closing=self._masker.mask(closing[:_MOST_PART].strip(), keep=keep, names=names),
            paragraphs=paragraphs,
            confirmed=frozenset(confirmed) & fitting,
            writer=fields.get("page", "")[:32],
        )

    def sheets(self, draft: Draft, edits: Edits) -> list[Sheet]:
        """Every question with its paragraph checked."""
        return [self.sheet(draft, place, text, edits.confirmed) for place, text in enumerate(edits.paragraphs)]

    def sheet(self, draft: Draft, place: int, text: str, confirmed: frozenset[str]) -> Sheet:
        """One question with its paragraph checked."""
        paragraph = draft.paragraphs[place]
        return Sheet(place, paragraph, text, check_paragraph(text, paragraph, self.advisor.catalogue), confirmed)

    def letter(self, draft: Draft, edits: Edits, *, name: str, signature: str, notes: bool) -> Letter:
        """The reply to send. ``name`` and ``signature`` are kept nowhere."""
        return letter_of(draft, greeting=edits.greeting, paragraphs=edits.paragraphs, closing=edits.closing, name=name, signature=signature, notes=notes)

    def _public(self, draft: Draft) -> list[str]:
        """What stands in the draft from the catalogue, and is nobody's secret: its sentences, contacts and addresses."""
        found = [NAME]
        for item in draft.paragraphs:
            found += [sentence.text for sentence in item.sentences]
            if item.contact:
                found += [part for part in (item.contact.phone, item.contact.email, item.contact.name) if part]
        return found

    # counts --------------------------------------------------------------------------------------------------

    def counts(self) -> list[GapShown]:
        """What could not be answered, with names for people."""
        return [self._shown(gap) for gap in gaps(self._database)]

    def _shown(self, gap: Gap) -> GapShown:
        from corpus.fields import FIELDS, field_label

        record = self.advisor.catalogue.records.get(gap.record)
        title = f"{record.title}, {record.institution}" if record else gap.record
        return GapShown(title, field_label(gap.field) if gap.field in FIELDS else gap.field.replace("_", " "), gap.reason, gap.count)
