"""What stands after a further message: new facts take the place of old ones, and contradictions are found."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.understand.facts import read_facts
from advisor.understand.facts_schooling import read_schooling
from advisor.understand.understanding import LearnerFacts
from corpus.folding import fold
from corpus.requirement import EDUCATION_LEVELS

__all__ = ["Contradiction", "contradictions", "merge_facts"]


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """Two things told that cannot both hold, or one that cannot be: ask, and use neither."""

    about: str
    said: tuple[str, ...]


def merge_facts(old: LearnerFacts, new: LearnerFacts) -> LearnerFacts:
    """Facts after another message. What ``new`` tells takes the place of what ``old`` told of the same thing.

    >>> old, new = read_facts("I have no degree"), read_facts("sorry, I do have a degree")
    >>> merged = merge_facts(old, new)
    >>> merged.education, merged.not_held
    ('bachelor', ())
    """
    update: dict[str, object] = {}
    replaced: set[str] = set()
    for group in _GROUPS:
        source = new if any(_told(new, name) for name in group) else old
        other = old if source is new else new
        update |= {name: getattr(source, name) for name in group}
        if source is new:
            replaced |= {
                str(getattr(other, name)) for name in group if name.endswith("_said") and getattr(other, name)
            }
    gained = _held_names(new)
    lost = {fold(item) for item in new.not_held}
    update["not_held"] = _each(*(item for item in old.not_held if fold(item) not in gained), *new.not_held)
    update["credentials"] = _each(
        *(item for item in old.credentials if fold(item) not in lost), *new.credentials
    )
    update["subjects"] = old.subjects | new.subjects
    for name in ("fields_of_study", "courses", "occupations", "holds"):
        update[name] = _each(*getattr(old, name), *getattr(new, name))
    taken_back = {said for said in old.said if _denied_words(said) & gained}
    update["said"] = _each(*(said for said in old.said if said not in replaced | taken_back), *new.said)
    return old.model_copy(update=update)


def contradictions(facts: LearnerFacts) -> tuple[Contradiction, ...]:
    """What cannot all be so: schooling that ends below a degree held, a thing held and not held, impossible numbers.

    >>> contradictions(read_facts("I have grade 10, and a master's degree"))[0].said
    ('grade 10', "master's degree")
    """
    found: list[Contradiction] = []
    levels = [level for said in facts.said for level in read_schooling(f"I have {said}").levels]
    lowest = min(levels, key=lambda told: EDUCATION_LEVELS.index(told.value), default=None)
    highest = max(levels, key=lambda told: EDUCATION_LEVELS.index(told.value), default=None)
    if (
        lowest
        and highest
        and lowest.value in {"grade-10", "grade-11"}
        and highest.value in {"bachelor", "graduate"}
    ):
        found.append(Contradiction(about="schooling", said=(lowest.said, highest.said)))
    held = _held_names(facts)
    for item in facts.not_held:
        if fold(item) in held:
            words = tuple(said for said in facts.said if fold(item) in fold(said))
            found.append(Contradiction(about=item, said=words or (item,)))
    if (
        facts.age is not None
        and facts.experience_years is not None
        and facts.experience_years > facts.age - 5
    ):
        found.append(
            Contradiction(
                about="age and years of experience", said=(facts.age_said or "", facts.experience_said or "")
            )
        )
    return tuple(found)


#: fields that are told together and replaced together
_GROUPS: tuple[tuple[str, ...], ...] = (
    ("education", "education_said"),
    ("experience_years", "experience_said"),
    ("age", "age_said"),
    ("test", "test_score", "test_bands", "test_said"),
    ("residence",),
    ("in_school",),
)


def _told(facts: LearnerFacts, name: str) -> bool:
    return getattr(facts, name) not in (None, (), {})


def _held_names(facts: LearnerFacts) -> set[str]:
    """Plain names of what is held, as ``not_held`` would name it."""
    names = {fold(item) for item in (*facts.credentials, *(name for name, _ in facts.subjects.items()))}
    if any("red seal" in name for name in names):
        names |= {"red seal", "trade qualification", "ticket"}
    rank = -1 if facts.education is None else EDUCATION_LEVELS.index(facts.education)
    if rank >= EDUCATION_LEVELS.index("bachelor"):
        names |= {"degree", "bachelor's degree", "post-secondary"}
    if rank >= EDUCATION_LEVELS.index("some-postsecondary"):
        names |= {"post-secondary"}
    if facts.education == "grade-12":
        names |= {"high school"}
    if facts.education == "diploma":
        names |= {"diploma"}
    return names


def _denied_words(said: str) -> set[str]:
    return {fold(item) for item in read_facts(said).not_held}


def _each(*items: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
