"""Two versions of a plan of a harbour town, for the tests of comparing; everything is invented."""

from __future__ import annotations

from onix.jobs.compare.points.points import find_points
from onix.model import Change, Comparison, Document

OLD = """Plan for the Harbour of Vell
CONFIDENTIAL DRAFT

The Council and the Port have agreed as follows:

1. The Port shall dredge the north channel every spring.
2. The Council guarantees the ferrymen their berths.
3. Ships must wait outside the mole. Pilots will board them there.
4. Fees for fishing boats are frozen for five years.
5. The crane on the east quay shall be taken down.
6. The lighthouse must be repainted by June.
7. The harbour bell will be rung at noon.

Signed at Vell, 2 March
"""

NEW = """Plan for the Harbour of Vell
Page 1 of 1

The Council and the Port have agreed as follows:

1. The Port may dredge the north channel every spring.
2. The lighthouse must be repainted by June.
3. The Council seeks to secure the ferrymen their berths.
4. Ships must wait outside the mole.
5. Pilots will board ships at the mole.
6. Fees for fishing boats are frozen for two years, and the harbour bell will be rung at noon.
7. A museum of rope will be opened in the old store.

Done at Vell, 9 April
"""


def plan(text: str, name: str = "plan", *, published: str | None = None) -> Document:
    """Give a plan of this text."""
    return Document(name, "plan", text, title=name, published=published)


def change_of(found: Comparison, words: str) -> Change:
    """Give the one change whose old or new point begins with these words."""
    (only,) = (
        each
        for each in found.changes
        if any(
            span is not None and span.text.startswith(words) for span in (each.before, each.after)
        )
    )
    return only


def found(text: str) -> list[tuple[str, str, str]]:
    """Give each point's number as written, its whole number and its first three words."""
    return [
        (each.written, ".".join(each.number), " ".join(each.span.text.split()[:3]))
        for each in find_points(plan(text)).points
    ]
