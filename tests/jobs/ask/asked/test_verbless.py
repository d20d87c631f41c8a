"""A question has a verb, whatever the parser made of it."""

from __future__ import annotations

import pytest

from onix.jobs.ask.asked.verbless import with_its_verb
from onix.reading.neural.syntax import Tree, Word
from tests.jobs.ask.asking import asked, parser


def hung(tree: Tree) -> list[tuple[str, str, str]]:
    """What each word hangs on, and how."""
    return [(each.text, each.label, tree.words[each.head].text) for each in tree.words]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Where did the ferry sink?", "sink", "ferry"),
        ("When will the inquiry report?", "report", "inquiry"),
        ("When will the bridge close?", "close", "bridge"),
        ("When did Ada Lund resign?", "resign", "Lund"),
        ("Where did the captain of the ferry land?", "land", "captain"),
        ("How long did the power cut in Dalby last?", "last", "cut"),
        ("How long did the search for the crew last?", "last", "search"),
        ("How many jobs did the firm promise?", "promise", "firm"),
        ("When did the tram line to the port open?", "open", "line"),
        ("When will the peace talks in Riga start?", "start", "talks"),
        ("When did the union and the company deal?", "deal", "union"),
        ("When does the state fair open?", "open", "fair"),
    ],
)
def test_a_verb_stands_behind_what_asks(text: str, verb: str, subject: str) -> None:
    """It is what is asked about, and has whoever does it."""
    question = asked(text)
    assert question.verb == verb
    assert (subject, "nsubj", verb) in hung(question.tree)


@pytest.mark.parametrize(
    "text",
    ["Did the minister resign?", "Why was the bridge shut?", "The harbour sale", "Will they?", ""],
)
def test_a_question_with_a_verb_is_left(text: str) -> None:
    """So is what is no question, or has nothing that may be one."""
    tree = parser().parse([text])[0] if text else Tree(())
    assert with_its_verb(tree) is tree


def test_what_something_cost_is_asked_by_no_verb_of_its_own() -> None:
    """ "How much did it cost" says no more than "how much", and no part of the line is a verb."""
    question = asked("How much did the new tram line to Orre cost?")
    assert question.verb is None
    assert ("line", "nsubj", "cost") in hung(question.tree)


def test_what_hung_on_the_noun_hangs_on_its_subject() -> None:
    """ "The big new city museum cost" was a cost of all that."""
    tree = asked("What did the big new city museum cost?").tree
    museum = next(n for n, each in enumerate(tree.words) if each.text == "museum")
    assert [tree.words[n].text for n in tree.children[museum]] == ["the", "big", "new", "city"]


def test_a_tree_of_nothing_but_nouns_ends() -> None:
    """No word hangs on itself by way of others, wherever the "did" stands."""
    for first in range(3):
        words = ["how", "did", "lund", "roth", "cut", "sale"][first:]
        start, found = 0, []
        for number, text in enumerate(words):
            found.append(Word(start, start + len(text), text, "NN", "compound", number))
            start += len(text) + 1
        mended = with_its_verb(Tree(tuple(found)))
        for number in range(len(words)):
            assert len(mended.path(number)) <= len(words)


@pytest.mark.parametrize("text", ["When was Ada Lund shot?", "Was Ada Lund shot?"])
def test_what_was_done_is_a_verb(text: str) -> None:
    """Which the parser takes for a shot."""
    question = asked(text)
    assert ("Lund", "nsubjpass", "shot") in hung(question.tree)
    assert ("shot", "ROOT", "shot") in hung(question.tree)
