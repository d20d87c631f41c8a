"""What ties a quotation to somebody without a listed verb: in comes a sentence, out comes who.

Headlines and labels ("Name: …"), any verb at all beside a quotation ("…,” barked the mayor"),
what stands behind one ("…” is how Reyes put it"), in whose words or view something is “a disaster”,
and the one whom a clause that leads up to a quotation is about.
It is its own file because these ties are weaker than those of `attribution`, and asked for later.
"""

from __future__ import annotations

import re

from onix.reading.grammar.function_words import (
    ARTICLES,
    AUXILIARIES,
    COORDINATORS,
    PAST,
    cue_classes,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.verbs import PHRASAL, SPEAKING, read_verb
from onix.reading.names.namings import is_outlet
from onix.reading.names.origins import DAYS, is_outlet_by_form
from onix.reading.names.persons import nouns_in
from onix.reading.quotes.contents import OPENERS, rest_is_light
from onix.reading.quotes.statements import Attribution
from onix.reading.quotes.voices import KEPT_UP, NOBODY, can_speak
from onix.reading.words import one_of, verb_forms

_LOOK_BACK = 400
# "Reaction from Ann Lee:", "A short message from the mayor, Ann Lee:", "This from Ann Lee:"
_FROM = re.compile(
    r"\s*(?:[•*·–—-]\s*)*(?:\d{1,2}[.:]\d\d\s+)?"
    r"(?:(?:(?:(?:An?|The|Some|More|First|Further)\s+)?(?:[a-z]+\s+){0,2}?"
    r"(?i:reaction|response|reply|statement|message|comment|words|warning|tweet|post|note|this|more)"
    r"\s+(?:here\s+)?from\s+(?:(?:the|its|our)\s+[\w’'-]+(?:\s[\w’'-]+){0,3},\s+)?)|From\s+|Said\s+)?"
    r"(?P<who>(?:the\s+)?[\w.’' -]{2,40}):\s*$"
)


def subject_before(masked: str, start: int, end: int, position: int) -> Region | None:
    """Give the words the clause before `position` is about: who a lead-in leads to."""
    label = _FROM.match(masked, start, min(position, start + _LOOK_BACK))
    if label is not None and label.end() == position and _is_label(label.group("who")):
        return label.span("who")
    sentence = Sentence(masked, max(start, position - _LOOK_BACK), min(end, position + 1))
    before = next((k for k, at in enumerate(sentence.starts) if at >= position), len(sentence))
    opens = len(sentence) > 0 and sentence.words[0] in OPENERS and sentence.word(before - 1) == ","
    if opens and "," not in sentence.words[: before - 1]:
        return None  # "If the rest give up, “it is over”": whose words these are was said before
    opening = sentence.opening(before) if before else None
    if opening is None or not can_speak(sentence, opening):
        return None
    return None if sentence.words[opening[0]] in NOBODY else sentence.offsets(opening)


_LONGEST_NAMED = 5  # words: "the council leader Ann Lee"
_NAME = re.compile(r"(?<!\w)(?!(?:The|An?|Th(?:is|at|ese|ose)|Some|Many|Most|All|No)\b)[A-Z][a-z]+")


def named_before(masked: str, start: int, end: int, last: Region | None) -> Region | None:
    """Give who is named in the sentence right before words that stand alone: Dunn was glad. “…”

    Args:
        last: Who spoke last. None is given where it is the same.
    """
    source = subject_before(masked, start, end, end)
    if source is None or _NAME.search(masked, *source) is None:
        return None
    words = masked[slice(*source)].split()
    is_same = last is not None and masked[slice(*last)].split()[-1] in words
    return source if len(words) <= _LONGEST_NAMED and not is_same else None


def _is_label(words: str) -> bool:
    """Can words before a colon name somebody: not "And again Wednesday", "The theme was"?"""
    low = words.lower().split()
    return low[0] not in COORDINATORS and (AUXILIARIES | PAST).isdisjoint(low)


_OWNER = re.compile(
    r"((?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w-]*[’']s|\b(?:[Hh]is|[Hh]er|[Tt]heir))\s+(?:\w+\s+){0,2}"
    r"(?:words|answer|reply|response|message|remark|comment|statement|warning|line|question|slogan|"
    r"motto|chants?|tweet|post|note|advice|verdict)\b[^.!?\x01]{0,40}$"
)


def owner_before(masked: str, start: int, position: int) -> Region | None:
    """Give whose words a clause leads up to: "the mayor’s answer was “…”"."""
    match = _OWNER.search(masked, max(start, position - _OWNER_REACH), position)
    if match is None:
        return None
    before = masked[start : match.start()].split()
    kept = match.group(1).lower() in ("his", "her", "their") and before and before[-1] in KEPT_UP
    return None if kept else match.span(1)


_OWNER_REACH = 120


def reacting(masked: str, start: int, end: int) -> Region | None:
    """Give who speaks or reacts in a sentence without a quotation: "Reyes shrugged."."""
    sentence = Sentence(masked, start, min(end, start + _LOOK_BACK))
    last = _last_verb(sentence)
    if last is not None:
        return last
    for first in [0, *(k + 1 for k, word in enumerate(sentence.words) if word == ",")]:
        subject = sentence.clause(first)
        if subject is not None and sentence.words[subject[0]] not in NOBODY:
            verb = sentence.word(subject[1] + 1)
            reacts = cue_classes().get(verb, frozenset()) & {"say", "quote"}
            return sentence.offsets(subject) if reacts else None
    return None


def _last_verb(sentence: Sentence) -> Region | None:
    """Give the subject of a verb of saying that ends a sentence: "Her friend, 20, chimed in."."""
    for index in range(len(sentence) - 1, max(-1, len(sentence) - _LAST_WORDS), -1):
        word = sentence.words[index]
        particle = sentence.word(index + 1) in PHRASAL.get(word, ())
        classes = frozenset({"say"}) if particle else cue_classes().get(word, frozenset())
        if classes & SPEAKING and rest_is_light(sentence, index + 1 + particle) >= len(sentence):
            verb = read_verb(sentence, index, classes)
            if verb is None or verb.subject is None or verb.participle:
                return None
            return sentence.offsets(verb.subject)
    return None


_LAST_WORDS = 8
_PERSON = (
    r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[A-Z][\w.-]*[’']s)\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+"
    r"|(?:[A-Z][\w.’'-]*\s+){0,7}[A-Z][\w’'-]*|[Hh]e|[Ss]he|[Ii]t|[Tt]hey)(?:\s+(?:in|on)\s+(?:the\s+)?[\w’'-]+)?"
)
# "the late biologist Ann Lee"
_TITLED = r"(?:the\s+)?(?:[a-z-]+\s+){1,5}(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]*"
# "the owner of the fish market", "the head of the union in Halden"
_PERSON_OF = (
    rf"{_PERSON}(?:\s+(?:of|for|in|on|at|from)\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+){{0,2}}"
)
_VERB_OF_ANY = (
    r"(?:[a-z]{3,}ed|[a-z]{3,}(?<!s)s|went\s+on|shot\s+back|began|laughed|put\s+it"
    r"|(?:cut|put|broke)\s+in|reads?|wrote|thought)"
)
_END = (
    r"(?=\s*(?:[,.;\x01]|$)"
    r"|\s+(?:of|in|on|at|who|as|to|from|with|when|while|after|before|during|about)\b)"
)
_BESIDE = re.compile(
    rf"\s*(?:(?P<verb>{_VERB_OF_ANY}|c[ao]mes?)\s+(?P<after>{_PERSON}){_END}"
    rf"|(?P<before>(?P<post>(?:[a-z-]+\s+){{1,5}}(?=[A-Z]))?{_PERSON})\s+(?P<last>{_VERB_OF_ANY})(?=[\s,.;]))"
)
_BESIDE_REACH = 100
_RELATIVE = re.compile(r"\s(?:that|which|who)\s")


def beside(masked: str, start: int, end: int) -> tuple[Region, Region] | None:
    """Give cue and source where any verb stands beside a quotation: “…,” barked the mayor."""
    match = _BESIDE.match(masked, start, min(end, start + _BESIDE_REACH))
    if match is None or _RELATIVE.search(match.group()):
        return None
    post = (match.group("post") or "").split()
    if post and not (post[0] in ARTICLES or nouns_in(post[-1])):
        return None
    if not AUXILIARIES.isdisjoint((match.group("before") or "").lower().split()):
        return None  # “…” the show is expected to run
    if match.group("verb"):
        return match.span("verb"), match.span("after")
    return match.span("last"), match.span("before")


_VIEW = r"(?:view|views|words|word|opinion|eyes|telling|mind|estimation|judgment|phrase)"
# "believed in her judgment" is no view of hers
_AT_EDGE = r"(?:(?<![a-z] )\b|(?<=\b(?:is|as) )|(?<=\b(?:was|but|and) )|(?<=\bthat ))"
_VIEWED = re.compile(
    rf"\b[Ii]n\s+the\s+words\s+of\s+(?P<of>{_PERSON})"
    rf"|{_AT_EDGE}[Ii]n\s+(?P<owner>(?:[A-Z][\w.-]*\s+){{0,3}}[A-Z][\w-]*[’']s|his|her|their)\s+{_VIEW}\b"
)
_WORDED = (
    r"[Ii]n\s+(?P<whose>(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w-]*[’']s|his|her|their)\s+(?:own\s+)?"
    r"(?P<words>words|phrase|phrasing|telling)"
)
_WORDED_BEFORE = re.compile(rf"{_AT_EDGE}{_WORDED}[,:]?\s+$")
_WORDED_BEHIND = re.compile(rf",?\s+{_WORDED}(?![\w’'-])")
_TO = re.compile(r"\s*(?:To|For)\s+(?P<to>(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w’'-]*),")
_SEEN = re.compile(
    rf"\b(?:seen|viewed|regarded|described|called|dismissed|hailed|denounced|portrayed|labell?ed)"
    rf"\s+by\s+(?P<seen>{_PERSON}|[a-z]+s)\s+(?:[^,;:\x01]{{0,30}}\s)?as\s+(?:being\s+)?(?:an?\s+|the\s+)?$"
    rf"|\b[Aa]s\s+(?P<as>{_TITLED}|{_PERSON_OF})\s+(?:once\s+)?(?:puts?|described|called|termed|phrased|sum(?:s|med))\s+"
    rf"(?:it|him|her|them)\b(?:\s+up)?(?:[,:]?[^.;:\x01]{{0,12}}|\s(?:in|on|at|to|during)\s[^,.;:\x01]{{1,60}},\s*)$"
)
_BY = re.compile(rf"\s*by\s+(?P<by>{_PERSON}|[a-z]+s\b)")
_AS_CALLED_BY = re.compile(
    r"\s*[^.;:!?\x01]{0,60}?[,(—–-]\s*as\s+(?:(?:it|he|she|they)\s+(?:was|were|is|are)\s+)?"
    r"(?:described|called|termed|phrased|put|characteri[sz]ed|labell?ed|dubbed|branded|noted)"
    r"\s+by\s+(?P<called>(?:[A-Za-z][\w.-]*\s+){0,5}?(?:[A-Z][\w.’'-]*\s+){1,3}(?:[A-Z][\w’'-]*)"
    rf"|{_PERSON})"
)
_CALLED = re.compile(
    r"\b(?:called|described|labell?ed|dubbed|branded|denounced|dismissed|hailed|praised|seen|"
    r"derided|mocked|criticized|characterized|known|condemned|cast|touted)\b[^.;:\x01]{0,60}$"
)


_REPLY = r"(?:answer|reply|response|retort|message|verdict|refrain|slogan|motto|mantra|chant)"
_WORD_FROM = r"(?:advice|plea|view|warning|word)"
_CRY = r"(?:shouts?|cr(?:y|ies)|calls?|chants?|yells?|boos|whispers?|voices?)"
_SAYS = r"(?:say|saying|tell|telling|ask|asking|put\s+it)"
_BEHIND = re.compile(
    rf"\s*(?:"
    rf"(?:(?:is|was)\s+how|as)\s+(?P<how>{_PERSON})(?:,[^\x01]{{1,120}},)?\s+"
    rf"(?:puts?\s+it|(?:called|calls|dubbed|termed)\s+(?:it|him|her|them)\b|(?:likes?|liked|loves?|used)\s+to\s+say|(?:once|often)?\s*(?:says|said|described\s+it))"
    rf"|(?P<fond>{_PERSON})\s+(?:(?:is|was)\s+(?:fond\s+of|heard(?:\s+to)?)|(?:likes?|loves?|liked|used)\s+to)"
    rf"\s+{_SAYS}"
    rf"|(?:came|was|is)\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+)?(?:{_REPLY}|{_CRY})\s+(?:from|of|by)"
    rf"\s+(?P<reply>{_PERSON})"
    rf"|[,—–-]*\s*that(?:[’']s|\s+(?:is|was))\s+(?:the\s+)?(?:{_REPLY}|{_WORD_FROM})\s+(?:from|of)"
    rf"\s+(?P<from>{_PERSON})"
    rf"|(?:became|is|was)\s+(?P<own>(?:[A-Z][\w.-]*\s+){{0,3}}[A-Z][\w-]*[’']s|his|her|their)\s+"
    rf"(?:[a-z]+\s+)?{_REPLY}"
    rf"|(?:is|was)\s+all\s+(?P<all>{_PERSON})\s+(?:would|could|had\s+to|wanted\s+to|was\s+willing\s+to)"
    rf"\s+(?:say|add|offer|reply|answer)\b"
    rf"|[—–-]{{1,2}}\s*(?P<sign>(?:[A-Z][\w.’'-]*\s+){{1,3}}[A-Z][\w’'-]*)\s*(?:$|[,(])"
    rf")"
)


def signed(masked: str, start: int, end: int) -> Region | None:
    """Give who stands behind a quotation other than as the subject of a verb of saying.

    As in: “…” is how Reyes put it; “…,” came the reply from Reyes; “…” — Tom Reyes.
    """
    match = _BEHIND.match(masked, start, min(end, start + _LOOK_BACK))
    return None if match is None else match.span(match.lastgroup or 0)


# "-- Tarn legend Ann Lee, announcing that …", "– Rep. Odd Roe of Ohio, on the tax", on a line alone
_BELOW = re.compile(
    r"\s*[—–-]{1,2}\s*(?P<below>(?:[A-Za-z][\w.’'-]*\s+){0,8}?(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]*)"
    r"(?:\s+of\s+[A-Z][^,.\n]{0,60})?(?:,\s(?![^\n]*\b(?:said|says|told)\b)[^\n]*|\s+on\s[^\n]*|\s*)"
)


def signed_below(masked: str, start: int, end: int) -> Region | None:
    """Give who is named with what they are on the line below a quotation that stands alone."""
    match = _BELOW.fullmatch(masked, start, end)
    return None if match is None else match.span("below")


_SAID_SO = re.compile(
    rf"(?:That|This|It)(?:\s+(?:is|was)|[’']s)\s+(?:how|what|the\s+(?:view|verdict|message|"
    rf"assessment|opinion)\s+of)\s+(?P<so>{_PERSON})(?:,[^\x01;]{{1,120}},)?"
    rf"\s+(?:[a-z]+\s+)?(?:puts?|described|sees|saw|said|told|explained|recalled|wrote)\b"
)


def said_so(masked: str, start: int, end: int) -> Region | None:
    """Give who said what stands before, in a sentence such as "That was how Reyes put it."."""
    match = _SAID_SO.match(masked, start, min(end, start + _LOOK_BACK))
    return None if match is None else match.span("so")


# "Lund |closed| the hearing with the words “…”", but not "wore a hat with the words “…”" nor "a
# shirt printed with the words “…”": only who opens, ends or answers something does so in words.
_WITH_WORDS = re.compile(
    rf"\b{one_of(verb_forms('cues', 'in_words'))}\b[^.;:\x01“”]{{0,80}}?\s(?P<with>with)"
    r"\s+(?:the|these)\s+(?:[a-z]+\s+)?(?P<words>words)[,:]?\s*$"
)
# "A spokesman put the chances at “fifty-fifty”"
_PUT_AT = re.compile(
    rf"(?:^|(?<=[\s,]))(?P<who>{_PERSON_OF})(?:,[^,.;:\x01]{{1,60}},)?\s+"
    r"(?:(?:has|had|also|later|then)\s+)?(?P<put>puts?)\s+"
    r"(?:it|that|this|(?:the|its|his|her|their)\s+(?:[\w’'-]+\s+){0,6}?[\w’'-]+)\s+at\s+"
    r"(?:about\s+|around\s+|no\s+more\s+than\s+|an?\s+|the\s+)?$"
)


def worded_by(masked: str, unit: Region, marked: Region) -> tuple[Region, Region] | None:
    """Give cue and source where marks hold somebody's very words.

    As in: "in Lee’s words, “odd”", "Lee closed it with the words “…”", "put it at “three”".
    """
    since = max(unit[0], marked[0] - _OWNER_REACH)
    words = _WITH_WORDS.search(masked, since, marked[0])
    if words is not None:
        source = subject_before(masked, *unit, words.start("with"))
        return None if source is None else (words.span("words"), source)
    put = _PUT_AT.search(masked, since, marked[0])
    if put is not None:
        return put.span("put"), put.span("who")
    match = _WORDED_BEFORE.search(masked, since, marked[0])
    match = match or _WORDED_BEHIND.match(masked, marked[1], unit[1])
    return None if match is None else (match.span("words"), match.span("whose"))


def viewed_by(masked: str, unit: Region, marked: Region) -> Region | None:
    """Give in whose words or view something is “a disaster”, or by whom it was called that."""
    by = _BY.match(masked, marked[1], unit[1])
    if by is not None and _CALLED.search(masked, max(unit[0], marked[0] - _LOOK_BACK), marked[0]):
        return by.span("by")
    view = (
        _TO.match(masked, unit[0], marked[0])
        or _SEEN.search(masked, max(unit[0], marked[0] - _OWNER_REACH), marked[0])
        or _VIEWED.search(masked, max(unit[0], marked[0] - _LOOK_BACK), marked[0])
        or _VIEWED.search(masked, marked[1], min(unit[1], marked[1] + _OWNER_REACH))
        or _AS_CALLED_BY.match(masked, marked[1], min(unit[1], marked[1] + _OWNER_REACH))
    )
    return None if view is None else view.span(view.lastgroup or 0)


_HEADING = re.compile(r"\s*((?:[A-Z][\w.’'-]*\s+){0,4}[A-Z][\w.’'-]*):\s+(?=\S)")
_BEHIND_TITLE = re.compile(
    r"\w\s[-–—]{1,2}\s?(?:More\s+from\s+)?"
    r"(?P<who>[A-Z][\w.’'-]*(?:\s+(?:and\s+)?[A-Z][\w.’'-]*){0,6}):\s*$"
)
_LONGEST_HEADING = 180


def heading(masked: str, start: int, end: int, *, first: bool) -> Attribution | None:
    """Give the attribution of a headline or a labelled line: "Name: what they say".

    In a round-up the label stands behind a title: "Polls miss again - Name: “…”".

    Args:
        first: It is the first line of the document, where a headline stands.
    """
    mark = masked.find(MASK, start, min(end, start + _LONGEST_HEADING))
    behind = _BEHIND_TITLE.search(masked, max(start, mark - _OWNER_REACH), max(start, mark))
    if mark > start and behind is not None:
        colon = (behind.end("who"), behind.end("who") + 1)
        return Attribution(colon, behind.span("who"), ((behind.end(), end),), 0.8)
    match = _HEADING.match(masked, start, min(end, start + 80))
    if match is None:
        return None
    label = match.group(1)
    if not (label.isupper() and len(label) > 3) and not (
        first and end - start <= _LONGEST_HEADING and masked[end - 1] != ";"
    ):
        return None
    colon = (match.end(1), match.end(1) + 1)
    return Attribution(colon, match.span(1), ((match.end(), end),), 0.7)


# "said Ann Lee |in The Ledger|", "|the BBC| says"
_IN_OUTLET = re.compile(r",?\s(?:in|on|for)\s(?:the\s)?(?=[A-Z])")
_OUTLET_REACH = 60


def is_review(masked: str, source: Region, cue: Region) -> bool:
    """Does a paper say something, or somebody in one: "said Ann Lee in The Ledger", "the BBC says"?

    What else is in marks in such a paragraph of a review of the press are its words, too.
    """
    words = masked[slice(*source)]
    if is_outlet(words) or is_outlet_by_form(words):
        return words != "People"  # who are no magazine where they say something
    end = max(source[1], cue[1])
    placed = _IN_OUTLET.match(masked, end)
    if placed is None:
        return False
    named = _NAMED_OUTLET.match(masked, placed.end(), min(len(masked), end + _OUTLET_REACH))
    if named is None:
        return False
    inverted = cue[1] < source[0] and words.istitle()
    site = inverted and placed.group().strip(", ") == "on"  # "said Ann Lee on Larch Report."
    return site or is_outlet(named.group()) or is_outlet_by_form(named.group())


# Not "on Monday".
_NAMED_OUTLET = re.compile(
    rf"(?!{DAYS})(?:The\s)?[A-Z][\w&’'-]*(?:\.\w+)?(?:\s(?:&\s)?[A-Z][\w&’'-]*){{0,4}}"
)
