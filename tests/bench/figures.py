# SPDX-License-Identifier: Apache-2.0
"""Figures: what was measured, what beside it, their ratio, what it should be, and how busy the machine was."""
import dataclasses
import json
import os
import statistics


@dataclasses.dataclass
class Figure:
    part: str
    name: str
    measured: float
    unit: str
    baseline: float
    beside: str      # what the baseline is
    bound: str       # "at least", "at most", or "" when it is only shown
    target: float    # of the ratio
    load: float      # average of the last minute, when the measuring began
    note: str = ""

    @property
    def ratio(self):
        return self.measured / self.baseline

    @property
    def holds(self):
        if not self.bound:
            return None
        return self.ratio >= self.target if self.bound == "at least" else self.ratio <= self.target

    def line(self):
        verdict = {None: "shown", True: "holds", False: "MISSED"}[self.holds]
        target = f"{self.bound} {self.target:g}" if self.bound else "-"
        text = (f"  {verdict:6} {self.name}: {number(self.measured)} {self.unit} = {self.ratio:.2f} x {self.beside} "
                f"({number(self.baseline)} {self.unit}); target {target}; load {self.load:.2f}")
        return text + (f"; {self.note}" if self.note else "")


def number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


class Report:
    def __init__(self):
        self.figures, self.broken = [], []

    def part(self, name, title):
        print(f"{name}: {title}", flush=True)
        return Part(self, name)

    def fault(self, part, problem):
        self.broken.append({"part": part, "problem": problem})
        print(f"  BROKEN {part}: {problem}", flush=True)

    def table(self):
        width = max(len(one.name) for one in self.figures) if self.figures else 0
        print("\nratios within this run:")
        for one in self.figures:
            verdict = {None: "", True: "holds", False: "MISSED"}[one.holds]
            target = f"{'>=' if one.bound == 'at least' else '<='} {one.target:g}" if one.bound else ""
            print(f"  {one.part:11} {one.name:{width}} {one.ratio:8.2f}  {target:8} {verdict:7} load {one.load:.2f}")
        missed = [one.name for one in self.figures if one.holds is False]
        held = sum(one.holds is True for one in self.figures)
        print(f"{held} hold, {len(missed)} missed, {len(self.broken)} parts broken")
        for name in missed:
            print(f"  missed: {name}")
        for one in self.broken:
            print(f"  broken: {one['part']}: {one['problem'].splitlines()[0][:200]}")

    def write(self, path, about):
        figures = [{**dataclasses.asdict(one), "ratio": round(one.ratio, 4), "holds": one.holds}
                   for one in self.figures]
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            json.dump({**about, "figures": figures, "broken": self.broken}, out, ensure_ascii=False, indent=1)
            out.write("\n")


class Part:
    def __init__(self, report, name):
        self.report, self.name = report, name
        self.load = os.getloadavg()[0]

    def fresh(self):
        """The load counts from here."""
        self.load = os.getloadavg()[0]

    def figure(self, name, measured, unit, baseline, beside, bound="", target=0.0, note=""):
        one = Figure(self.name, name, measured, unit, baseline, beside, bound, target, self.load, note)
        self.report.figures.append(one)
        print(one.line(), flush=True)


def middle(values):
    return statistics.median(values)
