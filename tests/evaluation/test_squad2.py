"""Does the SQuAD benchmark score answers and refusals as it says?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.squad2 import Item, figures, load, main, scores, words_of
from onix.model import Abstention, Answer, Span, Statement


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One paragraph with a question that it answers and one that it does not."""
    text = "Ada Brandt founded the harbour school of Lunmouth in 1911."
    rows = [
        ("When was the harbour school of Lunmouth founded?", [{"text": "1911"}, {"text": "1911"}]),
        ("Who burnt down the opera of Halden?", []),
    ]
    qas = [
        {"question": words, "answers": marked, "is_impossible": not marked}
        for words, marked in rows
    ]
    article = {"title": "Harbour_school", "paragraphs": [{"context": text, "qas": qas}]}
    path = tmp_path / "split_dev.json"
    path.write_text(json.dumps({"data": [article]}), encoding="utf-8")
    return path


def test_paragraphs_are_documents(data: Path) -> None:
    """Questions know their paragraph and its marked answers, each once."""
    (document,), items = load(data)
    assert document.title == "Harbour school"
    assert [(each.document, each.answers) for each in items] == [
        (document.id, ("1911",)),
        (document.id, ()),
    ]
    assert len(load(data, every=2)[1]) == 1


def test_answers_and_refusals_are_scored() -> None:
    """A refusal is right only where nothing answers, and an answer only where something does."""
    items = [Item("?", "d", ("the opera", "opera of Halden")), Item("?", "d", ())]
    assert list(scores(items, ["Opera", ""])) == [(True, 1.0), (True, 1.0)]
    assert list(scores(items, ["", "opera"])) == [(False, 0.0), (False, 0.0)]
    found = figures(items, ["old opera", "opera"])
    assert found["answerable"]["F1"] == pytest.approx(0.6667)
    assert found["answerable"]["EM"] == found["unanswerable"]["refused"] == 0
    assert found["F1"] == pytest.approx(0.3333)


def test_words_are_those_of_the_first_statement() -> None:
    """Answer words, else the stance, else the sentence; nothing for a refusal."""
    span = Span("d", 0, 4, "1911")
    assert words_of(Answer("?", statements=(Statement("1911.", span, ()),))) == "1911"
    assert words_of(Answer("?", statements=(Statement("It is.", None, (), "yes"),))) == "yes"
    assert words_of(Answer("?", statements=(Statement("It is.", None, ()),))) == "It is."
    assert words_of(Answer("?", abstained=Abstention("nothing_found", "Nothing."))) == ""


def test_a_paragraph_is_read_and_asked(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the file to the figures, for people and for programs."""
    assert main(["--data", str(data), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["answerable"]["questions"] == found["unanswerable"]["questions"] == 1
    assert found["unanswerable"]["refused"] == 1.0
    assert main(["--data", str(data)]) == 0
    assert "unanswerable   questions 1 · refused 1.0" in capsys.readouterr().out
