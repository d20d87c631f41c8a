"""What somebody is quoted with: readings come in, and go out with what their quotations add.

For "what did X say about Y". Outlets quote the same words at different length and in sentences of
their own, so more of them carry an answer than print its sentence; and whose words they are is
known of a quotation, while its sentence may only say "he".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Final, get_args

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.trust import enough
from onix.jobs.ask.windows import LONGEST, Window
from onix.jobs.quotes.joining import Group, Said, compared, is_part, join
from onix.jobs.quotes.reading import SPOKEN, said_in
from onix.jobs.quotes.subject import AROUND, Subject
from onix.model import Citation, Marks, QuoteKind, Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.record import Query, Record
from onix.verify.people import Asked

KINDS: Final = frozenset(get_args(QuoteKind))
# Of what was asked about; of 31 quotations that bear out so much, 29 held the answer.
MOSTLY: Final = 0.75
NEARLY: Final = 1.7  # so much below enough, a reading holds where the sentence is on what was asked
HOLDS: Final = 2.0  # the log of such odds, a little less for so few
_TELL: Final = "tell"
LOOKED_AT: Final = 40  # transcripts, in which somebody may speak who is not named in them
TALKS: Final = 3  # of them, whose words are read


class Quoted:
    """What the documents found for a question quote whom it asks about.

    Args:
        question: One that asks for the words of somebody whose name is known.
        ids: The documents.
    """

    def __init__(self, record: Record, question: Question, ids: Sequence[str]) -> None:
        self._record = record
        self._question = question
        self._subject = Subject(question.about) if question.about else None
        asked = Asked(question.speakers[0])
        self._told = _told(question)
        said = [
            each
            for each in said_in(record, ids, kinds=KINDS, asked=asked, subject=self._subject)
            if _may_be_told(each, self._told)
        ]
        self._groups = [
            each
            for each in join(said)
            if each.person is not None and asked.fit(each.person) != "no"
        ]

    def add_to(self, readings: Sequence[Reading], *, most: int) -> list[Reading]:
        """Give the readings, best first, with every place of their words and what else is quoted.

        A reading inside a quotation on what was asked about holds; a quotation without one is a
        reading of its own, of which there are so many at most.
        """
        answering = self._answering()
        best = max((each.score for each in readings), default=HOLDS)
        # Of what the reader finds to answer, its own order counts.
        score = min(HOLDS, best) if best >= enough() else HOLDS
        found = []
        for each in readings:
            group = next((g for g in self._groups if _has(g, each.span)), None)
            if group is None or each.span is None:
                found.append(each)
                continue
            places = (*each.places, *self._places(group, each.span))
            raised = each.score
            if group in answering and raised < enough():
                continue  # the whole of it answers, not the few words that were read
            if group in answering:
                raised = max(each.score, score)
            elif each.score >= enough() - NEARLY and self._is_on_it(group):
                raised = max(each.score, enough())
            found.append(replace(each, places=places, score=raised))
            answering = [other for other in answering if other is not group]
        found += [replace(self._reading(each), score=score) for each in answering[:most]]
        return sorted(found, key=lambda each: -each.score)

    def _is_on_it(self, group: Group) -> bool:
        """Is all that was asked about in the sentence of a quotation, if not in its own words?"""
        if self._subject is None:
            return False
        least = AROUND * len(self._subject.words)
        return any(said.score >= least for said in group.members)

    def _answering(self) -> list[Group]:
        """Give the quotations on what was asked about: most of it, in marks, the newest."""
        if self._question.about is None:
            return []
        least = MOSTLY * len(self._subject.words) if self._subject else 0.0
        scored = [(max(said.score for said in each.members), each) for each in self._groups]
        chosen = [(score, each) for score, each in scored if score >= least]
        chosen = [each for each in chosen if self._is_told(each[1])] or chosen
        chosen.sort(key=lambda each: self._newest(each[1]), reverse=True)
        chosen.sort(key=lambda each: (-each[0], not any(map(_is_marked, each[1].members))))
        return [group for _, group in chosen]

    def _is_told(self, group: Group) -> bool:
        """Is it surely told to whom the question names: to the jury, or in a talk called so?"""
        return any(
            lexicon.match(one, other) > 0.0
            for each in group.members
            for one in self._told
            for other in words_of(
                each.quote.addressee or self._citations[each.span.document_id].title or ""
            )
        )

    def _newest(self, group: Group) -> str:
        days = (self._citations[each.span.document_id].published for each in group.members)
        return max((day for day in days if day), default="")

    @cached_property
    def _citations(self) -> dict[str, Citation]:
        return self._record.citations(
            each.span.document_id for group in self._groups for each in group.members
        )

    def _reading(self, group: Group) -> Reading:
        first = max(group.members, key=lambda each: (each.score, _is_marked(each)))
        text = self._around(first)
        span = first.span if text.covers(first.span) else text
        reading = quoted_in(self._question, text, span, self._citations[text.document_id])
        return replace(reading, places=(*reading.places, *self._places(group, span)), score=HOLDS)

    def _places(self, group: Group, span: Span) -> Iterator[tuple[Span, Citation]]:
        """Give the sentences of other documents that quote these words."""
        words = compared(span.text)
        for each in group.members:
            document_id = each.span.document_id
            whole = f" {' '.join(each.sentence)} "
            if document_id != span.document_id and is_part((words,), whole):
                yield self._around(each), self._citations[document_id]

    def _around(self, said: Said) -> Span:
        marks = self._record.marks(said.span.document_id, only=["sentences"])
        return sentences_of(said.span, marks)


def sentences_of(said: Span, marks: Marks) -> Span:
    """Give the sentences in which a quotation stands; of a long one that in which it begins."""
    around = [each for each in marks.sentences if each.overlaps(said)] or [said]
    whole = marks.document.span(around[0].start, max(said.end, around[-1].end))
    return whole if len(whole.text.split()) <= LONGEST else around[0]


def quoted_in(question: Question, text: Span, span: Span, citation: Citation) -> Reading:
    """Give a reading, not yet scored, of what is quoted in a text that search did not find."""
    matcher = Matcher([term.word for term in question.terms])
    window = Window(text, (text,), text, citation, matcher.strengths(words_of(text.text)), 0)
    return Reading(window, text, span, 0.0, ((text, citation),))


def talks(record: Record, query: Query, name: str) -> list[str]:
    """Give the ids of the newest transcripts in which somebody of this name speaks.

    Search does not find them: those who speak need not be named in what is said.
    """
    asked = Asked(name)
    spoken = reversed(record.passing(query, kinds=SPOKEN))
    return [
        each
        for each in islice(spoken, LOOKED_AT)
        if any(
            turn.speaker is not None and asked.may_be(turn.speaker, "person")
            for turn in record.document(each).turns
        )
    ][:TALKS]


def _told(question: Question) -> frozenset[str]:
    """Give the words for whom "what did Roth tell |the police|" names; none where it is nobody."""
    tree = question.tree
    verbs = [n for n, each in enumerate(tree.words) if lexicon.stem(each.text.lower()) == _TELL]
    return frozenset(
        word.text.lower()
        for verb in verbs
        for number in tree.children[verb]
        if tree.words[number].label == "dobj" and tree.words[number].tag[0] == "N"
        for word in tree.words[tree.edges[number][0] : number + 1]
        if word.tag[0] == "N"
    )


def _may_be_told(said: Said, asked: frozenset[str]) -> bool:
    """May words be told to whom the question names, as nobody or nobody else is said to be told?"""
    told = words_of(said.quote.addressee or "")
    return (
        not asked
        or not told
        or any(lexicon.match(one, other) > 0.0 for one in asked for other in told)
    )


def _is_marked(said: Said) -> bool:
    return said.quote.kind != "indirect"


def _has(group: Group, span: Span | None) -> bool:
    """Do these words stand in a quotation of the group?"""
    return span is not None and any(
        content.overlaps(span) for each in group.members for content in each.quote.content
    )
