"""By whose word or count something is so is told by the words that say so."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The pier cost, by the city’s count, 3 million.", "named", "the city"),
        ("By the union's reckoning, 90 clerks stayed at home.", "named", "the union"),
        ("It was, by Tom Reyes’s own account, a gift.", "named", "Tom Reyes"),
        ("They had eaten, by the estimate of the baker’s clerk, two tons.", "unnamed", None),
        ("It breaks down, by its captain’s count, eleven times a year.", "unnamed", None),
        ("By our count, three firms can do that.", "own", None),
        ("By Channel 9’s count 38 of them spoke.", "outlet", "Channel 9"),
        ("According to his statement a clerk knew of it.", "document", "his statement"),
        ("It was sold, according to the Commissioner.", "named", "the Commissioner"),
        ("It held 80, according to tickets collected at the pier.", "document", "tickets"),
        ("According to the soundtrack of the film she sighed.", "document", "the soundtrack"),
        ("According to his companion he had gone back for a hat.", "unnamed", None),
        ("It was sold, according to a memo previously kept secret.", "document", "a memo"),
        ("It was sold, according to a CNN tally.", "document", "a CNN tally"),
        ("It was sold, according to the bank.", "named", "the bank"),
        ("It fell, according to a Bank of Riga survey issued late.", "document", None),
        ("It fell, according to the latest Betlarch odds.", "document", "the latest Betlarch odds"),
        ("It fell, according to data Larchbook released.", "document", "data"),
        ("It fell, according to the book Fire and Fog.", "document", "the book"),
        ("It fell, according to the paper Politiken.", "outlet", "the paper Politiken"),
        ("It fell, according to the state’s tracking portal.", "document", None),
        ("It fell, according to intelligence collected by the navy.", "document", "intelligence"),
        ("It fell, according to one account.", "document", "one account"),
        ("It fell, according to four individuals.", "unnamed", "four individuals"),
        ("It fell, according to those briefed on it.", "unnamed", None),
        ("It fell, according to experts such as Eva Roth.", "unnamed", "experts"),
        ("It fell, according to the Board’s 2020 Harbour Survey.", "document", None),
        ("Per the board’s own prospectus, it fell.", "document", "the board’s own prospectus"),
    ],
)
def test_a_count_is_somebodys(text: str, kind: str, name: str | None) -> None:
    """ "By the city’s count" names a source as "according to the city" does."""
    (found,) = provenance(text)
    assert (found.kind, name in (None, found.name, found.span.text)) == (kind, True)


@pytest.mark.parametrize(
    "text",
    [
        "She had slept, by her own account, for three hours.",
        "It was paid by the bank’s account holder.",
        "It rose by an estimate of two.",
        "It was set according to what boats could carry.",
        "It contradicts the paper according to which the boat was sold.",
        "It is led by Per Olav Lund, a clerk.",
    ],
)
def test_other_counts_are_nobodys(text: str) -> None:
    """Her own account, and counts that nothing is so by."""
    assert provenance(text) == ()
