"""Whom a draft has something from, and what it leaves open, is held against what others tell."""

from __future__ import annotations

import pytest

from onix.model import Document, Marks, Span, Turn
from onix.reading.reader import NewsReader
from onix.verify.facts import verify_facts
from tests.verify.test_facts import found, marks_of, wrong

MILL = (
    "The flour mill at Ostby will close by Easter, according to a memo to its staff that was "
    "obtained by the Evening Herald.\n\n"
    "The memo says that 85 workers are to be paid until the end of June.\n\n"
    "The Farm Alliance said that the owner had turned down two offers for the mill.\n\n"
    "Two bakers told the Evening Herald that flour had been sold abroad at half its price.\n\n"
    "Ida Strand, a lawyer, claimed that the owner had hidden a crack in the north silo.\n\n"
    "From the tower the workers could see the burning silo.\n\n"
    "Perhaps 40 lorries a day came to the mill.\n\n"
    "The old mill wheel appears on the arms of the town.\n\n"
    "Herons are likely to be breeding on the roof of the mill.\n\n"
    "Owner Nils Aker was expected to meet the workers on Tuesday.\n"
)
OTHER = (
    "The mill's owner, Nils Aker, paid three million crowns for it in 2019.\n\n"
    "The north silo was built in 1931.\n"
)


@pytest.fixture(scope="module")
def mill() -> list[Marks]:
    """Two reports of a mill."""
    return [
        marks_of(MILL, "mill", outlet="Evening Herald"),
        marks_of(OTHER, "other", outlet="Valley News"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The flour mill at Ostby is to close by Easter, according to a memo obtained by the "
            "Valley News.",
            ("the Valley News", "the Evening Herald"),
        ),
        (
            "The flour mill at Ostby is to close by Easter, according to a memo obtained by the "
            "Evening Herald.",
            None,
        ),
        (  # It found nothing out, and was told it.
            "Two bakers told the Valley News that flour was sold abroad at half its price.",
            ("the Valley News", "the Evening Herald"),
        ),
        (
            "The owner turned down two offers for the mill, the Transport Union said.",
            ("the Transport Union", "The Farm Alliance"),
        ),
        ("The owner turned down two offers for the mill, the Farm Alliance said.", None),
        # People without a name may be anybody, and what is left unsaid is nobody's.
        ("The owner turned down two offers for the mill, a worker said.", None),
        ("The Bakers' Guild declined to comment.", None),
        ("The owner had hidden a crack in the north silo.", None),
    ],
)
def test_whom_it_is_from(mill: list[Marks], text: str, expected: tuple[str, str] | None) -> None:
    """A credit or a speaker is wrong where the record has the same from another."""
    voices = [each for each in found(mill, text, "attribution") if each.why != _LEFT_OUT]
    assert list(wrong(voices)) == ([expected] if expected else [])


_LEFT_OUT = "every source that tells it says whom it is from"


@pytest.mark.parametrize(
    ("text", "is_left_out"),
    [
        ("The owner had hidden a crack in the north silo.", True),
        ("The owner is accused of hiding a crack in the north silo.", False),
        ("Did the owner hide a crack in the north silo?", False),
        ("The flour mill at Ostby will close by Easter.", True),
        (
            "The flour mill at Ostby will close by Easter. "
            "That is in a memo obtained by the Evening Herald.",
            False,
        ),
        ("Some 85 workers are to be paid until the end of June.", True),
        (
            "The mill will close, according to a memo seen by the Evening Herald. "
            "Some 85 workers are to be paid until the end of June.",
            False,
        ),
    ],
)
def test_a_claim_or_a_find_needs_its_source(
    mill: list[Marks], text: str, is_left_out: bool
) -> None:
    """What all have from somebody is not the draft's own; a credit goes for its neighbour."""
    verdicts = found(mill, text, "attribution")
    assert any(each.why == _LEFT_OUT for each in verdicts) == is_left_out


