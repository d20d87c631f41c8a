"""A quotation gets the verdict that an editor would give it, with what differs and where."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onix.jobs.check.styles import severity
from onix.model import Claim, Document, Evidence, Span, Turn
from onix.verify.few import find_few
from onix.verify.verdicts import verify
from onix.verify.wordings import read_wording
from tests.verify.hearing import checked, hearing, sentences, shelve, tapes

VOTE = "The vote is at 3, and Secretary Ploug can count the hands if the machine breaks."


def transcript(
    *turns: tuple[str | None, str], name: str = "t", day: str = "2025-03-01"
) -> Document:
    """Make a transcript of who said what."""
    text, made = "", []
    for speaker, words in turns:
        start = len(text)
        text += words
        made.append(Turn(speaker, Span(name, start, len(text), words), float(start)))
        text += "\n"
    return Document(name, "transcript", text, published=day, turns=tuple(made))


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("The winter will be hard.", "verbatim"),
        ("the winter will be hard,", "typographic"),
        ("The machine has failed eight times since the move to Herning", "typographic"),
        ("The loan to Nordhavn … and we would do it again", "trimmed"),
        ("The loan to Nordhavn was repaid, and we would do it again", "trimmed"),
        ("[t]he new one is heavier", "trimmed"),
        ("They have shown [the board] 2 of their 9 accounts", "trimmed"),
        ("The winter will be mild.", "altered"),
        ("The winter would be hard.", "altered"),
        ("I was there with Inspector Bruun. I have always trusted a pencil.", "spliced"),
        ("The moon landing was filmed in a shed behind the station.", "not_found"),
        ("hard", "too_short"),
    ],
)
def test_each_label_has_its_quotation(words: str, label: str) -> None:
    """What was done to the words decides the label."""
    assert checked(words).label == label


@pytest.mark.parametrize(
    ("words", "kind", "written", "said"),
    [
        ("The hole is 15 metres wide", "number", "15", "12"),
        ("He has 80 men in Odense.", "name", "Odense", "Viborg"),
        ("It will not carry 600 passengers to Anholt", "negation", "not", None),
        ("and I will hold it unless the chair tells me to", "negation", "", "not"),
        ("They have shown us 5 of their 9 accounts", "number", "5", "2"),
        ("The ferry might have to leave for Laesoe at 4", "modal", "might have", "has"),
        ("The session is closed until Friday", "date", "Friday", "Thursday"),
        ("She was at our door for 25 hours last week", "unit", "hours", "minutes"),
        ("and the sea would find it", "function", "would", "will"),
        ("My barometer in Grenaa fell by 21 points", "word", "fell", "has fallen"),
        ("The crown has really lost 5 percent against the euro", "inserted", "really", None),
        ("for Limfjord, and we can release it if the auditors agree", "quantifier", "", "half of"),
    ],
)
def test_each_difference_is_named(words: str, kind: str, written: str, said: str | None) -> None:
    """What stands there instead, and what was said, are given with the kind of difference."""
    found = checked(words).differences
    shown = [(each.kind, each.text, each.source.text if each.source else None) for each in found]
    assert (kind, written, said) in shown


@pytest.mark.parametrize(
    "words",
    [
        "The hole is 15 metres wide",
        "He has 80 men in Odense.",
        "It will not carry 600 passengers to Anholt",
        "They must hear all of them, my members have filed 75 complaints against Norsea, and the "
        "tribunal must not hear them",
        "Our 412 members will go back to work on Tuesday",
        "the tribunal must hear them",
        "She was at our door for 25 hours last week",
    ],
)
def test_a_change_of_sense_is_flagged(words: str) -> None:
    """Numbers, names, negations, days and conditions change what is said."""
    assert checked(words).meaning_changed


@pytest.mark.parametrize(
    ("said", "written", "label"),
    [
        ("We heard of it on March 3rd, not before.", "We heard of it on March 3", "typographic"),
        ("We heard of it on March third.", "We heard of it on March 3.", "typographic"),
        ("We heard of it the 3rd of March.", "We heard of it the third of March", "typographic"),
        ("We heard of it on March 3rd.", "We heard of it on March 4.", "altered"),
        ("We came 3rd in the race this year.", "We came 3 in the race this year", "altered"),
    ],
)
def test_a_day_of_the_month_may_be_written_in_any_way(said: str, written: str, label: str) -> None:
    """Beside a month "3", "3rd" and "third" are the same day; another number is another day."""
    assert checked(written, against=shelve(transcript(("Ann Roe", said)))).label == label


@pytest.mark.parametrize(
    ("written", "speaker", "label"),
    [
        ("I can promise Friday.", "Ann Roe", "altered"),
        ("I can promise Friday.", None, "altered"),
        ("I have no receipt.", "Ann Roe", "altered"),
        ("I do not have the receipt.", "Ann Roe", "altered"),
        ("I can promise Friday.", "Bo Carr", "not_found"),
        ("I can't promise money.", "Ann Roe", "not_found"),
        ("I had no receipt.", "Ann Roe", "not_found"),
    ],
)
def test_a_few_words_turned_round_are_altered(
    written: str, speaker: str | None, label: str
) -> None:
    """Of few words all have to be there, but a "not" that goes or comes makes no other saying."""
    tape = transcript(("Ann Roe", "I can't promise Friday. I have the receipt."))
    assert checked(written, speaker, against=shelve(tape)).label == label


def test_a_sentence_that_ends_is_not_cut_short() -> None:
    """A condition in the next sentence was not cut from this one."""
    tape = shelve(transcript(("Ann Roe", "We will pay the crews. If they strike, we stop paying.")))
    verdict = checked("We will pay the crews.", against=tape)
    assert (verdict.label, verdict.meaning_changed) == ("verbatim", False)


def test_spans_give_back_the_words_of_the_transcript() -> None:
    """Evidence, what the source goes on to say, and differences stand where they say."""
    verdict = checked("the machine has failed 9 times since the move to Herning", "Sven Aalto")
    text = hearing().text
    (evidence,) = verdict.evidence
    spans = [evidence.span, evidence.continues, *(each.source for each in verdict.differences)]
    for span in spans:
        assert span is not None
        assert text[span.start : span.end] == span.text
    assert evidence.span.text == "The machine has failed 8 times since the move to Herning"
    assert evidence.speaker == "Sven Aalto"
    (found,) = verdict.differences
    assert verdict.claim.text[found.start : found.end] == found.text == "9"


@pytest.mark.parametrize("name", ["Sven Aalto", "Aalto", "Mr. Aalto", "SVEN AALTO"])
def test_speakers_are_compared_as_people_are(name: str) -> None:
    """However the draft writes the name, it is the same man."""
    assert checked("The nurses were promised 11 percent in Odense.", name).label == "verbatim"


def test_another_speaker_hides_neither_a_cut_nor_a_slip_of_the_pen() -> None:
    """The label is one; why says both, and whom the draft may mean."""
    tape = shelve(
        transcript(("Ana Lindqvist", "We will mend the old pier and pay for it in June."))
    )
    cut = checked("We will mend the old pier and pay in June", "Rosa Quay", against=tape)
    assert (cut.label, cut.omission) == ("misattributed", "silent")
    assert cut.why == "the words are Ana Lindqvist's; words are left out"


@pytest.mark.parametrize("name", ["Ana Lindquist", "Dr. Ana Lindquist", "Lindquist"])
def test_a_misspelt_name_is_nobody_elses(name: str) -> None:
    """The words are right and so is whose they are; how the name is spelt is said besides."""
    words = "We will mend the old pier and pay for it in June."
    tape = shelve(transcript(("Ms. Ana Lindqvist", words)))
    slip = checked("We will mend the old pier", name, against=tape)
    assert slip.label == "verbatim"
    assert "the source spells the name Ms. Ana Lindqvist" in slip.why
    assert [(each.kind, each.text) for each in slip.differences] == [("name", name)]
    assert severity(slip, "strict") == "warning"
    longer = checked("We will mend the old pier", "Ana Maria Lindquist", against=tape)
    assert longer.label == "misattributed"
    tape = shelve(transcript(("Ana Lindqvist", words), ("Ana Lindquist", "I will not.")))
    assert checked("We will mend the old pier", name, against=tape).label == "misattributed"
    tape = shelve(transcript(("Ana Hansen", words)))
    assert checked("We will mend the old pier", "Jansen", against=tape).label == "misattributed"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("He is not under arrest.", "He is under arrest"),
        ("They are at risk.", "They are not at risk"),
        ("It never got in.", "It got in"),
    ],
)
def test_four_words_without_their_not_are_found(said: str, words: str) -> None:
    """No three of them stand in a row where they were said, and they are found all the same."""
    tape = shelve(transcript(("Sven Aalto", f"The driver is alive and he talks to us. {said}")))
    verdict = checked(words, "Sven Aalto", against=tape)
    assert (verdict.label, verdict.meaning_changed) == ("altered", True)
    assert [each.kind for each in verdict.differences] == ["negation"]


def test_right_words_in_the_wrong_mouth_are_misattributed() -> None:
    """The words are right, who says them is not, and the verdict names who did."""
    verdict = checked("The nurses were promised 11 percent in Odense.", "Petra Holm")
    assert verdict.label == "misattributed"
    assert "Sven Aalto" in verdict.why
    assert [each.kind for each in verdict.differences] == ["speaker"]


def test_a_transcript_without_speakers_verifies_words() -> None:
    """Who speaks cannot be told, and the verdict says so."""
    tape = shelve(transcript((None, "We will pay the crews on the first of the month.")))
    verdict = checked("We will pay the crews", "Ann Roe", against=tape)
    assert verdict.label == "verbatim"
    assert "does not say who speaks" in verdict.why


@pytest.mark.parametrize("label", ["Chair", "The Chair", "Mayor", "Madam Chair", "The Witness"])
def test_a_post_on_the_tape_accuses_no_draft_that_names_who_holds_it(label: str) -> None:
    """Whoever presides has a name; a transcript that leaves it out says nothing against it."""
    tape = shelve(transcript((label, "We will pay the crews on the first of the month.")))
    assert checked("We will pay the crews", "Ann Roe", against=tape).label == "verbatim"


def test_a_name_behind_a_post_is_a_name() -> None:
    """Chair Lind is somebody, and not Ann Roe."""
    tape = shelve(transcript(("Chair Lind", "We will pay the crews on the first of the month.")))
    assert checked("We will pay the crews", "Ann Roe", against=tape).label == "misattributed"
    assert checked("We will pay the crews", "Bo Lind", against=tape).label == "verbatim"


def test_the_claimed_speaker_chooses_among_equal_passages() -> None:
    """Of two who said the same, the one that the draft names is meant."""
    words = "We will leave no stone unturned."
    tape = shelve(transcript(("Ann Roe", words), ("Bo Lind", words)))
    assert checked(words, "Bo Lind", against=tape).evidence[0].speaker == "Bo Lind"
    assert checked(words, "Ann Roe", against=tape).evidence[0].speaker == "Ann Roe"


def test_the_claimed_day_chooses_among_equal_passages() -> None:
    """Of two days on which it was said, the one that the draft goes by is meant."""
    words = ("Ann Roe", "We will leave no stone unturned.")
    tape = shelve(
        transcript(words, name="old", day="2019-01-01"),
        transcript(words, name="new", day="2025-03-01"),
    )
    claim = Claim("quote", words[1], "Ann Roe", said="2025-03-03")
    assert verify(tape, claim).evidence[0].span.document_id == "new"


def test_words_that_stand_one_further_on_choose_among_equal_passages() -> None:
    """The same seven words were said elsewhere, but only here are they promised."""
    said = [
        "And I will never leave this harbour behind.",
        "Let me promise you that I will never leave this harbour behind.",
        *(f"Then I will never leave this {thing}." for thing in ("boat", "pier", "rope", "crane")),
    ]
    tape = shelve(*(transcript((None, each), name=str(n)) for n, each in enumerate(said)))
    found = checked("I promise you I will never leave this harbour behind", against=tape)
    assert found.evidence[0].span.document_id == "1"


@pytest.mark.parametrize(
    ("between", "label"),
    [
        (("Bo Lind", "Right."), "verbatim"),
        (("Bo Lind", "And who would pay for all of that, may I ask the minister?"), "spliced"),
        (("Ann Roe", "(Applause.)"), "verbatim"),
    ],
)
def test_a_brief_interjection_parts_nothing(between: tuple[str, str], label: str) -> None:
    """Words said around another's “Right.” are one utterance, around a real turn they are two."""
    tape = shelve(
        transcript(("Ann Roe", "We will build the pier."), between, ("Ann Roe", "It will hold."))
    )
    verdict = checked("We will build the pier. It will hold.", "Ann Roe", against=tape)
    assert (verdict.label if label == "spliced" else "verbatim") == label
    assert (verdict.label == "spliced") == (label == "spliced")


