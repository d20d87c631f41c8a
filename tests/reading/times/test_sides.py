"""On which side of publication: days and months that a clause puts behind or ahead."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote was delayed until at least May 31.", "May 31 = 2026-05-31"),
        # A semicolon parts clauses.
        ("Most would accept it; in the spring few did.", "the spring = 2025-SP"),
        ("It closed; on Monday it will open again.", "Monday = 2025-12-01"),
        ("They will play in Oslo; in Riga on Monday.", "Monday = 2025-12-01"),
        ("The fair runs through Monday.", "Monday = 2025-12-01"),
        ("The exit, now postponed to April 30, is feared.", "April 30 = 2026-04-30"),
        ("Shops were allowed to reopen on Monday.", "Monday = 2025-11-24"),
        ("Lawyers are to file their reply by Tuesday.", "Tuesday = 2025-12-02"),
        ("Parents can meet teachers on Tuesday.", "Tuesday = 2025-12-02"),
        ("Crews braced for more rain over the weekend.", "the weekend = 2025-W48-WE"),
        ("More rain was forecast for the weekend.", "the weekend = 2025-W48-WE"),
        ("Floods were possible over the weekend, she said.", "the weekend = 2025-W48-WE"),
        ("The pupils return to class on Saturday.", "Saturday = 2025-11-29"),
        ("It began to reopen in the spring.", "the spring = 2025-SP"),
        ("It is scheduled to begin on Monday.", "Monday = 2025-12-01"),
        ("A pact to expire in the spring is at risk.", "the spring = 2026-SP"),
        ("Voters head to the polls Monday after a long campaign.", "Monday = 2025-12-01"),
        ("He put her tax returns in the post in January.", "January = 2025-01"),
        ("It will give up a ride that closed in July.", "July = 2025-07"),
        ("His set at the fair in June was called off.", "June = 2025-06"),
        ("It said: “We are looking forward to seeing him in July.”", "July = 2026-07"),
        ("Nobody was hurt; please vote on Monday.", "Monday = 2025-12-01"),
        ("It will lose seven this month, down from 71 in March.", "March = 2025-03"),
        ("She gave the order, effective November 10.", "November 10 = 2025-11-10"),
        ("The yacht arrives on November 10 in Oslo.", "November 10 = 2025-11-10"),
        ("Stocks rose ahead of Friday's report.", "Friday = 2025-11-28"),
        ("It is heading into Tuesday's match with ten men.", "Tuesday = 2025-12-02"),
        ("She marched toward January with little hope.", "January = 2026-01"),
        ("If Reyes wins the seat on Tuesday, he leads.", "Tuesday = 2025-12-02"),
        ("She is to testify on Friday.", "Friday = 2025-11-28"),
        ("My plan is to travel on Monday.", "Monday = 2025-12-01"),
        ("He’ll play Saturday in the cup.", "Saturday = 2025-11-29"),
        ("She testifies before a panel on Thursday.", "Thursday = 2025-11-27"),
        ("The UK prepares to host the talks in July.", "July = 2026-07"),
        ("The law takes effect Friday.", "Friday = 2025-11-28"),
        ("It is in a speech to be delivered Thursday.", "Thursday = 2025-11-27"),
        ("The envoy visits Oslo on Thursday.", "Thursday = 2025-11-27"),
        ("Polls open at 7 a.m. Friday.", "7 a.m. Friday = 2025-11-28T07:00"),
        ("It prepares to host a summit starting Sunday.", "Sunday = 2025-11-30"),
        ("There is a slight chance of rain Saturday.", "Saturday = 2025-11-29"),
        ("It wants a measure on the March ballot.", "March = 2026-03"),
        ("It aims to spend more before the April elections.", "April = 2026-04"),
        ("They will turn on him at a contested convention in July.", "July = 2026-07"),
        ("It would put the question to voters in August.", "August = 2026-08"),
        ("The year, which ends Sept. 30, is projected to be poor.", "Sept. 30 = 2026-09-30"),
        ("Organizers have until early July to file.", "early July = 2026-07 START"),
        ("The hearing was moved to March.", "March = 2026-03"),
        ("The launch has been pushed back to April.", "April = 2026-04"),
        ("Rates will stay low until at least March.", "March = 2026-03"),
        ("Voting was put off until the summer.", "the summer = 2026-SU"),
        ("Residents were told to leave by Friday.", "Friday = 2025-11-28"),
        ("She vowed at the rally to return in May.", "May = 2026-05"),
        ("The mayor promised an answer by March.", "March = 2026-03"),
        ("The school will stay closed through Friday.", "Friday = 2025-11-28"),
        ("The library, shut since October, reopens on Saturday.", "Saturday = 2025-11-29"),
        ("Classes Monday have been canceled.", "Monday = 2025-12-01"),
        ("Friday's vote has been postponed.", "Friday = 2025-11-28"),
        ("Snow over Lenn and parts of the Tarn by Friday.", "Friday = 2025-11-28"),
        ("Follow Thursday's debate here.", "Thursday = 2025-11-27"),
        ("Few mind being off work come Monday.", "Monday = 2025-12-01"),
        ("He will be back on Friday.", "Friday = 2025-11-28"),
        ("She will be back in March.", "March = 2026-03"),
    ],
)
def test_what_is_put_off_planned_or_feared_lies_ahead(text: str, expected: str) -> None:
    """Also where a verb in the past or an adjective in "-ed" stands nearer than the plan."""
    assert shown(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She did not begin singing until the end of May.", "the end of May = 2025-05 END"),
        ("It did not open on Friday.", "Friday = 2025-11-21"),
        ("The offer had been scheduled to expire on Friday.", "Friday = 2025-11-21"),
        ("Election returns on Tuesday showed a close race.", "Tuesday = 2025-11-25"),
        ("You can hear it in the tape of Monday's call.", "Monday = 2025-11-24"),
        ("He had received the letter on January 24.", "January 24 = 2025-01-24"),
        ("The judge ordered him to pay on Monday.", "Monday = 2025-11-24"),
        ("She urged the council to act on Tuesday.", "Tuesday = 2025-11-25"),
        ("The court in August agreed to hear him.", "August = 2025-08"),
        ("Asked on Monday whether it would go, he left.", "Monday = 2025-11-24"),
        ("It beats the record set on March 11.", "March 11 = 2025-03-11"),
        ("The vote did not take place Friday.", "Friday = 2025-11-21"),
        ("It had planned to publish it on Monday.", "Monday = 2025-11-24"),
        ("She met May on Friday.", "Friday = 2025-11-21"),
        ("He would have seen it on Friday.", "Friday = 2025-11-21"),
        ("It gave a $2 million spending plan on Monday.", "Monday = 2025-11-24"),
        ("The talks, following Monday’s attack, go on.", "Monday = 2025-11-24"),
        ("A committee looks into the March 9 attack.", "March 9 = 2025-03-09"),
        ("It is the last of the Jan. 6 hearings.", "Jan. 6 = 2021-01-06"),
        ('She said on "Meet the Press" on Sunday that it was so.', "Sunday = 2025-11-23"),
        ("By Tuesday, twelve had died.", "Tuesday = 2025-11-25"),
        ("He would stay after a fire that killed nine men in May.", "May = 2025-05"),
        ("Rain on Friday night may have played a part.", "Friday night = 2025-11-21TNI"),
        ("It keeps its hopes alive with a 2-0 win against Lenn on Friday.", "Friday = 2025-11-21"),
        ("They planned it after the Sept. 11 terrorist attacks.", "Sept. 11 = 2001-09-11"),
    ],
)
def test_what_has_been_lies_behind(text: str, expected: str) -> None:
    """Though a word that mostly looks ahead stands near."""
    assert shown(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brandt, right, arrives at Halden airport, Friday, after her release.",
        "Ada Brandt (left) greets the envoy in Oslo on Friday.",
        "The quay is pictured as it burns on Friday.",
        "Odd Lund/Harbour Post/AFP Residents queue for water on Friday.",
    ],
)
def test_what_a_picture_shows_has_been(text: str) -> None:
    """Captions tell it in the present, and so would a fixture be told."""
    assert shown(text)[-1] == "Friday = 2025-11-21"


def test_what_had_been_planned_may_lie_on_either_side() -> None:
    """ "Had been scheduled" tells only that it was planned: the nearest such month is meant."""
    assert shown("A trial had been scheduled for January.") == ["January = 2026-01"]
    assert shown("A trial had been scheduled for October.") == ["October = 2025-10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rains today and Friday.", ["today = 2025-11-26", "Friday = 2025-11-28"]),
        ("They play Wednesday and Thursday.", ["Wednesday = 2025-11-26", "Thursday = 2025-11-27"]),
        ("It ran Monday through Friday.", ["Monday = 2025-11-24", "Friday = 2025-11-28"]),
        (
            "It warned of snow from 7 p.m. Tuesday to 7 p.m. Thursday.",
            ["7 p.m. Tuesday = 2025-11-25T19:00", "7 p.m. Thursday = 2025-11-27T19:00"],
        ),
        (
            "He spoke on Wednesday night and Monday.",
            ["Wednesday night = 2025-11-26TNI", "Monday = 2025-11-24"],
        ),
    ],
)
def test_the_second_of_two_days_follows_the_first(text: str, expected: list[str]) -> None:
    """Where they are next to one another in the week; "Wednesday and Monday" goes back."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He won in 2003, and in December that year left.", "December = 2003-12"),
        ("In 2008, it began in mid-September.", "mid-September = 2008-09 MID"),
        ("It shrank from 900 in 2020 to 560 in August.", "August = 2025-08"),
        ("It fell in May 2020 from the previous April.", "the previous April = 2020-04"),
        ("He left on Tuesday last week.", "Tuesday = 2025-11-18"),
    ],
)
def test_a_year_or_week_named_beside_it_is_its_own(text: str, expected: str) -> None:
    """A year that heads its sentence is that of its months; one further on is not."""
    assert expected in shown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A camera on Monday saw him at 8:21 p.m., police said Tuesday.",
            "8:21 p.m. = 2025-11-24T20:21",
        ),
        (
            "Police said Tuesday it will shut from 9 a.m. to 5 p.m. Thursday.",
            "9 a.m. = 2025-11-27T09:00",
        ),
        ("At 6 a.m. he rose; that was on Monday.", "6 a.m. = 2025-11-24T06:00"),
    ],
)
def test_a_clock_time_is_of_the_day_before_it_in_its_sentence(text: str, expected: str) -> None:
    """Or of the day that it leads up to, or of the first one behind it."""
    assert expected in shown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was scheduled to leave town late Tuesday.", "late Tuesday = 2025-11-25 END"),
        ("He was to sign the order on Monday.", "Monday = 2025-11-24"),
        ("They said they would light the hall on Monday.", "Monday = 2025-11-24"),
        ("A rally that was planned for Tuesday was called off.", "Tuesday = 2025-11-25"),
        ("In a poll of likely voters taken Monday, he led.", "Monday = 2025-11-24"),
        ("He told “Meet the Press” on Monday that he won.", "Monday = 2025-11-24"),
        ("They are investigating a fire on Friday.", "Friday = 2025-11-21"),
    ],
)
def test_a_weekday_just_gone_is_the_one_meant(text: str, expected: str) -> None:
    """What "was due" or "would be" on Tuesday was yesterday, and is not in six days."""
    assert expected in shown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board will meet with the union on Tuesday.", "Tuesday = 2025-12-02"),
        ("The board is widely expected to vote on Tuesday.", "Tuesday = 2025-12-02"),
        ("The road could reopen as early as Monday.", "Monday = 2025-12-01"),
        ("On Tuesday, she will sign the treaty.", "Tuesday = 2025-12-02"),
        ("Sales begin in all towns starting Monday.", "Monday = 2025-12-01"),
        ("The state holds its vote on Tuesday.", "Tuesday = 2025-12-02"),
        ("They had hoped to see her before Friday's vote.", "Friday = 2025-11-28"),
        ("With Friday’s debate approaching, he had trouble.", "Friday = 2025-11-28"),
        ("The club is hosting a fair for its friends on Friday.", "Friday = 2025-11-28"),
        ("He praised Lowe, who’s running in Saturday's vote.", "Saturday = 2025-11-29"),
    ],
)
def test_a_plain_future_reaches_the_week_after(text: str, expected: str) -> None:
    """Also to the weekday of yesterday; and what is "before Friday" is so before the next one."""
    assert expected in shown(text)


