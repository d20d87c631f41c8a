"""`onix quotes`: who is quoted is found under any form of the name, and the same words are one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.errors import InputError
from onix.jobs.add import add
from onix.jobs.demo import demo
from onix.jobs.quotes import quotes
from onix.jobs.quotes.joining import Said, are_near, is_part, join, pieces
from onix.jobs.report import Progress
from onix.model import Document, Marks, Mention, Quote, QuoteKind, Span, Turn
from onix.record import Record, open_record
from onix.verify.people import Asked, could_be_one, organisation, person
from tests.record.making import article, marked


def quoting(
    document: Document, *said: tuple[str, str | None], kind: QuoteKind = "direct", **fields: Any
) -> Marks:
    """Give the document with these words quoted, each from a speaker, who is mentioned by name."""
    names = [name for _, name in said if name and name in document.text]
    marks = marked(document, *names)
    found = []
    for words, name in said:
        span = find(document, words)
        source = () if name is None else (find(document, name.split()[-1]),)
        found.append(Quote(kind, (span,), (span,), source=source, speaker=name, **fields))
    return replace(marks, quotes=tuple(found))


def find(document: Document, words: str) -> Span:
    """Give the first place of these words."""
    start = document.text.index(words)
    return document.span(start, start + len(words))


BRIDGE = "The bridge will close on Monday and not a day later"
COURIER = article(
    f"Mayor Ada Brandt spoke on Friday. “{BRIDGE},” Brandt said. “Repairs cost nothing,” "
    "Piet Aldous told her. A sign said “mind the gap”. “We will all miss the ferry,” she said.",
    id="courier", title="Bridge", outlet="Courier", published="2025-03-02",
)  # fmt: skip
TIMES = article(
    f"“{BRIDGE}, whatever it costs,” said Ada M. Brandt. “Ships will wait,” said Jan Brandt.",
    id="times", title="Bridge shut", outlet="Times", published="2025-03-01",
)  # fmt: skip
HERALD = article(
    "“The bridge will close on Monday,” it was said. “No comment,” Brandt said.",
    id="herald", title="Rumour", outlet="Herald", published="2025-03-03",
)  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Give a record of three outlets that quote two people called Brandt."""
    courier = quoting(
        COURIER,
        (BRIDGE, "Ada Brandt"),
        ("Repairs cost nothing", "Piet Aldous"),
        ("mind the gap", None),
        ("We will all miss the ferry", "Ada Brandt"),
    )
    times = quoting(
        TIMES, (f"{BRIDGE}, whatever it costs", "Ada M. Brandt"), ("Ships will wait", "Jan Brandt")
    )
    herald = quoting(HERALD, ("The bridge will close on Monday", None), ("No comment", "Brandt"))
    with open_record(tmp_path / "news.onix", create=True) as found:
        found.keep([courier, times, herald])
        yield found


def voices(record: Record, **options: Any) -> dict[str | None, list[str]]:
    """Give the words of each speaker, in order."""
    found = quotes(record, **options)
    return {each.speaker: [quote.text for quote in each.quotes] for each in found.speakers}


def why(record: Record, **options: Any) -> str:
    """Give the reason why nothing was found."""
    found = quotes(record, **options)
    assert not found.speakers
    assert not found.quotes
    assert found.why is not None
    return found.why


def test_words_within_a_quotation_are_listed_where_somebody_else_is_named(tmp_path: Path) -> None:
    """Those that nobody is named for, or that are the speaker's own, stand in it already."""
    text = "“Cole said, ‘No boat is safe,’ I said, ‘They all are,’ they asked, ‘Why?’” Brandt said."
    ferry = article(text, id="ferry", title="Ferry")
    marks = quoting(
        ferry,
        (text[1 : text.index("”")], "Ada Brandt"),
        ("No boat is safe,", "Ed Cole"),
        ("They all are,", "Ada Brandt"),
        ("Why?", None),
    )
    with open_record(tmp_path / "ferry.onix", create=True) as record:
        record.keep([marks])
        found = voices(record)
    assert found == {"Ada Brandt": [text[1 : text.index("”")]], "Ed Cole": ["No boat is safe,"]}


def test_speakers_with_the_most_quotations_come_first(record: Record) -> None:
    """One person's spellings are one speaker; marked strings of nobody are counted apart."""
    found = quotes(record)
    assert [(each.speaker, each.count, each.outlets) for each in found.speakers] == [
        ("Ada Brandt", 2, 3),
        ("Brandt", 1, 1),
        ("Jan Brandt", 1, 1),
        ("Piet Aldous", 1, 1),
    ]
    assert found.unattributed == 1
    assert found.looked_at == 3
    assert found.why is None


