"""What a draft tells itself around a quotation was not cut off it."""

from __future__ import annotations

import pytest

from onix.jobs.check import check
from onix.model import Document

SAID = (
    "If they had asked, I would have closed the pier at once, unless the guild had proved it safe. "
    "I don't think money was the problem."
)


@pytest.mark.parametrize(
    ("draft", "is_cut"),
    [
        ("“I would have closed the pier at once,” Ann Roe said on Monday.", True),
        ("Ann Roe said that “money was the problem” in the port.", True),
        ("Had they asked, Ann Roe said, “I would have closed the pier at once, unless the guild "
         "had proved it safe.”", False),
        ("Nobody would have waited if they had asked. “I would have closed the pier at once,” Ann "
         "Roe said, unless it had been proved safe.", False),
        ("“I would have closed the pier at once,” Ann Roe said, if asked and unless it was safe.",
         True),
        ("“If they had asked,” Ann Roe said, “I would have closed the pier at once, unless the "
         "guild had proved it safe.”", False),
        ("Ann Roe said that she did not believe “money was the problem” in the port.", False),
        ("Ann Roe denied that “money was the problem” in the port.", False),
    ],
)  # fmt: skip
def test_the_drafts_own_words_tell_what_a_quotation_leaves_out(draft: str, is_cut: bool) -> None:
    """Before it or behind, where it stood; elsewhere it is missed all the same."""
    tape = Document("t", "transcript", SAID, published="2026-06-01")
    checked = check(Document("d", "draft", draft, published="2026-06-02"), against=[tape])
    assert any(each.verdict.meaning_changed for each in checked.findings) is is_cut
    assert all(each.severity == "ok" for each in checked.findings) is not is_cut
