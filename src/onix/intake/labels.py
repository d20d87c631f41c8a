"""Speaker labels at the start of a line: "WITKOFF: …", "Q: …", ">> JANE ROE:", "CHAIR (ANA RUIZ):".

In: lines. Out: where a label stands and whose it is. Conservative: an article with "Update:" and
"Photo:" in it is no transcript, nor is a list of towns with their figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from onix.intake.build import Spoken

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_PARTICLE = r"(?:al|bin|da|de|del|della|den|der|di|dos|du|el|ibn|la|le|ten|van|von|y)"
_NAME = rf"{_CAPITAL}(?:[ \t]+(?:{_PARTICLE}[ \t]+)*(?:{_CAPITAL}|\d{{1,2}})){{0,4}}"
_FULL_NAME = re.compile(rf"{_CAPITAL}[ \t]+(?:{_PARTICLE}[ \t]+)*{_NAME}")
# What stands in brackets beside a role and is no name: how or from where somebody speaks.
_STAGE = re.compile(
    r"(?:by|continu\w+|crosstalk|foreign|from|in|inaudible|live|off|on|over|phone|remote\w*|"
    r"speaking|telephone|through|translat\w+|via|video|voice)[ \t]",
    re.IGNORECASE,
)
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_LABEL = re.compile(
    rf"^[ \t]*(?P<mark>>>+[ \t]*)?(?:\[?\(?(?P<before>{_CLOCK})\)?\]?[ \t]+)?(?:\*\*|__)?"
    rf"(?P<name>{_NAME})"
    r"(?P<role>,[ \t]*[^:\n]{2,60}?)?"
    rf"[ \t]*(?:\((?P<aside>[^)\n]{{1,60}})\)|\[(?P<bracket>{_CLOCK})\])?"
    r"(?:\*\*|__)?:(?:\*\*|__)?(?:[ \t]+|$)",
    re.MULTILINE,
)
# Otter, Zoom and Teams put the name and the time on a line of their own, without a colon.
_STAMPED = re.compile(
    rf"^[ \t]*(?P<name>{_NAME})[ \t]{{1,4}}[\[(]?(?P<clock>{_CLOCK})[\])]?[ \t]*$", re.MULTILINE
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
_LONG = 12
_SENTENCE_END = re.compile(r"[.?!…—][\"'”’)\]]*(?:\s|$)")
# "END 1:27 P.M. EST", "(END VIDEOTAPE)", "###": the house speaks, not the last speaker.
_CLOSE = re.compile(r"\n\s*(?:[(\[]?END\b[^\n]{0,60}|###+|- ?30 ?-)\s*$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text: the characters it takes, the name as written, seconds if it has them.

    Attributes:
        role: As which the one who is named speaks, where the label says that, too.
    """

    start: int
    end: int
    written: str
    begins: float | None = None
    marked: bool = False
    role: str | None = None


def labels_in(text: str) -> list[Label]:
    """Give everything at line starts that has the shape of a speaker label, in order."""
    found = [
        Label(
            match.start(),
            match.end(),
            named or match["name"],
            _seconds(match["before"] or match["bracket"] or match["aside"]),
            match["mark"] is not None,
            match["name"] if named else None,
        )
        for match in _LABEL.finditer(text)
        for named in [_named_in(match["name"], match["aside"])]
        if _may_speak(match["name"], match["role"])
    ]
    found += [
        Label(match.start(), match.end(), match["name"], _seconds(match["clock"]))
        for match in _STAMPED.finditer(text)
        if _may_speak(match["name"], None)
    ]
    if not found:
        asked = [
            Label(match.start(), match.end(), match["name"]) for match in _DEPOSITION.finditer(text)
        ]
        found = asked if {each.written for each in asked} == {"Q", "A"} else []
    return _by_role(sorted(found, key=lambda label: label.start))


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
    if _plain(name) in _phrases("not_speakers") or (
        _NUMBERED.fullmatch(name) and not _ROLES.match(name)
    ):
        return False
    return role is None or name.isupper()


def is_role(name: str) -> bool:
    """Is a label one by which subtitles name whoever speaks: "The Moderator", "Speaker 2"?"""
    roles = _phrases("speaking_roles")
    role = _role(re.sub(r"[ \t]+\d{1,2}$", "", name))
    return role in roles or f"the {role}" in roles


def _role(name: str) -> str:
    return _plain(name).removeprefix("the ")


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


@cache
def _phrases(name: str) -> frozenset[str]:
    words = files("onix.intake").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in words.split("\n") if line and not line.startswith("#"))


