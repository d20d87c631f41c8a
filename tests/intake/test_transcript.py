"""Transcripts: who says what, in which words, from which second on."""

from __future__ import annotations

import pytest

from tests.intake.reading import one, spoken, why

VTT = """WEBVTT - Call of the two envoys
Kind: captions

NOTE
Published by the newspaper with the recording.
Date: 2025-10-14

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start position:10%
<v Maren Holt>Good <b>morning</b>,
how are you &amp; yours?

00:04.500 --> 00:06.250
<v.quiet Maren Holt>You called me <00:00:05.500>back.</v>

3
00:00:06.250 --> 00:00:09.000
<v Idris Vale>I did.<v Maren Holt>Thank you.

4
01:00:00.000 --> 01:00:01.000
[laughs]
"""


def test_webvtt_gives_the_words_and_who_says_them() -> None:
    """Cues of one voice in a row are one turn; names and tags are no words."""
    document = one("call.vtt", VTT)
    assert document.kind == "transcript"
    assert document.text == (
        "Good morning, how are you & yours? You called me back.\nI did.\nThank you.\n[laughs]"
    )
    assert spoken(document) == [
        ("Maren Holt", "Good morning, how are you & yours? You called me back."),
        ("Idris Vale", "I did."),
        ("Maren Holt", "Thank you."),
        (None, "[laughs]"),
    ]
    assert (document.turns[0].begins, document.turns[0].ends) == (1.0, 6.25)
    assert document.turns[3].begins == 3600.0
    assert (document.title, document.published) == ("Call of the two envoys", "2025-10-14")


def test_a_note_may_say_who_published_it_and_when() -> None:
    """Only what is written there; the day of the call is another thing."""
    note = "NOTE\nTranscript published by The Tarn Courier on 6 May 2025\nwith the recording."
    document = one("a.vtt", f"WEBVTT\nTitle: A call\n\n{note}\n\n00:01.000 --> 00:02.000\nYes.")
    assert (document.outlet, document.published) == ("The Tarn Courier", "2025-05-06")
    assert document.title == "A call"
    short = "NOTE Tarn harbour board, 3 March 2026"
    document = one("a.vtt", f"WEBVTT\n\n{short}\n\n00:01.000 --> 00:02.000\nYes.")
    assert (document.title, document.published) == ("Tarn harbour board", "2026-03-03")
    other = "NOTE Outlet: Tarn FM\n\nNOTE Headline: Second call"
    document = one("a.vtt", f"WEBVTT\n\n{other}\n\n00:01.000 --> 00:02.000\nYes.")
    assert (document.outlet, document.published, document.title) == ("Tarn FM", None, "Second call")


def test_without_a_title_the_file_name_is_one() -> None:
    """As people name their files."""
    cue = "WEBVTT\n00:01.000 --> 00:02.000\nYes."
    assert one("calls/leaked-call_2.vtt", cue).title == "leaked call 2"
    dated = one("calls/2026-03-03-board.vtt", cue)
    assert (dated.title, dated.published) == ("board", "2026-03-03")
    assert one("calls/2026-03-03.vtt", cue).title == "2026 03 03"
    assert one("https://courier.example/c.vtt", cue).title is None
    assert one(None, cue).title is None


@pytest.mark.parametrize(
    ("cue", "number", "shown", "mended"),
    [
        ("00:01:02,5 --> 00:01:03.000", 3, "00:01:02,5", "00:01:02.500"),
        ("00:01:02.000 --> 1:3.5", 3, "1:3.5", "00:01:03.500"),
        ("soon --> later", 3, "soon", "00:01:02.500"),
        ("00:01:02.000 -->", 3, "", "00:01:02.500"),
    ],
)
def test_a_broken_cue_time_is_named_with_its_line(
    cue: str, number: int, shown: str, mended: str
) -> None:
    """And with what to write instead."""
    assert why("interview.vtt", f"WEBVTT\n\n{cue}\nHello.") == (
        f'Could not read interview.vtt: line {number} is not a cue time ("{shown}"). '
        f"Write {mended}, or use --format text."
    )


