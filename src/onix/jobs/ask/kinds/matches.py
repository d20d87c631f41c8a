"""Who won and who lost: in come a question and its readings, out the readings.

"Tarn beat Lenn 3-1" says who lost without the word, "Lenn fell 3-1 to Tarn" who won. The reader
takes either side, or a player. Grammar is plain here: the two sides stand about the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen, reading_at
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.times.sense import WEEKDAYS

Side = Literal["winner", "loser"]
SURE: Final = 1.0  # the log of the odds
OTHERS: Final = -1.0  # the most that a reading is worth which is of another game
_TEAM: Final = r"(?:[Tt]he\s)?[A-Z][\w’'-]*(?:\s(?:[A-Z][\w’'-]*|of|and|&(?=\s[A-Z])))*"
_SCORE: Final = r"\d{1,3}\s?[-–]\s?\d{1,3}"
_RESULTS: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<winner>{_TEAM})\s(?:have\s|had\s|has\s|narrowly\s|comfortably\s)?(?:beat|beaten"
        rf"|defeated|thrashed|routed|overcame|outplayed|edged\spast|saw\soff|knocked\sout)\s"
        rf"(?P<loser>{_TEAM})",
        rf"(?P<loser>{_TEAM})\s(?:have\s|had\s|has\s|narrowly\s)?(?:lost|fell|went\sdown|slumped"
        rf"|were\sbeaten)(?:\s(?:by\s)?{_SCORE}|\sheavily|\sagain|\sat\shome)?\s(?:to|against|by)\s"
        rf"(?P<winner>{_TEAM})",
    )
)
_WON: Final = frozenset({"won", "win", "wins", "beat", "beats", "defeated", "winner"})
_LOST: Final = frozenset({"lost", "lose", "loses", "loser"})
_GOALS: Final = frozenset({"score", "scored", "scores", "goal", "goals", "penalty", "try"})
_PLAYED: Final = re.compile(
    rf"{_SCORE}|\b(?:match|game|final|semi-?final|derby|cup|league|set|round|test|season|goals?"
    r"|points|half|players?|coach|team|club|title)\b",
    re.IGNORECASE,
)
_ANY_GAME: Final = frozenset({"match", "game", "tie", "fixture"})
_SOME_GAME: Final = frozenset({"final", "derby", "semifinal", "playoff", "opener"})
_DAYS: Final = frozenset(each.lower() for each in WEEKDAYS)


def with_results(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "who won", with the side that a result gives before all others."""
    wanted = result_asked(question)
    if wanted is None:
        return list(readings)
    found = list(_results(question, wanted, seen))
    told = {each.sentence for each in found}
    special = _SOME_GAME.intersection(words_of(question.text))
    rest = [
        # nothing of a result, or of some game, and not of the final that is asked for
        replace(each, score=min(each.score, OTHERS))
        if found or not special <= set(words_of(each.window.text.text))
        else each
        for each in readings
        if each.sentence not in told
    ]
    return sorted([*found, *rest], key=lambda each: -each.score)


def result_asked(question: Question) -> Side | None:
    """Give the side that is asked for: "who lost to Tarn", "who won the match", "who beat Lenn"."""
    if question.kind not in {"who", "which"}:
        return None
    words = words_of(question.text)
    is_game = not (_ANY_GAME | _SOME_GAME).isdisjoint(words)
    is_against = any(each in {"to", "against"} for each in words) or "beat" in words
    has_day = not _DAYS.isdisjoint(words)
    if not (is_game or is_against or has_day):
        return None  # "who won the election", "who lost his post"
    if not _GOALS.isdisjoint(words):
        return None  # "who scored the winner", a player
    if not _LOST.isdisjoint(words):
        return "loser"
    return "winner" if not _WON.isdisjoint(words) else None


def _results(question: Question, wanted: Side, seen: Seen) -> Iterator[Reading]:
    asked = words_of(question.text)
    named = [term.word for term in question.terms if term.sort == "name"]
    named = [word for word in named if word not in _DAYS]
    exactly = _DAYS.union(_SOME_GAME).intersection(asked)
    for window in seen.windows:
        for sentence in window.sentences:
            if _PLAYED.search(sentence.text) is None:
                continue
            if not exactly <= set(words_of(sentence.text)):
                continue
            for shape in _RESULTS:
                for match in shape.finditer(sentence.text):
                    if _are_sides(named, match, wanted):
                        place = sentence.part(*match.span(wanted))
                        yield reading_at(question, window, place, SURE)


def _are_sides(named: Sequence[str], match: re.Match[str], wanted: Side) -> bool:
    """Is who the question names one of the two, and not the one who is asked for, if it is one?"""
    other: Side = "loser" if wanted == "winner" else "winner"
    sides = {side: words_of(match[side]) for side in (wanted, other)}
    both = Matcher(named).strengths([*sides[wanted], *sides[other]])
    if named and min(both) < lexicon.SYNONYM:
        return False
    is_asked = named and min(Matcher(named).strengths(sides[wanted])) >= lexicon.SYNONYM
    return not is_asked
