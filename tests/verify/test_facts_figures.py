"""Figures told in other words are borne out; an age is held against that of the person."""

from __future__ import annotations

import pytest

from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.comparables import Comparables
from onix.verify.facts.figure_pairs import adds_up
from onix.verify.facts.figures import figures_told
from onix.verify.facts.lines import lines_of
from onix.verify.facts.rivals import of_both
from tests.verify.test_facts import found, marks_of, wrong


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor has put up 140 guests in the gym.", "The mayor took 140 guests into the gym."),
        ("Nobody may draw more than 900 lei a day.", "The daily limit on cash is 900 lei."),
        (
            "The officer faces just over four years in prison.",
            "The officer was sentenced to four years and two months in prison.",
        ),
        (
            "The port paid every request within a month.",
            "Every request was paid by the port within 30 days.",
        ),
        (
            "The mine has to deliver 25 litres a day for each inhabitant.",
            "The mine has to deliver 25 litres per person a day.",
        ),
        (
            "The bureau wants the sale of six to nine stores in Ulvsund.",
            "The bureau wants the sale of between six and nine stores in Ulvsund.",
        ),
        ("There are 138 riders left.", "Six riders fell on Friday; there are 138 left of 168."),
        ("It flies at a good 500 kilometres.", "It flies at a height of 512 kilometres."),
        ("The fund pays 900 pesos per pupil.", "The fund pays the pupils 900 pesos a week."),
    ],
)
def test_a_figure_in_other_words_is_borne_out(text: str, source: str) -> None:
    """Limits told by a no, spans in two units, rates by two things, what is left."""
    assert not list(wrong(found([marks_of(source, "one")], text, "figure")))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The owner will hand over £2.4 million for a school.", ""),
        ("The owner will pay over £2.4 million for a school.", "more"),
    ],
)
def test_over_may_be_a_part_of_its_verb(text: str, meant: str) -> None:
    """What is handed over is no more than that."""
    (amount,) = amounts_of(lines_of(marks_of(text, "draft"))[0])
    assert amount.meant == meant


@pytest.mark.parametrize(
    ("text", "source", "is_wrong"),
    [
        ("The town gave it 2.3 million dollars.", "It got NZ$2.3 million from the town.", False),
        ("The town gave it US$2.3 million.", "It got NZ$2.3 million from the town.", True),
        ("The share fell by seven and a half percent.", "The share fell by 7.5 percent.", False),
        ("The share fell by six and a half percent.", "The share fell by 7.5 percent.", True),
    ],
)
def test_a_dollar_may_be_any_and_a_half_is_a_part_of_its_number(
    text: str, source: str, is_wrong: bool
) -> None:
    """Dollars are those of the land; “seven and a half percent” is no half of anything."""
    assert bool(list(wrong(found([marks_of(source, "one")], text, "figure")))) is is_wrong


def test_what_is_paid_per_family_and_week_is_paid_by_the_week() -> None:
    """Of several the span of time."""
    line = lines_of(marks_of("The fund pays 160,000 pesos per family and week.", "draft"))[0]
    assert [each.per for each in amounts_of(line)] == ["week"]


def test_the_age_of_a_person_goes_by_the_name() -> None:
    """Whatever else the sentences say; the age of another is no matter."""
    sources = [marks_of("The 61-year-old pilot Gerrit Dol shared a flat with Ana Moe, 40.", "one")]
    draft = "Gerrit Dol, {}, could go to court over the money."
    assert list(wrong(found(sources, draft.format(71), "figure")))
    assert not list(wrong(found(sources, draft.format(61), "figure")))


MILL = (
    "The mill at Sundby shut on Friday after a boiler burst, and 38 of its hands went home without "
    "pay.\n\n"
    "Its owner, Jonas Thule, had been told by inspectors that the boiler could stand another eight "
    "months of steam.\n\n"
    "The works were founded in 1902. Three flour stores on the quay belong to it.\n"
)


