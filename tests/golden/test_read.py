"""The reader against a careful reader's marks, and against what it gave before."""

from __future__ import annotations

import difflib
from collections import Counter

import pytest

from tests.golden.__main__ import main
from tests.golden.read import output, scores

NAMES = sorted(output.marked())
FLOORS = {"quotes": 0.9, "indirect": 0.85, "names": 0.82, "times": 0.93}
MEASURES = {
    "quotes": scores.quotes,
    "indirect": scores.indirect,
    "names": scores.names,
    "times": scores.times,
}


@pytest.mark.parametrize("measure", MEASURES)
def test_the_reader_comes_near_a_careful_reader(measure: str) -> None:
    """On average over the marked articles, quotes, names and times reach their floors."""
    reached = {
        name: MEASURES[measure](output.given()[name], output.marked()[name]) for name in NAMES
    }
    mean = sum(reached.values()) / len(reached)
    assert mean >= FLOORS[measure], {name: round(value, 3) for name, value in reached.items()}


@pytest.mark.parametrize("name", NAMES)
def test_the_reader_gives_what_it_gave(name: str) -> None:
    """A change in what is read shows up as a diff that a person has read and agreed to."""
    now = output.lines(output.given()[name])
    before = (output.FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    same = (Counter(now) & Counter(before)).total()
    # Loosely: a processor's rounding may turn a mark, a change of the code turns many.
    if scores.f1(same, len(now), len(before)) < 0.95:
        diff = "\n".join(difflib.unified_diff(before, now, "before", "now", lineterm="", n=0))
        pytest.fail(f"{diff}\n\nIf this is better, write it with: python -m tests.golden read")


def test_every_mark_gives_back_its_text() -> None:
    """Marks lie where their words stand."""
    for marks in output.given().values():
        spans = [span for quote in marks.quotes for span in (*quote.content, *quote.marked)]
        spans += [each.span for each in marks.mentions]
        spans += [each.span for each in marks.times]
        spans += [each.span for each in marks.hedges]
        assert spans
        for span in spans:
            assert marks.document.text[span.start : span.end] == span.text


def test_an_unknown_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Rewriting a set that is not there says which there are."""
    assert main(["reed"]) == 2
    assert "No golden set reed. There are: ask, read." in capsys.readouterr().err
    assert main([]) == 2
    assert "Name a golden set." in capsys.readouterr().err
