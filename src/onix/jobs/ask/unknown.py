"""What the record says that nobody knows: is it what is asked? In come a question and a window.

"The origin of the leaks remains unclear" says it of "Who leaked the recording?", and "Who made it
is not known" of the recording in the sentence before. What leaves open another thing says nothing
of what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import LIGHT
from onix.jobs.ask.windows import NEAR, UNKNOWN, Window
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import words_of as listed

# Of the question, in the very words of a sentence that says that something is not known: of 18 such
# sentences 16 were about what was asked, and of 63 that only stood near its words 30.
PLAINLY: Final = 0.5
_TAKEN_UP: Final = frozenset({"it", "them", "this", "that", "these", "those"})
# "It is not known |why|.": of the deed of the sentence before.
_OF_ITS_DEED: Final = re.compile(r"\s(?:why|how|where|when|who)\W*", re.IGNORECASE)
ABOUT: Final = 0.6  # or so much around it, where the sentence has the very deed
# What a sentence names that leaves open who, where or why; of other questions it need not.
_CLAUSE: Final = re.compile(r"[,;:—–]\s|\s[–—-]\s")
_ASKING: Final = frozenset(
    ["if", "whether", "who", "whose", "what", "which", "where", "when", "why", "how"]
)
_FATE: Final = re.compile(r"\b(?:happen|occur|bec[oa]me|fate|whereabouts)", re.IGNORECASE)
_COMING: Final = frozenset({"come", "came", "get", "go"})  # "where did it |come| from"
_TELLS_MORE: Final = re.compile(r"[\w”\"’'],\s$")  # before a "who" that tells more of somebody
_HOW_MUCH: Final = (
    r"how|number|numbers|total|extent|sum|amount|figures?|size|toll|value|price|costs?|length|age"
)
_WORDS: Final = r"what|whether|how|views?|opinions?|thoughts?|position|stance|repl(?:y|ies)"
_LEFT_OPEN: Final = {
    "who": r"who(?:m|se)?|identi\w+|nam(?:e|es|ed)|nobody|no one|origins?|source|author(?:s|ship)?",
    "whose": r"whose|owner\w*|identi\w+|nobody|no one",
    "where": r"where(?:abouts)?|place|location|origins?|source",
    "when": r"when|date|day|time",
    "why": r"why|reasons?|explanation|causes?|motives?",
    "how": r"how|means|way",
    "which": r"which|what|who(?:se)?|identi\w+",
    "yes/no": r"whether|if",
    **dict.fromkeys(
        ("how many", "how much", "how long", "how often", "how far", "how old"), _HOW_MUCH
    ),
}


def leaves_open(question: Question, sentence: str) -> bool:
    """Does a sentence say that nobody knows just what is asked: who, where, why?

    "A draft of the plan has not been made public" leaves open what stands in it, and not who
    drafted it.
    """
    # "Lee said the cause was not known" leaves open no words of Roth's.
    named = _WORDS if question.asks_for_words else _LEFT_OPEN.get(question.kind)
    said = UNKNOWN.search(sentence)
    if said is None or _asks_something_else(question, sentence):
        return False
    if _asks_what_happened(question) and not _FATE.search(sentence):
        return False
    # "Ann Lee, |who| was held without explanation" leaves open nothing of who she is
    told = (
        each
        for each in re.finditer(rf"\b(?:{named})\b", sentence, re.IGNORECASE)
        if each.start() >= said.start() or _TELLS_MORE.search(sentence[: each.start()]) is None
    )
    return named is None or next(told, None) is not None or _names_what_is_asked(question, sentence)


def is_on(question: Question, unknown: Window, parse: Callable[[str], Tree]) -> bool:
    """Is what nobody knows what is asked: half of its words, or the very deed?

    "The origin of the leaks remains unclear" says it of "Who leaked the recording?".
    """
    if question.kind == "how many" and _is_of_another_deed(question, unknown.middle.text, parse):
        return False
    if _in_its_clause(question, unknown.middle.text) >= PLAINLY and _has_its_deed(
        question, unknown
    ):
        return True
    if _goes_on_about_it(question, unknown, parse):
        return True
    if question.verb is None or unknown.covered(question) <= ABOUT:
        return False
    named = map(lexicon.stem, words_of(unknown.middle.text))
    return lexicon.stem(question.verb) in named


def _asks_what_happened(question: Question) -> bool:
    """Does it ask for no deed but what became of something? "Who made it is not known" is one."""
    verbs = [term.word for term in question.terms if term.sort == "verb"]
    return question.kind == "what" and bool(verbs) and listed("events", "empty").issuperset(verbs)


def _in_its_clause(question: Question, sentence: str) -> float:
    """Give how much of the question stands in the very clause that says so, 0 to 1.

    "Though it is unknown if she will play, he is still in prison" leaves open nothing of him.
    """
    said = UNKNOWN.search(sentence)
    if said is None:
        return 0.0
    before = _CLAUSE.split(sentence[: said.start()])[-1]
    clause = before + _CLAUSE.split(sentence[said.start() :])[0]
    strengths = Matcher([term.word for term in question.terms]).strengths(words_of(clause))
    pairs = zip(question.terms, strengths, strict=True)
    told = [term for term, strength in pairs if strength > NEAR]
    if question.kind not in _LEFT_OPEN and all(term.sort == "name" for term in told):
        return 0.0  # "what |Lund's nickname| means is unclear", for "what did Lund die of"
    return sum(term.weight for term in told) / question.weight


def _asks_something_else(question: Question, sentence: str) -> bool:
    """Is another thing left open: "unclear |how long| it takes", for what caused it?"""
    said = UNKNOWN.search(sentence)
    behind = sentence[said.end() :].lower().split()[:2] if said is not None else []
    if not behind or behind[0] not in _ASKING:
        return False
    if behind[0] == "how" and len(behind) > 1 and f"how {behind[1]}" in _LEFT_OPEN:
        return question.kind != f"how {behind[1]}"
    asks = {"if": "yes/no", "whether": "yes/no", "whose": "who"}.get(behind[0], behind[0])
    kind = "who" if question.kind == "whose" else question.kind
    # "what caused it" and "why it fell", "which" and "what" or "who" ask the same
    return asks != kind and not {asks, kind} <= {"what", "which", "who", "why", "how"}


def _has_its_deed(question: Question, unknown: Window) -> bool:
    """Is the verb of the question told there, or around it? A name stands in many stories."""
    return all(
        strength > 0.0
        for term, strength in zip(question.terms, unknown.strengths, strict=True)
        if term.word == question.verb and term.word not in listed("events", "empty") | _COMING
    )


def _goes_on_about_it(question: Question, unknown: Window, parse: Callable[[str], Tree]) -> bool:
    """Does it take up what is asked from the sentence before?

    "The Ledger obtained the recording. Who made it is not known", for "Who recorded the call?".
    "He left before the ferry sank. It is not known why" leaves open why he left, not why it sank.
    """
    at, says = unknown.sentences.index(unknown.middle), unknown.middle.text
    if not at or _TAKEN_UP.isdisjoint(words_of(says)):
        return False
    before = unknown.sentences[at - 1].text
    terms = [term for term in question.terms if term.sort == "noun" and term.weight > 1.0]
    deeds = {lexicon.stem(term.word) for term in terms}
    deeds |= {lexicon.stem(question.verb)} if question.verb is not None else set()
    if _leaves_open_another_deed(question, before, says, parse):
        return False
    found = UNKNOWN.search(says)
    is_bare = found is not None and _OF_ITS_DEED.fullmatch(says, found.end()) is not None
    told = set(map(lexicon.stem, _deeds(parse(before)) if is_bare else words_of(before)))
    return not deeds.isdisjoint(told) and all(
        strength > 0.0
        for term, strength in zip(question.terms, unknown.strengths, strict=True)
        if term.sort == "name"
    )


def _leaves_open_another_deed(
    question: Question, before: str, says: str, parse: Callable[[str], Tree]
) -> bool:
    """Is it who leaked it that nobody knows, where the sentence before tells who published it?"""
    asked = question.verb
    if asked is None or lexicon.stem(asked) not in map(lexicon.stem, words_of(before)):
        return False
    return _is_of_another_deed(question, says, parse)


def _is_of_another_deed(question: Question, says: str, parse: Callable[[str], Tree]) -> bool:
    """Does nobody know it of another deed: "how many of the dead might have been |saved|"?"""
    asked, tree = question.verb, parse(says)
    if asked is None:
        return False
    asking = [n for n, each in enumerate(tree.words) if each.tag in {"WP", "WRB", "WDT"}]
    verbs = ([m for m in tree.path(n) if tree.words[m].tag[0] == "V"] for n in asking)
    heads = [tree.words[each[0]] for each in verbs if each]
    not_known = UNKNOWN.search(says)  # "It is not |known| why"
    end = 0 if not_known is None else not_known.end()
    start = end if not_known is None else not_known.start()
    told = [
        each.text.lower() for each in heads if each.tag[0] == "V" and not start <= each.start < end
    ]
    told = [each for each in told if lexicon.stem(each) not in LIGHT]
    return bool(told) and all(lexicon.match(asked, each) == 0.0 for each in told)


def _deeds(tree: Tree) -> Iterator[str]:
    """Give the verbs of the main clauses of a sentence."""
    for number, word in enumerate(tree.words):
        way = (tree.words[n].label for n in tree.path(number))
        if word.tag[0] == "V" and all(label in {"ROOT", "conj"} for label in way):
            yield word.text.lower()


def _names_what_is_asked(question: Question, sentence: str) -> bool:
    """Is the noun that is asked for ("which country") the very thing that nobody knows?"""
    if question.focus is None or question.kind != "which":
        return False
    asked = lexicon.stem(question.tree.words[question.focus].text.lower())
    return asked in map(lexicon.stem, words_of(sentence))
