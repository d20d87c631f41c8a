"""Claims by which something is got: nobody says anything by them."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader


def quoted(text: str) -> list[str]:
    """Give what is quoted or reported in a text."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return [quote.content[0].text for quote in marks.quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Brandt has claimed more than £21,000 for a flat she has been letting.",
        "Ida Brandt claimed 900 pounds a month in rent.",
        "Ida Brandt claims housing benefit.",
        "Ida Brandt claimed damages from the council.",
        "The flood claimed 12 lives in May.",
        "The team claimed the title in straight sets.",
        "Ida Brandt declared an income of £40,000 last year.",
        "Ida Brandt did not declare the rent she was paid.",
        "Members must declare any gifts they are given.",
        "The barrier costs more now that the board added a fish pass on Wednesday.",
        "Ida Brandt added two pumps to the order.",
        "Boasting 108,000 residents, Leith is a large town.",
        "The ward took in forty patients, adding strain to the night shifts.",
        "It tells the tale of an owl who lost her way.",
        "Ida Brandt told the whole story of a man who lost his dog.",
        "It rained for long, but the map tells a wholly different story.",
    ],
)
def test_what_is_got_or_declared_is_no_statement(text: str) -> None:
    """Neither is it hers nor doubtful."""
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ida Brandt claimed the money was hers.", "the money was hers"),
        ("Ida Brandt claimed £5m had been lost.", "£5m had been lost"),
        ("Ida Brandt claimed benefits had been cut.", "benefits had been cut"),
        ("Ida Brandt claimed fraud in the vote.", "fraud in the vote"),
        ("Ida Brandt claimed that she won.", "that she won"),
        ("Ida Brandt declared the bridge safe.", "the bridge safe"),
        ("Ida Brandt added a deal was near.", "a deal was near"),
        ("Ida Brandt added two pumps had failed.", "two pumps had failed"),
        ("Ida Brandt added pumps had failed.", "pumps had failed"),
        ("Ida Brandt added warily: it rained.", "it rained"),
        ("Ida Brandt told the clerks that it rained.", "that it rained"),
    ],
)
def test_what_is_claimed_to_be_so_is_a_statement(text: str, said: str) -> None:
    """A verb behind the noun, or a noun for what happened, makes it one."""
    assert quoted(text) == [said]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee, who wrote the report, left.",
        "Ann Lee wrote and directed the film.",
        "Two clerks, who did not want to be named, left.",
        "Ann Lee declined to be identified.",
    ],
)
def test_a_work_and_a_name_kept_back_are_no_words(sentence: str) -> None:
    """What somebody wrote is a thing, and not to be named is nothing said."""
    assert quoted(sentence) == []


def test_what_is_written_in_a_clause_with_a_comma_stays() -> None:
    """ "Who wrote that it rained, left" tells what was written."""
    assert quoted("Ann Lee, who wrote that it rained, left.") == ["that it rained"]
