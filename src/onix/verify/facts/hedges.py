"""Does a draft state flatly what every source leaves open? Clauses of a line in, verdicts out.

A clause that says "may", "reportedly", "is accused of" leaves open what it says; where no source
says the same without such words, neither may the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onix.model import Span
from onix.reading import lexicon
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, small_words, words_in
from onix.verify.facts.shelf import Shelf, key_of

_WORD = re.compile(r"[^\W\d_]+")
_RELATIVE = re.compile(r"(?<=\w{3})\s(?:that|which|who)\s")
_NO_DOUBT = re.compile(r"\s?not\b|n[’']t\b")  # "could not fill", "cannot": nothing is left open
_LEFT = re.compile(
    r"\b(?:is|are|was|were)\s(?:widely\s)?(?:said|rumou?red|reported|expected|tipped|feared)\sto\b"
    r"|\btoo\s(?:early|soon)\sto\s(?:say|tell|know)(?:\s(?:whether|if))?"
    r"|\b(?:legend|rumou?r|tradition|folklore|gossip)\shas\sit\b"
    r"|\b(?:there\sis|there[’']s)\sa\s(?:story|tale|legend|rumou?r)\sthat\b|\bthe\sstory\sgoes\b",
    re.IGNORECASE,
)
_SAID = frozenset({"say", "says", "said", "tell", "tells", "told", "according"})
_KNOWN = re.compile(r"\b(?:the|this|that|its|their|his|her|our)\s(?:plans?|proposals?|claims?)\b")
_UNLESS_SO = re.compile(
    r"\bif\s(?:it\sis\s)?(?:confirmed|true|verified|correct|proven|upheld)\b", re.IGNORECASE
)
_WILL = re.compile(r"\b(?:will|is\sto|are\sto|[’']ll)\b")
_SAME = 0.6  # how alike two clauses have to be to say the same
_SHARED = 0.35  # and how much of the weight of the draft's words has to be in the source's
_CLOSE = 7.0  # from which on sentences tell of the same thing, so that
_SAME_THERE, _SHARED_THERE = 0.45, 0.2  # less will do of their clauses
_TELLING = 2  # content words behind a hedge, or its subject counts, too: "is said to be against"
_SURER = 0.05  # how much more alike a hedged clause has to be than any that is not


@cache
def _open() -> frozenset[str]:
    return words_of("facts", "open")


@cache
def _soft() -> frozenset[str]:
    claims = verb_forms("facts", "claims") | verb_forms("cues", "think")
    return _open() | words_of("facts", "soft") | claims


def opened(line: Line, clause: Span) -> int | None:
    """Give where, in a clause of a source, the words end that leave open what follows."""
    return _end_of(line, clause, _open())


def _end_of(line: Line, clause: Span, words: frozenset[str]) -> int | None:
    ends = [
        clause.start + each.end()
        for each in _WORD.finditer(clause.text)
        if each.group().lower() in words
        and each.group() != "May"
        and not (each.group().lower() == "could" and _NO_DOUBT.match(clause.text[each.end() :]))
    ]
    ends += [clause.start + each.end() for each in _LEFT.finditer(clause.text)]
    ends += [
        each.span.end
        for each in line.hedges
        if clause.start <= each.span.start < clause.end
        and not each.span.text.lower().startswith("according")
    ]
    return min(ends, default=None)


def _softened(line: Line, clause: Span) -> frozenset[str] | None:
    """Give the words by which a clause of the draft leaves open what it says.

    Returns:
        None for a question and what stands in quotation marks, which tell nothing.
    """
    if line.is_quoted(clause) or line.document.text[clause.end : clause.end + 1] == "?":
        return None
    if clause.text.startswith("that ") and _soft().intersection(
        words_in(line.before(clause.start))[-3:]
    ):
        return None
    relative = _RELATIVE.search(clause.text)
    if relative and _soft().intersection(words_in(clause.text[: relative.start()])[-1:]):
        relative = None  # "suggests that it may": that is what it leaves open
    end = clause.start + relative.start() if relative else clause.end
    main = line.document.span(clause.start, end)
    found = {word for word in words_in(_KNOWN.sub("", main.text)) if word in _soft()}
    if "May" in main.text and "may" not in words_in(main.text.replace("May", "")):
        found.discard("may")
    found |= {word for each in _LEFT.finditer(main.text) for word in words_in(each.group())}
    hedges = (each.span for each in line.hedges if main.start <= each.span.start < main.end)
    found |= {word for each in hedges for word in words_in(each.text)}
    return frozenset(found)


def verify_hedges(shelf: Shelf, line: Line) -> Iterator[Found]:
    """Give each flat clause that the record has too, with what it has of it."""
    for clause in line.clauses:
        soft = _softened(line, clause)
        found = None if soft is None else _verify(shelf, line, clause, soft)
        if found is not None:
            yield found


def _verify(shelf: Shelf, line: Line, clause: Span, soft: frozenset[str]) -> Found | None:
    hedged: tuple[float, Line, Span] | None = None
    flat: tuple[float, Line, Span] | None = None
    best = shelf.counterparts(line)[:1]
    close = {key_of(where) for score, where in best if score >= _CLOSE}
    for likeness, where, other in shelf.clauses_like(line, clause):
        is_close = key_of(where) in close
        if is_close and likeness >= _SAME_THERE:
            likeness = max(likeness, _SAME)
        if likeness < _SAME - _SURER:
            continue
        shared = _SHARED_THERE if is_close else _SHARED
        if shelf.shared(clause.text, other.text) < shared:
            continue
        if not shelf.is_plausible(line, where) or _other_amounts(line, clause, where, other):
            continue
        opens = opened(where, other)
        if opens is None and _WILL.search(clause.text):
            opens = _end_of(where, other, words_of("facts", "expected"))
        if _UNLESS_SO.search(where.span.text):
            opens = other.start
        if opens is not None and _is_left_open(shelf, clause, where, other, opens, shared):
            if _is_flat_beside(soft, where, other, opens):
                hedged = hedged or (likeness, where, other)
        elif not soft and _end_of(where, other, _soft()) is None:
            flat = flat or (likeness, where, other)
    if hedged and hedged[0] >= _SAME and (flat is None or flat[0] < hedged[0] - _SURER):
        _, where, other = hedged
        claimed = _claimed(where, other)
        if claimed is not None:
            return Found(
                "attribution",
                clause,
                "contradicted",
                where,
                claimed,
                "attribution",
                is_left_out=True,
            )
        return Found("hedge", clause, "contradicted", where, other, "hedge")
    if flat is not None and flat[0] >= _SAME:
        return Found("hedge", clause, "supported", flat[1], flat[2])
    return None


def _is_flat_beside(soft: frozenset[str], line: Line, other: Span, opens: int) -> bool:
    """Does a draft leave open only what stands so behind the words by which a source does?

    "She wants him gone" is flat beside "is said to want him out", "may want" is not.
    """
    before = words_in(line.document.text[other.start : opens])
    behind = words_in(line.document.text[opens : other.end])
    own = {lexicon.stem(word) for word in (*behind, *_SAID.intersection(before))}
    return all(lexicon.stem(word) in own for word in soft)


def _is_left_open(
    shelf: Shelf, clause: Span, line: Line, other: Span, opens: int, shared: float
) -> bool:
    """Is what a clause says what the other leaves open, and not what stands before that?"""
    behind = line.document.text[opens : other.end]
    if len(_telling(behind)) < _TELLING < len(_telling(clause.text)):
        return True
    return shelf.shared(behind, clause.text) >= shared


def _telling(text: str) -> list[str]:
    return [word for word in words_in(text) if word not in small_words()]


def _claimed(line: Line, clause: Span) -> Span | None:
    """Give the verb by which a clause is somebody's claim, where nothing else leaves it open."""
    claims = verb_forms("facts", "claims")
    verbs = [each for each in _WORD.finditer(clause.text) if each.group().lower() in claims]
    others = _open() - claims
    if not verbs or any(each.group().lower() in others for each in _WORD.finditer(clause.text)):
        return None
    first = verbs[0]
    return line.document.span(clause.start + first.start(), clause.start + first.end())


def _other_amounts(line: Line, clause: Span, where: Line, other: Span) -> bool:
    """Do both clauses have figures, and none in common? Then they tell of two things."""
    mine = [each for each in amounts_of(line) if clause.overlaps(each.span)]
    theirs = [each for each in amounts_of(where) if other.overlaps(each.span)]
    return bool(mine and theirs) and not any(
        one.agrees(each) or one.is_same_number(each) for one in mine for each in theirs
    )
