"""The bundled story: its files in the order of publication, and who published the transcripts.

The story itself, and what is planted in it where, is told in README.md beside this file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict


class Publication(TypedDict, total=False):
    """What is known of a file's publication and does not stand in the file itself."""

    outlet: str
    published: str


PUBLICATIONS: Mapping[str, Publication] = {
    "2025-05-06-calder-ledger-call-marsh-orlenko.vtt": {
        "outlet": "The Calder Ledger",
        "published": "2025-05-06T16:02:00-05:00",
    },
    "2025-05-12-sorrin-post-call-orlenko-tereshin.vtt": {
        "outlet": "The Sorrin Post",
        "published": "2025-05-12T05:45:00+02:00",
    },
}


def files() -> list[Path]:
    """Give the files of the story in the order of publication; a file's name begins with it."""
    return sorted(path for path in Path(__file__).parent.iterdir() if path.name[:4].isdigit())


def publication(path: Path) -> Publication:
    """Give what has to be said when the file is added; empty where the file says it itself."""
    return PUBLICATIONS.get(path.name, {})
