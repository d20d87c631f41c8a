"""Who runs, heads or chairs something: in come question and readings, out come the readings.

"Who runs the water company?" is told by a verb or a title (`leading.py`), seldom by the question's
own words: "the utility's president, Ann Lee". Of several the newest holds, as posts change hands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from onix.jobs.ask.asked.countries import adjectives
from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.houses import is_in_its_story, owner_of, share_of
from onix.jobs.ask.kinds.leading import (
    LIST,
    Lead,
    led_in,
    tells_of_leading,
    thing_of,
)
from onix.jobs.ask.kinds.posts import CAPITALISED
from onix.jobs.ask.kinds.successions import ahead_of_all, change_asked, name_at
from onix.jobs.ask.kinds.tenures import is_gone, is_of_old
from onix.jobs.ask.readings import Reading, Seen, are_one, reading_at
from onix.model import Span
from onix.reading.events.clauses import is_verb, within
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import sections, verb_forms
from onix.reading.words import words_of as listed

# The log of the odds: of 109 found for questions to learn from 106 were right; less, for a title.
HOLDS: Final = 2.0
JUST: Final = 0.2  # of share, by which newer ones may be behind
LOOSE: Final = 1.0  # where little but the rest of the story tells what it is of
GONE: Final = -1.0  # the most that somebody is worth who is told to have left
ENOUGH: Final = 0.59  # of what is led is borne out
PART: Final = 0.5  # or around that of a part, as there is but one finance chief
ABOUT: Final = 0.6  # of the question, where nothing has a name: any panel has a chair

_SORTS: Final = frozenset({"name", "noun", "other"})
_OTHERS: Final = frozenset({"charge", "helm", "general"})
_AT_A_TIME: Final = frozenset({"when", "during", "until", "before", "after", "while", "since"})
_CHAIRS: Final = frozenset(map(lexicon.stem, ("chair", "preside", "moderate")))
_RUNS: Final = frozenset(map(lexicon.stem, ("run", "manage", "direct")))
_COACH: Final = "coach"  # of a team; "the head coach" is one, and a "head chef" another
_OWN: Final = {
    lexicon.stem(_COACH): frozenset({_COACH}),
    lexicon.stem("captain"): frozenset({"captain", "skipper"}),
}
_LED_IN_WORDS: Final = frozenset({"way", "field", "pack", "race"})  # "who led the way"
_GOVERNING: Final = frozenset({"leader", "minister", "chancellor", "premier"})
_BOSSES: Final = frozenset({"ceo", "boss", "head", "chief", "leader", "coach"})


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who leads something, and how much of what is asked about that bears out, 0 to 1.

    Attributes:
        is_ahead: Is it told as what is to be?
        is_loose: Does little but the rest of the story tell what it is of?
        is_of_another: Is it something else that they are told to lead: "leads |Roth| in a poll"?
    """

    reading: Reading
    share: float
    is_ahead: bool = False
    is_loose: bool = False
    is_of_another: bool = False


