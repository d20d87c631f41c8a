"""Interviews in articles: in come paragraphs, out come those that open with who speaks in them.

"Q: Did you sleep?", "Ms Reyes: Like a stone." and "REPORTER: …": a paragraph behind such a label is
somebody's words without any marks, and so are those below it up to the next label. Questions of an
announced conversation may stand without labels. It is its own file because a label is told from any
other word before a colon only by how often it returns: one alone over a story is where that was
written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.units import Unit
from onix.reading.names.identities import behind_titles, speaker_name
from onix.reading.names.namings import is_outlet
from onix.reading.names.persons import nouns_in
from onix.reading.quotes.draft import Draft
from onix.reading.quotes.interviewed import find_interviewed
from onix.reading.quotes.turn_lines import ENDS, answered, is_spoken
from onix.reading.speakers.cast import Cast

_LABEL = re.compile(
    r"(?:\*\*|__)?(?:(?P<letter>Q(?:uestion)?|A(?:nswer)?)[.:](?:\*\*|__)?\s+(?=\S)"
    r"|(?P<label>(?:The\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}):(?:\*\*|__)?\s+(?=\S))"
)
_WORD = re.compile(r"\w")
_FEWEST = 3  # turns
_SHORTEST_PLACE = 4  # letters: "Q", "ANC"
_HEAD = 600  # characters in which a headline, a byline and the place of a story stand
_SPEAKERS = 2
_SPOKEN = 0.7  # of the paragraphs behind labels end as sentences do
_QUESTIONS, _ANSWERS = ("Q", "Question"), ("A", "Answer")
_UNLABELLED = ""
_SURE = 0.8
_ONESELF = frozenset({"i", "we", "me", "us"})
_OF_ONESELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph in which somebody speaks: its label, and the words behind it.

    Attributes:
        label: Empty where a question without a label is answered.
        more: The paragraphs below in which they go on, by their numbers.
    """

    label: Region
    body: Region
    more: Mapping[int, Region] = field(default_factory=dict)

    @property
    def end(self) -> int:
        """Where it ends."""
        return max([self.body[1], *(end for _, end in self.more.values())])


