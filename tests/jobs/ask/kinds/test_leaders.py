"""Who runs, heads or chairs something, in whatever words a text tells it, and who does so now."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.leaders import lead_asked, with_leaders
from tests.jobs.ask.asking import asked, record_of, seen
from tests.jobs.ask.kinds.test_roles import answered
from tests.jobs.ask.test_edges import read

WATER = (
    "Lund Water cut off half of Vikna on Monday. The utility's president, Eva Holm, asked for "
    "patience.\n"
    "Its medical director, Ida Falk, saw no danger. Finance chief Jan Feld did not answer calls "
    "from Vikna.\n"
    "Mayor Olga Stern was not told. The inquiry of the Vikna council, led by Piet Maas, goes on.\n"
    "Nils Brandt, who chairs the dockers' union of Terna, sent help."
)


FERRY = (
    "Marine Bureau looks into Tarn Lines sinking\n"
    "Tarn Lines was warned of a crack by its marine superintendent, Piet Maas, and the memo went "
    "to the chief executive, Eva Holm.\n"
    "The Marine Accident Bureau expects to report in May. Its chief inspector, Dr Ida Falk, asked "
    "for patience.\n"
    "The Union of Seafarers called for more. Its general secretary, Jon Feld, went on.\n"
    "Opposition leader Nils Brandt demanded an inquiry. Olga Stern told the Vikna assembly that "
    "the inquiry would be led by a retired judge, Sir Carl Roth, and be short."
)
ROVERS = (
    "The Tarn Rovers lost again on Sunday.\n"
    "Before the match the Rovers named Piet Maas as their next permanent head coach. The Lenn "
    "Eagles hired Ida Falk as head coach in May."
)


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who heads the Vikna water company?", WATER, "Eva Holm"),
        ("Who coaches the Tarn Rovers?", ROVERS, "Piet Maas"),
        ("Who is the head coach of the Lenn Eagles?", ROVERS, "Ida Falk"),
        ("Who runs the Lund utility?", WATER, "Eva Holm"),
        ("Who is the CFO of Lund Water?", WATER, "Jan Feld"),
        ("Who is in charge of the Vikna council's probe?", WATER, "Piet Maas"),
        ("Who is at the head of the dockers' union in Terna?", WATER, "Nils Brandt"),
        ("Who heads the Marine Accident Bureau?", FERRY, "Falk"),
        ("Who leads the union?", FERRY, "Feld"),
        ("Who runs Tarn Lines?", FERRY, "Holm"),
        ("Who leads the inquiry?", FERRY, "Roth"),
    ],
)
def test_whoever_leads_it_is_found_by_a_verb_or_a_title(
    question: str, text: str, name: str
) -> None:
    """The text calls neither the post nor the house as the question does.

    "Its" is of the subject before, and "the chief executive" of whom a story is about.
    """
    found = answered(question, text)
    assert found is not None and name in found


def test_whoever_has_left_does_not_lead_now() -> None:
    """Nor is anybody else known to: better none."""
    sentence = "Terna's chief negotiator, Jan Feld, stepped down on Saturday."
    left = read(sentence, "Jan Feld")
    (found,) = with_leaders(asked("Who heads the Terna team at the moment?"), [left], seen())
    assert found.score < 0
    (found,) = with_leaders(asked("Who headed the Terna team?"), [left], seen())
    assert found.score == left.score


def test_whoever_is_told_to_have_left_does_not_lead_in_another_sentence_either() -> None:
    """The title of an older text no longer holds."""
    older = read("The talks were hard, said Terna's chief negotiator, Jan Feld.", "Jan Feld")
    left = read("Terna's chief negotiator, Jan Feld, stepped down on Saturday.", "Jan Feld")
    found = with_leaders(asked("Who heads the Terna team?"), [older, left], seen())
    assert [each.score < 0 for each in found] == [True, True]


def test_a_name_beside_no_word_for_leading_is_no_answer() -> None:
    """Whoever only went to court does not head the party."""
    other = read("The bakers' guild of Terna went to court.", "bakers' guild")
    (found,) = with_leaders(asked("Who heads the Terna guild?"), [other], seen())
    assert found.score < 0


def test_the_leader_of_something_else_is_no_answer() -> None:
    """A title alone says nothing of a house that is not near."""
    assert answered("Who heads Brandal Water?", WATER) is None


def test_the_newest_document_says_who_leads_it_now() -> None:
    """And as of a day before, whoever did then."""
    first = "Lund Water raised its price. Eva Holm, the president of Lund Water, was sorry."
    later = "Lund Water closed two wells. Piet Maas, acting president of Lund Water, was sorry."
    question = "Who runs Lund Water?"
    with record_of(("Post", "2026-03-11", first), ("Echo", "2026-05-12", later)) as record:
        now, then = ask(record, question), ask(record, question, as_of="2026-04-01")
    assert [each.answer and each.answer.text for each in now.statements] == ["Piet Maas"]
    assert [each.answer and each.answer.text for each in then.statements] == ["Eva Holm"]
    assert not now.disagreements


def test_two_of_whom_only_their_stories_tell_are_none() -> None:
    """Any union has a secretary; where but one is told of, it is clear who is meant."""
    one = "Port is quiet. The union struck. Its general secretary, Eva Holm, was tired."
    other = "Mine is quiet. The union met. Its general secretary, Piet Maas, was not tired."
    question = "Who leads the union?"
    with record_of(("Post", "2026-03-11", one)) as record:
        alone = ask(record, question)
    with record_of(("Post", "2026-03-11", one), ("Echo", "2026-03-12", other)) as record:
        both = ask(record, question)
    assert alone.statements and alone.statements[0].answer is not None
    assert alone.statements[0].answer.text == "Eva Holm"
    assert both.abstained is not None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who leads the Vikna Front?", "President Eva Holm spoke of the Vikna Front on Monday."),
        ("Who leads Vikna?", "Of Vikna nothing was heard. Ternan President Eva Holm was silent."),
        ("Who heads the Halm Reserve?", "Eva Holm, president of the Halm Reserve Bank of Dalby."),
        ("Who heads the Halm Reserve?", "Halm Reserve Vice Chair Eva Holm was silent."),
        ("Who leads Vikna?", "Eva Holm scored twice, leading Vikna to victory."),
        ("Who leads the Vikna Senate?", "Eva Holm leads Senator Jon Feld in Vikna."),
    ],
)
def test_a_leader_near_a_name_does_not_lead_it(question: str, sentence: str) -> None:
    """A president is of a country, a bank's of the bank, and who leads in a race of nothing."""
    with record_of(("Post", "2026-03-11", f"It rained in Dalby. {sentence}")) as record:
        answer = ask(record, question)
    assert not any(
        each.answer is not None and "Holm" in each.answer.text for each in answer.statements
    )


