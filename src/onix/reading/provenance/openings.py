"""What clauses open with: in comes narration, out come documents and people without a name.

"Three people who worked in the office described …", "The 1957 manual, published in Riga, lists …":
whoever opens a clause and is the subject of a verb of telling is where it goes back to, also where
attribution sees nothing that is said. It is its own file because it looks at subjects alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from onix.model import Quote
from onix.reading.grammar.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    SUBJECTS,
    TIMES,
    cue_classes,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.names.origins import head_of, is_document, is_people
from onix.reading.provenance.narration import Found, Narration
from onix.reading.provenance.sources import DENIES, JUDGES, NOT_YET, is_named_behind
from onix.reading.words import sections, verb_forms, words_of

_LISTS = sections("documents")
_DOCUMENTS = frozenset(entry.rpartition(" ")[2] for entry in _LISTS["nouns"])
_KEPT = frozenset(_LISTS["kept"]) - frozenset(_LISTS["telling"])
_SOMEBODY = frozenset(sections("people")["somebody"])
_OF_DOCUMENTS = verb_forms("documents", "tells")
_OF_PEOPLE = verb_forms("people", "tells")
_HOLDING = verb_forms("people", "holds")
_KNOWING = words_of("people", "knowing")
_ALL = _OF_DOCUMENTS | _OF_PEOPLE | _HOLDING
_OTHER_THAN_NOUNS = PREPOSITIONS | {"to"} | STOPS | RELATIVES | AUXILIARIES | ADVERBS | BREAKS
_BEFORE_NOUNS = DETERMINERS - PREPOSITIONS
# "a person |close| to the talks"
_NOUN_CLAUSES = frozenset(sections("grammar")["noun_clauses"])
_LONGEST_NOUN = 8  # words
_LONGEST_SUBJECT = 26  # words up to its verb
_LOOK_AHEAD = 260
_JOINTS = frozenset({"and", "but", "while", "though", "although", "whereas"})
# "In May, two officials said"
_LEADS = PREPOSITIONS | frozenset({"last", "late", "early"})
# Behind a participle that describes the noun before it: "documents obtained |by the board".
_DESCRIBED = (PREPOSITIONS - {"that"}) | TIMES | frozenset({"last", "earlier", "this"})
_PARTICIPLES = frozenset(
    {"found", "made", "sent", "given", "seen", "written", "drawn", "held", "kept", "left", "shown"}
)
_UNTOLD = frozenset({"to", "of", "no", "nothing"})
_THEM = frozenset({"them", "those", "us"})
_PUTS = frozenset({"put", "puts", "putting"})
_CLAIMS = frozenset({"claim", "claims", "claimed", "claiming", "add", "adds", "added"})
_MAY = frozenset({"can", "could", "should", "may", "might", "would", "must", "will"})
_ORDERED = 4  # words behind "told" in which "to" makes it an order


def find_openings(narration: Narration) -> Iterator[Found]:
    """Give the documents and the people without a name that tell something, clause by clause."""
    masked = narration.masked
    for sentence in narration.sentences:
        reach = min(sentence.end, sentence.start + _LOOK_AHEAD)
        if not _may_open(masked[sentence.start : reach]):
            continue
        opening = NOT_YET.match(masked, sentence.start, reach)
        words = Sentence(masked, opening.end() if opening else sentence.start, reach)
        for first in _clauses(words):
            yield from _subject(narration, words, first)


def _may_open(text: str) -> bool:
    """Tell quickly whether a clause of a sentence can open with a source and tell something."""
    words = text.lower().split()
    if _ALL.isdisjoint(words):
        return False
    joints = (k + 1 for k, word in enumerate(words) if word in _JOINTS or word[-1] == ";")
    for first in (0, *joints):
        opens = words[first] if first < len(words) else ""
        reach = first + _LONGEST_NOUN * (2 if opens in _LEADS else 1)
        if opens in PERSONAL:
            continue
        if any(_is_source(word.rstrip(",")) for word in words[first:reach]):
            return True
    return False


def find_introduced(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give the people without a name who are brought in before they speak: "A clerk shrugged. “…,”
    she said."
    """
    for quote in quotes:
        source = quote.source[0] if quote.source and quote.marked else None
        if source is None or quote.speaker or source.text.lower() not in ("he", "she"):
            continue
        start = min(source.start, quote.content[0].start)
        number = narration.number_at(start)
        if not number or narration.is_paragraph(number):
            continue
        before = narration.sentences[number - 1]
        words = Sentence(
            narration.masked, before.start, min(before.end, before.start + _LOOK_AHEAD)
        )
        head = _head(words, 0)
        if head is None or words.word(0) not in ("a", "an", "another", "one"):
            continue
        region = words.starts[0], words.ends[head]
        phrase = narration.masked[slice(*region)]
        known = is_named_behind(narration.masked, region[1]) or is_document(phrase)
        if not known and narration.origins.kind(phrase, named=False, sure=True) == "unnamed":
            yield narration.found("unnamed", region)


@lru_cache(1 << 13)
def _is_source(word: str) -> bool:
    return word == "other" or word in _DOCUMENTS or word in _SOMEBODY or is_people(word)