def test_the_same_words_are_one_quotation(record: Record) -> None:
    """The longest form stands for all, every place is cited, and the shortest form is known."""
    found = quotes(record, speaker="Ada Brandt", about="closing").quotes[0]
    assert found.text == f"{BRIDGE}, whatever it costs"
    assert [each.span.document_id for each in found.citations] == ["times", "courier", "herald"]
    assert [each.span.text for each in found.wordings] == [
        BRIDGE,
        "The bridge will close on Monday",
    ]
    assert found.changed == ()
    assert (found.outlets, found.origins, found.published) == (3, 3, "2025-03-01")


def test_a_place_gives_back_its_words(record: Record) -> None:
    """Every citation's offsets lead to its words in its document."""
    for each in quotes(record, kind="all").quotes:
        for citation in (*each.citations, *each.wordings):
            span = citation.span
            assert record.document(span.document_id).text[span.start : span.end] == span.text


def test_near_copies_are_one_origin(tmp_path: Path) -> None:
    """Two outlets with the same story carry a quotation twice and have it from one place."""
    story = "“We sail at dawn tomorrow,” said Ada Brandt. " + " ".join(
        f"Line {number} of the story tells of ship number {number * 7}." for number in range(20)
    )
    first = article(story, id="a", outlet="Wire", published="2025-03-01")
    second = article(story + " More follows.", id="b", outlet="Courier", published="2025-03-01")
    with open_record(tmp_path / "news.onix", create=True) as record:
        record.keep(
            [quoting(each, ("We sail at dawn tomorrow", "Ada Brandt")) for each in (first, second)]
        )
        (found,) = quotes(record).quotes
    assert (found.outlets, found.origins, len(found.citations)) == (2, 1, 2)


@pytest.mark.parametrize("name", ["Mayor Brandt", "BRANDT", "brandt"])
def test_a_family_name_fits_all_who_bear_it(record: Record, name: str) -> None:
    """Both people are listed, apart, and so is the name that no document spells out."""
    found = quotes(record, speaker=name)
    assert [each.speaker for each in found.speakers] == ["Ada Brandt", "Brandt", "Jan Brandt"]
    assert "fits 2 speakers, listed apart: " in found.notes[0]
    assert "“Brandt” alone is listed apart, too" in found.notes[1]


def test_a_first_name_is_enough_where_one_speaker_has_it(record: Record, tmp_path: Path) -> None:
    """With a note; where two have it nobody is chosen."""
    found = quotes(record, speaker="Piet")
    assert [each.speaker for each in found.speakers] == ["Piet Aldous"]
    assert found.notes == ("Of those who are quoted only Piet Aldous has the first name “Piet”.",)
    two = article("“The pier will close,” Piet Lund said. “It will not,” Piet Moss said.", id="two")
    with open_record(tmp_path / "two.onix", create=True, write=True) as other:
        other.keep(
            [quoting(two, ("The pier will close", "Piet Lund"), ("It will not", "Piet Moss"))]
        )
        assert quotes(other, speaker="Piet").why is not None


def test_a_full_name_leaves_the_others_out(record: Record) -> None:
    """Jan is not Ada; the family name alone may be her and is listed apart."""
    assert set(voices(record, speaker="Ada Brandt")) == {"Ada Brandt", "Brandt"}
    assert set(voices(record, speaker="Mr. Piet Aldous")) == {"Piet Aldous"}


@pytest.mark.parametrize(
    ("asked", "name", "fit"),
    [
        ("President Biden", "Joe Biden", "yes"),
        ("Joe Biden", "Joseph R. Biden", "no"),
        ("Joe Biden", "Joe R. Biden Jr.", "no"),
        ("Joe R. Biden Jr.", "Joe Biden Jr.", "yes"),
        ("Joe", "Joe Biden", "no"),
        ("Joe Biden", "Biden", "perhaps"),
        ("Joe Biden", "Joe Manchin", "no"),
        ("von der Leyen", "Ursula von der Leyen", "yes"),
        ("Ursula von der Leyen", "von der Leyen", "perhaps"),
        ("Karine Jean Pierre", "Karine Jean-Pierre", "yes"),
        ("Pierre", "Karine Jean-Pierre", "no"),
        ("Ines Calvo", "Inés B. Calvo", "yes"),
        ("José Núñez", "Nunez", "perhaps"),
        ("Núñez", "Jose Nunez", "yes"),
    ],
)
def test_names_are_compared_as_people_are(asked: str, name: str, fit: str) -> None:
    """Titles, capitals, accents and middle names make no other person; a first name does."""
    assert Asked(asked).fit(person(name)) == fit


