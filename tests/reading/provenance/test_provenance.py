"""What statements go back to is told by the words that say so, and never guessed."""

from __future__ import annotations

import pytest

from onix.model import Document, Turn
from onix.reading.provenance.provenance import find_provenance
from tests.reading.speech import document, provenance


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The sale was first reported by Bloomberg.", "outlet", "Bloomberg"),
        ("The sale was first reported by the Tidewater Ledger.", "outlet", "Tidewater Ledger"),
        ("The sale was reported earlier by Bloomberg.", "outlet", "Bloomberg"),
        ("Bloomberg was first to report the sale.", "outlet", "Bloomberg"),
        ("The New York Times broke the story on Monday.", "outlet", "New York Times"),
        ("The New York Times has learned that it was sold.", "outlet", "New York Times"),
        ("Tom Reyes told the BBC it was sold.", "outlet", "BBC"),
        ("Tom Reyes told Radio Gannet it was sold.", "outlet", "Radio Gannet"),
        ("Tom Reyes told The Lantern that it was sold.", "outlet", "Lantern"),
        ("Tom Reyes told the agency Pontos it was sold.", "outlet", "Pontos"),
        ("Tom Reyes told Channel 8 it was sold.", "outlet", "Channel 8"),
        ("In comments to state media, Reyes called it a loss.", "outlet", None),
        ("Speaking to the trade weekly Quayside, Reyes called it a loss.", "outlet", "Quayside"),
        ("The New York Times reported that it was sold.", "outlet", "New York Times"),
        ("Le Phare, a Brest daily, reported that it was sold.", "outlet", "Le Phare"),
        ("He resigned after the Tidewater Ledger published photographs.", "outlet", None),
        ("It was sold, according to the transcript.", "document", "the transcript"),
        ("Court documents show it was sold.", "document", "Court documents"),
        ("A leaked memo obtained by the board says it was sold.", "document", "A leaked memo"),
        ("Reyes said in a written answer that it was sold.", "document", "a written answer"),
        ("Reyes wrote on Gullnet that it was sold.", "document", "Gullnet"),
        ("“It is sold,” Reyes replied by e-mail.", "document", "e-mail"),
        ("A video shared on Gullnet appears to show it on fire.", "document", "A video"),
        ("The records seem to show that it was sold.", "document", "The records"),
        ("State television said the dock was sold.", "outlet", None),
        ("On Monday state radio said the dock was sold.", "outlet", None),
        ("An eyewitness said it was sold.", "unnamed", None),
        ("Economists polled by the bank had forecast a rise.", "unnamed", None),
        ("Analysts had expected a rise.", "unnamed", None),
        ("Half of the voters polled by the Tidewater Ledger are against it.", "outlet", None),
        ("Two officials said it was sold.", "unnamed", None),
        ("A senior diplomat told reporters it was sold.", "unnamed", None),
        ("It was sold, people familiar with the matter said.", "unnamed", None),
        ("People close to the family say it was sold.", "unnamed", None),
        ("A buyer who had seen two of the offers said it was sold.", "unnamed", None),
        ("His lawyer said it was sold.", "unnamed", None),
        ("One of them said it was sold.", "unnamed", None),
        ("“It is sold,” said the source.", "unnamed", None),
        ("Reyes said through a spokeswoman that it was sold.", "unnamed", None),
        ("Critics call the sale “a gift”.", "unnamed", None),
        ("The sale was described by a neighbour as “a gift”.", "unnamed", None),
        ("The sale was called “a gift” by fishermen.", "unnamed", None),
        ("The sale was “a gift”, as one clerk put it.", "unnamed", None),
        ("In the view of one clerk, the sale was “a gift”.", "unnamed", None),
        ("The lawsuit, filed in May, calls the sale “a gift”.", "document", "The lawsuit"),
        ("Minutes of the meeting show that it was sold.", "document", "Minutes"),
        ("Writing in the Tidewater Ledger, Varga called it “a gift”.", "outlet", None),
        ("The Tidewater Ledger, which first reported the sale, was sued.", "outlet", None),
        ("A clerk, who asked not to be named, said it was sold.", "unnamed", None),
        ("It was sold, according to two aides.", "unnamed", None),
        ("It was sold, according to Tom Reyes.", "named", "Tom Reyes"),
        ("It was sold, according to the mayor, Jo Lind.", "named", "Jo Lind"),
        ("It was sold, according to the Harbour Board.", "named", "Harbour Board"),
        ("It was, according to her, “a gift”.", "named", "her"),
        ("Tom Reyes said his wife called it “a gift”.", "named", "Tom Reyes"),
        ("Tom Reyes said he had been told it was “a gift”.", "named", "Tom Reyes"),
        ("Reyes remembers his wife saying that it was sold.", "named", "Reyes"),
        ("Reyes told this newspaper it was sold.", "own", None),
        ("“It is sold,” Reyes told me.", "own", None),
        ("The pier, we hear, is sold.", "own", None),
        ("The New York Times’s Ilse Varga was told; she told the BBC’s Jo Lind.", "outlet", "BBC"),
        ("Het Dagblad first reported the sale.", "outlet", "Het Dagblad"),
        ("In an interview with Kustbladet, Reyes called it a loss.", "outlet", "Kustbladet"),
        ("Reyes told BBC Radio Gannet it was sold.", "outlet", "BBC Radio Gannet"),
        ("Reyes told the Morning Star-Echo it was sold.", "outlet", "Morning Star-Echo"),
        ("Reyes said on Facebook that it was sold.", "document", "Facebook"),
        ("Harbour records list three owners.", "document", "Harbour records"),
        ("The manual, printed in May, warned of cracks.", "document", "The manual"),
        ("It was sold, but a review by the board found cracks.", "document", "a review"),
        ("Three people who worked in the office described a quarrel.", "unnamed", None),
        ("Several residents living beside the pier told her of noise.", "unnamed", None),
        ("In May, a spokeswoman for the board acknowledged a mistake.", "unnamed", None),
        ("Some experts believe it was sold.", "unnamed", None),
        ("One MP said it was sold.", "unnamed", None),
        ("A clerk shrugged. “It is sold,” he said.", "unnamed", None),
        ("One clerk shrugged. “It is sold,” he said.", "unnamed", None),
        ("Two former clerks contradict that.", "unnamed", None),
        ("“It is sold,” the ally said.", "unnamed", None),
        ("A reply from the board, sent in May, says that it was sold.", "document", "A reply"),
        ("In a reply dated May 2, Reyes said it was sold.", "document", "a reply"),
        ("We have seen the papers.", "own", None),
        ("In New York, a spokesman said it was sold.", "unnamed", None),
        ("On Friday, an official indicated that it was sold.", "unnamed", None),
        ("It was sold, according to US officials.", "unnamed", None),
        ("Some Rigans said it was sold.", "unnamed", None),
        ("It was good news for taxpayers, who said it was sold.", "unnamed", None),
        ("It was sold, according to the May 13 report.", "document", "the May 13 report"),
        ("It was sold, according to an outlook issued in May.", "document", "an outlook"),
        ("The pier was sold, per the police report.", "document", "the police report"),
        ("Gas costs $4, per Harbour Board data.", "document", "Harbour Board data"),
        ("In a recent poll, one in six wanted it sold.", "document", "a recent poll"),
        ("In a Board of Ports memo, Reyes said it was sold.", "document", "a Board of Ports memo"),
        ("The Office of Quays report says it was sold.", "document", None),
        ("Reyes says on its official Twitter account it was sold.", "document", None),
        ("Reyes said in a Feb. 2 Instagram post it was sold.", "document", None),
        ("Photos shared by Reyes show it was sold.", "document", "Photos"),
        ("It was sold, Reyes announced on his Instagram.", "document", "his Instagram"),
        ("Reyes called it “a farce” in a Friday post.", "document", "a Friday post"),
        ("Some Democrats are saying it was sold.", "unnamed", None),
        ("Harbour official says it was sold.", "unnamed", None),
        ("Anna Sorel said Tom Reyes replied: “It is sold.”", "named", "Anna Sorel"),
        ("Tom Reyes, Anna Sorel said, had called it “a farce”.", "named", "Anna Sorel"),
        ("Tom Reyes called it “a farce”, Anna Sorel said.", "named", "Anna Sorel"),
        ("It was sold, according to an updated timeline.", "document", "an updated timeline"),
        ("It was sold, according to a notice sent to tenants.", "document", "a notice"),
        ("It was sold, according to a press release announcing it.", "document", None),
        ("It followed a report by the board, which said it was sold.", "document", "a report"),
        ("In a harbour warrant affidavit, Reyes said it was sold.", "document", None),
        ("The pier, an inside source said, is sold.", "unnamed", None),
        ("Bankers expect a sale before the summer.", "unnamed", None),
        ("Neighbours believe that it will be sold.", "unnamed", None),
        ("It was first published shortly after six by the news site Quayside.", "outlet", None),
        ("Radio Gannet is reporting that it was sold.", "outlet", "Radio Gannet"),
        ("Reyes read out a letter. Varga said it was sold.", "document", "a letter"),
        ("The board pointed to a study. Varga said it was sold.", "document", "a study"),
        ("Neighbours grumbled that it was sold.", "unnamed", None),
        ("Some tenants have questioned the price.", "unnamed", None),
        ("Anna Sorel says the mayor’s exact words were “it is sold”.", "named", "Anna Sorel"),
        ("It was first reported on Monday by Quaybrief, a website.", "outlet", "Quaybrief"),
        ("It was first reported by Tom Reyes, a website for sailors.", "outlet", "Tom Reyes"),
        ("The research group Larchwatch, which first reported it, was sued.", "outlet", None),
        ("A rebel radio station put the losses at eight.", "outlet", None),
        ("Reyes claimed on local radio that it was sold.", "outlet", None),
        ("Staff said it was sold.", "unnamed", None),
    ],
)
def test_each_kind_is_told_by_its_words(text: str, kind: str, name: str | None) -> None:
    """Own reporting, outlets, documents, named and unnamed sources."""
    (found,) = provenance(text)
    assert found.kind == kind
    assert name is None or found.name == name


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It was sold, according to a report in The Guardian.", ["document", "outlet"]),
        ("The contract was seen by this newspaper.", ["document", "own"]),
        ("An editorial in the Tidewater Ledger said it was sold.", ["document", "outlet"]),
        ("Documents reviewed by Reuters show it was sold.", ["document", "outlet"]),
        ("A deed, a copy of which was seen by Reuters, says so.", ["document", "outlet"]),
        ("Two officials told us it was sold.", ["unnamed", "own"]),
        ("Reuters, citing court papers, reported that it was sold.", ["outlet", "document"]),
        ("Citing two officials, Reuters reported that it was sold.", ["unnamed", "outlet"]),
        ("His lawyer said in an e-mail to the Ledger it was sold.", ["unnamed", "document"]),
        ("The files were passed to Reuters by a clerk.", ["document", "unnamed"]),
        ("It stood in an earlier draft seen by Reuters.", ["document", "outlet"]),
        ("One clerk said it was sold; the other described a quarrel.", ["unnamed", "unnamed"]),
        ("Reyes sent a note. “It is sold,” it read.", ["document"]),
        ("A clerk said it was sold. The clerk added that it was dear.", ["unnamed", "unnamed"]),
        ("The minutes, which this newspaper has read, are silent.", ["document", "own"]),
        ("Tom Reyes told this blog that it was sold. Clerks say so.", ["own", "unnamed"]),
        ("Het Oog said it had been given a tape; Clerks say so.", ["unnamed"]),
    ],
)
def test_a_statement_may_go_back_to_several(text: str, kinds: list[str]) -> None:
    """A document and who has seen it, somebody without a name and who was told."""
    assert [each.kind for each in provenance(text)][:2] == kinds


