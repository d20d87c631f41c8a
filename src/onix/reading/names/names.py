"""Who and where is named: the model's entities in, mentions out, each with what it stands for.

The model's spans are repaired as news needs it, given one kind for each name in a document,
joined by what the model missed of people it found elsewhere, and resolved (`identities.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onix.model import Document, Mention, MentionKind, Span
from onix.reading.grammar.openings import credit
from onix.reading.names.genders import COURTESY, gender_of_name, gender_of_noun
from onix.reading.names.headings import without_other_words
from onix.reading.names.identities import HONOURS, Identities, behind_titles
from onix.reading.names.kinds import Found, age_follows, is_aged, one_kind
from onix.reading.names.missed import find_missed
from onix.reading.names.nicknames import as_elsewhere, find_nicknamed
from onix.reading.names.organisations import find_organisations
from onix.reading.names.persons import (
    behind_callings,
    end_of_name,
    find_people,
    first_names,
    is_behind_office,
    nouns_in,
)
from onix.reading.names.titles import find_descriptions
from onix.reading.names.whole import whole_name, with_family_names
from onix.reading.neural.pipeline import Entity
from onix.reading.words import sections, words_of

KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_LISTS = sections("names")
_POSSESSIVE = tuple(_LISTS["possessive"])
# Short forms whose stop the model leaves behind: "Robert Hale |Jr|."
_CUT_OFF = (" Jr", " Sr", " Inc", " Corp", " Ltd", " Co")
_NEVER = frozenset(_LISTS["never"])
_PREPOSITIONS = frozenset(sections("grammar")["prepositions"])
_AUXILIARIES = frozenset(sections("grammar")["auxiliaries"]) | _PREPOSITIONS
_DEMONYMS = frozenset(sections("kinds")["demonyms"])
_PEOPLES = words_of("roles", "peoples") | {word.lower() for word in _DEMONYMS}
_PARTISANS = _PEOPLES | {"republican", "democrat"}
_ONE_OF = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Tt]hat|[Ff]ellow)\s(?:[a-z-]+\s)?$")
_ONE_OF_REACH = 30  # characters

_JUNK_BEFORE = re.compile(r"""(?:[\s"'“”‘’«»()\[\]{},;:•*|/\\.…#@_–—-]|&(?!\w))+""")
_JUNK_AFTER = re.compile(
    r"""(?:[\s"“”‘’'«»(\[{,;:•*|/\\…#@&_–—-]|(?<=\s)(?:and|or|of|the|in|for|at|to|on|by|with))+$"""
)
_DETERMINER = re.compile(
    r"(?:the|an?|this|that|these|those|its|his|her|our|their|my|your)\s+(?=\S)", re.IGNORECASE
)
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Cllr|Coun)\.?\s")
_BORNE = re.compile(rf"(?:{'|'.join(map(str.title, _LISTS['borne']))})\b")
_BEHIND = re.compile(r"\s(?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?")
_OWNER = re.compile(r"['’](?:s|S)?$")
_INSIDE = re.compile(r"['’]s\b")  # what begins with the end of another word
_OWNED = re.compile(r"(\S.{0,40}?['’]s)\s+(?=[A-Z]\S*\s\S)")  # "Porto's Institute of Law"
_OF_YEAR = re.compile(r"([A-Z][\w-]+)['’]s\s(?:19|20)\d\d")
_OWNS = re.compile(r"(\S.{0,40}?)['’]s\s")
_NOT_A_NAME = re.compile(r"https?:|www\.|[@<>=]|\.(?:com|org|net)\b|^\d+$", re.IGNORECASE)
_LOWER = re.compile(r"\b[a-z]+\b")
_ADDRESSED = re.compile(rf"{COURTESY}\Z")


