# SPDX-License-Identifier: Apache-2.0
"""One change with one system call gone wrong: the first, the second, ... until the change no longer meets it."""
import errno
import random
import time

from client import Broken
from disk import COUNT, KILL_AT, NONE, ONCE, Shim
from scene import Scene
from server import Database, Failed
from work import KINDS

SAMPLE = 6
QUIET = 0.03


class Trial:
    def __init__(self, name, mode, error, every):
        self.name, self.mode, self.error, self.every = name, mode, error, every

    def run(self, lab):
        home = lab.fresh()
        shim = Shim(home, home + "/data")
        chosen = random.Random(lab.options.seed)
        tried = refused = broken = 0
        with Scene(lab, home + "/data", Database(), shim.environment, writers=1) as scene:
            scene.server.at_rest()  # screening has calls of its own
            writer = scene.crew.writers[0]
            for kind in ["project", *KINDS]:
                count = self._calls_of(shim, writer, kind)
                points = range(1, count + 1)
                if not self.every:
                    points = sorted(chosen.sample(points, min(SAMPLE, count)))
                for point in points:
                    outcome = self._one(scene, shim, writer, kind, point)
                    tried += 1
                    refused += outcome == "refused"
                    broken += outcome == "broken"
                scene.look()
            return f"{tried} points, {refused} refused, {broken} broke off; all done once when sent again"

    def _calls_of(self, shim, writer, kind):
        shim.set(COUNT)
        writer.pending = writer.maker.next(kind)
        writer.step()
        time.sleep(QUIET)
        count = shim.calls
        shim.set(NONE)
        if writer.pending:
            raise Failed(f"{kind} is refused without any fault")
        return count

    def _one(self, scene, shim, writer, kind, point):
        before = scene.crew.counted("refused")
        writer.pending = writer.maker.next(kind)
        shim.set(self.mode, point, self.error)
        outcome = "done"
        try:
            writer.step()
        except Broken:
            outcome = "broken"
        time.sleep(QUIET)
        shim.set(NONE)
        scene.raise_problems()
        if scene.crew.counted("refused") > before:
            outcome = "refused"
        if outcome == "broken" and self.mode == KILL_AT:
            scene.server.wait_for_end(10)  # its connections close before it is gone
        if not scene.server.alive():
            if self.mode != KILL_AT:
                raise Failed(f"{kind}, call {point}: the server ended")
            scene.server.kill()
            scene.server.start()
            writer.client.close()  # killed after the answer left, it left a connection behind
        elif outcome == "broken":
            raise Failed(f"{kind}, call {point}: no answer from a living server")
        begun = time.monotonic()
        while writer.pending:
            writer._guarded_step()
            scene.raise_problems()
            if time.monotonic() - begun > 5:
                raise Failed(f"{kind}, call {point}: still refused 5 s later")
        return outcome


def trials(every):
    part = "each" if every else "some"
    return [Trial(f"EIO at {part} call of a change", ONCE, errno.EIO, every),
            Trial(f"ENOSPC at {part} call of a change", ONCE, errno.ENOSPC, every),
            Trial(f"EINTR at {part} call of a change", ONCE, errno.EINTR, every),
            Trial(f"killed at {part} call of a change", KILL_AT, 0, every)]
