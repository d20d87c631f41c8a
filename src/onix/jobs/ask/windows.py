"""Where an answer may stand: the passages found for a question, cut into windows of few sentences.

What comes in is a question and what search found, what goes out the windows to be read, those that
bear out most of the question first. Whether one of them answers is decided by `comprehension.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import mul
from typing import Final, TypeVar

from onix.intake.text import is_stamp
from onix.jobs.ask.asked.question import Question
from onix.model import Citation, Hit, Span
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.grammar.openings import is_caption
from onix.reading.grammar.sentences import split
from onix.reading.retractions import still_holding

BEFORE: Final = 1  # sentences read with the one that bears out the question: who "he" is
BEHIND: Final = 1
LONGEST: Final = 90  # words of a window; a longer one is its sentence alone
LEFT_OPEN: Final = 3  # windows kept at least of those that say that something is not known
NEAR: Final = 0.8  # how well a word of the question is borne out in the window around the sentence
OF_ONE: Final = 3  # of one document, before others have had their turn
YEARS: Final = 2
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_OF_TIME: Final = frozenset({"when", "how long", "how old"})
FAR: Final = 0.5  # or only in the passage or the title
# Who made a story is no part of what it tells: "By Ann Lee", "Editing by Karl Vogt".
CREDIT: Final = re.compile(
    r"[(\[]?(?i:(?:additional )?(?:reporting|writing|editing|graphics|photography) by"
    r"|with (?:files|reporting) from|by)"
    r"(?:[ ;,/]+(?:[A-Z][\w.’'-]*|in|and|for|at|the|additional|reporting|writing|editing|by))*"
    r"[)\].]*"
)
# "GUEST: ", "Ann Lee: " at the start of a line.
_LABEL: Final = re.compile(
    r"(?P<clock>[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?[\])]?\s+)?(?:From\s+)?"
    r"(?P<who>[QA]|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3}(?: \([^()\n]{1,40}\))?)"
    r"(?:\s+to\s+[^:\n]{2,60}?)?:(?:\s+|$)"
)
# "Press office: press@quay.example, +44 20 7946 0000": whom to write to or to call.
_CONTACT: Final = re.compile(
    r"^(?:(?:for (?:more|further) information,? )?(?:media |press )?"
    r"(?:contacts?|enquiries|inquiries|office|telephone|phone|tel|e-?mail)\b\.?).{0,80}"
    r"(?:\S@\S+\.\w|\+?\d[\d ()-]{7,}\d)",
    re.IGNORECASE,
)
# What an agency tells its desks of a story that it sends again: "(Adds comment; updates shares)".
_ADVISORY: Final = re.compile(r"\((?:Adds|Updates|Recasts|Rewrites|Writes through)\b[^()\n]*\)\.?")
# Who asks of this wants what a correction takes back.
_OF_ERRORS: Final = re.compile(r"correct|version|mistake|error|wrong|earlier", re.IGNORECASE)
_LASTS: Final = re.compile(r"\blast(?:s|ed|ing)?\b|\btook\b|\b(?:minute|hour)s?\b", re.IGNORECASE)
# What a story says when nobody knows.
UNKNOWN: Final = re.compile(
    r"\b(?:(?:remains?|is|are|was|were|still)(?: \w+)? "
    r"(?:unclear|unknown|not(?: yet)? (?:known|clear))"
    r"|(?:not|never) (?:immediately )?(?:been )?"
    r"(?:clear|identified|disclosed|established|confirmed|made public)"
    # but not "the town had not known of the memo"
    r"|(?<!had )(?<!has )(?<!have )(?:not|never) (?:immediately )?known|(?:not|never) been known"
    r"|(?:nor|neither) (?:is|was) it (?:known|clear)|no one knows|nobody knows|a mystery"
    r"|without (?:an )?explanation|gave no reasons?|no reasons? (?:was|were|has been) given"
    r"|not say why)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Window:
    """A few sentences in a row that may answer.

    Attributes:
        text: All of them, as they stand in the document.
        sentences: Each of them.
        middle: The one for which it was chosen.
        strengths: For each term of the question how well it is borne out, 0 to 1.
        rank: Place of its passage in what search found, from 0.
        copies: Where else in the record the sentence in the middle stands, word for word.
    """

    text: Span
    sentences: tuple[Span, ...]
    middle: Span
    citation: Citation
    strengths: tuple[float, ...]
    rank: int
    copies: list[Copy] = field(default_factory=list)

    def covered(self, question: Question) -> float:
        """The share of the question's weight that is borne out, 0 to 1."""
        return _share(question, self.strengths)

    def says(self, question: Question) -> float:
        """The share of the question's weight whose very words stand in the middle, 0 to 1."""
        return _share(question, [float(strength > NEAR) for strength in self.strengths])


