"""By what somebody is called again: read with everything on, as names matter here, too."""

from __future__ import annotations

import pytest

from onix.model import Span
from onix.reading.grammar.units import find_units
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.sourced import Sourced
from onix.reading.speakers.unnamed import whom_it_is_about
from tests.reading.speakers.test_families import said
from tests.reading.speakers.test_meant import meant


@pytest.mark.parametrize("noun", ["banker", "mathematician", "hairdresser", "jockey"])
def test_the_former_banker_is_whom_the_sentence_before_is_about(noun: str) -> None:
    """What people do for a living is a noun for people, whichever list knows it."""
    text = f"The 54-year-old Aldo Fenn took over in March. “I am late,” the former {noun} said."
    assert said(text)[f"the former {noun}"] == "Aldo Fenn"


def test_a_virologist_is_no_epidemiologist() -> None:
    """Both are scientists, and neither is the other: one of each in a text is told apart."""
    text = (
        "“We are glad,” said Mina Holt. The virologist said the work went on.\n\n"
        "The epidemiologist Ruth Abel disagrees. “It is late,” she said."
    )
    found = said(text)
    assert (found["The virologist"], found["she"]) == ("Mina Holt", "Ruth Abel")


def test_a_federation_of_employers_is_no_union() -> None:
    """ "The union" is somebody else, though it has no name here."""
    text = (
        "The teachers’ union called off its strike after the employers’ federation Landgard made "
        "an offer. “We got it,” said its leader, Bodil Krag. The union will vote in May. It said "
        "that it would recommend a yes."
    )
    assert said(text)["It"] is None


@pytest.mark.parametrize(
    "ours", ["Our reporter Sonia Gould", "Our Riga correspondent, Sonia Gould,"]
)
def test_who_reports_for_us_is_not_she(ours: str) -> None:
    """ "She" is whom our reporter spoke to, also in the whole paragraph."""
    text = f"{ours} has spoken to Dilma Purn, 48, who lost her house. It was late, she said."
    assert said(text)["she"] == "Dilma Purn"


def test_who_reports_for_us_writes() -> None:
    """ "She writes" is our reporter again."""
    text = "Our reporter Sonia Gould has met the mayor in the hall. She writes that it is warm."
    assert said(text)["She"] == "Sonia Gould"


@pytest.mark.parametrize(
    "goes_on",
    [
        "A consultant told us otherwise: a third, he said, had been spent.",
        "A consultant was there, too. He asked not to be named, and said it was late.",
    ],
)
def test_who_has_no_name_goes_on_without_one(goes_on: str) -> None:
    """In one sentence, and where they keep the name out."""
    text = f"The line’s spokesman, Stelio Vamos, said the men were free. {goes_on}"
    assert {name for words, name in said(text).items() if words.lower() == "he"} <= {None}


def test_the_republican_of_a_place_is_no_body() -> None:
    """ "The New Mexico Republican" is whoever was spoken of."""
    text = "“It is late,” said Senator Luis Ortega. The New Mexico Republican said he would go."
    assert said(text)["The New Mexico Republican"] == "Luis Ortega"


@pytest.mark.parametrize("outlet", ["State news agency Pinwire", "The Kestrel Gazette"])
def test_an_outlet_is_where_it_goes_back_to_and_no_speaker(outlet: str) -> None:
    """Also one that no list knows, by the form of its name."""
    assert said(f"{outlet} reported on Monday that the mill was sold.") == {outlet: None}


def test_whose_brother_somebody_is_the_sentence_is_not_about_him() -> None:
    """ "Dobson, whose brother Craig plays" is the other Dobson, and goes on as "he"."""
    text = (
        "Ashby beat Rovers after captain Lee Dobson was sent off.\n\nDobson, whose brother Craig "
        "plays for Ashby, left after 12 minutes. “I’m sorry,” he wrote.\n\nCraig Dobson came off "
        "the bench. “Mum would have cried,” the striker joked."
    )
    assert said(text) == {"he": "Lee Dobson", "the striker": "Craig Dobson"}


def test_a_leader_of_whom_nothing_else_is_told_is_no_minister() -> None:
    """A minister may be the leader, and not the other way round."""
    text = "“It is late,” said Liberal leader Rok Samec. The minister replied that it was not."
    assert said(text)["The minister"] is None
    told = "“It is late,” said the minister, Rok Samec. The leader replied that it was not."
    assert said(told)["The leader"] == "Rok Samec"


