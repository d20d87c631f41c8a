"""Plain text and Markdown: the words as they are, and what stands above them."""

from __future__ import annotations

import gzip

import pytest

from onix.intake.decoding import clean, decode, one_line
from onix.intake.people import people_in
from tests.intake.reading import one, spoken, why

ARTICLE = """Mayor of Tarn resigns over boat lease
By Maren Holt and Idris Vale
Nov. 26, 2025, 9:30 p.m. EST

The mayor of Tarn resigned on Wednesday. She had held the office since 2019.

“I signed it,” she said. “I should have read it.”
"""


def test_the_text_of_a_file_stays_line_for_line() -> None:
    """Headline and byline are read, and stay where they are."""
    document = one("notes/mayor.txt", ARTICLE)
    assert document.text == ARTICLE.strip()
    assert document.title == "Mayor of Tarn resigns over boat lease"
    assert document.authors == ("Maren Holt", "Idris Vale")
    assert document.published == "2025-11-26"
    assert (document.outlet, document.address) == (None, "notes/mayor.txt")
    assert (document.kind, document.turns, document.corrected, document.cut) == (
        "article",
        (),
        False,
        False,
    )
    assert document.raw_sha256 is not None


def test_a_text_that_begins_with_a_sentence_has_no_title() -> None:
    """Nor has one of a single line; a date inside a sentence is not the date of publication."""
    assert one("a.txt", "The mayor resigned.\nShe said so on May 3, 2025.").title is None
    assert one("a.txt", "Mayor resigns").title is None
    dated = one("a.txt", "Mayor resigns\nShe leaves on November 30, 2025\n\nIt was late.")
    assert dated.published is None


@pytest.mark.parametrize(
    "line",
    [
        "2025-11-26",
        "Wednesday, 26 November 2025",
        "Published: 26 November 2025, 18:05 (Tarn time)",
        "November 26, 2025 at 9:30 AM ET",
        "Date: 26/11/2025",
        "Draft 1, 26 November 2025",
        "(Second draft of 26 November 2025)",
        "Version 2.1 – November 26, 2025",
        "Final text of 26 November 2025",
        "As adopted on 26 November 2025",
    ],
)
def test_a_line_that_is_only_a_date_is_the_date(line: str) -> None:
    """As people put it under a headline."""
    document = one("a.txt", f"Mayor resigns\n{line}\n\nThe mayor of Tarn resigned.")
    assert (document.published or "")[:10] == "2025-11-26"


@pytest.mark.parametrize(
    "line",
    [
        "By Maren Holt, November 26, 2025",
        "By Maren Holt | 26 November 2025",
        "By Maren Holt — Wednesday, 26 November 2025",
        "By Maren Holt on November 26, 2025",
    ],
)
def test_a_date_behind_a_byline_is_the_date(line: str) -> None:
    """And the name is the name alone."""
    document = one("a.txt", f"Mayor resigns\n{line}\n\nThe mayor of Tarn resigned.")
    assert document.published == "2025-11-26"
    assert document.authors == ("Maren Holt",)


