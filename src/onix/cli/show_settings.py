"""Settings as text or JSON: each with its value and where it comes from."""

from __future__ import annotations

import json
import sys

from onix.settings import NAMES, Settings


def lines(settings: Settings) -> list[str]:
    """Give one line a setting: name, value, origin."""
    return [f"{name} = {_value(settings, name)} ({settings.origin(name)})" for name in NAMES]


def show(settings: Settings, *, as_json: bool) -> None:
    """Print the settings."""
    if as_json:
        found = {
            name: {"value": _value(settings, name), "origin": settings.origin(name)}
            for name in NAMES
        }
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("\n".join(lines(settings)) + "\n")


def _value(settings: Settings, name: str) -> object:
    value = getattr(settings, name)
    return value if isinstance(value, bool | int) else str(value)
