"""Marks become a few bytes and come back as they were."""

from __future__ import annotations

import dataclasses
import json
import zlib
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onix.errors import RecordError
from onix.model import (
    Citation,
    Document,
    Event,
    Figure,
    Heard,
    Hedge,
    Marks,
    Mention,
    MentionKind,
    Provenance,
    ProvenanceKind,
    Quote,
    QuoteKind,
    Span,
    TimeExpression,
    TimeType,
    Turn,
)
from onix.record.packing import layout, pack, pack_turns, unpack, unpack_turns
from tests.record.making import HARBOUR, article, marked

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
MAYBE = st.none() | TEXT
NUMBER = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Give a document of any text."""
    return Document("d", "article", draw(TEXT))


def one_of_literal(hint: Any) -> st.SearchStrategy[Any]:
    """Give one of the words that a Literal allows."""
    return st.sampled_from(get_args(hint))


@st.composite
def all_marks(draw: st.DrawFn) -> Marks:
    """Any marks over any text, with spans of the document itself in any order."""
    document = draw(documents())
    spans = st.builds(
        lambda one, other: document.span(min(one, other), max(one, other)),
        st.integers(0, len(document.text)),
        st.integers(0, len(document.text)),
    )
    some = st.lists(spans, max_size=3).map(tuple)
    foreign = st.builds(
        lambda id, text, at: Span(id, at, at + len(text), text), TEXT, TEXT, st.integers(0, 9999)
    )
    times = st.builds(
        TimeExpression, spans, one_of_literal(TimeType), TEXT, MAYBE, MAYBE, MAYBE, MAYBE
    )
    provenance = st.builds(Provenance, one_of_literal(ProvenanceKind), MAYBE, spans)
    citations = st.builds(
        Citation,
        foreign | spans,
        MAYBE,
        MAYBE,
        MAYBE,
        MAYBE,
        MAYBE,
        st.booleans(),
        st.integers(1, 10**12),
        MAYBE,
    )

    def several(each: st.SearchStrategy[Any]) -> Any:
        return draw(st.lists(each, max_size=3).map(tuple))

    return Marks(
        document,
        sentences=draw(some),
        mentions=several(st.builds(Mention, spans, one_of_literal(MentionKind), MAYBE)),
        times=several(times),
        figures=several(st.builds(Figure, spans, st.none() | NUMBER, MAYBE, st.none() | spans)),
        hedges=several(st.builds(Hedge, spans, st.none() | spans)),
        provenance=several(provenance),
        quotes=several(
            st.builds(
                Quote,
                one_of_literal(QuoteKind),
                some,
                some,
                some,
                some,
                MAYBE,
                MAYBE,
                st.none() | spans,
                some,
                st.lists(provenance, max_size=2).map(tuple),
                NUMBER,
            )
        ),
        events=several(
            st.builds(
                Event,
                spans,
                st.none() | times,
                st.lists(TEXT, max_size=2).map(tuple),
                st.lists(citations, max_size=2).map(tuple),
                some,
            )
        ),
        unread=draw(MAYBE),
    )


@given(all_marks())
@settings(max_examples=50)
def test_any_marks_come_back_as_they_were(marks: Marks) -> None:
    """Whatever was read in a document is given back, to the last field."""
    assert unpack(pack(marks), marks.document) == marks


@given(all_marks(), st.sets(st.sampled_from([each.name for each in dataclasses.fields(Marks)])))
@settings(max_examples=50)
def test_some_fields_come_back_alone(marks: Marks, wanted: set[str]) -> None:
    """What is passed over changes nothing of what is given, and is left empty."""
    found = unpack(pack(marks), marks.document, only=frozenset(wanted))
    for each in dataclasses.fields(Marks):
        if each.name in wanted | {"document"}:
            assert getattr(found, each.name) == getattr(marks, each.name)
        else:
            assert not getattr(found, each.name)


def test_a_mark_of_another_document_is_not_passed_over_unseen() -> None:
    """Its numbers are more than those of other marks, so what follows would be wrong."""
    document = article("Rain fell on Oslo.")
    elsewhere = Mention(Span("other", 0, 4, "Oslo"), "place", "Oslo")
    data = pack(Marks(document, mentions=(elsewhere,)))
    with pytest.raises(ValueError, match="stands in another document"):
        unpack(data, document, only=frozenset({"quotes"}))


def test_every_field_of_the_model_is_packed() -> None:
    """A class of marks that gains a field has it kept without a word here."""
    packed_with = json.loads(layout())
    for found in (Mention, TimeExpression, Figure, Hedge, Provenance, Quote, Event, Citation):
        assert packed_with[found.__name__] == [each.name for each in dataclasses.fields(found)]
    names = [each.name for each in dataclasses.fields(Marks) if each.name != "document"]
    assert packed_with["Marks"] == names


def test_marks_packed_before_a_field_was_there_still_unpack() -> None:
    """A record made by an older Onix opens: the fields it did not know have their defaults."""
    document = article("Rain fell on Oslo.")
    old = json.loads(layout())
    old["Mention"] = ["name", "span", "kind"]  # another order, as an older class may have had
    old["Marks"] = ["mentions"]
    marks = Marks(document, mentions=(Mention(document.span(13, 17), "place", "Oslo"),))
    data = zlib.compress(json.dumps([[1, 0, 13, 4, 1], ["Oslo", "place"]]).encode())
    assert unpack(data, document, json.dumps(old)) == marks


def test_a_quote_packed_before_occasions_were_read_has_none() -> None:
    """A record made before quotes had an occasion gives them back without one."""
    document = article("“Rain,” Varga said in court.")
    old = json.loads(layout())
    old["Marks"], old["Quote"] = ["quotes"], ["kind", "content", "speaker", "addressee"]
    said = Quote("direct", (document.span(1, 6),), speaker="Varga", addressee="the court")
    written = [[1, 0, 1, 1, 5, 1, 2], ["direct", "Varga", "the court"]]
    data = zlib.compress(json.dumps(written).encode())
    assert unpack(data, document, json.dumps(old)) == Marks(document, quotes=(said,))


def test_marks_take_less_room_than_their_words() -> None:
    """Offsets are kept, not text: the marks of an article are a fraction of it."""
    document = article(HARBOUR * 6)
    assert len(pack(marked(document, "Ada Brandt"))) < len(document.text) / 8


def test_a_span_that_lies_is_refused() -> None:
    """Marks whose words do not stand where they say never reach the record."""
    document = article("Rain fell on Oslo.")
    lie = Mention(Span(document.id, 13, 17, "Rome"), "place", "Rome")
    with pytest.raises(ValueError, match="not what stands there"):
        pack(Marks(document, mentions=(lie,)))


def test_marks_move_to_another_id_of_the_same_text() -> None:
    """A document that becomes a new version keeps its marks under the new id."""
    marks = marked(article(), "Ada Brandt")
    renamed = dataclasses.replace(marks.document, id="harbour@2")
    moved = unpack(pack(marks), renamed)
    assert {each.document_id for each in moved.sentences} == {"harbour@2"}
    assert [each.text for each in moved.sentences] == [each.text for each in marks.sentences]


def test_turns_come_back_with_their_seconds() -> None:
    """A transcript keeps who speaks when."""
    document = Document("call", "transcript", "Hello. Who is there?")
    turns = (
        Turn("Mara Veld", document.span(0, 6), 0.0, 1.25),
        Turn(None, document.span(7, 20), None, None),
    )
    document = dataclasses.replace(document, turns=turns)
    data = pack_turns(document)
    assert data is not None
    assert unpack_turns(data, dataclasses.replace(document, turns=())) == document
    assert pack_turns(article()) is None


def test_heard_words_come_back_also_without_turns() -> None:
    """What a machine was not sure of stays known, with its second."""
    document = Document("call", "transcript", "Hello. Who is there?")
    heard = (Heard(document.span(0, 5), 0.5), Heard(document.span(7, 10), None, 0.25))
    document = dataclasses.replace(document, heard=heard)
    data = pack_turns(document)
    assert data is not None
    assert unpack_turns(data, dataclasses.replace(document, heard=())) == document


def test_turns_packed_before_words_were_heard_still_unpack() -> None:
    """A record made by an older Onix opens: its transcripts have turns and no heard words."""
    document = Document("call", "transcript", "Hello.")
    old = json.loads(layout())
    old["_Turns"] = ["turns"]
    del old["Heard"]
    data = zlib.compress(json.dumps([[1, 0, 0, 6, 1, 2], ["Mara Veld", None, 1.5]]).encode())
    found = unpack_turns(data, document, json.dumps(old))
    assert found.turns == (Turn("Mara Veld", document.span(0, 6), None, 1.5),)
    assert found.heard == ()


def test_marks_of_a_newer_version_are_refused_in_words() -> None:
    """A field that this version does not know would shift all behind it; the remedy is said."""
    marks = marked(article())
    newer = json.loads(layout())
    newer["Mention"].append("portrait")
    with pytest.raises(RecordError, match=r"Mention: portrait.*Install the newest Onix"):
        unpack(pack(marks), marks.document, json.dumps(newer))
