"""What somebody only does not believe, denies or declines to say: in come readings, out readings.

"We have no reason to believe that anyone was asleep" is no yes to "Was anyone asleep?", and no no;
"declined to say whether he was asked" says nothing about whether he was. The reader looks at the
clause that has the words; grammar knows on what it hangs. A yes or no that nobody but "two people
close to the buyers" says is theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen
from onix.model import Marks, Quote, Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import verb_forms
from onix.reading.words import words_of as listed

_CLAUSES: Final = frozenset({"ccomp", "acl", "relcl", "xcomp", "pcomp", "csubj"})
_NONE: Final = frozenset(
    {"no", "not", "n't", "n’t", "never", "little", "nothing", "without", "nor"}
)
_GROUNDS: Final = frozenset(map(lexicon.stem, listed("avowals", "grounds")))
_VOUCHING: Final = frozenset(map(lexicon.stem, listed("avowals", "vouching")))
_AGAINST: Final = verb_forms("avowals", "against")
_SILENT: Final = verb_forms("avowals", "silent")
_INDEFINITE: Final = listed("people", "indefinite")
# Who is never more than that, also where nobody counts them.
_NAMELESS: Final = frozenset({"source", "sources", "people", "insider", "insiders"})


def without_doubted(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of a yes/no question, without the yes or no that nothing vouches for."""
    if question.kind != "yes/no":
        return list(readings)
    asked = {lexicon.stem(word) for term in question.terms for word in words_of(term.word)}
    found = []
    for each in readings:
        if _is_doubted(each, seen.parse(each.sentence.text), asked):
            each = replace(each, stance=None, span=each.sentence)
        elif each.stance is not None:
            each = replace(each, source=_nameless(each, seen, asked))
        found.append(each)
    return found


def _nameless(reading: Reading, seen: Seen, asked: set[str]) -> Span | None:
    """Give who says so, where nobody could be held to it: "two people close to the club".

    A spokesman speaks for whom he is of, and "officials" for an office. A question that asks what
    such people say has their verb.
    """
    span = reading.span or reading.sentence
    for quote in seen.marks(reading.sentence.document_id).quotes:
        if quote.speaker is not None or not any(each.covers(span) for each in quote.content):
            continue
        cue = {lexicon.stem(word) for each in quote.cue for word in words_of(each.text)}
        kinds = {each.kind for each in quote.provenance}
        told = words_of(" ".join(each.text for each in quote.source))
        is_any = told[:1] and (told[0] in _INDEFINITE or not _NAMELESS.isdisjoint(told[:2]))
        if (
            kinds == {"unnamed"}
            and is_any
            and not any(word.startswith("spokes") for word in told)
            and cue.isdisjoint(asked)
        ):
            return quote.source[0]
    return None


def with_denial(readings: Sequence[Reading], marks: Callable[[str], Marks]) -> list[Reading]:
    """Give the readings of what somebody said, with "denied" where only what they denied was read.

    Args:
        marks: Gives the marks of a document.
    """
    return [_widened(each, marks(each.sentence.document_id)) for each in readings]


def _is_doubted(reading: Reading, tree: Tree, asked: set[str]) -> bool:
    """Does the clause that was read hang on words of no belief or of silence, not asked about?"""
    if reading.span is None:
        return False
    start, end = (at - reading.sentence.start for at in (reading.span.start, reading.span.end))
    inside = [n for n, word in enumerate(tree.words) if start <= word.start < end]
    told = [n for n in inside if lexicon.stem(tree.words[n].text.lower()) in asked]
    told = [n for n in told if tree.words[n].tag[0] in "VJ"] or inside[:1]
    return any(_hangs_on_doubt(tree, n, asked) for n in told)


def _hangs_on_doubt(tree: Tree, number: int, asked: set[str]) -> bool:
    for above in tree.path(number):  # "cannot promise May", "could not rule out a delay"
        stem = lexicon.stem(tree.words[above].text.lower())
        if stem in _VOUCHING and stem not in asked and _is_none(tree, above):
            return True
    for below, above in pairwise(tree.path(number)):
        word = tree.words[above].text.lower()
        if tree.words[below].label not in _CLAUSES or lexicon.stem(word) in asked:
            continue
        # "refused to say whether he left", but "refused to leave"
        is_silent = word in _SILENT and below != number
        if is_silent or (lexicon.stem(word) in _GROUNDS and _is_none(tree, above)):
            return True
    return False


def _is_none(tree: Tree, number: int) -> bool:
    """Is a verb negated, or a noun of which there is none?"""
    return any(tree.words[n].text.lower() in _NONE for n in tree.children[number])


def _widened(reading: Reading, marks: Marks) -> Reading:
    span = reading.span
    if span is None:
        return reading
    for quote in marks.quotes:
        cue = _cue_before(quote)
        if cue is None or not any(each.overlaps(span) for each in quote.content):
            continue
        words = words_of(" ".join(each.text for each in quote.cue))
        turned = not (_AGAINST | _SILENT).isdisjoint(words) or not _NONE.isdisjoint(words)
        if turned and reading.sentence.start <= cue < span.start:
            return replace(reading, span=marks.document.span(cue, span.end))
    return reading


def _cue_before(quote: Quote) -> int | None:
    """Give where the verb begins behind which something is told in other words."""
    if quote.kind == "direct" or not quote.cue:
        return None
    start = min(each.start for each in quote.cue)
    return start if start < quote.content[0].start else None
