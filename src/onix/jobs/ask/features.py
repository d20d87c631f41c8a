"""What speaks for a candidate: named numbers about the question, the sentence and the stretch.

What comes in is a question, a sentence and its candidates, what goes out a dictionary of features
for each. The weights are learned (`score.py`); nothing here knows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log1p
from typing import Final

from onix.jobs.ask import lexicon
from onix.jobs.ask.candidates import Candidate, Sentence
from onix.jobs.ask.question import Question
from onix.reading.syntax import Tree

Features = dict[str, float]

_GROUP: Final = {
    "nsubj": "subject", "csubj": "subject", "nsubjpass": "passive", "csubjpass": "passive",
    "agent": "agent", "dobj": "object", "obj": "object", "dative": "dative", "iobj": "dative",
    "attr": "attribute", "acomp": "attribute", "oprd": "attribute", "pobj": "prep", "prep": "prep",
    "ccomp": "clause", "xcomp": "clause", "pcomp": "clause", "advcl": "adverbial",
    "advmod": "adverbial", "npadvmod": "adverbial", "tmod": "adverbial",
    "appos": "apposition", "compound": "compound",
    "nmod": "compound", "amod": "modifier", "nummod": "number", "quantmod": "number",
    "poss": "possessive",
    "relcl": "relative", "acl": "relative", "conj": "conjunct", "ROOT": "root", "root": "root",
}  # fmt: skip


@dataclass(frozen=True)
class Alignment:
    """Where each term of the question stands in the sentence.

    Attributes:
        places: For each term its word in the sentence, or None.
        strengths: How well it matches there or in the context, 0 to 1.
    """

    places: tuple[int | None, ...]
    strengths: tuple[float, ...]

    def covered(self, question: Question) -> float:
        """The share of the question's weight that is borne out, 0 to 1."""
        borne = sum(t.weight * s for t, s in zip(question.terms, self.strengths, strict=True))
        return borne / question.weight


ALONE: Final = 0.85  # of a verb asked about with its particle, where it stands without
UNLED: Final = 0.75  # of a name around the sentence, where no pronoun in it leads there
SAID: Final = 0.7  # how well a quotation bears out that somebody claims, warns or describes
# How much a word counts that stands only around the sentence: names carry over, deeds do not.
_CARRIES: Final = {"name": 1.0, "number": 0.9, "noun": 0.8, "verb": 0.35, "other": 0.6}


def align(question: Question, sentence: Sentence) -> Alignment:
    """Find each term of the question in the sentence, else in what the sentence leans on."""
    places: list[int | None] = []
    strengths: list[float] = []
    words = sentence.tree.words
    for term in question.terms:
        best, place = 0.0, None
        for index, lower in sentence.units:
            # "us" is no country.
            is_pronoun = words[index].tag in {"PRP", "PRP$"}
            strength = 0.0 if is_pronoun else lexicon.match(term.word, lower)
            if strength == 0.0 and " " in term.word:
                # "fill in": the verb alone says most of it, and the particle may be none.
                strength = ALONE * lexicon.match(term.word.partition(" ")[0], lower)
            if strength < 0.95 and term.sort in {"name", "number"}:
                alias = sentence.aliases.get(words[index].start)
                if alias and term.word in alias:
                    strength = 0.95
            if strength > best:
                best, place = strength, index
        if best < SAID and sentence.speaker and lexicon.stem(term.word) in lexicon.stems("report"):
            best, place = SAID, None  # who is quoted says, claims or tells
        if best < 0.6:
            near = _CARRIES[term.sort] * max(
                (each.match(term.word) for each in sentence.around), default=0.0
            )
            if term.sort == "name" and not sentence.leans:
                near *= UNLED
            if near > best:
                best, place = near, None
        places.append(place)
        strengths.append(best)
    return Alignment(tuple(places), tuple(strengths))


def features(
    question: Question,
    sentence: Sentence,
    found: Sequence[Candidate],
    alignment: Alignment,
    *,
    best: float,
) -> list[Features]:
    """Give the features of each candidate, in order.

    Args:
        best: The largest share of the question that any sentence looked at bears out.
    """
    shared = dict(_sentence_features(question, sentence, alignment))
    shared["behind the best"] = best - alignment.covered(question)
    shared["best"] = float(shared["behind the best"] <= 0.0)
    anchor = _anchor(question, alignment)
    return [
        shared | dict(_candidate_features(question, sentence, alignment, anchor, candidate))
        for candidate in found
    ]


