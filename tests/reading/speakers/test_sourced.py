"""Whom a source names by its own words and those beside it."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader


def speakers(text: str) -> list[str | None]:
    """Give the speaker of each marked string, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text)])
    return [quote.speaker for quote in marks.quotes if quote.marked]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("former Tom Reyes campaign aide Bryan Lanza", "Bryan Lanza"),
        ("Tom Reyes spokeswoman Samantha Cotton", "Samantha Cotton"),
        ("Jessica Taylor of the Tom Cook Political Report", "Jessica Taylor"),
        ("Tom Reyes and Bryan Lanza", None),
    ],
)
def test_of_several_people_in_a_source_it_is_the_one_who_is_told_of(
    source: str, speaker: str | None
) -> None:
    """What somebody is comes before their name, where they work behind it."""
    assert speakers(f"It was over. “We were never told of it at all,” said {source}.") == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We tried it twice,” Ann Lee, the head of the port office said.", "Ann Lee"),
        ("Ann Lee, CEO of the Tarn Group said in a note it was “a farce” to all.", "Ann Lee"),
        ("Ann Lee, a nurse from Claremont, Ohio, said it was “a farce” to all.", "Ann Lee"),
        ("Rep. Ann Lee, D-Md., also said at the time that it was “a farce”.", "Ann Lee"),
        ("With Ann Lee, a docker said, it was “a farce” from the first day.", None),
        ("Its lead author, Dr. Ann Lee of the Delta Institute, said it was “a farce”.", "Ann Lee"),
        ("The clerk, a nurse who met Ann Lee in Tarn, said it was “a farce”.", None),
        ("Ann Lee, a docker said, had made it “a farce” from the first day.", None),
    ],
)
def test_an_apposition_without_its_last_comma_is_whom_it_stands_behind(
    text: str, speaker: str | None
) -> None:
    """Outlets leave the comma out; a clause that is put in has one on either side."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Some clerks, including Mayor Ann Lee, said it was “a farce” to all.", None),
        ("Some clerks, such as Mayor Ann Lee, said it was “a farce” to all.", None),
        ("The mayor, Ann Lee, said it was “a farce” to all.", "Ann Lee"),
        ("Tom Orr, a vet, and Ann Lee, a clerk, said it was “a farce” to all.", None),
        ("“It was a farce,” Tom Orr, a vet, and Ann Lee, a clerk, said in a note.", None),
        ("“It was a farce,” Tom Orr, a vet, and Ann Lee – who sit on it – said.", None),
        ("Tom Orr, a vet, left, and Ann Lee said it was “a farce” to all.", "Ann Lee"),
    ],
)
def test_one_of_several_is_not_all_of_them(text: str, speaker: str | None) -> None:
    """Of some clerks one may be named."""
    assert speakers(text) == [speaker]


def test_a_family_name_is_the_one_it_was_used_for_alone() -> None:
    """Whoever else bears it is named in full and further away."""
    text = (
        "President Joe Biden landed in Riga. Biden met the premier. Biden looked tired. He stayed "
        "for a day. His wife, Jill Biden, went to a school. She read to the children for an hour "
        "and left by train in the evening. "
        + "The talks went on until late in the evening, long after the last train had gone. " * 5
        + "\n\n“Outrage is no excuse,” Biden said."
    )
    assert speakers(text) == ["Joe Biden"]
    near = text.replace("Biden looked tired. ", "")
    assert speakers(near)[0] in ("Joe Biden", None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Few liked what Quorra did.\n\nQuorra said it was “a good day” for all.", "Quorra"),
        ("Few liked it.\n\nQuorra said it was “a good day” for all.", None),
        ("Few like what Quorrans do.\n\nQuorrans say it is “a good day” for all.", None),
    ],
)
def test_a_name_that_opens_a_sentence_has_to_stand_elsewhere(
    text: str, speaker: str | None
) -> None:
    """A capital at the beginning says nothing, and a plural may be a people."""
    assert speakers(text) == [speaker]


def test_who_spoke_under_one_name_may_be_he() -> None:
    """Nobody has to have a full name to be meant."""
    text = "“It is not safe for anybody,” Wennik said.\n\n“We told them so for years,” he added."
    assert speakers(text) == ["Wennik", "Wennik"]


def test_a_place_may_tell_who_is_meant() -> None:
    """ "the Ohio senator" is the one senator of the text."""
    text = "Sen. Tom Reyes came late. “We tried,” the Ohio senator said."
    assert speakers(text) == ["Tom Reyes"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee left. “I have never lobbied anybody about it,” her email said.", "Ann Lee"),
        ("A text message from Ann Lee to her son said: “Bad day. Two are gone.”", "Ann Lee"),
        ("A statement by Ann Lee and Tom Reyes said: “Bad day. Two are gone.”", None),
        ("Ann Lee left. “I have never lobbied anybody about it,” the email said.", None),
    ],
)
def test_who_wrote_a_message_says_what_it_says(text: str, speaker: str | None) -> None:
    """Whose it is tells who speaks; the message by itself is nobody."""
    assert speakers(text) == [speaker]


def test_those_who_work_for_a_body_are_not_it() -> None:
    """ "Boeing engineers" have no name."""
    assert speakers("Boeing engineers told the court that it was “a mess” at best.") == [None]
    assert speakers("The Child Poverty Action Group said that it was “a mess” at best.") == [
        "Child Poverty Action Group"
    ]


def test_a_courtesy_title_makes_a_person() -> None:
    """Whatever the model takes them for: "Cllr Stubbs" is Barry Stubbs."""
    text = "Cllr Barry Stubbs left.\n\nCllr Stubbs said it was “a mess” from the first day."
    assert speakers(text) == ["Barry Stubbs"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It has spread,” according to the WHO. The WHO met on Monday.", "WHO"),
        ("The WHO met on Monday.\n\nWHO said it was “far too late” for that.", "WHO"),
        ("A woman in Sorel said it was “far too late” for that.", None),
    ],
)
def test_a_body_in_capitals_is_no_pronoun_and_a_place_is_nobody(
    text: str, speaker: str | None
) -> None:
    """The health body is not "who", and whoever is in a place is not the place."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It was late for Tom Reyes, who said it was “a farce” from the first.", "Tom Reyes"),
        ("It was late for Tom Reyes (D-Md.), who said it was “a farce” to all.", "Tom Reyes"),
        ("It was late for Tom Reyes of the group Clean Air, who called it “a farce”.", "Tom Reyes"),
        ("The Reyes ad hits her for what it calls “a farce” from the first day.", None),
        ("The woman, who asked not to be named, said it was “a farce” to all.", None),
        ("One generous Canadian called it “a farce” from the very first day.", None),
    ],
)
def test_who_goes_back_to_a_name_and_a_name_in_front_is_not_who_speaks(
    text: str, speaker: str | None
) -> None:
    """ "who" is whoever is named right before it; "the Reyes ad" is not Reyes."""
    assert speakers(f"Tom Reyes and Jill Moore ran for mayor. {text}")[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hanna Lindqvist was gracious. “She was quick,” said the Swede.", "Hanna Lindqvist"),
        ("Hanna Lindqvist lost.\n\nThe Swede said that it was “a farce” to all.", None),
        ("Jill Moore lost to Hanna Lindqvist. “She was quick,” said the Swede.", None),
    ],
)
def test_one_of_a_people_is_who_was_just_spoken_of(text: str, speaker: str | None) -> None:
    """Where nobody else was, and not in a new paragraph."""
    assert speakers(text)[-1] == speaker