@pytest.mark.parametrize(
    ("text", "mine", "right"),
    [
        (
            "According to inspectors the boiler would last for five more months, its owner says.",
            "five more months",
            "eight months",
        ),
        ("When the boiler burst, 25 mill hands were sent away unpaid.", "25", "38"),
        ("The mill owns five stores for flour on the quay.", "five", "Three"),
    ],
)
def test_a_figure_that_does_not_answer_how_many(text: str, mine: str, right: str) -> None:
    """In other words than the record's the other figure is found by asking how many it was."""
    assert (mine, right) in list(wrong(found([marks_of(MILL, "mill")], text, "figure")))


@pytest.mark.parametrize(
    "text",
    [
        "According to inspectors the boiler would last for eight more months, its owner says.",
        "When the boiler burst, nearly 40 mill hands were sent away unpaid.",
        "The mill, which is run by two brothers, has stores for flour on the quay.",
    ],
)
def test_a_figure_that_answers_how_many(text: str) -> None:
    """Told in other words or of something else it is not held against the draft."""
    assert not list(wrong(found([marks_of(MILL, "mill")], text, "figure")))


@pytest.mark.parametrize(
    ("text", "source", "mine"),
    [
        (
            "It is the third time in ten years that the ferry Aurelia has run aground.",
            "The ferry Aurelia has run aground for the second time in ten years.",
            "third",
        ),
        (
            "Boxes came without seals at 12 schools that the monitors visited.",
            "At 12 percent of the schools that the monitors visited, boxes came without seals.",
            "12",
        ),
        (
            "About one in four of the patients had nosebleeds.",
            "Nosebleeds were seen in 22 of 106 patients.",
            "one in four",
        ),
        (
            "The repairs cost the port Sh90 million.",
            "Repairs cost the port 19 million shillings.",
            "Sh90 million",
        ),
    ],
)
def test_a_number_told_without_a_figure_is_held_against_the_record(
    text: str, source: str, mine: str
) -> None:
    """Ordinals, shares for counts, two numbers that make a share, money by its letters."""
    assert mine in dict(wrong(found([marks_of(source, "one")], text, "figure")))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The car went over twice.", "In the fog the car rolled twice."),
        ("The loan was put at nearly half a billion.", "The loan was some 480 million crowns."),
        ("The house fetched a quarter of a million pounds.", "The house fetched £250,000."),
        ("About one in five patients had nosebleeds.", "Nosebleeds: 22 of 106 patients."),
        ("About 1 in 10 patients had nosebleeds.", "About 10% of the patients had nosebleeds."),
        ("About 60% of the patients had nosebleeds.", "Six in every 10 patients had nosebleeds."),
        ("The town doubled to 180,000.", "The town of 90,000 now has twice as many."),
    ],
)
def test_a_number_told_otherwise_is_the_same(text: str, source: str) -> None:
    """ "Half a billion" is some 480 million, "over twice" is twice, a fifth about 22 of 106."""
    assert not list(wrong(found([marks_of(source, "one")], text, "figure")))


LINE = (
    "The owner of the ferry Aurelia, Solvik, hires berths at kr 150 a day, or kr 500 for ships "
    "longer than 80 metres.\n\n"
    "Suspicion has fallen on 24 valves fitted in the summer refit, which cost 12 million kroner "
    "and ran seven weeks late.\n\n"
    "Her former mate, Odd Moe, 58, has pleaded not guilty to twenty-six charges, among them that "
    "he sold fuel which was not his.\n\n"
    "Six of the line's eighteen ships have been out of service since the regulator withdrew their "
    "papers. In July 9 of its captains left.\n\n"
    "What is to become of the 7,300 holders of season tickets has not been settled, said the "
    "line's manager, Ana Voss.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{} of the line's ships lie idle because the authority took away their papers.",
            ("Eleven", "Six"),
        ),
    ],
)
def test_a_figure_in_a_sentence_rewritten_is_held_against_the_likeliest(
    text: str, expected: tuple[str, str]
) -> None:
    """By all that speaks for it that both are of one thing; the right one is borne out."""
    record = [marks_of(LINE, "one")]
    mine, right = expected
    assert list(wrong(found(record, text.format(mine), "figure"))) == [expected]
    assert not list(wrong(found(record, text.format(right), "figure")))


