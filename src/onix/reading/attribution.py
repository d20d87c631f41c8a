"""Who is said to have said what: in comes one sentence, out come its attributions.

Everything goes by word lists and by the order of words, without a parser: find a cue, walk left or
right to the words that name its source, take what is left over as content.
It is its own file so that a parser can take its place behind the same function, `attribute`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from onix.reading.contents import (
    OPENERS,
    clause_end,
    content_end,
    content_start,
    governs,
    main_clause,
    rest_is_light,
    says,
    told,
)
from onix.reading.phrases import (
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    Region,
    Sentence,
    cue_classes,
)
from onix.reading.quotemarks import MASK
from onix.reading.verbs import DOCUMENTS, PUBLISHED, SPEAKING, VOICE_NOUNS, Verb, read_verb
from onix.reading.words import phrasal_forms


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its source and its content, as offsets into the text.

    Attributes:
        source: None when the sentence itself names none.
        carried: The source is that of the attribution before.
        leads: It stands before its content, as in "According to X, …".
    """

    cue: Region
    source: Region | None
    content: tuple[Region, ...]
    confidence: float = 0.8
    carried: bool = False
    leads: bool = False


# Longer ones are lists, tables or text without full stops; the walks below are for sentences.
_LONGEST_SENTENCE = 300
_WEAK = 0.6
_BESIDE_MARKS = frozenset({"quote", "name"})
# Behind these, what is in marks is only what something is called.
_TITLED = frozenset({"titled", "entitled", "headlined", "nicknamed", "dubbed", "as", "called"})
_JOINTS = COORDINATORS | BREAKS | {"while", "whom", "which", "where", "to", "at", "in", "with"}
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its"})
# "pointed out": these speak only with the word behind them
_PHRASAL = phrasal_forms("cues", "phrasal")
_EMPTY = frozenset({"that", "so", "it", "this", "yes", "no"})


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
        frozenset(_PHRASAL),
        frozenset[str]().union(*_PHRASAL.values()),
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
    for index in [k for k, word in enumerate(sentence.words) if word in known or word in _PHRASAL]:
        word = sentence.words[index]
        classes = known.get(word, frozenset())
        classes = classes if marked else classes - _BESIDE_MARKS
        particle = sentence.word(index + 1) in _PHRASAL.get(word, ())
        classes = frozenset({"say"}) if particle else classes
        new: Attribution | None = None
        last = claimed
        verb = None
        if "according" in classes and sentence.word(index + 1) == "to":
            new = _according(sentence, index)
            fresh = sentence.region(claimed + 1, index - 1)
            if new and not new.leads and found and found[-1].confidence > _WEAK:
                # who said it wins over where that is known from
                apart = any(map(sentence.is_marked, range(claimed + 1, index)))
                new = replace(new, content=(fresh,)) if apart and fresh else None
        elif classes:
            verb = read_verb(sentence, index, classes)
            verb = replace(verb, particle=True) if verb is not None and particle else verb
            if verb is None and "noun" in classes and index > claimed:
                new = _noun(sentence, index)
        if verb is not None:
            relation = "own" if index > claimed else _goes_on(sentence, verb, found[-1])
            if relation is None:
                continue
            built = _build(sentence, verb, found, trails=relation == "trails")
            if built is None:
                continue
            if index <= claimed and found:
                edge = verb.left + 1
                if relation == "trails" and _led_in(sentence, verb.left):
                    edge = verb.left
                    region = sentence.region(edge, edge)
                    built = replace(built[0], content=(region,) if region else ()), built[1]
                found[-1] = _cut(sentence, found[-1], sentence.starts[edge])
            elif found and _runs_over(found[-1], built[0], sentence.starts[verb.left + 1], masked):
                found[-1] = _cut(sentence, found[-1], sentence.starts[verb.left + 1])
            new, last = built
        if new is not None and new.content:
            found.append(new)
            claimed = max(claimed, last)
    return [each for each in found if each.content]


