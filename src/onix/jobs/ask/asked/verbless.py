"""The verb of a question that the parser took for a noun: in comes a tree, out the same or mended.

So is its subject: of "Who did Lund appoint?" the parser makes one who did a "Lund appoint".

Of "Where did the ferry sink?" the parser makes a "ferry sink", and of "When will the bridge open?"
an adjective, as it learned from text that seldom asks. But behind "did" or "will" a verb must come,
so where a question has none it is the word that ends the noun phrase.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from onix.reading.grammar import lexicon
from onix.reading.neural.syntax import Tree

HELPING: Final = frozenset(
    ["did", "do", "does", "will", "would", "can", "could", "shall", "should", "may", "might",
     "must"]
)  # fmt: skip
_WAS: Final = frozenset({"was", "were"})
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MISTAKEN: Final = frozenset({"NN", "NNS", "JJ", "RB"})
_FIRST: Final = 5  # words within which a question has its "did": "On which day did the …"
_ENDS_WITH: Final[dict[tuple[str, ...], str]] = {("how", "long"): "last", ("how", "much"): "cost"}


def with_its_verb(tree: Tree) -> Tree:
    """Give the tree of a question, with a verb behind the "did" or "will" that asks."""
    tree = _with_its_participle(tree)
    words = tree.words
    helping = next(
        (n for n, each in enumerate(words[:_FIRST]) if each.text.lower() in HELPING), None
    )
    if helping is None:
        return tree
    tree = _with_its_subject(tree, helping)
    words = tree.words
    verb = _last(tree, helping)
    if verb is None and any(each.tag[0] == "V" for n, each in enumerate(words) if n != helping):
        return tree
    verb = _mistaken(tree, helping) if verb is None else verb
    return tree if verb is None else _hung_on(tree, helping, verb)


def _with_its_participle(tree: Tree) -> Tree:
    """Give the tree of "when was Ann Lund |shot|?" with a verb, where the parser has a noun."""
    words = tree.words
    end = len(words) - 1 - (words[-1].text == "?" if words else 0)
    was = next((n for n, each in enumerate(words[:2]) if each.text.lower() in _WAS), None)
    if was is None or end - was < 2 or words[end].tag != "NN":
        return tree
    subject = end - 1
    is_done = lexicon.is_irregular(words[end].text.lower())
    if not is_done or not words[subject].tag.startswith("NNP"):
        return tree
    mended = list(words)
    for number, word in enumerate(words):
        if number == was:
            mended[number] = replace(word, label="auxpass", head=end)
        elif number == end:
            mended[number] = replace(word, tag="VBN", label="ROOT", head=end)
        elif number == subject:
            mended[number] = replace(word, label="nsubjpass", head=end)
        elif word.head == end and was < number < subject:
            mended[number] = replace(word, head=subject)
        elif word.head == was:
            mended[number] = replace(word, head=end)
    return Tree(tuple(mended))


def _with_its_subject(tree: Tree, helping: int) -> Tree:
    """Give the tree, with the name before its verb as the subject where "who" is taken for it.

    "Who did |Lund| appoint?": behind "who did" somebody must follow who did it.
    """
    words = tree.words
    verb = next((n for n, each in enumerate(words) if n > helping and each.tag == "VB"), None)
    if verb is None or helping != 1 or words[1].text.lower() not in {"did", "does", "do"}:
        return tree
    asks, subject = words[0], verb - 1
    is_mistaken = asks.label == "nsubj" and asks.head == verb and asks.tag in {"WP", "WDT"}
    if not is_mistaken or words[subject].label != "compound" or words[subject].head != verb:
        return tree
    mended = list(words)
    mended[0] = replace(asks, label="dobj")
    mended[subject] = replace(words[subject], label="nsubj")
    for number in range(2, subject):
        if words[number].head == verb:
            mended[number] = replace(words[number], head=subject)
    return Tree(tuple(mended))


def _last(tree: Tree, helping: int) -> int | None:
    """Give the last word of "how long did the power cut |last|", whatever else seems a verb.

    So of "how much did the tram line to Orre |cost|".
    """
    words = tree.words
    end = len(words) - 1 - (words[-1].text == "?")
    asks = tuple(each.text.lower() for each in words[:2])
    return end if end > helping + 1 and words[end].text == _ENDS_WITH.get(asks) else None


def _mistaken(tree: Tree, helping: int) -> int | None:
    """Give the word that must be the verb: the last of the nouns in a row behind the "did"."""
    words = tree.words
    for number in range(helping + 2, len(words)):
        word = words[number]
        has_subject = any(words[n].label == "nsubj" and n > helping for n in tree.children[number])
        if word.tag in _MISTAKEN and word.head == number and has_subject:
            return number  # "the tram line to the port |open|", of which only the tag is wrong
    for number in range(helping + 2, len(words)):
        word = words[number]
        behind = words[number + 1] if number + 1 < len(words) else None
        goes_on = behind is not None and (
            behind.tag in {*_NOUNS, "POS"} or behind.text == "of" or _ends(tree, number + 1)
        )
        # "the |firm| promise": of a thing, though it may be an adjective, too
        is_thing = words[number - 1].tag in {*_NOUNS, "JJ"}
        if word.tag not in _MISTAKEN or not is_thing or goes_on:
            continue
        return number if word.text.islower() else None
    return _between_names(tree, helping)


def _between_names(tree: Tree, helping: int) -> int | None:
    """Give the only word that is no name in "why did Ann Lund |sack| Bo Roth"."""
    words = tree.words
    found = [
        n
        for n in range(helping + 2, len(words) - 1)
        if words[n].tag in {"NN", "NNS", "JJ"} and words[n].text.islower()
    ]
    if len(found) != 1:
        return None
    before, behind = words[found[0] - 1], words[found[0] + 1]
    return found[0] if {before.tag, behind.tag} <= {"NNP", "NNPS"} else None


def _ends(tree: Tree, number: int) -> bool:
    """Is it an adjective at the end, which takes none behind a noun: "the state fair |open|"?"""
    words = tree.words
    return words[number].tag == "JJ" and number + 1 == len(words) - (words[-1].text == "?")


def _hung_on(tree: Tree, helping: int, verb: int) -> Tree:
    """Give the tree with this word as its verb, and its subject and all else that was asked."""
    words = tree.words
    root = next(n for n in tree.path(verb) if words[n].head == n)
    taken = words[verb]
    before = verb - 1
    subject = next(
        (
            n
            for above in (verb, helping, root)
            for n in tree.children[above]
            if words[n].label in {"nsubj", "nsubjpass"} and helping < n < verb
        ),
        before if root in {verb, helping} else root,
    )
    mended = list(words)
    for number, word in enumerate(words):
        if number == helping:
            mended[number] = replace(word, label="aux", head=verb)
        elif number == verb:
            mended[number] = replace(word, tag="VB", label="ROOT", head=verb)
        elif number == subject:
            tag = word.tag if word.tag in _NOUNS else "NN"
            mended[number] = replace(word, tag=tag, label="nsubj", head=verb)
        elif word.head == verb and helping < number < before and subject == before:
            mended[number] = replace(word, head=subject)
        elif number == before and word.head == verb:  # "of the |ferry| land"
            mended[number] = replace(word, label=taken.label, head=taken.head)
        elif word.head == verb and helping < number < before:
            mended[number] = replace(word, head=before)
        elif number > verb and word.label == "nsubj" and word.head in {helping, root}:
            mended[number] = replace(word, label="dobj", head=verb)
        elif word.head in {helping, root} and (root != subject or not helping < number < verb):
            mended[number] = replace(word, head=verb)
    return Tree(tuple(mended))
