# SPDX-License-Identifier: Apache-2.0
"""Official documents by the thousand, a long list as a workbook, a document as PDF with LibreOffice loaded."""
import json
import os
import subprocess

import place

LIMITS = {"docx": 5.0, "xlsx": 3.0, "pdf": 0.3}  # seconds
WORKBOOK = 50 * 1024 * 1024


def told(*arguments):
    done = subprocess.run([place.beside("bench_documents"), *map(str, arguments)], capture_output=True, text=True, timeout=900)
    if done.returncode != 0:
        raise place.Failed(f"bench_documents {arguments[0]}: {done.stderr}")
    return json.loads(done.stdout)


def measure(bench, report):
    part = report.part("papers", "official documents filled, listed, printed")
    count, rows = bench.count(1000), bench.count(100_000)
    filled = told("docx", count)
    part.figure(f"{count} documents as DOCX", filled["seconds"], "s", LIMITS["docx"] * count / 1000, "the limit", "at most", 1,
                f"{filled['bytes'] // count} bytes each")
    part.fresh()
    listed = told("xlsx", rows)
    part.figure(f"{rows} rows as XLSX", listed["seconds"], "s", LIMITS["xlsx"] * rows / 100_000, "the limit", "at most", 1)
    part.figure(f"{rows} rows as XLSX, size", listed["bytes"], "bytes", WORKBOOK * rows / 100_000, "the limit", "at most", 1)
    if not os.path.exists("/usr/lib/libreoffice/program/libmergedlo.so"):
        return
    part.fresh()
    printed = told("pdf", max(3, bench.count(30)), place.beside("anping-print-worker"), os.path.join(bench.home, "press"))
    part.figure("a document as PDF, warm", printed["middle"], "s", LIMITS["pdf"], "the limit", "at most", 1)
