#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A statement with co_await holds no lambda, no braced object and no ?: - g++ 12 destroys their temporaries twice."""
import re
import sys

from cpp_text import ROOT, blank, files, line_of

BLOCK_BEFORE = re.compile(
    r"(^|[;{}):]|\b(else|do|try|const|noexcept|mutable|override|final)|->\s*[\w:][\w:<>,\s&*]*)\s*$")
LAMBDA = re.compile(r"\[[^\[\]]*\]\s*(\(|\{|mutable\b|<)")


def is_block(code: str, brace: int) -> bool:
    return bool(BLOCK_BEFORE.search(code[max(0, brace - 200):brace]))


def statement(code: str, position: int) -> tuple[int, int]:
    """The statement around `position`, not leaving the lambda or block it stands in."""
    start, depth = position, 0
    while start > 0:
        c = code[start - 1]
        if c in ")]":
            depth += 1
        elif c in "([":
            depth = max(0, depth - 1)
        elif c == ";" and depth == 0:
            break
        elif c == "{" and depth == 0 and is_block(code, start - 1):
            break
        elif c == "}" and depth == 0 and re.match(r"\s*[\w#~*&(\[}]", code[start:]):
            break  # what follows starts anew, so the brace closed a block
        start -= 1
    end, depth = position, 0
    while end < len(code):
        c = code[end]
        if c in "([":
            depth += 1
        elif c in ")]":
            depth -= 1
        elif c == ";" and depth <= 0:
            break
        elif c == "{" and depth <= 0 and is_block(code, end):
            break
        elif c == "}" and depth <= 0 and end > position and code[position:end].count("{") < code[position:end + 1].count("}"):
            if not re.match(r"\s*[,;).]", code[end + 1:]):
                break
        end += 1
    return start, end


def check(text: str) -> list[tuple[int, str]]:
    code = blank(text)
    problems = []
    for found in re.finditer(r"\bco_await\b", code):
        start, end = statement(code, found.start())
        body = code[start:end]
        line = line_of(code, found.start())
        if LAMBDA.search(body):
            problems.append((line, "a lambda in a co_await statement: name it first and move it in"))
        elif "{" in body:
            problems.append((line, "a braced object in a co_await statement: make it a named local first"))
        if re.search(r"\?[^\n]*:|\?\s*$", body, re.M):
            problems.append((line, "?: in a co_await statement: write if and else"))
    return sorted(set(problems))


def main() -> int:
    failed = False
    for path in files(".cpp", ".hpp", under=("src", "worker", "tests")):
        for line, reason in check(path.read_text()):
            print(f"{path.relative_to(ROOT)}:{line}: {reason}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