def _anchor(question: Question, alignment: Alignment) -> int | None:
    """The aligned term that stands nearest to the hole in the question: where the answer hangs."""
    hole = question.focus if question.focus is not None else question.wh
    if hole is None:
        return None
    matched = [
        (
            question.tree.distance(hole, term.index)
            + (0 if term.index == question.governor else 0.5),
            number,
        )
        for number, (term, place) in enumerate(zip(question.terms, alignment.places, strict=True))
        if place is not None and term.index != question.focus
    ]
    return min(matched)[1] if matched else None


def _sentence_features(
    question: Question, sentence: Sentence, alignment: Alignment
) -> Iterator[tuple[str, float]]:
    yield "one", 1.0
    yield f"kind={question.kind}", 1.0
    covered = alignment.covered(question)
    yield "covered", covered
    yield "covered²", covered * covered
    yield "all covered", float(covered > 0.93)
    missing = dict.fromkeys(("name", "number", "noun", "verb", "other"), 0.0)
    weak = 0.0
    for term, strength in zip(question.terms, alignment.strengths, strict=True):
        if strength < 0.6:
            missing[term.sort] += term.weight if term.index != question.focus else 0.0
        elif strength < 0.95:
            weak += term.weight
    for sort, weight in missing.items():
        yield f"missing {sort}", weight
        yield f"misses a {sort}", float(weight > 0)
    yield "weak", weak
    yield "terms", log1p(len(question.terms))
    yield (
        "terms in context",
        sum(
            1.0
            for place, s in zip(alignment.places, alignment.strengths, strict=True)
            if place is None and s > 0
        ),
    )
    governor = next((n for n, t in enumerate(question.terms) if t.index == question.governor), None)
    yield "governor", 0.5 if governor is None else alignment.strengths[governor]
    negated = any(word in lexicon.words("negation") for word in sentence.lower)
    yield "negation differs", float(negated != question.negated)
    yield "length", log1p(len(sentence.lower))
    places = [place for place in alignment.places if place is not None]
    if len(places) > 1:
        yield "spread", log1p(max(places) - min(places))
        pairs = [
            abs(sentence.tree.distance(alignment.places[i], alignment.places[j])  # type: ignore[arg-type]  # both are in places
                - question.tree.distance(question.terms[i].index, question.terms[j].index))
            for i in range(len(question.terms)) for j in range(i)
            if alignment.places[i] is not None and alignment.places[j] is not None
        ]  # fmt: skip
        yield "tree differs", min(sum(pairs) / len(pairs), 10.0)


def _relation(tree: Tree, head: int, anchor: int, preposition: str | None) -> str:
    """How one word hangs on another, in a word or two."""
    words = tree.words
    if head == anchor:
        return "self"
    chain = head
    for _ in range(3):  # a conjunct stands where the first of its row stands
        if (
            words[chain].label == "conj"
            and words[chain].head != chain
            and words[chain].head != anchor
        ):
            chain = words[chain].head
    group = _GROUP.get(words[chain].label, "other")
    above = words[chain].head
    if above == anchor:
        if group == "prep":
            return "preposition same" if words[chain].text.lower() == preposition else "preposition"
        return group
    if words[above].head == anchor and words[chain].label == "pobj":
        if words[above].label == "agent":
            return "agent"
        same = words[above].text.lower() == preposition
        return "in preposition same" if same else "in preposition"
    if words[anchor].head == chain:
        return "above " + _GROUP.get(words[anchor].label, "other")
    if words[anchor].head == above:
        return f"beside {group} {_GROUP.get(words[anchor].label, 'other')}"
    if words[words[anchor].head].head == chain:
        return "above twice " + _GROUP.get(words[words[anchor].head].label, "other")
    if words[above].head == anchor:
        return "below twice " + group
    return "far"


