"""What a draft tells itself around a quotation was not cut off it."""

from __future__ import annotations

import pytest

from onix.jobs.check import KINDS, check, check_again
from onix.model import Document, Span, Turn

SAID = (
    "If they had asked, I would have closed the pier at once, unless the guild had proved it safe. "
    "I don't think money was the problem. Up to forty boats lay at the pier in those days."
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
        ("Ann Roe remembers that “forty boats lay at the pier” then.", True),
        ("Ann Roe remembers that as many as “forty boats lay at the pier” then.", False),
    ],
)  # fmt: skip
def test_the_drafts_own_words_tell_what_a_quotation_leaves_out(draft: str, is_cut: bool) -> None:
    """Before it or behind, where it stood; elsewhere it is missed all the same."""
    tape = Document("t", "transcript", SAID, published="2026-06-01")
    checked = check(Document("d", "draft", draft, published="2026-06-02"), against=[tape])
    assert any(each.verdict.meaning_changed for each in checked.findings) is is_cut
    assert all(each.severity == "ok" for each in checked.findings) is not is_cut


def test_a_check_that_is_proved_looks_at_the_draft_too() -> None:
    """Whoever judges quotations again with the draft's text finds what was found first."""
    draft = "She did not say that “Money was the problem” in the port, Ann Roe said."
    tape = Document("t", "transcript", SAID, published="2026-06-01")
    first = check(Document("d", "draft", draft, published="2026-06-02"), against=[tape])
    claims = [each.verdict.claim for each in first.findings]
    (again,) = check_again(claims, [tape], draft=draft)
    assert again.verdict.label == first.findings[0].verdict.label == "typographic"
    (without,) = check_again(claims, [tape])
    assert without.verdict.label == "trimmed"


def test_another_speaker_is_told_once() -> None:
    """Whose words they are is a finding of the quotation, and no second one of the name."""
    words = "The guild will answer every question and it will pay for the pier in June."
    turns = (Turn("Lydia Crane", Span("t", 0, len(words), words)),)
    tape = Document("t", "transcript", words, published="2026-06-01", turns=turns, language="en")
    draft = f"“{words[:-1]},” said Marcus Fell, a lawyer for the guild."
    checked = check(
        Document("d", "draft", draft, published="2026-06-02"), against=[tape], only=KINDS
    )
    errors = [each.verdict for each in checked.findings if each.severity == "error"]
    assert [(each.claim.kind, each.label) for each in errors] == [("quote", "misattributed")]
