"""Passages found by words: in come passages and queries, out go ids and scores.

The tantivy index is derived from the store and disposable; this file knows nothing of SQLite.
It lives in `index/N/`, and the file `index/current` names the folder in use, so that an index
made anew takes the place of the old one in a single rename.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onix.model import Document, Passage
from onix.record.analysis import FORMAT, analyzer, schema, term
from onix.record.factors import Factors, richness
from onix.record.query import Query, Standing, day_number, outlet_number
from onix.record.querying import wanted

if TYPE_CHECKING:
    import tantivy

HEAP = 48_000_000  # bytes that wait in memory before tantivy writes a segment
LOOKED_AT = 1_000  # at least so many passages, where more than words decides

Found = tuple[str, int, float]  # document id, passage number, score


class IndexDamagedError(Exception):
    """The index is missing, of another format, or cannot be read: it has to be made anew."""


@contextmanager
def _read_soundly() -> Iterator[None]:
    """Turn tantivy's reports of a damaged index into IndexDamagedError; a full disk stays one."""
    try:
        yield
    except (ValueError, OSError) as problem:
        if is_disk_full(problem):
            raise OSError("No space left on device") from problem
        raise IndexDamagedError(str(problem)) from problem
    except BaseException as problem:
        # A panic inside tantivy comes as a BaseException of a module that cannot be imported.
        if type(problem).__name__ == "PanicException":
            raise IndexDamagedError(str(problem)) from problem
        raise


def is_disk_full(problem: BaseException) -> bool:
    """Does this error, in whatever words, say that nothing more can be written?"""
    return any(
        words in str(problem) for words in ("No space left", "StorageFull", "File too large")
    )


