"""Who can object at all: no byline, no plan, and nobody whose office it is that speaks."""

from __future__ import annotations

import pytest

from onix.jobs.compare import compare_all
from onix.jobs.compare.objections.objections import with_objections
from onix.jobs.compare.objections.objectors import begins_with_plan, can_object, is_nobodys, is_plan
from onix.jobs.compare.objections.voices import voices
from onix.model import Document
from onix.reading import NewsReader

PLAN = """# The Lake Road Charter

1. The council shall buy the boathouse within 24 months.
2. Tickets for the ferry shall cost four crowns.
3. Two rowers shall sit on the board without a vote.
4. Lamps shall light the path until midnight."""
LATER = PLAN.replace("four crowns", "six crowns").replace("without a vote", "with a vote")


def voices_of(text: str, **known: str | tuple[str, ...]) -> dict[str, str]:
    """Give for each sentence that is anybody's whose it is."""
    document = Document("article", "article", text, published="2031-03-05", **known)  # type: ignore[arg-type]
    (marks,) = NewsReader().read([document])
    return {marks.sentences[at].text: each.who for at, each in voices(marks).items()}


def objectors(text: str) -> set[tuple[str, str]]:
    """Give who objects to which point of the newest version, by the number of the point."""
    versions = [
        Document("old", "plan", PLAN, title="The Lake Road Charter"),
        Document("new", "plan", LATER, title="The Lake Road Charter"),
    ]
    article = Document("article", "article", text, published="2031-03-05")
    found = with_objections(compare_all(versions), NewsReader().read([article]))
    return {
        (each.who, LATER[: point.start].rstrip().splitlines()[-1][:1])
        for each in found.steps[0].objections
        for point in each.points
    }


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "by Odd Lund in Vell",
        "By Ann Lee, Harbour Correspondent",
        "Words: Ann Lee. ",
        "Reporting by Ann Lee and Odd Lund; editing by Ida Moe",
    ],
)
def test_a_byline_is_nobodys(line: str) -> None:
    """Whoever wrote an article does not object to the plan it is about."""
    assert is_nobodys(line, is_alone=False)


def test_a_line_without_an_end_is_nobodys() -> None:
    """A headline or a caption is a paragraph of its own; a sentence is not, however it begins."""
    assert is_nobodys("Rowers against the Lake Road", is_alone=True)
    assert not is_nobodys("By Monday Ann Lee will go to court.", is_alone=True)
    assert not is_nobodys("“Never”, said Ann Lee", is_alone=True)


def test_a_byline_gives_the_article_no_voice() -> None:
    """Nor do the names of its authors and its outlet."""
    assert voices_of("By Ann Lee\n\nIt rained in Vell.") == {}
    told = "Ann Lee rejects the fee, and the Vell Courier has learnt why."
    assert voices_of(told, authors=("Ann Lee",)) == {}
    document = Document("article", "article", told, outlet="The Vell Courier")
    assert not can_object("Vell Courier", document)


def test_a_plan_is_no_objector() -> None:
    """It goes by a word for a plan, or by the title of the one that is compared."""
    assert is_plan("Lake Road Charter")
    assert is_plan("Pact for Schools")
    assert is_plan("Vell Compact", ["The School Compact"])
    assert not is_plan("Vell Compact")
    assert not is_plan("World Food Programme")
    assert not is_plan("Green Party", ["The Green Party"])
    assert begins_with_plan("The Lake Road Charter forbids bells.")
    assert not begins_with_plan("The charter is a bad joke.")


def test_a_plan_does_not_object_to_its_own_point() -> None:
    """What it says of itself is nobody's objection."""
    text = "The Lake Road Charter refuses rowers a vote and doubles the price of the ferry."
    assert objectors(text) == set()


def test_an_office_is_not_whose_it_is() -> None:
    """What somebody's office or spokesman says is shown as theirs."""
    assert set(voices_of("Ann Keller's office objects to the fee.").values()) == {
        "Ann Keller's office"
    }
    said = "A spokesman for the painter Ann Keller rejected the fee."
    assert set(voices_of(said).values()) == {"spokesman for Ann Keller"}
    assert set(voices_of("Odd Lund rejects the fee.").values()) == {"Odd Lund"}