@pytest.mark.parametrize(
    ("header", "outlet", "day", "authors"),
    [
        ("Mayor resigns\nBy Maren Holt\nTarn Courier, 26 November 2025", "Tarn Courier", 26, True),
        ("Mayor resigns\nThe Tarn Ledger | November 26, 2025", "The Tarn Ledger", 26, False),
        ("Tarn Courier\nMayor resigns\nBy Maren Holt", "Tarn Courier", None, True),
        ("Mayor resigns\nBy Maren Holt, Tarn Courier", "Tarn Courier", None, True),
        ("Mayor resigns\nBy Maren Holt, Tarn Courier, 26 November 2025", "Tarn Courier", 26, True),
        ("Mayor resigns\nREUTERS", "REUTERS", None, False),
        ("Joint statement\nGeneva, 26 November 2025", None, 26, False),
        ("Mayor resigns\nBy Maren Holt, harbour reporter", None, None, True),
        (
            "Mayor resigns\nInterview: Maren Holt, Tarn Monthly, 26 November 2025",
            "Tarn Monthly",
            26,
            True,
        ),
        ("Mayor resigns\nInterview: Idris Vale", None, None, False),
    ],
)
def test_outlet_and_day_stand_above_what_is_pasted(
    header: str, outlet: str | None, day: int | None, authors: bool
) -> None:
    """As people paste an article; a town before a day is no outlet."""
    document = one("a.txt", f"{header}\n\nThe mayor of Tarn resigned on Tuesday, she said.")
    assert document.outlet == outlet
    assert document.published == (f"2025-11-{day}" if day else None)
    assert document.authors == (("Maren Holt",) if authors else ())
    assert document.title in {"Mayor resigns", "Joint statement"}


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-11-26-board.txt", "2025-11-26"),
        ("papers/Tarn Ledger 20251126.md", "2025-11-26"),
        ("plan 2025-13-40.txt", None),
        ("2025-11-26 to 2025-11-28.txt", None),
        ("invoice 1202511260.txt", None),
        ("https://courier.example/2025-11-26.txt", None),
    ],
)
def test_a_file_may_be_named_after_its_day(name: str, day: str | None) -> None:
    """Where the text says none; a name with two days says nothing."""
    assert one(name, "The mayor of Tarn resigned. She said so.").published == day
    dated = "Mayor resigns\n25 November 2025\n\nThe mayor of Tarn resigned."
    assert one(name.replace(".md", ".txt"), dated).published == "2025-11-25"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("World\nHarbour chief quits over missing fees", "Harbour chief quits over missing fees"),
        (
            "Local\nHarbour chief quits over missing fees\nBy Ann Lee\n27 November 2026",
            "Harbour chief quits over missing fees",
        ),
        ("LIVE UPDATES\nBy Ann Lee, harbour correspondent", "LIVE UPDATES"),
        ("The plan\n1. The harbour is open to all ships", "The plan"),
        ("Harbour plan\nWhat became of it", "Harbour plan"),
    ],
)
def test_the_name_of_a_section_is_no_title(above: str, title: str) -> None:
    """What is pasted from a page has it over the headline; a short title stays one."""
    text = f"{above}\nThe chief of the harbour resigned on Tuesday, the board said."
    assert one("a.txt", text).title == title


def test_where_a_page_stands_on_its_site_is_no_title() -> None:
    """What is pasted from a page may begin with the way to it."""
    text = (
        "Home > News > Local\n\nQuay to close for a month\n\nThe quay of Tarn will close, she said."
    )
    assert one("a.txt", text).title == "Quay to close for a month"
    assert one("a.txt", "Profit > loss\nBy Ann Lee\n\nIt was late.").title != "Profit > loss"


def test_a_pasted_mail_is_called_by_its_subject_and_of_its_day() -> None:
    """Nobody's title is "From: …"; a line "Subject" alone makes no mail."""
    head = "From: Press Office <press@tarn.example>\nDate: Wed, 26 Nov 2025 10:02:11 +0000\n"
    document = one("a.txt", f"{head}Subject: Statement on the quay\n\nThe quay will close.")
    assert (document.title, (document.published or "")[:10]) == (
        "Statement on the quay",
        "2025-11-26",
    )
    assert one("a.txt", "Subject: the quay\nThe quay will close.").title == "Subject: the quay"


