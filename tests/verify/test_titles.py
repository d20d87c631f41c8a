"""What somebody is called: by which office, of what, and by what they do or have learned."""

from __future__ import annotations

import pytest

from onix.model import Document, Marks, Span, Turn
from onix.reading.reader import NewsReader
from onix.verify.facts import verify_facts
from onix.verify.facts.lines import lines_of
from onix.verify.facts.roles import people_of
from onix.verify.facts.titles import titles_of
from tests.verify.test_facts import found, marks_of, wrong

SALTERN = (
    "The saltworks of Ostrand will be flooded for good in May, the government decided.\n\n"
    "“We had no choice,” said the minister for water and forests, Ilka Thorsen. The managing "
    "director of the Ostrand Salt Company, Petra Valk, was told by telephone.\n\n"
    "Its head of communications, Jonas Breck, said that nobody would be dismissed. Marine "
    "biologist Dr Rune Dahl had warned that the dyke was rotten.\n\n"
    "Elsa Wirth, a geologist at the institute, has measured it since 2019, and Karl Noss, the "
    "professor of physics there, has helped her.\n"
)


@pytest.fixture(scope="module")
def saltern() -> list[Marks]:
    """A report of a saltworks."""
    return [marks_of(SALTERN, "saltern")]


@pytest.mark.parametrize(
    ("text", "mine"),
    [
        ("Ilka Thorsen, the foreign minister, defended it.", "Ilka Thorsen, the foreign minister"),
        ("Petra Valk, who chairs the company, was angry.", "Petra Valk, who chairs the company"),
        ("Jonas Breck, the finance director, calmed them.", "Jonas Breck, the finance director"),
        ("Rune Dahl, a geologist, had seen it coming.", "Rune Dahl, a geologist"),
        ("Elsa Wirth, a meteorologist, measures it.", "Elsa Wirth, a meteorologist"),
    ],
)
def test_another_field_is_another_office(saltern: list[Marks], text: str, mine: str) -> None:
    """What stands behind "of" or "for" says what an office is for, as what stands before it."""
    assert mine in [each for each, _ in wrong(found(saltern, text, "name"))]


@pytest.mark.parametrize(
    "text",
    [
        "Ilka Thorsen, the water minister, defended it.",
        "The minister, Ilka Thorsen, defended it.",
        "Petra Valk, who runs the company, was angry.",
        "Petra Valk, the company's boss, was angry.",
        "Jonas Breck, the communications director, calmed them.",
        "Jonas Breck, who heads communications there, calmed them.",
        "Rune Dahl, a scientist, had seen it coming.",
        "Elsa Wirth, the institute's geologist, measures it.",
        "Karl Noss, a physics professor, helps.",
    ],
)
def test_the_same_office_in_other_words_is_none(saltern: list[Marks], text: str) -> None:
    """An office may be told by a verb, or by its field before the noun."""
    assert list(wrong(found(saltern, text, "name"))) == []


def test_what_is_told_by_two_words_may_be_told_by_another() -> None:
    """A teacher of physics may well be a village school teacher."""
    record = [marks_of("Ada Moen, a physics teacher, found the well.", "one")]
    text = "Ada Moen, a village school teacher, found the well."
    assert list(wrong(found(record, text, "name"))) == []


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            "Ilir Noss, Ostrand's deputy minister, rang Henrike Valk, Tolmark's ambassador.",
            "The deputy minister, Ilir Noss, tells Tolmark's envoy that it is late.",
        ),
        ("The former US President Odd Thorsen came.", "Former President Odd Thorsen came."),
        (
            "Ada Moen, director of the Centre for Coastal Dykes, warned of it.",
            "CCD Director Ada Moen warned of it.",
        ),
        ("The team's manager Rolf Breck agreed.", "Rolf Breck, the roofer's heir, agreed."),
    ],
)
def test_what_is_no_title_and_what_is_one_in_short(told: str, text: str) -> None:
    """Who tells an envoy is none; houses go by their initials; an heir may have any post."""
    assert list(wrong(found([marks_of(told, "one")], text, "name"))) == []


