"""Names by how they are written: who speaks though no list knows them, and who only asks."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader


def speakers(text: str) -> list[str | None]:
    """Give the speaker of each marked string, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text)])
    return [quote.speaker for quote in marks.quotes if quote.marked]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It was over. “We were never told of it by them,” Quorra said.", "Quorra"),
        ("It was over. “We were never told of it by them,” residents said.", None),
        ("It was over. “We were never told of it by them,” Reuters said.", None),
        ("“It is a matter for all,” said Norwegian Ambassador to Riga with a nod.", None),
    ],
)
def test_a_name_that_no_list_knows_is_who_speaks(text: str, speaker: str | None) -> None:
    """A capital where none has to be makes a name of a source; a role or an outlet is none."""
    assert speakers(text) == [speaker]


def test_a_family_name_is_whoever_was_brought_in_by_then() -> None:
    """Somebody who bears it and comes in later is not meant."""
    text = (
        "President Joe Biden called for peace. “Outrage is no excuse,” Biden said in Riga. "
        "His wife, Jill Biden, agreed with every word of it."
    )
    assert speakers(text) == ["Joe Biden"]


def test_who_was_told_for_an_outlet_is_not_he() -> None:
    """The reporter whom somebody without a name speaks to did not say it."""
    text = (
        "Speaking to CNN’s Selina Wang at the quay, a docker said it was enough. "
        "“Everybody should be here to stand with us,” he said."
    )
    assert speakers(text) == [None]
