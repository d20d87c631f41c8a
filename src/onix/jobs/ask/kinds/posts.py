"""Who is called what: in come a question that asks for a post and windows, out who may hold it.

"The captain, Olav Brenne", "Captain Brenne", "Olav Brenne, captain of the Kestrel": whose captain
he is stands with the title, or in the same sentence or the one before, or else in the headline. It
is its own file so that `roles.py` decides on readings only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onix.jobs.ask.asked.countries import adjectives
from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.windows import Window
from onix.model import Marks, Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.names.persons import nouns_in
from onix.reading.speakers.cast import alike
from onix.reading.words import words_of as listed
from onix.verify.facts.lines import Line, lines_of
from onix.verify.facts.titles import Title, titles_of

_WAS: Final = frozenset({"former", "ex", "retired"})
CAPITALISED: Final = re.compile(r"\b[A-Z][\w’'-]*")
_BETWEEN: Final = re.compile(r"(?:\s(?:of|for|at|in)(?:\s[\w’'-]+){1,5})?(?:,\s|\s)")
_NEXT: Final = re.compile(r"(?:\s(?:of|for|at|in)(?:\s[\w’'-]+){1,3})?\s")
_BEHIND: Final = re.compile(r"\s(?:of|from)\s(?:the\s)?(?P<house>[A-Z][\w’'-]*)")
_AGE: Final = re.compile(r"\d{1,3}-$")
# Before the title of somebody who is not of a part of it; news says "US" to readers elsewhere.
_NATION: Final = frozenset({"us", "u.s", "states", "american", "america", "federal", "acting"})
_OPENINGS: Final = frozenset({"why", "how", "what", "when", "where", "can", "will", "did"})
_THEN: Final = frozenset({"before", "after", "until", "since"})
_PERSONS: Final = frozenset({"his", "her"})
_OWNERS: Final = _PERSONS | {"its", "their", "our"}


@dataclass(frozen=True, slots=True)
class Post:
    """A post that is asked for.

    Attributes:
        noun: "captain", in lower case.
        ranks: "deputy", "former" and their like.
        fields: What else stands before the noun: "finance".
        houses: What it is of, in lower case: "bank", "cordova".
        named: Those that are names, if any are (`is_named`), else all.
    """

    noun: str
    ranks: frozenset[str]
    fields: frozenset[str]
    houses: frozenset[str]
    named: frozenset[str]
    is_named: bool


def post_asked(question: Question) -> Post | None:
    """Give the post of "who is the |finance minister of Cordova|"; None where none is asked for."""
    tree = question.tree
    words = tree.words
    who = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
    if question.kind != "who" or who is None or words[who].label not in {"attr", "nsubj"}:
        return None
    verb = words[who].head
    if lexicon.stem(words[verb].text.lower()) != "be" or words[verb].label != "ROOT":
        return None
    nouns = [n for n in tree.children[verb] if n != who and words[n].label in {"nsubj", "attr"}]
    if len(nouns) != 1 or any(
        each.label == "advcl" or each.text.lower() in _THEN for each in words
    ):
        return None  # who it was at some time, a title does not tell
    if question.tense == "ahead":
        return None  # nor who it will be
    return post_of(question, nouns[0])


def post_of(question: Question, noun: int) -> Post | None:
    """Give the post that a noun of the question names with all that hangs on it, if it is one."""
    tree = question.tree
    words = tree.words
    if not words[noun].tag.startswith("N") or not _is_post(words[noun].text):
        return None
    ranks: set[str] = set()
    fields: set[str] = set()
    houses: set[str] = set()
    for child in tree.children[noun]:
        word = words[child].text.lower()
        below = [words[n].text.lower() for n in _below(question, child)]
        if words[child].label == "poss":
            houses |= {each for each in below if any(map(str.isalnum, each))}
        elif words[child].label == "prep":
            houses |= {
                words[n].text.lower() for n in _below(question, child) if words[n].tag[0] == "N"
            }
        elif words[child].label in {"amod", "compound", "nmod"}:
            if word in listed("facts", "ranks"):
                ranks.add("former" if word in _WAS else word)
            elif words[child].tag.startswith("NNP") and not words[noun].tag.startswith("NNP"):
                houses |= set(below)
            else:
                fields |= set(below)
        elif words[child].label in {"relcl", "acl", "appos"}:
            return None  # "the minister who resigned": told by more than a title
    houses -= {"'s", "’s", "'", "’", "the", "a", "an"}
    named = {each.text.lower() for each in words if each.tag.startswith("NNP")} & houses
    return Post(
        words[noun].text.lower(), frozenset(ranks), frozenset(fields), frozenset(houses),
        frozenset(named or houses), bool(named),
    )  # fmt: skip


def titled(question: Question) -> str | None:
    """Give a title as the news puts it before a name: "German foreign minister"; None without one.

    It stands seldom in the words of "who is the foreign minister of Germany", so it is looked for.
    """
    post = post_asked(question)
    peoples = (
        [adjectives()[each] for each in sorted(post.houses & adjectives().keys())] if post else []
    )
    if post is None or not peoples:
        return None
    fields = [each.text.lower() for each in question.tree.words if each.text.lower() in post.fields]
    return " ".join([*peoples, *fields, post.noun])


def _is_post(noun: str) -> bool:
    low = noun.lower()
    if low in listed("roles", "kin") | listed("roles", "anybody"):
        return False
    return bool(nouns_in(low)) or low in listed("facts", "offices")


def _below(question: Question, number: int) -> list[int]:
    lo, hi = question.tree.edges[number]
    return list(range(lo, hi + 1))


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who is named in a window, and is called something there.

    Attributes:
        name: As full as the text gives it.
        holds: Is it the post that is asked for? None where it is, but perhaps of another house.
        house: The name right before the title, or before it in the headline or near: "Orre".
    """

    window: Window
    span: Span
    name: str
    holds: bool | None
    house: str | None = None


