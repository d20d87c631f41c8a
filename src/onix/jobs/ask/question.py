"""What a question wants to know: its kind, and the words that have to be borne out.

What comes in is the question's tree, what goes out a `Question`. Nothing of the record is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Final, Literal

from onix.reading import lexicon
from onix.reading.syntax import Tree, Word

Kind = Literal[
    "who", "whose", "what", "which", "where", "when", "why", "how",
    "how many", "how much", "how long", "how often", "how far", "how old",
    "yes/no", "topic",
]  # fmt: skip

# Questions that have one right answer: sources that give another one differ.
_EXCLUSIVE: Final = {"when", "how many", "how much", "how long", "who", "yes/no", "where"}
_WH: Final = {"who", "whom", "whose", "what", "which", "where", "when", "why", "how"}
_AUXILIARIES: Final = {
    "is", "are", "was", "were", "am", "be", "been", "being", "do", "does", "did", "has", "have",
    "had", "will", "would", "can", "could", "shall", "should", "may", "might", "must",
    "'s", "’s", "'re", "'ve", "'d", "'ll",
}  # fmt: skip
_LIGHT: Final = {"do", "have", "make", "take", "get", "be", "go", "give", "happen"}
_SPEECH: Final = {
    "say", "tell", "call", "claim", "warn", "deny", "promise", "announce", "describe", "argue",
    "insist", "suggest", "propose", "add", "explain", "note", "comment", "advise", "ask", "urge",
    "demand", "recommend", "reply", "respond", "answer", "testify", "state", "declare", "assert",
    "denounce", "dismiss", "accuse", "criticise", "criticize", "praise", "think", "believe",
    "characterise", "characterize", "react", "complain", "admit", "concede", "confirm", "predict",
}  # fmt: skip
# Verbs that take whatever was said: "say about", but not "call" or "promise".
_OPEN: Final = {"say", "tell", "comment", "think", "react", "respond", "state", "reply"}
_LIGHT_NOUNS: Final = {
    "idea", "thing", "things", "way", "issue", "matter", "fact", "question", "words", "kind",
    "type", "sort", "name",
}  # fmt: skip
_MEASURES: Final = {
    "far", "tall", "high", "big", "large", "fast", "deep", "heavy", "wide", "young", "close",
    "near", "strong", "small",
}  # fmt: skip
_FUNCTION_TAGS: Final = {
    "DT", "IN", "TO", "CC", "PRP", "PRP$", "WDT", "WP", "WP$", "WRB", "EX", "MD", "RP", "POS",
    "PDT", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "UH", "SYM", "NFP", "_SP",
}  # fmt: skip
_CLAUSES: Final = {"advcl", "relcl", "acl", "ccomp"}
DAYS: Final = {"date", "day", "year", "month", "weekday"}
_MODIFIERS: Final = {"JJ", "JJR", "JJS", "CD", "VBN", "HYPH", "POS", "RBS"}


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
        focus: Index of the noun asked for ("which country"); None where there is none.
        terms: The words that have to be borne out.
        speaker: The names of whom "what did X say" asks for, lower-cased; else empty.
        about: What X is to have spoken about, where any words of X on it answer, empty where it
            may be anything; None where not any words answer ("what did X call Y").
    """

    text: str
    tree: Tree
    kind: Kind
    focus: int | None
    terms: tuple[Term, ...]
    speaker: frozenset[str] = frozenset()
    about: str | None = None

    @property
    def speaker_name(self) -> str:
        """The name of whom "what did X say" asks for, as it was typed; else empty."""
        return " ".join(word.text for word in self.tree.words if word.text.lower() in self.speaker)

    @property
    def is_exclusive(self) -> bool:
        """Has it one right answer, so that sources that give another one differ?"""
        return self.kind in _EXCLUSIVE and not self.asks_who_somebody_is

    @property
    def asks_who_somebody_is(self) -> bool:
        """Is somebody named asked for, as whom one may describe in many ways: "a former judge"?"""
        return self.kind == "who" and all(term.sort == "name" for term in self.terms)

    @cached_property
    def asks_for_whom(self) -> bool:
        """Does it ask who or which does what its verb says, so that a noun phrase answers?"""
        words = self.tree.words
        asks = self.focus
        if asks is None and self.kind == "who":
            asks = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
        return (
            asks is not None
            and self.kind in {"who", "which"}
            and not self.asks_who_somebody_is
            and words[asks].label in {"nsubj", "nsubjpass", "attr"}
        )

    @cached_property
    def tense(self) -> Literal["past", "ahead"] | None:
        """Does it ask of what has been, or of what is to come; None where it may be either."""
        words = [each.text.lower() for each in self.tree.words]
        if not {"did", "was", "were", "had"}.isdisjoint(words):
            return "past"
        # "is the plan to be signed", but not "is the plan said to be signed"
        is_to = not {"is", "are"}.isdisjoint(words) and any(
            one.tag == "TO" and two.tag == "VB" and two.text.lower() != "have"
            for one, two in pairwise(self.tree.words)
        )
        said = any(
            each.tag == "VBN" and lexicon.stem(each.text.lower()) in _speech()
            for each in self.tree.words
        )
        return "ahead" if (is_to and not said) or "will" in words else None

    @cached_property
    def asks_for_words(self) -> bool:
        """Does it ask what somebody said, called something, replied, and not of the matter?"""
        verb = self.verb
        is_speech = bool(self.speaker) or (verb is not None and lexicon.stem(verb) in _speech())
        return is_speech and self.kind in {"what", "how", "which"}

    @cached_property
    def verb(self) -> str | None:
        """The verb that is asked about, in lower case; None where it says nothing ("is", "had")."""
        words = self.tree.words
        if self.kind == "how long" and words[-1 - (words[-1].text == "?")].text == "last":
            return "last"  # which the parser takes for an adverb
        asks = self.focus
        if asks is None:
            asks = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
        way = [] if asks is None else self.tree.path(asks)
        verbs = [n for n in way if words[n].tag[0] == "V"][:1]
        # "When was it founded": the parser may take "was" for the verb.
        verbs += [
            n
            for n in (self.tree.children[verbs[0]] if verbs else ())
            if words[n].tag in {"VBN", "VBD", "VB"} and words[n].label not in _CLAUSES
        ]
        verbs += [
            n
            for n, each in enumerate(words)
            if each.tag == "VBN"
            and not any(words[m].tag[0] == "W" and m != asks for m in self.tree.children[n])
        ][-1:]
        found = (words[n].text.lower() for n in verbs)
        return next((each for each in found if lexicon.stem(each) not in _LIGHT), None)

    @cached_property
    def weight(self) -> float:
        """The weight of all terms together."""
        return sum(term.weight for term in self.terms) or 1.0