def test_lines_that_say_what_they_tell_are_taken_at_their_word() -> None:
    """As people head a text of their own; one such line alone is a headline with a colon."""
    head = "Title: Quay to close\nOutlet: Tarn Courier\nAuthor: Ann Lee\nDate: 26 November 2025\n"
    document = one("a.txt", f"{head}\nThe quay will close, she said.")
    assert (document.title, document.outlet) == ("Quay to close", "Tarn Courier")
    assert (document.authors, document.published) == (("Ann Lee",), "2025-11-26")
    alone = one("a.txt", "Title: the last fight\n\nThe quay will close, she said.")
    assert (alone.title, alone.outlet) == ("Title: the last fight", None)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("School plan, draft of 2 September 2025", "2025-09-02"),
        ("School plan (as agreed on 9 May 2025)", "2025-05-09"),
        ("School plan – revised version of 9 May 2025", "2025-05-09"),
        ("What became of the plan of 9 May 2025", None),
        ("Quay to close, harbour board agreed on 9 May 2025", None),
    ],
)
def test_the_title_of_a_plan_may_say_its_day(title: str, day: str | None) -> None:
    """Only where that is all that its end says."""
    text = f"{title}\n\n1. The quay shall close.\n2. The fee shall be 45 crowns."
    assert one("a.txt", text).published == day
    assert one("a.md", f"# {text}").published == day


def test_the_title_of_a_talk_may_end_with_its_day() -> None:
    """A headline of an article that does so tells of something on that day."""
    title = "Press conference, county hall, 17 September 2025"
    said = "HOLT: The fee is halved.\n\nVOSS: Is that all?\n\nHOLT: That is all. Thank you."
    document = one("a.txt", f"{title}\n\n{said}")
    assert (document.kind, document.published) == ("transcript", "2025-09-17")
    assert one("a.txt", f"{title}\n\nThe fee was halved, Holt said.").published is None


def test_outlet_and_day_may_stand_under_what_is_pasted() -> None:
    """As clippings are signed; a day alone at the end is no day of publication."""
    words = "Mayor resigns\n\nThe mayor of Tarn resigned. " + "She said so.\n" * 9
    document = one("a.txt", f"{words}\n– Tarn Courier, 26 November 2025")
    assert (document.outlet, document.published) == ("Tarn Courier", "2025-11-26")
    assert one("a.txt", f"{words}\n26 November 2025").published is None


@pytest.mark.parametrize(
    ("text", "title", "lines"),
    [
        (
            "Mayor resigns\n26 November 2025\nby Maren Holt, Tarn\n\nShe said\nso.",
            "Mayor resigns",
            4,
        ),
        ("# Mayor resigns\nBy Maren Holt\n26 November 2025\n\nShe said\nso.", "Mayor resigns", 4),
        ("Mayor resigns\nBy Maren Holt, 26 November 2025\nShe said\nso.", "Mayor resigns", 3),
    ],
)
def test_headline_and_day_in_one_paragraph_of_markdown_are_read(
    text: str, title: str, lines: int
) -> None:
    """Whoever types a headline, a byline and a date under one another leaves no blank lines."""
    document = one("a.md", text)
    assert (document.title, document.published) == (title, "2025-11-26")
    assert document.authors == ("Maren Holt",)
    assert document.text.split("\n")[-1] == "She said so."
    assert document.text.count("\n") == lines - 1


def test_a_wrapped_paragraph_of_markdown_is_no_header() -> None:
    """However its lines end, "by" within a sentence is no byline, and a date in it none of its."""
    text = (
        "The quay was shut\nby order of the council on Monday\nafter a storm, on\n26 November 2025"
    )
    document = one("a.md", f"{text}\nwhen it rained.")
    assert "\n" not in document.text
    assert (document.title, document.authors, document.published) == (None, (), None)


def test_what_a_paragraph_says_is_not_taken_for_a_header() -> None:
    """The header ends where the text begins."""
    words = "The mayor said that she would go. " * 8
    document = one("a.txt", f"Mayor resigns\n{words}\nBy Maren Holt\n2025-11-26\n")
    assert (document.authors, document.published) == ((), None)


def test_options_say_what_a_text_is() -> None:
    """A plan, a draft; the outlet and the day."""
    document = one(
        "a.txt", "1. One.\n2. Two.", format="plan", outlet="Tarn FM", published="2025/11/26"
    )
    assert (document.kind, document.outlet, document.published) == ("plan", "Tarn FM", "2025-11-26")
    assert document.text == "1. One.\n2. Two."
    assert one("a.txt", "WITKIN: A.\nROE: B.\nWITKIN: C.\nROE: D.", format="draft").turns == ()