def test_the_president_of_a_country_may_be_called_by_it() -> None:
    """ "Ukrainian" is of Ukraine, and nobody else is called president of anything."""
    text = "Ukraine talks fail. Ukrainian President Eva Holm spoke. Russia was silent."
    with record_of(("Post", "2026-03-11", text)) as record:
        answer = ask(record, "Who leads Ukraine?")
    assert answer.statements[0].answer is not None
    assert "Holm" in answer.statements[0].answer.text


def test_who_leads_it_comes_before_who_will() -> None:
    """However much newer the announcement is."""
    first = "Lund Water raised its price. Eva Holm runs Lund Water."
    later = "Lund Water closed two wells. Piet Maas will run Lund Water."
    with record_of(("Post", "2026-03-11", first), ("Echo", "2026-05-12", later)) as record:
        answer = ask(record, "Who runs Lund Water?")
    assert answer.statements[0].answer is not None
    assert answer.statements[0].answer.text == "Eva Holm"


@pytest.mark.parametrize(
    "question",
    [
        "Who will lead the new water department?",
        "Who ran the port when the cranes fell?",
        "Who is Eva Holm?",
        "Who wrote the report?",
        "Who led the way on Monday?",
        "Who is the medical head of the trust?",
        "When was the port closed?",
    ],
)
def test_other_questions_are_left_alone(question: str) -> None:
    """They ask for nobody who leads something now, or led all of it."""
    reading = read("Lee ran the port.", "Lee")
    assert lead_asked(asked(question)) is None
    assert with_leaders(asked(question), [reading], seen()) == [reading]


WORLD = (
    "Italian Prime Minister Eva Holm met French Foreign Minister Piet Maas in Rome.\n"
    "Italy's president, Jon Feld, was there. The list of those who have offered to run Fjord "
    "Motors includes Nils Brandt, who could perhaps run Fjord Motors with his brother."
)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who leads Italy?", "Eva Holm"),
        ("Who leads France?", None),  # its foreign minister does not
        ("Who runs Fjord Motors?", None),
    ],
)
def test_who_leads_a_country_is_whoever_governs_it(question: str, name: str | None) -> None:
    """Its prime minister, or its president where that is so; nobody who only might."""
    told = answered(question, WORLD)
    assert told is None if name is None else (told or "").endswith(name)
