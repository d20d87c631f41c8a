"""Which words answer: every candidate of every sentence scored, what cannot answer left out.

What comes in is a question and its evidence, what goes out the readings, best first. Whether the
best one is good enough is decided in `__init__.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from onix.jobs.ask import lexicon
from onix.jobs.ask.candidates import LONGEST, Candidate, Sentence, candidates
from onix.jobs.ask.evidence import MOST_BEHIND, UNKNOWN, Evidence, words_of
from onix.jobs.ask.features import Alignment, align, features
from onix.jobs.ask.question import Question
from onix.jobs.ask.score import weights
from onix.model import Span

RANK_COST: Final = 0.04  # of the score, for each place further down in what search found
# What a word of the question costs that neither the sentence nor its neighbours bear out.
MISSING_COST: Final = {"name": 2.0, "number": 2.0, "noun": 1.2, "verb": 1.2, "other": 0.3}
BECAUSE: Final = 2.0  # what "because" adds to the score of a reason
NEVER: Final = -99.0  # the score of a sentence without words that could answer
FOCUS_COST: Final = 1.5
FULLEST: Final = 16  # words of a noun with all that completes it

_CLAUSE_FORMS: Final = {"clause", "verb phrase", "verb+object", "adjective", "prepositional"}
_PERSONS: Final = {
    "person", "organisation", "place", "group", "person noun", "organisation noun", "proper noun",
}  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """Words of the record that may answer, and how sure that is: above 0 rather than not."""

    evidence: Evidence
    span: Span | None
    score: float
    covered: float
    stance: Literal["yes", "no"] | None = None
    missing: tuple[str, ...] = ()


def choose(
    question: Question, evidence: Sequence[Evidence]
) -> tuple[list[Reading], Reading | None]:
    """Give the readings of a question, at most one a sentence, best first.

    Beside them stands the sentence, where there is one, that says that nobody knows.
    """
    if not evidence:
        return [], None
    alignments = [align(question, each.sentence) for each in evidence]
    best = max(each.covered(question) for each in alignments)
    read = _stance if question.kind == "yes/no" else _words if question.kind != "topic" else _topic
    found = [
        replace(reading, missing=_missing(question, alignment))
        for each, alignment in zip(evidence, alignments, strict=True)
        if alignment.covered(question) >= best - MOST_BEHIND
        and (reading := read(question, each, alignment, best)) is not None
    ]
    if not found:  # none has words of the right sort: the one that bears out most comes nearest
        each, alignment = max(
            zip(evidence, alignments, strict=True), key=lambda pair: pair[1].covered(question)
        )
        covered = alignment.covered(question)
        found = [Reading(each, None, NEVER, covered, missing=_missing(question, alignment))]
    unknown = [
        Reading(each, None, 0.0, alignment.covered(question))
        for each, alignment in zip(evidence, alignments, strict=True)
        if _says_unknown(question, each, alignment)
    ]
    return (
        sorted(found, key=lambda reading: -reading.score),
        max(unknown, key=lambda reading: reading.covered, default=None),
    )


def _missing(question: Question, alignment: Alignment) -> tuple[str, ...]:
    """The words of the question that the sentence and what stands around it do not bear out."""
    return tuple(
        question.tree.words[term.index].text
        for term, strength in zip(question.terms, alignment.strengths, strict=True)
        if strength < 0.6 and term.weight > 0.5 and term.index != question.focus
    )


def _says_unknown(question: Question, evidence: Evidence, alignment: Alignment) -> bool:
    """Does the sentence say that what was asked is not known?"""
    if not UNKNOWN.search(evidence.span.text):
        return False
    covered = alignment.covered(question)
    wh = question.tree.words[question.wh].text.lower() if question.wh is not None else "whether"
    if wh in evidence.sentence.lower and covered > 0.5:
        return True  # "Who made it is not known."
    own = sum(
        term.weight
        for term, place, strength in zip(
            question.terms, alignment.places, alignment.strengths, strict=True
        )
        if place is not None and strength > 0.6
    )
    return own / question.weight > 0.6


def _words(
    question: Question, evidence: Evidence, alignment: Alignment, best: float
) -> Reading | None:
    sentence = evidence.sentence
    if question.kind == "according to":
        return _source(question, evidence, alignment)
    if asks_what_was_said(question) is not None:
        said = _said(question, evidence, alignment)
        if said is not None:
            return said
    if question.asks_identity:
        return _identity(question, evidence, alignment)
    found = [each for each in candidates(sentence) if fits(question, sentence, each)]
    if not found:
        return None
    scores = weights().score(features(question, sentence, found, alignment, best=best))
    if question.kind == "why":
        scores = scores + [_reason(sentence, alignment, each) for each in found]
    number = int(scores.argmax())
    score = float(scores[number]) - _cost(question, evidence, alignment)
    chosen = found[number]
    if question.kind == "where":
        chosen = _fuller_place(sentence, chosen)
    elif question.kind in {"what", "how"} and question.focus is None:
        chosen = _fuller_noun(sentence, chosen)
    return Reading(evidence, _span(evidence, chosen), score, alignment.covered(question))


def _reason(sentence: Sentence, alignment: Alignment, candidate: Candidate) -> float:
    """How plainly a stretch is given as the reason of what was asked about."""
    before = sentence.lower[candidate.first - 1] if candidate.first else ""
    hangs_on = sentence.tree.path(candidate.head)[1:3]
    if not any(place in hangs_on for place in alignment.places if place is not None):
        return 0.0
    if "because" in (before, sentence.lower[candidate.first]):
        return BECAUSE
    return BECAUSE / 2 if sentence.lower[candidate.first] in lexicon.words("reason") else 0.0


def _fuller_place(sentence: Sentence, chosen: Candidate) -> Candidate:
    """Give "an airfield outside Calder" for "Calder": the place the words name most closely."""
    tree = sentence.tree
    preposition = tree.words[chosen.head].head
    if tree.words[chosen.head].label != "pobj" or tree.words[preposition].label != "prep":
        return chosen
    noun = tree.words[preposition].head
    if lexicon.kinds().get(lexicon.stem(sentence.lower[noun])) != "place":
        return chosen
    return replace(chosen, first=tree.edges[noun][0], head=noun)


def _fuller_noun(sentence: Sentence, chosen: Candidate) -> Candidate:
    """Give "the need for a deal" for "the need": what hangs on a noun and completes it."""
    tree = sentence.tree
    if chosen.form not in {"lean", "base", "word", "base+prep"} or not tree.words[
        chosen.head
    ].tag.startswith("NN"):
        return chosen
    last = chosen.last
    for child in tree.children[chosen.head]:
        if child > chosen.head:
            if tree.words[child].label not in {"prep", "acl"}:
                break
            last = max(last, tree.edges[child][1])
    return replace(chosen, last=last) if last - chosen.first < FULLEST else chosen


def _identity(question: Question, evidence: Evidence, alignment: Alignment) -> Reading | None:
    """Answer "who is X" by what stands beside the name: an apposition, a title, "X is …"."""
    tree = evidence.sentence.tree
    places = [
        place for term, place in zip(question.terms, alignment.places, strict=True)
        if term.sort == "name" and place is not None
    ]  # fmt: skip
    if not places:
        return None
    name = max(places)  # the family name stands last
    found: tuple[int, int] | None = None
    for child in tree.children[name]:
        if tree.words[child].label == "appos" and tree.words[child].tag.startswith("NN"):
            found = tree.edges[child]
    head = tree.words[name].head
    if found is None and tree.words[name].label == "appos" and tree.words[head].tag == "NN":
        found = tree.edges[head][0], head
    if (
        found is None
        and tree.words[name].label == "nsubj"
        and lexicon.stem(evidence.sentence.lower[head]) == "be"
    ):
        found = next(
            (tree.edges[c] for c in tree.children[head] if tree.words[c].label == "attr"), None
        )
    if found is None:
        before = [
            c for c in tree.children[name]
            if tree.words[c].label in {"compound", "nmod", "amod"} and c < min(places)
        ]  # fmt: skip
        if before and any(
            lexicon.stem(evidence.sentence.lower[c]) in lexicon.kinds() for c in before
        ):
            found = tree.edges[before[0]][0], before[-1]
    if found is None or found[1] - found[0] > LONGEST:
        return None
    first, last = found
    while last > first and not tree.words[last].text[0].isalnum():
        last -= 1
    span = _span(evidence, Candidate(first, last, last, "noun phrase", "person noun"))
    full = sum(
        alignment.strengths[n] >= 0.9 for n, t in enumerate(question.terms) if t.sort == "name"
    )
    score = 0.6 + 0.5 * full + 0.15 * min(last - first, 6) - _cost(question, evidence, alignment)
    return Reading(evidence, span, score, alignment.covered(question))


def _cost(question: Question, evidence: Evidence, alignment: Alignment) -> float:
    """What speaks against a sentence whatever its words are: parts of the question not in it."""
    cost = RANK_COST * evidence.rank
    for term, strength in zip(question.terms, alignment.strengths, strict=True):
        lacks = max(0.0, 0.7 - strength) / 0.7
        if term.index == question.focus:
            cost += lacks * (FOCUS_COST if question.kind in {"how many", "how much"} else 0.0)
        elif term.weight > 0.5:
            cost += (
                lacks * MISSING_COST[term.sort] * (1.6 if term.index == question.governor else 1.0)
            )
    return cost


def _span(evidence: Evidence, candidate: Candidate) -> Span:
    words = evidence.sentence.tree.words
    base = evidence.span.start
    return evidence.story.document.span(
        base + words[candidate.first].start, base + words[candidate.last].end
    )


def asks_what_was_said(question: Question) -> tuple[set[str], list[int]] | None:
    """For "what did X say about Y" give the words of X, and which terms are about Y."""
    if (
        question.kind not in {"what", "how"}
        or question.governor is None
        or question.focus is not None
    ):
        return None
    words = question.tree.words
    verb = next(
        (
            i
            for i, w in enumerate(words)
            if w.tag.startswith("V") and lexicon.stem(w.text.lower()) in lexicon.stems("speech")
        ),
        None,
    )
    if verb is None or verb != question.governor:
        return None
    subject = next((c for c in question.tree.children[verb] if words[c].label == "nsubj"), None)
    if subject is None or words[subject].tag not in {"NNP", "NNPS", "NN", "NNS"}:
        return None
    lo, hi = question.tree.edges[subject]
    who = {words[i].text.lower() for i in range(lo, hi + 1) if words[i].tag.startswith("NN")}
    about = [
        n for n, term in enumerate(question.terms)
        if not lo <= term.index <= hi and term.index != verb
    ]  # fmt: skip
    return who, about


def _topics(question: Question) -> Iterator[int]:
    """ "about the text agreed in Lindhaven": the text is what it is about."""
    words = question.tree.words
    for index, word in enumerate(words):
        if word.label in {"pobj", "dobj"} and words[word.head].text.lower() in lexicon.words(
            "about"
        ):
            yield index


def _said(question: Question, evidence: Evidence, alignment: Alignment) -> Reading | None:
    """Answer "what did X say about Y" by the quotation itself, where X is its speaker."""
    asked = asks_what_was_said(question)
    if asked is None or evidence.quote is None:
        return None
    who, about = asked
    quote = evidence.quote
    speaker = set(words_of(quote.speaker or "")) | {
        w for s in quote.source for w in words_of(s.text)
    }
    if not who & speaker:
        return None
    inside = [c for c in quote.content if c.overlaps(evidence.span)]
    if not inside:
        return None
    content = max(inside, key=lambda c: len(c.text))
    topics = set(_topics(question))
    weights = {
        n: question.terms[n].weight * (3.0 if question.terms[n].index in topics else 1.0)
        for n in about
    }
    total = sum(weights.values())
    borne = sum(weight * alignment.strengths[n] for n, weight in weights.items())
    share = borne / total if total else 1.0
    # In his own words rather than in the reporter's.
    direct = 0.4 if quote.kind == "direct" else 0.2 if quote.kind == "mixed" else 0.0
    score = 4.0 * (share - 0.55) + direct - RANK_COST * evidence.rank
    return Reading(evidence, content, score, alignment.covered(question))


def _source(question: Question, evidence: Evidence, alignment: Alignment) -> Reading | None:
    """Answer "according to whom …" by the words that name who says the sentence."""
    if evidence.quote is None or not evidence.quote.source:
        return None
    source = evidence.quote.source[0]
    if not evidence.span.covers(source):
        return None
    score = 4.0 * (alignment.covered(question) - 0.55) - RANK_COST * evidence.rank
    return Reading(evidence, source, score, alignment.covered(question))


def _is_dateline(sentence: Sentence, candidate: Candidate) -> bool:
    """ "ELLBROOK — The minister said …", "MADRID (AP) — …": where it was written, nobody in it."""
    behind = sentence.lower[candidate.last + 1 : candidate.last + 2]
    return behind in (("—",), ("–",), ("--",), ("-",), ("(",)) and candidate.last < 6


def fits(question: Question, sentence: Sentence, candidate: Candidate) -> bool:
    """Can this sort of stretch answer that sort of question at all?"""
    kind, form = candidate.kind, candidate.form
    if candidate.first == 0 and question.kind != "where" and _is_dateline(sentence, candidate):
        return False
    words = sentence.lower[candidate.first : candidate.last + 1]
    head = sentence.tree.words[candidate.head]
    if question.kind in {"who", "whose"}:
        return (
            form not in _CLAUSE_FORMS and kind in _PERSONS and head.tag not in {"PRP", "WP", "DT"}
        )
    if question.kind == "when":
        return kind in {"time", "duration"} or words[0] in lexicon.words("time")
    if question.kind == "where":
        return kind in {
            "place",
            "organisation",
            "place noun",
            "proper noun",
            "organisation noun",
        } or (form == "prepositional" and kind not in {"time", "person"})
    if question.kind == "how many":
        return (
            any(c.isdigit() for w in words for c in w)
            or kind in {"number", "percent"}
            or bool(lexicon.words("count") & set(words))
            or any(
                sentence.tree.words[i].tag == "CD"
                for i in range(candidate.first, candidate.last + 1)
            )
        )
    if question.kind == "how often":
        return kind in {"time", "duration"} or bool(lexicon.words("often") & set(words))
    if question.kind == "how much" and question.wants == "money" and question.focus is not None:
        return (
            kind == "money"
            or any(c in "$€£¥" for w in words for c in w)
            or bool(lexicon.stems("currency") & {lexicon.stem(w) for w in words})
        )
    if question.kind == "how much":
        return (
            kind in {"money", "percent", "number"}
            or bool(lexicon.words("count") & set(words))
            or any(
                sentence.tree.words[i].tag == "CD"
                for i in range(candidate.first, candidate.last + 1)
            )
        )
    if question.kind == "how long":
        return kind in {"duration", "time"}
    if question.kind == "why":
        before = sentence.lower[candidate.first - 1] if candidate.first else ""
        return (form in _CLAUSE_FORMS or kind == "quote") and (
            words[0] in lexicon.words("reason")
            or before in lexicon.words("reason")
            or "because" in words
        )
    if question.wants == "person":
        return kind in _PERSONS and form not in _CLAUSE_FORMS and head.tag != "PRP"
    if question.wants == "place":
        return (
            kind in {"place", "organisation", "place noun", "proper noun", "noun"}
            and form not in _CLAUSE_FORMS
        )
    if question.wants == "organisation":
        return (
            kind in {"organisation", "place", "person", "organisation noun", "proper noun", "noun"}
            and form not in _CLAUSE_FORMS
        )
    if question.wants == "time":
        return kind in {"time", "duration", "time noun"}
    return head.tag not in {"PRP", "EX", "WP", "WDT"}


def _stance(
    question: Question, evidence: Evidence, alignment: Alignment, best: float
) -> Reading | None:
    """Answer yes or no where one sentence says all that was asked."""
    missing = sum(
        term.weight for term, s in zip(question.terms, alignment.strengths, strict=True) if s < 0.6
    )
    covered = alignment.covered(question)
    verbs = [
        s
        for term, s in zip(question.terms, alignment.strengths, strict=True)
        if term.sort == "verb"
    ]
    score = 6.0 * (covered - 0.8) - 0.8 * missing - (1.5 if verbs and max(verbs) < 0.7 else 0.0)
    negated = _is_negated(question, evidence.sentence, alignment)
    stance: Literal["yes", "no"] = "no" if negated != question.negated else "yes"
    return Reading(evidence, None, score - RANK_COST * evidence.rank, covered, stance)


def _is_negated(question: Question, sentence: Sentence, alignment: Alignment) -> bool:
    """Does a "not", a "yet to" or a denial hang on the words that were asked about?"""
    tree = sentence.tree
    places = [p for p in alignment.places if p is not None]
    verbs = [p for p in places if tree.words[p].tag.startswith("V")] or places
    for place in verbs:
        way = tree.path(place)
        if any(
            lexicon.stem(sentence.lower[above]) in lexicon.stems("denial") for above in way[1:3]
        ):
            return True
        around = [
            *tree.children[place],
            *(
                c
                for above in way[1:3]
                for c in tree.children[above]
                if tree.words[above].label != "ROOT"
                or tree.words[place].label in {"xcomp", "ccomp"}
            ),
        ]
        if any(sentence.lower[child] in lexicon.words("negation") for child in around):
            return True
    return False


def _topic(
    question: Question, evidence: Evidence, alignment: Alignment, best: float
) -> Reading | None:
    """A few words without a question: the sentences that hold all of them."""
    covered = alignment.covered(question)
    return Reading(evidence, None, 6.0 * (covered - 0.85) - RANK_COST * evidence.rank, covered)
