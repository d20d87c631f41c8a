"""Which documents of a record a draft is held against, and what is said once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onix.jobs.check import KINDS, check
from onix.jobs.check.facts import found_in
from onix.jobs.check.material import without_day
from onix.jobs.readers import news_reader
from onix.model import ClaimKind, Document
from onix.record import open_record
from onix.verify.facts import verify_facts

FERRY = (
    "The ferry Morning Star ran aground off Skerry on Monday with 84 passengers on board.\n\n"
    "The coastguard said that all 84 passengers were taken off by lifeboat within two hours.\n\n"
    "Captain Rolf Aas said that the wind had turned as the ferry came round the point."
)
INQUIRY = (
    "An inquiry will ask why the ferry Morning Star ran aground off Skerry.\n\n"
    "The coastguard took 84 passengers off by lifeboat, and Captain Rolf Aas has been heard.\n\n"
    "The ferry company said that the wind had turned at the point."
)
BAKERY = (
    "The bakery in Dorn Street was founded in 1892, said its owner.\n\n"
    "It sells many kinds of bread, and the company has no wish to grow.\n\n"
    "Its oven was taken out and mended."
)
OTHERS = (
    "The council of Marrow put off a vote on parking until spring.",
    "A choir from Ostrava won the prize of the city with two songs.",
    "Farmers in the Lowe valley expect a thin harvest of barley this year.",
    "The museum shows letters of a painter who never left her village.",
    "A court in Brann freed a baker who had sold bread without a licence.",
    "The bank raised its rate by a quarter of a point, as it had said it would.",
)
DRAFT = (
    "The Morning Star, a ferry, ran aground off Skerry on Monday.\n\n"
    "Lifeboats took off 84 passengers within two hours, the coastguard said.\n\n"
    "Captain Rolf Aas said the wind had turned at the point. The company was founded in 1931."
)


def test_a_draft_is_held_against_its_story(tmp_path: Path) -> None:
    """Another story has a few words of it, and can only mislead; a draft in the record, too."""
    written = Document("draft", "draft", DRAFT, language="en")
    texts = {"ferry": FERRY, "inquiry": INQUIRY, "bakery": BAKERY, "later": DRAFT + " It rained."}
    texts |= {f"other {number}": text for number, text in enumerate(OTHERS)}
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        documents = [
            Document(name, "draft" if name == "later" else "article", text, language="en")
            for name, text in texts.items()
        ]
        record.keep(list(news_reader().read([*documents, written])))
        (marks,) = news_reader().read([written])
        assert {each.document.id for each in found_in(record, marks).story} == {"ferry", "inquiry"}
        without = found_in(record, marks, without={"ferry"})
        assert [each.document.id for each in without.story] == ["inquiry"]


ORCHARD = (
    "Pickers came late to Holm orchard. Rain had kept them away until Thursday.\n\n"
    "Ripe plums fell overnight. Wasps arrived before breakfast. Ladders stood unused.\n\n"
    "Neighbours brought baskets instead. Somebody sang. Children slept under trees.\n\n"
    "The bank raised its rate by a quarter of a point, as everybody there knew."
)


def test_one_sentence_alike_is_no_story(tmp_path: Path) -> None:
    """What is found for one sentence of many is of another story, however well it is found."""
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        documents = [
            Document(f"other {number}", "article", text, language="en")
            for number, text in enumerate(OTHERS)
        ]
        record.keep(list(news_reader().read(documents)))
        (marks,) = news_reader().read([Document("draft", "draft", ORCHARD, language="en")])
        found = found_in(record, marks)
        assert found.story == []
        assert "other 5" in {each.document.id for each in found.beside}


BACKGROUND = (
    "The ferry Corvina sank off Skerry in March 2019 with a hundred people. Its master, Ingvild "
    "Sorensen, was cleared of all blame by a court in Brann after a trial of nine weeks."
)


def test_how_a_name_is_spelt_in_the_story_of_another_day_counts(tmp_path: Path) -> None:
    """A draft's background is an old story: its names are there, and its numbers may differ."""
    draft = (
        f"{ORCHARD}\n\nIngvild Sorenson, the master of the Corvina, which sank off Skerry with "
        "ninety people, was cleared of all blame by a court in Brann."
    )
    texts = {"background": BACKGROUND}
    texts |= {f"other {number}": text for number, text in enumerate(OTHERS)}
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        documents = [
            Document(name, "article", text, published="2025-05-05", language="en")
            for name, text in texts.items()
        ]
        record.keep(list(news_reader().read(documents)))
        written = Document("draft", "draft", draft, published="2025-05-06", language="en")
        (marks,) = news_reader().read([written])
        found = found_in(record, marks)
        assert "background" in {each.document.id for each in found.beside}
        told = verify_facts(marks, (), *found)
    wrong = [each.claim.text for each in told if each.label == "contradicted"]
    assert wrong == ["Ingvild Sorenson"]


