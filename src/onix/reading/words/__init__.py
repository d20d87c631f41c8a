"""Word lists as data: in comes a list's name, out come its sections; every file says its origin.

A list is a text file: `# …` is a remark, `[name]` opens a section, every other line is one entry.
It is its own package so that a reader of the lists never has to read code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """Give the sections of the list `name`, each with its entries in the order they are written."""
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in (files(__name__) / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        entry = line.strip()
        if entry.startswith("["):
            entries = found.setdefault(entry.strip("[]"), [])
        elif entry and not entry.startswith("#"):
            entries.append(entry)
    return MappingProxyType({section: tuple(words) for section, words in found.items()})


@cache
def words_of(name: str, section: str) -> frozenset[str]:
    """Give all words of a section, where each line holds as many as there is room for."""
    return frozenset(word for entry in sections(name)[section] for word in entry.split())


@cache
def verb_forms(name: str, section: str) -> frozenset[str]:
    """Give every form of the verbs in a section: "say", "says", "saying", "said".

    An entry is the base form, followed by the past form, the participle in -ing and others
    where they are not regular ("tell told telling").
    """
    return frozenset(form for entry in sections(name)[section] for form in forms_of(entry))


@cache
def phrasal_forms(name: str, section: str) -> Mapping[str, frozenset[str]]:
    """Give every form of phrasal verbs with the words that go with it: "pointed": {"out"}."""
    found: dict[str, set[str]] = {}
    for entry in sections(name)[section]:
        verb, _, particle = entry.rpartition(" ")
        for form in forms_of(verb):
            found.setdefault(form, set()).add(particle)
    return MappingProxyType({form: frozenset(words) for form, words in found.items()})


_DOUBLED = re.compile(r"[^aeiou][aeo]l$")  # "signalled", but "revealed"


def forms_of(entry: str) -> set[str]:
    """Give every form of a verb, as `verb_forms` does of a section."""
    base, *given = entry.split()
    if base.endswith(("s", "sh", "ch", "x", "z")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if given:
        return {base, third, *given}
    stem = base[:-1] if base.endswith("e") else base
    past = third[:-1] + "d" if third.endswith("ies") else stem + "ed"
    british = {base + "led", base + "ling"} if _DOUBLED.search(base) else set()
    return {base, third, past, stem + "ing", *british}


def one_of(phrases: Iterable[str]) -> str:
    """Give the pattern of any of these words or phrases, of which the longest that fits is taken.

    What begins alike is looked at once ("m(?:ayor|inister)"), which is several times as fast as one
    after the other. Raises ValueError where there is none: that would fit anywhere.
    """
    rests: dict[str, set[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[:1], set()).add(phrase[1:])
    if not rests:
        raise ValueError("no words to make a pattern of")
    ends = rests.pop("", None) is not None
    branches = (
        re.escape(letter) + (one_of(behind) if behind != {""} else "")
        for letter, behind in sorted(rests.items())
    )
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")
