"""Passages: what search returns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onix.model import Document, Passage
from onix.reading.grammar.sentences import find_sentences
from onix.reading.passages import passages


def cut(text: str) -> list[Passage]:
    """Give the passages of an article."""
    document = Document("d", "article", text)
    return list(passages(document, find_sentences(document)))


def sentence(words: int) -> str:
    """Give a sentence of so many words."""
    return " ".join(["Word", *["word"] * (words - 1)]) + "."


def test_a_short_text_is_one_passage() -> None:
    """What is not longer than a passage stays together, heading and all."""
    text = "Talks fail\n\nThe talks failed. Nobody knows why."
    assert [each.span.text for each in cut(text)] == [text]


def test_passages_overlap_by_half() -> None:
    """What stands at the end of one passage stands in the middle of the next."""
    text = "\n".join(f"{n} {sentence(44)}" for n in range(10))
    numbers = [[int(n) for n in each.span.text.split() if n.isdigit()] for each in cut(text)]
    assert numbers == [[0, 1, 2, 3], [2, 3, 4, 5], [4, 5, 6, 7], [6, 7, 8, 9]]


def test_the_last_passage_is_as_long_as_the_others() -> None:
    """A short rest is shown with what leads to it."""
    text = f"{sentence(90)}\n{sentence(60)}\n{sentence(40)}"
    assert [len(each.span.text.split()) for each in cut(text)] == [150, 100]


def test_no_text_has_no_passage() -> None:
    """White space is nothing that could be found."""
    assert cut("  \n ") == []


def test_a_passage_never_has_more_than_the_most_words() -> None:
    """Long sentences close a passage early rather than make it too long."""
    text = " ".join(sentence(70) for _ in range(12))
    lengths = [len(each.span.text.split()) for each in cut(text)]
    assert lengths == [140] * 6


def test_a_sentence_that_is_too_long_stands_alone() -> None:
    """A sentence is never cut, however long it is."""
    text = f"{sentence(100)} {sentence(400)} {sentence(100)}"
    assert [len(each.span.text.split()) for each in cut(text)] == [100, 400, 100]


def test_a_heading_goes_with_what_follows() -> None:
    """A passage does not end in a heading, and the next begins with it."""
    text = f"{sentence(130)}\n\nWhat comes next\n\n{sentence(100)}\n\nAnd then\n\n{sentence(100)}"
    found = [each.span.text.split("\n") for each in cut(text)]
    assert [each[0] for each in found[1:]] == ["What comes next", "And then"]
    assert [each[-1] for each in found] == [sentence(130), sentence(100), sentence(100)]


def test_a_heading_that_fits_no_passage_stands_alone() -> None:
    """A heading that cannot go with what follows is not lost."""
    text = f"Heading\n{sentence(200)}"
    assert [each.span.text for each in cut(text)] == ["Heading", sentence(200)]
    text = f"{sentence(20)}\nA heading of five words\n{sentence(178)}"
    assert [len(each.span.text.split()) for each in cut(text)] == [20, 5, 178]


@given(
    st.lists(
        st.tuples(st.integers(1, 250), st.sampled_from([" ", "\n", "\n\n"]), st.booleans()),
        max_size=30,
    ),
    st.integers(10, 300),
)
def test_every_sentence_is_in_a_passage(parts: list[tuple[int, str, bool]], words: int) -> None:
    """Passages are numbered, in order, whole sentences, and leave nothing out."""
    text = "".join(sentence(count)[: -1 if bare else None] + gap for count, gap, bare in parts)
    document = Document("d", "article", text)
    sentences = find_sentences(document)
    found = passages(document, sentences, words=words)
    assert [each.number for each in found] == list(range(len(found)))
    held = [[each for each in sentences if passage.span.covers(each)] for passage in found]
    assert {each for group in held for each in group} == set(sentences)
    begins = [passage.span.start for passage in found]
    assert begins == sorted(set(begins))
    for passage, group in zip(found, held, strict=True):
        assert (passage.span.start, passage.span.end) == (group[0].start, group[-1].end)
        assert len(passage.span.text.split()) <= words or len(group) == 1
