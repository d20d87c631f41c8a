"""Who is held to have done a crime, as news tells it while it goes through the courts."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.culprits import crime_asked
from tests.jobs.ask.asking import asked, record_of

STABBED = (
    "Mayor Olga Stern stabbed in Vikna market\n"
    "Mayor Olga Stern was stabbed in the market of Vikna on Monday. A man was held by shoppers "
    "until police came.\n"
    "On Tuesday prosecutors charged Piet Maas, 41, with the attempted murder of Olga Stern. "
    "Maas did not speak in court."
)
NAMED = (
    "Nurse shot in Lund\n"
    "Nurse Ida Falk was shot dead outside a clinic in Lund on Friday. Her brother, Jon Falk, "
    "called for calm.\n"
    "Police identified the gunman as Nils Brandt, a former guard of the clinic, after the killing."
)
FREED = (
    "Court frees Karl Roth after nine years\n"
    "A judge vacated the sentence of Karl Roth on Monday. Prosecutors dropped all charges against "
    "Karl Roth, who spent nine years in prison for the murder of Eva Holm.\n"
    "“For nine years we were told that Karl Roth killed Eva Holm,” her sister said."
)


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who stabbed Olga Stern?", STABBED, "Piet Maas"),
        ("Who attacked Mayor Stern?", STABBED, "Piet Maas"),
        ("Who tried to kill Olga Stern?", STABBED, "Piet Maas"),
        ("Who shot Ida Falk?", NAMED, "Nils Brandt"),
        ("Who killed the nurse Ida Falk?", NAMED, "Nils Brandt"),
    ],
)
def test_whoever_is_charged_or_named_is_the_answer(question: str, text: str, name: str) -> None:
    """Charged, or identified as the one who did it."""
    with record_of(("Ledger", "2026-03-04", text)) as record:
        answer = ask(record, question)
    first = answer.statements[0]
    assert first.answer is not None
    assert first.answer.text == name


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who killed Eva Holm?", FREED),  # he was cleared
        ("Who stabbed Jon Falk?", NAMED),
        ("Who robbed Olga Stern's sister?", NAMED),
    ],
)
def test_nobody_is_named_who_is_not_held_for_it(question: str, text: str) -> None:
    """Whoever was cleared, or is held for another deed, is no answer."""
    with record_of(("Ledger", "2026-03-04", text)) as record:
        answer = ask(record, question)
    assert not answer.statements


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("Who shot Ida Falk?", "shot"),
        ("Who tried to kill Olga Stern?", "kill"),
        ("Who is accused of killing Olga Stern?", None),  # told as it is asked
        ("Who was shot by Nils Brandt?", None),
        ("Who did Nils Brandt shoot?", None),
        ("Who left Vikna?", None),
    ],
)
def test_which_deeds_are_asked_about(question: str, verb: str | None) -> None:
    """Only whoever did it is asked for, and only of a crime."""
    deed = crime_asked(asked(question))
    assert (deed.verb if deed is not None else None) == verb
