"""The REST API: a resource a job under `/api/v1`, in the wire format of `onix.wire`.

In: requests of programs. Out: JSON. Each resource is a few lines over a job; who may use it is
decided in `rights.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute

from onix.serve.api import checking, health, keeping, looking, shapes
from onix.serve.api.answering import known_only
from onix.serve.rights import needs, scope_of

PREFIX = "/api/v1"
_PARTS = (looking.router, checking.router, keeping.router)


def _name(route: APIRoute) -> str:
    return route.name


router = APIRouter(generate_unique_id_function=_name)
router.include_router(health.router)
for each in _PARTS:
    router.include_router(
        each, prefix=PREFIX, responses=shapes.ERRORS, dependencies=[Depends(known_only)]
    )


def describe(app: FastAPI) -> None:
    """Have the app's OpenAPI say what is sent and given, and which scope a token needs."""
    shapes.describe(app, dict(_scopes()))


def _scopes() -> Iterator[tuple[str, str]]:
    for part in _PARTS:
        for route in part.routes:
            if not isinstance(route, APIRoute):
                continue
            for each in route.dependencies:
                if isinstance(each.dependency, needs):
                    yield route.name, scope_of(each.dependency.right)
