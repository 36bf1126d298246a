#!/usr/bin/env bash
# Builds the committed source twice, in two folders of different names, and compares what came out, byte by byte. docs/releasing.md says what to expect.
#
#   reproduce.sh              the assemblies of the engine and of the statistics
#   reproduce.sh --program    the program too
set -euo pipefail
cd "$(dirname "$0")/../.."

project=src/ModelExporter.Engine
files="ModelExporter.Engine.dll ModelExporter.Engine.pdb ModelExporter.Statistics.dll ModelExporter.Statistics.pdb"
if [ "${1:-}" = --program ]; then
  project=src/ModelExporter
  files="$files modelexporter.dll modelexporter.pdb"
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
clones="one another/of/a/longer/name"
for clone in $clones; do
  git clone --quiet --no-local . "$folder/$clone"
  # Servers would remember what they compiled in the first folder.
  (cd "$folder/$clone" && dotnet build "$project" -c Release -p:ContinuousIntegrationBuild=true -o built --disable-build-servers --verbosity quiet)
done

status=0
for file in $files; do
  read -r first second <<<"$(for clone in $clones; do sha256sum <"$folder/$clone/built/$file" | cut -d' ' -f1; done | xargs)"
  if [ "$first" = "$second" ]; then echo "same       $first  $file"; else echo "different  $file"; status=1; fi
done
exit "$status"
