"""The questions of a message: what is asked, about what, in the order it is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from advisor.converse.conversation import Conversation
from advisor.find.sought import sought_in, without_sought
from advisor.understand.aspects import SURE as ASPECT_SURE
from advisor.understand.aspects import Aspect
from advisor.understand.goes_on import asks_for_whatever
from advisor.understand.intents import ASKS_FOR_OFFERINGS, FIND, TRAINING, intents_in
from advisor.understand.lexicon import CHAT_WORDS, FIELD_CUES, GENERIC_WORDS, field_cues_in
from advisor.understand.nearest import Nearest
from advisor.understand.text import stem, tokens, without
from advisor.understand.understanding import Act, Filter, Intent, Request
from advisor.understand.unnamed import asks_of_one_unnamed, subject_left
from advisor.understand.where import without_reach
from advisor.understand.wishes import read_wishes
from corpus.folding import fold

__all__ = ["INTENT_OF_FIELD", "asks_a_question", "asks_beside_amounts", "question_without", "requests_about", "requests_without_record"]

#: fields that an intent of their own answers
INTENT_OF_FIELD: dict[str, Intent] = {
    "requirements": "eligibility",
    "laddering": "pathway",
    "prerequisite_of": "pathway",
    "next_steps": "next",
    "contact": "next",
}
#: a kind of message that asks for nothing of ours -> how it is met
_ASKS_NOTHING: Mapping[str, Act] = {
    "out_of_scope": "out_of_scope", "joke": "out_of_scope", "about_advisor": "about_advisor",
    "greeting": "greeting", "thanks": "thanks", "bye": "bye", "insult": "insult",
}  # fmt: skip
#: from this nearness to a known question on, a message without a record is answered from guidance
GUIDANCE_PLAIN = 0.72
#: and so far ahead of any record, it is no question about an offering that it fails to name
PLAINLY_AHEAD = 0.25
#: and from this nearness to something that is not ours on, it is that, however it points at "it"
OUTSIDE_PLAIN = 0.55
OUTSIDE_MARGIN = 0.20
#: nearness to some record from which on the words of a message are about something that is offered
ABOUT_A_RECORD = 0.41
GUIDANCE_SURE = 0.62
GUIDANCE_LIKELY = 0.46
KIND_FLOOR = 0.50
_OTHER_KIND = 0.06
#: so few words that ask nothing are a name
_BARE = 6
#: so many words beside what is sought say nothing more
_LITTLE = 3
#: from this nearness to what is not ours on, a message after guidance is no question about it
OUTSIDE_SURE = 0.60
#: and how far it must stand ahead of what is ours, for a message that goes on with what was said
OUTSIDE_AHEAD = 0.15
#: opens a message that goes on with what was said
_GOES_ON = re.compile(r"^\W*(?:and|so|but|ok(?:ay)?|what if|then|does|do|is|are|can|could|would|will)\b|\b(?:it|that|they|them|those)\b")
#: cues that a person who tells of themselves uses while asking whether that is enough
_BESIDE_ADMISSION = {"recognition", "assessment", "plar", "supports", "summary", "type", "status", "quality_assurance"}
_HOW_MANY_CREDITS = re.compile(r"\bhow many (?:\w+ )?(?:credits|units)\b|\bfor credit\b|\bnon-?credit\b")
_DONE_FROM = re.compile(
    r"\b(?:can|could|would|will|might) (?:i|you|he|she|they|we|one|someone|my \w+|people|somebody) (?:be able to |still |just |also )?(?:do|take|study|finish|complete|attend|join) (?:it|this|that|them|this one|that one)(?: all| part of it| mostly)? (?:from|remotely|at home|without (?:leaving|moving|travel\w*|going|driving))\b(?: home)?"
    r"|\bsomething (?:i|he|she|they|we) (?:can|could) do from\b(?: home)?"
)
#: leaves no doubt that it is admission, or what is left to do, that is asked about
_SETTLES = re.compile(r"\bget in(?:to)?\b|\bqualif\w+|\beligib\w+|\badmi(?:t|ssion)\w*|\b(?:accept|let) (?:me|him|her|us|them|my)\b|\bgo(?:es)? (?:to|toward|towards|into) (?:the|a|an|my)\b|\bcounts? (?:toward|for|in)\b|\bleft (?:for|to|until|before)\b|\bhow many more\b")
_ASKING_PARTS = re.compile(r"[?!.;]+|,? (?:and|&|plus|also) |, ")
_HAS_ONE = re.compile(r"^\W*(?:and |so |ok(?:ay)? )?(?:do|does|did)\b.{0,30}?\b(?:have|offer|run|teach|got|give) (?:one|any(?:thing)?|some(?:thing)?|an? \w+)\b")
#: points at one offering without naming it
#: "online it is" settles on something and points at nothing
_SO_BE_IT = re.compile(r"\b(?:so |then )?[\w-]+ it is(?=\W*(?:$|[.,;!]|then\b|i guess\b))")
_DEFINITE = re.compile(
    r"\b(?:it|its|that one|this one|they|them|there)\b|\b(?:that|this|the|those|these) (?:\w+ )?(?:one|course|program|certificate|cert|training|class|micro\w*|micro-?\w+|diploma|college|school|university|free one|\w+ one)s?\b|^\W*(?:how (?:long|much)|when|where)\W*$|^\W*(?:can|could|would|will) (?:i|we|he|she|they|my \w+) (?:get in|qualify|join|do it)\W*$"
)


def requests_about(
    text: str,
    plain: str,
    *,
    records: Sequence[str],
    question: str,
    aspects: Sequence[Aspect],
    candidates: Sequence[str],
    cued: str | None = None,
    told: Sequence[str] = (),
) -> list[Request]:
    """Questions about known records, one for each intent, in the order of their cues.

    :param question: the folded message with the records' names taken out.
    :param aspects: fields whose known questions are near to it.
    :param cued: the stretch of the question in which cues may speak; all of it by default.
    :param told: what the message tells of the learner. It asks about no field, so that "I work nights" is no question of
        times; and with no other cue it is asked whether that is enough.
    """
    question, how = _how_it_is_done(question)
    if cued is not None:
        cued, _ = _how_it_is_done(cued)
    asked_in = without(question, tuple(fold(item) for item in told)) if cued is None else cued
    sought = sought_in(without(plain, tuple(fold(item) for item in told)))
    if sought:  # "how many learners enrolled" asks for no way to enrol
        asked_in, aspects = without_sought(asked_in), _beside_sought(asked_in, aspects)
    intents = intents_in(without_sought(without(question, tuple(fold(item) for item in told))))
    fields = list(dict.fromkeys([*how, *_asked_fields(asked_in, intents, aspects, told=bool(told) and asks_a_question(plain), bare=len(plain.split()) <= _BARE and not asks_a_question(plain))]))
    positions: dict[Intent, int] = {}
    asked: dict[Intent, list[str]] = {}
    for order, name in enumerate(fields):
        intent = INTENT_OF_FIELD.get(name, "fact")
        match = FIELD_CUES[name].search(asked_in) if name in FIELD_CUES else None
        positions.setdefault(intent, match.start() if match else intents.get(intent, len(question) + order))
        asked.setdefault(intent, []).append(name)
    for intent, where in intents.items():
        if intent in {"eligibility", "pathway", "next", "worth", "outcome"}:
            positions.setdefault(intent, where)
        elif intent == "compare" and len(records) > 1:
            positions = {"compare": where}
            break
    if told and not positions and not sought:
        positions = {"eligibility": 0}
    if len(records) > 1 and "compare" not in positions and set(positions) <= {"fact"}:
        positions = {"compare": 0}
    if sought and not positions:
        positions = {"fact": 0}
    if set(positions) <= {"fact"} and _HAS_ONE.search(question) and not field_cues_in(question):
        positions = {}  # whether there is one, and what it is
    if not positions or (set(positions) == {"fact"} and not sought and (set(fields) <= {"summary"} or not asks_a_question(plain))):
        positions = {"overview": 0}
    return [
        Request(
            intent=intent,
            text=text,
            topic=question,
            fields=tuple(asked.get(intent, fields if intent in {"compare", "overview"} else ())),
            records=tuple(records),
            candidates=tuple(candidates),
        )
        for intent, _ in sorted(positions.items(), key=lambda item: item[1])
    ]


def _beside_sought(asked_in: str, aspects: Sequence[Aspect]) -> Sequence[Aspect]:
    """Fields that are asked about beside what is sought: those that are surely near, where the rest of the question says more."""
    rest = [word for word in tokens(without_sought(asked_in)) if len(word) > 2 and word not in CHAT_WORDS | GENERIC_WORDS]
    return [item for item in aspects if item[1] >= ASPECT_SURE] if len(rest) > _LITTLE else []


def _how_it_is_done(question: str) -> tuple[str, list[str]]:
    """"Can I do it from Terrace" asks how and where it is held, and not who is let in: the question without it, and the fields."""
    match = _DONE_FROM.search(question)
    return (f"{question[: match.start()]} {question[match.end() :]}", ["delivery", "location"]) if match else (question, [])


def _asked_fields(question: str, intents: dict[Intent, int], aspects: Sequence[Aspect], *, told: bool, bare: bool = False) -> list[str]:
    """Fields that cues name, in their order, then those whose known questions are near."""
    near = dict(aspects)
    cued = []
    for name in field_cues_in(question):
        own = INTENT_OF_FIELD.get(name, "fact")
        if own == "fact" or own in intents or name == "contact" or name in near:
            cued.append(name)
    if "pathway" in intents and not _HOW_MANY_CREDITS.search(question):
        cued = [name for name in cued if name != "credit"]  # what counts is told with the ways on
    settled = any(score >= 1.0 for score in near.values())
    if told and set(cued) <= _BESIDE_ADMISSION and not settled and not set(intents) & {"eligibility", "pathway", "next"}:
        return ["requirements", *cued]
    if not cued and not set(intents) & {"eligibility", "pathway", "next", "worth", "outcome"}:
        return [] if bare else [name for name, _ in aspects[:2]]
    # a field that another kind of answer is for needs to be nearer still: "get into" is no way on
    floors = {name: ASPECT_SURE if INTENT_OF_FIELD.get(name, "fact") in {"fact", *intents} else ASPECT_SURE + _OTHER_KIND for name, _ in aspects}
    beside = [name for name, score in aspects if score >= floors[name] and name not in cued]
    if set(intents) & {"eligibility", "pathway", "next"} and _asks_once(question) and (told or _SETTLES.search(question)):
        # one question that a cue settles asks for no fact beside it, however near its words are to one
        beside = [name for name in beside if name in INTENT_OF_FIELD or near[name] >= 1.0]
    return cued + beside


def _asks_once(question: str) -> bool:
    """Whether no more than one part of a question asks."""
    return sum(asks_a_question(part) for part in _ASKING_PARTS.split(question) if part.strip()) <= 1


def requests_without_record(
    text: str,
    plain: str,
    *,
    topic: str,
    missing: str | None,
    filters: Sequence[Filter],
    kinds: Nearest | None,
    conversation: Conversation,
    near: Sequence[str],
    covered: float,
    defined: bool,
    at_institution: bool,
    subject: bool = False,
) -> tuple[list[Request], Act]:
    """Questions that name no record: guidance, a search, something outside, or too little to go on.

    :param subject: the message says what a course is to be in.
    """
    fields = tuple(field_cues_in(plain))
    intents = intents_in(plain)
    searching = bool(FIND.search(plain))
    guidance = kinds.guidance_score if kinds else 0.0
    if _follows_guidance(conversation, plain, topic=topic, kinds=kinds, wishes=bool(filters) and not asks_a_question(plain), missing=bool(missing) or (at_institution and bool(subject_left(topic)))):
        return [Request(intent="guidance", text=text, topic=topic, fields=fields)], "ask"
    defined = defined and not (subject and at_institution)  # a term in the name of what an institution offers
    only_wishes = len(filters) > 1 and not asks_a_question(plain)  # "online, no academic credit": the term is a wish
    rules = bool(_IS_THERE_A_RULE.search(plain)) or (bool(_ASKS_FOR_MONEY.search(plain)) and (defined or guidance >= GUIDANCE_SURE))
    cue = (("guidance" in intents and not (at_institution and not defined)) or (defined and not searching and not only_wishes) or (rules and not at_institution)) and not _THE_TWO.search(plain)
    plainly = (defined or rules) and kinds is not None and kinds.guidance_score >= GUIDANCE_PLAIN and kinds.explains >= PLAINLY_AHEAD
    left = subject_left(topic)
    known = searching or kinds is None or kinds.record_score >= ABOUT_A_RECORD or kinds.guidance_score >= GUIDANCE_SURE
    talked_of = bool(conversation.topic or conversation.sections)
    of_any = bool(filters) and not asks_beside_amounts(plain) and asks_for_whatever(plain)  # "classes under $300"
    one = not of_any and not subject and not missing and not talked_of and not plainly and not (filters and searching) and asks_of_one_unnamed(plain, left, fields=fields, intents=intents, known=known)
    wants_training = bool(topic) and bool(ASKS_FOR_OFFERINGS.search(plain)) and bool(TRAINING.search(plain))
    if kinds and kinds.act == "out_of_scope" and kinds.score >= 0.42 and kinds.margin >= 0.08 and kinds.score > kinds.guidance_score - 0.1 and not defined and not wants_training and kinds.score >= kinds.record_score and not (one and kinds.score < OUTSIDE_PLAIN and kinds.margin < OUTSIDE_MARGIN):
        return [], "out_of_scope"
    if missing:
        return [Request(intent="find", text=text, topic=topic, fields=fields, named=missing)], "ask"
    asks_of_one = bool((set(intents) & {"eligibility", "next", "pathway", "worth"} or fields) and not searching)
    vague = bool(_THE_ONE.search(plain)) or (kinds is not None and kinds.record_score < 0.45 and kinds.guidance_score < 0.6 and not searching)
    if one and not defined and not cue and not at_institution:
        wanted: Intent = next((item for item in ("eligibility", "next", "pathway") if item in intents), "fact")
        return [Request(intent=wanted, text=text, topic=topic, fields=fields, candidates=tuple(near) if left else ())], "ask"
    of_those = bool(ASKS_FOR_OFFERINGS.search(plain)) and bool(conversation.filters) and not topic  # "what training is there", with wishes standing
    unnamed = (not topic or (len(topic.split()) <= 2 and vague)) and not of_those and not defined and not cue and bool(_DEFINITE.search(_SO_BE_IT.sub("", plain)))
    if unnamed and (asks_a_question(plain) or not filters) and not (filters and conversation.topic):
        intent: Intent = next((item for item in ("eligibility", "next", "pathway") if item in intents), "fact")
        return [Request(intent=intent, text=text, topic=topic, fields=fields, candidates=tuple(near))], "ask"
    wishes_alone = of_those or of_any or (filters and (conversation.topic or searching or ASKS_FOR_OFFERINGS.search(plain))) or (conversation.topic and searching) or (len(filters) > 1 and not asks_a_question(plain))
    if not topic and not cue and wishes_alone:
        return [Request(intent="find", text=text, topic=conversation.topic, fields=fields)], "ask"
    wishing = bool(filters) and bool(topic) and not cue and not defined and not asks_beside_amounts(plain)
    if kinds and not wishing and not (at_institution and topic and not defined) and _explains(kinds, cue=cue, asking=bool(ASKS_FOR_OFFERINGS.search(plain)) and bool(topic) and not rules and not _ASKS_THE_RULES.search(plain), searching=searching and bool(topic), covered=covered) and (cue or covered >= 0.25 or not subject):
        explains = defined and "guidance" in intents  # what a term means is for guidance to say, not for a person to decide
        act: Act = "needs_person" if not explains and kinds.act == "needs_person" and kinds.score >= KIND_FLOOR and kinds.margin >= 0.1 else "ask"
        return [Request(intent="guidance", text=text, topic=topic, fields=fields)], act
    if kinds and kinds.act in _ASKS_NOTHING and kinds.score >= KIND_FLOOR and kinds.margin > 0.02 and not wants_training:
        return [], _ASKS_NOTHING[kinds.act]
    if topic:
        return [Request(intent="find", text=text, topic=topic, fields=fields, candidates=tuple(near))], "ask"
    if guidance >= GUIDANCE_LIKELY:
        return [Request(intent="guidance", text=text, topic=topic, fields=fields)], "ask"
    if filters and (searching or not asks_of_one):
        return [Request(intent="find", text=text, topic=topic or conversation.topic, fields=fields)], "ask"
    asked: Intent = next((item for item in ("eligibility", "next", "pathway") if item in intents), "fact")
    return [Request(intent=asked, text=text, topic=topic, fields=fields, candidates=tuple(near))], "ask"


def _follows_guidance(conversation: Conversation, plain: str, *, topic: str, kinds: Nearest | None, wishes: bool, missing: bool) -> bool:
    """Whether a message goes on asking about what guidance has just explained."""
    if conversation.intent != "guidance" or not conversation.sections or wishes or missing or len(topic.split()) > 6:
        return False
    if ASKS_FOR_OFFERINGS.search(plain) or (topic and TRAINING.search(plain) and re.search(r"\b(?:which|what|any|some)\b", plain)) or (FIND.search(plain) and topic and not _GOES_ON.search(plain)):
        return False
    if kinds is None or kinds.act not in {"out_of_scope", "joke"}:
        return True
    goes_on = bool(_GOES_ON.search(plain))
    return goes_on and not (kinds.score >= OUTSIDE_SURE and kinds.margin >= OUTSIDE_AHEAD)


#: asks what a rule says, whatever else it tells: "does the framework say anything about …"
_ASKS_THE_RULES = re.compile(r"\b(?:does|do|did|will|would|what does|what do) (?:the|bc'?s|this|that|b\.c\.'?s) (?:\w+ ){0,2}(?:framework|policy|rules?|law|guidelines?|toolkit|act) (?:say|says|require|allow|mean|ask|cover|mention)")


_IS_THERE_A_RULE = re.compile(r"\b(?:is|are|was) there (?:any |a |some |even a )?(?:\w+ )?(?:rules?|laws?|limits?|caps?|polic(?:y|ies)|regulations?|standards?)\b|\b(?:do|does) (?:colleges?|schools?|universit(?:y|ies)|institutions?|they all|every \w+) (?:all )?have to\b|\bwhat (?:should|must|does) (?:a|the|every|any) (?:school|college|university|institution) (?:have to )?(?:be )?(?:tell|show|say|explain)")
#: asks for money to learn with, or who gives it: no course is looked for
_ASKS_FOR_MONEY = re.compile(
    r"\b(?:is|are|was) there (?:any |a |an |some |still |government |other |more )*(?:money|grants?|funding|funds|bursar(?:y|ies)|loans?|subsid(?:y|ies)|help (?:to pay|paying|with (?:tuition|fees|costs?)))\b"
    r"|\b(?:want|like|need|get|ask) (?:the |our |my )?(?:\w+ ){1,2}to help (?:me |us )?pay\b"
    r"|\b(?:do|does|did|will|would|can|could) (?:[\w'é-]+ ){1,4}?(?:fund|sponsor|help (?:me |us |to )?pay|pay for|cover the (?:cost|fees?|tuition))\b|\bgrant (?:the|an|my|our) \w+ can (?:apply|use|get)\b"
)


def _explains(kinds: Nearest, *, cue: bool, asking: bool, searching: bool, covered: float) -> bool:
    """Whether guidance answers: near to a question it is known to answer, and nearer than to any offering.

    :param covered: the share of the message's topic words that the nearest section holds.
    """
    if asking:
        # "she grew up in care, is there anything for her": far nearer to a known question than to any offering
        return (kinds.guidance_score >= GUIDANCE_PLAIN and kinds.explains >= 0.2) or (kinds.guidance_score >= GUIDANCE_SURE and kinds.explains >= PLAINLY_AHEAD)
    if cue:
        return kinds.guidance_score >= GUIDANCE_LIKELY and kinds.explains >= 0.0
    if searching:
        return kinds.guidance_score >= GUIDANCE_SURE and kinds.explains >= 0.2
    near = kinds.guidance_score >= GUIDANCE_LIKELY + 0.06 and kinds.explains >= 0.12
    return near and (covered >= 0.25 or kinds.guidance_score >= 0.55 or kinds.explains >= 0.2)


_ASKS = re.compile(
    r"\?|\b(?:how|what|whats|when|where|who|which|why|is it|are they|is there|(?:would|could|can|will|should|does|did|am|is|are|was) (?:i|he|she|we|they|it)|let (?:me|him|her|us|them) in|(?:is|are|was|were) (?:the|that|this|those|these)|does|do i|do they|can i|could i|(?:what|and) if|tell me|explain|compare|(?:need|want|wants|like|love|wish|curious|nice|good|happy) to (?:know|find out|hear|understand)|wondering|curious (?:about|if|how|what|whether)|price|tuition|cost|hours|fee|phone|email|contact)\b|^\W*(?:is|are|was|were|do|does|did|can|could|will|would|any)\b"
)


_THE_TWO = re.compile(r"\bbetween (?:the (?:two|2|both)|them|those|these)\b")
_THE_ONE = re.compile(r"\bthe (?:[\w'-]+ ){1,2}one\b")


def asks_a_question(plain: str) -> bool:
    """Whether a folded message asks something, rather than telling a story or a wish."""
    return bool(_ASKS.search(plain))


#: wishes whose words are also asked about: "about 40 hours", "after work hours"
_LIMITS = frozenset(["fee", "hours", "weeks", "schedule", "start"])


def asks_beside_amounts(plain: str) -> bool:
    """Whether a folded message asks something with its limits left out: "about 40 hours" asks for no length.

    >>> asks_beside_amounts("digital skills, about 40 hours"), asks_beside_amounts("is it under 40 hours")
    (False, True)
    """
    for item in read_wishes(plain):
        if item.field in _LIMITS:
            plain = re.sub(rf"(?:\b(?:costs?|fees?|tuition|pric\w+|pay|budget|hours|dollars) (?:(?:is|are|be|me|of|to|has|have|stays?|must|should|needs?) ){{0,4}})?{re.escape(item.said)}", " ", plain)
    return asks_a_question(without_reach(plain))


def question_without(plain: str, titles: Sequence[str]) -> str:
    """A folded message with runs of title words read as "it", so that a word in a name asks for nothing.

    >>> question_without("is community support worker online", ["Community Support Worker Program"])
    'is it online'
    """
    words = {stem(word) for title in titles for word in tokens(title)}
    spans = [(match.start(), match.end(), stem(match[0])) for match in re.finditer(r"[a-z0-9']+", plain)]
    runs: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for start, end, word in [*spans, (len(plain), len(plain), "")]:
        if word in words:
            run.append((start, end))
            continue
        while run and plain[slice(*run[-1])] in _JOINING:  # a joining word at the end belongs to the question
            run.pop()
        if len(run) > 1 and re.search(r"[,;:?!]", plain[run[-2][1] : run[-1][0]]):
            run.pop()  # and so does a word that a stop parts from the name: "the wildfire letter, credit or not"
        if len(run) >= 2:
            runs.append((run[0][0], run[-1][1]))
        run = []
    for start, end in reversed(runs):
        plain = f"{plain[:start]}it{plain[end:]}"
    return re.sub(r"\b(?:the|that|this) it\b", "it", re.sub(r"\s+", " ", plain)).strip()


_JOINING = {"of", "in", "and", "the", "a", "an", "for", "to", "with", "on", "at"}
