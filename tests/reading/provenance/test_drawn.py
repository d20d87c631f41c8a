"""What sentences drawn by chance showed: sources far from their verbs, and what is none."""

from __future__ import annotations

import pytest

from tests.reading.provenance.test_asked import told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Innkeepers there say that the road is shut.", "Innkeepers"),
        ("Regulators in the Free Ports and the Old Union said they would look.", "Regulators"),
        ("Critics accused the mayor of sleeping.", "Critics"),
        ("Some sailors objected to the price.", "Some sailors"),
        ("Two clerks and a retired general told the court that it was sold.", "Two clerks"),
        (
            "It was late, but a clerk from a town that owns the port said no one would pay.",
            "a clerk from a town",
        ),
        ("One died and another, a retired tailor in Riga, told the court he knew.", "another"),
        ("A baker following the talks was less happy, saying that it was dear.", "A baker"),
        ("It was shut after residents of the upper town objected to the smoke.", "residents"),
        ("The ship was kept because inspectors found that the load was wet.", "inspectors"),
        ("What they want, analysts agree, is the dock.", "analysts"),
        ("The fund, union members pointed out, was empty.", "union members"),
        ("It was bad, said one senior forward, who did not want to be named.", "one senior"),
        ("He lives on a farm whose owner says he was given it.", "owner"),
        ("The people familiar with the talks say a draft exists.", "The people familiar"),
        ("The new figure comes from a consultant paid by the town.", "a consultant"),
        ("A spokesman for the mayor, Hugh Roe, said it was shut.", "A spokesman"),
    ],
)
def test_people_without_a_name(text: str, words: str) -> None:
    """Whatever stands between them and what they tell."""
    ((kind, found),) = told(text)
    assert (kind, found.startswith(words)) == ("unnamed", True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A statement from the owners in Riga a few hours later said the opposite.", "A statement"),
        (
            "The report, a copy of which was posted by a deputy, Odd Roe, recommends a new wheel.",
            "The report",
        ),
        (
            "They are named in a report by the auditor, tabled on Friday, which found a hole.",
            "a report",
        ),
        ("A survey in 2015 had measured nine.", "A survey"),
        ("A first test, carried out in May, found sulphur.", "A first test"),
        (
            "A poll published on Monday, and taken among 900 voters, put support at 27 percent.",
            "A poll",
        ),
        ("It had to do with a poll published on Monday, in which most sided with him.", "a poll"),
        ("Measurements from orbit suggest that it is clay.", "Measurements"),
        ("Eight years were given; an earlier version had said twelve.", "an earlier version"),
        ("“I was there,” he says in a passage on the war.", "a passage"),
        ("The singer broadcast what he said was a recording of the talk.", "a recording"),
        ("The weighing was first described in a letter by a mother.", "a letter"),
    ],
)
def test_documents(text: str, words: str) -> None:
    """By what they do, what they were called and where something was first described."""
    assert told(text) == [("document", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The plan, leaked to the newsletter Reel & Tide, was dear.", "the newsletter Reel & Tide"),
        ("She denied a report on local radio that she was leaving.", "local radio"),
        ("Reports on Monday by a local station that it was sold were denied.", "a local station"),
        ("The Daily Herald repeated the report on Tuesday.", "The Daily Herald"),
        ("The Daily Herald picked up the story.", "The Daily Herald"),
        ("The Daily Herald, often credited with the scoop, came later.", "The Daily Herald"),
        ("The boats were sold, as the radio programme “Tide” reported.", "the radio programme"),
    ],
)
def test_outlets(text: str, words: str) -> None:
    """That were leaked something, repeated it, or are credited with it."""
    assert told(text) == [("outlet", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Few officials think that it will pass.",
        "Its manager there, Carl Roe, says it is shut.",
        "A lawyer for the families, Anna Roe, said it was shut.",
        "The journal, Acta Nova, says it opened an inquiry.",
        "The bishop left on his own account, he said.",
        "He held up a sheet of paper.",
        "She found it herself in a filing cabinet, she said.",
        "The council wrote a report on television licences.",
        "Some donors have asked for it back.",
        "Traders there now go round through the hills.",
        "The letter comes from a clerk.",
        "He wrote a letter to the ministry, which said it would answer.",
        "Anna Roe, an opposition councillor, said that the experts had told them already.",
        "It came hours after a memo found its way on to their telephones.",
        "Odd Roe said it was “a mess”, whereas the Bakers’ Guild told members to wait.",
    ],
)
def test_what_goes_back_to_nobody(text: str) -> None:
    """Names behind a noun, compounds, and what is only done."""
    assert told(text) == []
