"""Text to vector with onnxruntime: the light half of :mod:`index.embedding`, without LangChain."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import ModelError
from corpus.settings import Settings
from index.model import DIMENSIONS, MAX_TOKENS, MODEL_ID, ensure_model
from index.progress import Progress, quiet

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["OnnxEncoder"]

_CHUNK = 64
#: up to so many tokens one thread is as quick as several, which wait for each other, and leaves the rest to others
_SHORT = 48


class OnnxEncoder:
    """Embeds texts with the exported model. Safe to share between threads.

    Each text runs through the model by itself. Padding several into one batch is no faster on a CPU, and the
    8-bit model scales its activations over the whole batch, so that a text's vector would depend on its
    neighbours (cosine 0.98 at worst); alone, the same text always gets the same vector.
    """

    model_id = MODEL_ID
    """Changes whenever the vectors would; vectors of two ids must not be compared."""

    def __init__(self, onnx: Path, tokenizer: Path, *, threads: int = 2) -> None:
        self._onnx = onnx
        self._tokenizer_file = tokenizer
        self._threads = threads
        self._lock = threading.Lock()
        self._tokenizer: Tokenizer | None = None
        self._sessions: dict[int, Any] = {}

    @classmethod
    def open(cls, settings: Settings, *, progress: Progress | None = None) -> OnnxEncoder:
        """The encoder over the exported model, exporting it first if need be.

        :raises ModelError: the model is missing, altered or cannot be exported.
        """
        files = ensure_model(settings, progress=progress)
        return cls(files.onnx, files.tokenizer, threads=settings.threads)

    def encode_query(self, text: str) -> np.ndarray:
        """One text as a vector of 384 float32, length one."""
        ids = self._tokens([text])[0]
        return self._run(self._session(self._threads if len(ids) > _SHORT else 1), ids)

    def begin_query(self, text: str, done: Callable[[np.ndarray | None, str], None]) -> None:
        """Begin with one text and return at once; needs two threads or more.

        The model runs beside the interpreter and waits for nothing that it does.

        :param done: is given the vector, or None and what went wrong, in a thread of the model's own.
        """
        session = self._session(max(2, self._threads))
        feed = _feed(self._tokens([text])[0])
        # what the model reads from has to last until it is done
        session.run_async(None, feed, _hand_over, (done, feed, session))

    def encode(self, texts: Sequence[str], *, progress: Progress | None = None) -> np.ndarray:
        """Texts as an n x 384 float32 array, each row of length one; texts beyond 256 tokens are cut.

        :param progress: told after every few texts.
        """
        report = progress or quiet
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        if not texts:
            return vectors
        tokens = self._tokens(texts)
        # Longest first, so that no worker is left alone with a long text at the end.
        order = sorted(range(len(texts)), key=lambda row: -len(tokens[row]))
        session = self._session(1)
        with ThreadPoolExecutor(self._threads) as pool:
            for start in range(0, len(order), _CHUNK):
                rows = order[start : start + _CHUNK]
                vectors[rows] = list(pool.map(lambda row: self._run(session, tokens[row]), rows))
                report("embedding", start + len(rows), len(order))
        return vectors

    def knows(self, word: str) -> bool:
        """Whether the model's vocabulary holds a lower-case word whole."""
        return self._open_tokenizer().token_to_id(word) is not None

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        # Half a surrogate pair, as broken input holds, is no text to the tokenizer.
        clean = [text.encode(errors="replace").decode() for text in texts]
        return [encoding.ids for encoding in self._open_tokenizer().encode_batch_fast(clean)]

    def _open_tokenizer(self) -> Tokenizer:
        if self._tokenizer is None:
            with self._lock:
                self._tokenizer = self._tokenizer or self._load_tokenizer()
        return self._tokenizer

    def _load_tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(self._tokenizer_file))
        except Exception as error:
            raise _unusable(self._tokenizer_file, error) from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(MAX_TOKENS)
        return tokenizer

    def _session(self, threads: int) -> Any:
        """A session that spreads one text over ``threads`` threads."""
        with self._lock:
            if threads not in self._sessions:
                self._sessions[threads] = self._load_session(threads)
            return self._sessions[threads]

    def _load_session(self, threads: int) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            return onnxruntime.InferenceSession(str(self._onnx), options, providers=["CPUExecutionProvider"])
        except Exception as error:
            raise _unusable(self._onnx, error) from error

    @staticmethod
    def _run(session: Any, ids: list[int]) -> np.ndarray:
        vector: np.ndarray = session.run(None, _feed(ids))[0][0]
        return vector


def _feed(ids: list[int]) -> dict[str, np.ndarray]:
    row = np.asarray([ids], dtype=np.int64)
    return {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}


def _hand_over(results: Sequence[np.ndarray], begun: tuple[Callable[[np.ndarray | None, str], None], Any, Any], error: str) -> None:
    begun[0](None if error else results[0][0], error)


def _unusable(file: Path, error: Exception) -> ModelError:
    return ModelError(
        f"{file} cannot be loaded: {type(error).__name__}.",
        hint=f"Delete the folder {file.parent}; the model is then exported again from its package.",
    )
