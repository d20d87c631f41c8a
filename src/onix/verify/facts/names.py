"""Is a name of a draft spelt as the record spells it? Names of a line in, what the record has out.

A name that the record has, word for word, is right. One that it has not is wrong only where it is
nearly one that it has, in nearly the same words around it; a name that the record has nowhere
near is another's, of whom it says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from math import isinf

from rapidfuzz.distance import Levenshtein

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.function_words import AUXILIARIES, RELATIVES
from onix.reading.names.identities import behind_titles, given_name, speaker_name
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.names.persons import nouns_in
from onix.reading.words import sections, words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.slips import is_one_letter, is_slip_of_name, is_slip_of_short
from onix.verify.spellings import spelled

_MISSPELT = 0.3  # how alike a name and what stands around it have to be, where a letter is other,
_OTHER_WORD = 0.48  # and where a word is another
_BEGUN = 0.35  # where it begins as the other,
_LETTER = 0.42  # and where only its first letter is the other's,
_MIXED = 0.42  # and where it is one person's given name with another's family name,
_OF_A_KIND = 0.5  # and where it is another institution of its kind,
_NEARLY = 0.5  # how alike the other words of two bodies are written, that may be one
_AT = re.compile(r"\b(?:in|at|near|outside|around)\s$", re.IGNORECASE)
# What opens a sentence behind a name, and not the names May and Will.
_NO_NAMES = (AUXILIARIES | RELATIVES | {"why", "how"}) - {"may", "will"}
_TWO = 2  # words that a full name has at least
_LIKE = 3  # letters with which two family names begin
_LONG = 5  # letters a family name has to have, alone, to be another's misspelt


class Names:
    """The names of the sources, and where they stand."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._texts = [
            f" {' '.join(words_of_name(plain(line.span.text)))} " for line in shelf.lines
        ]
        self._words = frozenset(word for text in self._texts for word in text.split())
        self._sources = {words: line for line in reversed(shelf.lines) for words in _whose(line)}
        self._by_word: dict[str, list[tuple[tuple[str, ...], Line, Span]]] = defaultdict(list)
        self._whole: set[tuple[str, ...]] = set()
        for line in shelf.lines:
            for span in line.names:
                self._add(words_of_name(plain(span.text)), line, span)
        for line in shelf.lines:  # a name that stands in the label of a turn alone
            for words in _spoken(line):
                if len(words) > 1 and words not in self._whole:
                    self._add(words, line, line.span)
        self._meant = {
            name: (line, span)
            for line in reversed(shelf.lines)
            for span in line.names
            if (name := _meant(line, span)) is not None
        }

    def _add(self, words: tuple[str, ...], line: Line, span: Span) -> None:
        if len(words) > 2 and nouns_in(words[0].removesuffix("s")):
            words = words[1:]  # "Divers Gareth Pym"
        self._whole.add(words)
        for word in words:
            self._by_word[word].append((words, line, span))

    def are_of_two(self, words: tuple[str, ...]) -> bool:
        """Are these the given name of one person and the family name of another in the record?"""
        if len(words) != 2:
            return False
        pairs = [each for each in self._whole if len(each) == 2]
        first, last = (any(each[at] == words[at] for each in pairs) for at in (0, 1))
        return first and last

    def meaning(self, line: Line, name: Span) -> tuple[Line, Span] | None:
        """Give where a body or a place stands by another name: "the UAE" for its full one."""
        meant = _meant(line, name)
        return None if meant is None else self._meant.get(meant)

    def of(self, lines: Sequence[Line]) -> frozenset[tuple[str, ...]]:
        """Give all names of a draft, by their words."""
        return frozenset(words_of_name(plain(name.text)) for line in lines for name in line.names)

    def holding(self, words: Sequence[str]) -> Line | None:
        """Give the first line that has these words in a row, or that somebody called so tells."""
        if not self._words.issuperset(words):
            return self._sources.get(tuple(words))
        wanted = f" {' '.join(words)} "
        places = (at for at, text in enumerate(self._texts) if wanted in text)
        at = next(places, None)
        return self._sources.get(tuple(words)) if at is None else self._shelf.lines[at]

    def near(self, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Line, Span]]:
        """Give the names that share a word with this one, or have a word nearly like its last."""
        for word in words:
            if word not in words_of("facts", "no_names"):
                yield from self._by_word.get(word, ())
        if len(words) == 1 and len(words[0]) >= _LONG:
            for word in self._spelt(words[0]):
                yield from self._by_word[word]

    def _spelt(self, word: str) -> list[str]:
        initials = {part[:1] for part in word.split("-")}
        others = (other for each in sorted(initials) for other in self._alphabet[each])
        return [other for other in others if len(other) >= _LONG and is_slip_of_name(word, other)]

    @cached_property
    def _alphabet(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._by_word:
            found[word[:1]].append(word)
        return found


def _whose(line: Line) -> Iterator[tuple[str, ...]]:
    """Give whose a line is, by the words of their names: an outlet's, or who speaks in its turn."""
    if line.document.outlet:
        yield words_of_name(plain(line.document.outlet))
    yield from _spoken(line)


def _spoken(line: Line) -> Iterator[tuple[str, ...]]:
    """Give the name of whoever speaks a line in a transcript, and the family name alone."""
    turns = line.document.turns
    at = bisect_right(turns, line.span.start, key=lambda turn: turn.span.start) - 1
    label = turns[at].speaker if at >= 0 else None
    name = None if label is None else speaker_name(label)
    if name is not None:
        words = words_of_name(plain(name[behind_titles(name, 0, len(name)) :]))
        yield from (words, words[-1:])


def _meant(line: Line, name: Span) -> str | None:
    """Give the name that a name of a body or a place is read to stand for."""
    mentions = (each for each in line.mentions if each.span.start == name.start)
    return next((each.name for each in mentions if each.kind != "person"), None)


def plain(text: str) -> str:
    """Give a name without what makes it an owner's, and without what houses leave out.

    That is accents, and the points and spaces of initials: "J. D. Aas" and "J.D. Aas" for JD Aas;
    and what it has another word for: "the Berg-led team" names Berg.
    """
    text = _INITIAL.sub(r"\1", re.sub(r"['’]s?(?=\W|$)", "", _BY_NAME.sub("", text)))
    bare = unicodedata.normalize("NFKD", _OKINA.sub("", text.replace("’", "'")))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def verify_names(
    shelf: Shelf, names: Names, line: Line, known: frozenset[tuple[str, ...]]
) -> Iterator[Found]:
    """Give what the record says of the spelling of each name of a line.

    Args:
        known: All names of the draft: what it names itself is nobody else misspelt.
    """
    authors = {words_of_name(plain(each)) for each in line.document.authors}
    for span in line.names:
        words = words_of_name(plain(span.text))
        if (
            line.is_quoted(span)
            or not words
            or words in authors
            or _is_row(span.text)
            or _is_cut(span.text)
            or (span.text.isupper() and len(words) > 1)
        ):
            continue
        if _CUT.match(line.behind(span.end, 2)):
            continue  # "Ki Tae" of "Ki Tae-gyu"
        where = names.holding(words)
        if where is not None:
            yield Found("name", span, "supported", where, _within(where, span))
        elif (meant := names.meaning(line, span)) is not None:
            yield Found("name", span, "supported", *meant)
        else:
            yield _verify(shelf, names, line, span, words, known)


_CUT = re.compile(r"-[a-z]")
_BY_NAME = re.compile(r"-(?:led|run|born|held|style|era|[a-z]{2,}ed)$")
_INITIAL = re.compile(r"\b([A-Z])\.\s?(?=[A-Z]\b)")
_PARTICLES = frozenset({"della", "delle", "degli", "dalla"})  # others have four letters at most
_OPENING = frozenset({"while", "when", "after", "before", "although", "though", "because", "all"})
_OKINA = re.compile(r"(?<=[a-z])['ʻ‘](?=[a-z]\b)")  # "Hawai'i"
_ROW = re.compile(r"[a-z][^\W\d_]{3,}\s.*\s(?:and|or)\s")


def _is_row(text: str) -> bool:
    """Does a name begin with a noun and go on to another: "apple grower and Ulvsund"?"""
    return _ROW.match(text) is not None


def _is_cut(text: str) -> bool:
    """Does a name begin with a word of its sentence: "While Republicans", "guide Berg"?"""
    first = text.split()[0]
    if " " not in text:
        return False
    is_noun = first.islower() and first.isalpha() and len(first) > 4 and first not in _PARTICLES
    return is_noun or first.lower() in _OPENING


def _within(line: Line, name: Span) -> Span:
    """Give the words of a line that are this name, or all of it where it is parted otherwise."""
    at = line.span.text.find(name.text)
    start = line.span.start + at
    return line.document.span(start, start + len(name.text)) if at >= 0 else line.span


def _verify(
    shelf: Shelf,
    names: Names,
    line: Line,
    span: Span,
    words: tuple[str, ...],
    known: frozenset[tuple[str, ...]],
) -> Found:
    best: tuple[float, Line, Span, float] | None = None
    for others, where, place in names.near(words):
        if others in known and others != words and not _are_one_misspelt(words, others):
            continue
        is_half = len(words) == 1 and "-" in words[0]  # "Nye-Prosser" for Aled Prosser-Nye
        are_persons = all(_is_persons(*each) for each in ((line, span), (where, place)))
        needed = _needed(words, others[-1:] if is_half else others, are_persons=are_persons)
        is_beside = isinf(shelf.doubt(where))
        if is_beside and not is_one_letter(words, others):
            continue  # "Mike Blakely", a sheriff, where Mike Blake takes pictures
        if _is_beside(words, others, where):
            continue  # "Ronald Petch and his wife, Beryl": she is Beryl Petch
        is_other = needed == _OTHER_WORD
        if is_other and not are_persons and not _may_be_another(words, others, span, place):
            continue
        if is_other and shelf.is_looked_up(where) and not _begin_alike(words, others):
            continue
        if is_other and _begin_as(words, others):
            needed = _BEGUN
        elif is_other and are_persons and _begin_alike(words, others):
            needed = _LETTER
        elif is_other and names.are_of_two(words):
            needed = _MIXED
        if is_beside and needed is not None:
            needed = max(needed, _MISSPELT)
        likeness = shelf.likeness(line, span, where, place)
        if needed is not None and likeness >= needed and (best is None or likeness > best[0]):
            best = (likeness, where, place, needed)
    if best is None:
        return Found("name", span, "not_in_record")
    _, where, place, needed = best
    is_slip = needed <= _MISSPELT
    return Found("name", span, "contradicted", where, place, "name", is_lasting=is_slip)


def _begin_alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Does the other word of two names begin with the same letter, and is not cut short?

    In what nobody gave for the draft there are others of the name, and who takes one name for
    another takes one that begins as it does: Helen, Heather. Of 18 found otherwise in an archive's
    own articles none was wrong.
    """
    one, other = next(pair for pair in zip(words, others, strict=True) if pair[0] != pair[1])
    return one[0] == other[0] and not (one.startswith(other) or other.startswith(one))


def _begin_as(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Do two full names differ in long family names that begin alike: "McCork…", "McCorq…"?"""
    one, other = words[-1], others[-1]
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))
    is_near = same >= _LIKE and 2 * same >= max(len(one), len(other)) - 2
    return is_near and len(words) > 1 and words[:-1] == others[:-1]


