# SPDX-License-Identifier: Apache-2.0
"""CPU time of the server for a read, against its own emptiest read, against the same work without a server, and what
nginx needs for a file of that size. Nothing is kept of an answer: each read asks the database."""
import json
import os
import subprocess

from baseline import Nginx
from figures import middle
from load import Changes, reads
from place import Failed, beside, copy_of

CONNECTIONS = 8
ROUNDS = 3
LISTED = 60  # projects there are; a page shows 50


def populate(bench, program, size=1000):
    """A project as it is after its notice, with two files of that size; and enough others for a full page."""
    changes = Changes(bench.home, program, bench.password, LISTED)
    project = changes.projects[LISTED // 2]
    client = changes.client
    files = []
    for kind in ("contract_scan", "document"):
        data = (kind.encode() * size)[:size]
        made, upload = client.upload(kind + ".txt", data)
        if upload is None or client.append(upload, data).status != 204:
            raise Failed(f"no upload: {made}")
        files.append({"upload": upload, "kind": kind})
    notice = {"site_first_day": bench.day(14), "site_last_day": bench.day(15), "members": changes.office.people[:2],
              "contact": "试验员", "phone": "000-0000000"}
    for path, body in (("evidence", {"files": files}), ("notices", notice)):
        answer = client.call("POST", f"/api/v1/projects/{project}/{path}", body)
        if answer.status != 201:
            raise Failed(f"{path}: {answer}")
    return client, project


class Bare:
    """bench_reads on the data of the program while it serves."""

    def __init__(self, bench, program, words):
        self.bench, self.program, self.words = bench, program, words
        self.file = os.path.join(bench.home, "bare.json")

    def micros(self, expected):
        done = subprocess.run([beside("bench_reads"), self.program.data, str(self.bench.seconds(3)), self.file,
                               *self.words], env=self.program.env, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise Failed(f"bench_reads: {done.stderr}")
        with open(self.file, "rb") as out:
            if json.loads(out.read()) != json.loads(expected):
                raise Failed(f"bench_reads {self.words[0]} does not read what the server answers")
        return json.loads(done.stdout)["micros"]


def measure(bench, report):
    part = report.part("reads", "CPU time of the server's process, kept-alive connections, a session")
    program = copy_of(bench.big, os.path.join(bench.home, "reads"))
    with program.running():
        client, project = populate(bench, program)
        view = client.session.view
        paths = {"ready": "/readyz", "ping": "/api/v1/session", "detail": f"/api/v1/projects/{project}",
                 "list": "/api/v1/projects?limit=50"}
        bare = {"detail": Bare(bench, program, ["detail", project]),
                "list": Bare(bench, program, ["list", view["unit"], view["region"]])}
        answers = {name: client.call("GET", path).body for name, path in paths.items()}
        spent = {name: [] for name in [*paths, "bare detail", "bare list"]}
        rates = {}
        for _ in range(ROUNDS):
            for name, path in paths.items():
                outcome = reads(bench.home, program, client, [path], CONNECTIONS, bench.seconds(3))
                spent[name].append(outcome.cpu_micros)
                rates[name] = outcome.rate
            for name, one in bare.items():
                spent["bare " + name].append(one.micros(answers[name]))
        client.close()
    program.remove()
    micros = {name: middle(all_of) for name, all_of in spent.items()}
    with Nginx(bench, answers["list"]) as nginx:
        static = nginx.load(CONNECTIONS, bench.seconds(3))
    part.figure("CPU of a detail read", micros["detail"], "us", micros["ping"], "worker ping (GET session)", "at most",
                3.0, f"{len(answers['detail'])} bytes, {rates['detail']:.0f}/s; GET /readyz {micros['ready']:.1f} us")
    part.figure("CPU of a detail read, against its bare loop", micros["detail"], "us", micros["bare detail"],
                "service call and JSON in a loop")
    part.figure("CPU of a list of 50", micros["list"], "us", micros["bare list"], "service call and JSON in a loop",
                "at most", 1.5, f"{len(answers['list'])} bytes, {rates['list']:.0f}/s")
    part.figure("CPU of a list of 50, against nginx", micros["list"], "us", static.cpu_micros,
                "nginx, a file of that size", note=f"nginx {static.rate:.0f}/s")
