"""People, organisations and places, and whom their names stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from onix.model import Document, Mention, Turn
from onix.reading.grammar.sentences import find_sentences
from onix.reading.names.identities import speaker_name
from onix.reading.names.names import find_mentions
from onix.reading.neural.pipeline import Entity

LABELS = {"w": "WORK_OF_ART", "p": "PERSON", "o": "ORG", "g": "GPE", "n": "NORP", "d": "DATE"}


def mentions(marked: str, *, speakers: Sequence[str] = ()) -> list[Mention]:
    """Give the mentions of a text in which the model's entities stand as `<p|Ana Ruiz>`."""
    entities = []
    text = ""
    at = 0
    for place in re.finditer(r"<(\w)\|([^>]*)>", marked):
        text += marked[at : place.start()]
        entities.append(Entity(len(text), len(text) + len(place[2]), LABELS[place[1]]))
        text += place[2]
        at = place.end()
    text += marked[at:]
    plain = Document("d", "article", text)
    turns = tuple(Turn(name, plain.span(0, 0)) for name in speakers)
    document = Document("d", "transcript" if turns else "article", text, turns=turns)
    found = find_mentions(document, find_sentences(document), entities)
    ends = 0
    for mention in found:
        assert mention.span == document.span(mention.span.start, mention.span.end)
        assert mention.span.start >= ends
        ends = mention.span.end
    return list(found)


def written(marked: str) -> list[tuple[str, str]]:
    """Give each mention as it is written, with its kind."""
    return [(each.span.text, each.kind) for each in mentions(marked)]


def names(marked: str, *, speakers: Sequence[str] = ()) -> list[tuple[str, str | None]]:
    """Give each mention as it is written, with what it stands for."""
    return [(each.span.text, each.name) for each in mentions(marked, speakers=speakers)]


def test_only_people_organisations_and_places_are_mentions() -> None:
    """Nationalities, dates and whatever else the model marks are left out."""
    assert written("<p|Ana Ruiz>, a <n|Peruvian>, left <g|Peru> and <o|Acme> on <d|May 3>.") == [
        ("Ana Ruiz", "person"),
        ("Peru", "place"),
        ("Acme", "organisation"),
    ]


def test_a_dash_behind_a_name_is_none_of_it() -> None:
    """A dash before a word of grammar goes with it, and no name with a dash breaks a document."""
    assert written("<o|Fell Peat Museum - the> place. The <o|FPM> -") == [
        ("Fell Peat Museum", "organisation"),
        ("FPM", "organisation"),
    ]
    found = names("<o|- Fell - Peat Museum -> is old. <o|FPM> is new.")
    assert found == [("Fell - Peat Museum", "Fell - Peat Museum"), ("FPM", "Fell - Peat Museum")]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("<p|Ana Ruiz's> plan", "Ana Ruiz"),
        ("<p|Ana Ruiz’s> plan", "Ana Ruiz"),
        ("the <p|Dukes’> plan", "Dukes"),
        ("<p|“Ana Ruiz> left", "Ana Ruiz"),
        ("<p|Ana Ruiz -> left", "Ana Ruiz"),
        ("<p|President Ruiz> left", "Ruiz"),
        ("<p|Foreign Minister Ana Ruiz>", "Ana Ruiz"),
        ("<p|Prime Minister Ana Ruiz> left", "Ana Ruiz"),
        ("<p|Lt. Gen. Ana Ruiz> left", "Ana Ruiz"),
        ("<o|the Justice Department> sued", "Justice Department"),
        ("<o|its Porto Forum> met", "Porto Forum"),
        ("<g|Central and> Western", "Central"),
        ("<p|Robert Hale Jr>. left", "Robert Hale Jr."),
        ("<o|McDonald's> said", "McDonald's"),
        ("<o|Acme Corp>. said", "Acme Corp."),
    ],
)
def test_a_span_is_cut_down_to_the_name(marked: str, name: str) -> None:
    """Titles, articles, quote marks and the possessive are not part of a name."""
    assert mentions(marked)[0].span.text == name


