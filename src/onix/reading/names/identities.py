"""What a name stands for in its document: names as written in, full names out.

"Varga" is "Elena Varga" where exactly one full name ends so; two make it unknown. An acronym is
what it was introduced for, a short form of an organisation the one longer form.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from unicodedata import combining, normalize

from onix.model import Document, MentionKind
from onix.reading.names.couples import couples
from onix.reading.names.slips import misspelt
from onix.reading.words import sections
from onix.reading.words import words_of as words_in

_LISTS = sections("names")
_GENERATIONS = frozenset(_LISTS["generations"])
_CORPORATE = frozenset(_LISTS["corporate"])
_SHORT = {
    short.lower(): entry.split()[0].lower()
    for entry in sections("first_names")["short"]
    for short in entry.split()[1:]
}
_ALIASES = dict(entry.split(" = ") for entry in _LISTS["aliases"])
_WORD = re.compile(r"[\w&’'.-]+")
_INTRODUCED = re.compile(r"\s\(([A-Z][A-Za-z&-]{1,9})\)")
_ACRONYM = re.compile(r"(?<![\w.])[A-Z][A-Za-z&-]{1,9}(?!\w)")
_NOBODY = frozenset(_LISTS["nobody"])
_POSTS = frozenset(_LISTS["posts"])
_AFTER_SPEAKER = re.compile(r"[,(:\[].*", re.DOTALL)
# "KC", "MP" behind a name.
HONOURS = re.compile(rf"(?:,?\s(?:{'|'.join(map(str.upper, _LISTS['honours']))}))+$")
_FIRST_WORD = re.compile(r"([^\W\d_][\w-]*)\.?\s+(?=\S)")
_TITLES = frozenset(_LISTS["titles"])
_FIRST_NAMES = frozenset(
    name for section in ("female", "male") for name in sections("people")[section]
)
# A name that ends so is no company's, and none of these is a name by itself.
_BODIES = (
    words_in("kinds", "body_words")
    | words_in("kinds", "organisation_words")
    | words_in("kinds", "place_words")
    | words_in("roles", "bodies")
) - {"international", "sciences", "labs", "health"}
_LETTERS = 3  # fewer may be anything
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on", "de", "to", "a"})


@cache
def company_words() -> frozenset[str]:
    """Give the words in which names of companies end: "Foods"."""
    return frozenset(
        word for entry in sections("roles")["named"] for word in entry.partition(" = ")[0].split()
    )


def short_forms(name: str, signed: bool) -> Iterator[tuple[str, ...]]:
    """Give the words of what a company is called in short: "Lund Glass" is "Lund" again.

    Not a town's council, which is never called as the town is.

    Args:
        signed: Does the text say that this is an organisation?
    """
    words = words_of(name)
    if words[-1] in company_words() or (signed and words[-1] not in _BODIES):
        for size in range(1, len(words)):
            if words[size - 1] not in _SMALL_WORDS | _BODIES:
                yield words[:size]


@lru_cache(maxsize=1 << 16)
def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name in lower case, without stops and what only tells a generation."""
    words = tuple(word.strip(".'’-").lower() for word in _WORD.findall(name))
    kept = tuple(word for word in words if word and word not in _GENERATIONS)
    return kept or words or (name.lower(),)


def key_of(name: str) -> str:
    """Give what two spellings of one name have in common: case, stops and commas are left out."""
    return " ".join(words_of(name))


def is_full_name(name: str) -> bool:
    """Has a person's name a first and a family name?"""
    return len(words_of(name)) > 1


def given_name(word: str) -> str:
    """Give a given name in full, in lower case: "charles" for "charlie"."""
    return _SHORT.get(word, word)


def may_be_one_given(one: str, other: str) -> bool:
    """Are two given names, in lower case, one, one short for the other, or its initial?"""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    is_initial = len(short) == 1 and long.startswith(short)
    return is_initial or given_name(short) == given_name(long)


def person_key(name: str) -> tuple[str, ...]:
    """Give what two spellings of one person's full name have in common: first and family name.

    Middle names and initials make no other person: "Ana B. Ruiz" is "Ana Ruiz". "Jr." does. A
    family name alone ("Ruiz", "von der Hoek") has a key of one word.
    """
    words = words_of(name)
    if len(words) == 1 or name[:1].islower():
        return words[-1:]
    last = name.split()[-1].strip(".,").lower()
    return words[0], words[-1], last if last in _GENERATIONS else ""


def behind_titles(text: str, start: int, end: int) -> int:
    """Give where a person's name begins that may open with titles: "Mr.", "President"."""
    while (word := _FIRST_WORD.match(text, start, end)) is not None:
        if word.group(1).lower() not in _TITLES:
            break
        start = word.end()
    return start


