"""Whoever keeps a name out of the news is a source, however the sentence goes on."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A clerk, who asked not to be named because the deal is not signed, put it down to "
            "a quarrel.",
            "A clerk",
        ),
        ("Two of her backers, speaking privately, doubted it.", "Two of her backers"),
        ("Speaking privately, two of her backers doubted it.", "two of her backers"),
        ("A clerk of the port, who was not authorized to discuss it, saw no hope.", "A clerk"),
        ("A military analyst known only as Witness K told the court it was sold.", "A military"),
    ],
)
def test_who_hides_a_name_is_a_source(text: str, who: str) -> None:
    """Also where attribution does not see what is said."""
    (found,) = provenance(text)
    assert found.kind == "unnamed"
    assert found.span.text.startswith(who)


def test_who_is_named_hides_nothing() -> None:
    """A name before the words, or behind the calling."""
    assert provenance("Tom Reyes, who was not allowed to speak, left.") == ()
    assert provenance("A clerk, Odd Lund, who was not authorized to discuss it, left.") == ()


def test_only_people_without_a_name_hide_theirs_in_front() -> None:
    """ "Speaking privately, …" goes on with a pronoun or a name: nobody without a name."""
    assert provenance("Speaking privately, he doubted it.") == ()
    assert provenance("Speaking privately, Odd Lund, a clerk, doubted it.") == ()
    assert provenance("Speaking privately.") == ()
