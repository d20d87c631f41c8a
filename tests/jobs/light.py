"""A reader that starts at once, and misbehaves when a text asks for it; for tests of `add`."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator

from onix.errors import MissingExtraError
from onix.model import Document, Marks


class LightReader:
    """Finds sentences only. "KILL ME", "RAISE", "LINGER" in a text do what they say."""

    def read(self, documents: Iterable[Document]) -> Iterator[Marks]:
        """Give the marks of each document."""
        for document in documents:
            if "KILL ME" in document.text:
                os.kill(os.getpid(), 9)
            if "LEAVE" in document.text:
                os._exit(3)
            if "RAISE" in document.text:
                raise ValueError("a text it cannot bear")
            if "LINGER" in document.text:
                time.sleep(30)
            print("noise on standard output")  # must not get into what is sent
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
