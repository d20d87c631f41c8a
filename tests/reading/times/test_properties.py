"""What holds for every text: no error, true spans, days in order, time linear in the text."""

from __future__ import annotations

import itertools
import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onix.model import Document
from onix.reading.figures import find_figures
from onix.reading.grammar.sentences import find_sentences
from onix.reading.times import candidates as times_candidates
from onix.reading.times.contradictions import find_contradictions
from onix.reading.times.times import find_times
from onix.reading.times.tokens import Codes, _lists, tokens
from onix.reading.words import sections

WORDS = sorted(
    {
        spelling
        for name in ("times", "numbers", "tense")
        for entries in sections(name).values()
        for entry in entries
        for spelling in entry.partition("=")[0].split()
    }
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.capitalize),
    st.integers(0, 2200).map(str),
    st.sampled_from(
        [*list(" ,.;:-–'’/$%\n"), "p.m.", "year-old", "2,024", "3.5", "O'Neil", "x", "men", "and"]
    ),
    st.text(max_size=3),
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
)
DAYS = st.one_of(st.none(), st.dates().map(date.isoformat), st.just("2025-11-26T09:30:00-05:00"))


@settings(max_examples=150)
@given(text=TEXTS, published=DAYS)
def test_any_text_gives_spans_of_itself_with_days_in_order(
    text: str, published: str | None
) -> None:
    """Whatever comes in, spans give back the text, do not overlap, and days run forward."""
    document = Document("d", "article", text, published=published)
    sentences = find_sentences(document)
    times = find_times(document, sentences)
    figures = find_figures(document, sentences, times)
    for contradiction in find_contradictions(document, times):
        assert any(each.span == contradiction.span for each in times)
        assert contradiction.why.endswith(".")
    for each in times:
        assert each.span.text == text[each.span.start : each.span.end] != ""
        assert each.value
        assert each.basis
        assert (each.earliest is None) == (each.latest is None)
        if each.earliest and each.latest:
            assert date.fromisoformat(each.earliest) <= date.fromisoformat(each.latest)
    for one, other in itertools.pairwise(times):
        assert one.span.end <= other.span.start
    for figure in figures:
        assert figure.span.text == text[figure.span.start : figure.span.end] != ""
        assert not any(figure.span.overlaps(each.span) for each in times)
        if figure.of:
            assert figure.span.end <= figure.of.start
    assert find_figures(document, sentences) == figures


@settings(max_examples=60)
@given(text=TEXTS)
def test_words_joined_are_the_text(text: str) -> None:
    """Cutting a text into words drops nothing, and every word has one code."""
    pieces = tokens(text)
    assert "".join(pieces.words) == text
    assert len(pieces.codes) == len(pieces.words)


@settings(max_examples=100)
@given(codes=st.text(alphabet=[*_lists()[2].values(), *" -'.,:/9x"], max_size=12))
def test_no_rule_begins_with_a_word_that_is_passed_over(codes: str) -> None:
    """The quick look for where an expression may begin misses none that a rule would find."""
    fits = next(
        (place for place in range(len(codes)) if times_candidates.candidates(codes, place)), None
    )
    assert times_candidates.next_place(codes, 0) == fits


def test_pieces_beyond_what_is_remembered_have_a_code_too() -> None:
    """The memory of codes is limited; a piece that no longer fits is looked at each time."""
    codes = Codes()
    codes.LIMIT = 1
    assert [codes[piece] for piece in ("harbour", "2500000", "\t", "harbour")] == list("x9 x")
    assert len(codes) == 1


def test_a_word_stands_in_one_list_only() -> None:
    """Two sections with one word would hide each other."""
    seen: dict[str, str] = {}
    for name in ("times", "numbers"):
        for section, entries in sections(name).items():
            for entry in entries:
                spellings = entry.partition("=")[0].strip()
                for spelling in [spellings] if section == "holiday" else spellings.split():
                    assert seen.setdefault(spelling, section) == section


def test_time_is_linear_in_the_text() -> None:
    """Four times the text takes about four times as long, even when every word is a number."""
    for unit in ("twenty ", "the early of the ", "a ", "1 ", "Nov. ", "two or ", "last in the "):
        taken = []
        for count in (1000, 4000):
            document = Document("d", "article", unit * count, published="2025-11-26")
            sentences = [document.span(0, len(document.text))]
            tries = []
            for _ in range(3):  # a collection of garbage falls into one of them
                begun = time.process_time()
                find_figures(document, sentences, find_times(document, sentences))
                tries.append(time.process_time() - begun)
            taken.append(min(tries))
        assert taken[1] < 12 * taken[0] + 0.05, unit


def test_the_tense_of_many_dates_is_found_in_linear_time() -> None:
    """Far from one another in a sentence without an end, each looks at what is near it."""
    unit = "so " * 60 + "on 3 May it was "
    taken = []
    for count in (250, 1000):
        document = Document("d", "article", unit * count, published="2025-11-26")
        sentences = [document.span(0, len(document.text))]
        begun = time.process_time()
        assert len(find_times(document, sentences)) == count
        taken.append(time.process_time() - begun)
    assert taken[1] < 12 * taken[0] + 0.05
