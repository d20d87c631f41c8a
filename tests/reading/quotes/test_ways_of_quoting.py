"""Ways in which outlets of several kinds say whose words these are: three of each and more.

Tabloid, wire, local paper, British broadsheet and interview; each with the words in marks, by how
they begin, and the words that stand for their speaker, or nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.model import Document, Quote
from onix.reading import NewsReader
from tests.reading.speech import content, marked, quotes

CASES: dict[str, list[tuple[str, dict[str, str | None]]]] = {
    "apart": [
        ("“We are sorry”, the company replied by email.", {"We are": "the company"}),
        ("The notary, according to Reyes, “did not even look”.", {"did not": "Reyes"}),
        (
            "On Friday, rebels “fired in the air” at those who fled from it, said The Ledger.",
            {"fired in": "The Ledger"},
        ),
        ("Varga said that Reyes would reply: “It is all in hand.”", {"It is": "Reyes"}),
        (
            "Mark Dunn’s ethics adviser has resigned, saying it was a “farce” to go on.",
            {"farce": "Mark Dunn’s ethics adviser"},
        ),
        (
            "The storm was huge, with the weather service calling it a “monster” of a kind.",
            {"monster": "the weather service"},
        ),
        (
            "Mark Dunn, of the port police, nonetheless called it “boorish”.",
            {"boorish": "Mark Dunn"},
        ),
        ("State radio quoted Reyes as saying it was “a loan”.", {"a loan": "Reyes"}),
        ("Reyes could be heard to mutter “a loan” in the hall.", {"a loan": "Reyes"}),
        ("The pier is, in Reyes’s words, “a loan”: it sinks.", {"a loan": "Reyes’s"}),
        ("The pier is “a loan”, in Reyes’s phrase.", {"a loan": "Reyes’s"}),
        (
            "As the late biologist Ilse Varga put it in her diary, “a pier is but a loan.”",
            {"a pier": "the late biologist Ilse Varga"},
        ),
        ("The guard, he remembered, said: “Go home.”", {"Go home": "The guard"}),
        ("Reyes was quoted by the Ledger as saying it was “a loan”.", {"a loan": "Reyes"}),
        ("“They run like boys,” mutters our analyst, who won here.", {"They run": "our analyst"}),
        ("“Dark Horse Rising” - Katy Reyes", {"Dark Horse": None}),
    ],
    "clauses": [
        ("Reyes rose to make a joke and call the pier “a lamp.”", {"a lamp": "Reyes"}),
        ("The flood led Dunn to raise his arms and call it “biblical.”", {"biblical": "Dunn"}),
        (
            "It has become common for shipping papers to portray the strike as a “mutiny”.",
            {"mutiny": "shipping papers"},
        ),
        (
            "The plan, often labeled a “folly” by critics, was dropped.",
            {"folly": "critics"},
        ),
        (
            "As the Ledger noted, the firm has “moved into barges” of late.",
            {"moved into barges": "the Ledger"},
        ),
        (
            "Varga came close to an admission that it failed, saying, “We were late.”",
            {"We were": "Varga"},
        ),
        (
            "Dunn proposed a vote in May — but the Reyes camp dismissed it as “theatre”.",
            {"theatre": "the Reyes camp"},
        ),
        (
            "Clem Orr, the new port chief, shrugged, calling it “a trifle”.",
            {"a trifle": "Clem Orr"},
        ),
        (
            "Or, as Clem Orr, the new port chief, put it: “The tide is no longer at the gate.”",
            {"The tide": "Clem Orr"},
        ),
        (
            "Dunn praised Reyes, whom he described as “a rock”.",
            {"a rock": "he"},
        ),
        (
            "“Out of the question,” she shot back.",
            {"Out of": "she"},
        ),
        (
            "Varga held up a sign that read “Save the ferry!” and left.",
            {"Save the": "a sign that"},
        ),
        (
            "“They sold us a leaking boat.”\nThat was how Ann Roe, a deckhand, once described it.",
            {"They sold": "Ann Roe"},
        ),
        (
            "It was a report by the Ledger that the board “lost” the deeds.",
            {"lost": "the Ledger"},
        ),
    ],
    "nobody": [
        ("Indeed, “no ferry has sailed from here for the last eleven years.”", {"no": None}),
        (
            "Unless the others give up, “there is no way for us to keep this pier open.”",
            {"there is": None},
        ),
        ("In what Varga called “the old days,” the club charged a fee of $5.", {"the": "Varga"}),
        ("When the pilot saw no boat would come, “he left” with the rest.", {"he left": None}),
    ],
    "before": [
        (
            "Pub boss Kev Sadler fumed: “They’ve ripped the heart out of this street.”",
            {"They": "Pub boss Kev Sadler"},
        ),
        (
            "BRUSSELS (CW) — Trade Commissioner Ines Albrecht said Thursday, “We will not sign.”",
            {"We will": "Trade Commissioner Ines Albrecht"},
        ),
        (
            "Mr Irwin, who won by fewer than 40,000 votes, called it “a farce”.",
            {"a farce": "Mr Irwin"},
        ),
    ],
    "after": [
        (
            "“The bridge was never inspected,” said the county engineer, Paul Orr.",
            {"The bridge": "Paul Orr"},
        ),
        (
            "“We expected snow, not a flood,” Margaret Hale, who farms at Linton, said yesterday.",
            {"We expected": "Margaret Hale"},
        ),
        (
            "“It was a wave of mud,” says Dora Pike, who saw it. “Then came the trees.”",
            {"It was": "Dora Pike", "Then came": "Dora Pike"},
        ),
        (
            "Its head had no doubt. “The talks go on,” an official briefing the press said.",
            {"The talks": "an official"},
        ),
        (
            "“Perpetual snow!” Rep. Glen Marsh, D-Ohio, said of the view.",
            {"Perpetual": "Rep. Glen"},
        ),
        (
            "“One cough and we are shut,” said its chairwoman, Elise Turner.",
            {"One": "Elise Turner"},
        ),
        ("“We shut at noon,” said residents.", {"We shut": "residents"}),
        (
            "It is him, they say; his counsel, Fatima el Khattabi, calls it “a guess.”",
            {"a": "Fatima"},
        ),
        ("A date will be set “when we can”, says school chief Una Bell.", {"when we": "Una Bell"}),
    ],
    "inside": [
        (
            "“The price,” Albrecht noted, “is not for us to set.”",
            {"The price": "Albrecht", "is not": "Albrecht"},
        ),
        (
            "“I saw the lot,” gasped neighbour Joy Tilly, 54, “and then the roof went.”",
            {"I saw": "neighbour Joy Tilly", "and then": "neighbour Joy Tilly"},
        ),
        (
            "“It is,” Lord Ashby conceded, “a poor sort of bill.”",
            {"It is": "Lord Ashby", "a poor": "Lord Ashby"},
        ),
    ],
    "nouns and according to": [
        ("According to Karel Dvorak, the budget is “as tight as a drum.”", {"as tight": "Dvorak"}),
        ("The pier is “beyond saving”, according to Sir Alan Finch.", {"beyond": "Finch"}),
        ("The dam is “a risk”, according to a memo written by Ann Orr.", {"a risk": "Ann Orr"}),
        ("The mayor’s claim that the pool is “safe as houses” drew laughs.", {"safe": "mayor’s"}),
        ("In the words of one banker, it is “a fight over parking.”", {"a fight": "one banker"}),
        ("The rooms, as a neighbour put it, a “maze”, are gone.", {"maze": "a neighbour"}),
        ("Reyes took another swipe at the “lazy” clerks of Leith.", {"lazy": "Reyes"}),
        ("Dunn lashed out at a “rigged” vote.", {"rigged": "Dunn"}),
        ("Dunn opened with a call for the board to “embrace” him.", {"embrace": "Dunn"}),
        (
            "What her own team calls her “open harbour” plan would cost more.",
            {"open harbour": "her own team"},
        ),
        (
            "She talks about how her crews must be ready “to sail tonight” if asked.",
            {"to sail tonight": "She"},
        ),
        (
            "While Reyes hailed it as a “fine piece,” Orr fixates on the “pivot” line.",
            {"fine piece,": "Reyes", "pivot": "Orr"},
        ),
        (
            "“What a year for us!” Orr’s niece, Maria Price (Lab-Leith), shouted to the crowd.",
            {"What a year for us!": "Maria Price"},
        ),
        (
            "“What a year for us!” Maria Price (Lab-Leith) shouted to the crowd.",
            {"What a year for us!": "Maria Price"},
        ),
        (
            "The “very odd” count – as described by harbour chief Tom Reyes – cost her votes.",
            {"very odd": "harbour chief Tom Reyes"},
        ),
        ("No wonder Dunn said, and I quote, “It rained all day.”", {"It rained all day.": "Dunn"}),
        ("It is an option seen by farmers as a “lifeline”.", {"lifeline": "farmers"}),
    ],
    "told and asked": [
        ("Dvorak told lawmakers that the plan was “dead on arrival.”", {"dead on": "Dvorak"}),
        ("“Who pays for this?” Pike asked the council.", {"Who pays": "Pike"}),
        (
            "When the lights failed, the senator kept asking who “pulled the plug.”",
            {"pulled": "sen"},
        ),
        (
            "Asked if she would rule out a strike, Beck told reporters, “We rule out nothing.”",
            {"We rule": "Beck"},
        ),
    ],
    "denials": [
        ("The company denied that it had “misled anyone.”", {"misled": "The company"}),
        ("Sadler refused to be called “the landlord from hell.”", {"the landlord": "Sadler"}),
        ("The idea that it leaked came up when Orr called it “rotten.”", {"rotten": "Orr"}),
    ],
    "lists and names behind a dash": [
        (
            "From Ann Reyes: “Lower the fares.”\n\nFrom Tom Beck: “Fix the buses first.”",
            {"Lower": "Ann Reyes", "Fix": "Tom Beck"},
        ),
        (
            "“Leave the trees alone.” — Maria Gill, Oakton\n\n“Cut them down.” — Ned Frost, Oakton",
            {"Leave": "Maria Gill", "Cut": "Ned Frost"},
        ),
        ("Reyes: ‘We will fight this all the way’\n\nShe spoke on Monday.", {"We will": "Reyes"}),
    ],
    "a sentence before, then words that stand alone": [
        (
            "Hale was in no mood to forgive. “They had three years to mend it.”",
            {"They had": "Hale"},
        ),
        ("Asked if he would resign, Doyle laughed. “Not a chance.”", {"Not a": "Doyle"}),
        (
            "“He’s at it,” Lafferty said. Strachan disagreed, and at once. “Innocent till proven.”",
            {"He’s": "Lafferty", "Innocent": "Strachan"},
        ),
    ],
    "holders within holders": [
        (
            "Envoy Ruth Stein said the general views it as “a pause.”",
            {"a pause": "Envoy Ruth Stein"},
        ),
        ("Finch told the Commons the minister believed it “a treasure”.", {"a treasure": "Finch"}),
        ("Pike said her neighbours call the mast “the needle.”", {"the needle": "Pike"}),
        ("“It is over,” said Reyes; “it is not,” said Beck.", {"It is": "Reyes", "it is": "Beck"}),
        ("He was twenty, Orr said; Beck said he “looked forty.”", {"looked": "Beck"}),
        ("It closed, with Ann Orr calling the sale “a theft.”", {"a theft": "Ann Orr"}),
    ],
    "subjects that are not next to their verb": [
        ("Its chair, the dentist Karl Wyler, said it was “sold in good faith.”", {"sold": "Wyler"}),
        ("Voters in each state say the plan is “about right.”", {"about": "Voters in each"}),
        ("Rents are lower, a spokesman, Giles Orchard, said, calling it “bad.”", {"bad": "Giles"}),
        (
            "Her adviser, retired Colonel Dario Mesa, was blunt, calling it “a gift.”",
            {"a gift": "Her adviser"},
        ),
        ("Orr, a former mayor, lives in Riga and wrote that it was “over.”", {"over": "Orr"}),
        (
            "The owners of the mill have turned down a bid from Halvor, a rival best known for "
            "toys, saying it “misreads the trade.”",
            {"misreads": "The owners"},
        ),
        ("Theresa May slammed the board for its “fat cats.”", {"fat": "Theresa May"}),
        ("LONDON - Sir Alan Finch called the pier “unsafe.”", {"unsafe": "Sir Alan Finch"}),
        (
            "A note on the door of the shop states that it is “closed for now.”",
            {"closed": "A note"},
        ),
        ("“We closed,” a part of the message reads.", {"We closed": "a part of the message"}),
        ("It works well, Pike says: “I sleep through the night.”", {"I sleep": "Pike"}),
        (
            "On Orr’s claim there are friends who agree, Beck said she sees “none.”",
            {"none": "Beck"},
        ),
        ("“They ran,” Beck remembered.", {"They ran": "Beck"}),
        ("“It is a strong side,” May said. “We wait.”", {"It is": "May", "We wait": "May"}),
        ("“It was never so bad,” Will Moe told the board.", {"It was": "Will Moe"}),
        ("“It was a long time,” deMoen said. He left.", {"It was": "deMoen"}),
        ("“He may be in the woods,” state police said.", {"He may": "state police"}),
        ("“He may be in the woods,” police said on Friday.", {"He may": "police"}),
        ("“He may be in the woods.” Moe said on the radio. It rained.", {"He may": "Moe"}),
        (
            "In the words of former mayor Ida Beck, “our pier is one of laws.”",
            {"our pier": "former mayor Ida Beck"},
        ),
        ("“It was never so bad,” wrote @harbourgull on Friday.", {"It was": "@harbourgull"}),
        (
            "“It has done nothing for us,” wrote members of a club, the Quay Network.",
            {"It has": "members of a club"},
        ),
        ("“They came at dawn and left,” say fishermen in the town.", {"They": "fishermen"}),
        ("“We will not go,” a sign outside the hall read.", {"We will": "a sign outside the hall"}),
        ("“We will not go,” reads a statement of the union.", {"We will": "a statement of"}),
        (
            "“They know it,” the independent senator and Harbour candidate told the Mail.",
            {"They know": "Harbour candidate"},
        ),
        (
            "The ministry, meanwhile, has itself reported a “fall in trade.”",
            {"fall": "The ministry"},
        ),
    ],
    "titles, nicknames and scare quotes": [
        ("He first appeared in “The Long Harbour” on state television.", {"The Long": None}),
        ("Reg “The Hammer” Doyle lost his third fight in a row.", {"The Hammer": None}),
        ("The so-called “bonfire of the rules” has yet to be lit.", {"bonfire": None}),
        ("The “smart” meters stopped working in the frost.", {"smart": None}),
        ("The ship, known as the “grey lady,” was built in 1931.", {"grey": None}),
        (
            "An old name, Orla means “golden lady” or “princess.”",
            {"golden": None, "princess": None},
        ),
        (
            "Shows like “Cold Harbour” and films such as “The Pier” sell.",
            {"Cold": None, "The": None},
        ),
        ("Critics praised “The Salt Road” when it came out.", {"The Salt": None}),
        ("The Dean rate of “one in ten” is older than the school.", {"one in": None}),
        ("She posted the “Hope” poster on her page on Monday.", {"Hope": None}),
        ("The buses, dubbed “red whales” at first, left in May.", {"red": None}),
        ("For a tin of “sea air,” Beck charges $12 or more.", {"sea": None}),
        ("Only some were “let down” in the end, the notes of the “Old Mill” show.", {"Old": None}),
    ],
    "parts of a sentence that hold a title": [
        ("Orr, star of the film “Salt Road,” thanked fans for “every tear.”", {"every": "Orr"}),
        (
            "“No,” Hale said on the radio's “Early Show,” adding, “Never.”",
            {"No": "Ha", "Never": "Ha"},
        ),
        ("In a video called “Wake up now,” Beck sings and says, “I am free.”", {"I am": "Beck"}),
    ],
}


def found(quotes: tuple[Quote, ...]) -> Iterator[tuple[str, str | None]]:
    """Give each marked string with the words that stand for who said it, or its speaker."""
    for quote in quotes:
        source = quote.source[0].text if quote.source else quote.speaker
        yield from ((span.text, source) for span in quote.marked)


@pytest.mark.parametrize("kind", CASES)
def test_words_in_marks_have_who_said_them(kind: str) -> None:
    """In each way of quoting the words are found and go to whoever said them, or to nobody."""
    cases = CASES[kind]
    documents = [
        Document(str(k), "article", text, language="en") for k, (text, _) in enumerate(cases)
    ]
    wrong = []
    for marks, (text, expected) in zip(NewsReader().read(documents), cases, strict=True):
        said = list(found(marks.quotes))
        for words, source in expected.items():
            sources = [who for marked, who in said if marked.startswith(words)]
            right = (
                sources == [None] * len(sources)
                if source is None
                else any(who is not None and source in who for who in sources)
            )
            if not right:
                wrong.append((text, words, source, sources))
    assert wrong == []


def test_who_a_name_is_is_no_reported_word() -> None:
    """What stands before an apposed name is who that is, unless it is what they said."""
    (found,) = quotes("The mayor, Ilse Varga, warned of an accident on Monday.")
    assert [each.text for each in found.content] == ["of an accident on Monday"]
    (found,) = quotes("The worst day of my life, Ruiz said.")
    assert [each.text for each in found.content] == ["The worst day of my life"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“He was brave,” said Mayor Pat Doyle of the firefighter, Al Moss.", "Mayor Pat Doyle"),
        ("“He was brave,” said Doyle of his son, Al Moss.", "Doyle"),
        ("“He was brave,” said the head of the brigade, Al Moss.", "Al Moss"),
        ("“He was brave,” said Bank of Riga chief, Al Moss.", "Al Moss"),
    ],
)
def test_of_whom_somebody_speaks_is_not_who_speaks(text: str, speaker: str) -> None:
    """ "Said Doyle of his son, Al Moss": the name at the end is the son's."""
    (found,) = quotes(text)
    assert [each.text for each in found.source] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Reyes warned, however, that it was late.",
        "Tom Reyes told staff in an e-mail, a copy of which leaked, that it was late.",
        "Tom Reyes told staff on Monday, a day after the fire, that it was late.",
    ],
)
def test_what_is_inserted_before_that_is_not_what_was_said(text: str) -> None:
    """It tells how and where it was said, or what became of the words."""
    (said,) = quotes(text)
    assert (content(said), said.speaker) == (["that it was late"], "Tom Reyes")