def test_a_figure_of_another_story_is_held_against_nothing() -> None:
    """However alike the numbers are told, as nothing there tells of the same."""
    draft = "A night guard was dropped in 2021 to save £38,000 a year."
    record = [marks_of("She was paid about £27,000 a year by the hospice.", "one")]
    assert not list(wrong(found(record, draft, "figure")))


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (  # all of a sort for some of it
            "On a fine day 4,200 lorries use the pass.",
            "Some 4,200 vehicles use the pass on a fine day, 310 of them lorries.",
            ["4,200"],
        ),
        (
            "On a fine day 310 lorries use the pass.",
            "Some 4,200 vehicles use the pass on a fine day, 310 of them lorries.",
            [],
        ),
        (  # two things with each other's number
            "In 12 games Odd Moe has four goals and nine assists.",
            "In 12 games Odd Moe has nine goals and four assists.",
            ["four", "nine"],
        ),
        (
            "In 12 games Odd Moe has nine goals and four assists.",
            "In 12 games Odd Moe has nine goals and four assists.",
            [],
        ),
        (  # the year before stands in brackets
            "Net profit came to $71.2 million on sales of 3,100 tonnes.",
            "Net profit: $44.6 million ($71.2 million)",
            ["$71.2 million"],
        ),
        (
            "Net profit fell to $44.6 million from $71.2 million.",
            "Net profit: $44.6 million ($71.2 million)",
            [],
        ),
        (
            "The margin narrowed by eight percentage points, the bank said.",
            "The margin was down eight basis points, the bank said.",
            ["eight"],
        ),
        (  # a unit that the record has nowhere
            "Odd Moe is letting his share of the mill go to a Bergen firm for 270 million euros.",
            "The price is 270 million kroner, both sides said on Monday.",
            ["270 million euros"],
        ),
    ],
)
def test_the_right_number_of_another_thing(text: str, source: str, expected: list[str]) -> None:
    """It stands in the record, for what is counted beside it, of the year before, in a unit."""
    record = [marks_of(source, "one")]
    assert [mine for mine, _ in wrong(found(record, text, "figure"))] == expected


def test_the_age_that_somebody_has_now() -> None:
    """It is no number of things, though no name stands before it."""
    (line,) = lines_of(marks_of("The shepherd, now 58, went out again in the rain.", "one"))
    assert [each.unit for each in amounts_of(line)] == ["age"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The hall cost 40m zlotys.", 40e6, "PLN"),
        ("They sold 12m tonnes of it.", 12e6, "t"),
        ("It is 12m tall.", 12.0, "m"),
    ],
)
def test_m_stands_for_millions_before_what_is_counted(text: str, value: float, unit: str) -> None:
    """Of money and of weights there are no metres."""
    (line,) = lines_of(marks_of(text, "one"))
    (amount,) = amounts_of(line)
    assert (amount.value, amount.unit) == (value, unit)


def test_the_same_digits_by_another_scale_are_another_sum() -> None:
    """Lakh for crore is a hundred times too little."""
    record = [marks_of("The bridge over the Teral cost Rs 7,460 crore, the state said.", "one")]
    draft = "The Teral bridge was built for Rs 7,460 lakh."
    assert list(wrong(found(record, draft, "figure"))) == [("Rs 7,460 lakh", "Rs 7,460 crore")]


def test_a_row_over_a_sum_is_no_more_than_it() -> None:
    """Only without an article does "over" say that it is more."""
    record = [marks_of("The city has insured the hall for 90 million euros.", "one")]
    draft = "The city fights over the 90 million euros for which the hall is insured."
    assert not list(wrong(found(record, draft, "figure")))


def test_a_half_of_a_span_of_time_is_no_share() -> None:
    """ "A year and a half" is one amount, and is borne out by 18 months."""
    draft = "Mending the wall of the quay will take a year and a half."
    record = [marks_of("Mending the wall of the quay will take 18 months.", "one")]
    (verdict,) = found(record, draft, "figure")
    assert (verdict.claim.text, verdict.label) == ("a year and a half", "supported")


