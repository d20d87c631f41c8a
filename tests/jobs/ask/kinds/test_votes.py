"""How somebody voted is a figure of that body or a side it took."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.votes import with_votes
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from tests.jobs.ask.asking import asked, seen
from tests.jobs.ask.kinds.test_roles import answered

COUNCIL = (
    "The council scrapped the tram by 31 votes to 22 on Monday. The Green group voted against "
    "because it wanted the tram.\n\n"
    "Senator Odd Lund abstained. The upper house debates the tram on 9 July."
)


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("How did the council vote?", COUNCIL, "by 31 votes to 22"),
        ("How did the Green group vote?", COUNCIL, "against"),
        ("How did Senator Odd Lund vote?", COUNCIL, "abstained"),
        ("How did the upper house vote?", COUNCIL, None),
        ("How did the board vote?", "The board has lost trust, the chair said.", None),
        (
            "How did the lower house vote?",
            "The lower house passed the law with 188 votes in favour, 151 against.",
            "with 188 votes in favour, 151 against",
        ),
        (
            "How did the board vote?",
            "The board voted to close the pool. The motion passed by seven votes to four.",
            "by seven votes to four",
        ),
        (
            "How did the board vote?",
            "The board voted to close the pool. The union counted seven votes to four.",
            None,
        ),
        (
            "How did the board vote?",
            "The board voted by 12 to 9, with two abstentions, to close the pool.",
            "by 12 to 9, with two abstentions",
        ),
        (
            "How did the board vote?",
            "The board's head, Ada Lund (Green), who voted for the pool, was sorry.",
            None,
        ),
        ("How did the House vote?", "The House passed its version, 221-209, in May.", "221-209"),
    ],
)
def test_a_vote_is_told_by_figures_or_a_side(question: str, text: str, words: str | None) -> None:
    """And by those of whoever is asked about."""
    assert answered(question, text) == words


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("How many councillors voted for the cable car?", False),
        ("How many councillors voted for the car park?", True),
        ("How many councillors voted?", True),
        ("Who voted against the cable car?", False),
    ],
)
def test_a_vote_on_something_else_is_no_answer(question: str, *, holds: bool) -> None:
    """What is voted on has to stand near."""
    text = "Councillors voted by nine to two for a car park."
    whole = Span("d", 0, len(text), text)
    understood = asked(question)
    told = tuple(0.0 if term.word == "cable" else 1.0 for term in understood.terms)
    window = Window(whole, (whole,), whole, Citation(whole), told, 0)
    reading = Reading(window, whole, whole.part(22, 26), 1.0, ())
    (found,) = with_votes(understood, [reading], seen([window]))
    assert (found.score > 0.0) is holds
