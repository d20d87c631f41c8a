"""Whose sentence is it: the marks of an article in, for each sentence a person or a body out.

Reading says who speaks the quotations. Most of what an article tells of a quarrel is no quotation
("The union will go to court", "She has doubts about the fee"), and unions and parties quarrel, too.
So a voice is also who is named in a sentence, and whose voice goes on in its paragraph.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onix.model import Marks, Mention, Quote, Span
from onix.reading.words import words_of

_NAME = r"[A-Z][\w’'&.-]*"
_LINK = r"(?:(?:of|for|and|in|on|against|to|&)(?:\s+the)?|the)"
_BODY = re.compile(rf"(?<![\w’'-]){_NAME}(?:\s+(?:{_LINK}\s+)?{_NAME})*")
_BEFORE_BODY = re.compile(
    r"(?:^|[,;:—–]\s|\b(?:for|to|against|by|of|from)\s+|\b(?:but|and|while|whereas)\s+)"
    r"(?:\w+ly\s+)?(?:an?\s+|the\s+)?(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
_PRONOUNS = ("He", "She", "It", "They", "We", "I", "You", "This", "That", "Who")
_GOES_ON = re.compile(
    r"\b(?:he|she|it|they|his|her|its|their|him|them|hers|theirs)\b", re.IGNORECASE
)
_IT = re.compile(r"^\W*(?:\w+\W+){0,3}(?:it|its|they|their)\b", re.IGNORECASE)
_WHEN = re.compile(rf" (?:on|in) (?:{'|'.join((*calendar.day_name, *calendar.month_name[1:]))})$")
_BEHIND = re.compile(r"\s(?:of|for|in|on|against|to)\s")
# "Animal Shield sees …": two capitals that begin a sentence and do something.
_ACTS = re.compile(
    r"^(?:, (?:which|who)\b[^,]*,|, (?:however|too|meanwhile|by contrast|for its part),)?\s+"
    r"(?:has|have|is|was|are|were|will|would|can|could|cannot|does|did|may|must|[a-z]{3,}(?:s|ed))\b"
)
_POSSESSIVE = re.compile(r"^[’']s?\s+\w")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind a sentence, and the words that are theirs."""

    who: str
    quote: Quote


def voices(marks: Marks) -> dict[int, Voice]:
    """Give for the numbers of sentences whose they are; those of nobody are left out.

    1. Who says its quotation, where that is known.
    2. Else a person named in full, else a body that it names.
    3. Else the voice before it in the paragraph, where the sentence goes on as one.
    """
    quoted = _quoted(marks)
    people = _people(marks)
    bodies = _Bodies(marks)
    found: dict[int, Voice] = {}
    for paragraph in paragraphs(marks):
        last: str | None = None
        open_question: int | None = None
        for number in paragraph:
            sentence = marks.sentences[number]
            quote = quoted.get(number)
            named = next((each for each in people if sentence.covers(each.span)), None)
            body = bodies.named_in(sentence)
            who, span = _who(quote, named, body, last)
            if who is None:
                open_question = number if sentence.text.rstrip('”"’').endswith(("?", "!")) else None
                continue
            if open_question == number - 1:
                # "And forty million? …, Kettle suggested."
                first = marks.sentences[open_question]
                found[open_question] = Voice(who, Quote("indirect", (first,), speaker=who))
            said = quote if quote is not None and quote.speaker == who else Quote(
                "indirect", (sentence,), source=(span,) if span else (), speaker=who
            )  # fmt: skip
            found[number] = Voice(who, said)
            last = who
    return found


def _who(
    quote: Quote | None, named: Mention | None, body: tuple[str, Span] | None, last: str | None
) -> tuple[str | None, Span | None]:
    speaker = quote.speaker if quote is not None else None
    if speaker is not None and quote is not None:
        if body is not None and speaker in body[0]:
            return body
        # "The economist Theo Gant …; three, he said": whom "he" means stands before it.
        by_pronoun = any(_GOES_ON.fullmatch(each.text) for each in quote.source)
        if not (by_pronoun and named is not None and named.name and named.name != speaker):
            return speaker, None
    if named is not None:
        return named.name, named.span
    if body is not None:
        return body
    return (speaker or last), None


def paragraphs(marks: Marks) -> Iterator[list[int]]:
    """Give the numbers of the sentences of each paragraph."""
    text, found = marks.document.text, list[int]()
    for number, sentence in enumerate(marks.sentences):
        if found and "\n" in text[marks.sentences[number - 1].end : sentence.start]:
            yield found
            found = []
        found.append(number)
    if found:
        yield found


