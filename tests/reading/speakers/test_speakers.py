"""Who a source is: a name when the text bears it out, and nobody when it does not."""

from __future__ import annotations

import re

import pytest

from onix.model import Mention
from onix.reading.grammar.sentences import find_sentences
from onix.reading.names.namings import is_outlet
from onix.reading.names.origins import is_document
from onix.reading.quotes.quotes import find_quotes
from tests.reading.speech import document, quotes


def speakers(text: str) -> list[str | None]:
    """Give the speaker of each quote."""
    return [quote.speaker for quote in quotes(text)]


def test_a_surname_stands_for_the_full_name() -> None:
    """The name of a speaker is that which the mention stands for."""
    assert speakers("“No,” said Varga. It rained. “Never,” said Ilse Varga.") == [
        "Ilse Varga",
        "Ilse Varga",
    ]


def test_he_is_who_spoke_last() -> None:
    """A pronoun goes on with the speaker of the statement before."""
    text = "Reyes said the pier was lost. “We tried,” he said.\n\n“We tried hard,” he added."
    assert speakers(text) == ["Tom Reyes"] * 3


def test_she_is_not_a_man_who_spoke_last() -> None:
    """First names tell whom a pronoun cannot mean."""
    text = "Anna Sorel met Tom Reyes at the pier. Reyes said it was lost. She said it was not."
    assert speakers(text) == ["Tom Reyes", "Anna Sorel"]


def test_titles_tell_the_gender_too() -> None:
    """Mr. and Ms. count like first names; Ilse is not in the list of names."""
    text = "Ms. Varga met Mr. Dunn. Dunn said it was lost. “It is not,” she said."
    assert speakers(text) == ["Mark Dunn", "Ilse Varga"]


def test_whom_the_sentence_is_about_comes_first() -> None:
    """A sentence that opens with somebody makes them "he"."""
    text = "Reyes said the pier was lost.\n\nDunn was not impressed. “It stands,” he said."
    assert speakers(text) == ["Tom Reyes", "Mark Dunn"]


def test_who_runs_a_firm_is_not_the_leader_of_another_body() -> None:
    """Whoever leads is a leader; of whoever runs something nobody says what they are called."""
    text = "The pool will open, the council leader said. {} denied that it will."
    assert speakers(text.format("Tom Reyes, who leads the council,"))[0] == "Tom Reyes"
    assert speakers(text.format("Tom Reyes, who runs the builder,"))[0] is None


def test_who_behind_other_words_is_whoever_stands_before_it() -> None:
    """What was taken for a source may be longer than "who"."""
    text = "The loss was steep for Mark Dunn, who said he would rest. Tom Reyes slept."
    assert speakers(text)[0] == "Mark Dunn"


def test_he_is_whom_the_sentence_before_is_about() -> None:
    """Others may do something in it, too: it opens with him."""
    text = "Dunn praised Reyes, whose friends said Reyes might win. {} said that it was over."
    assert speakers(text.format("He"))[-1] == "Mark Dunn"
    assert speakers(text.format("On Monday, he"))[-1] == "Mark Dunn"


def test_he_is_left_open_when_two_fit() -> None:
    """Leaving it open is better than guessing."""
    text = "Those at the pier were Tom Reyes and Mark Dunn. “It stands,” he said."
    assert speakers(text) == [None]


def test_nobody_is_he_in_his_own_words() -> None:
    """Who is named in what is said is not the "he" who says it."""
    text = "“Never open with the map,” Reyes said.\n\nDunn, he predicted, would agree."
    assert speakers(text) == ["Tom Reyes", "Tom Reyes"]


def test_names_inside_quotations_do_not_make_a_pronoun() -> None:
    """A name that only the speaker uses is nobody the outlet speaks of."""
    text = "Sorel wrote: “Mark Dunn is gone.” “He was paid,” he said."
    assert speakers(text)[-1] is None


def test_a_description_is_a_name_when_only_one_person_has_it() -> None:
    """ "the senator" is somebody when the text names one senator only."""
    text = "Sen. Tom Reyes came late. “We tried,” the senator said."
    assert speakers(text) == ["Tom Reyes"]
    text = "Sen. Tom Reyes met Sen. Mark Dunn. “We tried,” the senator said."
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "“We tried,” said a spokesman for Tom Reyes.",
        "“We tried,” said Reyes’s lawyer.",
        "“We tried,” two officials said.",
        "“We tried,” they said.",
    ],
)
def test_who_speaks_for_somebody_is_not_that_person(text: str) -> None:
    """A spokesman, a lawyer, officials stay without a name."""
    assert speakers(text) == [None]


