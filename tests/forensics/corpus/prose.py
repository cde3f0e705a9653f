#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Extracts Chinese technical prose from the documentation of installed (or unpacked) Debian packages.

usage: prose.py OUT [--root DIR]

Reads below DIR/usr/share in place and writes one UTF-8 file per document into OUT, one paragraph a line.
A paragraph is kept once, however many packages or formats carry it, so that no two documents share one.
"""
import argparse
import bz2
import gzip
import html.parser
import pathlib
import re
import subprocess

HAN = re.compile("[\u4e00-\u9fff]")
KANA = re.compile("[\u3040-\u30ff]")
CHINESE = re.compile(r"zh[-_]?(cn|tw|hans)|/zh/|lilypond|texlive-doc|apache2-doc", re.I)
TAIWAN = re.compile(r"zh[-_]?tw", re.I)
# The same book in a second, differently translated edition: the wording differs, so it is prose of its own.
TAIWAN_KEPT = ("libreoffice", "debian-handbook", "debian-reference")
LEAST = 3000
MOST = 30000


class Page(html.parser.HTMLParser):
    BLOCK = {"p", "div", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "h5", "br", "tr", "table", "ul"}
    SILENT = {"script", "style", "pre", "nav", "head", "svg"}

    def __init__(self):
        super().__init__()
        self.parts, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in self.SILENT
        if tag in self.BLOCK:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.silent = max(0, self.silent - (tag in self.SILENT))
        if tag in self.BLOCK:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data.replace("\n", " "))


def of_html(text):
    page = Page()
    page.feed(text)
    return "".join(page.parts).split("\n")


def of_roff(text):
    text = re.sub(r"\\f[\[(]?[A-Z]{1,3}\]?|\\[&|^/]|\\s[-+]?\d", "", text)
    text = text.replace("\\-", "-").replace("\\e", "\\")
    text = re.sub(r"^[.'](?:B|I|BR|IR|RB|RI|BI|IB|SM)\s+(.*)$", lambda m: m[1].replace('"', ""), text, flags=re.M)
    text = re.sub(r"^[.'].*$", "\n", text, flags=re.M)
    return joined(text)


def joined(text):
    """Paragraphs of lines broken by width: Chinese lines are joined without a space."""
    for part in re.split(r"\n\s*\n", text):
        yield re.sub(r"\s*\n\s*", lambda m: "" if around_han(part, m) else " ", part)


def around_han(text, found):
    ends = text[max(0, found.start() - 1):found.start()] + text[found.end():found.end() + 1]
    return bool(re.search("[\u3000-\u9fff\uff00-\uffef]", ends))


def printed(path, *pages):
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", *pages, str(path), "-"], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "ignore")


def read(path):
    if path.suffix == ".pdf":
        # Most books of a folder are in other languages, and their first pages tell.
        if not HAN.search(printed(path, "-l", "8")):
            return []
        text = printed(path)
        lines = [line for line in text.replace("\f", "\n\n").split("\n") if not re.fullmatch(r"\s*[\divx.]+\s*", line)]
        return joined("\n".join(lines))
    raw = path.read_bytes()
    if path.suffix == ".gz":
        raw = gzip.decompress(raw)
    text = raw.decode("utf-8", "ignore")
    name = path.name.removesuffix(".gz")
    if "/man/" in str(path):
        return of_roff(text)
    return joined(text) if name.endswith(".txt") else of_html(text)


def rank(path):
    """Pages before man pages before plain text before print: the cleanest form of a paragraph is met first."""
    name = str(path)
    order = 0 if ".html" in name or name.endswith(".page") else 1 if "/man/" in name else 2 if ".txt" in name else 3
    return (TAIWAN.search(name) is not None, order, name)


def wanted(path):
    name = str(path)
    if path.is_symlink() or not path.is_file() or not CHINESE.search(name):
        return False
    if TAIWAN.search(name) and not any(kept in name for kept in TAIWAN_KEPT):
        return False
    if path.suffix == ".pdf":
        return "texlive-doc" in name or "linuxcnc" in name.lower()
    return "/man/" in name or re.search(r"\.(html|html\.zh[-_]cn[^/]*|page|txt\.gz)$", name) is not None


def simplifier(root):
    """Simplified forms by Unicode's own table (package unicode-data), for books in traditional characters."""
    table = {}
    for file in sorted((root / "usr/share/unicode").glob("Unihan_Variants.txt*")):
        opened = {".bz2": bz2.open, ".gz": gzip.open}.get(file.suffix, open)(file, "rt", encoding="utf-8")
        for line in opened:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 3 and cells[1] == "kSimplifiedVariant":
                forms = [chr(int(form[2:], 16)) for form in cells[2].split()]
                old = chr(int(cells[0][2:], 16))
                if old not in forms:
                    table[ord(old)] = forms[0]
    return table


class Sieve:
    def __init__(self):
        self.seen = set()

    def clean(self, paragraph):
        text = re.sub(r"\s+", " ", paragraph).strip()
        text = re.sub("(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])", "", text)
        han = HAN.findall(text)
        if len(han) < 8 or len(han) < 0.3 * len(text.replace(" ", "")) or len(KANA.findall(text)) > 2:
            return None
        key = "".join(han)
        if key in self.seen:
            return None
        self.seen.add(key)
        return text


def documents(root):
    """Short pages of one package are put together, long books cut, both at paragraphs."""
    sieve, held, folder, simple = Sieve(), [], None, simplifier(root)
    for path in sorted(filter(wanted, (root / "usr/share").rglob("*")), key=rank):
        shelf = path.relative_to(root / "usr/share").parts[:2]
        if shelf != folder:
            held, folder = [], shelf
        taiwan = TAIWAN.search(str(path))
        if taiwan and not simple:
            continue
        for paragraph in read(path):
            text = sieve.clean(paragraph.translate(simple) if taiwan else paragraph)
            if text:
                held.append(text)
            if sum(map(len, held)) >= MOST:
                yield path, held
                held = []
        if sum(map(len, held)) >= LEAST:
            yield path, held
            held = []


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("out", type=pathlib.Path)
    asked.add_argument("--root", type=pathlib.Path, default=pathlib.Path("/"))
    given = asked.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    count = han = chars = 0
    for path, paragraphs in documents(given.root):
        text = "\n".join(paragraphs) + "\n"
        part = path.relative_to(given.root / "usr/share").parts
        (given.out / f"{count:04}-{re.sub('[^A-Za-z0-9]+', '-', '-'.join(part[:2] + part[-1:]))[:60]}.txt").write_text(
            text, encoding="utf-8")
        count, han, chars = count + 1, han + len(HAN.findall(text)), chars + len(text)
    print(f"{count} documents, {han} Chinese characters, {chars} characters")


if __name__ == "__main__":
    main()
