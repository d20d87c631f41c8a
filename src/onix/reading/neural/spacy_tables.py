"""Two tables in spaCy's code that a model's weights were learned with and its files do not hold.

In comes the text of two files of the installed package, out come the numbers that some strings have
of their own, and what some marks are read as. They are read and not run: importing spaCy takes
longer than an answer may.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from onix.errors import OnixError
from onix.reading.neural.weights import package_folder

PACKAGE = "spacy"
SYMBOLS = "symbols.pxd"
NORMS = "lang/norm_exceptions.py"
INSTALL = "pip install --force-reinstall spacy==3.8.18"  # both files are the same in 3.8.0

_ENUM = "cdef enum symbol_t:\n"
_SYMBOL = re.compile(r"\s+(\w+)(?: = ([0-9]+))?\s*")
_OTHER = "is not written as spaCy 3.8 has it"


@cache
def read_symbols() -> Mapping[str, int]:
    """Give the strings that spaCy keeps under a small number, and not under their hash.

    Raises:
        OnixError: No spaCy is installed, or it has its symbols elsewhere or written otherwise.
    """
    text = _text(SYMBOLS)
    found: dict[str, int] = {}
    number = 0
    for line in text.removeprefix(_ENUM).splitlines():
        entry = line.partition("#")[0]
        if entry.strip():
            match = _SYMBOL.fullmatch(entry)
            if match is None:
                raise _refused(SYMBOLS, _OTHER)
            number = int(match[2] or number)  # one that is written holds, as in any enum of C
            found[match[1]] = number
            number += 1
    if not text.startswith(_ENUM) or found.pop("NIL", None) != 0:
        raise _refused(SYMBOLS, _OTHER)
    return MappingProxyType({"": 0} | found)  # NIL is the name for no string


@cache
def read_norms() -> Mapping[str, str]:
    """Give the quote marks, dashes and currency signs that are read as another: "“" as '"'.

    Raises:
        OnixError: No spaCy is installed, or it has its norms elsewhere or written otherwise.
    """
    text = _text(NORMS)
    try:
        (value,) = (
            node.value
            for node in ast.parse(text).body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "BASE_NORMS"
        )
        found = dict(ast.literal_eval(value))
    except (SyntaxError, TypeError, ValueError):
        raise _refused(NORMS, _OTHER) from None
    if not all(isinstance(each, str) for pair in found.items() for each in pair):
        raise _refused(NORMS, _OTHER)
    return MappingProxyType(found)


def _text(name: str) -> str:
    package = package_folder(PACKAGE)
    if package is None:
        raise OnixError(f"No spaCy to read with. Install it with: {INSTALL}")
    try:
        return (package / name).read_text("utf-8")
    except OSError as error:
        raise _refused(name, f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise _refused(name, _OTHER) from None


def _refused(name: str, what: str) -> OnixError:
    return OnixError(
        f"The language model was not loaded: {name} in {package_folder(PACKAGE)} {what}. "
        f"Install spaCy anew with: {INSTALL}"
    )
