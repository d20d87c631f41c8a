"""The benchmark of quotes reads gold, reads its articles, and hands both to the scorer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.quotes import load_gold, main

SCORER = """
def score(gold, predicted):
    texts = [each["document"]["text"] for each in predicted]
    assert texts == [each["text"] for each in gold]
    return dict.fromkeys(
        ("marked_found", "speaker_right_of_found", "end_to_end", "resolved_name_right",
         "content_words", "content_exact", "stray_marks_attributed"),
        sum(len(each["quotes"]) for each in gold),
    )
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three articles with one quote in marks and one indirect quote each, and a scorer."""
    (tmp_path / "score_quotes.py").write_text(SCORER, encoding="utf-8")
    path = tmp_path / "gold.jsonl"
    text = "“We stay,” said Ilse Varga. Tom Reyes said they would."
    quotes = [{"content": [[0, 10]], "quoted": [[1, 9]]}, {"content": [[44, 54]]}]
    lines = [
        json.dumps({"doc_id": str(number), "text": text, "quotes": quotes}) for number in range(3)
    ]
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return path


def test_halves_do_not_overlap(data: Path) -> None:
    """What rules are made on and what they are scored on are different articles."""
    assert [each["doc_id"] for each in load_gold(data, half="even")] == ["0", "2"]
    assert [each["doc_id"] for each in load_gold(data, half="odd")] == ["1"]
    assert len(load_gold(data, limit=2)) == 2


def test_quarters_part_the_halves(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each article is in one quarter: 1 and 3 make the odd half, of which 3 alone is held out."""
    parts = [[each["doc_id"] for each in load_gold(data, quarter=number)] for number in range(4)]
    assert parts == [["0"], ["1"], ["2"], []]
    assert main(["--data", str(data), "--quarter", "1"]) == 0
    assert capsys.readouterr().out.startswith("1 documents")


def test_the_scorer_beside_the_data_is_used(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All attributions and those in quote marks are scored apart."""
    assert main(["--data", str(data), "--half", "even", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["all"]["end_to_end"] == 4
    assert figures["in quote marks"]["end_to_end"] == 2
    assert figures["words"] == 20
    assert main(["--data", str(data), "--limit", "1"]) == 0
    assert "in quote marks: marked_found 1" in capsys.readouterr().out


def test_a_scorer_that_is_not_python_is_named(data: Path) -> None:
    """A scorer that cannot be loaded is said to be missing, with the remedy."""
    with pytest.raises(SystemExit, match="--scorer"):
        main(["--data", str(data), "--scorer", str(data.with_name("scorer.txt"))])
