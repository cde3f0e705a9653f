# SPDX-License-Identifier: Apache-2.0
"""Bodies out of an endpoint's own schema: one that should do, and what becomes of it when it is spoilt. Nothing here sends."""
import base64
import copy
import dataclasses
import datetime
import json


@dataclasses.dataclass
class Spoilt:
    how: str
    body: bytes
    pointer: str = None  # the field that was touched; None: the body as a whole
    headers: dict = dataclasses.field(default_factory=lambda: {"Content-Type": "application/json"})


class Raw(str):
    """Stands in a tree for text that is written as it is, JSON or not."""


FORMS = {"string": str, "integer": int, "boolean": bool, "array": list}


def inner(schema):
    return next((one for one in schema["anyOf"] if one.get("type") != "null"), {}) if "anyOf" in schema else schema


def example(schema, facts, name="", rich=True):
    """`facts(name)` knows a value for a field of that name, or None. `rich` fills what may be left out."""
    schema = inner(schema)
    kind, known = schema.get("type"), facts(name)
    if known is not None and "enum" in schema and known not in schema["enum"]:
        known = None  # a name of two meanings
    if known is not None and isinstance(known, FORMS.get(kind, ())) and (kind != "integer" or not isinstance(known, bool)):
        return copy.deepcopy(known)
    if kind == "object":
        return {key: example(one, facts, key, rich) for key, one in schema.get("properties", {}).items()
                if key in schema.get("required", ()) or (rich and facts(key) is not False)}
    if kind == "array":
        return [example(schema["items"], facts, name.removesuffix("s"), rich)]
    if "enum" in schema:
        return schema["enum"][0]
    if kind == "boolean":
        return True
    if kind == "integer":
        return max(1, schema.get("minimum", 1))
    if schema.get("format") == "date":
        return datetime.date.today().isoformat()
    if schema.get("format") == "date-time":
        return datetime.date.today().isoformat() + "T01:02:03Z"
    return ("情况说明" * 3)[:max(4, min(schema.get("maxLength", 12), 12))]


def write(value):
    """JSON, with what is Raw inside as it is; bytes, because Raw may hold what no text holds."""
    if isinstance(value, Raw):
        return value.encode("utf-8", "surrogateescape")
    if isinstance(value, dict):
        return b"{" + b",".join(write(key if isinstance(key, Raw) else str(key)) + b":" + write(one)
                                for key, one in value.items()) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(map(write, value)) + b"]"
    return json.dumps(value, ensure_ascii=False).encode()


def places(value, path=()):
    """Every place in a tree, the root first."""
    yield path
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(one, (*path, key))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def put(value, path, new):
    if not path:
        return new
    out = copy.deepcopy(value)
    at(out, path[:-1])[path[-1]] = new
    return out


def pointer(path):
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)


def raw(text):
    return Raw(text) if isinstance(text, str) else Raw(text.decode("utf-8", "surrogateescape"))


NUMBERS = [-1, 0, 2**31, 2**53 - 1, 2**53, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 10**400] + [
    raw(one) for one in ("1.5", "1e3", "1e400", "-0", "-0.0", "1E-400", "NaN", "Infinity", "-Infinity", "0x10", "007", "+1",
                         "1_000", ".5", "5.", "１２")]
# What a text may hold that a page, a file name, a log or a query would choke on.
TEXTS = ["", " ", "　　", "\t\n", "x", "x" * 10_000, "长" * 4_001, "😀" * 60, "\U0001f468‍\U0001f469‍\U0001f467",
         "‮号三路设建‬", "⁧مرحبا⁩ ابجد", "​‌‍﻿", "é" * 30, "Z̷̡͎͗" * 20, "﷽" * 10, "\u2028\u2029", "\u0085\u009f",
         "\u007f", "￾￿", "\U0010ffff", "'; DROP TABLE ledger; --", "\" OR 1=1", "%s%n%x", "${jndi:ldap://x/a}", "{{7*7}}",
         "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "../../../../etc/passwd", "C:\\con\\nul", "a\r\nSet-Cookie: x=1",
         "null", "true", "0", "NaN", "\\u0000", "K" * 300_000]
