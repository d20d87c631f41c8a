"""Several who speak as one: in comes a noun phrase, out comes all that "and" joins it to.

"Doctors, nurses and |residents| said": who is named last is next to the verb. It is its own file
because a single noun phrase (`subjects`) ends at "and", where as often another clause begins.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    AUXILIARIES,
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    PAST,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    TIMES,
)
from onix.reading.grammar.sentence_words import TOLD, Tokens
from onix.reading.grammar.subjects import Subjects
from onix.reading.names.origins import is_people
from onix.reading.names.persons import nouns_in

_AND = frozenset({"and", "or", "&"})
_NOT_WITHIN = (
    (PREPOSITIONS - {"of"}) | STOPS | AUXILIARIES | PAST | TOLD | TIMES | PERSONAL | RELATIVES
) | COORDINATORS
_PRONOUNS = frozenset({"he", "she", "they", "we", "i"})
_LONGEST = 6  # tokens of one of them


class Joined(Subjects):
    """The words of a sentence with the walk to the left over all who speak together."""

    def speaking(self, last: int) -> Tokens | None:
        """Give who may govern the verb behind token `last`, with those joined to them by "and"."""
        noun = self.past_adverbial(self.subject(last))
        return None if noun is None else (self._first_joined(noun), noun[1])

    def _first_joined(self, noun: Tokens) -> int:
        first = noun[0]
        if self.word(first - 1) not in _AND or self.words[noun[1]] in PRONOUNS - {"others"}:
            return first
        start = self._partner(first - 2)
        while start is not None and self.word(start - 1) == ",":
            earlier = self._partner(start - 2)
            if earlier is None:
                break
            start = earlier
        return first if start is None else start

    def with_joined(self, noun: Tokens) -> Tokens:
        """Go on to those who are joined to a noun phrase: "said |traders| and analysts"."""
        first, last = noun
        while self.word(last + 1) in _AND:
            second = self.noun_after(last + 2)
            if second is None or not self.are_people(second):
                break
            if second[1] + 1 < len(self) and self.looks_finite(second[1] + 1):
                break  # "according to traders and |analysts were| told so"
            last = second[1]
        return first, last

    def are_people(self, noun: Tokens) -> bool:
        """Is a noun phrase one for people: names, a plural, or with an article or a number?"""
        first, last = noun
        if self.words[first] in TIMES | PREPOSITIONS or self.words[last] in TIMES:
            return False
        if any(map(self.tells, range(first + 1, last + 1))):
            return False  # "said |the family deserved better|"
        named = all(map(self.is_name, range(max(first, 1), last + 1))) and self.is_name(last)
        return named or self._has_people(first, last)

    def _partner(self, last: int) -> int | None:
        """Give the first token of people who end in token `last` and stand in no clause of theirs.

        They do where nothing but the sentence, a comma or a quotation stands before: "the council
        told |residents| and officials said" does not join them.
        """
        if last < 0 or not self.word(last)[:1].isalpha():
            return None
        first = last
        while first > 0 and not self._ends_before(first - 1):
            first -= 1
            if last - first >= _LONGEST or self.words[first] in _NOT_WITHIN:
                return None
            if first < last and self.raw[first].islower() and self._is_verb(first):
                return None
        alone = first == last and self.words[last] in _PRONOUNS  # "“…,” |he| and his wife said"
        return first if alone or self.are_people((first, last)) else None

    def _ends_before(self, index: int) -> bool:
        return self.words[index] in BREAKS or self.is_marked(index)

    def _is_verb(self, index: int) -> bool:
        """May a word within be a verb: not "|displaced| residents said"?"""
        opens = index == 0 or self._ends_before(index - 1)
        return self.looks_finite(index) and not (opens or self._describes(index))

    def tells(self, index: int) -> bool:
        """May a word within a noun phrase be its verb: "the family |deserved| better"?"""
        return self._begins_verb(index) and not self._describes(index)

    def _describes(self, index: int) -> bool:
        """Is a participle part of a noun phrase: "the |arrested| men"?"""
        return self.words[index].endswith("ed") and self.words[index - 1] in DETERMINERS

    def _has_people(self, first: int, last: int) -> bool:
        if self.word(first + 1) == "of" and first + 2 <= last:
            first += 2  # "two of his aides"
        ends = (k for k in range(first + 1, last + 1) if self.words[k] in PREPOSITIONS | RELATIVES)
        end = next(ends, last + 1)
        named = end
        while named - 1 > first and self.is_name(named - 1):
            named -= 1
        if named < end and nouns_in(self.words[named - 1]):
            return True  # "psychologist |Ann Lee|"
        head = self.words[end - 1]
        known = is_people(head) or head == "others"
        known = known or any(map(nouns_in, (head, head.removesuffix("s"))))
        return known and (head.endswith("s") or self.words[first] in DETERMINERS - PREPOSITIONS)
