"""Write the page of the API from what the server says of itself.

Comes in: the OpenAPI of `onix serve` and the rights its routes need. Goes out: the text of
docs/reference/api.md. A file of its own because pages of commands and values need no server.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MADE = "<!-- Written by `make docs` from the code; do not edit. -->\n"
Schema = dict[str, Any]


def api(on_the_wire: set[str]) -> str:
    """Give the page: each resource with what it takes and gives, then what it gives in detail.

    Args:
        on_the_wire: Values that have a section in wire.md.
    """
    from onix.serve.app import make_app
    from onix.serve.desk import Serving
    from onix.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        serving = Serving(settings=Settings(record=Path(folder) / "none.onix"))
        described = make_app(serving).openapi()
    page = _Page(described["components"]["schemas"], on_the_wire)
    parts = [
        f"# The API\n\n{MADE}\n"
        "What `onix serve` answers to programs; [how to use it](../how-to/use-the-api.md).\n"
        "The same for tools is at `/api/v1/openapi.json`.\n"
        "Values are those of [on the wire](wire.md); what each key means is in "
        "[fields.md](../fields.md).\n"
    ]
    for path, methods in described["paths"].items():
        for method, each in methods.items():
            title = f"{method.upper()} {path}"
            parts.append(page.resource(title, each))
    parts.append("# What is sent and given besides\n")
    parts += page.values()
    parts.append(_errors(described))
    return "\n".join(parts)


class _Page:
    def __init__(self, schemas: dict[str, Schema], on_the_wire: set[str]) -> None:
        self._schemas = schemas
        self._on_the_wire = on_the_wire
        self._wanted: list[str] = []

    def resource(self, title: str, described: Schema) -> str:
        """Give the section of a resource."""
        says = [f"## {title}\n", f"{described['description']}\n"]
        for scope in (
            one for each in described.get("security", []) for one in each.get("token", [])
        ):
            says.append(f"A token needs the scope `{scope}`.\n")
        taken = [
            (each["name"], each["schema"], each["required"], each.get("description"))
            for each in described.get("parameters", [])
            if each["in"] != "header"
        ]
        if taken:
            says.append(self._table("Parameter", taken))
        for kind, each in described.get("requestBody", {}).get("content", {}).items():
            schema = self._resolved(each["schema"])
            says.append(f"As `{kind}`:\n\n{self._table('Field', self._fields(schema))}")
        good = described["responses"]["200"]
        says.append(f"Gives: {good['description']}\n")
        for kind, each in good["content"].items():
            schema = each["schema"]
            if "$ref" in schema:
                says.append(f"`{kind}`: {self._kind(schema)}\n")
            elif "properties" in schema:
                says.append(self._table("Key", self._fields(schema)))
            else:
                says.append(f"`{kind}`\n")
        if "304" in described["responses"]:
            says.append(
                "It has an `ETag`; sent as `If-None-Match`, it gives 304 if it still holds.\n"
            )
        return "\n".join(says)

    def values(self) -> Iterator[str]:
        """Give a section for each value that was met and has none in wire.md."""
        for name in ("added", "run"):  # lines of a stream
            self._link(name)
        for name in self._wanted:  # grows while it is gone through
            schema = self._schemas[name]
            says = f"{schema['description']}\n\n" if "description" in schema else ""
            head = "Field" if name[0].isupper() else "Key"  # what comes in, what goes out
            yield f"## {name}\n\n{says}{self._table(head, self._fields(schema))}"

    def _fields(self, schema: Schema) -> list[tuple[str, Schema, bool, str | None]]:
        needed = schema.get("required", [])
        return [
            (name, each, name in needed, each.get("description"))
            for name, each in schema.get("properties", {}).items()
        ]

    def _resolved(self, schema: Schema) -> Schema:
        return self._schemas[_name(schema)] if "$ref" in schema else schema

    def _table(self, head: str, rows: list[tuple[str, Schema, bool, str | None]]) -> str:
        lines = [f"| {head} | Kind | What it is |", "|---|---|---|"]
        for name, schema, is_needed, says in rows:
            notes = [] if says is None else [says.rstrip(".")]
            if head == "Key" and not is_needed:
                notes.append("not always there")
            elif head != "Key":
                schema = _without_null(schema)
                if is_needed:
                    notes.append("needed")
                elif schema.get("default") not in (None, []):
                    notes.append(f"`{_shown(schema['default'])}` if left out")
            lines.append(f"| `{name}` | {self._kind(schema)} | {'; '.join(notes)} |")
        return "\n".join(lines) + "\n"

    def _kind(self, schema: Schema) -> str:
        """Give the kind of a value in a few words, with links to those that have a section."""
        if "$ref" in schema:
            return self._link(_name(schema))
        if "anyOf" in schema:
            return " or ".join(self._kind(each) for each in schema["anyOf"])
        if "enum" in schema:
            return ", ".join(f"`{each}`" for each in schema["enum"])
        if "const" in schema:
            return f"`{_shown(schema['const'])}`"
        kind = schema.get("type", "anything")
        if isinstance(kind, list):
            return " or ".join(self._kind({**schema, "type": each}) for each in kind)
        if kind == "array":
            if "prefixItems" in schema:
                return "pairs of " + " and ".join(map(self._kind, schema["prefixItems"]))
            return f"list of {self._kind(schema['items'])}"
        if kind == "object" and "properties" in schema:
            return "object with " + ", ".join(f"`{each}`" for each in schema["properties"])
        if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
            return f"object of {self._kind(schema['additionalProperties'])}"
        if schema.get("format") == "binary":
            return "file"
        low, high = schema.get("minimum"), schema.get("maximum")
        return str(kind) if high is None or low is None else f"{kind}, {low} to {high}"

    def _link(self, name: str) -> str:
        if name in self._on_the_wire:
            return f"[{name}](wire.md#{name})"
        if name not in self._wanted:
            self._wanted.append(name)
        return f"[{name}](#{name.lower()})"


def _name(schema: Schema) -> str:
    return str(schema["$ref"].rpartition("/")[2])


def _without_null(schema: Schema) -> Schema:
    """Give the kind of what is sent; to leave it out is shorter than to send null."""
    some = [each for each in schema.get("anyOf", []) if each.get("type") != "null"]
    if len(some) != 1:
        return schema
    (one,) = some
    return {**{key: each for key, each in schema.items() if key != "anyOf"}, **one}


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _errors(described: Schema) -> str:
    says: dict[str, str] = {}
    for methods in described["paths"].values():
        for each in methods.values():
            for code, response in each["responses"].items():
                if int(code) >= 400:
                    says.setdefault(code, response["description"])
    rows = "\n".join(f"| {code} | {says[code]} |" for code in sorted(says))
    return (
        '# Errors\n\nEvery error is `{"ok": false, "error": …, "status": …}`: '
        "what happened, where, what to do.\n\n"
        f"| Status | Means |\n|---|---|\n{rows}\n"
    )
