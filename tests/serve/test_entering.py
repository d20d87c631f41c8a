"""Who comes in and who does not: passwords, sessions, tokens, and the log of what they did."""

from __future__ import annotations

import stat
from pathlib import Path

import httpx
import pytest

from onix.errors import InputError
from onix.record import open_record
from onix.serve.app import make_app
from onix.serve.audit import Log
from onix.serve.desk import Serving
from onix.serve.door import Door
from onix.serve.keys import IDLE, OLDEST, Keys
from onix.serve.limits import Guesses
from onix.serve.private import FILE, Private
from onix.settings import Settings
from tests.browser.serving import running, served
from tests.serve.entering import PASSWORD, client_of, log_in, token, with_password


def door_of(app: object) -> Door:
    """Give what decides who comes in."""
    door: Door = app.state.door  # type: ignore[attr-defined]
    return door


@pytest.mark.parametrize(
    "open_to_all",
    [
        {"host": "0.0.0.0"},  # noqa: S104 - it must not start
        {"host": "::"},
        {"host": ""},
        {"host": "192.0.2.7"},
        {"host": "desk.paper.example"},
        {"host": "127.0.0.1", "behind_proxy": "127.0.0.1"},
        {"host": "127.0.0.1", "login": True},
    ],
)
def test_a_desk_that_others_could_reach_does_not_start(
    folder: Path, open_to_all: dict[str, object]
) -> None:
    """Beyond loopback, or behind a proxy, there is a password or --public, or no server."""
    serving = Serving(settings=Settings(record=folder), **open_to_all)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="--set-password"):
        make_app(serving)
    with_password(folder)
    make_app(serving)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_on_this_machine_nobody_logs_in(folder: Path, host: str) -> None:
    """On loopback the desk opens at once."""
    assert Door(Serving(settings=Settings(record=folder), host=host)).kind == "open"


def test_login_page_token_and_logout(folder: Path) -> None:
    """The owner comes in by the password, goes out again, and the old cookie is worth nothing."""
    with served(with_password(folder)) as address, client_of(address) as client:
        sent = client.get("/ask", params={"question": "Who voted?"})
        assert sent.status_code == 303
        assert sent.headers["location"] == "/enter?then=%2Fask%3Fquestion%3DWho%2Bvoted%253F"
        assert client.get("/enter").status_code == 200
        wrong = log_in(client, "a heron on the west quay")
        assert wrong.status_code == 403
        assert "That is not the password" in wrong.text
        assert client.get("/").status_code == 303
        right = log_in(client, then="/documents/harbour")
        assert (right.status_code, right.headers["location"]) == (303, "/documents/harbour")
        assert client.get("/documents/harbour").status_code == 200
        cookies = dict(client.cookies)
        assert client.post("/leave").headers["location"] == "/enter"
        assert dict(client.cookies) == {}
        assert client.get("/").status_code == 303
        stolen = httpx.get(f"{address}/", cookies=cookies)
        assert stolen.status_code == 303


def test_a_program_is_told_to_log_in_in_the_one_shape(folder: Path) -> None:
    """Without a token a program gets JSON, and how to show one."""
    with served(with_password(folder)) as address:
        answer = httpx.get(f"{address}/ask.json", params={"question": "Who?"})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["ok"] is False
        assert answer.json()["status"] == 401


def test_the_cookie_is_for_this_server_alone(folder: Path) -> None:
    """No script reads it, no page elsewhere sends it with a form, and https keeps it to https."""
    serving = with_password(folder)
    with served(serving) as address, client_of(address) as client:
        flags = log_in(client).headers["set-cookie"]
        assert flags.startswith(f"onix-{address.rpartition(':')[2]}=")
        for each in ("HttpOnly", "SameSite=lax", "Path=/", f"Max-Age={OLDEST}"):
            assert each in flags
        assert "Secure" not in flags
        assert "Domain" not in flags
    proxied = Serving(settings=serving.settings, behind_proxy="127.0.0.1")
    with served(proxied) as address, client_of(address) as client:
        client.headers.update({"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"})
        flags = log_in(client).headers["set-cookie"]
        assert flags.startswith("__Host-onix-")
        assert "Secure" in flags


def test_a_login_begins_a_session_of_its_own(folder: Path) -> None:
    """A cookie that somebody planted is not taken over, and the one before a login ends with it."""
    with served(with_password(folder)) as address, client_of(address) as client:
        name = f"onix-{address.rpartition(':')[2]}"
        client.cookies.set(name, "planted")
        log_in(client)
        first = client.cookies.get(name, domain="127.0.0.1")
        assert first not in (None, "planted")
        log_in(client)
        second = client.cookies.get(name, domain="127.0.0.1")
        assert second != first
        assert httpx.get(f"{address}/", cookies={name: str(first)}).status_code == 303
        assert httpx.get(f"{address}/", cookies={name: str(second)}).status_code == 200


