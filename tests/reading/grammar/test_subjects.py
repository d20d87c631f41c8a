"""Who is the subject of a verb of saying, also where other words stand between, one by one."""

from __future__ import annotations

import pytest

from tests.reading.speech import quotes, source


def sources(text: str) -> list[str | None]:
    """Give the source of each quote that holds words in marks."""
    return [source(each) for each in quotes(text) if each.marked]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The two aldermen, however, argue that “there is a precedent.”", "The two aldermen"),
        ("Her adviser, Mark Dunn, calls the record a “blueprint” for the pier.", "Mark Dunn"),
        ("Tom Reyes, whose home, Low Hall, was sold, said it was “a wreck.”", "Tom Reyes"),
        ("Tom Reyes, whose firm, Paradata, uses tugs, said it was “a wreck.”", "Tom Reyes"),
        ("Tom Reyes, 22, of Flint, Mich., said it was “a wreck.”", "Tom Reyes"),
        ("Reyes, facing a hard test in Ohio, a swing state, said it was “a wreck.”", "Reyes"),
        (
            "Tom Reyes, head of sales, staff and control, at the yard, told all “the truth.”",
            "Tom Reyes",
        ),
        ("Some captains have in the past said it was “a wreck.”", "Some captains"),
        ("The board had on Friday accused Dunn of “a mess.”", "The board"),
        ("They left Riga and, in a May talk with Ann Roth, accused “the board” of it.", "They"),
        (
            "In a note on Tuesday, the head of the Board, Ann Roth of Riga, urged “a sale.”",
            "Ann Roth of Riga",
        ),
        ("The owners – sons of Dunn – said that it was “a wreck.”", "The owners"),
        (
            "Ann Roth, who leads the yard and has won, in Riga, told us it was “a wreck.”",
            "Ann Roth",
        ),
        ("Reyes, this past week, said it was “a wreck.”", "Reyes"),
        (
            "One captain who came just after Ann Dunn was forced to resign told us: “I am ill.”",
            "One captain",
        ),
        ("In a video posted on Sunday night, Reyes said it had “gone away.”", "Reyes"),
        ("It was Tom Reyes, the member for Old Riga, who asked “for a word.”", "Tom Reyes"),
        ("Reyes, for one, calls it “a wreck” and worse.", "Reyes"),
        ("It came after Reyes, asked about the pier, had said, “We sell it.”", "Reyes"),
    ],
)
def test_what_stands_between_commas_hides_no_subject(text: str, wanted: str) -> None:
    """A remark, a name, a home town or a clause between a subject and its verb is passed over."""
    assert sources(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "When the tugs come in, Dunn and Reyes call them “sea wolves” and wave.",
            "Dunn and Reyes",
        ),
        ("Some 31 percent call them “sea wolves” or worse.", "Some 31 percent"),
        ("Some shouted “No sale! No sale!”", "Some"),
        ("Some 49% say the tugs are “sea wolves” indeed.", "Some 49%"),
    ],
)
def test_a_plural_has_a_verb_that_looks_like_a_noun(text: str, wanted: str) -> None:
    """Two who are named and shares of a poll "call" and "say" something."""
    assert sources(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Dunn spoke on the quay, where some fifty men had gathered, chanting “no sale.”",
            "some fifty men",
        ),
        (
            "Dunn was blamed for the sale, though in a speech last week he used other words, "
            "saying the pier “must stay.”",
            "he",
        ),
        (
            "Dunn spoke after Reyes held a meeting in which he went on with his talk, "
            "mocking the “captain of the quay” and others.",
            "he",
        ),
        ("On May 3 they told the result by announcing that it was “safe.”", "they"),
        ("The crowd cheered when Dunn saw a sign and called it “a gift.”", "Dunn"),
        ("Reyes won cheers when Dunn rang in from the quay, telling them “thank you.”", "Dunn"),
        ("Dunn asked how Reyes would speak for Riga, a town; called it “a gift” and left.", "Dunn"),
        ("As the crowd began to chant, Dunn was called in and joked, “Louder, please,”", "Dunn"),
        (
            "Dunn went for the board on Monday, saying it would lose, its view is “quite wrong.”",
            "Dunn",
        ),
    ],
)
def test_a_verb_that_goes_on_belongs_to_the_nearest_clause(text: str, wanted: str) -> None:
    """ "…, chanting" and "and joked" go back to whom the clause before them is about."""
    assert sources(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("At day’s end, however, Dunn said as he left, “Finally, the dam broke.”", ["Dunn"]),
        ("Dunn spoke, Reyes reported, and the aide whispered to him: “Stay.”", ["the aide"]),
        ("Dunn was so calm that Reyes was prompted to say, “How civil it is.”", ["Reyes"]),
        (
            "“We sell it,” Reyes wrote after Dunn argued for the second day that “it was dead.”",
            ["Reyes", "Dunn"],
        ),
        ("Reyes complained to the board that the pier was “late.”", ["Reyes"]),
        ("Dunn confided to her that the Reyes family was “the last to pay.”", ["Dunn"]),
        (
            "Dunn is telling all it is calm after a man in Riga told him it is “grim.”",
            ["a man in Riga"],
        ),
        ("While denouncing the “misuse” of the quay, she has not sold it.", ["she"]),
        ("Dunn, who was shot, is shown lecturing: “Captains of the quay, take heed.”", ["Dunn"]),
        ("Reyes also attacked the captains, who he said are “far” too slow.", ["he"]),
        ("Reyes said he would fight Dunn, who he blasted as a “bully” of the quay.", ["he"]),
        (
            "She thought that one of the biggest challenges would be “the sea and its tides.”",
            ["She"],
        ),
        ("Dunn was asked about his statement on Monday that “the town hates us.”", ["his"]),
    ],
)
def test_words_between_a_verb_and_what_is_said(text: str, wanted: list[str]) -> None:
    """When and to whom something was said may stand before it."""
    assert sources(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Dunn called Reyes’s neglect of the advice of old captains on the quay “a shame.”",
            "Dunn",
        ),
        ("The Herald will brand you a liar and Reyes will accuse you of “a lie.”", "Reyes"),
        ("Dunn said his anti-Reyes remarks were “loose talk” and no more.", "Dunn"),
        ("One offered to hide us, Dunn said, while others “did not want to help at all.”", "Dunn"),
        ("The film ends with a shot of Dunn saying at sea, “We sell it all.”", "Dunn"),
        ("Last year he played down Reyes’s remarks as “only noise.”", "he"),
        ("In May, Dunn made clear his aim to “turn the tide.”", "Dunn"),
        ("Dunn repeated his promise to “turn the tide.”", "Dunn"),
        ("Each year there’s a threat many make but few keep: “I am leaving town!”", None),
        (
            "Reyes argues again. Specifically, “that the pier has been sold to no one at all.”",
            None,
        ),
    ],
)
def test_whoever_makes_something_of_words_has_them(text: str, wanted: str | None) -> None:
    """Far behind the verb, or of somebody else's deeds: the subject of the verb has the words."""
    assert sources(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Call the roll,” came shouts from the crowd, as the mayor sat.", "the crowd"),
        ("The deal promotes the “best place” on the quay.", "The deal"),
        ("“We keep our eye on what we spend,” Kohl’s said.", "Kohl’s"),
        ("“We keep our eye on what we spend,” said June West of the yard.", "June West"),
        (
            "“We keep our eye on what we spend,” says creator and chief writer Ann Dunn.",
            "creator and chief writer Ann Dunn",
        ),
        ("“We keep our eye on what we spend,” Reyes texted.", "Reyes"),
        ("In a note from the board, the writer states, “We keep an eye on it.”", "the writer"),
        ("He’s at home at sea, though he’s used to saying: “I do not feel right on land.”", "he"),
        ("But Reyes’s promise to “sell it” was new.", "Reyes’s"),
        (
            "“We keep our eye on it all,” Riga’s chief captain Mohamed Dunn told us.",
            "Riga’s chief captain Mohamed Dunn",
        ),
        ("“We keep our eye on it all,” Ann Roth, a nurse in Riga, Latvia, told us.", "Ann Roth"),
        ("“We keep our eye on it all,” the report, filed on Monday, reads.", "the report"),
        ("“We keep our eye on it all,” she’d shoot back.", "she"),
        (
            "“We keep our eye on it all,” Harbour Board head Ann Roth, said.",
            "Harbour Board head Ann Roth",
        ),
        ("“We keep our eye on it all,” Long said.", "Long"),
        ("Said one senior captain: “We keep our eye on it all.”", "one senior captain"),
        ("She went on: “We keep our eye on it all.”", "She"),
        ("As the yard website sums it up, “It is the best pier.”", "the yard website"),
        ("As the Herald put it, “Hello, it’s the captain.” Few laughed.", "the Herald"),
    ],
)
def test_a_cry_comes_from_somebody(text: str, wanted: str) -> None:
    """ "came shouts from" and "As X put it" name who says something."""
    assert sources(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Her friend Eva Roth, 20, a nurse from Riga, chimed in. “I do not think so.”",
            ["Her friend Eva Roth"],
        ),
        (
            "“I will send it,” Dunn said, and her husband cut in. “Send two.”",
            ["Dunn", "her husband"],
        ),
        (
            "“I will send it in the morning,” Dunn said, though Reyes calls it “late.” “Send two.”",
            ["Dunn", "Reyes"],
        ),
        ("Dunn wrote to him, “Why now?” Reyes then wrote, “Why not?”", ["Dunn", "Reyes"]),
        ("Dunn asked, “Why now?” Reyes replied to him that it was “late.”", ["Dunn", "Reyes"]),
    ],
)
def test_who_speaks_next(text: str, wanted: list[str]) -> None:
    """Whoever cuts in or answers has the words that follow, a remark in between has not."""
    assert sources(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Polls miss the mark - Tom Reyes: “We ended too early, and it shows.”", "Tom Reyes"),
        ("What it means – More from Reyes: “We ended too early, and it shows.”", "Reyes"),
    ],
)
def test_a_round_up_names_who_speaks_behind_a_title(text: str, wanted: str) -> None:
    """A name between a dash and a colon has what follows, whatever the title tells."""
    assert sources(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "They push the button for “R,” or “D,” according to their preference.",
        "It goes without saying that the “grand bargain” is dead.",
        "It lets Dunn call for law and order, as when somebody burned the “Stay” hats.",
        "Thanks in part to the board, only “active” captains may use it.",
    ],
)
def test_set_phrases_are_no_attribution(text: str) -> None:
    """What is done according to a liking, "law and order" and thanks give words to nobody."""
    assert [each for each in quotes(text) if each.marked and (each.source or each.speaker)] == []


def test_a_report_that_leads_up_to_a_block_has_it() -> None:
    """What "As the Herald wrote, …:" leads up to is the Herald's, whoever it tells of."""
    text = (
        "As the Herald wrote, even in May Dunn was refusing to call it a fire:\n\n"
        "“The board is loath to call the smoke on the quay a fire, whatever burned.”\n\n"
        "Of course, as Tom Reyes saw it, nothing was ever said."
    )
    assert sources(text) == ["the Herald"]


@pytest.mark.parametrize("text", ["He said and", "Lund told and"])
def test_a_sentence_may_break_off_behind_and(text: str) -> None:
    """Nothing is said there, and nothing goes wrong."""
    assert not quotes(text)
