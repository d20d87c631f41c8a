"""What stands before a story says nothing: "TORBURY: A ferry will run again", "15.58 A ferry"."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading.reader import NewsReader
from tests.reading.speech import content, quotes, source


def sources(text: str) -> list[str]:
    """Give the words that name who is quoted in an article, in order."""
    (marks,) = NewsReader().read([Document("d", "article", text, published="2025-10-19")])
    return [each.source[0].text for each in marks.quotes if each.source]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("TORBURY: A ferry will run again from Monday, the council said.", ["the council"]),
        ("A ferry again\n\nTORBURY: “It will run again,” Ann Lee said.", ["Ann Lee"]),
        ("NEW SOLLEN: The court closed the road on Friday.", []),
    ],
)
def test_the_place_of_a_story_says_nothing(text: str, named: list[str]) -> None:
    """Whoever is named behind it does."""
    assert sources(text) == named


def test_those_who_speak_by_labels_do() -> None:
    """A second label shows that the first is no place."""
    found = sources("SMITH: It rained on the bridge.\n\nJONES: It rained all day.")
    assert found == ["SMITH", "JONES"]


@pytest.mark.parametrize("stamp", ["15.58 ", "15:58 ", "**15:58** – ", "3.58 p.m. ", "15.58 BST: "])
def test_when_something_was_posted_is_no_part_of_it(stamp: str) -> None:
    """Neither of who says it nor of what is said."""
    said, whole = quotes(
        f"{stamp}Tom Reyes says that the pier is shut.\n\n{stamp}“They are here,” Anna Sorel says."
    )
    assert (source(said), said.speaker) == ("Tom Reyes", "Tom Reyes")
    assert (content(whole), whole.kind) == (["They are here,"], "direct")


def test_people_behind_a_time_are_no_name() -> None:
    """ "13:30 Geologists say": their capital is that of a sentence that begins."""
    (said,) = quotes("13:30 Geologists say that the pier is shut.")
    assert (source(said), said.speaker) == ("Geologists", None)


@pytest.mark.parametrize(
    "line",
    [
        "RIGA, March 4 (Meridian) - ",
        "RIGA, 4 March – ",
        "OLD TARN, Ohio (Meridian) — ",
        "Riga (BCN Business) ",
    ],
)
def test_where_a_story_was_filed_says_nothing(line: str) -> None:
    """Not even where the house behind it is unknown."""
    text = f"{line}The bank of Tarn kept its rate, saying that it was “too high”."
    assert sources(text) == ["The bank of Tarn"]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("-- Tarn legend Ann Lund, announcing that she will retire", "Ann Lund"),
        ("--Iowa Democratic state Sen. Ann Lund, on the tax", "Ann Lund"),
        ("– Rep.-elect Odd Roe of Iowa, while admitting it", "Odd Roe"),
        ("- Ann Lund won the race", None),
    ],
)
def test_a_quotation_of_the_day_is_of_whoever_stands_below_it(
    line: str, speaker: str | None
) -> None:
    """Behind a dash, with what they are and when they said so; a sentence is none."""
    text = f"QUOTE OF THE DAY\n\n“I have loved every minute of it, and I still do.”\n\n{line}"
    (marks,) = NewsReader().read([Document("d", "article", text)])
    assert [each.speaker for each in marks.quotes if each.kind == "direct"] == [speaker]
