"""One or two words: where the same speaker says them, close to words that were found.

In: the words, and where words beside them in the draft stand. Out: their place, or None. Anywhere
else so few words would be found by chance.
"""

from __future__ import annotations

from onix.alignment import tokenise
from onix.model import Evidence
from onix.verify.tapes import Tapes
from onix.verify.wordings import read_wording

_NEAR = 400  # tokens on either side


def find_few(tapes: Tapes, text: str, beside: Evidence) -> Evidence | None:
    """Give where the words stand near others that the same speaker said there."""
    wanted = read_wording(text).numbers
    numbers = [at for at, tape in enumerate(tapes.all) if tape.id == beside.span.document_id]
    if not wanted or not numbers:
        return None
    number = numbers[0]
    token = tapes.token_at(number, beside.span.start)
    many = len(tokenise(beside.span.text))
    stretch = tapes.stretch(number, token - _NEAR, token + many + _NEAR)
    middle = token - stretch.first
    places = [
        at
        for at in range(len(stretch.ids) - len(wanted) + 1)
        if stretch.ids[at : at + len(wanted)] == wanted
    ]
    for at in sorted(places, key=lambda at: abs(at - middle)):
        span = tapes.span(stretch, at, at + len(wanted))
        said = tapes.said(number, span.start, span.end)
        if not said or said[0].speaker == beside.speaker:
            turn = said[0] if said else None
            speaker = None if turn is None else turn.speaker
            begins = tapes.second(number, span.start, turn)
            return Evidence(span, speaker, begins, beside.title, beside.published)
    return None
