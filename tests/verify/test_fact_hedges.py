"""What a source leaves open by a word of doubt, and what only looks so."""

from __future__ import annotations

import pytest

from tests.verify.test_facts import found, marks_of, wrong


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (
            "The crew waited six hours on the sandbank until a lifeboat could reach them.",
            "The crew waited six hours on the sandbank before a lifeboat reached them.",
        ),
        (
            "The county has arrested a miller of 61 and a baker of 29 on suspicion of theft.",
            "A miller aged 61 and a baker of 29, both of Sundby, were taken in by the county.",
        ),
        (
            "She accused the brewer of staging the flood in the cellar to be rid of her.",
            "The flood in the cellar was the brewer's own work, the tenant said.",
        ),
        (
            "The treasurer is thought to hold the deeds of the mill and the two barns.",
            "The two barns, whose deeds the treasurer is thought to hold, are the mill's.",
        ),
    ],
)
def test_what_is_sure_all_the_same_or_open_in_the_draft_too(source: str, draft: str) -> None:
    """What could be done at last, an arrest, an accuser's words, another part of a sentence."""
    assert not list(wrong(found([marks_of(source, "one")], draft, "hedge")))


def test_an_open_part_leaves_another_thing_flat() -> None:
    """What is left open of somebody else is no hedge."""
    source = "The miller and the brewer are said to be against the sale of the barns."
    draft = "The miller and the brewer are against the sale, while the baker may be for it."
    assert list(wrong(found([marks_of(source, "one")], draft, "hedge")))
