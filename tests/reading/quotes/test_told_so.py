"""What is told and by whom, where a figure, an object or an insertion is in the way."""

from __future__ import annotations

import pytest

from onix.model import Document, Quote
from onix.reading import NewsReader


def read(text: str) -> list[Quote]:
    """Give the quotations, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return list(marks.quotes)


def source(quote: Quote) -> str:
    """Give the words for who says it."""
    return " ".join(span.text for span in quote.source)


def content(quote: Quote) -> str:
    """Give the words that are said."""
    return " … ".join(span.text for span in quote.content)


@pytest.mark.parametrize("figure", ["about 400", "some 30 nurses", "roughly 60"])
def test_how_many_were_told_is_no_part_of_what_they_were_told(figure: str) -> None:
    """ "About" leads to what is told but for a figure behind it."""
    (quote,) = read(f"Clara Reuss spoke, telling a crowd of {figure} that it was “over”.")
    assert content(quote) == "that it was “over”"
    assert quote.addressee == f"a crowd of {figure}"


def test_whom_somebody_has_advised_is_nothing_said() -> None:
    """A relative clause ends where "and who" begins another."""
    text = (
        "“It is late,” said one agent who has advised three mayors and who asked not to be named."
    )
    assert [content(quote) for quote in read(text)] == ["It is late,"]
    assert "to leave" in content(read("Reuss advised the mayors to leave.")[0])


@pytest.mark.parametrize("given", ["three", "two goals", "a penalty", "twice"])
def test_what_a_side_concedes_is_nothing_said(given: str) -> None:
    """Else a team would be quoted with its score."""
    assert read(f"Halden conceded {given} before the break.") == []
    assert read("Halden conceded that it was late.")


@pytest.mark.parametrize("way", ["was reported by RTE as", "was quoted by the Herald as"])
def test_who_is_reported_as_saying_it_says_it(way: str) -> None:
    """And the outlet is where it goes back to."""
    (quote,) = read(f"Clara Reuss, the mayor, {way} saying that it was “late”.")
    assert quote.speaker == "Clara Reuss"
    assert [each.kind for each in quote.provenance] == ["outlet"]


def test_whom_an_outlet_reports_as_saying_it_says_it() -> None:
    """Not the outlet, as if it were its own words."""
    (quote,) = read("RTE reported Clara Reuss as saying it was late.")
    assert (quote.speaker, content(quote)) == ("Clara Reuss", "it was late")


def test_who_says_it_stands_before_where_that_is_known_from() -> None:
    """ "According to" between a subject and its verb takes the subject away from nobody."""
    text = "The guard, according to the complaint, replied that he had “other fish to fry.”"
    assert source(read(text)[-1]) == "The guard"


@pytest.mark.parametrize("verb", ["found", "finds"])
def test_what_somebody_finds_in_their_own_words_is_said(verb: str) -> None:
    """Not what a reader is told to find."""
    judge = "Clara Reuss, a judge, was blunt. "
    quote = read(f"{judge}Reuss {verb} that the town had “ample warning”.")[-1]
    assert (quote.speaker, [span.text for span in quote.cue]) == ("Clara Reuss", [verb])


def test_what_is_called_so_is_no_part_of_what_is_cited() -> None:
    """ "But" goes on with the same speaker."""
    quotes = read("Reuss declined to say, citing the inquiry, but called it “a mess”.")
    assert [content(quote) for quote in quotes] == ["to say", "the inquiry", "a mess"]


def test_a_second_one_calls_it_so() -> None:
    """A verb that may be a noun is one where its object and marks follow."""
    assert source(read("A second director calls that “overblown.”")[0]) == "A second director"


def test_what_they_hoped_for_when_asked_is_nothing_said() -> None:
    """Only the answer is."""
    quotes = read("Asked what she hoped to find, Clara Reuss smiled. “Letters,” she said.")
    assert [content(quote) for quote in quotes] == ["Letters,"]


def test_who_was_told_it_does_not_say_it() -> None:
    """However they spoke out before."""
    text = "A surgeon who raised concerns about the ward was told to “keep quiet”, a court heard."
    (quote,) = read(text)
    assert (source(quote), quote.speaker, quote.addressee) == ("", None, "A surgeon")


def test_who_warned_of_it_is_who_says_it() -> None:
    """Not those who did it all the same."""
    text = "Councillors have voted to sell, despite warnings from residents that it is “mad”."
    assert source(read(text)[-1]) == "residents"


@pytest.mark.parametrize("beside", ["a charge her office called", "a charge his aides called"])
def test_who_calls_it_so_behind_a_comma_is_another(beside: str) -> None:
    """And what they call so is no part of what was said before."""
    quotes = read(f"Reuss accused Frey of “sitting on” the report, {beside} “sickening”.")
    assert [content(quote) for quote in quotes] == ["Frey of “sitting on” the report", "sickening"]
    assert source(quotes[1]) == " ".join(beside.split()[2:4])


def test_when_it_was_said_is_no_part_of_it() -> None:
    """ "Afterwards" stands before what is told."""
    assert content(read("Reuss said afterwards that she was “glad”.")[0]) == "that she was “glad”"


@pytest.mark.parametrize("opening", ["Her grandmother", "My mother", "But his widow"])
def test_she_is_whoever_the_sentence_before_is_about(opening: str) -> None:
    """Who has no name is not somebody who has one."""
    text = f"Clara Reuss was less kind. {opening} joined in. “I never read it,” she said."
    assert read(text)[-1].speaker is None


@pytest.mark.parametrize("body", ["the jury", "the inquiry", "the committee", "jurors"])
def test_a_name_behind_whoever_is_told_begins_what_they_are_told(body: str) -> None:
    """ "The jury Mr Orr" is nobody, where "the singer Ann Orr" is one who is told."""
    (quote,) = read(f"Clara Reuss told {body} Mr Orr had been filmed by a friend.")
    assert content(quote).startswith("Mr Orr had been filmed")
    assert quote.addressee == body
    (quote,) = read("Clara Reuss told the singer Ann Orr the hall was shut.")
    assert content(quote) == "the hall was shut"


@pytest.mark.parametrize("body", ["jury", "inquest", "court", "tribunal"])
def test_who_is_told_in_a_headline_has_not_said_it(body: str) -> None:
    """ "Jury told" is short for what the jury was told."""
    quotes = read(f"Driver ‘was showing off’ before crash, {body} told\n\nA driver was held.\n")
    assert [(content(quote), quote.source) for quote in quotes] == [("was showing off", ())]


def test_a_post_behind_a_party_goes_on_to_the_name() -> None:
    """Nobody is called "Local Labour"."""
    (quote,) = read("Local Labour councillor Odd Lund shared it on Monday, writing “Speechless.”")
    assert quote.speaker == "Odd Lund"


def test_how_often_a_post_was_shared_is_not_who_says_it() -> None:
    """It is the post that says so."""
    (quote,) = read("A post shared more than 4,000 times says the town has “banned lights”.")
    assert source(quote) == "A post shared more than 4,000 times"
    assert [each.kind for each in quote.provenance] == ["document"]


@pytest.mark.parametrize("verb", ["rued", "wept"])
def test_short_verbs_of_saying_stand_behind_a_quotation(verb: str) -> None:
    """Else the words would go to whoever spoke before."""
    quotes = read(f"Clara Reuss left. She had lost.\n\n“It is all over,” {verb} Odd Lund, 61.\n")
    assert quotes[-1].speaker == "Odd Lund"


def test_a_date_between_commas_parts_no_verb() -> None:
    """ "Had, on Tuesday, told" is one verb."""
    (quote,) = read("Odd Lund had, on Tuesday, told reporters that it was “over”.")
    assert (source(quote), quote.addressee) == ("Odd Lund", "reporters")


@pytest.mark.parametrize("more", ["gathered for the feast", "affected by the flood"])
def test_what_tells_more_of_listeners_is_no_part_of_them(more: str) -> None:
    """Nor is it the beginning of what they are told."""
    (quote,) = read(f"Clara Reuss told residents {more} that it was “late”.")
    assert (content(quote), quote.addressee) == ("that it was “late”", "residents")


def test_a_description_with_a_verb_of_its_own_does_not_take_the_statement() -> None:
    """Whoever signed a letter criticising something goes on to say something."""
    text = "Clara Reuss, a signatory of a letter criticising the plan, said that it was “silent”."
    assert content(read(text)[-1]) == "that it was “silent”"


def test_who_is_asked_about_reports_smiles_beside_them() -> None:
    """What was reported ends where the main clause begins."""
    (reported, _) = read("Asked about reports that two had left, Clara Reuss smiled. “So few.”")
    assert content(reported) == "that two had left"


def test_the_message_is_from_whom_it_says() -> None:
    """Behind the words, with or without a dash."""
    (quote,) = read("“No trains run until noon” – that’s the message from Coastline Rail.")
    assert quote.speaker == "Coastline Rail"


def test_a_warning_at_the_end_of_a_speech_is_of_who_speaks() -> None:
    """ "His" is of the speech, and the warning of whom the sentence is about."""
    text = "“It is late,” said Odd Lund.\n\nClara Reuss ended her speech with a warning: “Beware.”"
    assert source(read(text)[-1]) == "Clara Reuss"


def test_a_quarrel_and_what_nobody_may_discuss_are_nothing_said() -> None:
    """ "Arguing with a gull" tells nothing, and who is not allowed to speak has not."""
    assert read("On the morning it began, Clara Reuss was arguing with a gull.") == []
    assert read("They were not authorized to discuss the matter publicly.") == []
    assert content(read("Clara Reuss argued that it was late.")[0]) == "that it was late"


def test_whoever_speaks_for_a_firm_is_not_the_firm() -> None:
    """Its name stands beside what it is, and not beside who speaks."""
    (quote,) = read("A spokeswoman for the company, Helix, said it had “complied”.")
    assert (source(quote), quote.speaker) == ("A spokeswoman for the company", None)


def test_the_taoiseach_is_whoever_holds_the_office() -> None:
    """A title that other languages do not have is no name either."""
    text = "The Taoiseach said it was “late”. Odd Corrigan, the Taoiseach, left at noon."
    assert read(text)[0].speaker == "Odd Corrigan"
    assert read("The Taoiseach said it was “late”.")[0].speaker is None


@pytest.mark.parametrize(
    "against",
    [
        "but Radio One’s Odd Roe disagreed, telling viewers it was “over”.",
        "while Odd Roe laughed, calling it “over”.",
    ],
)
def test_whoever_is_set_against_a_speaker_goes_on_speaking(against: str) -> None:
    """ "Telling" and "calling" go back to the nearer of the two."""
    first, *_, last = read(f"Clara Reuss said the vote was “close”, {against}")
    assert content(first) == "the vote was “close”"
    assert (first.speaker, last.speaker) == ("Clara Reuss", "Odd Roe")


def test_minutes_that_somebody_waited_say_nothing() -> None:
    """Those of a meeting do."""
    waited = "The mother of a boy who died after waiting 97 minutes has said it was “late”."
    assert [each.kind for each in read(waited)[0].provenance] == ["unnamed"]