def _runs_over(noun: Attribution, new: Attribution, start: int, masked: str) -> bool:
    """Does what a noun tells run over marks of which a verb behind it says whose they are?

    As in "an admission that it failed, |saying, “…”".
    """
    first, last = noun.content[-1]
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
        return "carried" if joined or sentence.is_marked(before) else None
    joint = verb.left
    if verb.classes <= {"think"} and current.confidence > _WEAK:
        return None  # what they say that they hope or know
    if sentence.word(before) in RELATIVES and sentence.word(before - 1) != ",":
        speaks = verb.classes & SPEAKING and sentence.marked_soon(verb.index + 1, within=2)
        return "own" if speaks else None
    rest = rest_is_light(sentence, verb.index + 1)
    quoted = sentence.marked_soon(rest, within=2) is not None
    if (
        current.source is None
        and verb.classes & {"say", "quote", "tell", "name"}
        and sentence.marked_soon(rest)
    ):
        return "own"  # "the idea that it fell came up when X called it “rotten”"
    called = verb.index + 1 + (sentence.word(verb.index + 1) == "as")
    named = verb.classes & {"name", "judge"} and sentence.marked_soon(called, within=2) is not None
    if sentence.word(joint) in ("who", "whom") and named:
        return "own"  # "…, whom he called “a bully”"
    if quoted and sentence.word(joint) in ("and", "but", "which", "where", "point"):
        said = verb.classes - {"intend", "think", "show"}
        return "own" if said or sentence.word(joint) != "and" else None
    if sentence.word(joint) == ";" and verb.classes & SPEAKING:
        return "own"
    if sentence.word(joint) in ("but", "while", "and", "though", "although"):
        apart = sentence.word(joint - 1) in BREAKS or sentence.is_marked(joint - 1)
        return "own" if apart else None
    if sentence.word(joint) in (",", ";", "—", "–") or sentence.is_marked(joint):
        if "say" in verb.classes and (rest >= len(sentence) or _goes_on_with(sentence, rest)):
            return "trails"
        if sentence.is_marked(joint) and verb.classes & {"say", "tell"}:
            return "trails"
        told = "tell" in verb.classes and sentence.marked_soon(rest) is not None
        if told or (verb.classes & SPEAKING and quoted):
            return "own"
        if "say" in verb.classes and current.confidence <= _WEAK:
            return "own"
    return None


def _goes_on_with(sentence: Sentence, comma: int) -> bool:
    """Does what "…, X said" closes go on with another statement: "…, X said, adding that …"?"""
    word = sentence.word(comma + 1)
    goes_on = word == "according" or (word.endswith("ing") and word in cue_classes())
    return sentence.word(comma) == "," and goes_on


def _led_in(sentence: Sentence, index: int) -> bool:
    """Does a colon, a dash or a semicolon lead up to a quotation: X denied it: “Never,” he said?"""
    return sentence.is_marked(index) and sentence.word(index - 1) in (":", ";", "—", "–", "-")


def _build(
    sentence: Sentence, verb: Verb, found: list[Attribution], *, trails: bool
) -> tuple[Attribution, int] | None:
    """Give the attribution of a verb and the last token its content reaches."""
    tokens = verb.inverted or verb.subject
    carried = tokens is None
    if tokens is not None:
        source: Region | None = sentence.offsets(tokens)
    elif found and found[-1].source is not None:
        source = found[-1].source
    else:
        opening = sentence.opening(verb.first)
        source = sentence.offsets(opening) if opening and opening[0] != verb.index else None
    cue = (sentence.starts[verb.index], sentence.ends[verb.index])
    draft = Attribution(cue, source, (), carried=carried)
    inside = bool(found) and not trails
    relative = tokens is not None and sentence.words[tokens[1]] in RELATIVES
    as_said = _as_said(sentence, verb, draft)
    if as_said is not None:
        return as_said
    trailing = bool(verb.classes & {"say", "quote", "tell", "show"})
    if not trailing and sentence.is_marked(verb.left):
        trailing = rest_is_light(sentence, verb.index + 1) >= len(sentence)  # “Why?” Dunn thought.
    if trailing and not (verb.participle or inside or relative):
        around = _around(sentence, verb, draft, found)
        if around is not None:
            return around
    return _behind(sentence, verb, draft)


def _as_said(sentence: Sentence, verb: Verb, draft: Attribution) -> tuple[Attribution, int] | None:
    """Read "As X reported(, on Monday), …": everything behind the comma is what X reported."""
    if verb.subject is None or "say" not in verb.classes or verb.left < 0:
        return None
    opens = verb.left == 0 or (verb.left == 1 and sentence.words[0] in COORDINATORS)
    if not opens or sentence.words[verb.left] != "as":
        return None
    comma = rest_is_light(sentence, verb.behind)
    region = sentence.region(comma + 1, len(sentence) - 1)
    if sentence.word(comma) != "," or region is None:
        return None
    return replace(draft, content=(region,), confidence=0.85), len(sentence) - 1


