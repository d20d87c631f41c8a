"""The door of the desk: one of three, tried before anything is served.

In: how a record is served. Out: what decides who comes in, or the reason not to start at all.
"""

from __future__ import annotations

import ipaddress
import threading
from typing import Literal

from onix.errors import InputError
from onix.serve.audit import Log
from onix.serve.desk import Serving
from onix.serve.keys import Keys
from onix.serve.limits import Guesses
from onix.serve.private import Private

# "open": whoever sits at this machine may do all; "public": anybody may read and ask, nobody may
# change anything; "login": the owner and programs with a token, nobody else.
Kind = Literal["open", "public", "login"]


class Door:
    """Everything by which it is decided who comes in.

    Raises:
        InputError: The desk would stand open to a network.
    """

    def __init__(self, serving: Serving) -> None:
        self.kind = kind_of(serving)
        self.private = Private(serving.settings.record)
        self.keys = Keys(self.private)
        self.log = Log(self.private)
        # Apart, or a good token would make wrong passwords be forgotten.
        self.passwords = Guesses()
        self.tokens = Guesses()
        # Held while a password is tried, so that many tries at once are not one in the count.
        self.trying = threading.Lock()
        if self.kind == "login" and not self.keys.has_password():
            raise InputError(
                f"{_reason(serving)}, and this record has no password. "
                "Set one with: onix serve --set-password, or let anybody read with --public."
            )

    def close(self) -> None:
        """Let go of the keys."""
        self.private.close()


def kind_of(serving: Serving) -> Kind:
    """Give which door a record is served behind."""
    if serving.public:
        return "public"
    if serving.login or serving.behind_proxy or not is_loopback(serving.host):
        return "login"
    return "open"


def is_loopback(host: str) -> bool:
    """Is it an address that only this machine can reach?"""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _reason(serving: Serving) -> str:
    if serving.behind_proxy:
        return "Behind a proxy anybody could come in"
    if serving.login:
        return "A login is asked for"
    return f"Others can reach {serving.host or 'every address of this machine'}"