def find_mentions(
    document: Document, sentences: Sequence[Span], entities: Sequence[Entity]
) -> tuple[Mention, ...]:
    """Give the people, organisations and places named in a document, in order, none overlapping.

    1. The model's spans, repaired, and full names that grammar shows to be people's. 2. One kind
    for each name. 3. What each stands for. 4. People named elsewhere in the document whom the
    model missed. 5. Descriptions that can mean one person only ("the envoy").
    """
    text = document.text
    found = [
        each
        for entity in entities
        if (kind := _kind(text, entity)) is not None
        for part in _parts(text, entity, kind)
        if (each := _repair(text, *part)) is not None
    ]
    found = with_family_names(text, [whole_name(text, each) for each in _joined(text, found)])
    peoples = {text[each.start : each.end].lower() for each in entities if each.label == "NORP"}
    organisations = sorted(find_organisations(text))
    signed = {text[start:end] for start, end in organisations}
    begins = _credited(sentences)
    found = [_behind_credit(each, begins) for each in found]
    found = _with_people(text, _without_beginnings(text, begins, found), organisations)
    found = [_behind_opening(text, _on_one_line(text, each)) for each in found]
    found = without_other_words(text, one_kind(document, found, peoples, signed))
    identities = Identities(document, found, signed)
    found = [each for each in found if not identities.joins_people(text[each[0] : each[1]])]
    found = _merge(found, identities.acronyms(text))
    found = _merge(found, find_missed(text, identities, found))
    mentions = [
        Mention(document.span(start, end), kind, name)
        for (start, end, kind), name in zip(found, _names(text, found, identities), strict=True)
    ]
    described = find_descriptions(document, mentions)
    if described:
        mentions = sorted([*mentions, *described], key=lambda mention: mention.span.start)
    return tuple(mentions)


def _names(text: str, found: Sequence[Found], identities: Identities) -> Iterator[str | None]:
    """Give what each place where somebody or something is named stands for.

    Whoever comes with an age and a first name is new: "the 61-year-old Odd" is not "Odd Lund". But
    "Odd, 61," is he where he came in without an age.
    """
    introduced: set[str] = set()
    aged: set[str] = set()
    for start, end, kind in found:
        written = text[start:end]
        name = _name(text, start, end, kind, identities)
        with_age = is_aged(text, start, end)
        if name is not None and with_age and name.startswith(f"{written} ") and kind == "person":
            known = name in introduced - aged and age_follows(text, end)
            name = name if known else written
        if name is not None and " " in written:
            introduced.add(name)
        if name is not None and with_age:
            aged.add(name)
        yield None if name is None else as_elsewhere(text, name)


def _name(text: str, start: int, end: int, kind: MentionKind, identities: Identities) -> str | None:
    """Give what a place where somebody or something is named stands for."""
    written = text[start:end]
    name = identities.name(written, kind)
    if kind == "person" and name is not None and _is_another(text, start, written, name):
        return written
    return name


def _is_another(text: str, start: int, written: str, name: str) -> bool:
    """Does a title say that this is another of the family: is "Mr. Lund" no "Ann Lund"?"""
    if " " in written or " " not in name:
        return False
    courtesy = _ADDRESSED.search(text, max(0, start - 7), start)
    told = courtesy and gender_of_noun(courtesy["courtesy"].lower())
    return bool(told) and gender_of_name(name) not in (None, told)


def _on_one_line(text: str, found: Found) -> Found:
    """Cut a span that runs on into the next line, as no sentence does."""
    start, end, kind = found
    line = text[start:end].partition("\n")[0].rstrip()
    return start, start + len(line), kind


def _behind_credit(found: Found, begins: Sequence[tuple[int, int]]) -> Found:
    """Leave out whose the picture before is: "|Wire/Acme Pictures| Ana Ruiz leaves the court"."""
    start, end, kind = found
    number = bisect_right(begins, (start, end)) - 1
    behind = begins[number][1] if number >= 0 else start
    return (behind, end, kind) if start < behind < end else found


def _credited(sentences: Sequence[Span]) -> list[tuple[int, int]]:
    """Give where sentences begin, and where behind whose picture they go with."""
    ends = ((each.start, each.text, each.text[:_CREDIT]) for each in sentences)
    return [
        (start, start + (credit(text) if "/" in first or " via " in first else 0))
        for start, text, first in ends
    ]


_CREDIT = 60  # characters that a credit before a caption may take


def _behind_opening(text: str, found: Found) -> Found:
    """Leave out a word of grammar that a heading opens with: "|Will| Ana Ruiz go?"."""
    start, end, kind = found
    whole = text[start:end]
    first, _, rest = whole.partition(" ")
    opens = first.lower() in (_AUXILIARIES if " " in rest else _PREPOSITIONS)
    if kind == "person" and rest and opens and text.count(rest) > text.count(whole):
        return end - len(rest), end, kind
    return found


