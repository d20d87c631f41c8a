"""What a record holds, whether it is sound, and what was taken out of it.

Comes in: the values of `onix.record`. Goes out: blocks, or JSON of the same fields.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onix.cli.terminal import Block, Piece, block, write
from onix.jobs.sources import day, seen

if TYPE_CHECKING:
    from onix.jobs.listing import WithVersions
    from onix.record import Tombstone
    from onix.record.contents import Contents, Listed, State
    from onix.record.verification import Verification


def show_contents(found: Contents, path: Path, *, as_json: bool) -> None:
    """Print what the record holds."""
    if as_json:
        _print_json({"record": str(path), **asdict(found)})
    else:
        write(contents_blocks(found, path))


def show_list(found: Sequence[WithVersions], total: int, *, as_json: bool) -> None:
    """Print documents with their versions, and how many more there are."""
    if as_json:
        _print_json({"documents": [_listed(each) for each in found], "total": total})
    else:
        write(list_blocks(found, total))


def _listed(found: WithVersions) -> dict[str, object]:
    return {**asdict(found.document), "versions": [asdict(each) for each in found.versions]}


def list_blocks(found: Sequence[WithVersions], total: int) -> list[Block]:
    """Give two lines a document, and a third where it has older versions."""
    if not found:
        return [block("No document passes these filters. See what there is with: onix record")]
    blocks = []
    for document, versions in ((each.document, each.versions) for each in found):
        blocks.append(block(Piece(_name(document), "strong"), hanging=2))
        where = (document.outlet, day(document.published), document.kind, document.address)
        blocks.append(block(Piece(" · ".join(filter(None, where)), "quiet"), indent=4))
        if len(versions) > 1:
            told = ", ".join(map(_version, versions))
            blocks.append(block(f"{len(versions)} versions: {told}", indent=4, hanging=2))
    if len(found) < total:
        blocks.append(block(f"and {total - len(found):,} more. All: --limit 0"))
    return blocks


def _version(each: State) -> str:
    return f"{each.id} ({seen(each)})"


def show_verification(found: Verification, *, as_json: bool) -> None:
    """Print what was looked at, and what is wrong with a remedy."""
    if as_json:
        _print_json({"is_sound": found.is_sound, **asdict(found)})
    else:
        write(verification_blocks(found))


def show_rebuilt(passages: int, *, as_json: bool) -> None:
    """Print how large the new index is."""
    if as_json:
        _print_json({"passages": passages})
    else:
        write([block(f"Made the index anew: it holds {_many(passages, 'passage')}.")])


def show_removed(stones: Sequence[Tombstone], *, as_json: bool) -> None:
    """Print what is left of the documents that were taken out."""
    if as_json:
        _print_json({"removed": [asdict(each) for each in stones]})
        return
    for each in stones:
        write([block(Piece("removed: ", "strong"), f"{_name(each)}; when, why and its hash stay.")])


def contents_blocks(found: Contents, path: Path) -> list[Block]:
    """Give the overview: sums, dates, outlets, then the lists that need a look."""
    sums = (
        f": {_many(found.documents, 'document')}, {_many(found.words, 'word')}, "
        f"{_many(found.passages, 'passage')}, {found.size / 1e6:,.1f} MB on disk"
    )
    blocks = [block(Piece(str(path), "strong"), sums)]
    if found.versions:
        blocks.append(block(f"{_many(found.versions, 'older version')} among them"))
    if found.first and found.last:
        blocks.append(block(_published(found.first, found.last)))
    if found.outlets:
        blocks += [block(), block(Piece("Outlets", "strong"))]
        blocks += [
            block(f"{outlet or 'unknown outlet'}: {count:,}", indent=2)
            for outlet, count in found.outlets
        ]
    for title, listed in (
        ("Without a date", found.undated),
        ("Not read", found.unread),
        ("Looks cut off", found.cut),
        ("Corrected by the outlet", found.corrected),
    ):
        blocks += _list(title, listed)
    if found.groups:
        blocks += [block(), block(Piece(f"Near-copies ({len(found.groups)})", "strong"))]
        blocks += [block(" = ".join(group), indent=2, hanging=2) for group in found.groups]
    if found.sources:
        blocks += [block(), block(Piece(f"Fetched again ({len(found.sources)})", "strong"))]
        blocks += [block(f"{each.kind} {each.address}", indent=2) for each in found.sources]
    if found.left_out:
        blocks += [block(), block(Piece(f"Left out ({len(found.left_out)})", "strong"))]
        blocks += [
            block(f"{day(each.tried)}: {each.address}, because: {each.why}", indent=2, hanging=2)
            for each in found.left_out
        ]
    if found.removed:
        blocks += [block(), block(Piece(f"Removed ({len(found.removed)})", "strong"))]
        blocks += [
            block(f"{day(each.removed)}: {_name(each)}, because: {each.why}", indent=2, hanging=2)
            for each in found.removed
        ]
    return blocks


def _published(first: str, last: str) -> str:
    one, other = day(first), day(last)
    return f"Published on {one}" if one == other else f"Published from {one} to {other}"


def verification_blocks(found: Verification) -> list[Block]:
    """Give what was looked at, then each damaged thing and what to do."""
    looked = f"{_many(found.documents, 'document')} and {_many(found.passages, 'passage')}"
    if found.is_sound:
        return [block(f"Sound: {looked} are as they were kept, and the index holds them all.")]
    blocks = [block(Piece(f"Not sound: looked at {looked}.", "warning"))]
    blocks += [
        block(f"{each.document_id}: {each.why}", indent=2, hanging=2)
        for each in (*found.damaged, *found.index)
    ]
    if found.remedy:
        blocks.append(block(found.remedy))
    return blocks


def _list(title: str, listed: Sequence[Listed]) -> list[Block]:
    if not listed:
        return []
    blocks = [block(), block(Piece(f"{title} ({len(listed)})", "strong"))]
    for each in listed:
        why = f": {each.why}" if each.why else ""
        blocks.append(block(f"{_name(each)}{why}", indent=2, hanging=2))
        if each.address and each.title:
            blocks.append(block(Piece(each.address, "quiet"), indent=4))
    return blocks


def _name(thing: Listed | Tombstone) -> str:
    return f"{thing.id} · {thing.title or thing.address or ''}".rstrip(" ·")


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _print_json(found: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
