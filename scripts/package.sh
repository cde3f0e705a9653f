#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make package: build/package/anping_<version>_<architecture>.deb from the release build.
source "$(dirname "$0")/lib.sh"
scripts/packages.sh build package
scripts/build.sh release

version=$(sed -nE 's/^project\(anping VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)
architecture=$(dpkg --print-architecture)
out="$ROOT/build/package"
stage="$out/root"
rm -rf "$out"
install -d "$stage/DEBIAN" "$out/debian" "$stage/usr/share/anping" "$stage/usr/share/doc/anping"

install -Ds -m 755 build/release/bin/anping "$stage/usr/bin/anping"
install -Ds -m 755 build/release/bin/anping-worker "$stage/usr/libexec/anping-worker"
install -Ds -m 755 build/release/bin/anping-picture-worker "$stage/usr/libexec/anping-picture-worker"
install -Ds -m 755 build/release/bin/anping-print-worker "$stage/usr/libexec/anping-print-worker"
install -Dm 644 scripts/package/anping.service "$stage/usr/lib/systemd/system/anping.service"
install -Dm 644 scripts/package/anping.conf "$stage/usr/lib/sysusers.d/anping.conf"
cp -r web/dist "$stage/usr/share/anping/web"
tar -c --exclude=tests rulebooks | tar -x -C "$stage/usr/share/anping"
cp README.md README.zh-CN.md "$stage/usr/share/doc/anping/"
cp LICENSE "$stage/usr/share/doc/anping/copyright"
gzip -9nc CHANGELOG.md >"$stage/usr/share/doc/anping/changelog.gz"
install -m 755 scripts/package/postinst "$stage/DEBIAN/postinst"

printf 'Source: anping\n\nPackage: anping\nArchitecture: any\n' >"$out/debian/control"
depends=$(cd "$out" && dpkg-shlibdeps -O "root/usr/bin/anping" "root/usr/libexec/anping-worker" "root/usr/libexec/anping-picture-worker" "root/usr/libexec/anping-print-worker" | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || die 'dpkg-shlibdeps found no libraries'
chmod -R u=rwX,go=rX "$stage"
(cd "$stage" && find usr -type f -printf '%P\0' | sort -z | (cd usr && xargs -0 md5sum) | sed 's|  |  usr/|' >DEBIAN/md5sums)
cat >"$stage/DEBIAN/control" <<EOC
Package: anping
Version: $version
Architecture: $architecture
Maintainer: Anping <anping@localhost>
Installed-Size: $(du -sk "$stage/usr" | cut -f1)
Depends: $depends
Suggests: postgresql
Section: web
Priority: optional
Description: supervision platform for work-safety assessment and testing
 Projects of assessment and testing institutions from contract to archive,
 seen by their county, city and province. Every act is an entry of a
 tamper-evident ledger; every deadline and flag names its clause.
EOC
dpkg-deb --root-owner-group --build "$stage" "$out/anping_${version}_${architecture}.deb" >&2
say "built build/package/anping_${version}_${architecture}.deb"
