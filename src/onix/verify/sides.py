"""The two sides of a difference: tokens in, the words out as each side has them.

The draft's words are taken from the claim, what was said from the tape; with each come the words
around them, and whether a sentence begins there.
"""

from __future__ import annotations

import re

from onix.verify.differences import CAPITAL, Words
from onix.verify.tapes import Stretch
from onix.verify.wordings import Wording

_AROUND = 8  # words looked at on either side
_SENTENCE_END = re.compile(r"[.?!…]")
_ENDS = re.compile(r"[.?!…\n]")
_SAID_OUT = re.compile(r"(?<!\.)[.?!](?!\.)")  # three points are of what is broken off


class Sides:
    """A claim and a stretch of tape."""

    def __init__(self, wording: Wording, stretch: Stretch) -> None:
        self._wording = wording
        self._stretch = stretch
        self._bare = CAPITAL.search(stretch.text) is None

    def claimed(self, first: int, last: int) -> Words:
        """Give the words of the claim from token `first` up to `last`."""
        wording, text = self._wording, self._wording.compared

        def word(token: int) -> str:
            return text[wording.starts[token] : wording.ends[token]]

        opens = first == 0 or (
            first < len(wording)
            and bool(_SENTENCE_END.search(text[wording.ends[first - 1] : wording.starts[first]]))
        )
        return Words(
            tuple(map(word, range(first, last))),
            wording.words(first, last),
            opens,
            bare=self._bare,
            before=tuple(map(word, range(max(0, first - _AROUND), first))),
            behind=tuple(map(word, range(last, min(len(wording), last + _AROUND)))),
        )

    def taped(self, tokens: list[int]) -> Words:
        """Give words of the tape; they need not stand side by side."""
        stretch, text = self._stretch, self._stretch.text

        def word(token: int) -> str:
            return text[stretch.starts[token] : stretch.ends[token]]

        first, last = tokens[0], tokens[-1] + 1
        whole = " ".join(map(word, tokens))
        if last - first == len(tokens):
            whole = text[stretch.starts[first] : stretch.ends[last - 1]]
        return Words(
            tuple(map(word, tokens)),
            whole,
            not self.goes_on(first),
            bare=self._bare,
            before=tuple(map(word, range(max(0, first - _AROUND), first))),
            behind=tuple(map(word, range(last, min(len(stretch.ids), last + _AROUND)))),
            whole=self._said_out(first) and self._said_out(last),
        )

    def _said_out(self, token: int) -> bool:
        """Does a sentence that was said to its end stand before a token of the tape?"""
        stretch = self._stretch
        if not 0 < token < len(stretch.ids):
            return False
        between = stretch.text[stretch.ends[token - 1] : stretch.starts[token]]
        return _SAID_OUT.search(between) is not None

    def goes_on(self, token: int, *, apart: re.Pattern[str] = _ENDS) -> bool:
        """Do no marks stand between a token of the tape and the one before that part them?"""
        stretch = self._stretch
        if not 0 < token < len(stretch.ids):
            return False
        return not apart.search(stretch.text[stretch.ends[token - 1] : stretch.starts[token]])

    def in_brackets(self, first: int, last: int) -> bool:
        """Do words of the claim stand in round brackets, as the editor's own?"""
        text, wording = self._wording.text, self._wording
        before, behind = text[: wording.starts[first]], text[wording.ends[last - 1] :]
        return before.rstrip(" “‘").endswith("(") and behind.lstrip(" .,”’").startswith(")")


def is_name(word: str, text: str) -> bool:
    """Has this word a capital within sentences of a text, too, and never none?"""
    name = re.escape(word)
    return bool(
        word[:1].isupper()
        and re.search(rf"[a-z,] {name}\b", text)
        and not re.search(rf"\b{name.lower()}\b", text)
    )
