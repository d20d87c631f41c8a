"""An event's own date answers "when" only for the question's own verb, told the right way."""

from __future__ import annotations

import pytest

from onix.jobs.ask.asked.question import understand
from onix.jobs.ask.kinds.dated import dated
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
