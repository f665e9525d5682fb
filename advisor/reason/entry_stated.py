"""What a message states about who may get in, held against a record's requirements."""

from __future__ import annotations

import re

from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS
from advisor.understand.text import stem, tokens
from corpus.credential import Credential
from corpus.folding import fold
from corpus.requirement import Requirement

__all__ = ["contrary_entry"]

#: says that nothing, or a certain thing, is asked
_NOT_NEEDED = re.compile(
    r"\b(?:don'?t|doesn'?t|do not|does not|didn'?t|won'?t|not) (?:really |even |actually )?(?:need|require|have to (?:have|be|do|take)|ask for|want)\b(?P<after>.*)|\b(?:needs?|requires?|asks for|takes?|there'?s|there is|there are|has|have|with) no (?P<no>.*)"
    r"|\b(?P<thing>[\w' -]{3,40}?) (?:is|are) (?:not|n't|never) (?:needed|required|necessary|asked)|\b(?:without|skip(?:ping)?) (?:the |any |a |doing |taking )?(?P<without>.*)"
)
_ANYONE = re.compile(r"\b(?:any(?:one|body)|every(?:one|body)) (?:can|may|could|is able|is allowed|gets|qualifies|is welcome)\b|\b(?:open|available) to (?:everyone|anyone|anybody|everybody|all|the public|any)\b|\bfor (?:everyone|anyone|anybody|everybody|all|complete beginners|beginners|absolute beginners)\b|\btakes? (?:everyone|anyone|anybody|beginners)\b|\bany \w+ (?:can|may)\b")
#: says that a certain thing, or certain people, are asked
_NEEDED = re.compile(r"\b(?:need|needs|requires?|required|must|have to|has to|mandatory|prerequisite|prereq)\b")
#: what people are asked to have or have done
_ASKED = re.compile(r"\b(?:prereq\w*|requirements?|required|mandatory|degree|diploma|experience|background|grades?|red seal|licen[cs]e|apprenticeship|years?|trade|ticket|first|before)\b")
_ONLY = re.compile(r"\bonly (?:for |open to |available to |takes? |accepts? )?(?P<who>.*)|\bjust for (?P<just>.*)|\b(?P<people>[\w' -]+?) only\b")
_GENERIC = {stem(word) for word in ("prerequisite", "prerequisites", "prereq", "prereqs", "requirement", "requirements", "anything", "admission", "entry", "condition", "conditions", "background", "experience", "qualification", "qualifications")}
_NOISE = {stem(word) for word in CHAT_WORDS | GENERIC_WORDS} | {stem(word) for word in ("need", "require", "required", "prior", "first", "one", "prerequisite", "apply", "anything", "any", "some")}
_OPENS = re.compile(r"\bwelcome\b|\bopen(?:ed)? to\b|\banyone\b|\beveryone\b|\ball (?:students|learners|people)\b|\bno (?:prerequisites?|previous|prior|experience|requirements?)\b|\bnot required\b|\bas well as\b|\balso (?:useful|for|welcome|considered)\b|\bbeginners\b")
_CLOSED = re.compile(r"\bnot open\b|\bnot available\b|\bonly\b|\bexcept\b|\bnot eligible\b|\bcannot\b|\bno international\b")
#: a level of schooling and the words that ask for it
_LEVELS = {"bachelor": r"\bdegree|\bbachelor|\bundergrad\w*", "graduate": r"\bdegree|\bmaster|\bgraduate degree", "grade-12": r"\bhigh school|\bgrade (?:12|twelve)|\bsecondary|\bdogwood|\bdiploma", "diploma": r"\bdiploma", "certificate": r"\bcertificate"}


def contrary_entry(record: Credential, clause: str) -> bool:
    """Whether the requirements state otherwise than a folded clause says of who may get in.

    >>> record = Credential(id="a", title="A", institution="B", requirements=(Requirement(kind="course", text="ELSE 452", course="ELSE 452"),))
    >>> contrary_entry(record, "there's no prereq"), contrary_entry(record, "you need else 452 first")
    (True, False)
    """
    asked = [item for item in record.requirements if item.strength == "required" and item.kind not in {"open", "intended", "documents"}]
    text = fold("\n".join(item.text for item in record.requirements))
    words = _words(clause)
    if words & _words(text) and bool(_CLOSED.search(text)) and re.search(r"\b(?:welcomes?|accepts?|takes?|open to|allows?|admits?)\b", clause) and not re.search(r"\bnot\b|n't\b|\bonly\b|\bno\b", clause):
        closed = [part for part in re.split(r"[;\n]", text) if _CLOSED.search(part)]
        return any(words & _words(part) for part in closed)
    if _ANYONE.search(clause) and not re.search(r"\bnot\b|n't\b", clause):
        return bool(asked) and not any(item.kind == "open" for item in record.requirements) and not _OPENS.search(text)
    if match := _NOT_NEEDED.search(clause):
        said = " ".join(part for part in match.groups() if part)
        return any(_is_asked(item, said) for item in asked)
    if (match := _ONLY.search(clause)) and not re.search(r"\bonly (?:\w+ )?\d", clause):
        those = _words(next((part for part in match.groups() if part), ""))
        opening = [part for part in re.split(r"[;\n]", text) if _OPENS.search(part)]
        return bool(opening) and bool(those) and re.search(r"\b(?:for|take|join|apply|get in|open|allowed|accepts?|enrol\w*|can|may)\b", clause) is not None
    if _NEEDED.search(clause) and any(item.kind == "open" for item in record.requirements):
        return bool(_ASKED.search(clause)) and not any(_words(item.text) & words for item in asked)
    return False


def _words(text: str) -> set[str]:
    return {stem(word) for word in tokens(text) if len(word) > 2} - _NOISE


def _is_asked(item: Requirement, said: str) -> bool:
    """Whether a requirement asks for what is said not to be needed."""
    if {stem(word) for word in tokens(said)} & _GENERIC and not _words(said) - _GENERIC:
        if re.search(r"\bexperience\b|\bbackground\b", said):
            return item.kind == "experience" or "experience" in fold(item.text)
        return item.kind in {"education", "subject", "credential", "course", "experience", "enrolment"}
    if item.level and re.search(_LEVELS.get(item.level, r"(?!)"), said):
        return True
    return bool(_words(said) & _words(item.text))
