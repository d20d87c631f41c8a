"""Where events stand: in come groups of tellings, out go events with citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onix.jobs.timeline.joining import Entry, Group
from onix.model import Citation, Dating, Event, TimeExpression
from onix.record import Record


class Citer:
    """Cites the sentences that tell events, each document looked up once."""

    def __init__(self, record: Record, groups: Iterable[Group]) -> None:
        self._citations = record.citations(
            each.event.what.document_id
            for group in groups
            for each in (*group.entries, *group.others)
        )

    def event(self, group: Group) -> Event:
        """Give the event of a group, hedged only where every telling is."""
        first = group.first.event
        events = [each.event for each in group.entries]
        hedged = all(each.hedges for each in events)
        claimed = all(each.speaker for each in events)
        return replace(
            first,
            who=tuple(dict.fromkeys(name for each in events for name in each.who)),
            citations=self._cite(group.entries),
            hedges=first.hedges if hedged else (),
            speaker=first.speaker if claimed else None,
            disputed=tuple(self._datings(group.others)),
        )

    def _datings(self, others: Sequence[Entry]) -> Iterable[Dating]:
        by_days: dict[object, tuple[TimeExpression, list[Entry]]] = {}
        for each in others:
            if each.event.when is not None:
                _, entries = by_days.setdefault(each.told.days, (each.event.when, []))
                entries.append(each)
        for when, entries in by_days.values():
            yield Dating(when, self._cite(entries))

    def _cite(self, entries: Sequence[Entry]) -> tuple[Citation, ...]:
        """Give the sentences, one a document, the first that was published first."""
        found: dict[str, Citation] = {}
        for each in entries:
            id = each.event.what.document_id
            found.setdefault(id, replace(self._citations[id], span=each.told.sentence))
        first, *rest = found.values()
        return (first, *sorted(rest, key=lambda each: each.published or "~"))