def _clauses(words: Sentence) -> Iterator[int]:
    """Give the tokens with which main clauses begin, behind what leads up to them."""
    joined = (
        k + 1
        for k in range(1, len(words) - 2)
        if words.words[k] == ";" or (words.words[k - 1] == "," and words.words[k] in _JOINTS)
    )
    for first in (0, *joined):
        while words.word(first) in COORDINATORS | BREAKS:
            first += 1
        if words.word(first) in _LEADS:
            reach = range(first, min(len(words), first + _LONGEST_NOUN))
            first = next((k + 1 for k in reach if words.words[k] == ","), first)
        yield first


def _subject(narration: Narration, words: Sentence, first: int) -> Iterator[Found]:
    """Give what a clause opens with, if it is a source and tells something."""
    head = _head(words, first)
    if head is None:
        return
    region = words.starts[first], words.ends[head]
    phrase = narration.masked[slice(*region)]
    of_document = is_document(phrase)
    if of_document and head_of(phrase) in _KEPT:
        return
    telling = _OF_DOCUMENTS if of_document else _OF_PEOPLE
    if not of_document:
        telling |= _HOLDING
    verb = _verb(words, head + 1, telling) or _second_verb(words, head + 1, telling)
    if verb is None or not _is_told(words, verb, of_document):
        return
    if words.words[verb] in _HOLDING and not _is_held(words, head, verb):
        return
    kind = narration.origins.kind(phrase, named=narration.is_named(*region), sure=True)
    named = not of_document and is_named_behind(narration.masked, region[1])
    if kind == ("document" if of_document else "unnamed") and not named:
        yield narration.found(kind, region)


def _is_held(words: Sentence, head: int, verb: int) -> bool:
    """Is it held by several people now: "bankers |expect| a sale", but not "travellers |can| …"?"""
    noun, word = words.words[head], words.words[verb]
    if not _MAY.isdisjoint(words.words[head + 1 : verb]):
        return False
    several = noun.endswith(("s", "men", "women", "people"))
    return (noun in _KNOWING and word != "expected") or (
        several and not word.endswith(("ed", "thought", "ing"))
    )


def _head(words: Sentence, first: int) -> int | None:
    """Give the last token of a noun for a source, with nothing but what belongs to it before."""
    for k in range(first, min(len(words), first + _LONGEST_NOUN)):
        word = words.words[k]
        if _is_source(word) and _ends_noun(words, k + 1):
            return k if _is_noun(words, k, first) and _is_of_people(words, k) else None
        if not word[0].isalnum() or (k > first and not _may_describe(words, k)):
            return None
        if word in _OTHER_THAN_NOUNS | PRONOUNS and word not in _BEFORE_NOUNS:
            return None
    return None


def _is_noun(words: Sentence, k: int, first: int) -> bool:
    """Is what may be a verb a noun: "court |records| show", but not "Reuters |reports| that"?"""
    after = words.word(k + 1)
    named = words.is_name(k - 1) and words.word(k - 1) not in DETERMINERS
    verb = words.words[k] in _ALL and k > first and named
    return not verb or after in PREPOSITIONS or (after in _ALL and after != "that")


def _may_describe(words: Sentence, k: int) -> bool:
    """May token `k`, within a noun phrase, say more of its noun, and be no verb?"""
    word, before = words.words[k], words.words[k - 1]
    if words.is_name(k) or word.endswith(("’s", "'s", "s’", "s'")):
        return True
    if word.endswith("ly"):
        after = words.word(k + 1)
        return after.endswith(("ed", "ing")) or (before in DETERMINERS and _is_source(after))
    if word in _ALL or word.endswith("ed"):
        return before in DETERMINERS or before.endswith("ly") or before.isdigit()
    return not word.endswith("s") or k < 2 or before in DETERMINERS


def _is_of_people(words: Sentence, k: int) -> bool:
    """Is "many" or "one" somebody: not "many of the moons"?"""
    if words.words[k] not in _SOMEBODY or words.word(k + 1) != "of":
        return True
    return any(word in _THEM or is_people(word) for word in words.words[k + 2 : k + _LONGEST_NOUN])


def _ends_noun(words: Sentence, k: int) -> bool:
    """Does a noun phrase end before token `k`?"""
    word = words.word(k)
    ending = word.endswith(("ed", "ing", "ly")) or word in _ALL
    if words.words[k - 1] == "one" and word.endswith("ing"):
        return False  # "one reporting station"
    return ending or word in _OTHER_THAN_NOUNS | _NOUN_CLAUSES or words.is_marked(k)


