# SPDX-License-Identifier: Apache-2.0
"""Single-bit flips: is each that changes anything told, and is the right thing named?"""
import os

from dump import Dump, changed_rows, rows_around

LEVELS = ["table", "index", "row"]  # the least that is told of a flip that changes several
SHARES = [("database", 70), ("tile", 12), ("head", 8), ("evidence", 10)]


class Flip:
    def __init__(self, kind, file, offset, bit):
        self.kind, self.file, self.offset, self.bit = kind, file, offset, bit

    def __str__(self):
        return f"{self.file} byte {self.offset} bit {self.bit}"


def choose(house, count, random):
    """`count` places, evenly over the bytes of each kind."""
    kinds = {"database": ["anping.db"], "tile": house.files("tiles"), "head": house.files("heads"),
             "evidence": [file for file in house.files("blobs") if len(os.path.basename(file)) == 64]}
    sizes = {kind: [os.path.getsize(os.path.join(house.server.data, file)) for file in files]
             for kind, files in kinds.items()}
    flips = []
    for number in range(count):
        kind = random.choices([k for k, _ in SHARES], [share for _, share in SHARES])[0]
        place = random.randrange(sum(sizes[kind]))
        for file, size in zip(kinds[kind], sizes[kind]):
            if place < size:
                break
            place -= size
        flips.append(Flip(kind, file, place, random.randrange(8)))
    return flips


class Outcome:
    """harmful: a row, or a byte that is evidence itself, was changed. named: what is told by its name; "" for nothing."""

    def __init__(self, flip, harmful, found, named, text):
        self.flip, self.harmful, self.found, self.named, self.text = flip, harmful, found, named, text

    @property
    def bad(self):
        return self.harmful and not (self.found and self.named)


def try_one(copy, flip, always_state=False):
    copy.flip(flip.file, flip.offset, flip.bit)
    try:
        if flip.kind != "database":
            return _of_file(copy, flip)
        outcome = _of_database(copy, flip, copy.verify(state=always_state))
        # --state looks at all that verify looks at and more: asked only when that was not enough.
        if outcome is None:
            outcome = _of_database(copy, flip, copy.verify(state=True)) or _unreported(copy, flip)
        return outcome
    finally:
        copy.no_log()
        copy.flip(flip.file, flip.offset, flip.bit)


def _of_file(copy, flip):
    findings = copy.verify(state=False)
    named = "file" if any(finding["file"] == flip.file for finding in findings) else ""
    return Outcome(flip, True, bool(findings), named, _shown(findings))


def _shown(findings):
    return "; ".join(str({k: v for k, v in f.items() if v not in ("", -1)}) for f in findings[:4])


def _unreported(copy, flip):
    """Nothing was told, or the place was not: the whole dump decides whether that is right."""
    findings = copy.verify(state=True)
    differing = copy.house.dump.differing(Dump(copy.database, copy.house.shape))
    owner = copy.house.shape.owner(flip.offset)
    return Outcome(flip, bool(differing), bool(findings), "",
                   f"{owner}: reads otherwise in {differing}, told: {_shown(findings)}")


def _of_database(copy, flip, findings):
    """None when these findings are not enough."""
    if not findings:
        return None
    house = copy.house
    owner = house.shape.owner(flip.offset)
    only = {owner} if owner in house.shape.tables or owner in house.shape.indexes else None
    differing = house.dump.differing(Dump(copy.database, house.shape, only))
    if not differing:
        return Outcome(flip, False, True, owner or "nothing", _shown(findings))
    # With a definition that cannot be read nothing is read any more; what is told names the object it defines.
    if "sqlite_master" in differing and any("malformed database schema (" in finding["what"] for finding in findings):
        return Outcome(flip, True, True, "table", _shown(findings))
    levels = {_named(copy, name, findings) for name in differing}
    if "" in levels:
        return None
    return Outcome(flip, True, True, min(levels, key=LEVELS.index), _shown(findings))


def _named(copy, name, findings):
    """What is told of a changed table or index; of a table, every changed row if possible."""
    shape = copy.house.shape
    if name == "sqlite_master" and any(finding["kind"] == "schema" for finding in findings):
        return "table"  # whose definition is another
    if name in shape.tables:
        both = rows_around(copy.house.server.data + "/anping.db", copy.database, shape, name)
        if both and all(_row_told(name, names, columns, findings)
                        for names, columns in changed_rows(*both, shape, name)):
            return "row"
    words = [name] + ([shape.indexes[name][0]] if name in shape.indexes else [])
    told = any(finding["table"] in words or any(word in finding["what"] for word in words) for finding in findings)
    if not told:
        return ""
    return "table" if name in shape.tables else "index"


def _row_told(table, names, columns, findings):
    for finding in findings:
        if finding["table"] not in (table, "") or finding["row"] not in names:
            continue
        if not columns or not finding["field"] or finding["field"] in columns or set(columns) & {"leaf", "body"}:
            return True
    return False
