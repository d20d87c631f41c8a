"""Where the words stand in the JSON of each speech recogniser.

In: a JSON value. Out: its words one after the other, with what it says of each; None where it is
nothing that a recogniser writes. What a word looks like, they nearly agree about; where the words
are, each has a function below that names what it was read from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from onix.intake.decoding import one_line

JSON = dict[str, Any]

_TEXT = ("punctuated_word", "punct", "word", "text", "content", "value")
_BEGINS = ("start", "start_time", "startTime", "startOffset", "time")
_ENDS = ("end", "end_time", "endTime", "endOffset")
_CONFIDENCE = ("probability", "score", "confidence", "conf", "p")
_SPEAKER = ("speaker", "speaker_label", "speakerLabel", "speakerTag", "speaker_id", "speakerId")
_PUNCTUATION = re.compile(r"[^\w\s]+")


@dataclass(slots=True)
class Uttered:
    """A word as it was heard; `begins` and `ends` are counted as its file counts.

    Attributes:
        joins: It belongs to the word before, no space between.
        opens: A segment or paragraph of the recogniser begins with it.
    """

    text: str
    begins: float | None
    ends: float | None
    confidence: float | None
    speaker: str | None
    joins: bool = False
    opens: bool = False


def uttered_in(value: object) -> list[Uttered] | None:
    """Give the words in a JSON value, at least one of them with a time, or None."""
    return next((found for shape in _SHAPES if (found := shape(value))), None)


def _words(given: object, speaker: object = None) -> list[Uttered]:
    """Give the words of a list, the first opening a segment; none if one has no text."""
    found = []
    for each in given if isinstance(given, list) else []:
        text = _first(each, _TEXT) if isinstance(each, dict) else None
        if not isinstance(text, str):
            return []
        begins, ends = (_number(_first(each, names)) for names in (_BEGINS, _ENDS))
        named = _first(each, _SPEAKER)
        confidence = _number(_first(each, _CONFIDENCE))
        if confidence is not None and confidence > 1:
            confidence = None
        found.append(
            Uttered(text, begins, ends, confidence, _speaker(speaker if named is None else named))
        )
    if found:
        found[0].opens = True
    return found


def _first(each: JSON, names: Iterable[str]) -> Any:
    return next((each[name] for name in names if each.get(name) is not None), None)


def _number(given: object) -> float | None:
    """Give a number that may be written "4.87" or "1.300s"; None where it is none."""
    if isinstance(given, str):
        try:
            given = float(given.removesuffix("s"))
        except ValueError:
            return None
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given < 1e10:
        return None
    return float(given)


def _speaker(given: object) -> str | None:
    """Give a label that a reader can tell from a name: "Speaker 0", "Speaker A"."""
    if isinstance(given, dict):
        given = given.get("name")
    written = str(given) if isinstance(given, int) and not isinstance(given, bool) else given
    if not isinstance(written, str) or not (label := one_line(written)):
        return None
    return f"Speaker {label}" if len(label) == 1 or label.isdecimal() else label


def _dicts(given: object) -> list[JSON]:
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []


def _groups(given: object) -> list[Uttered]:
    """Give the words of segments, paragraphs or utterances, whose speaker is that of each word."""
    found: list[Uttered] = []
    for each in _dicts(given):
        speaker = _first(each, _SPEAKER)
        found += _words(each.get("words"), speaker) or _words([each], speaker)
    return found


def _timed(words: list[Uttered]) -> list[Uttered] | None:
    """Give the words if they have times; other lists of texts are nothing that was heard."""
    return words if any(each.begins is not None for each in words) else None


def _whisper(value: object) -> list[Uttered] | None:
    """Whisper, faster-whisper, WhisperX, whisper-timestamped: segments with words.

    A word has `probability` (github.com/openai/whisper, transcribe.py), `score`
    (github.com/m-bain/whisperX) or `confidence` (github.com/linto-ai/whisper-timestamped).
    """
    return _timed(_groups(value.get("segments"))) if isinstance(value, dict) else None


def _whisper_cpp(value: object) -> list[Uttered] | None:
    """whisper.cpp with --output-json-full: `transcription`, tokens with `p` and `offsets` in ms.

    See examples/cli of github.com/ggml-org/whisper.cpp. A word is made of its tokens and as sure
    as they are on average, which is how Whisper itself has it.
    """
    found: list[Uttered] = []
    for segment in _dicts(value.get("transcription") if isinstance(value, dict) else None):
        sure: list[float] = []
        tokens = [each for each in _dicts(segment.get("tokens")) if _is_speech(each.get("text"))]
        opens = True
        for token in tokens or [segment]:
            if not isinstance(token.get("text"), str):
                return None
            offsets = token.get("offsets")
            times = offsets if isinstance(offsets, dict) else {}
            begins, ends = _number(times.get("from")), _number(times.get("to"))
            if opens or token["text"][:1].isspace():
                found.append(Uttered(token["text"], begins, ends, None, None, opens=opens))
                sure = []
            else:
                found[-1].text += token["text"]
                found[-1].ends = ends
            confidence = _number(token.get("p"))
            if confidence is not None and not _PUNCTUATION.fullmatch(token["text"].strip()):
                sure.append(confidence)
                found[-1].confidence = sum(sure) / len(sure)
            opens = False
    return _timed(found)


def _is_speech(text: object) -> bool:
    return isinstance(text, str) and not text.startswith("[_")


def _vosk(value: object) -> list[Uttered] | None:
    """Vosk: `{"result": [{"word", "start", "end", "conf"}], "text"}`, or a list of such results.

    See KaldiRecognizer.SetWords of github.com/alphacep/vosk-api.
    """
    results = [value] if isinstance(value, dict) else value
    lists = [each["result"] for each in _dicts(results) if isinstance(each.get("result"), list)]
    return _timed([word for each in lists for word in _words(each)])


def _amazon(value: object) -> list[Uttered] | None:
    """Amazon Transcribe: `results.items`, numbers written as strings, marks as items of their own.

    See docs.aws.amazon.com/transcribe/latest/dg/diarization-output-batch.html.
    """
    results = value.get("results") if isinstance(value, dict) else None
    if not isinstance(results, dict) or not isinstance(results.get("items"), list):
        return None
    labels = results.get("speaker_labels")
    speakers = {
        item.get("start_time"): item.get("speaker_label")
        for segment in _dicts(labels.get("segments") if isinstance(labels, dict) else None)
        for item in _dicts(segment.get("items"))
    }
    found: list[Uttered] = []
    for item in _dicts(results["items"]):
        best = next(iter(_dicts(item.get("alternatives"))), {})
        if item.get("type") == "punctuation":
            if found and isinstance(best.get("content"), str):
                found[-1].text += best["content"]
            continue
        found += _words([{**item, **best}], speakers.get(item.get("start_time")))
    return _timed(found)


def _deepgram(value: object) -> list[Uttered] | None:
    """Deepgram: `results.channels`, each the words of one microphone; or `results.utterances`.

    See developers.deepgram.com/docs/utterances.
    """
    results = value.get("results") if isinstance(value, dict) else None
    if not isinstance(results, dict):
        return None
    if utterances := _timed(_groups(results.get("utterances"))):
        return utterances
    channels = _dicts(results.get("channels"))
    found: list[Uttered] = []
    for number, channel in enumerate(channels, start=1):
        best = next(iter(_dicts(channel.get("alternatives"))), {})
        found += _words(best.get("words"), f"Channel {number}" if len(channels) > 1 else None)
    return _timed(found)


def _google(value: object) -> list[Uttered] | None:
    """Google Speech-to-Text: a list of `results`, times as "1.300s".

    With speakers the last result has "all the words from the beginning of the audio"
    (cloud.google.com, SpeechRecognitionAlternative), so it is the only one that counts.
    """
    results = _dicts(value.get("results") if isinstance(value, dict) else None)
    found = []
    for each in results:
        best = next(iter(_dicts(each.get("alternatives"))), {})
        found.append(_words(best.get("words")))
    if found and found[-1] and all(each.speaker for each in found[-1]):
        found = found[-1:]
    return _timed([word for words in found for word in words])


def _paragraphs(value: object) -> list[Uttered] | None:
    """Trint and other editors: words in `paragraphs`, or beside paragraphs that say who speaks.

    Words in paragraphs are as in the Transcript JSON of studio.vtleavs.com, words beside them as
    the BBC's Digital Paper Edit has them (github.com/bbc/react-transcript-editor, pull 149).
    """
    if not isinstance(value, dict):
        return None
    paragraphs = _dicts(value.get("paragraphs"))
    sentences = [part for each in paragraphs for part in _sentences(each)]
    if any("words" in each for each in sentences):
        return _timed(_groups(sentences))
    words = _timed(_words(value.get("words"))) or []
    for each in paragraphs:
        start = _number(_first(each, _BEGINS))
        inside = [word for word in words if start is not None and (word.begins or 0) >= start]
        for word in inside:
            word.speaker = _speaker(_first(each, _SPEAKER)) or word.speaker
            word.opens = False
        if inside:
            inside[0].opens = True
    return words or None


def _sentences(paragraph: JSON) -> list[JSON]:
    """Give the sentences of a paragraph as groups of its speaker, or the paragraph itself."""
    inside = _dicts(paragraph.get("sentences"))
    if not inside or "words" in paragraph:
        return [paragraph]
    return [{**each, "speaker": _first(paragraph, _SPEAKER)} for each in inside]


def _wrapped(value: object) -> list[Uttered] | None:
    """Words one level down: `transcript` (editors), `retval` (the BBC's Kaldi)."""
    inner = _first(value, ("transcript", "retval")) if isinstance(value, dict) else None
    return _paragraphs(inner)


_Shape = Callable[[object], list[Uttered] | None]
# AssemblyAI's flat `words` in milliseconds (assemblyai.com/docs, TranscriptWord) are what
# `_paragraphs` finds where there are no paragraphs.
_SHAPES: tuple[_Shape, ...] = (
    _whisper,
    _whisper_cpp,
    _vosk,
    _amazon,
    _deepgram,
    _google,
    _paragraphs,
    _wrapped,
)
