"""The REST API: a resource a job under `/api/v1`, in the wire format of `onix.wire`.

In: requests of programs. Out: JSON. Each resource is a few lines over a job; who may use it is
decided in `rights.py`.
"""

from __future__ import annotations

from fastapi import APIRouter

from onix.serve.api import checking, keeping, looking
from onix.serve.api.shapes import ERRORS

PREFIX = "/api/v1"
router = APIRouter(prefix=PREFIX, responses=ERRORS)
for each in (looking, checking, keeping):
    router.include_router(each.router)
