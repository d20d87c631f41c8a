"""Attacks through what is added: addresses that lead inward, forms that name files here."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.serving import served
from tests.intake.site import Page, Site, serving
from tests.jobs.light import story
from tests.serve.entering import client_of

PARAGRAPHS = "".join(f"<p>{story(each)}</p>" for each in range(6))
STORY = f"<html><title>Inside</title><body><article>{PARAGRAPHS}</article></body></html>"


@pytest.fixture
def inside() -> Iterator[Site]:
    """Give a site on this machine that nobody outside is meant to reach."""
    with serving() as site:
        site.pages["/secret"] = Page(STORY)
        yield site


def added(client: httpx.Client, address: str) -> list[dict[str, Any]]:
    """Have an address added; give what became of it."""
    begun = client.post("/add", data={"addresses": address})
    assert begun.status_code == 303, begun.text
    until = time.monotonic() + 60
    while True:
        found: dict[str, Any] = client.get(f"{begun.headers['location']}.json").json()
        if found["state"] in ("done", "failed", "stopped"):
            outcomes: list[dict[str, Any]] = found["added"]
            return outcomes
        assert time.monotonic() < until
        time.sleep(0.1)


def test_no_address_leads_inward(
    folder: Path, inside: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Server-side request forgery: this machine in every spelling, a name that points here."""
    known = socket.getaddrinfo

    def look_up(host: Any, *rest: Any, **options: Any) -> Any:
        return known("127.0.0.1" if host == "inward.example" else host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    hosts = (
        *("127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1"),
        *("0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]", "inward.example"),  # noqa: S104 - attacks
        "user@127.0.0.1",
    )
    with (
        served(Serving(settings=Settings(record=folder))) as address,
        client_of(address) as client,
    ):
        spelled = [f"http://{host}:{inside.server_port}/secret" for host in hosts]
        outcomes = added(client, "\n".join([*spelled, "http://169.254.169.254/latest/meta-data/"]))
        assert {each["outcome"] for each in outcomes} == {"left out"}
        assert inside.asked == []
        assert client.get("/documents/anything").status_code == 404


def test_what_is_allowed_is_fetched(folder: Path, inside: Site) -> None:
    """The same address is added where the settings allow it: the test above can fail."""
    settings = Settings(record=folder, allow_private=True)
    with served(Serving(settings=settings)) as address, client_of(address) as client:
        assert [each["outcome"] for each in added(client, inside.url("/secret"))] == ["kept"]
        assert "/secret" in inside.paths()
        entry = client.get("/log.json").json()["entries"][0]
        assert (entry["who"], entry["did"]) == ("local", "add")
        assert inside.url("/secret") in entry["about"]


@pytest.mark.parametrize(
    "given",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "../secret",
        "-",
        "gopher://x/",
        "~",
    ],
)
def test_a_form_names_no_file_of_the_server(folder: Path, given: str) -> None:
    """What would be a path on the command line is none on a page."""
    with (
        served(Serving(settings=Settings(record=folder))) as address,
        client_of(address) as client,
    ):
        answer = client.post("/add", data={"addresses": given})
        assert answer.status_code == 400
        assert "root:" not in answer.text
