"""Where a point says the reverse of what it said, which a reader of many changes overlooks."""

from __future__ import annotations

import pytest

from onix import wire
from onix.jobs.compare import compare
from onix.jobs.compare.saying import meaning_words, summed
from tests.jobs.compare.plans import plan


def turned(before: str, after: str) -> list[tuple[str, str]]:
    """Give the words of each place at which one point of a plan was turned."""
    found = compare(plan(f"1. {before}\n", "old"), plan(f"1. {after}\n", "new"))
    return [(t.before.text, t.after.text) for each in found.changes for t in each.turned]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Vans may park here.", "Vans must not park here.", ("may", "must not")),
        ("We do not sell your data.", "We may sell your data.", ("do not", "may")),
        (
            "We are liable for loss.",
            "We are not liable for loss.",
            ("are liable", "are not liable"),
        ),
        (
            "No new mine will open.",
            "New mines may open where jobs need it.",
            ("No new mine will", "New mines may"),
        ),
        ("We support the tunnel.", "We oppose the tunnel.", ("support", "oppose")),
        # A verb for its reverse, where the object stays.
        ("We oppose the new port.", "We accept the new port.", ("oppose", "accept")),
        ("We regret the ruling.", "We welcome the ruling.", ("regret", "welcome")),
        ("We are in favour of the dam.", "We are against the dam.", ("in favour of", "against")),
        ("Vans are banned from the quay.", "Vans are allowed on the quay.",
         ("banned from", "allowed on")),
        ("We will oppose any cut in pay.", "We will accept a cut in pay.",
         ("oppose any", "accept a")),
        ("The levy will be abolished.", "The levy will be kept.", ("abolished", "kept")),
    ],
)  # fmt: skip
def test_what_is_denied_now_is_turned(before: str, after: str, expected: tuple[str, str]) -> None:
    """A permission that became a ban, a ban that fell, a side that was changed."""
    assert turned(before, after) == [expected]
    assert turned(after, before) == [expected[::-1]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # The "not" is in other words, or says how many.
        ("Neither party shall fly drones.", "The parties shall not fly drones."),
        ("No class has more than 22 pupils.", "A class has at most 22 pupils."),
        (
            "No ship may fish here without a licence.",
            "A ship that fishes here must have a licence.",
        ),
        ("Talks begin on 1 May.", "Talks begin no later than 1 May."),
        # Another rule stands there, or one more.
        ("Lorries may drive through the north gate.", "Nobody may smoke at the north gate."),
        ("Fees go up to £3.", "Fees go up to £3, and residents will no longer be exempt."),
        ("You must not post spam. You must not lie.", "You must not post spam or lie."),
        # Another object, or nothing that is the reverse.
        ("Members oppose the merger.", "Members accept talks."),
        ("We oppose the merger with Osk.", "We accept the talks with Osk."),
        ("We reject the plan.", "We note the plan."),
        ("Each may name the great hall.", "Each may name the small hall."),
    ],
)
def test_other_words_turn_nothing(before: str, after: str) -> None:
    """A clause more, a bound told otherwise and another subject are no reversal."""
    assert turned(before, after) == []


def test_a_ban_is_shown_with_the_word_that_denies() -> None:
    """Else “may” would have become “may”."""
    before, after = "Fitters may work at a lathe alone.", "No one may work at a lathe alone."
    found = compare(plan(f"1. {before}\n"), plan(f"1. {after}\n"))
    assert "hardened: “may” → “No one may”" in meaning_words(found.changes[0])
    found = compare(plan(f"1. {before}\n"), plan("1. No fitter may work at a lathe alone.\n"))
    assert "hardened: “may” → “No … may”" in meaning_words(found.changes[0])


def test_what_is_only_asked_for_is_softer() -> None:
    """Than what was demanded; but "demand" may be a noun."""
    found = compare(plan("1. We demand an end to it.\n"), plan("1. We ask for an end to it.\n"))
    assert [each.direction for each in found.changes[0].modals] == ["softened"]
    found = compare(plan("1. Demand will be met.\n"), plan("1. Demand will be met at home.\n"))
    assert found.changes[0].modals == ()


def test_a_turned_sense_is_told() -> None:
    """Beside the point, in the sum and in the JSON; a ban is shown with its “not”."""
    found = compare(plan("1. Vans may park here.\n"), plan("1. Vans must not park here.\n"))
    (change,) = found.changes
    assert list(meaning_words(change)) == [
        "hardened: “may” → “must not”",
        "sense turned: “may” → “must not”",
    ]
    assert summed(found).endswith("Obligations: 1 hardened. Sense turned in 1 place.")
    (shown,) = wire.comparison(found)["changes"]
    assert [each["after"]["text"] for each in shown["turned"]] == ["must not"]
