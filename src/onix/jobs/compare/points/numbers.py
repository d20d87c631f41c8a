"""The whole number of each item: "(a)" under "(2)" of "Section 5" is 5(2)(a).

In: blocks with their marks. Out: for each the parts of its number with those of what it stands
under. A division that only groups ("Part II", a heading over points that count on) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from onix.jobs.compare.points.blocks import Block
from onix.jobs.compare.points.markers import Marker, Number, annexes, is_ordinal, ordinal
from onix.reading.grammar.lexicon import lines

_ENDS = re.compile(r"[.;:!?,—–][\"'”’)\]*_]*$")

Form = tuple[str, ...]
"""How a number is written: two items of a row have the same form."""


def form_of(marker: Marker) -> Form:
    """Give how a number is written, its value left out."""
    if marker.kind == "heading":
        return ("heading", str(marker.level))
    if marker.kind == "article":
        return ("article", marker.written.split()[0].lower().rstrip("."))
    # "2A." stands in one row with "2.".
    shape = re.sub(r"\d+(?:[A-Za-z](?![A-Za-z]))?", "1", marker.written)
    shape = re.sub(r"^[A-Z]{1,3}(?=[.-]?1)", "A", shape)  # and "B.1" in one with "A.2"
    if is_ordinal(marker.written):
        return (marker.kind, "first")
    if not re.search(r"\d", shape):
        letters = re.search(r"[A-Za-z]+", shape)
        upper = bool(letters) and letters[0].isupper() if letters else False
        value = marker.number[-1] if marker.number else ""
        shape = re.sub(r"[A-Za-z]+", "A" if upper else "a", shape)
        return (marker.kind, shape, "roman" if value.isdigit() else "letter")
    return (marker.kind, shape)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What number each block has, and the block that each stands under.

    Attributes:
        whole: With the numbers it stands under; () for none.
        cited: The same as one would write it: "Section 5(2)(a)".
    """

    whole: tuple[Number, ...]
    cited: tuple[str, ...]
    parents: tuple[int | None, ...]


def numbers_of(blocks: Sequence[Block]) -> Numbers:
    """Give the whole number of each block.

    1. Letters that may be Roman figures are read as what goes on with the row they stand in.
    2. Items of a form not seen since the one above stand under it; a form seen goes back to it.
    3. A number counts among those under it only where they begin anew with each of its row.
    """
    # 1.
    owns = _settled(blocks)
    # 2.
    forms = _forms(blocks, owns)
    parents = _parents(blocks, forms)
    # 3.
    restarting = _restarting(owns, forms, parents)
    found: list[Number] = []
    cited: list[str] = []
    for at, own in enumerate(owns):
        written = blocks[at].marker.written if own else ""
        above = parents[at]
        while above is not None and (not owns[above] or is_division(blocks[above])):
            above = parents[above]
        if own and above is not None:
            pair = forms[above], forms[at]
            whole = _under(found[above], own) if pair in restarting else own
            if len(whole) > len(own):
                own_part = written.strip("().: ")
                is_named = blocks[at].marker.kind == "article"  # "Article II, Section 1"
                behind = f", {own_part}" if is_named else f"({own_part})"
                written = f"{_bare(cited[above])}{behind}"
            own = whole
        found.append(own)
        cited.append(written)
    return Numbers(tuple(found), tuple(cited), tuple(parents))


def _parents(blocks: Sequence[Block], forms: Sequence[Form]) -> list[int | None]:
    """Give the block that each marked block stands under."""
    found: list[int | None] = []
    rows: list[tuple[Form, int]] = []
    for at, block in enumerate(blocks):
        parent = None
        if block.marker.kind != "none":
            form = forms[at]
            if (depth := _depth(rows, form, block)) is not None:
                del rows[depth:]
            parent = rows[-1][1] if rows else None
            rows.append((form, at))
        found.append(parent)
    return found


