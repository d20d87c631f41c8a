"""Sources that statements go back to: in come narration and quotes, out come those behind them.

Only sources that are no person with a name: "two officials", "the report", "the Ledger". It is its
own file because it takes what attribution has found and asks only what kind of source that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onix.model import Quote
from onix.reading.grammar.function_words import ARTICLES, PREPOSITIONS, SUBJECTS, cue_classes
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region, Tokens
from onix.reading.names.origins import CAPITAL, head_of, is_document, is_people, noun_in
from onix.reading.provenance.behind import is_named_behind, is_periodical
from onix.reading.provenance.narration import Found, Narration
from onix.reading.words import sections, verb_forms, words_of

_NONE: frozenset[str] = frozenset()
_INDEFINITE = words_of("people", "indefinite")
_STATING = frozenset({"say", "tell"})
_REQUESTS = verb_forms("cues", "requests")
_SIGNS = verb_forms("cues", "signs")
_REPORTED = frozenset(
    {
        "reported",
        "reports",
        "reporting",
        "revealed",
        "disclosed",
        "cited",
        "quoted",
        "wrote",
        "says",
    }
)
_MEDIA = (
    "media",
    "newspaper",
    "newspapers",
    "magazine",
    "outlet",
    "outlets",
    "agency",
    "agencies",
    "Agency",
)
# "State television said |the general| was dismissed" is news, and nothing about the station.
_OF_A_STATE = ("tate television", "tate radio", "tate TV")
_OUTLETS = "|".join((*sections("outlets")["nouns"], *sections("outlets")["titled"]))
# Attributions of no more than this confidence are read from a verb alone.
_WEAK = 0.6
# "the paper" so near behind a named outlet is that outlet, and no study.
_SAME_OUTLET = 900
_AGAIN = re.compile(r"(?i:the|that)\s+(?:news\s+)?(?:paper|site|website|journal|page)")
# What judges deny they do not dispute.
DENIES = frozenset({"deny", "denies", "denied"})
JUDGES = frozenset({"judge", "judges", "justice", "justices", "magistrate", "court"})
_FEW = 5
_BEFORE_CUE = 7
_ATTRIBUTIVE = (" after ", " of ", " with ", " amid ", " over ", " on ", " by ", " about ")
_SINGLE = frozenset({"one", "another", "several"})

# What a source may begin with that is none of it: "13:30 Farmers say", "- Farmers say".
NOT_YET = re.compile(r"(?:\W+|(?<=:)\d\d(?=\s)|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?!\w))*")
_FOR_WHOM = re.compile(r"\s(?:for|to|by|among|from)\s+(?:(?:many|some|the)\s+)?(?P<who>[a-z]+)$")
_WHO = re.compile(r",?\s+(?:who|which|that)$")
_DONE_TO_IT = re.compile(r"(?<=[a-z])\s+[a-z]+ed$")  # "|her team| presented"
_AND_THEIRS = re.compile(r"\sand\s(?:(?:his|her|their)\s)?[a-z][\w-]+$")
_HALF_NUMBER = re.compile(r"\d,$")  # "400,|000 people|"
_HIDDEN = re.compile(
    r",?\s+(?:who|speaking|and\s+who)\b[^.\x01]{0,60}(?:anonym|(?:named|identified)\b|"
    r"\bnames?\s+(?:not\s+)?(?:to\s+)?(?:be|is|are|was)\b)"
)
# "Woodlook, a trade weekly, reported"
AN_OUTLET = re.compile(
    rf",\s+(?:an?|the)\s+(?:(?!(?:for|of|at|with|from|who)\s)[\w’'-]+\s+){{0,4}}?(?:{_OUTLETS})\b"
)
# "|Ruiz| remembers her mother saying that …"
_REMEMBERS = re.compile(
    rf"(?P<name>(?:{CAPITAL}\s+){{0,3}}{CAPITAL}|\b(?:[Hh]e|[Ss]he))\s+"
    r"(?:remembers?|remembered|recalls?|recalled|quotes?|quoted|heard)\s+$"
)
# "jurors |were told|", "her agent |did not| respond"
_IS_TOLD = re.compile(r"\s+(?:was|were|have\s+been|had\s+been)\s+(?:told|shown|asked)\b")
_UNSAID = re.compile(
    r"\b(?:did|do|does|could|would|will)(?:\s+not|n[’']t)\s+(?:\w+ly\s+)?$|\bnever\s+$"
)
_UNSAID_REACH = 30
_OF_ITS_OWN = re.compile(r"(?:that\s+)?(?:it|its|they|their|we|our)\b", re.IGNORECASE)
_ABOUT_PEOPLE = re.compile(
    r"(?:that\s+)?(?P<who>(?:he|she|the (?:two|pair|couple|man|woman))\b)?", re.IGNORECASE
)
# "The Lantern said |it had been given| the cable"
_WAS_GIVEN = re.compile(
    r"(?:that\s+)?it\s+(?:has|had)\s+(?:\w+ly\s+)?(?:been\s+(?:given|sent|shown|told|handed|leaked)"
    r"|seen|obtained|received|reviewed|learned|spoken|verified)\b"
)
_PROGRAMME = re.compile(r"\b(?:program|programme)$")  # which may be any plan
_OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_IN_STATEMENT = re.compile(
    r"[^.\x01]{0,20}\bin\s+an?\s+(?:\w+\s+)?(?:statement|e-?mail|letter|post|release)\b"
)
_CANNOT = re.compile(r"\b(?:cannot|can[’']t|can\s+not|could\s+not|couldn[’']t)\s+(?:\w+ly\s+)?$")
_HAS_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do)\b")
_LOOK_BACK = 40
# "a post on Woodlook |by his sister, |Ann Lee, that read “…”"
_BY_HER = re.compile(
    rf"(?:\s(?:on|to)\s{CAPITAL})?\s(?:by|from)\s(?:his|her|their|its|the)(?:\s[a-z-]+){{1,3}},\s\Z"
)
_BY_HER_REACH = 80


def find_sources(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give the sources of quotes that are a document, an outlet or somebody without a name."""
    named = [quote for quote in quotes if quote.source and (quote.cue or quote.marked)]
    outlet = -_SAME_OUTLET  # where one was named last
    for quote in sorted(named, key=lambda each: each.source[0].start):
        cue = _cue(quote)
        region = _source(narration, quote)
        labelled = cue == ":" and not quote.marked  # "Full story: …"
        if region is None or labelled or cue.startswith("according"):
            continue
        start, end = region
        before = max(0, start - _LOOK_BACK)
        if relay := _REMEMBERS.search(narration.masked, before, start):
            name = relay.group("name")
            headed = narration.masked.endswith(("The ", "the "), 0, relay.start("name"))
            told = narration.origins.is_outlet(f"the {name}" if headed else name)
            yield narration.found("outlet" if told else "named", relay.span("name"))
        if (
            narration.is_object(start, end)
            or narration.is_lead(start, end)
            or _HALF_NUMBER.search(narration.masked, before, start)
            or (narration.is_apposed(start, end))
        ):
            continue
        if is_named_behind(narration.masked, start, end) or _IS_TOLD.match(narration.masked, end):
            continue
        if (
            not quote.marked
            and quote.cue
            and _UNSAID.search(
                narration.masked, max(0, quote.cue[0].start - _UNSAID_REACH), quote.cue[0].start
            )
        ):
            continue
        found = _kind(narration, quote, region)
        if found and found[0] == "document" and start - outlet < _SAME_OUTLET:
            again = _AGAIN.fullmatch(narration.masked, start, end)
            found = ("outlet", None, (start, end)) if again else found
        if found is not None:
            outlet = start if found[0] == "outlet" else outlet
            yield found


