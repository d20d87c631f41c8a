"""Is the answer scorer fair: what is right, what is wrong, and what it prints about both?"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest

from evaluation import ask_gold, ask_questions
from evaluation.ask_gold import is_right, main, score_other, share, token_f1
from evaluation.ask_questions import Gold, corpus_articles, sample_questions
from onix.intake import Raw, read_documents
from onix.model import Abstention, Answer, Disagreement, Document, Span, Statement

SENTENCE = "The minister left on Friday, and 40 guards went with her."


def said(words: str | None, stance: Literal["yes", "no"] | None = None) -> Answer:
    """An answer with one statement, these of its words marked; a refusal for an empty string."""
    if words == "":
        return Answer("?", abstained=Abstention("not_answered", "Nothing answers."))
    span = None
    if words is not None:
        start = SENTENCE.index(words)
        span = Span("d", start, start + len(words), words)
    return Answer("?", statements=(Statement(SENTENCE, span, (), stance),))


def gold(
    *answers: str, stance: str | None = None, kind: str = "who", superseded: tuple[str, ...] = ()
) -> Gold:
    """A question with these marked answers; one that nothing answers when there are none."""
    unanswerable = not answers or kind == "unknown"
    marked = tuple((each, stance) for each in answers)
    return Gold("q1", "?", kind, marked, unanswerable, superseded)


def test_words_are_compared_without_case_and_stops() -> None:
    """Half of the words shared is .5, however they are written."""
    assert token_f1("Friday.", "friday") == 1.0
    assert token_f1("40 guards", "guards") == pytest.approx(2 / 3)
    assert token_f1("on Friday, at 3", "Friday") == pytest.approx(0.4)
    assert token_f1("Monday", "Friday") == token_f1("", "Friday") == 0.0


def test_answer_words_have_to_be_the_marked_ones() -> None:
    """Right with one of the marked answers, wrong with other words or with the whole sentence."""
    assert is_right(gold("Friday", "on Friday"), said("on Friday"))
    assert not is_right(gold("Friday"), said("40 guards"))
    assert not is_right(gold("Friday"), said(None))
    assert not is_right(gold("Friday"), said(""))


def test_what_a_correction_withdrew_is_wrong() -> None:
    """Words nearer to what an earlier version said than to the answer are not right."""
    marked = gold("30 guards", superseded=("40 guards",))
    assert not is_right(marked, said("40 guards"))
    assert is_right(gold("40 guards", superseded=("30 guards",)), said("40 guards"))


def test_nothing_but_a_refusal_is_right_where_nothing_answers() -> None:
    """A refusal is right; an answer is not, unless it says itself that nobody knows."""
    assert is_right(gold(), said(""))
    assert not is_right(gold(), said("Friday"))
    assert is_right(gold("left on Friday", kind="unknown"), said("left on Friday"))
    assert is_right(gold("left on Friday", kind="unknown"), said(""))
    assert not is_right(gold("left on Friday", kind="unknown"), said("guards"))


def test_yes_and_no_need_the_stance_and_the_place() -> None:
    """The right word with another sentence, or the right sentence with the wrong word, is wrong."""
    assert is_right(gold("The minister left", stance="yes"), said(None, "yes"))
    assert not is_right(gold("The minister left", stance="yes"), said(None, "no"))
    assert not is_right(gold("The minister stayed", stance="yes"), said(None, "yes"))


def test_shares_are_told_apart() -> None:
    """Answerable, unanswerable and each kind have figures of their own."""
    asked = [
        ask_gold.Scored(gold("Friday", kind="when"), said("Friday"), is_right=True),
        ask_gold.Scored(gold("guards"), said(""), is_right=False),
        ask_gold.Scored(gold(), said(""), is_right=True),
    ]
    found = share(asked)
    assert (found["of"], found["answerable"]["of"], found["unanswerable"]["of"]) == (
        "2/3",
        "1/2",
        "1/1",
    )
    assert found["kinds"] == {
        "when": {"right": 1.0, "of": "1/1"},
        "who": {"right": 0.0, "of": "0/1"},
    }
    assert share([])["right"] is None
    assert [each.given for each in asked] == ["Friday", *["refused: not_answered"] * 2]


def test_the_articles_gold_gets_its_words_from_the_offsets() -> None:
    """Answers of the sample article are cut out of the text that is given."""
    golds = sample_questions("x" * 10_000)
    assert len(golds) == 48
    assert all(set(text) == {"x"} for each in golds for text, _ in each.answers)


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Two short articles in a corpus, and a gold of two questions on each."""
    monkeypatch.setattr(ask_gold, "OTHER", tmp_path / "other.jsonl")
    monkeypatch.setattr(ask_gold, "ask", lambda record, question, **_: said(question))
    address = "https://news.example/{}"
    marked = {"start": SENTENCE.index("Friday"), "end": SENTENCE.index("Friday") + 6}
    golds = [
        {"article": address.format(article), "question": words, "answers": [marked]}
        for article in ("b", "a")
        for words in ("Friday", "guards")
    ]
    rows = [
        json.dumps(gold | {"id": f"o{number}", "kind": "when", "unanswerable": False})
        for number, gold in enumerate(golds, start=1)
    ]
    ask_gold.OTHER.write_text("\n".join(rows) + "\n", encoding="utf-8")
    path = tmp_path / "corpus.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for article in ("a", "b", "c"):
            row = {"url": address.format(article), "publish_date": "2024/03/01", "text": SENTENCE}
            lines.write(json.dumps(row) + "\n")
    return path


