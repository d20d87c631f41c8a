"""What is kept comes back as it was, and nothing is kept twice."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onix.errors import InputError, RecordError
from onix.model import Document, Origins, Turn
from onix.record import Query, Record, Source, open_record, origins
from tests.record.making import BUDGET, HARBOUR, article, marked


def test_a_document_comes_back_as_it_was(record: Record) -> None:
    """Every field and every character of a document is given back, its marks too."""
    text = HARBOUR + "\n\n\ttab, ½, “marks”, 𝔘nicode, e\u0301 and a \x00 inside."
    document = article(
        text,
        address="https://courier.example/quay",
        authors=("Jon Halle", "O'Dea"),
        fetched="2025-03-04T10:00:00+00:00",
        language="en",
        raw_sha256="ab" * 32,
        corrected=True,
        cut=True,
    )
    marks = marked(document, "Ada Brandt")
    (kept,) = record.keep([marks])
    assert (kept.outcome, kept.document_id) == ("kept", "harbour")
    assert record.document("harbour") == document
    assert record.marks("harbour") == marks
    assert len(record) == 1
    assert list(record.ids()) == ["harbour"]


def test_a_transcript_keeps_its_turns(record: Record) -> None:
    """Who speaks when is part of the document."""
    document = Document("call", "transcript", "Good evening. Who is there, please?")
    turns = (
        Turn("Mara Veld", document.span(0, 13), 0.0, 1.5),
        Turn(None, document.span(14, 35), 1.5, 3.0),
    )
    document = dataclasses.replace(document, turns=turns)
    record.keep([marked(document)])
    assert record.document("call") == document


def test_an_unread_document_says_why_and_is_found(record: Record) -> None:
    """A text in another language is kept and searchable, marked as not read."""
    document = article("Le quai est fermé depuis mardi.", id="quai", language="fr")
    record.keep([dataclasses.replace(marked(document), sentences=(), unread="not English: fr")])
    assert record.marks("quai").unread == "not English: fr"
    assert [hit.citation.span.document_id for hit in record.search(Query("fermé"))] == ["quai"]


@given(st.data())
@settings(max_examples=8)
def test_adding_twice_equals_adding_once(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """However a pile of documents is dealt into batches and repeated, the record is the same."""
    pile = [
        article(HARBOUR, id="a", address="https://a.example/1"),
        article(BUDGET, id="b", title="Budget passed", address="https://a.example/2"),
        article("Rain fell on Lunmouth.", id="c", title=None, outlet=None, published=None),
    ]
    once = data.draw(st.permutations(pile))
    twice = data.draw(st.permutations(pile + once[:2]))
    found = []
    for documents in (once, twice):
        path = tmp_path_factory.mktemp("twice") / "news.onix"
        with open_record(path, create=True) as record:
            while documents:
                size = data.draw(st.integers(1, len(documents)))
                record.keep([marked(each, "Ada Brandt") for each in documents[:size]])
                documents = documents[size:]
            found.append(
                (
                    {id: record.marks(id) for id in record.ids()},
                    record.names(["Brandt"]),
                    {
                        (hit.citation.span.document_id, hit.passage.number, round(hit.score, 4))
                        for words in ("quay board", "budget", "rain")
                        for hit in record.search(Query(words))
                    },
                )
            )
    assert found[0] == found[1]


def test_order_of_adding_changes_no_search_result(tmp_path: Path) -> None:
    """The same documents give the same passages, copies and origins, whoever came first."""
    pile = [
        article(
            f"Report {n}. " + HARBOUR.replace("nine", f"{n} hundred"),
            id=f"h{n}",
            outlet=f"Outlet {n}",
            published=f"2025-03-0{n}",
            title=f"Quay {n}",
        )
        for n in range(1, 6)
    ] + [article(BUDGET, id="b", title="Budget")]
    seen = []
    for seed in range(3):
        documents = random.Random(seed).sample(pile, len(pile))  # noqa: S311 - no secret
        with open_record(tmp_path / f"{seed}.onix", create=True) as record:
            for each in documents:
                record.keep([marked(each)])
            seen.append(
                {
                    (hit.citation.span, hit.citation.copies, hit.citation.origin)
                    for hit in record.search(Query("east quay repairs budget"))
                }
            )
    assert seen[0] == seen[1] == seen[2]
    assert {copies for _, copies, _ in seen[0]} == {5, 1}


def test_the_same_text_under_another_name_is_known(record: Record) -> None:
    """A second copy of a file adds nothing, and the reason names the first."""
    record.keep([marked(article(outlet=None, address="/papers/quay.txt"))])
    placed = record.place(article(id="copy", outlet=None, address="/papers/quay (1).txt"))
    assert (placed.outcome, placed.of, placed.is_wanted) == ("already kept", "harbour", False)
    assert placed.why is not None
    assert placed.why == "The same text is kept as quay.txt."
    (kept,) = record.keep([marked(article(id="copy", outlet=None))])
    assert (kept.outcome, kept.document_id, kept.of) == ("already kept", "harbour", "harbour")


def test_a_wire_report_printed_by_two_outlets_is_kept_twice_as_one_group(record: Record) -> None:
    """Which outlets carry a report is news; that it is one report is said, too."""
    record.keep([marked(article())])
    (kept,) = record.keep([marked(article(id="post", outlet="Island Post"))])
    assert (kept.outcome, kept.of) == ("near-duplicate", "harbour")
    assert kept.why is not None
    assert "Lunmouth Courier" in kept.why
    assert record.near_copies("harbour") == ("post",)
    (hit, other) = record.search(Query("quay repairs"))[:2]
    assert hit.citation.copies == other.citation.copies == 2


def test_two_stories_of_which_only_boilerplate_was_read_both_stay(record: Record) -> None:
    """One outlet's notice in place of two texts does not swallow the second headline."""
    record.keep([marked(article("Please enable cookies to read on.", id="one", title="Quay"))])
    (kept,) = record.keep(
        [marked(article("Please enable cookies to read on.", id="two", title="Budget"))]
    )
    assert kept.outcome == "kept"


