"""What stands in brackets in a transcript and is heard is said by nobody."""

from __future__ import annotations

import pytest

from onix.model import Document, Turn
from onix.reading.quotes.turns import quotes_of_turns


def said(text: str) -> list[str]:
    """The parts of the one turn of a transcript that somebody says."""
    document = Document("t", "transcript", text)
    turn = Turn("Ann Lee", document.span(0, len(text)))
    whole = Document("t", "transcript", text, turns=(turn,))
    return [part.text for each in quotes_of_turns(whole) for part in each.content]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("I do. It was ours. (Laughter)", ["I do. It was ours."]),
        ("Order. [Interruption from the gallery.] Thank you.", ["Order.", "Thank you."]),
        ("(General laughter.) Well, now.", ["Well, now."]),
        ("If I may. [COUGHS] Go on.", ["If I may.", "Go on."]),
        ("[Music]", []),
        ("We train [music] teachers (all of them) every year.", None),
        ("They [the pumps, in a break] failed in May.", None),
    ],
)
def test_what_is_heard_beside_it_is_no_part_of_a_quotation(
    text: str, parts: list[str] | None
) -> None:
    """Laughter and coughs are left out; a word put in to explain another stays."""
    assert said(text) == ([text] if parts is None else parts)
