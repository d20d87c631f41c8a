"""Answers that read the record: a job's JSON out, or that it is still what the program has.

What the record holds has a number that grows with every change. An answer's ETag is made of that
number, so that whoever asks again with `If-None-Match` is told so without any work.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from onix import __version__
from onix.errors import InputError
from onix.record import Record
from onix.serve.desk import Desk
from onix.serve.telling import API, in_answer


def desk_of(request: Request) -> Desk:
    """Give what is served."""
    desk: Desk = request.app.state.desk
    return desk


class NoSuchParameterError(InputError):
    """An address with a parameter that would be passed over."""

    status = 422


def known_only(request: Request) -> None:
    """Refuse parameters that are not known: a filter that is written wrongly filters nothing."""
    known = [each.alias for each in request.scope["route"].dependant.query_params]
    for name in request.query_params:
        if name not in known:
            takes = f"Use: {', '.join(known)}" if known else "Leave it out."
            raise NoSuchParameterError(f"{request.url.path} knows no parameter {name!r}. {takes}")


def told(
    request: Request,
    make: Callable[[Record], dict[str, Any]],
    *,
    tagged: bool = True,
    apart: bool = False,
) -> Response:
    """Give what a job makes of the record.

    Args:
        tagged: It comes from documents alone; when sources were fetched is not counted.
        apart: `make` can be sent to another process, where there is one to answer.
    """
    desk = desk_of(request)
    with desk.reading() as record:
        if not tagged:
            return JSONResponse(in_answer(make(record), API, desk.path))
        headers = {"etag": _tag(desk, record)}
        asked = request.headers.get("if-none-match", "")
        if headers["etag"] in [each.strip() for each in asked.split(",")]:
            return Response(status_code=304, headers=headers)
        if not apart:
            return JSONResponse(in_answer(make(record), API, desk.path), headers=headers)
    body = desk.kept(partial(_written, make=make, folder=desk.path))
    return Response(body, headers=headers, media_type="application/json")


def _written(record: Record, *, make: Callable[[Record], dict[str, Any]], folder: Path) -> bytes:
    return bytes(JSONResponse(in_answer(make(record), API, folder)).body)


def _tag(desk: Desk, record: Record) -> str:
    """Give the tag: of this record as it is now, this version of Onix, and today.

    A question without a day is asked as of today. It is weak: the same words, not the same bytes.
    """
    place = desk.path.resolve()
    parts = (str(place), place.stat().st_ino, record.sequence, __version__, date.today())
    return f'W/"{sha256(repr(parts).encode()).hexdigest()[:20]}"'
