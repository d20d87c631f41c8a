"""What brought something about, told by whatever verb, and what it brought about."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.causes import effect_asked
from tests.jobs.ask.asking import asked
from tests.jobs.ask.kinds.test_roles import answered

CRUSH = (
    "Supporters ran onto the pitch of Vikna and police fired tear gas, triggering a crush at the "
    "gates of the stadium.\n"
    "The crush caused chaos in the hospitals of Vikna."
)
FIRE = "The fire at the Lund mill was blamed on a faulty heater. It led to a shortage of flour."
FLOOD = "Floods caused by record rain in the Orre valley took four lives."
PERHAPS = "A spark may have caused the fire at the Lund mill, firefighters said."


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("What caused the crush in Vikna?", CRUSH, "police fired tear gas"),
        ("What caused the fire at the Lund mill?", FIRE, "a faulty heater"),
        ("What was the cause of the fire at the Lund mill?", FIRE, "a faulty heater"),
        ("What caused the floods in the Orre valley?", FLOOD, "record rain"),
    ],
)
def test_what_a_sentence_calls_the_cause_is_the_answer(
    question: str, text: str, words: str
) -> None:
    """And not what came of it."""
    found = answered(question, text)
    assert found is not None and words in found


def test_what_came_of_it_is_not_its_cause() -> None:
    """The parser's object of "caused" was brought about."""
    text = "The crush at the gates of Vikna caused chaos in its hospitals."
    assert answered("What caused the crush in Vikna?", text) is None


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("What caused the crush in Vikna?", "crush"),
        ("What led to the strike?", "strike"),
        ("What was the cause of the fire?", "fire"),
        ("What did the fire cause?", None),
        ("What was the strike about?", None),
    ],
)
def test_of_what_the_cause_is_asked(question: str, noun: str | None) -> None:
    """The question may say it by a verb or by "cause"."""
    effect = effect_asked(asked(question))
    assert (None if effect is None else effect.noun) == noun
