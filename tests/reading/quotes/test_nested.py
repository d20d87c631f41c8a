"""Words that somebody quotes are those of whom he has them from."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader
from onix.reading.grammar.within import with_outer
from tests.reading.speech import marked, quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Tom Reyes told me, ‘Sign it or go,’” Varga said. Ilse Varga left.", "Tom Reyes"),
        ('"Tom Reyes told me, \'Sign it or go,\'" said Ilse Varga.', "Tom Reyes"),
        ("‘Tom Reyes told me, “Sign it or go”,’ said Ilse Varga.", "Tom Reyes"),
        ("“It was late. Tom Reyes said: ‘Sign it or go.’ So I went,” Varga said.", "Tom Reyes"),
        ("Tom Reyes spoke. “I told them, ‘Sign it or go,’” Reyes said.", "Tom Reyes"),
        ("The mayor, Ilse Varga, spoke. “The mayor said, ‘Sign it or go,’” Tom Reyes said.",
         "Ilse Varga"),
        ("Anna Sorel, his aunt, left. “My aunt said, ‘Sign it or go,’” Tom Sorel said.", None),
        ("“He told me, ‘Sign it or go,’” said Ilse Varga.", None),
        ("Anna Sorel sat down. “She told me, ‘Sign it or go,’” Tom Reyes said.", "Anna Sorel"),
        ("“A man told me, ‘Sign it or go,’” said Ilse Varga.", None),
        ("“Their slogan ‘Sign it or go’ is dead,” said Ilse Varga.", None),
    ],
)  # fmt: skip
def test_words_within_a_quotation_are_not_its_speakers(text: str, speaker: str | None) -> None:
    """A name, "I", the only mayor of the text, the only one who is surely a woman; else nobody."""
    inner = next(quote for quote, outer in with_outer(quotes(text)) if outer is not None)
    assert inner.content[0].text.rstrip(",.") == "Sign it or go"
    assert inner.speaker == speaker


def test_my_brother_is_a_brother_of_whoever_speaks() -> None:
    """Somebody's relative is told by what the text calls people and by the family name."""
    said = "“My brother asked, ‘Who reads?’” Marta Reyes said. Her brother, Tom Reyes, left."
    (marks,) = NewsReader().read([Document("d", "article", said, language="en")])
    assert [quote.speaker for quote in marks.quotes if quote.marked] == [
        "Marta Reyes",
        "Tom Reyes",
    ]


def test_the_whole_quotation_stays_its_speakers() -> None:
    """Varga is quoted with all of it, and is told what Reyes said."""
    outer, inner = quotes("“Tom Reyes told me, ‘Sign it,’” Ilse Varga said.")
    assert marked(outer) == ["Tom Reyes told me, ‘Sign it,’"]
    assert outer.speaker == "Ilse Varga"
    assert inner.addressee == "Ilse Varga"
    assert [each.span.text for each in inner.provenance] == ["Ilse Varga"]


def test_each_string_goes_to_the_cue_beside_it() -> None:
    """Of two quotations in one sentence each has its own speaker."""
    text = "“When Tom Reyes asked, ‘How?’ Mark Dunn said, ‘Easily,’” Varga said."
    _, *inner = quotes(text)
    assert [(marked(each), each.speaker) for each in inner] == [
        (["How?"], "Tom Reyes"),
        (["Easily,"], "Mark Dunn"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“I don’t know whose it is, and it isn’t the boys’ boat,” Varga said.",
        "“Don’t sing ‘The Low Tide’ again,” Varga said.",
    ],
)
def test_apostrophes_and_titles_are_no_quotations(text: str) -> None:
    """What is no speech within a quotation makes none."""
    assert len(quotes(text)) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Sorel said Tom Reyes had told her to “lose the paper”.", "Tom Reyes"),
        ("Anna Sorel said that Tom Reyes told her, “Lose the paper.”", "Tom Reyes"),
        ("Anna Sorel said Tom Reyes had told her: “Lose the paper.”", "Tom Reyes"),
        ("The complaint says that Tom Reyes called her “a liar”.", "Tom Reyes"),
        ("Tom Reyes, Anna Sorel recalled, told her: “Lose the paper.”", "Tom Reyes"),
        ("Anna Sorel recalled that her father used to call the sea “the landlord”.", None),
    ],
)
def test_words_that_somebody_only_tells_of_are_anothers(text: str, speaker: str | None) -> None:
    """Sorel is the one who tells of them, and Reyes the one who said them."""
    teller, told = quotes(text)
    assert told.speaker == speaker
    assert marked(told) == marked(teller)
    assert teller.speaker in ("Anna Sorel", None)
    assert [each.span for each in told.provenance] == list(teller.source)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Sorel said she told him it was “too late”.",
        "Anna Sorel said that Tom Reyes had asked about it “every day”.",
    ],
)
def test_who_tells_may_be_who_said_it(text: str) -> None:
    """ "She" may be Sorel herself, and how often somebody asked is in her words."""
    assert [quote.speaker for quote in quotes(text)] == ["Anna Sorel"]
