# SPDX-License-Identifier: Apache-2.0
"""Every hostile file through the real upload, onto a project as evidence, and back again."""
import base64
import hashlib
import json
import os
import random

import files
from doors import API
from watch import Dropped, Knocker

SENDER = "tianshan-leader"
UNCLASSIFIED = ",unclassified dHJ1ZQ=="  # every upload says that nothing in it is classified
MEMORY = 64  # MiB the server may need more, whatever the files are
OUTSIDE = ["/tmp/hostile", "/tmp/a", "/etc/cron.d/x"]


class Refused(Exception):
    """A 4xx: the rest of the file's way is not gone."""


class Uploads:
    def __init__(self, world, watch, tally, seed, quick):
        self.world, self.watch, self.tally, self.seed, self.quick = world, watch, tally, seed, quick
        self.client = Knocker(world.program.port, world.person(SENDER))
        self.chance = random.Random(f"{seed} uploads")
        self.project = self.open_project()
        self.kept, self.refused, self.count = {}, 0, 0

    def open_project(self):
        closed = {project for project, held in self.world.files.items() if held & self.world.published}
        mine = self.client.person.unit
        return next(name for name, thing in sorted(self.world.things["project"].items()) if thing.unit == mine and name not in closed)

    def all(self):
        before = {path: os.path.exists(path) for path in OUTSIDE}
        memory = self.watch.memory()
        self.watch.forget_memory()
        for file in files.every(self.seed, self.quick):
            self.file(file)
        for name in files.NAMES:
            self.file(files.File(name, b"a sound little text " + name.encode("utf-8", "surrogatepass")))
        grown = self.watch.memory("VmHWM") - memory
        self.tally.check(grown < MEMORY, "memory", f"{grown} MiB more while files came in")
        print(f"  memory of the server: {memory} MiB before, {grown} MiB more at most")
        self.broken_off()
        self.agree()
        self.tally.check({path: os.path.exists(path) for path in OUTSIDE} == before, "half", "a file was written outside")
        print(f"  files: {self.count} sent, {len(self.kept)} contents kept with what is said of them, {self.refused} refused with a reason")

    def call(self, what, method, path, body=None, headers=None):
        """The answer; a refusal must say why and leave the ledger as it was."""
        size = self.watch.size()
        try:
            answer = self.client.call(method, API + path, body, headers)
        except Dropped as fault:
            self.tally.check(False, "dropped", f"{what}: {fault}")
            raise Refused from fault
        self.tally.check(answer.status < 500, "fault", f"{what}: {method} {path}: {answer}")
        if answer.status >= 400:
            problem = answer.json() if answer.headers.get("content-type", "").startswith("application/problem+json") else {}
            self.tally.check(problem.get("detail"), "words", f"{what}: {method} {path}: {answer}")
            self.tally.check(self.watch.size() == size, "half", f"{what}: refused, and the ledger grew: {answer}")
            raise Refused(answer)
        return answer

    def file(self, file):
        self.count += 1
        what = f"{file.name[:40]!r} ({len(file.data)} bytes)"
        try:
            upload = self.sent(what, file)
            self.attached(what, file, upload)
        except Refused as refusal:
            self.refused += 1
            self.tally.check(not file.data or file.name in files.NAMES, "words", f"{what}: a file that can be kept is not: {refusal}")

    def sent(self, what, file):
        label = "filename " + base64.b64encode(file.name.encode("utf-8", "surrogatepass")).decode() + UNCLASSIFIED
        begun = self.call(what, "POST", "/uploads", b"", {"Upload-Length": str(len(file.data)), "Upload-Metadata": label,
                                                         "Tus-Resumable": "1.0.0"})
        upload, offset = begun.headers["location"].rsplit("/", 1)[1], 0
        while offset < len(file.data):
            cut = len(file.data) if self.chance.random() < 0.7 else self.chance.randrange(offset + 1, len(file.data) + 1)
            self.call(what, "PATCH", f"/uploads/{upload}", file.data[offset:cut], {
                "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream", "Tus-Resumable": "1.0.0"})
            offset = cut
        return upload

    def attached(self, what, file, upload):
        state = self.call(what, "GET", f"/uploads/{upload}").json()
        blob = state.get("blob")
        self.tally.check(blob, "half", f"{what}: whole, and not taken: {state}")
        if not blob:
            return
        self.tally.check(blob["sha256"] == hashlib.sha256(file.data).hexdigest() and blob["size"] == len(file.data), "half",
                         f"{what}: kept are other bytes: {blob}")
        self.tally.check(file.told_right(blob["reading"]), "reading", f"{what}: {json.dumps(blob['reading'])}, not {file.type} {file.problems}")
        self.tally.check(not any(ord(c) < 32 for c in state["file_name"]), "words", f"{what}: is called {state['file_name'][:60]!r}")
        kind = "equipment" if (file.type or "").startswith("image/") else "document"
        self.call(what, "POST", f"/projects/{self.project}/evidence", {"files": [{"upload": upload, "kind": kind}]})
        self.kept[blob["sm3"]] = len(file.data)
        self.back(what, file, blob["sm3"])

    def back(self, what, file, sm3):
        """It comes back byte for byte, as something a browser saves or shows as a picture, never as a page of ours."""
        where = f"/projects/{self.project}/files/{sm3}"
        got = self.call(what, "GET", where)
        self.tally.check(got.body == file.data, "half", f"{what}: comes back as other bytes")
        disposition, kind = got.headers.get("content-disposition", ""), got.headers.get("content-type", "")
        safe = disposition.startswith("attachment") or kind in ("image/png", "image/jpeg", "application/pdf")
        self.tally.check(safe and got.headers.get("x-content-type-options") == "nosniff", "words", f"{what}: {kind}, {disposition[:80]}")
        try:
            page = self.call(what, "GET", where + "/preview")
            self.tally.check(page.headers.get("content-type") == "image/png", "words", f"{what}: a preview of {page.headers.get('content-type')}")
        except Refused:
            pass

    def broken_off(self):
        """Longer than was said, behind the end, at another place, a length beyond every limit: said so, nothing kept."""
        label = "filename eA==" + UNCLASSIFIED
        for length in (2**62, 2**63 - 1, 17 << 40):
            self.refuses("POST", "/uploads", b"", {"Upload-Length": str(length), "Upload-Metadata": label})
        begun = self.client.call("POST", API + "/uploads", b"", {"Upload-Length": "10", "Upload-Metadata": label})
        where = "/uploads/" + begun.headers["location"].rsplit("/", 1)[1]
        for offset, body in ((0, b"x" * 11), (5, b"x" * 5), (10, b"x"), (2**62, b"x")):
            self.refuses("PATCH", where, body, {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"})
        self.refuses("POST", f"/projects/{self.project}/evidence", {"files": [{"upload": where.rsplit("/", 1)[1], "kind": "document"}]})
        self.refuses("POST", f"/projects/{self.project}/evidence", {"files": [{"upload": "../../ledger.db", "kind": "document"}]})

    def refuses(self, *call):
        try:
            answer = self.call("broken off", *call)
            self.tally.check(False, "half", f"{call[:2]} {call[3:]}: taken: {answer}")
        except Refused:
            self.tally.check(True, "half", "")

    def agree(self):
        """What the project names lies in the vault, whole, and in the vault there is nothing half."""
        view = self.client.call("GET", f"{API}/projects/{self.project}").json()
        named = {one["exhibit"]["blob"]["sm3"] for one in view["evidence"]}
        self.tally.check(set(self.kept) <= named, "half", f"{len(set(self.kept) - named)} files are not on the project's page")
        on_disk, halves = {}, []
        for folder, _, names in os.walk(os.path.join(self.world.program.data, "blobs")):
            for name in names:
                if len(name) == 64:
                    on_disk[name] = os.path.getsize(os.path.join(folder, name))
                elif not name.startswith(tuple(on_disk)) and not name.endswith((".json", ".png")):
                    halves.append(name)
        for sm3, size in self.kept.items():
            self.tally.check(on_disk.get(sm3) == size, "half", f"{sm3}: {on_disk.get(sm3)} bytes in the vault, not {size}")
        self.tally.check(not halves, "half", f"left in the vault: {halves[:5]}")