@dataclass(frozen=True, slots=True)
class Copy:
    """The same sentence in another document."""

    sentence: Span
    citation: Citation


T = TypeVar("T")
Strengths = tuple[float, ...]  # for each term of the question, 0 to 1


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage cut into its sentences, with how well each alone bears out the question."""

    hit: Hit
    rank: int
    sentences: tuple[Span, ...]
    own: tuple[Strengths, ...]
    near: tuple[Strengths, ...]  # what each lends to the one behind it, and in its window
    far: Strengths  # what all of them and the title lend to each

    @property
    def document_id(self) -> str:
        """Of which document it is."""
        return self.hit.passage.span.document_id


def windows(question: Question, hits: Sequence[Hit], *, most: int) -> list[Window]:
    """Give the windows of the passages found that bear out most of a question, best first.

    A few that say that something is not known come besides, wherever they stand.

    1. See, by words alone, how much of the question each sentence bears out.
    2. Put the best with what stands around them, each sentence in one window only; the same
       sentence elsewhere is a copy.
    """
    # 1
    matcher = Matcher([term.word for term in question.terms])
    known: dict[str, Strengths] = {}

    def strengths(text: str) -> Strengths:
        """What a sentence bears out; passages overlap, and copies say the same."""
        if text not in known:
            known[text] = matcher.strengths(words_of(text))
        return known[text]

    with_errors = _OF_ERRORS.search(question.text) is not None
    passages = [_passage(rank, hit, strengths, with_errors) for rank, hit in enumerate(hits)]
    lines = sorted(
        (-_worth(question, passage, number), passage.rank, number)
        for passage in passages
        for number in range(len(passage.sentences))
    )
    # 2
    lines = spread(lines, lambda line: passages[line[1]].document_id, most=max(OF_ONE, most // 4))
    found: dict[str, Window] = {}
    taken: set[tuple[str, int]] = set()
    unknown = 0
    for _, rank, number in lines:
        passage = passages[rank]
        middle = passage.sentences[number]
        if (middle.document_id, middle.start) in taken:
            continue
        if middle.text in found:
            taken.add((middle.document_id, middle.start))
            found[middle.text].copies.append(Copy(middle, passage.hit.citation))
        elif len(found) < most or (unknown < LEFT_OPEN and UNKNOWN.search(middle.text)):
            # What nobody knows is looked for further down, too: it names little of what is asked.
            unknown += UNKNOWN.search(middle.text) is not None
            window = _window(passage, number)
            taken.update(
                (each.document_id, each.start)
                for each in window.sentences
                if each == middle or not UNKNOWN.search(each.text)
            )
            found[middle.text] = window
    return list(found.values())


def spread(some: Sequence[T], document: Callable[[T], str], *, most: int) -> list[T]:
    """Give these in their order, those behind of whose document there are more than `most` before.

    One page of pictures must not be all that is read.
    """
    counts: Counter[str] = Counter()
    first: list[T] = []
    rest: list[T] = []
    for each in some:
        counts[document(each)] += 1
        (first if counts[document(each)] <= most else rest).append(each)
    return [*first, *rest]


def _passage(
    rank: int, hit: Hit, strengths: Callable[[str], Strengths], with_errors: bool
) -> _Passage:
    whole, is_corrected = hit.passage.span, hit.citation.corrected
    places = _behind_labels(whole.text, split(whole.text))
    cut = (whole.text[slice(*each)] for each in places)
    hold = still_holding(cut, corrected=is_corrected, title=hit.citation.title)
    sentences = tuple(
        Span(whole.document_id, whole.start + start, whole.start + end, whole.text[start:end])
        for (start, end), holds in zip(places, hold, strict=True)
        if not _is_of_the_page(whole.text[start:end], hit.citation) and (with_errors or holds)
    )
    own = tuple(strengths(each.text) for each in sentences)
    near = tuple(tuple([NEAR * one for one in each]) for each in own)
    around = _best(*own, strengths(hit.citation.title or ""))
    return _Passage(hit, rank, sentences, own, near, tuple([FAR * each for each in around]))


def _behind_labels(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the sentences of a talk without the labels before them.

    Such come again, or there are several, in capitals or with the time.
    """
    labels = {
        start: found
        for start, end in places
        if text[start - 1 : start] in {"", "\n"} and (found := _LABEL.match(text, start, end))
    }
    counts = Counter(found["who"] for found in labels.values())

    def is_sure(label: re.Match[str]) -> bool:
        who = label["who"]
        return counts[who] > 1 or (len(counts) > 1 and (who.isupper() or bool(label["clock"])))

    return [
        (labels[start].end() if start in labels and is_sure(labels[start]) else start, end)
        for start, end in places
    ]


