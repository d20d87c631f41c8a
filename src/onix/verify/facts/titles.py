"""What a text says somebody is: a line and a name in it in, titles out.

"Deputy Finance Minister Anna Berg", "Anna Berg, the ministry's deputy head,": a title has a noun,
what ranks it, what it is for, what it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from onix.model import Span
from onix.reading.grammar.function_words import cue_classes
from onix.reading.names.genders import COURTESIES
from onix.reading.names.persons import nouns_in
from onix.reading.words import sections, words_of
from onix.verify.facts.lines import Line

_TOKEN = re.compile(r"[^\W\d_][\w’'-]*\w|[^\W\d_]|[^\w\s]")
_LONGEST = 8  # words of a title
_WAS = frozenset({"former", "ex", "retired", "previous"})
LEAVING = "outgoing"
ONCE = "once"  # was it when what is told happened, and may be called so or a former one
SAME_RANK = {"vice": "deputy", "departing": LEAVING, **dict.fromkeys(_WAS, "former")}
_NO_LONGER = re.compile(r"\s(?:until\b|from\s\d{4}\b|in\sretirement\b|at\sthe\stime\b)")
_AT_THE_TIME = re.compile(r"\s(?:at\sthe|of\sthe|at\sthat)\stime$")
_THEN = "then-"  # "the then-mayor" may be anything now
_OPENS = re.compile(r"(?:According to|Through|By|With|For|From|To|Under)\s", re.IGNORECASE)
_JOINS = frozenset({"of", "for", "at", "in", "and", "general"})
_ACTING = frozenset({"representing"})
_ABOVE = frozenset({"prime", "first", "chief"})  # ministers of a country and of no department
_MATTERS = frozenset({"of", "for"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our"})
_GOES_ON = re.compile(
    r"(?:\sKC)?(?:,\s\d{2},?)?"  # "Anna Berg, 46, a former judge"
    r"(?:,\s+(?:as\s)?|\s\((?=[a-z])|\s(?=an?\s)|(?:,?\s(?:who|and\sI))?\s(?:is|am|was|becomes?|became|serves?\sas|served\sas)\s)"
    r"(?P<once>(?:once|formerly|previously|until\s(?:recently|then|now))\s)?"
    r"(?:the\s|an?\s|its\s)?(?P<title>[^,.;:—–()\n]{3,90})"
)
_ENDS = re.compile(
    r"\s(?:who|whose|which|that|told|said|says|has|had|is|was|since|from|on|until)\b"
)
_VERBS = frozenset({"told", "said", "says", "has", "had", "is", "was"})
_INSERTED = re.compile(r"\s(?:said|says|added|wrote|told\s[^,.]{1,30})(?:\s[^,.]{1,30})?,")
_DOES = re.compile(r",?\swho\s(?:also\s)?(?P<verb>[a-z]+)\s(?P<house>[^,.;:—–()\n]{3,60})")
_FOR_A_SIDE = re.compile(
    r"(?:\sKC)?,?\s(?:(?:speaking|acting|appearing)\s)?for\sthe\s(?P<house>[a-z]+)"
)
_PLEADS = frozenset({"represents", "represented", "defends", "defended"})
_ADDRESS = re.compile(rf"\s(?:{'|'.join(COURTESIES)}|Lord|Lady)\.?\s$")
_AND = re.compile(r"(?:[\w’'-]+\s){0,3}?(?P<first>[\w-]+)\sand\s(?:the\s|an?\s)?")
_APPOSED = re.compile(r"(?P<title>[^,.;:—–()\n]{3,60}),\s$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it is compared.

    Attributes:
        head: Its noun, in lower case: "minister", "executive".
        ranks: "deputy", "former" and their like.
        fields: What else it has before its noun: "finance".
        houses: What it is of, by its words: "council", "hospital", "polje"; `named` are those
            that are names.
        matters: What of this is no house but a field: "communications", of their head.
        whole: The title with what it is of behind its noun.
    """

    span: Span
    head: str
    ranks: frozenset[str]
    fields: frozenset[str]
    houses: frozenset[str]
    named: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    whole: Span | None = None

    @property
    def portfolio(self) -> frozenset[str]:
        """What it is for, before its noun or behind it: "finance", "public health"."""
        return (self.fields | self.matters) - words_of("facts", "graded")


