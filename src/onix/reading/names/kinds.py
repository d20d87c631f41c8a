"""What a name is: the kinds that the model gives its mentions in, one kind for each name out.

The model judges every mention by itself and is often wrong about a name that stands alone; a
document taken together, and what is commonly known, tell better.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Set

from onix.model import Document, MentionKind
from onix.reading.names.genders import COURTESY
from onix.reading.names.identities import company_words, key_of, short_forms, speakers_of, words_of
from onix.reading.names.persons import first_names, is_called, nouns_in
from onix.reading.words import one_of, sections
from onix.reading.words import words_of as words_in

Found = tuple[int, int, MentionKind]

_KINDS = sections("kinds")
_ORGANISATION_WORDS = frozenset(_KINDS["organisation_words"])
_KNOWN: dict[str, MentionKind] = {
    **{key_of(name): "organisation" for name in _KINDS["organisations"]},
    **{
        key_of(name): "place"
        for section in ("places", "regions", "states", "cities")
        for name in _KINDS[section]
    },
}
_FIRST_NAMES = frozenset(
    name.lower() for section in ("female", "male") for name in sections("people")[section]
)
_FAMILY_FIRST = frozenset(name.lower() for name in words_in("people", "family_first"))
_MORE_FIRST_NAMES = frozenset(map(str.lower, first_names()))
# Of companies in other countries: "Fjordmat ASA".
_FORMS = tuple(f" {form}" for form in words_in("kinds", "forms"))
# "KORSVIK, Norway, Feb 11 (MP) - ", "TARNOW —": where a story was written.
_DATELINE = re.compile(
    r"(?:\A|\n)(?P<place>[^\W\d_a-z]{3,}(?:[ .'-]{1,2}[^\W\d_a-z]+){0,3})"
    r"(?:, [A-Z][\w. ]{2,20})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?,?(?: \([^()\n]{2,25}\))? ?[—–-] "
)
_HEAD = 600  # characters
_IN = re.compile(r"\b(?:[Ii]n|near|across|throughout|outside) $")
_AGED = re.compile(r",\s(?:aged\s)?\d{1,3},")
_YEARS_OLD = re.compile(r"\d-year-old $")
_NOUN = re.compile(r" ([a-z-]+)")
_DWELLS = re.compile(r" (?:residents?|natives?|townsfolk)\b")
# "the |Crna Glava| tailings dam"
_GROUND = re.compile(rf" (?:[a-z-]+ )?{one_of(words_in('kinds', 'grounds'))}\b")
_ADJECTIVES = (("n", ""), ("an", ""), ("ian", ""), ("ian", "ia"), ("ish", "and"), ("ese", ""))
_COURTESY = re.compile(rf"{COURTESY}$")
_NO_KIN = {"partner", "parent", "twin"}  # "the parent company", "its twin town"
_KIN = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y)|[’']s)\s(?:[a-z]+\s)?"
    rf"(?:{'|'.join(sorted(words_in('roles', 'kin') - _NO_KIN))}),?\s\Z"
)
_SURE = 100  # mentions: a sign that outvotes them all
_DOUBLED = re.compile(r"([A-Z][a-z]+)-[A-Z][a-z]+ ")  # "Ann-Marie Lund"
_WITH_INITIAL = re.compile(r"[A-Z][a-z]+ [A-Z]\. [A-Z][a-z’'-]+[A-Za-z]*")


def is_aged(text: str, start: int, end: int) -> bool:
    """Is it said beside a name how old somebody is: "the 61-year-old Odd left"?

    Not "the 61-year-old Sollen resident", whose town that is, or whose club.
    """
    if age_follows(text, end):
        return True
    noun = _NOUN.match(text, end)
    before = _YEARS_OLD.search(text, max(0, start - 14), start)
    return before is not None and not (noun is not None and nouns_in(noun[1]))


def age_follows(text: str, end: int) -> bool:
    """Is it said behind a name how old somebody is: "Odd Lund, 61,"?"""
    return _AGED.match(text, end) is not None


def is_known(name: str) -> bool:
    """Is it commonly known what this names: a country, a state, a big company?"""
    return key_of(name) in _KNOWN


def one_kind(
    document: Document, found: list[Found], peoples: Set[str], signed: Set[str] = frozenset()
) -> list[Found]:
    """Give every name one kind: what is known of it, else that of most of its mentions.

    1. Votes: every mention's kind, by its form, the words before it, or the model. 2. Family and
    first names of people found in full are theirs. 3. What is commonly known. 4. Short forms of
    organisations. 5. Names with an adjective are places; the adjectives are left out.

    Args:
        peoples: Words in lower case that the model takes for a people or a party.
        signed: Names of which the text says that they are an organisation's.
    """
    text = document.text
    # 1.
    votes: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    dateline = _DATELINE.search(text, 0, _HEAD)
    words_by_key: dict[str, tuple[str, ...]] = {}
    after_the: set[str] = set()
    within: set[str] = set()
    for start, end, kind in found:
        name = text[start:end]
        words = words_of(name)
        key = " ".join(words)
        words_by_key[key] = words
        before = text[max(0, start - 12) : start]
        kind = _kind_by_form(name, words) or kind
        if kind == "person" and len(words) == 1 and name.isupper() and len(name) > 3:
            kind = "organisation"  # "LATV", unless somebody is called so in full or by a label
        # "in Sollen" is a place, also where the model takes it for somebody: not "in Lund’s eyes".
        if dateline is not None and dateline.start("place") <= start < dateline.end("place"):
            votes[key]["place"] += _SURE
        place = kind == "organisation" or (
            kind == "person" and len(words) == 1 and text[end : end + 2] not in ("’s", "'s")
        )
        # "Lund Foods", too, where "Lund" is a company elsewhere.
        if name in signed or (words[-1] in company_words() and name.split()[0] in signed):
            votes[key]["organisation"] += _SURE
        elif before.lower().endswith("the ") and _GROUND.match(text, end) is not None:
            votes[key]["place"] += 2
            continue
        elif _IN.search(before) is not None:
            within.add(key)
            if place:
                votes[key]["place"] += 2 if kind == "organisation" else 1
                continue
        votes[key][kind] += 1
        if len(words) == 1 and _COURTESY.search(before) is not None:
            votes[key]["person"] += _SURE  # "Mr Penhale", whatever it sounds like
        if len(words) == 1 and _KIN.search(text, max(0, start - 36), start) is not None:
            votes[key]["person"] += _SURE  # "her mother, Odd", "his sister Odd"
        if is_called(text, start, end):
            votes[key]["person"] += _SURE  # "a foreman called Odd"
        if len(words) == 1 and is_aged(text, start, end):
            votes[key]["person"] += 2  # "said Odd, 61, who", "the 61-year-old Odd"
        if _DWELLS.match(text, end) is not None:
            votes[key]["place"] += 2  # "the Sollen resident"
        if len(words) == 1 and before.lower().endswith("the "):
            after_the.add(key)
    # 2.
    for key, each in words_by_key.items():
        # "Maren Holt", taken for a firm, is somebody where "Holt" is: "said Holt, 51".
        family = each[-1]
        is_like_one = len(each) == 2 and each[0] in _MORE_FIRST_NAMES and family not in _KNOWN
        if is_like_one and family in votes and votes[family]["person"]:
            votes[key]["person"] += votes[key].total() + 1
    full = {each for key, each in words_by_key.items() if len(each) > 1 and votes[key]["person"]}
    full |= {words_of(name) for name in speakers_of(document)}
    surnames = {words[-1] for words in full}
    for key, each in words_by_key.items():
        # "Savannah Holt", taken for a place, is one of the family of "Odd Holt".
        is_of_family = len(each) == 2 and each[-1] in surnames - _KNOWN.keys()
        if is_of_family and votes[key]["place"] and each[0] not in words_in("kinds", "place_words"):
            votes[key]["person"] += votes[key].total() + 1
            full.add(each)
    for name in surnames | ({words[0] for words in full} & (_FIRST_NAMES | _FAMILY_FIRST)):
        # After "Elena Varga", "Varga" is she, whatever the model takes it for; not so "Jordan".
        if name in votes and (votes[name]["person"] or name not in _KNOWN):
            votes[name]["person"] += votes[name].total() + 1
    # 3.
    for name in votes.keys() & _KNOWN.keys():
        if name not in surnames or not votes[name]["person"]:
            votes[name][_KNOWN[name]] += votes[name].total() + 1
    kinds = {name: counted.most_common(1)[0][0] for name, counted in votes.items()}
    # 4.
    bodies = {
        each[-1]
        for key, each in words_by_key.items()
        if len(each) > 1 and kinds[key] == "organisation"
    }
    short = {
        " ".join(words)
        for name in {text[start:end] for start, end, _ in found}
        if kinds[key_of(name)] == "organisation"
        for words in short_forms(name, name in signed)
    }
    people = surnames | {words[0] for words in full}
    short = (short & kinds.keys()) - people - within  # "Lund" of "Lund Glass"
    short |= after_the & bodies  # "the Ledger"
    kinds |= dict.fromkeys(short - _KNOWN.keys(), "organisation")
    # 5.
    adjectives = set()
    for name in kinds.keys() | peoples:
        # "Tavarian" beside "Tavaria": what has an adjective like that is a place.
        for base in _bases(name):
            if kinds.get(base, "person") != "person":
                adjectives.add(name)
                kinds[base] = _KNOWN.get(base, "place")
    return [
        (start, end, kinds[key])
        for start, end, _ in found
        if (key := key_of(text[start:end])) not in adjectives
    ]


def _bases(adjective: str) -> Iterator[str]:
    """Give the names that a word can be the adjective of."""
    for ending, rest in _ADJECTIVES:
        if adjective.endswith(ending):
            yield adjective[: -len(ending)] + rest


def _kind_by_form(name: str, words: tuple[str, ...]) -> MentionKind | None:
    """Give the kind that a name shows by itself: "Paul R. Dean", "Dean Foundation"."""
    if len(words) > 1 and (words[-1] in _ORGANISATION_WORDS or name.endswith(_FORMS)):
        return "organisation"
    if len(words) == 2 and words[-1] in company_words() and words[0] not in _MORE_FIRST_NAMES:
        return "organisation"
    if len(words) > 1 and words[-1] in words_in("kinds", "ground_words"):
        return "place"
    # "University of Rhode Island" is none of the islands.
    field = len(words) > 1 and words[-1] in words_in("kinds", "field_words") and "of" not in words
    if field and (len(words) > 2 or words[0] not in _MORE_FIRST_NAMES):
        return "place"
    doubled = _DOUBLED.match(name)
    first = words[0] if doubled is None else doubled.group(1).lower()
    if len(words) == 2 and first in _FIRST_NAMES and " ".join(words) not in _KNOWN:
        return "person" if words[0] not in _KNOWN and words[1] not in _KNOWN else None
    return "person" if _WITH_INITIAL.fullmatch(name) is not None else None
