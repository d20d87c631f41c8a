"""What the user named comes in; the bytes behind it go out, one file or page after the other.

Paths, folders, globs, web addresses and standard input end here. A feed stands for the pages it
lists, a sitemap index for its newest sitemaps.
"""

from __future__ import annotations

import glob
import gzip
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal

from onix.errors import FetchError, InputError
from onix.intake.addresses import is_web_address
from onix.intake.feed import Entry, entries, is_feed, sitemaps
from onix.intake.fetch import Fetched, Fetcher, NotModified
from onix.intake.identity import same_site
from onix.intake.raw import LeftOut, Raw, from_path, from_stream
from onix.record import Source

MOST_PAGES = 1000
MOST_SITEMAPS = 20
RECORD_FILE = "record.sqlite"


@dataclass(frozen=True, slots=True)
class Found:
    """Bytes to read documents from.

    Attributes:
        entry: What a feed says of this page, for what the page does not say itself.
        source: To be remembered once the documents are kept.
        note: What a reader should know of where it is from.
    """

    raw: Raw
    entry: Entry | None = None
    source: Source | None = None
    note: str | None = None


Gathered = Found | LeftOut | Source | NotModified
"""A `Source` by itself: remember it when everything before it is kept."""


def from_inputs(
    inputs: Sequence[str | Raw],
    *,
    stdin: BinaryIO | None,
    fetcher: Callable[[], Fetcher],
    outlet: str | None = None,
) -> Iterator[Gathered]:
    """Give what each input stands for, in order; folders and globs sorted by name.

    What was read already (a file that was uploaded) is given as bytes, with its name as address.

    Args:
        fetcher: Gives the one that fetches, where it is needed.
        outlet: To be remembered of what is fetched.
    """
    for given in inputs:
        if isinstance(given, Raw):
            yield from _from_raw(given, fetcher, outlet)
        elif given == "-":
            yield _from_stdin(stdin)
        elif is_web_address(given) or "://" in given[:12]:
            yield from from_web(Source(given, outlet=outlet), fetcher=fetcher())
        else:
            yield from _from_paths(given, fetcher, outlet)


def expected(inputs: Sequence[str | Raw]) -> int | None:
    """Give how many documents the inputs hold, for a progress bar; None when nobody can say."""
    paths = [each for each in inputs if not isinstance(each, Raw)]
    if any(given == "-" or "://" in given[:12] for given in paths):
        return None
    raws = [each for each in inputs if isinstance(each, Raw)]
    if any(_is_json_lines(str(each.address)) or is_feed(each) for each in raws):
        return None
    return len(raws) + sum(
        _lines(path) if _is_json_lines(path.name) else 1 for each in paths for path in _paths(each)
    )


def _is_json_lines(name: str) -> bool:
    return name.removesuffix(".gz").endswith((".jsonl", ".ndjson"))


def _lines(path: Path) -> int:
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b""))
    except (OSError, EOFError, zlib.error):
        return 1  # It will be reported as one that could not be read.


def _from_stdin(stdin: BinaryIO | None) -> Found | LeftOut:
    if stdin is None:
        return LeftOut("-", "Could not read standard input: there is none. Name a file instead.")
    raw = from_stream(stdin)
    return raw if isinstance(raw, LeftOut) else Found(raw)


def _from_raw(raw: Raw, fetcher: Callable[[], Fetcher], outlet: str | None) -> Iterator[Gathered]:
    """Give bytes, or the pages that they list: a feed is named by being given."""
    if is_feed(raw):
        yield from _listed(raw, fetcher(), set(), outlet)
    else:
        yield Found(raw)


def _from_paths(
    given: str, fetcher: Callable[[], Fetcher], outlet: str | None
) -> Iterator[Gathered]:
    is_single = os.path.isfile(given)  # noqa: PTH113 - False where it may not be looked at
    found = False
    for path in _paths(given):
        found = True
        raw = from_path(path)
        if isinstance(raw, LeftOut):
            yield raw
            continue
        if is_single or not is_feed(raw):
            yield from _from_raw(raw, fetcher, outlet)
        else:
            yield LeftOut(
                str(path),
                f"Did not fetch what {path} lists: it is a feed, and the pages of a feed are "
                f"fetched only when it is named. Add them with: onix add {path}",
            )
    if not found:
        yield LeftOut(given, _nothing_there(given))


def _nothing_there(given: str) -> str:
    if not given.strip():
        return "One input is empty, perhaps a variable that is not set. Name a file or folder."
    if Path(given).is_dir():
        return f"Found nothing to read in {given}: it holds no files but hidden ones. Check it."
    if glob.has_magic(given):
        return f"Found no file that matches {given}. Check the folder and the pattern."
    return f"Could not read {given}: there is no such file or folder. Check how it is written."


def _paths(given: str) -> Iterator[Path]:
    if not given.strip():
        return  # to Path, nothing at all is the current folder
    path = Path(given)
    if _is_there(path):
        yield from _under(path)
    elif glob.has_magic(given):
        for match in sorted(glob.glob(given, recursive=True)):  # noqa: PTH207 - may be absolute
            yield from _under(Path(match))


