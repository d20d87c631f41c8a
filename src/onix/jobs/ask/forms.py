"""Questions with a form of their own: what X said, according to whom, who is X, yes or no.

What comes in is a question and one sentence of evidence, what goes out its reading, or None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from onix.jobs.ask import lexicon
from onix.jobs.ask.candidates import LONGEST, Candidate, Sentence
from onix.jobs.ask.evidence import Evidence, words_of
from onix.jobs.ask.features import Alignment
from onix.jobs.ask.question import Question
from onix.jobs.ask.readings import RANK_COST, Reading, cost_of, span_of
from onix.model import Quote

BORNE_OUT: Final = 1.2  # score of a sentence that says all that a yes/no question asks
OTHER_DEED_COST: Final = 1.5  # of one that speaks of another deed
BESIDE: Final = 0.75  # how much a word counts that stands beside a quotation, not in it


def asks_what_was_said(question: Question) -> tuple[set[str], list[int]] | None:
    """For "what did X say about Y" give the words of X, and which terms are about Y."""
    if (
        question.kind not in {"what", "how"}
        or question.governor is None
        or question.focus is not None
    ):
        return None
    words = question.tree.words
    verbs = lexicon.stems("speech") | (
        lexicon.stems("describe") if question.kind == "how" else set()
    )
    verb = next(
        (
            i
            for i, w in enumerate(words)
            if w.tag.startswith("V") and lexicon.stem(w.text.lower()) in verbs
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


def wants_own_words(question: Question) -> bool:
    """Is it plainly "what did X say": can nothing but words of X answer it?"""
    verb = question.tree.words[question.governor].text.lower() if question.governor else ""
    return lexicon.stem(verb) in lexicon.stems("tell")


def _topics(question: Question) -> Iterator[int]:
    """ "about the text agreed in Lindhaven": the text is what it is about."""
    words = question.tree.words
    for index, word in enumerate(words):
        if word.label in {"pobj", "dobj"} and words[word.head].text.lower() in lexicon.words(
            "about"
        ):
            yield index


def read_quote(question: Question, evidence: Evidence, alignment: Alignment) -> Reading | None:
    """Answer "what did X say about Y" by the quotation itself, where X is its speaker."""
    asked = asks_what_was_said(question)
    if asked is None:
        return None
    who, about = asked
    found = [
        (quote, content)
        for quote in evidence.quotes
        if who & _speaker_words(quote)
        for content in quote.content
        if content.overlaps(evidence.span)
    ]
    if not found:
        return None
    quote, content = max(found, key=lambda each: len(each[1].text))
    topics = set(_topics(question))
    weighed = {
        n: question.terms[n].weight * (3.0 if question.terms[n].index in topics else 1.0)
        for n in about
    }
    # Words of the question inside the quotation itself tell more than those beside it.
    words = evidence.sentence.tree.words
    base = evidence.span.start
    borne = 0.0
    for n, weight in weighed.items():
        place = alignment.places[n]
        inside_it = place is not None and content.start <= base + words[place].start < content.end
        borne += weight * alignment.strengths[n] * (1.0 if inside_it else BESIDE)
    total = sum(weighed.values())
    share = borne / total if total else 1.0
    # In his own words rather than in the reporter's.
    direct = 0.4 if quote.kind == "direct" else 0.2 if quote.kind == "mixed" else 0.0
    score = 4.0 * (share - 0.55) + direct - RANK_COST * evidence.rank
    return Reading(evidence, content, score, alignment.covered(question))


def _speaker_words(quote: Quote) -> set[str]:
    named = {word for source in quote.source for word in words_of(source.text)}
    return named | set(words_of(quote.speaker or ""))


def read_source(question: Question, evidence: Evidence, alignment: Alignment) -> Reading | None:
    """Answer "according to whom …" by the words that name who says the sentence."""
    found = [s for q in evidence.quotes for s in q.source if evidence.span.covers(s)]
    if not found:
        return None
    score = 4.0 * (alignment.covered(question) - 0.55) - RANK_COST * evidence.rank
    return Reading(evidence, found[0], score, alignment.covered(question))


def read_identity(question: Question, evidence: Evidence, alignment: Alignment) -> Reading | None:
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
    if found is None and name + 2 < len(tree.words) and tree.words[name + 1].text == ",":
        # In "Ushakov and Dmitriev, a Putin envoy" the parser may hang the envoy on Ushakov.
        found = next(
            (
                tree.edges[i]
                for i, word in enumerate(tree.words)
                if word.label == "appos" and tree.edges[i][0] == name + 2
            ),
            None,
        )
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
        # "Florida Democratic chair Nikki Fried": what stands before the name in its noun phrase.
        start, stop = tree.edges[name][0], min(places) - 1
        while start <= stop and tree.words[start].tag in {"DT", "PRP$", ",", "``"}:
            start += 1
        title = range(start, stop + 1)
        if any(tree.words[i].tag.startswith("NN") for i in title) and all(
            tree.words[i].tag[:2] in {"NN", "JJ", "PO", "HY", "VB"} for i in title
        ):
            found = start, stop
    if found is None or found[1] - found[0] > LONGEST:
        return None
    first, last = found
    while last > first and not tree.words[last].text[0].isalnum():
        last -= 1
    span = span_of(evidence, Candidate(first, last, last, "noun phrase", "person noun"))
    full = sum(
        alignment.strengths[n] >= 0.9 for n, t in enumerate(question.terms) if t.sort == "name"
    )
    score = 0.6 + 0.5 * full + 0.15 * min(last - first, 6) - cost_of(question, evidence, alignment)
    return Reading(evidence, span, score, alignment.covered(question))


def read_stance(question: Question, evidence: Evidence, alignment: Alignment) -> Reading | None:
    """Answer yes or no where one sentence says all that was asked."""
    covered = alignment.covered(question)
    verbs = [
        s
        for term, s in zip(question.terms, alignment.strengths, strict=True)
        if term.sort == "verb"
    ]
    score = BORNE_OUT - cost_of(question, evidence, alignment)
    if verbs and max(verbs) < lexicon.SYNONYM:
        score -= OTHER_DEED_COST
    negated = _is_negated(question, evidence.sentence, alignment)
    stance: Literal["yes", "no"] = "no" if negated != question.negated else "yes"
    return Reading(evidence, None, score, covered, stance)


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


def read_topic(question: Question, evidence: Evidence, alignment: Alignment) -> Reading | None:
    """A few words without a question: the sentences that hold all of them."""
    covered = alignment.covered(question)
    return Reading(evidence, None, 6.0 * (covered - 0.85) - RANK_COST * evidence.rank, covered)
