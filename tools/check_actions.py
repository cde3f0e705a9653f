#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails unless every action of policy.csv is asked for by an endpoint and every action they name is in it.

    check_actions.py policy.csv endpoints.cpp..."""

import pathlib
import re
import sys


def actions(policy: str) -> list[str]:
    """The actions in order; lines of comments, groups and the head aside."""
    out: list[str] = []
    for line in policy.splitlines():
        name = line.split(",")[0].strip()
        if name and name[0] not in "#@" and name != "action" and name not in out:
            out.append(name)
    return out


def declared(source: str) -> set[str]:
    """Asked for by an endpoint, or by what it reads with."""
    return set(re.findall(r"\bAction::(\w+)", source))


def problems(policy: str, sources: list[str]) -> list[str]:
    served = set().union(*(declared(source) for source in sources))
    known = actions(policy)
    return [f"action {name} has no endpoint" for name in known if name not in served] + [
        f"an endpoint names the action {name}, which the policy does not have" for name in sorted(served - set(known))]


def main() -> int:
    policy, *sources = [pathlib.Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
    found = problems(policy, sources)
    for problem in found:
        print(f"{sys.argv[1]}: error: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
