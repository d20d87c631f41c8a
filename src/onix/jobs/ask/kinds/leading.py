"""Who leads what, as a sentence tells it: a tree in, out whoever leads something, and what.

"Ann Lee, who heads the utility", "an inquiry led by Lee", "the utility's president, Ann Lee",
"acting president Lee". Words for it are in `leading.txt`. It is its own file so that `leaders.py`
decides only whether a house is the one that is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from onix.jobs.ask.asked.countries import peoples
from onix.jobs.ask.kinds.frames import is_denied
from onix.jobs.ask.kinds.hands import doer, is_passive, may_tell, named_by, object_of
from onix.jobs.ask.kinds.tenures import leaves
from onix.reading.events.clauses import auxiliaries, is_verb, within
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.trees import Tree
from onix.reading.speakers.cast import alike
from onix.reading.words import sections, verb_forms
from onix.reading.words import words_of as listed

LIST: Final = "leading"
_CLAUSES: Final = frozenset({"relcl", "acl", "appos"})
_PERSONS: Final = frozenset({"his", "her", "my"})
_ITS: Final = frozenset({"its", "their"})
_WAS: Final = frozenset({"former", "ex"})
_LEAD: Final = lexicon.stem("lead")
_ELSEWHERE: Final = frozenset({"to", "into", "by"})
_OF_STATES: Final = frozenset({"President", "Leader"})
_NOT_NOW: Final = frozenset({"will", "would", "had", "was", "were", "to"})
_PERHAPS: Final = frozenset({"could", "can", "may", "might", "should"})
_CHARGE: Final = frozenset({"charge", "helm", "command"})
_TAKES: Final = frozenset({"take", "takes", "took", "taken", "taking", "has", "have"})
_PUTS: Final = frozenset({"put", "puts", "placed", "left"})
_IS: Final = frozenset(map(lexicon.stem, ("be", "remain", "stay")))


@dataclass(frozen=True, slots=True)
class Lead:
    """What somebody who leads it is asked for.

    Attributes:
        head: Its noun, in lower case.
        is_name: Is that a name?
        terms: Which terms of the question say what it is.
        words: Their stems.
        nouns: What whoever leads it may be called.
        field: What a part of it is for: "finance"; None for the whole.
        is_past: Is somebody asked for who led it?
    """

    head: str
    is_name: bool
    terms: tuple[int, ...]
    words: frozenset[str]
    nouns: frozenset[str]
    field: str | None
    is_past: bool


@dataclass(frozen=True, slots=True)
class Led:
    """Somebody who leads something.

    Attributes:
        noun: Index of who it is.
        house: The words, in lower case, of what it is; empty where a title does not say it.
        by: Is it told by a verb, a title with its house, a title alone; or is it of something else?
        its: Index of the "its" or "their" of a title, whose house stands before.
        is_ahead: Is it told as what is to be: "will be led by Lee"?
    """

    noun: int
    house: frozenset[str]
    by: Literal["verb", "title", "title alone", "other"]
    its: int | None = None
    is_ahead: bool = False


@cache
def sorts(noun: str) -> frozenset[str]:
    """Give the nouns by which a text may call what a question calls so: "utility" for "company"."""
    rows = [each.split() for each in sections(LIST)["sorts"]]
    return alike(noun).union(*(each for each in rows if each[0] == noun))


def tells_of_leading(text: str) -> bool:
    """Has a sentence any word for leading something, or for coming to a post or having it?"""
    return may_tell(text) or not _words_of_leading().isdisjoint(words_of(text))


@cache
def _words_of_leading() -> frozenset[str]:
    nouns = (listed(LIST, each) for each in ("runs", "chairs", "parts"))
    verbs = verb_forms(LIST, "leads") | verb_forms("successions", "names")
    return frozenset(verbs.union(_CHARGE, *nouns))


def thing_of(tree: Tree, verb: int) -> int | None:
    """Give what a verb for leading is done to: "heads |the bank|", "presides over |it|"."""
    words = tree.words
    wanted = "nsubjpass" if is_passive(tree, verb) else "dobj"
    for each in tree.children[verb]:
        if words[each].label == wanted:
            return each
        if words[each].label == "prep" and words[each].text.lower() == "over":
            return object_of(tree, each)
    return words[verb].head if words[verb].label == "acl" else None  # "an inquiry led by Lee"


def led_in(tree: Tree, lead: Lead) -> Iterator[Led]:
    """Give who leads anything like that in a sentence."""
    for number, word in enumerate(tree.words):
        low = word.text.lower()
        if is_verb(tree, number) and low in verb_forms(LIST, "leads"):
            found = _by_verb(tree, number, lead)
        elif low in _CHARGE and word.label in {"dobj", "pobj"}:
            found = _in_charge(tree, number, lead)
        elif low == "minister" and tree.words[number - 1].text.lower() != "prime":
            continue  # "the finance minister"
        elif (word.tag[0] == "N" and low in lead.nouns) or _is_led_by(tree, number):
            found = _by_title(tree, number, lead)
        else:
            continue
        if found is not None:
            yield found


def _by_verb(tree: Tree, verb: int, lead: Lead) -> Led | None:
    if lexicon.stem(tree.words[verb].text.lower()) == _LEAD and any(
        tree.words[n].label in {"xcomp", "ccomp"}
        or (tree.words[n].label == "prep" and tree.words[n].text.lower() in _ELSEWHERE)
        for n in tree.children[verb]
    ):
        who = doer(tree, verb)  # "led Tarn |to victory|", "leads Roth |by a point|"
        return None if who is None else Led(who, frozenset(), "other")
    return _by(tree, verb, thing_of(tree, verb), doer(tree, verb), lead)


def _in_charge(tree: Tree, charge: int, lead: Lead) -> Led | None:
    """Find "Lee takes |charge| of it", "is at the |helm| of it", "put Lee in |charge| of it"."""
    words = tree.words
    behind = (n for n in tree.children[charge] if words[n].text.lower() == "of")
    thing = next((object_of(tree, each) for each in behind), None)
    verb = words[charge].head
    if words[charge].label == "pobj":
        verb = words[verb].head
    if not is_verb(tree, verb):
        return None
    low = words[verb].text.lower()
    under = {words[n].label: n for n in reversed(tree.children[verb])}
    if words[charge].label == "dobj":
        who = doer(tree, verb) if low in _TAKES else None
    elif low in _PUTS:
        who = under.get("dobj", under.get("nsubjpass"))
    else:
        who = doer(tree, verb) if lexicon.stem(low) in _IS else None
    return _by(tree, verb, thing, who, lead, is_done=low in _PUTS)


def _by(
    tree: Tree, verb: int, thing: int | None, who: int | None, lead: Lead, *, is_done: bool = False
) -> Led | None:
    """Give who leads by what a verb tells, if it is told as what is asked for.

    Args:
        is_done: It is told by what was done: "put Lee in charge".
    """
    if thing is None or who is None or thing == who or lead.field or is_denied(tree, verb):
        return None
    if not _PERHAPS.isdisjoint(auxiliaries(tree, verb)):
        return Led(who, frozenset(), "other")
    is_ahead = not is_done and _is_ahead(tree, verb)
    if not (lead.is_past or is_done or is_ahead or _holds_still(tree, verb)):
        return None
    if tree.words[thing].tag[0] == "W":
        thing = tree.words[verb].head
    word = tree.words[thing]
    led = word.text.lower()
    is_like = lexicon.match(lead.head, led) > 0 or led in sorts(lead.head)
    is_it = is_like or word.tag.startswith("NNP")
    return Led(who, _low(tree, thing), "verb", is_ahead=is_ahead) if is_it else None


def _is_led_by(tree: Tree, number: int) -> bool:
    """Does the noun with the word before it name a leader: "general secretary", "chief constable"?

    So does the end of "director-general".
    """
    before = tree.words[number - 1].text.lower() if number else ""
    low = tree.words[number].text.lower()
    is_chief = before == "chief" and low in listed(LIST, "chiefs")
    return is_chief or (before == "general" and low == "secretary") or _is_general(tree, number)


def _is_general(tree: Tree, number: int) -> bool:
    """Is it the end of "director-general", which the parser reads as three words?"""
    words = tree.words
    return (
        words[number].text.lower() == "general"
        and number > 1
        and words[number - 1].text == "-"
        and words[number - 2].text.lower() == "director"
    )


def _by_title(tree: Tree, noun: int, lead: Lead) -> Led | None:
    """Find whoever is called so; None where the title is that of somebody else than a leader."""
    words = tree.words
    who = named_by(tree, noun)
    if who is None:
        return None
    verb = words[noun].head
    if not lead.is_past and words[noun].label == "attr" and not _holds_still(tree, verb):
        return None  # "was president until May"
    if not lead.is_past and leaves(tree, who):
        return None
    beside = list(tree.children[noun])
    if words[noun].label in {"compound", "nmod"}:
        beside += [n for n in tree.children[words[noun].head] if n < noun]
    house: set[str] = set()
    fields: set[str] = set()
    is_told = False
    its: int | None = None
    is_general = _is_general(tree, noun)
    if (employer := _employer(tree, noun)) is not None:
        house |= _low(tree, employer)
        is_told = True
    for each in beside:
        word, low = words[each], words[each].text.lower()
        if is_general and noun - 3 < each < noun:
            continue
        if word.label == "poss" and low in _PERSONS:
            return None
        if word.label == "poss" and low in _ITS:
            its = each
            is_told = True
        elif word.label == "poss" and word.tag != "PRP$":
            house |= _low(tree, each)
            is_told = True
        elif word.label == "prep" and low in {"of", "at", "for"} and each > noun:
            of = object_of(tree, each)
            house |= _low(tree, of) if of is not None else frozenset()
            is_told = is_told or of is not None
        elif word.label in {"amod", "compound", "nmod"} and each < noun:
            if low in listed(LIST, "under") and not (lead.is_past and low in _WAS):
                return None
            if low not in listed(LIST, "whole"):
                house |= _low(tree, each)
                is_told = is_told or word.tag.startswith("NNP") or low in peoples()
                if word.tag[:3] != "NNP" and (word.tag[0] == "N" or _needs_field(words[noun].text)):
                    fields.add(low)
    if lead.field is not None:
        if all(lexicon.match(lead.field, each) == 0 for each in fields | house):
            return None
    elif any(
        lexicon.match(lead.head, each) == 0 and lexicon.stem(each) not in lead.words
        for each in fields
    ):
        return None  # "the medical director", where who leads all of it is asked for
    is_anywhere = is_general or words[noun].text.lower() in listed(LIST, "anywhere")
    if not is_told and not is_anywhere:
        return None  # "Mayor Lee" is of a town
    if not is_told and _is_of_a_country(tree, noun):
        return Led(who, frozenset(), "other")
    return Led(who, frozenset(house), "title" if is_told else "title alone", its)


def _employer(tree: Tree, noun: int) -> int | None:
    """Give the house that makes somebody so: "|Lund Rovers| hired Lee as coach"."""
    words = tree.words
    by = words[noun].head
    verb = words[by].head
    if words[noun].label != "pobj" or words[by].text.lower() != "as" or not is_verb(tree, verb):
        return None
    if words[verb].text.lower() not in verb_forms("successions", "names"):
        return None
    named = (n for n in tree.children[verb] if words[n].label == "nsubj")
    return next((n for n in named if words[n].tag.startswith("NNP")), None)


def _is_of_a_country(tree: Tree, noun: int) -> bool:
    """Is it "President Lee" or "the President", where no adjective says of what country?"""
    words = tree.words
    is_before = words[noun].label in {"compound", "nmod"}
    if words[noun].text not in _OF_STATES or (noun == 0 and not is_before):
        return False
    beside = (*tree.children[noun], *(tree.children[words[noun].head] if is_before else ()))
    return not any(words[n].label in {"amod", "nmod", "compound"} for n in beside if n < noun)


def _is_ahead(tree: Tree, verb: int) -> bool:
    """Is it told as what will be, on no condition: "the inquiry |would be led| by Lee"?"""
    under = auxiliaries(tree, verb)
    on_condition = any(tree.words[n].label == "advcl" for n in tree.children[verb])
    return not under.isdisjoint({"will", "would"}) and "have" not in under and not on_condition


def _holds_still(tree: Tree, verb: int) -> bool:
    """Is it told as what is so, and not as what was or will be: "heads", "has run", "led by"?"""
    return _NOT_NOW.isdisjoint(auxiliaries(tree, verb)) and tree.words[verb].tag != "VBD"


def _needs_field(noun: str) -> bool:
    return noun.lower() in listed(LIST, "parts")


def _low(tree: Tree, noun: int) -> frozenset[str]:
    return frozenset(tree.words[n].text.lower() for n in within(tree, noun))