def test_a_named_aide_is_the_speaker() -> None:
    """ "Reyes’s press secretary, Anna Sorel," is Anna Sorel."""
    assert speakers("Reyes’s press secretary, Anna Sorel, said he was ill.") == ["Anna Sorel"]


def test_an_organisation_can_speak() -> None:
    """A board's words are the board's, but not those of its unnamed officials."""
    assert speakers("The Harbour Board said the pier was lost.") == ["Harbour Board"]
    assert speakers("Two Harbour Board officials said the pier was lost.") == [None]


def test_two_people_are_not_one_speaker() -> None:
    """Words of two people have no single name."""
    assert speakers("“We tried,” said Tom Reyes and Anna Sorel.") == [None]


def test_a_mention_left_open_names_nobody() -> None:
    """A mention whose name is open gives no speaker."""
    read = document("“We tried,” Ash said.")
    open_mention = Mention(read.span(12, 15), "person", None)
    (quote,) = find_quotes(read, find_sentences(read), [open_mention])
    assert quote.speaker is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Sorel, 61, came late. “We tried,” the 61-year-old said.", "Anna Sorel"),
        ("The harbour pilot, Anna Sorel, came late. “We tried,” the pilot said.", "Anna Sorel"),
        ("“We tried,” said the president, Anna Sorel.", "Anna Sorel"),
        ("“We tried,” said the union’s lawyer, the barrister Anna Sorel.", "Anna Sorel"),
        ("“We tried,” said Minister for Information Anna Sorel.", "Anna Sorel"),
        ("Anna Sorel, 61, came late. “We tried,” the 16-year-old said.", None),
        ("Anna Sorel, a pilot, came late. “We tried,” a spokesman said.", None),
        ("Reyes came late. “We tried,” his lawyer said.", None),
    ],
)
def test_descriptions_of_somebody_named(text: str, speaker: str | None) -> None:
    """Age, trade and apposition tell who is meant; somebody else is not taken for them."""
    assert speakers(text)[-1] == speaker


def test_a_family_name_of_two_is_whose_turn_it_is_or_nobodys() -> None:
    """ "Mr Holt" is the man of two, "Mrs Holt" the woman."""
    text = "Gary Holt and Tracey Holt keep bees. “We tried,” Mrs Holt said."
    read = document(text)
    people = [
        Mention(read.span(*match.span()), "person", match.group())
        for match in re.finditer(r"(?:Gary|Tracey) Holt", text)
    ]
    (quote,) = find_quotes(read, find_sentences(read), people)
    assert quote.speaker in ("Tracey Holt", None)


def test_he_who_has_no_name_is_nobody() -> None:
    """ "A roofer … he": who is named elsewhere is not he."""
    text = "Reyes was late. It rained.\n\nA roofer climbed the crane. “It stands,” he said."
    assert speakers(text) == [None]


def test_a_pronoun_with_a_verb_that_is_no_known_cue() -> None:
    """ "She raged: “…”" is she."""
    text = "Anna Sorel lost the boat. She raged: “We tried so hard to keep it all afloat.”"
    assert speakers(text)[-1] == "Anna Sorel"


@pytest.mark.parametrize(
    ("words", "document_", "outlet"),
    [
        ("the transcript of the call", True, False),
        ("court records filed by Reyes", True, False),
        ("the minutes", True, False),
        ("ten minutes", False, False),
        ("The New York Times", False, True),
        ("Bloomberg", False, True),
        ("police", False, False),
        ("Tom Reyes", False, False),
        ("", False, False),
    ],
)
def test_kinds_of_sources(words: str, document_: bool, outlet: bool) -> None:
    """Documents and outlets are told by their head noun and their name."""
    assert (is_document(words), is_outlet(words)) == (document_, outlet)


def test_whoever_may_be_meant_is_told_where_it_is_left_open() -> None:
    """Two men named in one breath: both are candidates and neither is the speaker."""
    text = "Waiting outside were Tom Reyes and Mark Dunn. “The pier is gone,” he said."
    (quote,) = quotes(text)
    assert quote.speaker is None
    assert set(quote.candidates) == {"Tom Reyes", "Mark Dunn"}


def test_a_speaker_who_is_known_has_no_candidates() -> None:
    """Nor has a document, which never speaks."""
    (known,) = quotes("Tom Reyes was there. “The pier is gone,” he said.")
    assert (known.speaker, known.candidates) == ("Tom Reyes", ())
    (paper,) = quotes("Tom Reyes was there. “The pier is gone,” the report said.")
    assert (paper.speaker, paper.candidates) == (None, ())


