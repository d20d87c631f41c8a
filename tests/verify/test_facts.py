"""What a draft tells is held against what others told: right, wrong, or not known there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.model import Document, Marks, Verdict
from onix.reading.reader import NewsReader
from onix.verify.facts import verify_facts
from onix.verify.facts.slips import is_slip_of_digits, is_slip_of_name

MORNING = (
    "The tram depot at Ulvsund burned down on Monday, June 2, and 34 trams were lost, "
    "the operator, Norrline, said.\n\n"
    "Sarah Lindqvist, the deputy head of the fire service, said that 120 firefighters had "
    "fought the blaze for six hours.\n\n"
    "The fire may have started in a battery, according to an internal report seen by the "
    "Ulvsund Gazette. The damage is put at €14m.\n\n"
    "The Nordic Rail Union represents 410 drivers. "
    "Its chairman, Karl Moe, 52, wants a public inquiry.\n"
)
EVENING = (
    "Trams in Ulvsund will not run before Friday, Norrline said on Tuesday.\n\n"
    "Two-thirds of the fleet was saved. "
    "The depot, which was built in 1965, stood 7 kilometres from the centre.\n\n"
    "A night watchman is said to have fled through a window. Nobody was hurt.\n"
)


def marks_of(text: str, name: str, published: str = "2025-06-03", outlet: str = "") -> Marks:
    """Read a text as an article."""
    document = Document(
        name, "article", text, published=published, outlet=outlet or None, language="en"
    )
    return next(iter(NewsReader().read([document])))


@pytest.fixture(scope="module")
def record() -> list[Marks]:
    """Two reports of a fire."""
    return [
        marks_of(MORNING, "morning", outlet="Ulvsund Gazette"),
        marks_of(EVENING, "evening", outlet="Radio Fjord"),
    ]


def found(record: list[Marks], text: str, kind: str) -> list[Verdict]:
    """Give the verdicts of a kind on a draft of the day after."""
    verdicts = verify_facts(marks_of(text, "draft", "2025-06-04"), record)
    return [each for each in verdicts if each.claim.kind == kind]


def wrong(verdicts: list[Verdict]) -> Iterator[tuple[str, str | None]]:
    """Give the words of the draft and of the record where they contradict one another."""
    for each in verdicts:
        if each.label == "contradicted":
            (difference,) = each.differences
            yield each.claim.text, difference.source.text if difference.source else None


def test_what_a_correction_takes_back_bears_nothing_out(record: list[Marks]) -> None:
    """A draft that still has the error is wrong, though the note of correction repeats it."""
    note = "An earlier version of this article said that 43 trams were lost."
    corrected = marks_of(f"{MORNING}\n{note}\n", "corrected")
    draft = "The depot burned down on Monday and 43 trams were lost."
    assert list(wrong(found([corrected], draft, "figure"))) == [("43", "34")]


def test_what_is_found_of_another_time_contradicts_in_spelling_alone() -> None:
    """A fire of years ago is another fire, or was told of otherwise; whom it names is the same.

    What somebody gives to hold a draft against is meant, however old it is.
    """
    text = "The depot burned down and 43 trams were lost, said Sarah Lindquist."
    draft = marks_of(text, "draft", "2025-06-04")
    trams, name = ("43", "34"), ("Sarah Lindquist", "Sarah Lindqvist")
    old, new = (marks_of(MORNING, "morning", f"{year}-06-03") for year in (2023, 2025))
    assert list(wrong(verify_facts(draft, [], [old]))) == [name]
    assert list(wrong(verify_facts(draft, [], [new]))) == [trams, name]
    assert list(wrong(verify_facts(draft, [old]))) == [trams, name]


def test_what_a_draft_quotes_is_of_its_time_however_long_ago() -> None:
    """Whoever prints the very words of a hearing of spring tells of that hearing."""
    text = (
        "The clerk, Rosa Quay, told the hearing on the flood that 610 houses had no light. "
        "“We had candles in every room of the town hall,” she said."
    )
    record = [marks_of(text, "hearing", published="2025-02-01")]
    told = "Rosa Quay, the clerk, told the hearing on the flood that 160 houses had no light."
    quoted = f"{told} “We had candles in every room of the town hall,” she said."
    for draft, expected in ((told, []), (quoted, [("160", "610")])):
        found = verify_facts(marks_of(draft, "draft"), [], record)
        assert [each for each in wrong(found) if each[0] == "160"] == expected


def test_the_outlets_of_the_record_are_names_that_it_has() -> None:
    """ "The Tarn Courier reported" names one of them, though no article does."""
    record = [marks_of("The mill in Sund burned on Monday.", "mill", outlet="Tarn Courier")]
    draft = marks_of("The mill in Sund burned on Monday, the Tarn Courier reported.", "draft")
    found = verify_facts(draft, record)
    labels = {each.claim.text: each.label for each in found if each.claim.kind == "name"}
    assert labels["Tarn Courier"] == "supported"


def test_a_draft_without_a_date_is_of_the_time_of_what_is_found_best() -> None:
    """As most drafts have none: else a fire of years ago would contradict it."""
    (draft,) = NewsReader().read([Document("d", "draft", "43 trams were lost.", language="en")])
    new, old = marks_of(EVENING, "evening"), marks_of(MORNING, "morning", "2023-06-03")
    assert list(wrong(verify_facts(draft, [], [new, old]))) == []
    assert list(wrong(verify_facts(draft, [], [old, new]))) == [("43", "34")]


def test_a_misspelt_name_is_held_against_the_right_one(record: list[Marks]) -> None:
    """With the sentence that has it, so that an editor sees why."""
    text = "Sara Lindqvist of the fire service said that 120 firefighters had fought the blaze."
    verdicts = found(record, text, "name")
    assert list(wrong(verdicts)) == [("Sara Lindqvist", "Sarah Lindqvist")]
    assert "120 firefighters" in verdicts[0].evidence[0].span.text


def test_who_says_something_about_an_officer_is_not_the_officer(record: list[Marks]) -> None:
    """Words put in between two commas tell who says it, and no title."""
    text = "The vice chairman of the union, Karl Moe said, had been told to go home."
    assert not list(wrong(found(record, text, "name")))
    text = "The vice chairman of the union, Karl Moe, said that he had been told to go home."
    assert list(wrong(found(record, text, "name")))


def test_a_deputy_is_not_the_head(record: list[Marks]) -> None:
    """A rank left out makes another office of it."""
    text = "The head of the fire service, Sarah Lindqvist, praised the crews."
    assert [words for words, _ in wrong(found(record, text, "name"))] == [
        "head of the fire service, Sarah Lindqvist"
    ]
    text = "The deputy head of the fire service, Sarah Lindqvist, praised the crews."
    assert not list(wrong(found(record, text, "name")))


def test_nobody_is_wrong_because_the_record_is_silent(record: list[Marks]) -> None:
    """Names, figures and dates that no source has are not known, and no more."""
    text = "Ines Duarte, a baker, sold 75 loaves in Porto on August 9, 2019. It cost her $12,000."
    verdicts = verify_facts(marks_of(text, "draft"), record)
    assert {each.label for each in verdicts} == {"not_in_record"}
    assert not any(each.evidence for each in verdicts)


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("The fire at the depot cost Norrline 43 trams.", "43", "34"),
        ("The damage is put at €14 billion.", "€14 billion", "€14m"),
        ("The depot stood 7 miles from the centre.", "7 miles", "7 kilometres"),
    ],
)
def test_another_figure_of_the_same_thing(
    record: list[Marks], text: str, words: str, source: str
) -> None:
    """Digits that changed places, a million for a billion, a mile for a kilometre."""
    assert list(wrong(found(record, text, "figure"))) == [(words, source)]


@pytest.mark.parametrize(
    "text",
    [
        "The depot burned down, and thirty-four trams were lost.",
        "More than 30 trams were lost when the depot burned down.",
        "The damage is put at 14 million euros.",
        "Some 67 percent of the fleet was saved.",
        "The depot stood about 4.3 miles from the centre.",
        "The union represents about 400 drivers.",
    ],
)
def test_a_figure_told_otherwise_is_borne_out(record: list[Marks], text: str) -> None:
    """In words, rounded, in another currency style or another measure."""
    assert [each.label for each in found(record, text, "figure")] == ["supported"]


def test_more_than_is_wrong_where_there_were_as_many(record: list[Marks]) -> None:
    """The same number is not more than itself."""
    text = "The depot burned down, and more than 34 trams were lost."
    assert list(wrong(found(record, text, "figure"))) == [("34", "34")]


def test_a_weekday_is_held_against_its_date_without_any_source() -> None:
    """The calendar is enough, and says which day it is."""
    draft = marks_of("The depot burned down on Tuesday, June 2, 2025.", "draft", "2025-06-04")
    (verdict,) = verify_facts(draft, [])
    assert (verdict.claim.kind, verdict.label) == ("date", "contradicted")
    assert "Monday" in verdict.why
    right = marks_of("The depot burned down on Monday, June 2, 2025.", "draft", "2025-06-04")
    assert verify_facts(right, []) == []


def test_a_date_may_be_of_a_year_told_beside_it() -> None:
    """Nov. 1 is a Sunday in 2026, as the March before it says, and no Saturday in any near year."""
    told = "Summer time lasts from Sunday, March 29, 2026, to {}, Nov. 1."
    right = marks_of(told.format("Sunday"), "draft", "2024-09-01")
    assert verify_facts(right, []) == []
    (verdict,) = verify_facts(marks_of(told.format("Monday"), "draft", "2024-09-01"), [])
    assert verdict.claim.text.startswith("Monday")


def test_a_year_whose_digits_changed_places(record: list[Marks]) -> None:
    """Of the same event, in the same words."""
    text = "The depot, which was built in 1956, stood outside the centre."
    assert list(wrong(found(record, text, "date"))) == [("1956", "1965")]


def test_what_every_source_leaves_open_is_not_told_flatly(record: list[Marks]) -> None:
    """The same clause with its hedge is in order."""
    flat = "A night watchman fled through a window."
    ((words, _),) = wrong(found(record, flat, "hedge"))
    assert words == flat
    hedged = "A night watchman reportedly fled through a window."
    assert not list(wrong(found(record, hedged, "hedge")))


@pytest.mark.parametrize(
    "draft",
    [
        "According to the owner, the doors were shut and a night watchman fled through a window.",
        "If a night watchman fled through a window, somebody will know him.",
        "In all likelihood a night watchman fled through a window.",
    ],
)
def test_a_condition_and_what_somebody_is_named_for_is_not_flat(
    record: list[Marks], draft: str
) -> None:
    """A draft leaves open what it gives to somebody, makes a condition, or calls likely."""
    assert not list(wrong(found(record, draft, "hedge")))


def test_a_find_is_credited_to_who_made_it(record: list[Marks]) -> None:
    """Another outlet in its place is wrong; the right one is not."""
    text = "A battery may be to blame, according to an internal report obtained by {}."
    given = text.format("Radio Fjord")
    assert [words for words, _ in wrong(found(record, given, "attribution"))] == ["Radio Fjord"]
    assert not list(wrong(found(record, text.format("the Ulvsund Gazette"), "attribution")))


def test_offsets_give_back_the_words(record: list[Marks]) -> None:
    """Of the draft, and of each source."""
    draft = marks_of(MORNING.replace("34", "43").replace("Lindqvist", "Lindquist"), "draft")
    for each in verify_facts(draft, record):
        assert draft.document.text[each.claim.start : each.claim.end] == each.claim.text
        for place in each.evidence:
            source = MORNING if place.span.document_id == "morning" else EVENING
            assert source[place.span.start : place.span.end] == place.span.text


def test_a_text_contradicts_itself_nowhere(record: list[Marks]) -> None:
    """Held against the same words, everything in it is right."""
    assert not list(wrong(verify_facts(marks_of(MORNING, "draft"), record[:1])))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("1956", "1965", True), ("19", "9", True), ("27", "22", False), ("5", "5", False)],
)
def test_slips_of_digits(one: str, other: str, expected: bool) -> None:
    """Places changed and digits doubled or lost; another digit is another number."""
    assert is_slip_of_digits(one, other) is is_slip_of_digits(other, one) is expected


def test_slips_of_names() -> None:
    """Short names are told apart by one letter."""
    assert is_slip_of_name("Lindquist", "Lindqvist")
    assert not is_slip_of_name("Lea", "Lee")
    assert not is_slip_of_name("Moe", "Moe")


POWER = (
    "Inspector Dana Wells of the Mereport police said that the power had failed at the harbour.\n\n"
    "Rosa Amberg, the utility's chief engineer, said that the repair would cost $640 a week.\n\n"
    "The deficit of the utility came to $3.6 million, which is $450,000 more than it forecast.\n\n"
    "Turnout at the members' vote was 58.2 percent, compared with 51.7 percent in 2021.\n\n"
    "The union claims that the pumps at the harbour did not start on Friday.\n\n"
    "The harbour office is said to want Amberg out before the summer.\n\n"
    "Paula Reed teaches chemistry. Paula Reed, a chemistry teacher, brought lamps.\n"
)


@pytest.fixture(scope="module")
def power() -> list[Marks]:
    """A report of a power cut."""
    return [marks_of(POWER, "power", outlet="Mereport Post")]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Sergeant Dana Wells said the power had failed.", "Inspector Dana Wells said so."),
        ("Rosa Amberg, the utility's treasurer, spoke.", "Rosa Amberg, its engineer, spoke."),
        ("Paula Reed, a physics teacher, brought lamps.", "Paula Reed, a teacher, brought lamps."),
    ],
)
def test_a_post_that_is_anothers(power: list[Marks], text: str, right: str) -> None:
    """Another grade, another post or another field is wrong, and less said of it is not."""
    assert list(wrong(found(power, text, "name")))
    assert not list(wrong(found(power, right, "name")))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "The deficit of the utility was $3.6 million higher than forecast.",
            "The deficit of the utility was $450,000 higher than forecast.",
        ),
        (
            "The repair at the utility would cost $640 a month, Amberg said.",
            "The repair at the utility would cost $640 a week, Amberg said.",
        ),
        (
            "Turnout at the members' vote was up 6.5 percent on 2021.",
            "Turnout at the members' vote was up 6.5 percentage points on 2021.",
        ),
    ],
)
def test_how_a_figure_is_told(power: list[Marks], text: str, right: str) -> None:
    """A level is no change, a week no month, and points are no percent."""
    assert list(wrong(found(power, text, "figure")))
    assert not list(wrong(found(power, right, "figure")))


def test_a_claim_is_not_a_fact(power: list[Marks]) -> None:
    """What one side claims is that side's, and what is only said to be so is left open."""
    text = "The pumps at the harbour did not start on Friday."
    assert list(wrong(found(power, text, "attribution")))
    text = "The union claims that the pumps at the harbour did not start on Friday."
    assert not list(wrong(found(power, text, "attribution")))