@pytest.mark.parametrize(
    "marked",
    [
        "<p|covid> spread",
        "<o|the> plan",
        "<p|@anaruiz> wrote",
        "<p|www.example.org>",
        "<p|Flight 7> left",
        "the editor<p|’s Note> says",
        "<o|E> left",
        "<o|https://holt>",
        "<g|Ukrainian> troops",
        "<o|Wisdom> helps. There is wisdom in it.",
    ],
)
def test_what_is_no_name_is_left_out(marked: str) -> None:
    """Addresses, demonyms, and words that have a capital only at a sentence's beginning."""
    assert mentions(marked) == []


def test_a_byline_does_not_run_on_into_the_dateline() -> None:
    """A name ends with its line."""
    byline = mentions("By <p|Ines Okafor\nPORT LANE>, 3 May 2026 — The guild met on Monday.")
    assert [each.span.text for each in byline] == ["Ines Okafor"]


def test_a_credit_names_the_photographer_and_the_agency() -> None:
    """What the model takes for one name are several; a bracket left open is not part of one."""
    assert written(
        "<p|Maria Holt/Acme/Porto Images> and the <o|Porto Forum (PF>) met <o|AC/DC>"
    ) == [
        ("Maria Holt", "person"),
        ("Acme", "organisation"),
        ("Porto Images", "organisation"),
        ("Porto Forum", "organisation"),
        ("PF", "organisation"),
        ("AC/DC", "organisation"),
    ]


def test_whose_a_picture_is_is_no_part_of_who_is_seen_in_it() -> None:
    """A caption begins behind its credit, and so may a plain word with a capital."""
    assert written("Ada Lund/<o|Reuters The Porto Opera> is lit up.") == [
        ("The Porto Opera", "organisation")
    ]
    assert not written("Ada Lund/<o|Reuters Flowers> lie at the gate. No flowers lie inside.")


def test_a_name_has_one_kind_in_a_document() -> None:
    """What most of its mentions are, all are."""
    marked = "<p|Brel> fell. <p|Brel> rose. <o|Brel> fell again."
    assert written(marked) == [("Brel", "person")] * 3


@pytest.mark.parametrize("courtesy", ["Mr", "Mrs.", "Ms", "Dr", "Dame"])
def test_a_form_of_address_tells_a_person(courtesy: str) -> None:
    """Whatever the name sounds like; well-known places are believed to be those."""
    marked = f"<g|Trevenna> fell. <g|Trevenna> rose. {courtesy} <g|Trevenna> fell again."
    assert written(marked) == [("Trevenna", "person")] * 3
    assert written(f"He told {courtesy} <g|Norway> so.")[0][1] == "place"


def test_a_family_name_is_a_person_after_the_full_name() -> None:
    """Whatever the model takes it for; a well-known place stays one unless it says otherwise."""
    assert written("<p|Ana Whale> left. <o|Whale> said so. <g|Whale> did.") == [
        ("Ana Whale", "person"),
        ("Whale", "person"),
        ("Whale", "person"),
    ]
    assert written("<p|Ana Jordan> left <g|Jordan>.")[1] == ("Jordan", "place")
    assert written("<p|Ana Jordan> left. <p|Jordan> said so. <g|Jordan> did.")[2][1] == "person"


def test_a_full_name_is_a_person_where_its_family_name_is() -> None:
    """Also where the model takes it for a firm; only a first name makes it one."""
    assert names("<o|Maren Whale> was named. “No,” said <p|Whale>, 51.")[0][1] == "Maren Whale"
    assert written("<o|Maren Whale> was named. “No,” said <p|Whale>, 51.")[0][1] == "person"
    assert written("<o|Atlas Whale> was sold. “No,” said <p|Whale>, 51.")[0][1] == "organisation"


def test_what_is_known_of_a_name_is_believed() -> None:
    """Well-known places and bodies, and names whose form tells."""
    assert written("<p|Kyiv>, <p|Twitter>, <p|Holt Foundation>, <o|Ana B. Holt>") == [
        ("Kyiv", "place"),
        ("Twitter", "organisation"),
        ("Holt Foundation", "organisation"),
        ("Ana B. Holt", "person"),
    ]


