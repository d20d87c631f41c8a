"""Which language a text is in: text in, ISO 639-1 code out, or None when it cannot be told.

English is told by its own little words, which costs next to nothing; only a text without them
is given to py3langid, whose model takes a second to load.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from onix.reading.words import sections

SAMPLE = 4000  # characters from the beginning that are looked at
FEWEST_WORDS = 8  # below, nothing is said
ENOUGH = 0.12  # share of little words by which a text is English
ENOUGH_WITH_THE = 0.045  # lists and tables of results have fewer of them, but a "the"
CERTAIN = 0.9  # probability from which py3langid is believed, and on a long text half of it
LONG = 60  # words

_ENGLISH = frozenset(sections("english")["little"])
_LATIN_ENDS = "\u024f"
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str | None:
    """Give the ISO 639-1 code of a text's language; None for one too short or too mixed to tell."""
    sample = text[:SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    english = sum(map(_ENGLISH.__contains__, words))
    enough = ENOUGH_WITH_THE if len(words) >= LONG and "the" in words else ENOUGH
    if len(words) >= FEWEST_WORDS and english >= enough * len(words):
        return "en"
    if len(words) < FEWEST_WORDS and sample.isascii():
        return None
    code, probability = _identifier().classify(sample)
    if sum(map(_LATIN_ENDS.__lt__, sample)) > len(sample) / 2:  # another alphabet
        return str(code)
    certain = CERTAIN / 2 if len(words) >= LONG else CERTAIN
    return str(code) if probability >= certain else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
