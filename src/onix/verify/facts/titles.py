"""What a text says somebody is: a line and a name in it in, titles out; and whether two contradict.

"Deputy Finance Minister Anna Berg", "Anna Berg, the ministry's deputy head,": a title has a noun,
what ranks it, what it is of. A person may be many things; a title is wrong only where the record
gives the same one with another rank, for another house, or to another person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.names.persons import nouns_in
from onix.reading.speakers.cast import alike
from onix.reading.words import words_of
from onix.verify.facts.lines import Line

_TOKEN = re.compile(r"[^\W\d_][\w’'-]*\w|[^\W\d_]|[^\w\s]")
_LONGEST = 8  # words of a title
_WAS = frozenset({"former", "ex", "retired", "outgoing", "departing", "previous"})
_SAME_RANK = {"vice": "deputy", **dict.fromkeys(_WAS, "former")}
_NO_LONGER = re.compile(r"\s(?:until\b|from\s\d{4}\b|in\sretirement\b|at\sthe\stime\b)")
_THEN = "then-"  # "the then-mayor" may be anything now
_OPENS = re.compile(r"(?:According to|Through|By|With|For|From|To|Under)\s", re.IGNORECASE)
_JOINS = frozenset({"of", "for", "at", "in", "and", "general"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our"})
_GOES_ON = re.compile(
    r"(?:\sKC)?(?:,\s\d{2},?)?"  # "Anna Berg, 46, a former judge"
    r"(?:,\s+(?:as\s)?|\s(?=an?\s)|(?:,?\s(?:who|and\sI))?\s(?:is|am|was|becomes?|became|serves?\sas|served\sas)\s)"
    r"(?:the\s|an?\s|its\s)?(?P<title>[^,.;:—–()\n]{3,90})"
)
_ENDS = re.compile(
    r"\s(?:who|whose|which|that|told|said|says|has|had|is|was|since|from|on|until)\b"
)
_VERBS = frozenset({"told", "said", "says", "has", "had", "is", "was"})
_INSERTED = re.compile(r"\s(?:said|says|added|wrote|told\s[^,.]{1,30})(?:\s[^,.]{1,30})?,")
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
        whole: The title with what it is of behind its noun.
    """

    span: Span
    head: str
    ranks: frozenset[str]
    fields: frozenset[str]
    houses: frozenset[str]
    named: frozenset[str] = frozenset()
    whole: Span | None = None

    def is_same_office(self, other: Title) -> bool:
        """Are the nouns alike, and what they are for?"""
        nouns = other.head in alike(self.head) or lexicon.match(self.head, other.head) > 0
        if not nouns or _are_grades(self, other):
            return False
        if not (self.fields and other.fields):
            return True
        mine, theirs = self.fields - {"chief"}, other.fields - {"chief"}
        if mine and theirs and "chief" in self.fields & other.fields and mine != theirs:
            return _share(mine, theirs)  # "chief technology officer", "chief financial officer"
        # "Ministry inspector", "the ministry's lead inspector"
        return _share(self.fields, other.fields | other.houses) or _share(self.houses, other.fields)


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(lexicon.match(a, b) > 0 for a in one for b in other)


def titles_of(line: Line, name: Span) -> Iterator[Title]:
    """Give what a line says that a person named in it is, before the name or behind it."""
    before = line.before(name.start, 90)
    offset = name.start - len(before)
    is_told = False  # is what somebody is said already, before the name?
    found = _APPOSED.search(before)
    if found is not None and _INSERTED.match(line.behind(name.end, 60)):
        pass  # "The captain, Alan Petrie said, had been stood down": he is not the captain
    elif found is not None:
        title = _read(line, offset + found.start("title"), found["title"])
        if title is not None:
            is_told = True
            yield title
    elif before.endswith(" "):
        title = _read(line, offset, before)
        if title is not None:
            is_told = True
            yield title
    behind = line.behind(name.end, 110)
    found = _GOES_ON.match(behind)
    if found is not None and not (is_told and _is_subject(line, found)):
        words = found["title"]
        end = _ENDS.search(words)
        if end and found.group().startswith(",") and end.group().strip() in _VERBS:
            return  # "According to Anna Berg, the mayor said nothing"
        told = words[: end.start()] if end else words
        title = _read(line, name.end + found.start("title"), told, is_behind=True)
        if title is not None and not _is_of_next(line, title):
            is_over = _NO_LONGER.search(words) is not None
            yield replace(title, ranks=title.ranks | {"former"}) if is_over else title


def _is_subject(line: Line, found: re.Match[str]) -> bool:
    """Is what follows a name the subject: "Through his lawyer Anna Berg, the mayor appealed"?"""
    opens = _OPENS.match(line.span.text)
    return opens is not None and found.group().lower().startswith((", the", ", as the"))


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
        limit = next((at for at, (_, word) in enumerate(tokens) if word in _JOINS), len(tokens))
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
    if is_behind and any(word.lower() not in _ARTICLES for _, word in tokens[:first]):
        return None  # "Maxim Tereshin, describes to the adviser"
    words = [word for _, word in tokens[first:head]]
    behind = [word for _, word in tokens[head + 1 :]][:_LONGEST]
    ranks = words_of("facts", "ranks")
    low = [_low(word) for word in words]
    houses = {
        _low(word)
        for word in words
        if word.endswith(("'s", "’s", "s'", "s’")) or (word[:1].isupper() and not is_title(word))
    }
    if behind and behind[0].lower() in _JOINS - {"and", "general"}:
        houses |= {_low(word) for word in behind[1:] if word.lower() not in _JOINS | _ARTICLES}
    fields = {word for word in low if word not in ranks | houses and word not in _ARTICLES}
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
        frozenset(_SAME_RANK.get(each, each) for each in ranks.intersection(low)),
        frozenset(fields),
        frozenset(houses),
        frozenset(_low(word) for word in (*words, *behind) if word[:1].isupper()),
        line.document.span(span.start, start + until) if is_behind and houses else span,
    )


