"""The pages say what the code does: generated ones are current, links lead somewhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")


def test_the_reference_is_what_the_code_says() -> None:
    """Commands, settings and wire are described as they are; `make docs` writes them anew."""
    done = subprocess.run(
        [sys.executable, "scripts/docs.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """A reader who follows a link finds the page."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target


def test_every_field_on_the_wire_is_explained() -> None:
    """docs/fields.md has a line for each key that a program can meet."""
    text = (ROOT / "docs/reference/wire.md").read_text(encoding="utf-8")
    met: set[str] = set()

    def collect(value: object) -> None:
        if isinstance(value, dict):
            met.update(value)
            for each in value.values():
                collect(each)
        elif isinstance(value, list):
            for each in value:
                collect(each)

    for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL):
        collect(json.loads(block))
    fields = (ROOT / "docs/fields.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+) \|", fields, re.MULTILINE)
    explained = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert met - explained == set()
