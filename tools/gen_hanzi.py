#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes which hanzi a text may be expected to have, and which characters only look like one, a C++ file.

usage: tools/gen_hanzi.py OUT

Expected are those of 通用规范汉字表 (2013), of 现代汉语词典 (1983) and GB 2312, their traditional forms and the frequent
ones of Big5, as Unihan lists them; and a few of chemistry those leave out. Radicals and compatibility ideographs look
like the hanzi Unicode says they are equivalent to.
"""
import bz2
import sys
import unicodedata

UNICODE = "/usr/share/unicode/"
FIRST, LAST = 0x3400, 0x9FFF  # of the basic plane
CHEMISTRY = "苝呫鿔鿭𫟷鿬鿫"  # perylene, xanthene; elements named after 2013


def unihan(part):
    with bz2.open(f"{UNICODE}Unihan_{part}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                yield int(code[2:], 16), field, value


def expected():
    out = {ord(one) for one in CHEMISTRY}
    for part in ("OtherMappings", "Readings", "IRGSources"):
        for code, field, value in unihan(part):
            frequent = field == "kBigFive" and value < "C67F"
            if frequent or field in ("kTGH", "kXHC1983", "kGB0"):
                out.add(code)
    for code, field, value in unihan("Variants"):
        if field == "kTraditionalVariant" and code in out:
            out |= {int(one.split("<")[0][2:], 16) for one in value.split()}
    return out


def alike():
    out = {}
    with open(UNICODE + "EquivalentUnifiedIdeograph.txt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.split("#")[0].split(";")
            if len(fields) < 2:
                continue
            codes = [int(one, 16) for one in fields[0].strip().split("..")]
            for code in range(codes[0], codes[-1] + 1):
                out[code] = int(fields[1], 16)
    for code in [*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)]:
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            out[code] = ord(plain)
    return out


def main():
    known = expected()
    bits = [0] * ((LAST - FIRST) // 64 + 1)
    for code in known:
        if FIRST <= code <= LAST:
            bits[(code - FIRST) // 64] |= 1 << (code - FIRST) % 64
    beyond = sorted(code for code in known if code > 0xFFFF)
    pairs = sorted(alike().items())
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write("// Written by tools/gen_hanzi.py; edit that.\n#include \"hanzi_table.hpp\"\n\nnamespace anping::worker {\n\n")
        out.write(f"std::uint64_t const kExpectedBits[{len(bits)}] = {{\n")
        for start in range(0, len(bits), 6):
            out.write("    " + " ".join(f"0x{one:x}," for one in bits[start:start + 6]) + "\n")
        out.write("};\n\nchar32_t const kExpectedBeyond[] = {\n")
        for start in range(0, len(beyond), 10):
            out.write("    " + " ".join(f"0x{one:x}," for one in beyond[start:start + 10]) + "\n")
        out.write(f"}};\nstd::size_t const kExpectedBeyondSize = {len(beyond)};\n\nAlike const kAlike[] = {{\n")
        for start in range(0, len(pairs), 6):
            out.write("    " + " ".join(f"{{0x{one:x}, 0x{plain:x}}}," for one, plain in pairs[start:start + 6]) + "\n")
        out.write(f"}};\nstd::size_t const kAlikeSize = {len(pairs)};\n\n}}  // namespace anping::worker\n")


main()
