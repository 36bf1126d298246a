#!/usr/bin/env bash
# Publishes the ahead-of-time compiled program to artifacts/aot/modelexporter and lets it test itself.
set -euo pipefail
cd "$(dirname "$0")"
dotnet publish src/ModelExporter -c Release -r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -p:PublishAot=true -o artifacts/aot
artifacts/aot/modelexporter --selftest
