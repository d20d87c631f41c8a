"""A draft is held against transcripts, quotation by quotation, as the house sees it."""

from __future__ import annotations

import gzip
import json
from inspect import signature
from pathlib import Path

import pytest

import onix
from onix.cli import checking
from onix.errors import InputError
from onix.intake import LeftOut
from onix.jobs.check import KINDS, check, check_again, check_claims
from onix.jobs.check.claims import read_claims
from onix.jobs.check.shelf import shelf
from onix.jobs.check.styles import severity, styles
from onix.jobs.readers import news_reader
from onix.model import Claim, Difference, Document, Span, Turn, Verdict
from onix.verify.doubts import WEAK
from onix.verify.making import EVERY
from tests.verify.hearing import FILE, hearing
from tests.verify.test_verdicts import transcript

DRAFT = """# Unions and bank far apart

“The nurses were promised 11 percent in Odense,” said Sven Aalto, who leads the union.

“We are a charity,” Petra Holm said. “The loan to Nordhavn was repaid in 80 months.”

Ida Brandt closed the meeting. “The session is closed until Thursday,” Brandt said.

The so-called “pencil vote” was over at once.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with four quotations and a few words in marks that are none."""
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_every_quotation_gets_a_finding(draft: Path) -> None:
    """In the draft's order, with offsets that give back the draft's words."""
    checked = check(str(draft), against=[str(FILE)])
    texts = [each.verdict.claim.text for each in checked.findings]
    assert texts[0] == "The nurses were promised 11 percent in Odense,"
    quotes = [each.verdict for each in checked.findings if each.verdict.claim.kind == "quote"]
    labels = [each.label for each in quotes]
    assert labels == ["verbatim", "altered", "altered", "trimmed"]
    assert quotes[3].meaning_changed  # "unless Governor Skov calls us back"
    assert checked.looked_at == 1
    assert not checked.is_clean
    assert any("“pencil" in each or "short string" in each for each in checked.notes)


def test_a_few_words_that_somebody_said_are_looked_for(tmp_path: Path) -> None:
    """A verb of saying makes speech of three words, even where the speaker has no name."""
    draft = tmp_path / "short.md"
    draft.write_text(
        "A member answered: “I trust pencils.” The “pencil vote” was over.", encoding="utf-8"
    )
    checked = check(str(draft), against=[str(FILE)])
    assert [each.verdict.claim.text for each in checked.findings] == ["I trust pencils."]


def test_words_within_a_quotation_are_looked_for_with_it(tmp_path: Path) -> None:
    """Whose they are the one who is quoted says, and not the transcript of what he said."""
    draft = tmp_path / "nested.md"
    draft.write_text("“A nurse told me, ‘I trust no pencils,’” a member said.", encoding="utf-8")
    checked = check(str(draft), against=[str(FILE)])
    texts = [each.verdict.claim.text for each in checked.findings]
    assert texts == ["A nurse told me, ‘I trust no pencils,’"]


def test_onix_check_is_this_job() -> None:
    """`onix.check` is there without an import of its parts, and nothing else is made up."""
    assert onix.check is check
    with pytest.raises(AttributeError, match="no attribute 'cheque'"):
        _ = onix.cheque


def test_claims_and_documents_need_no_files() -> None:
    """From Python, claims are held against documents as they are."""
    claim = Claim("quote", "The nurses were promised 11 percent in Odense.", "Sven Aalto")
    checked = check([claim], against=[hearing()])
    assert [each.verdict.label for each in checked.findings] == ["verbatim"]
    assert checked.is_clean


def test_a_draft_without_quotations_says_so(tmp_path: Path) -> None:
    """Nothing to check is no error, but it is said."""
    path = tmp_path / "plain.txt"
    path.write_text("The bridge is shut. Nobody crossed it on Monday.", encoding="utf-8")
    checked = check(str(path), against=[str(FILE)])
    assert checked.findings == ()
    assert "no quotations" in checked.notes[0]


