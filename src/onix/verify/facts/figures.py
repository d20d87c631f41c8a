"""Is a figure of a draft the record's? An amount of a line in, what the record has of it out.

Another figure is a contradiction where `rivals.py` finds that it surely should be the draft's. Here
stands what needs no weighing: an age of another year, what is taken for a change or for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onix.model import DifferenceKind, Label, Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.function_words import AUXILIARIES
from onix.verify.facts.ages import is_same_person, owner_of
from onix.verify.facts.amounts import amounts_of, with_shares
from onix.verify.facts.changes import is_level, is_year, says_when, with_per
from onix.verify.facts.comparables import Comparables, Told
from onix.verify.facts.directions import way_of
from onix.verify.facts.figure_pairs import adds_up
from onix.verify.facts.findings import Found, disputed
from onix.verify.facts.likeliest import Likeliest, Place, one_each, told_otherwise
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.quantities import Amount
from onix.verify.facts.rivals import Rivals
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.slips import are_transposed
from onix.verify.facts.worked_out import is_rest, is_sum, worked_out

# Odds, as logarithms, that two figures are of the same thing, from which on they
_AGREE = -4.5  # bear one another out, where they are the same,
_SAME = -2.5  # tell of one thing that went one way,
_CHANGED = -2.0  # are taken for a change, where they are the same,
_POINTS = -3.5  # or are a change in points for one in percent
_TENTH = 0.05  # of a point
_NEIGHBOURS = 1  # sentences on either side in which a change is worked out
_LIKELY = 3.0  # behind the likest, from which on figures are of something else
_TELLING = 3  # digits that are not found by chance
_MANY = 4  # digits that those of another figure are seldom nearly
_PART, _SURELY = -2.0, 9.0  # how likely it is told of what is told of a part alone
_ROUGHLY = 8.0  # percent, which a share is off at most
_PART_OF = re.compile(r"\s(?:out\s)?of\s(?:the|its|their|our|all|those|these)\s")
_ENDS = re.compile(r",\s(?:and|but|which|who)\s|[.;:]\s")
_ALL = re.compile(r"\b(?:the|all|its|their|these|those|every|of)\s(?:\w+\s)?$", re.IGNORECASE)
_OTHERS = -1.0  # where another noun is counted
_SEVERAL = 2  # digits that seldom are,
_LENIENT = 1.5  # so that they bear one another out at lower odds


def figures_told(lines: Iterable[Line]) -> Told:
    """Give the lines that have amounts, with them: read once for all figures of a draft."""
    found = ((line, amounts_of(line)) for line in lines)
    return [(line, with_shares(line, amounts)) for line, amounts in found if amounts]


def verify_figures(
    shelf: Shelf, told: Told, rivals: Rivals, line: Line, of_its_day: Collection[Line] = ()
) -> Iterator[Found]:
    """Give what the record says of each amount of a line that is no part of a quotation.

    Args:
        of_its_day: Lines of the sources against which a day of the line was found wrong.
    """
    amounts = amounts_of(line)
    read = [each for each in amounts if not line.is_quoted(each.span)]
    found = [rivals.beside(line, each, amounts, of_its_day) for each in read]
    others = [
        _of_same_person(line, each, places) or rivals.against(line, each, amounts, places)
        for each, places in zip(read, found, strict=True)
    ]
    settled = one_each(found, others, lambda each: each.span)
    borne = [
        (amount, max(own, key=_odds))
        for amount, places in zip(read, found, strict=True)
        if (own := [each for each in places.own if _bears_out(amount, each)])
    ]
    for amount, (places, rival) in zip(read, settled, strict=True):
        one = _verify(shelf, told, rivals, line, amount, amounts, places, rival)
        one = _reckoned(one, line, amount, borne)
        # "Eleven days before the start" says when, and so does "the chronicle of 1598".
        is_when = amount.told_in is not None and says_when(line, amount.span)
        is_when |= is_year(line, amount.span)
        yield replace(one, kind="date") if is_when else one


def _reckoned(
    one: Found, line: Line, amount: Amount, borne: Sequence[tuple[Amount, Place[Amount]]]
) -> Found:
    """Say what a figure is that the record makes by two of its own, and has nowhere itself."""
    if one.label == "supported":
        return one
    if one.line is not None and (
        is_sum(amount, amounts_of(one.line)) or is_rest(amount, amounts_of(line), one.line)
    ):
        return Found("figure", amount.span, "supported", one.line, one.source)
    found = worked_out(line, amount, borne)
    if found is None:
        return one
    label: Label = "supported" if found.is_right else "contradicted"
    return Found("figure", amount.span, label, found.where, found.source, "number")


def _verify(
    shelf: Shelf,
    told: Told,
    rivals: Rivals,
    line: Line,
    amount: Amount,
    beside: Sequence[Amount],
    found: Likeliest[Amount],
    rival: Place[Amount] | None,
) -> Found:
    agreeing = [each for each in found.own if _bears_out(amount, each)]
    mistaken = _taken_for_change(amount, agreeing, shelf)
    mistaken = mistaken or _taken_for_part(line, amount, beside, agreeing)
    if mistaken is not None:
        return Found("figure", amount.span, "contradicted", *mistaken, "number")
    turned = _turned(line, amount, agreeing)
    if turned is not None:
        return turned
    if rival is not None:
        what: DifferenceKind = "unit" if amount.is_told_otherwise(rival.told) else "number"
        # "$76 a week" for $76 a month: the number is right.
        is_rate = what == "unit" and amount.per != rival.told.per
        span = with_per(line, amount.span) if is_rate else amount.span
        return Found("figure", span, "contradicted", rival.where, rival.told.span, what)
    if not agreeing:
        points = _in_points(amount, line, told, shelf)
        if points is not None:
            return Found("figure", amount.span, "contradicted", *points, "unit")
        transposed = None if rivals.is_of_table(line) else _transposed(amount, told, shelf)
        if transposed is not None:
            return Found("figure", amount.span, "contradicted", *transposed, "number")
        return Found("figure", amount.span, "not_in_record")
    best = max(agreeing, key=_odds)
    others = [(each.where, each.told.span) for each in told_otherwise(found, best)]
    return disputed("figure", amount.span, best.where, best.told.span, others)


def _bears_out(amount: Amount, place: Place[Amount]) -> bool:
    """Is the same figure of the record told of the same, as far as words say?"""
    if amount.digits >= _TELLING and amount.is_comparable(place.told):
        return True
    if _counts_others(amount, place.told) and place.odds < _OTHERS:
        return False
    return place.odds >= (_AGREE if amount.digits < _SEVERAL else _AGREE - _LENIENT)


def _counts_others(amount: Amount, other: Amount) -> bool:
    """Is another noun counted, which may only be of the same sort: engineers, firefighters?"""
    if amount.unit is not None or other.unit is not None or not (amount.head and other.head):
        return False
    return lexicon.match(amount.head, other.head) < lexicon.SYNONYM


def _of_same_person(line: Line, amount: Amount, found: Likeliest[Amount]) -> Place[Amount] | None:
    """Give another age that the record has of the same person, where none there is the draft's."""
    whose = owner_of(line, amount.span) if amount.unit == "age" else None

    def of_them(places: Sequence[Place[Amount]]) -> Iterator[Place[Amount]]:
        return (
            each
            for each in places
            if each.told.unit == "age"
            and is_same_person(whose, owner_of(each.where, each.told.span))
        )

    return None if any(of_them(found.own)) else next(of_them(found.others), None)