def test_the_title_of_a_work_is_nobody() -> None:
    """“Mark Dunn” in quote marks is a play, so "he" is somebody else."""
    text = "Reyes wrote the play “Mark Dunn” in a week. “It was fun,” he said."
    assert speakers(text)[-1] == "Tom Reyes"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Sorel won the prize on Monday. The actress said it was late.", "Anna Sorel"),
        ("Anna Sorel won the prize on Monday. The driver said it was late.", None),
        ("Tom Reyes won the prize on Monday. The actress said it was late.", None),
        ("Anna Sorel won, with Ilse Varga. The actress said it was late.", None),
        ("The notary, Anna Sorel, won on Monday. The actress said it was late.", None),
        ("The founder, Anna Sorel, won on Monday. The actress said it was late.", "Anna Sorel"),
        ("Anna Sorel won the prize on Monday. The ecologist said it was late.", "Anna Sorel"),
        ("Anna Sorel won the prize on Monday. The 52-year-old said it was late.", "Anna Sorel"),
        ("Anna Sorel, 61, won the prize on Monday. The 52-year-old said it was late.", None),
        ("Gov. Anna Sorel won on Monday. The governor said it was late.", "Anna Sorel"),
        ("Anna Sorel won the prize. She met an actress. The actress said it was late.", None),
        ("Gov. Anna Sorel and Gov. Tom Reyes won. The governor said it was late.", None),
        ("Dr Anna Sorel won the prize on Monday. The oncologist said it was late.", "Anna Sorel"),
        ("Anna Sorel won the prize on Monday. The mum-of-two said it was late.", "Anna Sorel"),
        ("Tom Reyes won the prize on Monday. The father of four said it was late.", "Tom Reyes"),
        ("Anna Sorel won the prize on Monday. The father of four said it was late.", None),
        ("The notary, Anna Sorel, won. The former miner said it was late.", "Anna Sorel"),
        ("The notary, Anna Sorel, won. The miner said it was late.", None),
        ("The notary, Anna Sorel, won. The former president said it was late.", None),
    ],
)
def test_who_was_just_named_is_called_again(text: str, speaker: str | None) -> None:
    """ "The actress" needs no word that she is one, where nobody else comes into question."""
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A judge ruled on Monday that it was late. Judge Anna Sorel rose.", "Anna Sorel"),
        ("A judge ruled on Monday that it was late. Notary Anna Sorel rose.", None),
        ("Judge Anna Sorel and Tom Reyes rose. A judge ruled on Monday that it was late.", None),
        ("The judge ruled on Monday that it was late. Judge Anna Sorel rose.", "Anna Sorel"),
        ("An Ohio judge ruled on Monday that it was late. Judge Anna Sorel rose.", "Anna Sorel"),
        ("An LBX judge ruled on Monday that it was late. Judge Anna Sorel rose.", None),
        (
            "Judge Tom Reyes and Judge Ilse Varga rose.\n\nMark Dunn slept.\n\n"
            "The judge ruled on Monday that it was late. Judge Anna Sorel rose. "
            "It rained. It snowed. It froze. It thawed.",
            None,
        ),
    ],
)
def test_whom_a_lead_tells_of_may_be_named_next(text: str, speaker: str | None) -> None:
    """Where the name is new, what the next sentence is about, and that of one who is that."""
    assert speakers(text) == [speaker]


def test_who_has_the_word_has_it_on_to_the_end_of_the_paragraph() -> None:
    """Another governor of the paragraph before is not "the governor" of what the first one says."""
    text = (
        "Gov. Anna Sorel said it rained.\n\n"
        "Ohio is dry, Gov. Tom Reyes said. It will be so for weeks, the governor said."
    )
    assert speakers(text) == ["Anna Sorel", "Tom Reyes", "Tom Reyes"]


def test_who_stands_below_a_picture_is_not_spoken_of() -> None:
    """A caption comes between what somebody says and what they say next."""
    text = (
        "“We left,” Tom Reyes said. He was tapped for the work in May.\n\n"
        "Mark Dunn on the quay at noon. Peter Ash/AP\n\n“It was late,” he said."
    )
    assert speakers(text) == ["Tom Reyes", "Tom Reyes"]


def test_nobody_who_spoke_is_whoever_is_named_behind() -> None:
    """A spokesman who goes on speaking is none who comes in later with his name."""
    text = (
        "Ilse Varga left.\n\nMark Dunn stayed.\n\nA spokesman told us it was so. It rained. "
        "It snowed.\n\n“We left,” the spokesman said.\n\n"
        "Spokesman Tom Reyes waved. It rained. It snowed. It froze. It thawed."
    )
    assert speakers(text) == [None, None]


