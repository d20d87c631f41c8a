"""Where sentences begin and end: text in, spans out, by rule and in time linear in the text.

A sentence never goes over a line break, so a heading, a list item or a line without a stop is
one, but for text that was wrapped to a width, where most breaks mean nothing. Together they cover
all that is not white space. No model is asked: what ends a sentence in news is a question of
abbreviations, of quote marks and of the word that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from onix.model import Document, Span
from onix.reading.words import sections

_LISTS = sections("abbreviations")
_TITLE = frozenset(_LISTS["title"])
_NUMBER = frozenset(_LISTS["number"])
_MONTH = frozenset(_LISTS["month"])
_OPEN = frozenset(_LISTS["open"])
_CLOCK = frozenset(_LISTS["clock"])
_AFTER_CLOCK = frozenset(_LISTS["after_clock"])
_SHOUTING = frozenset(_LISTS["shouting"])
_STARTER = frozenset(_LISTS["starter"])
_ASKED = "|".join(_LISTS["asked"])

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
# Possessive, so that a run of a million stops is read once and not a million times.
_STOP = re.compile(r"""([.!?…。！？]++)(["'”’»)\]}*_]*+)(\s*+)""")
_OPENERS = "\"'“‘«([{*_"
_NEXT = re.compile(r"""[-–—•"'“‘«(\[{*_\s]{0,8}([\w$£€#@%&]{0,30}(?:['’]\w{1,3})?)""")
_BEFORE = re.compile(r"[\w.&'’-]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
# “Why?” the mayor asked. But not: “Why?” She replied to him that …; “Why?” The mayor then wrote …
_ATTRIBUTION = re.compile(
    rf"(?:(?!then )[^\W\d_][\w.'’-]{{0,30}} ){{1,4}}(?:{_ASKED})\b(?!(?: to \w+)? that\b)"
)
_GLUED = re.compile(r"""[“‘"'(]?[A-Z][a-z’']""")
_REACH = 40  # characters looked at before a stop
# Mail and hand wrap at 60 to 80 characters; a longer line shows that a text was not wrapped.
_NARROWEST, _WIDEST = 50, 100
_LONG_LINE = re.compile(rf"[^\n]{{{_WIDEST + 1}}}")
_FEWEST_BREAKS = 3
_POINT = re.compile(r"\s*(?:[-–—•*·]|\(?\w{1,3}[.)])\s")


def find_sentences(document: Document) -> tuple[Span, ...]:
    """Give the sentences of a document in order; each turn of a transcript begins one."""
    cuts = [offset for turn in document.turns for offset in (turn.span.start, turn.span.end)]
    return tuple(document.span(start, end) for start, end in split(document.text, cuts=cuts))


def split(text: str, *, cuts: Iterable[int] = ()) -> list[tuple[int, int]]:
    """Give start and end of every sentence; `cuts` are offsets that no sentence goes over."""
    found: list[tuple[int, int]] = []
    waiting = sorted(set(cuts), reverse=True)
    for start, end in _stretches(text):
        while waiting and waiting[-1] < end:
            cut = waiting.pop()
            if cut > start:
                _split_line(text, start, cut, found)
                start = cut
        _split_line(text, start, end, found)
    return found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of each line; of wrapped text, of the lines that one paragraph fills."""
    lines = [line.span() for line in _LINE.finditer(text)]
    width = 0 if _LONG_LINE.search(text) else _width(text, lines)
    begin = 0
    for number, (_, end) in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None or not width or not _goes_on(text, lines[number], following, width):
            yield lines[begin][0], end
            begin = number + 1


def _width(text: str, lines: Sequence[tuple[int, int]]) -> int:
    """Give how wide the lines are that were wrapped; 0 where none were.

    They were where, at nearly every break, the next word would not have fitted.
    """
    width = max((end - start for start, end in lines), default=0)
    if width < _NARROWEST:
        return 0
    full = [
        _goes_on(text, one, other, width)
        for one, other in pairwise(lines)
        if other[0] == one[1] + 1 and one[1] - one[0] > 0.6 * width and not _is_point(text, other)
    ]
    return width if sum(full) >= max(_FEWEST_BREAKS, 0.8 * len(full)) else 0


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Did a line only end because the first word of the next one did not fit on it?"""
    (start, end), (after, last) = line, following
    if text[end:after] != "\n" or _is_point(text, following):
        return False
    word = text[after:last].partition(" ")[0]
    return bool(word) and end - start + 1 + len(word) > width


def _is_point(text: str, line: tuple[int, int]) -> bool:
    return _POINT.match(text, *line) is not None


def _split_line(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        behind = stop.end()
        if behind < end and _ends(text, begin, end, stop):
            _add(text, begin, stop.start(3), found)
            begin = behind
    _add(text, begin, end, found)


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    inner = piece.strip()
    if inner:
        start += len(piece) - len(piece.lstrip())
        found.append((start, start + len(inner)))


def _ends(text: str, begin: int, end: int, stop: re.Match[str]) -> bool:
    """Does a sentence end at these marks, with more of the line behind them?"""
    marks, closers, space = stop.groups()
    at, behind = stop.start(), stop.end()
    before = _word_before(text, begin, at)
    if not space:
        return _is_glued(text, end, before, stop)
    if text[behind] in ".!?…":  # ". . ."
        return False
    following = _NEXT.match(text, behind, end)
    word = following.group(1) if following is not None else ""
    if word[:1].islower():
        return False
    if marks in ("?", "!"):
        if closers and _ATTRIBUTION.match(text, behind, end):
            return _is_led_in(text, begin, at)
        return not (marks == "!" and not closers and before.lower() in _SHOUTING)
    if marks != "." or closers:
        # An ellipsis inside a sentence is followed by anything; one at its end by a beginning.
        return not ("…" in marks or "..." in marks) or _begins(word, text, following)
    if at - begin <= 3 and before.isdigit() and at - begin == len(before):
        return False  # the number of a list item
    if at - 1 > begin and text[at - 1] == " " and len(_word_before(text, begin, at - 1)) > 1:
        return True  # "She met Barr . Then": no short form has a space before its stop
    if before.lower() in _CLOCK and word.lower() not in _STARTER:
        of_a_place = _PLACE_TIME.match(text, behind, end)
        if of_a_place and of_a_place[1] not in _KINDS_OF_TIME:
            return False
    return _ends_after(before, word, alone=at > begin and text[at - 1] in " .")


_PLACE_TIME = re.compile(r"([A-Z]\w+) (?:[A-Z]\w+ )?time\b")  # "at 9 a.m. Tokyo time"
_KINDS_OF_TIME = {"Next", "Last", "Full", "Half", "Extra", "Prime", "Prison", "Jail", "Play"}


def _is_led_in(text: str, begin: int, at: int) -> bool:
    """Does a colon lead up to a quotation: He asked: “Does it ring?” She said so."""
    opened = max(text.rfind(mark, begin, at) for mark in '“"‘')
    return opened > begin and text[begin:opened].rstrip().endswith(":")


def _begins(word: str, text: str, following: re.Match[str] | None) -> bool:
    opened = following is not None and text[following.start()] in _OPENERS
    return opened or word.lower().replace("’", "'") in _STARTER - {"i", "i'm", "i've"}


_DAY_TO = re.compile(r"^\d{1,2}(?:st|nd|rd|th)?[-–—]")  # "Aug. 24-|Sept|. 1"


def _ends_after(before: str, word: str, *, alone: bool) -> bool:
    """Does the full stop after the word `before` end a sentence that `word` follows?"""
    if alone and not before:  # the last of ". . ."
        return word.lower() in _STARTER
    lower, follower = before.lower().lstrip("'’-"), word.lower().replace("’", "'")
    lower = _DAY_TO.sub("", lower)
    if lower in _TITLE:
        return False
    if lower in _NUMBER and word[:1].isdigit():
        return False
    if lower in _MONTH:
        return not word[:1].isdigit() and (follower in _STARTER or lower in ("sun", "mar", "sat"))
    if lower in _CLOCK:
        return follower not in _AFTER_CLOCK
    if lower in _OPEN or _INITIALS.fullmatch(before):
        return follower in _STARTER
    if len(before) == 1 and before.isupper() and before != "I":
        return follower in _STARTER
    return True


def _word_before(text: str, begin: int, at: int) -> str:
    found = _BEFORE.search(text[max(begin, at - _REACH) : at])
    return found.group() if found is not None else ""


def _is_glued(text: str, end: int, before: str, stop: re.Match[str]) -> bool:
    """Do two sentences touch, the space between them lost ("it ended.The next")?"""
    return (
        len(before) > 1
        and before.isalpha()
        and before.islower()
        and len(stop.group(1)) == 1
        and _GLUED.match(text, stop.end(), end) is not None
        and "/" not in text[max(stop.start() - _REACH, 0) : stop.start()].rpartition(" ")[2]
    )
