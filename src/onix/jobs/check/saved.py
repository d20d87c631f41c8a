"""A check saved in one file, to be proved elsewhere and watched: what was checked in, JSON out.

The file stands alone: it has the draft, each finding, and of each document in which evidence
stands the passages with words around, hashes and where to get it, and a hash over all of it.
docs/saved-checks.md says what each field means; `LAYOUT` goes up when one changes its meaning.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from onix import __version__, wire
from onix.errors import InputError
from onix.jobs.check.checked import Checked
from onix.model import Claim, Document
from onix.record import Record
from onix.verify.doubts import WEAK

FORMAT = "onix check"
LAYOUT = 1
AROUND = 200  # characters kept before and behind the words, so that a person can judge them

JSON = dict[str, Any]

_ABOUT = ("title", "outlet", "published", "fetched", "address", "raw_sha256", "version_of")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHAPES: dict[str, dict[str, type | tuple[type, ...]]] = {
    "check": {
        "made": str,
        "onix": str,
        "style": str,
        "weak": (int, float),
        "against": dict,
        "sha256": str,
    },
    "draft": {"id": str, "text": str, "text_sha256": str},
    "finding": {
        "severity": str,
        "label": str,
        "claim": dict,
        "evidence": list,
        "differences": list,
    },
    "span": {"document_id": str, "start": int, "end": int, "text": str},
    "claim": {"kind": str, "text": str, "start": int, "end": int},
    "document": {"id": str, "kind": str, "text_sha256": str, "passages": list},
    "passage": {"start": int, "end": int, "text": str, "sha256": str},
}


def saved(
    checked: Checked,
    *,
    style: str,
    made: str,
    weak: float = WEAK,
    named: Sequence[str] = (),
    record: str | None = None,
) -> JSON:
    """Give a check as it is saved.

    Args:
        style: The house whose severities the findings have.
        made: ISO date-time in UTC.
        weak: How sure a machine had to be of a word, as in `check`.
        named: What it was checked against, as the user named it; `record` likewise.

    Raises:
        InputError: Claims were checked, not a draft.
    """
    draft = checked.draft
    if draft is None:
        raise InputError("Only the check of a draft can be saved. Name one: onix check DRAFT")
    # Facts are weighed, not proved: a saved check is of quotations.
    findings = [
        wire.verdict(each.verdict, severity=each.severity)
        for each in checked.findings
        if each.verdict.claim.kind == "quote"
    ]
    cited = [_cited(each, findings) for each in checked.cited]
    value: JSON = {
        "format": FORMAT,
        "layout": LAYOUT,
        "onix": __version__,
        "made": made,
        "style": style,
        "weak": weak,
        "against": {"named": list(named), "record": record, "documents": checked.looked_at},
        "draft": {
            "id": draft.id,
            **{each: getattr(draft, each) for each in _ABOUT},
            "text_sha256": sha256_of(draft.text),
            "text": draft.text,
        },
        "findings": findings,
        "documents": [each for each in cited if each["passages"]],
        "notes": [*checked.notes, *(each.why for each in checked.left_out)],
    }
    return {**value, "sha256": digest(value)}


def _cited(document: Document, findings: Sequence[JSON]) -> JSON:
    return {
        "id": document.id,
        "kind": document.kind,
        **{each: getattr(document, each) for each in _ABOUT},
        "text_sha256": sha256_of(document.text),
        "passages": list(_passages(document, findings)),
    }


def _passages(document: Document, findings: Sequence[JSON]) -> Iterator[JSON]:
    """Give what stands around each span of the findings; passages that touch are one."""
    wanted = sorted(
        (max(0, each["start"] - AROUND), min(len(document.text), each["end"] + AROUND))
        for finding in findings
        for each in spans_in(finding)
        if each["document_id"] == document.id
    )
    joined: list[tuple[int, int]] = []
    for start, end in wanted:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    for start, end in joined:
        text = document.text[start:end]
        yield {"start": start, "end": end, "text": text, "sha256": sha256_of(text)}


def spans_in(value: object) -> Iterator[JSON]:
    """Give every span of a document in a finding, wherever in it the span stands."""
    if isinstance(value, dict):
        if {"document_id", "start", "end", "text"} <= value.keys():
            yield value
        for each in value.values():
            yield from spans_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from spans_in(each)


def sha256_of(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest(value: JSON) -> str:
    """Give the hash over a saved check: all but its own, keys sorted, without spaces."""
    content = {key: each for key, each in value.items() if key != "sha256"}
    made = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(_bytes(made)).hexdigest()


def written(value: JSON) -> bytes:
    """Give the bytes of the file, the same for the same check."""
    return _bytes(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _bytes(made: str) -> bytes:
    # Half a surrogate pair cannot be UTF-8; what takes its place here is its escape in JSON.
    return made.encode("utf-8", "backslashreplace")


def save(value: JSON, path: Path) -> None:
    """Write a saved check, all of it or nothing.

    Raises:
        InputError: The file is there and holds something else, or cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists() and not path.is_file():
            raise InputError("no file")  # a device or a folder, which may have no end
        if path.exists():
            read_saved(path.read_bytes(), str(path))
        part.write_bytes(written(value))
        part.replace(path)
    except InputError:
        raise InputError(
            f"Did not write {path}: it is there already and is no saved check. Name another file."
        ) from None
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise InputError(
            f"Could not write {path}: {problem.strerror}. Name another file with --save."
        ) from None