def _around(
    sentence: Sentence, verb: Verb, draft: Attribution, found: Sequence[Attribution]
) -> tuple[Attribution, int] | None:
    """Read “…,” X said, “…” and: …, X said. None when the content stands behind the cue only."""
    left = verb.left
    last = len(sentence) - 1
    right = verb.behind
    if sentence.word(left) in (",", "-", "—", "–") and sentence.is_marked(left - 1):
        left -= 1
    quoted = sentence.is_marked(left)
    governed = quoted and found and found[-1].content[-1:] == (sentence.region(left, left),)
    titled = quoted and sentence.word(left - 1) in _TITLED
    light = rest_is_light(sentence, right) >= len(sentence) or sentence.word(right) == ","
    if quoted and left == 1 and sentence.words[0] in PREPOSITIONS:
        return None  # "In “Low Tide,” she writes about the harbour"
    if (governed or titled) and not ("say" in verb.classes and (light or verb.inverted)):
        return None  # "in what she called “a mess,” the board charged …"
    if quoted and not verb.inverted and _has_own_object(sentence, right):
        return None  # "On “Morning Talk,” he said it rained"
    if not quoted and not (left > 0 and sentence.words[left] in (",", "—", "–")):
        return None
    adverbial = sentence.words[0] in PREPOSITIONS and sentence.word(right) in PREPOSITIONS
    if not quoted and adverbial and not any(map(sentence.looks_finite, range(left))):
        return None  # "In Low Tide, she writes about the harbour"
    if not quoted and sentence.word(right) in PREPOSITIONS and _is_apposed(sentence, verb, left):
        return None
    after = rest_is_light(sentence, right)
    parts = [sentence.region(left if _led_in(sentence, left) else 0, left)]
    if quoted:
        while after <= last and not sentence.is_marked(after) and sentence.words[after] != ",":
            after += 1
        if any(map(sentence.is_marked, (after, after + 1, after + 2))):
            after += 2 * (sentence.word(after + 1) in COORDINATORS)
            parts.append(sentence.region(after, last))
        elif sentence.is_marked(last) and sentence.raw[last - 1].endswith("."):
            parts.append(sentence.region(last, last))  # “…,” said X, the mayor. “…”
    elif "quote" in verb.classes and "say" not in verb.classes:
        return None
    elif after > last or verb.inverted:
        after = last
    elif sentence.words[after] == "," and not sentence.is_marked(after + 1):
        parts.append(sentence.region(after, last))
    elif sentence.words[after] == ":" and sentence.is_marked(after + 1) and verb.left > 1:
        parts.append(sentence.region(after + 1, last))  # "It works, X says: “…”"
    else:
        return None
    content = tuple(part for part in parts if part is not None)
    reach = last if len(parts) > 1 else right
    return replace(draft, content=content, confidence=0.95 if quoted else 0.85), reach


def _is_apposed(sentence: Sentence, verb: Verb, comma: int) -> bool:
    """Is what stands before a comma who the name behind it is: "The mayor, Ann Lee, warned of"?"""
    subject = verb.subject
    return (
        subject is not None
        and sentence.is_name(subject[0])
        and sentence.words[0] in DETERMINERS
        and not any(map(sentence.looks_finite, range(comma)))
    )