def _candidate_features(
    question: Question,
    sentence: Sentence,
    alignment: Alignment,
    anchor: int | None,
    candidate: Candidate,
) -> Iterator[tuple[str, float]]:
    words, head = sentence.tree.words, candidate.head
    size = candidate.last - candidate.first + 1
    inside = range(candidate.first, candidate.last + 1)
    wants = question.wants or "any"
    kind = candidate.kind
    yield f"form={candidate.form}", 1.0
    yield f"{question.kind}×{kind}", 1.0
    yield f"{question.kind}×{candidate.form}", 1.0
    yield f"wants {wants}×{kind}", 1.0
    yield f"{question.kind}×tag {words[head].tag}", 1.0
    yield f"{question.kind}×label {_GROUP.get(words[head].label, 'other')}", 1.0
    yield "size", log1p(size)
    yield f"size={min(size, 8)}", 1.0
    yield f"{question.kind}×size", log1p(size)
    first = sentence.lower[candidate.first]
    yield "begins with a determiner", float(words[candidate.first].tag in {"DT", "PRP$"})
    if words[candidate.first].tag in {"IN", "TO", "WRB", "RB"}:
        yield f"{question.kind}×begins {first}", 1.0
    if words[candidate.first].tag.startswith("V"):
        yield f"{question.kind}×begins {words[candidate.first].tag}", 1.0
    yield "pronoun", float(words[head].tag in {"PRP", "WP", "DT", "EX", "WDT"})
    # What the question already says is no answer to it.
    told = sum(
        term.weight * strength
        for term, place, strength in zip(
            question.terms, alignment.places, alignment.strengths, strict=True
        )
        if place is not None and place in inside and term.index != question.focus
    )
    yield "told", told / question.weight
    yield (
        "head told",
        float(
            any(
                place == head and t.index != question.focus
                for t, place in zip(question.terms, alignment.places, strict=True)
            )
        ),
    )
    focus = next(
        (
            p
            for t, p in zip(question.terms, alignment.places, strict=True)
            if t.index == question.focus
        ),
        None,
    )
    if question.focus is not None:
        if focus is None:
            yield "no focus", 1.0
        else:
            yield "focus is head", float(focus == head)
            yield "focus inside", float(focus in inside)
            yield f"{question.kind}×focus {_relation(sentence.tree, head, focus, None)}", 1.0
            yield "focus distance", log1p(sentence.tree.distance(head, focus))
    anchor_place = alignment.places[anchor] if anchor is not None else None
    if anchor is None or anchor_place is None:
        yield "no anchor", 1.0
    else:
        place = anchor_place
        relation = _relation(sentence.tree, head, place, question.preposition)
        role = _GROUP.get(question.role, "other")
        yield f"role {role}×{relation}", 1.0
        yield f"relation {relation}", 1.0
        if question.terms[anchor].index == question.governor:
            yield f"governed {role}×{relation}", 1.0
        else:
            yield f"{question.kind}×beside×{relation}", 1.0
        yield "anchor distance", log1p(sentence.tree.distance(head, place))
        yield f"role {role}×before", float(candidate.last < place)
        yield "anchor inside", float(place in inside)
        gap = place - candidate.last if place > candidate.last else max(0, candidate.first - place)
        yield "gap", log1p(gap)
    hole = question.focus if question.focus is not None else question.wh
    if hole is not None:
        # The hole hangs on each term in the question as the answer does in the sentence.
        pairs = [
            (
                _relation(question.tree, hole, term.index, None),
                _relation(sentence.tree, head, spot, None),
                term.weight,
            )
            for term, spot in zip(question.terms, alignment.places, strict=True)
            if spot is not None and term.index != hole
        ]
        for asked, stands, weight in pairs:
            yield f"path {asked}|{stands}", weight / question.weight
        yield "paths alike", sum(w for a, b, w in pairs if a == b and a != "far") / question.weight
    others = [p for p in alignment.places if p is not None and p not in inside]
    if others:
        near = [min(abs(candidate.first - p), abs(candidate.last - p)) for p in others]
        yield "nearest", log1p(min(near))
        yield "mean nearness", log1p(sum(near) / len(near))
        yield (
            "mean distance",
            log1p(sum(sentence.tree.distance(head, p) for p in others) / len(others)),
        )
    if question.preposition is not None:
        before = sentence.lower[candidate.first - 1] if candidate.first else ""
        yield "after the same preposition", float(question.preposition in (before, first))
    if kind == "quote" or sentence.speaker:
        names = {t.word for t in question.terms if t.sort == "name"}
        said = bool(names & sentence.speaker)
        yield "quote by the one asked for", float(kind == "quote" and said)
        yield "quote by another", float(kind == "quote" and bool(names) and not said)
        yield (
            "names the speaker",
            float(
                bool(sentence.speaker & set(sentence.lower[candidate.first : candidate.last + 1]))
            ),
        )
