from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from index.embedded import Embedded


class Slow:
    """Stands in for the model: counts what it embeds, and can be made to wait."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.go = threading.Event()
        self.go.set()

    def __call__(self, text: str) -> np.ndarray:
        self.asked.append(text)
        assert self.go.wait(10)
        return np.array([len(text)], dtype=np.float32)

    def begin(self, text: str, done: Callable[[np.ndarray | None, str], None]) -> None:
        """The same in a thread of its own, as the model begins with a text."""
        threading.Thread(target=lambda: done(self(text), "")).start()


@pytest.fixture
def slow() -> Slow:
    return Slow()


def test_a_text_is_embedded_once_in_one_answer_and_forgotten_at_its_end(slow: Slow) -> None:
    embedded = Embedded(slow)
    with embedded.remembering():
        vector = embedded.vector("soil")
        with embedded.remembering():
            assert embedded.vector("soil") is vector
        assert embedded.vector("soil") is vector
    assert slow.asked == ["soil"]
    embedded.vector("soil")
    embedded.vector("soil")
    assert slow.asked == ["soil"] * 3


def test_what_goes_wrong_forgets_too(slow: Slow) -> None:
    embedded = Embedded(slow)

    def answer() -> None:
        with embedded.remembering():
            embedded.vector("soil")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        answer()
    embedded.vector("soil")
    assert slow.asked == ["soil"] * 2


def test_an_announced_text_is_begun_at_once_and_taken_up(slow: Slow) -> None:
    embedded = Embedded(slow, begin=slow.begin)
    slow.go.clear()
    with embedded.remembering():
        embedded.announce("soil")
        embedded.announce("soil")
        slow.go.set()
        assert embedded.vector("soil").tolist() == [4.0]
    assert slow.asked == ["soil"]


def test_a_text_that_waits_behind_others_is_embedded_by_who_needs_it(slow: Slow) -> None:
    embedded = Embedded(slow, begin=slow.begin)
    slow.go.clear()
    with embedded.remembering():
        for text in ("a", "bb", "ccc"):
            embedded.announce(text)
        here = threading.Timer(0.2, slow.go.set)
        here.start()
        assert embedded.vector("ccc").tolist() == [3.0]
        assert [embedded.vector(text).tolist() for text in ("a", "bb")] == [[1.0], [2.0]]
        here.join()
    assert sorted(slow.asked) == ["a", "bb", "ccc"]


def test_who_waits_for_a_text_embeds_those_behind_it_meanwhile(slow: Slow) -> None:
    begun: list[Callable[[], None]] = []
    embedded = Embedded(slow, begin=lambda text, done: begun.append(lambda: done(slow(text), "")))
    with embedded.remembering():
        embedded.announce("a", "bb", "ccc")
        assert len(begun) == 1
        late = threading.Thread(target=lambda: (_until(lambda: len(slow.asked) == 2), begun[0]()))
        late.start()
        assert embedded.vector("a").tolist() == [1.0]
        late.join()
    assert sorted(slow.asked) == ["a", "bb", "ccc"]
    assert slow.asked[-1] == "a"


def test_nothing_is_begun_outside_an_answer_or_with_one_thread(slow: Slow) -> None:
    Embedded(slow, begin=slow.begin).announce("soil")
    alone = Embedded(slow)
    with alone.remembering():
        alone.announce("soil")
        assert slow.asked == []
        assert alone.vector("soil").tolist() == [4.0]


def test_texts_that_the_model_reads_alike_are_embedded_once(slow: Slow) -> None:
    embedded = Embedded(slow, begin=slow.begin)
    with embedded.remembering():
        embedded.announce("Soil  science", "soil science")
        assert embedded.vector(" SOIL science") is embedded.vector("Soil  science")
        embedded.vector("soil\x1fscience")  # read as one word
    assert slow.asked == ["Soil  science", "soil\x1fscience"]


def test_two_answers_at_a_time_share_nothing(slow: Slow) -> None:
    embedded = Embedded(slow)

    def answer() -> None:
        with embedded.remembering():
            embedded.vector("soil")

    with embedded.remembering():
        embedded.vector("soil")
        other = threading.Thread(target=answer)
        other.start()
        other.join()
    assert slow.asked == ["soil"] * 2


def test_a_fault_of_the_model_reaches_who_asks() -> None:
    def broken(text: str) -> np.ndarray:
        raise ValueError(text)

    embedded = Embedded(broken, begin=lambda text, done: done(None, f"{text} has no vector"))
    with embedded.remembering():
        embedded.announce("soil")
        with pytest.raises(RuntimeError, match="soil has no vector"):
            embedded.vector("soil")
        with pytest.raises(ValueError, match="bees"):
            embedded.vector("bees")
        with pytest.raises(ValueError, match="bees"):
            embedded.vector("bees")


def test_a_fault_in_beginning_is_told_at_once_and_to_who_asks() -> None:
    def broken(text: str, done: Callable[[np.ndarray | None, str], None]) -> None:
        raise ValueError(text)

    embedded = Embedded(Slow(), begin=broken)
    with embedded.remembering():
        with pytest.raises(ValueError, match="soil"):
            embedded.announce("soil")
        with pytest.raises(RuntimeError, match="soil"):
            embedded.vector("soil")


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)
