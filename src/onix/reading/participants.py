"""Who takes part in an event: in come a sentence's tree and the names in it, out come names.

Its subject comes first, then who else hangs on its verb. An owner takes no part: "Lee's car hit a
wall" is not Lee's doing. It is its own file because it asks about names only, never about times.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onix.reading.clauses import is_verb
from onix.reading.trees import Tree

# The ways by which a name takes part in what a verb tells.
_TAKES_PART: Final = frozenset(
    {"nsubj", "nsubjpass", "csubj", "dobj", "dative", "attr", "agent", "pobj", "prep", "conj"}
    | {"appos", "compound", "oprd", "acomp", "nmod", "npadvmod", "pcomp"}
)
_SHARES_SUBJECT: Final = frozenset({"conj", "advcl", "xcomp"})


class Participants:
    """Who takes part in the events of one sentence.

    Args:
        names: Each with the word of the tree that stands for it.
    """

    def __init__(self, tree: Tree, names: Sequence[tuple[int, str]]) -> None:
        self._tree = tree
        self._names = names

    def of(self, number: int) -> tuple[str, ...]:
        """Give who takes part in the event of a word, its subject first, each once."""
        subjects = self._subjects(number)
        first: dict[str, None] = {}
        then: dict[str, None] = {}
        for at, name in self._names:
            if any(self._reaches(at, subject) for subject in subjects):
                first[name] = None
            elif self._reaches(at, number):
                then[name] = None
        return tuple(dict.fromkeys((*first, *then)))

    def _subjects(self, number: int) -> list[int]:
        """The words that are a verb's subject, also where another verb shares it."""
        words, children = self._tree.words, self._tree.children
        for _ in range(len(words)):
            found = [n for n in children[number] if words[n].label in {"nsubj", "nsubjpass"}]
            word = words[number]
            if any(words[n].tag in {"WP", "WDT"} for n in found) or (
                not found and word.label == "acl"
            ):
                return [word.head]  # "Lee, |who| fell", "Lee, |born| in 1961"
            if found or word.head == number:
                return found
            if word.label == "pcomp":  # "after |founding|": by way of the preposition
                number = words[word.head].head
            elif word.label in _SHARES_SUBJECT:
                number = word.head
            else:
                return []
        return []

    def _reaches(self, at: int, target: int) -> bool:
        """Does a name hang on a word as one that takes part, and not as an owner?"""
        words = self._tree.words
        while at != target:
            word = words[at]
            above = word.head
            if above == at or word.label not in _TAKES_PART or is_verb(self._tree, at):
                return False
            if word.label == "prep" and words[above].tag.startswith("N") and above != target:
                return False  # "the owner of |the Ledger|"
            at = above
        return True
