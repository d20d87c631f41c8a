"""Organisations that grammar shows to be some, without the model."""

from __future__ import annotations

import time

import pytest

from onix.reading.names.organisations import find_organisations


def organisations(text: str) -> set[str]:
    """Give the names found."""
    return {text[start:end] for start, end in find_organisations(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The operator, Costa Rako, said no.",
        "Its owner is the newsletter Costa Rako now.",
        "Shares in Costa Rako fell.",
        "The buyer is Costa Rako, a fund based in Riga.",
        "Costa Rako, which mends the roads, called it dull.",
    ],
)
def test_signs_of_an_organisation(text: str) -> None:
    """What it is, before the name or behind it, or "which" and that it says something."""
    assert organisations(text) == {"Costa Rako"}


@pytest.mark.parametrize(
    "text",
    [
        "The company Anna Rako founded closed.",
        "The group, President Tsiri Rako, left.",
        "Tsiri Rako, an old partner leading the firm, left.",
        "Lake Rako, which is deep, froze.",
        "In the post Civil War years it closed.",
        "On Friday, a company closed.",
        "The firm, COSTA RAKO, closed.",
        "A forecaster at the agency, Tsiri Rako, left.",
        "Tsiri Rako, a member of the committee, left.",
        "Tsiri Rako, a lecturer at the university, left.",
    ],
)
def test_people_places_and_times_are_no_organisations(text: str) -> None:
    """A founder, a president, a lake, a day and an age are named beside such nouns, too."""
    assert organisations(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The UN Office for the Care of Old Quays met.",
            "UN Office for the Care of Old Quays",
        ),
        (
            "The U.S. Attorney’s Office for the District of Tarn said no.",
            "U.S. Attorney’s Office for the District of Tarn",
        ),
        (
            "It was the Centers for Milk and Honey Services. They met.",
            "Centers for Milk and Honey Services",
        ),
        ("It was the Rako Fund for Tall Ships’ idea.", "Rako Fund for Tall Ships"),
        ("The UN Panel on Old Quays met.", "UN Panel on Old Quays"),
        ("The Tarn Committee on Friday met.", "Tarn Committee"),
    ],
)
def test_what_a_body_is_for_is_part_of_its_name(text: str, name: str) -> None:
    """With "of", "and" and an article in it, but not the stop behind it."""
    assert organisations(text) == {name}


def test_all_places_of_a_name_are_found() -> None:
    """One sign holds for a name wherever it stands."""
    text = "Costa Rako closed. The insurer Costa Rako had 40 clients. Costa Rakos did not."
    assert [text[start:end] for start, end in find_organisations(text)] == ["Costa Rako"] * 2


def test_long_lists_of_names_are_read_in_time() -> None:
    """Words with capitals in thousands take no longer than others."""
    began = time.process_time()
    assert not organisations("Costa Rako Lund " * 20_000)
    assert time.process_time() - began < 5


def test_a_body_says_what_it_is() -> None:
    """A name that ends as only bodies' names do is an organisation's, whatever else is in it."""
    text = "The Port Ellery Harbour Board met. The Lower Tarn Panel, too, sat in the Long Room."
    assert organisations(text) == {"Port Ellery Harbour Board", "Lower Tarn Panel"}


@pytest.mark.parametrize(
    "text",
    [
        "Slovak carmaker Costa Rako is late.",
        "The supplier, Costa Rako of Riga, said no.",
        "The company, Riga-based Costa Rako, said no.",
        "Costa Rako’s chief executive left.",
        "She is managing director of Costa Rako.",
    ],
)
def test_more_signs_of_an_organisation(text: str) -> None:
    """What it is where a sentence opens, who leads it, and no place as part of its name."""
    assert organisations(text) == {"Costa Rako"}


def test_one_word_is_an_organisation_by_a_sure_sign() -> None:
    """A company by what it is, has or whose shares it is; else one word may be anything."""
    assert organisations("Rakovia, the company that owns it, left.") == {"Rakovia"}
    assert organisations("They own shares in Rakovia.") == {"Rakovia"}
    assert organisations("Her employer, the waste company Rakovia, left.") == {"Rakovia"}
    assert organisations("Chipmaker Rakovia is late, and so is it.") == {"Rakovia"}
    assert organisations("They were told so by rival retailer Rakovia.") == {"Rakovia"}
    assert organisations("Rakovia shares fell as much as 6%.") == {"Rakovia"}
    assert not organisations("Rakovia shares a bed with nobody.")
    assert not organisations("The firm Rakovia runs is old. In Rakovia, a company of 40 met.")
    assert not organisations("The group Citizens for the Heath met. Rakovia, the town, froze.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pro-government daily Glasna called it a song.", ["Glasna"]),
        ("The newspaper Glasna reported on Monday that it sank.", ["Glasna"]),
        ("The newspaper Glasna founded sank.", []),
    ],
)
def test_a_daily_that_reports_is_named_behind_the_noun(text: str, found: list[str]) -> None:
    """What somebody founded is named by somebody else."""
    assert [text[slice(*each)] for each in find_organisations(text)] == found
