"""What a sentence tells of a post that changes hands: who has it now, who had it."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.hands import hands, may_tell
from tests.jobs.ask.asking import parser


def told(sentence: str) -> set[tuple[str, str, bool]]:
    """The last word of each that a sentence names, the side, and whether only for a while."""
    tree = parser().parse([sentence])[0]
    return {(tree.words[each.noun].text, each.side, each.is_brief) for each in hands(tree)}


@pytest.mark.parametrize(
    ("sentence", "name", "side"),
    [
        ("Eva Holm succeeds Piet Maas at the port.", "Holm", "new"),
        ("Eva Holm succeeds Piet Maas at the port.", "Maas", "old"),
        ("Piet Maas was replaced by Eva Holm in May.", "Holm", "new"),
        ("Piet Maas was replaced by Eva Holm in May.", "Maas", "old"),
        ("His deputy has taken over from Maas.", "deputy", "new"),
        ("Jan Feld, who took over from Piet Maas in May, smiled.", "Feld", "new"),
        ("The board has named Eva Holm to take his place.", "Holm", "new"),
        ("The inquiry was led by Maas before being replaced in May by Holm.", "Holm", "new"),
        ("The plan is that of the man she succeeded, Piet Maas.", "man", "old"),
        ("Her predecessor, Piet Maas, lives in Brest.", "Maas", "old"),
        ("Her desk has gone to Eva Holm.", "Holm", "new"),
        ("Holm’s successor is Jan Feld.", "Feld", "new"),
    ],
)
def test_who_comes_after_and_who_was_before(sentence: str, name: str, side: str) -> None:
    """By a verb, by "predecessor" and "successor", by what has gone to somebody."""
    assert (name, side, False) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Acting harbour master Eva Holm spoke.", "Holm"),
        ("Eva Holm has been named acting president.", "Holm"),
        ("The board has named Eva Holm as acting president.", "Holm"),
        ("Eva Holm, the acting president, spoke.", "Holm"),
        ("Eva Holm will act in his place until a successor is found.", "Holm"),
        ("Eva Holm is standing in for Piet Maas.", "Holm"),
        ("Until then the port is run by Eva Holm.", "Holm"),
        ("Holm has run the port since its director was dismissed.", "Holm"),
    ],
)
def test_who_has_it_only_for_a_while(sentence: str, name: str) -> None:
    """By a title, a verb, or what the sentence says of the time."""
    assert may_tell(sentence) or "since" in sentence
    assert (name, "new", True) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Eva Holm was to have succeeded Piet Maas.",
        "Eva Holm has not taken over from Piet Maas.",
        "The talks took place in Brest.",
        "Eva Holm sat in on the talks.",
        "Eva Holm said that she would stay.",
    ],
)
def test_what_changes_no_hands(sentence: str) -> None:
    """What was only meant to be, what is denied, and other uses of the words."""
    assert told(sentence) == set()
