"""What stands out in an answer, wherever its spans lie, and what is said beside it."""

from __future__ import annotations

from onix.jobs.saying import carried, hedged, how_sure, standouts, undisputed
from onix.model import Answer, Citation, Disagreement, Origins, Span, Statement

TEXT = "It will reportedly close on Monday, reportedly."


def span(words: str, start: int, document: str = "a") -> Span:
    """Give words that stand somewhere."""
    return Span(document, start, start + len(words), words)


def statement(answer: Span | None = None, *hedges: Span, confidence: float = 0.8) -> Statement:
    """Give a sentence that stands at 100 in its document."""
    return Statement(
        TEXT, answer, (Citation(span(TEXT, 100)),), hedges=hedges, confidence=confidence
    )


def shown(found: Statement) -> list[tuple[str, str]]:
    """Give the words that stand out."""
    return [(found.text[each.start : each.end], each.kind) for each in standouts(found)]


def test_words_stand_out_where_their_offsets_say() -> None:
    """The second "reportedly" is not taken for the first."""
    found = statement(span("Monday", 128), span("reportedly", 136))
    assert shown(found) == [("Monday", "answer"), ("reportedly", "hedge")]
    assert [each.start for each in standouts(found)] == [28, 36]


def test_words_of_another_document_stand_out_where_they_are_found() -> None:
    """A near-copy has the same words at another place."""
    assert shown(statement(span("Monday", 7, "b"))) == [("Monday", "answer")]
    assert shown(statement(span("Tuesday", 7, "b"))) == []


def test_what_overlaps_stands_out_once() -> None:
    """A hedge inside the answer is part of it; two that begin together are no error."""
    found = statement(span("reportedly close", 108), span("reportedly", 108))
    assert shown(found) == [("reportedly close", "answer")]


def test_how_sure_is_said_no_finer_than_it_is_known() -> None:
    """Tens of percent, and nothing where the whole sentence is what was found."""
    answer = span("Monday", 128)
    assert how_sure(statement(answer)) == "about 80 % sure that this answers"
    assert how_sure(statement(answer, confidence=0.99)) == "over 90 % sure that this answers"
    assert how_sure(statement()) is None


def test_hedges_are_said_once() -> None:
    """The words of the text, each of them once; nothing where there are none."""
    assert hedged(statement(None, span("reportedly", 108), span("reportedly", 136))) == (
        "“reportedly”"
    )
    assert hedged(statement()) is None


def test_outlets_and_origins() -> None:
    """One outlet goes without saying."""
    assert carried(Origins(1, 1, ("A",))) == ""
    assert carried(Origins(3, 1, ("A",))) == "3 outlets carry this; it goes back to 1 origin: A."
    assert carried(Origins(2, 2)) == "2 outlets carry this; it goes back to 2 origins."


def test_readings_of_a_disagreement_are_not_said_twice() -> None:
    """What stands in the table does not stand above it, too."""
    one, other = statement(span("Monday", 128)), statement()
    answer = Answer("?", statements=(one, other), disagreements=(Disagreement("?", (one,)),))
    assert undisputed(answer) == [other]
