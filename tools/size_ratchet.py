#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Headers up to 200 lines, sources up to 400, functions up to 60. What is longer stands in size_ratchet.json and may
only shrink; --update writes the smaller figures (and creates the file where there is none)."""
import json
import pathlib
import sys

from cpp_text import ROOT, files, functions

LIMITS = {"header": 200, "source": 400, "function": 60}
RATCHET = pathlib.Path(__file__).with_name("size_ratchet.json")


def measure(name: str, text: str) -> dict[str, int]:
    """What of this file is over a limit: {"path": lines, "path::function": lines}."""
    over = {}
    if "do not edit" in "".join(text.splitlines()[:3]):
        return over  # written by a generator
    lines = text.count("\n")
    if lines > LIMITS["header" if name.endswith(".hpp") else "source"]:
        over[name] = lines
    for function in functions(text):
        if function.lines > LIMITS["function"]:
            key = f"{name}::{function.name}"
            over[key] = max(function.lines, over.get(key, 0))
    return over


def compare(now: dict[str, int], allowed: dict[str, int]) -> list[str]:
    problems = [f"{what}: {lines} lines, over the limit" for what, lines in now.items() if what not in allowed]
    problems += [f"{what}: grew from {allowed[what]} to {lines} lines, it may only shrink"
                 for what, lines in now.items() if lines > allowed.get(what, lines)]
    problems += [f"{what}: now {now.get(what, 'within the limit')}, run tools/size_ratchet.py --update"
                 for what, lines in allowed.items() if now.get(what, 0) < lines]
    return problems


def main() -> int:
    now: dict[str, int] = {}
    for path in files(".cpp", ".hpp", under=("src", "worker", "tests")):
        now |= measure(str(path.relative_to(ROOT)), path.read_text())
    allowed = json.loads(RATCHET.read_text()) if RATCHET.exists() else None
    if "--update" in sys.argv:
        kept = now if allowed is None else {k: min(v, allowed[k]) for k, v in now.items() if k in allowed}
        RATCHET.write_text(json.dumps(dict(sorted(kept.items())), indent=2) + "\n")
        allowed = kept
    problems = compare(now, allowed or {})
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
