"""The windows that are read for a question: the right sentences, each once, copies put together."""

from __future__ import annotations

import pytest

from onix.jobs.ask import look
from onix.jobs.ask.windows import BEFORE, BEHIND, LONGEST, UNKNOWN, Window, windows
from onix.model import Citation, Hit, Passage, Span
from onix.record import Query, Record
from tests.jobs.ask.asking import asked, record_of

WIRE = "The ferry Alma left Port Orme at noon."
STORY = (
    f"{WIRE} It carried 212 people. The captain, Jonas Reed, was on his last trip. He wanted to "
    "grow roses. Nobody knows why the engine stopped. The owner of the ferry has not spoken."
)


def hit(id: str, text: str, *, start: int = 0, title: str | None = None) -> Hit:
    """A passage that was found."""
    span = Span(id, start, start + len(text), text)
    return Hit(Passage(span, 0), 1.0, Citation(span, title=title, outlet=f"The {id}"))


def test_the_sentence_with_the_words_comes_first_with_its_neighbours() -> None:
    """A window is the sentence that bears out the question, and what stands around it."""
    (first, *_) = windows(asked("How many people did it carry?"), [hit("Post", STORY)], most=6)
    assert first.middle.text == "It carried 212 people."
    assert next(each.text for each in first.sentences) == WIRE
    assert len(first.sentences) == BEFORE + 1 + BEHIND


def test_who_speaks_is_no_part_of_a_sentence() -> None:
    """A label that comes again; the words of two speakers are still read together."""
    talk = "HOST: When?\n\nANN LEE: In May, at night.\n\nHOST: And then?\n\nANN LEE: I left."
    found = windows(asked("When did the ferry sink in May?"), [hit("Post", talk)], most=6)
    sentences = [each.text for window in found for each in window.sentences]
    assert "In May, at night." in sentences and "And then?" in sentences
    assert any("When?" in each.text.text and "In May" in each.text.text for each in found)


def test_a_chat_has_times_and_to_whom_before_what_is_said() -> None:
    """Whoever speaks once, too: the line is known by its time."""
    chat = "10:00 From Ann Lee to Everyone: Who paid?\n\n10:02 From Jon Roth to Everyone: I did."
    found = windows(asked("Who paid?"), [hit("Post", chat)], most=6)
    sentences = [each.text for window in found for each in window.sentences]
    assert set(sentences) == {"Who paid?", "I did."}


def test_each_sentence_is_read_once() -> None:
    """Windows do not repeat one another's sentences in the middle."""
    found = windows(asked("Who was the captain of the ferry?"), [hit("Post", STORY)], most=6)
    middles = [each.middle.start for each in found]
    assert len(set(middles)) == len(middles)
    for number, window in enumerate(found):
        earlier = {s.start for each in found[:number] for s in each.sentences}
        assert window.middle.start not in earlier or UNKNOWN.search(window.middle.text)


def test_what_nobody_knows_has_a_window_of_its_own() -> None:
    """It is looked at itself, also beside a sentence that has more of the question's words."""
    text = "A leak from the memo angered the mayor. The source of the leak is not known."
    found = windows(asked("Who leaked the memo?"), [hit("Post", text)], most=6)
    assert [each.middle.text for each in found][1] == "The source of the leak is not known."


def test_no_more_windows_than_wanted() -> None:
    """The number of windows is bounded, for so is the time; what nobody knows comes besides."""
    found = windows(asked("Who was the captain?"), [hit("Post", STORY)], most=1)
    assert len(found) == 2
    assert [bool(UNKNOWN.search(each.middle.text)) for each in found] == [False, True]


def test_the_same_sentence_elsewhere_is_a_copy() -> None:
    """Wire copy in another outlet is read once and cited twice."""
    other = "Orme News. " + WIRE + " More follows."
    found = windows(
        asked("When did the ferry Alma leave Port Orme?"),
        [hit("Post", STORY), hit("News", other)], most=6,
    )  # fmt: skip
    assert found[0].middle.text == WIRE
    (copy,) = found[0].copies
    assert copy.sentence.document_id != found[0].middle.document_id
    assert copy.sentence.text == WIRE


def test_offsets_are_those_of_the_document() -> None:
    """A window of a passage further down gives back the document's own words."""
    before = "An introduction. "
    found = windows(asked("Who is the captain?"), [hit("Post", STORY, start=len(before))], most=6)
    whole = before + STORY
    for window in found:
        for span in (window.text, window.middle, *window.sentences):
            assert whole[span.start : span.end] == span.text


