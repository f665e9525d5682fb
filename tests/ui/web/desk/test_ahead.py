"""A queue is drafted ahead by one thread, in turn, whatever goes wrong with a message."""

from __future__ import annotations

import threading

from ui.web.desk.ahead import Ahead


class Pile:
    """Messages that wait until they are worked off."""

    def __init__(self, *items: tuple[str, str]) -> None:
        self.left = list(items)
        self.done: list[str] = []
        self.lock = threading.Lock()

    def waiting(self) -> list[tuple[str, str]]:
        with self.lock:
            return list(self.left)

    def work(self, owner: str, name: str) -> None:
        if name.startswith("bad"):
            raise ValueError(name)
        with self.lock:
            self.left.remove((owner, name))
            self.done.append(name)


def test_people_take_turns_and_each_queue_keeps_its_order() -> None:
    pile = Pile(("ann", "a1"), ("ann", "a2"), ("ann", "a3"), ("bo", "b1"), ("cy", "c1"), ("bo", "b2"))
    ahead = Ahead(pile.waiting, pile.work, pause=0)
    ahead.wake()
    assert ahead.rest(5)
    assert pile.done == ["a1", "b1", "c1", "a2", "b2", "a3"]


def test_one_that_fails_is_passed_over_and_not_tried_for_ever() -> None:
    pile = Pile(("ann", "bad"), ("ann", "good"))
    ahead = Ahead(pile.waiting, pile.work, pause=0)
    ahead.wake()
    assert ahead.rest(5)
    assert (pile.done, pile.left) == (["good"], [("ann", "bad")])


def test_many_wakes_make_one_thread_and_a_late_one_begins_anew() -> None:
    pile = Pile(*(("ann", f"m{number}") for number in range(50)))
    ahead = Ahead(pile.waiting, pile.work, pause=0)
    threads = [threading.Thread(target=ahead.wake) for _ in range(8)]
    for thread in [*threads]:
        thread.start()
    for thread in threads:
        thread.join()
    assert ahead.rest(5)
    assert pile.done == [f"m{number}" for number in range(50)], "nothing was done twice"
    pile.left.append(("ann", "late"))
    ahead.wake()
    assert ahead.rest(5)
    assert pile.done[-1] == "late"


def test_a_store_that_cannot_be_read_ends_it_quietly() -> None:
    def broken() -> list[tuple[str, str]]:
        raise OSError("gone")

    ahead = Ahead(broken, Pile().work, pause=0)
    ahead.wake()
    assert ahead.rest(5)
