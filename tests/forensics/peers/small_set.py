#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A small set of invented reports in the files of ../corpus, for a machine without a compiler: fewer kinds of text, fewer ways of
copying, none of a person's. `make_reports` is what figures should come from where it can be built.

usage: small_set.py OUT LAWS PROSE [INDEXED QUERIES MEAN SEED]      OUT without ending; the directories have .md and .txt files
"""
import pathlib
import random
import re
import sys

ENDINGS = (".docs", ".zones", ".plants", ".laws", ".templates", ".approved", ".names")
PROSE_LIMIT = 4_000_000  # characters: what is drawn from has to fit in memory


def gathered(directory):
    for file in sorted(pathlib.Path(directory).rglob("*")):
        if file.suffix in (".md", ".txt"):
            yield re.sub(r"\n+", "\n", file.read_text(encoding="utf-8", errors="ignore"))


class Author:
    """Own words: each character follows the two before it as in some real text, half of the time the three before it."""

    def __init__(self, text, chance):
        self.text, self.chance, self.after = re.sub(r"\s+", "", text), chance, {}
        for i in range(3, len(self.text)):
            self.after.setdefault(self.text[i - 2:i], []).append(i)

    def next(self, before):
        places = self.after.get(before[-2:])
        if not places:
            return self.text[self.chance.randrange(len(self.text))]
        at = self.chance.choice(places)
        for _ in range(4 if self.chance.random() < 0.5 else 0):
            if self.text[at - 3] == before[-3:-2]:
                break
            at = self.chance.choice(places)
        return self.text[at]

    def words(self, length, name=None):
        out, paragraph, last = [], 0, "的。"
        while len(out) < length:
            one = self.next(last)
            out.append(one)
            last, paragraph = (last + one)[-3:], paragraph + 1
            if paragraph > 200 and one in "。；":
                if name and self.chance.random() < 0.4:
                    out += f"{name}的储罐V-{self.chance.randrange(1000)}容积为{self.chance.randrange(9000)}立方米。"
                out.append("\n")
                paragraph = 0
        return "".join(out) + "\n"


class Copyist:
    def __init__(self, common, chance):
        self.common, self.chance = common, chance

    def edited(self, text, share):
        """Of five changes three are another character, one is one more, one is one less."""
        out = []
        for one in text:
            if self.chance.random() >= share:
                out.append(one)
            elif (kind := self.chance.randrange(5)) < 3:
                out.append(self.chance.choice(self.common))
            elif kind == 3:
                out += [one, self.chance.choice(self.common)]
        return "".join(out)

    def shuffled(self, text):
        sentences = re.findall(r"[^。；\n]+[。；\n]*|[。；\n]+", text)
        self.chance.shuffle(sentences)
        return "".join(sentences)

    def renamed(self, text, names):
        text = text.replace(*names)
        return re.sub(r"\d", lambda _: str(self.chance.randrange(10)), text)

    def copy(self, level, text, names):
        ways = {"V0": lambda: text, "V1": lambda: self.renamed(text, names), "V2": lambda: self.shuffled(text),
                "V3": lambda: self.edited(text, 0.1), "V4": lambda: self.edited(text, 0.2), "V5": lambda: self.edited(text, 0.3),
                "V7": lambda: self.edited(self.shuffled(self.renamed(text, names)), 0.1)}
        return ways[level]()


LEVELS = ("V0", "V1", "V2", "V3", "V4", "V5", "V7")


class Writer:
    def __init__(self, out, laws, prose, mean, chance, institutions):
        self.chance, self.mean, self.laws = chance, mean, [law for law in laws if len(law) > 2000]
        self.author = Author("".join(laws) + prose, chance)
        self.copyist = Copyist(self.author.text[:200_000], chance)
        names = [f"第{i}安全评价有限公司" for i in range(institutions)]
        self.templates = {name: [self.author.words(mean // 60) for _ in range(6)] for name in names}
        self.common = [self.author.words(mean // 60) for _ in range(8)]
        self.text = open(f"{out}.txt", "wb")
        self.files = {ending: open(out + ending, "w", encoding="utf-8") for ending in ENDINGS}
        self.at, self.reports = 0, []

    def row(self, ending, *cells):
        self.files[ending].write("\t".join(map(str, cells)) + "\n")

    def boilerplate(self, institution, length):
        yield from (("template", part, None) for part in self.templates[institution])
        yield from (("common", part, None) for part in self.chance.sample(self.common, 4))
        for _ in range(8):
            law = self.laws[min(len(self.laws), int(self.chance.paretovariate(0.6))) - 1]
            at = self.chance.randrange(max(1, len(law) - length // 55))
            yield "law", law[at:at + length // 55], None

    def plant(self, enterprise):
        source = self.chance.randrange(len(self.sources))
        text, owner, originals = self.sources[source]
        length = int(150 * 20 ** self.chance.random())
        fitting = [one for one in originals if one[1] > length]
        if fitting:
            start, long = self.chance.choice(fitting)
            start += self.chance.randrange(long - length)
            level = self.chance.choice(LEVELS)
            copy = self.copyist.copy(level, text[start:start + length], (owner, enterprise)).strip("\n") + "\n"
            yield "plant", copy, (source, start, length, level)

    def report(self, number, query):
        institution, enterprise = self.chance.choice(list(self.templates)), f"某{number}化工有限公司"
        length = int(self.chance.lognormvariate(0, 0.35) * self.mean)
        parts = list(self.boilerplate(institution, length))
        if query:
            parts += [plant for _ in range(self.chance.randint(2, 6)) for plant in self.plant(enterprise)]
        left = max(0, length - sum(len(part[1]) for part in parts))
        parts += [("original", self.author.words(max(400, left // 9), enterprise), None) for _ in range(9)]
        self.chance.shuffle(parts)
        heading = ("heading", f"{enterprise}安全评价报告\n{institution}\n", None)
        self.put(number, query, institution, enterprise, [heading, *parts])

    def put(self, number, query, institution, enterprise, parts):
        text, originals = "", []
        for kind, part, plant in parts:
            self.row(".zones", number, len(text), len(part), kind, "-")
            if plant:
                self.row(".plants", number, len(text), len(part), *plant, "-")
            if kind == "original":
                originals.append((len(text), len(part)))
            text += part
        coded = text.encode()
        self.text.write(coded)
        kind = "query" if query else "indexed"
        self.row(".docs", number, self.at, len(coded), len(text), institution, enterprise, "化工", kind, number)
        self.row(".names", enterprise, f"某{number}化工")
        self.at += len(coded)
        self.reports.append((text, enterprise, originals))

    def everything(self, indexed, queries):
        for number in range(indexed + queries):
            if number == indexed:
                self.sources = list(self.reports)
            self.report(number, number >= indexed)
        for i, law in enumerate(self.laws):
            self.files[".laws"].write(f"# current\t第{i}法\n{law}\n\n")
        for institution, parts in self.templates.items():
            self.files[".templates"].write(f"# {institution}\n{''.join(parts)}")
        for i, part in enumerate(self.common):
            self.files[".approved"].write(f"# 化工\t{i}\n{part}")
        for file in (self.text, *self.files.values()):
            file.close()


def main():
    out, laws, prose, *numbers = sys.argv[1:]
    indexed, queries, mean, seed = map(int, numbers or (100, 20, 50_000, 7))
    chance = random.Random(seed)
    writer = Writer(out, list(gathered(laws)), "".join(gathered(prose))[:PROSE_LIMIT], mean, chance, max(4, indexed // 20))
    writer.everything(indexed, queries)


if __name__ == "__main__":
    main()
