"""Names of people of which the model sees a part."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader
from onix.reading.names.kinds import Found
from onix.reading.names.whole import whole_name, with_family_names


def found(text: str, *names: str) -> list[Found]:
    """Give where people's names stand in a text, in order."""
    at, places = 0, list[Found]()
    for name in names:
        at = text.index(name, at)
        places.append((at, at + len(name), "person"))
        at += len(name)
    return places


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("Then Moon Jae-in left.", "Moon Jae", "Moon Jae-in"),
        ("After that Lee Min-ho's song began.", "Lee Min", "Lee Min-ho"),
        ("The Odd Lund-led talks failed.", "Odd Lund", "Odd Lund"),
        ("It pays, said Christine Anna Rako.", "Anna Rako", "Christine Anna Rako"),
        ("Christine told Anna Rako so.", "Anna Rako", "Anna Rako"),
        ("The pier will fall. Christine. Anna Rako left.", "Anna Rako", "Anna Rako"),
        ("The slugger Aaron Judge hit it.", "Aaron", "Aaron Judge"),
        ("They met Aaron, Judge Lund's clerk.", "Aaron", "Aaron"),
        ("They met Aaron Lund there.", "Aaron", "Aaron"),
    ],
)
def test_all_of_a_name_is_taken(text: str, seen: str, whole: str) -> None:
    """A syllable behind a hyphen, a first name before and a title as family name belong to it."""
    start, end, _ = whole_name(text, found(text, seen)[0])
    assert text[start:end] == whole


def test_only_people_are_completed() -> None:
    """The name of a body stays as it was found."""
    place: Found = (0, 8, "organisation")
    assert whole_name("Moon Jae-in", place) == place


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (("Petra Starling", "Rako"), ["Petra Starling Rako"]),
        (("Petra Rako", "Rako"), ["Petra Rako", "Rako"]),
        (("Petra", "Rako"), ["Petra", "Rako"]),
        (("Petra Rako", "Odd Lund"), ["Petra Rako", "Odd Lund"]),
        (("Petra Rako", "Anna"), ["Petra Rako", "Anna"]),
    ],
)
def test_a_family_name_right_behind_a_name_is_of_it(
    names: tuple[str, ...], joined: list[str]
) -> None:
    """Who is called Starling Rako is not two people; a picture's line and a story may be."""
    text = f"We met {' '.join(names)} there."
    assert [text[a:b] for a, b, _ in with_family_names(text, found(text, *names))] == joined


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Speaker of the House Nancy Rako, D-Calif., has said such a vote is not needed.",
            "Nancy Rako",
        ),
        ("Six people are dead, police spokesman MPO Leo Kosinski said.", "Leo Kosinski"),
        (
            "It helps, said The Ledger’s arts editor Anna Rako. It could “clean the air of the "
            "town”, said The Ledger’s Rako.",
            "Anna Rako",
        ),
    ],
)
def test_whoever_speaks_has_no_more_than_their_name(text: str, speaker: str) -> None:
    """A rank, a house or a paper before a name is no part of it."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    assert marks.quotes[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It rages,” said Park Superintendent Cam Rako. It fell.", "Cam Rako"),
        ("It was “rare”, the University of Riga’s Prof Anna Rako said.", "Anna Rako"),
    ],
)
def test_who_speaks_for_a_house_is_named_and_not_the_house(text: str, speaker: str) -> None:
    """A post of two words is no part of a name, and a university is none of its people."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    assert marks.quotes[0].speaker == speaker