def test_an_organisation_is_its_whole_name() -> None:
    """The last word of an organisation is no family name."""
    house = organisation("White House")
    assert Asked("the White House").fit(house) == "yes"
    assert Asked("House").fit(house) == "no"
    assert not could_be_one(house, person("Ada House"))


def test_an_organisation_speaks(tmp_path: Path) -> None:
    """What most documents take for an organisation is one, and nobody's family name."""
    text = "“We sail at dawn tomorrow,” the Harbour Board said. “So be it,” Ada Board said."
    document = article(text, id="a")
    said = [("We sail at dawn tomorrow", "Harbour Board"), ("So be it", "Ada Board")]
    marks = quoting(document, *said)
    board = Mention(find(document, "Harbour Board"), "organisation", "Harbour Board")
    people = tuple(each for each in marks.mentions if each.name == "Ada Board")
    with open_record(tmp_path / "news.onix", create=True) as record:
        record.keep([replace(marks, mentions=(board, *people))])
        assert set(voices(record, speaker="the harbour board")) == {"Harbour Board"}
        assert set(voices(record, speaker="Board")) == {"Ada Board"}


def test_a_family_name_is_joined_where_the_text_gives_the_first(tmp_path: Path) -> None:
    """The mention missed the full name, the text has it once: that is who "Brandt" is there."""
    wire = article("LUNMOUTH — Ada Brandt came. “We sail at dawn,” Brandt said.", id="wire")
    missed = replace(quoting(wire, ("We sail at dawn", "Brandt")), mentions=())
    with open_record(tmp_path / "news.onix", create=True) as record:
        record.keep([quoting(COURIER, (BRIDGE, "Ada Brandt")), missed])
        assert set(voices(record)) == {"Ada Brandt"}
        assert len(voices(record, speaker="Brandt", documents=["courier"])) == 1


def test_who_asks_for_a_post_hears_where_its_words_are(tmp_path: Path) -> None:
    """Nobody is called Town Clerk, and the words of one are there."""
    text = "Carried. No."
    bare = Document("call", "transcript", text, published="2025-03-04")
    turns = (Turn("Town Clerk", bare.span(0, 8)), Turn("Ada Brandt", bare.span(9, 12)))
    said = tuple(Quote("direct", (each.span,), speaker=each.speaker) for each in turns)
    with open_record(tmp_path / "news.onix", create=True) as record:
        record.keep([Marks(replace(bare, turns=turns), quotes=said)])
        for asked in ("Clerk", "the clerk", "Town Clerk"):
            assert "give no name for “Town Clerk”" in why(record, speaker=asked)
            assert why(record, speaker=asked).endswith("with: --unattributed")


def test_a_transcript_is_quoted(tmp_path: Path) -> None:
    """Its turns are quotations of the people in its labels; "Host" is nobody's name."""
    text = "Good evening.\nI am Ada Brandt and I shall resign.\nWhy now?"
    spans = [(0, 13, "HOST"), (14, 49, "MAYOR BRANDT (D)"), (50, 58, "Speaker 2")]
    bare = Document("call", "transcript", text, outlet="Radio", published="2025-03-04")
    turns = tuple(Turn(name, bare.span(start, end)) for start, end, name in spans)
    document = replace(bare, turns=turns)
    said = tuple(Quote("direct", (each.span,), speaker=each.speaker) for each in turns)
    mention = Mention(find(document, "Ada Brandt"), "person", "Ada Brandt")
    with open_record(tmp_path / "news.onix", create=True) as record:
        record.keep([Marks(document, mentions=(mention,), quotes=said)])
        found = voices(record, speaker="Brandt")
        assert found == {"Ada Brandt": ["I am Ada Brandt and I shall resign."]}
        assert voices(record, unattributed=True) == {None: ["Good evening.", "Why now?"]}
        assert "that are quoted: Ada Brandt." in why(record, speaker="Brand")


def test_what_belongs_to_nobody_is_shown(record: Record) -> None:
    """A string that another outlet gives to somebody is not among them."""
    assert voices(record, unattributed=True) == {None: ["mind the gap"]}


