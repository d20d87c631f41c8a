"""Does a draft tell as its own what every source credits to somebody? Lines in, verdicts out.

A ground is an outlet that found out what a clause tells, a document in which it stands, or a verb
by which it is somebody's claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, small_words, words_in
from onix.verify.facts.openness import softened
from onix.verify.facts.tellings import Mask, Tellings, against, tell_of_two
from onix.verify.facts.voice import bodies
from onix.verify.facts.voices import Voices

_LEAST = 7.8  # how likely a clause has to tell the same, that credits somebody,
_AHEAD = 2.0  # and how much likelier than any that does not


_SHORT = 7  # words of a clause that only says whom another is from
_TAKES_UP = frozenset({"and", "but", "which", "who", "he", "she", "it", "they"})
_CONTENTION = re.compile(r"\w['’]s?\s(?P<noun>\w+)\sthat\b")
_FOR = re.compile(
    r"For\s(?:the|its|their)\s(?:[\w’'-]+\s)?(?P<noun>\w+),?\s(?:it|this|that|there)\s(?:is|was)\b"
)
_SAID = re.compile(
    r"(?<!not\s)\b(?:sa(?:ys?|id)|according\sto|(?:charge|claim|accusation|allegation|assertion)s?\s"
    r"(?:made\s)?(?:by|of)|by\s(?:his|her|their|its)(?:\sown)?\saccount|rumou?red"
    r"|would\shave\sit\b"
    r"|,\sby\s(?:an?|the|its|their)\s(?:[\w’'-]+\s)?(?:paper|report|study|memo|survey|note)\s(?:of|by|from)\b"
    r"|(?<=^It\s)(?:tells|told|speaks|spoke)\sof|(?<=n\s)(?:[\w’'-]+\s){1,3}(?:view|opinion|eyes|words))\b"
)
# "In their view": it is somebody's, who is named before.
_VIEW = re.compile(
    r"\b[Ii]n\s(?:(?:my|his|her|their|its|our)(?:\sown)?|(?:[\w’'-]+\s){1,3}?[\w-]+['’]s?)\s"
    r"(?:view|opinion|judge?ment|estimation|assessment|telling|reading|eyes)\b"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a clause of the sources goes back to: the words, and those that name it."""

    span: Span
    keys: frozenset[str]
    is_claim: bool = False


class Credits:
    """What each clause of the sources goes back to, if it says so."""

    def __init__(self, tellings: Tellings, voices: Voices) -> None:
        self._tellings, self._voices = tellings, voices
        self._grounds = [list(_grounds(line, clause, voices)) for line, clause in tellings.places]

    def verify(self, lines: Sequence[Line]) -> Iterator[Found]:
        """Give the clauses of a draft that every source credits to somebody, and it to nobody."""
        credited = {
            line.number
            for line in lines
            if any(each.kind in ("outlet", "document") for each in self._voices.of(line))
        }
        named = frozenset(word for line in lines for word in words_in(line.span.text))
        before: Line | None = None
        for line in lines:
            # What somebody said goes on: "It had failed an inspection."
            goes_on = before is not None and line.meant != line.span.text and _says(before)
            before = line
            # A credit goes for the sentence after it, and for the one that leads to it.
            is_near = not credited.isdisjoint(range(line.number - 1, line.number + 2))
            if not (goes_on or _SAID.search(line.span.text)):
                whole = map(line.with_verb, line.telling_clauses or _sums(line))
                for clause in filter(None, whole):
                    if not (_is_somebodys(line, clause) or _is_credit(clause)):
                        yield from self._verify(line, clause, named, claims_only=is_near)

    def _verify(
        self, line: Line, clause: Span, named: frozenset[str], *, claims_only: bool
    ) -> Iterator[Found]:
        soft = softened(line, clause)
        if soft is None:
            return
        own, says = frozenset(words_in(line.span.text)), _says(line)
        scores = self._tellings.scores(line, clause)
        # What is less likely neither stands against it nor forbids another to.
        told: Mask = scores >= _LEAST - _AHEAD
        grounds = {
            int(at): ground
            for at in np.flatnonzero(told)
            for ground in reversed(self._grounds[at])
            if _counts(ground, own, named, soft)
            and not (says and ground.is_claim)
            and ground.is_claim >= claims_only
        }
        others = np.zeros_like(told)
        others[list(grounds)] = True
        at = against(scores, others, told & ~others, least=_LEAST, ahead=_AHEAD)
        if at is None or tell_of_two(line, clause, *self._tellings.places[at]):
            return
        ground, (where, _) = grounds[at], self._tellings.places[at]
        credit = _credit_in(line, clause)
        words = words_in(where.span.text)
        if credit is not None:
            # It is from somebody, whom the record does not name for it.
            if _named_in(words_in(credit.text), words):
                return
            yield Found("attribution", credit, "contradicted", where, ground.span, "attribution")
            return
        voices = self._voices.of(line) if says else []
        if not all(_named_in(each.keys, words) for each in voices if each.keys):
            return
        yield Found(
            "attribution",
            clause,
            "contradicted",
            where,
            ground.span,
            "attribution",
            is_left_out=True,
        )


