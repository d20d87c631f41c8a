"""How a name stands in its sentence: as the subject, governed, or opening it."""

from __future__ import annotations

import pytest

from onix.reading.speakers.standing import (
    is_governed,
    is_heading,
    is_subject,
    is_topic,
    opens_clause,
)


def stands(text: str) -> tuple[bool, bool, bool]:
    """Say whether the name between bars is a subject, governed, and opens its sentence."""
    before, name, after = text.split("|")
    masked = before + name + after
    start, end = len(before), len(before) + len(name)
    begin = max(before.rfind(". ") + 2, before.rfind("\n") + 1) if before else 0
    begin = begin if begin > 1 else 0
    return (
        is_subject(masked, start, end),
        is_governed(masked, begin, start),
        opens_clause(masked, begin, start),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|Ann Lee| left.", (True, False, True)),
        ("|Ann Lee| on Friday morning called for it.", (True, False, True)),
        ("|Ann Lee| earlier this week called for it.", (True, False, True)),
        ("|Ann Lee|, said that she was sad, but left.", (True, False, True)),
        ("|Ann Lee|, a nurse from Riga, left.", (True, False, True)),
        ("A nurse at the yard, Dr |Ann Lee|, left.", (True, False, True)),
        ("Its head, retired nurse |Ann Lee|, left.", (True, False, True)),
        ("The man, met by |Ann Lee|, left.", (True, True, False)),
        ("The charity |Lund Aid| left.", (True, False, True)),
        (
            "|Ann Lee|, who served under Mr. Roe’s father, Odd Roe, ticked it off.",
            (True, False, True),
        ),
        (
            "|Ann Lee|, who served under Mr. Roe’s father, Odd Roe, and Paul Lund.",
            (False, False, True),
        ),
        ("Asked who would sit in the White House, |Ann Lee| frowned.", (True, False, False)),
        ("It rained on the former Minister |Ann Lee|.", (False, True, False)),
        ("\x01\x01\x01, said the minister |Ann Lee|.", (True, False, False)),
        ("\x01\x01\x01, told |Ann Lee|.", (False, False, False)),
        ("Lund campaign manager |Ann Lee| laughed.", (True, False, True)),
        ("The man who was seen with a manager |Ann Lee| laughed.", (True, False, False)),
        ("|Ann Lee| (D-Ohio) left.", (True, False, True)),
        ("|Ann Lee| of Ohio, whose party lost, left.", (True, False, True)),
        ("|Ann Lee| — who was late — left.", (True, False, True)),
        ("|Ann Lee| herself was late.", (True, False, True)),
        ("|Ann Lee|, according to the police.", (False, False, True)),
        ("It was a vote against Lund. Sen. |Ann Lee| left.", (True, False, True)),
        ("COMFORTS OF\n|Ann Lee| is away.", (True, False, True)),
    ],
)
def test_the_words_on_both_sides_tell(text: str, expected: tuple[bool, bool, bool]) -> None:
    """A verb behind, an insertion between, a title before: none of it needs a tree."""
    assert stands(text) == expected


def test_a_heading_is_in_title_case() -> None:
    """Anything in it looks like a name."""
    assert is_heading("Ann Lee Wins Again At Sea")
    assert not is_heading("Ann Lee won again at sea")
    assert not is_heading("Ann Lee Wins Again At Sea.")


@pytest.mark.parametrize(
    ("lead", "expected"),
    [("As for ", True), ("But as for Mr. ", True), ("As a favour for ", False), ("For ", False)],
)
def test_a_sentence_may_say_first_whom_it_is_about(lead: str, expected: bool) -> None:
    """ "As for Ann Lee, she left": a preposition stands before her, and she is whom it is about."""
    text = f"{lead}Ann Lee, she left."
    assert is_topic(text, 0, len(lead), len(lead) + len("Ann Lee")) is expected
