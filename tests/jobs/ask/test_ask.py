"""Questions put to a small record: the words that answer, or a refusal that says why."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onix.jobs.add import add
from onix.jobs.ask import ask
from onix.jobs.saying import unanswered
from onix.model import Answer
from onix.record import Record, open_record
from tests.jobs.ask.asking import record_of


def answer_words(answer: Answer) -> str:
    """The answer words of the first statement, "" where it was refused."""
    if not answer.statements:
        return ""
    first = answer.statements[0]
    return first.answer.text if first.answer is not None else first.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who ordered a review of the Tarn valley dam?", "Hanna Lindqvist"),
        ("When was the dam built?", "1961"),
        ("How much will the review cost?", "$3.5 million"),
        ("How long will the review take?", "eight weeks"),
        ("Who is Oskar Brandt?", "the chief engineer"),
        ("Why was the review delayed?", "the access road was flooded"),
    ],
)
def test_the_words_that_answer_are_found(record: Record, question: str, words: str) -> None:
    """Each kind of question is answered by the words a careful reader would point at."""
    assert words in answer_words(ask(record, question))


def test_what_somebody_said_is_answered_in_their_own_words(record: Record) -> None:
    """ "What did X say" gives the quotation, and names its speaker."""
    statement = ask(record, "What did Brandt say about leaving home?").statements[0]
    assert statement.answer is not None
    assert "Nobody has to leave home" in statement.answer.text
    assert statement.speaker is not None and "Brandt" in statement.speaker


def test_outlets_that_differ_are_shown_side_by_side(record: Record) -> None:
    """Fourteen in one paper and seventeen in the other are both readings."""
    answer = ask(record, "How many cracks were found in the northern wall of the dam?")
    assert len(answer.disagreements) == 1
    read = {r.answer.text for r in answer.disagreements[0].readings if r.answer is not None}
    assert {words.split()[0] for words in read} in ({"14", "17"}, {"14", "Seventeen"})


def test_a_day_hides_what_was_published_later(record: Record) -> None:
    """Asked as of the sixth of March, the record knows of fourteen cracks only."""
    answer = ask(record, "How many cracks were found in the wall?", as_of="2025-03-06")
    assert "14" in answer_words(answer)
    assert not answer.disagreements


def test_an_outlet_can_be_asked_alone(record: Record) -> None:
    """With one outlet given, only what it published answers."""
    answer = ask(record, "How many cracks were found?", outlets=["The Ellbrook Courier"])
    assert answer_words(answer).partition(" ")[0] in {"17", "Seventeen"}
    assert {c.outlet for s in answer.statements for c in s.citations} == {"The Ellbrook Courier"}


@pytest.mark.parametrize(
    ("question", "stance"),
    [
        ("Did Lindqvist order a review of the dam?", "yes"),
        ("Has the mayor of Ellbrook visited the dam?", "no"),
    ],
)
def test_yes_and_no_follow_the_sentence(record: Record, question: str, stance: str) -> None:
    """A "not" on the deed that was asked about makes it a no."""
    assert ask(record, question).statements[0].stance == stance


@pytest.mark.parametrize(
    "question",
    [
        "Who sold the Tarn valley dam?",
        "How many people were killed by the flood?",
        "What did Lindqvist say about her resignation?",
        "When did the mayor of Ellbrook resign?",
        "Did Brandt apologise to the ministry?",
    ],
)
def test_what_nothing_in_the_record_answers_is_refused(record: Record, question: str) -> None:
    """A near miss is no answer: it is refused, and the refusal says so in a sentence."""
    answer = ask(record, question)
    assert answer.abstained is not None
    assert answer.abstained.says.endswith(".")
    assert not answer.statements


def test_what_the_record_says_is_unknown_is_refused_with_that_sentence(record: Record) -> None:
    """ "It is not known who …" is shown as the reason."""
    answer = ask(record, "Who approved the last inspection?")
    assert answer.abstained is not None and answer.abstained.why == "unknown"
    assert answer.abstained.nearest is not None
    assert "not known who approved" in answer.abstained.nearest.span.text


@pytest.mark.parametrize(
    "question",
    ["Who leaked the memo?", "Who leaked the documents?", "Where did the leak come from?"],
)
def test_what_is_unknown_counts_behind_what_stands_nearer_in_words(
    tmp_path: Path, question: str
) -> None:
    """The sentence need not name the thing again, and others may have more of the words."""
    text = (
        "Leaked memo on the tram line embarrasses the mayor\n"
        "The memo shows Rosa Tamm pressing the engineers to open the line early. Deputy Mayor "
        "Ilmar Sepp, whose office wrote the memo, called the documents a draft.\n"
        "Sepp later spoke of a campaign against the city. The source of the leak has not been "
        "identified. The council meets on Friday."
    )
    with open_record(tmp_path / "news.onix", create=True, write=True) as opened:
        list(add(opened, ["-"], stdin=io.BytesIO(text.encode()), workers=1))
        answer = ask(opened, question)
    assert answer.abstained is not None and answer.abstained.why == "unknown"
    assert answer.abstained.nearest is not None
    assert "has not been identified" in answer.abstained.nearest.span.text


@pytest.mark.parametrize(
    ("question", "is_known"),
    [
        ("Who made the recording of the talks with Sepp?", False),
        ("Who published the recording of the talks with Sepp?", True),
    ],
)
def test_what_is_unknown_may_take_up_the_sentence_before(
    tmp_path: Path, question: str, *, is_known: bool
) -> None:
    """ "Who made it is not known": it is the recording, and who published that is known."""
    text = (
        "Recording of tram talks embarrasses the mayor\n"
        "The Halm Post published the recording of the talks with Ilmar Sepp on Friday. "
        "It obtained the recording from a clerk. Who made it is not known.\n"
        "Sepp spoke of a campaign against the city."
    )
    with open_record(tmp_path / "news.onix", create=True, write=True) as opened:
        list(add(opened, ["-"], stdin=io.BytesIO(text.encode()), workers=1))
        answer = ask(opened, question)
    if is_known:
        assert answer.statements[0].answer is not None
        assert "Post" in answer.statements[0].answer.text
    else:
        assert answer.abstained is not None and answer.abstained.why == "unknown"


@pytest.mark.parametrize(
    ("question", "is_open"),
    [
        ("Why did Ann Roth leave the company?", True),
        ("What caused the sinking of the ferry?", False),
        ("Why did the ferry sink?", False),
    ],
)
def test_a_bare_why_leaves_open_the_deed_of_the_sentence_before(
    question: str, *, is_open: bool
) -> None:
    """ "It is not known why" is of what she did, and not of what she did it before."""
    text = (
        "Ferry was told of a crack. Ann Roth, the engineer, warned Tarn Lines in February. She "
        "left the company three days before the ferry sank. It is not known why."
    )
    with record_of(("Post", "2026-03-09", text)) as opened:
        answer = ask(opened, question)
    assert answer.abstained is not None
    assert (answer.abstained.why == "unknown") is is_open


@pytest.mark.parametrize(
    ("question", "is_open"), [("Who leaked the memo?", True), ("Who published the memo?", False)]
)
def test_who_leaked_it_is_not_who_published_it(question: str, *, is_open: bool) -> None:
    """What nobody knows is one deed, and the sentence before tells who did another."""
    text = (
        "Memo is genuine. Stern said the ministry knew that the memo published by the Post was "
        "genuine. Who leaked it remains unclear."
    )
    with record_of(("Post", "2026-03-17", text)) as opened:
        answer = ask(opened, question)
    assert (answer.abstained is not None and answer.abstained.why == "unknown") is is_open


def test_of_two_days_that_of_the_verb_asked_about_answers() -> None:
    """The reader takes both along with what stands between them."""
    text = (
        "Ferry firm is back. The firm’s shares, suspended since 16 March, are due to resume "
        "trading on Monday."
    )
    with record_of(("Post", "2026-03-24", text)) as opened:
        answer = ask(opened, "When do the shares resume trading?")
    assert answer.statements[0].answer is not None
    assert answer.statements[0].answer.text == "Monday"


def test_who_died_is_not_held_against_who_was_aboard() -> None:
    """Both are numbers of people and name the ferry, and neither is wrong for the other."""
    told = (
        ("Post", "2026-03-09", "Ferry sinks. The ferry Anna sank off Tarn with 212 people aboard."),
        ("Times", "2026-03-10", "Ferry inquiry. Eighteen people died when the ferry Anna sank."),
    )
    with record_of(*told) as opened:
        answer = ask(opened, "How many people were aboard the Anna?")
    assert answer.statements[0].answer is not None
    assert answer.statements[0].answer.text == "212 people"
    assert not answer.disagreements


def test_a_question_about_something_else_finds_nothing(record: Record) -> None:
    """Without a single passage there is no nearest miss either."""
    answer = ask(record, "zebra xylophone?")
    assert answer.abstained is not None and answer.abstained.why == "nothing_found"
    assert answer.abstained.nearest is None


def test_dates_that_leave_out_what_answers_are_said_to(record: Record) -> None:
    """The record has the words, if only in what the dates leave out; an undated story is one."""
    answer = ask(record, "How many cracks were found?", since="2031-01-01")
    assert answer.abstained is not None and answer.abstained.why == "nothing_found"
    assert answer.abstained.says.startswith("Nothing within these dates")


def test_an_empty_record_says_that_it_is_empty(tmp_path: Path) -> None:
    """The first question of a new user gets told what to do."""
    with open_record(tmp_path / "news.onix", create=True, write=True) as empty:
        answer = ask(empty, "Who was on the call?")
    assert answer.abstained is not None and answer.abstained.why == "empty_record"
    assert "onix add" in answer.abstained.says


def test_hedges_and_sources_come_with_the_answer(record: Record) -> None:
    """ "reportedly" is kept, and the source says outlet, date and address."""
    statement = ask(record, "Who warned the ministry about the wall in January?").statements[0]
    assert [hedge.text for hedge in statement.hedges] == ["reportedly"]
    citation = statement.citations[0]
    assert citation.outlet == "Northern Dispatch"
    assert citation.published == "2025-03-05"
    assert citation.address == "https://northern-dispatch.example/dam-review"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80) | st.sampled_from(["who", "?", "how many", "did", "what what"]))
def test_any_text_can_be_asked(record: Record, text: str) -> None:
    """No question raises, and every span of an answer gives back its text."""
    answer = ask(record, text)
    for statement in answer.statements:
        for citation in statement.citations:
            span = citation.span
            document = record.document(span.document_id)
            assert document.text[span.start : span.end] == span.text


def test_whom_the_sentence_means_is_told_beside_it(record: Record) -> None:
    """ "She said the reservoir would be lowered": nobody has to look up who she is."""
    (statement,) = ask(record, "By how much would the reservoir be lowered?").statements
    assert [(each.span.text, each.name) for each in statement.meant] == [("She", "Hanna Lindqvist")]


def test_he_is_the_answer_that_another_outlet_names(tmp_path: Path) -> None:
    """One says who resigned, the other "he": that is one answer, carried by both."""
    stories = [
        "Olav Brenne warned the board in March.\n\nHe resigned on Monday after the board met.",
        "The ferry has lost its engineer. Olav Brenne resigned on Monday, the company said.",
    ]
    lines = "".join(
        json.dumps({"text": text, "outlet": name, "published": "2025-04-02"}) + "\n"
        for name, text in zip(("Tarn Courier", "Sound Herald"), stories, strict=True)
    )
    with open_record(tmp_path / "r", create=True, write=True) as record:
        list(add(record, ["-"], stdin=io.BytesIO(lines.encode()), workers=1))
        answer = ask(record, "Who resigned on Monday?")
    assert answer_words(answer) == "Olav Brenne"
    assert len(answer.statements) == 1
    assert answer.origins.outlets == 2


def test_a_question_in_another_language_is_told_so() -> None:
    """What was found is shown all the same, and an English one hears nothing of it.

    That the record does not have it would be untrue.
    """
    with record_of(("Post", "2026-03-11", "The mayor of Halm resigned on Monday.")) as record:
        french = ask(record, "Quand le maire de Halm a-t-il démissionné ?")
        english = ask(record, "Why did the mayor of Halm resign?")
    assert french.abstained is not None and english.abstained is not None
    assert french.abstained.why == "not_understood"
    assert (
        "English only" in french.abstained.says and unanswered(french.abstained) == "Not answered"
    )
    assert "English only" not in english.abstained.says


def test_a_further_answer_is_about_the_same() -> None:
    """Something else that will open again is no second answer."""
    told = (
        ("", "2026-03-05", "The baths at Halm will reopen on 14 September, Roth said."),
        ("", "2026-03-04", "The centre lacks air. It will reopen on February 20, Lund said."),
    )
    with record_of(*told) as record:
        answer = ask(record, "When will the baths reopen?")
    assert [each.answer and each.answer.text for each in answer.statements] == ["14 September"]
