"""A figure is that of the clause that tells what is asked, not of the one beside it."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.clause import of_its_clause
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from onix.reading import NewsReader
from tests.jobs.ask.asking import asked, seen
from tests.record.making import article


def moved(question: str, sentence: str, read: str) -> str:
    """Give the words that answer where the reader has read these."""
    (marks,) = NewsReader().read([article(sentence, published="2025-03-15")])
    whole = Span(marks.document.id, 0, len(sentence), sentence)
    start = sentence.index(read)
    window = Window(whole, (whole,), whole, Citation(whole), (), 0)
    reading = Reading(window, whole, whole.part(start, start + len(read)), 1.0, ())
    (found,) = of_its_clause(asked(question), [reading], seen(marks=marks))
    assert found.span is not None
    return found.span.text


@pytest.mark.parametrize(
    ("question", "sentence", "read", "right"),
    [
        (
            "What percentage of members think Roth should go?",
            "The poll found that 64% of members think she should go, while 17% think she should "
            "stay.",
            "17%",
            "64%",
        ),
        (
            "How many people did the yard hire?",
            "The yard hired 40 people in May and sacked 12 in June.",
            "12",
            "40",
        ),
        (
            "How many people were injured?",
            "Some 300 died in the flood and 1,100 were injured.",
            "300",
            "1,100",
        ),
        (
            "How much was paid for the club?",
            "Kress paid £14m for the club and £2.5m for its field.",
            "£2.5m",
            "£14",
        ),
        (
            "How much did the council lose?",
            "The council earned £3.1 million from fees and lost £900,000 on the fair.",
            "£3.1 million",
            "£900,000",
        ),
    ],
)
def test_the_figure_is_taken_from_the_clause_that_is_asked_about(
    question: str, sentence: str, read: str, right: str
) -> None:
    """Whichever the reader took, and not where it took the right one."""
    assert moved(question, sentence, read) == right
    assert moved(question, sentence, right) == right


@pytest.mark.parametrize(
    ("question", "sentence", "read"),
    [
        ("How many boats sank?", "The storm took 12 boats and 3 lives.", "12"),
        (
            "How much did it cost?",
            "The bridge cost £4 million, 12% more than planned.",
            "£4 million",
        ),
        (
            "How many accounts were opened in the shop?",
            "Since 2021, when the shop opened, 31 accounts have shared it.",
            "31",
        ),
        ("How many died?", "Of 212 people on board, 9 were killed.", "9"),
    ],
)
def test_it_stays_where_no_other_clause_tells_it_better(
    question: str, sentence: str, read: str
) -> None:
    """Another sort of figure, or one of the same clause, is no better."""
    assert moved(question, sentence, read) == read


def test_a_sum_is_of_what_its_sentence_names() -> None:
    """The reader may take that of the point behind it, which pays for something else."""
    fee, fund = (
        "6. Members shall pay a fee of £60.",
        "7. The club shall put £2 million into a fund.",
    )
    text = f"{fee}\n{fund}"
    (marks,) = NewsReader().read([article(text, published="2025-03-15")])
    whole = Span(marks.document.id, 0, len(text), text)
    sentences = (whole.part(0, len(fee)), whole.part(len(fee) + 1, len(text)))
    window = Window(whole, sentences, sentences[1], Citation(whole), (), 0)
    start = fund.index("£2 million")
    span = sentences[1].part(start, start + len("£2 million"))
    reading = Reading(window, sentences[1], span, 1.0, ())
    for question, words in (("How much is the fee?", "£60"), ("How much is it?", "£2 million")):
        (found,) = of_its_clause(asked(question), [reading], seen(marks=marks))
        assert found.span is not None and found.span.text == words
