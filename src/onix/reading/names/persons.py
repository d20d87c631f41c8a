"""Who is surely a person by how they are spoken of: a text in, where their full names stand out.

"Petra Lund, 61," and "her brother, Odd Lund" are people, whatever the model that finds names takes
them for, and also where it sees no name at all. It is its own file because these signs are of
grammar and the model's are of spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from onix.reading.grammar.function_words import cue_classes
from onix.reading.names.genders import COURTESY
from onix.reading.words import sections, words_of

_UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper())
_LETTER = r"[^\W\d_][\u0300-\u036f]*"  # an accent may be a sign of its own
_WORD = rf"[{_UPPER}](?:{_LETTER})*(?:[’'-](?:{_LETTER}){{2,}})*"
PARTICLE = r"(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|bin|ibn|al|ter|ten|af|zu)"
_NAME = rf"{_WORD}(?:\s(?:[{_UPPER}]\.|{PARTICLE}(?:\s{PARTICLE})?))?(?:\s{_WORD}){{1,4}}"
_HEAD_OF = re.compile(r"(\w+) of (?:the )?\Z")
_CUT_BEHIND = re.compile(rf"\s{PARTICLE}\Z", re.IGNORECASE)
_REST = re.compile(rf"(?:\s{PARTICLE})*\s{_WORD}")
_SIGNS = re.compile(
    rf"(?<![\w’'.-])(?P<name>{_NAME})"
    r"(?=(?P<age>,\s(?:aged\s)?\d{1,3}(?:,|\.\s|\sand\s)|\s\(\d{2}\))"
    r"|,?\s(?P<who>who(?:se)?)\b|,\s(?P<what>[^,.;:\n\x01“”\"]{3,70}))?"
)
_TITLED = re.compile(rf"{COURTESY}(?:{_WORD}\s){{0,2}}{_WORD}")
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|[^\w\s]")
_SAYS = re.compile(
    rf"(?<![\w’'&.-])(?:([{_UPPER}][\w.’'-]*|the)\s)?({_WORD})\s(?:also\s|later\s)?"
    r"(?:said|says|told|tells|added|recalled)\b"
)
# “I will stay,” |Lund| said: only a person says "I".
_OF_ONESELF = re.compile(
    rf"[“\"](?=[^”\"\n]*\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y)\b)[^”\"\n]*[,?!][”\"]\s"
    rf"(?:said\s(?P<behind>{_WORD})\b|(?P<before>{_WORD})\s(?:also\s|later\s)?(?:said|says|added)\b)"
)
_SAYS_NEXT = re.compile(r"\s(?:also\s)?([a-z]+)\b")
_LAST_WORDS = re.compile(r"([\w-]+),?\s$")
_CUT = re.compile(r"\b([A-Z][a-z]+)\.\s\Z")  # "Rep. |Ann Lee|"
# "Its governor for the north, |Ann Lee|, said": who somebody is, with a preposition behind it.
_HOLDS = re.compile(
    r"\b(?:the|a|an|its|his|her|their|[\w.]+[’']s?)\s(?:[a-z-]+\s){0,3}?([a-z-]+)\s"
    r"(?:of|for|at|in|to)\s[^,.;:\n\x01“”\"]{2,60},\s$",
    re.IGNORECASE,
)
# "a foreman |called Velmurugan|, who", "a vet |named Odd Lund|"
_CALLED = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?:[\w’-]+\s){0,3}?([a-z][\w-]*),?\s"
    r"(?:called|(?P<named>named|by\sthe\sname\sof))\s\Z"
)
_NAME_ENDS = re.compile(r"[,.;:)]|\s(?:who|whose)\b")
_INSIDE = re.compile(r"[a-z,] $")
_NOUN = re.compile(r"[\w-]+")
_MAY_LEAD = 3  # words that may stand before a name, capital and all
_FULL = 2  # words of a full name
_SHORTEST_RANK = 2  # letters; "JD" are initials
_SHOUTED = 4  # letters; fewer are as often short for something
_LONGEST = 4  # words of a person's name
_HOLDING = frozenset({"of", "at", "for", "in", "with"})
# What a company is as often: "Rako Metals, owner of the pier".
_BODIES_TOO = frozenset(
    {"contractor", "dealer", "developer", "owner", "partner", "rival", "sponsor"}
)
_NEAR = 6  # words of an insertion within which it says what somebody is


@cache
def people_nouns() -> frozenset[str]:
    """Give every noun that says what a person is: "director", "widow", in the singular."""
    return frozenset(
        word
        for section in ("alike", "anybody", "besides", "epithets", "fields", "female", "male")
        for word in words_of("roles", section)
    )


@lru_cache(maxsize=1 << 14)
def nouns_in(word: str) -> tuple[str, ...]:
    """Give the nouns for people in a word: "singer-songwriter", "schoolteacher"."""
    if word in people_nouns():
        return (word,)
    if "-" in word:
        return tuple(part for part in word.split("-") if part in people_nouns())
    ending = next((end for end in _endings() if word.endswith(end)), None)
    if ending is None or not word.islower() or word in words_of("roles", "companies"):
        return ()
    return (word, ending) if ending in people_nouns() else (word,)


def callings(words: Sequence[str]) -> list[str]:
    """Give the nouns for people among words, "ceo" for "chief executive", too."""
    phrase = f" {' '.join(words)} "
    whole = [noun for words_of_it, noun in _compounds() if f" {words_of_it} " in phrase]
    return [noun for word in words for noun in nouns_in(word)] + whole


@cache
def _compounds() -> tuple[tuple[str, str], ...]:
    parted = (entry.partition(" = ") for entry in sections("roles")["compounds"])
    return tuple((words, noun) for words, _, noun in parted)


@cache
def _endings() -> frozenset[str]:
    return words_of("roles", "endings")


@cache
def _lists() -> tuple[frozenset[str], ...]:
    people, names, kinds = sections("people"), sections("names"), sections("kinds")
    grammar = sections("grammar")
    places = {
        name.lower()
        for section in ("places", "regions", "states", "cities", "organisations")
        for name in kinds[section]
    }
    first = {name for section in ("female", "male") for name in people[section]}
    not_in_names = {
        *(word.lower() for word in kinds["demonyms"]),
        *grammar["prepositions"],
        *grammar["determiners"],
        *grammar["stops"],
        *grammar["times"],
        *grammar["pronouns"],
        *grammar["adverbs"],
        *names["never"],
    }
    return (
        frozenset(first),
        frozenset(kinds["organisation_words"]),
        frozenset(places),
        frozenset(not_in_names),
        frozenset(names["titles"]),
    )


def find_people(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of full names that are a person's by a sign in the text, all of each name.

    Signs: an age or "who" behind it, what somebody is before or behind it ("the notary, …",
    "…, a notary"), a title before it or before its last word elsewhere, a first name that is known,
    that it speaks and is spoken of by its last word, or that this says "I".
    """
    titled = {match.group().rpartition(" ")[2] for match in _TITLED.finditer(text)}
    found: dict[str, bool] = {}
    places: dict[str, list[tuple[int, int]]] = {}
    known: dict[str, tuple[int, int]] = {}
    for match in _SIGNS.finditer(text):
        written = match.group("name")
        if written not in known:
            known[written] = _trim(written)
        first, size = known[written]
        if not size:
            continue
        start, end = match.start() + first, match.start() + first + size
        if is_behind_office(text, start, end):
            start = end - len(text[start:end].partition(" ")[2])
        name = text[start:end]
        places.setdefault(name, []).append((start, end))
        if not found.get(name, False):
            last = name.rpartition(" ")[2]
            signed = last in titled or _is_signed(text, start, match)
            found[name] = signed and _may_be_a_person(_as_elsewhere(text, name))
    families = {name.rpartition(" ")[2] for name, is_person in found.items() if is_person}
    unsigned = [at for name, is_person in found.items() if not is_person for at in places[name]]
    speaking = _speaking(text, unsigned) - families
    themselves = {match["behind"] or match["before"] for match in _OF_ONESELF.finditer(text)}
    for name, is_person in found.items():
        last = name.rpartition(" ")[2]
        is_signed = is_person or (last in themselves and _may_be_a_person(name))
        if is_signed or (last in speaking and _is_like_a_person(text, name, places[name])):
            yield from places[name]