def test_words_around_a_name_tell_its_kind() -> None:
    """ "in Tavaria", an adjective of it, a first name in front, "the Ledger"."""
    assert written("<o|Tavaria> paid. He lives in <o|Tavaria>. <o|Tavaria> and in <o|Tavaria>.")[
        0
    ] == ("Tavaria", "place")
    assert written("<o|Tavaria> paid. The <n|Tavarian> army and <p|Tavarians>.")[0] == (
        "Tavaria",
        "place",
    )
    assert written("<o|Tavaria> paid the <g|Tavarian> army.") == [("Tavaria", "place")]
    assert written("<o|Maria Hoek> left.") == [("Maria Hoek", "person")]
    assert names("<o|Porto Ledger> wrote so. The <p|Ledger> was right.")[1] == (
        "Ledger",
        "Porto Ledger",
    )


def test_what_belongs_to_another_is_named_by_itself() -> None:
    """ "Porto's Institute of Law" is the Institute; "Women's March Network" stays."""
    assert written("<o|Porto’s Institute of Law> and <o|Women's March Network>") == [
        ("Institute of Law", "organisation"),
        ("Women's March Network", "organisation"),
    ]


def test_a_place_in_capitals_is_the_place() -> None:
    """Datelines are written in capitals."""
    assert names("<g|PORTO>, <g|UAE>") == [("PORTO", "Porto"), ("UAE", "United Arab Emirates")]


def test_a_family_name_stands_for_the_full_name() -> None:
    """Before and after it, with a middle initial or in capitals."""
    assert names("<p|Ruiz> left. <p|Ana Ruiz> left. <p|Ana B. Ruiz> too. <p|RUIZ>!") == [
        ("Ruiz", "Ana B. Ruiz"),
        ("Ana Ruiz", "Ana B. Ruiz"),
        ("Ana B. Ruiz", "Ana B. Ruiz"),
        ("RUIZ", "Ana B. Ruiz"),
    ]


def test_first_letters_stand_for_the_only_body_that_has_them() -> None:
    """No brackets need to introduce them; what meets ("Convention") is no body."""
    text = "<o|Harbour Safety {}> met. The <o|HS{}> left."
    assert ("HSA", "Harbour Safety Agency") in names(text.format("Agency", "A"))
    assert ("HSC", "HSC") in names(text.format("Convention", "C"))


def test_a_title_tells_that_a_family_name_is_another_of_the_family() -> None:
    """ "Mr. Ruiz" is not Mary Ruiz, and "Mrs. Ruiz" is."""
    text = "<p|Mary Ruiz> wept. {}. <p|Ruiz> left."
    assert ("Ruiz", "Ruiz") in names(text.format("Mr"))
    assert ("Ruiz", "Mary Ruiz") in names(text.format("Mrs"))


def test_two_who_share_a_name_leave_it_open() -> None:
    """ "Ruiz" is nobody for certain where two people are called so; first names as well."""
    assert names("<p|Ana Ruiz> and <p|Leo Ruiz> met. <p|Ruiz> left. <p|Leo> stayed.") == [
        ("Ana Ruiz", "Ana Ruiz"),
        ("Leo Ruiz", "Leo Ruiz"),
        ("Ruiz", None),
        ("Leo", "Leo Ruiz"),
    ]


def test_the_younger_of_one_name_is_another_person() -> None:
    """ "Jr." makes a person of its own; the name alone is the elder's."""
    assert names("<p|Leo Ruiz> and <p|Leo Ruiz Jr.> met. <p|Ruiz> left.") == [
        ("Leo Ruiz", "Leo Ruiz"),
        ("Leo Ruiz Jr.", "Leo Ruiz Jr."),
        ("Ruiz", "Leo Ruiz"),
    ]


def test_family_names_of_several_words_are_followed() -> None:
    """Any ending of the full name will do."""
    assert names("<p|Ursa von der Hoek> left. <p|von der Hoek> and <p|Hoek> said so.") == [
        ("Ursa von der Hoek", "Ursa von der Hoek"),
        ("von der Hoek", "Ursa von der Hoek"),
        ("Hoek", "Ursa von der Hoek"),
    ]


