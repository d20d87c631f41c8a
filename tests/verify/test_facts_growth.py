"""Facts of a draft are held against what can tell of the same alone, however much a record has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onix.verify.facts import figure_pairs, heard, rivals, swapped, verify_facts
from tests.verify.test_facts import marks_of

TOLD = (
    "{} boats had been caulked by the quay",
    "{} schools wanted a second teacher of music",
    "the new tramline would cost {} crowns a metre",
    "frost had cracked {} wells on the northern farms",
    "thieves broke into {} barns and took the hay",
    "{} lorries wait at the border for a stamp",
    "a museum had bought {} looms from the weavers",
    "potters fire {} kilns with birch on feast days",
)
PEOPLE = ("Anna Berg", "Karl Moe", "Ingrid Vik", "Bent Lund", "Olga Nes", "Per Dahl")
TOWNS = ("Ulvsund", "Norvik", "Hamre", "Stranda", "Solvik")


def report(number: int) -> str:
    """Give a text that tells of each thing once, with numbers and people of its own."""
    return "\n\n".join(
        f"{PEOPLE[(number + at) % 6]} of {TOWNS[(number * at) % 5]} said that"
        f" {told.format(20 + 13 * number + 7 * at)}."
        for at, told in enumerate(TOLD)
    )


def test_few_of_all_pairs_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number of boats is not held against one of schools, nor who said it against all voices."""
    calls: dict[str, int] = dict.fromkeys(("figures", "voices", "names"), 0)

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            calls[name] += 1
            return function(*arguments)

        return call

    monkeypatch.setattr(rivals, "bears_out", counted("figures", figure_pairs.bears_out))
    voices, names = heard.Heard, swapped.Swaps
    monkeypatch.setattr(voices, "stand", counted("voices", voices.stand))
    monkeypatch.setattr(names, "_others", counted("names", names._others))
    draft = marks_of(report(40), "draft", "2025-06-04")
    record = [marks_of(report(number), f"r{number}") for number in range(20)]
    verify_facts(draft, record)
    pairs = len(TOLD) * len(TOLD) * len(record)  # of sentences
    assert calls["figures"] < 0.25 * pairs  # one in eight, and a few of the same digits
    assert calls["voices"] < 0.25 * pairs
    assert calls["names"] < 0.25 * pairs
