# SPDX-License-Identifier: Apache-2.0
"""Prints tools/verify_archive.py's verdict on every *.zip of a directory, one line each."""
import importlib.util, pathlib, struct, sys

spec = importlib.util.spec_from_file_location("verify_archive", sys.argv[1])
tool = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tool)
for path in sorted(pathlib.Path(sys.argv[2]).glob("*.zip")):
    try:
        s = tool.verify(path.read_bytes())
        numbers = [str(s[k]) for k in ("origin", "size", "root", "time", "fingerprint", "entries", "evidence", "openings")]
        print(path.name, "holds", *numbers, *s["subjects"])
    except (ValueError, TypeError, IndexError, struct.error):
        print(path.name, "refused")
