"""Whom a description means behind a sentence that announces words of somebody."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader


def last_speaker(text: str) -> str | None:
    """Give who is quoted last."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return marks.quotes[-1].speaker


SCENE = "Tarn coach Odd Lund left early. “Never a foul,” said Lund.\n\n"


@pytest.mark.parametrize(
    "announced",
    [
        "His rival, Adrian Reuss, saw it differently.",
        "Adrian Reuss disagreed.",
        "Adrian Reuss, who was booed, posted a reply on his page.",
    ],
)
def test_who_is_announced_speaks_whatever_they_are_called(announced: str) -> None:
    """Nothing else has to tell that they are the boss of Halden."""
    assert last_speaker(f"{SCENE}{announced} “Studs up,” the Halden boss said.") == "Adrian Reuss"


def test_another_who_is_just_that_is_not_passed_over() -> None:
    """Where somebody else is called so, it is for others to weigh."""
    text = "Judge Clara Voss looked up. Adrian Reuss disagreed. “Sit down,” the judge said."
    assert last_speaker(text) != "Adrian Reuss"
