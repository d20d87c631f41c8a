"""What a source leaves open by a word of doubt, and what only looks so."""

from __future__ import annotations

import pytest

from onix.verify.facts import verify_facts
from onix.verify.facts.hedges import Hedges
from onix.verify.facts.lines import lines_of
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings
from tests.verify.test_facts import found, marks_of, wrong


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (
            "The crew waited six hours on the sandbank until a lifeboat could reach them.",
            "The crew waited six hours on the sandbank before a lifeboat reached them.",
        ),
        (
            "The county has arrested a miller of 61 and a baker of 29 on suspicion of theft.",
            "A miller aged 61 and a baker of 29, both of Sundby, were taken in by the county.",
        ),
        (
            "She accused the brewer of staging the flood in the cellar to be rid of her.",
            "The flood in the cellar was the brewer's own work, the tenant said.",
        ),
        (
            "The sale needs the approval of the county, which blocked the planned sale of the mill "
            "in 2019.",
            "The county forbade the sale of the mill six years ago.",
        ),
        (
            "The treasurer is thought to hold the deeds of the mill and the two barns.",
            "The two barns, whose deeds the treasurer is thought to hold, are the mill's.",
        ),
    ],
)
def test_what_is_sure_all_the_same_or_open_in_the_draft_too(source: str, draft: str) -> None:
    """What could be done at last, an arrest, an accuser's words, another part of a sentence."""
    assert not list(wrong(found([marks_of(source, "one")], draft, "hedge")))


@pytest.mark.parametrize(("word", "is_flat"), [("could", False), ("may", False), ("will", True)])
def test_a_word_of_its_own_leaves_open_what_the_record_does(word: str, is_flat: bool) -> None:
    """ "May" is as open as the record's "could", though that has it once more behind."""
    source = "The weir could fail and the mill that stands by the lake could be flooded."
    (mine,) = lines_of(marks_of(f"The weir {word} fail and flood the mill by the lake.", "draft"))
    shelf = Shelf(lines_of(marks_of(source, "one")), [mine], {})
    signs = Hedges(shelf, Tellings(shelf)).signs(mine, mine.span)
    assert (signs is not None) == is_flat


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (
            "Under the Harbour Act, a complaint may be brought up to three years after a wreck.",
            "A complaint can be brought until 2028.",
        ),
        (
            "The key that could open any barn in the village hung beside the mill's oven, a baker "
            "told the court.",
            "The key that opened any barn in the village hung by the oven of the mill.",
        ),
        (
            "The mill may grind nine tonnes of barley in the week before the fair.",
            "The mill can grind nine tonnes of barley in the week before the fair.",
        ),
        (
            "Each tenant may take two goats and, since the flood, a cow of up to 300 kilos.",
            "Two goats a tenant are taken, since the flood a cow of up to 300 kilos, too.",
        ),
        (
            "The plan would have paid every tenant of the mill at least 900 crowns.",
            "Every tenant of the mill would have been paid 900 crowns or more.",
        ),
        (
            "A survey of the old weir is planned for Tuesday, the brewer said.",
            "The old weir will be surveyed on Tuesday.",
        ),
    ],
)
def test_what_is_allowed_set_or_as_open_in_the_draft(source: str, draft: str) -> None:
    """What one may do by a rule, could do at any time, has a day for, or would have got."""
    assert not list(wrong(found([marks_of(source, "one")], draft, "hedge")))


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The miller is reportedly fleeing to Ostby with the deeds.", "He was fleeing to Ostby."),
        (
            "There may be interest from the Sundby Ferry Fund, but the county has had no offer.",
            "The Sundby Ferry Fund is interested.",
        ),
        (
            "The clerk said it may be that the organ had been stolen; the county is looking into "
            "it.",
            "The organ had been stolen; the clerk was not at home.",
        ),
    ],
)
def test_short_sentences_are_held_against_the_record(source: str, draft: str) -> None:
    """Two words and a verb tell something, too, and so does what stands before a semicolon."""
    assert len(list(wrong(found([marks_of(source, "one")], draft, "hedge")))) == 1


def test_an_open_part_leaves_another_thing_flat() -> None:
    """What is left open of somebody else is no hedge."""
    source = "The miller and the brewer are said to be against the sale of the barns."
    draft = "The miller and the brewer are against the sale, while the baker may be for it."
    assert list(wrong(found([marks_of(source, "one")], draft, "hedge")))


