"""What the reader of facts learns from: claims of a draft with a window of a source.

Claims are sentences that retell what articles of `evaluation/training/reader/` tell, written for
Onix, with every fact in them, where the article has it, and what would make it wrong. From each
come examples: the fact as it should be, as it should not be, and with windows that do not tell it.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from evaluation.reader_examples import Example, words
from onix.model import Document, Span
from onix.reading.grammar.sentences import find_sentences
from onix.reading.neural.entailment import mark

KINDS: Final = ("name", "figure", "date", "hedge", "attribution")
NOT_TOLD, BORNE_OUT, CONTRADICTED = 0, 1, 2
_PLAIN: Final = ("name", "figure", "date")
WHOLE: Final = "claim"  # as a kind: all of it
SHAKEN: Final = 0.15  # of the examples have another fact wrong besides
SOME: Final = 0.5  # of the plain claims are left out of an epoch
_SAYS: Final = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|accord\w+|report\w*|claim\w*|argu\w+|add(?:ed|s)|insist\w*"
    r"|warn\w*|announc\w+|confirm\w*|call(?:ed|s)|describ\w+|show(?:s|ed)|f(?:ound|inds?)"
    r"|seen by|obtained|complain\w*|admit\w*|accus\w+|den(?:y|ied|ies)|suggest\w*|estimat\w+)\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:may|might|could|would|should|allege\w*|suspect\w*|appar\w+|seem\w*|appear\w*|believ\w+"
    r"|thought|hop(?:e|es|ed|ing)|expect\w*|plan(?:s|ned|ning)?|consider\w*|likely|possib\w+"
    r"|perhaps|probab\w+|fear\w*|unclear|not known|reported\w*|said to|claim\w*|accord\w+|if"
    r"|unless|aim\w*|intend\w*|propos\w+|estimat\w+|about|around|nearly|suggest\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a claim.

    Attributes:
        words: What the claim has, once.
        source: What the article has instead of it or for it; None where it does not tell.
        wrong: What could stand for `words` and would be wrong.
        flat: For what has to be hedged or credited: the claim without that.
    """

    kind: str
    words: str
    source: str | None
    wrong: tuple[str, ...] = ()
    flat: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, the sentences of the article that tell it, and its facts."""

    claim: str
    sentences: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article with the claims that were made of it."""

    id: str
    text: str
    sentences: tuple[Span, ...]
    claims: tuple[Told, ...] = field(default=())


def read(claims: Sequence[Path], articles: Path) -> list[Article]:
    """Give the articles that have claims, and check every one.

    Args:
        articles: The folder that holds each article in a file of the same name; claims of which
            it has none are left out.

    Raises:
        SystemExit: A claim does not hold what it should; all that do not are named.
    """
    found, faults = [], []
    for path in claims:
        if not (articles / path.name).exists():
            continue
        lines = (articles / path.name).read_text("utf-8").splitlines()
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                found.append(_article(json.loads(line), texts))
            except (KeyError, ValueError, TypeError) as error:
                faults.append(f"{path}:{number}: {error!r}")
    if faults:
        raise SystemExit("\n".join(faults))
    return found


def _article(row: dict[str, Any], texts: dict[str, str]) -> Article:
    text = texts[row["id"]]
    sentences = find_sentences(Document(row["id"], "article", text))
    return Article(
        row["id"], text, tuple(sentences), tuple(_told(each, text) for each in row["claims"])
    )


def _told(row: dict[str, Any], text: str) -> Told:
    given = row["sentence"]
    sentences = (given,) if isinstance(given, str) else tuple(given)
    if missing := [each for each in sentences if text.count(each) != 1]:
        raise ValueError(f"not once in the article: {missing[0]!r}")
    facts = tuple(
        Fact(
            each["kind"],
            each["words"],
            each["source"],
            tuple(each.get("wrong", ())),
            each.get("flat"),
        )
        for each in row["facts"]
    )
    for fact in facts:
        _check(row["claim"], sentences, fact)
    return Told(row["claim"], sentences, facts)


