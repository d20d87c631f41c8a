"""A yes/no question turned into the statement it asks about: "Has Roth left?", "Roth has left."

The parser knows statements better than questions: "Were trees felled?" has no verb for it but
"were". It is its own file as only the place of one word has to be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from onix.jobs.ask.asked.terms import AUXILIARIES
from onix.reading.neural.syntax import Tree

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl"})
_NOT: Final = frozenset({"n't", "n’t", "not"})
_DO: Final = frozenset({"do", "does", "did"})
_OPENS: Final = frozenset({"DT", "POS", "IN", "CC", "PRP$", "JJ"})  # a noun has to follow
_IS_TRUE: Final = re.compile(
    r"\s*(?:is|was) it (?:\w+ly )?(?:true|right|correct|the case|a fact|so) that (\S.*?)[\s?.!]*$",
    re.IGNORECASE,
)
_BEGINS: Final = frozenset({"DT", "PRP", "PRP$"})
LONGEST: Final = 14  # words of a subject


def asked_whether_true(text: str) -> str | None:
    """Give the statement of "is it true that Roth has left?"; None where it is not asked so."""
    found = _IS_TRUE.match(text)
    return None if found is None else f"{found[1][0].upper()}{found[1][1:]}."


def turned(tree: Tree, text: str, parse: Callable[[str], Tree]) -> Tree | None:
    """Give the tree of the statement; None where the question is not made so."""
    words = tree.words
    opening = next(
        (
            n
            for n, each in enumerate(words)
            if each.text.lower() in AUXILIARIES and (n == 0 or words[n - 1].text == ",")
        ),
        None,
    )
    if opening is None:
        return None
    before = text[: words[opening].start]
    first = opening + 1
    helper = words[opening].text.lower()
    helper = "will" if helper in _DO else helper  # "Roth did resign" is odd to the parser, too
    if first < len(words) and words[first].text.lower() in _NOT:
        helper += " not"
        first += 1
    end = len(words) - (words[-1].text == "?")
    found = []
    for behind in range(first + 1, min(end, first + LONGEST)):
        if words[behind - 1].tag in _OPENS:
            continue
        subject = text[words[first].start : words[behind - 1].end]
        if not before and words[first].tag in _BEGINS:  # the parser knows sentences with a capital
            subject = subject[0].upper() + subject[1:]
        rest = text[words[behind].start : words[end - 1].end]
        said = parse(f"{before}{subject} {helper} {rest}.")
        if _is_statement(said, len(before) + len(subject) + 1):
            found.append((behind, said))
    # "bank were details stolen" is but half a subject
    found = [each for each in found if words[each[0]].tag[0] != "N"] or found
    asked = {tree.edges[n][1] + 1 for n, w in enumerate(words) if w.label in _SUBJECTS}
    # "The man from Vell was arrested" says more than "the man was from Vell arrested".
    found.sort(
        key=lambda each: (
            _is_in_a_name(tree, each[0]),
            each[0] not in asked,
            not _helps(each[1], opening + each[0] - first),
        )
    )
    return found[0][1] if found else None


def _is_in_a_name(tree: Tree, number: int) -> bool:
    """Does a word go on with the name before it: "Ada |Lund| free", as if Ada were "Lund free"?"""
    return all(each.text[0].isupper() for each in tree.words[number - 1 : number + 1])


def _helps(tree: Tree, number: int) -> bool:
    """Is the word behind a subject of so many words an auxiliary of the one behind it?"""
    words = tree.words
    return number < len(words) - 1 and words[number].label in {"aux", "auxpass"}


def _is_statement(tree: Tree, at: int) -> bool:
    """Is all before the helper its subject, and all behind it what is said?"""
    words = tree.words
    helper = next((n for n, word in enumerate(words) if word.start == at), None)
    if helper is None:
        return False
    verb = helper if words[helper].label == "ROOT" else words[helper].head
    if words[verb].head != verb or words[verb].tag[0] not in "VM":
        return False
    behind = [each.tag for each in words[helper + 1 :] if each.tag != "RB"]
    if words[helper].tag == "MD" and (verb == helper or behind[:1] != ["VB"]):
        return False
    # all that stands between a helper and its verb is "not", "ever", "been"
    between = words[helper + 1 : verb]
    return all(each.tag[:2] in {"RB", "VB"} for each in between) and any(
        words[n].label in _SUBJECTS and tree.edges[n][1] == helper - 1 for n in tree.children[verb]
    )
