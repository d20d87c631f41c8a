"""What the tapes say of a claim: its words in, a verdict with where they stand and what differs.

The label is that of the gravest thing found: joined, changed, in doubt, cut, cleaned, written
another way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from onix.model import Claim, Difference, DifferenceKind, Label, Span, Verdict
from onix.reading.names.identities import speaker_name
from onix.verify import cut_off
from onix.verify.clock import clock
from onix.verify.doubts import WEAK
from onix.verify.evidence import all_evidence, evidence_of
from onix.verify.findings import (
    INTERJECTION,
    JOINED,
    JOINED_MARKED,
    TURN_MARKED,
    Findings,
    difference,
    find_differences,
)
from onix.verify.lineups import Piece, best_pieces
from onix.verify.making import RUN
from onix.verify.people import Asked, are_one_misspelt, person
from onix.verify.places import DAYS, FEW_TOKENS, Meant
from onix.verify.spellings import plain
from onix.verify.tapes import Stretch, Tapes, day_of
from onix.verify.wordings import Wording, read_wording

FOUND = 0.6  # of the words, or it is not found
_CLOSE = 0.4  # of the words, or a passage is not worth showing as the closest
_CHANGE = 0.5  # words that each change counts as missing
_ELSEWHERE = 0.8  # of the words, where another said them, or on another day or several
_HALF = 0.5  # of the words, or too little is there to hear the rest
_TURNED = 2  # words at most by which a saying is turned round: "do not", "can't"
_NO_OMISSION: Final = ("cleaned", "join", "speaker", "name")  # though none of the claim's words
_SHORT = 4  # words of which every one has to be there

WHY: Final[dict[Label, str]] = {
    "verbatim": "word for word as it was said",
    "typographic": "word for word; only the writing differs",
    "cleaned": "as it was said, without sounds and words said again",
    "trimmed": "words are left out",
    "altered": "words are not those that were said",
    "uncertain": "the machine that transcribed it was not sure of what differs",
    "spliced": "utterances that stand apart are joined",
    "misattributed": "the words are another speaker's",
    "not_found": "not in the material given",
    "too_short": "too short to tell",
}
FAITHFUL: Final = frozenset({"verbatim", "typographic", "cleaned", "trimmed"})
UNNAMED: Final = "; the source does not say who speaks"


def verify(tapes: Tapes, claim: Claim, *, weak: float = WEAK) -> Verdict:
    """Give what the tapes say of a claim.

    1. Find where its words may stand, and lay it along the best place.
    2. Take down what differs.
    3. Say whose words they are, and what to call it.

    Args:
        weak: How sure (0 to 1) the machine that wrote a transcript has to be of a word for a
            difference there to be held against the claim. Other transcripts know no such thing.
    """
    wording = read_wording(claim.text)
    if len(wording) < RUN:
        return Verdict(claim, "too_short", WHY["too_short"])
    # 1.
    meant = Meant(_voices(tapes, claim.speaker), day_of(claim.said))
    pieces = _sayable(tapes, claim, best_pieces(tapes, wording, meant))
    # 2.
    found = [find_differences(tapes, wording, piece, weak=weak) for piece in pieces]
    if not _is_found(tapes, claim, wording, found):
        near = [each for each in found if each.same >= _CLOSE * len(wording)]
        closest = tuple(evidence_of(tapes, each, weak=weak) for each in near[:1])
        return Verdict(claim, "not_found", WHY["not_found"], evidence=closest)
    # 3.
    return _verdict(tapes, claim, wording, found, weak)


def _is_found(tapes: Tapes, claim: Claim, wording: Wording, found: list[Findings]) -> bool:
    """Are so many of a claim's words there, and so few others, that it can be what was meant?

    Another speaker, or somebody on another day, has to have said all but the same, or it is only
    a way that people talk.
    """
    same = sum(each.same for each in found)
    if _is_only_turned_round(tapes, claim, wording, found):
        return True
    if len(wording) <= _SHORT:
        return same == len(wording)
    changes = sum(part.changes for part in found)
    elsewhere = len({each.piece.stretch.tape for each in found}) > 1 or any(
        is_another(claim, each.said.speaker if each.said else None)
        or _is_another_day(tapes, claim, each)
        for each in found
    )
    needed = _ELSEWHERE if changes and elsewhere else FOUND
    # Words in doubt speak neither for nor against it, but half of all have to be there.
    known = len(wording) - sum(part.doubted for part in found)
    return same >= _HALF * len(wording) and same - _CHANGE * changes >= needed * known


def _is_only_turned_round(
    tapes: Tapes, claim: Claim, wording: Wording, found: list[Findings]
) -> bool:
    """Is all of it there, in the words of the one who is claimed to speak, but for a negation?

    However few the words are: "I can promise it" is no other saying than "I can't promise it".
    Among very many words that may stand there by chance, unless it is the one named who says them.
    """
    if len(found) != 1 or found[0].same < RUN or len(found[0].differences) != 1:
        return False
    (one,), said = found[0].differences, found[0].said
    speaker = said.speaker if said else None
    is_known = claim.speaker is not None and speaker is not None
    is_theirs = not is_another(claim, speaker) and (is_known or tapes.tokens <= FEW_TOKENS)
    turned = sum(one.start <= start < one.end for start in wording.starts)
    is_brief = turned <= _TURNED and len(one.source.text.split() if one.source else ()) <= _TURNED
    is_all = found[0].same + turned == len(wording)
    return one.kind == "negation" and is_brief and is_theirs and is_all


def _sayable(tapes: Tapes, claim: Claim, pieces: list[Piece]) -> list[Piece]:
    """Give the pieces that can have been joined: none from a day after it was printed.

    A single piece stays: the words were said, and when is for the reader to see.
    """
    said = day_of(claim.said)
    if said is None or len(pieces) == 1:
        return pieces
    days = [day_of(tapes.all[each.stretch.tape].published) for each in pieces]
    return [
        each
        for each, day in zip(pieces, days, strict=True)
        if day is None or (said - day).days >= -1
    ]


def _is_another_day(tapes: Tapes, claim: Claim, found: Findings) -> bool:
    """Was this said on another day than what is printed of it can go back to?"""
    said, taped = day_of(claim.said), day_of(tapes.all[found.piece.stretch.tape].published)
    return said is not None and taped is not None and not -1 <= (said - taped).days <= DAYS


@lru_cache(maxsize=1024)
def _voices(tapes: Tapes, name: str | None) -> frozenset[int]:
    """Give the numbers of the speakers who can be the one named."""
    if not name:
        return frozenset()
    asked = Asked(name)
    return frozenset(
        number
        for number, label in enumerate(tapes.speakers)
        if label is not None and asked.shares_word(label) and _fits(asked, label) is True
    )


def _fits(asked: Asked, label: str) -> bool | None:
    """Can a label of a turn be the one asked for? None where it names nobody ("Speaker 2")."""
    if label.casefold() == asked.name.casefold():
        return True
    name = speaker_name(label)
    if name is None:
        return None
    return asked.fit(person(Asked(name).name)) != "no"


def _verdict(
    tapes: Tapes, claim: Claim, wording: Wording, found: list[Findings], weak: float
) -> Verdict:
    differences = [each for part in found for each in part.differences]
    joins = _between(tapes, wording, found)
    differences += joins
    joined = any(each.joined for each in found) or any(each.kind == "join" for each in joins)
    cut = cut_off.before(tapes, wording, found[0], weak=weak)
    cut += cut_off.behind(tapes, wording, found[-1], weak=weak)
    differences += cut
    differences += _brackets(wording, differences)
    silent = any(part.unmarked for part in found)
    silent |= any(each.unsure is None for each in cut)
    silent |= any(each.kind == "cut" and each.start not in _marks(wording) for each in joins)
    marked = wording.is_marked or any(part.marked for part in found)
    differences.sort(key=lambda each: (each.start, each.end))
    differences = _with_moved_no(wording, differences)
    label = _label(differences, joined=joined, left_out=silent or marked)
    evidence = all_evidence(tapes, found, joined=joined, weak=weak)
    if label == "typographic" and _is_verbatim(wording, evidence[0].span):
        label = "verbatim"
    why = WHY[label]
    if label == "uncertain":
        why += _hear_it(differences)
    if claim.speaker and evidence[0].speaker is None:
        why += UNNAMED
    verdict = Verdict(
        claim,
        label,
        why,
        omission="silent" if silent else "marked" if marked else None,
        meaning_changed=any(each.changes_meaning for each in differences),
        evidence=evidence,
        differences=tuple(differences),
    )
    return with_speaker(verdict, tapes.speakers)


def _with_moved_no(wording: Wording, differences: list[Difference]) -> list[Difference]:
    """Let "have no time" for "do not have time" change no sense: the negation moved over a verb."""
    found = list(differences)
    for at, (one, other) in enumerate(pairwise(differences)):
        between = sum(one.end <= start < other.start for start in wording.starts)
        is_moved = one.kind == other.kind == "negation" and one.start == one.end and between == 1
        if is_moved and other.source is None and plain(other.text) == "no":
            found[at : at + 2] = (replace(each, changes_meaning=False) for each in (one, other))
    return found


def with_speaker(verdict: Verdict, known: Iterable[str | None] = ()) -> Verdict:
    """Give a verdict on words as one on whose they are, too, by who speaks in the evidence.

    A name that is misspelt is another name, and nobody else's.

    Args:
        known: Names of others in the source: whoever the draft names may be one of these.
    """
    claim, speaker = verdict.claim, verdict.evidence[0].speaker
    if not is_another(claim, speaker):
        return verdict
    named = claim.speaker or ""
    others = (each for each in known if each is not None)
    if are_one_misspelt(named, speaker or "") and not any(_fits(Asked(named), e) for e in others):
        why = f"{verdict.why}; the source spells the name {speaker}"
        differences = (*verdict.differences, Difference("name", 0, 0, named, None))
        return replace(verdict, why=why, differences=differences)
    differences = (*verdict.differences, Difference("speaker", 0, 0, named, None))
    if verdict.label not in FAITHFUL and verdict.label != "uncertain":
        return replace(verdict, differences=differences)
    why = f"the words are {speaker}'s"
    if verdict.label in ("trimmed", "uncertain"):
        why += f"; {verdict.why.removesuffix(UNNAMED)}"  # that fault stands beside this one
    return replace(verdict, label="misattributed", why=why, differences=differences)


def is_chance(verdict: Verdict) -> bool:
    """Are so many words other than another's that it is only a way that people talk?"""
    wording = read_wording(verdict.claim.text)
    changed = [each for each in verdict.differences if each.start < each.end]
    others = sum(any(one.start <= at < one.end for one in changed) for at in wording.starts)
    return len(wording) - others - _CHANGE * len(changed) < _ELSEWHERE * len(wording)


