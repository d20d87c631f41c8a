"""What looks as if somebody said it and is a rubric, a piece of a sentence or taken back."""

from __future__ import annotations

import pytest

from onix.model import Document, Quote
from onix.reading import NewsReader


def read(text: str) -> list[Quote]:
    """Give the quotations with words in marks, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return [quote for quote in marks.quotes if quote.marked]


def source(text: str) -> str | None:
    """Give the words that name who says the last words in marks."""
    said = read(text)[-1].source
    return said[0].text if said else None


@pytest.mark.parametrize(
    "rubric",
    ["UPDATE: ", "UPDATE, Monday: ", "LIVE, 10:40: ", "BREAKING – ", "Editor’s note: "],
)
def test_a_rubric_speaks_for_nobody(rubric: str) -> None:
    """What follows is read as if it stood alone."""
    assert source(f"{rubric}The mayor’s office says the bridge is “entirely safe”.") == (
        "The mayor’s office"
    )
    told = f"{rubric}The press office has been in touch to say that it is “entirely safe” now."
    assert source(f"It rained.\n{told}") == "The press office"


@pytest.mark.parametrize(
    ("subject", "says_so"),
    [
        ("The Commons authority that oversees expenses", "The Commons authority"),
        ("The firm which makes engines", "The firm"),
        ("A union official who represents drivers", "A union official"),
        ("One nurse who asked not to be named because of a ban,", "One nurse"),
        ("One nurse who works there, and who asked not to be named,", "One nurse"),
        ("A friend who sits on the board – and no, I won’t say which one –", "A friend"),
        ("Reuss, who was heard on a tape last month discussing a plan to go,", "Reuss"),
        ("Asked whether she would rule out a closure altogether, Reuss", "Reuss"),
    ],
)
def test_a_source_is_a_noun_phrase(subject: str, says_so: str) -> None:
    """Never "who", "oversees expenses" or a clause that only describes somebody."""
    said = read(f"{subject} said the rota was “held together with string”.")[-1]
    assert [span.text for span in said.source] == [says_so]
    assert said.content[0].text == "the rota was “held together with string”"


@pytest.mark.parametrize(
    "text",
    [
        "Turn to Table 4 on page 17 and you will find that it is for “shifts with one doctor”.",
        "The unit, first promised for March, will open “in the summer”, the board was told.",
        "The plan will cost lives, and it is “a farce”, the Ledger can reveal.",
    ],
)
def test_where_a_sentence_names_nobody_who_speaks_nobody_does(text: str) -> None:
    """Neither whom a command is given to, nor what is told of, nor the outlet itself."""
    assert read(text)[-1].speaker is None
    assert source(text) in (None, "the Ledger")


@pytest.mark.parametrize(
    "note",
    [
        "This article was amended on 15 May. An earlier version said it was “rotten to the core”.",
        "CORRECTION: An earlier version of this story quoted Ann Lee as saying it was “rotten”.",
        "Clarification: The story misquoted Ann Lee as calling the pier “rotten”.",
        "This story originally quoted Ann Lee as saying the pier was “rotten”.",
        "This post has been updated to remove a quote that said the pier was “rotten”.",
    ],
)
def test_words_that_a_correction_takes_back_are_no_quotation(note: str) -> None:
    """They were never said, or not so; what is said besides stays one."""
    assert read(f"The pier is shut.\n{note}") == []
    (kept,) = read(f"{note} She said it was “rotting”.")
    assert kept.content[0].text == "it was “rotting”"


def test_an_earlier_version_of_something_else_is_quoted() -> None:
    """A bill's earlier version did say so."""
    assert len(read("An earlier version of the bill said the pier was “rotten to the core”.")) == 1


@pytest.mark.parametrize(
    "origin",
    [
        "a memo seen by Tomas Lund",
        "emails shared with Tomas Lund",
        "a recording heard by the Courant",
        "leaked letters reviewed by Tomas Lund",
        "documents leaked to Tomas Lund",
    ],
)
def test_whoever_has_seen_a_document_has_not_written_it(origin: str) -> None:
    """Its words are the document's, and no speaker's."""
    assert read(f"The plan “will cost many lives”, according to {origin}.")[0].speaker is None
    opens = origin[0].upper() + origin[1:]
    assert read(f"{opens} said the plan “will cost many lives”.")[0].speaker is None


def test_whoever_has_written_a_document_says_what_it_says() -> None:
    """As before: "a report by", "a letter signed by"."""
    (said,) = read("The plan “will cost many lives”, according to a report by Tomas Lund.")
    assert said.speaker == "Tomas Lund"
    (said,) = read("A letter signed by Tomas Lund said the plan “will cost many lives”.")
    assert said.speaker == "Tomas Lund"


