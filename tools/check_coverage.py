#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads gcovr's JSON summary: lines of each module, and at least 95 % of the ledger and of every module's rules."""
import collections
import json
import re
import sys

FLOOR = 95.0


def group(name: str) -> str | None:
    if name.startswith("src/ledger/"):
        return "ledger"
    match = re.match(r"src/(\w+)/rules(\.[ch]pp|[_/].*)$", name)
    return f"{match.group(1)} rules" if match else None


def percentages(files: list[dict]) -> tuple[dict[str, float], dict[str, float]]:
    """(held to the floor, every module for information)"""
    lines: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    for entry in files:
        name = entry["filename"]
        for key in {group(name), f"module {name.split('/')[1]}"} - {None}:
            lines[key][0] += entry["line_covered"]
            lines[key][1] += entry["line_total"]
    share = {key: 100.0 * covered / total for key, (covered, total) in lines.items() if total}
    return ({k: v for k, v in share.items() if not k.startswith("module ")},
            {k: v for k, v in share.items() if k.startswith("module ")})


def main() -> int:
    held, modules = percentages(json.load(open(sys.argv[1]))["files"])
    for key, value in sorted(modules.items()):
        print(f"{value:6.2f} %  {key}")
    low = 0
    for key, value in sorted(held.items()):
        low += value < FLOOR
        print(f"{value:6.2f} %  {key}{'' if value >= FLOOR else f'  below {FLOOR} %'}")
    print(f"{len(held) - low} passed, {low} failed")
    return 1 if low or not held else 0


if __name__ == "__main__":
    sys.exit(main())
