"""`onix check` as it is typed: text to read without colour, JSON, and its exit codes."""

from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from onix.cli import main
from onix.jobs.check.checked import Checked, Finding
from onix.jobs.check.files import sarif
from onix.model import Claim, Verdict
from tests.verify.hearing import FILE

DRAFT = """# Bank and union

“The nurses were promised 12 percent in Odense,” said Sven Aalto, who leads the union.

“They have waited 3 years for it … unless Parliament meets this week,” Aalto said.
"""
CLEAN = "“The nurses were promised 11 percent in Odense,” said Sven Aalto, who leads the union.\n"


@pytest.fixture
def draft(tmp_path: Path) -> str:
    """A draft with a wrong number and a marked cut."""
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def test_findings_can_be_read_without_colour(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each change is said in words, with the passage, its speaker and how the source goes on."""
    assert main(["check", draft, "--against", str(FILE)]) == 1
    shown = capsys.readouterr().out
    assert "error: altered, said to be Sven Aalto's" in shown
    assert "The meaning may have changed." in shown
    assert "another number: the draft has “12”, said was “11”" in shown
    assert "tape: “The nurses were promised 11 percent in Odense”" in shown
    assert "the source continues: “They have waited 3 years for it" in shown
    assert "2 quotations checked against 1 document in strict style: 1 error, 1 note." in (
        " ".join(shown.split())
    )


def test_a_clean_draft_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to mend is said, and tells other programs so."""
    path = tmp_path / "draft.txt"
    path.write_text(CLEAN, encoding="utf-8")
    assert main(["check", str(path), "--against", str(FILE)]) == 0
    assert "nothing to mend" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "is_said"), [((), True), (("--facts",), False), (("--only", "quotes"), False)]
)
def test_what_was_not_checked_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], is_said: bool
) -> None:
    """Who reads "nothing to mend" knows that facts were not looked at, unless they chose so."""
    path = tmp_path / "draft.txt"
    path.write_text(CLEAN, encoding="utf-8")
    main(["check", str(path), "--against", str(FILE), *more])
    assert ("add --facts" in capsys.readouterr().out) == is_said


