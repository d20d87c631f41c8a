"""The reader of statements: what a text has of a fact, and which side of a point it takes."""

from __future__ import annotations

import pytest

from onix.reading.neural.entailment import BESIDE, LONGEST_STATEMENT, POINT, entailment, mark

TEXT = "The ferry Storskarv was sold on Tuesday to a Danish company for 14 million crowns."


def test_a_fact_stands_between_marks_behind_its_kind() -> None:
    """The reader sees which fact of a sentence is asked about."""
    text = "They paid £5 for it."
    assert mark("figure", text, 10, 12) == "figure: They paid « £5 » for it."


def test_a_long_sentence_is_cut_around_the_fact() -> None:
    """Words far away are left out, whole, so that the fact is read however late it stands."""
    words = [f"word{number}" for number in range(100)]
    text = " ".join(words)
    start = text.index("word50")
    found = mark("name", text, start, start + len("word50"))
    before, _, rest = found.partition("« word50 »")
    assert before.removeprefix("name: ").split() == words[50 - BESIDE : 50]
    assert rest.split() == words[51 : 51 + BESIDE]
    assert LONGEST_STATEMENT > 2 * BESIDE


@pytest.mark.parametrize(
    ("kind", "claim", "fact", "stance", "words"),
    [
        ("figure", "A firm from Denmark bought the ferry for 14m crowns.", "14m crowns", 1, "14"),
        ("figure", "A firm from Denmark bought the ferry for 41m crowns.", "41m crowns", 2, "14"),
        ("date", "The Storskarv found a buyer on Friday.", "on Friday", 2, "Tuesday"),
        ("name", "A Swedish firm bought the Storskarv.", "Swedish", 2, "Danish"),
        ("figure", "She carried 340 cars.", "340 cars", 0, None),
    ],
)
def test_a_fact_is_told_so_otherwise_or_not(
    kind: str, claim: str, fact: str, stance: int, words: str | None
) -> None:
    """In other words, too, and with the words of the text that say it."""
    start = claim.index(fact)
    (found,) = entailment().read(mark(kind, claim, start, start + len(fact)), [TEXT])
    assert max(range(3), key=lambda each: found.stance[each]) == stance
    if words is not None:
        assert words in TEXT[found.start : found.end]


def test_a_side_is_taken_of_the_very_point() -> None:
    """Who is against one point says nothing of another."""
    fee, bridge = "Visitors pay a fee of five crowns.", "The bridge is closed to lorries."
    text = "“Five crowns will drive every tourist away,” warned Ola Berg of the hotels."
    (on_fee,) = entailment().read(mark(POINT, fee, 0, len(fee)), [text])
    (on_bridge,) = entailment().read(mark(POINT, bridge, 0, len(bridge)), [text])
    assert on_fee.stance[2] > 0.5
    assert on_bridge.stance[0] > 0.5
