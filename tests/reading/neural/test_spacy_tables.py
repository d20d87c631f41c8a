"""What a model counts on and spaCy keeps in its code: read from the installed package's text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onix.errors import OnixError
from onix.reading.neural import spacy_tables as module
from onix.reading.neural.spacy_tables import NORMS, SYMBOLS, read_norms, read_symbols
from onix.reading.neural.weights import package_folder


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with spaCy's two files in it, which may be changed, in the place of spaCy's own."""
    installed = package_folder(module.PACKAGE)
    assert installed is not None
    for name in (NORMS, SYMBOLS):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(installed / name, tmp_path / name)
    monkeypatch.setattr(module, "package_folder", lambda name: tmp_path)
    return tmp_path


def test_the_tables_are_those_that_spacy_works_with() -> None:
    """Every string and mark, with the number or norm that spaCy itself gives it."""
    from spacy.lang.norm_exceptions import BASE_NORMS
    from spacy.symbols import IDS  # type: ignore[import-not-found]  # it is compiled

    assert read_symbols() == IDS
    assert read_norms() == BASE_NORMS
    assert read_symbols()[""] == 0
    assert read_norms()["“"] == '"'


def test_a_written_number_holds_for_what_follows(package: Path) -> None:
    """Symbols count on from the last number that stands there, whatever remarks stand between."""
    enum = "cdef enum symbol_t:\n    NIL\n    A  # first\n\n    # more\n    B = 7\n    C\n"
    (package / SYMBOLS).write_text(enum)
    assert read_symbols.__wrapped__() == {"": 0, "A": 1, "B": 7, "C": 8}


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"cdef enum symbol_t:\n",
        b"cdef enum attr_t:\n    NIL\n    A\n",
        b"cdef enum symbol_t:\n    A\n    NIL\n",
        b"cdef enum symbol_t:\n    NIL\n    A = B + 1\n",
        b"cdef enum symbol_t:\n    NIL\ncdef int A\n",
        b"cdef enum symbol_t:\n    NIL\n    \xff\n",
    ],
)
def test_symbols_written_otherwise_are_not_guessed_at(package: Path, written: bytes) -> None:
    """A spaCy with another table is refused, and the reader told which one to install."""
    (package / SYMBOLS).write_bytes(written)
    said = rf"(?s){SYMBOLS} in .* not written as spaCy 3\.8.*pip install .*spacy==3\.8"
    with pytest.raises(OnixError, match=said):
        read_symbols.__wrapped__()


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"BASE_NORMS = {",
        b"OTHER = {}",
        b"BASE_NORMS = {}\nBASE_NORMS = {}",
        b"BASE_NORMS = dict(a='b')",
        b"BASE_NORMS = 7",
        b"BASE_NORMS = {'a': 1}",
        b"BASE_NORMS = {[]: 'a'}",
        b"BASE_NORMS = {'\xff': 'a'}",
    ],
)
def test_norms_written_otherwise_are_not_guessed_at(package: Path, written: bytes) -> None:
    """Nor are norms, and no code is run to find them."""
    (package / NORMS).write_bytes(written)
    said = rf"(?s){NORMS} in .* not written as spaCy 3\.8.*pip install .*spacy==3\.8"
    with pytest.raises(OnixError, match=said):
        read_norms.__wrapped__()


def test_a_spacy_without_the_tables_is_named_with_the_remedy(package: Path) -> None:
    """The message says which file is gone from which folder."""
    (package / SYMBOLS).unlink()
    (package / NORMS).unlink()
    for read, name in ((read_symbols, SYMBOLS), (read_norms, NORMS)):
        with pytest.raises(OnixError, match=rf"(?s){name} in {package} cannot be read.*pip"):
            read.__wrapped__()


def test_without_spacy_the_remedy_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no spaCy is told how to get it."""
    monkeypatch.setattr(module, "package_folder", lambda name: None)
    with pytest.raises(OnixError, match=r"No spaCy.*pip install"):
        read_norms.__wrapped__()


def test_the_remedy_is_the_spacy_that_onix_is_tested_with() -> None:
    """What the message tells to install is what the lock installs."""
    lock = (Path(__file__).parents[3] / "requirements.lock").read_text("utf-8")
    assert f"\n{module.INSTALL.split()[-1]} " in lock