def _turned(line: Line, amount: Amount, agreeing: Sequence[Place[Amount]]) -> Found | None:
    """Say that the record has a number the other way round, if all that has it does: fell, rose."""
    way = way_of(line, amount.span)
    best = max(agreeing, key=_odds, default=None)
    if way is None or best is None or best.odds < _SAME or amount.raw != best.told.raw:
        return None
    likely = [each for each in agreeing if each.odds >= best.odds - _LIKELY]
    ways = [way_of(each.where, each.told.span) for each in likely]
    if any(each is None or each.sign == way.sign for each in ways):
        return None
    other = way_of(best.where, best.told.span)
    if other is None:
        return None
    compared = f"“{way.word}” here, “{other.word}” in the record"
    place = best.where, other.span
    return Found("figure", way.span, "contradicted", *place, "number", compared=compared)


def _taken_for_change(
    amount: Amount, agreeing: Sequence[Place[Amount]], shelf: Shelf
) -> tuple[Line, Span] | None:
    """Give where the record has as how much there is what the draft says it is more or less by."""
    if not amount.is_change or amount.unit == "%" or not agreeing:
        return None
    best = max(agreeing, key=_odds)
    where = best.where
    likely = [each for each in agreeing if each.odds >= best.odds - _LIKELY]
    if not all(is_level(each.where, each.told.span) for each in likely):
        return None
    near = figures_told(
        line
        for line in shelf.documents[where.document.id]
        if abs(line.number - where.number) <= _NEIGHBOURS
    )
    is_sum = best.odds < _CHANGED or adds_up(amount, Comparables(near)) is not None
    return None if is_sum else (where, best.told.span)


def _taken_for_part(
    line: Line,
    amount: Amount,
    beside: Sequence[Amount],
    agreeing: Sequence[Place[Amount]],
) -> tuple[Line, Span] | None:
    """Give the part of which the draft tells what the record says of it alone: "47 of the 180"."""
    best = max(agreeing, key=_odds, default=None)
    if best is None or best.odds < _PART or best.likely < _SURELY:
        return None
    where, whole = best.where, best.told
    if not whole.of[1] or amount.of[1] or amount.is_change:
        return None
    behind = words_in(_ENDS.split(line.behind(amount.span.end))[0])
    if _ALL.search(line.before(amount.span.start)) or AUXILIARIES.isdisjoint(behind):
        return None  # "the 180 plots", "it lists 43 pictures"
    if any(not each.told.of[1] and each.odds >= best.odds - _LIKELY for each in agreeing):
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


def _transposed(amount: Amount, told: Told, shelf: Shelf) -> tuple[Line, Span] | None:
    """Give where the only figure stands of which this one has two digits in the other order.

    So many digits are seldom nearly those of another figure of the same story by chance.
    """
    if not amount.in_digits or amount.digits < _MANY:
        return None
    found: dict[str, tuple[Line, Span]] = {}
    for where, amounts in told:
        for other in amounts:
            if other.raw == amount.raw:
                return None
            fits = other.unit == amount.unit and not shelf.is_looked_up(where)
            if fits and other.in_digits and are_transposed(amount.raw, other.raw):
                found.setdefault(other.raw, (where, other.span))
    return next(iter(found.values())) if len(found) == 1 else None


def _odds(place: Place[Amount]) -> float:
    return place.odds
