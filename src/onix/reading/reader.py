"""Marks news documents: documents in, marks out, in order, in batches of words.

It puts the parts of reading in their order and holds nothing of a document once it is read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onix.model import Contradiction, Document, Marks, Mention, Span
from onix.reading.events.datings import find_datings
from onix.reading.figures import find_figures
from onix.reading.grammar.sentences import find_sentences
from onix.reading.language import detect_language
from onix.reading.names.names import find_mentions
from onix.reading.neural.pipeline import Entity, NameFinder, load_pipeline
from onix.reading.neural.syntax import Parser
from onix.reading.provenance.grounds import ground
from onix.reading.provenance.hedges import find_hedges
from onix.reading.provenance.provenance import find_provenance
from onix.reading.quotes.quotes import find_speech
from onix.reading.times.contradictions import find_contradictions
from onix.reading.times.times import find_times

BATCH = 120_000  # characters, some 20,000 words: what the network takes at once


class NewsReader:
    """Reads English news. The model is loaded with the first document that needs it.

    Args:
        pipeline: Finds names; the model of this process when left out.
    """

    def __init__(self, pipeline: NameFinder | None = None) -> None:
        self._pipeline = pipeline
        self._parser = Parser()  # for the few sentences that may date one event twice

    def read(self, documents: Iterable[Document]) -> Iterator[Marks]:
        """Give the marks of each document, in order, lazily and in batches.

        A document in another language than English is not read: its marks have sentences, and
        `unread` says why.

        Raises:
            OnixError: There is no model to read with.
        """
        batch: list[Document] = []
        size = 0
        for document in documents:
            batch.append(document)
            size += len(document.text)
            if size >= BATCH:
                yield from self._read_batch(batch)
                batch, size = [], 0
        yield from self._read_batch(batch)

    def _read_batch(self, batch: Sequence[Document]) -> list[Marks]:
        named = [_name_language(document) for document in batch]
        sentences = [find_sentences(document) for document in named]
        english = [i for i, document in enumerate(named) if document.language in (None, "en")]
        entities = self._find_entities([named[i] for i in english], [sentences[i] for i in english])
        by_number = dict(zip(english, entities, strict=True))
        return [
            self._with_datings(_mark(document, sentences[i], by_number[i]))
            if i in by_number
            else Marks(document, sentences[i], unread=f"not English: {document.language}")
            for i, document in enumerate(named)
        ]

    def _with_datings(self, marks: Marks) -> Marks:
        found = (*marks.contradictions, *find_datings(marks, self._parser.parse))
        return replace(marks, contradictions=tuple(sorted(found, key=_start)))

    def _find_entities(
        self, documents: Sequence[Document], sentences: Sequence[Sequence[Span]]
    ) -> list[list[Entity]]:
        """Give the entities of each document; a long one goes to the network in pieces."""
        found: list[list[Entity]] = [[] for _ in documents]
        waiting: list[tuple[int, int, str, list[int]]] = []
        size = 0
        for number, (document, spans) in enumerate(zip(documents, sentences, strict=True)):
            for start, end, starts in _stretches(document, spans):
                waiting.append((number, start, document.text[start:end], starts))
                size += end - start
                if size >= BATCH:
                    self._find_in(waiting, found)
                    waiting, size = [], 0
        self._find_in(waiting, found)
        return found

    def _find_in(
        self, waiting: Sequence[tuple[int, int, str, list[int]]], found: list[list[Entity]]
    ) -> None:
        if not waiting:
            return
        if self._pipeline is None:
            self._pipeline = load_pipeline()
        texts = [text for _, _, text, _ in waiting]
        starts = [starts for _, _, _, starts in waiting]
        for (number, offset, _, _), entities in zip(
            waiting, self._pipeline.entities(texts, starts), strict=True
        ):
            found[number] += [
                Entity(entity.start + offset, entity.end + offset, entity.label)
                for entity in entities
            ]


def _start(contradiction: Contradiction) -> int:
    return contradiction.span.start


def _stretches(
    document: Document, sentences: Sequence[Span]
) -> Iterator[tuple[int, int, list[int]]]:
    """Give the text in stretches of a batch's size: start, end, where sentences begin in it.

    They end between sentences; inside one only where it is longer than a batch by itself.
    """
    text = document.text
    starts = [sentence.start for sentence in sentences]
    begin = 0
    while begin < len(text):
        end = len(text)
        if end - begin > BATCH:
            after = bisect_right(starts, begin + BATCH) - 1
            end = starts[after] if after >= 0 else 0
            if end <= begin:
                end = text.rfind(" ", begin + 1, begin + BATCH)
            if end <= begin:
                end = begin + BATCH
        first, behind = bisect_left(starts, begin), bisect_left(starts, end)
        yield begin, end, [start - begin for start in starts[first:behind]]
        begin = end


def _name_language(document: Document) -> Document:
    if document.language is not None:
        code = document.language.lower().replace("_", "-").partition("-")[0]
        return document if code != "en" else replace(document, language="en")
    language = detect_language(document.text)
    return document if language is None else replace(document, language=language)


def _mark(document: Document, sentences: tuple[Span, ...], entities: list[Entity]) -> Marks:
    mentions: tuple[Mention, ...] = find_mentions(document, sentences, entities)
    quotes, meant = find_speech(document, sentences, mentions)
    hedges = find_hedges(document, sentences, quotes)
    provenance = find_provenance(document, sentences, mentions, quotes)
    times = find_times(document, sentences)
    return Marks(
        document=document,
        sentences=sentences,
        mentions=mentions,
        times=times,
        figures=find_figures(document, sentences, times),
        hedges=hedges,
        provenance=provenance,
        quotes=ground(document, sentences, quotes, hedges, provenance),
        meant=meant,
        contradictions=find_contradictions(document, times),
    )
