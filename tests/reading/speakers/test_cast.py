"""Who the people of a text are: their gender, what they are, how old."""

from __future__ import annotations

import re

import pytest

from onix.model import Mention
from onix.reading.grammar.quotemarks import mask_quotations
from onix.reading.names.genders import Gender
from onix.reading.speakers.cast import Cast, Person, alike
from tests.reading.speech import document, mentions, quotes


def named(text: str, name: str) -> Person:
    """Give somebody of a text, whatever they are called."""
    read = document(text)
    found = [Mention(read.span(*match.span()), "person", name) for match in re.finditer(name, text)]
    return Cast(mask_quotations(text), found).people[name]


def person(text: str, name: str = "Ilse Varga") -> Person:
    """Give one of the people of a text."""
    read = document(text)
    return Cast(mask_quotations(text), mentions(read)).people[name]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The notary, Ilse Varga, left.", "notary"),
        ("The former mayor of Riga, Ilse Varga, left.", "mayor"),
        ("Sen. Ilse Varga left.", "senator"),
        ("Parish council chairwoman Ilse Varga left.", "chairwoman"),
        ("Reyes’s deputy, Ilse Varga, left.", "deputy"),
        ("Ilse Varga, 61, a retired vet from Lund, left.", "vet"),
        ("Ilse Varga is the director of the port.", "director"),
        ("Ilse Varga was elected mayor in May.", "mayor"),
        ("Ilse Varga (D-Ohio) left.", "democrat"),
        ("Ilse Varga, who leads the committee, left.", "leader"),
    ],
)
def test_what_somebody_is_said_to_be(text: str, noun: str) -> None:
    """Titles, appositions and "is" tell what somebody is."""
    assert noun in person(text).nouns


@pytest.mark.parametrize(
    "text",
    [
        "In the kitchen, Ilse Varga left.",
        "Speaking to the mayor, as was her habit all of that long and rainy week, Ilse Varga left.",
        "Ilse Varga, the worst of the winter behind her, left.",
        "Ilse Varga was late.",
    ],
)
def test_what_is_no_description(text: str) -> None:
    """Places, times and the state somebody is in say nothing of what they are."""
    assert person(text).nouns == set()


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Ms Ilse Varga left.", "f"),
        ("The actress Ilse Varga left.", "f"),
        ("His wife, Ilse Varga, left.", "f"),
        ("Ilse Varga took her hat. Ilse Varga said she was ill.", "f"),
        ("Ilse Varga took her hat.", None),
        ("Ilse Varga left.", None),
        ("Mr Ilse Varga left. Mrs Ilse Varga stayed.", None),
    ],
)
def test_gender(text: str, gender: str | None) -> None:
    """Titles, nouns and repeated pronouns tell it; one pronoun or contradictions do not."""
    assert named(text.replace("Ilse", "Tsiri"), "Tsiri Varga").gender == gender


def test_first_names_tell_the_gender_and_chairmen_may_be_women() -> None:
    """Some outlets call every chair a chairman."""
    assert person("The chairman, Anna Sorel, left. She and her dog.", "Anna Sorel").gender == "f"


def test_ages() -> None:
    """An age is noted as it is written."""
    read = document("Ilse Varga, 61, met Tom Reyes.")
    cast = Cast(read.text, mentions(read))
    cast.grow("Tom Reyes", "44")
    assert cast.aged == {"61": {"Ilse Varga"}, "44": {"Tom Reyes"}}


def test_who_may_be_called_so() -> None:
    """A barrister may be "the lawyer", and a bank what its name says."""
    read = document("The barrister, Ilse Varga, sued Harbour Board, a regulator.")
    cast = Cast(read.text, mentions(read))
    assert list(cast.known_as("lawyer")) == ["Ilse Varga"]
    assert list(cast.known_as("regulator")) == ["Harbour Board"]
    assert list(cast.known_as("pilot")) == []
    assert {"barrister", "lawyer"} <= alike("solicitor")


def test_who_fits_a_pronoun() -> None:
    """Those of the other gender do not, nor a word without any sign of being a person."""
    read = document("Mr Reyes met Anna Sorel and Zorp.")
    zorp = Mention(read.span(28, 32), "person", "Zorp")
    cast = Cast(read.text, [*mentions(read), zorp])
    assert cast.fitting("m") == {"Tom Reyes"}
    assert cast.fitting(None) == {"Tom Reyes", "Anna Sorel"}


