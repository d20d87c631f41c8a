"""How points are numbered: what a line begins with, rows of numbers, and how they are said."""

from __future__ import annotations

import pytest

from onix.jobs.compare.points.markers import marker_of
from onix.jobs.compare.points.points import find_points
from onix.jobs.compare.saying import heading_of
from onix.model import Change
from tests.jobs.compare.plans import found, plan


@pytest.mark.parametrize(
    ("line", "written", "number"),
    [
        ("14. Ships", "14.", ("14",)),
        ("(a) hens", "(a)", ("a",)),
        ("(iv) hens", "(iv)", ("4",)),
        ("XIV. Ships", "XIV.", ("14",)),
        ("Article 3 – Ships", "Article 3", ("3",)),
        ("Section 2(a). Ships", "Section 2(a)", ("2", "a")),
        ("§ 12 Ships", "§ 12", ("12",)),
        ("1.2 Ships", "1.2", ("1", "2")),
        ("2A. Ships", "2A.", ("2a",)),
        ("Article Three", "Article Three", ("3",)),
        ("**4.** Ships", "4.", ("4",)),
        ("**4. Harbours.** Ships", "4.", ("4",)),
        ("No. 4 Ships", "No. 4", ("4",)),
        ("¶ 4 Ships", "¶ 4", ("4",)),
        ("Art.5 Ships", "Art. 5", ("5",)),
        ("Article 4 bis. Ships", "Article 4 bis", ("4", "bis")),
        ("B.2 Ships", "B.2", ("b", "2")),
        ("[4] Ships", "[4]", ("4",)),
        ("4/ Ships", "4/", ("4",)),
        ("4 – Ships", "4 –", ("4",)),
        ("IV - Ships", "IV -", ("4",)),
        ("4.– Ships", "4.–", ("4",)),
        ("4\tShips", "4", ("4",)),
        ("Fourth. Ships", "Fourth.", ("4",)),
        ("- 4. Ships", "4.", ("4",)),
        ("4.) Ships", "4.)", ("4",)),
        ("4️⃣ Ships", "4", ("4",)),
        ("1️⃣0️⃣ Ships", "10", ("10",)),
        ("④Ships", "4", ("4",)),
        ("N° 4 Ships", "N° 4", ("4",)),
        ("Annex B: Ships", "Annex B", ("annex", "b")),
        ("ANNEX", "ANNEX", ("annex",)),
        ("4 – 6 ships", "", ()),
        ("4 ships", "", ()),
        ("4/5 of all ships", "", ()),
        ("Fourth, ships", "", ()),
        ("NOT FOR SALE", "", ()),
        ("No. It is not for sale.", "", ()),
        ("Dr. Moe owns ships", "", ()),
        ("Article 5 shall apply to ships", "", ()),
        ("Ships of 1912", "", ()),
        ("2031 was a dry year", "", ()),
        ("- 3 ships", "-", ()),
    ],
)
def test_what_a_line_begins_with(line: str, written: str, number: tuple[str, ...]) -> None:
    """Every way of numbering is read; a sentence that begins alike is none."""
    marker = marker_of(line)
    assert (marker.written, marker.number) == (written, number)


def test_items_have_the_number_they_stand_under() -> None:
    """A paragraph of a section is cited with it; a part only groups."""
    text = (
        "PART II – FEES\nSection 4. Rent\n(1) The rent is due.\n(2) These pay half the rent:\n"
        "    (a) widows;\n    (b) schools.\nSection 5. Water\n(1) Water is free.\n"
    )
    assert found(text) == [
        ("Section 4(1)", "4.1", "The rent is"),
        ("Section 4(2)", "4.2", "These pay half"),
        ("Section 4(2)(a)", "4.2.1", "widows;"),
        ("Section 4(2)(b)", "4.2.2", "schools."),
        ("Section 5(1)", "5.1", "Water is free."),
    ]


def test_points_that_count_on_under_headings_keep_their_own_number() -> None:
    """Nobody cites “II.3” for point 3."""
    text = "I. Fishing\n1. Nets are dried.\n2. Boats wait.\nII. Trade\n3. Fees fall.\n"
    assert [number for _, number, _ in found(text)] == ["1", "2", "3"]


