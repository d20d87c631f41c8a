"""Who did it, where sentences say so outright: a question and readings in, out the readings.

"Who won the cup?" is answered by "Tarn won the cup on Sunday", "the cup was won by Tarn" and "Tarn,
winning the cup": subject, verb and what it is done to are those of the question. The reader knows
no grammar and takes any name that stands near. Of several that which most documents give holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.hands import doer, is_passive
from onix.jobs.ask.kinds.leaders import lead_asked
from onix.jobs.ask.kinds.matches import result_asked
from onix.jobs.ask.kinds.successions import change_asked
from onix.jobs.ask.readings import Reading, Seen, are_one, is_asked, reading_at
from onix.jobs.ask.windows import is_of_old
from onix.model import Span
from onix.reading.events.assertions import assertion
from onix.reading.events.clauses import is_verb, top, within
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import verb_forms

LIST: Final = "doers"
LIKELY: Final = 1.0  # the log of the odds, of one document; `MORE` for each other, up to two
MORE: Final = 0.5
LOOSE: Final = 0.6  # where to whom it is done stands only near
UNTOLD: Final = 1.5  # what is lost where no word tells the deed
ELSE: Final = 3.0  # or where it is told of something else
OTHERS: Final = -1.0  # the most that another name is worth beside one of several documents
NEAR: Final = 0.75  # of each word of what it is done to, in the very words for that
FAR: Final = 0.5  # of any other word of the question, somewhere in the passage or its title
When = Literal["done", "now", "ahead"]
# What a place, or an organisation, is called that is asked for; a team may be called by either.
_PLACES: Final = frozenset(
    ["country", "nation", "state", "city", "town", "village", "county", "region", "province"]
)
_BODIES: Final = frozenset(
    ["company", "firm", "agency", "party", "bank", "university", "newspaper", "airline", "retailer"]
)
_PASSIVE: Final = frozenset({"nsubjpass"})
_WIN: Final = lexicon.stem("win")
# What is won is given to them.
_GIVEN: Final = verb_forms(LIST, "gives")
_NAMED_SO: Final = frozenset({"pobj", "compound", "nmod", "appos", "conj"})
_TELLING: Final = frozenset({"relcl", "acl", "appos"})
_RANKS: Final = frozenset({"first", "second", "third", "last", "only"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody is asked for who did it.

    Attributes:
        verb: In lower case.
        done_to: Which terms of the question name what it is done to.
        rest: Which others it has.
        when: Is it asked of what was done, is done, or is to come?
        is_of_one: Is it done to one thing, and not to several: "the |title|"?
        sort: Of what sort whoever did it is: "company"; None where that is left open.
    """

    verb: str
    done_to: tuple[int, ...]
    rest: tuple[int, ...]
    when: When
    is_of_one: bool
    sort: str | None


