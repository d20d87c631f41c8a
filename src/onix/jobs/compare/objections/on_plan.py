"""Which articles of a record are about a plan at all: texts in, those that are out.

Somebody is against something in nearly every article; only in those that tell of the plan can it be
a point of the plan. Such an article is told by how much of what is rare in it the plan has, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log, sqrt
from typing import Final

from onix.model import Document
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of

# Of what the article has that is most about the plan. Each of 28 plans was held against its own
# articles and those of the others: of 53 none was left out, of 1,820 three were taken in.
SHARE: Final = 0.5
# "The company's offer", "a document seen by the Post", "in a statement", "part of the roof"
_IN_ANY_STORY: Final = frozenset(
    {
        *("offer", "statement", "paper", "text", "document", "law", "act", "rule", "rules"),
        *("reform", "art", "part", "title", "book", "item", "sec", "order", "measure", "division"),
    }
)
_LONG: Final = 2  # letters; shorter words are not looked at


def about_plan(
    versions: Sequence[Document], articles: Sequence[Document], others: Sequence[Document] = ()
) -> list[Document]:
    """Give the articles that are about a plan, in their order.

    Args:
        versions: Of the plan.
        others: Of the same record, to see which words are rare.
    """
    plan = frozenset[str]().union(*map(_words, versions))
    words = [_words(each) for each in articles]
    known = Counter(word for each in (*words, *map(_words, others)) for word in each)
    count = len(articles) + len(others)
    rare = {word: log((count + 1) / (known[word] + 0.5)) for word in known}

    def worth(found: frozenset[str]) -> float:
        """What is rare and stands in both; that of a long article counts for less."""
        whole = sum(map(rare.__getitem__, found))
        return sum(map(rare.__getitem__, found & plan)) / sqrt(whole) if whole > 0 else 0.0

    worths = [worth(each) for each in words]
    titles = {word for each in versions for word in words_of(each.title or "")}
    called = _names() - frozenset(map(lexicon.stem, _IN_ANY_STORY - titles))
    least = SHARE * max(worths, default=0.0)
    return [
        article
        for article, one, own in zip(articles, worths, words, strict=True)
        if one >= least and not called.isdisjoint(own)
    ]


@cache
def _names() -> frozenset[str]:
    """Give the stems of what a plan is called, or a part of one."""
    names = (*lexicon.lines("whole_plans.txt"), *lexicon.lines("articles.txt"))
    return frozenset(map(lexicon.stem, names))


def _words(document: Document) -> frozenset[str]:
    text = f"{document.title or ''}\n{document.text}"
    return frozenset(lexicon.stem(each) for each in words_of(text) if len(each) > _LONG)