def test_letters_are_told_from_roman_figures_by_their_row() -> None:
    """(i) behind (h) is the ninth letter, alone it is one."""
    text = "".join(f"({letter}) Boat {letter} waits here.\n" for letter in "abcdefghi")
    assert found(text)[-1][1] == "9"
    assert found("(i) Boats wait.\n(ii) Nets dry.\n(iii) Gulls go.\n")[-1][1] == "3"


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (("1 ", "2 ", "3 "), [("1",), ("2",), ("3",)]),
        (("1 | ", "2 | ", "4 | "), [("1",), ("2",), ("4",)]),
        (("#1 ", "#2 ", "#3 "), [("1",), ("2",), ("3",)]),
        (("A1. ", "A2. ", "B1. "), [("1", "1"), ("1", "2"), ("2", "1")]),
        (("First, ", "Second, ", "Third, "), [("1",), ("2",), ("3",)]),
        (("Firstly, ", "Secondly, ", "Thirdly, "), [("1",), ("2",), ("3",)]),
        (("Step 1 – ", "Step 2 – ", "Step 3 – "), [("1",), ("2",), ("3",)]),
        (("Goal 1: Quiet\n", "Goal 2: Pay\n", "Goal 3: Fish\n"), [("1",), ("2",), ("3",)]),
        (("**Aim A: Quiet.** ", "**Aim B: Pay.** ", "**Aim C.** "), [("1",), ("2",), ("3",)]),
        (("## A1 Quiet\n", "## A2 Pay\n", "## A3 Fish\n"), [("1", "1"), ("1", "2"), ("1", "3")]),
        (("PHASE ONE\n", "PHASE TWO\n", "PHASE THREE\n"), [("1",), ("2",), ("3",)]),
        (("1\n\n", "2\n\n", "3\n\n"), [("1",), ("2",), ("3",)]),
        (("First. ", "Second. ", "Third. "), [("1",), ("2",), ("3",)]),
        (("A.1 ", "A.2 ", "B.1 "), [("1", "1"), ("1", "2"), ("2", "1")]),
        (("I – ", "II – ", "III – "), [("1",), ("2",), ("3",)]),
        (("- 1. ", "- 2. ", "- 3. "), [("1",), ("2",), ("3",)]),
    ],
)
def test_rows_of_rarer_numbers_are_rows(
    marks: tuple[str, ...], numbers: list[tuple[str, ...]]
) -> None:
    """Points stand beside one another, none under the one before it, without their marks."""
    said = ("The harbour is closed at night.", "Pilots are paid by the hour.", "Nets are dried.")
    text = "\n\n".join(f"{mark}{each}" for mark, each in zip(marks, said, strict=True))
    found = find_points(plan(f"Rules of the harbour\n\n{text}\n", "rules")).points
    assert tuple(each.span.text for each in found) == said
    assert [each.number for each in found] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "1 May The ministers met.\n2 May The guns fell silent.\n3 May Nobody fired.\n",
        "4 Ships wait outside.\n9 Boats wait inside.\n2 Nets are dried.\n",
        "Pilots are paid.\n\n1\n\nNets are dried.\n\n2\n\nBoats wait.\n\n3\n",
        "Page 1\nPilots are paid.\nPage 2\nNets are dried.\nPage 3\nBoats wait.\n",
    ],
)
def test_what_no_row_bears_out_is_no_number(text: str) -> None:
    """Days, amounts and the numbers of pages."""
    assert {number for _, number, _ in found(text)} == {""}


def test_an_annex_counts_for_itself() -> None:
    """Its first point is not the plan's first, and none of the last point of the plan."""
    text = (
        "1. Rents fall.\n2. Boats wait.\n3. Nets dry.\n\nAnnex A\n\n1. A berth costs nine crowns.\n"
    )
    assert found(text)[-1] == ("Annex A(1)", "annex.1.1", "A berth costs")


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (("4.", "6."), "point 4 → 6: unchanged"),
        (("III", "(2)"), "point III → (2): unchanged"),
        (("Section 5(2)", "Section 5(2)"), "Section 5(2): unchanged"),
        (("First,", "Third,"), "First → Third: unchanged"),
        (("", ""), "unchanged"),
    ],
)
def test_a_change_is_headed_by_the_numbers_of_the_documents(
    numbers: tuple[str, str], said: str
) -> None:
    """As one would say them in a sentence."""
    span = plan("Boats wait.").span(0, 11)
    assert heading_of(Change("unchanged", span, span, numbers)) == said


def test_titles_numbered_like_the_points_under_them_are_titles() -> None:
    """As Markdown and pages give them: "1. Housing", and under it points from one on."""
    text = """Two chapters

1. Housing
1. Flats are let at cost.
2. The town keeps its land.
2. Traffic
1. Cars stay out of the quay.
"""
    points = find_points(plan(text)).points
    assert [point.number for point in points] == [("1", "1"), ("1", "2"), ("2", "1")]
    assert [point.written for point in points] == ["1(1)", "1(2)", "2(1)"]


def test_an_item_before_a_list_that_begins_anew_is_no_title() -> None:
    """Of two lists without full stops the last of the first is an item like the others."""
    text = "1. Boats\n2. Ships\n1. Carts\n2. Horses\n"
    assert len(find_points(plan(text)).points) == 4