def test_words_of_another_are_told_of_once(tmp_path: Path) -> None:
    """The quotation says whose they are; that the draft has it from a Mr Aas is the same again."""
    (tmp_path / "talk.txt").write_text(
        "Rolf Aas: We came in at four.\n\nMarta Lind: A ferry without a captain is a raft.\n",
        encoding="utf-8",
    )
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "Rolf Aas spoke first. “A ferry without a captain is a raft,” Mr Aas told the inquiry.\n",
        encoding="utf-8",
    )
    found = check(str(draft), against=[str(tmp_path / "talk.txt")], only=KINDS)
    told = [each for each in found.findings if each.verdict.label != "supported"]
    assert [each.verdict.claim.kind for each in told] == ["quote"]


TOLD = "The Aldern ferry Corvina ran aground off Tarn Point on {}, and was inspected in {}."


def _dates(draft: Document, article: Document) -> tuple[list[str], tuple[str, ...]]:
    """Give the dates that are contradicted, and what a reader should know of the check."""
    checked = check(draft, against=[article], only=KINDS)
    wrong = [
        each.verdict.claim.text for each in checked.findings if each.verdict.label == "contradicted"
    ]
    return wrong, checked.notes


def test_an_article_without_a_day_is_read_as_of_the_drafts() -> None:
    """Its Sunday and its February count, and the reader is told how they were read."""
    article = Document("a", "article", TOLD.format("Sunday", "February"), title="Aground")
    draft = Document("d", "draft", TOLD.format("Saturday", "March"), published="2026-05-05")
    wrong, notes = _dates(draft, article)
    assert wrong == ["Saturday", "March"]
    assert notes[-1].startswith("Aground has no date; its days were read as of")
    checked = check(draft, against=[article], only=KINDS)
    assert {each.published for each in checked.cited} == {None}  # it has none all the same


def test_a_draft_without_a_date_says_which_days_it_leaves_open() -> None:
    """ "On Wednesday" is held against nothing then, which a reader would not see otherwise."""
    text = "Rolf Aas left on Wednesday. He came back yesterday. It was founded in 1931."
    article = Document("a", "article", "Rolf Aas left on Thursday.", published="2025-03-14")

    def notes(draft: Document, only: Sequence[ClaimKind] = KINDS) -> tuple[str, ...]:
        return check(draft, against=[article], only=only).notes

    undated = Document("draft", "draft", text, language="en")
    assert any("meant by “Wednesday”, “yesterday”. Put" in each for each in notes(undated))
    assert not any("meant by" in each for each in notes(undated, ["name"]))
    dated = Document("draft", "draft", text, language="en", published="2025-03-15")
    assert not any("meant by" in each for each in notes(dated))
    (read,) = news_reader().read([Document("d", "draft", "On 3 May, a Monday, in May and June.")])
    assert any(" and 1 more. " in each for each in without_day(read, []))
