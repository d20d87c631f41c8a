"""A verb of two meanings, told as not so, or its opposite: question and readings in, readings out.

"Why did Roth call Lee?" is not answered by "Roth called it a forgery", "who called the landlord"
not by "called off the race", and "how many jobs did the firm promise" not by the number that it
denies to have promised. Where the question's own verb stands in the sentence of a reading only so,
the reading is worth little; so is "it will open in June" to "when will it close", "left in March"
to "when will she leave", and what is only supposed: "if she had it on |Monday|". Where it is told
in other words, nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.verbless import HELPING
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.trust import enough, on_it
from onix.reading.events.assertions import assertion
from onix.reading.events.clauses import is_verb, verb_at
from onix.reading.grammar import lexicon
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import verb_forms

ANOTHER: Final = 3.0  # what a reading loses where the verb means something else
JUST: Final = 0.1  # so much less than the best that remains, where one does
_IF: Final = frozenset({"if", "unless"})
_UNTIL: Final = frozenset({"until", "till"})
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never"})
_NOBODY: Final = frozenset({"nobody", "none", "nothing"})
_LAST: Final = "last"
_WHETHER: Final = "whether"
_AGAINST: Final = verb_forms("avowals", "against")


def in_its_frame(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, those far down whose sentence has the question's verb in another sense."""
    asked = _asked(question)
    if asked is None:
        return list(readings)
    good: list[Reading] = []
    others: list[Reading] = []
    wrong: list[Reading] = []
    for each in readings:
        if each.score < on_it():
            good.append(each)
        elif _is_another(question, asked, seen.parse(each.sentence.text)):
            others.append(each)
        elif any(
            is_wrong(question, asked, each, seen.parse(each.sentence.text))
            for is_wrong in (_is_opposite, _is_supposed, _is_over, _is_not_told)
        ):
            wrong.append(replace(each, score=each.score - ANOTHER))
        else:
            good.append(each)
    # What one says was not so stands beside what another says was.
    best = max((each.score for each in good), default=0.0)
    least = enough()
    found = [
        replace(each, score=min(each.score, best - JUST) if best >= least else each.score - ANOTHER)
        for each in others
    ]
    return sorted([*good, *found, *wrong], key=lambda each: -each.score)


def _asked(question: Question) -> int | None:
    """Give the verb of a question that says something; None for yes/no and for words said."""
    if question.kind in {"yes/no", "topic"}:
        return None
    tree = question.tree
    verbs = [t.index for t in question.terms if t.sort == "verb" and t.weight > 1.0]
    roots = [n for n in verbs if tree.words[n].label == "ROOT"]
    return next(iter(roots or verbs or _helped(tree)), None)


def _helped(tree: Tree) -> Iterator[int]:
    """Give the verb behind "did" or "will" that says little: "when did Roth |get| it"."""
    for number, each in enumerate(tree.words):
        helps = (tree.words[n] for n in tree.children[number] if tree.words[n].label == "aux")
        if each.label == "ROOT" and any(word.text.lower() in HELPING for word in helps):
            yield number


def _is_another(question: Question, asked: int, tree: Tree) -> bool:
    """Does the verb stand in a sentence, and nowhere as it was asked?"""
    same = _same(question.tree.words[asked].text.lower(), tree)
    is_bare = _is_bare(question.tree, asked)
    is_negative = is_denied(question.tree, asked)
    typed = {each.text.lower() for each in question.tree.words}
    return bool(same) and all(
        (is_bare and _is_more(tree, n, typed)) or (not is_negative and is_denied(tree, n))
        for n in same
    )


def _is_not_told(question: Question, asked: int, reading: Reading, tree: Tree) -> bool:
    """Does the verb stand in a sentence, and nowhere as done by anybody: "no one voted for it"?"""
    words = question.tree.words
    is_past = question.tense == "past" or words[asked].tag == "VBD"  # "who voted for it"
    same = _same(words[asked].text.lower(), tree)
    may_be_nobodys = is_denied(question.tree, asked) or any(
        each.text.lower() == _LAST for each in words
    )
    return bool(same) and all(
        (is_past and _is_left_open(tree, n)) or (not may_be_nobodys and _is_nobodys(tree, n))
        for n in same
    )


def _same(word: str, tree: Tree) -> list[int]:
    """Give where a verb stands in a sentence, in any of its forms."""
    return [
        n
        for n, each in enumerate(tree.words)
        if is_verb(tree, n) and lexicon.match(word, each.text.lower()) == 1.0
    ]


def _is_nobodys(tree: Tree, verb: int) -> bool:
    """Has nobody done it: "no patient has fallen ill since |Friday|", for when the first one did?

    The last one did so then.
    """
    return any(
        tree.words[n].label in SUBJECTS
        and (
            tree.words[n].text.lower() in _NOBODY
            or any(tree.words[m].text.lower() == "no" for m in tree.children[n])
        )
        for n in tree.children[verb]
    )


def _is_left_open(tree: Tree, verb: int) -> bool:
    """Does it say nothing of whether it was done: "offered to resign", "whether they voted"?"""
    words = tree.words
    if any(
        words[n].label == "mark" and words[n].text.lower() == _WHETHER for n in tree.children[verb]
    ):
        return True
    above = words[verb].head
    return (
        above != verb
        and words[verb].label == "xcomp"
        and words[above].text.lower() in verb_forms("assertions", "open")
    )


