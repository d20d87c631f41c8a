"""The command that checks drafts: check.

Comes in: typed arguments. Goes out: an exit code; the printing is in `show_check.py` for the eye
and in `jobs/check/files.py` for other programs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onix.cli import options
from onix.cli.against import Against
from onix.cli.app import app, examples, one_form, opened, settings_of
from onix.cli.terminal import clean
from onix.errors import InputError

if TYPE_CHECKING:
    from onix.intake import LeftOut
    from onix.jobs.check.checked import Checked
    from onix.model import ClaimKind


@app.command(
    cls=Against,
    epilog=examples(
        "onix check draft.md --against interview.vtt",
        "onix check draft.docx --against transcripts/*.srt --style reuters",
        "onix check draft.md --against whisper.json --weak 0.6",
        "onix check draft.md --record news.onix --json",
        "onix check draft.md --record news.onix --facts",
        "onix check draft.md --against interview.vtt --html > findings.html",
        "onix check draft.md --against interview.vtt --save check.json",
        "onix check --claims quotes.jsonl --against interview.vtt",
        "onix check --claims quotes.jsonl --against transcripts.jsonl.gz --jsonl > verdicts.jsonl",
    ),
)
def check(
    draft: Annotated[
        str | None,
        typer.Argument(
            metavar="DRAFT", help="The draft: a file, or - for standard input.", show_default=False
        ),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="FILE…",
            help="Transcripts: files, folders, globs; as many as you like.",
            show_default=False,
        ),
    ] = None,
    claims: Annotated[
        Path | None,
        typer.Option(
            "--claims",
            metavar="FILE",
            help='Many quotations instead of a draft, a line {"id", "quote", "speaker"} each; - '
            "for standard input.",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        str,
        typer.Option(
            "--style", metavar="HOUSE", help="strict, reuters, ap, nyt or guardian: what is grave."
        ),
    ] = "strict",
    facts: Annotated[
        bool,
        typer.Option(
            "--facts", help="Names, figures, dates, hedges and credits, too; look for yourself."
        ),
    ] = False,
    in_full: Annotated[
        bool,
        typer.Option("--all", help="Name every fact that is not in the record, not how many."),
    ] = False,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="KINDS",
            help="Only these: quotes, names, figures, dates, hedges, attribution; with commas.",
            show_default=False,
        ),
    ] = None,
    weak: Annotated[
        float,
        typer.Option(
            "--weak",
            metavar="SURE",
            help="How sure, 0 to 1, a machine that wrote a transcript has to be of a word; what "
            "differs at a word less sure is to be heard.",
        ),
    ] = 0.45,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            help='The day that "Tuesday" is read against, whatever the draft says.',
            show_default=False,
        ),
    ] = None,
    record: options.Record = None,
    as_json: options.AsJson = False,
    as_json_lines: options.AsJsonLines = False,
    as_sarif: Annotated[
        bool, typer.Option("--sarif", help="Print SARIF 2.1.0, for editors and CI.")
    ] = False,
    as_html: Annotated[
        bool, typer.Option("--html", help="Print a page that can be mailed.")
    ] = False,
    as_annotations: Annotated[
        bool, typer.Option("--annotations", help="Print W3C Web Annotations (JSON-LD).")
    ] = False,
    save: Annotated[
        Path | None,
        typer.Option(
            "--save",
            metavar="FILE",
            help="Save the check besides, draft and passages in it, for onix proof and onix watch.",
            show_default=False,
        ),
    ] = None,
    debug: options.Debug = False,
) -> int:
    """Hold a draft's quotations against what was said and, with --facts, what else it tells.

    Without --against the record is looked in. Exit code 0: nothing to mend, 1: something is, 2:
    could not check.
    """
    if (draft is None) == (claims is None):
        raise InputError(
            "Nothing to check. Name a draft: onix check DRAFT --against FILE"
            if draft is None
            else "Two things to check: a draft and --claims. Give one of them."
        )
    form = one_form(
        {
            "json": as_json,
            "jsonl": as_json_lines,
            "sarif": as_sarif,
            "html": as_html,
            "annotations": as_annotations,
        }
    )
    if claims is not None:
        from onix.cli.claiming import check_claims_in

        of_drafts = {
            "--record": record, "--facts": facts, "--all": in_full, "--only": only,
            "--save": save, "--published": published,
            f"--{form}": form not in (None, "json", "jsonl"),
        }  # fmt: skip
        if wrong := [name for name, is_given in of_drafts.items() if is_given]:
            raise InputError(
                f"{wrong[0]} is for a draft, and --claims are quotations held against files. "
                "Leave one of them out."
            )
        return check_claims_in(
            claims,
            against or [],
            style=style.lower(),
            weak=weak,
            form="jsonl" if as_json_lines else "json" if as_json else None,
        )
    from onix.cli import show_check
    from onix.jobs import web_annotations
    from onix.jobs.check import check, files, read_draft

    style = style.lower()
    kinds = _kinds(only, facts=facts)
    settings = settings_of(debug, record=record)
    # A draft that is not there is said before a record that is not.
    stdin = sys.stdin.buffer if draft == "-" else None
    read = read_draft(str(draft), stdin, published=published)
    with ExitStack() as stack:
        kept = None
        # Without any material a weekday that is not its date's is found still.
        needed = record is not None or settings.record.exists() or "quote" in kinds
        if record is None and not against and needed and not settings.record.exists():
            raise InputError(
                f"Nothing to check against: no record at {settings.record}. Name transcripts and "
                "articles with --against FILE, or a record with --record."
            )
        if record is not None or (not against and needed):
            kept = stack.enter_context(opened(settings.record))
        checked = check(
            read, against=against or (), record=kept, style=style, only=kinds, weak=weak
        )
    _say(checked.left_out)
    if save is not None:
        named = None if kept is None else str(settings.record)
        _save(checked, save, style, weak, named=against or (), record=named, draft=str(draft))
    if as_json or as_json_lines:
        show_check.write_json(checked, lines=as_json_lines)
    elif as_sarif:
        written = read.text
        if draft != "-":
            written = Path(str(draft)).read_text(encoding="utf-8", errors="replace")
        made = files.sarif(checked, str(draft), written)
        sys.stdout.write(json.dumps(made, ensure_ascii=False) + "\n")
    elif as_annotations:
        made = web_annotations.of_check(checked, read)
        sys.stdout.write(json.dumps(made, ensure_ascii=False) + "\n")
    elif as_html:
        sys.stdout.write(files.page(checked, Path(str(draft)).name, style))
    else:
        without_facts = only is None and not facts
        show_check.show(checked, style, in_full=in_full, without_facts=without_facts)
    return 0 if checked.is_clean and not checked.left_out else 1


def _save(
    checked: Checked,
    path: Path,
    style: str,
    weak: float,
    *,
    named: Sequence[str],
    record: str | None,
    draft: str,
) -> None:
    """Save the check, and say its hash, by which others can tell that they have this one."""
    from onix.jobs.check.saved import save, saved

    if path.exists() and draft != "-" and path.samefile(draft):
        raise InputError(f"{path} is the draft. Name another file to save the check in.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    value = saved(checked, style=style, made=now, weak=weak, named=named, record=record)
    save(value, path)
    sys.stderr.write(f"Saved {clean(str(path))}, SHA-256 {value['sha256']}\n")


def _kinds(only: str | None, *, facts: bool) -> tuple[ClaimKind, ...]:
    """Read what --only asks for: "names,figures". Raises InputError for a word that is no kind."""
    from onix.jobs.check import KINDS, USUAL

    if only is None:
        return KINDS if facts else USUAL
    known: dict[str, ClaimKind] = {f"{kind}s": kind for kind in KINDS}
    known |= {kind: kind for kind in KINDS}
    asked = [each.strip().lower() for each in only.split(",") if each.strip()]
    wrong = next((each for each in asked if each not in known), None)
    if wrong is not None or not asked:
        raise InputError(
            f"Nothing to check is called {wrong or only!r}. "
            "Name with --only: quotes, names, figures, dates, hedges, attribution."
        )
    return tuple(known[each] for each in asked)


def _say(left_out: Sequence[LeftOut]) -> None:
    for each in left_out:
        sys.stderr.write(f"onix: {clean(each.why)}\n")
