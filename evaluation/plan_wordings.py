"""Other wordings for the points of made plans: words, clauses, figures, modals, joints.

In come the wordings in `evaluation/gold/plans/wordings.json`; out come changed texts, and for
modals where the old and the new one stand. Every text is on one line.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

MODAL = re.compile(r"\b(must|shall|will|should|may)\b")  # "May" with a capital is the month
NEGATIVE = re.compile(r"\b(?:no|not|nobody|neither|nor|none|never|only|without)\b", re.I)
FIGURE = re.compile(r"(?<![\d.,:])\d[\d,]*(?:\.\d+)?(?![\d:])")
YEAR = re.compile(r"(?:19|20)\d\d")
AFTER = ("section ", "Year ", "Part ")  # figures that are names
SMALL = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fourteen",
    "eighteen",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
]
LOWERED = frozenset(
    [
        "The",
        "A",
        "An",
        "Each",
        "Every",
        "No",
        "Nobody",
        "All",
        "Any",
        "New",
        "Two",
        "Those",
        "Whoever",
        "Where",
        "They",
    ]
)
CUT = re.compile(r", [^,.;]+(?=\.$)")
LEANING = (
    "If",
    "Where",
    "When",
    "Unless",
    "Once",
    "Until",
    "As",
    "Without",
    "That",
)  # need the rest


class Edit(NamedTuple):
    """The old point's modal counted from 0, where the new one stands in the text, and how."""

    which: int
    start: int
    end: int
    direction: str


def sentences(text: str) -> list[str]:
    """Part a point after full stops before a capital."""
    return re.split(r"(?<=\.) (?=[A-Z])", text)


@dataclass(frozen=True)
class Wordings:
    """Words and phrases that may take one another's place."""

    words: dict[str, list[str]]
    front: list[str]
    back: list[str]
    softened: dict[str, list[str]]
    hardened: dict[str, list[str]]
    openings: list[str]
    closings: list[str]

    @classmethod
    def read(cls, path: Path) -> Wordings:
        """Read the wordings of a file."""
        every: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        frame = every["openings"], every["closings"]
        clauses, modals = every["clauses"], every["modals"]
        turned = modals["softened"], modals["hardened"]
        return cls(every["words"], clauses["front"], clauses["back"], *turned, *frame)

    def frame(self, chance: random.Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give other lines to stand before and after the points."""
        openings = chance.sample(self.openings, 2)
        return tuple(openings), tuple(chance.sample(self.closings, 2))

    def reword(self, text: str, other: str | None, strength: int, chance: random.Random) -> str:
        """Change one word (1), some words and a clause (2), or about half the words (3)."""
        if strength == 1:
            ways = [self.replace_word, change_figure]
            chance.shuffle(ways)
            changed = ways[0](text, chance)
            return changed if changed != text else ways[1](text, chance)
        if strength == 3 and other:
            return change_figure(other, chance) if chance.random() < 0.3 else other
        for _ in range(chance.randint(2, 3) if strength == 2 else 8):
            text = self.replace_word(text, chance)
        if chance.random() < 0.4:
            text = change_figure(text, chance)
        return self.change_clause(text, chance)

    def replace_word(self, text: str, chance: random.Random) -> str:
        """Put another word in the place of one, when there is any."""
        found = [
            (each.span(), others)
            for word, others in self.words.items()
            for each in re.finditer(rf"\b{re.escape(word)}\b", text)
        ]
        if not found:
            return text
        (start, end), others = chance.choice(found)
        return text[:start] + chance.choice(others) + text[end:]

    def change_clause(self, text: str, chance: random.Random) -> str:
        """Add a clause before or after, or cut the last one."""
        way = chance.random()
        cut = CUT.search(text)
        leans = sentences(text)[-1].startswith(LEANING)
        if way < 0.4 and cut and not leans and not MODAL.search(cut[0]):
            return text[: cut.start()] + text[cut.end() :]
        if way < 0.7:
            return f"{chance.choice(self.front)} {lower(text)}"
        return f"{text.removesuffix('.')} {chance.choice(self.back)}."

    @staticmethod
    def count_modals(text: str) -> int:
        """Count the modals of a text."""
        return len(MODAL.findall(text))

    @staticmethod
    def find_modal(text: str, which: int) -> tuple[int, int]:
        """Give where a modal stands, counted from 0."""
        return list(MODAL.finditer(text))[which].span()

    def turn_modals(self, old: str, new: str, chance: random.Random) -> tuple[str, list[Edit]]:
        """Soften or harden modals of the new text, when both texts have the same ones.

        "may" is never put into a sentence that denies: nobody may is no softer than nobody shall.
        """
        if MODAL.findall(old) != MODAL.findall(new):
            return new, []
        turned = self.softened if chance.random() < 0.6 else self.hardened
        direction = "softened" if turned is self.softened else "hardened"
        edits: list[Edit] = []
        text, done = "", 0
        for which, found in enumerate(MODAL.finditer(new)):
            sentence = next(each for each in reversed(sentences(new[: found.end()])))
            rest = sentences(new[found.end() :])[0]
            others = turned.get(found[0], [])
            if NEGATIVE.search(sentence + rest):
                others = [] if found[0] == "may" else [each for each in others if each != "may"]
            if not others or chance.random() < 0.2:
                continue
            text += new[done : found.start()]
            other = chance.choice(others)
            edits.append(Edit(which, len(text), len(text) + len(other), direction))
            text += other
            done = found.end()
        return text + new[done:], edits

    def join(self, first: str, second: str, chance: random.Random) -> tuple[str, str]:
        """Merge two texts; give the whole and its second part, which is as long as it was."""
        joint = chance.choice((" ", "; ", ", and "))
        if joint == " " or second.split()[0] not in LOWERED:
            return f"{first} {second}", second
        return f"{first.removesuffix('.')}{joint}{lower(second)}", lower(second)


def lower(text: str) -> str:
    """Begin with a small letter, unless the first word may be a name."""
    return text[0].lower() + text[1:] if text.split()[0] in LOWERED else text


def change_figure(text: str, chance: random.Random) -> str:
    """Put another figure, number word or month in the place of one, when there is any."""
    found = [each.span() for each in FIGURE.finditer(text) if not YEAR.fullmatch(each[0])]
    found = [span for span in found if not text[: span[0]].endswith(AFTER)]
    for others in (SMALL, MONTHS):
        found += [each.span() for each in re.finditer(rf"\b(?:{'|'.join(others)})\b", text)]
    if not found:
        return text
    start, end = chance.choice(found)
    return text[:start] + _other(text[start:end], chance) + text[end:]


def _other(figure: str, chance: random.Random) -> str:
    for others in (SMALL, MONTHS):
        if figure in others:
            return chance.choice([each for each in others if each != figure])
    value = float(figure.replace(",", ""))
    if "." in figure:
        return f"{value + chance.choice((-0.6, 0.4, 0.8, 1.2)):.{len(figure.split('.')[1])}f}"
    size = 10 ** max(0, len(figure.replace(",", "")) - 2)
    steps = [each for each in (-9, -5, -3, -1, 2, 4, 7) if value + each * size > 1]
    return f"{int(value + chance.choice(steps) * size):,}"