def test_a_weekday_that_was_looked_ahead_to_stays_the_same() -> None:
    """A text that says "they will play on Tuesday" means that day by "could win on Tuesday"."""
    text = "They will play on Tuesday. The Lions could win on Tuesday."
    assert shown(text) == ["Tuesday = 2025-12-02", "Tuesday = 2025-12-02"]
    assert shown("The Lions could win on Tuesday.") == ["Tuesday = 2025-11-25"]
    assert shown("They plan to sing on Monday. See you Monday.")[-1] == "Monday = 2025-12-01"
    assert shown("They sang on Monday. Songs of Monday.")[-1] == "Monday = 2025-11-24"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He asked how it would fare if she won in May.", "May = 2026-05"),
        ("So they'll have enough votes in June to win.", "June = 2026-06"),
        ("Can he succeed in finding voters in April?", "April = 2026-04"),
        ("She asked for $2 billion to fight the virus in February.", "February = 2025-02"),
        ("It is below the price that he agreed to in September.", "September = 2025-09"),
        ("She defended her decision to see him in October.", "October = 2025-10"),
        ("It rose less than was expected in September.", "September = 2025-09"),
        ("The permit was set to expire Nov. 25.", "Nov. 25 = 2025-11-25"),
        ("He won a part in writing the platform of the convention in April.", "April = 2026-04"),
        ("Support has fallen for the party as April approaches.", "April = 2026-04"),
        ("The mayor, who turns 90 in June, won.", "June = 2026-06"),
        ("Hunters have through June 5 to apply.", "June 5 = 2026-06-05"),
        ("After winning the Australian Open in January, she left.", "January = 2025-01"),
    ],
)
def test_months_of_what_is_supposed_planned_or_asked(text: str, expected: str) -> None:
    """ "If she won" is not over, "asked for" orders nothing, what was planned is seldom far off."""
    assert shown(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met her last Tuesday in Oslo.", "last Tuesday = 2025-11-18"),
        ("He met her last Saturday in Oslo.", "last Saturday = 2025-11-22"),
        ("They will meet next Friday in Oslo.", "next Friday = 2025-12-05"),
        ("They will meet next Monday in Oslo.", "next Monday = 2025-12-01"),
    ],
)
def test_last_tuesday_is_not_yesterday_nor_next_friday_the_day_after_tomorrow(
    text: str, expected: str
) -> None:
    """On a Wednesday, "last" and "next" of a day so near are those of a week before or after."""
    assert shown(text) == [expected]