def test_what_is_left_open_is_shown_with_who_may_be_meant(tmp_path: Path) -> None:
    """It is nobody's; who asks for one of the two is told that there may be more of theirs."""
    document = article(
        "Ada Brandt met Jan Wils. “The ferry is full,” the skipper said. “Yes,” Brandt said.",
        id="courier", title="Ferry", outlet="Courier", published="2025-03-02",
    )  # fmt: skip
    marks = quoting(document, ("The ferry is full", None), ("Yes", "Ada Brandt"))
    left_open = replace(
        marks.quotes[0],
        source=(find(document, "the skipper"),),
        candidates=("Jan Wils", "Ada Brandt"),
    )
    with open_record(tmp_path / "news.onix", create=True) as found:
        found.keep([replace(marks, quotes=(left_open, marks.quotes[1]))])
        (voice,) = quotes(found, unattributed=True).speakers
        assert (voice.speaker, voice.count) == (None, 1)
        assert voice.quotes[0].quote.candidates == ("Jan Wils", "Ada Brandt")
        notes = quotes(found, speaker="Brandt").notes
        assert notes == (
            "One more quotation may be by “Brandt”; who speaks is left open: see --unattributed.",
        )
        assert quotes(found, speaker="Brandt", unattributed=False).speakers[0].count == 1


def test_about_asks_for_words_of_the_same_meaning(record: Record) -> None:
    """By stem and synonym, in the quotation or its sentence, the fullest first."""
    assert voices(record, about="closure") == {"Ada Brandt": [f"{BRIDGE}, whatever it costs"]}
    assert voices(record, about="price") == voices(record, about="cost")
    assert "Piet Aldous" in voices(record, about="costs")
    found = quotes(record, about="bridge cost").quotes
    assert found[0].text == f"{BRIDGE}, whatever it costs"


def test_kinds_are_told_apart(tmp_path: Path) -> None:
    """Speech without marks is left out unless it is asked for."""
    text = "She would resign, said Ada Brandt. He called it “a fine day”, Piet Aldous said."
    document = article(text, id="a")
    indirect = Quote("indirect", (find(document, "She would resign"),), speaker="Ada Brandt")
    mixed = Quote(
        "mixed",
        (find(document, "it “a fine day”"),),
        (find(document, "a fine day"),),
        speaker="Piet Aldous",
    )
    with open_record(tmp_path / "news.onix", create=True) as record:
        marks = marked(document, "Ada Brandt", "Piet Aldous")
        record.keep([replace(marks, quotes=(indirect, mixed))])
        assert (
            voices(record) == voices(record, kind="mixed") == {"Piet Aldous": ["it “a fine day”"]}
        )
        assert voices(record, kind="indirect") == {"Ada Brandt": ["She would resign"]}
        assert set(voices(record, kind="all")) == {"Ada Brandt", "Piet Aldous"}
        assert "1 in all. See them with: --kind all" in why(record, speaker="Ada Brandt")
        assert "Try: --kind all" in why(record, kind="direct")


def test_filters_are_those_of_a_search(record: Record) -> None:
    """Outlet, dates and document leave out the rest; the newest stand first."""
    assert set(voices(record, outlets=["the times"])) == {"Ada Brandt", "Jan Brandt"}
    assert set(voices(record, since="2025-03-03")) == {"Brandt"}
    assert "Piet Aldous" not in voices(record, until="2025-03-01")
    assert set(voices(record, documents=["Rumour"])) == {"Brandt"}
    assert voices(record, limit=1)["Ada Brandt"] == ["We will all miss the ferry"]
    assert quotes(record, limit=1).speakers[0].count == 2


def test_an_empty_result_says_why(record: Record) -> None:
    """No such speaker, not on these words, nothing left by the filters: each has its sentence."""
    assert why(record, speaker="Brundt").endswith("quoted: Ada Brandt, Brandt, Jan Brandt.")
    assert why(record, speaker="Zzyzx") == "Nobody called Zzyzx is quoted in the record."
    assert "The one quotation by Piet Aldous here is not about" in why(
        record, speaker="Piet Aldous", about="zebra"
    )
    assert why(record, about="zebra") == "None of the 5 quotations here is about “zebra”."
    assert "passes these filters" in why(record, since="2026-01-01")
    assert "in what --kind and the filters leave" in why(
        record, speaker="Aldous", outlets=["Times"]
    )


