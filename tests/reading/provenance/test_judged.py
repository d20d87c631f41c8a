"""What somebody without a name calls something goes back to whoever calls it so."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The port paid duties, a step that officials called unavoidable.", "unnamed", "officials"),
        ("It is a rise which experts attribute to the strike.", "unnamed", "experts"),
        ("The boat, which two dealers had valued at 4 million, sank.", "unnamed", "two dealers"),
        ("They met after what two people present described as a quarrel.", "unnamed", None),
        ("A buyer is sought, which a spokeswoman said should be found in May.", "unnamed", None),
        ("They want a wall, which the report dismisses as ugly.", "document", "the report"),
        ("It is the work of a dealer whom the indictment calls a broker.", "document", None),
    ],
)
def test_a_judgement_goes_back_to_whoever_passes_it(text: str, kind: str, who: str | None) -> None:
    """The verb has its object before it: "that officials called", "which experts attribute"."""
    (found,) = provenance(text)
    assert found.kind == kind
    assert who is None or found.span.text == who


@pytest.mark.parametrize(
    "text",
    [
        "The port closed a pier that officials used.",
        "Tom Reyes said what people think of it.",
        "A boat that the mayor called unsafe sank.",
    ],
)
def test_what_is_used_is_not_judged(text: str) -> None:
    """Other verbs, and people whom the text knows."""
    assert [each for each in provenance(text) if each.kind == "unnamed"] == []
