"""What is surely an organisation by how it is spoken of: a text in, where their names stand out.

"The operator, Lund Glass, said" and "Lund Glass, a fund based in Riga," are organisations, whatever
the model that finds names takes them for, and also where it sees half a name or none at all. It is
its own file because these signs are of grammar and the model's are of spelling.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from onix.reading.names.kinds import is_known
from onix.reading.names.persons import first_names, nouns_in
from onix.reading.words import one_of, sections, words_of

_UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper())
_WORD = rf"[{_UPPER}][^\W_]*(?:[’'&-][^\W_]+)*"
# "and" only between two words.
_NAME = rf"{_WORD}(?:\s(?:of\s|and\s|&\s|de\s|del\s|van\s)?{_WORD}){{0,4}}"
_NAMES = re.compile(rf"(?<![\w’'&-]){_NAME}(?![\w-])")
_BEFORE = words_of("roles", "before_companies")
_NO_PART = re.compile(rf"(?:The |{_WORD}-based |{one_of(map(str.capitalize, _BEFORE))} )+")
_BEGINNING = re.compile(rf"(?<![\w’'-])[{_UPPER}][^\W_]*")
_GOES_ON = re.compile(r"[\w-]")


@cache
def _nouns() -> frozenset[str]:
    """Give the nouns that say what an organisation is, in the singular."""
    outlets = {noun for noun in sections("outlets")["nouns"] if " " not in noun}
    return frozenset(
        noun for noun in words_of("roles", "bodies") | outlets if not nouns_in(noun)
    ) | words_of("roles", "companies")


_TITLES = frozenset(sections("names")["titles"])
_NO_BEGINNING = frozenset(
    word.lower()
    for section in ("prepositions", "determiners", "stops", "times", "pronouns", "adverbs")
    for word in sections("grammar")[section]
) | frozenset(word.lower() for word in sections("kinds")["demonyms"])
# What an outlet or a part of something is called, which stands before other names, too.
_AMBIGUOUS = words_of("roles", "ambiguous")


# What stands before a noun: "the far-right |group|", "its |operator|", "Riga’s |paper|", and where
# a sentence opens, "Slovak |carmaker|".
_LEAD = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[\w.]+[’']s)\s"
    r"(?:[A-Za-z-]+\s){0,3}\Z"
    r"|(?:\A|\n|[.!?]\s|[—–-]\s)[A-Z][a-z-]+\s(?:[a-z-]+\s){0,2}\Z"
)
_AGENTS = ("er", "or", "ist", "ian", "man", "woman")
_HOLDER = re.compile(
    r"\b([\w-]+)\s(?:of|at|in|from|with)\s(?:the|an?|its|their|his|her|[\w.]+[’']s)\s"
    r"(?:[A-Za-z-]+\s){0,3}\Z"
)
_ARTICLE = re.compile(r"(?:\A|\W)[Tt]he\s\Z")
_NOUN_BEFORE = re.compile(r"(?<![a-z-])([a-z-]+)(,?)\s\Z")
_TITLE_BEFORE = re.compile(r"(?<![\w-])([A-Za-z][a-z-]+)\s\Z")
# "|Lund| shares rose", but not what somebody shares
_SHARES_DO = re.compile(
    r" (?:shares|stock) (?:closed|dropped|edged|ended|fell|gained|have|jumped|lost|plunged|rallied"
    r"|rose|slid|slipped|soared|surged|tumbled|were)\b"
)
_SHARES_BEFORE = re.compile(r"\b(?:shares|stake|shareholders) in \Z", re.IGNORECASE)
# Whose they are is a company, also where its name has one word: "|Lund|’s chief executive".
_POSTS = r"(?:chief (?:executive|financial officer|operating officer)|managing director)"
_HAS_POST = re.compile(rf"[’'](?:s\s)?(?:\s?[a-z]+\s)?{_POSTS}\b")
_POST_OF = re.compile(rf"\b{_POSTS} (?:of|at) \Z", re.IGNORECASE)
# What may follow a name of one word for which a noun stands: "the group |Lund| in Riga".
_OVER = re.compile(r"[,.;:)]|[’']s\b|\s(?:to|in|from|at|on|with)\b")
# … and in "the pro-government daily |Lund| reported".
_DAILIES = frozenset({"agency", "daily", "magazine", "newspaper", "tabloid", "website", "weekly"})
_REPORTS = re.compile(
    r"\s(?:called|described|published|quoted|reported|reports|said|says|writes|wrote)\b"
)
# Other bodies whose name of one word stands behind their noun: "the union |Lund|".
_OTHERS = frozenset({"union", "party", "bank", "charity", "federation", "broadcaster"})
# "by Dutch |firm Lund|": no name stands between that a relative clause could begin with.
_OF_A_PEOPLE = re.compile(
    rf"(?:\A|(?<!\bthe )(?<!\ban )(?<!\ba )\b)(?:{'|'.join(sections('kinds')['demonyms'])}) \Z"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|to|of|outside)(?: the)? \Z", re.IGNORECASE)
# "|Lund Glass|, which mends roads, said"
_WHICH_SAYS = re.compile(
    r",\swhich\s[^.;:\n\x01“”\"]{5,90},\s"
    r"(?:has\s|also\s)?(?:said|says|told|called|denied|declined|confirmed|announced)\b"
)
# By themselves these begin or end a name and are none: "the group |Citizens| for the Heath".
_NO_NAMES = words_of("kinds", "body_words") | words_of("kinds", "organisation_words")
_BACK = 60  # characters before a name that may say what it is
_LETTERS = 4  # of a name


# Behind these stands what somebody is of: "Ann Lee, a member of the |committee|".
_INNER = r"(?:of|for|in|at|on|with|from|to|by)\b"


@cache
def _apposed() -> re.Pattern[str]:
    """Give what stands behind a name: "|Lund Glass|, a fund based in Riga,"."""
    return re.compile(
        rf",\s(?:an?|the|one\sof)\s(?:(?!{_INNER})[\w’-]+\s){{0,4}}?{one_of(_nouns())}"
        r"(?=,|\.|\s(?:of|for|in|at|that|which|based|with|run|owned|founded|from|behind)\b)"
    )


# What it is for is part of its name: "the |Tarn Office for the Care of Old Quays|".
_PART = rf"(?:(?:[A-Z]\.)+(?=\s)|[{_UPPER}][\w-]*)"
_DAY = r"[A-Z][a-z]+day\b"
_FOR = re.compile(
    rf"(?<![\w’'.&-])(?:{_PART}\s){{0,2}}(?:{_PART}[’']s\s)?(?:{_PART}\s){{0,2}}"
    r"(?:Agency|Alliance|Association|Board|Bureau|Campaign|Cent(?:er|re)s?|Coalition|Commission"
    r"|Committee|Council|Department|Federation|Foundation|Fund|Institutes?|League|Ministry|Network"
    r"|Office|Panel|Partnership|Project|Society|Subcommittee|Trust|Union)"
    rf"\s(?:for|on(?=\s(?:the\s)?(?!{_DAY})))\s"
    rf"(?:the\s{_PART}|{_PART}\s(?:(?:and|&|of)\s(?:the\s)?)?{_PART})"
    rf"(?:(?:,?\s(?:and|&|of)(?:\sthe)?)?\s{_PART})*(?![\w-])"
)


def find_organisations(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of names that are an organisation's by a sign in the text, all of each."""
    found: set[str] = set()
    whole: list[int] = []  # where longer names begin and end, in turn
    for match in _FOR.finditer(text):
        article = _NO_PART.match(text, *match.span())
        whole += (match.start() if article is None else article.end(), match.end())
        yield whole[-2], whole[-1]
    for match in _NAMES.finditer(text):
        start, end = match.span()
        if match.group().endswith(("’s", "'s")):
            end -= len("’s")
        # "the company, |Riga-based |Lund Glass": the sign stands before both.
        part = _NO_PART.match(text, start, end)
        begin = start if part is None else part.end()
        name = text[begin:end]
        if name in found:
            continue
        is_signed = _is_signed if " " in name else _is_surely_signed
        signed = is_signed(text, begin, end) or (begin > start and is_signed(text, start, end))
        if signed and _may_be_an_organisation(name):
            found.add(_without_place(name))
    begun: dict[str, list[str]] = defaultdict(list)  # by their first letters, which are a word's
    for name in found:
        begun[_BEGINNING.findall(name)[0]].append(name)
    for match in _BEGINNING.finditer(text) if found else ():
        if bisect_right(whole, match.start()) % 2:
            continue
        for name in begun.get(match.group(), ()):
            end = match.start() + len(name)
            if text.startswith(name, match.start()) and _GOES_ON.match(text, end) is None:
                yield match.start(), end


