#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""PostgreSQL's pg_trgm: pg_trgm.py STAGE SETTING TEXTS WORK (see peers.py).

documented   a row a paragraph, GIN, `%` at its own threshold of 0.3
words        rows of 240 letters every 120, a report in pieces of 60, `<%` (word_similarity: is the piece somewhere in the row)
             at 0.3, which a fifth of the letters changed still reaches; its own is 0.6
Both in a UTF-8 database of the locale C.UTF-8: in one of the locale C hanzi are no letters and have no trigrams at all, so that
nothing is ever found. The server is a child of this process, so that its time is counted.
"""
import os
import pathlib
import signal
import subprocess
import sys
import time

import sets

BIN = pathlib.Path(os.environ.get("ANPING_PG_BIN", "/usr/lib/postgresql/15/bin"))
ROW, PIECE = 240, 60
CONFIG = """listen_addresses = ''
shared_buffers = 512MB
work_mem = 64MB
maintenance_work_mem = 512MB
fsync = off
jit = off
autovacuum = off
max_parallel_workers_per_gather = 0
max_parallel_maintenance_workers = 0
"""
OPERATORS = {"documented": "old.part % new.part", "words": "new.part <% old.part"}


def unprivileged():
    """PostgreSQL refuses root."""
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.getuid() == 0 else []


def postgres(work, program, *arguments):
    return [*unprivileged(), str(BIN / program), *arguments]


def psql(work, sql, **more):
    return subprocess.run([str(BIN / "psql"), "-h", str(work / "run"), "-U", "anping", "-d", "postgres", "-qAtX", "-F", "\t",
                           "-v", "ON_ERROR_STOP=1"], input=sql, text=True, encoding="utf-8", check=True, **more)


class Server:
    def __init__(self, work):
        self.work = work

    def __enter__(self):
        command = postgres(self.work, "postgres", "-D", str(self.work / "data"), "-k", str(self.work / "run"))
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        ready = [str(BIN / "pg_isready"), "-q", "-h", str(self.work / "run")]
        while subprocess.run(ready, check=False).returncode != 0:
            if self.process.poll() is not None:
                sys.exit("postgres did not start")
            time.sleep(0.1)

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def parts(setting, kind, text):
    """(from, to, text) of what is a row or a piece; letters and digits alone for `words`, so that a piece is one word."""
    if setting == "documented":
        at = 0
        for line in text.split("\n"):
            yield at, at + len(line), line
            at += len(line) + 1
        return
    places = [i for i, c in enumerate(text) if c.isalnum()]
    long, every = (ROW, ROW // 2) if kind == "old" else (PIECE, PIECE)
    for at in range(0, max(1, len(places) - (long - every)), every):
        those = places[at:at + long]
        if those:
            yield those[0], those[-1] + 1, "".join(text[i] for i in those)


def copied(setting, kind, texts):
    yield f"CREATE UNLOGGED TABLE {kind} (report int, start int, stop int, part text);\n"
    yield f"COPY {kind} FROM STDIN;\n"
    for name, text in sets.texts(texts / kind):
        for start, end, part in parts(setting, kind, text):
            if part.strip():
                yield "\t".join((name, str(start), str(end), part.replace("\\", "\\\\").replace("\t", " "))) + "\n"
    yield "\\.\n"


def prepare(work):
    (work / "data").mkdir()
    (work / "run").mkdir()
    if os.getuid() == 0:
        subprocess.run(["chown", "nobody:nogroup", work / "data", work / "run"], check=True)
    subprocess.run(postgres(work, "initdb", "-D", str(work / "data"), "-U", "anping", "-A", "trust", "-E", "UTF8",
                            "--locale=C.UTF-8", "--no-sync"), stdout=subprocess.DEVNULL, check=True, cwd="/")
    with open(work / "data" / "postgresql.conf", "a", encoding="utf-8") as config:
        config.write(CONFIG)


def index(setting, texts, work):
    sql = "CREATE EXTENSION pg_trgm;\n" + "".join(copied(setting, "old", texts))
    sql += "CREATE INDEX ON old USING gin (part gin_trgm_ops);\nANALYZE old;\nSELECT pg_total_relation_size('old');\n"
    with Server(work), open(work / "index.bytes", "w", encoding="utf-8") as size:
        psql(work, sql, stdout=size)


def ask(setting, texts, work):
    sql = "".join(copied(setting, "new", texts)) + "SET enable_seqscan = off;\nSET pg_trgm.word_similarity_threshold = 0.3;\n"
    sql += f"SELECT DISTINCT new.report, new.start, new.stop, old.report FROM new JOIN old ON {OPERATORS[setting]};\n"
    with Server(work), open(work / "told.tsv", "w", encoding="utf-8") as out:
        psql(work, sql, stdout=out)


def main():
    stage, setting, texts, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
    if stage == "prepare":
        prepare(work)
    elif stage == "index":
        index(setting, texts, work)
    elif stage == "ask":
        ask(setting, texts, work)


if __name__ == "__main__":
    main()