@pytest.mark.parametrize(
    "said",
    [
        "We, uh, will build the pier.",
        "We will — we will build the pier.",
        "We will build, you know, the pier.",
        "We wi — we will build the pier.",
    ],
)
def test_sounds_and_restarts_are_only_cleaned(said: str) -> None:
    """An editor may leave out what nobody meant to say, and no sense changes."""
    verdict = checked("We will build the pier.", against=shelve(transcript(("Ann Roe", said))))
    assert (verdict.label, verdict.meaning_changed) == ("cleaned", False)


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("We are at war. We have plans. We must build the pier.", "trimmed"),
        ("We are at war. I love this war. We must build the pier.", "trimmed"),
        ("We are at war. We must... We must build the pier.", "cleaned"),
        ("We are at war. We must build — We must build the pier.", "cleaned"),
    ],
)
def test_a_sentence_said_to_its_end_is_no_restart(said: str, label: str) -> None:
    """Though it begins or ends as the next one does, leaving it out is a cut."""
    tape = shelve(transcript(("Ann Roe", said)))
    verdict = checked("We are at war. We must build the pier.", against=tape)
    assert (verdict.label, verdict.meaning_changed) == (label, False)


@pytest.mark.parametrize(
    ("said", "taped"),
    [("a pier", "an ugly old pier"), ("a pier", "an ugly"), ("piers", "ugly piers")],
)
def test_the_last_word_may_stand_a_little_further_on(said: str, taped: str) -> None:
    """The passage ends where the claim does, and not as many words on as it has."""
    tape = shelve(transcript(("Ann Roe", f"Nobody will tell us to build {taped}. We go on.")))
    verdict = checked(f"Nobody will tell us to build {said}.", against=tape)
    assert verdict.label == ("trimmed" if said == "piers" else "altered")
    assert verdict.evidence[0].span.text == f"Nobody will tell us to build {taped}"


