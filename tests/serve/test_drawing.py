"""Text cut where marks begin and end: nothing is lost, whatever overlaps."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from onix.serve.drawing import Drawn, drawn, html, lines, pieces

TEXT = "One two three.\n\n  Four five. \n"


@st.composite
def some_marks(draw: st.DrawFn) -> list[Drawn]:
    """Give marks anywhere, over each other and beyond the text."""
    found = draw(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 30)), max_size=8))
    return [Drawn(start, start + length, f"k{n}") for n, (start, length) in enumerate(found)]


@given(some_marks(), st.integers(0, 12))
def test_pieces_give_the_text_back(marks: list[Drawn], start: int) -> None:
    """Joined they are the text, and each has just the marks that lie over it."""
    found = pieces(TEXT, marks, start=start)
    assert "".join(each.text for each in found) == TEXT
    at = start
    for each in found:
        over = {mark.kind for mark in marks if mark.start <= at < mark.end}
        assert {mark.kind for mark in each.marks} == over
        assert {mark.kind for mark in each.opens} == {m.kind for m in marks if m.start == at}
        at += len(each.text)
        assert {m.kind for m in each.closes} == {m.kind for m in each.marks if m.end == at}


@given(some_marks())
def test_lines_are_drawn_as_one_by_one(marks: list[Drawn]) -> None:
    """A mark over a line's end goes on in the next line."""
    found = list(drawn(lines(TEXT), marks))
    for line, some in found:
        alone = pieces(line.text, marks, start=line.start)
        assert [each.text for each in some] == [each.text for each in alone]
        assert [set(each.marks) for each in some] == [set(each.marks) for each in alone]


def test_lines_stand_where_they_say() -> None:
    """Empty ones are left out, and blanks around the others."""
    found = list(lines(TEXT, 100))
    assert [each.text for each in found] == ["One two three.", "Four five."]
    assert all(TEXT[each.start - 100 : each.end - 100] == each.text for each in found)


def test_what_a_piece_says() -> None:
    """Its id, note, day and element, and the links to notes behind its last character."""
    marks = [
        Drawn(0, 3, "quote", id="quote-1", title="Ada", note=1, is_last=True),
        Drawn(0, 3, "time", title="a day", datetime="2025-05-06"),
        Drawn(4, 7, "answer"),
    ]
    first, blank, second, _ = pieces("One two three", marks)
    assert (first.id, first.note, first.notes) == ("quote-1", 1, [1])
    assert (first.element, first.datetime, first.classes) == ("time", "2025-05-06", "quote time")
    assert first.title == "Ada · a day"
    assert (blank.marks, blank.title) == ((), None)
    assert (second.element, second.id, second.notes) == ("mark", None, [])


class Read(HTMLParser):
    """What a browser would have of HTML: the text, and each element with its attributes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text, self.elements = "", list[tuple[str, dict[str, str | None]]]()
        self.feed(str(source))
        self.close()

    def handle_data(self, data: str) -> None:
        """Take text."""
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element."""
        self.elements.append((tag, dict(attrs)))


HOSTILE = st.text("ab<>&\"'/= ", max_size=30)


@given(HOSTILE, HOSTILE, st.integers(0, 10), st.integers(1, 10))
def test_nothing_of_a_document_becomes_markup(
    text: str, title: str, start: int, length: int
) -> None:
    """Read by a browser it is the text again, and a mark is one element with its title."""
    mark = Drawn(start, start + length, "quote", title=title)
    read = Read(html(pieces(text, [mark])))
    assert read.text == text
    lies_over_it = start < len(text)
    expected = {"class": "quote"} | ({"title": title} if title else {})
    assert read.elements == ([("span", expected)] if lies_over_it else [])


def test_notes_are_linked_where_there_is_a_list() -> None:
    """Beside an answer there is none, so neither ids nor links are given."""
    marks = [Drawn(4, 7, "quote", id="quote-2", title="Ada", note=2, is_last=True)]
    found = pieces("One two three", marks)
    plain, noted = Read(html(found)), Read(html(found, notes=True))
    assert plain.elements == [("span", {"class": "quote", "title": "Ada"})]
    (name, attributes), (link, target) = noted.elements
    assert (name, attributes["id"], attributes["data-note"]) == ("span", "quote-2", "2")
    assert (link, target["href"], target["aria-label"]) == ("a", "#said-2", "Quotation 2")
