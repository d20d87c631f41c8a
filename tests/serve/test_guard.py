"""Attacks on the server itself, each a test: what they send, and what they get."""

from __future__ import annotations

import http.client
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import File, UploadFile
from fastapi.responses import PlainTextResponse, StreamingResponse

from onix.serve import guard
from onix.serve import running as run
from onix.serve.app import make_app
from onix.serve.desk import Serving
from onix.serve.guard import FEW_BYTES, HEADERS
from onix.serve.limits import MOST_KNOWN, Buckets, visitor_key
from onix.settings import Settings
from tests.browser.serving import running, served
from tests.serve.entering import client_of, log_in, with_password


@pytest.fixture(scope="module")
def address(small: Path) -> Iterator[str]:
    """Serve the small record on this machine, as `onix serve` does when nothing is said."""
    with served(Serving(settings=Settings(record=small))) as found:
        yield found


def raw(address: str, sent: bytes, *, wait: float = 10.0) -> bytes:
    """Send bytes as they are; give all that comes back until the server hangs up."""
    place = urlsplit(address)
    with socket.create_connection((place.hostname, place.port), timeout=wait) as connection:
        connection.sendall(sent)
        found = b""
        while part := connection.recv(65536):
            found += part
        return found


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "192.0.2.7"]
)
def test_dns_rebinding(address: str, host: str) -> None:
    """A page whose name was pointed at this machine reads nothing: Host gives it away."""
    for path in ("/", "/static/onix.css", "/documents/harbour"):
        answer = httpx.get(f"{address}{path}", headers={"Host": host})
        assert answer.status_code == 400
        assert "does not go by that name" in answer.text


def test_names_that_were_given_are_its_own(folder: Path) -> None:
    """A server for a network goes by its names and by any address, and by nothing else."""
    with_password(folder)
    serving = Serving(
        settings=Settings(record=folder),
        host="0.0.0.0",  # noqa: S104 - what is tested
        hosts=("Desk.Paper.Example",),
    )
    with served(serving) as address:
        place = address.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        for host, status in (
            ("desk.paper.example", 303),
            ("desk.paper.example:8765", 303),
            ("192.0.2.7:80", 303),
            ("[2001:db8::1]", 303),
            ("other.paper.example", 400),
        ):
            assert httpx.get(f"{place}/", headers={"Host": host}).status_code == status, host


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1"},
        {"Cookie": "onix=1"},
    ],
)
def test_a_page_elsewhere_cannot_post_here(address: str, headers: dict[str, str]) -> None:
    """Cross-site request forgery, with a form, a script, a sandboxed frame, from another port."""
    for kind in ("application/x-www-form-urlencoded", "text/plain", "application/json"):
        answer = httpx.post(
            f"{address}/keys", headers=headers | {"Content-Type": kind}, content=b"name=mine"
        )
        assert answer.status_code == 403
    assert "mine" not in httpx.get(f"{address}/keys").text


def test_a_page_elsewhere_cannot_look_in(address: str) -> None:
    """A script elsewhere cannot ask, nor measure how long an answer takes; a link leads here."""
    script = {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "no-cors",
        "Sec-Fetch-Dest": "image",
    }
    framed = {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Dest": "iframe",
    }
    link = {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Dest": "document",
    }
    place = f"{address}/documents/harbour"
    assert httpx.get(place, headers=script).status_code == 403
    assert httpx.get(place, headers=framed).status_code == 403
    assert httpx.get(place, headers=link).status_code == 200


def test_own_forms_and_programs_are_served(address: str) -> None:
    """What is kept out is not what belongs here: own pages, by either header, and curl."""
    for number, headers in enumerate(
        ({"Sec-Fetch-Site": "same-origin"}, {"Origin": address}, {"Sec-Fetch-Site": "none"}, {})
    ):
        sent = httpx.post(f"{address}/keys", headers=headers, data={"name": f"own {number}"})
        assert sent.status_code == 200
        httpx.post(f"{address}/keys/revoke", headers=headers, data={"name": f"own {number}"})


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Via"]
)
def test_a_proxy_that_nobody_spoke_of(address: str, header: str) -> None:
    """A desk without a login that a proxy shows to the world refuses what comes through it."""
    answer = httpx.get(f"{address}/", headers={header: "192.0.2.7"})
    assert answer.status_code == 403
    assert "--behind-proxy" in answer.text