def with_doers(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "who won the cup", that of whoever is told to have done it first."""
    deed = deed_asked(question)
    if deed is None:
        return list(readings)
    told: dict[str, list[Reading]] = {}
    for reading in _told(question, deed, seen):
        told.setdefault(reading.last_word, []).append(reading)
    if question.kind == "who":
        readings = _less(question, deed, readings, seen)
        readings = [_did_it_to_them(deed, each, seen) for each in readings]
        readings.sort(key=lambda each: -each.score)
    if not told:
        return list(readings)
    documents = {name: {each.sentence.document_id for each in some} for name, some in told.items()}
    name = max(told, key=lambda each: (len(documents[each]), _newest(told[each])))
    most = len(documents[name])
    if sum(len(each) == most for each in documents.values()) > 1 and most == 1 and readings:
        # As many tell another name: what the reader takes for the best decides.
        names = [each.last_word for each in readings if each.last_word in told]
        name = names[0] if names else name
    best = max(told[name], key=lambda each: each.window.citation.published or "")
    best = replace(best, score=LIKELY + MORE * min(most - 1, 2))
    rest = []
    for each in readings:
        if are_one(each.span, best.span):
            best = replace(best, score=max(best.score, each.score))
        elif each.last_word != name and (most > 1 or each.sentence == best.sentence):
            # "|Lund| and her translator |Roth| won the prize": the first is meant
            rest.append(replace(each, score=min(each.score, OTHERS)))
        else:
            rest.append(each)
    return sorted([best, *rest], key=lambda each: -each.score)


def _less(question: Question, deed: Deed, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, those down in whose window, passage and title nobody does anything so."""
    term = next(n for n, each in enumerate(question.terms) if each.word == deed.verb)
    found = [
        replace(each, score=each.score - UNTOLD)
        if each.window.strengths[term] == 0.0
        else replace(each, score=each.score - ELSE)
        if _does_something_else(question, deed, each, seen) or _won_of_old(question, deed, each)
        else each
        for each in readings
    ]
    return sorted(found, key=lambda each: -each.score)


def _did_it_to_them(deed: Deed, reading: Reading, seen: Seen) -> Reading:
    """Give a reading of who did it to whoever is named near: "|she| was christened by |Lee|"."""
    span, sentence = reading.span, reading.sentence
    if span is None or any(reading.window.strengths[n] < FAR for n in (*deed.done_to, *deed.rest)):
        return reading
    tree = seen.parse(sentence.text)
    words = tree.words
    for verb, thing in _done_to(tree, deed):
        who = doer(tree, verb)
        if who is None or not is_told(tree, verb, deed.when):
            continue
        whole = [words[n] for n in within(tree, thing)]
        is_known = words[thing].tag == "PRP" or any(each.text.lower() == "the" for each in whole)
        if not is_known or any(each.tag[:3] == "NNP" for each in whole):
            continue
        if are_one(span, sentence.part(words[who].start, words[who].end)):
            return replace(reading, score=max(reading.score, LOOSE))
    return reading


def _won_of_old(question: Question, deed: Deed, reading: Reading) -> bool:
    """Is it told of years long past, where what is won again and again is asked for?"""
    is_won = lexicon.stem(deed.verb) == _WIN
    return is_won and is_of_old(question, [reading.sentence.text], reading.window.citation)


def _does_something_else(question: Question, deed: Deed, reading: Reading, seen: Seen) -> bool:
    """Is it done to something else by them: "“…,” |wrote Lee|" of "who wrote the opinion"?"""
    span, sentence = reading.span, reading.sentence
    tree = seen.parse(sentence.text)
    words = tree.words
    first = (
        None if span is None else top(tree, span.start - sentence.start, span.end - sentence.start)
    )
    things = Matcher([question.terms[n].word for n in deed.done_to])
    if first is not None and _undergoes(tree, first, deed):
        return True
    for verb, word in enumerate(words):
        if not is_verb(tree, verb) or lexicon.match(deed.verb, word.text.lower()) < 1.0:
            continue
        if first is None or doer(tree, verb) != first or is_passive(tree, verb):
            continue
        said = assertion(tree, verb)
        is_open = not said.is_so or said.when in {"ahead", "meant", None}
        is_done = _is_first(tree, verb) or _is_fact(tree, verb)
        if deed.when == "done" and is_open and not is_done:
            return True  # "the favourite |to win| the cup"
        thing = next((n for n in tree.children[verb] if words[n].label == "dobj"), None)
        if thing is None:
            return words[verb].label not in _TELLING
        whole = [words[n].text.lower() for n in within(tree, thing)]
        return words[thing].tag[0] == "N" and max(things.strengths(whole)) == 0.0
    return False


def _undergoes(tree: Tree, noun: int, deed: Deed) -> bool:
    """Is it they to whom it is done: "beating the incumbent, |Lee|", for "who won"?"""
    words = tree.words
    while words[noun].label == "appos" and words[noun].head != noun:
        noun = words[noun].head
    verb = words[noun].head
    if words[noun].label not in {"dobj", "nsubjpass"} or not is_verb(tree, verb):
        return False
    return lexicon.match(deed.verb, words[verb].text.lower()) >= lexicon.SYNONYM


def deed_asked(question: Question) -> Deed | None:
    """Give what was done, where whoever did it is asked for; None where it is not that plain."""
    tree, words = question.tree, question.tree.words
    who = question.focus
    if who is None:
        who = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
    if question.kind not in {"who", "which"} or who is None:
        return None
    if words[who].label not in SUBJECTS - _PASSIVE:
        return None
    if lead_asked(question) is not None or change_asked(question) is not None:
        return None  # others know more of these
    if result_asked(question) == "loser":
        return None  # who "lost to" whom
    verb = words[who].head
    if not is_verb(tree, verb) or words[verb].head != verb:
        return None
    term = next((t for t in question.terms if t.index == verb and t.weight > 1.0), None)
    thing = next((n for n in tree.children[verb] if words[n].label == "dobj"), None)
    if term is None or thing is None or any(words[n].label == "neg" for n in tree.children[verb]):
        return None
    inside = within(tree, thing)
    others = [n for n, t in enumerate(question.terms) if t.index != verb and t.weight >= 1.0]
    done_to = tuple(n for n in others if question.terms[n].index in inside)
    rest = tuple(n for n in others if n not in done_to)
    if not done_to or " " in term.word:
        return None
    when: When = "now" if words[verb].tag in {"VBZ", "VBP"} else "done"
    if question.tense == "ahead":
        when = "ahead"
    sort = None if question.focus is None else words[who].text.lower()
    return Deed(term.word, done_to, rest, when, words[thing].tag in {"NN", "NNP"}, sort)


def _told(question: Question, deed: Deed, seen: Seen) -> Iterator[Reading]:
    """Give whoever sentences tell to have done it."""
    given = {part for t in question.terms if t.sort == "name" for part in words_of(t.word)}
    verbs = Matcher([deed.verb])
    things = Matcher([question.terms[n].word for n in deed.done_to])
    done: set[Span] = set()
    for window in seen.wide():
        if any(window.strengths[n] < FAR for n in deed.rest):
            continue
        before: list[str] = []
        for sentence in window.sentences:
            before.append(sentence.text)
            if is_asked(sentence.text) or sentence in done:
                continue
            done.add(sentence)
            told = words_of(sentence.text)
            is_given = lexicon.stem(deed.verb) == _WIN and not _GIVEN.isdisjoint(told)
            is_done = is_given or verbs.strengths(told)[0] >= lexicon.SYNONYM
            if not is_done or min(things.strengths(told)) < NEAR:
                continue
            if is_of_old(question, before, window.citation):
                continue
            tree = seen.parse(sentence.text)
            for who in (*_doers(tree, deed, things), *_given_it(tree, deed, things)):
                place = _name_at(tree, who, sentence, deed.sort, seen)
                if place is not None and given.isdisjoint(words_of(place.text)):
                    yield reading_at(question, window, place, LIKELY)


def _done_to(tree: Tree, deed: Deed) -> Iterator[tuple[int, int]]:
    """Give each verb of a sentence that says the deed, with that to which it is done."""
    for verb, word in enumerate(tree.words):
        if not is_verb(tree, verb) or lexicon.match(deed.verb, word.text.lower()) < lexicon.SYNONYM:
            continue
        label = "nsubjpass" if is_passive(tree, verb) else "dobj"
        thing = next((n for n in tree.children[verb] if tree.words[n].label == label), None)
        if thing is not None:
            yield verb, thing


def _doers(tree: Tree, deed: Deed, things: Matcher) -> Iterator[int]:
    """Give who does in a sentence what is asked, to that to which it is done."""
    words = tree.words
    for verb, thing in _done_to(tree, deed):
        whole = [words[n].text.lower() for n in sorted(within(tree, thing))]
        is_many = deed.is_of_one and words[thing].tag in {"NNS", "NNPS"}
        if is_many or min(things.strengths(whole)) < NEAR:
            continue
        if not is_told(tree, verb, deed.when):
            continue
        who = doer(tree, verb)
        if who is not None:
            yield who


def _given_it(tree: Tree, deed: Deed, things: Matcher) -> Iterator[int]:
    """Give who won what a sentence says was given: "the prize |is awarded to| Ann Lee"."""
    words = tree.words
    if lexicon.stem(deed.verb) != _WIN or deed.when == "ahead":
        return
    for verb, word in enumerate(words):
        if not is_verb(tree, verb) or word.text.lower() not in _GIVEN:
            continue
        label = "nsubjpass" if is_passive(tree, verb) else "nsubj"
        thing = next((n for n in tree.children[verb] if words[n].label == label), None)
        whole = (
            [words[n].text.lower() for n in sorted(within(tree, thing))]
            if thing is not None
            else []
        )
        said = assertion(tree, verb)
        is_so = said.is_so and said.when in {"done", "now"} and said.voice in {"own", "said"}
        if not is_so or min(things.strengths(whole)) < NEAR:
            continue
        for to in (n for n in tree.children[verb] if words[n].text.lower() == "to"):
            inside = range(to + 1, tree.edges[to][1] + 1)
            names = [
                m
                for m in inside
                if words[m].tag.startswith("NNP")
                and all(words[n].label in _NAMED_SO for n in tree.path(m)[: -len(tree.path(to))])
            ]
            yield from [m for m in names if m + 1 not in names][:1]  # the end of the first


def is_told(tree: Tree, verb: int, when: When) -> bool:
    """Is it told as done, as what is done now, or as what is to come; and not as a mere claim?"""
    if _is_first(tree, verb) or (when == "done" and _is_fact(tree, verb)):
        return True
    said = assertion(tree, verb)
    if not said.is_so or said.voice not in {"own", "said"}:
        return False
    if when == "ahead":
        return said.when == "ahead"
    return said.when in ({"done"} if when == "done" else {"now", "done"}) or _is_doing(tree, verb)


def _is_first(tree: Tree, verb: int) -> bool:
    """Is it done by "the first woman |to win|", "the youngest |to win|"?"""
    words = tree.words
    above = words[verb].head
    if words[verb].tag != "VB" or words[verb].label not in {"relcl", "acl", "xcomp", "advcl"}:
        return False
    told = (words[n] for n in (above, *tree.children[above]) if n < verb)
    return any(each.tag == "JJS" or each.text.lower() in _RANKS for each in told)


def _is_fact(tree: Tree, verb: int) -> bool:
    """Has it been done by whoever says or feels something of it: "celebrates |catching| it"?"""
    words, above = tree.words, tree.words[verb].head
    is_object = words[verb].tag == "VBG" and words[verb].label == "xcomp"
    is_of_fact = words[above].text.lower() in verb_forms(LIST, "facts")
    return is_object and is_of_fact and assertion(tree, above).is_so


def _is_doing(tree: Tree, verb: int) -> bool:
    """Is it told beside what was done: "has been crowned, |beating| Lenn"?"""
    words = tree.words
    above = words[verb].head
    is_beside = words[verb].tag == "VBG" and words[verb].label == "advcl" and is_verb(tree, above)
    return is_beside and assertion(tree, above).when == "done"


def _name_at(tree: Tree, noun: int, sentence: Span, sort: str | None, seen: Seen) -> Span | None:
    """Give the name that a noun is, of whatever kind where none is asked for."""
    word = tree.words[noun]
    if not word.tag.startswith("NNP"):
        return None
    place = sentence.part(word.start, word.end)
    mentions = seen.marks(sentence.document_id).mentions
    named = (each for each in mentions if each.span.overlaps(place) and sentence.covers(each.span))
    found = next(named, None)
    kind = _PLACES if sort in _PLACES else _BODIES if sort in _BODIES else None
    is_fit = found is not None and (
        kind is None or found.kind == ("place" if kind is _PLACES else "organisation")
    )
    return found.span if found is not None and is_fit else None


def _newest(readings: Sequence[Reading]) -> str:
    return max(each.window.citation.published or "" for each in readings)
