# SPDX-License-Identifier: Apache-2.0
"""Changes of projections by SQL, as somebody with the database's password would make them."""
import sqlite3


class Edit:
    def __init__(self, kind, table, row, field, text):
        self.kind, self.table, self.row, self.field, self.text = kind, table, row, field, text

    def told(self, findings):
        for finding in findings:
            if finding["table"] != self.table or finding["row"] not in self.row:
                continue
            if self.kind == "update" and self.field not in self.key and finding["field"] != self.field:
                continue
            return True
        return False

    key = ()


def projection_tables(house):
    """Tables that are made of the ledger, as it keeps account of them itself, with rows."""
    connection = sqlite3.connect(house.server.data + "/anping.db")
    named = []
    for (text,) in connection.execute("SELECT tables FROM ledger_projection ORDER BY name"):
        named += text.split()
    tables = [t for t in named if connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] > 0]
    connection.close()
    return tables


def row_name(key, row):
    return " ".join(f'{c}="{row[c]}"' if isinstance(row[c], str) else f"{c}={row[c]}" for c in key)


class Editor:
    def __init__(self, copy, tables, random):
        self.shape, self.tables, self.random = copy.house.shape, tables, random
        self.connection = sqlite3.connect(copy.database, isolation_level=None)
        self.connection.row_factory = sqlite3.Row
        self.touched = set()

    def close(self):
        self.connection.close()

    def make(self):
        """One edit that the database accepts, of a row no other edit touched."""
        while True:
            kind = self.random.choice(["update", "update", "delete", "insert"])
            table = self.random.choice(self.tables)
            row = self._some_row(table)
            key = self.shape.keys[table]
            if row is None or (table, row_name(key, row)) in self.touched:
                continue
            try:
                edit = getattr(self, "_" + kind)(table, dict(row), key)
            except sqlite3.IntegrityError:
                continue
            edit.key = key
            self.touched |= {(table, name) for name in edit.row}
            return edit

    def _some_row(self, table):
        most = self.connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]
        if most is None:
            return None
        return self.connection.execute(f"SELECT rowid AS _rowid, * FROM {table} WHERE rowid >= ? LIMIT 1",
                                       (self.random.randint(1, most),)).fetchone()

    def _other(self, value):
        if value is None:
            return "1"
        if isinstance(value, int):
            return value + self.random.choice([-1, 1, 1000])
        at = self.random.randrange(len(value) + 1)
        return self.random.choice([value[:at] + "改" + value[at:], value + " ", value[:-1] + "x"])

    def _update(self, table, row, key):
        rowid = row.pop("_rowid")
        field = self.random.choice(self.shape.tables[table])
        value = self._other(row[field])
        if row[field] is None and "BIGINT" in self._type(table, field):
            value = 1
        if value == row[field]:
            value += "?"
        self.connection.execute(f"UPDATE {table} SET {field} = ? WHERE rowid = ?", (value, rowid))
        return Edit("update", table, {row_name(key, row), row_name(key, {**row, field: value})}, field,
                    f"UPDATE {table} SET {field} of {row_name(key, row)}")

    def _type(self, table, field):
        return self.connection.execute("SELECT type FROM pragma_table_info(?) WHERE name = ?", (table, field)).fetchone()[0]

    def _delete(self, table, row, key):
        self.connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row.pop("_rowid"),))
        return Edit("delete", table, {row_name(key, row)}, "", f"DELETE FROM {table} {row_name(key, row)}")

    def _insert(self, table, row, key):
        row.pop("_rowid")
        for column in self.shape.tables[table]:
            unique = column in key or column == "credit_code"
            if unique:
                row[column] = row[column] + 1_000_000_007 if isinstance(row[column], int) else f"{row[column]}+"
        marks = ", ".join("?" * len(row))
        self.connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
        return Edit("insert", table, {row_name(key, row)}, "", f"INSERT INTO {table} {row_name(key, row)}")
