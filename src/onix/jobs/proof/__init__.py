"""`onix proof`: what a saved check says, tried again, with or without the documents it cites.

In: the bytes of a saved check, and the documents there are. Out: a line for each thing that it
says: proved, not proved, or not to be told without the document. A hash shows that nothing has
changed since it was made; who made it, it does not show.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onix.jobs.check.saved import located, read_saved, sha256_of
from onix.jobs.proof.alone import draft_line, finding_line, given_draft, whole
from onix.jobs.proof.documents import as_cited, cited_lines, judged_again, newer
from onix.jobs.proof.lines import Line, State
from onix.model import Document
from onix.record import Record

__all__ = ["Line", "Proof", "State", "proof"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of a saved check.

    Attributes:
        sha256: The hash that it has over itself, to be compared with the one its maker gives.
        with_documents: Documents were named, so that all of it should be proved.
        notes: What a reader should know of the documents: newer versions of them.
    """

    name: str
    sha256: str
    made: str
    onix: str
    lines: tuple[Line, ...]
    with_documents: bool
    notes: tuple[str, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Is everything proved that can be with what was given?"""
        failing = ("not proved", "unknown") if self.with_documents else ("not proved",)
        return not any(each.state in failing for each in self.lines)


def proof(
    data: bytes,
    name: str,
    *,
    against: Iterable[Document] = (),
    record: Record | None = None,
    draft: Document | None = None,
) -> Proof:
    """Try everything that a saved check says.

    1. Without documents: the file is whole, hashes and offsets fit, words called verbatim agree.
    2. The draft is the one that was checked, where it is given.
    3. Each document is there with the same text, and the passages stand where it says; by those
       that are there, what is not verbatim is judged again.

    Args:
        data: The file, which goes by `name` in messages.

    Raises:
        InputError: It is no saved check, or one of a newer layout.
    """
    value = read_saved(data, name)
    given = list(against)
    notes: list[str] = []
    # 1.
    lines = [whole(value, data), draft_line(value)]
    for number, finding in enumerate(value["findings"], start=1):
        lines.append(finding_line(number, finding, value))
    # 2.
    if draft is not None:
        lines.append(given_draft(value, draft))
    # 3.
    there: dict[str, Document] = {}
    for cited in value["documents"]:
        kept = [] if record is None else located(record, cited)
        same = [each for each in (*given, *kept) if sha256_of(each.text) == cited["text_sha256"]]
        lines += cited_lines(cited, same, given, value)
        if same:
            there[cited["id"]] = as_cited(same[0], cited["id"])
        if record is not None:
            notes += newer(record, cited, kept, value)
    lines += judged_again(value, there)
    with_documents = bool(given) or record is not None
    return Proof(
        name,
        value["sha256"],
        value["made"],
        value["onix"],
        tuple(lines),
        with_documents,
        tuple(notes),
    )