_APPOSED = re.compile(
    r"(?P<place>[^\W\d_]+(?:[ -][^\W\d_]+)?), (?P<person>(?:[A-Z][\w.’'-]*\s*){2,4})"
)


_OF = re.compile(
    r"(?P<first>[A-Z][\w’'-]+) (?:[A-Z]\. )?(?P<last>[A-Z][\w’'-]+) of (?:the )?(?P<rest>[A-Z].*)"
)


def _kind(text: str, entity: Entity) -> MentionKind | None:
    """Give what the model found, a person where only somebody's title can open it; else None."""
    if entity.label != "PERSON" and _BORNE.match(text, entity.start, entity.end):
        return "person"
    return KINDS.get(entity.label)


def _parts(text: str, entity: Entity, kind: MentionKind) -> Iterator[Found]:
    """Give what the model's span joins: "Ana Ruiz/Acme Pictures" credits her and them."""
    start, end = entity.start, entity.end
    opened = text.find("(", start, end)
    if opened > start and text.find(")", opened, end) < 0:
        end = opened  # "Global Energy Forum (GEF"
    apposed = _APPOSED.match(text, start, end)
    if apposed is not None and text[end : end + 1] == "," and text.endswith("of ", 0, start):
        yield start, apposed.end("place"), "place"  # "the mayor of |Sollen, Ana Ruiz|, said"
        yield apposed.start("person"), end, "person"
        return
    of = _OF.fullmatch(text, start, end) if kind != "place" else None
    if of is not None and of["first"] in first_names() and not nouns_in(of["last"].lower()):
        yield start, of.end("last"), "person"  # "|Ana Ruiz| of |Acme|", but not "Mary Queen of …"
        yield of.start("rest"), end, "organisation"
        return
    if "/" not in text[start:end] or " " not in text[start:end].strip():
        yield start, end, kind
        return
    for number, part in enumerate(text[start:end].split("/")):
        is_person = number == 0 and len(part.split()) > 1 and kind != "place"
        yield start, start + len(part), "person" if is_person else "organisation"
        start += len(part) + 1


def _repair(text: str, start: int, end: int, kind: MentionKind) -> Found | None:
    """Cut a span of the model down to the name in it; None where there is none."""
    junk = _JUNK_BEFORE.match(text, start, end)
    start = junk.end() if junk is not None else start
    end = start + len(_JUNK_AFTER.sub("", text[start:end]))
    owner = _OWNER.search(text[start:end])
    if owner is not None and not _owns_itself(text[start:end]):
        end = start + owner.start()
    of_year = _OF_YEAR.fullmatch(text, start, end)
    if of_year is not None:
        end, kind = of_year.end(1), "person"  # "Varga's 2020 campaign"
    owned = _OWNED.match(text, start, end) if kind == "organisation" else None
    if owned is not None and not _owns_itself(owned.group(1)):
        start = owned.end()
    elif owned is None and kind == "organisation" and _is_owned_person(text, start, end):
        start, kind = text.rindex(" ", start, end) + 1, "person"
    owns = _OWNS.match(text, start, end) if kind == "person" else None
    if owns is not None:
        end = owns.end(1)  # "Varga's TV interview" is about Varga
    determiner = _DETERMINER.match(text, start, end)
    if determiner is not None:
        start = determiner.end()
    titled = _COURTESY.match(text, start, end) or is_behind_office(text, start, end)
    if kind == "organisation" and titled:
        kind = "person"
    if kind == "person":
        # The model ends before the name: "Lady Justice| Orme".
        cut = _BORNE.fullmatch(text, start, end) and _BEHIND.match(text, end)
        end = cut.end() if cut else end_of_name(text, start, end)
        start = behind_callings(text, behind_titles(text, start, end), end)
        end -= len(text[start:end]) - len(HONOURS.sub("", text[start:end]))
    if kind == "organisation":
        start = _behind_what_it_is(text, start, end)
    name = text[start:end]
    if text[end : end + 1] == "." and name.endswith(_CUT_OFF):
        end += 1
        name = text[start:end]
    inside = start and (text[start - 1].isalnum() or _INSIDE.match(text, start - 1))
    if inside or not _is_name(name, kind):
        return None
    if _ONE_OF.search(text, max(0, start - _ONE_OF_REACH), start) is None:
        return start, end, kind
    if name.lower() in _PEOPLES:
        return None  # "the Swede said"
    place, _, last = name.rpartition(" ")
    if kind == "organisation" and place and last.lower() in _PARTISANS:
        return start, start + len(place), "place"  # "the |New Mexico| Republican said"
    return start, end, kind