def test_a_transcript_without_speakers_says_so(draft: Path) -> None:
    """Words are verified all the same."""
    tape = transcript((None, "The nurses were promised 11 percent in Odense."))
    checked = check(str(draft), against=[tape])
    assert any("name no speakers" in each for each in checked.notes)
    assert checked.findings[0].verdict.label == "verbatim"


def test_what_is_given_in_another_language_is_said_to_be_unread(
    draft: Path, tmp_path: Path
) -> None:
    """Nobody wonders why nothing was found in it."""
    story = tmp_path / "soir.txt"
    story.write_text(
        "Le conseil a voté mercredi soir la fermeture de la maternité de l'hôpital, après une "
        "réunion de trois heures qui a réuni plus de quatre cents personnes à la mairie.",
        encoding="utf-8",
    )
    notes = check(str(draft), against=[str(FILE), str(story)]).notes
    assert any(each.startswith("soir.txt is not read: not English: fr.") for each in notes)


def test_articles_alone_are_not_called_transcripts(draft: Path, tmp_path: Path) -> None:
    """Who checks against two stories gave no transcript, and hears that."""
    story = tmp_path / "story.txt"
    story.write_text("The nurses were promised much in Odense. They wait.", encoding="utf-8")
    checked = check(str(draft), against=[str(story)])
    assert any(each.startswith("No transcript was given") for each in checked.notes)
    assert not any("name no speakers" in each for each in checked.notes)


def test_a_few_words_count_where_the_speaker_said_them(tmp_path: Path) -> None:
    """One word is too short to tell, unless the same speaker said it beside the other words."""
    said = "The winter will be hard. My barometer has fallen since Sunday, quietly."
    tape = transcript(("Tobias Rehn", said))
    claims = [
        Claim("quote", "The winter will be hard", "Tobias Rehn"),
        Claim("quote", "quietly", "Tobias Rehn"),
        Claim("quote", "bridge", "Tobias Rehn"),
    ]
    found = [each.verdict for each in check(claims, against=[tape]).findings]
    assert [each.label for each in found] == ["verbatim", "verbatim", "too_short"]
    assert found[1].evidence[0].span.text == "quietly"


def test_a_few_words_beside_another_speakers_are_not_told() -> None:
    """Words that the draft gives to somebody else bear out nothing of theirs."""
    tape = transcript(
        ("Tobias Rehn", "The winter will be hard. My barometer has fallen since Sunday, quietly."),
        ("Ida Brandt", "We have heard enough of the weather for one evening, I should say."),
    )
    claims = [
        Claim("quote", "My barometer has fallen since Sunday", "Ida Brandt"),
        Claim("quote", "quietly", "Ida Brandt"),
    ]
    found = [each.verdict for each in check(claims, against=[tape]).findings]
    assert [each.label for each in found] == ["misattributed", "too_short"]


@pytest.mark.parametrize(
    ("against", "message"),
    [([], "Nothing to check against"), (["nowhere.vtt"], "nowhere.vtt")],
)
def test_nothing_to_check_against_is_an_error(
    draft: Path, against: list[str], message: str
) -> None:
    """The message says what to name."""
    with pytest.raises(InputError, match=message):
        check(str(draft), against=against)


def test_a_draft_that_is_not_there_is_an_error() -> None:
    """Its name is in the message."""
    with pytest.raises(InputError, match=r"nothing\.md"):
        check("nothing.md", against=[str(FILE)])


def test_a_file_of_many_documents_is_no_draft(tmp_path: Path) -> None:
    """A draft is one document."""
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    with pytest.raises(InputError, match="holds 2 documents"):
        check(str(path), against=[str(FILE)])


def test_a_draft_in_another_language_is_refused(tmp_path: Path) -> None:
    """What cannot be read is not called clean."""
    path = tmp_path / "draft.txt"
    path.write_text(
        "« Nous avons décidé de fermer le pont pendant tout l'hiver », a déclaré la mairesse de la "
        "ville, qui ne voulait pas répondre aux questions des journalistes ce matin.",
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="--claims"):
        check(str(path), against=[str(FILE)])


def test_an_unknown_house_is_named() -> None:
    """The message lists those that are known."""
    with pytest.raises(InputError, match="strict, reuters, ap, nyt, guardian"):
        check([], against=[hearing()], style="mine")


