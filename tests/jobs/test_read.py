"""Reading without keeping: what comes in comes out in order, whatever fails."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from onix.errors import InputError
from onix.intake import LeftOut
from onix.jobs.read import read
from onix.model import Document, Marks


class FirstWord:
    """A reader that marks the whole text as one sentence, and breaks on the word "break"."""

    def read(self, documents: Iterable[Document]) -> Iterator[Marks]:
        """Give the marks."""
        for each in documents:
            if "break" in each.text:
                raise RuntimeError("broken")
            yield Marks(each, sentences=(each.span(0, len(each.text)),))


def first_word() -> FirstWord:
    """Make the reader; a worker process imports this by its name."""
    return FirstWord()


def lines(*texts: str) -> bytes:
    """JSON Lines with these texts, numbered from 0."""
    made = [json.dumps({"doc_id": f"d{n}", "text": text}) for n, text in enumerate(texts)]
    return "\n".join(made).encode()


def ids(results: Iterable[Marks | LeftOut]) -> list[str]:
    """The ids of the documents in order; what was left out has its address."""
    return [each.document.id if isinstance(each, Marks) else each.address for each in results]


def test_lines_of_standard_input_come_out_in_order() -> None:
    """Each line gives its marks under its own id, with the text as it was given."""
    stdin = io.BytesIO(lines("One  two.\n", "Three."))
    found = list(read(["-"], stdin=stdin, reader=first_word))
    assert ids(found) == ["d0", "d1"]
    assert isinstance(found[0], Marks)
    assert found[0].document.text == "One  two.\n"
    assert found[0].sentences[0].text == "One  two.\n"


def test_packed_lines_are_unpacked() -> None:
    """A gzipped archive on standard input is read like a plain one."""
    stdin = io.BufferedReader(io.BytesIO(gzip.compress(lines("One.", "Two."))))
    assert ids(read(["-"], stdin=stdin, reader=first_word)) == ["d0", "d1"]


def test_a_bad_line_keeps_its_place() -> None:
    """What cannot be read stands between its neighbours with the line and the remedy."""
    stdin = io.BytesIO(
        b'{"doc_id": "a", "text": "One."}\nnot json\n{"doc_id": "b", "text": "Two."}'
    )
    first, bad, last = read(["-"], stdin=stdin, reader=first_word)
    assert isinstance(bad, LeftOut)
    assert "line 2" in bad.why
    assert ids([first, last]) == ["a", "b"]


def test_a_document_the_reader_fails_on_keeps_its_place() -> None:
    """The others are read, and that one says why it was not."""
    stdin = io.BytesIO(lines("One.", "break", "Two."))
    found = list(read(["-"], stdin=stdin, reader=first_word))
    assert ids(found) == ["d0", "d1", "d2"]
    broken = found[1]
    assert isinstance(broken, Marks)
    assert broken.unread == "Could not read d1: the reader failed (RuntimeError: broken)."
    assert broken.sentences == ()


def test_many_documents_are_read_in_processes_and_stay_in_order() -> None:
    """Two processes give the same as one, line for line."""
    texts = [f"Story {number}. " + "word " * 3000 for number in range(40)]
    texts[7] = "break"
    apart = list(read(["-"], stdin=io.BytesIO(lines(*texts)), workers=2, reader=first_word))
    here = list(read(["-"], stdin=io.BytesIO(lines(*texts)), workers=1, reader=first_word))
    assert apart == here
    assert ids(apart) == [f"d{number}" for number in range(40)]


def test_few_documents_start_no_process() -> None:
    """With little to read, more workers change nothing but would cost their start."""
    found = read(["-"], stdin=io.BytesIO(lines("One.")), workers=4, reader=lambda: FirstWord())
    assert ids(found) == ["d0"]


def test_files_are_read_with_what_is_said_of_them(tmp_path: Path) -> None:
    """The outlet and the date given on the command line beat what the files say."""
    archive = tmp_path / "a.jsonl"
    archive.write_bytes(lines("One."))
    for given, stdin in ((str(archive), None), ("-", io.BytesIO(lines("One.")))):
        (found,) = read(
            [given],
            outlet="The Port Courier",
            published="2025-03-02",
            stdin=stdin,
            reader=first_word,
        )
        assert isinstance(found, Marks)
        assert found.document.outlet == "The Port Courier"
        assert found.document.published == "2025-03-02"


def test_a_missing_file_is_left_out_with_its_name(tmp_path: Path) -> None:
    """A file that is not there is named, and the next one is read."""
    there = tmp_path / "there.txt"
    there.write_text("The mayor resigned on Monday.\n")
    missing, found = read([str(tmp_path / "none.txt"), str(there)], reader=first_word)
    assert isinstance(missing, LeftOut)
    assert "none.txt" in missing.why
    assert isinstance(found, Marks)


def test_an_option_that_means_nothing_is_refused_at_once() -> None:
    """A wrong date or format is said before anything is read."""
    with pytest.raises(InputError, match="is no date"):
        read(["-"], published="soon", stdin=io.BytesIO(b""), reader=first_word)
    with pytest.raises(InputError, match="standard input"):
        read(["-"], reader=first_word)


def test_a_folder_stands_for_the_files_in_it(tmp_path: Path) -> None:
    """A folder is read file by file, in the order of the names."""
    for name in ("b", "a"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"doc_id": name, "text": "One."}))
    assert ids(read([str(tmp_path)], reader=first_word)) == ["a", "b"]


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """An address is refused with what to do instead, before any network is touched."""
    with pytest.raises(InputError, match="onix add ADDRESS"):
        list(read(["https://paper.example/story"], reader=first_word))


def test_events_are_given_when_they_are_asked_for(tmp_path: Path) -> None:
    """What happened, with its own day and whom "she" means; without asking there are none."""
    story = tmp_path / "a.jsonl"
    line = {
        "text": "Ada Brandt resigned. She left the town on Monday.",
        "published": "2025-03-12",
    }
    story.write_text(json.dumps(line))
    (plain,) = read([str(story)])
    (found,) = read([str(story)], events=True)
    assert isinstance(plain, Marks)
    assert isinstance(found, Marks)
    assert plain.events == ()
    assert [(each.who, each.when.value if each.when else None) for each in found.events] == [
        (("Ada Brandt",), None),
        (("Ada Brandt",), "2025-03-10"),
    ]
    french = tmp_path / "b.txt"
    french.write_text("Le maire a fermé le pont et les quais de la ville hier soir.")
    left, unread = read([str(tmp_path / "none.html"), str(french)], events=True)
    assert not isinstance(left, Marks)
    assert isinstance(unread, Marks)
    assert unread.events == ()
