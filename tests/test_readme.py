"""The README shows what really happens: its commands are run and their output compared."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_readme_prints_exactly_what_it_shows(tmp_path: Path) -> None:
    """Whoever types the README's commands in an empty folder sees the lines printed there."""
    done = subprocess.run(
        [sys.executable, "scripts/readme.py", "README.md", "--folder", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (
        f"{done.stdout}{done.stderr}\nIf the output is right, read the diff and run: "
        'python scripts/readme.py README.md --folder "$(mktemp -d)" --write'
    )
    assert "same: onix" in done.stdout
