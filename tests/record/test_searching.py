"""Words find the passages in which they stand, whatever a person types."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onix.errors import InputError
from onix.record import Query, Record
from tests.record.making import BUDGET, HARBOUR, article, marked


@pytest.fixture(autouse=True)
def _pile(record: Record) -> None:
    record.keep(
        [
            marked(article()),
            marked(
                article(
                    BUDGET,
                    id="budget",
                    title="A lean year",
                    outlet="The Sollen Times",
                    published="2025-02-20T22:00:00+01:00",
                )
            ),
            marked(
                article(
                    "Talks on the quay failed, the union said.",
                    id="talks",
                    title=None,
                    outlet=None,
                    published=None,
                )
            ),
        ]
    )


def found(record: Record, words: str, **fields: Any) -> list[str]:
    """Give the ids of the documents found, best first."""
    return [hit.citation.span.document_id for hit in record.search(Query(words, **fields))]


def test_what_stands_beside_a_hit_can_be_put_to_it(record: Record) -> None:
    """With the passages before and behind it, as search gives none that overlap."""
    text = " ".join(f"Ship {n} left the quay of Lunmouth on a day of May." for n in range(80))
    record.keep([marked(article(text, id="ships"))])
    (hit,) = record.search(Query("ship 40", limit=1))
    (wide,) = record.around([hit])
    assert len(hit.passage.span.text) < len(wide.passage.span.text) < len(text)
    assert wide.passage.span.covers(hit.passage.span)
    assert (
        wide.citation.span
        == wide.passage.span
        == record.document("ships").span(wide.passage.span.start, wide.passage.span.end)
    )
    assert (wide.score, wide.citation.title) == (hit.score, hit.citation.title)


def test_what_is_gone_stands_as_it_was_found(record: Record) -> None:
    """A document that was removed a moment ago is no error."""
    (hit,) = record.search(Query("petition of the traders", limit=1))
    record.remove("harbour", why="asked to")
    assert record.around([hit]) == [hit]
    assert record.around([]) == []


def test_a_hit_gives_its_words_and_where_they_stand(record: Record) -> None:
    """Passage, score, title, outlet, date: all that a reader needs to look it up."""
    (hit,) = record.search(Query("petition of the traders", limit=1))
    assert "a petition has gathered" in hit.passage.span.text
    assert hit.passage.span == record.document("harbour").span(
        hit.passage.span.start, hit.passage.span.end
    )
    assert hit.citation.span == hit.passage.span
    assert (hit.citation.title, hit.citation.outlet) == ("East quay to close", "Lunmouth Courier")
    assert (hit.citation.copies, hit.citation.origin, hit.citation.corrected) == (1, None, False)
    assert hit.score > 0


def test_another_form_of_a_word_finds_it(record: Record) -> None:
    """Singular and plural, tense, case and accents do not matter."""
    for words in ("repair", "REPAIRING", "quáy ferry", "stall"):
        assert found(record, words)[0] == "harbour"


def test_words_of_the_title_help(record: Record) -> None:
    """A story is found by its headline."""
    assert found(record, "lean year")[0] == "budget"


def test_small_words_count_only_when_there_is_nothing_else(record: Record) -> None:
    """ "what did the" finds nothing of its own, unless it is all that is asked for."""
    assert found(record, "what is the budget") == ["budget"]
    assert found(record, "the of") != []


def test_neighbours_that_stay_neighbours_come_first(record: Record) -> None:
    """Of two passages with the same words, the one that has them side by side is better."""
    for id, words in (("apart", "line of the red ferry"), ("joined", "red line of the ferry")):
        text = f"Everybody at the market knows the {words} by now."
        record.keep([marked(article(text, id=id, title=None, published=None))])
    assert found(record, "the red line") == ["joined", "apart"]


def test_the_same_words_twice_change_nothing(record: Record) -> None:
    """Asking louder is not asking more."""
    once = [hit.score for hit in record.search(Query("quay, ferries"))]
    assert [hit.score for hit in record.search(Query("quay ferries the quay Quay"))] == once


@given(st.text() | st.text(alphabet='"()[]{}+-!&|:^~*?\\/ ANDORTIquay'))
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_too_strange_to_search_for(record: Record, words: str) -> None:
    """Whatever is typed is words, never syntax."""
    for hit in record.search(Query(words, phrases=(words,))):
        assert hit.score >= 0
    record.search(Query(words))


def test_a_whole_article_can_be_searched_for(record: Record) -> None:
    """Of a very long query the rarest words count."""
    unknown = " ".join(f"zz{n}" for n in range(100))
    assert found(record, unknown + " " + HARBOUR * 3 + BUDGET)[0] == "harbour"
    assert found(record, unknown) == []


def test_a_phrase_must_stand_there(record: Record) -> None:
    """Quotation marks ask for these words in this order."""
    assert found(record, "fish market", phrases=("fish market",)) == ["harbour"]
    assert found(record, "market fish", phrases=("market fish",)) == []
    assert found(record, "", phrases=("the budget",)) == []
    assert found(record, "", phrases=("budget",)) == ["budget"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, {"harbour", "budget", "talks"}),
        ({"outlets": ("lunmouth courier",)}, {"harbour"}),
        ({"outlets": ("Sollen Times", "Nobody")}, {"budget"}),
        ({"since": "2025-03-04"}, {"harbour"}),
        ({"until": "2025-02-20"}, {"budget"}),
        ({"since": "2025-02-21", "until": "2025-03-03"}, set()),
        ({"as_of": "2025-03-03T23:00"}, {"budget"}),
        ({"as_of": "2025-03-04"}, {"harbour", "budget"}),
        ({"documents": ("talks", "nothing")}, {"talks"}),
        ({"documents": ("talks",), "outlets": ("Lunmouth Courier",)}, set()),
    ],
)
def test_filters_are_hard(record: Record, filters: dict[str, Any], expected: set[str]) -> None:
    """What a filter leaves out is not found; undated documents fit no date filter."""
    assert set(found(record, "quay budget talks", **filters)) == expected
    assert set(record.passing(Query("", **filters))) == expected


def test_how_many_a_date_filter_leaves_out_for_want_of_a_date(record: Record) -> None:
    """The caller can say what it could not look at."""
    assert record.undated() == 1
    assert record.undated(("the lunmouth courier",)) == 0


def test_a_date_that_names_no_day_is_no_date(record: Record) -> None:
    """ "2025-03" is kept as it was said, and no date filter guesses a day for it."""
    for id in ("month", "again"):
        record.keep([marked(article(HARBOUR, id=id, outlet=f"Paper {id}", published="2025-03"))])
    assert record.document("month").published == "2025-03"
    assert "month" not in found(record, "quay", since="2025-01-01", limit=50)
    assert "month" in found(record, "quay", limit=50)


def test_a_date_that_is_none_is_refused_by_name(record: Record) -> None:
    """The message names the option and the form."""
    with pytest.raises(InputError, match=r"'March' of --since.*2025-11-26"):
        record.search(Query("quay", since="March"))


def test_no_results_are_asked_for(record: Record) -> None:
    """A limit of nothing gives nothing."""
    assert record.search(Query("quay", limit=0)) == []
    assert record.search(Query(" … ")) == []


def test_the_newer_of_two_reports_comes_first(record: Record) -> None:
    """Recency counts to the newest document, or to the day asked for."""
    for id, day in (("old", "2025-01-02"), ("new", "2025-03-01")):
        record.keep(
            [
                marked(
                    article(
                        f"The tram strike goes on in {id} town.", id=id, title=None, published=day
                    )
                )
            ]
        )
    assert found(record, "tram strike") == ["new", "old"]
    scores = {
        hit.citation.span.document_id: hit.score
        for hit in record.search(Query("tram strike", recency=False))
    }
    assert scores["old"] == pytest.approx(scores["new"])
    assert found(record, "tram strike", as_of="2025-02-01") == ["old"]


def test_a_date_after_everything_was_fetched_does_not_count_as_now(record: Record) -> None:
    """One page with the year 2099 does not make all the others equally old."""
    record.keep(
        [
            marked(article("Snow in 2099.", id="odd", published="2099-01-01", title=None)),
            marked(
                article(
                    "Snow fell in Sollen.",
                    id="snow",
                    published="2025-03-05",
                    title=None,
                    fetched="2025-03-06T08:00:00+00:00",
                )
            ),
            marked(article("Snow lay in Sollen.", id="past", published="2024-03-05", title=None)),
        ]
    )
    hits = {hit.citation.span.document_id: hit.score for hit in record.search(Query("Sollen"))}
    assert hits["snow"] > hits["past"] * 1.5


def test_preferred_outlets_and_dates_lift_and_do_not_shut_out(record: Record) -> None:
    """What the question names comes first, the rest stays."""
    for id, outlet, day in (("a", "Alpha", "2025-03-01"), ("b", "Beta", "2025-03-02")):
        record.keep(
            [
                marked(
                    article(
                        f"The tram strike of {id} goes on.",
                        id=id,
                        title=None,
                        outlet=outlet,
                        published=day,
                    )
                )
            ]
        )
    plain = {"recency": False}
    assert found(record, "tram", boost_outlets=("the ALPHA",), **plain) == ["a", "b"]
    assert found(record, "tram", boost_outlets=("Beta",), **plain) == ["b", "a"]
    assert found(record, "tram", boost_since="2025-03-02", **plain) == ["b", "a"]
    assert found(record, "tram", boost_until="2025-03-01", **plain) == ["a", "b"]


def test_the_best_by_date_is_found_beyond_the_best_by_words(record: Record) -> None:
    """A newer passage of a lower rank by words is not missed, however many stand before it."""
    old = [
        marked(
            article(
                f"Tram strike, tram strike. Line {n}.",
                id=f"t{n}",
                title=None,
                published="2020-01-01",
                outlet=f"O{n}",
            )
        )
        for n in range(120)
    ]
    new = article(
        "Tram strike on the line of the market today.",
        id="today",
        title=None,
        published="2025-03-04",
    )
    record.keep([*old, marked(new)])
    everything = sorted(record.search(Query("tram strike", limit=200)), key=lambda hit: -hit.score)
    assert found(record, "tram strike", limit=1) == [everything[0].citation.span.document_id]
    assert everything[0].citation.span.document_id == "today"


def test_scores_are_exact_however_few_are_asked_for(record: Record) -> None:
    """A short search gives what the one that looks at everything gives."""
    record.keep(
        [
            marked(
                article(
                    f"Tram {'strike ' * (n % 7)}on line {n}.",
                    id=f"t{n}",
                    title=None,
                    published=f"202{n % 5}-01-01",
                    outlet=f"O{n}",
                )
            )
            for n in range(300)
        ]
    )
    few = [round(hit.score, 5) for hit in record.search(Query("tram strike", limit=3))]
    every = [round(hit.score, 5) for hit in record.search(Query("tram strike", limit=1000))]
    assert few == every[:3]


def test_passages_that_are_shown_do_not_overlap(record: Record) -> None:
    """A long article is found at several places, and no sentence of it is shown twice."""
    text = " ".join(f"The tram of line {n} stood still at stop {n} for hours." for n in range(80))
    record.keep([marked(article(text, id="long", title=None))])
    spans = [hit.passage.span for hit in record.search(Query("tram stood still", limit=50))]
    assert len(spans) > 2
    assert not any(a.overlaps(b) for n, a in enumerate(spans) for b in spans[n + 1 :])
    assert all(span.document_id == "long" for span in spans)


def test_what_is_asked_for_decides_between_equal_passages(record: Record) -> None:
    """The answer to "how many" stands where figures do, to "who" where names do."""
    same = {"title": None, "outlet": None, "published": None}
    texts = {
        "figures": "The tram strike: 40 of 300 lines, 12 depots, 9 towns stood still.",
        "names": "The tram strike: the Alda line, the Brun depot, the Cord town stood still.",
    }
    record.keep([marked(article(text, id=id, **same)) for id, text in texts.items()])
    assert found(record, "How many lines did the tram strike stop?")[0] == "figures"
    assert found(record, "Who joined the tram strike?")[0] == "names"


def test_asking_again_for_fewer_gives_the_first_of_the_same(record: Record) -> None:
    """A page that answers and then lists passages is not told two different things."""
    many = record.search(Query("the quay council", limit=12))
    assert len(many) > 1
    assert record.search(Query("the quay council", limit=1)) == many[:1]
    assert record.search(Query("the quay council", limit=12)) == many
    assert found(record, "the quay council", outlets=("The Sollen Times",)) != [
        each.citation.span.document_id for each in many
    ]


def test_what_was_found_before_is_not_given_after_a_change(record: Record) -> None:
    """The same words again, once a story came in and once it went: each time what is there."""
    before = found(record, "the quay")
    record.keep([marked(article("A second quay was opened.", id="second"))])
    assert set(found(record, "the quay")) == {*before, "second"}
    record.remove("second", why="a test")
    assert found(record, "the quay") == before