@pytest.mark.parametrize(
    ("claim", "changes"),
    [
        ("We have no money for a pier.", False),
        ("We have money for a pier.", True),
        ("We do not have money for no pier.", True),
    ],
)
def test_a_negation_may_move_over_its_verb(claim: str, changes: bool) -> None:
    """ "Have no money" is altered from "do not have money", and means the same."""
    tape = shelve(transcript(("Ann Roe", "We do not have money for a pier. We go on.")))
    verdict = checked(claim, "Ann Roe", against=tape)
    assert (verdict.label, verdict.meaning_changed) == ("altered", changes)


def test_a_restart_may_open_with_a_contraction() -> None:
    """ "We're all — we will build it" begins with "we" both times."""
    tape = shelve(transcript(("Ann Roe", "After the flood we’re all — we will build the pier.")))
    assert checked("After the flood we will build the pier.", against=tape).label == "cleaned"


@pytest.mark.parametrize("aside", ["(Laughter.)", "(Laughter.) (Applause, and a bell.)"])
def test_the_source_goes_on_with_what_is_said(aside: str) -> None:
    """And not with what its transcript tells of the room."""
    said = f"We will build the pier. {aside} It will hold."
    verdict = checked("We will build the pier.", against=shelve(transcript(("Ann Roe", said))))
    (evidence,) = verdict.evidence
    assert evidence.continues is not None
    assert evidence.continues.text == "It will hold"
    verdict = checked("It will hold.", against=shelve(transcript(("Ann Roe", f"{said} {aside}"))))
    assert verdict.evidence[0].continues is None


