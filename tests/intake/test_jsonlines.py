"""JSON Lines: the text is kept character for character, and a bad line costs only itself."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.intake import LeftOut, Raw, read_documents
from onix.intake.jsonlines import read_json_lines
from onix.model import Document
from tests.intake.reading import everything, one, why

FERRY = "The council voted 7 to 4.\r\n\tIt meets again on\u00a0Dec. 10.  \n"


def line(**fields: object) -> str:
    """Write one line."""
    return json.dumps({"text": FERRY, **fields}, ensure_ascii=False) + "\n"


storable = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(storable.filter(lambda text: text.strip()), st.booleans())
def test_the_text_is_the_given_text_character_for_character(text: str, escaped: bool) -> None:
    """Line ends, control characters, marks of direction: all as given."""
    data = json.dumps({"text": text}, ensure_ascii=escaped).encode()
    assert one("a.jsonl", data).text == text


def test_all_that_is_known_is_taken_over() -> None:
    """Every field of the wire format."""
    document = one(
        "a.jsonl",
        line(
            doc_id="tarn/1",
            title="Ferry line\nto close",
            published="2025-11-26T21:10:00-05:00",
            outlet="The Tarn Courier",
            address="https://courier.example/ferry",
            authors=["Maren Holt", {"name": "Idris Vale"}],
            kind="transcript",
            language="en-GB",
            turns=[{"speaker": "Lindqvist", "start": 4, "end": 11, "begins": 1.5, "ends": "x"}],
            corrected=True,
            cut=True,
        ),
    )
    assert (document.id, document.title) == ("tarn/1", "Ferry line to close")
    assert document.published == "2025-11-26T21:10:00-05:00"
    assert document.outlet == "The Tarn Courier"
    assert document.address == "https://courier.example/ferry"
    assert document.authors == ("Maren Holt", "Idris Vale")
    assert (document.kind, document.language) == ("transcript", "en")
    assert (document.turns[0].span.text, document.turns[0].begins) == ("council", 1.5)
    assert document.turns[0].ends is None
    assert document.corrected
    assert document.cut


def test_other_names_of_the_fields_are_understood() -> None:
    """As other programs write them; a number is an id too."""
    document = one(
        "a.jsonl",
        line(
            id=7, url="https://www.courier.example/x", publish_date="2025/11/26", source="Tarn FM"
        ),
    )
    assert (document.id, document.outlet, document.published) == ("7", "Tarn FM", "2025-11-26")
    assert document.address == "https://www.courier.example/x"


def test_unknown_stays_unknown() -> None:
    """Only the host of an address stands in for an outlet that nobody names."""
    bare = one("a.jsonl", line(url="", date="last week", title=None, authors=None, language="x1"))
    assert (bare.outlet, bare.published, bare.title, bare.address) == (None, None, None, None)
    assert (bare.authors, bare.language, bare.kind) == ((), None, "article")
    assert one("a.jsonl", line(url="https://www.courier.example/x")).outlet == "courier.example"


def test_options_beat_the_lines() -> None:
    """`--outlet` and `--published` override."""
    document = one(
        "a.jsonl", line(outlet="A", published="2025-01-01"), outlet="B", published="2025-02-02"
    )
    assert (document.outlet, document.published) == ("B", "2025-02-02")


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ('{"text": "a"', "is not JSON"),
        ('{"text": "a', "(Unterminated string starting at character 10)"),
        ("[1]", "is not an object"),
        ('{"title": "a"}', 'has no "text"'),
        ('{"text": 7}', 'has no "text"'),
        ('{"text": " \\n"}', 'has an empty "text"'),
        ('{"text": "a\\ud800"}', "half a surrogate pair"),
        ('{"text": "a\\u0000"}', "cannot be stored"),
        ('{"text": "a", "id": true}', 'has a "id" that is no string'),
        ('{"text": "a", "doc_id": "x\\u001b[31m"}', "cannot be seen"),
        ('{"text": "a", "kind": "poem"}', 'has an unknown "kind"'),
        ('{"text": "a", "turns": {}}', "are no list"),
        ('{"text": "a", "turns": [{"start": 0, "end": 2}]}', "number 1"),
        ('{"text": "a", "turns": [{"start": true, "end": 1}]}', "number 1"),
        ('{"text": "a", "turns": ["x"]}', "number 1"),
        ("[" * 100_000, "is not JSON"),
        ('{"text": ' + "9" * 5000 + "}", "is not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_next_one_is_read(bad: str, says: str) -> None:
    """The number of the line, what is wrong with it, what to write; nothing else is lost."""
    first, left, last = everything("a.jsonl", line(id="1") + bad + "\n\n" + line(id="2"))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.id, last.id) == ("1", "2")
    assert isinstance(left, LeftOut)
    assert left.address == "a.jsonl:2"
    assert "line 2 " in left.why
    assert says in left.why
    assert left.why.endswith(".")


def test_bytes_that_are_no_utf8_are_named() -> None:
    """A line in another encoding is refused, not guessed at: its text would not be as given."""
    found = everything("a.jsonl", line().encode() + b'{"text": "caf\xe9"}\n')
    assert isinstance(found[1], LeftOut)
    assert "line 2 is not UTF-8 (byte 0xE9)" in found[1].why


def test_seconds_that_are_no_seconds_are_unknown() -> None:
    """Turns keep their place in the text."""
    turns = [{"start": 0, "end": 3, "begins": 10**400, "ends": -1}, {"start": 3, "end": 4}]
    document = one("a.jsonl", line(turns=turns))
    assert [(turn.begins, turn.ends) for turn in document.turns] == [(None, None), (None, None)]
    assert document.kind == "transcript"


def test_a_packed_archive_is_read_line_by_line() -> None:
    """The second document is not unpacked before the first is given."""
    data = gzip.compress("".join(line(id=str(number)) for number in range(200)).encode())
    found = read_documents(Raw("a.jsonl.gz", data))
    assert isinstance(found, Iterator)
    assert [each.id for each in found if isinstance(each, Document)] == list(map(str, range(200)))


def test_lines_from_a_pipe_are_read_as_they_come() -> None:
    """Nothing is waited for."""

    def pipe() -> Iterator[bytes]:
        yield line(id="1").encode()
        raise AssertionError("read ahead")

    first = next(read_json_lines(pipe(), Raw(None, b"")))
    assert isinstance(first, Document)
    assert first.id == "1"


def test_the_same_line_has_the_same_hash_packed_or_not() -> None:
    """raw_sha256 is that of the line as it came in."""
    plain, packed = one("a.jsonl", line()), one("a.jsonl.gz", gzip.compress(line().encode()))
    assert plain.raw_sha256 == packed.raw_sha256
    assert plain.id == packed.id


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    """Excel and Notepad write them."""
    first, second = everything(
        "a.jsonl", "\ufeff" + line(id="1").replace("\n", "\r\n") + line(id="2")
    )
    assert isinstance(first, Document)
    assert isinstance(second, Document)


def test_a_json_file_may_hold_one_document_or_a_list() -> None:
    """Not everybody writes one object a line."""
    items = [{"text": "One."}, {"text": 2}, {"text": "Three."}]
    found = everything("a.json", json.dumps(items, indent=2))
    assert [isinstance(each, Document) for each in found] == [True, False, True]
    assert "item 2 has no" in str(found[1])
    assert one("a.json", json.dumps({"text": "One."}, indent=1)).text == "One."
    assert len(everything("a.json", json.dumps({"articles": items[:1]}, indent=1))) == 1
    assert "its list is empty" in why("a.json", "[ ]", format="json")
    assert "not JSON (" in why("a.json", '{\n"text"\n', format="json")
    assert "not UTF-8" in why("a.json", b'[{"text": "\xe9"}]')
    assert "not JSON." in why("a.json", "[" * 100_000, format="json")
    assert "empty" in why("a.jsonl", "\n \n\t\n.".replace(".", ""), format="jsonl")


def test_a_line_that_is_far_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line is one document, and a document has a limit."""
    monkeypatch.setattr("onix.intake.jsonlines._LONGEST_LINE", 100)
    assert "too long for one document" in why("a.jsonl", line(title="x" * 200))
