"""Does the measuring of compared plans measure? On a pair made for it, and on made plans."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from evaluation import compare, plan_peers
from evaluation.halves import of_half
from evaluation.plan_pairs import make_pairs
from onix import wire

JSON = dict[str, Any]
OLD = "PLAN\n\n1. Aar must pay.\n2. Bel is free.\n3. Cor will go home.\n"
NEW = "TEXT\n\n1. Bel is free.\n2. Aar should pay.\n3. Dun joins.\n"


def place(text: str, words: str) -> list[int]:
    """Where words stand in a text."""
    start = text.index(words)
    return [start, start + len(words)]


GOLD: JSON = {
    "id": "1",
    "old": OLD,
    "new": NEW,
    "pairs": [
        {
            "old": place(OLD, "Aar must pay."),
            "new": place(NEW, "Aar should pay."),
            "kinds": ["reworded", "renumbered"],
            "open": ["moved"],
        },
        {
            "old": place(OLD, "Bel is free."),
            "new": place(NEW, "Bel is free."),
            "kinds": ["renumbered"],
            "open": ["moved"],
        },
    ],
    "dropped": [place(OLD, "Cor will go home.")],
    "new_points": [place(NEW, "Dun joins.")],
    "modals": [
        {"old": place(OLD, "must"), "new": place(NEW, "should"), "direction": "softened"},
    ],
}


def span(offsets: list[int]) -> JSON:
    """A span as the wire has it, but for its text."""
    return {"start": offsets[0], "end": offsets[1]}


def change(kind: str, before: JSON | None, after: JSON | None, *kinds: str) -> JSON:
    """A change as the wire has it."""
    flags = {name: name in kinds for name in ("moved", "renumbered")}
    return {"kind": kind, "before": before, "after": after, "modals": [], **flags}


def perfect(gold: JSON) -> JSON:
    """What a tool finds that makes no mistake."""
    changes = [
        change(
            compare.main_kind(each["kinds"]), span(each["old"]), span(each["new"]), *each["kinds"]
        )
        for each in gold["pairs"]
    ]
    changes += [change("dropped", span(each), None) for each in gold["dropped"]]
    changes += [change("new", None, span(each)) for each in gold["new_points"]]
    changes[0]["modals"] = [
        {"before": span(m["old"]), "after": span(m["new"]), "direction": m["direction"]}
        for m in gold["modals"]
    ]
    return {"changes": changes}


def test_what_is_all_right_scores_one() -> None:
    """Every figure of a perfect comparison is 1, on the pair above and on made ones."""
    for gold in ([GOLD], list(make_pairs(27, seed=2))):
        figures = compare.score_all(gold, [perfect(each) for each in gold])
        assert figures["correspondence_all_right"] == len(gold)
        assert figures["kinds_right"] == 1
        rows = [figures[name] for name in compare.COUNTED]
        assert all(row["f1"] == 1 and row["found"] == row["gold"] for row in rows if row["gold"])
        assert figures["pairs"]["gold"]
        assert figures["modals"]["gold"]


def test_nothing_scores_nothing() -> None:
    """Whoever finds no change has no recall, and no precision to speak of."""
    figures = compare.score_all([GOLD], [{"changes": []}])
    assert figures["kinds_right"] == figures["correspondence_all_right"] == 0
    assert figures["pairs"] == {"gold": 2, "found": 0, "precision": None, "recall": 0, "f1": 0}
    assert figures["moved"]["f1"] is None


def test_a_wrong_pair_costs_precision() -> None:
    """A point paired with the wrong one, or with a title, is a mistake; two titles are none."""
    old_title, new_title = span(place(OLD, "PLAN")), span(place(NEW, "TEXT"))
    wrong = [
        change("reworded", span(place(OLD, "Cor will go home.")), span(place(NEW, "Dun joins."))),
        change("reworded", old_title, new_title),
        change("dropped", old_title, None),
    ]
    found = perfect(GOLD)["changes"][:2]
    figures = compare.score_all([GOLD], [{"changes": found + wrong}])
    assert figures["pairs"]["found"] == 3
    assert figures["pairs"]["precision"] == 0.6667
    assert figures["pairs"]["recall"] == 1
    assert figures["dropped"]["recall"] == figures["new"]["recall"] == 0
    beside = change("reworded", old_title, span(place(NEW, "Dun joins.")))
    figures = compare.score_all([GOLD], [{"changes": [*found, beside]}])
    assert figures["pairs"]["found"] == 3


def test_a_span_must_share_half_with_a_point() -> None:
    """A number more is the same point; half a sentence or the whole text is another."""
    points = [(10, 30), (32, 40)]
    assert compare.find_point({"start": 7, "end": 30}, points) == (10, 30)
    assert compare.find_point({"start": 10, "end": 19}, points) == "other"
    assert compare.find_point({"start": 0, "end": 60}, points) == "other"
    assert compare.find_point({"start": 0, "end": 9}, points) == "boilerplate"
    assert compare.find_point(None, points) is None


def test_two_whole_texts_paired_are_one_mistake_each_time() -> None:
    """Spans that are no whole points are mistakes, and two of them are two."""
    whole = change("reworded", span([0, len(OLD)]), span([0, len(NEW)]))
    figures = compare.score_all([GOLD], [{"changes": [whole, whole]}])
    assert (figures["pairs"]["found"], figures["pairs"]["precision"]) == (2, 0)


def test_a_swap_may_be_told_either_way() -> None:
    """Of two points that change places either may be called moved, both, or none."""
    for moved in ((), (0,), (0, 1)):
        found = perfect(GOLD)
        for number in moved:
            found["changes"][number]["moved"] = True
        if 1 in moved:
            found["changes"][1]["kind"] = "moved"
        figures = compare.score_all([GOLD], [found])
        assert figures["kinds_right"] == 1
        assert figures["moved"]["found"] == 0


def test_a_modal_turned_the_wrong_way_is_wrong() -> None:
    """Hardened for softened is not found, and costs precision."""
    found = perfect(GOLD)
    found["changes"][0]["modals"][0]["direction"] = "hardened"
    modals = compare.score_all([GOLD], [found])["modals"]
    assert (modals["precision"], modals["recall"]) == (0, 0)


def test_difflib_pairs_what_is_alike() -> None:
    """difflib finds both pairs of the example, whichever order they stand in."""
    figures = compare.measure([GOLD], plan_peers.by_difflib)
    assert figures["pairs"]["f1"] == figures["dropped"]["f1"] == figures["new"]["f1"] == 1
    assert figures["kinds"]["reworded"] == {"gold": 1, "right": 1}


def test_paragraphs_and_items_are_what_peers_compare() -> None:
    """Numbers, bullets and headings are cut off; a wrapped line stays with its paragraph."""
    text = "# Title\n\n1. One\n   more.\n(a) Two.\n- Three.\n\nArticle 4\nFour.\n\nIV. Five."
    pieces = [text[slice(*each)] for each in plan_peers.paragraphs(text)]
    assert pieces == ["Title", "One\n   more.", "Two.", "Three.", "Four.", "Five."]


def test_equal_segments_pair_what_they_cover() -> None:
    """A new paragraph goes to the old one with the most equal text, if that is half of either."""
    old, new = "alpha beta\n\ngamma delta", "gamma delta\n\nepsilon"
    changes = plan_peers.by_equal(old, new, iter([(12, 0, 11), (0, 12, 1)]))
    assert [each["kind"] for each in changes] == ["unchanged", "dropped", "new"]


def test_onix_is_scored_as_it_writes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The job's answer is scored as it stands on the wire, and the table names what is counted."""
    job = ModuleType("onix.jobs.compare")
    monkeypatch.setattr(job, "compare", lambda old, new: SimpleNamespace(), raising=False)
    monkeypatch.setitem(sys.modules, "onix.jobs.compare", job)
    monkeypatch.setattr(wire, "comparison", lambda found: perfect(GOLD), raising=False)
    data = tmp_path / "pairs.jsonl"
    data.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    assert compare.main(["--data", str(data), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["Onix"]["pairs"]["f1"] == 1
    assert compare.main(["--data", str(data)]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name}: gold" in shown for name in compare.COUNTED)


def test_made_pairs_are_scored_without_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --data pairs are made from the seed; difflib alone needs nothing installed."""
    assert compare.main(["--pairs", "3", "--only-peers", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["difflib"]["texts"] == 3


def test_a_peer_that_is_not_there_is_named() -> None:
    """A peer that cannot run says so in one line."""
    with pytest.raises(SystemExit, match="redlines failed"):
        compare.measure_peer([GOLD], "redlines", Path(sys.executable))


def test_misses_are_shown_but_not_of_held_out_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both sides of a pair that was missed and of one that is none; held-out texts stay unseen."""
    wrong = change(
        "reworded", span(place(OLD, "Cor will go home.")), span(place(NEW, "Dun joins."))
    )
    row = GOLD["pairs"][1]
    right = change("unchanged", span(row["old"]), span(row["new"])) | {"renumbered": True}
    assert list(compare.misses(GOLD, {"changes": [right, wrong]})) == [
        "missed: Aar must pay. => Aar should pay.",
        "no pair: Cor will go home. => Dun joins.",
    ]
    data = tmp_path / "development.jsonl"
    data.write_text(json.dumps(GOLD | {"title": "Three friends"}) + "\n", encoding="utf-8")
    assert compare.main(["--data", str(data), "--misses"]) == 0
    assert capsys.readouterr().out.startswith("Three friends\n")
    for half in ([], ["--half", "even"]):
        with pytest.raises(SystemExit) as stopped:
            compare.main(["--data", str(tmp_path / "written.jsonl"), "--misses", *half])
        assert stopped.value.code == 2
        assert "held out" in capsys.readouterr().err


def test_a_wrong_sign_of_a_right_pair_is_shown() -> None:
    """A pair that is there is shown where it is wrongly called moved or not called renumbered."""
    row = GOLD["pairs"][0] | {"kinds": ["renumbered"], "open": []}
    before, after = span(row["old"]), span(row["new"])
    found = change("moved", before, after) | {"moved": True, "renumbered": False}
    lines = list(compare.misses(GOLD | {"pairs": [row]}, {"changes": [found]}))
    assert [line.partition(":")[0] for line in lines] == ["moved", "not renumbered"]


def test_the_released_half_is_every_second_from_the_first_on() -> None:
    """Odd and even are counted from one, and no half is all of it."""
    assert (of_half("abcde", "odd"), of_half("abcde", "even")) == (list("ace"), list("bd"))
    assert of_half("abc", None) == list("abc")


def test_whoever_stops_reading_ends_it_quietly() -> None:
    """What is printed when nobody reads any more leaves no traceback."""
    begun = subprocess.Popen(
        [sys.executable, "-m", "evaluation.compare", "--only-peers", "--pairs", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert begun.stdout is not None
    assert begun.stderr is not None
    begun.stdout.close()
    assert begun.stderr.read() == b""
    begun.stderr.close()
    begun.wait()
