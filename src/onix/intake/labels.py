"""Speaker labels at the start of a line: "WITKOFF: …", "Q: …", ">> JANE ROE:", "CHAIR (ANA RUIZ):".

In: lines. Out: where a label stands and whose it is. Whether a text with labels is a transcript is
the business of `dialogue.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onix.intake import stamps
from onix.intake.introductions import introduced, opens
from onix.intake.phrases import phrases
from onix.intake.stamps import CAPITAL, CLOCK, NAME, PARTICLE
from onix.intake.text import head_lines

_FULL_NAME = re.compile(rf"{CAPITAL}[ \t]+(?:{PARTICLE}[ \t]+)*{NAME}")
# What stands in brackets beside a role and is no name: how or from where somebody speaks.
_STAGE = re.compile(
    r"(?:by|continu\w+|crosstalk|foreign|from|in|inaudible|live|off|on|over|phone|remote\w*|"
    r"speaking|telephone|through|translat\w+|via|video|voice)[ \t]",
    re.IGNORECASE,
)
# A chat has the day before the time: "[17/03/2026, 10:02:11] Ann Lee: …", "17.03.26, 10:02 - …".
# That of a meeting says to whom: "10:02:11 From Ann Lee to Everyone:".
_DAY = r"(?P<day>\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?[ \t]+)?"
# Parliaments count the questions: "Q41 Ann Lee: …", "Q41 **Chair:** …".
_COUNT = r"(?:Q[ \t]?\d{1,4}[.:]?[ \t]+)?"
_LABEL = re.compile(
    rf"^[ \t]*(?:[-•*][ \t]+)?(?P<mark>>>+[ \t]*)?"
    rf"(?:\[?\(?{_DAY}(?P<before>{CLOCK})(?:[ \t]?[AP]M)?\)?\]?[ \t]+(?:[-–—][ \t]+)?"
    rf"(?P<from>From[ \t]+)?)?{_COUNT}(?:\*\*|__)?{_COUNT}"
    rf"(?P<name>{NAME})"
    r"(?P<role>,[ \t]*[^:\n]{2,60}?)?(?(from)(?:[ \t]+to[ \t]+[^:\n]{2,60}?)?)"
    rf"[ \t]*(?:\((?P<aside>[^)\n]{{1,60}})\)|\[(?P<bracket>{CLOCK})\])?"
    rf"(?:\*\*|__)?:(?:\*\*|__)?(?:[ \t]+|$)(?:[\[(](?P<after>{CLOCK})[\])][ \t]*)?",
    re.MULTILINE,
)
# Without a colon: "[Ann Lee] …", "Mr. LEE. …" and "The Chairman. …" of Congress, "Q   …".
_OTHERS = tuple(
    re.compile(shape, re.MULTILINE)
    for shape in (
        rf"^[ \t]*[\[<](?P<name>{NAME})[\]>][ \t]+(?=\S)",
        r"^[ \t]*(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Senator|Chair(?:man|woman)?)\.?[ \t]+"
        rf"{CAPITAL}?\w)\.[ \t]+(?=[A-Z“\"(\[])",
        r"^[ \t]*(?P<name>The[ \t]+(?:CHAIR|Chair)(?:MAN|WOMAN|man|woman)?)\.[ \t]+(?=[A-Z“\"(\[])",
        r"^[ \t]*(?P<name>[QA])[ \t]{2,}(?=[A-Z“\"(])",
    )
)
_ASIDE = re.compile(r"([^()\n]{2,60}?)[ \t]*\(([^()\n]{1,60})\)")
_PRESENT = re.compile(
    rf"(?P<name>(?:(?:{CAPITAL}|{PARTICLE})[ \t]+)+{CAPITAL})[ \t]*"
    r"\((?:in the )?(?P<role>[^()\n]{2,40})\)"
)
_DEPOSITION = re.compile(r"^[ \t]*(?P<name>[QA])\.[ \t]+", re.MULTILINE)

_NUMBERED = re.compile(
    r"(?:act|article|chapter|clause|day|exhibit|figure|item|lesson|level|option|page|part|phase|"
    r"point|rule|scenario|scene|section|stage|step|table|tier|week|year)\b.*",
    re.IGNORECASE,
)
_ROLES = re.compile(
    r"speaker|moderator|operator|unidentified|unknown|reporter|question|answer", re.I
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text: the characters it takes, the name as written, seconds if it has them.

    Attributes:
        role: As which the one who is named speaks, where the label says that, too.
        stamped: A line of a name and a time, in a text where such lines say who speaks.
    """

    start: int
    end: int
    written: str
    begins: float | None = None
    marked: bool = False
    role: str | None = None
    stamped: bool = False


