"""`onix timeline` on what real news does: short names, captions, credits, live pages."""

from __future__ import annotations

from pathlib import Path

from onix.jobs.timeline.choosing import choose
from onix.model import Event, Span
from onix.record import open_record
from tests.jobs.test_timeline import fill
from tests.record.making import article


def test_a_shorter_form_of_the_name_asked_for_is_nobody_else(tmp_path: Path) -> None:
    """Nor does it stand beside it; a name with more to it may be another's."""
    text = "Hurricane Maren reached Halden on Monday. The Hurricane Maren Fund gave blankets."
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="a", outlet="Courier", published="2025-03-12"))
        choice = choose(record, "Hurricane Maren")
    span = Span("a", 0, 41, text[:41])
    names = ("Maren", "Hurricane Maren", "Hurricane Maren Fund")
    found = choice.called(Event(span, None, names, (), kind="happened", head=span))
    assert found.who == ("Hurricane Maren", "Hurricane Maren Fund")