def test_a_new_password_ends_every_session(folder: Path) -> None:
    """Who changes the password because somebody knows it has them out at once."""
    with served(with_password(folder)) as address, client_of(address) as client:
        log_in(client)
        assert client.get("/").status_code == 200
        with_password(folder)  # from a terminal, while the server runs
        assert client.get("/").status_code == 303


def test_sessions_end(folder: Path) -> None:
    """A session ends when nothing was asked for long, and after two weeks in any case."""
    now = 1_000_000.0
    keys = Keys(Private(folder), clock=lambda: now)
    idle, busy = keys.enter(), keys.enter()
    now += IDLE - 1
    assert keys.is_entered(busy)
    now += 2
    assert not keys.is_entered(idle)
    for _ in range(OLDEST // (IDLE - 60)):
        assert keys.is_entered(busy)
        now += IDLE - 60
    assert not keys.is_entered(busy)
    keys.enter()  # tidies up
    assert len(Private(folder).rows("SELECT 1 FROM sessions")) == 1


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "/a\r\nSet-Cookie: x=1", ""],
)
def test_a_login_leads_to_no_other_server(folder: Path, elsewhere: str) -> None:
    """Attack: a link to the login that leads elsewhere, or writes headers, once one is in."""
    with served(with_password(folder)) as address, client_of(address) as client:
        page = client.get("/enter", params={"then": elsewhere})
        assert 'name="then" value="/"' in page.text
        answer = log_in(client, then=elsewhere)
        assert answer.headers["location"] == "/"
        assert len(answer.headers.get_list("set-cookie")) == 1


def test_guessing_a_password_gets_slower(folder: Path) -> None:
    """Attack: one word after another. After a few nothing is looked at, the right one neither."""
    with served(with_password(folder)) as address, client_of(address) as client:
        seen = [log_in(client, f"guess number {each}").status_code for each in range(12)]
        assert seen[: Guesses.FREE] == [403] * Guesses.FREE
        assert 429 in seen
        refused = log_in(client)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) >= 1


def test_a_token_does_what_it_is_for_and_nothing_else(folder: Path) -> None:
    """A token reads; it makes no tokens and sees no log; revoked, it is worth nothing."""
    serving = with_password(folder)
    shown = token(folder, "add")
    with served(serving) as address:
        asked = {"question": "Who called the budget a plan for lean years?"}
        assert httpx.get(f"{address}/ask.json", params=asked, headers=shown).status_code == 200
        assert httpx.get(f"{address}/keys", headers=shown).status_code == 403
        assert httpx.get(f"{address}/log.json", headers=shown).status_code == 403
        assert httpx.post(f"{address}/keys", headers=shown, data={"name": "x"}).status_code == 403
        keys = Keys(Private(folder))
        assert [(each.name, each.scopes) for each in keys.tokens()] == [("cms", ("read", "add"))]
        assert keys.tokens()[0].used is not None
        keys.revoke("cms")
        answer = httpx.get(f"{address}/ask.json", params=asked, headers=shown)
        assert answer.status_code == 401
        assert "revoked" in answer.json()["error"]


def test_guessing_tokens_is_stopped(folder: Path) -> None:
    """Attack: one token after another. Good tokens do not make wrong ones be forgotten."""
    serving = with_password(folder)
    good = token(folder)
    with served(serving) as address:
        seen = []
        for each in range(12):
            wrong = {"Authorization": f"Bearer onix_{each}"}
            seen.append(httpx.get(f"{address}/ask.json?question=x", headers=wrong).status_code)
            httpx.get(f"{address}/ask.json?question=x", headers=good)
        assert seen[: Guesses.FREE] == [401] * Guesses.FREE
        assert 429 in seen
        # Nor does it help to have a wrong token along with a session.
        with client_of(address) as client:
            log_in(client)
            client.headers["Authorization"] = "Bearer onix_none"
            assert client.get("/keys").status_code in (401, 429)


