"""The page on which a draft is held against what was said.

In: a draft that is pasted or a file, and what to check it against. Out: the draft with what was
found beside it. A draft is private: it is kept nowhere, stands in no address, and no cache keeps
the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from onix.errors import InputError
from onix.intake import LeftOut, Raw, read_documents
from onix.jobs.check import KINDS, STYLE, USUAL, check
from onix.jobs.check.checked import Checked
from onix.jobs.check.saying import is_quiet
from onix.jobs.check.styles import styles
from onix.model import ClaimKind, Document
from onix.serve import findings
from onix.serve.bench import Bench, bench_of
from onix.serve.posted import name_of, posted, text_of, uploads_of
from onix.serve.rights import needs
from onix.serve.showing import page

router = APIRouter(dependencies=[Depends(needs("check"))])

PASTED = "draft.txt"
# Headings, emphasis and links: enough to tell Markdown from plain text that has line breaks.
_MARKDOWN = re.compile(r"^#{1,6} \S|\*\*\S|\]\(https?:", re.MULTILINE)
Posted = Annotated[FormData, Depends(posted)]


@router.get("/check")
def check_page(request: Request) -> Response:
    """Give the form; the record is made ready while a draft is looked for."""
    bench = bench_of(request)
    holds = _holds(bench)
    if holds:
        bench.tapes.begin()
    return _form(request, holds=holds)


def _form(request: Request, *, problem: str | None = None, **given: Any) -> Response:
    given.setdefault("holds", _holds(bench_of(request)))
    shown = page(
        request, "check", status=400 if problem else 200, problem=problem,
        styles=list(styles()), default=STYLE, **given,
    )  # fmt: skip
    shown.headers["cache-control"] = "no-store"
    return shown


def _holds(bench: Bench) -> int:
    """Give how many documents the record holds; none where there is no record yet."""
    if not bench.desk.is_there:
        return 0
    with bench.desk.reading() as record:
        return sum(1 for _ in record.ids())


@router.post("/check")
def checked_page(request: Request, form: Posted) -> Response:
    """Give the draft with what was found in it."""
    draft, style = form.get("draft"), text_of(form, "style") or STYLE
    text = draft if isinstance(draft, str) else ""
    uses_record = bool(form.get("record"))
    only = KINDS if form.get("facts") else USUAL
    try:
        name, document = _draft(text, form)
        left_out: list[LeftOut] = []
        against = list(_against(form, left_out))
        checked, known = _check(
            bench_of(request), document, against, uses_record, style=style, only=only
        )
        told = tuple(each for each in checked.findings if not is_quiet(each.verdict))
    except InputError as problem:
        return _form(
            request, problem=str(problem), draft=text, style=style, uses_record=uses_record
        )
    shown = page(
        request,
        "checked",
        title=name,
        checked=replace(checked, findings=told),
        quiet=findings.quiet(checked),
        rows=findings.rows(replace(checked, findings=told), known),
        counts=findings.counts(replace(checked, findings=told)),
        signs=findings.SIGNS,
        style=style,
        left_out=[*left_out, *checked.left_out],
        files=list(findings.files(checked, name, style)),
        against=[each.title or each.address or each.id for each in against],
    )
    shown.headers["cache-control"] = "no-store"
    return shown


def _check(
    bench: Bench,
    draft: Document,
    against: list[Document],
    uses_record: bool,
    *,
    style: str,
    only: tuple[ClaimKind, ...],
) -> tuple[Checked, set[str]]:
    """Check a draft; give also which documents of the evidence the record holds."""
    if not uses_record:
        return check(draft, against=against, style=style, only=only), set()
    with bench.tapes.ready() as ready, bench.desk.reading() as record:
        found = check(draft, against=against, record=record, ready=ready, style=style, only=only)
        known = set(record.citations(findings.documents_of(found)))
    return found, known


def _draft(text: str, form: FormData) -> tuple[str, Document]:
    """Give the draft with its name. Raises InputError when there is none, or two."""
    uploads = uploads_of(form, "file")
    if text.strip() and uploads:
        raise InputError(
            "Two drafts: the text in the box and a file. Empty the box, or take the file back."
        )
    if uploads:
        raw = Raw(name_of(uploads[0]), uploads[0].file.read(), uploads[0].content_type)
    elif text.strip():
        name = "draft.md" if _MARKDOWN.search(text) else PASTED
        raw = Raw(name, text.replace("\r\n", "\n").encode("utf-8", errors="replace"))
    else:
        raise InputError("Nothing to check. Paste a draft, or choose a file.")
    found = list(read_documents(raw, format="draft"))
    for each in found:
        if isinstance(each, LeftOut):
            raise InputError(each.why)
    if len(found) != 1 or not isinstance(found[0], Document):
        raise InputError(
            f"{raw.address} holds {len(found)} documents, and a draft is one. Give one of them."
        )
    return str(raw.address), found[0]


def _against(form: FormData, left_out: list[LeftOut]) -> Iterator[Document]:
    """Give the transcripts that were sent along."""
    for each in uploads_of(form, "against"):
        raw = Raw(name_of(each), each.file.read(), each.content_type)
        for found in read_documents(raw):
            if isinstance(found, LeftOut):
                left_out.append(found)
            else:
                yield found