def _is_head(word: str) -> bool:
    low = word.lower()
    if low in words_of("roles", "kin") | words_of("roles", "anybody"):
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
    if low in words_of("facts", "ranks"):
        return True  # "retired"
    return low not in words_of("stopwords", "english") and not low.endswith(("ed", "ing"))


def _low(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())


def contradicts(
    title: Title, others: Sequence[Title], beside: frozenset[str] = frozenset()
) -> Title | None:
    """Give the title of the record that this one contradicts; None where one bears it out.

    Args:
        others: What the record says the same person is.
        beside: Stems of the words in the sentences that name them there.
    """
    if "fellow" in title.fields or any(
        _SAME_RANK.get(one.head, one.head) in other.ranks
        for each in others
        for one, other in ((title, each), (each, title))
    ):
        return None  # "his deputy" is the deputy mayor; whoever's fellow is, is anything
    alikes = [each for each in others if title.is_same_office(each)]
    if any(each.ranks == title.ranks and not _other_house(title, each, beside) for each in alikes):
        return None
    nearly = alikes or [each for each in others if title.fields & each.fields]
    for each in nearly:
        differ = each.ranks ^ title.ranks
        is_kept = differ == {"former"} and _is_carried(title)  # a retired colonel is a colonel
        other_rank = each in alikes and bool(differ) and not is_kept
        if other_rank or _other_house(title, each, beside):
            return each
    chiefs = [each for each in others if _is_other_chief(title, each)]
    if chiefs and not alikes:
        return chiefs[0]
    same = [each for each in others if each.head == title.head]
    if same:
        return next((each for each in same if _is_other_field(title, each)), None)
    if lexicon.stem(title.head) in beside and not alikes:
        return None
    return next((each for each in others if _is_other_post(title, each)), None)


_LIKE_AN_ADJECTIVE = re.compile(r"(?:al|ic|ed|ing|ive|ous|ary|an|ese|ish|or|ior|est|[^r]y)$")


def _is_other_chief(one: Title, other: Title) -> bool:
    """Are both a firm's chief of something, and not of the same?"""
    chiefs = all("chief" in each.fields and len(each.fields) > 1 for each in (one, other))
    is_one = one.head == other.head == "officer"
    return chiefs and is_one and not one.is_same_office(other)


def _is_other_field(one: Title, other: Title) -> bool:
    """Are both the same of two fields: "physics teacher", "chemistry teacher"?"""
    if one.head in words_of("facts", "loose") or len(one.fields) != 1 or len(other.fields) != 1:
        return False
    fields = one.fields | other.fields
    return not any(_LIKE_AN_ADJECTIVE.search(each) or not each.islower() for each in fields)


def _is_other_post(one: Title, other: Title) -> bool:
    """Are both posts of which people have one at a time: "chief economist", "deputy governor"?

    Whoever is a judge is no prosecutor; whoever leads a house may be called anything that leads,
    and what somebody was says nothing of what they are.
    """
    if ("former" in one.ranks) != ("former" in other.ranks):
        return False
    if _are_grades(one, other):
        return True
    if _is_carried(one) != _is_carried(other):
        return False  # a colonel may lead a delegation
    chairs = [each.head.startswith("chair") for each in (one, other)]
    if any(chairs) and not all(chairs):
        return "chief" in _led(one) | _led(other)  # a house's chair does not run it
    if other.head in alike(one.head) or lexicon.match(one.head, other.head) > 0:
        both = _led(one), _led(other)
        return all(both) and both[0].isdisjoint(both[1])
    return not any(map(_goes_with_others, (one, other)))


def _goes_with_others(title: Title) -> bool:
    """May who is called that have any post besides: an official, an engineer?"""
    if title.head in words_of("facts", "loose"):
        return True
    if title.houses & {"years", "years'", "decades"}:
        return True  # "a nurse of thirty years' standing"
    is_bare = not (title.houses or title.fields or title.ranks)
    return is_bare and title.head in words_of("facts", "professions")


def _is_carried(title: Title) -> bool:
    """Does whoever has this grade keep it in any other post?"""
    return not words_of("facts", "carried").isdisjoint(title.head.split("-"))


def _are_grades(one: Title, other: Title) -> bool:
    """Are they two grades of a police or an army?"""
    return one.head != other.head and {one.head, other.head} <= words_of("facts", "grades")


def _led(title: Title) -> frozenset[str]:
    """Give what the leader of a part leads; "chief" where it is the whole."""
    if title.head not in words_of("facts", "leading"):
        return frozenset()
    whole = words_of("facts", "whole")
    return frozenset("chief" if each in whole else each for each in title.fields)


def _other_house(one: Title, other: Title, beside: frozenset[str]) -> bool:
    """Are both of some house, and not of the same?

    Only names tell names apart, and nouns nouns: "the buyer" may be anybody by name.
    """
    houses = one.houses | other.houses
    if not one.houses or not other.houses or _share(one.houses, other.houses):
        return False
    if any(b in alike(a) for a in one.houses for b in other.houses):
        return False
    local = words_of("facts", "local")
    if one.houses & local and other.houses & local:
        return False
    nouns = words_of("roles", "bodies") | words_of("facts", "areas")
    if houses <= (one.named | other.named) - nouns:
        return True
    if not all(each & nouns for each in (one.houses, other.houses)):
        return False
    return not any(lexicon.stem(each) in beside for each in one.houses & nouns)
