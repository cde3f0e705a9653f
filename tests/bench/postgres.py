# SPDX-License-Identifier: Apache-2.0
"""Durable changes on PostgreSQL, against pgbench writing as many rows of the same size into as many indexes, one
transaction for each change. What a change writes is counted from the server's own statistics, table by table."""
import json
import os
import random
import string
import subprocess

from baseline import pgbench
from commands import CLIENTS
from figures import middle
from load import Changes
from place import Database, Failed, Program

ROUNDS = 2
# Whoever is signed in is written down too, but not by changes.
NOT_BY_CHANGES = ("access_session",)


class Written:
    """Rows of a table a change makes or changes, on average."""

    def __init__(self, table, made, changed, width, indexes):
        self.table, self.made, self.changed, self.width, self.indexes = table, made, changed, width, indexes

    def __str__(self):
        return f"{self.table} {self.made:.2f}+{self.changed:.2f} of {self.width}"


def statistics(database):
    rows = database.psql("SELECT json_agg(t) FROM (SELECT relname, n_tup_ins, n_tup_upd, (SELECT count(*) FROM "
                         "pg_index i WHERE i.indrelid = s.relid) AS indexes FROM pg_stat_user_tables s) t")
    return {row["relname"]: row for row in json.loads(rows)}


def written(database, before, after):
    # Each change of the mix makes one entry. The writer's session tells its counts together, and late.
    changes = after["ledger"]["n_tup_ins"] - before["ledger"]["n_tup_ins"]
    out = []
    for table, now in after.items():
        made = (now["n_tup_ins"] - before.get(table, now)["n_tup_ins"]) / changes
        changed = (now["n_tup_upd"] - before.get(table, now)["n_tup_upd"]) / changes
        if table == "ledger_head":
            changed = 1.0  # by changes committed together it is moved once, by one alone each time
        if made + changed < 0.005 or table.startswith(NOT_BY_CHANGES):
            continue
        width = int(database.psql(f"SELECT COALESCE(avg(pg_column_size(t.*)), 24)::int - 24 FROM {table} t").strip())
        out.append(Written(table, made, changed, width, now["indexes"]))
    return sorted(out, key=lambda one: one.table)


class Likeness:
    """Tables and a script like what was written."""

    def __init__(self, database, all_written, clients, own_heads):
        self.database, self.written, self.clients = database, all_written, clients
        self.own_heads = own_heads
        self.lines, self.variables = ["BEGIN;"], {}

    def prepare(self, script):
        for number, one in enumerate(self.written):
            self._table(number, one)
            self._statements(number, one)
        self.lines.append("COMMIT;")
        with open(script, "w", encoding="ascii") as out:
            out.write("\n".join(self.lines) + "\n")

    def _table(self, number, one):
        """A numbered key, a random column for each further index, and text for the rest of the row's size."""
        keys = range(1, max(1, one.indexes))
        columns = "".join(f", k{key} bigint NOT NULL" for key in keys)
        rows = self.clients * 10
        head = one.table == "ledger_head"
        self.database.psql(
            f"DROP TABLE IF EXISTS like_{number}; CREATE TABLE like_{number} (id bigserial PRIMARY KEY{columns}, "
            f"rest text NOT NULL)"
            + "".join(f"; CREATE INDEX ON like_{number} (k{key})" for key in keys))
        width = max(1, one.width - 8 * (1 + len(keys)) - 4)
        # Letters that do not compress: the widths measured are those after compression.
        self.variables[f"rest{number}"] = "".join(random.Random(number).choices(string.ascii_letters + string.digits,
                                                                                k=width))
        names = "".join(f", k{key}" for key in keys)
        values = "".join(", (random() * 1e15)::bigint" for _ in keys)
        filled = self.clients if head else rows
        self.database.psql(f"INSERT INTO like_{number} (rest{names}) SELECT '{self.variables[f'rest{number}']}'{values} "
                           f"FROM generate_series(1, {filled})")

    def _statements(self, number, one):
        keys = range(1, max(1, one.indexes))
        names = "".join(f", k{key}" for key in keys)
        values = "".join(f", :k{key}" for key in keys)
        draw = [f"\\set k{key} random(1, 1000000000000000)" for key in keys]
        insert = [*draw, f"INSERT INTO like_{number} (rest{names}) VALUES (:rest{number}{values});"]
        if one.table == "ledger_head":
            which = "\\set row :client_id + 1" if self.own_heads else "\\set row 1"
        else:
            which = "\\set row :client_id * 10 + random(1, 10)"
        update = [which, f"UPDATE like_{number} SET rest = :rest{number} WHERE id = :row;"]
        self._times(one.made, insert)
        self._times(one.changed, update)

    def _times(self, count, lines):
        """Whole ones always, the rest of a whole by lot."""
        whole = int(count + 0.005)
        self.lines += lines * whole
        rest = round((count - whole) * 100)
        if rest > 0:
            self.lines += ["\\set lot random(1, 100)", f"\\if :lot <= {rest}", *lines, "\\endif"]


def server_rate(bench, conninfo):
    """Changes a second, and what each has written."""
    database = Database(conninfo, "anping_bench")
    program = Program(os.path.join(bench.home, "postgres"), database)
    try:
        password = program.initialise()
        with program.running():
            changes = Changes(bench.home, program, password)
            changes.run(1, CLIENTS)
            before = statistics(database)
            database.psql("CHECKPOINT")
            outcome = changes.run(bench.seconds(8), CLIENTS)
            rows = written(database, before, statistics(database))
    finally:
        program.remove()
    return outcome, rows


def likeness_rate(bench, conninfo, rows, own_heads):
    database = Database(conninfo, "anping_bench_like")
    database.create()
    try:
        likeness = Likeness(database, rows, CLIENTS, own_heads)
        script = os.path.join(bench.home, "likeness.sql")
        likeness.prepare(script)
        database.psql("CHECKPOINT")
        return pgbench(database._own(), script, CLIENTS, bench.seconds(8), likeness.variables)
    finally:
        database.drop()


def measure(bench, report):
    conninfo = os.environ.get("ANPING_TEST_PG")
    if not conninfo:
        raise Failed("ANPING_TEST_PG names no PostgreSQL: run through scripts/with-postgres.sh")
    fsync = subprocess.run(["psql", "-XAtq", "-d", conninfo, "-c", "SHOW fsync"], capture_output=True, text=True)
    if fsync.stdout.strip() != "on":
        raise Failed("this PostgreSQL does not sync: ANPING_PG_DURABLE=1 scripts/with-postgres.sh ...")
    part = report.part("postgres", f"{CLIENTS} clients, fsync on; pgbench: one transaction a change, the same rows")
    ours, one_head, own_heads = [], [], []
    for _ in range(ROUNDS):
        outcome, rows = server_rate(bench, conninfo)
        ours.append(outcome.rate)
        one_head.append(likeness_rate(bench, conninfo, rows, own_heads=False))
        own_heads.append(likeness_rate(bench, conninfo, rows, own_heads=True))
    sum_of = f"{sum(one.made for one in rows):.1f} rows made, {sum(one.changed for one in rows):.1f} changed a change"
    part.figure("durable changes on PostgreSQL", middle(ours), "/s", middle(one_head),
                "pgbench, all clients on one head", "at least", 1.0, sum_of)
    part.figure("durable changes on PostgreSQL, against no ledger", middle(ours), "/s", middle(own_heads),
                "pgbench, a head for each client")
    print("    " + "; ".join(str(one) for one in rows))
