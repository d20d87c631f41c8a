"""A clause that says just what a yes/no question asks is a yes, whatever stands about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from onix.jobs.ask.readings import Reading
from onix.jobs.ask.trust import enough
from onix.jobs.ask.windows import Window
from onix.jobs.ask.yes_no.plainly import told_plainly
from onix.model import Citation, Document, Marks, Mention, Quote, Turn
from tests.jobs.ask.asking import asked, seen

Stance = Literal["yes", "no"]


def read(
    question: str,
    sentence: str,
    *,
    before: str = "",
    reader: Stance | None = "no",
    meant: str | None = None,
) -> Reading:
    """What becomes of a reading of this sentence that the reader took for a yes or no.

    Args:
        meant: Whom "She" means.
    """
    text = f"{before} {sentence}".strip()
    document = Document("d", "article", text)
    whole = document.span(0, len(text))
    cut = whole.part(len(text) - len(sentence), len(text))
    sentences = (cut,) if not before else (whole.part(0, len(before)), cut)
    understood = asked(question)
    window = Window(whole, sentences, cut, Citation(cut), (0.8,) * len(understood.terms), 0)
    reading = Reading(window, cut, None, 0.2, ((cut, Citation(cut)),), reader)
    she = document.text.find("She ")
    known = () if she < 0 else (Mention(document.span(she, she + 3), "person", meant),)
    marks = Marks(document, meant=known)
    return told_plainly(understood, [reading], seen(marks=marks))[0]


def told(question: str, sentence: str, *, before: str = "", meant: str | None = None) -> bool:
    """Is a reading that was taken for a no turned into a yes?"""
    found = read(question, sentence, before=before, meant=meant)
    return found.stance == "yes" and found.sentence.text == sentence


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Will tickets be refunded?", "Tickets for all shows will be fully refunded on Friday."),
        ("Did Roth sell the mill?", "Roth, who is 70, sold the mill in May and left."),
        ("Has Roth sold the mill?", "Ann Lee said on Monday that Roth had sold the mill."),
        ("Will the lights go out?", "The lights will go out on Friday, the keepers said."),
    ],
)
def test_the_questions_own_words_in_one_clause_are_a_yes(question: str, sentence: str) -> None:
    """As a fact, past or to come as it is asked."""
    assert told(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        # how it was before
        ("Did Roth agree to the sale?", "Roth had been blocking the sale, but gave it up."),
        ("Did Roth allow the sale?", "Roth had forbidden the sale until Lind spoke to him."),
        # what was done once need not be allowed again
        ("Can Roth hold a sale?", "Roth held a sale in 2014."),
        # to whom, if at all
        ("Did Roth apologise to Lind?", "Roth apologised for the noise on Friday."),
        ("Did Roth apologise to Lind?", "Roth apologised to Moe for the noise."),
    ],
)
def test_what_was_before_or_is_said_of_no_one_named_is_no_answer(
    question: str, sentence: str
) -> None:
    """It is neither a yes nor a no."""
    assert stance(question, sentence, "no") is None


def test_a_sentence_that_says_neither_is_not_shown_as_an_answer() -> None:
    """Where the reader itself found no yes and no no, it is at most the nearest miss."""
    found = read("Did Roth sell the mill?", "Roth opened the mill in May.", reader=None)
    assert found.stance is None
    assert found.score < enough()


def test_she_may_stand_for_a_name_that_stands_near() -> None:
    """ "Has Ann Lee filed a complaint?" — "She has filed a complaint"."""
    sentence = "She has filed a complaint, which has yet to be answered."
    question, before = "Has Ann Lee filed a complaint?", "Ann Lee lost her post."
    assert told(question, sentence, before=before, meant="Ann Lee")
    assert not told(question, sentence, before=before)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Roth sell the mill?", "Roth did not sell the mill."),
        ("Did Roth sell the mill?", "Roth denied that he had sold the mill."),
        ("Did Roth sell the mill?", "Roth may have sold the mill."),
        ("Did Roth sell the mill?", "Roth will sell the mill."),  # not yet
        ("Will Roth sell the mill?", "Roth sold the mill."),
        ("Did Roth plead guilty?", "Roth pleaded not guilty."),
        ("Did Roth sell the mill?", "Roth, whose mill burned, sold the boat."),
        ("Did Roth sell the mill?", "Lind sold the mill, and Roth wept."),
        ("Did Roth call Lind?", "Lind called Roth on Tuesday."),
        ("Did Roth sell the mill?", "Has Roth sold the mill?"),
        ("Can Roth sell the mill?", "Roth last sold the mill in 2014."),
        ("Did Roth not sell the mill?", "Roth sold the mill."),
        ("Who sold the mill?", "Roth sold the mill."),
    ],
)
def test_anything_less_is_left_as_it_was_read(question: str, sentence: str) -> None:
    """Denied, possible, at another time, of another, or in another clause."""
    assert not told(question, sentence)


def stance(question: str, sentence: str, reader: Stance, *, before: str = "") -> str | None:
    """The yes or no of a reading after grammar has looked at its sentence."""
    return read(question, sentence, reader=reader, before=before).stance


@pytest.mark.parametrize(
    ("question", "sentence", "side"),
    [
        ("Did Roth sell the mill?", "Roth did not sell the mill.", "no"),
        ("Did Roth sell the mill?", "Roth refused to sell the mill.", "no"),
        ("Has Roth stepped down?", "Roth resigned on Friday.", "yes"),
        ("Has Roth resigned?", "Lind said that Roth had not resigned.", "no"),
        ("Was the mill sold?", "Roth sold the mill on Friday.", "yes"),
        ("Was the mill sold?", "The mill was never sold.", "no"),
        ("Was Roth convicted?", "Roth was acquitted on Friday.", "no"),
        ("Was anybody arrested?", "Nobody was arrested, police said.", "no"),
        ("Is the mill open?", "The mill stays shut.", "no"),
        ("Will Roth sell the mill?", "Roth will not sell the mill.", "no"),
        ("Will Roth sue?", "Roth does not intend to sue.", "no"),
        ("Can Roth leave the country?", "Roth may not leave the country.", "no"),
        ("Is Roth resigning?", "Roth will not step down.", "no"),
        ("Were trees felled?", "They had already felled 40 trees.", "yes"),
        ("Did all the crew survive?", "All seven of the crew survived.", "yes"),
        ("Is it true that Roth sold the mill?", "Roth did not sell the mill.", "no"),
        ("Is Roth going to sell the mill?", "Roth will sell the mill.", "yes"),
        ("Is Roth going to resign?", "Roth has no plans to resign.", "no"),
        ("Has Lind ever banned a sale?", "So far no sale has been forbidden.", "no"),
        ("Were there batteries in the store?", "There were no batteries in the store.", "no"),
        ("Was there a fire in the store?", "There was a fire in the store on Friday.", "yes"),
        ("Did Roth ask for a reward?", "Roth asked for no reward.", "no"),
        ("Can Karsova hold a vote?", "Karsova's government cannot hold a second vote.", "no"),
        ("Is Brekke keeping the mill?", "Brekke said it is shuttering the mill.", "no"),
        ("Was Roth at the meeting where he was fired?", "Roth did not attend the meeting.", "no"),
        ("Did Roth win the cup?", "Roth won the cup on Friday after they had tied twice.", "yes"),
        ("Was Roth surprised?", "Roth was neither surprised nor sad.", "no"),
        ("Did Roth visit Oslo?", "Roth made a trip to Oslo.", "yes"),
        ("Did Roth visit Oslo?", "Roth, who made a trip to Turku, has yet to visit Oslo.", "no"),
    ],
)
def test_a_sentence_that_says_it_goes_before_the_reader(
    question: str, sentence: str, side: Stance
) -> None:
    """In the same words or near ones, from either side of the verb, as so or as not so."""
    assert stance(question, sentence, "no" if side == "yes" else "yes") == side


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Has Roth resigned?", "Roth was asked by a reporter what he had learned."),
        ("Has Roth resigned?", "Lind stopped short of calling for Roth to resign."),
        ("Has Roth resigned?", "Lind resigned on Friday."),  # another
        ("Did Roth cancel the tour?", "Roth's wife, the singer Ann Lee, cancelled the tour."),
        ("Has Roth resigned?", "Roth will resign in May."),  # not yet
        ("Has Roth resigned?", "Roth promised to resign."),
        ("Has Roth resigned?", "Roth offered his resignation."),
        ("Has Roth resigned?", "If the vote is lost, Roth resigns."),
        ("Has Roth resigned?", "Roth would have resigned."),
        ("Has Roth resigned?", "Lind demanded that Roth resign."),
        ("Did Roth sell the mill?", "Lind claims that Roth sold the mill."),
        ("Did Roth sell the mill?", "Lind accused Roth of selling the mill."),
        ("Did Roth sell the mill?", "“I was told that Roth sold the mill,” Lind said."),
        ("Did Roth sell the mill?", "The council rejected a motion to sell the mill."),
        ("Did Roth sell the mill?", "The report that Roth had sold the mill is new."),
        ("Were there beds in the hall?", "There were not enough beds in the hall."),
    ],
)
def test_no_yes_from_a_sentence_that_does_not_say_it(question: str, sentence: str) -> None:
    """Of another, planned, wanted, possible, or only claimed: the sentence is shown alone."""
    found = read(question, sentence, reader="yes")
    assert found.stance is None
    assert found.sentence.text == sentence


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Roth find out from his letter?", "Roth found out from the radio."),
        ("Did Roth promise money?", "Roth promised that work would go on."),
        ("Will the hall be open to the press?", "It will open to all, though not to the press."),
        ("Was the mill burned deliberately?", "The mill was burned on Friday."),
        ("Did the shop reopen at noon?", "The shop will stay closed until noon."),
        ("Did Roth plead not guilty?", "Roth pleaded not guilty."),
    ],
)
def test_what_it_is_done_to_has_to_be_told_with_it(question: str, sentence: str) -> None:
    """Another object, or one that is set apart: neither a yes nor a no of grammar's own."""
    for reader in ("yes", "no"):
        assert read(question, sentence, reader=reader).stance in {None, reader}


