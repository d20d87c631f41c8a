"""What a question asks: its kind, the noun asked for, and the words to be borne out."""

from __future__ import annotations

import pytest

from tests.jobs.ask.asking import asked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Who leaked the call?", "who"),
        ("Whom did he meet?", "who"),
        ("By whom was the plan written?", "who"),
        ("Whose signature is on it?", "whose"),
        ("When did they meet?", "when"),
        ("On which day did they meet?", "when"),
        ("What is the date of the vote?", "when"),
        ("How many points has the plan?", "how many"),
        ("How much did the deal cost?", "how much"),
        ("How long did the call last?", "how long"),
        ("How far is the camp?", "how far"),
        ("How did the minister react?", "how"),
        ("Did the minister resign?", "yes/no"),
        ("Has he visited Kyiv?", "yes/no"),
        ("By his own account, did he resign?", "yes/no"),
        ("the leaked call", "topic"),
        ("the call, was it leaked", "topic"),
        ("", "topic"),
    ],
)
def test_the_kind_is_told_by_the_question_word(text: str, kind: str) -> None:
    """The words that ask decide the kind."""
    assert asked(text).kind == kind


def test_the_noun_asked_for_weighs_little() -> None:
    """ "Which company" need not be called a company."""
    question = asked("Which company built the dam?")
    assert question.focus is not None
    assert question.tree.words[question.focus].text == "company"
    weights = {term.word: term.weight for term in question.terms}
    assert weights["company"] < weights["dam"]


def test_names_weigh_most() -> None:
    """An answer about somebody else is none."""
    weights = {term.word: term.weight for term in asked("Did Marsh meet Orlenko twice?").terms}
    assert weights["marsh"] == weights["orlenko"] > weights["meet"]


def test_a_figure_goes_with_its_unit() -> None:
    """ "4.2m" is one word in a text, and is one to be borne out."""
    words = {term.word for term in asked("What is the £4.2m for?").terms}
    assert words == {"4.2m"}


def test_a_verb_goes_with_its_particle() -> None:
    """ "Hand over" is one thing to be borne out."""
    assert "handed over" in {term.word for term in asked("Who handed over the keys?").terms}


def test_helping_words_are_not_asked_for() -> None:
    """Question words, "did" and "the" are no terms."""
    words = {term.word for term in asked("What did the envoy promise?").terms}
    assert words == {"envoy", "promise"}


@pytest.mark.parametrize(
    ("text", "exclusive"),
    [
        ("Who is Karl Vogt?", False),
        ("Who was the envoy Karl Vogt?", True),
        ("Who leads the council?", True),
        ("Who called Karl Vogt?", True),
        ("Why did he go?", False),
    ],
)
def test_who_somebody_is_has_many_answers(text: str, *, exclusive: bool) -> None:
    """Sources that describe somebody in other words do not differ; those that name another do."""
    assert asked(text).is_exclusive is exclusive


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("What did Putin say about the leak?", {"putin"}),
        ("How did Sigrid Aune describe the text?", {"sigrid", "aune"}),
        ("What did the envoy say?", set()),
        ("What did Ann Lee's lawyer say?", set()),  # who is not named
        ("How did the mayor of Oslo describe it?", set()),
        ("What is Karl Vogt accused of?", set()),
        ("When did Putin say it?", set()),
    ],
)
def test_whose_words_are_asked_for(text: str, names: set[str]) -> None:
    """ "What did X say" wants the words of X, and of nobody else."""
    assert asked(text).speaker == names


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("How many people died when the mill burned?", "died"),
        ("When was the dam built?", "built"),
        ("When was the painter Ada Holt buried?", "buried"),
        ("How long did the power cut in Dalby last?", "last"),
        ("How many points does the plan have?", None),
        ("When did they have the call that was recorded?", None),
        ("Did the minister resign?", None),
    ],
)
def test_the_verb_asked_about_is_the_one_that_says_something(text: str, verb: str | None) -> None:
    """An answer has to be told of it: who died is not who was hurt."""
    assert asked(text).verb == verb


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Who won the cup?", True),
        ("Which country won the cup?", True),
        ("Who is Ann Lee?", False),
        ("Whom did the minister dismiss?", False),
        ("What did the minister say?", False),
    ],
)
def test_a_name_answers_who_did_it(text: str, *, is_so: bool) -> None:
    """Then what is told of somebody is no part of the answer."""
    assert asked(text).asks_for_whom is is_so


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("When did it begin?", "past"),
        ("When was the claim lodged?", "past"),
        ("When will it begin?", "ahead"),
        ("On what date is the plan to be signed?", "ahead"),
        ("When is the mill said to have burned?", None),
        ("When is the final?", None),
    ],
)
def test_a_question_is_of_what_was_or_of_what_will_be(text: str, tense: str | None) -> None:
    """Where its words tell; else it may be either."""
    assert asked(text).tense == tense


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("What did the mayor call the bridge?", True),
        ("How did Varga describe it?", True),
        ("What did Varga build?", False),
        ("How many said yes?", False),
        ("When did he say so?", False),
    ],
)
def test_some_questions_ask_for_words(text: str, *, is_so: bool) -> None:
    """And others for the matter that is spoken of."""
    assert asked(text).asks_for_words is is_so


def test_whoever_is_to_have_spoken_may_be_named_by_a_post() -> None:
    """ "The mayor" is somebody; whose name it is, the record has to tell."""
    question = asked("What did the mayor say about the bridge?")
    assert question.teller is not None
    assert question.tree.words[question.teller].text == "mayor"
    assert question.speakers == ()
    assert question.about == "bridge"
    assert asked("What did Ann Lee say about the bridge?").teller is None


def test_a_post_is_no_name() -> None:
    """ "The justice minister" is whoever holds the post, however the parser takes the words."""
    question = asked("What did the justice minister say?")
    assert question.teller is not None and question.speakers == ()
    assert asked("What did Lars Holt say?").speakers == ("Lars Holt",)


def test_how_long_it_was_needs_a_verb_that_says_so() -> None:
    """ "How long was the call" is told by "lasted", "how long did he speak" by "spoke"."""
    assert asked("How long was the call?").asks_how_long_it_was
    assert not asked("How long did Roth speak?").asks_how_long_it_was
    assert not asked("When was the call?").asks_how_long_it_was
