"""What the words for a source stand for: in comes a noun phrase, out comes its kind of source.

An outlet, the outlet itself, a document, somebody who is not named, or none of these: a name, a
pronoun, a body that speaks for itself. It is its own file because it looks at nothing but the words
of one phrase and remembers who was brought in without a name before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from onix.model import ProvenanceKind
from onix.reading.grammar.function_words import DETERMINERS
from onix.reading.words import one_of, sections, words_of

_PEOPLE = sections("people")
_SOURCES = frozenset(_PEOPLE["sources"])
_SOMEBODY = frozenset(_PEOPLE["somebody"])
_CALLINGS = _SOURCES | words_of("people", "callings")
_ENDINGS = tuple(sorted(words_of("people", "endings")))
_KIN = words_of("people", "kin")
_OFFICES = words_of("people", "offices")
_THINGS = words_of("people", "things")
_INDEFINITE = words_of("people", "indefinite")
_DOCUMENTS = frozenset(sections("documents")["nouns"])
_CITED = words_of("documents", "according")
_TELLING = _DOCUMENTS | _CITED
_BODIES = words_of("kinds", "organisation_words") | words_of("kinds", "body_words") | {"tank"}
# What keeps documents is a body where it has a name.
_KEEPERS = frozenset(
    {"archive", "archives", "registry", "register", "records", "post", "press", "survey"}
)
# "public figures" are people.
_PUBLIC = words_of("people", "public")
_GRAMMAR, _LISTS = sections("grammar"), sections("outlets")
_AFTER_NOUN = ("close", "near", "there", "he", "she", "they", "we", "it")
_NOUN_ENDS = frozenset(
    (*_GRAMMAR["noun_clauses"], *_GRAMMAR["prepositions"], *_GRAMMAR["past"], *_AFTER_NOUN)
)
_CONTRACTED = frozenset(
    f"{word}{mark}s" for word in ("he", "she", "it", "that", "there", "who") for mark in "'’"
)
_OWNED = frozenset({"his", "her", "their", "its"})
_THEM = frozenset({"them", "those", "us"})
_NAMELESS = frozenset({"source", "sources", "insider", "insiders"})
_FOR_OTHERS = frozenset({"aide", "ally", "confidant", "spokesman", "spokesperson", "spokeswoman"})
# "the people familiar with the talks", who are named nowhere
_IN_THE_KNOW = re.compile(
    r"(?:the|those)\s+(?:(?:\w+\s+)?(?:people|persons|sources|officials)\s+)?(?:familiar|briefed|with\s+knowledge)\b",
    re.IGNORECASE,
)
_LONGEST_INITIALS = 5
_NEXT_ONE = (["the", "other"], ["a", "second"], ["a", "third"], ["a", "fourth"])
# "some Iowans", "many Parisians"
_SOME = frozenset({"some", "many", "several", "most", "other", "few"})
_PEOPLES = re.compile(r"(?:ans|ers|ese|ish|is|ites|ards)$")
# "US official says", as headlines leave out articles
_PARTIES = frozenset({"conservatives", "democrats", "patriots", "republicans"})
_HEADLINED = _SOURCES - {"person", "people", "police", "member", "authorities", "critic"}
_SHORT = 4  # letters: "her", "over"
_WORD = re.compile(r"[\w’'&-]+")
# What only says more of a document before it: "a statement |given| on Monday".
_TAIL = re.compile(r"\w+(?:ing|ed)|available|given|made|run|written|sent|seen|drawn|out|online")
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽ"
CAPITAL = rf"[{_UPPER}](?:[\w’'&-]|\.(?=\w))*"
_NO_NOUN = one_of(
    (*_GRAMMAR["stops"], *_GRAMMAR["prepositions"], "that", "it", "he", "she", "they")
)
# "the |Office of Congressional Ethics| report", "a |Bank of Riga| news release | issued late"
_OF_A_BODY = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?)\s+)?(?:{CAPITAL}\s+)+(?:of|for|on)\s+(?:the\s+)?"
    rf"(?:(?:{CAPITAL}|and)\s+)+(?:[a-z-]+\s+)??(?P<head>[a-z]+)(?:\s+(?:{_TAIL.pattern}))?"
)
_NAME_REACH = 40
_NAME_BEFORE = re.compile(rf"{CAPITAL}\s+{CAPITAL},\s$")
# A word that can be part of a noun phrase follows.
NO_NAME = rf"(?!{_NO_NOUN}\s)"
DAYS = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"\.?)(?![\w-])"
)


# Stations in America: "WUSA-TV", "KTOO", but not "WHO".
_CALL_SIGN = r"(?:[WK][A-Z]{2,3}-(?:TV|FM|AM)|(?!WNBA|KPMG|WWII|KISS)[WK][A-Z]{3}(?![A-Z]))"


@cache
def outlet_pattern() -> str:
    """Give the pattern of a noun phrase that names an outlet, by a known name or by its form.

    "the Basin Tribune", "Radio Kestrel", "state media", "the trade weekly Woodlook".
    """
    lists = sections("outlets")

    def either(section: str) -> str:
        return one_of(lists[section])

    names = {*lists["outlets"], *(form for all_ in sections("agencies").values() for form in all_)}
    known = rf"(?:[Tt]he\s+)?{one_of(names)}"
    short = one_of(name for name in names if name.isupper() and len(name) < _LONGEST_INITIALS)
    # "CNN |meteorologist Odd Lund|" and "CNN Sport|’s Odd Lund|" are people of it
    other = rf"(?!{DAYS}|{either('staff')}\b|[\w-]+[’']s\b)"
    known = rf"(?:{short}(?:\s+{other}(?:{CAPITAL}|\d+|radio|television)){{1,3}}|{known})"
    head = rf"(?<!Medical )(?:[{_UPPER}][\w’']*-)?{either('heads')}"  # not "Medical Examiner"
    place = rf"(?:{CAPITAL}|(?:St|Ft|Mt)\.)\s+"
    headed = rf"(?:[Tt]he\s+(?:{place}){{0,4}}?|(?:{place}){{1,4}}?){head}(?:-{CAPITAL})?"
    opened = rf"(?:[Tt]he\s+)?{either('openers')}(?:\s+(?:{CAPITAL}|\d+)){{1,3}}"
    described = rf"(?!{DAYS})(?:{NO_NAME}[\w’'-]+\s+){{0,4}}?"  # "published in June, a paper"
    called = rf"\s+(?:called\s+|&\s+)?(?!{DAYS}){CAPITAL}"
    common = rf"{described}{either('nouns')}(?:{called}){{0,3}}"
    titled = rf"{described}{either('titled')}(?:{called}){{1,3}}"
    owned = rf"(?:{CAPITAL}[’']s\s+(?:[a-z-]+\s+){{0,3}})?"  # "China’s official Xinhua News Agency"
    named = rf"{owned}(?:{opened}|{_CALL_SIGN}|{headed}|{known})"
    return rf"(?:(?:{named}|{titled}|{common})(?![\w-]))"


# "a number of |officials|", "a new batch of |e-mails|"
_HEAP = re.compile(
    rf"(?:[Aa]n?|[Tt]he)\s+(?:[\w-]+\s+)?(?:{'|'.join(sections('documents')['heaps'])})\s+of\s+(?=[\w’'])"
)


def without_heap(words: str) -> str:
    """Give what there is a heap of, without the word for that: "a batch of e-mails"."""
    return _HEAP.sub("", words, count=1)


def without_article(name: str) -> str:
    """Give a name without its "the"."""
    return re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)


@lru_cache(1 << 12)
def noun_in(words: str) -> str:
    """Give a noun without what only says more of it: "a copy | obtained by the board"."""
    body = _OF_A_BODY.fullmatch(words)
    if body is not None and body["head"] in _TELLING:
        return words[: body.end("head")]
    matches = list(_WORD.finditer(words.partition(",")[0]))
    found = [match.group().lower() for match in matches]
    opened = found[:1] != [] and found[0] in DETERMINERS | {"written"}
    first = 1 + opened + (found[1:2] == ["written"])
    ends = (
        k
        for k, word in enumerate(found)
        if k >= first
        and (
            word in _NOUN_ENDS
            or (
                found[k - 1] in _TELLING
                and _TAIL.fullmatch(word)
                and _DOCUMENTS.isdisjoint(found[k + 1 : k + 2])  # "a brief televised |statement|"
            )
        )
    )
    end = next(ends, len(found))
    while end > first and found[end - 1].endswith("ed"):  # "a negotiator hired by the insurers"
        end -= 1
    return words[: matches[end - 1].end()] if end else ""


def head_of(words: str) -> str:
    """Give the word that a phrase is about, in lower case: "a copy of the letter" is "copy"."""
    found = _WORD.findall(noun_in(words))
    return found[-1].lower() if found else ""


@lru_cache(1 << 10)
def own_names(outlet: str | None) -> tuple[str, ...]:
    """Give what an outlet may call itself: "Tidewater Ledger", "Ledger", "TL"."""
    words = without_article((outlet or "").partition(" (")[0]).split()
    if len(words) < 2:
        return tuple(words)
    # "The Observer of Ohio", but "Port of Spain Examiner"
    short = (
        words[0] if "of" in words and words[-1] not in sections("outlets")["heads"] else words[-1]
    )
    initials = "".join(word[0] for word in words if word[0].isupper())
    if short in _PLAIN and len(words) == 2 and words[0] not in sections("outlets")["openers"]:
        return " ".join(words), short, initials, words[0]  # "Corvane Newswire"
    return " ".join(words), short, initials


def is_own(words: str, outlet: str | None) -> bool:
    """Is this the outlet itself: "this newspaper", or a name that it goes by?"""
    return bool(_THIS_OUTLET.fullmatch(words)) or without_article(words) in own_names(outlet)


# Behind these, an outlet is called by what stands before: "Corvane" of "Corvane Newswire".
_PLAIN = frozenset({"Agency", "Digital", "Media", "News", "Newswire", "Online", "Wire"})
_OWN_NOUNS = "|".join(_LISTS["own"])
# "this newspaper", "our business desk"
OWN = rf"(?:[Tt]his|[Oo]ur)\s+(?:[a-z]+\s+)?(?:{_OWN_NOUNS})"
_NAME_BEHIND = re.compile(rf",?\s+(?!{DAYS}){CAPITAL}\s+{CAPITAL}")
_CALLED = re.compile(rf"\s(?!{DAYS}){CAPITAL}")
# "the head |of one bank|", of whom nobody can tell who that is
_OF_SOME = re.compile(
    r"[Tt]he\s(?:[\w-]+\s){1,4}?(?:of|at|for|from)\s(?:an?|another|one)\s[a-zA-Z]"
)
_INSIDE = re.compile(r"[a-z,]\s")
_THIS_OUTLET = re.compile(rf"{OWN}(?:\s+{CAPITAL}){{0,2}}")


class Origins:
    """Tells the kinds of the sources of one document, asked for in the order of the text.

    Args:
        outlet: That of the document, where it is known.
        named: Nouns by which the document says who somebody named is.
        text: The words of the document.
    """

    def __init__(self, outlet: str | None, named: Iterable[str] = (), text: str = "") -> None:
        self._named = frozenset(named)
        self.outlet = outlet
        self._unnamed: set[str] = set()
        self._text = text
        self._introduced: dict[str, bool] = {}

    def kind(self, words: str, *, named: bool, sure: bool = False) -> ProvenanceKind | None:
        """Give what a phrase stands for; None where it is a name, a pronoun or a body of its own.

        Args:
            named: The text tells whose name stands behind it.
            sure: It surely says something, so that it need not be a word for people.
        """
        if is_own(words, self.outlet):
            return "own"
        words = without_heap(words)
        head = head_of(words)
        if is_document(words):
            return "document"
        opens = f"{words[:1].lower()}{words[1:]}" if len(words) > _SHORT else words
        if _outlets().fullmatch(words) or _outlets().fullmatch(opens):
            return "outlet"  # "Newspapers wrote", too
        unnamed = self._is_unnamed(words, head, named=named, sure=sure)
        return "unnamed" if unnamed else None

    def is_outlet(self, words: str) -> bool:
        """Is this an outlet, or the document's own: "the Ledger", "this newspaper"?"""
        return is_own(words, self.outlet) or _outlets().fullmatch(words) is not None

    def are_people(self, words: str) -> bool:
        """Are these people whom the document names nowhere, as far as the words tell?"""
        if not noun_in(words).rpartition(" ")[2].islower():
            return False  # "the Commissioner", who is named by that elsewhere
        head = head_of(words)
        return words[0].islower() and is_people(head) and head not in self._named | _KIN

    def _is_introduced(self, words: str) -> bool:
        """Does the text name elsewhere who "Dunn’s lawyer" is?"""
        if words[:1].islower() and words.partition(" ")[0] in _OWNED:
            return False
        if words not in self._introduced:
            beside = any(self._is_beside_name(*place) for place in self._places(words))
            self._introduced[words] = beside or self._has_title(head_of(words))
        return self._introduced[words]

    def _places(self, words: str) -> Iterator[tuple[int, int]]:
        """Give where words stand in the text, inside of others, too."""
        at = self._text.find(words)
        while at >= 0:
            yield at, at + len(words)
            at = self._text.find(words, at + 1)

    def _has_title(self, head: str) -> bool:
        """Does a noun stand as a title before a name in the text: "Trade Minister Ann Lee"?"""
        return any(
            not self._text[max(0, start - 1) : start].isalnum() and _CALLED.match(self._text, end)
            for start, end in self._places(head.title())
        )

    def _is_name(self, word: str) -> bool:
        """Is it a name that ends like people: "Tri-Rivers", "Lumen", but not "Growers"?"""
        several = word.endswith("s") and "-" not in word
        if not word[0].isupper() or several or word.lower() in _CALLINGS:
            return False
        return any(
            _INSIDE.match(self._text, max(0, start - 2)) and not self._text[end : end + 1].isalnum()
            for start, end in self._places(word)
        )

    def _is_beside_name(self, start: int, end: int) -> bool:
        before = self._text[max(0, start - _NAME_REACH) : start]
        behind = _NAME_BEHIND.match(self._text, end)
        return behind is not None or _NAME_BEFORE.search(before) is not None

    def _is_unnamed(self, words: str, head: str, *, named: bool, sure: bool) -> bool:
        """Are these people without a name: "two officials", "her lawyer", "the engineer" again?

        One that is introduced so ("an engineer") is no more named when it is "the engineer" later.
        """
        found = _WORD.findall(words)
        if not found or not head.replace("-", "").isalpha():
            return False
        first = found[0].lower()
        if first == "few":
            return False  # "|few officials| think", which is said of none
        after = found[1].lower() if len(found) > 1 else ""
        if (first in _SOMEBODY and after in ("", "who", "in")) or (
            first in _SOMEBODY | _INDEFINITE
            and after == "of"
            and any(word.lower() in _THEM or is_people(word.lower()) for word in found[2:])
        ):
            return sure
        at = next((k for k, word in enumerate(found) if word.lower() == head), 0)
        people = is_people(head)
        initials = people and found[at].removesuffix("s").isupper()  # "one |MP|"
        some = sure and first in _SOME and at == 1
        some = some and (_PEOPLES.search(head) is not None or (people and head.endswith("s")))
        # "Neighbours say", which models of names take for one
        plain = len(found) == 1 and head.endswith("s") and head in _CALLINGS - _PARTIES
        if (at or named) and found[at][0].isupper() and not (initials or some or plain):
            return False
        if not at and first not in DETERMINERS and self._is_name(found[0]):
            return False
        many = head.endswith(("s", "men", "people")) and not head.endswith(("ss", "us", "is"))
        many |= head == "staff"
        if first in _CONTRACTED:
            return False
        if first in _OWNED or any(word.endswith(("’s", "'s", "s’")) for word in found[:at]):
            known = head in _KIN | _OFFICES or self._is_introduced(words)
            return people and not named and not known
        if first == "the" and after.endswith("-year-old"):
            return False  # who is named elsewhere
        if [word.lower() for word in found] in _NEXT_ONE:
            return sure and bool(self._unnamed)
        if sure and not named and _IN_THE_KNOW.match(words):
            return True
        if first in ("the", "that", "this", "these", "those", "both"):
            if named or head in self._unnamed | _NAMELESS:
                return not named
            if sure and people and _OF_SOME.match(words) and head not in self._named:
                return not self._is_introduced(words)
            # "The ally said" is nobody whom the text names, as long as it names none so.
            return head in _FOR_OTHERS - self._named and not self._is_introduced(words)
        single = first in _INDEFINITE or first.isdigit()
        if single and head in self._named:
            return False
        headline = sure and head in _HEADLINED and not named and first not in DETERMINERS
        headline = headline and words[0].isupper()
        if (people or some) and (single or many or headline):
            self._unnamed.add(head)
            return True
        return False


