# SPDX-License-Identifier: Apache-2.0
"""A set of invented reports (../corpus/README.md) as the programs beside ours get it: one plain text a report, and what is
exempt as one text a law, template and approved block."""
import collections
import pathlib
import re

Report = collections.namedtuple("Report", "number text institution enterprise query")
Plant = collections.namedtuple("Plant", "query start length source level")
# What a form leaves open: a day and a number have a shape, a name has none (as judge reads it).
BLANKS = {"{日期}": "0年0月0日", "{数值}": "0"}


def rows(prefix, ending):
    for line in pathlib.Path(prefix + ending).read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def reports(prefix):
    text = pathlib.Path(prefix + ".txt").read_bytes()
    for number, offset, size, _, institution, enterprise, _, kind, *_ in rows(prefix, ".docs"):
        part = text[int(offset):int(offset) + int(size)].decode("utf-8")
        yield Report(number, part, institution, enterprise, kind == "query")


def plants(prefix):
    """Rows of tables with other numbers (V15) are left out, as judge leaves them out: they are not compared as text."""
    for query, start, length, source, _, _, level, *_ in rows(prefix, ".plants"):
        if level != "V15":
            yield Plant(query, int(start), int(length), source, level)


def zones(prefix):
    out = collections.defaultdict(list)
    for report, start, length, kind, *_ in rows(prefix, ".zones"):
        out[report].append((int(start), int(start) + int(length), kind))
    return out


def blocks(prefix, ending):
    """(what it is of, text)"""
    for block in re.split(r"^# ", pathlib.Path(prefix + ending).read_text(encoding="utf-8"), flags=re.M)[1:]:
        head, _, text = block.partition("\n")
        yield head, text


def exempt_texts(prefix):
    for head, text in blocks(prefix, ".laws"):
        yield head.partition("\t")[2] + "\n" + text
    for ending in (".templates", ".approved"):
        for _, text in blocks(prefix, ending):
            yield re.sub(r"\{[^{}\n]{1,12}\}", lambda slot: BLANKS.get(slot.group(0), ""), text)


def parties(prefix):
    """Names of the parties of the queries: the one thing of a report that its institution states apart from its text."""
    short = dict(rows(prefix, ".names"))
    for report in reports(prefix):
        if report.query:
            yield from filter(None, (report.institution, report.enterprise, short.get(report.enterprise)))


def write_texts(prefix, place, queries):
    """Directories `old`, `new` and `exempt`, and `names.txt`; at most so many queries."""
    for name in ("old", "new", "exempt"):
        (place / name).mkdir(parents=True, exist_ok=True)
    asked = 0
    for report in reports(prefix):
        asked += report.query
        if not report.query or asked <= queries:
            kind = "new" if report.query else "old"
            (place / kind / (report.number + ".txt")).write_text(report.text, encoding="utf-8", newline="")
    for i, text in enumerate(exempt_texts(prefix)):
        (place / "exempt" / f"{i}.txt").write_text(text, encoding="utf-8", newline="")
    (place / "names.txt").write_text("\n".join(sorted(set(parties(prefix)))) + "\n", encoding="utf-8")


def texts(directory):
    for file in sorted(directory.glob("*.txt"), key=lambda one: int(one.stem)):
        yield file.stem, file.read_bytes().decode("utf-8")