def is_behind_office(text: str, start: int, end: int) -> bool:
    """Does a name open with what its bearer heads: "the Secretary of |Commerce Ana Ruiz|"?"""
    heads = _HEAD_OF.search(text, max(0, start - 30), start)
    words = text[start:end].split()
    named = len(words) > 2 and words[1] in first_names() and words[0] not in first_names()
    return named and heads is not None and bool(nouns_in(heads[1].lower()))


def is_called(text: str, start: int, end: int) -> bool:
    """Is somebody brought in by a name here: "a foreman called |Velmurugan|, who left"?

    But nobody in "a foreman called |Velmurugan| lazy".
    """
    called = _CALLED.search(text, max(0, start - 60), start)
    if called is None or not nouns_in(called[1]):
        return False
    return bool(called["named"]) or _NAME_ENDS.match(text, end) is not None


def behind_callings(text: str, start: int, end: int) -> int:
    """Give where a full name begins that may open with what somebody is: "Dispatcher Ana Ruiz".

    Or with what they head: "the Secretary of |Commerce| Ana Ruiz". Whose relative they are opens a
    first name, too: "Husband |Odd|, 45".
    """
    first, _, rest = text[start:end].partition(" ")
    if first.lower() in words_of("roles", "kin") and rest in first_names():
        return end - len(rest)
    is_calling = nouns_in(first.lower()) or is_behind_office(text, start, end)
    is_calling = bool(is_calling) and first not in first_names()
    words = rest.split(" ")
    for number, word in enumerate(words[:-_FULL]):
        if nouns_in(word.lower()) and word.istitle() and word not in first_names():
            return end - len(" ".join(words[number + 1 :]))  # "Park Superintendent |Ana Ruiz|"
    short = first.isupper() and len(first) > _SHORTEST_RANK and not rest.isupper()
    if short and rest.partition(" ")[0] in first_names() and " " in rest:
        return end - len(rest)  # "|BRAVE| Ana Ruiz", "spokesman |MPO| Ana Ruiz"
    return end - len(rest) if " " in rest and is_calling and first.istitle() else start


