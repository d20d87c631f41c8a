"""Whose an article is that argues: letters have a writer, leaders a paper, reports nobody."""

from __future__ import annotations

import pytest

from onix.jobs.compare import compare_all
from onix.jobs.compare.objections.objections import with_objections
from onix.jobs.compare.objections.voices import voices
from onix.jobs.compare.objections.writers import writer_at, writings
from onix.jobs.readers import news_reader
from onix.model import Document
from tests.jobs.compare.plans import plan

OLD = "1. The baths close at nine.\n2. Dogs may bathe in May.\n3. A ticket costs four crowns.\n"
NEW = "1. The baths close at six.\n2. Dogs may bathe in May.\n3. A ticket costs nine crowns.\n"


@pytest.mark.parametrize(
    ("title", "text", "writer"),
    [
        (
            "Letter: Keep the baths open",
            "It is too early.\n\nHetty Vance\nQuay Street",
            "Hetty Vance",
        ),
        ("Baths", "Sir, – It is too early to close.\n\nDr A. J. Moe, Tarn", "A. J. Moe"),
        ("Editorial: Open the baths", "Six is too early.", "Tarn Post"),
        ("Open the baths", "This newspaper thinks that six is too early.", "Tarn Post"),
        ("Opinion: Open the baths", "Six is too early.", "Ann Lee"),
        ("Letter from the mayor angers bathers", "The baths close at six.\n\nAnn Lee", None),
        ("Baths close at six", "The council said so on Monday.", None),
    ],
)
def test_who_argues_in_their_own_name(title: str, text: str, writer: str | None) -> None:
    """A letter is signed, an editorial the paper's, and nobody argues in a report."""
    article = Document("a", "article", text, title=title, outlet="Tarn Post", authors=("Ann Lee",))
    assert writer_at(writings(article), 0) == writer


def test_who_wrote_a_letter_objects() -> None:
    """Though nobody is named beside their words; whoever wrote a report does not."""
    text = (
        "The baths must not close at six, which is far too early and unfair.\n\nHetty Vance\nTarn"
    )
    for title, who in (("Letter: Keep the baths open", ["Hetty Vance"]), ("A day in Tarn", [])):
        article = Document("a", "article", text, title=title, outlet="Tarn Post", language="en")
        history = compare_all([plan(OLD, "old"), plan(NEW, "new")])
        found = with_objections(history, news_reader().read([article]))
        assert [each.who for each in found.steps[0].objections] == who


def test_reasons_for_what_is_defended_are_no_objection() -> None:
    """Whoever stands up for a change may blame those who made it necessary."""
    text = (
        "The head of the baths, Odd Lund, defended the changes. "
        "The tickets, he said, had been shamefully abused at four crowns."
    )
    article = Document("a", "article", text, title="Baths", outlet="Tarn Post", language="en")
    history = compare_all([plan(OLD, "old"), plan(NEW, "new")])
    assert with_objections(history, news_reader().read([article])).steps[0].objections == ()


LETTERS = """Sir, – Six is far too early for bathers who work.
Hetty Vance, Quay Street

Sir, – Your columnist rejects the dogs. I like them.
Dr Odd Roe, University of Tarn
"""
COLUMN = """By Ida Moe

I learned to swim in these baths, and my sons did.

The mayor, Odd Lund, says “I know what I am doing, and I like it”. I doubt it, and I told him so.
"""


def test_each_letter_of_a_page_has_its_writer() -> None:
    """Whoever signed below it; what others do is theirs, and a title is no name."""
    (page,) = news_reader().read([Document("a", "article", LETTERS, language="en")])
    found = {page.sentences[at].text: each.who for at, each in voices(page).items()}
    assert set(found.values()) == {"Hetty Vance", "Odd Roe"}
    assert found["I like them."] == "Odd Roe"
    assert "Sir, – Your columnist rejects the dogs." not in found


UNADDRESSED = """Six is far too early for bathers who work.

Hetty Vance, Quay Street

Keep The Dogs

My dog has bathed in May for years.

Sister Odd, House of Mercy, Tarn
"""


def test_letters_on_which_nobody_is_addressed_end_with_a_name() -> None:
    """Under a heading for letters; a headline above one is no signature."""
    for title, writers in (("Your letters", ("Hetty Vance", "Sister Odd")), ("A day in Tarn", ())):
        own = writings(Document("a", "article", UNADDRESSED, title=title))
        assert tuple(each.who for each in own) == writers


@pytest.mark.parametrize(
    "signed",
    [
        "Hetty Vance\nQuay Street",
        "HETTY VANCE\nTarn",
        "Ms Hetty Vance, by email",
        "— Hetty Vance (Mrs), Quay Street",
    ],
)
def test_letters_are_signed_in_many_ways(signed: str) -> None:
    """With a place below or behind, a title before or behind, or in capitals."""
    text = f"Six is too early.\n\n{signed}\n\nMy dog likes it.\n\nPiet van der Roe, Tarn"
    own = writings(Document("a", "article", text, title="Have your say"))
    assert [each.who for each in own] == ["Hetty Vance", "Piet van der Roe"]
    addressed = "To the Editor:\n\n" + text.replace("My dog", "To the Editor:\n\nMy dog")
    own = writings(Document("a", "article", addressed))
    assert [each.who for each in own if each.who] == ["Hetty Vance", "Piet van der Roe"]


SHORT = """By Ida Moe

Tonight the baths close at six, and only a fool would be glad. It troubles me.

My friends say ‘I would rather bathe at home, and I will’.
"""


def test_a_short_column_says_i_less_often() -> None:
    """What others say between any quotation marks is not its writer's."""
    assert writer_at(writings(Document("a", "article", SHORT)), 0) == "Ida Moe"
    report = SHORT.replace("It troubles me.", "They say ‘It troubles me.’")
    assert writer_at(writings(Document("a", "article", report)), 0) is None


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Comment by Ida Moe\n\nSix is too early.", None),
        ("By Ida Moe\n\nSix is too early.", "https://post.example/opinion/2031/baths"),
    ],
)
def test_where_a_column_stands_says_that_it_is_one(text: str, address: str | None) -> None:
    """In a part of the paper for opinions, or under a line that says so."""
    column = Document("a", "article", text, address=address)
    assert writer_at(writings(column), 0) == "Ida Moe"


def test_an_unsigned_letter_is_not_of_the_next_writer() -> None:
    """Nor is what stands above the first."""
    text = "Your letters\n\nSir, – Six is too early.\n\n" + LETTERS
    own = writings(Document("a", "article", text))
    told = {words: writer_at(own, text.find(words)) for words in ("Your", "too early.", "far too")}
    assert told == {"Your": None, "too early.": None, "far too": "Hetty Vance"}


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        (COLUMN, "Ida Moe"),
        # Of nobody who is named, and a report in which only others say "I".
        (COLUMN.partition("\n")[2], None),
        ("By Ida Moe\n\n“I was there, I saw it, I am sure of it, and I wept,” he said.", None),
    ],
)
def test_whoever_says_i_again_and_again_argues(text: str, writer: str | None) -> None:
    """A column is its writer's, whose name stands above it."""
    assert writer_at(writings(Document("a", "article", text)), 0) == writer