HARBOUR = (
    "Tove Ekdal, who chairs the harbour board, said that 60 moorings would be lost if the old "
    "breakwater is not raised.\n\n"
    "Henrik Saue, a fisherman, said that the noise of the pumps kept his children awake.\n\n"
    "The Norrvik Pilots' Guild said that the new light could not be seen from the south.\n\n"
    "The Storm Bridge, the fourth-longest in the country, was closed. "
    "The works ran from March 2021 to August 2023. Visitors: 48,731 in all.\n\n"
    "In attendance: Mrs I Brekke, Head of Dredging.\n\n"
    "Norrvik Dredging Ltd today announces that it is to close its yard at Storm Point.\n"
)


@pytest.fixture(scope="module")
def harbour() -> list[Marks]:
    """A report from a small harbour."""
    return [marks_of(HARBOUR, "harbour", outlet="Norrvik Dredging Ltd")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Henrik Saue said that 60 moorings would be lost if the breakwater was not raised.",
            ("Henrik Saue", "Tove Ekdal"),
        ),
        (  # Hers is another matter.
            "Tove Ekdal said that the noise of the pumps kept her children awake.",
            ("Tove Ekdal", "Henrik Saue"),
        ),
        ("Tove Ekdal said that 60 moorings would be lost if the breakwater was not raised.", None),
        ("Ekdal said that moorings would be lost if the breakwater was not raised.", None),
        # A guild speaks through people whom the record need not name.
        ("Ina Brekke said that the new light could not be seen from the south.", None),
        # Nobody in the record says so.
        ("Henrik Saue said that he would sell his boat in the spring.", None),
    ],
)
def test_words_given_to_somebody_else(
    harbour: list[Marks], text: str, expected: tuple[str, str] | None
) -> None:
    """Told in other words, they are still those of who said them."""
    assert list(wrong(found(harbour, text, "attribution"))) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "The Storm Bridge, the third-longest in the country, was closed.",
            "figure",
            ("third-longest", "fourth-longest"),
        ),
        ("The Storm Bridge, the 4th longest in the country, was closed.", "figure", None),
        ("The light drew 48,371 visitors in all.", "figure", ("48,371", "48,731")),
        ("The light drew 48,731 visitors in all.", "figure", None),
        (
            "The works ran from March 2022 to August 2023.",
            "date",
            ("March 2022", "March 2021"),
        ),
        ("The head of dredging, Ina Brekke, was there.", "name", None),
        ("The head of dredging, Ina Brekke, an engineer, was there.", "name", None),
        ("Norrvik Dredging is to close its yard at Storm Point.", "attribution", None),
    ],
)
def test_what_a_desk_would_see(
    harbour: list[Marks], text: str, kind: str, expected: tuple[str, str] | None
) -> None:
    """A rank, digits that changed places, one end of a span; and no alarm at an initial."""
    assert list(wrong(found(harbour, text, kind))) == ([expected] if expected else [])