@pytest.mark.parametrize(
    ("text", "is_flat"),
    [
        ("Herons are breeding on the roof of the mill.", True),
        ("Herons may be breeding on the roof of the mill.", False),
        ("Herons are breeding on the roof, though that is not confirmed.", False),
        # Words that mostly leave something open, and here do not.
        ("From the tower the workers saw the burning silo.", False),
        ("Some 40 lorries a day came to the mill.", False),
        ("The old mill wheel is on the arms of the town.", False),
        # What was expected has happened since.
        ("Owner Nils Aker met the workers on Tuesday.", False),
    ],
)
def test_what_is_left_open(mill: list[Marks], text: str, is_flat: bool) -> None:
    """Only what every source leaves open is wrong where it is told flatly."""
    assert bool(list(wrong(found(mill, text, "hedge")))) == is_flat


def test_a_date_says_what_was_compared() -> None:
    """Both days are given as the calendar has them, whatever the words are."""
    sources = [marks_of("The Ostby mill closed its gates for good on 12 May.\n", "one")]
    draft = marks_of("The Ostby mill closed its gates for good on 14 May.\n", "draft", "2025-06-04")
    (verdict,) = (each for each in verify_facts(draft, sources) if each.claim.kind == "date")
    assert verdict.why == "Wednesday 14 May 2025 here, Monday 12 May 2025 in the record"


def test_a_question_tells_nothing_that_another_said() -> None:
    """Whoever asks whether it was so is not whom it is from."""
    asked = "Did you know before the flood that the north silo at Ostby was cracked?"
    answer = "I had asked for a plan to clear the backlog of repairs by the end of the summer."
    text = f"{asked}\n{answer}"
    turns = (
        Turn("Sen. Ida Strand", Span("t", 0, len(asked), asked)),
        Turn("Nils Aker", Span("t", len(asked) + 1, len(text), answer)),
    )
    tape = Document("t", "transcript", text, published="2025-06-01", turns=turns, language="en")
    source = next(iter(NewsReader().read([tape])))
    draft = "Mr. Aker said that he had known that the north silo at Ostby was cracked."
    assert not list(wrong(found([source], draft, "attribution")))


CABLE = (
    "The cable had lain bare for a year before the fire, two sources close to the inquiry told the "
    "Evening Herald.\n\n"
    "Passenger numbers on the eastern line will fall by a third after the new fares, said Mira "
    "Kolstad, an analyst at Granvik Securities.\n\n"
    "The company carried two million people on its night trains last winter. It would not comment "
    "on the fares.\n"
)


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (
            "The cable had lain bare for a year before the fire, the prosecutor's office said.",
            ["the prosecutor's office"],
        ),
        (
            "The cable had lain bare for a year before the fire, sources near the inquiry said.",
            [],
        ),
        (
            "Passenger numbers on the eastern line will fall by a third after the new fares, the "
            "company said.",
            ["the company"],
        ),
        (
            "Passenger numbers on the eastern line will fall by a third after the new fares, an "
            "analyst said.",
            [],
        ),
    ],
)
def test_who_is_outside_speaks_for_no_body(draft: str, words: list[str]) -> None:
    """What sources say no office has said, and an analyst is not the company."""
    record = [marks_of(CABLE, "cable", outlet="Evening Herald")]
    assert [mine for mine, _ in wrong(found(record, draft, "attribution"))] == words


def test_who_told_it_is_shown_and_not_who_was_told() -> None:
    """The outlet only heard it."""
    record = [marks_of(CABLE, "cable", outlet="Evening Herald")]
    draft = "The cable had lain bare for a year before the fire, the prosecutor's office said."
    ((_, source),) = wrong(found(record, draft, "attribution"))
    assert source == "two sources close to the inquiry"