def test_markdown_loses_its_marks_and_keeps_its_numbers() -> None:
    """People cite "point 2"."""
    written = (
        "---\ntitle: 'Framework: the third draft'\nkind: plan\ndate: 2025-11-20\n"
        "author:\n  - Maren Holt\n  - Idris Vale\nsource: The Tarn Courier\ntags: [a, b]\n"
        "url: https://courier.example/plan\nlang: en-GB\nid: plan-3\nnested:\n  a: b\n---\n"
        "# Framework\n\nHanded over on *20 November*, see [the story](https://x.example).\n"
        "It has no\nletterhead.\n\n"
        "1. The ferry **stays**.\n2. The fare is `$4`.\n\n   It may rise.\n\n"
        "- One boat\n- Two <b>boats</b>\n\n> Agreed.\n\n"
        "| Year | Riders |\n|--|--|\n| 2024 | 9,100 |\n\n"
        "![a pier](p.png)\n\n<div>By hand <i>added</i></div>\n\n    kept  as is\n\nEnd\\\nof it."
    )
    document = one("plan.md", written)
    assert document.text.split("\n") == [
        "Framework",
        "Handed over on 20 November, see the story. It has no letterhead.",
        "1. The ferry stays.",
        "2. The fare is $4.",
        "It may rise.",
        "One boat",
        "Two boats",
        "Agreed.",
        "Year | Riders",
        "2024 | 9,100",
        "By hand added",
        "kept  as is",
        "End",
        "of it.",
    ]
    assert (document.id, document.kind) == ("plan-3", "plan")
    assert document.title == "Framework: the third draft"
    assert document.authors == ("Maren Holt", "Idris Vale")
    assert (document.outlet, document.published) == ("The Tarn Courier", "2025-11-20")
    assert (document.address, document.language) == ("https://courier.example/plan", "en")


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ("She said:\n\n> It is late.\n>\n> Go.", ["She said:", "“It is late.", "“Go.”"]),
        ("> It is late.\n>\n> — Ann Lee", ["“It is late.”", "— Ann Lee"]),
        ("Read on.\n\n> A tip.", ["Read on.", "A tip."]),
        ("She said:\n\n> “It is late.”", ["She said:", "“It is late.”"]),
        ("> — Ann Lee", ["— Ann Lee"]),
        ("She said <q>it is late</q>.", ["She said “it is late”."]),
    ],
)
def test_a_block_of_markdown_is_a_quotation_where_it_is_said_whose(
    block: str, lines: list[str]
) -> None:
    """Above it, before a colon, or below, behind a dash."""
    assert one("a.md", block).text.split("\n") == lines


def test_points_within_a_point_of_markdown_have_lines_of_their_own() -> None:
    """ "(a)" and "(ii)" on lines of their own; a line that is only wrapped there is none."""
    written = (
        "1. The quay:\n   (a) is mended,\n   at once;\n   (b) stays.\n2. As under\n   (b) above."
    )
    lines = ["1. The quay:", "(a) is mended, at once;", "(b) stays.", "2. As under (b) above."]
    assert one("plan.md", written).text.split("\n") == lines


def test_articles_that_count_on_from_line_to_line_are_no_paragraph_of_markdown() -> None:
    """Whoever writes a treaty in Markdown may leave no empty lines between its articles."""
    written = (
        "Article 1. The quay is\nmended.\nArticle 2. It stays,\nsee\nArticle 1. above.\n"
        "Article 3. End."
    )
    lines = [
        "Article 1. The quay is mended.",
        "Article 2. It stays, see Article 1. above.",
        "Article 3. End.",
    ]
    assert one("plan.md", f"# Plan\n\n{written}").text.split("\n")[1:] == lines


