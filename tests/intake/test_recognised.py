"""Transcripts that a machine wrote: each recogniser's JSON becomes words, turns and doubts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix import wire
from onix.model import Document
from tests.intake.reading import everything, one, spoken


def whisper(*segments: list[tuple[str, float, float]], **more: Any) -> dict[str, Any]:
    """Give what Whisper writes of words, each with its second and how sure it was."""
    return {
        "text": "".join(word for words in segments for word, *_ in words),
        "segments": [
            {
                "start": words[0][1],
                "end": words[-1][1] + 0.4,
                "words": [
                    {"word": word, "start": at, "end": at + 0.4, "probability": sure}
                    for word, at, sure in words
                ],
                **more,
            }
            for words in segments
        ],
        "language": "en",
    }


def unsure(document: Document) -> list[tuple[str, float | None, float | None]]:
    """Give the words that the machine was not sure of, with their second and how sure it was."""
    return [
        (each.span.text, each.begins, each.confidence)
        for each in document.heard
        if each.confidence is not None
    ]


HARBOUR = whisper(
    [(" The", 1.0, 0.98), (" harbour", 1.4, 0.95), ("-master", 1.8, 0.41), (" left.", 2.2, 0.99)],
    [(" Nobody", 8.0, 0.97), (" saw", 8.5, 0.31), (" it.", 8.9, 0.96)],
)


@pytest.mark.parametrize("indent", [None, 1])
def test_whisper_gives_words_as_they_are_joined(indent: int | None) -> None:
    """A word without a space before it belongs to the one before; one line or many is the same."""
    document = one("port-call.json", json.dumps(HARBOUR, indent=indent))
    assert document.kind == "transcript"
    assert document.title == "port call"
    assert document.text == "The harbour-master left.\nNobody saw it."
    assert [(turn.begins, turn.ends) for turn in document.turns] == [(1.0, 2.6), (8.0, 9.3)]
    assert unsure(document) == [("-master", 1.8, 0.41), ("saw", 8.5, 0.31)]


def test_a_time_is_kept_every_few_seconds() -> None:
    """Of words that the machine was sure of, one in three seconds is kept, for its time alone."""
    words = [(f" word{at}", float(at), 0.99) for at in range(10)]
    document = one("a.json", json.dumps(whisper(words)))
    assert [(each.begins, each.confidence) for each in document.heard] == [
        (0.0, None),
        (3.0, None),
        (6.0, None),
        (9.0, None),
    ]


def test_speakers_of_whisperx_part_turns() -> None:
    """Labels that name nobody stay labels; a word without a score is no doubt."""
    value = {
        "segments": [
            {"speaker": "SPEAKER_00", "words": [{"word": "Hello", "start": 0.1, "score": 0.3}]},
            {"speaker": "SPEAKER_01", "words": [{"word": "Hi", "start": 1.1}, {"word": "2025"}]},
        ],
        "word_segments": [],
    }
    document = one("a.json", json.dumps(value))
    assert spoken(document) == [("SPEAKER_00", "Hello"), ("SPEAKER_01", "Hi 2025")]
    assert unsure(document) == [("Hello", 0.1, 0.3)]


def test_segments_without_words_still_are_a_transcript() -> None:
    """Whisper without word times gives sentences; nothing is known of their words."""
    value = {"text": " Yes. No.", "segments": [{"start": 0.5, "end": 1.5, "text": " Yes. No."}]}
    document = one("a.json", json.dumps(value))
    assert (document.text, document.turns[0].begins, unsure(document)) == ("Yes. No.", 0.5, [])


CPP = {
    "transcription": [
        {
            "text": " The mayor, left.",
            "offsets": {"from": 0, "to": 2400},
            "tokens": [
                {"text": "[_BEG_]", "offsets": {"from": 0, "to": 0}, "p": 0.9},
                {"text": " The", "offsets": {"from": 500, "to": 700}, "p": 0.9},
                {"text": " may", "offsets": {"from": 700, "to": 900}, "p": 0.2},
                {"text": "or", "offsets": {"from": 900, "to": 1100}, "p": 0.4},
                {"text": ",", "offsets": {"from": 1100, "to": 1110}, "p": 0.9},
                {"text": " left", "offsets": {"from": 1200, "to": 2200}, "p": 0.8},
            ],
        }
    ]
}
VOSK = [
    {"text": "the mayor", "result": [
        {"conf": 1.0, "start": 0.5, "end": 0.7, "word": "the"},
        {"conf": 0.3, "start": 0.7, "end": 1.1, "word": "mayor"},
    ]},
    {"text": ""},
    {"text": "left", "result": [{"conf": 0.9, "start": 3.2, "end": 3.6, "word": "left"}]},
]  # fmt: skip
AMAZON = {"jobName": "call", "results": {"transcripts": [{"transcript": "The mayor left."}],
    "speaker_labels": {"segments": [{"speaker_label": "spk_0", "items": [
        {"start_time": "0.5", "speaker_label": "spk_0"},
        {"start_time": "0.7", "speaker_label": "spk_0"},
        {"start_time": "1.2", "speaker_label": "spk_1"}]}]},
    "items": [
        {"start_time": "0.5", "end_time": "0.7", "type": "pronunciation",
         "alternatives": [{"confidence": "0.99", "content": "The"}]},
        {"start_time": "0.7", "end_time": "1.1", "type": "pronunciation",
         "alternatives": [{"confidence": "0.3", "content": "mayor"}]},
        {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": ","}]},
        {"start_time": "1.2", "end_time": "2.2", "type": "pronunciation",
         "alternatives": [{"confidence": "0.99", "content": "left"}]}]}}  # fmt: skip
WORDS = [
    {"word": "the", "punctuated_word": "The", "start": 0.5, "end": 0.7, "confidence": 0.99},
    {"word": "mayor", "punctuated_word": "mayor,", "start": 0.7, "end": 1.1, "confidence": 0.3},
]
DEEPGRAM = {"metadata": {}, "results": {"channels": [{"alternatives": [{"words": WORDS}]}]}}
UTTERED = {"results": {"channels": [], "utterances": [{"speaker": 0, "words": WORDS}]}}
GOOGLE = {"results": [
    {"alternatives": [{"transcript": "The mayor,", "words": [
        {"startTime": "0.500s", "endTime": "0.700s", "word": "The", "confidence": 0.99},
        {"startTime": "0.700s", "endTime": "1.100s", "word": "mayor,", "confidence": 0.3}]}]},
    {"alternatives": [{"words": [
        {"startTime": "0.500s", "word": "The", "confidence": 0.99, "speakerTag": 1},
        {"startTime": "0.700s", "word": "mayor,", "confidence": 0.3, "speakerTag": 1}]}]},
]}  # fmt: skip
ASSEMBLY = {"id": "x", "text": "The mayor,", "words": [
    {"text": "The", "start": 500, "end": 700, "confidence": 0.99, "speaker": "A"},
    {"text": "mayor,", "start": 700, "end": 1100, "confidence": 0.3, "speaker": "A"}]}  # fmt: skip
TRINT = {"paragraphs": [{"speaker": "Ann Holt", "words": [
    {"text": "The", "start": 0.5, "end": 0.7, "conf": 0.99},
    {"text": "mayor,", "start": 0.7, "end": 1.1, "conf": 0.3}]}]}  # fmt: skip
SENTENCES = {"paragraphs": [{"speaker": "Ann Holt", "sentences": [{"text": "The mayor,", "words": [
    {"word": "The", "start": 0.5, "end": 0.7, "probability": 0.99},
    {"word": "mayor,", "start": 0.7, "end": 1.1, "probability": 0.3}]}]}]}  # fmt: skip
PAPER = {"words": [
    {"text": "The", "start": 0.5, "end": 0.7}, {"text": "mayor,", "start": 0.7, "confidence": 0.3}],
    "paragraphs": [{"start": 0.5, "end": 2, "speaker": "Ann Holt"}]}  # fmt: skip
KALDI = {"retval": {"status": True, "words": [
    {"word": "the", "punct": "The", "start": 0.5, "end": 0.7, "confidence": 0.99},
    {"word": "mayor", "punct": "mayor,", "start": 0.7, "confidence": 0.3}]}}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "said", "sure"),
    [
        (CPP, [(None, "The mayor, left")], 0.3),
        (VOSK, [(None, "the mayor"), (None, "left")], 0.3),
        (AMAZON, [("spk_0", "The mayor,"), ("spk_1", "left")], 0.3),
        (DEEPGRAM, [(None, "The mayor,")], 0.3),
        (UTTERED, [("Speaker 0", "The mayor,")], 0.3),
        (GOOGLE, [("Speaker 1", "The mayor,")], 0.3),
        (ASSEMBLY, [("Speaker A", "The mayor,")], 0.3),
        (TRINT, [("Ann Holt", "The mayor,")], 0.3),
        (SENTENCES, [("Ann Holt", "The mayor,")], 0.3),
        (PAPER, [("Ann Holt", "The mayor,")], 0.3),
        (KALDI, [(None, "The mayor,")], 0.3),
        ({"transcript": TRINT}, [("Ann Holt", "The mayor,")], 0.3),
    ],
)
def test_each_recogniser_is_read(
    value: object, said: list[tuple[str | None, str]], sure: float
) -> None:
    """Whatever wrote it: the same words, the one in doubt with its time in seconds."""
    document = one("call.json", json.dumps(value))
    assert document.kind == "transcript"
    assert spoken(document) == said
    ((word, begins, confidence),) = unsure(document)
    assert (word.rstrip(","), begins) == ("mayor", 0.7)
    assert confidence == pytest.approx(sure)
    assert document.turns[0].begins == 0.5


def test_channels_are_speakers() -> None:
    """Where each has a microphone, each channel is somebody's."""
    channel = {"alternatives": [{"words": WORDS}]}
    document = one("a.json", json.dumps({"results": {"channels": [channel, channel]}}))
    assert [turn.speaker for turn in document.turns] == ["Channel 1", "Channel 2"]


