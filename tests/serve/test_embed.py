"""The Ask box as browsers and attackers reach it: who may ask, what is never told, how often."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onix import wire
from onix.boxes import Box
from onix.jobs.ask import ask
from onix.model import Answer, Citation, Document, Marks, Span, Statement, TimeExpression
from onix.reading.times.times import find_times
from onix.record import Part, Record, open_record
from onix.serve.desk import Serving
from onix.serve.embed import asking, holding, shown
from onix.serve.embed.holding import Boxes
from onix.serve.patience import TOO_LONG
from onix.serve.rights import WaitError
from onix.settings import Settings
from tests.browser.serving import served
from tests.record.making import BUDGET, HARBOUR, article, marked
from tests.serve.entering import with_password

SITE = "https://courier.example"
HERE = {"Origin": SITE}
QUESTION = "What did the board put the cost of the work at?"
VOTE = "When did the harbour board vote to close the east quay?"
DISPUTED = (
    "The harbour board of Lunmouth voted on Sunday to close the east quay for repairs. "
    "Its chair is Olga Zebra, a notary. The cost of the work is twelve million zebras. "
)
BOX = Box("courier", (SITE,), title="Ask the Courier", outlets=("Lunmouth Courier",), rate=500)
EMPTY = Box("empty", (SITE,), outlets=("Nobody's Paper",))
SLOW = Box("slow", (SITE, "https://two.example"), outlets=("Lunmouth Courier",), rate=2, total=3)
BOXES = (BOX, EMPTY, SLOW)


def dated(document: Document) -> Marks:
    """Give a document with its sentences and the days that they name."""
    marks = marked(document)
    return replace(marks, times=find_times(document, marks.sentences))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of the Courier's story and of what others have: its like, its opposite."""
    folder = tmp_path_factory.mktemp("embed") / "news.onix"
    tomorrow = (date.today() + timedelta(days=2)).isoformat()
    with open_record(folder, create=True) as made:
        made.keep(
            [
                dated(article(HARBOUR, address=f"{SITE}/quay", published="2025-03-05")),
                marked(
                    article(
                        HARBOUR + "Zebras were seen.", id="zebra-wire", title="Zebra wire",
                        outlet="Zebra Wire", published="2025-03-04",
                    )
                ),
                dated(article(DISPUTED, id="zebra-2", title="Zebra", outlet="Zebra Post")),
                marked(article(BUDGET, id="zebra-3", title="Zebra budget", outlet="Zebra Post")),
                marked(
                    article(
                        "The lighthouse of Skerry turned green. " * 3, id="zebra-4",
                        published=tomorrow, address=f"{SITE}/embargo",
                    )
                ),
                marked(
                    article(
                        "The fish market of Lunmouth sells eels and herring at dawn. " * 3,
                        id="eels", title="Eels", address="/home/owner/eels.html",
                    )
                ),
            ]
        )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def address(record: Path) -> Iterator[str]:
    """Serve it on this machine, with three boxes."""
    with served(Serving(settings=Settings(record=record, boxes=BOXES))) as found:
        yield found


def asked(address: str, question: str = QUESTION, box: str = "courier", **more: Any) -> Any:
    """Ask a box from the page that may show it."""
    place = f"{address}/embed/v1/{box}/ask"
    return httpx.get(place, params={"question": question}, headers=HERE, timeout=60, **more)


def test_an_answer_says_everything_that_the_box_shows(address: str) -> None:
    """The words with their marks, who, when and how surely, where, hits, and how current it is."""
    found = asked(address).json()
    told = found["shown"]
    (statement,) = told["statements"]
    assert {"text": "nine million crowns", "mark": "answer"} in statement["pieces"]
    assert "".join(each["text"] for each in statement["pieces"]) == (
        "The board put the cost of the work at nine million crowns."
    )
    assert any("sure that this answers" in each for each in statement["says"])
    (source,) = told["sources"]
    assert (source["number"], source["outlet"], source["day"]) == (
        1, "Lunmouth Courier", "5 March 2025",
    )  # fmt: skip
    assert source["link"].startswith(f"{SITE}/quay#:~:text=The%20board%20put")
    assert told["results"][0]["title"] == "East quay to close"
    assert found["box"] == {"name": "courier", "title": "Ask the Courier"}
    assert found["freshness"]["says"] == (
        "Answers come from 2 documents, the newest of 5 March 2025."
    )
    assert found["answer"]["statements"][0]["answer"]["text"] == "nine million crowns"
    assert found["results"][0]["document_id"] == "harbour"


