"""A date answers "when" only for what it is the date of, and a length only for whom it is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.dated import are_apart, side_of, verb_of
from onix.record import Record
from tests.jobs.ask.asking import asked, record_of
from tests.jobs.ask.kinds.test_roles import answered

TOLD = (
    (
        "Courier",
        "2025-03-10",
        "Transport minister Ruth Arvik announced Friday that she has resigned after weeks of "
        "criticism over the Skarn tunnel. She will be replaced by her deputy, Odd Lunde, who takes "
        "office on Thursday.\n\nArvik had led the ministry for six years.",
    ),
    (
        "Post",
        "2025-05-02",
        "The ferry company was founded in 1921 by two brothers. It was sold to a fund in Oslo last "
        "year.\n\nHarbour chief Tom Vale has quit, the council said on Thursday. Vale, 52, was "
        "appointed in 2019 and had been criticised over a crane.\n\nIts deputy chief, Per Aas, has "
        "since retired.",
    ),
    (
        "Radio",
        "2025-06-02",
        "The council's leader, Kari Moen, said that she would stay. Her deputy, Lars Moen, "
        "resigned on Thursday, three days before the vote.\n\nThe old bridge was opened by the "
        "king in 1958 and widened in 1984. The harbour reopened on 3 May after being closed for "
        "seven weeks.",
    ),
    (
        "Wire",
        "2025-09-16",
        "An election won by the party of Nora Fjeld was held nine days ago in Skarn. Former prime "
        "minister Jens Holm conceded at once. Before he entered politics he taught physics for "
        "eleven years.",
    ),
    (
        "Gazette",
        "2025-10-02",
        "Brekke & Moe, the builder, said it had warned the town three times, not once. “Our first "
        "letter went out in May,” said its managing director, Eli Brekke. “Nobody answered it.”",
    ),
)


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    """A record of four short reports."""
    with record_of(*TOLD) as record:
        yield record


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did Brekke & Moe send its first letter?", "May"),
        # Made known by who did it, or as news of who has left.
        ("When did Ruth Arvik resign?", "Friday"),
        ("When did Arvik resign?", "Friday"),
        ("When did Tom Vale quit?", "Thursday"),
        # The date of another's deed, or of another deed.
        ("When did Odd Lunde resign?", None),
        ("When did Kari Moen resign?", None),
        ("When did Lars Moen resign?", "Thursday"),
        ("When was the ferry company sold?", "last year"),
        ("When was the ferry company founded?", "1921"),
        # One of two dates.
        ("When was the bridge opened?", "1958"),
        # No date at all.
        ("When did Per Aas retire?", None),
        # How long something else lasted, or somebody else did something.
        ("How long was the harbour closed?", "seven weeks"),
        ("How long was the bridge closed?", None),
        ("How long will the bridge be closed?", None),
        ("How long was Nora Fjeld minister?", None),
        # Whoever wins is the party, not whose it is.
        ("Who won the election?", "the party of Nora Fjeld"),
    ],
)
def test_what_a_date_or_a_length_is_of(record: Record, question: str, answer: str | None) -> None:
    """It is given for what its own sentence tells with it, and otherwise refused."""
    found = ask(record, question)
    given = found.statements[0].answer if found.statements else None
    assert (given.text if given else None) == answer, found


RISEN = (
    (
        "Herald",
        "2025-11-03",
        "Elin Dahl took over the shipyard in March 1952, when her father died of a fever. The "
        "council will name the yard's new director soon. Clerk Ann Rud announced her plans for "
        "the yard on 7 May.\n\nThe fence was to be painted for Jon Rud that day, and he never "
        "came to the yard. Jon Rud has fled.",
    ),
)


@pytest.mark.parametrize(
    "question",
    [
        "When did Elin Dahl die?",
        "When will the yard's new director be announced?",
        "When did Jon Rud flee?",
    ],
)
def test_the_date_of_anothers_death_or_of_other_news_is_none(question: str) -> None:
    """Of her father's death, of plans that were announced, and "that day" of something else."""
    with record_of(*RISEN) as record:
        found = ask(record, question)
    assert not found.statements, found


@pytest.mark.parametrize(
    ("question", "verb", "name"),
    [
        ("When did Lunde resign?", "resign", "Lunde"),
        ("When did Ada Lund return from Oslo?", "return", "Ada Lund"),
        ("When did the river flood the town?", "flood", None),
        ("When was Tom Vale arrested?", "arrested", "Tom Vale"),
        ("When did it happen?", None, None),
        ("When is the vote?", None, None),
    ],
)
def test_the_verb_of_a_question_is_found_where_a_parser_sees_a_noun(
    question: str, verb: str | None, name: str | None
) -> None:
    """Behind "did" and a name there is one, whatever else its letters may spell."""
    understood = asked(question)
    found = verb_of(understood)
    side = side_of(understood, found) if found else None
    assert (found.word if found else None) == verb
    assert (side.full if side else None) == name


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Ada Lund", "Tom Lund", True),
        ("Joe Lund", "Joseph R. Lund", False),
        ("Lund", "Tom Lund", False),
        ("Ada Lund", "Ada Holt", False),
        ("Minister Ada Lund", "A. Lund", False),
    ],
)
def test_two_of_one_family_are_told_apart(one: str, other: str, *, apart: bool) -> None:
    """By first names that no short form can join."""
    assert are_apart(one, other) == apart


def test_the_hour_of_an_entry_that_tells_something_else_is_no_answer() -> None:
    """A greeting heads the live blog, and nobody landed at that hour."""
    text = (
        "Transfer live\n\n09.12 Good morning. Odd Lund has landed in Tarn, where he sees a "
        "doctor today.\n\n10.40 The fee is six million euros.\n\n11.25 The board meets at noon."
    )
    with record_of(("Touchline", "2025-08-26", text)) as record:
        answer = ask(record, "When did Odd Lund land in Tarn?")
    assert all("09.12" not in (each.answer or each.citations[0].span).text
               for each in answer.statements)  # fmt: skip


def test_the_death_of_her_father_is_not_hers() -> None:
    """Whose kin did it is somebody else."""
    text = (
        "Queen Olga became queen of Norland in February 1952, when her father died in Lund. "
        "She opened the bridge of Vikna in 1960."
    )
    assert answered("When did Queen Olga die?", text) is None


def test_the_year_of_a_budget_is_not_that_of_an_election() -> None:
    """It says which budget is meant."""
    text = "Halmland will have to wait for elections before it passes its 2027 budget."
    assert answered("When will Halmland hold its elections?", text) is None
