"""Which version of a plan an article speaks of: versions and an article in, a place out.

By its day of publication, where all have theirs. Else by what only one version has: an article
with "400 observers" speaks of that which has them, and not of the newest, which has 250.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

from onix.jobs.compare.objections.lengths import lengths
from onix.jobs.compare.objections.references import Plan, amounts, without_references
from onix.jobs.compare.pairs.likeness import small_stems, stems
from onix.model import Document, Marks, TimeExpression

_WORDS = 3  # words of one version, and twice those of any other, that tell where no figure does


def version_meant(versions: Sequence[Document], plans: Sequence[Plan], marks: Marks) -> int:
    """Give the place of the version that an article speaks of; the newest where nothing tells."""
    day = marks.document.day
    days = [each.day for each in versions]
    if day is not None and None not in days:
        there = [at for at, each in enumerate(days) if each is not None and each <= day]
        return max(there, default=0)
    text = without_references(_without_dates(marks.document.text, marks.times))
    said = {*amounts(text), *lengths(text)}
    figures = _own([{*amounts(own), *lengths(own)} for own in _texts(plans)], said)
    if figures.count(max(figures)) == 1:
        return figures.index(max(figures))
    words = _own(
        [set(stems(own)) - small_stems() for own in _texts(plans)],
        set(stems(marks.document.text)),
    )
    first, second, *_ = [*sorted(words, reverse=True), 0]
    tells = first >= _WORDS and first >= 2 * second
    return words.index(first) if tells else len(versions) - 1


def _texts(plans: Sequence[Plan]) -> list[str]:
    return ["\n".join(plan.texts) for plan in plans]


def _own(versions: Sequence[Collection[Hashable]], said: Collection[Hashable]) -> list[int]:
    """Count for each version what an article says that it has and no other."""
    return [
        sum(
            each in said and not any(each in other for other in versions if other is not version)
            for each in version
        )
        for version in versions
    ]


def _without_dates(text: str, times: Sequence[TimeExpression]) -> str:
    """Give a text with spaces in the place of its dates, whose figures are of no plan."""
    for each in times:
        if each.type in {"DATE", "TIME"}:
            span = each.span
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
