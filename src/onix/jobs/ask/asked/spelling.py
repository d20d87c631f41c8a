"""Words of a question that stand nowhere in the record: in they come, out the names meant perhaps.

"What did Orlenco say?" finds nothing where all write Orlenko. The question is not changed, as a
name is not for Onix to guess; the refusal asks whether that was meant.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.model import Hit
from onix.reading.grammar.matcher import words_of
from onix.record import Query, Record

SHORTEST: Final = 4  # letters of a word that may be misspelt
NEAR: Final = 78.0  # of 100, by rapidfuzz's ratio: one letter in five, or two in nine
AS_NEAR: Final = 9.0  # of 100: as good, so that the name known best is meant
SHOWN: Final = 2
MOST: Final = 20  # names looked at
_SORTS: Final = frozenset({"name", "noun", "other"})


def meant_perhaps(record: Record, question: Question, hits: Sequence[Hit]) -> str:
    """Ask whether a name of the record was meant; nothing where each word stands in the record.

    Args:
        hits: The passages found, of which no word needs looking for.
    """
    here = {each for hit in hits for each in words_of(hit.passage.span.text)}
    unknown = _unknown(record, question, here)
    near = [f"“{name}”" for word in unknown for name in _near(record, word)]
    return f" Did you mean {' or '.join(near[:SHOWN])}?" if near else ""


def _unknown(record: Record, question: Question, here: Container[str]) -> Iterator[str]:
    """Give the words that search finds nowhere."""
    for term in question.terms:
        word = question.tree.words[term.index].text
        may_be_name = term.sort in _SORTS and len(word) >= SHORTEST and word.isalpha()
        if may_be_name and word.lower() not in here and not record.search(Query(word, limit=1)):
            yield word


def _near(record: Record, word: str) -> Sequence[str]:
    """Give the words of names that are written much like this one, the best known first."""
    from rapidfuzz import fuzz, process  # not needed where nothing is misspelt

    wanted = word.casefold()
    alike = process.extract(
        wanted, record.name_words(wanted[0]), scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST
    )
    best = max((score for _, score, _ in alike), default=0.0)
    found: dict[str, int] = {}
    for each, score, _ in alike:
        for known in record.names([each]) if score > best - AS_NEAR else ():
            for form in known.name.split():
                if form.casefold() == each and form[0].isupper():
                    found[form] = found.get(form, 0) + known.documents
    return sorted(found, key=lambda form: -found[form])
