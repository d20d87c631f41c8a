""" "Today" in a quotation is the day of whoever speaks, not that of the paper."""

from __future__ import annotations

import pytest

from onix.reading.times.quoted import inside
from onix.reading.times.tokens import tokens
from tests.reading.times.test_times import shown, times

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We lost tonight,” Cole told the crew on Sunday.", "tonight = 2025-11-23TNI"),
        ('"I resign today," Vost said on Monday.', "today = 2025-11-24"),
        ('On Sunday evening the mayor told them: "We will win tomorrow."', "tomorrow = 2025-11-24"),
        ('We fought hard. We lost yesterday," Cole said on Monday.', "yesterday = 2025-11-23"),
        ('"We sail next week," he said on Nov. 20.', "next week = 2025-W48"),
        ('In a speech on Nov. 3, she called it "today\'s great task".', "today = 2025-11-03"),
    ],
)
def test_a_speakers_day_is_read_against_the_day_of_speaking(text: str, expected: str) -> None:
    """Where the sentence says when the words were said."""
    assert expected in shown(text)
    moved = next(each for each in times(text) if expected.startswith(each.span.text))
    assert moved.basis is not None
    assert moved.basis.startswith("read against the day on which it was said")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will decide tomorrow," she said.', "tomorrow = 2025-11-27"),
        ('"We lost today," he said today of the game on Sunday.', "today = 2025-11-26"),
        ("Today the court will hear of a call on Sunday that began “hello”.", "Today = 2025-11-26"),
        ('"Come today," says a sign that hung here on Sunday and Monday.', "today = 2025-11-26"),
        ('Whoever said "come today" will be tried on Friday.', "today = 2025-11-26"),
    ],
)
def test_else_it_is_that_of_the_paper(text: str, expected: str) -> None:
    """Said on no day that is told, or on one of two, or outside the marks, or still to come."""
    assert expected in shown(text)


def test_without_a_day_of_print_nothing_is_moved() -> None:
    """There is nothing to move it from."""
    assert "today = XXXX-XX-XX" in shown('"I resign today," Vost said on Monday.', None)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ('a "b" c', "b"),
        ("a “b” c", "b"),
        ('a," b', "a,"),
        ("a” b", "a"),
        ('a: "b', "b"),
        ("a b", ""),
    ],
)
def test_what_stands_within_marks(text: str, within: str) -> None:
    """Also where a quotation began before the sentence, or goes on behind it."""
    pieces = tokens(text).words
    found = zip(pieces, inside(pieces), strict=True)
    assert "".join(w for w, is_in in found if is_in and w not in '"“” ') == within
