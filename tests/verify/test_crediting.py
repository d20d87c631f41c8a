"""Whom a draft has something from, held against whom the record has it from."""

from __future__ import annotations

import pytest

from onix.model import Document, Marks, Span, Turn
from onix.reading.reader import NewsReader
from onix.verify.facts import verify_facts
from onix.verify.facts.heard import Heard
from onix.verify.facts.lines import lines_of
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.voice import Voice
from onix.verify.facts.voices import Voices

HARBOUR = (
    "The harbour pilot, Ivo Brandt, said that the ferry had passed the red buoy on the wrong "
    "side at 21.40.\n\n"
    "Captain Lea Sandvik told the court that the ferry's second radar had been out of order "
    "since April.\n\n"
    "The treaty says nothing about the nine sailors the rebels are believed to hold in Port "
    "Asa.\n\n"
    "Prosecutors argued that the fire had started in a freezer on the car deck.\n"
)


def marks_of(text: str, name: str, outlet: str | None = None) -> Marks:
    """Read a text as an article."""
    document = Document(name, "article", text, published="2025-06-03", outlet=outlet, language="en")
    return next(iter(NewsReader().read([document])))


def wrong(draft: str) -> list[tuple[str, str]]:
    """Give the kind and the words of what the record has otherwise."""
    verdicts = verify_facts(marks_of(draft, "draft"), [marks_of(HARBOUR, "record")])
    return [(each.claim.kind, each.claim.text) for each in verdicts if each.label == "contradicted"]


def test_who_is_told_of_is_no_voice() -> None:
    """Whoever is named behind "said" says it, and not whom the sentence tells of."""
    text = (
        "Ivo Brandt came late; the ferry's second radar had been out of order since April, said "
        "the captain, Lea Sandvik.\n"
    )
    assert wrong(text) == []


def test_what_says_nothing_need_not_be_credited() -> None:
    """A paper that is silent on something is no source for it."""
    text = "The rebels are thought to hold nine sailors in Port Asa; the treaty is silent on them."
    assert wrong(text + "\n") == []


def test_a_noun_of_saying_is_a_credit() -> None:
    """ "The prosecution's contention" credits as well as "prosecutors argued"."""
    text = (
        "The judges rejected the prosecution's contention that the fire had started in a freezer "
        "on the car deck.\n"
    )
    assert wrong(text) == []


def test_a_wrong_name_of_the_right_voice_is_a_wrong_name() -> None:
    """Where the draft calls somebody what the record calls whoever said it, the name is wrong."""
    text = (
        "The harbour pilot, Uwe Kessel, said that the ferry had passed the red buoy on the wrong "
        "side at 21.40.\n"
    )
    assert [kind for kind, _ in wrong(text)] == ["name"]


def test_somebody_else_of_the_story_is_another_voice() -> None:
    """Somebody whom the record knows, and who did not say it, is the wrong voice."""
    text = "Lea Sandvik said that the ferry had passed the red buoy on the wrong side at 21.40.\n"
    assert [kind for kind, _ in wrong(text)] == ["attribution"]


def wrong_of(draft: str, record: str) -> list[tuple[str, str]]:
    """Give the kind and the words of what another record has otherwise."""
    verdicts = verify_facts(marks_of(draft, "draft"), [marks_of(record, "record")])
    return [(each.claim.kind, each.claim.text) for each in verdicts if each.label == "contradicted"]


def test_a_body_of_the_story_is_another_voice() -> None:
    """What one body said is credited wrongly to another that the record knows in full."""
    record = (
        "Kestrel said it had checked the forecast of 7 a.m., which spoke of showers.\n\n"
        "The Coast Office says that it gave a yellow warning at 8:30 a.m.\n"
    )
    draft = "Showers were all that the seven o'clock forecast promised, the Coast Office said.\n"
    assert [kind for kind, _ in wrong_of(draft, record)] == ["attribution"]


def test_what_somebody_says_is_not_what_they_are() -> None:
    """The words before "Brandt recalled" are no title, and Brandt is no name misspelt."""
    record = (
        "Ivo Brandt led the rescue.\n\nMats Olin was carried out.\n\n"
        '"She kept us singing for ten hours," said Olin, of the captain.\n'
    )
    draft = (
        "Ivo Brandt led the rescue. All the hours in the hold she kept them singing, Brandt "
        "recalled.\n"
    )
    assert wrong_of(draft, record) == [("attribution", "Brandt")]


