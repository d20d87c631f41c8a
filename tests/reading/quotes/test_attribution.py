"""Cue, source and content of one sentence at a time, as word order and word lists tell them."""

from __future__ import annotations

import pytest

from onix.reading.quotes.attribution import may_attribute
from onix.reading.quotes.leads import beside, subject_before
from tests.reading.speech import Attributed, attributed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # where the source is
        ("On Tuesday the mayor said it rained.", [("the mayor", ["it rained"])]),
        ("In Iowa the mayor said it rained.", [("the mayor", ["it rained"])]),
        ("Last week Dunn said it rained.", [("Dunn", ["it rained"])]),
        ("Eva A. Roth and Tom Dunn said it rained.", [("Eva A. Roth and Tom Dunn", ["it rained"])]),
        ("USA TODAY has reported it rained.", [("USA TODAY", ["it rained"])]),
        ("Dunn (Labour) said it rained.", [("Dunn", ["it rained"])]),
        ("Dunn (Ind, Mill Ward) left, saying it rained.", [("Dunn", ["it rained"])]),
        ("The pier, which Dunn called “a ruin,” was sold.", [("Dunn", ["“a ruin,”"])]),
        ("The pier, which Dunn said fell, was sold.", [("Dunn", ["fell"])]),
        # what whoever writes adds to it
        ("Dunn muttered “a ruin” as he left.", [("Dunn", ["“a ruin”"])]),
        ("Dunn said it was “a ruin” – his word for piers.", [("Dunn", ["it was “a ruin”"])]),
        ("Dunn said it was “a ruin,” which cost him votes.", [("Dunn", ["it was “a ruin,”"])]),
        ("Dunn said it rained – though nobody saw it.", [("Dunn", ["it rained"])]),
        (
            "Dunn said it was “a ruin” – because it rained.",
            [("Dunn", ["it was “a ruin” – because it rained"])],
        ),
        ("Dunn retweeted it with the words “what a day”.", [("Dunn", ["“what a day”"])]),
        (
            "According to the Ledger, citing a source, it rained on Dunn.",
            [("the Ledger", ["it rained on Dunn"])],
        ),
        ("Meanwhile, the court, hearing a plea, said it rained.", [("the court", ["it rained"])]),
        ("Dunn, asked whether it rained, said it did.", [("Dunn", ["it did"])]),
        ("Dunn, in a note to the mayor, Eva Roth, said it rained.", [("Dunn", ["it rained"])]),
        ("In a note to the mayor, Eva Roth said it rained.", [("Eva Roth", ["it rained"])]),
        (
            "Her letter, read to the court by her lawyer, Eva Roth, said it rained.",
            [("Her letter", ["it rained"])],
        ),
        ("According to Dunn: “It rained.”", [("Dunn", ["“It rained.”"])]),
        (
            "According to Dunn, it rained, and Reyes said it was cold.",
            [("Dunn", ["it rained"]), ("Reyes", ["it was cold"])],
        ),
        (
            "Two of them, according to court papers, had been paid.",
            [("court papers", ["Two of them", "had been paid"])],
        ),
        (
            "It is to close, people briefed on the plan said.",
            [("people briefed on the plan", ["It is to close"])],
        ),
        ("Dunn told Eva Roth, the mayor, that it rained.", [("Dunn", ["that it rained"])]),
        ("Dunn has said for years that it rained.", [("Dunn", ["that it rained"])]),
        (
            "Dunn plans to leave, the campaign told Radio One.",
            [("Dunn", ["to leave"]), ("the campaign", ["Dunn plans to leave"])],
        ),
        (
            "Officials could not tell him how it rained, he said.",
            [
                ("Officials", ["how it rained"]),
                ("he", ["Officials could not tell him how it rained"]),
            ],
        ),
        # a plural that a single noun parts from its verb
        ("Activists trying to stop Dunn say it rained.", [("Activists", ["it rained"])]),
        ("Observers in Riga and around the country say it rained.", [("Observers", ["it rained"])]),
        ("Critics — and some friends — say that it rained.", [("Critics", ["that it rained"])]),
        ("Nearly a third say it rained.", [("a third", ["it rained"])]),
        ("People who know him said it rained.", [("People", ["it rained"])]),
        (
            "Those who know Dunn say it rained.",
            [("Those who", ["Dunn"]), ("Those", ["it rained"])],
        ),
        # whose relative clause a verb ends
        (
            "The woman who said it rained said it was cold.",
            [("The woman who", ["it rained"]), ("The woman", ["it was cold"])],
        ),
        (
            "The bank, Dunn claimed in papers filed in Riga, had lied.",
            [("Dunn", ["The bank", "had lied"])],
        ),
        ("One in five say it rained.", [("One", ["it rained"])]),
        ("Six in 10 say it rained.", [("Six", ["it rained"])]),
        ("Mr. Dunn and Mr. Reyes insist it rained.", [("Mr. Dunn and Mr. Reyes", ["it rained"])]),
        ("Dunn has no say in it and left the hall in May.", []),
        ("Dunn took to the air to say it rained.", [("Dunn", ["it rained"])]),
        ("“It rained,” chimed in Dunn, her aide.", [("Dunn", ["“It rained,”"])]),
        ("It rained when the mayor, Eva Roth, asked to see it.", [("Eva Roth", ["to see it"])]),
        ("Dunn, 54, said it rained.", [("Dunn", ["it rained"])]),
        ("Dunn — a lawyer — said it rained.", [("Dunn", ["it rained"])]),
        ("The mayor’s aide, Eva Roth, said it rained.", [("Eva Roth", ["it rained"])]),
        ("Dunn and Reyes said it rained.", [("Dunn and Reyes", ["it rained"])]),
        ("Critics say it rained.", [("Critics", ["it rained"])]),
        ("Letters were sent, say the parents.", [("the parents", ["Letters were sent"])]),
        ("The pier is safe, say engineers.", [("engineers", ["The pier is safe"])]),
        ("Take a number, say the third.", []),
        ("They save 28 crowns, the bank calculated.", [("the bank", ["They save 28 crowns"])]),
        ("They have also often said it rained.", [("They", ["it rained"])]),
        ("The woman who said it rained left.", [("The woman who", ["it rained left"])]),
        ("People in town told the board it rained.", [("People in town", ["it rained"])]),
        ("When Dunn left, he said it rained.", [("he", ["it rained"])]),
        (
            "Officials familiar with the plan say it rained.",
            [("Officials familiar with the plan", ["it rained"])],
        ),
        (
            "Dunn, citing court papers, reported that it rained.",
            [("Dunn", ["that it rained"])],
        ),
        ("The lawsuit claims it rained.", [("The lawsuit", ["it rained"])]),
        # as X said
        ("As Dunn noted on Monday, it rained.", [("Dunn", ["it rained"])]),
        ("As Dunn left, it rained.", []),
        ("Dunn pointed out that it rained.", [("Dunn", ["that it rained"])]),
        ("Dunn pointed at the boats.", []),
        ("It rained, Dunn pointed out.", [("Dunn", ["It rained"])]),
        # what is only a title
        ("In Low Tide, she writes about the harbour.", [("she", ["about the harbour"])]),
        (
            "The law, known as “Low Tide,” says boats must leave.",
            [("The law", ["boats must leave"])],
        ),
        # carried over
        ("The mayor rose and said it rained.", [("The mayor", ["it rained"])]),
        ("Dunn went on to say that it rained.", [("Dunn", ["that it rained"])]),
        ("Dunn ended by saying that it rained.", [("Dunn", ["that it rained"])]),
        ("A letter saying it rained was read.", [("A letter", ["it rained was read"])]),
        ("Having announced it, Dunn left.", []),
        ("Having announced that it rained, Dunn left.", [("Dunn", ["that it rained"])]),
        (
            "As Dunn spoke, when guests broke in, shouting that it rained, he left.",
            [("guests", ["that it rained, he left"])],
        ),
        # what is said
        ("Dunn said in a statement that it rained.", [("Dunn", ["that it rained"])]),
        ("Dunn said on Monday it rained.", [("Dunn", ["it rained"])]),
        ("Dunn said: it rained.", [("Dunn", ["it rained"])]),
        ("Dunn told reporters in Oslo that it rained.", [("Dunn", ["that it rained"])]),
        ("It had rained, Dunn told reporters outside.", [("Dunn", ["It had rained"])]),
        ("It had rained, Dunn told the council later.", [("Dunn", ["It had rained"])]),
        ("In the lobby, Dunn told reporters outside.", []),
        ("Orm refused to sign: its board, it seems, was split.", [("Orm", ["to sign"])]),
        ("Asked if she had told him to leave, Dunn said no more.", [("Dunn", ["no more"])]),
        ("The union has yet to say whether it supports the plan.", []),
        ("Dunn told a dozen guests it rained.", [("Dunn", ["it rained"])]),
        ("Dunn told Eva Roth rain was coming.", [("Dunn", ["rain was coming"])]),
        ("Dunn told nobody.", []),
        ("Dunn said so.", []),
        ("Dunn said it rained, according to Roth.", [("Dunn", ["it rained"])]),
        ("It rained, said Eva Roth, the mayor.", [("Eva Roth", ["It rained"])]),
        ("It rained, records show.", [("records", ["It rained"])]),
        ("The poll found that it rained.", [("The poll", ["that it rained"])]),
        ("Dunn found that it rained.", []),
        ("Dunn believes that it rained.", [("Dunn", ["that it rained"])]),
        ("Dunn criticized the plan.", [("Dunn", ["the plan"])]),
        ("Dunn called it “a crime” at dawn.", [("Dunn", ["“a crime” at dawn"])]),
        ("Dunn called it “a crime.”", [("Dunn", ["“a crime.”"])]),
        ("Dunn called the board on Monday.", []),
        ("Dunn’s hope that it rains is dim.", [("Dunn’s", ["that it rains is dim"])]),
        ("There is no evidence that it rained.", [(None, ["that it rained"])]),
        ("But according to Roth, it rained.", [("Roth", ["it rained"])]),
        ("“No,” Dunn said, and “never.”", [("Dunn", ["“No,”", "“never.”"])]),
        ("Dunn said “no” and “never.”", [("Dunn", ["“no” and “never.”"])]),
        ("Dunn came to condemn the sale.", [("Dunn", ["the sale"])]),
        ("Dunn and Reyes claim it rained.", [("Dunn and Reyes", ["it rained"])]),
        ("He claims it rained.", [("He", ["it rained"])]),
        ("The mayor’s claims were many.", []),
        ("United States of old fell.", []),
        ("Believing that it rained, Dunn left.", []),
        ("A letter opposing the sale came.", [("A letter", ["the sale came"])]),
        ("A group opposing the sale met.", []),
        ("The mayor is opposing the sale.", [("The mayor", ["the sale"])]),
        ("The police say it rained.", [("The police", ["it rained"])]),
        ("“No,” says the mayor.", [("the mayor", ["“No,”"])]),
        ("He said “no” or “never” — twice.", [("He", ["“no” or “never”"])]),
        ("According to, it rained.", []),
        (
            "Orr’s freely elected board met, but has announced a sale.",
            [("Orr’s freely elected board", ["a sale"])],
        ),
        ("Dunn — who said it was “late” — left.", [("Dunn — who", ["it was “late”"])]),
        (
            "It came up on Tuesday, when clerk Eva Roth, asked if it rained, said it did.",
            [("clerk Eva Roth", ["it did"])],
        ),
        (
            "A film on Dunn’s erroneous claim that it rained.",
            [("Dunn’s", ["that it rained"])],
        ),
        (
            "According to Dunn’s Thursday note, it rained.",
            [("Dunn’s Thursday note", ["it rained"])],
        ),
        (
            "“No,” read an Oct. 1, 2005, article in the Herald.",
            [("an Oct. 1, 2005, article", ["“No,”"])],
        ),
        (
            "Leaked emails obtained by Dunn suggested that it rained.",
            [("Leaked emails obtained by Dunn", ["that it rained"])],
        ),
        ("Violent protests in Riga have worn us out.", []),
        ("The Consumer Reports board saw that it rained.", []),
        ("The Leith Times comments came after it rained.", []),
        ("EU states can go on without it.", []),
        ("The old Lund ruling will soon be over.", []),
        ("The suit, which was filed in May, targets Snap, the parent of a shop.", []),
        (
            "Dunn gave it out in a Monday press briefing, saying it rained.",
            [("Dunn", ["it rained"])],
        ),
        (
            "A report from Riga showed that it rained.",
            [("A report from Riga", ["that it rained"])],
        ),
        ("A tape, obtained and reported on by Dunn in May, is old.", []),
        ("Dunn spoke of the inquiry into the old firm that threatens his firm.", []),
        ("If you ask the crew, they don’t like it.", []),
        ("Dunn vows not to leave.", [("Dunn", ["not to leave"])]),
        ("Dunn Says It Rained in May", [("Dunn", ["It Rained in May"])]),
        ("The yard is the most promising because it is dry.", []),
        ("The board met after reported racial attacks in May.", []),
        (
            "Abortion rights advocates said it rained.",
            [("Abortion rights advocates", ["it rained"])],
        ),
        (
            "It rained, according to the envoy to Riga Eva Roth.",
            [("the envoy to Riga Eva Roth", ["It rained"])],
        ),
        ("The pier, old and praised for its oak, fell.", []),
        ("It was built in May and praised for its oak.", []),
        ("Dunn advocated for it.", [("Dunn", ["for it"])]),
        ("Dunn acknowledged for once that it rained.", [("Dunn", ["that it rained"])]),
        ("Dunn sometimes said that it rained.", [("Dunn", ["that it rained"])]),
        ("Boeing replied to the note in May, saying it rained.", [("Boeing", ["it rained"])]),
        ("Speaking to us in May, Dunn left, saying it rained.", [("Dunn", ["it rained"])]),
        ("“No,” said a man close to Dunn.", [("a man close to Dunn", ["“No,”"])]),
        ("“No,” said a man to Dunn.", [("a man", ["“No,”"])]),
        ("Dunn told “no” to all.", [("Dunn", ["“no” to all"])]),
        ("Dunn told the old crew: it rained.", [("Dunn", ["it rained"])]),
        ("Last year in May he said it rained.", [("he", ["it rained"])]),
        ("The rain, a nuisance, and a man said it rained.", [("a man", ["it rained"])]),
        (
            "“No,” said Roth, the mayor. “Never.”",
            [("Roth", ["“No,”", "“Never.”"])],
        ),
        # more than one
        (
            "Dunn opposes the sale, his aide said on Monday.",
            [("Dunn", ["the sale"]), ("his aide", ["Dunn opposes the sale"])],
        ),
        (
            "Dunn said it rained while Roth said it snowed.",
            [("Dunn", ["it rained while Roth said it snowed"])],
        ),
        (
            "Asked about rain, Dunn nodded, Roth said, “It will pass.”",
            [("Roth", ["“It will pass.”"])],
        ),
        # a clause inside the sentence ends where its comma closes it
        (
            "When Dunn said it rained, Roth called it “a lie.”",
            [("Dunn", ["it rained"]), ("Roth", ["“a lie.”"])],
        ),
        (
            "Dunn, who denied the sale, said it rained.",
            [("Dunn, who", ["the sale"]), ("Dunn", ["it rained"])],
        ),
        ("In a note announcing the sale, Dunn slept.", [("Dunn", ["the sale"])]),
        ("Asked whether it rained, Dunn replied: “Ask Roth.”", [("Dunn", ["“Ask Roth.”"])]),
        (
            "The report, written by Roth, describes it as “a mess”.",
            [("The report", ["“a mess”"])],
        ),
        ("Dunn called it “a mess” and demanded more.", [("Dunn", ["“a mess”"])]),
        (
            "Dunn said “it rained” and that it was wet.",
            [("Dunn", ["“it rained” and that it was wet"])],
        ),
        ("Speaking in Oslo, Dunn said: “It rained.”", [("Dunn", ["“It rained.”"])]),
        (
            "The bridge is safe, Dunn says: “It rained.”",
            [("Dunn", ["The bridge is safe", "“It rained.”"])],
        ),
        ("After saying it rained, he slept.", [("he", ["it rained"])]),
        ("Calling it “a lie,” Dunn was gone.", [("Dunn", ["“a lie,”"])]),
        (
            "Dunn said it rained, to which Roth said, “No.”",
            [
                ("Dunn", ["it rained"]),
                ("Roth", ["“No.”"]),
            ],
        ),
        ("Dunn denied it: “Never,” he said.", [("Dunn", ["it"]), ("he", ["“Never,”"])]),
        ("It rained, with Roth saying, “No.”", [("Roth", ["“No.”"])]),
        (
            "Dunn said that Roth has “a plan for the quay,” he said.",
            [("Dunn", ["that Roth has “a plan for the quay,”"])],
        ),
        (
            "Dunn made the point that it is “a second bridge” there.",
            [("Dunn", ["that it is “a second bridge” there"])],
        ),
        ("Dunn took the position that it rained.", [("Dunn", ["that it rained"])]),
        ("Dunn voiced concern that it rained.", [("Dunn", ["that it rained"])]),
        ("She took the case that nobody wanted.", []),
        ("It was the second case that Dunn won.", []),
        ("Roth’s recent wild claim that it rained.", [("Roth’s", ["that it rained"])]),
        (
            "The tide sent a message that it is “over,” Roth said.",
            [
                ("The tide", ["that it is “over,”"]),
                ("Roth", ["The tide sent a message that it is “over,”"]),
            ],
        ),
        ("They left after a speech Dunn gave in May calling it “odd.”", [("Dunn", ["“odd.”"])]),
        ("Dunn promised £30m, according to two aides.", [("Dunn", ["£30m"])]),
        (
            "Dunn says he hopes it rains, but he knows “it will not.”",
            [
                ("Dunn", ["he hopes it rains, but he knows “it will not.”"]),
            ],
        ),
        # whose words they are
        ("Dunn sent a note that said it rained.", [("Dunn", ["it rained"])]),
        ("Dunn sent the crew a note saying it rained.", [("Dunn", ["it rained"])]),
        ("That led Dunn to say it rained.", [("Dunn", ["it rained"])]),
        (
            "The head of the union that backed the plan said it rained.",
            [("The head of the union", ["it rained"])],
        ),
        (
            "People close to the board say it rained.",
            [("People close to the board", ["it rained"])],
        ),
        ("All have denied the sale.", [("All", ["the sale"])]),
        # nouns, passives, questions
        ("A plan called “Clean Air” was cut.", []),
        ("Dunn read a Riga Times report from May.", []),
        ("That’s one reason the pier fell.", []),
        ("When asked about rain, Dunn nodded.", []),
        ("The “gang” backers, which said it rained, left.", []),
        ("The United States came late.", []),
        ("The board claims were many.", []),
        ("Dunn was told that it rained.", []),
        ("What caused the fall that he saw?", []),
        ("Who said it rained?", []),
        # whom somebody cites is no statement, and what is told is not who knows it
        ("The Ledger said it rained, citing two clerks.", [("The Ledger", ["it rained"])]),
        (
            "The Ledger said on Monday, citing a clerk, that it rained.",
            [("The Ledger", ["that it rained"])],
        ),
        ("Dunn cited reports that it rained.", [("Dunn", ["reports that it rained"])]),
        (
            "It rose as fast as Dunn told lenders, according to the ledgers.",
            [("the ledgers", ["It rose as fast as Dunn told lenders"])],
        ),
        (
            "Ducks are ill, the board said in a statement posted on Facebook.",
            [("the board", ["Ducks are ill"])],
        ),
        ("The promises he kept were few.", []),
    ],
)
def test_source_and_content(text: str, wanted: Attributed) -> None:
    """Each way of reporting gives exactly the words that name the source and those reported."""
    assert attributed(text) == wanted