def end_of_name(text: str, start: int, end: int) -> int:
    """Give where a name ends that was cut behind a particle: "Ute von| der Lund"."""
    cut = _CUT_BEHIND.search(text[start:end]) is not None
    rest = _REST.match(text, end) if cut else None
    return end if rest is None else rest.end()


def _is_like_a_person(text: str, name: str, places: Sequence[tuple[int, int]]) -> bool:
    """May a name be a person's whose last word says something by itself?"""
    first, _, rest = name.partition(" ")
    plain = all(word[1:].islower() for word in re.split("[ ’'-]", name) if len(word) > 1)
    inside = any(_INSIDE.search(text, max(0, start - 3), start) for start, _ in places)
    is_first = first in first_names() and f" {first.lower()} " not in text
    if (
        not plain
        or not _may_be_a_person(name)
        or not _place_words().isdisjoint(name.lower().split())
    ):
        return False
    return is_first or (inside and rest[-1] != "s")


def _as_elsewhere(text: str, name: str) -> str:
    """Give a name in capitals in small letters if its last word stands so elsewhere: "ANN LEE"."""
    last = name.rpartition(" ")[2].capitalize()
    again = name.isupper() and last in text and re.search(rf"\b{last}\b", text)
    return name.title() if again else name


@cache
def first_names() -> frozenset[str]:
    """Give every first name that is known."""
    more = (words_of("first_names", section) for section in ("female", "male", "either"))
    return _lists()[0].union(*more)


@cache
def _place_words() -> frozenset[str]:
    return words_of("kinds", "place_words")


@cache
def _honours() -> frozenset[str]:
    return frozenset(sections("names")["honours"])


def _trim(written: str) -> tuple[int, int]:
    """Give where a full name begins in words with capitals, and its length, 0 if there is none.

    "Second Engineer Odd Lund", "The Kenyan Elijah Sang QC": without titles, what stands first in a
    sentence only, and honours.
    """
    titles, not_in_names = _lists()[4], _lists()[3]
    words = written.split(" ")
    first = 0
    for number, word in enumerate(words[:_MAY_LEAD]):
        lower = word.lower().rstrip(".")
        shouted = not number and _is_shouted(word) and not words[-1].isupper()
        if lower in titles or lower in not_in_names or nouns_in(lower) or shouted:
            first = number + 1
    name = words[first:]
    if name and name[-1].isupper() and name[-1].lower() in _honours():
        name.pop()
    if not 1 < len(name) <= _LONGEST:
        return 0, 0
    return len(" ".join(words[:first])) + (first > 0), len(" ".join(name))


