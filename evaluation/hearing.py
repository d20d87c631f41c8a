"""How well drafts are checked against a transcript that a machine wrote.

    python -m evaluation.hearing [--data tests/verify/heard] [--json]

What was really said is known here: each sentence of it is a true quotation, and with one word
changed, a false one, planted on a word that the machine heard right. Counted is how many true
quotations are held to be altered, without and with the machine's own confidence, and how many
planted changes still are. The threshold is fitted on the recordings of one text and reported on
those of the others. `transcribe.py` made the transcripts.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.running import run_script
from evaluation.transcribe import RECORDINGS, ROOT
from onix.alignment import align, tokenise
from onix.intake import Raw, read_documents
from onix.model import Claim, Document, Verdict
from onix.verify.doubts import WEAK
from onix.verify.tapes import Tapes
from onix.verify.verdicts import verify

JSON = dict[str, Any]
DATA = ROOT / "tests" / "verify" / "heard"
FITTED_ON = ("hearing-clear", "hearing-noise")
THRESHOLDS = tuple(step / 20 for step in range(18))
_LEAST = 6  # words of a sentence that somebody would quote
_AUXILIARY = frozenset(
    {"will", "can", "could", "would", "should", "must", "is", "are", "was", "has"}
)


class Quoted(NamedTuple):
    """A quotation to be checked; `planted` is where its false word stands, None if it is true."""

    claim: Claim
    planted: tuple[int, int] | None


class Case(NamedTuple):
    """A recording's transcript, and quotations of what was said on it."""

    name: str
    heard: Document
    said: Document
    quoted: tuple[Quoted, ...]


def read(path: Path) -> Document:
    """Give the one document in a file."""
    (found,) = read_documents(Raw(path.name, path.read_bytes()))
    if not isinstance(found, Document):
        raise SystemExit(found.why)
    return found


def cases(data: Path) -> list[Case]:
    """Give every recording whose transcript is in the folder."""
    found = []
    for each in RECORDINGS:
        heard, said = read(data / f"{each.name}.json"), read(each.text)
        found.append(Case(each.name, heard, said, tuple(quoted(said, heard, each.seed))))
    return found


def quoted(said: Document, heard: Document, seed: int) -> Iterator[Quoted]:
    """Give each sentence as it was said, and with a word changed that the machine heard right."""
    chance = random.Random(seed)  # noqa: S311 - chance, no secret
    right = _heard_right(said.text, heard.text)
    words = re.findall(r"[a-z]{5,}", said.text)
    for turn in said.turns:
        for match in re.finditer(r"[^.?!]+[.?!]", turn.span.text):
            text = match[0].strip()
            if len(text.split()) < _LEAST:
                continue
            start = turn.span.start + match.start() + match[0].index(text)
            yield Quoted(Claim("quote", text, turn.speaker), None)
            places = [
                place
                for place in re.finditer(r"\b(?:\d+|[a-z]+)\b", text)
                if (start + place.start(), start + place.end()) in right
                and (place[0].isdigit() or place[0] in _AUXILIARY or len(place[0]) > 4)
            ]
            if not places:
                continue
            place = chance.choice(places)
            word = _other(place[0], words, chance)
            changed = text[: place.start()] + word + text[place.end() :]
            at = (place.start(), place.start() + len(word))
            yield Quoted(Claim("quote", changed, turn.speaker), at)


def _heard_right(said: str, heard: str) -> set[tuple[int, int]]:
    """Give where the words of what was said stand that the transcript has, too."""
    one, other = tokenise(said), tokenise(heard)
    starts, ends = one.starts.tolist(), one.ends.tolist()
    way = align(one.ids.tolist(), other.ids.tolist())[0]
    return {
        (starts[token], ends[token])
        for block in way
        for token in range(block.one, block.one + block.size)
    }


def _other(word: str, words: list[str], chance: random.Random) -> str:
    """Give what a careless hand may put for a word: another number, a "not", another word."""
    if word.isdigit():
        return str(int(word) + chance.choice((1, 2, 5, 10)))
    if word in _AUXILIARY:
        return f"{word} not"
    return chance.choice([each for each in words if each[:3] != word[:3]])


def is_held_against(verdict: Verdict, planted: tuple[int, int]) -> bool:
    """Is a planted word among the differences that are not in doubt, in words taken for altered?"""
    return verdict.label in ("altered", "spliced") and any(
        each.unsure is None and each.start < planted[1] and planted[0] < each.end
        for each in verdict.differences
    )


def count(chosen: Sequence[tuple[Case, Tapes]], others: Sequence[Case], weak: float) -> JSON:
    """Give the figures at a threshold; 0 makes no use of how sure the machine was.

    Args:
        others: Recordings of other texts, whose quotations must not be found here.
    """
    labels: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    meaning = caught = strange = 0
    for case, tapes in chosen:
        for other in (each for each in others if each.said.text != case.said.text):
            for each in other.quoted:
                strange += verify(tapes, each.claim, weak=weak).label != "not_found"
        for each in case.quoted:
            verdict = verify(tapes, each.claim, weak=weak)
            labels[each.planted is None][verdict.label] += 1
            if each.planted is None:
                meaning += verdict.meaning_changed
            else:
                caught += is_held_against(verdict, each.planted)
    true, false = sum(labels[True].values()), sum(labels[False].values())
    return {
        "weak": weak,
        "true": true,
        "altered": labels[True]["altered"],
        "meaning_changed": meaning,
        "labels": dict(labels[True].most_common()),
        "strange": strange,
        "planted": false,
        "caught": caught,
        "planted_labels": dict(labels[False].most_common()),
    }


def fitted(tried: Sequence[JSON]) -> float:
    """Give the highest threshold that costs none of the planted changes found without one."""
    enough: list[float] = [each["weak"] for each in tried if each["caught"] >= tried[0]["caught"]]
    return max(enough)


def measure(data: Path) -> JSON:
    """Fit the threshold on one text, and give the figures of the others without and with it."""
    with tempfile.TemporaryDirectory() as folder:
        every = [
            (each, Tapes.build([each.heard], Path(folder) / each.name)) for each in cases(data)
        ]
        fitting = [each for each in every if each[0].name in FITTED_ON]
        held_out = [each for each in every if each[0].name not in FITTED_ON]
        tried = [count(fitting, [], weak) for weak in THRESHOLDS]
        others = [each for each, _ in fitting]
        return {
            "fitted": fitted(tried),
            "used": WEAK,
            "tried": tried,
            "before": count(held_out, others, 0.0),
            "after": count(held_out, others, WEAK),
        }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    figures = measure(options.data)
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(f"Fitted on {', '.join(FITTED_ON)}:")
    for each in figures["tried"]:
        print("  " + _line(each))
    print(f"  best is {figures['fitted']}, in use is {figures['used']}")
    print("Held out, without and with what the machine says of itself:")
    for name in ("before", "after"):
        print("  " + _line(figures[name]))
        print(f"    true: {figures[name]['labels']}")
        print(f"    planted: {figures[name]['planted_labels']}")
        print(f"    of another text, but found: {figures[name]['strange']}")
    return 0


def _line(each: JSON) -> str:
    lost = each["labels"].get("not_found", 0)
    return (
        f"weak below {each['weak']:.2f}: of {each['true']} true quotations "
        f"{each['altered']} altered "
        f"({each['meaning_changed']} in sense), {lost} not found; of {each['planted']} planted "
        f"changes {each['caught']} found"
    )


if __name__ == "__main__":
    run_script(main)
