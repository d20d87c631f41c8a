"""What is texted, minuted and put into words: who says it, to whom, and where it stands."""

from __future__ import annotations

import pytest

from onix.model import Document, Quote
from onix.reading import NewsReader


def read(text: str) -> list[Quote]:
    """Give the quotations, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return list(marks.quotes)


def content(quote: Quote) -> list[str]:
    """Give what is said."""
    return [span.text for span in quote.content]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Odd Lund texted his wife that he was safe.", "that he was safe"),
        ("Odd Lund warned her sister that the quay was wet.", "that the quay was wet"),
        ("Odd Lund emailed Clara Reuss that it was late.", "that it was late"),
        ("Odd Lund told her boss that she was ill.", "that she was ill"),
    ],
)
def test_whoever_is_told_is_not_what_is_said(text: str, said: str) -> None:
    """It begins with "that", also behind "her boss", where "her" is not who is told."""
    assert content(read(text)[0]) == [said]


@pytest.mark.parametrize(
    "text",
    ["Odd Lund promised a deal that would last.", "Odd Lund texted a note that it was late."],
)
def test_what_is_promised_or_sent_is_nobody_who_is_told(text: str) -> None:
    """ "That" tells of the deal, and of the note."""
    assert content(read(text)[0])[0].startswith("a ")


@pytest.mark.parametrize("verb", ["record", "quote", "cite"])
def test_whom_minutes_record_as_saying_something_says_it(verb: str) -> None:
    """The minutes are where it stands."""
    (quote,) = read(f"The minutes {verb} Clara Reuss as saying the pump was “a toy”.")
    assert quote.speaker == "Clara Reuss"


@pytest.mark.parametrize(
    "text",
    [
        "Clara Reuss is quoted in the minutes as saying the pump was “a toy”.",
        "In the minutes, Clara Reuss is recorded as saying the pump was “a toy”.",
    ],
)
def test_who_is_quoted_in_a_document_speaks_in_it(text: str) -> None:
    """Where they are quoted stands before or behind them."""
    (quote,) = read(text)
    assert quote.speaker == "Clara Reuss"
    assert [each.span.text for each in quote.provenance] == ["the minutes"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Odd Lund, the coach, left the room with the words “not today”.", "Odd Lund"),
        ("Odd Lund closed the hearing with the words: “We are done.”", "Odd Lund"),
        ("Riga sporting director Odd Lund rang off with the words “not today”.", "Odd Lund"),
        ("Odd Lund wore a cap with the words “not today”.", None),
        ("Odd Lund wore a shirt printed with the words “not today”.", None),
    ],
)
def test_with_the_words_tells_whose_they_are(text: str, speaker: str | None) -> None:
    """But those on a cap are nobody's."""
    (quote,) = read(text)
    assert quote.speaker == speaker


def test_what_somebody_puts_a_number_at_are_their_words() -> None:
    """ "Put it at “closer to three”": whoever does so may have no name."""
    (quote,) = read("Odd Lund, a surveyor, put the chances at “fifty-fifty, going down”.")
    assert quote.speaker == "Odd Lund"
    (quote,) = read("A spokesperson for the council put it at “closer to three”.")
    assert quote.source[0].text == "A spokesperson for the council"
    assert [each.kind for each in quote.provenance] == ["unnamed"]


def test_the_reply_comes_from_whom_the_last_words_were_sent_to() -> None:
    """Nothing else tells who replies."""
    text = "Odd Lund texted Clara Reuss on Friday: “We are late.” “You are,” came the reply."
    assert [quote.speaker for quote in read(text)] == ["Odd Lund", "Clara Reuss"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Clara Reuss found a box labelled “later”.", None),
        ("Clara Reuss called it “late”.", "Clara Reuss"),
    ],
)
def test_a_label_is_nobodys_words(text: str, speaker: str | None) -> None:
    """Whoever finds a box has not said what stands on it."""
    (quote,) = read(text)
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The boat was late, Odd Lund says flatly.", ["The boat was late"]),
        ("The boat was, Odd Lund adds quietly, late.", ["The boat was", "late"]),
        ("Odd Lund said repeatedly that it was late.", ["that it was late"]),
        ("Odd Lund said family matters most.", ["family matters most"]),
    ],
)
def test_how_it_is_said_is_not_what_is_said(text: str, said: list[str]) -> None:
    """An adverb behind the verb belongs to it; "family" is none."""
    assert content(read(text)[0]) == said


def test_that_june_is_a_time() -> None:
    """What is said begins with the next "that"."""
    (quote,) = read("What Clara Reuss said in Riga that June was that the wall would hold.")
    assert content(quote) == ["that the wall would hold"]


def test_a_report_is_of_whose_it_is() -> None:
    """And what it says ends where the clause around goes on."""
    text = "Clara Reuss, whose report warned that the dam was “failing”, resigned."
    (quote,) = read(text)
    assert (quote.speaker, content(quote)) == ("Clara Reuss", ["that the dam was “failing”"])
    assert [each.kind for each in quote.provenance] == ["document"]


def test_who_claims_may_be_described_at_length() -> None:
    """ "Claims" is a verb behind the comma that closes what is told of somebody."""
    (quote,) = read("Odd Lund, who led the club for years, claims to have won it all.")
    assert (quote.speaker, content(quote)) == ("Odd Lund", ["to have won it all"])


def test_a_clause_that_a_conjunction_joins_leads_up_to_who_says_it() -> None:
    """ "And when a reporter asked Lund, the clerk said": what is asked ends with the comma."""
    text = "It was long, and when a reporter asked Lund about it, the clerk said he was tired."
    assert [content(quote)[0] for quote in read(text)][-1] == "he was tired"


def test_a_post_of_hers_is_where_it_stands() -> None:
    """Also where whose it is stands before her name."""
    text = "Odd Lund liked a post on Larchbook by his sister, Ann Lund, that read “Let him go”."
    quote = read(text)[-1]
    assert quote.speaker == "Ann Lund"
    assert [each.span.text for each in quote.provenance] == ["a post"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("TARN — Managers at Lund Lines were told in writing of “a visible crack” in the hull.",
         "Managers at Lund Lines"),
        ("Odd Lund told the court of “a visible crack” in the hull.", "the court"),
    ],
)  # fmt: skip
def test_who_was_told_in_writing_did_not_write(text: str, whom: str) -> None:
    """They are told it, and whoever wrote is not named."""
    (found,) = read(text)
    assert found.addressee == whom
    assert found.speaker in {None, "Odd Lund"}
