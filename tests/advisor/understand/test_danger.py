"""A person in danger is heard whoever tells of whom, in phone spelling too; what only sounds like it is not."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.understand.danger import in_danger


@pytest.mark.parametrize(
    "text",
    [
        "i dont wanna b here nemore",
        "my sister says shes going to kill herself",
        "my nephew wont be alive by christmas, what do i tell the college",
        "i swallowed a whole bottle of advil an hour ago",
        "how many sleeping pills would be too many",
        "he's on the floor and his lips are blue",
        "she keeps burning her arms so she can feel something",
        "i make myself throw up after lunch every day",
        "my boyfriend choked me last nite. any course far away",
        "my ex said he'll burn the house down if i take the job",
        "my husband won't let me leave the house, can i study online",
        "my dad hits my mom and us",
        "im scared i will hurt my baby",
        "what happens to my fees if i die before january",
        "my wife hanged herself and i want to go be with her",
        "whats a painless way to die",
        "ne veux plus vivre",
        "我不想活了",
        "my partner swears hell do it if i go to college",
        "dad hasnt been out of his room or eaten in five days",
        "my ex is at the door with a knife",
        "i kind of hope it kills me",
        "cant stop thinking about walking in front of the train",
    ],
)
def test_a_person_in_danger_is_heard(text: str) -> None:
    assert in_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "i won't be around for the first class, is that ok",
        "i won't be here in september, is there a january start",
        "the instructor hit me with a 40 dollar lab fee",
        "he beat me to the last seat",
        "i keep cutting my fingers at work, is there a safety course",
        "my roommate said goodbye and moved to alberta, who gets her seat",
        "my boss won't let me take time off for it",
        "how many pills does a pharmacy assistant count in a shift",
        "how to treat somebody who is not breathing, first aid course",
        "i would rather die of boredom than take it twice",
        "my wife is going to take the course with me",
        "i want to disappear into the woods, forestry courses?",
        "i can't see any way out of retail",
        "scared of math, is there upgrading",
        "i hope i pass, is the exam hard",
        "walking into the woods with a guide, is that in the course",
        "do i have to jump off the dock in the marine course",
    ],
)
def test_what_only_sounds_like_it_is_not(text: str) -> None:
    assert not in_danger(text)


def test_a_seat_that_is_reserved_is_no_distress(bc: Advisor) -> None:
    understood = bc.understander.understand("is a seat kept for me after Camosun's Indigenous human services access? who do i talk to first")
    assert understood.act != "distress"


def test_a_sentence_of_distress_at_the_end_of_a_long_message_is_heard(bc: Advisor) -> None:
    story = "I live in Terrace. I worked at the mill. I have grade twelve. I like horses. I look for a course. It can be online. "
    assert bc.understander.understand(f"{story}Nobody would come to my funeral anyway.").act == "distress"
