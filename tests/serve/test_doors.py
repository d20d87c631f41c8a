"""Every route behind every door: each says which right it needs, and is refused without it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import RouteContext, iter_route_contexts

from onix.serve.app import make_app
from onix.serve.desk import Serving
from onix.serve.limits import Guesses
from onix.serve.private import FILE
from onix.serve.rights import PUBLIC, SAFE, Right, needs
from onix.settings import Settings
from tests.browser.serving import running
from tests.serve.entering import token, with_password

# What somebody has to reach who is not in yet; nothing of the record is there.
BEFORE_THE_DOOR = {
    "/enter", "/leave", "/static", "/static/timeline", "/api/v1/openapi.json", "/healthz",
}  # fmt: skip


def routes(app: FastAPI) -> list[RouteContext]:
    """Give every route there is, those of routers and what is mounted included."""
    return list(iter_route_contexts(app.routes))


def rights_of(dependant: Dependant | None) -> Iterator[Right]:
    """Give the rights that a route asks for, wherever it says so."""
    for each in dependant.dependencies if dependant else ():
        if isinstance(each.call, needs):
            yield each.call.right
        yield from rights_of(each)


def needed(route: RouteContext) -> set[Right]:
    """Give the rights that a route needs."""
    return set(rights_of(getattr(route._effective_route, "dependant", None)))


def requests(app: FastAPI) -> Iterator[tuple[str, str, set[Right]]]:
    """Give a request to each route: method, path with something in its gaps, and what it needs."""
    for route in routes(app):
        path = re.sub(r"\{[^}]*\}", "harbour", route.path or "")
        if path not in BEFORE_THE_DOOR:
            for method in sorted((route.methods or set()) - {"HEAD", "OPTIONS"}):
                yield method, path, needed(route)


def state_of(folder: Path) -> dict[str, str]:
    """Give what the files of a record hold."""
    return {
        str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and each.suffix not in (".sqlite-shm", ".sqlite-wal", ".lock")
    }


def test_every_route_says_which_right_it_needs(folder: Path) -> None:
    """A page or resource that somebody forgot to put behind the door is found here."""
    app = make_app(Serving(settings=Settings(record=folder)))
    assert len(routes(app)) > 10
    forgotten = [
        route.path
        for route in routes(app)
        if route.path not in BEFORE_THE_DOOR and not needed(route)
    ]
    assert forgotten == []


def test_what_changes_anything_is_not_for_the_public(folder: Path) -> None:
    """No route that takes more than reading is open to those who only read."""
    app = make_app(Serving(settings=Settings(record=folder)))
    open_to_public = [
        (method, path)
        for method, path, rights in requests(app)
        if method not in SAFE and rights <= PUBLIC
    ]
    # The protocol posts what it asks, and each of its tools names its own right (test_mcp.py).
    assert open_to_public == [("DELETE", "/mcp"), ("POST", "/mcp")]


def test_on_a_public_server_nothing_can_be_changed(folder: Path) -> None:
    """Attack: every method on every route, as anybody and with a token for everything."""
    everything = token(folder, "add", "check", "remove")
    before = state_of(folder)
    app = make_app(Serving(settings=Settings(record=folder), public=True, rate=100_000))
    tried = 0
    with running(app, Serving()) as address, httpx.Client(base_url=address) as client:
        for path in {path for _, path, _ in requests(app)} | {"/enter", "/leave"}:
            for method in ("POST", "PUT", "PATCH", "DELETE"):
                for headers in ({}, everything):
                    answer = client.request(method, path, headers=headers)
                    refused = (403, 404, 405) if path != "/mcp" else (400, 405, 406)
                    assert answer.status_code in refused, (method, path, answer.status_code)
                    tried += 1
        assert client.get("/keys").status_code == 403
        assert client.get("/log.json").status_code == 403
        assert client.get("/").status_code == 200
    after = state_of(folder)
    after[FILE] = before[FILE]  # when a token was last used stands there
    assert after == before
    assert tried > 40


def test_without_a_login_nothing_is_seen(folder: Path) -> None:
    """Attack: every route of a server with a login, without any. No word of the record is shown."""
    app = make_app(with_password(folder))
    with running(app, Serving()) as address, httpx.Client(base_url=address) as client:
        for method, path, _ in requests(app):
            answer = client.request(method, path, headers={"Accept": "application/json"})
            assert answer.status_code == 401, (method, path, answer.status_code)
            page = client.request(method, path)
            assert page.status_code in (303, 401)
            for word in ("harbour board", "Ada Brandt", "Lunmouth"):
                assert word not in page.text + answer.text


def test_a_token_is_refused_whatever_it_is_not_for(folder: Path) -> None:
    """Attack: a token for reading at every route that takes another right."""
    serving = with_password(folder)
    reads = token(folder, name="reader")
    app = make_app(serving)
    refused = 0
    with running(app, Serving()) as address, httpx.Client(base_url=address) as client:
        for method, path, rights in requests(app):
            if not rights <= PUBLIC:
                answer = client.request(method, path, headers=reads)
                assert answer.status_code == 403, (method, path)
                refused += 1
    assert refused >= 4


def test_the_log_has_what_was_tried_with_a_right(folder: Path) -> None:
    """What changes something is written down before it is done, also when it then fails."""
    app = make_app(Serving(settings=Settings(record=folder)))
    with running(app, Serving()) as address, httpx.Client(base_url=address) as client:
        changing = [
            (method, path, rights)
            for method, path, rights in requests(app)
            if method not in SAFE and not rights <= PUBLIC
        ]
        for method, path, _ in changing:
            client.request(method, path)
        entries = client.get("/log.json").json()["entries"]
    written = {(each["did"], each["about"].split(" · ")[0]) for each in entries}
    assert written >= {(right, path) for _, path, rights in changing for right in rights - PUBLIC}
    assert {each["who"] for each in entries} == {"local"}


@pytest.mark.parametrize("path", ["/", "/ask?question=Who%20voted?", "/documents/harbour"])
def test_what_only_some_may_see_stays_in_no_cache(folder: Path, path: str) -> None:
    """Behind a login pages are kept by no cache, so that "back" after a logout shows nothing."""
    serving = with_password(folder)
    reads = token(folder)
    app = make_app(serving)
    with running(app, Serving()) as address, httpx.Client(base_url=address) as client:
        assert client.get(path, headers=reads).headers["cache-control"] == "no-store"
        assert "no-store" not in client.get("/static/onix.css").headers.get("cache-control", "")


def test_the_limit_for_guesses_is_for_each_address_and_for_all() -> None:
    """One address waits longer each time; a thousand of them are stopped as one would be."""
    now = 0.0
    one = Guesses(clock=lambda: now)
    waits = []
    for _ in range(20):
        now += one.wait("a")
        assert one.wait("a") == 0
        one.wrong("a")
        waits.append(one.wait("a"))
    assert waits[: Guesses.FREE - 1] == [0.0] * (Guesses.FREE - 1)
    assert waits[Guesses.FREE :] == sorted(waits[Guesses.FREE :])
    assert waits[-1] == Guesses.LONGEST
    assert one.wait("b") == 0
    one.right("a")
    assert one.wait("a") == 0
    many = Guesses(clock=lambda: now)
    for each in range(60):
        assert many.wait(str(each)) == 0
        many.wrong(str(each))
    assert many.wait("another") > 0
    now += 10
    assert many.wait("another") == 0
