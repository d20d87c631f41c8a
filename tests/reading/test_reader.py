"""The reader: documents in, marks out."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onix.reading
from onix.model import Document, Marks, Span, Turn
from onix.reading import NewsReader
from onix.reading import reader as module
from onix.seams import Reader

STORY = (
    "GENEVA (AP) — Special envoy Maria Holt told Acme Corp. on Monday that the talks were over.\n\n"
    "“We have lost 40 percent,” Holt said. The envoy reportedly left at 5 p.m. Tuesday."
)
FRENCH = "Le ministre a déclaré mardi que le pays ne céderait pas. Les pourparlers ont échoué hier."


def article(text: str, *, id: str = "a", **known: Any) -> Document:
    """Give an article with a date."""
    return Document(id, "article", text, published="2025-11-26", **known)


def read(*documents: Document) -> list[Marks]:
    """Give the marks of documents."""
    return list(NewsReader().read(documents))


def spans_in(value: object) -> Iterator[Span]:
    """Give every span inside a value, its document left out."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans_in(each)
    elif is_dataclass(value) and not isinstance(value, Document):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def check(marks: Marks, text: str) -> None:
    """Hold marks against what is true of every text."""
    document = marks.document
    assert document.text == text
    for span in spans_in(marks):
        assert span.document_id == document.id
        assert text[span.start : span.end] == span.text
    ordered = (marks.sentences, tuple(mention.span for mention in marks.mentions))
    for row in ordered:
        for one, other in pairwise(row):
            assert one.end <= other.start


def test_a_story_is_read() -> None:
    """Sentences, names and whom they stand for, times, figures, hedges, quotes, provenance."""
    (marks,) = read(article(STORY))
    check(marks, STORY)
    assert marks.unread is None
    assert marks.document.language == "en"
    assert len(marks.sentences) == 3
    assert [(each.span.text, each.name) for each in marks.mentions][-2:] == [
        ("Holt", "Maria Holt"),
        ("The envoy", "Maria Holt"),
    ]
    assert "2025-11-24" in {time.value for time in marks.times}
    assert 40 in {figure.value for figure in marks.figures}
    assert "reportedly" in {hedge.span.text for hedge in marks.hedges}
    assert "Maria Holt" in {quote.speaker for quote in marks.quotes}


def test_it_is_the_reader_of_the_seam() -> None:
    """What plugs in where a reader is asked for."""
    reader: Reader = NewsReader()
    assert list(reader.read([])) == []


