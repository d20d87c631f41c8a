"""Why something is so, by what a sentence calls its reason."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.told_of import event_asked
from tests.jobs.ask.asking import asked
from tests.jobs.ask.kinds.test_roles import answered

LUND = (
    "Les Brenn praised the council of Vikna on Monday.\n"
    "Mayor Ada Lund stepped down as chair of the harbour board in May following a row over mooring "
    "fees.\n"
    "The tram drivers of Vikna have been on strike over night shifts since Friday.\n"
    "Her deputy, Karl Roth, was fined for feeding gulls in the market square.\n"
    "After a short lunch, Tora Holm resigned from the ferry company.\n"
    "Olga Stern resigned after just six weeks.\n"
    "The league suspended Nils Brandt for one race after ramming a rival boat. The launch of the "
    "Ares rocket had been planned for May. The launch was put off because of a storm over Vikna."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why did Ada Lund step down?", "mooring fees"),
        ("Why are tram drivers on strike in Vikna?", "night shifts"),
        ("Why was Karl Roth fined?", "feeding gulls in the market square"),
        ("Why did the league suspend Nils Brandt?", "ramming a rival boat"),
        ("Why was the Ares launch put off?", "a storm over Vikna"),
    ],
)
def test_a_reason_hangs_on_what_is_asked(question: str, words: str) -> None:
    """By whatever word it opens, and told of the one who is asked about."""
    found = answered(question, LUND)
    assert found is not None and words in found


@pytest.mark.parametrize("question", ["Why did Tora Holm resign?", "Why did Olga Stern resign?"])
def test_when_it_was_is_no_reason(question: str) -> None:
    """What came before may be any lunch, and six weeks are no reason."""
    assert answered(question, LUND) is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why did Ada Lund step down?", "step down"),
        ("Why are the nurses on strike?", "strike"),
        ("Why did Ann Lund sack Bo Roth?", "sack"),
        ("Why did Lund not resign?", None),
    ],
)
def test_of_what_the_reason_is_asked(question: str, words: str | None) -> None:
    """By a verb, or by what somebody is said to be at."""
    event = event_asked(asked(question))
    assert (None if event is None else event.words) == words


GRIMM = (
    "The goalkeeper Britta Grimm has been released from a penal colony and is in custody at home "
    "after an exchange for the dealer Viktor Roth.\n"
    "Her trainer, Odd Roe, resigned over the weekend in Vikna."
)


@pytest.mark.parametrize("question", ["Why was Britta Grimm jailed?", "Why did Odd Roe resign?"])
def test_what_undoes_a_deed_and_when_it_was_are_no_reasons(question: str) -> None:
    """After an exchange she was let go, and not put in jail; a weekend is a time."""
    assert answered(question, GRIMM) is None
