"""What outlets differ about: two values told of one thing, and nothing that may be the same."""

from __future__ import annotations

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from onix.jobs.add import add
from onix.jobs.ask import ask
from onix.record import open_record
from tests.jobs.ask.asking import disputed


@pytest.mark.parametrize(
    ("question", "one", "other", "sides"),
    [
        (
            "How many houses did the storm in Halm destroy?",
            "The storm in Halm destroyed 60 houses, the fire brigade said. Roads are shut.",
            "Insurers are worried. The storm in Halm destroyed 91 houses. Nobody was hurt.",
            {"60 houses", "91 houses"},
        ),
        (
            "When did the bridge at Halm collapse?",
            "The bridge at Halm collapsed on 3 March. A bus had just crossed it.",
            "Nobody was hurt. The bridge at Halm collapsed on 4 March, a ranger said.",
            {"3 March", "4 March"},
        ),
        (
            "Who designed the bridge at Halm?",
            "The bridge at Halm was designed by Ada Lund. It is made of iron.",
            "It leans. Karl Vogt designed the bridge at Halm, as the drawings show.",
            {"Ada Lund", "Karl Vogt"},
        ),
        (
            "Where did the balloon from Halm land?",
            "The balloon from Halm landed in Sund on Monday. Its crew is well.",
            "The wind was weak. The balloon from Halm landed in Orre on Monday.",
            {"Sund", "Orre"},
        ),
        (
            "Where did the car of the judge stand?",
            "The car of the judge stood at the weir, the police said. The key was in it.",
            "The baker is sure. The car of the judge stood outside the railway station.",
            {"at the weir", "outside the railway station"},
        ),
        (  # "it" is the tower that the sentence before named
            "When was the Sund tower built?",
            "The Sund tower was built in 1911. It leans.",
            "Many climb the Sund tower. It was built in 1921 of red bricks.",
            {"1911", "1921"},
        ),
        (  # the same report but for the name, of whose owner another name stands by
            "Who bought Halm Mills?",
            "The flour is from Halm Mills of Sund, which was bought by Orre Foods in February.",
            "The flour is from Halm Mills of Sund, which was bought by Lind Brothers in February.",
            {"Orre Foods", "Lind Brothers"},
        ),
        (  # "stepped down" is one verb
            "When did Lund resign as mayor of Halm?",
            "Ada Lund resigned as mayor of Halm in September, a month before the trial.",
            "Ada Lund, who stepped down as mayor of Halm in October, told the court so.",
            {"September", "October"},
        ),
        (  # what was then
            "When will the bridge at Halm reopen?",
            "The bridge at Halm will reopen in September, the council said.",
            "Drivers can use the bridge at Halm again in October, when it reopens after repairs.",
            {"September", "October"},
        ),
        (
            "Which company bought the mill at Halm?",
            "The mill at Halm was bought by Orre Foods on Tuesday.",
            "Lind Brothers has bought the mill at Halm, officials said on Wednesday.",
            {"Orre Foods", "Lind Brothers"},
        ),
        (
            "What was the turnout in Halm?",
            "The turnout in Halm was 61 per cent, the commission said. It was cold.",
            "Few were pleased. The turnout in Halm was 54 per cent, officials said.",
            {"61 per cent", "54 per cent"},
        ),
        (
            "Did the mayor of Halm sell the park?",
            "The mayor of Halm sold the park on Monday, her deputy said. It has a pond.",
            "The mayor of Halm denied that she had sold the park. The pond is dry.",
            None,
        ),
    ],
)
def test_two_values_told_of_one_thing_are_a_dispute(
    question: str, one: str, other: str, sides: set[str] | None
) -> None:
    """Numbers, days, names, places, and a claim with its denial."""
    found = disputed(question, ("Post", "2025-03-06", one), ("Herald", "2025-03-06", other))
    assert len(found) == 2
    if sides is not None:
        assert {each.removeprefix("in ") for each in found} == sides


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (  # two leaks
            "How many people were held over the leak?",
            "Five people were held over the leak in Halm, Ada Lund said.",
            "Nine people were held over the leak from the mint in Orre.",
        ),
        (  # on another day
            "Which minister visited Halm?",
            "The transport minister, Ada Lund, visited Halm on Tuesday.",
            "Energy minister Karl Vogt visited Halm on Wednesday.",
        ),
        (  # for children alone
            "What is the price of a ticket?",
            "The price of a ticket is 12 crowns for children.",
            "The price of a ticket is 18 crowns.",
        ),
        (  # a place and where it lies
            "Which city hosted the games?",
            "Halm in Norland hosted the games.",
            "Norland hosted the games for the third time, in Halm.",
        ),
        (  # rounded
            "How many voters took part in the poll in Halm?",
            "A total of 19,630 voters took part in the poll in Halm. It was close.",
            "About 20,000 voters took part in the poll in Halm. The mayor lost.",
        ),
        (  # open above
            "How many houses did the storm in Halm destroy?",
            "The storm in Halm destroyed at least 60 houses. Roads are shut.",
            "The storm in Halm destroyed 91 houses. Nobody was hurt.",
        ),
        (  # for something else
            "How much will Halm Ferries spend on inspection?",
            "Halm Ferries will spend £85 million on inspection over three years, it said.",
            "Halm Ferries cut its inspection. It said its head would get severance pay of "
            "£640,000.",
        ),
        (  # other people
            "How many people were killed when the mill in Halm burned?",
            "Three people were killed when the mill in Halm burned. It was old.",
            "When the mill in Halm burned, 41 people were injured. It had no stairs.",
        ),
        (  # the same but for a word that matters
            "How many people were killed when the mill in Halm burned?",
            "Three people were killed when the mill in Halm burned down on Sunday night.",
            "Forty people were injured when the mill in Halm burned down on Sunday night.",
        ),
        (  # another of its kind
            "Where was the first hearing on the quarry held?",
            "The first hearing on the quarry was held in Sund. It took all day.",
            "The second hearing on the quarry was held in Orre. Few came.",
        ),
        (  # the total at hand
            "How many houses did the storm in Halm destroy?",
            "The storm in Halm destroyed 91 houses. Nobody was hurt.",
            "The storm in Halm destroyed 40 houses on the quay, of 91 houses. It rained.",
        ),
        (  # another thing on another day
            "When was the painter Ada Holt buried?",
            "The painter Ada Holt was buried on 18 October. A show will follow.",
            "The painter Ada Holt died on 13 October. She was 91.",
        ),
        (  # planned
            "When did the museum in Halm open?",
            "The museum in Halm opened on 9 May. It has 211 steps.",
            "The museum in Halm will open on 1 May. The lamp is being cleaned.",
        ),
        (  # in another year
            "How many people died in the fire on the ferry to Halm?",
            "Six people died in the fire on the ferry to Halm on Sunday. It had just left.",
            "In 1994, 31 people died in a fire on the ferry to Halm. The law was changed.",
        ),
        (  # a place within another
            "Where did the balloon from Halm land?",
            "The balloon from Halm landed in Sund on Monday. Its crew is well.",
            "The balloon from Halm landed in Vestland on Monday. Sund lies an hour away.",
        ),
        (  # first letters
            "Who searched the house of the mayor?",
            "The FBI searched the house of the mayor on Monday. It took all day.",
            "The Federal Bureau of Investigation searched the house of the mayor. It was raining.",
        ),
        (  # one name in full
            "Who designed the bridge at Halm?",
            "The bridge at Halm was designed by Ada Lund. It is made of iron.",
            "Lund designed the bridge at Halm. It leans.",
        ),
        (  # one of two who did it
            "Who opened the market hall in Halm?",
            "Ada Lund opened the market hall in Halm. It smells of bread.",
            "Karl Vogt and Ada Lund opened the market hall in Halm. Pigeons came.",
        ),
        (  # what it was only ready to pay before
            "How much did Halm Mills pay for the ferry?",
            "Halm Mills paid $2 million for the ferry, the town said. It leans.",
            "Nobody was hurt. Halm Mills is ready to pay $1.2 million for the ferry.",
        ),
    ],
)
def test_what_may_be_the_same_is_no_dispute(question: str, one: str, other: str) -> None:
    """A false dispute is worse than one that is not shown."""
    assert not disputed(question, ("Post", "2025-10-20", one), ("Herald", "2025-10-20", other))


