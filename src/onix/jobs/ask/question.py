"""What a question wants to know: its kind, the words that must be borne out, the hole to fill.

What comes in is the question's tree, what goes out a `Question`. Nothing of the record is used.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from onix.jobs.ask import lexicon
from onix.jobs.ask.vocabulary import BEGINNING
from onix.reading.syntax import Tree, Word

Kind = Literal[
    "who", "whose", "what", "which", "where", "when", "why", "how",
    "how many", "how much", "how long", "how often", "how far", "how old",
    "according to", "yes/no", "topic",
]  # fmt: skip

_WH: Final = {"who", "whom", "whose", "what", "which", "where", "when", "why", "how"}
_AUXILIARIES: Final = {
    "is", "are", "was", "were", "am", "be", "been", "being", "do", "does", "did", "has", "have",
    "had", "will", "would", "can", "could", "shall", "should", "may", "might", "must",
    "'s", "’s", "'re", "'ve", "'d", "'ll",
}  # fmt: skip
_LIGHT: Final = {"do", "have", "make", "take", "get", "be", "go", "give", "happen"}
_EMPTY: Final = {"be", "do", "have", "happen"}
_FUNCTION_TAGS: Final = {
    "DT", "IN", "TO", "CC", "PRP", "PRP$", "WDT", "WP", "WP$", "WRB", "EX", "MD", "RP", "POS",
    "PDT",    ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "UH", "SYM", "NFP", "_SP",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question that an answer has to bear out, and how much it weighs."""

    index: int
    word: str
    weight: float
    sort: Literal["name", "number", "noun", "verb", "other"]


@dataclass(frozen=True)
class Question:
    """A question understood.

    Attributes:
        wh: Index of the question word; None for a yes/no question or a topic.
        focus: Index of the noun asked for ("which country"); None where there is none.
        role: Dependency label of the question word's phrase; "prep" with its preposition apart.
        governor: Index of the word that phrase hangs on, in most cases the verb.
        wants: person, organisation, place, time, number, money … or None when anything may answer.
    """

    text: str
    tree: Tree
    kind: Kind
    wh: int | None
    focus: int | None
    role: str
    preposition: str | None
    governor: int | None
    wants: str | None
    terms: tuple[Term, ...]
    negated: bool

    @cached_property
    def asks_identity(self) -> bool:
        """Is it "who is Yuri Ushakov?": a name, and nothing else to be borne out?"""
        sorts = {term.sort for term in self.terms}
        return (
            self.kind in {"who", "what"}
            and self.focus is None
            and "name" in sorts
            and sorts <= ({"name"} if self.kind == "who" else {"name", "noun"})
            and self.preposition is None
            and any(
                word.text.lower() in {"is", "was", "are", "were", "'s", "’s"}
                for word in self.tree.words[:3]
            )
        )

    @cached_property
    def asks_several(self) -> bool:
        """Is it asked of more than one ("which countries", "who were")?"""
        words = self.tree.words
        if self.focus is not None:
            return self.kind in {"which", "what"} and words[self.focus].tag in {"NNS", "NNPS"}
        return self.kind == "who" and any(w.text.lower() in {"are", "were"} for w in words[1:2])

    @cached_property
    def is_past(self) -> bool:
        """Is it asked about something that is over ("did", "was")?"""
        return any(word.text.lower() in {"did", "was", "were", "had"} for word in self.tree.words)

    @cached_property
    def _kin(self) -> tuple[set[str], set[str]]:
        stems = {lexicon.stem(term.word) for term in self.terms}
        related = {each for term in self.terms for each in lexicon.relatives(term.word)}
        return stems | related, {stem[:BEGINNING] for stem in stems}

    def could_match(self, word: str) -> bool:
        """Could a lower-cased word match one of the terms? Quick, and right where it says no."""
        stems, beginnings = self._kin
        stem = lexicon.stem(word)
        return stem in stems or stem[:BEGINNING] in beginnings

    @cached_property
    def weight(self) -> float:
        """The weight of all terms together."""
        return sum(term.weight for term in self.terms) or 1.0


def _kind(tree: Tree, wh: int | None) -> Kind:
    words = [word.text.lower() for word in tree.words]
    if wh is None:
        return "yes/no" if words and words[0] in _AUXILIARIES else "topic"
    word = "who" if words[wh] == "whom" else words[wh]
    if word in {"who", "what", "which"} and "according" in words[max(0, wh - 2) : wh]:
        return "according to"
    if word == "how":
        after = words[wh + 1] if wh + 1 < len(words) else ""
        if after in {"many", "much", "long", "often", "old"}:
            return f"how {after}"  # type: ignore[return-value]  # the three literals above
        if after in lexicon.words("measure"):
            return "how far"
        return "how"
    return word  # type: ignore[return-value]  # one of _WH