def test_other_broken_subtitles_say_what_is_wrong() -> None:
    """A missing first line, no cues, nothing said; and the remedy works."""
    assert 'line 1 is not "WEBVTT"' in why("a.vtt", "00:01.000 --> 00:02.000\nYes.")
    assert "there are no cues" in why("a.vtt", "WEBVTT\n\nNOTE nothing")
    assert "there are no cues" in why("a.srt", "Only words.")
    assert "nothing is said" in why("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<b></b>")
    assert "line 2 is not a cue time" in why("a.srt", "1\n00:00:01 --> 00:00:02,000\nYes.")
    assert one("a.vtt", "WEBVTT\n\n0:1 --> 0:2\nYes.", format="text").kind == "article"


def test_a_blank_line_inside_a_cue_loses_nothing() -> None:
    """The format ends the cue there; people do not mean it."""
    cues = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\nTwo.\n\nintro\n00:03.000 --> 00:04.000\nThree."
    )
    assert one("a.vtt", cues).text == "One. Two. Three."


def test_srt_labels_become_speakers() -> None:
    """Capitals as in broadcasting; a chevron alone is somebody else."""
    srt = (
        "1\n00:00:01,000 --> 00:00:02,000\nJANE MCROE: Hello, all\n\n"
        "2\n00:00:02,000 --> 00:00:03,500\n<i>of you.</i>\n>> REPORTER: Why, Ms. McRoe?\n"
        "3\n00:00:04,000 --> 00:00:05,000\nMCROE: {\\an8}Because.\n\n"
        "4\n00:00:05,000 --> 00:00:06,000\n>> Thank you.\n"
    )
    document = one("press-conference.srt", srt)
    assert spoken(document) == [
        ("Jane McRoe", "Hello, all of you."),
        ("Reporter", "Why, Ms. McRoe?"),
        ("Jane McRoe", "Because."),
        (None, "Thank you."),
    ]
    assert (document.turns[0].begins, document.turns[0].ends) == (1.0, 3.5)
    assert document.title == "press conference"


def test_zoom_subtitles_have_names_in_their_words() -> None:
    """No voice tags, but "Name:" before every cue."""
    cues = [("Maren Holt", "Can you hear me?"), ("Idris Vale", "Yes."), ("Maren Holt", "Good.")]
    vtt = "WEBVTT\n" + "".join(
        f"\n{n}\n00:0{n}.000 --> 00:0{n}.900\n{name}: {words}\n"
        for n, (name, words) in enumerate(cues, start=1)
    )
    assert spoken(one("zoom.vtt", vtt)) == cues


def test_subtitles_without_names_are_divided_at_pauses() -> None:
    """So that a citation leads to its place in the recording."""
    times = [(0, 2), (2, 4), (9, 10), (10, 50), (50, 51), (51, 52)]
    words = ["The boat", "is late.", "It is", "always late.", "And", "- Not today."]
    vtt = "WEBVTT\n" + "".join(
        f"\n00:00:{begins:02}.000 --> 00:00:{ends:02}.000\n{said}\n"
        for (begins, ends), said in zip(times, words, strict=True)
    )
    document = one("boat.vtt", vtt)
    assert document.text == "The boat is late.\nIt is always late.\nAnd\nNot today."
    assert [turn.begins for turn in document.turns] == [0.0, 9.0, 50.0, 51.0]
    assert {turn.speaker for turn in document.turns} == {None}


def test_rolling_captions_are_not_said_twice() -> None:
    """Automatic captions leave the last line on the screen."""
    vtt = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\n\nthe<00:00:01.000><c> boat</c>\n\n"
        "00:02.000 --> 00:02.010\nthe boat\n\n"
        "00:02.010 --> 00:04.000\nthe boat\nis<00:00:03.000><c> late</c>\n"
    )
    assert one("auto.en.vtt", vtt).text == "the boat is late"


