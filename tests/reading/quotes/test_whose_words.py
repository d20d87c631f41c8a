"""Whose words they are where several people stand between a name and its verb."""

from __future__ import annotations

import pytest

from onix.model import Document, Quote
from onix.reading import NewsReader


def read(text: str) -> list[Quote]:
    """Give the quotations with words in marks, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return [quote for quote in marks.quotes if quote.marked]


def speaker(text: str) -> str | None:
    """Give who says the last words in marks."""
    return read(text)[-1].speaker


@pytest.mark.parametrize(
    "described",
    [
        "the Labour member who has referred the matter to the commissioner, Dame Ida Brandt,",
        "who was hired by the chairman, Tomas Lund, last year,",
        "whose brother sued the owner of the club, Max Frey,",
        "an aide to the governor, Ida Brandt,",
        "deputy to the governor, Ida Brandt,",
        "45, a friend of the victim, Ida Brandt,",
        "the lawyer representing the governor, Ida Brandt,",
        "a nurse at the hospital run by the former minister, Max Frey,",
        "speaking to the commissioner, Dame Ida Brandt,",
        "asked about the minister, Max Frey,",
        "the Green mayor who beat the incumbent, Ida Brandt, by 300 votes,",
    ],
)
def test_a_description_that_ends_with_another_name_leaves_the_words_to_its_head(
    described: str,
) -> None:
    """Whoever is named last before the verb is only somebody the speaker has to do with."""
    assert speaker(f"Clara Reuss, {described} said it was “a slow leak”.") == "Clara Reuss"
    assert speaker(f"In a letter, Clara Reuss, {described} called it “a farce”.") == "Clara Reuss"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The leader of the union, Clara Reuss,", "Clara Reuss"),
        ("The woman who runs the shelter, Ida Brandt,", "Ida Brandt"),
        ("A spokeswoman for the hospital, Ida Brandt,", "Ida Brandt"),
        ("Max Frey, who chairs it, and the mayor, Ida Brandt,", "Ida Brandt"),
        ("The trader who owed money to the director of the bank, Tomas Lund,", None),
        ("A spokesman for the mayor, Tomas Lund,", None),
        ("A spokeswoman for the chief executive, Ida Brandt,", None),
    ],
)
def test_a_name_behind_a_description_is_that_of_its_head_unless_another_stands_between(
    source: str, name: str | None
) -> None:
    """Behind "a spokesman for the mayor" a name is that of the mayor."""
    assert speaker(f"{source} said it was “a sad day”.") == name


@pytest.mark.parametrize(
    "source",
    [
        "the prime minister’s spokeswoman",
        "her lawyer",
        "the mayor’s aide",
        "a spokeswoman for the mayor",
        "the hospital’s spokeswoman",
        "Brandt’s solicitor",
    ],
)
def test_whoever_speaks_for_somebody_is_not_whom_the_text_is_about(source: str) -> None:
    """A spokeswoman without a name stays one, and nobody is offered for her either."""
    said = f"Ida Brandt resigned this morning, after {source} said there was “no question” of it."
    assert speaker(said) is None
    assert read(said)[-1].candidates == ()


def test_a_spokeswoman_goes_on_speaking_as_she() -> None:
    """In her paragraph "she said" is her, whoever was named in what she said."""
    said = "A spokeswoman for Prime Minister Karl Lisle said that he trusted Ida Brandt. "
    assert speaker(said + "Asked if he had seen her, she said they “talked on Sunday”.") is None
    assert speaker(said + "Brandt was glad of it. She said they “talked on Sunday”.") == (
        "Ida Brandt"
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Tomas Lund’s reply to Ida Brandt", "Tomas Lund"),
        ("Tomas Lund’s letter to Ida Brandt", "Tomas Lund"),
        ("A text from Tomas Lund to Ida Brandt", "Tomas Lund"),
        ("Ida Brandt’s resignation letter to Tomas Lund", "Ida Brandt"),
        ("Tomas Lund’s complaint to the regulator", "Tomas Lund"),
        ("The minister’s letter to Ida Brandt", None),
        ("The board’s response to Ida Brandt", None),
        ("Ida Brandt’s lawyers’ letter to Tomas Lund", None),
        ("A letter from Tomas Lund and Ida Brandt", None),
    ],
)
def test_a_letter_says_what_its_writer_says(source: str, name: str | None) -> None:
    """Never what the one says to whom it is written."""
    assert speaker(f"{source} spoke of “eleven months of toil”.") == name
    assert speaker(f"{source} said the plan was “dead in the water”.") == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The fund, which is led by Clara Reuss,", None),
        ("The newspaper, edited by Tomas Lund,", None),
        ("The insurer, whose chief is Clara Reuss,", None),
        ("The notary, a friend of Tomas Lund,", None),
        ("Its chairman, the former boxer Tomas Lund,", "Tomas Lund"),
        ("The driver, who was identified as Tomas Lund,", "Tomas Lund"),
    ],
)
def test_whoever_leads_a_body_is_not_the_body(source: str, name: str | None) -> None:
    """A name behind a source is its own only where the words between say so."""
    assert speaker(f"{source} said it was “a sad day”.") == name


def test_a_reply_that_came_is_not_who_asked() -> None:
    """ "Came the reply" says that somebody else speaks, and not who."""
    assert speaker("“Will you go?” Ida Brandt asked him. “Never,” came the reply.") is None


def test_words_lifted_out_of_the_text_are_of_nobody_they_stand_behind() -> None:
    """A page shows them big, behind any paragraph; who says them in the text is their speaker."""
    lifted = "You cannot put a quart of cars into a pint of road"
    text = (
        "The planning committee voted by nine to two to turn it down.\n\n"
        f"“{lifted}”\n\nAnna Sorel, who lost, was cross. “{lifted},” she said."
    )
    first, last = read(text)
    assert (first.speaker, first.source) == ("Anna Sorel", ())
    assert first.confidence == last.confidence


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("BRAVE Elsie Crane has told how she won. Elsie said: “I let him have it.”", "Elsie Crane"),
        (
            "“I told Mum,” said Odd Roe. Mum-of-two Clara Crane, 35, said: “It is a mess.”",
            "Clara Crane",
        ),
        ("Blue Line’s founder, a former baker called Odd Roe, said it was “coming”.", "Odd Roe"),
    ],
)
def test_ways_in_which_a_page_brings_people_in(text: str, speaker: str) -> None:
    """Shouted, by their children, or behind what they were."""
    assert read(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what goes on with indirect speech is whose that was, not what it was about
        (
            "“It has changed a lot,” said Ann Lee, a baker. Bread has made a comeback because "
            "cooks such as Odd Roe have tried to bake it, said Lee, the baker. “They brought "
            "some of it back and made it new.”",
            "Ann Lee",
        ),
        # "you can" says nothing
        (
            "“Anything with deep breathing helps the lungs a lot,” Ann Lee said. By doing so, you "
            "can “trick the nerve and trick it away from those spasms you have.”",
            "Ann Lee",
        ),
        ("Ann Lee congratulated Odd Roe for a “great race and a great win.”", "Ann Lee"),
    ],
)
def test_words_that_no_verb_of_saying_governs(text: str, wanted: str) -> None:
    """Whose they are is told by what stands before."""
    assert speaker(text) == wanted


def test_what_a_colon_leads_up_to_ends_with_its_mark() -> None:
    """He asked: “…?” They said yes. It is he who asked."""
    text = "Odd Lund spoke to two neighbours. He asked: “Does it ring?” They said yes."
    assert speaker(text) == "Odd Lund"


def test_what_a_noun_tells_of_nobody_leaves_the_word_to_whom_its_sentence_is_about() -> None:
    """ "She likes the idea that …" goes on with her words, and not with those of the paragraph."""
    text = (
        "“I have heard better,” said the ferryman Odd Roe, who proposed to reject it.\n\nOne of "
        "the four was the teacher Ann Lee. She likes the idea that engineers should look at it. "
        "“Nobody has looked at it for nine years, not one of them.”"
    )
    assert read(text)[-1].speaker == "Ann Lee"


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("said Ann Orr in The Guardian.", "Ann Orr"),
        ("said Ann Orr on Larch Report.", "Ann Orr"),
        ("the BBC says.", "the BBC"),
        ("said Ann Orr in Riga.", "The board"),
        ("said Ann Orr on Monday.", "The board"),
    ],
)
def test_a_review_of_the_press_goes_on_with_whom_it_cites(said: str, speaker: str) -> None:
    """What else is in marks in its paragraph is theirs, whomever the sentence is about."""
    text = (
        f"The blues are “rightfully ahead”, {said} The board, however, is “a team of destiny that "
        "lives on the edge and somehow survives it all”."
    )
    quote = read(text)[-1]
    assert [span.text for span in quote.source] == [speaker]


def test_people_are_no_paper() -> None:
    """ "People said" is of no magazine, so that what follows is not its."""
    text = "People said the pier was “a ruin for years”. A look through the “moan” pages shows it."
    assert not read(text)[-1].source


def test_who_described_something_as_being_so_said_it() -> None:
    """ "Described by Lund as being “…”" is Lund's, and not of what is described."""
    text = "The show was described by Ann Orr as being “a train wreck at the station, and long”."
    assert speaker(text) == "Ann Orr"