def _is_shouted(word: str) -> bool:
    """Is a word in capitals because a page shouts it: "|BRAVE| Ana Ruiz has told how"?"""
    return word.isupper() and len(word) >= _SHOUTED


def _may_be_a_person(name: str) -> bool:
    _, bodies, known, not_in_names, _ = _lists()
    words = name.lower().split()
    return (
        name.lower() not in known
        and words[-1] not in bodies | words_of("kinds", "thing_words")
        and not name.isupper()
        and not any(word in not_in_names for word in words)
    )


def _is_signed(text: str, start: int, match: re.Match[str]) -> bool:
    _, _, known, _, titles = _lists()
    if match.group("age") or match.group("who"):
        return True
    first, _, rest = text[start : match.end("name")].partition(" ")
    if first in first_names() and rest.lower() not in known:
        return True
    what = match.group("what")
    if what is not None and _is_description(what):
        return True
    if is_called(text, start, match.end("name")):
        return True
    cut = _CUT.search(text, max(0, start - 30), start)
    if cut is not None and cut.group(1).lower() in words_of("names", "cut_titles"):
        return True
    before = _LAST_WORDS.search(text, max(0, start - 30), start)
    if before is None:
        return False
    if text[start - 2] == "," and text[match.end("name") : match.end("name") + 1] == ",":
        holds = _HOLDS.search(text, max(0, start - 100), start)
        if holds is not None and nouns_in(holds.group(1)):
            return True
    noun = before.group(1)
    return bool(nouns_in(noun.lower())) or (
        noun.lower() in titles
        and noun[0].isupper()
        and text[start - 1] == " "
        and noun.lower() not in ("by", "former", "republican", "democratic", "democrat", "special")
    )


def _speaking(text: str, names: Iterable[tuple[int, int]]) -> set[str]:
    """Give the words that say something by themselves, or in full elsewhere: "|Lund| told us".

    Args:
        names: Where full names stand.
    """
    not_in_names = _lists()[3] - {"the"}
    small = set(text.split(" "))
    found = {
        word
        for before, word in _SAYS.findall(text)
        if (not before or before.lower() in not_in_names) and word.lower() not in small
    }
    whole = {
        text[start:end].rpartition(" ")[2] for start, end in names if _speaks(text, start, end)
    }
    if whole - found:
        found |= whole & _alone(text)
    return {word for word in found if not nouns_in(word.lower())}


def _alone(text: str) -> set[str]:
    """Give the words with a capital that are no part of a longer name: "Later |Lund| left."."""
    tokens = ["", *_TOKEN.findall(text), ""]
    upper = [token[:1].isupper() for token in tokens]
    return {
        tokens[k]
        for k in range(1, len(tokens) - 1)
        if upper[k] and not upper[k + 1] and (not upper[k - 1] or len(tokens[k - 1]) < 2)
    }


def _speaks(text: str, start: int, end: int) -> bool:
    """Does a verb of saying stand beside a name?"""
    behind = _SAYS_NEXT.match(text, end)
    before = _LAST_WORDS.search(text, max(0, start - 30), start)
    cues = cue_classes()
    return any(
        word is not None and not cues.get(word.group(1), frozenset()).isdisjoint(("say", "tell"))
        for word in (behind, before)
    )


def _is_description(words: str) -> bool:
    """Does an insertion say what somebody is: "a retired notary from Ghent"?"""
    nouns = _NOUN.findall(words)
    if not nouns:
        return False
    if not nouns[0].islower():
        return False
    said = [noun.lower() for noun in nouns[:_NEAR]]
    head = next((k for k, noun in enumerate(said) if noun in _HOLDING), len(said))
    if head and nouns_in(said[head - 1]) and said[head - 1] not in _BODIES_TOO:
        return True  # "director of the school", which is none itself
    return any(map(nouns_in, said)) and words_of("roles", "bodies").isdisjoint(said)
