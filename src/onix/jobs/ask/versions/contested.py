"""What a text itself says is disputed: in come a question and passages, out the versions it gives.

"Who rang first is disputed. The ministry says that Orr asked for the call. Orr says that Lind
rang." The reader takes the first name near the words of the question, or none; the trade says that
there are two versions and then gives them, each by whoever holds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.edges import NUMBER, counts_another, counts_it, edged
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.versions.counts import COUNTING, numbers_apart
from onix.jobs.ask.versions.differing import count_otherwise, differ
from onix.jobs.ask.versions.told import Told
from onix.jobs.ask.windows import FAR, Window
from onix.model import Hit, Marks, Span
from onix.reading.events.clauses import is_verb
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.grammar.sentences import split
from onix.reading.neural.syntax import Tree

_NO_VERSIONS: Final = frozenset({"yes/no", "where", "which", "what"})  # whose words are not seen
_VERSIONS: Final = 3  # sentences at most that give one each
HOLDS: Final = 1.5  # the log of the odds: of seven versions six are one; a little less, for so few
_ABOUT: Final = 0.6  # of the question is borne out where just that is disputed
_SAYS_SO: Final = re.compile(
    r"\b(?:(?:is|are|was|were|has been|have been|remains?|still)(?: \w+){0,2} "
    r"(?:disputed|contested|in dispute)"
    r"|matters? of (?:\w+ )?dispute"
    r"|(?:accounts|versions|figures|estimates|reports|stories) (?:differ|vary|conflict|diverge)"
    r"|(?:two|three|several|different|differing|conflicting|competing|rival) "
    r"(?:versions|accounts|stories|figures|estimates|explanations))\b",
    re.IGNORECASE,
)
_PROPER: Final = frozenset({"NNP", "NNPS"})


def contested(
    question: Question,
    hits: Sequence[Hit],
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
    tell: Callable[[Reading], Told],
) -> list[Reading]:
    """Give the versions of what is asked that a text names as such; at least two, or none.

    Args:
        hits: The passages found for the question.
        marks: Gives the marks of a document.
        parse: Gives the tree of a sentence; called for sentences that give a version alone.
        tell: Gives what the sentence of a reading tells.
    """
    if not question.is_exclusive or question.kind in _NO_VERSIONS:
        return []
    matcher = Matcher([term.word for term in question.terms])
    for rank, hit in enumerate(hits):
        whole = hit.passage.span
        cut = list(split(whole.text)) if _SAYS_SO.search(whole.text) else []
        for at, (start, end) in enumerate(cut):
            if not _SAYS_SO.search(whole.text, start, end):
                continue
            first = start
            if at and whole.text[: cut[at - 1][1]].endswith("?"):  # "Who rang? There are two …"
                first = cut[at - 1][0]
            behind = cut[at + 1 : at + 1 + _VERSIONS]
            window = _window(question, hit, rank, (first, end), behind, matcher)
            if window is None:
                continue
            found = list(_versions(question, window, hit, behind, marks, parse))
            apart = found[:1]
            apart += [each for each in found[1:] if all(_differ(one, each, tell) for one in apart)]
            if len(apart) > 1:
                return apart
        if question.kind in COUNTING and (
            apart := _counts(question, hit, rank, matcher, marks, parse, tell)
        ):
            return apart
    return []


def _counts(
    question: Question,
    hit: Hit,
    rank: int,
    matcher: Matcher,
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
    tell: Callable[[Reading], Told],
) -> list[Reading]:
    """Give two numbers of what is asked that two parties put against one another, or none."""
    whole = hit.passage.span
    cut = split(whole.text)
    for one, other in numbers_apart([whole.part(*each) for each in cut]):
        places = [next(p for p in cut if whole.part(*p).covers(each)) for each in (one, other)]
        window = _window(question, hit, rank, places[0], places[1:], matcher)
        first = whole.part(*places[0])
        if window is None or not counts_it(question, first.text, one.end - first.start):
            continue
        found = []
        for place, number in zip(places, (one, other), strict=True):
            sentence = whole.part(*place)
            reading = Reading(
                window, sentence, number, HOLDS, ((sentence, hit.citation),), is_reply=True
            )
            found.append(edged(question, reading, marks, parse))
        if count_otherwise(*map(tell, found)):
            return found
    return []


def _differ(one: Reading, other: Reading, tell: Callable[[Reading], Told]) -> bool:
    """Are they two versions? Each names the other in "Lind says that Orr rang"."""
    mine, theirs = tell(one), tell(other)
    if mine.reading.sentence == theirs.reading.sentence:
        return count_otherwise(mine, theirs)
    if mine.question.kind == "who":
        return mine.names(beside=True).isdisjoint(theirs.names(beside=True))
    return differ(mine, theirs)


def _window(
    question: Question,
    hit: Hit,
    rank: int,
    place: tuple[int, int],
    behind: Sequence[tuple[int, int]],
    matcher: Matcher,
) -> Window | None:
    """Give what says that it is disputed, where that and what follows is just what is asked."""
    whole = hit.passage.span
    text = whole.part(*place)
    own = matcher.strengths(words_of(text.text))
    told = whole.text[place[0] : behind[-1][1]] if behind else text.text
    near = matcher.strengths(words_of(told))
    around = matcher.strengths(words_of(f"{hit.citation.title or ''} {whole.text}"))
    strengths = tuple(max(a, FAR * b) for a, b in zip(near, around, strict=True))
    window = Window(text, (text,), text, hit.citation, strengths, rank)
    verb = question.verb
    nouns = (n for n, each in enumerate(question.terms) if each.sort == "noun" and each.weight > 1)
    thing = next(nouns, None)
    of_it = thing is not None and own[thing] > 0
    if verb is not None:
        of_it = max(Matcher([verb]).strengths(words_of(told))) > 0 and any(
            strength > 0 and term.weight > 1
            for term, strength in zip(question.terms, own, strict=True)
        )
    return window if of_it and window.covered(question) >= _ABOUT else None


def _versions(
    question: Question,
    window: Window,
    hit: Hit,
    behind: Sequence[tuple[int, int]],
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
) -> Iterator[Reading]:
    for place in behind:
        sentence = hit.passage.span.part(*place)
        for span in _values(question, sentence, marks, parse):
            if counts_another(question, sentence.text, span.end - sentence.start):
                continue
            places = ((sentence, hit.citation),)
            reading = Reading(window, sentence, span, HOLDS, places, is_reply=True)
            yield edged(question, reading, marks, parse)


def _values(
    question: Question,
    sentence: Span,
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
) -> Iterator[Span]:
    """Give what a sentence has for what is asked: the first, or two put against one another."""
    if question.kind == "when":
        times = marks(sentence.document_id).times
        yield from [t.span for t in times if t.earliest and sentence.covers(t.span)][:1]
    elif question.kind == "who":
        who = _who(sentence, parse(sentence.text))
        yield from () if who is None else (who,)
    else:
        number = re.search(NUMBER, sentence.text, re.IGNORECASE)
        first = () if number is None else (sentence.part(*number.span()),)
        yield from next(numbers_apart([sentence]), first)


def _who(sentence: Span, tree: Tree) -> Span | None:
    """Give of whom somebody says it: "The ministry says that |Orr| asked for the call"."""
    words = tree.words
    for number, word in enumerate(words):
        above = words[word.head]
        if word.label in {"nsubj", "nsubjpass"} and word.tag in _PROPER and above.label == "ccomp":
            parts = [n for n in tree.children[number] if words[n].label == "compound"]
            first = min([number, *parts])
            if is_verb(tree, word.head):
                return sentence.part(words[first].start, word.end)
    return None