def test_other_articles_are_each_asked_alone(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has a record of its own with the corpus's date; even lines stand apart from odd."""
    asked: list[tuple[list[str | None], list[str | None]]] = []

    @contextmanager
    def record_of(line: Path, *, published: str | None) -> Iterator[None]:
        assert published is None
        documents = [
            each
            for each in read_documents(Raw(str(line), line.read_bytes()))
            if isinstance(each, Document)
        ]
        asked.append(([each.address for each in documents], [each.published for each in documents]))
        yield None

    monkeypatch.setattr(ask_gold, "article_record", record_of)
    found = score_other(corpus)
    assert asked == [([f"https://news.example/{name}"], ["2024-03-01"]) for name in ("a", "b")]
    assert {name: [each.gold.id for each in some] for name, some in found.items()} == {
        "other, even": ["o2", "o4"],
        "other, odd": ["o1", "o3"],
    }
    assert [each.is_right for each in found["other, odd"]] == [True, True]
    assert [each.is_right for each in found["other, even"]] == [False, False]


def test_an_article_the_corpus_lacks_is_named(corpus: Path) -> None:
    """A corpus without one of the articles is no measure, and the reader is told which is gone."""
    with pytest.raises(SystemExit, match=r"does not hold https://news\.example/z"):
        corpus_articles(corpus, {"https://news.example/a", "https://news.example/z"})


def test_what_is_held_out_is_not_shown(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong answers on even lines are printed where asked for, those on odd lines never."""
    one, other = (
        [ask_gold.Scored(gold("guards", kind=kind), said("Friday"), is_right=False)]
        for kind in ("developed", "held out")
    )
    sets = {"other, even": one, "other, odd": other}
    monkeypatch.setattr(ask_gold, "score_other", lambda corpus: sets)
    missing = str(small / "article.txt")
    here = str(small / "small.jsonl")
    assert main(["--data", str(small), "--article", missing, "--other", here, "--show"]) == 0
    shown = capsys.readouterr().out
    assert "other, even: 0/1 right" in shown
    assert "other, odd: 0/1 right" in shown
    assert "[developed]" in shown
    assert "[held out]" not in shown


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with one file of two questions, asked of nothing; no sample article."""

    @contextmanager
    def no_record() -> Iterator[None]:
        yield None

    monkeypatch.setattr(ask_gold, "story_record", no_record)
    monkeypatch.setattr(ask_gold, "ask", lambda record, question, **_: said(question))
    rows = [
        {"id": "a", "question": "Friday", "kind": "when", "answers": [{"text": "Friday"}]},
        {"id": "b", "question": "guards", "kind": "who", "answers": [{"text": "her"}]},
    ]
    lines = [json.dumps(row | {"unanswerable": False}) for row in rows]
    (tmp_path / "small.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    written = tmp_path / "written.json"
    written.write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    monkeypatch.setattr(ask_gold, "WRITTEN", written)
    return tmp_path


ARTICLE = {
    "id": "x", "title": "Ferry sinks", "outlet": "The Post", "published": "2025-03-01",
    "text": "The ferry Alma sank off Norway on Friday.",
    "questions": [
        {"question": "Friday", "kind": "when", "unanswerable": False, "answers": ["Friday"],
         "sentence": "The ferry Alma sank off Norway on Friday.", "stance": None},
        {"question": "40 guards", "kind": "unknown", "unanswerable": True, "answers": [],
         "sentence": None, "stance": None},
    ],
}  # fmt: skip


def test_articles_written_for_onix_are_each_asked_alone(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Their questions are put to a record of the one article."""
    for record, rows in ask_questions.written_records([ask_gold.WRITTEN]):
        assert list(record.ids()) == ["x"]
        assert len(rows) == 2
    missing = str(small / "article.txt")
    absent = ["--data", str(small), "--article", missing, "--other", missing]
    assert main([*absent, "--show"]) == 0
    shown = capsys.readouterr().out
    assert "written: 1/2 right" in shown


def test_the_last_articles_written_are_held_out(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first ten are shown with what is wrong; of those behind them only the totals."""
    rows = [ARTICLE] * 10 + [json.loads(json.dumps(ARTICLE).replace("40 guards", "her"))]
    ask_gold.WRITTEN.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    missing = str(small / "article.txt")
    absent = ["--data", str(small), "--article", missing, "--other", missing]
    assert main([*absent, "--show"]) == 0
    shown = capsys.readouterr().out
    assert "written: 11/22 right" in shown
    assert "ten articles (developed on): 10/20 right" in shown
    assert "ten articles (held out): 1/2 right" in shown
    assert "given  40 guards" in shown
    assert "given  her" not in shown


def test_the_figures_are_printed(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table for people, with what was wrong where asked for, or JSON for the gate."""
    missing = str(small / "article.txt")
    absent = ["--data", str(small), "--article", missing, "--other", missing]
    assert main([*absent, "--show"]) == 0
    shown = capsys.readouterr().out
    assert "story: 1/2 right (0.5)" in shown
    assert "story, small: 1/2 right" in shown
    assert "b [who] guards" in shown
    assert "given  guards" in shown
    assert "sample: left out" in shown
    assert "other: left out" in shown
    assert main([*absent, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["story"]["answerable"] == {"right": 0.5, "of": "1/2"}
    assert "sample" not in figures


def test_a_dispute_needs_two_of_the_readings_that_were_marked() -> None:
    """A disagreement about something else is a false one."""
    sides = (("left on Friday", "Friday"), ("left on Monday",))
    monday = Statement("She left on Monday.", None, ())
    friday = Statement(SENTENCE, None, ())
    both = Answer("?", statements=(friday,), disagreements=(Disagreement("?", (friday, monday)),))
    disputed = Gold("q1", "?", "when", (("Friday", None),), False, readings=sides)
    plain = gold("Friday")
    found = share(
        [
            ask_gold.Scored(disputed, both, is_right=True),
            ask_gold.Scored(disputed, said("Friday"), is_right=True),
            ask_gold.Scored(plain, both, is_right=True),
        ]
    )
    assert found["disputed with both readings shown"] == "1/2"
    assert found["false disputes"] == "1/1"


def test_edges_count_in_exact_and_f1() -> None:
    """Of answers in words where some are marked; yes and no have none."""
    found = share(
        [
            ask_gold.Scored(gold("Friday"), said("Friday"), is_right=True),
            ask_gold.Scored(gold("40 guards"), said("guards"), is_right=True),
            ask_gold.Scored(gold("left", stance="yes"), said("left", "yes"), is_right=True),
            ask_gold.Scored(gold(), said("Friday"), is_right=False),
        ]
    )
    assert found["exact"] == 0.5
    assert found["F1"] == pytest.approx((1 + 2 / 3) / 2, abs=1e-4)
