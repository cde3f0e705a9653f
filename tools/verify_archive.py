# SPDX-License-Identifier: Apache-2.0
"""Verifies an archive by the rules of docs/formats/ledger.md: python3 verify_archive.py FILE.zip [KEY'S FINGERPRINT]
Exit code 0: it holds; 1: it does not, and the reason is printed. Needs nothing but Python's standard library."""
import base64, hashlib, json, re, struct, sys, zlib

FIXED = "HOWTO.txt checkpoint.note entries.jsonl keys/ledger.pub openings.json proofs.json verify.html".split()
P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF  # the curve of GB/T 32918.5
A, B = P - 3, 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
     0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)
SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d034200")

def digest(name, data):
    return hashlib.new(name, data).digest()

def require(holds, why):
    if not holds:
        raise ValueError(why)

def add(p, q):
    if p is None or q is None:
        return p or q
    if p[0] == q[0] and (p[1] + q[1]) % P == 0:
        return None
    slope = (3 * p[0] * p[0] + A) * pow(2 * p[1], -1, P) if p == q else (q[1] - p[1]) * pow(q[0] - p[0], -1, P)
    x = (slope * slope - p[0] - q[0]) % P
    return x, (slope * (p[0] - x) - p[1]) % P

def times(k, p):
    rest = times(k >> 1, add(p, p)) if k else None
    return add(rest, p) if k & 1 else rest

def sm2_verify(point, message, signature):
    def der(number):
        data = number.to_bytes(number.bit_length() // 8 + 1, "big")
        return bytes([2, len(data)]) + data
    require(8 <= len(signature) <= 72, "signature: not DER")
    r, s = (int.from_bytes(part, "big") for part in (signature[4:4 + signature[3]], signature[6 + signature[3]:]))
    both = der(r) + der(s)
    require(signature == bytes([0x30, len(both)]) + both and 0 < r < N and 0 < s < N and (r + s) % N, "signature")
    z = digest("sm3", b"\x00\x801234567812345678" + b"".join(v.to_bytes(32, "big") for v in (A, B, *G, *point)))
    found = add(times(s, G), times((r + s) % N, point))
    return found is not None and (int.from_bytes(digest("sm3", z + message), "big") + found[0]) % N == r

def unzip(data):
    members, listing, at = [], b"", 0
    while data[at:at + 4] == b"PK\x03\x04":
        crc, size, _, length = struct.unpack_from("<IIIH", data, at + 14)
        start = at + 30 + length
        name, content = data[at + 30:start], data[start:start + size]
        require(len(name) <= 200 and name not in [m[0] for m in members]
                and re.fullmatch(rb"[0-9A-Za-z][0-9A-Za-z._-]*(/[0-9A-Za-z][0-9A-Za-z._-]*)*", name), "zip: bad name")
        common = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, crc, size, size, length, 0)
        require(data[at:start] == b"PK\x03\x04" + common + name and zlib.crc32(content) == crc, "zip: bad member")
        listing += b"PK\x01\x02\x14\x00" + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + name
        members, at = members + [(name, content)], start + size
    end = b"PK\x05\x06" + struct.pack("<IHHIIH", 0, len(members), len(members), len(listing), at, 0)
    require(data[at:] == listing + end, "zip: bad directory")
    return [(name.decode(), content) for name, content in members]

def parse(text, kind, where):
    value = json.loads(text.decode(), parse_float=int, parse_constant=int)  # int() refuses both
    again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    require(again.encode() == text and isinstance(value, kind), where + ": not canonical JSON")
    return value

def check(item, **types):
    require(isinstance(item, dict) and {k: type(v) for k, v in item.items()} == types, "JSON: other members")

def root_from(hash, leaf, index, size, proof):  # RFC 9162, 2.1.3: the proof runs from leaf to root
    if size == 1 or not proof:
        require(size == 1 and not proof, "proof: wrong length")
        return leaf
    left = 1 << ((size - 1).bit_length() - 1)
    if index < left:
        return digest(hash, b"\1" + root_from(hash, leaf, index, left, proof[:-1]) + proof[-1])
    return digest(hash, b"\1" + proof[-1] + root_from(hash, leaf, index - left, size - left, proof[:-1]))

def read_key(pem):
    raw = base64.b64decode(b"".join(pem.split(b"\n")[1:-2]))[26:]
    body = base64.b64encode(SPKI + raw)
    again = b"-----BEGIN PUBLIC KEY-----\n%s\n%s\n-----END PUBLIC KEY-----\n" % (body[:64], body[64:])
    require(pem == again and len(raw) == 65 and raw[0] == 4, "keys/ledger.pub: no SM2 key")
    x, y = (int.from_bytes(part, "big") for part in (raw[1:33], raw[33:]))
    require(x < P and y < P and (y * y - x * x * x - A * x - B) % P == 0, "keys/ledger.pub: not on the curve")
    return raw, (x, y)

