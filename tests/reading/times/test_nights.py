"""Which night "overnight" is, and where the word is no time at all."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The barn burned down overnight.", ["overnight = 2025-11-25TNI"]),
        ("Overnight, the geese left the island.", ["Overnight = 2025-11-25TNI"]),
        ("The talks went on overnight without a result.", ["overnight = 2025-11-25TNI"]),
        ("Overnight storms felled the old lime.", ["Overnight = 2025-11-25TNI"]),
        ("A cow died in an overnight blaze at the farm.", ["overnight = 2025-11-25TNI"]),
        ("Frost will form overnight in the hills.", ["overnight = 2025-11-26TNI"]),
        # With a day beside it the night is of that day, "into" the next one.
        ("He was held overnight on Monday.", ["overnight on Monday = 2025-11-24TNI"]),
        ("The kiln was lit Sunday overnight.", ["Sunday overnight = 2025-11-23TNI"]),
        (
            "The kiln burned overnight into Tuesday.",
            ["overnight = 2025-11-24TNI", "Tuesday = 2025-11-25"],
        ),
        # Of another day, or of none that is told.
        ("The truce of Monday broke overnight.", ["Monday = 2025-11-24"]),
        (
            "He was held overnight and will be heard on Friday.",
            ["overnight = 2025-11-25TNI", "Friday = 2025-11-28"],
        ),
        (
            "Rye for January delivery rose 40 cents overnight.",
            ["January = 2026-01", "overnight = 2025-11-25TNI"],
        ),
        ("The mill shut in May 2019. He lost his job overnight.", ["May 2019 = 2019-05"]),
        ("The envoy will stay overnight in Vessby.", []),
        # How fast, not so, and of what kind.
        ("The quay changed almost overnight.", []),
        ("It was not built overnight.", []),
        ("The song made her an overnight success.", []),
        ("The overnight train was late.", []),
        ("The bank cut its overnight rate.", []),
    ],
)
def test_overnight_is_the_night_just_gone_or_the_one_to_come(
    text: str, expected: list[str]
) -> None:
    """A night is given where tense or weather tells which, and none where another day may be."""
    assert shown(text) == expected


def test_overnight_has_no_day_without_one_of_writing() -> None:
    """Without a publication date no calendar day is made up."""
    assert shown("The barn burned down overnight.", None) == ["overnight = XXXX-XX-XXTNI"]
