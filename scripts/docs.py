"""Write the reference pages from the code, or say which are stale.

Comes in: the command line, the settings and the values' JSON. Goes out: docs/reference/*.md;
with `--check` nothing is written and the exit code is 1 when a page is not what the code says.
"""

from __future__ import annotations

import argparse
import contextlib
import inspect
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from docs_api import api  # type: ignore[import-not-found] # beside this file when it is run

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- Written by `make docs` from the code; do not edit. -->\n"


def main() -> int:
    """Write or check every page; give 1 when a checked page is stale."""
    parser = argparse.ArgumentParser(description="Write docs/reference from the code.")
    parser.add_argument("--check", action="store_true", help="only say which pages are stale")
    check = parser.parse_args().check
    stale = []
    pages = {
        "commands": commands(),
        "settings": settings(),
        "wire": wire(),
        "api": api(set(_values())),
    }
    for name, text in pages.items():
        page = REFERENCE / f"{name}.md"
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            stale.append(page.name)
            if not check:
                REFERENCE.mkdir(parents=True, exist_ok=True)
                page.write_text(text, encoding="utf-8")
    if check and stale:
        sys.stderr.write(f"Stale in docs/reference: {', '.join(stale)}. Write them: make docs\n")
        return 1
    return 0


def commands() -> str:
    """Give the page of commands: what `--help` prints for each."""
    parts = [
        f"# Commands\n\n{MADE}\n"
        "Exit codes: 0 done (an abstention is done), 1 findings or some inputs left out, "
        "2 could not do it, 130 stopped with Ctrl-C.\n"
    ]
    parts += [f"## {title}\n\n```text\n{text}```\n" for title, text in _helps()]
    return "\n".join(parts)


def _helps() -> Iterator[tuple[str, str]]:
    from onix.cli import application
    from onix.cli.app import ORDER

    yield "onix", _help()
    groups = {each.name: each.typer_instance for each in application().registered_groups}
    names = {_name(each) for each in application().registered_commands} | set(groups)
    for name in (each for each in ORDER if each in names):
        yield f"onix {name}", _help(name)
        group = groups.get(name)
        if group is not None:
            for each in group.registered_commands:
                yield f"onix {name} {_name(each)}", _help(name, _name(each))


def _name(command: Any) -> str:
    return str(command.name or command.callback.__name__)


def _help(*command: str) -> str:
    from onix.cli import main as onix

    with contextlib.redirect_stdout(io.StringIO()) as shown:
        onix([*command, "--help"])
    return re.sub(r"[ \t]+$", "", shown.getvalue(), flags=re.MULTILINE)


def settings() -> str:
    """Give the page of settings: each with its variable, its flag, its kind and its default."""
    from onix import boxes
    from onix.settings import FILE, KINDS, NAMES, TABLE, Settings

    says, of_box = _described(Settings), _described(boxes.Box)
    defaults = {each.name: each.default for each in fields(Settings)}
    rows = []
    for name in NAMES:
        default = defaults[name]
        shown = str(default).lower() if isinstance(default, bool) else default
        rows.append(
            f"| `{name}` | `ONIX_{name.upper()}` | `--{name.replace('_', '-')}` "
            f"| {KINDS[name]} | `{shown}` | {says[name]} |"
        )
    return (
        f"# Settings\n\n{MADE}\n"
        f"A flag beats a variable, a variable beats `{FILE}` in the current folder, "
        "and that beats the default.\n"
        "An unknown key is an error that names the nearest known one.\n"
        "`onix settings` shows each value and where it comes from.\n\n"
        f"| In `{FILE}` | Variable | Flag | Takes | Default | What it is |\n"
        "|---|---|---|---|---|---|\n" + "\n".join(rows) + "\n\n"
        "`NO_COLOR` (any value) takes colours off the terminal.\n\n"
        "## Ask boxes\n\n"
        f"Each `[[{TABLE}]]` table of `{FILE}` makes a box that "
        "[other sites may show](../how-to/put-an-ask-box-on-your-site.md).\n"
        "`name`, `origins`, and one of `outlets` and `documents` have to be there.\n\n"
        "| Key | Takes | What it is |\n|---|---|---|\n"
        + "".join(f"| `{key}` | {kind} | {of_box[key]} |\n" for key, kind in boxes.KEYS.items())
    )


def _described(value: type) -> dict[str, str]:
    """Give what a dataclass says of its fields."""
    found = re.findall(r"^\s{4}(\w+): (.+)$", inspect.getdoc(value) or "", re.MULTILINE)
    return dict(found)


def wire() -> str:
    """Give the page of the wire: the JSON of every value, with an example of each."""
    from onix import wire as made
    from onix.errors import RecordError

    values: dict[str, Any] = _values()
    parts = [
        f"# On the wire\n\n{MADE}\n"
        "The same JSON on the command line, over REST and MCP.\n"
        "Offsets are half-open and count Unicode code points of the document's `text`.\n"
        "A value that is not known is `null`.\n"
        "What each field means is in [fields.md](../fields.md).\n"
    ]
    for name, value in values.items():
        function = getattr(made, name)
        first = (inspect.getdoc(function) or "").splitlines()[0]
        shown = json.dumps(function(value), ensure_ascii=False, indent=2)
        parts.append(f"## {name}\n\n{first}\n\n```json\n{shown}\n```\n")
    error = json.dumps(made.error(RecordError("No record at ./news.onix. Make one with: …")))
    parts.append(
        f"## error\n\n{(inspect.getdoc(made.error) or '').splitlines()[0]}\n\n"
        f"```json\n{json.dumps(json.loads(error), ensure_ascii=False, indent=2)}\n```\n"
    )
    return "\n".join(parts)


