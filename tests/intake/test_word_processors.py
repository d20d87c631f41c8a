r"""ODT and RTF: what word processors write beside DOCX."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.intake.reading import one, spoken, why

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)


def odt(body: str, *, meta: str = "") -> bytes:
    """Write an ODT."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
        if meta:
            package.writestr("meta.xml", meta)
    return buffer.getvalue()


def test_an_odt_is_its_words() -> None:
    """A line a paragraph, point or row; what was struck out and comments are not there."""
    body = (
        "<text:tracked-changes><text:p>Struck.</text:p></text:tracked-changes>"
        '<text:h text:outline-level="1">Minutes of the port board</text:h>'
        "<text:p>5 May 2025</text:p>"
        "<text:p>Ida Holm said:<text:s/>“We will <text:span>not</text:span> wait.”"
        "<office:annotation><text:p>Sure?</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>So she said.</text:p></text:note-body></text:note> They left.</text:p>"
        "<text:list><text:list-item><text:p>Fares rise.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Adult</text:p></table:table-cell>"
        "<table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table>"
    )
    found = one("minutes.odt", odt(body))
    assert found.text == (
        "Minutes of the port board\n5 May 2025\nIda Holm said: “We will not wait.” They left.\n"
        "Fares rise.\nAdult | 5\nSo she said."
    )
    assert (found.title, found.published) == ("Minutes of the port board", "2025-05-05")


def test_what_an_odt_says_of_itself_is_believed() -> None:
    """Title and author of the file's properties."""
    meta = (
        f'<office:document-meta {SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The minutes</dc:title><dc:creator>Anna Lund</dc:creator>"
        "</office:document-meta>"
    )
    found = one("a.odt", odt("<text:p>They left.</text:p>", meta=meta))
    assert (found.title, found.authors) == ("The minutes", ("Anna Lund",))


@pytest.mark.parametrize("whole", [b"PK\x03\x04" + b"x" * 26, None])
def test_a_damaged_odt_is_left_out(whole: bytes | None) -> None:
    """With a reason."""
    data = odt("<text:p>")[:-40] if whole is None else whole
    assert "damaged" in why("a.odt", data) or "ZIP archive" in why("a.odt", data)
    assert "damaged" in why("a.odt", odt("<text:p>"))


RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl\f0 Arial;}{\*\generator TextEdit;}{\info{\title No}}"
    b"\n\\f0 Caf\\'e9 closes\\\n\\\nThe caf\\u233 ? at Sorrin, \\ldblquote for good,\\rdblquote  "
    b"said \\b Ida Holm\\b0 {\\deleted twice}.\\par\n"
    rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt The council}} left \u8212\'97 early.\par"
    rb"\u-10179 ?\u-8694 ?\cell b\cell\row\{x\}}"
)


def test_an_rtf_is_its_words() -> None:
    """Letters by number, marks by name, no fonts, no commands, nothing struck out."""
    found = one("a.rtf", RTF)
    assert found.text == (
        "Café closes\n\nThe café at Sorrin, “for good,” said Ida Holm.\n"
        "The council left — early.\n😊 | b\n{x}"
    )
    assert found.title == "Café closes"


def test_an_rtf_can_be_a_transcript() -> None:
    """Labels are found in it as in plain text."""
    said = rb"{\rtf1 IDA HOLM: We closed it.\par TOMAS BRENNE: I know you did.\par IDA HOLM: Yes.}"
    found = one("call.rtf", said)
    assert spoken(found)[0] == ("Ida Holm", "We closed it.")


def test_an_rtf_that_nests_without_end_is_left_out() -> None:
    """No program writes such a file."""
    assert "damaged" in why("a.rtf", rb"{\rtf1 " + b"{" * 5000)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.xlsx", b"PK\x03\x04 xl/workbook.xml", "spreadsheet"),
        ("a.pptx", b"PK\x03\x04 ppt/presentation.xml", "presentation"),
        ("a.zip", b"PK\x03\x04 a.txt", "ZIP archive"),
        ("a.csv", b"name,amount\nHolm,5\n", "it is a table"),
        ("a.css", b"body { color: red }", "it is code"),
        ("a.ics", b"BEGIN:VCALENDAR", "calendar"),
    ],
)
def test_what_is_no_news_is_left_out(name: str, data: bytes, says: str) -> None:
    """A folder holds all kinds of files; each says what it is."""
    assert says in why(name, data)


def test_what_is_called_text_is_read_whatever_its_name() -> None:
    """Who names the format knows better than the name does."""
    assert one("a.log", "The council met.").text == "The council met."
    assert one("a.csv", "The council met.", format="text").text == "The council met."
