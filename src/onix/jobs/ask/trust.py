"""How far what was read is to be trusted: named features of it, weighed to the odds of being right.

What comes in is a question, its windows and what the reader found in each, what goes out a score
for each: the log of the odds. The weights in `trust.json` are fitted by
`evaluation/fit_trust.py` on articles written for Onix that the reader has not seen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log
from typing import Any, Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.windows import Window
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.comprehension import Stretch

WEIGHTS: Final = "trust.json"
ON_IT: Final = 0.7  # so much below enough, what is read is still on what is asked
LESS: Final = 40.0  # logits, for a window that bears out nothing beside one that bears out all
FAR_BEHIND: Final = 10.0  # logits; further behind is all the same
_SMALL: Final = frozenset({"the", "a", "an", "of", "in", "on", "at", "to", "by", "some"})
_ASKING: Final = {"who", "whom", "whose", "which", "what", "when", "where", "why", "how"}
_JOINING: Final = {"after", "before", "until", "since", "once", "while", "as", "during", "then"}
_MEASURES: Final = {"how many", "how much", "how long", "how old", "how far", "how often"}
# How many there are, told by the last of them: "a fourth patient has died"
NTH: Final = re.compile(
    r"(?P<article>an?\s)?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozens?|hundreds?|thousands?|[mb]illions?"
    r"|half|third|quarter|multiple|numerous|twice|once|no|none|nobody|several|few|many|all|both|single|double)\b",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"\d|day\b|days\b|week|month|year|decade|hour|minute|second|morning|noon|evening|night|today"
    r"|tomorrow|\bago\b|(?-i:January|February|March|April|\bMay\b|June|July|August|September"
    r"|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"  # "a march" is none
    r"|spring|summer|autumn|winter"
    r"|\b(?:after|before|when|until|since|once|while|as|during)\b|Easter|Christmas",
    re.IGNORECASE,
)


def trust(
    question: Question, windows: Sequence[Window], stretches: Sequence[Stretch]
) -> list[float]:
    """Give for each window the log of the odds that what was read in it is right."""
    weights: Mapping[str, float] = _fitted()["weights"]
    return [score_of(each, weights) for each in features(question, windows, stretches)]


def enough() -> float:
    """Give the score from which it is better to answer than to refuse."""
    return float(_fitted()["enough"])


def stated_weights() -> Mapping[str, float]:
    """Give the weights of what speaks for and against an answer that is shown (`stated.py`)."""
    weights: Mapping[str, float] = _fitted()["stated"]
    return weights


def on_it() -> float:
    """Give the score from which what was read is on what is asked, if not enough to answer."""
    return enough() - ON_IT


def score_of(named: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Give the log of the odds; features without a weight count for nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in named.items())


def features(
    question: Question, windows: Sequence[Window], stretches: Sequence[Stretch]
) -> list[dict[str, float]]:
    """Give what speaks for and against each reading, by name."""
    kind = "yes/no" if question.kind == "yes/no" else "other"
    strengths = [_strength(question, each) for each in stretches]
    said = [_said(question, each, one) for each, one in zip(windows, stretches, strict=True)]
    covered = [each.covered(question) for each in windows]
    found = []
    for number, (window, stretch) in enumerate(zip(windows, stretches, strict=True)):
        # Two that say the same do not speak against each other, nor do two documents that differ;
        # what is read where less of the question is borne out speaks against it less.
        others = [
            strength - LESS * max(0.0, covered[number] - share)
            for other, words, strength, share in zip(windows, said, strengths, covered, strict=True)
            if other.text.document_id == window.text.document_id
            and not (words <= said[number] or said[number] <= words)
        ]
        named = {
            "": 1.0,
            "margin": strengths[number],
            "ahead": min(strengths[number] - max(others, default=-FAR_BEHIND), FAR_BEHIND),
            "rank": float(window.rank),
        }
        for term, strength in zip(question.terms, window.strengths, strict=True):
            if term.sort in {"name", "number"}:
                lacks = f"lacks {term.sort}"
                share = term.weight * (1 - strength) / question.weight
                named[lacks] = named.get(lacks, 0.0) + share
                if strength == 0.0:
                    named[f"no {term.sort}"] = 1.0
        words = window.text.text[stretch.start : stretch.end]
        if not fits(question, words):
            named["unfit"] = 1.0
        found.append({f"{kind}: {name}": value for name, value in named.items()})
    return found


def _strength(question: Question, stretch: Stretch) -> float:
    """What the reader itself says: for a yes/no question by its stance, else by its margin."""
    if question.kind != "yes/no":
        return stretch.margin
    none, yes, no = stretch.stance
    return log((max(yes, no) + 1e-6) / (none + 1e-6))


def _said(question: Question, window: Window, stretch: Stretch) -> frozenset[str]:
    """What a reading says, in few words."""
    if question.kind == "yes/no":
        return frozenset({"yes" if stretch.stance[1] >= stretch.stance[2] else "no"})
    return frozenset(words_of(window.text.text[stretch.start : stretch.end])) - _SMALL


def fits(question: Question, words: str) -> bool:
    """Can these words answer this sort of question at all?"""
    if words.lower() in _ASKING:
        return False  # "on the question of |who| had sought the call"
    if question.kind == "when":
        if words.lower() in _JOINING:
            return False  # "has |since| retired"
        return _TIME.search(words) is not None
    if question.kind == "how many" and NTH.match(words):
        return True
    if question.kind in _MEASURES:
        return _NUMBER.search(words) is not None
    if question.kind in {"who", "whose"}:
        return any(char.isalpha() for char in words)
    return True


@cache
def _fitted() -> Mapping[str, Any]:
    text = files("onix.jobs.ask").joinpath(WEIGHTS).read_text(encoding="utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found
