"""The record: documents and their marks, kept for good, found again by id, name and words."""

from onix.record.citing import origins
from onix.record.contents import Contents, Listed, State
from onix.record.keeping import Kept
from onix.record.missing import Missing
from onix.record.names import KnownName
from onix.record.opening import discard_if_empty, open_record
from onix.record.parts import Part
from onix.record.placing import Outcome, Placed
from onix.record.query import Query
from onix.record.record import Record
from onix.record.sources import Source
from onix.record.tombstones import Tombstone
from onix.record.verification import Damage, Verification
from onix.record.watched import WatchedCheck

__all__ = [
    "Contents",
    "Damage",
    "Kept",
    "KnownName",
    "Listed",
    "Missing",
    "Outcome",
    "Part",
    "Placed",
    "Query",
    "Record",
    "Source",
    "State",
    "Tombstone",
    "Verification",
    "WatchedCheck",
    "discard_if_empty",
    "open_record",
    "origins",
]
