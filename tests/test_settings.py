"""What a user sets comes from the place that is nearest to the command, and slips are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from onix.errors import InputError
from onix.settings import Settings, load


def test_without_anything_set_the_record_is_news_onix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an empty folder every value is the default and says so."""
    monkeypatch.chdir(tmp_path)
    settings = load(environment={})
    assert settings == Settings()
    assert settings.record == Path("news.onix")
    assert settings.origin("record") == "default"


def test_a_flag_beats_a_variable_beats_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearest to the command wins, and each value remembers who set it."""
    monkeypatch.chdir(tmp_path)
    Path("onix.toml").write_text('record = "file.onix"\nworkers = 3\nallow_private = true\n')
    settings = load(
        {"record": Path("flag.onix"), "workers": None},
        environment={"ONIX_RECORD": "variable.onix", "ONIX_WORKERS": "2", "HOME": "/root"},
    )
    assert (settings.record, settings.workers) == (Path("flag.onix"), 2)
    assert settings.allow_private is True
    assert settings.origin("record") == "--record"
    assert settings.origin("workers") == "ONIX_WORKERS"
    assert settings.origin("allow_private") == "onix.toml"


def test_a_misspelt_key_names_the_right_one(tmp_path: Path) -> None:
    """`recrod = …` is an error that says `record`, not a setting that is silently ignored."""
    file = tmp_path / "onix.toml"
    file.write_text('recrod = "a.onix"\n')
    with pytest.raises(InputError, match=r"Unknown setting 'recrod'.*Did you mean 'record'\?"):
        load(environment={}, file=file)


def test_a_misspelt_variable_names_the_right_one() -> None:
    """ONIX_RECROD is an error that says ONIX_RECORD; variables of other programs are let be."""
    with pytest.raises(InputError, match="Did you mean 'ONIX_RECORD'"):
        load(environment={"ONIX_RECROD": "a.onix"})
    assert load(environment={"ONIX_SOMETHING_ELSE": "1", "ONIX_BENCH": "x"}) == Settings()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("ONIX_WORKERS", "many"),
        ("ONIX_WORKERS", "-1"),
        ("ONIX_ALLOW_PRIVATE", "perhaps"),
        ("ONIX_RECORD", "  "),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_kind_is_wanted(key: str, value: str) -> None:
    """A number that is none is refused with the name of the variable and what it takes."""
    with pytest.raises(InputError, match=rf"{key} sets .*Give a|{key} sets .*Give true or false"):
        load(environment={key: value})


@pytest.mark.parametrize(("text", "value"), [("1", True), ("no", False), ("TRUE", True)])
def test_yes_and_no_are_read_in_the_usual_words(text: str, value: bool) -> None:
    """ONIX_ALLOW_PRIVATE=1 and =true both mean yes."""
    assert load(environment={"ONIX_ALLOW_PRIVATE": text}).allow_private is value


def test_a_record_may_be_called_by_a_number() -> None:
    """ONIX_RECORD=2025 is a folder named 2025."""
    assert load(environment={"ONIX_RECORD": "2025"}).record == Path("2025")


def test_workers_are_as_many_as_cores_unless_set() -> None:
    """0 takes one process a core; another number is taken at its word."""
    assert Settings().processes >= 1
    assert Settings(workers=7).processes == 7


@pytest.mark.parametrize("text", ["record = ", "\xff"])
def test_a_broken_file_says_where_it_is_broken(tmp_path: Path, text: str) -> None:
    """A settings file that is no TOML is named, with a line that would be right."""
    file = tmp_path / "onix.toml"
    file.write_text(text, encoding="latin-1")
    with pytest.raises(InputError, match=r"Could not read the settings in .*onix\.toml"):
        load(environment={}, file=file)


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    """A settings file that is named and missing is an error, not a default."""
    with pytest.raises(InputError, match="Could not open the settings file"):
        load(environment={}, file=tmp_path / "none.toml")
