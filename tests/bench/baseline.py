# SPDX-License-Identifier: Apache-2.0
"""What stands beside the figures: nginx with a file, openssl's SM3, pgbench with a script."""
import os
import re
import shutil
import subprocess
import tempfile
import time

from load import wrk
from place import Failed, end, free_port, start

NGINX = """
daemon off;
worker_processes 1;
pid {home}/nginx.pid;
error_log {home}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {home}/files;
    }}
}}
"""


class Nginx:
    """One worker, a file of the given content."""

    def __init__(self, bench, content):
        self.bench = bench
        self.home = tempfile.mkdtemp(prefix="nginx-", dir=bench.home)
        self.port = free_port()
        os.makedirs(self.home + "/files")
        with open(self.home + "/files/answer.json", "wb") as out:
            out.write(content)
        with open(self.home + "/nginx.conf", "w", encoding="ascii") as out:
            if os.geteuid() == 0:  # its worker would become another user, who may not read this
                out.write("user root root;\n")
            out.write(NGINX.format(home=self.home, port=self.port))

    def __enter__(self):
        program = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
        if not program:
            raise Failed("nginx is not installed: scripts/packages.sh bench")
        self.process = start([program, "-p", self.home, "-c", self.home + "/nginx.conf", "-e", self.home + "/early.log"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(500):
            if self._worker():
                return self
            time.sleep(0.01)
        raise Failed("nginx did not start: " + self._log())

    def __exit__(self, *_):
        end(self.process)
        shutil.rmtree(self.home, ignore_errors=True)

    def load(self, connections, seconds):
        return wrk(self.bench.home, self.port, connections, seconds, {"paths": ["/answer.json"]}, self._worker())

    def _worker(self):
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii") as children:
            pids = children.read().split()
        return int(pids[0]) if pids else None

    def _log(self):
        for name in ("error.log", "early.log"):
            path = os.path.join(self.home, name)
            if os.path.exists(path):
                with open(path, encoding="utf-8", errors="replace") as log:
                    return log.read()[-1000:]
        return ""


def sm3_bytes_per_second(length, seconds, core):
    done = subprocess.run(["taskset", "-c", str(core), "openssl", "speed", "-mr", "-bytes", str(length), "-seconds",
                           str(seconds), "-evp", "sm3"], capture_output=True, text=True, timeout=seconds + 60)
    found = re.search(r"^\+F:\d+:sm3:([0-9.]+)$", done.stdout, re.M | re.I)
    if not found:
        raise Failed(f"openssl speed: {done.stdout[-500:]}{done.stderr[-500:]}")
    return float(found.group(1))


def pgbench(conninfo, script, clients, seconds, variables):
    """Transactions a second of the script, each a round trip a statement, prepared."""
    names = {"host": "-h", "port": "-p", "user": "-U"}
    words = dict(word.split("=", 1) for word in conninfo.split())
    place = [part for name, flag in names.items() if name in words for part in (flag, words[name])]
    given = [part for name, value in variables.items() for part in ("-D", f"{name}={value}")]
    done = subprocess.run(["pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "1", "-T",
                           str(max(3, round(seconds))), "-f", script, *given, *place, words["dbname"]],
                          capture_output=True, text=True, timeout=seconds + 120)
    found = re.search(r"^tps = ([0-9.]+)", done.stdout, re.M)
    failed = re.search(r"number of failed transactions: (\d+)", done.stdout)
    if done.returncode != 0 or not found or (failed and int(failed.group(1))):
        raise Failed(f"pgbench: exit {done.returncode}\n{done.stdout[-1000:]}{done.stderr[-1500:]}")
    return float(found.group(1))
