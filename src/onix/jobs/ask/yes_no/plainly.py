"""A yes or no has to stand on a sentence that says what is asked: in come readings, out readings.

"Has Marsh resigned?" is no yes from "Marsh was asked what he had learned". The reader may take any
sentence for a yes, and a plain yes for a no; grammar (`stances.py`) knows whether a sentence says
what the question asks, of whom, and as done or only as planned, possible or claimed by somebody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import Term
from onix.jobs.ask.kinds.questioned import asks_all, short_reply
from onix.jobs.ask.readings import Reading, Seen, is_asked, missing_words
from onix.jobs.ask.windows import Window, is_of_old
from onix.jobs.ask.yes_no.asks import Asked, asked_of
from onix.jobs.ask.yes_no.complements import is_on_another, is_to_another
from onix.jobs.ask.yes_no.parties import objects_of
from onix.jobs.ask.yes_no.predicates import predicate
from onix.jobs.ask.yes_no.stances import Stand, stands
from onix.model import Marks, Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree

_WIN: Final = lexicon.stem("win")
SURE: Final = (
    1.0  # the log of the odds: of a hundred on the page 96 are right, in an archive nine in ten
)
SAME: Final = 0.75  # of each word of the question, in the sentence
Verdict = Literal["yes", "no", "keep", "none"]
# What stands before a "not" that does not belong to the verb: "but not by Roth".
_APART: Final = frozenset({"though", "although", "but", "and", "if"})
NEAR: Final = 0.5  # of a noun that says more, near the sentence: as far as the title of its story
_SORTS: Final = frozenset({"noun", "other"})
# Adverbs that ask for nothing more.
_IDLE: Final = frozenset(
    {"actually", "currently", "eventually", "finally", "only", "really", "recently", "truly"}
)
_BEFORE: Final = frozenset({"previously", "formerly", "once", "initially", "originally"})
HALF: Final = 0.4  # the log of the odds: shown, but behind any yes or no that grammar is sure of
SHORT: Final = 4  # words of a reply that tells nothing by itself
NOT_IT: Final = -1.0  # at most, for one to another question
LEFT: Final = 0.0  # at most, for a sentence without its yes or no


def told_plainly(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of a yes/no question, with the yes or no that their sentences say."""
    if question.kind != "yes/no":
        return list(readings)
    asked = asked_of(question, seen.parse)
    if asked is None or asked.is_negated:
        return list(readings)
    found = [_mended(question, asked, each, seen) for each in readings]
    if asked.is_there and not any(each.stance or each.claim for each in found):
        asked = asked_of(question, seen.parse, of_what_exists=False) or asked
        found = [_mended(question, asked, each, seen) for each in readings]
    read = {sentence for each in readings for sentence in each.window.sentences}
    for window in seen.windows:
        is_new = read.isdisjoint(window.sentences)
        if is_new or (window.middle not in read and _is_told_by_them(question, window, seen)):
            place = (window.middle, window.citation)
            unread = Reading(window, window.middle, None, LEFT, (place,))
            mended = _mended(question, asked, unread, seen)
            found += [mended] if mended.stance is not None else []
    if asked.when == "now":  # of what is so now the newest tells most
        found.sort(key=lambda each: each.window.citation.published or "", reverse=True)
    return sorted(found, key=lambda each: -each.score)


def _is_told_by_them(question: Question, window: Window, seen: Seen) -> bool:
    """Does whom the question names speak of themselves: "I did not open it"?"""
    told = window.middle
    names = {word for term in question.terms if term.sort == "name" for word in words_of(term.word)}
    return "i" in words_of(told.text) and any(
        not names.isdisjoint(words_of(quote.speaker or ""))
        for quote in seen.marks(told.document_id).quotes
        if any(each.overlaps(told) for each in quote.content)
    )


def verdict(asked: Asked, stand: Stand) -> Verdict:
    """Say what a word that may say what is asked makes of it; "keep" leaves it to the reader."""
    found = _side(asked, stand)
    if asked.is_denial and found in {"yes", "no"}:
        return "no" if found == "yes" else "yes"
    return found


