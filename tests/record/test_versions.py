"""A page that changed is a new version; the old one stays and is found as of its day."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from onix.jobs.sources import seen
from onix.model import Document, Turn
from onix.record import Query, Record
from tests.record.making import BUDGET, HARBOUR, article, marked

ADDRESS = "https://courier.example/quay"
MENDED = HARBOUR.replace("nine million", "twelve million") + "Correction: the sum was wrong. "


def page(text: str = HARBOUR, **fields: Any) -> Document:
    """Give the page at one address."""
    return article(text, address=ADDRESS, **fields)


def found(record: Record, words: str, **fields: Any) -> list[str]:
    """Give the ids of the documents found, best first."""
    return [hit.citation.span.document_id for hit in record.search(Query(words, **fields))]


def test_a_changed_page_is_a_new_version_that_names_the_one_before(record: Record) -> None:
    """The id tells the version, and both texts stay readable."""
    record.keep([marked(page(), "Ada Brandt")])
    placed = record.place(page(MENDED))
    assert (placed.outcome, placed.of, placed.is_wanted) == ("new version", "harbour", True)
    assert (placed.document.id, placed.document.version_of) == ("harbour@2", "harbour")
    (kept,) = record.keep([marked(placed.document, "Ada Brandt")])
    assert (kept.outcome, kept.document_id, kept.of) == ("new version", "harbour@2", "harbour")
    assert record.document("harbour").text == HARBOUR
    assert record.document("harbour@2").text == MENDED
    assert record.versions("harbour@2") == ("harbour", "harbour@2")
    assert record.near_copies("harbour") == ()
    assert record.find(ADDRESS).id == "harbour@2"


def test_an_unchanged_page_is_already_kept(record: Record) -> None:
    """A folder that holds two versions can be added again and again."""
    record.keep([marked(page())])
    record.keep([marked(page(MENDED))])
    assert record.place(page(MENDED)).of == "harbour@2"
    older = record.place(page())
    assert (older.outcome, older.of) == ("already kept", "harbour")
    assert older.why is not None
    assert "the newest is harbour@2" in older.why


def test_a_page_that_goes_back_to_its_first_text_has_changed_again(record: Record) -> None:
    """Fetched after the newest version, the old text is the newest."""
    days = [f"2025-03-0{day}T08:00:00+00:00" for day in (4, 5, 6)]
    record.keep([marked(page(fetched=days[0]))])
    record.keep([marked(page(MENDED, fetched=days[1]))])
    back = record.place(page(fetched=days[2]))
    assert (back.outcome, back.document.id) == ("new version", "harbour@3")
    assert record.place(page(fetched=days[0])).outcome == "already kept"


def test_each_version_says_since_when_it_is_known(record: Record) -> None:
    """A page when it was fetched; a file, which says nothing, when it was added."""
    record.keep([marked(page(fetched="2025-03-04T08:00:00+00:00"))])
    record.keep([marked(page(MENDED, fetched=None))])
    first, second = record.states("harbour@2")
    assert (first.id, first.fetched) == ("harbour", "2025-03-04T08:00:00+00:00")
    assert (second.id, second.fetched) == ("harbour@2", None)
    assert second.kept is not None
    assert seen(first) == "fetched 4 March 2025 08:00 UTC"
    assert (
        seen(dataclasses.replace(second, kept="2025-03-05T09:30:00+00:00"))
        == "added 5 March 2025 09:30 UTC"
    )
    assert seen(dataclasses.replace(second, kept=None)).startswith("published ")


def test_a_document_with_the_same_given_id_is_a_new_version(record: Record) -> None:
    """Whoever names documents and sends one again means the same one."""
    record.keep([marked(article())])
    (kept,) = record.keep([marked(article(MENDED))])
    assert kept.document_id == "harbour@2"


def test_a_version_placed_before_another_came_still_gets_its_number(record: Record) -> None:
    """Two changes of a page read side by side are two versions, with their marks."""
    record.keep([marked(page())])
    first, second = record.place(page(MENDED)).document, record.place(page(BUDGET)).document
    assert first.id == second.id == "harbour@2"
    kept = record.keep([marked(first, "Ada Brandt"), marked(second, "Piet Aldous")])
    assert [each.document_id for each in kept] == ["harbour@2", "harbour@3"]
    marks = record.marks("harbour@3")
    assert marks.document.version_of == "harbour@2"
    assert {each.span.document_id for each in marks.mentions} == {"harbour@3"}
    (again,) = record.keep([marked(first)])
    assert (again.outcome, again.document_id) == ("already kept", "harbour@2")


def test_a_taken_id_is_passed_over(record: Record) -> None:
    """A document that was given the id "harbour@2" keeps it."""
    record.keep([marked(article(BUDGET, id="harbour@2", title="Budget"))])
    record.keep([marked(page())])
    assert record.place(page(MENDED)).document.id == "harbour@3"


def test_the_turns_of_a_new_version_stand_under_its_id(record: Record) -> None:
    """Spans never name another document than the one they stand in."""
    document = Document("call", "transcript", "Good evening.", address="call.vtt")
    longer = dataclasses.replace(document, text="Good evening. Hello.")
    longer = dataclasses.replace(longer, turns=(Turn("Mara Veld", longer.span(14, 20)),))
    record.keep([marked(document)])
    placed = record.place(longer).document
    assert placed.turns[0].span == placed.span(14, 20)


def test_only_the_newest_version_is_found(record: Record) -> None:
    """A passage that was corrected away is not an answer any more."""
    record.keep([marked(page())])
    assert found(record, "quay crowns") == ["harbour"]
    record.keep([marked(page(MENDED, corrected=True))])
    assert set(found(record, "quay crowns")) == {"harbour@2"}
    assert "harbour" in found(record, "quay crowns", documents=("harbour",))


def test_as_of_a_day_the_version_of_that_day_is_found(record: Record) -> None:
    """A page that kept its date when it changed was changed by the day it was fetched."""
    record.keep([marked(page(fetched="2025-03-04T12:00:00+00:00"))])
    record.keep([marked(page(MENDED, fetched="2025-03-20T12:00:00+00:00"))])
    assert found(record, "quay", as_of="2025-03-03") == []
    assert set(found(record, "quay", as_of="2025-03-19")) == {"harbour"}
    assert set(found(record, "quay", as_of="2025-03-20")) == {"harbour@2"}


@pytest.mark.parametrize("published", ["2025-03-20", None])
def test_a_version_with_a_date_of_its_own_counts_from_then(
    record: Record, published: str | None
) -> None:
    """Without any date for the new version, the old one still stands for its own days."""
    record.keep([marked(page())])
    record.keep([marked(page(MENDED, published=published))])
    assert set(found(record, "quay", as_of="2025-03-19")) == {"harbour"}
    later = {"harbour@2"} if published else {"harbour"}
    assert set(found(record, "quay", as_of="2025-04-01")) == later
    assert set(found(record, "quay")) == {"harbour@2"}
    assert set(record.passing(Query("", as_of="2025-03-19"))) == {"harbour"}
    assert set(record.passing(Query("", as_of="2025-04-01"))) == later
    assert record.passing(Query("")) == ["harbour@2"]
    assert record.passing(Query(""), kinds=("transcript",)) == []


def test_a_page_fetched_again_keeps_the_date_that_its_feed_named(record: Record) -> None:
    """The page alone may not say when it was published, and its "on Thursday" hangs on that."""
    record.keep([marked(page())])
    later = record.place(page(MENDED, published=None, fetched="2025-03-20T12:00:00+00:00"))
    assert later.document.published == page().published is not None


def test_a_citation_says_that_a_corrected_version_exists(record: Record) -> None:
    """Who cites the old text is told of the correction."""
    record.keep([marked(page())])
    assert not record.citation("harbour", 0, 3).corrected
    record.keep([marked(page(MENDED, corrected=True))])
    assert record.citation("harbour", 0, 3).corrected
    citation = record.citation("harbour@2", 4, 11)
    assert (citation.span.text, citation.version_of) == ("harbour", "harbour")
    assert citation.corrected
    of_both = record.citations(["harbour", "harbour@2", "none"])
    assert {id: each.corrected for id, each in of_both.items()} == {
        "harbour": True,
        "harbour@2": True,
    }


def test_versions_of_a_wire_report_stay_with_its_copies(record: Record) -> None:
    """A corrected copy counts once beside the other outlets' copies."""
    record.keep([marked(article(id="post", outlet="Island Post"))])
    record.keep([marked(page())])
    record.keep([marked(page(MENDED))])
    assert record.citation("harbour@2", 0, 3).copies == 2
    assert record.near_copies("harbour@2") == ("post",)