def test_a_sentence_without_end_is_left_alone() -> None:
    """What is longer than any sentence is no sentence."""
    assert attributed("Dunn said it rained and " * 100) == []


def test_most_sentences_are_told_apart_quickly() -> None:
    """A sentence without a cue is not looked at, and one with only "report" needs a "that"."""
    assert not may_attribute(["it", "rained"], marked=False)
    assert may_attribute(["dunn", "said", "it"], marked=False)
    assert not may_attribute(["the", "belief", "grew"], marked=False)
    assert may_attribute(["the", "belief", "that", "it", "grew"], marked=False)
    assert may_attribute(["he", "barked"], marked=True)
    assert not may_attribute(["he", "barked"], marked=False)


def test_any_verb_beside_a_quotation_will_do() -> None:
    """Verb first or name first; without a verb there is nobody."""
    for text in ("“No,” growled the old mayor.", "“No,” the old mayor growled."):
        cue, source = beside(text, 5, len(text)) or ((0, 0), (0, 0))
        assert (text[slice(*cue)], text[slice(*source)]) == ("growled", "the old mayor")
    assert beside("“No,” of course.", 5, 16) is None


def test_a_clause_without_a_noun_leads_up_to_nothing() -> None:
    """Where nobody is named before a place, nobody is given."""
    assert subject_before("Then it", 0, 7, 0) is None
    assert subject_before(", “no”", 0, 6, 2) is None


