# SPDX-License-Identifier: Apache-2.0
"""What SQL reads out of a database: every table's rows, and what every index says of them."""
import hashlib
import marshal
import sqlite3
from itertools import zip_longest

# What reading a damaged file may raise: SQLite's message can hold the damaged name, which need not be UTF-8.
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)


def connect(path):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
    connection.text_factory = bytes  # a flipped bit need not be UTF-8
    return connection


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


class Shape:
    """Tables, their keys and columns, indexes, and to whom each page belongs, of the undamaged database."""

    def __init__(self, path):
        connection = connect(path)
        text = lambda value: value.decode()
        self.tables, self.keys, self.indexes, self.conditions = {}, {}, {}, {}
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in names:
            columns = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (text(table),)).fetchall()
            self.tables[text(table)] = [text(name) for name, _ in columns]
            self.keys[text(table)] = [text(name) for name, pk in sorted(columns, key=lambda c: c[1]) if pk]
        listed = connection.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index'").fetchall()
        for name, table, sql in listed:
            columns = connection.execute("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (text(name),)).fetchall()
            self.indexes[text(name)] = (text(table), [text(column) for (column,) in columns])
            # SQLite reads a partial index only for a query with its condition.
            self.conditions[text(name)] = "".join(text(sql or b"").partition(" WHERE ")[1:])
        self.page_size = connection.execute("PRAGMA page_size").fetchone()[0]
        self.pages = {number: text(name) for number, name in connection.execute("SELECT pageno, name FROM dbstat")}
        connection.close()

    def owner(self, offset):
        """The table or index a byte belongs to; None for what belongs to none."""
        return self.pages.get(offset // self.page_size + 1)


def digest_of(cursor):
    state = hashlib.blake2b()
    while True:
        rows = cursor.fetchmany(5000)
        if not rows:
            return state.hexdigest()
        state.update(marshal.dumps(rows, 2))


class Dump:
    """Digests of everything; `None` where reading stops with an error."""

    def __init__(self, path, shape, only=None):
        self.digests = {}
        connection = connect(path)
        try:
            self._take("sqlite_master", connection, "SELECT type, name, tbl_name, sql FROM sqlite_master")
            for table, columns in shape.tables.items():
                if only is None or table in only:
                    self._take(table, connection, scan_of(table, columns))
            for index in shape.indexes:
                if only is None or index in only:
                    self._take(index, connection, index_scan_of(shape, index))
        finally:
            connection.close()

    def _take(self, name, connection, sql):
        try:
            self.digests[name] = digest_of(connection.execute(sql))
        except UNREADABLE:
            self.digests[name] = None

    def differing(self, other):
        """Names of what is not the same in `other`, as far as it was read there."""
        return [name for name, digest in other.digests.items() if digest is None or digest != self.digests[name]]


def scan_of(table, columns):
    # NOT INDEXED: the rows as the table holds them, not as an index repeats them.
    return f"SELECT rowid, {', '.join(map(quoted, columns))} FROM {quoted(table)} NOT INDEXED"


def index_scan_of(shape, index):
    table, columns = shape.indexes[index]
    names = ", ".join(map(quoted, columns))
    return (f"SELECT {names}, rowid FROM {quoted(table)} INDEXED BY {quoted(index)}{shape.conditions[index]} "
            f"ORDER BY {names}")


def batches(connection, shape, table):
    cursor = connection.execute(scan_of(table, shape.tables[table]))
    while rows := cursor.fetchmany(1000):
        yield rows


def rows_around(path, other, shape, table):
    """rowid -> row of both, without the batches in which they agree; None when `other` cannot be read to its end."""
    first, second = connect(path), connect(other)
    before, after = {}, {}
    try:
        for old, new in zip_longest(batches(first, shape, table), batches(second, shape, table), fillvalue=[]):
            if marshal.dumps(old, 2) != marshal.dumps(new, 2):
                before.update((row[0], row[1:]) for row in old)
                after.update((row[0], row[1:]) for row in new)
        return before, after
    except UNREADABLE:
        return None
    finally:
        first.close()
        second.close()


def names_of(shape, table, rowid, row):
    """The ways a finding may name this row."""
    names = {f"rowid={rowid}"}
    at = dict(zip(shape.tables[table], row))
    plain, marked = [], []
    for column in shape.keys[table]:
        value = at[column]
        text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        plain.append(text)
        marked.append(f'{column}="{text}"' if isinstance(value, bytes) else f"{column}={text}")
    names.add(" ".join(marked))
    names.add(" ".join(f"{column}={text}" for column, text in zip(shape.keys[table], plain)))
    names.add(table + " " + " ".join(plain))
    return names


def changed_rows(before, after, shape, table):
    """[(possible names, changed columns)] of each row that is another, missing or new."""
    out = []
    for rowid in before.keys() | after.keys():
        old, new = before.get(rowid), after.get(rowid)
        if marshal.dumps(old, 2) == marshal.dumps(new, 2):
            continue
        names = set()
        for row in (old, new):
            if row is not None:
                names |= names_of(shape, table, rowid, row)
        columns = []
        if old is not None and new is not None:
            columns = [c for c, a, b in zip(shape.tables[table], old, new) if marshal.dumps(a, 2) != marshal.dumps(b, 2)]
        out.append((names, columns))
    return out