def test_its_own_outlet_is_own_reporting() -> None:
    """ "told The Gazette", in The Gazette, is own reporting."""
    found = provenance("Tom Reyes told Reuters it was sold.", outlet="Reuters")
    assert [(each.kind, each.name) for each in found] == [("own", "Reuters")]
    (short,) = provenance("Tom Reyes told the Ledger it was sold.", outlet="The Tidewater Ledger")
    assert (short.kind, short.name) == ("own", "Ledger")
    (short,) = provenance("Tom Reyes told TL it was sold.", outlet="The Tidewater Ledger")
    assert (short.kind, short.name) == ("own", "TL")
    assert provenance("Tom Reyes told TL it was sold.") == ()


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Ledger has obtained the papers.", "The Tidewater Ledger"),
        ("The papers were passed to the Ledger.", "The Tidewater Ledger"),
        ("A Ledger investigation found cracks.", "The Tidewater Ledger"),
        ("The Observer can reveal that it was sold.", "The Observer of Ohio"),
        ("TL was told that it was sold.", "The Tidewater Ledger"),
        ("Two clerks told the paper it was sold.", "The Tidewater Ledger"),
        ("The papers were seen by Corvane.", "Corvane Newswire"),
        ("A calculation by the Ledger puts it higher.", "The Tidewater Ledger"),
    ],
)
def test_an_outlet_that_speaks_of_itself_is_own_reporting(text: str, outlet: str) -> None:
    """By its name, or by what it is called for short, where it says what it did or was told."""
    assert "own" in {each.kind for each in provenance(text, outlet=outlet)}