def _side(asked: Asked, stand: Stand) -> Verdict:
    said = stand.said
    if stand.is_noun and said.is_so:
        return "none"  # "offered her resignation"
    if stand.is_former and asked.teller is None and (stand.is_opposite or asked.when == "now"):
        return "none"  # "had opposed it for months"
    if asked.is_supposed:
        return "keep" if said.when is None else "none"
    if said.when is None or (said.voice in {"claimed", "denied"} and not asked.asks_for_claims):
        return "none"
    if asked.is_possible and said.when == "done":
        return "none"  # what was done once may not be allowed any more
    side: Verdict = "yes" if said.is_so == (said.voice != "denied") else "no"
    if asked.when == "ahead":
        return side if said.when == "ahead" else "keep"
    if said.when == "meant":
        return "none"
    if said.when == "ahead":
        if stand.is_opposite and asked.when == "done":
            # "will stay shut until noon" tells nothing of whether it opened then
            return "no" if stand.keeps and side == "no" else "none"
        is_doing = asked.when == "now" and asked.tree.words[asked.verb].tag == "VBG"
        return side if is_doing or not said.is_so else "none"
    if asked.when == "done" and said.when == "now":
        if stand.is_opposite:
            return side
        return "keep" if not said.is_so or asked.word != asked.verb else "none"
    if asked.when == "now" and said.when == "done" and asked.word != asked.verb:
        if stand.brings_about and said.is_so:
            return side  # "was freed": is free
        # "There was no evidence, she said": it is told as it stood when she spoke.
        return "no" if asked.is_there and side == "no" else "keep"
    return side


def _mended(question: Question, asked: Asked, reading: Reading, seen: Seen) -> Reading:
    """Give a reading with the yes or no that grammar is sure of, or without one it cannot bear out.

    1. What is said of the very one who is asked about, with all else that the question names.
    2. Else what the reader says, where the sentence may say that.
    3. Else the sentence alone, with what somebody claims or denies there.
    """
    marks = seen.marks(reading.window.text.document_id)
    told = [each for each in reading.window.sentences if not is_asked(each.text)]
    found = [
        each
        for each in stands(asked, told, marks, seen.parse)
        if not _was_won_long_ago(question, asked, each, reading)
        and (asked.when != "now" or not _is_over(each, seen.parse(each.sentence.text)))
    ]
    # 1
    sure: dict[Verdict, Stand] = {}
    for each in sorted(found, key=lambda each: each.strength):
        what = verdict(asked, each)
        is_of_it = each.who == "same" and each.whom != "other"
        if (
            what in {"yes", "no"}
            and is_of_it
            and not is_on_another(asked, each, seen.parse(each.sentence.text))
            and not is_to_another(asked, each, marks, seen, or_nobody=True)
            and _bears_out(question, asked, each, reading.window.strengths)
        ):
            sure[what] = each
    whole = {side: each for side, each in sure.items() if each.whom == "same"}
    if len(whole) == 1 and len({each.sentence for each in sure.values()}) == 1:
        sure = whole  # "won the cup after they had |tied|"
    if len(sure) == 1:
        ((side, stand),) = sure.items()
        return _with(reading, stand, "yes" if side == "yes" else "no", seen)
    if not sure and (half := _half_told(question, asked, found, reading, seen)) is not None:
        return half
    # 2
    if (replied := _replied(question, asked, reading, marks)) is not None:
        return replace(reading, stance=replied)
    if _is_of_another_question(question, reading):
        return replace(reading, stance=None, score=min(reading.score, NOT_IT))
    if reading.stance is None:
        return reading if _is_in_words(reading, marks) else _left(reading)
    if _is_reply(asked, reading, marks, seen):
        return reading
    here = [
        each
        for each in found
        if each.sentence == reading.sentence
        and not (each.whom == "other" and asked.names_what)
        and not _is_by_another(asked, each)
        and not is_on_another(asked, each, seen.parse(each.sentence.text))
        and not is_to_another(asked, each, marks, seen)
    ]
    near = [each for each in here if each.who == "same"] or [e for e in here if e.who == "open"]
    said = next((each for each in near if verdict(asked, each) in {reading.stance, "keep"}), None)
    if said is not None:
        return replace(reading, span=_decides(reading.span, said, seen))
    # 3
    claimed = next((each.said for each in near if each.said.voice in {"claimed", "denied"}), None)
    claim: Literal["yes", "no"] | None = None
    if claimed is not None:
        claim = "yes" if claimed.is_so == (claimed.voice == "claimed") else "no"
    return replace(_left(reading), claim=claim)


