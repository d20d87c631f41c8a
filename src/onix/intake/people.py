"""The names in a byline.

In: "By Jane Roe and John Doe, Staff Writers", or what JSON has for authors. Out: names.
"""

from __future__ import annotations

import re

from onix.intake.decoding import one_line

_BY = re.compile(
    r"^(?:(?:(?:written|reported|story|words|report|text|interview(?:ed)?) )?by\s*:?"
    r"|(?:words|report|text|story|author):)\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:;|,|\||/|•|·|&|\band\b)\s*")
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|\d|\b(?:staff|writers?|reporters?|reporting|correspondents?|editors?|"
    r"columnists?|contributors?|bureau chief|special to|for the|in [A-Z]|admin|updated|published|"
    r"producers?|photographers?|guest)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|MD|PhD|M\.D|Ph\.D)\.?")


def people_in(value: object) -> tuple[str, ...]:
    """Give the names in a string, a list, or an object with a `name`; each once, in order.

    What follows a comma and is no name (a post, a town) is left away; a string that yields no
    name this way ("Associated Press", "The Editors") stands as it is.
    """
    if isinstance(value, dict):
        return people_in(value.get("name"))
    if isinstance(value, list | tuple):
        found = [name for each in value for name in people_in(each)]
        return tuple(dict.fromkeys(found))
    if not isinstance(value, str):
        return ()
    line = _BY.sub("", one_line(value) or "").strip(" .,-–—|")
    if not line or len(line) > 300 or "://" in line:
        return ()
    names: list[str] = []
    for piece in _BETWEEN.split(line):
        if names and _SUFFIX.fullmatch(piece):
            names[-1] = f"{names[-1]}, {piece}"
        elif " " in piece and piece[0].isupper() and not _NOT_A_NAME.search(piece):
            names.append(piece)
    return tuple(dict.fromkeys(names)) or (line,)
