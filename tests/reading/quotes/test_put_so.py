"""Who put it so, and what is no quotation: "as the owner puts it", "hit back hours later"."""

from __future__ import annotations

import pytest

from onix.model import Document, Quote
from onix.reading import NewsReader

SAID = "Clara Reuss said it was late. "


def read(text: str) -> list[Quote]:
    """Give the quotations, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return list(marks.quotes)


def source(quote: Quote) -> str:
    """Give the words for who says it."""
    return " ".join(span.text for span in quote.source)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As the owner of the fish market puts it, “I’d dig it.”", "the owner of the fish market"),
        ("As the head of the union in Halden put it: “We dig.”", "the head of the union in Halden"),
        ("As one resident put it: “It’s a hole.”", "one resident"),
    ],
)
def test_who_puts_it_so_is_not_who_spoke_before(text: str, expected: str) -> None:
    """However long it takes to say who that is, and whatever mark leads to the words."""
    quote = read(SAID + text)[-1]
    assert (source(quote), quote.speaker) == (expected, None)


@pytest.mark.parametrize(
    "described", ["The crane’s maker, Lyle & Sons,", "The ship’s builder, Orrin & Roe,"]
)
def test_a_firm_is_named_behind_what_it_is(described: str) -> None:
    """The sign stands within the name, and so it is no source without one."""
    (quote,) = read(f"{described} has always maintained that it was “sound” in 2009.")
    assert quote.speaker == described.split(", ")[1].strip(",")
    assert quote.provenance == ()


@pytest.mark.parametrize(
    "when", ["hours later", "two days later", "within minutes", "weeks before the vote"]
)
@pytest.mark.parametrize("verb", ["hit back", "fired back", "replied", "responded"])
def test_when_somebody_answered_is_not_what_they_said(verb: str, when: str) -> None:
    """Only what follows a verb of saying as its object counts."""
    assert read(f"Clara Reuss {verb} {when}.") == []


def test_somebody_described_before_their_name_is_not_what_they_do_not_answer() -> None:
    """ "Reuss’s boss" is who did not reply, and nothing that was said."""
    text = "Reuss’s boss, council leader Max Frey (Labour), did not respond to a message."
    assert read(text) == []
    assert read("The firm’s founder, the dentist Ida Brandt (above), did not reply.") == []


def test_what_somebody_has_read_is_not_what_they_say() -> None:
    """The words are those of whoever tells it."""
    (quote,) = read("Ida Brandt said that Max Frey had read “the public parts” of the file.")
    assert quote.speaker == "Ida Brandt"


@pytest.mark.parametrize("lead", ["According to", "In the words of"])
def test_a_name_behind_a_description_is_no_part_of_what_is_said(lead: str) -> None:
    """The clause behind it is; without a clause the name may open it."""
    (quote,) = read(f"{lead} its chairman, Max Frey, the yard is “a farce”.")
    assert quote.speaker == "Max Frey"
    assert [span.text for span in quote.content] == ["the yard is “a farce”"]
    (quote,) = read("According to the mayor, Max Frey, 40, fell from the pier.")
    assert [span.text for span in quote.content] == ["Max Frey, 40, fell from the pier"]


def test_in_the_words_of_somebody_named_is_no_unnamed_source() -> None:
    """Whose words they are is told behind what they are."""
    text = "The tunnel, “a gift to us” in the words of its designer, Ida Brandt, opens in May."
    (quote,) = read(text)
    assert (quote.speaker, quote.provenance) == ("Ida Brandt", ())


def test_the_british_past_of_a_verb_is_a_verb() -> None:
    """ "Signalled" as much as "signaled"."""
    (quote,) = read("The judges signalled that they may send the case back.")
    assert [span.text for span in quote.content] == ["that they may send the case back"]


def test_all_somebody_would_say_is_theirs() -> None:
    """The words stand before what tells that there were no others."""
    text = (
        "Max Frey was sent off. Kit Marlow left early. “Ask the referee,” was all Frey would say."
    )
    assert read(text)[-1].speaker == "Max Frey"


def test_said_in_an_email_is_where_and_not_what() -> None:
    """Without "that" the clause behind it is what was said."""
    (quote,) = read("The union Sjofolk said in an email it feared for 400 jobs.")
    assert [span.text for span in quote.content] == ["it feared for 400 jobs"]


def test_what_a_company_stated_is_not_where_its_officer_spoke() -> None:
    """A statement is carried on only to what the same speaker says next."""
    text = (
        "Shares in Nordvik ASA fell on Wednesday.\n\nThe company now expects core earnings of 1.1 "
        "billion crowns, it said in a statement. Chief Financial Officer Ida Brandt said the board "
        "would wait. “It is not on the table,” she said."
    )
    quote = read(text)[-1]
    assert (quote.speaker, quote.provenance) == ("Ida Brandt", ())


def test_a_body_is_named_behind_whose_it_is() -> None:
    """An owner's name before the noun is not the name of what is owned."""
    text = (
        "Nordvik’s largest shareholder, the Holm family’s Viken Invest, said it backed the board."
    )
    (quote,) = read(text)
    assert (source(quote), quote.provenance) == ("Viken Invest", ())


