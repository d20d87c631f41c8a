"""A page is edited on a server between two looks; the check that cites it says what changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onix.cli.show_watch import report_blocks, report_json
from onix.cli.terminal import plain
from onix.errors import InputError
from onix.intake.fetch import FetchPolicy
from onix.jobs.add import Added, add
from onix.jobs.check import check
from onix.jobs.check.checked import Checked
from onix.jobs.check.saved import save, saved
from onix.jobs.update import update
from onix.jobs.watch import (
    Report,
    acknowledge,
    addresses,
    remove,
    watch,
    watching,
)
from onix.jobs.watch import add as add_watch
from onix.model import Claim, Document
from onix.record import Record, open_record
from tests.intake.site import Page, Site, serving
from tests.jobs.light import light_reader

POLICY = FetchPolicy(allow_private=True, delay=0, retries=0)
NOW = "2025-05-06T12:00:00+00:00"
FERRY = (
    "<p>The harbour council of Nordhavn set the winter timetable of the ferry on Tuesday, after "
    "a debate that lasted for most of the evening and drew a full house.</p>"
    "<p>“The ferry has to leave for Laesoe at 4, as the tide allows nothing else,” said Petra "
    "Holm, who chairs the council. “We will not cut the crossing on Sundays.”</p>"
    "<p>A spokesman for the line said that crews and fuel were short, and that nothing more could "
    "be promised before the spring.</p>"
)
CLAIMS = ("The ferry has to leave for Laesoe at 4", "We will not cut the crossing on Sundays")


def page(body: str = FERRY) -> Page:
    """Give the article as its site has it."""
    head = "<title>Ferry timetable set</title>"
    return Page(f"<html><head>{head}</head><body><article>{body}</article></body></html>")


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine with the article."""
    with serving() as running:
        running.pages["/ferry"] = page()
        yield running


@pytest.fixture
def record(tmp_path: Path, site: Site) -> Iterator[Record]:
    """A record with the article."""
    with open_record(tmp_path / "news.onix", create=True) as opened:
        (kept,) = add(opened, [site.url("/ferry")], workers=1, reader=light_reader, policy=POLICY)
        assert kept.outcome == "kept"
        yield opened


def checked(record: Record, *claims: str) -> Checked:
    """Check quotations of a draft of one line each."""
    text = "\n".join(claims)
    found = check([Claim("quote", each, start=text.index(each)) for each in claims], record=record)
    return replace(found, draft=Document("draft", "draft", text, title="My story"))


def save_check(record: Record, *claims: str) -> dict[str, Any]:
    """Check and save."""
    return saved(checked(record, *(claims or CLAIMS)), style="strict", made=NOW)


def fetch(record: Record) -> list[Added]:
    """Fetch what is watched again."""
    return list(
        update(record, addresses=addresses(record), workers=1, reader=light_reader, policy=POLICY)
    )


def look(record: Record) -> tuple[Report, ...]:
    """Fetch, look, and remember what was told."""
    fetch(record)
    reports = watch(record)
    acknowledge(record, reports)
    return reports


def test_an_edited_page_is_reported_with_old_words_and_new(record: Record, site: Site) -> None:
    """What was and what is now, quotation by quotation; the one that stands is only counted."""
    add_watch(record, save_check(record), "ferry", added=NOW)
    assert look(record) == ()
    site.pages["/ferry"] = page(FERRY.replace("will not cut", "may cut"))
    (report,) = look(record)
    (edited,) = report.edited
    assert [(each.before.text, each.after.text) for each in edited.edits] == [("will not", "may")]
    assert (edited.before.address, edited.after.version_of) == (
        site.url("/ferry"),
        edited.before.id,
    )
    (changed,) = report.changed
    assert changed.number == 2
    assert changed.was.verdict.label == "verbatim"
    assert changed.now.verdict.label == "altered"
    assert changed.now.verdict.meaning_changed
    assert [each.after.text for each in changed.edits] == ["may"]
    assert report.unchanged == 1


def test_what_was_told_is_told_once_and_again_when_it_is_asked_for(
    record: Record, site: Site
) -> None:
    """A newer edit is news; what was is always what was checked."""
    add_watch(record, save_check(record), "ferry", added=NOW)
    site.pages["/ferry"] = page(FERRY.replace("Laesoe at 4", "Laesoe at 5"))
    assert len(look(record)) == 1
    assert look(record) == ()
    assert len(watch(record, again=True)) == 1
    site.pages["/ferry"] = page(FERRY.replace("Laesoe at 4", "Laesoe at 6"))
    (report,) = look(record)
    (changed,) = report.changed
    assert [(each.before.text, each.after.text) for each in changed.edits] == [("4", "6")]


def test_a_page_that_goes_back_is_told_too(record: Record, site: Site) -> None:
    """Nothing differs any more, and the reader of the last report should know."""
    add_watch(record, save_check(record), "ferry", added=NOW)
    site.pages["/ferry"] = page(FERRY.replace("Laesoe at 4", "Laesoe at 5"))
    look(record)
    first = record.document(next(iter(record.ids())))
    back = replace(first, fetched="2999-01-01T00:00:00+00:00")  # as fetched later than the edit
    record.keep(list(light_reader().read([record.place(back).document])))
    (report,) = watch(record)
    assert report.changed == ()
    (edited,) = report.edited
    assert edited.edits == ()
    assert [each.id for each in edited.states][1:] == [f"{first.id}@2", f"{first.id}@3"]
    assert report.unchanged == 2
    shown = "\n".join(map(plain, report_blocks([report], 1)))
    assert f"between them: {first.id}@2 (fetched " in shown
    assert report_json(report)["edited"][0]["states"][0]["id"] == first.id


