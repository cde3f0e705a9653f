#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# bench-forensics.sh [PRESET...]: invented reports with known copies (tests/forensics/corpus), what the search finds of
# them and how fast (tests/forensics/judge), and sim_text over the same 1,100 reports in the same run. Presets: M (when
# none is named), L, XL, XGENRE. ANPING_LAWS is a directory of law texts.
# bench-forensics.sh --peers [PRESET...]: the command line beside sim_text, Dolos, pg_trgm and Xapian instead
# (tests/forensics/peers, docs/benchmarks.md). Presets: S (when none is named), M for those that are fast enough; small and
# small4, named alone, need no compiler but ANPING, a built program.
source "$(dirname "$0")/lib.sh"
peers=false
if [ "${1:-}" = --peers ]; then
    peers=true
    shift
    set -- "${@:-S}"
fi
presets=("${@:-M}")
laws=${ANPING_LAWS:-$ROOT/../shared/data/laws}
[ -d "$laws" ] || die "no law texts in $laws (ANPING_LAWS names another place)"
scripts/packages.sh build bench
targets=(make_reports judge)
if $peers; then targets=(make_reports anping anping-worker); fi
if [[ "${presets[*]}" != small* ]]; then
    [ -f build/release/build.ninja ] || cmake --preset release >&2
    cmake --build build/release -j "$JOBS" --target "${targets[@]}" >&2
fi
place=build/forensics
bin=build/release/bin

# Technical prose in Chinese, out of packages that are unpacked and not installed.
if [ ! -e "$place/prose/.done" ]; then
    say "gathering prose"
    mkdir -p "$place/packages" "$place/root"
    (cd "$place/packages" && apt-get download -q manpages-zh libreoffice-help-zh-cn linux-doc-6.1 texlive-lang-chinese \
        debian-handbook debian-reference-zh-cn kicad-doc-zh unicode-data >&2)
    for package in "$place"/packages/*.deb; do dpkg -x "$package" "$place/root"; done
    python3 tests/forensics/corpus/prose.py "$place/prose" --root "$place/root" >&2
    touch "$place/prose/.done"
fi

write_set() {
    say "writing the reports of $1"
    local small=(python3 -B tests/forensics/peers/small_set.py "$set" "$laws" "$place/prose")
    case $1 in
        small) "${small[@]}" 100 20 50000 7 >&2 ;;
        small4) "${small[@]}" 400 20 50000 7 >&2 ;;
        *) "$bin/make_reports" --laws "$laws" --prose "$place/prose" --preset "$1" --seed 7 --approved 100 --out "$place" >&2 ;;
    esac
    touch "$set.done"
}

# Debian's own Python, which is the one Debian's Xapian is for.
beside_peers() {
    scripts/node.sh
    mkdir -p build/peers/npm build/reports
    if ! cmp -s tests/forensics/peers/package-lock.json build/peers/npm/installed; then
        cp tests/forensics/peers/package*.json build/peers/npm/
        (cd build/peers/npm && "${NPM[@]}" ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
        cp tests/forensics/peers/package-lock.json build/peers/npm/installed
    fi
    local only=""
    case $1 in M | small4) only=anping,simtext,xapian_ngrams:documented,xapian_ngrams:phrases ;; esac
    /usr/bin/python3 -B tests/forensics/peers/peers.py "$set" "build/peers/$1" --only "$only" | tee "build/reports/peers-$1.md"
}

load() { cut -d' ' -f1-3 /proc/loadavg; }
quiet() { awk '{ exit !($1 <= 1.5) }' /proc/loadavg; }
touch=$(awk '/^MemTotal/ { print int($2 / 1024 / 1024 * 0.5) }' /proc/meminfo)
$peers || quiet || die "load $(load): figures of time need a quiet machine"
for preset in "${presets[@]}"; do
    set="$place/$preset-seed7"
    [ -e "$set.done" ] || write_set "$preset"
    if $peers; then
        beside_peers "$preset"
        continue
    fi
    say "$preset (load $(load))"
    grep -m1 '^model name' /proc/cpuinfo
    grep -m1 '^flags' /proc/cpuinfo | grep -oE 'avx512bw|avx512_vpopcntdq|avx2' | sort -u | paste -sd' '
    rm -rf "$place/index"
    mkdir -p "$place/index" build/reports
    judge() { echo "judge $*"; "$bin/judge" "$set" "$place/index" "$@"; }
    {
        judge --touch "$touch"
        for vector in --avx2 --portable; do judge --again "$vector" | grep -E '^judge|query|screening'; done
        judge --exempt --touch "$touch" | grep -E '^judge|build|index|query|screening|score'
        case $preset in XGENRE | REAL) ;; *) judge --grow ;; esac
    } | tee "build/reports/forensics-$preset.txt"
    say "after (load $(load))"
done

if ! $peers && [[ " ${presets[*]} " == *" M "* ]]; then
    say "sim_text over the same reports, one character a word, runs of 13 (load $(load))"
    python3 tests/forensics/judge/sim_text.py "$place/M-seed7" "$place/sim_text" "build/reports/forensics-M.txt"
fi
