"""A handful of invented passages, indexed once."""

from __future__ import annotations

import pytest

from corpus.settings import Settings
from index.build import build_index
from index.passage import Passage
from index.search import HybridSearch

SUBJECTS = {
    "soil": (
        "Soil Science Basics",
        "How soils form, how to sample dirt in the field and read a laboratory report.",
    ),
    "welding": ("Welding Start", "Joining steel plate safely with an arc welder in the workshop."),
    "nursing": (
        "Return to Nursing",
        "Patient safety, charting and pharmacology for nurses after a career break.",
    ),
    "bees": ("Beekeeping AGRI 214B", "Keeping honeybees through winter, with hive inspections each spring."),
    "language": ("Teaching SENĆOŦEN", "Ways to teach the language to small children with songs and stories."),
}


def make_passages() -> list[Passage]:
    """A record and two fields for each subject, and two guidance sections."""
    passages = []
    for group, (title, summary) in SUBJECTS.items():
        fields = {"title": title, "text": summary}
        passages.append(
            Passage(id=group, kind="record", group=group, text=f"{title}. {summary}", fields=fields)
        )
        passages.append(
            Passage(
                id=f"{group}#summary", kind="field", group=group, text=f"{title}: {summary}", fields=fields
            )
        )
        passages.append(
            Passage(
                id=f"{group}#delivery",
                kind="field",
                group=group,
                text=f"{title} is taught in the evening.",
                fields={"title": title, "text": "taught in the evening"},
            )
        )
    passages.append(
        Passage(
            id="plar#what", kind="section", group="plar", text="What you learned at work can earn credit."
        )
    )
    passages.append(
        Passage(id="badge#what", kind="section", group="badge", text="A badge lists skills you showed.")
    )
    return passages


@pytest.fixture(scope="session")
def passages() -> list[Passage]:
    return make_passages()


@pytest.fixture(scope="session")
def search(shared_settings: Settings, passages: list[Passage]) -> HybridSearch:
    build_index("shared", passages, settings=shared_settings)
    return HybridSearch.open("shared", settings=shared_settings)
