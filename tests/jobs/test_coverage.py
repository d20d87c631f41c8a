"""What an article prints of a quotation is held against it as what the article prints."""

from __future__ import annotations

import pytest

from onix.jobs.check import check
from onix.model import Claim, Document

ARTICLE = (
    "“We are not here for the prizes,” Hanne Aas said. “We are here to count the seals, and we "
    "count them every day.” The station has four rooms.\n"
    "“It rained,” said Hanne Aas. “It was dry,” said Per Moe, the cook."
)


@pytest.mark.parametrize(
    ("quoted", "label"),
    [
        ("We are not here for the prizes. We are here to count the seals,", "typographic"),
        ("We are not here for the prizes. We are here to count the fish,", "altered"),
        ("We are not here for the prizes. … to count the seals,", "trimmed"),
        ("We are not here for prizes. We are here to count the seals,", "trimmed"),
        ("It rained. It was dry,", "trimmed"),  # this is what two people said
    ],
)
def test_what_an_article_tells_between_is_not_left_out(quoted: str, label: str) -> None:
    """“…,” she said. “…” may be one quotation: nobody said "she said"."""
    draft = Document("d", "article", f"“{quoted}” said Hanne Aas of the station on the island.")
    (finding,) = check(draft, against=[Document("a", "article", ARTICLE)]).findings
    assert finding.verdict.label == label
    assert ("left out" in finding.verdict.why) == (label == "trimmed")
    left_out = [each.source.text for each in finding.verdict.differences if each.source]
    assert ("Hanne Aas said" in left_out) is False


@pytest.mark.parametrize(
    ("draft", "labels"),
    [
        ("Hanne Aas called it a “provocation”. “It rained all day,” said Aas.", ["verbatim"] * 2),
        (
            "Lars Moe said that it was a “provocation”. “It rained all day,” said Aas.",
            ["too_short"],
        ),
        ("Hanne Aas called it a “provocation”. “No comment at all,” she said.", ["too_short"]),
        ("Hanne Aas called it a “storm”. “It rained all day,” said Aas.", ["too_short"]),
    ],
)
def test_a_word_that_an_article_has_in_marks_is_found(draft: str, labels: list[str]) -> None:
    """As the same person's, and only in an article that has other words of the draft, too."""
    article = (
        "Hanne Aas called the visit of the ministers a “provocation” in a storm.\n"
        "“It rained all day,” said Hanne Aas. Lars Moe, the cook, said nothing."
    )
    found = check(Document("d", "article", draft), against=[Document("a", "article", article)])
    assert [each.verdict.label for each in found.findings][: len(labels)] == labels


def test_a_word_in_a_quotation_without_capitals_is_no_name() -> None:
    """Only where the source has no capitals at all may any of its words be a name's."""
    text = (
        "The warden said on Friday that it was “very much not a sealing family” that lived there."
    )
    claim = Claim("quote", "very much not a sealing household")
    for source, kind in ((text, "word"), (text.lower(), "name")):
        (finding,) = check([claim], against=[Document("a", "article", source)]).findings
        assert [each.kind for each in finding.verdict.differences] == [kind]


@pytest.mark.parametrize(
    ("quoted", "is_told"),
    [
        ("The station has four rooms,", True),
        ("We are here to count the seals,", False),
        ("they had four rooms for the seals", False),
    ],
)
def test_what_an_article_tells_itself_may_be_nobodys_words(quoted: str, is_told: bool) -> None:
    """A reporter's sentence in quotation marks is word for word in the article all the same."""
    draft = Document("d", "article", f"“{quoted}” said Hanne Aas of the station on the island.")
    (finding,) = check(draft, against=[Document("a", "article", ARTICLE)]).findings
    assert ("in no quotation marks" in finding.verdict.why) is is_told
    bare = Document("b", "article", "The station has four rooms. It is shut in winter.")
    (finding,) = check(draft, against=[bare]).findings
    assert "quotation marks" not in finding.verdict.why


@pytest.mark.parametrize(
    ("quoted", "label"),
    [
        ("The sale is off the table,", "not_found"),
        ("Nothing is off the table,", "misattributed"),
        ("Nothing is off the table for the seals of this island and their friends,", "altered"),
    ],
)
def test_what_another_says_in_other_words_is_not_it(quoted: str, label: str) -> None:
    """ "… is off the table" many people say; one other word in many is told all the same."""
    article = Document(
        "a",
        "article",
        "“Nothing is off the table,” said Hanne Aas of the fleet. She was angry. “Nothing is off "
        "the table for the whales of this island and their friends,” Hanne Aas said.",
    )
    draft = Document("d", "article", f"“{quoted}” said Lars Moe.")
    (finding,) = check(draft, against=[article]).findings
    assert finding.verdict.label == label
    assert finding.verdict.evidence[0].speaker == "Hanne Aas"


@pytest.mark.parametrize(
    ("named", "label"),
    [
        ("Lady Marchmont", "misattributed"),
        ("Mrs Marchbanks", "verbatim"),
        ("Lady Anna", "verbatim"),  # a first name, of anybody
    ],
)
def test_a_family_name_behind_a_title_is_nobody_elses(named: str, label: str) -> None:
    """Though neither the draft nor the article has a first name for it."""
    article = "A friend was there. “He thought the net was a kind of fish,” says Lady Marchbanks."
    draft = f"“He thought the net was a kind of fish,” said {named}, a friend of his."
    (finding,) = check(
        Document("d", "article", draft), against=[Document("a", "article", article)]
    ).findings
    assert finding.verdict.label == label
