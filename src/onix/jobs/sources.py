"""Where words stand, in words: numbered sources, days as they are said, what to know of a source.

In: citations. Out: numbers and plain text, the same in a terminal and on a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from onix.jobs.text_links import web_address
from onix.model import Citation, Document, TimeExpression
from onix.record import State
from onix.record.hiding import file_name

_LONGEST_NOTE: Final = 300  # characters of a correction that stand beside a source


class Sources:
    """Gives each cited document one number, in the order in which it is first cited."""

    def __init__(self) -> None:
        self._first: dict[str, Citation] = {}

    def numbers(self, citations: Iterable[Citation]) -> list[int]:
        """Give the number of each citation's document, new ones for those cited first here."""
        found: dict[int, None] = {}
        for each in citations:
            self._first.setdefault(each.span.document_id, each)
            found[list(self._first).index(each.span.document_id) + 1] = None
        return list(found)

    def __iter__(self) -> Iterator[tuple[int, Citation]]:
        """Give each number with its first citation."""
        return iter(enumerate(self._first.values(), start=1))


def day(published: str | None) -> str:
    """Give a date as it is said: "6 May 2025", "May 2025", "2025"; "no date" for none."""
    if not published:
        return "no date"
    try:
        found = date.fromisoformat(published[:10])
    except ValueError:
        pass
    else:
        return f"{found.day} {found:%B %Y}"
    try:
        return f"{date.fromisoformat(published[:7] + '-01'):%B %Y}"
    except ValueError:
        return published


def seen(version: State) -> str:
    """Say since when a version is known: "fetched 6 May 2025 08:00 UTC", "added …"."""
    moment = version.fetched or version.kept
    if moment is None:
        return f"published {day(version.published)}"
    return f"{'fetched' if version.fetched else 'added'} {day(moment)} {moment[11:16]} UTC"


def when(time: TimeExpression) -> str:
    """Give the time a statement is about: the words, and the calendar days they mean."""
    if time.earliest is None:
        return f"“{time.span.text}”"
    told = days(time.earliest, time.latest or time.earliest)
    return told if time.span.text == told else f"{told} (“{time.span.text}”)"


def days(earliest: str, latest: str) -> str:
    """Say which days: "6 May 2025", and of whole months or years their names alone.

    Args:
        earliest: An ISO day, like `latest`.
    """
    if earliest == latest:
        return day(earliest)
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    after = last + timedelta(days=1) if last < date.max else last
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        years = after.year - first.year
        return f"{first.year}" if years == 1 else f"{first.year} to {last.year}"
    if first.day == after.day == 1 and after > first:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B %Y}"
        return f"{first:{'%B' if first.year == last.year else '%B %Y'}} to {last:%B %Y}"
    return f"{day(earliest)} to {day(latest)}"


def source_name(source: Citation | Document) -> str | None:
    """Give what a source goes by: its outlet, else the file it is; None where neither is known."""
    if source.outlet:
        return source.outlet
    return None if web_address(source.address) else file_name(source.address)


def source_day(source: Citation | Document) -> str | None:
    """Give the day of a source; "no date" where it should have one, as what an outlet prints."""
    return day(source.published) if source.published or source.outlet else None


def headline(citation: Citation) -> str:
    """Give outlet, date and title on one line, each as far as it is known.

    A transcript of one's own has no outlet: it goes by its file, and no title that only says so.
    """
    name = source_name(citation)
    title = citation.title
    if title and name and not citation.outlet and _letters(name).startswith(_letters(title)):
        title = None
    parts = [name, source_day(citation), title]
    return " · ".join(each for each in parts if each) or citation.span.document_id


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _correction(citation: Citation) -> str:
    """Give the words of the note, without the end that a sentence has."""
    if citation.correction is None:
        return ""
    words = " ".join(citation.correction.text.split())
    cut = words[:_LONGEST_NOTE].rsplit(" ", 1)[0] + " …" if len(words) > _LONGEST_NOTE else words
    return f": “{cut.rstrip('.')}”"


def notes(citation: Citation) -> list[str]:
    """Say what a careful reader must know of a source: copies, origin, corrections, versions."""
    found = []
    if citation.copies > 1:
        found.append(f"{citation.copies} near-copies in the record")
    if citation.origin:
        found.append(f"goes back to {citation.origin}")
    if citation.version_of:
        found.append("the record keeps another version of it")
    if citation.modified and citation.modified[:10] > (citation.published or "9")[:10]:
        found.append(f"last changed on {day(citation.modified)}")
    if citation.corrected:
        found.append("corrected by the outlet" + _correction(citation))
    return found
