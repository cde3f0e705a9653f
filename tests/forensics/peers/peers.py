#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks ours and what else people use of one set of reports, one after another in the same run, each in a process of its own,
and prints a table in Markdown. Processor time is what the operating system counts of that process and its children.

usage: peers.py SET WORK [--only NAME[:SETTING],...] [--queries N] [--limit SECONDS]     SET without ending; WORK is made

A program is a file NAME.py called as `NAME.py STAGE SETTING TEXTS WORK`, the stages in this order; what it has no use for it
passes over. Only `index` and `ask` are measured. It leaves WORK/told.tsv: report, from, to, source; from is -1 where it tells
the report alone.
    prepare   what the program is given anyway: texts in its form, an empty database
    index     what was filed before
    ask       what the new reports share with it
    tell      its answer as told.tsv
What it has in memory only, and makes anew in every run, it tells in WORK/index.seconds (of what was filed) or start.seconds (of
what is the same for every report, as a library of laws); both are taken off what asking cost.
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

import score
import sets

HERE = pathlib.Path(__file__).parent
STAGES = ("prepare", "index", "ask", "tell")
PROGRAMS = {
    "anping": ["masks", "no-masks"],
    "simtext": ["documented", "r13", "r8"],
    "dolos": ["documented", "documented-ignoring", "k12", "k12-ignoring"],
    "pg_trgm": ["documented", "words"],
    "xapian_ngrams": ["documented", "phrases", "blocks"],
}
Run = collections.namedtuple("Run", "name setting index ask bytes memory score unfinished")


class Unfinished(Exception):
    pass


def reaped(process, limit):
    """(processor seconds, peak memory in bytes) of a child that ends by itself within the limit."""
    until = time.monotonic() + limit
    while True:
        pid, status, use = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        if time.monotonic() > until:
            os.killpg(process.pid, signal.SIGINT)  # a server ends what it is asked at this, and not at SIGTERM
            os.wait4(process.pid, 0)
            raise Unfinished(f"not within {limit} s")
        time.sleep(0.05)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Unfinished(f"ended with {process.returncode}")
    return use.ru_utime + use.ru_stime, use.ru_maxrss * 1024


def staged(name, setting, stage, texts, work, limit):
    command = [sys.executable, "-B", str(HERE / f"{name}.py"), stage, setting, str(texts), str(work)]
    return reaped(subprocess.Popen(command, start_new_session=True), limit)


def index_bytes(work):
    if (work / "index.bytes").exists():
        return int((work / "index.bytes").read_text())
    return sum(file.stat().st_size for name in ("corpus", "index") for file in (work / name).rglob("*") if file.is_file())


def asked_of(name, setting, prefix, texts, work, limit):
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    os.chmod(work, 0o755)
    seconds, memory = {}, {}
    try:
        for stage in STAGES:
            seconds[stage], memory[stage] = staged(name, setting, stage, texts, work, limit)
    except Unfinished as why:
        return Run(name, setting, seconds.get("index"), None, None, None, None, f"{stage}: {why}")
    ask = seconds["ask"]
    for part in ("index", "start"):
        if (work / f"{part}.seconds").exists():
            seconds[part] = float((work / f"{part}.seconds").read_text())
            ask -= seconds[part]
    asked = {file.stem for file in (texts / "new").glob("*.txt")}
    result = score.scored(prefix, list(score.read_told(work / "told.tsv")), asked)
    return Run(name, setting, seconds["index"], ask, index_bytes(work), memory["ask"], result, None)


def wanted(only):
    for name, settings in PROGRAMS.items():
        for setting in settings:
            if not only or name in only or f"{name}:{setting}" in only:
                yield name, setting


def percent(value):
    return "–" if value is None else f"{100 * value:.1f} %"


def row(run, base, old, new):
    if run.unfinished:
        return f"| {run.name} | {run.setting} | {run.unfinished} |" + " |" * 8
    result, each = run.score, 1e3 * run.ask / new
    passages = "–" if result.passages is None else f"{result.passages / result.of:.3f}"
    ratio = f"{each / base:.1f}" if base else "–"
    size = f"{run.bytes / old / 1e3:.0f}" if run.bytes else "–"
    return (f"| {run.name} | {run.setting} | {1e3 * run.index / old:.1f} | {each:.1f} | {ratio} | {passages} | "
            f"{result.sources / result.of:.3f} | {percent(result.precision)} | {percent(result.precision_own)} | {size} | "
            f"{run.memory / 1e9:.2f} |")


def levels(run):
    ordered = sorted(run.score.levels.items(), key=lambda one: int(one[0][1:]))
    return f"{run.name} {run.setting}: " + ", ".join(f"{level} {found}/{of}" for level, (found, of) in ordered)


def load():
    return " ".join(pathlib.Path("/proc/loadavg").read_text().split()[:3])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("set")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--queries", type=int, default=10**9)
    parser.add_argument("--limit", type=int, default=600)
    given = parser.parse_args()
    texts = given.work.absolute() / "texts"
    shutil.rmtree(texts, ignore_errors=True)
    sets.write_texts(given.set, texts, given.queries)
    old, new = (len(list((texts / kind).glob("*.txt"))) for kind in ("old", "new"))
    print(f"{pathlib.Path(given.set).name}: {old} reports indexed, {new} asked; limit {given.limit} s a stage; load {load()}\n")
    print("| program | setting | index ms a report | query ms | ratio | passages | sources | precision | without boilerplate | "
          "index kB a report | memory GB |\n" + "| --- " * 11 + "|", flush=True)
    base, runs = None, []
    for name, setting in wanted(set(filter(None, given.only.split(",")))):
        run = asked_of(name, setting, given.set, texts, given.work.absolute() / f"{name}-{setting}", given.limit)
        if base is None and run.ask:
            base = 1e3 * run.ask / new
        print(row(run, base, old, new), flush=True)
        runs.append(run)
    print("\n" + "\n".join(levels(run) for run in runs if run.score) + f"\n\nload {load()}")
    kept = [run._asdict() | {"score": run.score and run.score._asdict()} for run in runs]
    (given.work / "runs.json").write_text(json.dumps(kept))


if __name__ == "__main__":
    main()