def test_a_threshold_beyond_what_is_kept_is_refused() -> None:
    """How sure a machine was of words it was all but certain of is not kept."""
    with pytest.raises(InputError, match=r"from 0 to 0\.8"):
        check([], against=[hearing()], weak=0.95)


def test_the_threshold_is_that_of_the_command_line() -> None:
    """What `--weak` is when it is not typed is what was fitted."""
    assert signature(checking.check).parameters["weak"].default == WEAK


def finding(label: str, *kinds: str, **given: object) -> Verdict:
    """Make a verdict with differences of these kinds."""
    claim = Claim("quote", "x")
    made = tuple(Difference(kind, 0, 0, "") for kind in kinds)  # type: ignore[arg-type] # by name
    return Verdict(claim, label, "", differences=made, **given)  # type: ignore[arg-type] # by name


@pytest.mark.parametrize(
    ("verdict", "style", "expected"),
    [
        (finding("verbatim"), "strict", "ok"),
        (finding("cleaned", "cleaned"), "nyt", "ok"),
        (finding("cleaned", "cleaned"), "reuters", "warning"),
        (finding("altered", "function"), "guardian", "note"),
        (finding("altered", "function"), "ap", "error"),
        (finding("altered", "function", "word"), "guardian", "error"),
        (finding("trimmed", "cut", omission="marked"), "ap", "ok"),
        (finding("trimmed", "cut", omission="silent"), "ap", "error"),
        (finding("trimmed", "condition", omission="marked", meaning_changed=True), "ap", "error"),
        (finding("spliced", "join", omission="marked"), "reuters", "warning"),
        (finding("misattributed", "speaker"), "guardian", "error"),
        (finding("too_short"), "strict", "note"),
        (finding("uncertain", "word"), "guardian", "warning"),
    ],
)
def test_the_house_decides_how_grave_it_is(verdict: Verdict, style: str, expected: str) -> None:
    """The same facts weigh differently in different houses; a changed sense is grave in all."""
    assert severity(verdict, style) == expected


def test_every_house_has_every_rule() -> None:
    """No finding meets a house without an opinion."""
    rules = list(styles().values())
    assert len({frozenset(each) for each in rules}) == 1
    assert all(each["meaning_changed"] == "error" for each in rules)


def test_claims_are_read_line_by_line(tmp_path: Path) -> None:
    """A bad line is left out with its number and what to write; packed files are read, too."""
    lines = [
        {"id": 7, "quote": "We will pay.", "speaker": "Ann Roe", "date": "2025-03-01"},
        {"quote": "  "},
        ["no object"],
    ]
    text = "\n".join([*map(json.dumps, lines), "{", ""])
    path = tmp_path / "claims.jsonl.gz"
    path.write_bytes(gzip.compress(text.encode()))
    first, *rest = read_claims(path)
    assert first == Claim("quote", "We will pay.", "Ann Roe", said="2025-03-01", id="7")
    assert all(isinstance(each, LeftOut) for each in rest)
    whys = [each.why for each in rest if isinstance(each, LeftOut)]
    assert [f"line {number} " in why for number, why in enumerate(whys, start=2)] == [True] * 3


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_claims_without_a_line_are_an_error(tmp_path: Path, content: bytes) -> None:
    """The message says how a line looks."""
    path = tmp_path / "claims.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match="it is empty"):
        list(read_claims(path))


def test_claims_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    """The name of the file is in the message."""
    with pytest.raises(InputError, match=r"gone\.jsonl"):
        list(read_claims(tmp_path / "gone.jsonl"))


def test_ten_thousand_claims_are_checked_as_they_come() -> None:
    """Verdicts are given one at a time."""
    claims = (Claim("quote", "The winter will be hard.", id=str(n)) for n in range(10_000))
    with shelf([hearing()]) as tapes:
        verdicts = check_claims(claims, tapes)
        assert [next(verdicts).claim.id for _ in range(3)] == ["0", "1", "2"]