class Interview:
    """The turns of an interview in an article, by the numbers of their paragraphs; often none.

    Args:
        place: The paragraph that opens with where the story was written ("TORBURY: A ferry …"),
            which nobody says; none or one.
    """

    def __init__(
        self, text: str, turns: Mapping[int, Turn], place: Mapping[int, Turn] | None = None
    ) -> None:
        self._text = text
        self._turns = turns
        self._labelled = {**turns, **(place or {})}
        self._in_order = [turns[number] for number in sorted(turns)]
        self._starts = [turn.label[0] for turn in self._in_order]
        self._named: dict[Region, str | None] = {}

    def name(self, cast: Cast, title: str | None, askers: Container[str]) -> None:
        """Find whom the labels stand for: a name, initials, a post, or "A" for who is asked."""
        if not self._in_order:
            return
        lead = self._text[: self._starts[0]]
        asked = find_interviewed(lead, title or "", cast, askers)
        named: dict[str, str | None] = dict.fromkeys(_QUESTIONS)
        for turn in self._in_order:
            label = self._text[slice(*turn.label)]
            if label in named or label in (_UNLABELLED, *_ANSWERS):
                continue
            first = asked if asked is not None and asked.partition(" ")[0] == label else None
            only = _only_one((lead, title or ""), label, cast)
            named[label] = _bearer(label, cast) or only or first
        if asked is None:
            asked = self._answers(named) or self._of_oneself((lead, title or ""), cast, askers)
        for turn in self._in_order:
            self._named[turn.label] = named.get(self._text[slice(*turn.label)], asked)

    def _answers(self, named: Mapping[str, str | None]) -> str | None:
        """Give the only one named by a label beside "Q", where the other answers have none."""
        people = {*named.values()} - {None}
        return people.pop() if len(people) == 1 else None

    def _of_oneself(self, leads: Sequence[str], cast: Cast, askers: Container[str]) -> str | None:
        """Give the only one above who may say "I" in the answers; an outlet's own do not."""
        answers = [
            turn
            for turn in self._in_order
            if self._text[slice(*turn.label)] in (_UNLABELLED, *_ANSWERS)
        ]
        if not any(_OF_ONESELF.search(self._text, *turn.body) for turn in answers):
            return None
        return _only_one(leads, None, cast, askers)

    def speaker(self, source: Region) -> str | None:
        """Give who speaks by a label, or by "I" and "you" in a turn; None for other words."""
        turn = self._at(source[0])
        if turn is None:
            return None
        if source == turn.label:
            return self._named[source]
        words = self._text[slice(*source)].lower()
        others = {*self._named.values()} - {self._named[turn.label]}
        if words == "you" and len(others) == 1:
            return others.pop()
        return self._named[turn.label] if words in _ONESELF else None

    def is_label(self, source: Region) -> bool:
        """Does a label stand there, which means nobody but whom it names?"""
        return source in self._named

    def speaks(self, position: int) -> str | None:
        """Give who speaks at a place, who is not the "he" of it."""
        turn = self._at(position)
        return None if turn is None else self._named[turn.label]

    def asks(self) -> set[str]:
        """Give the labels that stand for a question, or else in half of whose turns one is."""
        turns = Counter(self._text[slice(*turn.label)] for turn in self._in_order)
        asked = Counter(
            self._text[slice(*turn.label)]
            for turn in self._in_order
            if "?" in self._text[slice(*turn.body)]
        )
        questions = turns.keys() & {*_QUESTIONS}
        return questions or {
            label for label, count in turns.items() if label and 2 * asked[label] >= count
        }

    def _at(self, position: int) -> Turn | None:
        number = bisect_right(self._starts, position) - 1
        turn = self._in_order[number] if number >= 0 else None
        return turn if turn is not None and position < turn.end else None

    def without_labels(self, masked: str) -> str:
        """Give the text with blanks for labels, which are no part of the sentences behind them."""
        for turn in self._labelled.values():
            start, end = turn.label[0], turn.body[0]
            masked = f"{masked[:start]}{' ' * (end - start)}{masked[end:]}"
        return masked

    def behind_labels(self, units: Sequence[Unit]) -> list[Unit]:
        """Let the first sentence of each turn begin behind its label."""
        found = []
        for unit in units:
            turn = self._labelled.get(unit.paragraph)
            if turn is None or unit.start >= turn.body[0]:
                found.append(unit)
            elif unit.end > turn.body[0]:
                found.append(replace(unit, start=turn.body[0]))
        return found

    def with_turns(
        self, drafts: Sequence[Draft], masked: str, units: Sequence[Unit]
    ) -> list[Draft]:
        """Add what is said in each turn; words in marks that are all of it are its speaker's.

        A few words in marks that no cue governs are nobody's, and who asks is quoted only in marks.
        """
        if not self._turns:
            return list(drafts)
        spoken = {
            number: (turn, region)
            for paragraph, turn in self._turns.items()
            for number, region in ((paragraph, turn.body), *turn.more.items())
        }
        found: list[Draft] = []
        for draft in drafts:
            turn, region = spoken.get(draft.unit.paragraph, (None, (0, 0)))
            if turn is not None and draft.cue is None:
                whole = not _WORD.search(masked, *region)
                draft.source, draft.confidence = (_source(turn), _SURE) if whole else (None, 0.3)
                draft.cue = _colon(turn) if whole else None
            found.append(draft)
        last = {unit.paragraph: unit for unit in units}
        asks = self.asks()
        for paragraph, turn in self._turns.items():
            if self._text[slice(*turn.label)] in asks:
                continue
            said = {
                number: region
                for number, region in ((paragraph, turn.body), *turn.more.items())
                if _WORD.search(masked, *region) and number in last
            }
            if said:
                cue, unit = _colon(turn), last[max(said)]
                content = [said[number] for number in sorted(said)]
                found.append(Draft("direct", content, [], cue, _source(turn), _SURE, unit))
        return found


