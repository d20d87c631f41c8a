"""Which words of a sentence decide a yes or no: a tree and a word of it in, their place out.

"Police |have arrested two men|": what says yes is what is told of somebody, not who it is told of;
but in "|No light went out|" the subject says no.
"""

from __future__ import annotations

from typing import Final

from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import words_of

_LEADS: Final = frozenset({"aux", "auxpass", "neg", "advmod"})
_COMPLETES: Final = frozenset({"prt", "dobj", "attr", "acomp", "oprd"})
_NONE: Final = words_of("events", "none")
# What only says more: "two men |who fled|", "a depot|, the last one|".
_ASIDE: Final = frozenset({"relcl", "acl", "punct", "cc", "appos"})


def predicate(tree: Tree, number: int) -> tuple[int, int]:
    """Give where a word that decides stands with its verb: half-open offsets in the text.

    With the verb go its auxiliaries and denial, and what completes it.

    Args:
        number: Of a verb, or of a word that is said of somebody by one: "is |open|", "on |strike|".
    """
    verb = _verb_of(tree, number)
    words = tree.words
    first = verb
    while first > 0 and words[first - 1].head == verb and words[first - 1].label in _LEADS:
        first -= 1
    for child in tree.children[verb]:
        begins = tree.edges[child][0]
        if words[child].label in SUBJECTS and words[begins].text.lower() in _NONE:
            first = begins
    last = max(verb, number)
    for child in tree.children[verb]:
        is_next = child == verb + 1 and words[child].label == "advmod"  # "go |out|"
        if child > verb and (is_next or words[child].label in _COMPLETES):
            last = max(last, _end(tree, child))
    return min(words[first].start, words[number].start), words[last].end


def _verb_of(tree: Tree, number: int) -> int:
    """Give the next verb above a word, or the word itself where there is none."""
    return next((each for each in tree.path(number) if tree.words[each].tag[0] == "V"), number)


def _end(tree: Tree, number: int) -> int:
    """Give the last word that hangs on one, without what only says more of it."""
    last = tree.edges[number][1]
    for child in tree.children[number]:
        if child > number and tree.words[child].label in _ASIDE:
            return tree.edges[child][0] - 1
    return last