def titles_of(line: Line, name: Span) -> Iterator[Title]:
    """Give what a line says that a person named in it is, before the name or behind it."""
    before = line.before(name.start, 90)
    offset = name.start - len(before)
    before = _ADDRESS.sub(" ", before)  # "marine biologist Dr Anna Berg"
    is_told = False  # is what somebody is said already, before the name?
    found = _APPOSED.search(before)
    if found is not None and _INSERTED.match(line.behind(name.end, 60)):
        pass  # "The captain, Alan Petrie said, had been stood down": he is not the captain
    elif found is not None:
        told = _AT_THE_TIME.sub("", found["title"])
        title = _read(line, offset + found.start("title"), told)
        if title is not None:
            is_told = True
            is_over = told != found["title"]
            yield replace(title, ranks=title.ranks | {"former"}) if is_over else title
    elif before.endswith(" "):
        title = _read(line, offset, before)
        if title is not None:
            is_told = True
            yield title
    behind = line.behind(name.end, 110)
    found = _DOES.match(behind)
    if found is not None and found["verb"] in _posts():
        yield _held(line, name.end, found, _posts()[found["verb"]])
        return
    if found is not None and found["verb"] in _past_posts() and _NO_LONGER.search(found["house"]):
        held = _held(line, name.end, found, _past_posts()[found["verb"]])
        yield replace(held, ranks=held.ranks | {ONCE})
        return
    if found is not None and found["verb"] in _PLEADS:
        acting = _held(line, name.end, found, "lawyer")
        parties = sides().keys() & set(map(_low, _TOKEN.findall(found["house"])))
        if parties:  # "who represents the families", and no district
            yield replace(acting, houses=acting.houses | parties)
            return
    found = _FOR_A_SIDE.match(behind)
    if found is not None and found["house"] in sides():  # "Anna Berg, for the defence, said"
        first, last = (name.end + at for at in found.span("house"))
        houses = frozenset({found["house"]})
        yield Title(line.document.span(first, last), "lawyer", frozenset(), frozenset(), houses)
        return
    found = _GOES_ON.match(behind)
    if found is not None and not (is_told and _is_subject(line, found)):
        words = found["title"]
        end = _ENDS.search(words)
        if end and found.group().startswith(",") and end.group().strip() in _VERBS:
            return  # "According to Anna Berg, the mayor said nothing"
        if found.group().startswith(",") and _does(words):
            return  # "Anna Berg, tells the envoy that …" of a sentence about both
        told = words[: end.start()] if end else words
        start = name.end + found.start("title")
        is_over = _NO_LONGER.search(words) is not None
        then = {ONCE} if found["once"] else {"former"} if is_over else set()
        for at, part in _posts_in(told):
            title = _read(line, start + at, part, is_behind=True)
            if title is not None and not _is_of_next(line, title):
                yield replace(title, ranks=title.ranks | then)


def _posts_in(told: str) -> Iterator[tuple[int, str]]:
    """Give a title, and another joined to it: "president and chief executive officer"."""
    yield 0, told
    joined = _AND.match(told)
    if joined is not None and _is_head(joined["first"]):
        yield joined.end(), told[joined.end() :]


def _is_subject(line: Line, found: re.Match[str]) -> bool:
    """Is what follows a name the subject: "Through his lawyer Anna Berg, the mayor appealed"?"""
    opens = _OPENS.match(line.span.text)
    return opens is not None and found.group().lower().startswith((", the", ", as the"))


def _does(words: str) -> bool:
    """Is the first word what somebody does, and no noun: "tells the envoy"?"""
    classes = cue_classes().get(words.split()[0], frozenset())
    return bool(classes) and "noun" not in classes


@cache
def _posts() -> dict[str, str]:
    """Give who does what the head of something does, by the verb: "chairs", a chair."""
    return dict(entry.split() for entry in sections("facts")["posts"])


