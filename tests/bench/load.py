# SPDX-License-Identifier: Apache-2.0
"""Load by wrk: reads of some paths, or changes each with a key of its own. What the server spent on it."""
import json
import os
import subprocess

from place import HERE, Failed, cpu_seconds, day


class Outcome:
    def __init__(self, told, cpu):
        self.requests = told["requests"]
        self.rate = told["requests"] / (told["micros"] / 1e6)
        self.p50, self.p99 = told["p50"], told["p99"]
        self.cpu_micros = cpu / max(1, told["requests"]) * 1e6


def lua(value):
    if isinstance(value, dict):
        return "{" + ",".join(f"[{lua(k)}]={lua(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "{" + ",".join(lua(one) for one in value) + "}"
    return json.dumps(value, ensure_ascii=False)


def wrk(scratch, port, connections, seconds, settings, watched):
    """`watched`: the process whose CPU time counts."""
    file = os.path.join(scratch, "settings.lua")
    with open(file, "w", encoding="utf-8") as out:
        out.write("return " + lua({"paths": ["/"], "headers": {}, "pause": 0, **settings}))
    before = cpu_seconds(watched)
    done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--timeout", "20s", "-s",
                           os.path.join(HERE, "load.lua"), f"http://127.0.0.1:{port}", "--", file],
                          capture_output=True, text=True, timeout=seconds + 60)
    spent = cpu_seconds(watched) - before
    if done.returncode != 0 or not done.stdout.strip().endswith("}"):
        raise Failed(f"wrk: exit {done.returncode}\n{done.stdout[-1000:]}{done.stderr[-1000:]}")
    told = json.loads(done.stdout.strip().splitlines()[-1])
    if told["refused"] or told["broken"] or not told["requests"]:
        raise Failed(f"not everything was answered: {told} {done.stderr[-1000:]}")
    return Outcome(told, spent)


def reads(scratch, program, client, paths, connections, seconds, pause=0):
    headers = {"Cookie": client.session.cookie} if client else {}
    return wrk(scratch, program.port, connections, seconds, {"paths": paths, "headers": headers, "pause": pause},
               program.process.pid)


KINDS = ["person", "enterprise", "project", "notice"]


class Changes:
    """What an institution can change again and again; every run makes other things."""

    def __init__(self, scratch, program, password, projects=8):
        self.scratch, self.program, self.runs = scratch, program, 0
        self.client, self.office = program.sign_in(password)
        self.projects = [self.one_project(number) for number in range(projects)]

    def one_project(self, number):
        body = {"title": f"试验项目{number}", "enterprise": self.office.enterprises[0], "region": "652301",
                "authority": "government", "site": "试验厂区", "scope": "assess.5", "statutory": True,
                "statutory_kind": "chemical_permit", "service_type": "current",
                "contract": {"number": f"试验-{number}", "signed_on": day(-3), "ends_on": day(90), "price": 1_000_000},
                "leader": self.office.people[0], "site_first_day": day(14), "acknowledged": [], "files": []}
        answer = self.client.call("POST", "/api/v1/projects", body)
        if answer.status != 201:
            raise Failed(f"no project: {answer}")
        return answer.json()["result"]["id"]

    def run(self, seconds, connections=64, kinds=tuple(KINDS)):
        self.runs += 1
        session = self.client.session
        settings = {"changes": os.path.join(HERE, "changes.lua"), "run": f"run-{self.runs}", "kinds": kinds,
                    "first": self.runs * 10_000_000, "institution": self.office.institution,
                    "people": self.office.people, "enterprise": self.office.enterprises[0], "projects": self.projects,
                    "next_year": day(400), "signed_on": day(-3), "ends_on": day(90), "site_day": day(14),
                    "headers": {"Cookie": session.cookie, "X-CSRF-Token": session.token,
                                "Content-Type": "application/json"}}
        return wrk(self.scratch, self.program.port, connections, seconds, settings, self.program.process.pid)
