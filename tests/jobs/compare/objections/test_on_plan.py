"""Of all articles of a record, those that tell of a plan are looked at, and no others."""

from __future__ import annotations

from onix.jobs.compare.objections.on_plan import about_plan
from onix.model import Document
from tests.jobs.compare.plans import NEW, OLD, plan

ON_IT = (
    "Ferrymen refuse the fifth point\nHanna Brekke, who leads the ferrymen, rejected the plan for "
    "the harbour of Vell: the crane has to stay at the quay. “June is a good month for a "
    "lighthouse,” she said. Fishermen said that the fee for boats was an insult."
)
OTHERS = (
    "Clinic to close in January\nThe director of nursing was against the closing of the clinic, "
    "and said that patients would have to drive for an hour. She refused to sign the plan.",
    "Minister denies all\nThe minister said that he should have declared the flat, and that he "
    "objected to the way in which he was asked. His party wants him to go.",
    "Rovers lose again\nThe coach said that the referee had no idea, and rejected what was said "
    "of his own part in it. The club has not won since October.",
)


def _articles(*texts: str) -> list[Document]:
    return [Document(str(number), "article", text) for number, text in enumerate(texts)]


def test_articles_on_other_matters_are_left_out() -> None:
    """However much they speak of plans, of refusing and of being against something."""
    versions = [plan(OLD, "old"), plan(NEW, "new")]
    found = about_plan(versions, _articles(*OTHERS, ON_IT))
    assert [each.text for each in found] == [ON_IT]


def test_what_is_rare_is_told_by_the_rest_of_the_record() -> None:
    """Of a large record not all is looked at; the rest says which words are everywhere."""
    versions = [plan(OLD, "old"), plan(NEW, "new")]
    found = about_plan(versions, _articles(ON_IT), _articles(*OTHERS))
    assert [each.text for each in found] == [ON_IT]
    assert about_plan(versions, []) == []


def test_who_has_no_word_for_a_plan_does_not_speak_of_one() -> None:
    """An offer, a document and a statement stand in any story of the same affair."""
    beside = (
        "Fishermen of Vell wait for the crane\nHanna Brekke, who leads the ferrymen, rejected the "
        "company's offer for the quay. The fee for boats and the lighthouse are in a document."
    )
    versions = [plan(OLD, "old"), plan(NEW, "new")]
    found = about_plan(versions, _articles(beside, ON_IT))
    assert [each.text for each in found] == [ON_IT]
