#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# packages.sh SET...: installs the Debian packages of these sets (scripts/packages.txt) that are missing.
source "$(dirname "$0")/lib.sh"

wanted=()
while read -r set package command; do
    [[ " $* " == *" $set "* ]] || continue
    [ -n "$command" ] && command -v "$command" >/dev/null && continue
    wanted+=("$package")
done < <(grep -vE '^ *(#|$)' scripts/packages.txt)

missing=()
if [ ${#wanted[@]} -gt 0 ]; then
    installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^ii *//p') || true
    for package in "${wanted[@]}"; do
        grep -qxF "$package" <<<"$installed" || missing+=("$package")
    done
fi
[ ${#missing[@]} -eq 0 ] && exit 0

say "installing ${#missing[@]} Debian packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
as_root apt-get update -q >&2
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
