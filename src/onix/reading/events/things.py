"""Where a text means a thing it has named: in come its places, out come "it" and "the bridge".

People are followed while a text is read; a thing is followed only when somebody asks for it, as it
takes trees. Its own noun ("the bridge" of the Harrow Bridge), a sort that the text has given it
("the ferry Aurelia") and, right after a sentence about it, "it" and a sort not yet spoken of mean
it. Left open is everything else, such as "it" after a sentence about something else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence, Set
from functools import cache
from typing import Final

from onix.model import Marks, Mention, Span
from onix.reading.events.clauses import is_verb, top
from onix.reading.grammar.function_words import cue_classes
from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import verb_forms, words_of

Parse = Callable[[Sequence[str]], list[Tree]]

# "It", "its", or "the |bridge|", whose noun is the group.
_MAY_MEAN = re.compile(
    r"\b(?:its?\b|(?:the|this|that) (?:(?:new|newest|latest|same) )?([\w-]+))", re.IGNORECASE
)
_BESIDE = re.compile(r"[A-Za-z-]+")
_OPENS: Final = 6  # characters that may stand before what opens a sentence: "But "
_DEFINITE: Final = frozenset({"the", "this", "that"})
_SAME: Final = frozenset({"new", "newest", "latest", "same"})  # "the new iPhone"
_BEING: Final = frozenset({"is", "was", "be", "been", "'s", "’s"})
_WITHOUT_IT: Final = frozenset({"acomp", "attr"})  # "it is clear that", "it was Friday when"
_EMPTY: Final = frozenset({"appears", "appeared", "seems", "seemed", "took", "takes", "turned"})
_ACTS: Final = frozenset({"say", "tell", "intend", "decide"})
_MACHINES: Final = ("vehicles", "buildings", "writings")


@cache
def _things() -> frozenset[str]:
    more = (words_of("apart", section) for section in _MACHINES)
    return words_of("things", "things").union(*more)


@cache
def _bodies() -> frozenset[str]:
    return words_of("things", "bodies")


@cache
def _anything() -> frozenset[str]:
    """Give what may mean any thing or body; nothing stands for "it"."""
    return words_of("things", "any_thing") | words_of("things", "any_body") | {""}


@cache
def _parts() -> frozenset[str]:
    return words_of("things", "parts")


class Things:
    """One thing or body, as the texts that name it go on about it.

    What one text calls it ("the Kestrel 2 probe"), another may, too.

    Args:
        name: The name to give.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.sorts: set[str] = set()
        self.is_body = False

    def meant(self, marks: Marks, parse: Parse, named: Sequence[Span]) -> tuple[Mention, ...]:
        """Give where a text means it by other words than its name, in the order of the text.

        Args:
            named: Where its name stands, in order.
        """
        if not named:
            return ()
        following = _Following(self, marks, named)
        numbers = _numbers(marks, named, self.sorts | {following.own})
        trees = parse([marks.sentences[number].text for number in numbers])
        for number, tree in zip(numbers, trees, strict=True):
            following.read(number, tree)
        return tuple(Mention(span, "organisation", self.name) for span in following.meant)


def _numbers(marks: Marks, named: Sequence[Span], known: Set[str]) -> list[int]:
    """Give the sentences that name it, and those that may go on about it.

    "It" goes on about the sentence before only; its own noun and its sorts come back any time.

    Args:
        known: Nouns that it is known to be called.
    """
    text, sentences = marks.document.text, marks.sentences
    starts = [each.start for each in sentences]
    naming = {bisect_right(starts, place.start) - 1 for place in named}
    beside = (
        word.lower()
        for place in named
        for word in _BESIDE.findall(text[max(0, place.start - 30) : place.end + 30])
    )
    nouns = known | {each for each in beside if each in _things() or each in _bodies()}
    chosen: list[int] = []
    for number in range(min(naming), len(sentences)):
        words = {word.lower() for word in _MAY_MEAN.findall(sentences[number].text)}
        goes_on = number - 1 in chosen[-1:] and not words.isdisjoint(_anything())
        if number in naming or goes_on or not words.isdisjoint(nouns):
            chosen.append(number)
    return chosen


