"""The newest of several counts first: groups of readings in, the same out in another order.

How many are missing is told anew every day, and the reader likes the words of one day no better
than those of another. It is its own file as nothing differs here: each was right when it was told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.fates import fates_of
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.versions.differing import count_anew
from onix.jobs.ask.versions.told import Told

_BORNE_OUT: Final = 0.5  # of the question, by a sentence and what stands beside it


def newest_first(
    question: Question, groups: Sequence[list[Reading]], tell: Callable[[Reading], Told]
) -> list[list[Reading]]:
    """Give the groups, a count that was published later before the best, where there is one.

    It has to be another number of what is asked, told of it as surely as the best is.

    Args:
        groups: Of readings that say the same, those that are good enough, best first.
        tell: Gives what the sentence of a reading tells.
    """
    found = list(groups)
    is_count = question.kind == "how many" or (question.kind == "what" and "toll" in question.text)
    if not is_count or len(found) < 2:
        return found
    best = tell(found[0][0])
    if not _is_on_it(best):
        return found
    later = [
        group
        for group in found[1:]
        if _day(group[0]) > _day(found[0][0]) > ""
        and count_anew(best, told := tell(group[0]))
        and _is_on_it(told)
    ]
    if not later:
        return found
    newest = max(later, key=lambda group: _day(group[0]))
    return [newest, *(each for each in found if each is not newest)]


def _is_on_it(told: Told) -> bool:
    """Is the number one of what is asked, by its sentence, be it in other words of a fate?"""
    if told.is_of_it:
        return told.share_around >= _BORNE_OUT
    asked = {fate for each in told.question.tree.words for fate in fates_of(each.text)}
    words = told.reading.sentence.text.split()
    return not asked.isdisjoint(fate for each in words for fate in fates_of(each))


def _day(reading: Reading) -> str:
    """Give the day of publication; nothing where it is not known."""
    return (reading.window.citation.published or "")[:10]
