"""What goes with a verb by its preposition: in come a question and a sentence, out whether they do.

"Decide |on the road|" is another matter than "decide on the bridge", and who "apologised |to Moe|"
need not have apologised to Lind.
"""

from __future__ import annotations

from typing import Final

from onix.jobs.ask.readings import Seen
from onix.jobs.ask.yes_no.asks import Asked
from onix.jobs.ask.yes_no.parties import relation
from onix.jobs.ask.yes_no.stances import Stand
from onix.model import Marks
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree

_NOUNS: Final = frozenset({"NN", "NNS"})
# "decide on", "agree to", "vote for", "pay for", "object to"; not of a time or a place
_GOES_WITH: Final = frozenset({"on", "to", "for", "against", "about", "with", "over"})


def is_on_another(asked: Asked, stand: Stand, tree: Tree) -> bool:
    """Is it told of something else behind the same word: "decide |on the road|" of a stadium?"""
    mine, theirs = _behind(asked.tree, asked.word), _behind(tree, stand.word)
    return any(
        preposition in theirs
        and asked.tree.words[noun].tag in _NOUNS
        and tree.words[theirs[preposition]].tag in _NOUNS
        and lexicon.match(
            asked.tree.words[noun].text.lower(), tree.words[theirs[preposition]].text.lower()
        )
        < lexicon.SYNONYM
        for preposition, noun in mine.items()
    )


def is_to_another(
    asked: Asked, stand: Stand, marks: Marks, seen: Seen, *, or_nobody: bool = False
) -> bool:
    """Is it done to another than the question names: "apologised |to Moe|", or to none at all?

    Args:
        or_nobody: So it is, too, where a sentence says of nobody that it was done to them.
    """
    tree, told = seen.parse(stand.sentence.text), set(words_of(stand.sentence.text))
    theirs = _behind(tree, stand.word)

    def is_another(preposition: str, noun: int) -> bool:
        if preposition not in theirs:
            return or_nobody
        at = theirs[preposition], stand.sentence.start
        return relation(asked.tree, noun, tree, *at, marks) == "other"

    return any(
        asked.tree.words[noun].text.lower() not in told and is_another(preposition, noun)
        for preposition, noun in _behind(asked.tree, asked.word).items()
        if asked.tree.words[noun].tag[:3] == "NNP"
    )


def _behind(tree: Tree, number: int) -> dict[str, int]:
    """Give the nouns that hang on a word by a preposition that goes with it, by that.

    Or on what it governs: "has yet to decide on the road", "put off a decision on the road".
    """
    words = tree.words
    below = [n for n in tree.children[number] if words[n].label in {"xcomp", "dobj"}]
    return {
        words[at].text.lower(): noun
        for head in (*below, number)
        for at in tree.children[head]
        if words[at].label == "prep" and words[at].text.lower() in _GOES_WITH
        for noun in tree.children[at]
        if words[noun].label == "pobj"
    }
