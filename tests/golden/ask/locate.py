"""Where the marked answers stand: text and context in, documents and offsets out.

A person marks an answer as its `text` and a `context` that holds it (the first time it occurs in
the context). This finds every document of the story that has the context and writes one answer
with offsets for each, so that near-copies count as well. Run it again after any change of the
story or of the intake: `python -m tests.golden ask`
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from onix.intake import Raw, read_documents
from onix.model import Document
from onix.story import files, publication

JSON = dict[str, Any]

FOLDER = Path(__file__).parent


class NotFoundInStoryError(Exception):
    """A marked answer stands nowhere in the story; the message has the question and the words."""


@cache
def documents() -> dict[str, Document]:
    """Give the documents of the bundled story by file name, as the intake reads them."""
    found = {}
    for path in files():
        raw = Raw(str(path), path.read_bytes())
        for document in read_documents(raw, **publication(path)):
            if not isinstance(document, Document):
                raise NotFoundInStoryError(f"{path.name}: {document.why}")
            found[path.name] = document
    return found


def web_address(document: Document) -> str | None:
    """Give where the document was published; None where it only is a file."""
    address = document.address or ""
    return address if address.startswith("https://") else None


def places(text: str, context: str, among: Mapping[str, Document]) -> Iterator[tuple[str, int]]:
    """Give the file name and the start of `text` wherever its context stands."""
    inside = context.index(text)
    for name, document in among.items():
        at = document.text.find(context)
        while at >= 0:
            yield name, at + inside
            at = document.text.find(context, at + 1)


def located(question: JSON, among: Mapping[str, Document]) -> JSON:
    """Give the question with all its answers' places; `readings` holds lists of answers.

    Raises:
        NotFoundInStoryError: An answer's context is nowhere, or does not hold the answer.
    """

    def spread(answers: list[JSON]) -> list[JSON]:
        found = []
        marked: dict[tuple[str, str], JSON] = {}
        for each in answers:
            marked.setdefault((each["text"], each.get("context") or each["text"]), each)
        for (text, context), answer in marked.items():
            if text not in context:
                raise NotFoundInStoryError(f"{question['id']}: {text!r} is not in {context!r}")
            spots = list(places(text, context, among))
            if not spots:
                raise NotFoundInStoryError(f"{question['id']}: nowhere stands {context!r}")
            for name, start in spots:
                place: JSON = {"document": name, "address": web_address(among[name])}
                place["start"] = start
                place |= {"end": start + len(text), "text": text, "context": context}
                if "stance" in answer:
                    place["stance"] = answer["stance"]
                found.append(place)
        return found

    done = dict(question)
    for key in ("answers", "superseded", "nearest"):
        if key in done:
            done[key] = spread(done[key])
    if "readings" in done:
        done["readings"] = [spread(reading) for reading in done["readings"]]
        done["answers"] = [answer for reading in done["readings"] for answer in reading]
    return done


def read(path: Path) -> list[JSON]:
    """Give the questions of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def write(path: Path, questions: list[JSON]) -> None:
    """Write the questions back, one a line."""
    lines = (json.dumps(question, ensure_ascii=False) + "\n" for question in questions)
    path.write_text("".join(lines), encoding="utf-8")


def rewrite() -> list[Path]:
    """Find the places of every file of questions anew; give the files."""
    among = documents()
    paths = sorted(FOLDER.glob("*.jsonl"))
    for path in paths:
        write(path, [located(question, among) for question in read(path)])
    return paths