def test_the_word_lists_are_read_without_the_reader() -> None:
    """A search that needs a list of words does not wait for the reader."""
    code = (
        "import sys, onix.reading.words; print({'numpy', 'onix.reading.reader'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
    with pytest.raises(AttributeError, match="no attribute 'NoReader'"):
        getattr(onix.reading, "NoReader")  # noqa: B009  the name is not there


def test_another_language_is_kept_and_marked_as_not_read() -> None:
    """Sentences are there, so that it can be found; nothing else is, and it says why."""
    (marks,) = read(article(FRENCH))
    assert marks.unread == "not English: fr"
    assert marks.document.language == "fr"
    assert len(marks.sentences) == 2
    assert marks == Marks(marks.document, marks.sentences, unread="not English: fr")


def test_the_language_that_a_document_brings_is_believed() -> None:
    """ "en-US" is English; a given language is not looked for again."""
    english, french = read(article(STORY, language="en-US"), article(STORY, language="fr"))
    assert english.unread is None
    assert english.document.language == "en"
    assert french.unread == "not English: fr"


def test_a_language_that_cannot_be_told_is_read_as_english() -> None:
    """A headline is too short to tell."""
    (marks,) = read(article("Joe Holt resigns"))
    assert marks.unread is None
    assert marks.document.language is None
    assert [each.span.text for each in marks.mentions] == ["Joe Holt"]


def test_documents_come_out_in_order_and_as_they_are_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Batches change nothing, whichever languages and lengths are mixed."""
    documents = [
        article(text, id=str(number))
        for number, text in enumerate([STORY, FRENCH, "", STORY * 4, "Joe Holt", FRENCH * 3])
    ]
    alone = [read(document)[0] for document in documents]
    for size in (1, 300, 100_000):
        monkeypatch.setattr(module, "BATCH", size)
        together = read(*documents)
        assert [each.document for each in together] == [each.document for each in alone]
    assert together == alone


def test_documents_are_taken_one_batch_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not asked for is not taken, so that any number can be read."""
    monkeypatch.setattr(module, "BATCH", 3 * len(STORY))
    taken = []

    def documents() -> Iterable[Document]:
        for number in range(1000):
            taken.append(number)
            yield article(STORY, id=str(number))

    marks = NewsReader().read(documents())
    assert next(iter(marks)).document.id == "0"
    assert len(taken) == 3


def test_a_long_document_goes_to_the_network_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names stand where they stand, whichever piece they came in."""
    text = "\n".join(f"{STORY} Day {number}." for number in range(30)) + " and" * 200 + "x" * 500
    (whole,) = read(article(text))
    monkeypatch.setattr(module, "BATCH", 700)
    (pieces,) = read(article(text))
    check(pieces, text)
    assert pieces.mentions == whole.mentions


def test_a_transcript_is_read_by_its_turns() -> None:
    """Who speaks is a known name in what is said."""
    text = "Thank you all for coming to the hall today.\nThank you, Holt, for having us here today."
    plain = Document("t", "transcript", text)
    turns = (
        Turn("MARIA HOLT", plain.span(0, 43), begins=0.0, ends=4.5),
        Turn("HOST", plain.span(44, len(text)), begins=4.5, ends=9.0),
    )
    (marks,) = read(Document("t", "transcript", text, turns=turns))
    check(marks, text)
    assert [(each.span.text, each.name) for each in marks.mentions] == [("Holt", "Maria Holt")]


PIECES = [
    *STORY.split(" "),
    *("\n", "\n\n", "\r\n", "\t", "\u2028", "\x00", "\u202e", "😀", "İ", "ß", "e\u0301", "\ud800"),
    *("“", "”", '"', "'", "‘", "’", "(", ")", "…", "--", "—", "$4", "1/2", "https://a.example/b"),
    *("Feb. 30", "2025-13-40", "the first week of", "last", "according to", "WITKOFF:", "%"),
]


@settings(max_examples=150)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=60).map(
            " ".join
        ),
    ),
    st.sampled_from([None, "2025-11-26", "2024-02-29T23:59:59-11:00"]),
    st.booleans(),
)
def test_any_text_is_read(text: str, published: str | None, talk: bool) -> None:
    """Nothing in a text makes the reader fail, and every span gives back its text."""
    plain = Document("d", "article", text, published=published, language="en")
    half = len(text) // 2
    turns = (Turn("Maria Holt", plain.span(0, half)), Turn(None, plain.span(half, len(text))))
    talked = Document("d", "transcript", text, published=published, language="en", turns=turns)
    (marks,) = read(talked if talk else plain)
    assert marks.unread is None
    check(marks, text)


def test_time_grows_with_the_length_of_a_document_of_many_people() -> None:
    """Eight times the people, families and bodies take about eight times as long to read."""

    def cost(people: int) -> float:
        names = [f"{chr(65 + k % 26)}o{chr(97 + k // 26 % 26)}{chr(97 + k // 676)}ri" for k in
                 range(people)]  # fmt: skip
        text = "\n\n".join(
            f"Ann {name} met Tom {name} of the {name} Harbour Board on Monday. “We will stay,” she"
            f" said. {name}, the mayor of {name}ville, added that “it” was over. The {name} team’s"
            f" lawyer said he had told {name.upper()} so."
            for name in names
        )
        begun = time.process_time()
        read(article(text))
        return time.process_time() - begun

    cost(10)
    assert cost(1_200) < 16 * min(cost(150), cost(150))  # each looked for in all, it would be 25
