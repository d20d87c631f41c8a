"""Answers a question from the record: sentences of it, the answer words inside, or a refusal.

`ask` is the whole job. The parts, in the order of the way: `asked/` understands the question;
`windows.py` finds the sentences to read, `reading/neural/comprehension.py` reads them, `trust.py`
says how far that is to be trusted, `choose.py` picks. Those in `_MENDING` mend by grammar the
readings of one shape of question each, from `kinds/` and `yes_no/`; `answer.py` joins what
near-copies say, and sets apart what `versions/` knows to differ. Where reading leaves it open,
those in `_AFTER_ALL` know when an event was, how long one lasted, how many points a "28-point plan"
has, and what else whoever is asked for was quoted with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial

from onix.errors import InputError
from onix.jobs.ask.answer import answered, compose, refuse, side_by_side
from onix.jobs.ask.asked.full import in_full, recased
from onix.jobs.ask.asked.language import is_in_another_language
from onix.jobs.ask.asked.question import Question, understand
from onix.jobs.ask.asked.spelling import meant_perhaps
from onix.jobs.ask.choose import choose
from onix.jobs.ask.kinds.ages import with_ages
from onix.jobs.ask.kinds.attached import attached
from onix.jobs.ask.kinds.causes import with_causes
from onix.jobs.ask.kinds.clause import of_its_clause
from onix.jobs.ask.kinds.counted import with_counts
from onix.jobs.ask.kinds.culprits import crime_asked, with_culprits
from onix.jobs.ask.kinds.dated import dated
from onix.jobs.ask.kinds.definitions import with_definitions
from onix.jobs.ask.kinds.demands import as_demanded
from onix.jobs.ask.kinds.dissenters import with_dissenters
from onix.jobs.ask.kinds.doers import with_doers
from onix.jobs.ask.kinds.extremes import of_its_extreme
from onix.jobs.ask.kinds.fates import of_its_fate
from onix.jobs.ask.kinds.frames import in_its_frame
from onix.jobs.ask.kinds.happened import asked_fate, most_told
from onix.jobs.ask.kinds.lasting import lasting, of_a_length
from onix.jobs.ask.kinds.leaders import titles_of_leaders, with_leaders
from onix.jobs.ask.kinds.matches import with_results
from onix.jobs.ask.kinds.misdated import of_its_event, of_whom_it_asks
from onix.jobs.ask.kinds.named import with_names
from onix.jobs.ask.kinds.not_before import not_before
from onix.jobs.ask.kinds.order import asked_order, in_order
from onix.jobs.ask.kinds.owners import with_owners
from onix.jobs.ask.kinds.places import with_places
from onix.jobs.ask.kinds.posts import titled
from onix.jobs.ask.kinds.present import with_those_there
from onix.jobs.ask.kinds.prices import with_prices
from onix.jobs.ask.kinds.questioned import of_its_question, questioned
from onix.jobs.ask.kinds.quoted import Quoted, talks
from onix.jobs.ask.kinds.reasons import of_a_reason
from onix.jobs.ask.kinds.roles import with_descriptions, with_holders, with_teller
from onix.jobs.ask.kinds.shapes import of_its_shape
from onix.jobs.ask.kinds.sides import on_their_side
from onix.jobs.ask.kinds.spoken import spoken
from onix.jobs.ask.kinds.successions import change_asked, with_successors
from onix.jobs.ask.kinds.tolls import asks_toll, with_tolls
from onix.jobs.ask.kinds.undergone import with_undergone
from onix.jobs.ask.kinds.uttered import in_their_words
from onix.jobs.ask.kinds.voices import asked_voices, said_there, voices
from onix.jobs.ask.kinds.votes import with_votes
from onix.jobs.ask.kinds.whys import with_whys
from onix.jobs.ask.kinds.written import in_a_document
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.versions.contested import contested
from onix.jobs.ask.versions.counts import counted_otherwise
from onix.jobs.ask.versions.replies import replies
from onix.jobs.ask.versions.told import Told
from onix.jobs.ask.versions.withdrawn import without_withdrawn
from onix.jobs.ask.windows import Window, windows
from onix.jobs.ask.yes_no.avowals import avowed
from onix.jobs.ask.yes_no.doubted import with_denial, without_doubted
from onix.jobs.ask.yes_no.plainly import told_plainly
from onix.jobs.ask.yes_no.shares import with_shares
from onix.jobs.quotes.reading import OnProgress
from onix.jobs.search import beyond_dates
from onix.model import AbstentionWhy, Answer, Document, Hit
from onix.reading.neural.syntax import Parser, Tree
from onix.reading.times.times import find_times
from onix.record import Query, Record
from onix.record.query import asked_day

__all__ = ["ask"]

PASSAGES = 12  # looked at for one question
WIDE = 2  # of these, with what stands beside them, where an answer may stand, too
WINDOWS = 10  # of a few sentences each, kept of them
ALL = 80  # of them, for those who look for what may stand far from the words of a question
LASTED = "lasted"  # looked for, too, where "how long was the call" has no verb that says so
TOLL = "toll killed"  # looked for, too, where it is asked how many have died
CHANGE = "replaced succeeded successor"  # where it is asked who came after whom
HELD = "suspect charged"  # where it is asked who has done a crime
TAKEN_BACK = "The record has an answer, but its outlet has taken that back since."
# Each mends the readings of one shape of question, by grammar, in this order.
_MENDING = (
    with_holders, with_descriptions, with_definitions, on_their_side, with_successors, with_leaders,
    told_plainly, without_doubted, avowed, with_shares, of_a_length, with_ages, with_owners,
    in_its_frame, of_a_reason, of_its_shape, of_its_clause, of_its_extreme, of_its_fate,
    with_counts, with_prices, with_tolls, with_results, as_demanded, with_those_there, with_votes,
    with_dissenters, of_its_question, of_whom_it_asks, of_its_event,
    with_doers, with_undergone, with_causes, with_names, with_whys, with_places, with_culprits,
)  # fmt: skip
_AFTER_ALL = (dated, not_before, lasting, attached, questioned, spoken)
# Of the marks, what an answer is made with.
SHOWN = ("quotes", "meant", "times", "hedges", "figures")


@cache
def _parser() -> Parser:
    return Parser()


@lru_cache(maxsize=64)  # a sentence is asked about more than once for one answer
def _tree(text: str) -> Tree:
    return _parser().parse([text])[0]


def ask(
    record: Record,
    question: str,
    *,
    as_of: str | None = None,
    outlets: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    documents: Sequence[str] = (),
    limit: int = 3,
    on_progress: OnProgress | None = None,
) -> Answer:
    """Give what the record says to a question, or why it says nothing.

    Args:
        as_of: Only what was published by then (ISO date); also the day "yesterday" is read against.
        outlets: Only these. `since`, `until` (ISO dates, both included) and `documents` too.
        limit: At most so many statements; of who was on a call all who speak in its transcript.
        on_progress: Told how far a timeline is, which "what happened after X" may wait long for;
            what it raises ends the question.

    Raises:
        InputError: A date, an outlet, a document or the limit is not one.
    """
    if limit < 1:
        raise InputError(f"Cannot show {limit} statements. Give --limit a number from 1 up.")
    asked_day(as_of, "--as-of")
    record.check_outlets(outlets)
    order = asked_order(question)
    if order is not None and since is None and until is None:
        return in_order(
            record, question.strip(), order, as_of=as_of, outlets=outlets, documents=documents,
            limit=limit, on_progress=on_progress,
        )  # fmt: skip
    asked = Query(
        question.strip(), outlets=tuple(outlets), since=since, until=until, as_of=as_of,
        documents=record.ids_of(documents),
    )  # fmt: skip
    fate = asked_fate(question)
    if fate is not None:
        happened = most_told(record, asked, fate, limit=limit, on_progress=on_progress)
        if happened is not None:
            return happened
    if (there := said_there(record, asked)) is not None:
        said, within = there
        answer = ask(
            record, said, as_of=as_of, outlets=outlets, since=since, until=until, documents=within,
            limit=limit,
        )  # fmt: skip
        if answer.abstained is None:
            return replace(answer, question=asked.words)
    understood, hits, found = look(record, asked)
    if is_in_another_language(asked.words) and len(record):
        nearest = replace(found[0].citation, span=found[0].middle) if found else None
        return refuse(asked.words, as_of, "not_understood", nearest, looked_at=len(hits))
    heard = asked_voices(understood.text)
    speaking = voices(record, asked, heard) if heard is not None else None
    if heard is not None and speaking is not None and (heard.is_of_speaking or not hits):
        return speaking
    # Any of somebody's words, or whatever is in no words of the record but those of a talk.
    wants_talks = len(understood.speakers) == 1 and (not hits or understood.about == "")
    spoken_in = talks(record, asked, understood.speakers[0]) if wants_talks else []
    if not hits and not spoken_in:
        why: AbstentionWhy = "nothing_found" if len(record) else "empty_record"
        lacks = meant_perhaps(record, understood, hits)
        says = f"{beyond}." if (beyond := beyond_dates(record, asked)) else None
        return refuse(understood.typed, as_of, why, looked_at=0, says=says, lacks=lacks)
    marks = cache(partial(record.marks, only=SHOWN))  # of a document once, however many readings
    wide = cache(lambda: windows(understood, _passages(record, hits), most=ALL))
    seen = Seen(found, cache(record.marks), _tree, hits, wide)

    def tell(reading: Reading) -> Told:
        sentence = reading.sentence
        return Told(understood, reading, seen.marks(sentence.document_id), _tree(sentence.text))

    versions = contested(understood, hits, marks, _tree, tell)
    if versions:
        return side_by_side(understood, versions, marks, _tree, as_of=as_of, looked_at=len(hits))
    understood = with_teller(understood, seen)
    readings, unknown = choose(understood, found, marks, _tree)
    for mended in _MENDING:
        readings = mended(understood, readings, seen)
    if len(understood.speakers) == 1:
        ids = dict.fromkeys((*(hit.passage.span.document_id for hit in hits), *spoken_in))
        readings = Quoted(record, understood, list(ids)).add_to(readings, most=limit)
    readings = in_their_words(understood, readings, seen)
    readings = in_a_document(understood, readings, seen)
    if len(understood.speakers) == 1:
        readings = with_denial(readings, marks)
    readings, correction = without_withdrawn(understood, readings, seen)

    def reply(best: Reading) -> list[Reading]:
        if not understood.is_exclusive:
            return []
        beside = counted_otherwise(understood, best, hits, marks, _tree, tell)
        return [*beside, *replies(understood, best, hits, marks, _tree)]

    answer = compose(
        understood, readings, unknown, marks, _tree, tell, reply,
        as_of=as_of, looked_at=len(hits), limit=limit,
    )  # fmt: skip
    if answer.abstained is None:
        return answer
    if correction is not None:
        return refuse(
            understood.typed,
            as_of,
            "not_answered",
            correction,
            looked_at=len(hits),
            says=TAKEN_BACK,
        )
    if speaking is not None:
        return speaking
    # What nobody knows, somebody may have said something about.
    rest = (spoken,) if answer.abstained.why == "unknown" else _AFTER_ALL
    after_all = (answers(understood, seen) for answers in rest)
    statement = next((each for each in after_all if each is not None), None)
    if statement is not None:
        return answered(answer, statement, marks)
    says = f"{answer.abstained.says}{meant_perhaps(record, understood, hits)}"
    return replace(answer, abstained=replace(answer.abstained, says=says))


def look(record: Record, asked: Query) -> tuple[Question, list[Hit], list[Window]]:
    """Give what the words of a query ask, the passages found, and the windows of them to read."""
    text = in_full(asked.words, _tree)
    understood = replace(understand(text, _tree(text)), typed=asked.words)
    typed = Document("question", "draft", text, published=asked.as_of)
    times = find_times(typed, [typed.span(0, len(text))])
    days = [(t.earliest, t.latest) for t in times if t.earliest and t.latest]
    hits = record.search(
        replace(
            asked,
            words=f"{text} {more}" if (more := _looked_for_besides(understood)) else text,
            limit=PASSAGES,
            boost_outlets=tuple(name for name in record.outlets() if _names(text, name)),
            boost_since=min((a for a, _ in days), default=None),
            boost_until=max((b for _, b in days), default=None),
        )
    )
    if (told := recased(asked.words, [hit.passage.span.text for hit in hits])) != asked.words:
        told = in_full(told, _tree)
        understood = replace(understand(told, _tree(told)), typed=asked.words)
    return understood, hits, windows(understood, _passages(record, hits), most=WINDOWS)


def _looked_for_besides(question: Question) -> str | None:
    """Give words that tell what is asked where none of the question's does."""
    if question.asks_how_long_it_was:
        return LASTED
    if asks_toll(question):
        return TOLL
    if change_asked(question) is not None:
        return CHANGE
    if crime_asked(question) is not None:
        return HELD
    return titled(question) or titles_of_leaders(question)


def _passages(record: Record, hits: Sequence[Hit]) -> list[Hit]:
    """Give the passages found, the best with what stands beside them."""
    return [*record.around(hits[:WIDE]), *hits[WIDE:]]


def _names(text: str, outlet: str) -> bool:
    return re.search(rf"\b{re.escape(outlet)}\b", text, re.IGNORECASE) is not None
