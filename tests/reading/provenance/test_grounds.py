"""What bears on a quote is what its own attribution says, and what it goes on from."""

from __future__ import annotations

import pytest

from onix.model import Quote
from onix.reading.grammar.sentences import find_sentences
from onix.reading.provenance.grounds import ground
from tests.reading.speech import document, marked, quotes


def goes_back_to(text: str, words: str) -> list[tuple[str, str]]:
    """Give kind and words of what the quote with these marked words goes back to."""
    found = [each for each in quotes(text) if any(words in said for said in marked(each))]
    quote = found[-1]  # the innermost
    return [(each.kind, each.span.text) for each in quote.provenance]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In an e-mail first published by the Tidewater Ledger, Reyes called it “a coin toss”.",
            [("document", "an e-mail"), ("outlet", "the Tidewater Ledger")],
        ),
        ("“A coin toss,” a clerk told us.", [("unnamed", "a clerk"), ("own", "us")]),
        (
            "Reyes told them that Varga had entered it in his diary as “a coin toss”.",
            [("document", "his diary")],
        ),
        (
            "Reyes told this newspaper it was sold. “A coin toss,” he said.",
            [("own", "this newspaper")],
        ),
        (
            "In a letter, the board said it was sold. It added that it was “a coin toss”.",
            [("document", "a letter")],
        ),
        ("Reyes answered by e-mail. “A coin toss,” he wrote.", [("document", "e-mail")]),
        (
            "Ilse Varga sent a letter. In it she was short.\n\n“A coin toss,” she said.",
            [],
        ),
        ("Reyes told this newspaper it was sold. “A coin toss,” Varga said.", []),
        ("Reyes told Radio Gannet it was sold. “A coin toss,” he said.", []),
        (
            "Tom Reyes told us it was sold, but “a coin toss”, according to two aides.",
            [("own", "us"), ("unnamed", "two aides")],
        ),
        ("Two aides left. Varga called it “a coin toss”.", []),
        (
            "E-mails show that the clerk, Mark Dunn, warned of “a coin toss”.",
            [("document", "E-mails")],
        ),
        (
            "“It rained,” Dunn said. “The cook told me, ‘It was a coin toss.’”",
            [("named", "Dunn")],
        ),
        (
            "One clerk said it was sold. He added: “It was a coin toss.”",
            [("unnamed", "One clerk")],
        ),
        ("One clerk said it was sold. Varga added: “It was a coin toss.”", []),
        (
            "The memo, seen by this newspaper, names Reyes. “A coin toss,” the memo says.",
            [("document", "the memo"), ("own", "this newspaper")],
        ),
        (
            "Emails show that Ilse Varga was uneasy. “A coin toss,” she wrote to the board.",
            [("document", "Emails")],
        ),
        (
            "Copies of the deeds, passed to this newspaper by a clerk, name him. “A coin toss,”"
            " each of them reads.",
            [("document", "Copies"), ("own", "this newspaper"), ("unnamed", "a clerk")],
        ),
        (
            "This newspaper met Ilse Varga at the pier.\n\n“A coin toss,” she said.",
            [("own", "This newspaper")],
        ),
        (
            "In May, according to Ilse Varga, a clerk called it “a coin toss”.",
            [("named", "Ilse Varga"), ("unnamed", "a clerk")],
        ),
        ("A memo seen by this newspaper names her. Varga came. “A coin toss,” she said.", []),
        (
            "Reyes was told of it by a clerk who had left.\n\nVarga again: “A coin toss.”",
            [],
        ),
        ("Critics called it wild. Varga came. “A coin toss,” she said.", []),
        ("Two clerks call it “wild”. Her sister disagrees. “A coin toss,” she said.", []),
        (
            "The report says it was sold. It describes the price as “a coin toss”.",
            [("document", "The report")],
        ),
    ],
)
def test_a_quote_goes_back_to_what_it_was_said_in_and_to(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """Its sentence tells, or the one before when the same person goes on."""
    found = goes_back_to(text, "oin toss")
    assert found == expected


def test_the_source_of_another_statement_does_not_bear() -> None:
    """Of two statements in a sentence each has its own source."""
    text = "A clerk said it was “sold”, but Varga said it was “a coin toss”."
    assert goes_back_to(text, "sold") == [("unnamed", "A clerk")]
    assert goes_back_to(text, "coin") == []


def test_a_transcript_stays_as_it_is() -> None:
    """Without sentences there is nothing to look in."""
    read = document("“No,” he said.")
    quote = Quote("direct", (read.span(1, 4),))
    assert ground(read, (), (quote,), (), ()) == (quote,)
    assert ground(read, find_sentences(read), (quote,), (), ()) == (quote,)


def test_a_hedge_in_what_leads_up_to_a_quotation_bears_on_it() -> None:
    """ "Dunn allegedly laid out a plan, stating:" makes what he states alleged, and him Dunn."""
    text = (
        "Mark Dunn called. In the call, Dunn allegedly laid out a plan to sell it, stating:\n"
        "“We will just make this paper and pass it along, and let them do their own.”"
    )
    (quote,) = [each for each in quotes(text) if each.marked]
    assert [each.text for each in quote.source] == ["Dunn"]
    assert quote.speaker == "Mark Dunn"
    assert [each.text for each in quote.hedges] == ["allegedly"]


def test_a_hedge_behind_words_that_are_nobodys_is_not_theirs() -> None:
    """A nickname is not hedged by what the sentence goes on to say."""
    (quote,) = quotes("The ship, known as “the grey lady”, allegedly cost a fortune.")
    assert quote.hedges == ()
    (quote,) = quotes("He is alleged to have called it “a coin toss” at the time.")
    assert [span.text for span in quote.hedges] == ["is alleged to"]


def test_a_person_is_not_what_the_letter_before_says() -> None:
    """ "She" is no letter, even where it is open who she is."""
    text = "An open letter accused bosses of ruling “by fear”. She read it. “I cried,” she says."
    assert goes_back_to(text, "by fear") == [("document", "An open letter")]
    assert goes_back_to(text, "I cried") == []


def test_somebody_and_colleagues_are_not_without_a_name() -> None:
    """Whoever leads them is named."""
    assert goes_back_to("Ann Reyes and colleagues say it was “a coin toss”.", "a coin toss") == []


def test_a_document_in_which_somebody_is_not_quoted_is_not_where_they_speak() -> None:
    """Nor is it theirs where another, who is told of without marks, once wrote something."""
    text = "Tom Reyes is not quoted in the memo. In an interview, he called it “a coin toss”."
    assert goes_back_to(text, "a coin toss") == []
    text = "“A coin toss,” the report says.\n\nThey quote Tom Reyes, who wrote that it rained."
    assert quotes(text)[-1].provenance == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reyes sent his boss a two-line email. “A coin toss,” he wrote.", ["a two-line email"]),
        ("Reyes sent a letter to the board. In reply, Varga wrote: “A coin toss.”", []),
        ("Reyes sent a letter to the board. “A coin toss,” he said.", []),
        ("Reyes made the announcement on Facebook. “A coin toss,” he wrote.", ["Facebook"]),
        ("Reyes answered through the club’s website: “A coin toss.”", ["the club’s website"]),
        ("“A coin toss,” Reyes wrote on the page.", ["the page"]),
    ],
)
def test_what_is_written_stands_in_what_was_just_sent(text: str, expected: list[str]) -> None:
    """By the same person, and only what they write; an announcement made on a page is on it."""
    assert [span for _, span in goes_back_to(text, "coin toss")] == expected
