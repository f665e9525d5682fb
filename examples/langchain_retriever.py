"""Use the hybrid search in a LangChain chain of your own: `python examples/langchain_retriever.py`.

Needs no key and no network. The first run prepares the embedding model, which takes about ten seconds. The index is
written to the folder that `advisor paths` names, or that ADVISOR_HOME does.
"""
# ruff: noqa: INP001, T201 - a script that prints

from __future__ import annotations

from langchain_core.documents import Document
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableLambda, RunnablePassthrough

from corpus.settings import resolve_settings
from index.build import build_index
from index.passage import Passage
from index.retriever import HybridRetriever
from index.search import HybridSearch
from index.store import vector_store

PASSAGES = [
    Passage(
        id="soil#summary",
        kind="field",
        group="soil",
        text="How soils form, how to sample them and how to read a laboratory report.",
        fields={
            "title": "Soil Basics",
            "text": "How soils form, how to sample them, reading a laboratory report.",
        },
    ),
    Passage(
        id="soil#delivery", kind="field", group="soil", text="Soil Basics is taught online in the evening."
    ),
    Passage(
        id="welding#delivery", kind="field", group="welding", text="Welding Start is taught in the shop."
    ),
    Passage(
        id="badges#what", kind="section", group="badges", text="A digital badge lists the skills you showed."
    ),
]


def numbered(documents: list[Document]) -> str:
    """Lay passages out for a prompt, each with its id."""
    return "\n".join(f"[{document.id}] {document.page_content}" for document in documents)


def main() -> None:
    """Build a small index, then search it through a retriever, a chain and a vector store."""
    settings = resolve_settings()
    report = build_index("example", PASSAGES, settings=settings)
    print(f"{len(PASSAGES)} passages indexed in {report.seconds:.1f} s")

    search = HybridSearch.open("example", settings=settings)
    retriever = HybridRetriever(search=search, k=2, kinds={"field"})
    prompt = ChatPromptTemplate.from_template(
        "Answer from these passages only.\n{passages}\n\nQuestion: {question}"
    )
    # Any chat model of LangChain's can follow the prompt: `chain | model`.
    chain = {
        "passages": retriever | RunnableLambda(numbered),
        "question": RunnablePassthrough(),
    } | prompt
    print(chain.invoke("Can I learn about dirt from home?").to_string())

    nearest = vector_store("example", settings=settings).similarity_search("badge for skills", k=1)
    print(f"\nNearest by vector alone: {nearest[0].id}")


if __name__ == "__main__":
    main()
