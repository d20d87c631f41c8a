"""A question as people type it, written out: "How come he quit?", "Any idea who's behind it?".

What comes in is what was typed, what goes out the same question in the form that grammar and the
reader know best: "Why he quit?", "Who is behind it?". Only what says the very same is changed.
Names typed in small letters are written as the passages found write them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from onix.jobs.ask.asked.terms import AUXILIARIES
from onix.reading.names.persons import nouns_in
from onix.reading.neural.syntax import Tree
from onix.reading.words import words_of as listed

_WH: Final = r"(?:who(?:m|se)?|what|which|when|where|why|how)"
# What asks for leave to ask, or to be told: "Can you tell me who …", "Do we know when …".
_ASKS: Final = re.compile(
    r"(?:(?:can|could|would|will)\s(?:you|someone|anyone|anybody)\s(?:please\s)?(?:tell|show|explain\sto)\s"
    r"(?:me|us)|(?:please\s)?(?:tell|show)\s(?:me|us)|(?:do|does)\s(?:we|you|they|it|anyone|anybody"
    r"|someone|the\srecord)\s(?:happen\sto\s)?(?:know|say)|(?:is|was)\sit\s(?:yet\s|now\s)?"
    r"(?:known|clear)|(?:have|has)\s(?:we|anyone|anybody|it)\s(?:found\sout|been\sestablished)"
    r"|i(?:[’']d|\swould)\slike\sto\sknow|i\s(?:want|need)\sto\s(?:know|find\sout)|i\swonder"
    r"|(?:do\syou\shave\s)?any\s(?:idea|news\son|word\son)|remind\sme)"
    rf",?\s(?:(?=(?:(?:at|by|to|from|for|in|on|with|of|about)\s)?{_WH}\b)|(?P<if>if|whether)\s)",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"(?:(?:and|so|but|please|ok(?:ay)?),?|(?:well|hi|hello|right),)\s+(?=\S+\s)", re.IGNORECASE
)
_SHORT: Final = re.compile(
    r"\b(?P<wh>who|what|when|where|why|how)(?:[’'](?P<verb>s|re|ll|ve)|s)\s(?P<next>[\w’'-]+)",
    re.IGNORECASE,
)
# Not "who'd", which is as often "who had" or "who would".
_VERBS: Final = {"s": "is", "re": "are", "ll": "will", "ve": "have"}
# Behind "who's": what somebody has done, and not what is done to somebody.
_HAS: Final = frozenset(
    {"been", "got", "gone", "happened", "become", "left", "had", "come", "quit", "resigned", "died"}
)
# "What made Voss drop it?" asks why she did.
_MADE: Final = re.compile(
    r"what\s(?P<verb>made|led|prompted|caused|drove|moved|pushed|persuaded|convinced)\s"
    r"(?P<who>.+)$",
    re.IGNORECASE,
)
_AS_WHY: Final = re.compile(
    r"(?:how\scome|(?:for\s(?:what|which)\sreasons?|on\swhat\sgrounds|what\s(?:was|is)\sthe\sreason"
    r"\s(?:that|why))|what\s(?:is|was)\sit\sthat\smade)\s(?=\S+\s\S)",
    re.IGNORECASE,
)
# "What did it cost" asks how much, and "what is the age of" how old.
_COST: Final = re.compile(
    r"what(?P<rest>\s(?:do|does|did|will|would|has|have|had|is|was)\s.+?"
    # but not "put the cost at"
    r"(?<!\bthe)(?<!\ba)(?<!\bits)(?<!\btheir)(?<!\bof)(?<!\btotal)"
    r"\s(?:costs?|earn(?:ed)?|weigh(?:ed)?)\b[^,]{0,40})$",
    re.IGNORECASE,
)
_SUM: Final = re.compile(
    r"(?P<before>(?:for|at|to|by)\s)?what\s(?:sum|amount)(?:\sof\smoney)?\s", re.I
)
_AGE: Final = re.compile(
    r"what\s(?:(?P<one>is|was)\sthe\sage\sof|age\s(?P<two>is|was))\s", re.IGNORECASE
)
_BEEN_TO: Final = re.compile(
    r"\b(?P<adverb>(?:ever|never|yet|already)\s)?been\sto\s(?=(?:the\s)?[A-Z])"
)
_OPENS: Final = re.compile(
    rf"(?:(?:at|by|to|from|for|in|on|with|of|about|under|since|until)\s)?{_WH}\b"
    rf"|(?:{'|'.join(sorted(each for each in AUXILIARIES if each.isalpha()))})\s",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]{3,})*")
_ANY: Final = re.compile(r"any\s(?=\w)", re.IGNORECASE)


def in_full(typed: str, parse: Callable[[str], Tree]) -> str:
    """Give a question in full; what is none of these forms stays as it was typed.

    Args:
        parse: Gives the tree of a sentence.
    """
    text = typed.strip()
    if text.endswith("?") and (found := _LEAD.match(text)):
        text = text[found.end() :]
    if found := _ASKS.match(text):
        text = f"{'Is it true that ' if found['if'] else ''}{text[found.end() :]}"
    text = _SHORT.sub(_spelt_out, text)
    if found := _AS_WHY.match(text):
        text = f"Why {text[found.end() :]}"
    if found := _MADE.match(text):
        text = _why(found, parse) or text
    if found := _COST.match(text):
        text = f"How much{found['rest']}"
    if found := _SUM.match(text):
        text = f"{found['before'] or ''}how much {text[found.end() :]}"
    if found := _AGE.match(text):
        text = f"How old {found['one'] or found['two']} {text[found.end() :]}"
    text = _BEEN_TO.sub(lambda match: f"{match['adverb'] or ''}visited ", text)
    text = _as_question(text, parse)
    if _OPENS.match(text) and text[-1] not in ".?!":
        text += "?"
    return f"{text[:1].upper()}{text[1:]}" if text != typed.strip() else text


def recased(text: str, passages: Sequence[str]) -> str:
    """Give a question without a capital letter as the passages write its words.

    "who runs tri-rivers?" is "Who runs Tri-Rivers?" where they always write it so.
    """
    if text != text.lower():
        return text
    told = "\n".join(passages)
    forms: dict[str, Counter[str]] = {}
    asked = set(_WORD.findall(text.lower())) - AUXILIARIES - listed("stopwords", "english")
    for match in _WORD.finditer(told):
        word = match[0]
        if word.lower() in asked:
            forms.setdefault(word.lower(), Counter())[word] += 1

    def as_told(match: re.Match[str]) -> str:
        found = forms.get(match[0].lower())
        if found is None or match[0] in found:
            return match[0]
        written = found.most_common(1)[0][0]
        after = _WORD.match(text, match.end() + 1)
        is_title = nouns_in(match[0]) or (after is not None and nouns_in(after[0]))
        # "Finance minister", which stands before names with capitals; but "CFO"
        return match[0] if is_title and not written.isupper() else written

    text = _WORD.sub(as_told, text)
    return f"{text[:1].upper()}{text[1:]}"


def _spelt_out(match: re.Match[str]) -> str:
    verb = _VERBS[(match["verb"] or "s").lower()]  # "whats" has lost its mark
    if verb == "is" and match["next"].lower() in _HAS:
        verb = "has"
    return f"{match['wh']} {verb} {match['next']}"


def _why(match: re.Match[str], parse: Callable[[str], Tree]) -> str | None:
    """Turn "what |made| Voss drop it" into "why did Voss drop it"; None where it is neither."""
    tree = parse(match.string)
    start = match.start("who")
    verb = next((n for n, each in enumerate(tree.words) if each.start == match.start("verb")), None)
    if verb is None:
        return None
    deed = next(
        (
            n
            for n in tree.children[verb]
            if tree.words[n].tag == "VB" and tree.words[n].label in {"ccomp", "xcomp"}
        ),
        None,
    )
    if deed is None:
        return None
    words = [n for n in range(verb + 1, deed) if tree.words[n].tag != "TO"]
    if not words:
        return None
    who = match.string[start : tree.words[words[-1]].end]
    return f"Why did {who} {match.string[tree.words[deed].start :]}"


def _as_question(text: str, parse: Callable[[str], Tree]) -> str:
    """Make "Reason for the strike?" and "Any casualties?" questions with a verb."""
    if not text.endswith("?"):
        return text
    words = parse(text).words
    # "Cause of the crash" looks to the parser like what one does
    named = [n for n, each in enumerate(words[1:2]) if each.text.lower() in {"of", "for", "behind"}]
    if any(each.tag[0] in "VMW" for each in words[len(named) :]):
        return text
    root = words[0] if named else next(each for n, each in enumerate(words) if each.head == n)
    is_many = root.tag == "NNS"
    if _ANY.match(text):
        return f"{'Were' if is_many else 'Was'} there {text[0].lower()}{text[1:]}"
    if not named and (root.tag not in {"NN", "NNS"} or words[0].tag == "NNP"):
        return text
    opening = "" if words[0].tag in {"DT", "PRP$", "CD"} else "the "
    return f"What {'are' if is_many else 'is'} {opening}{text[0].lower()}{text[1:]}"
