"""The [[box]] tables of onix.toml: what they say, and what is wrong with them, by place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.boxes import Box, read_boxes
from onix.errors import InputError
from onix.settings import load

GOOD = {"name": "courier", "origins": ["https://courier.example"], "outlets": ["Courier"]}


def test_boxes_are_read_beside_the_settings(tmp_path: Path) -> None:
    """A file has settings and any number of boxes; what is not said has a default."""
    file = tmp_path / "onix.toml"
    file.write_text(
        'record = "courier.onix"\n'
        '[[box]]\nname = "archive"\ntitle = " Ask the Courier "\n'
        'origins = ["https://courier.example", "http://localhost:8000"]\n'
        'outlets = ["The Courier", "courier.example"]\nrate = 5\ntotal = 50\n'
        '[[box]]\nname = "quay"\norigins = ["https://courier.example"]\n'
        'documents = ["https://courier.example/quay"]\n'
    )
    settings = load(environment={}, file=file)
    assert settings.record == Path("courier.onix")
    assert settings.boxes == (
        Box(
            "archive",
            ("https://courier.example", "http://localhost:8000"),
            title="Ask the Courier",
            outlets=("The Courier", "courier.example"),
            rate=5,
            total=50,
        ),
        Box("quay", ("https://courier.example",), documents=("https://courier.example/quay",)),
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"origins": []}, r"No site may show box 1 \(courier\) in onix\.toml.*origins = "),
        ({"origins": None}, "No site may show box 1"),
        ({"origins": "https://a.example"}, "origins of box 1.*is not a list such as"),
        ({"outlets": []}, "Nothing is said of what box 1 .* answers from"),
        ({"outlets": None}, "Nothing is said of what box 1"),
        ({"outlets": [""]}, "outlets of box 1 .* is not a list of outlets"),
        ({"documents": "quay"}, "documents of box 1 .* is not a list of ids"),
        ({"name": None}, r"no name of box 1 \(without a name\) in onix\.toml"),
        ({"name": "../keys"}, "name of box 1 .* is not letters, digits and hyphens"),
        ({"name": "x" * 61}, "name of box 1"),
        ({"title": " "}, "title of box 1 .* is not words"),
        ({"rate": 0}, "rate of box 1 .* is not a number from 1 up"),
        ({"rate": True}, "rate of box 1"),
        ({"total": "many"}, "total of box 1"),
        ({"orgins": ["https://a.example"]}, "Unknown key 'orgins' of box 1.*mean 'origins'"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_box(change: dict[str, object], says: str) -> None:
    """What is wrong, in which box of which file, and what to write; None leaves a key out."""
    table = {key: value for key, value in {**GOOD, **change}.items() if value is not None}
    with pytest.raises(InputError, match=says):
        read_boxes([table], "onix.toml")


@pytest.mark.parametrize(
    "origin",
    [
        "*", "null", "courier.example", "//courier.example", "ftp://courier.example",
        "https://courier.example/", "https://courier.example/news", "https://courier.example?x",
        "https://*.courier.example", "https://", "https://me@courier.example",
        "https://courier.example:99999", "https://[::1", "https://courier.example#x", "https://a b",
    ],
)  # fmt: skip
def test_what_is_no_site_is_no_origin(origin: str) -> None:
    """A star, a path or a slash at the end would be another origin than any browser names."""
    with pytest.raises(InputError, match=r"origins of box 1 .* is no site\. Write scheme and name"):
        read_boxes([{**GOOD, "origins": [origin]}], "onix.toml")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HTTPS://Courier.Example", "https://courier.example"),
        ("https://courier.example:443", "https://courier.example"),
        ("http://courier.example:80", "http://courier.example"),
        ("http://courier.example:443", "http://courier.example:443"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_origin_is_kept_as_browsers_write_it(written: str, meant: str) -> None:
    """Capitals, a port that goes without saying and other letters make no difference."""
    (box,) = read_boxes([{**GOOD, "origins": [written, meant]}], "onix.toml")
    assert box.origins == (meant,)


def test_two_boxes_have_two_names() -> None:
    """Names that differ in capitals alone are one."""
    with pytest.raises(InputError, match=r"Two boxes in onix\.toml are named 'Courier'"):
        read_boxes([GOOD, {**GOOD, "name": "Courier"}], "onix.toml")


@pytest.mark.parametrize("tables", ["courier", {"name": "courier"}, ["courier"], 3])
def test_a_box_is_a_table_in_a_list(tables: object) -> None:
    """[box] with one bracket, or box = …, is answered with how to write it."""
    with pytest.raises(InputError, match=r"under: \[\[box\]\]"):
        read_boxes(tables, "onix.toml")


TEXT = st.text(st.sampled_from("aB.:/@[]*#?- \n0ü\ud800"), max_size=20)


@given(st.dictionaries(st.sampled_from(sorted(GOOD)), TEXT | st.lists(TEXT) | st.none()))
def test_any_value_is_read_or_refused_in_a_sentence(change: dict[str, object]) -> None:
    """Nothing that can stand in a file ends in a traceback; what is read says where and what."""
    try:
        (box,) = read_boxes([{**GOOD, **change}], "onix.toml")
    except InputError as problem:
        assert "onix.toml" in str(problem)
    else:
        assert box.origins
        assert box.outlets or box.documents