@pytest.mark.parametrize(
    "text",
    [
        "The Ledger is a newspaper.",
        "He reads the Ledger’s crossword.",
        "The ledger lay there.",
        "Reyes did not respond to the Ledger.",
        "The Ledger has reached out to Reyes.",
        "The pier is owned by the Ledger.",
        "Reyes told Radio Gannet it was sold. Two clerks told the station so, too.",
    ],
)
def test_an_outlet_that_is_only_named_is_no_source(text: str) -> None:
    """What is told of an outlet goes back to nobody."""
    assert "own" not in {each.kind for each in provenance(text, outlet="The Tidewater Ledger")}


@pytest.mark.parametrize(
    "text",
    [
        "“Two officials said so,” he said.",
        "“It is ours,” Tom Reyes said in brief remarks at the harbour.",
        "The board acted according to its rules.",
        "He told Fox News anchor Jane Roe a story.",
        "Tom Reyes said it was sold.",
        "A friend of Tom Reyes at the Harbour Review wrote a letter.",
        "Officials were told nothing.",
        "The police said it was sold.",
        "The game went according to plan.",
        "A clerk, Jo Lind, said it was sold.",
        "Its director, Joost van Aerle, said it was sold.",
        "A letter came for Anna Sorel, his successor, who told them it was sold.",
        "Its owner, Anna Sorel, who advises a rival, told them it was sold.",
        "Travellers can expect long queues.",
        "Readers have questions.",
        "It was gone, in the opinion of Tom Reyes.",
        "The Geological Survey said it was sold.",
        "A clerk of the port, Jo Lind, said it was sold.",
        "A buyer who gave his name as Jo said it was sold.",
        "Two officials agreed to leave.",
        "A captain ordered them to leave.",
        "Two officials are meeting in the town hall.",
        "The report is long.",
        "The list is on her website.",
        "Harbour Radio said it would close two studios.",
        "The ministry said it was sold.",
        "The family said it was sold.",
        "Comments suggest that it was sold.",
        "Ten minutes of talks showed that it was sold.",
        "The pier was called a gift by Tom Reyes.",
        "The files, jurors were told, are long.",
        "Its founder, Martin Loe, warned of cracks.",
        "Tom Reyes was not involved in the study, he said.",
        "Many of the boats are said to be lost.",
        "A clerk told him to leave.",
        "Her agent did not respond.",
        "Federal law prohibits children from buying it.",
        "Full story: Will it be sold?",
        "Editor’s Note: It was sold.",
        "Families who claim the credit wait longer.",
        "Two people claimed the ticket.",
        "Two officials did not say whether it was sold.",
        "One reporting station near Riga reported a gust.",
        "Papers found at his home are lost.",
        "Although the study cannot prove how it works, it is long.",
        "Tom Reyes, a spokesman for the port, told them it was sold.",
        "One of those people, former board chief Ann Lee, said it was sold.",
        "Its owner, Tom “Ted” Reyes, confirmed the sale.",
        "Dunn’s lawyer, Jo Lind, came. Dunn’s lawyer said it was sold.",
        "They told how they first met on Instagram.",
        "The gaps in recovering documents are known, Tom Reyes said.",
        "The National Archives said it was sold.",
        "A judge denied the request.",
        "Four teams put up tents.",
        "The board approved a plan after reported threats.",
        "It is not what we hear on the radio.",
        "Another state whose name is odd is Ohio.",
        "Two researchers added salt to the brushes.",
        "The sale costs $5 per post.",
        "The pier is in the environmental assessment phase, Tom Reyes said.",
        "Tell us about your book.",
        "What does that tell us?",
        "What can you tell us about the book?",
        "History tells us how it ends.",
    ],
)
def test_what_goes_back_to_nothing_has_no_provenance(text: str) -> None:
    """Quotations, rules, and people who are named anyway give none."""
    assert provenance(text) == ()


