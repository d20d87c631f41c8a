"""Does another figure of the record answer how many it was? An amount of a draft in, that one out.

What is told in other words shares too few of them to be found by these alone. The few sentences
that most likely tell of the same are asked; the answer has to stand in words that are alike all
the same, as figures are too often those of something else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onix.verify.facts.asked import answers
from onix.verify.facts.lines import Line
from onix.verify.facts.measures import kind
from onix.verify.facts.quantities import Amount
from onix.verify.facts.shelf import Shelf, key_of
from onix.verify.facts.tellings import Tellings

_SENTENCES = 3  # that are asked at most,
_SAME = 6  # places at most that bear the draft out are asked, too
_TOLD = 6.0  # and how likely each has to tell of the same
_ODDS = -2.2  # that two figures are of the same thing, as a logarithm,
_LIKELIER = 1.0  # and by how much likelier than any that is the draft's
_ANSWERS = 5.0  # how well a figure has to answer, in logits,
_BETTER = 6.0  # and how much better than the draft's does
_APART, _FAR_APART = 10, 20  # times one may be the other, and where it is said what they count
_NEAR = 0.05  # of the larger of two, by which they may be the same told of two nouns

Told = tuple[float, Line, Amount]


def answering(
    shelf: Shelf,
    tellings: Tellings,
    amounts: Mapping[tuple[str, int], Sequence[Amount]],
    line: Line,
    amount: Amount,
    beside: Sequence[Amount],
    agreeing: Sequence[Told],
) -> Told | None:
    """Give the figure that answers how many it was, where the draft's by far does not.

    Args:
        amounts: The amounts of the sources, by their lines.
        beside: All amounts of the draft's line.
        agreeing: The same figure where the record has it, with the odds that it is of the same.
    """
    near = [where for score, where in tellings.nearest(line)[:_SENTENCES] if score >= _TOLD]
    own = max((odds for odds, _, _ in agreeing), default=_ODDS - _LIKELIER)
    found = []
    for where in near:
        for other in amounts.get(key_of(where), ()):
            if _is_other(amount, other, amounts[key_of(where)], beside):
                odds = shelf.odds(line, amount.slot, where, other.slot)
                if odds >= max(_ODDS, own + _LIKELIER) and not any(
                    each is not amount
                    and _may_stand_for(each, other)
                    and shelf.odds(line, each.slot, where, other.slot) > odds
                    for each in beside
                ):
                    found.append((odds, where, other))
    if not found:
        return None
    likest = sorted(agreeing, key=lambda each: -each[0])[:_SAME]
    same = [(where, each.span) for _, where, each in likest]
    places = [*((where, each.span) for _, where, each in found), *same]
    weights = answers(line, amount.span, _word(amount), places)
    weight, best = max(zip(weights, found, strict=False), key=lambda each: each[0])
    answer = max(weights[len(found) :], default=weight - _BETTER)
    return best if weight >= max(_ANSWERS, answer + _BETTER) else None


def _is_other(
    amount: Amount, other: Amount, amounts: Sequence[Amount], beside: Sequence[Amount]
) -> bool:
    """May one stand for the other, and is neither told in the other's sentence, too?"""
    if not _may_stand_for(amount, other):
        return False
    low, high = sorted((amount.value, other.value))
    if high > (_FAR_APART if amount.unit or amount.head else _APART) * low:
        return False
    if amount.is_range or other.is_range or amount.is_change != other.is_change:
        return False
    if amount.is_comparable(other) and amount.agrees(other):
        return False
    if any(amount.is_same_number(each) for each in amounts):
        return False
    return not any(
        each.raw == other.raw or (each.is_comparable(other) and each.agrees(other))
        for each in beside
    )


def _may_stand_for(amount: Amount, other: Amount) -> bool:
    """Do they measure the same, or count what may be the same by other nouns?"""
    if amount.is_comparable(other) or amount.is_told_otherwise(other):
        return True
    return not (amount.unit or other.unit or amount.of != other.of or _is_near(amount, other))


def _is_near(amount: Amount, other: Amount) -> bool:
    """Are two counts nearly the same, or is one of them no count: "just over 400", "410 pupils"?"""
    low, high = sorted((amount.value, other.value))
    return low <= 1 or high - low <= _NEAR * high


def _word(amount: Amount) -> str:
    """Give what asks for an amount: "how long", "how much"."""
    if amount.unit == "day":
        return "how long"
    if amount.unit == "age":
        return "how old"
    if amount.unit == "%":
        return "how many percent"
    return "how much" if kind(amount.unit) == "money" else "how many"
