"""What may be reached, by address and by number."""

from __future__ import annotations

import pytest

from onix.errors import FetchError
from onix.intake.addresses import allowed, is_web_address, resolve, tidy, why_closed


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("127.0.0.1", "loopback"),
        ("127.8.8.8", "loopback"),
        ("0.0.0.0", "unspecified"),  # noqa: S104 - an address to refuse, nothing binds to it
        ("10.1.2.3", "private"),
        ("172.16.0.1", "private"),
        ("192.168.1.1", "private"),
        ("169.254.169.254", "link-local"),
        ("100.64.0.1", "reserved"),
        ("192.88.99.1", "reserved"),
        ("224.0.0.1", "multicast"),
        ("240.0.0.1", "private"),
        ("255.255.255.255", "private"),
        ("::1", "loopback"),
        ("::", "unspecified"),
        ("fe80::1%eth0", "link-local"),
        ("fc00::1", "private"),
        ("fec0::1", "reserved"),
        ("ff02::1", "multicast"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::ffff:a00:1", "private"),
        ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b::a9fe:a9fe", "link-local"),
        ("64:ff9b:1::808:808", "reserved"),
        ("2002:7f00:1::", "loopback"),
        ("2002:c0a8:101::1", "private"),
        ("::7f00:1", "reserved"),
        ("2001::1", "private"),
    ],
)
def test_closed_addresses_are_known_in_every_dress(number: str, why: str) -> None:
    """No spelling or wrapping of an address inside a reader's network counts as public."""
    assert why_closed(number) == why


@pytest.mark.parametrize(
    "number", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e", "2002:5db8:d70e::1"]
)
def test_public_addresses_are_open(number: str) -> None:
    """Public machines may be reached, also through NAT64 and 6to4."""
    assert why_closed(number) is None


@pytest.mark.parametrize(
    "host", ["2130706433", "0177.0.0.1", "0x7f.1", "127.1", "0x7f000001", "localhost"]
)
def test_odd_spellings_of_loopback_are_refused(host: str) -> None:
    """Decimal, octal, hexadecimal and short forms of a host lead to what they mean."""
    with pytest.raises(FetchError, match=r"a loopback address.*--allow-private"):
        allowed(host, resolve(host, 80), allow_private=False)


def test_one_private_number_among_public_ones_is_enough_to_refuse() -> None:
    """A host that resolves to both a public and a private address is not fetched from."""
    with pytest.raises(FetchError, match=r"10\.0\.0\.5, a private address"):
        allowed("two-faced.example", ["93.184.215.14", "10.0.0.5"], allow_private=False)


def test_allow_private_opens_the_own_network_but_not_multicast() -> None:
    """--allow-private lets a reader fetch from their own server, never from a multicast group."""
    assert allowed("box", ["192.168.1.7", "::1"], allow_private=True) == ["192.168.1.7", "::1"]
    with pytest.raises(FetchError, match="multicast"):
        allowed("box", ["224.0.0.1"], allow_private=True)


def test_a_name_that_does_not_exist_says_so() -> None:
    """A misspelt host gives a sentence with the host in it and what to check."""
    with pytest.raises(FetchError, match=r"Could not reach no-such-host\.invalid: .*Check how"):
        resolve("no-such-host.invalid", 80)
    with pytest.raises(FetchError, match="its name was not found"):
        resolve("a" * 70 + ".invalid", 80)


def test_an_address_is_asked_for_without_its_fragment() -> None:
    """What follows # is for the browser only."""
    assert tidy(" https://news.example/a?b=1#part ") == "https://news.example/a?b=1"


def test_a_space_in_an_address_is_written_as_it_must_be() -> None:
    """Feeds have links with spaces in them, and mean %20."""
    assert tidy("https://news.example/a b") == "https://news.example/a%20b"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://news.example/a", "only http:// and https://"),
        ("file:///etc/passwd", "only http:// and https://"),
        ("javascript:alert(1)", "only http:// and https://"),
        ("https://", "names no host"),
        ("https://news.example:99999/", "not a valid address"),
        ("https://[::1/", "not a valid address"),
        ("https://news.example/a\r\nHost: other", "control character"),
    ],
)
def test_other_addresses_are_refused_with_a_remedy(address: str, says: str) -> None:
    """Whatever is no plain web address is refused in a sentence, before anything is sent."""
    with pytest.raises(FetchError, match=says):
        tidy(address)


def test_a_password_is_refused_and_not_repeated() -> None:
    """An address with a password is not fetched, and the message does not show the password."""
    with pytest.raises(FetchError, match="user name or password") as caught:
        tidy("https://reader:geheim@news.example/a")
    assert "geheim" not in str(caught.value)


def test_paths_are_not_web_addresses() -> None:
    """A file named like a host is a file."""
    assert is_web_address("HTTPS://news.example")
    assert not is_web_address("news.example/index.html")