def test_somebody_else_may_say_so_in_between() -> None:
    """ "The papers show, he said in Riga, that …": then the words are his."""
    (said,) = quotes("The papers show, Tom Reyes said in Riga, that “it was late”.")
    assert said.speaker == "Tom Reyes"


def test_people_who_are_briefed_tell_nothing_by_that() -> None:
    """They were told, and are a source by "according to"."""
    text = "It was late, according to two people briefed on it, who spoke on condition of secrecy."
    assert [content(each) for each in quotes(text)] == [["It was late"]]


@pytest.mark.parametrize(
    "described", ["an economist who runs the Riga Forecast", "who lost", "speaking of the vote"]
)
def test_a_quotation_goes_on_behind_who_says_it(described: str) -> None:
    """It is one quotation in two parts, however long it is told who the speaker is."""
    (quote,) = quotes(f"“The risk,” said Ilse Varga, {described}, “is that we lose jobs.”")
    assert marked(quote) == ["The risk,", "is that we lose jobs."]


def test_what_is_added_is_another_quotation() -> None:
    """It has a verb of its own."""
    first, second = quotes("“It is a risk,” said Ilse Varga, adding, “We may lose jobs.”")
    assert (first.speaker, second.speaker) == ("Ilse Varga", "Ilse Varga")
