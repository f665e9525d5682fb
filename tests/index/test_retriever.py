from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from langchain_core.runnables import RunnableLambda

from corpus.settings import Settings
from index.hit import FusionWeights
from index.retriever import HybridRetriever
from index.search import HybridSearch

ROOT = Path(__file__).parents[2]


def test_documents_carry_the_passage_and_its_scores(search: HybridSearch) -> None:
    retriever = HybridRetriever(search=search, k=3, kinds={"record"})
    documents = retriever.invoke("learning about dirt")
    hits = search.search("learning about dirt", k=3, kinds={"record"})
    assert [document.id for document in documents] == [hit.id for hit in hits]
    assert documents[0].page_content == search.text("soil")
    assert documents[0].metadata["score"] == hits[0].score
    assert documents[0].metadata["group"] == "soil"


def test_it_runs_in_a_chain_with_filters(search: HybridSearch) -> None:
    retriever = HybridRetriever(
        search=search, within={"bees", "welding#delivery"}, weights=FusionWeights(dense=0, keyword=1)
    )
    chain = retriever | RunnableLambda(lambda documents: {document.id for document in documents})
    assert chain.invoke("welding") == {"bees", "bees#summary", "bees#delivery", "welding#delivery"}


def test_the_example_runs(shared_settings: Settings) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "langchain_retriever.py")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "ADVISOR_HOME": str(shared_settings.home)},
    )
    assert "[soil#summary]" in done.stdout
    assert "Nearest by vector alone: badges#what" in done.stdout