def test_a_name_never_given_in_full_stands_for_itself() -> None:
    """Nothing is made up."""
    assert names("<p|Ruiz> left.") == [("Ruiz", "Ruiz")]


def test_an_acronym_stands_for_what_it_was_introduced_for() -> None:
    """Also where the model did not see it; not one that does not fit the words before it."""
    assert names(
        "The <o|Global Energy Forum> (GEF) met. The GEF paid. <o|Porto Club> (XYZ) and XYZ left."
    ) == [
        ("Global Energy Forum", "Global Energy Forum"),
        ("GEF", "Global Energy Forum"),
        ("GEF", "Global Energy Forum"),
        ("Porto Club", "Porto Club"),
    ]
    assert names("<o|Central Command> (Centcom) met.")[1] == ("Centcom", "Central Command")


def test_a_company_without_its_form_is_the_company() -> None:
    """ "Acme" is Acme Corp. where there is only one."""
    assert names("<o|Acme Corp.> paid. <o|Acme> left. <g|US> and <g|U.K.> did.") == [
        ("Acme Corp.", "Acme Corp."),
        ("Acme", "Acme Corp."),
        ("US", "United States"),
        ("U.K.", "United Kingdom"),
    ]
    assert names("<o|Acme Corp.>, <o|Acme Ltd.>, <o|Acme>")[2] == ("Acme", "Acme")


def test_family_names_that_the_model_missed_are_added() -> None:
    """Where they are written with their capital, alone or in full, and mean nothing else."""
    found = names(
        "<p|Ana Varga> left. Ana Varga and VARGA, said Varga's aide. The Varga Institute, "
        "Varga-Holt, Umo Varga and a varga. Then Varga left. President Varga did."
    )
    assert found == [
        ("Ana Varga", "Ana Varga"),
        ("Ana Varga", "Ana Varga"),
        ("Varga", "Ana Varga"),
        ("Varga Institute", "Varga Institute"),
        ("Varga", "Ana Varga"),
        ("Varga", "Ana Varga"),
    ]
    assert names("<p|Ana May> left. In May it rained.") == [("Ana May", "Ana May")]


def test_two_names_joined_are_nobody() -> None:
    """ "the Varga-Ruiz talks" names no person of that name."""
    assert len(mentions("<p|Ana Varga> met <p|Leo Ruiz>. The <p|Varga-Ruiz> talks failed.")) == 2


def test_speakers_of_a_transcript_are_known_names() -> None:
    """A name in the talk is the speaker's, however the label is written; hosts have none."""
    assert names(
        "Thank you, Varga. <o|Holt> agrees. Speaker left.",
        speakers=["VARGA, ENVOY", "DANA HOLT", "HOST", "Speaker 2", "Q"],
    ) == [("Varga", "Varga"), ("Holt", "Dana Holt")]


def test_a_title_stands_for_the_one_who_bears_it() -> None:
    """ "The envoy" is Ana Ruiz where she alone was introduced as one, after that."""
    assert names(
        "The envoy left. Special envoy <p|Ana Ruiz> stayed. <p|Ruiz> slept. The envoy ate."
    ) == [("Ana Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz"), ("The envoy", "Ana Ruiz")]
    assert names("<p|Ana Ruiz>, the envoy, left. Then the envoy ate.")[1] == (
        "the envoy",
        "Ana Ruiz",
    )


@pytest.mark.parametrize(
    "marked",
    [
        "Envoy <p|Ana Ruiz> and envoy <p|Leo Holt> met. The envoy left.",
        "Envoy <p|Ana Ruiz> met a Russian envoy. The envoy left.",
        "Envoy <p|Ana Ruiz> left. The envoy to Peru stayed.",
        "Former president <p|Ana Ruiz> left. The president stayed.",
        "Vice President <p|Ana Ruiz> left. The president stayed.",
        "President <p|Ruiz>, <p|Ana Ruiz> or <p|Leo Ruiz>, left. The president stayed.",
        "<p|Ana Ruiz> left. The envoy stayed.",
        "The envoy stayed at the <o|Envoy Hotel>.",
        "Envoy <p|Ana Ruiz> left. The Subenvoy stayed with the <o|Envoy>.",
        "President <p|Ana Ruiz> left. The deputy president stayed, said the President Hotel.",
    ],
)
def test_a_title_that_could_be_another_is_left_out(marked: str) -> None:
    """Two bearers, one without a name, or a former one: nothing is certain."""
    assert not [each for each in mentions(marked) if each.span.text.lower().startswith("the ")]