def test_a_relative_without_a_name_goes_on_speaking() -> None:
    """ "her son said so. He added": nobody who is named."""
    text = (
        "Tom Reyes drove to the wrong road, and a woman of 83 waited. She is well, her son said. "
        "He has had an answer, “which is something”."
    )
    assert speakers(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The prize went to Jill Moore, who likes long walks.", "Jill Moore"),
        ("The prize went to Jill Moore (who likes long walks).", "Jill Moore"),
        ("The prize went to Jill Moore, a vet from Riga, who likes walks.", "Jill Moore"),
        ("The prize went to Jill Moore, a vet who likes long walks.", "Jill Moore"),
        ("The prize went to Jill Moore of Oslo, who likes long walks.", "Jill Moore"),
        ("The prize went to Jill Moore and Tom Reyes, who like walks.", None),
        ("The prize went to an adviser to Jill Moore, who likes walks.", None),
        ("The prize went to voters in Jill Moore’s town, who like walks.", None),
    ],
)
def test_who_is_whoever_is_named_before_it_whatever_more_is_said_of_them(
    text: str, meant: str | None
) -> None:
    """Also where nobody is quoted; of two people, or of somebody's aide, it may be either."""
    document = Document("a", "article", text, language="en")
    marks = next(iter(NewsReader().read([document])))
    assert next((each.name for each in marks.meant if each.span.text == "who"), None) == meant


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Tom Reyes frowned at Hanna Roe.\n\nThe Iowa Republican said it was “a farce”.",
            "Tom Reyes",
        ),
        ("Tom Reyes frowned at the rain.\n\nThe candidate said it was “a farce”.", "Tom Reyes"),
        (
            "Tom Reyes frowned. Asked by Hanna Roe, the Iowa Republican said it was “a farce”.",
            "Tom Reyes",
        ),
        ("Tom Reyes frowned at Hanna Roe.\n\nThe candidate said it was “a farce”.", None),
        ("Tom Reyes frowned at a plan that the candidate said was “a farce”.", None),
    ],
)
def test_a_party_or_a_candidacy_tells_of_whom_the_sentence_before_is(
    text: str, speaker: str | None
) -> None:
    """A place or a party tells enough beside another name; in one's own sentence one is "he"."""
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Reyes campaign said that it was “a farce” to all.", "Reyes campaign"),
        ("Tom Reyes’s campaign said that it was “a farce” to all.", "Reyes campaign"),
        (
            "Tom Reyes’s campaign met. The campaign said that it was “a farce” to all.",
            "Reyes campaign",
        ),
        (
            "The Reyes campaign met the Moore campaign. The campaign called it “a farce” to all.",
            None,
        ),
        (
            "The Reyes campaign met. Tom Reyes won, “it was a farce to all,” his campaign said.",
            "Reyes campaign",
        ),
        ("Tom Reyes won, “it was a farce to all,” his campaign said.", None),
        ("A Reyes campaign worker said that it was “a farce” to all.", None),
    ],
)
def test_a_campaign_is_called_by_its_candidate(text: str, speaker: str | None) -> None:
    """It says things and has no other name; where the text never gives it one, it is left open."""
    assert speakers(f"Tom Reyes and Jill Moore ran for mayor. {text}")[-1] == speaker