def _sums(line: Line) -> Iterator[Span]:
    """Give the clauses that say little more than a sum: "He left with £2 million"."""
    for clause in line.clauses:
        words = [each for each in line.words if clause.start <= each.start < clause.end]
        if len(words) > 1 and any(each.is_value for each in words):
            yield clause


@cache
def _crediting() -> frozenset[str]:
    found = (verb_forms("cues", each) for each in ("say", "tell", "think", "show"))
    return frozenset[str]().union(*found, words_of("facts", "reckoned"))


def _credit_in(line: Line, clause: Span) -> Span | None:
    """Give the clause behind another that says whom it is from: "the company's figures show"."""
    behind = (each for each in line.clauses if each.start >= clause.end)
    return next(filter(_is_credit, behind), None)


def _is_credit(clause: Span) -> bool:
    words = words_in(clause.text)
    is_short = len(words) <= _SHORT and words[0] not in _TAKES_UP
    return is_short and not _crediting().isdisjoint(words[1:][-2:])


def _named_in(words: Iterable[str], told: Sequence[str]) -> bool:
    """Is anybody of these words named in those of a source?"""
    nouns = [each for each in words if each not in small_words() | _crediting()]
    return any(lexicon.match(one, other) > 0 for one in nouns for other in told)


def _grounds(line: Line, clause: Span, voices: Voices) -> Iterator[Ground]:
    for voice in voices.of(line):
        if (voice.kind == "outlet" and voice.is_named and not voice.is_told) or (
            voice.kind == "document" and _tells(line, voice.span)
        ):
            yield Ground(voice.span, voice.keys)
    if (view := _VIEW.search(clause.text)) is not None:
        start = clause.start + view.start()
        span = line.document.span(start, start + len(view.group()))
        yield Ground(span, frozenset(), is_claim=True)
    claims = verb_forms("facts", "claims")
    for quote in line.quotes:
        said = line.said_in(quote)
        if said is not None and _is_most(said, clause):
            yield from (
                Ground(cue, frozenset(), is_claim=True)
                for cue in quote.cue
                if cue.text.lower() in claims and not line.before(cue.start).endswith(" and ")
            )


def _is_most(said: Span, clause: Span) -> bool:
    """Is most of a clause what is said? Else it tells something else, too."""
    shared = min(said.end, clause.end) - max(said.start, clause.start)
    return 2 * shared >= clause.end - clause.start


def _counts(
    ground: Ground, own: frozenset[str], named: frozenset[str], soft: frozenset[str]
) -> bool:
    """Would a draft have to name it, that leaves nothing open and does not tell of it?

    Of what a firm announces it tells by name; what is about a study need not name it every time.
    """
    if ground.is_claim:
        return not soft
    if len(ground.keys) == 1 and not ground.span.text[:1].isupper():
        return ground.keys.isdisjoint(named)
    return 2 * len(ground.keys & own) < len(ground.keys)


def _says(line: Line) -> bool:
    """Does a line say that somebody says what it tells?"""
    if _SAID.search(line.span.text):
        return True
    said = verb_forms("cues", "say") | verb_forms("cues", "tell") - verb_forms("facts", "asked")
    return any(
        each.text.lower() in said or each.text.lower().startswith("according")
        for quote in line.quotes
        for each in quote.cue
    )


def _is_somebodys(line: Line, clause: Span) -> bool:
    """Is a clause what somebody named says, by a noun: "the prosecution's contention"?

    Or how it is for them: "For the prosecution it was two payments".
    """
    if (seen := _FOR.match(clause.text)) is not None and seen["noun"].lower() in bodies():
        return True
    nouns = words_of("cues", "noun") | words_of("cues", "put_noun") | words_of("cues", "voice_noun")
    if any(each["noun"].lower() in nouns for each in _CONTENTION.finditer(clause.text)):
        return True
    return any(
        quote.source
        and any(cue.text.lower() in nouns for cue in quote.cue)
        and (said := line.said_in(quote)) is not None
        and said.overlaps(clause)
        for quote in line.quotes
    )


def _tells(line: Line, span: Span) -> bool:
    """Is what a line says told by a document in it: "according to the memo", "the log shows"?

    Not by one that is made to be told on: a statement, figures.
    """
    if words_of("facts", "statements").intersection(words_in(span.text)):
        return False
    if re.search(r"\baccording\sto\s(?:\w+\s)?$", line.before(span.start), re.IGNORECASE):
        return True
    behind = words_in(line.behind(span.end, 30))[:2]
    if re.search(r"\bwhose\s(?:\w+\s)*$", line.before(span.start)):
        return False
    if "nothing" in behind:  # "the agreement says nothing of them"
        return False
    return bool(behind) and behind[0] in verb_forms("cues", "say") | verb_forms("cues", "show")
