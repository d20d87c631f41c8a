"""Where quotations stand: in come groups of the same words, out go quotations with citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onix.jobs.quotes.joining import Group, Said, is_part
from onix.model import Citation, Quotation
from onix.record import Record, origins

_ISO = 10  # characters of a day: "2025-08-23"


class Citer:
    """Cites the documents in which groups stand, each looked up once."""

    def __init__(self, record: Record, groups: Iterable[Group]) -> None:
        self._citations = record.citations(
            each.span.document_id for group in groups for each in group.members
        )

    def quotation(self, group: Group, speaker: str | None) -> Quotation:
        """Give a group's words with every place, by the name of their speaker."""
        members = sorted(group.members, key=self._order)
        forms = {each.words: each for each in reversed(members)}
        first = forms.pop(group.words)
        others = [forms[each] for each in sorted(forms, key=_longest_first)]
        rest = [each for each in members if each is not first]
        cited = [self._cite(each) for each in (first, *rest)]
        return Quotation(
            quote=first.quote,
            speaker=speaker,
            citations=tuple(cited),
            wordings=tuple(map(self._cite, others)),
            changed=tuple(
                self._cite(each) for each in others if not is_part(each.pieces, group.text)
            ),
            outlets=self.outlets([group]),
            said=self._said(group),
            origins=origins(cited).origins,
        )

    def newest(self, group: Group) -> str:
        """Give the day on which a group's words were first published, to order by."""
        days = [day for each in group.members if (day := self._of(each).published)]
        return min(days, default="")

    def _said(self, group: Group) -> str | None:
        """Give the first day that a text tells for them, if it is before any text was published."""
        day = min((each.day for each in group.members if each.day), default=None)
        return None if day is None or day >= (self.newest(group)[:_ISO] or "unknown") else day

    def outlets(self, groups: Sequence[Group]) -> int:
        """Give the number of outlets that carry any of the groups."""
        found = {self._of(each).outlet for group in groups for each in group.members}
        return len(found - {None})

    def _order(self, said: Said) -> tuple[bool, str, str, int]:
        """Those that name the speaker come first, then those that were published first."""
        published = self._of(said).published or "unknown"  # behind every year
        return said.person is None, published, said.span.document_id, said.span.start

    def _of(self, said: Said) -> Citation:
        return self._citations[said.span.document_id]

    def _cite(self, said: Said) -> Citation:
        return replace(self._of(said), span=said.span)


def _longest_first(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(words), words