def _is_over(question: Question, asked: int, reading: Reading, tree: Tree) -> bool:
    """Is it told as done when it was to be asked what will be: "resigned |in March|"?"""
    if reading.span is None or question.kind != "when" or question.tense != "ahead":
        return False
    start = reading.span.start - reading.sentence.start
    first = next((n for n, each in enumerate(tree.words) if start <= each.start), None)
    number = verb_at(tree, first)
    if number is None:
        return False
    is_same = any(
        lexicon.match(one, other) >= lexicon.SYNONYM
        for one in _forms(question.tree, asked)
        for other in _forms(tree, number)
    )
    return is_same and assertion(tree, number).when == "done"


def _forms(tree: Tree, verb: int) -> list[str]:
    """Give a verb in lower case, alone and with what stands by it: "step", "step down"."""
    words = tree.words
    own = words[verb].text.lower()
    behind = (n for n in tree.children[verb] if words[n].label in {"prt", "advmod"})
    return [own, *(f"{own} {words[n].text.lower()}" for n in behind)]


def _is_supposed(question: Question, asked: int, reading: Reading, tree: Tree) -> bool:
    """Do the words that answer stand behind an "if", where the question asks what was?"""
    if reading.span is None or question.kind in {"why", "how"} or question.tense == "ahead":
        return False
    if any(each.text.lower() in _IF for each in question.tree.words):
        return False
    start = reading.span.start - reading.sentence.start
    inside = next((n for n, each in enumerate(tree.words) if start <= each.start), None)
    return inside is not None and any(
        tree.words[n].label == "advcl"
        and any(
            tree.words[m].text.lower() in _IF and tree.words[m].label == "mark"
            for m in tree.children[n]
        )
        and all(tree.words[m].text.lower() != "even" for m in tree.children[n])
        for n in tree.path(inside)
    )


def _is_opposite(question: Question, asked: int, reading: Reading, tree: Tree) -> bool:
    """Does the verb over the words that answer say the opposite, and none what is asked?"""
    if reading.span is None or is_denied(question.tree, asked):
        return False
    word = question.tree.words[asked].text.lower()
    if any(lexicon.match(word, each.text.lower()) >= lexicon.SYNONYM for each in tree.words):
        return False
    start, end = (at - reading.sentence.start for at in (reading.span.start, reading.span.end))
    inside = [n for n, each in enumerate(tree.words) if start <= each.start < end]
    # What stays shut until Monday opens on Monday.
    if any(tree.words[m].text.lower() in _UNTIL for n in inside for m in (n, tree.words[n].head)):
        return False
    above = {
        next((m for m in tree.path(n) if m not in inside and is_verb(tree, m)), None)
        for n in inside
        if tree.words[n].head not in inside
    }
    against = lexicon.opposites(word)
    return any(
        verb is not None
        and lexicon.stem(tree.words[verb].text.lower()) in against
        and not is_denied(tree, verb)
        and (question.kind != "who" or _is_their_side(question.tree, asked, tree, verb, inside))
        for verb in above
    )


def _is_their_side(
    question: Tree, asked: int, tree: Tree, verb: int, inside: Container[int]
) -> bool:
    """Do "who" and what is read stand on one side of their verbs: not so "lost to |Tarn|"?"""
    below = [question.words[n] for n in question.children[asked]]
    who = {each.label for each in below if each.tag[0] == "W"}
    told = {tree.words[n].label for n in tree.children[verb] if n in inside}
    return not who.isdisjoint(told & SUBJECTS)


def _is_bare(tree: Tree, verb: int) -> bool:
    """Is it a verb with an object alone, "did Roth call Lee", and not "what did Roth call Lee"?"""
    words = tree.words
    if not is_verb(tree, verb):
        return any(each.tag.startswith("NNP") for each in words[verb + 1 :])
    objects = [n for n in tree.children[verb] if words[n].label in {"dobj", "nsubjpass"}]
    named = [n for n in objects if words[n].text.lower() != "what"]
    return len(objects) == len(named) == 1 and not _is_more(tree, verb)


def _is_more(tree: Tree, verb: int, typed: Container[str] = ()) -> bool:
    """Does it say more than its object: "called |off| the race", "called it |a forgery|"?"""
    words = tree.words
    return any(
        (words[n].label == "prt" and words[n].text.lower() not in typed)
        or (
            words[n].label == "oprd"
            and words[n].tag[0] == "N"
            and all(each.text != "," for each in words[verb:n])
        )
        for n in tree.children[verb]
    )


def is_denied(tree: Tree, verb: int) -> bool:
    """Is it told of as not so: "had not promised", "denied that it had promised"?"""
    words = tree.words
    for number in (verb, *(n for n in tree.children[verb] if words[n].label in {"aux", "auxpass"})):
        if any(words[n].text.lower() in _NEGATIONS for n in tree.children[number]):
            return True
    above = words[verb].head
    return (
        above != verb
        and words[verb].label in {"ccomp", "xcomp", "pcomp"}
        and words[above].text.lower() in _AGAINST
    )