def test_confidence_that_was_not_set_is_no_doubt() -> None:
    """Google writes 0 for every word where it was not asked; over 1 is no probability."""
    words = [{"word": "Yes", "startTime": "1s", "confidence": 0.0}]
    document = one("a.json", json.dumps({"results": [{"alternatives": [{"words": words}]}]}))
    assert (document.text, unsure(document)) == ("Yes", [])
    value = {"words": [{"text": "Yes", "start": 1.5, "confidence": 87}]}
    assert unsure(one("a.json", json.dumps(value))) == []


@pytest.mark.parametrize(
    "value",
    [
        {"text": "An article.", "words": 2},
        {"text": "An article.", "words": ["An", "article"]},
        {"text": "An article.", "segments": [{"name": "sport"}]},
        {"text": "An article.", "paragraphs": [{"text": "An article."}]},
        {"text": "An article.", "results": {"items": [{"type": "x"}]}, "transcript": "no"},
        {"text": "An article.", "transcription": [{"tokens": "x"}], "result": {}},
    ],
)
def test_other_json_stays_an_article(value: dict[str, Any]) -> None:
    """A key by the same name makes no transcript of it; words without times do not, either."""
    document = one("a.json", json.dumps(value))
    assert (document.kind, document.text) == ("article", "An article.")


