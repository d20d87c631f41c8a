"""Whom "he" means within a sentence: a pronoun in, whom the sentence is about or nobody out.

"Lund frowned as he left" is about Lund, whoever else is named in it. It is its own file because
grammar settles it, where all else is weighed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence, Set

from onix.model import Mention
from onix.reading.grammar.function_words import cue_classes
from onix.reading.grammar.sentence_words import Region
from onix.reading.speakers.memory import Memory, Place
from onix.reading.words import sections

_BOTH = re.compile(r",?\s+(?:and|or)\s+")
_LEAD = 40  # characters before a pronoun that tell if its clause begins there
_REACH = 400  # characters of a sentence
# "… as |he| left", "…, and |he| also said", "… in which |he| said"
_JOINED = re.compile(
    r"(?:^|[\s(—-])(?:as|when|while|where|whether|because|since|although|though|if|after|before|"
    r"until|and|but|which|what|whom|how|why|so|that)\s+(?:then |also |later |now )?\Z",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:(?:And|But|Then)\s)?"
    r"(?i:Although|Though|When|While|As|If|After|Before|Because|Since|Once)\s"
    r"(?:[A-Z][\w.’'-]*\s){0,3}"
)
_BEHIND_COMMA = re.compile(r",\s\Z")
# "Lund calls that hindsight: until May, |he| says, …"
_BEHIND_COLON = re.compile(r"[:;]\s(?:[^,;:\n\x01]{1,60},\s)?\Z")
_BEHIND_MARKS = re.compile(r"[:,]\s?\x01+\W*\Z")
_BESIDE = re.compile(r"\s(?:[a-z]+\s){1,2}")
# A clause of its own: "|He| said", "But |he| said", "Lund left, and |he| said", "“…,” |he| said".
_OWN_CLAUSE = re.compile(
    r"(?:\A\s*(?:(?:And|But|Then|Still|Yet|Later|Instead)\s)?|,\s(?:and|but)\s|\x01\W*)\Z"
)
# What ends it: "He left|, according to Lund", "He left| when Lund did".
_CLAUSE_ENDS = re.compile(
    r"[;:()—–\n]\s|\x01\s(?=[A-Z])|,\s(?:according|and|but|then|who|whose|which)\b|\s(?:because|when|while|after|before|if|as|until"
    r"|and)\s"
)
# "Lund told Roe, who said no, though |he added|"
_ADDS = re.compile(r"s?he (?:then |later |quickly )?(?:added|adds|continued|continues)\b")
# "the Lund brand", "Lund Tower", "Lund-branded": it is not he.
_PART = re.compile(r"-|\s(?:[A-Z]|brand\b)|[’']s?\s[A-Z]")
_IS = re.compile(r"(?:[’']s|\s(?:is|was))\s\Z")
_IN = re.compile(r"\s*(?:(?:And|But)\s)?(?i:At|During|In|On|Throughout)\s(?:[A-Z][\w.]*\s){0,2}")
_OWN = frozenset(sections("documents")["own"])
_OWN_REACH = 4  # words: "In |Lund’s first written order|"


def sentence_subject(
    at: int, fits: Container[str], said: Sequence[Region], memory: Memory, masked: str
) -> str | None:
    """Give whom the sentence is about so far, if nobody else who fits does anything in it.

    Args:
        said: What the pronoun is the source of; who is named in it is another.
    """
    begin = memory.sentence_to(at)[0]
    if at - begin > _REACH:
        return None
    last = memory.turns[-1] if memory.turns else None
    if said and last and last.position >= begin and last.name in fits and _ADDS.match(masked, at):
        return last.name  # "Lund told Roe, who said no, though |he| added …"
    places = [place for place in memory.between(begin, at) if place.who(fits) in fits]
    if not places:
        return None
    first, name = places[0], places[0].who(fits)
    lead = masked[begin:at]
    if len(places) == 1 and first.owned and _led_by_own(masked, begin, first, at):
        return name
    if not first.subject:
        return None
    # "Lund recalls it otherwise: he was asked, |he| says" tells what he says behind the colon.
    told = _BEHIND_COLON.search(lead)
    opens = begin + told.start() if told else begin
    if any(max(start, opens) <= first.start < end for start, end in said):
        # "Lund would have gone, |he| says" is about himself where he has the word.
        alone = all(each.who(fits) == name for each in places)
        return name if alone and last is not None and last.name == name else None
    if any(each.who(fits) != name and (each.subject or each.opens) for each in places):
        return None
    # "Lund turned on Roe after |he| left" may be about Roe.
    if places[-1].who(fits) != name and _BESIDE.fullmatch(masked, places[-1].end, at):
        return None
    if _LED.fullmatch(masked, begin, first.start) is not None:
        # "And as Lund looked back |he| said": nobody else is named.
        alone = bool(said) and len(places) == 1
        return name if alone or _BEHIND_COMMA.search(lead) else None
    behind = _BEHIND_MARKS.search(lead) or _JOINED.search(lead) or _says(lead)
    colon = None if first.pronoun else told
    return name if first.opens and (behind or colon) else None


def _led_by_own(masked: str, begin: int, owner: Place, at: int) -> bool:
    """Is somebody named as whose words lead in what they say: "In |Lund|’s order, she said"?"""
    if _IN.fullmatch(masked, begin, owner.start) is None:
        return False
    behind = masked[owner.end : at]
    noun, comma, rest = behind.partition(",")
    words = [word for word in noun.split() if word not in ("’s", "'s")]
    own = next((k for k, word in enumerate(words) if word in _OWN), None)
    return own is not None and own < _OWN_REACH and bool(comma) and not rest.strip()


def named_behind(source: Region, fits: Container[str], memory: Memory, masked: str) -> Set[str]:
    """Give who is named behind a pronoun whose clause it opens: "|He| said that Lund left".

    Nobody who was "he" is called by his name further on in that clause: he is not Lund.
    """
    start, end = source
    unit = memory.unit_at(start)
    begin = memory.begins(unit)
    lead = masked[begin:start] if start - begin < _LEAD else f"… {masked[start - _LEAD : start]}"
    if _OWN_CLAUSE.search(lead) is None:
        return frozenset()
    last = min(memory.begins(unit + 1) or len(masked), end + _REACH)
    ends = _CLAUSE_ENDS.search(masked, end, last)
    behind = memory.named(end, last if ends is None else ends.start())
    return {
        place.who(fits)
        for place in behind
        if place.who(fits)
        and not _PART.match(masked, place.end)
        and not _IS.search(masked, max(end, place.start - 5), place.start)
    }


def _says(lead: str) -> bool:
    """Is the last word one of saying: "Lund, who runs the mill, |said| he would sell"?"""
    word = lead.rstrip().rpartition(" ")[2]
    return "say" in cue_classes().get(word, ())


def named_beside(
    name: str, fits: Container[str], at: int, mentions: Sequence[Mention], masked: str
) -> str | None:
    """Give who fits, too, and was named in one breath: "were Tom Reyes and Mark Dunn. He"."""
    last = bisect_left(mentions, at, key=_start) - 1
    while last > 0 and mentions[last].name != name:
        last -= 1
    for one, other in ((last - 1, last), (last, last + 1)):
        if one < 0 or other >= len(mentions) or _start(mentions[other]) >= at:
            continue
        between = masked[mentions[one].span.end : _start(mentions[other])]
        beside = mentions[one if other == last else other]
        if _BOTH.fullmatch(between) and beside.name in fits:
            return beside.name if beside.name != name else None
    return None


def _start(mention: Mention) -> int:
    return mention.span.start
