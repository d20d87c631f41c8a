"""PDF and DOCX: plans as offices send them."""

from __future__ import annotations

import builtins
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader, PdfWriter

from tests.intake.reading import one, why


def pdf(pages: list[list[str]], *, information: dict[str, str] | None = None) -> bytes:
    """Write a PDF by hand, one text line under the other."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 72 760 Td {shown}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, offsets = "%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{each:010} 00000 n \n" for each in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    if information is None:
        return out.encode("latin-1")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(out.encode("latin-1"))))
    writer.add_metadata(information)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """Give the bytes of a PDF."""
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


PLAN = [
    [
        "Office of the Envoy",
        "Framework for the Ferry",
        "November 20, 2025",
        "",
        "1. The harbour council keeps the ferry line to Aldersey open until nego-",
        "tiations with the islanders have ended, and pays for one well-",
        "known boat.",
        "2. The fare is four crowns.",
        "- 1 -",
    ],
    [
        "Office of the Envoy",
        "3. A well-known captain is asked to take the boat across the bay twice",
        "each day, also on Sundays, and reports to the council every",
        "month.",
        "2",
    ],
    ["Office of the Envoy", "4. The end.", "3"],
]


def test_a_pdf_is_read_as_running_text() -> None:
    """Wrapped lines and divided words are joined; running heads and page numbers are gone."""
    document = one("plan.pdf", pdf(PLAN), format="plan")
    assert document.kind == "plan"
    assert document.text.split("\n") == [
        "Framework for the Ferry",
        "November 20, 2025",
        "1. The harbour council keeps the ferry line to Aldersey open until negotiations with the "
        "islanders have ended, and pays for one well-known boat.",
        "2. The fare is four crowns.",
        "3. A well-known captain is asked to take the boat across the bay twice each day, also on "
        "Sundays, and reports to the council every month.",
        "4. The end.",
    ]
    assert (document.title, document.published) == ("Framework for the Ferry", "2025-11-20")
    assert document.authors == ()


def test_what_a_pdf_says_of_itself_is_believed_only_if_it_is_likely() -> None:
    """A program's name for a file is no title; a day the page does not name is no date."""
    lines = [["The council met in Tarn on Wednesday.", "It was November 26, 2025, and it rained."]]
    made = {"/CreationDate": "D:20251126120000", "/Author": "Maren Holt", "/Title": "Minutes"}
    document = one("a.pdf", pdf(lines, information=made))
    assert (document.title, document.authors) == ("Minutes", ("Maren Holt",))
    assert document.published == "2025-11-26"
    other = {"/CreationDate": "D:20251127", "/Author": "mholt", "/Title": "Microsoft Word - x.doc"}
    document = one("a.pdf", pdf(lines, information=other))
    assert (document.title, document.authors, document.published) == (None, (), None)
    broken = {"/CreationDate": "D:whenever"}
    assert one("a.pdf", pdf(lines, information=broken)).published is None


def test_a_pdf_that_cannot_be_read_says_why() -> None:
    """A scan, a lock, a broken file."""
    assert "no text in it (a scan?)" in why("scan.pdf", pdf([[], []]))
    assert "it is no PDF that can be read" in why("a.pdf", b"%PDF-1.7\nbroken")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(PLAN))))
    writer.encrypt("secret", algorithm="RC4-128")
    assert "locked with a password" in why("a.pdf", written(writer))


def test_a_pdf_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few bytes can hold very many words."""
    monkeypatch.setattr("onix.intake.pdf.LARGEST_DOCUMENT", 50)
    monkeypatch.setattr("onix.intake.build.LARGEST_DOCUMENT", 50)
    assert "one document has at most" in why("a.pdf", pdf(PLAN))


def save(document: Any) -> bytes:
    """Give the bytes of a DOCX."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_docx_that_says_nothing_of_itself_is_called_by_its_first_line() -> None:
    """As Google Docs writes them; "Word Document" is what the reader of such files makes up."""
    written = docx.Document()
    for line in ("Plan for the Ferry", "26 November 2025", "The ferry stays, the council says."):
        written.add_paragraph(line)
    bare = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(save(written))) as full, zipfile.ZipFile(bare, "w") as rest:
        for name in full.namelist():
            data = full.read(name)
            if name == "_rels/.rels":
                data = re.sub(rb"<Relationship [^>]*core-properties[^>]*/>", b"", data)
            if name != "docProps/core.xml":
                rest.writestr(name, data)
    document = one("plan.docx", bare.getvalue())
    assert (document.title, document.published) == ("Plan for the Ferry", "2025-11-26")


