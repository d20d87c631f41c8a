"""A yes/no question becomes the statement that it asks about."""

from __future__ import annotations

import pytest

from onix.jobs.ask.asked.turned import turned
from tests.jobs.ask.asking import asked, parser


def statement(question: str) -> str | None:
    """The words of the statement, with its verb in capitals."""
    tree = turned(asked(question).tree, question, lambda text: parser().parse([text])[0])
    if tree is None:
        return None
    return " ".join(w.text.upper() if w.head == n else w.text for n, w in enumerate(tree.words))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Has Roth stepped down?", "Roth has STEPPED down ."),
        ("Were trees felled?", "trees were FELLED ."),
        ("Is oil leaking?", "oil is LEAKING ."),
        ("Will the school in Upper Fell be closed?", "The school in Upper Fell will be CLOSED ."),
        ("Did trains to the airport run?", "trains to the airport will RUN ."),
        ("Were the two men's fines paid?", "The two men 's fines were PAID ."),
        ("Was the school in Moss closed?", "The school in Moss was CLOSED ."),
        ("In May, was the man from Vell held?", "In May , the man from Vell was HELD ."),
        ("Didn't Roth resign?", "Roth will not RESIGN ."),
        ("Is Adnan Sedak free?", "Adnan Sedak IS free ."),
        ("By his own account, did Roth resign?", "By his own account , Roth will RESIGN ."),
    ],
)
def test_the_helper_goes_behind_the_whole_subject(question: str, said: str) -> None:
    """However long that is; "did" is told as "will", which the parser knows best."""
    assert statement(question) == said


@pytest.mark.parametrize("question", ["Who left?", "Roth resigned", "Is it?", "Roth, is"])
def test_what_is_no_such_question_is_left_alone(question: str) -> None:
    """It does not open with a helper, or says nothing."""
    assert statement(question) is None
