"""By which phrases a source leaves something open, and that a draft may do so by them, too."""

from __future__ import annotations

import pytest

from tests.verify.test_facts import found, marks_of, wrong

TOWN = "The town of Ostrel lies on the river Lenn. The market is held on Saturdays.\n\n"
BOILER = "The fire at the Ostrel tannery was caused by a faulty boiler."
BRIDGE = "The Lenn bridge will be closed for nine months from April."


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Police are examining whether the fire at the tannery was caused by a boiler.", BOILER),
        ("One theory is that the fire at the tannery was caused by a faulty boiler.", BOILER),
        ("The most likely cause of the fire at the tannery was a faulty boiler.", BOILER),
        ("It cannot be excluded that a faulty boiler caused the fire at the tannery.", BOILER),
        ("It looks as if the fire at the tannery was caused by a faulty boiler.", BOILER),
        ("The council hopes to close the Lenn bridge for nine months from April.", BRIDGE),
        ("A closure of the Lenn bridge for nine months from April is on the table.", BRIDGE),
        (
            "The council plans to close the Lenn bridge for nine months from April, subject to "
            "approval by the province.",
            BRIDGE,
        ),
        ("The council proposes to close the Lenn bridge for nine months from April.", BRIDGE),
        (
            "Two divers may have damaged the Lenn bridge.",
            "The Lenn bridge was damaged earlier than thought.",
        ),
        (
            "The council is expected to close the Lenn bridge for nine months.",
            "The council has closed the Lenn bridge for nine months.",
        ),
        (
            "The province is expected to pay half of the cost of the Lenn bridge.",
            "The province pays half of the cost of the Lenn bridge.",
        ),
        (
            "Letters in the town archive suggest that a miller paid for the Lenn bridge.",
            "A miller paid for the Lenn bridge.",
        ),
    ],
)
def test_a_phrase_leaves_open_what_the_draft_states(source: str, draft: str) -> None:
    """A theory, a condition, a wish or a plan that others must agree to is not yet so."""
    assert list(wrong(found([marks_of(TOWN + source, "one")], draft, "hedge")))


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The council has decided to close the Lenn bridge for nine months from April.", BRIDGE),
        ("The council plans to close the Lenn bridge for nine months from April.", BRIDGE),
        (
            "The council proposed to close the Lenn bridge for nine months from April. It voted "
            "for it by nine to four.",
            BRIDGE,
        ),
        (
            "If the province agrees, the Lenn bridge will be closed for nine months from April.",
            "Should the province agree, the Lenn bridge will be closed for nine months from April.",
        ),
        (
            "If the river falls, the bridge could open again in May.",
            "The Lenn bridge could open again in May.",
        ),
        (
            "The mayor asked whether the Lenn bridge would be closed for nine months from April.",
            "The mayor would have liked the Lenn bridge to be closed for nine months from April.",
        ),
        (
            "The Ferry Union, which has 300 members, said that it expected 900 people at the "
            "bridge.",
            "The Ferry Union predicts a crowd of 900 at the bridge.",
        ),
    ],
)
def test_what_is_settled_or_open_in_the_draft_too(source: str, draft: str) -> None:
    """A decision, a vote, and a draft with a condition or a "could" of its own are no error."""
    assert not list(wrong(found([marks_of(TOWN + source, "one")], draft, "hedge")))


def test_what_a_thing_is_like_bears_out_nothing_of_what_may_come() -> None:
    """That there are 34 huts does not make sure that they will be removed."""
    source = (
        "There are 34 huts beneath the Lenn weir.\n\nThe 34 huts beneath the weir might have to "
        "be removed, the council said.\n"
    )
    draft = "The 34 huts beneath the Lenn weir are to be removed."
    assert list(wrong(found([marks_of(source, "one")], draft, "hedge")))