def _verb(words: Sentence, k: int, telling: frozenset[str]) -> int | None:
    """Give the verb of telling whose subject ends before token `k`; None if it has another.

    What describes the subject is passed over: what stands between commas, clauses with "who", and
    participles ("living in Riga", "obtained by the board").
    """
    described = False
    last = min(len(words), k + _LONGEST_SUBJECT)
    while k < last:
        word = words.words[k]
        if word == ",":
            close = next((j for j in range(k + 1, last) if words.words[j] == ","), last)
            joined = words.word(k + 1) in COORDINATORS and words.word(k + 2) not in RELATIVES
            if joined or words.word(k + 1) in SUBJECTS - DETERMINERS:
                return None
            k, described = close + 1, False
            continue
        if words.is_marked(k) or word in BREAKS:
            return None
        if word in RELATIVES | PRONOUNS or word.endswith("ing"):
            described = True  # "drivers |I spoke to", "people |living in Riga"
        elif word in SUBJECTS and not described and words.word(k + 1) not in TIMES:
            if words.word(k - 1) not in _LEADS | {"to"}:
                return None  # "documents |the board lost"
        elif word in telling and words.word(k - 1) in DETERMINERS | {"whose"}:
            described = True  # "another state whose |name|"
        elif word in telling and not words.is_name(k):
            before, _, passive = words.verb_group(k)
            if passive or words.word(before) == "to" or _is_denied(words, before + 1, k):
                return None
            shaped = word.endswith("ed") or word in _PARTICIPLES
            behind = words.word(k + 1) in _DESCRIBED and words.word(k - 1) != ","
            participle = shaped and behind and before == k - 1
            if words.word(before) not in RELATIVES | PRONOUNS and not participle:
                return k
            described = False
        elif words.looks_finite(k) and not words.is_name(k):
            goes_on = _describes(words, k, described)
            if goes_on is None:
                return None
            described = goes_on
        k += 1
    return None


def _second_verb(words: Sentence, k: int, telling: frozenset[str]) -> int | None:
    """Give the verb of telling that is joined to the first: "have searched it but |say| that …"."""
    last = min(len(words) - 2, k + _LONGEST_SUBJECT)
    for at in range(k, last):
        if words.words[at] in PERSONAL - {"who"}:
            return None
        if words.words[at] in _JOINTS and words.word(at + 2) == "that":
            verb = words.words[at + 1]
            if verb in telling and not verb.endswith("ing"):
                return at + 1
    return None


def _is_denied(words: Sentence, first: int, verb: int) -> bool:
    """Is nothing told: "officials |did not| say"?"""
    return any(
        word in ("not", "never", "cannot") or word.endswith(("n't", "n’t"))
        for word in words.words[first:verb]
    )


def _describes(words: Sentence, k: int, described: bool) -> bool | None:
    """Say whether a description goes on behind what may be a verb; None if it is the main verb."""
    word, after = words.words[k], words.word(k + 1)
    if word in AUXILIARIES:
        follows = next(
            (w for w in words.words[k + 1 : k + 4] if w not in ADVERBS | AUXILIARIES), ""
        )
        helps = word not in BE and follows in _ALL
        return described if described or helps else None
    if word.endswith("s"):  # "in two parts", but not "ends a row"
        return None if after in DETERMINERS and not described else described
    if (word.endswith("ed") or word in _PARTICIPLES) and after in _DESCRIBED:
        return described
    return False if described else None


def _describes_more(words: Sentence, verb: int) -> bool:
    """Is a verb behind "many" or "another" none: "another |state|", "many |featured| speakers"?"""
    before, word, after = words.word(verb - 1), words.words[verb], words.word(verb + 1)
    if before in ("one", "another") and not word.endswith(("s", "ed", "told", "aid")):
        return True
    governs = after in SUBJECTS or after in ("that", "to", "") or words.is_name(verb + 1)
    governs = governs or words.is_marked(verb + 1) or after in PREPOSITIONS | BREAKS
    return before in _SOMEBODY and word.endswith("ed") and not governs


def _is_told(words: Sentence, verb: int, of_document: bool) -> bool:
    """Is something told, and nobody told to do something?"""
    if _describes_more(words, verb):
        return False
    behind = words.words[verb + 1 : verb + 1 + _ORDERED]
    tells = "tell" in cue_classes().get(words.words[verb], ())
    if words.words[verb] in _PUTS and not _is_put_at(words, verb + 1):
        return False  # "four teams put up tents"
    if of_document:
        return True
    before = verb - 1 - (words.word(verb - 1) in AUXILIARIES)
    if words.words[verb] in DENIES and words.word(before) in JUDGES:
        return False  # "a judge denied the request"
    if words.words[verb] in _CLAIMS and not _is_clause(words, verb + 1):
        return False  # "families who claim the credit"
    return not (behind[:1] and behind[0] in _UNTOLD) and not (tells and "to" in behind)


def _is_put_at(words: Sentence, first: int) -> bool:
    """Is it put so, or at so much: "put it bluntly", "put the bill at 40 million"?"""
    reach = range(first, min(len(words) - 1, first + _LONGEST_NOUN))
    at = next((k for k in reach if words.words[k] == "at"), None)
    return words.word(first) == "it" or (
        at is not None and any(map(str.isdigit, "".join(words.words[at + 1 : at + 4])))
    )


def _is_clause(words: Sentence, first: int) -> bool:
    """Do words behind a verb tell something that has a verb of its own?"""
    behind = words.words[first : first + 2 * _LONGEST_NOUN]
    opens = words.word(first) in ("that", "to", ":") or words.is_marked(first)
    return opens or any(w in AUXILIARIES or w in PERSONAL or w.endswith("ed") for w in behind)
