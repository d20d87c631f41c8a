"""What a user may set, in one frozen value: where the record is, how many cores, what is fetched.

Comes in: flags, ONIX_* variables and `onix.toml`, in that order of strength.
Goes out: `Settings`, and for each value where it came from.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from onix.boxes import Box, read_boxes
from onix.errors import InputError

FILE = "onix.toml"
# Variables of other parts of the project, which are no settings of a record.
NOT_SETTINGS = frozenset({"ONIX_BENCH", "ONIX_PASSWORD_FILE"})


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings.

    Attributes:
        record: Folder of the record; `onix add` makes it when it is not there.
        allow_private: Fetch addresses on this machine and on private networks too.
        workers: Processes that read documents; 0 takes one a core.
        boxes: Ask boxes for other sites, the [[box]] tables of the file.
        origins: Where each value came from, in words.
    """

    record: Path = Path("news.onix")
    allow_private: bool = False
    workers: int = 0
    boxes: tuple[Box, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)

    def origin(self, name: str) -> str:
        """Say where the value came from: "--record", "ONIX_RECORD", "onix.toml" or "default"."""
        return self.origins.get(name, "default")

    @property
    def processes(self) -> int:
        """How many processes read: `workers`, or as many as there are cores to run on."""
        if self.workers:
            return self.workers
        if hasattr(os, "sched_getaffinity"):
            return len(os.sched_getaffinity(0))
        return os.cpu_count() or 1  # pragma: no cover (macOS and Windows)


# What a flag or a variable can say; boxes are tables, which only a file has.
NAMES = tuple(each.name for each in fields(Settings) if each.name not in ("boxes", "origins"))
TABLE = "box"
KINDS = {"record": "a path", "allow_private": "true or false", "workers": "a number from 0 up"}


def load(
    flags: Mapping[str, object] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    file: Path | None = None,
) -> Settings:
    """Give the settings: a flag that is not None, else ONIX_*, else the file, else the default.

    Args:
        environment: The process's own when None.
        file: `onix.toml` in the current folder when None; a file that is named must be there.

    Raises:
        InputError: A key is unknown, or a value is not of its kind.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    path = Path(FILE) if file is None else file
    if file is not None or path.is_file():
        table = _read(path)
        if TABLE in table:
            values["boxes"] = read_boxes(table.pop(TABLE), str(path))
        for name, value in table.items():
            values[name], origins[name] = _checked(name, value, str(path)), str(path)
    for key, text in environment.items():
        if not key.startswith("ONIX_") or key in NOT_SETTINGS:
            continue
        name = key.removeprefix("ONIX_").lower()
        if name not in NAMES:
            # Other programs may use the prefix, so only what looks like a slip is an error.
            if get_close_matches(name, NAMES, cutoff=0.8):
                raise _unknown(key, f"ONIX_{_nearest(name).upper()}", "the environment")
            continue
        values[name], origins[name] = _checked(name, _spoken(text), key), key
    for name, value in (flags or {}).items():
        if value is not None:
            option = f"--{name.replace('_', '-')}"
            values[name], origins[name] = _checked(name, value, option), option
    return Settings(**values, origins=origins)


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as opened:
            table = tomllib.load(opened)
    except OSError as error:
        raise InputError(
            f"Could not open the settings file {path}: {error.strerror}. Check the name."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"Could not read the settings in {path}: {error}. "
            'Write one `name = value` a line, such as: record = "news.onix"'
        ) from error
    for name in table:
        if name not in NAMES and name != TABLE:
            raise _unknown(name, _nearest(name), str(path))
    return table


def _spoken(text: str) -> object:
    """The value that a variable's text means: numbers and yes/no are read, the rest stays text."""
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    lowered = text.strip().lower()
    if lowered.isdecimal() and lowered.isascii():
        return int(lowered)
    return words.get(lowered, text)


def _checked(name: str, value: object, origin: str) -> object:
    match name, value:
        case "record", str() | Path() if str(value).strip():
            return Path(value).expanduser()
        case "record", int() if origin.startswith("ONIX_"):
            return Path(str(value))
        case "allow_private", bool():
            return value
        case "allow_private", 0 | 1:
            return bool(value)
        case "workers", int() if value >= 0 and value is not True and value is not False:
            return value
    raise InputError(
        f"{origin} sets {name} to {value!r}, which is not {KINDS[name]}. Give {KINDS[name]}."
    )


def _nearest(name: str) -> str:
    close = get_close_matches(name.lower(), NAMES, n=1, cutoff=0.0)
    return close[0] if close else NAMES[0]


def _unknown(key: str, nearest: str, where: str) -> InputError:
    known = ", ".join(NAMES)
    return InputError(
        f"Unknown setting {key!r} in {where}. Did you mean {nearest!r}? Known settings: {known}."
    )
