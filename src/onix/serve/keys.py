"""The owner's password, who is logged in, and the tokens of programs.

In: a secret that somebody shows. Out: whose it is. No secret is kept, only what it can be held
against: argon2 of the password, which people choose, SHA-256 of the rest, which nobody can guess.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onix.errors import InputError
from onix.serve.private import Private

SHORTEST, LONGEST = 12, 1000
# A session ends when nothing was asked for so long, and at the latest after that.
IDLE, OLDEST = 12 * 3600, 14 * 24 * 3600
# How often "last seen" is written down, so that reading does not write at each request.
NOTED = 60
SCOPES = ("read", "check", "add", "remove")
PREFIX = "onix_"


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token; itself it is shown once and never again.

    Attributes:
        made: When, in seconds since 1970; so is `used`, which is right to a minute.
    """

    name: str
    scopes: tuple[str, ...]
    made: float
    used: float | None


class Keys:
    """Every secret by which the desk is entered."""

    def __init__(self, private: Private, *, clock: Callable[[], float] = time.time) -> None:
        self._private = private
        self._clock = clock
        # One at a time: argon2 takes 64 MB on purpose, and many at once would be an attack.
        self._hashing = threading.Lock()

    def has_password(self) -> bool:
        """Has the owner set one?"""
        return bool(self._private.rows("SELECT one FROM owner"))

    def set_password(self, password: str) -> None:
        """Take a new password; whoever was logged in by the old one is out.

        Raises:
            InputError: It is too short or too long.
        """
        from argon2 import PasswordHasher

        if not SHORTEST <= len(password) <= LONGEST:
            raise InputError(
                f"The password has {len(password)} characters. Take {SHORTEST} or more, up to "
                f"{LONGEST}: a few words that belong together for nobody but you."
            )
        with self._hashing:
            hashed = PasswordHasher().hash(password)
        self._private.run("INSERT OR REPLACE INTO owner (one, password) VALUES (1, ?)", hashed)
        self._private.run("DELETE FROM sessions")

    def is_password(self, password: str) -> bool:
        """Is it the owner's?"""
        from argon2 import PasswordHasher
        from argon2.exceptions import VerifyMismatchError

        rows = self._private.rows("SELECT password FROM owner")
        if not rows or len(password) > LONGEST:
            return False
        with self._hashing:
            try:
                return PasswordHasher().verify(rows[0]["password"], password)
            except VerifyMismatchError:
                return False

    def enter(self) -> str:
        """Begin a session; give the secret by which it is known."""
        now, secret = self._clock(), secrets.token_urlsafe(32)
        self._private.run(
            "DELETE FROM sessions WHERE seen < ? OR made < ?", now - IDLE, now - OLDEST
        )
        self._private.run("INSERT INTO sessions VALUES (?, ?, ?)", _hash(secret), now, now)
        return secret

    def is_entered(self, secret: str) -> bool:
        """Is it the secret of a session that goes on?"""
        now = self._clock()
        found = self._private.rows("SELECT made, seen FROM sessions WHERE hash = ?", _hash(secret))
        if not found or found[0]["seen"] < now - IDLE or found[0]["made"] < now - OLDEST:
            return False
        if found[0]["seen"] < now - NOTED:
            self._private.run("UPDATE sessions SET seen = ? WHERE hash = ?", now, _hash(secret))
        return True

    def leave(self, secret: str) -> None:
        """End a session for good."""
        self._private.run("DELETE FROM sessions WHERE hash = ?", _hash(secret))

    def make_token(self, name: str, scopes: Iterable[str]) -> str:
        """Make a token; give it, for the only time.

        Raises:
            InputError: The name is taken or none, or a scope is unknown.
        """
        name, wanted = name.strip(), set(scopes) | {"read"}
        if not name or len(name) > 80 or not name.isprintable():
            raise InputError(
                "A token needs a name of one line, up to 80 characters, that says whose it is, "
                "such as: newsroom-cms"
            )
        if unknown := sorted(wanted - set(SCOPES)):
            raise InputError(
                f"A token cannot be for {unknown[0]!r}. It can be for: {', '.join(SCOPES)}."
            )
        secret = PREFIX + secrets.token_urlsafe(32)
        kept = " ".join(each for each in SCOPES if each in wanted)
        try:
            self._private.run(
                "INSERT INTO tokens (name, hash, scopes, made) VALUES (?, ?, ?, ?)",
                *(name, _hash(secret), kept, self._clock()),
            )
        except sqlite3.IntegrityError as problem:
            raise InputError(
                f"There is a token named {name!r}. Revoke that one first, or choose another name."
            ) from problem
        return secret

    def token(self, secret: str) -> Token | None:
        """Give the token that this is; None when it is none, or was revoked."""
        now = self._clock()
        # Looked up by its hash: how long that takes tells nothing about a secret.
        found = self._private.rows("SELECT * FROM tokens WHERE hash = ?", _hash(secret))
        if not found:
            return None
        token = _token(found[0])
        if token.used is None or token.used < now - NOTED:
            self._private.run("UPDATE tokens SET used = ? WHERE name = ?", now, token.name)
        return token

    def tokens(self) -> list[Token]:
        """Give all tokens, by name."""
        return [_token(row) for row in self._private.rows("SELECT * FROM tokens ORDER BY name")]

    def revoke(self, name: str) -> None:
        """Make a token worthless from now on.

        Raises:
            InputError: There is none of that name.
        """
        if not self._private.run("DELETE FROM tokens WHERE name = ?", name):
            raise InputError(f"There is no token named {name!r}. See them with: onix token list")


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def _token(row: sqlite3.Row) -> Token:
    return Token(row["name"], tuple(row["scopes"].split()), row["made"], row["used"])
