"""What is told of another day, or of somebody else, stands against no draft; a slip does."""

from __future__ import annotations

import pytest

from onix.model import Marks
from onix.verify.facts import other_days, verify_facts
from tests.verify.test_facts import marks_of

PRICES = (
    "A kilo of rye bread cost 4.96 crowns on average on Wednesday, the Bakers' Guild of Ulvsund"
    " said.\n\n"
    "Bread has been dear in Ulvsund since the mill at Norvik burned down."
)


def wrong(draft: Marks, *sources: Marks) -> list[str]:
    """Give what of a draft is contradicted by texts that a record has."""
    found = verify_facts(draft, [], sources)
    return [each.claim.text for each in found if each.label == "contradicted"]


def test_a_price_of_another_day_is_another_price() -> None:
    """A price told of Friday is not held against that of Wednesday; one of the same day is."""
    record = marks_of(PRICES, "prices", "2025-06-05")
    told = "A kilo of rye bread cost {} crowns on average on {}, the Bakers' Guild of Ulvsund said."
    later = marks_of(told.format("4.99", "Friday"), "later", "2025-06-06")
    same = marks_of(told.format("4.69", "Wednesday"), "same", "2025-06-06")
    assert "4.99 crowns" not in " ".join(wrong(later, record))
    assert any("4.69" in each for each in wrong(same, record))


def test_a_price_is_of_the_day_last_named_before_it() -> None:
    """What a sentence tells as it stood is of the day of the sentence before."""
    told = (
        "The price of rye bread rose again in Ulvsund on {}, the Bakers' Guild said.\n\n"
        "It was the {} straight day that the Guild has put it up in Ulvsund."
    )
    record = marks_of(told.format("Wednesday", "12th"), "record", "2025-06-06")
    later = marks_of(told.format("Friday", "14th"), "later", "2025-06-06")
    same = marks_of(told.format("Wednesday", "14th"), "same", "2025-06-06")
    assert "14th" not in " ".join(wrong(later, record))
    assert "14th" in " ".join(wrong(same, record))


def test_two_votes_are_of_two_questions() -> None:
    """A vote in the council is none in its committee; one wrong number of a vote is found."""
    told = "The Hamre harbour bill was passed by the {} of the council by a vote of {}."
    record = marks_of(told.format("harbour committee", "15-5"), "record", "2025-06-03")
    other = marks_of(told.format("full chamber", "69-47"), "other", "2025-06-04")
    same = marks_of(told.format("harbour committee", "15-7"), "same", "2025-06-04")
    assert wrong(other, record) == []
    assert wrong(same, record) != []


def test_a_count_so_far_is_of_the_day_of_its_text() -> None:
    """How many there have been so far is another number two weeks later, and a larger one soon.

    A slip is one all the same.
    """
    told = "Wolves have so far killed {} sheep on the pastures of Hamre this year, Anna Berg said."
    record = marks_of(told.format(112), "june", "2025-06-02")
    later = marks_of(told.format(187), "later", "2025-06-16")
    day_after = marks_of(told.format(121), "day_after", "2025-06-03")
    risen, fallen = (marks_of(told.format(each), "two_days", "2025-06-04") for each in (139, 87))
    assert wrong(later, record) == []
    assert wrong(risen, record) == []
    assert any("87" in each for each in wrong(fallen, record))
    assert any("121" in each for each in wrong(day_after, record))


def test_a_weekday_is_taken_for_one_of_the_same_week() -> None:
    """Whoever said something on a Thursday may have said as much on a Monday weeks before."""
    told = "Anna Berg, who represents Ulvsund, said on {} that the harbour bill is a disgrace."
    record = marks_of(told.format("Monday"), "first", "2025-06-03")
    later = marks_of(told.format("Thursday"), "later", "2025-06-20")
    same = marks_of(told.format("Tuesday"), "same", "2025-06-04")
    assert wrong(later, record) == []
    assert any("Tuesday" in each for each in wrong(same, record))


