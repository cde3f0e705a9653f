# SPDX-License-Identifier: Apache-2.0
"""Disks that fail when told to: a shim before the C library, and a small file system of our own that runs full."""
import mmap
import os
import struct
import subprocess

from server import Failed

NONE, FULL, NO_SYNC, NO_WRITE, ONCE, KILL_AT, COUNT = range(7)


class Shim:
    """The switch the preloaded library looks at before each call."""

    def __init__(self, home, below):
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "shim.cpp")
        self.library = home + "/shim.so"
        built = subprocess.run(["g++", "-std=c++20", "-O1", "-shared", "-fPIC", "-o", self.library, source, "-ldl"],
                               capture_output=True, text=True)
        if built.returncode != 0:
            raise Failed("the shim does not compile: " + built.stderr[-2000:])
        path = home + "/switch"
        with open(path, "wb") as file:
            file.write(bytes(4096))
        with open(path, "r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 4096)
        self.environment = {"LD_PRELOAD": self.library, "ANPING_FAULT_SWITCH": path, "ANPING_FAULT_BELOW": below}

    def set(self, mode, at=0, error=0):
        self._memory[4:16] = struct.pack("III", at, error, 0)
        self._memory[0:4] = struct.pack("I", mode)

    @property
    def calls(self):
        return struct.unpack("I", self._memory[12:16])[0]


class SmallDisk:
    """A tmpfs in a mount namespace this process entered; nobody else sees it."""

    def __init__(self, at, megabytes):
        self.at = at
        os.makedirs(at, exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "tmpfs", at], check=True)

    def fill(self):
        """Takes every free page."""
        with open(self.at + "/ballast", "wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(bytes(65536))
            except OSError:
                pass
            try:
                while True:
                    ballast.write(bytes(4096))
            except OSError:
                pass

    def free(self):
        os.unlink(self.at + "/ballast")

    def close(self):
        subprocess.run(["umount", "-l", self.at], check=False)


def inside_namespace():
    return os.environ.get("ANPING_FAULTS_INSIDE") == "1"


def namespace_command():
    """How to get a mount namespace here; None when it is not permitted."""
    for flags in (["--mount"], ["--map-root-user", "--mount"]):
        probe = ["unshare", *flags, "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
        try:
            if subprocess.run(probe, capture_output=True).returncode == 0:
                return ["unshare", *flags]
        except OSError:
            return None
    return None
