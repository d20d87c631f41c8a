"""The same thing has the same id everywhere, and two things have two."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onix.intake.identity import canonical_address, host_of, identify, is_web, same_site


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HTTPS://WWW.Courier.example:443/a?b=1#top", "https://www.courier.example/a?b=1"),
        ("http://courier.example", "http://courier.example/"),
        ("https://courier.example/a?utm_source=x&id=7&fbclid=z", "https://courier.example/a?id=7"),
        ("https://me:secret@courier.example/a", "https://courier.example/a"),
        ("http://courier.example:8080/a", "http://courier.example:8080/a"),
        ("http://[::1]:80/a", "http://[::1]/a"),
        ("https://courier.example/ #", "https://courier.example/"),
        ("https://courier.example #top", "https://courier.example/"),
        ("https://courier.example/a\u00a0#top", "https://courier.example/a"),
        ("https://courier.example/a ?utm_source=x", "https://courier.example/a"),
        ("https://courier.example/a?id=7 &fbclid=z", "https://courier.example/a?id=7"),
        ("https://courier.example/a?id=7& &utm_id", "https://courier.example/a?id=7"),
        ("https://courier.example/a?utm_id #top", "https://courier.example/a"),
        ("https://courier.example/a b?q=c d", "https://courier.example/a b?q=c d"),
    ],
)
def test_a_web_address_has_one_spelling(written: str, meant: str) -> None:
    """What only tracks the reader is no part of an address."""
    assert canonical_address(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "call.vtt",
        "/home/x/a.html",
        "mailto:a@b.example",
        "http://",
        "http://[::1",
        "C:\\a",
        "http://courier.example:port/",
        "http://the courier/a",
        "http://[::1]@courier]/a",
    ],
)
def test_a_path_is_no_web_address(written: str | None) -> None:
    """Nor is an address that cannot be read."""
    assert canonical_address(written) is None
    assert not is_web(written)
    assert host_of(written) is None


def test_an_id_does_not_depend_on_how_a_reader_came() -> None:
    """http or https, with or without www., slash and tracking: one document."""
    same = {
        identify(address=each, text=each)
        for each in (
            "https://www.courier.example/a/ferry",
            "http://courier.example/a/ferry/",
            "https://courier.example/a/ferry?utm_medium=feed#comments",
        )
    }
    assert len(same) == 1
    other = identify(address="https://courier.example/a/ferry?page=2", text="")
    assert other not in same


def test_without_a_web_address_the_text_is_the_identity() -> None:
    """A file that moves to another folder stays the same document."""
    here = identify(address="a/call.txt", text="Good morning.")
    assert here == identify(address="b/call.txt", text="Good morning.")
    assert here == identify(address=None, text="Good morning.")
    assert here != identify(address=None, text="Good evening.")
    assert len(here) == 16


def test_hosts_tell_whether_two_addresses_are_of_one_outlet() -> None:
    """A name that only ends alike is another outlet."""
    assert same_site("https://edition.courier.example/a", "http://www.courier.example/")
    assert not same_site("https://notcourier.example/a", "https://courier.example/a")
    assert not same_site("a.html", "https://courier.example/a")


@given(st.text(max_size=80))
@example(" #")
def test_any_address_gives_an_id(address: str) -> None:
    """Nobody's typing stops the intake; canonical addresses stay as they are."""
    assert len(identify(address=address, text="words")) == 16
    canonical = canonical_address(f"https://courier.example/{address}")
    if canonical is not None:
        assert canonical_address(canonical) == canonical


_HOSTS = ["courier.example", "me:a@courier.example:80", "[::1%a@b]", "[::1]:443", ""]
_PIECES = [*" \t\xa0\x00/?&=#", "a", "utm_id", "utm_source=x"]


@given(st.sampled_from(_HOSTS), st.lists(st.sampled_from(_PIECES), max_size=12))
def test_an_address_in_its_one_spelling_has_no_other(host: str, pieces: list[str]) -> None:
    """Whatever was cut off it, and wherever blanks stood around that."""
    canonical = canonical_address(f"https://{host}{''.join(pieces)}")
    if canonical is not None:
        assert canonical_address(canonical) == canonical