def _source(narration: Narration, quote: Quote) -> Region | None:
    """Give the noun phrase that a quote has as its source; for "who" that which it goes back to."""
    masked, start, end = narration.masked, quote.source[0].start, quote.source[0].end
    opening = NOT_YET.match(masked, start, end)
    start = opening.end() if opening else start
    by_who = masked.endswith(" who", start, end)
    end = start + len(_WHO.sub("", masked[start:end]))
    number = narration.number_at(start)
    by_which = masked.endswith((" which", " that"), start, quote.source[0].end)
    if by_which and number is not None and not is_document(masked[start:end]):
        by_her = _BY_HER.search(masked, max(0, start - _BY_HER_REACH), start)
        if by_her is not None:
            words = Sentence(masked, narration.starts[number], by_her.start())
            noun = words.subject(len(words) - 1)
            if noun and is_document(masked[slice(*words.offsets(noun))]):
                return words.offsets(noun)
        words = Sentence(masked, narration.starts[number], start)
        if words.word(len(words) - 1) in ("by", "from", "of", "for"):
            noun = words.subject(len(words) - 2)
            if noun and is_document(masked[slice(*words.offsets(noun))]):
                return words.offsets(noun)  # "|a report| by the auditor, which said …"
    if by_who and is_document(masked[start:end]):
        return None  # "critics of |the plan, who| …"
    if by_who and (held := _FOR_WHOM.search(masked, start, end)) and is_people(held["who"]):
        start = held.start("who")  # "good news for |taxpayers|, who …"
    number = narration.number_at(start)
    if masked[start:end].lower() == "who" and number is not None:
        words = Sentence(masked, narration.starts[number], start)
        last = len(words) - 1 - (words.word(len(words) - 1) == ",")
        noun = (
            _people_before(words, last)
            or words.subject(last)
            or (words.opening(len(words)) if len(words) else None)
        )
        if noun and noun[0] < noun[1] and words.word(noun[0]) in PREPOSITIONS:
            noun = noun[0] + 1, noun[1]
        start, end = words.offsets(noun) if noun else (start, start)
    if done := _DONE_TO_IT.search(masked, start, end):
        end = done.start()
    words_of_it = masked[start:end]
    if not words_of_it or MASK in words_of_it:
        return None
    return None if words_of_it.partition(" ")[0].lower() in PREPOSITIONS else (start, end)