def without(verdict: Verdict, others: Collection[Difference]) -> Verdict:
    """Give a verdict as it is when some of what seems left out is nothing that was said."""
    rest = tuple(each for each in verdict.differences if each not in others)
    silent = any(each.start == each.end and each.kind not in _NO_OMISSION for each in rest)
    marked = verdict.omission == "marked" or read_wording(verdict.claim.text).is_marked
    label = _label(list(rest), joined=verdict.label == "spliced", left_out=silent or marked)
    if label == "typographic" and _is_verbatim(
        read_wording(verdict.claim.text), verdict.evidence[0].span
    ):
        label = "verbatim"
    return replace(
        verdict,
        label=label,
        why=verdict.why.replace(WHY[verdict.label], WHY[label]),
        omission="silent" if silent else "marked" if marked else None,
        meaning_changed=any(each.changes_meaning for each in rest),
        differences=rest,
    )


def _label(differences: list[Difference], *, joined: bool, left_out: bool) -> Label:
    if joined:
        return "spliced"
    if any(_alters(each) for each in differences if each.unsure is None):
        return "altered"
    if any(each.unsure for each in differences):
        return "uncertain"
    if left_out:
        return "trimmed"
    return "cleaned" if differences else "typographic"


def _hear_it(differences: list[Difference]) -> str:
    """Say where on the recording the differences stand that are in doubt."""
    doubts = [each.unsure for each in differences if each.unsure is not None]
    times = dict.fromkeys(clock(each.begins) for each in doubts if each.begins is not None)
    return f": hear it yourself at {', '.join(times)}" if times else ": hear it yourself"


