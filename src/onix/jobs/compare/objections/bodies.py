"""In whose name does a sentence speak, if that is no person: a sentence in, a body by its name out.

A body is a party, a union, a company, people who have joined under a name. Reading knows few of
them; here their place in the sentence shows them: "The Anglers of Imber see …", "…, Glide scoffed."
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import cache

from onix.jobs.compare.objections.objectors import is_plan
from onix.model import Marks, Mention, Span
from onix.reading.grammar.function_words import (
    CONJUNCTIONS,
    COORDINATORS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    cue_classes,
)
from onix.reading.grammar.openings import opening
from onix.reading.names.persons import people_nouns
from onix.reading.words import one_of, words_of

_NAME = r"[A-Z][\w’'&.-]*"
_LINK = r"(?:(?:of|for|and|in|on|against|to|without|&)(?:\s+the)?|the)"
_BODY = re.compile(rf"(?<![\w’'-]){_NAME}(?:\s+(?:{_LINK}\s+)?{_NAME})*")
_BEFORE_BODY = re.compile(
    r"(?:^|[,;:—–]\s|\b(?:for|to|against|by|of|from)\s+|\b(?:but|and|while|whereas)\s+)"
    r"(?:\w+ly\s+)?(?:an?\s+|the\s+)?(?:(?!(?:its|their|his|her)\b)[a-z]+\s+){0,4}$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:^|[,;:—–]\s+)(?:for|according to)\s+(?:the\s+)?$|\baccording to\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "The police union JUP says", "…, the portal Tickets Unlimited regretted".
_SUBJECT = re.compile(
    r"(?:(?:^|[,;:—–]\s+)the\s+(?:[a-z]+\s+){1,2}|^|\bthe\s+|[,;:—–]\s+)$", re.IGNORECASE
)
# The end of "the schools in Hallow, |Birk and Tarrant| would become one" is no name of its own.
_LISTED = re.compile(
    rf"\b(?:in|at|from|of|between|to|for|near)\s+{_NAME}(?:(?:,)?\s+{_NAME}){{0,6}},\s+$"
)
# "The power plant at |Tolly Quay| will close": where something stands, says nothing.
_PLACED = re.compile(
    r"\b[a-z]+\s+(?:at|near|beside|outside|inside|behind|around|opposite)\s+(?:the\s+)?$"
)
_WHEN = re.compile(rf" (?:on|in) (?:{'|'.join((*calendar.day_name, *calendar.month_name[1:]))})$")
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_BEHIND = re.compile(r"\s(?:of|for|in|on|against|to|without)\s")
# "Animal Shield, which …, sees", "The union, by contrast, sees": what may stand before a verb.
_ASIDE = re.compile(
    r"^(?:, (?:[^,.;:“”\"()–—]|[,.](?=\d)){1,90},)?"
    r"\s+(?:(?:also|still|already|now|even|has|have|had)\s+)?([a-z]+)\b"
)
# Its verb, to be sure of it: "Animal Shield sees", but not "Budget commissioner …".
_ACTS = re.compile(
    _ASIDE.pattern.replace(
        "([a-z]+)",
        "(?:has|have|is|was|are|were|will|would|can|could|cannot|do|does|did|may|must|[a-z]+(?:s|ed))",
    )
)
# A party of one word, which is several: "The Liberals want".
_SEVERAL = re.compile(
    r"[A-Z][a-z]+s (?:(?:also|still|already|now|even) )?"
    r"(?:have|had|are|were|want|will|would|say|call|do|did|can|could|[a-z]+ed)\b"
)
# What a person's name behind it makes part of another: "Nurses of Ward Zero".
_JOINED = re.compile(
    r"(?:\b[A-Z]\w+[^\Ws]s[’']?|\b(?:of|for|in|on|against|to|without))\s+(?:[Tt]he\s+)?$"
)
_OWNER, _OWNED = re.compile(r"(?:[’']s|s[’'])$"), re.compile(r"\s+[a-z]")
_POSSESSIVE = re.compile(r"^[’']s?\s+\w")
# "…, Glide scoffed.", "…, says the Alliance of Anglers."
_TOLD = re.compile(r"\s+([a-z]+)\b(?P<end>[.”\"’]*$)?")
_BREAK = re.compile(r"[,;”’\"?!]\s+(?:the\s+)?$")
_ASKED = re.compile(r"[,”’\"?!:]\s+([a-z]+)\s+(?:the\s+(?:[a-z]+\s+)?)?$")
_END = re.compile(r"[.”\"’]*$|[,:]\s")
_TITLE = 20  # characters before a name in which its title stands
_LIST = 160  # characters before a name in which a list of names may begin
_NO_VERBS = PREPOSITIONS | COORDINATORS | CONJUNCTIONS | RELATIVES
# What a sentence may begin with before a name: "At the Forum, …", "Nor will …", "What Glide …".
_NO_NAMES = PREPOSITIONS | CONJUNCTIONS | COORDINATORS | PRONOUNS | RELATIVES | STOPS | {
    "the", "a", "an", "according", "even", "only", "not", "nor", "unlike",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it is named; whether it is what a sentence begins with, with the verb behind it."""

    name: str
    span: Span
    acts: bool


