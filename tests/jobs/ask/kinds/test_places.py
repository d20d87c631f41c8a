"""Where something was, by what hangs on the very event."""

from __future__ import annotations

import pytest

from tests.jobs.ask.kinds.test_roles import answered

SUMMIT = (
    "Ada Lund of Norway met her Danish colleague at the grain summit in Lisbon on Monday.\n"
    "Karl Roth spoke in Paris of what the grain summit had done.\n"
    "A small plane with Eva Holm aboard landed in Oslo two hours late. She had been held in Rome.\n"
    "The sculptor Jon Feld was laid to rest in Vienna on Sunday, a week after a concert in Graz."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Where was the grain summit held?", "Lisbon"),
        ("Where did Eva Holm's plane land?", "Oslo"),
        ("Where is Jon Feld buried?", "Vienna"),
    ],
)
def test_a_place_hangs_on_what_is_asked(question: str, words: str) -> None:
    """And not on what else the sentences tell."""
    found = answered(question, SUMMIT)
    assert found is not None and words in found


def test_the_place_of_something_else_is_no_answer() -> None:
    """Somebody spoke of it elsewhere."""
    found = answered("Where was the grain fair held?", SUMMIT)
    assert found is None or "Paris" not in found
