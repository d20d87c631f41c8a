"""The command that compares versions of a plan: compare.

Comes in: typed arguments. Goes out: an exit code as `diff` has it (0 the same, 1 different, 2 could
not); the printing is in `show_comparison.py` for the eye and in `jobs/compare/page.py` as a page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from onix.cli import options
from onix.cli.app import app, examples, opened, settings_of
from onix.cli.terminal import clean
from onix.errors import InputError
from onix.model import Marks

PATIENCE = 1.0  # seconds before a bar shows how far the reading is


@app.command(
    epilog=examples(
        "onix compare draft-april.md draft-may.md",
        "onix compare first.docx second.docx third.pdf --all",
        "onix compare old.md new.md --coverage articles/",
        "onix compare old.md new.md --record news.onix --json",
        "onix compare old.md new.md --html > compared.html",
    )
)
def compare(
    versions: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD NEW [NEWER…]",
            help="Files, - for standard input, or documents of the record, the oldest first.",
            show_default=False,
        ),
    ],
    coverage: Annotated[
        list[str] | None,
        typer.Option(
            "--coverage",
            metavar="FILE",
            help="Articles to look in for who objected: files, folders, patterns in quotation "
            "marks; may be repeated.",
            show_default=False,
        ),
    ] = None,
    record: options.Record = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show unchanged points in full, too.")
    ] = False,
    as_json: options.AsJson = False,
    as_html: Annotated[
        bool, typer.Option("--html", help="Print a page with both versions side by side.")
    ] = False,
    debug: options.Debug = False,
) -> int:
    """Show what became of each point of a plan, and who objected to which.

    With --record the articles of the record are looked in for objections, and versions may be
    documents of it. Exit code 0: the same, 1: different, 2: could not compare.
    """
    from onix.cli.show_progress import progress
    from onix.jobs.compare import compare_all
    from onix.jobs.compare.objections.coverage import marks_in_files, marks_in_record
    from onix.jobs.compare.objections.objections import with_objections
    from onix.jobs.compare.versions import read_version

    if len(versions) < 2:
        raise InputError("One version is nothing to compare. Name two: onix compare OLD NEW")
    if as_json and as_html:
        raise InputError("Cannot print --json and --html at once. Give one of them.")
    if versions.count("-") > 1:
        raise InputError("Standard input holds one version. Name a file for the others.")
    _refuse_coverage(versions, coverage or ())
    settings = settings_of(debug, record=record)
    with ExitStack() as stack:
        kept = None if record is None else stack.enter_context(opened(settings.record))
        documents = [read_version(each, record=kept, stdin=sys.stdin.buffer) for each in versions]
        found = compare_all(documents)
        left_out: list[str] = []
        if kept is not None or coverage:
            on_progress = stack.enter_context(progress(quiet=as_json or as_html, after=PATIENCE))
            read = [] if kept is None else [marks_in_record(kept, documents, on_progress)]
            read += [marks_in_files(coverage, left_out, on_progress)] if coverage else []
            looked_in: list[str] = []
            found = with_objections(found, _noting(chain.from_iterable(read), looked_in))
            if not any(step.objections for step in found.steps):
                left_out.append(_nobody(len(looked_in)))
    for why in left_out:
        sys.stderr.write(f"onix: {clean(why)}\n")
    if as_json:
        from onix import wire

        single = len(found.steps) == 1
        made = wire.comparison(found.steps[0]) if single else wire.history(found)
        sys.stdout.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n")
    elif as_html:
        from onix.jobs.compare.page import page

        sys.stdout.write(page(found.steps))
    else:
        from onix.cli.show_comparison import comparison_blocks, history_blocks
        from onix.cli.terminal import write

        if len(found.steps) == 1:
            write(comparison_blocks(found.steps[0], everything=everything))
        else:
            write(history_blocks(found, everything=everything))
    return 0 if found.is_same else 1


def _noting(coverage: Iterable[Marks], looked_in: list[str]) -> Iterator[Marks]:
    for marks in coverage:
        looked_in.append(marks.document.id)
        yield marks


def _nobody(articles: int) -> str:
    """Say why there is no objection."""
    if not articles:
        return "No article of the record is about this plan. Name articles with --coverage."
    where = "the article" if articles == 1 else f"the {articles:,} articles"
    return f"Nobody was found who objects to a point in {where} looked in."


def _refuse_coverage(versions: Sequence[str], coverage: Sequence[str]) -> None:
    """Refuse articles among the versions: the shell makes many files of a pattern without quotes.

    Raises:
        InputError: A version lies beside a file of --coverage and has its ending, another not.
    """
    folders = {(Path(each).parent, Path(each).suffix) for each in coverage}
    beside = [each for each in versions if (Path(each).parent, Path(each).suffix) in folders]
    if beside and len(versions) > 2 and len(beside) < len(versions):
        raise InputError(
            f"{beside[0]} stands among the versions, but lies beside the articles of --coverage. "
            "Put a pattern in quotation marks, as in --coverage 'articles/*.html', or name the "
            "folder of the articles."
        )
