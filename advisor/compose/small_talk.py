"""Answers that state no fact: small talk, what is outside, what needs a person, and a person in distress."""

from __future__ import annotations

from advisor.compose.contacts import contact_for, contact_for_institution
from advisor.compose.context import Outcome, Turn
from advisor.compose.phrases import list_words
from advisor.messages import say
from advisor.understand.telling import asks_for_patience
from corpus.folding import fold
from corpus.places import gazetteer

__all__ = ["compose_act"]


def compose_act(turn: Turn) -> Outcome | None:
    """Answer a message by its act alone, or None when it asks something."""
    act = turn.understanding.act
    builder = turn.builder
    if act in {"greeting", "thanks", "bye", "about_advisor", "insult", "acknowledge", "restart"}:
        builder.frame(say(act))
        if act in {"about_advisor", "insult"}:
            builder.frame(say("offer"))
        return Outcome("answered")
    if act == "declines":
        for key in ("declined", "say_different") if turn.conversation.listed or turn.conversation.intent == "find" else ("declined_one",):
            builder.frame(say(key))
        return Outcome("answered")
    if act == "distress":
        for key in ("distress_1", "distress_2", "distress_3", "distress_4"):
            builder.frame(say(key))
            builder.end_paragraph()
        return Outcome("abstained", "unsafe")
    if act == "tells":
        return _meet_telling(turn)
    if act == "out_of_scope":
        builder.frame(say("out_of_scope"))
        builder.frame(say("offer"))
        return Outcome("abstained", "out_of_scope")
    if act == "needs_person" and not turn.understanding.requests:
        _needs_person(turn)
        return Outcome("abstained", "needs_person")
    return None


def _meet_telling(turn: Turn) -> Outcome:
    """Somebody tells of themselves: say what was heard, kindly, and ask what they would like."""
    facts = turn.facts
    if asks_for_patience(fold(turn.understanding.message)):
        turn.builder.frame(say("tells_kindly"))
    years = say("tells_years", n=f"{facts.experience_years.normalize():f}") if facts.experience_years else None
    home = gazetteer().places[facts.residence].name if facts.residence in gazetteer().places else None
    noted = [item for item in (*facts.occupations, years, facts.education_said, *facts.credentials, home) if item]
    turn.builder.frame(say("tells_noted", what=list_words(noted)) if noted else say("tells"))
    turn.builder.ask(say("tells_next"), [say("choice_find"), say("choice_name"), say("choice_explain")])
    return Outcome("clarify", "underspecified")


def _needs_person(turn: Turn) -> None:
    """Send the person to the people who can, naming them where the message or the conversation tells which."""
    builder = turn.builder
    builder.frame(say("needs_person"))
    mentions = turn.understanding.mentions
    institution = next((mention.ids[0] for mention in mentions if mention.kind == "institution"), None)
    if institution is None:  # "did camosun get my transcripts" is about it, however it is told
        institution = next((item.name for item in turn.names.institutions_in(turn.understanding.message)), None)
    record = next((mention.ids[0] for mention in mentions if mention.kind == "record"), None) or (turn.conversation.focus[0] if turn.conversation.focus else None)
    if record and record in turn.catalogue.records:
        builder.contact = contact_for(turn.catalogue.record(record))
    elif institution:
        builder.contact = contact_for_institution(turn.catalogue, institution)
    who = builder.who(builder.contact) if builder.contact else say("the_institution")
    builder.frame(say("needs_person_ask", who=who))


def needs_person(turn: Turn) -> Outcome:
    """The same, for a message that also asks about a named record."""
    _needs_person(turn)
    turn.builder.end_paragraph()
    return Outcome("abstained", "needs_person")
