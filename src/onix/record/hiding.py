"""Where on a machine a document lay: nobody's business who reads the record from elsewhere.

In: an address, or a sentence. Out: the same without the folders of this machine. Only the file's
name is left, by which its owner knows it; addresses of the web stay as they are.
"""

from __future__ import annotations

import re
from pathlib import Path

_ELSEWHERE = re.compile(r"(?!file:)[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)


def file_name(address: str | None) -> str | None:
    """Give a path, or a `file:` address, as the file's name alone; anything else as it is."""
    if address is None or _ELSEWHERE.match(address):
        return address
    return _FOLDERS.sub("", address.rstrip("/\\")) or None


def without_folders(says: str, record: Path) -> str:
    """Give a sentence that names the record by its own name only, not by where it lies."""
    for folder in {record.parent, record.resolve().parent}:
        if folder.is_absolute() and folder != Path(folder.anchor):
            says = says.replace(f"{folder}/", "")
    return says