def labels_in(text: str) -> list[Label]:
    """Give everything at line starts that has the shape of a speaker label, in order.

    Where lines of a name and a time make a transcript, they alone are labels.
    """
    stamped = [each for each in stamps.stamps_in(text) if _may_speak(each.name, None)]
    if stamps.are_speakers(stamped, text):
        return [
            Label(each.start, each.end, stamps.plain_name(each.name), each.begins, stamped=True)
            for each in stamped
        ]
    found = [
        Label(
            match.start(),
            match.end(),
            named or match["name"],
            _seconds(
                match["before"] or match["bracket"] or match["after"] or match["aside"],
                of_day=match["day"] is not None,
            ),
            match["mark"] is not None,
            match["name"] if named else None,
        )
        for match in _LABEL.finditer(text)
        for named in [_named_in(match["name"], match["aside"])]
        if _may_speak(match["name"], match["role"])
    ]
    found += [
        Label(match.start(), match.end(), match["name"])
        for shape in _OTHERS
        for match in shape.finditer(text)
        if _may_speak(match["name"], None)
    ]
    found += [
        Label(each.start, each.end, stamps.plain_name(each.name), each.begins) for each in stamped
    ]
    if not found:
        asked = [
            Label(match.start(), match.end(), match["name"]) for match in _DEPOSITION.finditer(text)
        ]
        found = asked if {each.written for each in asked} == {"Q", "A"} else []
    return _by_role(_under_headline(sorted(found, key=lambda label: label.start), text))


def _under_headline(labels: list[Label], text: str) -> list[Label]:
    """Leave out the first where its line is the headline: "THE BRIDGE: WHAT WAS SAID"."""
    if not labels or text[: labels[0].start].strip():
        return labels
    first, *rest = labels
    line, _, below = text[first.start :].partition("\n")
    following = below.strip().partition("\n")[0].strip()
    is_alone = all(each.written != first.written for each in rest) and first.begins is None
    is_shouted = line.isupper() and line[-1:].isalpha() and not text.isupper()
    is_headed = is_shouted or head_lines([line, following]) > 1
    return rest if rest and is_alone and is_headed and not first.marked else labels


def speaking(label: str) -> str:
    """Give who speaks by a label that a file sets apart: "Chair (Ana Ruiz)", "Ann Lee (Guest)"."""
    found = _ASIDE.fullmatch(label.strip())
    return (found and _named_in(found[1], found[2])) or stamps.plain_name(label)


def _named_in(role: str, aside: str | None) -> str | None:
    """Give the name that a label has beside a role: "The Chair (Ana Ruiz)"."""
    if aside is None or not is_role(role) or is_role(aside) or _STAGE.match(aside):
        return None
    return aside if _FULL_NAME.fullmatch(aside) else None


def _by_role(labels: list[Label]) -> list[Label]:
    """Give a role alone ("CHAIR:") to the one person whom other labels name in it."""
    holders: dict[str, set[str]] = {}
    for label in labels:
        if label.role is not None:
            holders.setdefault(_role(label.role), set()).add(label.written)
    found = []
    for label in labels:
        names = holders.get(_role(label.written), set())
        found.append(replace(label, written=next(iter(names))) if len(names) == 1 else label)
    return found


def _may_speak(name: str, role: str | None) -> bool:
    if _plain(re.sub(r"[ \t\d]+$", "", name)) in phrases("not_speakers") or (
        _NUMBERED.fullmatch(name) and not _ROLES.match(name)
    ):
        return False
    return role is None or name.isupper()


def is_role(name: str) -> bool:
    """Is a label one by which subtitles name whoever speaks: "The Moderator", "Speaker 2"?"""
    roles = phrases("speaking_roles")
    role = _role(re.sub(r"[ \t]+\d{1,2}$", "", name))
    return role in roles or f"the {role}" in roles


def _role(name: str) -> str:
    return _plain(name).removeprefix("the ")


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def _seconds(clock: str | None, *, of_day: bool = False) -> float | None:
    """Give the seconds of a clock; that of a day ("9:13") has hours and minutes."""
    if clock is None or not re.fullmatch(CLOCK, clock):
        return None
    return stamps.seconds(f"{clock}:00" if of_day and clock.count(":") == 1 else clock)