def _is_of_the_page(line: str, citation: Citation) -> bool:
    """Does a line say but who published it, when or by whom, and nothing of what happened?"""
    outlet = (citation.outlet or "").casefold()
    return (
        CREDIT.fullmatch(line) is not None
        or line.casefold().strip(" .|–—-") == outlet
        or _CONTACT.search(line) is not None
        or _ADVISORY.fullmatch(line) is not None
        or is_stamp(line)
    )


def _worth(question: Question, passage: _Passage, number: int) -> float:
    """How much of the question a sentence bears out, with a little of its neighbours' words."""
    borne = _borne_out(passage, number, range(max(0, number - 1), number))
    worth = _share(question, borne) - 0.01 * passage.rank
    # What nobody knows is worth looking at.
    text = passage.sentences[number].text
    is_worth = UNKNOWN.search(text) or (question.asks_how_long_it_was and _LASTS.search(text))
    if is_caption(text) or is_of_old(question, [text], passage.hit.citation):
        worth -= 0.1
    return worth + 0.1 if is_worth else worth


def is_of_old(question: Question, sentences: Sequence[str], citation: Citation) -> bool:
    """Do sentences only tell of years long before they were printed, which nobody asks for?

    The last of them that names a year tells.
    """
    published = (citation.published or "")[:4]
    if not published.isdigit() or question.kind in _OF_TIME or _YEAR.search(question.text):
        return False
    years = next((found for each in reversed(sentences) if (found := _YEAR.findall(each))), None)
    before = 1 if asks_of_the_year(question) else YEARS
    return years is not None and int(max(years)) <= int(published) - before


def asks_of_the_year(question: Question) -> bool:
    """Does it ask of what there is one a year: "the word of the year"?"""
    return "of the year" in question.text.lower()


def _window(passage: _Passage, number: int) -> Window:
    sentences, whole = passage.sentences, passage.hit.passage.span
    first, last = max(0, number - BEFORE), min(len(sentences) - 1, number + BEHIND)

    def is_apart(one: Span, next_one: Span) -> bool:
        """Does what was left out stand between them, which is not to be read either?"""
        between = whole.text[one.end - whole.start : next_one.start - whole.start].strip()
        return bool(between) and _LABEL.fullmatch(between) is None

    while first < number and is_apart(*sentences[first : first + 2]):
        first += 1
    while number < last and is_apart(*sentences[last - 1 : last + 1]):
        last -= 1
    while first < last and sum(len(s.text.split()) for s in sentences[first : last + 1]) > LONGEST:
        first, last = (first + 1, last) if first < number else (first, last - 1)
    chosen = sentences[first : last + 1]
    start, end = chosen[0].start, chosen[-1].end
    text = Span(whole.document_id, start, end, whole.text[start - whole.start : end - whole.start])
    borne = _borne_out(passage, number, range(first, last + 1))
    return Window(text, chosen, sentences[number], passage.hit.citation, borne, passage.rank)


def _borne_out(passage: _Passage, number: int, near: Iterable[int]) -> Strengths:
    """What a sentence bears out, else what stands near it, else the passage and the title."""
    return _best(
        passage.own[number],
        *(passage.near[other] for other in near),
        passage.far,
    )


def _best(*each: Strengths) -> Strengths:
    """For each term the best of its strengths."""
    return tuple(map(max, zip(*each, strict=True))) if len(each) > 1 else each[0]


def _share(question: Question, strengths: Sequence[float]) -> float:
    """The share of the question's weight that is borne out, 0 to 1."""
    borne: float = sum(map(mul, question.weights, strengths))
    return borne / question.weight