def _seconds(clock: str | None) -> float | None:
    if clock is None or not re.fullmatch(_CLOCK, clock):
        return None
    seconds = 0.0
    for part in clock.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def are_speakers(labels: Sequence[Label], text: str) -> bool:
    """Do these labels make a transcript of the text?

    Two speakers at least, who speak in sentences and, more often than not, speak again; every
    second line labelled, or every fifth and two of them speak again.
    """
    names = full_names([label.written for label in labels], text)
    counts = Counter(names[label.written].casefold() for label in labels)
    if len(labels) < 3 or not 2 <= len(counts) <= 0.75 * len(labels):
        return False
    stops = [*(label.start for label in labels[1:]), len(text)]
    said = [text[label.end : stop] for label, stop in zip(labels, stops, strict=True)]
    if 2 * sum(map(_is_speech, said)) < len(said):
        return False
    again = sum(1 for count in counts.values() if count > 1)
    share = len(labels) / sum(1 for line in text.split("\n") if line.strip())
    clear = all(label.written.isupper() or " " in label.written or label.marked for label in labels)
    return (share >= 0.5 and clear) or (share >= 0.2 and again >= 2)


def _is_speech(words: str) -> bool:
    """Is it a sentence, or long enough for one that a machine wrote down without stops?"""
    return _SENTENCE_END.search(words) is not None or len(words.split()) >= _LONG


def sure_speakers(labels: Sequence[Label], text: str) -> set[str]:
    """Give the labels, as written, that stand for speakers although the text may be no dialogue.

    For subtitles, where all is speech: a role that heads a line of speech ("Moderator: …"), what
    has the mark of another speaker (">> PAT DOYLE:"), and capitals, where not everything is in
    capitals. Beside one of these also a full name, and what comes again.
    """
    counts = Counter(label.written for label in labels)
    shouted = text.upper() == text
    clear = {
        label.written
        for label in labels
        if label.marked
        or (is_role(label.written) and not _is_credit(text, label))
        or (label.written.isupper() and len(label.written) > 1 and not shouted)
    }
    if not clear:
        return clear
    others = {name for name, count in counts.items() if count > 1 or (" " in name and not shouted)}
    return clear | others


def _is_credit(text: str, label: Label) -> bool:
    """Does the label head a name and nothing else: "Narrator: Jane Roe"?"""
    line = text[label.end :].partition("\n")[0].strip()
    return re.fullmatch(_NAME, line) is not None and _SENTENCE_END.search(line) is None


def spoken_in(text: str, *, sure: bool = False) -> list[Spoken] | None:
    """Give the turns of a labelled transcript, or None when the text is none.

    The labels stay in the text; a turn covers the words after its label, over as many lines as it
    has. What stands above the first label belongs to nobody.

    Args:
        sure: Somebody says that it is a transcript; any label is believed.
    """
    labels = labels_in(text)
    if not labels or not (sure or are_speakers(labels, text)):
        return None
    names = full_names([label.written for label in labels], text)
    turns: list[Spoken] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start if following else len(text)
        words = _CLOSE.sub("", text[label.end : stop])
        start = label.end + len(words) - len(words.lstrip())
        end = label.end + len(words.rstrip())
        if start < end:
            ends = following.begins if following else None
            turns.append(Spoken(names[label.written], start, end, label.begins, ends))
    return turns or None


def full_names(written: Iterable[str], text: str) -> dict[str, str]:
    """Give the name each label stands for.

    Capitals become a name's spelling, as the text writes it elsewhere ("MCCONNELL": McConnell);
    a last name alone, or with a title, is the one person of the transcript who has it, and that
    title: broadcasters write "JANE ROE, HOST:" once and "ROE:" after it.
    """
    labels = list(dict.fromkeys(written))
    words = re.findall(rf"\b{_CAPITAL}", text)
    spelled = {word.upper(): word for word in words if not word.isupper()}
    names = {label: _spell(label, spelled) for label in labels}
    longer: dict[str, set[str]] = {}
    for name in names.values():
        if " " in name and not _ROLES.match(name):
            *before, last = name.casefold().split(" ")
            longer.setdefault(last, set()).add(name)
            if len(before) > 1 and before[0].endswith("."):  # "Rev. Smith", of "Rev. John Smith"
                longer.setdefault(f"{before[0]} {last}", set()).add(name)
    for label, name in names.items():
        people = longer.get(name.casefold(), set())
        if len(people) == 1:
            names[label] = next(iter(people))
    return names


def _spell(label: str, spelled: dict[str, str]) -> str:
    name = " ".join(label.split())
    if len(name) == 1 or not name.isupper():
        return name
    return " ".join(spelled.get(word) or _titled(word) for word in name.split())


def _titled(word: str) -> str:
    """Write a capital word as a name ("O'BRIEN": O'Brien); initials and numerals stay."""
    if "." in word.rstrip(".") or re.fullmatch(r"[IVX]+", word) or len(word) == 1:
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word).replace("’S", "’s")