def check_note(note, raw, point, manifest):
    text, _, lines = note.rpartition(b"\n\n")
    root = base64.b64encode(bytes.fromhex(manifest["root"])).decode()
    head = "{origin}\n{size}\n{0}\nhash={hash}\ntime=".format(root, **manifest).encode()
    require(text.startswith(head), "checkpoint.note: not the head of manifest.json")
    name, signatures = manifest["origin"].encode(), []
    key_id = digest("sha256", name + b"\n\xffanping sm2-sm3\n" + raw)[:4]
    for line in lines.split(b"\n")[:-1]:
        match = re.fullmatch(rb"\xe2\x80\x94 ([!-*,-~]{1,200}) ([A-Za-z0-9+/=]+)", line)
        value = base64.b64decode(match[2], validate=True) if match else b""
        require(len(value) > 4 and base64.b64encode(value) == match[2], "checkpoint.note: bad signature line")
        signatures += [value[4:]] if match[1] == name and value[:4] == key_id else []
    require(signatures and lines[-1:] == b"\n" and lines.count(b"\n") <= 16
            and sm2_verify(point, text + b"\n", signatures[0]), "checkpoint.note: no signature by this key that holds")
    return text[len(head):].split(b"\n")[0].decode()

def check_entries(entries, proofs, manifest):
    before, about, lines = -1, set(), entries.split(b"\n")
    require(len(lines) == len(proofs) + 1 and not lines[-1], "entries.jsonl: not as many as proofs")
    for body, item in zip(lines, proofs):
        check(item, proof=list, seq=int)
        seq, proof = item["seq"], [bytes.fromhex(node) for node in item["proof"]]
        tail = re.search(rb',"prev":".{64}","seq":(0|[1-9][0-9]{0,17}),"subject":"([^"]*)","type":"[^"]*",'
                         rb'"v":(0|[1-9][0-9]{0,17})}\Z', body, re.S)
        require(tail and int(tail[1]) == seq and before < seq < manifest["size"], "entry %d: not in its place" % seq)
        require(all(len(n) == 32 and n.hex() == h for n, h in zip(proof, item["proof"])), "proofs.json: no digest")
        root = root_from(manifest["hash"], digest(manifest["hash"], b"\0" + body), seq, manifest["size"], proof)
        require(root.hex() == manifest["root"], "entry %d: not in the signed tree" % seq)
        before, about = seq, about | {tail[2].decode()}
    require(about and sorted(about) == manifest["subjects"], "entries.jsonl: other subjects than manifest.json")

def verify(data, fingerprint=""):
    (first, manifest), *members = unzip(data) or [("", b"")]
    manifest = parse(manifest, dict, "manifest.json")
    check(manifest, files=list, format=str, hash=str, origin=str, root=str, size=int, subjects=list)
    require(first == "manifest.json" and manifest["format"] == "anping-archive-1", "manifest.json: another format")
    files = [{"bytes": len(content), "name": name, "sha256": digest("sha256", content).hex(),
              "sm3": digest("sm3", content).hex()} for name, content in members]
    require(json.dumps(manifest.pop("files")) == json.dumps(files) and [name for name, _ in members[:7]] == FIXED,
            "manifest.json: other files")
    _, note, entries, pem, openings, proofs, _ = [content for _, content in members[:7]]
    raw, point = read_key(pem)
    key, time = digest("sm3", raw).hex(), check_note(note, raw, point, manifest)
    require(fingerprint in ("", key), "keys/ledger.pub: another key")
    check_entries(entries, parse(proofs, list, "proofs.json"), manifest)
    blobs = [name for name, _ in members[7:]]
    promised = ['"%s"' % digest("sm3", content).hex() for _, content in members[7:]]
    require(blobs == sorted("blobs/" + sm3[1:-1] for sm3 in promised), "blobs: other names")
    for item in parse(openings, list, "openings.json"):
        check(item, ref=str, salt=str, value=str)
        require(re.fullmatch("[0-9a-f]{32}", item["salt"]), "openings.json: no salt")
        sm3 = digest("sm3", bytes.fromhex(item["salt"]) + item["value"].encode()).hex()
        promised.append('{"digest":"%s","ref":"%s"}' % (sm3, item["ref"]))
    require(all(text.encode() in entries for text in promised), "blobs, openings.json: one is in no entry")
    return dict(manifest, time=time, fingerprint=key, entries=entries.count(b"\n"), evidence=len(blobs),
                openings=len(promised) - len(blobs))

if __name__ == "__main__":
    try:
        print(json.dumps(verify(open(sys.argv[1], "rb").read(), *sys.argv[2:3]), ensure_ascii=False))
    except (IndexError, ValueError, TypeError, OSError, RecursionError, struct.error) as e:
        sys.exit("refused: %s" % e if len(sys.argv) > 1 else __doc__)
