"""Who said what: in come a document's sentences and names, out come its quotations.

It joins what stands between quote marks (`quotemarks`), the sentences read for who says what
(`drafts`) and who the sources are (`speakers`); nothing is decided here but how they meet.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onix.model import Document, Mention, Quote, Span
from onix.reading.grammar.quotemarks import Piece, find_pieces, mask, paragraphs
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.units import find_units
from onix.reading.quotes.answers import find_answers
from onix.reading.quotes.circumstances import find_settings
from onix.reading.quotes.draft import Draft, outermost_first
from onix.reading.quotes.drafts import Reading
from onix.reading.quotes.interviews import find_interview
from onix.reading.quotes.nested import with_nested, with_retold
from onix.reading.quotes.repeated import name_repeated
from onix.reading.quotes.turns import quotes_of_turns
from onix.reading.quotes.works import is_name
from onix.reading.speakers.choices import Learned
from onix.reading.speakers.speakers import Speakers


def find_quotes(
    document: Document,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
) -> tuple[Quote, ...]:
    """Give everything that is quoted or reported in a document, in the order of the text."""
    return find_speech(document, sentences, mentions)[0]


def find_speech(
    document: Document,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
) -> tuple[tuple[Quote, ...], tuple[Mention, ...]]:
    """Give what is quoted or reported in a document, and whom pronouns and descriptions mean.

    A transcript's turns are its quotes. In other documents: (1) marked strings are found;
    (2) sentences are read for cues, sources and reported words; (3) marked strings without a cue
    go to whoever was led in or spoke last, or to nobody; (4) sources become names; (5) the words
    around say to whom and on what occasion; (6) what is quoted inside of quotations is added. What
    the quotes go back to, and the hedges that touch them, are hung on later (`grounds`).
    """
    if document.turns:
        return tuple(quotes_of_turns(document)), ()
    drafts, speakers = draft_quotes(document, sentences, mentions)
    drafts = with_nested(document, sentences, drafts, speakers.sourced)
    return tuple(_finish(document, draft) for draft in drafts), tuple(speakers.meant())


def draft_quotes(
    document: Document,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    learned: Learned | None = None,
) -> tuple[list[Draft], Speakers]:
    """Give the quotes of a document in the making, and what it was decided by who speaks in them.

    Args:
        learned: How much the signs of a candidate say; what comes with Onix when left out.
    """
    text = document.text
    parts = paragraphs(text)
    marked = find_pieces(text, parts)
    names = {piece for piece in marked if is_name(text, piece)}
    pieces = [piece for piece in marked if piece not in names]
    interview = find_interview(text, parts)
    masked = interview.without_labels(mask(text, marked, names=names))
    units = interview.behind_labels(find_units(text, parts, pieces, sentences))
    drafts = interview.with_turns(Reading(document, masked).read(units), masked, units)
    drafts.sort(key=outermost_first)
    _without_titles(drafts, names)
    answers = find_answers(mask(text, marked), parts)
    speakers = Speakers(document, mentions, masked, units, learned, interview, answers)
    speakers.name(drafts)
    name_repeated(text, drafts)
    # What an interviewer without a name asks in no marks is no quotation.
    drafts = [draft for draft in drafts if draft.marked or draft.speaker or draft.kind != "direct"]
    drafts = sorted(with_retold(drafts, masked, speakers), key=outermost_first)
    titles = [(each.outer_start, each.outer_end) for each in marked if each in names]
    settings = find_settings(text, masked, units, drafts, speakers.sourced.whom, titles)
    for draft, setting in zip(drafts, settings, strict=True):
        draft.setting = setting
    return drafts, speakers


def _without_titles(drafts: Sequence[Draft], names: Collection[Piece]) -> None:
    """Leave out sources that are but words of a title: 'the film “Low Tide in Leith,” said'.

    A programme that is named in marks may report something: “Low Tide” reported that it rained.
    """
    for draft in drafts if names else ():
        if draft.source is None:
            continue
        start, end = draft.source
        title = next((each for each in names if each.start <= start and end <= each.end), None)
        if title is None:
            continue
        cue = draft.cue or (start, start)
        beside = cue[0] - title.outer_end == 1 or title.outer_start - cue[1] == 1
        if title.start != start or not beside:
            draft.source = None


def _finish(document: Document, draft: Draft) -> Quote:
    def spans(regions: Sequence[Region | None]) -> tuple[Span, ...]:
        return tuple(document.span(*region) for region in regions if region is not None)

    return Quote(
        kind=draft.kind,
        content=spans(draft.content),
        marked=spans(draft.marked),
        cue=spans([draft.cue]),
        source=spans([draft.source]),
        speaker=draft.speaker,
        addressee=draft.setting.addressee,
        occasion=None if draft.setting.occasion is None else document.span(*draft.setting.occasion),
        confidence=draft.confidence,
        candidates=draft.candidates,
    )
