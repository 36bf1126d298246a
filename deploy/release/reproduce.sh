#!/usr/bin/env bash
# Builds the committed source twice, in two folders of different names, and compares what came out, byte by byte.
#
#   reproduce.sh         our assemblies
#   reproduce.sh --aot   the program that is compiled ahead of time
set -euo pipefail
cd "$(dirname "$0")/../.."

files="modelexporter.dll ModelExporter.Engine.dll ModelExporter.Statistics.dll modelexporter.pdb"
options=()
if [ "${1:-}" = --aot ]; then
  files=modelexporter
  options=(-r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -p:PublishAot=true)
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for clone in "$folder/one" "$folder/another/of/a/longer/name"; do
  git clone --quiet --no-local --no-hardlinks . "$clone"
  (cd "$clone" && dotnet publish src/ModelExporter -c Release "${options[@]}" -p:ContinuousIntegrationBuild=true -o published --disable-build-servers --verbosity quiet)
done

status=0
for file in $files; do
  first=$(sha256sum <"$folder/one/published/$file")
  second=$(sha256sum <"$folder/another/of/a/longer/name/published/$file")
  if [ "$first" = "$second" ]; then echo "same       ${first%% *}  $file"; else echo "different  $file"; status=1; fi
done
exit "$status"