def test_two_groups_become_one_when_a_text_belongs_to_both(record: Record) -> None:
    """Copies of copies are one group, whichever came first."""
    part, other = HARBOUR + BUDGET, BUDGET + HARBOUR
    words = HARBOUR.split()
    front, back = " ".join(words[:100]), " ".join(words[30:])
    record.keep([marked(article(front, id="front", outlet="A"))])
    record.keep([marked(article(back, id="back", outlet="B"))])
    record.keep([marked(article(" ".join(words), id="whole", outlet="C"))])
    assert record.near_copies("front") == ("back", "whole")
    assert part != other


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (article(" \n "), "no text"),
        (article("Rain.", id="x" * 3000), "Its id is longer"),
        (article("Rain \ud800 fell."), "surrogate"),
        (article("Rain.", title="\udfff"), "surrogate"),
    ],
)
def test_what_cannot_be_kept_is_left_out_with_its_reason(
    record: Record, document: Document, reason: str
) -> None:
    """One document that no database can hold leaves the others of its batch alone."""
    kept = record.keep([marked(document), marked(article(BUDGET, id="budget"))])
    assert [each.outcome for each in kept] == ["left out", "kept"]
    assert kept[0].why is not None
    assert reason in kept[0].why


def test_nothing_is_kept_of_a_batch_that_fails(record: Record) -> None:
    """A bug in one document's marks leaves the record as it was before the batch."""
    good, bad = marked(article()), marked(article(BUDGET, id="budget"))
    bad = dataclasses.replace(bad, sentences=(article("x" * 9, id="budget").span(0, 9),))
    with pytest.raises(ValueError, match="not what stands there"):
        record.keep([good, bad])
    assert len(record) == 0
    assert [each.outcome for each in record.keep([good])] == ["kept"]


def test_a_record_opened_for_reading_changes_nothing(path: Path, record: Record) -> None:
    """Reading and writing are asked for by name."""
    record.close()
    with open_record(path) as reader, pytest.raises(RecordError, match="for reading only"):
        reader.keep([marked(article())])


