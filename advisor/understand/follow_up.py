"""What a follow-up is about that names nothing itself: what is spoken of, all of a list, or a subject of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from advisor.converse.conversation import Conversation
from advisor.find.specifics import missing_particulars
from advisor.find.support import SubjectSupport
from advisor.understand.another import Another, corrects
from advisor.understand.goes_on import (
    asks_for_any,
    asks_for_whatever,
    asks_on,
    changes_subject,
    thing_brought_up,
)
from advisor.understand.intents import ASKS_FOR_OFFERINGS, FIND, intents_in
from advisor.understand.lexicon import field_cues_in
from advisor.understand.names import NameIndex
from advisor.understand.picking import Picker
from advisor.understand.reading import Reading
from advisor.understand.refer import reference_in
from advisor.understand.requests import asks_a_question, asks_beside_amounts
from advisor.understand.text import tokens
from advisor.understand.understanding import Request
from advisor.understand.unnamed import NAMES_ONE, subject_left
from advisor.understand.ways_asked import counts_toward
from advisor.understand.wishes import read_wishes
from corpus.catalogue import Catalogue
from corpus.places import gazetteer

__all__ = ["FollowUps", "one_sought"]

#: the share of a title's weight that names what something is asked to count toward
GOAL_TITLE = 0.6
#: nearness to some record from which on a question may be about that one
ABOUT_ANOTHER = 0.50
#: records of a list that a question about all of it is about
MOST = 5

#: one told by where it is held
_ONE_AT = re.compile(r"\b(?:the|that|this) (?:one|course|program|certificate|training|workshop) (?:at|from|by|through|run by|that) ")
_ONE = re.compile(r"(?:'?s)? (?:one|course|program|certificate|workshop)\b")
#: "the UBC one" with the institution left out
_BARE_ONE = re.compile(r"\bthe\s+(?:'?s\s+)?(?:one|course|program|certificate|training|workshop)s?\b")
#: asks what comes after the one spoken of: "after that is there a next step"
_AFTER_IT = re.compile(r"\b(?:after|beyond|past|once i'?ve? (?:got|done|finished)) (?:that|this|it)(?: one)?\b.{0,30}\b(?:next|further|more|another|higher|bigger)\b|\bnext (?:step|level|stage|one)s? (?:up )?(?:after|from|beyond) (?:that|this|it)\b")

Followed = tuple[tuple[str, ...], str]


def one_sought(reading: Reading, requests: Iterable[Request], topic: str, names: NameIndex) -> Request | None:
    """A search for "the guardian one" where none of those before is it, and something offered is known by that word."""
    left = subject_left(topic)
    if not left or not reading.conversation.history or not NAMES_ONE.search(reading.plain) or any(item.intent in {"find", "guidance"} for item in requests):
        return None
    return Request(intent="find", text=reading.text, topic=" ".join(left)) if names.known_share(left) >= 1.0 else None


class FollowUps:
    """Reads what a follow-up is about from the conversation before it."""

    def __init__(self, catalogue: Catalogue, names: NameIndex, support: SubjectSupport) -> None:
        self._catalogue = catalogue
        self._names = names
        self._support = support
        self._picker = Picker(catalogue)

    def referred(self, text: str, conversation: Conversation, *, beside: Sequence[str] = ()) -> tuple[tuple[str, ...], str | None]:
        """The records that a folded text points back at, and how; see :func:`reference_in`."""
        return reference_in(text, conversation, self._names, self._picker, beside=beside)

    def _beside(self, reading: Reading) -> tuple[str, ...]:
        """The other offerings of the institution spoken of, where no other institution is named."""
        conversation = reading.conversation
        home = self._catalogue.record(conversation.focus[0]).institution if conversation.focus else ""
        if not home or (reading.institutions and (home not in (reading.family or set()) or _BARE_ONE.search(reading.body.lower()))):
            return ()  # "the UBC one" says no more than where it is
        return tuple(record.id for record in self._catalogue if record.institution == home and record.id not in conversation.focus[:1])

    def read(self, reading: Reading, referred: tuple[str, ...], how: str | None, *, told: bool) -> Followed | None:
        """What a message that names no record is about, and how that is known; None where it is about none of those before.

        :param told: it asks or tells something that an offering spoken of could answer.
        """
        conversation = reading.conversation
        if not referred and (thing := thing_brought_up(reading.plain)):
            if conversation.singled and conversation.asked and len(named := self._picker.nearest_titled(thing, (self._beside(reading),), like=conversation.focus[0])) == 1:
                return named, "named"  # "and financing?", of the next one in the series
            if self._new_subject(reading, thing):
                reading.topic = " ".join(reading.subject) if asks_for_any(reading.plain) else ""
                return (), "subject"
        if referred and how and (_AFTER_IT.search(reading.plain) or not self._new_topic(reading)):
            return referred, how
        if not referred and asks_for_whatever(reading.plain) and read_wishes(reading.plain) and not asks_beside_amounts(reading.plain):
            return None
        searching = bool(FIND.search(reading.plain)) and not reading.facts.said
        if conversation.focus and told and not searching and not ASKS_FOR_OFFERINGS.search(reading.plain) and not self._new_topic(reading):
            return self._elliptical(reading), "elliptical"
        if self._asks_on(reading):
            return (referred, how) if referred and how else (self._elliptical(reading), "elliptical")
        return None

    def pointed_at(self, reading: Reading) -> tuple[tuple[str, ...], str | None]:
        """The records that a message points back at, and how; none where it points at one of another institution."""
        if self._points_away(reading):
            return (), None
        return self.referred(reading.pointing, reading.conversation, beside=self._beside(reading))

    def away(self, reading: Reading) -> Another | None:
        """What to look for at an institution that none of those spoken of is of; None where the message points at no such one."""
        if not self._points_away(reading):
            return None
        return Another((), reading.conversation.topic or self.topic(reading.conversation))

    def topic(self, conversation: Conversation) -> str:
        """What the one spoken of is about, as the topic of a search."""
        return " ".join(dict.fromkeys(self._names.topic_words(self._catalogue.record(conversation.focus[0]).title)))

    def _points_away(self, reading: Reading) -> bool:
        """Whether the message points at one of an institution that none of those spoken of is of: "that one at Capilano"."""
        conversation = reading.conversation
        if not reading.institutions or not conversation.focus or corrects(reading.plain):
            return False
        if not _ONE_AT.search(reading.pointing) and not any(_ONE.match(reading.plain[item.end :]) for item in reading.institutions):
            return False
        return not any(self._catalogue.record(name).institution in (reading.family or set()) for name in (*conversation.shown, *conversation.focus))

    def counting(self, reading: Reading) -> tuple[str, ...]:
        """What a message points at as counting toward something that it names, and notes what that is; none where it does not."""
        conversation = reading.conversation
        ways = counts_toward(reading.pointing) if conversation.focus else None
        if ways is None or not (ways.of_credential or "pathway" in intents_in(reading.plain)):
            return ()
        reading.goal = ways.goal
        goals = self._names.scores(ways.goal, within=reading.within)
        if goals and goals[0].title >= GOAL_TITLE and goals[0].record not in conversation.focus[:1]:
            reading.toward = goals[0].record
        referred, how = self.referred(ways.who, conversation)
        return conversation.shown[:MOST] if conversation.listed and how not in {"ordinal", "named"} else referred or conversation.focus[:1]

    def _asks_on(self, reading: Reading) -> bool:
        """Whether the message goes on asking about the one spoken of, in words that nothing offered is known by."""
        conversation = reading.conversation
        if not conversation.focus or conversation.intent in {"find", "guidance"} or reading.institutions or not asks_on(reading.plain) or changes_subject(reading.plain):
            return False
        return not reading.kinds or reading.kinds.record_score < ABOUT_ANOTHER or not self._new_topic(reading)

    def _new_subject(self, reading: Reading, thing: str) -> bool:
        """Whether the message names no more than a thing that nothing shown or spoken of says: "underwater welding?"."""
        placed = {word for match in gazetteer().find(reading.body) for word in tokens(match.place.name)}
        left = [word for word in subject_left(" ".join(self._names.topic_words(thing))) if word not in placed]
        if left and asks_for_any(reading.plain) and not all(word.endswith("ing") or self._names.known_share([word]) == 1.0 for word in left):
            return False  # "any discount": of the one spoken of
        pool = tuple(dict.fromkeys((*reading.conversation.shown, *reading.conversation.focus)))
        if not left or not pool or field_cues_in(thing) or reading.facts.said or missing_particulars(self._catalogue, self._catalogue.record(pool[0]), thing):
            return False
        reading.subject = tuple(left)
        return bool(self._support.missing([reading.subject], pool))

    def _new_topic(self, reading: Reading) -> bool:
        """Whether the message brings up something that the records in focus are not about."""
        words = self._names.topic_words(reading.body)
        pool = (*reading.conversation.shown, *reading.conversation.focus)
        if not words or not pool:
            return bool(words)
        if reading.institutions and not {self._catalogue.record(item).institution for item in pool if item in self._catalogue.records} & (reading.family or set()):
            return True
        scores = self._names.scores(" ".join(words), within=pool)
        covered = max((score.context for score in scores), default=0.0)
        facts = " ".join(reading.facts.said).lower()
        loose = [word for word in words if word not in facts]
        return covered < 0.3 and len(loose) >= (2 if FIND.search(reading.plain) else 4)

    def _elliptical(self, reading: Reading) -> tuple[str, ...]:
        """The one spoken of; all of a list just shown, where it is asked who gets in or where they lead."""
        conversation = reading.conversation
        asked = set(intents_in(reading.plain)) & {"eligibility", "pathway"} or (reading.facts.said and not asks_a_question(reading.plain))
        return conversation.shown[:MOST] if conversation.listed and asked else conversation.focus[:1]