def test_words_outside_of_any_sentence_are_left_out() -> None:
    """Provenance belongs to sentences."""
    read = document("Two officials said so.")
    assert find_provenance(read, (), (), ()) == ()


def test_transcripts_have_no_provenance() -> None:
    """Every word of a transcript is a speaker's."""
    text = "REYES: Two officials said so."
    turn = Turn("Tom Reyes", document(text).span(7, len(text)))
    read = Document("d", "transcript", text, turns=(turn,))
    assert find_provenance(read, (read.span(0, len(text)),), (), ()) == ()


def test_whoever_is_named_later_is_not_unnamed() -> None:
    """ "An engineer" is named where the text goes on with "the engineer, Jo Lind"."""
    text = "An engineer said it was sold. The engineer, Jo Lind, left."
    assert provenance(text) == ()


def test_in_an_interview_me_is_who_answers() -> None:
    """Where questions stand alone, "told me" is nobody's own reporting."""
    asked = "Why?\n\nA friend told me it was sold.\n\n"
    assert {each.kind for each in provenance(asked)} == {"unnamed", "own"}
    assert {each.kind for each in provenance(asked * 4)} == {"unnamed"}
    talk = "Varga: Why?\n\nReyes: A friend told me it was sold.\n\n" * 2
    assert {each.kind for each in provenance(talk)} == {"unnamed"}


