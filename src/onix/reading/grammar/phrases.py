"""The phrases of a sentence: in comes a masked sentence, out come walks over its words.

Groups of words (`groups`) and subjects to the left (`subjects`, `joined`) meet here what a clause
is about, and where a quotation is near. It is its own file so that the rules about phrases stay
apart from the rules about speech.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    PAST,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBJECTS,
    TIMES,
)
from onix.reading.grammar.joined import Joined
from onix.reading.grammar.sentence_words import TOLD, Tokens
from onix.reading.names.persons import nouns_in
from onix.reading.words import sections

_PRONOUNS = frozenset({"he", "she", "they", "we", "i"})
_PLACED = frozenset({"where", "when", "because", "after", "as", "while", "before"})
AGAINST = frozenset({"but", "while", "though", "although", "whereas"})
_IN_WHICH = ["in", "which"]
_CLAUSE_OPENERS = (CONJUNCTIONS - {"as"}) | {"who", "which"}
_EACH = frozenset({"each", "every", "this", "that", "one", "some", "the"})
# What names stand before: "the Ruiz campaign"
_BEARERS = frozenset(sections("grammar")["bearers"])


class Sentence(Joined):
    """The words of one sentence, with quotations masked, and the walks over them."""

    def marked_soon(self, index: int, *, within: int = 9) -> int | None:
        """Give the first quotation from a token on, before a break and not far away."""
        for k in range(index, min(len(self), index + within)):
            if self.is_marked(k):
                return k
            if self.words[k] in BREAKS and not self.is_marked(k + 1):
                return None
            if self.words[k] in _CLAUSE_OPENERS or self._joins_clause(k):
                return None
        return None

    def _joins_clause(self, index: int) -> bool:
        if self.words[index] in ("and", "but") and self.clause(index + 1) is not None:
            return True
        return self.words[index] in TOLD  # "welcomed them but a notice |says| it is “shut”"

    def opening(self, before: int) -> Tokens | None:
        """Give the noun phrase that the clause before a token is about, else the sentence.

        That is what ", adding" goes back to: "…, when protesters broke in, shouting …".
        """
        starts = [0, *(k + 1 for k in self._apart(before - 1) if self.words[k] in ",;—–")]
        for index in range(before - 1, starts[-1] - 1, -1):
            placed = self.words[index] in _PLACED or self.words[index - 1 : index + 1] == _IN_WHICH
            if placed and (noun := self._placed(index + 1)) is not None:
                return noun  # "…, where |fifty people| had gathered, chanting …"
        for first in [*reversed(starts[-3:]), 0]:
            joined = self.word(before - 1) in COORDINATORS
            if joined and self.words[first : first + 2] == _IN_WHICH:
                noun = self._placed(first + 2)  # "talks, in which |Dunn| voiced hope, but said …"
                if noun is not None:
                    return noun
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
                return None if self._commands(noun) else noun
            verb = noun[0] == first and self.raw[first].islower() and self.words[first][-1] == "s"
            if verb and (bearer := self.subject(first - 1)) is not None:
                return bearer  # "Orr, a mayor, |lives in Riga and wrote …"
            if (bearer := self._bears(noun, before)) is not None:
                return bearer
            if noun[1] < before and self._has_verb(noun, before):
                return noun  # not "…, |a toy maker from Riga, saying …"
        return None

    def _apart(self, end: int) -> list[int]:
        """Give the tokens before another without closed brackets: "Ann Lee |(Lab, Leith)| left"."""
        if "(" not in self.words[:end]:
            return list(range(end))
        inside = False
        found = []
        for k in range(end):
            inside = self.words[k] == "(" or (inside and self.words[k] != ")")
            if not inside:
                found.append(k)
        return list(range(end)) if inside else found

    def who_helps(self, preposition: int) -> Tokens | None:
        """Give whose clause ends with "by saying …": "met Lee, |who| tried to help |by| saying"."""
        about = self.opening(preposition) if self.word(preposition) == "by" else None
        if about is None or self.words[about[1]] != "who":
            return None
        return about[1], about[1]

    def set_against(self, before: int) -> Tokens | None:
        """Give whom the clause before a token is about, if it is set against the one before that.

        As in "Dunn said it was late, but |Orr| disagreed, telling …".
        """
        noun = self.opening(before)
        if noun is None or self.word(noun[0] - 1) not in AGAINST or self.word(before - 1) != ",":
            return None
        known = self.is_name(noun[1]) or self.words[noun[1]] in PERSONAL
        return noun if known and self.looks_finite(noun[1] + 1) else None

    def _commands(self, noun: Tokens) -> bool:
        """Is a word with the capital of its sentence a verb: "Turn to Table 4", "Ask a baker"?"""
        if noun != (0, 0) or self.words[0] in SUBJECTS or self.words[0].endswith("s"):
            return False
        behind = 1 + (self.word(1) == "to")
        return self.word(behind) in ARTICLES or (behind == 2 and self.is_name(behind))

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

    def _placed(self, first: int) -> Tokens | None:
        """Give the subject of the clause behind "where", "when" or "in which"."""
        noun = self.noun_after(first)
        if noun is None or self.words[first].endswith("ing"):
            return None  # "after |being| tipped off"
        verbs = range(noun[0] + 1, noun[1] + 2)
        free = (k for k in verbs if self.words[k - 1] not in DETERMINERS and self._begins_verb(k))
        verb = next(free, None)
        return None if verb is None else (first, verb - 1)

    def clause(self, first: int) -> Tokens | None:
        """Give the subject of a clause that begins with token `first`, if a verb stands behind."""
        if not (self.is_name(first) or self.word(first) in PERSONAL | ARTICLES):
            return None
        noun = self._clause_subject(first)
        if noun is None:
            return None
        word = self.word(noun[1] + 1)
        verb = word.islower() and (self.looks_finite(noun[1] + 1) or word.endswith("ly"))
        return noun if verb else None

    def _clause_subject(self, first: int) -> Tokens | None:
        while self.word(first) in COORDINATORS | ADVERBS | CONJUNCTIONS:
            first += 1
        if self.word(first).endswith("ly") and self.word(first + 1) == ",":
            first += 2  # "Specifically, he …"
        if self.word(first) in _EACH and self.word(first + 1) in TIMES:
            first += 2 + (self.word(first + 2) == ",")  # "Each year, Dunn …"
        leads = self.word(first) in PREPOSITIONS | STOPS | TIMES or self._is_participle(first)
        if leads:
            while first < len(self) and self.words[first] != ",":
                if self.is_marked(first) and self.clause(first + 1) is not None:
                    break  # "In a video called “Wake Up,” Ruiz says …"
                if self._does(first + 1):
                    break  # "In a speech last week |he| used …"
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
                or word in PAST
                or (word.endswith("ed") and not self._is_part_of_noun(last + 1))
            ):
                break
            if (
                last > max(first - 1, 0)  # capitals say nothing where a sentence begins
                and self.is_name(last)
                and self._may_be_verb(last + 1)
                and not self._is_post(first, last + 1)
                and not self.words[last].endswith(("’s", "'s", "s’", "s'"))
            ):
                break
            last += 1
        while last > first and self.ends_like_adverb(last):
            last -= 1  # "Dunn allegedly | laid out a plan"
        return first, min(last, first + 6)

    def _is_post(self, first: int, index: int) -> bool:
        """Is a word behind a name a post, or does it say which: "The Ohio |senator|"?

        As in "Local Labour |whip| Ann Lee" and "The Riga |sporting| director Ann Lee".
        """
        described = self.words[first] == "the" or self.is_name(index + 1)
        which = self.words[index].endswith("ing") and self.is_name(index + 2)
        post = self.words[index + which] if index + which < len(self) else ""
        return (described or which) and bool(nouns_in(post))

    def _is_part_of_noun(self, participle: int) -> bool:
        """Is what ends like a verb none: "Mohamed", "Orr’s freely |elected| board"?"""
        owner = self.word(participle - 2)
        opens = owner in DETERMINERS or owner.endswith(("’s", "'s"))
        return self.is_name(participle) or (opens and self.ends_like_adverb(participle - 1))

    def _is_participle(self, index: int) -> bool:
        """Does a word end like "speaking", and is none that has a verb: "|Boeing| replied"?"""
        word = self.word(index)
        named = word not in AUXILIARIES and self._begins_verb(index + 1)
        return word.endswith("ing") and not (self.is_name(index) and named)

    def _does(self, index: int) -> bool:
        """Does a clause begin with a pronoun: "he used"?"""
        return self.word(index) in _PRONOUNS and self._begins_verb(index + 1)

    def _may_be_verb(self, index: int) -> bool:
        word = self.words[index]
        if self.is_name(index) or word == "of":
            return False
        return word not in _BEARERS