CALL = """Call of the envoys
October 14, 2025

STEVE MCROE, ENVOY: Hello. Mr. McRoe here.
USHAKIN: (laughs) Yes.

It is me.
MCROE: Good.
USHAKIN: Good-bye.
"""


def test_labelled_text_is_a_transcript_and_stays_as_it_is() -> None:
    """The labels stay in the text; the turns are the words."""
    document = one("call.txt", CALL)
    assert (document.kind, document.text) == ("transcript", CALL.strip())
    assert spoken(document) == [
        ("Steve McRoe", "Hello. Mr. McRoe here."),
        ("Ushakin", "(laughs) Yes.\n\nIt is me."),
        ("Steve McRoe", "Good."),
        ("Ushakin", "Good-bye."),
    ]
    assert (document.title, document.published) == ("Call of the envoys", "2025-10-14")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Q: Who are you?\nA: Nobody.\nQ: Why?\nA: So.", ["Q", "A", "Q", "A"]),
        ("Q. Who are you?\nA. Nobody.\nQ. Why?\nA. So.", ["Q", "A", "Q", "A"]),
        (
            "Jan van der Berg: Yes.\nO'Neil: No.\nJan van der Berg: Yes.\nO'Neil: No.",
            ["Jan van der Berg", "O'Neil", "Jan van der Berg", "O'Neil"],
        ),
        (
            "[00:01:05] SPEAKER 1: Yes.\n[00:01:09] SPEAKER 2: No.\n[00:01:12] SPEAKER 1: Ah.",
            ["Speaker 1", "Speaker 2", "Speaker 1"],
        ),
        (
            "Maren Holt (00:01):\nYes.\n\nIdris Vale (00:04):\nNo.\n\nMaren Holt (01:02):\nAh.",
            ["Maren Holt", "Idris Vale", "Maren Holt"],
        ),
        (
            "Maren Holt  0:01\nYes, of course.\n\nIdris Vale  0:04\nNo.\n\nMaren Holt  1:02\nAh.",
            ["Maren Holt", "Idris Vale", "Maren Holt"],
        ),
        (
            "PRES. O'BRIEN: Yes.\nJ.R. VALE III: No.\nO'BRIEN: Yes.\nJ.R. VALE III: No.",
            ["Pres. O'Brien", "J.R. Vale III", "Pres. O'Brien", "J.R. Vale III"],
        ),
        (
            "CHAIR (MAREN HOLT): Order.\nVALE: I object.\nThe Chair: You may not.\nVALE: Oh.",
            ["Maren Holt", "Vale", "Maren Holt", "Vale"],
        ),
        (
            "The Chair (Ms Holt): Order.\nMr Vale: No.\nThe Chair (Dr Ruiz): Yes.\nMr Vale: Oh.\n"
            "The Chair: Hm.\nMr Vale: So.",
            ["Ms Holt", "Mr Vale", "Dr Ruiz", "Mr Vale", "The Chair", "Mr Vale"],
        ),
        (
            "MAREN HOLT: Did you lie?\nIDRIS VALE: No, I did not.\nHOLT: Careful?\nVALE: Yes.",
            ["Maren Holt", "Idris Vale", "Maren Holt", "Idris Vale"],
        ),
        (
            "REV. IDRIS VALE, CHAIRMAN: Order.\nMS. VALE: I object.\nREV. VALE: Why?\nMS. LEE: So."
            "\nREV. VALE: Oh.",
            ["Rev. Idris Vale", "Ms. Vale", "Rev. Idris Vale", "Ms. Lee", "Rev. Idris Vale"],
        ),
        (
            "[Maren Holt] Yes.\n[Idris Vale] No.\n[Maren Holt] Ah.",
            ["Maren Holt", "Idris Vale", "Maren Holt"],
        ),
        ("- Ms Holt: Yes.\n- Mr Vale: No.\n- Ms Holt: Ah.", ["Ms Holt", "Mr Vale", "Ms Holt"]),
        (
            "The CHAIR. Order.\n\n  Mr. VALE. I object. So?\n\nThe CHAIR. No.\n\nMr. VALE. Oh.",
            ["The Chair", "Mr. Vale", "The Chair", "Mr. Vale"],
        ),
        (
            "Chairman Holt. Order.\n\nMr. Vale. I object.\n\nChairman Holt. No.\n\nMr. Vale. Oh.",
            ["Chairman Holt", "Mr. Vale", "Chairman Holt", "Mr. Vale"],
        ),
        (
            "THE MAYOR: Hello.\n\nQ   Why?\n\nTHE MAYOR: So.\n\nQ    When?\n\nTHE MAYOR: Now.",
            ["The Mayor", "Q", "The Mayor", "Q", "The Mayor"],
        ),
        (
            "REPORTER (Off Mic): Why?\nHOLT: So.\nREPORTER (through interpreter): No.\nHOLT: Ah.",
            ["Reporter", "Holt", "Reporter", "Holt"],
        ),
    ],
)
def test_labels_of_many_houses_are_understood(text: str, speakers: list[str]) -> None:
    """Depositions, broadcasters, recorders' own exports."""
    document = one("a.txt", text)
    assert document.kind == "transcript"
    assert [turn.speaker for turn in document.turns] == speakers
    assert all(":" not in turn.span.text for turn in document.turns)