def _quoted(marks: Marks) -> dict[int, Quote]:
    starts = [each.start for each in marks.sentences]
    found: dict[int, Quote] = {}
    for quote in marks.quotes:
        if quote.speaker is not None and quote.content:
            found.setdefault(bisect_right(starts, quote.content[0].start) - 1, quote)
    return found


def _people(marks: Marks) -> list[Mention]:
    """Give the people named; a name of one word alone may be any word that begins a sentence."""
    return [
        each
        for each in marks.mentions
        if each.kind == "person" and each.name and len(each.name.split()) > 1
        and not _is_body(each.name)
    ]  # fmt: skip


class _Bodies:
    """The parties, unions and companies of an article, and the short forms that stand for them."""

    def __init__(self, marks: Marks) -> None:
        text = marks.document.text
        self._text = text
        self._people = [each.span for each in _people(marks)]
        self._others = {each.span.start: each for each in marks.mentions}
        self._small = set(re.findall(r"\b[a-z]\w+", text))
        # Whom quotations have for their source, a body of one word among them ("Friendbook says").
        self._sources = {
            re.sub("^[Tt]he ", "", each.text)
            for quote in marks.quotes
            for each in quote.source
            if quote.speaker is None and each.text[:1].isupper()
        } - set(_PRONOUNS)
        self._known: dict[str, str] = {}  # "party" → the party named last

    def named_in(self, sentence: Span) -> tuple[str, Span] | None:
        """Give the body in whose name a sentence speaks, by its name or as "the party"."""
        for match in _BODY.finditer(sentence.text):
            name, start = _without_article(match)
            before = sentence.text[: match.start()]
            behind = sentence.text[match.end() :]
            acts = not before.strip() and _ACTS.match(behind) is not None
            if _POSSESSIVE.match(behind) or not self._is_named(name, sentence.start + start, acts):
                continue
            at = sentence.start + start
            if not _BEFORE_BODY.search(before) or self._holds_person(at, at + len(name)):
                continue
            for word in _heads(name):
                self._known[word] = name
            return name, Span(sentence.document_id, at, at + len(name), name)
        for word, name in self._known.items():
            if found := re.search(rf"\b[Tt]he (?:\w+ )?{word}\b(?![’'])", sentence.text):
                at = sentence.start + found.start()
                return name, Span(sentence.document_id, at, at + len(found[0]), found[0])
        return None

    def _holds_person(self, start: int, end: int) -> bool:
        return any(start <= each.start and each.end <= end for each in self._people)

    def _is_named(self, name: str, start: int, acts: bool) -> bool:
        mention = self._others.get(start)
        if mention is not None and mention.kind == "person" and not _is_body(name):
            return False
        if name in self._sources or (_is_body(name) and len(name.split()) > 1):
            return True
        if mention is not None and mention.kind == "organisation":
            return mention.span.text.startswith(name) and len(name) > 2
        words = [word.lower() for word in name.split()]
        return acts and len(words) > 1 and self._small.isdisjoint(words[:1])


def _without_article(match: re.Match[str]) -> tuple[str, int]:
    name, start = match[0], match.start()
    for article in (
        "According to ",
        "The ",
        "A ",
        "An ",
        "For ",
        "But ",
        "And ",
        "With ",
        "As ",
        "While ",
        "To ",
        "By ",
        "Even ",
    ):
        if name.startswith(article):
            name, start = name[len(article) :], start + len(article)
            if name.startswith("the "):
                name, start = name[4:], start + 4
    name = _WHEN.sub("", name)
    name = re.sub(r"[’']s?$|\.$", lambda end: end[0] if end[0] == "’" else "", name)
    head = _BEHIND.split(name)[0]
    # "Odd Lund of the Union" is Odd Lund, "Friends of the Heath" are not friends.
    return (head if len(head.split()) > 1 and not _is_body(head) else name), start


def _heads(name: str) -> list[str]:
    words = [word.lower() for word in re.findall(r"[\w-]+", name)]
    return [word for word in words if word in _kinds()]


def _is_body(name: str) -> bool:
    """Is there a word for a body in it, and not only behind "of" ("Odd Lund of the Union")?"""
    head = _BEHIND.split(name)[0]
    return any(word.lower() in _kinds() for word in re.findall(r"[\w-]+", head))


@cache
def _kinds() -> frozenset[str]:
    return words_of("kinds", "body_words")