def test_markdown_without_front_matter_is_titled_by_its_heading() -> None:
    """Else by its first line, as plain text is."""
    assert one("a.md", "# The plan\n\nIt is long.").title == "The plan"
    assert one("a.md", "The plan\n\nIt is long.").title == "The plan"
    assert one("a.md", "---\n\nIt is long.").title is None
    assert one("a.md", "---\nauthors: [Maren Holt, 'Idris Vale']\n---\nIt is long.").authors == (
        "Maren Holt",
        "Idris Vale",
    )
    assert one("a.md", "<p align=center>A badge</p>\n\nIt is *long*.").text.endswith("It is long.")


def test_front_matter_is_read_from_any_text_file() -> None:
    """Notes are often .txt."""
    document = one("a.txt", "---\ntitle: The plan\n---\nIt is *long*.")
    assert (document.title, document.text) == ("The plan", "It is long.")


def test_a_markdown_transcript_has_turns() -> None:
    """Labels in bold are labels."""
    lines = ["**Maren Holt:** Who rang?", "**Idris Vale:** You did.", "**Maren Holt:** No."]
    document = one("call.md", "\n\n".join(lines))
    assert document.kind == "transcript"
    assert spoken(document)[0] == ("Maren Holt", "Who rang?")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "it is empty"),
        (b" \n\t\r\n ", "it is empty"),
        ("\u200b\ufeff\u200b".encode(), "there is no text in it"),
        (b"abc\0def", "it is binary"),
        (bytes(range(1, 128)) * 4, "it is binary"),
        (b"\x89PNG\r\n\x1a\n", "it is a picture (PNG)"),
        (b"\xff\xd8\xff\xe0 JFIF", "it is a picture (JPEG)"),
        (b"MZ\x90\x00", "it is a program"),
        (b"\x7fELF", "it is a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an old Office document"),
        (b"PK\x03\x04 nothing", "it is a ZIP archive"),
        (b"\x00\x00\x00\x20ftypmp42", "it is a recording"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "add its web address"),
    ],
)
def test_what_is_no_text_is_left_out_with_its_reason(data: bytes, says: str) -> None:
    """The sentence says which file, what it is, and what to do."""
    reason = why("folder/thing.txt", data)
    assert reason.startswith("Could not read folder/thing.txt: ")
    assert says in reason
    assert reason.endswith(".")


def test_other_encodings_are_read_when_they_are_clear() -> None:
    """Windows text, UTF-16 with its mark; half-broken UTF-8 is refused with its line."""
    said = "The mayor’s “plan” cost €4 million, said Zoë Ångström at the café. " * 3
    assert one("a.txt", said.encode("cp1252")).text == said.strip()
    assert one("a.txt", said.encode("utf-16")).text == said.strip()
    assert one("a.txt", said.encode("utf-8-sig")).text == said.strip()
    assert "line 2 is not UTF-8 (byte 0xFF)" in why("a.txt", b"Hello there\nabc \xff\xfe\xfa \x81")
    damaged = said.encode().replace(b"plan", b"pl\xffn", 1)
    assert "line 1 is not UTF-8 (byte 0xFF)" in why("a.txt", damaged)


def test_a_declared_charset_is_believed_if_it_fits() -> None:
    """Latin-1 means Windows-1252 on the web; names of no charset are passed over."""
    assert decode("“Tarn”".encode("cp1252"), declared="iso-8859-1") == "“Tarn”"
    assert decode("Ærø".encode("cp865"), declared="'cp865'") == "Ærø"
    assert decode(b"Tarn", declared="no-such-charset") == "Tarn"
    polish = "Burmistrz miasta Łódź złożył rezygnację, ponieważ rada nie przyjęła jego planu. "
    assert decode(polish.encode("cp1250") * 9, declared="base64") == polish * 9


