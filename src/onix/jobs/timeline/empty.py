"""Why a timeline is empty, in a sentence that says what to do."""

from __future__ import annotations

from onix.jobs.timeline.choosing import About, Choice, Named
from onix.record import Query, Record


def why_none(
    record: Record,
    query: Query,
    choice: Choice,
    topic: str | None,
    *,
    looked_at: int,
    told: int,
) -> str:
    """Give the reason why there are no events.

    Args:
        looked_at: Documents that were looked at.
        told: Events there would be if it were not for the days asked for.
    """
    if not len(record):
        return "The record is empty. Put something in with: onix add ARTICLE"
    if not record.passing(query):
        return "No document passes these filters. See what there is with: onix record"
    where = "1 document" if looked_at == 1 else f"{looked_at} documents"
    if told:
        events = "1 event" if told == 1 else f"{told} events"
        return (
            f"{where} {_verb(looked_at, 'tells', 'tell')} {events}, none of them dated within "
            "these days. Leave --since and --until out to see them."
        )
    if isinstance(choice, Named):
        if not looked_at:
            return f"{topic} is not named in the documents that pass these filters."
        return (
            f"{topic} is named in {where}, but no event is told there with {topic} taking part. "
            "See what is said with: --speech"
        )
    looked = "the document" if looked_at == 1 else f"the {where}"
    if isinstance(choice, About):
        if not looked_at:
            return f"Nothing in the record has these words: {topic}. Try others."
        return f"No sentence of {looked} looked at tells an event of these words: {topic}."
    return f"No event in {looked} looked at has a date."


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
