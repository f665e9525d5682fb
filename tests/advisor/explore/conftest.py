"""Small records, and the real catalogue with its real search, for looking at a catalogue as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.explore.explorer import Explorer
from advisor.find.opening import open_catalogue_index
from corpus.credential import Credential
from corpus.load import load_catalogue
from corpus.settings import Settings

Make = Callable[..., Credential]


@pytest.fixture
def make() -> Make:
    """``make("a", location="Terrace")`` is a record with that place."""

    def record(name: str = "a", **values: object) -> Credential:
        return Credential.model_validate({"id": name, "title": name.title(), "institution": "Tarn College", **values})

    return record


@pytest.fixture(scope="session")
def explorer(bc_settings: Settings) -> Explorer:
    catalogue = load_catalogue(("bc",))
    return Explorer(catalogue, open_catalogue_index(catalogue, bc_settings))