def test_an_edit_elsewhere_in_the_page_is_reported_without_quotations(
    record: Record, site: Site
) -> None:
    """A note at the foot may say what was wrong above, so it is not passed over."""
    add_watch(record, save_check(record), "ferry", added=NOW)
    site.pages["/ferry"] = page(FERRY.replace("the spring", "the summer"))
    (report,) = look(record)
    assert report.changed == ()
    assert report.unchanged == 2
    assert [each.after.text for each in report.edited[0].edits] == ["summer"]


def test_words_that_were_taken_out_are_not_found_any_more(record: Record, site: Site) -> None:
    """And the check of today says that an older version had them."""
    add_watch(record, save_check(record), "ferry", added=NOW)
    cut = " “We will not cut the crossing on Sundays.”"
    site.pages["/ferry"] = page(FERRY.replace(cut, ""))
    (report,) = look(record)
    (changed,) = report.changed
    assert changed.now.verdict.label == "not_found"
    found = check([Claim("quote", CLAIMS[1])], record=record).findings[0].verdict
    assert found.label == "not_found"
    assert "an older version of a document in the record had it" in found.why
    assert found.evidence[0].span.text == CLAIMS[1]


def test_only_watched_pages_are_fetched(record: Record, site: Site) -> None:
    """A look costs a request a page, whatever else the record follows."""
    site.pages["/else"] = page("<p>" + "Another story about a bridge and its repair. " * 9 + "</p>")
    list(add(record, [site.url("/else")], workers=1, reader=light_reader, policy=POLICY))
    add_watch(record, save_check(record), "ferry", added=NOW)
    site.asked.clear()
    fetch(record)
    assert site.paths() == ["/ferry"]


def test_a_page_that_is_gone_is_said_by_fetching(record: Record, site: Site) -> None:
    """The record keeps what it has; nothing is reported as changed."""
    add_watch(record, save_check(record), "ferry", added=NOW)
    del site.pages["/ferry"]
    (left,) = fetch(record)
    assert "404" in str(left.why)
    assert watch(record) == ()


def test_a_document_that_was_removed_is_said(record: Record) -> None:
    """Its words are not kept by the watch either, so only that it is gone can be told."""
    add_watch(record, save_check(record), "ferry", added=NOW)
    (kept,) = watching(record)
    assert "as the tide allows nothing else" not in kept.check.about
    record.remove(kept.documents[0].id, why="withdrawn")
    (report,) = watch(record)
    assert report.gone == ("Ferry timetable set",)
    acknowledge(record, (report,))
    assert watch(record) == ()


def test_what_the_record_does_not_have_is_not_watched(record: Record, tmp_path: Path) -> None:
    """It is named with what to do; where nothing is left to watch, that is an error."""
    call = Document("call", "transcript", "The bridge will be shut for the whole winter.", "A call")
    claims = [Claim("quote", "The bridge will be shut for the whole winter")]
    only = replace(check(claims, against=[call]), draft=Document("d", "draft", claims[0].text))
    with pytest.raises(InputError, match=r"\(A call\), so there is nothing to watch"):
        add_watch(record, saved(only, style="ap", made=NOW), "call", added=NOW)
    text = f"{claims[0].text}\n{CLAIMS[0]}"
    more = [claims[0], Claim("quote", CLAIMS[0], start=text.index(CLAIMS[0]))]
    both = replace(check(more, against=[call], record=record), draft=Document("d", "draft", text))
    found = add_watch(record, saved(both, style="ap", made=NOW), "both", added=NOW)
    assert found.missing == ("A call",)
    assert [each.title for each in found.documents] == ["Ferry timetable set"]


def test_a_name_stands_for_one_check(record: Record) -> None:
    """The same check may be added twice; another needs a name of its own."""
    value = save_check(record)
    add_watch(record, value, "ferry", added=NOW)
    add_watch(record, value, "ferry", added="2026-01-01T00:00:00+00:00")
    assert [each.check.added for each in watching(record)] == [NOW]
    with pytest.raises(InputError, match="--name"):
        add_watch(record, save_check(record, CLAIMS[0]), "ferry", added=NOW)
    remove(record, "ferry")
    assert watching(record) == ()
    with pytest.raises(InputError, match=r"None is\. Add one with: onix watch add"):
        remove(record, "ferry")


def test_what_is_watched_survives_kill(record: Record, tmp_path: Path) -> None:
    """As soon as it is said, it is on the disk."""
    path = tmp_path / "check.json"
    save(save_check(record), path)
    where = record.path
    record.close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.jobs.watch_driver", str(where), str(path)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(7)]
        process.kill()
        told += [line for line in process.stdout.read().split("\n") if line]
    with open_record(where) as opened:
        assert set(told) <= {each.check.name for each in watching(opened)}
        assert opened.verify().is_sound