ZEBRAS = (
    QUESTION,
    VOTE,
    "Who is the chair of the board?",
    "How many crowns will the work cost?",
    "What were seen?",
    "How many zebras does the work cost?",
    "Did the board put the cost at twelve million zebras?",
    "Who is Piet Aldous?",
    "What did Piet Aldous say about the plan?",
    "What happened after the harbour board voted to close the east quay?",
    "What turned green?",
    "zebra",
    "Zebra Post",
)


@pytest.mark.parametrize("question", ZEBRAS)
def test_what_is_not_of_the_box_is_never_told(address: str, question: str) -> None:
    """Nor quoted, nor found, nor named as a copy, an origin or a voice that disagrees."""
    found = asked(address, question)
    assert found.status_code == 200
    told = json.loads(found.text)
    told["answer"].pop("question")
    said = json.dumps(told["answer"]).lower() + json.dumps(told["results"]).lower()
    said += json.dumps(told["shown"]).lower().replace(question.lower(), "")
    said = re.sub("says nothing of [^.]*", "", said)  # of words that the question brought along
    for word in ("zebra", "sunday", "notary", "lean years", "green"):
        assert word not in said
    for each in told["results"]:
        assert each["document_id"] in ("harbour", "eels")
        assert each["copies"] == 1


def test_a_refusal_speaks_of_what_is_published_and_not_of_a_record(address: str) -> None:
    """Whoever reads an article has never heard of a record."""
    for question in ("Who is the minister of finance?", "How many eels swam in the year 1850?"):
        found = asked(address, question).json()
        assert "published here" in found["shown"]["refusal"]["says"]
        assert "record" not in found["shown"]["refusal"]["says"]
        assert found["answer"]["abstained"]["says"] == found["shown"]["refusal"]["says"]


def ids_in(value: object) -> Iterator[str]:
    """Give every id of a document that stands anywhere in JSON."""
    if isinstance(value, dict):
        yield from (value[key] for key in ("document_id", "version_of") if value.get(key))
        for each in value.values():
            yield from ids_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from ids_in(each)


@settings(max_examples=30)
@given(
    documents=st.sets(st.sampled_from(["harbour", "zebra-wire", "zebra-2", "zebra-3", "eels"])),
    question=st.sampled_from(ZEBRAS),
)
def test_whatever_a_box_holds_it_tells_of_nothing_else(
    record: Path, documents: set[str], question: str
) -> None:
    """For any choice of documents and any question, each id in the answer is of the choice."""
    with open_record(record) as opened:
        part = opened.part(documents=sorted(documents), as_of=date.today().isoformat())
        answer, hits = asking.found_in(opened, part, question)
        told = {"answer": wire.answer(answer), "results": [wire.hit(each) for each in hits]}
        told |= shown.shown(answer, hits, {}, has_pages=True)
    assert set(ids_in(told)) <= documents
    copies = {"harbour", "zebra-wire"} & documents
    assert all(each.citation.copies <= max(1, len(copies)) for each in hits)


def test_the_same_record_tells_all_of_it_at_the_desk(record: Path, address: str) -> None:
    """So that the test above has something to miss: a copy, an origin, a dispute, an embargo."""
    with open_record(record) as opened:
        whole = ask(opened, VOTE)
        of_day = ask(opened, "What turned green?")
    assert "voted on Sunday" in str(whole.disagreements)
    assert "Zebra Wire" in whole.origins.names
    assert of_day.statements
    found = asked(address, VOTE).json()["answer"]
    assert "voted on Tuesday" in found["statements"][0]["text"]
    assert found["disagreements"] == found["origins"]["names"][1:] == []