def test_nothing_that_acts_instead_of_being_read_gets_through() -> None:
    """Terminal sequences, controls, reversed directions, what is invisible inside words."""
    assert clean("a\x1b[31mred\x1b[0m\x07 \x1b]0;title\x07b\x9b1mc\x1bM") == "ared bc"
    assert clean("for\u202eged\u2066 wo\u00adrd\u200bs\ufeff \U000e0041") == "forged words "
    assert clean("\ufffea\uffff") == "a"
    assert clean("a\r\nb\rc\x0bd\u2028e\x85f") == "a\nb\nc\nd\ne\nf"
    assert clean("میخواهم 👨‍👩‍👧") == "میخواهم 👨‍👩‍👧"
    assert one_line(" a\n\tb\x00 ") == "a b"
    assert one_line("\x00") is None
    assert one("a.txt", "The \x1b[1mmayor\x1b[0m re\u00adsigned.").text == "The mayor resigned."


def test_a_packed_text_is_unpacked_and_a_bomb_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small on disk and endless in memory: reading stops, and says so."""
    assert one("a.txt.gz", gzip.compress(ARTICLE.encode())).text == ARTICLE.strip()
    bomb = gzip.compress(b"a" * 30_000_000)
    for name in ("a.txt.gz", "a.jsonl.gz"):
        assert "when unpacked, and Onix stops there" in why(name, bomb)
    assert "a part is missing" in why("a.txt.gz", gzip.compress(ARTICLE.encode() * 99)[:-9])
    damaged = bytearray(gzip.compress(ARTICLE.encode()))
    damaged[20:40] = bytes(20)
    assert "it is damaged" in why("a.txt.gz", bytes(damaged))
    two = gzip.compress(b"One.\n") + gzip.compress(b"Two.") + b"\0\0\0\0"
    assert one("a.txt.gz", two).text == "One.\nTwo."
    monkeypatch.setattr("onix.intake.unpack._LONGEST_LINE", 100)
    assert "too long for one document" in why(
        "a.jsonl.gz", gzip.compress(b'{"text": "' + b"a" * 300)
    )


def test_one_document_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads a sentence into a gigabyte by mistake."""
    monkeypatch.setattr("onix.intake.documents.LARGEST_DOCUMENT", 1000)
    assert "one document has at most" in why("a.txt", "The mayor resigned. " * 100)
    monkeypatch.setattr("onix.intake.build.LARGEST_DOCUMENT", 10)
    assert "one document has at most" in why("a.jsonl", '{"text": "The mayor resigned."}')
    monkeypatch.setattr("onix.intake.documents.LARGEST_INPUT", 10)
    assert "Split it into smaller files" in why("a.jsonl", '{"text": "The mayor resigned."}')


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Maren Holt and Idris Vale, Staff Writers", ("Maren Holt", "Idris Vale")),
        ("Maren Holt, Tarn Courier | Idris Vale", ("Maren Holt", "Tarn Courier", "Idris Vale")),
        ("MAREN HOLT, in Washington", ("MAREN HOLT",)),
        ("Words: Maren Holt", ("Maren Holt",)),
        ("Martin Vale, Jr.", ("Martin Vale, Jr",)),
        ("By The Associated Press", ("The Associated Press",)),
        ("Reuters", ("Reuters",)),
        ("https://social.example/maren", ()),
        ("   ", ()),
        (None, ()),
        (7, ()),
        ({"name": ["Maren Holt", "Maren Holt"]}, ("Maren Holt",)),
        (["Maren Holt", {"name": "Idris Vale"}, None], ("Maren Holt", "Idris Vale")),
    ],
)
def test_names_are_taken_out_of_a_byline(line: object, names: tuple[str, ...]) -> None:
    """Posts and towns are no names."""
    assert people_in(line) == names


@pytest.mark.parametrize(
    "end",
    [
        "She said that she would …",
        "She said that she would [...]",
        "Subscribe to continue reading.",
        "To continue reading this story, sign in.",
        "Already a subscriber? Sign in",
        "This article is for subscribers only.",
        "Read more",
    ],
)
def test_a_stub_looks_cut(end: str) -> None:
    """What ends in an ellipsis or an offer is kept, and marked."""
    document = one("a.txt", f"The mayor of Tarn resigned on Wednesday.\n{end}")
    assert document.cut
    assert document.text.endswith(end)


