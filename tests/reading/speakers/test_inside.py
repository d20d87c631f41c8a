"""Whom "he" means within a sentence, and whom somebody's own words rule out."""

from __future__ import annotations

import pytest

from onix.model import Mention
from onix.reading.grammar.sentences import find_sentences
from onix.reading.quotes.quotes import find_quotes, find_speech
from tests.reading.speakers.test_families import said
from tests.reading.speech import document, mentions, quotes


def meant(text: str, word: str = "he") -> str | None:
    """Give whom the last place of a word stands for."""
    read = document(text)
    found = find_speech(read, find_sentences(read), mentions(read))[1]
    at = text.rindex(f" {word} ") + 1
    return next((each.name for each in found if each.span.start == at), None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tom Reyes campaigned on the quay with Dunn, as he looked for votes.",
        "Tom Reyes turned down the offer of Dunn, and he left.",
        "Although Tom Reyes was not in the room with Dunn, he won the vote.",
        "Tom Reyes was glad of the plan for Dunn, which he liked.",
        "Tom Reyes, who met Dunn at the mill in May, said he thought so.",
        "Tom Reyes lodged a protest against Dunn: he claimed that it was late.",
    ],
)
def test_he_is_whom_the_sentence_is_about(sentence: str) -> None:
    """Whoever opens a sentence goes on in its other clauses."""
    assert meant(f"Peter Ash and Mark Dunn were late. {sentence}") == "Tom Reyes"


def test_a_clause_that_leads_in_need_not_end_with_a_comma() -> None:
    """ "And as Reyes looked back at them he said", where nobody else is named in it."""
    text = (
        "Peter Ash and Mark Dunn were late. And as Tom Reyes looked back at the crowd he said, “We "
        "will.”"
    )
    assert quotes(text)[-1].speaker == "Tom Reyes"


def test_words_behind_a_colon_are_whose_sentence_it_is() -> None:
    """ "Reyes kept silent for years: “…,” he said"."""
    text = (
        "Peter Ash and Mark Dunn were late. Tom Reyes kept silent for years, unlike Dunn: "
        "“It hurt,” he said."
    )
    assert quotes(text)[-1].speaker == "Tom Reyes"


@pytest.mark.parametrize(
    "sentence",
    [
        "Tom Reyes shouted at Dunn after he left the room.",
        "Tom Reyes said Dunn was ill, and he left the room.",
    ],
)
def test_two_who_may_be_meant_are_left_to_other_signs(sentence: str) -> None:
    """Nobody is surely "he" where another stands right before, or does something, too."""
    assert meant(f"Peter Ash and Mark Dunn were late. {sentence}") is None


def test_whoever_a_quotation_is_said_by_goes_on_in_the_next() -> None:
    """ "“…,” said Reyes, who knew Dunn was late", whoever else is named behind."""
    text = (
        "Mark Dunn and Peter Ash spoke.\n\n“We waited,” said Tom Reyes, who knew Dunn was late and "
        "stood behind Peter Ash.\n\n“We are not late” at the quay, he said.\n\nMark Dunn left."
    )
    assert quotes(text)[-1].speaker == "Tom Reyes"


def test_nobody_names_himself() -> None:
    """Whoever is named in a quotation is not the one who speaks."""
    text = (
        "Peter Ash said that Tom Reyes had insulted the town.\n\n"
        "“Having served here, I am hurt when Tom Reyes talks so,” he said."
    )
    assert quotes(text)[-1].speaker == "Peter Ash"