@pytest.mark.parametrize(
    "head",
    [
        "QUAY TALK: WHAT THE HARBOUR CHIEF SAID\n\nInterview by Maren Holt, 26 November 2025",
        "The Quay: what the harbour chief said\nBy Maren Holt | 26 November 2025",
    ],
)
def test_a_headline_with_a_colon_is_said_by_nobody(head: str) -> None:
    """It stands above a transcript, over a byline or all in capitals, and is its title."""
    document = one("a.txt", f"{head}\n\nQ: Is it shut?\nA: It is.\nQ: For good?\nA: We hope not.")
    assert document.title == head.partition("\n")[0]
    assert (document.authors, document.published) == (("Maren Holt",), "2025-11-26")
    assert [turn.speaker for turn in document.turns] == ["Q", "A", "Q", "A"]


def test_times_in_labels_are_kept() -> None:
    """A turn ends where the next begins."""
    text = "Maren Holt (00:01):\nYes.\nIdris Vale (1:00:04.5):\nNo.\nMaren Holt (aside):\nAh."
    turns = one("a.txt", text).turns
    assert [(turn.begins, turn.ends) for turn in turns] == [
        (1.0, 3604.5),
        (3604.5, None),
        (None, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ferry closes\nUpdate: The mayor spoke.\nPhoto: AP\nUpdate: She left.\nPhoto: AP",
        "Kherston: 12 dead\nKharlow: 3 dead\nOdeny: none\nTarn: none",
        "The mayor spoke.\nVALE: I did it.\nThe council met.\nIt was late.\nROE: No.\nAll slept.",
        "Phase One: Withdrawal.\nPhase Two: Talks.\nPhase One: again.\nPhase Two: again.",
        "Monday: Rain\nTuesday: Sun\nMonday: Rain\nTuesday: Sun",
        "Tarn\nOctane: $4.10\nPetrol: $3.90\nOdeny\nOctane: $4.20\nPetrol: $3.80",
        "Mr. Vale left. Nobody saw.\nMs. Holt stayed. So did we.\nMr. Vale came. It rained.",
        "[Update] The ferry is late.\n[Photo] It rained.\n[Update] It is gone.",
        "- Tarn: Open.\n- Odeny: Shut.\n- Tarn: Fair.",
        "Tarn: Open.\nOdeny: Open.\nAldersey: Shut.\nKherston: Shut.\nTarn: Fair.",
    ],
)
def test_an_article_with_colons_is_no_transcript(text: str) -> None:
    """Conservative: rather an article than an invented speaker."""
    document = one("a.txt", text)
    assert (document.kind, document.turns) == ("article", ())