def _may_be_another(
    words: tuple[str, ...], others: tuple[str, ...], span: Span, place: Span
) -> bool:
    """May a body with another word be the other, so that one of them is wrong?

    People have one given name and one family name. There are several bodies and places of one
    sort, so of those only what is written nearly so: "Brightwater Cooling" for "Bridgewater"; or
    what is of one sort by all other words: "the Renewal Party" for the Reform Party.
    """
    one, other = next(pair for pair in zip(words, others, strict=True) if pair[0] != pair[1])
    if all(_are_whose(*each) for each in ((one, span), (other, place))):
        return True  # "the Harbour Dockers' Alliance", "the Harbour Owners' Alliance"
    if len(words) > _TWO and one[0] == other[0] and not is_land(one) and not is_land(other):
        return True
    return Levenshtein.normalized_similarity(one, other) >= _NEARLY


def _are_whose(word: str, name: Span) -> bool:
    """Are these the people whose body has a name: "owners" of "Harbour Owners' Alliance"?"""
    return re.search(rf"\b{re.escape(word)}['’]\s", name.text, re.IGNORECASE) is not None


def _is_persons(line: Line, name: Span) -> bool:
    """Is a name a person's, or taken for nothing else; and does it not stand where places do?"""
    kinds = {each.kind for each in line.mentions if each.span.overlaps(name)}
    return kinds <= {"person"} and not _AT.search(line.before(name.start))