def test_a_box_without_documents_answers_nothing(address: str) -> None:
    """Nothing to answer from must never mean all that there is."""
    found = asked(address, box="empty").json()
    assert found["answer"]["abstained"]["why"] == "empty_record"
    assert found["answer"]["statements"] == found["results"] == found["shown"]["sources"] == []
    assert found["freshness"]["documents"] == 0


def test_what_comes_in_while_it_is_asked_is_not_told(folder: Path) -> None:
    """A draft of the same outlet that is added between two steps is never looked at."""
    draft = article("The violet light on Skerry is a secret. " * 3, id="draft", kind="draft")
    boxes = Boxes([BOX])
    told = []
    with open_record(folder) as opened:

        def make(record: Record, part: Part) -> bytes:
            with open_record(folder, write=True) as other:
                other.keep([marked(draft)])
            answer, hits = asking.found_in(record, part, "What is a secret on Skerry?")
            found = {"answer": wire.answer(answer), "hits": [wire.hit(each) for each in hits]}
            told.append(set(ids_in(found)))
            return answer.question.encode()

        boxes.remembered(BOX, opened, "What is a secret on Skerry?", make)
        first, second = told
        assert "draft" in first
        assert "draft" not in second
        boxes.remembered(BOX, opened, "What is a secret on Skerry?", make)
        assert "draft" not in told[-1]


def test_the_same_question_is_worked_out_once_for_each_state_of_the_record(folder: Path) -> None:
    """A box, a question, a record as it is: whichever changes, it is worked out anew."""
    boxes = Boxes([BOX, SLOW])
    made = []

    def make(record: Record, part: Part) -> bytes:
        made.append(part.ids)
        return str(len(made)).encode()

    with open_record(folder) as opened:
        for box, question in ((BOX, "Who?"), (BOX, "Who?"), (BOX, "When?"), (SLOW, "Who?")):
            boxes.remembered(box, opened, question, make)
        assert len(made) == 3
        with open_record(folder, write=True) as other:
            other.keep([marked(article("The light on Skerry is violet now. " * 4, id="light"))])
        assert boxes.remembered(BOX, opened, "Who?", make) == b"4"
        assert set(made[-1]) == {*made[0], "light"}


def test_what_boxes_answer_from_is_said_with_what_leads_nowhere(folder: Path) -> None:
    """A line for each box, and one for each name of which there is nothing."""
    with open_record(folder) as opened:
        assert list(Boxes([BOX, EMPTY]).told(opened)) == [
            f"box courier answers from 2 documents, on {SITE}",
            f"box empty answers from 0 documents, on {SITE}",
            'box empty names "Nobody\'s Paper", of which the record has nothing',
        ]


def test_a_statement_says_who_when_and_with_what_reserve() -> None:
    """What stands beside the words on the Ask page stands beside them in the box, too."""
    text = "The ferry will sail on Friday, Ada Brandt reportedly said in an interview."
    document = article(text, address=f"{SITE}/ferry")
    span = document.span(0, len(text))

    def words(found: str) -> Span:
        return document.span(text.index(found), text.index(found) + len(found))

    statement = Statement(
        text,
        words("on Friday"),
        (Citation(span, "Ferry", "Courier", "2025-03-04", f"{SITE}/ferry"),),
        stance="yes",
        speaker="Ada Brandt",
        occasion=words("in an interview"),
        when=TimeExpression(words("Friday"), "DATE", "2025-03-07", None, "2025-03-07"),
        hedges=(words("reportedly"),),
    )
    answer = Answer("Will the ferry sail?", statements=(statement,))
    change = shown.Change("2025-03-06", is_dated=True)
    told = shown.shown(answer, [], {"harbour": change}, has_pages=False)
    (reading,) = told["statements"]
    assert reading["stance"] == "Yes"
    assert reading["says"] == [
        "Said by Ada Brandt",
        "“in an interview”",
        "When: 7 March 2025 (“Friday”)",
        "Hedged: “reportedly”",
        "Over 90 % sure that this answers",
    ]
    assert [each["text"] for each in reading["pieces"] if each["mark"]] == [
        "on Friday",
        "reportedly",
    ]
    assert told["corrections"][0]["says"] == (
        "“Ferry” (1) was changed after it was published: this version is of 6 March 2025"
    )
    assert str(shown.Change(None)) == "was changed after it was published"


