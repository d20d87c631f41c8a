"""Transcripts as Zoom, Teams, Otter, Trint and video sites save them: names beside times."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from onix.intake.stamps import plain_name
from tests.intake.reading import one, spoken

SAID = [
    ("Maren Holt", "Is the ferry late?"),
    ("Idris Vale", "It is not late, it is gone."),
    ("Maren Holt", "Since when?"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Maren Holt  0:03\nIs the ferry late?\n\nIdris Vale  0:07\nIt is not late, it is gone.\n\n"
        "Maren Holt  0:11\nSince when?\n\nTranscribed by https://recorder.example",
        "[Maren Holt] 10:02:11\nIs the ferry late?\n\n[Idris Vale] 10:02:15\n"
        "It is not late, it is gone.\n\n[Maren Holt] 10:02:19\nSince when?",
        "[00:00:03] Maren Holt\nIs the ferry late?\n\n[00:00:07] Idris Vale\n"
        "It is not late, it is gone.\n\n[00:00:11] Maren Holt\nSince when?",
        "0:0:3.0 --> 0:0:4.120\nMaren Holt\nIs the ferry late?\n0:0:7.5 --> 0:0:9.1\nIdris Vale\n"
        "It is not late, it is gone.\n0:0:11.5 --> 0:0:12.0\nMaren Holt\nSince when?",
        "Ferry call-20250506_100012-Meeting Recording\n6 May 2025, 10:00AM\n6m 12s\n\n"
        "Maren Holt started transcription\n\nHolt, Maren (Harbour)   0:03\nIs the ferry late?\n\n"
        "Idris Vale   0:07\nIt is not late, it is gone.\n\nHolt, Maren (Harbour)   0:11\n"
        "Since when?\n\nMaren Holt stopped transcription",
    ],
)
def test_a_name_and_a_time_on_a_line_say_who_speaks(text: str) -> None:
    """Also where three things are said, and what the program adds is nobody's and no words."""
    document = one("call.txt", text)
    assert document.kind == "transcript"
    assert spoken(document) == SAID
    assert [turn.begins for turn in document.turns] in (
        [3, 7, 11],
        [3, 7.5, 11.5],
        [36131, 36135, 36139],
    )


def test_times_behind_labels_are_no_words() -> None:
    """The label stands in the text, as in any text with labels; the turn begins behind the time."""
    text = (
        "Maren Holt: [00:00:03] Is the ferry late?\n\nIdris Vale: [00:00:07] It is not late, "
        "it is gone.\n\nMaren Holt: [00:00:11] Since when?"
    )
    document = one("call.txt", text)
    assert document.text == text
    assert spoken(document) == SAID
    assert [turn.begins for turn in document.turns] == [3, 7, 11]


@pytest.mark.parametrize(
    "head", ["[17/03/2026, 10:02:11] ", "17/03/26, 10:02 - ", "3/17/26, 10:02 PM - "]
)
def test_a_chat_says_who_writes(head: str) -> None:
    """Its lines have a day, too."""
    document = one("chat.txt", "\n".join(f"{head}{name}: {words}" for name, words in SAID))
    assert spoken(document) == SAID


def test_captions_of_one_speaker_are_joined() -> None:
    """A quotation lies in one piece, though Zoom cuts a sentence into several captions."""
    text = "[Maren Holt] 10:02:11\nThe ferry is late\n\n[Maren Holt] 10:02:14\nuntil spring."
    document = one("call.txt", text)
    assert document.text == "The ferry is late until spring."
    assert (document.turns[0].begins, len(document.turns)) == (36131.0, 1)


def test_a_transcript_is_called_by_its_file_where_it_begins_with_a_speaker() -> None:
    """A name with a time is nobody's title; a line above it is one, and a date is its date."""
    text = "Maren Holt  0:03\nIs it late?\n\nIdris Vale  0:07\nIt is."
    assert one("calls/ferry-call.txt", text).title == "ferry call"
    document = one("a.txt", f"May 6, 2025\n\nFerry call - Transcript\n00:00:00\n\n{text}")
    assert (document.title, document.published) == ("Ferry call - Transcript", "2025-05-06")


def test_one_voice_that_is_recorded_alone_is_a_transcript() -> None:
    """A note to oneself has one speaker."""
    document = one("note.txt", "Speaker 1  0:00\nThe ferry is gone, I saw it myself.")
    assert spoken(document) == [("Speaker 1", "The ferry is gone, I saw it myself.")]


