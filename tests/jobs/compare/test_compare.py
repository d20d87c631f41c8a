"""Comparing two versions: which point became which, what was done to it, and the exact way back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onix import wire
from onix.errors import InputError
from onix.jobs.compare import compare, compare_all
from onix.jobs.compare.differing import differences
from onix.jobs.compare.saying import summed
from onix.model import Comparison, Span
from tests.jobs.compare.plans import NEW, OLD, change_of, plan


@pytest.fixture(scope="module")
def found() -> Comparison:
    """The comparison of the two plans of Vell."""
    return compare(plan(OLD, "old"), plan(NEW, "new"))


def test_a_weaker_word_of_obligation_is_named(found: Comparison) -> None:
    """“shall” that became “may”, and a guarantee that became an aim, are softened."""
    dredge = change_of(found, "The Port shall dredge")
    (modal,) = dredge.modals
    assert (dredge.kind, dredge.renumbered, dredge.moved) == ("reworded", False, False)
    assert (modal.before.text, modal.after.text, modal.direction) == ("shall", "may", "softened")
    (aim,) = change_of(found, "The Council guarantees").modals
    assert (aim.before.text, aim.after.text) == ("guarantees", "seeks to")


def test_the_other_way_round_it_is_hardened() -> None:
    """“should” that became “must” binds more, and “must” that became “shall” no less."""
    back = compare(plan(NEW, "old"), plan(OLD, "new"))
    assert change_of(back, "The Port may dredge").modals[0].direction == "hardened"
    same = compare(plan("1. Boats must wait.\n2. A.\n"), plan("1. Boats shall wait.\n2. A.\n"))
    assert same.changes[0].modals == ()


def test_a_duty_told_anew_binds_as_much_as_before() -> None:
    """ "must" in one clause and "will" in quite another are no softening; in the same they are."""
    anew = compare(
        plan("1. Before a ward closes, the valley must be consulted for twelve weeks.\n", "a"),
        plan("1. The valley will be heard before it loses a ward.\n", "b"),
    )
    assert [each.modals for each in anew.changes] == [()]
    same = compare(
        plan("1. The ward must stay open.\n", "a"), plan("1. The ward will stay open.\n", "b")
    )
    assert [each.modals[0].direction for each in same.changes] == ["softened"]


def test_who_only_endeavours_not_to_is_less_bound() -> None:
    """The "not" may stand within what takes from a duty."""
    before, after = (
        "The parties shall not fish there.",
        "The parties shall endeavour not to fish there.",
    )
    found = compare(plan(f"1. {before}\n2. A.\n"), plan(f"1. {after}\n2. A.\n"))
    assert [each.direction for each in found.changes[0].modals] == ["softened"]


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("The council calls on owners to mend the quay.", "encourages", "softened"),
        ("The council calls on owners to mend the quay.", "urges", "hardened"),
        ("The council calls on owners to mend the quay.", "calls upon", None),
    ],
)
def test_what_others_are_asked_to_do_is_more_or_less_binding(
    before: str, after: str, direction: str | None
) -> None:
    """As in resolutions: to urge is more than to call on somebody, to encourage is less."""
    changed = before.replace("calls on", after)
    found = compare(plan(f"1. {before}\n2. A.\n"), plan(f"1. {changed}\n2. A.\n"))
    assert [each.direction for each in found.changes[0].modals] == [direction] * bool(direction)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # Two points that became one, and are as binding as before.
        (
            "1. Overtime shall be paid at 150 per cent.\n2. Night work shall be paid at 140 per "
            "cent.\n3. The yard is shut on Sundays.",
            "1. Overtime and night work shall be paid at 140 per cent. The foreman may order "
            "overtime.\n2. The yard is shut on Sundays.",
            [],
        ),
        # What is forbidden is not kept by another duty.
        (
            "1. Lists shall be posted four weeks ahead and must not be altered.",
            "1. Lists shall be posted two weeks ahead. They may be altered.",
            [("must", "may")],
        ),
        # "Should" says if, and "his will" is no promise.
        (
            "1. If the talks fail, our members will strike.",
            "1. Should the talks fail, our members may be asked to vote.",
            [("will", "may be asked to")],
        ),
        (
            "1. The men will leave, should the ice break, by sledge.",
            "1. The men may leave, should the ice break, by sledge.",
            [("will", "may")],
        ),
        (
            "1. Nobody is sent back against his will. He must be heard.",
            "1. Nobody is sent back against his will. He should be heard.",
            [("must", "should")],
        ),
        (
            "1. We commit ourselves to ending the discharge of waste by 2030.",
            "1. We intend to reduce the discharge of waste by 2035.",
            [("commit ourselves to", "intend to")],
        ),
    ],
)
def test_only_what_binds_less_is_called_softened(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    """A word of obligation that is still there is not held against another."""
    found = compare(plan(old, "old"), plan(new, "new"))
    modals = [each for change in found.changes for each in change.modals]
    assert [(each.before.text, each.after.text) for each in modals] == expected


def test_nobody_may_is_a_ban_in_its_own_clause_only() -> None:
    """ "No boat may" binds as much as "must not" does; what stands before a stop bans nothing."""
    bans = compare(plan("1. No boat may land.\n2. A.\n"), plan("1. No boat should land.\n2. A.\n"))
    assert [each.direction for each in bans.changes[0].modals] == ["softened"]
    no_ban = compare(
        plan("1. No fee is due; boats may land.\n2. A.\n"),
        plan("1. No fee is due; boats should land.\n2. A.\n"),
    )
    assert [each.direction for each in no_ban.changes[0].modals] == ["hardened"]


def test_a_point_of_thousands_of_duties_takes_linear_time() -> None:
    """Each duty is held against those that stand about as far on."""
    taken = []
    for count in (300, 1200):
        texts = [f"1. {f'The firm {word} pay and ' * count}go.\n" for word in ("must", "may")]
        begun = time.process_time()
        found = compare(plan(texts[0]), plan(texts[1]))
        taken.append(time.process_time() - begun)
        assert len(found.changes[0].modals) == count
    assert taken[1] < 10 * taken[0] + 0.2


def test_a_point_in_another_place_is_moved_and_the_others_are_not(found: Comparison) -> None:
    """The lighthouse went up four places; those it passed only have other numbers."""
    assert {each.before.text for each in found.changes if each.moved and each.before} == {
        "The lighthouse must be repainted by June."
    }
    lighthouse = change_of(found, "The lighthouse")
    assert (lighthouse.kind, lighthouse.renumbered) == ("moved", True)
    assert lighthouse.numbers == ("6.", "2.")


def test_one_point_that_became_two_is_split(found: Comparison) -> None:
    """Each part is a change of its own; what went to the other part is not called cut."""
    parts = [each for each in found.changes if each.kind == "split"]
    assert [each.after.text for each in parts if each.after] == [
        "Ships must wait outside the mole.",
        "Pilots will board ships at the mole.",
    ]
    assert len({each.before for each in parts}) == 1
    assert [each.kind for each in parts[0].differences] == ["elsewhere"]


def test_two_points_that_became_one_are_merged(found: Comparison) -> None:
    """The bell went into the point on fees."""
    merged = [each for each in found.changes if each.kind == "merged"]
    assert len({each.after for each in merged}) == 1
    assert [each.numbers for each in merged] == [("4.", "6."), ("7.", "6.")]


def test_what_is_gone_and_what_came_have_one_side(found: Comparison) -> None:
    """The crane is dropped and the museum is new; neither is taken for the other."""
    crane, museum = change_of(found, "The crane"), change_of(found, "A museum")
    assert (crane.kind, crane.after) == ("dropped", None)
    assert (museum.kind, museum.before) == ("new", None)


def test_boilerplate_pairs_with_no_point(found: Comparison) -> None:
    """Stamps, page numbers and signatures are frames, the same words on both sides the same."""
    kinds = {
        (each.before or each.after).text: each.kind  # type: ignore[union-attr] # one is there
        for each in found.frames
    }
    assert kinds["CONFIDENTIAL DRAFT"] == kinds["Signed at Vell, 2 March"] == "dropped"
    assert kinds["Page 1 of 1"] == "new"
    assert kinds["The Council and the Port have agreed as follows:"] == "unchanged"


def test_a_preamble_is_compared_word_by_word() -> None:
    """However long it was; a line with hardly a word of it is another line."""
    preamble = "The council of Sund, having heard all who use the harbour"
    point = "1. The ferry runs.\n2. The quay is mended.\n3. Boats pay nothing.\n4. Noise is banned."
    old = plan(f"Harbour plan, first draft\n\n{preamble}, and mindful of costs:\n\n{point}\n")
    new = plan(f"Harbour plan, second draft\n\n2 May 2025\n\n{preamble}:\n\n{point}\n")
    kinds = [(each.kind, each.rewritten) for each in compare(old, new).frames]
    assert kinds == [
        ("reworded", "Harbour plan, second draft"),
        ("new", "2 May 2025"),
        ("reworded", f"{preamble}:"),
    ]


def test_what_stands_above_points_binds_as_they_do() -> None:
    """ "The agency must:" is no point, and is softened all the same."""
    points = (
        "The agency {}, where the river is high:\n"
        "1. warn the mills;\n2. shut the weir;\n3. ring the bell;\n4. close the road.\n"
    )
    found = compare(plan(points.format("must")), plan(points.format("should")))
    (frame,) = (each for each in found.frames if each.kind == "reworded")
    assert [each.direction for each in frame.modals] == ["softened"]
    assert "Obligations: 1 softened" in summed(found)


def test_other_marks_and_capitals_are_no_rewording() -> None:
    """An item that ends in “; and” because another follows says the same."""
    old = plan("1. Tenants shall:\n(a) keep hens; and\n(b) light no fire.\n")
    new = plan("- Keep  hens.\n- Light no fire.\n- Mend the fence.\n")
    kinds = [each.kind for each in compare(old, new).changes]
    assert kinds == ["unchanged", "unchanged", "new"]


def test_another_kind_of_number_is_no_other_number() -> None:
    """3 is III and Article 3; 5(1) is not 6(1)."""
    points = ["Boats may land here.", "The bell shall be rung.", "Nets must be dried on the mole."]
    old = "\n".join(f"{number}. {text}" for number, text in enumerate(points, start=1))
    roman = zip(("I", "II", "III"), points, strict=True)
    new = "\n\n".join(f"Article {number}\n{text}" for number, text in roman)
    assert [each.kind for each in compare(plan(old), plan(new)).changes] == ["unchanged"] * 3
    under = "Section {}. Landing\n(1) Boats may land here.\n(2) The bell shall be rung.\n"
    nested = compare(plan(under.format(5)), plan(under.format(6)))
    assert [each.renumbered for each in nested.changes] == [True, True]


def test_the_same_text_is_the_same() -> None:
    """Nothing is different, and it says so."""
    assert compare(plan(OLD), plan(OLD)).is_same
    assert not compare(plan(OLD), plan(OLD.replace("June", "July"))).is_same


def test_a_text_without_points_says_so() -> None:
    """An empty result has its reason."""
    assert compare(plan("Vell"), plan(OLD)).notes == ("No points were found in the old version.",)


def test_the_way_of_a_point_through_three_versions() -> None:
    """Softened, then dropped; and a point that only the last version has."""
    last = NEW.replace("1. The Port may dredge the north channel every spring.\n", "")
    last = last.replace("7. A museum of rope will be opened in the old store.", "7. Gulls are fed.")
    history = compare_all([plan(OLD, "a"), plan(NEW, "b"), plan(last, "c")])
    ways = {
        next(point.text for point in way.points if point is not None): way for way in history.ways
    }
    dredge = ways["The Port shall dredge the north channel every spring."]
    assert [each.kind if each else None for each in dredge.steps] == ["reworded", "dropped"]
    assert dredge.points[-1] is None
    gulls = ways["Gulls are fed."]
    assert (gulls.points[:2], gulls.steps[0]) == ((None, None), None)


def test_one_version_is_an_error() -> None:
    """There is nothing to compare it with."""
    with pytest.raises(InputError, match="Name two"):
        compare_all([plan(OLD)])


LINES = st.lists(
    st.text(alphabet="abc XIV.,;:()0123-–—“”'’•#\t\n\u00a0éß", max_size=40)
    | st.sampled_from(["1. Boats shall wait.", "(a) hens; and", "## Fees", "Page 2", "- a b c d"]),
    max_size=8,
)


@settings(max_examples=60)
@given(LINES, LINES)
def test_both_texts_can_be_rebuilt_from_a_comparison(old: list[str], new: list[str]) -> None:
    """Whatever is compared: not a character is lost or made up, and it can all be written down."""
    one, other = plan("\n".join(old), "old"), plan("\n".join(new), "new")
    found = compare(one, other)
    assert found.rebuilt() == (one.text, other.text)
    for change in (*found.changes, *found.frames):
        for edit in change.differences:
            assert one.span(edit.before.start, edit.before.end) == edit.before
            assert other.span(edit.after.start, edit.after.end) == edit.after
    assert len(wire.comparison(found)["changes"]) == len(found.changes)


@settings(max_examples=300)
@given(st.text(max_size=60), st.text(max_size=60))
def test_differences_put_into_the_old_text_give_the_new_one(old: str, new: str) -> None:
    """For any two texts at all, in order and without overlap."""
    found = differences(Span("a", 0, len(old), old), Span("b", 0, len(new), new))
    made, at = "", 0
    for each in found:
        assert (
            at <= each.before.start and old[each.before.start : each.before.end] == each.before.text
        )
        made += old[at : each.before.start] + each.after.text
        at = each.before.end
    assert made + old[at:] == new
