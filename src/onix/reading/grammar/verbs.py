"""Cue verbs in a sentence: in comes a word that may be one, out come the verb and its subject.

English puts the same form to many uses: "claims" is a noun as often as a verb, "told" a passive.
It is its own file because telling them apart is one question, what they govern another.
"""

from __future__ import annotations

from dataclasses import dataclass

from onix.reading.grammar.authors import author
from onix.reading.grammar.function_words import (
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    HOSTS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    SUBJECTS,
    base_forms,
    cue_classes,
)
from onix.reading.grammar.inverted import inverted_subject
from onix.reading.grammar.passives import is_no_verb, is_passive_aside, is_purpose
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.plurals import (
    DOCUMENTS,
    PLURALS,
    is_adjective,
    is_noun,
    is_plural,
    plural_subject,
)
from onix.reading.grammar.sentence_words import TOLD, Tokens
from onix.reading.names.origins import is_people
from onix.reading.words import phrasal_forms, sections, verb_forms

SPEAKING = frozenset({"say", "quote"})
# "pointed out": these speak only with the word behind them
PHRASAL = phrasal_forms("cues", "phrasal")
_PASSIVE_AFTER = frozenset({"when", "if", "as", "once", "though", "although", "unless", "than"})
VOICE_NOUNS = frozenset(sections("cues")["voice_noun"])
_CAUSES = frozenset(sections("grammar")["causes"])
PUBLISHED = verb_forms("cues", "publish")
_NAMED = frozenset({"called", "dubbed", "labeled", "labelled", "branded", "described"})
_SOURCES = frozenset(sections("people")["sources"])
# These may stand alone, too, as one: “…,” state television said.
_ALONE = PLURALS | {"television", "tv", "radio", "staff", "management", "leadership"}
_GOES_ON = frozenset({"began", "continued", "continues", "keep", "keeps", "kept", "started"})
_MEANS = frozenset(sections("documents")["own"]) | {"phone", "telephone", "fax", "saying"}
# "can be heard saying"
_SEEN = frozenset({"heard", "seen", "shown", "filmed", "recorded", "caught", "captured"})
# "footage of |Ruiz| saying …"
_FILMED = ("audio", "clip", "clips", "footage", "recording", "shot", "tape", "video")
_RECORDINGS = [[noun, "of"] for noun in _FILMED]
_WHILE = frozenset({"while", "when", "though", "although"})
_QUOTES = {"cite", "quote", "quotes", "quoted", "quoting", "cites", "citing", "record", "records"}
_QUOTED = frozenset({"quoted", "heard", "overheard", "recorded", "cited", "reported"})
_WRITTEN_ON = frozenset(sections("documents")["written_on"])
_NOUNS = frozenset({"warning", "ruling"})  # as often as participles
_TAKES = frozenset({"take", "takes", "taking", "took", "taken"})
_LONGEST_PLACE = 7
_FOR_ONCE = 7  # tokens: "acknowledged for the very first time |that"
_LONGEST_QUOTED = 14
_LONGEST_DESCRIPTION = 7
_LONGEST_INSERTION = 45
_LONGEST_INFINITIVE = 14


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue with what is left of it: `first` token of its verb group, its subject, its shape.

    Attributes:
        particle: Is a word behind it part of it: "pointed |out"?
        described: Where words that describe the subject begin: “…,” |a former aide, Ann Lee, said.
    """

    index: int
    first: int
    classes: frozenset[str]
    subject: Tokens | None
    inverted: Tokens | None = None
    participle: bool = False
    described: int | None = None
    particle: bool = False

    @property
    def behind(self) -> int:
        """The first token behind the verb, its particle, or its subject where that follows."""
        return (self.inverted[1] if self.inverted else self.index + self.particle) + 1

    @property
    def left(self) -> int:
        """The last token before the subject, or before the verb where that stands elsewhere."""
        subject = self.subject if self.inverted is None else None
        if self.described is not None:
            return self.described - 1
        return (subject[0] if subject else self.first) - 1


def read_verb(sentence: Sentence, index: int, classes: frozenset[str]) -> Verb | None:
    """Tell whether the cue at `index` is a verb that somebody governs, and who stands before it."""
    word = sentence.words[index]
    before, helped, passive = sentence.verb_group(index)
    previous = sentence.word(before)
    first = before + 1
    if before == 0 and previous in ("who", "what", "which"):
        return None  # a question
    if word in _QUOTES | _QUOTED and _as_saying(sentence, index):
        return None  # whom it quotes speaks: "the Ledger quoted Ann Lee as saying"
    if previous in ("one", "another") and first == index and word in base_forms():
        return None  # "one |email| reads"
    if sentence.words[max(0, before - 1) : index + 1] == ["and", "i", "quote"]:
        return None  # "Ruiz said, and I quote, “…”"
    if sentence.words[index + 1 : index + 4] == ["not", "to", "be"]:
        return None  # "who asked not to be named"
    if is_passive_aside(sentence, index, before):
        return None
    if not helped and is_no_verb(sentence, index, before):
        return None
    quoted = previous == "as" and sentence.word(before - 1) in _QUOTED
    heard = previous == "to" and sentence.word(before - 1) == "heard"  # "was heard to say"
    if heard or (word.endswith("ing") and (quoted or previous in _SEEN)):
        host = sentence.verb_group(before - (heard or previous == "as"))[0]  # "quoted as saying"
        return Verb(index, host + 1, classes, sentence.subject(host))
    if word.endswith("ing") and previous == "as":
        whom = _whom_quoted(sentence, before)
        if whom is not None:
            return Verb(index, first, classes, whom)
    if not helped and is_adjective(sentence, index, before):
        return None
    if word.endswith("ing") and not passive:
        return _participle(sentence, index, first, classes)
    if (passive and not word.endswith("ing")) or (before < 0 and not helped and index == 0):
        return None  # "was told", "is expected", "Asked about …"
    after = sentence.word(index + 1)
    driven = "by" in (after, after == "on" and sentence.word(index + 2))
    driven = driven and word.endswith(("ed", "en"))
    driven = driven and sentence.word(index + 2) not in _MEANS  # "replied by email"
    blamed = after == "for" and "judge" in classes and word.endswith("ed") and word != "advocated"
    blamed = blamed and "that" not in sentence.words[index : index + _FOR_ONCE]
    driven = driven or blamed  # "valued and |praised for| its plan"
    if not helped and (driven or (word, after) == ("charged", "with")):
        return None  # "an arrest ordered by the court"
    marked = sentence.marked_soon(index + 1, within=5) if word.endswith("ed") else None
    if not helped and marked is not None and sentence.word(marked + 1) == "by":
        return None  # "a plan labeled “a mess” by the board"
    if previous in _PASSIVE_AFTER and word.endswith(("ed", "told")):
        return None  # "When asked about it, …"
    if (sentence.word(before - 1), previous, word) == ("law", "and", "order"):
        return None
    if previous in COORDINATORS and word in base_forms() and not helped:
        joined = _infinitive(sentence, before)  # "to make a joke and |call Ruiz “a saint”"
        before, previous = (before, previous) if joined is None else (joined, "to")
    if previous == "to" and sentence.word(before - 1) in HOSTS:
        host = before - 1 - (sentence.word(before - 1) == "on")  # "went on to say"
        return Verb(index, first, classes, sentence.subject(sentence.verb_group(host)[0]))
    if previous == "to" and (took := _took_to(sentence, before)) is not None:
        return Verb(index, first, classes, sentence.subject(sentence.verb_group(took)[0]))
    if previous == "to" and (made := sentence.subject(before - 1)) is not None:
        starts = [k + 1 for k in range(made[0] - 1, made[1]) if sentence.word(k) in _CAUSES]
        if "for" in sentence.words[max(0, made[0] - 1) : made[1]]:
            # "it is common for Ruiz to call it “a mess”"
            last = max(k for k in range(max(0, made[0] - 1), made[1]) if sentence.word(k) == "for")
            apart = PREPOSITIONS.isdisjoint(sentence.words[last + 1 : made[1]])
            trying = last + 1 == made[1] and sentence.words[made[1]].endswith("ing")
            apart = apart and not trying  # "for |trying| to call it “a mess”"
            starts += [last + 1] if apart else []
        if starts:
            return Verb(index, first, classes, (starts[-1], made[1]))
    if previous == "to" and is_purpose(sentence, before):
        return None
    if previous == "to":
        speaks = classes & {"say", "think", "show"}
        return Verb(index, first, classes, None) if before > 1 and not speaks else None
    if not helped and is_noun(sentence, index, before):
        return None
    firm = sentence.is_name(before) and word in TOLD  # "Kohl’s said", but "Dunn’s stated goal"
    if (previous.endswith(("’s", "'s")) and not firm) or (
        previous in DETERMINERS and not _stand_for_people(sentence, before, index)
    ):
        return None
    marked_before = sentence.is_marked(before)
    if classes & SPEAKING and not helped and (marked_before or previous in (",", "—", "–", "-")):
        particle = sentence.word(index + 1) in PHRASAL.get(word, ())
        noun = inverted_subject(sentence, index + particle, before)
        if noun is not None:
            return Verb(index, first, classes, None, noun)
    if marked_before and not classes & SPEAKING:
        return None  # the “gun lobby” opposes …
    if previous in COORDINATORS or previous == ";" or marked_before:
        return Verb(index, first, classes, None)
    given = index + 1 + (sentence.word(index + 1) in ("a", "an", "the"))
    bears = previous in BREAKS and not (previous == "," and sentence.is_name(before - 1))
    bears = bears or (given == index + 1 and _is_named(sentence, before))
    if word in _NAMED and sentence.is_marked(given) and bears:
        return None  # "the buses, dubbed “red whales”, …"
    if word == "referred" and sentence.word(index + 2) == "as":
        return None  # "the five often referred to as “the board”"
    named = _name_behind_mark(sentence, before) if classes & (SPEAKING | {"tell"}) else None
    subject = named or sentence.speaking(before)
    if subject is None and previous.endswith("ed"):
        subject = _where_somebody_was(sentence, before)
    if word in base_forms() and not (helped or named or is_plural(sentence, before)):
        subject = plural_subject(sentence, before) or subject
    if subject and previous == "that" and sentence.word(subject[0] - 1) in PUBLISHED:
        return Verb(index, first, classes, None)  # "he sent a note that said …"
    if subject is None and previous in ("that", "which"):
        return None  # "he fears the inquiry into his firm that |threatens| it"
    if subject and sentence.is_marked(subject[0] - 1) and not _stands_alone(sentence, subject):
        return None
    return Verb(index, first, classes, subject, described=_described(sentence, subject))


def _where_somebody_was(sentence: Sentence, before: int) -> Tokens | None:
    """Give what a clause before a verb is of: "|the ward| where he had been treated said"."""
    for k in range(before - 1, max(0, before - _LONGEST_PLACE), -1):
        if sentence.words[k] == "where" and sentence.words[k + 1] in PERSONAL:
            return sentence.subject(k - 1)
    return None


def _took_to(sentence: Sentence, before: int) -> int | None:
    """Give the verb of "took to the airwaves |to| say", which is where something was said."""
    for index in range(before - 2, max(0, before - _LONGEST_PLACE), -1):
        if sentence.words[index] in BREAKS or sentence.is_marked(index):
            return None
        if sentence.words[index] == "to":
            return index - 1 if sentence.words[index - 1] in _TAKES else None
    return None


def _as_saying(sentence: Sentence, index: int) -> bool:
    """Does "as saying" follow a verb of quoting, before any quotation?"""
    for k in range(index + 1, min(len(sentence) - 1, index + _LONGEST_QUOTED)):
        if sentence.is_marked(k):
            return False
        if sentence.words[k] == "as":
            return sentence.words[k + 1].endswith("ing")
    return False


def _whom_quoted(sentence: Sentence, as_: int) -> Tokens | None:
    """Give whom the words before "as saying" quote: "the Ledger quoted |Ann Lee| as saying".

    Also: |Ann Lee| was quoted by the Ledger, or in it, as saying.
    """
    for index in range(as_ - 2, max(-1, as_ - _LONGEST_QUOTED), -1):
        if sentence.words[index] in _QUOTES | _QUOTED:
            if sentence.words[index + 1] in PREPOSITIONS:
                return sentence.subject(sentence.verb_group(index)[0])
            last = as_ - 1 - (sentence.words[as_ - 1] == ",")
            return (index + 1, last) if last > index else None
        if sentence.is_marked(index):
            return None
    return None


def _stand_for_people(sentence: Sentence, before: int, index: int) -> bool:
    """Are "some" and "those" the subject, as in "Some shouted “no”", not "some reported cases"?"""
    after = sentence.word(index + 1)
    governs = after in SUBJECTS or after in ("that", "to", ":", ",", "him", "them")
    governs = governs or sentence.is_marked(index + 1) or sentence.is_name(index + 1)
    return sentence.words[before] in ("some", "those") and governs


def _infinitive(sentence: Sentence, before: int) -> int | None:
    """Give the "to" of an infinitive with an object that "and" at `before` joins another to."""
    for index in range(before - 3, max(0, before - _LONGEST_INFINITIVE), -1):
        if sentence.words[index] in BREAKS or sentence.is_marked(index):
            return None
        if sentence.words[index] == "to":
            verb, behind = sentence.words[index + 1], sentence.words[index + 2]
            plain = verb.isalpha() and sentence.raw[index + 1].islower() and verb not in DETERMINERS
            governs = behind in DETERMINERS | PREPOSITIONS | PRONOUNS or sentence.is_name(index + 2)
            return index if plain and governs else None
    return None


def _name_behind_mark(sentence: Sentence, comma: int) -> Tokens | None:
    """Give the name right behind a quotation whose long description a comma ends.

    “…,” |Eva Roth|, who heads Clean Seas, in Riga, and sits on the board, said.
    """
    if sentence.word(comma) != ",":
        return None
    for index in range(comma - 1, max(-1, comma - _LONGEST_INSERTION), -1):
        if sentence.is_marked(index):
            last = index
            while sentence.is_name(last + 1):
                last += 1
            if last > index and sentence.word(last + 1) == ",":
                return index + 1, last
            described = comma - index <= _LONGEST_DESCRIPTION and sentence.is_name(comma - 1)
            words = sentence.words[index + 1 : comma]
            plain = STOPS.isdisjoint(words) and not BREAKS & {*words}
            plain = plain and words[:1] != [] and words[0] not in PREPOSITIONS
            return (index + 1, comma - 1) if described and plain else None
        if "say" in cue_classes().get(sentence.words[index], ()):
            return None
    return None


def _described(sentence: Sentence, subject: Tokens | None) -> int | None:
    """Give where a description right behind a quotation begins that leads up to a subject.

    “…,” |a former aide, Ann Lee, said. “…,” |the senator and former mayor said.
    """
    if subject is None:
        return None
    start = subject[0] - 1
    named, joined = sentence.is_name(subject[1]), sentence.word(start) == "and"
    if not (named or joined):
        return None
    # “…,” Tom Orr, a vet, |and Ann Lee said
    if sentence.word(start) == "," or (joined and sentence.word(start - 1) == ","):
        noun = sentence.subject(start - 1)
        start = noun[0] - 1 if noun else start
    while sentence.word(start) == "and" or (
        sentence.word(start).isalpha()
        and sentence.word(start) not in STOPS | PREPOSITIONS
        and subject[0] - start < _LONGEST_DESCRIPTION
    ):
        start -= 1
    opens = named or sentence.word(start + 1) in DETERMINERS
    return start + 1 if opens and sentence.is_marked(start) and start + 1 < subject[0] else None


def _is_named(sentence: Sentence, before: int) -> bool:
    """Is the noun before "called “…”" what bears that name, and not who gives it?"""
    if sentence.is_name(before) or sentence.word(before) in PRONOUNS | BREAKS:
        return False
    noun = sentence.subject(before)
    opener = sentence.word(noun[0] - 1) if noun else ""
    beside = noun is not None and sentence.is_put_beside(noun[0] - 1)
    return not beside and opener not in ("what", "which", "that", "whom", "whatever", "as")


def _stands_alone(sentence: Sentence, subject: Tokens) -> bool:
    """Can a noun phrase right behind a quotation be one of its own: not “moan”-worthy headlines?"""
    first = sentence.word(subject[0])
    if sentence.is_name(subject[0]) or first in SUBJECTS or first in PRONOUNS or first[0].isdigit():
        return True
    words = sentence.words[subject[0] : subject[1] + 1]
    named = next((k for k, _ in enumerate(words) if sentence.is_name(subject[0] + k)), None)
    if named is not None:  # former councilman Tom Reyes
        return PREPOSITIONS.isdisjoint(words[:named]) and words[-1] not in RELATIVES
    many = words[-1].endswith("s") or words[-1] in _ALONE
    return many and (len(words) < 4 or "and" in words) and first != "-"


def _participle(sentence: Sentence, index: int, first: int, classes: frozenset[str]) -> Verb | None:
    """ ", adding …" and "by saying …" go back to a subject; "a letter saying …" has its own."""
    before = first - 1
    previous = sentence.word(before)
    if previous in _GOES_ON:  # "the senator kept asking why"
        host = sentence.verb_group(before)[0]
        return Verb(index, host + 1, classes, sentence.subject(host))
    if before < 0 and not classes & {"say", "judge", "name"}:
        return None
    is_idle = previous == "from" or (previous, sentence.words[index]) == ("in", "writing")
    if is_idle or (previous == "without" and sentence.word(index + 1) == "that"):
        return None  # "stems from reporting", "told in writing", "goes without saying that …"
    opens = before < 0 or previous in BREAKS | COORDINATORS | PREPOSITIONS | _WHILE
    if opens or sentence.is_marked(before):
        return Verb(index, first, classes, sentence.who_helps(before), None, True)
    writer = author(sentence, before)
    if writer is not None:
        return Verb(index, first, classes, writer, None, True)
    subject = sentence.subject(before)
    if subject is None or previous in DETERMINERS | {"is", "are", "be"}:
        return None
    if previous.removesuffix("s") in _WRITTEN_ON:
        return None  # "held up |a sign| saying “No”"
    recorded = (k for k in range(*subject) if sentence.words[k - 1 : k + 1] in _RECORDINGS)
    subject = next(((k + 1, subject[1]) for k in recorded), subject)
    beside = [k for k in range(*subject) if sentence.words[k] == "with"]
    if beside and sentence.is_name(before):
        subject = beside[-1] + 1, subject[1]  # "plays it down with |aide Ann Lee| saying"
    nouns = sentence.words[subject[0] : subject[1] + 1]
    absolute = sentence.word(subject[0] - 1) == "with"  # "…, with X calling it “a mess”"
    tells = absolute or is_people(previous) or sentence.word(index + 1) == ":"
    if sentence.words[index] in _NOUNS and DOCUMENTS.isdisjoint(nouns) and not tells:
        return None  # "extended its red |warning|", but "sent a letter |warning|"
    if not (classes & {"say", "show", "tell"} or absolute) and DOCUMENTS.isdisjoint(nouns):
        return None
    named = any(map(sentence.is_name, range(max(1, subject[0]), subject[1] + 1)))
    if not (named or absolute):
        opening = sentence.opening(first)
        within = opening is not None and opening[1] < subject[0]
        within = within or PREPOSITIONS.issuperset(sentence.words[: subject[0]][-1:] or nouns[:1])
        if within and _SOURCES.isdisjoint(nouns):  # "he sent a note saying …": it is he who says so
            subject = None
    return Verb(index, first, classes, subject, None, True)
