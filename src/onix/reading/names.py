"""Who and where is named: the model's entities in, mentions out, each with what it stands for.

The model's spans are repaired as news needs it, given one kind for each name in a document,
joined by what the model missed of people it found elsewhere, and resolved (`identities.py`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from onix.model import Document, Mention, MentionKind, Span
from onix.reading.identities import Identities, key_of, speakers_of, words_of
from onix.reading.pipeline import Entity
from onix.reading.titles import find_descriptions
from onix.reading.words import sections

Found = tuple[int, int, MentionKind]

KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_LISTS = sections("names")
_TITLES = frozenset(_LISTS["titles"])
_POSSESSIVE = tuple(_LISTS["possessive"])
_COMMON = frozenset(_LISTS["common"])
_NEVER = frozenset(_LISTS["never"])
_KINDS = sections("kinds")
_DEMONYMS = frozenset(_KINDS["demonyms"])
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

_JUNK_BEFORE = re.compile(r"""(?:[\s"'“”‘’«»()\[\]{},;:•*|/\\.…#@_–—-]|&(?!\w))+""")
_JUNK_AFTER = re.compile(r"""[\s"“”‘’'«»(\[{,;:•*|/\\…#@&_–—-]+$""")
_DETERMINER = re.compile(
    r"(?:the|an?|this|that|these|those|its|his|her|our|their|my|your)\s+(?=\S)", re.IGNORECASE
)
_SMALL_AFTER = re.compile(r"(?:\s+(?:and|or|of|the|in|for|at|to|on|by|with))+$")
_OWNER = re.compile(r"['’](?:s|S)?$")
_INSIDE = re.compile(r"['’]s\b")  # what begins with the end of another word
_OWNED = re.compile(r"(\S.{0,40}?['’]s)\s+(?=[A-Z]\S*\s\S)")  # "Porto's Institute of Law"
_FIRST_WORD = re.compile(r"([^\W\d_][\w-]*)\.?\s+(?=\S)")
_NOT_A_NAME = re.compile(r"https?:|www\.|[@/<>=]|\.(?:com|org|net)\b|^\d+$", re.IGNORECASE)
_IN = re.compile(r"\b(?:[Ii]n|near|across|throughout|outside) $")
_ADJECTIVES = (("n", ""), ("an", ""), ("ian", ""), ("ian", "ia"), ("ish", "and"), ("ese", ""))
_WITH_INITIAL = re.compile(r"[A-Z][a-z]+ [A-Z]\. [A-Z][a-z’'-]+[A-Za-z]*")
_LOWER = re.compile(r"\b[a-z]+\b")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]{2,}")


def find_mentions(
    document: Document, sentences: Sequence[Span], entities: Sequence[Entity]
) -> tuple[Mention, ...]:
    """Give the people, organisations and places named in a document, in order, none overlapping.

    1. The model's spans, repaired. 2. One kind for each name. 3. What each stands for.
    4. People named elsewhere in the document whom the model missed. 5. Descriptions that can
    mean one person only ("the envoy").
    """
    text = document.text
    found = [each for entity in entities if (each := _repair(text, entity)) is not None]
    peoples = {text[each.start : each.end].lower() for each in entities if each.label == "NORP"}
    found = _one_kind(document, _without_beginnings(text, sentences, found), peoples)
    identities = Identities(document, found)
    found = [each for each in found if not identities.joins_people(text[each[0] : each[1]])]
    found = _merge(found, identities.acronyms(text))
    found = _merge(found, _missed(text, identities, found))
    mentions = [
        Mention(document.span(start, end), kind, identities.name(text[start:end], kind))
        for start, end, kind in found
    ]
    described = find_descriptions(document, mentions)
    if described:
        mentions = sorted([*mentions, *described], key=lambda mention: mention.span.start)
    return tuple(mentions)


def _repair(text: str, entity: Entity) -> Found | None:
    """Cut a span of the model down to the name in it; None where there is none."""
    kind = KINDS.get(entity.label)
    if kind is None:
        return None
    start, end = entity.start, entity.end
    junk = _JUNK_BEFORE.match(text, start, end)
    start = junk.end() if junk is not None else start
    end = start + len(_SMALL_AFTER.sub("", _JUNK_AFTER.sub("", text[start:end])))
    owner = _OWNER.search(text[start:end])
    if owner is not None and not _owns_itself(text[start:end]):
        end = start + owner.start()
    owned = _OWNED.match(text, start, end) if kind == "organisation" else None
    if owned is not None and not _owns_itself(owned.group(1)):
        start = owned.end()
    determiner = _DETERMINER.match(text, start, end)
    if determiner is not None:
        start = determiner.end()
    while kind == "person" and (word := _FIRST_WORD.match(text, start, end)) is not None:
        if word.group(1).lower() not in _TITLES:
            break
        start = word.end()
    name = text[start:end]
    if text[end : end + 1] == "." and _needs_stop(name):
        end += 1
        name = text[start:end]
    if start and (text[start - 1].isalnum() or _INSIDE.match(text, start - 1)):
        return None
    if name.count("(") > name.count(")") or not _is_name(name, kind):
        return None
    return start, end, kind


