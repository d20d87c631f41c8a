"""Words of somebody else go back to whoever tells them, and to whoever told that one."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance, quotes


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("“My uncle used to say, ‘It is sold,’” Tom Reyes said.", "named", "Tom Reyes"),
        ("“The mate told me, ‘It is sold,’” Reyes said.", "named", "Reyes"),
        ("“It was late. She said: ‘Go home!’ So I went,” Reyes recalled.", "named", "Reyes"),
        ("Reyes had been told by a senior clerk that it was sold.", "unnamed", "a senior clerk"),
        ("As Reyes was told by two people at the port, it is sold.", "unnamed", None),
        ("The paper is quoting a harbour source as saying it was sold.", "unnamed", None),
        ("Through a lawyer, Reyes denied it.", "unnamed", "a lawyer"),
        ("Through his clerk he denied it.", "unnamed", "his clerk"),
        ("Reyes denied accusations from farmers that it was sold.", "unnamed", "farmers"),
        ("Reyes signed it on the word of a technician.", "unnamed", "a technician"),
        ("The boat is thought by some analysts to be sold.", "unnamed", "some analysts"),
    ],
)
def test_who_passes_words_on_is_found(text: str, kind: str, words: str | None) -> None:
    """A quotation within a quotation, "was told by" and "is quoting … as saying"."""
    found = [each for each in provenance(text) if each.kind == kind]
    assert len(found) == 1
    assert words is None or found[0].span.text == words


@pytest.mark.parametrize(
    "text",
    [
        "“I said, ‘It is sold,’” Reyes said.",
        "“People ask, ‘Is it sold?’” Reyes said.",
        "“You can’t just say, ‘It is sold,’” Reyes said.",
        "“If you told them, ‘It is sold,’ they would leave,” Reyes said.",
        "“The pier they call ‘the Grey Lady’ is sold,” Reyes said.",
        "The police say they were called at noon to “a small fire”.",
        "The Harbour Board has ruled it out; Reyes, the mayor, called it “a farce”.",
    ],
)
def test_who_speaks_for_himself_passes_nothing_on(text: str) -> None:
    """One’s own words, words that nobody said, names, and a call to the police."""
    assert [each.kind for each in provenance(text) if each.kind == "named"] == []


def test_customers_who_were_told_something_are_not_named() -> None:
    """Whoever has no name has none where they pass on what they heard, too."""
    found = provenance("Two of its largest customers said they had been told to expect “rain”.")
    assert {each.kind for each in found} == {"unnamed"}


def test_who_quotes_another_is_not_what_his_own_words_go_back_to() -> None:
    """He is the speaker of his quotation; only the words within it go back to him."""
    quote, inner = quotes("“My uncle said, ‘No,’” Tom Reyes said.")
    assert quote.speaker == "Tom Reyes"
    assert quote.provenance == ()
    assert [each.span.text for each in inner.provenance] == ["Tom Reyes"]
