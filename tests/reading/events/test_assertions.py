"""Whether a sentence says that something is so, when, and in whose words."""

from __future__ import annotations

from functools import cache

import pytest

from onix.reading.events.assertions import assertion
from onix.reading.neural.syntax import Parser


@cache
def parser() -> Parser:
    """The parser, loaded once."""
    return Parser()


def told(sentence: str) -> str:
    """What is said of the word in asterisks: "no, done, said"."""
    start = sentence.index("*")
    tree = parser().parse([sentence.replace("*", "")])[0]
    number = next(n for n, word in enumerate(tree.words) if word.start == start)
    found = assertion(tree, number)
    return ", ".join(("yes" if found.is_so else "no", found.when or "open", found.voice))


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Roth *left* on Friday.", "yes, done, own"),
        ("Roth has not *left* the house.", "no, done, own"),
        ("Nobody was *hurt* in the fire.", "no, done, own"),
        ("Roth *works* in Riga.", "yes, now, own"),
        ("Roth is *leaving* the house.", "yes, now, own"),
        ("Roth will *leave* the house.", "yes, ahead, own"),
        ("Roth is to *leave* the house.", "yes, ahead, own"),
        ("Roth may *leave* the house.", "yes, open, own"),
        ("Roth was unable to *leave* the house.", "no, done, own"),
        ("Roth will be unable to *leave* the house.", "no, ahead, own"),
        ("Roth was not able to *leave* the house.", "no, done, own"),
        ("The tower is one possible *source* of it.", "yes, open, own"),
        ("Roth would have *left* the house.", "yes, open, own"),
        ("If Lind comes, Roth will *leave* the house.", "yes, open, own"),
        ("Roth plans to *leave* the house.", "yes, meant, own"),
        ("Roth does not intend to *leave* the house.", "no, ahead, own"),
        ("Roth wants to *leave* the house.", "yes, open, own"),
        ("Lind asked Roth to *leave* the house.", "yes, open, own"),
        ("Roth refused to *leave* the house.", "no, done, own"),
        ("Roth stopped short of *leaving* the house.", "no, done, own"),
        ("Lind stopped short of calling for Roth to *leave* the house.", "yes, open, own"),
        ("Roth has yet to *leave* the house.", "no, done, own"),
        ("The deal has still to be *signed* by Roth.", "no, done, own"),
        ("The deal is yet to be *signed* by Roth.", "no, done, own"),
        ("The deal has to be *signed* by Roth.", "yes, open, own"),
        ("Lind rejected the claim that Roth had *left* the house.", "yes, done, denied"),
        ("Lind denied a report in a Friday paper that Roth was *fined*.", "yes, done, denied"),
        ("Lind read a report in a paper that was *banned* in Riga.", "yes, done, own"),
        ("Roth *pleaded* not guilty.", "no, done, own"),
        ("*Leaving* the house would be unsafe.", "yes, open, own"),
        ("To *leave* the house would be unsafe.", "yes, open, own"),
        ("Roth did not refuse to *leave* the house.", "yes, done, own"),
        ("Roth managed to *leave* the house.", "yes, done, own"),
        ("Roth went home without *leaving* a note.", "no, done, own"),
        ("Lind said that Roth had *left* the house.", "yes, done, said"),
        ("Lind did not say that Roth had *left* the house.", "yes, open, own"),
        ("Lind was told that Roth had *left* the house.", "yes, done, claimed"),
        (
            "A clerk *forged* the lists of a ward to win a seat, a jury heard on Friday.",
            "yes, done, claimed",
        ),
        ("The court heard that Roth had *forged* the lists.", "yes, done, claimed"),
        ("Lind claims that Roth has *left* the house.", "yes, done, claimed"),
        ("Lind denied that Roth had *left* the house.", "yes, done, denied"),
        ("Lind accused Roth of *leaving* the house.", "yes, done, claimed"),
        ("The report that Roth had *left* the house is new.", "yes, done, claimed"),
        ("The council rejected a motion to *leave* the house.", "yes, open, own"),
        ("Roth, who *left* the house, is ill.", "yes, done, own"),
        ("Roth did not stop or *leave* a note.", "no, done, own"),
        ("Roth was fined for *leaving* the house.", "yes, done, own"),
        ("Roth *asked* for no reward.", "no, done, own"),
        ("Roth has not decided whether to *leave* the house.", "yes, open, own"),
        ("Whether Roth will *leave* the house is not clear.", "yes, open, own"),
        ("What it will be *called* has not been settled.", "yes, open, own"),
        ("Not all of them had *left* the house.", "yes, open, own"),
        ("Roth *was* neither surprised nor sad.", "no, done, own"),
        ("Roth had no plans to *leave* the house.", "no, ahead, own"),
        ("Lind asks who *left* the house.", "yes, open, own"),
        ("Lind contradicted a report that Roth had *left* the house.", "yes, done, denied"),
    ],
)
def test_whatever_stands_above_a_verb_may_turn_it(sentence: str, what: str) -> None:
    """Helpers, a no, what it hangs on: all of it counts."""
    assert told(sentence) == what