def _without_place(name: str) -> str:
    """Leave out where a company is: "Lund Glass" of "Lund Glass of Riga", but "Bank of Riga"."""
    whose, _, place = name.partition(" of ")
    words = whose.lower().split()
    return whose if place and len(words) > 1 and words[-1] not in _NO_NAMES | _nouns() else name


def _is_signed(text: str, start: int, end: int) -> bool:
    # "the |Ellery Harbour Board|" says what it is itself.
    last = text[start:end].rpartition(" ")[2].lower()
    if _ARTICLE.search(text[max(0, start - 5) : start]) and last in _nouns():
        return True
    if text[end : end + 2] == ", ":
        apposed = _apposed().match(text, end)
        # "Ann Lee, a partner leading the firm" is a partner.
        if apposed is not None and not any(map(nouns_in, apposed.group().lower().split())):
            return True
        if _WHICH_SAYS.match(text, end) is not None:
            return True
    if is_of_company(text, start, end):
        return True
    before = text[max(0, start - _BACK) : start]
    noun = _NOUN_BEFORE.search(before)
    if noun is None or noun[1] not in _nouns() or _LEAD.search(before[: noun.start()]) is None:
        return False
    holder = _HOLDER.search(before[: noun.start()]) if noun[2] else None
    if holder is not None and (nouns_in(holder[1].lower()) or holder[1].endswith(_AGENTS)):
        return False  # "a forecaster at the agency, |Ann Lee|, said"
    # "the operator, |Lund Glass|," and "the newsletter |Lund Notes|"
    closed = text[end : end + 1] in (",", ".") or text[end : end + 2] == " ("
    return closed if noun[2] else noun[1] not in _AMBIGUOUS


