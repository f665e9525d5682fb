"""Invented people, each with a few facts told, typed for the second program and for the advisor's reasoner."""

from __future__ import annotations

from decimal import Decimal

from advisor.understand.understanding import LearnerFacts
from evals.truth.admission import Learner

__all__ = ["LEARNERS", "facts_of"]

LEARNERS: tuple[Learner, ...] = (
    Learner(),
    Learner(level="grade-10"),
    Learner(level="grade-10", age=17),
    Learner(level="grade-11", age=19),
    Learner(level="grade-12", age=18),
    Learner(level="grade-12", age=34, marks=(("English Studies 12", "B"), ("Foundations of Math 11", "C+"), ("Life Sciences 11", "C"))),
    Learner(level="grade-12", marks=(("English Studies 12", "C"), ("Workplace Math 11", "C-"))),
    Learner(level="grade-11", marks=(("English Studies 11", "62%"), ("Workplace Math 10", "C"))),
    Learner(level="diploma", age=45),
    Learner(level="bachelor", years=6, work="as a budget manager"),
    Learner(age=15),
    Learner(age=52, years=3, work="of volunteer care work"),
    Learner(age=26, town="Quesnel", region="Cariboo"),
    Learner(age=22, town="Prince Rupert", region="North Coast", level="grade-12"),
    Learner(held=("Foundations of Home Support",), age=30),
    Learner(held=("Wildfire Crew Readiness",), age=24, years=2, work="on a fire crew"),
    Learner(held=("Spreadsheets for Working People", "Cyber Safety for Small Offices")),
    Learner(held=("Diploma in Information Practice",), level="diploma"),
    Learner(held=("Community Care Worker Certificate",), level="certificate", marks=(("English Studies 12", "C+"),)),
    Learner(years=0.25, work="of paid home support work"),
    Learner(years=12, work="of accounting and payroll"),
)


def facts_of(learner: Learner) -> LearnerFacts:
    """The same facts as the reasoner takes them."""
    said = [*learner.held, *(name for name, _ in learner.marks), learner.work, learner.town or ""]
    return LearnerFacts.model_validate(
        {
            "education": learner.level,
            "education_said": learner.level,
            "age": learner.age,
            "age_said": None if learner.age is None else str(learner.age),
            "subjects": dict(learner.marks),
            "credentials": learner.held,
            "courses": learner.held,
            "experience_years": None if learner.years is None else Decimal(str(learner.years)),
            "experience_said": f"{learner.years} years {learner.work}" if learner.years is not None else None,
            "residence": _place(learner.town),
            "said": tuple(item for item in said if item),
        }
    )


def _place(town: str | None) -> str | None:
    """The gazetteer's id of a town."""
    from corpus.places import gazetteer

    return next((match.place.id for match in gazetteer().find(town)), None) if town else None
