"""An event's own date answers "when" only for the question's own verb, told the right way."""

from __future__ import annotations

import pytest

from onix.jobs.ask.asked.question import understand
from onix.jobs.ask.kinds.dated import dated
from onix.jobs.ask.kinds.misdated import of_its_event
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation
from onix.reading import NewsReader
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Parser
from tests.jobs.ask.asking import seen
from tests.record.making import article

PARSER = Parser()
STORY = article(
    "The pump in the north tower of Halden failed in 2019, two years after the vote. "
    "The court will hear the case on 3 June.",
    published="2025-03-15",
)


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("When did the pump in Halden fail?", "2019"),
        ("When was the failing pump seen?", None),
        ("When will the pump in Halden fail?", None),
        ("When did the pump in Sorrin fail?", None),
        ("When did she fail?", None),
        ("Where did the pump fail?", None),
        ("When will the court hear the case?", "2025-06-03"),
        ("When did the court hear the case?", None),
        ("When did it happen?", None),
    ],
)
def test_the_date_of_an_event_is_given_for_its_own_question(
    question: str, when: str | None
) -> None:
    """The verb, another word, every name and the tense have to fit."""
    (marks,) = NewsReader().read([STORY])
    understood = understand(question, PARSER.parse([question])[0])
    matcher = Matcher([term.word for term in understood.terms])
    windows = [
        Window(each, (each,), each, Citation(each), matcher.strengths(words_of(STORY.text)), 0)
        for each in marks.sentences
    ]
    found = dated(understood, seen(windows, marks))
    assert (found.when.value if found and found.when else None) == when


def test_what_was_only_announced_then_was_not_done_then() -> None:
    """Who "announced she was buying the mill" in March need not have bought it by then."""
    told = article(
        "Since Ann Lee announced she was buying the mill in March, the town has talked of it.",
        published="2025-05-15",
    )
    (marks,) = NewsReader().read([told])
    question = "When did Ann Lee buy the mill?"
    understood = understand(question, PARSER.parse([question])[0])
    window = Window(
        marks.sentences[0], (marks.sentences[0],), marks.sentences[0],
        Citation(marks.sentences[0]), (1.0,) * len(understood.terms), 0,
    )  # fmt: skip
    assert dated(understood, seen([window], marks)) is None


TRIAL = article(
    "Ada Brandt was arrested at the quay. Odd Lund, who was arrested in 2008, was there, too. "
    "Brandt was arrested in February for what she did. Two months went by. "
    "Police said that Brandt was arrested on February 17. Brandt arrested a thief on 3 March.",
    published="2025-03-15",
)


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("When was Ada Brandt arrested?", "2025-02-17"),
        ("When was Odd Lund arrested?", "2008"),
        ("When was Tom Hale arrested?", None),
        ("When did Ada Brandt arrest a thief?", "2025-03-03"),
        ("When did Odd Lund arrest a thief?", None),
    ],
)
def test_documents_are_gone_through_where_no_window_dates_it(
    question: str, when: str | None
) -> None:
    """Told of the same on the same side; of two days that agree the more precise is given."""
    (marks,) = NewsReader().read([TRIAL])
    understood = understand(question, PARSER.parse([question])[0])
    matcher = Matcher([term.word for term in understood.terms])
    first = marks.sentences[0]
    windows = [
        Window(first, (first,), first, Citation(first), matcher.strengths(words_of(first.text)), 0)
    ]
    found = dated(understood, seen(windows, marks))
    assert (found.when.value if found and found.when else None) == when


@pytest.mark.parametrize(("name", "kept"), [("Odd Lund", 1), ("Ada Brandt", 0)])
def test_the_day_on_which_it_was_done_to_another_answers_nothing(name: str, kept: int) -> None:
    """Where the question names whom it asks of."""
    (marks,) = NewsReader().read([TRIAL])
    question = f"When was {name} arrested?"
    understood = understand(question, PARSER.parse([question])[0])
    sentence = marks.sentences[1]
    window = Window(sentence, (sentence,), sentence, Citation(sentence), (1.0, 1.0), 0)
    span = next(each.span for each in marks.times if each.value == "2008")
    reading = Reading(window, sentence, span, 0.5, ((sentence, Citation(sentence)),))
    assert len(of_its_event(understood, [reading], seen([window], marks))) == kept
