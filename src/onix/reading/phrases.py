"""The noun phrases of a sentence: in comes a masked sentence, out come walks over its words.

Without a parser a noun phrase is what stands between two words that cannot be in it.
It is its own file so that the rules about phrases stay apart from the rules about speech.
"""

from __future__ import annotations

import re
from functools import cache

from onix.reading.sentence_words import Region as Region
from onix.reading.sentence_words import Tokens as Tokens
from onix.reading.sentence_words import Words
from onix.reading.words import sections, verb_forms


def _set(section: str) -> frozenset[str]:
    return frozenset(sections("grammar")[section])


AUXILIARIES, BE, HELPERS = _set("auxiliaries"), _set("be"), _set("helpers")
ADVERBS, PRONOUNS, SUBJECTS = _set("adverbs"), _set("pronouns"), _set("subjects")
DETERMINERS, STOPS, PREPOSITIONS = _set("determiners"), _set("stops"), _set("prepositions")
TIMES, HOSTS, _PAST = _set("times"), _set("infinitive_hosts"), _set("past")
BREAKS = frozenset(",;:()—–[]") | {"--"}
COORDINATORS = frozenset({"and", "but", "or", "then", "yet"})
_CONJUNCTIONS = frozenset(
    {"when", "as", "while", "if", "after", "before", "because", "though", "although"}
)
RELATIVES = frozenset({"who", "which", "that"})
_CLAUSE_OPENERS = (_CONJUNCTIONS - {"as"}) | {"who", "which"}
PERSONAL = frozenset({"he", "she", "they", "i", "we", "you", "it", "who"})
# Pronouns that may end a clause which only describes somebody: "those who have read |it| said".
_OBJECTS = frozenset({"it", "them", "him", "her"})
# Pronouns that are all of their noun phrase.
_LONE = frozenset({"he", "she", "they", "i", "we", "it", "him", "her", "them", "me", "us"})
_NO_PARTICIPLES, _PARTICLES = _set("no_participles"), _set("particles")
_MAXIMUM = 14
_YEAR = re.compile(r"\d{1,2}|(?:19|20)\d\d")
# A noun phrase begins with these: what stands before them is another one or a verb.
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "your"})
_PREDETERMINERS = frozenset({"all", "both", "half", "such", "not", "only", "even", "just"})
_APPOSED = (
    frozenset({"who", "whose", "which", "one", "after", "in", "on", "at", "then", "now"})
    | _ARTICLES
)
_LY_NOUNS = _set("ly_nouns")
# What names stand before: "the Ruiz campaign"
_BEARERS = _set("bearers")
# "an aide to the mayor"
_TIED_BY_TO = _set("tied_by_to")
# Times that are as often names, and what ends other phrases.
_VAGUE = frozenset({"may", "march", "then", "again", "this", "last", "early", "late"})


_CLASSES = ("say", "quote", "tell", "think", "judge", "name", "intend", "show")


@cache
def cue_classes() -> dict[str, frozenset[str]]:
    """Give the classes ("say", "tell", …) of every cue word, in all its forms."""
    found: dict[str, set[str]] = {"according": {"according"}, "words": {"according"}}
    for name in _CLASSES:
        for form in verb_forms("cues", name):
            found.setdefault(form, set()).add(name)
    for word in sections("cues")["noun"]:
        found.setdefault(word, set()).add("noun")
    return {word: frozenset(names) for word, names in found.items()}


@cache
def base_forms() -> frozenset[str]:
    """Give the cue verbs as they stand after "will" and "to"."""
    return frozenset(entry.split()[0] for name in _CLASSES for entry in sections("cues")[name])


