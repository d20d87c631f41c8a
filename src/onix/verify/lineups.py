"""How a claim lies along the tape: a place comes in, the blocks of words that are the same go out.

Words that are the same only by chance ("the", far from the rest) are no part of it. Where the end
or the beginning of a claim stands elsewhere, it is looked for there and becomes a piece of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from onix.alignment import Block, align
from onix.verify.places import Meant, Place, find_places, nearest_place
from onix.verify.tapes import Stretch, Tapes
from onix.verify.wordings import Wording

_PAD = 12  # tokens looked at before and behind a place
_BEHIND = 30  # tokens of the tape that are read behind it, to show how the source goes on
_FEWEST = 3  # tokens that can be a piece of their own
_FEWEST_UNMARKED = 4  # and where no ellipsis parts them from the rest
_FOUND = 0.6  # of a piece's tokens have to be there
_AS_GOOD = 0.9  # of the weight, and places are looked at all the same
_GOOD = 0.85  # of a claim's tokens, and only places that weigh as much are looked at further
_SHORT = 8  # tokens of a claim for which three times as many places are lined up
_LOOKED_AT = 4  # places lined up, the best first
_WORTH = 0.75  # of the best place's weight
_GAP = 0.35  # what a difference takes from the tokens that are the same
_SENTENCE_END = re.compile(r"[.?!…;:]")
_FAR = 5  # tokens of a piece that stands elsewhere, where nothing in the claim parts it
_BREAK = 8  # tokens by which a piece may reach beyond an ellipsis
_OVERSHOT = 3  # tokens by which a piece may reach into the next by chance


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first` up to `last` of a claim, and the blocks that a stretch of tape has of them.

    Attributes:
        blocks: `one` counts tokens of the claim, `other` those of the stretch.
    """

    stretch: Stretch
    blocks: tuple[Block, ...]
    first: int
    last: int
    place: Place

    @property
    def matched(self) -> int:
        """How many tokens are the same."""
        return sum(block.size for block in self.blocks)

    @property
    def begins(self) -> int:
        """The first token of the claim that is the same."""
        return self.blocks[0].one

    @property
    def ends(self) -> int:
        """Behind the last token of the claim that is the same."""
        return self.blocks[-1].one + self.blocks[-1].size

    @property
    def worth(self) -> float:
        """How good a piece it is: tokens that are the same, less what differs."""
        gaps = len(self.blocks) - 1 + (self.begins > self.first) + (self.ends < self.last)
        return (self.matched - _GAP * gaps) * self.place.favour


def line_up(
    tapes: Tapes, wording: Wording, place: Place, first: int, last: int, *, pad: int = _PAD
) -> Piece | None:
    """Lay tokens `first` up to `last` of a claim along the tape at a place."""
    base = tapes.all[place.tape].first
    numbers = wording.numbers[first:last]
    low, high = place.low + first - base, place.high + last - base
    stretch = tapes.stretch(place.tape, low - pad, high + max(pad, _BEHIND))
    # Where the runs reach to the ends of the claim, its words are not looked for beyond them.
    begin = max(0, low - stretch.first) if place.first <= first else 0
    end = high - stretch.first + (pad if place.last < last else 0)
    ways = [
        _solid(
            [Block(each.one, each.other + begin, each.size) for each in way],
            wording,
            stretch,
            first,
        )
        for way in align(numbers, stretch.ids[begin:end])
    ]
    _, blocks = max(ways, key=lambda way: way[0])
    if not blocks:
        return None
    laid = tuple(Block(each.one + first, each.other, each.size) for each in blocks)
    return Piece(stretch, laid, first, last, place)


def _solid(
    blocks: list[Block], wording: Wording, stretch: Stretch, first: int
) -> tuple[float, list[Block]]:
    """Give those neighbouring blocks that are worth most together; the others are there by chance.

    A block is worth its words, and what lies between two takes from it: words of the claim that
    are others on the tape much, words that are only left out little, a sentence's end some more.
    """
    if len(blocks) < 2:
        return float(sum(block.size for block in blocks)), blocks
    edges = {each - first for each in wording.breaks | wording.brackets.keys()}
    best, best_range = 0.0, (0, 0)
    worth, start = 0.0, 0
    for number, block in enumerate(blocks):
        if number:
            worth -= _price(blocks[number - 1], block, edges, stretch)
        if worth <= 0:
            worth, start = 0.0, number
        worth += block.size
        if worth > best:
            best, best_range = worth, (start, number + 1)
    chosen = blocks[slice(*best_range)]
    kept = chosen[:1]
    for number, block in enumerate(chosen[1:-1], start=1):
        apart = min(_apart(kept[-1], block), _apart(block, chosen[number + 1]))
        if block.size > 1 or apart < 3:
            kept.append(block)
    return best, kept + (chosen[-1:] if len(chosen) > 1 else [])


