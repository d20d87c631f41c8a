"""Function words and cue words: word lists in, the sets that reading asks for out.

It is its own file because whatever walks over a sentence asks what a word is, and nothing else here
knows of sentences.
"""

from __future__ import annotations

from functools import cache

from onix.reading.words import sections, verb_forms


def _set(section: str) -> frozenset[str]:
    return frozenset(sections("grammar")[section])


AUXILIARIES, BE, HELPERS = _set("auxiliaries"), _set("be"), _set("helpers")
ADVERBS, PRONOUNS, SUBJECTS = _set("adverbs"), _set("pronouns"), _set("subjects")
DETERMINERS, STOPS, PREPOSITIONS = _set("determiners"), _set("stops"), _set("prepositions")
TIMES, HOSTS, PAST = _set("times"), _set("infinitive_hosts"), _set("past")
BREAKS = frozenset(",;:()—–[]") | {"--"}
COORDINATORS = frozenset({"and", "but", "or", "then", "yet"})
CONJUNCTIONS = frozenset(
    {"when", "as", "while", "if", "after", "before", "because", "though", "although"}
)
RELATIVES = frozenset({"who", "which", "that"})
PERSONAL = frozenset({"he", "she", "they", "i", "we", "you", "it", "who"})
# A noun phrase begins with these: what stands before them is another one or a verb.
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "your"})
_CLASSES = ("say", "quote", "tell", "think", "judge", "name", "intend", "show")


@cache
def cue_classes() -> dict[str, frozenset[str]]:
    """Give the classes ("say", "tell", …) of every cue word, in all its forms."""
    found: dict[str, set[str]] = {"according": {"according"}, "words": {"according"}}
    for name in _CLASSES:
        for form in verb_forms("cues", name):
            found.setdefault(form, set()).add(name)
    for word in sections("cues")["noun"] + sections("cues")["put_noun"]:
        found.setdefault(word, set()).add("noun")
    return {word: frozenset(names) for word, names in found.items()}


@cache
def base_forms() -> frozenset[str]:
    """Give the cue verbs as they stand after "will" and "to"."""
    return frozenset(entry.split()[0] for name in _CLASSES for entry in sections("cues")[name])
