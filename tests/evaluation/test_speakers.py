"""The score of names behind quotations: what counts as right, wrong and left open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import speakers
from evaluation.speakers import Found, is_same, outcome, shares

TEXT = (
    "Mayor Margaret Holt opened the bridge on Monday. “It will hold,” she said.\n\n"
    "“We were not asked,” a neighbour told the council, reportedly."
)


def marked(words: str, **more: object) -> dict[str, object]:
    """A quotation as it is marked in the gold file."""
    start = TEXT.index(words)
    empty: dict[str, object] = {"speaker": None, "addressee": None, "hedges": [], "provenance": []}
    return empty | {"start": start, "end": start + len(words)} | more


@pytest.mark.parametrize(
    ("name", "gold", "same"),
    [
        ("Ana Ruiz", "Ana Ruiz", True),
        ("Ruiz", "Ana Ruiz", True),
        ("Ana B. Ruiz", "Ana Ruiz", True),
        ("Eva Ruiz", "Ana Ruiz", False),
        ("Ana", "Ana Ruiz", False),
        ("", "Ana Ruiz", False),
    ],
)
def test_a_name_is_the_same_by_its_last_word_and_no_other_against_it(
    name: str, gold: str, *, same: bool
) -> None:
    """A family name alone is right, another first name is not."""
    assert is_same(name, gold) is same


def test_leaving_a_name_open_is_not_wrong() -> None:
    """Only naming somebody else, or somebody where nobody is named, is wrong."""
    assert outcome(None, "Ana Ruiz") == "open"
    assert outcome(None, None) == "right"
    assert outcome("Ana Ruiz", None) == "wrong"
    assert shares(["right", "wrong", "open", "right"])["right"] == 50.0


def test_marks_meet_where_they_share_words_and_kind() -> None:
    """One of two marked is found, and the one of another kind is not right."""
    found = Found()
    found.add([(0, 5, "a"), (10, 15, "a")], [(3, 8, "a"), (10, 15, "b")])
    assert found.figures() == {"marked": 2, "given": 2, "precision": 50.0, "recall": 50.0}


def test_texts_are_read_and_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mayor behind "she" is right, and the neighbour stays without a name."""
    row = {
        "id": "bridge", "text": TEXT,
        "quotes": [marked("It will hold", speaker="Margaret Holt"), marked("We were not asked")],
    }  # fmt: skip
    path = tmp_path / "quoted.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert speakers.main(["--written", str(path), "--json"]) == 0
    names = json.loads(capsys.readouterr().out)["written"]["names"]
    assert names == {"marked": 2, "right": 100.0, "wrong": 0.0, "open": 0.0}


def test_occasions_are_scored_by_the_words_they_share(tmp_path: Path) -> None:
    """One is found, one is not, and nothing is given where nothing is marked."""
    text = (
        "“It held,” Holt said at a rally. “It fell,” Ruiz said there. “It rose,” Lee said in court."
    )
    places = {"It held,": "a rally", "It fell,": None, "It rose,": "“It rose,”"}
    rows = [
        {
            "start": text.index(words),
            "end": text.index(words) + len(words),
            "occasion": where and [text.index(where), text.index(where) + len(where)],
        }
        for words, where in places.items()
    ]
    path = tmp_path / "occasions.json"
    path.write_text(json.dumps({"id": "a", "text": text, "quotes": rows}) + "\n", encoding="utf-8")
    figures = speakers.score_occasions(path)
    assert figures["made on"] == {"marked": 2, "given": 2, "precision": 50.0, "recall": 50.0}
    assert figures["others"]["marked"] == 0


@pytest.mark.parametrize(
    "path",
    [
        speakers.WRITTEN,
        speakers.ORDINARY,
        speakers.REGISTERS,
        *(path for path in speakers.LATER_WRITTEN if path.exists()),
    ],
    ids=lambda each: each.stem,
)
def test_marks_of_the_texts_written_for_onix_are_sound(path: Path) -> None:
    """Every pair of offsets lies in its text, and a speaker's name stands there."""
    rows = speakers.rows_of(path)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        text = row["text"]
        for quote in row["quotes"]:
            places = [(quote["start"], quote["end"]), *quote["hedges"]]
            places += [(each["start"], each["end"]) for each in quote["provenance"]]
            assert all(0 <= start < end <= len(text) for start, end in places)
            if quote["speaker"]:
                assert quote["speaker"].split()[-1] in text


def test_marks_of_whole_texts_are_scored(tmp_path: Path) -> None:
    """Hedges and provenance outside the quotations count where a file marks them."""
    text = "The pier is reportedly lost, two officials said."
    at = text.index("two officials"), text.index(" said")
    marks = {
        "hedges": [[12, 22]],
        "provenance": [{"kind": "unnamed", "start": at[0], "end": at[1]}],
    }
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "quotes": []} | marks) + "\n", "utf-8")
    figures = speakers.score_written([path])
    assert figures["hedges of texts"]["recall"] == 100.0
    assert figures["provenance of texts"]["recall"] == 100.0


def test_what_is_missed_and_what_is_false_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the words around it, of the half that was asked for."""
    text = "The pier is reportedly lost, two officials said."
    row = {"id": "a", "text": text, "quotes": [], "hedges": [], "provenance": []}
    marked = row | {"id": "b", "provenance": [{"kind": "document", "start": 4, "end": 8}]}
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in (row, marked)), "utf-8")
    arguments = ["--written", str(path), "--half", "even", "--show"]
    assert speakers.main(arguments) == 0
    shown = capsys.readouterr().out
    assert "b: missed document: The [pier] is" in shown
    assert "b: false hedge: The pier is [reportedly] lost" in shown
    assert "a: " not in shown


def test_nothing_of_what_is_held_out_is_shown(tmp_path: Path) -> None:
    """A file of that name is scored, but its wrong answers stay unseen."""
    path = tmp_path / speakers.LATER_WRITTEN[0].name
    path.write_text("", "utf-8")
    with pytest.raises(SystemExit):
        speakers.main(["--written", str(path), "--show"])
