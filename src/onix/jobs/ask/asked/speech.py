"""Whose words a question asks for: in comes its tree, out come a name, or who is named by a post.

"What did Ann Lee say about the bridge?" asks for her words, "what did the mayor say" for those of
whoever the record calls so. It is a file of its own as the verbs of speech are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from onix.jobs.ask.asked.terms import AUXILIARIES, Term
from onix.reading.grammar import lexicon
from onix.reading.names.persons import nouns_in
from onix.reading.neural.syntax import Tree

_SPEECH: Final = {
    "say", "tell", "call", "claim", "warn", "deny", "promise", "announce", "describe", "argue",
    "insist", "suggest", "propose", "add", "explain", "note", "comment", "advise", "ask", "urge",
    "demand", "recommend", "reply", "respond", "answer", "testify", "state", "declare", "assert",
    "denounce", "dismiss", "accuse", "criticise", "criticize", "praise", "think", "believe",
    "characterise", "characterize", "react", "complain", "admit", "concede", "confirm", "predict",
}  # fmt: skip
# Verbs that take whatever was said: "say about", but not "call" or "promise".
_OPEN: Final = {"say", "tell", "comment", "think", "react", "respond", "state", "reply"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is to have spoken.

    Attributes:
        subject: The noun of the question that names or describes them.
        verb: The verb of speech it is the subject of.
        name: As it was typed; empty for "the mayor", "Ann Lee's lawyer".
    """

    subject: int
    verb: int
    name: tuple[str, ...]


def is_speech(verb: str) -> bool:
    """Is this a verb of speech, in any form in lower case?"""
    return lexicon.stem(verb) in _stems_of_speech()


def speaker_of(tree: Tree) -> Speaker | None:
    """Give whose words "what did X say" asks for: the subject of a verb of speech.

    Where there are several, that of the verb which asks ("did X say").
    """
    found: list[tuple[bool, Speaker]] = []
    for index, word in enumerate(tree.words):
        head = tree.words[word.head]
        if word.label != "nsubj" or not head.tag.startswith("V") or head.tag == "VBN":
            continue
        if is_speech(head.text.lower()):
            first, last = tree.edges[index]
            # Of "Ann Lee's lawyer" and "the mayor of Oslo" nobody's name is given.
            # "The justice |minister|" may be taken for a name; "orlenko" may be typed for one.
            is_role = word.text.islower() and bool(nouns_in(word.text))
            is_named = word.tag.startswith("NNP") and not is_role
            named = (w.text for w in tree.words[first : last + 1] if w.tag.startswith("NNP"))
            asks = first > 0 and tree.words[first - 1].text.lower() in AUXILIARIES
            speaker = Speaker(index, word.head, tuple(named) if is_named else ())
            found.append((not asks, speaker))
    return min(found, key=lambda each: (each[0], each[1].verb), default=(True, None))[1]


def about(tree: Tree, terms: Sequence[Term], speaker: Speaker) -> str | None:
    """Give what "what did X tell Z about Y" is about: all behind the verb but X, Z and other verbs.

    None where not any words answer ("what did X call Y").
    """
    verb = speaker.verb
    if lexicon.stem(tree.words[verb].text.lower()) not in _stems_of_open_speech():
        return None
    named = {each.lower() for each in speaker.name}
    return " ".join(
        term.word
        for term in terms
        if term.index > verb
        and term.word not in named
        and term.sort != "verb"
        and (tree.words[term.index].head, tree.words[term.index].label) != (verb, "dobj")
    )


@cache
def _stems_of_open_speech() -> frozenset[str]:
    return frozenset(map(lexicon.stem, _OPEN))


@cache
def _stems_of_speech() -> frozenset[str]:
    return frozenset(map(lexicon.stem, _SPEECH))
