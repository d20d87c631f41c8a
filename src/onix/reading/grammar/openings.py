"""What stands before a sentence on its line and is no part of it: text in, its length out.

"11.55 BREAKING: The mayor has resigned.", "7. The company shall pay", "A: I read both": the hour,
the rubric, the number of a point and who speaks make a parser take the wrong word for the subject.
"""

from __future__ import annotations

import re

from onix.reading.words import one_of, sections

_RUBRICS = "|".join(
    re.escape(words).replace("'", "[’']")
    for words in sorted(sections("names")["rubrics"], key=len, reverse=True)
)
# "UPDATE: ", "Correction, Monday: ", "LIVE (10:40) – "
RUBRIC = re.compile(
    rf"(?=[A-Z])(?i:{_RUBRICS})\b(?:,?\s?[(,\d](?:[^:.“”\"\n]|(?<=\d)[:.](?=\d)){{0,30}})?"
    r"(?:\s?:|\s[–—-])\s+(?=\S)"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf",? (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
_WIRE = r",? ?\([A-Z][\w. &/-]{1,30}\)"
# "RIGA, May 8 (Wire) – ", "OLD TARN, Ohio (Wire) — ", "BERLIN, 4 March - ": where a story was filed
DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]{2,}(?:[ /][A-Z][A-Z.’'-]*){0,3}(?:, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})?"
    rf"(?:{_DAY}(?:{_WIRE})?|{_WIRE}),? ?(?:-{{1,3}}|[–—])\s+(?=\S)"
)
# "London (BCN Business) ", where no dash shows that it is over: only above a story.
PLACE = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}(?:, [A-Z][\w.’'-]+)? "
    r"\([A-Z]{2,4}(?: [A-Z][a-z]+)?\)\s+(?=[“\"‘]?[A-Z])"
)
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+(?=[A-Z])")
# "15.58 ", "[11:20 am] ", "**10:44 pm** – ": when something was posted.
HOUR = re.compile(
    r"[\[(]?(?:\*\*)?\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4}(?=\W))?"
    r"(?:\*\*)?[\])]?(?:\s?[:–—|-])?\s+(?=[“\"‘«]?[A-Z])"
)
# "Q: ", "HOST: ", "TORBURY: "
_LABEL = re.compile(r"(?:[QA]|[A-Z][A-Z.’'-]{2,30}(?: [A-Z][A-Z.’'-]{1,30}){0,3}):\s+(?=\S)")
# "Ada Brandt/AP ", "Tom Hale/The Courier via Getty Images ": who took the picture before.
SELLERS = one_of(
    [form for forms in sections("agencies").values() for form in forms]
    + [*sections("documents")["picture_agencies"]]
)
_CREDIT = re.compile(
    r"(?!The |A |An )[A-Z][\w.'’-]*(?:(?:/| (?:via |de |van |von |al-)?)[A-Z][\w.'’-]*){0,9}?"
    rf"(?:/| via )(?>{SELLERS})(?:(?:/| via )(?>{SELLERS}))* +(?=[A-Z“\"])"
)
_SOLD = re.compile(rf"(?:\w/| via )(?>{SELLERS})\W*$")
# "Ada Brandt for TNN A car …", where what the picture shows begins with an article.
_TAKEN_FOR = re.compile(
    r"(?!The |A |An )(?:[A-Z][\w.'’-]* ){2,4}for [A-Z]{2,5} +(?=(?:An?|The|People|Two) )"
)
_AGENCY = re.compile(r"\([A-Z][\w. ]{1,24}\)(?: ?[-–—])? +(?=[A-Z“\"])")  # "(AP) ", without a place


# "12:35 am ET April 13, 2026 Share this update ": when an entry of a live page was written.
_STAMP = re.compile(
    r"[\[(]?\d{1,2}[:.]\d\d\s?[ap]\.?m\.?(?:\s[A-Z]{2,4})?,?\s[A-Z][a-z]+\.? \d{1,2}, \d{4}[\])]?"
    r"(?:\s+Share this update)?\s+(?=[“\"‘]?[A-Z])"
)


def stamp(text: str) -> int:
    """Give how many characters before a sentence say only when it was posted."""
    found = _STAMP.match(text)
    return found.end() if found is not None else 0


def credit(text: str) -> int:
    """Give how many characters before a sentence say only whose the picture or the wire is."""
    found = _CREDIT.match(text) or _TAKEN_FOR.match(text) or _AGENCY.match(text)
    return found.end() if found is not None else 0


def is_caption(text: str) -> bool:
    """Does a sentence stand beside a picture, whose maker is named before or behind it?"""
    return credit(text) > 0 or _SOLD.search(text) is not None


def opening(text: str) -> int:
    """Give how many characters stand before the sentence; 0 where it opens the text."""
    at = credit(text) or stamp(text)
    for shape in (_NUMBER, HOUR, RUBRIC, _LABEL):
        found = shape.match(text, at)
        at = found.end() if found is not None else at
    return at