def test_an_empty_record_says_so(tmp_path: Path) -> None:
    """With the command that fills it; and a document without a quotation is not an empty record."""
    with open_record(tmp_path / "news.onix", create=True) as record:
        assert "Put something in with: onix add" in why(record)
        undated = replace(article(id="undated"), published=None)
        record.keep([marked(undated, "Ada Brandt")])
        assert "1 have no date" in why(record, since="2025-01-01")
        assert "Ada Brandt is named in 1 document, but" in why(record, speaker="Ada Brandt")
        assert "Try: --kind all" in why(record)
        assert why(record, unattributed=True).startswith("Every marked string in the document")


def test_only_what_belongs_to_nobody(tmp_path: Path) -> None:
    """Where every marked string is bare, the way to them is said."""
    with open_record(tmp_path / "news.onix", create=True) as record:
        record.keep([quoting(COURIER, ("mind the gap", None))])
        assert why(record).endswith("See them with: --unattributed")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"speaker": "…"}, "is no name"),
        ({"speaker": "Ada", "unattributed": True}, "not both"),
        ({"about": "!"}, "at least one word"),
        ({"kind": "loud"}, "Give --kind one of: marked, all, direct"),
        ({"limit": 0}, "a number from 1 up"),
        ({"outlets": ["Tomes"]}, "It has: Times"),
        ({"since": "soon"}, "of --since. Write it as"),
        ({"documents": ["nowhere"]}, "no id, address or title fits"),
    ],
)
def test_what_is_wrong_is_said(record: Record, options: dict[str, Any], sentence: str) -> None:
    """Each message has the remedy."""
    with pytest.raises(InputError) as problem:
        quotes(record, **options)
    assert sentence in str(problem.value)


def test_the_reading_is_reported(record: Record) -> None:
    """A caller hears of each document that is read, and how many there are."""
    heard: list[Progress] = []
    quotes(record, on_progress=heard.append)
    assert [(each.done, each.total) for each in heard] == [(1, 3), (2, 3), (3, 3)]


def test_the_story_is_quoted(tmp_path: Path) -> None:
    """Wire copy counts once, the transcript's form is the longest, and no name is left in parts."""
    demo(tmp_path / "story.onix")
    with open_record(tmp_path / "story.onix") as record:
        (job,) = quotes(record, speaker="Ms Pruitt", about="job").quotes
        assert (job.speaker, job.outlets, job.origins) == ("Dana Pruitt", 3, 1)
        found = quotes(record, speaker="Gideon Marsh", about="map prisoners names").quotes[0]
        assert found.text.startswith("Never open with the map. Open with the prisoners.")
        assert "”" in found.wordings[0].span.text


VOCABULARY = ["we", "will", "not", "close", "the", "bridge", "on", "monday", "ever", "again"]
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14)
PEOPLE = st.sampled_from([None, person("Ada Brandt"), person("Jan Brandt"), person("Brandt")])


