"""What the verb of a source tells: in come words and a verb, out come verbs that tell something.

It is its own file because a source is told by its noun (`openings`), and whether anything is told
by the words behind it: "put it bluntly" tells something and "put up tents" nothing.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECTS,
    TIMES,
    cue_classes,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.provenance.sources import DENIES, JUDGES
from onix.reading.words import sections, verb_forms, words_of

OF_DOCUMENTS = verb_forms("documents", "tells")
OF_PEOPLE = verb_forms("people", "tells")
HOLDING = verb_forms("people", "holds")
ALL = OF_DOCUMENTS | OF_PEOPLE | HOLDING
# "In May, two officials said"
LEADS = PREPOSITIONS | frozenset({"last", "late", "early"})
# "a study made |after| the strike", "tests have |since| shown"
_WHEN = frozenset({"after", "before", "during", "since", "until"})
_TRAILING = frozenset({"saying", "adding", "arguing", "warning", "insisting", "claiming"})
_NEXT = frozenset({"next", "same", "following", "previous"})
_LATER = frozenset({"later", "earlier", "ago"})
JOINTS = frozenset({"and", "but", "while", "though", "although", "whereas"})
_SOMEBODY = frozenset(sections("people")["somebody"])
_KNOWING = words_of("people", "knowing")
_REACH = 16  # words behind a verb
_SUM_REACH = 8  # words up to "at 40 million"
_LONGEST_SUBJECT = 26  # words up to its verb
# Behind a participle that describes the noun before it: "documents obtained |by the board".
_DESCRIBED = (PREPOSITIONS - {"that"}) | TIMES | frozenset({"last", "earlier", "this"})
_PARTICIPLES = frozenset(
    {
        "found",
        "made",
        "sent",
        "given",
        "seen",
        "written",
        "drawn",
        "held",
        "kept",
        "left",
        "shown",
        "taken",
    }
)
# Nobody is "objected to" or "complained of" by way of description.
_INTRANSITIVE = frozenset({"objected", "complained", "insisted", "joked", "grumbled"})
_SAYS = frozenset({"say", "says", "said", "tell", "tells", "told"})
_UNTOLD = frozenset({"to", "of", "no", "nothing"})
_OF_DOCUMENTS_ALONE = frozenset(
    form for form in OF_DOCUMENTS - _SAYS if not form.endswith(("ing", "ed"))
)
_PUTS = frozenset({"put", "puts", "putting"})
# "put it |up| again"
_WHERE = frozenset(
    {"up", "down", "in", "into", "on", "onto", "back", "away", "out", "off", "there", "under"}
)
_OUTS = frozenset(
    {"bear", "bears", "bore", "lay", "lays", "laid", "set", "sets", "spell", "spells"}
)
_SPEAKS = frozenset({"speaks", "spoke", "speak", "talks", "talk", "talked"})
_FINDS = frozenset({"find", "finds", "found"})
_GIVES = frozenset({"give", "gives", "gave", "offer", "offers", "offered", "giving"})
_ACCOUNTS = frozenset({"account", "accounts", "version", "versions", "explanation", "description"})
# "the papers |appear to| show"
SEEMS = frozenset(
    {"seem", "seems", "seemed", "seeming", "appear", "appears", "appeared", "appearing"}
)
# "managers we |spoke to| dispute this"
_STRANDED = frozenset({"spoke", "talked", "spoken", "listened"})
_CLAIMS = frozenset(
    {"claim", "claims", "claimed", "claiming", "add", "adds", "added", "protest", "protested"}
)
# "would not |say|", "declined to |comment|": somebody was asked, and this is what they told.
_REFUSED = words_of("people", "refused")
_MAY = frozenset({"can", "could", "should", "may", "might", "would", "must", "will"})
_ORDERED = 4  # words behind "told" in which "to" makes it an order


def find_verb(words: Sentence, k: int, telling: frozenset[str]) -> int | None:
    """Give the verb of telling whose subject ends before token `k`; None if it has another.

    What describes the subject is passed over: what stands between commas, clauses with "who", and
    participles ("living in Riga", "obtained by the board").
    """
    described, closed = False, -1  # where a clause with "who" had its verb
    k += words.word(k) == "there" and words.word(k + 1) in telling  # "hoteliers |there| say"
    last = min(len(words), k + _LONGEST_SUBJECT)
    while k < last:
        word = words.words[k]
        if word == "," and telling is OF_DOCUMENTS and words.word(k + 1) in _OF_DOCUMENTS_ALONE:
            k += 1  # "the report, a copy of which went to a deputy, Odd Roe|,| recommends"
            continue
        if word == ",":
            close = next((j for j in range(k + 1, last) if words.words[j] == ","), last)
            second = words.word(k + 2)
            joined = words.word(k + 1) in COORDINATORS and second not in RELATIVES
            joined = joined and not (second in _PARTICIPLES and words.word(k + 3) in _DESCRIBED)
            if joined or words.word(k + 1) in SUBJECTS - DETERMINERS - RELATIVES:
                return None
            k, described = close + 1, False
            continue
        if words.is_marked(k) or word in BREAKS:
            return None
        if telling is not OF_DOCUMENTS and not described and refuses(words, k):
            return k
        if word in PRONOUNS and words.word(k - 1) in PREPOSITIONS:
            pass  # "a clerk with knowledge |of it| said"
        elif word in RELATIVES | PRONOUNS or word.endswith("ing"):
            described = True  # "drivers |I spoke to", "people |living in Riga"
        elif word in SUBJECTS and not described and words.word(k + 1) not in TIMES:
            led = words.word(k - 1) in LEADS | _WHEN | COORDINATORS | {"to"}
            if not (led or k - 1 == closed or _is_when(words, k)):
                return None  # "documents |the board lost"
        elif word in telling and _is_noun_behind(words.word(k - 1), word):
            described = True  # "another state whose |name|"
        elif word in telling and not words.is_name(k):
            before, _, passive = words.verb_group(k)
            to_what = _STRANDED | SEEMS if telling is OF_DOCUMENTS else _STRANDED
            infinitive = words.word(before) == "to" and words.word(before - 1) not in to_what
            if passive or infinitive or _is_denied(words, before + 1, k):
                return None
            shaped = word.endswith("ed") and word not in _INTRANSITIVE
            shaped = shaped or word in _PARTICIPLES
            behind = words.word(k + 1) in _DESCRIBED and words.word(k - 1) != ","
            participle = shaped and behind and before == k - 1
            relative = words.word(before) in RELATIVES | PRONOUNS
            relative = relative and words.word(before - 1) not in PREPOSITIONS
            if not relative and not participle:
                return k
            described = False
        elif words.looks_finite(k) and not words.is_name(k) and words.word(k - 1) not in ARTICLES:
            goes_on = _describes(words, k, described)
            if goes_on is None:
                return None
            closed = k if described and not goes_on else closed
            described = goes_on
        k += 1
    return None


def _is_when(words: Sentence, k: int) -> bool:
    """Does a time begin at token `k`: "a few hours later", "the next day"?"""
    return words.word(k + 1) in _NEXT or not _LATER.isdisjoint(words.words[k + 2 : k + 4])


def refuses(words: Sentence, k: int) -> bool:
    """Does somebody refuse to tell something: "declined to say", "would not comment"?"""
    if words.words[k] in ("declined", "declines", "refused", "refuses"):
        return words.word(k + 1) == "to" and words.word(k + 2) in _REFUSED
    if words.words[k] == "would" and words.word(k + 1) == "not":
        return words.word(k + 2) in _REFUSED
    return words.words[k] in ("wouldn’t", "wouldn't") and words.word(k + 1) in _REFUSED


def find_second_verb(words: Sentence, k: int, telling: frozenset[str]) -> int | None:
    """Give the verb of telling that is joined to the first: "have searched it but |say| that …"."""
    last = min(len(words) - 2, k + _LONGEST_SUBJECT)
    for at in range(k, last):
        if words.words[at] in PERSONAL - {"who"}:
            return None
        if words.words[at] in JOINTS and words.word(at + 2) == "that":
            verb = words.words[at + 1]
            if verb in telling and not verb.endswith("ing"):
                return at + 1
    return None


def find_trailing(words: Sentence, k: int) -> int | None:
    """Give the verb that says more behind a comma: "was less hopeful, |saying| that …"."""
    for at in range(k, min(len(words) - 2, k + _LONGEST_SUBJECT)):
        if words.words[at] in PERSONAL - {"who"} or words.is_marked(at):
            return None
        if words.words[at] == "," and words.words[at + 1] in _TRAILING:
            return at + 1
    return None


def _is_noun_behind(before: str, word: str) -> bool:
    """Is what may be a verb a noun: "whose |name|", "9,000 |names|", but not "with her |say|"?"""
    return (before in DETERMINERS | {"whose"} and word not in _SAYS) or before[:1].isdigit()


def _is_denied(words: Sentence, first: int, verb: int) -> bool:
    """Is nothing told: "officials |did not| say"?"""
    return any(
        word in ("not", "never", "cannot") or word.endswith(("n't", "n’t"))
        for word in words.words[first:verb]
    )


def _describes(words: Sentence, k: int, described: bool) -> bool | None:
    """Say whether a description goes on behind what may be a verb; None if it is the main verb."""
    word, after = words.words[k], words.word(k + 1)
    if word in SEEMS and after == "to":
        return described
    if word in AUXILIARIES:
        follows = next(
            (w for w in words.words[k + 1 : k + 4] if w not in ADVERBS | AUXILIARIES | _WHEN), ""
        )
        helps = word not in BE and follows in ALL
        return described if described or helps else None
    if word.endswith("s"):  # "in two parts", but not "ends a row"
        noun = words.word(k - 1) in DETERMINERS  # "from the |owners| in Riga"
        return None if after in DETERMINERS and not (described or noun) else described
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


def is_told(words: Sentence, verb: int, of_document: bool) -> bool:
    """Is something told, and nobody told to do something?"""
    if not of_document and refuses(words, verb):
        return True
    if _describes_more(words, verb):
        return False
    behind = words.words[verb + 1 : verb + 1 + _ORDERED]
    tells = "tell" in cue_classes().get(words.words[verb], ())
    if words.words[verb] in _PUTS and not _is_put_at(words, verb + 1):
        return False  # "four teams put up tents"
    if words.words[verb] in _OUTS:
        out = verb + 1 + (words.word(verb + 1) != "out")  # "lays |out|", "bears him |out|"
        return words.word(out) == "out" and words.word(out + 1) not in PREPOSITIONS - {"that"}
    if words.words[verb] in _SPEAKS:
        return words.word(verb + 1) == "of"
    if of_document:  # "the memo |found its way| to them"
        return words.words[verb] not in _FINDS or words.word(verb + 2) != "way"
    if words.words[verb] in _FINDS:
        return words.word(verb + 1) == "that"
    if words.words[verb] in _GIVES:
        return not _ACCOUNTS.isdisjoint(words.words[verb + 1 : verb + 1 + _ORDERED])
    before = verb - 1 - (words.word(verb - 1) in AUXILIARIES)
    if words.words[verb] in DENIES and words.word(before) in JUDGES:
        return False  # "a judge denied the request"
    if words.words[verb] in _CLAIMS and not _is_clause(words, verb + 1):
        return False  # "families who claim the credit"
    untold = words.word(verb + 1) in _UNTOLD and words.words[verb] not in _INTRANSITIVE
    return not untold and not (tells and "to" in behind)


def _is_put_at(words: Sentence, first: int) -> bool:
    """Is it put so, or at so much: "put it bluntly", "put the bill at 40 million"?"""
    reach = range(first, min(len(words) - 1, first + _SUM_REACH))
    at = next((k for k in reach if words.words[k] == "at"), None)
    it = words.word(first) == "it" and words.word(first + 1) not in _WHERE
    return it or (at is not None and any(map(str.isdigit, "".join(words.words[at + 1 : at + 4]))))


def _is_clause(words: Sentence, first: int) -> bool:
    """Do words behind a verb tell something that has a verb of its own?"""
    behind = words.words[first : first + _REACH]
    opens = words.word(first) in ("that", "to", ":") or words.is_marked(first)
    return opens or any(w in AUXILIARIES or w in PERSONAL or w.endswith("ed") for w in behind)


def is_held(words: Sentence, head: int, verb: int) -> bool:
    """Is it held by several people now: "bankers |expect| a sale", but not "travellers |can| …"?

    What farmers fear is told of them, and nothing that they tell.
    """
    noun, word = words.words[head], words.words[verb]
    if not _MAY.isdisjoint(words.words[head + 1 : verb]):
        return False
    several = noun.endswith(("s", "men", "women", "people")) and not word.startswith("fear")
    had = words.words[verb - 1] in ("had", "have")  # "analysts |had| expected a rise"
    return (noun in _KNOWING and (word != "expected" or had)) or (
        several and not word.endswith(("ed", "thought", "ing"))
    )
