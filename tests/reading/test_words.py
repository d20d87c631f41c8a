"""Word lists are read as they are written, and verbs are inflected as English does."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from onix.reading.words import one_of, sections, verb_forms

LISTS = ("cues", "documents", "grammar", "hedges", "outlets", "people")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_where_it_comes_from(name: str) -> None:
    """A list opens with its origin, and no section of it is empty."""
    text = (files("onix.reading.words") / f"{name}.txt").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "Written for this project" in "".join(text.splitlines(keepends=True)[:4])
    assert all(sections(name).values())


@pytest.mark.parametrize(
    "form",
    ["say", "says", "said", "saying", "denied", "denies", "argued", "arguing", "stresses", "wrote"],
)
def test_verbs_have_all_their_forms(form: str) -> None:
    """Regular forms are derived, irregular ones are those that are listed."""
    assert form in verb_forms("cues", "say")


def test_no_list_holds_what_a_merge_left_behind() -> None:
    """A line of marks would be read as a word."""
    lists = (path for path in files("onix.reading.words").iterdir() if path.name.endswith(".txt"))
    lines = [line for path in lists for line in path.read_text(encoding="utf-8").splitlines()]
    assert not [line for line in lines if line[:7] in ("<<<<<<<", "=======", ">>>>>>>")]


PHRASES = ("min", "mayor", "minister", "may", "prime minister", "a+b", "e-mail", "email")


@pytest.mark.parametrize("phrase", PHRASES)
def test_one_of_finds_every_phrase_and_the_longest_first(phrase: str) -> None:
    """Marks of a phrase are no pattern, and what is longer is not cut short."""
    pattern = re.compile(one_of(PHRASES))
    found = pattern.match(f"{phrase}, he said")
    assert found is not None
    assert found.group() == phrase
    assert pattern.match("aab") is None


def test_one_of_gives_back_where_the_longest_does_not_go_on() -> None:
    """What stands behind may ask for the shorter one."""
    assert re.fullmatch(rf"{one_of(['min', 'minister'])}istry", "ministry") is not None


def test_one_of_nothing_is_refused() -> None:
    """A pattern of no words would fit everywhere."""
    with pytest.raises(ValueError, match="no words"):
        one_of(())
