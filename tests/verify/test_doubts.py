"""What the machine that wrote a transcript was not sure of is not held against a draft."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from onix.intake import Raw, read_documents
from onix.model import Claim, Document, Verdict
from onix.verify.clock import clock
from onix.verify.doubts import WEAK
from onix.verify.tapes import Tapes
from onix.verify.verdicts import verify
from tests.verify.hearing import shelve

# Said was "the fourteen crews of Varde"; a number in brackets says how sure the machine was.
HEARD = """
We will pay the forty[.3] crews of Barda[.2] before the ice is gone. Our pilots can[.2] land there
in fog and nobody was hurt. The old the[.3] pier stands for another winter at least, I hope.
The bank will lend us all of it on Friday, unless[.4] the board objects.
"""


def transcript(marked: str = HEARD, speaker: str | None = "Ida Brandt") -> Document:
    """Give the transcript of words, half a second each from the tenth on."""
    words = []
    for number, each in enumerate(marked.split()):
        word, _, sure = each.partition("[")
        word, sure = word + sure.partition("]")[2], sure.partition("]")[0]
        at = 10 + number / 2
        words.append({"word": f" {word}", "start": at, "probability": float(sure or 0.97)})
    data = json.dumps({"segments": [{"speaker": speaker, "words": words}]}).encode()
    (found,) = read_documents(Raw("pier.json", data))
    assert isinstance(found, Document)
    return found


@cache
def tapes() -> Tapes:
    """Give tapes with that transcript alone."""
    return shelve(transcript())


def checked(text: str, *, speaker: str | None = "Ida Brandt", weak: float = WEAK) -> Verdict:
    """Give the verdict on some words."""
    return verify(tapes(), Claim("quote", text, speaker), weak=weak)


CREWS = "We will pay the fourteen crews of Varde before the ice is gone"


def test_what_differs_on_weak_words_only_is_uncertain() -> None:
    """Neither altered nor changed in sense: the times say where to hear it."""
    verdict = checked(CREWS)
    assert verdict.label == "uncertain"
    assert not verdict.meaning_changed
    assert "hear it yourself at 0:12, 0:13" in verdict.why
    doubts = [(each.text, each.unsure) for each in verdict.differences]
    assert [text for text, _ in doubts] == ["fourteen", "Varde"]
    assert [(d.span.text, d.begins, d.confidence) for _, d in doubts if d is not None] == [
        ("forty", 12.0, 0.3),
        ("Barda", 13.5, 0.2),
    ]


def test_without_confidence_it_is_altered() -> None:
    """A threshold of nothing makes no use of it, and a transcript without any has none."""
    assert checked(CREWS, weak=0.0).label == "altered"
    assert checked(CREWS, weak=0.0).meaning_changed
    plain = verify(shelve(transcript(re.sub(r"\[.*?\]", "", HEARD))), Claim("quote", CREWS))
    assert plain.label == "altered"
    assert all(each.unsure is None for each in plain.differences)


def test_a_change_on_a_sure_word_is_altered_all_the_same() -> None:
    """One word that was surely not said is enough; the doubtful ones are still said to be."""
    verdict = checked(CREWS.replace("ice", "snow"))
    assert verdict.label == "altered"
    assert [each.unsure is None for each in verdict.differences] == [False, False, True]


def test_words_that_are_the_same_stand_though_the_machine_was_unsure() -> None:
    """The verdict is what it is, and the evidence says of which words the machine was not sure."""
    verdict = checked("pay the forty crews of Barda before the ice is gone")
    assert verdict.label == "verbatim"
    (place,) = verdict.evidence
    assert [each.span.text for each in place.unsure] == ["forty", "Barda"]


def test_a_condition_in_doubt_is_no_condition_left_out() -> None:
    """ "Unless" may not have been said: it is to be heard, and changes no sense before."""
    verdict = checked("The bank will lend us all of it on Friday")
    assert (verdict.label, verdict.meaning_changed, verdict.omission) == ("uncertain", False, None)
    assert [each.kind for each in verdict.differences] == ["condition"]


def test_a_word_the_machine_may_have_missed_is_in_doubt_where_its_neighbour_is() -> None:
    """Nobody knows how sure a machine was of what it did not hear; the word beside it tells."""
    missed = checked("Our pilots can not land there in fog and nobody was hurt")
    assert (missed.label, missed.meaning_changed) == ("uncertain", False)
    put_in = checked("Our pilots can land there in fog and nobody was badly hurt")
    assert put_in.label == "altered"


def test_a_word_left_out_in_doubt_is_no_silent_cut() -> None:
    """The machine may have heard a word too many."""
    verdict = checked("The old pier stands for another winter at least")
    assert verdict.label in ("uncertain", "cleaned")
    assert verdict.omission is None


def test_a_long_cut_is_not_in_doubt_for_one_weak_word() -> None:
    """Half of what is left out has to be weak, or leaving it out is the draft's doing."""
    verdict = checked("Our pilots was hurt", speaker=None)
    assert verdict.label in ("trimmed", "not_found", "altered")
    verdict = checked("We will pay before the ice is gone for another winter")
    assert verdict.label != "uncertain"


def test_another_speaker_is_graver_than_a_doubt() -> None:
    """Whose words they are does not hang on how they were heard."""
    verdict = checked(CREWS, speaker="Marta Quist")
    assert verdict.label == "misattributed"


def test_words_nobody_said_are_not_found_however_unsure_the_machine_was() -> None:
    """Doubt makes room for a few words, not for a quotation."""
    said = "one of us has to go to the port today".replace(" ", "[.1] ")
    shelf = shelve(transcript(said))
    verdict = verify(shelf, Claim("quote", "one of us has seen what the storm did there"))
    assert verdict.label == "not_found"


def test_the_time_is_that_of_the_words() -> None:
    """A turn may last an hour: the time is that of the words, or seconds before them."""
    verdict = checked("nobody was hurt. The old the pier stands")
    (place,) = verdict.evidence
    said = 10 + HEARD.split().index("nobody") / 2
    assert place.begins is not None
    assert said - 3 < place.begins <= said
    assert place.begins > 10


def test_a_time_before_the_turn_is_not_its_own() -> None:
    """Where a turn has no word of a known time, its own beginning is what is known."""
    document = transcript()
    (turn,) = document.turns
    shelf = shelve(document)
    said = shelf.said(0, 0, 10)[0]
    assert shelf.second(0, turn.span.start, said) == turn.begins
    plain = shelve(Document("a", "article", "Nothing was heard here at all."))
    assert plain.second(0, 5, None) is None


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (75.4, "1:15"), (3727, "1:02:07")])
def test_a_time_of_the_tape_is_shown_as_players_do(seconds: float, shown: str) -> None:
    """What an editor types into the player."""
    assert clock(seconds) == shown