def test_who_did_it_is_told_with_it() -> None:
    """What the Arts Fund funded is neither a yes nor a no to who else may have done so."""
    question, before = "Was the play funded by a brewer?", "A brewer lent the hall."
    sentence = "The play was funded by the Arts Fund."
    assert stance(question, sentence, "yes", before=before) is None
    assert stance("Was the play funded by a fund?", sentence, "no") != "no"
    assert stance(question, "The play was funded by a brewer.", "no", before=before) == "yes"


def test_what_says_more_of_it_may_stand_near() -> None:
    """ "The hearing" is the one over the fence, where that is told beside it."""
    question, before = "Was the hearing over the fence put off?", "It is about a fence."
    assert stance(question, "The hearing was not put off.", "yes", before=before) == "no"
    assert stance("Are police looking into the leak?", "Police do not investigate.", "yes") == "no"


@pytest.mark.parametrize(
    "sentence", ["Roth will sell the mill.", "Lind claims that Roth has sold the mill."]
)
def test_what_is_yet_to_come_or_only_claimed_is_shown_alone(sentence: str) -> None:
    """Good enough to be shown, with neither a yes nor a no."""
    found = read("Has Roth sold the mill?", sentence, reader="yes")
    assert found.stance is None
    assert found.score > enough()


def test_a_denial_is_no_no() -> None:
    """Who denies it says so for himself; it can still stand against what another tells."""
    found = read("Did Roth sell the mill?", "Roth denied that he had sold the mill.", reader="no")
    assert (found.stance, found.claim) == (None, "no")