def test_what_is_taken_out_while_it_is_asked_is_no_error(folder: Path) -> None:
    """The question is asked again of what is left; where nothing changed an error stays one."""
    boxes = Boxes([BOX])

    def make(record: Record, part: Part) -> bytes:
        if part.outlets:
            with open_record(folder, write=True) as other:
                other.remove("harbour", why="by mistake")
            record.document("harbour")
        return " ".join(part.ids).encode()

    def fail(record: Record, part: Part) -> bytes:
        raise KeyError(part.ids)

    with open_record(folder) as opened:
        assert boxes.remembered(BOX, opened, QUESTION, make) == b"budget"
        with pytest.raises(KeyError):
            boxes.remembered(BOX, opened, "Who?", fail)


def test_what_is_added_or_removed_counts_at_once(folder: Path) -> None:
    """A story that was published a second ago is answered from, one taken out no more."""
    with served(Serving(settings=Settings(record=folder, boxes=(BOX,)))) as address:
        assert asked(address).json()["freshness"]["documents"] == 2
        with open_record(folder, write=True) as record:
            record.keep([marked(article("The light on Skerry is violet now. " * 4, id="light"))])
        told = asked(address, "What is violet on Skerry now?").json()
        assert told["results"][0]["document_id"] == "light"
        with open_record(folder, write=True) as record:
            record.remove("light", why="by mistake")
        again = asked(address, "What is violet on Skerry now?")
        assert "violet now" not in again.text


def test_corrections_say_when(folder: Path) -> None:
    """Of a cited story that has versions it is said that, and when, it was changed."""
    quay = "https://courier.example/pier"
    text = "The west pier of Lunmouth will open again in {}, its keeper said on Monday. " * 3
    with open_record(folder, write=True) as record:
        for month, day in (("June", "2025-03-06"), ("July", "2025-03-09")):
            fields = {"address": quay, "fetched": f"{day}T09:00:00+00:00", "title": "Pier"}
            record.keep([marked(article(text.format(*[month] * 3), id=f"pier-{day}", **fields))])
        record.keep(
            [marked(article("The ferry to Skerry is called Tern. " * 4, id="f", corrected=True))]
        )
    with served(Serving(settings=Settings(record=folder, boxes=(BOX,)))) as address:
        pier = asked(address, "When will the west pier of Lunmouth open again?").json()
        ferry = asked(address, "What is the ferry to Skerry called?").json()
        quay_answer = asked(address).json()
    (changed,) = pier["shown"]["corrections"]
    assert (changed["changed"], changed["corrected"]) == ("2025-03-09T09:00:00+00:00", False)
    assert changed["says"] == (
        "“Pier” (1) was changed after it was published: this version was first seen on 9 March 2025"
    )
    assert "July" in pier["shown"]["statements"][0]["pieces"][1]["text"]
    assert "June" not in json.dumps(pier["results"])
    assert "Last updated 9 March 2025." in pier["freshness"]["says"]
    (corrected,) = ferry["shown"]["corrections"]
    assert corrected["says"].endswith("(1) was corrected by its outlet")
    assert quay_answer["shown"]["corrections"] == []


