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
