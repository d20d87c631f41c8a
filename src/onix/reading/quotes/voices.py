"""Who speaks of a few words in marks: in comes a sentence, out comes whose words they are.

"He talked of ways to “close loopholes”", "her pledge to be “neutral”": no cue governs what is in
marks, yet a verb or a noun of saying before it tells that it holds somebody's words.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECTS,
    cue_classes,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import Region, Tokens
from onix.reading.grammar.verbs import VOICE_NOUNS, read_verb
from onix.reading.names.origins import is_people
from onix.reading.names.persons import nouns_in
from onix.reading.quotes.contents import OPENERS
from onix.reading.quotes.gains import is_convened
from onix.reading.quotes.listeners import was_told
from onix.reading.words import sections, verb_forms, words_of

_VOICES = verb_forms("cues", "voice")
_VOICES_OF = verb_forms("cues", "voice_of")
# As they stand after "to" and behind a plural; "an English name" and "Varga use" are no verbs.
_BASES = frozenset(
    entry.split()[0] for name in ("voice", "voice_of") for entry in sections("cues")[name]
)
_MANY = frozenset({"i", "we", "you", "they", "who", "that", "people"})
_OF = frozenset({"of", "about", "to", "for", "on", "into", "back"})
_CLEAR = frozenset({"clear", "plain"})
# Who goes on with "his attack" is the one who attacks.
KEPT_UP = verb_forms("grammar", "kept_up")
_TOPIC = frozenset({"about", "against", "on", "over"})
_UTTERED = frozenset({"chant", "chants", "cry", "cries", "shout", "shouts"})
_AIMED = verb_forms("cues", "aimed")
_AIMED_NOUNS = frozenset(sections("cues")["aimed_noun"])
_AT = frozenset({"at", "on", "upon", "to", "over", "with", "about", "of", "for", "against"})
_OUT = frozenset({"out", "up", "off"})
_FURTHEST_AIMED = 5  # tokens: "took |another bitter little| swipe"
_MET = frozenset({"to", "with", "by", "amid", "over", "despite", "among", "from", "against"})
_SHOWN = frozenset({"show"})
_MINDS = frozenset({"think", "judge", "name"})
_TAKES = frozenset({"take", "takes", "took", "taken", "seems", "seemed", "appears", "appeared"})
_NO_VOICE = frozenset({"noun", "according"})
# Behind these another clause begins, with a subject of its own.
_CLAUSES = frozenset({"whose", "which", "when", "where", "while", ";", ":", ".", "?", "!"})
_COMPLEMENTS = frozenset({"that", "who", "for", "how"})
_EMPTY = frozenset({"there", "there’s", "there's", "it’s", "it's", "indeed"})
NOBODY = frozenset({"it", "it’s", "it's", "there", "there’s", "there's", "this", "that", "these"})
_NO_SOURCES = PREPOSITIONS - {"that"}
_ARTICLES = frozenset({"a", "an", "the"})
_OWNERS = frozenset({"his", "her", "their", "its"})
_CONTRACTED = frozenset(
    f"{word}{mark}s"
    for word in ("there", "it", "that", "he", "she", "who", "what", "here", "where", "how", "let")
    for mark in "’'"
)
_OPENING = COORDINATORS | OPENERS | PREPOSITIONS  # with a capital where a sentence begins
_VOICE_REACH = 26
_LOOK_BACK = 400
_RUBRICS = frozenset(sections("names")["rubrics"]) | {"given", "more", "plus", "related"}
_DOCUMENTS = frozenset(sections("documents")["nouns"])
_BODIES = words_of("roles", "bodies") | words_of("roles", "companies")


def voice_before(masked: str, start: int, position: int, *, whole: bool) -> Region | None:
    """Give whose words of saying lead to a few words in marks, near or not so near.

    Args:
        whole: They are a whole sentence, which may be led up to without a word of saying.
    """
    sentence = Sentence(masked, max(start, position - _LOOK_BACK), position + 1)
    known = cue_classes()
    if was_told(sentence, position) is not None:
        return None  # "Dunn, who spoke out, was told to “keep quiet”"
    for index in range(len(sentence) - 2, max(-1, len(sentence) - _VOICE_REACH), -1):
        word = sentence.words[index]
        if word in _CLAUSES:
            return None
        if word == "," and index == len(sentence) - 2 and not whole and _opens_clause(sentence):
            return None  # "When she saw no boat, “he left”": what is in marks is the main clause
        clause = sentence.clause(index + 1) if word == "," else None
        if clause is not None and whole and sentence.words[0] == "as":
            continue  # "As the Herald reported, the mayor would not speak: “…”"
        if clause is not None and whole and sentence.words[clause[0]] not in NOBODY | {"you"}:
            return sentence.offsets(clause)
        if clause is not None and sentence.words[0] in OPENERS:
            return None  # what leads up to the main clause is over
        aimed = _aimed_by(sentence, index)
        if aimed is not None:
            return sentence.offsets(aimed)
        if word in VOICE_NOUNS:
            owner = owner_of(sentence, index)
            if owner is not None and sentence.word(owner[0] - 1) in _TOPIC:
                owner = None  # "the paper had this to say about his proposal: …"
            if owner is not None and _is_object(sentence, owner, index):
                owner = sentence.opening(index)
            if owner is None and word in _UTTERED and sentence.word(index + 1) == "of":
                if _is_met_with(sentence, index):
                    return None
                owner = sentence.opening(index)
            if owner is not None:
                return sentence.offsets(owner)
        classes = known.get(word, frozenset()) - _NO_VOICE
        if "name" in classes and is_convened(sentence, index + 1, len(sentence) - 1):
            continue
        weak = word in _VOICES and _is_finite(sentence, index)
        if not classes and (weak or (word in _VOICES_OF and _of(sentence, index))):
            classes = frozenset({"say"})
        source = _who(sentence, index, classes) if classes else None
        if source is not None:
            return sentence.offsets(source)
    return None


def _aimed_by(sentence: Sentence, noun: int) -> Tokens | None:
    """Give who speaks by an idiom with a noun: "|Reyes| took a swipe at the “lazy” clerks"."""
    if sentence.words[noun] not in _AIMED_NOUNS or sentence.word(noun + 1) not in _AT:
        return None
    for verb in range(noun - 1, max(-1, noun - 1 - _FURTHEST_AIMED), -1):
        if sentence.words[verb] in _AIMED:
            return _who(sentence, verb, frozenset({"say"}))
        if sentence.words[verb] in _CLAUSES or sentence.words[verb] == ",":
            return None
    return None


def _is_met_with(sentence: Sentence, noun: int) -> bool:
    """Do others call it out than the one spoken of: "she walked in |to| loud chants of"?"""
    return any(word in _MET for word in sentence.words[max(0, noun - 3) : noun])


def _who(sentence: Sentence, index: int, classes: frozenset[str]) -> Tokens | None:
    """Give who does what the verb at `index` says: its subject, else whom the clause is about."""
    verb = read_verb(sentence, index, classes)
    before = sentence.word(index - 1)
    loose = before == "to" or (sentence.words[index].endswith("ing") and before != "without")
    if verb is None and not loose:
        return None
    passive = sentence.words[index].endswith("ed") and sentence.word(index + 1) == "to"
    if passive and classes & _MINDS and "intend" not in classes:
        return None  # "in areas |considered to| have a “high” level"
    subject = None if verb is None else verb.inverted or verb.subject
    if subject is not None and sentence.words[subject[0]] == "it" and classes <= _SHOWN:
        return None  # "whether it proves to be the “flying ark” or not"
    if subject is not None and sentence.word(subject[0] - 1) in ("whether", "if"):
        return None  # nobody has called it so yet
    first = index if verb is None else verb.first
    for tokens in (subject, sentence.opening(first)):
        if tokens is not None and can_speak(sentence, tokens):
            return tokens
    return None


def can_speak(sentence: Sentence, tokens: Tokens) -> bool:
    """May a noun phrase be one for people: a name, a pronoun, a plural, or with an article?"""
    first, last = sentence.words[tokens[0]], sentence.words[tokens[1]]
    named = any(map(sentence.is_name, range(tokens[0], tokens[1] + 1)))
    if first == "you" or (first in _NO_SOURCES and not named):
        return False  # "how do you define it", "in counties considered high"
    if tokens[0] == tokens[1] and (first in _ARTICLES or not first[0].isalnum()):
        return first[0] == "@"  # "a) “…” b) “…”", a quote mark alone
    if first in _EMPTY or sentence.words[tokens[0] : tokens[1] + 1] == ["thanks"]:
        return False
    if first in ("each", "every") and sentence.word(tokens[1] + 1) == ",":
        return False  # "Each spring, there’s a threat many make: “…”"
    if first == "it" and _is_empty(sentence, tokens[0]):
        return False
    return (
        first in SUBJECTS
        or last in PRONOUNS
        or last in RELATIVES
        or sentence.is_name(tokens[0])
        or sentence.is_name(tokens[1])
        or last.endswith("s")
    )


def _opens_clause(sentence: Sentence) -> bool:
    """Is everything up to the last comma a clause such as "When she left,"?"""
    comma = len(sentence) - 2
    told = sentence.words[comma - 1] in VOICE_NOUNS  # "When she used the words, “…,”"
    return sentence.words[0] in OPENERS and "," not in sentence.words[:comma] and not told


def _is_empty(sentence: Sentence, index: int) -> bool:
    """Does "it" stand for nobody: "it has not helped that", "it was Ruiz who"?"""
    verb = index + 1
    while sentence.word(verb) in AUXILIARIES | ADVERBS:
        verb += 1
    behind = sentence.words[verb : verb + 3]
    speaks = verb < len(sentence) and "say" in cue_classes().get(sentence.words[verb], ())
    if verb < len(sentence) and sentence.words[verb] in _TAKES:
        return True  # "it took her a day to answer"
    return verb > index + 1 and not speaks and not _COMPLEMENTS.isdisjoint(behind)


def _is_finite(sentence: Sentence, index: int) -> bool:
    """Is a word that is a noun as often ("use") a verb here, by its ending or what is before?"""
    if sentence.words[index].endswith(("ed", "ing")):
        return True
    after = sentence.word(index + 1)
    governs = sentence.is_marked(index + 1) or after in DETERMINERS - PREPOSITIONS
    if sentence.words[index].endswith("s") and sentence.words[index] not in _BASES and governs:
        return True  # "the deal |promotes| the “best place”"
    before = sentence.verb_group(index)[0]
    helped = before < index - 1 or sentence.word(before) == "to"
    if sentence.words[index] in _BASES and not helped:
        return sentence.word(before) in _MANY or sentence.word(before).endswith("s")
    return helped or sentence.word(before) in PRONOUNS or sentence.is_name(before)


def _of(sentence: Sentence, index: int) -> bool:
    """Is a verb followed by what makes it one of saying: talk of, fire back, make it clear?"""
    after = index + 1
    while sentence.word(after) in ADVERBS | {"it"}:
        after += 1
    governed = sentence.word(index - 1) in _NO_SOURCES - {"to"}
    if governed and not sentence.words[index].endswith("ing"):
        return False  # "came under |fire| for"
    if sentence.word(after) in _OUT:
        return sentence.word(after + 1) in _AT  # "hit |out at|", "spoke |up for|"
    makes = sentence.word(index) in ("make", "makes", "made", "making")
    return sentence.word(after) in (_CLEAR if makes else _OF)


def _is_object(sentence: Sentence, owner: Tokens, noun: int) -> bool:
    """Is it not the owner who speaks, but whoever makes something of what is owned?

    As in: she played down |Dunn’s remarks as “…”|, Dunn made clear |his aim to “…”|.
    """
    if sentence.words[owner[0]] in _OWNERS:
        before = sentence.word(owner[0] - 1)
        return before in _CLEAR or before in KEPT_UP
    return sentence.word(len(sentence) - 2) == "as" and noun < len(sentence) - 2


def owner_of(sentence: Sentence, index: int) -> Tokens | None:
    """Give who owns a noun: "Reyes’s latest |pledge|", "their |calls|"."""
    for last in range(index - 1, max(-1, index - 5), -1):
        word = sentence.words[last]
        if word in COORDINATORS and last == index - 1 and sentence.is_marked(index + 1):
            return None  # "they point their fingers and |cry| “…”"
        if word in _OWNERS:
            return last, last
        if word in _CONTRACTED or word in _ARTICLES or word in PREPOSITIONS:
            return None  # "there’s a threat many people make", "ended his speech with a warning"
        if word.endswith(("’s", "'s", "s’", "s'")) or word in ("’", "'"):
            first = last - (word in ("’", "'"))
            while sentence.is_name(first - 1) and sentence.words[first - 1] not in _OPENING:
                first -= 1
            return first, last
    return None


def is_somebody(words: str, *, opens: bool) -> bool:
    """May words that only stand before others in marks be those who say them?

    They are a pronoun or hold one, name somebody, or a noun for people, for a body or a document:
    not "More", "The delay" nor "This year's edition".

    Args:
        opens: They open a sentence, so that their capital says nothing.
    """
    raw = words.split()
    low = [word.strip(",’'\"").lower().removesuffix("’s").removesuffix("'s") for word in raw]
    if not _OWNERS.isdisjoint(low) or not (PRONOUNS | RELATIVES | {"we", "i"}).isdisjoint(low):
        return True
    named = any(word[0].isupper() or word[0] == "@" for word in raw[opens:])
    alone = len(raw) == 1 and raw[0][0].isupper() and low[0] not in _RUBRICS
    if named or alone or not _DOCUMENTS.isdisjoint(low):
        return True
    return any(
        nouns_in(word) or nouns_in(word.removesuffix("s")) or is_people(word) or word in _BODIES
        for word in low
    )