FERRY = (
    "The Larkholm ferry will be handed over to its new owners on 9 October, the port said.\n\n"
    "The last request for a second slipway was turned down in March 2025.\n\n"
    "The old slipway burnt on 4 April.\n\n"
    "The harbour master, Ana Berg-Lund, is said to want a second ferry before the winter.\n\n"
    "The firm was fined 2.4 million pesos in 2023 after an accident at the slipway.\n"
)


@pytest.fixture(scope="module")
def ferry() -> list[Marks]:
    """A report of a ferry and its slipway."""
    return [marks_of(FERRY, "ferry", "2025-06-03")]


@pytest.mark.parametrize(
    ("kind", "text", "right"),
    [
        (
            "date",
            "The Larkholm ferry goes to its new owners on 9 November.",
            "The Larkholm ferry goes to its new owners on 9 October.",
        ),
        (
            "name",
            "The harbour master, Ana Lund-Berg, spoke.",
            "The harbour master, Ana Berg-Lund, spoke.",
        ),
        (
            "hedge",
            "The harbour master wants a second ferry before the winter.",
            "The harbour master may want a second ferry before the winter.",
        ),
        (
            "figure",
            "The firm was fined $2.4 million in 2023 after an accident at the slipway.",
            "The firm was fined 2.4 million pesos in 2023 after an accident at the slipway.",
        ),
    ],
)
def test_what_is_told_in_other_words(ferry: list[Marks], kind: str, text: str, right: str) -> None:
    """A date, the halves of a name, a wish only said to be and a money go by the record."""
    assert list(wrong(found(ferry, text, kind)))
    assert not list(wrong(found(ferry, right, kind)))


