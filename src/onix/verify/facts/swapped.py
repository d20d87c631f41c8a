"""Is somebody or some place put where another belongs? Names of a line in, what stands there out.

A name that the record has, in a clause that the record tells of another: "Anna Berg sold the boat"
where Karl Moe sold it. That is sure only where the clause is surely the same, nothing likely has
the draft's name, and the other name stands beside the same words; or where the other name answers
who or where it was, and the draft's does by far not so. What was looked up says nothing of it: of
20 names found so in an archive's own articles none was wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

import numpy as np

from onix.model import Marks, Mention, MentionKind, Span
from onix.reading.grammar import lexicon
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.asked import answers
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, Word, words_in
from onix.verify.facts.names import is_land, plain
from onix.verify.facts.shelf import Shelf, clause_of
from onix.verify.facts.tellings import Mask, Tellings, against
from onix.verify.facts.titles import is_title

Key = frozenset[str]
# How likely a clause has to be the same, and how far ahead of all that have the draft's name.
_LEAST: dict[MentionKind, float] = {"person": 7, "place": 7, "organisation": 8}
_AHEAD: dict[MentionKind, float] = {"person": 2, "place": 2, "organisation": 3}
_TOLD = 4.5  # or how likely it has to be that the record tells of it, for a name to be asked for,
_ASKED_OF = 6  # in so many clauses at most,
_ASKED_FOR: dict[MentionKind, str] = {
    "person": "who",
    "place": "where",
    "organisation": "which organisation",
}
_ANSWERS: dict[MentionKind, float] = {"person": 4.5, "place": 4.5, "organisation": 0.5}  # how well
_BETTER = 5.0  # it then has to answer, and how much better than the draft's does,
_EVEN = 0.01  # and by how much less likely than the likeliest clause one may be;
_AROUND = 0.36  # and how alike what stands around both has to be
_VERB = 3  # words behind a name in which it says something
_NEAR = 6  # words between a name and what has to stand beside the other, too
_IN = re.compile(r"\b(?:in|at|near|to|from|of|off|outside|around|for|a|an|the)\s$", re.IGNORECASE)


class Swaps:
    """Whom and what each sentence of the sources names, pronouns that surely stand for one too."""

    def __init__(self, shelf: Shelf, tellings: Tellings, sources: Sequence[Marks]) -> None:
        self._shelf, self._tellings = shelf, tellings
        self._texts = [frozenset(_words(line.span.text)) for line in shelf.lines]
        self._known = frozenset[str]().union(*self._texts)
        meant: dict[str, list[Mention]] = defaultdict(list)
        for marks in sources:
            meant[marks.document.id] += marks.meant
        for mentions in meant.values():
            mentions.sort(key=_start)
        self._meant = [
            frozenset(
                word
                for each in _beginning_in(line.span, meant[line.document.id])
                for word in _words(each.name or "")
            )
            for line in shelf.lines
        ]
        self._named = [
            [(each, _key(each)) for each in line.mentions if _is_name(each)] for line in shelf.lines
        ]
        self._all = [
            texts | meant | {word for _, key in named for word in key}
            for texts, meant, named in zip(self._texts, self._meant, self._named, strict=True)
        ]

        self._having_word: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._all):
            for word in words:
                self._having_word[word].append(number)

    def _having(self, words: Key) -> Mask:
        """Say of each line of the sources whether it has one of these words."""
        found = np.zeros(len(self._all), dtype=np.bool_)
        for word in words & self._having_word.keys():
            found[self._having_word[word]] = True
        return found

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the names of a draft's line in whose place the record surely has another."""
        if line.is_question or " | " in line.span.text:
            return  # who asks tells nothing, and a row of a table is told by its heading
        here = frozenset(_words(line.span.text)).union(*(_key(each) for each in line.mentions))
        asked: dict[Span, tuple[float, Found]] = {}
        for mention in line.mentions:
            if line.says_nothing(mention.span):
                continue
            is_origin = any(each.span.overlaps(mention.span) for each in line.provenance)
            if not line.is_quoted(mention.span) and not is_origin and _is_name(mention):
                weight, found = self._verify(line, mention, here)
                if found is None or found.source is None:
                    continue
                if weight is None:
                    yield found
                elif weight > asked.get(found.source, (0.0, found))[0]:
                    asked[found.source] = weight, found
        # Of two names of a sentence one alone can stand in the place of another.
        yield from (found for _, found in asked.values())

    def _verify(self, line: Line, mention: Mention, here: Key) -> tuple[float | None, Found | None]:
        """Give a name that is wrong, and how well the other answers where that was asked."""
        own = _key(mention) - words_of("facts", "no_names") - words_of("roles", "bodies")
        if not own or not _is_placed(line, mention):
            return None, None
        if not own & self._known:
            return None, None  # it may be known to who wrote this alone, or go by another name
        own |= {each for word in own for each in lexicon.relatives(word)}
        having = self._having(own)
        bears: Mask = having.copy()
        bears[1:] |= having[:-1]  # by a pronoun, it may be
        bearing = bears[self._tellings.of_line]
        clause = clause_of(line, mention.span) or line.span
        scores = np.maximum(
            self._tellings.scores(line, clause, mention.span),
            self._tellings.scores(line, line.span, mention.span),
        )
        least, ahead = _LEAST[mention.kind], _AHEAD[mention.kind]
        beside = _beside(line, mention.span)
        places: dict[int, Span] = {}
        # What is less likely than the likeliest stands against nothing.
        for at in np.flatnonzero(~bearing & (scores >= max(least, scores.max() - _EVEN))).tolist():
            where, _ = self._tellings.places[at]
            rivals = self._others(line, mention, at, here)
            found = (each for each in rivals if _share(beside, _beside(where, each)))
            if (place := next(found, None)) is not None:
                places[at] = place
        others = np.zeros_like(bearing)
        others[list(places)] = True
        best = against(scores, others, bearing, least=least, ahead=ahead)
        if best is not None:
            where, _ = self._tellings.places[best]
            return None, Found("name", mention.span, "contradicted", where, places[best], "name")
        if len(scores) and bearing[scores.argmax()]:
            return None, None  # what is likeliest of all is told of the draft's name
        near = [at for at in scores.argsort()[::-1][:_ASKED_OF] if scores[at] >= _TOLD]
        told = [at for at in scores.argsort()[::-1] if bearing[at]][:_ASKED_OF]
        rivals_at = {
            at: [] if bearing[at] else self._others(line, mention, at, here) for at in near
        }
        answer = self._answer(line, mention, own, [*near, *told], rivals_at)
        if answer is None:
            return None, None
        kind = _kind(line, mention)
        return answer[0], Found(kind, mention.span, "contradicted", *answer[1], kind)

    def _answer(
        self,
        line: Line,
        mention: Mention,
        own: Key,
        near: Sequence[int],
        rivals: Mapping[int, Sequence[Span]],
    ) -> tuple[float, tuple[Line, Span]] | None:
        """Give the name that answers who or where it was, where the draft's does by far not so.

        What is told in other words is found so, and less has to be alike.

        Args:
            near: The clauses that are asked, those that may bear the draft out with them; `rivals`
                has the names that may answer, by clause.
        """
        slot = _slot(line, mention.span)
        found = [
            (self._tellings.places[at][0], place)
            for at in near
            for place in rivals.get(at, ())
            if slot is not None
            and (other := _slot(self._tellings.places[at][0], place)) is not None
            and self._shelf.likeness_around(line, slot, self._tellings.places[at][0], other)
            >= _AROUND
        ]
        if slot is None or not found:
            return None
        lines = sorted({int(self._tellings.of_line[at]) for at in near})
        bearing = [
            (self._shelf.lines[number], each.span)
            for number in lines
            for each, key in self._named[number]
            if own & key
        ]
        weights = answers(line, slot, _ASKED_FOR[mention.kind], [*found, *bearing])
        weight, best = max(zip(weights, found, strict=False), key=lambda each: each[0])
        own_weight = max(weights[len(found) :], default=weight - _BETTER)
        is_sure = weight >= max(_ANSWERS[mention.kind], own_weight + _BETTER)
        return (weight, best) if is_sure else None

    def _others(self, line: Line, mention: Mention, at: int, here: Key) -> list[Span]:
        """Give the other names of its kind in a clause of the record.

        In what nobody gave for the draft, anybody may have done something alike.
        """
        where, clause = self._tellings.places[at]
        if self._shelf.is_looked_up(where):
            return []
        return [
            other.span
            for other, key in self._named[int(self._tellings.of_line[at])]
            if (
                other.kind == mention.kind
                and clause.start <= other.span.start < clause.end
                and not key & here
                and not any(lexicon.relatives(word) & line.stems for word in key)
                and _is_placed(where, other)
                and (mention.kind != "place" or _are_apart(line, mention.span, where, other.span))
            )
        ]


