"""Which page elsewhere may read an answer: a path and an Origin in, headers for browsers out.

Every answer under `/embed/` carries them, refusals too, or the box could not say why it is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from onix.boxes import Box

PREFIX = "/embed/v1"
SCRIPT = "/static/embed.js"


def box_at(boxes: Sequence[Box], path: str) -> Box | None:
    """Give the box that an address is of."""
    name = path.removeprefix(f"{PREFIX}/").partition("/")[0].lower()
    is_there = path.startswith(f"{PREFIX}/")
    return next((each for each in boxes if is_there and each.name.lower() == name), None)


def may_show(box: Box, origin: str | None) -> bool:
    """May a page of this origin show the box?"""
    return origin in box.origins


def headers_for(boxes: Sequence[Box], path: str, origin: str | None) -> dict[str, str]:
    """Give the headers by which a browser lets a page elsewhere have an answer; none for others."""
    if path == SCRIPT:
        return {"cross-origin-resource-policy": "cross-origin"}
    if not path.startswith("/embed/"):
        return {}
    found = {"vary": "Origin"}
    box = box_at(boxes, path)
    if origin is not None and box is not None and may_show(box, origin):
        found |= {
            "access-control-allow-origin": origin,
            "access-control-expose-headers": "Retry-After",
        }
    return found