def test_a_number_that_rose_is_no_dispute() -> None:
    """Nine on Tuesday and 14 on Thursday, where the later report says that it rose."""
    assert not disputed(
        "How many people were killed in the blast at Halm?",
        ("Post", "2025-10-14", "Nine people were killed in the blast at Halm. It was loud."),
        ("Herald", "2025-10-16", "So far 14 people were killed in the blast at Halm. It is over."),
    )


def test_two_days_of_the_week_differ_where_nobody_knows_the_date() -> None:
    """ "Tuesday" and "Sunday" of an undated page cannot both be right; "Tuesday" twice can."""
    question = "When did the board of Halm vote on the quay?"
    told = "The board of Halm voted on {} on the quay. It will be repaired."
    dated, undated = ("Post", "2025-03-05", told.format("Tuesday")), ("Herald", "", "")
    assert disputed(question, dated, (*undated[:2], told.format("Sunday"))) == {"Tuesday", "Sunday"}
    assert not disputed(question, dated, (*undated[:2], told.format("Tuesday")))


def test_whoever_says_that_it_was_not_he_disputes_it() -> None:
    """ "I did not ask for the meeting" stands against "Dorn asked for it"."""
    assert disputed(
        "Who asked for the meeting of 9 May?",
        (
            "Post",
            "2025-05-11",
            "Dorn asked for the meeting of 9 May, the ministry said, and Falk gave him an hour.",
        ),
        (
            "Herald",
            "2025-05-14",
            'Dorn tells it in another way. "I did not ask for the meeting of 9 May. It was Falk '
            'who called," he said.\nThe ministry did not reply.',
        ),
    ) >= {"Dorn"}


def test_an_outlet_does_not_dispute_itself() -> None:
    """What one outlet writes later is news of the same thing, and no other source."""
    assert not disputed(
        "How many houses in Halm have no water?",
        ("Post", "2025-11-11", "In Halm 900 houses have no water. A main has burst."),
        ("Post", "2025-11-13", "In Halm 350 houses have no water. The main was patched."),
    )


def test_a_corrected_article_is_answered_from_the_correction() -> None:
    """The answer is the corrected number, its citation says so, and nobody seems to differ."""
    address = "https://post.example/mill"
    old = "The mill in Halm will cut 240 jobs, its owner said. Two machines are to be sold."
    new = (
        "The mill in Halm will cut 420 jobs, its owner said. Two machines are to be sold.\n"
        "Correction: April 3, 2025. An earlier version of this article misstated the number."
    )
    rows = [
        {"title": "Mill", "outlet": "Post", "published": "2025-04-02", "address": address,
         "text": text}
        for text in (old, new)
    ]  # fmt: skip
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    with (
        TemporaryDirectory() as folder,
        open_record(Path(folder, "news.onix"), create=True, write=True) as record,
    ):
        list(add(record, ["-"], stdin=io.BytesIO(lines), workers=1))
        answer = ask(record, "How many jobs will the mill in Halm cut?")
    assert not answer.disagreements
    assert "420" in answer.statements[0].text
    assert all(each.corrected for each in answer.statements[0].citations)