def test_of_which_row_a_number_of_a_table_is_is_not_to_be_told() -> None:
    """A label that stands beside each of several numbers says nothing of the other list."""
    record = [marks_of("Sundby halt\n\nPassengers in the year before: 61,275.", "one")]
    row = "Passengers in the year before: {}."
    alone = f"Sundby halt\n\n{row.format('61,725')}"
    assert list(wrong(found(record, alone, "figure"))) == [("61,725", "61,275")]
    table = f"{alone}\n\nNordvik halt\n\n{row.format('20,418')}"
    assert not list(wrong(found(record, table, "figure")))


def test_what_two_numbers_of_the_record_differ_by() -> None:
    """Also where a computer does not subtract exactly: 25 less 23.40 is 1.60."""
    text = "Its president wants the minimum wage raised to $25 an hour; it is $23.40 now."
    (line,) = lines_of(marks_of("The union wants a rise of $1.60.", "draft"))
    (amount,) = amounts_of(line)
    told = Comparables(figures_told(lines_of(marks_of(text, "one"))))
    assert adds_up(amount, told) is not None


@pytest.mark.parametrize(
    ("figure", "is_slip"),
    [("11,836", True), ("11,386", False), ("11,863", False), ("12,836", False)],
)
def test_two_digits_of_a_long_figure_that_changed_places(figure: str, *, is_slip: bool) -> None:
    """However else it is told; another digit makes another number, and so does a longer way."""
    source = marks_of(
        "The bureau sent letters to the 11,386 people who finished the race. It rained.", "one"
    )
    draft = f"None of the {figure} times will count, the club said."
    slips = [(figure, "11,386")] if is_slip else []
    assert list(wrong(found([source], draft, "figure"))) == slips


def test_a_source_that_bears_a_figure_out_does_not_differ_from_itself() -> None:
    """Two documents may differ; one that has another number besides tells of something else."""
    told = "Eight lynxes from Norland arrived in Svalia on Saturday, according to the Lynx Fund."
    planned = (
        "In January, the ministry of forests announced that the government planned to release 50 "
        "lynxes into national parks in Svalia over the next five years."
    )
    draft = "Eight lynxes are at large in a national park in Svalia."
    (alone,) = found([marks_of(f"{told}\n\n{planned}", "one")], draft, "figure")
    assert (alone.label, alone.differences) == ("supported", ())
    (other,) = found([marks_of(told, "one"), marks_of(planned, "two")], draft, "figure")
    assert [each.source.text for each in other.differences if each.source] == ["50"]


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Shares in Thule Mills rose 7.4 percent on the day.", "rose 7.4 percent"),
        ("Thule Mills saw a 7.4 percent increase of its shares.", "7.4 percent increase"),
        ("Shares in Thule Mills lost 7.4 percent on the day.", None),
        ("Shares in Thule Mills did not rise by 7.4 percent on the day.", None),
        ("Shares in Thule Mills moved 7.4 percent on the day.", None),
    ],
)
def test_a_figure_the_wrong_way_round(text: str, turned: str | None) -> None:
    """The number is right, and it went down by it and not up."""
    sources = [marks_of("Shares in Thule Mills fell 7.4 percent on Tuesday, to 212 pence.", "one")]
    found_wrong = [each for each in found(sources, text, "figure") if each.label == "contradicted"]
    assert [each.claim.text for each in found_wrong] == [turned] * (turned is not None)
    assert all("“fell” in the record" in each.why for each in found_wrong)


def test_what_goes_both_ways_in_the_record_is_not_turned_round() -> None:
    """One source has it rise, so that a draft may, too."""
    sources = [
        marks_of("Shares in Thule Mills fell 7.4 percent on Tuesday.", "one"),
        marks_of("Shares in Thule Mills rose 7.4 percent on Tuesday.", "other"),
    ]
    draft = "Shares in Thule Mills rose 7.4 percent on Tuesday."
    assert all(each.label == "supported" for each in found(sources, draft, "figure"))


def test_another_noun_of_the_same_sort_bears_no_small_number_out() -> None:
    """90 engineers to be hired are not the 90 firemen who came."""
    sources = [marks_of("Some 90 firefighters worked for three hours at the mill.", "one")]
    wanted = "The railway wants to hire 90 signal engineers by the end of the year."
    assert [each.label for each in found(sources, wanted, "figure")] == ["not_in_record"]
    came = "About 90 firefighters were at work at the mill."
    assert [each.label for each in found(sources, came, "figure")] == ["supported"]


