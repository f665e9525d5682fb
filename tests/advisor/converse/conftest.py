"""Two invented documents of three passages each, and one that stands alone."""

from __future__ import annotations

import pytest

from corpus.settings import Settings
from index.build import build_index
from index.passage import Passage
from index.search import HybridSearch

DOCUMENTS = {
    "ferry": {
        "times": "The ferry to the island leaves at seven in the morning and at noon.",
        "price": "The ferry costs twelve dollars for a grown-up and six for a child.",
        "pets": "Dogs may travel on the car deck of the ferry if they are on a leash.",
    },
    "museum": {
        "times": "The museum of glass opens at ten and closes at five, except on Mondays.",
        "price": "A visit to the museum of glass costs nine dollars; students pay four.",
        "pets": "Only guide dogs may come into the museum of glass.",
    },
    "": {"bread": "Knead the dough for ten minutes and let it rise in a warm place."},
}


@pytest.fixture(scope="session")
def talk_search(shared_settings: Settings) -> HybridSearch:
    passages = [
        Passage(id=f"{document}#{part}", kind="passage", group=document, text=text)
        for document, parts in DOCUMENTS.items()
        for part, text in parts.items()
    ]
    build_index("talk", passages, settings=shared_settings)
    return HybridSearch.open("talk", settings=shared_settings)