@pytest.mark.parametrize(
    "text",
    [
        "The sharks that ruled warm seas took decades to grow.",
        "The animals added just seven centimetres a year after that.",
        "The survey suggested otherwise.",
    ],
)
def test_what_is_ruled_or_added_is_no_words(text: str) -> None:
    """Seas are ruled, and centimetres added."""
    assert read(text) == []


@pytest.mark.parametrize("said", ["that the deal was void", "in their favour"])
def test_what_a_court_rules_is(said: str) -> None:
    """Behind "that" or a preposition."""
    (quote,) = read(f"The court ruled {said}.")
    assert [span.text for span in quote.content] == [said]


def test_who_is_told_of_right_before_words_says_them() -> None:
    """They stand alone, and somebody else spoke in the paragraph before."""
    text = (
        "“She is hard on a budget,” Max Frey, the director, said.\n\nIda Brandt, who wrote the "
        "part for her, puts it more gently. “She can’t lie, and I wouldn’t change it.”"
    )
    assert read(text)[-1].speaker == "Ida Brandt"
    text = text.replace(
        "Ida Brandt, who wrote the part for her, puts it more gently", "It was late"
    )
    assert read(text)[-1].speaker == "Max Frey"


@pytest.mark.parametrize(
    "text",
    [
        "The Met Office has extended its red warning until 8pm.",
        "The coast is under a tsunami warning for most of Monday.",
        "The boats broke the court ruling in June.",
    ],
)
def test_a_warning_is_a_thing_behind_what_sort_it_is(text: str) -> None:
    """And so is a ruling."""
    assert read(text) == []


def test_a_letter_warns() -> None:
    """Here it is a verb."""
    (quote,) = read("The mayor, Max Frey, sent a letter warning that the pier may fall.")
    assert quote.speaker == "Max Frey"
    (quote,) = read("With Ida Brandt warning that the pier may fall, the port was shut.")
    assert quote.speaker == "Ida Brandt"


def test_what_a_critic_called_it_is_the_critics() -> None:
    """Behind the words as before them."""
    (quote,) = read("She left in the middle of the run: “the flounce,” as one critic called it.")
    assert source(quote) == "one critic"


@pytest.mark.parametrize(
    "text",
    [
        "Ida Brandt held up a coffee mug reading “NO NO NO” and walked on.",
        "Max Frey wore a cap saying “Make it rain again” at the hall.",
    ],
)
def test_what_is_written_on_a_thing_nobody_says(text: str) -> None:
    """Whoever wears it least of all."""
    assert {(quote.source, quote.speaker) for quote in read(text)} <= {((), None)}


@pytest.mark.parametrize("verb", ["quoted", "recorded", "overheard", "reported"])
def test_who_is_recorded_as_asking_asks(verb: str) -> None:
    """The whole of who that is, and not the ministry he represents."""
    (quote,) = read(f"A Treasury representative was {verb} as asking: “Do we have a plan?”")
    assert (source(quote), quote.speaker) == ("A Treasury representative", None)


def test_according_to_whom_is_no_part_of_what_is_quoted() -> None:
    """Even right behind the last mark."""
    text = "Max Frey urged her to “find a number Roy can live with,” according to a clerk."
    (quote,) = read(text)
    assert [span.text for span in quote.content] == ["find a number Roy can live with,"]
