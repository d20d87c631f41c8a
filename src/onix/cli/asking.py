"""The commands that answer: ask, and the demonstration on the bundled story.

Comes in: typed arguments. Goes out: an exit code; the printing is in the `show_*` files.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onix.cli import options
from onix.cli.app import app, examples, one_form, opened, settings_of
from onix.errors import InputError

if TYPE_CHECKING:
    from onix.model import Answer


@app.command(
    epilog=examples(
        "onix ask 'Who was on the call?'",
        "onix ask 'What did the mayor say about the bridge?' --outlet 'The Port Courier'",
        "onix ask 'When will it close?' --as-of 2025-05-01 --footnotes",
        "onix ask --questions questions.jsonl --jsonl > answers.jsonl",
    )
)
def ask(
    question: Annotated[
        list[str] | None, typer.Argument(metavar="QUESTION", help="A question in English.")
    ] = None,
    as_of: options.AsOf = None,
    outlet: options.Outlets = None,
    since: options.Since = None,
    until: options.Until = None,
    within: options.Within = None,
    limit: options.Limit = 3,
    footnotes: Annotated[
        bool, typer.Option("--footnotes", help="Print Markdown with footnotes.")
    ] = False,
    questions: Annotated[
        str | None,
        typer.Option(
            "--questions",
            metavar="FILE",
            help='Many at once: lines {"id", "question", "as_of"?}; "-" is standard input.',
            show_default=False,
        ),
    ] = None,
    record: options.Record = None,
    as_json: options.AsJson = False,
    as_json_lines: options.AsJsonLines = False,
    debug: options.Debug = False,
) -> int:
    """Answer a question in the words of the record, or not at all."""
    from onix.jobs.ask import ask

    asked = " ".join(question or ()).strip()
    if bool(asked) == bool(questions):
        raise InputError(
            "Give one question, such as: onix ask 'Who was on the call?' "
            "Or many in a file: onix ask --questions FILE.jsonl --jsonl"
        )
    one_form({"json": as_json or as_json_lines, "footnotes": footnotes})
    if questions and as_json:
        raise InputError(
            "Cannot print many answers as one JSON document. Print one a line, with --jsonl."
        )
    with opened(settings_of(debug, record=record).record) as kept:
        documents = [kept.find(each).id for each in within or ()]

        def answer(text: str, day: str | None) -> Answer:
            return ask(
                kept,
                text,
                as_of=day or as_of,
                outlets=outlet or (),
                since=since,
                until=until,
                documents=documents,
                limit=limit,
            )

        if questions:
            return _answer_all(questions, answer, as_json_lines=as_json_lines, footnotes=footnotes)
        _show(answer(asked, None), as_json=as_json or as_json_lines, footnotes=footnotes)
        return 0


def _answer_all(
    file: str,
    answer: Callable[[str, str | None], Answer],
    *,
    as_json_lines: bool,
    footnotes: bool,
) -> int:
    """Answer each line as it is read; a line that is no question is said and left out."""
    from onix.cli.show_questions import heading, lines, show_error, show_line

    left_out = 0
    for each in lines(file):
        try:
            found = answer(*each.asked())
        except InputError as error:
            left_out += 1
            show_error(each, error, as_json_lines=as_json_lines)
            continue
        if as_json_lines:
            show_line(each, found)
        else:
            if not footnotes:
                heading(found)
            _show(found, as_json=False, footnotes=footnotes)
            sys.stdout.write("\n")
    return 1 if left_out else 0


def _show(answer: Answer, *, as_json: bool, footnotes: bool) -> None:
    if as_json:
        import json

        from onix import wire

        sys.stdout.write(json.dumps(wire.answer(answer), ensure_ascii=False) + "\n")
    elif footnotes:
        from onix.cli.footnotes import markdown

        sys.stdout.write(markdown(answer))
    else:
        from onix.cli.show_answer import answer_blocks
        from onix.cli.terminal import write

        write(answer_blocks(answer))


@app.command(epilog=examples("onix demo", "onix demo --record story.onix"))
def demo(
    record: Annotated[
        Path | None,
        typer.Option(
            "--record",
            metavar="FOLDER",
            help="Keep the record there; else it is gone afterwards.",
            show_default=False,
        ),
    ] = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """Load the bundled story into a fresh record and ask it."""
    from onix.cli.show_demo import show
    from onix.jobs.demo import demo

    settings_of(debug)
    show(demo(record), as_json=as_json)