def test_a_token_is_made_on_the_page_and_shown_once(folder: Path) -> None:
    """The owner makes a token, copies it, and it works; the page never shows it again."""
    with served(with_password(folder)) as address, client_of(address) as client:
        log_in(client)
        made = client.post("/keys", data={"name": "site <b>", "scope": ["check"]})
        assert made.headers["cache-control"] == "no-store"
        secret = made.text.partition("<code>onix_")[2].partition("</code>")[0]
        assert secret
        again = client.get("/keys").text
        assert secret not in again
        assert "site &lt;b&gt;" in again
        assert "read, check" in again
        shown = {"Authorization": f"Bearer onix_{secret}"}
        assert httpx.get(f"{address}/", headers=shown).status_code == 200
        for bad in ({"name": "site <b>"}, {"name": ""}, {"name": "y", "scope": ["own"]}):
            assert client.post("/keys", data=bad).status_code == 400
        assert client.post("/keys/revoke", data={"name": "site <b>"}).status_code == 303
        assert httpx.get(f"{address}/ask.json?question=x", headers=shown).status_code == 401


def test_what_was_done_is_in_the_log(folder: Path) -> None:
    """The owner reads who came in and what they changed, newest first; so does a program."""
    with served(with_password(folder)) as address, client_of(address) as client:
        log_in(client, "nothing like it")
        log_in(client)
        client.post("/keys", data={"name": "<script>alert(1)</script>"})
        page = client.get("/log").text
        assert "<script>alert" not in page
        entries = client.get("/log.json").json()["entries"]
        assert [(each["who"], each["did"]) for each in entries] == [
            ("owner", "own"),
            ("owner", "log in"),
            ("somebody", "wrong password"),
        ]
        assert entries[0]["about"] == "/keys · token <script>alert(1)</script> for read"
        assert entries[0]["address"] == "127.0.0.1"
        older = client.get("/log.json", params={"before": entries[0]["number"]}).json()
        assert older["entries"] == entries[1:]


def test_keys_are_kept_beside_the_record_and_by_nobody_readable(folder: Path) -> None:
    """No secret stands in the file, nobody else may read it, and the record does not mind it."""
    with served(with_password(folder)) as address, client_of(address) as client:
        log_in(client)
        cookie = next(iter(client.cookies.values()))
        shown = token(folder)["Authorization"].removeprefix("Bearer ")
    kept = (folder / FILE).read_bytes()
    for secret in (PASSWORD, cookie, shown):
        assert secret.encode() not in kept
    assert b"$argon2id$" in kept
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600
    with open_record(folder) as record:
        assert record.verify().is_sound
    (folder / FILE).chmod(0o644)  # it was copied
    assert Keys(Private(folder)).has_password()
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_a_record_can_be_made_where_keys_are_kept_already(tmp_path: Path) -> None:
    """A password that is set before the first story does not keep the record from being made."""
    with_password(tmp_path / "new.onix")
    with open_record(tmp_path / "new.onix", create=True) as record:
        assert len(record) == 0


def test_logging_in_where_nobody_logs_in(folder: Path) -> None:
    """On loopback and on a public server there is no login to be had."""
    for serving in (
        Serving(settings=Settings(record=folder)),
        Serving(settings=Settings(record=folder), public=True),
    ):
        with_password(folder)
        with served(serving) as address, client_of(address) as client:
            assert client.get("/enter").status_code == 403
            assert log_in(client).status_code == 403
            assert "set-cookie" not in log_in(client).headers


def test_a_token_narrows_what_may_be_done_on_this_machine(folder: Path) -> None:
    """An assistant with a token for reading changes nothing, although no login is needed."""
    shown = token(folder)
    app = make_app(Serving(settings=Settings(record=folder)))
    with running(app, Serving()) as address:
        assert httpx.get(f"{address}/keys").status_code == 200
        assert httpx.get(f"{address}/keys", headers=shown).status_code == 403
        assert door_of(app).kind == "open"


def test_old_entries_of_the_log_are_forgotten(folder: Path) -> None:
    """Those of before a moment go, and the others stay."""
    now = [1_000.0]
    private = Private(folder)
    log = Log(private, clock=lambda: now[0])
    log.write("owner", "log in")
    now[0] = 2_000.0
    log.write("owner", "add", "story.html")
    assert log.prune(2_000.0) == 1
    assert [each.did for each in log.entries()] == ["add"]
    assert log.prune(2_000.0) == 0
    private.close()


def test_the_login_says_how_long_to_wait(folder: Path) -> None:
    """Whoever guessed too often is told the seconds on the page where they type."""
    with served(with_password(folder)) as address, client_of(address) as client:
        answers = [log_in(client, f"guess number {each}") for each in range(12)]
        told = next(each for each in answers if each.status_code == 429)
        seconds = told.headers["retry-after"]
        assert f"Wait {seconds} second" in told.text
        assert 'name="password"' in told.text
