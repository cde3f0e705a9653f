#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Invented draws computed by the program, by the page a draw is published with, and by replay.py: the same bytes. Then
each is tampered with, and both have to tell.

    agree.py PROGRAM PAGE [--draws N] [--seed N]
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from replay import canonical, outcome, in_order, replay, sm3  # noqa: E402

NAMES = "昌吉阜康玛纳斯呼图壁奇台吉木萨尔木垒安评检测技术服务有限公司𠮷Ａz"


class Invention:
    def __init__(self, seed):
        self.chance = random.Random(seed)

    def word(self, most=8):
        return "".join(self.chance.choice(NAMES) for _ in range(self.chance.randint(1, most)))

    def ids(self, most):
        letters = "ABCJ-_1234567890木ﾖ𠮷"
        return list({"".join(self.chance.choice(letters) for _ in range(self.chance.randint(1, 6)))
                     for _ in range(self.chance.randint(1, most))})

    def pool(self, number, candidates):
        members = self.ids(8)
        recusals = [{"member": self.chance.choice(members), "candidate": self.chance.choice(candidates), "reason": "回避" + self.word()}
                    for _ in range(self.chance.randrange(6))]
        return {"id": f"{self.word(3)}{number}", "each": self.chance.randint(1, 3), "most": self.chance.randrange(4),
                "members": [{"id": one, "name": self.word()} for one in members], "recusals": recusals}

    def case(self, number):
        strata = [f"{self.word(2)}{i}" for i in range(self.chance.randint(1, 3))]
        ids = self.ids(25)
        cut = max(1, len(ids) - self.chance.randrange(4))
        plan = {
            "draw": f"SJ-{number:08}", "title": self.word(20), "source": self.chance.choice(["", "双色球第 2026138 期"]),
            "candidates": [{"id": one, "name": self.word(), "stratum": self.chance.choice(strata), "weight": self.chance.randint(1, 5)}
                           for one in ids[:cut]],
            "left_out": [{"id": one, "name": self.word(), "reason": "排除" + self.word()} for one in ids[cut:]],
            "strata": [{"id": one, "take": self.chance.randrange(8), "reserve": self.chance.randrange(4)} for one in strata],
            "pools": [self.pool(i, ids[:cut]) for i in range(self.chance.randrange(3))]}
        participants = []
        for i in range(self.chance.randint(1, 4)):
            by, share = f"{self.word()}{i}", self.chance.randbytes(32).hex()
            one = {"by": by, "commitment": sm3(canonical({"by": by, "draw": plan["draw"], "share": share})).hexdigest()}
            if self.chance.random() < 0.4:
                one["announced"] = sm3(share.encode()).hexdigest()
            participants.append(one if self.chance.random() < 0.15 else {**one, "share": share})
        return {"plan": plan, "inputs": {"head": self.chance.randbytes(32).hex(), "participants": participants,
                                         "number": "" if not plan["source"] else f"{self.chance.randrange(33):02} {self.chance.randrange(16):02}"}}

    def tampered(self, paper):
        """One of what somebody might change after the list was announced, or after the draw."""
        plan, candidates = dict(paper["plan"]), [dict(one) for one in paper["plan"]["candidates"]]
        how = self.chance.randrange(5)
        if how == 0 and len(candidates) > 1:
            candidates.pop(self.chance.randrange(len(candidates)))
        elif how == 1:
            candidates.append({**candidates[0], "id": "新增的机构"})
        elif how == 2:
            self.chance.choice(candidates)["weight"] += 1
        elif how == 3 and any("share" in one for one in paper["inputs"]["participants"]):
            participants = [dict(one) for one in paper["inputs"]["participants"]]
            self.chance.choice([one for one in participants if "share" in one])["announced"] = self.chance.randbytes(32).hex()
            return {**paper, "inputs": {**paper["inputs"], "participants": participants}}
        else:
            return {**paper, "inputs": {**paper["inputs"], "number": paper["inputs"]["number"] + "1"}}
        plan["candidates"] = candidates
        plan["pools"] = [{**pool, "recusals": []} for pool in plan["pools"]]
        return {**paper, "plan": plan}


def lines(path, documents):
    with open(path, "wb") as file:
        for one in documents:
            file.write(canonical(one) + b"\n")


def run(*arguments, right=(0,)):
    done = subprocess.run(arguments, capture_output=True)
    if done.returncode not in right:
        sys.exit(f"{' '.join(arguments)}: exit {done.returncode}\n{done.stderr.decode()[-2000:]}")
    return done.stdout.splitlines()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("page")
    parser.add_argument("--draws", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20261129)
    chosen = parser.parse_args()
    invention, wrong = Invention(chosen.seed), []
    with tempfile.TemporaryDirectory() as directory:
        cases, papers, changed = (f"{directory}/{name}.jsonl" for name in ("cases", "papers", "changed"))
        lines(cases, (invention.case(i) for i in range(chosen.draws)))
        written = run(chosen.program, "draw", "compute", cases)
        by_program = [json.loads(line) for line in written]
        lines(papers, by_program)
        in_page = run("node", os.path.join(HERE, "in-page.mjs"), os.path.abspath(chosen.page), papers)
        for i, paper in enumerate(by_program):
            said = canonical({"seed": paper["seed"], "outcome": paper["outcome"]})
            here = {"seed": paper["seed"], "outcome": outcome(in_order(paper["plan"]), bytes.fromhex(paper["seed"]))}
            if replay(paper) or canonical(here) != said:
                wrong.append(f"draw {i}: replay.py says otherwise")
            if in_page[i] != said:
                wrong.append(f"draw {i}: the page says otherwise")
        tampered = [invention.tampered(paper) for paper in by_program]
        lines(changed, tampered)
        told = [json.loads(line)["problems"] for line in run(chosen.program, "draw", "replay", changed, "--json", right=(1,))]
        wrong += [f"draw {i}: tampered with and not told" for i, paper in enumerate(tampered) if not told[i] or not replay(paper)]
    for words in wrong[:20]:
        print(words)
    print(f"{chosen.draws} draws, seed {chosen.seed}: program, page and replay.py; each tampered with")
    print(f"{4 * chosen.draws - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong or len(in_page) != chosen.draws else 0


if __name__ == "__main__":
    sys.exit(main())
