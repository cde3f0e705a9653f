# SPDX-License-Identifier: Apache-2.0
"""Reads the ledger's table beside the program and computes everything in it again."""
import json
import sqlite3

from marks import marker_of_bureau
from merkle import Tree, leaf_hash
from server import Failed


def rows_of_sqlite(path, first):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
    try:
        return connection.execute("SELECT seq, leaf, body FROM ledger WHERE seq >= ? ORDER BY seq", (first,)).fetchall()
    finally:
        connection.close()


def rows_of_postgres(database, first):
    text = database.psql(f"COPY (SELECT seq, leaf, body FROM ledger WHERE seq >= {int(first)} ORDER BY seq) TO STDOUT")
    rows = []
    for line in text.split("\n")[:-1]:
        seq, leaf, body = line.split("\t")
        rows.append((int(seq), leaf, body.replace("\\\\", "\\")))  # canonical JSON holds no raw control characters
    return rows


def marker_of(body):
    """What the harness put into a change to know it by; None in entries it did not cause."""
    data = body["data"]
    kind = body["type"]
    if kind == "registry.enterprise_registered":
        return "enterprise " + data["enterprise"]["credit_code"]
    if kind == "registry.person_added":
        return "person " + data.get("certificate", "")
    if kind == "practice.project_opened":
        return "project " + data["contract"]["number"]
    if kind == "practice.notice_filed":
        return "notice " + data["content"].get("reason", "")
    if kind == "practice.evidence_attached":
        return "evidence " + data["exhibit"]["file_name"]
    return marker_of_bureau(body)


class Ledger:
    """Follows a ledger across restarts: what was seen once must stand there for ever."""

    def __init__(self, database, path):
        self._database, self._path = database, path
        self.tree = Tree()
        self.places = {}  # marker -> numbers of its entries

    def _rows(self, first):
        if self._database.conninfo:
            return rows_of_postgres(self._database, first)
        return rows_of_sqlite(self._path, first)

    def follow(self):
        """Takes in what is new. The last entry known is read again: a ledger that went back shows there."""
        known = len(self.tree.leaves)
        rows = self._rows(max(known - 1, 0))
        if known:
            if not rows or bytes.fromhex(rows[0][1]) != self.tree.leaves[-1]:
                raise Failed(f"entry {known - 1} was there before the kill and is not any more")
            rows = rows[1:]
        for row in rows:
            self._take(*row)

    def _take(self, seq, leaf, text):
        expected = len(self.tree.leaves)
        if seq != expected:
            raise Failed(f"entry {expected} is missing, {seq} follows")
        computed = leaf_hash(self.tree.name, text.encode())
        if computed.hex() != leaf:
            raise Failed(f"entry {seq} does not hash to its leaf")
        body = json.loads(text)
        prev = self.tree.leaves[-1] if self.tree.leaves else bytes(32)
        if body["prev"] != prev.hex() or body["seq"] != seq:
            raise Failed(f"entry {seq} does not follow the one before")
        self.tree.append(computed)
        marker = marker_of(body)
        if marker:
            self.places.setdefault(marker, []).append(seq)

    def reread(self):
        """Everything from the first entry, compared with what was followed; the program may have gone on by itself."""
        fresh = Ledger(self._database, self._path)
        fresh.follow()
        if fresh.tree.leaves[:len(self.tree.leaves)] != self.tree.leaves:
            raise Failed("the ledger read from its start is not the one that was followed")
