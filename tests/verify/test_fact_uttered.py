"""Who is named for the very words that a draft quotes is held against whose words they were."""

from __future__ import annotations

import pytest

from onix.jobs.check.saying import described
from onix.model import Document, Marks, Turn
from onix.reading.reader import NewsReader
from tests.verify.test_facts import found, marks_of, wrong

HEARING = (
    "Chair: We will now hear the bank. We can argue about the bridge until we are old.\n"
    "Joyce Amadi: When one firm sneezes, a whole country should not be in bed for a day.\n"
    "Halim Rashid: I agree with every word of that.\n"
)
REPORT = (
    "Tolmark's envoy, Per Solvang, said on Monday that he was leaving. “Nobody in the capital "
    "reads the annexes,” Solvang said.\n\nIda Holm, the mayor, said she was sorry.\n"
)
SNEEZE = "“When one firm sneezes, a whole country should not be in bed for a day,”"


def hearing() -> Marks:
    """Give a transcript, a turn a line."""
    turns = []
    at = 0
    document = Document("hearing", "transcript", HEARING, published="2025-06-03", language="en")
    for line in HEARING.splitlines(keepends=True):
        label, _, said = line.partition(": ")
        begin = at + len(label) + 2
        turns.append(Turn(label, document.span(begin, begin + len(said.rstrip()))))
        at += len(line)
    heard = Document(
        "hearing", "transcript", HEARING, published="2025-06-03", language="en", turns=tuple(turns)
    )
    return next(iter(NewsReader().read([heard])))


@pytest.fixture(scope="module")
def record() -> list[Marks]:
    """A hearing, and a report of another matter."""
    return [hearing(), marks_of(REPORT, "report", outlet="Tolmark Post")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{SNEEZE} Halim Rashid told the hearing.", "Halim Rashid told"),
        (
            "“Nobody in the capital reads the annexes,” said Ida Holm, the mayor.",
            "said Ida Holm",
        ),
        # In a quotation of two sentences one may be enough to tell.
        ("“I am sorry. Nobody in the capital reads the annexes,” Holm said.", "Holm said"),
    ],
)
def test_the_very_words_of_another(record: list[Marks], text: str, words: str) -> None:
    """The words that name the speaker are what is wrong."""
    assert [mine for mine, _ in wrong(found(record, text, "attribution"))] == [words]


@pytest.mark.parametrize(
    "text",
    [
        f"{SNEEZE} Joyce Amadi told the hearing.",
        f"{SNEEZE} Amadi said.",
        f"{SNEEZE} a lawyer said.",
        "“I agree,” Joyce Amadi said.",  # too short to be sure of
        "“We can argue about the bridge until we are old,” said Jane Ambler, who chaired it.",
        "“Nobody has ever read a single one of the annexes,” said Ida Holm, the mayor.",
    ],
)
def test_the_words_of_whoever_may_have_said_them(record: list[Marks], text: str) -> None:
    """Nothing is wrong where the label of a turn tells no name, or the words are not those."""
    assert not list(wrong(found(record, text, "attribution")))


STONES = (
    "The interior ministry said that three police officers had been injured by stones.\n\n"
    "A panel appeared in a catalogue of an auction house, as the weekly Farol first reported.\n"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three police officers were injured by stones, according to the army.", "the army"),
        (
            "A panel turned up in an auction catalogue, as the Correio do Sado was the first to "
            "report.",
            "Correio do Sado",
        ),
    ],
)
def test_another_body_than_the_one_that_said_so(text: str, words: str) -> None:
    """An army is no ministry, and a paper is known by its whole name, small words and all."""
    sources = [
        marks_of(STONES, "stones", outlet="Correio do Sado"),
        marks_of(REPORT, "report", outlet="Tolmark Post"),
    ]
    assert words in [mine for mine, _ in wrong(found(sources, text, "attribution"))]


def test_a_title_that_is_another_s_makes_the_name_wrong() -> None:
    """“Her barrister” by the prosecutor's name has a wrong name, not a wrong speaker."""
    trial = (
        "Orla Finch, prosecuting, opened the case.\n\nDesmond Rook, for the defence, said that "
        "his client had been “robbing one card to feed another” for years.\n"
    )
    draft = "Her barrister, Orla Finch, said that she had been “robbing one card to feed another”."
    record = [marks_of(trial, "trial")]
    assert [mine for mine, _ in wrong(found(record, draft, "name"))] == ["Orla Finch"]
    assert not list(wrong(found(record, draft, "attribution")))


NOTE = (
    "A note on the debt, annexed to the budget, says that interest will take 41 per cent of "
    "revenue next year, down from 44 per cent.\n\n"
    "On an ordinary mortgage people will save 285 crowns a month, according to a calculation by "
    "the consumer group Fair Loan.\n\n"
    "The soldiers had been told that they were to practise for a parade, as can be heard on a "
    "recording of a call which Diario Sur published on Sunday, the first newspaper to do so.\n"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Interest will swallow 41 per cent of revenue, against 44 per cent this year, "
            "according to the World Bank.",
            "the World Bank",
        ),
        (
            "The soldiers believed that they were to practise for a parade, as is heard on a "
            "recording that La Ribera was the first to publish.",
            "La Ribera",
        ),
    ],
)
def test_a_body_that_has_nothing_to_do_with_it(text: str, words: str) -> None:
    """What stands in a note is no bank's, and who was first was no other."""
    sources = [
        marks_of(NOTE, "note", outlet="Tolmark Post"),
        marks_of(REPORT, "report", outlet="La Ribera"),
    ]
    assert words in [mine for mine, _ in wrong(found(sources, text, "attribution"))]


def test_this_newspaper_is_whoever_publishes_it() -> None:
    """ "A memo which this newspaper prints" was printed by that paper."""
    told = (
        "Engineers warned in May that the machine may not cope with the load, according to a memo "
        "which this newspaper prints today.\n"
    )
    draft = "Its engineers wrote in May that the machine may not cope, says a memo printed by {}."
    sources = [marks_of(told, "memo", outlet="El Faro"), marks_of(REPORT, "report", outlet="Sur")]
    assert not list(wrong(found(sources, draft.format("El Faro"), "attribution")))


def test_whose_the_words_are_stands_with_the_finding(record: list[Marks]) -> None:
    """Also where their sentence says only "she", which tells a reader nothing."""
    mayor = "Ida Holm is the mayor. She told the board: “The bridge cannot wait for a bank.”\n"
    sources = [*record, marks_of(mayor, "mayor")]
    text = "“The bridge cannot wait for a bank,” said Per Solvang, the envoy."
    (verdict,) = (
        each for each in found(sources, text, "attribution") if each.label == "contradicted"
    )
    assert verdict.evidence[0].speaker == "Ida Holm"
    (said,) = described(verdict)
    assert said.endswith("the draft has “said Per Solvang”, the source Ida Holm")
