# SPDX-License-Identifier: Apache-2.0
"""C++ as text for the lints: files, text without comments and strings, functions. A scanner, not a parser."""
import pathlib
import re
from dataclasses import dataclass
from typing import Iterator

ROOT = pathlib.Path(__file__).resolve().parent.parent
SKIP = {"build", "node_modules", "dist", "var", ".git", "__pycache__"}


def files(*suffixes: str, under: tuple[str, ...] = ("src", "worker", "tests", "tools", "scripts", "cmake", "web"),
          root: pathlib.Path = ROOT) -> Iterator[pathlib.Path]:
    for top in under:
        base = root / top
        candidates = [base] if base.is_file() else sorted(base.rglob("*")) if base.is_dir() else []
        for path in candidates:
            if path.is_file() and path.name.endswith(suffixes) and not SKIP & set(path.relative_to(root).parts):
                yield path


TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^()\s\\]{0,16})\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'',
    re.S)


def blank(text: str, keep_strings: bool = False) -> str:
    """The same text, same length and lines, with comments (and string contents) turned into spaces."""

    def hide(match: re.Match) -> str:
        piece = match.group(0)
        if piece.startswith(("//", "/*")):
            return re.sub(r"[^\n]", " ", piece)
        if keep_strings:
            return piece
        return piece[0] + re.sub(r"[^\n]", " ", piece[1:-1]) + piece[-1]

    return TOKEN.sub(hide, text)


def without_preprocessor(text: str) -> str:
    return re.sub(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", lambda m: re.sub(r"[^\n]", " ", m.group(0)), text, flags=re.M)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def matching(text: str, position: int) -> int:
    """Position of the bracket that closes the one at `position`; the end of the text if none does."""
    opening = text[position]
    closing = {"(": ")", "{": "}", "[": "]"}[opening]
    depth = 0
    for i in range(position, len(text)):
        if text[i] == opening:
            depth += 1
        elif text[i] == closing:
            depth -= 1
            if depth == 0:
                return i
    return len(text) - 1


@dataclass
class Function:
    name: str
    line: int
    lines: int
    body: str


SCOPE = re.compile(r"(^|[\s\]])(namespace|class|struct|union|enum)\b[^()=]*$|\bextern\s*\"[^\"]*\"\s*$", re.S)
CLASS_WITH_ARGUMENTS = re.compile(r"^(template\s*<.*>\s*)?(class|struct)\s+(\w+\([^)]*\)\s*)?\w+[\w:<>,\s]*$", re.S)
INITIALISER = re.compile(r"\)\s*(noexcept\s*)?:\s*[^:].*[\w>]\s*$", re.S)
NAME = re.compile(r"([~\w:]+|operator\s*[^\s(]+|operator\(\))\s*(?:<[^()]*>)?\s*\(")


def functions(text: str) -> list[Function]:
    """Every function with a body at namespace or class level; a lambda counts with the function it stands in."""
    code = without_preprocessor(blank(text))
    found: list[Function] = []
    i = header = 0
    while i < len(code):
        c = code[i]
        if c in ";}":
            header = i + 1
        elif c == "(":
            i = matching(code, i)
        elif c == "{":
            head = code[header:i].strip()
            if SCOPE.search(head) or CLASS_WITH_ARGUMENTS.match(head):
                header = i + 1
            elif INITIALISER.search(head):
                i = matching(code, i)  # a member's brace initialiser: the body is still to come
            else:
                end = matching(code, i)
                name = NAME.search(head)
                if name and not re.search(r"=\s*$", head):
                    start = line_of(code, header + len(code[header:i]) - len(code[header:i].lstrip()))
                    found.append(Function(name.group(1), start, line_of(code, end) - start + 1, code[i:end + 1]))
                i = end
                header = i + 1
        i += 1
    return found
