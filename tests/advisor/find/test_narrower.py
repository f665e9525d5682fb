"""A story is heard by the clause that says what is looked for."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.engine import Advisor
from advisor.find.finder import Ranked
from advisor.find.narrower import rank_story
from advisor.find.sufficiency import FIND_FLOOR, confidence


def near(bc: Advisor, text: str, topic: str) -> tuple[Sequence[Ranked], float]:
    finder, names = bc.understander.finder, bc.understander.names
    ranked, known = rank_story(text, topic, rank=lambda words: finder.rank(text, words), names=names)
    return ranked, confidence(ranked, known=known)


def test_a_clause_of_a_story_tells_what_the_whole_dilutes(bc: Advisor) -> None:
    story = "my uncle sold the boat, the truck is dead, we moved twice since the flood, and i want to learn beekeeping accounts, bookkeeping really"
    topic = "uncle sold boat truck dead flood beekeeping accounts bookkeeping"
    ranked, sure = near(bc, story, topic)
    whole = bc.understander.finder.rank(story, topic)
    assert [item.record for item in ranked] == [item.record for item in whole]  # the order stays the whole message's
    assert sure >= max(FIND_FLOOR, confidence(whole, known=1.0))


def test_a_topic_that_is_sure_or_short_stays_as_it_is(bc: Advisor) -> None:
    for topic in ("bookkeeping", "forest health"):
        text = f"my dog ate my homework, {topic}"
        assert near(bc, text, topic)[0] == bc.understander.finder.rank(text, topic)