def test_words_in_round_brackets_are_the_editors() -> None:
    """What was not said and stands in round brackets is marked as put in."""
    verdict = checked("It will carry (the board says) 600 passengers to Anholt")
    assert (verdict.label, verdict.omission) == ("trimmed", "marked")


def test_an_ellipsis_that_hides_a_condition_is_flagged() -> None:
    """A marked cut is no excuse where it takes the condition away."""
    said = "We will pay, if the court agrees, every crown of it to the crews."
    tape = shelve(transcript(("Ann Roe", said)))
    verdict = checked("We will pay … every crown of it to the crews.", against=tape)
    assert (verdict.label, verdict.omission, verdict.meaning_changed) == ("trimmed", "marked", True)


def test_nothing_is_found_on_no_tape() -> None:
    """Without a transcript every verdict is “not in the material given”."""
    assert checked("We will build the pier tonight.", against=shelve()).label == "not_found"


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_words_get_a_verdict(text: str) -> None:
    """No string raises, be it emoji, right-to-left or another language."""
    verdict = checked(text, "Ida Brandt")
    for each in verdict.differences:
        assert verdict.claim.text[each.start : each.end] == each.text or each.kind == "speaker"


@settings(max_examples=60)
@given(st.data())
def test_any_words_of_the_transcript_are_verbatim(data: st.DataObject) -> None:
    """Any eight words or more of one turn are what was said, or cut off what bounds them."""
    turns = [turn.span.text.split() for turn in hearing().turns if len(turn.span.text.split()) > 12]
    words = data.draw(st.sampled_from(turns))
    first = data.draw(st.integers(0, len(words) - 9))
    last = data.draw(st.integers(first + 8, len(words)))
    verdict = checked(" ".join(words[first:last]))
    cut_off = {each.kind for each in verdict.differences} <= {"condition", "omission", "quantifier"}
    assert verdict.label in ("verbatim", "typographic") or cut_off


