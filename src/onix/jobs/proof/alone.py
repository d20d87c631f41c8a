"""What a saved check proves by itself: is it whole, and does everything in it bear the rest out?

In: the check. Out: lines, one for the file, for the draft and for each quotation.
"""

from __future__ import annotations

from collections.abc import Sequence

from onix.alignment import tokenise
from onix.jobs.check.saved import JSON, digest, sha256_of, spans_in, written
from onix.jobs.proof.lines import Line, holds, stands, worded
from onix.model import Document
from onix.verify.making import RUN


def whole(value: JSON, data: bytes) -> Line:
    """Say whether the file is, byte for byte, what was saved."""
    if digest(value) != value["sha256"]:
        return Line("file", "not proved", "it was changed: its hash is not that of its content")
    if written(value) != data:
        why = "it is not laid out as Onix wrote it, although its content has the hash it should"
        return Line("file", "not proved", why)
    return Line("file", "proved", f"whole, with the hash {value['sha256']}")


def draft_line(value: JSON) -> Line:
    """Say whether the draft in the file is the one that is named."""
    draft = value["draft"]
    if sha256_of(draft["text"]) != draft["text_sha256"]:
        return Line("draft", "not proved", "its text does not have the hash that is named")
    return Line("draft", "proved", "its text has the hash that is named")


def given_draft(value: JSON, draft: Document) -> Line:
    """Say whether another draft is the one in the file."""
    if sha256_of(draft.text) == value["draft"]["text_sha256"]:
        return Line("draft", "proved", "the draft given is the one that was checked")
    found = [each["claim"]["text"] in draft.text for each in value["findings"]]
    why = (
        "the draft given has another text; "
        f"{sum(found)} of {len(found)} quotations stand in it as they were"
    )
    return Line("draft", "not proved", why)


def finding_line(number: int, finding: JSON, value: JSON) -> Line:
    """Say whether the words of a finding stand where it says, and agree where it says so."""
    about, label = f"quotation {number}", finding["label"]
    if why := _misplaced(finding, value):
        return Line(about, "not proved", why)
    if label == "verbatim" and not _agree(finding["claim"]["text"], finding["evidence"]):
        return Line(about, "not proved", "it is called verbatim, and the words do not agree")
    if label == "verbatim":
        return Line(about, "proved", "its words stand in draft and passage, and are the same")
    if not finding["evidence"]:
        why = f"its words stand in the draft; {worded(label)} it was in material not in this file"
        return Line(about, "proved", why)
    if label == "not_found":
        why = f"its words stand in the draft, the closest in the passage; judged {worded(label)}"
        return Line(about, "proved", why)
    return Line(about, "proved", f"its words stand in draft and passage; judged {worded(label)}")


def _misplaced(finding: JSON, value: JSON) -> str | None:
    """Say which words of a finding do not stand where it says; None where all do."""
    draft = value["draft"]["text"]
    if not stands(finding["claim"], draft):
        return "its words do not stand in the draft where it says"
    passages = {each["id"]: each["passages"] for each in value["documents"]}
    for span in spans_in(finding):
        if not any(holds(each, span) for each in passages.get(span["document_id"], ())):
            return f"“{_short(span['text'])}” stands in no passage of the file where it says"
    for difference in finding["differences"]:
        words = difference.get("quote") if isinstance(difference, dict) else None
        # A speaker's name, and what is left out, stand nowhere in the draft.
        if not isinstance(words, dict) or words.get("start") == words.get("end"):
            continue
        if not stands(words, draft):
            return "the words of a difference do not stand in the draft where it says"
    return None


def _agree(claimed: str, evidence: Sequence[JSON]) -> bool:
    """Are the words the same, marks at either end left out; a few words but for capitals?"""
    said = " ".join(each["text"] for each in evidence)
    one, other = tokenise(claimed), tokenise(said)
    if not len(one) or one.ids.tolist() != other.ids.tolist():
        return False
    within = claimed[one.starts[0] : one.ends[-1]], said[other.starts[0] : other.ends[-1]]
    return bool(len(one) < RUN or within[0].split() == within[1].split())


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
