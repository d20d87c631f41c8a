"""By what a body is called again, and that it is one: read with everything on."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader
from tests.reading.speakers.test_families import said


def kinds(text: str) -> dict[str, str]:
    """Give the kind of each name."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return {each.span.text: each.kind for each in marks.mentions}


def test_the_norwegian_company_is_of_whom_that_is_said() -> None:
    """What stands beside its name tells which of two companies it is."""
    text = (
        "Brightwell Foods plc said it had had an approach from Norwegian rival Fjordmat ASA.\n\n"
        "Fjordmat confirmed it. The Norwegian company said it would go on."
    )
    assert kinds(text)["Fjordmat ASA"] == "organisation"
    assert said(text)["The Norwegian company"] == "Fjordmat ASA"


def test_it_goes_on_behind_a_sentence_about_the_company() -> None:
    """ "The company employs 840" tells nothing, and still it is what the text is about."""
    text = (
        "Aluminium maker Halden Metall will shut its lines in April.\n\nThe company employs 840 "
        "people at the plant. It said that 210 of them would go."
    )
    assert said(text)["It"] == "Halden Metall"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dutch firm Cleanlap insisted that it was so.", "Cleanlap"),
        ("The bins were made by Dutch firm Cleanlap insisted the mayor.", "Cleanlap"),
        ("The union Sprogvik on Monday called off its strike.", "Sprogvik"),
    ],
)
def test_a_name_of_one_word_behind_what_a_body_is(text: str, name: str) -> None:
    """Also where a people stands before the noun, and for unions, parties and banks."""
    assert kinds(text).get(name) == "organisation"


def test_whom_a_firm_met_is_no_firm() -> None:
    """ "The firm Lund said he joined" may be about Lund."""
    assert kinds("The firm Cleanlap insisted he joined is here.").get("Cleanlap") != "organisation"


def test_where_a_story_was_written_is_a_place() -> None:
    """The name in capitals before the dash, and elsewhere in the story, too."""
    text = "KORSVIK, Norway, Feb 11 (MP) - The mill at Korsvik is shut. Korsvik said nothing."
    assert kinds(text) == {"KORSVIK": "place", "Norway": "place", "Korsvik": "place"}


def test_the_white_house_is_no_airline() -> None:
    """What a body of a state is, its name does not tell, and it is no company."""
    text = (
        "The White House said there would be an inquiry.\n\nTarnair had to cancel half of its "
        "flights. The airline said in a statement that it was “sorry”."
    )
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    assert [quote.speaker for quote in marks.quotes][-1] != "White House"


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("the Tarn Police Department", "Tarn Police Department"),
        ("the Site Intelligence Group", "Site Intelligence Group"),
        ("the Tarn Records", None),
        ("the Tarn News & Record", None),
    ],
)
def test_a_body_may_have_a_word_for_something_else_in_its_name(
    source: str, speaker: str | None
) -> None:
    """Police, intelligence and records are nobody, a department of them is somebody."""
    assert said(f"It had 400 members in May, {source} said.")[source] == speaker


@pytest.mark.parametrize(
    ("name", "called"),
    [("NASA", "space agency"), ("IRS", "tax agency"), ("DOJ", "department"), ("FEMA", "agency")],
)
def test_what_an_office_is_whose_name_does_not_tell_it(name: str, called: str) -> None:
    """ "The space agency" is NASA, though the text does not say that it is one."""
    text = f"A plan of the {name}’s is late, said Petra Holm. “We will wait,” the {called} said."
    assert said(text)[f"the {called}"] == name


def test_the_seed_company_is_whom_the_sentence_before_is_about() -> None:
    """A company is called by what it makes before a text says that it makes it."""
    text = "Corvella Inc. closed its mill in May.\n\nThe seed company said it would go on."
    assert said(text)["The seed company"] == "Corvella Inc."


def test_the_fuel_company_is_not_whom_its_own_sentence_is_about() -> None:
    """Nor is it one of two."""
    one = "Corvella Inc. met Tarn Glass Inc. in May. The seed company said it would go on."
    assert said(one)["The seed company"] is None
    other = "Petra Holm left. Corvella Inc. said the seed company expected a loss."
    assert said(other).get("the seed company") is None