def test_a_body_is_known_by_its_initials() -> None:
    """ "The CSB" may be the Coastal Survey Board."""
    record = "Two storms a year hit the coast, according to the US Coastal Survey Board.\n"
    assert wrong_of("Two storms a year hit the coast, according to the USCSB.\n", record) == []
    assert wrong_of("Two storms a year hit the coast, according to the CSB.\n", record) == []


LOG = (
    "The pump at the Wenn laundry was out of order for 19 days in August, according to a "
    "maintenance log which a worker has passed to the Wenn Courier.\n\n"
    "The closure of the laundry was first reported by the local daily Dagbladet on Saturday.\n"
)


def wrong_of_log(draft: str, record: str = LOG) -> list[str]:
    """Give the words of the draft whose credit the record has otherwise."""
    verdicts = verify_facts(marks_of(draft, "draft"), [marks_of(record, "record", "Wenn Courier")])
    found = [each for each in verdicts if each.label == "contradicted"]
    return [each.claim.text for each in found if each.claim.kind == "attribution"]


def test_what_an_outlet_got_hold_of_was_not_released() -> None:
    """The sources have it from an outlet that was handed it, and none says that it came out."""
    draft = (
        "The pump at the Wenn laundry stood idle for 19 days in August, a maintenance log released "
        "by the health board shows.\n"
    )
    assert len(wrong_of_log(draft)) == 1
    assert not wrong_of_log(draft.replace("released by the health board", "of the laundry"))
    released = LOG.replace("which a worker has passed to the Wenn Courier", "the board released")
    assert not wrong_of_log(draft, released)


def test_who_had_it_first_is_who_the_record_says() -> None:
    """Another outlet is wrong, and the same by a longer name is not."""
    draft = "That the laundry would be closed was first reported by {}.\n"
    assert wrong_of_log(draft.format("the Wenn Courier")) == ["the Wenn Courier"]
    assert not wrong_of_log(draft.format("Dagbladet"))


LETTERS = (
    "A shipwright warned the owners in 2023 that the new racks made the boat less stable, "
    "according to a letter seen by the Garrow Beacon.\n\n"
    "The Ostby Gazette reported that the board had turned down an offer of 190 crowns a share.\n"
)


def wrong_of_letters(draft: str) -> list[tuple[str, str]]:
    """Give what two reports by outlets that found something out have otherwise."""
    verdicts = verify_facts(marks_of(draft, "draft"), [marks_of(LETTERS, "record", "Norr Post")])
    return [(each.claim.kind, each.claim.text) for each in verdicts if each.label == "contradicted"]


def test_whoever_warned_is_no_credit_for_the_letter() -> None:
    """That somebody warned is known from an outlet, which a draft has to name."""
    text = (
        "In 2023 a shipwright had warned the owners that the new racks made the boat less stable."
    )
    assert {kind for kind, _ in wrong_of_letters(text + "\n")} == {"attribution"}


def test_a_credit_of_its_own_is_what_is_wrong() -> None:
    """Where the draft has it from somebody else, the words that say so are shown."""
    text = "The board has turned down an offer of 190 crowns a share, Berg told analysts.\n"
    assert wrong_of_letters(text) == [("attribution", "Berg told analysts.")]
    text = "The board has turned down an offer of 190 crowns a share, the Gazette reports.\n"
    assert wrong_of_letters(text) == []


def test_a_sum_alone_may_lack_its_credit() -> None:
    """A clause with little more than a sum tells what one outlet found out."""
    told = (
        "Their outgoing chief executive, Claus Brandt, got an ovation. He will receive 14 million "
        "crowns on leaving, the newspaper Fjord Times reported on Thursday morning.\n"
    )
    record = [marks_of(told, "record", "Radio Teral")]
    text = "Claus Brandt was applauded by a full hall. He is leaving with 14 million crowns.\n"
    verdicts = verify_facts(marks_of(text, "draft"), record)
    wrongly = [each.claim.text for each in verdicts if each.label == "contradicted"]
    assert wrongly == ["He is leaving with 14 million crowns."]


