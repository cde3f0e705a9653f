# SPDX-License-Identifier: Apache-2.0
"""Changes of projections by SQL, as somebody with the database's password would make them."""
import sqlite3

from dump import names_of


class Edit:
    def __init__(self, kind, table, row, field, text):
        self.kind, self.table, self.row, self.field, self.text = kind, table, row, field, text

    def told(self, findings):
        for finding in findings:
            if finding["table"] not in (self.table, "") or finding["row"] not in self.row:
                continue
            if self.kept:  # sealed as a whole
                return True
            if self.kind == "update" and self.field not in self.key and finding["field"] != self.field:
                continue
            return True
        return False

    key, kept = (), False


def made_of_entries(house):
    """Tables of projections, as the ledger keeps account of them itself."""
    connection = sqlite3.connect(house.server.data + "/anping.db")
    named = [one for (text,) in connection.execute("SELECT tables FROM ledger_projection ORDER BY name") for one in text.split()]
    connection.close()
    return named


def kept_beside(house):
    """What no entry makes: the ledger itself, personal values, credentials, sessions, answers to retries."""
    made = made_of_entries(house)
    return sorted(table for table in house.shape.tables if table not in made and not table.startswith("sqlite_"))


def row_name(key, row):
    return " ".join(f'{c}="{row[c]}"' if isinstance(row[c], str) else f"{c}={row[c]}" for c in key)


class Editor:
    def __init__(self, copy, tables, random, kept=False):
        self.shape, self.tables, self.random, self.kept = copy.house.shape, tables, random, kept
        self.connection = sqlite3.connect(copy.database, isolation_level=None)
        self.connection.row_factory = sqlite3.Row
        self.touched = set()

    def close(self):
        self.connection.close()

    def make(self):
        """One edit that the database accepts, of a row no other edit touched."""
        while True:
            kind = "update" if self.kept else self.random.choice(["update", "update", "delete", "insert"])
            table = self.random.choice(self.tables)
            row = self._some_row(table)
            key = self.shape.keys[table]
            if row is None or (table, row_name(key, row)) in self.touched:
                continue
            try:
                edit = getattr(self, "_" + kind)(table, dict(row), key)
            except sqlite3.IntegrityError:
                continue
            edit.key, edit.kept = key, self.kept
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
        names = {row_name(key, row), row_name(key, {**row, field: value})}
        if self.kept:
            for one in (row, {**row, field: value}):
                names |= names_of(self.shape, table, rowid, [one[column] for column in self.shape.tables[table]])
        return Edit("update", table, names, field,
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