def understand(text: str, tree: Tree) -> Question:
    """Give what a question asks.

    1. Find the question word and the kind of question.
    2. Find the noun asked for.
    3. Weigh the words that have to be borne out, and see whose words are asked for.
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
    focus = None
    if wh is not None and kind in {"how many", "how much"}:
        head = words[wh + 1].head
        focus = head if head > wh + 1 and words[head].tag.startswith("NN") else None
    elif wh is not None and kind in {"what", "which", "whose"}:
        focus = _noun_after(words, wh)
    if kind in {"what", "which"} and _asks_for_a_day(words, wh, focus):
        kind = "when"
    # 3
    skip = {wh}
    if wh is not None and kind.startswith("how "):
        skip.add(wh + 1)
    particles = {word.head: word.text.lower() for word in words if word.label == "prt"}
    terms = [
        _term(i, word, focus if kind != "whose" else None, particles.get(i))
        for i, word in enumerate(words)
        if i not in skip and word.tag not in _FUNCTION_TAGS and not _is_auxiliary(tree, i)
    ]
    kept = tuple(term for term in terms if any(char.isalnum() for char in term.word))
    speaker, verb = _speaker(tree) if kind in {"what", "how", "which"} else (frozenset[str](), 0)
    about = _about(tree, kept, speaker, verb) if speaker and kind != "which" else None
    return Question(text, tree, kind, focus, kept, speaker, about)


def _kind(tree: Tree, wh: int | None) -> Kind:
    words = [word.text.lower() for word in tree.words]
    if wh is None:
        # "By his own account, did he …"
        behind = [n + 1 for n, each in enumerate(words[:-1]) if each == "," and words[-1] == "?"]
        opens = any(words[n] in _AUXILIARIES for n in (0, *behind)) if words else False
        return "yes/no" if opens else "topic"
    word = "who" if words[wh] == "whom" else words[wh]
    if word == "how":
        after = words[wh + 1] if wh + 1 < len(words) else ""
        if after in {"many", "much", "long", "often", "old"}:
            return f"how {after}"  # type: ignore[return-value]  # five of the literals above
        return "how far" if after in _MEASURES else "how"
    return word  # type: ignore[return-value]  # one of _WH


def _speaker(tree: Tree) -> tuple[frozenset[str], int]:
    """Whose words "what did X say" asks for: the names in the subject of a verb of speech.

    The verb comes with them; that which asks ("did X say"), where there are several.
    """
    found: list[tuple[bool, int, frozenset[str]]] = []
    for index, word in enumerate(tree.words):
        head = tree.words[word.head]
        if word.label == "nsubj" and head.tag.startswith("V") and head.tag != "VBN":
            if lexicon.stem(head.text.lower()) not in _speech():
                continue
            first, last = tree.edges[index]
            # Of "Ann Lee's lawyer" and "the mayor of Oslo" nobody's name is given.
            is_named = word.tag.startswith("NNP")
            named = [
                each
                for each in tree.words[first : last + 1]
                if is_named and each.tag.startswith("NNP")
            ]
            names = frozenset(each.text.lower() for each in named)
            asks = first > 0 and tree.words[first - 1].text.lower() in _AUXILIARIES
            found.append((not asks, word.head, names))
    _, verb, names = min(found, default=(True, 0, frozenset[str]()), key=lambda each: each[:2])
    return names, verb


def _about(tree: Tree, terms: Sequence[Term], speaker: frozenset[str], verb: int) -> str | None:
    """What "what did X tell Z about Y" is about: all behind the verb but X, Z and other verbs."""
    if lexicon.stem(tree.words[verb].text.lower()) not in _open_speech():
        return None
    return " ".join(
        term.word
        for term in terms
        if term.index > verb
        and term.word not in speaker
        and term.sort != "verb"
        and (tree.words[term.index].head, tree.words[term.index].label) != (verb, "dobj")
    )


@cache
def _open_speech() -> frozenset[str]:
    return frozenset(map(lexicon.stem, _OPEN))


@cache
def _speech() -> frozenset[str]:
    return frozenset(map(lexicon.stem, _SPEECH))


def _noun_after(words: tuple[Word, ...], wh: int) -> int | None:
    """The head noun of "which peace plan": the last noun of the run behind the question word."""
    found = None
    for index in range(wh + 1, len(words)):
        tag = words[index].tag
        if tag.startswith("NN"):
            found = index
        elif found is not None or tag not in _MODIFIERS:
            break
    return found


def _asks_for_a_day(words: tuple[Word, ...], wh: int | None, focus: int | None) -> bool:
    """Is it "on what date", "in which year", "what is the date of"?"""
    if focus is not None:
        return words[focus].text.lower() in DAYS
    is_it = (
        wh is not None and words[wh + 1 : wh + 2] and words[wh + 1].text.lower() in {"is", "was"}
    )
    subject = next(
        (n for n, each in enumerate(words) if each.label in {"nsubj", "attr"} and n != wh), None
    )
    return bool(is_it) and subject is not None and words[subject].text.lower() == "date"


def _is_auxiliary(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    lower = word.text.lower()
    if word.label in {"aux", "auxpass"}:
        return True
    return lower in _AUXILIARIES and (lexicon.stem(lower) == "be" or word.tag == "MD" or index == 0)


def _term(index: int, word: Word, focus: int | None, particle: str | None) -> Term:
    lower = word.text.lower().replace("-", " ")  # "Covid-19": the words of a text are cut there
    if particle is not None:
        return Term(index, f"{lower} {particle}", 1.6, "verb")
    if word.tag in {"NNP", "NNPS"} or (index > 0 and word.text[0].isupper()):
        return Term(index, lower, 3.0, "name")
    if word.tag == "CD" or any(char.isdigit() for char in word.text):
        return Term(index, lower, 2.5, "number")
    if word.tag.startswith("NN"):
        light = lower in _LIGHT_NOUNS
        return Term(index, lower, 0.5 if light else 0.6 if index == focus else 2.0, "noun")
    if word.tag.startswith("V"):
        return Term(index, lower, 0.3 if lexicon.stem(lower) in _LIGHT else 1.6, "verb")
    return Term(index, lower, 0.8 if word.tag.startswith("JJ") else 0.4, "other")
