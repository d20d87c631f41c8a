"""To whom and on what occasion words were said."""

from __future__ import annotations

import pytest

from onix.model import Quote
from onix.reading.grammar.units import Unit
from onix.reading.quotes.circumstances import NO_SETTING, find_settings
from onix.reading.quotes.draft import Draft
from tests.reading.speech import quotes


def said(text: str) -> Quote:
    """Give the last quote of a text."""
    return quotes(text)[-1]


def occasion(text: str) -> str | None:
    """Give the words for the occasion of the last quote."""
    found = said(text).occasion
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("“It is late,” Varga told reporters.", "reporters"),
        ("“It is late,” Varga told reporters Friday in Oslo.", "reporters"),
        ("Varga told lawmakers on Tuesday that it was late.", "lawmakers"),
        ("Varga told the BBC she was late.", "the BBC"),
        ("Varga told the Sunday Courier that it was late.", "the Sunday Courier"),
        ("“It is late,” Varga told BBC’s “World at One” on Sunday.", "BBC’s “World at One”"),
        ("Varga told the head of the rowing club that it was late.", "the head of the rowing club"),
        ("Varga asked Reyes whether it was late.", "Tom Reyes"),
        ("Varga told his deputy, Tom Reyes, that it was late.", "Tom Reyes"),
        ("Varga told the head of his staff, and then left.", None),
        ("Varga urged both sides to go “before dawn”.", "both sides"),
        ("Varga asked for a review, saying it was late.", None),
        ("Varga warned the vote remains “too close”.", None),
        ("“It is late,” said an aide to Reyes.", None),
        ("Varga told the truth about her past, “a sad one”.", None),
        ("“It is late,” Varga wrote to his staff.", "his staff"),
        ("“It is late,” Varga replied to Reyes.", "Tom Reyes"),
        ("“It is late,” said Varga to her colleagues.", "her colleagues"),
        ("Varga vowed to “protect Norway”.", None),
        ("In a letter to the mayor’s voters, Varga said it was late.", "the mayor’s voters"),
        ("In a note to clients headed “Low Tide,” Varga said it was late.", "clients"),
        ("In a note sent to staff on Monday, Varga said it was late.", "staff"),
        ("Speaking to the committee, Varga called it “late”.", "the committee"),
        ("Addressing supporters in Oslo, Varga called it “late”.", "supporters"),
        ("“It is late,” Varga said after speaking to Reyes.", None),
        ("Asked by Reyes whether it was late, Varga said she thought so.", "Tom Reyes"),
        ("Reyes was told “it is late”.", "Tom Reyes"),
        ("Reyes told the clerk “it is late”.", "the clerk"),
    ],
)
def test_whom_it_was_said_to(text: str, listener: str | None) -> None:
    """A name where there is one, else the words that say who that is, else nothing."""
    assert said(text).addressee == listener


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("Mark Dunn sat down. Ilse Varga told him: “It is late.”", "Mark Dunn"),
        ("Mark Dunn and Tom Reyes sat down. Ilse Varga told him: “It is late.”", None),
        ("Mark Dunn sat down.\n\nIlse Varga told him: “It is late.”", "Mark Dunn"),
        ("Mark Dunn told him: “It is late.”", None),
        ("Ilse Varga told them: “It is late.”", None),
        ("Ilse Varga told her lawyer: “It is late.”", None),
        ("Ilse Varga told us: “It is late.”", "us"),
        ("Ilse Varga told me: “It is late.”", None),
    ],
)
def test_a_pronoun_is_the_only_other_person_it_can_be(text: str, listener: str | None) -> None:
    """Where two fit, or the words say nothing outside their text, it is left open."""
    assert said(text).addressee == listener


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "“It is late,” Varga said at a news conference in Riga.",
            "at a news conference in Riga",
        ),
        ("“It is late,” Varga said on Monday in an interview.", "in an interview"),
        (
            "“It is late,” said Varga, who runs the board, in an interview with the Courier.",
            "in an interview with the Courier",
        ),
        ("Varga said during Tuesday’s hearing that it was late.", "during Tuesday’s hearing"),
        ("Varga said at the party’s congress she was late.", "at the party’s congress"),
        ("Varga said it was late at the meeting.", None),
        (
            "Varga said it was late, he thought, in an interview on Monday.",
            "in an interview on Monday",
        ),
        ("In a speech to voters, Varga called it “late”.", "In a speech to voters"),
        ("On Monday, speaking at a rally in Oslo, Varga called it “late”.", "at a rally in Oslo"),
        ("Varga, at the end of his speech, called it “late”.", "at the end of his speech"),
        ("“It is late,” Varga said by satellite phone.", "by satellite phone"),
        ("“It is late,” Varga told Reyes over lunch.", "over lunch"),
        (
            "“It is late,” Varga said on the sidelines of the summit.",
            "on the sidelines of the summit",
        ),
        ("“It is late,” Varga said under questioning.", "under questioning"),
        ("“It is late,” Varga said in court on Friday.", "in court on Friday"),
        ("“It is late,” Varga said in a video on Monday.", "in a video on Monday"),
        ("“It is late,” Varga said in a video message.", "in a video message"),
        ("“It is late,” Varga said on Radio Kestrel.", "on Radio Kestrel"),
        ("“It is late,” Varga said on CNN.", "on CNN"),
        ("“It is late,” Varga said on CNN’s The Lead.", "on CNN’s The Lead"),
        ("“It is late,” Varga told a news conference in Oslo.", "a news conference in Oslo"),
        ("Addressing a rally in Oslo, Varga called it “late”.", "a rally in Oslo"),
        ("“It is late,” Varga said in a statement.", None),
        ("“It is late,” Varga said in an email.", None),
        ("“It is late,” Varga said in a message.", None),
        ("“It is late,” Varga said at the debate hall.", None),
        ("“It is late,” Varga said before leaving the meeting.", None),
        ("“It is late,” Varga told Congress.", None),
        ("“It is late,” Varga said in early March.", None),
        ("“It is late,” Varga told members of Congress.", None),
        ("“It is late,” Varga said by those who saw the video.", None),
        ("Varga, who spoke, said it was late.", None),
        ("“It is late,” Varga said of a report that Reyes read at a rally.", None),
        ("Varga hopes to speak at a rally.", None),
        ("At a rally Reyes fell; Varga called it “late”.", None),
    ],
)
def test_on_what_occasion_it_was_said(text: str, words: str | None) -> None:
    """The words that say so, with the preposition; what is written is no occasion."""
    assert occasion(text) == words


