#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Restates the published working-day calendars as rulebooks/CN-national/calendar.toml.

usage: tools/gen_calendar.py [--shared DIR] [--check]

Reads DIR/calendar/<year>.json (default: ../shared/data beside the checkout). A year whose file names no days is not
published yet and is left out. --check writes nothing and fails when the committed file differs.
"""
import argparse
import datetime
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "rulebooks/CN-national/calendar.toml"

HEADER = """\
# SPDX-License-Identifier: Apache-2.0
# Written by tools/gen_calendar.py; edit that, or add the next year's notice below by hand in the same shape.
# Facts: the State Council's yearly notices on public holidays (address under each year), as collected by
# github.com/NateScarlet/holiday-cn, snapshot d4e53bf (2026-08-07).
#
# [[calendar.year]]: one published year; a year that is not listed is unpublished and nothing is counted in it.
#   papers  addresses of its notices
#   off     ["holiday", day off, ...]: weekends that fall into a holiday are named too
#   work    ["holiday it makes up for", working day, ...]: weekends worked, and 2020-02-03, stated as worked
# Days not named follow the week. A notice may name days of the December before it; the later notice wins.

[calendar]
id = "CN-calendar"
name = "holidays"
layer = "national"
title = "全国节假日与调休"
text = "国务院办公厅每年公布的部分节假日安排：放假日与调休上班日。"
source = "《全国年节及纪念日放假办法》；国务院办公厅关于部分节假日安排的通知"
mark = "seen"
"""


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def rows(days, off):
    """Days by holiday, in order of the first day of each."""
    grouped = {}
    for day in sorted(days, key=lambda d: d["date"]):
        if day["isOffDay"] == off:
            grouped.setdefault(day["name"], []).append(day["date"])
    return [[name, *dates] for name, dates in grouped.items()]


def array(name, listed):
    if not listed:
        return f"{name} = []\n"
    body = "".join("  [" + ", ".join(map(quoted, row)) + "],\n" for row in listed)
    return f"{name} = [\n{body}]\n"


def check(year, days):
    """Each day once, inside the year or the December before it."""
    seen = set()
    for day in days:
        date = datetime.date.fromisoformat(day["date"])
        if date in seen:
            raise SystemExit(f"{year}: {date} is named twice")
        seen.add(date)
        if date.year != year and (date.year, date.month) != (year - 1, 12):
            raise SystemExit(f"{year}: {date} lies outside what its notice governs")


def restate(folder):
    out = [HEADER]
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        year, days = data["year"], data["days"]
        if not days:
            out.append(f"\n# {year}: not published yet.\n")
            continue
        check(year, days)
        papers = ", ".join(quoted(p) for p in data["papers"])
        out.append(f"\n[[calendar.year]]\nyear = {year}\npapers = [{papers}]\n")
        out.append(array("off", rows(days, True)) + array("work", rows(days, False)))
    return "".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    folder = args.shared / "calendar"
    if not folder.is_dir():
        raise SystemExit(f"{folder}: no such directory")
    text = restate(folder)
    if args.check:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            raise SystemExit(f"{TARGET.relative_to(ROOT)} differs: run tools/gen_calendar.py")
        return 0
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