def test_bands_of_another_minhash_are_made_anew(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update of the MinHash library, copies of what was kept before are still found."""
    from onix.record import banding, duplicates

    monkeypatch.setattr(duplicates, "SEED", 1)
    monkeypatch.setattr(banding, "bands_version", lambda: 1)
    record.keep([marked(article())])
    monkeypatch.undo()
    (kept,) = record.keep([marked(article("Shut. " + HARBOUR, id="post", outlet="Post"))])
    assert kept.outcome == "near-duplicate"


# -- names and sources -------------------------------------------------------------------------


def test_full_names_are_known_by_any_of_their_words(record: Record) -> None:
    """A surname leads to the full names of the record that carry it, most used first."""
    record.keep(
        [
            marked(article(), "Ada Brandt"),
            marked(article("Ada Brandt met Karl Brandt.", id="b"), "Ada Brandt", "Karl Brandt"),
        ]
    )
    assert [tuple(each) for each in record.names(["brandt's"])] == [
        ("Ada Brandt", "person", 2),
        ("Karl Brandt", "person", 1),
    ]
    assert record.names(["Karl", "Brandt"])[0].name == "Karl Brandt"
    assert record.names(["Nobody"]) == []
    assert record.naming("Ada Brandt") == ["harbour", "b"]
    assert record.naming("Ada Brandt", "place") == []
    assert [each.name for each in record.all_names()] == ["Ada Brandt", "Karl Brandt"]


def test_feeds_are_remembered_until_they_are_forgotten(record: Record) -> None:
    """`onix update` asks a feed again with what it said of itself the last time."""
    feed = Source("https://courier.example/feed", "feed", "Courier", '"tag"', None, "2025-03-04")
    record.remember_source(dataclasses.replace(feed, etag=None))
    record.remember_source(feed)
    assert record.sources() == [feed]
    assert record.forget_source(feed.address)
    assert not record.forget_source(feed.address)
    assert record.sources() == []


# -- finding -----------------------------------------------------------------------------------


def test_a_document_is_found_by_what_a_person_calls_it(record: Record) -> None:
    """Id, address, file name, title in any case, or part of it."""
    record.keep([marked(article(address="/papers/quay.txt"))])
    for name in ("harbour", "/papers/quay.txt", "quay.txt", "EAST QUAY to close", "quay to"):
        assert record.find(name).id == "harbour"


def test_a_name_that_fits_several_documents_is_refused_with_them(record: Record) -> None:
    """The message gives the ids to choose from; % and _ are only characters."""
    record.keep([marked(article()), marked(article(BUDGET, id="b", title="East 100% quay"))])
    with pytest.raises(InputError, match=r"harbour .*b \(East 100% quay, .*Type the id"):
        record.find("east")
    assert record.find("100%").id == "b"
    record.keep([marked(article("Snow fell.", id="c", title="Snow"))])
    for nothing in ("", "e_s", "1%0"):
        with pytest.raises(InputError):
            record.find(nothing)


def test_a_document_that_is_not_there_is_named(record: Record) -> None:
    """A wrong id leads to the list of what there is."""
    for ask in (record.document, record.marks, record.near_copies, record.versions, record.find):
        with pytest.raises(InputError, match=r"nowhere.*onix record"):
            ask("nowhere")


def test_near_copies_go_back_to_one_origin(record: Record) -> None:
    """Two outlets print one text on one day: one origin without a name; others stand alone."""
    record.keep(
        [
            marked(article()),
            marked(article(id="post", outlet="Island Post")),
            marked(article(BUDGET, id="budget", outlet="Sollen Times")),
            marked(article(BUDGET[::-1], id="nameless", outlet=None)),
        ]
    )
    cited = record.citations(["harbour", "post"]).values()
    assert origins(cited) == Origins(2, 1, ())
    cited = record.citations(["harbour", "post", "budget", "nameless"]).values()
    assert origins(cited) == Origins(3, 3, ("Sollen Times",))
    assert origins([]) == Origins()