def _price(one: Block, other: Block, edges: Collection[int], stretch: Stretch) -> float:
    ends = one.other + one.size
    left_out = other.other - ends
    put_in = other.one - one.one - one.size
    if put_in:
        return 0.5 + 0.7 * max(put_in, min(left_out, 20))
    if other.one in edges:
        return 0.5
    between = stretch.text[stretch.ends[ends - 1] : stretch.starts[other.other]]
    return 0.5 + min(2.0, 0.1 * left_out) + 0.5 * bool(_SENTENCE_END.search(between))


def _apart(one: Block, other: Block) -> int:
    """How many tokens lie between two blocks, in the claim or in the tape, whichever has more."""
    return max(other.one - one.one - one.size, other.other - one.other - one.size)


def best_pieces(tapes: Tapes, wording: Wording, meant: Meant) -> list[Piece]:
    """Give the pieces in which a claim stands on the tapes, in the claim's order.

    1. Line up the best places, and take the one with most words and fewest differences.
    2. Look elsewhere for what is missing at its beginning and its end.
    3. Cut the claim where one piece ends, and lay each along its own stretch.
    """
    # 1.
    best: Piece | None = None
    size = len(wording)
    tried: set[tuple[float, int, float]] = set()
    places = find_places(tapes, wording, meant)
    looked_at = _LOOKED_AT if size > _SHORT else 3 * _LOOKED_AT
    for number, place in enumerate(places):
        # Among places that are as good as the first, it has to be tried which is the best.
        is_good = best is not None and best.matched >= _GOOD * size
        share = _AS_GOOD if is_good or number >= looked_at else _WORTH
        if place.weight < share * places[0].weight:
            break
        if best is not None and place.most * place.favour <= best.worth:
            continue
        # Copies of one text: the same runs in one row, and as many words besides.
        alike = (place.weight, place.most, place.favour)
        if place.low == place.high and size > _SHORT:
            if alike in tried:
                continue
            tried.add(alike)
        piece = line_up(tapes, wording, place, 0, size)
        if piece is not None and (best is None or piece.worth > best.worth):
            best = piece
            if piece.matched == size and len(piece.blocks) == 1:
                break
    if best is None:
        return []
    pieces = [best]
    for at_head in (True, False):
        main = pieces[0] if at_head else pieces[-1]
        low, high = (0, main.begins) if at_head else (main.ends, size)
        edge = main.begins if at_head else main.ends
        if high - low < (_FEWEST if edge in wording.breaks else _FEWEST_UNMARKED):
            continue
        # 2.
        token = tapes.all[main.stretch.tape].first + main.stretch.first
        further = find_places(tapes, wording, meant, first=low, last=high)
        near = nearest_place(further, token)
        added = line_up(tapes, wording, near, low, high, pad=0) if near else None
        if near is None or added is None or added.matched < _FOUND * (high - low):
            continue
        if added.matched < _FAR and not _parts(wording, edge):
            continue
        # 3.
        if at_head:
            cut = _cut(wording, added.ends, main.begins, main.begins + _OVERSHOT)
            parts = ((near, 0, cut), (main.place, cut, main.last))
        else:
            cut = _cut(wording, main.ends - _OVERSHOT, main.ends, added.begins)
            parts = ((main.place, main.first, cut), (near, cut, size))
        laid = [piece for each in parts if (piece := line_up(tapes, wording, *each)) is not None]
        if len(laid) == 2:
            pieces = [*laid, *pieces[1:]] if at_head else [*pieces[:-1], *laid]
    return pieces


def _parts(wording: Wording, token: int) -> bool:
    """Does an ellipsis or the end of a sentence stand near before a token of the claim?"""
    near = range(max(1, token - 2), min(len(wording) - 1, token + 2) + 1)
    return any(each in wording.breaks or _ends_sentence(wording, each) for each in near)


def _ends_sentence(wording: Wording, token: int) -> bool:
    between = wording.compared[wording.ends[token - 1] : wording.starts[token]]
    return bool(_SENTENCE_END.search(between))


def _cut(wording: Wording, low: int, seam: int, high: int) -> int:
    """Give the token before which a claim is best cut: at a break, else where a sentence ends.

    Args:
        seam: Where the main piece ends; a break is looked for further around it than an end.
    """
    size = len(wording)
    for token in range(
        max(1, min(low, seam - _BREAK)), min(size - 1, max(high, seam + _BREAK)) + 1
    ):
        if token in wording.breaks:
            return token
    for token in range(max(1, low), min(size - 1, high) + 1):
        if _ends_sentence(wording, token):
            return token
    return max(1, min(low, high, size - 1))