def test_a_question_that_takes_long_does_not_hold_the_server(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timeline of a big name is broken off, said so, and the plain search stands there."""
    question = "What happened after the harbour board voted to close the east quay?"
    with open_record(record) as opened:
        part = opened.part(outlets=BOX.outlets, as_of=date.today().isoformat())
        within, _ = asking.found_in(opened, part, question)
        monkeypatch.setattr(asking, "VISITOR", -1.0)
        answer, hits = asking.found_in(opened, part, question)
    assert within.abstained != TOO_LONG
    assert answer.abstained == TOO_LONG
    assert hits


# -- which pages may show it ---------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "/ask?question=Who+voted%3F"])
@pytest.mark.parametrize(
    "origin",
    [
        None, "null", "http://courier.example", "https://courier.example:8443",
        "https://courier.example.evil.example", "https://evil.example/https://courier.example",
        "https://COURIER.example", "https://www.courier.example", "https://two.example",
    ],
)  # fmt: skip
def test_a_page_that_is_not_named_gets_nothing(address: str, origin: str | None, path: str) -> None:
    """Neither an answer nor the leave to read one, and caches keep answers apart by page."""
    headers = {} if origin is None else {"Origin": origin}
    for method in ("GET", "OPTIONS"):
        found = httpx.request(method, f"{address}/embed/v1/courier{path}", headers=headers)
        assert found.status_code == 403
        assert "access-control-allow-origin" not in found.headers
        assert found.headers["vary"] == "Origin"
        assert "may not be shown on" in found.json()["error"]
        assert "harbour" not in found.text.lower()


def test_a_page_that_is_named_may_ask(address: str) -> None:
    """Preflight and answer name that page and no other, and let nobody send a login along."""
    for origin in SLOW.origins:
        headers = {"Origin": origin, "Access-Control-Request-Method": "GET"}
        before = httpx.options(f"{address}/embed/v1/slow/ask", headers=headers)
        assert (before.status_code, before.headers["access-control-allow-methods"]) == (204, "GET")
        about = httpx.get(f"{address}/embed/v1/slow", headers=headers)
        for each in (before, about):
            assert each.headers["access-control-allow-origin"] == origin
            assert each.headers["vary"] == "Origin"
            assert "access-control-allow-credentials" not in each.headers
        assert about.headers["cache-control"] == "private, max-age=300"


def test_nothing_else_is_shared(address: str) -> None:
    """The leave is for the box's addresses; the script alone may be loaded from anywhere."""
    for path in ("/", "/ask.json?question=Who", "/api/v1/search?words=quay", "/static/onix.js"):
        found = httpx.get(f"{address}{path}", headers=HERE)
        assert "access-control-allow-origin" not in found.headers
        assert found.headers["cross-origin-resource-policy"] == "same-origin"
    script = httpx.get(f"{address}/static/embed.js", headers={"Sec-Fetch-Site": "cross-site"})
    assert script.status_code == 200
    assert script.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/embed/v1/nothing", 404, "no box at /embed/v1/nothing"),
        ("/embed/v1/nothing/ask?question=x", 404, "no box at"),
        ("/embed/v1/courier/ask", 400, "Nothing is asked"),
        ("/embed/v1/courier/ask?question=+", 400, "Nothing is asked"),
        (f"/embed/v1/courier/ask?question={'x' * 1001}", 422, "at most 1000 characters"),
        ("/embed/v1/courier/keys", 404, "There is nothing at"),
        ("/embed/v2/courier", 404, "There is nothing at"),
    ],
)
def test_a_mistake_is_a_sentence_that_the_box_can_read(
    address: str, path: str, status: int, says: str
) -> None:
    """In the one shape; a box that is there lets its page read it, so that it is shown."""
    found = httpx.get(f"{address}{path}", headers=HERE)
    assert found.status_code == status
    assert says in found.json()["error"]
    is_there = path.startswith("/embed/v1/courier")
    assert ("access-control-allow-origin" in found.headers) is is_there


def test_odd_questions_are_answered_or_refused_in_a_sentence(address: str) -> None:
    """Whatever is typed into a box on a public page."""
    for question in ("???", "\u202e\x00", "🐟" * 400, "' OR 1=1 --", "<script>", "who " * 200):
        found = asked(address, question)
        assert found.status_code == 200
        assert found.json()["answer"]["abstained"]["says"]


def test_names_are_no_matter_of_capitals(address: str) -> None:
    """`box="Courier"` is the box courier."""
    assert asked(address, box="Courier").status_code == 200


