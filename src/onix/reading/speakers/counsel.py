"""What a court report makes of people: a name's place in, what its bearer is called out.

"Opening the case, Ann Lee KC said" makes her the prosecutor, and "Odd Lund denies two counts" him
the defendant, though nobody calls them so. It is its own file because elsewhere people are said to
be what they are called.
"""

from __future__ import annotations

import re

_BEFORE = 90  # characters
# Who opens a case is the prosecutor in it.
_OPENS = re.compile(
    r"[Oo]pening (?:the case|the prosecution|its case|the trial)\b[^.;\n\x01]{0,60},\s\Z"
)
_FOR = re.compile(
    r"(?:\s[KQS]C)?,\s(?:(?P<prosecutes>prosecuting|for the (?:Crown|prosecution|state))"
    r"|defending|mitigating|for the defen[cs]e)\b"
)
# "Ann Lee, 56, of Riga, |denies 14 counts|", "Ann Lee |was jailed|"
_ACCUSED = re.compile(
    r"(?:,\s[^.;\n\x01“”\"]{1,60},)?\s(?:"
    r"(?:(?:has|had)\s)?(?:den(?:ies|ied)|admit(?:s|ted)|plead(?:s|ed)|pled)\s(?:\S+\s){0,2}"
    r"(?:charges?|counts?|guilty|murder|manslaughter)\b"
    r"|(?:is|was|has\sbeen|had\sbeen)\s(?:\w+ly\s)?"
    r"(?:(?:accused|charged|convicted|cleared|acquitted|found\sguilty)\b|(?:jailed|sentenced)\s(?:for|to)\b)"
    r")"
)
_SILK = re.compile(r"\s[KQS]C\b")


def callings_in_court(text: str, start: int, end: int) -> set[str]:
    """Give what somebody is by how a court report names them: "prosecutor", "defendant"."""
    side = _FOR.match(text, end)
    opens = _OPENS.search(text, max(0, start - _BEFORE), start) is not None
    found: set[str] = set()
    if opens or (side is not None and side["prosecutes"]):
        found |= {"prosecutor", "lawyer"}
    if opens or side is not None or _SILK.match(text, end):
        found |= {"barrister", "lawyer"}
    if _ACCUSED.match(text, end):
        found.add("defendant")
    return found