def test_letters_whose_lower_case_is_longer_do_not_shift_titles() -> None:
    """Offsets are those of the text as it is written."""
    text = "İİİ. Envoy <p|Ana Ruiz> left İzmir. The envoy ate."
    assert names(text)[-1] == ("The envoy", "Ana Ruiz")


def test_the_mayor_of_a_town_and_the_town_are_two() -> None:
    """A name in apposition behind a place is somebody's, whatever the model makes of both."""
    found = mentions(
        "The mayor of <o|Sollen, Ana Ruiz>, came. He was born in <g|Springfield, Ohio>."
    )
    assert [(each.span.text, each.kind) for each in found] == [
        ("Sollen", "place"),
        ("Ana Ruiz", "person"),
        ("Springfield, Ohio", "place"),
    ]


def test_courtesy_that_has_lost_its_name_is_nobody() -> None:
    """The model may cut "Mrs Justice Hallam" behind its first word; two people it is not."""
    assert names("<p|Mrs> Justice <p|Hallam> said it was “at least arguable”.") == [
        ("Hallam", "Hallam")
    ]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("“No,” said <o|Lady Justice> Orme on Friday.", "Orme"),
        ("“No,” <w|Lady Justice Orme> said.", "Orme"),
        ("<o|Mrs Justice Calloway> sat with <p|Ana Ruiz>.", "Calloway"),
        ("<w|Baroness Winter> said no.", "Winter"),
        ("<p|Viscount Astley> said no.", "Astley"),
        ("<p|Recorder Jane Silk> said no.", "Jane Silk"),
        ("<p|Coroner Alan Birch> said no.", "Alan Birch"),
        ("Dame <p|Jo Ayre DBE> left.", "Jo Ayre"),
        ("<p|Victoria Justice> sang.", "Victoria Justice"),
    ],
)
def test_a_judge_or_a_peer_goes_by_the_name_alone(marked: str, name: str) -> None:
    """Whatever the model takes the title for, and wherever it ends the name."""
    assert next(iter(names(marked))) == (name, name)


def test_courtesy_alone_is_nobody() -> None:
    """ "His Honour said" names no person."""
    assert names("His <p|Honour> said no to <w|Coroner Dr> <p|Ana Ruiz>.") == [
        ("Ana Ruiz", "Ana Ruiz")
    ]


def test_a_word_of_grammar_before_a_name_is_left_out() -> None:
    """ "Will Ana Ruiz return?" asks about Ana Ruiz; Will Ruiz is somebody."""
    found = mentions("<p|Will Ana Ruiz> return?\n\n<p|Ana Ruiz> left on Monday. <p|Ana Ruiz> won.")
    assert {mention.name for mention in found} == {"Ana Ruiz"}
    assert [mention.name for mention in mentions("<p|Will Ruiz> left.")] == ["Will Ruiz"]
    assert [mention.name for mention in mentions("<p|Amid> the rain they left.")] != [""]


def test_what_a_person_owns_is_no_part_of_the_name() -> None:
    """ "Ruiz’s Diary" is about Ruiz."""
    assert [mention.name for mention in mentions("They saw <p|Ana Ruiz’s Diary> at six.")] == [
        "Ana Ruiz"
    ]


