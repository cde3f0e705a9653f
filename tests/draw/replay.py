#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Computes a published draw again, with nothing but Python, in sixty lines: replay.py FILE, the page it is published with
or the data in it. The rule DRAW1 is in src/draw."""
import collections, functools, hashlib, json, re, sys

sm3 = functools.partial(hashlib.new, "sm3")
RANGES = [("strata", "take", 0, 200000), ("strata", "reserve", 0, 200000), ("candidates", "weight", 1, 1000),
          ("pools", "each", 1, 50), ("pools", "most", 0, 200000)]


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def in_order(plan):
    by_id = {"key": lambda one: one["id"].encode()}
    pools = [{**pool, "members": sorted(pool["members"], **by_id), "recusals": sorted(pool["recusals"], key=lambda one: [
        one[key].encode() for key in ("candidate", "member", "reason")])} for pool in sorted(plan["pools"], **by_id)]
    return {**plan, "pools": pools, **{key: sorted(plan[key], **by_id) for key in ("candidates", "left_out", "strata")}}


def is_sound(plan):
    lists = [plan["candidates"] + plan["left_out"], plan["strata"], plan["pools"], *(one["members"] for one in plan["pools"])]
    return (all(len({one["id"] for one in some}) == len(some) for some in lists) and plan["candidates"]
            and {one["stratum"] for one in plan["candidates"]} <= {one["id"] for one in plan["strata"]}
            and all(type(one[key]) is int and low <= one[key] <= high for some, key, low, high in RANGES for one in plan[some]))


def ranked(seed, label, some):
    tickets = {one["id"]: min(sm3(seed + b"\0".join([label, one["id"].encode(), b"%d" % ticket])).digest()
                              for ticket in range(1, one.get("weight", 1) + 1)) for one in some}
    return sorted(tickets, key=lambda one: (tickets[one], one.encode()))


def sent_to(seed, pool, candidate, counts):
    recused = {(one["candidate"], one["member"]): one["reason"] for one in reversed(pool["recusals"])}
    out = {"pool": pool["id"], "members": [], "skipped": []}
    for member in ranked(seed, pool["id"].encode() + b"\0" + candidate.encode(), pool["members"]):
        if len(out["members"]) == pool["each"]: break
        reason = recused.get((candidate, member), "已达每人上限" if 0 < pool["most"] <= counts[member] else "")
        counts[member] += not reason
        out["skipped" if reason else "members"].append({"member": member, "reason": reason} if reason else member)
    return out


def outcome(plan, seed):
    out = []
    for stratum in plan["strata"]:
        ids = ranked(seed, b"candidate", [one for one in plan["candidates"] if one["stratum"] == stratum["id"]])
        out.append({"stratum": stratum["id"], "reserve": ids[stratum["take"]:stratum["take"] + stratum["reserve"]],
                    "drawn": [{"candidate": one, "sent": []} for one in ids[:stratum["take"]]]})
    for pool in plan["pools"]:
        counts = collections.Counter()
        for drawn in (one for stratum in out for one in stratum["drawn"]):
            drawn["sent"].append(sent_to(seed, pool, drawn["candidate"], counts))
    return out


def replay(paper):
    if not is_sound(paper["plan"]): return ["no draw can be held by this plan"]
    plan, inputs = in_order(paper["plan"]), paper["inputs"]
    revealed = [one for one in inputs["participants"] if one.get("share") is not None]
    digest = sm3(canonical(plan)).hexdigest()
    seed = sm3(canonical({"rule": "DRAW1", "draw": plan["draw"], "plan": digest, "head": inputs["head"],
                          "public": inputs["number"], "shares": [one["share"] for one in revealed]}))
    return [words for right, words in [
        (paper["rule"] == "DRAW1", "another rule"), (digest == paper["plan_digest"], "the list is not the one announced"),
        (all(sm3(canonical({"by": one["by"], "draw": plan["draw"], "share": one["share"]})).hexdigest() == one["commitment"]
             for one in revealed), "a share is not the one committed to"),
        (all(one.get("announced") in (None, sm3(one["share"].encode()).hexdigest()) for one in revealed),
         "a share is not the one announced"), (seed.hexdigest() == paper["seed"], "the seed does not follow"),
        (outcome(plan, seed.digest()) == paper["outcome"], "the result does not follow")] if not right]


if __name__ == "__main__":
    text = open(sys.argv[1], encoding="utf-8").read()
    held = re.search(r'<script id="paper" type="application/json">(.*?)</script>', text, re.S)
    problems = replay(json.loads(held.group(1) if held else text))
    print("\n".join(problems) or "drawn as it says")
    sys.exit(1 if problems else 0)
