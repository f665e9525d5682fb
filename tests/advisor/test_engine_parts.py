"""A message with questions of different kinds has each of them answered, in its order, and what is not stated said."""

from __future__ import annotations

from collections.abc import Callable

from advisor.contract import Answer
from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from advisor.events import Done, PartEvent

Asking = Callable[..., Answer]
FARRIER, BOOKS = "kpu-certificate-in-farrier-science", "selkirk-bookkeeping-skills-associate-certificate"


def test_a_record_and_a_search(ask: Asking) -> None:
    answer = ask("tell me about the farrier science certificate at kpu. also anything on bookkeeping?")
    assert answer.status == "answered"
    assert answer.credentials == (FARRIER, BOOKS)
    assert answer.text.index("Farrier") < answer.text.index("Bookkeeping")


def test_others_like_it_somewhere_else(ask: Asking) -> None:
    answer = ask("how much is the camosun cannabis industry course and is there anything like it in kelowna / the okanagan")
    assert "850" in answer.text
    assert {"oc-growing-your-own-cannabis", "oc-pest-management-for-cannabis-production"} <= set(answer.credentials)
    assert "camosun-cannabis-industry-training" not in {item.id for item in answer.alternatives}
    assert {item.field for item in answer.filters} == {"place", "region"}


def test_nothing_like_it_is_said_and_the_rest_answered(ask: Asking) -> None:
    answer = ask("how long is farrier science at kpu, and are there any similar ones on the island")
    assert "30 weeks" in answer.text
    assert "nothing else" in answer.text
    assert (answer.status, answer.alternatives) == ("partial", ())


def test_a_word_explained_and_a_search(ask: Asking) -> None:
    answer = ask("what's a micro-credential anyway, and do you have one on bookkeeping")
    assert BOOKS in answer.credentials
    assert any(item.record != BOOKS for item in answer.citations)


def test_a_word_explained_between_two_questions_of_one_record(ask: Asking) -> None:
    answer = ask("how long is camosun cannabis industry training? what is asynchronous? is it online?")
    assert "6 weeks" in answer.text
    assert "specific time" in answer.text
    assert "camosun-cannabis-industry-training#delivery" in answer.unconfirmed
    assert not any(item.endswith("#timing") for item in answer.unconfirmed)


def test_two_records_and_another_question_of_each(ask: Asking) -> None:
    answer = ask("how long is the UBC forest health management, and who runs the i-ace at uvic?")
    assert "60 hours" in answer.text
    assert "TRICORP" in answer.text
    assert answer.status == "answered"
    assert not any(part.type == "table" for part in answer.parts)


def test_a_search_and_whether_it_counts(ask: Asking) -> None:
    answer = ask("hi im a care aide in terrace w/ grade 11, cant quit my job, anything online thats not too expensive and would it count for nursing later??")
    assert "cmtn-exploring-health-care" in answer.credentials
    assert "“nursing”" in answer.text
    assert (answer.status, answer.reason) == ("partial", "not_stated")
    assert {item.field for item in answer.filters} >= {"delivery", "fee"}


def test_two_searches_have_their_own_wishes(ask: Asking) -> None:
    answer = ask("do you have anything on welding in nanaimo and something on first aid online")
    assert answer.credentials == ("camosun-arc-welding", "selkirk-advanced-first-aid-worksafebc-formerly-ofa-level-3")


def test_the_half_that_cannot_be_answered_leaves_the_other(ask: Asking) -> None:
    answer = ask("whats laddering and is there anything on baking near quesnel")
    assert answer.status == "partial"
    assert answer.claims
    assert "nothing on baking" in answer.text


def test_the_talk_goes_on_from_what_was_found_last(bc: Advisor) -> None:
    message = "tell me about the farrier science certificate at kpu. also anything on bookkeeping?"
    _, conversation = bc.answer(message)
    assert conversation.history == (message,)
    answer, _ = bc.answer("is it online", conversation)
    assert {item.record for item in answer.citations} == {BOOKS}


def test_each_part_is_streamed_as_it_stands_in_the_answer(bc: Advisor) -> None:
    events = list(bc.stream("tell me about the farrier science certificate at kpu. also anything on bookkeeping?", Conversation()))
    done = events[-1]
    assert isinstance(done, Done)
    assert [event.part for event in events if isinstance(event, PartEvent)] == list(done.answer.parts)


def test_a_list_numbered_without_stops_is_a_list_of_questions(ask: Asking) -> None:
    answer = ask("CILR at uvic. 1 how many units 2 is it online 3 who do i email 4 does it lead to a diploma 5 what's the dropout rate")
    assert answer.reason == "not_stated"  # and no premise of "4 who"
    assert "cilr@uvic.ca" in answer.text
    assert "dropout rate" in answer.text
    assert any(item.field == "laddering" for item in answer.citations)


def test_a_clause_that_no_field_answers_is_named_beside_the_answer_of_the_other(ask: Asking) -> None:
    answer = ask("forest health management: is it online and do they have a mascot")
    assert answer.status == "partial"
    assert "is online" in answer.text
    assert "“do they have a mascot”" in answer.text
    assert "can tell you" in answer.text


def test_a_clause_that_only_continues_is_not_said_to_be_unanswered(ask: Asking) -> None:
    assert "nothing stated" not in ask("forest health management: is it online or in person and how long is it").text


def test_each_question_of_guidance_has_its_section(ask: Asking) -> None:
    answer = ask("do these micro credentials guarantee a job and do you get tested or is it just showing up")
    cited = {item.id for item in answer.citations}
    assert "what-an-advisor-cannot-promise#jobs" in cited
    assert "framework-elements#assessment" in cited


def test_only_the_contact_of_the_answer_is_told_with_how_to_reach_it(ask: Asking) -> None:
    # the rules that `ask` checks allow no number of a second contact
    answer = ask("what does the first nation taxation administration certificate with tulo cost, and is the uvic public sector management certificate assessed by exam?")
    assert answer.contact is not None
    assert answer.text.count("can tell you") == 2


def test_what_a_grant_pays_is_told_beside_the_courses(ask: Asking) -> None:
    answer = ask("any forestry courses online, and does the skills grant cover them")
    assert answer.credentials
    assert any(item.record == "funding-future-skills-grant" for item in answer.citations)


def test_who_may_take_the_credits_is_asked_of_the_record_that_was_named(ask: Asking) -> None:
    answer = ask("how long does forest health management take and would UNBC accept the credits")
    assert "60 hours" in answer.text
    assert "ubc-forest-health-management#laddering" in answer.unconfirmed


def test_nothing_is_asked_of_what_a_search_did_not_find(ask: Asking) -> None:
    answer = ask("any courses on baking in quesnel and who do i call to sign up")
    assert (answer.status, answer.reason) == ("abstained", "not_in_catalogue")


def test_a_field_that_no_card_shows_is_told_of_what_the_search_found(ask: Asking) -> None:
    assert "Canada Mortgage" in ask("is there a course on housing management for first nations, how much does it cost and who runs it?").text
    answer = ask("any welding courses? is there an exam at the end of it")
    assert answer.credentials == ("camosun-arc-welding",)
    assert "camosun-arc-welding#assessment" in answer.unconfirmed