def test_a_first_name_alone_says_little_against_who_was_just_spoken_of() -> None:
    """Rather than give the words to somebody of another paragraph they are left open."""
    text = (
        "Emma Tate said that staff were tired. “Dad was sorry,” Ms Tate said.\n\nChief nurse "
        "Robert Adey said the board would act. “We let him down,” she said."
    )
    assert said(text)["she"] is None


@pytest.mark.parametrize(
    "told",
    [
        "Maria Keller was on duty that night. She has been a nurse for 20 years.",
        "Maria Keller is a retired nurse from Brandt. Aldo Fenn, a farmer, called the police.",
        "Maria Keller, a nurse, saw the car. Aldo Fenn, a farmer, called the police.",
    ],
)
def test_the_only_nurse_is_the_nurse(told: str) -> None:
    """Also where a pronoun is said to be one, and though "a nurse" stands in her own sentence."""
    assert said(f"{told}\n\n“It was quick,” the nurse said.")["the nurse"] == "Maria Keller"


def test_another_nurse_may_be_the_nurse() -> None:
    """One who came in later and has no name is as likely meant."""
    text = "Maria Keller, a nurse, saw the car. A second nurse ran out. “Stop,” the nurse said."
    assert said(text)["the nurse"] is None


def test_the_spokesman_is_who_spoke_without_a_name() -> None:
    """A spokesman who has no name goes on as "the spokesman", whoever is named behind him."""
    text = (
        "Lund Bank sued the firm. A spokesman for the firm said it was groundless. “We will fight "
        "it,” the spokesman said.\n\nPeter Ash’s lawyer, Anna Sorel, said he was innocent."
    )
    assert said(text)["the spokesman"] is None


def test_another_is_no_name() -> None:
    """Though it has a capital behind a quotation and stands elsewhere in small letters."""
    text = "“It was late,” she said. “Very.” Another said it was another matter."
    assert said(text)["Another"] is None


def test_a_sentence_may_be_about_the_argentine() -> None:
    """Whoever is called by a people alone is somebody without a name, as "the striker" is."""
    text = "The Argentine, who scored, was asked about it."
    cast = Cast(text, ())
    (unit,) = find_units(text, [(0, len(text))], (), (Span("d", 0, len(text), text),))
    found = whom_it_is_about(text, unit, cast, Sourced(text, text, (), cast))
    assert found == (0, None, True)


def test_an_office_of_two_words_stands_before_its_holder() -> None:
    """ "Director of Public Prosecutions Anna Sorel" is she; an aide to somebody is not."""
    text = "{} Anna Sorel said the case was closed."
    assert said(text.format("Director of Public Prosecutions")) == {
        "Director of Public Prosecutions Anna Sorel": "Anna Sorel"
    }
    assert set(said(text.format("An aide to Mayor")).values()) == {None}


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        (
            "The president, Mark Dunn, fired the minister, Peter Ash. The minister said it was "
            "late.",
            "The minister",
            "Peter Ash",
        ),
        (
            "Mark Dunn, Lund Bank’s chief executive, apologised. “We let people down,” the chief "
            "executive said.",
            "the chief executive",
            "Mark Dunn",
        ),
        (
            "Det Insp Anna Sorel, who is in charge, asked for help. “Somebody knows,” the "
            "detective said.",
            "the detective",
            "Anna Sorel",
        ),
    ],
)
def test_what_stands_beside_a_name_says_who_that_is(text: str, words: str, wanted: str) -> None:
    """A post with its owner and short titles do, and whom somebody fired is somebody else."""
    assert said(text)[words] == wanted


@pytest.mark.parametrize(
    "accused",
    ["Anna Sorel, 56, of Riga, denies 14 counts of fraud", "Anna Sorel was charged in May"],
)
def test_who_denies_a_charge_is_the_defendant(accused: str) -> None:
    """A court report calls her so without having said that she is one."""
    text = (
        f"{accused}.\n\nThe trial was told on Monday that Mark Dunn, her clerk, had left.\n\nThe "
        "judge heard a tape. “I know nothing,” the defendant said."
    )
    assert said(text)["the defendant"] == "Anna Sorel"


def test_of_two_who_are_charged_neither_is_the_defendant() -> None:
    """It may be the one or the other."""
    text = (
        "Anna Sorel denies two counts of fraud. Mark Dunn has admitted two counts of theft.\n\nThe "
        "judge heard a tape. “I know nothing,” the defendant said."
    )
    assert said(text)["the defendant"] is None


