#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Damages a ledger bit by bit and its projections row by row; every change has to be told by name.

run.py [--entries 2000] [--flips 100] [--edits 50] [--at-once 5] [--jobs 2] [--seed N]
"""
import argparse
import collections
import os
import queue
import shutil
import sys
import tempfile
import threading
import time

from house import House, numbers
import edits
import flips
from server import Failed


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=2000)
    parser.add_argument("--flips", type=int, default=100)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--at-once", type=int, default=5, help="edits before one look (each has to be told)")
    parser.add_argument("--kept", type=int, default=20, help="updates of rows no entry makes")
    parser.add_argument("--whole", type=int, default=20, help="one flip in so many is looked at with --state at once")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    return parser.parse_args()


def in_parallel(house, jobs, tasks, work):
    """work(copy, task) for all tasks, each job with its own copy."""
    waiting, results, problems = queue.Queue(), [], []
    for task in tasks:
        waiting.put(task)

    def loop(number):
        try:
            copy = house.copy(number)
            while not problems:
                results.append(work(copy, waiting.get_nowait()))
                if len(results) % 100 == 0:
                    print(f"  {len(results)} of {len(tasks)}", flush=True)
        except queue.Empty:
            changed = copy.is_whole()
            if changed:
                problems.append(Failed(f"{changed} was not put back"))
            shutil.rmtree(copy.directory)
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=loop, args=(number,)) for number in range(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    return results


def flip_bits(house, options, random):
    tasks = list(enumerate(flips.choose(house, options.flips, random)))
    outcomes = in_parallel(house, options.jobs, tasks,
                           lambda copy, task: flips.try_one(copy, task[1], task[0] % options.whole == 0))
    for kind, _ in flips.SHARES:
        of = [one for one in outcomes if one.flip.kind == kind]
        harmful = [one for one in of if one.harmful]
        count = collections.Counter((one.named or "nothing") + " named" for one in harmful)
        harmless = [one for one in of if not one.harmful]
        print(f"  {kind}: {len(of)} flips, {len(harmful)} harmful, {sum(one.found for one in harmful)} told ("
              + ", ".join(f"{number} {what}" for what, number in sorted(count.items()))
              + f"); {len(harmless)} harmless ({sum(one.found for one in harmless)} told all the same)")
    for one in outcomes:
        if one.bad:
            print(f"  WRONG {one.flip}: {'told but not named' if one.found else 'not told'}: {one.text}")
    return sum(not one.bad for one in outcomes), sum(one.bad for one in outcomes)


def edit_projections(house, options, random):
    return edit_rows(house, options, random, "projection", edits.made_of_entries(house), options.edits)


def edit_others(house, options, random):
    return edit_rows(house, options, random, "other", edits.kept_beside(house), options.kept)


def edit_rows(house, options, random, name, tables, left):
    tasks = []
    while left > 0:
        tasks.append((min(left, options.at_once), random.random()))
        left -= tasks[-1][0]

    def work(copy, task):
        editor = edits.Editor(copy, tables, numbers(task[1]), kept=name == "other")
        made = [editor.make() for _ in range(task[0])]
        editor.close()
        findings = copy.verify(state=True)
        copy.restore_database()
        return [(edit, edit.told(findings)) for edit in made]

    done = [one for part in in_parallel(house, options.jobs, tasks, work) for one in part]
    kinds = collections.Counter(edit.kind for edit, _ in done)
    tables = {edit.table for edit, _ in done}
    print(f"  SQL edits in {len(tables)} {name} tables: {len(done)} ({dict(kinds)}), "
          f"{sum(told for _, told in done)} named")
    for edit, told in done:
        if not told:
            print(f"  WRONG not named: {edit.text}")
    return sum(told for _, told in done), sum(not told for _, told in done)


def main():
    options = arguments()
    home = tempfile.mkdtemp(prefix="anping-tamper.")
    random = numbers(options.seed)
    begun = time.monotonic()
    print(f"tampering, seed {options.seed}", flush=True)
    house = House(home, options.entries, options.seed)
    size = os.path.getsize(house.server.data + "/anping.db") // 1024
    print(f"  ledger of {options.entries} entries and what came by HTTP, {size} KiB, made in "
          f"{time.monotonic() - begun:.0f} s", flush=True)
    passed, failed = 0, 0
    for part in (flip_bits, edit_projections, edit_others):
        good, bad = part(house, options, random)
        passed, failed = passed + good, failed + bad
    if failed:
        print(f"  kept: {home}")
    else:
        shutil.rmtree(home)
    print(f"  {time.monotonic() - begun:.0f} s")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