def test_a_title_begins_behind_a_preposition() -> None:
    """What came before somebody did something is no part of what they are."""
    text = "Sundby's request came before Mill House water adviser Jon Arrano flew to Ulvsund."
    (line,) = lines_of(marks_of(text, "one"))
    name = next(name for name, _ in people_of(line) if name.text == "Jon Arrano")
    assert [each.span.text for each in titles_of(line, name)] == ["Mill House water adviser"]


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Norland's outgoing prime minister, Mute Aagaard, objects.", False),
        ("The departing prime minister, Mute Aagaard, objects.", False),
        ("The former prime minister, Mute Aagaard, objects.", True),
        ("Norland's outgoing deputy prime minister, Mute Aagaard, objects.", True),
    ],
)
def test_who_is_to_leave_an_office_has_it_still(text: str, is_wrong: bool) -> None:
    """An outgoing mayor is the mayor, and no former one."""
    record = [marks_of("Norland Prime Minister Mute Aagaard objects to the visit.", "norland")]
    assert bool(list(wrong(found(record, text, "name")))) is is_wrong


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "Only a third think that Moe did more than then-Vice President Anna Berg to stop it.",
            "Voters ousted former Vice President Anna Berg, who had tried to stop it.",
        ),
        (
            "British Prime Minister Boris Lund spoke of a ban on Norland.",
            "Estonian Prime Minister Kaja Berg spoke to Boris Lund of a ban on Norland.",
        ),
        (
            "Loretta Lund, the country music icon, died on Tuesday.",
            "“Our precious mom, Loretta Lund, died in her sleep,” it read.",
        ),
        (
            "Croft Lund, a former CIA analyst, doubted it.",
            "Croft Lund, the RBC strategist and a former CIA analyst, doubted it.",
        ),
        (
            "Greta Lund, who leads the opposition Harbour Party, will stay away.",
            "Opposition leader Greta Lund, of the Harbour Party, said that she would stay away.",
        ),
        (
            "Swedish climate activist Greta Lund will stay away.",
            "Teenage climate activist Greta Lund said that she would stay away.",
        ),
    ],
)
def test_somebody_may_be_both(draft: str, source: str) -> None:
    """One was it then, another is it elsewhere; a mother, an icon and a teenager are much else."""
    told = verify_facts(marks_of(draft, "draft"), [marks_of(source, "source")])
    assert [each.claim.text for each in told if each.label == "contradicted"] == []


@pytest.mark.parametrize(
    ("source", "draft", "is_wrong"),
    [
        ("Rosa Lind, a lawyer for the families, said it.", "the lawyer for the company", True),
        ("Rosa Lind, who represents the victims, said it.", "an attorney for the school", True),
        ("Rosa Lind, the company's lawyer, said it.", "counsel for the bereaved", True),
        ("Rosa Lind, a lawyer for the plaintiffs, said it.", "the lawyer for the owner", True),
        ("Rosa Lind, a lawyer for the plaintiffs, said that the owner had lost money.",
         "the lawyer for the owner", False),
        ("Rosa Lind, a lawyer for the families, said it.", "who represents the victims", False),
        ("Rosa Lind, a lawyer representing the mill, said it.", "a lawyer for the company", False),
        ("Rosa Lind, who represents the valley, said it.", "a lawyer for the company", False),
        ("Prosecutor Rosa Lind said it.", "for the defence", True),
        ("Prosecutor Rosa Lind said it.", "for the prosecution", False),
        ("Rosa Lind KC, for the defence, said it.", "a lawyer for the victims", True),
    ],
)  # fmt: skip
def test_a_lawyer_pleads_for_one_side(source: str, draft: str, is_wrong: bool) -> None:
    """Of those who are harmed, or of those who are sued; whoever sues may be a firm, too."""
    text = f"Rosa Lind, {draft}, said it."
    assert bool(list(wrong(found([marks_of(source, "one")], text, "name")))) is is_wrong


def test_a_general_secretary_is_a_secretary() -> None:
    """Behind a name, too; "secretary general" has its noun first, and an apostrophe is no word."""
    (line,) = lines_of(
        marks_of("Rosa Lind, the general secretary of the Carters' Guild, spoke.", "one")
    )
    ((name, _),) = people_of(line)
    (title,) = titles_of(line, name)
    assert title.head == "secretary"
    assert title.fields == {"general"}
    assert title.houses == {"carters", "guild"}
    text = "Rosa Lind, the president of the Carters' Guild, spoke."
    assert list(wrong(found([marks_of(line.span.text, "one")], text, "name")))


def test_what_an_office_is_for_may_end_in_ing() -> None:
    """The chief operating officer is not the chief financial officer."""
    record = [marks_of("The yard's chief financial officer, Petra Valk, sold it.", "one")]
    draft = "“It had to be,” said Petra Valk, the chief operating officer."
    told = found(record, draft, "name")
    assert ("Petra Valk, the chief operating officer", "yard's chief financial officer") in [
        (mine, right and right.removeprefix("The ")) for mine, right in wrong(told)
    ]


@pytest.mark.parametrize(
    ("draft", "is_wrong"),
    [
        ("Ilka Thorsen, who chairs the planning committee, objected.", True),
        ("Ilka Thorsen, who chairs the housing committee, objected.", False),
        ("The chair of the housing committee, Ilka Thorsen, objected.", False),
    ],
)
def test_who_chairs_a_committee_chairs_that_one(draft: str, is_wrong: bool) -> None:
    """A committee is named by what it is for, and one for something else is another."""
    source = [marks_of("Ilka Thorsen, who chairs the housing committee, objected.\n", "one")]
    assert bool(list(wrong(found(source, draft, "name")))) is is_wrong


