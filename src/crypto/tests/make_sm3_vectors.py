#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes sm3_vectors.hpp beside itself: what Python's hashlib says of SM3, HMAC-SM3, HKDF-SM3 and small SM3 trees."""
import hashlib
import hmac
import pathlib


def sm3(data):
    return hashlib.new("sm3", data).digest()


def message(size):
    return bytes((7 * i + size) % 256 for i in range(size))


def leaf(i):
    return sm3(b"\x00" + message(i))


def root(leaves):
    if not leaves:
        return sm3(b"")
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sm3(b"\x01" + root(leaves[:split]) + root(leaves[split:]))


def mac(key, data):
    return hmac.new(key, data, lambda d=b"": hashlib.new("sm3", d)).digest()


def hkdf(master, info, size):
    key, out, block, i = mac(bytes(32), master), b"", b"", 0
    while len(out) < size:
        i += 1
        block = mac(key, block + info + bytes([i]))
        out += block
    return out[:size]


def table(name, comment, values):
    rows = "".join(f'    "{value.hex()}",\n' for value in values)
    return f"// {comment}\ninline constexpr char const* {name}[] = {{\n{rows}}};\n"


parts = [
    table("kSm3", "SM3 of message(0), message(1), ...: byte i of message(n) is (7 i + n) mod 256.",
          [sm3(message(n)) for n in range(0, 131)]),
    table("kHmacSm3", "HMAC-SM3 of message(100) under the keys message(0), message(1), ...",
          [mac(message(n), message(100)) for n in range(0, 131, 13)]),
    table("kHkdfSm3", "HKDF-SM3 of the master message(32), info \"purpose\", no salt: 1, 32, 48 and 100 bytes.",
          [hkdf(message(32), b"purpose", n) for n in (1, 32, 48, 100)]),
    table("kSm3Roots", "Roots over the entries message(0) to message(n - 1), n = 0, 1, ...",
          [root([leaf(i) for i in range(n)]) for n in range(0, 70)]),
]
text = ("// SPDX-License-Identifier: Apache-2.0\n// Written by make_sm3_vectors.py: do not edit.\n#pragma once\n\n// clang-format off\n"
        "namespace anping::crypto::vectors {\n\n" + "\n".join(parts) + "\n}  // namespace anping::crypto::vectors\n")
pathlib.Path(__file__).with_name("sm3_vectors.hpp").write_text(text)
