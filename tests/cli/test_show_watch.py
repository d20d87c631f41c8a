"""What was edited is shown in few words, however much it was."""

from __future__ import annotations

import json
from dataclasses import replace

from onix.cli.show_watch import LONGEST, MOST_EDITS, report_blocks, report_json
from onix.cli.terminal import plain
from onix.jobs.check.checked import Finding
from onix.jobs.edits import edits
from onix.jobs.watch import Changed, Edited, Report
from onix.model import Claim, Document, Evidence, Verdict
from onix.record import WatchedCheck

ABOUT = {"made": "2025-05-06T12:00:00+00:00", "draft": {"title": None, "address": None, "id": "d"}}
CHECK = WatchedCheck("ferry", "2025-05-06T12:00:00+00:00", json.dumps(ABOUT))
OLD = Document("a", "article", "The ferry leaves at 4.", fetched="2025-05-06T08:14:59+00:00")


def edited(text: str) -> Edited:
    """Give the page with another text."""
    new = replace(OLD, id="a@2", text=text)
    return Edited(OLD, new, edits(OLD, new))


def shown(report: Report) -> str:
    """Give what is shown, a line each."""
    return "\n".join(plain(each) for each in report_blocks([report], 1))


def test_words_put_in_and_struck_out_are_told_apart() -> None:
    """And a page that only changed its marks says so, as does one that went back."""
    assert "put in: “always”, after “…The ferry”" in shown(
        Report(CHECK, (edited("The ferry always leaves at 4."),), ())
    )
    assert "struck out: “at 4”" in shown(Report(CHECK, (edited("The ferry leaves."),), ()))
    assert "only marks or capitals differ" in shown(
        Report(CHECK, (edited("The ferry leaves at 4!"),), ())
    )
    assert "it reads as it did" in shown(Report(CHECK, (edited(OLD.text),), ()))
    assert "fetched 6 May 2025 08:14 UTC" in shown(Report(CHECK, (edited(OLD.text),), ()))


def test_a_page_that_was_written_anew_is_shown_in_part() -> None:
    """JSON has all of it."""
    lines = "\n".join(f"Line {number} is another now." for number in range(40))
    report = Report(CHECK, (edited(lines),), ())
    assert max(map(len, shown(report).split("\n"))) < 3 * LONGEST
    text = "\n".join(f"Same {n}.\nOld {n}." for n in range(30))
    before = replace(OLD, text=text)
    after = replace(before, id="a@2", text=text.replace("Old", "New"))
    many = Report(CHECK, (Edited(before, after, edits(before, after)),), ())
    assert f"and {30 - MOST_EDITS} more" in shown(many)
    assert len(report_json(many)["edited"][0]["edits"]) == 30


def test_words_that_are_gone_have_a_closest_passage_only() -> None:
    """Nobody takes it for what stands there; a document that is gone is named."""
    claim = Claim("quote", "The ferry leaves at 4")
    was = Finding(Verdict(claim, "verbatim", "word for word"), "ok")
    near = Evidence(OLD.span(0, 9))
    now = Finding(Verdict(claim, "not_found", "not there", evidence=(near,)), "warning")
    report = Report(CHECK, (), (Changed(1, claim, was, now),), gone=("A call",), unchanged=2)
    text = shown(report)
    assert "now warning: not found" in text
    assert "closest now: “The ferry”" in text
    assert "taken out of the record: A call" in text
    assert "2 quotations stand as before." in text
