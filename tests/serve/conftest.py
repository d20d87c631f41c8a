"""A small record, and a copy of it for each test that changes something beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onix.record import open_record
from onix.serve.private import FILE
from tests.record.making import BUDGET, HARBOUR, article, marked


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of two stories; nothing may be changed in it."""
    folder = tmp_path_factory.mktemp("small") / "small.onix"
    with open_record(folder, create=True) as record:
        record.keep(
            [
                marked(article(HARBOUR), "Ada Brandt"),
                marked(article(BUDGET, id="budget", title="Budget passed"), "Piet Aldous"),
            ]
        )
    return folder


@pytest.fixture
def folder(small: Path, tmp_path: Path) -> Path:
    """Give a record of the test's own, without what servers of the other noted beside it."""
    noted = shutil.ignore_patterns(f"{FILE}*")
    return Path(shutil.copytree(small, tmp_path / "news.onix", ignore=noted))
