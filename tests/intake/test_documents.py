"""The door of the intake: any bytes under any name, from files and streams, never an exception."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onix.errors import InputError
from onix.intake import FORMATS, LeftOut, Raw, from_path, from_stream, read_documents
from onix.intake.formats import extension_of
from onix.model import Document
from tests.intake.reading import everything, one

EXTENSIONS = ("txt", "md", "html", "mhtml", "webarchive", "vtt", "srt", "json", "jsonl", "xml")
NAMES = st.one_of(
    st.sampled_from([*EXTENSIONS, "pdf", "docx", "gz"]).map(lambda extension: f"a.{extension}"),
    st.sampled_from(["a", "https://courier.example/2025/11/26/a", "a\x1b[31m\n.txt", "\ud800.txt"]),
)
STARTS = st.sampled_from(
    [
        b"",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n",
        b"1\n00:00:01,000 --> 00:00:02,000\n",
        b'{"text": "',
        b"[{",
        b"---\ntitle: ",
        b"<!doctype html><title>",
        b"<html><article><p>",
        b"<?xml version='1.0'?><rss xmlns:wp='http://wordpress.org/export/1.2/'><item>",
        b"%PDF-1.4\n1 0 obj <<",
        b"PK\x03\x04word/document.xml",
        b"bplist00",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
        b"\x1f\x8b\x08\x00",
        b"ROE: ",
        b"# ",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ]
)
MARKS = b"""ROE: |00:03.000 --> 00:04.000|<v Roe>|</p>|<td>|Q: |A: |"}|By Roe|1. |<h1>|<time>"""
PIECES = st.lists(
    st.one_of(
        st.binary(max_size=40),
        st.text(max_size=40).map(lambda text: text.encode("utf-8", "replace")),
        st.sampled_from([b"\n\n", b'<script type="application/ld+json">', b"| a |"]),
        st.sampled_from([each + b"\n" for each in MARKS.split(b"|")]),
    ),
    max_size=12,
).map(b"".join)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, STARTS, PIECES, st.sampled_from([None, None, *FORMATS]), st.booleans())
def test_any_bytes_give_documents_or_a_reason(
    name: str, start: bytes, rest: bytes, form: str | None, packed: bool
) -> None:
    """Never an exception, never nothing; spans give back their words, and all of it can be kept."""
    data = gzip.compress(start + rest) if packed else start + rest
    found = everything(name, data, format=form)
    assert found
    for each in found:
        if isinstance(each, LeftOut):
            assert each.why.startswith("Could not read ")
            assert each.why.endswith(".")
            assert "a fault of Onix" not in each.why
            assert "\n" not in each.why
            assert "\x1b" not in each.why + each.address
            each.why.encode()
        else:
            assert each.text.strip()
            assert each.id
            each.text.encode()
            assert "\0" not in each.text


@given(st.text(max_size=300))
def test_reading_a_text_twice_gives_the_same_document(text: str) -> None:
    """Adding twice equals adding once."""
    data = text.encode("utf-8", "replace")
    assert everything("a.txt", data) == everything("a.txt", data)


@given(st.text(max_size=300))
def test_what_was_read_once_is_read_again_as_it_is(text: str) -> None:
    """Normalising happens once: the text of a document, saved as a file, is that text."""
    for first in everything("a.txt", text.encode("utf-8", "replace"), format="text"):
        if isinstance(first, Document):
            assert one("b.txt", first.text, format="text").text == first.text


def test_an_option_that_means_nothing_is_refused_at_once() -> None:
    """Before anything is read; the message has what to write."""
    with pytest.raises(InputError, match='No format is called "poem"'):
        read_documents(Raw("a.txt", b"x"), format="poem")
    with pytest.raises(InputError, match="is no date"):
        read_documents(Raw("a.txt", b"x"), published="last week")


def test_files_are_read_from_the_disk(tmp_path: Path) -> None:
    """With their path as address."""
    path = tmp_path / "a.txt"
    path.write_text("The mayor resigned.")
    raw = from_path(path)
    assert isinstance(raw, Raw)
    assert (raw.address, raw.data) == (str(path), b"The mayor resigned.")
    stream = from_stream(io.BytesIO(b"The mayor resigned."))
    assert isinstance(stream, Raw)
    assert stream.address is None
    assert [each.address for each in read_documents(stream)] == [None]


def test_what_is_no_file_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, a pipe, nothing, too much."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text("The mayor resigned.")
    monkeypatch.setattr("onix.intake.raw.LARGEST_INPUT", 10)
    for path, says in (
        (tmp_path, "it is a folder"),
        (tmp_path / "pipe", "not a plain file"),
        (tmp_path / "gone.txt", "No such file or directory"),
        (tmp_path / "a\0b", "Check the name"),
        (tmp_path / "a.txt", "at most 0 MB are read at once"),
    ):
        left = from_path(path)
        assert isinstance(left, LeftOut)
        assert says in left.why
    left = from_stream(io.BytesIO(b"The mayor resigned."))
    assert isinstance(left, LeftOut)
    assert left.why.startswith("Could not read standard input: it has over 0 MB")


def test_names_and_media_types_decide_where_bytes_do_not() -> None:
    """What the bytes show comes first, then the name, then the server's word."""
    assert one("a", "# Plan\n\nIt is *long*.", media_type="text/markdown").title == "Plan"
    assert one("a.md", "# Plan\n\nIt is *long*.", media_type="text/plain").title == "Plan"
    assert one("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nYes.").kind == "transcript"
    assert one("a.txt", '{"text": "Yes."}').text == "Yes."
    assert extension_of("https://courier.example/a/call.VTT.gz?x=1.html") == "vtt"
    assert extension_of("C:\\calls\\call.srt") == "srt"
    assert extension_of("https://courier.example/") == ""
    assert extension_of(None) == ""


def test_a_fault_costs_one_file(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is named in the report, and the log has where it happened."""

    def trip(*args: object) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr("onix.intake.text.read_text", trip)
    (left,) = everything("a.txt", "The mayor resigned.")
    assert isinstance(left, LeftOut)
    assert "a fault of Onix (ZeroDivisionError: by zero)" in left.why
    assert "ZeroDivisionError" in caplog.text


def test_the_libraries_below_do_not_print() -> None:
    """What they warn of is in the sentence, not between the lines of the terminal."""
    code = "from onix.intake import *; print(len(list(read_documents(Raw('a', b'%PDF-1.4 x')))))"
    code += "; print(len(list(read_documents(Raw('a.html', b'<html><p>x')))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("1\n1\n", "")


def test_an_override_leaves_everything_else_alone() -> None:
    """Outlet, day and kind; the id stays."""
    plain = one("a.txt", "The mayor resigned.")
    other = one(
        "a.txt", "The mayor resigned.", outlet=" Tarn\nFM ", published="2025-11-26", format="draft"
    )
    assert (other.outlet, other.published, other.kind) == ("Tarn FM", "2025-11-26", "draft")
    assert (other.id, other.text) == (plain.id, plain.text)


def test_when_a_page_was_fetched_is_kept() -> None:
    """In UTC, as whoever fetched it said."""
    raw = Raw(
        "https://courier.example/a.txt", b"The mayor resigned.", fetched="2025-11-26T09:30:00Z"
    )
    assert [each.fetched for each in read_documents(raw) if isinstance(each, Document)] == [
        "2025-11-26T09:30:00Z"
    ]