def test_who_is_of_an_age_is_a_person_and_somebody_new() -> None:
    """Whatever the model takes them for, and whoever else bears that first name."""
    found = mentions("<p|Anna Varga> left. “No,” said the 29-year-old <g|Anna>, a roofer.")
    assert [(mention.kind, mention.name) for mention in found] == [
        ("person", "Anna Varga"),
        ("person", "Anna"),
    ]
    # Whose full name came without an age is told of again by an age behind the first.
    assert names("<p|Anna Varga> left. <p|Anna>, 29, slept.")[1] == ("Anna", "Anna Varga")
    assert names("<p|Anna Varga>, 61, left. <p|Anna>, 29, slept.")[1] == ("Anna", "Anna")
    (only,) = mentions("“No,” said <g|Zelda>, 35, who was there.")
    assert only.kind == "person"


def test_somebody_is_not_in_a_person() -> None:
    """One word behind "in" is a place, whatever the model says, but for who is named in full."""
    found = mentions(
        "He repairs bicycles in <p|Sollen>. Rain fell in <p|Sollen>. <p|Ana Ruiz> won."
    )
    assert [mention.kind for mention in found] == ["place", "place", "person"]
    found = mentions("They believe in <p|Ruiz>. In <p|Ruiz>’s eyes, <p|Ana Ruiz> won.")
    assert {mention.kind for mention in found} == {"person"}


def test_a_company_is_called_by_the_first_word_of_its_name() -> None:
    """ "Halvik" is "Halvik Foods" again, whatever the model says; a town is no council."""
    text = "<o|Halvik Foods> closed. <g|Halvik> said so. <o|Sollen Council> met. <g|Sollen> froze."
    assert names(text) == [
        ("Halvik Foods", "Halvik Foods"),
        ("Halvik", "Halvik Foods"),
        ("Sollen Council", "Sollen Council"),
        ("Sollen", "Sollen"),
    ]
    text = "Shares in <p|Halvik Ulme> fell. <p|Halvik> said so."
    assert names(text)[1] == ("Halvik", "Halvik Ulme")
    assert written(text)[1] == ("Halvik", "organisation")
    # "in Halvik" is a town.
    assert names("<o|Halvik Foods> closed. It rained in <g|Halvik>.")[1] == ("Halvik", "Halvik")


def test_a_company_everybody_knows_is_none_of_its_brands() -> None:
    """Amazon is not the shop that it opens, though the shop is called after it."""
    found = mentions("<o|Amazon> will open <o|Amazon Foods>. <o|Amazon> said so.")
    assert [mention.name for mention in found] == ["Amazon", "Amazon Foods", "Amazon"]


def test_a_name_is_not_cut_behind_a_particle() -> None:
    """Ursula von der is no name."""
    found = mentions("<p|Ute von> der Lund arrived in the morning, and <p|Ute Orr> left.")
    assert [mention.name for mention in found] == ["Ute von der Lund", "Ute Orr"]


def test_what_somebody_heads_is_none_of_their_name() -> None:
    """The Secretary of Commerce is no Commerce."""
    found = mentions("The Secretary of <o|Commerce Gina Orr> spoke for hours on Monday.")
    assert [(mention.kind, mention.name) for mention in found] == [("person", "Gina Orr")]


def test_a_family_name_that_stands_first_is_a_person() -> None:
    """Of Zhang Wen, Zhang is the family name, whatever the model takes it for."""
    found = mentions("<p|Zhang Wen> came. <o|Zhang> said so. <p|Orr Wen> came. <o|Orr> said so.")
    assert [mention.name for mention in found] == ["Zhang Wen", "Zhang Wen", "Orr Wen", "Orr"]


def test_a_relative_is_a_person() -> None:
    """Whatever the model takes a first name for behind what somebody is to another."""
    assert [kind for _, kind in written("Her mother, <g|Zelda>, left. <g|Zelda> slept.")] == [
        "person"
    ] * 2
    assert written("The parent <o|Zelda> closed.") == [("Zelda", "organisation")]


@pytest.mark.parametrize("kind", ["p", "o"])
def test_somebody_and_the_body_they_are_of_are_two(kind: str) -> None:
    """Where the model takes both for one name."""
    assert written(f"<{kind}|Pauline Thwaite of Ofpower> said so.") == [
        ("Pauline Thwaite", "person"),
        ("Ofpower", "organisation"),
    ]


