"""Whether a name of a draft stands where the record has another, told in other words."""

from __future__ import annotations

import pytest

from onix.model import Document, Marks, Span, Turn
from onix.reading.reader import NewsReader
from onix.verify.facts import verify_facts
from tests.verify.test_facts import found, marks_of, wrong

KILN = (
    "The kilns of Sundby went cold in March after ninety-one years.\n\n"
    "Its last master potter, Elin Rask, 58, had fired bricks there since she was a girl, and now "
    "teaches evening classes at a school in Nordvik.\n\n"
    "Jonas Thule, who owned the works, blamed the price of gas. He means to sell the land.\n\n"
    "The town council, which meets in Vestby, has not been asked. Its clerk, Signe Aas, said that "
    "no offer had come in.\n"
)


@pytest.fixture(scope="module")
def kiln() -> list[Marks]:
    """A report of a brickworks."""
    return [marks_of(KILN, "kiln")]


@pytest.mark.parametrize(
    ("kind", "text", "mine", "right"),
    [
        (
            "name",
            "Jonas Thule, the last potter there, teaches at night these days.",
            "Jonas Thule",
            "Elin Rask",
        ),
        (
            "name",
            "She gives lessons after dark these days, at a school in Vestby.",
            "Vestby",
            "Nordvik",
        ),
        (
            "attribution",
            "Elin Rask was the last potter. Rask says that the price of gas was to blame.",
            "Rask",
            "Jonas Thule",
        ),
    ],
)
def test_a_name_that_does_not_answer_who_it_was(
    kiln: list[Marks], kind: str, text: str, mine: str, right: str
) -> None:
    """In other words than the record's the other is found by asking who or where it was.

    Whoever says something by a family name alone has the words of another.
    """
    assert (mine, right) in list(wrong(found(kiln, text, kind)))


@pytest.mark.parametrize(
    "text",
    [
        "Elin Rask, the last potter there, teaches at night these days.",
        "She gives lessons after dark these days, at a school in Nordvik.",
        "Jonas Thule put it down to what fuel costs.",
        "Signe Aas, who writes the minutes in Vestby, knows of no bids.",
    ],
)
def test_a_name_that_answers_who_it_was(kiln: list[Marks], text: str) -> None:
    """Told in other words of the same person and place it is right."""
    assert not list(wrong(found(kiln, text, "name")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elin Raske and Elin Rask are both named here.", [("Elin Raske", "Elin Rask")]),
        ("Jonas Thul spoke to nobody.", [("Jonas Thul", "Jonas Thule")]),
        ("Jonas Rask spoke to nobody.", []),
    ],
)
def test_a_family_name_a_letter_off_is_misspelt(
    kiln: list[Marks], text: str, expected: list[tuple[str, str]]
) -> None:
    """Beside the same first name, whatever is told of it, and though the draft has both."""
    assert list(wrong(found(kiln, text, "name"))) == expected


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (
            "Potter Hedda Falk left the guild this morning. Its clerk, Torben Wiik, said so.",
            "One potter, Hedda Wiik, has left the guild.",
            [("Hedda Wiik", "Torben Wiik")],
        ),
        (
            "Swimmers Erlend Fyn and Aino Maki reached the wreck at dawn.",
            "Erlend Fin and another swimmer reached the wreck at dawn.",
            [("Erlend Fin", "Swimmers Erlend Fyn")],
        ),
        (
            "In attendance: Ulrik Hammerschlag, the keeper of the weir.",
            "The weir's keeper, Ulrik Hammerstad, was there.",
            [("Ulrik Hammerstad", "Ulrik Hammerschlag")],
        ),
        (
            "The Harbour Carters' Alliance said that it would go to court over the cranes.",
            "The Harbour Owners' Alliance is going to court over the cranes.",
            [("Harbour Owners' Alliance", "Harbour Carters' Alliance")],
        ),
    ],
)
def test_a_name_that_is_nearly_somebody_elses(
    source: str, text: str, expected: list[tuple[str, str]]
) -> None:
    """Two people in one, what is a noun before a name, a long name's end, those of a body."""
    assert list(wrong(found([marks_of(source, "one")], text, "name"))) == expected


