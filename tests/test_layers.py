"""The floors of the house, drawn from the imports: nothing reaches up, nothing reaches across."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "onix"

# From the ground up. Parts of one floor do not import one another.
FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"model", "errors", "story"}),
    frozenset({"boxes"}),
    frozenset({"settings"}),
    frozenset({"seams", "alignment", "wire"}),
    frozenset({"intake", "reading"}),
    frozenset({"record"}),
    frozenset({"verify"}),
    frozenset({"jobs"}),
    frozenset({"serve"}),
    frozenset({"cli", "testing"}),
    frozenset({"__main__"}),
)
FLOOR_OF = {part: number for number, parts in enumerate(FLOORS) for part in parts}

# What `import onix.cli` must not drag in: each of these costs tens of milliseconds or more.
HEAVY = {
    *{"spacy", "thinc", "numpy", "scipy", "tantivy", "rapidfuzz", "rensa", "regex", "py3langid"},
    *{"trafilatura", "htmldate", "lxml", "feedparser", "markdown_it", "pypdf", "docx", "httpx"},
    *{"onnxruntime", "duckdb", "pandas"},
    *{"rich", "sqlite3", "pydantic", "multiprocessing", "asyncio"},
}


def part_of(path: Path) -> str:
    """The part of the house a file belongs to: its first folder, or its own name."""
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imported_parts(path: Path) -> Iterator[tuple[str, int]]:
    """Give each part of onix that a file imports, wherever it stands in it, with the line."""
    package = ("onix", *path.relative_to(SOURCE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*above, *([node.module] if node.module else [])))
            names = [f"onix.{each.name}" for each in node.names] if module == "onix" else [module]
        for name in names:
            steps = name.split(".")
            if steps[0] == "onix" and len(steps) > 1 and steps[1] != "__version__":
                yield steps[1], line


def violations(path: Path) -> list[str]:
    """Say which imports of a file reach up or across."""
    here = part_of(path)
    if here == "__init__":
        return [
            f"{path.name}:{line} imports onix.{part}; onix itself imports nothing"
            for part, line in imported_parts(path)
        ]
    return [
        f"{path.relative_to(SOURCE)}:{line} ({here}, floor {FLOOR_OF[here]}) imports "
        f"onix.{part} (floor {FLOOR_OF[part]})"
        for part, line in imported_parts(path)
        if part != here and FLOOR_OF[part] >= FLOOR_OF[here]
    ]


FILES = sorted(SOURCE.rglob("*.py"))


def test_every_part_has_its_floor() -> None:
    """A new part of the house is put on a floor before anything else is said about it."""
    assert {part_of(path) for path in FILES} - {"__init__"} <= set(FLOOR_OF)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_only_go_down(path: Path) -> None:
    """A file imports only from floors below its own part, never from a part beside it."""
    assert violations(path) == []


def test_a_reach_upwards_is_seen() -> None:
    """The drawing itself notices an import inside a function that goes up or across."""
    assert FLOOR_OF["intake"] == FLOOR_OF["reading"] < FLOOR_OF["record"] < FLOOR_OF["jobs"]
    names = [part for part, _ in imported_parts(SOURCE / "cli" / "looking.py")]
    assert "settings" in names


def test_the_command_line_starts_without_heavy_modules() -> None:
    """`onix --help` stays quick because nothing heavy is imported before it is needed."""
    script = (
        "import sys, onix.cli, onix.cli.looking, onix.cli.keeping; "
        f"print(*(each for each in {HEAVY!r} if each in sys.modules))"
    )
    # Without the variables of coverage, which would bring modules of its own.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
