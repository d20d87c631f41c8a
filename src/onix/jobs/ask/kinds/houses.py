"""Of what house somebody is told to be the leader, and how well that is the one asked for.

In come a question, what it asks to be led, and somebody whom a sentence (`leading.py`) calls the
leader of something; out goes a share, 0 to 1. "The Reserve Bank of Tarn" is not the Reserve, and
"its general secretary" is of the union of the sentence before.
"""

from __future__ import annotations

from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.leading import LIST, Lead, Led, sorts
from onix.jobs.ask.readings import Seen
from onix.jobs.ask.windows import Window
from onix.model import Span
from onix.reading.events.clauses import within
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import words_of as listed

ALONE: Final = 0.62  # by what stands around a title that does not say what it is of
NEAR: Final = 0.7  # what a word counts for that stands only in the sentence or the one before
FAR: Final = 0.5  # or only in the passage
OPENING: Final = 2  # sentences that say what a story is of, its headline among them


def is_in_its_story(
    question: Question, lead: Lead, led: Led, tree: Tree, seen: Seen, sentence: Span
) -> bool:
    """Is it "the chief executive, Ann Lee" where the story opens with the house that is asked for?

    With a name, as any story has a chief executive.
    """
    names = {question.terms[n].word for n in lead.terms if question.terms[n].sort == "name"}
    document = seen.marks(sentence.document_id)
    opens = words_of(" ".join(each.text for each in document.sentences[:OPENING]))
    word = tree.words[led.noun]
    title = word.head if word.label == "appos" else led.noun
    is_the = any(tree.words[n].text.lower() == "the" for n in tree.children[title])
    return bool(names) and led.by == "title alone" and is_the and names.issubset(opens)


def owner_of(sentence: Span, its: int, seen: Seen) -> frozenset[str]:
    """Give the words of what "its" goes back to, in lower case: a subject that is no person.

    It is the last one before it in the sentence, or else that of the sentence before.
    """
    marks = seen.marks(sentence.document_id)
    persons = [each.span for each in marks.mentions if each.kind == "person"]
    at = next((n for n, each in enumerate(marks.sentences) if each.covers(sentence)), 0)
    tree = seen.parse(sentence.text)
    before = marks.sentences[at - 1] if at else None
    for where, words, end in (
        (sentence, tree, its),
        *([(before, seen.parse(before.text), None)] if before is not None else []),
    ):
        subjects = [n for n, each in enumerate(words.words[:end]) if each.label in SUBJECTS]
        for number in reversed(subjects) if end is not None else subjects:
            word = words.words[number]
            place = where.part(word.start, word.end)
            if word.tag[0] == "N" and not any(each.overlaps(place) for each in persons):
                return frozenset(words.words[n].text.lower() for n in within(words, number))
    return frozenset()


def share_of(
    question: Question, lead: Lead, led: Led, around: set[str], names: set[str], window: Window
) -> float:
    """Give how much of what is asked about is borne out by what somebody leads, 0 to 1.

    Args:
        around: The words of the sentence and of the one before.
        names: Those with a capital: a "marine superintendent" is none of the Marine Bureau.
    """
    if led.by == "other":
        return 0.0
    weight = borne = 0.0
    own: set[str] = set()  # what stands in its own words
    for number in lead.terms:
        term = question.terms[number]
        is_head = term.word == lead.head
        weight += term.weight
        house = led.house & names if term.sort == "name" and led.its is None else led.house
        if any(lexicon.match(term.word, each) > 0 for each in house) or (
            is_head and not led.house.isdisjoint(sorts(lead.head))
        ):
            borne += term.weight
            own |= {"head"} if is_head else set()
            own |= {"name"} if term.sort == "name" else set()
        elif any(lexicon.match(term.word, each) > 0 for each in around):
            borne += NEAR * term.weight
        elif window.strengths[number] > 0:
            borne += FAR * term.weight
    share = borne / weight
    has_names = any(question.terms[n].sort == "name" for n in lead.terms)
    if lead.field is None and led.house & names and not own and led.by == "title alone":
        return 0.0  # "Turkish President Lee", where Russia is asked about
    if lead.is_name and own and _is_a_part(question, lead, led.house & names):
        return 0.0
    if led.by == "title":
        return share if "head" in own or (lead.is_name and "name" in own) else 0.0
    if led.by == "title alone":
        is_near = has_names and (lead.is_name or lead.head in around)
        is_enough = lead.field is not None or share >= ALONE
        return share if is_near and is_enough else 0.0
    return share if own or not lead.is_name else 0.0  # "Kelly |leads| Roth in the polls"


def _is_a_part(question: Question, lead: Lead, names: set[str] | frozenset[str]) -> bool:
    """Has it another name, too: the "Reserve Bank of |Tarn|", where the Reserve is asked for?"""
    asked = [question.terms[n].word for n in lead.terms]
    more = names - listed(LIST, "suffixes") - {"the", "of", "s"}
    return any(all(lexicon.match(each, word) == 0 for each in asked) for word in more)
