"""What sentences drawn by chance go back to is scored in the texts they are from."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.provenance import LATER, MORE, SENTENCES, main, texts_of
from evaluation.speakers import rows_of


@pytest.mark.parametrize("path", [SENTENCES, MORE, LATER])
def test_every_mark_stands_in_its_sentence(path: Path) -> None:
    """Offsets are those of the article of that id."""
    rows = rows_of(path)
    texts = {row["id"]: row["text"] for row in texts_of({row["id"] for row in rows})}
    for row in rows:
        assert texts[row["id"]][row["start"] : row["end"]].strip()
        for mark in row["provenance"]:
            assert row["start"] <= mark["start"] < mark["end"] <= row["end"]


def test_what_is_held_out_is_never_shown() -> None:
    """Its wrong answers are for nobody to look at."""
    with pytest.raises(SystemExit):
        main(["--data", str(LATER), "--show"])