@cache
def _peoples() -> frozenset[str]:
    """Give the words for what is of a land: "american"."""
    return frozenset(each.lower() for each in sections("kinds")["demonyms"])


@cache
def is_land(word: str) -> bool:
    """Has a word in lower case another for what is of it: "austria"?"""
    return any(lexicon.stem(each) in lexicon.relatives(word) for each in _peoples())


def _is_of_land(one: str, other: str) -> bool:
    """Is one word a land and the other what is of it: "Latin America", "Costa Rican"?"""
    short, long = sorted((one, other), key=len)
    return (one in _peoples()) != (other in _peoples()) or (
        short.endswith("a") and long == f"{short}n"
    )


def _are_of_a_kind(one: str, other: str) -> bool:
    """May one institution be taken for the other: a university, a conservatory?"""
    return any({one, other} <= set(each.split()) for each in sections("facts")["institutions"])


def _are_one_misspelt(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Do two names differ in a slip of the family name alone: "Ingrid Dahl", "Ingrid Dahle"?"""
    return (
        len(words) > 1
        and words[:-1] == others[:-1]
        and len(words[0]) > 1
        and (is_slip_of_name(words[-1], others[-1]) or is_slip_of_short(words[-1], others[-1]))
    )


def _is_beside(words: tuple[str, ...], others: tuple[str, ...], line: Line) -> bool:
    """Does the same sentence have what a name has and the other has not?"""
    more = set(words) - set(others)
    return bool(more) and more <= set(words_of_name(plain(line.span.text)))


def _needed(
    words: tuple[str, ...], others: tuple[str, ...], *, are_persons: bool = False
) -> float | None:
    """Say how alike two names and what is around them must be, to be one; None: they never are."""
    if len(words) != len(others) or words == others:
        return None
    changed = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    if len(changed) > 1:
        return None
    one, other = changed[0]
    last = (words[-1], others[-1])
    if changed[0] == last and len(words) > 1 and _are_of_a_kind(*last):
        return _OF_A_KIND
    bodies = words_of("roles", "bodies")
    if changed[0] == last and len({each in bodies for each in last}) > 1:
        return None  # "Wrenmoor council" is no "Wrenmoor Courier"
    if {f"{one}s", f"{other}s"} & {one, other}:
        return 0.0 if are_persons and words[:-1] == others[:-1] != () else None
    if _is_of_land(one, other):
        return None  # "Latin American"
    if spelled(one) == spelled(other) or {f"{one}ern", f"{other}ern"} & {one, other}:
        return None  # "World Food Programme", "Middle Eastern"
    if any(map(str.isdigit, one)) and any(map(str.isdigit, other)):
        return None  # "Interstate 80" and the "45th Regatta" are none but themselves
    if given_name(one) == given_name(other) or not _NO_NAMES.isdisjoint((one, other)):
        return None  # "Charlie" is Charles, and "Have" in "Video Have" no name
    if min(len(one), len(other)) == 1:
        return None  # "R Dyer" may be Ron
    if _are_one_misspelt(words, others):
        return 0.0  # nobody else of that name stands in the record
    if one.startswith(other) or other.startswith(one):
        return None if len(words) == 1 else _OTHER_WORD  # "Sam" may be "Samuel"
    if is_slip_of_name(one, other):
        return None if all(map(is_land, (one, other))) else _MISSPELT  # "Austria"
    return _OTHER_WORD if len(words) > 1 else None