class Search:
    """The index in `folder` (one of `index/N`), open for searching and, once asked, for writing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._writer: tantivy.IndexWriter | None = None
        self._seen: tuple[int, int] | None = None
        self._sequence: int | None = None  # None: nothing was ever committed
        # What was found last, in the same state: a page asks for an answer, then for the passages.
        self._last: tuple[object, int, list[Found]] | None = None
        # What tantivy found last, before what only changes the order: the search of the page has
        # other preferences than that of the answer.
        self._hits: tuple[object, list[tuple[float, Any]]] | None = None
        self._open()

    # -- where an index lives ------------------------------------------------------------------

    @classmethod
    def open(cls, index: Path) -> Search:
        """Give the index that `index/current` names. Raises IndexDamagedError."""
        try:
            number, format_ = (index / "current").read_text().split()
        except (OSError, ValueError) as problem:
            raise IndexDamagedError(f"{index / 'current'} is missing or damaged") from problem
        if format_ != f"format-{FORMAT}":
            raise IndexDamagedError(f"{index} has {format_}")
        return cls(index / Path(number).name)

    @classmethod
    def fresh(cls, index: Path) -> Search:
        """Give an empty index beside the current one; `publish` puts it in its place."""
        taken = [int(each.name) for each in index.glob("*") if each.name.isdigit()]
        folder = index / str(max(taken, default=0) + 1)
        folder.mkdir(parents=True)
        return cls(folder)

    @classmethod
    def borrowed(cls, index: Path, elsewhere: Path) -> Search:
        """Give the index of a folder that cannot be written, as tantivy cannot open it there.

        It wants to lock; so `elsewhere` gets links to the files, which nobody will change.
        """
        try:
            folder = index / Path((index / "current").read_text().split()[0]).name
            for file in folder.iterdir():
                if file.suffix != ".lock":
                    (elsewhere / file.name).symlink_to(file.resolve())
        except (OSError, IndexError) as problem:
            raise IndexDamagedError(str(problem)) from problem
        return cls(elsewhere)

    def publish(self) -> None:
        """Make this the index that is used from now on, and delete every other."""
        index = self.folder.parent
        waiting = index / "current.new"
        waiting.write_text(f"{self.folder.name} format-{FORMAT}\n")
        waiting.replace(index / "current")
        for other in index.iterdir():
            if other.is_dir() and other != self.folder:
                shutil.rmtree(other, ignore_errors=True)

    def is_current(self) -> bool:
        """Has no other process put a new index in this one's place?"""
        with suppress(OSError, IndexError):
            name = (self.folder.parent / "current").read_text().split()[0]
            return name == self.folder.name
        return True  # cannot be told, so what is open stays in use

    def _open(self) -> None:
        import tantivy

        with _read_soundly():
            self._index = tantivy.Index(schema(), path=str(self.folder), reuse=True)
            self._index.register_tokenizer("news", analyzer())
            self._index.config_reader(reload_policy="manual")
        self.refresh()

    def refresh(self) -> None:
        """See what was committed last, here or by another process."""
        with _read_soundly():
            status = (self.folder / "meta.json").stat()
            if self._seen == (status.st_mtime_ns, status.st_ino):
                return
            self._index.reload()
            self._searcher = self._index.searcher()
            self._last = self._hits = None
            self._sequence = self._read_sequence()
            self._seen = (status.st_mtime_ns, status.st_ino)

    def _read_sequence(self) -> int | None:
        import tantivy

        query = tantivy.Query.exists_query("sequence")
        hits = self._searcher.search(query, 1, count=False).hits
        return int(self._searcher.doc(hits[0][1])["sequence"][0]) if hits else None

    # -- the five calls of the Index seam ------------------------------------------------------

    def add(
        self, passages: Sequence[tuple[Passage, Document]], *, standing: Standing | None = None
    ) -> None:
        """Put passages in; `standing` is that of their documents."""
        import tantivy

        writer = self._writing()
        standing = standing or Standing()
        for passage, document in passages:
            entry = tantivy.Document()
            entry.add_text("id", document.id)
            names, figures = richness(passage.span.text)
            for name, number in (
                ("number", passage.number),
                ("start", passage.span.start),
                ("end", passage.span.end),
                ("names", names),
                ("figures", figures),
            ):
                entry.add_integer(name, number)
            entry.add_text("text", passage.span.text)
            if document.title:
                entry.add_text("title", document.title)
            if document.outlet:
                entry.add_integer("outlet", outlet_number(document.outlet))
            for name, day in (
                ("day", day_number(document.published)),
                ("appears", standing.appears),
                ("superseded", standing.superseded),
            ):
                if day is not None:
                    entry.add_integer(name, day)
            with _read_soundly():
                writer.add_document(entry)

    def remove(self, document_id: str) -> None:
        """Take a document's passages out of what is found after `commit`."""
        with _read_soundly():
            self._writing().delete_documents_by_term("id", document_id)

    def commit(self, sequence: int) -> None:
        """Make all of it durable, with the number of the last change of the store it holds."""
        import tantivy

        writer = self._writing()
        with _read_soundly():
            everything = tantivy.Query.exists_query("sequence")
            writer.delete_documents_by_query(everything)
            mark = tantivy.Document()
            mark.add_integer("sequence", sequence)
            writer.add_document(mark)
            writer.commit()
        self.refresh()

    def sequence(self) -> int:
        """The number given to the last `commit` that `refresh` saw; 0 for an empty index."""
        return self._sequence or 0

    def search(
        self, words: str, *, limit: int, query: Query | None = None, newest: int | None = None
    ) -> list[Found]:
        """Give (document id, passage number, score), best first, none that overlap.

        Args:
            words: Any text.
            limit: How many at most.
            query: Filters and boosts; its own words and limit are not looked at.
            newest: The day to which age counts where the query has no `as_of`.
        """
        query = replace(query or Query(words), words=words, limit=0)
        key = query, newest, query.holds_undated
        if self._last is not None and self._last[0] == key and 0 < limit <= self._last[1]:
            return self._last[2][:limit]
        if limit < 1:
            return []
        factors = Factors(words, query, newest)
        with _read_soundly():
            found = self._best(query, factors, limit)
        if factors.change_order and _looked_at(limit, factors) == LOOKED_AT:
            self._last = key, limit, found  # as many were looked at as for any lower limit
        return list(found)

    # -- what is found --------------------------------------------------------------------------

    def _best(self, query: Query, factors: Factors, limit: int) -> list[Found]:
        """Give the best by score × factors that do not overlap, of all that are looked at.

        Where factors change the order these are a thousand or more. One look at so many takes
        less time than a short one that has to be repeated for most questions.
        """
        hits = self._found(query, _looked_at(limit, factors))
        factor = factors.of(self._searcher, [address for _, address in hits])
        scored = [
            (score * times, address) for (score, address), times in zip(hits, factor, strict=True)
        ]
        return self._apart(sorted(scored, key=lambda each: -each[0]), limit)

    def _found(self, query: Query, most: int) -> list[tuple[float, Any]]:
        """Give the score and the place of the passages that fit best by words and filters alone."""
        plainly = replace(query, recency=True, boost_outlets=(), boost_since=None, boost_until=None)
        key = plainly, query.holds_undated, most
        if self._hits is None or self._hits[0] != key:
            asked = wanted(self._searcher, query.words, query)
            hits = [] if asked is None else self._searcher.search(asked, most, count=False).hits
            self._hits = key, hits
        return self._hits[1]

    def _apart(self, scored: Sequence[tuple[float, Any]], limit: int) -> list[Found]:
        """Give the first of these that overlap none before them."""
        found: list[Found] = []
        held: dict[str, list[tuple[int, int]]] = {}
        for score, address in scored:
            entry = self._searcher.doc(address)
            id = str(entry["id"][0])
            start, end = int(entry["start"][0]), int(entry["end"][0])
            places = held.setdefault(id, [])
            if all(end <= begin or start >= stop for begin, stop in places):
                places.append((start, end))
                found.append((id, int(entry["number"][0]), score))
                if len(found) == limit:
                    break
        return found

    # -- writing -------------------------------------------------------------------------------

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            with _read_soundly():
                # One thread: two reading workers have the cores.
                self._writer = self._index.writer(HEAP, 1)
        return self._writer

    def abandon(self) -> None:
        """Let go of the writer without committing; what was added since is forgotten."""
        self._writer = None

    def close(self) -> None:
        """Let go of the writer once tantivy's own tidying is done."""
        writer, self._writer = self._writer, None
        if writer is not None:
            with _read_soundly():
                writer.wait_merging_threads()

    # -- what verification asks ----------------------------------------------------------------

    def size(self) -> int:
        """Give the number of passages that the index holds."""
        return int(self._searcher.num_docs) - (self._sequence is not None)

    def numbers(self, document_id: str, *, expected: int) -> list[int]:
        """Give the passage numbers of a document that the index holds, in order."""
        with _read_soundly():
            query = term("id", document_id)
            hits = self._searcher.search(query, expected + 10, count=False).hits
            return sorted(int(self._searcher.doc(hit)["number"][0]) for _, hit in hits)


def _looked_at(limit: int, factors: Factors) -> int:
    few = 4 * limit + 50  # a passage overlaps two or three others
    return max(few, LOOKED_AT) if factors.change_order else few
