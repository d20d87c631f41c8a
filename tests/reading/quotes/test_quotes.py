"""Who said what: the ways in which news ties words to people."""

from __future__ import annotations

import pytest

from onix.model import Document, Turn
from onix.reading.quotes.quotes import find_quotes
from tests.reading.speech import content, document, marked, mentions, quotes, source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will not sell the pier,” said Ilse Varga.", "We will not sell the pier,"),
        ("“We will not sell the pier,” Ilse Varga said on Monday.", "We will not sell the pier,"),
        ("Ilse Varga said, “We will not sell the pier.”", "We will not sell the pier."),
        ("Ilse Varga told the council: “We will not sell.”", "We will not sell."),
        ("“Will we not sell?” Ilse Varga asked.", "Will we not sell?"),
        ("“We will not sell,” said retired colonel Ilse Varga.", "We will not sell,"),
        ("“We will not sell,” barked Ilse Varga.", "We will not sell,"),
        ("“We will not sell,” Ilse Varga went on, as if nobody had asked.", "We will not sell,"),
        ("“We will not sell,” according to Ilse Varga.", "We will not sell,"),
        ("Asked about the pier, Ilse Varga replied, “We will not sell.”", "We will not sell."),
        ("Ilse Varga, who runs the board, says: “We will not sell.”", "We will not sell."),
    ],
)
def test_a_quotation_has_its_speaker(text: str, words: str) -> None:
    """Cue before, after or beside the quotation: the speaker is found and so are the words."""
    (quote,) = [each for each in quotes(text) if each.marked]
    assert quote.speaker == "Ilse Varga"
    assert marked(quote) == [words]
    assert quote.kind == "direct"
    assert content(quote) == [words]


def test_a_quotation_cut_in_two_is_one() -> None:
    """“A,” said X. “B.” is one quote of two pieces."""
    (quote,) = quotes("“We will not sell,” said Ilse Varga. “Ask me in ten years. Or never.”")
    assert marked(quote) == ["We will not sell,", "Ask me in ten years. Or never."]
    (quote,) = quotes("“If it falls,” Varga said, “we build it again.”")
    assert marked(quote) == ["If it falls,", "we build it again."]


def test_a_quotation_that_reopens_is_one() -> None:
    """Paragraph after paragraph that opens again belongs to the same quote and speaker."""
    text = (
        "Reyes wrote: “We came in March.\n\n“We left in May.\n\n“We never said goodbye.”\n\n"
        "Nobody answered."
    )
    (quote,) = quotes(text)
    assert quote.speaker == "Tom Reyes"
    assert marked(quote) == ["We came in March.", "We left in May.", "We never said goodbye."]


def test_a_block_quote_belongs_to_the_colon_before_it() -> None:
    """A colon that ends a paragraph leads in the paragraph that is all quotation."""
    (quote,) = quotes("Sorel put it to the crowd like this:\n\n“Nobody will move us from here.”")
    assert quote.speaker == "Anna Sorel"
    assert marked(quote) == ["Nobody will move us from here."]


def test_a_lead_in_without_a_cue_is_enough() -> None:
    """A clause about somebody, then speech in the same sentence: it is theirs."""
    (quote,) = quotes("Dunn was blunt, “there is no money left for any of this.”")
    assert quote.speaker == "Mark Dunn"


