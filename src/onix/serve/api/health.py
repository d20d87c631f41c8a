"""Whether the server answers: nothing in, a line of JSON out, for whatever watches over it.

It needs no right and waits for no reader, so that a busy server is not taken for a dead one.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from onix import __version__
from onix.serve.api.answering import desk_of
from onix.serve.api.shapes import ERRORS, gives, keys

router = APIRouter(tags=["health"])


@router.get(
    "/healthz",
    responses=gives(
        "It answers; `record` says whether there is a record yet.",
        keys(ok={"const": True}, version={"type": "string"}, record={"type": "boolean"}),
    )
    | {code: ERRORS[code] for code in (400, 429)},
)
def get_health(request: Request) -> Response:
    """Say that the server is there."""
    return JSONResponse({"ok": True, "version": __version__, "record": desk_of(request).is_there})