def test_a_docx_is_read_with_its_headings_points_and_tables() -> None:
    """Points carry the numbers that the word processor shows."""
    written = docx.Document()
    written.core_properties.title = "Framework for the Ferry"
    written.core_properties.author = "Maren Holt"
    written.add_heading("Framework", level=1)
    paragraph = written.add_paragraph("The ferry\tstays")
    paragraph.add_run(", for now.").bold = True
    written.add_paragraph("One boat", style="List Number")
    written.add_paragraph("Two crews", style="List Number")
    written.add_paragraph("No fare", style="List Bullet")
    written.add_paragraph("")
    table = written.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Year", "Riders"
    table.cell(1, 0).text, table.cell(1, 1).text = "2024", "9,100"
    written.add_paragraph("Line one\nline two")
    document = one("plan.docx", save(written), format="plan")
    assert document.text.split("\n") == [
        "Framework",
        "The ferry stays, for now.",
        "1. One boat",
        "2. Two crews",
        "No fare",
        "Year | Riders",
        "2024 | 9,100",
        "Line one",
        "line two",
    ]
    assert (document.title, document.authors) == ("Framework for the Ferry", ("Maren Holt",))
    assert (document.kind, document.published) == ("plan", None)


def paragraph(inner: str, properties: str = "") -> Any:
    """Write a paragraph in WordprocessingML."""
    return parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{properties}</w:pPr>{inner}</w:p>")


def run(text: str, tag: str = "t") -> str:
    """Write a run."""
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def test_tracked_changes_are_read_as_accepted() -> None:
    """What was put in is there, what was struck out is not, in rows and paragraph ends too."""
    written = docx.Document()
    body = written.element.body
    body.insert(
        0,
        paragraph(
            run("The ferry ")
            + f'<w:del w:id="1">{run("must", "delText")}</w:del>'
            + f'<w:ins w:id="2">{run("should")}</w:ins>'
            + f'<w:moveFrom w:id="3">{run(" never")}</w:moveFrom>'
            + run(" stay")
            + "<w:r><w:noBreakHyphen/><w:t>put</w:t></w:r>",
            '<w:rPr><w:del w:id="4"/></w:rPr>',
        ),
    )
    body.insert(1, paragraph(run(".")))
    body.insert(
        2,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{run('In a control.')}</w:p>"
            f"<w:tbl><w:tr><w:trPr><w:del w:id='5'/></w:trPr><w:tc><w:p>{run('Gone')}</w:p></w:tc>"
            f"</w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>"
        ),
    )
    body.insert(3, paragraph(run("Open end"), '<w:rPr><w:del w:id="6"/></w:rPr>'))
    assert (
        one("a.docx", save(written)).text == "The ferry should stay-put.\nIn a control.\nOpen end"
    )


