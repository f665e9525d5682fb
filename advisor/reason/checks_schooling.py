"""Checks of schooling: level, field of study, average, school subjects, courses done."""

from __future__ import annotations

import re

from advisor.reason.grades import at_least
from advisor.reason.outcome import Outcome, best_of, each, words_for
from advisor.understand.facts_subjects import read_subjects
from advisor.understand.text import fold, stem, tokens
from advisor.understand.understanding import LearnerFacts
from corpus.places import gazetteer
from corpus.requirement import EDUCATION_LEVELS, Requirement

__all__ = ["check_average", "check_course", "check_enrolment", "check_field", "check_level", "check_subject"]

#: what is said not to be held -> the lowest level that it rules out
_RULES_OUT = (
    (("high school", "grade 12"), "grade-12"),
    (("grade 11",), "grade-11"),
    (("grade 10",), "grade-10"),
    (("post-secondary", "college", "university"), "some-postsecondary"),
    (("degree", "bachelor"), "bachelor"),
    (("master", "graduate"), "graduate"),
)
#: "left in grade 11" does not tell whether grade 11 was finished
_LEFT = re.compile(r"\b(?:left|quit|dropped|drop|stopped|didn'?t finish|never finished|in (?:grade|gr))\b", re.IGNORECASE)
#: schooling of another country: whether it is the equivalent is not for us to say
_ELSEWHERE = re.compile(r"(?i:\b(?:back home|overseas|abroad|another country|my country)\b)|\b(?:in|from) (?:the )?[A-Z][a-z]+|\b(?:back|over) in (?!\d)\w+")
_CANADA = re.compile(r"\b(?:b\.?c|british columbia|canada|alberta|ontario|manitoba|yukon|quebec|saskatchewan|nova scotia|new brunswick|newfoundland|nunavut|(?:in|from) (?:january|february|march|april|may|june|july|august|september|october|november|december|the|my))\b", re.IGNORECASE)
#: what else will do in place of an average
_ELSE_THAN_AVERAGE = re.compile(r"\baverage\b.*\bor (?:at least |an? )?\w+", re.IGNORECASE)
_MATHS = ("math", "foundations of math", "pre-calculus")
_SCIENCES = ("science", "biology", "life sciences", "chemistry", "physics")


