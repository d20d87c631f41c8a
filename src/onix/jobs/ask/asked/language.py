"""Whether a question is in another language than English: its words in, yes or no out.

A question has too few words for what tells the language of a text, and its names are of anywhere.
So its own little words say it: "wer", "quand" and "cuándo" are no English words, and a question
with "who" or "did" is English, whatever names it has.
"""

from __future__ import annotations

import re
from typing import Final

from onix.reading.language import detect_language
from onix.reading.words import words_of

_WORD: Final = re.compile(r"[^\W\d_]+")
# "Ursula von der Leyen": little words between two names are of the name.
_IN_NAME: Final = re.compile(
    r"\b([A-Z]\w+) (?:(?:d[aeiou]s?|del)(?: la)?|v[ao]n(?: de[nr]?)?) (?=[A-Z])"
)
_LATIN_ENDS: Final = "\u024f"
_OPENING: Final = 3  # words among which a question has the one that asks
_ENOUGH: Final = 2  # little words


def is_in_another_language(question: str) -> bool:
    """Is a question, as typed, in another language than English?"""
    words = _WORD.findall(_IN_NAME.sub(r"\1 ", question))
    if sum(word[0] > _LATIN_ENDS for word in words) > len(words) / 2:
        return True  # another alphabet
    low = [word.lower() for word in words]
    if not words_of("other_languages", "english").isdisjoint(low):
        return False
    if not words_of("other_languages", "asking").isdisjoint(low[:_OPENING]):
        return True
    if not question.rstrip().endswith("?"):
        return False  # a few words to look for, which may be names
    # "Le Monde" and "Los Angeles" are names, if they do not open the question.
    told = low[:1] + [word for word in words[1:] if word[0].islower()]
    little = sum(word in words_of("other_languages", "little") for word in told)
    return little >= _ENOUGH or detect_language(question) not in {"en", None}
