"""The demonstration, run for real: the bundled story in a fresh record and three questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from onix.errors import InputError
from onix.jobs.demo import QUESTIONS, Demo, demo
from onix.record import open_record
from onix.story import files


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """A demonstration whose record is kept."""
    return demo(tmp_path_factory.mktemp("demo") / "story.onix")


def test_every_file_of_the_story_is_taken_in(kept: Demo) -> None:
    """Each file ends as kept, as a near-copy or as a new version; none is left out."""
    outcomes = [each.outcome for each in kept.added]
    assert len(outcomes) == len(files())
    assert set(outcomes) == {"kept", "near-duplicate", "new version"}
    assert outcomes.count("new version") == 1
    assert outcomes.count("near-duplicate") >= 2


def test_two_questions_are_answered_and_one_is_refused(kept: Demo) -> None:
    """What the story tells is answered in its words; what nobody knows is refused."""
    assert [answer.question for answer in kept.answers] == list(QUESTIONS)
    told, dated, refused = kept.answers
    assert told.abstained is None
    assert "let him do the cutting" in told.statements[0].text
    assert told.statements[0].speaker == "Maxim Tereshin"
    assert dated.abstained is None
    assert dated.statements[0].answer is not None
    assert "April 24" in dated.statements[0].answer.text
    assert dated.origins.outlets > 1
    assert refused.abstained is not None
    assert refused.abstained.says
    assert not refused.statements


def test_a_kept_record_can_be_asked_again(kept: Demo) -> None:
    """The citations of an answer lead into the record that was kept."""
    assert kept.record is not None
    with open_record(kept.record) as record:
        for statement in kept.answers[0].statements:
            for citation in statement.citations:
                text = record.document(citation.span.document_id).text
                assert text[citation.span.start : citation.span.end] == citation.span.text


def test_a_temporary_record_is_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a place to keep it, the demonstration leaves nothing behind."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert demo().record is None
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_taken_is_refused(tmp_path: Path) -> None:
    """A record that is there already is never added to."""
    (tmp_path / "store.sqlite").write_bytes(b"mine")
    with pytest.raises(InputError, match=r"there is something at .* already"):
        demo(tmp_path)
    with pytest.raises(InputError, match="Name another place with --record"):
        demo(tmp_path / "store.sqlite")
    assert (tmp_path / "store.sqlite").read_bytes() == b"mine"
