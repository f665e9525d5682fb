"""What a message states, as against what it asks, wishes for, or tells of the learner.

People rarely announce what they take for granted ("since it is free"). They state it ("it is 10 weeks. who teaches it"),
hang a tag on it ("it's in Terrace, right?") or put it into the question ("how do I pay the $900"). Each of these is
read here; whether it is so is for the record to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.understand.text import sentences
from corpus.folding import fold
from corpus.once import once

__all__ = ["Stated", "presumed_in", "stated_in", "unstated_part"]

#: words that lead up to something taken for granted, and are no part of it
_LEAD = re.compile(
    r"^(?:(?:and|but|so|well|ok(?:ay)?|hi|hey|hello|also|plus|actually|look|cool|great|then|oh|yes|yeah|no),? )*"
    r"(?:(?:since|because|cause|cuz|coz|given(?: that)?|seeing (?:as|that)|now that|knowing(?: that)?|considering(?: that)?|as(?= (?:it|its|it's|the|this|that|they|you|your|tuition|admission|i understand)\b)|although|though|even though) )?"
    r"(?P<told>(?:(?:just )?(?:heard|read|been told|was told)(?: that)? (?=there|it|the|they|you)|i(?:'ve| have)? ?(?:just |also |already )?(?:heard|read|seen|saw|was told|been told|know|knew|understand|understood|thought|think|assume|assumed|see|gather|believe|guess|figured?|noticed|remember)(?: it)?(?: that)?,? "
    r"|(?:as|from what) i (?:understand|understood|heard|read|see|saw|know|remember)(?: it)?,? |(?:they|he|she|people|everyone|everybody|someone|somebody|you(?:r \w+)?|(?:my|the|a|an|our|his|her|their) (?:\w+ )?\w+) (?:said|says|told (?:me|us|him|her)|claims?|swears|insists|tells me|is saying|keeps? saying|knows|mentioned)(?: that)?,? "
    r"|apparently,? |supposedly,? |obviously,? |of course,? |it says(?: that)? |word is(?: that)? |(?:i'm|im|i am|we're|we are)(?: so| really| very)? (?:glad|happy|sad|sorry|aware|disappointed|pleased|relieved|excited|upset)(?: that)? |(?:too bad|a pity|a shame|pity|good thing|nice|great|it's (?:great|nice|good|too bad|a pity|a shame)|its (?:great|nice|good|too bad|a pity|a shame)|love|thanks for telling me)(?: that)? |congrat\w*(?: on)? )+)?"
)
_STRONG = re.compile(r"\b(?:since|because|cause|cuz|coz|given|seeing (?:as|that)|now that|knowing|considering)\s+$|^(?:since|because|cause|cuz|coz|given|seeing (?:as|that)|now that|knowing|considering|as)\s")
_SINCE_TIME = re.compile(r"since (?=(?:19|20)\d\d|(?:i|we|he|she|they) (?:was|were|left|finished|started|moved|came|got)\b|my\b|last\b|then\b)")
#: where one clause of a message ends and the next begins
_BREAK = re.compile(
    r"[;:]|\s-+\s|,? (?=(?:since(?! (?:19|20)\d\d| (?:i|we|he|she|they) | my | last | then )|because|cause|cuz|coz|given (?:that )?(?:it|the|they)|seeing (?:as|that)|now that|although|even though) )"
    r"|,? (?=so (?!much\b|many\b|far\b|long\b|that's\b|expensive\b|hard\b|on\b))|,? (?=but )|, (?=which )"
    r"|,? (?=(?:and |so |but )?(?:(?:can|could|should|would|will|does|did) (?:i|we|you|they|he|she|it|my|our|the|that|this|someone|people)|do (?:i|we|you|they|people))\b)"
    r"|,? (?=and (?:how|what|when|where|who|whose|which|why|can|could|do|does|is|are|should|will|would|i|we|i'm|im|my)\b)"
    r"|, ?(?=(?:how|what|whats|when|where|who|whos|whose|which|why|can|could|do|does|did|is|are|was|should|will|would|i|i'm|im|i'd|i've|we|we're|we've|my|our|any|if|then|please|right|eh|correct|yeah|yes|no|agree|isn'?t|aren'?t|doesn'?t|don'?t)\b)"
    r"| (?=(?:right|eh|correct|isn'?t it|aren'?t they|doesn'?t it|don'?t they)\W*$)|(?<=\bright) (?=(?:how|what|which|where|when|who|can|do|does|is)\b)|,? (?=too bad\b)"
)
_ASKS = re.compile(
    r"^(?:(?:and|but|so|ok(?:ay)?|hi|hey|hello|also|then|please|well|no|yes|for \w+|roughly|about|exactly|in|to|under|over|within|after|before|at (?:least|most)|up to),? )*"
    r"(?:how|what|whats|what's|when|whens|where|wheres|who|whos|whose|which|why|is|are|was|were|am i|do|does|did|can|could|will|would|should|may i|might|has|have (?:i|we|you|they|he|she)|isn'?t|aren'?t|doesn'?t|don'?t|won'?t|any|tell me|explain|compare|check|confirm|describe|list|show|give me|send|ask|help|let me know|not sure|unsure|no idea|(?:i'm |im |i am |was )?(?:just )?(?:wondering|curious|asking|looking|hoping|trying|interested)|i (?:wonder|want|need|wanna|wish|would|hope|like|prefer|can(?:'?t|not)|can only|could|might|may|don'?t know|have no idea|do not know)|i'd|we (?:want|need|would|hope|can(?:'?t|not)|can only|could)|we'd|(?:he|she|they|my \w+|our \w+) (?:wants?|needs?|wonders?|hopes?|would like|can(?:'?t|not)|is looking|is interested|are looking)|if|unless|whether|in case|looking for|something|anything|want|need|gonna|going to|thanks|thank)\b"
)
_INDIRECT = re.compile(r"\b(?:whether|know if|wondering if|sure if|if (?:it|the|they|this|that) (?:is|are|has|have|costs?|takes?|needs?))\b")
#: the learner, or theirs, is what the clause is about
_MINE = re.compile(r"^(?:i|i'm|im|i've|ive|i'd|i'll|ill|we|we're|we've|we'll|my|our|he|she|he's|she's|his|her|me)\b")
#: a clause that states something has a verb and says what it is of; "commerce degree, 74% average" tells of somebody
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|takes?|took|costs?|needs?|requires?|gives?|gave|gets?|lasts?|runs?|ran|starts?|started|begins?|meets?|includes?|covers?|comes?|counts?|leads?|ladders?|transfers?|stacks?|accepts?|welcomes?|lets?|allows?|admits?|guarantees?|pays?|offers?|goes|does|doesn'?t|don'?t|can|cannot|can'?t|may|must|will|won'?t|makes?|asks?|says?|stops?|ends?|caps?|being|been|reopening|bumped|changed|isn'?t|aren'?t|hasn'?t)\b|\b(?:it|that|there|he|she|what)'s\b|'s (?:been|an?|the|not|no|only|free|online|optional|in|at|all|just|open|closed|mandatory|required|for)\b"
)
#: begins with what somebody did, is or has, and leaves the somebody out; or says what they will be once they have it
_SUBJECTLESS = re.compile(r"^(?:been|being a|never|already|hasn'?t|haven'?t|isn'?t from|[a-z]{3,}ed|have|had|got|gotten|working|living|doing|finishing up|did|took|went|born|raised|just|moved|currently|once|after|when|as soon as|as an?)\b")
_TRAIL = re.compile(r"(?:,? (?:i (?:heard|read|was told|think|believe|guess|suppose|know)|they (?:say|said|told me)|(?:he|she) (?:says|said)|apparently|supposedly|right|eh|correct|yeah))+$")
_TAG = re.compile(r"^(?:right|eh|correct|yeah|yes|no|agree|isn'?t it|aren'?t they|doesn'?t it|don'?t they|isnt it)\W*$")


@dataclass(frozen=True)
class Stated:
    """One clause that a message states.

    ``text`` is folded and has no lead ("since", "I heard that"); ``mine`` says that the learner is its subject; ``led``
    that it was plainly taken for granted.
    """

    text: str
    mine: bool = False
    led: bool = False


@once
def stated_in(message: str) -> tuple[Stated, ...]:
    """The clauses that a message states, in order.

    >>> [item.text for item in stated_in("Since it's free, how do I apply? It is 10 weeks. is it online")]
    ["it's free", 'it is 10 weeks']
    >>> [item.text for item in stated_in("it's in Terrace, right?")], stated_in("is it free and how long is it")
    (["it's in terrace"], ())
    """
    found: list[Stated] = []
    for sentence in sentences(message):
        plain = re.sub(r"\s+", " ", fold(sentence)).strip(" .?!,\"'>#*")
        for part in _BREAK.split(plain):
            clause = part.strip(" .?!,\"'>#*") if part else ""
            if clause and (item := _stated(clause)):
                found.append(item)
    return tuple(found)


def unstated_part(message: str) -> tuple[str, ...]:
    """The sentences of a message that state nothing: what it asks beside what it states.

    >>> unstated_part("It is free. How do I apply?")
    ('How do I apply?',)
    """
    return tuple(sentence for sentence in sentences(message) if len(sentence.split()) >= 3 and not stated_in(sentence))


def _stated(clause: str) -> Stated | None:
    if _TAG.match(clause):
        return None
    if _SINCE_TIME.match(clause):
        return None
    lead = _LEAD.match(clause)
    rest = clause[lead.end() :].strip(" ,") if lead else clause
    led = bool(_STRONG.search(clause[: lead.end()] if lead else "")) or bool(lead and lead["told"])
    rest = _TRAIL.sub("", rest).strip(" ,")
    if len(rest.split()) < 2 or _ASKS.match(rest) or _INDIRECT.search(rest):
        return None
    mine = bool(_MINE.match(rest) or _SUBJECTLESS.match(rest))
    if not mine and not _VERB.search(rest):
        return None
    return Stated(rest, mine=mine, led=led)


#: something definite inside a question: "pay the $900", "the other half of the 18 credits", "its eight weeks"
_PRESUMED = re.compile(
    r"\b(?:the|its|all|those|these)(?: other| whole| full| entire| next| last)? (?P<amount>\$ ?[\d,]+(?:\.\d+)?|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty)[ -](?:academic |university |live |contact |weekly |in-class |evening )?(?:credits|units|hours|weeks|months|days|years|courses|modules|sessions|weekends|seats|students|people))\b"
)


def presumed_in(message: str) -> tuple[str, ...]:
    """Definite amounts that a message speaks of as known, folded.

    >>> presumed_in("how do I pay the $1,260, and where are the 18 credits recorded")
    ('$1,260', '18 credits')
    """
    return tuple(match["amount"] for match in _PRESUMED.finditer(fold(message)))
