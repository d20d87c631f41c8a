"""What the index is asked for: in come words and filters, out goes a query of tantivy's.

The words are never parsed as a query language: each is a term, which may stand there or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from onix.record.analysis import analyzer, phrase, schema, stopwords, term
from onix.record.query import UNKNOWN_DAY, Query, outlet_number

if TYPE_CHECKING:
    import tantivy

TITLE_WEIGHT = 0.3
# Of two neighbours in the query that are neighbours in the passage, too. On news questions this
# lifted the share with the answer in the first passage from .359 to .375.
PAIR_WEIGHT = 0.4
MOST_PAIRS = 16
MOST_TERMS = 64  # of a query; of a longer one the rarest count


def wanted(searcher: tantivy.Searcher, words: str, query: Query) -> tantivy.Query | None:
    """Give what tantivy is asked for, or None when there is nothing to ask for.

    Args:
        query: Its filters and phrases; its own words are not looked at.

    Raises:
        InputError: A date of the query is none.
    """
    from tantivy import Occur
    from tantivy import Query as Part

    terms = _terms(searcher, words)
    phrases = [tokens for each in query.phrases if (tokens := analyzer().analyze(each))]
    if not terms and not phrases:
        return None
    parts = [(Occur.Should, term("text", each)) for each in terms]
    parts += [(Occur.Should, Part.boost_query(term("title", each), TITLE_WEIGHT)) for each in terms]
    parts += [
        (Occur.Should, Part.boost_query(phrase(pair), PAIR_WEIGHT)) for pair in _pairs(words, terms)
    ]
    if parts and not phrases:
        parts = [(Occur.Must, Part.boolean_query(parts))]
    for tokens in phrases:
        parts.append((Occur.Must, phrase(tokens) if len(tokens) > 1 else term("text", tokens[0])))
    for passes, condition in _filters(query):
        if passes:
            parts.append((Occur.Must, Part.const_score_query(condition, 0.0)))
        else:
            parts.append((Occur.MustNot, condition))
    return Part.boolean_query(parts)


def _terms(searcher: tantivy.Searcher, words: str) -> list[str]:
    tokens = list(dict.fromkeys(analyzer().analyze(words)))
    terms = [token for token in tokens if token not in stopwords()] or tokens
    if len(terms) > MOST_TERMS:
        rarity = {each: searcher.doc_freq("text", each) for each in terms}
        terms = sorted((each for each in terms if rarity[each]), key=rarity.__getitem__)
    return terms[:MOST_TERMS]


def _pairs(words: str, terms: list[str]) -> list[tuple[str, str]]:
    """Give the terms that stand side by side in the query: a name, a fixed expression."""
    tokens = analyzer().analyze(words)
    known = set(terms)
    pairs = [pair for pair in pairwise(tokens) if known.issuperset(pair)]
    return list(dict.fromkeys(pairs))[:MOST_PAIRS]


def _filters(query: Query) -> Iterator[tuple[bool, tantivy.Query]]:
    """Give what has to be so (True) and what must not be (False)."""
    from tantivy import FieldType
    from tantivy import Query as Part

    def between(name: str, low: int | None, high: int | None) -> tantivy.Query:
        # There are few different days, so their postings are faster than a look at every passage.
        return Part.range_query(
            schema(), name, FieldType.Integer, low, high, use_inverted_index=True
        )

    since, until, as_of = query.days()
    if since is not None or until is not None:
        yield True, between("day", since or 0, until or UNKNOWN_DAY)
    if as_of is not None and query.holds_undated:
        yield False, between("appears", min(as_of + 1, UNKNOWN_DAY), UNKNOWN_DAY)
    elif as_of is not None:
        yield True, between("appears", 0, as_of)
    if query.documents:
        yield True, Part.term_set_query(schema(), "id", list(query.documents))
    elif as_of is None:
        yield False, Part.exists_query("superseded")
    else:
        yield False, between("superseded", 0, as_of)
    if query.outlets:
        numbers = [outlet_number(each) for each in query.outlets]
        yield True, Part.term_set_query(schema(), "outlet", numbers)
