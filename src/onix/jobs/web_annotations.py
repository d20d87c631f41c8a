"""W3C Web Annotations: words of a document with where they stand, for any program that reads them.

Comes in: quotations, or what became of a draft. Goes out: one AnnotationCollection. Words are
selected by themselves with what stands around, by their offsets, and of a web page also by a text
fragment, so that they are found again in each of the forms that programs know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from onix.jobs.check.checked import Checked, Finding
from onix.jobs.check.saying import reason_of
from onix.jobs.text_links import iri, text_directive, text_link, web_address
from onix.model import Citation, Document, Quotation, Quotations, Span

JSON = dict[str, Any]
DocumentOf = Callable[[str], Document]

AROUND = 32  # characters before and behind the words, by which an annotation finds them again
_FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"


def of_quotations(found: Quotations, document_of: DocumentOf) -> JSON:
    """Give an annotation for each place in which a quotation stands, its speaker as the body."""
    items = [
        _of_quotation(value, citation, document_of(citation.span.document_id))
        for value in found.quotes
        for citation in value.citations
    ]
    return _collection(found.why or "Quotations", items)


def _of_quotation(value: Quotation, citation: Citation, document: Document) -> JSON:
    made = _annotation("identifying", _selected(document, citation.span, citation.address))
    if value.speaker:
        made["body"] = _words(value.speaker)
    return made


def of_check(checked: Checked, draft: Document) -> JSON:
    """Give an annotation for each finding: the draft's words, what is said of them, the sources."""
    cited = {each.id: each for each in checked.cited}
    items = [_of_finding(each, draft, cited) for each in checked.findings]
    return _collection("; ".join(checked.notes) or "What became of a draft", items)


def _of_finding(finding: Finding, draft: Document, cited: dict[str, Document]) -> JSON:
    verdict = finding.verdict
    words = draft.span(verdict.claim.start, verdict.claim.end)
    made = _annotation("assessing", _selected(draft, words))
    label = verdict.label.replace("_", " ")
    said = _words(f"{finding.severity}: {label}, {reason_of(verdict)}")
    made["body"] = [{**said, "purpose": "assessing"}, *_sources(finding, cited)]
    return made


def _sources(finding: Finding, cited: dict[str, Document]) -> Iterator[JSON]:
    for each in finding.verdict.evidence:
        document = cited.get(each.span.document_id)
        if document is not None:
            selected = _selected(document, each.span)
            link = text_link(document.address, document.text, each.span.start, each.span.end)
            named = {} if link is None else {"id": link}
            yield {"type": "SpecificResource", **named, "purpose": "linking", **selected}


def _collection(label: str, items: list[JSON]) -> JSON:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _made("collection", *(each["id"] for each in items)),
        "type": "AnnotationCollection",
        "label": label,
        "total": len(items),
        "first": {
            "id": _made("page", *(each["id"] for each in items)),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(motivation: str, target: JSON) -> JSON:
    _, place, *_ = target["selector"]
    return {
        "id": _made("annotation", target["source"], str(place["start"]), str(place["end"])),
        "type": "Annotation",
        "motivation": motivation,
        "target": target,
    }


def _selected(document: Document, span: Span, address: str | None = None) -> JSON:
    """Give words of a document, by themselves and by their place."""
    address, text = address or document.address, document.text
    selectors: list[JSON] = [
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
    directive = text_directive(text, span.start, span.end) if web_address(address) else None
    if directive is not None:
        selectors.append({"type": "FragmentSelector", "conformsTo": _FRAGMENTS, "value": directive})
    return {"source": iri(address) or _made("document", document.id), "selector": selectors}


def _words(value: str) -> JSON:
    return {"type": "TextualBody", "value": value, "format": "text/plain"}


def _made(*parts: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(parts))}"
