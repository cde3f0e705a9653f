#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the table by which texts are compared, a C++ file.

usage: tools/gen_folding.py OUT

A character of the basic plane becomes what NFKC, case folding and OpenCC's table of single characters (traditional to
simplified) make of it, every decimal digit "0", and nothing where no letter or digit is left.
"""
import subprocess
import sys
import unicodedata

PLANE = 0x10000
BEYOND = 0x30000  # what lies above is not written by hand
LONGER = 0xD800  # from here on an entry is the number of a text of several characters


def simplified(texts):
    """Of each character the simplified one, where the plane has it. One by one: no phrase of the dictionary counts."""
    characters = sorted({character for text in texts for character in text})
    told = subprocess.run(["opencc", "-c", "t2s.json"], input="\n".join(characters) + "\n", text=True, encoding="utf-8",
                          capture_output=True, check=True).stdout.split("\n")
    out = {one: new if len(new) == 1 and ord(new) < PLANE else one for one, new in zip(characters, told)}
    for one in characters:  # a few need two steps
        while out.get(out[one], out[one]) not in (out[one], one):
            out[one] = out[out[one]]
    return out


def plain(character):
    folded = unicodedata.normalize("NFKC", character).casefold()
    return unicodedata.normalize("NFKC", folded)


def counts(character):
    return unicodedata.category(character)[0] in "LN" and ord(character) < PLANE


def table():
    texts = []
    for code in range(PLANE):
        known = not 0xD800 <= code < 0xF900
        texts.append([one for one in plain(chr(code)) if counts(one)] if known else [])
    single = simplified(texts)
    longer, entries = [], []
    for text in texts:
        folded = "".join("0" if unicodedata.category(one) == "Nd" else single[one] for one in text)
        while "00" in folded:
            folded = folded.replace("00", "0")
        if len(folded) < 2:
            entries.append(ord(folded) if folded else 0)
            continue
        if folded not in longer:
            longer.append(folded)
        entries.append(LONGER + longer.index(folded))
    return entries, longer


def beyond(folded):
    """What lies outside the plane and becomes one character of it: mathematical letters, compatibility hanzi, rare
    traditional ones."""
    codes = [code for code in range(PLANE, BEYOND) if unicodedata.category(chr(code))[0] in "LN"]
    single = simplified([plain(chr(code)) for code in codes])
    out = []
    for code in codes:
        text = "".join(single[one] for one in plain(chr(code)))
        if len(text) == 1 and ord(text) < PLANE and folded[ord(text)]:
            out.append((code, folded[ord(text)]))
    return out


def main():
    entries, longer = table()
    rest = beyond(entries)
    if len(longer) > 0xE000 - LONGER:
        sys.exit(f"{len(longer)} characters become several, more than an entry can name")
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write("// Written by tools/gen_folding.py; edit that.\n#include \"fold_table.hpp\"\n\n"
                  "namespace anping::text {\n\nchar16_t const kFolded[65536] = {\n")
        for start in range(0, PLANE, 16):
            out.write("    " + " ".join(f"0x{entry:x}," for entry in entries[start:start + 16]) + "\n")
        out.write("};\n\nstd::u16string_view const kLonger[] = {\n")
        for text in longer:
            out.write('    u"' + "".join(f"\\x{ord(one):04x}\" u\"" for one in text) + '",\n')
        out.write("};\n\nBeyond const kBeyond[] = {\n")
        for code, entry in rest:
            out.write(f"    {{0x{code:x}, 0x{entry:x}}},\n")
        out.write(f"}};\nstd::size_t const kBeyondSize = {len(rest)};\n\n}}  // namespace anping::text\n")


main()
