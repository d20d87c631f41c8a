"""When two stretches of words are the same words, written another way.

In: the words that stand where two texts differ. Out: whether only the writing differs: spelling
(US or UK), contractions, hyphens, digits or number words, "percent" or "%", a slip of one letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from onix.reading.grammar.numbers import number
from onix.reading.words import sections, words_of

_NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)")
_PIECE = re.compile(
    r"\d+(?:st|nd|rd|th)\b|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£&]"
)
_PER_CENT = re.compile(r"\bper\s+cent\b", re.IGNORECASE)


@cache
def pairs(name: str, section: str) -> dict[str, str]:
    """Give a section's entries "this = that"."""
    pairs = (entry.split("=") for entry in sections(name)[section])
    return {each[0].strip(): each[1].strip() for each in pairs}


def plain(word: str) -> str:
    """Give a word in lower case and without apostrophes, as the lists have it."""
    return word.lower().replace("'", "").replace("’", "")


@lru_cache(maxsize=1 << 14)
def spelled(word: str) -> str:
    """Give a lower-cased word as American English spells it, as far as rules say so."""
    whole = pairs("spelling", "words").get(word)
    if whole is not None:
        return whole
    if len(word) > 4:
        for size in range(min(8, len(word) - 1), 1, -1):
            ending = pairs("spelling", "endings").get(word[-size:])
            if ending is not None:
                return word[:-size] + ending
    return word


@cache
def _number_words() -> frozenset[str]:
    found = set()
    for section in ("ones", "tens", "scale", "dozen"):
        for entry in sections("numbers")[section]:
            found.update(entry.partition("=")[0].split())
    return frozenset(found)


def is_number(word: str) -> bool:
    """Is this a number, in digits or in a word ("20", "twenty", "million", "third", "50s")?"""
    low = plain(word)
    return (
        low[:1].isdigit()
        or low in _number_words()
        or low in pairs("speech", "ordinals")
        or (low.endswith("s") and low[:-1] in _number_words())
    )


def _opened(text: str, *, contractions: bool) -> list[str]:
    """Give the words of a text written out: signs as words, ordinals short, contractions open."""
    found: list[str] = []
    text = _PER_CENT.sub("percent", text)
    pieces = list(_PIECE.finditer(text))
    for at, piece in enumerate(pieces):
        word = piece.group().lower().replace("’", "'")
        low = plain(word)
        follows = pieces[at + 1].group()[:1] if at + 1 < len(pieces) else ""
        if low == "no" and follows.isdigit() and text[piece.end() : piece.end() + 1] == ".":
            found.append("number")
            continue
        opened = pairs("speech", "same").get(low)
        if contractions and opened is None:
            host, _, clitic = word.partition("'")
            opened = pairs("speech", "contractions").get(low)
            if opened is None and (clitic := pairs("speech", "clitics").get("'" + clitic, "")):
                opened = f"{host} {clitic}"
        found += (opened or pairs("speech", "ordinals").get(low) or low).split()
    return found


def _values(words: Sequence[str]) -> list[str]:
    """Give the words with each run of number words as one value; signs of units stand behind."""
    found: list[str] = []
    run: list[str] = []
    sign = ""

    def close() -> None:
        nonlocal sign
        if run:
            found.append(_value(run))
            run.clear()
        if sign:
            found.append(sign)
            sign = ""

    for word in words:
        if _NUMBER.fullmatch(word) or word in _number_words():
            # "nineteen eighty" is a year, and "twenty five" one number.
            run.append(word)
        elif word == "and" and run and run[-1] in ("hundred", "thousand", "million"):
            run.append(word)
        elif (ordinal := _after(run, word)) is not None:
            run.clear()
            found.append(ordinal)
        elif word in "$€£" and not run:
            sign = word
        else:
            trailing = word in "$€£%" and bool(run)
            if trailing and sign == word:
                continue
            close()
            found.append(word)
    close()
    return found


def _after(run: Sequence[str], word: str) -> str | None:
    """Give the ordinal that number words make with the one behind them: "twenty", "1st"."""
    ordinal = _ORDINAL.fullmatch(word)
    tens = number(run) if run and ordinal is not None else None
    if ordinal is None or not tens or tens % 10 ** len(ordinal[1]):
        return None
    return f"{tens + int(ordinal[1]):g}{ordinal[2]}"


def as_day(text: str) -> str:
    """Give a day of the month as it is compared: "3rd", "third", "the third" and "3" are one."""
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", written_out(re.sub(r"^the\s", "", text)))


def _value(run: Sequence[str]) -> str:
    words = [word for word in run if word != "and"]
    if len(words) in (2, 3) and words[0] in ("nineteen", "twenty", "eighteen", "seventeen"):
        century, rest = number(words[:1]), number(words[1:])
        if century is not None and rest is not None and 10 <= rest < 100:
            return f"{century * 100 + rest:g}"
    value = number(words)
    return " ".join(words) if value is None else f"{value:.10g}"


@lru_cache(maxsize=1 << 12)
def written_out(text: str, *, contractions: bool = False) -> str:
    """Give a stretch as it is compared: no spaces, no hyphens, everything spelled one way.

    Args:
        contractions: Open them, too ("don't" is "do not").
    """
    opened = _opened(text, contractions=contractions)
    return "".join(spelled(word) for word in _values(opened))


def are_same(one: str, other: str) -> bool:
    """Are these the same words, only written another way?"""
    if written_out(one) == written_out(other):
        return True
    a, b = ("".join(_PIECE.findall(plain(each))).replace(",", "") for each in (one, other))
    if (a, b) in _homophones():
        return True
    return a == b or (" " not in one and " " not in other and _is_slip(a, b))


def are_drawn_together(one: str, other: str) -> bool:
    """Are these the same words but for contractions: "don't", "do not"?

    So is the verb alone of a pronoun with its verb, where a sentence is quoted from there on:
    "will", "I'll".
    """
    whole, opened = (written_out(each, contractions=True) for each in (one, other))
    return whole == opened or whole == _verb_of(other)


def _verb_of(word: str) -> str | None:
    """Give the verb of a pronoun drawn together with one: "will" of "I'll"."""
    pronoun, _, verb = word.lower().replace("’", "'").partition("'")
    if pronoun not in words_of("speech", "function"):
        return None
    return pairs("speech", "clitics").get("'" + verb)


@cache
def _homophones() -> frozenset[tuple[str, str]]:
    groups = [entry.split() for entry in sections("speech")["homophones"]]
    return frozenset((one, other) for group in groups for one in group for other in group)


def _is_slip(one: str, other: str) -> bool:
    """Differ two words by a slip of one letter, one of them being no word of English?

    A letter more at the end is another form of the word, and a name another name: "Iran", "Iraq".
    """
    from rapidfuzz.distance import OSA

    if min(len(one), len(other)) < 4 or not (one + other).isalpha():
        return False
    if OSA.distance(one, other) > 1:
        return False
    if one[:-1] == other[:-1] or one.rstrip("sdynr") == other.rstrip("sdynr"):
        return False
    return not (_is_word(one) and _is_word(other))


@cache
def _vocabulary() -> frozenset[str]:
    from onix.reading.neural.minilm import read_file

    return frozenset(read_file("vocab.txt").decode("utf-8").splitlines())


def _is_word(word: str) -> bool:
    return word in _vocabulary()