def _is_surely_signed(text: str, start: int, end: int) -> bool:
    """Is a name of one word a company’s, though one word may be anything?"""
    if is_of_company(text, start, end):
        return True
    companies = words_of("roles", "companies")
    apposed = _apposed().match(text, end) if text.startswith(", ", end) else None
    before = text[max(0, start - _BACK) : start]
    if apposed is not None and _PLACE_BEFORE.search(before) is None:
        words = apposed.group().lower().split()
        return words[-1].strip(",.") in companies and not any(map(nouns_in, words))
    noun = _NOUN_BEFORE.search(before)
    if noun is None or noun[1] not in companies | _OTHERS | _DAILIES:
        return False
    lead = before[: noun.start()]
    if noun[1] in _DAILIES:
        reports = not noun[2] and _REPORTS.match(text, end) is not None
        return reports and _LEAD.search(lead) is not None
    led = _OVER.match(text, end) is not None and _LEAD.search(lead) is not None
    if not led and _OF_A_PEOPLE.search(lead) is None:
        return False
    return not noun[2] or text[end : end + 1] in ",."


def is_of_company(text: str, start: int, end: int) -> bool:
    """Has what is named there shares or a chief executive, or is it "chipmaker |Lund|"?"""
    if text.startswith(("’", "'"), end) and _HAS_POST.match(text, end) is not None:
        return True
    if text.startswith((" sh", " st"), end) and _SHARES_DO.match(text, end) is not None:
        return True
    title = _TITLE_BEFORE.search(text, max(0, start - _BACK), start)
    if title is not None and title[1].lower() in _BEFORE:
        return True
    if not text.endswith((" in ", " of ", " at "), 0, start):
        return False
    before = text[max(0, start - _BACK) : start]
    return _SHARES_BEFORE.search(before) is not None or _POST_OF.search(before) is not None


def _may_be_an_organisation(name: str) -> bool:
    words = name.lower().split()
    return not (
        len(name) < _LETTERS
        or name.lower() in _NO_NAMES
        or name.split()[0] in first_names()
        or words[0] in _NO_BEGINNING
        or not _TITLES.isdisjoint(words)
        or nouns_in(words[0])
        or nouns_in(words[-1])
        or is_known(name)
        or name.isupper()
    )
