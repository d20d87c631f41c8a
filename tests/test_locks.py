"""What is installed is what pyproject.toml asks for, by hash, from the public registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def locked(name: str) -> dict[str, str]:
    """Give the version of each package in a lock."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(package): version for package, version in PINNED.findall(text)}


def wanted(*, dev: bool) -> list[Requirement]:
    """Give what pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = list(project["project"]["dependencies"])
    if dev:
        asked += project["dependency-groups"]["dev"]
        asked += [
            each for extra in project["project"]["optional-dependencies"].values() for each in extra
        ]
    return [Requirement(each) for each in asked]


@pytest.mark.parametrize(
    ("name", "dev"), [("requirements.lock", False), ("requirements-dev.lock", True)]
)
def test_the_lock_holds_what_the_project_asks_for(name: str, dev: bool) -> None:
    """Each dependency is locked to a version that pyproject.toml allows."""
    versions = locked(name)
    for each in wanted(dev=dev):
        assert versions.get(canonicalize_name(each.name), "not locked") in each.specifier, each


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_hash_and_no_place_of_its_own(name: str) -> None:
    """Nothing is installed without its SHA-256, nor from a folder or index of one machine."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert blocks
    for each in blocks:
        assert PINNED.match(each), each
        assert "--hash=sha256:" in each, each
    assert "file:" not in text
    assert "--index" not in text


def test_the_universal_lock_names_only_the_public_registry() -> None:
    """uv.lock can be used anywhere: no local index, no path of one machine."""
    text = (ROOT / "uv.lock").read_text(encoding="utf-8")
    places = set(re.findall(r'registry = "([^"]+)"', text))
    hosts = set(re.findall(r'url = "(https?://[^/]+)', text))
    assert places == {"https://pypi.org/simple"}
    assert hosts == {"https://files.pythonhosted.org"}
