"""Links lead to the very words, as browsers read text fragments."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.jobs.text_links import iri, text_directive, text_link, web_address

ADDRESS = "https://courier.example/ferry"
# These links, on a page with this text, were opened in Chromium 150: it marked these words.
TEXT = (
    "The well-known captain said, “We pay 4.5% & more, not less”, and left the pier.\n"
    "She went on: “The ferry leaves at four, whatever the weather, and comes back when the tide "
    "allows it to come back at all.” That was all.\n"
    "A short line follows."
)


def link(first: str, last: str | None = None) -> str:
    """Give what follows `#:~:text=` in the link to these words."""
    start = TEXT.index(first)
    end = TEXT.index(last) + len(last) if last else start + len(first)
    found = text_link(ADDRESS, TEXT, start, end)
    assert found is not None
    address, _, directive = found.partition("#:~:text=")
    assert address == ADDRESS
    return directive


def test_few_words_are_written_out_with_what_stands_around() -> None:
    """Marks with a meaning in a directive are percent-encoded: "-", "," and "&"."""
    assert link("We pay 4.5% & more, not less") == (
        "well%2Dknown%20captain%20said%2C%20%E2%80%9C-,We%20pay%204.5%25%20%26%20more%2C%20not"
        "%20less,-%E2%80%9D%2C%20and%20left%20the"
    )


def test_a_long_passage_is_written_as_start_and_end() -> None:
    """A link stays short however long the passage is."""
    start, end = link("The ferry leaves", "come back at all").split(",")[1:3]
    assert (unquote(start), unquote(end)) == ("The ferry leaves at", "come back at all")


def test_a_passage_over_two_lines_is_a_range() -> None:
    """Browsers look for each part within one block of the page."""
    _, start, end, _ = link("and left the", "The ferry leaves at").split(",")
    assert (unquote(start), unquote(end)) == ("and left the pier.", "“The ferry leaves at")


def test_words_that_are_cut_are_left_out() -> None:
    """Browsers match whole words, and half a word would make the link lead nowhere."""
    prefix, words, suffix = link("ell-known captain sa").split(",")
    assert unquote(words) == "known captain"
    assert (unquote(prefix), unquote(suffix)[:5]) == ("The well--", "-said")


def test_nothing_but_marks_around_is_left_away() -> None:
    """A full stop behind the words tells them from nothing."""
    assert link("A short line follows") == "A%20short%20line%20follows"


def test_a_fragment_of_the_address_stays() -> None:
    """The directive follows it, as the specification has it."""
    assert text_link(f"{ADDRESS}#top", "Yes", 0, 3) == f"{ADDRESS}#top:~:text=Yes"


def test_what_is_no_page_has_no_link() -> None:
    """Files, scripts and addresses with markup in them lead nowhere."""
    for address in (None, "calls/call.vtt", "javascript:alert(1)", 'https://a.example/"><b>'):
        assert web_address(address) is None
        assert text_link(address, "Yes", 0, 3) is None
    assert text_link(ADDRESS, "“…”", 0, 3) == ADDRESS  # no word to find
    assert iri("urn:uuid:1") == "urn:uuid:1"
    assert iri("calls/call.vtt") is None


@given(st.text(st.sampled_from("ab-,&%“” .\né\ud83d"), max_size=60), st.data())
def test_parts_are_words_of_the_text_and_never_more_than_one_line(
    text: str, data: st.DataObject
) -> None:
    """Decoded, each part stands in the text; no mark of the syntax is left inside one."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    directive = text_directive(text, start, end)
    assert (text_directive(text, 0, len(text)) is None) == (re.search(r"[\w%]", text) is None)
    if directive is None:  # no whole word among those
        return
    parts = directive.removeprefix(":~:text=").split(",")
    lines = [" ".join(line.split()) for line in text.replace("\ud83d", "?").split("\n")]
    for part in parts:
        bare = part.removeprefix("-") if part is parts[-1] else part
        bare = bare.removesuffix("-") if part is parts[0] else bare
        assert not set(bare) & set("-&")
        assert any(unquote(bare) in line for line in lines)


@pytest.mark.parametrize("address", ["HTTPS://courier.example/a", "http://courier.example/?a=b"])
def test_addresses_of_the_web_are_known(address: str) -> None:
    """Whatever the case."""
    assert web_address(address) == address
