"""Forms that are posted: a request comes in, its fields and files go out, within limits.

Files stay in memory or in a nameless file that is gone when the request is answered.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import PurePosixPath

from fastapi import Request
from starlette.datastructures import FormData, UploadFile

from onix.intake.decoding import one_line

MOST_FILES = 200
MOST_FIELDS = 50
MOST_TEXT = 20 << 20  # bytes of one field: a draft that is pasted


async def posted(request: Request) -> AsyncIterator[FormData]:
    """Give the form; its files are closed once the request is answered."""
    async with request.form(
        max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_TEXT
    ) as form:
        yield form


def text_of(form: FormData, name: str) -> str:
    """Give what was written in a box, without the blanks around it."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def uploads_of(form: FormData, name: str) -> list[UploadFile]:
    """Give the files that were chosen; a box that was left empty sends one without a name."""
    found = [each for each in form.getlist(name) if isinstance(each, UploadFile)]
    return [each for each in found if each.filename]


def name_of(upload: UploadFile) -> str:
    """Give the name of a file without its folders, on one line; a browser may say anything."""
    name = PurePosixPath((upload.filename or "").replace("\\", "/")).name
    return one_line(name) or "a file without a name"
