"""What came of asking: one result a case, and the report of a whole run."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from advisor.contract import Answer
from evals.case import Case
from evals.figure import Figure
from evals.judge import Failure

__all__ = ["CaseResult", "Counts", "Report"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Counts(_Model):
    """What was counted in one answer."""

    claims: int = 0
    supported: int = Field(default=0, description="claims that all their citations together support")
    citations: int = Field(default=0, description="uses of a citation by a claim")
    precise: int = Field(default=0, description="uses that the claim's support needs, as ALCE defines it")
    number_claims: int = Field(default=0, description="claims that say a number or date")
    faithful: int = Field(default=0, description="those of them whose every number stands in what they cite")
    breaking: tuple[str, ...] = Field(default=(), description="recommended records known to break an applied filter")


class CaseResult(_Model):
    """One case, the answer it got, and all that is wrong with it."""

    case: Case
    answer: Answer | None = Field(description="None when asking raised an error")
    failures: tuple[Failure, ...] = Field(default=(), description="expectations of the case that do not hold")
    broken: tuple[Failure, ...] = Field(default=(), description="standing rules that do not hold")
    error: str | None = None
    counts: Counts = Counts()

    @property
    def passed(self) -> bool:
        """Whether every expectation and every standing rule holds."""
        return self.answer is not None and not self.failures and not self.broken

    @property
    def refused(self) -> bool:
        """Whether the answer abstains or asks back."""
        return self.answer is not None and self.answer.status in {"abstained", "clarify"}


class Report(_Model):
    """A whole run: its figures and every result."""

    made: str = Field(description="when, as an ISO time")
    catalogues: tuple[str, ...]
    sets: tuple[str, ...] = Field(description="names of the question sets' files")
    skipped: int = Field(default=0, description="cases about a catalogue that was not asked")
    figures: tuple[Figure, ...]
    results: tuple[CaseResult, ...]

    def figure(self, name: str) -> Figure | None:
        """One figure by its name."""
        return next((figure for figure in self.figures if figure.name == name), None)

    @property
    def failed(self) -> tuple[CaseResult, ...]:
        """The results that did not pass."""
        return tuple(result for result in self.results if not result.passed)
