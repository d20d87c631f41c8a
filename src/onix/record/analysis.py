"""What a passage becomes in the index: its fields, and the terms that its words are found by.

tantivy's words for this are schema and analysis. `search.py` fills and reads the index, and
`querying.py` makes what it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tantivy

FORMAT = 2  # of the schema and the analysis below: another number makes the index anew


@cache
def schema() -> tantivy.Schema:
    """Give the fields of a passage in the index."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("number", "start", "end"):
        builder.add_integer_field(name, stored=True)
    builder.add_text_field("text", tokenizer_name="news")
    builder.add_text_field("title", tokenizer_name="news", index_option="freq")
    for name in ("outlet", "day", "appears", "superseded"):
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in ("names", "figures"):
        builder.add_integer_field(name, fast=True)
    # One document without text carries the number of the last change the index holds.
    builder.add_integer_field("sequence", stored=True, indexed=True, fast=True)
    return builder.build()


@cache
def analyzer() -> tantivy.TextAnalyzer:
    """Give what makes terms of words: no case, no accents, stems."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for each in (
        Filter.remove_long(100),
        Filter.lowercase(),
        Filter.ascii_fold(),
        Filter.stemmer("english"),
    ):
        builder = builder.filter(each)
    return builder.build()


@cache
def stopwords() -> frozenset[str]:
    """Give the terms that say nothing of what a text is about."""
    from onix.reading.words import sections

    return frozenset(
        token for word in sections("stopwords")["english"] for token in analyzer().analyze(word)
    )


def term(name: str, value: str) -> tantivy.Query:
    """Ask for a term of a field."""
    import tantivy

    return tantivy.Query.term_query(schema(), name, value, index_option="freq")


def phrase(tokens: Sequence[str]) -> tantivy.Query:
    """Ask for terms in a row."""
    import tantivy

    return tantivy.Query.phrase_query(schema(), "text", list(tokens))
