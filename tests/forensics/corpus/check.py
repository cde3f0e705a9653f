#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a small set twice and tells whether its files agree with its text.

usage: check.py MAKE_REPORTS LAWS PROSE
"""
import collections
import filecmp
import pathlib
import subprocess
import sys
import tempfile

ENDINGS = ["txt", "docs", "zones", "plants", "laws", "templates", "names", "approved"]
# Level: least and most edit distance, as a share of the passage. An edit may fall where it changes nothing much
# (a digit of one law, a shuffle of two sentences), so what is bounded is the whole level's mean.
AMOUNTS = {
    "V0": (0, 0), "V1": (0.01, 0.5), "V2": (0.1, 1.0), "V3": (0.08, 0.11), "V4": (0.16, 0.21), "V5": (0.23, 0.31),
    "V6": (0.12, 0.26), "V9": (0.22, 0.42), "V7": (0.15, 1.0), "V8": (0.05, 0.9), "V11": (0.03, 0.6),
    "V12": (0.03, 0.35), "V13": (0.01, 0.5), "V14": (0.15, 0.32), "V15": (0.02, 0.4), "V20": (0.005, 0.12),
    "V21": (0.003, 0.1),
}


def distance(one, other):
    """Levenshtein's, in the bit-parallel form of Myers: one integer is a column."""
    if not one:
        return len(other)
    masks = collections.defaultdict(int)
    for at, letter in enumerate(one):
        masks[letter] |= 1 << at
    full, high = (1 << len(one)) - 1, 1 << (len(one) - 1)
    plus, minus, score = full, 0, len(one)
    for letter in other:
        equal = masks.get(letter, 0)
        across = (((equal & plus) + plus) ^ plus) | equal | minus
        up, down = minus | (full & ~(across | plus)), plus & across
        score += bool(up & high) - bool(down & high)
        up, down = ((up << 1) | 1) & full, (down << 1) & full
        plus, minus = down | (full & ~((equal | minus) | up)), up & (equal | minus)
    return score


class Set:
    def __init__(self, prefix):
        rows = {end: [line.split("\t") for line in prefix.with_name(f"{prefix.name}.{end}").read_text("utf-8").split("\n")
                      if line] for end in ("docs", "zones", "plants", "names")}
        self.rows = rows
        raw = prefix.with_name(prefix.name + ".txt").read_bytes()
        self.size = len(raw)
        self.templates = prefix.with_name(prefix.name + ".templates").read_text("utf-8")
        self.texts = {int(row[0]): raw[int(row[1]):int(row[1]) + int(row[2])].decode("utf-8") for row in rows["docs"]}
        self.zones = collections.defaultdict(list)
        for doc, start, length, kind, detail in rows["zones"]:
            self.zones[int(doc)].append((int(start), int(length), kind, detail))


def check_documents(made):
    assert sum(int(row[2]) for row in made.rows["docs"]) == made.size, "bytes of the reports are not those of the text"
    names = {row[0] for row in made.rows["names"]}
    for doc, _, _, points, _, enterprise, *_ in made.rows["docs"]:
        assert len(made.texts[int(doc)]) == int(points), f"code points of report {doc}"
        assert enterprise in names, f"enterprise of report {doc} has no name"
    full = [row[0] for row in made.rows["names"]]
    assert len(full) == len(set(full)), "two enterprises with one name"
    heads = [line for line in made.templates.split("\n") if line.startswith("# ")]
    assert len(heads) == len(set(heads)) == 200, "two institutions with one name"


def check_zones(made):
    for doc, zones in made.zones.items():
        at = 0
        for start, length, _, _ in zones:
            assert start == at and length > 0, f"zones of report {doc} overlap or leave a gap at {at}"
            at += length
        assert at == len(made.texts[doc]), f"zones of report {doc} end at {at}"


def inside(zones, start, length):
    return next((zone for zone in zones if zone[0] <= start and start + length <= zone[0] + zone[1]), None)


def check_plants(made):
    queries = {int(row[0]) for row in made.rows["docs"] if row[7] == "query"}
    shares = collections.defaultdict(list)
    for row in made.rows["plants"]:
        doc, start, length, source, source_start, source_length = map(int, row[:6])
        level = row[6]
        assert doc in queries and source not in queries, row
        assert inside(made.zones[doc], start, length)[2] == "plant", row
        wanted = {"V15": ("table",), "V10": ("plant",), "V20": ("original", "plant"), "V21": ("original", "plant")}
        assert inside(made.zones[source], source_start, source_length)[2] in wanted.get(level, ("original",)), row
        copy = made.texts[doc][start:start + length]
        passage = made.texts[source][source_start:source_start + source_length]
        shares[level].append(distance(copy, passage) / max(1, len(passage)))
    for level, found in sorted(shares.items(), key=lambda item: int(item[0][1:])):
        mean = sum(found) / len(found)
        print(f"{level}: {len(found)} rows, edit distance {mean:.3f} of the passage, {min(found):.3f} to {max(found):.3f}")
        if level in AMOUNTS:
            assert AMOUNTS[level][0] <= mean <= AMOUNTS[level][1], f"{level} differs by {mean:.3f}"
            assert level == "V0" or min(found) > 0 or len(found) > 1, f"{level} changed nothing"
    missing = (set(AMOUNTS) | {"V10"}) - set(shares)
    assert not missing, f"no plant of {sorted(missing)}"


def check_twins(one, other):
    for end in ENDINGS:
        assert filecmp.cmp(one.with_name(f"{one.name}.{end}"), other.with_name(f"{other.name}.{end}"), shallow=False), end


def main():
    program, laws, prose = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        prefixes = []
        for turn in ("first", "second"):
            out = pathlib.Path(folder) / turn
            subprocess.run([program, "--laws", laws, "--prose", prose, "--indexed", "60", "--queries", "40", "--mean", "20000",
                            "--seed", "3", "--out", str(out)], check=True)
            prefixes.append(out / "set-seed3")
        check_twins(*prefixes)
        made = Set(prefixes[0])
        check_documents(made)
        check_zones(made)
        check_plants(made)
    print("good")


if __name__ == "__main__":
    main()
