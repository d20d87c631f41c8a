"""By what office somebody goes on being spoken of, where a text has several who hold one."""

from __future__ import annotations

import pytest

from tests.reading.speakers.test_families import said

OTHERS = "Gov. Ann Kroll of Tarn is for it. Gov. Bo Vist of Skarn is not.\n\n"


@pytest.mark.parametrize("office", ["governor", "Republican governor"])
def test_the_governor_is_the_only_one_of_the_paragraph(office: str) -> None:
    """A text may go from one governor to the next, and what lies between names others."""
    text = (
        f"{OTHERS}Halden: The plan of Gov. Odd Lund fell short, said Petra Holm, who keeps a mill. "
        f"“It is late, and the reds will pay for it all,” the {office} said."
    )
    assert said(text)[f"the {office}"] == "Odd Lund"


def test_of_two_governors_in_a_paragraph_either_may_be_meant() -> None:
    """It is left open."""
    text = (
        f"{OTHERS}The plans of Gov. Odd Lund and Gov. Ida Roe fell short, Petra Holm said. “It is "
        "late,” the governor said."
    )
    assert said(text)["the governor"] is None


GUARDS = "The goalkeepers Ann Kroll and Bo Vist are late. The mill is shut. " * 12


def test_the_goalkeeper_is_whom_the_text_goes_on_about() -> None:
    """Far away, others may be what a new sentence calls somebody who was just named."""
    text = f"{GUARDS}\n\nOdd Lund came home in May.\n\nThe goalkeeper said that he was glad."
    assert said(text)["The goalkeeper"] == "Odd Lund"
    near = f"{GUARDS}\n\nOdd Lund came home. He met the goalkeeper Ann Kroll, the goalkeeper said."
    assert said(near).get("the goalkeeper") != "Odd Lund"


def test_who_has_the_word_is_the_72_year_old() -> None:
    """Whom they spoke of does not come between."""
    text = (
        "Former Tarn Gov. Leo Roe took aim at Odd Lund, telling the reds to be glad.\n\n“We need "
        "a new plan for all of us,” the 72-year-old said."
    )
    assert said(text)["the 72-year-old"] == "Leo Roe"


@pytest.mark.parametrize("called", ["former president", "ex-president", "senator"])
def test_a_text_takes_the_office_of_whom_it_is_about_for_known(called: str) -> None:
    """Nobody is said to be that, and of all who are named one is by far the likeliest."""
    text = (
        "Odd Lund lost the vote. Odd Lund said that Odd Lund had won.\n\nKroll took aim at Lund’s "
        f"men in May. And again, it worked.\n\n“It is a lie and no more,” the {called} wrote."
    )
    assert said(text)[f"the {called}"] == "Odd Lund"


def test_the_only_one_named_is_the_42_year_old() -> None:
    """Nor has anybody else been named who may be."""
    text = "As Odd Lund watched the mill burn, the 42-year-old Tarn man wondered what to do."
    assert said(text)["the 42-year-old Tarn man"] == "Odd Lund"


def test_the_judge_is_not_the_only_one_named() -> None:
    """Whoever is tried is named, and the judge may have no name."""
    text = "Odd Lund lost his plea in Tarn. Lund’s term ends in May, the judge ruled on Friday."
    assert said(text)["the judge"] is None


def test_the_former_colleague_is_another_than_the_only_one_named() -> None:
    """Whose colleague it is, is named."""
    text = (
        "Odd Lund lost the vote. Odd Lund said that Odd Lund had won.\n\nThe reds took on Lund’s "
        "men in May. And again, it worked.\n\n“He was mild in all,” the former colleague said."
    )
    assert said(text)["the former colleague"] is None