def test_a_name_within_another_word_is_that_name() -> None:
    """Who leads a team is not called "Thule-led"."""
    record = [marks_of("The question is what the Jonas Thule-led works can still sell.", "one")]
    text = "The works of Jonas Thule can still sell bricks."
    assert not list(wrong(found(record, text, "name")))


def test_who_declines_to_comment_is_no_other() -> None:
    """Any number of people may."""
    record = [marks_of("Ann Roe declined to comment on the sale of the Nordvik works.", "one")]
    text = "Bo Lind declined to comment on the sale of the Nordvik works."
    assert list(wrong(found(record, text, "name"))) == []


POSTS = (
    "Odile Marn, the race director, said that the bend was marked.\n\n"
    "“We sent them a picture,” said the team's sports director, Jon Arrano.\n\n"
    "Bruno Falk, the bank's chief technology officer, said that the fault was found.\n"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jon Arrano, the race director, sent them a picture.", ["Jon Arrano, the race director"]),
        ("Jon Arrano, the team's sports director, sent them a picture.", []),
        (
            "Bruno Falk, the bank's chief information officer, found the fault.",
            ["Bruno Falk, the bank's chief information officer"],
        ),
        ("Bruno Falk, chief technology officer of the bank, found the fault.", []),
    ],
)
def test_a_post_that_is_another_s(text: str, words: list[str]) -> None:
    """The race director is one person, and chiefs of two things are not the same."""
    verdicts = found([marks_of(POSTS, "posts")], text, "name")
    assert [mine for mine, _ in wrong(verdicts)] == words


CELLAR = (
    "Irina Solberg had three panic attacks while in the cellar, was bitten by rats and lost a "
    "shoe, the complaint says.\n\nThe case was dropped in May.\n\n"
    "Odd Karlsen spent two nights in the cellar.\n"
)


def test_a_row_of_a_table_swaps_nobody() -> None:
    """ "Odd Karlsen | 3" counts what its heading says, and not Solberg's three attacks."""
    table = "Name | Nights in the cellar\nSunniva Berge | 9\nOdd Karlsen | 3\n"
    draft = f"{table}Odd Karlsen, who has a weak heart, could not get his medicine."
    assert not list(wrong(found([marks_of(CELLAR, "cellar")], draft, "name")))


NOTE = "The U.S. and the UAE sent a note to the EU on Monday. The Sundby Rail Union did not."


@pytest.mark.parametrize("text", ["The United States", "The US", "The European Union"])
def test_a_body_or_place_is_in_the_record_by_another_name(text: str) -> None:
    """ "United States" is not missing from a record that writes "U.S."."""
    (verdict,) = found([marks_of(NOTE, "note")], f"{text} had to do with a note.", "name")
    assert verdict.label == "supported"
    assert verdict.evidence


def test_who_speaks_is_misspelt() -> None:
    """A name that stands in the label of a turn alone is a name of the record."""
    said = "We will build the pier in May, and it will hold."
    turn = Turn("CLLR ELIN RASKLE", Span("tape", 0, len(said), said))
    tape = Document("tape", "transcript", said, turns=(turn,), language="en")
    draft = Document("d", "article", "The pier was put forward by Elin Raskel.", language="en")
    mine, theirs = NewsReader().read([draft, tape])
    names = [each for each in verify_facts(mine, [theirs]) if each.label == "contradicted"]
    assert [each.claim.text for each in names] == ["Elin Raskel"]