def _was_won_long_ago(question: Question, asked: Asked, stand: Stand, reading: Reading) -> bool:
    """Is it told of years long past, where what is won again and again is asked about?"""
    if lexicon.stem(asked.tree.words[asked.verb].text.lower()) != _WIN:
        return False
    sentences = reading.window.sentences
    told = [each.text for each in sentences[: sentences.index(stand.sentence) + 1]]
    return is_of_old(question, told, reading.window.citation)


def _left(reading: Reading) -> Reading:
    """Give a reading that says neither yes nor no, and is too little to be shown by itself."""
    return replace(reading, stance=None, score=min(reading.score, LEFT))


def _is_in_words(reading: Reading, marks: Marks) -> bool:
    """Does somebody say it, so that it is shown alone as theirs?"""
    return any(
        quote.speaker and reading.span is not None and each.overlaps(reading.span)
        for quote in marks.quotes
        for each in quote.content
    )


def _half_told(
    question: Question, asked: Asked, found: Sequence[Stand], reading: Reading, seen: Seen
) -> Reading | None:
    """Give the sentence that says all that is asked, but as claimed, or as yet to come."""
    marks = seen.marks(reading.window.text.document_id)
    for each in found:
        said = each.said
        is_claimed = said.voice in {"claimed", "denied"} and said.when is not None
        is_to_come = asked.when == "done" and said.is_so and said.when in {"ahead", "meant"}
        if (
            (is_claimed or is_to_come)
            and not each.is_noun
            and not each.is_opposite
            and not is_on_another(asked, each, seen.parse(each.sentence.text))
            and each.who == "same"
            and each.whom != "other"
            and not is_to_another(asked, each, marks, seen, or_nobody=True)
            and _bears_out(question, asked, each, reading.window.strengths)
        ):
            claim: Literal["yes", "no"] = "yes" if said.voice != "denied" else "no"
            shown = _with(reading, each, claim, seen)
            return replace(shown, stance=None, claim=claim if is_claimed else None, score=HALF)
    return None


def _replied(
    question: Question, asked: Asked, reading: Reading, marks: Marks
) -> Literal["yes", "no"] | None:
    """Give the yes or no of "No, sir" behind a question of the text that asks all of it."""
    sentences = reading.window.sentences
    at = sentences.index(reading.sentence)
    before = sentences[at - 1].text if at else ""
    if asked.is_denial or not is_asked(before):
        return None
    speakers = (
        quote.speaker
        for quote in marks.quotes
        if any(each.overlaps(reading.sentence) for each in quote.content)
    )
    if not asks_all(question, before, next(speakers, None)):
        return None
    return short_reply(before, reading.sentence.text)


def _is_of_another_question(question: Question, reading: Reading) -> bool:
    """Is it "No, sir" to what the text asks, where a word of the question stands nowhere near?"""
    sentences = reading.window.sentences
    at = sentences.index(reading.sentence)
    return (
        at > 0
        and is_asked(sentences[at - 1].text)
        and len(words_of(reading.sentence.text)) <= SHORT
        and short_reply("", reading.sentence.text) is not None
        and bool(missing_words(question, reading.window))
    )


def _is_reply(asked: Asked, reading: Reading, marks: Marks, seen: Seen) -> bool:
    """Is it the reply to a question in the text that asks the same: "Had he left? He had not."?"""
    sentences = reading.window.sentences
    at = sentences.index(reading.sentence)
    before = sentences[at - 1 : at] if at else ()
    return any(is_asked(each.text) or "asked" in words_of(each.text) for each in before) and any(
        each.who != "other" for each in stands(asked, before, marks, seen.parse)
    )


