"""What an offering asks of the people who want in: one typed entry for each stated condition."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["EDUCATION_LEVELS", "EducationLevel", "Requirement", "RequirementKind", "Strength"]

RequirementKind = Literal[
    "education",
    "subject",
    "experience",
    "credential",
    "course",
    "language",
    "age",
    "residency",
    "equipment",
    "community",
    "documents",
    "enrolment",
    "intended",
    "open",
    "other",
]

#: B.C.'s ladder of schooling, lowest first.
EducationLevel = Literal[
    "grade-10",
    "grade-11",
    "grade-12",
    "some-postsecondary",
    "certificate",
    "diploma",
    "bachelor",
    "graduate",
]
EDUCATION_LEVELS: tuple[EducationLevel, ...] = (
    "grade-10",
    "grade-11",
    "grade-12",
    "some-postsecondary",
    "certificate",
    "diploma",
    "bachelor",
    "graduate",
)

#: "route" is another way in that the institution may grant: permission, conditional admission, an equivalent judged
Strength = Literal["required", "recommended", "intended", "route"]


class Requirement(BaseModel):
    """One condition as stated. ``text`` is verbatim; the rest is what could be typed from it.

    Entries that share an ``alternative`` number are ways of meeting one condition: any of them is enough.
    Within one entry all that is typed has to be met, unless ``ways`` lists several ways of meeting it: any is enough.
    An entry with ``kind='open'`` states that nothing is asked ("no prerequisites").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: RequirementKind
    text: str
    strength: Strength = "required"
    alternative: int | None = Field(default=None, description="entries with the same number: any one is enough")
    condition: str | None = Field(default=None, description="to whom it applies, as stated: 'international applicants'")
    level: EducationLevel | None = None
    field_of_study: str | None = None
    subject: str | None = Field(default=None, description="'Foundations of Math 11'; where any of several will do, joined by ' / '")
    grade: str | None = Field(default=None, description="least grade, as stated: 'C', 'B+', '60%'")
    years: Decimal | None = Field(default=None, description="least years of experience")
    credential: str | None = Field(default=None, description="a credential or trade ticket: 'Red Seal'")
    course: str | None = Field(default=None, description="a course that comes first: 'ELSE 452'")
    test: str | None = Field(default=None, description="language test: 'IELTS'")
    score: Decimal | None = Field(default=None, description="least overall score on that test")
    band: Decimal | None = Field(default=None, description="least score in any one part of that test")
    age_min: int | None = None
    age_max: int | None = None
    members_of: str | None = Field(default=None, description="a community's own members, as stated")
    ways: tuple[Requirement, ...] = Field(default=(), description="ways of meeting this one entry: any one is enough")