@pytest.mark.parametrize(
    "text",
    [
        "Open day\n\nWelcome 9:00\nThe mayor speaks.\n\nLunch 12:30\nIn the hall.",
        "Tarn run\n\nMaren Holt 2:04:31\nIdris Vale 2:05:10\nAnn Lee 2:06:02",
        "Holt wins\n\nMaren Holt 2:04\nIdris Vale 2:05\n\nThe race was close, the mayor said.",
        "Ferries leave at\n9:00\n10:00\n11:00\nand nobody knows why.",
        "Tuesday 0:30\nThe bar closes.\nWednesday 0:30\nThe bar closes.",
    ],
)
def test_programmes_results_and_timetables_are_no_transcripts(text: str) -> None:
    """Times stand beside names in many lists."""
    document = one("a.txt", text)
    assert (document.kind, document.turns) == ("article", ())


def test_what_is_copied_from_beside_a_video_has_its_times() -> None:
    """The times are no words, so that a quotation lies in one piece."""
    text = "0:03\nthe ferry is late and\n0:07\nit will stay late\n0:11\nuntil the spring"
    document = one("council-on-video.txt", text)
    assert document.kind == "transcript"
    assert document.text == "the ferry is late and it will stay late until the spring"
    assert (document.turns[0].speaker, document.turns[0].begins) == (None, 3.0)
    assert document.title == "council on video"


@pytest.mark.parametrize(
    "text",
    [
        "[00:00.000 --> 00:04.000]  The ferry is late and\n"
        "[00:04.000 --> 00:07.500]  it will stay\n[00:07.500 --> 00:09.000]  late until spring.",
        "0:00 The ferry is late and\n0:04 it will stay\n0:07 late until spring.",
        "start\tend\ttext\n0\t4000\tThe ferry is late and\n4000\t7500\tit will stay\n"
        "7500\t9000\tlate until spring.\n",
    ],
)
def test_what_a_recogniser_prints_is_a_transcript(text: str) -> None:
    """Lines that begin with their times, and the table that Whisper saves."""
    document = one("ferry.tsv", text)
    assert document.kind == "transcript"
    assert document.text == "The ferry is late and it will stay late until spring."
    assert document.turns[0].begins == 0.0


def test_labels_behind_times_say_who_speaks() -> None:
    """As in subtitles."""
    text = "[00:03] Maren Holt: Is it late?\n[00:07] Idris Vale: It is.\n[00:11] Maren Holt: Oh."
    document = one("a.txt", text)
    assert spoken(document) == [
        ("Maren Holt", "Is it late?"),
        ("Idris Vale", "It is."),
        ("Maren Holt", "Oh."),
    ]
    assert [turn.begins for turn in document.turns] == [3.0, 7.0, 11.0]


def test_a_recorder_may_say_first_what_it_heard() -> None:
    """Otter puts key words and the names of all who speak above the first of them."""
    text = (
        "Ferry call\nTue, May 6, 2025 10:00AM • 6:12\nSUMMARY KEYWORDS\nferry, quay\nSPEAKERS\n"
        "Maren Holt, Idris Vale\n\nMaren Holt  00:03\nIs it late?\n\nIdris Vale  00:07\nIt is.\n"
    )
    document = one("a.txt", text)
    assert (document.title, document.published) == ("Ferry call", "2025-05-06")
    assert spoken(document) == [("Maren Holt", "Is it late?"), ("Idris Vale", "It is.")]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Lowe, Gareth (Highways)", "Gareth Lowe"),
        ("van Dam, Jan", "Jan van Dam"),
        ("O'Neil, Ann B.", "Ann B. O'Neil"),
        ("Maren Holt, CNN", "Maren Holt, CNN"),
        ("HOLT, MAYOR", "HOLT, MAYOR"),
        ("Maren Holt (guest)", "Maren Holt (guest)"),
        ("Town Clerk", "Town Clerk"),
    ],
)
def test_a_family_name_before_a_comma_goes_behind(written: str, name: str) -> None:
    """As the directories of offices have it; a post or a station behind a comma is none."""
    assert plain_name(written) == name


def test_a_voice_of_subtitles_is_written_as_people_write_a_name() -> None:
    """Teams takes names from the directory."""
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Lowe, Gareth (Highways)>It is shut.</v>"
    assert spoken(one("a.vtt", vtt)) == [("Gareth Lowe", "It is shut.")]