def _alters(found: Difference) -> bool:
    """Are these words that were not said, or a negation that was?"""
    if found.kind in ("bracket", "cleaned", "join", "speaker"):
        return False
    return found.kind == "negation" or found.start < found.end


def _is_verbatim(wording: Wording, span: Span) -> bool:
    claimed = wording.text[wording.starts[0] : wording.ends[-1]]
    return " ".join(claimed.split()) == " ".join(span.text.split())


def _marks(wording: Wording) -> set[int]:
    """Give where, in the claim's text, the words before an ellipsis end."""
    return {wording.ends[token - 1] for token in wording.breaks}


def _brackets(wording: Wording, differences: list[Difference]) -> list[Difference]:
    """Give the brackets that stand for no words of the tape."""
    known = {each.start for each in differences if each.kind == "bracket"}
    return [
        Difference("bracket", start, end, wording.text[start:end])
        for start, end in wording.brackets.values()
        if start not in known
    ]


def _between(tapes: Tapes, wording: Wording, found: list[Findings]) -> list[Difference]:
    """Give what lies between the pieces: a cut where it is little, else a join."""
    differences = []
    for one, other in pairwise(found):
        token = other.piece.first
        marked = token in wording.breaks
        (_, ends), (begins, _) = one.span_tokens, other.span_tokens
        near = one.piece.stretch.tape == other.piece.stretch.tape and ends <= begins
        kind: DifferenceKind = "join"
        source: Span | None = None
        if near and begins - ends <= (JOINED_MARKED if marked else JOINED):
            stretch = tapes.stretch(one.piece.stretch.tape, ends, begins)
            others = _others(tapes, stretch, one)
            kind = "join" if others > (TURN_MARKED if marked else INTERJECTION) else "cut"
            source = tapes.span(stretch, 0, len(stretch.ids)) if stretch.ids else None
        differences.append(difference(wording, kind, token, token, source, False))
    return differences


def _others(tapes: Tapes, stretch: Stretch, found: Findings) -> int:
    """How many words of a stretch are another's than who speaks in a piece?"""
    if found.said is None or not stretch.ids:
        return 0
    start, end = stretch.offset + stretch.starts[0], stretch.offset + stretch.ends[-1]
    turns = tapes.said(stretch.tape, start, end)
    places = [stretch.offset + start for start in stretch.starts]
    return sum(
        bisect_left(places, turn.end) - bisect_left(places, turn.start)
        for turn in turns
        if turn.speaker != found.said.speaker
    )


def is_another(claim: Claim, speaker: str | None) -> bool:
    """Is this label of a turn certainly not whom the claim names?"""
    if not claim.speaker or speaker is None:
        return False
    return _fits(Asked(claim.speaker), speaker) is False