def test_who_speaks_or_writes_is_no_name_that_is_missing() -> None:
    """A transcript has whom its labels name, and nobody looks up the draft's own byline."""
    said = "We will build the pier in May, and it will hold."
    turn = Turn("Minister Elin Rask", Span("tape", 0, len(said), said))
    tape = Document("tape", "transcript", said, turns=(turn,), language="en")
    draft = Document(
        "d",
        "article",
        "Nora Field writes: Elin Rask will build a pier. Rask says that it holds. Odd Thule left.",
        authors=("Nora Field",),
        language="en",
    )
    mine, theirs = NewsReader().read([draft, tape])
    names = [each for each in verify_facts(mine, [theirs]) if each.claim.kind == "name"]
    assert {each.claim.text: each.label for each in names} == {
        "Elin Rask": "supported",
        "Rask": "supported",
        "Odd Thule": "not_in_record",
    }


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("By Charles Trepan and Ann Lee, Leith.", "The hand was broken, wrote Charlie Trepan."),
        ("The first pope from Latin America prayed.", "The first Latin American pope prayed."),
        ("The 45th Harbour Awards were held in Leith.", "The 95th Harbour Awards open in Leith."),
        (
            "That list of countries includes Austria and Switzerland, as well as Mexico.",
            "The league has plans for countries, including Germany, Spain, Australia and Brazil.",
        ),
    ],
)
def test_what_is_written_nearly_so_may_be_another(draft: str, source: str) -> None:
    """Short for the same name, of the same land, of another year, another land: no slips."""
    told = verify_facts(marks_of(draft, "draft"), [], [marks_of(source, "source")])
    assert [each.claim.text for each in told if each.label == "contradicted"] == []


def test_whom_a_pronoun_stands_for_has_done_it() -> None:
    """The likeliest sentence has "he", and another gave evidence on another day."""
    hearing = (
        "The conductor, Bruno Falk, is due to give evidence on Monday.\n\n"
        "Lionel Marsh denies fraud. He is expected to give evidence on Thursday."
    )
    draft = "Lionel Marsh, who kept the books, denies it. Mr Marsh will give evidence on Thursday."
    assert not list(wrong(found([marks_of(hearing, "hearing")], draft, "name")))


def test_a_short_family_name_behind_the_same_first_name_is_misspelt() -> None:
    """Nobody else in a story is Gita Pym but Gita Pim; Pym alone may be anybody."""
    source = [marks_of("The divers reached them at dawn, Gita Pym said.", "source")]
    told = wrong(found(source, "Gita Pim reached the party at dawn.", "name"))
    assert list(told) == [("Gita Pim", "Gita Pym")]
    assert not list(wrong(found(source, "Ove Pim reached the party at dawn.", "name")))


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "The lorry fell off the bridge of Interstate 90 near Ulvsund on Monday.",
            "The lorry fell off the bridge of Interstate 80 near Ulvsund on Monday.",
        ),
        (
            "The World Food Programme sent flour to Ulvsund on Monday.",
            "The World Food Program sent flour to Ulvsund on Monday.",
        ),
        (
            "The flour went by a Middle Eastern road to Ulvsund on Monday.",
            "The flour went by a Middle East road to Ulvsund on Monday.",
        ),
    ],
)
def test_a_name_by_a_number_or_in_another_spelling_is_no_slip(draft: str, source: str) -> None:
    """A road of another number is another road; spellings of houses are no errors."""
    assert not list(wrong(found([marks_of(source, "one")], draft, "name")))


@pytest.mark.parametrize(
    ("source", "draft", "told"),
    [
        # No likelier another's than the first letter of its name lets it be.
        (
            "The trainer Viorel Stan, 52, was taken to the capital for questioning on Monday.",
            "A judge sent home Victor Stan, 52, who had been picked up the day before.",
            [("Victor Stan", "Viorel Stan")],
        ),
        # One letter more at the end makes no plural of a person.
        (
            "The audit was written by Corwin Blades, who kept the bank's books.",
            "Corwin Blade, who wrote the audit, kept the bank's books.",
            [("Corwin Blade", "Corwin Blades")],
        ),
        # What is of one sort by all other words.
        (
            "The National Renewal Party won four seats in the valley, the count showed on Sunday.",
            "The National Reform Party won four seats in the valley.",
            [("National Reform Party", "National Renewal Party")],
        ),
    ],
)
def test_a_name_that_begins_as_the_record_has_it(
    source: str, draft: str, told: list[tuple[str, str]]
) -> None:
    """Who takes one name for another takes one that begins with the same letter."""
    assert list(wrong(found([marks_of(source, "source")], draft, "name"))) == told