def _is_there(path: Path) -> bool:
    """Is there something, or what may not be looked at, so that reading it says why?"""
    try:
        return path.exists() or path.is_symlink()
    except PermissionError:
        return True


def _under(path: Path) -> Iterator[Path]:
    """Give the file, or the files in the folder and its folders, hidden ones left out.

    A folder that may not be looked into is given itself.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - False where it may not be looked at
        yield path
        return
    closed: list[Path] = []
    for folder, folders, files in os.walk(path, onerror=lambda e: closed.append(Path(e.filename))):
        if RECORD_FILE in files:
            folders.clear()  # A record of Onix is not what it was made from.
            continue
        folders[:] = sorted(name for name in folders if not _is_aside(name, files))
        yield from (Path(folder, name) for name in sorted(files) if not _is_of_system(name))
    yield from closed


def _is_of_system(name: str) -> bool:
    """Is a file hidden, or one that Windows or Word puts beside others ("~$draft.docx")?"""
    return name.startswith((".", "~$")) or name.lower() in {"thumbs.db", "desktop.ini"}


def _is_aside(folder: str, files: Sequence[str]) -> bool:
    """Is the folder hidden, or what a browser saved beside a page ("story_files")?"""
    page = folder.removesuffix("_files")
    return folder.startswith(".") or (
        page != folder and not {f"{page}.html", f"{page}.htm"}.isdisjoint(files)
    )


def from_web(
    known: Source, *, fetcher: Fetcher, seen: set[str] | None = None
) -> Iterator[Gathered]:
    """Give the page at an address, or the pages that the feed there lists.

    Args:
        known: The address, and what is remembered of it: unchanged since, it gives `NotModified`.
        seen: Addresses of pages that a feed may list and that are not to be fetched.
    """
    try:
        page = fetcher.fetch(known.address, etag=known.etag, last_modified=known.last_modified)
    except FetchError as problem:
        yield LeftOut(known.address, str(problem))
        return
    if isinstance(page, NotModified):
        yield page
    elif is_feed(page.raw):
        # Until all its pages are kept, a feed is remembered without what would make the next
        # `onix update` pass over it.
        yield Source(page.asked, "feed", known.outlet)
        is_whole = True
        for each in _listed(page.raw, fetcher, set() if seen is None else seen, known.outlet):
            is_whole = is_whole and not isinstance(each, LeftOut)
            yield each
        if is_whole:
            yield _source(page, "feed", known.outlet)
    else:
        yield Found(page.raw, source=_source(page, "page", known.outlet))


def _source(page: Fetched, kind: Literal["feed", "page"], outlet: str | None) -> Source:
    return Source(
        page.asked,
        kind,
        outlet=outlet,
        etag=page.etag,
        last_modified=page.last_modified,
        fetched=page.raw.fetched,
    )


def _listed(raw: Raw, fetcher: Fetcher, seen: set[str], outlet: str | None) -> Iterator[Gathered]:
    """Give the pages that a feed, a sitemap or a sitemap index lists, each once."""
    name = str(raw.address)
    listed = 0
    fetched = 0
    for page in _pages(raw, fetcher):
        listed += 1
        if isinstance(page, LeftOut):
            yield page
        elif page.address not in seen:
            if fetched == MOST_PAGES:
                yield LeftOut(
                    name,
                    f"Did not fetch every page that {name} lists: at most {MOST_PAGES} are "
                    "fetched at once. Add the addresses of the other pages that you need.",
                )
                return
            fetched += 1
            seen.add(page.address)
            yield _page(page, fetcher, outlet, within=name)
    if not listed:
        yield LeftOut(name, f"Found no pages in {name}: the feed is empty. Try again later.")


def _page(entry: Entry, fetcher: Fetcher, outlet: str | None, *, within: str) -> Found | LeftOut:
    """Give the page of an entry, or what the feed has of it where that is not to be had.

    Args:
        within: The feed's address. What it says of another outlet's pages is not theirs.
    """
    try:
        page = fetcher.fetch(entry.address)
    except FetchError as problem:
        if entry.content is None or not same_site(entry.address, within):
            return LeftOut(entry.address, str(problem))
        return Found(_carried(entry), entry, note=f"as the feed has it: {problem}")
    assert isinstance(page, Fetched)  # noqa: S101 - for mypy: 304 is no answer to a plain request
    return Found(page.raw, entry, _source(page, "page", outlet))


def _carried(entry: Entry) -> Raw:
    """Give the article that a feed carries as the page that could not be fetched."""
    page = f"<!doctype html><html><body><article>{entry.content}</article></body></html>"
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Raw(entry.address, page.encode(), "text/html; charset=utf-8", now)


def _pages(raw: Raw, fetcher: Fetcher) -> Iterator[Entry | LeftOut]:
    try:
        indexed = sitemaps(raw)
        if indexed is None:
            yield from entries(raw) or ()
            return
    except InputError as problem:
        yield LeftOut(str(raw.address), str(problem))
        return
    for each in indexed[:MOST_SITEMAPS]:
        try:
            sitemap = fetcher.fetch(each.address)
            if isinstance(sitemap, Fetched):
                yield from entries(sitemap.raw) or ()
        except (FetchError, InputError) as problem:
            yield LeftOut(each.address, str(problem))