@pytest.mark.parametrize(
    "text",
    [
        "She settled two of the three big disputes she has handled since she came.",
        "The mayor read out the orders the court had given.",
        "He named the suspects they had met at the harbour.",
        "Ann Lee takes charge of the talks on Monday.",
        "Ann Lee, 58, who was his deputy, takes charge of the talks.",
    ],
)
def test_a_plural_is_no_verb_of_saying(text: str) -> None:
    """ "the disputes she has handled": nobody disputes anything there."""
    assert not attributed(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("However, a clerk, asking not to be named, claimed that it was late.", "a clerk"),
        ("Separately, the board, meeting in Riga, said that it was late.", "the board"),
        ("Odd Lund termed the law “a death warrant for the lake”.", "Odd Lund"),
        ("The header won it, leaving Odd Lund to call the game “a disgrace”.", "Odd Lund"),
        ("The flood came, forcing Odd Lund to admit that it was late.", "Odd Lund"),
        ("Odd Lund wrote a letter to the board urging it to “slow down”.", "Odd Lund"),
        ("Odd Lund wrote a letter to Ann Lee saying he was “sorry”.", "Odd Lund"),
        ("The union sent out a memo to its members warning that it was late.", "The union"),
        ("A letter was sent to the mayor saying that it was late.", "A letter"),
    ],
)
def test_who_says_it_stands_further_off(text: str, source: str) -> None:
    """Behind "however" and another comma, behind "leaving", or as whoever wrote a letter."""
    assert [found for found, _ in attributed(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The test was put off over fears that it “might hurt”, clerks said Tuesday.", "clerks"),
        ("“I will not go,” tweeted “Star Gate” actor Odd Lund.", "actor Odd Lund"),
        ("“Well done, mate,” Rovers boss Odd Lund radioed to Berg.", "Rovers boss Odd Lund"),
    ],
)
def test_nobody_else_says_it(text: str, source: str) -> None:
    """A fear within what somebody tells is theirs, and a title is no quotation."""
    assert [found for found, _ in attributed(text)] == [source]