def test_fragments_in_marks_are_in_what_was_said() -> None:
    """A few words in marks inside reported speech make it mixed; the content is the whole of it."""
    (quote,) = quotes("Varga said the talks had touched “sensitive points” and would go on.")
    assert quote.kind == "mixed"
    assert marked(quote) == ["sensitive points"]
    assert content(quote) == ["the talks had touched “sensitive points” and would go on"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tom Reyes said that the pier would close in May.", "that the pier would close in May"),
        ("Tom Reyes said on Monday the pier would close.", "the pier would close"),
        ("The pier would close, Tom Reyes said in a statement.", "The pier would close"),
        ("The pier will close, according to Tom Reyes.", "The pier will close"),
        ("According to Tom Reyes, the pier will close.", "the pier will close"),
        ("Tom Reyes told The Gazette that it would close.", "that it would close"),
        ("Tom Reyes promised to close the pier.", "to close the pier"),
        ("Tom Reyes denied any part in the sale.", "any part in the sale"),
        ("Tom Reyes’s claim that the pier is safe", "that the pier is safe"),
        (
            "Tom Reyes said it was sold on Friday’s broadcast of the BBC’s “Noon Talk.”",
            "it was sold",
        ),
        (
            "Tom Reyes said that it was sold during an appearance on “Noon Talk”.",
            "that it was sold",
        ),
    ],
)
def test_indirect_speech_is_exactly_what_was_reported(text: str, said: str) -> None:
    """What is reported begins behind the cue, and ends with the sentence."""
    (quote,) = quotes(text)
    assert quote.kind == "indirect"
    assert quote.speaker == "Tom Reyes"
    assert content(quote) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ilse Varga, the pilot who asked for the vote, said she was sorry.", ["she was sorry"]),
        ("Ilse Varga, who asked for the vote, said it was late.", ["it was late"]),
        (
            "Ilse Varga, who warned that the pier was weak, said that it should close.",
            ["that the pier was weak", "that it should close"],
        ),
        ("Ilse Varga, who said she was ill, left the hall.", ["she was ill"]),
    ],
)
def test_a_relative_clause_ends_before_its_owners_own_verb(text: str, said: list[str]) -> None:
    """What she said is not what she "asked" for."""
    found = quotes(text)
    assert [each.content[0].text for each in found] == said
    assert {each.speaker for each in found} == {"Ilse Varga"}


def test_an_inserted_cue_leaves_both_sides() -> None:
    """A, X said, B: both sides are what was said."""
    (quote,) = quotes("In three years, Reyes said, far too many piers had closed.")
    assert content(quote) == ["In three years", "far too many piers had closed"]


def test_a_subject_is_carried_over() -> None:
    """ "adding", "calling", "and said" go back to who spoke before them."""
    text = "Sorel told reporters the ferry was late, adding that nobody was hurt."
    assert [(each.speaker, content(each)) for each in quotes(text)] == [
        ("Anna Sorel", ["the ferry was late"]),
        ("Anna Sorel", ["that nobody was hurt"]),
    ]
    text = "Sorel said the ferry was late, calling the delay “a disgrace.”"
    assert [(each.speaker, marked(each)) for each in quotes(text) if each.marked] == [
        ("Anna Sorel", ["a disgrace."])
    ]


def test_two_speakers_in_a_sentence_keep_their_words() -> None:
    """ "…, but Y said" ends what X said."""
    text = "Reyes said the pier was safe, but Sorel said it would fall."
    assert [(each.speaker, content(each)) for each in quotes(text)] == [
        ("Tom Reyes", ["the pier was safe"]),
        ("Anna Sorel", ["it would fall"]),
    ]


def test_who_is_told_is_the_addressee() -> None:
    """X told Y: Y is the one it was said to."""
    (quote,) = quotes("Sorel told the harbour board that the pier was lost.")
    assert quote.addressee == "the harbour board"
    assert quote.speaker == "Anna Sorel"


def test_a_document_is_never_the_speaker() -> None:
    """ "according to the transcript": the words go back to it, and nobody is guessed."""
    text = "“Open with the prisoners,” according to a transcript of the call."
    (quote,) = quotes(text)
    assert quote.speaker is None
    assert [each.kind for each in quote.provenance] == ["document"]


def test_a_quotation_after_a_transcript_tail_keeps_its_speaker() -> None:
    """A name with the cue wins over the document it is told from."""
    text = "“Bring the map,” Reyes said, according to the transcript. “And bring the keys.”"
    (quote,) = [each for each in quotes(text) if each.marked]
    assert quote.speaker == "Tom Reyes"
    assert marked(quote) == ["Bring the map,", "And bring the keys."]


def test_an_outlet_is_not_the_speaker() -> None:
    """What the BBC reported is its report, not its speech."""
    (quote,) = quotes("The BBC reported that the pier had been sold.")
    assert quote.speaker is None
    assert [(each.kind, each.name) for each in quote.provenance] == [("outlet", "BBC")]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “peace dividend” never came.",
        "The claim has been rated “partly false” by now.",
        "The board uses the slang term “mud” for it.",
        "Tom Reyes correctly spelled “gesellschaft” and won.",
        "The book’s definition of “pier” was long.",
        "It was too new to be called a “classic” then.",
        "How do you define a “pier” in the rules?",
        "One question remains: “Low Tide” has no ending.",
        "Anna Sorel called “Low Tide” the best of them.",
        "Tom Reyes wrote the song “Low Tide” in May.",
        "Reyes hosts “Harbour Nights” on local television.",
        "Known as “the Hammer” to friends, the boxer retired.",
    ],
)
def test_titles_nicknames_and_scare_quotes_have_no_speaker(text: str) -> None:
    """A few words in marks that nobody is said to have said are given to nobody."""
    assert [each for each in quotes(text) if each.marked and (each.speaker or each.source)] == []


