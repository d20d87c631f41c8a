"""The speed of checking is measured on copies that differ, beside the usual ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import check_speed
from onix.model import Document
from tests.evaluation.test_check import data

__all__ = ["data"]


def test_copies_are_varied() -> None:
    """The first round is the documents as they are, the next have other words in them."""
    text = "We will build the pier for 14 million crowns before the winter comes again. " * 40
    first, second, *_ = check_speed.varied([Document("t", "transcript", text)], 0.005)
    assert first.text == text
    same = sum(a == b for a, b in zip(first.text.split(), second.text.split(), strict=True))
    assert 0.7 < same / len(text.split()) < 0.99


def test_every_way_is_measured(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each size has a row, and growth is of the last over the first."""
    arguments = ["--data", str(data), "--megabytes", "0.01", "0.02", "--peers"]
    assert check_speed.main([*arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["0.01"]["tantivy and rapidfuzz"] > 0
    assert found["growth"] > 0
    assert check_speed.main(arguments) == 0
    assert "growth" in capsys.readouterr().out
