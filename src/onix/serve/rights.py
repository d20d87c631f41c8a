"""Who may do what: a request comes in, a visitor with rights goes out, or a refusal.

This is the one place where that is decided. A resource says which right it needs with
`Depends(needs("read"))` and knows nothing of passwords, tokens or addresses.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from fastapi import Request

from onix.boxes import Box
from onix.errors import OnixError
from onix.serve.door import Door
from onix.serve.embed.sharing import box_at, may_show
from onix.serve.limits import visitor_key

Right = Literal["embed", "ask", "read", "check", "add", "remove", "own"]
# To ask an Ask box, from a page that it names: a box is there to be asked without a login.
EVERYBODY: frozenset[Right] = frozenset({"embed"})
PUBLIC: frozenset[Right] = EVERYBODY | {"ask", "read"}
ALL: frozenset[Right] = PUBLIC | {"check", "add", "remove", "own"}
# What a token of this scope is good for; none makes other tokens or reads the log.
OF_SCOPE: dict[str, frozenset[Right]] = {
    "read": PUBLIC,
    "check": EVERYBODY | {"check"},
    "add": EVERYBODY | {"add"},
    "remove": EVERYBODY | {"remove"},
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class NotAllowedError(OnixError):
    """A visitor asked for something that they may not do."""

    status = 403


class NoSuchBoxError(OnixError):
    """There is no Ask box of this name."""

    status = 404


class EnterFirstError(OnixError):
    """Somebody has not said who they are, or not rightly; a browser is sent to the login."""

    status = 401


class WaitError(OnixError):
    """Somebody asks or guesses too often; `seconds` is when it will do again.

    Args:
        what: What they did, a sentence; how long to wait is said here.
    """

    status = 429

    def __init__(self, what: str, seconds: float) -> None:
        self.seconds = max(1, ceil(seconds))
        wait = "1 second" if self.seconds == 1 else f"{self.seconds} seconds"
        super().__init__(f"{what} Wait {wait}, then try again.")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever makes a request.

    Attributes:
        name: For the log.
        session: They logged in, and can log out.
    """

    name: str
    rights: frozenset[Right]
    session: bool = False

    def may(self, right: Right) -> bool:
        """Is this allowed?"""
        return right in self.rights


NOBODY = Visitor("somebody", EVERYBODY)


def door_of(request: Request) -> Door:
    """Give what decides who comes in."""
    door: Door = request.app.state.door
    return door


def address_of(request: Request) -> str:
    """Give from where a request comes, as it counts for limits and the log."""
    return visitor_key(request.client.host if request.client else None)


def cookie_of(request: Request) -> str:
    """Give the name of the session's cookie.

    Cookies do not tell ports apart, so its own is in the name; `__Host-` has browsers refuse one
    that was set by a page of another host or without https.
    """
    name = f"onix-{request.url.port or 'web'}"
    return f"__Host-{name}" if request.url.scheme == "https" else name


def visitor_of(request: Request) -> Visitor:
    """Give who makes a request.

    Raises:
        EnterFirstError: They show a token that is none.
    """
    known: Visitor | None = getattr(request.state, "visitor", None)
    if known is None:
        request.state.visitor = NOBODY  # for the page that tells them of an error
        known = request.state.visitor = _look(request)
    return known


def _look(request: Request) -> Visitor:
    door = door_of(request)
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        shown = _by_token(request, secret.strip())
        # A public server changes nothing, whoever asks.
        return Visitor(shown.name, shown.rights & PUBLIC) if door.kind == "public" else shown
    if door.kind == "public":
        return Visitor("public", PUBLIC)
    if door.kind == "open":
        return Visitor("local", ALL)
    session = request.cookies.get(cookie_of(request))
    if session and door.keys.is_entered(session):
        return Visitor("owner", ALL, session=True)
    return NOBODY


def _by_token(request: Request, secret: str) -> Visitor:
    door, address = door_of(request), address_of(request)
    if wait := door.tokens.wait(address):
        raise WaitError("Too many wrong tokens came from this address.", wait)
    token = door.keys.token(secret)
    if token is None:
        door.tokens.wrong(address)
        raise EnterFirstError(
            "This token is not known here; it may have been revoked. Ask the owner for another."
        )
    rights = frozenset(right for scope in token.scopes for right in OF_SCOPE.get(scope, ()))
    return Visitor(f"token {token.name}", rights)


class needs:  # noqa: N801 - it reads as a word in Depends(needs("read"))
    """The dependency of a resource that only those with this right may use.

    What is not only read is written into the log before it is done.
    """

    def __init__(self, right: Right) -> None:
        self.right: Right = right

    def __call__(self, request: Request) -> Visitor:
        """Give the visitor, or refuse."""
        visitor = visitor_of(request)
        if not visitor.may(self.right):
            raise refusal(visitor, self.right)
        if request.method not in SAFE and self.right not in PUBLIC:
            request.state.entry = door_of(request).log.write(
                visitor.name, self.right, request.url.path, address=address_of(request)
            )
        return visitor


def box_of(request: Request) -> Box:
    """Give the Ask box that is asked for, as a dependency; a page that it does not name is refused.

    A browser says itself which page asks. Whoever writes their own request can say anything, so
    what a box answers from is for everybody; its origins say on whose pages it stands.
    """
    box = box_at(request.app.state.boxes.all, request.url.path)
    if box is None:
        raise NoSuchBoxError(
            f"There is no box at {request.url.path}. Name one of the [[box]] tables in onix.toml."
        )
    origin = request.headers.get("origin")
    if not may_show(box, origin):
        raise NotAllowedError(
            f"The box {box.name} may not be shown on {origin or 'a page without an origin'}. "
            "Whoever runs this server can name that in the origins of the box, in onix.toml."
        )
    return box


def scope_of(right: Right) -> str:
    """Give the scope that a token needs for a right."""
    return next(scope for scope, rights in OF_SCOPE.items() if right in rights)


def refusal(visitor: Visitor, right: Right) -> OnixError:
    """Give the answer to somebody who may not do something."""
    if visitor is NOBODY:
        return EnterFirstError(
            "This record is not open to everybody. Log in at /enter, or send a token: "
            "Authorization: Bearer TOKEN"
        )
    if visitor.name.startswith("token "):
        return NotAllowedError(f"This token is not for {right!r}. Ask the owner for one that is.")
    return NotAllowedError(
        f"You may not {right} here: this record is served for reading only. Ask whoever runs it."
    )
