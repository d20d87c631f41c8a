r"""RTF: what TextEdit and WordPad write, and many who transcribe.

In: the file's bytes. Out: its words, one line a paragraph, table row or heading. RTF is text with
commands (`\b`), characters by number (`\u8220`, `\'93`) and groups in braces, of which those that
hold fonts, styles, pictures and the like are no words.
"""

from __future__ import annotations

import re

from onix.errors import InputError

_PIECE = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)
_SILENT = frozenset(
    b"annotation atnauthor atnid author category colortbl comment company datastore fldinst "
    b"fonttbl footer footerf footerl footerr generator header headerf headerl headerr info "
    b"keywords listoverridetable listtable listtext object operator pict pntext rsidtbl "
    b"stylesheet subject themedata title xmlnstbl".split()
)
_SAID = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"cell": " | ",
    b"tab": " ", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”",
}  # fmt: skip
_LITERAL = {b"\\": "\\", b"{": "{", b"}": "}", b"~": "\u00a0", b"_": "-", b"\n": "\n", b"\r": "\n"}
_DEEPEST = 1000


def text_of_rtf(data: bytes) -> str:
    """Give the words of an RTF file.

    Raises:
        InputError: Its groups nest as in no file that a program wrote.
    """
    charset = "cp1252"
    if match := re.search(rb"\\ansicpg(\d{3,5})", data[:2000]):
        charset = f"cp{match[1].decode()}"
    out: list[str] = []
    kept: list[tuple[bool, int, bool]] = []  # of the groups around: silent, letters skipped, struck
    silent, fallback, struck, skip = False, 1, False, 0
    for match in _PIECE.finditer(data):
        command, number, code, symbol, brace, words = match.groups()
        if brace == b"{":
            kept.append((silent, fallback, struck))
            if len(kept) > _DEEPEST:
                raise InputError("it is damaged. Open it, save it as DOCX or text and add that.")
        elif brace == b"}":
            silent, fallback, struck = kept.pop() if kept else (False, 1, False)
            skip = 0
        elif symbol == b"*" or command in _SILENT:
            silent = True
        elif command == b"deleted":
            struck = number != b"0"  # a tracked change; read as accepted
        elif command == b"uc":
            fallback = int(number or 1)
        elif silent or struck:
            continue
        elif command == b"u" and number is not None:
            out.append(chr(int(number) % 65_536))
            skip = fallback  # letters for programs that know no Unicode
        elif code is not None:
            skip, is_fallback = max(skip - 1, 0), skip > 0
            out.append("" if is_fallback else _decoded(bytes.fromhex(code.decode()), charset))
        elif words is not None:
            out.append(_decoded(words[skip:], charset))
            skip = max(skip - len(words), 0)
        elif command is not None:
            out.append(_SAID.get(command, ""))
        else:
            out.append(_LITERAL.get(symbol, ""))
    # Halves of surrogate pairs, by which RTF writes what is beyond 65,535, become one character.
    whole = "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return re.sub(r"(?: \| )+(?=\n)", "", whole)


def _decoded(letters: bytes, charset: str) -> str:
    try:
        return letters.decode(charset, "replace")
    except LookupError:
        return letters.decode("cp1252", "replace")
