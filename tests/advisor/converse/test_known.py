"""A conversation forgets what has left the catalogue, and nothing else."""

from __future__ import annotations

import pytest

from advisor.converse.conversation import Conversation
from advisor.converse.known import still_known
from advisor.understand.understanding import Filter
from corpus.catalogue import Catalogue
from corpus.load import load_catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(("bc",))


def wish(field: str, value: object) -> Filter:
    return Filter(field=field, op="eq", value=value, said=str(value))


def test_what_is_gone_is_forgotten(catalogue: Catalogue) -> None:
    here, gone = "ubc-forest-health-management", "never-was"
    kept = (wish("institution", "University of Victoria"), wish("delivery", "online"), wish("institution", ("Selkirk College", "BCIT")))
    before = Conversation(
        focus=(gone, here), shown=(here, gone), candidates=(gone,), sections=("plar#fees", "plar#never"), topic="herons", history=("x",),
        filters=(*kept[:2], wish("institution", "Never College"), wish("institution", ("Selkirk College", "Never College"))),
    )  # fmt: skip
    after = still_known(before, catalogue)
    assert (after.focus, after.shown, after.candidates, after.sections, after.filters) == ((here,), (here,), (), ("plar#fees",), kept[:2])
    assert (after.topic, after.history) == ("herons", ("x",))


def test_what_is_all_there_stays_the_same_object(catalogue: Catalogue) -> None:
    before = Conversation(focus=("ubc-forest-health-management",), filters=(wish("region", "Cariboo"),))
    assert still_known(before, catalogue) is before
