"""The documents that statements stand in: in come narration and quotes, out come their documents.

"…, she wrote in a letter", "he replied by e-mail", "posted on Woodlook". A document that speaks
itself ("the report says") is the source of a quote and found there. It is its own file because a
document is one thing to be in and another to be about: only what stands around a statement counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from onix.model import Quote, Span
from onix.reading.grammar.function_words import ARTICLES
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.origins import CAPITAL, DAYS, NO_NAME, is_document
from onix.reading.provenance.narration import Found, Narration
from onix.reading.words import one_of, sections, words_of

# A document so near before words in marks is where they stand: "entered in the ledger as “…”".
_BESIDE = 12
# Where content may still begin with what it stands in: "told colleagues |in an e-mail that …".
_LEADS_OFF = 24
# "involved |in the study|": what it says of somebody, and nothing that is said.
_ATTACHED = re.compile(
    r"\b(?:involved|interested|mentioned|named|listed|included|participat\w+|confidence|faith|trust"
    r"|interest|remain\w*|stay\w*|errors?|mistakes?|changes?|flaws?|gaps?|role|part|cited|referred\s+to|hand(?:ed|s|ing)?)\s$"
)
_LEAD = 24
# "In a recent |poll|, one in six …"
_OPENING = frozenset(sections("documents")["opening"])
_GOES_ON = re.compile(
    r",|\s+(?:released|published|conducted|filed|issued|posted|sent|by|from|of|for)\b"
)
# "… posted |on Instagram|", but "how they met |on Instagram|"
_WRITES = re.compile(
    r"\b(?:said|says|saying|wrote|writes?|writing|written|posted|posting|posts?|announc\w+|tweeted"
    r"|shared?|sharing|shares|replied|added|message|address|comment\w*|captioned|published|video"
    r"|statement|confirmed|revealed|responded|joked|called|calling)\s(?:\w+\s)?$"
)
# "in |recovering documents|", but "in |opening remarks|"
_DOING = r"(?!(?:open|clos|exist|upcom|ongo|even|morn|dur|damn|scath|follow)ing\s)[a-z]+ing\s"
# "in |2019 lost the records|" of somebody
_ARTICLE = r"(?:the|an?|his|her|its|their)\s"
# "in |the assessment| phase"
# "the ministry in |Quito estimates| that …"
_NAME_VERB = re.compile(rf"{CAPITAL}\s(?:estimates|lists|notes|records|reports)")
_PHASE = re.compile(
    r"\s+(?:phase|stage|process|period|season|room|office|team|form|box|cabinet|drawer|tray"
    r"|shop|shelf|bag|case|club)\b"
)
# "the report, |published| on its website"
_PUT_ON = re.compile(r"\b(?P<noun>\w+),?\s(?:published|posted|released|shared|available)\s$")
# "He |sent a two-line e-mail|. “…,” he wrote."
_SENT = re.compile(
    r"\b(?:sent|sends|wrote|writes|posted|posts|published|issued|left|mailed|circulated|penned"
    r"|released|drafted|fired)\s(?:off\s|out\s)?(?:(?:him|her|them|us|me|(?:(?:the|his|her|their)\s)?"
    r"[\w’'.-]+)\s)?\Z"
)
_SENT_REACH = 60  # characters
_WRITING = frozenset({"wrote", "writes", "posted"})
# "made the announcement |on Facebook|" is on Facebook, and not in an announcement.
_MADE = re.compile(
    r"\b(?:made|makes|making)\s(?:(?:an?|the|his|her|their)\s)?(?:[a-z]+\s)?"
    r"(?:announcement|comments?|remarks?|statement|claims?)\s\Z"
)
_ONE_OF_HIS = re.compile(r"(?:an?|his|her|their|its)\s")
_ALL_NOUNS = frozenset(entry.rpartition(" ")[2] for entry in sections("documents")["nouns"])
_READS = frozenset(
    {
        "read",
        "reads",
        "reading",
        "ran",
        "runs",
        "states",
        "stated",
        "began",
        "begins",
        "ended",
        "ends",
    }
)
# "It records" is a document, "it says" only where one opens the sentence before.
_IT_RECORDS = re.compile(
    r"(?:It|They)\s+(?:also\s+)?(?:(?P<surely>records?|recorded|lists?|listed|shows?|showed|states?|stated"
    r"|details?|detailed|recommends?|recommended|reads?)|says?|said|warns?|warned|describes?|described"
    r"|finds?|found|names?|named|calls?|called)\s"
)
_DOCUMENT_OPENS = re.compile(
    rf"(?:The|An?|His|Her|Its|Their)\s+(?:{NO_NAME}(?!{_ARTICLE})[\w’'-]+\s+){{0,3}}?{one_of(_ALL_NOUNS)}\b"
)
_OPENS_NOUN = ARTICLES | words_of("people", "indefinite")
_LONGEST_NOUN = 6  # words
# So many statements before a document may hold it.
_NEAR = 8


@cache
def _pattern() -> re.Pattern[str]:
    lists = sections("documents")
    nouns = one_of({*lists["nouns"]} - {*lists["kept"]})
    pages, platforms = one_of(lists["pages"]), one_of(lists["platforms"])
    noted = one_of(lists["nouns"])
    return re.compile(
        rf"\b(?:in\s+(?P<held>(?!{_DOING}|(?:brief|reply|(?:19|20)\d\d)\b)(?:{NO_NAME}[\w’'/-]+\.?\s+"
        rf"(?:of\s+(?-i:{CAPITAL})\s+)?(?!{_ARTICLE})){{0,4}}?{nouns}(?<!the opinion)"
        rf"(?!\s+(?:\w+\s+)?{nouns}\b)(?!\s+(?:calls?|chat|conference|interview|link)\b))"
        rf"|(?:by|via)\s+(?P<sent>{'|'.join(lists['sent'])})"
        rf"|on\s+(?P<page>(?!\w+\s+own\s+account\b)(?:his|her|its|their|the\s+\w+[’']s?)\s+(?:\w+\s+){{0,2}}?"
        rf"(?:{pages}"
        rf"|{platforms}(?!\s+(?:\w+\s+)?{pages})))"
        rf"|(?:through|via)\s+(?P<site>(?:his|her|its|their|the\s+\w+[’']s?)\s+(?:\w+\s+)?(?:web)?site)"
        rf"|(?:cit(?:ing|ed|es|e)|quot(?:ing|ed)\s+from|point(?:ing|ed|s)?\s+to"
        rf"|read(?:ing|s)?\s+(?:out|aloud|from))\s+(?P<cited>(?:{NO_NAME}[\w’'-]+\s+){{0,3}}?{nouns})"
        rf"|(?:quoted|recorded|cited)\s+in\s+(?P<recorded>(?:{NO_NAME}[\w’'-]+\s+){{0,3}}?{noted})(?=\s+as\b)"
        rf"|\bin\s+(?P<opens>(?:{NO_NAME}[\w’'-]+\s+){{0,3}}?{noted})"
        rf"(?=,[^.;:\x01]{{3,50}}\b(?:is|was)\s+(?:quoted|recorded|cited)\s+as\b)"
        rf"|on\s+(?P<platform>(?-i:{platforms})(?!\s+groups?\b))"
        r"|(?:posted|posting|tweeted|wrote|writing)\s+on\s+"
        rf"(?P<post>social\s+media|the\s+{pages}|(?-i:(?!{DAYS}){CAPITAL}(?:\s+(?!{DAYS}){CAPITAL}){{0,3}}))"
        r")(?![\w-])",
        re.IGNORECASE,
    )


def find_papers(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give the documents that stand around what is said, in its sentence or the one before."""
    yield from _leads_off(narration)
    yield from _read_out(narration, quotes)
    yield from _goes_on(narration)
    yield from _sent_before(narration, quotes)
    for number, said in _by_sentence(narration, quotes).items():
        sentence = narration.sentences[number]
        for match in _pattern().finditer(narration.masked, sentence.start, sentence.end):
            region = match.span(match.lastgroup or 0)
            before = narration.masked[max(sentence.start, match.start() - _LEAD) : match.start()]
            made = _MADE.search(before)
            if match.lastgroup in ("page", "platform") and not (
                said or made or _WRITES.search(before)
            ):
                continue
            noun = before.rstrip().rpartition(" ")[2]
            if (
                match.lastgroup in ("page", "platform", "post")
                and not made
                and ((noun and is_document(noun)) or _is_put_on(before))
            ):
                continue  # "in a post on Woodlook" is in a post
            phrase = narration.masked[slice(*region)]
            body = phrase.rpartition(" ")[2][:1].isupper() and not is_document(phrase)
            phase = _PHASE.match(narration.masked, region[1])
            if match.lastgroup == "held" and (
                body or phase or _ATTACHED.search(before) or _NAME_VERB.fullmatch(phrase)
            ):
                continue  # "editor in chief of the Harbour Journal"
            near = said[: bisect_right(said, region)][-_NEAR:]
            leads_off = (
                1 if match.lastgroup == "platform" and not _WRITES.search(before) else _LEADS_OFF
            )
            about = any(start + leads_off < region[0] < end for start, end in near)
            if about and match.lastgroup == "held" and _ONE_OF_HIS.match(phrase):
                # "called it “a mess” |in a post| on Friday"
                about = not any(MASK in narration.masked[a : region[0]] for a, b in near)
            if match.group("post"):
                yield "document", phrase if phrase[0].isupper() else None, region
            elif not about or MASK in narration.masked[region[1] : region[1] + _BESIDE]:
                yield narration.found("document", region)


