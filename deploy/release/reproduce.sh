#!/usr/bin/env bash
# Builds the committed source twice, in two folders of different names, and compares what came out, byte by byte. docs/releasing.md says what to expect.
#
#   reproduce.sh          our assemblies and their symbols
#   reproduce.sh --aot    the program that is compiled ahead of time
set -euo pipefail
cd "$(dirname "$0")/../.."

files="modelexporter.dll modelexporter.pdb ModelExporter.Engine.dll ModelExporter.Engine.pdb ModelExporter.Statistics.dll ModelExporter.Statistics.pdb"
command=(build)
if [ "${1:-}" = --aot ]; then
  files=modelexporter
  command=(publish -r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -p:PublishAot=true)
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
clones="one another/of/a/longer/name"
for clone in $clones; do
  git clone --quiet --no-local . "$folder/$clone"
  # Servers would remember what they compiled in the first folder.
  (cd "$folder/$clone" && dotnet "${command[@]}" src/ModelExporter -c Release -p:ContinuousIntegrationBuild=true -o built --disable-build-servers --verbosity quiet)
done

status=0
for file in $files; do
  read -r first second <<<"$(for clone in $clones; do sha256sum <"$folder/$clone/built/$file" | cut -d' ' -f1; done | xargs)"
  if [ "$first" = "$second" ]; then echo "same       $first  $file"; else echo "different  $file"; status=1; fi
done
exit "$status"
