"""Outlets that somebody speaks for or in are what a statement goes back to."""

from __future__ import annotations

import pytest

from tests.reading.speech import provenance


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The pier is “as good as sold”, said The Guardian.", "Guardian"),
        ("The pier is sold, the BBC said.", "BBC"),
        ("The pier is “a gift”, said Ilse Varga in the Financial Times.", "Financial Times"),
        ("The pier is “a gift”, said Ilse Varga on Sky News.", "Sky News"),
        ("The pier is “a gift”, said The Times’s harbour editor, Ilse Varga.", "Times"),
        ("“It is a gift,” said Ilse Varga, the BBC’s harbour editor.", "BBC"),
        ("“It is a gift,” said Ilse Varga of The New York Times.", "New York Times"),
        ("“It is a gift,” Ilse Varga said on “Morning Talk.”", "Morning Talk"),
        ("Ilse Varga told “Quay & Friends” that it was sold.", "Quay & Friends"),
        ("In a New York Times interview, Ilse Varga called it “a gift”.", "New York Times"),
        ("Ilse Varga, in an appearance on Fox News, called it “a gift”.", "Fox News"),
        ("In an interview with Jo Lind on Sky News, Ilse Varga said it was sold.", "Sky News"),
        ("ABC’s breakfast show was the first to report the sale.", None),
        ("It was sold, China’s official Xinhua News Agency said.", "Xinhua News Agency"),
        ("It was sold, WQRT-TV reported.", "WQRT-TV"),
        ("Ilse Varga told British outlet LBC News that it was sold.", "LBC News"),
        ("It was sold, according to reporting by Harbour Public Wire.", "Harbour Public Wire"),
        ("It was sold, according to People.", "People"),
        ("In an opinion piece in the Washington Post, Ilse Varga wrote: “No.”", "Washington Post"),
    ],
)
def test_the_outlet_around_a_statement_is_found(text: str, name: str | None) -> None:
    """The one that said it, in or on which somebody did, or whose editor that is."""
    outlets = [each for each in provenance(text) if each.kind == "outlet"]
    assert len(outlets) == 1
    assert name is None or outlets[0].name == name


def test_the_paper_is_the_one_named_before() -> None:
    """ "The paper" behind an outlet's name is that outlet, and a study where none was named."""
    after = provenance("It is “sold”, said The Guardian. It was “a gift”, said the paper.")
    assert {each.kind for each in after} == {"outlet"}
    (study,) = provenance("The paper found that it was sold.")
    assert study.kind == "document"


@pytest.mark.parametrize(
    ("text", "outlet", "kinds"),
    [
        ("Ilse Varga told CNN affiliate WQRT that it was sold.", "CNN", ["outlet"]),
        ("In a CNN interview, Ilse Varga called it “a gift”.", "CNN", ["own"]),
        ("CNN projects that Ilse Varga will win.", "CNN", ["own"]),
        ("The wharf shares a parent company with CNN.", "CNN", []),
        ("Support us and subscribe to CNN here.", "CNN", []),
        ("She is an opinion contributor to CNN.", "CNN", []),
        ("A CNN poll is out.", "CNN", []),
    ],
)
def test_an_outlet_of_its_own_is_told_from_others(text: str, outlet: str, kinds: list[str]) -> None:
    """Its partners are others, and what is only said of it is no reporting."""
    assert [each.kind for each in provenance(text, outlet=outlet)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "“We will close two studios,” Sky News said.",
        "Sky News said it would close two studios.",
        "He said “Never Again” was sold.",
    ],
)
def test_what_an_outlet_says_of_itself_is_no_report(text: str) -> None:
    """A station that speaks of itself is a speaker as any other."""
    assert "outlet" not in {each.kind for each in provenance(text)}
