"""Whom a description stands for: "the director", "his wife", "the company", "it"; a name out.

It is its own file because a pronoun leans on who was just spoken of, and a description on what is
known of somebody: by name, family, kin, post or place, and only then by what is likeliest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from onix.model import Mention
from onix.reading.grammar.sentence_words import Region
from onix.reading.speakers.again import called_again, led_in_by
from onix.reading.speakers.agents import agent
from onix.reading.speakers.ahead import brought_in, named_next
from onix.reading.speakers.announced import announced
from onix.reading.speakers.asked import asked
from onix.reading.speakers.bodies import Bodies
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.choices import NOBODY, Choices
from onix.reading.speakers.descriptions import (
    Description,
    add_body_signs,
    add_people_signs,
    peoples,
    read_description,
)
from onix.reading.speakers.doers import Doers
from onix.reading.speakers.epithets import (
    Epithets,
    last_named,
    most_spoken_of,
    names_its_place,
    whole_of,
)
from onix.reading.speakers.families import Families
from onix.reading.speakers.memory import Memory
from onix.reading.speakers.posts import Posts
from onix.reading.speakers.races import runner
from onix.reading.speakers.recall import add_most_named, candidates
from onix.reading.speakers.relatives import relative
from onix.reading.speakers.sourced import Sourced
from onix.reading.words import words_of

_WORD = re.compile(r"[\w’'-]+")
# "the woman, |who asked not to be named|": nobody who is named.
_ANONYMOUS = re.compile(
    r",? who (?:[^.;\n\x01]{0,60} )?(?:anonym\w+|(?:not|declined) to be (?:named|identified)"
    r"|(?:gave|wanted|withheld) no name)\b"
)
# "|Lund:| Roe lied" above a story
_LABEL = re.compile(r"(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w.’'-]*:\s")
_LEAD = 2  # paragraphs in which "a vet" may be somebody whose name comes later


class Described:
    """The people and bodies of one text, by what they are called.

    Args:
        masked: The text with what stands in quote marks masked.
        sourced: Whom a source names by its own words.
        runs: Who has a campaign.
    """

    def __init__(
        self,
        text: str,
        masked: str,
        cast: Cast,
        memory: Memory,
        sourced: Sourced,
        families: Families,
        choices: Choices,
        posts: Posts,
        runs: Set[str] = frozenset(),
    ) -> None:
        self._text, self._masked = text, masked
        self._cast, self._memory = cast, memory
        self._sourced, self._families, self._choices = sourced, families, choices
        self._posts, self._runs = posts, runs
        self._epithets = Epithets(masked, cast, memory)
        self._bodies = Bodies(masked, cast, memory)
        self._doers = Doers(masked, cast, memory)

    def of(self, source: Region, said: Sequence[Region]) -> str | None:
        """Choose whom "the director", "his wife", "the company" or a family name is."""
        apposed = self._sourced.apposed(source)
        if apposed is not None:
            return apposed
        whole = whole_of(self._masked, source)
        if whole != source:
            return self.of(whole, said)
        at, cast, memory = source[0], self._cast, self._memory
        words = _WORD.findall(self._text[slice(*source)].lower())
        if words and words[-1] == "who":
            words.pop()
        if _ANONYMOUS.match(self._masked, source[1]):
            return None
        bearers = self._families.bearers(source, words)
        if bearers:
            return self._of_family(bearers, source, words, said)
        if words == ["it"]:
            rows = candidates(memory, at, cast.bodies, said)
            rows[NOBODY]["it"] = 1.0
            return self._bodies.it(source) or self._choices.choose("body", source, rows)
        if words == ["they"]:
            return self._bodies.they(source)
        kin = relative(self._masked, source, cast, memory)
        if kin is not None:
            return kin
        opens_text = memory.paragraph_at(at) < _LEAD
        of = self._named_in(source)
        new = read_description(words, opens_text=True)
        if new is not None and not self._goes_on(new, at):
            ahead = named_next(new, of, at, cast, memory)
            if ahead is not None:
                return ahead
        description = read_description(words, opens_text=opens_text)
        held = self._sourced.inside(source)
        if description is None:
            owner = held[0].name if held else None
            return agent(self._text[slice(*source)], source, owner, cast, memory)
        if self._goes_on(description, at):
            return None
        if (holder := self._posts.of(description, at)) is not None:
            return holder
        placed = self._is_placed(description, source, held)
        if held and not placed:
            return self._titled(description, at) or self._from(source, held)
        if description.is_of_body:
            rows = candidates(memory, at, cast.bodies, said, far=cast.known_as(description.head))
            add_body_signs(rows, cast, description)
            name = self._bodies.described(source, description)
            return name or self._choices.choose("body", source, rows)
        if said and (head := self._headed(description, at)) is not None:
            return head
        runs = runner(description, source, self._runs, cast, memory, self._masked)
        if runs is not None:
            return runs
        named = (
            (said and announced(description, at, cast, memory, self._masked))
            or called_again(description, at, cast, memory, self._masked, placed=bool(held))
            or self._epithets.of(source, placed=bool(held) and held[0].kind == "place")
        )
        if named is not None and description.may_be(cast.people[named]):
            return None if named in led_in_by(at, memory) else named
        answers = (
            asked(at, cast.fitting(description.gender), memory, self._masked) if said else None
        )
        if answers is not None and self._may_answer(description, answers):
            return answers
        new_of = of if words[0] in ("a", "an") else None
        did = self._doers.of(description, at)
        return did or self._likeliest(description, source, said, new_of)

    def _named_in(self, source: Region) -> Set[str]:
        """Give the names in a description, in small letters, that are of no place and no people.

        "A |Tarn Council| clerk" is one of it, but "a Riga judge" may be whoever is a judge.
        """
        places = {
            word.lower()
            for mention in self._sourced.inside(source)
            if mention.kind == "place"
            for word in mention.span.text.split()
        }
        written = self._text[slice(*source)].split()[1:]
        return {word.lower() for word in written if word[0].isupper()} - places - peoples()

    def _headed(self, description: Description, at: int) -> str | None:
        """Give whose words the headline tells, in the first line of the story: "Lund: Roe lied"."""
        memory, turns = self._memory, self._memory.turns
        if memory.paragraph_at(at) != 1 or description.words[0] != "the":
            return None
        if len(turns) != 1 or turns[0].paragraph != 0 or turns[0].position != 0:
            return None
        if _LABEL.match(self._masked) is None:
            return None
        name = turns[0].name
        person = self._cast.people.get(name or "")
        return name if person is not None and description.may_be(person) else None

    def _goes_on(self, description: Description, at: int) -> bool:
        """Is it somebody without a name who spoke last: "A clerk said so. |The clerk| left"?"""
        last = self._memory.turns[-1] if self._memory.turns else None
        if last is None or last.name is not None or description.is_owned:
            return False
        near = self._memory.paragraph_at(at) - last.paragraph <= 1
        return near and last.noun == description.head

    def _of_family(
        self, bearers: Set[str], source: Region, words: Sequence[str], said: Sequence[Region]
    ) -> str | None:
        """Give which of a family a name alone means; left open where two fit."""
        memory, at = self._memory, source[0]
        fit = self._families.fitting(bearers, source, words)
        only = next(iter(fit)) if len(fit) == 1 else self._families.bearer(bearers, at)
        if only is None:
            only = self._families.speaks_again(fit, bearers, at, memory)
        if only is None and fit == bearers:
            only = self._families.head(bearers, at, memory)
        if only is not None:
            return only
        name = self._choices.choose("description", source, candidates(memory, at, fit, said))
        return name if memory.turns and memory.turns[-1].name == name else None

    def _likeliest(
        self,
        description: Description,
        source: Region,
        said: Sequence[Region],
        new_of: Set[str] | None,
    ) -> str | None:
        """Choose among all people, by the signs.

        Args:
            new_of: It is "a vet", somebody whose name is still to come: the names in it, if any.
        """
        at, cast, memory = source[0], self._cast, self._memory
        rows = candidates(
            memory,
            at,
            cast.fitting(description.gender),
            said,
            far={*cast.known_as(description.head), *cast.aged.get(description.age or "", ())},
            spoken_of=self._sourced.spoken_of(said),
        )
        last = memory.turns[-1].name if memory.turns else None
        add_people_signs(rows, cast, description, last)
        add_most_named(memory, rows)
        led_in = led_in_by(at, memory)
        rows = {name: signs for name, signs in rows.items() if name not in led_in}
        if new_of is not None:
            # A family name that leaves open whom it means is nobody's, and no candidate goes by it.
            before = {each.name for each in memory.between(0, at) if each.name}
            before |= brought_in(at, memory, self._masked)
            rows = {
                name: signs
                for name, signs in rows.items()
                if name == NOBODY or (name not in before and new_of <= cast.people[name].words)
            }
        chosen = self._choices.choose("description", source, rows)
        if chosen is None and new_of is None:
            spoken_of = most_spoken_of(description, rows, self._choices.last())
            if spoken_of and not memory.is_another(spoken_of, description.head, at):
                chosen = spoken_of
        # Only now, as whoever stays would be likelier for it.
        may_be = self._choices.open.get(source, ())
        self._choices.open[source] = tuple(
            name for name in may_be if description.may_be(cast.people[name])
        )
        if not chosen or not description.may_be(cast.people[chosen]):
            return None
        runs = description.head in words_of("roles", "races")
        return None if runs and chosen not in last_named(at, memory) else chosen

    def _may_answer(self, description: Description, name: str) -> bool:
        """May this be whom somebody asked: the mayor, if nobody else is one; and no reporter?"""
        known = [
            each for each in self._cast.known_as(description.head) if each in self._cast.people
        ]
        if description.words[0] != "the" or (known and name not in known):
            return False
        asks = not known and description.head in words_of("people", "asking")
        return not asks and description.may_be(self._cast.people[name])

    def _titled(self, description: Description, at: int) -> str | None:
        """Give the only one who was told of in just these words: "the Lund aide", Lund aide Roe."""
        cast, words = self._cast, set(description.words[1:])
        found = {
            name
            for name in cast.known_as(description.head)
            if name in cast.people
            and description.head in cast.people[name].nouns
            and words <= cast.people[name].words
            and self._memory.is_named_before(name, at)
        }
        return found.pop() if description.words[0] == "the" and len(found) == 1 else None

    def _from(self, source: Region, held: Sequence[Mention]) -> str | None:
        """Give whom "the senator from Ohio" means, where a place or a body ends what one is."""
        if len(held) > 1 or held[0].kind == "person":
            return None
        if not names_its_place(self._masked, source, held[0].span.start):
            return None
        return self._epithets.of(source, placed=held[0].kind == "place")

    def _is_placed(self, description: Description, source: Region, held: Sequence[Mention]) -> bool:
        """Is somebody only told of by a place or a body: "the Ohio senator", "the NBC host"?"""
        return (
            bool(held)
            and not description.is_of_body
            and held[-1].span.end < source[1]
            and all(mention.kind != "person" for mention in held)
        )
