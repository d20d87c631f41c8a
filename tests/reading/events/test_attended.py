"""When something was that happened at an event, or along with another."""

from __future__ import annotations

import pytest

from tests.reading.events.test_events import events


@pytest.mark.parametrize(
    ("text", "head", "when"),
    [
        ("He attended Monday's vote.", "attended", "2025-03-10"),
        ("The Rovers won Saturday's match.", "won", "2025-03-08"),
        ("Tarn will send a clerk to Ada Brandt's hearing on Friday.", "send", "2025-03-14"),
        ("They went to Monday's meeting.", "went", None),
        ("He condemned Monday's attack.", "condemned", None),
        ("The boy was found Monday clinging to a tube at sea.", "found", "2025-03-10"),
        ("On Monday the storm hit the coast, killing two and leaving many without power.",
         "leaving", "2025-03-10"),
    ],
)  # fmt: skip
def test_what_was_done_at_an_event_was_on_its_day(text: str, head: str, when: str | None) -> None:
    """What is only spoken of has no day from it, and one may come to it the day before."""
    found = [each for each in events(text) if each.head and each.head.text == head]
    assert [each.when.value if each.when else None for each in found] == [when]