def _depth(rows: Sequence[tuple[Form, int]], form: Form, block: Block) -> int | None:
    """Give which of the open rows a block goes on with or ends; None for one under all of them."""
    forms = [each for each, _ in rows]
    if form in forms:
        return forms.index(form)
    if block.marker.kind == "heading":
        ended = (n for n, each in enumerate(forms) if each[0] != "heading" or each[1] > form[1])
        return next(ended, None)
    return 0 if is_division(block) or is_annex(block) else None


def _bare(written: str) -> str:
    """Give a number without the marks behind it: "4." and "4)" are 4, "(4)" stays."""
    bare = written.rstrip(".:,")
    return bare if "(" in bare else bare.rstrip(")")


def _under(above: Number, own: Number) -> Number:
    """Give both numbers in one; "5.1" under "5" has the upper one already."""
    return own if own[: len(above)] == above and len(own) > len(above) else (*above, *own)


def _forms(blocks: Sequence[Block], owns: Sequence[Number]) -> list[Form]:
    """Give the form of each number; a title's is its own where points are numbered like titles."""
    titles = _titles(blocks, owns)
    return [
        ("title",) if at in titles else _form(block, owns[at]) for at, block in enumerate(blocks)
    ]


def _titles(blocks: Sequence[Block], owns: Sequence[Number]) -> set[int]:
    """Give the titles that count on while the points under each begin anew, numbered alike.

    "1. Housing", "1. Flats are let.", "2. Land is kept.", "2. Traffic", "1. Cars stay out."
    """
    found: list[int] = []
    for at, (block, below) in enumerate(pairwise(blocks)):
        begins = block.marker.kind == below.marker.kind == "number" and owns[at + 1] == ("1",)
        if not begins or _ENDS.search(block.text) or form_of(block.marker) != form_of(below.marker):
            continue
        if owns[at] == (str(len(found) + 1),):
            found.append(at)
    return set(found) if len(found) > 1 else set()


def _form(block: Block, number: Number) -> Form:
    if number == block.marker.number:
        return form_of(block.marker)
    form = form_of(block.marker)
    return (*form[:-1], "letter") if form[-1] == "roman" else form


def _restarting(
    owns: Sequence[Number], forms: Sequence[Form], parents: Sequence[int | None]
) -> set[tuple[Form, Form]]:
    """Give the pairs of forms of which the lower begins anew under each of the upper."""
    firsts: dict[tuple[Form, Form], list[Number]] = {}
    seen: set[tuple[int, Form]] = set()
    for at, own in enumerate(owns):
        above = parents[at]
        while above is not None and not owns[above]:
            above = parents[above]
        if above is None or not own:
            continue
        form = forms[at]
        if (above, form) not in seen:
            seen.add((above, form))
            pair = (forms[above], form)
            firsts.setdefault(pair, []).append(own)
    return {pair for pair, begun in firsts.items() if all(own[-1] == "1" for own in begun)}


def _settled(blocks: Sequence[Block]) -> list[Number]:
    """Give each block's own number, letters as their place in the alphabet."""
    found: list[Number] = []
    last: dict[str, int] = {}
    for block in blocks:
        marker = block.marker
        number = marker.number
        letters = re.findall(r"[A-Za-z]+", marker.written) if marker.kind == "number" else []
        if len(number) == 1 and letters and not re.search(r"\d", marker.written):
            shape = re.sub(r"[A-Za-z]+", "a", marker.written)
            place = ord(letters[0][0].lower()) - ord("a") + 1
            if len(letters[0]) == 1 and last.get(shape) == place - 1 and place > 1:
                number = (str(place),)
                last[shape] = place
            elif number[0].isdigit():
                last.pop(shape, None)
            else:
                last[shape] = place
        found.append(tuple(ordinal(part) for part in number))
    return found


@cache
def _divisions() -> frozenset[str]:
    return frozenset(lines("divisions.txt"))


def is_annex(block: Block) -> bool:
    """Does a part with numbers of its own begin here ("Annex A")?"""
    return block.marker.kind == "article" and form_of(block.marker)[1] in annexes()


def is_division(block: Block) -> bool:
    """Does it only group what stands under it ("Part II")?"""
    form = form_of(block.marker)
    return form[0] == "article" and form[1] in _divisions()
