# SPDX-License-Identifier: Apache-2.0
"""How long an officer waits for a list when the ledger is large: first and deep pages, filtered and not, one reader, kept-alive
connection. ANPING_BENCH_LISTS is the ledger's entries (100,000); ANPING_BENCH_LISTS_DATA a directory that grows from run to run."""
import os
import subprocess
import time
import urllib.parse

from place import Failed, Program, beside, copy_of, preload

LIMIT_MS = 50
ENTRIES = 100_000
ROUNDS = 200
LONGEST = 20  # seconds of one list
DEEP = 25     # pages of 200 rows
# One of the county, one of the whole province.
OFFICERS = {"county": "changji", "province": "xinjiang"}
NOWHERE = "没有这样的名称"
# A part of every name, and how many letters of one that some share.
NAMED = {"projects": ("title", "安全现状"), "institutions": ("name", "演示"), "enterprises": ("name", "演示")}
SHARED_LETTERS = 7


def wanted():
    return int(os.environ.get("ANPING_BENCH_LISTS", "0"))


def seconds_to_make():
    return wanted() // 100


def made(bench):
    """A stopped program on a ledger of that many entries."""
    kept = os.environ.get("ANPING_BENCH_LISTS_DATA")
    if kept and os.path.isdir(kept):
        program = Program(kept)
    else:
        program = copy_of(bench.small, kept or os.path.join(bench.home, "lists"))
    begun = time.monotonic()
    done = subprocess.run([beside("make_ledger"), program.data, str(wanted() or bench.count(ENTRIES)), "practice"],
                          env={**program.env, **preload(0)}, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(f"make_ledger: {done.stderr}")
    print(f"  a province's ledger of {done.stdout.strip()} entries, made in {time.monotonic() - begun:.0f} s", flush=True)
    return program


def quoted(text):
    return urllib.parse.quote(text)


def paths(client):
    """{name: path, and whether it has pages}; parts of names are those of what the officer sees."""
    found = {"notices": ("/notices?limit=50", True), "unopened notices": ("/notices?unopened=1&limit=50", True),
             "on site today": ("/on-site", False), "deadlines": ("/deadlines", False), "expiries": ("/expiries", False),
             "applications": ("/applications?limit=50", True), "to-dos": ("/todos", False)}
    for kind, (field, often) in NAMED.items():
        found[kind] = (f"/{kind}?limit=50", True)
        rare = page(client, f"/{kind}?limit=50").json()["items"][-1][field][:SHARED_LETTERS]
        for sort, text in (("often", often), ("rarely", rare), ("nowhere", NOWHERE)):
            found[f"{kind} named so {sort}"] = (f"/{kind}?limit=50&q={quoted(text)}", False)
        if kind == "projects":
            found["work to find"] = (f"/search?q={quoted(rare)}", False)
            found["applications named so rarely"] = (f"/applications?limit=50&q={quoted(rare)}", False)
    for name, asked in {"clause": "clause=XJ-13a", "stage": "stage=archived", "late notice": "notice=late",
                        "county": "region=652302", "day": f"signed_from={time.strftime('%Y-%m-%d')}"}.items():
        found[f"projects by {name}"] = (f"/projects?limit=50&{asked}", False)
    return found


def page(client, path):
    answer = client.call("GET", "/api/v1" + path)
    if answer.status != 200:
        raise Failed(f"{path}: {answer}")
    return answer


def deep(client, path):
    """The same list some thousand rows on, or as far as it goes."""
    long, cursor, walked = path.replace("limit=50", "limit=200"), None, 0
    for walked in range(DEEP):
        following = page(client, long + (f"&cursor={cursor}" if cursor else "")).json().get("next")
        if not following:
            break
        cursor = following
    return (path + f"&cursor={cursor}", walked * 200) if cursor else (None, 0)


def waits(client, path, seconds):
    """Milliseconds, sorted; few where each takes long."""
    found, until = [], time.perf_counter() + seconds
    page(client, path)
    while len(found) < ROUNDS and (len(found) < 5 or time.perf_counter() < until):
        begun = time.perf_counter()
        page(client, path)
        found.append((time.perf_counter() - begun) * 1000)
    return sorted(found)


def told(part, name, found, note):
    p50, p99 = found[len(found) // 2], found[min(len(found) - 1, len(found) * 99 // 100)]
    part.figure(name, p99, "ms p99", LIMIT_MS, "the limit, ms", "at most", 1.0, f"p50 {p50:.1f} ms, {len(found)} reads{note}")


def measure(bench, report):
    part = report.part("lists", "what an officer waits for a list, one reader")
    program = made(bench)
    with program.running():
        for whose, login in OFFICERS.items():
            client = program.client()
            client.sign_in(login, bench.password)
            institution = page(client, "/institutions?limit=50").json()["items"][0]["id"]
            lists = {**paths(client), "people of an institution": (f"/institutions/{institution}/people", False)}
            for name, (path, pages) in lists.items():
                part.fresh()
                told(part, f"{whose}: {name}", waits(client, path, bench.seconds(LONGEST)), "")
                further, rows = deep(client, path) if pages else (None, 0)
                if further:
                    told(part, f"{whose}: {name}, further on", waits(client, further, bench.seconds(LONGEST)), f", from row {rows}")
            client.close()