def speaker_name(label: str) -> str | None:
    """Give the name in the label of a turn; "Host", "The Chair" and "Speaker 2" are none."""
    name = _AFTER_SPEAKER.sub("", label).strip()
    bare = HONOURS.sub("", name)  # "Ana Ruiz MP" is Ana Ruiz
    name = _readable(bare if " " in bare else name)
    words = words_of(name)
    if " ".join(words).removeprefix("the ") in _POSTS or not _NOBODY.isdisjoint(words):
        return None
    return name if len(name) > 2 and not any(map(str.isdigit, name)) else None


def speakers_of(document: Document) -> set[str]:
    """Give the names of those who speak in a transcript."""
    labels = {turn.speaker for turn in document.turns if turn.speaker is not None}
    return {name for label in labels if (name := speaker_name(label)) is not None}


@cache
def _known_bodies() -> frozenset[str]:
    """Give what is known for a body by one name: "Amazon" is none of the shops it opens."""
    return frozenset(key_of(name) for name in sections("kinds")["organisations"])


class Identities:
    """The people and organisations of one document, by the names they are given in it.

    Args:
        signed: Names of which the text says that they are an organisation's.
    """

    def __init__(
        self,
        document: Document,
        found: Sequence[tuple[int, int, MentionKind]],
        signed: Collection[str] = (),
    ) -> None:
        text = document.text
        people: Counter[str] = Counter()
        organisations: Counter[str] = Counter()
        self._acronyms: dict[str, str] = {}
        for start, end, kind in found:
            name = text[start:end]
            # "von der Hoek" is a family name, however many words it has.
            if kind == "person" and is_full_name(name) and not name[0].islower():
                people[name] += 1
            elif kind == "organisation":
                organisations[name] += 1
                self._introduce(text, start, end)
        people.update(couples(text, found, people))
        self._introduce_by_letters(organisations)
        self._speakers = speakers_of(document)
        people.update(name for name in self._speakers if is_full_name(name))
        self._spellings, self._people = _group_people(people)
        self._by_ending: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._by_first: dict[str, set[str]] = defaultdict(set)
        for words, name in self._people.items():
            for size in range(1, len(words)):
                self._by_ending[words[size:]].add(name)
            self._by_first[words[0]].add(name)
        self._by_beginning: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._by_last: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for name in organisations:
            words = words_of(name)
            size = len(words)
            if size > 1:
                self._by_last[words[-1:]].add(name)
            while size > 1 and words[size - 1] in _CORPORATE:
                size -= 1
                self._by_beginning[words[:size]].add(name)
        for name in organisations:
            for words in short_forms(name, name in signed):
                if " ".join(words) not in _known_bodies():
                    self._by_beginning[words].add(name)

    def name(self, written: str, kind: MentionKind) -> str | None:
        """Give the name that a mention stands for; None where it can be more than one."""
        alias = _ALIASES.get(written.lower())
        if alias is not None and kind != "person":
            return alias
        if written in self._acronyms:
            return self._acronyms[written]
        if kind == "person":
            return self._person(written)
        if kind == "organisation":
            words = words_of(written)
            longer = self._by_beginning.get(words) or self._by_last.get(words) or {written}
            return next(iter(longer)) if len(longer) == 1 else written
        return _readable(written) if len(written) > 4 else written

    def _person(self, written: str) -> str | None:
        if written in self._spellings:
            return self._spellings[written]
        words = words_of(written)
        if words in self._people:
            return self._people[words]
        fits = self._by_ending.get(words)
        if fits is None and len(words) == 1:
            fits = self._by_first.get(words[0])
        if fits is None:
            return _readable(written)
        return next(iter(fits)) if len(fits) == 1 else None

    def short_names(self, alone: Set[str]) -> dict[str, str]:
        """Give the family and first names, as written, of one person only, with the full name.

        Args:
            alone: Names that were found. A family name that several bear has to be one of them, so
                that it is known to be used alone; it stands for itself.
        """
        found: dict[str, str] = {}
        for name in self._people.values():
            surname = _surname(name)
            bearers = self._by_ending.get((surname.lower(),))
            if bearers == {name}:
                found[surname] = name
            elif bearers and surname in alone:
                found[surname] = surname
            first = name.split()[0]
            if first in _FIRST_NAMES and self._by_first.get(first.lower()) == {name}:
                found.setdefault(first, name)
        for name in self._speakers:
            if not is_full_name(name) and (full := self._person(name)) is not None:
                found.setdefault(name, full)
        return found

    def joins_people(self, written: str) -> bool:
        """Are these the family names of two people, joined ("the Varga-Ruiz talks")?"""
        parts = re.split("[-–]", written)
        return len(parts) == 2 and all((part.lower(),) in self._by_ending for part in parts)

    def acronyms(self, text: str) -> Iterator[tuple[int, int, MentionKind]]:
        """Give every place where an acronym stands that the document introduced."""
        if self._acronyms:
            for place in _ACRONYM.finditer(text):
                if place.group() in self._acronyms:
                    yield place.start(), place.end(), "organisation"

    def _introduce(self, text: str, start: int, end: int) -> None:
        """Note "International Atomic Energy Agency (IAEA)"."""
        introduced = _INTRODUCED.match(text, end)
        name = text[start:end]
        if introduced is not None and _abbreviates(introduced.group(1), name):
            self._acronyms.setdefault(introduced.group(1), name)

    def _introduce_by_letters(self, organisations: Iterable[str]) -> None:
        """Note the only "International Atomic Energy Agency" of a text that also says "IAEA"."""
        by_letters: dict[str, set[str]] = defaultdict(set)
        for name in organisations:
            words = [word for word in re.findall(r"[^\s-]+", name) if word not in _SMALL_WORDS]
            if words[-1:] in (["Convention"], ["Conference"]):
                continue  # DNC is the committee that holds it
            if len(words) >= _LETTERS and all(word[0].isupper() for word in words):
                by_letters["".join(word[0] for word in words)].add(name)
            if (department := _as_department(words)) is not None:
                by_letters[department].add(name)
        for short in organisations:
            whole = by_letters.get(short, set())
            if len(whole) == 1 and short.lower() not in _ALIASES:
                self._acronyms.setdefault(short, next(iter(whole)))


