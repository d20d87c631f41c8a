"""A clause between commas may say whose account a sentence is."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("They left because, a person close to it said, it cost much.", "unnamed", "a person"),
        ("On it there lay, investigators believe, some 40 kilograms.", "unnamed", "investigators"),
        ("It was the call that, party colleagues now say, ended it.", "unnamed", "party"),
        ("The pram, the police report notes sourly, was not found.", "document", "the police"),
        ("The key, staff said, was with a caretaker.", "unnamed", "staff"),
    ],
)
def test_an_aside_tells_whose_account_it_is(text: str, kind: str, who: str) -> None:
    """People without a name and documents, whatever stands around the aside."""
    (found,) = provenance(text)
    assert found.kind == kind
    assert found.span.text.startswith(who)


def test_a_named_person_in_an_aside_is_the_speaker() -> None:
    """And no provenance."""
    assert provenance("They left because, Tom Reyes said, it cost much.") == ()
