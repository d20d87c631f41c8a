"""What a sentence says of one of its verbs: is it so or not, when, and in whose words.

In comes a tree and a verb, out comes an `Assertion`. `factuality.py` asks whether an event happened
at all; here a no counts as much as a yes, and whatever stands above the verb may turn it: "refused
to resign", "denied that he had resigned", "a motion to dismiss her".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import phrasal_forms, verb_forms, words_of

When = Literal["done", "now", "ahead", "meant"]
Voice = Literal["own", "said", "claimed", "denied"]

_SIDES: Final = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_HOW: Final = frozenset({"acomp", "oprd"})  # "pleaded not guilty"
_NOT: Final = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
_NONE: Final = frozenset({"no", "none", "nobody", "nothing", "neither", "never"})
_ONE: Final = frozenset({"one", "body"})
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "until", "till", "lest", "once"})
# "One possible source", "the likely cause"
_PERHAPS: Final = frozenset(
    {"possible", "potential", "likely", "probable", "suspected", "alleged", "presumed", "supposed"}
)
_UNTIL_NOW: Final = frozenset({"yet", "still"})
_SURE: Final = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"})
_HAVE: Final = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"})
_WAS: Final = frozenset({"was", "were", "got", "being"})
_BE: Final = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "be", "was", "were"})
_CAN: Final = frozenset({"can", "ca", "may", "could", "might", "must", "should"})
_ABLE: Final = frozenset({"able"})
_UNABLE: Final = frozenset({"unable", "powerless"})
_BEHIND: Final = frozenset({"after", "by", "for", "since", "when", "while", "upon", "from"})
_CLAUSES: Final = frozenset({"ccomp", "xcomp", "acl", "advcl", "pcomp", "csubj", "dep"})
_DEPTH: Final = 8


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a sentence says of a verb.

    Attributes:
        is_so: That it is so, and not that it is not.
        when: "meant" is what somebody plans or promises; None is what is only possible, asked or
            left open.
        voice: Told by the text itself, said by somebody, only claimed, or denied by somebody.
    """

    is_so: bool
    when: When | None
    voice: Voice = "own"


def assertion(tree: Tree, verb: int) -> Assertion:
    """Give what a sentence says of a verb, or of the word by which "is" says something.

    1. The verb's own form: its helpers and its no.
    2. What it hangs on, one after the other up to the root.
    """
    words = tree.words
    found = _own(tree, verb)
    if _is_left_open(tree, verb):
        return replace(found, when=None)
    number = verb
    for _ in range(_DEPTH):
        label, head = words[number].label, words[number].head
        if number != verb and found.when is None:
            return found  # what is left open stays so
        if head == number:
            return _credited(tree, number, found)
        if label == "relcl":  # "the report that he had left", for which the parser takes it, too
            claim = _claim(tree, number, head)
            if claim is None:
                return found
            above = words[words[claim].head].text
            return replace(found, voice="denied" if _is(above, "denied") else "claimed")
        if label == "conj":
            if not _has_subject(tree, number):
                found = _shared(tree, number, found)
                if found.when is None:
                    return found
            number = head
            continue
        if label not in _CLAUSES:
            # a noun or preposition: what stands above it may be a verb
            is_claim = words[number].text.lower() in words_of("assertions", "claims")
            if is_claim and _is(words[head].text, "denied"):
                return replace(found, voice="denied")  # "rejected the claim that"
            number = head
            if words[number].tag[0] == "V":
                return found
            continue
        found = _under(tree, number, head, found)
        number = head
    return found


def _claim(tree: Tree, clause: int, noun: int) -> int | None:
    """Give the claim that a clause tells; None where it only says more of a noun.

    "A |report| in a Sunday paper that the mill was sold": the parser takes the nearest noun, but a
    clause that "that" opens and that lacks nothing is no paper's.

    Args:
        noun: What the parser hangs the clause on.
    """
    words = tree.words
    claims = words_of("assertions", "claims")
    if words[noun].text.lower() in claims:
        return noun
    labels = {words[n].label: words[n].text.lower() for n in tree.children[clause]}
    is_done = labels.get("nsubjpass", "that") != "that"  # what was done to it has no object left
    is_whole = labels.get("mark") == "that" or (is_done and labels.get("dobj") == "that")
    while is_whole and words[noun].label == "pobj":
        noun = words[words[noun].head].head
        beside = [n for n in tree.children[noun] if words[n].label == "dobj" and n < clause]
        for each in (noun, *beside):
            if words[each].text.lower() in claims:
                return each
    return None


