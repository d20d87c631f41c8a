"""Whether a verb's event happened: in come a sentence's tree and a verb, out comes what it claims.

Told as past it happened, told as to come it is announced; what is denied, only possible, wanted or
conditional is no event. It is its own file because it looks at grammar alone: no names, no times.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from onix.model import EventKind
from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import sections, verb_forms, words_of

_WILL: Final = frozenset({"will", "shall", "'ll", "’ll"})
_WOULD: Final = frozenset({"would", "'d", "’d"})
_HAVE: Final = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"})
_PAST_BE: Final = frozenset({"was", "were", "been", "got", "being"})
_BE: Final = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "be"})
_SAID: Final = frozenset({"said", "says", "added", "told", "wrote"})
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest", "until", "till"})
_NOT: Final = frozenset({"never", "hardly", "scarcely", "neither", "nor"})
_PARTICIPLES: Final = frozenset({"VBN", "VBD"})
_NEAR: Final = frozenset({"nearly", "almost"})
_SIDES: Final = frozenset({"nsubj", "nsubjpass", "dobj"})
_TIMES: Final = ("month", "weekday", "season")
_DEPTH: Final = 8  # clauses within clauses


@cache
def _forms(section: str) -> frozenset[str]:
    return verb_forms("events", section)


@cache
def _days() -> frozenset[str]:
    """Give the words that name a day, a month or a season, or begin such a name."""
    entries = (entry for each in _TIMES for entry in sections("times")[each])
    named = {word for entry in entries for word in entry.partition("=")[0].split()}
    return frozenset(named | {"next", "tomorrow", "tonight"})


class Claims:
    """What the verbs of one sentence claim to have happened."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known: dict[int, EventKind | None] = {}

    def of(self, verb: int) -> EventKind | None:
        """Say whether a verb's event happened or is announced; None when the text claims neither.

        "said" is never given: whether saying was the event is not told by grammar.
        """
        if verb not in self._known:
            self._known[verb] = None  # a tree has no circles, but a guard costs nothing
            self._known[verb] = self._judge(verb)
        return self._known[verb]

    def is_bare(self, verb: int) -> bool:
        """Is it a participle alone, which may say how something is: "|based| in Riga"?"""
        return self._tree.words[verb].tag == "VBN" and not self._helpers(verb)

    def has_lasted(self, verb: int) -> bool:
        """Does it go on since then: "has been fighting", but not "has met him twice"?"""
        helpers = {each for each, _ in self._helpers(verb)}
        word = self._tree.words[verb]
        return bool(helpers & _HAVE) and (
            word.tag == "VBG" or word.text.lower() in {"been", "remained"}
        )

    def is_present(self, verb: int) -> bool:
        """Is it told in the present, which says what is so now or is fixed for a day to come?"""
        words = self._tree.words
        helpers = {each for each, _ in self._helpers(verb)}
        if words[verb].tag in {"VBZ", "VBP"}:
            is_claimed = not self._is_denied(verb) and not self._is_conditional(verb)
            return is_claimed and not self._is_wished(verb) and self._is_borne_out(verb)
        now = (
            bool(helpers & _BE)
            and not helpers & (_PAST_BE | _HAVE)
            and self._tags(verb).isdisjoint({"MD", "TO"})  # "was to be closed in May" was a plan
        )
        return words[verb].tag in {"VBG", "VBN"} and now and not self._is_denied(verb)

    def _is_wished(self, verb: int) -> bool:
        """Is it only what somebody wants: "recommends that the President |travel|"?"""
        words = self._tree.words
        subjects = [n for n in self._tree.children[verb] if words[n].label in SUBJECTS]
        is_one = any(words[n].tag in {"NN", "NNP"} for n in subjects)
        return words[verb].tag == "VBP" and words[verb].label == "ccomp" and is_one

    def _helpers(self, verb: int) -> list[tuple[str, str]]:
        """The auxiliaries of a verb with their tags; one joined by "and" shares those before it."""
        words = self._tree.words
        for _ in range(_DEPTH):
            own = [
                (words[n].text.lower(), words[n].tag)
                for n in self._tree.children[verb]
                if words[n].label in {"aux", "auxpass"}
            ]
            if own or words[verb].label != "conj" or self._has_subject(verb):
                return own
            if words[verb].tag not in {"VB", "VBN", "VBG"}:
                return []
            verb = words[verb].head
        return []

    def _tags(self, verb: int) -> set[str]:
        return {tag for _, tag in self._helpers(verb)}

    def _has_subject(self, verb: int) -> bool:
        return any(self._tree.words[n].label.startswith("nsubj") for n in self._tree.children[verb])

    def _is_denied(self, verb: int) -> bool:
        """Is it said not to be: by "not" and its like, or as "nobody came", "filed none"?"""
        words, children = self._tree.words, self._tree.children
        return any(
            words[n].label == "neg"
            or words[n].text.lower() in _NOT | _NEAR
            or (words[n].label in _SIDES and self._is_none(n))
            for n in children[verb]
        )

    def _is_none(self, number: int) -> bool:
        words = self._tree.words
        return any(
            words[n].text.lower() in words_of("events", "none")
            for n in (number, *self._tree.children[number])
        )

    def _is_conditional(self, verb: int) -> bool:
        words = self._tree.words
        return any(
            (words[n].label in {"mark", "advmod"} and words[n].text.lower() in _CONDITIONS)
            or (words[n].label == "preconj" and words[n].text.lower() == "either")
            for n in self._tree.children[verb]
        )

    def _hangs_on_condition(self, verb: int) -> bool:
        """Will it only be if something else is: "If he resigns, she will lead"?"""
        words = self._tree.words
        return any(
            words[n].label == "advcl" and self._is_conditional(n) for n in self._tree.children[verb]
        )

    def _judge(self, verb: int) -> EventKind | None:
        """(1) Denied and conditional out; (2) what stands above; (3) its own form."""
        word = self._tree.words[verb]
        # 1
        if self._is_denied(verb) or self._is_conditional(verb):
            return None
        # 2
        if not self._is_borne_out(verb):
            return None
        # 3
        helpers = {each for each, _ in self._helpers(verb)}
        tags = self._tags(verb)
        if "MD" in tags:
            sure = (helpers & _WILL and not helpers & _HAVE) or self._was_told_ahead(verb, helpers)
            return "announced" if sure and not self._hangs_on_condition(verb) else None
        if word.tag == "VBD":
            return "happened"
        if "TO" in tags or word.tag == "VB":
            return self._infinitive(verb, helpers)
        if word.tag == "VBN":
            if helpers & (_HAVE | _PAST_BE):
                return "happened"
            return None if helpers else "happened"  # see `is_bare`
        if word.tag == "VBG":
            return self._participle(verb, helpers)
        return None

    def _was_told_ahead(self, verb: int, helpers: set[str]) -> bool:
        """Is it a "will" as the past reports it: "said he |would| step down", "… close on May 2"?

        What is only imagined is told so, too ("said a strike would hurt"), but has no day and is of
        others.
        """
        words = self._tree.words
        if not helpers & _WOULD or helpers & _HAVE - _WOULD:
            return False
        first, last = self._tree.edges[verb]
        has_day = any(
            each.tag == "CD" or each.text.lower() in _days() for each in words[first : last + 1]
        )
        while words[verb].label == "conj" and words[verb].head != verb:
            verb = words[verb].head
        subjects = (n for n in self._tree.children[verb] if words[n].label in SUBJECTS)
        is_own = any(words[n].tag == "PRP" for n in subjects)
        head = words[verb].head
        is_told = words[verb].label == "ccomp" and words[head].text.lower() in _forms("told_ahead")
        return is_told and words[head].tag in _PARTICIPLES and (is_own or has_day)

    def _is_borne_out(self, verb: int) -> bool:
        """Does what stands above vouch for it: not "denied that", not "would … to"?"""
        words = self._tree.words
        for _ in range(_DEPTH):
            label, head = words[verb].label, words[verb].head
            if head == verb or label in {"relcl", "acl"}:
                return True
            if label == "conj":
                if self._has_subject(verb):
                    return True
                verb = head
                if self._is_conditional(verb):
                    return False
                continue
            if label in {"ccomp", "xcomp", "pcomp"}:
                above = words[head].text.lower()
                if above in _forms("unborne") or above in {"without", "against", "instead"}:
                    return False
                if label != "pcomp" and self._is_denied(head):
                    return False
            if label == "pcomp":  # it hangs on a preposition, which hangs on the verb
                head = words[head].head
            if not words[head].tag.startswith("V"):
                return True
            if self._is_conditional(head):
                return False
            verb = head
        return True

    def _infinitive(self, verb: int, helpers: set[str]) -> EventKind | None:
        words = self._tree.words
        if helpers & {"did", "had"} and "to" not in helpers:
            return "happened"
        number, head = verb, words[verb].head
        while words[number].label == "conj" and not self._has_subject(number):
            number, head = head, words[head].head
        above = words[head].text.lower()
        # "caused the mill |to shut|": what is caused may be parsed as a clause of its own
        if words[number].label in {"xcomp", "ccomp"} and above in _forms("begun"):
            return self.of(head)
        if words[number].label != "xcomp" or head == number:
            return None
        if above in _BE:  # "is to visit"
            return "announced"
        if above in _forms("ahead"):
            kind = self.of(head) or ("announced" if self.is_present(head) else None)
            return "announced" if kind else None
        return None

    def _participle(self, verb: int, helpers: set[str]) -> EventKind | None:
        words = self._tree.words
        word = words[verb]
        if helpers & (_PAST_BE | _HAVE):
            going = word.text.lower() == "going"
            return None if going and self._governs_infinitive(verb) else "happened"
        if helpers & _BE:
            return None
        number, head = verb, word.head
        while words[number].label == "conj":
            number, head = head, words[head].head
        label = words[number].label
        if label == "pcomp":
            if words[head].text.lower() not in {
                "after",
                "by",
                "in",
                "since",
                "while",
                "when",
                "upon",
            }:
                return None
            head = words[head].head
            label = "advcl"
        if label in {"advcl", "xcomp"} and words[head].tag.startswith("V"):
            above = words[head].text.lower()
            if label == "xcomp" and above not in _forms("begun"):
                return None
            if words[number].label == "advcl" and above in _SAID:
                return None  # "said on Friday, disappointing those who hoped"
            return self.of(head)
        return None

    def _governs_infinitive(self, verb: int) -> bool:
        return any(self._tree.words[n].label == "xcomp" for n in self._tree.children[verb])
