"""Which outlet was told it: another than a draft says, or one that may have been told, too."""

from __future__ import annotations

import pytest

from onix.model import Marks
from onix.verify.facts import verify_facts
from tests.verify.test_facts import marks_of, wrong

DIARY = (
    "The horse has run nineteen times and never been placed. Its trainer, Rolf Aas, is owed money. "
    "“I have had better owners, but none that sent me tickets for the opera,” he {}."
)
NEWS = "The orchestra has sold its harp to pay its players, its manager said."
DRAFT = (
    "Rolf Aas trains the horse. “I have had better owners, but none that sent me tickets for the "
    "opera,” he told the {}."
)


def told_wrong(tells: str, outlet: str, *, has_it: bool = True) -> list[str]:
    """Give the credits that are wrong of a draft that has it from an outlet."""
    record: list[Marks] = [marks_of(DIARY.format(tells), "diary", outlet="County Diary")]
    if has_it:
        record.append(marks_of(NEWS, "news", outlet="Skarn Courier"))
    found = verify_facts(marks_of(DRAFT.format(outlet), "draft", "2025-06-04"), record)
    return [mine for mine, _ in wrong([each for each in found if each.claim.kind == "attribution"])]


@pytest.mark.parametrize("tells", ["tells me", "says", "told this newspaper"])
def test_words_that_another_was_told(tells: str) -> None:
    """They stand in the diary, which had them itself, and in nothing of the other's."""
    assert told_wrong(tells, "Skarn Courier") == ["the Skarn Courier"]


def test_who_may_have_been_told_it_too() -> None:
    """Whoever tells reporters tells all of them, and of an outlet unknown here nothing is known."""
    assert told_wrong("told reporters", "Skarn Courier") == []
    assert told_wrong("told the Skarn Courier", "Skarn Courier") == []
    assert told_wrong("tells me", "County Diary") == []
    assert told_wrong("says", "Skarn Courier", has_it=False) == []
