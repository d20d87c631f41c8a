"""Plain questions on an archive: the gold is whole, and the script counts what is right."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evaluation.ask_archive import ARCHIVES, LEFT_OUT, Archive, articles, main
from evaluation.ask_gold import CORPUS
from evaluation.ask_questions import rows_of

TEXT = "The mill at Halm burned down on Sunday. Jon Lind bought the mill at Halm in May."


def corpus(folder: Path) -> Path:
    """A corpus with an article a month; the first is one that is left out."""
    rows = [
        {"url": f"https://news.example/{n}", "title": "Mill", "text": TEXT, "publish_date": day}
        for n, day in enumerate(["2022/10/01", "2022/10/02", "2022/02/03", "2021/01/01"])
    ]
    path = folder / CORPUS.name
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return path


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda archive: archive.name)
def test_each_question_has_an_answer_or_none(archive: Archive) -> None:
    """Ids are apart, and only a yes/no question that is answered has a stance."""
    rows = rows_of(archive.questions)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert bool(row["answers"]) != row["unanswerable"], row["id"]
        is_yes_no = row["kind"] == "yes/no" and not row["unanswerable"]
        assert (row.get("stance") in {"yes", "no"}) == is_yes_no, row["id"]


def test_an_archive_has_its_months_less_every_twenty_fifth(tmp_path: Path) -> None:
    """By the place of an article in the corpus."""
    path = corpus(tmp_path)
    autumn, winter = (list(articles(path, each)) for each in ARCHIVES[:2])
    assert [row["doc_id"] for row in autumn] == ["https://news.example/1"]
    assert [row["published"] for row in winter] == ["2022-02-03"]
    assert LEFT_OUT == 25


def test_the_questions_are_asked_of_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One is answered, one has no answer; the record is kept where it is wanted."""
    questions = tmp_path / "few.jsonl"
    common = {"kind": "who", "superseded": []}
    rows = [
        {"id": "1", "question": "Who bought the mill at Halm?", "answers": ["Jon Lind"]}
        | common | {"unanswerable": False},
        {"id": "2", "question": "Who runs the port of Vikna?", "answers": []}
        | common | {"unanswerable": True},
    ]  # fmt: skip
    questions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    few = Archive("few", "2022/09/01", "2022/12/31", questions)
    monkeypatch.setattr("evaluation.ask_archive.ARCHIVES", (few,))
    corpus(tmp_path)
    assert main(["--data", str(tmp_path), "--records", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["few"]["of"] == "2/2"
    assert (tmp_path / "few.onix").exists()
