"""`onix search`: what a person types is found, and what is wrong with it is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onix.errors import InputError
from onix.jobs.search import search
from onix.record import Record, open_record
from tests.record.making import BUDGET, article, marked


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Give a record of two outlets."""
    with open_record(tmp_path / "news.onix", create=True) as found:
        budget = article(BUDGET, id="budget", title="Budget", outlet="The Sollen Times")
        found.keep([marked(article()), marked(budget)])
        yield found


def ids(record: Record, words: str, **options: Any) -> list[str]:
    """Give the ids of the documents found, best first."""
    return [hit.citation.span.document_id for hit in search(record, words, **options)]


def test_words_find_passages(record: Record) -> None:
    """Plain words, an outlet, a document by its title."""
    assert ids(record, "ferries") == ["harbour"]
    assert ids(record, "the board", outlets=["sollen times"]) == []
    assert ids(record, "minister harbour", documents=["Budget"]) == ["budget"]
    assert ids(record, "minister harbour", limit=1, since="2025-03-04", until="2025-03-04")


def test_quotation_marks_ask_for_these_words(record: Record) -> None:
    """Straight or curly, they must stand there in this order."""
    for words in ('"fish market"', "“fish market” ferries", "stalls «fish market»"):
        assert ids(record, words) == ["harbour"]
    assert ids(record, '"market fish" ferries') == []
    assert ids(record, 'an open " mark, ferries') == ["harbour"]


@pytest.mark.parametrize(
    ("words", "options", "sentence"),
    [
        (" … ", {}, "Give at least one word"),
        ("quay", {"limit": 0}, "Give --limit a number from 1 up"),
        ("quay", {"outlets": ["Solen Times"]}, "It has: The Sollen Times"),
        ("quay", {"outlets": ["Zzz"]}, "See all with: onix record"),
        ("quay", {"documents": ["nowhere"]}, "no id, address or title fits"),
        ("quay", {"as_of": "yesterday"}, "of --as-of. Write it as"),
    ],
)
def test_what_is_wrong_is_said(
    record: Record, words: str, options: dict[str, Any], sentence: str
) -> None:
    """Each message has the remedy."""
    with pytest.raises(InputError) as problem:
        search(record, words, **options)
    assert sentence in str(problem.value)
