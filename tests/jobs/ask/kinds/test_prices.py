"""What was paid for something stands with a purchase, in whatever words that is told."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from tests.jobs.ask.asking import record_of

TOLD = (
    (
        "Courier",
        "2025-06-05",
        "Sweets maker Brekke said on Monday it will buy the bar maker Moldal & Sons for about $2.9 "
        "billion to widen its line of snacks.\n\nBrekke's sales rose to $7 billion last year.",
    ),
    (
        "Post",
        "2025-06-09",
        "Ida Rud moved on Friday to end her $44 billion deal to take over Skrive, the latest twist "
        "since spring. A $1 billion deal fee would be due to Skrive.\n\nOdd Hale will be paid $3 "
        "million by Skrive when he goes.",
    ),
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How much is Brekke paying for Moldal?", "$2.9 billion"),
        ("How much is Ida Rud's deal for Skrive worth?", "$44 billion"),
        ("How much will Odd Hale be paid for the Skrive house?", None),
    ],
)
def test_a_price_stands_where_something_is_bought(question: str, answer: str | None) -> None:
    """Beside the verb or noun of the purchase, in a sentence that names what is bought."""
    with record_of(*TOLD) as record:
        found = ask(record, question)
    given = found.statements[0].answer if found.statements else None
    if answer is None:
        assert given is None, given
    else:
        assert given is not None, found
        assert answer in given.text
