"""Who is held to have done a crime: in come a question and its readings, out the readings.

"Who attacked Roth?" is told weeks long by "Lund was charged with the attack on Roth", "the suspect,
Karl Lund" and "police identified the gunman as Lund", seldom by "Lund attacked". What is shown says
how far it has come: the sentence itself. Whoever was cleared since is no answer, nor is "a man"
where the record has the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen, are_one, reading_at
from onix.jobs.ask.windows import Window
from onix.model import Mention, Span
from onix.reading.events.clauses import is_verb, top
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import verb_forms
from onix.reading.words import words_of as listed

LIST: Final = "culprits"
HELD: Final = 1.0  # the log of the odds, of who is held to have done it
OTHERS: Final = -1.0  # the most that anybody else is worth beside them, or who was cleared
NEAR: Final = 0.75  # of a name of whom it was done to, in the window
_PASSIVE: Final = frozenset({"nsubjpass"})
_CLAUSES: Final = frozenset({"acl", "relcl", "advcl"})
# "charges against |Lund|", "|Lund's| conviction"
_AGAINST: Final = re.compile(r"\b(?:charges?|case|counts?|indictment)\sagainst\s(?:[\w-]+\s)?$")
_SENTENCE: Final = re.compile(
    r"^['’]s\s(?:[\w-]+\s)?(?:conviction|sentence)\b|,?\swhose\sconviction\b"
)
_SOMEBODY: Final = re.compile(r"(?:an?|the|two|three)\s(?:[a-z-]+\s){0,3}[a-z-]+", re.IGNORECASE)

# Held for the very deed, for something, or for it no more.
Role = Literal["held", "suspected", "cleared"]


@dataclass(frozen=True, slots=True)
class Crime:
    """A crime that is asked about.

    Attributes:
        verb: In lower case; `term` is its place among those of the question, None where it is told
            by any such deed ("attacked").
        victims: Which terms name whom it was done to; `names` are their words.
    """

    verb: str
    term: int | None
    victims: tuple[int, ...]
    names: frozenset[str]


def with_culprits(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "who shot Lee", that of who is held to have done it ahead of others."""
    deed = crime_asked(question)
    if deed is None:
        return list(readings)
    told: dict[Role, dict[str, list[Reading]]] = {"held": {}, "suspected": {}, "cleared": {}}
    for window, mention, role in _roles(question, deed, seen):
        told_of = told[role].setdefault(_family(mention), [])
        told_of.append(reading_at(question, window, mention.span, HELD))
    cleared, found = told["cleared"], told["held"] or told["suspected"]
    kept = [
        replace(each, score=min(each.score, OTHERS))
        if each.last_word in cleared or not _is_told(deed, each.window)
        else each
        for each in readings
    ]
    kept.sort(key=lambda each: -each.score)
    if kept and kept[0].score >= HELD and not _is_unnamed(kept[0]):
        return kept  # it is told straight out
    counts = Counter({name: len(some) for name, some in found.items() if name not in cleared})
    most = counts.most_common(2)
    is_one = len(most) == 1 or (len(most) == 2 and most[0][1] > most[1][1])
    if not is_one:
        return kept
    best = max(found[most[0][0]], key=lambda each: each.window.covered(question))
    rest = []
    for each in kept:
        if are_one(each.span, best.span):
            best = replace(best, score=max(best.score, each.score))
        elif each.last_word != most[0][0] and _is_unnamed(each):
            rest.append(replace(each, score=min(each.score, OTHERS)))
        else:
            rest.append(each)
    return sorted([best, *rest], key=lambda each: -each.score)


def crime_asked(question: Question) -> Crime | None:
    """Give the crime whose doer is asked for, and against whom; None where none is."""
    tree, words = question.tree, question.tree.words
    who = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
    if question.kind != "who" or who is None or words[who].label not in SUBJECTS - _PASSIVE:
        return None
    deeds = verb_forms(LIST, "deeds")
    verb = next((n for n in range(who + 1, len(words)) if words[n].text.lower() in deeds), None)
    if verb is None or not is_verb(tree, verb) or who not in _tops(tree, verb):
        return None
    victims = tuple(
        n for n, term in enumerate(question.terms) if term.sort == "name" and term.index > verb
    )
    names = frozenset(part for n in victims for part in words_of(question.terms[n].word))
    low = words[verb].text.lower()
    term = next((n for n, each in enumerate(question.terms) if each.index == verb), None)
    term = None if low in verb_forms(LIST, "any") else term
    return Crime(low, term, victims, names) if victims else None


def _tops(tree: Tree, verb: int) -> set[int]:
    """Give the subjects of a verb, and of that which it is tried or meant by: "tried to shoot"."""
    words = tree.words
    heads = [verb]
    while (
        words[heads[-1]].label in {"xcomp", "prep", "pcomp"} and words[heads[-1]].head != heads[-1]
    ):
        heads.append(words[heads[-1]].head)
    return {n for head in heads for n in tree.children[head] if words[n].label in SUBJECTS}