def test_more_than_a_number_is_no_rough_form_of_more_than_another() -> None:
    """Two bounds that are told alike are two numbers, as two exact ones are."""
    source = "More than 130 passengers were on board."
    lines = figures_told(lines_of(marks_of(source, "one")))
    (mine,) = amounts_of(lines_of(marks_of("More than 150 passengers were on board.", "d"))[0])
    (theirs,) = lines[0][1]
    assert of_both(mine, theirs)["roughly"] == 0
    (exact,) = amounts_of(lines_of(marks_of("There were 130 passengers on board.", "e"))[0])
    assert of_both(mine, exact)["roughly"] == 1


def test_a_wrong_number_is_told_once() -> None:
    """“Five weeks” is no second error of “five weeks before”."""
    sources = [marks_of("The request was refused on 9 March, five days before the crash.", "one")]
    draft = "The request was refused on 9 March, five weeks before the crash."
    errors = list(wrong(found(sources, draft, "date")))
    assert len(errors) == 1


def test_two_lengths_beside_one_another_are_two() -> None:
    """Nobody tells years with minutes, and "eight minutes before" says when."""
    line = lines_of(marks_of("He signed for two years, eight minutes before it shut.", "d"))[0]
    assert [each.span.text for each in amounts_of(line)] == ["two years", "eight minutes"]


def test_a_share_is_told_in_full_and_worked_out_of_two_sums() -> None:
    """ "Two fifths" and no "two"; of the 610 million crowns 270 million are more than that."""
    record = [marks_of("Of the 610 million crowns that are missing, 270 million are rent.", "r")]
    (share,) = found(record, "More than two fifths of the missing sum is rent.", "figure")
    assert (share.claim.text, share.label) == ("two fifths", "supported")


def test_a_rate_is_shown_with_what_it_is_by() -> None:
    """The number of "$25 a day" is right where it is $25 a week: what is wrong is the day."""
    source = [marks_of("Each household is paid $25 a week for the cold, the landlord says.", "one")]
    told = wrong(found(source, "Each household is paid $25 a day for the cold.", "figure"))
    assert [mine for mine, _ in told] == ["$25 a day"]


