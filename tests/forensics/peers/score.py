# SPDX-License-Identifier: Apache-2.0
"""What a program told, held against what had been copied. The same rules for all of them:

passages   a copy counts as found when what is told of its source covers half of it (the rule of ../judge)
sources    a copy counts as found when its source is told for the report at all: the only rule for what ranks whole reports
precision  of the characters told, whatever the source, how many had been copied; once of all of them, once with those left out
           that are law, template, common text, headings or tables, which only a program with masks can know
"""
import collections

import sets

BOILERPLATE = {"law", "misquote", "template", "common", "table", "heading"}
CLONES = {"V20", "V21"}

Told = collections.namedtuple("Told", "query start end source")  # start is -1 where only the report is told
Score = collections.namedtuple("Score", "of passages sources precision precision_own pairs levels")


def united(ranges, gap=0):
    out = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1] + gap:
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return out


def joined(told, gap):
    """Fragments of one source in a report that so few characters lie between, as one: for what joins none itself."""
    ranges = collections.defaultdict(list)
    for one in told:
        ranges[one.query, one.source].append((one.start, one.end))
    for (query, source), those in ranges.items():
        for start, end in united(those, gap):
            yield Told(query, start, end, source)


def shared(ranges, start, end):
    """How much of [start, end) united ranges cover."""
    return sum(max(0, min(b, end) - max(a, start)) for a, b in ranges)


def recall(plants, told, asked):
    """By (level, query, start): is the copy found, and is its source. A template many carry is found in any of them."""
    places = collections.defaultdict(list)
    pairs = set()
    for one in told:
        pairs.add((one.query, one.source))
        if one.start >= 0:
            places[one.query, one.source].append((one.start, one.end))
    places = {key: united(ranges) for key, ranges in places.items()}
    passages, sources = collections.defaultdict(bool), collections.defaultdict(bool)
    for plant in plants:
        if plant.query not in asked:
            continue
        key = (plant.level, plant.query, plant.start)
        ranges = places.get((plant.query, plant.source), ())
        passages[key] |= 2 * shared(ranges, plant.start, plant.start + plant.length) >= plant.length
        sources[key] |= (plant.query, plant.source) in pairs
    return passages, sources, len(pairs)


def characters(zones, told, left_out):
    """Told characters that were copied, that are boilerplate, that are neither. Clones are left out: all of them is copied."""
    ranges = collections.defaultdict(list)
    for one in told:
        if one.start >= 0 and one.query not in left_out:
            ranges[one.query].append((one.start, one.end))
    copied = boilerplate = other = 0
    for query, those in ranges.items():
        those = united(those)
        for start, end, kind in zones[query]:
            part = shared(those, start, end)
            copied += part if kind == "plant" else 0
            boilerplate += part if kind in BOILERPLATE else 0
            other += part if kind != "plant" and kind not in BOILERPLATE else 0
    return copied, boilerplate, other


def share(part, whole):
    return part / whole if whole else None


def scored(prefix, told, asked):
    plants = list(sets.plants(prefix))
    passages, sources, pairs = recall(plants, told, asked)
    clones = {plant.query for plant in plants if plant.level in CLONES}
    copied, boilerplate, other = characters(sets.zones(prefix), told, clones)
    levels = collections.defaultdict(lambda: [0, 0])
    has_places = any(one.start >= 0 for one in told)
    for key, found in (passages if has_places or not told else sources).items():
        levels[key[0]][0] += found
        levels[key[0]][1] += 1
    return Score(len(passages), sum(passages.values()) if has_places or not told else None, sum(sources.values()),
                 share(copied, copied + boilerplate + other), share(copied, copied + other), pairs / len(asked), dict(levels))


def read_told(file):
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            query, start, end, source = line.rstrip("\n").split("\t")
            yield Told(query, int(start), int(end), source)


def write_told(file, told):
    with open(file, "w", encoding="utf-8") as out:
        for one in told:
            out.write("\t".join(map(str, one)) + "\n")