class Sentence(Words):
    """The words of one sentence, with quotations masked, and the walks over them."""

    def marked_soon(self, index: int, *, within: int = 9) -> int | None:
        """Give the first quotation from a token on, before a break and not far away."""
        for k in range(index, min(len(self), index + within)):
            if self.is_marked(k):
                return k
            if self.words[k] in BREAKS and not self.is_marked(k + 1):
                return None
            if self.words[k] in _CLAUSE_OPENERS:
                return None
        return None

    # -- sources ---------------------------------------------------------------------------------

    def subject(self, last: int) -> tuple[int, int] | None:
        """Give the noun phrase that ends with token `last`, as first and last token."""
        if last < 0:
            return None
        if self.word(last) == ")":
            opened = max((k for k in range(last) if self.word(k) == "("), default=-1)
            return self.subject(opened - 1)
        if self.word(last) in (",", "—", "–", "-"):
            return self._before_apposition(last)
        if self.word(last) in RELATIVES:
            noun = self.subject(last - 1 - (self.word(last - 1) == ","))
            if noun is None or last - noun[0] >= 8:
                return (last, last) if self.word(last) == "who" else None
            if noun[0] < noun[1] and self.words[noun[0]] in PREPOSITIONS - _CONJUNCTIONS:
                noun = noun[0] + 1, noun[1]  # "announced by |Ann Lee, who said"
            joined = [k for k in range(noun[0], noun[1]) if self.words[k] in PREPOSITIONS]
            return (joined[-1] + 1 if joined and last - noun[0] > 5 else noun[0]), last
        word = self.word(last)
        partial = self.word(last - 1) in DETERMINERS or self.is_name(last - 1)  # "Ruiz and many"
        if word in PERSONAL or (word in PRONOUNS and not partial):
            behind = self._head_of_clause(last, last) if self.words[last] in _OBJECTS else None
            return behind or (last, last)
        first = last
        while first > 0 and last - first < _MAXIMUM and self._belongs(first - 1):
            first -= 1
        first = self._without_adverbial(first, last)
        if self.words[first] in BREAKS or self.words[first] in STOPS or self.is_marked(first):
            return None
        if self.word(first - 1) in BE and self.words[first].endswith("ed"):
            return None  # "was |placed on leave|, said the mayor"
        head = self._head_of_clause(first, last) or self._head_of_participle(first)
        return (first, last) if head is None else self._bearer(head)

    def _head_of_clause(self, first: int, last: int) -> Tokens | None:
        """Give whom a relative clause describes whose last words would be taken for the subject.

        "The head of the union that backed |the plan| said": it is the head who said so.
        """
        for index in range(first - 1, max(0, first - 9), -1):
            if self.words[index] in BREAKS or self.is_marked(index):
                return None
            if self.words[index] in RELATIVES:
                apart = index < first - 1 or (self.words[index] == "who" and index + 2 < last)
                finite = apart and self.looks_finite(index + 1)
                noun = self.subject(index - 1) if finite else None
                return None if noun is None or self.words[noun[1]] in RELATIVES else noun
        return None

    def _head_of_participle(self, first: int) -> Tokens | None:
        """Give whom a participle describes: "An aide (who was) briefing |the press| said"."""
        index = first - 1 - (self.word(first - 1) in PREPOSITIONS)
        if index < 1 or not self.words[index].endswith("ing"):
            return None
        if self.words[index] in _NO_PARTICIPLES or self.words[index - 1] in PREPOSITIONS | STOPS:
            return None
        noun = self.subject(index - 1)
        opens = noun is not None and (noun[0] == 0 or self.is_marked(noun[0] - 1))
        return noun if opens else None

    def looks_finite(self, index: int) -> bool:
        """May token `index` be a verb with a tense?"""
        word = self.words[index]
        return word in AUXILIARIES or word in _PAST or word.endswith(("ed", "s"))

    def _belongs(self, index: int) -> bool:
        """Can token `index` be part of the noun phrase to its right?"""
        word = self.words[index]
        if self.words[index + 1] in _ARTICLES:
            return word in PREPOSITIONS - _CONJUNCTIONS or word in _PREDETERMINERS
        if word == "and":
            return self.is_name(index - 1) and self.is_name(index + 1)
        if word == "to" and self.word(index - 1) in _TIED_BY_TO:
            return True
        if word in BREAKS or self.is_marked(index) or word in STOPS:
            return False
        if word.endswith("ed") and self.is_name(index + 1) and self.words[index - 1].isalpha():
            return self.words[index - 1] in DETERMINERS  # "the show included |Ann Lee| saying"
        if word in ("?", "!", '"', "-") or word in PERSONAL:
            return False
        return not (
            "say" in cue_classes().get(word, ()) and not self.is_name(index) and word[-1] == "d"
        )

    def _without_adverbial(self, first: int, last: int) -> int:
        """Leave out "On Tuesday", "Last week" and "In Iowa" where they stand before the noun."""
        if self.words[first] == "with" and first < last:
            return first + 1
        if self.words[first] not in PREPOSITIONS and self.words[first] not in TIMES:
            return first
        for index in range(first + 1, last + 1):
            before = self.words[index - 1]
            if before in PREPOSITIONS or before in DETERMINERS:
                continue
            if self.words[index] in DETERMINERS - PREPOSITIONS:
                return index
            if before in TIMES and self.words[index] not in TIMES and not before.isdigit():
                return index
            if self.is_name(index) and not self.is_name(index - 1):
                return index
        return first

    def _before_apposition(self, comma: int) -> tuple[int, int] | None:
        """Find the noun before an insertion that `comma` ends: "Cox, who runs the arm, says"."""
        sign = self.word(comma)
        for other in range(comma - 1, max(-1, comma - 30), -1):
            if self.words[other] == sign:
                if other == 0 or self.is_marked(other - 1):
                    return None
                if self.words[other - 1] in ADVERBS and self.word(other - 2) == sign:
                    return self.subject(other - 3)  # "Ruiz, meanwhile, who won, said"
                opener = self.words[other + 1]
                described = (
                    opener in _APPOSED
                    or opener[0].isdigit()
                    or (opener in PREPOSITIONS and self.words[other + 2] in ("which", "whom"))
                    or (self.is_name(other - 1) and opener not in SUBJECTS | COORDINATORS)
                )
                named = other + 1 < comma and all(map(self._names, range(other + 1, comma)))
                if self.words[other - 1].isdigit():
                    continue  # "Orr, who led it from 2010 to 2013, |a friend of hers|, said"
                before = self.subject(self._before_times(other - 1))
                titled = before is not None and (
                    not self.is_name(before[0]) or self.words[before[0]] in _ARTICLES
                )
                place = comma - other == 2 and self.is_name(other - 1)  # "in Riga, Latvia, said"
                if named and not place and comma - other < 6 and (titled or not described):
                    return other + 1, comma - 1  # "the mayor of Riga, Ann Lee, said"
                if titled and (name := self._named(other + 1, comma - 1)) is not None:
                    return name  # "its president, the dentist Ann Lee, said"
                return self._bearer(before) if described else None
        return None

    def _names(self, index: int) -> bool:
        """Can a token be part of a name: "Ann Lee", "Fatima |el| Khattabi"?"""
        return self.is_name(index) or (self.word(index) in _PARTICLES and self.is_name(index + 1))

    def _named(self, first: int, last: int) -> Tokens | None:
        """Give the full name that a short description ends with."""
        start = last + 1
        while start > first and self._names(start - 1):
            start -= 1
        described = self.words[first:start]
        short = last - start > 0 and start - first < 4
        return (start, last) if short and PREPOSITIONS.isdisjoint(described) else None

    def _bearer(self, noun: Tokens | None) -> Tokens | None:
        """Go on to the name where a noun itself stands in apposition: "Ruiz, a judge in Ohio"."""
        if noun is None or noun[0] < 2 or self.words[noun[0] - 1] != ",":
            return noun
        first = self.words[noun[0]]
        apposed = first in _ARTICLES or first.isdigit() or not self.is_name(noun[0])
        return self.subject(noun[0] - 2) if apposed and self.is_name(noun[0] - 2) else noun

    def opening(self, before: int) -> Tokens | None:
        """Give the noun phrase that the clause before a token is about, else the sentence.

        That is what ", adding" goes back to: "…, when protesters broke in, shouting …".
        """
        starts = [0, *(k + 1 for k in range(before - 1) if self.words[k] in ",;—–")]
        for first in [*reversed(starts[-3:]), 0]:
            relative = (
                first and self.words[first] in RELATIVES and "," not in self.words[first:before]
            )
            if relative and first + 1 < before and self.looks_finite(first + 1):
                bearer = self.subject(first)  # "…, which ran a story and called …"
                if bearer is not None:
                    return bearer
            noun = self._clause_subject(first)
            if noun is None:
                continue
            if first == 0:
                return noun
            verb = noun[0] == first and self.raw[first].islower() and self.words[first][-1] == "s"
            if verb and (bearer := self.subject(first - 1)) is not None:
                return bearer  # "Orr, a mayor, |lives in Riga and wrote …"
            if (bearer := self._bears(noun, before)) is not None:
                return bearer
            if noun[1] < before and self._has_verb(noun, before):
                return noun  # not "…, |a toy maker from Riga, saying …"
        return None

    def _has_verb(self, noun: Tokens, before: int) -> bool:
        """Does a verb follow a noun phrase, before token `before`, so that it is a subject?"""
        follows = range(noun[1] + 1, min(noun[1] + 4, before))
        return any(self.looks_finite(k) and not self.is_name(k) for k in follows)

    def _bears(self, noun: Tokens, before: int) -> Tokens | None:
        """Give whose description a noun between commas is, where a verb follows.

        As in "Dunn, |the new Treasury chief, shrugged, saying …".
        """
        if self.word(noun[0] - 1) != "," or not self.is_name(noun[0] - 2):
            return None
        comma = next((k for k in range(noun[1], before) if self.words[k] in BREAKS), before)
        closes = self.word(comma) == "," and comma + 1 < before and self.looks_finite(comma + 1)
        plain = not any(map(self.looks_finite, range(noun[1] + 1, comma)))
        return self.subject(noun[0] - 2) if closes and plain else None

    def has_clause(self, first: int) -> bool:
        """Does a clause surely begin with token `first`: "the pier was …"?"""
        if self.word(first) == "that":
            return True
        subject = self.clause(first)
        return subject is not None and self.word(subject[1] + 1) in AUXILIARIES

    def clause(self, first: int) -> Tokens | None:
        """Give the subject of a clause that begins with token `first`, if a verb stands behind."""
        if not (self.is_name(first) or self.word(first) in PERSONAL | _ARTICLES):
            return None
        noun = self._clause_subject(first)
        if noun is None:
            return None
        word = self.word(noun[1] + 1)
        verb = word.islower() and (self.looks_finite(noun[1] + 1) or word.endswith("ly"))
        return noun if verb else None

    def _clause_subject(self, first: int) -> Tokens | None:
        while self.word(first) in COORDINATORS | ADVERBS | _CONJUNCTIONS:
            first += 1
        if self.word(first) in PREPOSITIONS | STOPS | TIMES or self.word(first).endswith("ing"):
            while first < len(self) and self.words[first] != ",":
                if self.is_marked(first) and self.clause(first + 1) is not None:
                    break  # "In a video called “Wake Up,” Ruiz says …"
                first += 1
            first += 1
        noun = self.noun_after(first)
        if noun is None:
            return None
        plural = len(self.words[first]) > 3 and self.words[first].endswith("s")
        if not (plural or self.is_name(first) or self.words[first] in SUBJECTS):
            return None
        last = first
        while last < noun[1]:
            word = self.words[last + 1]
            if self.words[last] not in DETERMINERS and (
                word in AUXILIARIES
                or word in _PAST
                or (word.endswith("ed") and not self.is_name(last + 1))
            ):
                break
            if (
                last > first
                and self.is_name(last)
                and self._may_be_verb(last + 1)
                and not self.words[last].endswith(("’s", "'s", "s’", "s'"))
            ):
                break
            last += 1
        while last > first and self._ends_like_adverb(last):
            last -= 1  # "Dunn allegedly | laid out a plan"
        return first, min(last, first + 6)

    def _may_be_verb(self, index: int) -> bool:
        word = self.words[index]
        if self.is_name(index) or word == "of":
            return False
        return word not in _BEARERS

    def verb_group(self, index: int) -> tuple[int, bool, bool]:
        """Step left over "has", "also", "did not": what is before; if helped; if passive."""
        before = index - 1
        helped = passive = False
        while before >= 0:
            word = self.words[before]
            if word in AUXILIARIES and (before == 0 or not self.is_name(before)):  # not Ms. May
                helped = helped or word in HELPERS
                passive = passive or word in BE
            elif not (word in ADVERBS or self._ends_like_adverb(before) or self._is_first(before)):
                break
            before -= 1
        if before < 0 and index > 0 and self.words[0] in PRONOUNS:
            before = 0  # "All have denied it"
        return self._before_times(before), helped, passive

    def _is_first(self, index: int) -> bool:
        """Is it the adverb: "the Ledger |first| reported", not "the first"?"""
        return self.words[index] == "first" and self.word(index - 1) not in DETERMINERS | {""}

    def _ends_like_adverb(self, index: int) -> bool:
        word = self.words[index]
        return word.endswith("ly") and self.raw[index].islower() and word not in _LY_NOUNS

    def _before_times(self, last: int) -> int:
        """Step left over "last week", "on Friday" and "in 2010" where a subject stands before."""
        if last < 0:
            return last
        if self.words[last] == "ago":
            first = last - 3
            while first > 0 and self.words[first] in ("than", "less", "more", "about", "almost"):
                first -= 1
            return first if first > 0 else last
        first = last
        while first > 0 and (self.words[first] in TIMES or _YEAR.fullmatch(self.words[first])):
            first -= 1
        if first == last or self.words[last] in _VAGUE:
            return last
        first -= self.words[first] in ("on", "in", "at", "the")
        return first if first >= 0 and not self.is_marked(first) else last

    def _goes_on(self, index: int) -> bool:
        """Can a noun phrase that has begun go on with token `index`?"""
        word = self.word(index)
        plain = word not in BREAKS and word not in STOPS and word not in SUBJECTS
        return word.isalpha() and plain and word not in PREPOSITIONS and word not in TIMES

    def _dates(self, last: int) -> bool:
        """May a time behind token `last` tell of a noun: "a |Thursday| |afternoon| briefing"?"""
        if self.words[last] in TIMES:
            last -= 1
        return self.word(last) in _ARTICLES

    def noun_after(self, first: int) -> tuple[int, int] | None:
        """Give the noun phrase that begins with token `first`, as first and last token."""
        if first >= len(self) or self.words[first] in BREAKS or self.is_marked(first):
            return None
        owner = self.words[first] == "her" and self._goes_on(first + 1)
        if self.words[first] in _LONE and not owner:
            return first, first
        last = first
        while last + 1 < len(self) and last - first < _MAXIMUM:
            word = self.words[last + 1]
            time = word in TIMES and not self._dates(last)  # "a Friday memo"
            if word in BREAKS or word in ".!?" or self.is_marked(last + 1) or time:
                break
            if word == "and" and self.is_name(last) and self.is_name(last + 2):
                last += 1
                continue
            if word == "may" and self._dates(last) and self.word(last + 2)[:1].isdigit():
                last += 2  # "the May 13 report"
                continue
            if word in STOPS or (
                word in PREPOSITIONS and word not in ("of", "for", "from", "with")
            ):
                break
            last += 1
        while last > first and self.words[last] in PREPOSITIONS:
            last -= 1
        return first, last
