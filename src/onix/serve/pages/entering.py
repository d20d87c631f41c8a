"""Coming in and going out, the keys of programs, and the log: pages for the owner.

In: a password, a form. Out: a session's cookie, a token that is shown once, what was done.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from onix.serve.audit import moment, note
from onix.serve.door import Door
from onix.serve.keys import LONGEST, OLDEST, SCOPES
from onix.serve.rights import (
    NotAllowedError,
    Visitor,
    WaitError,
    address_of,
    cookie_of,
    door_of,
    needs,
    visitor_of,
)
from onix.serve.showing import page, wants_json

router = APIRouter()
PAGE = 100


def _with_login(request: Request) -> Door:
    door = door_of(request)
    if door.kind != "login":
        raise NotAllowedError("Nobody logs in here. Start at: /")
    return door


WithLogin = Annotated[Door, Depends(_with_login)]
Owner = Annotated[Visitor, Depends(needs("own"))]


@router.get("/enter")
def enter_page(request: Request, door: WithLogin, then: str = "/") -> Response:
    """Give the form for the password."""
    if visitor_of(request).session:
        return RedirectResponse(_inside(then), 303)
    return page(request, "enter", then=_inside(then), says=None)


@router.post("/enter")
def enter(
    request: Request,
    door: WithLogin,
    password: Annotated[str, Form(max_length=LONGEST)] = "",
    then: Annotated[str, Form()] = "/",
) -> Response:
    """Take the password; a session begins anew, whatever cookie came along."""
    address = address_of(request)
    with door.trying:
        if wait := door.passwords.wait(address):
            return _wait(request, WaitError("Too many wrong passwords were tried.", wait), then)
        is_right = door.keys.is_password(password)
        (door.passwords.right if is_right else door.passwords.wrong)(address)
    door.log.write(
        "owner" if is_right else "somebody",
        "log in" if is_right else "wrong password",
        address=address,
    )
    if not is_right:
        says = "That is not the password. Try again, or ask whoever runs this server."
        return page(request, "enter", status=403, then=_inside(then), says=says)
    if old := request.cookies.get(cookie_of(request)):
        door.keys.leave(old)
    answer = RedirectResponse(_inside(then), 303)
    answer.set_cookie(
        cookie_of(request),
        door.keys.enter(),
        max_age=OLDEST,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",  # a link in a letter leads to its page; what changes anything is refused
    )
    return answer


def _wait(request: Request, problem: WaitError, then: str) -> Response:
    """Say on the page of the login itself how long to wait, so that one need not go back to it."""
    if wants_json(request):
        raise problem
    shown = page(request, "enter", status=problem.status, then=_inside(then), says=str(problem))
    shown.headers["retry-after"] = str(problem.seconds)
    return shown


@router.post("/leave")
def leave(request: Request, door: WithLogin) -> Response:
    """End the session, also for whoever has a copy of its cookie."""
    if visitor_of(request).session:
        door.keys.leave(request.cookies[cookie_of(request)])
        door.log.write("owner", "log out", address=address_of(request))
    answer = RedirectResponse("/enter", 303)
    answer.delete_cookie(
        cookie_of(request),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return answer


@router.get("/keys")
def keys_page(request: Request, _: Owner) -> Response:
    """Give the tokens that there are, and a form for another."""
    return _keys(request)


@router.post("/keys")
def make_token(
    request: Request,
    _: Owner,
    name: Annotated[str, Form(max_length=200)] = "",
    scope: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Make a token and show it, for the only time."""
    secret = door_of(request).keys.make_token(name, scope or ())
    note(request, f"token {name.strip()} for {', '.join(['read', *(scope or ())])}")
    return _keys(request, secret=secret, name=name.strip())


@router.post("/keys/revoke")
def revoke_token(
    request: Request, _: Owner, name: Annotated[str, Form(max_length=200)]
) -> Response:
    """Make a token worthless."""
    door_of(request).keys.revoke(name)
    note(request, f"token {name} revoked")
    return RedirectResponse("/keys", 303)


@router.get("/log")
def log_page(
    request: Request, _: Owner, before: Annotated[int | None, Query(ge=1, lt=2**63)] = None
) -> Response:
    """Give what was done, the newest first."""
    entries = door_of(request).log.entries(limit=PAGE + 1, before=before)
    more = entries[PAGE - 1].number if len(entries) > PAGE else None
    return page(request, "log", entries=entries[:PAGE], more=more)


@router.get("/log.json")
def log_json(
    request: Request, _: Owner, before: Annotated[int | None, Query(ge=1, lt=2**63)] = None
) -> Response:
    """Give the same for a program."""
    entries = door_of(request).log.entries(limit=PAGE, before=before)
    return JSONResponse({"entries": [asdict(each) for each in entries]})


def _keys(request: Request, *, secret: str | None = None, name: str = "") -> Response:
    tokens = [
        {
            "name": each.name,
            "scopes": ", ".join(each.scopes),
            "made": moment(each.made),
            "used": moment(each.used) if each.used is not None else "never",
        }
        for each in door_of(request).keys.tokens()
    ]
    scopes = [each for each in SCOPES if each != "read"]
    answer = page(request, "keys", tokens=tokens, scopes=scopes, secret=secret, made=name)
    answer.headers["cache-control"] = "no-store"
    return answer


def _inside(then: str) -> str:
    """Give an address of this server that somebody wanted to go to, and no other."""
    is_inside = then.startswith("/") and not then.startswith(("//", "/\\")) and then.isprintable()
    return then if is_inside else "/"
