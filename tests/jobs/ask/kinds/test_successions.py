"""Who took over, stands in, or was before, and not who is merely named beside them."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.successions import change_asked, with_successors
from tests.jobs.ask.asking import asked, record_of, seen
from tests.jobs.ask.kinds.test_roles import answered
from tests.jobs.ask.test_edges import read

PORT = (
    "The port of Vikna dismissed its director, Piet Maas, on Monday over the loss of 40 cranes.\n"
    "Treasurer Eva Holm will act in his place until a successor is found. The union of Vikna "
    "dockers welcomed it.\n"
    "Maas had come to the port in 2019. His predecessor, Jan Feld, lives in Brest.\n"
    "In Terna, the director of the fish market was succeeded by Olga Stern."
)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is running the port of Vikna for the time being?", "Eva Holm"),
        ("Who is filling in for Piet Maas at the port of Vikna?", "Eva Holm"),
        ("Who took over from Maas at the port?", "Eva Holm"),
        ("Who looks after the port of Vikna until the new director starts?", "Eva Holm"),
        ("Who ran the port of Vikna before Maas?", "Jan Feld"),
        ("Who took over the fish market in Terna?", "Olga Stern"),
    ],
)
def test_who_is_asked_for_stands_on_one_side_of_a_change(question: str, name: str) -> None:
    """In whatever words the question and the text put it."""
    found = answered(question, PORT)
    assert found is not None and name in found


@pytest.mark.parametrize(
    "question",
    [
        "Who will be the permanent successor to Piet Maas?",  # she only stands in
        "Who took over the lighthouse of Brandal?",  # nothing of it is told
    ],
)
def test_a_change_of_something_else_is_no_answer(question: str) -> None:
    """Nor is who has a post for a while, where who gets it for good is asked."""
    assert answered(question, PORT) is None


def test_of_two_who_came_after_somebody_the_later_holds() -> None:
    """First her deputy takes over, then somebody is found."""
    first = (
        "The port of Vikna lost its director. Jan Feld has taken over from Piet Maas at the port."
    )
    later = "The port of Vikna has a director. Eva Holm has taken over from Piet Maas at the port."
    with record_of(("Post", "2026-03-11", first), ("Echo", "2026-05-12", later)) as record:
        now = ask(record, "Who took over from Piet Maas at the port?")
        then = ask(record, "Who took over from Piet Maas at the port?", as_of="2026-04-01")
    assert [each.answer and each.answer.text for each in now.statements] == ["Eva Holm"]
    assert [each.answer and each.answer.text for each in then.statements] == ["Jan Feld"]


def test_of_one_day_two_outlets_may_tell_it_differently() -> None:
    """Neither is what the other became, so both are shown."""
    one = "Port of Vikna: director Piet Maas left. Olga Stern has taken over from Maas at the port."
    other = "Port of Vikna: director Piet Maas left. Eva Holm has taken over from Maas at the port."
    with record_of(("Post", "2026-03-11", one), ("Echo", "2026-03-11", other)) as record:
        answer = ask(record, "Who took over from Maas at the port?")
    told = [*answer.statements, *(each for d in answer.disagreements for each in d.readings)]
    assert {"Olga Stern", "Eva Holm"} <= {each.answer.text for each in told if each.answer}


@pytest.mark.parametrize(
    "question",
    [
        "When did Holm take over from Maas?",
        "Who is Eva Holm?",
        "Which company took over the port?",
        "Whom would Maas like to see as his successor?",
        "Who spoke before February?",
        "Who ran the port until the spring?",
    ],
)
def test_other_questions_are_left_alone(question: str) -> None:
    """They ask for no person on one side of a change."""
    reading = read("Lee ran the port.", "Lee")
    assert change_asked(asked(question)) is None
    assert with_successors(asked(question), [reading], seen()) == [reading]


def test_a_sentence_without_a_change_or_a_post_does_not_say_who_came_after() -> None:
    """The judge who heard Maas is not who took over from him."""
    heard = read("Maas was heard twice by Olga Stern, a judge.", "Olga Stern")
    (found,) = with_successors(asked("Who took over from Maas at the port?"), [heard], seen())
    assert found.score < 0
