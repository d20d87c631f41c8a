"""Who in the coverage objects to which point, and by what that is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from onix.jobs.compare import compare_all
from onix.jobs.compare.objections.coverage import marks_in_record
from onix.jobs.compare.objections.heard import hear
from onix.jobs.compare.objections.objections import read_with, with_objections
from onix.jobs.compare.objections.references import Around, Plan
from onix.jobs.compare.objections.sides import READ, SURE, read_alone, read_sides
from onix.jobs.compare.objections.stance import signs, stance_of
from onix.jobs.compare.objections.voices import voices
from onix.jobs.compare.points.points import find_points
from onix.model import Document, Objection
from onix.reading import NewsReader
from onix.record import open_record
from tests.jobs.compare.plans import NEW, OLD, plan

ARTICLE = """VELL – The plan for the harbour found few friends on Tuesday.

Hanna Brekke, who leads the ferrymen, rejected the fifth point. “We need that crane,” she said.

The boat builder Olav Rust said that point 4 was an insult to every fisherman.

“June is a good month for a lighthouse,” said Signe Dahl, who praised the clause on it.

Mayor Tor Lien warned that ringing the harbour bell at noon would drive the guests away.
"""


def article(text: str, published: str | None) -> Document:
    """Give an article of an invented outlet."""
    return Document("article", "article", text, title="Few friends", outlet="The Mole",
                    published=published)  # fmt: skip


@pytest.fixture(scope="module")
def objections() -> tuple[Objection, ...]:
    """What is found in an article that came out before the second version."""
    versions = [plan(OLD, "old", published="2031-03-02"), plan(NEW, "new", published="2031-04-09")]
    marks = list(NewsReader().read([article(ARTICLE, "2031-03-05")]))
    return with_objections(compare_all(versions), marks).steps[0].objections


def points_of(objections: tuple[Objection, ...], who: str) -> list[str]:
    """Give the beginnings of the points that somebody objects to."""
    return [point.text[:9] for each in objections if each.who == who for point in each.points]


def test_a_point_is_named_by_its_number(objections: tuple[Objection, ...]) -> None:
    """In words or figures, of the version that was out at the time."""
    assert "The crane" in points_of(objections, "Hanna Brekke")
    assert points_of(objections, "Olav Rust") == ["Fees for "]
    assert {each.by for each in objections if each.who == "Olav Rust"} == {"number"}
    assert {point.document_id for each in objections for point in each.points} == {"old"}


def test_a_point_is_named_by_its_subject(objections: tuple[Objection, ...]) -> None:
    """Nobody has to say “point 7”; the words are shown with where they stand."""
    assert points_of(objections, "Tor Lien")[0] == "The harbo"
    (bell,) = (each for each in objections if each.who == "Tor Lien" and each.cue.text == "warned")
    assert bell.by == "subject"
    assert bell.citation.outlet == "The Mole"
    assert ARTICLE[bell.citation.span.start : bell.citation.span.end] == bell.citation.span.text


def test_who_stands_up_for_a_point_does_not_object(objections: tuple[Objection, ...]) -> None:
    """Praise is no objection."""
    assert points_of(objections, "Signe Dahl") == []


def test_without_dates_an_article_speaks_of_the_newest_version() -> None:
    """Point 4 is then another."""
    marks = list(NewsReader().read([article(ARTICLE, None)]))
    found = with_objections(compare_all([plan(OLD, "old"), plan(NEW, "new")]), marks)
    assert points_of(found.steps[0].objections, "Olav Rust") == ["Ships mus"]


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Points 3 and 5 must go.", ["3.", "5."]),
        ("She rejected the sixth and seventh points.", ["6.", "7."]),
        ("He dislikes article two.", ["2."]),
        ("Point 40 is not there.", []),
    ],
)
def test_numbers_as_the_news_writes_them(sentence: str, numbers: list[str]) -> None:
    """In figures and words, several at once; a number that no point has is nothing."""
    points = Plan(find_points(plan(OLD)).points)
    spoken = points.spoken_of(sentence, [])
    assert [points.points[at].written for at in (spoken.points if spoken else ())] == numbers


def test_a_point_is_named_by_its_words_in_quotation_marks() -> None:
    """Three words in a row are enough."""
    points = Plan(find_points(plan(OLD)).points)
    spoken = points.spoken_of("He laughed at “frozen for five years”.", [0.0] * 7)
    assert spoken is not None
    assert (spoken.points, spoken.by) == ((3,), "quotation")


def test_words_that_stand_anywhere_are_no_quotation() -> None:
    """“Of any such” is in no point because somebody said it."""
    crane = plan("1. The costs of any such crane are shared.\n2. A bell rings at noon.\n")
    points = Plan(find_points(crane).points)
    assert points.spoken_of("He had “no memory of any such talk”.", [0.0] * 2) is None
    spoken = points.spoken_of("She hates that “crane are shared”.", [0.0] * 2)
    assert spoken is not None
    assert spoken.by == "quotation"


def test_a_condition_is_no_clause_of_its_own() -> None:
    """Who will not sign while point 4 stands, is against point 4."""
    text = "The boat builder Olav Rust said he would not sign while point 4 stands."
    marks = list(NewsReader().read([article(text, None)]))
    found = with_objections(compare_all([plan(OLD, "old"), plan(NEW, "new")]), marks)
    (rust,) = found.steps[-1].objections
    assert (rust.who, rust.by) == ("Olav Rust", "number")


def test_the_whole_plan_is_meant() -> None:
    """Where somebody says so."""
    points = Plan(find_points(plan(OLD)).points)
    spoken = points.spoken_of("She rejects the plan as a whole.", [0.9] * 7)
    assert spoken is not None
    assert (spoken.points, spoken.by, spoken.is_loose) == ((), "whole", False)


def test_the_points_all_together_are_the_whole_plan() -> None:
    """With their number or without, and without another word for the plan."""
    points = Plan(find_points(plan(OLD)).points)
    for named in ("all seven points", "all of the points", "all points", "all nine pages of it"):
        spoken = points.spoken_of(f"She would vote against {named}.", [0.9] * 7)
        assert spoken is not None
        assert (spoken.points, spoken.by) == ((), "whole")


def test_a_figure_that_one_point_has_says_which_is_meant() -> None:
    """In words or digits, at the same distance from both points."""
    points = Plan(find_points(plan("1. Fees are frozen for 65 weeks.\n2. Fees rise.\n")).points)
    for figure in ("sixty-five", "65"):
        found = points.evidence([f"Not {figure}!", "Not sixty-four!"], [Around(), Around()])
        assert found["amount"].tolist() == [[1.0, 0.0], [0.0, 0.0]]
    twice = Plan(find_points(plan("1. Ships pay 65.\n2. Boats pay 65 talers.\n")).points)
    found = twice.evidence(["Not sixty-five!"], [Around()])
    assert found["amount"].tolist() == [[0.0, 0.0]]


def test_who_somebody_is_does_not_say_what_they_speak_of() -> None:
    """A shipper who complains of the bell does not speak of ships."""
    text = (
        "Finn Aas, a shipper whose ships wait outside the mole, said the harbour bell was a trap."
    )
    marks = list(NewsReader().read([article(text, None)]))
    found = with_objections(compare_all([plan(OLD, "old"), plan(OLD, "same")]), marks)
    assert points_of(found.steps[0].objections, "Finn Aas") == ["The harbo"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Asked about the lighthouse, Signe Dahl said that she preferred the stars.",
        "Signe Dahl answered her critics at the lighthouse with a smile.",
        "Lighthouses must be repainted by June, the text says.",
    ],
)
def test_who_is_named_beside_a_point_does_not_object(sentence: str) -> None:
    """Nor does a word that begins the sentence."""
    marks = list(NewsReader().read([article(sentence, None)]))
    found = with_objections(compare_all([plan(OLD, "old"), plan(OLD, "same")]), marks)
    assert found.steps[0].objections == ()


@pytest.mark.parametrize(
    ("point", "against", "standing_up"),
    [
        ("fee", "He was less pleased with the fee.", "He was pleased with the fee."),
        ("fee", "He called the fee unfair.", "He called the fee fair."),
        ("clause", "She rejected the clause.", "She did not reject the clause."),
        (
            "bell",
            "We take issue with the bell, said Mr Lien.",
            "We welcome the bell, said Mr Lien.",
        ),
        (
            "bell",
            "The union wants the bell struck from the text.",
            "The union knows what a bell is.",
        ),
    ],
)
def test_stances_are_told_apart(point: str, against: str, standing_up: str) -> None:
    """By words, by their negation and by what a reader makes of the sentence as a whole."""
    assert stance_on(point, against) > stance_on(point, standing_up)


@pytest.mark.parametrize(
    ("against", "standing_up"),
    [
        ("“It is a trap,” said the fisherman.", "“It is what we wanted,” said the fisherman."),
        ("It would ruin us, he fears.", "He can hardly wait for it."),
    ],
)
def test_a_stance_may_be_taken_in_any_words(against: str, standing_up: str) -> None:
    """No list has them, and the reader of statements knows the side."""
    sides = read_sides([POINT], [against, standing_up], np.ones((2, 1)), [0, 1])
    assert sides.against[0, 0] > 0 > sides.against[1, 0]


def test_only_the_likeliest_points_are_read() -> None:
    """What is not read takes no side; of what nobody says nothing is read."""
    points = [f"Boats pay {fee} crowns." for fee in range(READ + 1)]
    likely = np.arange(READ + 1, dtype=float)[None, :].repeat(2, axis=0)
    sides = read_sides(points, ["She pays.", "The sea is deep."], likely, [0])
    assert sides.takes[0, 0] == -SURE
    assert sides.against[0, 0] == 0
    assert (sides.takes[0, 1:] > -SURE).all()
    assert (sides.takes[1] == -SURE).all()


def test_who_answers_an_objection_need_not_object() -> None:
    """What was said before on the point counts otherwise in one's own mouth and in another's."""
    against = "It is a trap and would ruin us."
    sides = read_sides([POINT], [against, "It would save time."], np.ones((2, 1)), [0, 1])
    own = sides.of_before(0, 0, is_own=True)
    other = sides.of_before(0, 0, is_own=False)
    assert own["own before against"] == other["other before against"] > 0
    assert own["other before against"] == other["own before against"] == 0
    assert set(sides.of_before(0, 0, is_own=None).values()) == {0.0}
    assert set(sides.of_before(0, None, is_own=True).values()) == {0.0}


def test_a_voice_that_goes_on_is_told_from_one_that_answers() -> None:
    """In an article read with a plan, by whose the sentence before is."""
    text = (
        "The builder Olav Rust said that the fee for boats would ruin him. He called it absurd.\n\n"
        "The fee for boats would ruin him, said Odd Lund. Ann Lee found the fee for boats low.\n"
    )
    (marks,) = NewsReader().read([article(text, None)])
    reading = read_with(Plan(find_points(plan(OLD)).points), hear(marks))
    place = next(at for at, each in enumerate(reading.plan.texts) if each.startswith("Fees for "))
    goes_on, answers = reading.side(1, place), reading.side(3, place)
    assert goes_on["own before on it"] > 0 == goes_on["other before on it"]
    assert answers["other before on it"] > 0 == answers["own before on it"]


def test_a_sentence_that_goes_on_about_a_point_is_read_for_it() -> None:
    """Though it shares no word with it: the points to read are chosen by what was said before."""
    text = "Odd Lund spoke of the crane on the east quay. Whoever sells it at noon needs pilots.\n"
    (marks,) = NewsReader().read([article(text, None)])
    reading = read_with(Plan(find_points(plan(OLD)).points), hear(marks))
    place = next(at for at, each in enumerate(reading.plan.texts) if each.startswith("The crane"))
    assert reading.sides.against[1, place] != 0


POINT = "All boats are towed to the new harbour by the ferry company."


def stance_on(point: str, sentence: str) -> float:
    """Say how likely a sentence is against a point."""
    text = f"There is a {point}."
    sides = read_sides([text], [sentence], np.ones((1, 1)), [0])
    alone = {"alone read as against": read_alone(text, sentence)}
    return stance_of(sentence, sides.of(0, 0) | alone).likely


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("She called the plan costly.", "only against"),
        ("The plan will cost £3 million.", "neither"),
        ("The deadly bend stays.", "only against"),
        ("The final draft is out.", "neither"),
    ],
)
def test_a_word_in_ly_is_no_blame_or_praise_without_it(sentence: str, sign: str) -> None:
    """What is costly is bad, while a cost is only a cost."""
    assert signs(sentence)[0][sign] == 1.0


def test_a_denial_turns_a_word_round() -> None:
    """Not to welcome it is against it, to have nothing against it is not."""
    assert signs("She did not welcome it.")[0]["for denied"] == 1.0
    assert signs("She has nothing against it.")[0]["only for"] == 1.0
    found, (start, end) = signs("He called it a disgrace, twice.")
    assert found["only against"] == 1.0
    assert "He called it a disgrace, twice."[start:end] == "disgrace"


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Pilots’ Union rejects the fee. It will go to court.", ["Pilots’ Union"] * 2),
        ("For the Friends of the Mole it is too late.", ["Friends of the Mole"]),
        ("The ferryman Odd Lund is against it. He has a boat.", ["Odd Lund", "Odd Lund"]),
        ("Odd Lund of the Pilots’ Union is against it.", ["Odd Lund"]),
        ("And the bell? It keeps us awake, Signe Dahl said.", ["Signe Dahl", "Signe Dahl"]),
        ("The bell was cast in Vell. It weighs two tons.", [None, None]),
        ("Even the Pilots' Guild is against it.", ["Pilots' Guild"]),
        ("The Pilots' Guild on Monday turned down the fee.", ["Pilots' Guild"]),
        ("The Eel Catchers of Orm want the dam gone.", ["Eel Catchers of Orm"]),
        ("Members of the Orm Sailing Club are against it.", ["Orm Sailing Club"]),
        ("The Mudlarks of Orm, 90 families, have hired a lawyer.", ["Mudlarks of Orm"]),
        ("Orm Line, which has 12,000 berths, turned it down.", ["Orm Line"]),
        ("ORM HARBOUR, March 20 (Wire) - A new plan, published today, is out.", [None]),
        ("The Pilots' Guild's boats are old.", [None]),
        ("At the Sailors' Church, there was anger about it.", ["Sailors' Church"]),
        ("Twenty is a snail's pace, Skimmer scoffed.", ["Skimmer"]),
        ("It is a blow, say the Night Ferry Users.", ["Night Ferry Users"]),
        ("It puts families in danger, if one believes the Pilots' Union.", ["Pilots' Union"]),
        ("The Pilots' Union rejects what Odd Lund proposes.", ["Pilots' Union"]),
        (
            "Anna Berg is against it.\n\nSigne Dahl is for it.\n\nA trap, Berg objected.",
            ["Anna Berg", "Signe Dahl", "Anna Berg"],
        ),
        ("A snail's pace, Skimmer scoffed.\n\nFor Skimmer it is a tax.", ["Skimmer"] * 2),
        ("After the vote, Berlin hesitated.", [None]),
    ],
)
def test_a_sentence_is_somebody_s(text: str, whose: list[str | None]) -> None:
    """A person's, a body's, or that of whose voice goes on in its paragraph."""
    (marks,) = NewsReader().read([article(text, None)])
    found = voices(marks)
    assert [found[at].who if at in found else None for at in range(len(whose))] == whose


def test_a_sentence_may_praise_one_point_and_reject_another() -> None:
    """The clause on each counts for it."""
    text = "Signe Dahl praised point 1 but rejected point 4 as an insult."
    marks = list(NewsReader().read([article(text, None)]))
    found = with_objections(compare_all([plan(OLD, "old"), plan(OLD, "same")]), marks)
    assert points_of(found.steps[0].objections, "Signe Dahl") == ["Fees for "]


def test_words_are_read_by_themselves_too() -> None:
    """What stands before a sentence is another's word now and then, and turns neither side."""
    point = "The crane on the east quay shall be taken down."
    against = read_alone(point, "She called the loss of the crane a disgrace.")
    assert against > read_alone(point, "She was delighted that the crane would be taken down.")


