#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Invented draws of one to three strata computed by the program, by the page a draw is published with, and by replay.py:
the same bytes. Then each is tampered with, and made anew by a plan nobody can draw by; each of the three has to tell.

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
from replay import canonical, is_sound, outcome, in_order, replay, sm3  # noqa: E402

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

    def forged(self, paper):
        """A file that follows from itself, by a plan that says what no plan may say of its strata, tickets or people."""
        plan = json.loads(canonical(paper["plan"]))
        stratum, candidate = self.chance.choice(plan["strata"]), self.chance.choice(plan["candidates"])
        how = self.chance.randrange(9)
        if how < 3:
            stratum[self.chance.choice(["take", "reserve"])] = [-1, -self.chance.randint(2, 9), 200_001][how]
        elif how == 3:
            plan["strata"].append({**stratum, "take": stratum["take"] + 1})
        elif how == 4:
            candidate["stratum"] = "没有的层"
        elif how == 5:
            candidate["weight"] = self.chance.choice([0, -1, 1001])
        elif how == 6:
            plan["candidates"].append({**candidate, "weight": 1})
        elif how == 7:
            plan["left_out"].append({"id": candidate["id"], "name": "又排除", "reason": "名单上也有"})
        else:
            plan["strata"] = []
        return self.following(paper, plan)

    @staticmethod
    def following(paper, plan):
        """Digest and seed as if the plan were one; the result is computed where something comes of it."""
        inputs, digest = paper["inputs"], sm3(canonical(in_order(plan))).hexdigest()
        seed = sm3(canonical({"rule": "DRAW1", "draw": plan["draw"], "plan": digest, "head": inputs["head"], "public": inputs["number"],
                              "shares": [one["share"] for one in inputs["participants"] if "share" in one]}))
        tickets = [one["weight"] for one in plan["candidates"]]
        result = outcome(in_order(plan), seed.digest()) if min(tickets) > 0 else paper["outcome"]
        return {**paper, "plan": plan, "plan_digest": digest, "seed": seed.hexdigest(), "outcome": result}


def lines(path, documents):
    with open(path, "wb") as file:
        for one in documents:
            file.write(canonical(one) + b"\n")


def run(*arguments, right=(0,)):
    done = subprocess.run(arguments, capture_output=True)
    if done.returncode not in right:
        sys.exit(f"{' '.join(arguments)}: exit {done.returncode}\n{done.stderr.decode()[-2000:]}")
    return done.stdout.splitlines()


def asked_of_the_page(page, papers, question):
    return run("node", os.path.join(HERE, "in-page.mjs"), os.path.abspath(page), papers, question)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("page")
    parser.add_argument("--draws", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20261129)
    chosen = parser.parse_args()
    invention, wrong = Invention(chosen.seed), []
    with tempfile.TemporaryDirectory() as directory:
        cases, papers, changed, lies = (f"{directory}/{name}.jsonl" for name in ("cases", "papers", "changed", "lies"))
        lines(cases, (invention.case(i) for i in range(chosen.draws)))
        written = run(chosen.program, "draw", "compute", cases)
        by_program = [json.loads(line) for line in written]
        lines(papers, by_program)
        in_page = asked_of_the_page(chosen.page, papers, "anpingOutcome")
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
        forged = [invention.forged(paper) for paper in by_program]
        lines(lies, forged)
        told = [json.loads(line)["problems"] for line in run(chosen.program, "draw", "replay", lies, "--json", right=(1,))]
        by_page = [json.loads(line) for line in asked_of_the_page(chosen.page, lies, "anpingProblems")]
        wrong += [f"draw {i}: drawn by no plan and not told" for i, paper in enumerate(forged)
                  if not told[i] or is_sound(paper["plan"]) or not replay(paper) or "plan" not in by_page[i]]
        wrong += [f"draw {i}: the page has a problem with what is right" for i, line in
                  enumerate(asked_of_the_page(chosen.page, papers, "anpingProblems")) if json.loads(line)]
    for words in wrong[:20]:
        print(words)
    several = sum(len(paper["plan"]["strata"]) > 1 for paper in by_program)
    print(f"{chosen.draws} draws, {several} of several strata, seed {chosen.seed}: program, page and replay.py; each tampered with, "
          "and each by a plan that is none")
    print(f"{6 * chosen.draws - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong or len(in_page) != chosen.draws else 0


if __name__ == "__main__":
    sys.exit(main())