def is_document(words: str) -> bool:
    """Is this a document: "court filings", "the minutes", but not "ten minutes"?"""
    head = noun_in(words).rpartition(" ")[2]
    if head.lower() not in _DOCUMENTS:
        return False
    if head == "figures" and not _PUBLIC.isdisjoint(words.lower().split()):
        return False
    kept = head.lower() in _KEEPERS and not any(map(str.isdigit, words))  # "the 2020 Survey"
    if head[0].isupper() and (kept or _outlets().fullmatch(words)):
        return False  # "the National Archives", "the Tidewater Ledger"
    before = noun_in(words).lower().split()[:-1]  # "after waiting ten minutes"
    return head != "minutes" or not any(w in _INDEFINITE or w.isdigit() for w in before)


def is_titled(noun: str) -> bool:
    """Is a name behind a document its own or a holder's: "the book |Fog|", "data |Lund| has"?"""
    return noun in _TELLING and noun not in {*_LISTS["nouns"], *_LISTS["titled"]}


def is_cited(words: str) -> bool:
    """Is this what tells something behind "according to", if nowhere else: "the odds"?"""
    return noun_in(words).rpartition(" ")[2] in _CITED


def is_thing(words: str) -> bool:
    """Is this neither people nor a body, as far as its noun tells: "a departure board"?"""
    head = noun_in(words).rpartition(" ")[2]
    return head.islower() and head.isalpha() and head not in _BODIES and not is_people(head)


@cache
def _outlets() -> re.Pattern[str]:
    return re.compile(outlet_pattern())


def is_outlet_by_form(name: str) -> bool:
    """Is a name an outlet's by its form, whether or not it is known: "the Kestrel Gazette"?"""
    return _outlets().fullmatch(name) is not None


def is_people(head: str) -> bool:
    """Is this noun one for people, by itself or by its ending: "envoys", "economists"?"""
    return head in _CALLINGS or (
        len(head) > _SHORT
        and head.endswith(_ENDINGS)
        and not head.endswith(("ment", "ments"))
        and head not in _THINGS
    )
