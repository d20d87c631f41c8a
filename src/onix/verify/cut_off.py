"""What is cut off a quotation in its own sentence that its sense hangs on: findings in, cuts out.

Behind it "unless …" and the like; before it a condition ("If the council agrees, …"), that what
follows is not so ("I don't think that …"), or that a number is not exact ("Up to |forty people …").
The words are all there, and say another thing.
"""

from __future__ import annotations

import re
from functools import cache

from onix.model import Difference, DifferenceKind
from onix.reading.words import sections, verb_forms, words_of
from onix.verify.differences import bounds
from onix.verify.doubts import WEAK, Doubts
from onix.verify.evidence import speech_end
from onix.verify.findings import Findings, difference
from onix.verify.spellings import is_number, plain
from onix.verify.tapes import Stretch, Tapes
from onix.verify.wordings import Wording

_AROUND = 40  # tokens looked at on either side
_FEWEST = 4  # words of a quotation that say something by themselves
_SENTENCE_ENDS = re.compile(r"[.?!…:;\n\"“”—–]")
_CONDITION = re.compile(
    r"(?:(?:and|but|so|well|only|now|because),?\s)?(?:if|unless|until)\s(?P<what>.+)"
)
_ENDS_CLAUSE = re.compile(r",\s(?:then\s)?$")
_MAIN_CLAUSE = re.compile(
    r"(?:i|we|you|he|she|it|they|there|this|that)"
    r"(?:['’](?:ll|d)|\s(?:will|would|can|could|may|might|shall|should|must|wo|ca))\b",
    re.I,
)
_GOES_ON = re.compile(r"(?:and|or|if|unless|who|which|then)\b")
_OPEN = re.compile(r"\b(?:if|unless|whether)\s$")
_DOUBTED = re.compile(r"(?<!no )(?<!not )(?<!n't )\b(?:doubt|deny|denied|dispute)\s(?:that\s)?$")


def behind(
    tapes: Tapes, wording: Wording, found: Findings, *, weak: float = WEAK
) -> list[Difference]:
    """Give the condition that the source goes on with in the same sentence, if it does."""
    stretch, last = found.piece.stretch, found.last
    if last >= len(stretch.ids):
        stretch = tapes.stretch(stretch.tape, found.span_tokens[1] - 40, found.span_tokens[1] + 12)
        last = found.span_tokens[1] - stretch.first
    if last >= len(stretch.ids) or not re.search("[.,;]", stretch.text):
        return []
    between = stretch.text[stretch.ends[last - 1] : stretch.starts[last]]
    if between.strip() not in ("", ",") or "\n" in between:
        return []
    if not _is_condition(stretch.text[stretch.starts[last] :], wording):
        return []
    end = speech_end(tapes, stretch, last)
    source = tapes.span(stretch, last, end)
    doubt = Doubts(tapes, stretch, weak).of([last], last)
    return [difference(wording, "condition", len(wording), len(wording), source, True, doubt)]


def _is_condition(text: str, wording: Wording) -> bool:
    """Does a text begin with what something before it hangs on?"""
    one, _, rest = text.partition(" ")
    if one in words_of("speech", "conditions"):
        return True
    if any(text.startswith(f"{each} ") for each in sections("speech")["condition_phrases"]):
        return True
    # "If all is mended, and if an inspector stands by" has two; else "and if" opens another thing.
    other = rest.partition(" ")[0]
    return one in ("and", "or") and other in ("if", "unless") and f" {other} " in wording.text


def before(
    tapes: Tapes, wording: Wording, found: Findings, *, weak: float = WEAK
) -> list[Difference]:
    """Give the words before, in the same sentence, under which all that is quoted stands."""
    first, _ = found.span_tokens
    stretch = tapes.stretch(found.piece.stretch.tape, first - _AROUND, first + 1)
    here = first - stretch.first
    if here <= 0 or len(wording) < _FEWEST or wording.is_marked:
        return []
    if _is_condition(wording.text[wording.starts[0] :].lower(), wording):
        return []
    low = _sentence_start(stretch, here, found)
    text = stretch.text[stretch.starts[low] : stretch.starts[here]].lower().replace("’", "'")
    if not text.strip():
        return []
    kind = _kind(text, wording)
    if kind is None:
        return []
    source = tapes.span(stretch, low, here)
    doubt = Doubts(tapes, stretch, weak).of(list(range(low, here)), low)
    return [difference(wording, kind, 0, 0, source, True, doubt)]


def _kind(text: str, wording: Wording) -> DifferenceKind | None:
    """Say what words before a quotation, in lower case, are to it; None where they are nothing."""
    if _hangs_on(text, wording.text[wording.starts[0] :]):
        return "condition"
    if _is_denied(text):
        return "cut"
    is_bound = _bounds().search(text) is not None
    is_counted = is_number(plain(wording.text[wording.starts[0] : wording.ends[0]]))
    return "quantifier" if is_bound and is_counted else None


def _sentence_start(stretch: Stretch, here: int, found: Findings) -> int:
    """Give the first token of what the speaker says up to a token without a stop."""
    said = 0 if found.said is None else found.said.start - stretch.offset
    low = here
    while low > 0 and stretch.starts[low - 1] >= said:
        if _SENTENCE_ENDS.search(stretch.text[stretch.ends[low - 1] : stretch.starts[low]]):
            break
        low -= 1
    return low


def _hangs_on(text: str, quoted: str) -> bool:
    """Is it a condition: "if the council agrees, ", or but the word that opens one?

    Without a comma it has to end before the words that are quoted ("if I am asked |I will stand").
    """
    if _OPEN.search(text):
        return True
    found = _CONDITION.fullmatch(text)
    if found is None or not (_ENDS_CLAUSE.search(text) or _is_whole(found["what"], quoted)):
        return False
    if any(_GOES_ON.match(each) is None for each in text.split(", ")[1:-1]):
        return False  # "If we win, we stay, " has said already what hangs on it
    empty = sections("speech")["no_conditions"]
    return not any(re.match(rf"{re.escape(each)}\b", found["what"]) for each in empty)


def _is_whole(condition: str, quoted: str) -> bool:
    """Is a condition without a comma over where "I will", "we'd" or "there must" begins?"""
    words = condition.split()
    told = words_of("speech", "believing") | {"that", "if", "whether", "and", "or"}
    return len(words) > 1 and words[-1] not in told and _MAIN_CLAUSE.match(quoted) is not None


def _is_denied(text: str) -> bool:
    """Does it say of what follows that it is not so, or that nobody says so?"""
    return _denying().search(text) is not None or _DOUBTED.search(text) is not None


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(bounds())))})\s$")


@cache
def _denying() -> re.Pattern[str]:
    verbs = "|".join(sections("speech")["believing"])
    refusing = "|".join(verb_forms("speech", "turning_down"))
    untrue = "|".join(sections("speech")["untrue"])
    return re.compile(
        r"\b(?:(?:do|does|did|would|could|can|will|have|has|had)(?:n't|\snot)|cannot|never|nobody"
        rf"|no\sone)\s(?:\w+ly\s|ever\s|even\s)?(?:{verbs})\s(?:me\s|you\s|us\s|them\s)?(?:that\s)?$"
        rf"|(?:n't|\bnot|\bnever)\s(?:\w+ly\s)?(?:{untrue})\s(?:to\ssay\s)?(?:that\s)?$"
        rf"|(?<!not )(?<!n't )(?<!never )\b(?:{refusing})\sto\s$"
    )