def find_interview(text: str, parts: Sequence[Region]) -> Interview:
    """Give the turns of an article: where two speak, one of them twice, in sentences.

    A list has labels, too, but asks no questions. Where questions without labels are announced,
    what stands below each is a turn.
    """
    found: dict[int, Turn] = {}
    for number, (start, end) in enumerate(parts):
        match = _LABEL.match(text, start, end)
        if match is not None:
            label = match.span(match.lastgroup or 0)
            found[number] = Turn(label, (match.end(), start + len(text[start:end].rstrip())))
    counts = Counter(_sort(text, turn) for turn in found.values())
    turns = {
        number: turn
        for number, turn in found.items()
        if counts[_sort(text, turn)] > 1 or {number - 1, number + 1} <= found.keys()
    }
    labels = {_sort(text, turn) for turn in turns.values()}
    said = [text[slice(*turn.body)] for turn in turns.values()]
    ends = sum(words.endswith(ENDS) for words in said)
    asks = any(words.rstrip("”\"’'").endswith("?") for words in said) or (
        all(map(str.isupper, labels))
    )
    speak = len(turns) >= _FEWEST and len(labels) >= _SPEAKERS and ends >= _SPOKEN * len(turns)
    if speak and asks:
        return Interview(text, _going_on(text, parts, turns), _place(text, found))
    return Interview(text, _unlabelled(text, parts, found), _place(text, found))


def _sort(text: str, turn: Turn) -> str:
    """Give a label as it returns: "Question" the first time, and then "Q"."""
    label = text[slice(*turn.label)]
    return label[0] if label in (*_QUESTIONS, *_ANSWERS) else label


def _going_on(text: str, parts: Sequence[Region], turns: Mapping[int, Turn]) -> dict[int, Turn]:
    """Let answers go on over the paragraphs before the next question.

    Where the same one answers twice in a row, what ends in a question mark between is a question;
    where somebody else does, it is open whose the paragraphs between are.
    """
    interview = Interview(text, turns)
    asks = interview.asks()
    numbers = sorted(turns)
    found = dict(turns)
    for number, following in pairwise(numbers):
        label, after = (text[slice(*turns[each].label)] for each in (number, following))
        between = range(number + 1, following)
        if label in asks or (after not in asks and after != label):
            continue
        if after == label:
            between = between[:-1]
        found[number] = replace(
            turns[number], more={k: parts[k] for k in between if is_spoken(text, parts[k])}
        )
    return found


def _unlabelled(
    text: str, parts: Sequence[Region], labelled: Mapping[int, Turn]
) -> dict[int, Turn]:
    """Give the answers to questions without labels; a label may stand before the first of them."""
    found = {}
    for first, *others in answered(text, parts):
        start, end = parts[first]
        turn = labelled.get(first, Turn((start, start), (start, end)))
        found[first] = replace(turn, more={number: parts[number] for number in others})
    return found


def _place(text: str, labelled: Mapping[int, Turn]) -> dict[int, Turn]:
    """Give the paragraph that opens with the only label in capitals, high up, of no person."""
    capital = [
        (number, turn, label)
        for number, turn in labelled.items()
        if (label := text[slice(*turn.label)]).isupper() and len(label) >= _SHORTEST_PLACE
    ]
    if len(capital) != 1:
        return {}
    number, turn, label = capital[0]
    is_somebody = speaker_name(label) is None or any(map(nouns_in, label.lower().split()))
    return {} if is_somebody or turn.label[0] >= _HEAD else {number: turn}


def _source(turn: Turn) -> Region | None:
    return turn.label if turn.label[0] < turn.label[1] else None


def _colon(turn: Turn) -> Region | None:
    if _source(turn) is None:
        return None
    return turn.label[1], turn.label[1] + 1


def _bearer(label: str, cast: Cast) -> str | None:
    """Give whose name, initials or post a label is, if it is one person's."""
    if is_outlet(label):
        return None
    words = label[behind_titles(label, 0, len(label)) :]
    fits = cast.bearers(words) if words else set()
    if label.isupper() and not fits:
        letters = label.replace(".", "")
        fits = {name for name in cast.people if " " in name and _initials(name) == letters}
    fits = fits or cast.people.keys() & {*cast.known_as(words.lower().rpartition(" ")[2])}
    return fits.pop() if len(fits) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]", name) if word[:1].isupper())


def _only_one(
    leads: Sequence[str], family: str | None, cast: Cast, askers: Container[str] = ()
) -> str | None:
    """Give whom an interview is with: the only one, or one of a family, in its lead or title."""
    bearers = cast.people.keys() if family is None else cast.bearers(family)
    for words in leads:
        people = {name for name in bearers if " " in name and name in words}
        people = {name for name in people if name not in askers}
        people = {name for name in people if cast.people[name].credits < cast.people[name].times}
        if len(people) == 1:
            return people.pop()
    return None
