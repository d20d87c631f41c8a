"""Who takes a post and who gives it up, read with everything on."""

from __future__ import annotations

import pytest

from tests.reading.speakers.test_families import said

APPOINTED = (
    "Halden Foods named Ann Lee chief executive on Monday.",
    "Halden Foods said on Monday that Ann Lee will become chief executive officer in May.",
    "Ann Lee, who took over as chief executive of Halden Foods, left early.",
)


@pytest.mark.parametrize("appointed", APPOINTED)
@pytest.mark.parametrize("succeeds", ["She succeeds Bo Lind.", "Her predecessor, Bo Lind, left."])
def test_a_post_goes_from_one_to_another(appointed: str, succeeds: str) -> None:
    """The incoming chief executive and the outgoing one are two people."""
    found = said(
        f"{appointed} {succeeds}\n\n“I grew up here,” said the incoming chief executive.\n\n"
        "“I did not,” the outgoing CEO said. “It is late,” said her predecessor."
    )
    assert found["the incoming chief executive"] == "Ann Lee"
    assert found["the outgoing CEO"] == "Bo Lind"
    assert found["her predecessor"] == "Bo Lind"


def test_whoever_has_a_post_is_not_the_former_one() -> None:
    """ "The former minister" is whoever had it before, or nobody who is named."""
    text = "Ida Moe, the transport minister, said it was late. {}“It is early,” {} said."
    told = said(text.format("Her predecessor, Jonas Harl, left. ", "the former minister"))
    assert told["the former minister"] == "Jonas Harl"
    assert said(text.format("", "the former minister"))["the former minister"] is None
    assert said(text.format("", "the minister"))["the minister"] == "Ida Moe"


def test_who_is_succeeded_by_somebody_has_left() -> None:
    """The one named first may be the one who leaves."""
    text = (
        "Bo Lind, the coach of Rovers, will be replaced by Ann Lee. “I am glad,” the new coach "
        "said. “I am not,” said the outgoing coach."
    )
    found = said(text)
    assert (found["the new coach"], found["the outgoing coach"]) == ("Ann Lee", "Bo Lind")


@pytest.mark.parametrize(
    ("senator", "representative"),
    [
        ("Senator Ann Lee (D-Ore.)", "Rep. Bo Lind (R-Texas)"),
        ("Sen. Ann Lee, an Oregon Democrat,", "Rep. Bo Lind, a Republican from Texas,"),
    ],
)
def test_a_republican_is_no_democrat(senator: str, representative: str) -> None:
    """Whoever is in one party is not called by another, however near they were named."""
    found = said(
        f"{senator} voted no. {representative} voted yes. “It is bad,” the Oregon Democrat said. "
        "“It is good,” the Republican said."
    )
    assert (found["the Oregon Democrat"], found["the Republican"]) == ("Ann Lee", "Bo Lind")


@pytest.mark.parametrize("title", ["chief executive", "chief financial officer"])
def test_a_chief_executive_is_the_ceo(title: str) -> None:
    """One calling in several words has its initials; an executive may be none."""
    short = "".join(word[0] for word in title.replace("executive", "executive officer").split())
    text = f"Ann Lee, the {title} of Halden, met Bo Lind, the mayor. “It is late,” the {{}} said."
    found = said(text.format(short.upper()))
    assert found[f"the {short.upper()}"] == "Ann Lee"
