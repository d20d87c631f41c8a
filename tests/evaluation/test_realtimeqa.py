"""Does the quiz benchmark measure: what is found, chosen and given, on three small articles."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evaluation import realtimeqa
from evaluation.realtimeqa import (
    borne_out,
    f1,
    found,
    given,
    laid_end_to_end,
    load,
    main,
    plain,
)
from onix.model import Abstention, Answer, Document, Span, Statement
from onix.record import Query, Record, open_record

ARTICLES = {
    "ferry": "The ferry to Lunmouth ran aground on Sunday. Forty passengers were brought ashore.",
    "mayor": "Ada Brandt was elected mayor of Sollen. She beat Piet Aldous by nine votes.",
    "frost": "Late frost ruined the cherries. Growers in Halden lost the whole crop.",
}
QUESTIONS = [
    ("Who was elected mayor of Sollen this week?", ["Piet Aldous", "Ada Brandt", "Ilse Varga"], 1),
    ("Which fruit did late frost ruin?", ["Cherries", "Plums", "Pears"], 0),
    ("Who designed the ferry to Lunmouth?", ["Tom Reyes", "Ben Holt", "Max Ode"], 2),
    ("How many votes decided the race in Sollen?", ["Two", "Nine", "Forty"], 1),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder in the form of the benchmark."""
    rows = [
        {
            "url": f"https://quiz.example/{name}",
            "title": name,
            "publish_date": "2025/03/04" if name != "frost" else None,
            "text": text,
        }
        for name, text in ARTICLES.items()
    ]
    with gzip.open(tmp_path / "corpus_dev.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    questions = [
        {"question": words, "choices": some, "answers": [some[right]], "date": "2025/03/05"}
        for words, some, right in QUESTIONS
    ]
    text = json.dumps({"questions": questions})
    (tmp_path / "questions_dev.json").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_answer_is_found_in_other_case_and_without_articles(data: Path) -> None:
    """The first text and the first ten are counted apart, and so are the halves."""
    items = load(data)[:2]
    assert plain("The “Plums”, an OLD tree") == " plums old tree "
    figures = found([["Nothing.", "Then ada  brandt spoke."], ["No plum."]], items)
    assert (figures["first ten"], figures["first"]) == (0.5, 0.0)
    assert (figures["first ten, even half"], figures["first ten, odd half"]) == (1.0, 0.0)


def test_stretches_hold_the_whole_text_in_order() -> None:
    """Laid end to end, no stretch is longer than it may be, and no sentence is cut."""
    text = ARTICLES["ferry"] + " " + ARTICLES["mayor"]
    pieces = list(laid_end_to_end(Document("d", "article", text), words=14))
    assert " ".join(pieces) == text
    assert [len(each.split()) for each in pieces] == [13, 14]
    assert list(laid_end_to_end(Document("d", "article", " "))) == []


def test_answers_are_compared_as_squad_does() -> None:
    """Articles, case and punctuation do not count, and words are counted once each."""
    assert f1("the “Cherries”", "cherries") == 1.0
    assert f1("late cherries", "cherries") == pytest.approx(2 / 3)
    assert f1("plums", "cherries") == 0.0


def test_a_choice_is_borne_out_by_the_passages_that_hold_it(data: Path, tmp_path: Path) -> None:
    """Words that stand together count more than some of them, and those more than none."""
    with open_record(tmp_path / "news.onix", create=True, write=True) as record:
        realtimeqa.fill(record, data, unread=True, count=None)
        hits = record.search(Query("mayor of Sollen"))
        scores = [borne_out(each, hits) for each in ("Ada Brandt", "Ada Holt", "Ilse Varga", "")]
    assert scores[0] > scores[1] > scores[2] == 0.0


def test_what_is_given_is_scored(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal counts as nothing given, an answer by its words."""

    def answering(record: Record, question: str, *, as_of: str | None = None) -> Answer:
        if "fruit" in question:
            words = Span("frost", 16, 28, "the cherries")
            return Answer(question, as_of, (Statement(ARTICLES["frost"], words, ()),))
        return Answer(question, as_of, abstained=Abstention("nothing_found", "Nothing."))

    monkeypatch.setattr(realtimeqa, "ask", answering)
    with open_record(tmp_path / "news.onix", create=True, write=True) as record:
        figures = given(record, load(data))
    assert (figures["answered"], figures["EM"], figures["F1"]) == (0.25, 0.25, 0.25)
    assert figures["F1 of the answered"] == 1.0


def test_search_alone_is_measured_without_reading(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Side by side with BM25; a record that is kept is used again."""
    place = tmp_path / "kept.onix"
    options = ["--data", str(data), "--unread", "--record", str(place)]
    assert main([*options, "--baseline", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["questions"] == 4
    assert figures["ceiling"] == 0.75
    assert figures["baseline"]["BM25"]["first ten"] == 0.75
    assert figures["found"]["no recency"]["first ten"] == 0.75
    assert figures["found"]["as asked"]["first ten"] == 0.5  # one article has no date
    assert "chosen" not in figures
    assert place.exists()
    assert main([*options, "--every", "2"]) == 0
    assert "questions                            2" in capsys.readouterr().out


def test_choices_and_answers_are_measured_on_what_was_read(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read in full, the record is asked to choose and to answer."""
    assert main(["--data", str(data), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["given"]["questions"] == 4
    assert 0.5 <= figures["chosen"]["multiple choice"] <= 1.0
    assert figures["chosen"]["multiple choice 2025"] == figures["chosen"]["multiple choice"]
    assert 0 <= figures["chosen"]["with none of the above"] <= 1.0