def test_who_held_an_office_at_the_time_is_named_behind() -> None:
    """An initial does not end the name."""
    text = "“The pier was lost,” said the mayor at the time, Tom E. Reyes. Jill Moore left."
    assert speakers(text) == ["Tom E. Reyes"]


def test_for_her_part_tells_which_of_a_family_it_is() -> None:
    """The family name alone may be her husband's."""
    text = "Gary Holt and Mary Holt ran. For her part, Holt said that it was “a farce” to all."
    assert speakers(text) == ["Mary Holt"]


def test_he_is_read_in_a_contraction_too() -> None:
    """ "He’s comparing them and says so" has him in it."""
    text = "Tom Reyes runs. Reyes slept. He’s comparing plans and says that it is “a farce” to all."
    assert speakers(text) == ["Tom Reyes"]


def test_a_story_may_open_with_she() -> None:
    """Whoever its paragraph then is about says it, and not others who are named there."""
    text = "“We stay,” she says. Mary Holt was born here, before Ann Lee, Susan Roe and Carol Dean."
    assert speakers(text) == ["Mary Holt"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Eagle-eyed Hill devotees", None),
        ("Hill fans", None),
        ("Hill", "Michelle Hill"),
        ("CNN Opinion managing editor Bryan Lanza", "Bryan Lanza"),
        ("Immigration and Customs Enforcement Acting Director Bryan Lanza", "Bryan Lanza"),
        ("Conservative MPs", None),
        ("Hill’s 2020 campaign", "Hill campaign"),
    ],
)
def test_who_is_named_is_no_outlet_and_whoever_follows_them_is_not_they(
    source: str, speaker: str | None
) -> None:
    """The Hill is an outlet and CNN, too; their editors and their namesakes are people."""
    text = f"Michelle Hill sang in Riga. {source} said that it was “a long and lovely evening”."
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Bank of Norway Governor Ann Brandt", "Ann Brandt"),
        ("Board of Regents President Ann Brandt", "Ann Brandt"),
        ("University of Tarn biologist Ann Brandt", "Ann Brandt"),
        ("Ships for Peace founder Ann Brandt", "Ann Brandt"),
        ("deputy director of parks Ann Brandt", "Ann Brandt"),
        ("the company’s head of site safety Ann Brandt", "Ann Brandt"),
        ("US ambassador to Japan Ann Brandt", "Ann Brandt"),
        ("Norwegian Water and Energy Directorate head Ann Brandt", "Ann Brandt"),
        ("BBC News’s Ann Brandt", "Ann Brandt"),
        ("a friend of Arizona biologist Ann Brandt", None),
        ("a lawyer for singer Ann Brandt", None),
        ("the mother of suspect Ann Brandt", None),
        ("supporters of Mayor Ann Brandt", None),
        ("the manager of actor Ann Brandt", None),
    ],
)
def test_the_of_of_a_title_is_of_nobody_else(source: str, speaker: str | None) -> None:
    """Where somebody works and what they head has an "of", too: they speak, and not the bank."""
    assert speakers(f"“It was fine then and is fine now,” said {source} on Monday.") == [speaker]


