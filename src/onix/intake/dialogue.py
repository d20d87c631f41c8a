"""Which labels are speakers: does a text tell of people, or do they talk in it?

In: labels and the text they stand in. Out: whether they make a transcript of it, and its turns.
Conservative: an article with "Update:" and "Photo:" in it is no transcript, nor is a list of towns
with their figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onix.intake import stamps
from onix.intake.build import Spoken
from onix.intake.labels import Label, full_names, is_role, labels_in
from onix.intake.stamps import CAPITAL, NAME

_LONG = 12
_HEADER_LINES = 4
_PAGE_SHARE = 0.6
_SENTENCE_END = re.compile(r"[.?!…—][\"'”’)\]]*(?:\s|$)")
_ENDS = re.compile(r"[.?!…—][\"'”’)\]]*\s*$")
_CREDIT = re.compile(rf"{CAPITAL}[ \t]+{NAME}(?:,[^,:]{{2,60}})?")
_QUOTED = re.compile(r"[“\"][^”\"\n]*[”\"]")
# Who talks says "I" and "we", or asks; "you" is what horoscopes and boxes of hints say.
_TALK = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e)(?:['’](?:m|ve|ll|d|re))?\b|\?")
# "END 1:27 P.M. EST", "(END VIDEOTAPE)", "###": the house speaks, not the last speaker.
_CLOSE = re.compile(
    r"\s*(?:[(\[]?END\b[^\n]{0,60}|###+|- ?30 ?-|Transcribed by \S+"
    r"|Transcription ended\b[^\n]{0,60}|[^\n:.?!]{2,60} stopped transcription)\s*"
)


# A heading of the next part of a call, with a line of its own: "QUESTIONS AND ANSWERS".
_HEADED = re.compile(
    r"[A-Z][A-Z0-9&,'’ -]{3,60}"
    r"|(?i:questions? (?:and|&) answers?(?: session)?|q ?& ?a(?: session)?|prepared remarks"
    r"|presentation|opening (?:remarks|statements?)|closing (?:remarks|statements?))"
)
# What a chat writes for what it cannot show.
_OMITTED = re.compile(
    r"<Media omitted>|(?:audio|document|GIF|image|sticker|video|contact card) omitted"
    r"|(?:This message was|You) deleted(?: this message)?\.?"
)


def are_speakers(labels: Sequence[Label], text: str) -> bool:
    """Do these labels make a transcript of the text?

    Two speakers at least, who speak in sentences and, more often than not, speak again; every
    second line labelled, or every fifth and two of them speak again. Or few labels, and all that
    follows is plainly talk.
    """
    if not labels:
        return False
    if all(label.stamped for label in labels):
        return True
    stops = [*(label.start for label in labels[1:]), len(text)]
    said = [text[label.end : stop] for label, stop in zip(labels, stops, strict=True)]
    if _is_talk(labels, said, text):
        return True
    names = full_names([label.written for label in labels], text)
    counts = Counter(names[label.written].casefold() for label in labels)
    if len(labels) < 3 or not 2 <= len(counts) <= 0.75 * len(labels):
        return False
    # Whoever writes in a chat ends few lines with a stop; each has its time.
    is_chat = all(label.begins is not None for label in labels)
    if not is_chat and 2 * sum(map(_is_speech, said)) < len(said):
        return False
    again = sum(1 for count in counts.values() if count > 1)
    share = len(labels) / sum(1 for line in text.split("\n") if line.strip())
    clear = all(map(_is_clear, labels))
    return share >= 0.2 and (again >= 2 or (clear and (is_chat or share >= 0.5)))


def _is_talk(labels: Sequence[Label], said: Sequence[str], text: str) -> bool:
    """Does every line have a label, and do most of them speak as people do to one another?

    Such is a short piece in which everybody speaks once. "NEW DELHI: The minister resigned." tells
    of others, and what it quotes does not count; a headline ("Mayor: We stay") has no stop.
    """
    if not any(map(_is_clear, labels)):
        return False
    if any("\n" in words.strip() or not _ENDS.search(words) for words in said):
        return False
    above = text[: labels[0].start].split("\n")
    if sum(1 for line in above if line.strip()) > _HEADER_LINES:
        return False
    spoken = [words for words in said if _TALK.search(_QUOTED.sub(" ", words))]
    return 2 * len(spoken) >= len(said)


def _is_clear(label: Label) -> bool:
    """Is it more than a word with a capital, which may head anything?"""
    written = label.written
    return written.isupper() or " " in written or label.marked or is_role(written)


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
    return re.fullmatch(NAME, line) is not None and _SENTENCE_END.search(line) is None


def _below_credits(labels: list[Label], text: str) -> list[Label]:
    """Leave out those above a talk that say who is in it: "Interviewer: Jane Roe, Tarn Courier"."""
    counts = Counter(label.written for label in labels)
    for number, label in enumerate(labels):
        line = text[label.end :].partition("\n")[0]
        is_name = _CREDIT.fullmatch(line.strip()) and not label.stamped and not label.marked
        if not is_name or counts[label.written] > 1 or _ENDS.search(line):
            return labels[number:]
    return labels


def spoken_in(text: str, *, sure: bool = False) -> list[Spoken] | None:
    """Give the turns of a labelled transcript, or None when the text is none.

    The labels stay in the text; a turn covers the words after its label, over as many lines as it
    has. What stands above the first label belongs to nobody.

    Args:
        sure: Somebody says that it is a transcript; any label is believed.
    """
    labels = _below_credits(labels_in(text), text)
    if not labels or not (sure or are_speakers(labels, text)):
        return None
    names = full_names([label.written for label in labels], text)
    turns: list[Spoken] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start if following else len(text)
        words = without_close(text[label.end : stop])
        start = label.end + len(words) - len(words.lstrip())
        end = label.end + len(words.rstrip())
        if start < end and not _OMITTED.fullmatch(words.strip()):
            ends = following.begins if following else None
            turns.append(Spoken(names[label.written], start, end, label.begins, ends))
    return turns or None


def spoken_on_page(text: str) -> list[Spoken]:
    """Give the turns of a page that is a transcript and nothing else; none where it is not.

    An article may have a few questions and answers in it and tells more beside them, so most of
    the lines have to be somebody's.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    labels = labels_in(text)
    if len(labels) < _PAGE_SHARE * len(lines):
        return []
    return spoken_in(text) or []


def without_close(words: str) -> str:
    """Leave out what the house writes under the last words: an end, a heading, a time alone."""
    first, *lines = words.rstrip().split("\n")
    shouted = words.isupper()
    while lines and (
        not lines[-1].strip()
        or _CLOSE.fullmatch(lines[-1])
        or stamps.is_clock(lines[-1])
        or (not shouted and _HEADED.fullmatch(lines[-1].strip()))
    ):
        lines.pop()
    return "\n".join([first, *lines])