def test_who_works_for_somebody_is_not_they() -> None:
    """A campaign’s official is nobody whose name stands there, an aide with a name is the aide."""
    assert speakers("A Reyes campaign official said it was late.") == [None]
    assert speakers("One Reyes ally said it was late.") == [None]
    assert speakers("One Harbour Board user said it was late.") == [None]
    assert speakers("The Harbour Board said it was late.") == ["Harbour Board"]
    assert speakers("One Reyes aide, who came late, said it was late.") == [None]
    assert speakers("One Reyes aide, who said it was late, left.") == [None]
    assert speakers("Reyes aide Anna Sorel said it was late.") == ["Anna Sorel"]


def test_a_relative_clause_behind_an_apposition_is_about_the_name() -> None:
    """ "For Anna Sorel, his successor, who told us" is she who told."""
    assert speakers("It was hard for Anna Sorel, his successor, who said it was late.") == [
        "Anna Sorel"
    ]


def test_a_title_behind_a_description_does_not_hide_who_that_is() -> None:
    """ "The chairman, Sir Tom Reyes" is the chairman; so is "the surveyor, Mr Dunn" a surveyor."""
    text = "The chairman, Sir Tom Reyes, left. Mark Dunn stayed. “It is late,” the chairman said."
    assert quotes(text)[-1].speaker == "Tom Reyes"


def test_who_is_brought_in_by_a_post_is_no_stranger_before() -> None:
    """ "A woman on the quay" is not the prime minister of the next sentence."""
    text = "“He is out there,” a man on the quay said. The prime minister, Tom Reyes, left early."
    assert quotes(text)[0].speaker is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Reyes met Dunn on Monday. The Ohio senator said it was late.", "Tom Reyes"),
        ("Reyes met Dunn on Monday. The senator from Ohio said it was late.", "Tom Reyes"),
        ("Reyes met Dunn on Monday. The Ohio senator’s aide said it was late.", None),
        ("Reyes came late. The justice and former governor said it was late.", "Tom Reyes"),
        ("The notary, Tom Reyes, left. The justice said it was late.", None),
        ("Reyes met Dunn on Monday. The justice said it was late.", None),
        (
            "The envoy of the port, Tom Reyes, slept. Dunn met Ash. The envoy said it was late.",
            "Tom Reyes",
        ),
        (
            "The baker, Tom Reyes, slept. Dunn met Ash. The 40-year-old baker said it was late.",
            "Tom Reyes",
        ),
        (
            "The Republican nominee Tom Reyes left. The Republican nominee said it was late.",
            "Tom Reyes",
        ),
        (
            "The judge, Ilse Varga, met Reyes. Dunn slept. It rained. The judge said it was late.",
            "Ilse Varga",
        ),
    ],
)
def test_whom_a_story_goes_on_about_is_called_by_what_they_are(
    text: str, speaker: str | None
) -> None:
    """A place, an office or a word said before tells that it is whom the last sentence is about."""
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    "lead", ["In a short message to them ", "Outside the court ", "On a wet Monday, ", ""]
)
def test_words_of_place_and_time_do_not_hide_whom_it_goes_on_about(lead: str) -> None:
    """The sentence before is about one person, who says something next."""
    text = (
        f"Varga and Sorel slept. Ilse Varga kept away from Anna Sorel. {lead}she said it was late."
    )
    assert speakers(text)[-1] == "Ilse Varga"


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [("What did Reyes advise?", "Tom Reyes"), ("What did they advise?", "Mark Dunn")],
)
def test_a_paragraph_is_of_whom_the_heading_above_asks(heading: str, speaker: str) -> None:
    """Whoever is named behind "That" is whom the words are about, and not who said them."""
    text = (
        f"Tom Reyes rang the aide, Mark Dunn.\n{heading}\nThat Dunn should call first, and that "
        "he should be brief. “Never open with it,” he said."
    )
    assert quotes(text)[-1].speaker == speaker


def test_who_sends_a_newsletter_is_nobody_of_the_story() -> None:
    """An outlet asks its readers for something between two paragraphs."""
    text = (
        "“We should all go,” said Mark Dunn, the director.\n\nSign up here to get The Results with "
        "Dr. Tom Reyes every Tuesday.\n\n“It will be late,” he said."
    )
    assert speakers(text) == ["Mark Dunn", "Mark Dunn"]
