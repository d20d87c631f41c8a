"""Names in headings, and spellings of one name in one document."""

from __future__ import annotations

import pytest

from tests.reading.names.test_names import names, written


def test_a_word_of_praise_or_grammar_is_no_first_name() -> None:
    """ "Top Ruiz aide" opens a heading; whom "Ruiz" means stays clear."""
    marked = "<p|Top Ruiz> aide quits\n\n<p|Ana Ruiz> was top of the list. <p|Ruiz> left."
    assert names(marked) == [("Ruiz", "Ana Ruiz"), ("Ana Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("<p|Reveals Stunning Thing Ruiz> Did", "Ruiz"),
        ("<p|Ruiz Speech> Text In Full", "Ruiz"),
        ("<p|Maria Holt Warns Ruiz> On Debt", "Maria Holt"),
        ("The <p|Crooked Ana Ruiz> Story Ends", "Ana Ruiz"),
    ],
)
def test_a_heading_has_names_in_it_and_is_none(heading: str, found: str) -> None:
    """Where every word has a capital, only names that the text has elsewhere count."""
    assert written(f"{heading}\n\n<p|Ana Ruiz> spoke for an hour. <p|Ruiz> left.") == [
        (found, "person"),
        ("Ana Ruiz", "person"),
        ("Ruiz", "person"),
    ]


@pytest.mark.parametrize("does", ["Says", "Warns", "Defends"])
def test_what_somebody_does_in_a_heading_is_no_family_name(does: str) -> None:
    """ "Ruiz Says Pier Is Safe" is about Ruiz, whose first name no one gives."""
    marked = f"<p|Ruiz {does}> Pier Was Safe\n\nPresident <p|Ruiz> left the pier. <p|Ruiz> wept."
    assert names(marked) == [("Ruiz", "Ruiz")] * 3


def test_a_family_name_that_is_a_verb_stays() -> None:
    """ "Ana Holds" is nobody who holds, as the text has her name nowhere without it."""
    assert names("<p|Ana Says> Pier Was Safe\n\nShe left it.")[0][0] == "Ana Says"


def test_a_first_name_that_no_list_has_stays() -> None:
    """ "Rym Ben Achour" is not what "Ben Achour" is called in a heading."""
    assert names("<p|Rym Ben Achour> won. <p|Ben Achour> wept.")[0][1] == "Rym Ben Achour"


def test_spellings_of_one_name_are_one_person() -> None:
    """ "Ken" is "Kenneth" within a text, and accents make nobody another."""
    assert {
        name for _, name in names("<p|Ken Holt> sued. <p|Kenneth Holt> won. <p|Holt> left.")
    } == {"Kenneth Holt"}
    assert {name for _, name in names("<p|François Roux> and <p|Francois Roux>. <p|Roux>")} == {
        "François Roux"
    }
    # Father and daughter are two.
    assert names("<p|Eric Holt> fell. <p|Erica Holt> wept. <p|Holt> left.")[2][1] is None


def test_one_of_a_people_is_no_name() -> None:
    """ "The Swede" is whoever was spoken of, and "the Scot" nobody called Scot."""
    assert written("<p|Ana Ruiz> won. The <p|Swede> wept. The young <p|Liberal> left.") == [
        ("Ana Ruiz", "person")
    ]


def test_what_a_name_ends_in_tells_that_it_is_nobody() -> None:
    """Conventions are bodies, roads and arenas places."""
    assert written("The <p|National Convention> met in the <p|Kelvin Arena>.") == [
        ("National Convention", "organisation"),
        ("Kelvin Arena", "place"),
    ]


@pytest.mark.parametrize(
    ("first", "opening"),
    [
        ("Interestingly", "Interestingly Ruiz"),
        ("Added", "Added Ruiz"),
        ("MSN", "MSN Ruiz"),
        ("Should", "Should Ruiz"),
        ("Longtime", "Longtime Ruiz"),
    ],
)
def test_a_word_before_a_family_name_makes_nobody_of_that_family(first: str, opening: str) -> None:
    """ "Interestingly Ruiz left" is about Ana Ruiz, and no second one makes "Ruiz" unclear."""
    marked = f"<p|Ana Ruiz> spoke. <p|{opening}> left the pier. <p|Ruiz> wept."
    assert names(marked) == [("Ana Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz")]
    assert (first, "person") not in written(marked)


def test_a_first_name_that_nobody_knows_stays() -> None:
    """ "Starling Holt" is named so each time: no other Holt tells that "Starling" is no name."""
    marked = "<p|Starling Holt> left. <p|Starling Holt> came. <p|Starling Holt> sat. <p|Holt> wept."
    assert names(marked) == [("Starling Holt", "Starling Holt")] * 3 + [("Holt", "Starling Holt")]


def test_will_is_a_first_name_but_in_a_question() -> None:
    """ "Will Ruiz will go." names him; "Will Ruiz go?" asks about Ana Ruiz."""
    named = "<p|Will Ruiz> will stay. It will rain. <p|Ana Ruiz> left. <p|Ruiz> wept."
    assert written(named)[0] == ("Will Ruiz", "person")
    asked = "<p|Will Ruiz> stay? It will rain. <p|Ana Ruiz> left. <p|Ruiz> wept."
    assert written(asked)[0] == ("Ruiz", "person")


def test_a_name_behind_the_credit_of_a_picture_begins_there() -> None:
    """In a row of captions the agency that sold one picture stands before who is on the next."""
    marked = (
        "<p|Ana Ruiz> spoke. Odd Roe/Pool via <o|Getty Images Ruiz> at the pier. <p|Ruiz> wept."
    )
    assert names(marked)[-2:] == [("Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz")]


@pytest.mark.parametrize("slip", ["Aleksandre", "Aleksadner", "Aleksande"])
def test_a_slip_in_a_first_name_makes_no_second_person(slip: str) -> None:
    """ "Ruiz" is still the one whose name is right elsewhere."""
    marked = (
        f"<p|Aleksander Ruiz> spoke. <p|{slip} Ruiz> left. <p|Aleksander Ruiz> ate. <p|Ruiz> wept."
    )
    assert {name for _, name in names(marked)} == {"Aleksander Ruiz"}


def test_a_first_name_that_is_one_letter_from_another_is_another_person() -> None:
    """ "Marina" and "Marika" are two."""
    marked = "<p|Carla Ruiz> spoke. <p|Carlo Ruiz> left. <p|Carla Ruiz> ate. <p|Ruiz> wept."
    assert {name for _, name in names(marked)} == {"Carla Ruiz", "Carlo Ruiz", None}


def test_initials_with_and_without_stops_are_one_name() -> None:
    """ "J.D. Ruiz" is "JD Ruiz"."""
    marked = "<p|J.D. Ruiz> spoke. <p|JD Ruiz> left. <p|JD Ruiz> ate. <p|Ruiz> wept."
    assert {name for _, name in names(marked)} == {"JD Ruiz"}
