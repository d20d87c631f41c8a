"""Scripts of the evaluation end alike, however much of them is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.running import run_script

ROOT = Path(__file__).parents[2]
LONG = "[print('figure', n) for n in range(100_000)] and 3"


def _ends(main: str) -> subprocess.Popen[str]:
    script = (
        "from evaluation.running import run_script\n"
        "def fails(): raise BrokenPipeError('the peer has gone')\n"
        f"run_script(lambda: {main})"
    )
    return subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


def test_whoever_has_read_enough_sees_no_traceback() -> None:
    """`| head` closes the pipe while figures are still being printed."""
    with _ends(LONG) as script:
        assert script.stdout is not None and script.stderr is not None
        assert script.stdout.readline() == "figure 0\n"
        script.stdout.close()
        assert script.stderr.read() == ""
    assert script.returncode == 0


def test_a_pipe_that_breaks_elsewhere_is_a_fault() -> None:
    """A peer that ends in the middle is not taken for a reader who has seen enough."""
    with _ends("fails()") as script:
        _, says = script.communicate()
    assert "the peer has gone" in says
    assert script.returncode == 1


@pytest.mark.parametrize("code", [0, 1, None])
def test_the_exit_code_is_that_of_the_script(code: int | None) -> None:
    """Findings of a gate reach whoever started it."""
    with pytest.raises(SystemExit) as ended:
        run_script(lambda: code)
    assert ended.value.code == code


def test_a_file_that_is_not_there_is_named_without_a_traceback(tmp_path: Path) -> None:
    """Whoever mistypes `--data` is told which file is meant."""
    with _ends(f"open({str(tmp_path / 'gold.jsonl')!r})") as script:
        _, told = script.communicate()
    assert script.returncode == 2
    assert "gold.jsonl" in told and "--help" in told and "Traceback" not in told