def with_parts(document: bytes, **parts: str) -> bytes:
    """Put parts into a DOCX as a word processor does: "footnotes", "comments"."""
    found = io.BytesIO()
    types = {
        each: f"application/vnd.openxmlformats-officedocument.wordprocessingml.{each}+xml"
        for each in parts
    }
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(found, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else ""
            if name == "[Content_Types].xml":
                more = "".join(
                    f'<Override PartName="/word/{each}.xml" ContentType="{types[each]}"/>'
                    for each in parts
                )
                data = data.replace("</Types>", more + "</Types>")
            elif name == "word/_rels/document.xml.rels":
                office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                more = "".join(
                    f'<Relationship Id="x{each}" Type="{office}/{each}" Target="{each}.xml"/>'
                    for each in parts
                )
                data = data.replace("</Relationships>", more + "</Relationships>")
            new.writestr(name, data or old.read(name))
        for each, inner in parts.items():
            new.writestr(f"word/{each}.xml", f"<w:{each} {nsdecls('w')}>{inner}</w:{each}>")
    return found.getvalue()


def lines_of(written: Any, **parts: str) -> list[str]:
    """Give the lines that are read of a DOCX."""
    return one("a.docx", with_parts(save(written), **parts)).text.split("\n")


def test_a_paragraph_that_was_moved_stands_where_it_was_moved_to() -> None:
    """Word keeps both, with the mark of the end moved away too; a reader sees one."""
    written = docx.Document()
    moved = run("“The ferry stays,” Holm said.")
    body = written.element.body
    body.insert(0, paragraph(run("Before.")))
    body.insert(
        1,
        paragraph(
            '<w:moveFromRangeStart w:id="1" w:name="move1"/>'
            f'<w:moveFrom w:id="2">{moved}</w:moveFrom>',
            '<w:rPr><w:moveFrom w:id="3"/></w:rPr>',
        ),
    )
    body.insert(2, paragraph('<w:moveFromRangeEnd w:id="1"/>' + run("Between.")))
    body.insert(
        3,
        paragraph(
            '<w:moveToRangeStart w:id="4" w:name="move1"/>'
            f'<w:moveTo w:id="5">{moved}</w:moveTo><w:moveToRangeEnd w:id="4"/>',
            '<w:rPr><w:moveTo w:id="6"/></w:rPr>',
        ),
    )
    assert lines_of(written) == ["Before.", "Between.", "“The ferry stays,” Holm said."]


def test_a_quotation_in_tracked_changes_is_what_will_be_printed() -> None:
    """A word put in within the marks, another struck out, formatting changed, a link around."""
    written = docx.Document()
    written.element.body.insert(
        0,
        paragraph(
            run("“We will ")
            + f'<w:del w:id="1" w:author="A">{run("not ", "delText")}</w:del>'
            + f'<w:ins w:id="2" w:author="A"><w:del w:id="3">{run("never ", "delText")}</w:del>'
            + f"{run('still ')}</w:ins>"
            + f'<w:hyperlink w:anchor="x">{run("pay")}</w:hyperlink>'
            + '<w:r><w:rPr><w:b/><w:rPrChange w:id="4"><w:rPr/></w:rPrChange></w:rPr>'
            + "<w:t>,” Holm said.</w:t></w:r>",
            '<w:pPrChange w:id="5"><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>',
        ),
    )
    assert lines_of(written) == ["“We will still pay,” Holm said."]


def test_a_point_that_was_struck_out_is_not_counted() -> None:
    """The points behind it move up, as they do once the change is accepted."""
    written = docx.Document()
    gone = paragraph(
        f'<w:del w:id="1">{run("Two", "delText")}</w:del>',
        '<w:pStyle w:val="ListNumber"/><w:rPr><w:del w:id="2"/></w:rPr>',
    )
    for text in ("One", "Three"):
        written.add_paragraph(text, style="List Number")
    written.element.body.insert(1, gone)
    assert lines_of(written) == ["1. One", "2. Three"]


def test_comments_are_no_words_and_notes_are() -> None:
    """A footnote is read where a word that stands refers to it, comments nowhere."""
    written = docx.Document()
    noted = (
        '<w:commentRangeStart w:id="0"/>' + run("“Yes,” Holm said.")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
        + '<w:del w:id="9"><w:r><w:footnoteReference w:id="3"/></w:r></w:del>'
    )  # fmt: skip
    written.element.body.insert(0, paragraph(noted))

    def note(kind: str, id: str, text: str, more: str = "") -> str:
        return f'<w:{kind} w:id="{id}" {more}><w:p>{run(text)}</w:p></w:{kind}>'

    lines = lines_of(
        written,
        comments=f'<w:comment w:id="0"><w:p>{run("Says who?")}</w:p></w:comment>',
        footnotes=note("footnote", "-1", "", 'w:type="separator"')
        + note("footnote", "2", "She said “No” in May.")
        + note("footnote", "3", "Struck out with its mark."),
        endnotes=note("endnote", "2", "By telephone."),
    )
    assert lines == ["“Yes,” Holm said.", "She said “No” in May.", "By telephone."]


BOX = (
    "<w:r><mc:AlternateContent"
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml">'
    '<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_and_by_itself() -> None:
    """A pull quote hangs on a paragraph; its lines stand behind that and are not mixed into it."""
    written = docx.Document()
    inside = "".join(f"<w:p>{run(each)}</w:p>" for each in ("“We will stay”", "Petra Holm"))
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    body = written.element.body
    body.insert(0, paragraph(run("The council ") + BOX.format(box=box) + run("met.")))
    body.insert(1, paragraph(run("It rained.")))
    body.insert(2, paragraph(f'<w:del w:id="1">{BOX.format(box=box)}</w:del>' + run("The end.")))
    assert lines_of(written) == [
        "The council met.",
        "“We will stay”",
        "Petra Holm",
        "It rained.",
        "The end.",
    ]


def test_cells_that_were_struck_out_are_gone() -> None:
    """In a row that stays; what is in a content control in a cell is there."""
    written = docx.Document()
    table = written.add_table(rows=1, cols=3)
    for number, text in enumerate(("Year", "Old", "Riders")):
        table.cell(0, number).text = text
    gone = table.cell(0, 1)._tc
    gone.get_or_add_tcPr().append(parse_xml(f"<w:cellDel {nsdecls('w')} w:id='1'/>"))
    table.cell(0, 2)._tc.append(
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{run('a day')}</w:p></w:sdtContent></w:sdt>"
        )
    )
    assert lines_of(written) == ["Year | Riders a day"]


NUMBERS = """<w:abstractNum {ns} w:abstractNumId="90"><w:lvl w:ilvl="0">
<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>"""


@pytest.mark.parametrize(
    ("form", "text", "start", "numbers"),
    [
        ("decimal", "%1.", 14, ["14.", "14.a)", "14.b)", "15."]),
        ("upperRoman", "%1", 4, ["IV", "IV.a)", "IV.b)", "V"]),
        ("lowerRoman", "(%1)", 9, ["(ix)", "ix.a)", "ix.b)", "(x)"]),
        ("upperLetter", "%1.", 26, ["Z.", "Z.a)", "Z.b)", "AA."]),
        ("bullet", "*", 1, ["", "1.a)", "1.b)", ""]),
    ],
)
def test_points_are_counted_as_a_word_processor_does(
    form: str, text: str, start: int, numbers: list[str]
) -> None:
    """People cite "point 14"."""
    written = docx.Document()
    numbering = written.part.numbering_part.element
    numbering.insert(
        0, parse_xml(NUMBERS.format(ns=nsdecls("w"), form=form, text=text, start=start))
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>')
    )
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="92"><w:abstractNumId w:val="90"/>'
            '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="7"/>'
            '<w:numFmt w:val="decimal"/><w:lvlText w:val="Point %1:"/></w:lvl></w:lvlOverride>'
            "</w:num>"
        )
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="93"/>'))
    body = written.element.body
    for position, (number, level) in enumerate(
        [("91", 0), ("91", 1), ("91", 1), ("91", 0), ("92", 0), ("93", 0), ("0", 0), ("91", 7)]
    ):
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        body.insert(position, paragraph(run("word"), properties))
    body.insert(8, paragraph(run("plain"), '<w:pStyle w:val="NoSuchStyle"/>'))
    lines = one("a.docx", save(written)).text.split("\n")
    expected = [f"{number} word".strip() for number in numbers]
    assert lines == [*expected, "Point 7: word", "word", "word", "word", "plain"]


