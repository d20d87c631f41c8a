"""Who is asked, cited or counted as one of several; documents and outlets by the words around."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance


def told(text: str) -> list[tuple[str, str]]:
    """Give the kinds and the words of what a text goes back to."""
    return [(each.kind, each.span.text) for each in provenance(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was late. A spokesman for the bank would not say which way it leans.", "A spokesman"),
        ("It was late. A hospital spokesman declined to say how long.", "A hospital spokesman"),
        ("It was late. An official wouldn’t comment on the plan.", "An official"),
        ("It was late. Officials would not say whether it was sold.", "Officials"),
        ("Asked whether it had left, a harbour officer would not comment.", "a harbour officer"),
        ("Two firms, which officials declined to name, are out.", "officials"),
    ],
)
def test_who_refuses_to_tell_was_asked(text: str, words: str) -> None:
    """Somebody without a name who would not say is where that goes back to."""
    ((kind, found),) = told(text)
    assert (kind, found.startswith(words)) == ("unnamed", True)


@pytest.mark.parametrize(
    "text",
    [
        "Dockers refused to leave the pier.",
        "A clerk declined to run for mayor.",
        "The officials would not say whether it was sold.",
    ],
)
def test_other_refusals_tell_nothing(text: str) -> None:
    """What somebody would not do, and people of whom nothing else is told."""
    assert told(text) == []


def test_a_second_one_is_another_without_a_name() -> None:
    """As long as one was told of before."""
    text = "One investor said the bid was weak. A second said he would sell."
    assert told(text) == [("unnamed", "One investor"), ("unnamed", "A second")]
    assert told("The bid was weak. A second said nothing.") == []


def test_whom_an_outlet_cited_is_a_source() -> None:
    """ "Cited" as "citing"; but who is cited for speeding is none."""
    text = "The Daily Herald reported that it was sold. It cited two officials at the port."
    assert ("unnamed", "two officials at the port") in told(text)
    assert told("The police cited two motorists at the port.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("According to his own tax return, it was sold.", "his own tax return"),
        ("It was sold, according to the sound track of a camera.", "the sound track"),
        ("It was safe. An expert opinion by the port had judged it so.", "An expert opinion"),
        ("It was safe. An inspection report from May rated it poor.", "An inspection report"),
        ("It was sold. A study made after the strike found that it was so.", "A study"),
    ],
)
def test_things_that_tell_are_documents(text: str, words: str) -> None:
    """Also where their noun is no document's by itself, and where a verb judges."""
    assert told(text) == [("document", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Newspapers wrote that it was sold.", "Newspapers"),
        (
            "The angling magazine Reel & Tide printed a photograph.",
            "The angling magazine Reel & Tide",
        ),
        ("The Daily Herald claimed on Friday that the boats were sold.", "The Daily Herald"),
        ("The Sunday Herald said he was one of 19.", "The Sunday Herald"),
        ("The Sunday Herald said Tom Reyes was one of 19.", "The Sunday Herald"),
    ],
)
def test_outlets_that_tell_of_others(text: str, words: str) -> None:
    """By what they claim, or by whom they say it of."""
    assert told(text) == [("outlet", words)]


def test_an_outlet_that_tells_of_itself_is_no_source() -> None:
    """It says of its own plans what anybody says of theirs."""
    assert told("The Sunday Herald said the programme would end.") == []


def test_a_lawyer_is_named_behind_whom_he_speaks_for() -> None:
    """The stop of "Mr." ends no sentence."""
    assert told("A lawyer for Mr. Reyes, Anna Sorel, said it was sold.") == []