def test_a_long_title_behind_an_exclamation_is_of_its_sentence() -> None:
    """“…!” Bank of Norway Governor Ann Brandt said: the mark ends no sentence of hers."""
    assert speakers("“What a day!” Bank of Norway Governor Ann Brandt said on Monday.") == [
        "Ann Brandt"
    ]


@pytest.mark.parametrize(
    "whose", ["Lund’s lawyer, Samuel Roe,", "Lund’s father, the vet Odd Lund,"]
)
def test_a_sentence_that_opens_with_whose_somebody_is_is_about_them(whose: str) -> None:
    """It is the lawyer who goes on, and not whose lawyer he is."""
    text = f"Marcus Lund left on Friday.\n\n{whose} was in the hall. “I cried at once,” he said."
    assert speakers(text) == ["Odd Lund" if "Odd" in whose else "Samuel Roe"]


def test_a_relative_is_called_by_the_first_name() -> None:
    """ "Husband" opens no name, though it has a capital where its sentence begins."""
    assert speakers("Husband Darren, 45, added: “It is the law gone mad.”") == ["Darren"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("the engineer who led the inquiry, Odd Lund", "Odd Lund"),
        ("a woman who runs the café on the quay, Ada Brandt, 61", "Ada Brandt"),
        ("the man who drove the mayor, Odd Lund", None),
        ("the engineer who led the inquiry, with Odd Lund", None),
    ],
)
def test_a_name_may_stand_behind_what_somebody_did(source: str, speaker: str | None) -> None:
    """Unless somebody else is spoken of between, whose name it may be."""
    assert speakers(f"It was over. “It was never the mast at all,” said {source}.") == [speaker]


@pytest.mark.parametrize("body", ["administration", "government"])
def test_whose_government_it_is_does_not_speak(body: str) -> None:
    """What "the Lund administration" says is not said by Lund."""
    text = f"Odd Lund left on Monday. Lund {body} officials met. Lund {body} cites the cost of it."
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    assert marks.quotes[-1].speaker is None
