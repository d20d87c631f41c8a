"""The scores of timelines: what is right counts, what is beside it does not, by hand-made cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.event_order import by_days, closure
from evaluation.event_order import evaluate as evaluate_order
from evaluation.event_order import main as order_main
from evaluation.timeline import Line, evaluate_trial, links, main, read_article, read_gold, score

GOLD = [
    Line(0, "XXXX-XX-XX", "a-1-had"),
    Line(1, "2003", "a-2-met"),
    Line(2, "2004-05", "a-3-left"),
    Line(2, "2004-05", "b-2-quit"),
]


def test_a_timeline_scored_against_itself_is_perfect() -> None:
    """All links and all dates."""
    found = score({"x": (GOLD, GOLD)})
    assert found["links"]["F1"] == found["dates"]["F1"] == 100.0
    assert found["right where both date"] == 100.0


def test_an_event_at_position_nought_counts_nothing() -> None:
    """Nobody knows when it was."""
    assert links(GOLD, GOLD) == links(GOLD[1:], GOLD) == (2.0, 2.0)


def test_a_wrong_event_costs_its_links() -> None:
    """One of two at a position is none of the gold's: half of the pairs do not hold."""
    found = [Line(1, "2003", "a-2-met"), Line(2, "2004", "a-3-left"), Line(2, "2004", "z-9-no")]
    assert links(found, GOLD) == (2.0, 0.5)
    assert links(GOLD, found) == (2.0, 0.5)


def test_turned_round_nothing_holds() -> None:
    """Later is not earlier."""
    found = [Line(2, "", "a-2-met"), Line(1, "", "a-3-left")]
    assert links(found, GOLD) == (1.0, 0.0)


def test_a_date_is_right_only_as_precise_as_the_gold() -> None:
    """May 2004 is not 2004; a day left open is no part of a date."""
    found = [Line(1, "2003-XX-XX", "a-2-met"), Line(2, "2004", "a-3-left")]
    assert score({"x": (GOLD, found)})["dates"] == {"precision": 50.0, "recall": 33.33, "F1": 40.0}


WORDS = [
    ["Brandt", "opens", "quay"],
    ["March", "12", ",", "2025"],
    ["Ada", "Brandt", "opened", "the", "quay", "on", "Monday", "."],
    ["She", "said", ":", '"', "Good", "."],
    ["Ada", "Brandt", "joined", "the", "board", "in", "2012", "."],
]


@pytest.fixture
def trial(tmp_path: Path) -> Path:
    """A folder in the form of the trial data, with one article and one timeline."""
    tokens = "".join(
        f'<token number="0" sentence="{number}" t_id="1">{word.replace(chr(34), "&quot;")}</token>'
        for number, words in enumerate(WORDS)
        for word in words
    )
    made = '<TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2025-03-12"/>'
    folder = tmp_path / "timeline-trial"
    (folder / "corpus").mkdir(parents=True)
    (folder / "gold").mkdir()
    (folder / "corpus" / "7-quay.xml").write_text(
        f'<Document doc_id="7">{tokens}<Markables>{made}</Markables></Document>'
    )
    (folder / "gold" / "ada.txt").write_text(
        "Ada Brandt\n1\t2012\t7-4-joined\n2\t2025-03-10\t7-2-opened\t7-3-said\n"
    )
    return folder


def test_an_article_is_read_as_text_with_the_places_of_its_words(trial: Path) -> None:
    """Title and date line are left out, and no space stands before a full stop."""
    found = read_article(next((trial / "corpus").iterdir()))
    assert found.document.text.splitlines()[0] == "Ada Brandt opened the quay on Monday."
    assert found.document.text.splitlines()[1] == 'She said: "Good.'
    assert found.document.published == "2025-03-12"
    assert found.words[found.document.text.index("opened")] == (2, "opened")
    assert read_gold(trial / "gold" / "ada.txt")[0] == "Ada Brandt"


def test_onix_is_scored_end_to_end(trial: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From tokens to timelines; "said" has no date and takes the day of the story."""
    found = evaluate_trial(trial)
    assert found["placed"]["dates"]["F1"] == 100.0
    assert found["as dated"]["dates"] == {"precision": 100.0, "recall": 66.67, "F1": 80.0}
    assert main(["--data", str(trial.parent)]) == 0
    assert "Ada Brandt: links" in capsys.readouterr().out
    assert main(["--data", str(trial.parent), "--json", "--entity", "nobody"]) == 0
    assert '"trial"' in capsys.readouterr().out


def test_what_follows_from_links_counts_and_contradictions_do_not() -> None:
    """After what is at the same time as another is after that one, too."""
    found = closure({("a", "b"): "AFTER", ("b", "c"): "COEX", ("c", "d"): "AFTER"})
    assert found[("a", "d")] == found[("b", "d")] == found[("a", "c")] == "AFTER"
    assert found[("b", "c")] == "COEX"
    assert closure({("a", "b"): "AFTER", ("b", "a"): "AFTER"}) == {}


def test_days_order_and_the_text_where_they_do_not() -> None:
    """A month does not lie before a day in it."""
    days = {"a": ("2025-03-01", "2025-03-31"), "b": ("2025-03-10",) * 2, "c": ("2025-02-01",) * 2}
    order = by_days(days, {"a": (0, 1), "b": (5, 6), "c": (9, 10)})
    assert (order("a", "b"), order("a", "c"), order("c", "b")) == ("AFTER", "BEFORE", "AFTER")


def test_event_order_is_scored_beside_its_floors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two events told against their order: the dates know better than the text."""
    text = "Ada Brandt resigned on Tuesday. She had joined the board in 2012."
    whole = f"Quay\nWednesday, March 12, 2025 \n{text}"
    left, came = whole.index("resigned"), whole.index("joined")
    (tmp_path / "one.txt").write_text(whole)
    (tmp_path / "one.ann").write_text(
        f"T1\tevent {left} {left + 8}\tresigned\nE1\tevent:T1\n"
        f"T2\tevent {came} {came + 6}\tjoined\nE2\tevent:T2\nR1\tAFTER Arg1:E2 Arg2:E1\t\n"
    )
    found = evaluate_order(tmp_path)
    assert (found["onix"]["F1"], found["text"]["F1"], found["reverse"]["F1"]) == (100.0, 0.0, 100.0)
    assert order_main(["--data", str(tmp_path)]) == 0
    assert order_main(["--data", str(tmp_path), "--json"]) == 0
    assert '"reverse"' in capsys.readouterr().out
