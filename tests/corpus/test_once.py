"""What is worked out of one message: once, and forgotten afterwards."""

from __future__ import annotations

import threading

import pytest

from corpus.once import once, reading


class Counting:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    @once
    def length(self, text: str) -> int:
        self.asked.append(text)
        return len(text)


def test_inside_a_reading_a_thing_is_worked_out_once_and_forgotten_at_its_end() -> None:
    counting = Counting()
    with reading():
        assert [counting.length("soil"), counting.length("soil"), counting.length("bees")] == [4, 4, 4]
        with reading():
            assert counting.length("soil") == 4
        assert counting.length("soil") == 4
    assert counting.asked == ["soil", "bees"]
    counting.length("soil")
    counting.length("soil")
    assert counting.asked == ["soil", "bees", "soil", "soil"]


def test_what_goes_wrong_forgets_too_and_each_object_has_its_own() -> None:
    first, second = Counting(), Counting()

    def read() -> None:
        with reading():
            first.length("soil")
            second.length("soil")
            raise ZeroDivisionError

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            read()
    assert first.asked == second.asked == ["soil", "soil"]


def test_two_readings_at_a_time_share_nothing() -> None:
    counting = Counting()

    def read() -> None:
        with reading():
            counting.length("soil")

    with reading():
        counting.length("soil")
        other = threading.Thread(target=read)
        other.start()
        other.join()
    assert counting.asked == ["soil", "soil"]


def test_keywords_tell_questions_apart() -> None:
    asked: list[tuple[str, bool]] = []

    @once
    def told(text: str, *, plainly: bool = False) -> str:
        asked.append((text, plainly))
        return text.upper() if plainly else text

    with reading():
        assert [told("soil", plainly=True), told("soil"), told("soil", plainly=True)] == ["SOIL", "soil", "SOIL"]
    assert asked == [("soil", True), ("soil", False)]
