"""Verbs and nouns that tell of no event: in come a tree and a word, out come yes or no.

"The league had 300 members in 1990" says how many, "compared with May" compares, "a potential
vote" may never be. It is its own file because it looks at one word and what hangs on it: neither at
what stands above it, as factuality.py does, nor at times.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from onix.reading.events.happenings import forms, is_action_noun, is_event_noun
from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import sections, verb_forms, words_of

_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "'s", "’s"})
_HAVE: Final = frozenset({"have", "has", "had"})
_DO: Final = frozenset({"did", "do", "does"})
_SAID_OF: Final = frozenset({"attr", "acomp", "dobj"})
_MEASURES: Final = frozenset({"CD", "JJR", "JJS", "RBR", "RBS"})
_EACH: Final = frozenset({"every", "each"})
_REACHED: Final = frozenset({"reached", "contacted", "reach", "contact"})
_BY_PHONE: Final = frozenset({"phone", "telephone", "email", "e-mail", "mobile", "message"})
_REPORTERS: Final = frozenset({"newspaper", "reporter", "reporters", "journalist", "journalists"})
_PAPERS: Final = frozenset({"release", "releases"})
_OF_NEWS: Final = frozenset({"news", "press", "media"})
_BEGAN: Final = frozenset({"began", "begun", "started", "start", "begin"})
_RECORDS: Final = frozenset({"records", "record-keeping", "recordkeeping", "measurements", "data"})
_COUNTING: Final = frozenset(
    {"tracking", "recording", "measuring", "counting", "keeping", "collecting", "compiling"}
)
_EVER: Final = frozenset({"ever"})


def is_nothing(tree: Tree, number: int) -> bool:
    """Does a verb tell of no event, whatever its tense: how many, how old, "compared with"?"""
    return (
        _is_preposition(tree, number)
        or _is_come(tree, number)
        or _says_how_much(tree, number)
        or _stands_for_another(tree, number)
        or _is_of_each_year(tree, number)
        or _is_only_what(tree, number)
        or _says_which_weekday(tree, number)
        or _says_how_it_was(tree, number)
        or _is_asking_round(tree, number)
        or _says_since_when_it_is_counted(tree, number)
        or any(tree.words[n].text.lower() in _EVER for n in tree.children[number])
    )


def is_only_possible(tree: Tree, noun: int) -> bool:
    """Is it an event that may never be: "a |potential| vote"?"""
    return any(
        tree.words[n].label in {"amod", "advmod"}
        and tree.words[n].text.lower() in words_of("events", "possible")
        for n in tree.children[noun]
    )


def is_paper(tree: Tree, noun: int) -> bool:
    """Is it a paper that says something: "said in a |release| on Tuesday", "a news |release|"?

    But "the release of the prisoners on Tuesday" is an event.
    """
    words = tree.words
    if words[noun].text.lower() not in _PAPERS:
        return False
    kinds = (n for n in tree.children[noun] if words[n].label in {"compound", "amod", "nmod"})
    if any(words[n].text.lower() in _OF_NEWS for n in kinds):
        return True
    by = words[noun].head
    told = words[words[by].head].text.lower() in verb_forms("cues", "say")
    return words[noun].label == "pobj" and words[by].text.lower() == "in" and told


def says_nothing(tree: Tree, number: int) -> bool:
    """Is it only that somebody would not say more: "declined to |comment|"?"""
    words = tree.words
    return words[number].text.lower() in forms("declining") and any(
        words[n].label == "xcomp" and words[n].text.lower() in forms("saying_more")
        for n in tree.children[number]
    )


def says_as_what(tree: Tree, number: int) -> bool:
    """Does it only say as what it takes its object: "|described| the plan as a trick"?"""
    words, children = tree.words, tree.children[number]
    has_object = any(words[n].label in {"dobj", "nsubjpass"} for n in children)
    return has_object and any(
        words[n].label == "prep" and words[n].text.lower() == "as" for n in children
    )


def is_alone(tree: Tree, number: int) -> bool:
    """Is it a participle without anything, which says how or where: "Lee, |left|, and Ito"?"""
    words, children = tree.words, tree.children[number]
    is_beside = words[number].label in {"acl", "advcl", "amod", "appos", "dep"}
    return is_beside and all(words[n].label == "punct" for n in children)


def _is_preposition(tree: Tree, number: int) -> bool:
    """Is it "compared with", "based on", said of no doer?"""
    word = tree.words[number]
    is_bare = word.tag == "VBN" and not any(
        tree.words[n].label in {"aux", "auxpass", "dobj"} or tree.words[n].label in SUBJECTS
        for n in tree.children[number]
    )
    return is_bare and word.text.lower() in words_of("events", "prepositions")


def _is_of_each_year(tree: Tree, number: int) -> bool:
    """Is it told as what is usual: "is held |annually| on March 3", "meets |every year| in May"?"""
    words = tree.words
    return any(
        words[n].text.lower() in words_of("events", "usual")
        or (
            words[n].label == "npadvmod"
            and any(words[m].text.lower() in _EACH for m in tree.children[n])
        )
        for n in tree.children[number]
    )


def _is_only_what(tree: Tree, number: int) -> bool:
    """Is it only what something was: "told him |what| his fee |had been| last year"?"""
    words = tree.words
    return words[number].text.lower() in _BE and any(
        words[n].label == "attr" and words[n].tag in {"WP", "WDT"} and n < number
        for n in tree.children[number]
    )


def _says_which_weekday(tree: Tree, number: int) -> bool:
    """Does it only say which day of the week a day was: "April 24 |was| a Thursday"?"""
    words = tree.words
    return words[number].text.lower() in _BE and any(
        words[n].label == "attr" and _is_weekday(words[n].text) for n in tree.children[number]
    )


def _says_how_it_was(tree: Tree, number: int) -> bool:
    """Does it only say how something was: "|It was| a slog yesterday", "|That is| a shame today"?

    But "It was the second attack this week", and "It was on Monday that he left".
    """
    words, below = tree.words, tree.children[number]
    if words[number].text.lower() not in _BE or words[number].label in {"aux", "auxpass"}:
        return False
    subjects = [n for n in below if words[n].label in SUBJECTS]
    said = [n for n in below if words[n].label in {"attr", "acomp"}]
    if not said or [words[n].text.lower() for n in subjects] not in _IT:
        return False
    below_it = [m for n in (*below, *said) for m in (n, *tree.children[n])]
    has_clause = any(words[n].label in _CLAUSES for n in below_it)
    return not has_clause and not any(
        is_event_noun(tree, n) or is_action_noun(tree, n) for n in below_it
    )


_IT: Final = (["it"], ["this"], ["that"])
_CLAUSES: Final = frozenset({"ccomp", "relcl", "advcl", "xcomp", "acl"})


def _is_weekday(word: str) -> bool:
    return word[:1].isupper() and word.lower() in _weekdays()


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(entry.partition(" = ")[0] for entry in sections("times")["weekday"])


def _is_asking_round(tree: Tree, number: int) -> bool:
    """Is it how a reporter got at somebody: "Lund, |reached| by phone on Monday, said"?"""
    words = tree.words
    if words[number].text.lower() not in _REACHED:
        return False
    below = [m for n in tree.children[number] for m in (n, *tree.children[n])]
    return any(
        (words[n].label == "pobj" and words[n].text.lower() in _BY_PHONE)
        or (words[n].label in SUBJECTS and words[n].text.lower() in _REPORTERS)
        for n in below
    )


def _says_since_when_it_is_counted(tree: Tree, number: int) -> bool:
    """Is it only since when there are figures: "since |records began| in 1964"?"""
    words = tree.words
    word = words[number]
    if word.text.lower() in _COUNTING and word.label == "xcomp":
        return _is_since(tree, word.head) and words[word.head].text.lower() in _BEGAN
    subjects = [words[n].text.lower() for n in tree.children[number] if words[n].label in SUBJECTS]
    return word.text.lower() in _BEGAN and bool(subjects) and subjects[-1] in _RECORDS


def _is_since(tree: Tree, verb: int) -> bool:
    return any(
        tree.words[n].text.lower() == "since" and tree.words[n].label in {"mark", "prep"}
        for n in tree.children[verb]
    )


def _is_come(tree: Tree, number: int) -> bool:
    """Is it the "come" of "off work |come| Monday"?"""
    word, below = tree.words[number], tree.children[number]
    labels = {tree.words[n].label for n in below}
    return (
        word.text.lower() == "come"
        and bool(below)
        and labels <= {"npadvmod", "nsubj", "punct"}
        and all(n > number for n in below)
    )


def _says_how_much(tree: Tree, number: int) -> bool:
    """Does "was" or "had" only say how many or how much: "had 300 members", "was 15 years old"?"""
    words = tree.words
    if words[number].text.lower() not in _BE | _HAVE or words[number].label in {"aux", "auxpass"}:
        return False
    below = tree.children[number]
    said = [n for n in below if words[n].label in _SAID_OF]
    if any(words[n].tag == "MD" for n in below):
        return False  # "will be higher from May on"
    if not said or any(is_event_noun(tree, n) or is_action_noun(tree, n) for n in said):
        return False
    return any(
        words[n].tag in _MEASURES and words[n].label not in {"npadvmod", "pobj"}
        for each in said
        for n in range(tree.edges[each][0], each + 1)
    )


def _stands_for_another(tree: Tree, number: int) -> bool:
    """Is it the "did" of "in May just two of them |did|"?"""
    word = tree.words[number]
    return word.text.lower() in _DO and not any(
        tree.words[n].label in {"dobj", "xcomp", "ccomp", "attr"} for n in tree.children[number]
    )