def test_what_the_house_writes_at_the_end_is_said_by_nobody() -> None:
    """ "END 1:27 P.M." is not the last speaker's."""
    text = "ROE: Yes.\nVALE: No.\nROE: Thank you.\n\nEND 1:27 P.M. EST"
    document = one("a.txt", text)
    assert spoken(document)[-1] == ("Roe", "Thank you.")
    assert document.text == text


def test_machine_transcripts_without_stops_are_transcripts() -> None:
    """Long turns are speech though nobody put the points."""
    said = "so you know what i think we should do is wait for the boat"
    text = "\n".join(f"{name}: {said}" for name in ("Maren Holt", "Idris Vale") * 2)
    assert one("a.txt", text).kind == "transcript"


def test_whoever_says_it_is_a_transcript_is_believed() -> None:
    """One label is enough then; without any it is one voice nobody names."""
    document = one("a.txt", "The mayor spoke.\nVALE: I did it.", format="transcript")
    assert spoken(document) == [("Vale", "I did it.")]
    document = one("speech.txt", "I did it.", format="transcript")
    assert (document.kind, document.turns, document.title) == ("transcript", (), "speech")
    assert one("a.vtt", VTT, format="transcript").turns


def srt(*cues: str) -> str:
    """Write subtitles of a second a cue."""
    return "\n\n".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{cue}" for n, cue in enumerate(cues, 1)
    )


@pytest.mark.parametrize(
    "label", ["MODERATOR", "Moderator", "Interpreter", "Speaker 2", "The Court"]
)
def test_a_role_that_speaks_once_is_a_speaker(label: str) -> None:
    """Subtitles are speech: nobody but a speaker is called so at the start of a line."""
    document = one("a.srt", srt(f"{label}: Good evening and", "welcome to Tarn.", "- It rained."))
    name = label.title() if label.isupper() else label
    assert spoken(document) == [(name, "Good evening and welcome to Tarn."), (None, "It rained.")]


def test_the_mark_of_another_speaker_makes_a_label_one() -> None:
    """In captions that are in capitals throughout, too."""
    document = one("a.srt", srt(">> REPORTER: WHY?", ">> GOV. MAREN HOLT: NO.", ">> THANKS."))
    assert spoken(document) == [("Reporter", "WHY?"), ("Gov. Maren Holt", "NO."), (None, "THANKS.")]


def test_beside_a_moderator_full_names_are_speakers() -> None:
    """A panel in which everybody speaks once."""
    document = one(
        "a.srt",
        srt(
            "Moderator: Who begins?",
            "Maren Holt: I do, for the council.",
            "Idris Vale: And I for the line.",
            "Result: nothing was agreed.",
        ),
    )
    assert [speaker for speaker, _ in spoken(document)] == ["Moderator", "Maren Holt", "Idris Vale"]
    assert spoken(document)[-1][1].endswith("Result: nothing was agreed.")


@pytest.mark.parametrize(
    "cue",
    [
        "NOTE: The tape is cut here.",
        "Breaking: The ferry stays.",
        "Narrator: Jane Roe",
        "Bottom Line: It was a wet winter.",
        "Climate Change: A short history of the bay.",
        "Two things: It rained, and nobody came.",
    ],
)
def test_what_heads_a_line_of_subtitles_is_not_always_somebody(cue: str) -> None:
    """Notes, captions, credits and headings stay words of nobody by name."""
    document = one("a.srt", srt("It is late.", cue, "The tide is in."))
    assert {speaker for speaker, _ in spoken(document)} == {None}
    assert cue.split(":")[0] in document.text