def test_a_window_is_not_longer_than_what_is_read_in_time() -> None:
    """Where the neighbours are long, the sentence is read without them."""
    long = "Words " + "and words " * LONGEST + "end. "
    found = windows(asked("Who is Jonas Reed?"), [hit("Post", f"{long}Jonas Reed came. {long}")],
                    most=1)  # fmt: skip
    assert found[0].text.text == "Jonas Reed came."


def test_what_is_borne_out_is_told_from_what_is_missing() -> None:
    """A word in the sentence counts whole, one near it less, one in the title less again."""
    question = asked("Which captain on his last trip visited Lisbon in Norway?")
    (window, *_) = windows(
        question, [hit("Post", STORY, title="A ferry of Norway")], most=1,
    )  # fmt: skip
    strength = dict(zip((t.word for t in question.terms), window.strengths, strict=True))
    assert strength["lisbon"] == 0.0
    assert 0.0 < strength["norway"] < strength["captain"] == 1.0
    assert 0.0 < window.covered(question) < 1.0


def test_a_sentence_that_says_nobody_knows_is_read(record: Record) -> None:
    """What the record says to be unknown is among the windows."""
    _, _, found = look(record, Query("Who approved the last inspection?"))
    assert any("not known who approved" in each.middle.text for each in found)


@pytest.mark.parametrize("text", ["", "?", "xyzzy"])
def test_a_question_without_words_has_windows_or_none(text: str) -> None:
    """Nothing is too empty to be asked."""
    found: list[Window] = windows(asked(text), [hit("Post", STORY)], most=2)
    assert len(found) <= 2


def test_who_made_a_story_is_not_read() -> None:
    """ "Editing by" says nothing of whether a recording was edited."""
    told = "The tape was not edited. Reporting by The Post showed that the tape was edited."
    credits = (
        "Reporting by Ann Lee in Riga and Karl Vogt; writing by Tom Orr; editing by Ruben Hale"
    )
    text = f"By Ruth Edited and Tom Orr\n\n{told}\n\n{credits}"
    found = windows(asked("Was the tape edited?"), [hit("d", text)], most=5)
    assert [each.text.text for each in found] == [told]


def test_outlet_and_day_above_a_story_are_not_read() -> None:
    """Nobody was killed by the paper's name, and nothing happened on its date line."""
    told = "Two people died when the ferry Alma burned."
    text = f"THE POST\n\nMonday, 9 March 2026, 21:40\n\nVell Lantern, 9 March 2026\n\n{told}"
    found = windows(asked("Who died on the ferry?"), [hit("Post", text)], most=5)
    assert [each.text.text for each in found] == [told]


def test_what_a_correction_takes_back_is_not_read() -> None:
    """Unless it is asked for."""
    taken = "An earlier version of this article said that the Alma carried 221 people."
    passages = [hit("Post", f"{STORY} {taken}")]
    sentences = [
        s for w in windows(asked("How many people?"), passages, most=9) for s in w.sentences
    ]
    assert sentences and all("221" not in each.text for each in sentences)
    (first, *_) = windows(asked("What did an earlier version say?"), passages, most=6)
    assert first.middle.text == taken


def test_what_stands_just_beside_a_passage_found_is_looked_at() -> None:
    """Search gives no passages that overlap, so an answer may stand between two of them."""
    filler = "Rain fell on the hills all night and the roads were bare of people until the dawn. "
    text = filler * 14 + "The ferry Alma sank. " + filler * 24
    with record_of(("Post", "2026-03-11", text)) as record:
        _, hits, found = look(record, Query("Why did the ferry Alma sink?"))
    assert not all(
        any(hit.passage.span.covers(each) for hit in hits)
        for window in found
        for each in window.sentences
    )


@pytest.mark.parametrize(
    ("sentence", "is_open"),
    [
        ("It is not known who made it.", True),
        ("Who made it has not been disclosed.", True),
        ("Its maker has never been known.", True),
        ("The town had not known of the memo.", False),
        ("She has never known a better one.", False),
    ],
)
def test_what_nobody_knows_is_not_what_somebody_did_not(sentence: str, is_open: bool) -> None:
    """Of the first nothing can be told, of the other somebody tells it."""
    assert bool(UNKNOWN.search(sentence)) is is_open


def test_what_is_left_out_between_two_sentences_is_not_read_with_them() -> None:
    """A window is of the sentences that count alone, whatever stands between them."""
    text = "Mill hearing\n\nTuesday 24 June 2025\n\nThe Chair opened the hearing on the mill fire."
    found = windows(asked("When was the mill fire?"), [hit("Post", text)], most=6)
    assert found and all("24 June" not in each.text.text for each in found)