BROKEN = [b'"\xff"', b'"\xc0\xaf"', b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"', b'"\xe5\xae"', b'"\x80"', b'"a\x00b"', b'"a\x01b"',
          b'"a\nb"', b'"\\ud800"', b'"\\udc00\\ud800"', b'"\\u0000"', b'"a\\u0000b"', b'"\\x41"', b'"\\u12"', b"'x'", b"undefined",
          b'"open', b"tru", b"nul", b""]
DATES = ["0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "-0001-01-01", "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10",
         "1582-10-10", "1899-12-31", "2026-1-1", "2026/01/01", "20260101", "２０２６-01-01", "2026-01-01T00:00:00Z", "今天",
         "2026-01-01T25:00:00+08:00", "2026-01-01T00:00:60Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+23:59",
         "2026-01-01T00:00:00+99:99", "2026-01-01T00:00:00.123456789123Z", "99999999999999-01-01"]
IDS = ["X-00000000", "../../x", "%2e%2e%2f", "0", "-", "a" * 64, "a" * 65, "' OR '1'='1", "Ｐ-1", "P-1\u0000", "P-1 ", "--", "P-" + "9" * 40]
WRONG_TYPES = [None, True, 0, "", "文字", [], {}, [[]], [{}], {"": None}, [None] * 3, {"__proto__": {}}]
KEYS = ["extra", "", "__proto__", "constructor", "键", "a/b~c", "x" * 900, "x" * 2_000, "😀", "‮id", "$ref", "0"]
CONTENT_TYPES = [None, "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "json",
                 "application/json; charset=utf-16", "application/jsonp", "APPLICATION/JSON", ",", "application/json, text/plain",
                 "application/merge-patch+json", "x" * 2_000]
KEYS_TO_A_RETRY = ["", "x" * 128, "x" * 129, "ключ".encode().decode("latin-1"), "a b", "\x7f", "same-for-all"]


def deep(depth, opening="[", closing="]"):
    return raw(opening * depth + closing * depth)


def value_for(random, schema_value):
    """(how, what) to put where `schema_value` stands."""
    sorts = ["type", "broken", "text", "number", "deep", "null"]
    if isinstance(schema_value, str):
        sorts += ["text"] * 3 + ["date", "id"]
    if isinstance(schema_value, (int, bool)):
        sorts += ["number"] * 4
    if isinstance(schema_value, list):
        sorts += ["many"] * 3
    sort = random.choice(sorts)
    if sort == "many":
        one = schema_value[0] if schema_value else "x"
        return sort, random.choice([[], [one] * 2, [one] * 999, [one] * 1_001, [*schema_value, None], {"0": one}, [schema_value]])
    if sort == "deep":
        return sort, random.choice([deep(31), deep(32), deep(200), deep(100_000), deep(5_000, '{"a":', "}"), deep(40, '[{"":', "}]")])
    if sort == "null":
        return sort, None
    of = {"type": WRONG_TYPES, "text": TEXTS, "number": NUMBERS, "date": DATES, "id": IDS, "broken": [raw(one) for one in BROKEN]}[sort]
    return sort, random.choice(of)


def of_field(random, body):
    path = random.choice(list(places(body)))
    how, new = value_for(random, at(body, path))
    return Spoilt(f"{how} at {pointer(path) or 'the root'}", write(put(body, path, new)), pointer(path))


def missing(random, body):
    path = random.choice([one for one in places(body) if one] or [()])
    if not path:
        return of_field(random, body)
    out = copy.deepcopy(body)
    del at(out, path[:-1])[path[-1]]
    return Spoilt(f"without {pointer(path)}", write(out), pointer(path))


def extra(random, body):
    path = random.choice([one for one in places(body) if isinstance(at(body, one), dict)] or [()])
    if not isinstance(at(body, path), dict):
        return of_field(random, body)
    key = random.choice(KEYS)
    out = copy.deepcopy(body)
    at(out, path)[key] = random.choice([1, "x", None, {}, raw("{" + '"a":{' * 20 + "}" * 21)])
    return Spoilt(f"more than is asked for: {key[:20]!r}", write(out), pointer((*path, key)))


