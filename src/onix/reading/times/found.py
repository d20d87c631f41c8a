"""A rule's match over the words of one sentence, and what resolvers ask of it.

In come the pieces of a sentence and a match over their codes; out come the words of its groups,
what they mean, and what stands beside them. It is its own file because it knows of no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from onix.reading.times.tokens import Tokens, meaning

QUOTED = {'""', "“”"}


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match over the words of one sentence."""

    tokens: Tokens
    match: re.Match[str]

    def text(self, group: str) -> str:
        """Give the words of a group in small letters; nothing when the rule has or found none."""
        begins, ends = self.match.span(group) if group in self.match.re.groupindex else (0, 0)
        return "".join(self.tokens.words[begins:ends]).lower() if begins >= 0 else ""

    def words(self, group: str) -> list[str]:
        """Give the pieces of a group as they are written."""
        begins, ends = self.match.span(group)
        return self.tokens.words[begins:ends] if begins >= 0 else []

    def words_of(self) -> str:
        """Give the whole match in small letters."""
        return "".join(self.tokens.words[self.match.start() : self.match.end()]).lower()

    def value(self, group: str) -> str:
        """Give the meaning of the first listed word of a group."""
        for word in re.findall(r"[^\W\d_]+", self.text(group)):
            if listed := meaning(word):
                return listed
        return ""

    def number(self, group: str) -> int:
        """Give the digits of a group as a number, 0 when there are none."""
        digits = re.match(r"\d+", self.text(group))
        return int(digits[0]) if digits else 0

    def before(self, count: int = 1) -> str:
        """Give the word that stands so many words before, in small letters."""
        begins = self.match.start()
        words = [w for w in self.tokens.words[max(0, begins - 8) : begins] if not w.isspace()]
        return words[-count].lower() if len(words) >= count else ""

    def after(self) -> str:
        """Give the piece right after, as it is written."""
        return "".join(self.tokens.words[self.match.end() : self.match.end() + 1])

    def next_word(self) -> str:
        """Give the word after, in small letters."""
        after = self.tokens.words[self.match.end() : self.match.end() + 3]
        return next((word.lower() for word in after if word[0].isalpha()), "")

    def words_after(self, count: int, *, owner: bool = False) -> list[str]:
        """Give so many words after, in small letters; fewer where a mark stands between.

        With `owner` those after an 's, as in "November's midterm elections".
        """
        begins = self.match.end()
        if owner:
            if self.tokens.codes[begins : begins + 1] != "'":
                return []
            begins += 2
        after = self.tokens.words[begins : begins + 2 * count]
        beside = takewhile(lambda word: word == " " or word.isalpha(), after)
        return [word.lower() for word in beside if word != " "]

    def is_title(self, group: str) -> bool:
        """Is a word that has no capital of its own written with one ("60 Minutes")?"""
        written = "".join(self.words(group))
        return written[:1].isupper() and not written.isupper() and self.match.start(group) > 0

    def in_name(self, group: str, *, before_another: bool = False) -> bool:
        """Is a word written with a capital that it has no need of ("USA Today")?

        With `before_another`, only where one more such word follows ("the Winter Olympics").
        In a heading, where every long word has a capital, it says nothing.
        """
        begins, ends = self.match.span(group)
        words = self.tokens.words
        if begins < 2 or not words[begins][0].isupper():
            return False
        if "".join([words[begins - 1], *words[ends : ends + 1]]) in QUOTED:
            return True  # "the BBC's “Today” programme"
        if words[begins - 1] != " ":
            return False
        if words[begins - 2] == "USA":
            return True
        after = words[ends + 1 : ends + 2] if words[ends : ends + 1] == [" "] else []
        if before_another and not (after and after[0][0].isupper()):
            return False
        if words[begins].isupper():
            return words[begins - 2].isalpha() and any(word[1:].islower() for word in words)
        return words[begins - 2].isalpha() and any(len(w) > 3 and w.islower() for w in words)

    @property
    def is_before_christ(self) -> bool:
        """Does BC or B.C. follow?"""
        after = "".join(self.tokens.words[self.match.end() : self.match.end() + 4])
        return bool(re.match(r" ?(?:BCE?\b|B\.C)", after))

    @property
    def plural(self) -> bool:
        """Does the unit stand in the plural?"""
        return self.text("unit").endswith("s")
