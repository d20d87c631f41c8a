"""Names in quote marks: songs, books, plans and nicknames are said by nobody; words are."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader


def said(text: str) -> dict[str, str | None]:
    """Give each marked string that somebody is taken to have said, with the words for them."""
    (marks,) = NewsReader().read([Document("d", "article", text)])
    return {
        span.text: " ".join(each.text for each in quote.source)
        for quote in marks.quotes
        if quote.source
        for span in quote.marked
    }


@pytest.mark.parametrize(
    "text",
    [
        "The minister has a committee of her own called “Forward Skerry.” Money came in.",
        "Ann Boyle announced casting for the upcoming “Paper Lanterns” series in a short clip.",
        "The studio said on Monday that “Harbourmaster” is projected to make 151 million.",
        "I first read “Roll of Waves” when I was a child in Talin.",
        "The choir sang “My Old Harbour Home” and the mayor spoke of it.",
        "She knew the hits: “Umbrella Days,” “We Found Boats,” “Silver” and others.",
        "“When the Tide Was Ours” recalls his earlier songs and comes across as a tribute.",
        "Brandt said on a show’s “Night Table” that nothing was new.",
        "Films such as “The Long Quay” made him famous, the mayor said.",
    ],
)
def test_a_name_in_marks_is_said_by_nobody(text: str) -> None:
    """A work, a plan or a place to speak at has no speaker, whoever stands before it."""
    assert not {each for each in said(text) if each[0].isupper()}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("“The Harbour Party,” she said, “needs the young.”", "The Harbour Party,", "she"),
        ("“Forget Boats,” said Garrett Moe, who runs the quay.", "Forget Boats,", "Garrett Moe"),
        ("Ann Boyle called the county “Everywhere Land” in her book.", "Everywhere Land", "Boyle"),
        ("“Medic,” someone screamed on the quay.", "Medic,", "someone"),
        ("Moe shouted “White Gulls, White Gulls,” and left.", "White Gulls, White Gulls,", "Moe"),
        ("They attacked Ann Boyle as “Sleepy Annie” all week.", "Sleepy Annie", "They"),
        ("Brandt wrote: “Never Again.”", "Never Again.", "Brandt"),
    ],
)
def test_capitalised_words_that_are_said_keep_their_speaker(
    text: str, words: str, who: str
) -> None:
    """What is said, shouted or given to somebody as a nickname is somebody's."""
    assert who in (said(text)[words] or "")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Hundreds came, and their chants of “Pier! Pier! Pier!” rang.",
            "Pier! Pier! Pier!",
            "their",
        ),
        (
            "Ferry workers scrawled the slogan “Keep Us Sailing” there.",
            "Keep Us Sailing",
            "workers",
        ),
        ("The crowd broke into chants of “Lock the Gate.”", "Lock the Gate.", "crowd"),
    ],
)
def test_what_is_chanted_is_no_title(text: str, words: str, who: str) -> None:
    """Chants and slogans are words of those who chant them, capitals or not."""
    assert who in (said(text)[words] or "")


@pytest.mark.parametrize(
    "text",
    [
        "Walking in to loud chants of “Marco! Marco!,” the senator waved.",
        "A team from Leith was met with chants of “Boat, Boat, Boat” on Friday.",
        "Orr roused the hall to chants of “Sell the pier!”",
    ],
)
def test_who_is_met_with_chants_does_not_chant(text: str) -> None:
    """Whoever walks in to chants is not credited with them."""
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Calling all “Quayside” and “Harbour Lights” fans!", None),
        ("“Night Table” reported that it rained.", "Night Table"),
        ("According to “Night Table,” it rained.", "Night Table"),
    ],
)
def test_a_name_in_marks_speaks_only_beside_its_verb(text: str, source: str | None) -> None:
    """A programme reports; words of a title say nothing, and a series is called by nobody."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    assert [q.source[0].text for q in marks.quotes if q.source] == [source] * bool(source)


def test_a_verb_in_a_name_speaks_for_nobody() -> None:
    """The “Found” of a song is no verb of its sentence."""
    text = "The list has “We Said Goodbye” at its top, and “They Asked Why” behind it."
    assert said(text) == {}