def test_json_has_findings_and_counts(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every finding has its place in the draft, and offsets of differences count from there."""
    assert main(["check", draft, "--against", str(FILE), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["counts"] == {"altered": 1, "trimmed": 1}
    first = found["findings"][0]
    assert (first["severity"], first["label"]) == ("error", "altered")
    (difference,) = first["differences"]
    place = difference["quote"]
    text = found["document"]["text"]
    assert text[place["start"] : place["end"]] == place["text"] == "12"
    assert difference["source"]["text"] == "11"


def test_lines_have_a_finding_each(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON Lines for programs that read as it comes."""
    assert main(["check", draft, "--against", str(FILE), "--only", "quotes", "--jsonl"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["label"] for line in lines] == ["altered", "trimmed"]


def test_many_claims_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line in, a line out under its id; a bad one is named and the others are checked."""
    path = tmp_path / "claims.jsonl"
    good = {"id": "a", "quote": "The nurses were promised 11 percent in Odense."}
    wrong = {"id": "b", "quote": "The nurses were promised 12 percent in Odense."}
    path.write_text("\n".join([json.dumps(good), "[]", json.dumps(wrong)]), encoding="utf-8")
    assert main(["check", "--claims", str(path), "--against", str(FILE), "--jsonl"]) == 1
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [(each["id"], each["label"]) for each in found] == [("a", "verbatim"), ("b", "altered")]
    assert "line 2" in err


def test_many_claims_are_shown_as_a_draft_s_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each under its id, or its number; exit codes are those of a draft."""
    path = tmp_path / "claims.jsonl"
    good = {"quote": "The nurses were promised 11 percent in Odense."}
    wrong = {"id": "b7", "quote": "The nurses were promised 12 percent in Odense."}
    path.write_text(json.dumps(good), encoding="utf-8")
    assert main(["check", "--claims", str(path), "--against", str(FILE)]) == 0
    assert "nothing to mend" in capsys.readouterr().out
    path.write_text(f"{json.dumps(good)}\n{json.dumps(wrong)}", encoding="utf-8")
    assert main(["check", "--claims", str(path), "--against", str(FILE)]) == 1
    shown = capsys.readouterr().out
    assert shown.startswith("1. “The nurses were promised 11 percent in Odense.”\n   verbatim")
    assert "b7. “The nurses were promised 12 percent in Odense.”\n    error: altered" in shown
    assert "2 quotations checked against 1 document in strict style: 1 error." in shown
    assert main(["check", "--claims", str(path), "--against", str(FILE), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["counts"] == {"verbatim": 1, "altered": 1}
    assert [each["severity"] for each in found["findings"]] == ["ok", "error"]


def test_claims_of_which_none_can_be_read_end_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing was checked, whatever the form."""
    path = tmp_path / "claims.jsonl"
    path.write_text('{"id": 1}', encoding="utf-8")
    for form in ([], ["--jsonl"]):
        assert main(["check", "--claims", str(path), "--against", str(FILE), *form]) == 2
        assert "line 1 has no" in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check"], "Name a draft"),
        (["check", "--claims", "b.jsonl", "--against", "a.vtt", "--html"], "--html is for a draft"),
        (["check", "--claims", "b.jsonl", "--record", "r.onix"], "--record is for a draft"),
        (["check", "--claims", "gone.jsonl", "--against", str(FILE)], "gone.jsonl"),
        (["check", "a.md", "--claims", "b.jsonl"], "Give one of them"),
        (["check", "--claims", "b.jsonl"], "Nothing to check against"),
        (["check", "--claims", "b.jsonl", "--against", "gone.vtt"], "gone.vtt"),
        (["check", "gone.md", "--against", str(FILE)], "gone.md"),
        (["check", str(FILE), "--against", str(FILE), "--style", "mine"], "No house style"),
    ],
)
def test_what_cannot_be_checked_ends_with_two(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence says what to do."""
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_material_that_cannot_be_read_is_named(
    draft: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest is checked against, and the exit code says that something was left out."""
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{\n", encoding="utf-8")
    assert main(["check", draft, "--against", str(FILE), "--against", str(bad)]) == 1
    assert "bad.jsonl" in capsys.readouterr().err


def test_a_splice_and_another_speaker_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the pieces stand, and who really spoke."""
    path = tmp_path / "draft.txt"
    path.write_text(
        "“The winter will be hard. I have always trusted a pencil,” said Tobias Rehn.\n\n"
        "“The ferry has to leave for Laesoe at 4,” said Petra Holm.\n",
        encoding="utf-8",
    )
    assert main(["check", str(path), "--against", str(FILE)]) == 1
    shown = capsys.readouterr().out
    assert "joined: the pieces stand apart" in shown
    assert "speaker: the draft names Petra Holm, the source Tobias Rehn" in shown


def test_sarif_points_into_the_draft(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Editors and CI find the line, and what is in order is not reported."""
    assert main(["check", draft, "--against", str(FILE), "--style", "ap", "--sarif"]) == 1
    found = json.loads(capsys.readouterr().out)
    (run,) = found["runs"]
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("altered", "error")
    assert "the draft has “12”, said was “11”" in result["message"]["text"]
    assert "The meaning may have changed." in result["message"]["text"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"].startswith("The nurses")
    assert region["startLine"] == 3


def test_sarif_points_to_the_words_that_are_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words that stand often are found where they are, also beneath a title that has them."""
    draft, source = tmp_path / "draft.md", tmp_path / "source.txt"
    draft.write_text("# Oslo waits\n\nThe mill in *Oslo* was sold in Oslo.\n", encoding="utf-8")
    source.write_text("The mill was sold on Friday, the town said.", encoding="utf-8")
    main(["check", str(draft), "--against", str(source), "--facts", "--sarif"])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert {each["message"]["text"] for each in results} == {"name: not in the record."}
    regions = [each["locations"][0]["physicalLocation"]["region"] for each in results]
    assert [each["charOffset"] for each in regions] == [2, 27, 45]


def test_the_page_shows_both_sides(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Differences are marked left and right, and said in words; what is quoted is no markup."""
    path = Path(draft)
    path.write_text(
        DRAFT.replace("last", "<b>last</b>") + "\n“<script>alert(1)</script> is a word"
        " nobody said here,” said Petra Holm.\n",
        encoding="utf-8",
    )
    assert main(["check", draft, "--against", str(FILE), "--html"]) == 1
    shown = capsys.readouterr().out
    assert "promised <ins>12</ins> percent" in shown
    assert "promised <del>11</del> percent" in shown
    assert "another number: the draft has “12”" in shown
    assert "The meaning may have changed." in shown
    assert "checked against 1 document in strict style: " in shown
    assert "<script>" not in shown


def test_what_a_machine_was_not_sure_of_is_to_be_heard(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line says what was heard, how sure the machine was, and when to hear it."""
    words = ["We", "will", "pay", "for", "forty", "crews", "in", "Barda"]
    sure = {"forty": 0.3, "Barda": 0.2}
    heard = [
        {"word": f" {word}", "start": 70 + at, "probability": sure.get(word, 0.9)}
        for at, word in enumerate(words)
    ]
    tape = tmp_path / "port.json"
    tape.write_text(json.dumps({"segments": [{"speaker": "Ann Roe", "words": heard}]}))
    draft = tmp_path / "draft.txt"
    draft.write_text("“We will pay for fourteen crews in Barda,” Ann Roe said.\n")
    assert main(["check", str(draft), "--against", str(tape)]) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "warning: uncertain" in shown
    assert "hear it yourself at 1:14" in shown
    assert "the draft has “fourteen”, heard was “forty”" in shown
    assert "hear it yourself: “forty” (30% sure, 1:14)" in shown
    assert "as in the draft, but the machine was not sure of “Barda” (20% sure, 1:17)" in shown
    assert main(["check", str(draft), "--against", str(tape), "--html"]) == 1
    assert "not sure of “Barda” (20% sure, 1:17)" in capsys.readouterr().out
    only = ["--only", "quotes", "--weak", "0.1", "--json"]
    assert main(["check", str(draft), "--against", str(tape), *only]) == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["label"], found["meaning_changed"]) == ("altered", True)
    assert found["evidence"][0]["unsure"] == []


def test_the_page_shows_the_closest_passage_and_all_notes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was not found is shown beside what comes nearest, without what follows it there."""
    path = tmp_path / "draft.txt"
    path.write_text(
        "“The nurses were promised gold and silver by me,” a reader wrote. "
        "“The winter will be hard,” said Tobias Rehn. He called it “red.”\n",
        encoding="utf-8",
    )
    assert main(["check", str(path), "--against", str(FILE), "--html"]) == 1
    shown = capsys.readouterr().out
    assert "not found, not in the material given" in shown
    assert "The closest passage:" in shown
    assert "ok: verbatim" in shown


def test_a_draft_that_is_no_text_has_findings_without_lines() -> None:
    """Where the words do not stand in the file as they were read, SARIF has no line for them."""
    claim = Claim("quote", "We will pay.", "Ann Roe")
    verdict = Verdict(claim, "not_found", "not in the material given")
    checked = Checked((Finding(verdict, "warning"),))
    (result,) = sarif(checked, "draft.docx", "PK")["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "snippet": {"text": "We will pay."}
    }


@pytest.mark.parametrize("form", [[], ["--sarif"], ["--html"], ["--json"]])
def test_a_draft_may_come_from_another_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: list[str]
) -> None:
    """ "-" is standard input, whatever is printed."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(DRAFT.encode()), "utf-8"))
    assert main(["check", "-", "--against", str(FILE), *form]) == 1
    assert "12" in capsys.readouterr().out


def test_a_draft_that_is_not_there_is_said_before_a_record(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Who misspells the file is not sent to make a record."""
    missing = str(tmp_path / "draaft.md")
    assert main(["check", missing, "--record", str(tmp_path / "none.onix")]) == 2
    assert f"Could not read {missing}" in capsys.readouterr().err


def test_facts_are_shown_with_what_the_record_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Contradicted ones in full, unknown ones in a line, and all of it as SARIF and HTML."""
    source = tmp_path / "morning.txt"
    source.write_text(
        "Sarah Lindqvist, who runs the fire service, said that 34 trams had burned in the depot.",
        encoding="utf-8",
    )
    path = tmp_path / "draft.txt"
    path.write_text(
        "Sara Lindqvist, who runs the fire service, said that 43 trams had burned in the depot. "
        "Ines Duarte brought soup.",
        encoding="utf-8",
    )
    asked = ["check", str(path), "--against", str(source), "--facts"]
    assert main(asked) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "another name: the draft has “Sara Lindqvist”, the record “Sarah Lindqvist”" in shown
    assert "another number: the draft has “43”, the record “34”" in shown
    assert "Not in the record, names: “Ines Duarte”" in shown
    assert main([*asked, "--sarif"]) == 1
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert [each["level"] for each in results] == ["error", "error", "note"]
    assert main([*asked, "--html"]) == 1
    assert "<ins>43</ins>" in capsys.readouterr().out
    assert main([*asked, "--only", "dates"]) == 0


def test_many_facts_that_are_not_in_the_record_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is not lost among what is unknown; --all names them."""
    source = tmp_path / "morning.txt"
    source.write_text("Sarah Lindqvist runs the fire service in Ulvsund.", encoding="utf-8")
    path = tmp_path / "draft.txt"
    path.write_text(
        "Ines Duarte, Pavel Horak, Mina Okafor and Tom Reyes brought soup.", encoding="utf-8"
    )
    asked = ["check", str(path), "--against", str(source), "--facts"]
    main(asked)
    shown = capsys.readouterr().out
    assert "Not in the record: 4 names" in shown
    assert "Pavel Horak" not in shown
    main([*asked, "--all"])
    assert "Pavel Horak" in capsys.readouterr().out


def test_a_kind_that_is_none_is_an_error(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names those there are."""
    assert main(["check", draft, "--against", str(FILE), "--only", "nouns"]) == 2
    assert "names, figures, dates" in capsys.readouterr().err


def test_a_weekday_needs_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is none, and only dates are asked for, the calendar is asked."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.txt"
    path.write_text("The depot burned down on Tuesday, June 2, 2025.", encoding="utf-8")
    assert main(["check", str(path), "--only", "dates"]) == 1
    assert "that day is a Monday" in capsys.readouterr().out


def test_a_draft_without_a_date_may_be_given_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its weekday stands against a date without a year then; what is no date is said."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.txt"
    path.write_text("The depot burned down on Tuesday, June 2, police said.", encoding="utf-8")
    assert main(["check", str(path), "--only", "dates"]) == 0
    capsys.readouterr()
    asked = ["check", str(path), "--only", "dates", "--published", "2025-06-04"]
    assert main(asked) == 1
    assert "that day is a Monday" in capsys.readouterr().out
    assert main([*asked[:-1], "soon"]) == 2
    assert "is no date" in capsys.readouterr().err


def test_a_draft_alone_hears_what_to_check_it_against(
    draft: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Most newcomers have a transcript and no record."""
    monkeypatch.chdir(tmp_path)
    assert main(["check", draft]) == 2
    said = capsys.readouterr().err
    assert "Nothing to check against: no record at news.onix." in said
    assert "--against FILE" in said


def test_words_in_an_article_are_on_no_tape(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What bears a quotation out is called what it is."""
    story = tmp_path / "story.txt"
    story.write_text(
        "Ferry stays\n\nIt stays. “We will not cut it on Sundays,” said Odd Lund, the mayor.\n",
        encoding="utf-8",
    )
    draft = tmp_path / "draft.txt"
    draft.write_text("“We will not cut it on Mondays,” said Odd Lund.\n", encoding="utf-8")
    assert main(["check", str(draft), "--against", str(story)]) == 1
    shown = capsys.readouterr().out
    assert "article: “We will not cut it on Sundays" in shown
    assert "tape:" not in shown
    main(["check", str(draft), "--against", str(story), "--sarif"])
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert "said was “Sundays”. Article: “We will" in result["message"]["text"]


def test_what_is_typed_nearly_right_is_taken_or_said(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second file is meant for --against, houses may be shouted, and two forms are refused."""
    assert main(["check", draft, str(FILE)]) == 2
    assert "onix check FILE --against FILE." in capsys.readouterr().err
    assert main(["check", draft, "--against", str(FILE), "--style", "AP"]) == 1
    assert "in ap style" in capsys.readouterr().out
    assert main(["check", draft, "--against", str(FILE), "--sarif", "--html"]) == 2
    assert "Cannot print --sarif and --html at once" in capsys.readouterr().err
