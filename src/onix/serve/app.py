"""The server put together: pages and resources, the guard in front, one shape of error.

In: how a record is served. Out: an ASGI app that uvicorn runs.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from onix import __version__
from onix.errors import OnixError
from onix.serve import api, mcp_door, showing
from onix.serve.bench import Bench
from onix.serve.desk import Desk, Serving
from onix.serve.door import Door
from onix.serve.embed import asking as embedded
from onix.serve.embed.holding import Boxes
from onix.serve.guard import Guard
from onix.serve.pages import (
    adding,
    asking,
    checking,
    comparing,
    documents,
    entering,
    quoting,
    sources,
    timing,
)
from onix.serve.warming import warm, warm_soon


def make_app(serving: Serving) -> FastAPI:
    """Give the app that serves a record.

    Raises:
        InputError: It would stand open to a network.
    """
    door = Door(serving)
    desk = Desk(serving, paths=door.kind == "open")
    bench = Bench(desk)
    manager = mcp_door.make_manager(desk)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        desk.warm(warm, warm_soon)
        async with manager.run():
            yield
        bench.close()
        desk.close()
        door.close()

    app = FastAPI(
        title="Onix", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None,
        openapi_url=f"{api.PREFIX}/openapi.json",
        # FastAPI can tell other machines what is asked; nothing leaves this one.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )  # fmt: skip
    app.state.desk = desk
    app.state.door = door
    app.state.bench = bench
    app.state.mcp = manager
    app.state.boxes = Boxes(serving.settings.boxes, at_once=serving.settings.processes)
    app.add_middleware(Guard, serving=serving, explain=showing.on_onix_error)
    app.add_exception_handler(OnixError, showing.on_onix_error)
    app.add_exception_handler(HTTPException, showing.on_http_error)
    app.add_exception_handler(RequestValidationError, showing.on_invalid)
    # The script that zooms a timeline is that of the page `onix timeline --html` makes.
    pages = StaticFiles(packages=[("onix.jobs.timeline", "pages")])
    app.mount("/static/timeline", pages, name="timeline")
    app.mount("/static", StaticFiles(directory=showing.HERE / "static"), name="static")
    for each in (
        asking,
        documents,
        quoting,
        timing,
        checking,
        comparing,
        sources,
        adding,
        entering,
    ):
        app.include_router(each.router, include_in_schema=False)
    if serving.settings.boxes:
        app.include_router(embedded.router, include_in_schema=False)
    app.include_router(api.router)
    api.describe(app)
    app.include_router(mcp_door.router, include_in_schema=False)
    return app
