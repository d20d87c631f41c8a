"""Words of a document on one line, without what steers a terminal or turns the order of reading.

In: any text. Out: the same as plain text, for a terminal, a spreadsheet or a page that is mailed.
"""

from __future__ import annotations

import re

# C0 and C1 controls with DEL, and the invisible characters that turn the order of reading about.
_SEQUENCES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # ANSI control sequences, whole, so that no "[31m" is left standing
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # operating system commands: titles, links
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_SPACES = re.compile(r"[\s\u2028\u2029]+")


def clean(text: str) -> str:
    """Give the text on one line, without anything that could steer a terminal."""
    return _SPACES.sub(" ", _CONTROLS.sub("", _SEQUENCES.sub("", text)))
