"""Who takes part in an event: in come a sentence's tree and the names in it, out come names.

Its subject comes first, then who else hangs on its verb. An owner takes no part: "Lee's car hit a
wall" is not Lee's doing, though a timeline of Lee may want it. It is its own file because it asks
about names only, never about times.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from onix.reading.events.clauses import is_verb
from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import sections, words_of

# The ways by which a name is who or what a verb is about: by its subject, object or agent.
_ACTS: Final = frozenset(
    {"nsubj", "nsubjpass", "csubj", "dobj", "agent", "attr", "oprd", "conj", "appos"}
)
# And those by which it takes part: "walked out at |Orbis|".
_TAKES_PART: Final = _ACTS | {"dative", "pobj", "prep", "acomp", "npadvmod", "pcomp", "prt"}
_OWNS: Final = frozenset({"poss", "compound", "nmod", "amod"})
_OF: Final = frozenset({"of", "by", "for"})
_ON: Final = frozenset({"on", "to", "via", "over", "across"})
_SHARES_SUBJECT: Final = frozenset({"conj", "advcl", "xcomp"})


@cache
def _platforms() -> frozenset[str]:
    return frozenset(each.lower() for each in sections("documents")["platforms"])


class Name(NamedTuple):
    """A name of a sentence: `at` is the word of the tree that stands for it."""

    at: int
    name: str
    is_person: bool = False


class Parts(NamedTuple):
    """Who has to do with an event: `who` takes part, some of them as those who do or undergo it."""

    who: tuple[str, ...]
    acting: tuple[str, ...]
    undergoing: tuple[str, ...]
    owners: tuple[str, ...]


class Participants:
    """Who takes part in the events of one sentence."""

    def __init__(self, tree: Tree, names: Sequence[Name]) -> None:
        self._tree = tree
        self._names = names

    def of(self, number: int) -> Parts:
        """Give who has to do with the event of a verb, its subject first, each once."""
        subjects = self._subjects(number)
        aims = self._aims(number)
        first: dict[str, None] = {}
        then: dict[str, None] = {}
        acting: dict[str, None] = {}
        undergoing: dict[str, None] = {}
        owners: dict[str, None] = {}
        for each in self._names:
            way = next(
                (way for to in (*subjects, number) if (way := self._way(each.at, to)) is not None),
                None,
            )
            if way is None:
                if any(self._way(each.at, aim) is not None for aim in aims):
                    owners[each.name] = None
                continue
            if self._is_medium(each, way):
                continue
            owned = self._owned(each, way)
            if owned is not None:
                if not self._is_another(each, owned) and not self._is_far(owned, way):
                    owners[each.name] = None
                continue
            is_subject = any(self._way(each.at, subject) is not None for subject in subjects)
            (first if is_subject else then)[each.name] = None
            if all(self._is_side(at) for at in way):
                does = is_subject != self._is_passive(number)
                (acting if does else undergoing)[each.name] = None
        who = tuple(dict.fromkeys((*first, *then)))
        return Parts(who, tuple(acting), tuple(undergoing), tuple(owners))

    def of_noun(self, number: int) -> Parts:
        """Give whose an event is that a noun names: "|Lee|'s visit", "the launch of the |Pico|"."""
        acting: dict[str, None] = {}
        undergoing: dict[str, None] = {}
        owners: dict[str, None] = {}
        for each in self._names:
            way = self._way(each.at, number)
            if not way:
                continue
            word = self._tree.words[way[-1]]
            is_whose = word.label in _OWNS or (word.tag == "IN" and word.text.lower() in _OF)
            if not is_whose or len(way) > 2:
                owners[each.name] = None
            elif word.label == "poss" or word.text.lower() == "by":
                acting[each.name] = None
            else:
                undergoing[each.name] = None
        who = tuple(dict.fromkeys((*acting, *undergoing)))
        return Parts(who, tuple(acting), tuple(undergoing), tuple(owners))

    def _is_passive(self, number: int) -> bool:
        """Does its subject undergo it: "was |closed|", "the bridge, |closed| in May"?"""
        words = self._tree.words
        labels = {words[n].label for n in self._tree.children[number]}
        helped = bool(labels & {"auxpass", "nsubjpass"})
        bare = words[number].tag == "VBN" and not labels & {"aux", "nsubj"}
        if words[number].label == "conj" and bare and words[number].head != number:
            return self._is_passive(words[number].head)  # "was closed and |searched|"
        return helped or (bare and words[number].label in {"acl", "advcl", "ROOT"})

    def _subjects(self, number: int) -> list[int]:
        """The words that are a verb's subject, also where another verb shares it."""
        words, children = self._tree.words, self._tree.children
        for _ in range(len(words)):
            found = [n for n in children[number] if words[n].label in SUBJECTS]
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

    def _aims(self, number: int) -> list[int]:
        """The verbs that say what it was for: "voted to |close| the bridge"."""
        words, children = self._tree.words, self._tree.children
        return [
            n
            for n in children[number]
            if words[n].label in {"xcomp", "advcl"}
            and any(words[at].tag == "TO" for at in children[n])
        ]

    def _way(self, at: int, to: int) -> list[int] | None:
        """Give the words from a name up to before another, if no verb stands between."""
        words = self._tree.words
        way = []
        while at != to:
            above = words[at].head
            known = words[at].label in _TAKES_PART or words[at].label in _OWNS
            if above == at or not known or is_verb(self._tree, at):
                return None
            way.append(at)
            at = above
        return way

    def _is_side(self, at: int) -> bool:
        """Is it a step from a subject, an object or an agent ("by |the mayor|")?"""
        words = self._tree.words
        word = words[at]
        return word.label in _ACTS or (
            word.label == "pobj" and words[word.head].label in {"agent", "dative"}
        )

    def _is_medium(self, name: Name, way: Sequence[int]) -> bool:
        """Is it only where something was said or shown: "posted it on |Facebook|"?"""
        words = self._tree.words
        by = {words[at].text.lower() for at in way if words[at].label == "prep"}
        return bool(by & _ON) and name.name.lower() in _platforms()

    def _owned(self, name: Name, way: Sequence[int]) -> int | None:
        """Give what a name only owns: "the |owner| of the Ledger", "Lee's |car|"."""
        words = self._tree.words
        if name.is_person and way and words[way[0]].label == "appos":
            return None  # "the adviser to the president, |Lee|,", wherever the parser hangs him
        for at in way:
            word, above = words[at], words[words[at].head]
            if word.label == "prep" and above.tag[:1] in "NC":
                return word.head
            if word.label in _OWNS and not self._is_sort(word.head):
                return word.head
        return None

    def _is_far(self, owned: int, way: Sequence[int]) -> bool:
        """Is what is owned only a part of another thing: "cracks in its |piers|"?"""
        words = self._tree.words
        small = words[owned].text.lower()
        if small in words_of("events", "nouns") or small in words_of("events", "actions"):
            return False  # "an inquiry into the |grounding| of the Aurelia"
        above = way[way.index(owned) :] if owned in way else ()
        return any(
            words[at].label == "prep" and words[words[at].head].tag[:1] in "NC" for at in above
        )

    def _is_another(self, name: Name, owned: int) -> bool:
        """Is what it owns somebody or something with a name, or of somebody's kin?"""
        words = self._tree.words
        small = words[owned].text.lower()
        kin = words_of("people", "kin")
        if small in kin or (name.is_person and small in words_of("people", "roles")):
            return True
        named = any(words[n].label == "appos" and words[n].tag == "NNP"
                    for n in self._tree.children[owned])  # fmt: skip
        return named and small not in words_of("things", "owned") | words_of("people", "roles")

    def _is_sort(self, at: int) -> bool:
        """Does a noun only say what a name is: "the Kestrel |probe|"?"""
        word = self._tree.words[at]
        small = word.text.lower()
        return word.tag == "NN" and (
            small in words_of("things", "things") or small in words_of("things", "bodies")
        )