def test_what_nobody_knew_is_taken_from_who_knows_it(record: Record) -> None:
    """The same text with a date: no version, but the document dated, found and named anew."""
    record.keep([marked(page(published=None), "Ada Brandt")])
    dated = record.place(page(published="2025-03-04"))
    assert (dated.outcome, dated.document.id) == ("amended", "harbour")
    (kept,) = record.keep([marked(dated.document, "Piet Aldous", "Ada Brandt")])
    assert (kept.outcome, kept.document_id, len(record)) == ("amended", "harbour", 1)
    assert record.document("harbour").published == "2025-03-04"
    assert found(record, "quay", since="2025-03-04", until="2025-03-04") == ["harbour"]
    assert record.naming("Ada Brandt") == ["harbour"]
    assert record.place(page(published="2025-03-05")).outcome == "already kept"
    assert record.verify().is_sound


def test_a_version_that_is_dated_follows_the_one_before_from_that_day(record: Record) -> None:
    """As of a day before it, the older text is found."""
    record.keep([marked(page(published="2025-03-04"))])
    record.keep([marked(page(MENDED, published=None))])
    record.amend(marked(dataclasses.replace(record.document("harbour@2"), published="2025-03-09")))
    assert found(record, "quay crowns", as_of="2025-03-08") == ["harbour"]
    assert found(record, "quay crowns", as_of="2025-03-09") == ["harbour@2"]


