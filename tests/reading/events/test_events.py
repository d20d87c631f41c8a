"""What happened, when and who took part: told as past, announced, or no event at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onix.model import Document, Event, Marks
from onix.reading import NewsReader
from onix.reading.events.clauses import held
from onix.reading.events.events import find_events
from onix.reading.events.factuality import Claims
from onix.reading.neural.syntax import Parser
from onix.reading.times.times import find_times

PUBLISHED = "2025-03-12"  # a Wednesday
PARSER = Parser()
READER = NewsReader()


def read(text: str, published: str | None = PUBLISHED) -> Marks:
    """Give the marks of a text."""
    document = Document("d", "article", text, published=published, language="en")
    return next(iter(READER.read([document])))


def events(text: str, published: str | None = PUBLISHED) -> list[Event]:
    """Give the events of a text, reports of words left out."""
    marks = read(text, published)
    found = find_events(marks, PARSER.parse)
    return [each for each in found if each.kind != "said"]


def heads(text: str) -> list[str]:
    """Give the words that name the events of a text."""
    return [each.head.text for each in events(text) if each.head]


@pytest.mark.parametrize(
    ("text", "head", "when"),
    [
        ("The mayor opened the bridge on Monday.", "opened", "2025-03-10"),
        ("On Monday, Ada Brandt met the envoy and signed the accord.", "signed", "2025-03-10"),
        ("She left on Tuesday, taking the files with her.", "taking", "2025-03-11"),
        ("The firm was sued by Corrib Limited in January 2024.", "sued", "2024-01"),
        ("Tom Lee, born in 1961, died on Wednesday.", "born", "1961"),
        ("He handed it over on the evening of Monday, March 3.", "handed", "2025-03-03TEV"),
        ("At Friday's hearing, the judge freed two men.", "freed", "2025-03-07"),
        ("He has been fighting the disease since 2004.", "fighting", "2004"),
        ("Brandt gave a speech on Monday.", "speech", "2025-03-10"),
        ("He was in Paris on Monday when the bridge fell.", "fell", "2025-03-10"),
        ("She died in 1990, when the war ended.", "ended", "1990"),
        ("10 March: the council sacks its clerk.", "sacks", "2025-03-10"),
        ("The scandal led the minister to resign on Monday.", "resign", "2025-03-10"),
        ("The strike caused the factory to shut in January 2024.", "shut", "2024-01"),
        ("Brandt refused, prompting the firm to file suit in 2024.", "suit", "2024"),
    ],
)
def test_an_event_has_the_date_of_its_own_verb(text: str, head: str, when: str) -> None:
    """As precisely as the text says, and never that of another verb."""
    found = {each.head.text: each for each in events(text) if each.head}
    assert head in found
    time = found[head].when
    assert time is not None
    assert time.value == when


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The bridge, closed since March, reopened.", "reopened"),
        ("The council met before Monday.", "met"),
        ("Workers had left by Friday.", "left"),
        ("He fell ill after the vote on Monday.", "fell"),
        ("Marsh, who retired in 2020, sold the firm.", "sold"),
        ("Varga came on Monday and on Friday.", "came"),
        ("The flood left the gates closed through at least Wednesday.", "closed"),
    ],
)
def test_a_date_that_is_not_the_events_own_is_not_given(text: str, head: str) -> None:
    """A bound, another verb's day and two days at once leave the event undated."""
    (found,) = [each for each in events(text) if each.head and each.head.text == head]
    assert found.when is None


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not resign.",
        "Nobody was hurt.",
        "Marsh filed no memo.",
        "If she resigns, the party will elect a new leader.",
        "The firm could close the plant.",
        "He denied that the firm bribed officials.",
        "They hoped to win the case.",
        "What did Marsh advise?",
        "The house, based on an old plan, stands by the river.",
        "She knows the harbour well.",
        "It was March 13.",
        "It was Monday, 3 March 2025.",
        "Ada Brandt declined to comment.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    """Denied, only possible, wanted, asked, or just so."""
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "head", "when"),
    [
        ("The court will rule on 3 June.", "rule", "2025-06-03"),
        ("The trial is expected to begin on 3 June.", "begin", "2025-06-03"),
        ("The trial begins next week.", "begins", "2025-W12"),
        ("Ada Brandt plans to sue the firm.", "sue", None),
        ("The envoy is to visit Riga on 14 March.", "visit", "2025-03-14"),
        ("Lund said he would retire on 2 May.", "retire", "2025-05-02"),
        ("The mayor said that the quay would close in June.", "close", "2025-06"),
        ("Lund told reporters he would retire.", "retire", None),
    ],
)
def test_what_is_still_to_come_is_announced(text: str, head: str, when: str | None) -> None:
    """Announced is not happened, whatever its date."""
    (found,) = events(text)
    assert (found.kind, found.head.text if found.head else None) == ("announced", head)
    assert (found.when.value if found.when else None) == when


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The crew began to shout.", [("shout", "happened")]),
        ("The crew kept rowing.", [("rowing", "happened")]),
        ("They agreed to open the quay.", [("agreed", "happened")]),
        ("The court will sit and hear the case.", [("sit", "announced"), ("hear", "announced")]),
        ("He was going to open the quay.", []),
        ("Neither boat sank.", []),
        ("The boat almost sank.", []),
        ("He left without paying the clerk.", [("left", "happened")]),
        ("They were asked to leave.", [("asked", "happened")]),
        ("The quay would have burned.", []),
        ("Lund said a strike would hurt the port.", []),
        ("Lund says he would retire in May.", []),
        ("Lund said he would retire on 2 May if the vote failed.", []),
        ("Lund did not say he would retire on 2 May.", []),
        ("Lund denied that he would retire on 2 May.", []),
        ("Lund said he was sorry and would resign on 2 May.", [("resign", "announced")]),
        ("The quay will have burned by then.", []),
        ("The ship left and did not return.", [("left", "happened")]),
        ("The quay was built and sold.", [("built", "happened"), ("sold", "happened")]),
        ("The vote took place on Monday.", [("took", "happened")]),
        ("He has never won a race.", []),
        ("The mayor did open the quay.", [("open", "happened")]),
    ],
)
def test_grammar_tells_what_is_claimed(text: str, found: list[tuple[str, str]]) -> None:
    """Helpers are shared, wishes and near misses are no events, a carrying verb is not its own."""
    assert [(each.head.text if each.head else "", each.kind) for each in events(text)] == found


def test_saying_is_no_event_unless_it_is_what_happened() -> None:
    """ "Said" reports words; an announcement is an event of its own."""
    text = (
        "Ada Brandt said on Monday that the bridge had cracks. She announced the closure on Friday."
    )
    kinds = {
        each.head.text: each.kind for each in find_events(read(text), PARSER.parse) if each.head
    }
    assert kinds["said"] == "said"
    assert kinds["announced"] == "happened"


def test_what_somebody_says_is_their_claim() -> None:
    """An event inside a quotation carries its speaker, one outside carries nobody."""
    found = {
        each.head.text: each.speaker
        for each in events('"The board sold the quay in May," Ada Brandt said. The board resigned.')
        if each.head
    }
    assert found == {"sold": "Ada Brandt", "resigned": None}


def test_a_hedged_event_keeps_its_hedge() -> None:
    """What a text does not vouch for is not told as plain fact."""
    (found,) = events("The guard allegedly shot two men on Monday.")
    assert [each.text for each in found.hedges] == ["allegedly"]


@pytest.mark.parametrize(
    ("text", "head", "who"),
    [
        ("Ada Brandt sued Piet Aldous on Monday.", "sued", ("Ada Brandt", "Piet Aldous")),
        ("Ada Brandt resigned. She left the town on Monday.", "left", ("Ada Brandt",)),
        ("Ada Brandt's house burned down on Monday.", "burned down", ()),
        ("Piet Aldous, who was fired in 2020, returned in 2024.", "fired", ("Piet Aldous",)),
        ("Piet Aldous returned in 2024 after leading the bank.", "leading", ("Piet Aldous",)),
        ("The bank was robbed by Piet Aldous on Monday.", "robbed", ("Piet Aldous",)),
    ],
)
def test_who_takes_part_is_named_subject_first(text: str, head: str, who: tuple[str, ...]) -> None:
    """Pronouns are led back to names, shared subjects shared; owners take no part."""
    found = {each.head.text: each.who for each in events(text) if each.head}
    assert found[head] == who


def test_only_the_sentences_asked_for_are_read() -> None:
    """So that a timeline of one name need not parse a whole record."""
    marks = read("The bridge opened. The quay burned. The mast fell.")
    found = find_events(marks, PARSER.parse, among=[1])
    assert [each.head.text for each in found if each.head] == ["burned"]


def test_without_a_day_of_publication_nothing_is_ahead() -> None:
    """A present with a date says nothing where nobody knows when it was written."""
    assert events("The court sits on 3 June 2025.", published=None) == []


def test_a_dateline_says_when_a_story_was_written() -> None:
    """What it fixes for a day after that is announced, published or not."""
    text = (
        "PORT LANE, 3 November 2026 — The council will vote this Thursday, and meets on 9 November."
    )
    found = [(each.kind, each.when and each.when.value) for each in events(text, published=None)]
    assert found == [("announced", "2026-11-05"), ("announced", "2026-11-09")]


def test_a_line_that_dates_the_page_is_no_event() -> None:
    """Nobody does anything in it."""
    assert heads("Harbour opens\nPublished 10 March 2025\nThe mayor cut a ribbon.") == ["cut"]


def test_a_bare_year_before_a_noun_is_the_nouns() -> None:
    """ "The 2004 election" is of 2004; that somebody spoke of it is not."""
    assert heads("Lee studied the 2004 election.") == ["studied", "election"]
    (told, election) = events("Lee studied the 2004 election.")
    assert told.when is None
    assert election.when is not None


@given(
    st.lists(
        st.sampled_from(
            ["On Monday", ",", "Ada Brandt", "did", "not", "sign", "signed", "and", "the accord",
             "will", "if", "who", "said", "that", "on 3 June", "after", "leaving", ".", "“", "”"]
        ),
        max_size=14,
    )
)  # fmt: skip
@settings(max_examples=60)
def test_every_event_lies_in_its_sentence(words: list[str]) -> None:
    """Whatever the words: spans carry their text, heads lie in clauses, clauses in sentences."""
    marks = read(" ".join(words))
    for each in find_events(marks, PARSER.parse):
        assert any(sentence.covers(each.what) for sentence in marks.sentences)
        assert each.head is not None
        assert each.when is None or each.when in marks.times


def test_a_verb_has_its_times_by_their_prepositions() -> None:
    """What stands between tells whether it was then, or only since or until then."""
    document = Document(
        "d", "article", "It closed in May and reopened by Friday.", published=PUBLISHED
    )
    sentence = document.span(0, len(document.text))
    (tree,) = PARSER.parse([sentence.text])
    found = held(tree, sentence, find_times(document, [sentence]))
    by_word = {tree.words[number].text: times[0].by for number, times in found.items()}
    assert by_word == {"closed": ("in",), "reopened": ("by",)}


def test_claims_are_judged_once_and_stay() -> None:
    """Asked twice, a verb claims the same."""
    (tree,) = PARSER.parse(["He had left before she arrived."])
    claims = Claims(tree)
    verbs = [
        n for n, word in enumerate(tree.words) if word.tag in {"VBN", "VBD"} and word.label != "aux"
    ]
    assert (
        [claims.of(n) for n in verbs] == [claims.of(n) for n in verbs] == ["happened", "happened"]
    )


@pytest.mark.parametrize(
    ("text", "head", "acting", "undergoing", "owners"),
    [
        ("Ada Brandt sued Corrib Limited.", "sued", ("Ada Brandt",), ("Corrib Limited",), ()),
        (
            "Corrib Limited was sued by Ada Brandt.",
            "sued",
            ("Ada Brandt",),
            ("Corrib Limited",),
            (),
        ),
        ("Police searched Ada Brandt's house.", "searched", (), (), ("Ada Brandt",)),
        ("Thieves entered the office of Ada Brandt.", "entered", (), (), ("Ada Brandt",)),
        ("The wife of Ada Brandt sold a house.", "sold", (), (), ()),
        ("Workers found cracks in the piers of Corrib Limited.", "found", (), (), ()),
    ],
)
def test_who_does_it_who_undergoes_it_and_whose_it_is(
    text: str,
    head: str,
    acting: tuple[str, ...],
    undergoing: tuple[str, ...],
    owners: tuple[str, ...],
) -> None:
    """A timeline of somebody wants a search of her house, and nothing that her kin do."""
    (event,) = [each for each in events(text) if each.head and each.head.text == head]
    assert (event.acting, event.undergoing, event.owners) == (acting, undergoing, owners)


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("Corrib Limited recalled the boat on Monday.", "recalled", "happened"),
        ("Corrib Limited agreed on Monday to buy a quay.", "agreed", "happened"),
        ("Farmers protested against the law on Monday.", "protested", "happened"),
        ("Ada Brandt denied the charges on Monday.", "denied", "said"),
        ("Ada Brandt recalled on Monday that the boat had sunk.", "recalled", "said"),
        ("Ada Brandt claims that the boat sank.", "claims", "said"),
    ],
)
def test_what_somebody_did_is_not_what_they_said(text: str, head: str, kind: str) -> None:
    """A recall of boats is an event; to recall that a boat sank is to say so."""
    found = find_events(read(text), PARSER.parse)
    assert [each.kind for each in found if each.head and each.head.text == head] == [kind]


@pytest.mark.parametrize(
    ("text", "head", "when"),
    [
        ("The firm said on Monday it had sold the quay.", "sold", None),
        ("He spoke of a March 3 call in which Ada Brandt advised him.", "advised", "2025-03-03"),
        ("Brandt hung up when a reporter rang her on Monday.", "hung up", "2025-03-10"),
        ("Brandt left the hall late on Monday.", "left", "2025-03-10"),
        ("Brandt filed a lawsuit on Monday.", "filed", "2025-03-10"),
    ],
)
def test_a_day_belongs_to_what_it_was_told_of(text: str, head: str, when: str | None) -> None:
    """Also where it stands with another word."""
    (event,) = [each for each in events(text) if each.head and each.head.text == head]
    assert (event.when.value if event.when else None) == when


def test_a_noun_names_an_event_where_it_says_whose() -> None:
    """ "Her resignation" is an event that no verb tells."""
    text = "The council discussed the resignation of Ada Brandt."
    found = find_events(read(text), PARSER.parse, named=True)
    assert [(each.head.text, each.is_named) for each in found if each.head] == [
        ("discussed", False),
        ("resignation", True),
    ]
    assert heads(text) == ["discussed"]


def test_a_participle_alone_tells_where_somebody_stands() -> None:
    """As captions do."""
    assert heads("Ada Brandt, left, met Tom Lee on Monday.") == ["met"]


def test_a_claim_of_nobody_known_is_not_it_s() -> None:
    """ "According to it" tells a reader nothing."""
    found = events("The paper was old. It said the mast had fallen.")
    assert [each.speaker for each in found if each.head and each.head.text == "fallen"] == [None]


def test_a_clause_has_neither_a_dateline_nor_words_of_the_next() -> None:
    """What a timeline shows is the event."""
    (found,) = events("LUNMOUTH, March 11 (Wire) - Ada Brandt opened the east quay on Monday.")
    assert found.what.text == "Ada Brandt opened the east quay on Monday"


def test_a_place_in_a_dateline_does_nothing() -> None:
    """Who did it stands behind the dash, and when, too, where the sentence says so."""
    (found,) = events(
        "SELBRIDGE, March 19 (Anchor) - The head of Tarngrid, Adaeze Okonkwo, resigned on Thursday."
    )
    assert found.who == ("Adaeze Okonkwo",)
    assert found.when is not None and found.when.span.text == "Thursday"


def test_what_is_to_be_from_a_day_begins_on_it() -> None:
    """What was from a day on may have begun at any time before it is told."""
    (found,) = events("The bridge will be shut from 7 April 2025 for a year.")
    assert (found.kind, found.when and found.when.value) == ("announced", "2025-04-07")
    assert all(each.when is None for each in events("The bridge was shut from January."))
    (lasted,) = events("The bridge was shut from March to May.")
    assert lasted.days == ("2024-03-01", "2024-05-31")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("With effect from 7 April 2025, the ferry will be free of charge.", "2025-04-07"),
        ("The fares will be higher from 7 April 2025.", "2025-04-07"),
        ("The panel will report by 7 April 2025.", "2025-04-07"),
        ("The judge adjourned the hearing until 7 April 2025.", "2025-04-07"),
        ("The board put off the vote until 7 April 2025.", "2025-04-07"),
    ],
)
def test_what_is_due_by_or_put_off_until_a_day_is_announced_for_it(text: str, when: str) -> None:
    """So is what is to be so "with effect from" it."""
    (found,) = (each for each in events(text) if each.when is not None)
    assert (found.kind, found.when and found.when.value) == ("announced", when)


def test_one_of_two_things_did_not_surely_happen() -> None:
    """ "Either she knew in March or she never asked" tells of no day."""
    assert not events("Either she knew of it on 7 March 2025 or she never asked.")


def test_what_was_hours_later_has_its_days() -> None:
    """Counted on from the day of the sentence before."""
    found = {each.head.text: each for each in events("He was freed on Monday. Hours later he fled.")
             if each.head}  # fmt: skip
    assert found["fled"].days == ("2025-03-10", "2025-03-11")


def test_a_zone_takes_no_part() -> None:
    """What stands in an hour or a date is the name of nobody in the event."""
    (found,) = events("The official countdown will begin on April 7 at 10:23 a.m. ET.")
    assert found.who == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Four boats sank in the past 24 hours.", ("2025-03-11", "2025-03-12")),
        ("Over the past week, two mayors resigned.", ("2025-03-05", "2025-03-12")),
        # Too long to be placed, how long it went on, and what is to come.
        ("In the past year, nine men drowned.", None),
        ("He worked there for the past week.", None),
        ("The price will fall in the next 24 hours.", None),
    ],
)
def test_what_was_in_the_days_up_to_now_is_placed_in_them(
    text: str, days: tuple[str, str] | None
) -> None:
    """As vaguely as the text says it, and not where that says how long."""
    (found,) = events(text)
    assert found.days == days


def test_what_a_picture_shows_on_a_day_after_that_of_its_page_has_happened() -> None:
    """Pages are brought up to date, and their pictures are told of in the present."""
    text = "Ada Lund/AFP Mourners leave flowers at the temple on March 14."
    document = Document(
        "d", "article", text, published=PUBLISHED, language="en", address="https://tarn.example/1"
    )
    (marks,) = READER.read([document])
    (found,) = find_events(marks, PARSER.parse)
    assert (found.kind, found.days) == ("happened", ("2025-03-14", "2025-03-14"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mast was hit shortly after 2:30 p.m. on Monday.", "2025-03-10"),
        ("The ferry sank before 9 a.m. on March 3.", "2025-03-03"),
        ("Lund announced her resignation on March 3.", "2025-03-03"),
        ("Lund announced a strike on March 30.", None),
        ("Lund sank the ferry before March 3.", None),
    ],
)
def test_an_hour_that_bounds_it_tells_its_day(text: str, value: str | None) -> None:
    """So does the day behind what somebody makes known, unless that is to come."""
    found = next(each for each in events(text) if not each.is_named)
    assert (found.when.value if found.when else None) == value


def test_what_an_entry_of_a_chronicle_opens_with_is_of_the_day_that_heads_it() -> None:
    """It is told in the present, and so is what was added after the page was published."""
    text = """Jan. 7, 2025: Lund is held

Odd Lund is stopped by police at the border. A judge hears him.

Feb. 9: Lund is tried

The court convicted Odd Lund of theft. In January he had denied it.

March 20: Lund is freed

A guard opens the gate.
"""
    document = Document(
        "d", "article", text, published=PUBLISHED, language="en", address="https://tarn.example/1"
    )
    (marks,) = READER.read([document])
    found = [
        (each.head.text if each.head else "", each.days[0] if each.days else None)
        for each in find_events(marks, PARSER.parse)
        if each.kind == "happened"
    ]
    assert ("stopped", "2025-01-07") in found
    assert ("convicted", "2025-02-09") in found
    assert ("opens", "2025-03-20") in found
    assert not any(head == "hears" for head, _ in found)
