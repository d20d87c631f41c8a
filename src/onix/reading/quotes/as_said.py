"""What "as X said" tells: in come a sentence and a verb behind "as", out come whose words it is.

"As X reported, it rained" and "It rained, as X reported": all that is around is what X reported. It
is its own file because the verb has no object there, where every other verb of saying needs one.
"""

from __future__ import annotations

from onix.reading.grammar.function_words import COORDINATORS
from onix.reading.grammar.inverted import is_cut_open
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.verbs import Verb
from onix.reading.quotes.contents import OPENERS, rest_is_light
from onix.reading.quotes.told import only_told

_LONGEST_ASIDE = 5  # tokens: "Of course, |as Ruiz said, …"
# "She left, as the crowd |chanted| in the rain": there "as" is "while".
_LOUD = ("chant", "cheer", "cried", "cries", "cry", "sang", "scream", "shout", "sing", "yell")

Said = tuple[tuple[Region, ...], int]


def as_said(sentence: Sentence, verb: Verb) -> Said | None:
    """Give what is said where "as X said" stands first, and the last token of it.

    As in "As X reported(, on Monday), …": everything behind the comma is what X reported.
    """
    if verb.subject is None or "say" not in verb.classes or verb.left < 0:
        return None
    aside = sentence.word(verb.left - 1) == "," and verb.left < _LONGEST_ASIDE
    aside = aside and sentence.words[0] not in OPENERS
    opens = verb.left == 0 or (verb.left == 1 and sentence.words[0] in COORDINATORS) or aside
    if not opens or sentence.words[verb.left] != "as" or sentence.word(verb.index - 1) == "to":
        return None  # "As the crowd began to chant, the mayor left"
    comma = rest_is_light(sentence, verb.behind)
    region = sentence.region(comma + 1, len(sentence) - 1)
    if sentence.word(comma) != "," or region is None:
        return None
    return (region,), len(sentence) - 1


def closed_by_as(sentence: Sentence, verb: Verb) -> Said | None:
    """Give what is said where "as X said" stands last, and the last token it reaches.

    As in "It rained, as X wrote in May" and "The pier, as X reported, had fallen".
    """
    left, last = verb.left, len(sentence) - 1
    if verb.subject is None or sentence.word(left) != "as" or sentence.word(left - 1) != ",":
        return None
    told = "tell" in verb.classes and only_told(sentence, verb.behind)
    says = "say" in verb.classes and not sentence.words[verb.index].startswith(_LOUD)
    behind = rest_is_light(sentence, verb.behind)
    first = sentence.region(0, left - 1)
    if first is None or not (says or told):
        return None
    if told or behind > last:
        return (first,), last
    rest = sentence.region(behind, last) if is_cut_open(sentence, behind) else None
    return None if rest is None else ((first, rest), last)