def test_whoever_is_named_beside_a_description_is_somebody_else() -> None:
    """She who goes on is the mother of three, and not the lawyer who asked her."""
    text = (
        "Anna Sorel KC told the court it was theft. Asked by Ms Sorel about the money, the mother "
        "of three said it was a gift. “Ask Ted,” she said."
    )
    assert said(text)["she"] is None


def test_a_description_by_age_goes_on_about_whoever_has_no_other_age() -> None:
    """Also of somebody of whom a calling is told."""
    text = (
        "Its head, retired teacher Anna Sorel, has promised cake. “I taught them all,” the "
        "81-year-old said.\n\nMark Dunn, 63, was one of her pupils."
    )
    assert said(text)["the 81-year-old"] == "Anna Sorel"


def test_a_sentence_may_be_about_whoever_stands_behind_a_quotation() -> None:
    """ "When the foreman said “no”, Aldo Fenn wept" is about Fenn, who was a goalkeeper."""
    text = (
        "When the foreman said “not guilty”, Aldo Fenn put his head down and wept.\n\n“I have had "
        "this for years,” the former goalkeeper said."
    )
    assert said(text)["the former goalkeeper"] == "Aldo Fenn"


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("But, the head of Tarn Glass added, it will not help.", "Ilse Varga"),
        ("The diplomat also praised the crew.", "Ilse Varga"),
        ("The spokeswoman added that it was late.", None),
        ("Mark Dunn left. The driver added that it was late.", None),
    ],
)
def test_who_adds_something_is_who_just_spoke(behind: str, name: str | None) -> None:
    """Whatever they are called; but a spokeswoman speaks for others."""
    text = f"Ilse Varga said on Monday that the ferry was late. {behind}"
    source = next(
        words
        for words in (
            "the head of Tarn Glass",
            "The diplomat",
            "The spokeswoman",
            "The driver",
        )
        if words in text
    )
    assert said(text)[source] == name


def test_an_aide_is_told_by_whose_aide_they_were_said_to_be() -> None:
    """ "The Reyes aide" is Reyes aide Odd Lund, whoever else was named since."""
    text = (
        "Reyes aide Odd Lund told Mark Dunn of it in May. Dunn left. According to the Reyes aide, "
        "it was late. Senator Tom Reyes left."
    )
    assert said(text)["the Reyes aide"] == "Odd Lund"


def test_a_nominee_is_nobody_who_is_only_asked_about_the_race() -> None:
    """The sentence before may be about anybody; who runs is named often."""
    text = (
        "“They stayed away,” said Odd Lund, president of Tarn Polling. “They do not vote.” "
        "{} The Green nominee said it was late."
    )
    assert said(text.format(""))["The Green nominee"] is None
    often = "Ilse Varga left. Ilse Varga spoke in Riga. Ilse Varga said it was over."
    assert said(text.format(often))["The Green nominee"] == "Ilse Varga"


def test_the_only_nominee_is_not_meant_where_another_was_named_last() -> None:
    """Two run, and the text says it of one only."""
    text = (
        "Green nominee Ilse Varga left early.\n\nTom Reyes spoke for an hour. Reyes was late. Tom "
        "Reyes spoke of the quay. Reyes spoke of the mill.\n\nReyes spoke of the tide.\n\nThe "
        "missteps of Reyes had put pressure on the nominee."
    )
    assert ("the nominee", "Ilse Varga") not in meant(text)


def test_an_officer_who_is_spoken_of_is_not_who_speaks() -> None:
    """ "Lund directed that the officer be moved" is about two officers."""
    text = "Officer Odd Lund left. Lund directed that the officer was to be moved."
    assert ("the officer", "Odd Lund") not in meant(text)


def test_who_is_called_by_a_place_with_new_in_its_name_is_nobody_new() -> None:
    """ "The New Jersey senator" is no new one."""
    text = "Senator Tom Reyes of New Jersey was late. The New Jersey senator said it was the tide."
    assert said(text)["The New Jersey senator"] == "Tom Reyes"