def test_an_outlet_of_a_place_goes_by_its_last_word() -> None:
    """ "The Examiner" is the Port of Larch Examiner itself, in its own pages."""
    (found,) = provenance(
        "Tom Reyes told the Examiner it was sold.", outlet="Port of Larch Examiner"
    )
    assert found.kind == "own"
    (found,) = provenance("Tom Reyes told the Observer it was.", outlet="The Observer of Larch")
    assert found.kind == "own"


def test_whom_a_text_opens_with_and_names_is_not_unnamed() -> None:
    """Leads say "a vet" and the next sentence says who that is; an official stays unnamed."""
    named = "{} told the court it was sold.\n\nTom Reyes, 61, was on trial."
    assert provenance(named.format("A retired vet")) == ()
    assert provenance(named.format("RIGA - A retired vet")) == ()
    assert [each.kind for each in provenance(named.format("An official"))] == ["unnamed"]
    assert [each.kind for each in provenance("A retired vet told the court it was.")] == ["unnamed"]


def test_what_is_shown_is_the_place_and_not_the_verb() -> None:
    """ "Facebook" and no "wrote on Facebook"; "The Echo" that quotes somebody is an outlet."""
    (found,) = provenance("Reyes wrote on Facebook that it was sold.")
    assert found.span.text == "Facebook"
    found, clerk = provenance("The Harbour Echo quotes a clerk as saying it was sold.")
    assert (found.kind, clerk.kind) == ("outlet", "unnamed")


def test_people_who_write_are_no_magazine() -> None:
    """ "People" at the head of a sentence is anybody, and a reporter is no outlet."""
    assert provenance("People wrote that it was ugly.") == ()
    assert provenance("It was first reported by Tom Reyes, a TV reporter for a station.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The letter appeared to be torn.",
        "Officials appeared to dismiss the claim.",
        "Analysts expected at the hearing stayed away.",
        "State radio said it would close its studio.",
    ],
)
def test_what_only_seems_so_goes_back_to_nobody(text: str) -> None:
    """What a reporter thinks that people mean, and what an outlet says of itself."""
    assert provenance(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It is sold,” BBC Correspondent Tom Reyes said.", []),
        ("“It is sold,” says BBC Sport’s Tom Reyes.", ["BBC Sport"]),
        ("The Tarn County Medical Examiner’s Office said that it was sold.", []),
    ],
)
def test_an_outlet_ends_before_who_works_for_it(text: str, names: list[str]) -> None:
    """Its correspondent is none, nor is a medical examiner a paper called so."""
    found = [each.name for each in provenance(text) if each.kind == "outlet"]
    assert found == names