def test_in_capitals_throughout_capitals_name_nobody() -> None:
    """Old captions shout everything; a role is a speaker there, too."""
    document = one("a.srt", srt("HOST: GOOD EVENING.", "THE RESULT: WE LOST.", "GOOD NIGHT."))
    assert spoken(document) == [("Host", "GOOD EVENING. THE RESULT: WE LOST. GOOD NIGHT.")]


CHATS = {
    "WhatsApp Chat with Port.txt": (
        "06/05/2025, 09:12 - Messages and calls are end-to-end encrypted.\n"
        "06/05/2025, 09:13 - Ida Holm: We had no choice\nand I said so\n"
        "06/05/2025, 09:15 - Tomas Brenne: You could have asked us\n"
        "06/05/2025, 09:16 - Ida Holm: <Media omitted>\n"
        "06/05/2025, 09:20 - Tomas Brenne: I will tell the council\n"
    ),
    "_chat.txt": (
        "[06/05/2025, 09:13:00] Ida Holm: We had no choice\nand I said so\n"
        "[06/05/2025, 09:15:00] Tomas Brenne: You could have asked us\n"
        "\u200e[06/05/2025, 09:16:00] Ida Holm: \u200eimage omitted\n"
        "[06/05/2025, 09:20:00] Tomas Brenne: I will tell the council\n"
    ),
    "meeting_saved_chat.txt": (
        "09:13:00 From Ida Holm to Everyone:\n\tWe had no choice\nand I said so\n"
        "09:15:00 From Tomas Brenne to Everyone:\n\tYou could have asked us\n"
        "09:20:00 From Tomas Brenne to Ida Holm (Direct Message):\n\tI will tell the council\n"
    ),
}


@pytest.mark.parametrize("name", CHATS)
def test_a_chat_is_a_transcript_though_few_write_stops(name: str) -> None:
    """Who wrote what is known, at which time of the day; what could not be shown is no speech."""
    found = one(name, CHATS[name])
    assert spoken(found) == [
        ("Ida Holm", "We had no choice\nand I said so"),
        ("Tomas Brenne", "You could have asked us"),
        ("Tomas Brenne", "I will tell the council"),
    ]
    assert found.turns[0].begins == 9 * 3600 + 13 * 60


def test_a_line_that_says_who_is_in_it_is_said_by_nobody() -> None:
    """It gives the labels below it their full names, and those talk in sentences."""
    text = (
        "Interview with a harbour pilot\nInterviewer: Ida Moss, Tarn Courier\nGuest: Jon Vael\n\n"
        "MOSS: Why did you turn back?\n\nVAEL: The fog came in.\n\n"
        "MOSS: Were you afraid?\n\nVAEL: No. I was late.\n"
    )
    assert spoken(one("talk.txt", text)) == [
        ("Ida Moss", "Why did you turn back?"),
        ("Jon Vael", "The fog came in."),
        ("Ida Moss", "Were you afraid?"),
        ("Jon Vael", "No. I was late."),
    ]


def test_a_parliament_counts_its_questions() -> None:
    """The number before a name is no part of it, nor of what is said."""
    document = one(
        "hearing.txt",
        "Q41 Rosa Quay: When did the siren sound?\n\nOdd Lund: At ten past two.\n\n"
        "Q42 **Chair:** And who heard it?\n\nOdd Lund: Nobody did, I am told.\n",
    )
    assert document.kind == "transcript"
    assert spoken(document)[:1] == [("Rosa Quay", "When did the siren sound?")]
    assert [each for each, _ in spoken(document)][2:] == ["Chair", "Odd Lund"]