def _group_people(names: Counter[str]) -> tuple[dict[str, str], dict[tuple[str, ...], str]]:
    """Give each spelling, and the words of each, the one name of that person.

    That is the most frequent spelling, then the longest. Of "Jr." and the elder, the words alone
    mean the elder.
    """
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        groups[_spelling_key(name)].append(name)
    endings = _endings(groups) | misspelt(groups, names)
    spellings: dict[str, str] = {}
    people: dict[tuple[str, ...], str] = {}
    for key, group in sorted(groups.items(), key=lambda each: each[0][-1]):
        whole = groups[endings[key]] if key in endings else group
        best = _readable(max(whole, key=lambda name: (names[name], len(name), name)))
        for spelling in group:
            spellings[spelling] = best
            people.setdefault(words_of(spelling), best)
    return spellings, people


def _spelling_key(name: str) -> tuple[str, ...]:
    """Give what spellings of one name in one document have in common: "Ken" is "Kenneth" there.

    So are "J.D. Lund" and "JD Lund".
    """
    first, *rest = map(without_accents, person_key(name))
    return (given_name(first.replace(".", "")), *rest) if rest else (first,)


def without_accents(name: str) -> str:
    """Give a name without its accents, which many houses leave out: "françois" is "francois"."""
    if name.isascii():
        return name
    return "".join(letter for letter in normalize("NFD", name) if not combining(letter))


def _endings(groups: Mapping[tuple[str, ...], list[str]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give whose name a shorter one ends: "Ben Achour" is "Rym Ben Achour" if nobody else is."""
    longer: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for key, group in groups.items():
        words = words_of(group[0])
        for size in range(1, len(words) - 1):
            longer[words[size:]].add(key)
    found = ((key, longer.get(words_of(group[0]), set()) - {key}) for key, group in groups.items())
    return {key: next(iter(whole)) for key, whole in found if len(whole) == 1}


def _surname(name: str) -> str:
    words = [word for word in name.split() if word.strip(".,").lower() not in _GENERATIONS]
    return words[-1].strip(".,") if words else name


def _readable(name: str) -> str:
    """Give a name that is all capitals as it is usually written: "ELENA VARGA", "Elena Varga"."""
    joined = " ".join(name.split())
    if len(joined) > 3 and joined.isupper():
        return re.sub(
            r"[^\W\d_]+(?:['’][^\W\d_]{1,2}\b)?", lambda word: word[0].capitalize(), joined
        )
    return joined


def _as_department(words: Sequence[str]) -> str | None:
    """Give the letters of "Justice Department" and "Department of Justice": DOJ."""
    if "Department" not in (*words[:1], *words[-1:]):
        return None
    rest = [word[0] for word in words if word != "Department" and word not in ("U.S.", "US")]
    return "".join(["DO", *rest]) if rest and all(map(str.isupper, rest)) else None


def _abbreviates(acronym: str, name: str) -> bool:
    """Do the capitals of an acronym follow the words of the name in order?"""
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    initials = [
        word[0].lower() for word in re.split(r"[\s-]+", name) if word and word not in _SMALL_WORDS
    ]
    place = 0
    for letter in letters:
        while place < len(initials) and initials[place] != letter:
            place += 1
        place += 1
    return len(letters) > 1 and (place <= len(initials) or _hidden(letters, name.lower()))


def _hidden(letters: list[str], name: str) -> bool:
    """Do the letters stand in the name in order, the first one first ("Centcom")?"""
    rest = iter(name)
    return name[:1] == letters[0] and all(letter in rest for letter in letters)