def _read_out(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give the documents that "it" or "one of them" reads: "She sent |a note|. “…,” it read."""
    for quote in quotes:
        if not is_read_out(quote):
            continue
        first = min(quote.source[0].start, quote.content[0].start)
        number = narration.number_at(first)
        if not number or narration.is_paragraph(number):
            continue
        yield from _last_document(narration, narration.sentences[number - 1])


def _sent_before(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give the document that somebody sends right before what they wrote: "She sent |a note|. “…,”
    she wrote."
    """
    said = [span for quote in quotes for span in quote.content]
    for quote in quotes:
        if not (quote.marked and quote.source and writes(quote)):
            continue
        number = narration.number_at(min(quote.source[0].start, quote.content[0].start))
        if not number or narration.is_paragraph(number):
            continue
        before = narration.sentences[number - 1]
        if any(span.start < before.end and before.start < span.end for span in said):
            continue  # "It rose, says Lund, who sent a note. “…,” she writes"
        for kind, name, region in _last_document(narration, before):
            if is_sent(narration.masked, region[0]):
                yield kind, name, region


def writes(quote: Quote) -> bool:
    """Is it what somebody wrote?"""
    return bool(quote.cue) and quote.cue[0].text.lower() in _WRITING


def is_sent(text: str, start: int) -> bool:
    """Does somebody send or write the document that begins here: "sent his boss |a note|"?"""
    return _SENT.search(text, max(0, start - _SENT_REACH), start) is not None


def _goes_on(narration: Narration) -> Iterator[Found]:
    """Give the documents that "it" goes on about: "He kept |a diary|. It records 41 nights."."""
    for number, sentence in enumerate(narration.sentences[1:]):
        it = _IT_RECORDS.match(narration.masked, sentence.start, sentence.end)
        if it is None:
            continue
        before = narration.sentences[number]
        if it.group("surely") or _DOCUMENT_OPENS.match(narration.masked, before.start, before.end):
            yield from _last_document(narration, before, first=not it.group("surely"))


def _last_document(narration: Narration, sentence: Span, *, first: bool = False) -> Iterator[Found]:
    """Give the document that a sentence names last, or the `first`."""
    words = Sentence(narration.masked, sentence.start, sentence.end)
    order = range(len(words)) if first else range(len(words) - 1, -1, -1)
    for k in order:
        if words.words[k] not in _ALL_NOUNS:
            continue
        near = range(k, max(-1, k - _LONGEST_NOUN), -1)
        begin = next((j for j in near if words.words[j] in _OPENS_NOUN), k)
        region = words.offsets((begin, k))
        if is_document(narration.masked[slice(*region)]):
            yield narration.found("document", region)
            break


def is_read_out(quote: Quote) -> bool:
    """Is it what a document says that was told of before: "“…,” it reads"?"""
    if not (quote.source and quote.cue and quote.marked):
        return False
    source, cue = quote.source[0].text.lower(), quote.cue[0].text.lower()
    return cue in _READS and (source == "it" or source.endswith(" of them"))


def _is_put_on(before: str) -> bool:
    """Is it a document that was put where a page follows: "in a video |posted| on its website"?"""
    put = _PUT_ON.search(before)
    return put is not None and is_document(put["noun"])


def _leads_off(narration: Narration) -> Iterator[Found]:
    """Give the documents that a sentence opens with, whoever it is about: "In a recent poll, …"."""
    for sentence in narration.sentences:
        if not narration.masked.startswith("In ", sentence.start):
            continue
        match = _pattern().match(narration.masked, sentence.start, sentence.end)
        held = match.group("held") if match else None
        opens = held is not None and held.rpartition(" ")[2].lower() in _OPENING
        if match and opens and _GOES_ON.match(narration.masked, match.end()):
            yield narration.found("document", match.span("held"))


def _by_sentence(narration: Narration, quotes: Sequence[Quote]) -> dict[int, list[Region]]:
    """Give what is said in the sentences that tell who says it; nothing for the ones before.

    "He answered by e-mail. “…,” he wrote."
    """
    found: dict[int, list[Region]] = {}
    for quote in quotes:
        for each in (*quote.source, *quote.cue):
            number = bisect_right(narration.starts, each.start) - 1
            if number >= 0:
                content = [(span.start, span.end) for span in quote.content]
                found.setdefault(number, []).extend(content)
    for number in [k - 1 for k in found if k > 0]:
        first, second = narration.starts[number : number + 2]
        if "\n" not in narration.masked[first:second]:
            found.setdefault(number, [])
    return {number: sorted(said) for number, said in found.items()}