def test_an_event_that_is_told_something_is_no_listener() -> None:
    """Whoever is told at a news conference is not said."""
    assert said("“It is late,” Varga told a news conference.").addressee is None


def test_a_court_that_is_told_something_is_a_listener() -> None:
    """A body is people, also where it sits."""
    assert said("“It is late,” Varga told the court.").addressee == "the court"


def test_who_goes_on_speaks_on_the_same_occasion_to_the_same_people() -> None:
    """What one sentence says holds for the next of the same speaker in the same paragraph."""
    text = "Varga told reporters at a rally that it was late. “We lost,” he said."
    assert (said(text).addressee, occasion(text)) == ("reporters", "at a rally")
    text = "Varga spoke at a rally in Oslo. “We lost,” Varga said."
    assert occasion(text) == "at a rally in Oslo"
    text = "Varga told a rally that it was late. She had run for a year. “We lost,” she said."
    assert occasion(text) == "a rally"
    text = "In an interview, Varga was asked about the “late” bill. Varga said it was not."
    assert occasion(text) == "In an interview"


def test_a_sentence_that_only_says_who_spoke_leads_in_the_next() -> None:
    """Those who were spoken to are taken over; of two people it is not known who "she" is."""
    text = "Varga denied it. He spoke to reporters on the steps. “We lost,” he said."
    assert said(text).addressee == "reporters"
    text = "Our writer Anna Sorel has been talking to Ilse Varga. “We lost,” she said."
    assert said(text).addressee is None


@pytest.mark.parametrize(
    "text",
    [
        "Varga told reporters at a rally that it was late. “We lost,” Reyes said.",
        "Varga told reporters at a rally that it was late.\n\n“We lost,” Varga said.",
        "Varga told reporters at a rally that it was late. It rained. “We lost,” Varga said.",
        "Reyes spoke at a rally in Oslo. “We lost,” Varga said.",
    ],
)
def test_another_speaker_or_paragraph_begins_anew(text: str) -> None:
    """Nothing is taken over by somebody else, or from further away."""
    assert said(text).addressee is None
    assert occasion(text) is None


def test_a_request_is_not_what_is_said_to_others_afterwards() -> None:
    """Who asked the driver to stop speaks to somebody else in the next sentence."""
    text = "Varga asked the driver to stop. “We lost,” Varga said."
    assert said(text).addressee is None


def test_another_occasion_has_its_own_listeners() -> None:
    """Told to reporters, and then said in court: not to the reporters there."""
    text = "Varga told reporters that it was late. “We lost,” Varga said in court."
    assert (said(text).addressee, occasion(text)) == (None, "in court")


def test_a_sentence_without_end_is_left_alone() -> None:
    """Lists and tables are not read for settings."""
    text = f"“We lost,” Varga told reporters at a rally {'and then went on ' * 120}."
    assert all(quote.addressee is None and quote.occasion is None for quote in quotes(text))


def test_a_cue_beside_no_words_has_no_setting() -> None:
    """ "Reyes: …" behind a line of marks alone: that had broken a whole document."""
    text = "–\n\nReyes: It rained."
    unit = Unit(0, 1, 0)
    draft = Draft("indirect", [(10, 20)], [], (8, 9), (3, 8), 1.0, unit)
    assert find_settings(text, text, [Unit(0, 0, 0)], [draft], lambda _, __: None) == [NO_SETTING]


def test_the_verb_behind_a_listener_is_no_part_of_them() -> None:
    """ "Sent a letter to staff saying": to staff."""
    (quote,) = quotes("Varga sent a letter to staff saying it was “late”.")
    assert quote.addressee == "staff"