def read_saved(data: bytes, name: str) -> JSON:
    """Give the check in a file's bytes; whether anything in it is true, `onix proof` says.

    Raises:
        InputError: It is no saved check, one of a newer layout, or one with parts missing.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise InputError(_no_check(name, "it is not JSON")) from None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise InputError(_no_check(name, f'it has no "format": "{FORMAT}"'))
    layout = value.get("layout")
    if isinstance(layout, int) and layout > LAYOUT:
        raise InputError(
            f"{name} was saved by a newer Onix ({value.get('onix')}): its layout is {layout}, and "
            f"this Onix reads up to {LAYOUT}. Bring it up to date with: "
            "pip install --upgrade askonix"
        )
    if layout != LAYOUT:
        raise InputError(_no_check(name, f"its layout is {layout!r}"))
    try:
        _see(value)
    except _MisshapenError as problem:
        raise InputError(_no_check(name, str(problem))) from None
    except RecursionError:
        raise InputError(_no_check(name, "it is nested too deeply")) from None
    return value


def _no_check(name: str, why: str) -> str:
    return (
        f"{name} is not a saved check: {why}. "
        "Save one with: onix check DRAFT --against FILE --save CHECK.json"
    )


class _MisshapenError(Exception):
    """Says which part of a saved check is missing or of another kind."""


def _see(value: JSON) -> None:
    """See that everything is there that is read of a saved check, and of its kind."""
    _has(value, "check")
    _has(value.get("draft"), "draft")
    for finding in _list(value, "findings"):
        _has(finding, "finding")
        _has(finding["claim"], "claim")
        for span in (*finding["evidence"], *spans_in(finding)):
            _has(span, "span")
    for document in _list(value, "documents"):
        _has(document, "document")
        if not _SHA256.fullmatch(document["text_sha256"]):
            raise _MisshapenError(f"the text_sha256 of {document['id']} is no SHA-256")
        for passage in document["passages"]:
            _has(passage, "passage")


def _list(value: JSON, key: str) -> list[Any]:
    found = value.get(key)
    if not isinstance(found, list):
        raise _MisshapenError(f"it has no list of {key}")
    return found


def _has(value: object, what: str) -> None:
    for key, kind in _SHAPES[what].items():
        if not isinstance(value, dict) or not isinstance(value.get(key), kind):
            raise _MisshapenError(f"a {what} in it has no {key}")


def claims_of(value: JSON) -> list[Claim]:
    """Give the claims of a saved check, to be checked again as they were."""
    said = _words(value["draft"].get("published"))
    return [
        Claim(claim["kind"], claim["text"], _words(claim.get("speaker")), claim["start"], said)
        for claim in (each["claim"] for each in value["findings"])
    ]


def _words(given: object) -> str | None:
    return given if isinstance(given, str) else None


def located(record: Record, cited: JSON) -> list[Document]:
    """Give the documents of a record that have the text of a cited one, that of its id first."""
    ids = record.with_text(cited["text_sha256"])
    return [record.document(each) for each in sorted(ids, key=lambda each: each != cited["id"])]
