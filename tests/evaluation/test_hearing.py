"""What was measured on transcripts of a real recogniser still holds."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from evaluation import hearing
from evaluation.transcribe import in_paragraphs
from onix.model import Claim, Difference, Verdict
from onix.verify.doubts import WEAK


@cache
def figures() -> Any:
    """Give the figures of the transcripts beside the tests."""
    return hearing.measure(hearing.DATA)


def test_fewer_true_quotations_are_called_altered() -> None:
    """On recordings the threshold was not fitted on; and no planted change is missed for it."""
    before, after = figures()["before"], figures()["after"]
    assert after["altered"] <= 0.7 * before["altered"]
    assert after["meaning_changed"] <= 0.7 * before["meaning_changed"]
    assert after["caught"] >= before["caught"]


def test_what_was_said_elsewhere_is_not_found() -> None:
    """Doubt does not make a passage fit that is about something else."""
    assert figures()["after"]["strange"] == 0


def test_the_threshold_in_use_is_the_one_fitted() -> None:
    """Whoever changes how doubts are read fits it again."""
    assert figures()["fitted"] == WEAK


def test_figures_are_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As lines for a reader, as JSON for the gate."""
    found = figures()  # before it is replaced
    monkeypatch.setattr(hearing, "measure", lambda _: found)
    assert hearing.main([]) == 0
    assert "true quotations" in capsys.readouterr().out
    assert hearing.main(["--json"]) == 0
    assert json.loads(capsys.readouterr().out)["used"] == WEAK


def test_a_planted_word_has_to_be_held_against_the_draft() -> None:
    """Another difference in the same quotation does not count for it."""
    claim = Claim("quote", "We pay nine crews today")
    found = Verdict(claim, "altered", "", differences=(Difference("word", 18, 23, "today"),))
    assert not hearing.is_held_against(found, (7, 11))
    assert hearing.is_held_against(found, (18, 23))


def test_editors_keep_whole_words() -> None:
    """A piece without a space before it is part of its word, which is as sure as the piece."""
    words = [
        {"word": " har", "start": 0.0, "end": 0.2, "probability": 0.9, "speaker": "Ann"},
        {"word": "bour", "start": 0.2, "end": 0.4, "probability": 0.4, "speaker": "Ann"},
        {"word": " Yes", "start": 1.0, "end": 1.2, "probability": 0.8, "speaker": "Ben"},
    ]
    assert in_paragraphs({"segments": [{"words": words}]})["paragraphs"] == [
        {
            "speaker": "Ann",
            "words": [{"text": "harbour", "start": 0.0, "end": 0.4, "conf": 0.4}],
        },
        {"speaker": "Ben", "words": [{"text": "Yes", "start": 1.0, "end": 1.2, "conf": 0.8}]},
    ]
