#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks sim_text (Debian similarity-tester) what the queries of a set share with the indexed reports, one character a word,
and holds it against the known copies as `judge` does: a passage counts as found when matches from its source cover half of it.

usage: sim_text.py SET WORK JUDGED      SET without ending; WORK is made; JUDGED is what `judge` printed of the same set
"""
import collections
import pathlib
import re
import resource
import subprocess
import sys

MATCH = re.compile(r"^(\d+): line (\d+)-(\d+)\s*\|(\d+): line (\d+)-(\d+)\s*\[\d+\]")


def reports(prefix):
    text = pathlib.Path(prefix + ".txt").read_bytes()
    for line in pathlib.Path(prefix + ".docs").read_text(encoding="utf-8").splitlines():
        number, offset, size, *rest = line.split("\t")
        yield number, "query" in rest, text[int(offset):int(offset) + int(size)].decode("utf-8")


def written(prefix, work):
    """One character a line, so that a line's number is its place; what is no letter or digit is its own word as it stands."""
    work.mkdir(parents=True, exist_ok=True)
    new, old = [], []
    for number, is_query, text in reports(prefix):
        (work / number).write_text("".join((c if not c.isspace() else ".") + "\n" for c in text), encoding="utf-8")
        (new if is_query else old).append(number)
    return new, old


def plants(prefix):
    for line in pathlib.Path(prefix + ".plants").read_text(encoding="utf-8").splitlines():
        query, start, length, source, at, _, level, _ = line.split("\t")
        if level != "V15":
            yield query, int(start), int(length), source, level


def covered(ranges, start, length):
    marks = bytearray(length)
    for first, last in ranges:
        for i in range(max(first, start), min(last, start + length)):
            marks[i - start] = 1
    return sum(marks)


def main():
    prefix, work, judged = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    new, old = written(prefix, work)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = subprocess.run(["sim_text", "-r", "13", "-n", *new, "/", *old], cwd=work, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found = collections.defaultdict(list)
    for line in told.stdout.splitlines():
        match = MATCH.match(line)
        if match:
            query, first, last, source = match.group(1), int(match.group(2)), int(match.group(3)), match.group(4)
            found[query, source].append((first - 1, last))
    # A template that many carry is found in any of them.
    copies = collections.defaultdict(bool)
    for query, start, length, source, level in plants(prefix):
        key = (level, query, start, "" if level == "V10" else source)
        copies[key] |= 2 * covered(found[query, source], start, length) >= length
    of, hit = collections.Counter(), collections.Counter()
    for (level, *_), is_found in copies.items():
        of[level] += 1
        hit[level] += is_found
    each = seconds / len(new) * 1e3
    ours = float(re.search(r"query p50 ([\d.]+) ms", judged.read_text()).group(1))
    print(f"sim_text -r 13: {each:.1f} ms a query, {each / ours:.1f} times the search's p50 of {ours:.2f} ms "
          f"(what both read of the indexed reports is in the one and not in the other)")
    print(f"recall {sum(hit.values())} of {sum(of.values())}: "
          + ", ".join(f"{level} {hit[level]} of {of[level]}" for level in sorted(of, key=lambda one: int(one[1:]))))


if __name__ == "__main__":
    main()
