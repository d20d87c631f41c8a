"""Voices that stand in no quotation: a line in, who else it has something from out.

What a speaker of a transcript has from another ("Kestrel says in its report that …") is that one's,
and what is so in somebody's view, or is somebody's idea, is from that one. It is its own file
because the reader gives a turn whole to its speaker, and reads views as no statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onix.model import Span
from onix.reading.grammar.function_words import PRONOUNS
from onix.reading.grammar.quotemarks import mask_quotations
from onix.reading.names.origins import is_outlet_by_form
from onix.reading.quotes.attribution import attribute
from onix.reading.words import verb_forms
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.voice import Voice, key_of_name, voice_named

_SURE = 0.8  # how sure an attribution has to be
_JOINT = re.compile(r";\s|,\s(?:and|but|while)\s")
_OPINION = (
    r"(?:view|opinion|judge?ment|eyes|assessment|estimation|estimate|reckoning|telling|account"
    r"|calculations?|figures)"
)
_WISH = r"(?:idea|proposal|suggestion|wish|demand|request|plan)"
_MANY = r"[a-z-]+\s(?:million|billion|hundred|thousand)"
_WHO = r"(?P<who>(?:[\w’'-]+\s){0,4}[\w’-]+)"
_VIEWS = (
    re.compile(rf"\b(?:[Ii]n|[Bb]y|to)\s{_WHO}['’]s?\s(?:own\s)?{_OPINION}\b"),
    re.compile(rf"\b(?:[Ii]n|[Bb]y|to)\sthe\s{_OPINION}\sof\s{_WHO}(?=[,.;]|$)"),
    re.compile(rf"(?:^|(?<=[,;]\s)){_WHO}\sputs?\s[^,;.]{{3,60}}\sat\s(?=\S*\d|{_MANY})"),
    re.compile(rf"\b(?:was|is)\s(?:the|an)\s{_WISH}\sof\s{_WHO}(?=[,.;]|$)"),
    re.compile(rf"(?<=,\s)to\shear\s{_WHO}(?:\stell\sit)?(?=[,.;]|$)"),
)


def passed_on(line: Line) -> Iterator[Voice]:
    """Give whom the speaker of a turn has something from."""
    text = line.span.text
    for each in attribute(mask_quotations(text), 0, len(text)):
        if each.source is None or each.carried or each.confidence < _SURE:
            continue
        source = _span(line, *each.source)
        words = words_in(source.text)
        if not words or words[0] in PRONOUNS or words[-1] in PRONOUNS:
            continue
        cue = text[slice(*each.cue)].lower()
        is_printed = source.text[:1].isupper() and cue in verb_forms("facts", "printed")
        for start, end in each.content:
            content = _span(line, start, end)
            voice = voice_named(line, source, content)
            if is_printed and (voice is None or is_outlet_by_form(source.text)):
                voice = Voice(source, key_of_name(source.text), line.span, "outlet")
            if voice is not None:
                yield voice


def views_in(line: Line) -> Iterator[Voice]:
    """Give in whose view a line tells something, and whose idea it is."""
    for shape in _VIEWS:
        for found in shape.finditer(line.span.text):
            who = _span(line, *found.span("who"))
            clause = _told_beside(line, _span(line, *found.span()))
            voice = None if line.is_quoted(who) else voice_named(line, who, clause)
            if voice is not None:
                yield voice


def _told_beside(line: Line, view: Span) -> Span:
    """Give what is so in somebody's view: the clause around it, or between semicolons."""
    text, first = line.span.text, view.start - line.span.start
    begin = max((each.end() for each in _JOINT.finditer(text, 0, first)), default=0)
    end = text.find(";", view.end - line.span.start)
    return _span(line, begin, end if end >= 0 else len(text))


def _span(line: Line, start: int, end: int) -> Span:
    return line.document.span(line.span.start + start, line.span.start + end)
