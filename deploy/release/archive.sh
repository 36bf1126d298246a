#!/usr/bin/env bash
# Makes the archive of a release for this machine's architecture, and its bill of materials, in artifacts/release. The version is that of the program.
#
#   archive.sh                  publishes the program first
#   archive.sh PUBLISHED DEPS   takes the one in this folder, and what it is made of from this deps.json, as the tests do it
set -euo pipefail
cd "$(dirname "$0")/../.."

machine=$(uname -m)
case "$machine" in
  x86_64) runtime=linux-x64 architecture=amd64 ;;
  aarch64) runtime=linux-arm64 architecture=arm64 ;;
  *) echo "no release for $machine" >&2; exit 2 ;;
esac
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
release=artifacts/release
if [ $# -eq 2 ]; then
  published=$1 deps=$2
else
  # The bill is of what was compiled in: the deps.json of the same build, before it was compiled ahead of time.
  published=$release/published deps=artifacts/bin/ModelExporter/release_$runtime/modelexporter.deps.json
  rm -rf "$published"
  dotnet publish src/ModelExporter -c Release -r "$runtime" -p:PublishAot=true -p:ContinuousIntegrationBuild=true -o "$published"
fi
version=$("$published/modelexporter" --version | sed -n '1s/.*, version \([^ ]*\) .*/\1/p')
name=modelexporter-$version.linux-$architecture
rm -rf "${release:?}/$name"
mkdir -p "$release/$name"
# Of the copies of librdkafka the one that needs nothing but the C library.
library=$published/centos8-librdkafka.so
[ -e "$library" ] || library=$published/librdkafka.so
install -m 755 "$published/modelexporter" "$library" "$release/$name/"
install -m 644 LICENSE deploy/modelexporter.example.yml deploy/modelexporter.schema.json deploy/systemd/modelexporter.service "$release/$name/"
# With what is in the archive and nothing else.
"$release/$name/modelexporter" --selftest

packages=$(dotnet nuget locals global-packages --list | sed 's/.*: //')
deploy/release/notices.py --deps "$deps" --packages "$packages" >"$release/$name/THIRD-PARTY-NOTICES"
deploy/release/sbom.py --version "$version" --deps "$deps" --packages "$packages" --time "$SOURCE_DATE_EPOCH" \
  "$release/$name/modelexporter" "$release/$name/${library##*/}" >"$release/$name.cdx.json"

tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu -C "$release" -cf - "$name" | gzip -9n >"$release/$name.tar.gz"
echo "$release/$name.tar.gz"
