"""Whom a reader has in mind: the signs of candidates, and who is likeliest."""

from __future__ import annotations

import math

import pytest

from onix.reading.grammar.quotemarks import find_pieces, mask, paragraphs
from onix.reading.grammar.sentences import find_sentences
from onix.reading.grammar.units import find_units
from onix.reading.speakers.choices import NOBODY, Choice, Signs, likeliest, weights
from onix.reading.speakers.memory import Memory
from onix.reading.speakers.recall import add_most_named, candidates
from tests.reading.speech import document, mentions

EVERYBODY = {"Ilse Varga", "Tom Reyes", "Anna Sorel", "Mark Dunn", "Peter Ash"}


def memory(text: str) -> Memory:
    """Give what is kept in mind of a text, with all its names noted."""
    read = document(text)
    parts = paragraphs(text)
    pieces = find_pieces(text, parts)
    found = Memory(mask(text, pieces), find_units(text, parts, pieces, find_sentences(read)))
    for mention in mentions(read):
        found.note(mention.span.start, mention.span.end, mention.name or "")
    return found


def rows(text: str, at: str, fits: set[str] = EVERYBODY) -> dict[str, Signs]:
    """Give the candidates at the last place of some words."""
    return candidates(memory(text), text.rindex(at), fits)


def test_the_nearest_comes_first_and_subjects_are_known() -> None:
    """How long ago, in which order, as what: each is a sign."""
    found = rows("Reyes was late. It rained on Dunn. It snowed. Then he", "he")
    assert found["Mark Dunn"]["rank 0"] == found["Tom Reyes"]["rank 1"] == 1
    assert found["Mark Dunn"]["units 2"] == found["Tom Reyes"]["units 3-5"] == 1
    assert "subject" in found["Tom Reyes"] and "last subject" in found["Tom Reyes"]
    assert "governed" in found["Mark Dunn"] and "subject" not in found["Mark Dunn"]


def test_names_in_quotations_and_headings_do_not_count() -> None:
    """Only the outlet's own sentences make somebody the one spoken of."""
    found = rows("Mark Dunn Wins Again At Sea\n\n“Tom Reyes won,” said Sorel. Then he", "he")
    assert found.keys() == {"Anna Sorel", NOBODY}


def test_a_family_name_may_mean_whom_a_heading_alone_names() -> None:
    """Such a one has no place in the order of names: that had broken a whole document."""
    text = "Mark Dunn Wins Again At Sea\n\nReyes was late. It rained on Dunn. Then he"
    kept = memory(text.replace("on Dunn", "on them"))
    start = text.rindex("Dunn")
    kept.note_family(start, start + 4, {"Mark Dunn", "Anna Sorel"})
    found = candidates(kept, text.rindex("he"), {"Mark Dunn"})
    assert found.keys() == {"Mark Dunn", NOBODY} and "first" not in found["Mark Dunn"]


def test_a_quotation_is_no_sentence_between() -> None:
    """ "X said. “…” He": X was named a sentence ago."""
    found = rows("Reyes was late. “It rained.” “It snowed a lot.” He", "He")
    assert "units 1" in found["Tom Reyes"]


def test_owners_and_openers() -> None:
    """Whose something is, and who opens a sentence or is alone."""
    found = rows("Reyes’s boat sank. He", "He")
    assert found["Tom Reyes"].keys() >= {"owned", "opens", "opener", "alone", "alone here"}


def test_who_comes_later_may_be_meant() -> None:
    """ "When she left, Sorel …": the name is behind the pronoun."""
    found = rows("When she left, Sorel was ill. Dunn stayed.", "she")
    assert found["Anna Sorel"].keys() >= {"later", "later 0", "later subject"}
    assert "later 1" in found["Mark Dunn"]


def test_who_spoke_last_and_before() -> None:
    """Turns are signs; somebody unnamed who spoke is one for nobody."""
    text = "Reyes was late. Dunn was not. He"
    kept = memory(text)
    kept.spoke(0, "Tom Reyes")
    kept.spoke(16, "Mark Dunn")
    found = candidates(kept, 30, EVERYBODY)
    assert found["Mark Dunn"]["spoke 0"] == found["Tom Reyes"]["spoke before 0"] == 1
    kept.spoke(20, None)
    assert candidates(kept, 30, EVERYBODY)[NOBODY]["unnamed spoke 0"] == 1