def test_a_storm_that_goes_on_is_of_each_text_s_own_days(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one text tells of its day, another tells of the next; what was given is of one story.

    However much that counts: it does only where both texts tell of days near to their own.
    """
    monkeypatch.setattr(other_days, "_OWN_DAYS", 100.0)
    told = "The gale blew the roof of {} off on {}."
    record = marks_of(told.format("a barn in Ulvsund", "Monday"), "first", "2025-06-03")
    later = marks_of(told.format("a shed in Ulvsund", "Wednesday"), "later", "2025-06-05")
    same = marks_of(told.format("a shed in Ulvsund", "Sunday"), "same", "2025-06-03")
    assert wrong(later, record) == []
    assert wrong(same, record) == ["Sunday"]
    given = verify_facts(later, [record])
    assert [each.claim.text for each in given if each.label == "contradicted"] == ["Wednesday"]


def test_what_a_text_of_weeks_before_has_is_of_its_time() -> None:
    """A quarter later a mill may well have another number of workers; a week later it has not."""
    told = "The mill at Norvik, which belongs to Anna Berg, employs {} people in two shifts."
    record = marks_of(told.format(214), "record", "2025-06-02")
    month = marks_of(told.format(241), "month", "2025-09-02")
    week = marks_of(told.format(241), "week", "2025-06-09")
    assert wrong(month, record) == []
    assert any("241" in each for each in wrong(week, record))


def test_what_names_quite_others_is_of_something_else() -> None:
    """The last case of one country is not dated by that of another."""
    told = "The last case of the fever in {} was in {}, and nobody has fallen ill since then."
    record = marks_of(told.format("Norland", 1979), "record", "2025-06-03")
    other = marks_of(told.format("Sudmark", 1984), "other", "2025-06-03")
    same = marks_of(told.format("Norland", 1984), "same", "2025-06-03")
    assert "1984" not in wrong(other, record)
    assert "1984" in wrong(same, record)
    given = verify_facts(other, [record])  # by who knows that it is of the draft's story
    assert "1984" in [each.claim.text for each in given if each.label == "contradicted"]


def test_two_places_of_one_sort_are_no_slip() -> None:
    """A stadium has another town than the next one; a person has one given name."""
    record = marks_of(
        "The match was played before 40,000 people at the Al Noor Stadium in Al Wadda, and Ingrid"
        " Solberg was the referee.",
        "record",
        "2025-06-03",
    )
    draft = marks_of(
        "The match was played before 40,000 people at the Al Noor Stadium in Al Korra, and Astrid"
        " Solberg was the referee.",
        "draft",
        "2025-06-03",
    )
    found = wrong(draft, record)
    assert "Al Korra" not in found
    assert "Astrid Solberg" in found


def test_a_chief_executive_officer_is_a_ceo() -> None:
    """A title in full is that in short, and what somebody was then is no other post."""
    record = marks_of(
        "Norrline CEO Karl Moe apologised to the passengers.\n\n"
        "Bent Lund, the then-chair of the Harbour Board, was asked, too.",
        "record",
        "2025-06-03",
    )
    draft = marks_of(
        "Norrline Chief Executive Officer Karl Moe apologised to the passengers.\n\n"
        "Ulvsund Mayor Bent Lund was asked, too.",
        "draft",
        "2025-06-03",
    )
    assert wrong(draft, record) == []


def test_a_title_before_a_name_is_not_of_who_is_named_before_it() -> None:
    """In a row of players each is what stands before the name."""
    record = marks_of(
        "Kelda Plym, the goalkeeper of Norvik, was hurt in the final.", "record", "2025-06-03"
    )
    draft = marks_of(
        "The prize went to Kelda Plym, Hamre forward Bre Steen and Ulvsund captain Ada Lie.",
        "draft",
        "2025-06-03",
    )
    assert wrong(draft, record) == []


def test_what_is_of_one_land_is_none_of_another() -> None:
    """What was looked up may tell of Norland's win; a draft of the same win is held against it."""
    told = "It was {}'s third Harbour Cup win and its first since {}."
    record = marks_of(told.format("Norland", 1998), "record", "2025-06-02")
    other = marks_of(told.format("Sorland", 1986), "other", "2025-06-02")
    same = marks_of(told.format("Norland", 1986), "same", "2025-06-02")
    assert "1986" not in wrong(other, record)
    assert "1986" in wrong(same, record)


def test_a_day_without_a_year_is_of_any() -> None:
    """An article that is printed again two years later has the same days."""
    told = "The coldest days in Hamre, on average, are {}, Anna Berg said."
    record = marks_of(told.format("Jan. 17 and Jan. 26"), "record", "2023-12-19")
    again = marks_of(told.format("Jan. 17 and Jan. 26"), "again", "2025-12-18")
    found = verify_facts(again, [record])
    assert [each.label for each in found if each.claim.kind == "date"] == ["supported"] * 2


def test_when_a_page_was_brought_up_to_date_is_no_claim() -> None:
    """A line of dates alone is the page's own."""
    told = "Feb. 2, 2026 Updated Feb. {}, 2026, {}:40 a.m. ET\n\nAnna Berg left Hamre."
    record = marks_of(told.format(4, 9), "record", "2026-02-04")
    draft = marks_of(told.format(3, 8), "draft", "2026-02-02")
    assert [each.claim.text for each in verify_facts(draft, [record])] == ["Anna Berg", "Hamre"]


def test_an_outlet_and_somebody_may_both_tell_it() -> None:
    """What the record has of the same days from an outlet, a lawyer may have said, too."""
    told = "The police seized eleven boxes of papers at the villa in Hamre on Monday"
    record = marks_of(f"{told}, the Ledger reported.", "record", "2025-06-03")
    draft = marks_of(
        f"Anna Berg, a lawyer, said {told[:1].lower()}{told[1:]}.", "draft", "2025-06-03"
    )
    assert wrong(draft, record) == []


def test_a_wrong_day_hides_no_wrong_figure() -> None:
    """Where the day of the sentence is found wrong, what it counts is of the record's day."""
    told = "The Aldern ferry Corvina ran aground off Tarn Point early on {} with {} people aboard."
    record = marks_of(told.format("Sunday", "212"), "record", "2026-05-04")
    draft = marks_of(told.format("Saturday", "221"), "draft", "2026-05-05")
    found = verify_facts(draft, [record])
    assert [each.claim.text for each in found if each.label == "contradicted"] == [
        "early on Saturday",
        "221",
    ]


def test_each_text_says_tonight_of_its_own_day() -> None:
    """The same words of two days are no two dates; another word is."""
    told = "The opera of Ulvsund shuts its doors {} for two years, Anna Berg said."
    record = marks_of(told.format("tonight"), "record", "2025-06-03")
    assert wrong(marks_of(told.format("tonight"), "later", "2025-06-04"), record) == []
    assert wrong(marks_of(told.format("on Thursday"), "other", "2025-06-03"), record) != []


def test_another_name_in_what_was_looked_up_begins_alike() -> None:
    """Of one family there are several; who takes one for another takes one that begins alike."""
    told = "{} Surette, who lost the boat, told the inquiry at Ulvsund that the pump had failed."
    record = marks_of(told.format("Raymond"), "record", "2025-06-03")
    assert wrong(marks_of(told.format("Tyler"), "brother", "2025-06-03"), record) == []
    assert wrong(marks_of(told.format("Roland"), "slip", "2025-06-03"), record) != []
    given = verify_facts(marks_of(told.format("Tyler"), "brother", "2025-06-03"), [record])
    assert "contradicted" in [each.label for each in given]


def test_what_has_come_since_is_open_no_more() -> None:
    """What a text of the day before leaves open a draft may tell of the day after it."""
    record = marks_of(
        "The old pier at Ulvsund could fall into the sea, an engineer said.", "r", "2025-06-03"
    )
    told = "The old pier at Ulvsund fell into the sea{}."
    since = marks_of(told.format(" on 4 June"), "since", "2025-06-05")
    found = [each for each in verify_facts(since, (), [record]) if each.claim.kind == "hedge"]
    assert found == []
    given = [each for each in verify_facts(since, [record]) if each.claim.kind == "hedge"]
    assert [each.label for each in given] == ["contradicted"]


@pytest.mark.parametrize(
    "told",
    [
        "Anna Berg/Norland Pictures The lava reaches the road at Ulvsund on {}.",
        "This story has been updated with what the road office of Ulvsund said on {}.",
    ],
)
def test_a_caption_and_a_note_on_the_text_date_nothing(told: str) -> None:
    """Pictures are of many days, and a story is updated on several."""
    record = marks_of(told.format("June 2"), "record", "2025-06-03")
    assert wrong(marks_of(told.format("June 5"), "later", "2025-06-06"), record) == []
    plain = "The lava reaches the road at Ulvsund on {}."
    other = marks_of(plain.format("June 2"), "plain", "2025-06-03")
    assert wrong(marks_of(plain.format("June 1"), "later", "2025-06-03"), other) != []


VOTE = (
    "The Hamre harbour committee voted on {} to close the north quay to lorries.\n\n"
    "The north quay was built in 1931."
)


@pytest.mark.parametrize(
    ("told", "written", "is_wrong"),
    [
        ("voted on Thursday", "2025-06-06", False),  # after the other was written
        ("voted on Monday", "2025-06-04", True),
        ("will vote on Thursday", "2025-06-04", False),  # and it has voted before
    ],
)
def test_what_one_text_could_not_know_is_another_occurrence(
    told: str, written: str, *, is_wrong: bool
) -> None:
    """A vote that lies behind one text and ahead of the other is another vote."""
    record = marks_of(VOTE.format("Tuesday"), "record", "2025-06-04")
    text = f"The Hamre harbour committee {told} to close the north quay to lorries."
    day = text.split(" on ")[1].split()[0]
    assert (day in wrong(marks_of(text, "draft", written), record)) is is_wrong


def test_a_number_that_both_have_says_that_it_is_one_occurrence() -> None:
    """A crack of 38 millimetres is the same crack, whatever the day; two years are two."""
    told = "Divers found a crack of 38 millimetres in the Hamre quay on {}."
    record = marks_of(told.format("Tuesday"), "record", "2025-06-04")
    draft = marks_of(told.format("Thursday"), "draft", "2025-06-06")
    assert "Thursday" in wrong(draft, record)
    record = marks_of("The Hamre quay was widened for lorries in 1994.", "r", "2025-06-04")
    draft = marks_of("Ferries have come to the Hamre quay since 1961.", "d", "2025-06-05")
    assert "1961" not in wrong(draft, record)