def full_names(written: Iterable[str], text: str) -> dict[str, str]:
    """Give the name each label stands for.

    Capitals become a name's spelling, as the text writes it elsewhere ("MCCONNELL": McConnell);
    a last name alone, or with a title, is the one person of the transcript who has it, and that
    title: broadcasters write "JANE ROE, HOST:" once and "ROE:" after it. Initials and
    a last name are also whom the lines above the first label name ("Interview with Claire
    Whitlock", then "CW:" or "Whitlock:"); "HOST" and "GUEST" are whom the talk introduces so.
    """
    labels = list(dict.fromkeys(written))
    above = text[
        : min((at for at in (text.find(f"{each}:") for each in labels) if at >= 0), default=0)
    ]
    words = re.findall(rf"\b{CAPITAL}", text)
    spelled = {word.upper(): word for word in words if not word.isupper()}
    names = {label: _spell(label, spelled) for label in labels}
    names = {label: _named_above(label, name, above) or name for label, name in names.items()}
    names |= _listed(labels, above)
    names |= introduced(labels, above, _opening(labels, text[len(above) :]))
    longer: dict[str, set[str]] = {}
    for name in names.values():
        if " " in name and not _ROLES.match(name):
            *before, last = name.casefold().split(" ")
            longer.setdefault(last, set()).add(name)
            if len(before) > 1:  # "Rev. Smith", of "Rev. John Smith"
                longer.setdefault(f"{before[0]} {last}", set()).add(name)
    for label, name in names.items():
        people = longer.get(name.casefold(), set())
        if len(people) == 1:
            names[label] = next(iter(people))
    return names


def _listed(labels: Iterable[str], above: str) -> dict[str, str]:
    """Give for roles the one person whom a list of those present names in each: "Ana Ruiz (Chair)".

    Args:
        above: What stands above the first label.
    """
    named: dict[str, set[str]] = {}
    for match in _PRESENT.finditer(above):
        if is_role(match["role"]):
            named.setdefault(_role(match["role"]), set()).add(" ".join(match["name"].split()))
    people = {label: named.get(_role(label), set()) for label in labels}
    return {label: next(iter(found)) for label, found in people.items() if len(found) == 1}


def _opening(labels: Sequence[str], text: str) -> str:
    """Give what whoever asks says first, if nobody else does."""
    if not labels or not opens(labels[0]):
        return ""
    others = (at for each in labels[1:] if (at := text.find(f"\n{each}:")) > 0)
    return " ".join(text[: min(others, default=len(text))].split())


def _named_above(label: str, name: str, above: str) -> str | None:
    """Give the one full name in some lines that has these initials, or this family name.

    Args:
        label: As it is written: "CW", "BRANDT".
        name: As it is spelled: "Brandt".
    """
    if re.fullmatch(r"[A-Z]{2,3}", label):
        found = {
            each
            for each in _names_in(above, len(label), opening=True)
            if "".join(re.findall(r"\b\w", each)) == label
        }
    elif " " in name or is_role(name):
        return None
    else:
        found = {each for each in _names_in(above, 2, opening=False) if each.split()[1] == name}
    return found.pop() if len(found) == 1 else None


def _names_in(text: str, words: int, *, opening: bool) -> Iterator[str]:
    """Give what may be names of so many words: capitals in a row.

    A title, a day or a post before a family name is no first name.

    Args:
        opening: Also where a sentence opens, whose first word has a capital in any case.
    """
    for match in re.finditer(rf"{CAPITAL}(?:[ \t]+{CAPITAL})+", text):
        row = match[0].split()
        before = text[: match.start()].rstrip(' \t“"')
        opens = opening or (before and before[-1] not in "\n.?!")
        for first in range(0 if opens else 1, len(row) - words + 1):
            head = row[first].removesuffix(".").lower()
            if not is_role(head) and head not in phrases("titles") | phrases("not_speakers"):
                yield " ".join(row[first : first + words])


def _spell(label: str, spelled: dict[str, str]) -> str:
    name = " ".join(label.split())
    if re.match(r"(?:The|Mrs?|Ms|Dr)\b", name):  # "Mr. VALE", "The CHAIR"
        return " ".join(_titled(word) if word.isupper() else word for word in name.split())
    if len(name) < 3 or not name.isupper():  # "Q", "TR"
        return name
    return " ".join(spelled.get(word) or _titled(word) for word in name.split())


def _titled(word: str) -> str:
    """Write a capital word as a name ("O'BRIEN": O'Brien); initials and numerals stay."""
    if "." in word.rstrip(".") or re.fullmatch(r"[IVX]+", word) or len(word) == 1:
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word).replace("’S", "’s")