def test_somebody_unnamed_is_remembered() -> None:
    """ "A roofer left. He …" is a sign for nobody."""
    text = "Reyes was late. A roofer left. He"
    kept = memory(text)
    kept.note_unnamed(16, None, definite=False)
    assert candidates(kept, 31, EVERYBODY)[NOBODY].keys() >= {"unnamed 1", "unnamed last"}
    assert "unnamed 1" not in candidates(kept, 10, EVERYBODY)[NOBODY]


def test_somebody_unnamed_of_the_other_gender_is_not_she() -> None:
    """ "Her husband left. She …" goes on about her; "the actress" may be somebody named."""
    kept = memory("Sorel was late. Her husband left. She")
    kept.note_unnamed(16, "m", definite=False)
    assert "unnamed 1" not in candidates(kept, 34, EVERYBODY, gender="f")[NOBODY]
    assert "unnamed 1" in candidates(kept, 34, EVERYBODY, gender="m")[NOBODY]
    kept = memory("Sorel was late. The actress left. She")
    kept.note_unnamed(16, "f", definite=True)
    assert candidates(kept, 34, EVERYBODY, gender="f")[NOBODY].keys() >= {"definite 1"}


def test_whoever_wrote_an_article_is_not_in_it() -> None:
    """A name that is all of one of the first lines is a byline; further down it is a heading."""
    text = "Mark Dunn\n\nIt rained here.\n\nIt snowed.\n\nIt was late.\n\nTom Reyes\n\nHe"
    assert rows(text, "He").keys() == {"Tom Reyes", NOBODY}


def test_who_is_named_most_often_is_marked() -> None:
    """A text calls whom it is about by many names."""
    kept = memory("Reyes was late. Dunn saw Reyes. He")
    found = candidates(kept, 32, EVERYBODY)
    add_most_named(kept, found)
    assert "most named" in found["Tom Reyes"] and "most named" not in found["Mark Dunn"]


def test_a_bare_quotation_goes_on() -> None:
    """Where a sentence holds but a quotation so far, who spoke or acted last is near."""
    kept = memory("Reyes was late. “It rained,” he said.")
    kept.spoke(0, "Tom Reyes")
    found = candidates(kept, 29, EVERYBODY)
    assert found["Tom Reyes"].keys() >= {"bare subject", "bare spoke"}


def test_who_is_named_in_what_is_said_is_marked() -> None:
    """Nobody says his own name, as a rule."""
    found = candidates(memory("It rained on Dunn. Then he"), 24, EVERYBODY, [(0, 17)])
    assert found["Mark Dunn"].keys() >= {"said"}
    assert "seen" not in found["Mark Dunn"]
    found = candidates(memory("Dunn was late. Then he"), 20, EVERYBODY, [(0, 13)])
    assert "said subject" in found["Mark Dunn"]


def test_those_far_away_are_candidates_when_asked_for() -> None:
    """For a description it does not matter how long ago somebody was named."""
    kept = memory("Reyes was late. " + "It rained. " * 400 + "He")
    at = 16 + 11 * 400
    assert "Tom Reyes" not in candidates(kept, at, EVERYBODY)
    assert "far" in candidates(kept, at, EVERYBODY, far=["Tom Reyes"])["Tom Reyes"]


def test_likelihoods_sum_to_one_and_follow_the_weights() -> None:
    """The likeliest comes first; a sign without a weight says nothing."""
    choice = Choice("pronoun", (0, 2), {"A B": {"x": 1.0, "y": 1.0}, NOBODY: {"nobody": 1.0}})
    (first, name), (second, nobody) = likeliest(choice, {"pronoun": {"x": 1.0}})
    assert (name, nobody) == ("A B", NOBODY)
    assert first == pytest.approx(math.e / (math.e + 1)) and first + second == pytest.approx(1)


def test_what_is_learned_has_all_kinds() -> None:
    """Every kind of choice has weights and says how likely a name has to be."""
    kinds = {"pronoun", "description", "body", "unled"}
    assert weights().keys() == kinds | {"enough"} and weights()["enough"].keys() == kinds
    assert weights()["pronoun"]["gender leans"] > 0 > weights()["pronoun"]["units 6+"]
