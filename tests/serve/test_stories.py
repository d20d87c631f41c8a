"""What a story's page is made of: its parts, its quotations with numbers, its names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.model import Document, Marks, Mention, Quote, TimeExpression
from onix.serve import stories
from onix.serve.stories import cut, part_of

TEXT = '"We won," she said. On Monday he called it “Hamlet”. They will go, Ada Brandt said.'


@pytest.fixture
def marks() -> Marks:
    """Give a short story with a quotation, a title in marks, and a reported statement."""
    document = Document("a", "article", TEXT)

    def words(text: str) -> Quote:
        at = TEXT.index(text)
        span = document.span(at, at + len(text))
        return Quote("direct", (span,), marked=(span,), speaker="Ada Brandt")

    won, hamlet = words("We won,"), words("Hamlet")
    at = TEXT.index("They will go")
    reported = Quote("indirect", (document.span(at, at + 12),), speaker="Ada Brandt")
    monday = document.span(TEXT.index("Monday"), TEXT.index("Monday") + 6)
    return Marks(
        document,
        quotes=(reported, Quote("direct", hamlet.content, marked=hamlet.marked), won),
        mentions=(Mention(document.span(67, 77), "person", "Ada Brandt"),),
        times=(TimeExpression(monday, "DATE", "2025-05-05", None, "2025-05-05", "2025-05-05"),),
    )


def drawn(part: stories.Part, kind: str) -> str:
    """Give the text of all pieces of a kind."""
    return "".join(
        piece.text
        for paragraph in part.paragraphs
        for run in paragraph.runs
        for piece in run.pieces
        if kind in piece.classes.split()
    )


def test_quotations_are_numbered_with_their_marks(marks: Marks) -> None:
    """The marks are part of what stands out; a title in marks is nobody's and only counted."""
    part = part_of(marks)
    assert [(each.id, each.text) for each in part.said] == [
        ("quote-1", "We won,"),
        ("reported-1", "They will go"),
    ]
    assert drawn(part, "quote") == '"We won,"'
    assert drawn(part, "reported") == "They will go"
    assert part.bare == 1
    assert part.names == [("Ada Brandt", "person", 1)]
    assert drawn(part, "time") == "Monday"


def test_what_is_cited_is_one_run(marks: Marks) -> None:
    """Blanks around it left out, whatever is marked inside; only its first run carries the id."""
    start = TEXT.index(" On Monday")
    part = part_of(marks, cited=(start, start + 14))
    runs = [run for run in part.paragraphs[0].runs if run.is_cited]
    assert ["".join(piece.text for piece in run.pieces) for run in runs] == ["On Monday he"]
    assert runs[0].id == "cited"
    assert "cited" not in {kind for piece in runs[0].pieces for kind in piece.classes.split()}


@given(st.text("ab. \n", max_size=300), st.integers(4, 40))
def test_parts_are_the_text(text: str, most: int) -> None:
    """None is longer than it may be, and together they lose nothing."""
    found = cut(text, most)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end - start <= most for start, end in found)
    assert all(end > start for start, end in found) or text == ""


def test_a_citation_opens_its_part(marks: Marks, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number beyond the last part is the last; numbers of quotations run through all of them."""
    monkeypatch.setattr(stories, "PART", 30)
    monkeypatch.setattr(stories.cut, "__defaults__", (30,))
    last = part_of(marks, cited=(len(TEXT) - 5, len(TEXT)))
    assert last.number == last.count == part_of(marks, number=99).number
    assert part_of(marks, number=-1).number == 1
    assert [each.id for each in last.said] in ([], ["reported-1"])