def _is_owned_person(text: str, start: int, end: int) -> bool:
    """Is it somebody of a body, whom the text names in full: "the Ledger’s |Lund|"?"""
    owner, _, family = text[start:end].rpartition(" ")
    if not owner.endswith(("’s", "'s")) or _owns_itself(owner) or not family.isalpha():
        return False
    named = re.search(rf"\b(\w+) {family}\b", text)
    return named is not None and named[1] in first_names()


def _behind_what_it_is(text: str, start: int, end: int) -> int:
    """Give where a body's name begins that opens with what it is: "Chipmaker |Nandrix|".

    The text has to call it by the rest elsewhere, as "Airline Lund" may be its name.
    """
    whole = text[start:end]
    first, _, rest = whole.partition(" ")
    is_what = first.istitle() and first.lower() in words_of("roles", "companies")
    return end - len(rest) if rest and is_what and text.count(rest) > text.count(whole) else start


def _owns_itself(name: str) -> bool:
    return name.lower().replace("’", "'").endswith(_POSSESSIVE)


def _is_name(name: str, kind: MentionKind) -> bool:
    if (
        sum(map(str.isalpha, name)) < 2
        or name.islower()
        or name.lower() in _NEVER
        or name in _DEMONYMS
    ):
        return False
    if _NOT_A_NAME.search(name) is not None:
        return False
    if kind != "person":
        return True
    last = name.rpartition(" ")[2].lower()
    nobody = last in words_of("names", "nobody") or name.lower() in words_of("roles", "kin")
    return not (nobody or any(map(str.isdigit, name)))


def _without_beginnings(
    text: str, begins: Sequence[tuple[int, int]], found: list[Found]
) -> list[Found]:
    """Leave out words that have a capital only because a sentence begins with them."""
    starts = {place for each in begins for place in each}
    lower: set[str] | None = None
    kept = []
    for each in found:
        start, end, _ = each
        name = text[start:end]
        if start in starts and name.isalpha() and name[1:].islower():
            if lower is None:
                lower = set(_LOWER.findall(text))
            if name.lower() in lower:
                continue
        kept.append(each)
    return kept


def _joined(text: str, found: Sequence[Found]) -> list[Found]:
    """Make one person of a first name and a family name that the model took for two places."""
    joined: list[Found] = []
    for start, end, kind in found:
        if joined and kind == "place" and text[joined[-1][1] : start] == " ":
            first, last, before = joined[-1]
            words = text[first:last], text[start:end]
            if before != "organisation" and words[0] in first_names() and " " not in words[1]:
                joined[-1] = first, end, "person"
                continue
        joined.append((start, end, kind))
    return joined


def _with_people(
    text: str, found: list[Found], organisations: Iterable[tuple[int, int]]
) -> list[Found]:
    """Put surely a person's or body's full name in the place of what the model made of it."""
    people, nicknamed = (_people(text, each) for each in (find_people(text), find_nicknamed(text)))
    longer = [each for each in found if each[2] == "person" and " " in text[each[0] : each[1]]]
    people = _merge(nicknamed, _merge(longer, people))
    whole = [each for each in found if each[2] == "organisation"]
    bodies: list[Found] = [
        (start, end, "organisation")
        for start, end in organisations
        if not any(first <= start and end <= last for first, last, _ in whole)
    ]
    return _merge(_merge(bodies, people), found)


def _people(text: str, places: Iterable[tuple[int, int]]) -> list[Found]:
    return sorted(
        (behind_titles(text, start, end), end, "person")
        for start, end in places
        if not text.endswith((" St. ", " Ste. "), 0, start)  # "the St. |Louis Fed|" is no Louis
    )


def _merge(found: list[Found], more: Iterable[Found]) -> list[Found]:
    """Add spans that touch none of those already found; both are in order, so is the result."""
    result: list[Found] = []
    place = 0
    for each in sorted(more):
        while place < len(found) and found[place][0] < each[1]:
            result.append(found[place])
            place += 1
        if not result or result[-1][1] <= each[0]:
            result.append(each)
    return result + found[place:]
