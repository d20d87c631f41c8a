"""What a draft says itself around a quotation: verdicts in, out without cuts that are none.

"We would come," she said, if anybody asked: the condition was cut off her words and is told all the
same, as is the denial in: He did not think that "money was the problem", and that a number is not
exact in: Up to "forty people may lose their work".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.model import Difference, Verdict
from onix.reading.words import sections, verb_forms, words_of
from onix.verify.differences import bounds
from onix.verify.verdicts import without

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS = re.compile(r"(?<=[.?!])[”\"'’]*\s+|\n\s*")  # of a sentence or a paragraph
_REACH = 300  # characters looked at on either side
_KINDS = frozenset({"condition", "cut", "quantifier"})
_OPENING = frozenset({"if", "whether", "when"})  # beside the words that only limit
_TURNED = frozenset({"had", "were", "should"})  # "Had she known, …"
_DISPUTING = frozenset({"dispute", "disputes", "disputed"})


def as_told(verdicts: Sequence[Verdict], draft: str) -> list[Verdict]:
    """Leave out of what is cut off quotations what the draft tells beside them.

    A condition may stand in the sentence before, too: "Had she known? …".
    """
    return [_as_told(each, draft) for each in verdicts]


def _as_told(verdict: Verdict, draft: str) -> Verdict:
    cut = [each for each in verdict.differences if _is_cut_off(each)]
    told = [each for each in cut if _tells(each, verdict, draft)]
    return without(verdict, told) if told else verdict


def _is_cut_off(value: Difference) -> bool:
    return value.kind in _KINDS and value.changes_meaning and value.start == value.end


def _tells(value: Difference, verdict: Verdict, draft: str) -> bool:
    """Does the draft's sentence have, before or behind the quotation, what was cut off there?"""
    claim = verdict.claim
    if value.start and _WORD.search(claim.text[value.start :]):
        return False  # among the words
    at = claim.start + value.start
    if value.start:
        return _is_told(value, _words(_ENDS.split(draft[at : at + _REACH], maxsplit=1)[0]))
    *others, here = _ENDS.split(draft[max(0, at - _REACH) : at])
    before = _words(others[-1]) if others and value.kind == "condition" else []
    return _is_told(value, _words(here)) or (bool(before) and _is_told(value, before))


def _is_told(value: Difference, words: Sequence[str]) -> bool:
    """Do words of the draft limit, deny or bound what stands beside them?"""
    if value.kind == "condition":
        limiting = words_of("speech", "conditions") | _OPENING
        phrases = sections("speech")["condition_phrases"]
        is_turned = not _TURNED.isdisjoint(words[:1])
        is_limited = not limiting.isdisjoint(words)
        return is_turned or is_limited or any(each in " ".join(words) for each in phrases)
    if value.kind == "quantifier":
        said = " ".join(words)
        return any(said.endswith(each) for each in bounds())
    denying = words_of("speech", "negations") | verb_forms("speech", "turning_down") | _DISPUTING
    return any(each.replace("'", "") in denying for each in words)


def _words(text: str) -> list[str]:
    return [each.lower().replace("’", "'") for each in _WORD.findall(text)]
