"""The demonstration for the eye: what was added in one line, then each question and its answer."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from pathlib import Path

from onix import wire
from onix.cli.show_answer import answer_blocks
from onix.cli.terminal import Piece, block, write
from onix.jobs.demo import Demo
from onix.jobs.report import Counts, added_json, summary


def show(demo: Demo, *, as_json: bool) -> None:
    """Print what the demonstration did, and how to go on from it."""
    if as_json:
        found = {
            "record": None if demo.record is None else str(demo.record),
            "added": [added_json(each) for each in demo.added],
            "answers": [wire.answer(each) for each in demo.answers],
        }
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    counts: Counts = Counts()
    for each in demo.added:
        counts[each.outcome] += 1
        counts["words"] += each.words
    blocks = [block(f"The bundled story, invented for Onix: {summary(counts)}")]
    for answer in demo.answers:
        blocks += [block(), block(Piece(f"? {answer.question}", "strong"))]
        blocks += answer_blocks(answer)
    onix = shlex.quote(command())
    record = shlex.quote(str(demo.record or "story.onix"))
    keep = "" if demo.record else f"{onix} demo --record {record} && "
    serve = f"serve --open --record {record}" if demo.record else "serve --demo --open"
    blocks += [
        block(),
        block(f"Ask it yourself: {keep}{onix} ask 'Who leaked the calls?' --record {record}"),
        block(f"Read it in the browser: {onix} {serve}"),
    ]
    write(blocks)


def command() -> str:
    """Give what to type for Onix here: behind `make demo` it is ".venv/bin/onix"."""
    typed = Path(sys.argv[0])
    found = shutil.which("onix")
    is_found = found is not None and Path(found).resolve() == typed.resolve()
    if is_found or typed.name != "onix" or not typed.is_file():
        return "onix"
    is_below = typed.absolute().is_relative_to(Path.cwd())
    return str(typed.absolute().relative_to(Path.cwd()) if is_below else typed)
