"""Which body "it" and "the company" are where they say something, and when that is left open."""

from __future__ import annotations

import pytest

from onix.model import Document, Mention, MentionKind
from onix.reading.grammar.sentences import find_sentences
from onix.reading.quotes.quotes import find_quotes
from onix.reading.speakers.body_nouns import nouns_of_body

BODIES = (
    "Lund Glass",
    "Harbour Bank",
    "Corvane Weather Service",
    "Dockers Union",
    "Acre Foods",
    "Lund Group",
    "World Harbour Organization",
)


def speakers(text: str) -> dict[str, str | None]:
    """Give who speaks by the words of each source; organisations are the only names."""
    document = Document("d", "article", text, language="en")
    places: list[tuple[int, str]] = []
    for name in BODIES:
        at = text.find(name)
        while at >= 0:
            places.append((at, name))
            at = text.find(name, at + 1)
    kind: MentionKind = "organisation"
    mentions = [
        Mention(document.span(at, at + len(name)), kind, name) for at, name in sorted(places)
    ]
    found = find_quotes(document, find_sentences(document), mentions)
    return {quote.source[0].text: quote.speaker for quote in found if quote.source}


@pytest.mark.parametrize("words", ["the company", "it"])
def test_a_body_that_spoke_last_goes_on(words: str) -> None:
    """Nobody else has the word in between."""
    text = f"Lund Glass said the plant would close. “We tried for years to sell it,” {words} added."
    assert speakers(text)[words] == "Lund Glass"


def test_an_organization_is_spoken_of_as_an_agency() -> None:
    """As those of the United Nations are."""
    text = "The World Harbour Organization said it was late. The agency said that it was over."
    assert speakers(text)["The agency"] == "World Harbour Organization"


def test_a_body_is_interrupted_by_another() -> None:
    """Where a second body comes in that may be meant, it is not the one who spoke before."""
    text = (
        "Lund Glass said the plant would close.\n\nAcre Foods was buying the land.\n\n"
        "The company said it had paid at once."
    )
    assert speakers(text)["The company"] == "Acre Foods"


def test_the_sentence_before_tells_who_it_is() -> None:
    """Somebody who does something may say something next."""
    assert speakers("Lund Glass fell by a third. It said the winter was to blame.")["It"] == (
        "Lund Glass"
    )
    text = "Lund Glass lost money again, but the company said the worst was over."
    assert speakers(text)["the company"] == "Lund Glass"


def test_the_weather_is_nobody() -> None:
    """ "It" is a body only where it says something."""
    text = "Lund Glass shut the plant. It feels colder than “ten below”, and it was dark."
    assert "Lund Glass" not in speakers(text).values()


def test_a_text_s_only_union_is_the_union() -> None:
    """A noun that the name of a body holds tells it, also from a few sentences away."""
    text = (
        "The Dockers Union met on Monday. It rained. Nobody came in. The hall was cold. "
        "The streets were empty. According to the union, they voted to strike."
    )
    assert speakers(text)["the union"] == "Dockers Union"
    text = (
        "The Corvane Weather Service looked on. Roads were closed. It snowed a lot. "
        "Ten inches fell in a day, according to the weather service."
    )
    assert speakers(text)["the weather service"] == "Corvane Weather Service"


def test_a_text_is_about_one_company() -> None:
    """The one that is named by far most often is "the company", but not behind another."""
    about = "Lund Glass makes panes. They pay Lund Glass. Nobody likes Lund Glass. Prices rose. "
    assert speakers(f"{about}It is late now, the company said.")["the company"] == "Lund Glass"
    other = f"{about}They sell to Acre Foods. It is late now, the company said."
    assert speakers(other)["the company"] is None


@pytest.mark.parametrize(
    "text",
    [
        "The Dockers Union was late. The new union said it was not.",
        "Harbour Bank said it was over. The government said it was not.",
    ],
)
def test_who_is_another_is_left_open(text: str) -> None:
    """What is named beside it, is said to be new, or is a government is not the one before."""
    by_source = speakers(text)
    assert [name for words, name in by_source.items() if words.startswith("The ")][-1] is None


def test_a_name_with_where_it_is_from_is_who_says_so() -> None:
    """ "The supplier, Roe Brothers of Sollen" is Roe Brothers, and not the firm before."""
    text = "Lund Glass said no. The supplier, Roe Brothers of Sollen, denied having sold it."
    assert speakers(text)["Roe Brothers of Sollen"] != "Lund Glass"


