"""How many: figures with their value, their unit and the words they count."""

from __future__ import annotations

import pytest

from onix.model import Document, Figure
from onix.reading.figures import find_figures
from onix.reading.grammar.numbers import number
from onix.reading.grammar.sentences import find_sentences


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text."""
    document = Document("d", "article", text)
    return find_figures(document, find_sentences(document))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal is worth $3.5 billion.", ("$3.5 billion", 3.5e9, "USD", None)),
        ("The deal is worth 2.9 billion euros.", ("2.9 billion euros", 2.9e9, "EUR", None)),
        ("The deal is worth US$5 million.", ("US$5 million", 5e6, "USD", None)),
        ("The deal is worth €20m.", ("€20m", 2e7, "EUR", None)),
        ("The deal is worth $1.2bn.", ("$1.2bn", 1.2e9, "USD", None)),
        ("The deal is worth £1,500.", ("£1,500", 1500, "GBP", None)),
        ("The deal is worth EUR 40.", ("EUR 40", 40, "EUR", None)),
        ("Prices rose 2.4% at once.", ("2.4%", 2.4, "%", None)),
        ("Prices rose 20 percent at once.", ("20 percent", 20, "%", None)),
        ("Prices rose by two percent.", ("two percent", 2, "%", None)),
        ("They drove 20 miles.", ("20 miles", 20, "mile", None)),
        ("They drove 5km.", ("5km", 5, "km", None)),
        ("The 10-mile road is shut.", ("10-mile", 10, "mile", None)),
        ("The town is 40 m deep.", ("40 m", 40, "m", None)),
        ("The 28-point plan failed.", ("28", 28, None, "point")),
        ("Two million people fled.", ("Two million", 2e6, None, "people")),
        ("It called up 200,000 reservists.", ("200,000", 2e5, None, "reservists")),
        ("About 12 Ukrainian soldiers fell.", ("12", 12, None, "Ukrainian soldiers")),
        ("It has 40 long-range missiles.", ("40", 40, None, "long-range missiles")),
        ("It has 40 tall glass towers.", ("40", 40, None, "tall glass towers")),
        ("Three of the hostages were freed.", ("Three", 3, None, "hostages")),
        ("The list has one name.", ("one", 1, None, "name")),
        ("There were 28 killed.", ("28", 28, None, None)),
        ("A dozen missiles fell.", ("A dozen", 12, None, "missiles")),
        ("Two dozen missiles fell.", ("Two dozen", 24, None, "missiles")),
        ("Dozens of protesters came.", ("Dozens", None, None, "protesters")),
        ("It holds a hundred and ten seats.", ("a hundred and ten", 110, None, "seats")),
        ("It holds twenty-four seats.", ("twenty-four", 24, None, "seats")),
        ("It holds half the seats.", ("half", 0.5, None, "seats")),
        ("It fell seven and a half percent.", ("seven and a half percent", 7.5, "%", None)),
        (
            "It cost one and a half million crowns.",
            ("one and a half million crowns", 1.5e6, "krone", None),
        ),
        ("She paid 3 1/2 dollars.", ("3 1/2 dollars", 3.5, "USD", None)),
        ("He saw 16 and left.", ("16", 16, None, None)),
        ("He saw six current and former aides.", ("six", 6, None, None)),
        ("It fell 1.8 per cent.", ("1.8 per cent", 1.8, "%", None)),
        ("It cost Sh90 million.", ("Sh90 million", 9e7, "shilling", None)),
        ("It cost 90 million shillings.", ("90 million shillings", 9e7, "shilling", None)),
        ("The fine was R2.3 billion.", ("R2.3 billion", 2.3e9, "ZAR", None)),
        ("They paid Rs. 300,000.", ("Rs. 300,000", 3e5, "INR", None)),
        ("They paid Rs 50 crore.", ("Rs 50 crore", 5e8, "INR", None)),
        ("A ticket is kr 450.", ("kr 450", 450, "krone", None)),
        ("A ticket is NZ$45.", ("NZ$45", 45, "NZD", None)),
        ("It flew at 131 knots.", ("131 knots", 131, "kn", None)),
        ("It drove at 80 kilometres an hour.", ("80 kilometres an hour", 80, "km/h", None)),
        ("It lies in 12 square kilometres.", ("12 square kilometres", 12, "km2", None)),
        ("It holds 410 cubic metres.", ("410 cubic metres", 410, "m3", None)),
        ("It was 36 degrees Celsius.", ("36 degrees Celsius", 36, "°C", None)),
        ("It was 97.7F at noon.", ("97.7F", 97.7, "°F", None)),
        ("The usual hundred and thirty came.", ("hundred and thirty", 130, None, None)),
        ("There were four called up.", ("four", 4, None, None)),
        ("Anna, 52, spoke.", ("52", 52, None, None)),
    ],
)
def test_a_figure_has_its_value_its_unit_and_what_it_counts(
    text: str, expected: tuple[str, float | None, str | None, str | None]
) -> None:
    """A number with magnitude and unit is one span; what it counts is the noun after it."""
    [found] = figures(text)
    of = found.of.text if found.of else None
    assert (found.span.text, found.value, found.unit, of) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They met on Oct. 14, 2025, at 9:30 a.m.",
        "It lasted three weeks and ran to 2024.",
        "An F-16 and two-hour talks, the B2 and COVID-19.",
        "No one saw it, and one of them left.",
        "Several men and many women, some of them old.",
        "One day it will end. Half of it is gone.",
        "Dozens fell.",
        "The file_2 is here.",
        "7. Prisoners must be freed.",
        "One called back.",
        "Press: +44 20 7946 0123 or (212) 555-0188, 020 7946 0123, 1-800-555-0123.",
    ],
)
def test_dates_names_and_pronouns_are_no_figures(text: str) -> None:
    """What belongs to a time or to a name, "one" and "half" as pronouns are left out."""
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["3.5", " ", "million"], 3.5e6),
        (["a", " ", "hundred", " ", "and", " ", "ten"], 110),
        (["two", " ", "hundred", " ", "thousand", " ", "six"], 200006),
        (["two", "-", "and", "-", "a", "-", "half"], 2.5),
        (["3", " ", "1", "/", "2"], 3.5),
        (["1", "/", "0"], 1),
        (["a", " ", "couple", " ", "of"], 2),
        (["several"], None),
        (["banana"], None),
        ([], None),
        (["9" * 400], None),
    ],
)
def test_number_words_are_worth_what_they_say(words: list[str], value: float | None) -> None:
    """Digits, words and magnitudes add up; words that name no number are worth None."""
    assert number(words) == value


def test_both_ends_of_a_range_have_what_one_names() -> None:
    """ "From 4.9 to 5.1 million": both are millions; "from 400 to 1.2 million" leaves 400 alone."""
    text = (
        "It went from 4.9 to 5.1 million, from $3 to $5 billion, by 3 to 5%, from 400 to 1.2 "
        "million."
    )
    assert [(each.value, each.unit) for each in figures(text)] == [
        (4.9e6, None),
        (5.1e6, None),
        (3e9, "USD"),
        (5e9, "USD"),
        (3.0, "%"),
        (5.0, "%"),
        (400.0, None),
        (1.2e6, None),
    ]