def test_the_version_of_a_day_is_told_by_when_the_page_was_changed(record: Record) -> None:
    """Two copies of a page that were saved, and not fetched: the second says when it changed."""
    record.keep([marked(page(published="2025-03-05"))])
    later = page(MENDED, published="2025-03-05", modified="2025-03-09T11:20:00+01:00")
    record.keep([marked(record.place(later).document)])
    assert found(record, "nine million", as_of="2025-03-08")[:1] == ["harbour"]
    assert found(record, "twelve million", as_of="2025-03-08")[:1] == ["harbour"]
    assert found(record, "twelve million", as_of="2025-03-09")[:1] == ["harbour@2"]
    assert record.document("harbour@2").modified == "2025-03-09T11:20:00+01:00"


def test_a_source_says_what_was_corrected(record: Record) -> None:
    """The first version, too, with the words of the note in the last one."""
    note = "Correction: An earlier version of this article gave nine million."
    record.keep([marked(page(published="2025-03-05"))])
    mended = page(
        f"{MENDED}\n{note}", corrected=True, published="2025-03-05", modified="2025-03-09"
    )
    record.keep([marked(record.place(mended).document)])
    for day in ("2025-03-06", "2025-03-09"):
        correction = record.search(Query("quay million", as_of=day))[0].citation.correction
        assert correction is not None and correction.text == note
        assert record.document("harbour@2").text[correction.start : correction.end] == note


def test_a_corrected_text_is_none_of_the_day_before_its_correction(record: Record) -> None:
    """Its words are those of the correction; a page that was only saved anew counts at once."""
    times = {"published": "2025-03-05", "modified": "2025-03-09"}
    record.keep([marked(page(MENDED, corrected=True, **times))])
    assert found(record, "twelve million", as_of="2025-03-08") == []
    assert found(record, "twelve million", as_of="2025-03-09") == ["harbour"]
    record.keep(
        [marked(article("The quay is open again. " * 9, address="https://a.example/b", **times))]
    )
    assert len(found(record, "quay open", as_of="2025-03-06")) == 1