class Bodies:
    """The parties, unions and companies of an article, and the short forms that stand for them."""

    def __init__(self, marks: Marks) -> None:
        self._people = people_of(marks)
        self._others = {each.span.start: each for each in marks.mentions}
        self._small = set(re.findall(r"\b[a-z]\w+", marks.document.text))
        # Whom quotations have for their source, a body of one word among them ("Friendbook says").
        self._named = {
            re.sub("^[Tt]he ", "", each.text)
            for quote in marks.quotes
            for each in quote.source
            if quote.speaker is None
            and each.text[:1].isupper()
            and each.text.lower() not in _NO_NAMES
        }
        self._known: dict[str, str] = {}  # "party" → the party named last
        for sentence in marks.sentences:
            self.named_in(sentence)  # "For Glide, …" is known by a sentence that Glide begins
        self._known.clear()

    def named_in(self, sentence: Span) -> Body | None:
        """Give the body in whose name a sentence speaks, by its name or as "the party"."""
        # "15.20 The Liberals …": the hour of an entry stands before the sentence.
        sentence = sentence.part(opening(sentence.text), len(sentence.text))
        for match in _BODY.finditer(sentence.text):
            if _OWNER.search(match[0]) and _OWNED.match(sentence.text, match.end()):
                continue  # "Orm's ferries"
            name, start = _own_name(match)
            end = match.end() - match[0].endswith(("’", "'"))  # "Farmers' leader"
            before, behind = sentence.text[: match.start()], sentence.text[end:]
            if " and " in match[0] and _LISTED.search(before[-_LIST:]):
                continue
            begins = not before.strip() and not _leads(match[0])
            article = match[0].startswith(("The ", "A ", "An "))
            place = _Place(sentence.start + start, begins, before, behind, article)
            if not name or self._holds_person(name, place.at) or not self._is_named(name, place):
                continue
            if is_plan(name):
                continue
            if (person := self._person(name)) is not None:
                span = Span(sentence.document_id, place.at, place.at + len(name), name)
                return Body(person, span, False)
            self._named.add(name)
            for word in _heads(name):
                self._known[word] = name
            span = Span(sentence.document_id, place.at, place.at + len(name), name)
            return Body(name, span, begins and _ACTS.match(behind) is not None)
        for word, name in self._known.items():
            if found := re.search(rf"\b[Tt]he (?:\w+ )?{word}\b(?![’'])", sentence.text):
                at = sentence.start + found.start()
                span = Span(sentence.document_id, at, at + len(found[0]), found[0])
                return Body(name, span, False)
        return None

    def _holds_person(self, name: str, start: int) -> bool:
        mention = self._others.get(start)
        # A name of one word that is nobody's family name here, may be a firm's, too ("Glide").
        if mention is not None and mention.kind == "person" and " " in (mention.name or ""):
            return not _is_body(name)
        # "Friends of Ann Lee" and "Guide Dogs Ulvan" are bodies, "Mayor Ann Lee" is none.
        end = start + len(_BEHIND.split(name)[0] if _is_body(name) else name)
        return any(
            start <= each.span.start
            and each.span.end <= end
            and not _JOINED.search(name[: each.span.start - start])
            for each in self._people
        )

    def _person(self, name: str) -> str | None:
        """Give the one person whose last name it ends with, where it is no body: "Mr Sara"."""
        last = name.split()[-1]
        found = {each.name for each in self._people if each.name and each.name.split()[-1] == last}
        return found.pop() if len(found) == 1 and not _is_body(name) else None

    def _is_named(self, name: str, place: _Place) -> bool:
        if _POSSESSIVE.match(place.behind) or _PLACED.search(place.before):
            return False
        if name.lower().removesuffix("s") in people_nouns() and not place.has_article:
            return False  # "Officers replied"
        mention = self._others.get(place.at)
        known = name in self._named or (_is_body(name) and " " in name)
        if mention is not None and mention.kind == "organisation":
            text = mention.span.text
            known |= (text.startswith(name) or name.startswith(text)) and len(name) > 2
        if known:
            is_subject = has_verb(place.behind) and _SUBJECT.search(place.before)
            # Of one word it may as well be a place: "a third of Orm".
            behind = (_BEFORE_BODY if " " in name else _FOR).search(place.before)
            return bool(is_subject or place.speaks or behind)
        # "Berlin hesitated": a name of one word, or that only a sentence's beginning makes one.
        first = name.split()[0].lower()
        alone = place.begins and not place.has_article and first in self._small
        is_place = mention is not None and mention.kind == "place"
        if place.speaks:
            return not alone and not is_place
        if place.begins and place.has_article and _SEVERAL.match(f"{name}{place.behind}"):
            return not is_place and first not in self._small  # "The Liberals have tabled"
        if " " not in name or alone:
            return False
        # "On pensions the Retired Longshoremen would settle for half."
        if place.begins and has_verb(place.behind):
            return True
        acts = _SUBJECT.search(place.before) is not None and surely_has_verb(place.behind)
        return not is_place and (acts or _FOR.search(place.before) is not None)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name stands: offset, whether a sentence begins with it, and what is around it."""

    at: int
    begins: bool
    before: str
    behind: str
    has_article: bool = False

    @property
    def speaks(self) -> bool:
        """Does what it says stand before it: "…, Glide scoffed.", "…, says Glide."?"""
        told = _TOLD.match(self.behind)
        if told and _BREAK.search(self.before):
            ends = told["end"] is not None and told[1].endswith(("ed", "s"))
            if ends or told[1] in cue_classes():
                return True
        asked = _ASKED.search(self.before)
        if asked is None or _END.match(self.behind) is None:
            return False
        return asked[1] in cue_classes() or asked[1].endswith(("ed", "s"))


def has_verb(behind: str) -> bool:
    """Is what stands behind a name its verb, as far as a word alone can show it?"""
    found = _ASIDE.match(behind)
    return found is not None and found[1] not in _NO_VERBS


def surely_has_verb(behind: str) -> bool:
    """Is it a verb by its form, or one by which something is said?"""
    found = _ASIDE.match(behind)
    return found is not None and (found[1] in cue_classes() or _ACTS.match(behind) is not None)


def people_of(marks: Marks) -> list[Mention]:
    """Give the people named; a name of one word alone may be any word that begins a sentence.

    Between a title and a verb it is none: minutes know whoever speaks as "Cllr Vance", "Ms Karg".
    """
    text = marks.document.text
    return [
        each
        for each in marks.mentions
        if each.kind == "person" and each.name and not _is_body(each.name)
        and (len(each.name.split()) > 1 or _is_titled(text, each.span))
    ]  # fmt: skip


def _is_titled(text: str, name: Span) -> bool:
    """Does a name stand behind a title, and before its verb?"""
    before, behind = text[max(0, name.start - _TITLE) : name.start], text[name.end :][:_LIST]
    return _titled().search(before) is not None and surely_has_verb(behind)


def _leads(words: str) -> bool:
    """Does a preposition lead to a name?"""
    return words.split()[0].lower() in PREPOSITIONS


def _own_name(match: re.Match[str]) -> tuple[str, int]:
    """Give a name without the words that only a sentence's beginning has put to it, and its start.

    The name is empty where nothing of it is left.
    """
    name, start = match[0], match.start()
    while (word := re.match(r"(\w+) (?=\w)", name)) and word[1].lower() in _NO_NAMES:
        name, start = name[word.end() :], start + word.end()
    if name.lower() in _NO_NAMES or not name[:1].isupper():
        return "", start
    name = _WHEN.sub("", name)
    name = re.sub(r"[’']s?$|\.$", lambda end: end[0] if end[0] == "’" else "", name)
    head, *rest = _BEHIND.split(name, maxsplit=1)
    if not rest or _is_body(head):
        return name, start
    if head.endswith(("s", "men")) and f"{head} of the " in name and _is_body(rest[0]):
        # "Members of the Golf Club" speak for the club.
        own = re.sub("^the ", "", rest[0])
        return own, start + name.index(own)
    # "Odd Lund of the Union" is Odd Lund; "Growers of the Heath" are several, and no name.
    is_name = " " in head and not head.endswith(("s", "men")) and not re.search("[’']", head)
    # "The Turtle Hospital of Kosta": nobody has an article before their name.
    is_name = is_name and not _ARTICLE.search(match.string[:start])
    return (head if is_name else name), start


def _heads(name: str) -> list[str]:
    words = [word.lower() for word in re.findall(r"[\w-]+", name)]
    return [word for word in words if word in _kinds()]


def _is_body(name: str) -> bool:
    """Is there a word for a body in it, and not only behind "of" ("Odd Lund of the Union")?"""
    head = _BEHIND.split(name)[0]
    return any(word.lower() in _kinds() for word in re.findall(r"[\w-]+", head))


@cache
def _titled() -> re.Pattern[str]:
    titles = [each.capitalize() for each in words_of("names", "titles")]
    return re.compile(rf"\b{one_of(titles)}\.?\s$")


@cache
def _kinds() -> frozenset[str]:
    return words_of("kinds", "body_words")
