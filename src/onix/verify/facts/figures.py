"""Is a figure of a draft the record's? An amount of a line in, what the record has of it out.

Another figure is a contradiction only where it is the same thing that is counted: the same unit or
noun, and nearly the same words around it. A slip of the pen is believed sooner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onix.model import DifferenceKind, Span
from onix.reading.grammar.function_words import AUXILIARIES
from onix.verify.facts.ages import is_same_person, owner_of
from onix.verify.facts.amounts import amounts_of, with_shares
from onix.verify.facts.changes import is_level, says_when
from onix.verify.facts.comparables import Told
from onix.verify.facts.figure_pairs import (
    are_swapped,
    bears_out,
    can_differ,
    is_change_of,
    is_of_others,
    is_out_of_order,
    is_slip_of,
    now_beside,
)
from onix.verify.facts.findings import Found, disputed
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.moments import are_of_two_moments
from onix.verify.facts.quantities import Amount
from onix.verify.facts.rivals import Rivals
from onix.verify.facts.shelf import Shelf, key_of
from onix.verify.facts.tellings import Tellings

# Odds, as logarithms, that two figures are of the same thing, from which on they
_AGREE = -4.5  # bear one another out, where they are the same,
_DIFFER = -1.0  # contradict one another,
_SLIP = -3.5  # or do so where one is easily written for the other;
_CLOSELY = -1.0  # or where the sentences tell of the same thing
_CLOSE = 7.5  # from which on they do;
_PLAUSIBLE = 6.4  # how likely the sources have to tell of the same at all;
_OWN = 10.0  # two ages of one person
_CHANGED = -2.0  # or are taken for a change, where they are the same,
_POINTS = -3.5  # or are a change in points for one in percent;
_TENTH = 0.05  # of a point
_NEIGHBOURS = 1  # sentences on either side in which a change is worked out
_SURER = 1.5  # and how much better they have to be than those of the same figure elsewhere.
_LIKELY = 3.0  # behind the likest, from which on figures are of something else
_TELLING = 3  # digits that are not found by chance
_PART, _SURELY = -2.0, 9.0  # how likely it is told of what is told of a part alone
_ROUGHLY = 8.0  # percent, which a share is off at most
_PART_OF = re.compile(r"\s(?:out\s)?of\s(?:the|its|their|our|all|those|these)\s")
_ENDS = re.compile(r",\s(?:and|but|which|who)\s|[.;:]\s")
_ALL = re.compile(r"\b(?:the|all|its|their|these|those|every|of)\s(?:\w+\s)?$", re.IGNORECASE)
_SEVERAL = 2  # digits that seldom are,
_LENIENT = 1.5  # so that they bear one another out at lower odds
_UNIT = -4.0  # or are one in two units, where the record has it in the draft's nowhere


def figures_told(lines: Iterable[Line]) -> Told:
    """Give the lines that have amounts, with them: read once for all figures of a draft."""
    found = ((line, amounts_of(line)) for line in lines)
    return [(line, with_shares(line, amounts)) for line, amounts in found if amounts]


def verify_figures(
    shelf: Shelf, tellings: Tellings, told: Told, rivals: Rivals, line: Line
) -> Iterator[Found]:
    """Give what the record says of each amount of a line that is no part of a quotation."""
    amounts = amounts_of(line)
    for amount in amounts:
        if not line.is_quoted(amount.span):
            found = _verify(shelf, tellings, told, rivals, line, amount, amounts)
            # "Eleven days before the start" says when.
            is_when = amount.told_in is not None and says_when(line, amount.span)
            yield replace(found, kind="date") if is_when else found


def _verify(
    shelf: Shelf,
    tellings: Tellings,
    told: Told,
    rivals: Rivals,
    line: Line,
    amount: Amount,
    beside: Sequence[Amount],
) -> Found:
    agreeing: list[tuple[float, Line, Amount]] = []
    differing: list[tuple[float, Line, Amount]] = []
    in_units: list[tuple[float, Line, Amount]] = []
    is_known = False
    whose = owner_of(line, amount.span) if amount.unit == "age" else None
    close = {key_of(where) for score, where in tellings.nearest(line)[:1] if score >= _CLOSE}
    is_new = not rivals.told.is_written(amount)
    in_unit = _UNIT if amount.digits < _TELLING else _AGREE
    for where, amounts, other in rivals.told.of(amount):
        is_same = bears_out(amount, other, amounts) and not is_change_of(line, amount, other)
        now = now_beside(line, where, other, amounts, beside) if is_same else None
        if now is not None:
            is_same, other = False, now
        is_known |= is_same
        is_slip = is_new and is_out_of_order(amount, other)
        odds = shelf.odds(line, amount.slot, where, other.slot)
        if not (now or is_same or is_slip):
            if odds < in_unit and amount.unit != "age":
                continue
            rest = [each for each in amounts if not is_change_of(line, amount, each)]
            if not can_differ(amount, other, rest, beside):
                continue
            if are_of_two_moments(line, amount, where, other):
                continue
        if amount.digits >= _SEVERAL and odds >= in_unit and amount.is_told_otherwise(other):
            in_units.append((odds, where, other))
        if other.unit == amount.unit == "age" and is_same_person(
            whose, owner_of(where, other.span)
        ):
            (agreeing if is_same else differing).append((_OWN, where, other))
            continue
        is_telling = amount.digits >= _TELLING and amount.is_comparable(other)
        needed = _AGREE if amount.digits < _SEVERAL else _AGREE - _LENIENT
        if is_same and (odds >= needed or is_telling):
            agreeing.append((odds, where, other))
            continue
        if is_same:
            continue
        if (is_slip and odds >= needed) or (
            odds >= _needed(amount, other, amounts, beside, is_close=key_of(where) in close)
            and (amount.is_comparable(other) or amount.is_told_otherwise(other))
            and tellings.likely(line, amount.slot, where, other.slot) >= _PLAUSIBLE
        ):
            differing.append((odds, where, other))
    mistaken = _taken_for_change(amount, agreeing, shelf) or _taken_for_part(
        line, amount, beside, agreeing, tellings
    )
    if mistaken is not None:
        return Found("figure", amount.span, "contradicted", *mistaken, "number")
    best = max(agreeing, key=_odds, default=None)
    worst = max(differing, key=lambda each: _nearness(amount, each), default=None)
    if worst is None and not is_known:
        worst = max(in_units, key=_odds, default=None)
    surer = _SURER if amount.digits < _SEVERAL else 2 * _SURER
    is_open = worst is None or (best is not None and worst[0] < best[0] + surer)
    if is_open and (rival := rivals.against(line, amount, beside)) is not None:
        worst, best = (rival.odds, rival.where, rival.told), None
    if best is not None and is_open:
        others = [(at, each.span) for odds, at, each in differing if odds > best[0]]
        return disputed("figure", amount.span, best[1], best[2].span, others)
    points = _in_points(amount, line, told, shelf)
    if points is not None:
        return Found("figure", amount.span, "contradicted", *points, "unit")
    if worst is None:
        return Found("figure", amount.span, "not_in_record")
    adds = amount.unit != "%" and not is_slip_of(amount, worst[2])  # shares are of many wholes
    parts = _adds_up(amount, shelf.documents[worst[1].document.id]) if adds else None
    if parts is not None:
        return Found("figure", amount.span, "supported", *parts)
    what: DifferenceKind = "unit" if amount.is_told_otherwise(worst[2]) else "number"
    return Found("figure", amount.span, "contradicted", worst[1], worst[2].span, what)


def _taken_for_change(
    amount: Amount, agreeing: Sequence[tuple[float, Line, Amount]], shelf: Shelf
) -> tuple[Line, Span] | None:
    """Give where the record has as how much there is what the draft says it is more or less by."""
    if not amount.is_change or amount.unit == "%" or not agreeing:
        return None
    odds, where, other = max(agreeing, key=_odds)
    likely = [each for each in agreeing if each[0] >= odds - _LIKELY]
    if not all(is_level(at, each.span) for _, at, each in likely):
        return None
    near = [
        line
        for line in shelf.documents[where.document.id]
        if abs(line.number - where.number) <= _NEIGHBOURS
    ]
    return None if odds < _CHANGED or _adds_up(amount, near) is not None else (where, other.span)


def _taken_for_part(
    line: Line,
    amount: Amount,
    beside: Sequence[Amount],
    agreeing: Sequence[tuple[float, Line, Amount]],
    tellings: Tellings,
) -> tuple[Line, Span] | None:
    """Give the part of which the draft tells what the record says of it alone: "47 of the 180"."""
    odds, where, whole = max(agreeing, key=_odds, default=(_PART - 1, line, amount))
    likely = tellings.likely(line, amount.slot, where, whole.slot) if odds >= _PART else 0.0
    if likely < _SURELY or not whole.of[1] or amount.of[1] or amount.is_change:
        return None
    behind = words_in(_ENDS.split(line.behind(amount.span.end))[0])
    if _ALL.search(line.before(amount.span.start)) or AUXILIARIES.isdisjoint(behind):
        return None  # "the 180 plots", "it lists 43 pictures"
    if any(not each.of[1] and one >= odds - _LIKELY for one, _, each in agreeing):
        return None
    parts = [each for each in amounts_of(where) if each.span.end <= whole.span.start]
    part = parts[-1] if parts else None
    if part is None or part.unit is not None or part.value >= whole.value:
        return None
    gap = where.document.text[part.span.end : whole.span.start]
    if not _PART_OF.fullmatch(gap) or not amount.is_comparable(whole):
        return None
    share = 100 * part.value / whole.value
    is_told = any(
        each is not amount
        and (each.raw == part.raw or (each.unit == "%" and abs(each.value - share) < _ROUGHLY))
        for each in beside
    )
    return None if is_told else (where, part.span)


def _in_points(amount: Amount, line: Line, told: Told, shelf: Shelf) -> tuple[Line, Span] | None:
    """Give where two shares stand that are as many points apart as the draft says percent."""
    if amount.unit != "%" or not amount.is_change:
        return None
    for where, amounts in told:
        shares = [each for each in amounts if each.unit == "%"]
        for one, other in pairwise(shares):
            is_apart = abs(abs(one.value - other.value) - amount.value) < _TENTH
            if is_apart and shelf.odds(line, amount.slot, where, other.slot) >= _POINTS:
                return where, other.span
    return None


def _odds(each: tuple[float, Line, Amount]) -> float:
    return each[0]


def _nearness(amount: Amount, each: tuple[float, Line, Amount]) -> float:
    """Say how likely this is what it should be: of several, the one that it is a slip of."""
    return each[0] + (_DIFFER - _SLIP if is_slip_of(amount, each[2]) else 0)


def _needed(
    amount: Amount,
    other: Amount,
    amounts: Sequence[Amount],
    beside: Sequence[Amount],
    *,
    is_close: bool,
) -> float:
    """Give the odds that two figures need to contradict one another."""
    if (
        is_slip_of(amount, other)
        or is_of_others(amount, amounts)
        or are_swapped(amount, other, amounts, beside)
    ):
        return _SLIP
    return _CLOSELY if is_close else _DIFFER


def _adds_up(amount: Amount, lines: Sequence[Line]) -> tuple[Line, Span] | None:
    """Give where the first of two figures stands that make this one together."""
    parts = [
        (where, other)
        for where in lines
        for other in amounts_of(where)
        if amount.is_comparable(other)
    ]
    for number, (where, one) in enumerate(parts):
        for _, other in parts[number + 1 :]:
            if amount.value in (one.value + other.value, abs(one.value - other.value)):
                return where, one.span
    return None
