"""Hybrid search as a LangChain retriever, for anybody's chain."""

from __future__ import annotations

from collections.abc import Collection

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from index.hit import FusionWeights
from index.search import HybridSearch

__all__ = ["HybridRetriever"]


class HybridRetriever(BaseRetriever):
    """Gives a chain the ``k`` best passages as documents, best first.

    A document's ``id`` is the passage's; its metadata hold ``id``, ``kind``, ``group`` and the scores ``score``,
    ``dense`` and ``keyword`` of :class:`~index.hit.Hit`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: HybridSearch = Field(description="an opened index")
    k: int = Field(default=10, ge=1, description="how many documents at most")
    kinds: Collection[str] | None = Field(default=None, description="only passages of these kinds")
    within: Collection[str] | None = Field(default=None, description="only passages with these ids or groups")
    weights: FusionWeights | None = Field(default=None, description="how much each half of the search counts")

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - named by the interface
    ) -> list[Document]:
        hits = self.search.search(query, k=self.k, kinds=self.kinds, within=self.within, weights=self.weights)
        return [
            Document(
                id=hit.id,
                page_content=self.search.text(hit.id),
                metadata={
                    "id": hit.id,
                    "kind": hit.kind,
                    "group": hit.group,
                    "score": hit.score,
                    "dense": hit.dense,
                    "keyword": hit.keyword,
                },
            )
            for hit in hits
        ]
