#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every source file names its licence in one of its first three lines."""
import sys

from cpp_text import ROOT, files

SUFFIXES = (".cpp", ".hpp", ".cmake", "CMakeLists.txt", ".py", ".sh", ".ts", ".tsx", ".mjs", ".js", ".css")
UNDER = ("CMakeLists.txt", "Makefile", "src", "worker", "tests", "tools", "scripts", "cmake", "web")


def check(text: str) -> bool:
    return any("SPDX-License-Identifier: Apache-2.0" in line for line in text.splitlines()[:3])


def main() -> int:
    missing = [p for p in files(*SUFFIXES, "Makefile", under=UNDER) if not check(p.read_text())]
    for path in missing:
        print(f"{path.relative_to(ROOT)}:1: no SPDX-License-Identifier")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