def test_how_long_one_event_was_before_another(ferry: list[Marks]) -> None:
    """ "Six months before" is wrong of what was in the month before; "a month before" is right."""
    text = "The last request for a second slipway was turned down {} before the fire."
    burnt = [marks_of(FERRY + "\nThe fire broke out on 4 April.\n", "ferry", "2025-06-03")]
    assert list(wrong(found(burnt, text.format("eight months"), "date")))
    assert not list(wrong(found(burnt, text.format("a month"), "date")))
    assert not list(wrong(found(ferry, text.format("eight months"), "date")))


def test_accents_are_house_style(record: list[Marks]) -> None:
    """A name without its accents is spelt as others spell it."""
    sources = [marks_of("The mayor of Santa Brigida, Ana Moe, opened the bridge.", "one")]
    assert not list(wrong(found(sources, "Santa Brígida has a bridge now.", "name")))


@pytest.mark.parametrize("name", ["JD Aas", "J.D. Aas", "J. D. Aas"])
def test_points_and_spaces_of_initials_are_house_style(name: str) -> None:
    """Whoever is JD in one paper is J. D. in another."""
    sources = [marks_of("The book of the J.D. Aas family was sold to J.D. Aas in May.", "one")]
    assert not list(wrong(found(sources, f"{name} bought a book that was his.", "name")))


