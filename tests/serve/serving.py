"""Records to serve in tests, and a client of a real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.serving import served


@contextmanager
def client(
    folder: Path, *, allow_private: bool = False, public: bool = False
) -> Iterator[httpx.Client]:
    """Serve the record in a folder and give a client that does not follow redirects."""
    settings = Settings(record=folder, allow_private=allow_private, workers=1)
    with (
        served(Serving(settings=settings, public=public)) as address,
        httpx.Client(base_url=address, timeout=60) as made,
    ):
        yield made
