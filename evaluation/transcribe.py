"""Speak texts of the project and have a machine write them down, with how sure it was.

    python -m evaluation.transcribe --python ENV/bin/python --whisper MODEL --out tests/verify/heard

Out: transcripts by a real recogniser with its real confidences (`hearing.py` measures on them), as
WhisperX and as editors write them. espeak-ng speaks each turn in the voice of its speaker; noise is
added at a set ratio. ENV holds `faster-whisper`; MODEL is a folder with a Whisper model as that
reads it. The speakers of a transcript are those who were made to speak: who is who is not heard.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation.running import run_script
from onix.intake import Raw, read_documents
from onix.model import Document

JSON = dict[str, Any]
Sound = NDArray[np.float64]
ROOT = Path(__file__).parent.parent
STORY = ROOT / "src" / "onix" / "story"
RATE = 16_000
_GAP = 0.6  # seconds between two turns
_VOICES = ("en-us", "en-gb", "en-us+m3", "en-gb-x-rp+f2", "en-us+f3", "en-gb+m7")


class Recording(NamedTuple):
    """A text to be spoken: how loud it is against the noise (dB), and how fast (words a minute)."""

    name: str
    text: Path
    loudness: float | None
    speed: int
    seed: int
    edited: bool = False  # written down as editors keep it


RECORDINGS = (
    Recording("hearing-clear", ROOT / "tests" / "verify" / "hearing.txt", None, 140, 1),
    Recording("hearing-noise", ROOT / "tests" / "verify" / "hearing.txt", 14.0, 150, 2, True),
    Recording("marsh", STORY / "2025-05-06-calder-ledger-call-marsh-orlenko.vtt", 20.0, 150, 3),
    Recording("tereshin", STORY / "2025-05-12-sorrin-post-call-orlenko-tereshin.vtt", 12.0, 160, 4),
)

# Run by the Python that has the recogniser; prints the segments that Whisper gives.
_WHISPER = """
import json, sys, wave, numpy
from faster_whisper import WhisperModel
path, model = sys.argv[1:]
with wave.open(path) as file:
    sound = numpy.frombuffer(file.readframes(file.getnframes()), "<i2").astype("float32") / 32768
found = WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=1)
segments, _ = found.transcribe(sound, language="en", word_timestamps=True, beam_size=5)
print(json.dumps([
    {"start": each.start, "end": each.end, "text": each.text, "words": [
        {"word": word.word, "start": round(float(word.start), 2), "end": round(float(word.end), 2),
         "probability": round(float(word.probability), 3)} for word in each.words]}
    for each in segments]))
"""


def spoken(document: Document, recording: Recording, folder: Path) -> tuple[Path, list[Any]]:
    """Speak a transcript: give the WAV file, and for each turn who speaks from when to when."""
    speakers = sorted({turn.speaker or "" for turn in document.turns})
    pieces: list[Sound] = []
    places: list[Any] = []
    at = 0
    for turn in document.turns:
        voice = _VOICES[speakers.index(turn.speaker or "") % len(_VOICES)]
        sound = _say(turn.span.text, voice, recording.speed, folder / "turn.wav")
        places.append((turn.speaker, at, at + len(sound)))
        pieces += [sound, np.zeros(int(_GAP * RATE))]
        at += len(sound) + int(_GAP * RATE)
    whole = np.concatenate(pieces)
    if recording.loudness is not None:
        power = float(np.mean(whole**2)) / 10 ** (recording.loudness / 10)
        noise = np.random.default_rng(recording.seed).normal(0, power**0.5, len(whole))
        whole = whole + noise
    path = folder / f"{recording.name}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(whole, -1, 1) * 32767).astype("<i2").tobytes())
    return path, places


def _say(text: str, voice: str, speed: int, path: Path) -> Sound:
    words = " ".join(text.split())
    subprocess.run(
        ["espeak-ng", "-v", voice, "-s", str(speed), "-w", str(path), words],
        check=True,
    )
    with wave.open(str(path), "rb") as file:
        rate = file.getframerate()
        sound = np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768
    wanted = np.arange(0, len(sound) / rate, 1 / RATE)
    resampled: Sound = np.interp(wanted, np.arange(len(sound)) / rate, sound)
    return resampled


def _run(python: str, code: str, *arguments: str) -> list[Any]:
    done = subprocess.run(
        [python, "-c", code, *arguments], check=True, capture_output=True, text=True
    )
    found: list[Any] = json.loads(done.stdout)
    return found


def by_whisper(python: str, path: Path, places: list[Any], model: str) -> JSON:
    """Give what Whisper heard, as WhisperX writes it: segments with words, each with a speaker."""
    segments = _run(python, _WHISPER, str(path), model)
    for segment in segments:
        for word in segment["words"]:
            word["speaker"] = _who(places, (word["start"] + word["end"]) / 2)
    return {"language": "en", "segments": segments}


def in_paragraphs(heard: JSON) -> JSON:
    """Give the same words as editors such as Trint keep them: paragraphs, a speaker each.

    What Whisper writes without a space before it is part of the word before; such a word is as
    sure as its least sure part.
    """
    paragraphs: list[JSON] = []
    for word in (word for segment in heard["segments"] for word in segment["words"]):
        if not paragraphs or paragraphs[-1]["speaker"] != word["speaker"]:
            paragraphs.append({"speaker": word["speaker"], "words": []})
        words = paragraphs[-1]["words"]
        if words and not word["word"].startswith(" "):
            words[-1]["text"] += word["word"]
            words[-1]["end"] = word["end"]
            words[-1]["conf"] = min(words[-1]["conf"], word["probability"])
            continue
        text, start, end = word["word"].strip(), word["start"], word["end"]
        words.append({"text": text, "start": start, "end": end, "conf": word["probability"]})
    return {"paragraphs": paragraphs}


def _who(places: list[Any], second: float) -> str | None:
    """Give who was speaking at a second: the last turn that had begun."""
    begun = [speaker for speaker, first, _ in places if first / RATE <= second + _GAP / 2]
    return begun[-1] if begun else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the transcripts named in RECORDINGS."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", required=True, help="that has faster-whisper")
    parser.add_argument("--whisper", required=True, help="folder of a Whisper model")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for each in RECORDINGS:
            (document,) = read_documents(Raw(each.text.name, each.text.read_bytes()))
            if not isinstance(document, Document):
                raise SystemExit(document.why)
            path, places = spoken(document, each, Path(folder))
            heard = by_whisper(options.python, path, places, options.whisper)
            value = in_paragraphs(heard) if each.edited else heard
            written = json.dumps(value, ensure_ascii=False).replace("}, {", "},\n{")
            target = options.out / f"{each.name}.json"
            target.write_text(written + "\n", encoding="utf-8")
            print(target, flush=True)
    return 0


if __name__ == "__main__":
    run_script(main)
