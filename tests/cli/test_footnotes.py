"""Markdown for a draft: nothing of a document is markup, and only web addresses are links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.cli.footnotes import escape, link, markdown
from tests.cli.answers import ANSWERED, DISPUTED, REFUSED, YES


def test_an_answer_has_its_sources_as_footnotes() -> None:
    """The sentence keeps its words, the answer is bold, the source is a footnote with a link."""
    assert markdown(ANSWERED) == (
        "**Who called the minister?**\n"
        "\n"
        "The envoy, **Pavel Dorin**, reportedly called the minister twice. (said by Ana Vesk)[^1]\n"
        "\n"
        "[^1]: [Envoy called minister](<https://wire.example/envoy?a=1&b=2>), Northern Wire, "
        "4 March 2025, 3 near-copies in the record, goes back to Northern Wire, "
        "the record keeps another version of it, corrected by the outlet.\n"
    )


def test_readings_are_a_list_and_a_dangerous_address_is_no_link() -> None:
    """Each reading is an item; javascript: is never linked and a title's markup is escaped."""
    text = markdown(DISPUTED)
    assert "- The envoy called **once**, the ministry said.[^2]" in text
    assert "[^2]: One call, \\*says\\* \\[ministry\\], The Lowland Post, 5 March 2025." in text
    assert "javascript" not in text


def test_a_refusal_is_said_with_the_nearest_miss() -> None:
    """A refusal stays one in Markdown, with its footnote."""
    text = markdown(REFUSED)
    assert "Not in the record. Nothing in 2 documents" in text
    assert "The nearest it comes: The envoy, Pavel Dorin" in text
    assert "[^1]: [Envoy called minister]" in text


def test_a_stance_is_said_first() -> None:
    """Yes stands before the sentence that says it."""
    assert "\n\nYes: The envoy called once, the ministry said.[^1]\n" in markdown(YES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5*3 _x_ `c` <b>", "5\\*3 \\_x\\_ \\`c\\` \\<b\\>"),
        ("# head", "\\# head"),
        ("1. one", "1\\. one"),
        ("- item", "\\- item"),
        ("twenty-five", "twenty-five"),
        ("a\nb\x1b[1mc", "a bc"),
    ],
)
def test_markup_of_a_document_is_shown_as_it_stands(text: str, shown: str) -> None:
    """What would be a heading, a list or a tag is escaped; a hyphen in a word is let be."""
    assert escape(text) == shown


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://a.example/x y>z", "[T](<https://a.example/x%20y%3Ez>)"),
        ("HTTP://a.example/", "[T](<HTTP://a.example/>)"),
        ("stories/a.html", "T"),
        ("file:///etc/passwd", "T"),
        ("data:text/html,x", "T"),
        ("https://[broken", "T"),
        (None, "T"),
    ],
)
def test_only_web_addresses_are_linked(address: str | None, linked: str) -> None:
    """A path, a script or a broken address is shown as words only."""
    assert link("T", address) == linked


@given(st.text())
def test_no_text_can_open_a_link_or_a_tag(text: str) -> None:
    """However a text is written, each bracket and each less-than sign in it is escaped."""
    escaped = escape(text)
    for sign in "[<`":
        assert escaped.count(sign) == escaped.count("\\" + sign)
