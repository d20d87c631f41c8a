"""Which of a family "Lund" is, where more than one of them is named."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader


def said(text: str) -> dict[str, str | None]:
    """Give who speaks by the words of each source, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return {quote.source[0].text: quote.speaker for quote in marks.quotes if quote.source}


def test_who_has_an_office_before_the_name_is_meant_by_it() -> None:
    """ "President Carter" tells whom "Carter" means, before and after the others come in."""
    text = (
        "President Carter flew home. The trip of President Michael Carter was long.\n\n"
        "His sister Laura Carter met him at the gate with flowers and a band.\n\n"
        + "The crowd cheered for a while, and the band went on to play in the rain. " * 7
        + "\n\nCarter said the trip was good. “We saw it all,” he added."
    )
    assert said(text) == {"Carter": "Michael Carter", "he": "Michael Carter"}


@pytest.mark.parametrize(("pronoun", "name"), [("she", "Laura Carter"), ("he", "Michael Carter")])
def test_what_they_say_of_themselves_tells_which_it_is(pronoun: str, name: str) -> None:
    """ "Carter said she": the one of them who is a woman."""
    text = f"Michael Carter and Laura Carter were late. Carter said {pronoun} had lost the key."
    assert said(text)["Carter"] == name


def test_who_of_a_family_spoke_last_goes_on() -> None:
    """The next one of that name is the one before, where no other was named since."""
    text = (
        "The death of Helen Carter was told on Monday. Laura Carter, her sister, said she was sad."
        "\n\n“This is no game for me at all,” Carter said at the gate."
    )
    assert said(text)["Carter"] == "Laura Carter"


def test_two_of_a_family_are_left_open() -> None:
    """Nothing tells which of them it is."""
    text = "Michael Carter and Laura Carter were late. Carter said the key was lost."
    assert said(text)["Carter"] is None


def test_a_name_that_is_also_a_month_is_who_bears_it() -> None:
    """ "May said" is somebody who was named in full, also where a sentence begins."""
    text = (
        "Prime Minister Theresa May met the mayor in the rain.\n\nMay said trade was worth a lot."
    )
    assert said(text)["May"] == "Theresa May"


def test_a_headline_leaves_open_whom_a_family_name_means() -> None:
    """It names nobody in full; in the text the name alone is still whom it was used for."""
    text = (
        "Quick visit by Biden to Riga\n\nJoe Biden landed in Riga. Biden met the premier. Biden "
        "looked tired. He stayed for a day. His wife, Jill Biden, went to a school.\n\n"
        + "The talks went on until late in the evening, long after the last train had gone. " * 6
        + "\n\n“Outrage is no excuse,” Biden said."
    )
    assert said(text)["Biden"] == "Joe Biden"


def test_a_new_person_behind_a_family_name_that_is_left_open_is_nobody_named() -> None:
    """ "Carter" may be either, and "a vet" neither of them: that had broken a whole document."""
    text = (
        "Michael Carter and Laura Carter were late. Carter was tired. “It is a cold,” said a vet."
    )
    assert said(text) == {"a vet": None}


_CROFTS = (
    "Leanne Croft, 26, was killed in March by Darren Holt.\n\nHer mother, Sandra Croft, said the "
    "apology had come late.\n\nRuth Oyelaran said it was nonsense.\n\n"
)


@pytest.mark.parametrize("name", ["Croft", "Mrs Croft"])
def test_who_alone_of_a_family_has_spoken_is_meant(name: str) -> None:
    """Others may have spoken in between: a family name goes on with who spoke under it."""
    assert said(f"{_CROFTS}{name} said it was an insult.")[name] == "Sandra Croft"
    assert said(f"{_CROFTS}{name} does not believe it. “No,” she said.")["she"] == "Sandra Croft"


def test_a_family_name_is_open_where_another_was_named_since() -> None:
    """Then it may be the other one, and she is not who spoke last either."""
    text = f"{_CROFTS}Leanne Croft had called them. Croft does not believe it. “No,” she said."
    assert said(text)["she"] != "Ruth Oyelaran"


def test_whom_a_text_calls_by_first_name_is_not_its_mr_lund() -> None:
    """People of one family are told apart so."""
    text = (
        "Odd Lund has a brother, Fred Lund. Fred said it was late. Anna Sorel said it was not.\n\n"
        "Mr. Lund said that his brother knew best."
    )
    assert said(text)["Mr. Lund"] is None


