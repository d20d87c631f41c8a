"""Is what a draft says as the record has it? Marks of a draft and of sources in, verdicts out.

Names, figures, dates, hedges and credits, each by its own file; here they become verdicts. What no
source tells is "not in the record", and never wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf, isinf

from onix.model import (
    Claim,
    ClaimKind,
    Difference,
    DifferenceKind,
    Evidence,
    Label,
    Marks,
    Span,
    Verdict,
)
from onix.reading.neural.encoder import one_thread
from onix.reading.times.entries import entries
from onix.verify.facts.apart import Things
from onix.verify.facts.attribution import Attributions
from onix.verify.facts.bodies import Bodies, bodies_of
from onix.verify.facts.counted import verify_counted
from onix.verify.facts.credits import Credits
from onix.verify.facts.dates import dates_told, verify_dates
from onix.verify.facts.elsewhen import doubts_of
from onix.verify.facts.figures import figures_told, verify_figures
from onix.verify.facts.findings import Found
from onix.verify.facts.hedges import Hedges
from onix.verify.facts.lines import Line, lines_of, words_in
from onix.verify.facts.makers import Makers
from onix.verify.facts.names import Names, verify_names
from onix.verify.facts.opposed import Opposed
from onix.verify.facts.other_days import OtherDays
from onix.verify.facts.papers import Papers
from onix.verify.facts.releases import Releases
from onix.verify.facts.rivals import Rivals
from onix.verify.facts.roles import Roles, verify_roles
from onix.verify.facts.scores import Scores
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.swapped import Swaps
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.told_to import ToldTo
from onix.verify.facts.uttered import Uttered
from onix.verify.facts.voices import Voices
from onix.verify.facts.withdrawn import Withdrawn

FACTS: tuple[ClaimKind, ...] = ("name", "figure", "date", "hedge", "attribution")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def verify_facts(
    draft: Marks,
    sources: Iterable[Marks],
    found: Iterable[Marks] = (),
    beside: Sequence[Marks] = (),
) -> list[Verdict]:
    """Give what the sources say of every fact of a draft, in the draft's order.

    Without sources only what the calendar knows is given: a weekday that is not its date's.

    Args:
        sources: What a person gave to hold the draft against.
        found: What a record has on the same, the best first: where such a text is of another time,
            it bears out, but only how a name is spelt there contradicts.
        beside: What it has that may be of something else: such a text is of another time, too.
    """
    hours = {each.start for each in entries(draft.document.text)}
    mine = [_without_hours(each, hours) for each in lines_of(draft)]
    looked_up = list(found)
    record = [*sources, *looked_up]
    doubts = doubts_of(draft, looked_up) | {each.document.id: inf for each in beside}
    with one_thread():  # the products are small, and a second thread only waits for the first
        lines = (line for marks in (*record, *beside) for line in lines_of(marks))
        shelf = Shelf(lines, mine, doubts)
        told = _all(shelf, mine, record) if shelf.lines else _without(shelf, mine)
        told = _but_word_for_word(told, shelf, mine)
        held = sorted((_held(each, doubts) for each in told), key=lambda each: each.is_withheld)
    verdicts = [_verdict(each) for each in _once(held)]
    return sorted(verdicts, key=lambda each: (each.claim.start, each.claim.end))


def _but_word_for_word(
    told: Iterable[Found], shelf: Shelf, mine: Sequence[Line]
) -> Iterator[Found]:
    """Leave out what stands against a sentence that a source has word for word.

    But for its dates: "on Tuesday" was another day when that was written.
    """
    record = {" ".join(words_in(line.span.text)) for line in shelf.lines}
    same = [line.span for line in mine if " ".join(words_in(line.span.text)) in record]
    for each in told:
        is_fact = each.label != "contradicted" or each.kind == "date" or each.is_lasting
        if is_fact or not any(span.covers(each.span) for span in same):
            yield each


def _without_hours(line: Line, hours: Collection[int]) -> Line:
    """Leave out the hour that heads an entry of a live blog: it is when that was posted."""
    times = tuple(each for each in line.times if each.span.start not in hours)
    return line if len(times) == len(line.times) else replace(line, times=times)


def _held(found: Found, doubts: Mapping[str, float]) -> Found:
    """Leave out what a document of another time has otherwise, unless it lasts."""
    doubt = 0.0 if found.line is None else doubts.get(found.line.document.id, 0.0)
    if found.label != "contradicted" or found.is_lasting or not isinf(doubt):
        return found
    return Found(found.kind, found.span, "not_in_record", is_withheld=True)


def _all(shelf: Shelf, mine: Sequence[Line], record: Sequence[Marks]) -> Iterator[Found]:
    names, roles = Names(shelf), Roles(shelf)
    tellings = Tellings(shelf)
    voices = Voices(shelf)
    swaps, things = Swaps(shelf, tellings, record), Things(shelf, tellings)
    opposed, scores = Opposed(shelf, tellings), Scores(shelf, tellings)
    hedges, attributions = Hedges(shelf, tellings), Attributions(tellings, voices)
    withdrawn, releases = Withdrawn(record), Releases(tellings, voices)
    papers, told_to = Papers(tellings), ToldTo(shelf, record)
    makers = Makers(tellings, voices, attributions.heard)
    uttered = Uttered(voices, attributions, record)
    bodies, told = Bodies(shelf, names), bodies_of(mine)
    known, figures, dates = names.of(mine), figures_told(shelf.lines), dates_told(shelf.lines)
    behind = {line.number - 1: line for line in mine}
    rivals = Rivals(shelf, tellings, figures, mine)
    days = OtherDays(shelf, tellings, dates, mine)
    credits = list(Credits(tellings, voices).verify(mine))
    # "…, Berg told analysts" is shown whole, and not Berg besides.
    whole = [each.span for each in credits if not each.is_left_out]
    for line in mine:
        yield from withdrawn.verify(line)
        yield from told_to.verify(line)
        # Of one name what is known of it counts first: that another said what it is said to say.
        voiced = [*uttered.verify(line), *attributions.verify(line)]
        yield from (each for each in voiced if not any(one.covers(each.span) for one in whole))
        yield from releases.verify(line)
        yield from papers.verify(line)
        yield from makers.verify(line)
        wrong = [each.span for each in voiced if each.label == "contradicted"]
        yield from (
            each
            for each in swaps.verify(line)
            if not any(each.span.overlaps(other) for other in wrong)
        )
        yield from things.verify(line)
        yield from opposed.verify(line)
        yield from scores.verify(line)
        yield from verify_roles(roles, line)
        yield from bodies.verify(line, behind.get(line.number - 2), told)
        yield from verify_names(shelf, names, line, known)
        dated = list(verify_dates(days, line))
        # Where only the day is wrong, a figure is wrong all the same; what was looked up may be of
        # another day.
        apart = (each.line for each in dated if each.label == "contradicted")
        of_its_day = [each for each in apart if each and not shelf.is_looked_up(each)]
        yield from verify_figures(shelf, figures, rivals, line, of_its_day)
        yield from dated
        yield from verify_counted(shelf, tellings, dates, line)
        yield from hedges.verify(line, behind.get(line.number))
    yield from credits


def _without(shelf: Shelf, mine: Sequence[Line]) -> Iterator[Found]:
    tellings = Tellings(shelf)
    days = OtherDays(shelf, tellings, ())
    for line in mine:
        yield from (each for each in verify_dates(days, line) if each.label == "contradicted")


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """Give each wrong name once, however often it stands, and each place once a kind.

    Of a wrong number or date what it is a part of is not wrong besides: "five weeks", "five weeks
    before".
    """
    wrong: set[str] = set()
    places: set[tuple[str, int, int]] = set()
    values: list[Found] = []
    for each in found:
        place = (each.kind, each.span.start, each.span.end)
        if place in places or (each.kind == "name" and each.span.text in wrong):
            continue
        if each.kind in ("figure", "date") and each.label == "contradicted":
            if any(each.kind == one.kind and each.span.overlaps(one.span) for one in values):
                continue
            values.append(each)
        places.add(place)
        if each.kind == "name" and each.label == "contradicted":
            wrong.add(each.span.text)
        yield each


def _verdict(found: Found) -> Verdict:
    claim = Claim(found.kind, found.span.text, None, found.span.start)
    evidence = [] if found.line is None else [_evidence(found.line, found.speaker)]
    evidence += [_evidence(line) for line, _ in found.others]
    differences: list[Difference] = []
    if found.label == "contradicted":
        differences.append(_difference(found, found.what or _WHAT[found.kind], found.source))
    differences += [_difference(found, _WHAT[found.kind], source) for _, source in found.others]
    return Verdict(
        claim,
        found.label,
        _why(found),
        evidence=tuple(dict.fromkeys(evidence)),
        differences=tuple(differences),
    )


_WHAT: dict[str, DifferenceKind] = {
    "name": "name",
    "figure": "number",
    "date": "date",
    "hedge": "hedge",
    "attribution": "attribution",
}


def _difference(found: Found, kind: DifferenceKind, source: Span | None) -> Difference:
    return Difference(kind, 0, len(found.span.text), found.span.text, source)


def _evidence(line: Line, speaker: str | None = None) -> Evidence:
    document = line.document
    turn = next((each for each in document.turns if each.span.overlaps(line.span)), None)
    return Evidence(
        line.span,
        turn.speaker if turn and turn.speaker else speaker,
        turn.begins if turn else None,
        document.title or document.outlet,
        document.published,
    )


_WHY: dict[Label, str] = {
    "supported": "the record has it so",
    "not_in_record": "not in the record",
}


def _why(found: Found) -> str:
    if found.weekday is not None:
        return f"that day is a {_DAYS[found.weekday - 1]}"
    if found.compared:
        return found.compared
    if found.label == "contradicted":
        if found.kind == "hedge":
            return "every source that tells it leaves it open"
        if found.is_left_out:
            return "every source that tells it says whom it is from"
        return "the record has it otherwise"
    if found.others:
        return "one source has it so, and another otherwise"
    return _WHY[found.label]
