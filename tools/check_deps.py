#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What include directories cannot say about who may use what. --write renews docs/architecture/ordering.txt.

A deliberate exception is said on the line itself or the one above: `// lint: <rule> - <reason>`.
"""
import pathlib
import posixpath
import re
import sys

from cpp_text import ROOT, blank, files, line_of

ORDERING = ROOT / "docs/architecture/ordering.txt"

# (rule, what is looked for, where alone it may stand, what to do instead)
PLACES = [
    ("soci", r'#\s*include\s*[<"]soci[/.]', r"src/db/(tests/)?[^/]+\.(cpp|hpp)$", "use db::Session and db::Statement"),
    ("soci", r"\bsoci::", r"src/db/(tests/)?[^/]+\.(cpp|hpp)$", "use db::Session and db::Statement"),
    ("backend", r'#\s*include\s*[<"](sqlite3\.h|libpq-fe\.h)', r"src/db/", "only db knows a back end"),
    ("beast", r'#\s*include\s*[<"]boost/(beast|asio)\b', r"src/http/", "only http knows the server library"),
    ("coroutine", r"\bco_(await|return|yield)\b", r"src/http/", "coroutines stay in http"),
    ("spdlog", r'#\s*include\s*[<"]spdlog/', r"src/base/log\.cpp$", "log through anping/base/log.hpp"),
    ("cli11", r'#\s*include\s*[<"]CLI/', r"src/app/[^/]+\.cpp$", "only app reads the command line"),
    ("toml", r'#\s*include\s*[<"]toml\+\+/', r"src/(rulebook|app)/[^/]+\.cpp$", "only the rulebook's reader and app's configuration"),
    ("openssl", r'#\s*include\s*[<"](openssl/|argon2\.h)', r"src/crypto/", "use anping/crypto"),
    ("httplib", r'#\s*include\s*[<"]httplib\.h', r"(^|/)(tests|bench)/", "a client for tests only"),
    ("xlsxwriter", r'#\s*include\s*[<"]xlsxwriter', r"src/documents/", "use anping/documents/sheet.hpp"),
    ("zip", r'#\s*include\s*[<"](zip\.h|pugixml\.hpp)[>"]', r"^(src/documents|worker)/", "use anping/documents, or the worker"),
    ("opencv", r'#\s*include\s*[<"]opencv2/', r"^(worker|tests/forensics)/", "photos are compared in the worker"),
    ("readers", r'#\s*include\s*[<"](poppler/|exiv2/)', r"^worker/", "readers of hostile files run in the worker"),
]
SQL = r"(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|CREATE TABLE|DROP TABLE)\s"
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
FACE = re.compile(r"anping/(\w+)/")


def excused(text: str, line: int, rule: str) -> bool:
    return any(f"lint: {rule} - " in text.splitlines()[i] for i in (line - 1, line - 2) if i >= 0)


def declared_order(cmake: str) -> list[tuple[int, str]]:
    """[(tier, module)] in the order of the root CMakeLists.txt."""
    order = []
    for tier, names in re.findall(r"^anping_tier\((\d+)\s+([^)]*)\)", cmake, re.M):
        order += [(int(tier), name) for name in names.split()]
    return order


def check_places(name: str, text: str) -> list[tuple[int, str, str]]:
    code = blank(text, keep_strings=True)
    bare = blank(text)
    problems = []
    for rule, pattern, place, instead in PLACES:
        if not re.search(place, name):
            for found in re.finditer(pattern, code if "include" in pattern else bare):
                problems.append((line_of(code, found.start()), rule, f"{found.group(0).strip()} here: {instead}"))
    return problems


def same_module(name: str, target: str) -> bool:
    reached = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
    top = 1 if name.startswith("worker/") else 2
    return reached.split("/")[:top] == name.split("/")[:top]


def check_includes(name: str, text: str) -> list[tuple[int, str, str]]:
    problems = []
    for found in INCLUDE.finditer(blank(text, keep_strings=True)):
        quoted, target = found.group(1) == '"', found.group(2)
        line = line_of(text, found.start() + found.group(0).index("#"))
        if "/include/" in name and quoted:
            problems.append((line, "face", f'"{target}": a face includes only faces (<anping/...>)'))
        if "../" in target and not same_module(name, target):
            problems.append((line, "private", f'"{target}": leaves the module'))
        if "tests/" in target and not re.search(r"(^|/)(tests|bench|fuzz)/", name):
            problems.append((line, "tests", f'"{target}": a test\'s file in a program'))
        if quoted and FACE.match(target):
            problems.append((line, "face", f'"{target}": write <{target}>'))
    return problems


def check_sql(name: str, text: str) -> list[tuple[int, str, str]]:
    problems = []
    code = blank(text, keep_strings=True)
    bare = blank(text)
    for found in re.finditer(r"\bsoci::(transaction|row|rowset|blob)\b", bare):
        problems.append((line_of(bare, found.start()), "soci_type",
                         f"{found.group(0)}: begins deferred, loses 64 bits or differs between back ends"))
    vectors = set(re.findall(r"\bstd::vector<[^;{}()]*>\s*&?\s*(\w+)", bare))
    for found in re.finditer(r"\binto\s*\(\s*(\w+)\s*[,)]", bare):
        if found.group(1) in vectors:
            problems.append((line_of(bare, found.start()), "vector_into", f"into({found.group(1)}): a vector loses rows and bits"))
    if re.search(r"(^|/)(tests|bench|fuzz)/", name) or name.startswith("src/db/"):
        return problems  # db writes the statements of bulk inserts, from names its callers give as constants
    rest = r'(?:[^"\\]|\\.)*'
    # Pieces built in sight by the same rule: constants, a Condition's or Filter's own text, and what is called a piece of SQL.
    fragment = (r'(?!\s*(?:"|k[A-Z]|\w+(?:\(\))?(?:\.|->)(?:sql|text)\b(?!\()'
                r'|(?:where|order|columns|tail|rest|sql)\b(?!\s*[(.:])))')
    built = [rf'"\s*{SQL}{rest}(?:"\s*"{rest})*"\s*\+{fragment}', rf'R"(\w*)\(\s*{SQL}(?:(?!\)\1").)*\)\1"\s*\+{fragment}',
             rf'\bfmt::format\(\s*(?:R"\w*\(|")\s*{SQL}',
             rf'"{rest}(?:\b(?:WHERE|AND|OR|SET|VALUES|IN)\b{rest}[=<>(,\']|\b(?:LIMIT|OFFSET|LIKE|BY))\s*"\s*\+{fragment}']
    for pattern in built:
        for found in re.finditer(pattern, code, re.S):
            line = line_of(code, found.start())
            if all(p[:2] != (line, "sql") for p in problems):
                problems.append((line, "sql", "SQL put together from pieces: bind values; constant pieces say `// lint: sql - why`"))
    return problems


def module_of(name: str) -> str | None:
    parts = pathlib.PurePosixPath(name).parts
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def edges(sources: dict[str, str]) -> set[tuple[str, str]]:
    """(module, module whose face it includes), tests left out."""
    found = set()
    for name, text in sources.items():
        module = module_of(name)
        if module is None or re.search(r"/(tests|bench|fuzz)/", name):
            continue
        for include in INCLUDE.finditer(blank(text, keep_strings=True)):
            face = FACE.match(include.group(2))
            if face and face.group(1) != module:
                found.add((module, face.group(1)))
    return found


def check_order(found: set[tuple[str, str]], order: list[tuple[int, str]]) -> list[str]:
    place = {module: i for i, (_, module) in enumerate(order)}
    problems = []
    for module, face in sorted(found):
        if module not in place or face not in place:
            problems.append(f"{module} > {face}: not declared in CMakeLists.txt")
        elif place[face] > place[module] and not order[place[face]][0] == order[place[module]][0] == 4:
            problems.append(f"{module} > {face}: upward, {face} is declared below {module}")
    return problems


def named_modules(cmake: str) -> set[str]:
    """What a module's CMakeLists.txt names after DEPENDS and FACES of anping_module."""
    call = re.search(r"anping_module\(([^)]*)\)", re.sub(r"#[^\n]*", "", cmake))
    named: set[str] = set()
    keyword = ""
    for word in (call.group(1) if call else "").split():
        if re.fullmatch(r"[A-Z_]{4,}", word):
            keyword = word
        elif keyword in ("DEPENDS", "FACES"):
            named.add(word)
    return named