@pytest.mark.parametrize(
    "draft",
    [
        "Petra Valk, the company's chief executive, was not told.",
        "The company's president, Petra Valk, was not told.",
    ],
)
def test_who_has_two_posts_has_each(draft: str) -> None:
    """A "president and chief executive" is the one and the other."""
    text = "Petra Valk, the company's president and chief executive, had not been told.\n"
    assert not list(wrong(found([marks_of(text, "one")], draft, "name")))


def test_somebody_is_the_spokesman_of_a_house_and_of_its_head() -> None:
    """The spokesman of who heads a government is that of the government."""
    text = "Former Thorsen spokesman Jonas Breck said so. Ilka Thorsen did not.\n"
    draft = "Jonas Breck, a former White House spokesman, said so."
    assert not list(wrong(found([marks_of(text, "one")], draft, "name")))


@pytest.mark.parametrize(
    ("text", "name", "head"),
    [
        ("Present: Dame Ruth Ashdown (chair) and Ivo Brandt (medical director).", "Ruth", "chair"),
        ("The board met under its chairwoman, Dame Ruth Ashdown.", "Ruth", "chairwoman"),
    ],
)
def test_a_title_in_brackets_and_one_before_an_address(text: str, name: str, head: str) -> None:
    """ "Ruth Ashdown (chair)" chairs; "its chairwoman, Dame Ruth Ashdown" is that."""
    line = lines_of(marks_of(text, "draft"))[0]
    span = next(each.span for each in line.mentions if name in each.span.text)
    assert [each.head for each in titles_of(line, span)] == [head]


@pytest.mark.parametrize(
    ("source", "text", "mine"),
    [
        (
            "“It is safe,” said Minister of Labour Ilka Thorsen.",
            "Transport Minister Ilka Thorsen called it safe.",
            "Transport Minister Ilka Thorsen",
        ),
        (
            "Rune Dahl, who chaired the board from 2015 to 2019, is to give evidence.",
            "Rune Dahl, the former treasurer, is to give evidence.",
            "Rune Dahl, the former treasurer",
        ),
        (
            "Elsa Wirth, previously its finance director, was sent to prison.",
            "Elsa Wirth, formerly the head of repairs, was sent to prison.",
            "Elsa Wirth, formerly the head",
        ),
        (
            "The treasurer of the Salt List, Karl Noss, added it up.",
            "Karl Noss, who chairs the list, added it up.",
            "Karl Noss, who chairs the list",
        ),
    ],
)
def test_another_office_of_a_body(source: str, text: str, mine: str) -> None:
    """A department, an office held till a year, one of those of which nobody has two."""
    wrongly = [each for each, _ in wrong(found([marks_of(source, "one")], text, "name"))]
    assert any(mine in each or each in mine for each in wrongly)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "“It is safe,” said Minister of Labour and Housing Ilka Thorsen.",
            "Labour Minister Ilka Thorsen called it safe.",
        ),
        (
            "The former Prime Minister of Norway Rune Dahl led the talks.",
            "Rune Dahl, a former prime minister, led the talks.",
        ),
        (
            "Elsa Wirth, who chaired the board from 2015 to 2019, is to give evidence.",
            "Elsa Wirth, once the chairwoman of the board, is to give evidence.",
        ),
    ],
)
def test_the_same_office_of_a_body(source: str, text: str) -> None:
    """A department by one of its words, a prime minister's country, a chair of other days."""
    assert not list(wrong(found([marks_of(source, "one")], text, "name")))


def test_a_label_says_what_somebody_is() -> None:
    """Who speaks as "chief financial officer" is no chief operating officer."""
    label, said = "ILKA THORSEN, CHIEF FINANCIAL OFFICER: ", "Our debt will fall below two."
    text = label + said
    turn = Turn(label[:-2], Span("tape", len(label), len(text), said))
    tape = Document("tape", "transcript", text, turns=(turn,), language="en")
    told = "Ilka Thorsen, the chief operating officer, wants less debt."
    mine, theirs = NewsReader().read([Document("d", "article", told, language="en"), tape])
    (verdict,) = (each for each in verify_facts(mine, [theirs]) if each.label == "contradicted")
    assert verdict.claim.text == "Ilka Thorsen, the chief operating officer"
    assert verdict.evidence[0].span.text == label[:-2]


def test_what_somebody_was_until_then() -> None:
    """Who stands in for a head has had another post "until then"; accents make nobody else."""
    source = [
        marks_of(
            "Paula Knie, the chief financial officer, will act. “No,” said Radu Ilieș, Head of "
            "Communications.",
            "source",
        )
    ]
    draft = "Paula Knie, until then the chief operating officer, is minding the shop."
    assert [mine for mine, _ in wrong(found(source, draft, "name"))] == [
        "Paula Knie, until then the chief operating officer"
    ]
    told = "Radu Ilies, the head of communications, had a line for them."
    assert not list(wrong(found(source, told, "name")))