@pytest.mark.parametrize(
    ("text", "source", "kind", "wrongly"),
    [
        (
            "Whoever lost less pays a quarter of the levy.",
            "Members who lost less of the levy pay half.",
            "figure",
            "a quarter",
        ),
        (
            "It happened in the eighth round of the match at Ulvsund.",
            "It happened in the seventh round of the match at Ulvsund.",
            "figure",
            "eighth",
        ),
        (
            "The mill pays €38 a hectare for the grapes.",
            "The mill pays 38 euros a hectolitre for the grapes.",
            "figure",
            "€38 a hectare",
        ),
        (
            "Among the books is the herbal of 1589, by a monk.",
            "Among the books is the herbal of 1598, by a monk.",
            "date",
            "1589",
        ),
    ],
)
def test_a_part_a_round_a_measure_and_a_year(
    text: str, source: str, kind: str, wrongly: str
) -> None:
    """Numbers that are told by a word, and a year so long past that it is read as a number."""
    told = wrong(found([marks_of(source, "one")], text, kind))
    assert [mine for mine, _ in told] == [wrongly]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (
            "Turnout in Ulvsund rose by 4.2 percentage points to 54.3 per cent.",
            "The turnout in Ulvsund was 54.3 per cent; in the first round it was 49.1 per cent.",
            ["4.2"],
        ),
        (
            "Turnout in Ulvsund rose by 5.2 percentage points to 54.3 per cent.",
            "The turnout in Ulvsund was 54.3 per cent; in the first round it was 49.1 per cent.",
            [],
        ),
        (
            "The ward in Ulvsund lacks eleven nurses, up from five a year ago.",
            "The ward in Ulvsund is short of 11 nurses, five more than a year ago.",
            ["five"],
        ),
        (
            "The ward in Ulvsund lacks eleven nurses, up from six a year ago.",
            "The ward in Ulvsund is short of 11 nurses, five more than a year ago.",
            [],
        ),
        (
            "The ward in Ulvsund lacks eleven nurses, up from four a decade ago.",
            "The ward in Ulvsund is short of 11 nurses, five more than a year ago.",
            [],
        ),
        (
            "The campaign in Ulvsund cost $310,000, more than half of it from the dockers.",
            "The campaign in Ulvsund cost $310,000, of which $120,000 came from the dockers.",
            ["half"],
        ),
        (
            "The campaign in Ulvsund cost $310,000, more than a third of it from the dockers.",
            "The campaign in Ulvsund cost $310,000, of which $120,000 came from the dockers.",
            [],
        ),
        (
            "The ward in Ulvsund lacks nine nurses, down from ten a year ago.",
            "The ward in Ulvsund is short of 9 nurses, two fewer than a year ago.",
            ["ten"],
        ),
        (
            "The ward in Ulvsund lacks eleven nurses, up from seven a year ago.",
            "The ward in Ulvsund is short of 11 nurses; the number went up by five.",
            ["seven"],
        ),
        (
            "The campaign in Ulvsund cost $310,000, less than a third of it from the dockers.",
            "The campaign in Ulvsund cost $310,000, of which $120,000 came from the dockers.",
            ["a third"],
        ),
        (
            "The campaign in Ulvsund cost $310,000, about a fifth of it from the dockers.",
            "The campaign in Ulvsund cost $310,000, of which $120,000 came from the dockers.",
            ["a fifth"],
        ),
        (
            "The study of the Ulvsund mill was paid for with £740,000.",
            "The study of the Ulvsund mill was paid for by a trust (£610,000) and us (£130,000).",
            [],
        ),
        (
            "The Ulvsund mill lost £214 million in the year, £96 million more than before.",
            "The Ulvsund mill lost £214 million in the year, after £96 million the year before.",
            ["£96 million"],
        ),
    ],
)
def test_what_a_draft_works_out(text: str, source: str, expected: list[str]) -> None:
    """A difference, an earlier number or a share is reckoned from what the record has."""
    assert [each for each, _ in wrong(found([marks_of(source, "one")], text, "figure"))] == expected


def test_what_is_left_of_a_whole_is_right() -> None:
    """Of 215 goats 140 drowned: 75 are left, where the draft names the 215, too."""
    record = [marks_of("The shepherd Odd Lund lost 140 of his 215 goats.", "r")]
    told = found(record, "Odd Lund keeps 75 goats where there used to be 215.", "figure")
    assert [each.label for each in told] == ["supported", "supported"]
    assert list(wrong(found(record, "The shepherd Odd Lund lost 175 of his 215 goats.", "figure")))


def test_how_much_less_it_was_is_held_against_no_level() -> None:
    """ "Five centimetres less than in the survey" is not the survey's 60."""
    text = "The clay on the dyke was 60 centimetres thick in a survey of 2019."
    told = found(
        [marks_of(text, "r")],
        "The clay on the dyke was five centimetres less than in the survey of 2019.",
        "figure",
    )
    assert [each.label for each in told] == ["not_in_record"]


def test_pounds_of_a_thing_may_be_a_weight() -> None:
    """ "More than 500 pounds of malt" is wrong where the record has 500 kilograms."""
    source = (
        "Mills with more than 500 kilograms of malt should have a second alarm, the panel said."
    )
    draft = "The panel said that any mill with more than 500 pounds of malt should have an alarm."
    assert [mine for mine, _ in wrong(found([marks_of(source, "one")], draft, "figure"))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The load spent 31 hours above the 8-degree limit.",
            "The load stood above the permitted 8 °C for 31 hours.",
        ),
        (
            "Coverage could drop by up to eight points this year, the minister warned.",
            "Coverage could fall by as much as eight points this year, the minister said.",
        ),
    ],
)
def test_a_limit_told_by_its_number_and_one_that_goes_no_way(text: str, source: str) -> None:
    """Above "the 8-degree limit" is not more than eight, and "up to" is not up."""
    assert not list(wrong(found([marks_of(source, "source")], text, "figure")))