def _people_before(words: Sentence, last: int) -> Tokens | None:
    """Give the people without a name that end in a token: "it came from |two officials|, who"."""
    if not is_people(words.word(last)):
        return None
    for k in range(last - 1, max(-1, last - _FEW), -1):
        if words.words[k] in _INDEFINITE or words.words[k].isdigit():
            return k, last
        if not words.words[k].isalpha() or words.words[k] in PREPOSITIONS | ARTICLES:
            return None
    return None


def _kind(narration: Narration, quote: Quote, region: Region) -> Found | None:
    cue = _cue(quote)
    words = narration.masked[slice(*region)]
    noun = region[0], region[0] + len(noun_in(words))  # "people close to Ann Lee" are not her
    named = quote.speaker is not None or narration.is_named(*noun)
    sure = says(cue) or bool(quote.marked) or quote.content[0].text.startswith("that ")
    if narration.masked.endswith(" whose ", 0, region[0]):
        words = f"their {words}"  # "a farm whose |owner| says"
    kind = narration.origins.kind(words, named=named, sure=sure)
    hidden = _HIDDEN.match(narration.masked, region[1]) is not None
    if _is_no_verb(narration, quote, words):
        return None
    joined = _AND_THEIRS.search(words)
    if joined is not None and narration.is_named(region[0], region[0] + joined.start()):
        return None  # "Ann Lee and colleagues"
    if words == "People" and not cue.startswith("report"):
        return None  # who may be anybody
    if kind is None and cue in _REPORTED and AN_OUTLET.match(narration.masked, region[1]):
        kind = "outlet"
    elif kind is None and hidden and not named and is_people(head_of(words)):
        kind = "unnamed"
    elif (kind == "unnamed" and not (hidden or _states(narration, quote))) or (
        kind == "document"
        and (_is_found(narration, quote) or is_periodical(narration.masked, *region))
    ):
        kind = None
    elif kind == "outlet" and cue not in _REPORTED and not words.endswith(_MEDIA):
        citing = narration.masked.startswith(", citing ", region[1])
        judges = quote.marked and "name" in cue_classes().get(cue, _NONE)
        told = says(cue) and not _is_of_itself(narration, quote, region)
        kind = kind if citing or judges or told else None
    return None if kind is None else narration.found(kind, region, quote.speaker)


