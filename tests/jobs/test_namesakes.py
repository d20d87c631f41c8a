"""A family name alone is who bears it in full in the other articles of the story, or left open."""

from __future__ import annotations

from pathlib import Path

import pytest

from onix.jobs.quotes import quotes
from onix.jobs.readers import news_reader
from onix.model import Document
from onix.record import open_record
from tests.record.making import article

TUESDAY = article(
    "The Port Ellery Harbour Board voted on Tuesday to close Slip Two for the winter.\n\n"
    "Ruth Penhale, who chairs the board, said the slip would open again in May. "
    "“Nobody likes a closed slip,” she said.\n\n"
    "Tom Garrow of the Ellery Fishermen's Union called the vote “a disgrace”.",
    id="tuesday", title="Slip Two to close", outlet="Port Ellery Courier", published="2026-03-03",
)  # fmt: skip
MARCH = (
    "Two hundred people marched on the offices of the Port Ellery Harbour Board on Thursday. "
    "The Ellery Fishermen's Union wants to see the engineers' report.\n\n"
    "“We hear them, and the wall is still cracked,” {0} said outside.\n\n"
    "“It is a matter for the engineers,” {0} told reporters later."
)


def heard(tmp_path: Path, *documents: Document) -> list[str | None]:
    """Give who is quoted in a record of Tuesday's article and these, in alphabetical order."""
    with open_record(tmp_path / "news.onix", create=True) as record:
        record.keep(list(news_reader().read([TUESDAY, *documents])))
        return sorted((each.speaker for each in quotes(record).speakers), key=str)


def later(text: str, published: str | None = "2026-03-05") -> Document:
    """Give an article of another outlet on what came after."""
    return article(text, id="later", title="March", outlet="Tarn Mail", published=published)


@pytest.mark.parametrize("name", ["Ms Penhale", "Penhale"])
def test_the_only_bearer_of_a_story_is_meant(tmp_path: Path, name: str) -> None:
    """Two bodies in common make it one story, two days apart."""
    assert heard(tmp_path, later(MARCH.format(name))) == ["Ruth Penhale", "Tom Garrow"]


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(later(MARCH.format("Mr Penhale")), id="a man"),
        pytest.param(later(MARCH.format("Ms Penhale"), "2026-09-05"), id="half a year later"),
        pytest.param(later(MARCH.format("Ms Penhale"), None), id="nobody knows when"),
        pytest.param(
            later("The Port Ellery Harbour Board met. “The wall is cracked,” Ms Penhale said."),
            id="one name in common",
        ),
    ],
)
def test_a_namesake_is_another(tmp_path: Path, document: Document) -> None:
    """Who may well be somebody else stays apart."""
    assert heard(tmp_path, document) == ["Penhale", "Ruth Penhale", "Tom Garrow"]


def test_two_bearers_leave_it_open(tmp_path: Path) -> None:
    """Where a record knows two of the family, a name alone is neither."""
    other = article(
        "“I sold no fish on Monday,” said Joan Penhale, a trader in Tarn.",
        id="trader", title="Market", outlet="Tarn Mail", published="2026-03-02",
    )  # fmt: skip
    found = heard(tmp_path, later(MARCH.format("Ms Penhale")), other)
    assert found == ["Joan Penhale", "Penhale", "Ruth Penhale", "Tom Garrow"]
