"""The environment in which peers are installed to be measured; Onix itself is not in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def environment(folder: Path, install: Sequence[Sequence[str]]) -> Path:
    """Give the Python of the peers' environment, made when it is not there.

    Args:
        install: What pip installs, one call after the other.

    Raises:
        CalledProcessError: It cannot be made; pip has said why.
    """
    folder = folder.absolute()  # the peers are run in another folder
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        for packages in install:
            command = [str(python), "-m", "pip", "install", "--quiet", *packages]
            subprocess.run(command, check=True, stdout=sys.stderr)
    return python
