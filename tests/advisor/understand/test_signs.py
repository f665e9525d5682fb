"""Distress that is only hinted at is heard; the same words in everyday use are not."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.understand.signs import add_up, signs_of_distress, unmistakable_sign

HINTED = (
    "im so done. not with school, with everything",
    "im tired. not sleepy tired. tired of being here at all",
    "what's the use, nothing i do makes a difference and nobody would notice if i stopped showing up for good",
    "ive been burning my arms again when classes get bad, does the college have a counsellor",
    "i hate my body so much i keep hurting it. is the yoga course open",
    "been cutting, mostly my legs. anyway can i still register for welding",
    "gave my dog to my neighbour and my truck to my nephew. feels calm now. how do i cancel my course",
    "i've written letters to my kids for after. do they get my tuition back",
    "my boyfriend keeps my bank card and reads my texts and says i'll regret it if i sign up for a course",
    "he won't let me leave the house, checks my phone every night and i'm scared what he does when he finds out im looking at courses",
    "my ex follows me to campus and said he will find me wherever i study",
    "my stepdad locks me in and took my ID so i cant go to class, i need to get away from him",
    "I don't see myself being around next year so no point picking a program",
    "everyone would be fine without me, they'd manage better honestly",
    "i keep looking at the pills in the cabinet instead of my homework",
    "sometimes i think about just driving off the road on the way to class",
    "i wish i could just go to sleep and stay asleep",
    "there's no way out for me, i've tried everything, school was the last thing",
    "my son said he doesn't want to wake up anymore and he gave away his guitar, which program has support",
    "my student told me goodbye forever in an email, she thanked me for everything and hasn't been seen",
    "by the time the course starts i won't be here anyway, no point",
    "i've stopped eating for days, i don't deserve food, can i still do the cooking program",
    "my wife throws things at me and i hide in the truck with my little girl. can i study from there",
    "i have everything ready, the note is written. just tell me how to drop out",
    "it would be easier for everybody if i just disappeared",
    "my auntie hits me when i study, i dont know where to go",
    "i used to love carving. cant feel anything anymore and dont want to keep living like this",
    "i lost my baby and my man and i just want to join them",
    "nothing matters anymore, not the course not anything, i just want it to stop",
    "my uncle touches me when we are alone, i need to get away to a college with dorms",
    "i bought a rope yesterday. how do i withdraw",
    "my partner took my laptop and says hell kill me if i keep going to class. hes outside right now",
    "he checks my phone, he can't know i'm asking. is there a program in another town i could start fast",
    "My cousin messaged me that she's finally at peace and gave her dog to grandma. she's in your program",
    "used to have plans. none of it matters now, i'm not scared of it anymore",
    "can you hold my spot for my brother instead, i won't need it anymore. got all my stuff sorted and given away",
    "sorry for bothering you. i'm just a burden to everybody",
    "every time i fail i burn myself with a lighter, its stupid. so does this one have exams",
    "my boyfriend says if i leave for school he will find me. he already took my status card",
)
EVERYDAY = (
    "this course load is killing me lol, any lighter ones",
    "im dying to get into the film program",
    "i'd kill for a spot in the carving course",
    "is there a suicide prevention training for our youth workers",
    "looking for a course about family violence and how to support survivors",
    "wildland fire and first aid courses near Prince George",
    "I'm done with school, what can I do with grade 10",
    "im so done with my job at the mill, what courses are there",
    "im tired of everything being online, any in person classes",
    "my husband took my phone to get it fixed so text me at this number, who do I call about the housing course",
    "my wife won't let me quit my job lol, is there a part time one",
    "gave away my tools when I left the trade, now I want office training",
    "i cut my arm at work last year and can't lift, what training is there for desk jobs",
    "i hurt my back, is there something i can do sitting down",
    "my dad died last spring and I want to finish what we started with the farm, any farming courses",
    "my ex has the kids every other week so evenings only",
    "my boss controls my schedule so i need something self paced",
    "is there a peaceful place to study near the water, any courses in Tofino",
    "what happens if I drop out or fail",
    "dead end job, want something better",
    "I burned out as a nurse and want a change",
    "crisis line volunteer training please",
    "a course on trauma and harm reduction, overdose response with naloxone",
    "I hate my body clock on night shift, need daytime classes",
    "is it worth living in residence for a 2 week course",
    "I won't be here in spring because I fish, any fall intakes?",
    "nothing left in the budget, are there free ones",
    "my partner has my bank card for the fee payment, can they pay by card",
    "i lost my job and my kids need me home, any online courses",
    "our band took over the school, need governance training",
    "wrote letters to three colleges and nobody answered, who do i call",
    "I want to end my program early, how do I withdraw",
    "my instructor threatened to fail me, who do I talk to",
    "i gave up on university, now what short programs exist",
    "can't take another year of restaurant work, want a trade",
    "i'm killing it in my welding class, what's next",
    "my daughter is 19 and has her heart set on film. I'm paying. what does it cost",
    "Rope access or high angle rescue training, I already bought a rope and harness",
    "my grandma gave her regalia to the museum and I want to learn to look after belongings",
    "so tired of winter camp work, anything indoors",
    "my granddaughter lost her mom, she wants to be a nurse like her. where can she start",
    "I'm scared of math, do I need it for bookkeeping",
    "my wife will kill me if i sign up for another course lol, but what's the shortest one",
    "my dad won't let me have the car so it has to be online",
    "I feel calm about the exam, just need to know when it starts",
    "we gave our old computers away, what laptop do i need",
    "my ex took the same course, was it good",
    "we lost everything in the Lytton fire and I need retraining",
    "is there grief and loss training for Elders who help families",
    "my kid says school is pointless, anything hands-on",
    "i've tried everything at the bank machine and can't pay the fee",
    "the pain in my knees means I need desk work",
    "I want to cut my hours and take a course on hair cutting",
    "I'm exhausted with forms, who can help me apply",
)


@pytest.mark.parametrize("message", HINTED)
def test_hinted_distress_is_answered_with_help(bc: Advisor, message: str) -> None:
    assert bc.understander.understand(message).act == "distress"


@pytest.mark.parametrize("message", EVERYDAY)
def test_everyday_talk_is_no_distress(bc: Advisor, message: str) -> None:
    assert bc.understander.understand(message).act != "distress"


def test_one_kind_of_sign_says_little_and_two_of_a_trouble_say_it() -> None:
    assert not add_up(signs_of_distress("gave my drum to my nephew"))
    assert add_up(signs_of_distress("gave my drum to my nephew, i feel so calm"))
    assert not add_up(signs_of_distress("he has my phone"))
    assert add_up(signs_of_distress("he has my phone and says i'll regret it"))
    assert not add_up(signs_of_distress("he has my phone and i feel so calm"))


@pytest.mark.parametrize("text", ["they'd all be better without me", "i just want it all to stop", "wish i could fall asleep and never wake up"])
def test_some_turns_of_phrase_are_enough(text: str) -> None:
    assert unmistakable_sign(text)
