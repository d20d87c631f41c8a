"""Marked strings are found, however they are marked, and odd marks cost at most their paragraph."""

from __future__ import annotations

import pytest

from onix.reading.grammar.quotemarks import find_pieces, find_stems, mask_quotations, paragraphs


def found(text: str) -> list[str]:
    """Give the words in quote marks."""
    return [text[piece.start : piece.end] for piece in find_pieces(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        "She said: “We will not sell.” Nobody asked.",
        'She said: "We will not sell." Nobody asked.',
        "She said: ``We will not sell.'' Nobody asked.",
        "She said: „We will not sell.“ Nobody asked.",
        "She said: «We will not sell.» Nobody asked.",
        "She said: ‘We will not sell.’ Nobody asked.",
        'She said: “We will not sell." Nobody asked.',
    ],
)
def test_every_kind_of_marks_is_read(text: str) -> None:
    """Curly, straight, doubled, low, pointed, single and mixed marks give the same words."""
    assert found(text) == ["We will not sell."]


def test_marks_within_marks_and_slips_of_the_key_close() -> None:
    """Of three apostrophes the last two are the mark; an opening mark may close by a slip."""
    assert found("He said: ''I heard 'never again,''' and left.") == ["I heard 'never again,'"]
    assert found("“Will you sell it?“ he asked.") == ["Will you sell it?"]
    assert found("“We ran,” he said. “The coat is plan B. “") == ["We ran,", "The coat is plan B."]
    assert found("It is “the best in the world“ and “the best in Leith.”") == [
        "the best in the world",
        "the best in Leith.",
    ]
    assert found("“They take the heat“[Herald].") == ["They take the heat"]
    assert found("He said “ you have to go.” She left.") == ["you have to go."]


def test_apostrophes_are_no_marks() -> None:
    """Contractions, possessives, decades and 'n' open and close nothing."""
    text = "The ’90s weren't kind to the workers' club, said Reyes’s mother. It's rock 'n' roll."
    assert found(text) == []


def test_single_marks_close_at_the_end_of_speech_not_at_a_possessive() -> None:
    """In a house that marks speech with ‘…’, a plural possessive does not end the speech."""
    text = "‘The workers’ club was ours,’ she said. ‘It’s gone.’ He called it ‘a shame’."
    assert found(text) == ["The workers’ club was ours,", "It’s gone.", "a shame"]


def test_straight_single_marks_are_read_where_a_house_uses_them() -> None:
    """Typewriter marks that stand outermost are marks; the apostrophes among them are not."""
    text = "'The dogs' home isn't ours,' she said of the '90s. 'Ask 'em.' He called it 'a shame'."
    assert found(text) == ["The dogs' home isn't ours,", "Ask 'em.", "a shame"]
    assert found("The boys' club, the girls' club and 'tis all there is of the '60s clubs'.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‘He shouted “Run!” and we ran,’ she said.", "He shouted “Run!” and we ran,"),
        ("“He shouted ‘Run!’ and we ran,” she said.", "He shouted ‘Run!’ and we ran,"),
        ("'He shouted \"Run!\" and we ran,' she said.", 'He shouted "Run!" and we ran,'),
        ("\"He shouted 'Run!' and we ran,\" she said.", "He shouted 'Run!' and we ran,"),
    ],
)
def test_the_marks_that_stand_outermost_decide(text: str, words: str) -> None:
    """Nested either way, the outer marks hold the quotation and the inner ones are part of it."""
    assert found(text) == [words]


def test_double_marks_outside_single_ones_count_too() -> None:
    """A house that uses single marks may still write one thing in double ones."""
    text = "‘We stay,’ she said. ‘All of us.’ On the wall was “no entry”."
    assert found(text) == ["We stay,", "All of us.", "no entry"]


def test_doubled_curly_marks_are_double_marks() -> None:
    """Two single curly marks in a row are one double mark."""
    assert found("‘‘We stay,’’ she said. “We do,’’ said he.") == ["We stay,", "We do,"]


def test_an_open_mark_costs_its_paragraph_only() -> None:
    """The paragraph behind one with a missing mark is read as if nothing had happened."""
    text = "He spoke of “the old harbour and left.\n\nShe said, “We stay.”\n\nA stray ” is nothing."
    assert found(text) == ["We stay."]


def test_a_missing_closing_mark_at_the_end_of_speech_is_forgiven() -> None:
    """Speech that opens behind a colon and is never closed runs to the end of its paragraph."""
    assert found("She said: “We stay.\n\nNobody left.") == ["We stay."]


def test_a_quotation_that_reopens_is_joined() -> None:
    """A paragraph that stays open and the next that opens again are parts of one quotation."""
    text = "“We came in March.\n\n“We left in May,” she said."
    pieces = find_pieces(text, paragraphs(text))
    assert [piece.reopens for piece in pieces] == [False, True]
    assert found(text) == ["We came in March.", "We left in May,"]


def test_a_height_is_no_mark() -> None:
    """Feet and inches inside a quotation do not close it."""
    assert found('"He is 6\'2" and fast," she said.') == ["He is 6'2\" and fast,"]


def test_attributes_of_pages_are_no_marks() -> None:
    """What is left of a page's tags is not speech."""
    assert found('<p class="lead" id="x">Nothing was said.</p>') == []


def test_paragraphs_of_wrapped_text_are_parted_by_blank_lines() -> None:
    """A line break inside a hand-wrapped paragraph does not cut a quotation."""
    text = "“We will\nnot sell,” she said.\n\nThe end."
    assert found(text) == ["We will\nnot sell,"]
    assert len(paragraphs(text)) == 2
    assert paragraphs("  \n \n") == []


def test_masking_keeps_every_place() -> None:
    """A masked text is as long as the text, and what is outside the marks is unchanged."""
    text = "He said “no” twice."
    assert mask_quotations(text) == "He said \x01\x01\x01\x01 twice."


def test_stems_are_found_in_order() -> None:
    """All places of all stems come back in the order of the text."""
    assert find_stems("aba ab", ["b", "a"]) == [0, 1, 2, 4, 5]