def test_what_may_be_said_of_the_one_asked_about_is_left_to_the_reader() -> None:
    """ "She" may be Ann Lee; where grammar says otherwise than the reader, neither is shown."""
    before = "Ann Lee came late."
    assert stance("Has Ann Lee resigned?", "She resigned.", "yes", before=before) == "yes"
    assert stance("Has Ann Lee resigned?", "She resigned.", "no", before=before) is None


def test_a_reply_answers_what_the_text_asks() -> None:
    """ "Had the bus been inspected? It had not." has no word of what is asked."""
    before = "Had the bus been inspected?"
    assert stance("Was the bus inspected?", "“It had not.”", "no", before=before) == "no"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Roth did not promise any money for the mill.", "no"),
        ("Roth promised no money.", "no"),
        ("Roth promised no help.", None),
        ("Roth promised money for the mill.", None),
        ("Roth did not promise any funding, as she had none.", "no"),
    ],
)
def test_who_promised_no_money_promised_no_sum(sentence: str, stance: Stance | None) -> None:
    """What is denied of any sum is denied of each; money that was promised may be another sum."""
    assert read("Did Roth promise £30 million?", sentence, reader="yes").stance == stance


def test_a_denial_of_any_money_is_shown_against_a_sum() -> None:
    """As somebody's claim, beside what others tell."""
    found = read("Did Roth promise £30 million?", "Roth denied that Roth promised money.")
    assert (found.stance, found.claim) == (None, "no")


