"""What a sentence tells of who leads what."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.leaders import lead_asked
from onix.jobs.ask.kinds.leading import led_in, sorts
from tests.jobs.ask.asking import asked, parser


def told(sentence: str, question: str = "Who heads the Lund company?") -> list[tuple[str, str]]:
    """The last word of each who leads anything like that, and by what it is told."""
    lead = lead_asked(asked(question))
    assert lead is not None
    tree = parser().parse([sentence])[0]
    return [(tree.words[each.noun].text, each.by) for each in led_in(tree, lead)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Eva Holm heads the company.", [("Holm", "verb")]),
        ("Eva Holm, who leads the firm, smiled.", [("Holm", "verb")]),
        ("The company is chaired by Eva Holm.", [("Holm", "verb")]),
        ("It is a company led by Eva Holm.", [("Holm", "verb")]),
        ("Eva Holm presides over the group.", [("Holm", "verb")]),
        ("The company's president, Eva Holm, smiled.", [("Holm", "title")]),
        ("Eva Holm, who has been president of the company since May, smiled.", [("Holm", "title")]),
        ("The head of the Lund Company, Eva Holm, smiled.", [("Holm", "title")]),
        ("The director-general of the company, Eva Holm, smiled.", [("Holm", "title")]),
        ("Acting president Eva Holm smiled.", [("Holm", "title alone")]),
        ("Eva Holm takes charge of the company for now.", [("Holm", "verb")]),
        ("Eva Holm is at the helm of the company.", [("Holm", "verb")]),
        ("The owners put Eva Holm in charge of the company.", [("Holm", "verb")]),
        ("Eva Holm was in charge of the company.", []),
        ("Eva Holm took the charge of theft lightly.", []),
        ("Former president Eva Holm smiled.", []),
        ("Eva Holm stepped down as president of the company.", []),
        ("Eva Holm was president of the company until May.", []),
        ("Company president Eva Holm resigned on Monday.", []),
        ("Eva Holm will head the company.", [("Holm", "verb")]),
        ("Eva Holm would head the company if the bank agreed.", []),
        ("Eva Holm would have headed the company.", []),
        ("Its general secretary, Eva Holm, smiled.", [("Holm", "title")]),
        ("Its chief inspector, Eva Holm, smiled.", [("Holm", "title")]),
        ("The inspector, Eva Holm, smiled.", []),
        ("Her director, Eva Holm, smiled.", []),
        ("The company's medical director, Eva Holm, smiled.", []),
        ("Mayor Eva Holm smiled.", []),
        ("Eva Holm heads the choir.", []),
        ("Eva Holm does not head the company.", []),
    ],
)
def test_who_leads_it(sentence: str, found: list[tuple[str, str]]) -> None:
    """By a verb, by a title with its house, by a title alone; not by another post."""
    assert told(sentence) == found


def test_the_leader_of_a_part_is_called_after_it() -> None:
    """ "CFO" asks for the finance chief, and for no other chief."""
    question = "Who is the CFO of Lund?"
    assert told("Finance chief Eva Holm smiled.", question) == [("Holm", "title alone")]
    assert told("Security chief Eva Holm smiled.", question) == []


def test_a_question_may_call_a_house_by_its_sort() -> None:
    """A utility is a company; a company need not be a utility."""
    assert "utility" in sorts("company")
    assert "school" not in sorts("company")
