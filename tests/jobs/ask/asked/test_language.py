"""A question in another language is told by its own little words."""

from __future__ import annotations

import pytest

from onix.jobs.ask.asked.language import is_in_another_language


@pytest.mark.parametrize(
    "question",
    [
        "Quand le pont va-t-il fermer ?",
        "Qui a financé l'étude ?",
        "La mairie a-t-elle fermé le pont ?",
        "Est-ce que Roth est parti ?",
        "Wer hat die Mühle gekauft?",
        "Hat Roth den Klub gekauft?",
        "Was hat Roth über den Hafen gesagt?",
        "Wo ist der Hafen?",
        "¿Cuándo cerrará el puente?",
        "¿Ha dimitido el alcalde de Halm?",
        "Chi ha comprato il club?",
        "Quanto ha pagato Roth?",
        "Quem comprou o clube?",
        "Wie heeft de molen gekocht?",
        "Hvem købte møllen?",
        "Kto kupił młyn?",
        "Кто купил мельницу?",
        "市長は誰ですか？",
    ],
)
def test_its_own_words_tell_another_language(question: str) -> None:
    """Also where names are English, and without a question mark before it."""
    assert is_in_another_language(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the editor of Die Welt?",
        "Did Le Monde say so?",
        "Is Ursula von der Leyen in Rome?",
        "Oscar de la Renta dead?",
        "Kim Jong Un ill?",
        "Wen Jiabao speech",
        "Death toll?",
        "Le Monde Macron interview",
        "Dvořák Šefčovič Brno",
        "Los Angeles fire: La Brea open?",
        "What did José María Aznar say?",
        "Will Roth go?",
        "?",
    ],
)
def test_names_from_anywhere_leave_a_question_english(question: str) -> None:
    """So does a question of a few words."""
    assert not is_in_another_language(question)
