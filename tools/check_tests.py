#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""No test without an assertion, its own or one in a function it calls (C++, TypeScript, Python)."""
import ast
import re
import sys

from cpp_text import ROOT, blank, files, functions, line_of, matching

ASSERTS = re.compile(r"\b(EXPECT|ASSERT)_\w+|\b(ADD_FAILURE|FAIL)\s*\(")
CASE = re.compile(r"\b(?:TYPED_)?TEST(_F|_P)?\s*\(\s*(\w+)\s*,\s*(\w+)\s*\)\s*\{")
WEB_CASE = re.compile(r"\b(?:it|test)(?:\.each\([^)]*\))?\s*\(")


def asserting_functions(texts: list[str]) -> set[str]:
    bodies = [(f.name.split("::")[-1], f.body) for text in texts for f in functions(text)]
    names = {name for name, body in bodies if ASSERTS.search(body)}
    while True:
        calls = re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b") if names else re.compile(r"(?!)")
        more = {name for name, body in bodies if calls.search(body)} - names - {"TEST", "TEST_F", "TEST_P"}
        if not more:
            return names - {"TEST", "TEST_F", "TEST_P"}
        names |= more


def check_cpp(text: str, helpers: set[str]) -> list[tuple[int, str]]:
    code = blank(text)
    problems = []
    for case in CASE.finditer(code):
        body = code[case.end() - 1:matching(code, case.end() - 1) + 1]
        called = set(re.findall(r"\b(\w+)\s*(?:<[^;()]*>)?\s*\(", body))
        if not ASSERTS.search(body) and not called & helpers:
            problems.append((line_of(code, case.start()), f"{case.group(2)}.{case.group(3)} asserts nothing"))
    return problems


def check_web(text: str) -> list[tuple[int, str]]:
    code = blank(text)
    problems = []
    for case in WEB_CASE.finditer(code):
        body = code[case.end() - 1:matching(code, case.end() - 1)]
        if not re.search(r"\b(expect\w*|assert\w*)\s*[(.]", body):
            problems.append((line_of(code, case.start()), "a test that expects nothing"))
    return problems


def check_python(text: str) -> list[tuple[int, str]]:
    problems = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            source = ast.unparse(node)
            if not re.search(r"\bassert", source):
                problems.append((node.lineno, f"{node.name} asserts nothing"))
    return problems


def main() -> int:
    cpp = {path: path.read_text() for path in files(".cpp", ".hpp", under=("src", "worker", "tests"))
           if "tests" in path.parts}
    helpers = asserting_functions(list(cpp.values()))
    problems = [(path, p) for path, text in cpp.items() for p in check_cpp(text, helpers)]
    for path in files(".test.ts", ".test.tsx", under=("web",)):
        problems += [(path, p) for p in check_web(path.read_text())]
    for path in files(".py", under=("tools", "tests")):
        problems += [(path, p) for p in check_python(path.read_text())]
    for path, (line, reason) in problems:
        print(f"{path.relative_to(ROOT)}:{line}: {reason}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
