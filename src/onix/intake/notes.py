"""What a text says of itself: that it was corrected, that the rest of it is behind a wall.

In: a text. Out: yes or no, or the day of a correction. The words are those outlets print; nothing
here changes a text, except that `without_wall` takes off the outlet's own offer under a teaser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onix.intake.dates import date_in

_THIS = r"(?:this|an? (?:earlier|previous) version of this|the original version of this)"
_PIECE = r"(?:article|story|report|post|piece|column|page|headline|transcript|item|live ?blog)"
_NOTE = re.compile(
    r"^[\s*•\[(]*(?:"
    r"(?:correction|clarification)s?(?: and clarifications?| appended)?"
    r"(?:\s*\([^)\n]{1,40}\)|,?\s+(?:on\s+)?[^\s:]{1,12} \d{1,2}(?:, \d{4})?)?\s*[:—–|]"
    r"|editor[’']?s[’']? note:[^\n]{0,200}\b(?:correct|clarif|amend)"
    rf"|[^\n]{{0,60}}\b{_THIS} {_PIECE}(?: [^.\n]{{0,60}}?)?"
    r" (?:(?:was|has been|have been)(?: since)?(?: \w+ly)? "
    r"(?:amended|corrected|clarified|(?:updated|edited|changed|revised) to (?:correct|clarify))"
    r"|(?:\w+ly )?mis(?:stated|identified|spelled|spelt|quoted|attributed|characteri[sz]ed)"
    r"|(?:incorrectly|wrongly|mistakenly|erroneously) \w+"
    r"|(?:stated|said|gave|named|listed|reported|described|identified|referred)[^.\n]{0,80}\b"
    r"(?:incorrectly|wrongly|mistakenly|erroneously|in error))"
    r")",
    re.IGNORECASE | re.MULTILINE,
)
# "amended on 15 September to", "Correction (Sept. 15):"
_MADE = re.compile(
    r"\b(?:amended|corrected|clarified|updated|edited|changed|revised|corrections?|clarifications?)"
    r"\b,?\s*\(?(?:on\s+)?([^:;()\n]{4,40}?)(?=\s+to\b|\s*[:;)]|\.\s+[^\W\d]|\.?$)",
    re.IGNORECASE | re.MULTILINE,
)
_CHEAP = re.compile(r"orrection|ORRECTION|larif|LARIF|amend|ersion of|Editor|correct|wrongly")

_OFFER = re.compile(
    r"^(?:to (?:continue|keep) reading\b.*|.*\bto (?:continue|keep) reading\b.{0,60}"
    r"|(?:please )?(?:subscribe|sign in|log in|register|sign up|become a (?:member|subscriber))\b"
    r".{0,40}\b(?:to|for)\b.{0,20}\b(?:read|continue|access|view|unlock|see|full)\b.{0,60}"
    r"|this (?:article|story|content|post) is (?:only |exclusively )?"
    r"(?:for|available to|reserved for) (?:\w+ )?(?:subscribers|members|registered users)\b.{0,60}"
    r"|already (?:a|have an?) (?:subscriber|member|account|subscription)\?.{0,60}"
    r"|you have (?:reached|read|\d+ free) .{0,60}(?:article|stor)\w*.{0,60})$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:see also|related(?: \w+)?|read (?:also|next|more(?= ?:))|"
    r"more (?:on this story|stories|from .{2,40})|"
    r"most (?:read|popular)|you may also like|share (?:this|on|via)\b.{0,40}|follow us\b.{0,60}|"
    r"our standards|tags|topics|advertisement|download our app\b.{0,40}|"
    r"sign up (?:for|to)\b.{0,80}|(?:copyright|©|\(c\)).{0,120}|all rights reserved\b.{0,60})"
    r"(?:\s*:.{0,120})?\.?$",
    re.IGNORECASE,
)
_OFTEN = 3  # times that a line stands under one post after the other
# What programs put around a newsletter, wherever it stands.
_FRAME = re.compile(
    r"^(?:(?:view|open|read|see)\b.{0,40}\b(?:in|on) (?:your |a |the )?(?:web ?)?browser\b.{0,40}|"
    r"(?:you(?:['’]re| are|['’]ve| have)? )?(?:get|getting|got|receiv\w+) this "
    r"(?:e-?mail|mail|message|newsletter)\b.{0,160}|"
    r"(?:.{0,40}\b)?unsubscribe"
    r"(?:[:\s]+(?:https?://\S+|here|now|from (?:this|these|our) .{0,40}))?\W*|"
    r"(?:manage|update|change) (?:your |my )?(?:e-?mail )?(?:preferences|subscriptions?)\b.{0,60}|"
    r"(?:was|been) this (?:e-?mail|mail|message|newsletter) forwarded to you\b.{0,80}|"
    r"add us to your (?:address book|contacts)\b.{0,60})$",
    re.IGNORECASE,
)
_MORE = re.compile(
    # but "Read more: Where to park" leads to another story
    r"^(?:continue reading|keep reading|read (?:more|on|the (?:rest|full \w+)|full \w+))\b"
    r"(?!\s*[:|] *\w).{0,60}$",
    re.IGNORECASE,
)
_STUB = 1500  # characters, some 250 words: full texts end in "Read more" too, stubs are short
_TRAILS_OFF = re.compile(r"(?:…|\.\.\.)[\])]?$")


def is_corrected(text: str) -> bool:
    """Does a line of the text say that the text was corrected or clarified?"""
    return _CHEAP.search(text) is not None and _NOTE.search(text) is not None


def corrected_on(text: str, published: str | None) -> str | None:
    """Give the last day on which the text says that it was corrected, as an ISO date.

    Args:
        published: ISO date of the text; a day without a year is the first one since.
    """
    if not is_corrected(text):
        return None
    lines = (line for line in text.split("\n") if is_correction(line))
    days = [_day(match[1], published) for line in lines for match in _MADE.finditer(line)]
    return max((each for each in days if each), default=None)


def _day(words: str, published: str | None) -> str | None:
    if (day := date_in(words)) or not published:
        return day
    year = int(published[:4])
    near = (date_in(f"{words} {each}") for each in (year, year + 1))
    return next((each for each in near if each and each >= published[:10]), None)


def correction_in(text: str) -> tuple[int, int] | None:
    """Give where the first note of correction stands in a text: its line, from start to end."""
    start = 0
    for line in text.split("\n"):
        if is_correction(line):
            return start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start += len(line) + 1
    return None


def is_correction(line: str) -> bool:
    """Is this line such a note?"""
    return _NOTE.match(line) is not None


def is_wall(line: str) -> bool:
    """Does this line say that the rest is for subscribers, or for those who sign in?"""
    return len(line) <= 160 and _OFFER.match(line) is not None


def is_offer(line: str) -> bool:
    """Is this line an outlet's offer to read on, rather than reporting?"""
    return is_wall(line) or (len(line) <= 160 and _MORE.match(line) is not None)