def test_who_is_listed_as_present_says_nothing_by_that_and_may_be_the_chair() -> None:
    """A hearing opens with who is there; "(Chair)" beside a name says who "Chair" is."""
    document = one(
        "hearing.txt",
        "Members present: Dame Rosa Quay (Chair); Per Aas.\n\nWitnesses: Odd Lund, pilot.\n\n"
        "Q1 Chair: When did the siren sound?\n\nOdd Lund: At ten past two.\n\n"
        "Q2 Per Aas: And who heard it?\n\nOdd Lund: Nobody did, I am told.\n\n"
        "Q3 Chair: Thank you.\n",
    )
    assert [each for each, _ in spoken(document)] == [
        "Dame Rosa Quay",
        "Odd Lund",
        "Per Aas",
        "Odd Lund",
        "Dame Rosa Quay",
    ]


def test_a_heading_between_two_who_speak_is_said_by_nobody() -> None:
    """Calls are printed in parts; where all is in capitals, none is a heading."""
    text = "Ann Lee: Sales fell.\n\n{}\n\nOperator: The first is Per Aas.\n\nAnn Lee: Go on.\n"
    for heading in ("QUESTIONS AND ANSWERS", "Question and answer session", "Q&A"):
        assert spoken(one("call.txt", text.format(heading)))[0] == ("Ann Lee", "Sales fell.")
    assert spoken(one("call.txt", text.format("And rose again.")))[0][1].endswith("rose again.")


TALK = "{}\n\nHOST: {}\n\nGUEST: It was cold.\n\nHOST: And then?\n\nGUEST: We swam."


@pytest.mark.parametrize(
    ("above", "opens", "host", "guest"),
    [
        ("Host Maren Holt talks to former pilot Idris Vale.", "Well?", "Maren Holt", "Idris Vale"),
        ("The Lock\nIn conversation with Dr Idris Vale", "Well?", "Host", "Idris Vale"),
        (
            "The Lock",
            "I'm Maren Holt, and my guest today is Idris Vale.",
            "Maren Holt",
            "Idris Vale",
        ),
        ("Hosted by Maren Holt", "Welcome, Idris Vale. How was it?", "Maren Holt", "Idris Vale"),
        ("The Lock", "The mayor spoke to The Tarn Courier. How was it?", "Host", "Guest"),
        ("Maren Holt talks to Idris Vale and Ann Lee.", "Well?", "Maren Holt", "Guest"),
    ],
)
def test_host_and_guest_are_whom_the_talk_introduces(
    above: str, opens: str, host: str, guest: str
) -> None:
    """By the lines above it, or by the host's first words; nobody where two may be meant."""
    turns = spoken(one("talk.txt", TALK.format(above, opens)))
    assert turns[1:3] == [(guest, "It was cold."), (host, "And then?")]


def test_who_answers_in_questions_and_answers_is_whom_the_interview_is_with() -> None:
    """By an age beside the name, or in the title; a paper that somebody spoke to is nobody."""
    below = "Q: Was it cold?\n\nA: It was.\n\nQ: And then?\n\nA: We swam.\n"
    for above in (
        "A cold swim\n\nIdris Vale, 47, swam the lake. He spoke to Tarn Monthly by the shore.",
        "“We swam”: Idris Vale on his lake\n\nThe pilot spoke to Maren Holt, 3 May 2025.",
    ):
        assert spoken(one("talk.txt", f"{above}\n\n{below}"))[1] == ("Idris Vale", "It was.")


def test_a_voice_may_have_its_name_beside_its_role() -> None:
    """As parliaments mark them."""
    cue = "00:0{0}.000 --> 00:0{1}.000\n<v {2}>{3}</v>\n"
    cues = [
        cue.format(1, 2, "Chair (Dame Ana Ruiz)", "Order."),
        cue.format(3, 4, "Idris Vale", "I can hear you."),
    ]
    document = one("hearing.vtt", "WEBVTT\n\n" + "\n".join(cues))
    assert [turn.speaker for turn in document.turns] == ["Dame Ana Ruiz", "Idris Vale"]