@pytest.mark.parametrize(
    "text",
    [
        "This story has been updated to note that Orr posted the “open” page.",
        "This article was updated at noon with Orr’s words about a “new pier”.",
        "Each spring, there’s one threat too many: “I’m moving out!”",
        "Whether it proves to be a hit or the “flying ark” of old remains the question.",
        "It took the town a day to find a way, delivering an “apology” to the north.",
        "Reyes came under fire for “lazy” rules.",
        "Ferry men cannot just point their fingers and cry “thief” at all.",
    ],
)
def test_nobody_is_credited_for_what_a_note_or_a_time_leads_up_to(text: str) -> None:
    """A note of change tells what was done to the text; a season and an empty "it" say nothing."""
    assert not any(quote.source for quote in read(f"Dana Orr left.\n\n{text}"))


@pytest.mark.parametrize(
    "text",
    [
        "The topic “Tarn says it never rained in the old town,” topped the list in the morning.",
        "Lund was asked whether it would call the fall of the pier an “invasion.”",
        "They live in areas considered to have a low “flood level” of water.",
        "The creature’s genus name, Halvik, is a nod to the Greek word “salt,” meaning sea.",
        "The firm has faced a string of recent recalls, including a belt and its “full salt” oven.",
    ],
)
def test_what_is_spoken_of_or_meant_is_said_by_nobody(text: str) -> None:
    """A topic, a question, a level, a meaning."""
    assert source(text) is None


def test_who_takes_a_picture_says_nothing() -> None:
    """A credit stands before a quotation in a paragraph of its own, and is none of its story."""
    text = (
        "“It was late,” Ida Brandt said.\n\nThe pier fell at noon in May. Odd Lund/Larch Images\n\n"
        "“It is arguably the first of its kind in the whole of the world to fall at noon.”"
    )
    assert read(text)[-1].speaker != "Odd Lund"
    assert read(text)[-1].source == ()


def test_who_voiced_hope_in_talks_goes_on() -> None:
    """Not the talks, which the sentence is about."""
    text = "It follows talks on Monday, in which Brandt voiced hope, but said “it always rains.”"
    assert source(text) == "Brandt"


@pytest.mark.parametrize(
    "text",
    [
        "All summer the mayors and the papers pushed the “ferry first” narrative.",
        "John Moe, whose record Dale belittled, ran with a “tear up the quay” theme like hers.",
        "During her usual swipe at the “dishonest harbour” in Leith, Dale called out the press.",
        "Despite that, the party has called a referendum — “No to free ferries” — in June.",
        "Ann Lee wrote in again. Olive Dean’s commentary, “Mayor, tell us more,” is thoughtful.",
        "The senator first told the ferry story in her 2015 memoir, “Plenty of Salt.”",
    ],
)
def test_what_only_tells_which_one_it_is_has_no_speaker(text: str) -> None:
    """A narrative, a theme, a referendum, a commentary and a memoir go by the words in marks."""
    assert all(quote.speaker is None and not quote.source for quote in read(text))


def test_what_is_written_on_something_ends_with_its_marks() -> None:
    """Where the words stand, and what became of whoever wore them, is not among them."""
    (said,) = read("The man, in a shirt that read “Save the seals now,” was led off the pier.")
    assert [span.text for span in said.content] == ["Save the seals now,"]


def test_who_says_sorry_tells_nothing_by_that() -> None:
    """It is what somebody did, as "said goodbye" is."""
    text = "Ada Lund, who drew the weather and never said sorry for rain, died on Friday."
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    assert marks.quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Lund left on Monday.\n\nMore:'A huge feather in the cap' for the town, and no end to it",
        "Lund left. The new method may make it “when special rules and reactions are met” in it.",
        "Lund left. On autopilot:'Pilots are losing their basic flying skills,' and so on",
    ],
)
def test_a_thing_says_nothing(text: str) -> None:
    """A rubric or a thing that a sentence is about is nobody who may have said what is in marks."""
    assert not any(quote.source for quote in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The prize went to Odd Lund for his tale of the mill, widely considered the first “saga.”",
        "Odd Lund made the plan for the ferry, widely seen as “a pest.”",
        "They are old. For years, they have been named and described as ways to “work the reds.”",
        "Prizes of the year\n\nWINNER: “Low tide on me,” Ann Orr",
    ],
)
def test_what_is_held_by_all_or_has_won_is_said_by_nobody(text: str) -> None:
    """Who is spoken of as something does not say so, nor does a prize."""
    assert not any(quote.source for quote in read(text))


def test_who_was_fired_may_describe_something() -> None:
    """There the second verb is no passive."""
    assert source("Ann Lund was fired and described it as “late.”") == "Ann Lund"