def test_whoever_names_a_point_by_its_number_speaks_of_no_other() -> None:
    """What else stands in the sentence may sound like one."""
    text = (
        "Signe Dahl, who repaints the lighthouse every June and is sick of it, rejects point 4 "
        "and calls it a disgrace."
    )
    marks = list(NewsReader().read([article(text, None)]))
    found = with_objections(compare_all([plan(OLD, "old"), plan(OLD, "same")]), marks)
    assert points_of(found.steps[0].objections, "Signe Dahl") == ["Fees for "]


def test_each_clause_is_its_own_subject_s() -> None:
    """Of two who differ in one sentence only the one who is against the point objects."""
    text = (
        "The Fishers' Union welcomed the closing of the crane, while the Crane Drivers' League "
        "called it a disgrace and vowed to go to court."
    )
    marks = list(NewsReader().read([article(text, None)]))
    found = with_objections(compare_all([plan(OLD, "old"), plan(OLD, "same")]), marks)
    assert [each.who for each in found.steps[0].objections] == ["Crane Drivers' League"]


def test_a_sentence_on_several_points_is_read_clause_by_clause() -> None:
    """What is said of one point is held against nobody on the other, whichever comes first."""
    text = (
        "The Ferrymen's Union called the promise of their berths a long overdue relief but "
        "rejected the closing of the crane on the east quay as a betrayal."
    )
    marks = list(NewsReader().read([article(text, None)]))
    found = with_objections(compare_all([plan(OLD, "old"), plan(OLD, "same")]), marks)
    assert points_of(found.steps[0].objections, "Ferrymen's Union") == ["The crane"]
    (only,) = found.steps[0].objections
    assert only.cue.text in text