def test_whoever_said_something_did_not_comment_on_everything() -> None:
    """What a verb of saying is about has to stand in the sentence, too."""
    found = read(
        "Did Jonas comment on the alarms?",
        "She said her crews had reached the building within six minutes.",
        before="Fire chief Carla Jonas said the cause was not known.",
        meant="Carla Jonas",
    )
    assert found.stance is None


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The test in June found no crack.", None),
        ("The test in June found the crack.", None),
        ("A test would have found the crack, Roth said.", "yes"),
    ],
)
def test_what_was_is_no_yes_or_no_to_what_would_have_been(sentence: str, side: str | None) -> None:
    """Only what is supposed, too, may be one, as it was read."""
    assert stance("Would a test have found the crack?", sentence, "yes") == side


def test_we_are_the_firm_in_whose_call_it_is_said() -> None:
    """In an article "we" are whoever speaks, and it is left to the reader who that is."""
    sentence = "We bought back no shares."
    understood = asked("Did Tarn Foods buy back shares?")

    def side(title: str, *, is_call: bool) -> str | None:
        document = Document("d", "transcript", sentence, title=title)
        whole = document.span(0, len(sentence))
        turns = (Turn("Ann Lee", whole),) if is_call else ()
        document = replace(document, turns=turns)
        window = Window(whole, (whole,), whole, Citation(whole), (0.8,) * len(understood.terms), 0)
        reading = Reading(window, whole, None, 0.2, ((whole, Citation(whole)),))
        said = Quote("direct", (whole,), speaker="Ann Lee")
        marks = Marks(document, quotes=(said,))
        return told_plainly(understood, [reading], seen(marks=marks))[0].stance

    assert side("Tarn Foods plc, third quarter", is_call=True) == "no"
    assert side("Dorn Bank, third quarter", is_call=True) is None
    assert side("Tarn Foods in trouble", is_call=False) is None


def test_what_was_so_before_is_no_no() -> None:
    """ "Is it allowed" is not denied by what "had previously been banned"."""
    sentence = "The site has restored accounts that had previously been banned, such as Roth."
    assert stance("Is Roth allowed on the site?", sentence, "no") is None
    assert stance("Can Roth sell the mill?", "Roth cannot sell the mill.", "yes") == "no"
