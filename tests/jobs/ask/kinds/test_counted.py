"""How many did something is told by the number of those of whom the verb says it."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from tests.jobs.ask.asking import record_of

TOLD = (
    (
        "Courier",
        "2025-06-05",
        "At least 49 people have been killed and more than 300 injured after a fire tore through a "
        "grain depot in eastern Karsova over the weekend, where nine firefighters are missing.\n\n"
        "The paper firm Brekke said on Friday that it lost 970,000 readers in the second quarter, "
        "although it had said in April that it would lose two million readers.\n\nThursday's "
        "announcement of the 16 host towns for the Northern Cup shed little light on the rest.",
    ),
    (
        "Post",
        "2025-06-09",
        "The board dismissed its clerk three weeks after a gunman killed 19 pupils and two "
        "teachers at Halden School. It is not clear how many of the 19 pupils might have been "
        "saved at Halden School had the police come earlier.\n\nInitially the referee barred Ida "
        "Moe for six games. Storm Nora killed at least five people near Orre. Storm "
        "Ivar had come in May. Twelve more sailors drowned off Orre on Monday, the harbour said.",
    ),
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How many people died in the grain depot fire in Karsova?", "49"),
        ("How many readers did Brekke lose in the second quarter?", "970,000"),
        ("How many towns will host the Northern Cup?", "16"),
        # Nobody knows how many could have been saved, which is another matter.
        ("How many pupils were killed at Halden School?", "19"),
        # Those who came on top, and others who were lost.
        ("How many sailors drowned off Orre?", None),
        ("How many firefighters were killed in the depot fire?", None),
        ("How many readers did the Courier lose?", None),
        # All of them, and another storm.
        ("How many people were killed at Halden School?", "19 pupils and two teachers"),
        ("How many people were killed by Storm Ivar?", None),
        ("How many people did Storm Nora kill?", "five"),
    ],
)
def test_a_number_is_of_those_of_whom_the_verb_says_it(question: str, answer: str | None) -> None:
    """On the side of the verb that is asked for, in a sentence that tells all that is asked."""
    with record_of(*TOLD) as record:
        found = ask(record, question)
    given = found.statements[0].answer if found.statements else None
    if answer is None:
        assert given is None, given
    else:
        assert given is not None, found
        assert answer in given.text