def test_tapes_give_the_turns_around_a_place() -> None:
    """The turns that a stretch touches come in their order, with their speakers."""
    text = hearing().text
    start = text.index("Noted.")
    said = tapes().said(0, start - 20, start + 40)
    assert [each.speaker for each in said] == ["Marta Quist", "Ida Brandt", "Marta Quist"]


@pytest.mark.parametrize(
    ("said", "words", "label", "kinds"),
    [
        ("We're in the ones we want.", "the ones we [Congress]'re in", "not_found", None),
        ("We leave the ones we're in.", "We leave the ones we [the union]'re in", "trimmed", None),
        (
            "They say it's a good plan for all.",
            "They say [the pier]'s a good plan",
            "trimmed",
            None,
        ),
        (
            "We do want that every year here.",
            "We do want [the pier] each year here",
            "altered",
            None,
        ),
        ("We pay, all of us, for the new pier.", "We pay (…) for the new pier", "trimmed", None),
        ("We pay for it all the time.", "We pay … for all the time … here", None, None),
        ("We built a fund- raiser for the town.", "We built a fundraiser for the town", None, None),
        (
            "We went to the town for a fund- raiser.",
            "We went to the town for a fundraiser",
            None,
            None,
        ),
        ("Pre- existing rules are good for us.", "Preexisting rules are good for us", None, None),
        ("Boats left the pier, and we stood there.", "Boats … and we stayed there", None, None),
        (
            "We will pay 5 million dollars for it.",
            "We will pay $5 million for it",
            "typographic",
            None,
        ),
        (
            "We will pay 5 million dollars for it.",
            "We will pay 5 million euros for it",
            None,
            {"unit"},
        ),
        ("We open it in March of next year.", "We open it in April of next year", None, {"date"}),
        ("One of us will open all the gates.", "A few of us will open all the gates", None, None),
        (
            "We want some of the money by then.",
            "We want all of the money by then",
            None,
            {"quantifier"},
        ),
        ("We asked them to leave the hall.", "We ask them to leave the hall", None, {"function"}),
        (
            "Boats and trains will run all night.",
            "Boats and 12 trains will run all night",
            None,
            {"number"},
        ),
        (
            "We will run trains to it all night.",
            "We will only run trains to it all night",
            None,
            {"quantifier"},
        ),
        (
            "We will, perhaps, run them all night.",
            "We will run them all night",
            "trimmed",
            {"modal"},
        ),
        ("We will uh run them all night long.", "We will um run them all night long", None, None),
        ("It is not in any way what we want here.", "It is what we want here", "trimmed", {"cut"}),
    ],
)
def test_small_things_are_seen_for_what_they_are(
    said: str, words: str, label: str | None, kinds: set[str] | None
) -> None:
    """Brackets, hyphens, units, dates, quantifiers: each in a sentence of its own."""
    verdict = checked(words, against=shelve(transcript(("Ann Roe", said))))
    assert label is None or verdict.label == label, verdict
    assert kinds is None or {each.kind for each in verdict.differences} == kinds, verdict
    if kinds is None and label is None:
        assert verdict.label != "not_found", verdict


