"""A record of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onix.record import Record, open_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the place for a record."""
    return tmp_path / "news.onix"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    """Give a new record, open for writing."""
    with open_record(path, create=True) as found:
        yield found
