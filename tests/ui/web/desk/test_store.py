"""What the desk keeps: whose it is, for how long, and that nothing else is kept."""

from __future__ import annotations

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from advisor.draft.contract import Draft, DraftParagraph, Unconfirmed
from corpus.errors import StorageError, UsageError
from ui.web.desk.store.counts import Gap, count_gaps, gaps, gaps_of_draft
from ui.web.desk.store.database import Database
from ui.web.desk.store.drafts import Drafts, Edits, Queue
from ui.web.desk.store.migrations import STEPS
from ui.web.desk.store.passwords import check_password, hash_password
from ui.web.desk.store.people import FREE_TOGETHER, SESSION_SECONDS, People

NAME, PASSWORD = "amara", "a long enough phrase"
DRAFT = Draft(greeting="Hello,", paragraphs=(DraftParagraph(question="Is it online?", paragraph="It is online. [1]"),), closing="Regards,", text="t")
EDITS = Edits(tone="plain", greeting="Hello,", closing="Regards,", paragraphs=("It is online. [1]",))


# the file --------------------------------------------------------------------------------------------------------


def test_only_its_owner_can_read_the_file(database: Database) -> None:
    assert stat.S_IMODE(database.path.stat().st_mode) == 0o600


def test_a_file_of_the_first_version_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "desk.sqlite") as old:
        for statement in STEPS[0]:
            old.execute(statement)
        old.execute("PRAGMA user_version = 1")
        old.execute("INSERT INTO users VALUES ('rin', 'x', 1)")
        old.execute("INSERT INTO drafts VALUES ('d', 'rin', 'title', 'text', NULL, NULL, 0, 0, 1, 1, 9000000000)")
    database = Database(tmp_path)
    assert People(database).names() == ("rin",)
    kept = Drafts(database, days=1).get("rin", "d")
    assert kept
    assert (kept.message, kept.batch) == ("text", "")
    assert gaps(database) == []


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "desk.sqlite") as later:
        later.execute("PRAGMA user_version = 99")
    with pytest.raises(StorageError, match="later version"):
        Database(tmp_path)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite").write_bytes(b"this is no database at all, " * 100)
    with pytest.raises(StorageError, match=r"desk\.sqlite"):
        Database(tmp_path)


# people ----------------------------------------------------------------------------------------------------------


def test_a_password_is_kept_as_a_hash_with_a_salt_of_its_own() -> None:
    one, two = hash_password(PASSWORD), hash_password(PASSWORD)
    assert one != two
    assert PASSWORD not in one
    assert check_password(PASSWORD, one)
    assert not check_password(PASSWORD + "x", one)
    assert not check_password(PASSWORD, None)


@pytest.mark.parametrize("password", ["short", "x" * 300])
def test_a_password_that_is_too_short_or_long_is_refused(password: str) -> None:
    with pytest.raises(UsageError):
        hash_password(password)


def test_a_session_lasts_and_ends(people: People, clock) -> None:
    token = people.sign_in(NAME, PASSWORD, "here")
    assert token
    assert people.signed_in(token) == NAME
    clock.now += SESSION_SECONDS + 1
    assert people.signed_in(token) is None


def test_a_new_password_and_signing_out_end_sessions(people: People) -> None:
    token = people.sign_in(NAME, PASSWORD, "here")
    assert token
    people.add(NAME, "another long phrase")
    assert people.signed_in(token) is None
    other = people.sign_in(NAME, "another long phrase", "here")
    assert other
    people.sign_out(other)
    assert people.signed_in(other) is None


def test_the_file_alone_signs_nobody_in(people: People, database: Database) -> None:
    token = people.sign_in(NAME, PASSWORD, "here")
    assert token
    assert token not in database.path.with_name("desk.sqlite-wal").read_bytes().decode("latin-1")


def test_guessing_a_hundred_times_is_slowed_to_a_crawl(people: People, clock) -> None:
    looked_at = 0
    for _ in range(100):
        if people.wait(NAME, "there") == 0:
            looked_at += 1
            assert people.sign_in(NAME, "wrong password", "there") is None
        clock.now += 1
    assert looked_at <= FREE_TOGETHER + 4
    assert people.wait(NAME, "there") > 0
    assert people.wait(NAME, "elsewhere") == 0
    clock.now += 24 * 3600
    assert people.wait(NAME, "there") == 0
    assert people.sign_in(NAME, PASSWORD, "there")
    assert people.wait(NAME, "there") == 0


def test_removing_a_person_removes_what_is_theirs(people: People, database: Database) -> None:
    drafts = Drafts(database, days=3)
    drafts.add(NAME, [("t", "m")])
    assert people.remove(NAME)
    people.add(NAME, PASSWORD)
    assert drafts.search(NAME) == []


# drafts ----------------------------------------------------------------------------------------------------------