@cache
def _past_posts() -> dict[str, str]:
    """Give who did so: "chaired the board from 2015 to 2019", a chair."""
    return dict(entry.split() for entry in sections("facts")["past_posts"])


@cache
def sides() -> dict[str, int]:
    """Give who goes to court, 1, and who is taken there, -1: families, a company."""
    complaining = words_of("facts", "complaining") | words_of("facts", "suing")
    return dict.fromkeys(complaining, 1) | dict.fromkeys(words_of("facts", "defending"), -1)


def _held(line: Line, start: int, found: re.Match[str], head: str) -> Title:
    """Give the title of who does what one with that title does: "who chairs the board"."""
    end = _ENDS.search(found["house"])
    house = found["house"][: end.start()] if end else found["house"]
    words = [each.group() for each in _TOKEN.finditer(house)]
    span = line.document.span(
        start + found.start("verb"), start + found.start("house") + len(house.rstrip())
    )
    # "The organisation" may be any federation.
    named = frozenset(_low(word) for word in words if word[:1].isupper())
    # "Who chairs the housing committee" is its chair, and that is what it is for.
    is_part = bool(words) and _low(words[-1]) in words_of("facts", "parts_of_houses")
    matters = frozenset(map(_low, words[:-1])) - named - _ARTICLES if is_part else frozenset()
    return Title(span, head, frozenset(), frozenset(), named, named, matters)


def _is_of_next(line: Line, title: Title) -> bool:
    """Is it what somebody is who is named behind: "Anna Berg, the guard Karl Moe and others"?"""
    return any(each.span.start == title.span.end + 1 for each in line.mentions)


def _read(line: Line, start: int, text: str, *, is_behind: bool = False) -> Title | None:
    """Read the title at the end of a text, or at its beginning where it stands behind a name."""
    tokens = [(each.start(), each.group()) for each in _TOKEN.finditer(text)]
    if tokens and not is_behind and tokens[-1][1] in _JOINS - {"general"}:
        return None  # "the head of the school in Ulvsund"
    heads = [at for at, (_, word) in enumerate(tokens) if _is_head(word)]
    if not heads:
        return None
    head = heads[0] if is_behind else heads[-1]
    if is_behind:
        # The last noun before "of": "chief executive of …", "medical officer of health".
        limit = next((at for at in range(len(tokens)) if _joins(tokens, at)), len(tokens))
        head = max((at for at in heads if at < limit), default=head)
    elif any(
        word in ",;:" or (word not in _JOINS and not _is_of(tokens, head, at))
        for at, (_, word) in enumerate(tokens)
        if at > head
    ):
        return None  # "the mayor said that Anna Berg", "our director of health, then Anna Berg"
    if tokens[head][1].lower().startswith(_THEN):
        return None
    first = head
    has_capital = tokens[head][1][:1].isupper() and not is_behind
    while first and head - first < _LONGEST and _leads(tokens[first - 1][1]):
        at, word = tokens[first - 1]
        if text[at + len(word) : tokens[first][0]].strip():
            break  # "June 2022 theatre nurse Anna Berg"
        if has_capital and word[:1].islower() and word not in words_of("facts", "ranks"):
            break  # "after Prime Minister Vasil Dronko", but "retired Colonel Vasil Dronko"
        first -= 1
    if first and tokens[first - 1][1].lower().startswith(_THEN):
        return None  # "then-Vice President Anna Berg"
    if is_behind and any(word.lower() not in _ARTICLES for _, word in tokens[:first]):
        return None  # "Maxim Tereshin, describes to the adviser"
    words = [word for _, word in tokens[first:head]]
    behind = [word for _, word in tokens[head + 1 :]][:_LONGEST]
    ranks = words_of("facts", "ranks")
    low = [_low(word) for word in words]
    describing = words_of("facts", "describing")
    houses = {
        _low(word)
        for word in words
        if word.endswith(("'s", "’s", "s'", "s’"))
        or (word[:1].isupper() and not is_title(word) and _low(word) not in describing)
    }
    # "The former Berg spokesman" is of no house that has a name, but of a person.
    people = {
        _low(word)
        for each in line.mentions
        if each.kind == "person" and each.span.end <= start + tokens[head][0]
        for word in each.span.text.split()
    }
    houses -= people
    matters: set[str] = set()
    if behind and behind[0].lower() in _JOINS - {"and", "general"} | _ACTING:
        told = (word for word in behind[1:] if word[:1].isalnum())  # no apostrophe alone
        houses |= {_low(word) for word in told if word.lower() not in _JOINS | _ARTICLES}
        if behind[0] in _MATTERS:
            is_minister = _low(tokens[head][1]) == "minister" and not _ABOVE.intersection(low)
            of = takewhile(_is_department if is_minister else _is_matter, behind[1:])
            matters = {_low(word) for word in of} - _JOINS - _ARTICLES - _lands(line)
            houses -= matters if is_minister else set()
    fields = {word for word in low if word not in ranks | houses | people | _ARTICLES}
    noun = _low(tokens[head][1])
    if noun == "officer" and fields >= {"chief", "executive"}:
        noun, fields = "ceo", fields - {"chief", "executive"}
    begin, (last, word) = tokens[first][0], tokens[head]
    span = line.document.span(start + begin, start + last + len(word))
    until = max((at for at, _ in tokens[head + 1 : head + 1 + _LONGEST]), default=last)
    until += len(next(word for at, word in tokens if at == until))
    return Title(
        span,
        noun,
        frozenset(SAME_RANK.get(each, each) for each in ranks.intersection(low)),
        frozenset(fields),
        frozenset(houses),
        frozenset(_low(word) for word in (*words, *behind) if word[:1].isupper()),
        frozenset(matters),
        line.document.span(span.start, start + until) if is_behind and houses else span,
    )


