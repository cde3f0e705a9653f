# SPDX-License-Identifier: Apache-2.0
"""Files made to harm whoever opens them, and what is to be said of each: its true type, and why it is not read."""
import dataclasses
import io
import os
import random
import struct
import warnings
import zipfile
import zlib

SHARED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared", "data", "files")
PDF, PNG, JPEG, ZIP = "application/pdf", "image/png", "image/jpeg", "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFD, HTML, SVG, JSON = "application/ofd", "text/html", "image/svg+xml", "application/json"
WHATEVER = None


@dataclasses.dataclass
class File:
    name: str
    data: bytes
    type: str = WHATEVER
    problems: tuple = ("",)  # any of them; "*": one there must be, "?": there may be one

    def told_right(self, reading):
        problem = reading["problem"]
        says = "?" in self.problems or problem in self.problems or ("*" in self.problems and problem != "")
        return says and (self.type is WHATEVER or reading["media_type"] == self.type)


def archive(*entries, compress=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", compress) as made:
        warnings.simplefilter("ignore")  # a name twice is meant
        for name, data in entries:
            made.writestr(name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name), data, compress)
    return out.getvalue()


def docx(document, *more):
    return archive(("[Content_Types].xml", "<Types/>"), ("word/document.xml", document), *more)


def xlsx(workbook, *more):
    return archive(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", workbook), *more)


def ofd(document, *more):
    return archive(("OFD.xml", document), *more)


def link(name):
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, 0o120777 << 16
    return entry


def png(width, height, data=b"", kind=b"IHDR"):
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(kind, head) + chunk(b"IDAT", data or zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


def jpeg_head(width, height, tail=b""):
    return (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\xff\xc0\x00\x11\x08"
            + struct.pack(">HH", height, width) + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01" + tail)


def pdf(body, trailer=b"trailer <</Root 1 0 R>>\n%%EOF"):
    return b"%PDF-1.7\n" + body + b"\n" + trailer


def laughs(levels=12):
    entities = "".join(f'<!ENTITY l{n} "{("&l%d;" % (n - 1)) * 10}">' for n in range(1, levels))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{entities}]><w>&l{levels - 1};</w>'


def nested(depth):
    inner = b"\0" * 100_000
    for level in range(depth):
        inner = archive((f"{level}.zip", inner))
    return inner


XXE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
PAGES = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj "


def archives():
    bomb = archive(("zeros", b"\0" * (64 << 20)))
    many = archive(*((f"{n}.txt", b"") for n in range(1_200)))
    yield File("炸弹.zip", bomb, ZIP, ("too_large",))
    yield File("许多.zip", many, ZIP, ("too_large",))
    yield File("层层.zip", nested(40), ZIP, ("", "too_large"))
    yield File("出去.zip", archive(("../../../../tmp/hostile", b"x")), ZIP, ("unsafe",))
    yield File("绝对.zip", archive(("/etc/cron.d/x", b"x")), ZIP, ("unsafe", ""))
    yield File("反斜.zip", archive(("..\\..\\x.exe", b"x")), ZIP, ("unsafe", ""))
    yield File("链接.zip", archive((link("a"), b"/etc/passwd")), ZIP, ("unsafe",))
    yield File("同名.zip", archive(("a", b"1"), ("a", b"2")), ZIP, ("unsafe",))
    yield File("怪名.zip", archive(("a\u202egnp.exe", b"x"), ("\x01\x02", b"y")), ZIP, ("?",))
    yield File("截断.zip", bomb[:-30], ZIP, ("damaged",))
    yield File("头坏.zip", b"PK\x03\x04" + b"\xff" * 400, WHATEVER, ("?",))
    yield File("空档.zip", archive(), ZIP, ("?",))


def documents():
    sound = docx("<w:document/>")
    yield File("笑话.docx", docx(laughs()), DOCX, ("unsafe",))
    yield File("笑话.xlsx", xlsx(laughs()), XLSX, ("unsafe",))
    yield File("外部.docx", docx(XXE), DOCX, ("unsafe",))
    yield File("外部.xlsx", xlsx("<w/>", ("xl/sharedStrings.xml", XXE)), XLSX, ("unsafe",))
    yield File("外部.ofd", ofd(XXE), WHATEVER, ("unsafe",))
    yield File("深.docx", docx("<w>" * 200_000 + "</w>" * 200_000), DOCX, ("?",))
    yield File("膨胀.docx", docx("<w>" + " " * (60 << 20) + "</w>"), DOCX, ("too_large",))
    yield File("膨胀.ofd", ofd("<ofd:OFD>" + " " * (60 << 20) + "</ofd:OFD>"), WHATEVER, ("too_large",))
    yield File("宏.docx", docx("<w/>", ("word/vbaProject.bin", b"x")), WHATEVER, ("?",))
    yield File("截断.docx", sound[: len(sound) // 2], WHATEVER, ("damaged", "unsafe"))
    yield File("坏字.docx", sound.replace(b"PK\x01\x02", b"PK\x01\x03"), WHATEVER, ("damaged", "unsafe"))
    yield File("假的.docx", "这不是文档".encode(), "text/plain", ("",))
    yield File("假的.ofd", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, WHATEVER, ("?",))
    yield File("截断.ofd", ofd("<ofd:OFD/>")[:60], WHATEVER, ("damaged", "unsafe"))


def pages():
    yield File("只有头.pdf", b"%PDF-1.7\n", PDF, ("damaged",))
    yield File("自指.pdf", pdf(PAGES % (b"2 0 R", 1)), PDF, ("?",))
    yield File("亿页.pdf", pdf(PAGES % (b"3 0 R", 100_000_000) + b"3 0 obj<</Type/Page/Parent 2 0 R>>endobj"), PDF, ("?",))
    yield File("大页.pdf", pdf(PAGES % (b"3 0 R", 1) + b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]>>endobj"), PDF, ("?",))
    yield File("脚本.pdf", pdf(PAGES % (b"3 0 R", 1) + b"3 0 obj<</Type/Page/Parent 2 0 R>>endobj 4 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj"),
               PDF, ("?",))
    yield File("括号.pdf", pdf(b"1 0 obj" + b"[" * 300_000 + b"endobj"), PDF, ("*",))
    yield File("假长.pdf", pdf(b"1 0 obj<</Length 99999999999>>stream\nx\nendstream endobj"), PDF, ("*",))
    yield File("网页.pdf", b"<html><script>fetch('/api/v1/session')</script></html>", HTML, ("",))
    yield File("两面.pdf", pdf(b"1 0 obj<</Type/Catalog>>endobj") + archive(("a.txt", b"x")), WHATEVER, ("?",))
    yield File("两面.gif", b"GIF89a/*" + b"\0" * 10 + b"*/=1;alert(1)//", WHATEVER, ("?",))


def pictures():
    yield File("巨幅.png", png(2**31 - 1, 2**31 - 1), PNG, ("too_large", "damaged"))
    yield File("零宽.png", png(0, 0), PNG, ("*",))
    yield File("短.png", png(100, 100), PNG, ("damaged",))
    yield File("膨胀.png", png(9_000, 9_000, zlib.compress(b"\0" * (100 << 20))), PNG, ("*",))
    yield File("坏块.png", png(10, 10, kind=b"XXXX"), PNG, ("*",))
    yield File("只有头.png", b"\x89PNG\r\n\x1a\n", WHATEVER, ("*",))
    yield File("巨幅.jpg", jpeg_head(65_535, 65_535), JPEG, ("too_large", "damaged"))
    yield File("截断.jpg", jpeg_head(640, 480), JPEG, ("damaged",))
    yield File("段长.jpg", b"\xff\xd8\xff\xe1\xff\xffExif\0\0" + b"II*\0\x08\0\0\0\xff\xff" * 20, JPEG, ("*",))
    yield File("环.jpg", b"\xff\xd8\xff\xe1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\0\0\0\0" + jpeg_head(8, 8)[2:],
               JPEG, ("*",))
    yield File("脚本.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>1</script></svg>', SVG, ("",))
    yield File("外部.svg", b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>', WHATEVER, ("?",))
    yield File("程序.jpg", b"MZ" + b"\0" * 300, WHATEVER, ("?",))


def texts(chance):
    yield File("空.docx", b"", WHATEVER, ("?",))
    yield File("一.pdf", b"%", WHATEVER, ("?",))
    yield File("零.txt", b"\0" * 100_000, WHATEVER, ("?",))
    yield File("深.json", b"[" * 200_000 + b"]" * 200_000, WHATEVER, ("?",))
    yield File("同名.json", b'{"a":1,"a":2}', JSON, ("",))
    yield File("公式.csv", "=cmd|' /C calc'!A0,＋1\n".encode(), WHATEVER, ("?",))
    yield File("坏字.txt", b"\xff\xfe\xed\xa0\x80\xc0\xaf" * 30, WHATEVER, ("?",))
    yield File("杂.bin", chance.randbytes(50_000), WHATEVER, ("?",))
    yield File("外部.xml", XXE.encode(), WHATEVER, ("?",))
    yield File("笑话.xml", laughs().encode(), WHATEVER, ("?",))


# A sound little file under a name that is none: stored under its bytes, told by the name, and the name harms nobody.
NAMES = ["../../../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "C:\\con\\nul.pdf", "报告\u202efdp.exe", "a\u0000b.pdf", "a\r\nSet-Cookie: x=1.pdf",
         "\x1b[2J\x07.txt", "a" * 4_000 + ".pdf", "名" * 300, ".", "..", " ", "", ".htaccess", "con", "a;b|c&d`e`$(f).txt", "<img src=x onerror=1>.png",
         '"quoted"; filename="x.html".txt', "é́" * 40, "\u2028.txt", "😀" * 80, "%2e%2e%2f.txt", "a/b/c.txt"]


def shared():
    """The files every part of the project knows, with what the worker's own tests ask of them."""
    folder = os.path.join(SHARED, "hostile")
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        if name != "SOURCE.txt":
            with open(os.path.join(folder, name), "rb") as file:
                yield File(name, file.read(), WHATEVER, ("?",))


def damaged(chance, count):
    """Sound documents with random damage, and cut anywhere."""
    folder = os.path.join(SHARED, "valid")
    names = sorted(one for one in os.listdir(folder) if not one.endswith(".txt")) if os.path.isdir(folder) else []
    for number in range(count if names else 0):
        name = chance.choice(names)
        path = os.path.join(folder, name)
        if not os.path.isfile(path) or not 2 <= os.path.getsize(path) <= 4 << 20:
            continue
        with open(path, "rb") as file:
            data = bytearray(file.read())
        for _ in range(chance.choice([1, 8, 100])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if number % 3 == 0:
            del data[chance.randrange(1, len(data)):]
        yield File(f"{number}-{name}", bytes(data), WHATEVER, ("?",))


def every(seed, quick):
    chance = random.Random(f"{seed} files")
    for group in (archives(), documents(), pages(), pictures(), texts(chance), shared(), damaged(chance, 10 if quick else 200)):
        yield from group