def test_a_diplomat_goes_on_behind_what_he_said() -> None:
    """Another who is said to be something else is not meant."""
    text = (
        "Tom Reyes said on Monday that President Mark Dunn was kind. “He is kind,” he said.\n\n"
        "The diplomat mused that it was late."
    )
    assert said(text)["The diplomat"] == "Tom Reyes"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Odd Lund, the manager of the Dunn campaign, said the candidate would wait.", "Dunn"),
        ("The talks with Dunn were late. The candidate would wait, Odd Lund said.", "Dunn"),
        ("The talks with Reyes were late. The candidate would wait, Odd Lund said.", None),
        ("Dunn said that the candidate would wait.", None),
        ("The talks with Dunn were late. The vice presidential candidate would wait.", None),
        ("Tom Reyes met Dunn. The Green nominee would wait, Odd Lund said.", None),
    ],
)
def test_the_candidate_is_who_has_a_campaign(text: str, name: str | None) -> None:
    """Of those who are named near; a party says which only where the text told whose it is."""
    text = f"The Dunn campaign of Mark Dunn began in May. Tom Reyes left. {text}"
    found = [who for words, who in meant(text) if words.lower().startswith("the ")]
    assert found[-1:] == ([] if name is None else ["Mark Dunn"])


def test_the_commissioner_is_the_only_one_so_far() -> None:
    """Another whom the text brings in further down cannot be meant yet."""
    text = (
        "On Tuesday, league commissioner Ann Lee issued a statement after owners stepped back. "
        "The commissioner said the league was glad.\n\n"
        "In the wake of the report, then-league commissioner Lisa Brand resigned."
    )
    assert said(text)["The commissioner"] == "Ann Lee"


def test_an_age_with_a_town_is_of_whom_the_text_tells() -> None:
    """ "The 66-year-old Sollen resident": the town is nobody, and he of another age is another."""
    text = (
        "Pete Capo drove his cart to the clubhouse with a cigar between his lips.\n\n"
        "That is fine with people like Capo.\n\n"
        "“I think it is odd. We are outside,” the 66-year-old Sollen resident said.\n\n"
        "The rule has friends. Tarnow resident Odd Forde, 71, and his daughter were glad."
    )
    assert said(text)["the 66-year-old Sollen resident"] == "Pete Capo"


def test_who_is_called_by_a_place_is_whom_the_next_sentence_goes_on_about() -> None:
    """ "The Florida senator told …" is about Lee as much as his name would be."""
    text = (
        "U.S. Sen. Odd Lee of Florida wants answers, as does Mark Dunn. Lee is on the panel.\n\n"
        "The Florida senator told the Ledger in June that others in addition to Dunn have come. "
        "He claims more of them have told the panel so."
    )
    assert said(text)["He"] == "Odd Lee"


def test_whoever_spoke_has_the_word_though_they_tell_of_others() -> None:
    """Whom Lund tells of does not interrupt Lund, nor does whom the text asks about."""
    text = (
        "Tobi Vale’s move is hanging by a thread. The 23-year-old passed a medical.\n\n"
        "Agent Fabrice Mbemba did not hold back. “They shook my hand,” he said.\n\n"
        "Manager Odd Lund was left to face the press. He said Tobi Vale had trained alone on "
        "Sunday “for obvious reasons” and refused to rule him out of the trip to Harwell. Was he "
        "angry with the striker? “Angry? No. I wanted to fly.”\n\nPressed on whether the forward "
        "had handed in a request, the 51-year-old said: “You would have to ask Luca.”"
    )
    assert said(text)["the 51-year-old"] == "Odd Lund"


@pytest.mark.parametrize(
    ("described", "name"), [("the businessman", "Georgi Vrede"), ("the minister", "Zoran Tarrant")]
)
def test_who_is_called_otherwise_is_not_in_doubt(described: str, name: str) -> None:
    """A cousin may be a businessman; a minister is called a minister."""
    text = (
        "Minister Zoran Tarrant left. The dam’s owner, Georgi Vrede, is a cousin of Zoran Tarrant. "
        f"In a talk with them, {described} said that it was over."
    )
    assert said(text)[described] == name


def test_a_line_below_a_picture_stands_between_nobody() -> None:
    """The 43-year-old is of whom the sentence before the picture is about."""
    text = (
        "Comedian Peter Seraf, who is British, posted the clip.\n\nNeil Barn via Larch Images.\n\n"
        "“What if?” the 43-year-old asked."
    )
    assert said(text)["the 43-year-old"] == "Peter Seraf"


@pytest.mark.parametrize(
    ("headline", "name"), [("Lund: Roe is wrong", "Odd Lund"), ("Roe is wrong, and late", None)]
)
def test_a_headline_that_quotes_somebody_tells_who_speaks_below(
    headline: str, name: str | None
) -> None:
    """The first words of the story are those of its headline, of whomever else it tells."""
    text = f"{headline}\n\nThe tricks of Ted Roe are old, the sailor said Friday.\n\nOdd Lund left."
    assert said(text)["the sailor"] == name
