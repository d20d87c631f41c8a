"""The owner at the door, for tests: a password that is set, a client that is logged in."""

from __future__ import annotations

from pathlib import Path

import httpx

from onix.serve.desk import Serving
from onix.serve.keys import Keys
from onix.serve.private import Private
from onix.settings import Settings

PASSWORD = "a heron on the east quay"  # noqa: S105 - made up for tests


def with_password(folder: Path) -> Serving:
    """Set the owner's password; give the record served behind a login."""
    private = Private(folder)
    Keys(private).set_password(PASSWORD)
    private.close()
    return Serving(settings=Settings(record=folder), login=True)


def token(folder: Path, *scopes: str, name: str = "cms") -> dict[str, str]:
    """Make a token; give the headers that show it."""
    private = Private(folder)
    made = Keys(private).make_token(name, scopes)
    private.close()
    return {"Authorization": f"Bearer {made}"}


def client_of(address: str) -> httpx.Client:
    """Give a client that behaves as a browser does with forms of this server's own."""
    return httpx.Client(base_url=address, headers={"Origin": address}, timeout=30)


def log_in(client: httpx.Client, password: str = PASSWORD, then: str = "/") -> httpx.Response:
    """Send the form of the login."""
    return client.post("/enter", data={"password": password, "then": then})
