"""Questions that have to be worked out over several records: what leads to a goal, what is left, what lets somebody in.

A plan is read only where its cue stands in the message and what it is about is known; anything else is left to the
other rules.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from advisor.converse.conversation import Conversation
from advisor.understand.holdings import HoldingReader
from advisor.understand.intents import FIND, intents_in
from advisor.understand.lexicon import field_cues_in
from advisor.understand.names import NameIndex
from advisor.understand.onward import asks_of_all, field_aimed_at
from advisor.understand.refer import reference_in
from advisor.understand.requests import question_without
from advisor.understand.text import sentences
from advisor.understand.topic import blank
from advisor.understand.toward import TowardReader
from advisor.understand.understanding import Aim, Intent, LearnerFacts, Request
from advisor.understand.ways_asked import counts_toward
from corpus.catalogue import Catalogue
from corpus.folding import fold

__all__ = ["Plan", "PlanReader"]

_I = r"(?:i|we|you|he|she|they|one|someone|somebody|a person|people|my \w+)"
_RANKED = r"(?:shortest|cheapest|quickest|fastest|soonest|easiest|most direct|least expensive|least costly)"
_REACH = re.compile(
    rf"\b{_RANKED} (?:way|route|path|pathway|road)\b"
    rf"|\bwhat (?:else |more )?(?:do|does|would|will|must|should|might) {_I} (?:still |also |then )?(?:need|have) (?:to (?:do|take|finish|complete|study|pass) )?(?:in order )?to (?:reach|get to|get from|end up with|earn|complete|finish|arrive at|have|hold|obtain)\b(?! (?:in|into)\b)"
    rf"|\bwhat (?:else |more )?(?:do|does|would|will|must|should|might) {_I} (?:still |also )?(?:need|have) to take (?:for|before)\b"
    rf"|\bhow (?:do|does|can|could|would|should|might) {_I} (?:get|go|move|climb|work (?:my|our|his|her|their) way|progress) (?:from\b|(?:all the way |up )?to\b)"
    r"|\bwhat (?:would|will|does|might) it take (?:for \w+ )?to (?:get|reach|earn|finish|complete|have|hold|end up with)\b(?! (?:in|into)\b)|\bwhat (?:stands|lies|is) between\b|\b(?:route|roadmap|path|pathway|way|road|steps) (?:from\b.{3,90}?\b(?:to|into)|to|toward|towards|up to)\b|\bfrom (?:what|where) i\b"
)
_LEFT = re.compile(
    r"\bhow (?:much|many|far)\b(?: more| \w+){0,3}? (?:(?:is|are|am|do|would|will|have) (?:i |we |there |be )?)?(?:still |be )?(?:left|to go|remain(?:s|ing)?|missing|short|away)\b|\bhow far (?:am i|are we|is (?:he|she)|off|away)\b"
    r"|\bhow (?:many|much) more\b|\bwhat(?:'s| is|s)? (?:still )?(?:left|missing|remains?|remaining)\b|\bwhat (?:else )?(?:is|would be) (?:still )?(?:left|needed|missing)\b|\bhow (?:many|much)\b.{0,30}\bdo i still need\b"
)
#: says which credential is wanted
_AIMS_AT = re.compile(rf"\b(?:{_I} )?(?:want(?:s|ed|ing)?|aim(?:s|ing)? (?:for|at)|going for|working (?:on|toward|towards|for)|after|hop(?:e|es|ing) (?:to get|to earn|for)) (?:to (?:get|earn|have|finish|complete) )?(?:the|my|that|an?) ")
_NO_CREDITS = re.compile(r"\b(?:seats?|spots?|spaces?|places|money|grant|funding|time|days|minutes)\b")
_STACKS = re.compile(
    r"\bwhat (?:else|other|all|more)\b.{0,60}\b(?:stacks?|combines?|adds? up)\b|\b(?:stacks?|combines?|pairs?) (?:(?:it|this|that|them|these|those) )?(?:up )?with\b|\bwhat (?:can|could|would) (?:i|we) (?:stack|combine|pair)\b"
    r"|\bwhat (?:else )?(?:stacks|combines)\b|\bother (?:pieces|parts|members) of the stack\b"
)
_SOME = r"(?:which|what|any(?:thing)?|something|everything|all)"
_LETS_IN = r"(?:get in(?:to)?\b|be (?:let|accepted|admitted|allowed|eligible|taken)\b|get (?:accepted|admitted|let)|qualify\b|meet\b(?! (?:up|in|on|at|every|for)\b)|be able to get)"
_ADMITS = re.compile(
    rf"\b{_SOME}\b[^.?!\n]{{0,60}}?\b(?:can|could|may|would|will|do|does|might|should) {_I} (?:(?!need\b|have\b|require\b)\w+ ){{0,2}}?{_LETS_IN}"
    rf"|\b{_SOME}\b[^.?!\n]{{0,60}}?\b(?:am|is|are|would|will) {_I} (?:be )?(?:eligible|qualified|allowed)\b"
    rf"|\b(?:am|is|are|would|will|do|does|can|could) {_I} (?:be )?(?:\w+ )?(?:eligible|qualif\w+|admitted|accepted|get in(?:to)?|meet(?! (?:up|in|on|at|every)\b))\b[^.?!\n]{{0,40}}\b(?:any|which|either|all|some)\b(?! (?:of the )?(?:\w+ )?(?:funding|grants?|bursar\w+|aid|loans?|money|credits?|help|support|rules?|requirements?)\b)"
    r"|\b(?:which|what|any|would any|will any|do any|does any)\b(?: of (?:these|those|them)| [\w-]+){0,4} (?:would |will |might |do )?(?:take|accept|admit|let) (?:me|him|her|us|them|someone|somebody|people|my \w+)\b(?! (?:long|time|\d))"
)
#: what of a cue is about getting in, and not about what is looked for
_LETTING = re.compile(r"\b(?:qualif\w+|eligible|admit\w*|accept\w*|allowed|let|get in(?:to)?|meet(?! (?:up|in|on|at|every)\b)|apply|enrol\w*)\b")
#: softer words count where the learner told what they hold: "what can I take with grade 11"
_TAKES = re.compile(rf"\b(?:which|what)\b[^.?!\n]{{0,50}}?\b(?:can|could|may) {_I} (?:still |even |actually )?(?:take|do|join|apply (?:for|to)|enrol in|sign up for)\b(?! (?:about|next|now|if|to|after|later|with (?:it|this|that)|in))[^.?!\n]{{0,50}}\b(?:with|without|having|on|as)\b")
_THESE = re.compile(r"\b(?:these|those|them|the (?:two|three|four|five)|both of|either of|the ones)\b")
#: of what was just found
_POINTS = re.compile(r"\b(?:it|that|this|one|they|them|these|those|any|which|either|each|all)\b")
_RANKINGS: tuple[tuple[Literal["cheapest", "soonest"], re.Pattern[str]], ...] = (
    ("cheapest", re.compile(r"\b(?:cheap\w*|least (?:expensive|costly)|lowest (?:cost|fee)s?|least money|save money)\b")),
    ("soonest", re.compile(r"\b(?:quick\w*|fast\w*|soon\w*|least time|fewest weeks|shortest time)\b")),
)
#: how surely a goal is named: share of its title's weight, or of its value as a whole
_NAMED_TITLE, _NAMED_VALUE = 0.6, 0.42
_TIE = 0.04


@dataclass(frozen=True)
class Plan:
    """What is to be worked out, before its topic is known. ``rest`` is the folded text without names: what is wished.
    ``about`` holds the sentences that ask, which say what offerings should be about.
    """

    aim: Aim
    records: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    ranking: Literal["shortest", "cheapest", "soonest"] = "shortest"
    toward: tuple[str, ...] = ()
    holds_goal: bool = False
    said: tuple[str, ...] = ()
    rest: str = ""
    about: str = ""

    def request(self, text: str, *, topic: str) -> Request:
        """The request that asks it."""
        intent: Intent = "eligibility" if self.aim == "admits" else "pathway"
        return Request(
            intent=intent, text=text, topic=topic, records=self.records, candidates=self.candidates, aim=self.aim, held=self.held, ranking=self.ranking,
            toward=self.toward, holds_goal=self.holds_goal, goal=self.about if self.aim == "counts" else "",
        )  # fmt: skip


class PlanReader:
    """Reads plans from messages."""

    def __init__(self, catalogue: Catalogue, names: NameIndex) -> None:
        self._catalogue = catalogue
        self._names = names
        self.holdings = HoldingReader(catalogue, names)
        self._toward_goal = TowardReader(catalogue, names)

    def read(
        self, text: str, *, facts: LearnerFacts, conversation: Conversation, within: Collection[str] | None = None
    ) -> Plan | None:
        """The plan that a message asks for, or None.

        :param facts: what the message tells of the learner.
        :param within: records of the institutions named, if any.
        """
        plain = fold(text)
        left = bool(_LEFT.search(plain)) and not _NO_CREDITS.search(plain)
        planned = left or bool(_REACH.search(plain))
        toward = self._toward_goal.read(text, plain, within=within, planned=planned)
        if toward and not toward.records and conversation.focus and counts_toward(plain):
            toward = None  # asked of what is spoken of
        into = Plan(aim="into", records=toward.records, toward=toward.titles, holds_goal=toward.held, rest=toward.rest) if toward else None
        if toward and toward.goal is None:
            return into
        if planned:
            way = self._toward("left" if left else "reach", text, plain, facts, conversation, within)
            meant = way is not None and (toward is None or toward.goal in (*way.records, *way.candidates))
            return way if meant else into or way
        aims = _AIMS_AT.search(plain)
        if aims and not field_cues_in(plain) and not set(intents_in(plain)) - {"find", "compare"}:
            wanted = self._goals(re.split(r"[.,;:!?\n]", plain[aims.end() :])[0], within)
            aimed = self._toward("reach", text, plain, facts, conversation, within) if wanted else None
            if aimed and set(aimed.records) <= set(wanted) and set(aimed.held) - set(aimed.records):
                return aimed  # "I want the award, already did one part" asks what is left
        if _STACKS.search(plain):
            return self._stacks(text, plain, conversation)
        if into:
            return into
        told = bool(facts.said or conversation.facts.said)
        cue = _ADMITS.search(plain) or (_TAKES.search(plain) if told else None)
        return self._admits(text, plain, cue[0], facts, conversation) if cue else self._counts(text, plain, conversation)

    def _toward(
        self, aim: Aim, text: str, plain: str, facts: LearnerFacts, conversation: Conversation, within: Collection[str] | None
    ) -> Plan | None:
        """A plan toward a goal that is named, or that the talk is about."""
        held = self.holdings.read(text, moving=True, supposed=True)
        rest = blank(text, [(item.start, item.end) for item in held])
        goals = self._goals(rest, within)
        if not goals:
            referred, how = reference_in(plain, conversation, self._names)
            goals = referred[:1] if how else conversation.focus[:1]
        if goals:
            held += self.holdings.among(rest, self._leading_to(goals[0]), known=[item.record for item in held])
        ids = (*(item.record for item in held if item.record not in goals), *facts.holds, *conversation.facts.holds)
        if not goals or (aim == "left" and not ids and not re.search(r"\bhow far\b|\bcredit", plain)):
            return None
        known = tuple(dict.fromkeys(ids))
        ranking = next((name for name, pattern in _RANKINGS if pattern.search(plain)), None)
        return Plan(
            aim=aim, records=goals[:1], candidates=goals if len(goals) > 1 else (), held=known, ranking=ranking or "shortest",
            said=tuple(item.said for item in held), rest=question_without(fold(rest), [self._catalogue.record(goal).title for goal in goals[:1]]),
        )  # fmt: skip

    def _leading_to(self, goal: str) -> tuple[str, ...]:
        """Records that say they lead to the goal, or that it asks for by title."""
        record = self._catalogue.record(goal)
        title, asked = fold(record.title), " ; ".join(fold(item.text) for item in record.requirements)
        return tuple(
            other.id
            for other in self._catalogue
            if other.id != goal and (fold(other.title) in asked or any(fold(link.title) == title for link in (*other.laddering, *other.stacking)))
        )

    def _goals(self, rest: str, within: Collection[str] | None) -> tuple[str, ...]:
        """The record that words name as a goal; several where they name the same title at several institutions."""
        scores = self._names.scores(rest, within=within)
        if not scores or not (scores[0].title >= _NAMED_TITLE and scores[0].value >= _NAMED_VALUE):
            return ()
        best = scores[0]
        title = fold(self._catalogue.record(best.record).title)
        same = [item.record for item in scores if best.value - item.value < _TIE and fold(self._catalogue.record(item.record).title) == title]
        return tuple(same[:5])

    def _stacks(self, text: str, plain: str, conversation: Conversation) -> Plan | None:
        """What else stacks with what is held, named, or spoken of."""
        held = [item.record for item in self.holdings.read(text, supposed=True)]
        named = held or list(self._goals(text, None)[:1])
        if not named:
            referred, how = reference_in(plain, conversation, self._names)
            named = list(conversation.facts.holds) or list(referred[:1] if how else conversation.focus[:1])
        return Plan(aim="stacks", records=tuple(named[:1]), held=tuple(dict.fromkeys((*named, *conversation.facts.holds)))) if named else None

    def _counts(self, text: str, plain: str, conversation: Conversation) -> Plan | None:
        """Which of those just found count toward something, of the field that is named or at all."""
        if conversation.intent != "find" or not conversation.shown or "pathway" not in intents_in(plain) or self._names.institutions_in(text):
            return None
        field = field_aimed_at(plain, self._names)
        if not (field or (asks_of_all(plain) and len(conversation.shown) > 1)) or not _POINTS.search(plain):
            return None
        return Plan(aim="counts", records=conversation.shown, rest=plain, about=" ".join(field))

    def _admits(self, text: str, plain: str, cue: str, facts: LearnerFacts, conversation: Conversation) -> Plan | None:
        """Which of those shown, or of all that are about the topic, let somebody in."""
        asked = tuple(match[0] for match in _LETTING.finditer(cue))
        rest = text
        for said in facts.said:
            rest = rest.replace(said, " " * len(said))
        stretches = re.split(r"[,;:?.!]|\bor\b|\bvs\.?\b|\bversus\b", rest)
        named = dict.fromkeys(goal for stretch in stretches for goal in self._goals(stretch, None)[:1])
        if len(named) > 1:
            return Plan(aim="admits", records=tuple(named), said=asked, rest=plain)
        if _THESE.search(plain):
            return Plan(aim="admits", records=conversation.shown, said=asked, rest=plain) if conversation.shown else None
        scores = self._names.scores(rest)
        if scores and scores[0].exact and scores[0].title >= 0.75:
            return None  # one offering is named, so the question is about that one
        asking = [sentence for sentence in sentences(rest) if _ADMITS.search(fold(sentence)) or _TAKES.search(fold(sentence)) or FIND.search(fold(sentence))]
        return Plan(aim="admits", said=asked, rest=plain, about=" ".join(asking))