def test_the_only_body_just_named_that_is_so_is_meant() -> None:
    """Also where the sentence before is about something else: "The buyer is Lund Glass"."""
    text = "The buyer is Lund Glass, a fund based in Riga. “We are sorry,” the company replied."
    assert speakers(text)["the company"] == "Lund Glass"
    text = "The buyers are Lund Glass, a fund, and Acre Foods, a firm. “No,” the company replied."
    assert speakers(text)["the company"] is None


def test_a_body_that_calls_something_so_says_something() -> None:
    """ "It described" is of whoever spoke last, as "it said" is."""
    text = "Lund Glass said the plant would close. It described the plan as “fair”."
    assert speakers(text)["It"] == "Lund Glass"


@pytest.mark.parametrize(
    "text",
    [
        "Lund Glass opened an inquiry in March. It would not say more.",
        "Lund Glass said it was late. Such tests cost little. It did not say who would pay.",
        "The charity Lund Glass met on Monday. It said that it was over.",
        "Lund Glass makes panes. It rejects the claim.",
    ],
)
def test_it_is_whom_the_sentence_before_is_about(text: str) -> None:
    """Also where it does not say something, rejects it, or a noun stands before the name."""
    assert speakers(text)["It"] == "Lund Glass"


def test_it_may_be_a_body_without_a_name() -> None:
    """Where the sentence before is about "the Danish group", "it" is no other that spoke before."""
    text = "Lund Glass said no. The Danish group raised its bid. It said it could wait."
    assert speakers(text)["It"] is None


def test_the_only_company_of_a_text_is_the_company() -> None:
    """However long ago it was named, by what its name or the text says of it."""
    filler = "It rained. Nobody came in. The hall was cold. The streets were empty. " * 20
    text = f"Acre Foods is closing. The Dockers Union met. {filler}The company said it was late."
    assert speakers(text)["The company"] == "Acre Foods"
    assert speakers(text.replace("The company", "The union"))["The union"] == "Dockers Union"
    two = f"Acre Foods is closing. Lund Glass, a firm, met. {filler}The company said it was late."
    assert speakers(two)["The company"] is None
    new = f"Acre Foods is closing. {filler}A company came. The company said it was late."
    assert speakers(new)["The company"] is None


def test_workers_who_have_joined_are_a_union() -> None:
    """By their name: an association of engineers is "the union", one of neighbours is not."""
    for name, is_one in (("Association of Engineers", True), ("League of Neighbours", False)):
        mention = Mention(Document("d", "article", name).span(0, len(name)), "organisation", name)
        assert ("union" in nouns_of_body(name, mention)) is is_one


@pytest.mark.parametrize(
    "goes_on",
    [
        "They said it was late.",
        "In a statement, they said it was late.",
        "“It is late,” they said.",
    ],
)
def test_they_are_a_body_that_the_sentence_before_is_about(goes_on: str) -> None:
    """A firm, a council or a club is "they" in much of the press."""
    assert set(speakers(f"Lund Glass denied the claim. {goes_on}").values()) == {"Lund Glass"}


@pytest.mark.parametrize(
    "text",
    [
        "Lund Glass was fined after residents complained. They said it smelled.",
        "Lund Glass sued Harbour Bank. They said it was late.",
        "Lund Glass shut the plant. The Danish group bought it. They said it was late.",
    ],
)
def test_they_may_be_others(text: str) -> None:
    """Where somebody else who is several may be meant, it is left open who "they" are."""
    assert speakers(text)["They"] is None


def test_which_goes_back_over_what_a_body_is() -> None:
    """ "Lund Glass, a Danish group, which promised" is that group, and has its name."""
    text = "It was sold to Lund Glass, a Danish group, which promised to keep it open."
    assert set(speakers(text).values()) == {"Lund Glass"}


def test_the_company_may_be_a_group_that_was_named() -> None:
    """Between a firm and one that is a group by its name it is left open."""
    text = (
        "The bridge was sold by {} to Acre Foods, an investment firm, in May.\n\nNobody knew. “We "
        "have nothing to hide,” the company said."
    )
    assert speakers(text.format("somebody"))["the company"] == "Acre Foods"
    assert speakers(text.format("Lund Group"))["the company"] is None
