"""Who holds a post is whoever a text calls so, of the very house that is asked about."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.posts import post_asked
from onix.jobs.ask.kinds.roles import with_descriptions, with_holders
from onix.record import Record
from tests.jobs.ask.asking import asked, record_of, seen

FERRY = (
    "The ferry Sula ran aground off Vikna on Tuesday. The captain, Jonas Dahl, was on the bridge. "
    "Nobody was hurt.\n"
    "Its sister ship, the Terna, sank in 2019 with nine people on board.\n"
    "Eva Holm, who chairs the harbour board, called it a warning. The board's secretary, Piet "
    "Maas, took notes."
)
BANK = (
    "The Bank of Norland left its rate at 4 per cent, but its governor, Hanna Roth, spoke of a "
    "cut.\n"
    "The employers were less pleased. Their chief economist, Jan Feld, asked for more.\n"
    "President Olga Stern of Norland met the French visitor on Friday. The visitor saw Finance "
    "Minister Tora Lind, too."
)


NATION = (
    "Attorney General Ann Lee asked for patience on Monday.\n"
    "Orre Attorney General Karl Roth, a keen sailor, sued a shipyard.\n"
    "Terna Attorney General Ida Falk looked on. Secretary of Defense Piet Maas flew to Lenn."
)
STATES = (
    "The Orre attorney general sued a shipyard. Attorney General Karl Roth wants the money back.\n"
    "Terna Attorney General Ida Falk looked on."
)


def answered(question: str, text: str) -> str | None:
    """The words that answer a question put to one article; None for a refusal."""
    with record_of(("Post", "2026-03-11", text)) as record:
        first = next(iter(ask(record, question).statements), None)
    return None if first is None or first.answer is None else first.answer.text


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who is the captain of the Sula?", FERRY, "Jonas Dahl"),
        ("Who is the attorney general?", NATION, "Ann Lee"),
        ("Who is the attorney general of Orre?", NATION, "Karl Roth"),
        ("Who is the Secretary of Defense?", NATION, "Piet Maas"),
        ("Who is the governor of the Bank of Norland?", BANK, "Hanna Roth"),
        ("Who is the president of Norland?", BANK, "Olga Stern"),
        ("Who is the finance minister?", BANK, "Tora Lind"),
    ],
)
def test_whoever_is_called_so_holds_the_post(question: str, text: str, name: str) -> None:
    """Before or behind the name, with its house or near it."""
    found = answered(question, text)
    assert found is not None and name in found


def test_a_title_is_of_whom_it_stands_before() -> None:
    """Not of whoever is named before it, nor of whoever is somebody's deputy."""
    text = (
        "Talks went on. Eva Holm met Odd Roe, Secretary of State Ida Falk and others in Tarn. The "
        "deputy to Secretary of State Ida Falk, Piet Maas, was there, too."
    )
    with record_of(("Post", "2026-03-11", text)) as record:
        answer = ask(record, "Who is the secretary of state?")
    assert [each.answer and each.answer.text for each in answer.statements] == ["Ida Falk"]


def test_the_only_one_with_the_title_holds_it_where_the_text_is_about_the_town() -> None:
    """ "Mayor Ada Lind" does not say of which town, and is nobody's mayor elsewhere."""
    town = "The council of Halm voted on Thursday to sell its mill. Mayor Ada Lind was glad."
    found = answered("Who is the mayor of Halm?", town)
    assert found is not None and "Ada Lind" in found
    assert answered("Who is the mayor of Terna?", town) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who was the captain of the Terna?", FERRY),  # the other ship's is named
        ("Who is the chief economist of the Bank of Norland?", BANK),  # the employers' is
        ("Who is the harbour master of Vikna?", FERRY),  # nobody is called so
        ("Who is the attorney general?", STATES),  # of which of them
    ],
)
def test_the_holder_of_another_post_is_no_answer(question: str, text: str) -> None:
    """The same title elsewhere, or another one here, is refused rather than told."""
    assert answered(question, text) is None


YARD = (
    "Ada Pell, chief executive of Tarn Yards, told the board on Monday that she will go.\n"
    "Treasurer Odd Lund will take over as interim chief executive on 1 July, Tarn Yards said."
)


def test_who_holds_a_post_now_or_for_a_while_is_not_who_will_for_good() -> None:
    """Neither the one who is called so today nor whoever stands in."""
    assert answered("Who will be the permanent chief executive of Tarn Yards?", YARD) is None
    assert answered("Who is the chief executive of Tarn Yards?", YARD) is not None


