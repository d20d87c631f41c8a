"""The page on the API shows what works: its examples are run by a shell and by Python."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onix.jobs.demo import demo
from onix.serve.desk import Serving
from onix.settings import Settings
from scripts.readme import BLOCK, run, steps
from tests.browser.serving import served
from tests.serve.test_api import DRAFT

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "use-the-api.md"
PAGE = HOW_TO.read_text(encoding="utf-8")
SHOWN = "http://127.0.0.1:8765"


def blocks(language: str) -> list[str]:
    """Give the examples of the page."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Serve the bundled story, with the files at hand that the page speaks of."""
    demo(tmp_path / "story.onix")
    (tmp_path / "draft.md").write_text(DRAFT)
    (tmp_path / "call.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Gideon Marsh>You write a paper, we write a paper.\n"
    )
    (tmp_path / "old.md").write_text("1. The army must leave.\n")
    (tmp_path / "new.md").write_text("1. The army should leave.\n")
    (tmp_path / "bridge.txt").write_text("The bridge will close on Monday, Ada Brandt said.\n")
    settings = Settings(record=tmp_path / "story.onix", workers=1)
    with served(Serving(settings=settings)) as made:
        yield made


def test_the_examples_with_curl_do_what_the_page_says(address: str, tmp_path: Path) -> None:
    """Those with what they print, print it; a changed answer must be read and written anew."""
    text = PAGE
    for block in BLOCK.finditer(PAGE):
        fresh = "```console\n"
        for step in steps(block[1]):
            here = type(step)(step.command.replace(SHOWN, address), step.shown)
            printed = run(here, folder=tmp_path, programs=tmp_path)
            # JSON has no line break at its end, and a page needs one.
            fresh += f"$ {step.command}\n{printed and printed.rstrip() + chr(10)}"
        text = text.replace(block[0], f"{fresh}```", 1)
    if os.environ.get("ONIX_WRITE_PAGES"):
        HOW_TO.write_text(text, encoding="utf-8")
    assert text == PAGE, "if this is right, write it: ONIX_WRITE_PAGES=1 pytest " + __file__
    tried = 0
    for script in (each.replace(SHOWN, address) for each in blocks("sh")):
        if "onix serve" in script:
            continue
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],  # noqa: S607 - as a reader would
            cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, (script, done.stderr)
        rest = done.stdout.strip()
        while rest:
            found, end = json.JSONDecoder().raw_decode(rest)
            assert found.get("ok") is not False, (script, found)
            rest = rest[end:].strip()
            tried += 1
    assert tried > 8


def test_the_client_in_python_answers(address: str, tmp_path: Path) -> None:
    """Ten lines over httpx, as the page has them."""
    (code,) = blocks("python")
    path = tmp_path / "client.py"
    path.write_text(code.replace(SHOWN, address))
    done = subprocess.run(
        [sys.executable, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "April" in done.stdout


def test_every_key_that_only_the_api_has_is_explained() -> None:
    """docs/fields.md has a line for each key of the reference page."""
    docs = HOW_TO.parents[1]
    page = (docs / "reference" / "api.md").read_text(encoding="utf-8")
    tables = re.findall(r"^\| Key \|(.*?)^$", page, re.MULTILINE | re.DOTALL)
    keys = {name for each in tables for name in re.findall(r"^\| `(\w+)` \|", each, re.MULTILINE)}
    rows = re.findall(
        r"^\| (`[^|]+) \|", (docs / "fields.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(keys) > 30
    assert keys - {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set()