def test_an_outlet_is_known_without_its_edition() -> None:
    """ "The Daily (English edition)" is the Daily, and the draft gives it what another had."""
    told = (
        "The text of the treaty, first revealed by the daily Teral Chronicle, provides for a joint "
        "patrol of six vessels on the lake.\n"
    )
    record = [marks_of(told, "record", "Le Quotidien d'Orme (English edition)")]
    text = (
        "A joint patrol of six vessels on the lake stands in the text of the treaty, which Le "
        "Quotidien d'Orme was the first to reveal.\n"
    )
    verdicts = verify_facts(marks_of(text, "draft"), record)
    wrongly = [each.claim.kind for each in verdicts if each.label == "contradicted"]
    assert wrongly == ["attribution"]


def test_what_stands_behind_a_semicolon_is_said_alone() -> None:
    """Who says the second of two clauses has not said the first."""
    text = (
        "It passed the red buoy on the wrong side; the ferry's second radar had been out of order "
        "since April, the harbour pilot, Ivo Brandt, said.\n"
    )
    assert wrong(text) == [("attribution", "Ivo Brandt")]


def test_a_short_statement_of_somebody_without_a_name_is_held_against_others() -> None:
    """Two content words that stand in the record from another are enough."""
    told = (
        "The defence counsel, Lea Sandvik, said that the witness had altered his story twice.\n\n"
        "The hearing goes on in the old customs house.\n\n"
        "Seats are few.\n\n"
        "The prosecutor, Ivo Brandt, asked for a longer term.\n"
    )
    draft = "He had altered his story twice, the prosecutor told the court.\n"
    verdicts = verify_facts(marks_of(draft, "draft"), [marks_of(told, "told")])
    wrongly = [each.claim.text for each in verdicts if each.label == "contradicted"]
    assert wrongly == ["the prosecutor"]


TURNS = (
    (
        "Lea Sandvik",
        "The independent expert, the Kestrel Institute, says that the lock will cost four "
        "million crowns more than the plan has it.",
    ),
    ("Ivo Brandt", "I find the handling of the ferry reckless. The harbour needs a second pilot."),
    (
        "Lea Sandvik",
        "The Valley Courier reported that the old dredger Vala had been sold to Riga for scrap.",
    ),
)


def in_turns(draft: str) -> list[str]:
    """Give what of a draft's credits a transcript has otherwise."""
    text, turns = "", []
    for speaker, said in TURNS:
        text += f"{speaker.split()[-1].upper()}: "
        turns.append(Turn(speaker, Span("hearing", len(text), len(text) + len(said), said)))
        text += f"{said}\n\n"
    document = Document("hearing", "transcript", text, published="2025-06-03", turns=tuple(turns))
    hearing = next(iter(NewsReader().read([document])))
    verdicts = verify_facts(marks_of(draft, "draft"), [hearing])
    return [
        each.claim.text
        for each in verdicts
        if each.label == "contradicted" and each.claim.kind == "attribution"
    ]


@pytest.mark.parametrize(
    ("draft", "wrongly"),
    [
        # the expert says it, and whoever tells of that may be named for it, too
        ("The lock will cost four million crowns more, the police said.", ["the police"]),
        ("The lock will cost four million crowns more than planned, Lea Sandvik said.", []),
        (
            "The lock will cost four million crowns more than planned, the Kestrel Institute says.",
            [],
        ),
        # in whose view it is so
        ("The handling of the ferry was reckless in Lea Sandvik's view.", ["Lea Sandvik"]),
        ("The handling of the ferry was reckless in Ivo Brandt's view.", []),
        # an outlet found it out, whoever tells of that
        (
            "The old dredger Vala has been sold to Riga for scrap.",
            ["The old dredger Vala has been sold to Riga for scrap."],
        ),
        ("The old dredger was sold to Riga for scrap, the Valley Courier reported.", []),
    ],
)
def test_whom_a_speaker_has_it_from(draft: str, wrongly: list[str]) -> None:
    """What a speaker of a hearing has from others is theirs."""
    assert in_turns(f"{draft}\n") == wrongly