def test_a_credit_is_borne_out_by_who_is_named() -> None:
    """That the regulator stands near is no proof that it said so."""
    text = (
        "The regulator met in Tarn on Friday.\n\nThe old bridge had carried 40,000 lorries a day "
        "for eleven years when its bearings cracked.\n"
    )
    draft = (
        "The old bridge had carried 40,000 lorries a day for eleven years when its bearings "
        "cracked, the regulator said."
    )
    said = text.replace("cracked.", "cracked, the regulator said.")
    labels = [
        [each.label for each in found([marks_of(each, "bridge")], draft, "attribution")]
        for each in (text, said)
    ]
    assert labels == [[], ["supported"]]


def test_where_something_came_to_light_first() -> None:
    """It comes to light where it is told first, whatever the outlet is called."""
    told = (
        "The takeover approach for the mill was first reported late on Monday by the trade letter "
        "Grain Ledger.\n\nThe mill has 85 workers.\n"
    )
    record = [
        marks_of(told, "told", outlet="Evening Herald"),
        marks_of(OTHER, "other", outlet="Valley News"),
    ]
    draft = "The takeover approach for the mill came to light in the Valley News on Monday."
    assert [mine for mine, _ in wrong(found(record, draft, "attribution"))] == ["Valley News"]
    right = "The takeover approach for the mill came to light in the Grain Ledger on Monday."
    assert list(wrong(found(record, right, "attribution"))) == []


WARD = (
    "The hospital's spokesman, Hugo Penn, said that letters had been handed out on 30 May. The "
    "parents say that they never had one.\n\n"
    "The Midwives' Alliance says that leaking sinks were reported to the director in January.\n\n"
    "The Ostby Courier was first to report that the milk kitchen had been shut.\n\n"
    "Mina Dahl says that the director is clinging to his chair.\n\n"
    "The treasurer, Greta Moos, keeps the accounts.\n\n"
    "The Care Inspectorate came on Tuesday.\n"
)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Letters were handed out on 30 May, say the parents.", "the parents"),
        (
            "Leaking sinks were reported to the director in January, by the account of the Care "
            "Inspectorate.",
            "the Care Inspectorate",
        ),
        (
            "The first to tell of the shut milk kitchen was Radio Fell.",
            "Radio Fell",
        ),
        ("That the milk kitchen had been shut became known through Radio Fell.", "Radio Fell"),
        ("That the milk kitchen had been shut had been in Radio Fell.", "Radio Fell"),
        ("Of the shut milk kitchen Radio Fell had the story first.", "Radio Fell"),
        ("One could first read of the shut milk kitchen in the Herald.", "Herald"),
        ("The director is clinging to his chair, to hear Greta Moos.", "Greta Moos"),
    ],
)
def test_a_credit_by_other_words_is_one(text: str, credit: str) -> None:
    """Whose account, who was first, through whom it became known: each is a credit.

    Nor is a body's spokesman one of those to whom it happened.
    """
    record = [
        marks_of(WARD, "ward", outlet="Ostby Courier"),
        marks_of("The ward has 20 cots.\n", "radio", outlet="Radio Fell"),
        marks_of("The ward is painted green.\n", "herald", outlet="Evening Herald"),
    ]
    told = [each for each, _ in wrong(found(record, text, "attribution"))]
    assert told == [credit]


def test_a_town_is_no_paper_that_is_called_by_it() -> None:
    """ "The Los Angeles trial" credits no Los Angeles Times."""
    source = (
        "The Los Angeles trial saw all the accusers recount their allegations.\n\n"
        "The Los Angeles Times reported on it every day.\n"
    )
    text = "In the trial all the accusers recounted their allegations."
    assert not list(wrong(found([marks_of(source, "one")], text, "attribution")))


def test_what_a_source_has_word_for_word_is_borne_out() -> None:
    """A sentence that the record has as it stands is not held against its other clauses."""
    text = "When more tests are positive it spreads, and it can be a sign of a wave in Ostby."
    record = [marks_of(text, "one"), marks_of("It may be a sign of a wave in Ostby.\n", "two")]
    verdicts = verify_facts(marks_of(text, "draft", "2025-06-04"), record)
    assert not [each for each in verdicts if each.label == "contradicted"]