def test_drafts_are_found_by_every_word_and_by_their_owner_only(people: People, database: Database) -> None:
    people.add("other", PASSWORD)
    drafts = Drafts(database, days=3)
    first, second = drafts.add(NAME, [("Soil", "is soil care online"), ("Fees", "how much 100% is it")])
    drafts.save(NAME, first, draft=DRAFT)
    assert [item.id for item in drafts.search(NAME)] == [first, second]
    assert [item.id for item in drafts.search(NAME, skip=1)] == [second]
    assert (drafts.count(NAME), drafts.count(NAME, "soil"), drafts.count("other")) == (2, 1, 0)
    assert [item.id for item in drafts.search(NAME, "soil ONLINE")] == [first]
    assert [item.id for item in drafts.search(NAME, "100%")] == [second]
    assert [item.id for item in drafts.search(NAME, "%")] == [second]
    assert drafts.search("other") == []
    assert drafts.get("other", first) is None
    assert drafts.delete("other", [first]) == 0
    assert drafts.delete(NAME, [first]) == 1
    assert drafts.get(NAME, first) is None


def test_drafts_expire_unless_touched(people: People, database: Database, clock) -> None:
    drafts = Drafts(database, days=2)
    kept, gone = drafts.add(NAME, [("a", "a"), ("b", "b")])
    clock.now += 24 * 3600
    drafts.save(NAME, kept, draft=DRAFT, edits=Edits(tone="plain", greeting="g", closing="c", paragraphs=("p",)))
    clock.now += 24 * 3600 + 1
    assert drafts.get(NAME, gone) is None
    assert [item.id for item in drafts.search(NAME)] == [kept]
    with sqlite3.connect(database.path) as raw:
        assert raw.execute("SELECT count(*) FROM drafts").fetchone() == (1,)


def test_a_batch_is_gone_through_in_its_order(people: People, database: Database) -> None:
    drafts = Drafts(database, days=2)
    one, two = drafts.add(NAME, [("1", "a"), ("2", "b")], batch="x")
    drafts.save(NAME, one, draft=DRAFT, done=True)
    assert drafts.next_of(NAME, "x", one) == two
    assert drafts.next_of(NAME, "x", two) is None
    assert drafts.next_of(NAME, "", one) is None


def test_a_queue_is_listed_in_its_files_order_and_what_is_urgent_first(people: People, database: Database) -> None:
    drafts = Drafts(database, days=2)
    ids = drafts.add(NAME, [(str(number), "m") for number in range(12)], batch="x")
    assert [item.id for item in drafts.search(NAME)] == ids
    assert drafts.fill(NAME, ids[7], draft=DRAFT.model_copy(update={"urgent": True}), edits=EDITS)
    assert drafts.search(NAME)[0].id == ids[7]
    assert drafts.search(NAME)[0].urgent
    (queue,) = drafts.queues(NAME)
    assert queue == Queue("x", total=12, drafted=1, done=0, urgent=1, next=ids[7])
    drafts.save(NAME, ids[7], done=True)
    (queue,) = drafts.queues(NAME)
    assert (queue.done, queue.urgent, queue.next) == (1, 0, ids[0])
    assert drafts.queues("other") == []


def test_the_first_draft_of_a_message_stays(people: People, database: Database, clock) -> None:
    drafts = Drafts(database, days=2)
    (one,) = drafts.add(NAME, [("1", "m")], batch="x")
    (pasted,) = drafts.add(NAME, [("2", "m")])
    assert drafts.waiting() == [(NAME, one)], "what was pasted is drafted by whoever pasted it"
    before = drafts.search(NAME)[0].expires
    clock.now += 3600
    assert drafts.fill(NAME, one, draft=DRAFT, edits=EDITS)
    assert not drafts.fill(NAME, one, draft=DRAFT.model_copy(update={"closing": "another"}), edits=EDITS)
    kept = drafts.get(NAME, one)
    assert kept
    assert kept.draft == DRAFT
    assert kept.expires == before, "a program that drafts puts no end off"
    assert drafts.waiting() == []
    assert not drafts.fill("other", pasted, draft=DRAFT, edits=EDITS)


# counts ----------------------------------------------------------------------------------------------------------


def test_counts_hold_record_field_and_reason_and_no_words(database: Database) -> None:
    paragraph = DraftParagraph(question="secret words", paragraph="p", unconfirmed=(Unconfirmed(title="T", field="fee", id="tarn-soil#fee"),), status="abstained", reason="not_stated")
    lost = DraftParagraph(question="secret words", paragraph="p", status="abstained", reason="not_in_catalogue")
    unsafe = DraftParagraph(question="", paragraph="p", status="abstained", reason="unsafe")
    found = gaps_of_draft(DRAFT.model_copy(update={"paragraphs": (paragraph, paragraph, lost, unsafe)}))
    count_gaps(database, found)
    count_gaps(database, found[:1])
    assert gaps(database) == [Gap("tarn-soil", "fee", "not_stated", 3), Gap("", "", "not_in_catalogue", 1)]
    with sqlite3.connect(database.path) as raw:
        assert "secret" not in "".join(raw.iterdump())


def test_counting_from_many_threads_loses_nothing(database: Database) -> None:
    threads = [threading.Thread(target=lambda: [count_gaps(database, [Gap("a", "fee", "not_stated")]) for _ in range(10)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gaps(database) == [Gap("a", "fee", "not_stated", 40)]
