"""Does a draft state flatly what every source leaves open? Clauses of a line in, verdicts out.

A clause that says "may", "reportedly", "is accused of" leaves open what it says; where no source
says the same without such words, neither may the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np

from onix.model import Span
from onix.reading import lexicon
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.left_open import LEFT, Beyond, Opening, open_words, opened
from onix.verify.facts.lines import Line, small_words, words_in
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings, against, tell_of_two

# What opens a clause that says nothing is so: an aim, a condition, what is not known.
_TELLS_NOTHING = re.compile(
    r"(?:to|if|unless|provided|providing|assuming|supposing|in\scase|whether|until|till|once"
    r"|so\sthat|for\sfear|lest|or)\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"a", "an", "the", "another", "one", "both"})
_RELATIVE = re.compile(r"(?<=\w{3})\s(?:that|which|who)\s")
_OWN = frozenset({"decide", "decides", "decided", "deciding", "hope", "hopes", "hoped", "hoping"})
_SAID = frozenset({"say", "says", "said", "tell", "tells", "told", "according"})
_KNOWN = re.compile(r"\b(?:the|this|that|its|their|his|her|our)\s(?:plans?|proposals?|claims?)\b")
_NOT_SAID = re.compile(r"(?:\bnot|n[’']t|\byet\sto)\s(?:said|say|confirm(?:ed)?|verif(?:y|ied))\b")
_OPEN_STILL = re.compile(
    r"\byet\sto\b|\bought\sto\b|\b(?:was|were)\sto\shave\b|\b(?:leaves?|left)\s(?:it\s)?open\b"
    r"|\b(?:makes?|made|up)\s(?:up\s)?(?:his|her|its|their)\sminds?\b|\bnot\s(?:yet\s)?decided\b"
)
_NOBODYS = re.compile(  # "is alleged to have", of which the subject is not who alleges it
    r"\b(?:is|are|was|were|be|been|being|have|has|had)\s(?:\w+ly\s)?\w+$|ly$|\bof\s\w+$"
)
_WILL = re.compile(r"\b(?:will|is\sto|are\sto|[’']ll)\b")
_DONE = re.compile(
    r"\b(?:has|have|was|were)\s(?:now\s|already\s|also\s|since\s|just\s|been\s|\w+ly\s)*"
    r"(?P<what>\w+(?:ed|en|n|t|d)|begun|sunk|become|come|run|gone|done)\b(?<!\snot)(?<!\san)(?<!\sin)"
)
_UNDER = re.compile(r"\b(?:because|after|since|that|which|who|whom|when|while|where|if)\b")
_LEAST = 7.6  # how likely a clause that leaves it open has to tell the same,
_AHEAD = 1.2  # and how much likelier than any that does not
_SHARED = 0.2  # of the weight of what is left open has to be in the draft's clause
_SUBJECT = 2  # content words before the rest that may be no more than whom it is of
_NEAR = 4  # content words before a hedge that may be its subject
_TELLING = 2  # content words behind a hedge, or its subject counts, too: "is said to be against"


def _is_name_of_one(text: str) -> bool:
    """Is a clause no more than a noun with its article, without a word that may be its verb?"""
    first, *others = words_in(text)
    return first in _ARTICLES and not any(
        word in _verbs() or (place and word.endswith(("ed", "s")) and word != "aged")
        for place, word in enumerate(others)  # "a cracked gate"
    )


@cache
def _verbs() -> frozenset[str]:
    past = words_of("tense", "back") | words_of("grammar", "past")
    return past | words_of("grammar", "auxiliaries") | words_of("grammar", "helpers")


@cache
def _soft() -> frozenset[str]:
    claims = verb_forms("facts", "claims") | verb_forms("cues", "think")
    return open_words() | words_of("facts", "soft") | claims


def softened(line: Line, clause: Span) -> frozenset[str] | None:
    """Give the words by which a clause of the draft leaves open what it says.

    Returns:
        None for a question and what stands in quotation marks, which tell nothing.
    """
    if _TELLS_NOTHING.match(clause.text):
        return None  # "To win over regulators", "if the board agrees"
    if _is_name_of_one(clause.text):
        return None  # "a hoard of gold", which says only what another clause is about
    behind = line.document.text[clause.end - 1 : clause.end + 1]
    if line.is_quoted(clause) or "?" in behind or _NOT_SAID.search(line.span.text):
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
    found |= {word for each in LEFT.finditer(main.text) for word in words_in(each.group())}
    found |= {word for each in _OPEN_STILL.finditer(main.text) for word in words_in(each.group())}
    found |= (open_words() | words_of("facts", "hints")).intersection(words_in(clause.text))
    if "May" in clause.text and "may" not in words_in(clause.text.replace("May", "")):
        found.discard("may")
    hedges = (each.span for each in line.hedges if main.start <= each.span.start < main.end)
    found |= {word for each in hedges for word in words_in(each.text)}
    return frozenset(found)


@cache
def _claiming() -> frozenset[str]:
    beliefs = verb_forms("cues", "think") - _OWN
    return beliefs | verb_forms("facts", "claims") | words_of("facts", "claimed")


class Openness:
    """Where the clauses of the sources leave open what they say.

    Attributes:
        opens: For each clause where the words end that leave open what follows; None for none.
        expects: The same, where what is only expected counts, too.
        comes: The same, where all that is to come does.
    """

    def __init__(self, tellings: Tellings) -> None:
        self.opens = [opened(*each) for each in tellings.places]
        self.expects = self._beyond(tellings, "expected")
        self.comes = self._beyond(tellings, "to come")

    def _beyond(self, tellings: Tellings, beyond: Beyond) -> list[Opening | None]:
        """Give where each clause leaves something open, what is ahead of it included."""
        places = zip(self.opens, tellings.places, strict=True)
        ahead = ((one, None if one else opened(*each, beyond)) for one, each in places)
        return [one or (two and replace(two, is_ahead=True)) for one, two in ahead]

    def beside(self, clause: Span) -> list[Opening | None]:
        """Give what the sources leave open as far as it matters beside a clause of a draft."""
        if _WILL.search(clause.text):
            return self.expects
        done = _DONE.search(clause.text)
        is_main = done and not _UNDER.search(clause.text[: done.start()])
        return self.comes if is_main else self.opens


def verify_hedges(
    shelf: Shelf, tellings: Tellings, openness: Openness, line: Line
) -> Iterator[Found]:
    """Give each flat clause that the record has too, with what it has of it."""
    for clause in line.telling_clauses:
        soft = softened(line, clause)
        found = None if soft is None else _verify(shelf, tellings, openness, line, clause, soft)
        if found is not None:
            yield found


def _verify(
    shelf: Shelf,
    tellings: Tellings,
    openness: Openness,
    line: Line,
    clause: Span,
    soft: frozenset[str],
) -> Found | None:
    scores = tellings.scores(line, clause)
    opens = openness.beside(clause)
    others, bearing = np.zeros_like(scores, dtype=bool), np.zeros_like(scores, dtype=bool)
    for place in np.flatnonzero(scores >= _LEAST - _AHEAD):
        where, other = tellings.places[place]
        opening = opens[place]
        if opening is None:
            bearing[place] = True
        elif _is_left_open(shelf, clause, where, other, opening):
            is_flat = _is_flat_beside(soft, where, other, opening)
            is_flat = is_flat and not _is_known(line, clause, where, other, opening)
            is_other = is_flat and not tell_of_two(line, clause, where, other)
            (others if is_other else bearing)[place] = True
    # Beside its own hedge a sentence may say surely what led to it.
    likest = int(np.where(others, scores, -np.inf).argmax()) if others.any() else 0
    own = tellings.of_line == tellings.of_line[likest] if others.any() else others
    at = against(scores, others, bearing & ~own, least=_LEAST, ahead=_AHEAD)
    if at is not None and scores[at] >= scores[own].max():
        return Found("hedge", clause, "contradicted", *tellings.places[at], "hedge")
    best = int(scores.argmax()) if len(scores) else -1
    if best >= 0 and not soft and bearing[best] and scores[best] >= _LEAST:
        return Found("hedge", clause, "supported", *tellings.places[best])
    return None


def _is_flat_beside(soft: frozenset[str], line: Line, other: Span, opening: Opening) -> bool:
    """Does a draft leave open only what stands so behind the words by which a source does?

    "She wants him gone" is flat beside "is said to want him out", "may want" is not.
    """
    before = words_in(line.document.text[other.start : opening.opens])
    behind = words_in(line.document.text[opening.opens : other.end].replace("May", ""))
    own = {lexicon.stem(word) for word in (*behind, *_SAID.intersection(before))}
    return all(lexicon.stem(word) in own for word in soft)


def _is_known(line: Line, clause: Span, where: Line, other: Span, opening: Opening) -> bool:
    """Does a sentence of the draft give what it tells to somebody, where a source does no more?

    It does so in words of saying, or by naming who believes it: "the clerk takes it for paint".
    """
    if not (opening.is_claim or opening.is_ahead):
        return False
    is_said = any(each.overlaps(clause) for each in line.said)
    if is_said or not _claiming().isdisjoint(words_in(line.span.text)):
        return True
    if opening.is_ahead:
        return not _soft().isdisjoint(words_in(clause.text))
    text, mine = where.document.text, {lexicon.stem(word) for word in words_in(line.span.text)}
    if _NOBODYS.search(text[opening.begins : opening.opens]):
        return False
    whose = _telling(text[opening.begins : opening.opens])
    if len(whose) <= 1:  # "the clerk, Ann Lee, thinks"
        whose += _telling(text[where.span.start : other.start])
    return any(lexicon.stem(word) in mine for word in whose)


def _is_left_open(shelf: Shelf, clause: Span, line: Line, other: Span, opening: Opening) -> bool:
    """Is what a clause says what the other leaves open, and not what stands beside that?"""
    text = line.document.text
    behind = text[opening.opens : opening.ends]
    if len(_telling(behind)) < _TELLING < len(_telling(clause.text)):
        nearest = _telling(text[opening.begins : opening.opens])[-_NEAR:]
        return shelf.shared(" ".join((*nearest, behind)), clause.text) >= _SHARED
    inside = text[opening.begins : opening.ends]
    for beside in (text[other.start : opening.begins], text[opening.ends : other.end]):
        is_told_there = shelf.shared(clause.text, beside) > shelf.shared(clause.text, inside)
        if len(_telling(beside)) > _SUBJECT and is_told_there:
            return False
    if len(_telling(text[other.start : opening.opens])) <= _SUBJECT:
        return True
    return shelf.shared(behind, clause.text) >= _SHARED


def _telling(text: str) -> list[str]:
    return [word for word in words_in(text) if word not in small_words()]
