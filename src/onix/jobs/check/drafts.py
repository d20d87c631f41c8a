"""The quotations of a draft: its marks in, claims out, and what becomes of a few words alone.

A short string in quotation marks that nobody is named for is a title, a nickname or a scare quote
as often as speech; where no verb says that it was said, either, it is counted and not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onix.model import Claim, Marks, Verdict
from onix.reading.grammar.within import with_outer
from onix.reading.words import words_of
from onix.verify.few import find_few
from onix.verify.tapes import Tapes

_SPEECH_WORDS = 5  # fewer words without a speaker are not taken for speech
_SAID_WORDS = 3  # nor are fewer than these where "said" or the like stands by them
_TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Lady|Lord"  # no "Sir", which first names have
_WORD = re.compile(r"\w+")


def quotations(marks: Marks) -> tuple[list[Claim], int]:
    """Give each string in quotation marks as a claim, and how many were left out."""
    document = marks.document
    claims: list[Claim] = []
    left_out = 0
    seen: set[tuple[int, int]] = set()
    for quote, outer in with_outer(marks.quotes):
        if outer is not None and outer.marked:
            continue  # it is looked for with the words in which it stands
        for span in quote.marked:
            if (span.start, span.end) in seen or not _WORD.search(span.text):
                continue
            seen.add((span.start, span.end))
            least = _SAID_WORDS if quote.cue else _SPEECH_WORDS
            if quote.speaker is None and len(_WORD.findall(span.text)) < least:
                left_out += 1
                continue
            said = document.published
            speaker = quote.speaker and _with_title(document.text, quote.speaker)
            claims.append(Claim("quote", span.text, speaker, span.start, said))
    return sorted(claims, key=lambda claim: claim.start), left_out


def _with_title(text: str, name: str) -> str:
    """Give a family name alone as the draft has it somewhere: "Mrs Haas", who is no first name."""
    if " " in name or name in words_of("people", "female") | words_of("people", "male"):
        return name
    found = re.search(rf"\b(?:{_TITLES})\.?\s{re.escape(name)}\b", text)
    return name if found is None else found.group()


def place_few(tapes: Tapes, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Look for words too few to tell where the same speaker's words around them were found."""
    found = list(verdicts)
    for number, verdict in enumerate(verdicts):
        if verdict.label != "too_short":
            continue
        neighbours = [
            each
            for at in (number - 1, number + 1)
            if 0 <= at < len(verdicts)
            and (each := verdicts[at]).evidence
            and each.label not in ("not_found", "misattributed")
            and each.claim.speaker == verdict.claim.speaker
        ]
        for each in neighbours:
            there = find_few(tapes, verdict.claim.text, each.evidence[0])
            if there is not None:
                why = "word for word, beside other words of the same speaker"
                found[number] = replace(verdict, label="verbatim", why=why, evidence=(there,))
                break
    return found