def looks_cut(text: str) -> bool:
    """Does the text end where a wall or a teaser ends it: an ellipsis, an offer to read on?"""
    last = text[-400:].rstrip().rsplit("\n", 1)[-1].strip()
    stub = len(text) <= _STUB
    return is_wall(last) or (stub and (is_offer(last) or _TRAILS_OFF.search(last) is not None))


def without_furniture(lines: list[str]) -> list[str]:
    """Give the lines up to where related stories, share buttons and imprint begin.

    Only the end is looked at: from such a line on, nothing that reads like a paragraph follows.
    What stands again and again is a button under every post of a live blog, and ends nothing.
    """
    often = {each for each, times in Counter(lines).items() if times >= _OFTEN}
    lines = [each for each in lines if each not in often or not _FURNITURE.match(each)]
    for position in range(len(lines) - 1, -1, -1):
        if len(lines[position].split()) > 30:
            break
        if _FURNITURE.match(lines[position]):
            lines = lines[:position]
    return lines


def without_frame(lines: Sequence[str]) -> list[str]:
    """Give the lines of a mail without "View in browser", "Unsubscribe" and their like."""
    return [each for each in lines if not _FRAME.match(each.strip())]


def without_wall(lines: list[str]) -> tuple[list[str], bool]:
    """Give the lines without the offers at their end, and whether they say the rest is missing."""
    cut = looks_cut("\n".join(lines))
    while lines and is_offer(lines[-1]):
        lines = lines[:-1]
    return lines, cut