def check_named(found: set[tuple[str, str]], named: dict[str, set[str]]) -> list[str]:
    """The compiler sees sources; this sees headers nobody of the module includes."""
    return [f"src/{module}/CMakeLists.txt: {face} is included and not named in DEPENDS"
            for module, face in sorted(found) if module in named and face not in named[module]]


def ordering_text(found: set[tuple[str, str]], order: list[tuple[int, str]]) -> str:
    place = {module: i for i, (_, module) in enumerate(order)}
    lines = ["# Which module includes which face, in declaration order. Written by tools/check_deps.py --write."]
    for tier, module in order:
        faces = sorted((f for m, f in found if m == module), key=lambda f: place.get(f, 99))
        lines.append(f"{tier} {module}: {' '.join(faces) or '-'}")
    return "\n".join(lines) + "\n"


def main() -> int:
    sources = {str(p.relative_to(ROOT)): p.read_text() for p in files(".cpp", ".hpp", under=("src", "worker", "tests"))}
    problems = []
    for name, text in sources.items():
        for line, rule, reason in check_places(name, text) + check_includes(name, text) + check_sql(name, text):
            if not excused(text, line, rule):
                problems.append(f"{name}:{line}: [{rule}] {reason}")
    order = declared_order((ROOT / "CMakeLists.txt").read_text())
    found = edges(sources)
    problems += check_order(found, order)
    lists = ROOT.glob("src/*/CMakeLists.txt")
    problems += check_named(found, {p.parent.name: named_modules(p.read_text()) for p in lists})
    text = ordering_text(found, order)
    if "--write" in sys.argv:
        ORDERING.parent.mkdir(parents=True, exist_ok=True)
        ORDERING.write_text(text)
    elif not ORDERING.exists() or ORDERING.read_text() != text:
        problems.append(f"{ORDERING.relative_to(ROOT)}: not what the includes say: look at the change, then run tools/check_deps.py --write")
    print("\n".join(dict.fromkeys(problems)), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