def test_who_speaks_for_one_body_speaks_for_no_other() -> None:
    """A spokesman of the navy is no ministry."""
    told = (
        "Nobody had been hurt by the two shots, said Captain Yao Brandt, the spokesman of the "
        "navy.\n\nThe foreign ministry was closed on Friday.\n"
    )
    draft = "Nobody was hurt by the two shots, the foreign ministry insists.\n"
    verdicts = verify_facts(marks_of(draft, "draft"), [marks_of(told, "told")])
    wrongly = [each.claim.text for each in verdicts if each.label == "contradicted"]
    assert wrongly == ["the foreign ministry"]


def test_two_outlets_of_one_place_are_two() -> None:
    """The Wenn Eye is not the Wenn Mercury, whereas "the Mercury" is."""
    record = (
        "The blog Wenn Eye first reported the failure of the heating on 20 May.\n\n"
        "The Wenn Mercury was given the report.\n"
    )
    wrongly = "That the heating had failed was first reported by the Wenn Mercury.\n"
    assert wrong_of(wrongly, record) == [("attribution", "the Wenn Mercury")]
    rightly = "That the heating had failed was first reported by the Wenn Eye.\n"
    assert wrong_of(rightly, record) == []


def test_several_outlets_are_any() -> None:
    """“News outlets reported it” may be of the Wenn Mercury, and the Eye is another paper."""
    told = "{} first reported that the heating of the school in Wenn had failed."
    draft = told.format("The Wenn Mercury")
    assert wrong_of(draft, told.format("News outlets") + "\n") == []
    assert wrong_of(draft, told.format("The Wenn Eye") + "\n") != []


def test_as_somebody_would_have_it_is_a_credit() -> None:
    """A draft that has it so by "as the radio would have it" leaves no credit out."""
    record = "The bridge was closed for want of money, according to a leaked memo.\n"
    draft = "The bridge was closed{} for want of money.\n"
    assert wrong_of(draft.format(""), record) != []
    assert wrong_of(draft.format(", as the radio would have it,"), record) == []


def test_any_body_may_be_called_by_any_such_noun() -> None:
    """A safety authority is a regulator; a ministry is none."""
    record = "The nuclear safety authority said that the crack would be welded by June.\n"
    draft = "The crack would be welded by June, {} said.\n"
    assert wrong_of(draft.format("the safety regulator"), record) == []
    assert wrong_of(draft.format("the police"), record) != []


def test_the_paper_may_be_the_one_that_tells_it() -> None:
    """“They told the paper” of what they told “this newspaper”."""
    record = "Spectators told this newspaper that the whistling began after the goal.\n"
    draft = "The whistling began after the goal, spectators told the paper.\n"
    assert wrong_of(draft, record) == []


def test_whoever_was_told_it_is_no_source_of_it() -> None:
    """The outlet that two people told something does not make them one."""
    told = "The engineer Kofi Brandt told us that six bolts of the bridge were not of steel.\n"
    blog = Document(
        "b", "article", told, outlet="Rook Endings", published="2025-06-03", language="en"
    )
    source = lines_of(next(iter(NewsReader().read([blog]))))
    draft = marks_of("Six bolts were not of steel, Nino Aslan told Rook Endings.", "d")
    (line,) = lines_of(draft)
    shelf = Shelf(source, [line])
    heard = Heard(Tellings(shelf), Voices(shelf))
    name = next(each.span for each in line.mentions if each.span.text == "Nino Aslan")
    voice = Voice(name, frozenset({"nino", "aslan"}), line.span, "person")
    assert heard.stand(voice, 0, frozenset(), frozenset({"rook", "endings"})) == "other"


def test_what_is_asked_is_not_the_next_clause() -> None:
    """Behind a semicolon stands no answer to what somebody will ask about."""
    record = "The mayor, Ida Roe, said that 22 people were to speak about the bridge.\n"
    draft = "A panel led by Odd Lund will ask about it; 22 people are to speak about the bridge.\n"
    assert wrong_of(draft, record) == []


def test_as_it_is_for_somebody_is_a_credit() -> None:
    """What it is "for the prosecution" is told as the prosecution's."""
    record = "That 90,000 crowns went to the brewer was first reported by the Wenn Courier.\n"
    draft = "90,000 crowns went to the brewer.\n"
    assert wrong_of(draft, record) != []
    assert wrong_of(f"For the prosecution it is that {draft}", record) == []
