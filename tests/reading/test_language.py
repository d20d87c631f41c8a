"""The language of a text."""

from __future__ import annotations

import pytest

from onix.reading.language import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The envoy said on Tuesday that the talks would go on, and that they had not failed.",
            "en",
        ),
        ("Le président a déclaré mardi que la France ne céderait pas devant les menaces.", "fr"),
        ("Der Kanzler sagte am Dienstag, die Regierung werde den Plan nicht mehr ändern.", "de"),
        ("El ministro dijo el martes a The New York Times que el gobierno no cambiará.", "es"),
        ("Президент заявил во вторник, что переговоры продолжатся", "ru"),
        ("首相は火曜日に述べた", "ja"),
    ],
)
def test_the_language_of_running_text_is_told(text: str, code: str) -> None:
    """A sentence or two are enough; an English name inside does not make a text English."""
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "Hi", "Varga resigns", "12 34 56", "Keller 3 Marsh 2"])
def test_too_little_text_has_no_language(text: str) -> None:
    """A few words could be any language."""
    assert detect_language(text) is None


def test_a_table_of_results_in_english_is_english() -> None:
    """Lists of names have few little words, but over a whole page enough of them."""
    rows = "\n".join(f"No. {n} Holt Motors, Dana Moss, lap {n + 7}" for n in range(20))
    text = (
        f"The order of the start after the rain is to be kept by all. {rows} from the jury and the"
    )
    assert detect_language(text) == "en"
