"""Groups of words that belong together: a verb with its helpers, a noun with what stands before it.

Without a parser a group ends where a word stands that cannot be in it. It is its own file because
these walks know nothing of clauses or of who speaks.
"""

from __future__ import annotations

import re

from onix.reading.grammar.function_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    BREAKS,
    DETERMINERS,
    HELPERS,
    PAST,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    SUBJECTS,
    TIMES,
    cue_classes,
)
from onix.reading.grammar.sentence_words import TOLD, Tokens, Words
from onix.reading.words import sections

_GRAMMAR = sections("grammar")
# Pronouns that are all of their noun phrase.
_LONE = frozenset({"he", "she", "they", "i", "we", "it", "him", "her", "them", "me", "us"})
LONGEST_NOUN = 14
_REMARK = 2  # tokens
_BECOMING = frozenset({"become", "becomes", "became", "becoming"})
_YEAR = re.compile(r"\d{1,2}|(?:19|20)\d\d")
_LY_NOUNS = frozenset(_GRAMMAR["ly_nouns"])
_PARTICLES = frozenset(_GRAMMAR["particles"])
_FOR_ONE = frozenset({"one", "example", "instance"})
_TIED_BY_TO = frozenset(_GRAMMAR["tied_by_to"])
_WITHIN_VERBS = frozenset(_GRAMMAR["within_verbs"])
NO_VERBS = DETERMINERS | PREPOSITIONS | SUBJECTS | STOPS | ADVERBS
CALLED = frozenset({"called", "named"})
_ASIDES = frozenset({"however", "though", "too", "meanwhile", "nonetheless", "nevertheless"})
# Times that are as often names, and what ends other phrases.
_VAGUE = frozenset({"may", "march", "then", "again", "this", "last", "early", "late"})


