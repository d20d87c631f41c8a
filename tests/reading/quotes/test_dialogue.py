"""Whose words stand alone in a paragraph, where somebody has just been asked or spoken to."""

from __future__ import annotations

from onix.model import Document, Quote
from onix.reading import NewsReader


def read(text: str) -> list[Quote]:
    """Give the quotations, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return list(marks.quotes)


def speaker(quotes: list[Quote], words: str) -> str | None:
    """Give who speaks in the quotation that begins with words."""
    (found,) = [each for each in quotes if each.content[0].text.startswith(words)]
    return found.speaker


CROSS_EXAMINED = """\
Mr Adrian Orr told the jury he had begged his friend to stop.

Clara Reuss, defending, stood up. “You said ‘drive on’, didn’t you?” she asked.

“No, I never,” replied Mr Orr.

“It is on the tape, Mr Orr.”

“That is not my voice.”
"""


def test_who_is_spoken_to_by_name_does_not_speak() -> None:
    """Whoever spoke before them does, and then they themselves again."""
    quotes = read(CROSS_EXAMINED)
    assert speaker(quotes, "No, I never") == "Adrian Orr"
    assert speaker(quotes, "It is on the tape") == "Clara Reuss"
    assert speaker(quotes, "That is not my voice") == "Adrian Orr"


def test_who_was_asked_answers_and_not_who_asked() -> None:
    """By "she", or by "him", whoever that is; nobody is given where it does not say."""
    quotes = read("Clara Reuss pours tea. I ask whether she is nervous. “I am old. Same thing.”")
    assert speaker(quotes, "I am old") == "Clara Reuss"
    quotes = read("We met in a café. I asked about the rent. “It is indecent. Write that down.”")
    assert speaker(quotes, "It is indecent") is None


def test_whom_a_question_is_about_answers_it() -> None:
    """Whoever spoke before, and whether it is asked what or whether."""
    said = "“It is late,” said Odd Lund.\n\nClara Reuss, 81, leaned on a chair. {} “Very little.”"
    for question in ("What did she make of it?", "Was she glad?"):
        assert speaker(read(said.format(question)), "Very") == "Clara Reuss"


def test_a_question_is_answered_by_whoever_spoke_before() -> None:
    """Where somebody did in the paragraph before; one who asks at length may go on."""
    asked = "“It is late,” said Odd Lund.\n\n“{}?” asked Clara Reuss.\n\n“It was always so.”\n"
    assert speaker(read(asked.format("Is it")), "It was always") == "Odd Lund"
    long = "At what point will those who run this town begin to look at the other tools they have"
    long += " to make it run on time"
    assert speaker(read(asked.format(long)), "It was always") == "Clara Reuss"


def test_one_speaker_goes_on_over_paragraphs() -> None:
    """Words that stand alone are no dialogue by themselves."""
    text = "“It is late,” said Odd Lund.\n\n“We shall go on.”\n\n“We always have, all of us.”\n"
    assert {each.speaker for each in read(text)} == {"Odd Lund"}
