"""Many questions from a file: read line by line, answered line by line.

Comes in: JSON Lines with "question" and, where known, "id" and "as_of". Goes out: answers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onix import wire
from onix.cli.terminal import Piece, block, clean, write
from onix.errors import InputError
from onix.model import Answer
from onix.record.query import day_number


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file and where it stands."""

    where: str
    text: str

    def _value(self) -> dict[str, Any]:
        try:
            value = json.loads(self.text)
        except ValueError:
            value = None
        return value if isinstance(value, dict) else {}

    @property
    def id(self) -> str | None:
        """The id that the line gives its question."""
        given = self._value().get("id")
        return None if given is None else str(given)

    def asked(self) -> tuple[str, str | None]:
        """Give the question and the day it is asked as of.

        Raises:
            InputError: The line holds no question.
        """
        value = self._value()
        question, as_of = value.get("question"), value.get("as_of")
        if not isinstance(question, str) or not question.strip():
            raise InputError(
                f'{self.where} has no question. Write {{"id": "1", "question": "Who …?"}}.'
            )
        if as_of is not None and (not isinstance(as_of, str) or day_number(as_of) is None):
            raise InputError(f'{self.where} has an "as_of" that is no date. Write "2025-11-26".')
        return question, as_of


def lines(file: str) -> Iterator[Line]:
    """Give the lines of the file, or of standard input for "-", empty ones left out."""
    if file == "-":
        yield from _numbered("standard input", sys.stdin)
        return
    try:
        with Path(file).open(encoding="utf-8-sig") as opened:
            yield from _numbered(file, opened)
    except OSError as error:
        raise InputError(
            f"Could not open the questions in {file}: {error.strerror}. Check the name."
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"Could not read the questions in {file}: it is not UTF-8. Save it as UTF-8."
        ) from error


def _numbered(name: str, opened: Any) -> Iterator[Line]:
    for number, text in enumerate(opened, start=1):
        if text.strip():
            yield Line(f"Line {number} of {name}", text)


def show_line(line: Line, answer: Answer) -> None:
    """Print the answer as a line of JSON under the question's id."""
    sys.stdout.write(json.dumps(wire.answer(answer, id=line.id), ensure_ascii=False) + "\n")


def show_error(line: Line, error: InputError, *, as_json_lines: bool) -> None:
    """Print why a question was not put: in its place among the answers, or as a sentence."""
    if as_json_lines:
        found = {"id": line.id, **wire.error(error)}
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(f"onix: {clean(str(error))}\n")


def heading(answer: Answer) -> None:
    """Print the question over its answer."""
    write([block(Piece(f"? {answer.question}", "strong"))])