def test_a_docx_that_cannot_be_read_says_why() -> None:
    """Damaged, empty, or a bomb."""
    whole = save(docx.Document())
    assert "there is no text in it" in why("a.docx", whole)
    assert "it is damaged" in why("a.docx", whole[: len(whole) // 2] + b"word/document.xml")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "a" * 30_000_000)
    assert "Onix stops there" in why("a.docx", buffer.getvalue())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert "it is no DOCX that can be read" in why("a.docx", buffer.getvalue())


@pytest.mark.parametrize(
    ("package", "data", "command"),
    [
        ("pypdf", pdf(PLAN), "pip install 'askonix[pdf]'"),
        ("docx", save(docx.Document()), "pip install 'askonix[docx]'"),
    ],
)
def test_a_missing_extra_names_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, package: str, data: bytes, command: str
) -> None:
    """One file left out, with what to do."""
    real: Callable[..., Any] = builtins.__import__

    def absent(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> Any:
        if name == package:
            raise ImportError(name)
        return real(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", absent)
    assert command in why(f"a.{package.replace('py', '')}", data)


def test_a_pdf_may_be_a_transcript() -> None:
    """As it may be an article; what somebody calls a plan is one, whatever stands before colons."""
    lines = ["Ferry hearing", "", "Ms Holt: Is it late?", "Mr Vale: I think it is gone."]
    lines += ["Ms Holt: Since when?", "Mr Vale: Since Monday."]
    document = one("ferry.pdf", pdf([lines]))
    assert (document.kind, document.title) == ("transcript", "Ferry hearing")
    assert [turn.speaker for turn in document.turns] == ["Ms Holt", "Mr Vale"] * 2
    assert one("ferry.pdf", pdf([lines]), format="plan").turns == ()
