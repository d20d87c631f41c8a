"""`/mcp`: the tools over HTTP. A request that may read goes on to the protocol's own server.

Each tool names the right that it needs (`mcp_tools.py`); the Host and Origin of a request have been
looked at by the guard, as for every other resource.
"""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import Receive, Scope, Send

from onix.serve.desk import Desk
from onix.serve.mcp_tools import make_tools
from onix.serve.rights import needs

router = APIRouter()


def make_manager(desk: Desk) -> StreamableHTTPSessionManager:
    """Give what speaks the protocol over HTTP; it runs as long as the app does."""
    server = make_tools(desk)
    server.streamable_http_app(
        stateless_http=True,  # nothing of one call is remembered for the next
        json_response=True,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    return server.session_manager


class _Forwarded(Response):
    """An answer that the protocol's server gives by itself."""

    def __init__(self, manager: StreamableHTTPSessionManager) -> None:
        super().__init__()
        self._manager = manager

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._manager.handle_request(scope, receive, send)


@router.api_route("/mcp", methods=["GET", "POST", "DELETE"], dependencies=[Depends(needs("read"))])
async def mcp(request: Request) -> Response:
    """Answer an MCP client."""
    return _Forwarded(request.app.state.mcp)
