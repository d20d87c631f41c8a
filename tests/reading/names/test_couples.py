"""Two who share a family name: the first is called by it, too."""

from __future__ import annotations

import pytest

from tests.reading.names.test_names import names


@pytest.mark.parametrize(
    "text",
    [
        "A couple from Riga, <p|Peter> and <p|Anna Varga>, left. <p|Peter> was sad.",
        "<p|Peter> & <p|Anna Varga> left. <p|Peter> was sad, and Mr <p|Varga> said so.",
        "<p|Peter> and <p|Anna Varga>, whose house fell, left. Their son was born here.",
    ],
)
def test_the_first_of_a_couple_has_the_family_name(text: str) -> None:
    """Where the words around or a title tell that they are one family."""
    found = dict(names(text))
    assert (found["Peter"], found["Anna Varga"]) == ("Peter Varga", "Anna Varga")


@pytest.mark.parametrize("called", ["The Vargas", "The Varga family"])
def test_a_family_that_is_called_so_needs_no_first_names_that_are_known(called: str) -> None:
    """Whoever stands before one of them in an article on "the Vargas" is one, too."""
    text = f"The parents, <p|Ezmir> and <p|Oruna Varga>, left. {called} left late. <p|Ezmir> sang."
    assert dict(names(text))["Ezmir"] == "Ezmir Varga"


@pytest.mark.parametrize(
    "text",
    [
        "<p|Peter> and <p|Anna Varga> sang on Monday in Riga.",
        "<p|Ruiz> and <p|Anna Varga>, her sister, sang.",
        "<p|Ruiz> and <p|Anna Varga> sang. The Vargas left with <p|Mr. Ruiz>.",
        "<p|Peter>, and <p|Anna Varga> said he and her husband left.",
    ],
)
def test_others_who_are_named_side_by_side_are_no_family(text: str) -> None:
    """Nothing tells it, the first goes by a family name, or both only follow one another."""
    assert "Peter Varga" not in dict(names(text)).values()
    assert "Ruiz Varga" not in dict(names(text)).values()


def test_titles_of_many_countries_are_no_part_of_a_name() -> None:
    """ "DSP", "Smt" and "Alhaji" say what somebody is, as "Mr" does."""
    found = names(
        "<p|DSP Musa Lund>, <p|Shri Anil Rao> and <p|Alhaji Sani Roe> left with <p|Engr>."
    )
    assert [name for _, name in found] == ["Musa Lund", "Anil Rao", "Sani Roe"]
    assert names("The leader of the <p|Opposition Kal Rao> left.")[0][1] == "Kal Rao"


def test_what_a_body_is_is_no_part_of_its_name() -> None:
    """Where the text calls it by the rest elsewhere."""
    assert names("<o|Chipmaker Nandrix> fell. <o|Nandrix> said so.")[0][1] == "Nandrix"
    assert names("<o|Chipmaker Nandrix> fell.")[0][1] == "Chipmaker Nandrix"