@pytest.mark.parametrize(
    ("source", "draft", "words"),
    [
        (
            "“We think that the crew were mending nets when the mast came down,” the pilot said.",
            "The crew were mending nets when the mast came down.",
            "The crew were mending nets when the mast came down.",
        ),
        (
            "The brewer slept in the mill on Monday night, a neighbour said.\n"
            "The Courier has not been able to verify this.",
            "The brewer slept in the mill on Monday night.",
            "The brewer slept in the mill on Monday night.",
        ),
        (
            "The clerk heard that the pump was taken out in May and that the mill was not told. "
            "She does not know that for a fact.",
            "The pump was taken out in May and the mill was not told.",
            "The pump was taken out in May and the mill was not told.",
        ),
        (
            "The county has reportedly offered the miller 220 crowns a year for the barn.",
            "The county gives the miller 220 crowns a year for the barn, less than he was said to "
            "want.",
            "The county gives the miller 220 crowns a year for the barn",
        ),
        (
            "The county is considering closing the ferry at Sundby, two clerks said.",
            "The county is closing the ferry at Sundby.",
            "The county is closing the ferry at Sundby.",
        ),
        (
            "The second organ, from the old chapel, is believed to be in a barn in Ostby.",
            "The second organ, taken from the old chapel, is in a barn in Ostby.",
            "The second organ, taken from the old chapel, is in a barn in Ostby.",
        ),
        (
            "The miller was carried off with a suspected fracture of the wrist, a guest said. "
            "The hospital said later that the miller had no fracture of the wrist.",
            "The miller suffered a fracture of the wrist.",
            "The miller suffered a fracture of the wrist.",
        ),
        (
            "The tenants accused the brewer of flooding the cellar behind the fish market.",
            "The brewer flooded the tenants' cellar last week, just behind the fish market.",
            "The brewer flooded the tenants' cellar last week, just behind the fish market.",
        ),
    ],
)
def test_what_nobody_knows_is_told_flatly(source: str, draft: str, words: str) -> None:
    """What somebody only thinks, could not verify or considers; with subject and verb shown."""
    assert [mine for mine, _ in wrong(found([marks_of(source, "one")], draft, "hedge"))] == [words]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (
            "Under county law no one may keep more than three boats at the quay.",
            "The county allows three boats at the quay.",
        ),
        (
            "Farmers may submit claims for drowned sheep until 31 October.",
            "Farmers have until 31 October to claim for drowned sheep.",
        ),
        (
            "The parcel is said to have contained 60 bottles of plum brandy.",
            "The parcel contained, it is said, 60 bottles of plum brandy.",
        ),
        (
            "“I think it is a good bridge in a bad place,” the miller said.",
            "The miller called it “a good bridge in a bad place”.",
        ),
    ],
)
def test_what_is_allowed_or_credited_is_not_open(source: str, draft: str) -> None:
    """A permission is no doubt, and whoever thinks something is quoted with it."""
    assert not list(wrong(found([marks_of(source, "one")], draft, "hedge")))


@pytest.mark.parametrize(
    ("draft", "is_flat"),
    [
        ("The operator skipped a trial run with full trains, according to Sanjay Mistry.", True),
        ("The operator may have skipped a trial run with full trains, Sanjay Mistry says.", False),
    ],
)
def test_somebodys_perhaps_is_not_their_yes(draft: str, is_flat: bool) -> None:
    """Whom it is from does not leave open what they did."""
    told = (
        "Sanjay Mistry, a transport planner, said that the operator may have skipped a trial run "
        "with full trains.\n"
    )
    assert bool(list(wrong(found([marks_of(told, "one")], draft, "hedge")))) == is_flat


def test_a_sentence_in_quotation_marks_is_no_statement_of_the_draft() -> None:
    """How flatly somebody says it is a matter of the quotation, marks and all."""
    source = "The guild could otherwise send the bill for the pier to the town, it said."
    draft = "“Otherwise the guild will send the bill for the pier to the town.”"
    assert not list(found([marks_of(source, "one")], draft, "hedge"))


@pytest.mark.parametrize(
    "draft",
    [
        "The mayor faces new questions over the contract for the pier.",
        "The mayor has come under scrutiny over the contract for the pier.",
        "Questions have been raised over the mayor and the contract for the pier.",
    ],
)
def test_who_faces_questions_is_told_of_as_openly(draft: str) -> None:
    """That somebody asks says no more than that it is reportedly looked into."""
    source = (
        "The mayor reportedly faces an inquiry over the contract for the pier, two clerks said."
    )
    assert not list(wrong(found([marks_of(source, "one")], draft, "hedge")))


@pytest.mark.parametrize(
    ("draft", "is_flat"),
    [
        ("“The dyke is rotten through and through,” Dahl had said in a statement.", False),
        ("The dyke is rotten through and through.", True),
    ],
)
def test_somebodys_words_and_who_says_them_are_no_statement(draft: str, is_flat: bool) -> None:
    """A quotation is held against what was said, with "Dahl had said" around it or without."""
    source = "The dyke may be rotten through and through, Rune Dahl, a geologist, warned.\n"
    assert bool(list(wrong(found([marks_of(source, "one")], draft, "hedge")))) is is_flat


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A transformer had been overloaded.", "It appears that a transformer was overloaded."),
        (
            "Every family in Ostby is to get 5,000 crowns.",
            "A group of parents wants 5,000 crowns for each family in Ostby.",
        ),
    ],
)
def test_a_short_sentence_and_a_demand_are_not_flat(text: str, source: str) -> None:
    """Two words are enough to say something flatly; what is wanted is not yet given."""
    assert [each for each, _ in wrong(found([marks_of(source, "one")], text, "hedge"))] == [text]


def test_who_is_credited_may_know_what_a_text_that_was_looked_up_did_not() -> None:
    """What a minister confirms is not flat, as a text of the day before leaves it open."""
    record = marks_of("The ferry could be sold to a firm in Norland.", "record", "2025-06-03")
    text = "The ferry will be sold to a firm in Norland, the minister, Ina Holm, said."
    draft = marks_of(text, "draft", "2025-06-04")
    told = [each for each in verify_facts(draft, (), [record]) if each.claim.kind == "hedge"]
    assert all(each.label != "contradicted" for each in told)


def test_what_may_be_appealed_is_open_to_appeal_and_not_in_doubt() -> None:
    """ "May be appealed" says what is allowed."""
    record = marks_of("The ban on Ostby may be appealed within 21 days.", "one")
    assert not list(wrong(found([record], "Ostby has 21 days to appeal.", "hedge")))


def test_what_a_relative_clause_leaves_open() -> None:
    """The main clause tells surely, in the draft as in the source, what the other does not."""
    source = [
        marks_of(
            "Superintendent Rolf Aas said that detectives were looking for a third man, who may "
            "have left for Holm.",
            "source",
        )
    ]
    draft = "Detectives are searching for a third man, who has left for Holm."
    assert [mine for mine, _ in wrong(found(source, draft, "hedge"))] == ["has left for Holm."]
