"""What the documents that a saved check cites prove of it: do its passages stand where it says?

In: the check, the documents there are, a record. Out: lines, one for each document, each passage
and each judgement that is tried again; and what newer versions there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onix.jobs.check import check_again
from onix.jobs.check.saved import JSON, claims_of, sha256_of, spans_in
from onix.jobs.proof.lines import Line, holds, stands, worded
from onix.model import Document
from onix.record import Record
from onix.record.hiding import file_name


def cited_lines(
    cited: JSON, same: Sequence[Document], given: Sequence[Document], value: JSON
) -> Iterator[Line]:
    """Say whether a document is the one that was checked, and where its passages stand.

    Args:
        same: The documents there are that have its very text.
    """
    key, title = cited["id"], cited.get("title") or file_name(cited.get("address"))
    others = [each for each in given if _is_same(each, cited)]
    if same:
        yield Line("document", "proved", _bytes_of(same, cited), key, title)
    elif others:
        yield Line("document", "not proved", "what is given of it has another text", key, title)
    else:
        why = "it is not given; give it with --against or --record"
        if given:
            why = "nothing that is given has its text, its address or the name of its file"
        yield Line("document", "unknown", why, key, title)
    for passage in cited["passages"]:
        words = [each["text"] for each in _quoted(value, key) if holds(passage, each)]
        yield replace(_passage(passage, key, same, others, words), title=title)


def as_cited(document: Document, id: str) -> Document:
    """Give a document under the id by which the check cites it; the same text may have two."""
    if document.id == id:
        return document
    turns = tuple(replace(each, span=replace(each.span, document_id=id)) for each in document.turns)
    heard = tuple(replace(each, span=replace(each.span, document_id=id)) for each in document.heard)
    return replace(document, id=id, turns=turns, heard=heard)


def _bytes_of(same: Sequence[Document], cited: JSON) -> str:
    raw = cited.get("raw_sha256")
    if raw is not None and any(each.raw_sha256 == raw for each in same):
        return "its text has the hash that is named, and so have the bytes it was read from"
    return "its text has the hash that is named"


def _is_same(document: Document, cited: JSON) -> bool:
    """Is a document the one that is cited, maybe in another folder and with another text?"""
    address = cited.get("address")
    if document.id == cited["id"] or (address is not None and document.address == address):
        return True
    name = file_name(address)
    return name is not None and file_name(document.address) == name


def _quoted(value: JSON, document_id: str) -> list[JSON]:
    """Give the spans of a document in which the quotations of a check stand."""
    return [
        each
        for finding in value["findings"]
        for each in finding["evidence"]
        if each["document_id"] == document_id
    ]


def _passage(
    passage: JSON,
    key: str,
    same: Sequence[Document],
    others: Sequence[Document],
    words: Sequence[str],
) -> Line:
    place = f"characters {passage['start']}–{passage['end']}"
    if sha256_of(passage["text"]) != passage["sha256"]:
        return Line("passage", "not proved", f"{place}: it does not have the hash named", key)
    if any(stands(passage, each.text) for each in same):
        return Line("passage", "proved", f"{place}: it stands there, word for word", key)
    if same:
        return Line("passage", "not proved", f"{place}: the document has other words there", key)
    if others:
        moved = _moved(passage, others[0].text, words)
        return Line("passage", "not proved", f"{place}: {moved}", key)
    why = f"{place}: it has the hash named; whether it stands there needs the document"
    return Line("passage", "unknown", why, key)


def _moved(passage: JSON, text: str, words: Sequence[str]) -> str:
    """Say where a passage went in another text of its document."""
    at = text.find(passage["text"])
    if at == passage["start"]:
        return "it stands there in what is given, but other words of that have changed"
    if at >= 0:
        return f"it stands at {at}–{at + len(passage['text'])} in what is given"
    stand = sum(each in text for each in words)
    return (
        "it does not stand like this in what is given; "
        f"of {len(words)} quotations from it {stand} do, word for word"
    )


def newer(record: Record, cited: JSON, kept: Sequence[Document], value: JSON) -> Iterator[str]:
    """Say whether the record has a newer version of a document, and what it has of the words."""
    newest = record.versions(kept[0].id)[-1] if kept else None
    if newest is None or newest in (each.id for each in kept):
        return
    document = record.document(newest)
    words = [each["text"] for each in _quoted(value, cited["id"])]
    when = f", fetched {document.fetched[:10]}" if document.fetched else ""
    yield (
        f"{cited.get('title') or cited['id']} has a newer version ({newest}{when}): of "
        f"{len(words)} quotations from it {sum(each in document.text for each in words)} stand in "
        "that word for word. See what changed with: onix watch add FILE"
    )


def judged_again(value: JSON, there: Mapping[str, Document]) -> Iterator[Line]:
    """Judge the quotations again whose documents are all there, but for those called verbatim."""
    claims = claims_of(value)
    draft, documents = value["draft"]["text"], list(there.values())
    again = check_again(claims, documents, weak=value["weak"], draft=draft) if there else ()
    for number, (finding, now) in enumerate(zip(value["findings"], again, strict=False), start=1):
        ids = {span["document_id"] for span in spans_in(finding)}
        label = finding["label"]
        if label in ("verbatim", "not_found", "too_short") or not ids or not ids <= there.keys():
            continue
        same = now.verdict.label == label
        says = f"judged again by what it cites: {worded(now.verdict.label)}"
        yield Line(f"quotation {number}", "proved" if same else "not proved", says)
