"""When the event of a word was: in come a sentence's tree and whose its times are, out a time.

A time may stand with another word than the event: with the object of its verb, with what it
happened at, with the verb beside it. Only where grammar leads from one to the other is it taken;
what only bounds an event ("since March", "by Friday") is not when it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from onix.model import TimeExpression
from onix.reading.events.clauses import Held, is_verb
from onix.reading.events.factuality import Claims
from onix.reading.neural.trees import SUBJECTS, Tree, Word
from onix.reading.words import verb_forms, words_of

_DAY_BY: Final = frozenset({"on", "in", "at", "during"})
_HUNG_ON: Final = frozenset({"dobj", "pobj", "prep", "attr", "appos", "nsubj"})
# Before a participle: what goes along with nothing, for it was at another time.
_ORDER: Final = frozenset(
    {"before", "after", "since", "until", "later", "eventually", "afterwards", "subsequently"}
)

_BOUNDS: Final = frozenset({"after", "before"})
_AROUND: Final = _BOUNDS | {"at", "on"}
_CLOCK: Final = re.compile(r"^\d{4}-\d\d-\d\dT\d\d")

_BECOMES: Final = frozenset({"became", "become", "becoming"})
_FIRST: Final = frozenset({"first", "last", "only", "latest"})


def _is_first(word: Word) -> bool:
    return word.text.lower() in _FIRST or word.tag == "JJS"


@cache
def forms(section: str) -> frozenset[str]:
    """Give every form of the verbs in a section of the list of event words."""
    return verb_forms("events", section)


def is_event_noun(tree: Tree, number: int) -> bool:
    """Is this a noun for something that happens: "attack", "election"?"""
    word = tree.words[number]
    return word.tag in {"NN", "NNS"} and word.text.lower() in words_of("events", "nouns")


def is_action_noun(tree: Tree, number: int) -> bool:
    """Is this a noun for what somebody does or undergoes, whose day is seldom its own: "demand"?"""
    word = tree.words[number]
    return word.tag in {"NN", "NNS"} and word.text.lower() in words_of("events", "actions")


def has_subject(tree: Tree, number: int) -> bool:
    """Has a verb a subject of its own?"""
    return any(tree.words[n].label.startswith("nsubj") for n in tree.children[number])


class Times:
    """The times of one sentence's events.

    Args:
        held: As `clauses.held` gives them.
        written: The day (ISO date) on which the words were written, where it is known.
    """

    def __init__(
        self,
        tree: Tree,
        held: Mapping[int, Sequence[Held]],
        claims: Claims,
        written: str | None = None,
    ) -> None:
        self._tree = tree
        self._written = written or ""
        self._claims = claims
        self._held: dict[int, list[Held]] = {}
        for number, times in held.items():
            for each in times:
                self._held.setdefault(self._home(number, each), []).append(each)

    def own(self, number: int) -> TimeExpression | None:
        """Give the time that a word has itself: the narrowest, where all of them agree."""
        bounds = words_of("events", "not_at")
        if is_verb(self._tree, number) and self._claims.has_lasted(number):
            bounds = bounds - {"since"}  # it began then
        if is_verb(self._tree, number) and self._claims.of(number) == "announced":
            bounds = bounds - {"from", "by"}  # "will be shut from 7 April", "… report by 7 April"
        if self._tree.words[number].text.lower() in forms("postponing"):
            bounds = bounds - {"until", "till", "to"}  # "adjourned the hearing until 7 April"
        times = [
            _day_of(each)
            for each in (
                *self._held.get(number, ()),
                *self._at_dated(number),
                *self._with_when(number),
                *self._in_which(number),
                *self._of_first(number),
            )
            if each.time.earliest
            and (bounds.isdisjoint(each.by) or self._is_fixed_for(number, each) or _is_near(each))
        ]
        times.sort(key=lambda each: (_length(each), each.span.start))
        agree = all(
            (each.earliest or "") <= (times[0].earliest or "")
            and (times[0].latest or "") <= (each.latest or "")
            for each in times
        )
        return times[0] if times and agree else None

    def _is_fixed_for(self, number: int, held: Held) -> bool:
        """Is it a day to come that is fixed for it: "is set |for 7 April|"?"""
        is_fixed = self._tree.words[number].text.lower() in forms("fixed")
        is_ahead = bool(self._written and (held.time.earliest or "") > self._written)
        return is_fixed and is_ahead and not self._claims.is_bare(number) and "for" in held.by

    def of(self, number: int) -> TimeExpression | None:
        """Give a word's own time, else that of the verb with which it happened."""
        words = self._tree.words
        for _ in range(len(words)):
            own = self.own(number)
            if own is not None or self._held.get(number):
                return own
            if not is_verb(self._tree, number):
                return None
            below = self._when_clause(number)
            if below is not None:
                return self.own(below)
            if not self._shares_time(number):
                return None
            number = words[number].head
        return None

    def _shares_time(self, number: int) -> bool:
        """Did it happen with the verb above: "On Monday he came and |saw|", "left, |saying|"?

        So did what happened "when": "He was out on Monday when the bridge |fell|".
        """
        words = self._tree.words
        word, above = words[number], words[number].head
        if above == number or not is_verb(self._tree, above):
            return False
        if word.label == "conj" and word.tag == words[above].tag == "VBG":
            return not has_subject(self._tree, number)  # "fell, killing two and |wounding| six"
        if word.label == "conj":
            fronted = any(each.at < min(above, number) for each in self._held.get(above, ()))
            return fronted and (not has_subject(self._tree, number) or self._is_same(number, above))
        if word.label == "advcl" and number > above and self._is_when(number):
            return True
        if word.label == "advcl":
            return word.tag == "VBG" and not any(
                words[n].text.lower() in _ORDER for n in self._tree.children[number] if n < number
            )
        return word.label in {"xcomp", "ccomp"} and words[above].text.lower() in forms("begun")

    def _is_same(self, number: int, above: int) -> bool:
        """Have two verbs one pronoun for their subject: "On Monday |he| came and |he| saw"?"""
        words, children = self._tree.words, self._tree.children
        one, other = (
            {words[n].text.lower() for n in children[verb] if words[n].label in SUBJECTS}
            for verb in (number, above)
        )
        return one == other and all(each in words_of("events", "pronouns") for each in one)

    def _when_clause(self, number: int) -> int | None:
        """Give the verb of a dated clause with "when": "He hung up when she |rang| on Monday"."""
        words = self._tree.words
        return next(
            (
                n
                for n in self._tree.children[number]
                if words[n].label == "advcl" and words[n].tag == "VBD" and self._is_when(n)
                if self._held.get(n)
            ),
            None,
        )

    def _is_when(self, number: int) -> bool:
        """Does a clause begin with "when"?"""
        words = self._tree.words
        return any(
            words[n].text.lower() == "when" and n < number for n in self._tree.children[number]
        )

    def _with_when(self, number: int) -> list[Held]:
        """Give the time that a clause is of: "in |1990|, when the war ended"."""
        word = self._tree.words[number]
        if word.label != "relcl" or not self._is_when(number):
            return []
        held = (each for times in self._held.values() for each in times)
        return [each._replace(by=()) for each in held if each.at == word.head]

    def _in_which(self, number: int) -> list[Held]:
        """Give the time of an event in which something was: "an |April 17| call in which he …"."""
        words = self._tree.words
        word = words[number]
        if word.label != "relcl" or not is_event_noun(self._tree, word.head):
            return []
        is_in = any(
            words[at].text.lower() in words_of("events", "at")
            and any(words[n].tag == "WDT" for n in self._tree.children[at])
            for at in self._tree.children[number]
        )
        return list(self._held.get(word.head, ())) if is_in else []

    def _of_first(self, number: int) -> list[Held]:
        """Give when somebody became the first to do it: "the first to win in |2019|"."""
        words, children = self._tree.words, self._tree.children
        if words[number].text.lower() not in _BECOMES:
            return []
        attributes = [n for n in children[number] if words[n].label in {"attr", "acomp"}]
        if not any(_is_first(words[n]) for each in attributes for n in (each, *children[each])):
            return []
        below = (n for each in (number, *attributes) for n in children[each])
        return [
            held
            for n in below
            if words[n].label in {"xcomp", "relcl"}
            and any(words[at].tag == "TO" for at in children[n])
            for held in self._held.get(n, ())
        ]

    def _home(self, number: int, held: Held) -> int:
        """Give the word to which a time belongs: a day that hangs on a verb's object is the verb's.

        The parser often hangs it there: "signed the accord | on Monday". Where the noun is an
        event, the day is that event's.
        """
        words = self._tree.words
        if words[number].label == "acomp" and is_verb(self._tree, words[number].head):
            number = words[number].head  # "will be |higher| from 7 April"
        bare = not held.by and words[held.at].label == "npadvmod"
        if not bare and not (held.by and _DAY_BY.issuperset(held.by)):
            return number
        at = number
        while not is_event_noun(self._tree, at) and words[at].head != at:
            is_hung = words[at].tag.startswith("N") and words[at].label in _HUNG_ON
            if not is_hung and not (at != number and words[at].tag in {"IN", "TO"}):
                break
            at = words[at].head
        if self._is_announced(at) and (held.time.latest or "~") <= self._written:
            return words[at].head
        return at if is_verb(self._tree, at) else number

    def _is_announced(self, number: int) -> bool:
        """Is it the event that somebody makes known: "announced her |resignation| on May 3"?"""
        word = self._tree.words[number]
        above = self._tree.words[word.head].text.lower()
        return word.label == "dobj" and above in forms("announcing")

    def _at_dated(self, number: int) -> list[Held]:
        """Give the times of the events at which something happened: "at |Friday|'s hearing".

        So are those of what somebody attends, and of what they come to if the day stands behind it:
        "will send a clerk to the hearing on |Friday|".
        """
        words, children = self._tree.words, self._tree.children
        if not is_verb(self._tree, number):
            return []
        found = []
        for child in children[number]:
            word = words[child]
            by = word.text.lower()
            if word.label == "dobj" and words[number].text.lower() in forms("attending"):
                nouns = [child]
            elif word.label == "prep" and (by == "to" or by in words_of("events", "at")):
                nouns = [n for n in children[child] if words[n].label == "pobj"]
            else:
                continue
            for noun in nouns:
                if is_event_noun(self._tree, noun):
                    found += [e for e in self._held.get(noun, ()) if by != "to" or e.by]
        return found


def _is_near(held: Held) -> bool:
    """Is it only the hour that bounds it: "hit the pier |shortly after 2 p.m.| on Feb. 4"?"""
    return (
        bool(_BOUNDS & set(held.by))
        and _AROUND.issuperset(held.by)
        and _CLOCK.search(held.time.value) is not None
    )


def _day_of(held: Held) -> TimeExpression:
    """Give a time, or the day of an hour that only bounds what was."""
    if not _is_near(held):
        return held.time
    return replace(held.time, type="DATE", value=held.time.value[: len("2025-03-12")])


def _length(time: TimeExpression) -> int:
    if not time.earliest or not time.latest:
        return 0
    return (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days