_PETER = (
    "Peter Lund won the race on Sunday. Lund had lost it twice. A crowd met Lund at the gate.\n\n"
    "{kin} was at home.\n\n"
    + "The race went on for hours in the rain, and few had come to see the end of it. " * 6
    + "\n\n“It was late,” Lund said."
)


@pytest.mark.parametrize(
    "kin",
    [
        "His wife, Anna Lund,",
        "Lund’s older brother Anders Lund",
        "Anders Lund, his brother,",
        "Sofie Berg, the daughter of the surgeon Anders Lund,",
    ],
)
def test_whoever_came_in_as_a_relative_is_called_so(kin: str) -> None:
    """An outlet calls the one its story is about by the family name alone."""
    assert said(_PETER.format(kin=kin))["Lund"] == "Peter Lund"


def test_a_relative_who_speaks_is_called_by_the_family_name_too() -> None:
    """A widow tells of her husband, so it is not him who said so."""
    text = _PETER.format(kin="“It is what he wanted,” said his wife, Anna Lund. She")
    assert said(text)["Lund"] != "Peter Lund"


def test_a_relative_who_says_nothing_leaves_the_name_to_the_one_the_text_is_about() -> None:
    """ "Carter told us", right behind her husband was hurt, is the mayor again."""
    text = (
        "Mayor Laura Carter will not run again. Carter said she was tired. Carter is popular.\n\n"
        "In May a man hit Michael Carter, the mayor’s husband, with a bat at the house.\n\n"
        "Carter told the Ledger that the attack was no reason. She won by promising that she would "
        "leave by June."
    )
    assert said(text)["Carter"] == "Laura Carter"
    assert said(text)["She"] == "Laura Carter"


def test_her_part_in_something_tells_who_of_a_family_it_is() -> None:
    """ "For her part in the row, Carter"."""
    text = "Michael Carter and Laura Carter left. For her part in the row, Carter said it was over."
    assert said(text)["Carter"] == "Laura Carter"


def test_mrs_and_mr_tell_parents_of_a_dead_son_apart() -> None:
    """ "Ms. Carter" is the one known for a woman, "Mr. Carter" not the son who comes in as hers."""
    text = (
        "Sasha and Laura Carter spoke on Thursday. Mr. Carter said on Sunday that it was late.\n\n"
        "And Ms. Carter said that she could not talk of her son, Michael Carter.\n\n"
        "Mr. Carter told the Ledger they were glad."
    )
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    found = [(quote.source[0].text, quote.speaker) for quote in marks.quotes if quote.source]
    assert found[1:] == [("Ms. Carter", "Laura Carter"), ("Mr. Carter", "Sasha Carter")]


def test_whose_son_somebody_is_makes_nobody_else_a_son() -> None:
    """ "Pat Carter, whose son, Michael Carter, was hurt": she is "she"."""
    text = (
        "The club said that Pat Carter, whose son, Michael Carter, was killed, will come.\n\n"
        "Carter was a speaker in May, where she blamed “the whole club for all of this.”"
    )
    assert said(text)["she"] == "Pat Carter"


def test_the_outlet_calls_one_of_them_so_before_and_behind() -> None:
    """Whoever came in as nobody's relative is meant, also where the name alone is rare so far."""
    text = (
        "Conall Mackie, 61, mends clocks. Mackie learnt it from his grandfather, Eamon Mackie, and "
        "his aunt, Bridie Mackie.\n\n"
        + "There was rain on the windows all that day, and the bus did not come. "
        * 7
        + "\n\nNorman Scott measured it. Mackie calls it a rest. “I have earned it,” he says. "
        "Mackie laughs. Mackie waits."
    )
    assert said(text)["he"] == "Conall Mackie"


def test_who_spoke_last_goes_on_where_only_a_body_was_named_since() -> None:
    """ "“…,” she said" is of the last who spoke, though an institute told figures since."""
    figures = "\n\n".join(
        f"About one in {number} farms closed in April, according to the Urban Institute."
        for number in ("seven", "six", "five", "four", "three", "two")
    )
    text = (
        "Ada Roe opened the fair in May.\n\nShe met Ina Orr.\n\n"
        f"Petra Lund, a vet, said the winter was long.\n\n{figures}\n\n"
        "“We know the trade and we know what is to come of it,” she said. “It will pass.”"
    )
    assert said(text)["she"] == "Petra Lund"
    assert said(text.replace("About one in two", "Ada Roe said that one in two"))["she"] != (
        "Petra Lund"
    )
    assert said(text.replace("About one in two", "A nurse came home. One in two"))["she"] is None
