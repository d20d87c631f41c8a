"""What the reader learns from: answers stand where they are said to, and refusals have none."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from evaluation.qamr import Qamr, answer, plain
from evaluation.reader_examples import Example, QamrExamples, WrittenExamples, is_yes_or_no

ROOT = Path(__file__).parents[2] / "evaluation"
WRITTEN = sorted(
    path for folder in ("reader", "trust") for path in (ROOT / "training" / folder).glob("*.jsonl")
)

SENTENCES = {
    "Wiki1k:wikinews:1:0:0": "Obama instructed Eric Holder , the US attorney general , in 2011 .",
    "Wiki1k:wikinews:1:0:1": "Clinton had -LRB- in 1999 -RRB- refused .",
    "Wiki1k:wikinews:2:0:0": "The ferry sank off Norway .",
}


def dice(seed: int) -> random.Random:
    """Chance that falls the same way each time."""
    return random.Random(seed)  # noqa: S311  # not for secrets


@pytest.fixture
def qamr(tmp_path: Path) -> Qamr:
    """A corpus of three sentences in QAMR's own files."""
    lines = [f"{id}\t{text}" for id, text in SENTENCES.items()]
    (tmp_path / "wiki-sentences.tsv").write_text("\n".join(lines))
    first, second = next(iter(SENTENCES)), list(SENTENCES)[2]
    rows = [
        [first, "0", "1", "0", "0", "Who did Obama instruct in 2011?", "2 3", "2:2 3", "3:3"],
        [first, "0", "1", "1", "0", "Who instructed Eric Holder?", "0", "2:0", "3:0 9"],
    ]
    (tmp_path / "filtered_dev.tsv").write_text("\n".join("\t".join(row) for row in rows))
    row = [second, "0", "1", "0", "0", "What sank off Norway?", "0 1", "2:1", "3:0 1"]
    (tmp_path / "filtered_test.tsv").write_text("\t".join(row))
    return Qamr(tmp_path)


def test_qamr_is_read_as_text(qamr: Qamr) -> None:
    """Tokens become text again, and what people marked becomes offsets in it."""
    assert len(qamr.sentences) == 3
    asked = qamr.asked[0]
    text = qamr.sentences[asked.sentence]
    assert text == "Obama instructed Eric Holder, the US attorney general, in 2011."
    assert [text[a:b] for a, b in asked.answers] == ["Eric Holder", "Eric Holder", "Holder"]


def test_brackets_and_marks_are_put_back() -> None:
    """ "-LRB-" is a bracket that stands close to its word."""
    assert plain(["He", "-LRB-", "said", "-RRB-", "so", "."])[0] == "He (said) so."


def test_an_answer_in_pieces_is_left_out() -> None:
    """Words that do not stand in a row are no answer that can be pointed at."""
    places = [(0, 1), (2, 3), (4, 5), (6, 7)]
    assert answer("0 1 3", places) == (0, 3)
    assert answer("0 3", places) is None
    assert answer("", places) is None


def check(example: Example) -> None:
    """An answer lies in its text."""
    if example.answer is not None:
        start, end = example.answer
        assert 0 <= start < end <= len(example.text)
        assert example.text[start:end].strip()


def test_qamr_examples_say_where_the_answer_stands(qamr: Qamr) -> None:
    """With other sentences around it the answer is still the words that were marked."""
    made = QamrExamples(qamr, dice(1))
    marked = {"Eric Holder", "Holder", "Obama", "The ferry", "ferry"}
    answers = []
    for _ in range(20):
        for example in made.epoch():
            check(example)
            if example.answer is not None:
                answers.append(example.text[slice(*example.answer)])
    assert set(answers) <= marked
    assert len(set(answers)) > 3


def test_qamr_examples_hold_questions_that_nothing_answers(qamr: Qamr) -> None:
    """Some are asked of other sentences, some with a foreign name put in."""
    made = QamrExamples(qamr, dice(2))
    refused = [each for _ in range(30) for each in made.epoch() if each.answer is None]
    known = {each.question for each in qamr.asked}
    assert any(each.question in known for each in refused)
    assert any(each.question not in known for each in refused)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_written_holds_together(path: Path) -> None:
    """Every sentence stands once in its article, every answer in its sentence; refusals none."""
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        for row in article["questions"]:
            if row["unanswerable"]:
                assert row["answers"] == []
                continue
            assert article["text"].count(row["sentence"]) == 1, row
            assert row["answers"] and all(each in row["sentence"] for each in row["answers"]), row
            assert (row["kind"] == "yes/no") == (row["stance"] in {"yes", "no"}), row


def test_nothing_held_out_is_learned_from() -> None:
    """The articles that figures are reported on are none of those that are learned from."""
    held = (ROOT / "gold" / "written_articles.jsonl").read_text("utf-8").splitlines()
    texts = {json.loads(line)["text"] for line in held}
    learned = {json.loads(line)["text"] for p in WRITTEN for line in p.read_text().splitlines()}
    assert len(texts) == 20
    assert texts.isdisjoint(learned)


def test_written_examples_say_where_the_answer_stands() -> None:
    """A window of the article holds the answer's own words; others are there to be refused."""
    made = WrittenExamples(WRITTEN[:1], dice(1))
    examples = list(made.epoch())
    for example in examples:
        check(example)
    assert any(example.answer is None for example in examples)
    assert {example.stance for example in examples} == {None, 0, 1, 2}


def test_a_yes_or_no_question_is_known_by_its_first_word() -> None:
    """Those without an answer are not marked as such."""
    assert is_yes_or_no({"kind": "near miss", "question": "Did he resign?"})
    assert not is_yes_or_no({"kind": "near miss", "question": "Who resigned?"})
