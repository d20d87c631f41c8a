"""Full names that grammar shows to be a person's, without the model."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.reading.names.persons import find_people, is_called, nouns_in


def people(text: str) -> list[str]:
    """Give the names found, in order."""
    return [text[start:end] for start, end in sorted(find_people(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Tsiri Rako, 61, left.",
        "Tsiri Rako (61) left.",
        "They met Tsiri Rako, who left.",
        "Tsiri Rako, a retired notary from Lund, left.",
        "Tsiri Rako, her brother, left.",
        "Tsiri Rako, director of the School of Arts, left.",
        "Tsiri Rako, a former head of the council, left.",
        "The notary, Tsiri Rako, left.",
        "It was the schoolteacher Tsiri Rako.",
        "Second Engineer Tsiri Rako left.",
        "Cr Tsiri Rako left.",
        "Texas Rep. Tsiri Rako left.",
        "Tsiri Rako left. Mr Rako did not say why.",
        "“No,” said Tsiri Rako. It rained, and Rako left.",
        "It was in Tsiri Rako’s kitchen. “No,” Rako told me.",
        "The governor of the northern lakes, Tsiri Rako, left.",
    ],
)
def test_signs_of_a_person(text: str) -> None:
    """An age, "who", what somebody is, a title, or words under the family name alone."""
    assert people(text) == ["Tsiri Rako"]


@pytest.mark.parametrize(
    "text",
    [
        "Rako Metals, a maker of pumps, closed.",
        "Rako Bank, who paid, closed.",
        "Rako Metals, owner of the School of Arts, closed.",
        "Rako Metals, a school for nurses, closed.",
        "“No,” said Rako Metals. It rained, and Rako left.",
        "North Korea, 61, won.",
        "In the kitchen, Rako Metals closed.",
        "RAKO METALS, 61, closed.",
    ],
)
def test_organisations_and_places_are_no_people(text: str) -> None:
    """What a company is, a word of organisations, a country: none makes a person."""
    assert people(text) == []


def test_a_short_first_name_is_one() -> None:
    """Nobody else is called Pam."""
    assert people("Pam Rako’s daughter left.") == ["Pam Rako"]


def test_all_places_of_a_name_are_found_and_titles_left_out() -> None:
    """One sign holds for a name wherever it stands; letters of honour are not part of it."""
    assert people("Tsiri Rako met us. Dr Tsiri Rako QC, 61, left.") == ["Tsiri Rako"] * 2
    assert people("The Kenyan Elijah Kiprono Rako, 31, won.") == ["Elijah Kiprono Rako"]


def test_nouns_for_people_in_a_word() -> None:
    """Compounds and endings are read; other words hold none."""
    assert nouns_in("singer-songwriter") == ("singer", "songwriter")
    assert nouns_in("schoolteacher") == ("schoolteacher", "teacher")
    assert nouns_in("hydrogeologist") == ("hydrogeologist",)
    assert nouns_in("kitchen") == nouns_in("pre-war") == ()


@given(st.text(alphabet="Aa bc,.’'-“”\n1Mr who", max_size=200))
def test_any_text_gives_places_in_it(text: str) -> None:
    """No text raises, and what is found are words of it."""
    for start, end in find_people(text):
        assert text[start:end].strip() == text[start:end] != ""


def test_time_is_linear() -> None:
    """Ten times the names take about ten times as long."""

    def seconds(size: int) -> float:
        text = "".join(f"“No,” said Ab Cd{chr(97 + k % 26)}. " for k in range(size))
        begun = time.process_time()
        list(find_people(text))
        return time.process_time() - begun

    seconds(200)
    assert seconds(20_000) < 60 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize(
    "text",
    [
        "It was West Rako. “No,” Rako said.",
        "More Rako came. “No,” Rako said.",
        "They met Harbour Rako. “No,” the Rako said.",
        "Mr Odd Rako left. Then came Later Rako. “No,” Rako said.",
    ],
)
def test_words_before_a_family_name_need_not_be_a_first_name(text: str) -> None:
    """A quarter of a town, a heading, a ship, or a word before the name of somebody known."""
    assert "Odd Rako" in people(text) or people(text) == []


def test_a_name_in_capitals_is_a_persons_where_its_last_word_is_a_name_elsewhere() -> None:
    """An obituary that opens in capitals tells of whoever the rest calls by the family name."""
    text = "TSIRI RAKO, who has died aged 91, drew maps. Rako was shy."
    assert people(text) == ["TSIRI RAKO"]


def test_only_a_person_says_i() -> None:
    """Whoever is behind a family name by which "I" is said, whatever their name sounds like."""
    text = "Tsiri Vaks joined the club on Friday. “I always wanted to come,” Vaks said."
    assert people(text) == ["Tsiri Vaks"]
    assert people(text.replace("I always", "We always")) == []
    assert people(text.replace("Vaks said", "said Vaks")) == ["Tsiri Vaks"]


def test_a_first_name_stands_behind_what_its_bearer_is_secretary_of() -> None:
    """ "State" is no first name."""
    text = "Aides to Secretary of State Alden Prowse laughed."
    assert "Alden Prowse" in [text[slice(*each)] for each in find_people(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A technician named Colby Vrana found the leak.", "Colby Vrana"),
        ("A young foreman called Colby Vrana, who was new, found it.", "Colby Vrana"),
    ],
)
def test_who_is_brought_in_by_a_name_is_somebody(text: str, name: str) -> None:
    """Whatever it sounds like, a technician bears it."""
    assert people(text) == [name]


@pytest.mark.parametrize(
    "text", ["A ferry named Colby Vrana sank.", "A senator called Colby Vrana unfit to serve."]
)
def test_what_is_called_so_may_be_nobody(text: str) -> None:
    """A ship is nobody, and who calls something so has not named anybody."""
    assert not is_called(text, text.index("Colby"), text.index("Vrana") + len("Vrana"))