def means(noun: str, word: str) -> bool:
    """May who is a `noun` be spoken of by this word, both in lower case?"""
    return word in alike(noun) or lexicon.match(noun, word) > 0


def called(
    post: Post, windows: Sequence[Window], marks: Callable[[str], Marks]
) -> Iterator[Called]:
    """Give who is called what in the windows that have a word for the post."""
    seen: set[Span] = set()
    for window in windows:
        if not any(means(post.noun, each) for each in words_of(window.text.text)):
            continue
        document = marks(window.text.document_id)
        before = ""
        for sentence in window.sentences:
            for line in lines_of(replace(document, sentences=(sentence,))):
                for mention in line.mentions:
                    if mention.kind != "person" or mention.span in seen:
                        continue
                    seen.add(mention.span)
                    titles = [
                        t for t in titles_of(line, mention.span) if _is_at(t, mention.span, line)
                    ]
                    if not titles or not sentence.covers(mention.span):
                        continue
                    place = _Place(sentence, before, window, document, _of(line, mention.span))
                    held = [_holds(post, each, place) for each in titles]
                    holds = next((each for each in (True, None) if each in held), False)
                    if post.houses & set(words_of(mention.name or mention.span.text)):
                        holds = False  # "Marsh's lawyer" is not Marsh, who may be one, too
                    name = mention.name or mention.span.text
                    own = [each for each in titles if _holds(post, each, place)]
                    house = _house_before(post, own[0], place) if own else None
                    yield Called(window, mention.span, name, holds, house)
            before = sentence.text


def is_about(post: Post, called: Called) -> bool:
    """Do the sentences around a name tell what the post asked for is of, and not another one?"""
    told = words_of(called.window.text.text)
    return all(_share({each}, told) for each in post.named)


def descriptions(
    asked: set[str], windows: Sequence[Window], marks: Callable[[str], Marks]
) -> Iterator[Called]:
    """Give what windows call somebody by all of whose names, in lower case, are asked for."""
    for window in windows:
        document = marks(window.text.document_id)
        for line in lines_of(replace(document, sentences=window.sentences)):
            for mention in line.mentions:
                if mention.kind != "person" or not asked <= set(words_of(mention.name or "")):
                    continue
                for title in titles_of(line, mention.span):
                    span = _with_age(line, title.span)
                    if _is_at(title, mention.span, line) and window.text.covers(span):
                        yield Called(window, span, mention.name or "", True)


