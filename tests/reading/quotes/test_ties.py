"""Who is tied to words in marks, one sentence at a time: by its source, as the reader gives it."""

from __future__ import annotations

import pytest

from tests.reading.speech import content, marked, quotes, source

SAID = "“We will not sell the pier to anybody,” "


def sources(text: str) -> list[str | None]:
    """Give the source of each quote that holds words in marks."""
    return [source(each) for each in quotes(text) if each.marked]


@pytest.mark.parametrize(
    ("behind", "wanted"),
    [
        # descriptions and insertions between a name and its verb
        ("Dunn, 54, a former mayor of Riga, told reporters on Monday.", "Dunn"),
        ("Dunn, who runs the board and sits on the council, said.", "Dunn"),
        ("Dunn, in an interview on Sunday, said.", "Dunn"),
        ("Dunn, then a senator, said in 2010.", "Dunn"),
        ("Dunn, meanwhile, who won, said.", "Dunn"),
        ("Eva Roth, a professor at Riga, in Latvia, said.", "Eva Roth"),
        ("Eva Roth, director of Clean Seas in Riga, Latvia, said.", "Eva Roth"),
        ("a spokesman for the group, Ian Hale, told the paper.", "Ian Hale"),
        ("Dunn’s campaign manager, Eva Roth, said.", "Eva Roth"),
        ("Eva Roth, who heads Clean Seas, in Riga, and sits on the board, said.", "Eva Roth"),
        ("Eva Roth, a leader of the group that wrote the rule, told the paper.", "Eva Roth"),
        # common nouns before a name, and nouns that stand alone
        ("former harbour master Eva Roth said.", "former harbour master Eva Roth"),
        ("local activist and radio host Eva Roth said.", "radio host Eva Roth"),
        ("an aide to Dunn said.", "an aide to Dunn"),
        ("supporters shouted.", "supporters"),
        ("someone in the crowd yelled.", "someone in the crowd"),
        ("a voice-over in the film states.", "a voice-over in the film"),
        # times before the verb
        ("Dunn last week said.", "Dunn"),
        ("Dunn two years ago said.", "Dunn"),
        # verbs of more than one word, and forms that are not past by their look
        ("Dunn fired back.", "Dunn"),
        ("Dunn went on, as if nobody had spoken.", "Dunn"),
        ("Dunn was quoted as saying in May.", "Dunn"),
        ("Dunn could be heard saying.", "Dunn"),
        ("Dunn cut in.", "Dunn"),
        ("Dunn thought.", "Dunn"),
        ("read one sign.", "one sign"),
        ("it read.", "it"),
        # other ways
        ("as Dunn put it.", "Dunn"),
        ("as Dunn likes to say.", "Dunn"),
        ("Dunn is fond of saying.", "Dunn"),
        ("came the reply from Dunn.", "Dunn"),
        ("- he said.", "he"),
    ],
)
def test_what_stands_behind_a_quotation_names_its_source(behind: str, wanted: str) -> None:
    """Whatever stands between a name and its verb, the one who said it is found."""
    assert sources(f"{SAID}{behind} The rain went on.")[:1] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We will not sell the pier to anybody” is how Dunn put it.", "Dunn"),
        ("“We will not sell the pier to anybody” became Dunn’s slogan.", "Dunn’s"),
        ("“We will not sell the pier to anybody” was the answer from Dunn.", "Dunn"),
        ("“We will not sell the pier to anybody.”\n\n— Tom Reyes, mayor", "Tom Reyes"),
        ("From the board: “We will not sell the pier to anybody.”", "the board"),
        ("Reaction from Tom Beck: “It is late, but it is right.”", "Tom Beck"),
        ("A short message from the mayor, Ann Lee: “It is late.”", "Ann Lee"),
        ("• Dunn: “We will not sell the pier to anybody.”", "Dunn"),
        ("Dunn had this to say:\n\n“We will not sell the pier to anybody.”", "Dunn"),
        ("When Dunn left, Reyes fired back, “We will not sell it to anybody.”", "Reyes"),
        ("Dunn shook his head. “We will not sell the pier to anybody.”", "Dunn"),
    ],
)
def test_a_quotation_without_a_verb_of_saying_has_a_source(text: str, wanted: str) -> None:
    """A slogan, a signature, a label, somebody the sentence before was about."""
    assert sources(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # verbs that govern no clause
        ("Dunn talked about the need for “law and order.”", "Dunn"),
        ("Dunn railed against “the swamp” on Monday.", "Dunn"),
        ("Dunn made it clear that he has “serious doubts.”", "Dunn"),
        ("Dunn tried to explain why it was “a disaster.”", "Dunn"),
        ("Dunn portrayed himself, for once, as “a fighter.”", "Dunn"),
        ("Dunn was already talking about “a fierce urgency.”", "Dunn"),
        ("Others were less kind, calling it “a disaster.”", "Others"),
        # nouns and their owners
        ("Dunn’s vow to “send them home” drew cheers.", "Dunn’s"),
        ("The workers’ call for “revolution” was heard.", "The workers’"),
        ("His pledge to be “neutral” was new.", "His"),
        ("The crowd erupted in chants of “send them home.”", "The crowd"),
        # passives, views
        ("The plan has been called “a disaster” by Dunn.", "Dunn"),
        ("In the words of Dunn, the plan is “a disaster.”", "Dunn"),
        ("To Dunn, the plan is “a disaster.”", "Dunn"),
        ("The plan is “a disaster” in Dunn’s view.", "Dunn’s"),
    ],
)
def test_a_few_words_in_marks_belong_to_whoever_speaks_of_them(text: str, wanted: str) -> None:
    """A verb or a noun of saying before them is enough, near or not so near."""
    assert sources(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The group, known as “the Friends,” met in May.",
        "A program called “clean air” was cut.",
        "Under the “one-in, one-out” rule nobody moves.",
        "He told “Harbour and Friends” about the sale.",
        "In May he was on “Harbour Morning” with Dunn.",
        "Mark “Sparky” Dunn won the race.",
        "The film, titled “Harbour,” opens on Friday.",
        "On the “Harbour” radio show nobody spoke.",
        "The best use a “zero day” flaw.",
        "Dunn, whose band played “low tide” songs, left.",
        "The pier fell while “low tide” was near.",
        "Few addressed the pier, and “low tide” came.",
        "NO SALE AT ALL\n\n“NOBODY WILL EVER SELL THE PIER”",
    ],
)
def test_names_and_borrowed_words_have_no_source(text: str) -> None:
    """Works, nicknames, "so-called" and what no word of saying leads to are given to nobody."""
    assert [each for each in quotes(text) if each.marked and (each.source or each.speaker)] == []