def test_who_only_speaks_of_the_post_is_no_second_reading() -> None:
    """Where somebody is called so, whoever else stands near does not hold it, too."""
    one = "Prime Minister Tora Lind spoke for an hour on Friday. Nobody asked her a question."
    other = "The Greens said the prime minister should go. Unions agree with the prime minister."
    with record_of(("Post", "2026-03-11", one), ("Echo", "2026-03-12", other)) as record:
        answer = ask(record, "Who is the prime minister?")
    assert [each.answer and each.answer.text for each in answer.statements] == ["Tora Lind"]
    assert not answer.disagreements


@pytest.mark.parametrize(
    ("question", "noun", "houses"),
    [
        ("Who is the captain of the Sula?", "captain", {"sula"}),
        ("Who is Norland's finance minister?", "minister", {"norland"}),
        ("Who is the judge in the Roth trial?", "judge", {"roth", "trial"}),
        ("Who is the programming director?", "director", set()),
    ],
)
def test_a_post_has_a_noun_and_a_house(question: str, noun: str, houses: set[str]) -> None:
    """What stands before the noun, with "of" or as its owner, says whose it is."""
    post = post_asked(asked(question))
    assert post is not None
    assert post.noun == noun
    assert set(post.houses) == houses


@pytest.mark.parametrize(
    "question",
    [
        "Who is Hanna Roth?",
        "Who called the captain?",
        "Who is the mother of Jan Feld?",  # no post
        "Who was chairman before Jan Feld?",  # a title does not tell when
        "Who is the minister who resigned?",
        "What is the captain of the Sula?",
    ],
)
def test_other_questions_ask_for_no_post(question: str) -> None:
    """They are left as they are read."""
    assert post_asked(asked(question)) is None


def test_another_name_beside_somebody_is_not_who_that_is() -> None:
    """What she is called there is."""
    text = (
        "Senator Karl Brandt attacked the 19-year-old climate activist Mia Sund on Thursday for "
        "what she had said about his speech."
    )
    assert answered("Who is Mia Sund?", text) == "19-year-old climate activist"


def test_other_kinds_of_questions_are_left_alone(record: Record) -> None:
    """No marks are asked for."""
    assert len(record) == 2
    question = asked("When was the dam built?")
    assert with_holders(question, [], seen()) == []
    assert with_descriptions(question, [], seen()) == []


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the board's secretary say about a buyer?", "There is no buyer"),
        ("What did the prosecutor say about a buyer?", None),  # the secretary's words
        ("What did the minister say about a buyer?", None),  # of two, neither said it
        ("What did the president say about the trial?", "has not commented on the trial"),
    ],
)
def test_words_of_a_post_are_those_of_whoever_holds_it(question: str, words: str | None) -> None:
    """Whoever is called so is asked for by name, and what others said is no answer."""
    text = (
        "The prosecutor, Hanna Roth, disagreed. She said the state would call 20 witnesses. "
        "The trial opened on Monday in Vikna, where the harbour board's secretary, Piet Maas, "
        "admitted that no study of the quay had been made. He rejected the owners' claim that it "
        "was to be sold. “There is no buyer,” Mr Maas said.\n"
        "Trade Minister Tora Lind and Energy Minister Odd Vik were not at hand. The president, "
        "Olga Stern, who dismissed the harbour master, has not commented on the trial."
    )
    assert answered(question, text) == words


OUSTED = (
    "Tarn FC have sacked manager Karl Roth after five defeats.\n"
    "Deputy coach Ann Lee will pick the team on Sunday.\n"
    "Home Secretary Ida Falk was forced to resign on Friday."
)


@pytest.mark.parametrize(
    "question", ["Who is the manager of Tarn FC?", "Who is the home secretary?"]
)
def test_who_lost_a_post_does_not_hold_it(question: str) -> None:
    """Whoever was sacked, or made to resign."""
    assert answered(question, OUSTED) is None


def test_a_country_stands_before_a_title_as_an_adjective() -> None:
    """What the parser takes for a name ("chancellor") is a post all the same."""
    text = (
        "Leaders met in Lund. Germany was much talked of, and so was its economy.\n"
        "They heard German Chancellor Eva Holm and French Foreign Minister Piet Maas."
    )
    assert answered("Who is the chancellor of Germany?", text) == "Eva Holm"
    assert answered("Who is the foreign minister of France?", text) == "Piet Maas"
