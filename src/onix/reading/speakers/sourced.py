"""Whom a source names by its own words and those beside it: mentions in, a full name out.

Nobody is chosen by likelihood here, as `speakers.py` does where the words leave it open; what
stands in a source, is inserted behind it or stands before it as an apposition settles it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set

from onix.model import Mention
from onix.reading.grammar.function_words import cue_classes
from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.genders import Gender
from onix.reading.names.namings import is_outlet, unknown_name
from onix.reading.names.origins import head_of, is_document, is_outlet_by_form, is_people
from onix.reading.names.persons import nouns_in
from onix.reading.speakers.body_nouns import is_body_by_name
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.descriptions import peoples
from onix.reading.speakers.titled import (
    OF_ANOTHER,
    are_others,
    is_of_another,
    is_somebody,
    lead_up_to,
)
from onix.reading.words import sections, words_of

_SOURCES = frozenset(sections("people")["sources"])
_FOR_OTHERS = frozenset(sections("people")["for_others"])
_TITLES = frozenset(sections("names")["titles"])
_NOBODY = words_of("names", "nobody")
_NO_BODIES = _SOURCES | frozenset(sections("documents")["nouns"])
_LEAD = 2  # words before the name of a body: "the influential |Lund Records Office|"
_OWN = frozenset(sections("documents")["own"])
_OWN_PRONOUN = re.compile(r"(?:his|her)(?=\s)", re.IGNORECASE)
_OWNS = re.compile(r"[’']s\b|s[’'](?!\w)")  # not "Ann Lee’s lawyers’ letter"
# Not "a memo seen by".
_FROM = re.compile(
    rf"(?<!\w)(?!(?:{'|'.join(sections('outlets')['obtained'])})\s)[\w’'-]+\s"
    r"(?:from|by)\s(?:[\w’'-]+\s){0,3}$"
)
_WORD = re.compile(r"[\w’'-]+")
# What joins two people to one source, "Lee and Roe", or sets another beside the one who speaks.
_JOINS = re.compile(r",|&|/|\b(?:and|or|with|for|to|by|of)\b")
_AND_ANOTHER = re.compile(
    r"\s(?:and|or)\s(?:an?|the|his|her|their|its|other|several|some|many|two|three|\d+)\s"
)
# "|Tom Orr, a Democrat, and| Ann Lee, a Republican, said"
_NAMED_WITH = re.compile(
    r"(?:\A|[.!?\n\x01]\s*)(?:[A-Z][\w.’'-]*\s){1,5}[A-Z][\w’'-]*,\s"
    r"(?:an?|the|of|[a-z]+(?<!ed))\s[^,;:.\x01]{2,60},\sand\s\Z"
)
_WITH_NAMED = re.compile(
    r",\s(?:an?|the)\s[^,;:.\x01]{2,60},\sand\s(?:[A-Z][\w.’'-]*\s){1,4}?"
    r"[A-Z][\w’'-]*,\s(?:an?|the)\s[^,;:.\x01]{2,60},\s[a-z]+"
)
_FIRST_AND = re.compile(
    r"(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)\s(?:and|or)\s"
    r"|((?:Both\s)?(?:[A-Z][\w.’'-]*\s)*[A-Z][\w.’'-]*)\s(?:and|or)\s"
)
_NAME = re.compile(r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?")
_IS_AT = re.compile(r"\s(?:of|from|at|with|in)\s")
# "the mayor at the time, |Ann Lee|", "the nurse who found it, |Ann Lee|"
_APPOSED = re.compile(
    r"(?: at the time| back then|(?P<who> who [^,.;:!?\n\x01]{3,80}))?, "
    r"(?P<name>(?:\b(?:[A-Z]|[DM]rs?|Sen|Rep)\.(?= [A-Z])|[^,.;:!?\n\x01]){3,60})(?=[,.;\n]|$)"
)
# "the fund, |which is led by| Ann Lee", "a clerk, |and the mayor|, Ann Lee"; not "whose name is".
_OF_ANOTHER = re.compile(
    r"\A(?:who|which|whose|whom|that)\b(?!.*\b(?:names?|named|called|identified)\b)"
    r"|\A(?:and|but|or|while|with|as|including|like|such|among)\b"
    r"|\A\w+\s(?:[\w-]+\s)?by\b|\b(?:of|for|to|by|with)\s\Z"
)
# What may stand between a name and the end of an apposition that no comma closes.
_INSERTION = re.compile(r",\s(?:[^.;:!?\n\x01“”\"]{0,120},\s)?")
# "Ann Lee, |the mayor| said, had left" is told by the mayor.
_INSERTED = re.compile(r"\s(?:has\s|had\s|also\s)?[a-z]+(?:\s[^,.;:\n\x01]{1,30})?,")
_REVEALS = re.compile(r" can (?:now |exclusively )?(?:reveal|report|disclose)\b")
_NEW = frozenset({"a", "an", "one", "another", "his", "her", "their"})  # "Her son said so. |He|"
_PARTY = re.compile(r"[RD]\.?-")
_SPEAKS_BEFORE = re.compile(r"([a-z]+)\s(?:[A-Z][\w.’'-]*\s){0,3}$")
_WHOM_MEMORY = 500  # characters; "him" who is told something was named in so many
PRONOUN_GENDER: dict[str, Gender] = {"he": "m", "him": "m", "she": "f", "her": "f", "his": "m"}
_LOOK_BACK = 140
_INNER_MARKS = "‘“'\""  # right behind one somebody else calls the speaker so
_WHO = re.compile(r",? who$")  # "one Lund |aide, who| left"
_WHICH = re.compile(r",? (?:which|that)$")
_NOUNS_BEHIND = re.compile(r"(?: [a-z-]+){1,3}")
_ARTICLE = re.compile(r"(?:the|an?|one|another|some|several|many|most)\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_THE = re.compile(r"the\s", re.IGNORECASE)


class Sourced:
    """The people and organisations that the sources of one document name.

    Args:
        masked: The text with what stands in quote marks masked.
        mentions: In the order of the text.

    Attributes:
        cast: Who the people of the document are.
    """

    def __init__(self, text: str, masked: str, mentions: Sequence[Mention], cast: Cast) -> None:
        self._text, self._masked, self._mentions = text, masked, mentions
        self._starts = [mention.span.start for mention in mentions]
        self.cast = cast

    def inside(self, region: Region) -> Sequence[Mention]:
        """Give the mentions that overlap a stretch of the text, in order."""
        first = bisect_left(self._starts, region[0])
        while first > 0 and self._mentions[first - 1].span.end > region[0]:
            first -= 1
        return self._mentions[first : bisect_right(self._starts, region[1] - 1)]

    def named(self, source: Region) -> str | None:
        """Take the person the words name, else the organisation, never one who is only owned."""
        text = self._text
        source = source[0], source[0] + len(_WHO.sub("", text[slice(*source)]))
        organisation, ends, own = None, False, ""
        people: list[Mention] = []
        for mention in self.inside(source):
            span = mention.span
            owned = text[span.end : span.end + 2] in ("’s", "'s") and span.end + 2 < source[1]
            lead = lead_up_to(text, source[0], span.start, self.inside((source[0], span.start)))
            of_another = is_of_another(lead, is_person=mention.kind == "person")
            if mention.name is None or owned or of_another:
                continue
            if mention.kind == "person":
                people.append(mention)
            elif mention.kind == "organisation" and (
                organisation is None or span.end == source[1]  # "Lund Glass unit |Norvik|"
            ):
                organisation, ends, own = mention.name, span.end == source[1], span.text
        if people:
            behind = text[people[-1].span.end : source[1]]
            before = text[source[0] : people[0].span.start]
            if _NOUNS_BEHIND.fullmatch(behind) and (
                are_others(behind.split()[-1]) or _ARTICLE.fullmatch(before)
            ):
                return None  # "a Reyes campaign |official|", "Reyes |fans|", "the Reyes |ad|"
            if before.endswith((" and ", " or ")):
                return None  # "two officials and |Ann Lee|"
            if not behind and _ARTICLE.fullmatch(before) and " " not in people[0].span.text:
                return None  # "the |Reyes| ad", where a source ends with its name
            return self._head(source, people)
        if organisation is None or is_outlet(organisation) or is_document(organisation):
            return None
        if _INDEFINITE.match(text, source[0]) and not ends:
            return None  # "one Lund |user|", "a Lund |engineer|"
        found = _WORD.findall(text[source[0] : source[1]].lower())
        people_of_it = not ends and is_people(found[-1])  # "Boeing engineers"
        own_words = {*_WORD.findall(own.lower())}
        if people_of_it or not _NO_BODIES.isdisjoint({*found} - own_words):
            return None
        if _NO_BODIES.isdisjoint(own_words):
            return organisation
        alone = ends and len(found) - len(_WORD.findall(own)) <= _LEAD
        return organisation if alone and is_body_by_name(own, _NO_BODIES) else None

    def are_several(self, source: Region) -> bool:
        """Do several speak: "Ann Lee and two aides", "she and the mayor", "the clerk and a vet"?

        Not "the former senator and candidate", "Lund and Sons" nor "Ports and Docks chief Ann Lee".
        """
        before = self._masked[max(0, source[0] - _LOOK_BACK) : source[0]]
        named = _NAMED_WITH.search(before) or _WITH_NAMED.match(self._masked, source[1])
        if named or _AND_ANOTHER.search(self._text, *source):
            return True
        joined = _FIRST_AND.match(self._text, *source)
        if joined is None or joined["pronoun"]:
            return joined is not None
        inside = self.inside(source)
        if self._is_of_both(source, joined.end(), inside):
            return False
        ends = [mention for mention in inside if mention.span.end == joined.end(2)]
        second = [mention for mention in inside if mention.span.start == joined.end()]
        if any(mention.kind == "person" or second for mention in ends):
            return True
        # "Lund Foods and Norvik said", of which only one is known for a company
        whole = _NAME.fullmatch(self._text, joined.end(), source[1]) is not None
        return whole and any(mention.kind == "organisation" for mention in [*ends, *second])

    def _is_of_both(self, source: Region, second: int, inside: Sequence[Mention]) -> bool:
        """Is it one of two bodies, or of one with "and" in its name: "Parks and Roads head |Lee|"?

        Not "Norvik and Tarn mayor Ann Lee", where Norvik is named elsewhere, too.
        """
        last = inside[-1] if inside else None
        if last is None or not self._is_somebody_named(source):
            return False
        alone = sum(mention.kind == "person" for mention in inside) == 1
        named = {each.name for each in inside if each.span.end < second}
        again = any(each.name in named for each in self._mentions if each not in inside)
        of = self._text[second : last.span.start].split()
        return alone and len(of) > 1 and not (again or _ARTICLE.match(self._text, source[0]))

    def spoken_of(self, said: Sequence[Region]) -> set[str]:
        """Give whom somebody names in what they say in marks: they are seldom that one."""
        return {
            mention.name
            for region in said
            for mention in self.inside(region)
            if mention.name is not None
            and self._masked[mention.span.start] == MASK
            and (
                mention.span.start == region[0]
                or self._text[mention.span.start - 1] not in _INNER_MARKS
            )
        }

    def _head(self, source: Region, people: Sequence[Mention]) -> str | None:
        """Give which of the people in a source it is: "Reyes aide |Ann Lee|"."""
        first, last = people[0], people[-1]
        if len({mention.name for mention in people}) == 1:
            return first.name
        if first.span.start == source[0] and _IS_AT.match(self._text, first.span.end):
            return first.name
        between = self._text[people[-2].span.end : last.span.start]
        ends = last.span.end == source[1]
        return last.name if ends and not _JOINS.search(between) else None

    def is_no_person(self, source: Region) -> bool:
        """Is a source what somebody wrote or said, or an outlet: "her letter", "the Ledger"?"""
        words = self._text[slice(*source)]
        if self._is_somebody_named(source):
            return False  # "Hill" is no outlet where it is Ann Hill
        if is_document(words) or is_outlet(words) or head_of(words) in _OWN:
            return True
        if self.inside(source) and is_outlet_by_form(_WHICH.sub("", words)):
            return True  # "State news agency PIN", but not "the paper", which is a body's
        return _REVEALS.match(self._masked, source[1]) is not None

    def _is_somebody_named(self, source: Region) -> bool:
        """Is a source somebody who is named in full, and no more than what they are besides?

        As in "CNN Opinion editor |Ann Lee|", and not "a letter to |Ann Lee|".
        """
        last = next(reversed(self.inside(source)), None)
        if last is None or last.kind != "person" or last.span.end != source[1]:
            return False
        before = self._text[source[0] : last.span.start].split()
        if " " not in (last.name or ""):
            return False
        owner = before and before[-1].endswith(("’s", "'s"))  # "the Ledger’s |Ann Lee|"
        return not before or bool(owner or nouns_in(before[-1].lower()))

    def noun(self, source: Region) -> str:
        """Give what a source without a name is: "spokeswoman"; "" for "the woman", who had one."""
        words = self._text[slice(*source)].lower()
        noun = head_of(words)
        new = words.partition(" ")[0] in _NEW or noun in _FOR_OTHERS
        return noun if new and nouns_in(noun) else ""

    def described(self, source: Region) -> str:
        """Give the noun of one person who is described and not named: "the mother of three"."""
        words = self._text[slice(*source)].lower()
        noun = head_of(words)
        single = words.startswith(("the ", "his ", "her ")) and not self.inside(source)
        return noun if single and nouns_in(noun) and not noun.endswith("s") else ""

    def author(self, source: Region) -> Region | str | None:
        """Give who wrote what is a source: a name, or where "his" or "whose" stands before it."""
        words = self._text[slice(*source)]
        if head_of(words) not in _OWN:
            return None
        if self._masked.endswith("whose ", 0, source[0]):
            return source[0] - 6, source[0] - 1
        if (own := _OWN_PRONOUN.match(words)) is not None:
            return source[0], source[0] + own.end()
        people = [each for each in self.inside(source) if each.kind == "person"]
        if not people:
            return None
        before = self._text[source[0] : people[0].span.start]
        behind = self._text[people[0].span.end : people[1].span.start if people[1:] else source[1]]
        if people[0].name != people[-1].name and not OF_ANOTHER.search(behind):
            return None  # "a letter from Ann Lee and Odd Lund"
        owns = not before.strip() and len(_OWNS.findall(behind)) == 1 and _OWNS.match(behind)
        return people[0].name if owns or _FROM.search(before) else None

    def as_written(self, source: Region) -> str | None:
        """Take a source that is a name by its capitals, in full if only one has it so."""
        if self.inside(source) or self._masked[slice(*source)] != self._text[slice(*source)]:
            return None
        family = self._text[slice(*source)]
        if family.istitle() and len(self.cast.families.get(family.lower(), ())) == 1:
            return next(iter(self.cast.families[family.lower()]))  # "May said", too
        last = family.split()[-1].lower()
        if head_of(family) in peoples() or last in _NOBODY or (last != family and nouns_in(last)):
            return None  # "one generous |Canadian|", "Labour |MPs|", "The |Taoiseach|"
        name = unknown_name(self._masked, source)
        if name is None:
            return written if (written := _THE.sub("", family)) in self.cast.bodies else None
        titled, _, family = name.rpartition(" ")
        bearers: Set[str] = set()
        if not titled or titled.lower() in _TITLES:
            bearers = self.cast.families.get(family.lower(), set())
        if not titled and not bearers:  # "Xi said" of Xi Jinping
            bearers = {
                name
                for name, person in self.cast.people.items()
                if name.startswith(f"{family} ") and person.is_sure
            }
        whole = bearers or {body for body in self.cast.bodies if body.startswith(f"{name} ")}
        if len(whole) == 1:
            return next(iter(whole))
        return None if bearers else name

    def apposed(self, source: Region) -> str | None:
        """Take the name that follows: "said its president, |Ann Lee| of Lund Glass, …"."""
        inserted = _APPOSED.match(self._masked, source[1])
        told = _WORD.findall(inserted["who"] or "") if inserted is not None else ()
        if inserted is None or self._is_for_another(source) or any(map(is_somebody, told)):
            return None  # "the man who shot |the mayor, Ann Lee|"
        found = self.inside(inserted.span("name"))
        if [each.kind for each in found].count("person") != 1 or found[0].kind != "person":
            return None
        lead = self._masked[inserted.start("name") : found[0].span.start]
        behind = self._masked[found[0].span.end : inserted.end("name")]
        if behind and (_IS_AT.match(behind) is None or not (lead.istitle() or not lead)):
            return None
        return None if _OF_ANOTHER.search(lead) else found[0].name

    def _is_for_another(self, source: Region) -> bool:
        """Does a name behind a source say for whom it speaks: "a spokesman for |the mayor|, …"?"""
        words = self._text[slice(*source)].lower()
        last = words.rpartition(" ")[2]
        return head_of(words) in _FOR_OTHERS - {last} and bool(nouns_in(last))

    def apposed_before(self, source: Region, sentence: int) -> str | None:
        """Take the name before an apposition that no comma closes: |Ann Lee|, head of it said.

        Args:
            sentence: Where its sentence begins.
        """
        start = source[0]
        if self._masked[start - 2 : start] != ", " or _INSERTED.match(self._masked, source[1]):
            return None
        number = bisect_left(self._starts, start) - 1
        while number >= 0 and self._mentions[number].kind != "person":
            number -= 1
        if number < 0 or self._starts[number] < max(sentence, start - _LOOK_BACK):
            return None
        person = self._mentions[number].span
        between = _INSERTION.fullmatch(self._masked, person.end, start)
        if between is None:
            return None
        words = self._text[slice(*source)]
        if between.group() == ", " and words.endswith(", who") and words[0].islower():
            return self._mentions[number].name  # "for Ann Lee, |his successor, who| told us"
        placed = any(mention.kind == "place" for mention in self.inside((start, start + 1)))
        ends = placed or _PARTY.match(words)
        first = words.partition(" ")[0]
        is_noun = words[0].islower() or (first.isupper() and bool(nouns_in(first.lower())))
        plain = between.group() == ", " and is_noun  # "Ann Lee, |CEO of it| said"
        opens = self._opens(person.start, sentence)
        return self._mentions[number].name if (ends or plain) and opens else None

    def _opens(self, start: int, sentence: int) -> bool:
        """Does a name open its sentence, or stand behind a quotation or a verb of saying?"""
        before = self._masked[max(sentence, start - _LOOK_BACK) : start]
        lead = before.rpartition("\x01")[2].strip(" ,")
        if all(word[0].isupper() and not word.endswith(("ing", "ed")) for word in lead.split()):
            return True
        verb = _SPEAKS_BEFORE.search(before)
        return verb is not None and "say" in cue_classes().get(verb.group(1), ())

    def whom(self, words: Region, speaker: str | None) -> str | None:
        """Give the name of whoever `words` stand for to whom `speaker` speaks; None if it is open.

        "him" is the only other man named in the paragraph so far, else the only one before it;
        "the minister" the only one of the document.
        """
        lowered = self._text[slice(*words)].lower()
        gender = PRONOUN_GENDER.get(lowered)
        if gender is None:
            holders = set(self.cast.known_as(head_of(lowered))) - {speaker}
            only = holders.pop() if len(holders) == 1 and lowered.startswith("the ") else None
            return self.named(words) or only
        paragraph = self._masked.rfind("\n", 0, words[0]) + 1
        for since in (paragraph, max(0, paragraph - _WHOM_MEMORY)):
            names = {
                mention.name
                for mention in self.inside((since, words[0]))
                if mention.kind == "person"
                and mention.name not in (None, speaker)
                and self._masked[mention.span.start] != MASK
                and mention.name in self.cast.fitting(gender)
            }
            if names:
                return names.pop() if len(names) == 1 else None
        return None