def test_coverage_is_looked_through_after_transcripts(tmp_path: Path) -> None:
    """What no transcript has and an article has is found there, and the verdict says so."""
    from onix.jobs.check.coverage import in_coverage
    from onix.verify.verdicts import verify

    article = Document("a", "article", "“We will pay the crews by June,” Ann Roe told the paper.")
    claim = Claim("quote", "We will pay the crews by June", "Ann Roe")
    with shelf([hearing()]) as tapes, shelf([article]) as coverage:
        first = verify(tapes, claim)
        assert first.label == "not_found"
        found = in_coverage(coverage, first)
    assert found.label == "verbatim"
    assert found.why.startswith("in no transcript")
    assert found.evidence[0].span.document_id == "a"


@pytest.mark.parametrize(
    ("quote", "continues"),
    [
        ("We will pay the crews", "by June"),
        ("We will pay the crews by June", None),
        ("They have waited long enough", None),
    ],
)
def test_in_an_article_the_source_goes_on_to_the_end_of_the_quotation(
    quote: str, continues: str | None
) -> None:
    """What the article tells behind it is nobody's words."""
    text = (
        "“We will pay the crews by June,” Ann Roe told the paper. “They have waited long enough.”"
    )
    with shelf([Document("a", "article", f"{text} The port is shut.")]) as tapes:
        (verdict,) = check_claims([Claim("quote", quote)], tapes)
    found = verdict.evidence[0].continues
    assert (found.text if found else None) == continues


def test_words_at_the_very_end_are_found() -> None:
    """Also where the text is just as long as what is looked at in one go."""
    words = [f"word{n}" for n in range(EVERY)]
    document = Document("end", "article", " ".join(words))
    with shelf([document]) as tapes:
        (verdict,) = check_claims([Claim("quote", " ".join(words[-6:]))], tapes)
    assert verdict.label == "verbatim"
    assert verdict.evidence[0].continues is None


def test_the_draft_itself_bears_nothing_out(draft: Path) -> None:
    """ "--against *.md" in its folder takes the draft in as well; then all of it would be so."""
    folder = str(draft.parent / "*.md")
    (draft.parent / "other.md").write_text("The bank was founded in 1912.", encoding="utf-8")
    checked = check(str(draft), against=[folder])
    assert {each.verdict.label for each in checked.findings} == {"not_found"}
    assert "The draft itself was given with --against; it bears out nothing here." in checked.notes
    assert checked.looked_at == 1
    with pytest.raises(InputError, match="Only the draft itself"):
        check(str(draft), against=[str(draft)])


def test_tapes_serve_many_drafts() -> None:
    """Tapes made once are checked against again and again."""
    claim = Claim("quote", "The nurses were promised 11 percent in Odense.", "Sven Aalto")
    with shelf([hearing()]) as tapes:
        for _ in range(2):
            checked = check([claim], against=tapes)
            assert checked.is_clean
            assert checked.looked_at == 1


def test_the_transcripts_of_a_record_are_looked_through_first(tmp_path: Path) -> None:
    """A record has transcripts and articles; what only an article has is said to be there."""
    from onix.jobs.add import add
    from onix.record import open_record
    from tests.jobs.light import light_reader

    article = tmp_path / "article.txt"
    article.write_text(
        "The pier will be shut. “We will pay the crews by June,” Ann Roe told the paper.",
        encoding="utf-8",
    )
    claims = [
        Claim("quote", "The nurses were promised 11 percent in Odense.", "Sven Aalto"),
        Claim("quote", "We will pay the crews by June", "Ann Roe"),
    ]
    with open_record(tmp_path / "news.onix", create=True, write=True) as record:
        list(add(record, [str(FILE), str(article)], reader=light_reader))
        checked = check(claims, record=record)
    first, second = (each.verdict for each in checked.findings)
    assert checked.looked_at == 2
    assert first.label == "verbatim"
    assert second.why.startswith("in no transcript")


