#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Adds up what JUnit and GoogleTest reports in a directory say; a skipped test counts as failed.

ctest.xml names whole programs: a program that left its own report (test_<name>.xml) is counted by that one.
"""
import pathlib
import sys
import xml.etree.ElementTree as ET


def outcome(case: ET.Element) -> str:
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    if case.find("skipped") is not None or case.get("result") in ("skipped", "suppressed"):
        return "skipped"
    if case.get("status") in ("fail", "disabled", "notrun"):
        return "failed" if case.get("status") == "fail" else "skipped"
    return "passed"


def collect(directory: pathlib.Path) -> dict[str, list[str]]:
    reports = sorted(p for p in directory.glob("*.xml") if p.name != "ctest.xml")
    found: dict[str, list[str]] = {"passed": [], "failed": [], "skipped": []}
    for report in reports:
        for case in ET.parse(report).getroot().iter("testcase"):
            found[outcome(case)].append(f"{case.get('classname')}.{case.get('name')}")
    whole = directory / "ctest.xml"
    if whole.exists():
        detailed = {report.stem for report in reports}
        for case in ET.parse(whole).getroot().iter("testcase"):
            name = case.get("name", "")
            # A program that crashed leaves no report of its own, or an unfinished one: then ctest's word counts.
            if f"test_{name}" not in detailed or outcome(case) == "failed" and not found["failed"]:
                found[outcome(case)].append(name)
    return found


def main() -> int:
    found = collect(pathlib.Path(sys.argv[1]))
    for kind in ("failed", "skipped"):
        for name in found[kind]:
            print(f"{kind}: {name}")
    bad = len(found["failed"]) + len(found["skipped"])
    print(f"{len(found['passed'])} passed, {bad} failed")
    return 1 if bad or not found["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