def _credited(tree: Tree, root: int, found: Assertion) -> Assertion:
    """Give what is said of a verb behind which its teller stands: "she lied, |a jury heard|".

    The parser often takes such a clause for one that says when or why.
    """
    words = tree.words
    for number in tree.children[root]:
        below = tree.children[number]
        is_bare = not any(words[n].label == "mark" or words[n].tag[0] == "W" for n in below)
        if words[number].label == "advcl" and number > root and is_bare:
            opens = tree.edges[number][0]
            if _has_subject(tree, number) and "," in {words[opens - 1].text, words[opens].text}:
                return _under(tree, root, number, found, label="ccomp")
    return found


def _own(tree: Tree, verb: int) -> Assertion:
    words = tree.words
    word = words[verb]
    helpers = _helpers(tree, verb)
    texts = {words[n].text.lower() for n in helpers}
    is_so = not is_negated(tree, verb)
    if _is_left_open(tree, verb):
        return Assertion(is_so, None)
    if "to" in texts and texts & _HAVE:  # "has still |to be| signed", "has to be signed"
        beside = {words[n].text.lower() for n in tree.children[verb]}
        return Assertion(not is_so, "done") if beside & _UNTIL_NOW else Assertion(is_so, None)
    if texts & _SURE:
        past = bool(texts & (_HAVE - {"'d", "’d"}))
        return Assertion(is_so, None if past else "ahead")
    if texts & _CAN:
        firm = not is_so or "can" in texts or "ca" in texts
        return Assertion(is_so, "now" if firm else None)
    if word.tag == "VBD" or texts & (_HAVE | {"did"}):
        return Assertion(is_so, "done")
    if "to" in texts:
        return Assertion(is_so, "ahead" if word.label not in _CLAUSES else None)
    if word.tag == "VBN":
        return Assertion(is_so, "now" if texts & (_BE - _WAS) and not texts & _WAS else "done")
    if word.tag == "VBG" and not texts & _BE:
        return Assertion(is_so, "now" if word.label not in _CLAUSES else None)
    return Assertion(is_so, "done" if texts & _WAS else "now")


def _is_left_open(tree: Tree, verb: int) -> bool:
    """Is it a condition, depends on one, or is it asked: "whether he left", "not all left"?"""
    words = tree.words
    is_subject = words[verb].label in {"csubj", "csubjpass"}
    if is_subject and words[verb].tag in {"VBG", "VB"}:
        return True  # "|closing| the ward would be unsafe" closes none
    return any(
        (words[n].label in {"mark", "advmod"} and words[n].text.lower() in _CONDITIONS)
        or (words[n].label == "amod" and words[n].text.lower() in _PERHAPS)
        or (words[n].label == "advcl" and _is_condition(tree, n))
        or (words[n].tag[0] == "W" and is_subject)  # "|What| it will be called is not settled"
        or (words[n].label in SUBJECTS and any(words[m].label == "neg" for m in tree.children[n]))
        for n in tree.children[verb]
    )


def is_negated(tree: Tree, verb: int) -> bool:
    """Is it said not to be: "not", "nobody came", "asked for none", "pleaded not guilty"?"""
    words = tree.words
    return any(
        words[n].label == "neg"
        or (words[n].text.lower() in _NOT and words[n].label in {"advmod", "preconj", "cc"})
        or (words[n].label in _SIDES and _is_none(tree, n))
        or (words[n].label in _HOW and _is_not(tree, n))
        or (words[n].text.lower() == "for" and any(_is_none(tree, m) for m in tree.children[n]))
        for n in tree.children[verb]
    )


def _is_not(tree: Tree, number: int) -> bool:
    """Is it said not to be so: "not guilty", "neither surprised nor sad"?"""
    return any(
        tree.words[n].label == "neg" or tree.words[n].text.lower() == "neither"
        for n in tree.children[number]
    )


def _is_none(tree: Tree, number: int) -> bool:
    """Is it nobody and nothing: "no flights", "none of them", "neither"?"""
    words = tree.words
    if words[number].text.lower() in _NONE:
        return True
    return any(
        words[n].text.lower() in _NONE and words[n].label in {"det", "neg", "advmod"}
        for n in tree.children[number]
    )


def _helpers(tree: Tree, verb: int) -> list[int]:
    """Give the auxiliaries of a verb; one joined by "and" shares those before it."""
    words = tree.words
    for _ in range(_DEPTH):
        own = [n for n in tree.children[verb] if words[n].label in {"aux", "auxpass"}]
        if own or words[verb].label != "conj" or _has_subject(tree, verb):
            return own
        if words[verb].tag not in {"VB", "VBN", "VBG"}:
            return []
        verb = words[verb].head
    return []


