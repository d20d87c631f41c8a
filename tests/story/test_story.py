"""The bundled story is what its README says: in order, invented, with what is planted in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onix.model import Document
from onix.story import PUBLICATIONS, files, publication
from tests.golden.ask.locate import documents

CORRECTED = "2025-05-16-calder-ledger-meetings-corrected.html"
FIRST = "2025-05-15-calder-ledger-meetings.html"


def document(part: str) -> Document:
    """The one document whose file name has this part."""
    (found,) = (each for name, each in documents().items() if part in name)
    return found


def test_the_files_come_in_the_order_of_publication() -> None:
    """A file's name begins with the day on which it was published, or corrected."""
    for name, each in documents().items():
        day = "2025-05-15" if name == CORRECTED else name[:10]
        assert each.day is None or each.day.isoformat() == day, name
    assert [path.name for path in files()] == sorted(documents())


def test_only_transcripts_need_to_be_told_who_published_them() -> None:
    """Articles and plans say themselves where they come from."""
    assert {path.name for path in files() if publication(path)} == set(PUBLICATIONS)
    assert all(name.endswith(".vtt") for name in PUBLICATIONS)


def test_every_address_is_invented() -> None:
    """No word of the story leads to a real site."""
    for path in files():
        text = path.read_bytes().decode("utf-8", errors="replace")
        hosts = set(re.findall(r"https?://([\w.-]+)", text)) - {"schema.org", "ogp.me"}
        assert all(host.endswith(".example") for host in hosts), path.name


def test_the_articles_are_read_without_what_stands_around_them() -> None:
    """Cookie notes, menus, exchange rates and comments are no part of any article."""
    for name, each in documents().items():
        for stray in ("114 partners", "uses cookies", "Crossword", "Bring back the 9.15"):
            assert stray not in each.text, name


@pytest.mark.parametrize(
    ("call", "article", "words"),
    [
        ("marsh", "recording", "Give him four hundred names and let him be the man who brings"),
        ("marsh", "recording", "It takes the crossing at Hallin and it probably takes some kind"),
        ("tereshin.vtt", "second-call", "let him do the cutting"),
        ("tereshin.vtt", "second-call", "They will say ninety, and we settle at eighty"),
    ],
)
def test_most_quotes_are_verbatim(call: str, article: str, words: str) -> None:
    """The first reports quote the calls word for word."""
    assert words in document(call).text
    assert words in document(article).text


def test_one_quote_was_altered() -> None:
    """The explainer has three hundred names where the envoy said four hundred."""
    assert "Give him three hundred names" in document("explainer").text
    assert "Give him three hundred names" not in document("marsh").text


@pytest.mark.parametrize(
    ("call", "article", "words", "speaker"),
    [
        ("marsh", "herald-orlenko", "we cannot leave without the crossing at Hallin", "Orlenko"),
        ("tereshin.vtt", "interview", "number is an invitation", "Maxim Tereshin"),
    ],
)
def test_two_quotes_have_the_wrong_speaker(
    call: str, article: str, words: str, speaker: str
) -> None:
    """The Herald gives one man's words to another."""
    (turn,) = (turn for turn in document(call).turns if words in turn.span.text)
    assert (turn.speaker or "").endswith(speaker)
    assert words in document(article).text


def test_the_corrected_article_keeps_its_address() -> None:
    """The correction stands at the address of the article it corrects."""
    first, corrected = documents()[FIRST], documents()[CORRECTED]
    assert first.address == corrected.address
    assert (first.corrected, corrected.corrected) == (False, True)
    assert "five times since January" in first.text
    assert "three times since January" in corrected.text


def test_the_plan_lost_three_points() -> None:
    """Nineteen points before Lindhaven, sixteen after."""
    counts = [
        len(re.findall(r"^\d+\. ", Path(path).read_text(encoding="utf-8"), re.MULTILINE))
        for path in files()
        if path.suffix == ".md"
    ]
    assert counts == [19, 16]
