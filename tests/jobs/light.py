"""A reader that starts at once, and misbehaves when a text asks for it; for tests of `add`."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Iterable, Iterator

from onix.errors import MissingExtraError
from onix.model import Document, Marks

WORDS = re.findall(
    r"\w+",
    "harbour board pier storm roof cannery street power teachers valley schools offer ferry boat "
    "winter director council police owner parrot railway station vote repairs budget mayor bridge "
    "river inquiry hearing minister letter draft market strike court clinic library tram wage",
)


def story(number: int, sentences: int = 6) -> str:
    """Give a short text that is like that of no other number."""
    chance = random.Random(number)  # noqa: S311 - a text, not a secret
    said = [" ".join(chance.choices(WORDS, k=9)).capitalize() for _ in range(sentences)]
    return ". ".join(said) + f". Filed as {number}."


class LightReader:
    """Finds sentences only. What "KILL ME" and the like in a text ask for, it does."""

    def read(self, documents: Iterable[Document]) -> Iterator[Marks]:
        """Give the marks of each document."""
        for document in documents:
            if "KILL ME" in document.text:
                os.kill(os.getpid(), 9)
            if "LEAVE" in document.text:
                os._exit(3)
            if "RAISE" in document.text:
                raise ValueError("a text it cannot bear")
            if "NO MODEL" in document.text:
                no_reader()
            if "LINGER" in document.text:
                time.sleep(30)  # until the test kills it
            if "NOISE" in document.text:
                print("noise that must not get into what is sent")
            yield Marks(
                document,
                tuple(
                    document.span(*match.span())
                    for match in re.finditer(r"\S[^.]*\.", document.text)
                ),
                unread="not English: fr" if "RAISON D'ÉTAT" in document.text else None,
            )


def light_reader() -> LightReader:
    """Give a light reader."""
    return LightReader()


def no_reader() -> LightReader:
    """Fail as a reader does whose model is not installed."""
    raise MissingExtraError("Reading needs a model. Install it with: pip install model")


def broken_reader() -> LightReader:
    """Fail as a reader does that is broken."""
    os._exit(7)
