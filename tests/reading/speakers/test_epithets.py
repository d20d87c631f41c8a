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