def test_a_body_is_what_any_word_of_its_name_says() -> None:
    """ "the museum" may be the Palgong Museum of Modern Art."""
    name = "Palgong Museum of Modern Art"
    read = document(f"The {name} shut.")
    at = read.span(4, 4 + len(name))
    cast = Cast(mask_quotations(read.text), [Mention(at, "organisation", name)])
    assert list(cast.known_as("museum")) == [name]


@pytest.mark.parametrize(("name", "gender"), [("Orvala Dunn", "f"), ("Gonzardo Dunn", "m")])
def test_the_end_of_a_first_name_hints_at_the_gender(name: str, gender: Gender) -> None:
    """One sign more than for the other; it settles nothing by itself."""
    read = document(f"{name} left.")
    cast = Cast(read.text, [Mention(read.span(0, len(name)), "person", name)])
    assert cast.people[name].signs == {gender: 1}
    assert cast.people[name].gender is None


def test_him_behind_a_name_is_somebody_else() -> None:
    """ "Varga met him" makes no man of her."""
    assert person("Ilse Varga met him at the pier.").signs["m"] == 0


def test_many_countries_first_names_tell_a_gender() -> None:
    """A first name that only the long lists have tells "she" or "he" as any other does."""
    assert named("Adaeze Varga left.", "Adaeze Varga").gender == "f"
    assert named("Lubomír Varga left.", "Lubomír Varga").gender == "m"


@pytest.mark.parametrize(
    "text",
    [
        "By Ilse Varga\nThe pier fell.",
        "The pier. Ilse Varga/Courier\nIt fell.",
        "It fell.\n– Ilse Varga",
    ],
)
def test_whoever_only_wrote_or_took_the_picture_is_nobody_meant(text: str) -> None:
    """A byline, a credit beneath a picture and a signature name none of those told of."""
    read = document(text)
    assert "Ilse Varga" not in Cast(read.text, mentions(read)).fitting("f")


@pytest.mark.parametrize(
    ("lead", "noun"),
    [
        ("Opening the case at Derby Crown Court, Tom Reyes KC said it was so.", "prosecutor"),
        ("Tom Reyes, prosecuting, said it was so.", "prosecutor"),
        ("Tom Reyes KC, for the defence, said it was so.", "barrister"),
    ],
)
def test_courts_tell_who_is_whose_lawyer(lead: str, noun: str) -> None:
    """Whoever opens a case prosecutes in it, and is called so."""
    text = f"{lead} “He was told,” the {noun} said."
    assert quotes(text)[-1].speaker == "Tom Reyes"


def test_a_middle_name_tells_the_gender_behind_an_initial() -> None:
    """ "S. Donald Reyes" is a Donald."""
    read = document("S. Donald Reyes left.")
    mention = Mention(read.span(0, 15), "person", "S. Donald Reyes")
    assert Cast(read.text, [mention]).people["S. Donald Reyes"].gender == "m"


def test_who_was_surely_she_is_not_he_later() -> None:
    """What a text tells of somebody's gender on its way counts from there on."""
    read = document("Ozoma Tarkwi spoke.")
    cast = Cast(read.text, [Mention(read.span(0, 12), "person", "Ozoma Tarkwi")])
    assert "Ozoma Tarkwi" in cast.fitting("m")
    cast.learn("Ozoma Tarkwi", "f")
    cast.learn("Ozoma Tarkwi", "f")
    assert "Ozoma Tarkwi" not in cast.fitting("m")


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Vek Tarran has asked her for it.", None),
        ("Vek Tarran told her that it was late.", None),
        ("Vek Tarran sold her mill and her boat.", "f"),
    ],
)
def test_her_tells_a_gender_where_it_owns_something(text: str, gender: Gender | None) -> None:
    """Who asks her for something is somebody else."""
    assert named(text, "Vek Tarran").signs["f"] == (1 if gender == "f" else 0)


def test_somebody_brought_in_by_a_name_is_what_they_are_called_to_be() -> None:
    """ "A foreman called Vek" is a foreman, and a man."""
    found = named("They met a foreman called Vek Tarran, who left.", "Vek Tarran")
    assert (found.nouns, found.gender) == ({"foreman"}, "m")


def test_whoever_has_a_son_is_none() -> None:
    """ "Has a son who is four" tells nothing of what she is."""
    assert named("The lead plaintiff, Vek Tarran, has a son who is four.", "Vek Tarran").nouns == {
        "plaintiff"
    }
