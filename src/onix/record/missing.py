"""What was to be added and is not in the record: by its address, with the reason.

In: what became of a batch. Out: a list that outlives the run, so that nobody takes what is missing
for what never was. No word of a document stands here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from onix.record.store import Store

MOST: Final = 1_000  # that are remembered, those that were tried last


@dataclass(frozen=True, slots=True)
class Missing:
    """What was left out when it was last to be added: `tried` is an ISO date-time in UTC."""

    address: str
    why: str
    tried: str


def missing(store: Store) -> list[Missing]:
    """Give what was left out, what was tried last first."""
    rows = store.rows("SELECT address, why, tried FROM left_out ORDER BY tried DESC, address")
    return [_shown(store, Missing(*row)) for row in rows]


def is_any(store: Store) -> bool:
    """Was anything left out and is not there yet?"""
    return store.row("SELECT 1 FROM left_out LIMIT 1") is not None


def _shown(store: Store, each: Missing) -> Missing:
    """Leave the folders of this machine out of both, where they are not to be said."""
    address = store.shown(each.address) or each.address
    if address == each.address:
        return each
    return Missing(address, each.why.replace(each.address, address), each.tried)


def remember(
    store: Store, left_out: Mapping[str, str], there: Collection[str], *, tried: str
) -> None:
    """Keep why each address is missing, and forget those that are there; in a transaction."""
    store.run_all("DELETE FROM left_out WHERE address = ?", [(each,) for each in there])
    store.run_all(
        "INSERT OR REPLACE INTO left_out (address, why, tried) VALUES (?, ?, ?)",
        [(address, why, tried) for address, why in left_out.items()],
    )
    store.run(
        "DELETE FROM left_out WHERE address NOT IN"
        " (SELECT address FROM left_out ORDER BY tried DESC, address LIMIT ?)",
        (MOST,),
    )