@pytest.mark.parametrize(
    ("said", "words", "kind"),
    [
        ("It is likely that we mend the pier.", "It is unlikely that we mend the pier", "opposite"),
        ("We paid before the pier was mended.", "We paid after the pier was mended", "opposite"),
        ("At least six boats lay at the pier.", "At most six boats lay at the pier", "opposite"),
        ("I support what was said of the pier.", "I oppose what was said of the pier", "opposite"),
        ("I know that they mended the pier.", "I doubt that they mended the pier", "negation"),
        ("The guild failed to mend the pier.", "The guild did mend the pier", "negation"),
        ("They refuse to mend the pier in May.", "They agree to mend the pier in May", "negation"),
        ("We rarely saw a boat at the pier.", "We saw a boat at the pier", "negation"),
        (
            "We saw a boat at the pier in May.",
            "We hardly saw a boat at the pier in May",
            "negation",
        ),
        ("We saw about six boats at the pier.", "We saw six boats at the pier", "quantifier"),
        ("We would have mended the pier by May.", "We have mended the pier by May", "modal"),
    ],
)
def test_words_that_turn_the_sense_round_are_named(said: str, words: str, kind: str) -> None:
    """There is no "not" in them, and yet they say another thing."""
    verdict = checked(words, against=shelve(transcript(("Ann Roe", said))))
    assert kind in {each.kind for each in verdict.differences}, verdict
    assert verdict.meaning_changed


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The old pier is unsafe for us all.", "The pier is unsafe for us all"),
        ("We spoke about six boats at length.", "We talked about six boats at length"),
        ("It was a big day for the whole town.", "It was a great day for the whole town"),
    ],
)
def test_another_word_is_not_its_opposite(said: str, words: str) -> None:
    """Words that mean much the same, or that are left out beside others, turn nothing round."""
    verdict = checked(words, against=shelve(transcript(("Ann Roe", said))))
    assert verdict.label != "not_found"
    assert not verdict.meaning_changed


def test_a_name_is_known_at_the_beginning_of_a_sentence() -> None:
    """What has a capital within sentences, too, is a name where it opens one."""
    said = "Sandvik will build the boats. We like Sandvik for its steel."
    tape = shelve(transcript(("Ann Roe", said)))
    verdict = checked("Grenaa will build the boats.", against=tape)
    assert [each.kind for each in verdict.differences] == ["name"]
    assert verdict.meaning_changed


def test_a_transcript_without_capitals_has_names_all_the_same() -> None:
    """What a recogniser wrote in small letters is compared as words are."""
    tape = shelve(transcript(("Ann Roe", "we will meet them in sandvik on the way to the coast")))
    verdict = checked("We will meet them in Grenaa on the way to the coast.", against=tape)
    assert [each.kind for each in verdict.differences] == ["name"]


def test_pieces_a_few_words_apart_are_one_utterance() -> None:
    """A cut between two pieces of a claim is a cut; far apart they are joined."""
    filler = " ".join(f"word{number}" for number in range(60))
    said = f"The pier was built by our fathers. {filler}. It will be rebuilt by our daughters."
    tape = shelve(transcript(("Ann Roe", said)))
    words = "The pier was built by our fathers{} It will be rebuilt by our daughters."
    assert checked(words.format("."), against=tape).label == "spliced"
    marked = checked(words.format(" …"), against=tape)
    assert (marked.label, marked.omission) == ("trimmed", "marked")
    assert len(marked.evidence) == 1


def test_a_long_quotation_is_checked_at_once() -> None:
    """Three hundred words, and their order turned about, take no more than a moment."""
    every = [turn.span.text for turn in hearing().turns]
    text = " ".join(every[::-1])[:2000]
    begun = time.process_time()
    assert checked(text).label in ("spliced", "not_found")
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("text", ["[", "…", "[a] ", "word", "“", "a[b]'s "])
def test_reading_a_claim_takes_time_in_proportion(text: str) -> None:
    """Ten times the claim takes about ten times as long."""

    def taken(many: int) -> float:
        begun = time.process_time()
        read_wording(text * many)
        return time.process_time() - begun

    assert min(taken(20_000) for _ in range(3)) < 40 * max(
        min(taken(2_000) for _ in range(3)), 1e-3
    )


