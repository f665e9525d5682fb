from __future__ import annotations

from concurrent.futures import Future

import numpy as np
import pytest

from corpus.errors import ModelError
from index.embedding import OnnxEmbeddings
from index.encoder import OnnxEncoder
from index.model import ModelFiles

TEXTS = ["Soil science in the evening.", "dirt", "A licence to weld steel.", "", "soil " * 400]


@pytest.fixture(scope="module")
def encoder(model: ModelFiles) -> OnnxEncoder:
    return OnnxEncoder(model.onnx, model.tokenizer, threads=2)


def test_vectors_have_length_one_and_keep_the_order(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (5, 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for text, vector in zip(TEXTS, vectors, strict=True):
        np.testing.assert_allclose(encoder.encode_query(text), vector, atol=1e-5)


def test_a_text_has_the_same_vector_whatever_stands_beside_it(encoder: OnnxEncoder) -> None:
    alone = encoder.encode([TEXTS[1]])[0]
    np.testing.assert_array_equal(encoder.encode(TEXTS)[1], alone)


def test_case_and_the_width_of_blanks_make_no_difference(encoder: OnnxEncoder) -> None:
    np.testing.assert_array_equal(encoder.encode_query("Soil  science, in Terrace"), encoder.encode_query("soil science, in terrace"))


def test_a_text_that_is_begun_has_the_same_vector(encoder: OnnxEncoder) -> None:
    for text in TEXTS:
        told: Future[np.ndarray | None] = Future()
        encoder.begin_query(text, lambda vector, _error, told=told: told.set_result(vector))  # type: ignore[misc]
        begun = told.result(20)
        assert begun is not None
        np.testing.assert_array_equal(begun, encoder.encode_query(text))


def test_meaning_is_near_to_meaning(encoder: OnnxEncoder) -> None:
    soil, dirt, weld = encoder.encode(["a course about soil", "learning about dirt", "arc welding"])
    assert soil @ dirt > soil @ weld


def test_texts_beyond_the_limit_are_cut(encoder: OnnxEncoder) -> None:
    long, longer = encoder.encode(["soil " * 300, "soil " * 300 + "and then something else entirely"])
    np.testing.assert_array_equal(long, longer)


def test_no_texts_give_no_rows(encoder: OnnxEncoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


@pytest.mark.parametrize("text", ["\x00\x01", "\ud800", "日本語", "<b>*</b>", "x" * 20_000])
def test_any_text_has_a_vector(encoder: OnnxEncoder, text: str) -> None:
    assert np.isfinite(encoder.encode_query(text)).all()


def test_progress_ends_at_the_number_of_texts(encoder: OnnxEncoder) -> None:
    seen: list[tuple[str, int, int]] = []
    encoder.encode(TEXTS * 20, progress=lambda *step: seen.append(step))
    assert [done for _, done, _ in seen] == sorted(done for _, done, _ in seen)
    assert seen[-1] == ("embedding", 100, 100)


@pytest.mark.parametrize("part", ["onnx", "tokenizer"])
def test_an_unusable_file_says_what_to_do(
    model: ModelFiles, tmp_path_factory: pytest.TempPathFactory, part: str
) -> None:
    bad = tmp_path_factory.mktemp("bad") / "file"
    bad.write_bytes(b"{}")
    files = {"onnx": model.onnx, "tokenizer": model.tokenizer, part: bad}
    with pytest.raises(ModelError) as caught:
        OnnxEncoder(**files).encode_query("soil")
    assert str(bad.parent) in caught.value.hint


def test_langchain_sees_the_same_numbers(encoder: OnnxEncoder, shared_settings: object) -> None:
    embeddings = OnnxEmbeddings(shared_settings, encoder=encoder)  # type: ignore[arg-type]
    assert len(embeddings.embed_query("soil")) == 384
    assert embeddings.embed_documents(["soil"])[0] == pytest.approx(embeddings.embed_query("soil"), abs=1e-5)
    assert isinstance(embeddings.embed_query("soil")[0], float)
