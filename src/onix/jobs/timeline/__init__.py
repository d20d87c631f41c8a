"""`onix timeline`: what happened and what was announced, in order, each event once.

`timeline` is the whole job. The parts, in the order of the way: `choosing.py` says which sentences
come into question, `telling.py` finds their events, `dating.py` says when they were, `joining.py`
which are the same, `citing.py` where they stand, `empty.py` why there are none, `silent.py` which
documents told none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.errors import InputError
from onix.jobs.quotes.reading import OnProgress
from onix.jobs.timeline.choosing import choose
from onix.jobs.timeline.citing import Citer
from onix.jobs.timeline.dating import Told
from onix.jobs.timeline.empty import why_none
from onix.jobs.timeline.joining import entries, join
from onix.jobs.timeline.silent import notes_on_silent
from onix.jobs.timeline.telling import told_in
from onix.model import Event, TimeExpression, Timeline
from onix.reading.neural.syntax import Parser
from onix.record import Query, Record
from onix.record.query import asked_day

__all__ = ["timeline"]

_HOUR = re.compile(r"T\d\d(?::\d\d)?")
# Where parts of a day and "early" or "later" on it stand among its hours.
_PARTS = {"TMO": "T09", "TAF": "T14", "TEV": "T18", "TNI": "T22"}
_EDGES = {"START": "T06", "END": "T20"}


def timeline(
    record: Record,
    topic: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    outlets: Sequence[str] = (),
    documents: Sequence[str] = (),
    speech: bool = False,
    on_progress: OnProgress | None = None,
) -> Timeline:
    """Give the events of a name or topic in order, or of the whole record; else why there are none.

    1. Find the documents that pass the filters, and in them the sentences that matter.
    2. Take their events out, with the date that the text gives, and keep those asked for.
    3. Join what is told more than once, and put it in order.

    Args:
        since: Only what was on that day or later (ISO date); undated events are left out then.
        until: Only what was on that day or before.
        as_of: Only what was published by then.
        documents: Ids, addresses, file names or titles to look in.
        speech: Reports of words ("X said that …"), too.

    Raises:
        InputError: The topic, a date, an outlet or a document is not one.
    """
    asked_day(since, "--since")
    asked_day(until, "--until")
    asked_day(as_of, "--as-of")
    record.check_outlets(outlets)
    # 1
    query = Query(
        "", outlets=tuple(outlets), as_of=as_of,
        documents=record.ids_of(documents),
    )  # fmt: skip
    try:
        choice = choose(record, topic)
    except ValueError as problem:
        raise InputError(
            f"Nothing to look for in {topic!r}. Give a name or words, such as: "
            "onix timeline 'Ada Brandt'"
        ) from problem
    ids = choice.ids(query)
    # 2
    told = list(
        told_in(record, ids, choice, Parser().parse, speech=speech, on_progress=on_progress)
    )
    kept = [each for each in told if _is_within(each, since, until)]
    # 3
    groups = join(entries(kept, topic))
    tell = {each.sentence.document_id for each in told}
    silent = notes_on_silent(
        record, [each for each in ids if each not in tell], choice, is_empty=not groups
    )
    if not groups:
        why = why_none(record, query, choice, topic, looked_at=len(ids), told=len(told))
        return Timeline(topic, why=why, notes=silent, looked_at=len(ids))
    citer = Citer(record, groups)
    events = [citer.event(each) for each in groups]
    return Timeline(
        topic,
        events=tuple(sorted((each for each in events if each.days), key=_day)),
        undated=tuple(sorted((each for each in events if not each.days), key=_reported)),
        notes=(*choice.notes(), *silent),
        looked_at=len(ids),
    )


def _is_within(told: Told, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    days = told.days
    if days is None:
        return False
    return (since is None or days[1] >= since[:10]) and (until is None or days[0] <= until[:10])


def _day(event: Event) -> tuple[tuple[str, str], str, str]:
    """Give what puts an event in order: its days, its hour where that is told, and its report.

    What has no hour stands before what has one, as nobody knows where between them it belongs.
    """
    return event.days or ("", ""), _hour(event.when), _reported(event)


def _hour(when: TimeExpression | None) -> str:
    """Give the hour of the day at which a time stands; nothing for the day as a whole."""
    if when is None:
        return ""
    if hour := _HOUR.search(when.value):
        return hour[0]
    if part := _PARTS.get(when.value[-3:]):
        return part
    return _EDGES.get(when.mod or "", "") if when.earliest == when.latest else ""


def _reported(event: Event) -> str:
    return min((each.published or "~" for each in event.citations), default="~")