class _Following:
    """What a text has said of the thing so far."""

    def __init__(self, thing: Things, marks: Marks, named: Sequence[Span]) -> None:
        self._thing = thing
        self._marks = marks
        self._named = named
        self._text = marks.document.text
        # The |bridge| of the Harrow Bridge, the |iPhone| of the iPhone 4.
        words = [each for each in named[0].text.split() if each[:1].isalpha()]
        self.own = words[-1].lower() if words else ""
        self._about: int | None = None  # the last sentence that it is the subject of
        self.meant: list[Span] = []

    def read(self, number: int, tree: Tree) -> None:
        """Read one sentence: (1) where it is named; (2) where it is meant; (3) what it is about."""
        sentence = self._marks.sentences[number]
        # 1
        it: set[int] = set()
        for place in self._named:
            if sentence.start <= place.start < sentence.end:
                at = top(tree, place.start - sentence.start, place.end - sentence.start)
                if at is not None:
                    it |= self._with_sort(tree, at)
        # 2
        goes_on = self._about is not None and number - self._about <= 1
        for at, word in enumerate(tree.words):
            small = word.text.lower()
            is_it = (
                self._is_it(sentence, tree, at, it, goes_on=goes_on)
                if small in {"it", "its"}
                else word.tag in {"NN", "NNP"}
                and self._is_described(sentence, tree, at, it, goes_on)
            )
            if is_it:
                it.add(at)
                first = at
                if small not in {"it", "its"}:
                    if word.tag == "NN":
                        self._thing.sorts.add(small)
                    first = tree.edges[at][0]
                begins = sentence.start + tree.words[first].start
                self.meant.append(self._marks.document.span(begins, sentence.start + word.end))
        # 3
        roots = [n for n, word in enumerate(tree.words) if word.head == n]
        if any(n in it for root in roots for n in _subjects(tree, root)):
            self._about = number
        self._thing.is_body |= any(_is_doer(tree, n) for n in it)

    def _with_sort(self, tree: Tree, at: int) -> set[int]:
        """Give the word that a name is, and the sort beside it: "the ferry |Aurelia|"."""
        words, children = tree.words, tree.children[at]
        above = words[at].head
        found = {at}
        before = min((at, *(n for n in children if words[n].label == "compound"))) - 1
        beside = {before} if before >= 0 else set()
        beside |= {n for n in children if words[n].label in {"compound", "nmod", "appos"}}
        if words[at].label in {"compound", "nmod", "appos"} and words[above].tag == "NN":
            beside.add(above)  # "the Kestrel |probe|"
        for each in beside:
            small = words[each].text.lower()
            if words[each].tag == "NN" and small in (_things() | _bodies()) - _parts():
                self._thing.sorts.add(small)
                found |= {above} & {each}
        return found

    def _is_it(self, sentence: Span, tree: Tree, at: int, it: set[int], *, goes_on: bool) -> bool:
        """Does "it" or "its" mean it: behind it as a subject, or first where it was one before?"""
        words = tree.words
        if words[at].text.lower() == "it":
            verb = words[at].head
            if words[at].label not in SUBJECTS or not is_verb(tree, verb):
                return False
            small = words[verb].text.lower()
            labels = {words[n].label for n in tree.children[verb]}
            if small in _BEING and labels & _WITHOUT_IT:
                return False
            if small in _EMPTY and labels & {"ccomp", "xcomp"}:
                return False
        before = [
            n
            for n, word in enumerate(words[:at])
            if word.label in SUBJECTS
            and word.tag not in {"WP", "WDT", "EX"}
            and (word.tag != "NNS" or n in it)  # "it" is none of several
        ]
        if before:
            others = [n for n in before if n not in it and not _is_someone(tree, n)]
            return before[-1] in it or (not others and any(n in it for n in before))
        if self._is_another_near(sentence, sentence.start + words[at].start):
            return False
        return goes_on or (words[at].tag == "PRP$" and any(n < at for n in it))

    def _is_described(
        self, sentence: Span, tree: Tree, at: int, it: set[int], goes_on: bool
    ) -> bool:
        """Does "the bridge" mean it?"""
        words, children = tree.words, tree.children[at]
        small = words[at].text.lower()
        dets = {words[n].text.lower() for n in children if words[n].label == "det"}
        if at in it or dets.isdisjoint(_DEFINITE):
            return False
        narrowed = {"amod", "compound", "poss", "nummod", "appos"}
        more = {words[n].text.lower() for n in children if words[n].label in narrowed}
        if more and not (small == self.own and more <= _SAME):
            return False
        if any(words[n].label == "relcl" for n in children) and words[at + 1].text != ",":
            return False
        if any(words[n].label == "prep" and words[n].text.lower() == "of" for n in children):
            return False
        position = sentence.start + words[at].start
        if small in words_of("things", "any_body") and self._is_after_another(
            sentence, tree, at, it
        ):
            return False
        known = small == self.own or (small in self._thing.sorts and self._may_be(small))
        if known:
            anybody = small in words_of("things", "any_body")
            return self._is_last_called(small, position) and not (
                anybody and self._is_another_since(position)
            )
        section = "any_body" if self._thing.is_body else "any_thing"
        if small not in words_of("things", section) or self._is_another_near(sentence, position):
            return False
        close = goes_on or any(n in it for n in range(at) if words[n].label in SUBJECTS)
        return close and (self._thing.is_body or not self._was_spoken_of(small, position))

    def _may_be(self, noun: str) -> bool:
        """Can a noun that stood beside its name say what it is? A firm is not "the Orbis |jet|"."""
        return not self._thing.is_body or noun in _bodies()

    def _is_after_another(self, sentence: Span, tree: Tree, at: int, it: set[int]) -> bool:
        """Is another name, that is nobody's, a subject before it in its sentence?"""
        people = [each.span for each in self._marks.mentions if each.kind == "person"]
        return any(
            word.label in SUBJECTS
            and word.tag in {"NNP", "NNPS"}
            and n not in it
            and not any(each.start <= sentence.start + word.start < each.end for each in people)
            for n, word in enumerate(tree.words[:at])
        )

    def _is_another_since(self, position: int) -> bool:
        """Has a sentence begun with another body since this one was named or meant?"""
        last = max(
            (each.end for each in (*self._named, *self.meant) if each.end <= position), default=0
        )
        openings = (each.start for each in self._marks.sentences if last < each.start < position)
        return any(self._is_another(start, min(position, start + _OPENS)) for start in openings)

    def _is_another_near(self, sentence: Span, position: int) -> bool:
        """Does the sentence so far name another body: "Orbis grew, and the |company| hired him"?"""
        return self._is_another(sentence.start, position)

    def _is_another(self, start: int, position: int) -> bool:
        return any(
            start <= each.span.start < position
            and each.kind == "organisation"
            and not any(each.span.overlaps(place) for place in self._named)
            for each in self._marks.mentions
        )

    def _is_last_called(self, noun: str, position: int) -> bool:
        """Has no other been called so since it was named: "the Lenn |Bridge|", "a |bridge|"?"""
        last = max((each.end for each in self._named if each.end <= position), default=None)
        if last is None:
            return False
        other = re.compile(
            rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ther|[A-Z]\w+) (?:[a-z-]+ )?{re.escape(noun)}\b"
        )
        named = re.compile(rf"\b(?!The )[A-Z]\w+ {re.escape(noun.title())}\b")
        between = self._text[last:position]
        return other.search(between) is None and named.search(between) is None

    def _was_spoken_of(self, noun: str, position: int) -> bool:
        return re.search(rf"\b{re.escape(noun)}s?\b", self._text[:position]) is not None


def _is_doer(tree: Tree, at: int) -> bool:
    """Does it do or have what only bodies do or have: "|Orbis| hired", "|Orbis|'s staff"?"""
    word, above = tree.words[at], tree.words[tree.words[at].head]
    small = above.text.lower()
    if word.label == "nsubj":
        said = not _ACTS.isdisjoint(cue_classes().get(small, ()))
        governs = any(
            tree.words[n].label in {"dobj", "ccomp", "xcomp"} for n in tree.children[word.head]
        )
        does = small in verb_forms("things", "doing")
        return is_verb(tree, word.head) and (said or does) and governs
    if word.label in {"poss", "compound"}:
        return small in words_of("things", "owned")
    return (
        word.label == "pobj"
        and small in {"at", "of"}
        and (tree.words[above.head].text.lower() in words_of("things", "owned"))
    )


def _subjects(tree: Tree, verb: int) -> list[int]:
    return [n for n in tree.children[verb] if tree.words[n].label in SUBJECTS]


def _is_someone(tree: Tree, at: int) -> bool:
    return tree.words[at].text.lower() in {"he", "she", "they", "i", "we", "who", "you"}
