"""Nouns that look like verbs and the other way round: a sentence and a word in, which it is out.

"claims" and "report" are either; a plural before them makes them verbs, an owner nouns. It is its
own file because nothing is asked here of who governs the verb.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECTS,
    base_forms,
    cue_classes,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import Tokens
from onix.reading.names.persons import nouns_in
from onix.reading.words import sections, words_of

DOCUMENTS = frozenset(sections("documents")["nouns"])
_NOUNS_TOO = frozenset(sections("cues")["both"])
_NOUNS_FIRST = frozenset(sections("cues")["nouns_first"])
_SINGLE = frozenset({"he", "she", "who", "they", "we", "it", "someone", "somebody", "everybody"})
PLURALS = frozenset({"people", "police", "men", "women", "children", "media", "percent", "pct"})
_PARTS = frozenset({"half", "third", "quarter", "majority", "most", "many", "some", "few"}) | {
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
}
_LONGEST_PART = 3  # tokens: "just a third"
_ONE = frozenset({"the", "a", "an", "his", "her", "their", "its"})
_BODIES = words_of("roles", "bodies")
_ASIDE_ENDS = frozenset({"", ".", ",", ";"})
_LIGHT = frozenset({"take", "takes", "took", "taken", "make", "makes", "made"})
_OBJECTS = frozenset({"it", "him", "her", "them", "me", "us"})
# "Trump-backed claims about …", "the Mountain states over …"
_VERY = frozenset({"least", "less", "more", "most", "so", "too", "very"})
_BRIEFS = BE | PREPOSITIONS | COORDINATORS | PRONOUNS | AUXILIARIES
_GOVERNED_BY = frozenset(
    {"after", "amid", "by", "from", "in", "of", "over", "several", "many", "few", "despite"}
)
_GOVERNED = SUBJECTS | PRONOUNS | PREPOSITIONS | AUXILIARIES | {"that", "how", "why", "what"}
_NO_HELP = frozenset({"may", "will", "not"})  # "Dunn |claims| May …", "vows not to"
_LONGEST_SMALL = 4  # letters of a word that headlines leave small
_IN = frozenset({"among", "between", "by", "in", "outside"})
_OF = frozenset({"of", "about", "over", "against", "from"})


# Behind "claims to", where it is no claim to the land.
_INFINITIVES = frozenset({"be", "have", "know"})


def is_noun(sentence: Sentence, index: int, before: int) -> bool:
    """Is a form that may be a noun as well ("report", "claims") one, by the words around it?"""
    word, previous, after = (sentence.word(k) for k in (index, before, index + 1))
    if word in ("read", "reads") and (
        sentence.is_marked(before) or sentence.is_marked(index + 1) or after in ("", ".", ":")
    ):
        return False
    if previous in _LIGHT or _is_part_of_name(sentence, index):
        return True  # "takes |charge|", "make |claims|", "Consumer |Reports|"
    if word in base_forms():
        is_behind = sentence.is_marked(before) or (word == "say" and previous == ",")
        if is_behind and f"{word}s" not in _NOUNS_TOO:
            # “…,” say fishermen in the town; "It was shut, say the parents."
            noun = sentence.noun_after(index + 1)
            return noun is None or not is_plural(sentence, head_at(sentence, noun))
        if not is_plural(sentence, before):
            return f"{word}s" in _NOUNS_TOO or plural_subject(sentence, before) is None
        governs = after in SUBJECTS | _OBJECTS or after in ("that", "to", ",", ":", "so")
        quoted = sentence.is_marked(index + 1) or sentence.is_marked(before - 2)
        counted = previous in ("one", "many", "some", "most", "few", "all", "both")
        if word in _NOUNS_FIRST and (counted or not (governs or quoted)):
            return True  # "a New York Times report from …", "many state workers"
    if word not in _NOUNS_TOO:
        return False
    if after in ("who", "which"):
        return True  # "immigration |advocates| who say so"
    if previous in ("he", "she", "who"):
        return False  # "she |talks| about it"
    if after in _OBJECTS | {"that", "this"} and sentence.is_marked(index + 2):
        return False  # "another director |calls| that “a mess”"
    if _is_aside(sentence, index, before):
        return False  # "It will close, the council |fears|, in May"
    counted = previous in ("united", "the") or previous.isdigit()  # "44 emails that …"
    if previous.endswith(("’s", "'s")) or counted or after in _OF:
        return True
    who = sentence.subject(before)
    if who is not None and sentence.word(who[0] - 1) in ("what", "whatever"):
        return False  # "what her team |calls| her “open” plan"
    if after in PAST | AUXILIARIES - _NO_HELP and (who is None or _opens(sentence, who[0])):
        return True  # "EU |states| can", but "the man Dunn |claims| had left"
    leads = after in (",", ":") and sentence.is_marked(index + 2)
    if leads and sentence.word(before - 1) in _ONE and sentence.word(before - 2) != "of":
        return False  # "the writer |states|: “…”"
    ends = leads or after in ("", ".", "that", "he", "she", "they", "it")
    if ends and _reports(sentence, before):
        return False
    describes = "-" in previous and previous.endswith(("ed", "led", "run", "wide", "style"))
    describes = describes or ("-" in previous and sentence.raw[before][0].islower())  # "anti-Dunn"
    # Capitals say nothing where a sentence begins: "Violent |protests| in", "Leaked |emails| sent"
    describes = describes or (before == 0 and (after in _IN or after.endswith("ed")))
    subject = (sentence.is_name(before) and not describes) or previous in _SINGLE
    governed = sentence.is_name(index + 1) or after in DETERMINERS - PREPOSITIONS
    # "the aide, Ann Lee, |calls| the plan “dead”", "Lee, who led it, |claims| to have won"
    governed = governed or (after == "to" and sentence.word(index + 2) in _INFINITIVES)
    apart = previous == "," and governed
    return not (subject or apart or after in _OBJECTS - {"her"})


def _is_aside(sentence: Sentence, index: int, before: int) -> bool:
    """Does somebody stand with it between commas, behind a clause: no list that goes on?"""
    who = sentence.subject(before)
    if sentence.word(index + 1) not in _ASIDE_ENDS or who is None:
        return False
    noun = sentence.words[before]
    somebody = bool(nouns_in(noun)) or noun in _BODIES or sentence.is_name(before)
    around = (*range(who[0] - 1), *range(len(sentence))[index + 2 : index + 3])
    return (
        somebody
        and sentence.raw[index].islower()
        and sentence.word(who[0] - 1) == ","
        and any(map(sentence.looks_finite, around))
    )


def _opens(sentence: Sentence, first: int) -> bool:
    """Does a clause begin with a token: a sentence, behind a comma or what somebody thinks?"""
    before = sentence.word(first - 1)
    return first == 0 or before in BREAKS | COORDINATORS or before in cue_classes()


def _is_part_of_name(sentence: Sentence, index: int) -> bool:
    """Has a cue a capital within a sentence that is no headline: "Consumer |Reports|", "Snap"?"""
    if index == 0 or not sentence.raw[index].istitle() or sentence.is_marked(index - 1):
        return False
    behind = sentence.raw[index + 1 : index + 5]
    return any(word.islower() and len(word) > _LONGEST_SMALL for word in behind)


def _reports(sentence: Sentence, before: int) -> bool:
    """Can what stands before "notes that" be its subject: a document, or a name with more to it?"""
    if sentence.word(before) == ",":
        return sentence.subject(before) is not None
    noun = sentence.subject(before)
    words = sentence.words[noun[0] : noun[1] + 1] if noun else []
    return sentence.is_marked(before - 1) or not DOCUMENTS.isdisjoint(words)


def is_adjective(sentence: Sentence, index: int, before: int) -> bool:
    """Is a participle an adjective: "the most |promising| one", "after |reported| attacks"?"""
    word, previous = sentence.words[index], sentence.word(before)
    if word == "briefing":  # "a press |briefing|"
        return previous.isalpha() and previous not in _BRIEFS and not is_plural(sentence, before)
    if word.endswith("ing"):
        tensed = sentence.word(index + 1) in PAST | AUXILIARIES - {"not"}  # "the |ruling| was late"
        return tensed or sentence.word(index - 1) in _VERY
    after = sentence.word(index + 1)
    plain = after.isalpha() and sentence.raw[index + 1].islower() and after not in _GOVERNED
    counted = previous in _GOVERNED_BY and before == index - 1 and plain
    return word.endswith("ed") and counted


def is_plural(sentence: Sentence, index: int) -> bool:
    """Does token `index`, or what it ends, stand for several?"""
    word = sentence.word(index)
    if word in PRONOUNS - {"he", "she", "it"} or word in PLURALS or word.endswith(("men", "%")):
        return True
    if sentence.is_name(index) and sentence.word(index - 1) == "and":
        return True
    noun = sentence.subject(index)
    if noun is not None and "and" in sentence.words[noun[0] : noun[1]]:
        return True  # "Mr. Orr and Mr. Ruiz"
    if noun is not None:  # "people close to the campaign"
        ends = [k for k in range(*noun) if sentence.words[k + 1] in PREPOSITIONS]
        head = sentence.words[ends[0] if ends else noun[1]]
        if head in ("people", "those", "close"):
            return True
        first = noun[0] + (sentence.words[noun[0]] in DETERMINERS)
        many = bool(ends) and sentence.words[first].endswith("s") and ends[0] - first < 2
        if ends and noun[0] == 0 and (head.endswith("s") or many):
            return True  # "voters in each state say", "officials familiar with it say"
        if head in ("half", "most", "many", "some", "percent", "%") and len(ends) > 1:
            return sentence.words[ends[1]].endswith("s")  # "half of voters in each state say"
    return word.endswith("s") and not word.endswith(("’s", "'s", "ss", "ous")) and len(word) > 3


def plural_subject(sentence: Sentence, before: int) -> Tokens | None:
    """Give the people with whom a clause opens whose verb follows, if a single noun is nearer.

    As in "|Activists| trying to stop Ruiz say that …" and "|One| in five say …".
    """
    start = before
    closes = sentence.words[before] in BREAKS
    while start > 0 and not sentence.is_marked(start - 1):
        if sentence.words[start - 1] in BREAKS and not closes:
            break
        start -= 1
    while sentence.word(start) in COORDINATORS | ADVERBS or sentence.word(start).endswith("ly"):
        start += 1
    last = start
    while last < before and not _ends_noun(sentence, last + 1):
        last += 1
    if start > before or sentence.words[start] in PREPOSITIONS | {"to"}:
        return None
    head = sentence.words[last]
    part = last - start < _LONGEST_PART and (head in _PARTS or head[0].isdigit())
    part = part or (head == "one" and sentence.word(last + 1) in ("in", "out"))
    several = (
        head in PLURALS
        or head == "those"
        or (head[-1] == "s" and sentence.are_people((start, last)))
    )
    return (start, last) if part or several else None


def _ends_noun(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    participle = word.endswith(("ing", "ed")) and not sentence.is_name(index)
    return participle or word in BREAKS | PREPOSITIONS | RELATIVES


def head_at(sentence: Sentence, noun: Tokens) -> int:
    """Give the last word of a noun phrase before what says more of it: members | of the board."""
    ends = (k for k in range(noun[0] + 1, noun[1] + 1) if sentence.words[k] in PREPOSITIONS)
    return next(ends, noun[1] + 1) - 1
