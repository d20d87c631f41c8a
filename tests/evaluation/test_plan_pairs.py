"""Are the plans whose comparison is measured marked soundly? The made ones and the written ones."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest

from evaluation.plan_order import find_moved, same_words
from evaluation.plan_pairs import GOLD, main, make_pairs, read_bases
from evaluation.plan_wordings import MODAL, sentences

JSON = dict[str, Any]
KINDS = {"unchanged", "reworded", "moved", "renumbered", "split", "merged"}
SAME = re.compile(r"\s+")


def written() -> list[JSON]:
    """The pairs marked by hand."""
    return [
        json.loads(line)
        for name in ("development.jsonl", "written.jsonl")
        if (GOLD / name).exists()
        for line in (GOLD / name).read_text(encoding="utf-8").splitlines()
    ]


@pytest.fixture(scope="module", params=("made", "written"))
def pairs(request: pytest.FixtureRequest) -> list[JSON]:
    """Some made pairs of every base plan and force, or all written ones."""
    return list(make_pairs(54, seed=3)) if request.param == "made" else written()


def test_a_point_stands_where_its_offsets_say(pairs: list[JSON]) -> None:
    """Every point begins after its number and ends with its last word or mark, and none overlap."""
    for pair in pairs:
        for side, rest in (("old", "dropped"), ("new", "new_points")):
            spans = {tuple(each[side]) for each in pair["pairs"]} | {tuple(s) for s in pair[rest]}
            texts = [pair[side][slice(*span)] for span in sorted(spans)]
            assert all(text == text.strip() and len(text) > 8 for text in texts)
            assert not any(re.match(r"\(?\w{1,4}[.)]\s|Article \d|[-•#]\s", text) for text in texts)
            ends = [end for _, end in sorted(spans)]
            starts = [start for start, _ in sorted(spans)]
            assert all(end < start for end, start in zip(ends, starts[1:], strict=False))


def test_kinds_follow_from_the_pairs(pairs: list[JSON]) -> None:
    """Kinds are what the rule in the README makes of the pairs and their words."""
    for pair in pairs:
        places = {
            side: sorted({tuple(each[side]) for each in pair["pairs"]}) for side in ("old", "new")
        }
        keys = [
            (places["old"].index(tuple(each["old"])), places["new"].index(tuple(each["new"])))
            for each in pair["pairs"]
        ]
        assert len(set(keys)) == len(keys)
        moved, unsure = find_moved(keys)
        for key, each in zip(keys, pair["pairs"], strict=True):
            kinds = set(each["kinds"])
            assert kinds
            assert kinds <= KINDS
            assert ("split" in kinds) == (sum(other[0] == key[0] for other in keys) > 1)
            assert ("merged" in kinds) == (sum(other[1] == key[1] for other in keys) > 1)
            assert ("moved" in kinds) == (key in moved)
            assert (each.get("open") == ["moved"]) == (key in unsure)
            old, new = (pair[side][slice(*each[side])] for side in ("old", "new"))
            alone = not kinds & {"split", "merged"}
            assert ("reworded" in kinds) == (alone and not same_words(old, new))
            assert ("unchanged" in kinds) == (len(kinds) == 1 and "unchanged" in kinds)
        olds, news = ({tuple(each[side]) for each in pair["pairs"]} for side in ("old", "new"))
        assert not olds & {tuple(span) for span in pair["dropped"]}
        assert not news & {tuple(span) for span in pair["new_points"]}


def test_a_changed_modal_stands_in_points_that_are_a_pair(pairs: list[JSON]) -> None:
    """The old word and the new one stand in an old and a new point of one pair, and differ."""
    for pair in pairs:
        for modal in pair["modals"]:
            assert modal["direction"] in {"softened", "hardened"}
            words = [pair[side][slice(*modal[side])] for side in ("old", "new")]
            assert words[0] != words[1]
            assert any(
                all(
                    each[side][0] <= modal[side][0] and modal[side][1] <= each[side][1]
                    for side in ("old", "new")
                )
                for each in pair["pairs"]
            )


def test_the_same_seed_gives_the_same_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    """A figure can be made again from its seed; another seed gives other pairs."""
    once, again = (list(make_pairs(9, seed=5)) for _ in range(2))
    assert once == again
    assert [each["new"] for each in once] != [each["new"] for each in make_pairs(9, seed=6)]
    assert main(["--seed", "5", "--pairs", "9"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == once


def test_every_kind_of_change_is_made_often() -> None:
    """Ninety pairs have at least forty of each kind, and leave no move in doubt."""
    made = list(make_pairs(90, seed=7))
    kinds = Counter(kind for pair in made for each in pair["pairs"] for kind in each["kinds"])
    assert set(kinds) == KINDS
    turned = Counter(each["direction"] for pair in made for each in pair["modals"])
    gone = {side: sum(len(pair[side]) for pair in made) for side in ("dropped", "new_points")}
    assert min([*kinds.values(), *turned.values(), *gone.values()]) >= 40
    assert not any("open" in each for pair in made for each in pair["pairs"])


def test_base_plans_can_be_changed() -> None:
    """Nine plans of 12 to 30 points, a third with another wording that has the same modals."""
    bases = read_bases()
    assert len(bases) == 9
    for base in bases:
        assert 12 <= len(base.points) <= 30
        others = [(text, other) for text, other in base.points if other]
        assert len(others) >= len(base.points) // 3
        assert len(base.further) >= 5
        assert sum(len(sentences(text)) > 1 for text, _ in base.points) >= 3
        assert not any(same_words(text, other) for text, other in others)


def test_what_is_moved_is_the_lighter_part() -> None:
    """One of four that goes to the end was moved; of two that swap, either may have been."""
    assert find_moved([(0, 3), (1, 0), (2, 1), (3, 2)]) == ({(0, 3)}, set())
    assert find_moved([(0, 1), (1, 0)]) == (set(), {(0, 1), (1, 0)})
    assert find_moved([]) == (set(), set())
    # Three merged points weigh no more than the one that they passed, and less than two.
    merged = [(0, 2), (1, 2), (2, 2)]
    assert find_moved([*merged, (3, 0), (4, 1)])[0] == set(merged)


def test_case_white_space_and_the_end_of_an_item_are_no_other_words() -> None:
    """ "tenants; and" is "Tenants." on two lines, but 4.2 per cent is not 4.3."""
    assert same_words("tenants in\n   arrears; and", "Tenants in arrears.")
    assert not same_words("by 4.2 per cent", "by 4.3 per cent")
    assert not same_words("It must end.", "It must not end.")
    assert MODAL.findall("May will pass; it may, it must") == ["will", "may", "must"]