def test_nobody_says_to_be_somebody_else(folder: Path) -> None:
    """X-Forwarded-For is believed from the proxy alone, and what a client put before it is not."""
    settings = with_password(folder).settings
    far = Serving(settings=settings, behind_proxy="192.0.2.1")
    with served(far) as address, client_of(address) as client:
        seen = []
        for each in range(12):
            client.headers["X-Forwarded-For"] = f"198.51.100.{each}"
            seen.append(log_in(client, "a wrong password").status_code)
        assert 429 in seen
    near = Serving(settings=settings, behind_proxy="127.0.0.1")
    with served(near) as address, client_of(address) as client:
        seen = []
        for each in range(12):
            client.headers["X-Forwarded-For"] = f"198.51.100.{each}, 203.0.113.9"
            seen.append(log_in(client, "a wrong password").status_code)
        assert 429 in seen


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../../etc/passwd",
        "/static/%2e%2e/%2e%2e/app.py",
        "/static/..%2f..%2fapp.py",
        "/static/..%5c..%5capp.py",
        "/static//etc/passwd",
        "/static/%00onix.css",
        "/documents/..%2f..%2fdesk.sqlite",
        "/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/documents/file:%2f%2f%2fetc%2fpasswd",
        "/desk.sqlite",
    ],
)
def test_path_traversal(address: str, path: str) -> None:
    """No path leads to a file beside what is served."""
    host = urlsplit(address).netloc.encode()
    answer = raw(
        address,
        b"GET " + path.encode() + b" HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n",
    )
    assert answer.split()[1] in (b"400", b"404"), answer[:200]
    for secret in (b"root:", b"make_app", b"SQLite format"):
        assert secret not in answer


@pytest.mark.parametrize(
    "path",
    [
        "/ask?question=x%0d%0aSet-Cookie:%20a=b",
        "/ask?question=x&as_of=%0d%0aLocation:%20https://evil.example",
        "/documents/x%0d%0aSet-Cookie:%20a=b",
        "/enter?then=/%0d%0aSet-Cookie:%20a=b",
        "//evil.example/ask/",
        "/ask/?question=x",
    ],
)
def test_header_injection_and_open_redirects(address: str, path: str) -> None:
    """Line breaks in an address do not become headers, and nothing leads to another server."""
    answer = httpx.get(f"{address}{path}")
    assert "set-cookie" not in answer.headers
    led = urlsplit(answer.headers.get("location", "/"))
    assert led.netloc in ("", urlsplit(address).netloc)
    assert answer.status_code < 500


def test_bad_requests_are_answered_and_hung_up_on(address: str) -> None:
    """Smuggling: two lengths, a length and chunks that disagree, a broken line, a huge head."""
    host = b"Host: " + urlsplit(address).netloc.encode() + b"\r\n"
    for sent in (
        b"POST /keys HTTP/1.1\r\n" + host + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST /keys HTTP/1.1\r\n" + host + b"Content-Length: -5\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + host + b"Bad header\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + host + host + b"\r\n",
        b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 40_000,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ):
        assert raw(address, sent).startswith(b"HTTP/1.1 400")
    both = b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\nConnection: close\r\n\r\n0\r\n\r\n"
    assert raw(address, b"POST /keys HTTP/1.1\r\n" + host + both).count(b"HTTP/1.1 ") == 1


def test_every_answer_carries_the_headers(address: str) -> None:
    """Pages, files, errors and refusals alike: nothing of elsewhere runs, loads or frames them."""
    for path, headers in (
        ("/", {}),
        ("/static/onix.css", {}),
        ("/nothing/here", {}),
        ("/ask.json", {}),
        ("/documents/harbour", {}),
        ("/", {"Host": "evil.example"}),
    ):
        answer = httpx.get(f"{address}{path}", headers=headers)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
        assert "server" not in answer.headers
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert "access-control-allow-origin" not in answer.headers


def test_head_and_options(address: str) -> None:
    """HEAD says what GET would without the body; OPTIONS lets no page elsewhere do anything."""
    for path in ("/", "/documents/harbour", "/static/onix.css", "/nothing"):
        got, head = httpx.get(f"{address}{path}"), httpx.head(f"{address}{path}")
        assert (head.status_code, head.content) == (got.status_code, b"")
        assert head.headers["content-length"] == got.headers["content-length"]
    asked = httpx.options(
        f"{address}/keys",
        headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"},
    )
    assert asked.status_code == 405
    assert not [each for each in asked.headers if each.startswith("access-control")]
    for method in ("TRACE", "PROPFIND", "CONNECT"):
        assert httpx.request(method, f"{address}/keys").status_code == 405


