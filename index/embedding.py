"""The embedding model behind LangChain's ``Embeddings`` interface."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from langchain_core.embeddings import Embeddings

from corpus.settings import Settings
from index.encoder import OnnxEncoder
from index.progress import Progress

__all__ = ["OnnxEmbeddings"]


class OnnxEmbeddings(Embeddings):
    """all-MiniLM-L6-v2 on onnxruntime, for anybody's LangChain.

    ``OnnxEmbeddings(resolve_settings()).embed_query("soil science")`` gives 384 numbers.

    :param settings: where the exported model lies and how many threads it may use.
    :raises ModelError: the model is missing, altered or cannot be exported.
    """

    def __init__(self, settings: Settings, *, encoder: OnnxEncoder | None = None) -> None:
        self._encoder = encoder or OnnxEncoder.open(settings)

    def embed_query(self, text: str) -> list[float]:
        """One text as a list of 384 numbers."""
        return [float(number) for number in self._encoder.encode_query(text)]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Each text as a list of 384 numbers."""
        return [[float(number) for number in row] for row in self.encode(texts)]

    def encode(self, texts: Sequence[str], *, progress: Progress | None = None) -> np.ndarray:
        """Texts as an n x 384 float32 array, each row of length one."""
        return self._encoder.encode(texts, progress=progress)