def test_a_label_that_names_nobody_leaves_the_speaker_open() -> None:
    """“Speaker 2” may be anyone, so the words are not given to another."""
    tape = shelve(transcript(("Speaker 2", "We will leave no stone unturned.")))
    verdict = checked("We will leave no stone unturned.", "Ann Roe", against=tape)
    assert verdict.label == "verbatim"


def test_few_words_are_found_near_others_of_the_same_speaker_only() -> None:
    """Beside words that were found, in the same mouth; nowhere else, and not without words."""
    said = transcript(("Ann Roe", "We will pay, gladly, by June."), ("Bo Lind", "Certainly not."))
    tape = shelve(said)
    (beside,) = checked("We will pay, gladly, by June.", "Ann Roe", against=tape).evidence
    found = find_few(tape, "gladly", beside)
    assert found is not None
    assert (found.span.text, found.speaker) == ("gladly", "Ann Roe")
    assert find_few(tape, "certainly", beside) is None
    assert find_few(tape, "…", beside) is None
    elsewhere = Evidence(Span("other", 0, 1, "x"))
    assert find_few(tape, "gladly", elsewhere) is None


def test_words_after_an_ellipsis_may_be_others() -> None:
    """On both sides of a marked cut, what was changed is named, and the cut is still marked."""
    said = "The boats left the pier early, and all of the crews stayed with them until the night."
    tape = shelve(transcript(("Ann Roe", said)))
    verdict = checked(
        "The boats left the pier late … all of the crews stayed with them until the night.",
        against=tape,
    )
    assert (verdict.label, verdict.omission) == ("altered", "marked")
    assert ("late", "early") in [
        (each.text, each.source and each.source.text) for each in verdict.differences
    ]


def test_a_real_turn_between_marked_pieces_joins_them() -> None:
    """An ellipsis does not cover another speaker's long turn."""
    other = " ".join(f"word{number}" for number in range(45)) + "."
    tape = shelve(
        transcript(
            ("Ann Roe", "We will build the pier of stone."),
            ("Bo Lind", other),
            ("Ann Roe", "It will hold for a hundred years."),
        )
    )
    words = "We will build the pier of stone … It will hold for a hundred years."
    assert checked(words, "Ann Roe", against=tape).label == "spliced"


@pytest.mark.parametrize(
    ("said", "label"), [("2025-03-20", "spliced"), ("2025-03-03", "not_found")]
)
def test_nothing_is_joined_from_a_day_after_it_was_printed(said: str, label: str) -> None:
    """Two days' speeches can be welded together, but only once both were given."""
    tape = shelve(
        transcript(("Ann Roe", "We will build the pier of stone."), name="one"),
        transcript(("Ann Roe", "It will hold a hundred years."), name="two", day="2025-03-12"),
    )
    words = "We will build the pier of stone. It will hold a hundred years."
    assert verify(tape, Claim("quote", words, "Ann Roe", said=said)).label == label


@pytest.mark.parametrize("day", ["2025", "2025-03", "soon", "2025-03-01T09:30:00-05:00"])
def test_a_day_that_is_not_known_exactly_does_no_harm(day: str) -> None:
    """Dates of drafts and transcripts are as precise as they are."""
    tape = shelve(transcript(("Ann Roe", "We will leave no stone unturned."), day=day))
    claim = Claim("quote", "We will leave no stone unturned.", "Ann Roe", said=day)
    assert verify(tape, claim).label == "verbatim"


def test_any_four_words_in_a_row_are_found_among_many_articles() -> None:
    """Also where other parts of their article, or other articles, have some of them."""
    known = sorted({word.lower() for each in sentences() for word in each.text.split()})
    draw = Random(1).choices  # noqa: S311 - words, not secrets
    often = [1 / (rank + 1) for rank in range(len(known))]
    texts = [draw(known, often, k=400) for _ in range(15)]
    tape = shelve(*(Document(str(n), "article", " ".join(each)) for n, each in enumerate(texts)))
    quoted = [" ".join(each[at : at + 4]) for each in texts for at in range(0, 396, 7)]
    assert [each for each in quoted if checked(each, against=tape).label == "not_found"] == []
