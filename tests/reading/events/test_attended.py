"""When something was that happened at an event, or along with another."""

from __future__ import annotations

import pytest

from onix.reading.events.events import find_events
from tests.reading.events.test_events import PARSER, events, read


@pytest.mark.parametrize(
    ("text", "head", "when"),
    [
        ("He attended Monday's vote.", "attended", "2025-03-10"),
        ("The Rovers won Saturday's match.", "won", "2025-03-08"),
        ("Tarn will send a clerk to Ada Brandt's hearing on Friday.", "send", "2025-03-14"),
        ("They went to Monday's meeting.", "went", None),
        ("He condemned Monday's attack.", "condemned", None),
        ("He left in May 2019, later revealing why.", "revealing", None),
        ("The boy was found Monday clinging to a tube at sea.", "found", "2025-03-10"),
        ("On Monday the storm hit the coast, killing two and leaving many without power.",
         "leaving", "2025-03-10"),
    ],
)  # fmt: skip
def test_what_was_done_at_an_event_was_on_its_day(text: str, head: str, when: str | None) -> None:
    """What is only spoken of has no day from it, and one may come to it the day before."""
    found = [each for each in events(text) if each.head and each.head.text == head]
    assert [each.when.value if each.when else None for each in found] == [when]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orbis added a wing to the mill on Monday.", "happened"),
        ("The blast claimed six lives on Monday.", "happened"),
        ("“We stay,” she added on Monday.", "said"),
        ("He called it a shame on Monday.", "said"),
        ("She described the plan as a trick on Monday.", "said"),
    ],
)
def test_a_verb_of_saying_may_do_something(text: str, kind: str) -> None:
    """With a plain object; what somebody is called or described as is only said."""
    found = find_events(read(text), PARSER.parse)
    assert [each.kind for each in found if each.when is not None] == [kind]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On Monday he sold the mill and he bought a yard.", "2025-03-10"),
        ("On Monday he sold the mill and she bought a yard.", None),
    ],
)
def test_a_day_that_opens_the_sentence_is_of_all_that_one_did(text: str, when: str | None) -> None:
    """Of what another did it may be another day."""
    found = [each for each in events(text) if each.head and each.head.text == "bought"]
    assert [each.when.value if each.when else None for each in found] == [when]