def _behind(sentence: Sentence, verb: Verb, draft: Attribution) -> tuple[Attribution, int] | None:
    """Read X said (that) …, X told Y …, X called Y “…”, X vowed to …"""
    classes = verb.classes
    last = len(sentence) - 1
    begin = verb.behind
    confidence = _WEAK
    if "tell" in classes and "say" not in classes:
        begin = told(sentence, begin)
        confidence = 0.8
    elif "say" in classes and says(sentence, begin):
        if _is_thing(sentence, verb, begin):
            return None
        begin = content_start(sentence, begin)
        confidence = 0.85
    elif not governs(sentence, verb, begin):
        marked = sentence.marked_soon(begin)
        if not classes & {"name", "quote"} or marked is None:
            return None
        if "name" not in classes and sentence.word(begin) == "to":
            return None  # "they continue to see “stiff resistance”"
        begin, confidence = marked, 0.8
    if begin > last:
        return None
    if verb.participle and (closed := _inserted(sentence, verb, begin)) is not None:
        last = closed
    elif verb.subject is not None:
        last = clause_end(sentence, verb, begin, last)
    elif verb.first == 0 or (verb.participle and sentence.words[0] in PREPOSITIONS | OPENERS):
        main = None if "," in sentence.words[: verb.index] else main_clause(sentence, begin, last)
        if main is not None:  # "Having said so, X left"
            last = main[0]
            draft = replace(draft, source=sentence.offsets(main[1]))
    last = content_end(sentence, begin, last)
    region = sentence.region(begin, last)
    if region is None or sentence.masked[slice(*region)].lower() in _EMPTY:
        return None
    content = (region,)
    return replace(draft, content=content, confidence=confidence), last


def _inserted(sentence: Sentence, verb: Verb, begin: int) -> int | None:
    """Give the last token of what stands between a subject and its verb.

    As in "The Herald, citing court papers|, reported that …".
    """
    subject = sentence.subject(verb.first - 2) if sentence.word(verb.first - 1) == "," else None
    if subject is None or subject[0] != 0:
        return None
    for comma in range(begin, len(sentence) - 1):
        if sentence.words[comma] == ",":
            finite = sentence.looks_finite(comma + 1) and sentence.raw[comma + 1].islower()
            return comma - 1 if finite else None
    return None


def _has_own_object(sentence: Sentence, index: int) -> bool:
    """Does what follows a verb tell that the quotation before is not its object?"""
    word = sentence.word(index)
    if word == ":" and sentence.is_marked(index + 1):
        return not sentence.is_marked(0)
    if word == "it" or word[:1].isdigit() or word.startswith(("$", "€", "£")):
        return True
    return sentence.has_clause(index)


def _is_thing(sentence: Sentence, verb: Verb, begin: int) -> bool:
    """Is what is written or posted a thing, and no words: "she posted the “Hope” poster"?"""
    if sentence.words[verb.index] not in PUBLISHED or sentence.word(begin) not in _ARTICLES:
        return False
    noun = sentence.noun_after(begin)
    words = sentence.words[noun[0] : noun[1] + 1] if noun else []
    return (DOCUMENTS | VOICE_NOUNS).isdisjoint(words) and sentence.clause(begin) is None


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


def _according(sentence: Sentence, index: int) -> Attribution | None:
    """ "According to X, …" or "…, according to X"."""
    noun = sentence.noun_after(index + 2)
    if noun is None:
        return None
    if sentence.word(noun[1] + 1) == "by":  # "according to a memo (written) by X"
        noun = sentence.noun_after(noun[1] + 2) or noun
    source = (sentence.starts[noun[0]], sentence.ends[noun[1]])
    cue = (sentence.starts[index], sentence.ends[index + 1])
    after = noun[1] + 1
    leads = index == 0 or (index == 1 and sentence.words[0] in COORDINATORS)
    while leads and after < len(sentence) and sentence.words[after] not in (",", ";"):
        after += 1
    first, last = (after, len(sentence) - 1) if leads else (0, index - 1)
    region = sentence.region(first, last)
    return Attribution(cue, source, (region,), 0.85, leads=leads) if region else None


def _noun(sentence: Sentence, index: int) -> Attribution | None:
    """ "Trump’s claim that …"; a claim without an owner has no source."""
    that = index + 1
    source = None
    if sentence.word(that) in ("by", "from"):  # "a report by X that …"
        noun = sentence.noun_after(that + 1)
        that, source = (that, None) if noun is None else (noun[1] + 1, sentence.offsets(noun))
    region = sentence.region(that, len(sentence) - 1)
    if sentence.word(that) != "that" or region is None:
        return None
    owner = sentence.word(index - 1)
    if owner.endswith(("’s", "'s")) or owner in ("his", "her", "their", "its"):
        noun = sentence.subject(index - 1)
        if noun:
            source = (sentence.starts[noun[0]], sentence.ends[index - 1])
    cue = (sentence.starts[index], sentence.ends[index])
    return Attribution(cue, source, (region,), 0.6)