def test_no_path_of_this_machine_is_told(address: str) -> None:
    """A story that was added as a file is linked to its page on the desk, if there is a way in."""
    found = asked(address, "What does the fish market of Lunmouth sell?")
    assert "/home/owner" not in found.text
    assert found.json()["shown"]["sources"][0]["link"].startswith("/documents/eels?")


# -- how often, and behind which door ------------------------------------------------------------


def test_a_visitor_and_all_together_wait_when_they_ask_too_often(record: Path) -> None:
    """429 with Retry-After, which the page may read; looking whether the box is there is free."""
    serving = Serving(settings=Settings(record=record, boxes=BOXES), behind_proxy="127.0.0.1")
    with_password(record)
    with served(serving) as address:

        def at(visitor: str) -> httpx.Response:
            headers = HERE | {"X-Forwarded-For": visitor}
            place = f"{address}/embed/v1/slow/ask?question=Who+voted%3F"
            return httpx.get(place, headers=headers, timeout=60)

        assert [at("192.0.2.1").status_code for _ in range(3)] == [200, 200, 429]
        assert at("192.0.2.2").status_code == 200
        crowded = at("192.0.2.3")
        own = at("192.0.2.1")
        about = httpx.get(f"{address}/embed/v1/slow", headers=HERE)
    assert crowded.status_code == own.status_code == 429
    assert "Many people are asking here" in crowded.json()["error"]
    assert "Too many questions came from your connection" in own.json()["error"]
    for each in (crowded, own):
        assert f"Ask again in {each.headers['retry-after']} seconds." in each.json()["error"]
        assert each.headers["access-control-allow-origin"] == SITE
        assert "Retry-After" in each.headers["access-control-expose-headers"]
    assert about.status_code == 200


def test_a_public_servers_own_limit_is_told_to_the_box_too(record: Path) -> None:
    """Refused before anything is looked at, and still a sentence on the page."""
    public = Serving(settings=Settings(record=record, boxes=(BOX,)), public=True, rate=1)
    with served(public) as address:
        assert asked(address).status_code == 200
        found = asked(address)
    assert found.status_code == 429
    assert found.headers["access-control-allow-origin"] == SITE
    assert "Too many requests" in found.json()["error"]


def test_a_crowd_at_a_box_leaves_the_desk_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many questions are worked on at once; the next one waits a little, then is told so."""
    monkeypatch.setattr(holding, "PATIENCE", 0.01)
    boxes = Boxes([BOX], at_once=2)
    with boxes.turn():
        with boxes.turn(), pytest.raises(WaitError, match="Many people are asking"), boxes.turn():
            pass
        with boxes.turn():
            pass


@pytest.mark.parametrize("kind", ["login", "public", "open"])
def test_a_box_is_open_behind_every_door_and_opens_no_other(record: Path, kind: str) -> None:
    """Visitors ask it without a login; what else needs one still does."""
    serving = replace(with_password(record), login=kind == "login", public=kind == "public")
    serving = replace(serving, settings=Settings(record=record, boxes=(BOX,)))
    with served(serving) as address:
        assert asked(address).json()["shown"]["statements"]
        for path in ("/", "/ask.json?question=Who", "/documents/harbour", "/api/v1/search?words=a"):
            found = httpx.get(f"{address}{path}", headers=HERE | {"Accept": "application/json"})
            assert (found.status_code == 401) is (kind == "login"), path
        eels = asked(address, "What does the fish market of Lunmouth sell?").json()
        posted = httpx.post(f"{address}/embed/v1/courier/ask", headers=HERE)
    # Where a page of the desk asks for a login, no link leads there.
    assert (eels["shown"]["sources"][0]["link"] is None) is (kind == "login")
    assert posted.status_code == 403


def test_without_boxes_there_is_nothing_to_ask(folder: Path) -> None:
    """A server whose owner has not made any has no such address."""
    with served(Serving(settings=Settings(record=folder))) as address:
        assert asked(address).status_code == 404