def test_a_headline_names_its_speaker() -> None:
    """ "Name: what they say" at the top, and labels in capitals, are attributions."""
    said = quotes("Reyes: Pier Will Close\n\nIt was a long day.")
    assert [(each.speaker, content(each)) for each in said] == [("Tom Reyes", ["Pier Will Close"])]
    said = quotes("The talks went on.\n\nMODERATOR: Who will pay for it all?")
    assert [(source(each), each.cue[0].text) for each in said] == [("MODERATOR", ":")]


def test_passives_and_questions_attribute_nothing() -> None:
    """ "was told", "is expected", "who said": nobody is quoted."""
    assert quotes("Reyes was told that the pier had closed.") == ()
    assert quotes("Who wrote the plan?") == ()
    assert quotes("The claims of the board and the reports of the ministry were read.") == ()


def test_hedges_and_provenance_of_its_sentence_are_with_the_quote() -> None:
    """How sure a quote is, and where it goes back to, is part of it."""
    text = "Reyes reportedly said the pier was sold, two officials said."
    said = quotes(text)
    assert {span.text for each in said for span in each.hedges} == {"reportedly"}
    assert {each.kind for quote in said for each in quote.provenance} == {"unnamed"}
    (other,) = quotes("Reyes said the pier was sold.")
    assert other.hedges == () and other.provenance == ()


def test_the_turns_of_a_transcript_are_its_quotes() -> None:
    """Nothing is guessed where the transcript says who speaks."""
    text = "REYES: Good evening.\nVARGA: Is it?\n"
    bare = document(text)
    turns = (
        Turn("Tom Reyes", bare.span(7, 20)),
        Turn("Ilse Varga", bare.span(28, 34)),
        Turn(None, bare.span(34, 35)),
    )
    read = Document("d", "transcript", text, turns=turns)
    said = find_quotes(read, (), ())
    assert [(each.speaker, content(each)) for each in said] == [
        ("Tom Reyes", ["Good evening."]),
        ("Ilse Varga", ["Is it?"]),
    ]


def test_sentences_may_be_missing() -> None:
    """Without sentences a paragraph is read as one, and marks are still found."""
    read = document("“We will not sell,” said Ilse Varga.")
    (quote,) = find_quotes(read, (), mentions(read))
    assert quote.speaker == "Ilse Varga"


@pytest.mark.parametrize("verb", ["asked the board", "went on", "cut in"])
def test_who_asked_belongs_to_the_question(verb: str) -> None:
    """A sentence that ends inside the marks is joined with the words that say who asked."""
    text = f"“Will we ever sell the pier?” Varga {verb}. Nobody spoke."
    read = document(text)
    sentences = (read.span(0, 29), read.span(30, len(text)))
    (quote,) = [each for each in find_quotes(read, sentences, mentions(read)) if each.marked]
    assert quote.speaker == "Ilse Varga"
    text = "“Will we ever sell the pier?” Varga left. Nobody spoke."
    read = document(text)
    sentences = (read.span(0, 29), read.span(30, len(text)))
    assert find_quotes(read, sentences, mentions(read))[0].source == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Anna Sorel did not say when it would open.", "did not say"),
        ("Anna Sorel wouldn’t say how much it cost.", "wouldn’t say"),
        ("Anna Sorel has never said that it was safe.", "has never said"),
        ("Anna Sorel has often said that it was safe.", "said"),
        ("Anna Sorel denied that it was safe.", "denied"),
    ],
)
def test_a_cue_says_that_something_was_not_said(text: str, cue: str) -> None:
    """Who sees the cue and the words does not take them for a statement."""
    (found,) = quotes(text)
    assert [each.text for each in found.cue] == [cue]