def understand(text: str, tree: Tree) -> Question:
    """Give what a question asks.

    1. Find the question word and the kind of question.
    2. Find the noun asked for, the hole's role and what it hangs on.
    3. Weigh the words that have to be borne out.
    """
    words = tree.words
    # 1
    wh = next(
        (i for i, word in enumerate(words) if word.text.lower() in _WH and word.tag[0] == "W"), None
    )
    if words and words[0].text.lower() in _AUXILIARIES:
        wh = None
    kind = _kind(tree, wh)
    # 2
    focus: int | None = None
    hearsay: int | None = None
    role, preposition, governor = "root", None, None
    if wh is not None:
        top = wh
        if kind in {"how many", "how much"}:
            measure = wh + 1
            top = measure
            head = words[measure].head
            if head != measure and head > measure and words[head].tag.startswith("NN"):
                focus = top = head
        elif kind in {"how long", "how often", "how far", "how old"} or (
            kind == "how" and wh + 1 < len(words) and words[wh].head == wh + 1
        ):
            top = wh + 1
        elif kind in {"what", "which", "whose"}:
            run = _noun_after(words, wh)
            focus, top = (run, run) if run is not None else (None, wh)
        role = words[top].label
        governor = words[top].head if words[top].head != top else None
        if role == "pobj" and governor is not None:
            preposition = words[governor].text.lower()
            governor = words[governor].head if words[governor].head != governor else None
            role = "prep"
        elif role in {"dobj", "dep", "attr", "ROOT", "nsubj"} or governor is None:
            stranded = [
                i
                for i, w in enumerate(words)
                if w.tag in {"IN", "TO", "RP"}
                and w.label == "prep"
                and not tree.children[i]
                and i > wh
            ]
            if stranded and role != "nsubj":
                preposition = words[stranded[-1]].text.lower()
                governor = words[stranded[-1]].head
                role = "prep"
        if governor is None:
            # "Who is the envoy?": the parser makes the question word or "is" the root.
            governor = next((i for i in tree.children[top]), None)
            role = "root"
    if governor is not None and words[governor].tag == "VBN":
        # "What is he said to have done": what is asked about is the doing.
        done = [c for c in tree.children[governor] if words[c].label == "xcomp"]
        if done and lexicon.stem(words[governor].text.lower()) in lexicon.stems("hearsay"):
            hearsay, governor = governor, done[0]
    wants = _wants(kind, words, focus)
    # 3
    skip = {wh, focus, hearsay}
    if kind.startswith("how") and wh is not None:
        skip.add(wh + 1 if kind != "how" or words[wh].head == wh + 1 else None)
    particles = {w.head: w.text.lower() for w in words if w.label == "prt"}
    terms = [
        _term(i, word, focus, governor, particles.get(i))
        for i, word in enumerate(words)
        if i not in skip and word.tag not in _FUNCTION_TAGS and not _is_auxiliary(tree, i)
    ]
    if focus is not None:
        terms.append(_term(focus, words[focus], focus if kind != "whose" else None, governor))
    terms += [
        Term(i, "visit", 1.6, "verb")  # "Has she been to Kyiv?"
        for i, word in enumerate(words)
        if word.text.lower() == "been"
        and any(words[c].text.lower() == "to" for c in tree.children[i])
    ]
    terms = [t for t in terms if not (kind == "according to" and t.word == "according")]
    if focus is not None and wh is not None and kind in {"what", "which"}:
        # "Which news organisation": what stands before the noun asked for says its kind, too.
        terms = [
            replace(t, weight=min(t.weight, 0.6))
            if wh < t.index < focus and t.sort == "noun"
            else t
            for t in terms
        ]
    negated = any(w.label == "neg" or w.text.lower() in {"never", "not", "n't"} for w in words)
    return Question(
        text, tree, kind, wh, focus, role, preposition, governor, wants,
        tuple(t for t in terms if any(c.isalnum() for c in t.word)), negated,
    )  # fmt: skip


def _noun_after(words: tuple[Word, ...], wh: int) -> int | None:
    """The head noun of "which peace plan": the last noun of the run behind the question word."""
    found = None
    for index in range(wh + 1, len(words)):
        tag = words[index].tag
        if tag.startswith("NN"):
            found = index
        elif found is not None or tag not in {
            "JJ",
            "JJR",
            "JJS",
            "CD",
            "VBN",
            "HYPH",
            "POS",
            "RBS",
        }:
            break
    return found


def _is_auxiliary(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    lower = word.text.lower()
    if word.label in {"aux", "auxpass"}:
        return True
    return lower in _AUXILIARIES and (lexicon.stem(lower) == "be" or word.tag == "MD" or index == 0)


def _wants(kind: Kind, words: tuple[Word, ...], focus: int | None) -> str | None:
    if kind in {"who", "whose", "according to"}:
        return "person"
    if kind in {"where", "when", "why"}:
        return {"where": "place", "when": "time", "why": "reason"}[kind]
    if kind == "how many":
        return "number"
    if kind == "how long":
        return "duration"
    if kind == "how much":
        asked = lexicon.stem(words[focus].text.lower()) if focus is not None else "cost"
        return "money" if lexicon.kinds().get(asked) == "money" else "number"
    if focus is not None:
        return lexicon.kinds().get(lexicon.stem(words[focus].text.lower()))
    return None


def _term(
    index: int, word: Word, focus: int | None, governor: int | None, particle: str | None = None
) -> Term:
    lower = word.text.lower()
    if particle is not None:
        return Term(index, f"{lower} {particle}", 1.6, "verb")
    if word.tag in {"NNP", "NNPS"} or (index > 0 and word.text[0].isupper()):
        return Term(index, lower, 3.0, "name")
    if word.tag == "CD" or any(c.isdigit() for c in word.text):
        return Term(index, lower, 2.5, "number")
    light = lexicon.stem(lower) in _LIGHT
    if word.tag.startswith("NN"):
        light = lexicon.stem(lower) in lexicon.stems("light")
        return Term(index, lower, 0.5 if light else 0.6 if index == focus else 2.0, "noun")
    if word.tag.startswith("V"):
        if light:
            deed = index == governor and lexicon.stem(lower) not in _EMPTY
            return Term(index, lower, 0.9 if deed else 0.3, "verb")
        return Term(index, lower, 1.6, "verb")
    return Term(index, lower, 0.8 if word.tag.startswith("JJ") else 0.4, "other")