def _values() -> dict[str, Any]:
    """Make one value of each kind from one invented sentence."""
    from onix import model

    text = "The bridge reportedly closes on Monday for 6 weeks, Mayor Laura Bennett said."
    document = model.Document(
        "b1",
        "transcript",
        text,
        title="Bridge to close",
        address="https://courier.example/bridge",
        outlet="The Port Courier",
        authors=("Jo Marten",),
        published="2025-02-28",
        language="en",
    )

    def find(words: str) -> model.Span:
        start = text.index(words)
        return document.span(start, start + len(words))

    whole = document.span(0, len(text))
    time = model.TimeExpression(
        find("Monday"),
        "DATE",
        "2025-03-03",
        None,
        "2025-03-03",
        "2025-03-03",
        "read against the day of publication, 2025-02-28",
    )
    contradiction = model.Contradiction(find("Monday"), "3 March 2025 is a Monday, not a Tuesday.")
    hedge = model.Hedge(find("reportedly"), find("closes on Monday"))
    provenance = model.Provenance("named", "Laura Bennett", find("Laura Bennett"))
    quote = model.Quote(
        "indirect",
        (find("The bridge reportedly closes on Monday for 6 weeks"),),
        cue=(find("said"),),
        source=(find("Mayor Laura Bennett"),),
        speaker="Laura Bennett",
        hedges=(hedge.span,),
        provenance=(provenance,),
        confidence=0.9,
    )
    mention = model.Mention(find("Laura Bennett"), "person", "Laura Bennett")
    figure = model.Figure(find("6"), 6.0, "week", find("weeks"))
    citation = model.Citation(
        whole,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        address=document.address,
        copies=2,
        origin="Northern Wire",
    )
    statement = model.Statement(
        text,
        find("Monday"),
        (citation,),
        speaker="Laura Bennett",
        when=time,
        hedges=(hedge.span,),
        confidence=0.8,
    )
    disagreement = model.Disagreement("when the bridge closes", (statement,))
    event = model.Event(
        find("The bridge reportedly closes on Monday"),
        time,
        ("Laura Bennett",),
        (citation,),
        (hedge.span,),
        kind="announced",
        head=find("closes"),
        speaker="Laura Bennett",
    )
    dating = model.Dating(time, (citation,))
    abstention = model.Abstention(
        "not_answered", "Nothing in 1 document says who pays for it.", citation
    )
    said = model.Quotation(quote, "Laura Bennett", (citation,), outlets=1, origins=1)
    voice = model.Voice("Laura Bennett", 1, 1, (said,))
    evidence = model.Evidence(
        find("The bridge reportedly closes on Monday for 6 weeks"),
        "Laura Bennett",
        0.0,
        title=document.title,
        published=document.published,
        continues=find("Mayor Laura Bennett said"),
    )
    difference = model.Difference("number", 32, 33, "8", find("6"), changes_meaning=True)
    return {
        "span": whole,
        "document": document,
        "turn": model.Turn("Laura Bennett", whole, 0.0, 4.5),
        "mention": mention,
        "time": time,
        "contradiction": contradiction,
        "figure": figure,
        "provenance": provenance,
        "quote": quote,
        "event": event,
        "marks": model.Marks(
            document,
            (whole,),
            (mention,),
            (time,),
            (figure,),
            (hedge,),
            (provenance,),
            (quote,),
            contradictions=(contradiction,),
        ),
        "citation": citation,
        "hit": model.Hit(model.Passage(whole, 0), 7.25, citation),
        "statement": statement,
        "disagreement": disagreement,
        "abstention": abstention,
        "answer": model.Answer(
            "When does the bridge close?",
            statements=(statement,),
            origins=model.Origins(1, 1, ("Northern Wire",)),
            looked_at=1,
        ),
        "quotation": said,
        "voice": voice,
        "quotations": model.Quotations((voice,), looked_at=1),
        "dating": dating,
        "timeline": model.Timeline("harbour bridge", (event,), looked_at=1),
        "evidence": evidence,
        "difference": difference,
        "verdict": model.Verdict(
            model.Claim("quote", "The bridge closes on Monday for 8 weeks", "Laura Bennett", 17),
            "altered",
            "words are not those that were said",
            omission="silent",
            meaning_changed=True,
            evidence=(evidence,),
            differences=(difference,),
        ),
        **_of_plans(citation, quote),
    }


def _of_plans(citation: Any, quote: Any) -> dict[str, Any]:
    from onix import model

    old = model.Document("april", "plan", "1. The bridge shall close.")
    new = model.Document("may", "plan", "1. The bridge may close.")
    before, after = old.span(3, 26), new.span(3, 24)
    edit = model.Edit("modal", old.span(14, 19), new.span(14, 17))
    modal = model.ModalChange(edit.before, edit.after, "softened")
    change = model.Change(
        "reworded", before, after, ("1.", "1."), differences=(edit,), modals=(modal,)
    )
    objection = model.Objection(quote, citation, "Laura Bennett", (after,), "number", citation.span)
    return {
        "edit": edit,
        "modal_change": modal,
        "change": change,
        "objection": objection,
        "comparison": model.Comparison(
            old, new, (change,), (), ((old.span(0, 3),), (new.span(0, 3),))
        ),
        "way": model.Way((before, after), (change,)),
    }


if __name__ == "__main__":
    os.environ.update(COLUMNS="88", NO_COLOR="1")
    for variable in [each for each in os.environ if each.startswith("ONIX_")]:
        del os.environ[variable]
    sys.exit(main())
