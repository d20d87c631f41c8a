"""QAMR (MIT licence) as text: its sentences, questions and the words that people marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_BRACKETS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
    "``": '"', "''": '"',
}  # fmt: skip
_GLUED = {",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m"}
WHOLE = 0.6  # of the words marked have to stand in a row


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its sentence's id and, for each person, what was marked in the sentence."""

    sentence: str
    question: str
    answers: tuple[tuple[int, int], ...]


class Qamr:
    """The corpus read from its folder.

    Attributes:
        sentences: The text of every sentence, by its id; also of those without questions.
        asked: The questions that have an answer in one piece.
    """

    def __init__(self, folder: Path) -> None:
        lines = (folder / "wiki-sentences.tsv").read_text("utf-8").splitlines()
        tokens = dict(line.split("\t", 1) for line in lines)
        texts = {id: plain(words.split()) for id, words in tokens.items()}
        self.sentences = {id: text for id, (text, _) in texts.items()}
        self.asked: list[Asked] = []
        for name in ("filtered_dev.tsv", "filtered_test.tsv"):
            for line in (folder / name).read_text("utf-8").splitlines():
                row = line.split("\t")
                marked = [row[6], *(each.partition(":")[2] for each in row[7:9])]
                found = [answer(numbers, texts[row[0]][1]) for numbers in marked]
                answers = tuple(each for each in found if each is not None)
                if answers:
                    self.asked.append(Asked(row[0], row[5], answers))


def plain(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Give the text that was tokenised, and where each token stands in it."""
    text, places, before = "", [], ""
    for raw in tokens:
        token = _BRACKETS.get(raw, raw)
        glued = (
            not text or token in _GLUED or raw == "''" or before in {"-LRB-", "-LSB-", "``", "$"}
        )
        text += token if glued else " " + token
        places.append((len(text) - len(token), len(text)))
        before = raw
    return text, places


def answer(numbers: str, places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Give the longest row of the tokens marked as offsets; None where it is too small a part."""
    marked = sorted({int(number) for number in numbers.split()})
    if not marked:
        return None
    rows = [[marked[0]]]
    for number in marked[1:]:
        if number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    longest = max(rows, key=len)
    if len(longest) < WHOLE * len(marked):
        return None
    return places[longest[0]][0], places[longest[-1]][1]
