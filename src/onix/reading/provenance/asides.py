"""Asides that say who tells it: in comes narration, out come people without a name and documents.

"They walked away because, a person close to it said, it cost too much": such a clause between
commas says by itself whose account the sentence is. It is its own file because attribution sees
asides only where it also sees what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onix.reading.provenance.behind import is_named_behind
from onix.reading.provenance.narration import Found, Narration

_LOOK_BACK = 90  # characters
# Where to look for the verbs, without the first letter.
_STEMS = (
    *(
        "aid,",
        "ays,",
        "ay,",
        "elieve,",
        "elieved,",
        "stimate,",
        "stimated,",
        "eckon,",
        "uspect,",
        "gree,",
        "greed,",
        "oint out,",
        "ointed out,",
    ),
    *("otes", "oted", "ote,", "hows,", "how,"),
)
_VERB = re.compile(
    r"(?:said|says?|believed?|estimated?|reckon|suspect|agreed?|point(?:ed)?\s+out|notes?|noted|shows?)(?:\s+\w+ly)?\s*[,–—]"
)
# What opens an aside, and who speaks in it, up to the verb.
_ASIDE = re.compile(
    r"[,–—]\s+(?P<who>[^\W\d_A-Z][^,;:.–—\x01]{2,70}?)"
    r"(?:\s+(?:now|later|also|still|since|have|had|\w+ly))*\s+$"
)
_OPENS_CLAUSE = re.compile(
    r"(?:and|but|which|who|that|as|while|when|where|because|if|after|so|or)\s"
)


def find_asides(narration: Narration) -> Iterator[Found]:
    """Give the people without a name, and the documents, that tell something in an aside."""
    for position, sentence in narration.places(_STEMS):
        if not _VERB.match(narration.masked, position, sentence.end):
            continue
        first = max(sentence.start, position - _LOOK_BACK)
        aside = _ASIDE.search(narration.masked, first, position)
        if aside is None or _OPENS_CLAUSE.match(aside["who"]):
            continue
        region = aside.span("who")
        if narration.is_apposed(*region):
            continue
        named = narration.is_named(*region) or is_named_behind(narration.masked, *region)
        kind = narration.origins.kind(aside["who"], named=named, sure=True)
        if kind in ("unnamed", "document"):
            yield narration.found(kind, region)