@pytest.mark.parametrize("label", ["Rosa Quay MP", "ROSA QUAY KC", "Rosa Quay"])
def test_letters_behind_the_name_of_who_speaks_make_nobody_else(label: str) -> None:
    """The member who asks in a hearing is the one whom an article quotes."""
    assert speaker_name(label) == "Rosa Quay"


def test_a_first_name_and_a_family_name_are_one_person() -> None:
    """The model took them for two places, of which the first is no town's neighbour."""
    found = mentions("<g|Halina> <g|Zawada> had stepped down. <g|Lodz> <g|Poland> was told.")
    assert [(each.kind, each.span.text) for each in found] == [
        ("person", "Halina Zawada"),
        ("place", "Lodz"),
        ("place", "Poland"),
    ]


def test_a_word_in_capitals_is_nobody_s_name_unless_somebody_has_it() -> None:
    """The model takes LATV for a person; Ana RUIZ is one, as some outlets write family names."""
    assert names("<p|LATV> calls it a tribute.") == [("LATV", "LATV")]
    assert written("<p|LATV> calls it a tribute.") == [("LATV", "organisation")]
    assert written("<p|Ana RUIZ> left. <p|RUIZ> said no.")[-1] == ("RUIZ", "person")


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [
        ("<p|Odd Holt> left. <g|Savannah Holt> stayed.", ["person", "person"]),
        ("<p|Odd Holt> left. <g|Lake Holt> froze.", ["person", "place"]),
        ("She holds a <p|Holt Award>.", []),
    ],
)
def test_a_family_s_name_makes_a_person_and_a_prize_s_makes_none(
    marked: str, kinds: list[str]
) -> None:
    """The model takes first names that are towns' for places, and what is won for people."""
    assert [kind for _, kind in written(marked)] == kinds


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("They left <p|Tarn County> in May.", "place"),
        ("They left <p|Odd Lund Parkway> in May.", "place"),
        ("They left <p|Old Tarn Beach> in May.", "place"),
        ("They left <p|Amy Beach> in May.", "person"),
        ("They left <o|University of Tarn Island> in May.", "organisation"),
        ("They left <p|Tarn Elementary> in May.", "organisation"),
    ],
)
def test_counties_and_beaches_are_places(marked: str, kind: str) -> None:
    """Whatever the model takes them for; a first name before "Beach" is a person's."""
    assert [mention.kind for mention in mentions(marked)] == [kind]


def test_what_lies_where_it_is_named_for_is_a_place() -> None:
    """ "The Crna Lova tailings dam" is at Crna Lova, whatever that sounds like."""
    (found,) = mentions("The report warned that the <p|Crna Lova> tailings dam was old.")
    assert found.kind == "place"


def test_the_stop_of_a_saint_ends_no_sentence() -> None:
    """The "Louis Fed" is nobody."""
    marked = "Officials at <o|the St. Louis Fed> said so. <o|The St. Louis Cardinals> won."
    assert written(marked) == [
        ("St. Louis Fed", "organisation"),
        ("St. Louis Cardinals", "organisation"),
    ]


def test_a_family_name_that_is_a_word_is_taken_where_no_word_is_written_so() -> None:
    """ "Grant told" and "said Grant kept" have no article; a grant and a Grant for all have one."""
    marked = (
        "Mayor <p|Anita Grant> was charged. Grant told the court that it was untrue. The council "
        "had a grant. Police said Grant kept it. A Grant for all was the plan. By Grant it is wide."
    )
    places = [each.span.start for each in mentions(marked)]
    text = re.sub(r"<\w\|([^>]*)>", r"\1", marked)
    wanted = ("Anita Grant", "Grant told", "Grant kept")
    assert places == [text.index(each) for each in wanted]


@pytest.mark.parametrize("name", ["Justice Department", "Department of Justice"])
def test_a_department_goes_by_its_letters(name: str) -> None:
    """ "DOJ" is the Justice Department of the text, however that is written."""
    assert names(f"The <o|{name}> met. The <o|DOJ> paid. The <o|DOX> left.") == [
        (name, name),
        ("DOJ", name),
        ("DOX", "DOX"),
    ]