def test_lines_may_be_transcripts() -> None:
    """An archive of JSON Lines may hold what a recogniser wrote of many recordings."""
    lines = "\n".join([json.dumps(HARBOUR), json.dumps(TRINT), '{"text": "An article."}'])
    kinds = [each.kind for each in everything("a.jsonl", lines) if isinstance(each, Document)]
    assert kinds == ["transcript", "transcript", "article"]


def test_what_onix_writes_it_reads() -> None:
    """The words in doubt pass through JSON Lines as turns do."""
    document = one("a.json", json.dumps(HARBOUR))
    again = one("b.jsonl", json.dumps(wire.document(document)))
    assert (again.text, again.turns, again.heard) == (
        document.text,
        document.turns,
        document.heard,
    )


@pytest.mark.parametrize(
    ("heard", "why"),
    [
        ('{"start": 0}', "no list"),
        ('[{"start": 0, "end": 9}]', "number 1"),
        ('[{"start": 0, "end": 1, "confidence": 3}]', "over 1"),
        ("[1]", "number 1"),
    ],
)
def test_heard_words_that_cannot_be_are_named(heard: str, why: str) -> None:
    """The line is left out, and the report says what is wrong with which word."""
    (left_out,) = everything("a.jsonl", f'{{"text": "a b", "heard": {heard}}}')
    assert not isinstance(left_out, Document)
    assert why in left_out.why


def test_what_cannot_be_understood_of_a_word_is_unknown() -> None:
    """A time that is no number, a speaker with a name of its own: the word itself is read."""
    words = [
        {"word": "Yes", "start": "soon", "conf": True, "speaker": {"name": "Ann Holt"}},
        {"word": "no", "start": 1.5, "speaker": {"name": "Ann Holt"}},
    ]
    document = one("a.json", json.dumps({"words": words}))
    assert spoken(document) == [("Ann Holt", "Yes no")]
    assert (document.turns[0].begins, unsure(document)) == (None, [])
    broken = {"text": "An article.", "transcription": [{"tokens": [], "offsets": {"from": 5}}]}
    assert one("a.json", json.dumps(broken)).kind == "article"


@given(
    st.lists(
        st.tuples(
            st.text("abcdé ,.", min_size=1, max_size=6),
            st.floats(0, 1),
            st.sampled_from([None, "Ann", "Ben"]),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_every_word_stands_where_it_is_said_to(words: list[tuple[str, float, str | None]]) -> None:
    """Whatever a recogniser writes: spans give back their words, and none is lost or added."""
    value = {
        "segments": [
            {"speaker": who, "words": [{"word": " " + text, "start": at * 0.5, "probability": p}]}
            for at, (text, p, who) in enumerate(words)
        ]
    }
    found = everything("a.json", json.dumps(value))
    said = " ".join(text for text, *_ in words).split()
    if not said:
        return
    (document,) = found
    assert isinstance(document, Document)
    assert document.text.split() == said
    for each in document.heard:
        assert document.text[each.span.start : each.span.end] == each.span.text
