"""Export of the sentence-transformers model to 8-bit ONNX, and the check that it still means the same.

This is the only module that imports torch; nothing imports it at module level.
"""

from __future__ import annotations

import importlib.metadata
import logging
import os
import shutil
import time
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import ModelError
from index.files import sha256_file, storage_errors
from index.model import MODEL_SHA256, ModelCard
from index.progress import Progress

__all__ = ["CHECK_SENTENCES", "MEAN_FLOOR", "WORST_FLOOR", "export_model"]

MEAN_FLOOR = 0.98
WORST_FLOOR = 0.95
_STEPS = 4
_STAGE = "preparing the embedding model"

CHECK_SENTENCES = (
    "course",
    "Is it online?",
    "How much does this cost and can I pay in parts?",
    "I drive a truck in the north and want to move into dispatch work.",
    "Evening classes in bookkeeping for people who run a small shop.",
    "do i need grade 12 to get in",
    "The certificate counts toward the second year of a diploma.",
    "Twelve hours of video lessons, followed by a practical test on site.",
    "Applicants need two years of paid work in a kitchen or a letter from an employer.",
    "Tuition: $1,240.00 plus a materials fee; no refund after the first week.",
    "Monitoring streams, counting fish and reporting what was found to the water authority.",
    "Graduates receive a digital badge that lists each skill and who assessed it.",
    "Prior learning can be assessed through a portfolio and an interview with two instructors.",
    "XTMB 1002, 5.0 credits, offered in September and January.",
    "The language of instruction is English; a test score may be asked for.",
    "Elders open the week and teach on the land; the community decides who may attend.",
    "Delivery: blended. Three weekends in Terrace, the rest on your own time.",
    "Nothing is said about financial aid on the page that we read.",
    "A programme for nurses who return to practice: charting, patient safety, forty hours with a preceptor.",
    "Wildfire crews learn radio use, map reading, hose lays and how to work near machines. " * 4,
)


def export_model(source: Path, target: Path, *, progress: Progress) -> ModelCard:
    """Export the model at ``source`` into ``target`` as ``model.onnx`` with its ``tokenizer.json``.

    The graph takes ``input_ids``, ``attention_mask`` and ``token_type_ids`` (int64, n x tokens) and gives
    ``embedding`` (float32, n x 384): mean over the tokens, length one.

    :raises ModelError: it cannot be exported, or the result differs too much from the original.
    :raises StorageError: ``target`` cannot be written.
    """
    start = time.perf_counter()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    progress(_STAGE, 0, _STEPS)
    try:
        with warnings.catch_warnings(), _quiet_logging():
            warnings.simplefilter("ignore")
            original = _load(source)
            progress(_STAGE, 1, _STEPS)
            _trace(original, target / "full.onnx")
            progress(_STAGE, 2, _STEPS)
            _quantise(target / "full.onnx", target / "model.onnx")
    except (ImportError, RuntimeError, ValueError) as error:
        raise ModelError(
            f"The embedding model could not be exported: {error}.", hint="Run `make install`, then try again."
        ) from error
    with storage_errors(target):
        (target / "full.onnx").unlink()
        shutil.copyfile(source / "tokenizer.json", target / "tokenizer.json")
    progress(_STAGE, 3, _STEPS)
    cosines = _compare(original, target)
    mean, worst = float(cosines.mean()), float(cosines.min())
    if mean < MEAN_FLOOR or worst < WORST_FLOOR:
        raise ModelError(
            f"The exported embedding model strays from the original: cosine {mean:.3f}, {worst:.3f} at worst.",
            hint="Install the pinned versions again with `make install`; the previous index is still in use.",
        )
    progress(_STAGE, _STEPS, _STEPS)
    return ModelCard(
        source_sha256=MODEL_SHA256,
        onnx_sha256=sha256_file(target / "model.onnx"),
        onnx_bytes=(target / "model.onnx").stat().st_size,
        tokenizer_sha256=sha256_file(target / "tokenizer.json"),
        cosine_mean=round(mean, 5),
        cosine_min=round(worst, 5),
        checked=len(CHECK_SENTENCES),
        seconds=round(time.perf_counter() - start, 1),
        made_with={name: importlib.metadata.version(name) for name in ("torch", "onnx", "onnxruntime")},
    )


class _quiet_logging:  # noqa: N801 - used as a verb
    """Keep the libraries' notes about their own inner lives from the person at the terminal."""

    def __enter__(self) -> None:
        logging.disable(logging.WARNING)
        try:
            from transformers.utils.logging import disable_progress_bar

            disable_progress_bar()
        except ImportError:
            pass

    def __exit__(self, *_: object) -> None:
        logging.disable(logging.NOTSET)


def _load(source: Path) -> Any:
    from sentence_transformers import SentenceTransformer

    # "eager" because the fused attention kernels have no counterpart in opset 17.
    return SentenceTransformer(
        str(source), device="cpu", local_files_only=True, model_kwargs={"attn_implementation": "eager"}
    )


def _trace(original: Any, target: Path) -> None:
    import torch

    class Embedder(torch.nn.Module):
        def __init__(self, transformer: Any) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
            states = self.transformer(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
            ).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(states.dtype)
            mean = (states * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, p=2, dim=1)

    names = ["input_ids", "attention_mask", "token_type_ids"]
    example = torch.ones((2, 9), dtype=torch.long)
    axes = {name: {0: "texts", 1: "tokens"} for name in names}
    torch.onnx.export(
        Embedder(original[0].auto_model).eval(),
        (example, example, torch.zeros_like(example)),
        str(target),
        input_names=names,
        output_names=["embedding"],
        dynamic_axes={**axes, "embedding": {0: "texts"}},
        opset_version=17,
        dynamo=False,  # the newer exporter asks for packages of its own and fixes the number of tokens
    )


def _quantise(full: Path, target: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(str(full), str(target), per_channel=True, weight_type=QuantType.QInt8)


def _compare(original: Any, target: Path) -> np.ndarray:
    """Cosine of each check sentence under the exported model to the original."""
    from index.encoder import OnnxEncoder

    ours = OnnxEncoder(target / "model.onnx", target / "tokenizer.json", threads=1).encode(CHECK_SENTENCES)
    theirs = original.encode(list(CHECK_SENTENCES), normalize_embeddings=True, show_progress_bar=False)
    return np.asarray((ours * theirs).sum(axis=1))
