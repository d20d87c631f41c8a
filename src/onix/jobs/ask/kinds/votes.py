"""How somebody voted: in come a question and its readings, out the readings.

"By 31 votes to 22", "against", "abstained": a figure of the body that is asked about or a side it
took, and not whatever else stands beside a vote. The figures may stand in the sentence behind that
of its vote: "The board voted to close the pool. The motion passed by seven votes to four."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.edges import NUMBER
from onix.jobs.ask.readings import Reading, Seen, reading_at
from onix.jobs.ask.trust import on_it
from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of

VOTED: Final = 2.0  # the log of the odds, where the body stands with the figure
NO_VOTE: Final = 3.0  # what a reading loses that is no vote, or another's
_ASKED: Final = re.compile(
    r"^how\s+(?:did|does|do|will|would|has|have|had)\s+(?P<who>.+?)\s+(?:have\s+)?vote[ds]?\b", re.I
)
_TALLY: Final = re.compile(
    rf"(?:by\s|with\s)?(?:a\s(?:vote|majority|margin)\sof\s)?"
    rf"(?:{NUMBER})(?:\svotes?)?(?:(?:\s?[-–—]\s?|\s?:\s?|\sto\s|\sagainst\s)(?:{NUMBER})"
    rf"|(?:\svotes)?(?:\s(?:in\sfavou?r|for|yes))(?:,\s|\sand\s|,\sand\s)(?:{NUMBER})\s(?:against|no))"
    rf"(?:(?:,|,?\sand|,?\swith)\s(?:{NUMBER})\sabst[a-z]+)?(?:\svotes)?\b|\bunanimous(?:ly)?\b",
    re.IGNORECASE,
)
_SIDE: Final = re.compile(
    r"\bvot(?:e|es|ed|ing)\s(?:\w+ly\s)?(?P<side>against|in\sfavou?r|for|yes|no|with)\b"
    r"(?:\s(?!(?:because|after|since|as|when|while|although|before|on|at)\b)[^\s,.;:—–]+)*"
    r"|\babstain\w*\b",
    re.IGNORECASE,
)
_MOTION: Final = re.compile(
    r"(?:the\s(?:motion|bill|measure|proposal|plan|resolution|vote|amendment|decision)|it)\s"
    r"(?:was\s(?:\w+ly\s)?(?:passed|carried|adopted|approved|defeated|rejected|lost|taken)"
    r"|(?:narrowly\s)?(?:passed|carried|failed|fell|was|ended))\b",
    re.IGNORECASE,
)
_VOTE: Final = re.compile(r"vot(?:e|es|ed|ing)", re.IGNORECASE)
_ON: Final = frozenset({"for", "against", "on"})
_WHO: Final = re.compile(r",?\swho\s(?:\w+\s)?$", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\s\([^()]*\)")
NAME: Final = 3  # words
_VOTES: Final = re.compile(
    r"\b(?:vot|ballot|decid|approv|pass|reject|adopt|scrap|back|defeat|agree|elect|abst)\w*", re.I
)


def with_votes(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "how did the council vote", those that tell of its vote before all.

    And of "how many voted for the bridge" those behind all others whose vote was on something else.
    """
    asked = _ASKED.match(question.text)
    if question.kind in {"how many", "who"}:
        return _on_its_motion(question, readings)
    if question.kind != "how" or asked is None:
        return list(readings)
    body = words_of(re.sub(r"^(?:the|a|an)\s", "", asked["who"], flags=re.IGNORECASE))
    matcher = Matcher(body)
    found: dict[Span, Reading] = {}
    for window in seen.windows:
        before = ""
        for sentence in window.sentences:
            place = next(_vote(sentence.text, matcher), None)
            if place is None and _has_voted(before, matcher):
                place = _carried(sentence.text)
            before = sentence.text
            if place is not None and sentence not in found:
                found[sentence] = reading_at(
                    question, window, sentence.part(*place), VOTED - 0.1 * window.rank
                )
    rest = [
        replace(each, score=each.score - NO_VOTE) if each.score >= on_it() else each
        for each in readings
        if each.sentence not in found
    ]
    return sorted([*found.values(), *rest], key=lambda each: -each.score)


def _on_its_motion(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    """Lower what is read where half of what the question names behind "for" stands nowhere near."""
    tree = question.tree
    votes = [n for n, each in enumerate(tree.words) if _VOTE.fullmatch(each.text)]
    behind = {
        n
        for vote in votes
        for lead in tree.children[vote]
        if tree.words[lead].text.lower() in _ON
        for noun in tree.children[lead]
        for n in range(tree.edges[noun][0], tree.edges[noun][1] + 1)
    }
    wanted = [
        at
        for at, term in enumerate(question.terms)
        if term.index in behind and term.sort in {"noun", "name"}
    ]
    found = [
        replace(each, score=each.score - NO_VOTE)
        if 2 * sum(each.window.strengths[at] > 0.0 for at in wanted) <= len(wanted) > 0
        else each
        for each in readings
    ]
    return sorted(found, key=lambda each: -each.score)


def _has_voted(sentence: str, body: Matcher) -> bool:
    return (
        _VOTES.search(sentence) is not None
        and min(body.strengths(words_of(sentence))) >= lexicon.DERIVED
    )


def _carried(sentence: str) -> tuple[int, int] | None:
    """Find by which figures "the motion" of the sentence before was carried or lost."""
    found = _MOTION.match(sentence)
    tally = _TALLY.search(sentence, found.end()) if found else None
    return tally.span() if tally else None


def _vote(sentence: str, body: Matcher) -> Iterator[tuple[int, int]]:
    """Find where a sentence tells how a body voted, all of whose words stand in it."""
    if not _has_voted(sentence, body):
        return
    tallies = [found.span() for found in _TALLY.finditer(sentence)]
    for found in _SIDE.finditer(sentence):
        is_counted = any(start < found.end() and found.start() < end for start, end in tallies)
        # Whose side it is stands before it; "the council's head, Ann Lee (Lab), who" is Lee.
        before = sentence[: found.start()]
        if who := _WHO.search(before):
            before = " ".join(words_of(_ASIDE.sub("", before[: who.start()]))[-NAME:])
        if not is_counted and min(body.strengths(words_of(before))) >= lexicon.DERIVED:
            start = found.start("side") if found["side"] else found.start()
            yield start, found.end()
    yield from tallies