def _with_age(line: Line, span: Span) -> Span:
    """Take the number along that is cut from "|16-|year-old activist"."""
    found = _AGE.search(line.before(span.start))
    return line.document.span(span.start - (len(found[0]) if found else 0), span.end)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody is called something: the sentence, the one before, and "Ann Lee |of Oslo|"."""

    sentence: Span
    before: str
    window: Window
    document: Marks
    of: frozenset[str]


def _is_at(title: Title, name: Span, line: Line) -> bool:
    """Do title and name stand together, but for what the title is of, and is it no one else's?"""
    text = line.document.text
    others = [m.span for m in line.mentions if m.kind == "person" and m.span != name]
    if title.span.start >= name.start:  # "Lee met Roe, |Secretary of State| Ann Lund and others"
        behind = [each for each in others if each.start >= title.span.end]
        return not any(_NEXT.fullmatch(text, title.span.end, each.start) for each in behind)
    if any(title.span.end <= each.start < name.start for each in others):
        return False  # "the deputy to |Secretary of State| Ann Lund, Roe"
    return _BETWEEN.fullmatch(text, title.span.end, name.start) is not None


def _of(line: Line, name: Span) -> frozenset[str]:
    found = _BEHIND.match(line.behind(name.end))
    return frozenset(words_of(found["house"]) if found is not None else ())


def _holds(post: Post, title: Title, place: _Place) -> bool | None:
    """Is a title that of the post asked for, and of its house? None where that is left open."""
    if not means(post.noun, title.head):
        return False
    before = place.document.document.text[: title.span.start].split()[-1:]
    fields = {*title.fields, *title.houses, *map(str.lower, before)}
    if post.ranks != title.ranks:
        return False
    if post.fields and not _share(post.fields, fields, least=lexicon.SYNONYM):
        return False if title.fields else None
    if lexicon.match(post.noun, title.head) == 0:
        return None
    houses = title.houses | place.of
    if not post.houses:
        return not title.fields or bool(post.fields) or None
    if _share(post.houses, houses):
        return True
    opens = before[0].lower() if before else ""
    if title.named or place.of or opens not in _OWNERS | {"the"}:
        return None  # "President Lee": perhaps of it, told elsewhere
    # "Its governor, Ann Lee" is of what is named near.
    near = f"{place.before} {place.sentence.text}"
    near = " ".join(CAPITALISED.findall(near)) if post.is_named else near
    headline = place.window.citation.title or ""
    if _share(post.named, words_of(near)):
        return True
    if opens in _OWNERS:
        return None if opens in _PERSONS else False  # "his lawyer": who "he" is may stand far
    if all(_share({each}, words_of(headline)) for each in post.named):
        return True
    sentences = place.document.sentences
    lead = words_of(f"{headline} {sentences[0].text if sentences else ''}")
    return None if all(_share({each}, lead) for each in post.named) else False


def _house_before(post: Post, title: Title, place: _Place) -> str | None:
    """Give the name of the house that stands before a title: "|Orre| Attorney General Ann Lee".

    Of "Attorney General Ann Lee" it may stand so in the headline, or right before.
    """
    own = (title.houses | place.of) - post.houses - post.fields - _NATION
    if own:
        return min(own)
    before = place.document.document.text[place.sentence.start : title.span.start]
    title_text = re.escape(title.span.text)
    led = re.compile(rf"(?P<house>[A-Z][\w.]+)(?:['’]s)?\s(?:state\s)?(?i:{title_text})\b")
    near = (
        f"{before}{title.span.text}",
        place.window.citation.title or "",
        place.before,
    )
    for text in near:
        for found in led.finditer(text):
            house = found["house"].lower().rstrip(".")
            is_opening = found.start() == 0 and house in _OPENINGS | listed("stopwords", "english")
            if not is_opening and house not in _NATION and house not in listed("facts", "ranks"):
                return house
    return None


def _share(one: Iterable[str], other: Iterable[str], *, least: float = 0.0) -> bool:
    """Is a word of the one more than so much like one of the other?"""
    return any(lexicon.match(a, b) > least for a in one for b in other)
