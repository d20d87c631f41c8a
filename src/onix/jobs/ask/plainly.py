"""Whether a clause says just what a yes/no question asks: in come readings, out readings.

"Will tickets be refunded?" — "Tickets for the shows will be fully refunded." The reader may be
unsure of such a clause in a long sentence, or take its yes for a no; grammar knows that it has the
question's own verb with all that the question names about it, and whether it is told as a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.question import Question
from onix.jobs.ask.readings import Reading, Seen, is_asked
from onix.jobs.ask.terms import Term
from onix.jobs.ask.windows import Window
from onix.model import Span
from onix.reading import lexicon
from onix.reading.clauses import is_verb
from onix.reading.factuality import Claims
from onix.reading.matcher import Matcher, words_of
from onix.reading.syntax import Tree

SURE: Final = 0.5  # the log of the odds
SAME: Final = lexicon.SYNONYM  # of each word of the question, in the clause
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_NOT: Final = frozenset(
    {"not", "n't", "n’t", "no", "never", "nobody", "nothing", "none", "without", "only"}
)
_OTHER_CLAUSES: Final = frozenset({"relcl", "advcl", "parataxis"})
_IN_PHRASE: Final = frozenset({"compound", "pobj", "prep", "nmod"})
_SHARING: Final = frozenset({"conj", "xcomp"})


def told_plainly(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of a yes/no question, those with "yes" whose clause says all of it."""
    asked = _asked(question)
    if asked is None:
        return list(readings)
    found = [_mended(question, asked, each, seen.parse) for each in readings]
    return sorted(found, key=lambda each: -each.score)


def _mended(
    question: Question, asked: int, reading: Reading, parse: Callable[[str], Tree]
) -> Reading:
    if reading.stance == "yes" and reading.score >= SURE:
        return reading
    window = reading.window
    for sentence in window.sentences:
        if _says(question, asked, sentence, window, parse):
            is_same = sentence == reading.sentence
            return replace(
                reading,
                sentence=sentence,
                span=sentence,
                stance="yes",
                places=reading.places if is_same else ((sentence, window.citation),),
                score=max(reading.score, SURE),
            )
    return reading


def _asked(question: Question) -> int | None:
    """Give the place among the terms of the verb that is asked about; None where none will do."""
    tree = question.tree
    if question.kind != "yes/no" or len(question.terms) < 2:
        return None
    root = next((n for n, w in enumerate(tree.words) if w.head == n and is_verb(tree, n)), None)
    if root is None or any(tree.words[n].label in {"neg", "mark"} for n in tree.children[root]):
        return None
    return next(
        (k for k, term in enumerate(question.terms) if term.index == root and term.weight > 1.0),
        None,
    )


def _says(
    question: Question,
    asked: int,
    sentence: Span,
    window: Window,
    parse: Callable[[str], Tree],
) -> bool:
    if is_asked(sentence.text):
        return False
    terms = question.terms
    matcher = Matcher([term.word for term in terms])
    own = matcher.strengths(words_of(sentence.text))
    # A name may stand before, where this sentence says "she".
    if any(
        strength < SAME and (term.sort != "name" or near == 0.0)
        for term, strength, near in zip(terms, own, window.strengths, strict=True)
    ):
        return False
    tree = parse(sentence.text)
    claims = Claims(tree)
    kind = "announced" if question.tense == "ahead" else "happened"
    verb = terms[asked].word.partition(" ")[0]
    for number, word in enumerate(tree.words):
        if (
            is_verb(tree, number)
            and lexicon.match(verb, word.text.lower()) >= SAME
            and claims.of(number) == kind
        ):
            if _is_of_another(question, tree, number):
                continue
            told = _clause(tree, number)
            if any(tree.words[n].text.lower() in _NOT for n in told):
                return False  # "pleaded not guilty"
            strengths = matcher.strengths([w for n in told for w in words_of(tree.words[n].text)])
            is_she = any(
                tree.words[n].tag == "PRP" and tree.words[n].label in _SUBJECTS for n in told
            )
            borne = {
                _phrase(question, t) for t, s in zip(terms, strengths, strict=True) if s >= SAME
            }
            if all(
                strength >= SAME
                or (term.sort == "name" and (is_she or _phrase(question, term) in borne))
                for term, strength in zip(terms, strengths, strict=True)
            ):
                return True
    return False


def _phrase(question: Question, term: Term) -> int:
    """Give the word on which the parts of a name hang: the Lee of "Ann Lee"."""
    words = question.tree.words
    way = question.tree.path(term.index)
    return next((n for n in way if words[n].label not in _IN_PHRASE), way[-1])


def _is_of_another(question: Question, tree: Tree, verb: int) -> bool:
    """Does somebody else do it: "Lind called Roth" for "Did Roth call Lind?"?"""
    root = next(n for n, word in enumerate(question.tree.words) if word.head == n)
    asked, told = _subject(question.tree, root), _subject(tree, verb)
    if asked is None or told is None:
        return False
    one, other = question.tree.words[asked], tree.words[told]
    if one.label != other.label or "PRP" in (one.tag, other.tag):
        return False  # "was called by", or "she called"
    words = [w for n in _below(tree, told) for w in words_of(tree.words[n].text)]
    return max(Matcher([one.text.lower()]).strengths(words)) < SAME


def _clause(tree: Tree, verb: int) -> list[int]:
    """Give the words of a clause, with the subject that it shares."""
    subject = _subject(tree, verb)
    return sorted({*_below(tree, verb), *(() if subject is None else _below(tree, subject))})


def _subject(tree: Tree, verb: int) -> int | None:
    """Give the subject of a verb, be it that of the verb it is joined to."""
    while True:
        own = (n for n in tree.children[verb] if tree.words[n].label in _SUBJECTS)
        found = next(own, None)
        above = tree.words[verb].head
        if found is not None or tree.words[verb].label not in _SHARING or above == verb:
            return found
        verb = above


def _below(tree: Tree, number: int) -> Iterator[int]:
    """Give a word and all that hangs on it, without clauses that tell something else."""
    yield number
    for child in tree.children[number]:
        is_other = tree.words[child].label in _OTHER_CLAUSES or (
            tree.words[child].label == "conj" and is_verb(tree, child)
        )
        if not is_other:
            yield from _below(tree, child)