def _start(mention: Mention) -> int:
    return mention.span.start


def _beginning_in(span: Span, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Give those of some mentions, in the order of the text, that begin in a place."""
    first = bisect_left(mentions, span.start, key=_start)
    return mentions[first : bisect_left(mentions, span.end, key=_start)]


def _kind(line: Line, mention: Mention) -> Literal["name", "attribution"]:
    """Say whether a name is wrong, or the right one of somebody else: "Berg denies it" for Moe.

    Who says something by a family name alone was named before, and is surely meant.
    """
    behind = words_in(line.behind(mention.span.end))[:_VERB]
    says = any(each.overlaps(mention.span) for quote in line.quotes for each in quote.source)
    says = says or not _sayings().isdisjoint(behind)
    is_short = len(words_of_name(mention.span.text)) == 1
    return "attribution" if says and is_short else "name"


@cache
def _sayings() -> frozenset[str]:
    return verb_forms("cues", "say") | verb_forms("cues", "tell") | verb_forms("cues", "think")


def _slot(line: Line, name: Span) -> Span | None:
    """Give the place of a line that holds a name, as it is compared with others."""
    return next((each for each in line.names if each.overlaps(name)), None)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in words_of_name(plain(text)) if len(word) > 1)


def _key(mention: Mention) -> Key:
    return frozenset((*_words(mention.name or ""), *_words(mention.span.text)))


def _is_name(mention: Mention) -> bool:
    """Is it a name, and where it is a person's, one that is known in full?"""
    text = mention.span.text
    if not text[:1].isupper() or text.isupper():
        return False  # a dateline, or "UN", which may stand there in full
    return mention.kind != "person" or len(words_of_name(mention.name or text)) > 1


def _is_placed(line: Line, mention: Mention) -> bool:
    """Is a place where something is, and not a government: "in Oslo", "Oslo refused"?"""
    if mention.kind != "place":
        return True
    owns = line.behind(mention.span.end, 2).startswith(("'", "’"))
    return not owns and _IN.search(line.before(mention.span.start)) is not None


def _are_apart(line: Line, span: Span, where: Line, place: Span) -> bool:
    """Can something not be at both places?

    "Near Hull" is in Yorkshire, Lisbon in Portugal, and who comes from Egypt goes to Malta.
    """
    are_lands = [
        any(map(is_land, (each.lower(), *_words(each)))) for each in (span.text, place.text)
    ]
    if are_lands[0] != are_lands[1]:
        return False
    both = [
        found.group().strip().lower() if found is not None else ""
        for found in (_IN.search(line.before(span.start)), _IN.search(where.before(place.start)))
    ]
    if both[0] == both[1]:
        return True
    return not {"from", "off", "near", "outside", "around"} & set(both)


def _beside(line: Line, span: Span) -> list[Word]:
    """Give the content words that stand a few words from a name, itself left out."""
    inside = [word.place for word in line.words if span.start <= word.start < span.end]
    if not inside:
        return []
    first, last = min(inside) - _NEAR, max(inside) + _NEAR
    return [
        word
        for word in line.words
        if first <= word.place <= last
        and not span.start <= word.start < span.end
        and not is_title(word.low)
    ]


def _share(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    return any(
        one.stem == other.stem or (not one.is_value and lexicon.match(one.low, other.low) > 0)
        for one in mine
        for other in theirs
    )