BOAT = (
    "The harbour ferry Tern was sold in 1987 by Karl Moe to a shipyard in Ulvsund.\n\n"
    "Retired Colonel Anna Berg, the outgoing vice mayor, wants to buy it back.\n\n"
    "A night class in Nordvik gave the ship a new engine in 1998.\n\n"
    "Olav Lie Brandt, a historian, wrote a book about the ferry. "
    "The harbour's lead inspector, Ida Holm, looked at the engine.\n\n"
    "Ingrid Voss of Sundby, who ran the ferry's kitchen, keeps the bell.\n"
)


@pytest.fixture(scope="module")
def boat() -> list[Marks]:
    """A report of a ferry."""
    return [marks_of(BOAT, "boat")]


@pytest.mark.parametrize(
    ("text", "mine", "right"),
    [
        ("Ingrid Voss sold the harbour ferry Tern in 1987.", "Ingrid Voss", "Karl Moe"),
        ("The ship got a new engine from a night class in Sundby in 1998.", "Sundby", "Nordvik"),
    ],
)
def test_a_name_in_anothers_place(boat: list[Marks], text: str, mine: str, right: str) -> None:
    """The record tells the same of somebody else, and names the one of the draft elsewhere."""
    assert (mine, right) in list(wrong(found(boat, text, "name")))


@pytest.mark.parametrize(
    "text",
    [
        "Karl Moe sold the harbour ferry Tern in 1987.",
        "Anna Berg, a retired colonel, wants to buy the ferry back.",
        "The departing deputy mayor, Anna Berg, wants to buy the ferry back.",
        "Historian Olav Lie wrote a book about the ferry.",
        "By June 2022 harbour inspector Ida Holm had looked at the engine.",
        "A night class near Sundby gave the ship a new engine in 1998.",
        "According to the colonel, Anna Berg, the inspector means to look at the engine.",
    ],
)
def test_other_words_for_the_same_person_and_place(boat: list[Marks], text: str) -> None:
    """Ranks that mean the same, grades, part of a name, and what is the next clause's subject."""
    assert not list(wrong(found(boat, text, "name")))