def with_leaders(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, that of who leads what is asked about ahead of all."""
    lead = lead_asked(question)
    if lead is None:
        return list(readings)
    enough = ENOUGH if lead.field is None else PART
    told = list(_told(question, lead, seen))
    found = [each for each in told if each.share >= enough]
    if all(each.is_loose for each in found) and len({e.reading.last_word for e in found}) > 1:
        found = []  # any panel has a chair
    found = [each for each in found if not each.is_loose] or found
    if not found:
        # Whoever is told to lead something else does not lead this. Whoever only bears another
        # title may: taking them for wrong lost 23 of 150.
        gone = [] if lead.is_past else [each for each in readings if is_gone(each, seen)]
        others = [each.reading.span for each in told if each.is_of_another]
        gone += [
            each
            for each in readings
            if _is_under(each) or any(are_one(each.span, other) for other in others)
        ]
        names = {each.last_word for each in gone}
        kept = [
            replace(each, score=min(each.score, GONE))
            if each in gone or each.last_word in names or not tells_of_leading(each.sentence.text)
            else each
            for each in readings
        ]
        return sorted(kept, key=lambda each: -each.score)
    best = max(each.share for each in found)
    found = sorted(
        (each for each in found if each.share >= best - JUST), key=lambda each: -each.share
    )
    if not lead.is_past:
        found.sort(key=lambda each: each.reading.window.citation.published or "", reverse=True)
        found.sort(key=lambda each: each.is_ahead)
    return ahead_of_all(found[0].reading, readings, [each.reading for each in found])


def titles_of_leaders(question: Question) -> str | None:
    """Give the titles by which the news calls who leads a country; None for any other house."""
    lead = lead_asked(question)
    people = None if lead is None else adjectives().get(lead.head)
    if lead is None or people is None:
        return None
    return f"{people} {'president' if 'president' in lead.nouns else 'prime minister'}"


def _is_under(reading: Reading) -> bool:
    """Is it somebody of a lower rank, or no person: "Vice Chair |Ann Lee|", "|it|"?"""
    if reading.span is None:
        return False
    told = words_of(reading.span.text)
    before = words_of(reading.sentence.text[: reading.span.start - reading.sentence.start])[-3:]
    return told in (["it"], ["they"]) or not listed(LIST, "under").isdisjoint([*before, *told])


def lead_asked(question: Question) -> Lead | None:
    """Give what the leader of is asked for; None where nobody's is, or who will be."""
    tree, words = question.tree, question.tree.words
    who = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
    if question.kind != "who" or who is None or words[who].label not in {"nsubj", "attr"}:
        return None
    verb = words[who].head
    if not is_verb(tree, verb) or question.tense == "ahead" or change_asked(question) is not None:
        return None
    is_past = words[verb].tag in {"VBD", "VBN"} or question.tense == "past"
    if is_past and any(each.text.lower() in _AT_A_TIME for each in words):
        return None  # who it was at some time, no title tells
    field: str | None = None
    runs, chairs = listed(LIST, "runs"), listed(LIST, "chairs")
    low = words[verb].text.lower()
    if low in verb_forms(LIST, "leads"):
        thing = thing_of(tree, verb)
        if thing is None:  # of "who runs Lund Water" the parser may make a second subject
            behind = (n for n in tree.children[verb] if n > verb and words[n].label == "nsubj")
            thing = next(behind, None)
        stem = lexicon.stem(low)
        nouns = chairs if stem in _CHAIRS else runs if stem in _RUNS else runs | chairs
        nouns = _OWN.get(stem, nouns)
    elif lexicon.stem(low) == "be":
        post = next((n for n in tree.children[verb] if n != who and _is_lead(tree, n)), None)
        if post is None:
            return None
        low = words[post].text.lower()
        thing, nouns = _house(tree, post), _OWN.get(lexicon.stem(low), runs)
        field = _short().get(low)
        if words[post].label == "prep":
            nouns = runs | chairs
        elif field is not None:
            nouns = listed(LIST, "parts")
    else:
        return None
    if thing is None or words[thing].text.lower() in _LED_IN_WORDS:
        return None
    inside = within(tree, thing)
    terms = [n for n, t in enumerate(question.terms) if t.index in inside and t.sort in _SORTS]
    stems = frozenset(lexicon.stem(question.terms[n].word) for n in terms)
    word = words[thing]
    is_name = word.tag.startswith("NNP") or word.text[:1].isupper()
    head = word.text.lower()
    if head in adjectives() and nouns not in _OWN.values():
        is_presidents = head in listed(LIST, "presidents")
        nouns = frozenset({"leader", "president"}) if is_presidents else _GOVERNING
    return Lead(head, is_name, tuple(terms), stems, nouns, field, is_past) if terms else None


def _is_lead(tree: Tree, number: int) -> bool:
    """Is it "in charge of", "at the head of", "boss", "chief executive", "CFO"?"""
    words, word = tree.words, tree.words[number]
    low = word.text.lower()
    if word.label == "prep" and low in {"in", "at"}:
        under = {words[n].text.lower() for n in tree.children[number]}
        return not under.isdisjoint({"charge", "head", "helm"})
    if word.label not in {"nsubj", "attr"} or word.tag[0] != "N":
        return False
    if low == "executive":
        return words[number - 1].text.lower() == "chief"
    if low not in _BOSSES:
        return low in _short()
    beside = (n for n in tree.children[number] if n < number)
    return not any(
        words[n].label in {"amod", "compound"}
        and words[n].tag[:3] != "NNP"
        and (low != _COACH or words[n].text.lower() not in listed(LIST, "whole"))
        for n in beside
    )


def _house(tree: Tree, post: int) -> int | None:
    """Give what a post is of: "|Lund|'s boss", "the boss of |Lund|", "the |Lund| boss"."""
    words = tree.words
    if words[post].label == "prep":
        post = next(iter(tree.children[post]), post)
    for each in tree.children[post]:
        if words[each].label == "poss":
            return each
        if words[each].label == "prep" and words[each].text.lower() in {"of", "at", "for"}:
            return next((n for n in tree.children[each] if words[n].label == "pobj"), None)
    return next((n for n in tree.children[post] if words[n].label == "compound"), None)


@cache
def _short() -> dict[str, str]:
    rows = (each.partition(" ") for each in sections(LIST)["short"])
    return {short: field for short, _, field in rows}


def _told(question: Question, lead: Lead, seen: Seen) -> Iterator[Told]:
    """Give all of whom windows tell that they lead it, or something like it."""
    given = {part for t in question.terms if t.sort == "name" for part in words_of(t.word)}
    forms = verb_forms(LIST, "leads") | listed(LIST, "chiefs") | lead.nouns | _OTHERS
    done: set[Span] = set()
    has_names = any(question.terms[n].sort == "name" for n in lead.terms)
    for window in seen.wide():
        if not any(window.strengths[n] for n in lead.terms):
            continue
        is_vague = not has_names and window.covered(question) < ABOUT
        before = ""
        for sentence in window.sentences:
            around = {*words_of(before), *(here := words_of(sentence.text))}
            names = set(words_of(" ".join(CAPITALISED.findall(f"{before} {sentence.text}"))))
            before = sentence.text
            if sentence in done or forms.isdisjoint(here):
                continue
            done.add(sentence)
            tree = seen.parse(sentence.text)
            for led in led_in(tree, lead):
                span = name_at(tree, led.noun, sentence, seen)
                if span is None or not given.isdisjoint(words_of(span.text)):
                    continue
                if led.its is not None:
                    led = replace(led, house=led.house | owner_of(sentence, led.its, seen))
                share = share_of(question, lead, led, around, names, window)
                is_loose = is_vague or (led.by == "title alone" and not led.house)
                if share < ENOUGH and is_in_its_story(question, lead, led, tree, seen, sentence):
                    share, is_loose = ENOUGH, True
                reading = reading_at(question, window, span, LOOSE if is_loose else HOLDS)
                if not lead.is_past and is_of_old(reading, seen):
                    continue
                is_of_another = share == 0.0 and (
                    led.by != "title alone" or bool(led.house & names)
                )
                yield Told(reading, share, led.is_ahead, is_loose, is_of_another)
