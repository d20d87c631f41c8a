"""Who judges what a clause is tied to: in comes narration, out come people and documents.

"a step that officials called unavoidable", "a rise which experts attribute to the strike": the verb
has its object before it, so attribution sees nothing that is said. It is its own file because the
relative word and the end of the verb tell it, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onix.reading.names.origins import NO_NAME
from onix.reading.provenance.narration import Found, Narration

_LOOK_AHEAD = 110  # characters
_HELPS = r"(?:(?:had|have|has|now|then|later|long|once|also|\w+ly)\s+){0,3}"
_JUDGES = (
    r"(?:call(?:s|ed)?|consider(?:s|ed)?|(?:describe|regard|dismiss|denounce|identif|hail|condemn|criticis|"
    r"criticiz)(?:e?s|y|ies|e?d|ied)?|valued?s?|credit(?:s|ed)?|attributes?d?|blame[sd]?|link(?:s|ed)?"
    r"|estimate[sd]?|puts?|reckon(?:s|ed)?|thought|believed?|says?|said"
    r"|(?:declined|refused)\s+to\s+(?:name|identify|explain|discuss|disclose))"
)
# What closes such a clause: "called |unavoidable|", "valued |at|", "thought |had been|"
_ENDS = (
    r"(?:\s+(?:as|to|at|on|for|is|are|was|were|has|have|had|will|would|should|could|may|might)\b"
    r"|\s+(?!(?:it|he|she|they|that|this|the|an?|his|her|its|their)\b)[a-z-]+(?:\s+[a-z-]+)?\s*(?:[,.;\x01)]|$)"
    r"|\s+\x01|\s*[,.;])"
)
_WHO = rf"(?P<who>(?:{NO_NAME}(?!{_JUDGES}\s)[\w’'-]+\s+){{0,3}}?(?!{_JUDGES}\s)[\w’'-]+)"
_TIED = re.compile(
    rf"(?:(?P<open>which|what|whom)|that)\s+{_WHO}\s+{_HELPS}{_JUDGES}(?P<ends>{_ENDS})?(?!\w)"
)


def find_judged(narration: Narration) -> Iterator[Found]:
    """Give by whom something is called, valued or credited: people without a name, documents."""
    for position, sentence in narration.places(("hich ", "hat ", "hom ")):
        tied = _TIED.match(narration.masked, position, min(sentence.end, position + _LOOK_AHEAD))
        if tied is None or not (tied["ends"] or tied["open"]):
            continue
        kind = narration.origins.kind(tied["who"], named=False, sure=True)
        if kind in ("unnamed", "document"):
            yield narration.found(kind, tied.span("who"))
