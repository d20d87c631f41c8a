"""How somebody voted is a figure of that body or a side it took."""

from __future__ import annotations

import pytest

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
