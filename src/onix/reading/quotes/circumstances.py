"""To whom and on what occasion each quote was said: in come a document's quotes, out settings.

It is its own file because a sentence may say so for those behind it; what the words in one
sentence say is the business of `listeners` and `occasions`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onix.reading.grammar.function_words import PRONOUNS, cue_classes
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import Region, Tokens
from onix.reading.quotes.frames import SPEAKING, Frame
from onix.reading.quotes.listeners import led_up_to, says_who, tells, told, was_told, with_name
from onix.reading.quotes.occasions import OPENERS, event, occasion_at, occasion_end, occasion_within

if TYPE_CHECKING:
    from onix.reading.grammar.units import Unit
    from onix.reading.quotes.draft import Draft

Whom = Callable[[Region, str | None], str | None]

_THOUGHT = frozenset({"think", "intend", "show", "noun"})  # what nobody says to anybody
_LONGEST_SENTENCE = 300
_LONGEST_ASIDE = 2  # sentences
_LONGEST_LEAD = 2_000  # characters


@dataclass(frozen=True, slots=True)
class Setting:
    """To whom something was said, a name or the words for them, and the words for the occasion."""

    addressee: str | None = None
    occasion: Region | None = None


NO_SETTING = Setting()


@dataclass(frozen=True, slots=True)
class _Found:
    """The same as the text has it; `lasts` if whom it was said to is still spoken to afterwards."""

    listener: Region | None = None
    occasion: Region | None = None
    lasts: bool = True


_NOTHING = _Found()


def find_settings(
    text: str,
    masked: str,
    units: Sequence[Unit],
    drafts: Sequence[Draft],
    whom: Whom,
    titles: Sequence[Region] = (),
) -> list[Setting]:
    """Give the setting of each quote of a document; the quotes come in the order of the text.

    Stages: (1) what the words around a quote say; (2) what is missing from the sentence before,
    where that only tells that somebody spoke; (3) or from the quote before, if its speaker goes on.

    Args:
        masked: The text with what stands in quote marks masked.
        titles: Names in quote marks, marks included, which are part of their sentence.
        whom: Gives the name of those whom words stand for, who are somebody else than the speaker.
    """
    found: list[_Found] = []
    starts = [unit.start for unit in units]
    sentence = Sentence(masked, 0, 0)
    at = -1
    for number, draft in enumerate(drafts):
        here = bisect_right(starts, (draft.cue or draft.content[0])[0]) - 1
        own = _NOTHING
        if here != at:
            at, sentence = here, Sentence(masked, units[here].start, units[here].end)
        if len(sentence) <= _LONGEST_SENTENCE:  # 1
            own = _read(sentence, draft)
        last = bisect_right(starts, drafts[number - 1].unit.start) - 1 if number else -1
        same = last >= 0 and units[last].paragraph == units[here].paragraph
        if here and (last != here - 1 or drafts[number - 1].source is None):  # 2
            own = _with(own, _led_in(masked, units[here - 1], units[here], draft))
        if same and _goes_on(masked, drafts[number - 1], draft, units[last + 1 : here]):  # 3
            own = _with(own, found[-1])
        found.append(own)
    return [
        Setting(
            each.listener and _name(text, _whole(each.listener, titles), draft, whom), each.occasion
        )
        for each, draft in zip(found, drafts, strict=True)
    ]


def _read(sentence: Sentence, draft: Draft) -> _Found:
    """Find the setting in the words around one quote."""
    if not sentence.starts:
        return _NOTHING  # there are no words around it
    if draft.cue is None:
        listener = was_told(sentence, draft.content[0][0])
        return _Found(sentence.offsets(listener) if listener else None)
    return _around(Frame(sentence, draft.cue, draft.source, draft.content))


def _around(frame: Frame) -> _Found:
    if frame.classes and frame.classes <= _THOUGHT:
        return _NOTHING
    sentence = frame.sentence
    listener: Tokens | None = told(frame)
    occasion: Tokens | None = None
    lasts = listener is None or tells(frame)
    for index in frame.around(max(frame.cue[1], listener[1] if listener else -1)):
        if occasion is None and sentence.words[index] in OPENERS:
            occasion = occasion_at(frame, index)
        if listener is None and (listener := led_up_to(frame, index)) is not None:
            lasts = sentence.words[index] != "by"
    if listener is not None and (head := event(sentence, *listener)) is not None:
        occasion = listener[0], occasion_end(frame, head)  # "told a news conference"
        listener = None
    occasion = occasion or occasion_within(frame)
    return _Found(
        sentence.offsets(with_name(frame, listener)) if listener else None,
        sentence.offsets(occasion) if occasion else None,
        lasts,
    )


def _with(own: _Found, last: _Found) -> _Found:
    """Add what was said before, unless it was on another occasion or to somebody else."""
    listener, occasion = own.listener, own.occasion
    if listener is None and last.lasts and occasion in (None, last.occasion):
        listener = last.listener
    if occasion is None and (own.listener is None or last.listener is None):
        occasion = last.occasion
    return _Found(listener, occasion, own.lasts)


def _goes_on(masked: str, before: Draft, draft: Draft, between: Sequence[Unit]) -> bool:
    """Does the speaker of one quote go on in the other?

    Args:
        between: The sentences between them; "he" may go on behind others that begin with "He".
    """
    if draft.source is None and draft.speaker is None:
        return False
    if between:
        pronoun = masked[slice(*draft.source)].capitalize() if draft.source else ""
        same = all(masked.startswith(f"{pronoun} ", unit.start) for unit in between)
        if pronoun not in ("He", "She") or not same or len(between) > _LONGEST_ASIDE:
            return False
    if draft.source == before.source or draft.speaker is not None:
        return draft.speaker == before.speaker
    if before.source is None or draft.source is None:
        return False
    one, other = (masked[slice(*each)].lower() for each in (before.source, draft.source))
    return one == other or (one not in PRONOUNS and other in ("he", "she", "they"))


def _led_in(masked: str, before: Unit, unit: Unit, draft: Draft) -> _Found:
    """Find the setting in a sentence that says no more than that somebody spoke."""
    long = before.end - before.start > _LONGEST_LEAD
    if before.paragraph != unit.paragraph or draft.source is None or long:
        return _NOTHING
    names = (draft.speaker or "").split()[-1:]
    pronoun = masked[slice(*draft.source)].lower() in ("he", "she", "they")
    if not pronoun and not (names and masked.find(names[0], before.start, before.end) >= 0):
        return _NOTHING
    sentence = Sentence(masked, before.start, before.end)
    if len(sentence) > _LONGEST_SENTENCE:
        return _NOTHING
    for index, word in enumerate(sentence.words):
        if word in SPEAKING or not {"say", "tell"}.isdisjoint(cue_classes().get(word, ())):
            cue = (sentence.starts[index], sentence.ends[index])
            found = _around(Frame(sentence, cue, None, ()))
            by_name = found.listener is not None and masked[found.listener[0]].isupper()
            return replace(found, listener=None) if by_name else found  # who of the two is "she"?
    return _NOTHING


def _whole(words: Region, titles: Sequence[Region]) -> Region:
    """Give the words with all of a title that they hold a part of: BBC’s “World at One”."""
    start, end = words
    for first, last in titles:
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
    return start, end


def _name(text: str, listener: Region, draft: Draft, whom: Whom) -> str | None:
    """Give whom something was said to by name, else in the text's words if they say who that is."""
    name = whom(listener, draft.speaker)
    if name is not None:
        return name if name != draft.speaker else None
    words = text[slice(*listener)]
    return words if says_who(words.lower().split()) else None