def _has_subject(tree: Tree, verb: int) -> bool:
    return any(tree.words[n].label in SUBJECTS for n in tree.children[verb])


def _is_condition(tree: Tree, verb: int) -> bool:
    return any(
        tree.words[n].text.lower() in {"if", "unless", "once"}
        and tree.words[n].label in {"mark", "advmod"}
        for n in tree.children[verb]
    )


def _shared(tree: Tree, number: int, found: Assertion) -> Assertion:
    """Give what a verb joined to another has from it: "did not come or |write|"."""
    words = tree.words
    head = words[number].head
    has_helpers = any(words[n].label in {"aux", "auxpass"} for n in tree.children[number])
    if has_helpers or words[number].tag not in {"VB", "VBG"} or words[head].tag[0] != "V":
        return found
    above = _own(tree, head)
    return replace(found, is_so=found.is_so == above.is_so, when=above.when)


def _under(
    tree: Tree, number: int, head: int, found: Assertion, *, label: str | None = None
) -> Assertion:
    """Give what is said of a verb in view of the word that governs its clause.

    Args:
        label: What the clause is to that word; else what the parser says.
    """
    words = tree.words
    label, above = label or words[number].label, words[head]
    text = above.text.lower()
    is_bare = found.when is None and (
        words[number].tag in {"VB", "VBG"}
        or any(words[n].tag == "TO" for n in tree.children[number])  # "to be signed"
    )
    if label == "advcl":
        return found if words[number].tag != "VB" else replace(found, when=None)
    if label == "pcomp":
        if text == "without":
            return Assertion(not found.is_so, "done")
        verb = next((n for n in tree.path(head) if words[n].tag[0] == "V"), head)
        if _is(words[verb].text, "not_done") or _is_phrasal(tree, verb):
            return Assertion(not found.is_so, _own(tree, verb).when)
        if _is(words[verb].text, "claimed"):
            return replace(found, when=found.when or "done", voice="claimed")
        if text in _BEHIND and is_bare:
            return replace(found, when=_own(tree, verb).when)
        return found if not is_bare else replace(found, when=None)
    if above.tag[0] == "N":
        if text in words_of("assertions", "claims"):
            return replace(found, voice="claimed")
        if is_bare and text in words_of("assertions", "plans") and _is_none(tree, head):
            return Assertion(not found.is_so, "ahead")  # "had no plans to resign"
        return found if words[number].tag in {"VBN", "VBD"} else replace(found, when=None)
    if is_bare and above.tag[0] == "J" and text in _ABLE | _UNABLE:
        turned = _own(tree, above.head if words[above.head].tag[0] == "V" else head)
        return Assertion(found.is_so == (turned.is_so == (text in _ABLE)), turned.when)
    if above.tag[0] != "V":
        return replace(found, when=None) if is_bare else found
    turned = _own(tree, head)
    if _is(text, "asked"):
        return replace(found, when=None)
    if _is(text, "not_done") or _is_phrasal(tree, head):
        return Assertion(found.is_so != turned.is_so, turned.when)
    if _is(text, "denied"):
        return replace(found, voice="denied" if turned.is_so else "claimed")
    if _is(text, "claimed"):
        return replace(found, voice="claimed")
    if is_bare and _is(text, "done"):
        return Assertion(found.is_so == turned.is_so, turned.when)
    if (
        is_bare
        and text in _HAVE | _BE
        and any(
            words[n].text.lower() in _UNTIL_NOW
            for n in (*tree.children[head], *tree.children[number])
        )
    ):
        return Assertion(not found.is_so, "done")  # "has yet to resign"
    if is_bare and text in _BE | {"been"}:
        return Assertion(found.is_so == turned.is_so, "ahead")  # "is to resign"
    if is_bare and _is(text, "meant"):
        return replace(found, is_so=turned.is_so, when="meant" if turned.is_so else "ahead")
    if is_bare:
        return replace(found, when=None)
    if _is(text, "said"):
        if not turned.is_so or turned.when is None:
            return replace(found, when=None)
        is_told = any(words[n].label in {"auxpass", "nsubjpass"} for n in tree.children[head])
        if is_told and found.voice != "denied":
            return replace(found, voice="claimed")  # "we were told that he had left"
        return replace(found, voice="said" if found.voice == "own" else found.voice)
    return found if turned.is_so else replace(found, when=None)


def _is(text: str, section: str) -> bool:
    return text.lower() in verb_forms("assertions", section)


def _is_phrasal(tree: Tree, verb: int) -> bool:
    behind = phrasal_forms("assertions", "not_done_phrasal").get(tree.words[verb].text.lower())
    return behind is not None and any(
        tree.words[n].text.lower() in behind for n in tree.children[verb]
    )