def twice(random, body):
    key = random.choice(list(body)) if isinstance(body, dict) and body else "a"
    text = write(body) if isinstance(body, dict) else b"{}"
    again = b'"' + random.choice([key, key, "\\u%04x" % ord(key[0]) + key[1:]]).encode() + b'":' + random.choice([b"1", b"null", b'"x"'])
    return Spoilt(f"{key} twice", text[:-1] + (b"," if len(text) > 2 else b"") + again + b"}")


def text_of(random, body):
    """The text of a body, cut, padded or in another encoding."""
    text = write(body)
    cut = random.randrange(len(text))
    how, made = random.choice([
        ("cut off", text[:cut]), ("cut off", text[:cut]), ("begun late", text[cut:]), ("more behind it", text + b"x"),
        ("two bodies", text + text), ("a byte order mark", b"\xef\xbb\xbf" + text), ("UTF-16", text.decode("utf-8", "replace").encode("utf-16")),
        ("UTF-32", text.decode("utf-8", "replace").encode("utf-32")), ("GB 18030", text.decode("utf-8", "replace").encode("gb18030")),
        ("a comment", b"/* x */" + text), ("a comma too many", text[:-1] + b"," + text[-1:]), ("single quotes", text.replace(b'"', b"'")),
        ("spaces only", b" " * 2_000), ("NUL bytes", b"\x00" * 64), ("random bytes", random.randbytes(300)),
        ("a flipped byte", text[:cut] + bytes([text[cut] ^ 1 << random.randrange(8)]) + text[cut + 1:]),
        ("a form", b"a=1&b=2"), ("XML", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), ("gzip", b"\x1f\x8b\x08\x00" + text),
        ("a list of it", b"[" + text + b"]"), ("longer than is read", b'{"a":"' + b"x" * 300_000 + b'"}'),
        ("half a megabyte of brackets", b"[" * 120_000)])
    return Spoilt(how, made)


def headed(random, body):
    """The body as it should be, with a head that is not."""
    if random.random() < 0.3:
        return Spoilt("a strange key", write(body), None, {"Content-Type": "application/json",
                                                          "Idempotency-Key": random.choice(KEYS_TO_A_RETRY)})
    kind = random.choice(CONTENT_TYPES)
    return Spoilt(f"as {kind and kind[:40]}", write(body), None, {"Content-Type": kind} if kind else {})


MAKERS = [of_field] * 10 + [missing] * 3 + [extra] * 2 + [twice] + [text_of] * 3 + [headed]


def spoil(random, body):
    return random.choice(MAKERS)(random, body)


LENGTHS = ["", "-1", "0", "1", "10", "4.5", "1e3", "0x10", "9" * 19, "9" * 400, "9223372036854775807", "9223372036854775808", "+5", " 5", "NaN", "5,5"]


def upload_head(random, _):
    """The head an upload begins or goes on with, and a piece that fits none of it."""
    name = random.choice(TEXTS[:-1]).encode()
    label = random.choice([b"filename " + base64.b64encode(name), b"filename " + base64.b64encode(name)[:-1], b"filename ", b"filename", b"", b",,,",
                           b"filename " + base64.b64encode(random.randbytes(40)), b"a b,filename " + base64.b64encode(name) + b",filename eA==",
                           b"filename " + b"QQ" * 2_000, b"FILENAME eA==", b"filename ****"])
    if random.random() < 0.7:
        label += b",unclassified dHJ1ZQ=="
    headers = {"Upload-Length": random.choice(LENGTHS), "Upload-Offset": random.choice(LENGTHS), "Upload-Metadata": label.decode("latin-1"),
               "Tus-Resumable": random.choice(["1.0.0", "9.9.9", ""]),
               "Content-Type": random.choice(["application/offset+octet-stream", "text/plain", ""])}
    for gone in random.sample(sorted(headers), random.randrange(3)):
        del headers[gone]
    how = " ".join(f"{key}:{value[:24]}" for key, value in sorted(headers.items()))
    return Spoilt(how, random.randbytes(random.choice([0, 1, 9, 10, 11, 5_000])), None, headers)
