"""Where the marked answers stand: text and context in, documents and offsets out.

A person marks an answer as its `text` and a `context` that holds it (the first time it occurs in
the context). This finds every document of the story that has the context and writes one answer
with offsets for each, so that near-copies count as well. Run it again after any change of the
story or of the intake: `python -m tests.golden.ask.locate FILE.jsonl …`
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onix.intake import Raw, read_documents
from onix.jobs.demo import story
from onix.model import Document

JSON = dict[str, Any]

FOLDER = Path(__file__).parent


class NotFoundInStoryError(Exception):
    """A marked answer stands nowhere in the story; the message has the question and the words."""


def documents() -> dict[str, Document]:
    """Give the documents of the bundled story by file name, as the intake reads them."""
    found = {}
    for path in story():
        for document in read_documents(Raw(str(path), path.read_bytes())):
            if not isinstance(document, Document):
                raise NotFoundInStoryError(f"{path.name}: {document.why}")
            found[path.name] = document
    return found


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
        marked = {(each["text"], each.get("context", each["text"])): each for each in answers}
        for (text, context), answer in marked.items():
            if text not in context:
                raise NotFoundInStoryError(f"{question['id']}: {text!r} is not in {context!r}")
            spots = list(places(text, context, among))
            if not spots:
                raise NotFoundInStoryError(f"{question['id']}: nowhere stands {context!r}")
            for name, start in spots:
                place: JSON = {"document": name, "address": among[name].address, "start": start}
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


if __name__ == "__main__":
    story_documents = documents()
    for name in sys.argv[1:] or [str(FOLDER / "story.jsonl")]:
        write(Path(name), [located(question, story_documents) for question in read(Path(name))])
