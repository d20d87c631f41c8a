"""A stretch of text between two spaces in, its tokens out, cut as spaCy's tokenizer cuts it.

The rules are the model's own data: patterns for what is cut off at a word's beginning, at its end
and inside it, for addresses that stay whole, and a list of words with a cut of their own ("don't").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

ORTH, NORM = 65, 67  # spaCy's numbers for a token's text and its norm
LONGEST_PIECE = 300  # characters; no tokenizer should look into what is longer
REMEMBERED = 50_000  # stretches

# Every address has a domain's last part or four numbers; the pattern for it is long.
_MAY_BE_ADDRESS = re.compile(r"\.[^\x00-\x60]{2}|\d\.\d+\.\d")


class Token(NamedTuple):
    """A token's text, and the norm that the list of special words gives it."""

    text: str
    norm: str | None


class Tokenizer:
    """Cuts as the rules of one model say.

    Args:
        rules: What the model's file "tokenizer" holds.
    """

    def __init__(self, rules: Mapping[str, Any]) -> None:
        self._prefix = re.compile(rules["prefix_search"]).search
        self._suffix = re.compile(rules["suffix_search"]).search
        self._infixes = re.compile(rules["infix_finditer"]).finditer
        self._address = rules["url_match"]
        self._known: dict[str, tuple[Token, ...]] = {}
        self._special = {
            text: tuple(Token(part[ORTH], part.get(NORM)) for part in parts)
            for text, parts in rules["exceptions"].items()
        }
        self._hidden = self._find_hidden()

    def cut(self, piece: str) -> tuple[Token, ...]:
        """Give the tokens of a stretch without spaces, or of white space alone."""
        found = self._known.get(piece)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[piece] = self._cut(piece)
        return found

    def _cut(self, piece: str) -> tuple[Token, ...]:
        if piece in self._special:
            return self._special[piece]
        if len(piece) > LONGEST_PIECE:
            return (Token(piece, None),)
        return tuple(self._put_back(self._cut_affixes(piece, self._special)))

    def _cut_affixes(self, piece: str, special: Mapping[str, tuple[Token, ...]]) -> list[Token]:
        """Cut beginnings and ends off until nothing comes off, then look inside what is left."""
        before: list[Token] = []
        behind: list[Token] = []
        while piece and piece not in special:
            length = len(piece)
            begins = self._length(self._prefix(piece))
            rest = piece[begins:]
            if begins and rest in special:
                before.append(Token(piece[:begins], None))
                piece = rest
                break
            ends = self._length(self._suffix(rest))
            if ends and piece[:-ends] in special:
                behind.append(Token(piece[-ends:], None))
                piece = piece[:-ends]
                break
            # What begins and ends the piece may overlap in the piece as a whole.
            if begins:
                before.append(Token(piece[:begins], None))
            if ends and begins + ends <= length:
                behind.append(Token(piece[-ends:], None))
                piece = piece[begins:-ends]
            else:
                piece = rest
            if len(piece) == length:
                break
        inside = special.get(piece) or self._cut_inside(piece)
        return [*before, *inside, *reversed(behind)]

    def _cut_inside(self, piece: str) -> list[Token]:
        if _MAY_BE_ADDRESS.search(piece) and self._is_address(piece):
            return [Token(piece, None)]
        found: list[str] = []
        at = 0
        for match in self._infixes(piece):
            start, end = match.span()
            if start == 0:
                continue
            if start != at:
                found.append(piece[at:start])
            if start != end:
                found.append(piece[start:end])
            at = end
        if at < len(piece):
            found.append(piece[at:])
        return [Token(text, None) for text in found]

    def _is_address(self, piece: str) -> bool:
        # Compiled when the first is in sight: most texts have none.
        return re.compile(self._address).match(piece) is not None

    @staticmethod
    def _length(match: re.Match[str] | None) -> int:
        return match.end() - match.start() if match is not None else 0

    def _find_hidden(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """Find the special words that are cut up when they stand inside a stretch.

        Given by their first token, each as the tokens it is cut up into and itself.
        """
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for text in self._special:
            if self._prefix(text) or self._suffix(text) or any(self._infixes(text)):
                parts = tuple(token.text for token in self._cut_affixes(text, {}))
                found.setdefault(parts[0], []).append((parts, text))
        return found

    def _put_back(self, tokens: list[Token]) -> list[Token]:
        """Put special words together again that were cut up; the longest first, then the first."""
        matches = [
            (-len(parts), start, text)
            for start, token in enumerate(tokens)
            for parts, text in self._hidden.get(token.text, ())
            if all(
                token.text == part
                for token, part in zip(tokens[start : start + len(parts)], parts, strict=False)
            )
            and start + len(parts) <= len(tokens)
        ]
        taken: set[int] = set()
        chosen: dict[int, tuple[int, str]] = {}
        for negative, start, text in sorted(matches):
            place = range(start, start - negative)
            if place[0] not in taken and place[-1] not in taken:
                chosen[start] = (place.stop, text)
            taken.update(place)
        found: list[Token] = []
        at = 0
        while at < len(tokens):
            end, text = chosen.get(at, (at + 1, ""))
            found += self._special[text] if text else tokens[at:end]
            at = end
        return found
