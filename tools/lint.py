#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""All lints, after their own tests. --fix-format rewrites the C++ files instead of comparing them."""
import os
import subprocess
import sys
import time

from cpp_text import ROOT, files

TOOLS = ROOT / "tools"
CHECKS = ["check_deps", "coro_lint", "size_ratchet", "check_spdx", "check_tests"]


def clang_format(*arguments: str) -> int:
    """Runs over every C++ file; of one that differs, only the first place is printed."""
    paths = [str(p.relative_to(ROOT)) for p in files(".cpp", ".hpp", under=("src", "worker", "tests"))]
    jobs = os.cpu_count() or 1
    running = [subprocess.Popen(["clang-format-19", *arguments, *paths[i::jobs]], cwd=ROOT, text=True, stderr=subprocess.PIPE)
               for i in range(jobs) if paths[i::jobs]]
    seen = set()
    for process in running:
        for line in process.communicate()[1].splitlines():
            name = line.split(":")[0]
            if ": error:" in line and name not in seen:
                seen.add(name)
                print(line)
    return max((process.returncode for process in running), default=0)


def run(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    result = subprocess.run(command, cwd=TOOLS, capture_output=True, text=True)
    print(f"{'ok    ' if result.returncode == 0 else 'FAILED'} {name} ({time.monotonic() - started:.1f} s)", flush=True)
    if result.returncode != 0:
        print(result.stdout + result.stderr, flush=True)
    return result.returncode == 0


def main() -> int:
    if "--fix-format" in sys.argv:
        return clang_format("-i")
    python = [sys.executable, "-B"]
    outcomes = [run("tests of the lints", [*python, "-m", "unittest", "discover", "-q", "-s", "tests"])]
    outcomes += [run(name, [*python, f"{name}.py"]) for name in CHECKS]
    outcomes.append(run("clang-format", [*python, "-c", "import lint; raise SystemExit(lint.clang_format('--dry-run', '-Werror'))"]))
    print(f"{sum(outcomes)} passed, {outcomes.count(False)} failed")
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