def chunks(size: int) -> Iterator[bytes]:
    """Give a body whose length nobody says."""
    for _ in range(size // 8192 + 1):
        yield b"x" * 8192


def test_who_may_change_nothing_sends_little(folder: Path) -> None:
    """A body of anybody's is refused before it is read, with or without its length said."""
    with served(with_password(folder)) as address:
        host = urlsplit(address).netloc.encode()
        head = b"POST /enter HTTP/1.1\r\nHost: " + host + b"\r\nContent-Length: 99999999\r\n\r\n"
        assert raw(address, head).startswith(b"HTTP/1.1 413")
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        sent = httpx.post(f"{address}/enter", content=chunks(FEW_BYTES * 4), headers=form)
        assert sent.status_code == 413
        file = {"file": ("a.txt", b"x" * FEW_BYTES * 2)}
        assert httpx.post(f"{address}/enter", files=file).status_code == 413
        as_json = httpx.post(
            f"{address}/enter", content=b"x" * 99999, headers={"Accept": "application/json"}
        )
        assert as_json.json() | {"error": ""} == {"ok": False, "error": "", "status": 413}


def test_the_owner_does_not_send_too_much_either(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that are dropped have a limit too, in chunks and in parts."""
    monkeypatch.setattr(guard, "MOST_BYTES", 1 << 20)
    app = make_app(Serving(settings=Settings(record=folder)))

    @app.post("/take")
    def take(file: Annotated[UploadFile, File()]) -> PlainTextResponse:
        return PlainTextResponse(str(file.size))

    with running(app, Serving()) as address:
        small = httpx.post(f"{address}/take", files={"file": b"x" * 500_000})
        assert small.text == "500000"
        large = httpx.post(f"{address}/take", files={"file": b"x" * 1_100_000})
        assert large.status_code == 413
        assert "onix add FILE" in large.text
        bounds = {"Content-Type": "multipart/form-data; boundary=b"}
        begun = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'

        def parts() -> Iterator[bytes]:
            yield begun
            yield from chunks(2 << 20)

        answer = httpx.post(f"{address}/take", content=parts(), headers=bounds)
        assert answer.status_code == 413


def test_slow_clients(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slowloris: a head or a body that drips is cut off, and others are served meanwhile."""
    monkeypatch.setattr(run.PatientProtocol, "head_seconds", 1.0)
    monkeypatch.setattr(guard, "BODY_SECONDS", 1.0)
    with served(with_password(folder)) as address:
        host = b"Host: " + urlsplit(address).netloc.encode() + b"\r\n"
        for opening in (b"", b"GET / HTTP/1.1\r\n" + host, b"GET /enter HTTP/1.1\r\n" + host * 1):
            assert drip(address, opening, b"X: y\r\n")[0] < 6
        kept = b"GET /enter HTTP/1.1\r\n" + host + b"\r\n"
        took, answer = drip(address, kept, b"G")
        assert took < 6
        assert answer.startswith(b"HTTP/1.1 200")
        form = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n"
        took, answer = drip(address, b"POST /enter HTTP/1.1\r\n" + host + form, b"a")
        assert took < 6
        assert answer.startswith(b"HTTP/1.1 408")
        assert httpx.get(f"{address}/enter").status_code == 200


def drip(address: str, opening: bytes, drop: bytes) -> tuple[float, bytes]:
    """Send an opening, then a drop every now and then, until the server hangs up."""
    place = urlsplit(address)
    began, found = time.monotonic(), b""
    with socket.create_connection((place.hostname, place.port), timeout=0.3) as connection:
        connection.sendall(opening)
        while time.monotonic() - began < 12:
            try:
                if not (part := connection.recv(65536)):
                    break
                found += part
                if b"HTTP/1.1 408" in found:
                    break
            except TimeoutError:
                try:
                    connection.sendall(drop)
                except OSError:
                    break
            except OSError:
                break
    return time.monotonic() - began, found


def test_a_client_that_takes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for much and reads nothing is hung up on, so that nothing is held for them."""
    monkeypatch.setattr(guard, "ANSWER_SECONDS", 1.0)
    app = make_app(Serving(settings=Settings(record=folder)))

    @app.get("/much")
    def much() -> StreamingResponse:
        async def lines() -> AsyncIterator[bytes]:
            while True:
                yield b"x" * 65536

        return StreamingResponse(lines())

    with running(app, Serving()) as address:
        place = urlsplit(address)
        with socket.create_connection((place.hostname, place.port), timeout=10) as connection:
            connection.sendall(
                b"GET /much HTTP/1.1\r\nHost: " + place.netloc.encode() + b"\r\n\r\n"
            )
            time.sleep(4)
            until = time.monotonic() + 8
            with suppress(ConnectionResetError):
                while connection.recv(1 << 20):
                    assert time.monotonic() < until, "it sends on"


def test_one_address_does_not_take_every_connection(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Connections of one address have an end; this machine, where proxies are, is not counted."""
    monkeypatch.setattr(run, "MOST_OF_ONE", 3)
    with served(Serving(settings=Settings(record=folder))) as address:
        place = urlsplit(address)

        def held() -> int:
            connections = [
                socket.create_connection((place.hostname, place.port), timeout=0.5)
                for _ in range(6)
            ]
            found = 0
            for each in connections:
                try:
                    found += each.recv(1) != b""
                except TimeoutError:
                    found += 1
                except ConnectionResetError:
                    pass
            for each in connections:
                each.close()
            return found

        assert held() == 6
        monkeypatch.setattr(run, "is_loopback", lambda _: False)
        time.sleep(0.5)
        assert held() == 3


def test_a_public_server_is_asked_in_measure(folder: Path) -> None:
    """A visitor of a public server who asks too often waits; scripts and styles do not count."""
    serving = Serving(settings=Settings(record=folder), public=True, rate=5)
    with served(serving) as address, httpx.Client(base_url=address) as client:
        seen = [client.get("/") for _ in range(7)]
        assert [each.status_code for each in seen[:5]] == [200] * 5
        assert seen[-1].status_code == 429
        assert 1 <= int(seen[-1].headers["retry-after"]) <= 13
        assert client.get("/static/onix.css").status_code == 200
        asked = client.get("/ask.json", params={"question": "Who?"})
        assert asked.json()["status"] == 429


def test_a_bucket_fills_and_memory_is_bounded() -> None:
    """A bucket gives its burst, then its rate; the longest unseen addresses are forgotten."""
    now = 0.0
    buckets = Buckets(rate=2, burst=3, clock=lambda: now)
    assert [buckets.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    now = 0.5
    assert [buckets.wait("a") for _ in range(2)] == [0, 0.5]
    for each in range(MOST_KNOWN + 50):
        buckets.wait(str(each))
    assert len(buckets._levels) == MOST_KNOWN


def test_a_visitor_is_an_address_or_a_network() -> None:
    """Whoever has a whole IPv6 network is one visitor; IPv4 in IPv6 is IPv4."""
    assert visitor_key("2001:db8:1:2::1") == visitor_key("2001:db8:1:2:ffff::9")
    assert visitor_key("2001:db8:1:2::1") != visitor_key("2001:db8:1:3::1")
    assert visitor_key("::ffff:192.0.2.7") == "192.0.2.7"
    assert visitor_key(None) == "unknown"


def test_a_fault_is_an_error_like_any_other(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A bug shows a visitor nothing of the inside, carries the headers, and stands in the log."""
    app = make_app(Serving(settings=Settings(record=folder)))

    @app.get("/fault")
    def fault() -> None:
        raise ZeroDivisionError("a secret path /home/me")

    with running(app, Serving()) as address:
        answer = httpx.get(f"{address}/fault", headers={"Accept": "application/json"})
    assert answer.status_code == 500
    assert answer.json()["ok"] is False
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_web_socket_is_closed(address: str) -> None:
    """Nothing here speaks it; a page elsewhere could open one without asking."""
    place = urlsplit(address)
    connection = http.client.HTTPConnection(place.netloc, timeout=10)
    connection.request(
        "GET",
        "/",
        headers={
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Key": "x",
            "Sec-WebSocket-Version": "13",
        },
    )
    assert connection.getresponse().status != 101
    connection.close()