class Groups(Words):
    """The words of a sentence with the walks over verbs and over nouns to the right."""

    def looks_finite(self, index: int) -> bool:
        """May token `index` be a verb with a tense?"""
        word = self.words[index]
        if word in AUXILIARIES or word in PAST:
            return True
        return word.endswith(("ed", "s")) and word not in NO_VERBS

    def _begins_verb(self, index: int) -> bool:
        word = self.word(index)
        verb = word.endswith("ed") and not self.is_name(index)
        return verb or word in AUXILIARIES or word in PAST

    def _names(self, index: int) -> bool:
        """Can a token be part of a name: "Ann Lee", "Fatima |el| Khattabi"?"""
        return self.is_name(index) or (self.word(index) in _PARTICLES and self.is_name(index + 1))

    def _is_named(self, noun: Tokens) -> bool:
        """Is a noun phrase nothing but names?"""
        return all(map(self._names, range(noun[0], noun[1] + 1)))

    def _named(self, first: int, last: int) -> Tokens | None:
        """Give the full name that a short description ends with."""
        start = last + 1
        while start > first and self._names(start - 1):
            start -= 1
        described = self.words[first:start]
        short = last - start > 0 and (start - first < 4 or self.word(start - 1) in CALLED)
        return (start, last) if short and PREPOSITIONS.isdisjoint(described) else None

    def verb_group(self, index: int) -> tuple[int, bool, bool]:
        """Step left over "has", "also", "did not": what is before; if helped; if passive."""
        before = index - 1
        helped = passive = False
        while before >= 0:
            word = self.words[before]
            if word in AUXILIARIES and (before == 0 or not self.is_name(before)):  # not Ms. May
                helped = helped or word in HELPERS
                passive = passive or word in BE
            elif (said_when := self._in_the_past(before)) > 0:
                before -= said_when - 1
            elif word == "," and (aside := self._aside(before)):
                before -= aside  # "the aldermen|, however,| argue"
            elif not (word in ADVERBS or self.ends_like_adverb(before) or self._is_first(before)):
                break
            before -= 1
        if before < 0 and index > 0 and self.words[0] in PRONOUNS:
            before = 0  # "All have denied it"
        if self.word(before) == "and" and before == index - 1 and self.word(index + 1) == "as":
            first, more, also = self.verb_group(before - 1)
            if also and self.word(before - 1).endswith("ed"):
                return first, more, True  # "has been named and |described| as"
        dated = self._before_times(before)
        if dated < before and self.word(dated) in AUXILIARIES:  # "has |on Friday| accused"
            first, more, also = self.verb_group(dated + 1)
            return first, helped or more, passive or also
        # "became |known|": nobody knows it, as in "was known"
        return dated, helped, passive or (self.word(dated) in _BECOMING and dated == index - 1)

    def _is_remark(self, first: int, end: int) -> bool:
        """Is all up to a token who thinks so or remembers it: "|he remembered|"?"""
        if end - first != _REMARK or self.word(first) not in PERSONAL:
            return False
        return bool(cue_classes().get(self.word(first + 1), frozenset()) & {"think", "quote"})

    def _in_the_past(self, last: int) -> int:
        """Give how many tokens of "has |in the past| said" end with one, else nought."""
        for size in (3, 2):
            if " ".join(self.words[max(0, last + 1 - size) : last + 1]) in _WITHIN_VERBS:
                return size
        return 0

    def _aside(self, comma: int) -> int:
        """Give how many tokens before a comma are a remark between commas: ", however,"."""
        word = self.word(comma - 1)
        dated = self._before_times(comma - 1)
        if dated < comma - 1 and self.word(dated) == "," and self.word(dated - 1) in AUXILIARIES:
            return comma - dated  # "had|, on Tuesday,| told"
        if self.words[comma - 3 : comma - 1] == [",", "for"] and word in _FOR_ONE:
            return 3
        aside = word in _ASIDES or word in ADVERBS or self.ends_like_adverb(comma - 1)
        return 2 if aside and self.word(comma - 2) == "," else 0

    def _is_first(self, index: int) -> bool:
        """Is it the adverb: "the Ledger |first| reported", not "the first"?"""
        return self.words[index] == "first" and self.word(index - 1) not in DETERMINERS | {""}

    def ends_like_adverb(self, index: int) -> bool:
        """Is a word an adverb by its end: "flatly", but not "family"?"""
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

    def _counts_more(self, than: int) -> bool:
        """Is it the "than" of a number: "a post shared more |than| 4,000 times"?"""
        more = self.words[than] == "than" and self.word(than - 1) in ("more", "fewer", "less")
        return more and self.word(than + 1)[:1].isdigit()

    def _goes_on(self, index: int) -> bool:
        """Can a noun phrase that has begun go on with token `index`?"""
        word = self.word(index)
        plain = word not in BREAKS and word not in STOPS and word not in SUBJECTS
        return word.isalpha() and plain and word not in PREPOSITIONS and word not in TIMES

    def _dates(self, last: int) -> bool:
        """May a time behind token `last` tell of a noun: "a |Thursday| |afternoon| briefing"?"""
        if self.words[last] in TIMES:
            last -= 1
        return self.word(last) in ARTICLES or self.word(last).endswith(("’s", "'s"))

    def _date_behind(self, article: int) -> int:
        """Give how many tokens of a date stand behind an article: "an |Oct. 1, 2005,| article"."""
        month, day, comma, year, closes = (self.word(article + k) for k in range(1, 6))
        dated = month in TIMES and day.isdigit() and bool(_YEAR.fullmatch(year))
        whole = dated and (comma, closes) == (",", ",") and self.word(article + 6).isalpha()
        return 5 if whole and self.words[article] in ARTICLES else 0

    def _is_tied_behind(self, noun: int) -> bool:
        """Does "to" behind a noun lead to whom they have to do with, and not to a verb?"""
        behind = self.word(noun + 2)
        opens = behind in DETERMINERS - PREPOSITIONS or self.is_name(noun + 2)
        return self.words[noun] in _TIED_BY_TO and opens

    def is_put_beside(self, noun: int) -> bool:
        """Does a noun with "a" stand behind a comma: "…, a |charge| his aides call “a lie”"?"""
        return self.words[max(0, noun - 2) : noun] in ([",", "a"], [",", "an"])

    def noun_after(self, first: int) -> tuple[int, int] | None:
        """Give the noun phrase that begins with token `first`, as first and last token."""
        if first >= len(self) or self.words[first] in BREAKS or self.is_marked(first):
            return None
        owner = self.words[first] == "her" and self._goes_on(first + 1)
        if self.words[first] in _LONE and not owner:
            return first, first
        last = first + self._date_behind(first)
        while last + 1 < len(self) and last - first < LONGEST_NOUN:
            word = self.words[last + 1]
            time = word in TIMES and not self._dates(last)  # "a Friday memo"
            told = word in TOLD and not self.is_name(last + 1)
            if word in BREAKS or word in ".!?" or self.is_marked(last + 1) or time or told:
                break
            if word == "and" and self.is_name(last) and self.is_name(last + 2):
                last += 1
                continue
            if word == "to" and self._is_tied_behind(last):
                last += 2  # "an aide |to the mayor|", "a person close |to Ann Lee|"
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
