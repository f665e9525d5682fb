"""Build an answer claim by claim: each is checked against its evidence, numbered, and placed in a part.

``text`` is rendered from the parts, so the two can never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from advisor.compose.contacts import contact_words
from advisor.compose.render import pieces_of, render_parts
from advisor.contract import (
    Alternative,
    Answer,
    AppliedFilter,
    Card,
    Cards,
    Choices,
    Citation,
    Claim,
    Contact,
    Finding,
    Paragraph,
    Part,
    PathwayPart,
    Piece,
    Reason,
    Status,
    Table,
    TableRow,
)
from advisor.messages import say
from advisor.verify.arithmetic import check_working
from advisor.verify.gates import GateFailure, check_claim
from corpus.evidence import Evidence
from corpus.numbers import numbers_in

__all__ = ["AnswerBuilder", "Dropped", "Support"]


@dataclass(frozen=True)
class Support:
    """Evidence for a claim, and the stretch of it that is quoted (verbatim; all of it by default)."""

    evidence: Evidence
    quote: str | None = None


@dataclass(frozen=True)
class Dropped:
    """A claim that a gate kept back, and why."""

    text: str
    failure: GateFailure


@dataclass
class AnswerBuilder:
    """Collects what one answer says. Claims that fail a gate are dropped, and the reason kept in ``dropped``.

    What is said since the last :meth:`begin` can still be taken back; :meth:`flush` passes on what stays.

    :param said: the learner's own words, which claims may repeat.
    :param on_claim: called with each verified claim and its citations, for streaming.
    :param on_part: called with each finished part, after the claims that it places.
    """

    said: str = ""
    on_claim: Callable[[Claim, tuple[Citation, ...]], None] | None = None
    on_part: Callable[[Part], None] | None = None
    claims: list[Claim] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    credentials: list[str] = field(default_factory=list)
    alternatives: list[Alternative] = field(default_factory=list)
    unmet: list[str] = field(default_factory=list)
    unconfirmed: list[str] = field(default_factory=list)
    contact: Contact | None = None
    named_before: Contact | None = None  # by an earlier question of the message; it is the answer's
    undated: set[str] = field(default_factory=set)
    reviewed: str | None = None
    _sentence: list[Piece] = field(default_factory=list)
    _begun: tuple[int, ...] = (0,) * 8
    _passed_on: tuple[int, int] = (0, 0)

    # claims and frames -------------------------------------------------------------------------------------

    def claim(
        self,
        text: str,
        support: Sequence[Support | Evidence],
        *,
        said: str | None = None,
        finding: str | None = None,
        working: Sequence[Decimal] = (),
    ) -> Piece | None:
        """Check a claim and number its citations.

        :returns: the piece to place in a part, or None when a gate kept it back.
        """
        supports = [item if isinstance(item, Support) else Support(item) for item in support]
        evidence = [item.evidence for item in supports]
        failure = check_claim(text, evidence, said=said or "", working=working)
        if failure is None and finding is not None:
            failure = self._recompute(finding, evidence, working)
        if failure is not None:
            self.dropped.append(Dropped(text, failure))
            return None
        numbers = tuple(dict.fromkeys(self._cite(item) for item in supports))
        claim = Claim(text=text, citations=numbers, said=said, finding=finding)
        self.claims.append(claim)
        return Piece(claim=len(self.claims) - 1)

    def _recompute(self, finding: str, evidence: Sequence[Evidence], used: Sequence[Decimal]) -> GateFailure | None:
        """Work the finding out again that a claim names."""
        working = next((item.working for item in self.findings if item.id == finding), None)
        return GateFailure("arithmetic", f"{finding} is no finding") if working is None else check_working(working, evidence, used=used)

    def say(self, text: str, support: Sequence[Support | Evidence], *, said: str | None = None, finding: str | None = None, working: Sequence[Decimal] = ()) -> bool:
        """Add a claim to the paragraph being written; False when a gate kept it back."""
        piece = self.claim(text, support, said=said, finding=finding, working=working)
        if piece:
            self._sentence.append(piece)
        return piece is not None

    def says(self, text: str) -> bool:
        """Whether the paragraph being written says this already."""
        return any(piece.claim is not None and self.claims[piece.claim].text == text for piece in self._sentence)

    def place(self, piece: Piece | None) -> None:
        """Add a piece made before to the paragraph being written."""
        if piece:
            self._sentence.append(piece)

    def frame(self, text: str) -> None:
        """Add a frame sentence to the paragraph being written."""
        if text:
            self._sentence.append(Piece(frame=text))

    def frame_once(self, text: str) -> None:
        """The same, unless the paragraph being written says it already."""
        if all(piece.frame != text for piece in self._sentence):
            self.frame(text)

    def who(self, contact: Contact) -> str:
        """Whom to ask, as a frame says it: how to reach them is told of the answer's own contact, and of no second one."""
        if self.named_before is None or contact == self.named_before:
            return contact_words(contact)
        return say("the_institution") if numbers_in(contact.name, ordinals=True) else contact.name

    # parts -------------------------------------------------------------------------------------------------

    def end_paragraph(self) -> None:
        """Close the paragraph being written, if it says anything."""
        if self._sentence:
            self._add(Paragraph(pieces=tuple(self._sentence)))
            self._sentence = []

    def drop_paragraph(self) -> None:
        """Forget the frames being written (no claim came of them)."""
        self._sentence = []

    def cards(self, cards: Iterable[Card]) -> None:
        """Add a list of offerings."""
        self.end_paragraph()
        listed = tuple(cards)
        if listed:
            self._add(Cards(cards=listed))

    def table(self, *, ids: Sequence[str], columns: Sequence[Piece], rows: Sequence[TableRow]) -> None:
        """Add a comparison."""
        self.end_paragraph()
        if rows:
            self._add(Table(ids=tuple(ids), columns=tuple(columns), rows=tuple(rows)))

    def pathway(self, part: PathwayPart) -> None:
        """Add a pathway."""
        self.end_paragraph()
        self._add(part)

    def ask(self, question: str, choices: Sequence[str] = ()) -> None:
        """Add a question back, with choices."""
        self.end_paragraph()
        self._add(Choices(question=question, choices=tuple(choices)))

    def finding(self, finding: Finding) -> None:
        """Add the working that claims name."""
        self.findings.append(finding)

    # one question of several ---------------------------------------------------------------------------------

    def _lists(self) -> tuple[list[Any], ...]:
        return (self.parts, self.claims, self.citations, self.findings, self.credentials, self.alternatives, self.unmet, self.unconfirmed)

    def begin(self) -> None:
        """Begin with the next question of the message."""
        self.end_paragraph()
        self._begun = tuple(len(items) for items in self._lists())

    def says_something(self) -> bool:
        """Whether a claim was made since :meth:`begin`."""
        return len(self.claims) > self._begun[1]

    def take_back(self) -> None:
        """Forget what was said since :meth:`begin`; what earlier questions said stays."""
        self._sentence = []
        for items, size in zip(self._lists(), self._begun, strict=True):
            del items[size:]

    def start_over(self) -> None:
        """Forget all that was said, of which nothing was passed on yet."""
        self._begun = (0,) * 8
        self.contact = None
        self.take_back()

    def flush(self) -> None:
        """Pass on the claims and parts that were not passed on yet: each part after the claims that it places."""
        self.end_paragraph()
        claims, parts = self._passed_on
        for part in self.parts[parts:]:
            last = max((piece.claim + 1 for piece in pieces_of(part) if piece.claim is not None), default=0)
            self._pass_claims(claims, last)
            claims = max(claims, last)
            if self.on_part:
                self.on_part(part)
        self._pass_claims(claims, len(self.claims))
        self._passed_on = (len(self.claims), len(self.parts))

    def _pass_claims(self, start: int, end: int) -> None:
        if self.on_claim:
            for claim in self.claims[start:end]:
                self.on_claim(claim, tuple(item for item in self.citations if item.n in claim.citations))

    # the whole ---------------------------------------------------------------------------------------------

    def build(
        self,
        *,
        question: str,
        standalone: str,
        status: Status,
        reason: Reason | None = None,
        filters: Sequence[AppliedFilter] = (),
        took_ms: float = 0.0,
    ) -> Answer:
        """The finished answer. An abstention or a question back carries no claims and no citations."""
        self.end_paragraph()
        choices = next((part.choices for part in reversed(self.parts) if isinstance(part, Choices)), ())
        return Answer(
            question=question,
            standalone=standalone,
            status=status,
            reason=reason,
            text=render_parts(self.parts, self.claims),
            parts=tuple(self.parts),
            claims=tuple(self.claims),
            citations=tuple(self.citations),
            findings=tuple(self.findings),
            credentials=tuple(dict.fromkeys(self.credentials)),
            alternatives=tuple(self.alternatives),
            filters=tuple(filters),
            unmet=tuple(dict.fromkeys(self.unmet)),
            unconfirmed=tuple(dict.fromkeys(self.unconfirmed)),
            choices=choices,
            contact=self.contact,
            reviewed=self.reviewed,
            took_ms=took_ms,
        )

    def _add(self, part: Part) -> None:
        self.parts.append(part)

    def _cite(self, support: Support) -> int:
        evidence = support.evidence
        quote = support.quote if support.quote and support.quote in evidence.text else evidence.text
        for citation in self.citations:
            if citation.id == evidence.id and citation.quote == quote:
                return citation.n
        self.citations.append(
            Citation(
                n=len(self.citations) + 1,
                id=evidence.id,
                record=evidence.record,
                field=evidence.field,
                title=evidence.title,
                quote=quote,
                url=evidence.url,
                as_of=evidence.as_of,
            )
        )
        return len(self.citations)