def _joins(tokens: Sequence[tuple[int, str]], at: int) -> bool:
    """Does a word join a noun and what it is of: "secretary general", no "general secretary"?"""
    word = tokens[at][1]
    if word == "general" and at + 1 < len(tokens) and _is_head(tokens[at + 1][1]):
        return False
    return word in _JOINS | _ACTING


def _is_head(word: str) -> bool:
    low = word.lower()
    if low in words_of("roles", "kin") | words_of("roles", "anybody") | {"accused"}:
        return False  # anybody can be a father, too
    return bool(nouns_in(low)) or low in words_of("facts", "offices")


def is_title(word: str) -> bool:
    """May this word with a capital be part of a title, and not of a name?"""
    low = word.lower()
    return _is_head(word) or low in words_of("facts", "ranks") or low in words_of("facts", "fields")


def _is_of(tokens: Sequence[tuple[int, str]], head: int, at: int) -> bool:
    """Does a word behind a title's noun still say what it is of?"""
    return tokens[head + 1][1].lower() in ("of", "for", "at") and at - head <= _LONGEST


def _leads(word: str) -> bool:
    low = word.lower()
    if not word[:1].isalpha() or low in _ARTICLES:
        return False
    if word.isupper() and len(word) > 1:
        return True  # "the former US President"
    if low in words_of("facts", "ranks") | words_of("facts", "whole") | words_of("facts", "fields"):
        return True  # "retired", "managing", "operating"
    small = words_of("stopwords", "english") | words_of("grammar", "prepositions")
    return low not in small and not low.endswith(("ed", "ing"))


def _is_matter(word: str) -> bool:
    """Does a word go on saying what an office is for: "public health", "water and energy"?"""
    places = words_of("roles", "bodies") | words_of("facts", "areas")
    return word[:1].islower() and word not in _ARTICLES | places | {"at", "in", "general"}


def _is_department(word: str) -> bool:
    """Does a word go on saying what a minister is for: "Labour and Housing"?"""
    return word[:1].isalpha() and word not in {"of", "at", "in", "from"}


def _lands(line: Line) -> set[str]:
    """Give the words of the places that a line names: "Minister of Norway" is for no department."""
    places = (each for each in line.mentions if each.kind == "place")
    return {_low(word) for each in places for word in each.span.text.split()}


def _low(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())
