"""Answers of the server: a page from a template, or the one shape of an error.

A browser is answered with a page, a program with JSON, told by the address ("/api/", "/embed/",
".json") and by what it accepts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from fastapi.templating import Jinja2Templates
from starlette.exceptions import HTTPException

from onix import __version__
from onix.errors import OnixError
from onix.jobs.saying import (
    as_told,
    hedged,
    how_said,
    how_sure,
    in_marks,
    unanswered,
    who_is_meant,
    yes_or_no,
)
from onix.jobs.sources import day, notes, source_day, source_name, when
from onix.jobs.text_links import web_address
from onix.serve import linking, telling
from onix.serve.drawing import html
from onix.serve.rights import SAFE, EnterFirstError, Right, Visitor, WaitError, visitor_of
from onix.verify.clock import clock

HERE = Path(__file__).parent
# The pages that the head of every page leads to.
PLACES = (
    ("/", "Ask"), ("/quotes", "Quotes"), ("/timeline", "Timeline"), ("/check", "Check"),
    ("/compare", "Compare"), ("/sources", "Sources"), ("/add", "Add"),
)  # fmt: skip


def right_for(address: str) -> Right:
    """Give the right without which one of these pages is not offered."""
    rights: dict[str, Right] = {"/": "ask", "/check": "check", "/add": "add"}
    return rights.get(address, "read")


def is_web(address: str | None) -> bool:
    """May a link lead there: http or https, whole and well written, and never "javascript:"?"""
    return web_address(address) is not None


def host(address: str) -> str:
    """Give the name of the machine an address leads to."""
    try:
        return urlsplit(address).hostname or address
    except ValueError:  # a document may say anything of where it was
        return address


def today() -> str:
    """Give the day it is here."""
    return date.today().isoformat()


templates = Jinja2Templates(HERE / "templates")
templates.env.trim_blocks = templates.env.lstrip_blocks = True
templates.env.auto_reload = False  # else every page asks the disk whether they have changed
templates.env.filters |= {
    "day": day, "source_name": source_name, "source_day": source_day,
    "is_web": is_web, "host": host, "clock": clock, "drawn": html,
}  # fmt: skip
templates.env.globals |= {
    "places": PLACES, "right_for": right_for, "today": today,
    "notes": notes, "when": when, "hedged": hedged, "how_said": how_said, "how_sure": how_sure,
    "who_is_meant": who_is_meant, "unanswered": unanswered,
    "yes_or_no": yes_or_no,
    "in_marks": in_marks, "as_told": as_told,
    "document_address": linking.document_address, "place": linking.place,
    "original": linking.original, "differences": linking.differences,
    "quotes_by": linking.quotes_by,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """What every page knows of the request that it answers.

    Attributes:
        address: The path that was asked for.
        record: The folder of the record.
    """

    visitor: Visitor
    address: str
    record: Path


def face_of(request: Request) -> Face:
    """Give what a page is to know of a request."""
    return Face(visitor_of(request), request.url.path, request.app.state.desk.path)


def drawn(face: Face, name: str, **values: Any) -> str:
    """Give a page as HTML; it can be drawn in another process than the one that was asked.

    What a job says of a `problem` is told in the words of the page, as `why` and notes are by the
    function `here`.
    """
    here = partial(telling.here, place=telling.PAGE, record=face.record)
    if isinstance(problem := values.get("problem"), str):
        values["problem"] = here(problem)
    values |= {"visitor": face.visitor, "address": face.address, "here": here}
    values["version"] = __version__
    return templates.get_template(f"{name}.html").render(values)


def page(request: Request, name: str, *, status: int = 200, **values: Any) -> Response:
    """Give a page; every template knows the visitor and the version."""
    return HTMLResponse(drawn(face_of(request), name, **values), status)


def wants_json(request: Request) -> bool:
    """Is it a program that asks?"""
    path = request.url.path
    if path.startswith(("/api/", "/embed/")) or path.endswith(".json"):
        return True
    accepts = request.headers.get("accept", "")
    return "application/json" in accepts and "text/html" not in accepts


def failure(request: Request, says: str, status: int) -> Response:
    """Give an error: what happened, where, what to do."""
    if wants_json(request):
        return JSONResponse({"ok": False, "error": says, "status": status}, status)
    return page(request, "error", status=status, says=says, code=status)


async def on_onix_error(request: Request, problem: Exception) -> Response:
    """Answer with what the user can mend."""
    assert isinstance(problem, OnixError)  # noqa: S101 - registered for it alone
    must_enter = isinstance(problem, EnterFirstError)
    reads = request.method in SAFE and "authorization" not in request.headers
    if must_enter and reads and not wants_json(request):
        then = f"{request.url.path}?{request.url.query}".rstrip("?")
        return RedirectResponse(f"/enter?{urlencode({'then': then})}", 303)
    answer = failure(request, told(request, str(problem)), problem.status)
    if must_enter:
        answer.headers["www-authenticate"] = "Bearer"
    if isinstance(problem, WaitError):
        answer.headers["retry-after"] = str(problem.seconds)
    return answer


def told(request: Request, says: str) -> str:
    """Give a sentence of a job in the words of a page, or of the API."""
    place = telling.API if wants_json(request) else telling.PAGE
    return telling.here(says, place, request.app.state.desk.path)


async def on_http_error(request: Request, problem: Exception) -> Response:
    """Answer where there is no such page, or no such way to ask for it."""
    assert isinstance(problem, HTTPException)  # noqa: S101 - registered for it alone
    if problem.status_code == 404:
        return failure(request, f"There is nothing at {request.url.path}. Start at: /", 404)
    if problem.status_code == 405:
        allowed = (problem.headers or {}).get("Allow", "GET")
        says = f"{request.method} is no way to ask for {request.url.path}. Use {allowed}."
        return failure(request, says, 405)
    return failure(request, f"{problem.detail}.", problem.status_code)


async def on_invalid(request: Request, problem: Exception) -> Response:
    """Answer to a value that is none."""
    assert isinstance(problem, RequestValidationError)  # noqa: S101 - registered for it alone
    first = problem.errors()[0]
    where = ".".join(str(each) for each in first["loc"][1:]) or "the request"
    if first["type"] == "missing":
        return failure(request, f"Cannot go on without {where}. Send it, too.", 422)
    return failure(request, f"Cannot read {where}: {first['msg']}. Check its value.", 422)