def _with(reading: Reading, stand: Stand, stance: Literal["yes", "no"], seen: Seen) -> Reading:
    sentence = stand.sentence
    is_same = sentence == reading.sentence
    return replace(
        reading,
        sentence=sentence,
        span=_decides(reading.span, stand, seen) if is_same and reading.span else sentence,
        stance=stance,
        places=reading.places if is_same else ((sentence, reading.window.citation),),
        score=max(reading.score, SURE),
    )


def _decides(span: Span | None, stand: Stand, seen: Seen) -> Span | None:
    """Give the words that are shown to decide: not who it is said of, but what is said."""
    if span is None:
        return None
    tree, sentence = seen.parse(stand.sentence.text), stand.sentence
    word = tree.words[stand.word]
    if span.start <= sentence.start + word.start and sentence.start + word.end <= span.end:
        return span
    return sentence.part(*predicate(tree, stand.word))


def _is_by_another(asked: Asked, stand: Stand) -> bool:
    """Is it told by whom it was done, and not by the one who is asked about?

    "Was it paid for by a dealer?" is no yes from "It was paid for by the Arts Fund".
    """
    return asked.is_passive and asked.whom is not None and stand.whom != "same" and stand.has_doer


def _is_over(stand: Stand, tree: Tree) -> bool:
    """Is it told as what was so before: "accounts that had |previously| been banned"?"""
    below = (tree.words[n].text.lower() for n in tree.children[stand.word])
    return not _BEFORE.isdisjoint(below)


def _is_apart(told: Sequence[str], asked: Sequence[str]) -> bool:
    """Does a sentence set apart what is asked: "opened to families, though |not to the press|"?"""
    rows = (
        told[n + 1 : n + 4]
        for n, word in enumerate(told)
        if word == "not" and told[max(0, n - 1)] in _APART
    )
    return any(lexicon.match(a, b) >= SAME for row in rows for a in asked for b in row)


def _says_how(word: str) -> bool:
    """Is it how something was done, so that it makes a difference: "deliberately"?"""
    return word.endswith("ly") and word not in _IDLE


def _bears_out(question: Question, asked: Asked, stand: Stand, around: Sequence[float]) -> bool:
    """Does a sentence say all else that a question names? A name may stand before: "she".

    So may whatever says more of one of the parties: "the hearing" for "the hearing over the fence".

    Args:
        around: How well each term is borne out near the sentence, as in `Window.strengths`.
    """
    told = words_of(stand.sentence.text)
    if "only" in told:
        return False  # "paid only half of it"
    if _is_apart(told, [term.word for term in question.terms]):
        return False
    own = Matcher([term.word for term in question.terms]).strengths(told)
    found = {asked.word, asked.who, asked.whom if stand.whom == "same" else None} - {None}
    if asked.deed is not None:
        found |= asked.deed.used
    if asked.teller is not None:
        first, last = asked.tree.edges[asked.teller]
        found |= {asked.tree.words[asked.teller].head, *range(first, last + 1)}
    known = {asked.tree.words[n].text.lower() for n in found if n is not None}
    # what it is done to, unless the sentence leaves that out, as what all know
    objects = {
        asked.tree.words[n].text.lower()
        for n in objects_of(asked.tree, asked.verb)
        if stand.whom != "same"
    }
    if _is_by_another(asked, stand):
        return False

    def says_which(term: Term) -> bool:
        """Does a verb only say which of several is meant: "the meeting where he was |fired|"?"""
        way = question.tree.path(term.index)
        return any(question.tree.words[n].label == "relcl" for n in way)

    return all(
        strength >= SAME
        or term.sort == "name"
        or (term.sort == "number" and stand.is_wider)
        or term.word.partition(" ")[0] in known
        or (
            (term.weight < 1.0 or (near >= NEAR and (term.sort in _SORTS or says_which(term))))
            and (term.word not in objects or stand.is_bare)
            and not _says_how(term.word)
        )
        for term, strength, near in zip(question.terms, own, around, strict=True)
    )