def test_a_whole_text_does_not_look_cut() -> None:
    """Long texts end in "Read more" by accident; a sentence about members is reporting."""
    assert not one("a.txt", "The mayor of Tarn resigned. " * 80 + "\nRead more").cut
    assert not one("a.txt", "It was late.\nRead more: Where to park on Sunday").cut
    assert not one("a.txt", "It was late.\nAlready a member of the council, he stayed.").cut


@pytest.mark.parametrize(
    "note",
    [
        "Correction: The line opened in 1964, not 1954.",
        "Correction (Nov. 28): The line opened in 1964.",
        "CORRECTION, Nov. 28: The line opened in 1964.",
        "Clarification — The vote was 7 to 4.",
        "An earlier version of this article misstated the year.",
        "An earlier version of this story incorrectly said that the line had closed.",
        "This article was amended on 28 November 2025. The line opened in 1964.",
        "This story has been updated to correct the spelling of Lindqvist.",
        "• This article was amended on 28 November to remove a name.",
        "Editor's note: The figure in the third paragraph was corrected.",
    ],
)
def test_a_correction_note_is_seen(note: str) -> None:
    """An answer from a corrected article says so."""
    assert one("a.txt", f"The ferry line closes.\n\nIt opened in 1964.\n\n{note}").corrected


@pytest.mark.parametrize(
    "line",
    [
        "The Department of Correction said nothing.",
        "Stocks entered a correction: they fell by 10 percent.",
        "This story has been updated with a comment from the mayor.",
        "Officials corrected the figure on Monday.",
    ],
)
def test_reporting_about_corrections_is_none(line: str) -> None:
    """The note has to be about the text itself."""
    assert not one("a.txt", f"The ferry line closes.\n\n{line}").corrected


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("This article was amended on 15 September 2025 to correct the sum.", "2025-09-15"),
        ("This article was amended on 3 January. The sum was wrong.", "2026-01-03"),
        ("Correction (Sept. 15): An earlier version gave the wrong sum.", "2025-09-15"),
        ("Correction: An earlier version of this story gave the wrong sum.", None),
        ("The law was amended on 15 September 2025.", None),
    ],
)
def test_the_day_of_a_correction_is_taken_from_its_note(note: str, day: str | None) -> None:
    """A day without a year is the first one since publication."""
    text = f"Mayor resigns\n2025-09-10\n\nThe mayor of Tarn resigned over a lease.\n{note}"
    assert one("a.txt", text).modified == day


def test_the_line_of_a_press_release_says_its_day() -> None:
    """Whatever stands beside it; a day in a sentence is none of it."""
    head = "Tarn Yards names a new head"
    for line in (
        "Press release – 19 March 2026, 07:00 – Tarn Yards plc",
        "MEDIA STATEMENT | 19 March 2026",
    ):
        document = one("release.txt", f"{head}\n\n{line}\n\nRosa Quay will lead the yards.\n")
        assert document.title == head
        assert (document.published or "").startswith("2026-03-19")
    other = one("release.txt", f"{head}\n\nStatement – it was read out on 19 March.\n\nShe left.\n")
    assert other.published is None


def test_a_sign_for_two_letters_is_two_letters() -> None:
    """A PDF hands over what its font draws, and so does whoever copies out of one."""
    assert clean("the ﬁshing oﬃce, a ﬂoat oﬀ Halm") == "the fishing office, a float off Halm"


@pytest.mark.parametrize("outlet", ["Castor Wire", "Pelham Newsroom", "The Halm Advocate"])
def test_an_outlet_stands_alone_between_title_and_day(outlet: str) -> None:
    """By a word with which such names end."""
    text = (
        f"Mill closes\n{outlet}\nApril 21, 2026\n\nThe mill at Halm has closed, its owner said.\n"
    )
    document = one("mill.txt", text)
    assert (document.outlet, document.published) == (outlet, "2026-04-21")
