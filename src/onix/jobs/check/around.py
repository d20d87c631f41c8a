"""What a draft says itself around a quotation: verdicts in, out without cuts that are none.

"We would come," she said, if anybody asked: the condition was cut off her words and is told all the
same, as is the denial in: He did not think that "money was the problem".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.model import Difference, Marks, Verdict
from onix.reading.words import sections, words_of
from onix.verify.verdicts import without

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENING = frozenset({"if", "whether", "when"})  # beside the words that only limit
_TURNED = frozenset({"had", "were", "should"})  # "Had she known, …"
_DOUBTING = frozenset({"doubt", "doubts", "doubted", "deny", "denies", "denied", "disputed"})


def as_told(verdicts: Sequence[Verdict], marks: Marks) -> list[Verdict]:
    """Leave out of what is cut off quotations what the draft tells beside them.

    A condition may stand in the sentence before, too: "Had she known? …".
    """
    return [_as_told(each, marks) for each in verdicts]


def _as_told(verdict: Verdict, marks: Marks) -> Verdict:
    cut = [each for each in verdict.differences if _is_cut_off(each)]
    told = [each for each in cut if _tells(each, verdict, marks)]
    return without(verdict, told) if told else verdict


def _is_cut_off(value: Difference) -> bool:
    return value.kind in ("condition", "cut") and value.changes_meaning and value.start == value.end


def _tells(value: Difference, verdict: Verdict, marks: Marks) -> bool:
    """Does the draft's sentence have, before or behind the quotation, what was cut off there?"""
    claim, text = verdict.claim, marks.document.text
    rest = claim.text[value.start :]
    if value.start and _WORD.search(rest):
        return False  # among the words
    at = claim.start + value.start
    of_it = [n for n, each in enumerate(marks.sentences) if each.start <= at <= each.end]
    if not of_it:
        return False
    sentence = marks.sentences[of_it[0]]
    around = text[sentence.start : at] if not value.start else text[at : sentence.end]
    words = _words(around)
    if value.kind == "condition":
        before = _words(marks.sentences[of_it[0] - 1].text) if of_it[0] and not value.start else []
        phrases = sections("speech")["condition_phrases"]
        is_limited = not (words_of("speech", "conditions") | _OPENING).isdisjoint([*before, *words])
        is_turned = not _TURNED.isdisjoint((*before[:1], *words[:1]))
        return is_limited or is_turned or any(each in " ".join(words) for each in phrases)
    denying = words_of("speech", "negations") | _DOUBTING
    return any(each.replace("'", "") in denying for each in words)


def _words(text: str) -> list[str]:
    return [each.lower().replace("’", "'") for each in _WORD.findall(text)]