def test_this_weekend_told_as_past_on_a_monday_is_the_one_before() -> None:
    """And one to come the next; what somebody says of it is no past."""
    monday = "2025-12-01"
    assert shown("It broke a record this weekend.", monday) == ["this weekend = 2025-W48-WE"]
    assert shown("It will open this weekend.", monday) == ["this weekend = 2025-W49-WE"]
    assert shown("“We open this weekend,” he said.", monday) == ["this weekend = 2025-W49-WE"]


def test_the_year_that_a_firm_reports_on_in_january_is_over() -> None:
    """And that of a month later is the present one."""
    text = "The firm reported a profit of $9 million for the year."
    assert shown(text, "2025-02-03") == ["the year = 2024"]
    assert shown(text, "2025-11-03") == ["the year = 2025"]


def test_a_day_to_come_stays_so_where_what_is_held_on_it_is_named() -> None:
    """ "Friday's show" is on the Friday that was named before."""
    text = "He will sing on Friday. He plans to take questions after Friday's show."
    assert shown(text) == ["Friday = 2025-11-28", "Friday = 2025-11-28"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There is a chance of rain Friday that increases Saturday and Sunday.",
            ["Friday = 2025-11-28", "Saturday = 2025-11-29", "Sunday = 2025-11-30"],
        ),
        ("Few have slept since Wednesday.", ["Wednesday = 2025-11-19"]),
        ("Since Wednesday is a holiday, banks are shut.", ["Wednesday = 2025-11-26"]),
        (
            "It began in his remarks on Sunday that “if he wins” it is over.",
            ["Sunday = 2025-11-23"],
        ),
        (
            "It was put off after the 9/11 attacks. It was held seven weeks later in November.",
            ["9/11 = 2001-09-11", "seven weeks later = 2001-W44", "November = 2001-11"],
        ),
        (
            "The gala is on Jan. 12, it said Tuesday. The rest will be given earlier that month.",
            ["Jan. 12 = 2026-01-12", "Tuesday = 2025-11-25", "earlier that month = 2026-01 START"],
        ),
        ("They feel at home here after moving from Oslo in January.", ["January = 2025-01"]),
        ("It forced the line to cut flights in April.", ["April = 2025-04"]),
        ("They may vote to adopt the September deal.", ["September = 2025-09"]),
        ("It burnt down two summers ago.", ["two summers ago = 2024-SU"]),
        (
            "It fell on June 3, 2024. On the road to what would come on June 3 there were signs.",
            ["June 3, 2024 = 2024-06-03", "June 3 = 2024-06-03"],
        ),
        (
            "On March 11 of last year it shut. In 2016 it had been full. It fell that day.",
            ["March 11 = 2024-03-11", "last year = 2024", "2016 = 2016", "that day = 2024-03-11"],
        ),
    ],
)
def test_the_words_beside_a_day_say_on_which_side_it_lies(text: str, expected: list[str]) -> None:
    """What goes on from a day to come lies ahead, and "that day" is no year named since."""
    assert shown(text) == expected
