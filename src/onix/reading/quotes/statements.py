"""What a verb of saying governs: a sentence and its verb in, whose words stand where out.

They stand before the verb, around it or behind it; "As X said, …" has them behind a comma. Cues
that are no verbs, and what becomes of several in one sentence, are in `attribution.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onix.reading.grammar.function_words import (
    AUXILIARIES,
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    cue_classes,
)
from onix.reading.grammar.inverted import is_cut_open
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.verbs import Verb
from onix.reading.quotes.as_said import as_said, closed_by_as
from onix.reading.quotes.asides import aside
from onix.reading.quotes.clause_ends import clause_end
from onix.reading.quotes.contents import (
    OPENERS,
    OWNERS,
    PLACED,
    content_end,
    content_start,
    governs,
    has_finite,
    is_when,
    main_clause,
    only_asked,
    reopened,
    rest_is_light,
    says,
    to_dash,
)
from onix.reading.quotes.gains import is_convened, is_gain, is_tale, is_thing
from onix.reading.quotes.told import behind_insertion, only_told, that_said, told, told_outlet
from onix.reading.words import verb_forms


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


_WEAK = 0.6
# Behind these, what is in marks is only what something is called.
_TITLED = frozenset({"titled", "entitled", "headlined", "nicknamed", "dubbed", "as", "called"})
_OBJECTS = verb_forms("cues", "objects")
_CLAUSES = frozenset({"that", "to", "how", "why", "what", "whether", "if", ":", "it’s", "it's"})
_WHILE = frozenset({"as", "when", "while", "after", "before", "to"})
_LONGEST_CLAUSE = 20
_LONGEST_LISTENER = 9
_NAMED_WITHIN = 14  # "called the neglect of advice from old captains on the quay “a disgrace”"
_ONE = frozenset({"he", "she", "they"})
# What is written stands in the marks, and behind them is where: "wrote |“Sail on”| on the quay".
_WRITTEN = frozenset({"read", "reads", "reading", "scrawled", "painted", "wrote"})
_PARTICLES = frozenset({"out", "off", "for", "on"})
_INFORMED = frozenset({"briefed", "informed", "advised"})
_EMPTY = frozenset({"that", "so", "it", "this", "yes", "no"}) | PLACED


def _denies(word: str) -> bool:
    return word in ("not", "never") or word.endswith(("n't", "n’t"))


def led_in(sentence: Sentence, index: int) -> bool:
    """Does a colon, a dash or a semicolon lead up to a quotation: X denied it: “Never,” he said?"""
    return sentence.is_marked(index) and sentence.word(index - 1) in (":", ";", "—", "–", "-")


def of_verb(
    sentence: Sentence, verb: Verb, found: list[Attribution], *, trails: bool
) -> tuple[Attribution, int] | None:
    """Give the attribution of a verb and the last token its content reaches."""
    if only_asked(sentence, verb) or ("tell" in verb.classes and is_tale(sentence, verb.behind)):
        return None
    if sentence.words[verb.index] in _INFORMED and sentence.word(verb.behind) in ("on", "about"):
        return None  # "people briefed on it", who were told
    tokens = verb.inverted or verb.subject
    carried = tokens is None
    if tokens is not None:
        source: Region | None = sentence.offsets(tokens)
    elif found and found[-1].source is not None:
        against = sentence.set_against(verb.first) if verb.participle else None
        teller = told_outlet(sentence, verb.index, found[-1].content[0])
        goes_on = teller or _joined(sentence, verb, found[-1].cue[1]) or found[-1].source
        source = goes_on if against is None else sentence.offsets(against)
    else:
        opening = sentence.opening(verb.first)
        source = sentence.offsets(opening) if opening and opening[0] != verb.index else None
    # "did not say", "has never said": whoever sees the cue alone must not take it for its contrary.
    denied = any(map(_denies, sentence.words[verb.first : verb.index]))
    cue = (sentence.starts[verb.first if denied else verb.index], sentence.ends[verb.index])
    draft = Attribution(cue, source, (), carried=carried)
    inside = bool(found) and not trails
    relative = tokens is not None and sentence.words[tokens[1]] in RELATIVES
    said = (None if inside else closed_by_as(sentence, verb)) or as_said(sentence, verb)
    if said is not None:
        return replace(draft, content=said[0], confidence=0.85), said[1]
    since = _closed_at(sentence, found)
    put_in = aside(sentence, verb, since)
    if put_in is not None and (trails or not inside or since <= verb.left):
        return replace(draft, content=put_in[0], confidence=0.85), put_in[1]
    trailing = bool(verb.classes & {"say", "quote", "tell", "show"})
    if not trailing and sentence.is_marked(verb.left):
        trailing = rest_is_light(sentence, verb.index + 1) >= len(sentence)  # “Why?” Dunn thought.
    if trailing and not (verb.participle or inside or relative):
        around = _around(sentence, verb, draft, found)
        if around is not None:
            return around
    return _behind(sentence, verb, draft)


def _closed_at(sentence: Sentence, found: Sequence[Attribution]) -> int:
    """Give the first token behind all that is said up to here, and who says it."""
    ends = [end for each in found for _, end in (*each.content, each.cue)]
    return next((k for k, at in enumerate(sentence.starts) if at >= max(ends, default=0)), 0)


def _joined(sentence: Sentence, verb: Verb, since: int) -> Region | None:
    """Give whose verb "and" joins another to: “When I said so |he| laughed and told me, ‘…’”.

    Args:
        since: Where the cue ends whose source it would be else.
    """
    first = verb.first - 3
    if sentence.word(verb.first - 1) != "and" or first < 0 or sentence.starts[first] < since:
        return None
    does = sentence.raw[first + 1].islower() and sentence.looks_finite(first + 1)
    return sentence.offsets((first, first)) if does and sentence.words[first] in _ONE else None


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
    acted = sentence.word(right + (sentence.word(right) in _PARTICLES)) in DETERMINERS
    acted = acted and not (verb.inverted or "say" in verb.classes)
    if quoted and acted and sentence.words[0] in PREPOSITIONS and not has_finite(sentence, left):
        return None  # "In a talk on “salt,” she called out the press"
    if (governed or titled) and not ("say" in verb.classes and (light or verb.inverted)):
        return None  # "in what she called “a mess,” the board charged …"
    if quoted and not verb.inverted and _has_own_object(sentence, right):
        return None  # "On “Morning Talk,” he said it rained"
    if not quoted and not (left > 0 and sentence.words[left] in (",", "—", "–")):
        return None
    if not quoted and sentence.word(right) == "to" and verb.classes & {"tell", "intend"}:
        return None  # "It ended when the mayor, Ann Lee, asked |to see the bill|"
    goes_on = sentence.word(right) in PREPOSITIONS | OPENERS
    adverbial = sentence.words[0] in PREPOSITIONS and goes_on
    if not quoted and adverbial and not has_finite(sentence, left):
        return None  # "In Low Tide, she writes about the harbour"
    apart = sentence.word(right) in PREPOSITIONS | {".", ""}
    if not quoted and apart and _is_apposed(sentence, verb, left):
        return None
    after = rest_is_light(sentence, right)
    parts = [sentence.region(left if led_in(sentence, left) else 0, left)]
    if quoted:
        while after <= last and not sentence.is_marked(after) and sentence.words[after] != ",":
            after += 1
        after = reopened(sentence, after) or after
        if any(map(sentence.is_marked, (after, after + 1, after + 2))):
            after += 2 * (sentence.word(after + 1) in COORDINATORS)
            parts.append(sentence.region(after, last))
        elif sentence.is_marked(last) and sentence.raw[last - 1].endswith("."):
            parts.append(sentence.region(last, last))  # “…,” said X, the mayor. “…”
    elif "quote" in verb.classes and "say" not in verb.classes:
        return None
    elif verb.inverted and is_cut_open(sentence, after):
        parts.append(sentence.region(after, last))  # "The plan, said X, would fail"
    elif (
        after > last
        or verb.inverted
        or ("tell" in verb.classes and has_finite(sentence, left) and only_told(sentence, right))
    ):
        after = last
    elif sentence.words[after] == "," and not sentence.is_marked(after + 1):
        parts.append(sentence.region(after, last))
    elif sentence.words[after] == ":" and sentence.is_marked(after + 1) and verb.left > 1:
        subject = sentence.clause(0)
        if subject is None or subject[1] >= left:
            return None  # "Asked about it, X says: “…”"
        parts.append(sentence.region(after + 1, last))  # "It works, X says: “…”"
    else:
        return None
    content = tuple(part for part in parts if part is not None)
    reach = last if len(parts) > 1 else right
    return replace(draft, content=content, confidence=0.95 if quoted else 0.85), reach


def _is_apposed(sentence: Sentence, verb: Verb, comma: int) -> bool:
    """Is what stands before a comma who the name behind it is: "The mayor, Ann Lee, warned of"?

    Or: "Lund’s aide, the dentist Ann Lee (above), did not reply".
    """
    subject = verb.subject
    return (
        subject is not None
        and subject[1] + 1 < verb.first
        and sentence.is_name(subject[1])
        and (sentence.words[0] in DETERMINERS or sentence.words[0].endswith(OWNERS))
        and not has_finite(sentence, comma)
    )


def _behind(sentence: Sentence, verb: Verb, draft: Attribution) -> tuple[Attribution, int] | None:
    """Read X said (that) …, X told Y …, X called Y “…”, X vowed to …"""
    classes = verb.classes
    last = len(sentence) - 1
    begin = verb.behind
    confidence = _WEAK
    if sentence.word(begin) == "and" and (begin >= last or sentence.looks_finite(begin + 1)):
        return None  # "wrote |and directed it|", and what breaks off there
    if "tell" in classes and "say" not in classes:
        begin = told(sentence, begin)
        begin = behind_insertion(sentence, begin) or begin
        confidence = 0.8
    elif "say" in classes and (that := that_said(sentence, begin, told="tell" in classes)):
        begin, confidence = that, 0.85
    elif "say" in classes and (said := _behind_clause(sentence, verb)) is not None:
        begin, confidence = said, 0.85
    elif "say" in classes and says(sentence, begin):
        if (
            is_thing(sentence, verb.index, begin)
            or _is_object(sentence, verb, begin)
            or is_gain(sentence, verb.index, begin)
            or is_when(sentence, begin)
        ):
            return None
        begin = content_start(sentence, begin)
        confidence = 0.85
    elif not governs(sentence, verb, begin):
        marked = sentence.marked_soon(begin, within=_NAMED_WITHIN)
        judged = "judge" in classes and "say" not in classes and sentence.word(begin) == "as"
        if not (classes & {"name", "quote"} or judged) or marked is None:
            return None
        if "name" not in classes and sentence.word(begin) in ("to", "with"):
            return None  # "they continue to see “stiff resistance”"
        if is_convened(sentence, begin, marked):
            return None
        begin, confidence = marked, 0.8
    if (above := _main_verb(sentence, verb)) is not None:
        last = above - 2
    if begin > last:
        return None
    if verb.participle and (closed := _inserted(sentence, verb, begin)) is not None:
        last = closed
    elif verb.subject is not None:
        last = clause_end(sentence, verb, begin, last)
    elif verb.first == 0 or (verb.participle and _opens_with_clause(sentence)):
        main = None if "," in sentence.words[: verb.index] else main_clause(sentence, begin, last)
        if main is not None:  # "Having said so, X left"
            last = main[0]
            draft = replace(draft, source=sentence.offsets(main[1]))
    if sentence.words[begin] == "to":  # "refused |to sign|: its mayor, Ann Lee, said that …"
        last = next((k - 1 for k in range(begin, last) if sentence.words[k] == ":"), last)
    if sentence.words[verb.index] in _WRITTEN and sentence.is_marked(begin):
        last = begin  # "a shirt that read |“Save the seals”| was held up"
    last = content_end(sentence, begin, to_dash(sentence, verb, begin, last))
    region = sentence.region(begin, last)
    if region is None or sentence.masked[slice(*region)].lower() in _EMPTY:
        return None
    content = (region,)
    return replace(draft, content=content, confidence=confidence), last


def _opens_with_clause(sentence: Sentence) -> bool:
    """Does a sentence open like "In", "While" or "But when"?"""
    first = sentence.words[0] in COORDINATORS
    return sentence.word(int(first)) in PREPOSITIONS | OPENERS


def _behind_clause(sentence: Sentence, verb: Verb) -> int | None:
    """Give the quotation behind words that tell when or to whom something was said.

    As in: Ruiz said as she left the hall, |“…”| Or: she whispered to him: |“…”|
    """
    begin = verb.behind
    opener = sentence.word(begin)
    light = rest_is_light(sentence, begin)
    if opener == "for" and sentence.word(light) == "that":
        return light  # "argued for the second time that “…”"
    if opener == "to" and "intend" not in verb.classes:
        that = _told_that(sentence, begin + 1)
        if that is not None:
            return that
    reach = _LONGEST_LISTENER if opener == "to" else _LONGEST_CLAUSE
    if opener not in _WHILE:
        return None
    for k in range(begin + 2, min(len(sentence), begin + reach)):
        if sentence.is_marked(k):
            return k if sentence.words[k - 1] in (",", ":") else None
    return None


def _told_that(sentence: Sentence, first: int) -> int | None:
    """Give "that" behind whoever is told: "complained to the board |that …"."""
    for k in range(first + 1, min(len(sentence), first + _LONGEST_LISTENER)):
        word, before = sentence.words[k], sentence.words[k - 1]
        if sentence.is_marked(k) or word in BREAKS or before.endswith("ing"):
            return None
        if word == "that":
            tells = "noun" in cue_classes().get(before, ())  # "replied to claims that …"
            relative = sentence.looks_finite(k + 1) if k + 1 < len(sentence) else True
            return None if tells or relative else k
    return None


def _main_verb(sentence: Sentence, verb: Verb) -> int | None:
    """Give the "said" of whoever a relative clause describes: "Lee, who asked for it, |said| …"."""
    if verb.subject is None or sentence.words[verb.subject[1]] not in RELATIVES:
        return None
    for k in range(verb.index + 1, len(sentence) - 1):
        if sentence.is_marked(k):
            return None
        if sentence.words[k] == "," and "say" in cue_classes().get(sentence.words[k + 1], ()):
            return k + 1 if sentence.raw[k + 1].islower() and sentence.looks_finite(k + 1) else None
    return None


def _inserted(sentence: Sentence, verb: Verb, begin: int) -> int | None:
    """Give the last token of what stands between a subject and its verb.

    As in "The Herald, citing court papers|, reported that …" and "Orr, who was heard discussing
    it|, said that …".
    """
    subject = sentence.subject(verb.first - 2) if sentence.word(verb.first - 1) == "," else None
    opened = max((k for k in range(verb.first) if sentence.words[k] == ","), default=-1)
    relative = sentence.word(opened + 1) in RELATIVES and opened + 1 < verb.first
    if not relative and (subject is None or subject[0] != 0):
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


def _is_object(sentence: Sentence, verb: Verb, begin: int) -> bool:
    """Does a verb only have a thing as its object: "wrote the book", "challenge the plan"?"""
    about = sentence.word(begin) in PREPOSITIONS  # "she writes about the harbour"
    if about or sentence.words[verb.index] not in _OBJECTS:
        return False
    # "Lee, who wrote the book|, left": the clause is over with the next comma or "and who".
    relative = verb.subject is not None and sentence.words[verb.subject[1]] in RELATIVES
    commas = (k for k in range(begin, len(sentence)) if sentence.words[k] == ",")
    joints = (k for k in range(begin, len(sentence)) if sentence.word(k + 1) in RELATIVES)
    ends = iter(sorted({*commas, *(k for k in joints if sentence.words[k] in COORDINATORS)}))
    end = next(ends, len(sentence)) if relative else len(sentence)
    return not any(
        sentence.is_marked(k)
        or sentence.words[k] in _CLAUSES
        or sentence.words[k] in AUXILIARIES
        or (sentence.looks_finite(k) and not sentence.words[k].endswith("s"))
        for k in range(begin, end)
    )
