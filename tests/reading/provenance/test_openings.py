"""Whoever opens a clause and tells something is a source, in whatever way it is put."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Analysts put the bill at 40 million crowns.", "unnamed"),
        ("The audit puts the loss at $3 million.", "document"),
        ("Prosecutors have searched the pier but say that nobody is charged.", "unnamed"),
        ("A clerk close to the talks, who is not allowed to speak, said it was sold.", "unnamed"),
        ("Its registrar said it was sold.", "unnamed"),
        ("One of the two constables guarding the pier says it was sold.", "unnamed"),
        ("A clerk of the port replied: “On paper, yes.”", "unnamed"),
        ("The plan, diplomats said, stems from Riga.", "unnamed"),
        ("In recent days, advisers to the mayor say, he has grown tired.", "unnamed"),
        ("A number of officials said it was sold.", "unnamed"),
        ("A new batch of e-mails released in May showed that it was sold.", "document"),
        ("The briefing sets out how it was sold.", "document"),
        ("Figures from the league bear her out.", "document"),
        ("The memo talks of 430 clerks.", "document"),
        ("State maps show that it was sold.", "document"),
        ("A spokesman for the port expressed satisfaction.", "unnamed"),
        ("Two officials gave a different account.", "unnamed"),
        ("Two inspectors found that it was sold.", "unnamed"),
        ("It was sold in May, a person with direct knowledge of it said.", "unnamed"),
        ("It was sold in May, survivors told the aid group Larch on Monday.", "unnamed"),
        ("A new account came from two officials, who said that it was sold.", "unnamed"),
        ("The voices were identified by three clerks.", "unnamed"),
        ("Two people who know the envoy, Al Roe, said it was sold.", "unnamed"),
        ("The sum is high; official statistics put it at 3 million.", "document"),
        ("Tom Reyes said harbour records showed that it was sold.", "document"),
        ("Tom Reyes disputed that, saying surveillance video showed a clerk.", "document"),
        ("A fourth clerk, who is close to Larch, gave another version.", "unnamed"),
        ("People who work with her say that it was sold.", "unnamed"),
        ("Experts reckon that it was sold.", "unnamed"),
        ("The head of one bank said it was sold.", "unnamed"),
        ("A study made after the strike found that it was sold.", "document"),
    ],
)
def test_a_clause_tells_something_in_many_ways(text: str, kind: str) -> None:
    """A sum that is put at so much, a second verb, an answer of two words."""
    assert [each.kind for each in provenance(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Four teams put their tents at the shore.",
        "Clerks have closed the pier and he says that it is sold.",
        "A passenger, student Leah Quay, described the night as “nine hours of singing”.",
        "A clerk of the port, captain Rodrigo Quay, said it was sold.",
        "The port lost two clerks, which in 2019 lost the records of boats, Tom Reyes said.",
        "Spokeswoman Carly Brand said it was sold.",
        "Its chief operating officer, Odd Roe, said it was sold.",
        "Her Green challenger, state Sen. Odd Roe, said it was sold.",
        "Tri-Ports says it was sold. The board of Tri-Ports met.",
        "Larch’s trade minister denied it. It is so, Trade Minister Ann Lee says.",
        "Larch’s envoy said it was sold.",
        "The prize went to Tom Reyes, 79, a retired clerk, who said it was sold.",
        "Workers answered with a vote to strike.",
        "An inspector found a bag.",
        "The clerk remains in his post, Tom Reyes said.",
        "A column of 20 porters set out on Friday.",
        "Tom Reyes said two clerks had warned the mayor.",
        "Growers fear for the harvest.",
        "A petition to save the pier had gathered 9,000 names.",
        "A caretaker had put it up again.",
        "Some thirty people protested outside.",
        "One of the clerks, 19-year-old Leah Quay, said it was sold.",
        "A clerk spoke. The 61-year-old clerk said it was sold.",
        "The mayor wants to put it in a box.",
        "Tom Reyes said the handbook had been replaced but said that it was old.",
    ],
)
def test_who_is_named_and_what_only_happens_is_no_source(text: str) -> None:
    """A name behind the calling, and verbs that only look like telling."""
    assert provenance(text) == ()


def test_a_police_report_is_no_police() -> None:
    """What reports is the report, where another verb follows."""
    found = provenance("A police report cites Tom Reyes as saying it was sold.")
    assert all(each.name != "A police" and each.kind != "unnamed" for each in found)