def test_whoever_will_not_say_is_not_read_as_refusing() -> None:
    """Words of refusal in "refused to say" and "would not be drawn" refuse nothing."""
    for sentence in ("Nora Vik refused to say what she made of the fees.",
                     "Nora Vik would not be drawn on the fees."):  # fmt: skip
        found, _ = signs(sentence)
        assert (found["silent"], found["verb"], found["against"]) == (1.0, 0.0, 0.0)
    assert signs("Nora Vik refused the fees.")[0]["verb"] == 1.0


def test_a_plan_in_an_article_on_something_else_is_another() -> None:
    """Who rejects "the plan" there objects to nothing here."""
    text = "Signe Dahl rejected the plan for a tax on tobacco as an insult to smokers."
    marks = list(NewsReader().read([article(text, None)]))
    found = with_objections(compare_all([plan(OLD, "old"), plan(OLD, "same")]), marks)
    assert found.steps[0].objections == ()


def test_a_number_of_the_draft_is_that_of_the_version_before() -> None:
    """And people without a name object as what they are called, not as whoever spoke before."""
    text = (
        "Mayor Tor Lien called the plan a fair bargain. Pilots object to point 5, which sends them "
        "out to the mole.\n\n"
        "Hanna Brekke, who leads the ferrymen, rejected point 6 of the draft, on the lighthouse."
    )
    versions = [plan(OLD, "old", published="2031-03-02"), plan(NEW, "new", published="2031-04-09")]
    marks = list(NewsReader().read([article(text, "2031-04-11")]))
    found = with_objections(compare_all(versions), marks).steps[0].objections
    assert {each.who for each in found} == {"Pilots", "Hanna Brekke"}
    points = {each.who: [point.document_id for point in each.points] for each in found}
    assert points == {"Pilots": ["new"], "Hanna Brekke": ["old"]}