ARTICLE = Document(
    "a",
    "article",
    "The mayor left early. “We will pay the crews by June,” Ann Roe told the paper on Monday.\n\n"
    "Piet Maas, who leads the union, was not so sure. “I will believe it in July,” he said.",
)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Piet Maas", "misattributed"),
        ("Roe", "verbatim"),
        ("Ann", "verbatim"),
        ("The Harbour Union", "verbatim"),
    ],
)
def test_an_article_says_whose_words_it_prints(tmp_path: Path, name: str, label: str) -> None:
    """Words that a report gives to somebody else are misattributed, though no tape has them."""
    from onix.record import open_record

    text = f"“We will pay the crews by June,” {name} said."
    draft = Document("d", "draft", text)
    (given,) = check(draft, against=[ARTICLE]).findings
    assert given.verdict.label == label
    assert given.verdict.evidence[0].speaker == "Ann Roe"
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        record.keep([*news_reader().read([ARTICLE])])
        (kept,) = check(draft, record=record).findings
    assert kept.verdict.label == label
    assert "transcript" not in kept.verdict.why  # where there is none, that says nothing
    (again,) = check_again([kept.verdict.claim], [ARTICLE])
    assert again.verdict == kept.verdict


@pytest.mark.parametrize(
    ("name", "label", "whose"),
    [
        ("Ann Roe", "verbatim", "Ann Roe"),
        ("Piet Maas", "verbatim", "Piet Maas"),
        ("Olga Lind", "misattributed", "Piet Maas"),
    ],
)
def test_words_that_two_people_said_are_those_of_whom_the_draft_names(
    tmp_path: Path, name: str, label: str, whose: str
) -> None:
    """A tape on which another says the same does not speak against an article that has hers."""
    from onix.record import open_record

    text = "I did that. We will pay the crews by June, as I told you."
    turn = Turn("Piet Maas", Span("t", 0, len(text), text))
    tape = Document("t", "transcript", text, turns=(turn,))
    draft = Document("d", "draft", f"{name} said they “will pay the crews by June”.")
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        record.keep([*news_reader().read([ARTICLE, tape])])
        (given,) = check(draft, record=record).findings
    assert (given.verdict.label, given.verdict.evidence[0].speaker) == (label, whose)
    (again,) = check_again([given.verdict.claim], [ARTICLE, tape])
    assert again.verdict == given.verdict


@pytest.mark.parametrize("kind", [None, "draft"])
def test_a_draft_bears_out_nothing(tmp_path: Path, kind: str | None) -> None:
    """It may have been added to the record with the folder it lies in, or another as a draft."""
    from onix.jobs.add import add
    from onix.record import open_record

    file, other = tmp_path / "draft.txt", tmp_path / "other.txt"
    other.write_text("The weather was fine on Tuesday.", encoding="utf-8")
    file.write_text("“We paid 12 of the crews in May,” Ann Roe said on Monday.", encoding="utf-8")
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        list(add(record, [str(other)]))
        list(add(record, [str(file)], format=kind))
        if kind:
            file.write_text(file.read_text(encoding="utf-8") + " It rained.", encoding="utf-8")
            file = file.rename(tmp_path / "another.txt")
        checked = check(str(file), record=record, only=KINDS)
    assert "not_found" in [each.verdict.label for each in checked.findings]
    assert not any(each.verdict.evidence for each in checked.findings)
    assert any("itself is in the record" in each for each in checked.notes) is (kind is None)


@pytest.mark.parametrize("facts", [False, True])
def test_what_is_given_and_in_the_record_counts_once(tmp_path: Path, facts: bool) -> None:
    """Naming a file that the record has is no second source, nor is naming it twice."""
    from onix.jobs.add import add
    from onix.record import open_record

    article = tmp_path / "story.txt"
    article.write_text(ARTICLE.text, encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    files = [str(FILE), str(article), str(tmp_path / "sto*.txt")]
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        list(add(record, [str(FILE), str(article)]))
        checked = check(
            str(draft), record=record, against=files, only=KINDS if facts else ["quote"]
        )
        alone = check(str(draft), record=record, only=KINDS if facts else ["quote"])
    assert checked.looked_at == alone.looked_at == 2
    for each in checked.findings:
        places = [(e.span.document_id, e.span.start, e.span.end) for e in each.verdict.evidence]
        assert len(places) == len(set(places))
    assert [e.verdict.label for e in checked.findings] == [e.verdict.label for e in alone.findings]
