"""Whom a talk introduces: "Host", "Guest" and "A" in, the names that they stand for out.

In: what stands above the first label, and how whoever asks opens. It is its own file as it reads
sentences and not labels. Nobody is named where two people may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from onix.intake.phrases import phrases
from onix.intake.stamps import CAPITAL, PARTICLE

_ASKING = frozenset({"host", "presenter", "interviewer", "moderator", "anchor"})
_ASKED = frozenset({"guest", "interviewee"})
_QUESTION, _ANSWER = frozenset({"q", "question"}), frozenset({"a", "answer"})
_OPENING = 600  # characters in which whoever asks says who is there
_NO_NAMES = frozenset(
    {"and", "but", "here", "in", "now", "on", "our", "the", "this", "today", "with"}
)

_WORD = CAPITAL.replace(".", "")
_INITIAL = r"[A-ZÀ-ÖØ-Þ]\."
_TITLE = r"(?:(?:Cllr|Dame|Dr|Lady|Lord|Miss|Mrs?|Ms|Prof(?:essor)?|Rev|Sir)\.?[ ])?"
_PERSON = rf"{_TITLE}(?P<name>{_WORD}(?:[ ](?:{_INITIAL}|(?:{PARTICLE}[ ]){{0,2}}{_WORD})){{1,3}})"
# "former signalman Sam Okonjo", "the novelist Ann Lee"
_AS_WHAT = r"(?:(?:[a-z][\w'’-]*|MP)[ ]){0,6}"
_IN_TALK = r"(?:talk|speak|chat)(?:s|ing)|conversation|interview|s[ai]ts?[ ]down"
_ASKS = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:[Hh]ost|HOST|[Pp]resenter|[Ii]nterviewer|[Mm]oderator|[Aa]nchor):?[ ]{_PERSON}",
        rf"\b(?:[Hh]osted|[Pp]resented|[Mm]oderated|[Ii]nterview(?:ed)?)[ ]by:?[ ]{_PERSON}",
        rf"{_PERSON}(?:,[^,.\n]{{2,60}},)?[ ](?:(?:talk|speak|chat)s[ ](?:to|with)|interviews|"
        r"is[ ]joined[ ]by|sits[ ]down[ ]with)\b",
        rf"\b(?:He|She|They)[ ](?:talked|spoke)[ ](?:to|with)[ ]{_PERSON}",
    )
)
_OF_ONESELF = re.compile(rf"\b(?:I['’]m|I[ ]am|[Mm]y[ ]name[ ]is)[ ]{_PERSON}")
_IS_ASKED = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:{_IN_TALK})[ ](?:to|with)[ ]{_AS_WHAT}{_PERSON}",
        rf"\b(?:interviews|joined[ ]by|[Gg]uest:|[Ii]nterviewee:|[Ww]elcome,?)[ ]"
        rf"{_AS_WHAT}{_PERSON}",
        rf"\b(?:[Gg]uest|[Jj]oining[ ](?:me|us)|[Ww]ith[ ](?:me|us))(?:[ ][a-z]+){{0,4}}[ ]is[ ]"
        rf"{_AS_WHAT}{_PERSON}",
        rf"{_PERSON},[ ]\d\d,",
        rf":[ ]{_PERSON}[ ]on[ ](?:her|his|their|the|why|how|what)\b",
    )
)
_AND_ANOTHER = re.compile(rf",?[ ](?:and|&)[ ](?:[a-z]+[ ]){{0,2}}{_PERSON}")
# Of one who "spoke to Ann Lee" either may be the guest, so this counts where nothing else tells.
_WERE_SPOKEN_TO = (
    re.compile(rf"\b(?:spoke|spoken|talked|chatted)[ ](?:to|with)[ ]{_AS_WHAT}{_PERSON}"),
)


def introduced(labels: Collection[str], above: str, opening: str) -> dict[str, str]:
    """Give for labels that name a part in a talk the one person who is introduced in it.

    Args:
        labels: As they are written: "HOST", "Guest", "A".
        above: What stands above the first of them.
        opening: The first words said, if whoever asks says them; else nothing.
    """
    parts = {label: label.casefold() for label in labels}
    asking = [label for label, part in parts.items() if part in _ASKING]
    answers = _ASKED | (_ANSWER if not _QUESTION.isdisjoint(parts.values()) else frozenset())
    asked = [label for label, part in parts.items() if part in answers]
    if not asking and not asked:
        return {}
    opening = opening[:_OPENING]
    hosts = {*_named(_ASKS, above), *_named((_OF_ONESELF,), opening)}
    introduction = f"{above}\n{opening}"
    guests = {*_named(_IS_ASKED, introduction)} or {*_named(_WERE_SPOKEN_TO, introduction)}
    found: dict[str, str] = {}
    for those, people in ((asking, hosts), (asked, guests - hosts)):
        if len(those) == 1 and len(people) == 1:
            found[those[0]] = next(iter(people))
    return found


def opens(label: str) -> bool:
    """Does whoever is called so ask the questions, and say who is there?"""
    return label.casefold() in _ASKING


def _named(shapes: Collection[re.Pattern[str]], text: str) -> Iterator[str]:
    matches = [match for shape in shapes for match in shape.finditer(text)]
    matches += [more for each in matches if (more := _AND_ANOTHER.match(text, each.end("name")))]
    for match in matches:
        words = match["name"].split()
        while words and words[0].casefold() in _NO_NAMES | _ASKING | _ASKED:
            del words[0]
        ends = {word.casefold() for word in words[:1] + words[-1:]}
        if len(words) > 1 and phrases("outlet_words").isdisjoint(ends):
            yield " ".join(words)
