"""Who a source is: in come the words that name it and the names found in the document, out a name.

A name is given only when the text bears it out; where two people fit, it is left open.
It is its own file because it keeps what a reader keeps in mind: who spoke and who was named last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from onix.model import Document, Mention
from onix.reading.grammar.function_words import PRONOUNS, cue_classes
from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.units import Unit
from onix.reading.names.genders import Gender
from onix.reading.names.namings import askers
from onix.reading.quotes.answers import Answers
from onix.reading.quotes.bare_marks import BareMarks
from onix.reading.quotes.interviews import Interview
from onix.reading.speakers import again
from onix.reading.speakers.ahead import opens_story
from onix.reading.speakers.antecedents import Antecedents
from onix.reading.speakers.asked import asked, asking, facing, wondered_at
from onix.reading.speakers.campaigns import Campaigns, is_owned
from onix.reading.speakers.captions import find_captions
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.choices import NOBODY, Choice, Choices, Learned, weights
from onix.reading.speakers.described import Described
from onix.reading.speakers.descriptions import add_gender_signs, find_descriptions
from onix.reading.speakers.doubts import doubts
from onix.reading.speakers.families import Families
from onix.reading.speakers.headings import asked_above
from onix.reading.speakers.inside import named_behind, sentence_subject
from onix.reading.speakers.lives import whose_life
from onix.reading.speakers.memory import Memory
from onix.reading.speakers.owners import OWNERS, find_owners, own_words, whose
from onix.reading.speakers.posts import Posts
from onix.reading.speakers.recall import candidates
from onix.reading.speakers.relatives import find_relatives, relative_of
from onix.reading.speakers.sourced import PRONOUN_GENDER, Sourced
from onix.reading.speakers.unnamed import hides, whom_it_is_about

if TYPE_CHECKING:
    from onix.reading.quotes.draft import Draft

_MY = ("My ", "my ")
_SUBJECTS = re.compile(r"\b(?:[Hh]e|[Ss]he)\b(?![’'](?!(?:s|d|ll|ve)\b))")
_INSERTED = re.compile(r"[,;—] (?:he|she) (?:has |had )?[a-z]+[,.;]")  # "The pier, she said, …"
_AGED = re.compile(r" (?:is|was|turned) (\d{1,3})\b(?! percent| per)")
_VERB = re.compile(
    r" (?:(?:also|has|had|have|did|does|then|later|never|not|[a-z]+ly) ){0,2}([a-z]+)"
)
_FIRST = re.compile(r"[\s’']")
_ADDS = frozenset({"added", "adds", "continued", "continues"})
_FILES = frozenset({"writes", "reports"})  # as "our reporter" does
_DOUBTFUL = 0.4
_SURELY = 0.9  # likelier than this, whom a pronoun means is told where nothing turns on it
_LIKELY = 0.85  # … and this, where they say, think or plan something
# Likelier than this, one of whom the sentence before is about is meant, whatever follows.
_EVEN = 0.7


class Speakers:
    """Names for the sources of one document, given in the order of the text.

    Args:
        masked: The text with what stands in quote marks masked.
        units: Its sentences.

    Attributes:
        sourced: Whom a source names by its own words.
    """

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        masked: str,
        units: Sequence[Unit],
        learned: Learned | None = None,
        interview: Interview | None = None,
        answers: Answers | None = None,
    ) -> None:
        self._document = document
        self._text = document.text
        self._masked = masked
        self._mentions = sorted(mentions, key=lambda mention: mention.span.start)
        # Letters of a name in marks are masked, too: a play called “Jack Straw” is nobody.
        captions = [end for region in find_captions(self._text) for end in region]
        present = [
            each
            for each in self._mentions
            if not (self._is_title(each) or bisect_right(captions, each.span.start) % 2)
        ]
        self._cast = Cast(masked, present)
        self.sourced = Sourced(self._text, masked, self._mentions, self._cast)
        self._antecedents = Antecedents(self._text, masked, self._mentions)
        self._interview = interview or Interview(document.text, {})
        self._askers = askers(document.text, self._mentions)
        self._interview.name(self._cast, document.title, self._askers)
        self._families = Families(self._text, masked, self._mentions, self._cast)
        self._memory = Memory(masked, units, captions)
        self._campaigns = Campaigns(masked, present, self._cast)
        self._choices = Choices(weights() if learned is None else learned)
        self._described = Described(
            self._text,
            masked,
            self._cast,
            self._memory,
            self.sourced,
            self._families,
            self._choices,
            Posts(masked, present, self._cast, self._memory),
            self._campaigns.runs,
        )
        self._alone: dict[Region, Set[str]] = {}
        for mention in present:
            name = mention.name
            if name is None and mention.kind == "person":
                name = self._families.alone(mention)
            if name is not None and mention.kind != "place":
                self._memory.note(mention.span.start, mention.span.end, name)
            elif name is None and (bearers := self._families.all_of(mention)):
                self._memory.note_family(mention.span.start, mention.span.end, bearers)
                self._alone[mention.span.start, mention.span.end] = bearers
        for unit in units:
            unnamed = whom_it_is_about(masked, unit, self._cast, self.sourced)
            if unnamed is not None:
                self._memory.note_unnamed(*unnamed)
        self._answers = answers or Answers()
        self._answers.name(self._text, self._cast, self._askers)
        self._named_by: dict[Region, str | None] = {}
        self._described_at: frozenset[Region] = frozenset()
        self._bare = BareMarks(self._text, masked)

    def _is_title(self, mention: Mention) -> bool:
        """Is this the title of a work in quote marks?"""
        span = mention.span
        first = span.text.partition(" ")[0]
        written = self._masked[span.start : span.start + len(first)]
        return written != first and not written.startswith(MASK)

    def name(self, drafts: Sequence[Draft]) -> None:
        """Say in each draft who speaks; None where the text leaves it open, or us.

        Pronouns that are no sources are read, too: they tell whom the text goes on about.
        """
        waiting: list[tuple[Region, Draft | None]] = [
            (draft.source or draft.content[0], draft) for draft in drafts
        ]
        waiting += [(match.span(), None) for match in _SUBJECTS.finditer(self._masked)]
        found = [*find_descriptions(self._masked, self._cast), *find_relatives(self._masked)]
        for region, mention in self._antecedents.all():
            if (name := self._name_of(mention)) is not None:
                self._named_by[region] = name
                found.append(region)
        self._described_at = frozenset(found)
        waiting += [(region, None) for region in find_owners(self._masked)]
        waiting += [(region, None) for region in self._described_at]
        waiting += [(region, None) for region in self._alone]
        for region, draft in sorted(waiting, key=_place):
            if draft is not None:
                self._name(draft, region[0])
            elif region in self._named_by:
                continue
            elif region in self._alone:
                self._name_family(region)
            elif self._owns(region):
                self._named_by[region] = self._owner(region)
            elif self._gender_of(region) is None:
                name = self._named_by[region] = self._described.of(region, ())
                if name is not None and self._choices.likelihood.get(region, 1.0) >= _SURELY:
                    self._memory.note_meant(*region, name)
            else:
                inserted = _INSERTED.match(self._masked, max(0, region[0] - 2))
                said = [self._memory.sentence_to(region[0])] if inserted else []
                self._resolve(region, said)

    def _name_family(self, region: Region) -> None:
        """Remember whom a family name alone means, if only one of them has spoken so far."""
        bearers = self._alone[region]
        families, memory = self._families, self._memory
        name = families.speaks_again(bearers, bearers, region[0], memory)
        name = name or families.head(bearers, region[0], memory)
        if name is not None:
            self._memory.name_family(*region, name)

    @property
    def choices(self) -> Sequence[Choice]:
        """Every choice among candidates that was made."""
        return self._choices.made

    def whom(self, words: Region) -> str | None:
        """Give whom words stand for that name somebody, or were found to mean somebody."""
        return self._named_by.get(words) or self.sourced.named(words)

    def meant(self) -> list[Mention]:
        """Give the pronouns and descriptions that surely stand for somebody, in order.

        `name` has to be called before. What names somebody itself is none of them.
        """
        cast = self._cast
        return [
            Mention(
                self._document.span(*at), "person" if name in cast.people else "organisation", name
            )
            for at, name in sorted(self._named_by.items(), key=_start)
            if name is not None
            and (at in self._described_at or self._text[slice(*at)].lower() in PRONOUN_GENDER)
            and self._choices.likelihood.get(at, 1.0) >= (_LIKELY if self._says(at) else _SURELY)
        ]

    def _says(self, at: Region) -> bool:
        """Does a verb of saying, thinking or planning follow: is it a source, too?"""
        verb = _VERB.match(self._masked, at[1])
        return verb is not None and bool(cue_classes().get(verb.group(1)))

    def _name(self, draft: Draft, position: int) -> None:
        if draft.source is not None:
            if draft.source not in self._named_by:
                self._resolve(draft.source, draft.content)
            draft.speaker = self._named_by[draft.source]
            draft.candidates = () if draft.speaker else self._choices.open.get(draft.source, ())
        if draft.cue is None and not draft.marked and draft.kind == "direct":
            draft.speaker = self._interview.speaks(position)
        elif draft.cue is None and draft.marked and not draft.is_headed:
            draft.speaker = self._unled(draft)
            if draft.speaker is not None:
                draft.candidates = ()
        known = draft.speaker is not None
        if known or (draft.source is not None and not self._is_pronoun(draft.source)):
            unnamed = draft.source if draft.speaker is None else None
            noun = "" if unnamed is None else self.sourced.noun(unnamed)
            described = "" if unnamed is None else self.sourced.described(unnamed)
            said = draft.content[0][0], draft.content[-1][1]
            self._memory.spoke(position, draft.speaker, noun, described, said=said)

    def _resolve(self, source: Region, said: Sequence[Region]) -> None:
        """Find whom a source stands for, and remember that they are meant there."""
        gender = self._gender_of(source)
        words = self._text[slice(*source)]
        name = self._interview.speaker(source)
        if name is not None or self._interview.is_label(source) or self.sourced.are_several(source):
            pass
        elif words.startswith(_MY) and (speaks := self._interview.speaks(source[0])) is not None:
            name = relative_of(words.lower(), speaks, self._cast)
        elif gender is not None:
            name = self._pronoun(source, gender, said)
            if name is None and self._owns(source):
                name = self._owner(source)
        elif (campaign := self._campaigns.of(source)) is not None:
            name = campaign
        elif is_owned(words):
            name = self._campaigns.owned_by(self._owner((source[0], source[0] + 3)))
        elif (own := own_words(self._masked, source)) is not None:
            name = self._owner(own)
            if name is None and self.sourced.is_no_person(source):
                name = self._author(source, said)
        elif self.sourced.is_no_person(source):
            name = self._author(source, said)
        else:
            sentence = self._memory.sentence_to(source[0])[0]
            name = (
                self._name_of(self._antecedents.of(source))
                or self.sourced.named(source)
                or self.sourced.apposed_before(source, sentence)
                or self._described.of(source, said)
                or again.adds_to(source, self._cast, self._memory, self._masked)
                or self.sourced.as_written(source)
                or self._in_capitals(words)
            )
            if name is not None:
                self._cast.meet(name)
        self._named_by[source] = name
        if name is not None and source in self._alone:
            self._memory.name_family(*source, name)
        elif name is not None and not (
            any(each.name == name for each in self.sourced.inside(source))
            or self._masked.endswith("whose ", 0, source[0])
        ):
            self._memory.note(*source, name, pronoun=gender is not None)
        surely = gender is not None and self._choices.likelihood.get(source, 1.0) >= _SURELY
        if name is not None and name in self._cast.people and surely:
            self._cast.tell(name, source[1])

    def _name_of(self, mention: Mention | None) -> str | None:
        return None if mention is None else mention.name or self._families.alone(mention)

    def _in_capitals(self, words: str) -> str | None:
        bearers = self._cast.bearers(words) if words.isupper() else set()
        return bearers.pop() if len(bearers) == 1 else None

    def _author(self, source: Region, said: Sequence[Region]) -> str | None:
        """Find whose words a document holds: nobody's but for "his email" and "a letter from"."""
        author = self.sourced.author(source)
        if not isinstance(author, tuple):
            return author
        gender = PRONOUN_GENDER.get(self._text[slice(*author)].lower())
        if gender is not None:
            return self._pronoun(author, gender, said)
        return self._name_of(self._antecedents.of(author))  # "Ann Lee, whose letter said so"

    def _gender_of(self, source: Region) -> Gender | None:
        """Give the gender of a pronoun, also with a verb that is none of the known: "he raged"."""
        words = self._text[slice(*source)].lower()
        first = _FIRST.split(words, maxsplit=1)[0]  # "he’s comparing", too
        return PRONOUN_GENDER.get(first if first in ("he", "she") else words)

    def _owns(self, words: Region) -> Gender | None:
        """Give the gender that "his" and "her" tell."""
        return OWNERS.get(self._text[slice(*words)].lower())

    def _owner(self, words: Region) -> str | None:
        """Give whom "his" or "her" means."""
        gender = self._owns(words)
        fits = self._cast.fitting(gender) - self._askers
        return whose(words, gender, fits, self._cast, self._memory, self._masked, self._choices)

    def _pronoun(self, source: Region, gender: Gender, said: Sequence[Region]) -> str | None:
        at, memory, masked = source[0], self._memory, self._masked
        speaks = self._interview.speaks(at)
        match = _VERB.match(masked, source[1])
        verb = "" if match is None else match.group(1)
        askers = frozenset() if verb in _FILES else self._askers
        people = self._cast.fitting(gender) - askers - {speaks}
        people -= named_behind(source, people, memory, masked) | asking(at, people, memory, masked)
        people -= facing(at, gender, self._cast, memory, masked)
        if said and again.nobody_goes_on(at, gender, people, memory, adds=verb in _ADDS):
            return None
        if hides(masked, at) or again.is_of_them(at, gender, memory):
            return None
        about = sentence_subject(at, people, said, memory, masked)
        about = about or asked_above(at, people, memory, masked)
        about = about or opens_story(at, people, memory)
        about = about or whose_life(at, people, memory, masked)
        if said:
            about = about or asked(at, people, memory, masked)
            about = about or wondered_at(at, people, memory, masked)
            if about is None and "say" in cue_classes().get(verb, ()):
                about = again.has_the_word(at, gender, self._cast, memory)
        about = about or again.whose_own(at, people, memory, masked)
        if about is not None:
            self._cast.learn(about, gender)
            return about
        told = self.sourced.spoken_of(said)
        rows = candidates(memory, at, people, said, gender=gender, spoken_of=told)
        add_gender_signs(rows, self._cast, gender)
        name = self._choices.choose("pronoun", source, rows)
        likely, first = self._choices.last()[0]
        sure = likely >= _EVEN or said or self._says(source)
        before = again.still_about(at, people, memory, masked)
        if first and sure and before is not None and first == before.who(people):
            name, self._choices.likelihood[source] = first, max(likely, _SURELY)
        if name is None:
            return again.goes_on_speaking(at, gender, people, self._cast, memory) if said else None
        surely = self._choices.likelihood[source] >= _SURELY
        cast, mentions = self._cast, self._mentions
        if may_be := doubts(name, at, gender, people, cast, memory, mentions, masked, sure=surely):
            self._choices.open[source] = may_be
            return None
        if surely:
            self._cast.learn(name, gender)
        if (age := _AGED.match(masked, source[1])) is not None:
            self._cast.grow(name, age.group(1))
        return name

    def _is_pronoun(self, source: Region) -> bool:
        return self._text[slice(*source)].lower() in PRONOUNS

    def _unled(self, draft: Draft) -> str | None:
        """Choose whose words stand in marks that no verb of saying governs.

        Whom the sentence leads to stays unless they are likelier nobody's.
        """
        led, start = draft.speaker, draft.content[0][0]
        answers = self._answers.speaker(start)
        if answers is not None:
            return answers
        rows = candidates(
            self._memory, start, self._cast.people, spoken_of=self.sourced.spoken_of(draft.content)
        )
        self._bare.add_signs(rows, draft, self._memory)
        chosen = self._choices.choose("unled", draft.content[0], rows)
        if chosen is not None or led is None:
            return chosen
        likelihoods = {name: likely for likely, name in self._choices.last()}
        return led if likelihoods[NOBODY] < _DOUBTFUL else None


def _start(named: tuple[Region, str | None]) -> Region:
    return named[0]


def _place(waiting: tuple[Region, Draft | None]) -> tuple[int, bool]:
    """Put sources before the pronouns that they are."""
    return waiting[0][0], waiting[1] is None