def test_speech_goes_on_in_its_paragraph() -> None:
    """What opens the next sentence goes on with the quotation before it, not with a remark."""
    text = f"{SAID}Dunn said, to a silence that almost suggested fear. “Ask me again in ten years.”"
    (quote,) = [each for each in quotes(text) if each.marked]
    assert marked(quote)[1] == "Ask me again in ten years."
    text = f"{SAID}Dunn said. “Ask me again in ten years or so,” which is long."
    assert sources(text) == ["Dunn"]
    text = f"{SAID}Dunn said.\n\n“Ask me again in ten years or so.”"
    assert sources(text) == ["Dunn", "Dunn"]


def test_who_shares_something_is_told_with_what_they_are() -> None:
    """Any verb will do beside a quotation, and what somebody is may stand before a name."""
    first, second = quotes(
        "“It rained,” Ilse Varga said.\n\n“It was late for us all,” writer and director Tom Reyes "
        "shared."
    )
    assert (first.speaker, second.speaker) == ("Ilse Varga", "Tom Reyes")


def test_a_name_in_marks_can_be_a_subject() -> None:
    """What a clause follows is not the end of a quotation: the “gang of six” said it rained."""
    for text in (
        "The “gang of six” said the pier was safe.",
        "At the “unity” rally on Friday, Dunn said the pier was safe.",
    ):
        assert [each.marked for each in quotes(text) if each.source] in ([()], [])


def test_a_transcript_within_marks_keeps_its_speakers() -> None:
    """Labels in capitals name who speaks, one after the other."""
    said = quotes("The talk began so:\n\n“HALE: Will you sell it? MS. ROTH: Never in my life.”")
    assert [(source(each), content(each)) for each in said] == [
        ("HALE", ["Will you sell it?"]),
        ("MS. ROTH", ["Never in my life."]),
    ]


def test_what_somebody_says_that_another_said_comes_first() -> None:
    """The outer statement comes before the one that it reports."""
    said = quotes("Dunn plans to call it “a gift,” Reyes said Monday.")
    assert [each.speaker for each in said][:1] == ["Tom Reyes"]


def test_a_title_before_an_owner_is_not_the_organisation() -> None:
    """A former head of a board's fund is not the board."""
    (quote,) = quotes("A former head of Riga’s Harbour Board said the pier was safe.")
    assert quote.speaker is None