def _roles(question: Question, deed: Crime, seen: Seen) -> Iterator[tuple[Window, Mention, Role]]:
    """Give who is told to be held for it, or to be cleared of it, each once in a sentence."""
    done: set[Span] = set()
    cues = {
        *verb_forms(LIST, "held"), *verb_forms(LIST, "admits"), *listed(LIST, "called"),
        *verb_forms(LIST, "cleared"), *verb_forms(LIST, "dropped"),
    }  # fmt: skip
    for window in seen.wide():
        near = max(window.strengths[n] for n in deed.victims)
        is_titled = not deed.names.isdisjoint(words_of(window.citation.title or ""))
        is_other = deed.term is not None and window.strengths[deed.term] == 0.0
        if (near < NEAR and not is_titled) or is_other or not _is_told(deed, window):
            continue
        mentions = seen.marks(window.text.document_id).mentions
        for sentence in window.sentences:
            told = set(words_of(sentence.text))
            if sentence in done or cues.isdisjoint(told):
                continue
            done.add(sentence)
            tree = seen.parse(sentence.text)
            for each in mentions:
                if each.kind != "person" or not sentence.covers(each.span):
                    continue
                if not deed.names.isdisjoint(words_of(each.name or each.span.text)):
                    continue
                role = _role(deed, tree, each, sentence)
                if role is not None:
                    yield window, each, role


def _is_told(deed: Crime, window: Window) -> bool:
    return _tells(deed, words_of(f"{window.citation.title or ''} {window.text.text}"))


def _tells(deed: Crime, words: Sequence[str]) -> bool:
    """Do words tell such a deed: "the attack", "attempted murder"?"""
    nouns = listed(LIST, "nouns")
    return any(each in nouns or lexicon.match(deed.verb, each) >= lexicon.SYNONYM for each in words)


def _role(deed: Crime, tree: Tree, mention: Mention, sentence: Span) -> Role | None:
    """Say what a sentence tells of somebody: held to have done it, cleared of it, or neither."""
    text = sentence.text
    start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
    told = set(words_of(text))
    is_dropped = not told.isdisjoint(verb_forms(LIST, "dropped"))
    if is_dropped and (_AGAINST.search(text[:start]) or _SENTENCE.search(text[end:])):
        return "cleared"
    noun = top(tree, start, end)
    if noun is None:
        return None
    words = tree.words
    heads = [noun]
    if words[noun].label == "appos":
        heads.append(words[noun].head)  # "the suspect, |Karl Lund|"
    beside = {
        words[n].text.lower()
        for head in heads
        for n in (head, *tree.children[head])
        if (words[n].label in {"compound", "appos", "nmod"} or n == heads[-1])
        and not start <= words[n].start < end
    }
    if _is_given_as(tree, noun):
        return "held"
    for head in heads:
        for verb, is_done_to in _verbs_of(tree, head):
            low = words[verb].text.lower()
            if is_done_to and low in verb_forms(LIST, "cleared"):
                return "cleared"
            if any(words[n].label == "neg" for n in tree.children[verb]):
                continue
            held = low in verb_forms(LIST, "held" if is_done_to else "admits")
            if held:
                last = tree.edges[verb][1]
                below = [each.text.lower() for each in words[verb : last + 1]]
                return "held" if _tells(deed, below) else "suspected"
    return None if beside.isdisjoint(listed(LIST, "called")) else "suspected"


def _verbs_of(tree: Tree, noun: int) -> Iterator[tuple[int, bool]]:
    """Give the verbs that are told of a noun, and whether they are done to it."""
    words = tree.words
    label, head = words[noun].label, words[noun].head
    if label in SUBJECTS and is_verb(tree, head):
        is_passive = label in _PASSIVE or any(
            words[n].label == "auxpass" for n in tree.children[head]
        )
        yield head, is_passive
        for each in tree.children[head]:  # "was arrested and |charged|"
            if words[each].label == "conj" and is_verb(tree, each):
                yield each, is_passive and words[each].tag in {"VBN", "VBD"}
    if label == "dobj" and is_verb(tree, head):
        yield head, True  # "police arrested |Lund|"
    for each in tree.children[noun]:  # "Lund, |accused| of", "Lund, who was |charged|"
        if words[each].label in _CLAUSES and is_verb(tree, each):
            yield each, words[each].tag == "VBN"


def _is_given_as(tree: Tree, noun: int) -> bool:
    """Is it the name that is given of one: "identified the suspect as |Lund|"?"""
    words = tree.words
    above = words[noun].head
    if words[noun].label != "pobj" or words[above].text.lower() != "as":
        return False
    verb = words[above].head
    if words[verb].text.lower() not in verb_forms(LIST, "named"):
        return False
    called = listed(LIST, "called") | listed(LIST, "unnamed")
    return any(
        words[n].label in {"dobj", "nsubjpass"} and words[n].text.lower() in called
        for n in tree.children[verb]
    )


def _is_unnamed(reading: Reading) -> bool:
    """Is it somebody without a name: "a man", "he"?"""
    text = reading.span.text if reading.span is not None else ""
    return text.lower() in {"he", "she", "they"} or _SOMEBODY.fullmatch(text) is not None


def _family(mention: Mention) -> str:
    return (words_of(mention.name or mention.span.text) or [""])[-1]
