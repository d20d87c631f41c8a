"""Whether somebody denies, admits or accepts something is told by verbs of the same sort."""

from __future__ import annotations

import pytest

from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.jobs.ask.yes_no.avowals import avowed
from onix.model import Citation, Span
from tests.jobs.ask.asking import asked, seen


def stance(question: str, sentence: str, *, read: str = "none", score: float = 0.0) -> str | None:
    """The stance of a reading of this sentence, and None where it is left as it was read."""
    whole = Span("d", 0, len(sentence), sentence)
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,), 0)
    reading = Reading(window, whole, whole, score, ())
    (found,) = avowed(asked(question), [reading], seen())
    return found.stance


@pytest.mark.parametrize(
    ("question", "sentence", "yes"),
    [
        ("Does Roth deny the letters?", "Roth does not dispute the letters.", "no"),
        ("Does Roth deny the letters?", "He denies that there were any letters.", "yes"),
        ("Does Roth admit that he wrote the letters?", "Roth does not deny it.", "yes"),
        ("Did Roth confirm the visit?", "Roth denied that there had been a visit.", "no"),
        ("Did the police confirm the visit?", "Police acknowledged the visit.", "yes"),
        ("Did Roth reject the offer?", "He accepted the offer.", "no"),
        ("Did Roth deny that he wrote the letters?", "Roth denied the allegation.", "yes"),
        ("Does Roth deny a quarrel?", "She said reports of a quarrel were untrue.", "yes"),
    ],
)
def test_denying_and_admitting_are_held_against_one_another(
    question: str, sentence: str, yes: str
) -> None:
    """ "Does not dispute" admits; "denies" is no to "does he admit"."""
    assert stance(question, sentence) == yes


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Roth confirm the visit?", "Roth would not confirm the visit."),  # nor deny it
        ("Did Roth confirm the visit?", "Lind confirmed the visit."),  # another
        ("Did Roth confirm the visit?", "Roth came on Friday."),
        ("Did Roth visit the mill?", "Roth denied the visit."),  # no verb of that sort is asked
        ("When did Roth deny the visit?", "Roth denied the visit."),
        ("Did Roth not deny the visit?", "Roth denied the visit."),
        ("Did Roth deny that it was his voice?", "Roth denied wrongdoing."),  # another matter
    ],
)
def test_whatever_else_is_said_is_left_as_it_was_read(question: str, sentence: str) -> None:
    """Silence is no stand, and neither is that of somebody else."""
    assert stance(question, sentence) is None


def test_what_is_on_something_else_is_left_alone() -> None:
    """A reading that is far from an answer does not become one."""
    assert stance("Did Roth deny the letters?", "Roth denied the fire.", score=-3.0) is None
