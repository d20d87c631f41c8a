"""Who is said to have said what: in comes one sentence, out come its attributions.

Everything goes by word lists and by the order of words, without a parser: find a cue, walk left or
right to the words that name its source, take what is left over as content.
It is its own file so that a parser can take its place behind the same function, `attribute`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onix.reading.grammar.function_words import (
    BREAKS,
    COORDINATORS,
    PREPOSITIONS,
    RELATIVES,
    TIMES,
    cue_classes,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.plurals import is_plural
from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import TOLD, Tokens
from onix.reading.grammar.verbs import PHRASAL, SPEAKING, Verb, read_verb
from onix.reading.names.persons import nouns_in
from onix.reading.quotes.according import according, describes
from onix.reading.quotes.contents import main_clause, rest_is_light
from onix.reading.quotes.frames import ASKED
from onix.reading.quotes.gains import ends_before
from onix.reading.quotes.statements import Attribution, led_in, of_verb
from onix.reading.quotes.told import only_told, were_told
from onix.reading.quotes.voices import owner_of
from onix.reading.words import sections, verb_forms

# Longer ones are lists, tables or text without full stops; the walks below are for sentences.
_LONGEST_SENTENCE = 300
_WEAK = 0.6
_BESIDE_MARKS = frozenset({"quote", "name"})
_JOINTS = (
    COORDINATORS
    | BREAKS
    | frozenset({"although", "at", "in", "though", "to", "where", "which", "while", "whom", "with"})
)
_JOINING = frozenset({"and", "but", "while", "although", "though", "because"})
_HIMSELF = frozenset({"he", "she", "they", "it"})
_PUT = verb_forms("cues", "put")
_TAKEN = frozenset({"take", "takes", "took", "taking", "taken", "hold", "holds", "held", "holding"})
_ONLY_NOUN = frozenset({"noun"})
_PUT_ONLY = frozenset(sections("cues")["put_noun"])
_PUT_BEHIND = frozenset({"across", "forward", "home", "out"})
_FURTHEST_PUT = 5  # "made |the much stronger| case"


def may_attribute(words: Sequence[str], *, marked: bool) -> bool:
    """Tell quickly whether a sentence of these words, in lower case, can hold a cue at all."""
    always, beside_marks, nouns, phrasal, particles = _cue_sets()
    if not always.isdisjoint(words) or (marked and not beside_marks.isdisjoint(words)):
        return True
    if not phrasal.isdisjoint(words) and not particles.isdisjoint(words):
        return True
    return "that" in words and not nouns.isdisjoint(words)


@cache
def _cue_sets() -> tuple[frozenset[str], ...]:
    known = cue_classes().items()
    weak = {"noun", "quote", "name"}
    return (
        frozenset(word for word, classes in known if classes - weak),
        frozenset(word for word, classes in known if classes & {"quote", "name"}),
        frozenset(word for word, classes in known if "noun" in classes),
        frozenset(PHRASAL),
        frozenset[str]().union(*PHRASAL.values()),
    )


def attribute(masked: str, start: int, end: int) -> list[Attribution]:
    """Give the attributions of the sentence at `start` to `end`, in order.

    Stages: (1) find cues that are verbs, with their subjects; (2) give each the words it governs,
    from the outermost inwards: what a source is quoted with is not read for further sources, unless
    it goes on with another statement; (3) "according to" and nouns such as "the claim that".
    """
    sentence = Sentence(masked, start, end)
    if len(sentence) > _LONGEST_SENTENCE:
        return []
    marked = MASK in masked[start:end]
    known = cue_classes()
    found: list[Attribution] = []
    claimed = -1
    for index in [k for k, word in enumerate(sentence.words) if word in known or word in PHRASAL]:
        word = sentence.words[index]
        classes = known.get(word, frozenset())
        classes = classes if marked else classes - _BESIDE_MARKS
        particle = sentence.word(index + 1) in PHRASAL.get(word, ())
        classes = frozenset({"say"}) if particle else classes
        new: Attribution | None = None
        last = claimed
        verb = None
        if "according" in classes:
            new = according(sentence, index)
            fresh = sentence.region(claimed + 1, index - 1)
            if new and not new.leads and found and found[-1].confidence > _WEAK:
                # who said it wins over where that is known from
                apart = any(map(sentence.is_marked, range(claimed + 1, index)))
                new = replace(new, content=(fresh,)) if apart and fresh else None
        elif classes and not (found and describes(sentence, index, found[-1])):
            heard = classes == _ONLY_NOUN or were_told(sentence, index)
            verb = None if heard else read_verb(sentence, index, classes)
            verb = replace(verb, particle=True) if verb is not None and particle else verb
            if verb is None and "noun" in classes and index > claimed:
                new = _noun(sentence, index, found)
        if verb is not None:
            inside = index <= claimed or _reaches(found, sentence.starts[index])
            relation = _goes_on(sentence, verb, found[-1]) if inside else "own"
            relation = "main" if inside and _is_main(sentence, verb, found[-1]) else relation
            if index > claimed and relation != "trails":
                relation = "own"
            if relation is None:
                continue
            # "If they want to help, “there are many ways,” Lee said": behind what they want
            closes = index > claimed and _closes(sentence, verb, found)
            built = of_verb(sentence, verb, found, trails=relation == "trails" or closes)
            if built is None:
                edge = sentence.starts[verb.left]
                begun = found and any(place[0] < edge for place in found[-1].content)
                if inside and begun and ends_before(sentence, verb):
                    found[-1] = _cut(sentence, found[-1], edge)
                    claimed = index
                continue
            if found and (index <= claimed or relation == "trails"):
                edge = verb.first if relation == "main" else verb.left + 1
                edge -= 3 * (relation == "own" and sentence.is_put_beside(verb.left))
                if relation == "trails" and led_in(sentence, verb.left):
                    edge = verb.left
                    region = sentence.region(edge, edge)
                    built = replace(built[0], content=(region,) if region else ()), built[1]
                elif relation == "trails" and _says_again(sentence, verb, found[-1]):
                    built = _at_once(built[0], found[-1]), built[1]
                found[-1] = _cut(sentence, found[-1], sentence.starts[edge])
            elif (found and found[-1].leads and _is_joined(sentence, verb)) or (
                found and _runs_over(found[-1], built[0], sentence.starts[verb.left + 1], masked)
            ):
                found[-1] = _cut(sentence, found[-1], sentence.starts[verb.left + 1])
            new, last = built
        if new is not None and new.content:
            if found and _is_same(found[-1], new):
                found.pop()  # "Ann Lee said she was “calm,” she said"
            found.append(new)
            claimed = max(claimed, last)
    return [each for each in found if each.content and not _is_told_whole(each, found)]


def _is_told_whole(one: Attribution, found: Sequence[Attribution]) -> bool:
    """Does nobody hold words that somebody else tells: "amid fears |that it fails|, Lee said"?"""
    if one.source is not None or one.carried:
        return False
    return any(
        other.source is not None
        and all(
            any(a <= start and end <= b for a, b in other.content) for start, end in one.content
        )
        for other in found
    )


def _closes(sentence: Sentence, verb: Verb, found: Sequence[Attribution]) -> bool:
    """Does a sentence end with who says a quotation that nobody has said yet: "…,” |he said|."?"""
    if "say" not in verb.classes or not sentence.is_marked(verb.left):
        return False
    at = sentence.starts[verb.left]
    taken = any(first <= at < last for each in found for first, last in each.content)
    return not taken and rest_is_light(sentence, verb.behind) >= len(sentence)


def _says_again(sentence: Sentence, verb: Verb, current: Attribution) -> bool:
    """Does a pronoun close what somebody named opened: "Ann Lee said she was “calm,” she said"?"""
    subject = verb.subject
    if subject is None or subject[0] != subject[1] or current.source is None:
        return False
    opens = current.source[0] <= sentence.starts[0] and current.confidence > _WEAK
    last = max(k for k in range(len(sentence)) if sentence.starts[k] < current.source[1])
    if is_plural(sentence, last) != (sentence.words[subject[0]] == "they"):
        return False  # "Officials could not tell him, he said"
    return opens and sentence.words[subject[0]] in _HIMSELF and not current.carried


def _at_once(closing: Attribution, opening: Attribution) -> Attribution:
    """Let the verb that closes a statement have the source and the beginning of what opens it."""
    (first, last), *rest = closing.content
    begins = max(first, opening.content[0][0])
    return replace(closing, source=opening.source, content=((begins, last), *rest))


def _reaches(found: Sequence[Attribution], position: int) -> bool:
    """Does what a noun tells go on beyond a place: "a sign that it “fell,” X |said|"?"""
    return bool(found) and found[-1].content[-1:] != () and found[-1].content[-1][1] > position


def _is_same(opening: Attribution, closing: Attribution) -> bool:
    """Has the verb that closes a statement taken over all that opened it?"""
    same = opening.source is not None and opening.source == closing.source
    return same and not closing.carried and opening.content[:1] == closing.content[:1]


def _is_main(sentence: Sentence, verb: Verb, current: Attribution) -> bool:
    """Has a verb the subject whose relative clause it ends: "The man who told them |said| no"?"""
    if verb.subject is None or current.source is None or verb.inverted is not None:
        return False
    begins, ends = current.source[0], sentence.offsets(verb.subject)[1]
    # "Ann Lee, a critic accusing them of fraud, |said| no"
    closes = ends < current.cue[0] and sentence.word(verb.first - 1) == ","
    return begins == sentence.starts[verb.subject[0]] and (ends < current.source[1] or closes)


def _is_joined(sentence: Sentence, verb: Verb) -> bool:
    """Does another say something in a main clause of theirs: "According to X, it rained, and Y"?"""
    joined = sentence.word(verb.left) in _JOINING and sentence.word(verb.left - 1) == ","
    return joined and "say" in verb.classes


def _runs_over(noun: Attribution, new: Attribution, start: int, masked: str) -> bool:
    """Does what a noun tells run over marks of which a verb behind it says whose they are?

    As in "an admission that it failed, |saying, “…”".
    """
    if not noun.content:
        return False  # all of it has been cut off already
    first, last = noun.content[-1]
    if noun.confidence <= _WEAK and new.carried:
        return first < start < last  # "the claim that it fell|, adding that …"
    held = any(MASK in masked[a:b] and first < a and b <= last for a, b in new.content)
    return noun.source is None and held and first < start < last


def _goes_on(sentence: Sentence, verb: Verb, current: Attribution) -> str | None:
    """Tell how a cue inside claimed content begins a statement of its own, if it does.

    Returns:
        "own" for "…, but the mayor said", "carried" for "… and added", ", saying",
        "trails" for "…, the mayor said."; None when it belongs to what is reported.
    """
    before = verb.first - 1
    if verb.participle and verb.subject is not None:
        return "own" if "with" in sentence.words[max(0, verb.left - 3) : verb.left + 1] else None
    if verb.participle:
        opens = sentence.word(before) == "," or sentence.is_marked(before)
        says_more = "say" in verb.classes or (
            verb.classes & {"name", "tell"} and sentence.marked_soon(verb.index + 1) is not None
        )
        return "carried" if opens and verb.subject is None and says_more else None
    if verb.inverted is not None:
        return "trails"
    if verb.subject is None:
        joined = sentence.word(before) in COORDINATORS and "say" in verb.classes
        # "citing the inquiry|, but called it “a mess”"
        apart = sentence.word(before) in COORDINATORS and sentence.word(before - 1) == ","
        apart = apart and "name" in verb.classes and current.carried
        joined = joined or (apart and sentence.marked_soon(verb.index + 1, within=3) is not None)
        return "carried" if joined or sentence.is_marked(before) else None
    joint = verb.left
    if verb.classes <= {"think"} and current.confidence > _WEAK:
        return None  # what they say that they hope or know
    if sentence.word(before) in RELATIVES and sentence.word(before - 1) != ",":
        speaks = verb.classes & SPEAKING and sentence.marked_soon(verb.index + 1, within=2)
        return "own" if speaks else None
    rest = rest_is_light(sentence, verb.index + 1)
    quoted = sentence.marked_soon(rest, within=2) is not None
    if verb.classes & SPEAKING and sentence.word(rest) == ":" and sentence.is_marked(rest + 1):
        return "own"  # "she said that Ruiz would reply: “…”"
    if (
        current.source is None
        and verb.classes & {"say", "quote", "tell", "name"}
        and sentence.marked_soon(rest)
    ):
        return "own"  # "the idea that it fell came up when X called it “rotten”"
    called = verb.index + 1 + (sentence.word(verb.index + 1) == "as")
    named = verb.classes & {"name", "judge"} and sentence.marked_soon(called, within=2) is not None
    if named and (sentence.word(joint) in ("who", "whom") or sentence.is_put_beside(joint)):
        return "own"  # "…, whom he called “a bully”", "…, a charge his aides call “a lie”"
    if quoted and sentence.word(joint) in ("and", "but", "which", "who", "where", "point"):
        said = verb.classes - {"intend", "think", "show"}
        return "own" if said or sentence.word(joint) != "and" else None
    if sentence.word(joint) == ";" and verb.classes & SPEAKING:
        return "own"
    speaks = verb.classes & (SPEAKING | {"tell"})
    if (
        sentence.word(joint) in ("after", "when", "before")
        and speaks
        and (quoted or sentence.marked_soon(rest))
    ):
        return "own"  # "…,” X wrote after Y argued that “…”"
    if sentence.word(joint) in ("but", "while", "and", "though", "although"):
        apart = sentence.word(joint - 1) in BREAKS or sentence.is_marked(joint - 1)
        return "own" if apart else None
    if sentence.word(joint) in (",", ";", "—", "–") or sentence.is_marked(joint):
        if "say" in verb.classes and (rest >= len(sentence) or _goes_on_with(sentence, rest)):
            return "trails"
        if sentence.is_marked(joint) and verb.classes & {"say", "tell"}:
            return "trails"
        told = "tell" in verb.classes and sentence.marked_soon(rest) is not None
        if sentence.words[verb.index] in TOLD and only_told(sentence, verb.index + 1):
            return "trails"  # "She plans to leave, |the campaign told| Radio One."
        if told or (verb.classes & SPEAKING and quoted):
            return "own"
        if "say" in verb.classes and current.confidence <= _WEAK:
            return "own"
    return None


def _goes_on_with(sentence: Sentence, comma: int) -> bool:
    """Does what "…, X said" closes go on with another statement: "…, X said, adding that …"?"""
    word = sentence.word(comma + 1)
    if word in _JOINING and sentence.word(comma) == ",":
        return True
    goes_on = word == "according" or (word.endswith("ing") and word in cue_classes())
    return sentence.word(comma) == "," and goes_on


def _cut(sentence: Sentence, attribution: Attribution, end: int) -> Attribution:
    """Let the content of an attribution end where the next statement begins."""
    content = []
    for first, last in attribution.content:
        stop = min(last, end)
        tokens = [k for k in range(len(sentence)) if first <= sentence.starts[k] < stop]
        while tokens and sentence.words[tokens[-1]] in _JOINTS:
            tokens.pop()
        if tokens:
            content.append((first, sentence.ends[tokens[-1]]))
    return replace(attribution, content=tuple(content))


def _noun(sentence: Sentence, index: int, found: Sequence[Attribution]) -> Attribution | None:
    """ "Dunn’s claim that …", "Dunn made the point that …"; else a claim has no source."""
    that = index + 1
    source = None
    if sentence.word(that) in TIMES | {"on", "in", "at", "last", "this", "earlier", "late"}:
        light = rest_is_light(sentence, that)  # "his statement on Monday that …"
        verbs = (sentence.words[k] for k in range(that, light))
        that = that if any(w in TOLD or w.endswith("ing") for w in verbs) else light
    if sentence.word(that) in ("by", "from"):  # "a report by X that …"
        noun = sentence.noun_after(that + 1)
        if noun is not None and any(map(sentence.tells, range(noun[0] + 1, noun[1] + 1))):
            return None  # "a report from |Riga showed| that …"
        that, source = (that, None) if noun is None else (noun[1] + 1, sentence.offsets(noun))
    last = len(sentence) - 1
    if sentence.words[0] in ASKED and "," not in sentence.words[:index]:
        main = main_clause(sentence, that, last)  # "Asked about reports that it fell|, she smiled"
        last = last if main is None else main[0]
    region = sentence.region(that, last)
    if sentence.word(that) != "that" or region is None:
        return None
    owner = _owner(sentence, index)
    if owner is not None:
        source = (sentence.starts[owner[0]], sentence.ends[owner[1]])
    elif source is None and (put := _put_by(sentence, index, found)) is not None:
        return replace(put, content=(region,))
    if sentence.words[index] in _PUT_ONLY:
        return None  # "a case that closed", "the point that he made"
    cue = (sentence.starts[index], sentence.ends[index])
    return Attribution(cue, source, (region,), 0.6)


def _owner(sentence: Sentence, noun: int) -> Tokens | None:
    """Give whose claim it is: "|his| claim", "|Dunn’s| wild claim", "word of |Dunn’s| claim"."""
    near = owner_of(sentence, noun)
    if near is None or sentence.words[near[0]] in ("his", "her", "their", "its"):
        return near
    whole = sentence.subject(near[1])
    if whole is None:
        return near
    apart = [
        k
        for k in range(whole[0], near[0])
        if sentence.words[k] in PREPOSITIONS
        and not (sentence.words[k] == "of" and nouns_in(sentence.word(k - 1)))
    ]
    return (apart[-1] + 1 if apart else whole[0]), near[1]


def _put_by(sentence: Sentence, noun: int, found: Sequence[Attribution]) -> Attribution | None:
    """Give who puts what a noun tells, without what it is: "|Dunn made the point| that …"."""
    for index in range(noun - 1, max(-1, noun - _FURTHEST_PUT), -1):
        word = sentence.words[index]
        if word in BREAKS or word in PREPOSITIONS - _PUT_BEHIND or sentence.is_marked(index):
            return None
        if word in _PUT:
            if sentence.words[noun] == "case" and word in _TAKEN:
                return None  # "she took the case that nobody wanted"
            verb = read_verb(sentence, index, frozenset({"say"}))
            source = None if verb is None else verb.inverted or verb.subject
            if verb is None or (source is None and not found):
                return None
            who = found[-1].source if source is None else sentence.offsets(source)
            cue = (sentence.starts[index], sentence.ends[noun])
            return Attribution(cue, who, (), 0.8, carried=source is None)
    return None
