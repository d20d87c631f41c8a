"""Subjects: in comes the word before a verb, out comes the noun phrase that ends there.

What describes somebody may stand between the two ("Ann Lee, 45, of Riga, said"); it is passed over.
It is its own file because it only ever looks to the left.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    BREAKS,
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    PAST,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    SUBJECTS,
    TIMES,
    cue_classes,
)
from onix.reading.grammar.groups import CALLED, LONGEST_NOUN, Groups
from onix.reading.grammar.sentence_words import TOLD, Tokens
from onix.reading.names.persons import first_names, nouns_in
from onix.reading.words import sections, words_of

_GRAMMAR = sections("grammar")
_MANY = frozenset({"people", "those", "men", "women", "children"})
_FROM = frozenset({"of", "from", "at"})
_APART = (",", "—", "–")  # "Ann Lee — |who| said so —"
_CLAUSE_RELATIVES = frozenset({"who", "whose", "which"})
# A noun phrase behind these is no subject: "|in a video| posted on Monday".
_NO_OPENERS = PREPOSITIONS - CONJUNCTIONS - {"about", "around", "over", "under", "near", "between"}
# Pronouns that may end a clause which only describes somebody: "those who have read |it| said".
_OBJECTS = frozenset({"it", "them", "him", "her"})
_NO_PARTICIPLES = frozenset(_GRAMMAR["no_participles"])
# What stands between a plural noun and its verb, so that a word in -s may be either.
_BEHIND_PLURALS = PREPOSITIONS | TIMES | ADVERBS | COORDINATORS | AUXILIARIES
_LONGEST_CLAUSE = 16
_LONGEST_NAMED = 9  # tokens: ", David Lund Orr of Old Riga College,"
_LONGEST_DESCRIPTION = 24
_BEGIN = ARTICLES | {"her", "his", "its", "my", "our", "their"}  # "a charge |her office| called"
_PREDETERMINERS = frozenset({"all", "both", "half", "such", "not", "only", "even", "just"})
_DESCRIBING = frozenset({"one", "after", "in", "on", "at", "then", "now", "according"})
# "an aide to the mayor"
_DOCUMENTS = frozenset(sections("documents")["nouns"])
_SENT = frozenset({"addressed", "given", "handed", "leaked", "passed", "sent", "shown", "written"})
_WRITTEN = frozenset(sections("documents")["own"])
_TIED_BY_TO = frozenset(_GRAMMAR["tied_by_to"]) | _WRITTEN
# Those of them who are not whom they speak for: "a spokesman for the mayor, Ann Lee, said"
_FOR_OTHERS = frozenset(sections("people")["for_others"])


class Subjects(Groups):
    """The words of a sentence with the walk to the left, from a verb to its subject."""

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
            apart = self.word(last - 1) in ((",",) if self.word(last) == "that" else _APART)
            noun = self.subject(last - 1 - apart)
            if noun is None or last - noun[0] >= 8:
                return (last, last) if self.word(last) == "who" else None
            bearer = self._bearer(noun) if self.words[noun[0]] in ARTICLES else None
            if bearer and self.words[last - 1] == "," and self._is_named(bearer):
                return bearer  # "|Ann Lee|, the mayor of Riga, who said"
            if noun[0] < noun[1] and self.words[noun[0]] in PREPOSITIONS - CONJUNCTIONS:
                noun = noun[0] + 1, noun[1]  # "announced by |Ann Lee, who said"
            joined = [k for k in range(noun[0], noun[1]) if self.words[k] in PREPOSITIONS]
            return (joined[-1] + 1 if joined and last - noun[0] > 5 else noun[0]), last
        word = self.word(last)
        if word in TOLD and not self.is_name(last):
            return None
        partial = self.word(last - 1) in DETERMINERS or self.is_name(last - 1)  # "Ruiz and many"
        if word in PERSONAL or (word in PRONOUNS and not partial):
            behind = self._head_of_clause(last, last) if self.words[last] in _OBJECTS else None
            return behind or (last, last)
        first = last
        while first > 0 and last - first < LONGEST_NOUN and self._belongs(first - 1):
            first -= 1
        first = self._without_adverbial(first, last)
        if self.words[first] in BREAKS or self.words[first] in STOPS or self.is_marked(first):
            return None
        head = self._head_of_clause(first, last) or self._head_of_participle(first)
        if head is None and self.word(first - 1) in BE and self.words[first].endswith("ed"):
            return None  # "was |placed on leave|, said the mayor"
        return (first, last) if head is None else self._bearer(head)

    def past_adverbial(self, noun: Tokens | None) -> Tokens | None:
        """Go on to the subject before "in a video", which is none itself; None where none is."""
        if noun is None or self.words[noun[0]] not in _NO_OPENERS:
            return noun
        named = any(map(self.is_name, range(max(1, noun[0]), noun[1] + 1)))
        if named or self.word(noun[0] + 1) == "least":
            return noun
        last = noun[0] - 1
        word = self.word(last)
        open_end = word.isalpha() and word not in STOPS | AUXILIARIES | PREPOSITIONS
        return self.subject(last) if open_end or word in RELATIVES else None

    def _head_of_clause(self, first: int, last: int) -> Tokens | None:
        """Give whom a relative clause describes whose last words would be taken for the subject.

        "The head of the union that backed |the plan| said": it is the head who said so.
        """
        for index in range(first - 1, max(0, first - _LONGEST_CLAUSE), -1):
            if self.words[index] in BREAKS or self.is_marked(index):
                return None
            if self.words[index] in RELATIVES:
                apart = index < first - 1 or (self.words[index] == "who" and index + 2 < last)
                apart = apart or self._governs(first, last)
                finite = apart and (self.looks_finite(index + 1) or self._does_so(index + 1))
                noun = self.subject(index - 1) if finite else None
                return None if noun is None or self.words[noun[1]] in RELATIVES else noun
        return None

    def _does_so(self, index: int) -> bool:
        """Is the word behind a plural and "who" a verb in the present: "people who |know| him"?"""
        word, noun = self.words[index], self.word(index - 2)
        if self.words[index - 1] != "who" or not (noun in _MANY or noun.endswith("s")):
            return False
        plain = self.raw[index].isalpha() and self.raw[index].islower()
        return plain and word not in SUBJECTS | PREPOSITIONS | ADVERBS and not word.endswith("ly")

    def _governs(self, first: int, last: int) -> bool:
        """Is what a relative word is followed by its verb: "the body that |oversees expenses|"?"""
        after = self.word(first + 1)
        verb = first < last and self.raw[first].islower() and after not in _BEHIND_PLURALS
        told = self.word(first - 1) == "that" and self.word(first - 2) in cue_classes()
        return verb and not told

    def _head_of_participle(self, first: int) -> Tokens | None:
        """Give whom a participle describes: "An aide (who was) briefing |the press| said"."""
        index = first - 1 - (self.word(first - 1) in PREPOSITIONS)
        if index < 1 or self.words[index] in _NO_PARTICIPLES:
            return None
        if not self.words[index].endswith("ing") or self.words[index - 1] in PREPOSITIONS | STOPS:
            return None
        noun = self.subject(index - 1)
        opens = noun is not None and (noun[0] == 0 or self.is_marked(noun[0] - 1))
        return noun if opens else None

    def _belongs(self, index: int) -> bool:
        """Can token `index` be part of the noun phrase to its right?"""
        word = self.words[index]
        if self.words[index + 1] in _BEGIN:
            return word in PREPOSITIONS - CONJUNCTIONS or word in _PREDETERMINERS
        if word == "and":
            return self.is_name(index - 1) and self.is_name(index + 1)
        if word == "to" and self._is_tied(index - 1):
            return True
        stops = word in STOPS and not self._counts_more(index)
        if word in BREAKS or self.is_marked(index) or stops:
            return False
        described = word.endswith("ed") and not self.is_name(index)  # but Ted, Mohamed
        if described and self.is_name(index + 1) and self.words[index - 1].isalpha():
            return self.words[index - 1] in DETERMINERS  # "the show included |Ann Lee| saying"
        if word in ("?", "!", '"', "-") or word in PERSONAL:
            return False
        says = "say" in cue_classes().get(word, ()) and word[-1] == "d"
        return not says or self.is_name(index)

    def _is_tied(self, last: int) -> bool:
        """Does "to" belong to the noun before: "|an aide| to Ann Lee", "|a note from Lee| to"?"""
        if self.words[last] in _TIED_BY_TO:
            return True
        if self.words[last] in _SENT:
            return self.word(last - 1) in _DOCUMENTS  # "documents leaked |to| Ann Lee"
        first = last
        while self.is_name(first - 1):
            first -= 1
        written = self.is_name(first) and self.word(first - 1) in ("from", "by")
        return written and self.word(first - 2) in _WRITTEN

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

    def _before_apposition(self, comma: int) -> Tokens | None:
        """Find the noun before an insertion that `comma` ends: "Cox, who runs the arm, says"."""
        noun = self._inserted_behind(comma)
        if noun is None and self.word(comma - 1) == ")":
            return self.subject(comma - 1)  # "his niece, Ann Lee (Lab-Leith), said"
        return noun and (self._described_with(noun) or noun)

    def _described_with(self, noun: Tokens) -> Tokens | None:
        """Give who opens a clause and is described by words that somebody else ends.

        As in "|Orr|, who wrote to the mayor, Ann Lee, said" and "|Orr|, an aide to the mayor, Ann
        Lee, said". A comma behind which a verb, "and" or "but" stands ends the description before.
        """
        for comma in range(noun[0] - 1, max(0, noun[0] - _LONGEST_DESCRIPTION), -1):
            if self.is_marked(comma) or self.words[comma] in ";:—–":
                return None
            if self.words[comma] != ",":
                continue
            opener = self.words[comma + 1]
            placed = self.word(comma + 2) in PREPOSITIONS
            done = opener in PAST | _SENT and placed and "by" in self.words[comma + 2 : noun[0]]
            passive = done or (opener.endswith("ed") and placed)
            finite = self.looks_finite(comma + 1) and not (passive or self.is_name(comma + 1))
            if finite or opener in COORDINATORS:
                return None
            relative = opener in _CLAUSE_RELATIVES or done
            relative = relative or self._opens_document(comma + 1, noun)
            described = relative or self._opens_description(comma + 1, noun)
            if comma == noun[0] - 1 or not described:
                continue
            aged = self.words[comma - 1].isdigit() and self.word(comma - 2) == ","
            bearer = self.subject(comma - 1 - 2 * aged)
            if bearer is None or not self._opens(bearer[0]) or not self._may_open(bearer):
                return None
            named = self._is_named(bearer)
            whole = bearer[1] == comma - 1 - 2 * aged and self.words[bearer[0]] not in TIMES
            return bearer if whole and (named or relative) else None
        return None

    def _opens_document(self, first: int, noun: Tokens) -> bool:
        """Does it begin here in what something was said: "Orr, |in a letter| to the mayor, Lee"?"""
        words = self.words[first + 1 : noun[0]]
        return self.words[first] in PREPOSITIONS and not _DOCUMENTS.isdisjoint(words)

    def _opens_description(self, first: int, noun: Tokens) -> bool:
        """Does a noun begin here that others before `noun` are tied to: "an aide to the mayor, …"?

        Else `noun` itself may be who is described: "the mayor, Ann Lee".
        """
        tied = range(first + 1, noun[0])
        opener = self.words[first]
        if opener.endswith("ing") and opener not in _NO_PARTICIPLES:
            return True  # "|speaking to the mayor|, Ann Lee"
        if opener.endswith("ed") and self.word(first + 1) in PREPOSITIONS:
            return True  # "|asked about the mayor|, Ann Lee"
        return (opener in ARTICLES or bool(nouns_in(opener))) and any(
            self.words[k] in PREPOSITIONS
            or self.words[k] in RELATIVES
            or self._begins_verb(k)
            or self.words[k].endswith("ing")
            for k in tied
        )

    def _inserted_behind(self, comma: int) -> Tokens | None:
        """Find the noun next before an insertion that `comma` ends."""
        sign = self.word(comma)
        for other in range(comma - 1, max(-1, comma - 30), -1):
            if self.words[other] == sign:
                if other == 0 or self.is_marked(other - 1) or self.words[other - 1] in COORDINATORS:
                    return None  # "she left and, in May, said"
                if self.words[other - 1] in ADVERBS and self.word(other - 2) == sign:
                    return self.subject(other - 3)  # "Ruiz, meanwhile, who won, said"
                joined = self.words[other + 1] == "and" and self.words[other + 2] == "who"
                opener = self.words[other + 1 + joined]
                if self._is_remark(other + 1, comma):
                    return self.subject(other - 1)  # "The guard, he remembered, said"
                finite = self.looks_finite(other + 1) and not self.is_name(other + 1)
                if finite and (bearer := self._of_whom(other)) is not None:
                    return bearer
                described = (
                    opener in ARTICLES | _CLAUSE_RELATIVES | _DESCRIBING
                    or sign != ","
                    or opener[0].isdigit()
                    or (opener.endswith("ed") and not self.is_name(other + 1))
                    or (opener.endswith("ing") and opener not in _NO_PARTICIPLES)
                    or (opener in PREPOSITIONS and self.words[other + 2] in ("which", "whom"))
                    or (self.is_name(other - 1) and opener not in SUBJECTS | COORDINATORS)
                )
                named = other + 1 < comma and self._is_name_from(other + 1, comma)
                if self.words[other - 1].isdigit():
                    continue  # "Orr, who led it from 2010 to 2013, |a friend of hers|, said"
                before = self.subject(self._before_times(other - 1))
                if sign != "," and before is not None and not self._opens(before[0]):
                    return None  # "Jacob, in describing |the standoff| - if any - said"
                opens = "" if before is None else self.words[before[0]]
                owned = opens in ARTICLES or opens.endswith(("’s", "'s"))  # "Tarn’s owner, …"
                titled = before is not None and (owned or not self.is_name(before[0]))
                place = comma - other == 2 and self.is_name(other - 1)  # "in Riga, Latvia, said"
                short = comma - other < _LONGEST_NAMED  # "the mayor of Riga, Ann Lee, said"
                if named and not place and short and (titled or not described):
                    another = before is not None and self._is_of_another(before, other - 1)
                    return self._bearer(before) if another else (other + 1, comma - 1)
                name = self._named(other + 1, comma - 1)
                if name is not None and (titled or self.words[name[0] - 1] in CALLED):
                    return name  # "its president, the dentist Ann Lee, said"
                bare = before is not None and not self._may_open(before)
                bearer = self._bearer(before) if described and not bare else None
                bearer = bearer or self._of_whom(other) or self._named_first(other)
                return bearer or (before if described else None)
        return None

    def _is_name_from(self, first: int, end: int) -> bool:
        """Is all up to a token a name, with where its bearer is from: "Ann Lee of Riga College"?

        So is that of a firm: "Lyle & Sons".
        """
        of = next((k for k in range(first + 2, end - 1) if self.words[k] in _FROM), end)
        rest = range(min(of + 1, end), end)
        firm = (k for k in range(first, of) if k == first or self.words[k] != "&")
        return all(map(self._names, firm)) and all(map(self._names, rest))

    def _is_of_another(self, noun: Tokens, last: int) -> bool:
        """Is somebody else named behind token `last` than `noun`, who has to do with them?

        As in "|a spokesman| for the firm, Lunds, said", "|the man| who beat the mayor, Ann Lee,
        said", but not "the woman who runs the port, Ann Lee, said".
        """
        heads = [last, *(k - 1 for k in range(last - 3, last) if self.word(k) == "of")]
        people = any(nouns_in(self.words[k]) for k in heads)
        named = self.raw[last + 2] in first_names()  # "a spokesman for the firm, |Ann Lee|, said"
        if not people and (named or self.words[last] not in words_of("roles", "bodies")):
            return False
        if noun[1] < last and people:
            opens = self.words[noun[0]] in SUBJECTS or self.is_name(noun[0])
            return opens and self.words[noun[1] + 1] in RELATIVES
        ties = [k for k in range(noun[0] + 1, last) if self.words[k] in ("for", "of", "to")]
        return bool(ties) and self.words[ties[0] - 1] in _FOR_OTHERS

    def _may_open(self, noun: Tokens) -> bool:
        """Can a noun phrase be a subject by itself: a name, a plural, or with an article?"""
        first, last = self.words[noun[0]], self.words[noun[1]]
        return first in SUBJECTS or self.is_name(noun[0]) or last.endswith("s")

    def _named_first(self, comma: int) -> Tokens | None:
        """Give the name that is described in more than one part.

        As in: |Ann Lee|, head of sales, staff and control, at the yard, said
        """
        found = None
        for k in range(comma, max(1, comma - _LONGEST_DESCRIPTION), -1):
            if self.is_marked(k) or self.words[k] in AUXILIARIES | PAST | PERSONAL:
                break
            named = self.words[k] == "," and self.is_name(k - 1) and self.is_name(k - 2)
            noun = self.subject(k - 1) if named else None
            if noun is not None and self._is_named(noun):
                placed = {self.words[noun[0]], self.word(noun[0] - 1)} & (PREPOSITIONS | TIMES)
                found = found if placed or not self._opens(noun[0]) else noun
        return found

    def _opens(self, index: int) -> bool:
        """Does a sentence, or a clause behind a comma, begin with a token?"""
        opened = self.words[index - 1] in BREAKS | COORDINATORS or self.is_marked(index - 1)
        return index == 0 or opened

    def _of_whom(self, comma: int) -> Tokens | None:
        """Give of whom a clause tells whose verb stands behind a comma.

        As in "|Orr|, whose home, Low Hall, was sold, said".
        """
        for index in range(comma - 1, max(1, comma - _LONGEST_DESCRIPTION), -1):
            if self.is_marked(index) or self.words[index] in TOLD:
                return None
            if self.words[index] in ("whose", "who", "which") and self.words[index - 1] == ",":
                return self._bearer(self.subject(index - 2))
        return None

    def _bearer(self, noun: Tokens | None) -> Tokens | None:
        """Go on to the name where a noun itself stands in apposition: "Ruiz, a judge in Ohio"."""
        if noun is None or noun[0] < 2:
            return noun
        for comma in range(noun[0] - 1, max(0, noun[0] - 6), -1):
            if self.words[comma] == "," and comma + 1 < noun[0] and self.is_name(comma - 1):
                opener = self.words[comma + 1]
                if opener.endswith(("ing", "ed")) or opener in _CLAUSE_RELATIVES:
                    return self.subject(comma - 1)  # "Ruiz, facing |a test in Ohio, a state|, said"
            if self.words[comma] in BREAKS:
                break
        first, before = self.words[noun[0]], noun[0] - 2
        apposed = first in ARTICLES or first.isdigit() or not self.is_name(noun[0])
        if self.words[noun[0] - 1] != ",":
            return noun
        if first in PREPOSITIONS and self.words[before].isdigit() and self.word(before - 1) == ",":
            before -= 2  # "Ann Lee, 45, |of Riga, Latvia|, said"
        named = self.is_name(before) and self.words[before] not in TIMES | ADVERBS
        return self.subject(before) if apposed and named else noun