@given(st.lists(st.tuples(WORDS, PEOPLE), max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_reading_joins_nothing_else(
    said: list[tuple[list[str], Any]], chance: random.Random
) -> None:
    """However documents come in, the same quotations stand together; none is lost or doubled."""
    given_ = [_said(str(number), " ".join(words), who) for number, (words, who) in enumerate(said)]
    shuffled = list(given_)
    chance.shuffle(shuffled)
    groups = join(given_)
    assert [each.members for each in groups] == [each.members for each in join(shuffled)]
    together = [each.span.document_id for group in groups for each in group.members]
    assert sorted(together) == sorted(each.span.document_id for each in given_)
    for group in groups:
        assert all(could_be_one(each.person, group.person) for each in group.members)
        assert all(len(each.words) <= len(group.words) for each in group.members)


def _said(document_id: str, words: str, who: Any, kind: QuoteKind = "direct") -> Said:
    span = Span(document_id, 0, len(words), words)
    quote = Quote(kind, (span,), (span,))
    return Said(quote, span, who, pieces(quote))


def test_short_words_are_joined_only_of_one_speaker() -> None:
    """ "No comment" of two people is two quotations, and of nobody it is nobody's."""
    ada, jan = person("Ada Brandt"), person("Jan Brandt")
    said = [_said("1", "No comment", ada), _said("2", "no comment!", ada)]
    said += [_said("3", "No comment", jan), _said("4", "No comment", None)]
    assert [len(each.members) for each in join(said)] == [2, 1, 1]


def test_a_few_words_of_a_headline_are_those_of_its_story() -> None:
    """Of one speaker and one document only: elsewhere three words may be anybody's."""
    ada, jan = person("Ada Brandt"), person("Jan Brandt")
    long = _said("1", BRIDGE, ada)
    for words, document, who, groups in (
        ("will close on", "1", ada, 1),
        ("will close on", "2", ada, 2),
        ("will close on", "1", jan, 2),
        ("close on", "1", ada, 2),
    ):
        assert len(join([_said(document, words, who), long])) == groups


def test_a_slogan_does_not_join_two_speeches() -> None:
    """A part goes to one of the longer ones that hold it, and these stay two."""
    slogan = "we will build it back better"
    said = [
        _said("1", f"{slogan} and nobody will ever stop us", None),
        _said("2", f"friends, {slogan} in every town", None),
        _said("3", slogan, None),
    ]
    assert [len(each.members) for each in join(said)] == [2, 1]


def test_an_ellipsis_leaves_words_out() -> None:
    """What is cut in the middle is still a part; in another order it is not."""
    long = " we will close the bridge on monday and repair it "
    assert is_part((("we", "will", "close"), ("repair", "it")), long)
    assert not is_part((("repair", "it"), ("we", "will")), long)
    assert pieces(_said("1", "We will … repair it. . . soon", None).quote) == (
        ("we", "will"),
        ("repair", "it"),
        ("soon",),
    )


def test_nearly_the_same_words_are_joined_of_one_speaker() -> None:
    """Four in five words in the same order; a reader sees both forms."""
    one = ["never", "open", "with", "the", "map", "give", "him", "three", "hundred", "names"]
    other = ["never", "open", "with", "the", "map", "give", "him", "four", "hundred", "names"]
    assert are_near(tuple(one), tuple(other))
    assert not are_near(tuple(one), tuple(reversed(other)))
    assert not are_near(("no", "comment"), ("no", "comment"))
    ada = person("Ada Brandt")
    said = [_said("1", " ".join(one), ada), _said("2", " ".join(other), ada)]
    assert len(join(said)) == 1
    assert len(join([said[0], replace(said[1], person=None)])) == 2


def test_a_changed_word_is_shown(tmp_path: Path) -> None:
    """A figure that another outlet has wrong is joined, and stands out."""
    words = "Never open with the map, give him {} hundred names and smile"
    with open_record(tmp_path / "news.onix", create=True) as record:
        for number in ("four", "three"):
            said = words.format(number)
            document = article(f"“{said},” said Ada Brandt.", id=number, outlet=number)
            record.keep([quoting(document, (said, "Ada Brandt"))])
        (found,) = quotes(record).quotes
    assert found.text == words.format("four")
    assert [each.span.text for each in found.changed] == [words.format("three")]


def test_one_sentence_is_one_quotation_however_little_is_marked() -> None:
    """Copies that mark three words and leave the speaker open are the same."""

    def mixed(document_id: str) -> Said:
        text = "that a settlement was weeks, not months away"
        span = Span(document_id, 0, len(text), text)
        words = Span(document_id, 22, 39, text[22:39])
        quote = Quote("mixed", (span,), (words,))
        return Said(quote, span, None, pieces(quote))

    assert [len(each.members) for each in join([mixed("1"), mixed("2")])] == [2]


def test_who_is_spoken_to_is_not_spoken_of(tmp_path: Path) -> None:
    """A question to somebody is not about them, and "Dr Ann Lee" speaks as Ann Lee does."""
    talk = tmp_path / "talk.txt"
    talk.write_text(
        "ODD LUND: Mr Roth, how much did it cost?\n\nMR ROTH: A lot.\n\n"
        "DR ANN LEE: Mr Roth knew that.\n\nODD LUND: Is that so, Mr Roth?\n\n"
    )
    story = tmp_path / "story.txt"
    story.write_text("The cost of it\n\n“It was no secret,” Ann Lee said on Tuesday.")
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        list(add(record, [str(talk), str(story)]))
        assert not quotes(record, speaker="Odd Lund", about="Roth").quotes
        assert {name: len(said) for name, said in voices(record, speaker="Ann Lee").items()} == {
            "Ann Lee": 2
        }


def test_he_at_the_head_of_a_quotation_is_of_the_sentence_before(tmp_path: Path) -> None:
    """Of its paragraph, so words on him are found though they do not name him."""
    story = tmp_path / "story.txt"
    story.write_text(
        "Unions turn on Lund\n\nThe unions want Odd Lund to go. “He has lost the drivers,” said "
        "Ann Lee, who leads them.\n\nOdd Lund has a garden.\n\n“She grows plums,” said Tom Reyes."
    )
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        list(add(record, [str(story)]))
        assert voices(record, about="Lund") == {"Ann Lee": ["He has lost the drivers,"]}
