"""Passages: what search returns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onix.model import Document, Passage, Turn
from onix.reading.passages import MOST_WORDS, passages
from onix.reading.sentences import find_sentences


def cut(text: str, *, turns: tuple[Turn, ...] = (), words: int = 180) -> list[Passage]:
    """Give the passages of an article or, with turns, of a transcript."""
    document = Document("d", "transcript" if turns else "article", text, turns=turns)
    return list(passages(document, find_sentences(document), words=words))


def sentence(words: int) -> str:
    """Give a sentence of so many words."""
    return " ".join(["Word", *["word"] * (words - 1)]) + "."


def test_a_short_text_is_one_passage() -> None:
    """What is not longer than a passage stays together, heading and all."""
    text = "Talks fail\n\nThe talks failed. Nobody knows why."
    assert [each.span.text for each in cut(text)] == [text]


def test_a_short_rest_goes_with_the_passage_before() -> None:
    """The last sentence of an article is no passage by itself where there is room."""
    text = f"{sentence(90)}\n{sentence(60)}\n{sentence(20)}"
    assert [len(each.span.text.split()) for each in cut(text)] == [170]
    text = f"{sentence(90)}\n{sentence(60)}\n{sentence(40)}"
    assert [len(each.span.text.split()) for each in cut(text)] == [150, 40]


def test_no_text_has_no_passage() -> None:
    """White space is nothing that could be found."""
    assert cut("  \n ") == []


def test_a_passage_never_has_more_than_the_most_words() -> None:
    """Long sentences close a passage early rather than make it too long."""
    text = " ".join(sentence(70) for _ in range(12))
    lengths = [len(each.span.text.split()) for each in cut(text)]
    assert max(lengths) <= MOST_WORDS
    assert sum(lengths) == 840


def test_a_sentence_that_is_too_long_stands_alone() -> None:
    """A sentence is never cut, however long it is."""
    text = f"{sentence(100)} {sentence(400)} {sentence(100)}"
    assert [len(each.span.text.split()) for each in cut(text)] == [100, 400, 100]


def test_a_heading_goes_with_what_follows() -> None:
    """A passage does not end in a heading."""
    text = f"{sentence(130)}\n\nWhat comes next\n\n{sentence(100)}\n\nAnd then\n\n{sentence(100)}"
    starts = [each.span.text.split("\n")[0] for each in cut(text)]
    assert starts[1:] == ["What comes next", "And then"]


def test_headings_move_on_with_the_sentence_that_does_not_fit() -> None:
    """Where a long sentence closes a passage, the headings before it go along."""
    text = f"{sentence(70)}\nOne heading\nTwo headings\n{sentence(150)}"
    assert [each.span.text.split("\n")[0] for each in cut(text)][1] == "One heading"


def test_a_heading_before_a_giant_stays_a_passage() -> None:
    """A heading that cannot go with what follows is not lost."""
    text = f"Heading\n{sentence(200)}"
    assert [each.span.text for each in cut(text)] == ["Heading", sentence(200)]


def test_a_heading_that_fits_no_passage_stands_alone() -> None:
    """Moved on to a sentence that is too long to hold it, it is a passage by itself."""
    text = f"{sentence(20)}\nA heading of five words\n{sentence(178)}"
    assert [len(each.span.text.split()) for each in cut(text)] == [20, 5, 178]


def test_a_transcript_breaks_at_turns() -> None:
    """Near the length to aim at, the next turn begins a new passage."""
    parts = [f"{who}: {sentence(75)}" for who in ("VARGA", "HOLT", "VARGA", "HOLT")]
    text = "\n".join(parts)
    plain = Document("d", "transcript", text)
    turns = []
    at = 0
    for part in parts:
        begin = at + part.index(" ") + 1
        turns.append(Turn(part.split(":")[0], plain.span(begin, at + len(part))))
        at += len(part) + 1
    assert [each.span.text for each in cut(text, turns=tuple(turns))] == [
        "\n".join(parts[:2]),
        "\n".join(parts[2:]),
    ]


@given(
    st.lists(st.tuples(st.integers(1, 250), st.sampled_from([" ", "\n", "\n\n"])), max_size=30),
    st.integers(10, 300),
)
def test_passages_hold_every_sentence_once(parts: list[tuple[int, str]], words: int) -> None:
    """Passages are numbered, in order, whole sentences, and leave nothing out."""
    text = "".join(sentence(count) + gap for count, gap in parts)
    document = Document("d", "article", text)
    sentences = find_sentences(document)
    found = passages(document, sentences, words=words)
    assert [each.number for each in found] == list(range(len(found)))
    held = [[each for each in sentences if passage.span.covers(each)] for passage in found]
    assert [each for group in held for each in group] == list(sentences)
    for passage, group in zip(found, held, strict=True):
        assert len(passage.span.text.split()) <= max(MOST_WORDS, words) or len(group) == 1