def _owns_itself(name: str) -> bool:
    return name.lower().replace("’", "'").endswith(_POSSESSIVE)


def _needs_stop(name: str) -> bool:
    """Does the name end in a short form whose stop the model left behind ("Robert Hale Jr")?"""
    return name.endswith((" Jr", " Sr", " Inc", " Corp", " Ltd", " Co"))


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
    return kind != "person" or not any(map(str.isdigit, name))


def _one_kind(document: Document, found: list[Found], peoples: Set[str]) -> list[Found]:
    """Give every name one kind: what is known of it, else that of most of its mentions."""
    text = document.text
    votes: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    words_by_key: dict[str, tuple[str, ...]] = {}
    after_the: set[str] = set()
    for start, end, kind in found:
        name = text[start:end]
        words = words_of(name)
        key = " ".join(words)
        words_by_key[key] = words
        before = text[max(0, start - 12) : start]
        kind = _kind_by_form(name, words) or kind
        if kind == "organisation" and _IN.search(before) is not None:
            votes[key]["place"] += 2
            continue
        votes[key][kind] += 1
        if len(words) == 1 and before.lower().endswith("the "):
            after_the.add(key)
    full = {each for key, each in words_by_key.items() if len(each) > 1 and votes[key]["person"]}
    full |= {words_of(name) for name in speakers_of(document)}
    surnames = {words[-1] for words in full}
    for name in surnames | ({words[0] for words in full} & _FIRST_NAMES):
        # After "Elena Varga", "Varga" is she, whatever the model takes it for; not so "Jordan".
        if name in votes and (votes[name]["person"] or name not in _KNOWN):
            votes[name]["person"] += votes[name].total() + 1
    for name in votes.keys() & _KNOWN.keys():
        if name not in surnames or not votes[name]["person"]:
            votes[name][_KNOWN[name]] += votes[name].total() + 1
    kinds = {name: counted.most_common(1)[0][0] for name, counted in votes.items()}
    bodies = {
        each[-1]
        for key, each in words_by_key.items()
        if len(each) > 1 and kinds[key] == "organisation"
    }
    kinds |= dict.fromkeys(after_the & bodies, "organisation")  # "the Ledger"
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
    if len(words) > 1 and words[-1] in _ORGANISATION_WORDS:
        return "organisation"
    if len(words) == 2 and words[0] in _FIRST_NAMES and " ".join(words) not in _KNOWN:
        return "person" if words[0] not in _KNOWN and words[1] not in _KNOWN else None
    return "person" if _WITH_INITIAL.fullmatch(name) is not None else None


def _without_beginnings(text: str, sentences: Sequence[Span], found: list[Found]) -> list[Found]:
    """Leave out words that have a capital only because a sentence begins with them."""
    starts = {sentence.start for sentence in sentences}
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


def _missed(text: str, identities: Identities, found: list[Found]) -> list[Found]:
    """Give further places where the family name of a person found is written, capital and all."""
    surnames = identities.surnames()
    if not surnames:
        return []
    taken = bytearray(len(text))
    for start, end, _ in found:
        taken[start:end] = b"\x01" * (end - start)
    more: list[Found] = []
    for word in _CAPITALISED.finditer(text):
        written = word.group()
        owner = _OWNER.search(written)
        if owner is not None:
            written = written[: owner.start()]
        full = surnames.get(written)
        start, end = word.start(), word.start() + len(written)
        if full is None or taken[start] or written.lower() in _COMMON:
            continue
        before = full[: -len(written)]
        if before and text.endswith(before, max(0, start - len(before)), start):
            start -= len(before)
        elif _stands_in_a_longer_name(text, start, end):
            continue
        if not any(taken[start:end]):
            more.append((start, end, "person"))
    return more


def _stands_in_a_longer_name(text: str, start: int, end: int) -> bool:
    """Is a capitalised word joined to this one ("the Varga Institute", "Peter Varga")?"""
    after = text[end : end + 2]
    before = text[max(0, start - 40) : start]
    previous = before.split()[-1] if before.strip() and before[-1:] == " " else ""
    if after[:1] in ("-", "–") or before[-1:] in ("-", "–", "#", "@", "&"):
        return True
    if after[:1] == " " and after[1:].isupper() and after[1:].isalpha():
        return True
    return (
        previous[:1].isupper()
        and previous[-1:].isalpha()
        and previous.lower() not in _TITLES
        and len(before.split()) > 1
        and before.split()[-2][-1:] not in '.!?”"'
    )