def test_a_word_file_may_be_a_transcript() -> None:
    """Teams and most recorders save one."""
    written = docx.Document()
    for name, words in SAID:
        written.add_paragraph(f"{name}   0:03\n{words}")
    data = BytesIO()
    written.save(data)
    document = one("ferry-call.docx", data.getvalue())
    assert (document.kind, document.title) == ("transcript", "ferry call")
    assert spoken(document) == SAID
    assert one("a.docx", data.getvalue(), format="draft").turns == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("MAYOR: We will not close the ferry.", ["Mayor"]),
        (
            "Mayor: We stay.\nClerk: Carried.\nCllr Vale: Then I resign.",
            ["Mayor", "Clerk", "Cllr Vale"],
        ),
        (
            "Ferry vote\n6 May 2025\n\nMs Holt: Who objects?\n\nMr Vale: I do.",
            ["Ms Holt", "Mr Vale"],
        ),
        (
            "Cllr Maren Holt: I move.\nMr Vale: No.\nCllr Holt: Well, I do.",
            ["Cllr Maren Holt", "Mr Vale", "Cllr Maren Holt"],
        ),
    ],
)
def test_a_short_piece_in_which_everybody_speaks_once_is_a_transcript(
    text: str, speakers: list[str]
) -> None:
    """What is said to somebody has "I" and "we" in it, or asks."""
    document = one("a.txt", text)
    assert document.kind == "transcript"
    assert [turn.speaker for turn in document.turns] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "NEW DELHI: The minister resigned on Monday.",
        "NEW DELHI: “We won,” the minister said.\nMUMBAI: Schools stay shut.",
        "Mayor: We will not close the ferry\n\nThe mayor of Tarn has ruled it out.",
        "MAYOR: We stay.\n\nThe mayor of Tarn has ruled out a closure, and we asked why.",
        "ARIES: You will travel.\nTAURUS: Your boss is late.\nLEO: You meet a friend.",
        "Parking: You can park behind the hall.\nFood: We serve lunch.",
    ],
)
def test_towns_headlines_and_boxes_are_no_speakers(text: str) -> None:
    """Where stories are filed from, and what is printed beside them."""
    assert one("a.txt", text).kind == "article"


@pytest.mark.parametrize(
    ("above", "label", "name"),
    [
        ("Interview with Maren Holt, 6 May", "MH", "Maren Holt"),
        ("Maren Holt, the harbour master, spoke to TR.", "MH", "Maren Holt"),
        ("Q&A: Maren Holt on the ferry", "Holt", "Maren Holt"),
        ("Q&A: Maren Holt on the ferry", "HOLT", "Maren Holt"),
        (
            "Q&A: Maren Holt on the ferry\n\nOn Monday Holt met us. Ms Holt is late.",
            "Holt",
            "Maren Holt",
        ),
        ("When Holt came, nobody was there.", "Holt", "Holt"),
        ("Q&A: Maren Holt and Jan Holt on the ferry", "Holt", "Holt"),
        ("Interview with a harbour master", "MH", "MH"),
    ],
)
def test_lines_above_say_who_a_short_label_is(above: str, label: str, name: str) -> None:
    """As people type their own interviews; what fits nobody, or two, stays as it is."""
    text = f"{above}\n\nTR: Is it late?\n{label}: It is gone.\nTR: Since when?\n{label}: Monday."
    assert [speaker for speaker, _ in spoken(one("a.txt", text))] == ["TR", name] * 2


PAGE = """<html><head><title>Press conference</title></head><body><article><h1>Press conference</h1>
{}</article></body></html>"""


def test_a_page_of_nothing_but_talk_is_a_transcript() -> None:
    """As offices and stations print them."""
    talk = [
        ("MAYOR HOLT", "Thank you all for coming. We will keep the ferry as long as we can."),
        ("REPORTER", "Mayor, have the engineers told you to stop it?"),
        ("MAYOR HOLT", "They have not. I spoke to them this morning, and they are content."),
        ("REPORTER", "And if they do?"),
        ("MAYOR HOLT", "Then I will stop it within the hour, whatever the island says to me."),
    ]
    lines = [f"<p><strong>{name}:</strong> {words}</p>" for name, words in talk]
    document = one("page.html", PAGE.format("".join(lines)))
    assert document.kind == "transcript"
    speakers = [turn.speaker for turn in document.turns]
    assert speakers == ["Mayor Holt", "Reporter", "Mayor Holt", "Reporter", "Mayor Holt"]
    told = [
        f"<p>On day {each} the mayor of Tarn met reporters on the quay.</p>" for each in range(8)
    ]
    document = one("page.html", PAGE.format("".join([*told[:4], *lines, *told[4:]])))
    assert (document.kind, document.turns) == ("article", ())
