#!/usr/bin/env bash
# Runs every test. Installs what the tests need and the machine lacks, on Debian and Ubuntu. Ends with "N passed, N failed, N skipped".
#
#   ./test.sh            everything
#   ./test.sh --filter X what dotnet test's --filter takes
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2
  exit 2
fi

# promtool and prometheus judge what is exposed; clang links the ahead-of-time compiled program, which is tested
# as well; chromium looks at the status page; alertmanager gets the alerts, jsonnet renders the mixin, node generates the dashboards anew,
# jsonschema holds configs against their schema, docker-compose the demo of several containers; buildah makes the images, podman and runc run them.
packages=()
command -v python3 >/dev/null || packages+=(python3)
command -v prometheus-alertmanager >/dev/null && command -v amtool >/dev/null || packages+=(prometheus-alertmanager)
command -v jsonnet >/dev/null || packages+=(jsonnet)
command -v promtool >/dev/null && command -v prometheus >/dev/null || packages+=(prometheus)
command -v chromium >/dev/null || packages+=(chromium)
command -v jsonschema >/dev/null || packages+=(python3-jsonschema)
command -v docker-compose >/dev/null || packages+=(docker-compose)
command -v clang >/dev/null || packages+=(clang)
command -v npm >/dev/null || packages+=(nodejs npm)
[ -e /usr/include/zlib.h ] || packages+=(zlib1g-dev)
for tool in buildah podman runc; do command -v $tool >/dev/null || packages+=($tool); done
if [ ${#packages[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "Please install: ${packages[*]}" >&2
    exit 2
  fi
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  echo "Installing ${packages[*]}"
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=artifacts/test-results
rm -rf "$results"

dotnet build -c Release

# helm and kubectl render what is in deploy.
status=0
tests/tools/install.sh || status=$?

# What a release ships: the program compiled ahead of time, which tests itself, its archive, and the images.
if [ $# -eq 0 ]; then
  ./publish-aot.sh || status=$?
  deploy/release/archive.sh artifacts/aot artifacts/bin/ModelExporter/release_linux-*/modelexporter.deps.json || status=$?
  tests/images/build.sh || status=$?
fi

dotnet test -c Release --no-build --logger trx --results-directory "$results" "$@" || status=$?

# The program compiled ahead of time is another program: it goes through the end-to-end tests, and consumes, once more.
if [ $# -eq 0 ]; then
  MODELEXPORTER_PROGRAM="$PWD/artifacts/aot/modelexporter" dotnet test tests/ModelExporter.Tests -c Release --no-build \
    --filter "FullyQualifiedName~.EndToEnd.|FullyQualifiedName~.Kafka.ConsumingTests" --logger trx --results-directory "$results" || status=$?
fi

# One line over all test projects.
sum() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum passed)
failed=$(sum failed)
skipped=$(($(sum total) - $(sum executed)))
[ "$passed" -gt 0 ] || { echo "No test ran." >&2; status=1; }
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
