"""`onix quotes` at the command line: for the eye, and in each form for other programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from onix.cli import main
from onix.cli.show_progress import progress
from onix.cli.show_quotes import quotation_blocks
from onix.cli.terminal import plain
from onix.jobs.quotes.files import COLUMNS, schema_org, write_csv
from onix.jobs.report import Progress
from onix.jobs.web_annotations import of_quotations
from onix.model import (
    Citation,
    Document,
    Provenance,
    Quotation,
    Quotations,
    Quote,
    QuoteKind,
    Span,
    Voice,
)

BRIDGE = (
    "Mayor Laura Bennett spoke on Friday.\n\n"
    "“The harbour bridge will close on Monday,” Bennett said.\n\n"
    "Asked about boats, Bennett said: “Ferries will run instead 🚢.”\n\n"
    "There is a “mind the gap” on the quay.\n"
)
FERRY = (
    "Ferries are to run from Monday.\n\n"
    "“The harbour bridge will close on Monday,” Laura Bennett told reporters.\n"
)


@pytest.fixture
def record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A folder with a record of two stories that quote one mayor."""
    monkeypatch.chdir(tmp_path)
    lines = [
        {"doc_id": "bridge", "text": BRIDGE, "title": "Bridge to close", "outlet": "Port Courier"},
        {"doc_id": "ferry", "text": FERRY, "title": "Ferries to run", "outlet": "The Times"},
    ]
    lines[0] |= {"published": "2025-02-28", "address": "https://courier.example/bridge"}
    lines[1] |= {"published": "2025-03-01"}
    Path("a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert main(["add", "a.jsonl"]) == 0
    capsys.readouterr()
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that succeeds and give what it prints."""
    assert main(["quotes", *arguments]) == 0
    return capsys.readouterr().out


def test_quotations_are_shown_with_their_sources(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The speaker by name, the words, the day, how the text names her, where it stands."""
    lines = run(capsys).splitlines()
    assert lines[0] == "Laura Bennett: 2 quotations, 2 outlets"
    assert "  “The harbour bridge will close on Monday,” [1] [2]" in lines
    assert "    28 February 2025 · as “Bennett” · in 2 outlets, going back to 2 origins" in lines
    assert "[1] Port Courier · 28 February 2025 · Bridge to close" in lines
    assert lines[-1] == "1 marked string without speaker or source: see --unattributed."


@pytest.mark.parametrize("typed", [["Bennett"], ["Mayor", "Bennett"], ["--speaker", "BENNETT"]])
def test_a_name_is_typed_in_any_form(
    record: Path, capsys: pytest.CaptureFixture[str], typed: list[str]
) -> None:
    """With a title, in capitals, as an argument of several words or as an option."""
    assert run(capsys, *typed).startswith("Laura Bennett: 2 quotations")


def test_few_are_shown_unless_more_are_asked_for(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is left out is counted, and 0 leaves nothing out."""
    assert "and 1 more. All: --limit 0" in run(capsys, "--limit", "1")
    assert "more" not in run(capsys, "--limit", "0")


def test_what_nobody_says_is_asked_for(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sign has no speaker."""
    text = run(capsys, "--unattributed")
    assert text.startswith("No speaker by name: 1 quotation, 1 outlet\n  “mind the gap")


def test_who_may_be_meant_is_said(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two men in one breath, then "he": both are shown, in the table too."""
    text = "Waiting outside were Tom Reyes and Mark Dunn. “The pier is gone,” he said.\n"
    Path("pier.txt").write_text(text)
    assert main(["add", "pier.txt"]) == 0
    capsys.readouterr()
    shown = run(capsys, "--unattributed")
    assert "as “he” · perhaps Tom Reyes or Mark Dunn" in shown
    (row,) = (
        each
        for each in csv.DictReader(io.StringIO(run(capsys, "--unattributed", "--csv")))
        if each["quotation"].startswith("The pier")
    )
    assert row["candidates"] == "Tom Reyes; Mark Dunn"
    assert row["cue"] == "said"


def test_json_has_the_quotations_with_citations(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One document of JSON, or one quotation a line; every offset leads to its words."""
    found = json.loads(run(capsys, "Bennett", "--json"))
    assert found["speakers"] == [{"speaker": "Laura Bennett", "quotes": 2, "outlets": 2}]
    assert found["why"] is None
    assert found["quotes"] == [json.loads(each) for each in run(capsys, "--jsonl").splitlines()]
    for each in found["quotes"]:
        for citation in each["citations"]:
            text = {"bridge": BRIDGE, "ferry": FERRY}[citation["document_id"]]
            assert text[citation["start"] : citation["end"]] == citation["text"]
            assert each["speaker"] == "Laura Bennett"


def test_annotations_find_the_same_words_by_position_and_by_quote(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both selectors of each annotation lead to one place; offsets count code points."""
    found = json.loads(run(capsys, "Bennett", "--annotations"))
    assert found["type"] == "AnnotationCollection"
    items = found["first"]["items"]
    assert found["total"] == len(items) == 3
    assert len({each["id"] for each in items}) == 3
    for each in items:
        at_courier = each["target"]["source"] == "https://courier.example/bridge"
        text = BRIDGE if at_courier else FERRY
        quote, position, *fragment = each["target"]["selector"]
        assert bool(fragment) is at_courier  # only a page of the web has one
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(around) == 1
        assert text.index(around) + len(quote["prefix"]) == position["start"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert each["body"]["value"] == "Laura Bennett"
    assert any("🚢" in each["target"]["selector"][0]["exact"] for each in items)


def test_schema_org_says_where_and_by_whom(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each quotation is part of an article, with the one it is attributed to there."""
    found = json.loads(run(capsys, "Bennett", "--about", "bridge", "--schema-org"))
    assert found["@graph"] == [
        {
            "@type": "Quotation",
            "text": "The harbour bridge will close on Monday,",
            "spokenByCharacter": {"@type": "Person", "name": "Laura Bennett"},
            "isPartOf": {
                "@type": "NewsArticle",
                "headline": "Bridge to close",
                "url": "https://courier.example/bridge",
                "datePublished": "2025-02-28",
                "publisher": {"@type": "Organization", "name": "Port Courier"},
            },
        }
    ]


def test_an_empty_result_says_why_in_every_form(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason is on the terminal, in the JSON, or beside the output of the other forms."""
    why = "Nobody called Benett is quoted in the record. Names like it that are quoted: "
    assert run(capsys, "Benett").startswith(why)
    assert json.loads(run(capsys, "Benett", "--json"))["why"].startswith(why)
    for form, printed in (("--csv", ",".join(COLUMNS) + "\r\n"), ("--jsonl", "")):
        assert main(["quotes", "Benett", form]) == 0
        shown = capsys.readouterr()
        assert shown.out == printed
        assert shown.err.startswith(f"onix: {why}")
    assert json.loads(run(capsys, "Benett", "--annotations"))["first"]["items"] == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["Bennett", "--speaker", "Laura"], "Two names: 'Bennett' and 'Laura'"),
        (["--csv", "--jsonl"], "Cannot print --jsonl and --csv at once"),
        (["--kind", "loud"], "--kind"),
        (["--speaker", ""], "'' is no name"),
    ],
)
def test_what_is_wrong_is_said(
    record: Path, capsys: pytest.CaptureFixture[str], typed: list[str], sentence: str
) -> None:
    """Two wishes that exclude each other are not guessed at."""
    assert main(["quotes", *typed]) == 2
    shown = capsys.readouterr()
    assert sentence in shown.out + shown.err


def quotation(
    words: str = "Yes",
    *,
    speaker: str | None = "Ana Ruiz",
    kind: QuoteKind = "direct",
    wordings: tuple[Citation, ...] = (),
    title: str | None = None,
    outlet: str | None = None,
    address: str | None = None,
) -> Quotation:
    """Give a quotation of a one-line document."""
    span = Span("d", 0, len(words), words)
    quote = Quote(
        kind,
        (span,),
        source=(Span("d", 0, 3, "she"),),
        addressee="reporters",
        occasion=Span("d", 0, 15, "in an interview"),
        hedges=(Span("d", 0, 9, "allegedly"),),
        provenance=(
            Provenance("document", "the memo", Span("d", 0, 4, "memo")),
            Provenance("unnamed", None, Span("d", 0, 10, "an adviser")),
        ),
        confidence=0.5,
    )
    citation = Citation(span, title=title, outlet=outlet, address=address)
    return Quotation(quote, speaker, (citation, *wordings), wordings, outlets=1, origins=1)


def found_of(*given: Quotation) -> Quotations:
    """Give these as all that one speaker said."""
    return Quotations((Voice(given[0].speaker, len(given), 1, given),))


def test_all_that_is_known_of_a_quotation_is_shown() -> None:
    """Whom it was said to and when, hedges, what it goes back to, doubt, and the shortest form."""
    short = Citation(Span("e", 0, 3, "Yes"), outlet="Courier")
    lines = [
        plain(each) for each in quotation_blocks(found_of(quotation("Yes, all", wordings=(short,))))
    ]
    assert lines[2] == (
        "    as “she” · to reporters · “in an interview” · hedged: “allegedly” · "
        "goes back to the memo, “an adviser” · speaker not certain"
    )
    assert lines[3] == "    shortest form: “Yes” [2]"
    changed = replace(quotation("Yes, all"), wordings=(short,), changed=(short,))
    lines = [plain(each) for each in quotation_blocks(found_of(changed))]
    assert lines[3] == "    in changed words: “Yes” [2]"
    assert "shortest" not in "".join(lines)


def test_many_speakers_are_counted() -> None:
    """Only so many are shown; the rest is said with how to see it."""
    voices = tuple(Voice(f"Speaker {at}", 2, 0, (quotation(),)) for at in range(3))
    found = Quotations(voices, notes=("Two are called Ruiz.",))
    text = "\n".join(plain(each) for each in quotation_blocks(found, speakers=1))
    assert "2 more speakers, 4 quotations. All: --limit 0" in text
    assert text.endswith("\nTwo are called Ruiz.")
    assert "more speaker" not in "\n".join(
        plain(each) for each in quotation_blocks(found, speakers=None)
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r@", " =", "\x1b[31m="])
def test_a_spreadsheet_takes_no_cell_for_a_formula(start: str) -> None:
    """Words, names and titles that begin as a formula does begin with an apostrophe."""
    evil = f"{start}HYPERLINK(1)"
    stream = io.StringIO()
    write_csv(found_of(quotation(evil, speaker=evil, title=evil, outlet="Fine, “x”")), stream)
    header, row = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert tuple(header) == COLUMNS
    cells = dict(zip(header, row, strict=True))
    for name in ("speaker", "quotation", "title"):
        assert cells[name].startswith("'")
        assert "\x1b" not in cells[name]
    assert cells["outlet"] == "Fine, “x”"
    assert cells["occasion"] == "in an interview"
    assert cells["provenance"] == "the memo; “an adviser”"
    assert (cells["start"], cells["end"], cells["confidence"]) == ("0", str(len(evil)), "0.5")


def test_a_file_and_nobody_have_their_place_in_linked_data() -> None:
    """Without an address of the web a document has an IRI of its own; nobody is nobody."""
    document = Document("d", "transcript", "Yes")
    bare = found_of(quotation(speaker=None, address="/home/me/call.vtt"))
    (item,) = of_quotations(bare, lambda _: document)["first"]["items"]
    assert item["target"]["source"].startswith("urn:uuid:")
    assert "body" not in item
    (made,) = schema_org(bare, lambda _: document)["@graph"]
    assert made == {"@type": "Quotation", "text": "Yes", "isPartOf": {"@type": "CreativeWork"}}


def test_nothing_in_a_quotation_steers_a_terminal() -> None:
    """Control characters of a document are gone in what is shown."""
    evil = quotation("\x1b[31mRed\x07", speaker="A\x1b]0;t\x07na", title="\x9b2J")
    text = "\n".join(plain(each) for each in quotation_blocks(found_of(evil)))
    assert not any(letter in text for letter in "\x1b\x07\x9b")
    assert "“Red”" in text


def test_a_bar_waits_until_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading that is quickly done shows nothing; a long one shows how far it is."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for after, is_shown in ((60.0, False), (0.0, True)):
        monkeypatch.setattr(sys, "stderr", stream := Terminal())
        with progress(after=after) as report:
            assert report is not None
            report(Progress(done=1, total=2, current="a story"))
        assert bool(stream.getvalue()) is is_shown