def test_a_family_name_is_the_one_who_fits() -> None:
    """ "Lund" may be Petra or Odd; "she" goes back to it as to Petra."""
    text = (
        "Emma Lund and Oscar Lund run the mill. Oscar Lund was ill. Lund wanted to sell it. "
        "“It is old,” she said."
    )
    read = document(text)
    full = ("Emma Lund", "Oscar Lund", "Oscar Lund")
    places = [text.index("Emma Lund"), text.index("Oscar Lund"), text.rindex("Oscar Lund")]
    named = [
        Mention(read.span(at, at + len(name)), "person", name)
        for name, at in zip(full, places, strict=True)
    ]
    alone = text.rindex("Lund wanted")
    named.append(Mention(read.span(alone, alone + 4), "person", None))
    said = find_quotes(read, find_sentences(read), named)
    assert said[-1].speaker == "Emma Lund"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("He said that Dunn was late for the vote.", "Tom Reyes"),
        ("He said “no” to the plan of Dunn.", "Tom Reyes"),
        ("He is Dunn.", None),
        ("He left when Dunn did.", None),
        ("He left, according to Dunn.", None),
    ],
)
def test_who_is_named_behind_he_in_the_same_clause_is_another(
    sentence: str, name: str | None
) -> None:
    """Nobody calls himself by his name: of two who were named, the other one is "he"."""
    text = f"The talks of Mark Dunn with Tom Reyes were late.\n\n{sentence}"
    read = document(text)
    found = find_speech(read, find_sentences(read), mentions(read))
    at = text.index("He ")
    named = {each.source[0].start: each.speaker for each in found[0] if each.source}
    assert named.get(at) in ((name,) if name else (None, "Mark Dunn"))


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Born in Tarn, the third of five children, she", "Ilse Varga"),
        ("Educated by nuns, she", "Ilse Varga"),
        ("Born in Tarn, Anna Sorel moved here, where she", "Anna Sorel"),
    ],
)
def test_a_life_is_that_of_whom_the_text_opens_with(opening: str, name: str) -> None:
    """An obituary goes back to whom it is of, though it has just named a daughter."""
    text = (
        "Ilse Varga, who painted ferries, died on Friday. Her death was confirmed by her daughter, "
        f"Anna Sorel, who said that it was sudden.\n\n{opening} learned to sail."
    )
    assert meant(text, "she") == name


def test_who_only_has_a_family_name_is_nobody_who_is_named() -> None:
    """ "Okoro wished him well" may go on with her words, and not with his."""
    text = "Tom Reyes left on Friday, and he was glad. Okoro wished him well. “It hurt,” she said."
    assert quotes(text)[-1].speaker is None
    text = "Ilse Varga left. Ilse thanked them. “It was late,” she said."
    assert quotes(text)[-1].speaker == "Ilse Varga"


def test_who_has_the_word_may_speak_of_himself_by_name() -> None:
    """ "Reyes would have voted for her, he says" behind words of Reyes is Reyes."""
    text = (
        "Tom Reyes votes with the Greens as a rule. “I do not like the others at all,” Reyes said. "
        "Mark Dunn ran in May, and Dunn lost.\n\n“I am a man of the middle,” Reyes said.\n\n"
        "Reyes would have voted for her whoever came, he says."
    )
    assert said(text)["he"] == "Tom Reyes"


def test_who_spoke_last_has_the_word_where_nobody_else_is_named_since() -> None:
    """Others who were named before do not take it."""
    text = (
        "Mark Dunn and Tom Reyes met. Dunn was late, and Dunn left. Dunn is the mayor.\n\n"
        "“The harder it is to save anything at all,” said Reyes.\n\n"
        "In some cases, workers may see that they are paid too little.\n\n"
        "“That is the odd part of all of this,” he said."
    )
    assert said(text)["he"] == "Tom Reyes"


@pytest.mark.parametrize(
    "lead", ["In Dunn’s order last Monday, ", "But in Dunn’s first long letter, "]
)
def test_he_wrote_what_is_his(lead: str) -> None:
    """Whose order leads in what "he said" is whoever said it in the order."""
    text = f"Tom Reyes left. “We met Dunn,” Tom Reyes told the Herald. Mark Dunn stayed. {lead}"
    assert said(f"{text}he had said it was late.")["he"] == "Mark Dunn"
    assert said(f"{text}Reyes saw that he was late, he said.").get("he") != "Mark Dunn"
