"""An objection that is past, withdrawn or denied is none."""

from __future__ import annotations

import pytest

from onix.jobs.compare.objections.settled import has_made_peace, settled
from onix.jobs.compare.objections.stance import stance_of

OVER = (
    "The ferrymen dropped their objection to the fee.",
    "She withdrew her complaint about the bell.",
    "Odd Lund had opposed the crane.",
    "Odd Lund had at first rejected the crane.",
    "The farmer Odd Lund had rejected any delay for the crane.",
    "Ida Moe withdrew her protest against the fee.",
    "Ida Moe, once the fiercest critic of the fee, signed it.",
    "The mayor dismissed criticism of the fee.",
    "The union no longer objects to the crane.",
    "Ida Moe once opposed the fee.",
    "Ida Moe is not opposed to the fee.",
    "Ida Moe said that she had been against the fee all her life.",
    "Ida Moe had doubts about the fee at first but is content now.",
    "Ida Moe said she could now live with it, as the fee is gone.",
    "“I was against the bell once. I have changed my mind.”",
    "Orm asked for a change to point 4, and got it.",
)
STANDING = (
    "The ferrymen object to the fee.",
    "Odd Lund had opposed the crane and rejects the bell, too.",
    "Ida Moe has opposed the fee from the start.",
    "Ida Moe said she could not live with the fee.",
    "The crane is no longer acceptable, and we oppose it.",
    "Odd Lund had doubts about the crane at first, and rejects the bell.",
)


@pytest.mark.parametrize("sentence", OVER)
def test_what_is_over_is_no_objection(sentence: str) -> None:
    """Withdrawn, told as past, denied, or made peace with."""
    assert settled(sentence) or has_made_peace(sentence)
    assert stance_of(sentence, {}).likely == 0.0


@pytest.mark.parametrize("sentence", STANDING)
def test_what_stands_is_one(sentence: str) -> None:
    """Also where somebody was against it all along, or against something else before."""
    assert stance_of(sentence, {}).likely > 0.3


def test_who_is_said_to_reject_is_not_who_tells_of_it() -> None:
    """ "Was rejected twice" says of nobody that they reject it."""
    assert stance_of("Odd Lund hears that the fee was rejected twice.", {}).likely == 0.0
