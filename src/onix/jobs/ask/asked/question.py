"""What a question wants to know: its kind, and the words that have to be borne out.

What comes in is the question's tree, what goes out a `Question`. Nothing of the record is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from onix.jobs.ask.asked.speech import about, is_speech, speaker_of
from onix.jobs.ask.asked.terms import AUXILIARIES, LIGHT, Term, terms_of
from onix.jobs.ask.asked.verbless import with_its_verb
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree, Word

Kind = Literal[
    "who", "whose", "what", "which", "where", "when", "why", "how",
    "how many", "how much", "how long", "how often", "how far", "how old",
    "yes/no", "topic",
]  # fmt: skip

# Questions that have one right answer: sources that give another one differ.
_EXCLUSIVE: Final = {"when", "how many", "how much", "how long", "who", "yes/no", "where"}
_WH: Final = {"who", "whom", "whose", "what", "which", "where", "when", "why", "how"}
_MEASURES: Final = {
    "far", "tall", "high", "big", "large", "fast", "deep", "heavy", "wide", "young", "close",
    "near", "strong", "small",
}  # fmt: skip
_AT: Final = {"on", "in", "at", "aboard", "inside", "around"}
_ASK_FOR_WORDS: Final = {"what", "how", "which"}
_COST: Final = lexicon.stem("cost")
_CLAUSES: Final = {"advcl", "relcl", "acl", "ccomp"}
DAYS: Final = {"date", "day", "year", "month", "weekday"}
_BY_THE_WAY: Final = {"?", "exactly", "actually", "“", "”", '"'}
_NAMING: Final = {"NN", "JJ", "CD", "HY"}  # how the tags of a name begin
_MODIFIERS: Final = {"JJ", "JJR", "JJS", "CD", "VBN", "HYPH", "POS", "RBS"}


@dataclass(frozen=True)
class Question:
    """A question understood.

    Attributes:
        text: The question in full (`full.py`), which is what `tree` is of.
        focus: Index of the noun asked for ("which country"); None where there is none.
        terms: The words that have to be borne out.
        speakers: Whom "what did X say" asks for, as it was typed, or the names that the record has
            for whoever is called so.
        teller: Index of the noun by which "what did the mayor say" asks for somebody without a
            name; None where it does not.
        about: What X is to have spoken about, where any words of X on it answer, empty where it
            may be anything; None where not any words answer ("what did X call Y").
        typed: The question as it was typed, which is what the user is shown.
    """

    text: str
    tree: Tree
    kind: Kind
    focus: int | None
    terms: tuple[Term, ...]
    speakers: tuple[str, ...] = ()
    teller: int | None = None
    about: str | None = None
    typed: str = ""

    @cached_property
    def speaker(self) -> frozenset[str]:
        """The words, in lower case, of the names of whom "what did X say" may ask for."""
        return frozenset(word for name in self.speakers for word in words_of(name))

    @property
    def is_exclusive(self) -> bool:
        """Has it one right answer, so that sources that give another one differ?"""
        if self.kind == "which":  # "which minister", but not "of the ministers" or "which ships"
            return self.focus is not None and self.tree.words[self.focus].tag == "NN"
        if self.kind == "what":  # "what was the fine"
            is_matter = self.thing is None and not self.asks_for_words
            return self.focus is None and self.verb is None and is_matter
        is_of_one = not self.asks_who_somebody_is and self.occasion is None
        return self.kind in _EXCLUSIVE and is_of_one

    @cached_property
    def occasion(self) -> int | None:
        """Index of the noun of "who was on the |call|", where all who were there are asked for."""
        tree, words = self.tree, self.tree.words
        who = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
        if self.kind != "who" or who is None or words[who].label not in {"nsubj", "attr"}:
            return None
        verb = words[who].head
        if lexicon.stem(words[verb].text.lower()) != "be" or words[verb].label != "ROOT":
            return None
        places = [n for n in tree.children[verb] if words[n].label == "prep"]
        if len(places) != 1 or words[places[0]].text.lower() not in _AT:
            return None
        if any(
            words[n].label in {"nsubj", "attr", "acomp"} for n in tree.children[verb] if n != who
        ):
            return None
        if sum(each.tag[0] == "V" for each in words) > 1:
            return None  # "who was in the air when …"
        found = next((n for n in tree.children[places[0]] if words[n].label == "pobj"), None)
        # "In charge", "at the head of": no place and no occasion.
        is_idle = (
            found is None
            or any(words[n].text.lower() == "of" for n in tree.children[found])
            or (found - 1 == places[0] and words[found].tag == "NN")
        )
        return None if is_idle else found

    @property
    def asks_how_long_it_was(self) -> bool:
        """Is it "how long was the call", which a text tells by "lasted"?"""
        return self.kind == "how long" and self.verb is None

    @cached_property
    def asks_who_somebody_is(self) -> bool:
        """Is somebody named asked for, as whom one may describe in many ways: "a former judge"?"""
        words = self.tree.words
        # "the chancellor of Germany" has a word that the parser may take for a name
        named = [t.sort == "name" and words[t.index].text[:1].isupper() for t in self.terms]
        has_capitals = any(named)
        is_named = all(named) if has_capitals else all(t.sort == "name" for t in self.terms)
        return self.kind == "who" and is_named

    @cached_property
    def thing(self) -> tuple[str, ...] | None:
        """The words, in lower case, of X in "what is X", which one may tell in many ways.

        None where that is not asked: "what is the price of X", "what is X accused of". It has a
        name, or is no one thing of its sort: "what is monkeypox".
        """
        words = [each for each in self.tree.words if each.text.lower() not in _BY_THE_WAY]
        is_asked = (
            self.kind == "what"
            and self.focus is None
            and words[0].tag[0] == "W"
            and lexicon.stem(words[1].text.lower() if words[1:] else "") == "be"
        )
        has_article = bool(words[2:]) and words[2].tag == "DT"
        named = words[3:] if has_article else words[2:]
        is_thing = not has_article and bool(named) and named[-1].tag[0] == "N"
        is_called = any(each.text[:1].isupper() for each in named)
        if not is_asked or not (is_called or is_thing):
            return None
        if any(each.tag[:2] not in _NAMING for each in named):
            return None
        return tuple(each.text.lower() for each in named)

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
            and self.occasion is None
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
        said = any(each.tag == "VBN" and is_speech(each.text.lower()) for each in self.tree.words)
        return "ahead" if (is_to and not said) or "will" in words else None

    @cached_property
    def asks_for_words(self) -> bool:
        """Does it ask what somebody said, called something, replied, and not of the matter?"""
        verb = self.verb
        is_said = bool(self.speakers) or (verb is not None and is_speech(verb))
        return is_said and self.kind in _ASK_FOR_WORDS

    @cached_property
    def verb(self) -> str | None:
        """The verb that is asked about, in lower case; None where it says nothing ("is", "had")."""
        words = self.tree.words
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
        # "How much did it |cost|" says no more than "how much": "340 million was spent" answers.
        empty = LIGHT | {_COST} if self.kind == "how much" else LIGHT
        return next((each for each in found if lexicon.stem(each) not in empty), None)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """The weight of each term."""
        return tuple(term.weight for term in self.terms)

    @cached_property
    def weight(self) -> float:
        """The weight of all terms together."""
        return sum(self.weights) or 1.0


def understand(text: str, tree: Tree) -> Question:
    """Give what a question asks.

    1. Find the question word and the kind of question.
    2. Find the noun asked for.
    3. Weigh the words that have to be borne out, and see whose words are asked for.
    """
    tree = with_its_verb(tree)
    words = tree.words
    # 1
    wh = next(
        (i for i, word in enumerate(words) if word.text.lower() in _WH and word.tag[0] == "W"), None
    )
    if words and words[0].text.lower() in AUXILIARIES:
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
    terms = tuple(terms_of(tree, skip, focus if kind != "whose" else None))
    speaker = speaker_of(tree) if kind in _ASK_FOR_WORDS else None
    if speaker is None:
        return Question(text, tree, kind, focus, terms)
    return Question(
        text, tree, kind, focus, terms,
        speakers=(" ".join(speaker.name),) if speaker.name else (),
        teller=None if speaker.name else speaker.subject,
        about=about(tree, terms, speaker) if kind != "which" else None,
    )  # fmt: skip


def _kind(tree: Tree, wh: int | None) -> Kind:
    words = [word.text.lower() for word in tree.words]
    if wh is None:
        # "By his own account, did he …"
        behind = [n + 1 for n, each in enumerate(words[:-1]) if each == "," and words[-1] == "?"]
        opens = any(words[n] in AUXILIARIES for n in (0, *behind)) if words else False
        return "yes/no" if opens else "topic"
    word = "who" if words[wh] == "whom" else words[wh]
    if word == "how":
        after = words[wh + 1] if wh + 1 < len(words) else ""
        if after in {"many", "much", "long", "often", "old"}:
            return f"how {after}"  # type: ignore[return-value]  # five of the literals above
        return "how far" if after in _MEASURES else "how"
    return word  # type: ignore[return-value]  # one of _WH


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
