"""Words in marks that stand twice: in come quotes in the making, named where the others are.

A headline has “It was like a train”, and the story tells who said it. It is its own file because
here it is the words that tell whose they are, and not what stands beside them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onix.reading.quotes.draft import Draft

_WORD = re.compile(r"\w+")
_FEWEST = 7  # words; fewer may be anybody's
_FEWEST_HEADED = 2  # … but for those of the headline
_KEY = 4  # words that a quotation is looked up by
_MANY = 8  # quotations that begin alike
_Key = tuple[str, ...]


def name_repeated(text: str, drafts: Sequence[Draft]) -> None:
    """Give words in marks that no verb governs to whoever says the same ones elsewhere.

    Whoever they were taken to be led in by is then nobody's source: a page lifts words out of the
    text and puts them behind any paragraph.
    """
    _name_headed(text, drafts)
    bare: dict[_Key, list[tuple[Draft, _Key]]] = defaultdict(list)
    for draft in drafts:
        if draft.cue is None and draft.marked:
            words = _words(text, draft)
            if len(words) >= _FEWEST and len(bare[words[:_KEY]]) < _MANY:
                bare[words[:_KEY]].append((draft, words))
    if not bare:
        return
    said: dict[int, dict[str, float]] = defaultdict(dict)
    for draft in drafts:
        if draft.cue is None or draft.speaker is None or not draft.marked:
            continue
        words = _words(text, draft)
        for at in range(len(words) - _FEWEST + 1):
            for other, its in bare.get(words[at : at + _KEY], ()):
                if words[at : at + len(its)] == its:
                    said[id(other)][draft.speaker] = draft.confidence
    for draft in drafts:
        if len(said.get(id(draft), ())) == 1:
            ((speaker, sure),) = said[id(draft)].items()
            if draft.speaker != speaker:
                draft.source = None
            draft.speaker, draft.candidates = speaker, ()
            draft.confidence = max(draft.confidence, sure)


def _name_headed(text: str, drafts: Sequence[Draft]) -> None:
    """Give words of a heading to the only one who says them below: CEO sees ‘worst behind us’."""
    for draft in drafts:
        heads = draft.is_headed or not draft.unit.paragraph
        words = _words(text, draft) if heads else ()
        if draft.speaker is not None or len(words) < _FEWEST_HEADED:
            continue
        said = {
            other.speaker: other.confidence
            for other in drafts
            if other.unit.paragraph > draft.unit.paragraph
            and other.cue
            and other.marked
            and _holds(_words(text, other), words)
        }
        if len(said) == 1 and None not in said:
            ((draft.speaker, sure),) = said.items()
            draft.candidates, draft.confidence = (), max(draft.confidence, sure)


def _holds(said: _Key, words: _Key) -> bool:
    return any(said[at : at + len(words)] == words for at in range(len(said) - len(words) + 1))


def _words(text: str, draft: Draft) -> _Key:
    found = (_WORD.findall(text[start:end].casefold()) for start, end in draft.marked)
    return tuple(word for words in found for word in words)