def _is_no_verb(narration: Narration, quote: Quote, words: str) -> bool:
    """Is a cue none: "|one| reporting station", "after |reported| rows", "a judge |denied| it"?"""
    if not quote.cue or quote.marked:
        return False
    cue, content = quote.cue[0], quote.content[0].text
    before = narration.masked[max(0, cue.start - _BEFORE_CUE) : cue.start].lower()
    if before.endswith(_ATTRIBUTIVE) and cue.text.endswith("ed"):
        return True
    if cue.text.lower() in DENIES and head_of(words) in JUDGES:
        return True
    if words.lower() not in _SINGLE:
        return False
    behind = content.partition(" ")[0].lower()
    if words.lower() in ("one", "another") and not cue.text.endswith(("s", "ed", "told", "aid")):
        return True  # "another |state| whose name is odd"
    return cue.text.endswith("ing") or not (behind == "that" or behind in SUBJECTS)


def _is_of_itself(narration: Narration, quote: Quote, region: Region) -> bool:
    """Does an outlet speak of itself: "Harbour Radio said it would close", "in a statement"?

    What stands before its name ("…, said the Ledger") or in marks is as a rule what it reports.
    """
    words = " ".join(span.text for span in quote.content)
    trails = quote.content[0].start < region[0]
    if _WAS_GIVEN.match(words):
        return False
    if _OURS.search(words) or _PROGRAMME.search(narration.masked, *region):
        return True
    if _IN_STATEMENT.match(narration.masked, region[1]):
        return True
    if quote.marked and trails:
        return False
    reports = quote.marked or trails or narration.masked.endswith(_OF_A_STATE, *region)
    reports = reports or _is_about_people(narration, quote) or _cue(quote).startswith("claim")
    return _OF_ITS_OWN.match(words) is not None or not reports


def _is_about_people(narration: Narration, quote: Quote) -> bool:
    """Is what an outlet says about somebody: "The Ledger said that |he| knew"?"""
    span = quote.content[0]
    about = _ABOUT_PEOPLE.match(span.text)
    begin = span.start + (about.end() if about else 0)
    return bool(about and about["who"]) or narration.holds_person(begin, begin + 1)


def _is_found(narration: Narration, quote: Quote) -> bool:
    """Is a document only found somewhere, or told to show nothing: "papers found at his home"?"""
    cue, content = quote.cue[0] if quote.cue else None, quote.content[0].text
    if cue is None or quote.marked:
        return False
    if cue.text.lower() == "found" and content.partition(" ")[0].lower() in PREPOSITIONS:
        return True
    if content.startswith(("its way", "their way")):
        return True
    before = narration.masked[max(0, cue.start - _UNSAID_REACH) : cue.start]
    return _CANNOT.search(before) is not None


def _cue(quote: Quote) -> str:
    return quote.cue[0].text.lower() if quote.cue else ""


def says(cue: str) -> bool:
    """Is this a verb of saying or telling, as people do it?"""
    return bool(cue_classes().get(cue, _NONE) & _STATING) and cue not in _SIGNS


def _states(narration: Narration, quote: Quote) -> bool:
    """Is something surely stated: not "agreed to leave", "ordered them to", "wrote a letter"?"""
    cue, content = _cue(quote), quote.content[0].text
    leads = quote.cue and quote.cue[0].end <= quote.content[0].start and not quote.marked
    written = leads and len(content.split()) < _FEW and is_document(content)
    if cue.startswith("protest") and not (quote.marked or content.startswith("that ")):
        return False  # "protested outside"
    if cue in _REQUESTS or content.startswith(("to ", "with ")) or written:
        return False
    if quote.marked or cue.startswith(("claim", "add")):
        return (
            bool(quote.marked)
            or content.startswith("that ")
            or _HAS_VERB.search(content) is not None
        )
    known = cue_classes().get(cue, _NONE) & _STATING
    if known and quote.cue and narration.masked.startswith(",", quote.cue[0].end):
        return True  # "The plan, |an official| said, is …"
    return quote.confidence > _WEAK if known else content.startswith("that ")
