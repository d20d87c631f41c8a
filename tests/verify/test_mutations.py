"""What is changed in a faithful quotation is noticed, whatever sentence it is changed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

import pytest

from tests.verify.hearing import Sentence, checked, hearing, is_clean, sentences

MOST_CLEAN = 0.01
FEWEST = 200
AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|would|can|could|has|have|must|should|be)\b")
NUMBER = re.compile(r"\d[\d,]*")
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}\b")
CONDITION = re.compile(r",? (?:unless|if|except|provided) ")

Mutant = tuple[str, str]


def with_not() -> Iterator[Mutant]:
    """Say the opposite, in one word or another, and from another word on."""
    for each in sentences():
        for place in AUXILIARY.finditer(each.text):
            before, behind = each.text[: place.end()], each.text[place.end() :]
            if not re.match(r" (?:not|no|nothing)\b", behind):
                yield f"{before} not{behind}", each.speaker
                yield f"{before} never{behind}", each.speaker
                yield f"{before.split(' ', 1)[-1]} not{behind}", each.speaker


def another_number() -> Iterator[Mutant]:
    """Count otherwise."""
    for each in sentences():
        for place in NUMBER.finditer(each.text):
            value = int(place.group().replace(",", ""))
            for other in (value + 1, value + 10, value * 2, value * 3 + 1, value * 100 + 7):
                yield (
                    each.text[: place.start()] + f"{other:,}" + each.text[place.end() :],
                    (each.speaker),
                )


def another_name() -> Iterator[Mutant]:
    """Name somebody else, or somewhere else."""
    names = sorted({place for each in sentences() for place in NAME.findall(each.text)})
    for number, each in enumerate(sentences()):
        for place in NAME.finditer(each.text):
            for step in (5, 11, 17):
                other = names[(names.index(place.group()) + number + step) % len(names)]
                if other != place.group():
                    text = each.text[: place.start()] + other + each.text[place.end() :]
                    yield text, each.speaker


def without_its_condition() -> Iterator[Mutant]:
    """Stop before "unless", from wherever the quotation begins."""
    for each in sentences():
        place = CONDITION.search(each.text)
        if place is not None:
            words = each.text[: place.start()].split()
            for first in range(0, len(words) - 6):
                yield " ".join(words[first:]), each.speaker


def welded() -> Iterator[Mutant]:
    """Join two sentences of one speaker that stand in turns of their own."""
    said = sentences()
    for number, each in enumerate(said):
        for other in said[number + 1 :]:
            if other.speaker == each.speaker and other.turn - each.turn > 3:
                yield f"{each.text} {other.text}", each.speaker
                yield f"{other.text} {each.text}", each.speaker


def from_another_mouth() -> Iterator[Mutant]:
    """Give the words to somebody else who spoke there, or who did not."""
    speakers = sorted({str(turn.speaker) for turn in hearing().turns} | {"Lars Skov", "Anna Dahl"})
    for each in sentences():
        for other in speakers:
            if other != each.speaker:
                yield each.text, other


@pytest.mark.parametrize(
    "mutants",
    [
        with_not,
        another_number,
        another_name,
        without_its_condition,
        welded,
        from_another_mouth,
    ],
)
def test_mutants_are_not_called_clean(mutants: Callable[[], Iterator[Mutant]]) -> None:
    """Of at least two hundred mutants of a kind, one in a hundred at most passes as faithful."""
    every = list(islice(mutants(), 400))
    assert len(every) >= FEWEST
    passed = [text for text, speaker in every if is_clean(checked(text, speaker))]
    assert len(passed) <= MOST_CLEAN * len(every), passed


def whole(each: Sentence) -> str:
    """The sentence as it stands."""
    return each.text


def in_other_marks(each: Sentence) -> str:
    """The sentence as another desk writes it."""
    return each.text.replace(", ", " – ").replace(" percent", "%").rstrip(".") + ","


@pytest.mark.parametrize("written", [whole, in_other_marks])
def test_faithful_sentences_are_called_clean(written: Callable[[Sentence], str]) -> None:
    """Every sentence of the hearing is what was said, and no alarm is raised over it."""
    for each in sentences():
        verdict = checked(written(each), each.speaker)
        assert is_clean(verdict), verdict
        assert not verdict.meaning_changed