def _check(claim: str, sentences: Sequence[str], fact: Fact) -> None:
    if fact.kind not in KINDS:
        raise ValueError(f"no kind of fact: {fact.kind!r}")
    if claim.count(fact.words) != 1:
        raise ValueError(f"not once in the claim: {fact.words!r} in {claim!r}")
    if fact.source is None and (fact.wrong or fact.flat):
        raise ValueError(f"what no source tells cannot be wrong: {fact.words!r}")
    if fact.source is not None and not any(fact.source in each for each in sentences):
        raise ValueError(f"in none of the claim's sentences: {fact.source!r}")
    if fact.source is not None and not (fact.wrong or fact.flat):
        raise ValueError(f"nothing would make it wrong: {fact.words!r} in {claim!r}")
    if fact.words in fact.wrong or fact.flat == claim:
        raise ValueError(f"right and wrong are the same: {fact.words!r}")


class ClaimExamples:
    """Every fact of a claim as it should be and as it should not, and windows that do not tell."""

    def __init__(self, articles: Sequence[Article], dice: random.Random) -> None:
        self._articles, self._dice = articles, dice

    def epoch(self) -> Iterator[Example]:
        """Give each fact with the window that tells it, right and wrong, and with others."""
        for article in self._articles:
            for claim in article.claims:
                for fact in claim.facts:
                    yield from self._of(article, claim, fact)
                yield from self._plain(article, claim)

    def _of(self, article: Article, claim: Told, fact: Fact) -> Iterator[Example]:
        dice = self._dice
        told = next((each for each in claim.sentences if fact.source and fact.source in each), None)
        first, last = self._window(article, told or dice.choice(claim.sentences))
        right = _marked(fact.kind, self._shaken(claim, fact), fact.words, fact.words)
        if fact.source is None or told is None:
            yield self._example(article, right, (first, last), None, NOT_TOLD)
            return
        start = article.text.index(told) + told.index(fact.source)
        place = start, start + len(fact.source)
        yield self._example(article, right, (first, last), place, BORNE_OUT)
        statements = [right]
        for wrong in dice.sample(fact.wrong, min(2, len(fact.wrong))):
            statement = _marked(fact.kind, self._shaken(claim, fact), fact.words, wrong)
            window = self._window(article, told)
            yield self._example(article, statement, window, place, CONTRADICTED)
            statements.append(statement)
        if fact.flat is not None:
            text = fact.flat
            statement = mark(fact.kind, text, 0, len(text))
            yield self._example(article, statement, (first, last), place, CONTRADICTED)
        for other in self._silent(article, claim, fact):
            yield self._example(article, dice.choice(statements), other, None, NOT_TOLD)

    def whole(self) -> Iterator[Example]:
        """Give each claim as one: true, false by one of its facts, and not told."""
        for article in self._articles:
            for claim in article.claims:
                facts = [each for each in claim.facts if each.kind in _PLAIN and each.wrong]
                if facts:
                    yield from self._whole(article, claim, self._dice.choice(facts))

    def _whole(self, article: Article, claim: Told, fact: Fact) -> Iterator[Example]:
        source = fact.source or ""
        told = next(each for each in claim.sentences if source in each)
        start = article.text.index(told) + told.index(source)
        place = start, start + len(source)
        right, wrong = (
            mark(WHOLE, each, 0, len(each.rstrip(".")))
            for each in (
                claim.claim,
                claim.claim.replace(fact.words, self._dice.choice(fact.wrong)),
            )
        )
        if not any(each.source is None for each in claim.facts) and len(claim.sentences) == 1:
            yield self._example(article, right, self._window(article, told), place, BORNE_OUT)
        yield self._example(article, wrong, self._window(article, told), place, CONTRADICTED)
        for other in self._silent(article, claim, fact):
            yield self._example(article, right, other, None, NOT_TOLD)

    def _plain(self, article: Article, claim: Told) -> Iterator[Example]:
        """Give a claim that needs neither hedge nor credit, whole, as told so."""
        for kind, pattern in (("hedge", _OPEN), ("attribution", _SAYS)):
            if any(fact.kind == kind for fact in claim.facts) or self._dice.random() < SOME:
                continue
            if any(fact.source is None for fact in claim.facts):
                continue
            if not any(pattern.search(each) for each in claim.sentences):
                text = claim.claim
                statement = mark(kind, text, 0, len(text.rstrip(".")))
                first = article.text.index(claim.sentences[0])
                place = first, first + len(claim.sentences[0])
                window = self._window(article, claim.sentences[0])
                yield self._example(article, statement, window, place, BORNE_OUT)

    def _shaken(self, claim: Told, fact: Fact) -> str:
        """Give the claim; now and then another of its facts is wrong, which changes nothing."""
        others = [each for each in claim.facts if each is not fact and each.wrong]
        if not others or self._dice.random() > SHAKEN:
            return claim.claim
        other = self._dice.choice(others)
        text = claim.claim.replace(other.words, self._dice.choice(other.wrong))
        return text if text.count(fact.words) == 1 else claim.claim

    def _window(self, article: Article, sentence: str) -> tuple[int, int]:
        """Give the numbers of the first and the last sentence of a window around one."""
        start = article.text.index(sentence)
        inside = [
            n
            for n, each in enumerate(article.sentences)
            if each.start < start + len(sentence) and each.end > start
        ]
        dice = self._dice
        first = inside[0] - dice.choice((0, 0, 1, 1))
        return max(0, first), min(len(article.sentences) - 1, inside[-1] + dice.choice((0, 0, 1)))

    def _silent(self, article: Article, claim: Told, fact: Fact) -> Iterator[tuple[int, int]]:
        """Give windows near the claim that do not tell the fact."""
        own = {n for each in claim.sentences for n in range(*_inside(article, each))}
        asked = words(claim.claim)
        near = sorted(
            (n for n in range(len(article.sentences)) if n not in own),
            key=lambda n: -len(asked & words(article.sentences[n].text)) - self._dice.random(),
        )
        value = (fact.source or "").lower()
        for number in near[: self._dice.choice((1, 1, 2))]:
            first, last = (
                number,
                min(number + self._dice.choice((0, 1)), len(article.sentences) - 1),
            )
            if own & {first, last}:
                last = first
            text = article.text[article.sentences[first].start : article.sentences[last].end]
            if value not in text.lower() and fact.words.lower() not in text.lower():
                yield first, last

    def _example(
        self,
        article: Article,
        statement: str,
        window: tuple[int, int],
        place: tuple[int, int] | None,
        stance: int,
    ) -> Example:
        start, end = article.sentences[window[0]].start, article.sentences[window[1]].end
        answer = None
        if place is not None and start <= place[0] and place[1] <= end:
            answer = place[0] - start, place[1] - start
        return Example(statement, article.text[start:end], answer, stance, article.id)


def _inside(article: Article, sentence: str) -> tuple[int, int]:
    start = article.text.index(sentence)
    inside = [
        n
        for n, each in enumerate(article.sentences)
        if each.start < start + len(sentence) and each.end > start
    ]
    return inside[0], inside[-1] + 1


def _marked(kind: str, claim: str, words: str, given: str) -> str:
    start = claim.index(words)
    text = claim[:start] + given + claim[start + len(words) :]
    return mark(kind, text, start, start + len(given))


if __name__ == "__main__":
    import sys

    checked = read([Path(each) for each in sys.argv[2:]], Path(sys.argv[1]))
    claims = [claim for each in checked for claim in each.claims]
    print(
        f"{len(checked)} articles, {len(claims)} claims, {sum(len(c.facts) for c in claims)} facts"
    )