def check_level(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """The level of schooling told against the level stated."""
    if requirement.level is None:
        return None
    asked = EDUCATION_LEVELS.index(requirement.level)
    said = (facts.education_said,) if facts.education_said else ()
    if requirement.level == "grade-12" and facts.education == "grade-12" and _is_elsewhere(facts.education_said or ""):
        return Outcome(verdict="unknown", said=said, judged=True, why="schooling of another country is told")
    held = -1 if facts.education is None else EDUCATION_LEVELS.index(facts.education)
    left = bool(_LEFT.search(facts.education_said or ""))
    if held > asked or (held == asked and not left):
        return Outcome(verdict="met", said=said, why="the level told is at least the level stated")
    for item in facts.not_held if held < asked else ():
        if _rules_out(item, asked):
            words = words_for(facts, item) or said
            return Outcome(verdict="not_met", said=words, why="the level stated is told not to be held")
    if 0 <= held < asked:
        return Outcome(verdict="not_met", said=said, why="the level told is lower than the level stated")
    return Outcome(verdict="unknown", said=said, lacks="education")


def _rules_out(item: str, asked: int) -> bool:
    return any(
        asked >= EDUCATION_LEVELS.index(level) and any(fold(item).startswith(name) for name in names)
        for names, level in _RULES_OUT
    )


def _is_elsewhere(said: str) -> bool:
    """Whether schooling is told to be of another country."""
    return bool(_ELSEWHERE.search(said)) and not _CANADA.search(said) and not gazetteer().find(said)


def check_enrolment(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """Being in high school now, as told, against a rule that speaks of that and of nothing else."""
    if facts.in_school is None:
        return None
    said = (facts.in_school,)
    if re.search(r"\bnot (?:currently |now )?(?:enrolled|registered|attending|in)\b[^;,]*\b(?:high|secondary) school\b", requirement.text, re.IGNORECASE):
        return Outcome(verdict="not_met", said=said, why="they are told to be in high school now")
    if re.search(r"\b(?:high|secondary) school\b", requirement.text, re.IGNORECASE):
        return Outcome(verdict="unknown", said=said, judged=True, why="the rule speaks of high school")
    return None


def check_field(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """What was studied: only what plainly shares a word is taken for the field that is asked."""
    if requirement.field_of_study is None or facts.education is None:
        return None
    asked = {stem(word) for word in tokens(requirement.field_of_study)}
    said = each(word for field in facts.fields_of_study for word in words_for(facts, field))
    if any({stem(word) for word in tokens(field)} & asked for field in facts.fields_of_study):
        return Outcome(verdict="met", said=said, judged=bool(re.search(r"relevant|related", requirement.text)))
    if facts.fields_of_study:
        return Outcome(verdict="unknown", said=said, judged=True, why="another field is told than is stated")
    return Outcome(verdict="unknown", lacks="field")


def check_average(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """An average told against the average stated, where the two are on one scale."""
    if requirement.grade is None or "average" not in requirement.text:
        return None
    told = facts.subjects.get("average")
    if not told:
        return Outcome(verdict="unknown", lacks="average")
    enough = at_least(told, requirement.grade, school=False)
    said = words_for(facts, "average") or (told,)
    if enough is None:
        return Outcome(verdict="unknown", said=said, judged=True)
    if not enough and _ELSE_THAN_AVERAGE.search(requirement.text):
        return Outcome(verdict="unknown", said=said, judged=True, why="the average told is lower; the same entry states another way")
    return Outcome(verdict="met" if enough else "not_met", said=said, why="the average told against the average stated")


def check_subject(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """A school subject and its mark; of several that will do, those that were told decide."""
    if requirement.subject is None:
        return None
    outcomes = [_one_subject(name, requirement, facts) for name in requirement.subject.split(" / ")]
    return best_of([outcome for outcome in outcomes if outcome.said] or outcomes)


def _one_subject(name: str, requirement: Requirement, facts: LearnerFacts) -> Outcome:
    wanted = _subject_key(name)
    told = [item for item in facts.subjects if _same_subject(_subject_key(item), wanted)]
    if told:
        return best_of(_mark(item, requirement, facts) for item in told)
    for item in facts.not_held:
        if _same_subject(_subject_key(item), wanted):
            return Outcome(verdict="not_met", said=words_for(facts, item) or (item,), why="it is told not to be held")
    return Outcome(verdict="unknown", lacks="subject")


def _mark(told: str, requirement: Requirement, facts: LearnerFacts) -> Outcome:
    grade = facts.subjects[told]
    said = tuple(item for item in facts.said if any(read.value[0] == told for read in read_subjects(item)[0]))[:1] or (told,)
    if requirement.grade is None:
        return Outcome(verdict="met", said=said, why="the subject told is the subject stated")
    enough = at_least(grade, requirement.grade, school=True) if grade else None
    if enough is None:
        return Outcome(verdict="unknown", said=said, lacks="grade")
    return Outcome(verdict="met" if enough else "not_met", said=said, why="the mark told against the mark stated")


def _subject_key(name: str) -> tuple[str, str]:
    """A subject's plain name and its grade: ("english", "12"); "Grade 11 math" is ("math", "11")."""
    plain = fold(name).replace("english studies", "english").replace("mathematics", "math")
    year = re.search(r"\b(1[0-2])\b", plain)
    words = re.sub(r"\b(?:grade|1[0-2])\b", "", plain)
    return " ".join(words.split()), year[1] if year else ""


def _same_subject(told: tuple[str, str], wanted: tuple[str, str]) -> bool:
    if not told[1] or told[1] != wanted[1]:
        return False
    if wanted[0] == "math":
        return told[0] in _MATHS
    if wanted[0] == "science":
        return told[0] in _SCIENCES
    return told[0] == wanted[0]


def check_course(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """A course that comes first, by its code or title, and its mark."""
    if requirement.course is None:
        return None
    wanted = _course_key(requirement.course)
    done = next((course for course in (*facts.courses, *facts.credentials) if _course_key(course) == wanted), None)
    if done is None:
        missing = next((item for item in facts.not_held if _course_key(item) == wanted), None)
        if missing:
            return Outcome(verdict="not_met", said=words_for(facts, missing), why="it is told not to be held")
        return Outcome(verdict="unknown", lacks="course")
    said = words_for(facts, done) or (done,)
    if requirement.grade is None:
        return Outcome(verdict="met", said=said, why="the course told is the course stated")
    grade = facts.subjects.get(done, "")
    enough = at_least(grade, requirement.grade, school=False) if grade else None
    if enough is None:
        return Outcome(verdict="unknown", said=said, lacks="grade")
    return Outcome(verdict="met" if enough else "not_met", said=said, why="the mark told against the mark stated")


def _course_key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))
