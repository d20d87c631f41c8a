"""Somebody is of the body that the record has them of; nearly its name is not its name."""

from __future__ import annotations

import pytest

from tests.verify.test_facts import found, marks_of, wrong

RECORD = (
    "Petra Aune, an economist at the Sund Institute for Public Finance, expects the toll on the "
    "bridge to rise.\n\n"
    "The Ferry Workers' Union will vote on the offer in May. Its chief negotiator, Carla Hove, "
    "called it a start.\n\n"
    "The Air Quality Inspectorate has tested the smoke from the mill twice.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Petra Aune of the Lomvik Centre for Social Policy thinks that the toll will go up.",
            ["Lomvik Centre for Social Policy"],
        ),
        ("Petra Aune of the Sund Institute thinks that the toll will go up.", []),
        (
            "Carla Hove of the Seamen's Federation called the offer a start.",
            ["Seamen's Federation"],
        ),
        ("Carla Hove of the Ferry Workers' Union called the offer a start.", []),
        (
            "The Clean Air Inspectorate tested the smoke from the mill twice.",
            ["Clean Air Inspectorate"],
        ),
        ("The Lomvik Harbour Board let its own crane, Odd Moe of the Crane Union said.", []),
    ],
)
def test_the_body_that_somebody_is_of(text: str, expected: list[str]) -> None:
    """Of whom the record has of no body, and of bodies it has nowhere, nothing is said."""
    verdicts = found([marks_of(RECORD, "one")], text, "name")
    assert [mine for mine, _ in wrong(verdicts)] == expected
