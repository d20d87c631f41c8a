"""The files of the model: found, checked, unpacked."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import srsly  # type: ignore[import-untyped]  # it brings no types

from onix.errors import OnixError
from onix.reading.neural import weights as module
from onix.reading.neural.pipeline import SlowPipeline, load_pipeline
from onix.reading.neural.syntax import Parser
from onix.reading.neural.weights import (
    ModelFiles,
    UnexpectedModelError,
    check_sums,
    find_model,
    package_folder,
)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a copy of the model's files, which may be changed."""
    package = package_folder(module.COPY)
    assert package is not None
    folder = tmp_path / "model" / module.COPY_DATA
    shutil.copytree(package / module.COPY_DATA, folder)
    return folder


def test_the_official_model_is_taken_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where both are installed, the official package is read, and none of its code is run."""
    package = tmp_path / "en_core_web_sm"
    (package / "en_core_web_sm-3.8.0").mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('imported')")
    monkeypatch.syspath_prepend(tmp_path)
    assert find_model().name == module.COPY_DATA  # the official one has no model in it
    (package / "en_core_web_sm-3.8.0" / "config.cfg").write_text("")
    assert find_model() == package / "en_core_web_sm-3.8.0"


def test_without_a_model_the_remedy_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no model is told how to get one."""
    monkeypatch.setattr(module, "package_folder", lambda name: None)
    with pytest.raises(OnixError, match=r"(?s)No model.*pip install"):
        find_model()


def test_no_code_of_the_copy_is_run() -> None:
    """The package of the copy is never imported."""
    load_pipeline()
    Parser().parse(["Who left?"])
    assert module.COPY not in sys.modules


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda folder: (folder / "ner" / "model").write_bytes(b"other"), "ner/model.*published"),
        (lambda folder: (folder / "tokenizer").unlink(), "tokenizer.*missing"),
        (lambda folder: (folder / "extra.py").write_text(""), "extra.py.*does not belong"),
    ],
)
def test_a_changed_file_is_refused(model: Path, change: Any, said: str) -> None:
    """A file that is other, gone or added stops the model from being loaded, with the remedy."""
    check_sums(model)
    change(model)
    with pytest.raises(OnixError, match=rf"(?s)not loaded.*{said}.*pip install"):
        check_sums(model)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "ner" / "model").write_bytes(b"other"),
        lambda folder: (folder / "ner" / "model").unlink(),
    ],
)
def test_a_changed_file_is_never_read(
    model: Path, change: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file of the copy is checked when it is read, whoever reads it."""
    monkeypatch.setattr(module, "find_folder", lambda: model)
    change(model)
    files = ModelFiles()
    assert files.read("parser/moves")
    with pytest.raises(OnixError, match=r"not loaded: ner/model"):
        files.read("ner/model")


def test_another_official_model_is_run_by_spacy(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The official package of another version is not refused: spaCy runs it."""
    official = model.with_name("en_core_web_sm-3.8.1")
    model.rename(official)
    monkeypatch.setattr(module, "find_folder", lambda: official)
    for name in ("ner/moves", "parser/moves"):
        written = srsly.msgpack_loads((official / name).read_bytes())
        written["moves"] += " "
        (official / name).write_bytes(srsly.msgpack_dumps(written))
    with pytest.raises(UnexpectedModelError, match="another version"):
        ModelFiles().read("parser/moves")
    pipeline = load_pipeline.__wrapped__()
    assert isinstance(pipeline, SlowPipeline)
    assert not pipeline.is_fast
    texts = ["Joe Holt of Microsoft flew to Berlin."]
    assert pipeline.entities(texts, [[0]]) == load_pipeline().entities(texts, [[0]])
    parser = Parser()
    assert parser.parse(texts) == Parser().parse(texts)
    assert not parser.is_fast