def test_the_draft_may_be_the_newest_version() -> None:
    """It is the one whose point the sentence tells of; "the first draft" is not the second."""
    versions = [plan(OLD, "old", published="2031-03-02"), plan(NEW, "new", published="2031-04-09")]
    told = (
        "Hanna Brekke, who leads the ferrymen, rejected point 5 of the {}, on pilots at the mole."
    )
    for draft, version in (("draft", "new"), ("first draft", "old")):
        marks = list(NewsReader().read([article(told.format(draft), "2031-04-11")]))
        (found,) = with_objections(compare_all(versions), marks).steps[0].objections
        assert [point.document_id for point in found.points] == [version]


def test_nobody_objects_before_there_is_a_plan(tmp_path: Path) -> None:
    """Of a record, what was published some days before the first version is not looked at."""
    versions = [plan(OLD, "old", published="2031-03-02"), plan(NEW, "new", published="2031-04-09")]
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        for day in ("2031-02-10", "2031-03-01", "2031-03-05"):
            told = replace(article(f"{ARTICLE}\nOn {day}.", day), id=day)
            record.keep(list(NewsReader().read([told])))
        days = [each.document.published for each in marks_in_record(record, versions)]
    assert sorted(filter(None, days)) == ["2031-03-01", "2031-03-05"]
